"""What each leaf comes out as on a part of the days that days known in part can be: at its corners.

A leaf turns once only as a day that it reads moves on, so that what it comes out as at the corners of just the days that
it reads is what it comes out as between them. Nothing here knows of a particular law.
"""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property, reduce
from math import prod
from operator import or_
from typing import Final

import attrs

from reunify.engine.meaning import ELIGIBLE, SETTLED, Turns
from reunify.engine.nodes import Leaf
from reunify.facts import Case, Unknown, View, days_behind
from reunify.terms import ONE_DAY
from reunify.verdicts.exact import Box, DayFact, Order, spans_of, with_days, within

__all__ = ["MOST_BESIDE", "MOST_CORNERS", "Leafwise", "Outcomes"]

MOST_CORNERS: Final = 3000
"""How many corners are looked at for one leaf before it is left open."""
MOST_BESIDE: Final = 5000
"""How many days are looked at one by one for each corner of days of which one cannot lie after the other."""


@attrs.frozen
class Outcomes:
    """What a leaf comes out as on a part of the days.

    Attributes:
        masks: Each set that it comes out as somewhere; several if it turns.
        days: The first and the last day that it can name, if it turns on one and that is known.
    """

    masks: frozenset[int]
    days: tuple[date, ...] = ()

    @cached_property
    def mask(self) -> int:
        """All that it can come out as."""
        return reduce(or_, self.masks)

    @cached_property
    def turns(self) -> bool:
        """Whether it does not come out the same everywhere."""
        return len(self.masks) > 1

    @cached_property
    def is_known(self) -> bool:
        """Whether it is known at each corner."""
        return self.masks <= SETTLED


class Leafwise:
    """What the leaves come out as for the members of one family.

    Args:
        case: The family.

    Attributes:
        order: Which of its days known in part can be together.
    """

    def __init__(self, case: Case) -> None:
        self.order: Order = Order(case)
        spans = spans_of(case)
        self._whole = self.order.narrowed(spans) or spans
        self._case = case
        self._views: dict[object, View] = {}
        self._read: dict[tuple[Leaf, str], tuple[DayFact, ...]] = {}
        self._outcomes: dict[object, dict[object, Outcomes]] = {}
        self._outcomes_of: dict[tuple[Leaf, str], dict[object, Outcomes]] = {}

    def read_by(self, leaf: Leaf, member: str) -> tuple[DayFact, ...]:
        """Give the days known in part that a leaf reads for a member."""
        key = (leaf, member)
        found = self._read.get(key)
        if found is None:
            view = self._view(member, {})
            found = self._read[key] = tuple(
                dict.fromkeys(fact for name in leaf.reads for fact in days_behind(view, name))
            )
            self._outcomes_of[key] = self._outcomes.setdefault((leaf.asks, leaf.unmet, member), {})
        return found

    def of(self, leaf: Leaf, member: str, box: Box) -> Outcomes:
        """Give what a leaf comes out as for a member on a part of the days, of which those were left out that cannot be."""
        facts = self.read_by(leaf, member)
        known = self._outcomes_of[leaf, member]
        ends = tuple([box.get(fact) or self._whole[fact] for fact in facts])
        if ends not in known:
            is_all = ends == tuple([self._whole[fact] for fact in facts])
            turns = is_all or self.of(leaf, member, self._whole).turns
            known[ends] = self._found(leaf, member, dict(zip(facts, ends, strict=True)), turns=turns)
        return known[ends]

    def _found(self, leaf: Leaf, member: str, ends: Box, *, turns: bool) -> Outcomes:
        known = self._view(member, {}) if leaf.turns is Turns.NOT else None
        points = [list(_points(leaf, fact, ends, known)) for fact in ends]
        comes_back = not leaf.steady and any(first != last for first, last in ends.values())
        if comes_back or prod(map(len, points)) > MOST_CORNERS:
            return Outcomes(frozenset({ELIGIBLE | leaf.unmet, ELIGIBLE, leaf.unmet}))
        all_points = [dict(zip(ends, days, strict=True)) for days in itertools.product(*points)]
        views = [self._view(member, point) for point in all_points if self.order.can_be(point)]
        masks = {_mask(leaf, view) for view in views}
        days = [day for view in views if (day := _day(leaf, view)) is not None]
        beside: set[tuple[date, ...]] = set()
        for point in all_points if turns else ():
            if len(masks) <= 1 and _mask(leaf, self._view(member, point)) not in masks:
                more = {tuple(days.values()) for days in self._beside(point, ends)} - beside
                masks.update(_mask(leaf, self._view(member, dict(zip(ends, days, strict=True)))) for days in more)
                beside |= more
        return Outcomes(frozenset(masks), (min(days), max(days)) if days else ())

    def _beside(self, point: Mapping[DayFact, date], box: Box) -> Iterator[Mapping[DayFact, date]]:
        """Give for days that cannot be together the nearest that can: one lies just as far after another as it must.

        A leaf that turns once only as each day moves on comes out there as it does on any between them and the corners.
        Of the days that lie too early, and those for which they do, the fewer are moved one by one, and the others with
        them; one that is both goes with either. Where that makes too many, the days that cannot be are given themselves.
        """
        broken = list(self.order.broken(point))
        earlier, later = {one for one, _, _ in broken}, {other for _, other, _ in broken}
        both = earlier & later
        for put_off in (True, False) if both else (len(later) <= len(earlier),):
            facts = later if put_off else earlier
            yield from self._moved(point, box, broken, facts - both, put_off=put_off, is_followed=len(both) <= 1)

    def _moved(
        self,
        point: Mapping[DayFact, date],
        box: Box,
        broken: Sequence[tuple[DayFact, DayFact, timedelta]],
        facts: Container[DayFact],
        *,
        put_off: bool,
        is_followed: bool,
    ) -> Iterator[Mapping[DayFact, date]]:
        """Put some days off as far as it takes, each day in between, and have others come earlier; or the reverse."""
        ends: dict[DayFact, tuple[date, date]] = {}
        for one, other, apart in broken:
            fact = other if put_off else one
            first = point[other] if put_off else max(box[one][0], point[other] - apart)
            last = min(box[other][1], point[one] + apart) if put_off else point[one]
            if fact in facts:
                known = ends.get(fact, (first, last))
                ends[fact] = min(first, known[0]), max(last, known[1])
        if not is_followed or prod((last - first).days + 1 for first, last in ends.values()) > MOST_BESIDE:
            yield point
            return
        yield from filter(self.order.can_be, _each_moved(point, ends, broken, put_off=put_off))

    def _view(self, member: str, days: Mapping[DayFact, date]) -> View:
        point = tuple(days.items())
        if (member, point) not in self._views:
            if days and all(owner in (member, "sponsor") for owner, _ in days):
                view = self._view(member, {}).on(days)
            else:
                case = with_days(self._case, days)
                view = View(case, case.member(member))
            self._views[member, point] = view
        return self._views[member, point]


