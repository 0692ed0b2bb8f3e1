"""What a rule set is: grounds with their conditions, what all grounds share, and the period in force."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Final, TypeAlias, TypeVar

import attrs

from reunify.facts import Relation
from reunify.figure import Figure
from reunify.logic import MET, all_of
from reunify.nodes import Contested, Join, Leaf, Node
from reunify.program import Program, compiled
from reunify.renamed import ByName, now, settled
from reunify.rewriting import NodeMapping, mapping, same_or
from reunify.sources import Source
from reunify.text import Choice, Text

_N = TypeVar("_N", bound=Node)
_Said = TypeVar("_Said", "Note", "Milestone")


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
        only_with: Ids of conditions: a law that asks none of them any more has no use for the note.
        year_decides: A day (``"born_on"`` or ``"sponsor.born_on"``): the note is given only where other verdicts would be
            possible if of that day no more than the year were known.
    """

    id: str
    text: Text
    sources: tuple[Source, ...]
    about: About = About.WARNING
    year_decides: str | None = None
    day: Leaf | None = attrs.field(default=None, validator=attrs.validators.optional(_IS_LEAF))
    unmet: tuple[str, ...] = ()
    before_eligible: bool = False
    only_with: tuple[str, ...] = ()
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
        only_with: Ids of conditions: a law that asks none of them any more has no use for the day.
    """

    id: str
    day: Leaf = attrs.field(validator=_IS_LEAF)
    text: Text
    _sources: tuple[Source, ...] = attrs.field(default=(), alias="sources")
    when: Node = attrs.field(default=MET, validator=_IS_NODE)
    unmet: tuple[str, ...] = ()
    only_with: tuple[str, ...] = ()
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
        renamed: Old ids of conditions, grounds, notes, milestones and contested points, each with the id that took
            its place; they go on working wherever one can be written, and warn.

    Raises:
        ValueError: An old id leads round in a circle or to nothing, or is the id of something.
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
    renamed: Mapping[str, str] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """See that each old id leads somewhere."""
        if self.renamed:
            _ = self.old_names

    def __repr__(self) -> str:
        return f"<RuleSet {self.id}>"

    @cached_property
    def names(self) -> frozenset[str]:
        """The ids of its conditions, grounds, notes and milestones, and the names of its contested points."""
        parts = {part.id for part in (*self.grounds, *self.said)} | {law.point for law in self.other_law}
        return frozenset(parts | _conditions_in(self.nodes).keys() | _points_in(self.nodes).keys())

    @cached_property
    def old_names(self) -> Mapping[str, str]:
        """Its old ids, each with the one of now, be it reached in several steps."""
        return settled(self.renamed, self.names, of=self.id) if self.renamed else {}

    def name_now(self, name: str) -> str:
        """Give the id that something has now; an old one works, and warns.

        Args:
            name: An id as a user wrote it, or that of a ground, a dot and that of a condition. One that is not known
                comes back as it is.
        """
        if not self.renamed or name in self.names:
            return name
        return ".".join(now(part, self.old_names) for part in name.split("."))

    @cached_property
    def wholes(self) -> tuple[tuple[Ground, Join], ...]:
        """Each ground with all that it asks: whom it is for, its own conditions, the general ones."""
        return tuple((ground, all_of(*(self._asked(ground) or (MET,)))) for ground in self.grounds)

    def asked_of(self, relation: Relation) -> Demands:
        """Give what this law asks of a relation."""
        return self._asked_of[relation]

    @cached_property
    def _asked_of(self) -> Mapping[Relation, Demands]:
        return {
            relation: Demands(
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

        law = self.mapped(moved_node)
        notes = tuple(attrs.evolve(note, sources=moved(note.sources)) for note in law.notes)
        milestones = tuple(attrs.evolve(one, sources=moved(one.sources)) for one in law.milestones)
        return attrs.evolve(law, notes=notes, milestones=milestones)

    def mapped(self, change: NodeMapping, say: Callable[[Text], Text] = lambda text: text) -> RuleSet:
        """Give the same law with another node for each, the innermost first; what stands twice stays one node.

        Args:
            change: Gives the other node.
            say: Gives the other text of what stands beside the nodes.
        """

        def changed(node: _N, /) -> _N:
            new = change(node)
            return same_or(new, built_on=tuple(map(mapped, new.built_on))) if isinstance(new, Leaf) else new

        def said(one: _Said) -> _Said:
            return same_or(one, text=say(one.text), when=mapped(one.when), day=one.day and mapped(one.day))

        def ground(one: Ground) -> Ground:
            return same_or(
                one,
                title=say(one.title),
                who=one.who and mapped(one.who),
                conditions=tuple(map(mapped, one.conditions)),
                general=None if one.general is None else tuple(map(mapped, one.general)),
                evidence=tuple(same_or(paper, text=say(paper.text)) for paper in one.evidence),
                stand_in=one.stand_in and same_or(one.stand_in, when=mapped(one.stand_in.when)),
            )

        mapped = mapping(changed)
        return attrs.evolve(
            self,
            general=map(mapped, self.general),
            grounds=tuple(map(ground, self.grounds)),
            unlisted=mapped(self.unlisted),
            other_law=tuple(same_or(law, when=mapped(law.when), why=say(law.why)) for law in self.other_law),
            notes=tuple(map(said, self.notes)),
            milestones=tuple(map(said, self.milestones)),
        )

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """The figures that the law fixes by name, in the order of the law: the wait, the term, ages, shares."""
        texts = [ground.title for ground in self.grounds] + [one.text for one in self.said]
        found = [figure for node in self.nodes for figure in node.figures]
        return {figure.name: figure for figure in (*found, *(figure for text in texts for figure in text.figures))}

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
    def conditions(self) -> ByName[Node]:
        """The named nodes by id, in the order of the law."""
        return self._by_name(_conditions_in(self.nodes))

    @property
    def points(self) -> ByName[Contested]:
        """The contested points by name, in the order of the law."""
        return self._by_name(_points_in(self.nodes))

    def _by_name(self, found: dict[str, _N]) -> ByName[_N]:
        return ByName(found, {old: new for old, new in self.old_names.items() if new in found})

    def amend(
        self,
        *,
        id: str,  # noqa: A002 -- the word of the rules
        title: Text | str,
        drop: Iterable[str] = (),
        replace: Mapping[str, Rule] | None = None,
        add: Iterable[Rule] = (),
        renamed: Mapping[str, str] | None = None,
        figures: Mapping[str, int] | None = None,
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
            renamed: Ids that the new law gives up, each with its new one; the old one goes on working, and warns.
            figures: Other values of figures of the law, by name (`RuleSet.figures`): in every rule, reading, note, day
                and text that takes them.

        Raises:
            ValueError: A name does not exist (the message says which is nearest) or is taken already, something is
                to be replaced by a thing of another kind, the last alternative of a condition is dropped, something
                that stays rests on what goes (the message names all of it), or nothing changes.
        """
        from reunify.amend import amended  # noqa: PLC0415 -- an amendment is made of the parts of a law

        return amended(self, id=id, title=title, drop=drop, replace=replace, add=add, renamed=renamed, figures=figures)

    @cached_property
    def steps(self) -> tuple[date, ...]:
        """The days of the law at which its conditions turn to and fro."""
        return tuple(sorted({day for node in self.nodes if isinstance(node, Leaf) for day in node.steps}))

    @cached_property
    def leaves(self) -> frozenset[Leaf]:
        """The leaves on which verdicts rest."""
        roots = (*(whole for _, whole in self.wholes), self.unlisted)
        return frozenset(node for node in _each_once(roots) if isinstance(node, Leaf))

    def _asked(self, ground: Ground) -> tuple[Node, ...]:
        return (*ground.asks, *(self.general if ground.general is None else ()))


def _conditions_in(nodes: Iterable[Node]) -> dict[str, Node]:
    found: dict[str, Node] = {}
    for node in nodes:
        if node.id is not None:
            found.setdefault(node.id, node)
    return found


def _points_in(nodes: Iterable[Node]) -> dict[str, Contested]:
    found: dict[str, Contested] = {}
    for node in nodes:
        if isinstance(node, Contested):
            found.setdefault(node.point, node)
    return found


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
