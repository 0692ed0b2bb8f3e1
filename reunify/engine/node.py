"""What every node of a law has and can be asked; and what any of them is made into: a join, or a contested point."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache, reduce
from operator import or_
from typing import Any, Self, Unpack

import attrs

from reunify.engine.days import (
    ACTION,
    AT_ONCE,
    NO_DAY,
    REMEDIES,
    Cure,
    Dated,
    Ordinals,
    all_cured,
    earliest,
    is_day,
    one_cured,
)
from reunify.engine.meaning import (
    ELIGIBLE,
    EXCLUDED,
    HIGHEST,
    IDENTITY,
    LOWEST,
    NOT_YET,
    Differing,
    LookUp,
    Reader,
    T,
    beside,
)
from reunify.engine.program import Program, compiled
from reunify.engine.said import Curable, Point, Remedy, SaidOfNamed, firmness, put, several
from reunify.engine.trace import Run, Value
from reunify.figure import Figure, is_exceeded
from reunify.sources import Mark, Source
from reunify.text import Text
from reunify.told import Told

__all__ = ["Contested", "Join", "Node"]


@attrs.frozen(eq=False, kw_only=True, slots=False, repr=False)
class Node:
    """A proposition of the law, or a way of joining several.

    Attributes:
        id: Its name; None for one that is only a detail of another.
        text: The proposition, in two languages.
        told: The same in sentences for a reader, where it is met, not met or not known.
        sources: Where it rests on; the first that can be cited on the decision day counts.
        curable: Whether an unmet node can still come to be met.
        discretionary: The law says that the authority *may* refuse for it ("kan worden geweigerd").
        mark: How firm the rule is.
        remedy: What can still be done where it is not met; None: what its parts say.
        advice: What that is, in two languages.
    """

    id: str | None = None
    text: Text | None = None
    told: Told | None = None
    sources: tuple[Source, ...] = ()
    curable: Curable = Curable.NO
    discretionary: bool = False
    mark: Mark = Mark.TEXT
    remedy: Remedy | None = None
    advice: Text | None = None

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id or ''}>"

    def named(
        self,
        id: str,  # noqa: A002 -- the word of the rules
        /,
        source: Source | Iterable[Source],
        *,
        en: str,
        nl: str,
        **said: Unpack[SaidOfNamed],
    ) -> Join:
        """Give this node a name, a source and a text of its own; see `SaidOfNamed` for what else can be said."""
        return Join(parts=(self,), every=True, **put(source, en, nl, id=id, **said))

    def known_as(self, id: str, /) -> Join:  # noqa: A002 -- the word of the rules
        """Give this node a name, with the source and the words that it has."""
        return Join(
            parts=(self,), every=True, id=id, text=self.text, told=self.told, sources=self.sources, mark=self.mark
        )

    def or_read(self, point: Point, other: Node) -> Contested:
        """Take this node as the main reading of a contested point, and ``other`` as the other reading.

        Raises:
            ValueError: ``point`` is no point, or ``other`` no node.
        """
        for one, kind, what in ((point, Point, "a Point, with why it is contested"), (other, Node, "a condition")):
            if not isinstance(one, kind):
                message = f"or_read takes {what}, not {one!r}"
                raise ValueError(message)  # noqa: TRY004 -- as every fault of a rule
        return Contested(
            point=point.id, why=point.why, sources=point.sources, main=self, other=other, up_to=point.up_to
        )

    def cited(
        self, source: Source | Iterable[Source], *, mark: Mark | None = None, curable: Curable | None = None
    ) -> Self:
        """Give the same node with the place where another law has the same rule, and with what cures it there."""
        sources = several(source)
        return attrs.evolve(self, sources=sources, mark=firmness(mark, sources), curable=curable or self.curable)

    @property
    def names(self) -> tuple[str, ...]:
        """The names by which it is known: its id, if it has one."""
        return () if self.id is None else (self.id,)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the law that this node itself takes, or names in its texts."""
        said = (self.text, self.told, self.advice)
        return tuple(figure for text in said if text is not None for figure in text.figures)

    def with_figures(self, changed: Mapping[str, Figure]) -> Self:
        """Give the node with other figures; the same one, if it has none of those."""
        if not any(figure.name in changed for figure in self.figures):
            return self
        text, advice = (said and said.with_figures(changed) for said in (self.text, self.advice))
        return attrs.evolve(self, text=text, told=self.told and self.told.with_figures(changed), advice=advice)

    @property
    def children(self) -> tuple[Node, ...]:
        """The nodes that this one is made of."""
        return ()

    @property
    def tested(self) -> Node | None:
        """The node that decides which of the parts count."""
        return None

    @property
    def one_is_enough(self) -> bool:
        """Whether one of the parts that is met is enough; else all of them count."""
        return False

    @property
    def refers_to(self) -> str | None:
        """The fact that names the member who is followed."""
        return None

    @property
    def gives_day(self) -> Callable[..., date] | None:
        """The function that gives the day on which this node turns."""
        return None

    @property
    def is_steady(self) -> bool:
        """Whether it turns once only as a day that it reads moves on."""
        return True

    @cached_property
    def reads(self) -> tuple[str, ...]:
        """The facts that this node itself reads."""
        return ()

    @cached_property
    def cure(self) -> Curable:
        """What can cure this node: its own mark, or that of the first curable part."""
        if self.curable is not Curable.NO:
            return self.curable
        return next((branch.cure for branch in self.branches if branch.cure is not Curable.NO), Curable.NO)

    @cached_property
    def unmet(self) -> int:
        """The set of verdicts of this node when it is not met."""
        return EXCLUDED if self.cure is Curable.NO else NOT_YET

    @cached_property
    def follows_another(self) -> bool:
        """Whether the verdict of another member has a part in this node."""
        return any(child.follows_another for child in self.children)

    @cached_property
    def points_below(self) -> frozenset[str]:
        """The contested points that have a part in this node."""
        return frozenset(node.point for node in self.walk() if isinstance(node, Contested))

    @cached_property
    def names_deadline(self) -> bool:
        """Whether a last day for the application has a part in this node."""
        return any(child.names_deadline for child in self.children)

    @property
    def branches(self) -> tuple[Node, ...]:
        """The parts that can become the value of this node."""
        return self.children

    @cached_property
    def alone(self) -> Program:
        """This node by itself, compiled."""
        return compiled([self], full=True)

    def aside(self, run: Run) -> tuple[Node, ...]:  # noqa: ARG002 -- mostly none
        """Give the parts that are looked at in an evaluation beside those that count."""
        return ()

    def read_by(self, reader: Reader[T]) -> T:
        """Say what this node means, in the words of a reader."""
        message = f"it is not said what {self!r} means"
        raise NotImplementedError(message)

    def counted(self, run: Run) -> tuple[Node, ...]:  # noqa: ARG002 -- here all of them
        """Give the parts that count in an evaluation."""
        return self.children

    def waits_for(self, value: Dated) -> Ordinals:
        """Give the day from which an unmet value would be met; see `Value.wait`."""
        raise NotImplementedError

    def last_day(self, value: Dated) -> Ordinals:
        """Give the last day for the application; see `Value.deadline`."""
        return earliest(value, [part.last_day for part in value.parts])

    def can_be_done(self, value: Dated) -> Cure:
        """Give what can still be done about a value, and the day from which; see `Value.remedied`."""
        if self.remedy is not None:
            return REMEDIES.index(self.remedy), NO_DAY
        return (ACTION, NO_DAY) if self.curable is Curable.BY_ACTION else all_cured(value)

    def rows(self, run: Run) -> list[tuple[Node, LookUp]]:
        """Give the parts that count, each with what any set of verdicts of it would make of this node."""
        return [(part, IDENTITY) for part in self.counted(run)]

    def tells(self, part: Node, value: Value) -> bool:  # noqa: ARG002 -- mostly every part
        """Say whether a part belongs in the reasons of a value of this node."""
        return True

    def passes_on(self, at: Differing) -> Sequence[tuple[Node, Any]]:
        """Give the parts, each with the differences in it that make a difference in the whole."""
        return [(part, at.pairs) for part in at.counted(self)]

    def walk(self) -> Iterator[Node]:
        """Give this node and all the nodes that it is made of."""
        yield self
        for child in self.children:
            yield from child.walk()


