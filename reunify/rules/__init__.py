"""The law itself: one module a regime, in the order of the articles."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from reunify.renamed import ByName, settled
from reunify.rules.directive import EU_FLOOR
from reunify.rules.single_status import SINGLE_STATUS
from reunify.rules.two_status import TWO_STATUS
from reunify.ruleset import RuleSet

CURRENT: Final = SINGLE_STATUS
"""The law until 11 June 2026; the position paper of early 2026 calls it current."""
PROPOSED: Final = TWO_STATUS
"""The law from 12 June 2026; the position paper of early 2026 calls it proposed."""
DIRECTIVE: Final = EU_FLOOR
"""What EU law requires for the family of a refugee; not a law that is applied to applications by itself."""
_BY_ID: Final = {rule_set.id: rule_set for rule_set in (CURRENT, PROPOSED, DIRECTIVE)}
RENAMED: Final[Mapping[str, str]] = {}
"""Old ids of rule sets, each with the one that took its place."""
RULE_SETS: Final = ByName(_BY_ID, settled(RENAMED, _BY_ID, of="rule sets"))
"""The rule sets by id; an old id works too, and warns."""


def in_force_on(day: date) -> RuleSet:
    """Give the law that applies to decisions of a day.

    Args:
        day: The decision day (D4), not the day of the application.

    Returns:
        The law; for a day before the first law that is in here, that first law, which does not apply to it
        (`RuleSet.in_force_on` says so, and every report does).
    """
    return next((rule_set for rule_set in (CURRENT, PROPOSED) if rule_set.in_force_on(day)), CURRENT)
