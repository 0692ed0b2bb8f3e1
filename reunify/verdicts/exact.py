"""A family with days known in part comes to the union of what it comes to on each of the days that they can be.

The days of one person are looked at together, so that two conditions on one day never contradict each other. A part of
the days is done with where it comes to no more than was seen; if not, it is parted where a condition turns. Nothing
here knows of a particular law.
"""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any, Final, Protocol, TypeAlias, TypeVar, cast

import attrs

from reunify.facts import Case, Span
from reunify.facts.impossible import Check, checks_of
from reunify.facts.kinds import ADDED
from reunify.facts.span import first_of
from reunify.terms import NEVER, ONE_DAY

__all__ = [
    "LONGEST_FOR_DAYS",
    "MOST_BOXES",
    "MOST_ENDS",
    "MOST_FOR_DAYS",
    "NO_TIME",
    "Box",
    "DayFact",
    "Looker",
    "Order",
    "Turning",
    "as_day",
    "at_the_ends",
    "corners",
    "look",
    "spans_of",
    "with_days",
    "within",
    "without_spans",
]

DayFact: TypeAlias = tuple[str, str]
"""Whose fact (``"sponsor"`` or the member's id) and its name."""
Box: TypeAlias = Mapping[DayFact, tuple[date, date]]
"""A part of the days: for each fact the first and the last."""

NO_TIME: Final = timedelta(0)
MOST_BOXES: Final = 100
"""How many parts of the days are looked at for one person, to see what can come out."""
MOST_FOR_DAYS: Final = 100
"""How many more are looked at for the first and the last of the days that are told."""
LONGEST_FOR_DAYS: Final = timedelta(days=31)
"""How long two days can lie apart that a condition reads together, for these to be looked for."""
MOST_ENDS: Final = 4
"""The number of days above which not each corner of a part is looked at, but those with one day moved alone."""
_T = TypeVar("_T")


@attrs.frozen
class Turning:
    """A condition that does not come out the same on all of a part of the days.

    Attributes:
        facts: The days that it reads.
        turns: Says of a smaller part whether it turns there too.
    """

    facts: Sequence[DayFact]
    turns: Callable[[Box], bool]


class Looker(Protocol):
    """Says what comes out, as bits: more bits, more that is possible."""

    def on(self, case: Case) -> int:
        """Give what an exact family comes to."""
        raise NotImplementedError

    def within(self, box: Box) -> int:
        """Give all that the exact families in a part of the days can come to, and perhaps more."""
        raise NotImplementedError

    def turning(self, box: Box) -> Iterable[Turning]:
        """Give the conditions that turn within a part of the days."""
        raise NotImplementedError


def at_the_ends(case: Case) -> Iterator[Case]:
    """Give the family with the first of all days known in part, and with the last, if these can be."""
    box = Order(case).narrowed(spans_of(case)) or {}
    for at in (0, 1):
        yield with_days(case, {fact: ends[at] for fact, ends in box.items()})


def look(
    case: Case, facts: Sequence[DayFact], looker: Looker, order: Order, *, for_days: bool = True
) -> tuple[list[Case], list[Box]]:
    """Give exact families that together come to all that the days of a family can come to.

    Args:
        case: The family.
        facts: The days known in part that matter.
        looker: Says what comes out.
        order: Which of the days can be together.
        for_days: Whether the days that are told are looked for as well.

    Returns:
        The exact families, and the parts of the days that were not looked at any further, for there were too many; where
        there is no exact family, for the days cannot be together, all of them.
    """
    search = _BoxSearch(case, facts, looker, order, for_days=for_days)
    search.look_for_more()
    if for_days:
        search.look_for_days()
    is_whole = for_days and not search.new and not search.seen
    taken = [case or search.family_on(days) for days, case in search.taken.items()] if is_whole else search.adding
    left = [box for one in (*search.new, *itertools.islice(search.seen, int(for_days))) if (box := order.narrowed(one))]
    return taken, left if taken or left else [search.whole]


