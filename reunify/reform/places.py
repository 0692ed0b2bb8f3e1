"""The places of conditions in what a law asks of a person: which there are, and which of them decide in a family."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias, cast

import attrs

from reunify.facts import NO_MEMBER, Case, FamilyMember, Protection, Relation, Unknown
from reunify.family import Family
from reunify.logic import any_of
from reunify.meaning import ELIGIBLE, SETTLED
from reunify.nodes import Contested, Follows, Join, Leaf, Node, Where
from reunify.reform.people import Person
from reunify.ruleset import RuleSet
from reunify.trace import Standing, Value

__all__ = [
    "Chain",
    "Looker",
    "Path",
    "Place",
    "Places",
    "chain_to",
    "reading_of",
    "roots_of",
    "what_is_asked",
    "whole_of",
]

Path: TypeAlias = tuple[str, tuple[int, ...]]
"""Where a node stands: the name of the tree, and the steps from its root."""
Chain: TypeAlias = tuple[tuple[str, Node], ...]
"""The nodes on the way to a place, each with the id of the member for whom it is read."""


@attrs.frozen(kw_only=True)
class Place:
    """One place of a condition (or of a contested point as a whole) in a rule set.

    Attributes:
        root: The ground (or the dispute over which law applies) in which it stands.
        path: Where it stands in it.
        owner: The member whose facts it reads.
        node: The condition.
    """

    root: str
    path: tuple[int, ...]
    owner: str
    node: Leaf | Contested = attrs.field(eq=False)


@attrs.frozen
class Looker:
    """Finds in one family which places decide, in the main reading or with one point read the other way.

    What a change of a part would make of the whole is what the explanation says (`logic.Standing`).
    """

    family: Family
    reading: str | None
    sought: Mapping[Path, int]
    """How many places in or below a node are still sought; where there are none, there is nothing to look for."""
    value: Callable[[Node, FamilyMember], Value]
    """Gives the value of a node in the family and reading."""

    def places(self, node: Node, member: FamilyMember, root: str) -> Iterator[Place]:
        """Give each place sought in a node whose condition, met or unmet the other way, would change the node's set."""
        todo: list[tuple[Standing, FamilyMember, tuple[int, ...]]] = [(Standing(self.value(node, member)), member, ())]
        while todo:
            at, owner, path = todo.pop()
            if not self.sought.get((root, path)) or len(set(at.table)) == 1:
                continue
            if self._decides(at, (root, path)):
                yield Place(root=root, path=path, owner=owner.id, node=cast("Leaf | Contested", at.value.node))
            if not isinstance(at.value.node, Leaf):
                todo += [(part, whose, (*path, *step)) for step, part, whose in reversed(self._below(at, owner))]

    def _decides(self, at: Standing, path: Path) -> bool:
        node, mask = at.value.node, at.value.mask
        if isinstance(node, Leaf):
            return mask in {node.unmet, ELIGIBLE} and at.table[_turned(node, mask)] != at.table[mask]
        if isinstance(node, Contested) and self.reading is None and self.sought.get((path[0], (*path[1], 1))):
            return at.table[_turned(node, mask)] != at.table[mask]
        return False

    def _below(self, at: Standing, owner: FamilyMember) -> list[tuple[tuple[int, ...], Standing, FamilyMember]]:
        """Give the parts of a part, each with the step to it and whose it is; none while a test is unknown."""
        node = at.value.node
        if isinstance(node, Join):
            return [((step,), part, owner) for step, part in enumerate(at.parts())]
        if isinstance(node, Follows):
            wanted = self.family.view(owner).get(node.reference)
            if isinstance(wanted, Unknown) or wanted in NO_MEMBER:
                return []
            other = self.family.case.member(wanted)
            whole = self.value(whole_of(self.family.rule_set, other.relation), other)
            return [((), Standing(whole, at.table, at.pairs), other)]
        if isinstance(node, Where) and at.value.run.mask(node.test) not in SETTLED:
            return []
        return [((node.children.index(part.value.node),), part, owner) for part in at.parts()]


def _turned(node: Node, mask: int) -> int:
    return node.unmet if mask == ELIGIBLE else ELIGIBLE


