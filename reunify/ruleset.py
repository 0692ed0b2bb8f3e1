"""What a rule set is: grounds with their conditions, what all grounds share, and the period in force."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from typing import Any, Final, TypeAlias, TypeVar

import attrs

from reunify.facts import Relation
from reunify.faults import did_you_mean
from reunify.logic import MET, all_of
from reunify.nodes import Contested, Join, Leaf, Node
from reunify.program import Program, compiled
from reunify.rewriting import Dropped, NodeMapping, mapping, rewritten
from reunify.sources import Source
from reunify.text import Choice, Text

_N = TypeVar("_N", bound=Node)
_T = TypeVar("_T")
_Named = TypeVar("_Named", "Ground", "Note", "Milestone")
_S = TypeVar("_S", "Note", "Milestone")


def _shape(rule_set: RuleSet) -> tuple[object, ...]:
    """Give what an amendment can change, for comparison by identity."""
    grounds = tuple((g.id, g.relations, g.who, g.conditions, g.general) for g in rule_set.grounds)
    said = tuple((one.id, one.text, one.when, one.day, one.unmet) for one in rule_set.said)
    others = tuple((law.point, law.when) for law in rule_set.other_law)
    return rule_set.general, grounds, rule_set.unlisted, said, others


def _as_relations(relations: Iterable[Relation]) -> frozenset[Relation]:
    return frozenset(relations)


def _as_tuple(nodes: Iterable[Node]) -> tuple[Node, ...]:
    return tuple(nodes)


_IS_NODE: Final[Any] = attrs.validators.instance_of(Node)
_ARE_NODES: Final[Any] = attrs.validators.deep_iterable(_IS_NODE)
_IS_LEAF: Final = attrs.validators.instance_of(Leaf)


@attrs.frozen(eq=False, kw_only=True)
class Ground:
    """One ground on which a family member can be admitted.

    Attributes:
        id: Its name.
        title: Whom it is for, in two languages.
        source: The article.
        relations: The relations that it is open to.
        who: Whom it is for, beyond the relation; who is known not to be that person does not see it.
        conditions: What it asks, in the order of the law.
        general: What it asks instead of what every other ground asks; None: the same.
        evidence: What papers and statements carry it.
        stand_in: For which other ground it decides among equals, and when.
    """

    id: str
    title: Text
    source: Source
    relations: frozenset[Relation] = attrs.field(converter=_as_relations)
    who: Node | None = None
    conditions: tuple[Node, ...] = attrs.field(converter=_as_tuple, validator=_ARE_NODES)
    general: tuple[Node, ...] | None = attrs.field(default=None, converter=attrs.converters.optional(_as_tuple))
    evidence: tuple[Evidence, ...] = ()
    stand_in: StandIn | None = None

    @property
    def asks(self) -> tuple[Node, ...]:
        """What it asks by itself: whom it is for, its conditions, and what it asks instead of the general ones."""
        return (*(() if self.who is None else (self.who,)), *self.conditions, *(self.general or ()))


@attrs.frozen(eq=False, kw_only=True)
class StandIn:
    """That a ground decides instead of another one of the same verdict, where the other cannot be looked at.

    Attributes:
        ground: The id of the other ground.
        when: When: where this is known to be met.
    """

    ground: str
    when: Node


class About(Choice):
    """What a note is about."""

    WARNING = "warning", "Take note", "Let op"
    ROUTE = "route", "What is left", "Wat er nog kan"
    PERMIT = "permit", "The sponsor's own permit", "De eigen vergunning van de hoofdpersoon"


@attrs.frozen(eq=False, kw_only=True)
class Note:
    """A remark that a report adds for whom it concerns.

    A route is for whoever is, or may be, excluded.

    Attributes:
        id: Its name.
        about: What it is about.
        when: For whom: the note is given where this is known to be met.
        text: What it says, in two languages; ``{day}`` stands for the day.
        sources: Where it rests on.
        relations: The relations that it can concern.
        day: The leaf that gives the day, if the text names one.
        unmet: Ids of conditions: the note is for who does not meet one of them on the ground that decides.
        before_eligible: The note is given where its day comes no later than that from which the person may come.
    """

    id: str
    text: Text
    sources: tuple[Source, ...]
    about: About = About.WARNING
    day: Leaf | None = attrs.field(default=None, validator=attrs.validators.optional(_IS_LEAF))
    unmet: tuple[str, ...] = ()
    before_eligible: bool = False
    when: Node = attrs.field(default=MET, validator=_IS_NODE)
    relations: frozenset[Relation] = attrs.field(default=frozenset(Relation), converter=_as_relations)


@attrs.frozen(eq=False, kw_only=True)
class Milestone:
    """A day that matters in the procedure: an end of a term, a birthday, the end of a wait.

    Attributes:
        id: Its name.
        day: The leaf that gives the day.
        when: For whom: given where this is known to be met.
        text: What happens on that day, in two languages.
        sources: Where it rests on, if that is not what the day rests on.
        relations: The relations that it can concern.
        unmet: Ids of conditions: the day is for who does not meet one of them on the ground that decides.
    """

    id: str
    day: Leaf = attrs.field(validator=_IS_LEAF)
    text: Text
    _sources: tuple[Source, ...] = ()
    when: Node = attrs.field(default=MET, validator=_IS_NODE)
    unmet: tuple[str, ...] = ()
    relations: frozenset[Relation] = attrs.field(default=frozenset(Relation), converter=_as_relations)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where it rests on."""
        return self._sources or self.day.sources