@attrs.frozen(eq=False, kw_only=True, slots=False, repr=False)
class Join(Node):
    """All of, or any of, several parts."""

    parts: tuple[Node, ...]
    every: bool

    @property
    def children(self) -> tuple[Node, ...]:
        """The parts."""
        return self.parts

    @property
    def one_is_enough(self) -> bool:
        """So it is, of any."""
        return not self.every

    def read_by(self, reader: Reader[T]) -> T:
        """The lowest of all parts, or the highest of any."""
        parts = map(reader.of, self.parts)
        return reader.lowest(parts) if self.every else reader.highest(parts)

    @cached_property
    def _with_deadline(self) -> tuple[Node, ...]:
        return tuple(part for part in self.parts if part.names_deadline)

    def waits_for(self, value: Dated) -> Ordinals:
        """Wait for the last of all, or for the first of any."""
        waits = [part.waits_for for part in value.parts]
        if not self.every:
            # What action can cure names no day; where time can cure it too, that day is told.
            first = earliest(value, [value.either(is_day(day), day, NO_DAY) for day in waits])
            first = value.either(first == NO_DAY, value.lowest(waits), first)
            return value.either(reduce(or_, [part.may_be_met for part in value.parts]), AT_ONCE, first)
        if self.id is None:
            return value.highest(waits)
        # Of one condition that asks for action as well, no day is told as if time alone did it.
        return value.either(all_cured(value)[0] == ACTION, AT_ONCE, value.highest(waits))

    def can_be_done(self, value: Dated) -> Cure:
        """Do something about all, or about one of any."""
        return super().can_be_done(value) if self.remedy is not None or self.every else one_cured(value)

    def last_day(self, value: Dated) -> Ordinals:
        """The earliest of all, or the latest of any."""
        days = [value.of(part).last_day for part in self._with_deadline]
        return earliest(value, days) if self.every else value.highest(days)

    def rows(self, run: Run) -> list[tuple[Node, LookUp]]:
        """Put each part beside the others."""
        rows = _beside_others(self.every, tuple([run.mask(part) for part in self.parts]))
        return list(zip(self.parts, rows, strict=True))

    def tells(self, part: Node, value: Value) -> bool:
        """Of alternatives without a name of their own, only those that served are told."""
        served = not self.every and self.id is None and value.mask == ELIGIBLE
        return not served or value.run.mask(part) == ELIGIBLE

    def passes_on(self, at: Differing) -> Sequence[tuple[Node, Any]]:
        """What each part can still do beside the others."""
        below = at.below([at.mask(part) for part in self.parts], every=self.every)
        return list(zip(self.parts, below, strict=True))


