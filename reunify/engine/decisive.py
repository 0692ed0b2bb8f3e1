"""What decides: the parts that a value rests on, and what a change of each would do to the whole."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import attrs

from reunify.engine.meaning import ELIGIBLE, IDENTITY, LookUp
from reunify.engine.missing import gaps
from reunify.engine.trace import Value

if TYPE_CHECKING:
    from reunify.engine.node import Node

__all__ = ["Effect", "Step", "steps", "through"]


@lru_cache(maxsize=1024)
def through(row: LookUp, table: LookUp) -> LookUp:
    """Give the table that looks up in one and then in the other; there are only so many of them."""
    return tuple(table[mask] for mask in row)


@attrs.define(eq=False)
class Effect:
    """One part of a whole, and what a change in it would do to the whole.

    Attributes:
        value: The part.
        table: For each set of verdicts that the part could have, the set of the whole.
    """

    value: Value
    table: tuple[int, ...] = IDENTITY

    def parts(self) -> list[Effect]:
        """Give the parts of this part that belong in the reasons."""
        value, table = self.value, self.table
        told = [(part, row) for part, row in value.node.rows(value.run) if value.node.tells(part, value)]
        return [Effect(value.run.value(part), row if table is IDENTITY else through(row, table)) for part, row in told]


class Step(NamedTuple):
    """One part of a whole that belongs in the reasons, as far as that follows from sets of verdicts alone.

    Attributes:
        node: The part.
        within: The id of the named condition that it is a detail of.
        holds: Whether it is met.
        decisive: Whether a change of it alone would change the set of the whole.
        gaps: Of a named condition: the parts of it of which facts can be missing; see `missing.gaps`.
        turning: Of a named condition: the one part that gives the day on which it turns, if there is one.
    """

    node: Node
    within: str | None
    holds: bool | None
    decisive: bool
    gaps: tuple[Node, ...]
    turning: Node | None


def steps(at: Effect, within: str | None = None) -> Sequence[Step]:
    """Give a part and all that it rests on, as far as it belongs in the reasons, in the order of the law.

    Args:
        at: The part.
        within: The id of the named condition that it is a detail of.
    """
    return at.value.once((steps, within, at.table), lambda: _steps(at, within))


def _steps(at: Effect, within: str | None) -> list[Step]:
    value, node = at.value, at.value.node
    named = node.id is not None
    lacking = tuple(dict.fromkeys(gaps(value))) if named else ()
    found = [Step(node, within, value.holds, _is_decisive(at), lacking, _turning(value) if named else None)]
    for part in at.parts():
        found += steps(part, node.id if named else within)
    return found


def _is_decisive(at: Effect) -> bool:
    now = at.table[at.value.mask]
    to_unmet = at.value.mask & ELIGIBLE and at.table[at.value.node.unmet] != now
    to_met = at.value.mask != ELIGIBLE and at.table[ELIGIBLE] != now
    return bool(to_unmet or to_met)


def _turning(value: Value) -> Node | None:
    while len(value.parts) == 1:
        (value,) = value.parts
    return value.node if value.node.gives_day is not None else None
