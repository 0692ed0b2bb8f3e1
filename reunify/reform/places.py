"""The places of conditions in what a law asks of a person: which there are, and which of them decide in a family."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias, cast

import attrs

from reunify.engine.meaning import ELIGIBLE, SETTLED, LookUp
from reunify.engine.nodes import Contested, Follows, Join, Leaf, Node, Where
from reunify.engine.program import Program, compiled
from reunify.engine.trace import Run, Value
from reunify.facts import Case, FamilyMember, Protection, Relation
from reunify.logic import any_of
from reunify.reform.people import KindOfPerson
from reunify.renamed import old_names
from reunify.ruleset import RuleSet
from reunify.verdicts.family import Family

__all__ = [
    "Chain",
    "Follow",
    "Looker",
    "Path",
    "PlaceInLaw",
    "Places",
    "Spot",
    "chain_to",
    "reading_of",
    "roots_of",
    "what_is_asked",
    "whole_of",
]

if not TYPE_CHECKING:
    __getattr__ = old_names(__name__, Place="PlaceInLaw")

Path: TypeAlias = tuple[str, tuple[int, ...]]
"""Where a node stands: the name of the tree, and the steps from its root."""
Follow: TypeAlias = Callable[[str, str], tuple[str, Value] | None]
Chain: TypeAlias = tuple[tuple[str, Node], ...]
"""The nodes on the way to a place, each with the id of the member for whom it is read."""


@attrs.frozen(kw_only=True)
class PlaceInLaw:
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


_Change: TypeAlias = tuple["Spot", int, int]
"""Where a condition stands, what a node above it would come to with it the other way, and what that comes to now."""


class Looker:
    """Finds in families which places decide, in the main reading or with one point read the other way.

    What a change of a part would make of the whole is what the node says (`Node.rows`). What lies in a node whose
    conditions come to the same is the same in each family; it is worked out once for all that are looked at.
    """

    def __init__(self) -> None:
        self._tops: dict[object, Spot] = {}
        self._programs: dict[object, Program] = {}

    def program(self, root: Node, relation: Relation, reading: str | None) -> Program:
        """Give a tree as it is asked of a relation, compiled; in the main reading no other one is looked at."""
        key = (root, relation, reading is None)
        if key not in self._programs:
            self._programs[key] = compiled([root], full=reading is not None, given={"relation": relation})
        return self._programs[key]

    def changes(self, name: str, root: Value, reading: str | None, follow: Follow) -> tuple[_Change, ...]:
        """Give each place in a tree whose condition, met or unmet the other way, would change the set of the tree.

        Args:
            name: The name of the tree.
            root: The value of its root, for the person whom it is about.
            reading: The contested point that is read the other way.
            follow: Gives the id of the member whom somebody (by id; "" is the person) refers to, and the value of all
                that is asked of that one; None where it is nobody, or not known who.
        """
        return tuple(
            found for found in self.top(name, "", (), root).changes(root.run, reading, follow) if _makes_one(found)
        )

    def top(self, name: str, owner: str, path: tuple[int, ...], root: Value) -> Spot:
        """Give the root of a tree, or of what is asked of a member who is followed there."""
        key = (name, owner, path, root.node, root.run.program)
        if key not in self._tops:
            self._tops[key] = Spot(self, name, path, owner, root.node, root.run.program)
        return self._tops[key]


def _makes_one(change: _Change) -> bool:
    _, turned, now = change
    return turned != now


class Spot:
    """Where a node stands in a tree.

    Attributes:
        root: The name of the tree.
        path: The steps from its root.
        owner: The id of the member whose facts are read; "" for the person whom the tree is about.
        node: The node.
    """

    __slots__ = (
        "_children",
        "_known",
        "_leaves",
        "_looker",
        "_parts",
        "_program",
        "_rows",
        "node",
        "owner",
        "path",
        "root",
    )

    def __init__(
        self, looker: Looker, root: str, path: tuple[int, ...], owner: str, node: Node, program: Program
    ) -> None:
        self.root: str = root
        self.path: tuple[int, ...] = path
        self.owner: str = owner
        self.node: Node = node
        self._looker = looker
        self._program = program
        self._parts: dict[int, Spot] = {}
        self._known: dict[object, tuple[_Change, ...]] = {}
        self._rows: dict[object, tuple[tuple[Spot, LookUp], ...]] = {}
        self._leaves = self._sets_of(one for one in node.walk() if isinstance(one, Leaf))
        self._children = self._sets_of(node.children)

    def _sets_of(self, nodes: Iterable[Node]) -> Callable[[tuple[int, ...]], object]:
        """Give what gives the sets of some nodes among those of all nodes of the program."""
        places = [self._program.places[one] for one in dict.fromkeys(nodes) if one in self._program.places]
        return itemgetter(*places) if places else len

    def place(self, person: str) -> PlaceInLaw:
        """Give it as a place, of the person with an id."""
        return PlaceInLaw(
            root=self.root, path=self.path, owner=self.owner or person, node=cast("Leaf | Contested", self.node)
        )

    def changes(self, run: Run, reading: str | None, follow: Follow) -> tuple[_Change, ...]:
        """Give the conditions here and below that can be turned, each with what that would make of the node here."""
        if self.node.follows_another:
            return tuple(self._changes(run, reading, follow))
        key = (self._leaves(run.masks), reading if self.node.points_below else None)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = tuple(self._changes(run, reading, follow))
        return found

    def _changes(self, run: Run, reading: str | None, follow: Follow) -> Iterator[_Change]:
        node = self.node
        if isinstance(node, Leaf):
            if (mask := run.mask(node)) in {node.unmet, ELIGIBLE}:
                yield self, _turned(node, mask), mask
        elif isinstance(node, Follows):
            followed = follow(self.owner, node.reference)
            if followed is not None:
                top = self._looker.top(self.root, followed[0], self.path, followed[1])
                yield from top.changes(followed[1].run, reading, follow)
        else:
            if isinstance(node, Contested) and reading is None:
                yield self, _turned(node, mask := run.mask(node)), mask
            key = (self._children(run.masks), reading)
            rows = self._rows.get(key)
            if rows is None:
                rows = self._rows[key] = tuple(self._that_matter(run))
            for part, row in rows:
                below = part.changes(run, reading, follow)
                yield from [(spot, row[turned], row[now]) for spot, turned, now in below if row[turned] != row[now]]

    def _that_matter(self, run: Run) -> Iterator[tuple[Spot, LookUp]]:
        """Give the parts that make a difference here, each with which; none while a test is unknown."""
        node = self.node
        if isinstance(node, Where) and run.mask(node.test) not in SETTLED:
            return
        parts = node.rows(run)
        steps = range(len(parts)) if isinstance(node, Join) else [node.children.index(part) for part, _ in parts]
        for step, (_, row) in zip(steps, parts, strict=True):
            if len(set(row)) > 1:
                yield self._part(step), row

    def _part(self, step: int) -> Spot:
        if step not in self._parts:
            part, path = self.node.children[step], (*self.path, step)
            self._parts[step] = Spot(self._looker, self.root, path, self.owner, part, self._program)
        return self._parts[step]


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


def what_is_asked(rule_set: RuleSet, who: KindOfPerson) -> tuple[object, ...]:
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
