"""From which day a person may come, and until which day the application can be made, for whole columns.

What each kind of node says of days it says itself, as for one person (see `reunify.engine.days`); here is what it says that of:
arrays of ordinals, or one for all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any

import numpy as np

from reunify.columns._law import LawOnBlock
from reunify.columns._leaves import asked
from reunify.columns._many import Days, in_parts
from reunify.columns._people import Group
from reunify.columns._tables import UNKNOWN, Array
from reunify.engine.days import AT_ONCE, NEVER_COMES, NO_DAY, NOTHING, Cure, DatedOnce, Ordinals, is_day
from reunify.engine.meaning import ELIGIBLE
from reunify.engine.nodes import Contested, Leaf, Node, Where


class DaysOf:
    """The days of the persons of a block under one law.

    Args:
        law: The law on the block.
    """

    def __init__(self, law: LawOnBlock) -> None:
        self.law = law
        self._values: dict[tuple[Group, Node], _Values] = {}
        self._of_best: dict[tuple[Group, str], Any] = {}

    def of(self, group: Group, node: Node) -> _Values:
        """Give the values of a node."""
        key = (group, node)
        if key not in self._values:
            self._values[key] = _Values(self, group, node)
        return self._values[key]

    def eligible_from(self, group: Group) -> Array:
        """Give the day from which time has done its work on the best ground; zero: there is none."""
        day = self.best(group, "eligible_from", lambda value: value.node.waits_for(value), NEVER_COMES)
        return np.where(is_day(day), day, NO_DAY)

    def deadline(self, group: Group) -> Array:
        """Give the last day for the application on the best ground; zero: there is none."""
        return self.best(group, "deadline", lambda value: value.last_day, NO_DAY)

    def differ(self, group: Group, one: Node, other: Node) -> Any:
        """Say for whom two nodes have other days."""
        first, second = self.of(group, one), self.of(group, other)
        return (first.waits_for != second.waits_for) | (first.last_day != second.last_day)

    def best(self, group: Group, what: str, of: Callable[[_Values], Ordinals], otherwise: int) -> Array:
        """Give something of the best ground of each person of a group."""
        key = (group, what)
        if key not in self._of_best:
            found = np.full(len(group.rows), otherwise, dtype=np.int32)
            best = self.law.best(group)
            for one in self.law.opened(group):
                rows = best == one.code
                if rows.any():
                    found[rows] = np.broadcast_to(of(self.of(group, one.whole)), len(rows))[rows]
            self._of_best[key] = found
        kept: Array = self._of_best[key]
        return kept


class _Values(DatedOnce):
    """What a node comes to for the persons of a group; see `reunify.engine.days.Dated`."""

    def __init__(self, days: DaysOf, group: Group, node: Node) -> None:
        super().__init__(node)
        self._days = days
        self._law = days.law
        self._group = group

    @staticmethod
    def either(test: Any, one: Ordinals, other: Ordinals) -> Ordinals:
        """Give the one for whom it is so, and the other for the rest."""
        if np.ndim(test) == 0:
            return one if test else other
        return np.where(test, np.asarray(one, dtype=np.int32), np.asarray(other, dtype=np.int32))

    @staticmethod
    def lowest(numbers: Sequence[Ordinals]) -> Ordinals:
        """Give the lowest for each."""
        return reduce(np.minimum, numbers)

    @staticmethod
    def highest(numbers: Sequence[Ordinals]) -> Ordinals:
        """Give the highest for each."""
        return reduce(np.maximum, numbers)

    def of(self, node: Node) -> _Values:
        """Give the values of another node for the same persons."""
        return self._days.of(self._group, node)

    @property
    def may_be_met(self) -> Any:
        """For whom it can be that the node is met."""
        return (self._law.mask(self._group, self.node) & ELIGIBLE) != 0

    @property
    def is_met(self) -> Any:
        """For whom the node is met."""
        return self._law.mask(self._group, self.node) == ELIGIBLE

    @property
    def parts(self) -> list[_Values]:
        """The parts, of a contested point those of its main reading."""
        return [
            self.of(part) for part in ((self.node.main,) if isinstance(self.node, Contested) else self.node.children)
        ]

    @property
    def branches(self) -> list[tuple[Any, _Values]]:
        """For whom each branch of a `where` counts, and it."""
        test, then, otherwise = self.parts
        return [(test.may_be_met, then), (np.logical_not(test.is_met), otherwise)]

    @property
    def failing(self) -> list[tuple[Any, _Values]]:
        """For whom each part counts and is not met, and it."""
        counted = self.branches if isinstance(self.node, Where) else [(True, part) for part in self.parts]
        return [(counts & np.logical_not(part.may_be_met), part) for counts, part in counted]

    @property
    def turns_on(self) -> Ordinals:
        """The day on which a leaf turns."""
        leaf = self.node
        if not isinstance(leaf, Leaf) or leaf.gives_day is None:
            return NO_DAY
        key = (leaf.function, leaf.facts)
        if key not in self._group.days:
            self._group.days[key] = _day_of(self._group, leaf)
        return self._group.days[key]

    # -- another member

    @property
    def followed_waits_for(self) -> Ordinals:
        """The day from which the member followed may come; none need be waited for where it is not known who that is."""
        return self._followed(NEVER_COMES, AT_ONCE, self._person_waits_for)

    def done_for_followed(self, otherwise: Cure) -> Cure:
        """Give what can still be done for the member followed."""
        what = self._followed(-1, -1, lambda other: self._done_for_person(other, 0))
        day = self._followed(-1, -1, lambda other: self._done_for_person(other, 1))
        return np.where(what < 0, otherwise[0], what), np.where(what < 0, otherwise[1], day)

    def _person_waits_for(self, group: Group) -> Array:
        """Give `Person.wait` of each person of a group."""
        waits = self._days.best(group, "waits_for", lambda value: value.waits_for, NEVER_COMES)
        self._law.opened(group)
        return np.where(self._law.possible[group.rows] & ELIGIBLE, AT_ONCE, waits)

    def _done_for_person(self, group: Group, at: int) -> Array:
        """Give one half of `Person.remedied` of each person of a group."""
        return self._days.best(group, f"can_be_done {at}", lambda value: value.can_be_done[at], (NOTHING, NO_DAY)[at])

    def _followed(self, nobody: int, anybody: int, of: Callable[[Group], Array]) -> Array:
        """Give what is so of the member whom a fact names."""
        reference = self.node.refers_to or ""
        codes = self._law.rows_followed(self._group, reference)
        found = np.full(len(codes), nobody, dtype=np.int32)
        found[codes == UNKNOWN] = anybody
        for other in self._law.groups_followed(reference):
            of_rows = np.full(len(self._law.possible), nobody, dtype=np.int32)
            named = np.flatnonzero(codes >= 0)
            named = named[np.isin(codes[named], other.rows)]
            if len(named):
                of_rows[other.rows] = of(other)
                found[named] = of_rows[codes[named]]
        return found


def _day_of(group: Group, leaf: Leaf) -> Ordinals:
    columns = [group.fact(name) for name in leaf.facts]
    known: Any = True
    for column in columns:
        known = known & column.known()
    found = np.zeros(len(group.rows), dtype=np.int32)

    def day(part: Array) -> Any:
        return asked(leaf, leaf.function, [column.at(part) for column in columns])

    for part, value in in_parts(day, np.flatnonzero(np.broadcast_to(known, len(found)))):
        found[part] = value.codes if isinstance(value, Days) else value.toordinal()
    return found