_wholes: dict[tuple[RuleSet, Relation], Node] = {}


def whole_of(rule_set: RuleSet, relation: Relation) -> Node:
    """Give all that a rule set asks of a relation as one node."""
    key = (rule_set, relation)
    if key not in _wholes:
        grounds = [whole for _, whole in rule_set.asked_of(relation).grounds]
        _wholes[key] = any_of(*grounds) if grounds else rule_set.unlisted
    return _wholes[key]


def roots_of(rule_set: RuleSet, relation: Relation) -> Iterator[tuple[str, Node]]:
    """Give the trees that a law reads for a person, by name: all that it asks, and when another law applies.

    Args:
        rule_set: The law.
        relation: What the person is to the sponsor.
    """
    yield "", whole_of(rule_set, relation)
    yield from ((f"law:{law.point}", law.when) for law in rule_set.other_law)


def what_is_asked(rule_set: RuleSet, who: Person) -> tuple[object, ...]:
    """Give all that a rule set asks in a person's family; equal for two laws that must come to the same.

    Args:
        rule_set: The law.
        who: The person.
    """
    case = who.family(Protection.REFUGEE)
    relations = dict.fromkeys(member.relation for member in case.members)
    grounds = tuple((relation, *_asked_of(rule_set, relation)) for relation in relations)
    return grounds, rule_set.general, tuple((law.point, law.when) for law in rule_set.other_law)


def _asked_of(rule_set: RuleSet, relation: Relation) -> Iterator[object]:
    grounds = [ground for ground in rule_set.grounds if relation in ground.relations]
    yield from (ground.asks for ground in grounds)
    if not grounds:
        yield rule_set.unlisted


def chain_to(rule_set: RuleSet, case: Case, path: Path) -> Chain:
    """Give the nodes on the way to a place for the first member of a family.

    Args:
        rule_set: The law.
        case: The family.
        path: The place.
    """
    name, steps = path
    member = case.members[0]
    found = [(member, dict(roots_of(rule_set, member.relation))[name])]
    for step in (*steps, None):
        while isinstance(node := found[-1][1], Follows):
            other = case.member(getattr(found[-1][0], node.reference))
            found.append((other, whole_of(rule_set, other.relation)))
        if step is not None:
            found.append((found[-1][0], node.children[step]))
    return tuple((member.id, node) for member, node in found)


def reading_of(chain: Chain) -> str | None:
    """Give the contested point that is read the other way to get to a place."""
    pairs = itertools.pairwise(chain)
    points = (node.point for (_, node), (_, part) in pairs if isinstance(node, Contested) and part is node.other)
    return next(points, None)


@attrs.frozen
class Places:
    """Finds the places of conditions that can play a part for a person."""

    family: Family
    fixed: frozenset[str]

    def below(
        self, node: Node, path: tuple[int, ...], member: FamilyMember, *, read: bool = False
    ) -> Iterator[tuple[tuple[int, ...], str, Leaf]]:
        """Give each place below a node and whose facts it reads; of a point within another reading the main one only."""
        if isinstance(node, Leaf):
            yield path, member.id, node
        elif isinstance(node, Contested):
            yield from self.below(node.main, (*path, 0), member, read=read)
            if not read:
                yield from self.below(node.other, (*path, 1), member, read=True)
        elif isinstance(node, Follows):
            case = self.family.case
            followed = [other for other in case.members if other.id == getattr(member, node.reference)]
            for other in followed:
                whole = whole_of(self.family.rule_set, other.relation)
                yield from self.below(whole, path, other, read=read)
        else:
            for index, child in self._branches(node, member):
                yield from self.below(child, (*path, index), member, read=read)

    def _branches(self, node: Node, member: FamilyMember) -> Iterator[tuple[int, Node]]:
        """Give the children, without the branch that this person never takes."""
        if isinstance(node, Where) and self._is_fixed(node.test):
            taken = self.family.evaluate(node.test, member).mask == ELIGIBLE
            yield (1, node.then) if taken else (2, node.otherwise)
        else:
            yield from enumerate(node.children)

    def _is_fixed(self, test: Node) -> bool:
        return all(self.fixed.issuperset(leaf.reads) for leaf in test.walk() if isinstance(leaf, Leaf))
