"""What a law asks of one relation, compiled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

import attrs

from reunify.engine.nodes import Contested, Join, Node
from reunify.engine.program import Program, compiled
from reunify.facts import Relation
from reunify.provisions import Ground

__all__ = ["Demands"]


@attrs.frozen(eq=False, slots=False)
class Demands:
    """What a rule set asks of one relation, compiled when it is first asked.

    Attributes:
        relation: What the person is to the sponsor.
        grounds: The grounds that the relation can use, each with all that it asks.
        remarks: What decides on the remarks and on the law that applies.
        milestones: The days of the procedure, and what decides on them.
    """

    relation: Relation
    grounds: tuple[tuple[Ground, Join], ...]
    remarks: tuple[Node, ...]
    milestones: tuple[Node, ...]

    @cached_property
    def program(self) -> Program:
        """The grounds, in the main reading."""
        return compiled(self._roots, given=self._given)

    @cached_property
    def program_of_readings(self) -> Program:
        """The grounds, in the reading that is asked for, and with the other one of each point beside it."""
        return compiled(self._roots, full=True, given=self._given)

    @property
    def _given(self) -> Mapping[str, Relation]:
        return {"relation": self.relation}

    @property
    def _roots(self) -> Iterator[Node]:
        yield from (whole for _, whole in self.grounds)
        yield from (ground.stand_in.when for ground, _ in self.grounds if ground.stand_in is not None)

    @cached_property
    def program_of_remarks(self) -> Program:
        """What decides on the remarks, and beside them on the days of the procedure."""
        return compiled(self.remarks, beside=self.milestones, given=self._given)

    @property
    def follows(self) -> tuple[str, ...]:
        """The facts that name somebody whose verdict has a part in this one, in some reading."""
        read = self.program_of_readings.places
        return tuple(dict.fromkeys(node.refers_to for node in read if node.refers_to is not None))

    @cached_property
    def points(self) -> tuple[Contested, ...]:
        """The contested nodes in the grounds, those within another before it."""
        return tuple(dict.fromkeys(node for _, whole in self.grounds for node in _contested_in(whole)))


def _contested_in(node: Node) -> Iterator[Contested]:
    for child in node.children:
        yield from _contested_in(child)
    if isinstance(node, Contested):
        yield node
