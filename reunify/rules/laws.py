"""The laws by their ids, and which of them applies on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from operator import itemgetter
from typing import Final

from reunify.faults import BadCase, Fault, FaultCode, did_you_mean
from reunify.renamed import ByName, settled
from reunify.rules.single_status import SINGLE_STATUS
from reunify.rules.two_status import TWO_STATUS
from reunify.ruleset import RuleSet
from reunify.text import Text

__all__ = ["CURRENT", "PROPOSED", "RENAMED", "RULE_SETS", "Laws", "in_force_on"]


class Laws(Mapping[str, RuleSet]):
    """Laws by id: those that apply to decisions, and others to hold them against. An old id works too, and warns.

    Attributes:
        regimes: The laws that apply to decisions, the earliest first.
    """

    def __init__(
        self,
        regimes: Iterable[RuleSet],
        others: Iterable[RuleSet] | Callable[[], Iterable[RuleSet]] = (),
        renamed: Mapping[str, str] | None = None,
    ) -> None:
        """Put laws together.

        Args:
            regimes: The laws that apply to decisions, the earliest first.
            others: The others, or what gives them when one is first asked for.
            renamed: Old ids, each with the one that took its place.
        """
        self.regimes: Final = tuple(regimes)
        self._others = others
        self._renamed = renamed or {}

    @cached_property
    def _by_id(self) -> ByName[RuleSet]:
        others = self._others() if callable(self._others) else self._others
        by_id = {law.id: law for law in (*self.regimes, *others)}
        return ByName(by_id, settled(self._renamed, by_id, of="rule sets"))

    @property
    def renamed(self) -> Mapping[str, str]:
        """Old ids, each with the one that took its place."""
        return self._by_id.renamed

    def __getitem__(self, name: str) -> RuleSet:
        """Give the law of an id."""
        return next((law for law in self.regimes if law.id == name), None) or self._by_id[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, name: object) -> bool:
        return any(law.id == name for law in self.regimes) or name in self._by_id

    def with_own(self, own: Iterable[RuleSet]) -> Laws:
        """Give these laws and those of one's own, which are held against them.

        Raises:
            ValueError: Two have the same id.
        """
        known = dict(self)
        for law in own:
            if law.id in known:
                message = f"there is a law {law.id!r} already"
                raise ValueError(message)
            known[law.id] = law
        return Laws(self.regimes, (law for law in known.values() if law not in self.regimes), self.renamed)

    def named(self, law: RuleSet | str, place: str = "") -> RuleSet:
        """Give the law of an id; a law itself comes back as it is.

        Args:
            law: The law, or its id.
            place: What it was given for, to be named where there is no such law.

        Raises:
            BadCase: There is no such law; with the nearest that there is.
        """
        if isinstance(law, RuleSet):
            return law
        if isinstance(law, str) and law in self:
            return self[law]
        text = _NO_SUCH_LAW.format(law=repr(law), hint=did_you_mean(str(law), tuple(self)))
        raise BadCase([Fault(place, text, FaultCode.UNKNOWN_LAW)])

    def in_force_on(self, day: date) -> RuleSet:
        """Give the law of these that applies to decisions of a day: see `in_force_on`."""
        return in_force_on(day, self.regimes)


_NO_SUCH_LAW: Final = Text(en="{law} is not known{hint}", nl="{law} is niet bekend{hint}")

CURRENT: Final = SINGLE_STATUS
"""The law until 11 June 2026; the position paper of early 2026 calls it current."""
PROPOSED: Final = TWO_STATUS
"""The law from 12 June 2026; the position paper of early 2026 calls it proposed."""
RENAMED: Final[Mapping[str, str]] = {}
"""Old ids of rule sets, each with the one that took its place."""


def _others() -> Iterator[RuleSet]:
    from reunify.rules.directive import DIRECTIVE  # noqa: PLC0415 -- loaded when it is asked for, as the next
    from reunify.rules.regular import REGULAR  # noqa: PLC0415

    yield from (DIRECTIVE, REGULAR)


RULE_SETS: Final = Laws(regimes=(CURRENT, PROPOSED), others=_others, renamed=RENAMED)
"""The laws of this library by id: what is meant wherever a caller names no others."""


def in_force_on(day: date, laws: Laws | Iterable[RuleSet] | None = None) -> RuleSet:
    """Give the law that applies to decisions of a day.

    Args:
        day: The decision day (D4), not the day of the application.
        laws: The laws to choose from; left out, those of this library.

    Returns:
        The law: of those in force that day the one that came into force last. For a day before the first law, that
        first law, which does not apply to it (`RuleSet.in_force_on` says so, and every report does).

    Raises:
        ValueError: There is no law, or two of them came into force on the same day and are both in force.
    """
    known = RULE_SETS.regimes if laws is None else laws.regimes if isinstance(laws, Laws) else tuple(laws)
    if not known:
        message = "there is no law to choose from"
        raise ValueError(message)
    since = [(law.since or date.min, law) for law in known]
    found = [(start, law) for start, law in since if law.in_force_on(day)]
    if not found:
        return min(since, key=_FIRST)[1]
    latest = [law for start, law in found if start == max(found, key=_FIRST)[0]]
    if len(latest) > 1:
        both = " and ".join(repr(law.id) for law in latest)
        message = f"{both} are both in force on {day}: say of one from which day, with amend(since=…)"
        raise ValueError(message)
    return latest[0]


_FIRST: Final = itemgetter(0)
