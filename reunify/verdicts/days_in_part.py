"""What a family with days known in part comes to under a law, on parts of these days: what `exact` looks at.

It is looked at leaf by leaf; how a family is made is told by who asks.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache, partial, reduce
from operator import or_
from typing import TYPE_CHECKING, Final, TypeAlias

from reunify.demands import Demands
from reunify.engine.nodes import Leaf
from reunify.engine.program import Days, Program
from reunify.facts import Case, FamilyMember
from reunify.ruleset import RuleSet
from reunify.verdicts.exact import Box, DayFact, Turning, as_day, with_days, without_spans
from reunify.verdicts.leafwise import Leafwise

if TYPE_CHECKING:
    from reunify.verdicts.family import Family

__all__ = ["MOST_FORKED", "Asked", "LawLooker", "PartOfDays", "days_together"]


@lru_cache(maxsize=256)
def _steady(program: Program) -> Callable[[tuple[int, ...]], tuple[int, ...]]:
    """Give what picks, of the sets of a program, those of the nodes that turn once only as a day moves on."""
    kept = {place for node, place in program.places.items() if all(part.is_steady for part in node.walk())}
    return lambda masks: tuple([masks[at] for at in kept])


def days_together(program: Program, days_of: Callable[[Leaf], Iterable[date]]) -> tuple[Days, Days]:
    """Give of each day on which a leaf turns the safe end of what it can be, and of those that differ the other end."""
    safe: Days = {}
    spread: Days = {}
    for node in program.places:
        if isinstance(node, Leaf) and node.gives_day is not None and (days := sorted(days_of(node))):
            first, last = days[0], days[-1]
            safe[node.gives_day] = last if node.awaited else first
            if first != last:
                spread[node.gives_day] = first if node.awaited else last
    return safe, spread


MOST_FORKED: Final = 3
"""The number of leaves that turn on a part of the days, above which it is not looked at how they come out together."""
Asked: TypeAlias = tuple[tuple[object, ...], str]
"""What a leaf asks, and of which member."""


class PartOfDays:
    """A part of the days of a family.

    Attributes:
        case: The family on it.
        masks: Gives what the leaves of a program come out as there, for a member.
        days: Gives the days on which they turn; see `days_together`.
    """

    def __init__(self, case: Case, leafwise: Leafwise, box: Box) -> None:
        self.case: Case = with_days(case, {fact: as_day(*ends) for fact, ends in box.items()})
        self._of = partial(leafwise.of, box=box)
        self.masks: Callable[[Program, str], list[int]] = cache(self._masks)
        self.days: Callable[[Program, str], tuple[Days, Days]] = cache(self._days)

    def _masks(self, program: Program, id_: str) -> list[int]:
        return [self._of(leaf, id_).mask for leaf in program.leaves]

    def _days(self, program: Program, id_: str) -> tuple[Days, Days]:
        return days_together(program, lambda leaf: self._of(leaf, id_).days)


class LawLooker:
    """Says of families what they come to for some members: in each condition, and in each reading.

    Attributes:
        facts: The days known in part that a condition reads.
    """

    def __init__(
        self,
        family: Family,
        members: Sequence[FamilyMember],
        make: Callable[[Case, RuleSet], Family],
        leave_open: Callable[[PartOfDays, RuleSet, Mapping[Asked, bool]], Family],
        *,
        only_verdicts: bool,
    ) -> None:
        """Look at a family.

        Args:
            family: The family, under the law.
            members: The member whom it is about, and those whom it can name.
            make: Makes an exact family.
            leave_open: Makes one that is left open on a part of the days, but for leaves of which it is told how they come
                out.
            only_verdicts: Whether the verdicts of the first member are all that counts.
        """
        self._only_verdicts = only_verdicts
        self._case, self._rule_set = family.case, family.rule_set
        self._make, self._leave_open = make, leave_open
        self._ids = [member.id for member in members]
        self._asked = [self._rule_set.asked_of(member.relation) for member in members]
        self._points = dict.fromkeys(node.point for asked in self._asked for node in asked.points)
        self._leafwise = family.leafwise
        self._families: dict[int, Family] = {}
        self._leaves = dict.fromkeys(
            (leaf, id_)
            for id_, asked in zip(self._ids, self._asked, strict=True)
            for program in self._programs(asked)
            for leaf in program.leaves
            if leaf.steady and self._leafwise.read_by(leaf, id_)
        )
        self.facts: list[DayFact] = list(
            dict.fromkeys(fact for leaf, id_ in self._leaves for fact in self._leafwise.read_by(leaf, id_))
        )

    def _programs(self, asked: Demands) -> tuple[Program, ...]:
        if self._only_verdicts:
            return (asked.program,)
        return (
            asked.program_of_readings,
            asked.program_of_remarks,
            self._rule_set.unlisted.alone,
        )

    def family(self, case: Case) -> Family:
        """Give an exact family under the law."""
        if id(case) not in self._families:
            self._families[id(case)] = self._make(without_spans(case), self._rule_set)
        return self._families[id(case)]

    def on(self, case: Case) -> int:
        """Give what an exact family comes to."""
        return self._said(self.family(case))

    def within(self, box: Box) -> int:
        """Give what can come out on a part of the days; of a few leaves that turn, with each that they come out as."""
        return reduce(or_, map(self._said, self._forked(box)))

    def turning(self, box: Box) -> Iterator[Turning]:
        """Give the leaves that turn within a part of the days."""
        for leaf, id_ in self._leaves:
            if self._leafwise.of(leaf, id_, box).turns:
                turns = partial(self._turns, leaf, id_)
                yield Turning(self._leafwise.read_by(leaf, id_), turns)

    def _turns(self, leaf: Leaf, id_: str, box: Box) -> bool:
        return self._leafwise.of(leaf, id_, box).turns

    def open_families(self, boxes: Sequence[Box]) -> Iterable[Family]:
        """Give families that leave open what is not known of parts of the days."""
        found: dict[int, Family] = {}
        for box in boxes:
            for family in self._forked(box):
                found.setdefault(self._said(family), family)
        return found.values()

    def _forked(self, box: Box) -> Iterator[Family]:
        """Give the family on a part of the days: once for each way in which the leaves that turn can come out."""
        of_member = self._programs(self._asked[0])[0].places
        turning = {
            (leaf.asks, id_): (False, True)
            for leaf, id_ in self._leaves
            if id_ == self._ids[0]
            and leaf in of_member
            and (outcomes := self._leafwise.of(leaf, id_, box)).turns
            and outcomes.is_known
        }
        if len(turning) > MOST_FORKED:
            turning = {}
        part = PartOfDays(self._case, self._leafwise, box)
        for met in itertools.product(*turning.values()):
            yield self._leave_open(part, self._rule_set, dict(zip(turning, met, strict=True)))

    def _said(self, family: Family) -> int:
        """Give what a family comes to as bits."""
        if self._only_verdicts:
            return family.person(family.case.member(self._ids[0])).mask
        found: list[int] = []
        differing: set[str] = set()
        people = [(family.case.member(id_), asked) for id_, asked in zip(self._ids, self._asked, strict=True)]
        for member, asked in people:
            run, *others = [family.run(program, member) for program in self._programs(asked)]
            for one in (run, *others):
                found += _steady(one.program)(one.masks)
            differing |= {
                node.point for node in asked.points if run.has(node) and run.mask(node.main) != run.mask(node.other)
            }
        for member, _ in people:
            whole = family.person(member).mask
            found += [
                family.person(member, point).mask if point in differing else whole for point in (None, *self._points)
            ]
        return int.from_bytes(bytes(found))