def _points(leaf: Leaf, fact: DayFact, ends: Box, known: View | None) -> Iterator[date]:
    """Give the days of a fact at which a leaf is looked at.

    Beside the ends these are, for a leaf that can turn to and fro there, the steps of the law and the other days that it
    reads, with the days before and after them.
    """
    yield from dict.fromkeys(ends[fact])
    others = [day for other, days in ends.items() if other != fact for day in days]
    told = [day for name in leaf.reads if isinstance(day := known.get(name), date)] if known is not None else []
    first, last = ends[fact]
    inside = {
        day
        for turning in {*leaf.steps, *told, *(others if known is not None else ())}
        if first <= turning <= last
        for day in within((turning - ONE_DAY, turning, turning + ONE_DAY), first, last)
    }
    yield from inside - {first, last}


def _mask(leaf: Leaf, view: View) -> int:
    values = [view.get(name) for name in leaf.reads]
    if any(isinstance(value, Unknown) for value in values):
        return ELIGIBLE | leaf.unmet
    return ELIGIBLE if leaf.met(*values) else leaf.unmet


def _day(leaf: Leaf, view: View) -> date | None:
    values = [view.get(name) for name in leaf.facts] if leaf.gives_day is not None else [Unknown(())]
    day: date | None = None if any(isinstance(value, Unknown) for value in values) else leaf.function(*values)
    return day


def _each_moved(
    point: Mapping[DayFact, date],
    ends: Box,
    broken: Sequence[tuple[DayFact, DayFact, timedelta]],
    *,
    put_off: bool,
) -> Iterator[Mapping[DayFact, date]]:
    """Give days with some of them on each day between two ends, and those with which they were broken moved with them."""
    of_each = ([first + days * ONE_DAY for days in range((last - first).days + 1)] for first, last in ends.values())
    for days in itertools.product(*of_each):
        moved = {**point, **dict(zip(ends, days, strict=True))}
        for one, other, apart in broken:
            if put_off:
                moved[one] = min(moved[one], moved[other] - apart)
            else:
                moved[other] = max(moved[other], moved[one] + apart)
        yield moved
