"""The contested points whose other reading gives another verdict, for whole columns; for one person see `Outcome.disputes`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

import numpy as np

from reunify.columns._days import DaysOf
from reunify.columns._law import LawOnBlock
from reunify.columns._leaves import as_table, looked_up
from reunify.columns._people import Group
from reunify.columns._tables import Array
from reunify.engine.meaning import ELIGIBLE, SETS, verdict_of
from reunify.engine.nodes import Contested, Follows
from reunify.verdicts.remarks import is_better

Disputed: TypeAlias = dict[int, tuple[str, ...]]
"""The points that are disputed for some rows."""

_IS_OTHER: Final = as_table(verdict_of(one) != verdict_of(other) for one in SETS for other in SETS)
_IS_BETTER: Final = as_table(is_better(one, other) for one in SETS for other in SETS)


class DisputedOf:
    """What is disputed for the persons of a block under one law.

    Args:
        law: The law on the block, in the main reading.
        days: Its days.
    """

    def __init__(self, law: LawOnBlock, days: DaysOf) -> None:
        self._law = law
        self._days = days
        self._found: dict[int, list[str]] = {}

    def points(self) -> Disputed:
        """Give the points by row of the table, for those of whom any is disputed."""
        groups = self._law.block.groups.values()
        possible = possible_in(self._law)
        for other_law in self._law.rule_set.other_law:
            better = _looked_up(_IS_BETTER, possible_in(LawOnBlock(self._law.block, other_law.rule_set)), possible)
            for group in groups:
                when = np.broadcast_to(np.asarray(self._law.mask(group, other_law.when)), len(group.rows))
                self._tell(other_law.point, group.rows[(when == ELIGIBLE) & better[group.rows]])
        changed = dict(self._changed(possible))
        for group in groups:
            self._in_order(group, {point: rows[group.rows] for point, rows in changed.items()})
        return {self._law.block.start + row: tuple(points) for row, points in self._found.items()}

    def _changed(self, possible: Array) -> Iterator[tuple[str, Array]]:
        """Give for each point the rows that have another verdict in its other reading."""
        for point, other in in_other_readings(self._law):
            rows = _looked_up(_IS_OTHER, other, possible)
            if rows.any():
                yield point, rows

    def _points(self, group: Group) -> tuple[Contested, ...]:
        return self._law.rule_set.asked_of(group.relation).points

    def _in_order(self, group: Group, changed: dict[str, Array]) -> None:
        """Tell a person's own points in the order of the law, and after them those of the members whom it follows."""
        left = {point: rows.copy() for point, rows in changed.items()}
        for node in self._points(group):
            rows = left.get(node.point)
            if rows is not None and rows.any():
                mine = rows & self._differs(group, node)
                self._tell(node.point, group.rows[mine])
                left[node.point] = rows & ~mine
        for point in self._points_followed(group):
            self._tell(point, group.rows[left[point]] if point in left else ())

    def _differs(self, group: Group, node: Contested) -> Any:
        one, other = self._law.mask(group, node.main), self._law.mask(group, node.other)
        return np.not_equal(one, other) | self._days.differ(group, node.main, node.other)

    def _points_followed(self, group: Group) -> Iterator[str]:
        grounds = self._law.rule_set.asked_of(group.relation).grounds
        nodes = (node for _, whole in grounds for node in whole.walk())
        references = dict.fromkeys(node.reference for node in nodes if isinstance(node, Follows))
        others = (other for reference in references for other in self._law.groups_followed(reference))
        yield from dict.fromkeys(node.point for other in others for node in self._points(other))

    def _tell(self, point: str, rows: Any) -> None:
        for row in np.asarray(rows, dtype=np.intp).tolist():
            self._found.setdefault(row, []).append(point)


def possible_in(law: LawOnBlock) -> Array:
    """Give the verdicts that are still possible for each row of a block under a law, in its reading."""
    for group in law.block.groups.values():
        law.opened(group)
    return law.possible


def in_other_readings(law: LawOnBlock) -> Iterator[tuple[str, Array]]:
    """Give each contested point that a block can meet, with the verdicts that are possible in its other reading."""
    asked = (law.rule_set.asked_of(relation) for relation in law.block.groups)
    for point in dict.fromkeys(node.point for one in asked for node in one.points):
        yield point, possible_in(LawOnBlock(law.block, law.rule_set, point))


def _looked_up(table: bytes, one: Array, other: Array) -> Array:
    found: Array = looked_up(table, one << 3 | other) != 0
    return found
