"""What condition trees say of days: from which day, until which day, and what can still be done; for one and for many.

A day is its ordinal, and three numbers are no day of the calendar: `NO_DAY`, `AT_ONCE` and `NEVER_COMES`. What a join
makes of the days of its parts is stated once, by each kind of node (`Node.waits_for`, `last_day`, `can_be_done`), as
plain arithmetic. A `Dated` gives what is known of a node, and three operations: on numbers where it is the value for one
person (`trace.Value`), on arrays where it is that for whole columns (`columns`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, Final, Protocol, TypeAlias

from reunify.engine.said import Remedy
from reunify.terms import NEVER

__all__ = [
    "ACTION",
    "AT_ONCE",
    "NEVER_COMES",
    "NOTHING",
    "NO_DAY",
    "REMEDIES",
    "TIME",
    "Cure",
    "Dated",
    "DatedOnce",
    "Ordinals",
    "all_cured",
    "day_of",
    "earliest",
    "is_day",
    "one_cured",
    "ordinal_of",
]

NO_DAY: Final = 0
"""There is none, or it is not known."""
AT_ONCE: Final = 1
"""No day need be waited for."""
NEVER_COMES: Final = NEVER.toordinal()
"""Time does not bring it."""

Ordinals: TypeAlias = Any
"""The ordinal of a day, or an array of them."""

REMEDIES: Final = (Remedy.NONE, Remedy.ACTION, Remedy.TIME)
"""What can still be done, the worst first: a number stands for it, or an array of numbers."""
NOTHING, ACTION, TIME = range(len(REMEDIES))
_NONE_FAILS: Final = len(REMEDIES)

Cure: TypeAlias = tuple[Any, Ordinals]
"""What can still be done, and the day on which time has brought it."""


class Dated(Protocol):
    """The value of a node, or its values for many, as the node needs it to say its days.

    Yes and no are numbers here, or arrays: `either` takes them, and they are joined with ``&`` and ``|``.
    """

    @property
    def may_be_met(self) -> Any:
        """Whether it can be that the node is met."""
        raise NotImplementedError

    @property
    def is_met(self) -> Any:
        """Whether the node is met."""
        raise NotImplementedError

    @property
    def parts(self) -> Sequence[Dated]:
        """The parts that count, of a node of which the same parts count for everybody."""
        raise NotImplementedError

    @property
    def branches(self) -> Sequence[tuple[Any, Dated]]:
        """Of a `where`: whether its first branch counts, with that, and the same of the other one."""
        raise NotImplementedError

    @property
    def failing(self) -> Sequence[tuple[Any, Dated]]:
        """The parts that can count and not be met, each with whether that is so."""
        raise NotImplementedError

    def of(self, node: Any, /) -> Dated:
        """Give the same of another node."""
        raise NotImplementedError

    @property
    def turns_on(self) -> Ordinals:
        """The day on which a leaf turns, if it turns on one and its facts are known."""
        raise NotImplementedError

    @property
    def waits_for(self) -> Ordinals:
        """The day from which the node can be met, so far as time brings it: `AT_ONCE` where it may be met already."""
        raise NotImplementedError

    @property
    def last_day(self) -> Ordinals:
        """The last day for the application."""
        raise NotImplementedError

    @property
    def can_be_done(self) -> Cure:
        """What can still be done where the node is not met."""
        raise NotImplementedError

    @property
    def followed_waits_for(self) -> Ordinals:
        """The day from which the member followed may come."""
        raise NotImplementedError

    def done_for_followed(self, otherwise: Cure, /) -> Cure:
        """Give what can still be done for the member followed; otherwise, where that is nobody, or not known."""
        raise NotImplementedError

    @staticmethod
    def either(test: Any, one: Ordinals, other: Ordinals, /) -> Ordinals:
        """Give the one where it is so, and the other where it is not."""
        raise NotImplementedError

    @staticmethod
    def lowest(numbers: Sequence[Ordinals], /) -> Ordinals:
        """Give the lowest of some numbers, of which there is one at least."""
        raise NotImplementedError

    @staticmethod
    def highest(numbers: Sequence[Ordinals], /) -> Ordinals:
        """Give the highest of them: of days the latest, whether or not there is each of them."""
        raise NotImplementedError


class DatedOnce(Dated):
    """The values of a node for many, which says its days of them; each is found once.

    Args:
        node: The node.
    """

    def __init__(self, node: Any) -> None:
        self.node: Any = node
        self._known: dict[str, Any] = {}

    @property
    def waits_for(self) -> Ordinals:
        """The day from which the node can be met."""
        return self._once("waits_for", lambda: self.either(self.may_be_met, AT_ONCE, self.node.waits_for(self)))

    @property
    def last_day(self) -> Ordinals:
        """The last day for the application."""
        return self._once("last_day", lambda: self.node.last_day(self) if self.node.names_deadline else NO_DAY)

    @property
    def can_be_done(self) -> Cure:
        """What can still be done."""
        found: Cure = self._once("can_be_done", lambda: self.node.can_be_done(self))
        return found

    def _once(self, what: str, find: Callable[[], Any]) -> Any:
        """Give what was found before, or find it."""
        if what not in self._known:
            self._known[what] = find()
        return self._known[what]


def day_of(ordinal: int) -> date | None:
    """Give the day itself, if there is one."""
    return None if ordinal == NO_DAY else date.fromordinal(ordinal)


def ordinal_of(day: date | None) -> int:
    """Give the ordinal of a day, if there is one."""
    return NO_DAY if day is None else day.toordinal()


def is_day(waited_for: Ordinals) -> Any:
    """Say whether what is waited for is a day."""
    return (waited_for > AT_ONCE) & (waited_for < NEVER_COMES)


def earliest(value: Dated, days: Iterable[Ordinals]) -> Ordinals:
    """Give the first of the days that there are."""
    there = (value.either(day == NO_DAY, NEVER_COMES + 1, day) for day in days)
    first = value.lowest([*there, NEVER_COMES + 1])
    return value.either(first > NEVER_COMES, NO_DAY, first)


def all_cured(value: Dated) -> Cure:
    """Give what can be done about all parts together that are not met: no more than about the worst of them."""
    found = [(fails, *part.can_be_done) for fails, part in value.failing]
    worst = value.lowest([*(value.either(fails, what, _NONE_FAILS) for fails, what, _ in found), _NONE_FAILS])
    last = value.highest([*(value.either(fails, day, NO_DAY) for fails, _, day in found), NO_DAY])
    something = (worst > NOTHING) & (worst < _NONE_FAILS)
    return value.either(something, worst, NOTHING), value.either(something, last, NO_DAY)


def one_cured(value: Dated) -> Cure:
    """Give what can be done about one of several parts, of which one is enough: what time brings before action."""
    found = [(fails, *part.can_be_done) for fails, part in value.failing]
    first = earliest(value, (value.either(fails & (what == TIME), day, NO_DAY) for fails, what, day in found))
    acts = value.highest(
        [NOTHING, *(value.either(fails & (what == ACTION), ACTION, NOTHING) for fails, what, _ in found)]
    )
    return value.either(first == NO_DAY, acts, TIME), first
