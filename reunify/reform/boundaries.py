"""The boundary set of a rule set: families on both sides of every boundary that its conditions draw.

For each person of `people` and each status, the set starts at a family in which everything is met and
changes the facts that a condition reads, one condition at a time: each value of a yes or no or a list, and
for a day or an amount the last value on one side of the boundary and the first on the other, found by
asking the condition itself. A condition that cannot decide there (another way serves) is tried in the
smallest changed family in which it does decide. So each place of each condition is shown, alone, to make
the difference. Nothing is drawn at random, and nothing here knows of a particular law.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from types import MappingProxyType
from typing import Any, Final, TypeAlias, cast

import attrs

from reunify.facts import (
    ASSUMED,
    NO_MEMBER,
    Case,
    FamilyMember,
    Protection,
    Relation,
    Unknown,
)
from reunify.family import Family
from reunify.faults import BadCase
from reunify.logic import any_of
from reunify.meaning import ELIGIBLE, SETTLED
from reunify.nodes import Contested, Follows, Join, Leaf, Node, Where
from reunify.reform.people import HELD_BACK, PEOPLE, Facts, Person, person
from reunify.reform.turning import changes_about
from reunify.ruleset import RuleSet
from reunify.trace import Standing, Value

MOST_CHANGES: Final = 4
"""The number of conditions of which the facts are changed at most, in one family."""
_MOST_TRIES: Final = 20

# ---------------------------------------------------------------- the families


@attrs.frozen(kw_only=True, order=False, slots=False)
class BoundaryFamily:
    """One family of the boundary set: a person's family with some facts changed.

    Attributes:
        person: The name of the person in `people.PEOPLE`.
        protection: The sponsor's status.
        changes: The facts that differ from the family in which everything is met, in the order of change.
    """

    person: str
    protection: Protection
    changes: tuple[tuple[str, Any], ...] = ()

    @cached_property
    def case(self) -> Case:
        """The family itself."""
        return person(self.person).family(self.protection, dict(self.changes))

    @property
    def who(self) -> Person:
        """The person whom it is about."""
        return person(self.person)

    @property
    def key(self) -> tuple[str, Protection, frozenset[tuple[str, Any]]]:
        """What makes it the same family as another one, however it was found."""
        return self.person, self.protection, frozenset(self.changes)

    def changed(self, more: Facts) -> BoundaryFamily:
        """Give the family with more facts changed; a fact that is as it was at first counts as unchanged."""
        first = self.who.facts
        told = {name: value for name, value in {**dict(self.changes), **more}.items() if _differs(first, name, value)}
        return attrs.evolve(self, changes=tuple(told.items()))


def _differs(first: Facts, name: str, value: Any) -> bool:
    return bool(value != first.get(name, ASSUMED))


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


@attrs.frozen(kw_only=True)
class BoundarySet:
    """The boundary families of one rule set.

    Attributes:
        rule_set: The rule set.
        families: The families, by person and status, the least changed first.
        unshown: The places of conditions that no family shows to decide, by person and status.
    """

    rule_set: RuleSet
    families: tuple[BoundaryFamily, ...]
    unshown: Mapping[tuple[str, Protection], tuple[Place, ...]]

    def __len__(self) -> int:
        return len(self.families)

    def __iter__(self) -> Iterator[BoundaryFamily]:
        return iter(self.families)


@cache
def boundary_set(rule_set: RuleSet) -> BoundarySet:
    """Make the boundary set of a rule set; a second call gives the same one.

    Args:
        rule_set: The law.
    """
    families: list[BoundaryFamily] = []
    unshown = {}
    for who in PEOPLE:
        for protection in Protection:
            found, left = _searched(rule_set, BoundaryFamily(person=who.id, protection=protection))
            families += found
            unshown[who.id, protection] = left
    return BoundarySet(rule_set=rule_set, families=tuple(families), unshown=MappingProxyType(unshown))


_Found: TypeAlias = tuple[tuple[BoundaryFamily, ...], tuple["Place", ...]]
_found: dict[object, _Found] = {}


def _searched(rule_set: RuleSet, start: BoundaryFamily) -> _Found:
    """Search for one person and status, once for all laws that ask the same of everybody in the family."""
    key = (start.key, what_is_asked(rule_set, start.who))
    if key not in _found:
        search = _Search(rule_set, start)
        _found[key] = tuple(search.run()), tuple(search.unshown)
    return _found[key]


def what_is_asked(rule_set: RuleSet, who: Person) -> tuple[object, ...]:
    """Give all that a rule set asks in a person's family; equal for two laws that must come to the same.

    Args:
        rule_set: The law.
        who: The person.
    """
    case = who.family(Protection.REFUGEE)
    relations = dict.fromkeys(member.relation for member in case.members)
    grounds = tuple((relation, *_asked_of(rule_set, relation)) for relation in relations)
    return grounds, rule_set.general, rule_set.other_law


def _asked_of(rule_set: RuleSet, relation: Relation) -> Iterator[object]:
    grounds = [ground for ground in rule_set.grounds if relation in ground.relations]
    yield from (ground.asks for ground in grounds)
    if not grounds:
        yield rule_set.unlisted


# ---------------------------------------------------------------- which condition decides, and where

_Path: TypeAlias = tuple[str, tuple[int, ...]]


@attrs.frozen
class _Looker:
    """Finds in one family which places decide, in the main reading or with one point read the other way.

    What a change of a part would make of the whole is what the explanation says (`logic.Standing`).
    """

    family: Family
    reading: str | None
    sought: Mapping[_Path, int]
    """How many places in or below a node are still sought; where there are none, there is nothing to look for."""

    def value(self, node: Node, member: FamilyMember) -> Value:
        """Give the value of a node."""
        return self.family.evaluate(node, member, self.reading)

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

    def _decides(self, at: Standing, path: _Path) -> bool:
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
            whole = self.value(_whole(self.family.rule_set, other.relation), other)
            return [((), Standing(whole, at.table, at.pairs), other)]
        if isinstance(node, Where) and at.value.run.mask(node.test) not in SETTLED:
            return []
        return [((node.children.index(part.value.node),), part, owner) for part in at.parts()]


def _turned(node: Node, mask: int) -> int:
    return node.unmet if mask == ELIGIBLE else ELIGIBLE


_wholes: dict[tuple[RuleSet, Relation], Node] = {}


def _whole(rule_set: RuleSet, relation: Relation) -> Node:
    """Give all that a rule set asks of a relation as one node."""
    key = (rule_set, relation)
    if key not in _wholes:
        grounds = [whole for _, whole in rule_set.asked_of(relation).grounds]
        _wholes[key] = any_of(*grounds) if grounds else rule_set.unlisted
    return _wholes[key]


# ---------------------------------------------------------------- the search for one person and status


class _Search:
    """Makes the boundary families of one person and status, by going from less to more changed families."""

    def __init__(self, rule_set: RuleSet, start: BoundaryFamily) -> None:
        self._rule_set = rule_set
        self._start = start
        self._roots = [("", _whole(rule_set, start.who.relation))]
        self._roots += [(f"law:{law.point}", law.when) for law in rule_set.other_law]
        self._fixed = start.who.fixed
        self._sought: dict[_Path, int] = {}
        self._to_read: dict[object, set[str]] = {}
        family = Family(start.case, rule_set)
        for name, root in self._roots:
            for path, leaf in _Places(family, self._fixed).below(root, (), start.case.members[0]):
                self._seek((name, path), leaf)
        self._kept: dict[object, BoundaryFamily] = {}
        self._families: dict[object, Family] = {}
        self._variants: dict[tuple[object, str, Leaf], list[BoundaryFamily]] = {}
        self._shown: set[Place] = set()
        self._half_shown: dict[Place, list[BoundaryFamily]] = {}
        self._tries: dict[Place, int] = {}

    def _seek(self, path: _Path, leaf: Leaf) -> None:
        """Note that a place is to be shown."""
        if self._fixed.issuperset(leaf.reads):
            return
        for length in range(len(path[1]) + 1):
            above = path[0], path[1][:length]
            self._sought[above] = self._sought.get(above, 0) + 1

    def _done(self, place: Place) -> None:
        """Note that a place need not be sought any more."""
        for length in range(len(place.path) + 1):
            self._sought[place.root, place.path[:length]] -= 1

    @property
    def unshown(self) -> list[Place]:
        """The places that were tried and never shown to decide."""
        return [place for place in self._tries if place not in self._shown and place not in self._half_shown]

    def run(self) -> list[BoundaryFamily]:
        """Give the families, the least changed first."""
        self._keep(self._start, self._start.changed(HELD_BACK))
        queue = deque([(self._start, 0), *((family, 1) for family in self._first_steps())])
        while queue:
            at, depth = queue.popleft()
            found = list(self._visit(at, None))
            for point in sorted(self._to_read.get(at.key, ())):
                found += self._visit(at, point)
            queue.extend((family, depth + 1) for family in found if depth < MOST_CHANGES)
        for place, families in self._half_shown.items():
            if place not in self._shown:
                self._keep(*families)
        return sorted(self._kept.values(), key=lambda family: len(family.changes))

    def _first_steps(self) -> Iterator[BoundaryFamily]:
        """Give the families in which the facts of one condition are changed, whether it decides or not."""
        seen = {self._start.key}
        for member in self._start.case.members:
            root = _whole(self._rule_set, member.relation)
            trees = [root] if member.id != self._start.person else [node for _, node in self._roots]
            leaves = dict.fromkeys(node for tree in trees for node in tree.walk() if isinstance(node, Leaf))
            for leaf in leaves:
                for family in self._around(self._start, member.id, leaf):
                    if family.key not in seen:
                        seen.add(family.key)
                        yield family

    def _visit(self, at: BoundaryFamily, reading: str | None) -> Iterator[BoundaryFamily]:
        """Show each place that decides in this family and was not shown before; give the families made for it."""
        family = self._family(at)
        looker = _Looker(family, reading, self._sought)
        member = family.case.member(at.person)
        for name, root in self._roots:
            mask = looker.value(root, member).mask
            for place in list(looker.places(root, member, name)):
                if isinstance(place.node, Contested):
                    self._to_read.setdefault(at.key, set()).add(place.node.point)
                elif self._sought.get((name, place.path)):
                    yield from self._show(at, place, place.node, reading, root, mask)

    def _show(
        self, at: BoundaryFamily, place: Place, leaf: Leaf, reading: str | None, root: Node, mask: int
    ) -> Iterator[BoundaryFamily]:
        around = self._around(at, place.owner, leaf)
        held = self._holds(at, place.owner, leaf)
        turned = [family for family in around if self._holds(family, place.owner, leaf) is not held]
        tries = self._tries[place] = self._tries.get(place, 0) + bool(turned)
        if any(self._mask(family, reading, root) != mask for family in turned):
            self._shown.add(place)
            self._done(place)
            self._keep(at, *around)
            yield from around
        elif turned:
            self._half_shown.setdefault(place, [at, *around])
            if tries == _MOST_TRIES:
                self._done(place)

    def _keep(self, *families: BoundaryFamily) -> None:
        for family in families:
            self._kept.setdefault(family.key, family)

    def _family(self, at: BoundaryFamily) -> Family:
        if at.key not in self._families:
            self._families[at.key] = Family(at.case, self._rule_set)
        return self._families[at.key]

    def _holds(self, at: BoundaryFamily, owner: str, leaf: Leaf) -> bool | None:
        family = self._family(at)
        return family.evaluate(leaf, family.case.member(owner)).holds

    def _mask(self, at: BoundaryFamily, reading: str | None, root: Node) -> int:
        family = self._family(at)
        member = family.case.member(at.person)
        return family.evaluate(root, member, reading).mask

    def _around(self, at: BoundaryFamily, owner: str, leaf: Leaf) -> list[BoundaryFamily]:
        """Give the families in which one fact that a condition reads has the other values that matter to it."""
        key = (at.key, owner, leaf)
        if key not in self._variants:
            variants = map(at.changed, changes_about(at.case, at.who, owner, leaf))
            self._variants[key] = list(dict.fromkeys(_possible(variants)))
        return self._variants[key]


def _possible(families: Iterable[BoundaryFamily]) -> Iterator[BoundaryFamily]:
    for family in families:
        try:
            _ = family.case
        except BadCase:
            continue
        yield family


@attrs.frozen
class _Places:
    """Finds the places of conditions that can play a part for a person."""

    family: Family
    fixed: frozenset[str]

    def below(
        self, node: Node, path: tuple[int, ...], member: FamilyMember, *, read: bool = False
    ) -> Iterator[tuple[tuple[int, ...], Leaf]]:
        """Give each place below a node; of a point within the other reading of a point, the main one only."""
        if isinstance(node, Leaf):
            yield path, node
        elif isinstance(node, Contested):
            yield from self.below(node.main, (*path, 0), member, read=read)
            if not read:
                yield from self.below(node.other, (*path, 1), member, read=True)
        elif isinstance(node, Follows):
            case = self.family.case
            followed = [other for other in case.members if other.id == getattr(member, node.reference)]
            for other in followed:
                whole = _whole(self.family.rule_set, other.relation)
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
