"""What a law is made of: conditions, and the ways in which they are joined.

Each kind of node says what it means in the words of `meaning`, and what it says of days and of its parts in those of
`trace`. Nothing here knows of a particular law; how rules are written is in `logic`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Final, Self, TypedDict, Unpack, cast

import attrs

from reunify.figure import Figure, figures_of, with_figures
from reunify.meaning import ELIGIBLE, EXCLUDED, NOT_YET, Reader, T, Turns
from reunify.program import Program, compiled
from reunify.sources import Mark, Source
from reunify.terms import NEVER
from reunify.text import Choice, Text
from reunify.trace import (
    ALL_PAIRS,
    BRANCHES,
    HIGHEST,
    IDENTITY,
    LOWEST,
    NO_WAIT,
    PAIRS_IN_ALL,
    PAIRS_IN_ANY,
    SWAPPED,
    UNION,
    Run,
    Standing,
    Table,
    Value,
    pairs_between,
    through,
)


class Curable(Choice):
    """Whether, and by what, an unmet condition can still come to be met."""

    NO = "no", "cannot be cured", "niet te herstellen"
    BY_TIME = "time", "met with time", "na verloop van tijd voldaan"
    BY_ACTION = "action", "can be cured by doing something", "te herstellen door iets te doen"


class Remedy(Choice):
    """What can still be done about an unmet condition; it decides no verdict, `Curable` does."""

    ACTION = "action", "something can still be done", "er is nog iets aan te doen"
    TIME = "time", "met with time", "na verloop van tijd voldaan"
    NONE = "none", "nothing can still be done", "er is niets meer aan te doen"


@attrs.frozen
class Norm:
    """What the facts of a leaf are compared with and what differs by the day, such as the norm of a half-year.

    Attributes:
        label: What it is, in two languages.
        of: Gives it; its parameters are facts that the leaf reads.
    """

    label: Text
    of: Callable[..., Any]


class SaidOfNamed(TypedDict, total=False):
    """What can be said of a condition beside its name, its source and its text.

    Attributes:
        discretionary: Whether the authority may, but need not, refuse for it.
        mark: How firm it is; left out, as firm as the first source.
        remedy: What can still be done where it is not met; left out, what can cure it.
        advice: What that is, in two languages.
        figures: The figures of the law that the text names, beside those that the condition takes.
    """

    discretionary: bool
    mark: Mark
    remedy: Remedy
    advice: Text
    figures: Iterable[Figure]


class Said(SaidOfNamed, total=False):
    """What can be said of a condition beside its source and its text.

    Attributes:
        id: Its name; without one it is a detail of the condition that it stands in.
    """

    id: str


class SaidOfLeaf(Said, total=False):
    """What can be said of a leaf.

    Attributes:
        curable: What can still cure it when unmet.
        norms: What the facts are compared with, where that differs by the day.
        built_on: The leaves of which the function takes the day: what changes them changes this.
        steps: Days of the law at which it turns to and fro, as a day that it reads moves on.
        steady: Whether it turns once only between them; left out, it does.
    """

    curable: Curable
    norms: Iterable[Norm]
    built_on: Iterable[Leaf]
    steps: Iterable[date]
    steady: bool


def several(source: Source | Iterable[Source]) -> tuple[Source, ...]:
    """Give one or several sources as several."""
    return (source,) if isinstance(source, Source) else tuple(source)


def firmness(told: Mark | None, sources: tuple[Source, ...]) -> Mark:
    """Give what is told, or else how firm that is on which the rule rests in the first place."""
    return told or (sources[0].mark if sources else Mark.TEXT)


def put(source: Source | Iterable[Source], en: str, nl: str, **said: Any) -> dict[str, Any]:
    """Put what is said of a node into its attributes.

    Raises:
        ValueError: A node with a name has no source, or not both texts.
    """
    sources, figures = several(source), tuple(said.pop("figures", ()))
    if said.get("id") is not None and not (sources and en and nl):
        message = f"{said['id']} needs a source and a text in both languages"
        raise ValueError(message)
    mark = firmness(said.pop("mark", None), sources)
    return {"sources": sources, "text": Text.of(*figures, en=en, nl=nl) if en else None, "mark": mark, **said}


@attrs.frozen(init=False)
class Point:
    """A question of law that is open or contested.

    Attributes:
        id: Its name; the same point may stand in several places.
        sources: What makes it contested.
        why: Why it is contested, in two languages.
    """

    id: str
    sources: tuple[Source, ...]
    why: Text

    def __init__(
        self,
        id: str,  # noqa: A002 -- the word of the rules
        source: Source | Iterable[Source],
        *,
        en: str,
        nl: str,
        figures: Iterable[Figure] = (),
    ) -> None:
        """Make a point of what is said of it; the texts may name figures of the law."""
        cast("Any", self).__attrs_init__(id, several(source), Text.of(*figures, en=en, nl=nl))


@attrs.frozen(eq=False, kw_only=True, slots=False, repr=False)
class Node:
    """A proposition of the law, or a way of joining several.

    Attributes:
        id: Its name; None for one that is only a detail of another.
        text: The proposition, in two languages.
        sources: Where it rests on; the first that can be cited on the decision day counts.
        curable: Whether an unmet node can still come to be met.
        discretionary: The law says that the authority *may* refuse for it ("kan worden geweigerd").
        mark: How firm the rule is.
        remedy: What can still be done where it is not met; None: what its parts say.
        advice: What that is, in two languages.
    """

    id: str | None = None
    text: Text | None = None
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

    def or_read(self, point: Point, other: Node) -> Contested:
        """Take this node as the main reading of a contested point, and ``other`` as the other reading."""
        return Contested(point=point.id, why=point.why, sources=point.sources, main=self, other=other)

    def cited(self, source: Source | Iterable[Source], *, mark: Mark | None = None) -> Self:
        """Give the same node with the place where another law has the same rule."""
        sources = several(source)
        return attrs.evolve(self, sources=sources, mark=firmness(mark, sources))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the law that this node itself takes, or names in its texts."""
        return tuple(figure for text in (self.text, self.advice) if text is not None for figure in text.figures)

    def with_figures(self, changed: Mapping[str, Figure]) -> Self:
        """Give the node with other figures; the same one, if it has none of those."""
        if not any(figure.name in changed for figure in self.figures):
            return self
        text, advice = (said and said.with_figures(changed) for said in (self.text, self.advice))
        return attrs.evolve(self, text=text, advice=advice)

    @property
    def children(self) -> tuple[Node, ...]:
        """The nodes that this one is made of."""
        return ()

    @property
    def tested(self) -> Node | None:
        """The node that decides which of the parts count."""
        return None

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
        return any(isinstance(node, Follows) for node in self.walk())

    @cached_property
    def names_deadline(self) -> bool:
        """Whether a last day for the application has a part in this node."""
        return any(node.is_term for node in self.walk() if isinstance(node, Leaf))

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

    def wait(self, value: Value) -> date:
        """Give the day from which an unmet value would be met; see `Value.wait`."""
        raise NotImplementedError

    def deadline(self, value: Value) -> date | None:
        """Give the last day for the application; see `Value.deadline`."""
        return _earliest(part.deadline for part in value.parts)

    def standings(self, at: Standing) -> list[Standing]:
        """Give the parts of a value of this node, each with what it can change in the whole."""
        return [Standing(part, at.table, at.pairs, at.told) for part in at.value.parts]

    def remedied(self, value: Value) -> tuple[Remedy, date | None]:
        """Give what can still be done about a value, and the day from which; see `Value.remedied`."""
        if self.remedy is not None:
            return self.remedy, None
        if self.curable is Curable.BY_ACTION:
            return Remedy.ACTION, None
        return _all_remedied(value.parts) if value.parts else (Remedy.NONE, None)

    def walk(self) -> Iterator[Node]:
        """Give this node and all the nodes that it is made of."""
        yield self
        for child in self.children:
            yield from child.walk()