class _BoxSearch:
    """Looks for exact families, box by box.

    Attributes:
        whole: All days.
        taken: The days found of families that can be, with the family where it was made.
        adding: Those of them that come to what was not seen before.
        new: The boxes that can come to more than was seen.
        seen: Those that cannot, in which a condition turns all the same: the days that are told can differ there.
    """

    def __init__(self, case: Case, facts: Sequence[DayFact], looker: Looker, order: Order, *, for_days: bool) -> None:
        spans = spans_of(case)
        self.taken: dict[tuple[date, ...], Case | None] = {}
        self.adding: list[Case] = []
        self.whole = {fact: spans[fact] for fact in facts}
        self.new: deque[Box] = deque([self.whole])
        self.seen: deque[Box] = deque()
        self._case = case
        self._order = order
        self._looker = looker
        self._for_days = for_days
        self._come_to = 0
        self._day_by_day = False

    def look_for_more(self) -> None:
        """Look where more can come out than was seen."""
        for _ in range(MOST_BOXES):
            if self.new:
                self._look_at(self.new.popleft(), is_new=True)

    def look_for_days(self) -> None:
        """Look where other days can come out, if that does not go on day by day."""
        for _ in range(MOST_FOR_DAYS):
            if self.seen and not self._day_by_day:
                self._look_at(self.seen.popleft(), is_new=False)

    def _look_at(self, whole: Box, *, is_new: bool) -> None:
        box = self._order.narrowed(whole)
        if box is None:
            return
        within = self._looker.within(box) if is_new else 0
        can_be = False
        for days in corners(list(box.values())):
            if self._order.can_be(dict(zip(box, days, strict=True))):
                can_be = True
                self.taken.setdefault(days)
                if self._adds(within):
                    self._take(days)
                elif not self._for_days:
                    break
        turning = list(self._looker.turning(box))
        if turning or not can_be:
            boxes = self.new if self._adds(within) else self.seen
            boxes.extend(_parted(box, turning))
            self._day_by_day |= boxes is self.seen and any(_goes_day_by_day(box, condition) for condition in turning)

    def _take(self, days: tuple[date, ...]) -> None:
        if self.taken[days] is None:
            case = self.taken[days] = self.family_on(days)
            comes_to = self._looker.on(case)
            self.adding += [case] * self._adds(comes_to)
            self._come_to |= comes_to

    def family_on(self, days: tuple[date, ...]) -> Case:
        """Give the family with these days."""
        return with_days(self._case, dict(zip(self.whole, days, strict=True)))

    def _adds(self, comes_to: int) -> bool:
        return comes_to | self._come_to != self._come_to


def corners(ends: Sequence[tuple[date, date]]) -> Iterable[tuple[date, ...]]:
    """Give the corners of a part of the days; of many days those where one alone is moved."""
    if len(ends) <= MOST_ENDS:
        return dict.fromkeys(itertools.product(*ends))
    firsts, lasts = zip(*ends, strict=True)
    moved = (
        (*here[:at], there[at], *here[at + 1 :])
        for here, there in ((firsts, lasts), (lasts, firsts))
        for at in range(len(ends))
    )
    return dict.fromkeys((firsts, lasts, *moved))


