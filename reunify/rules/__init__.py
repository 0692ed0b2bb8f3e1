"""The law itself: a module for each article, one for each question that several ask, and one for each law.

A law puts them together: `two_status` out of `art29b`, `art29c` and `art29d`; `single_status` and `directive` have their
articles in themselves. What the laws share besides is in `procedure`, and every contested point in `points`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from reunify.renamed import ByName, settled
from reunify.rules.directive import EU_FLOOR
from reunify.rules.single_status import SINGLE_STATUS
from reunify.rules.two_status import TWO_STATUS
from reunify.ruleset import RuleSet


class Laws(ByName[RuleSet]):
    """Laws by id: those that apply to decisions, and others to hold them against. An old id works too, and warns.

    Attributes:
        regimes: The laws that apply to decisions, the earliest first.
    """

    def __init__(
        self, regimes: Iterable[RuleSet], others: Iterable[RuleSet] = (), renamed: Mapping[str, str] | None = None
    ) -> None:
        self.regimes: Final = tuple(regimes)
        by_id = {law.id: law for law in (*self.regimes, *others)}
        super().__init__(by_id, settled(renamed or {}, by_id, of="rule sets"))

    def in_force_on(self, day: date) -> RuleSet:
        """Give the law that applies to decisions of a day.

        Args:
            day: The decision day (D4), not the day of the application.

        Returns:
            The law; for a day before the first law that is in here, that first law, which does not apply to it
            (`RuleSet.in_force_on` says so, and every report does).
        """
        return next((law for law in self.regimes if law.in_force_on(day)), self.regimes[0])


CURRENT: Final = SINGLE_STATUS
"""The law until 11 June 2026; the position paper of early 2026 calls it current."""
PROPOSED: Final = TWO_STATUS
"""The law from 12 June 2026; the position paper of early 2026 calls it proposed."""
DIRECTIVE: Final = EU_FLOOR
"""What EU law requires for the family of a refugee; not a law that is applied to applications by itself."""
RENAMED: Final[Mapping[str, str]] = {}
"""Old ids of rule sets, each with the one that took its place."""
RULE_SETS: Final = Laws(regimes=(CURRENT, PROPOSED), others=(DIRECTIVE,), renamed=RENAMED)
"""The laws of this library by id: what is meant wherever a caller names no others."""


def in_force_on(day: date) -> RuleSet:
    """Give the law of this library that applies to decisions of a day (D4); see `Laws.in_force_on`."""
    return RULE_SETS.in_force_on(day)