def _earliest(days: Iterable[date | None]) -> date | None:
    return min((day for day in days if day is not None), default=None)


def _all_remedied(parts: Iterable[Value]) -> tuple[Remedy, date | None]:
    """Give what can be done about all parts together that are not met: no more than about the worst of them."""
    found = [part.remedied for part in parts if part.holds is False]
    remedies = {remedy for remedy, _ in found}
    days = [day for _, day in found if day is not None]
    if Remedy.NONE in remedies or not found:
        return Remedy.NONE, None
    return (Remedy.ACTION if Remedy.ACTION in remedies else Remedy.TIME), max(days, default=None)


def _one_remedied(parts: Iterable[Value]) -> tuple[Remedy, date | None]:
    """Give what can be done about one of several parts, of which one is enough: what time brings before action."""
    found = [part.remedied for part in parts if part.holds is False]
    waits = [day for remedy, day in found if remedy is Remedy.TIME and day is not None]
    if waits:
        return Remedy.TIME, min(waits)
    return (Remedy.ACTION, None) if any(remedy is Remedy.ACTION for remedy, _ in found) else (Remedy.NONE, None)


@attrs.frozen(eq=False, kw_only=True, slots=False, repr=False)
class Leaf(Node):
    """One comparison, or one day: a plain function whose signature is the list of facts that it reads.

    Attributes:
        function: The predicate, or the function that gives the day.
        facts: The names of the facts that it reads.
        turns: Whether the function gives the day from which, or until which, the leaf is met.
        compared: The fact that is compared with that day.
        awaited: Whether time brings that day: from then on the leaf is met.
        is_term: Whether that day is the end of a term for the application, and no other limit (an age, say).
        norms: What the facts are compared with, where that differs by the day.
        built_on: The leaves of which the function takes the day.
        steps: Days of the law at which it turns to and fro; it turns once only between them.
        steady: Whether that is so; a weekend comes back.
    """

    function: Callable[..., Any]
    facts: tuple[str, ...]
    turns: Turns = Turns.NOT
    compared: str = ""
    awaited: bool = False
    is_term: bool = False
    norms: tuple[Norm, ...] = ()
    built_on: tuple[Leaf, ...] = ()
    steps: tuple[date, ...] = ()
    steady: bool = True

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the plain function."""
        return self.function(*args, **kwargs)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Those that the function and the norms take, and those of the texts."""
        functions = (self.function, *(norm.of for norm in self.norms))
        return (*(figure for function in functions for figure in figures_of(function)), *super().figures)

    def with_figures(self, changed: Mapping[str, Figure]) -> Self:
        """Give the leaf with other figures, in what it compares too."""
        norms = tuple(attrs.evolve(norm, of=with_figures(norm.of, changed)) for norm in self.norms)
        function = with_figures(self.function, changed)
        same = super().with_figures(changed)
        return same if same is self else attrs.evolve(same, function=function, norms=norms)

    @property
    def is_steady(self) -> bool:
        """What is said of it."""
        return self.steady

    @property
    def gives_day(self) -> Callable[..., date] | None:
        """The function, if it gives a day."""
        return None if self.turns is Turns.NOT else self.function

    @cached_property
    def reads(self) -> tuple[str, ...]:
        """All facts that decide this leaf."""
        return self.facts if self.turns is Turns.NOT else (*self.facts, self.compared)

    def read_by(self, reader: Reader[T]) -> T:
        """A leaf is read in the reader's own way."""
        return reader.leaf(self)

    def wait(self, value: Value) -> date:
        """Name the day if time cures it; none is needed where action does."""
        if self.curable is Curable.BY_TIME and value.day is not None:
            return value.day
        return NO_WAIT if self.curable is Curable.BY_ACTION else NEVER

    def standings(self, at: Standing) -> list[Standing]:  # noqa: ARG002 -- there are none
        """A leaf has no parts."""
        return []

    def deadline(self, value: Value) -> date | None:
        """Name the day until which the application may be made."""
        return value.day if self.is_term else None

    def remedied(self, value: Value) -> tuple[Remedy, date | None]:
        """Time brings the day from which a leaf is met; for the rest what can cure it can also remedy it."""
        if self.remedy is not None or not self.awaited:
            return super().remedied(value)
        return (Remedy.TIME, value.day) if value.day is not None and value.day < NEVER else (Remedy.NONE, None)


