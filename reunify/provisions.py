"""The parts of a law: the grounds, and what a report tells beside them; the law itself is a `ruleset.RuleSet`."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, TypeAlias

import attrs

from reunify.engine.nodes import Leaf, Node
from reunify.facts import ANYBODY, Relation
from reunify.figure import Figure, is_exceeded
from reunify.logic import MET
from reunify.sources import Source
from reunify.text import Choice, Text, refuse_braces, texts_of

__all__ = [
    "About",
    "DayKind",
    "Evidence",
    "Ground",
    "Milestone",
    "Note",
    "Rule",
    "StandIn",
    "as_nodes",
    "place_of_best",
]


def _as_relations(relations: Iterable[Relation]) -> frozenset[Relation]:
    # A copy would not know relations that are added later.
    return ANYBODY if relations is ANYBODY else frozenset(relations)


def as_nodes(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Give nodes as a law keeps them."""
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
    conditions: tuple[Node, ...] = attrs.field(converter=as_nodes, validator=_ARE_NODES)
    general: tuple[Node, ...] | None = attrs.field(default=None, converter=attrs.converters.optional(as_nodes))
    evidence: tuple[Evidence, ...] = ()
    stand_in: StandIn | None = None

    def __attrs_post_init__(self) -> None:
        """See that its title says all."""
        refuse_braces(repr(self.id), self.title)

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


def place_of_best(
    grounds: Sequence[Ground | None],
    ranks: Sequence[Any],
    is_met: Callable[[Node], Any],
    either: Callable[[Any, Any, Any], Any],
) -> Any:
    """Give the place of the ground that decides, that with the best verdict; -1 where none is open.

    Of equal ones it is the first, or that which stands in for it and comes after it. As in `meaning`, numbers are what
    can be calculated with as numbers can: of one person, of whole columns, of a solver.

    Args:
        grounds: The grounds, in the order of the law; None stands for none.
        ranks: How good the verdicts on each are (see `meaning.RANKS`); 0 where it is not open.
        is_met: Says whether a condition is known to be met.
        either: Gives the one where it is so, and the other where it is not.
    """
    places = {ground.id: place for place, ground in enumerate(grounds) if ground is not None}
    best: Any = 0
    place: Any = -1
    for at, (ground, rank) in enumerate(zip(grounds, ranks, strict=True)):
        better = rank > best
        stand_in = None if ground is None else ground.stand_in
        if stand_in is not None and stand_in.ground in places:
            better = is_met(stand_in.when) & (rank == best) & (place == places[stand_in.ground]) | better
        place, best = either(better, at, place), either(better, rank, best)
    return place


@attrs.frozen(eq=False, kw_only=True)
class Evidence:
    """What can carry a condition: papers, statements, and what is offered where there are none.

    Attributes:
        text: What it is, in two languages.
        source: Where it rests on.
        bring: The same for the family, as something to bring.
    """

    text: Text
    source: Source
    bring: Text | None = None


class About(Choice):
    """What a note is about."""

    WARNING = "warning", "Take note", "Let op"
    ROUTE = "route", "What is still possible", "Wat er nog kan"
    PERMIT = "permit", "The sponsor's own permit", "De eigen vergunning van de hoofdpersoon"


class DayKind(enum.Enum):
    """What a day of the procedure is to the family."""

    LAST_DAY = "last_day"
    """The last day on which somebody can still do something."""
    BIRTHDAY = "birthday"
    """A day on which somebody comes of age."""
    TURN = "turn"
    """A day from which something else holds."""
    AUTHORITY = "authority"
    """The end of a term of the authority."""


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
        brief: The same in one sentence, for the top of a report; left out, its first sentence.
        aside: Whether it is an argument or a detail, for who reads on: it does not stand on top.
        of_reading: Whether it says how the sources were read: it stands with them, and nowhere else.
        task: What is to be done, if something is.
        place: Where that is done.
    """

    id: str
    text: Text
    brief: Text | None = None
    aside: bool = False
    of_reading: bool = False
    task: Text | None = None
    place: Text | None = None
    sources: tuple[Source, ...]
    about: About = About.WARNING
    year_decides: str | None = None
    day: Leaf | None = attrs.field(default=None, validator=attrs.validators.optional(_IS_LEAF))
    unmet: tuple[str, ...] = ()
    before_eligible: bool = False
    only_with: tuple[str, ...] = ()
    when: Node = attrs.field(default=MET, validator=_IS_NODE)
    relations: frozenset[Relation] = attrs.field(default=ANYBODY, converter=_as_relations)

    def __attrs_post_init__(self) -> None:
        """See that its texts say all but its day, which stands in the whole and in one sentence."""
        said = texts_of(self)
        with_day = [said.pop(name, None) for name in ("text", "brief")]
        refuse_braces(repr(self.id), *with_day, known=() if self.day is None else ("day",))
        refuse_braces(repr(self.id), *said.values())


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
        up_to: The highest figure of a law with which there is such a day at all; None: whatever the figures.
        kind: What the day is to the family.
        step: The same in a few words, without the person, such as *last day to apply for nareis*; left out, the text.
        task: What is to be done by then, if something is.
        place: Where that is done.
        over: What is said of it once it is past; without it nothing is.
        of_sponsor: Whether it is a day of the sponsor, and not of the person.
    """

    id: str
    kind: DayKind = DayKind.TURN
    step: Text | None = None
    task: Text | None = None
    place: Text | None = None
    over: Text | None = None
    of_sponsor: bool = False
    day: Leaf = attrs.field(validator=_IS_LEAF)
    text: Text
    _sources: tuple[Source, ...] = attrs.field(default=(), alias="sources")
    when: Node = attrs.field(default=MET, validator=_IS_NODE)
    unmet: tuple[str, ...] = ()
    only_with: tuple[str, ...] = ()
    relations: frozenset[Relation] = attrs.field(default=ANYBODY, converter=_as_relations)
    up_to: Figure | None = None

    def __attrs_post_init__(self) -> None:
        """See that its texts say all."""
        refuse_braces(repr(self.id), *texts_of(self).values())

    @property
    def is_moot(self) -> bool:
        """Whether the figures of the law leave no such day."""
        return is_exceeded(self.up_to, self.text.figures)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where it rests on."""
        return self._sources or self.day.sources


Rule: TypeAlias = "Node | Ground | Note | Milestone"
"""What an amendment can take out, replace or add."""
