"""What a named condition turns on: the facts that it reads, and those that decide whether it is asked at all.

Read from the rules themselves, for `strategies.families(near=…)`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import attrs

from reunify.engine.nodes import Node
from reunify.facts import ORIGINS, Relation
from reunify.faults import did_you_mean
from reunify.ruleset import RuleSet

__all__ = ["Near", "near"]


@attrs.frozen
class Near:
    """Where to draw a family: about the boundaries of a condition or contested point, in one of its places.

    Attributes:
        facts: The facts on which it turns, as conditions name them.
        gates: The facts that decide whether it can make a difference for this person at all.
        relations: The relations for which it is asked.
    """

    facts: frozenset[str]
    gates: frozenset[str]
    relations: frozenset[Relation]


@cache
def near(names: frozenset[str], laws: tuple[RuleSet, ...]) -> tuple[Near, ...]:
    """Find what conditions or contested points turn on, in every law and ground that has them.

    Args:
        names: Their ids; an id names its condition in every ground, ``"parent.in-time"`` in one.
        laws: The laws.

    Raises:
        ValueError: There is no such condition or point; the message names the nearest.
    """
    known = {place.name for place in _places(laws)}
    for law in laws:
        names = frozenset(map(law.name_now, names))
    for name in sorted(names - known):
        message = f"there is no condition or contested point {name!r}{did_you_mean(name, sorted(known)).en}"
        raise ValueError(message)
    return tuple(dict.fromkeys(place.near for place in _places(laws) if place.name in names))


@attrs.frozen
class _Place:
    name: str
    nodes: tuple[Node, ...]
    """The node itself, and the tests that lead to it."""
    aside: tuple[Node, ...]
    """Whom the ground is for, and the other ways in which what it is part of can be met."""
    relations: frozenset[Relation]

    @property
    def near(self) -> Near:
        """What the condition turns on in this place."""
        facts, gates = (frozenset(f for node in nodes for f in _facts_of(node)) for nodes in (self.nodes, self.aside))
        return Near(facts=facts, gates=gates - facts, relations=self.relations)


@cache
def _places(laws: tuple[RuleSet, ...]) -> tuple[_Place, ...]:
    return tuple(_all_places(laws))


def _all_places(laws: Iterable[RuleSet]) -> Iterator[_Place]:
    anybody = frozenset(Relation)
    for law in laws:
        for ground, whole in law.wholes:
            who = () if ground.who is None else (ground.who,)
            for place in _within(_Place("", (whole,), who, ground.relations)):
                yield place
                yield attrs.evolve(place, name=f"{ground.id}.{place.name}")
        yield from _within(_Place("", (law.unlisted,), (), anybody))
        yield from (_Place(other.point, (other.when,), (), anybody) for other in law.other_law)


def _within(place: _Place) -> Iterator[_Place]:
    node, *tests = place.nodes
    yield from (attrs.evolve(place, name=name) for name in node.names)
    inner = tests if node.tested is None else (*tests, node.tested)
    for child in node.children:
        # Of several ways one is enough: that one is met hides the others.
        others = [way for way in node.children if way is not child] if node.one_is_enough else []
        yield from _within(attrs.evolve(place, nodes=(child, *inner), aside=(*place.aside, *others)))


def _facts_of(node: Node) -> Iterator[str]:
    for part in node.walk():
        yield from _known(part.reads)
        if part.refers_to is not None:
            yield part.refers_to


def _known(names: Iterable[str]) -> Iterator[str]:
    """Give the facts behind the names in a signature: of a derived fact those that it is worked out from."""
    for name in names:
        origin = ORIGINS[name]
        if origin.behind:
            yield from _known(origin.behind)
        elif origin.reference is not None:
            yield origin.reference
            yield origin.attribute
        else:
            yield name
