"""What a rule set is: grounds with their conditions, what all grounds share, and the period in force."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Final

import attrs

from reunify.facts import Relation
from reunify.logic import ELIGIBLE, MET, Contested, Join, Leaf, Node, Value, all_of
from reunify.sources import Source
from reunify.text import Text


def _as_relations(relations: Iterable[Relation]) -> frozenset[Relation]:
    return frozenset(relations)


def _as_tuple(nodes: Iterable[Node]) -> tuple[Node, ...]:
    return tuple(nodes)


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
        evidence: What papers and statements carry it.
    """

    id: str
    title: Text
    source: Source
    relations: frozenset[Relation] = attrs.field(converter=_as_relations)
    who: Node | None = None
    conditions: tuple[Node, ...] = attrs.field(converter=_as_tuple)
    evidence: tuple[Evidence, ...] = ()

    def is_open(self, value: Value) -> bool:
        """Say whether a person with this value (of the whole ground) may be one whom it is for."""
        return self.who is None or bool(value.parts[0].mask & ELIGIBLE)


class About(enum.StrEnum):
    """What a note is about."""

    WARNING = "warning"
    ROUTE = "route"
    PERMIT = "permit"

    @property
    def label(self) -> Text:
        """The heading for it in two languages."""
        return _ABOUT_LABELS[self]


_ABOUT_LABELS: Final = {
    About.WARNING: Text(en="Take note", nl="Let op"),
    About.ROUTE: Text(en="What is left", nl="Wat er nog kan"),
    About.PERMIT: Text(en="The sponsor's own permit", nl="De eigen vergunning van de hoofdpersoon"),
}


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
    """

    id: str
    text: Text
    sources: tuple[Source, ...]
    about: About = About.WARNING
    day: Leaf | None = None
    when: Node = MET
    relations: frozenset[Relation] = attrs.field(default=frozenset(Relation), converter=_as_relations)


@attrs.frozen(eq=False, kw_only=True)
class Milestone:
    """A day that matters in the procedure: an end of a term, a birthday, the end of a wait.

    Attributes:
        id: Its name.
        day: The leaf that gives the day.
        when: For whom: given where this is known to be met.
        text: What happens on that day, in two languages.
        sources: Where it rests on.
        relations: The relations that it can concern.
    """

    id: str
    day: Leaf
    text: Text
    sources: tuple[Source, ...]
    when: Node = MET
    relations: frozenset[Relation] = attrs.field(default=frozenset(Relation), converter=_as_relations)


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

    def open_to(self, relation: Relation) -> tuple[tuple[Ground, Join], ...]:
        """Give the grounds that a relation can use, each with all that it asks."""
        return tuple((ground, whole) for ground, whole in self.wholes if relation in ground.relations)

    def in_force_on(self, day: date) -> bool:
        """Say whether this law applies to decisions of ``day`` (D4)."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Every node of this law, each once, in the order of the law."""
        roots = [*(whole for _, whole in self.wholes), self.unlisted]
        extra = [law.when for law in self.other_law]
        extra += [note.when for note in self.notes]
        extra += [note.day for note in self.notes if note.day is not None]
        extra += [node for milestone in self.milestones for node in (milestone.when, milestone.day)]
        return tuple(dict.fromkeys(node for root in (*roots, *extra) for node in root.walk()))

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

    def _asked(self, ground: Ground) -> tuple[Node, ...]:
        who = () if ground.who is None else (ground.who,)
        return (*who, *ground.conditions, *self.general)
