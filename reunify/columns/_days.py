"""From which day a person may come, and until which day the application can be made, for whole columns.

What each kind of node says of days stands in `reunify.nodes`, for one person; here it is said for many. A test holds the
two equal. Days are ordinals, `NO_WAIT` and `NEVER` among them; zero is no day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import Any, Final, TypeAlias

import attrs
import numpy as np

from reunify.columns._law import Law
from reunify.columns._many import Days, Masks, called, in_parts
from reunify.columns._people import Group
from reunify.columns._tables import UNKNOWN, Array
from reunify.meaning import ELIGIBLE
from reunify.nodes import Always, Contested, Curable, Follows, Join, Leaf, Node, Not, Remedy, Where
from reunify.terms import NEVER
from reunify.trace import NO_WAIT

Ordinals: TypeAlias = Any
"""Ordinals of days: an array, or one for all."""

_NONE: Final = 0
_NO_WAIT: Final = NO_WAIT.toordinal()
_NEVER: Final = NEVER.toordinal()


@attrs.frozen(eq=False)
class _Remedied:
    """What can still be done: for each person whether anything, whether by action, and the day that time brings."""

    something: Any
    by_action: Any
    day: Ordinals = _NONE


_ACTION: Final = _Remedied(True, True)  # noqa: FBT003 -- one answer for all
_TIME: Final = _Remedied(True, False)  # noqa: FBT003 -- as above
_NOTHING: Final = _Remedied(False, False)  # noqa: FBT003 -- as above
_OF_REMEDY: Final = {Remedy.ACTION: _ACTION, Remedy.TIME: _TIME, Remedy.NONE: _NOTHING}


class DaysOf:
    """The days of the persons of a block under one law.

    Args:
        law: The law on the block.
    """

    def __init__(self, law: Law) -> None:
        self._law = law
        self._waits: dict[tuple[Group, Node], Ordinals] = {}
        self._deadlines: dict[tuple[Group, Node], Ordinals] = {}
        self._remedies: dict[tuple[Group, Node], _Remedied] = {}
        self._of_best: dict[tuple[Group, str], Any] = {}

    def eligible_from(self, group: Group) -> Array:
        """Give the day from which time has done its work on the best ground; zero: there is none."""
        day = self._best(group, "eligible_from", lambda node: self._waits_for(group, node), _NEVER)
        return np.where((day > _NO_WAIT) & (day < _NEVER), day, _NONE)

    def deadline(self, group: Group) -> Array:
        """Give the last day for the application on the best ground; zero: there is none."""
        return self._best(group, "deadline", lambda node: self._deadline(group, node), _NONE)

    def differ(self, group: Group, one: Node, other: Node) -> Any:
        """Say for whom two nodes have other days."""
        waits = self._wait(group, one) != self._wait(group, other)
        return waits | (self._deadline(group, one) != self._deadline(group, other))

    def _best(self, group: Group, what: str, of: Any, otherwise: int) -> Array:
        key = (group, what)
        if key not in self._of_best:
            found = np.full(len(group.rows), otherwise, dtype=np.int32)
            best = self._law.best(group)
            for one in self._law.opened(group):
                rows = best == one.code
                if rows.any():
                    found[rows] = np.broadcast_to(of(one.whole), len(rows))[rows]
            self._of_best[key] = found
        kept: Array = self._of_best[key]
        return kept

    # -- the day on which a leaf turns

    def _turns_on(self, group: Group, leaf: Leaf) -> Ordinals:
        """Give the day on which a leaf turns; zero where it is not known, or where it turns on none."""
        if leaf.gives_day is None:
            return _NONE
        key = (leaf.function, leaf.facts)
        if key not in group.days:
            group.days[key] = _day_of(group, leaf)
        return group.days[key]

    # -- what is waited for

    def _wait(self, group: Group, node: Node) -> Ordinals:
        """Give `Value.wait`: none is needed where the node can be met already."""
        key = (group, node)
        if key not in self._waits:
            waits = self._waits_for(group, node)
            self._waits[key] = _where(self._may_be_met(group, node), _NO_WAIT, waits)
        return self._waits[key]

    def _waits_for(self, group: Group, node: Node) -> Ordinals:
        """Give `Node.wait`."""
        match node:
            case Leaf():
                day = self._turns_on(group, node) if node.curable is Curable.BY_TIME else _NONE
                return _where(day == _NONE, _NO_WAIT if node.curable is Curable.BY_ACTION else _NEVER, day)
            case Join():
                return self._join_waits_for(group, node)
            case Where():
                test = self._law.mask(group, node.test)
                then = _where(_met(test), self._wait(group, node.then), _NEVER)
                return _lower(then, _where(_is(test), _NEVER, self._wait(group, node.otherwise)))
            case Contested():
                return self._wait(group, node.main)
            case Follows():
                return self._followed(group, node.reference, _NEVER, _NO_WAIT, self._of_person)
            case Always() | Not():
                return _NEVER
        message = f"it is not said what is waited for by {node!r}"
        raise NotImplementedError(message)

    def _join_waits_for(self, group: Group, node: Join) -> Ordinals:
        waits = [self._wait(group, part) for part in node.parts]
        if node.every:
            last = reduce(_higher, waits)
            asks_action = self._all_remedied(group, node.parts) if node.id is not None else _NOTHING
            return _where(asks_action.by_action, _NO_WAIT, last)
        brought = [_where((day > _NO_WAIT) & (day < _NEVER), day, _NEVER + 1) for day in waits]
        first = reduce(_lower, brought)
        first = _where(first > _NEVER, reduce(_lower, waits), first)
        can_be_met = reduce(np.logical_or, (self._may_be_met(group, part) for part in node.parts))
        return _where(can_be_met, _NO_WAIT, first)

    def _of_person(self, group: Group) -> Array:
        """Give `Person.wait` of each person of a group."""
        rows = group.rows
        waits = self._best(group, "wait", lambda node: self._wait(group, node), _NEVER)
        self._law.opened(group)
        return np.where(self._law.possible[rows] & ELIGIBLE, _NO_WAIT, waits)

    # -- what can still be done

    def _remedied(self, group: Group, node: Node) -> _Remedied:
        key = (group, node)
        if key not in self._remedies:
            self._remedies[key] = self._find_remedied(group, node)
        return self._remedies[key]

    def _find_remedied(self, group: Group, node: Node) -> _Remedied:
        if isinstance(node, Follows):
            return self._remedied_of_followed(group, node)
        if isinstance(node, Leaf) and node.remedy is None and node.awaited:
            day = self._turns_on(group, node)
            brings = (day != _NONE) & (day < _NEVER)
            return _Remedied(brings, False, _where(brings, day, _NONE))  # noqa: FBT003 -- never by action
        if node.remedy is None and isinstance(node, Join) and not node.every:
            return self._one_remedied(group, node.parts)
        return self._by_itself(group, node)

    def _by_itself(self, group: Group, node: Node) -> _Remedied:
        if node.remedy is not None:
            return _OF_REMEDY[node.remedy]
        if node.curable is Curable.BY_ACTION:
            return _ACTION
        if isinstance(node, Where):
            test = self._law.mask(group, node.test)
            return self._all_remedied(group, (node.then, node.otherwise), (_met(test), ~np.asarray(_is(test))))
        parts = (node.main,) if isinstance(node, Contested) else node.children
        return self._all_remedied(group, parts) if parts else _NOTHING

    def _all_remedied(self, group: Group, parts: Sequence[Node], counted: Sequence[Any] = ()) -> _Remedied:
        unmet, found = self._unmet(group, parts, counted)
        any_unmet = reduce(np.logical_or, unmet)
        hopeless = reduce(np.logical_or, (u & ~np.asarray(one.something) for u, one in zip(unmet, found, strict=True)))
        something = any_unmet & ~np.asarray(hopeless)
        action = reduce(np.logical_or, (u & np.asarray(one.by_action) for u, one in zip(unmet, found, strict=True)))
        day = reduce(_higher, (_where(u, one.day, _NONE) for u, one in zip(unmet, found, strict=True)))
        return _Remedied(something, something & action, _where(something, day, _NONE))

    def _one_remedied(self, group: Group, parts: Sequence[Node]) -> _Remedied:
        unmet, found = self._unmet(group, parts)
        pairs = list(zip(unmet, found, strict=True))
        by_time = [u & np.asarray(one.something) & ~np.asarray(one.by_action) & (one.day != _NONE) for u, one in pairs]
        day = reduce(_lower, (_where(t, one.day, _NEVER) for t, (_, one) in zip(by_time, pairs, strict=True)))
        time = reduce(np.logical_or, by_time)
        action = reduce(np.logical_or, (u & np.asarray(one.by_action) for u, one in pairs)) & ~np.asarray(time)
        return _Remedied(time | action, action, _where(time, day, _NONE))

    def _unmet(
        self, group: Group, parts: Sequence[Node], counted: Sequence[Any] = ()
    ) -> tuple[list[Any], list[_Remedied]]:
        unmet = [~np.asarray(self._may_be_met(group, part)) for part in parts]
        if counted:
            unmet = [u & np.asarray(one) for u, one in zip(unmet, counted, strict=True)]
        return unmet, [self._remedied(group, part) for part in parts]

    def _remedied_of_followed(self, group: Group, node: Follows) -> _Remedied:
        own = self._by_itself(group, node)
        given = [
            self._followed(group, node.reference, value, value, lambda other, at=at: self._remedy_of_person(other)[at])
            for at, value in enumerate((-1, -1, -1))
        ]
        something, action, day = given
        nobody = something == -1
        return _Remedied(
            np.where(nobody, own.something, something == 1),
            np.where(nobody, own.by_action, action == 1),
            np.where(nobody, own.day, day),
        )

    def _remedy_of_person(self, group: Group) -> tuple[Array, Array, Array]:
        """Give `Person.remedied` of each person of a group."""
        said = ("something", "by_action", "day")
        found = [
            self._best(group, name, lambda node, name=name: getattr(self._remedied(group, node), name), _NONE)
            for name in said
        ]
        return found[0], found[1], found[2]

    # -- the last day for the application

    def _deadline(self, group: Group, node: Node) -> Ordinals:
        if not node.names_deadline:
            return _NONE
        key = (group, node)
        if key not in self._deadlines:
            self._deadlines[key] = self._find_deadline(group, node)
        return self._deadlines[key]

    def _find_deadline(self, group: Group, node: Node) -> Ordinals:
        match node:
            case Leaf():
                return self._turns_on(group, node) if node.is_term else _NONE
            case Join():
                days = [self._deadline(group, part) for part in node.parts if part.names_deadline]
                return _earliest(days) if node.every else reduce(_higher, days)
            case Where():
                test = self._law.mask(group, node.test)
                then = _where(_met(test), self._deadline(group, node.then), _NONE)
                otherwise = _where(_is(test), _NONE, self._deadline(group, node.otherwise))
                first = _earliest((self._deadline(group, node.test), then))
                return _where(_is(test), then, _higher(first, otherwise))
            case Contested():
                return self._deadline(group, node.main)
        return _NONE

    # -- another member

    def _followed(self, group: Group, reference: str, nobody: int, anybody: int, of: Any) -> Array:
        """Give what is so of the member whom a fact names."""
        codes = self._law.rows_followed(group, reference)
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

    def _may_be_met(self, group: Group, node: Node) -> Any:
        return _met(self._law.mask(group, node))


def _day_of(group: Group, leaf: Leaf) -> Ordinals:
    columns = [group.fact(name) for name in leaf.facts]
    known: Any = True
    for column in columns:
        known = known & column.known()
    found = np.zeros(len(group.rows), dtype=np.int32)

    def day(part: Array) -> Any:
        return called(leaf.function, [column.at(part) for column in columns])

    for part, value in in_parts(day, np.flatnonzero(np.broadcast_to(known, len(found)))):
        found[part] = value.codes if isinstance(value, Days) else value.toordinal()
    return found


def _met(mask: Masks) -> Any:
    return (mask & ELIGIBLE) != 0


def _is(mask: Masks) -> Any:
    return mask == ELIGIBLE


def _where(test: Any, one: Ordinals, other: Ordinals) -> Any:
    return (one if test else other) if np.ndim(test) == 0 else np.where(test, one, other)


def _lower(one: Ordinals, other: Ordinals) -> Any:
    return np.minimum(one, other)


def _higher(one: Ordinals, other: Ordinals) -> Any:
    return np.maximum(one, other)


def _earliest(days: Iterable[Ordinals]) -> Any:
    """Give the earliest of some days, of which zero is none."""
    first = reduce(_lower, (_where(np.equal(day, _NONE), _NEVER + 1, day) for day in days))
    return _where(np.greater(first, _NEVER), _NONE, first)
