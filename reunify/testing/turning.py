"""Where a condition turns: the days or amounts on both sides of its boundary, found by asking the condition itself."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, Final, TypeAlias

import attrs

from reunify.facts import FIRST_DAY, LAST_DAY, LONGEST_PREGNANCY, MEMBER_ORDER, ORIGINS, SPONSOR_ORDER, Kind
from reunify.meaning import Turns
from reunify.nodes import Leaf, Node
from reunify.rules import RULE_SETS
from reunify.rules.figures import NORM_DAYS
from reunify.terms import NEVER, ONE_DAY


def holds(leaf: Leaf, seen: Mapping[str, Any]) -> bool:
    """Say whether a condition is met.

    Args:
        leaf: The condition.
        seen: The value of each fact that it reads.
    """
    result = leaf.function(*(seen[name] for name in leaf.facts))
    if leaf.turns is Turns.NOT:
        return bool(result)
    moment = seen[leaf.compared]
    return bool(moment >= result if leaf.turns is Turns.FROM else moment <= result)


@lru_cache(maxsize=4096)
def around(leaf: Leaf, name: str, kind: Kind, facts: tuple[tuple[str, Any], ...]) -> tuple[Any, ...]:
    """Give the days or amounts on both sides of the two nearest places where a condition turns.

    Args:
        leaf: The condition.
        name: The fact that varies, a day or an amount.
        kind: Which of the two it is.
        facts: The value of each fact that it reads, that of ``name`` included.
    """
    seen = dict(facts)
    scale = _DAYS if kind is Kind.DATE else _AMOUNTS
    return tuple(scale.around(lambda value: holds(leaf, {**seen, name: value}), seen, seen[name]))


@lru_cache(maxsize=4096)
def days(leaf: Leaf, name: str, others: tuple[tuple[str, Any], ...] = ()) -> tuple[date, ...]:
    """Give the days on which a condition is not what it is the day before, as one of its days varies.

    Args:
        leaf: The condition; it turns at most once between each two of the days that it reads.
        name: The day that varies.
        others: The value of each other fact that it reads.
    """
    seen = dict(others)
    if leaf.turns is not Turns.NOT and name == leaf.compared:
        day = leaf.function(*(seen[fact] for fact in leaf.facts))
        return (day if leaf.turns is Turns.FROM else day + ONE_DAY,)
    turns = _ENDS.turns(lambda value: holds(leaf, {**seen, name: value}), seen)
    return tuple(map(date.fromordinal, turns))


@attrs.frozen
class _Scale:
    """A sort of value that can be numbered, to look for the numbers at which a condition turns."""

    number: Callable[[Any], int]
    value: Callable[[int], Any]
    marks: tuple[int, ...]
    is_one: Callable[[Any], bool]

    def around(self, met: Callable[[Any], bool], seen: Mapping[str, Any], now: Any) -> list[Any]:
        """Give the values on both sides of the nearest turns."""
        home = self.number(now) if self.is_one(now) else LAST_DAY.toordinal()
        nearest = sorted(sorted(self.turns(met, seen), key=lambda turn: abs(turn - home))[:_NEAREST])
        return list(dict.fromkeys(self.value(number) for turn in nearest for number in (turn - 1, turn)))

    def turns(self, met: Callable[[Any], bool], seen: Mapping[str, Any]) -> list[int]:
        """Give the numbers at which the condition is not what it is just before."""
        near = [self.number(value) + step for value in seen.values() if self.is_one(value) for step in (-1, 0, 1)]
        marks = sorted({*self.marks, *near})
        found = [met(self.value(mark)) for mark in marks]
        return [
            self._turn(met, low, high, found[index])
            for index, (low, high) in enumerate(itertools.pairwise(marks))
            if found[index] is not found[index + 1]
        ]

    def _turn(self, met: Callable[[Any], bool], low: int, high: int, at_low: bool) -> int:
        """Give the first number from which the condition is not as it is at ``low``."""
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if met(self.value(middle)) is at_low else (low, middle)
        return high


_NEAREST: Final = 2
_DAYS: Final = _Scale(
    number=date.toordinal,
    value=date.fromordinal,
    marks=tuple(date(year, 1, 1).toordinal() for year in range(1940, 2046)),
    is_one=lambda value: isinstance(value, date) and value != NEVER,
)
_ENDS: Final = attrs.evolve(_DAYS, marks=(FIRST_DAY.toordinal(), LAST_DAY.toordinal()))
_AMOUNTS: Final = _Scale(
    number=lambda value: int(value * 100),
    value=lambda cents: Decimal(cents) / 100,
    marks=tuple(range(0, 1_000_001, 50_000)),
    is_one=lambda value: isinstance(value, Decimal),
)


# ---------------------------------------------------------------- the days about which it matters where a date lies

Pairs: TypeAlias = tuple[tuple[str, str], ...]
SPONSOR_PAIRS: Final[Pairs] = (*SPONSOR_ORDER, ("entered_eu_on", "entered_on"))
"""Which dates of the sponsor come first."""
OF_ANOTHER: Final = "other_"
"""What stands before the name of a date of another member."""
_TOGETHER: Final = 4
"""Members who are compared with one another mostly do things on one day: so often is that day given."""
# Leap days, and last days of months after which a term of months has no day of the same number.
_ODD_DAYS: Final = (date(2008, 2, 29), date(2024, 2, 29), date(2025, 11, 30), date(2026, 8, 31), date(2028, 2, 29))


@attrs.frozen
class Boundary:
    """A day that follows from other days.

    Attributes:
        anchors: Those days, as conditions name them; ``other_…`` is a day of another member.
        day: Gives the day; None if there is none.
    """

    anchors: tuple[str, ...]
    day: Callable[..., date | None]


def boundaries(name: str) -> tuple[Boundary, ...]:
    """Give the days about which it matters where a date lies.

    They are read from the conditions that decide a verdict or which law applies, from what must come
    first, from what is assumed of a birth, and from the days on which a figure changes. Fixed days come last.

    Args:
        name: The date, as conditions name it.
    """
    found = [*_all_boundaries().get(name, ()), *map(_fixed, _ODD_DAYS)]
    return tuple(sorted(found, key=lambda boundary: not boundary.anchors))


@cache
def _all_boundaries() -> Mapping[str, list[Boundary]]:
    found: dict[str, list[Boundary]] = {}
    for leaf in _leaves():
        for name in filter(_is_date, leaf.reads):
            found.setdefault(_own(name), []).extend(_turns(leaf, name))
    of_sponsor = tuple((f"sponsor_{first}", f"sponsor_{second}") for first, second in SPONSOR_PAIRS)
    for first, second in (*of_sponsor, *MEMBER_ORDER):
        found.setdefault(first, []).append(Boundary((second,), _the_same))
        found.setdefault(second, []).append(Boundary((first,), _the_same))
    found["born_on"].append(Boundary(("sponsor_entered_on",), _after_longest_pregnancy))
    for name in ("decided_on", "applied_on"):
        found[name] += map(_fixed, NORM_DAYS)
    return found


def _leaves() -> Iterable[Leaf]:
    """Give the conditions that decide a verdict, or which law applies, each once."""
    roots: list[Node] = [whole for law in RULE_SETS.values() for _, whole in law.wholes]
    roots += [other.when for law in RULE_SETS.values() for other in law.other_law]
    leaves = (node for root in roots for node in root.walk() if isinstance(node, Leaf))
    return {leaf.function: leaf for leaf in leaves}.values()


def _is_date(name: str) -> bool:
    about = ORIGINS[name].about
    return about is not None and about.kind is Kind.DATE


def _own(name: str) -> str:
    """Give the name that a date has with the member whose it is."""
    return name if ORIGINS[name].reference is None else ORIGINS[name].attribute


def _turns(leaf: Leaf, name: str) -> Iterator[Boundary]:
    """Give the boundaries that a condition draws for one of the dates that it reads."""
    others = tuple(dict.fromkeys(other for other in leaf.reads if other != name))
    if not others:
        yield from map(_fixed, days(leaf, name))
    elif all(map(_is_date, others)):
        anchors = tuple(_seen_from(name, other) for other in others)
        together = any(anchor.startswith(OF_ANOTHER) for anchor in anchors)
        yield from [Boundary(anchors, _turn(leaf, name, others))] * (_TOGETHER if together else 1)


def _seen_from(name: str, other: str) -> str:
    """Name another date of the same condition as it is seen from the owner of the one that varies."""
    one, origin = ORIGINS[name], ORIGINS[other]
    elsewhere = "member" == origin.owner == one.owner and one.reference != origin.reference
    return OF_ANOTHER + _own(other) if elsewhere else _own(other)


def _turn(leaf: Leaf, name: str, others: tuple[str, ...]) -> Callable[..., date | None]:
    def turn(*seen: date) -> date | None:
        """Of the two days between which the condition turns, give the one with the number of the day it is due to."""
        for day in days(leaf, name, tuple(zip(others, seen, strict=True))):
            return day - ONE_DAY if (day - ONE_DAY).day == seen[0].day else day
        return None

    return turn


def _fixed(day: date) -> Boundary:
    return Boundary((), lambda: day)


def _the_same(day: date) -> date:
    return day


def _after_longest_pregnancy(day: date) -> date:
    return day + LONGEST_PREGNANCY