def _parted(box: Box, turning: Iterable[Turning]) -> Iterator[Box]:
    """Part a box: where a condition turns that reads one day of several, or else in the middle of the longest."""
    longest: dict[DayFact, None] = {}
    for condition in turning:
        moving = _moving(box, condition)
        if len(moving) == 1:
            return _parted_at(box, moving[0], _turn(box, moving[0], condition))
        longest.update(dict.fromkeys(moving))
    fact = max(longest or box, key=lambda one: _length(box, one))
    first, last = box[fact]
    return _parted_at(box, fact, first + (last - first) // 2)


def _goes_day_by_day(box: Box, condition: Turning) -> bool:
    """Say whether a condition turns with two days, at another place on each of many."""
    lengths = [_length(box, fact) for fact in _moving(box, condition)]
    return len(lengths) > 1 and min(lengths) > LONGEST_FOR_DAYS


def _moving(box: Box, condition: Turning) -> list[DayFact]:
    return [fact for fact in condition.facts if _length(box, fact)]


def _length(box: Box, fact: DayFact) -> timedelta:
    return box[fact][1] - box[fact][0]


def _turn(box: Box, fact: DayFact, condition: Turning) -> date:
    """Give the last day before a condition turns for the first time."""
    before, after = box[fact]
    while after - before > ONE_DAY:
        middle = before + (after - before) // 2
        if condition.turns({**box, fact: (box[fact][0], middle)}):
            after = middle
        else:
            before = middle
    return before


def _parted_at(box: Box, fact: DayFact, day: date) -> Iterator[Box]:
    first, last = box[fact]
    return ({**box, fact: half} for half in ((first, day), (day + ONE_DAY, last)) if first < last)


def as_day(first: date, last: date) -> date | Span:
    """Give what is known of a day that lies between two."""
    return first if first == last else Span(first, last)


def within(days: Iterable[date], first: date, last: date) -> list[date]:
    """Give those days that lie between two, these included."""
    return [day for day in days if first <= day <= last]


def spans_of(case: Case) -> Box:
    """Give the days known in part."""
    return {(owner, name): (day.first, day.last) for owner, days in case.in_part.items() for name, day in days.items()}


class Order:
    """Which of the days known in part cannot be together: that one lies after another is all that cannot be.

    So of what `narrowed` leaves the first days can be together, and the last; and days of some facts between these can be
    as long as no two of them cannot.

    Args:
        case: The family.
    """

    def __init__(self, case: Case) -> None:
        self._whole = dict(spans_of(case))
        self._apart: dict[DayFact, dict[DayFact, timedelta]] = {}
        for earlier, later, apart in _orders(case, self._whole):
            if isinstance(earlier, date) and not isinstance(later, date):
                self._whole[later] = max(self._whole[later][0], earlier + apart), self._whole[later][1]
            elif isinstance(later, date) and not isinstance(earlier, date):
                self._whole[earlier] = self._whole[earlier][0], min(self._whole[earlier][1], later - apart)
            elif not isinstance(earlier, date) and not isinstance(later, date):  # pragma: no branch -- one is in part
                self._lies_after(earlier, later, apart)

    def _lies_after(self, earlier: DayFact, later: DayFact, apart: timedelta) -> None:
        """Enter an order, and those that follow from it and the others."""
        before = {one: days[earlier] for one, days in self._apart.items() if earlier in days} | {earlier: NO_TIME}
        after = self._apart.get(later, {}) | {later: NO_TIME}
        for (one, first), (other, second) in itertools.product(before.items(), after.items()):
            days = self._apart.setdefault(one, {})
            days[other] = max(first + apart + second, days.get(other, NO_TIME))

    def narrowed(self, box: Box) -> Box | None:
        """Leave out the first and the last days that cannot be, whatever the others are; None: none is left."""
        given = {fact: _common(ends, box[fact]) if fact in box else ends for fact, ends in self._whole.items()}
        left = dict(given)
        for one, days in self._apart.items():
            for other, apart in days.items():
                left[other] = max(left[other][0], given[one][0] + apart), left[other][1]
                left[one] = left[one][0], min(left[one][1], given[other][1] - apart)
        return None if any(first > last for first, last in left.values()) else {fact: left[fact] for fact in box}

    def broken(self, days: Mapping[DayFact, date]) -> Iterator[tuple[DayFact, DayFact, timedelta]]:
        """Give of days between those that `narrowed` leaves each two that cannot be together, and how far apart they lie."""
        for one, day in days.items():
            for other, apart in self._apart.get(one, {}).items():
                if other in days and day + apart > days[other]:
                    yield one, other, apart

    def can_be(self, days: Mapping[DayFact, date]) -> bool:
        """Say whether days between those that `narrowed` leaves can be together."""
        return next(self.broken(days), None) is None


def _common(one: tuple[date, date], other: tuple[date, date]) -> tuple[date, date]:
    return max(one[0], other[0]), min(one[1], other[1])


def _orders(case: Case, spans: Box) -> Iterator[tuple[DayFact | date, DayFact | date, timedelta]]:
    """Give each day known in part with another that it cannot lie after, or before, and how far apart they lie at least."""
    whose = {"sponsor": case.sponsor, "case": case}
    for id_, person in case.people:
        for check in checks_of(type(person)):
            facts = [(owner or id_, name) for owner, name in check.compares]
            days = [getattr(whose.get(owner, person), name) for owner, name in facts]
            first, *others = sorted(facts, key=lambda fact: fact not in spans)
            if others and first in spans and all(isinstance(day, date | Span) for day in days):
                yield from _order(case, check, id_, (first, *others))


def _order(
    case: Case, check: Check, id_: str, facts: Sequence[DayFact]
) -> Iterator[tuple[DayFact | date, DayFact | date, timedelta]]:
    """Give the order that is asked of two days, from what is a fault about one of them."""
    one, other = facts
    day, is_told = _day_of(case, other)
    if day == NEVER:
        return

    def cannot_be(moved: date) -> bool:
        tried = with_days(case, {one: moved} if is_told else {one: moved, other: day})
        person: Any = tried.sponsor if id_ == "sponsor" else tried.member(id_)
        return any(check.faults(tried, person))

    apart = ONE_DAY if cannot_be(day) else NO_TIME
    if cannot_be(day + ONE_DAY):
        yield one, day if is_told else other, apart
    elif cannot_be(day - ONE_DAY):
        yield day if is_told else other, one, apart


def _day_of(case: Case, fact: DayFact) -> tuple[date, bool]:
    """Give a day, the first of one that is known in part, and whether it is known."""
    owner, name = fact
    of: Any = {"sponsor": case.sponsor, "case": case}.get(owner) or case.member(owner)
    day = getattr(of, name)
    return first_of(day), not isinstance(day, Span)


def with_days(case: Case, days: Mapping[DayFact, date | Span | None]) -> Case:
    """Give a case with other days, whether or not they can be; those that were known in part."""
    of: dict[str, dict[str, date | Span | None]] = {}
    for (owner, name), day in days.items():
        of.setdefault(owner, {})[name] = day
    members = tuple(_set(member, **of[member.id]) if member.id in of else member for member in case.members)
    sponsor = _set(case.sponsor, **of.get("sponsor", {}))
    told = {owner: {**spans, **of.get(owner, {})} for owner, spans in case.in_part.items()}
    left = {owner: {name: day for name, day in all_.items() if isinstance(day, Span)} for owner, all_ in told.items()}
    in_part = {owner: spans for owner, spans in left.items() if spans}
    return _set(case, sponsor=sponsor, members=members, in_part=in_part)


def without_spans(case: Case) -> Case:
    """Give a case in which days that are known in part are not known at all: no condition reads them."""
    return with_days(case, dict.fromkeys(spans_of(case)))


def _set(thing: _T, **values: Any) -> _T:
    """Give a copy with other values, unchecked: what cannot be is looked at too, to see what lies beside it."""
    other = object.__new__(type(thing))
    for slot in _slots(cast("Any", type(thing))):
        slot.__set__(other, slot.__get__(thing))
    added = {name: values.pop(name) for name in ADDED.get(type(thing), ()) if name in values}
    if added:
        values["added"] = tuple({**dict(cast("Any", thing).added), **added}.items())
    for name, value in values.items():
        object.__setattr__(other, name, value)
    return other


@cache
def _slots(cls: Any) -> list[Any]:
    return [getattr(cls, attribute.name) for attribute in attrs.fields(cls)]