@attrs.frozen(eq=False, kw_only=True, slots=False, repr=False)
class Always(Node):
    """A node that does not turn on any fact."""

    mask: int

    def read_by(self, reader: Reader[T]) -> T:
        """The fixed set."""
        return reader.always(self.mask)

    def wait(self, value: Value) -> date:  # noqa: ARG002 -- the same for everybody
        """Nothing cures it."""
        return NEVER


@attrs.frozen(eq=False, kw_only=True, slots=False, repr=False)
class Join(Node):
    """All of, or any of, several parts."""

    parts: tuple[Node, ...]
    every: bool

    @property
    def children(self) -> tuple[Node, ...]:
        """The parts."""
        return self.parts

    def read_by(self, reader: Reader[T]) -> T:
        """The lowest of all parts, or the highest of any."""
        parts = map(reader.of, self.parts)
        return reader.lowest(parts) if self.every else reader.highest(parts)

    @cached_property
    def _with_deadline(self) -> tuple[Node, ...]:
        return tuple(part for part in self.parts if part.names_deadline)

    def wait(self, value: Value) -> date:
        """Wait for the last of all, or for the first of any."""
        if self.id is not None and self.every and _all_remedied(value.parts)[0] is Remedy.ACTION:
            return NO_WAIT  # of one condition that asks for action as well, no day is told as if time alone did it
        waits = [part.wait for part in value.parts]
        if self.every or any(part.mask & ELIGIBLE for part in value.parts):
            return max(waits) if self.every else NO_WAIT
        # What action can cure names no day; where time can cure it too, that day is told.
        return min((day for day in waits if NO_WAIT < day < NEVER), default=min(waits))

    def remedied(self, value: Value) -> tuple[Remedy, date | None]:
        """Do something about all, or about one of any."""
        if self.remedy is not None or self.every:
            return super().remedied(value)
        return _one_remedied(value.parts)

    def deadline(self, value: Value) -> date | None:
        """The earliest of all, or the latest of any."""
        days = [value.run.value(part).deadline for part in self._with_deadline]
        return _earliest(days) if self.every else max((d for d in days if d is not None), default=None)

    def standings(self, at: Standing) -> list[Standing]:
        """Put each part beside the others."""
        parts = at.value.parts
        if len(parts) == 1:
            return super().standings(at)
        # Of alternatives without a name of their own, only those that served are told.
        served_by_another = not self.every and self.id is None and at.value.holds is True
        table, below = (LOWEST, PAIRS_IN_ALL) if self.every else (HIGHEST, PAIRS_IN_ANY)
        neutral = ELIGIBLE if self.every else EXCLUDED
        after = [neutral]
        for part in reversed(parts[1:]):
            after.append(table[after[-1]][part.mask])
        before, found = neutral, []
        for part in parts:
            row = table[table[before][after.pop()]]
            before = table[before][part.mask]
            told = at.told and (not served_by_another or part.holds is True)
            whole = row if at.table is IDENTITY else through(row, at.table)
            found.append(Standing(part, whole, below[at.pairs][row[neutral]], told))
        return found