@attrs.frozen(eq=False, kw_only=True)
class Evidence:
    """What can carry a condition: papers, statements, and what is offered where there are none.

    Attributes:
        text: What it is, in two languages.
        source: Where it rests on.
    """

    text: Text
    source: Source


@attrs.frozen(eq=False, kw_only=True)
class OtherLaw:
    """A dispute over which law applies: the other reading is the verdict under another rule set.

    Attributes:
        point: The name of the point.
        when: In which cases it is disputed.
        why: Why, in two languages.
        sources: What makes it disputed.
        rule_set: The law of the other reading.
    """

    point: str
    when: Node
    why: Text
    sources: tuple[Source, ...]
    rule_set: RuleSet


@attrs.frozen(eq=False, slots=False)
class Asked:
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
        """What decides on the remarks."""
        return compiled(self.remarks, given=self._given)

    @cached_property
    def program_of_milestones(self) -> Program:
        """What decides on the days of the procedure."""
        return compiled(self.milestones, given=self._given)

    @cached_property
    def points(self) -> tuple[Contested, ...]:
        """The contested nodes in the grounds, those within another before it."""
        return tuple(dict.fromkeys(node for _, whole in self.grounds for node in _contested_in(whole)))


def _contested_in(node: Node) -> Iterator[Contested]:
    for child in node.children:
        yield from _contested_in(child)
    if isinstance(node, Contested):
        yield node


