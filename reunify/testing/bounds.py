"""The days about which it matters where a date lies, read from the conditions of some laws."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Final, TypeAlias

import attrs

from reunify.engine.nodes import Leaf, Node
from reunify.facts import LONGEST_PREGNANCY, MEMBER_ORDER, ORIGINS, SPONSOR_ORDER
from reunify.facts.impossible import UNION_FIRST
from reunify.reform.turning import days
from reunify.rules.figures import NORM_DAYS
from reunify.ruleset import RuleSet
from reunify.terms import ONE_DAY

__all__ = ["OF_ANOTHER", "SPONSOR_PAIRS", "Boundary", "Pairs", "boundaries"]

Pairs: TypeAlias = tuple[tuple[str, str], ...]
SPONSOR_PAIRS: Final[Pairs] = (*SPONSOR_ORDER, UNION_FIRST)
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


def boundaries(name: str, laws: tuple[RuleSet, ...]) -> tuple[Boundary, ...]:
    """Give the days about which it matters where a date lies.

    They are read from the conditions that decide a verdict or which law applies, from what must come
    first, from what is assumed of a birth, and from the days on which a figure changes. Fixed days come last.

    Args:
        name: The date, as conditions name it.
        laws: The laws that have the conditions.
    """
    found = [*_all_boundaries(laws).get(name, ()), *map(_fixed, _ODD_DAYS)]
    return tuple(sorted(found, key=lambda boundary: not boundary.anchors))


@cache
def _all_boundaries(laws: tuple[RuleSet, ...]) -> Mapping[str, list[Boundary]]:
    found: dict[str, list[Boundary]] = {}
    for leaf in _leaves(laws):
        for name in (name for name in leaf.reads if ORIGINS[name].is_day):
            found.setdefault(_own(name), []).extend(_turns(leaf, name))
    of_sponsor = tuple((f"sponsor_{first}", f"sponsor_{second}") for first, second in SPONSOR_PAIRS)
    for first, second in (*of_sponsor, *MEMBER_ORDER):
        found.setdefault(first, []).append(Boundary((second,), _the_same))
        found.setdefault(second, []).append(Boundary((first,), _the_same))
    found.setdefault("born_on", []).append(Boundary(("sponsor_entered_on",), _after_longest_pregnancy))
    for name in ("decided_on", "applied_on"):
        found.setdefault(name, []).extend(map(_fixed, NORM_DAYS))
    return found


def _leaves(laws: tuple[RuleSet, ...]) -> Iterable[Leaf]:
    """Give the conditions that decide a verdict, or which law applies, each once."""
    roots: list[Node] = [whole for law in laws for _, whole in law.wholes]
    roots += [other.when for law in laws for other in law.other_law]
    leaves = (node for root in roots for node in root.walk() if isinstance(node, Leaf))
    return {leaf.function: leaf for leaf in leaves}.values()


def _own(name: str) -> str:
    """Give the name that a date has with the member whose it is."""
    return name if ORIGINS[name].reference is None else ORIGINS[name].attribute


def _turns(leaf: Leaf, name: str) -> Iterator[Boundary]:
    """Give the boundaries that a condition draws for one of the dates that it reads."""
    others = tuple(dict.fromkeys(other for other in leaf.reads if other != name))
    if not others:
        yield from map(_fixed, days(leaf, name))
    elif all(ORIGINS[other].is_day for other in others):
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