@attrs.frozen(eq=False, kw_only=True, slots=False, repr=False)
class Not(Node):
    """The reverse of a node that cannot be cured."""

    part: Node

    @property
    def children(self) -> tuple[Node, ...]:
        """The one part."""
        return (self.part,)

    def read_by(self, reader: Reader[T]) -> T:
        """Met and unmet change places."""
        return reader.swapped(reader.of(self.part))

    def wait(self, value: Value) -> date:  # noqa: ARG002 -- the same for everybody
        """What is over does not come back."""
        return NEVER

    def deadline(self, value: Value) -> date | None:  # noqa: ARG002 -- the same for everybody
        """The end of what must not be is no deadline."""
        return None

    def standings(self, at: Standing) -> list[Standing]:
        """Swap what a change would do; the reversed proposition is not told as a reason."""
        (part,) = at.value.parts
        return [Standing(part, through(SWAPPED, at.table), at.pairs, told=False)]


@attrs.frozen(eq=False, kw_only=True, slots=False, repr=False)
class Where(Node):
    """One branch or the other, by a test; both while the test is unknown."""

    test: Node
    then: Node
    otherwise: Node

    @property
    def children(self) -> tuple[Node, ...]:
        """The test and the two branches."""
        return (self.test, self.then, self.otherwise)

    @property
    def tested(self) -> Node | None:
        """The test."""
        return self.test

    @property
    def branches(self) -> tuple[Node, ...]:
        """The two branches, without the test."""
        return (self.then, self.otherwise)

    def aside(self, run: Run) -> tuple[Node, ...]:  # noqa: ARG002 -- always
        """Give the test."""
        return (self.test,)

    def read_by(self, reader: Reader[T]) -> T:
        """The branch that applies, or either while the test is unknown."""
        return reader.chosen(reader.of(self.test), lambda: reader.of(self.then), lambda: reader.of(self.otherwise))

    def counted(self, run: Run) -> tuple[Node, ...]:
        """Give the branch or branches that can apply."""
        test = run.mask(self.test)
        return (self.then,) * bool(test & ELIGIBLE) + (self.otherwise,) * (test != ELIGIBLE)

    def wait(self, value: Value) -> date:
        """Wait for the branch that asks the least."""
        return min(part.wait for part in value.parts)

    def deadline(self, value: Value) -> date | None:
        """The latest of the two ways: to meet the test and the one branch in time, or the other branch."""
        test = value.run.value(self.test)
        then = value.parts[0].deadline if test.mask & ELIGIBLE else None
        otherwise = value.parts[-1].deadline if test.mask != ELIGIBLE else None
        if test.holds:
            return then
        first = _earliest((test.deadline, then))
        return max((day for day in (first, otherwise) if day is not None), default=None)

    def standings(self, at: Standing) -> list[Standing]:
        """Each branch beside the other; the test, for what it can change, but not as a reason."""
        parts, test = at.value.parts, at.value.test
        found = []
        for part in parts:
            other = 0 if len(parts) == 1 else parts[0 if part is parts[1] else 1].mask
            found.append(Standing(part, through(UNION[other], at.table), at.pairs, at.told))
        between = pairs_between(parts[0].mask, parts[-1].mask)
        pairs = ALL_PAIRS if between & at.pairs else 0
        return [*found, Standing(test, self._table_of_test(at), pairs, told=False)] if test is not None else found

    def _table_of_test(self, at: Standing) -> Table:
        """Give for each set that the test could have the set of the whole, where both branches were looked at."""
        run = at.value.run
        if not (run.has(self.then) and run.has(self.otherwise)):
            return IDENTITY
        then, otherwise = run.mask(self.then), run.mask(self.otherwise)
        return through(BRANCHES[then][otherwise], at.table)