@attrs.frozen(eq=False, kw_only=True, slots=False)
class RuleSet:
    """One law: who may come, on which grounds, and when it was in force.

    Attributes:
        id: Its name.
        title: What it is, in two languages.
        short: The same in a few words, for the head of a table.
        sources: The law itself.
        since: The first decision day (D4) that it applies to; None: no beginning that matters here.
        until: The last decision day that it applies to; None: it is in force.
        general: What every ground asks besides its own conditions.
        grounds: The grounds, in the order of the law.
        unlisted: The reason given to whom no ground is open to.
        other_law: Disputes over whether this law applies at all.
        notes: Remarks that a report adds.
        milestones: Days that matter in the procedure.
    """

    id: str
    title: Text
    short: Text
    sources: tuple[Source, ...]
    since: date | None = None
    until: date | None = None
    general: tuple[Node, ...] = attrs.field(converter=_as_tuple)
    grounds: tuple[Ground, ...]
    unlisted: Node
    other_law: tuple[OtherLaw, ...] = ()
    notes: tuple[Note, ...] = ()
    milestones: tuple[Milestone, ...] = ()

    def __repr__(self) -> str:
        return f"<RuleSet {self.id}>"

    @cached_property
    def wholes(self) -> tuple[tuple[Ground, Join], ...]:
        """Each ground with all that it asks: whom it is for, its own conditions, the general ones."""
        return tuple((ground, all_of(*self._asked(ground))) for ground in self.grounds)

    def asked_of(self, relation: Relation) -> Asked:
        """Give what this law asks of a relation."""
        return self._asked_of[relation]

    @cached_property
    def _asked_of(self) -> Mapping[Relation, Asked]:
        return {
            relation: Asked(
                relation,
                tuple((ground, whole) for ground, whole in self.wholes if relation in ground.relations),
                tuple(self._remarks(relation)),
                tuple(self._milestones(relation)),
            )
            for relation in Relation
        }

    def _remarks(self, relation: Relation) -> Iterator[Node]:
        yield from (law.when for law in self.other_law)
        for note in (note for note in self.notes if relation in note.relations):
            yield note.when
            if note.day is not None:
                yield note.day

    def _milestones(self, relation: Relation) -> Iterator[Node]:
        for milestone in (milestone for milestone in self.milestones if relation in milestone.relations):
            yield from (milestone.day, milestone.when)

    def resting_on(self, places: Mapping[Source, Source]) -> RuleSet:
        """Give the same law with another place for each that ``places`` tells, wherever a rule rests on it."""

        def moved(sources: Iterable[Source]) -> tuple[Source, ...]:
            return tuple(places.get(source, source) for source in sources)

        def moved_node(node: _N, /) -> _N:
            return attrs.evolve(node, sources=moved(node.sources))

        law = self._mapped(moved_node)
        notes = tuple(attrs.evolve(note, sources=moved(note.sources)) for note in law.notes)
        milestones = tuple(attrs.evolve(one, sources=moved(one.sources)) for one in law.milestones)
        return attrs.evolve(law, notes=notes, milestones=milestones)

    def _mapped(self, change: NodeMapping) -> RuleSet:
        mapped = mapping(change)
        return attrs.evolve(
            self,
            general=map(mapped, self.general),
            grounds=tuple(
                attrs.evolve(
                    ground,
                    who=ground.who and mapped(ground.who),
                    conditions=map(mapped, ground.conditions),
                    general=None if ground.general is None else map(mapped, ground.general),
                    stand_in=ground.stand_in and attrs.evolve(ground.stand_in, when=mapped(ground.stand_in.when)),
                )
                for ground in self.grounds
            ),
            unlisted=mapped(self.unlisted),
            notes=tuple(
                attrs.evolve(note, when=mapped(note.when), day=note.day and mapped(note.day)) for note in self.notes
            ),
            milestones=tuple(
                attrs.evolve(milestone, when=mapped(milestone.when), day=mapped(milestone.day))
                for milestone in self.milestones
            ),
        )

    def in_force_on(self, day: date) -> bool:
        """Say whether this law applies to decisions of ``day`` (D4)."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def said(self) -> Sequence[Note | Milestone]:
        """What a report says of this law beside the verdicts: the notes and the milestones."""
        return [*self.notes, *self.milestones]

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Every node of this law, each once, in the order of the law."""
        roots = [*(whole for _, whole in self.wholes), self.unlisted]
        extra = [law.when for law in self.other_law]
        extra += [note.when for note in self.notes]
        extra += [note.day for note in self.notes if note.day is not None]
        extra += [node for milestone in self.milestones for node in (milestone.when, milestone.day)]
        return tuple(_each_once((*roots, *extra)))

    @property
    def conditions(self) -> dict[str, Node]:
        """The named nodes by id, in the order of the law."""
        found: dict[str, Node] = {}
        for node in self.nodes:
            if node.id is not None:
                found.setdefault(node.id, node)
        return found

    @property
    def points(self) -> dict[str, Contested]:
        """The contested points by name, in the order of the law."""
        found: dict[str, Contested] = {}
        for node in self.nodes:
            if isinstance(node, Contested):
                found.setdefault(node.point, node)
        return found

    def amend(
        self,
        *,
        id: str,  # noqa: A002 -- the word of the rules
        title: Text | str,
        drop: Iterable[str] = (),
        replace: Mapping[str, Rule] | None = None,
        add: Iterable[Rule] = (),
    ) -> RuleSet:
        """Give a new law that differs from this one in a few named places.

        An id names its node wherever it stands, ``"parent.in-time"`` in one ground only; the id of a ground, note
        or milestone names that, and the name of a contested point that point. What is dropped counts as met in an
        ``all_of`` and as absent in an ``any_of``; of a contested point the main reading stays. A note or milestone
        that is only for who does not meet what is dropped goes with it.

        Args:
            id: The name of the new law.
            title: What it is; one text for both languages will do.
            drop: What to take out.
            replace: What stands in the place of something, by its id.
            add: Conditions that every ground asks from now on, and new grounds, notes and milestones.

        Raises:
            ValueError: A name does not exist (the message says which is nearest) or is taken already, something is
                to be replaced by a thing of another kind, the last alternative of a condition is dropped, something
                that stays rests on what goes (the message names all of it), or nothing changes.
        """
        if isinstance(drop, str):
            message = f"what is dropped is a list of names: [{drop!r}]"
            raise ValueError(message)  # noqa: TRY004 -- as every fault of an amendment
        changes: dict[str, Rule | None] = {**dict.fromkeys(drop), **(replace or {})}
        for name in changes:
            self._check_name(name)
        amendment = _Amendment(self, id, changes, frozenset(replace or ()), tuple(add))
        for fault in amendment.wrong_kinds():
            message = f"in the amendment {id!r}: {fault}"
            raise ValueError(message)
        amended = amendment.law(title if isinstance(title, Text) else Text(title, title))
        for fault in amendment.loose_ends(amended):
            message = f"in the amendment {id!r}: {fault}"
            raise ValueError(message)
        if _shape(amended) == _shape(self):
            message = f"the amendment {id!r} changes nothing"
            raise ValueError(message)
        return amended

    def _check_name(self, name: str) -> None:
        """Say which name is nearest to one that does not exist."""
        known = {part.id for part in self.grounds} | {said.id for said in self.said}
        known |= self.conditions.keys() | self.points.keys() | {law.point for law in self.other_law}
        for ground in self.grounds:
            known |= {f"{ground.id}.{node.id}" for root in ground.asks for node in root.walk() if node.id is not None}
        if name not in known:
            message = f"{self.id} has no {name!r}{did_you_mean(name, sorted(known)).en}"
            raise ValueError(message)

    @cached_property
    def leaves(self) -> frozenset[Leaf]:
        """The leaves on which verdicts rest."""
        roots = (*(whole for _, whole in self.wholes), self.unlisted)
        return frozenset(node for node in _each_once(roots) if isinstance(node, Leaf))

    def _asked(self, ground: Ground) -> tuple[Node, ...]:
        return (*ground.asks, *(self.general if ground.general is None else ()))


