"""The boundary set of a rule set: families on both sides of every boundary that its conditions draw.

For each person of `people` and each status, the set starts at a family in which everything is met and
changes the facts that a condition reads, one condition at a time: each value of a yes or no or a list, and
for a day or an amount the last value on one side of the boundary and the first on the other, found by
asking the condition itself. A condition that cannot decide there (another way serves) is tried in the
smallest changed family in which it does decide. So each place of each condition is shown, alone, to make
the difference. Nothing is drawn at random, and nothing here knows of a particular law.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache, cached_property, lru_cache, partial
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import attrs

from reunify.engine.nodes import Contested, Leaf, Node
from reunify.engine.trace import Value
from reunify.facts import (
    ASSUMED,
    NO_MEMBER,
    REFERENCES,
    Case,
    FamilyMember,
    Protection,
    Unknown,
)
from reunify.faults import BadCase
from reunify.reform.people import HELD_BACK, PEOPLE, Facts, KindOfPerson, person
from reunify.reform.places import (
    Looker,
    Path,
    PlaceInLaw,
    Places,
    Spot,
    chain_to,
    reading_of,
    roots_of,
    what_is_asked,
    whole_of,
)
from reunify.reform.turning import changes_about
from reunify.reform.written import told_changes
from reunify.ruleset import RuleSet
from reunify.seldom import looking_seldom
from reunify.text import Lang
from reunify.verdicts.family import Family

__all__ = [
    "MOST_CHANGES",
    "BoundaryFamily",
    "BoundarySet",
    "boundary_set",
    "complete_boundary_set",
]

MOST_CHANGES: Final = 4
"""The number of conditions of which the facts are changed at most, in one family."""
_MOST_TRIES: Final = 20

# ---------------------------------------------------------------- the families


@attrs.frozen(kw_only=True, order=False, slots=False, cache_hash=True)
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
        found = _case_of(self.person, self.protection, self._told)
        return self.who.family(self.protection, dict(self.changes)) if found is None else found

    @property
    def is_possible(self) -> bool:
        """Whether there can be such a family."""
        return _case_of(self.person, self.protection, self._told) is not None

    @cached_property
    def _told(self) -> frozenset[tuple[str, Any]]:
        return frozenset(self.changes)

    @property
    def who(self) -> KindOfPerson:
        """The person whom it is about."""
        return person(self.person)

    @cached_property
    def key(self) -> tuple[str, Protection, frozenset[tuple[str, Any]]]:
        """What makes it the same family as another one, however it was found."""
        return self.person, self.protection, self._told

    def told(self, lang: Lang) -> str:
        """Say in which facts it differs from the family in which everything is met."""
        return told_changes(self.changes, lang)

    def changed(self, more: Facts) -> BoundaryFamily:
        """Give the family with more facts changed; a fact that is as it was at first counts as unchanged."""
        first = self.who.facts
        told = {name: value for name, value in {**dict(self.changes), **more}.items() if _differs(first, name, value)}
        return BoundaryFamily(person=self.person, protection=self.protection, changes=tuple(told.items()))


@lru_cache(maxsize=1 << 14)
def _case_of(who: str, protection: Protection, told: frozenset[tuple[str, Any]]) -> Case | None:
    """Give the family of a person with some facts changed, found once for all laws; None: it cannot be."""
    if protection is not _FIRST and _case_of(who, _FIRST, told) is None:
        return None  # what cannot be does not hang on the status
    try:
        return person(who).family(protection, dict(sorted(told)))
    except BadCase:
        return None


_FIRST: Final = next(iter(Protection))


@lru_cache(maxsize=1 << 15)
def _around(at: BoundaryFamily, owner: str, leaf: Leaf) -> tuple[BoundaryFamily, ...]:
    """Give the families that can be in which one fact that a condition reads has the other values that matter to it.

    They are found once for all laws.
    """
    variants = map(at.changed, changes_about(at.case, at.who, owner, leaf))
    return tuple(one for one in dict.fromkeys(variants) if one.is_possible)


def _differs(first: Facts, name: str, value: Any) -> bool:
    return bool(value != first.get(name, ASSUMED))


@attrs.frozen(kw_only=True)
class BoundarySet:
    """The boundary families of one rule set.

    Attributes:
        rule_set: The rule set.
        families: The families, by person and status, the least changed first.
        unshown: The places of conditions that were tried and that no family shows to decide, by person and status.
        idle: The places that decide in none of the families, and of which it is proven that they cannot decide in a
            family of these people in the reading in which they stand, by person and status; of a person for whom that
            was not asked, none.
    """

    rule_set: RuleSet
    families: tuple[BoundaryFamily, ...]
    unshown: Mapping[tuple[str, Protection], tuple[PlaceInLaw, ...]]
    idle: Mapping[tuple[str, Protection], tuple[PlaceInLaw, ...]]

    def __len__(self) -> int:
        return len(self.families)

    def __iter__(self) -> Iterator[BoundaryFamily]:
        return iter(self.families)


@cache
@looking_seldom()
def boundary_set(rule_set: RuleSet, people: tuple[str, ...] | None = None) -> BoundarySet:
    """Search for the boundary set of a rule set; a second call gives the same one.

    Args:
        rule_set: The law.
        people: The names of the people in `people.PEOPLE` of whom it is made; left out, all of them.

    Raises:
        KeyError: There is no such person.
    """
    return _of_all(rule_set, people, _searched)


def complete_boundary_set(rule_set: RuleSet, people: Iterable[str] | None = None) -> BoundarySet:
    """Make the boundary set anew, with the families that the search misses and the places that are proven idle.

    Every place of every condition then decides in one of the families, or cannot. It takes seconds for each person and
    status, and of a child half a minute: some minutes a law.

    Args:
        rule_set: The law.
        people: The names of the people in `people.PEOPLE` of whom it is made; left out, all of them.

    Raises:
        ImportError: The extra ``proof`` is not installed.
        KeyError: There is no such person.
    """
    return _of_all(rule_set, people, _completed)


_Of: TypeAlias = tuple[Iterable[BoundaryFamily], Iterable[PlaceInLaw], Iterable[PlaceInLaw]]
"""The families of one person and status, the places that none of them shows, and those that are proven idle."""


def _of_all(
    rule_set: RuleSet, people: Iterable[str] | None, of: Callable[[RuleSet, BoundaryFamily, Looker], _Of]
) -> BoundarySet:
    families: list[BoundaryFamily] = []
    unshown, idle = {}, {}
    looker = Looker()
    for who in PEOPLE if people is None else map(person, people):
        for protection in Protection:
            start = BoundaryFamily(person=who.id, protection=protection)
            found, left, proven = of(rule_set, start, looker)
            families += found
            unshown[who.id, protection], idle[who.id, protection] = tuple(left), tuple(proven)
    unshown_, idle_ = MappingProxyType(unshown), MappingProxyType(idle)
    return BoundarySet(rule_set=rule_set, families=tuple(families), unshown=unshown_, idle=idle_)


_found: dict[object, _Of] = {}


def _searched(rule_set: RuleSet, start: BoundaryFamily, looker: Looker) -> _Of:
    """Search for one person and status, once for all laws that ask the same in the family."""
    key = (start.key, what_is_asked(rule_set, start.who))
    if key not in _found:
        search = _BoundarySearch(rule_set, start, looker)
        _found[key] = search.run(), search.unshown, ()
        search.forget()
    return _found[key]


def _completed(rule_set: RuleSet, start: BoundaryFamily, looker: Looker) -> _Of:
    from reunify.reform.missed import missed, nearest  # noqa: PLC0415 -- needs an extra of its own

    search = _BoundarySearch(rule_set, start, looker)
    search.run()
    looking = missed(start.who)
    idle: list[PlaceInLaw] = []
    for place in tuple(search.left()):
        if search.is_shown(place):
            continue
        with suppress(RuntimeError):  # the solver gave up: the place stays among those that nothing shows
            changes = looking.family(rule_set, start.protection, place)
            if changes is None:
                idle.append(place)
            else:
                search.take(nearest(changes, start.who.facts, partial(search.decides, place)))
    left = dict.fromkeys(search.left())  # a place that cannot decide in the reading in which it stands can in another
    return search.found, [place for place in left if place not in idle], [place for place in idle if place in left]


# ---------------------------------------------------------------- the search for one person and status


class _BoundarySearch:
    """Makes the boundary families of one person and status, by going from less to more changed families."""

    def __init__(self, rule_set: RuleSet, start: BoundaryFamily, looker: Looker) -> None:
        self._looker = looker
        self._rule_set = rule_set
        self._start = start
        self._roots = list(roots_of(rule_set, start.who.relation))
        self._fixed = start.who.fixed
        self._sought: dict[Path, _Left] = defaultdict(_Left)
        self._to_read: dict[object, set[str]] = {}
        family = Family(start.case, rule_set)
        for name, root in self._roots:
            for path, _, leaf in Places(family, self._fixed).below(root, (), start.case.members[0]):
                self._seek((name, path), leaf)
        self._kept: dict[object, BoundaryFamily] = {}
        self._known: dict[object, _Known] = {}
        self._places: dict[object, list[tuple[PlaceInLaw, _Left]]] = {}
        self._placed: dict[Spot, tuple[PlaceInLaw, _Left]] = {}
        self._shown: set[PlaceInLaw] = set()
        self._half_shown: dict[PlaceInLaw, list[BoundaryFamily]] = {}
        self._tries: dict[PlaceInLaw, int] = {}
        self._decided: set[PlaceInLaw] = set()

    def _seek(self, path: Path, leaf: Leaf) -> None:
        """Note that a place is to be shown."""
        if self._fixed.issuperset(leaf.reads):
            return
        for length in range(len(path[1]) + 1):
            self._sought[path[0], path[1][:length]].places += 1

    def _done(self, place: PlaceInLaw) -> None:
        """Note that a place need not be sought any more."""
        for length in range(len(place.path) + 1):
            self._sought[place.root, place.path[:length]].places -= 1

    @property
    def unshown(self) -> list[PlaceInLaw]:
        """The places that were tried and never shown to decide."""
        return [place for place in self._tries if place not in self._shown and place not in self._half_shown]

    def forget(self) -> None:
        """Let go of what was worked out of each family."""
        for known in self._known.values():
            known.family.forget()

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
        return self.found

    @property
    def found(self) -> list[BoundaryFamily]:
        """The families so far, the least changed first."""
        for place, families in self._half_shown.items():
            if place not in self._shown:
                self._keep(*families)
        return sorted(self._kept.values(), key=lambda family: len(family.changes))

    def left(self) -> Iterator[PlaceInLaw]:
        """Give the places that decide in no family so far."""
        case = self._start.case
        for name, root in self._roots:
            for path, owner, leaf in Places(Family(case, self._rule_set), self._fixed).below(root, (), case.members[0]):
                place = PlaceInLaw(root=name, path=path, owner=owner, node=leaf)
                if not self.is_shown(place) and not self._fixed.issuperset(leaf.reads):
                    yield place

    def is_shown(self, place: PlaceInLaw) -> bool:
        """Say whether a place decides in some family so far."""
        return place in self._shown or place in self._half_shown or place in self._decided

    def take(self, changes: Facts) -> None:
        """Keep one more family if something decides in it that decided in none before, in some reading.

        Args:
            changes: The facts that differ from where everything is met.
        """
        at = self._start.changed(changes)
        if not at.is_possible:
            return
        readings = (None, *self._rule_set.points)
        new = {place for reading in readings for place in self._places_in(at, reading) if not self.is_shown(place)}
        if new:
            self._decided |= new
            self._keep(at)
            for reading in readings:
                for _ in self._visit(at, reading):
                    pass

    def decides(self, place: PlaceInLaw, changes: Facts) -> bool:
        """Say whether a place decides, in the reading in which it stands, where some facts are changed."""
        at = self._start.changed(changes)
        reading = reading_of(chain_to(self._rule_set, self._start.case, (place.root, place.path)))
        return at.is_possible and place in self._places_in(at, reading)

    def _places_in(self, at: BoundaryFamily, reading: str | None) -> Iterator[PlaceInLaw]:
        """Give each place that decides in a family, in a reading."""
        for name, root in self._roots:
            value = self._value(at, reading, root, at.case.members[0])
            for spot, _, _ in self._looker.changes(name, value, reading, partial(self._followed, at, reading)):
                yield spot.place(self._start.person)

    def _first_steps(self) -> Iterator[BoundaryFamily]:
        """Give the families in which the facts of one condition are changed, whether it decides or not."""
        seen = {self._start.key}
        for member in self._start.case.members:
            root = whole_of(self._rule_set, member.relation)
            trees = [root] if member.id != self._start.person else [node for _, node in self._roots]
            leaves = dict.fromkeys(node for tree in trees for node in tree.walk() if isinstance(node, Leaf))
            for leaf in leaves:
                for family in self._around(self._start, member.id, leaf):
                    if family.key not in seen:
                        seen.add(family.key)
                        yield family

    def _visit(self, at: BoundaryFamily, reading: str | None) -> Iterator[BoundaryFamily]:
        """Show each place that decides in this family and was not shown before; give the families made for it."""
        for name, root in self._roots:
            if not self._sought[name, ()].places:
                continue
            value = self._value(at, reading, root, at.case.members[0])
            for place, left in self._deciding(at, reading, name, value):
                if isinstance(place.node, Contested):
                    self._to_read.setdefault(at.key, set()).add(place.node.point)
                elif left.places:
                    yield from self._show(at, place, place.node, reading, root, value.mask)

    def _deciding(
        self, at: BoundaryFamily, reading: str | None, name: str, root: Value
    ) -> list[tuple[PlaceInLaw, _Left]]:
        """Give the places sought that decide: the same in all families in which each condition comes to the same."""
        key = (name, reading, root.run.masks, *self._of_others(at, reading, root.node))
        places = self._places.get(key)
        if places is None:
            found = self._looker.changes(name, root, reading, partial(self._followed, at, reading))
            places = [self._place(spot) for spot, _, _ in found]
        # What is not sought any more never is again.
        self._places[key] = places = [one for one in places if one[1].places]
        return places

    def _place(self, spot: Spot) -> tuple[PlaceInLaw, _Left]:
        """Give a place, with what is left to be shown of it: of a contested point of its other reading."""
        if spot not in self._placed:
            within = (1,) if isinstance(spot.node, Contested) else ()
            self._placed[spot] = spot.place(self._start.person), self._sought[spot.root, (*spot.path, *within)]
        return self._placed[spot]

    def _followed(
        self, at: BoundaryFamily, reading: str | None, owner: str, reference: str
    ) -> tuple[str, Value] | None:
        """Give the member whom somebody refers to, and what that one comes to; None: nobody, or not known who."""
        case = at.case
        wanted = self._of(at).family.view(case.member(owner) if owner else case.members[0]).get(reference)
        if isinstance(wanted, Unknown) or wanted in NO_MEMBER:
            return None
        other = case.member(wanted)
        return other.id, self._value(at, reading, whole_of(self._rule_set, other.relation), other)

    def _of_others(self, at: BoundaryFamily, reading: str | None, root: Node) -> tuple[object, ...]:
        """Give what each member comes to by itself, and whom it names, where the verdicts of others have a part."""
        if not root.follows_another:
            return ()
        known = self._of(at)
        if reading not in known.others:
            masks = (
                self._value(at, reading, whole_of(self._rule_set, member.relation), member).run.masks
                for member in at.case.members
            )
            known.others[reading] = known.named, *masks
        return known.others[reading]

    def _show(
        self, at: BoundaryFamily, place: PlaceInLaw, leaf: Leaf, reading: str | None, root: Node, mask: int
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

    def _of(self, at: BoundaryFamily) -> _Known:
        """Give what is known of a family."""
        known = self._known.get(at.key)
        if known is None:
            known = self._known[at.key] = _Known(Family(at.case, self._rule_set), self._looker)
        return known

    def _holds(self, at: BoundaryFamily, owner: str, leaf: Leaf) -> bool | None:
        family = self._of(at).family
        return leaf.holds_in(family.view(family.case.member(owner)))

    def _mask(self, at: BoundaryFamily, reading: str | None, root: Node) -> int:
        return self._value(at, reading, root, at.case.members[0]).mask

    def _value(self, at: BoundaryFamily, reading: str | None, node: Node, member: FamilyMember) -> Value:
        return self._of(at).value(node, member, reading)

    def _around(self, at: BoundaryFamily, owner: str, leaf: Leaf) -> tuple[BoundaryFamily, ...]:
        """Give the families in which one fact that a condition reads has the other values that matter to it."""
        around = self._of(at).around
        found = around.get((owner, leaf))
        if found is None:
            found = around[owner, leaf] = _around(at, owner, leaf)
        return found


@attrs.define(eq=False)
class _Left:
    """How many places are left to be shown at a node or below."""

    places: int = 0


class _Known:
    """What a search knows of one family.

    Attributes:
        family: The family under the law.
        around: For a condition, by whose facts it reads, the families in which one of these facts is changed.
        others: What its members come to, in a reading, and whom they name.
    """

    def __init__(self, family: Family, looker: Looker) -> None:
        self.family: Family = family
        self._looker = looker
        self.around: dict[tuple[str, Leaf], tuple[BoundaryFamily, ...]] = {}
        self.others: dict[str | None, tuple[object, ...]] = {}
        self._values: dict[tuple[str | None, Node, str], Value] = {}

    @cached_property
    def named(self) -> tuple[object, ...]:
        """Whom each member names; None where that is not known."""
        views = map(self.family.view, self.family.case.members)
        named = (view.get(reference) for view in views for reference in REFERENCES)
        return tuple(None if isinstance(wanted, Unknown) else wanted for wanted in named)

    def value(self, node: Node, member: FamilyMember, reading: str | None) -> Value:
        """Give the value of a tree for a member, in a reading."""
        key = (reading, node, member.id)
        value = self._values.get(key)
        if value is None:
            program = self._looker.program(node, member.relation, reading)
            run = self.family.run(program, member, reading)
            value = self._values[key] = Value(node, run.mask(node), run)
        return value