@attrs.frozen(eq=False, kw_only=True, slots=False, repr=False)
class Contested(Node):
    """Two whole readings of one point, of which the first is taken as the main one.

    Attributes:
        point: The name of the point.
        why: Why it is contested, in two languages.
        main: The main reading.
        other: The other reading.
    """

    point: str
    why: Text
    main: Node
    other: Node

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

    def wait(self, value: Value) -> date:
        """That of the reading taken."""
        (taken,) = value.parts
        return taken.wait


@attrs.frozen(eq=False, kw_only=True, slots=False, repr=False)
class Follows(Node):
    """The verdict of the member that a fact refers to."""

    reference: str

    @property
    def refers_to(self) -> str | None:
        """The fact that names the member."""
        return self.reference

    def read_by(self, reader: Reader[T]) -> T:
        """The verdicts of the member referred to."""
        return reader.followed(self.reference)

    def wait(self, value: Value) -> date:
        """That of the member followed."""
        return value.followed.wait if value.followed is not None else NEVER

    def remedied(self, value: Value) -> tuple[Remedy, date | None]:
        """What can be done for the member followed; where there is none, about that."""
        theirs = value.followed.remedied if value.followed is not None else None
        return theirs or super().remedied(value)


MET: Final = Always(mask=ELIGIBLE)
"""A node that is always met: nothing is asked."""
OPEN: Final = Always(mask=EXCLUDED | ELIGIBLE)
"""A node of which nobody can say whether it is met, for a reading that leaves it open."""
UNMET: Final = Always(mask=EXCLUDED)
"""A node that is never met."""