def _each_once(roots: Iterable[Node]) -> Iterator[Node]:
    """Give all nodes below some roots, each where it is first met."""
    met: set[Node] = set()
    todo = [*roots][::-1]
    while todo:
        node = todo.pop()
        if node not in met:
            met.add(node)
            yield node
            todo += reversed(node.children)


Rule: TypeAlias = "Node | Ground | Note | Milestone"
"""What an amendment can take out, replace or add."""


@attrs.frozen(slots=False)
class _Amendment:
    """A change of a law in a few named places, put through all of it.

    Attributes:
        old: The law.
        id: The name of the new law.
        changes: What stands in the place of what has a name; None: nothing.
        replaced: The names of that in the place of which something comes.
        added: What is new.
    """

    old: RuleSet
    id: str
    changes: Mapping[str, Rule | None]
    replaced: frozenset[str]
    added: tuple[object, ...]

    def law(self, title: Text) -> RuleSet:
        """Give the new law."""
        old = self.old
        new = attrs.evolve(
            old,
            id=self.id,
            title=title,
            short=title,
            general=self._asked(old.general),
            grounds=(*self._changed(old.grounds, self._ground), *self._new(Ground)),
            unlisted=self._when(old.unlisted),
            other_law=tuple(
                attrs.evolve(law, when=self._when(law.when)) for law in old.other_law if law.point not in self.changes
            ),
        )
        # Who replaces a condition says what becomes of it; nobody fails one that is dropped.
        said = partial(self._said, kept=new.conditions.keys() | self._in_replaced)
        return attrs.evolve(
            new,
            notes=(*self._changed(old.notes, said), *self._new(Note)),
            milestones=(*self._changed(old.milestones, said), *self._new(Milestone)),
        )

    def wrong_kinds(self) -> Iterator[str]:
        """Say what is replaced by a thing of another kind, and what is added that cannot be."""
        kinds: dict[str, type] = {said.id: type(said) for said in self.old.said}
        kinds |= {ground.id: Ground for ground in self.old.grounds}
        for name in self.replaced:
            kind, new = kinds.get(name, Node), self.changes[name]
            if not isinstance(new, kind):
                yield f"{name!r} is a {_word(kind)}, and in its place must come one, not {new!r}"
        for rule in self.added:
            if not isinstance(rule, Node | Ground | Note | Milestone):
                yield f"a condition, ground, note or milestone can be added, not {rule!r}"
            elif not isinstance(rule, Node) and rule.id in kinds.keys() - self.changes.keys():
                yield f"{rule.id!r} exists already; to change it, replace it"

    def loose_ends(self, new: RuleSet) -> Iterator[str]:
        """Say what still rests on a day, or on the name of a condition, that the new law has no more."""
        for said in new.said:
            for name in said.unmet:
                if name not in new.conditions and name not in self.old.conditions:
                    yield f"{said.id!r} names {name!r}, which there is not{did_you_mean(name, sorted(new.conditions)).en}"
        stays = dict(self._what_stays(new))
        if stays:
            told = ", ".join(f"{name!r} (by {', '.join(self._takers(gone))})" for name, gone in stays.items())
            yield (
                f"what it takes out of the law is still needed: {told}; drop or replace that too. A new condition with "
                "the id of the old one keeps what is said to who does not meet it"
            )

    def _new(self, kind: type[_T]) -> tuple[_T, ...]:
        return tuple(rule for rule in self.added if isinstance(rule, kind))

    def _changed(self, rules: Iterable[_Named], change: Callable[[_Named], _Named | None]) -> Iterator[_Named]:
        for rule in rules:
            changed = self.changes[rule.id] if rule.id in self.changes else change(rule)
            if isinstance(changed, type(rule)):
                yield changed

    def _ground(self, ground: Ground) -> Ground:
        who = self._all((ground.who,) if ground.who is not None else (), ground.id)
        stand_in = ground.stand_in
        if stand_in is not None:
            stand_in = attrs.evolve(stand_in, when=self._when(stand_in.when, ground.id))
        return attrs.evolve(
            ground,
            who=who[0] if who else None,
            conditions=self._all(ground.conditions, ground.id),
            general=None if ground.general is None else self._asked(ground.general, ground.id),
            stand_in=stand_in,
        )

    def _asked(self, general: tuple[Node, ...], ground: str = "") -> list[Node]:
        return [*self._all(general, ground), *self._new(Node)]

    def _said(self, said: _S, kept: Container[str]) -> _S | None:
        """Give a note or milestone as it stands in the new law; None where nobody is left whom it could be for."""
        unmet = tuple(name for name in said.unmet if name in kept)
        if said.unmet and not unmet:
            return None
        day = said.day and self._when(said.day)
        kept_day = day if isinstance(day, Leaf) else said.day  # which is gone then, and told
        return attrs.evolve(said, when=self._when(said.when), day=kept_day, unmet=unmet)

    def _when(self, node: Node, ground: str = "") -> Node:
        return next(iter(self._all((node,), ground)), MET)

    def _all(self, nodes: Iterable[Node], ground: str) -> list[Node]:
        def change(node: Node) -> Node:
            if isinstance(node, Contested) and node.point in self._settled:
                reading = self.changes[node.point]
                return reading if isinstance(reading, Node) else rewritten(node.main, change)
            for name in () if node.id is None else (f"{ground}.{node.id}", node.id):
                if name in self.changes:
                    replacement = self.changes[name]
                    if not isinstance(replacement, Node):
                        raise Dropped
                    return replacement
            return node

        found = []
        for node in nodes:
            try:
                found.append(rewritten(node, change))
            except Dropped:
                continue
        return found

    def _what_stays(self, new: RuleSet) -> Iterator[tuple[str, Node]]:
        """Give the names of what still rests on something that is gone, each with that."""
        gone = self._gone(new)
        for said in new.said:
            yield from ((said.id, self.old.conditions[name]) for name in said.unmet if name not in new.conditions)
            days = gone & {said.day} | _built_on(gone, said.when, said.day)
            yield from ((said.id, day) for day in days)
        for leaf in new.leaves:
            for day in _built_on(gone, leaf):
                named = (node for node in reversed(new.nodes) if leaf in node.walk())  # the deepest first
                yield next(name for node in named for name in _names_of(node)), day

    def _gone(self, new: RuleSet) -> frozenset[Leaf]:
        """Give the days and conditions that no verdict rests on any more, and the terms that were changed."""
        terms = set()
        for name in self.changes.keys() & self.old.conditions.keys():
            after = new.conditions[name].walk() if name in new.conditions else ()
            terms |= _terms_in(self.old.conditions[name].walk()) - _terms_in(after)
        return (self.old.leaves - new.leaves) | terms

    @property
    def _settled(self) -> set[str]:
        """The contested points that are settled; a condition of the same name comes before a point."""
        return {name for name in self.changes if name in self.old.points and name not in self.old.conditions}

    @cached_property
    def _in_replaced(self) -> set[str]:
        """The names of all conditions in what is replaced."""
        taken = (node for name in self.replaced for node in self._under(name))
        return {node.id for node in taken if node.id is not None}

    def _under(self, name: str) -> Iterator[Node]:
        """Give what has a name, with all that it is made of."""
        for ground, whole in self.old.wholes:
            for node in whole.walk():
                if name == ground.id or name in _names_of(node, ground.id):
                    yield from node.walk()

    def _takers(self, gone: Node) -> list[str]:
        return [name for name in self.changes if gone in tuple(self._under(name))]


def _terms_in(nodes: Iterable[Node]) -> set[Leaf]:
    return {node for node in nodes if isinstance(node, Leaf) and node.is_term}


def _word(kind: type) -> str:
    return "condition" if kind is Node else kind.__name__.lower()


def _built_on(days: frozenset[Leaf], *nodes: Node | None) -> set[Leaf]:
    """Give those of some days that something in these nodes is worked out from."""
    leaves = (leaf for node in nodes if node is not None for leaf in node.walk() if isinstance(leaf, Leaf))
    return {other for leaf in leaves for other in leaf.built_on if other in days}


def _names_of(node: Node, ground: str = "") -> Iterator[str]:
    """Give the names by which an amendment can mean a node in a ground."""
    if isinstance(node, Contested):
        yield node.point
    if node.id is not None:
        yield from (node.id, f"{ground}.{node.id}")
