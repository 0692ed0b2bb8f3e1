"""The law itself: one module a regime, in the order of the articles."""

from __future__ import annotations

from datetime import date
from typing import Final

from reunify.rules.single_status import SINGLE_STATUS
from reunify.rules.two_status import TWO_STATUS
from reunify.ruleset import RuleSet

CURRENT: Final = SINGLE_STATUS
"""The law until 11 June 2026; the position paper of early 2026 calls it current."""
PROPOSED: Final = TWO_STATUS
"""The law from 12 June 2026; the position paper of early 2026 calls it proposed."""
RULE_SETS: Final = {rule_set.id: rule_set for rule_set in (CURRENT, PROPOSED)}
"""The rule sets by id."""


def in_force_on(day: date) -> RuleSet:
    """Give the law that applies to decisions of a day.

    Args:
        day: The decision day (D4), not the day of the application.
    """
    return next(rule_set for rule_set in RULE_SETS.values() if rule_set.in_force_on(day))
