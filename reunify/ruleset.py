"""What a rule set is: grounds with their conditions, what all grounds share, and the period in force."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Final, TypeVar

import attrs

from reunify.demands import Demands
from reunify.engine.meaning import Verdict
from reunify.engine.nodes import Contested, Join, Leaf, Node
from reunify.facts import REFERENCES, Relation
from reunify.figure import Figure
from reunify.logic import MET, all_of
from reunify.provisions import About, DayKind, Evidence, Ground, Milestone, Note, Rule, StandIn, as_nodes
from reunify.renamed import ByName, now, settled
from reunify.rewriting import NodeMapping, mapping, same_or
from reunify.shown import Shown, ShownInNotebook
from reunify.sources import Source
from reunify.text import Text, refuse_braces, texts_of

__all__ = [
    "About",
    "CircleError",
    "DayKind",
    "Demands",
    "Evidence",
    "Ground",
    "Milestone",
    "Note",
    "OtherLaw",
    "Rule",
    "RuleSet",
    "StandIn",
]

_N = TypeVar("_N", bound=Node)
_Said = TypeVar("_Said", Note, Milestone)


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

    def __attrs_post_init__(self) -> None:
        """See that its reason says all."""
        refuse_braces(repr(self.point), self.why)


class CircleError(ValueError):
    """Whether somebody may come follows from whether somebody else may, and so on until it comes back to the first.

    Attributes:
        text: Who follows whom, in two languages.
    """

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


_CIRCLE: Final = Text(
    en="{law}: whether a person may come ({who}) would follow from itself, by way of {fact}",
    nl="{law}: of iemand mag komen ({who}) zou uit zichzelf volgen, langs {fact}",
)


def _refuse_circles(law: RuleSet) -> None:
    """See that no verdict follows from itself, by what each relation asks and whom a fact can name."""
    following = law.relations_that_follow
    if following.isdisjoint(frozenset().union(*(relations for relations, _ in REFERENCES.values()))):
        return
    todo: list[tuple[Relation, ...]] = [(one,) for one in Relation if one in following]
    while todo:
        chain = todo.pop()
        for fact in law.asked_of(chain[-1]).follows:
            others = [one for one in Relation if one in following & REFERENCES[fact][0]]
            for other in others:
                if other in chain:
                    raise CircleError(_CIRCLE.format(law=law.id, who=other.label, fact=repr(fact)))
            todo += [(*chain, other) for other in others]


@attrs.frozen(eq=False, kw_only=True, slots=False)
class RuleSet(ShownInNotebook):
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
        closed: What is said to whom it is not open; left out, that it is not through nareis.
        other_law: Disputes over whether this law applies at all.
        notes: Remarks that a report adds.
        milestones: Days that matter in the procedure.
        renamed: Old ids of conditions, grounds, notes, milestones and contested points, each with the id that took
            its place; they go on working wherever one can be written, and warn.

    Raises:
        ValueError: An old id leads round in a circle or to nothing, or is the id of something.
        CircleError: Whether somebody may come follows from whether somebody else may, and that from the first.
    """

    id: str
    title: Text
    short: Text
    sources: tuple[Source, ...]
    since: date | None = None
    until: date | None = None
    general: tuple[Node, ...] = attrs.field(converter=as_nodes)
    grounds: tuple[Ground, ...]
    unlisted: Node
    closed: Text = Verdict.EXCLUDED.label
    other_law: tuple[OtherLaw, ...] = ()
    notes: tuple[Note, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    renamed: Mapping[str, str] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """See that each old id leads somewhere."""
        if self.renamed:
            _ = self.old_names
        _refuse_circles(self)

    def __repr__(self) -> str:
        return f"<RuleSet {self.id}>"

    def _shown(self) -> Shown:
        return Shown(
            f"{self.title.en} ({self.id})",
            ("ground", "whom it is for", "source"),
            [(ground.id, ground.title.en, ground.source.cite.en) for ground in self.grounds],
        )

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
        found = self._asked_of.get(relation)
        return found if found is not None else self._asked_of.setdefault(relation, self._demands(relation))

    @cached_property
    def _asked_of(self) -> dict[Relation, Demands]:
        return {}

    def _demands(self, relation: Relation) -> Demands:
        return Demands(
            relation,
            tuple((ground, whole) for ground, whole in self.wholes if relation in ground.relations),
            tuple(self._remarks(relation)),
            tuple(self._milestones(relation)),
        )

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
            return same_or(node, sources=moved(node.sources))

        law = self.mapped(moved_node)
        notes = tuple(same_or(note, sources=moved(note.sources)) for note in law.notes)
        milestones = tuple(same_or(one, sources=moved(one.sources)) for one in law.milestones)
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
            texts = {name: say(text) for name, text in texts_of(one).items()}
            return same_or(one, **texts, when=mapped(one.when), day=one.day and mapped(one.day))

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
        papers = (paper for ground in self.grounds for paper in ground.evidence)
        told = (
            text for part in (*self.grounds, *papers, *self.said, *self.other_law) for text in texts_of(part).values()
        )
        found = (
            *(figure for node in self.nodes for figure in node.figures),
            *(f for text in told for f in text.figures),
        )
        return {figure.name: figure for figure in found}

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

    @cached_property
    def details(self) -> Mapping[str, tuple[Leaf, ...]]:
        """What the conditions come down to: the leaves without an id, by what they are called (`Leaf.detail`).

        An amendment can name one where it names a condition. These names follow what the law asks, and change with it.
        """
        found: dict[str, tuple[Leaf, ...]] = {}
        for node in self.nodes:
            if isinstance(node, Leaf) and node.id is None and node.detail and node.detail not in self.names:
                found[node.detail] = (*found.get(node.detail, ()), node)
        return found

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
        notes: Mapping[str, Text] | None = None,
        milestones: Mapping[str, Text] | None = None,
        since: date | None = None,
    ) -> RuleSet:
        """Give a new law that differs from this one in a few named places.

        An id names its node wherever it stands, ``"parent.in-time"`` in one ground only; the id of a ground, note
        or milestone names that, and the name of a contested point that point; what a condition comes down to has a name
        too (`RuleSet.details`). What is dropped counts as met in an
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
            notes: Other texts of notes, by id, each in the place of the whole and of its one sentence (`Note.brief`);
                when and for whom they are told stays as it is.
            milestones: Other texts of milestones, by id, each in the place of the text and of its `Milestone.step`.
            since: The first decision day (D4) that the new law applies to; it has no end then. Left out, it applies when
                this one does. See `rules.in_force_on`.

        Raises:
            ValueError: A name does not exist (the message says which is nearest) or is taken already, something is
                to be replaced by a thing of another kind, the last alternative of a condition is dropped, something
                that stays rests on what goes (the message names all of it), or nothing changes.
        """
        from reunify.amend import amended  # noqa: PLC0415 -- an amendment is made of the parts of a law

        return amended(
            self,
            id=id,
            title=title,
            drop=drop,
            replace=replace,
            add=add,
            renamed=renamed,
            figures=figures,
            notes=notes,
            milestones=milestones,
            since=since,
        )

    @cached_property
    def leaves(self) -> frozenset[Leaf]:
        """The leaves on which verdicts rest."""
        roots = (*(whole for _, whole in self.wholes), self.unlisted)
        return frozenset(node for node in _each_once(roots) if isinstance(node, Leaf))

    @property
    def relations_that_follow(self) -> frozenset[Relation]:
        """For whom a ground has a condition that follows another member, be it in a branch that is for others."""
        following = [ground for ground in self.grounds if any(node.follows_another for node in self._asked(ground))]
        return frozenset(relation for ground in following for relation in ground.relations)

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
