"""What a family with days known in part comes to: the union of what it comes to on each of the days that they can be.

The days of one person are looked at together, so that two conditions on one day never contradict each other. A part of
the days in which every condition comes out the same is looked at once; where that is not seen at its corners, it is
parted again. Nothing here knows of a particular law.
"""

from __future__ import annotations

import copy
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final, TypeAlias, TypeVar

from reunify.facts import MEMBER_FACTS, SPONSOR_FACTS, Case, FactKind, Span, contradictions

_Fact: TypeAlias = tuple[str, str]
"""Whose fact (``"sponsor"`` or the member's id) and its name."""
_Point: TypeAlias = tuple[date, ...]
_Box: TypeAlias = tuple[tuple[date, date], ...]
"""For each fact the first and the last day."""

MOST_FAMILIES: Final = 200
"""How many exact families are looked at for one person before the rest is left open."""
MOST_BOXES: Final = 400
"""How many parts of the days are looked at for one person before the rest is left open."""
LEFT_OPEN: Final[Mapping[str, Mapping[str, Span]]] = {}
"""What is known in part in a family that stands for those that were not looked at: nothing."""
_ONE_DAY: Final = timedelta(days=1)
_T = TypeVar("_T")


def exact_cases(
    case: Case, persons: Sequence[str], known: Sequence[date], comes_to: Callable[[Case], object]
) -> tuple[Case, ...]:
    """Give exact families that together come to all that the days of a family can come to.

    Where that takes too many, the same family without those days is one of them: it leaves open more.

    Args:
        case: The family.
        persons: Whose days matter, by id.
        known: Days at which a condition can turn besides those in the case.
        comes_to: Gives what an exact family comes to: what each condition comes out as.
    """
    search = _Search(case, [(owner, name) for owner in persons for name in case.in_part.get(owner, ())], comes_to)
    whole = search.run(sorted({*_days_of(case), *known}))
    open_case = _set(_with_days(case, dict.fromkeys(search.facts)), in_part=LEFT_OPEN)
    return (*map(search.at, search.taken), *(() if whole else (open_case,)))


class _Search:
    """Looks for exact families: box by box, at the corners.

    Attributes:
        facts: What is known in part.
        taken: The days of the families found.
    """

    def __init__(self, case: Case, facts: Sequence[_Fact], comes_to: Callable[[Case], object]) -> None:
        self.facts = facts
        self.taken: dict[_Point, None] = {}
        self._case = case
        self._comes_to = comes_to
        self._found: dict[_Point, Case] = {}
        self._outcomes: dict[_Point, object] = {}
        self._possible: dict[tuple[date | Span, ...], bool] = {}

    def run(self, turning: Sequence[date]) -> bool:
        """Look everywhere; say whether that came to an end."""
        spans = [self._case.in_part[owner][name] for owner, name in self.facts]
        boxes = itertools.product(*(_parted(span, turning) for span in spans))
        todo: list[_Box] = list(itertools.islice(boxes, MOST_BOXES))
        looked_at = 0
        while todo:
            box = todo.pop()
            looked_at += 1
            if len(self._found) + 2 ** len(box) > MOST_FAMILIES or looked_at >= MOST_BOXES:
                return False
            if self._can_be(tuple(map(_day, box))):
                todo += self._looked_at(box)
        return bool(self.taken)

    def _looked_at(self, box: _Box) -> Iterator[_Box]:
        """Take the families at the corners if they stand for all between them; if not, give the halves."""
        corners = tuple(dict.fromkeys(itertools.product(*box)))
        possible = [corner for corner in corners if self._can_be(corner)]
        turning = self._turning(box, corners)
        if possible and not turning:
            self.taken.update(dict.fromkeys(possible))
        else:
            yield from _halves(box, turning or range(len(box)))

    def _turning(self, box: _Box, corners: Iterable[_Point]) -> list[int]:
        """Give the days, by their place, of which moving one alone changes what comes out somewhere."""
        return [
            at
            for at, (first, last) in enumerate(box)
            if first != last
            and any(
                self._outcome(corner) != self._outcome((*corner[:at], last, *corner[at + 1 :]))
                for corner in corners
                if corner[at] == first
            )
        ]

    def at(self, point: _Point) -> Case:
        """Give the family with these days."""
        if point not in self._found:
            self._found[point] = _with_days(self._case, dict(zip(self.facts, point, strict=True)))
        return self._found[point]

    def _outcome(self, point: _Point) -> object:
        if point not in self._outcomes:
            self._outcomes[point] = self._comes_to(self.at(point))
        return self._outcomes[point]

    def _can_be(self, days: tuple[date | Span, ...]) -> bool:
        """Say whether there is such a family: some day of each does not contradict the others."""
        if days not in self._possible:
            case = _with_days(self._case, dict(zip(self.facts, days, strict=True)))
            self._possible[days] = not any(contradictions(case))
        return self._possible[days]


def _day(ends: tuple[date, date]) -> date | Span:
    return ends[0] if ends[0] == ends[1] else Span(*ends)


def _parted(span: Span, turning: Sequence[date]) -> Iterator[tuple[date, date]]:
    """Part a span at the days at which something can turn, its ends among them: each for itself, and what lies between."""
    first = span.first
    for day in turning:
        if first <= day <= span.last:
            if first < day:
                yield first, day - _ONE_DAY
            yield day, day
            first = day + _ONE_DAY


def _halves(box: _Box, places: Iterable[int]) -> Iterator[_Box]:
    """Halve a box, at one of these places, where it is longest."""
    index = max(places, key=lambda at: box[at][1] - box[at][0])
    first, last = box[index]
    middle = first + (last - first) // 2
    for half in ((first, middle), (middle + _ONE_DAY, last)):
        yield (*box[:index], half, *box[index + 1 :])


def _days_of(case: Case) -> Iterator[date]:
    """Give the days in a case, and the ends of those known in part."""
    people = [(case.sponsor, SPONSOR_FACTS), *((member, MEMBER_FACTS) for member in case.members)]
    for person, facts in people:
        for name, about in facts.items():
            day = getattr(person, name) if about.kind is FactKind.DATE else None
            yield from (day.first, day.last) if isinstance(day, Span) else (day,) if isinstance(day, date) else ()
    if case.decided_on is not None:
        yield case.decided_on


def _with_days(case: Case, days: Mapping[_Fact, date | Span | None]) -> Case:
    """Give a case with other days, whether or not they can be."""
    of: dict[str, dict[str, date | Span | None]] = {}
    for (owner, name), day in days.items():
        of.setdefault(owner, {})[name] = day
    members = tuple(_set(member, **of[member.id]) if member.id in of else member for member in case.members)
    sponsor = _set(case.sponsor, **of.get("sponsor", {}))
    in_part = {
        owner: {name: span for name, span in spans.items() if (owner, name) not in days}
        for owner, spans in case.in_part.items()
    }
    return _set(
        case, sponsor=sponsor, members=members, in_part={owner: spans for owner, spans in in_part.items() if spans}
    )


def _set(thing: _T, **values: Any) -> _T:
    """Give a copy with other values, unchecked: what cannot be is looked at too, to see what lies beside it."""
    other = copy.copy(thing)
    for name, value in values.items():
        object.__setattr__(other, name, value)
    return other