@lru_cache(maxsize=4096)
def _beside_others(every: bool, masks: tuple[int, ...]) -> tuple[LookUp, ...]:
    """Give for each part of a join what any set of it would make of the join, with the others as they are."""
    table = LOWEST if every else HIGHEST
    return tuple(table[others] for others in beside(masks, every=every))


@attrs.frozen(eq=False, kw_only=True, slots=False, repr=False)
class Contested(Node):
    """Two whole readings of one point, of which the first is taken as the main one.

    Attributes:
        point: The name of the point.
        why: Why it is contested, in two languages.
        main: The main reading.
        other: The other reading.
        up_to: The highest figure with which the question arises at all; see `Point`.
    """

    point: str
    why: Text
    main: Node
    other: Node
    up_to: Figure | None = None

    @property
    def is_moot(self) -> bool:
        """Whether the figures of the law leave nothing to ask."""
        return is_exceeded(self.up_to, self.figures)

    @property
    def names(self) -> tuple[str, ...]:
        """Its id, if it has one, and that of the point."""
        return (*super().names, self.point)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Those that the reason names."""
        return self.why.figures

    def with_figures(self, changed: Mapping[str, Figure]) -> Self:
        """Give the point with other figures."""
        why = self.why.with_figures(changed)
        return self if why is self.why else attrs.evolve(self, why=why)

    @property
    def children(self) -> tuple[Node, ...]:
        """The two readings."""
        return (self.main, self.other)

    def read_by(self, reader: Reader[T]) -> T:
        """The reading that the reader takes."""
        return reader.contested(self)

    def counted(self, run: Run) -> tuple[Node, ...]:
        """Give the reading that was taken."""
        return (self.other if run.reading == self.point else self.main,)

    def aside(self, run: Run) -> tuple[Node, ...]:
        """Give the other reading, where both are looked at."""
        return (self.other,) if run.beside else ()

    def waits_for(self, value: Dated) -> Ordinals:
        """That of the reading taken."""
        (taken,) = value.parts
        return taken.waits_for
