"""Conditions and how rules join them; and the trace of one evaluation: what decides, what is missing, from which day.

What a tree means is in `meaning`. Nothing here knows of a particular law.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property, lru_cache
from typing import Any, Final, Protocol, TypeVar

import attrs

from reunify.facts import FACT_NAMES, Unknown, View, parameters_of
from reunify.faults import did_you_mean
from reunify.meaning import (
    ELIGIBLE,
    EXCLUDED,
    NOT_YET,
    SETS,
    SETTLED,
    Reader,
    T,
    Turns,
    chosen,
    highest,
    lowest,
    swapped,
)
from reunify.program import Days, Program, compiled
from reunify.sources import Mark, Source
from reunify.terms import NEVER
from reunify.text import Choice, Text


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
class Figure:
    """A figure of the law that the facts of a leaf are compared with, such as the norm of a half-year.

    Attributes:
        label: What it is, in two languages.
        of: Gives it; its parameters are facts that the leaf reads.
    """

    label: Text
    of: Callable[..., Any]


# ---------------------------------------------------------------- differences between sets of verdicts

_PAIRS: Final = ((EXCLUDED, NOT_YET), (EXCLUDED, ELIGIBLE), (NOT_YET, ELIGIBLE))
ALL_PAIRS: Final = 7


def _bits(mask: int) -> list[int]:
    return [bit for bit in (EXCLUDED, NOT_YET, ELIGIBLE) if mask & bit]


def _pairs_below(pick: Callable[[int, int], int], pairs: int, others: int) -> int:
    """Give the differences in one part that still make one of ``pairs`` in the whole, beside ``others``."""
    found = 0
    for index, (low, high) in enumerate(_PAIRS):
        for other in _bits(others):
            ends = pick(low, other), pick(high, other)
            found |= (1 << index) if ends in _PAIRS and pairs & (1 << _PAIRS.index(ends)) else 0
    return found


# The arithmetic of sets as tables, for what is looked up again and again.
_Table = tuple[int, ...]
_LOWEST: Final = tuple(tuple(lowest((a, b)) for b in SETS) for a in SETS)
HIGHEST: Final = tuple(tuple(highest((a, b)) for b in SETS) for a in SETS)
_SWAPPED: Final = tuple(map(swapped, SETS))
_IDENTITY: Final = tuple(SETS)
_PAIRS_IN_ALL: Final = tuple(tuple(_pairs_below(min, p, o) for o in SETS) for p in SETS)
_PAIRS_IN_ANY: Final = tuple(tuple(_pairs_below(max, p, o) for o in SETS) for p in SETS)
_WITH: Final = tuple(tuple(mask | other for mask in SETS) for other in SETS)
_BRANCHES: Final = tuple(tuple(tuple(chosen(test, a, b) for test in SETS) for b in SETS) for a in SETS)


def pairs_within(mask: int) -> int:
    """Give the differences that a set of verdicts leaves open."""
    return _PAIRS_WITHIN[mask]


_PAIRS_WITHIN: Final = tuple(
    sum(1 << i for i, (low, high) in enumerate(_PAIRS) if mask & low and mask & high) for mask in SETS
)


# ---------------------------------------------------------------- values and the run that makes them


class Followed(Protocol):
    """What a node that follows another member needs to know of that member."""

    @property
    def mask(self) -> int:
        """The verdicts that are still possible for the member followed."""

    @property
    def wait(self) -> date:
        """The day from which the member followed may come, `NO_WAIT` or `NEVER`."""

    @property
    def remedied(self) -> tuple[Remedy, date | None] | None:
        """What can still be done for the member followed; None: it is nobody, or not known who."""

    @property
    def advice(self) -> Text | None:
        """What that is, in two languages."""

    def missing(self, pairs: int) -> tuple[str, ...]:
        """Give the unknown facts of that member that can make one of these differences."""


class Run:
    """One evaluation for one member: the sets of verdicts that a program found, and what lies behind them.

    Attributes:
        program: The compiled nodes.
        view: The facts of the member.
        reading: The contested point that is read the other way; None: the main reading throughout.
        beside: Whether the other reading of each point counts beside the main one.
    """

    __slots__ = (
        "_all_known",
        "_counted",
        "_days",
        "_follow",
        "_followed",
        "_masks",
        "_places",
        "_values",
        "beside",
        "program",
        "reading",
        "view",
    )

    def __init__(
        self,
        program: Program,
        view: View,
        follow: Callable[[View, str | None, str], Followed],
        days: tuple[Days, Days],
        reading: str | None = None,
        *,
        beside: bool = False,
        masks: tuple[int, ...] | None = None,
    ) -> None:
        """Evaluate a program.

        Args:
            program: The compiled nodes.
            view: The facts of the member.
            follow: Gives, for whose facts are seen, in a reading, the member that a reference names.
            days: The days found before, for the member and for the sponsor; those found now are added.
            reading: The contested point that is read the other way.
            beside: Whether the other reading of each point counts beside the main one.
            masks: The sets of all nodes, if they were found before; None: they are found now.
        """
        self.view = view
        self.reading = reading
        self.beside = beside
        self._counted: Mapping[Node, None] | None = None
        self._follow = follow
        self._followed: dict[str, Followed] = {}
        self._all_known: bool | None = None
        self._days = days
        self._values: dict[Node, Value] = {}
        self.program = program
        self._places = program.places
        self._masks = program.function(view.case, view.member, *days, self, reading) if masks is None else masks

    def seen_as(self, view: View) -> Run:
        """Give the same with other names for the facts: those by which another member knows them."""
        return Run(self.program, view, self._follow, self._days, self.reading, beside=self.beside, masks=self._masks)

    def mask(self, node: Node) -> int:
        """Give the set of verdicts of a node."""
        return self._masks[self._places[node]]

    def has(self, node: Node) -> bool:
        """Say whether the set of a node was found."""
        return node in self._places

    @property
    def counted(self) -> Mapping[Node, None]:
        """The nodes that count for this member, in the order of the law: no branch that does not apply."""
        if self._counted is None:
            known, masks = self.program.counted, self._masks
            key = (self.reading, self.beside, *[masks[test] for test in self.program.tests])
            self._counted = known.get(key)
            if self._counted is None:
                self._counted = known[key] = self._count()
        return self._counted

    def _count(self) -> Mapping[Node, None]:
        found: dict[Node, None] = {}
        todo = list(reversed(self.program.roots))
        while todo:
            node = todo.pop()
            if node not in found:
                found[node] = None
                todo += reversed((*node.aside(self), *node.counted(self)))
        return found

    def value(self, node: Node) -> Value:
        """Give the value of a node."""
        value = self._values.get(node)
        if value is None:
            value = self._values[node] = Value(node, self.mask(node), self)
        return value

    def known(self, name: str) -> Any:
        """Give the value of a fact, or None where it is not known."""
        value = self.view.get(name)
        return None if isinstance(value, Unknown) else value

    def take(self, node: Node, mask: int) -> Value:
        """Take a node to have this set, whatever was found."""
        value = self._values[node] = Value(node, mask, self)
        return value

    def followed(self, reference: str) -> Followed:
        """Give the member whom a fact refers to."""
        found = self._followed.get(reference)
        if found is None:
            found = self._followed[reference] = self._follow(self.view, self.reading, reference)
        return found

    @property
    def assumable(self) -> Iterator[str]:
        """The facts that count and that can be assumed; one may come more than once."""
        return (name for node, names in self.program.assumable.items() if node in self.counted for name in names)

    @property
    def all_known(self) -> bool:
        """Whether it is plain that no fact is missing, here or with a member followed."""
        if self._all_known is None:
            self._all_known = not self.references and SETTLED.issuperset(map(self.mask, self.counted))
        return self._all_known

    @property
    def references(self) -> tuple[str, ...]:
        """The facts that are followed to another member, and count."""
        return tuple(dict.fromkeys(node.reference for node in self.counted if isinstance(node, Follows)))

    def mask_followed(self, reference: str) -> int:
        """Give the set of verdicts of the member whom a fact refers to."""
        return self.followed(reference).mask

    def day(self, leaf: Leaf) -> date | None:
        """Give the day on which a leaf turns, if its facts are known."""
        for days in self._days:
            if leaf.function in days:
                return days[leaf.function]
        return None


class Value:
    """The value of one node for one member; what lies behind it is looked up when it is asked for.

    Attributes:
        node: The node.
        mask: The verdicts that are still possible.
        run: The evaluation that it is a part of.
    """

    __slots__ = ("_deadline", "_parts", "_unknown_below", "_wait", "mask", "node", "run")

    def __init__(self, node: Node, mask: int, run: Run) -> None:
        self.node = node
        self.mask = mask
        self.run = run
        self._parts: tuple[Value, ...] | None = None
        self._wait: date | None = None
        self._deadline: date | None = NO_WAIT  # not looked for yet: None says that there is none
        self._unknown_below: tuple[str, ...] | None = None

    @property
    def holds(self) -> bool | None:
        """Whether the node is met: True, False, or None where that is not known."""
        return _HOLDS[self.mask]

    @property
    def parts(self) -> tuple[Value, ...]:
        """The values of the parts that count."""
        if self._parts is None:
            self._parts = tuple([self.run.value(part) for part in self.node.counted(self.run)])
        return self._parts

    @property
    def test(self) -> Value | None:
        """The value of a `where`'s test."""
        return self.run.value(self.node.test) if isinstance(self.node, Where) else None

    @property
    def unknown(self) -> tuple[str, ...]:
        """The unknown facts that a leaf reads."""
        if _HOLDS[self.mask] is not None:
            return ()
        seen = map(self.run.view.get, self.node.reads)
        return tuple(dict.fromkeys([name for fact in seen if isinstance(fact, Unknown) for name in fact.facts]))

    @property
    def unknown_below(self) -> tuple[str, ...]:
        """The unknown facts that the value rests on, those of a member followed included."""
        if self.run.all_known:
            return ()
        if isinstance(self.node, Leaf):
            return self.unknown
        if self._unknown_below is None:
            found = list(self.followed.missing(ALL_PAIRS)) if self.followed is not None else []
            for part in self.parts if self.test is None else (self.test, *self.parts):
                found += part.unknown_below
            self._unknown_below = tuple(dict.fromkeys(found)) if found else ()
        return self._unknown_below

    @property
    def day(self) -> date | None:
        """The day on which a leaf turns."""
        return self.run.day(self.node) if isinstance(self.node, Leaf) and self.node.turns is not Turns.NOT else None

    @property
    def followed(self) -> Followed | None:
        """The member that a `follows` refers to."""
        return self.run.followed(self.node.reference) if isinstance(self.node, Follows) else None

    @property
    def wait(self) -> date:
        """The day from which time has done its work; `NO_WAIT` if none is needed, `NEVER` if it cannot."""
        if self._wait is None:
            self._wait = NO_WAIT if self.mask & ELIGIBLE else self.node.wait(self)
        return self._wait

    @property
    def remedied(self) -> tuple[Remedy, date | None]:
        """What can still be done about a value that is not met, and the day from which time has brought it."""
        return self.node.remedied(self)

    @property
    def advice(self) -> Text | None:
        """What can be done about a value that is not met: what is said of the whole, or of the first part that is not."""
        if self.followed is not None and self.followed.remedied is not None:
            return self.followed.advice
        if self.node.advice is not None or self.holds is not False:
            return self.node.advice
        return next((part.advice for part in self.parts if part.holds is False and part.advice is not None), None)

    @property
    def deadline(self) -> date | None:
        """The last day for the application, if there is one."""
        if self._deadline is NO_WAIT:
            self._deadline = self.node.deadline(self) if self.node.names_deadline else None
        return self._deadline


_HOLDS: Final = tuple(True if mask == ELIGIBLE else None if mask & ELIGIBLE else False for mask in SETS)
NO_WAIT: Final = date.min


@lru_cache(maxsize=1024)
def _through(row: _Table, table: _Table) -> _Table:
    """Give the table that looks up in one and then in the other; there are only so many of them."""
    return tuple(table[mask] for mask in row)


@attrs.define(eq=False)
class Standing:
    """One part of a whole, and what a change in it would do to the whole.

    Attributes:
        value: The part.
        table: For each set of verdicts that the part could have, the set of the whole.
        pairs: The differences in the part that make a difference in the whole.
        told: Whether the part belongs in the reasons (a test of a `where` does not).
    """

    value: Value
    table: tuple[int, ...] = _IDENTITY
    pairs: int = ALL_PAIRS
    told: bool = True

    def parts(self) -> list[Standing]:
        """Give the parts of this part."""
        return self.value.node.standings(self)


def unknown_facts(root: Standing) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the unknown facts that can still change the whole, and the others that were read."""
    if root.value.run.all_known:
        return (), ()
    missing: dict[str, None] = {}
    unknown: dict[str, None] = {}
    todo = [root]
    while todo:
        at = todo.pop()
        value = at.value
        counts = at.pairs & pairs_within(value.mask)
        if value.followed is not None:
            missing.update(dict.fromkeys(value.followed.missing(at.pairs) if counts else ()))
            unknown.update(dict.fromkeys(value.followed.missing(ALL_PAIRS)))
        (missing if counts else unknown).update(dict.fromkeys(value.unknown))
        todo += reversed(at.parts())
    return tuple(missing), tuple(fact for fact in unknown if fact not in missing)


# ---------------------------------------------------------------- nodes


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

    @property
    def children(self) -> tuple[Node, ...]:
        """The nodes that this one is made of."""
        return ()

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
        is_term: Whether that day is the end of a term for the application, and no other limit (an age, say).
        figures: The figures of the law that the facts are compared with.
        built_on: The leaves of which the function takes the day.
    """

    function: Callable[..., Any]
    facts: tuple[str, ...]
    turns: Turns = Turns.NOT
    compared: str = "decided_on"
    is_term: bool = False
    figures: tuple[Figure, ...] = ()
    built_on: tuple[Leaf, ...] = ()

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the plain function."""
        return self.function(*args, **kwargs)

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
        if self.remedy is not None or self.turns is not Turns.FROM or self.compared != "decided_on":
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
        table, below = (_LOWEST, _PAIRS_IN_ALL) if self.every else (HIGHEST, _PAIRS_IN_ANY)
        neutral = ELIGIBLE if self.every else EXCLUDED
        after = [neutral]
        for part in reversed(parts[1:]):
            after.append(table[after[-1]][part.mask])
        before, found = neutral, []
        for part in parts:
            row = table[table[before][after.pop()]]
            before = table[before][part.mask]
            told = at.told and (not served_by_another or part.holds is True)
            whole = row if at.table is _IDENTITY else _through(row, at.table)
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
        return [Standing(part, _through(_SWAPPED, at.table), at.pairs, told=False)]


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
            found.append(Standing(part, _through(_WITH[other], at.table), at.pairs, at.told))
        between = _pairs_between(parts[0].mask, parts[-1].mask)
        pairs = ALL_PAIRS if between & at.pairs else 0
        return [*found, Standing(test, self._table_of_test(at), pairs, told=False)] if test is not None else found

    def _table_of_test(self, at: Standing) -> _Table:
        """Give for each set that the test could have the set of the whole, where both branches were looked at."""
        run = at.value.run
        if not (run.has(self.then) and run.has(self.otherwise)):
            return _IDENTITY
        then, otherwise = run.mask(self.then), run.mask(self.otherwise)
        return _through(_BRANCHES[then][otherwise], at.table)


def _pairs_between(one: int, other: int) -> int:
    return sum(
        1 << i for i, (low, high) in enumerate(_PAIRS) if (one & low and other & high) or (one & high and other & low)
    )


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


# ---------------------------------------------------------------- how rules are written


_N = TypeVar("_N", bound="Node")


def _sources(source: Source | Iterable[Source]) -> tuple[Source, ...]:
    return (source,) if isinstance(source, Source) else tuple(source)


def _said(
    id: str | None,  # noqa: A002 -- the word of the rules
    source: Source | Iterable[Source],
    en: str,
    nl: str,
    curable: Curable = Curable.NO,
    discretionary: bool = False,  # noqa: FBT002 -- as in the rules
    mark: Mark | None = None,
    remedy: Remedy | None = None,
    advice: Text | None = None,
) -> dict[str, Any]:
    sources = _sources(source)
    if id is not None and not (sources and en and nl):
        message = f"{id} needs a source and a text in both languages"
        raise ValueError(message)
    return {
        "id": id,
        "sources": sources,
        "text": Text(en=en, nl=nl) if en else None,
        "curable": curable,
        "discretionary": discretionary,
        "mark": _mark(mark, sources),
        "remedy": remedy,
        "advice": advice,
    }


def _mark(told: Mark | None, sources: tuple[Source, ...]) -> Mark:
    """Give what is told, or else how firm that is on which the rule rests in the first place."""
    return told or (sources[0].mark if sources else Mark.TEXT)


def _leaf_maker(
    turns: Turns,
    compared: str,
    id: str | None,  # noqa: A002 -- the word of the rules
    source: Source | Iterable[Source],
    en: str,
    nl: str,
    curable: Curable,
    discretionary: bool,
    mark: Mark | None,
    remedy: Remedy | None = None,
    advice: Text | None = None,
    **more: Any,
) -> Callable[[Callable[..., Any]], Leaf]:
    said = _said(id, source, en, nl, curable, discretionary, mark, remedy, advice) | more

    def make(function: Callable[..., Any]) -> Leaf:
        facts = parameters_of(function)
        for name in (*facts, compared):
            if name not in FACT_NAMES:
                hint = did_you_mean(name, sorted(FACT_NAMES))["en"]
                message = f"{function.__name__} reads {name!r}, which is not a fact{hint}"
                raise NameError(message)
        return Leaf(function=function, facts=facts, turns=turns, compared=compared, **said)

    return make


def condition(
    *,
    en: str,
    nl: str,
    source: Source | Iterable[Source],
    id: str | None = None,  # noqa: A002 -- the word of the rules
    curable: Curable = Curable.NO,
    discretionary: bool = False,
    mark: Mark | None = None,
    remedy: Remedy | None = None,
    advice: Text | None = None,
    figures: Iterable[Figure] = (),
    built_on: Iterable[Leaf] = (),
) -> Callable[[Callable[..., bool]], Leaf]:
    """Make a condition of a function that says yes or no; its parameters name the facts that it reads.

    Args:
        en: The proposition in English.
        nl: The proposition in Dutch.
        source: What it rests on; several if the citation depends on the decision day.
        id: Its name; without one it is a detail of the condition that it stands in.
        curable: What can still cure it when unmet.
        discretionary: Whether the authority may, but need not, refuse for it.
        mark: How firm it is; left out, as firm as the first source.
        remedy: What can still be done where it is not met; left out, what ``curable`` says.
        advice: What that is, in two languages.
        figures: The figures of the law that the facts are compared with.
        built_on: The leaves of which the function takes the day: what changes them changes this.

    Raises:
        NameError: A parameter is not the name of a fact.
    """
    return _leaf_maker(
        Turns.NOT,
        "decided_on",
        id,
        source,
        en,
        nl,
        curable,
        discretionary,
        mark,
        remedy,
        advice,
        figures=tuple(figures),
        built_on=tuple(built_on),
    )


def from_day(
    fact: str = "decided_on",
    *,
    en: str,
    nl: str,
    source: Source | Iterable[Source],
    id: str | None = None,  # noqa: A002 -- the word of the rules
    curable: Curable = Curable.NO,
    discretionary: bool = False,
    mark: Mark | None = None,
    advice: Text | None = None,
) -> Callable[[Callable[..., date]], Leaf]:
    """Make a condition of a function that gives a day: met once ``fact`` has reached that day."""
    return _leaf_maker(Turns.FROM, fact, id, source, en, nl, curable, discretionary, mark, advice=advice)


def until_day(
    fact: str,
    *,
    en: str,
    nl: str,
    source: Source | Iterable[Source],
    id: str | None = None,  # noqa: A002 -- the word of the rules
    curable: Curable = Curable.NO,
    discretionary: bool = False,
    mark: Mark | None = None,
    is_term: bool = False,
    built_on: Iterable[Leaf] = (),
) -> Callable[[Callable[..., date]], Leaf]:
    """Make a condition of a function that gives a day: met while ``fact`` lies on or before that day.

    ``is_term``: the day ends a term for the application; only such a day is ever told as the last one.
    ``built_on``: see `condition`.
    """
    return _leaf_maker(
        Turns.UNTIL,
        fact,
        id,
        source,
        en,
        nl,
        curable,
        discretionary,
        mark,
        is_term=is_term,
        built_on=tuple(built_on),
    )


def _join(parts: tuple[Node, ...], said: dict[str, Any], *, every: bool) -> Join:
    if not parts:
        message = "a join needs at least one part"
        raise ValueError(message)
    return Join(every=every, parts=parts, **said)


def all_of(
    *parts: Node,
    id: str | None = None,  # noqa: A002 -- the word of the rules
    source: Source | Iterable[Source] = (),
    en: str = "",
    nl: str = "",
    discretionary: bool = False,
    mark: Mark | None = None,
    remedy: Remedy | None = None,
    advice: Text | None = None,
) -> Join:
    """Join parts that must all be met; the whole is as good as the worst of them."""
    return _join(parts, _said(id, source, en, nl, Curable.NO, discretionary, mark, remedy, advice), every=True)


def any_of(
    *parts: Node,
    id: str | None = None,  # noqa: A002 -- the word of the rules
    source: Source | Iterable[Source] = (),
    en: str = "",
    nl: str = "",
    discretionary: bool = False,
    mark: Mark | None = None,
    remedy: Remedy | None = None,
    advice: Text | None = None,
) -> Join:
    """Join parts of which one is enough; the whole is as good as the best of them."""
    return _join(parts, _said(id, source, en, nl, Curable.NO, discretionary, mark, remedy, advice), every=False)


def not_(
    part: Node,
    *,
    id: str | None = None,  # noqa: A002 -- the word of the rules
    source: Source | Iterable[Source] = (),
    en: str = "",
    nl: str = "",
    mark: Mark | None = None,
) -> Not:
    """Reverse a node that cannot be cured.

    Raises:
        ValueError: The node can be cured; what "not not yet" means is not defined.
    """
    if any(node.curable is not Curable.NO for node in part.walk()):
        message = f"{part.id or 'this node'} can be cured and cannot be reversed"
        raise ValueError(message)
    return Not(part=part, **_said(id, source, en, nl, mark=mark))


def where(test: Node, then: Node, otherwise: Node | None = None) -> Where:
    """Take ``then`` where the test is met and ``otherwise`` where not (left out: nothing more is asked)."""
    return Where(test=test, then=then, otherwise=MET if otherwise is None else otherwise)


def contested(
    point: str,
    main: Node,
    other: Node,
    *,
    en: str,
    nl: str,
    source: Source | Iterable[Source],
) -> Contested:
    """Give two whole readings of a point that is open or contested, and say why.

    Args:
        point: The name of the point; the same point may stand in several places.
        main: The reading that the assessment uses.
        other: The other reading.
        en: Why it is contested, in English.
        nl: Why it is contested, in Dutch.
        source: What makes it contested.
    """
    return Contested(point=point, main=main, other=other, why=Text(en=en, nl=nl), sources=_sources(source))


def follows(
    reference: str,
    *,
    en: str,
    nl: str,
    source: Source | Iterable[Source],
    id: str | None = None,  # noqa: A002 -- the word of the rules
    mark: Mark | None = None,
    remedy: Remedy | None = None,
    advice: Text | None = None,
) -> Follows:
    """Take the verdict of the member that the fact ``reference`` names, as a ceiling."""
    return Follows(reference=reference, **_said(id, source, en, nl, mark=mark, remedy=remedy, advice=advice))


def named(
    part: Node,
    *,
    id: str,  # noqa: A002 -- the word of the rules
    source: Source | Iterable[Source],
    en: str,
    nl: str,
    discretionary: bool = False,
    mark: Mark | None = None,
    remedy: Remedy | None = None,
    advice: Text | None = None,
) -> Join:
    """Give one part a name, a text and a source of its own."""
    said: dict[str, Any] = {"discretionary": discretionary, "mark": mark, "remedy": remedy, "advice": advice}
    return all_of(part, id=id, source=source, en=en, nl=nl, **said)


class Dropped(Exception):  # noqa: N818 -- a signal within `rewritten`, not an error
    """A node that an amendment takes out."""


def rewritten(node: Node, change: Callable[[Node], Node]) -> Node:
    """Give a node with some of the nodes in it replaced or taken out.

    What is taken out counts as met in an ``all_of``, as a branch or as a test, and as absent in an
    ``any_of``.

    Args:
        node: The node to rewrite; it is left as it is.
        change: Gives for each node what stands in its place: the same node, another one, or `Dropped`.

    Raises:
        Dropped: The node itself is taken out.
        ValueError: The last alternative of an ``any_of`` is taken out.
    """
    changed = change(node)
    if changed is not node:
        return changed
    if isinstance(node, Join):
        return _rewritten_join(node, change)
    parts: dict[str, Any] = {
        field.name: _rewritten_or_met(getattr(node, field.name), change)
        for field in attrs.fields(type(node))
        if isinstance(getattr(node, field.name), Node)
    }
    same = all(getattr(node, name) is part for name, part in parts.items())
    return node if same else attrs.evolve(node, **parts)


def _rewritten_or_met(node: Node, change: Callable[[Node], Node]) -> Node:
    try:
        return rewritten(node, change)
    except Dropped:
        return MET


def _rewritten_join(node: Join, change: Callable[[Node], Node]) -> Node:
    parts = []
    for part in node.parts:
        try:
            parts.append(rewritten(part, change))
        except Dropped:
            continue
    if len(parts) == len(node.parts) and all(new is old for new, old in zip(parts, node.parts, strict=True)):
        return node
    if not parts and not node.every:
        message = f"the last alternative of {node.id or 'an any_of'} cannot be taken out"
        raise ValueError(message)
    return attrs.evolve(node, parts=tuple(parts) or (MET,))


class NodeMapping(Protocol):
    """What makes of a node another one of the same kind."""

    def __call__(self, node: _N, /) -> _N:
        """Give the other node."""


def mapping(change: NodeMapping) -> NodeMapping:
    """Give a function that puts for each node, the innermost first, what ``change`` makes of it.

    What stands in several places stays one and the same node.
    """
    made: dict[Node, Any] = {}

    def mapped(node: _N, /) -> _N:
        if node not in made:
            made[node] = change(_with_parts(node, mapped))
        found: _N = made[node]
        return found

    return mapped


def _with_parts(node: _N, mapped: NodeMapping) -> _N:
    parts: dict[str, Any] = {}
    for field in attrs.fields(type(node)):
        value = getattr(node, field.name)
        if isinstance(value, Node):
            parts[field.name] = mapped(value)
        elif field.name == "parts":
            parts[field.name] = tuple(map(mapped, value))
    return attrs.evolve(node, **parts)


def cited(node: _N, source: Source | Iterable[Source], *, mark: Mark | None = None) -> _N:
    """Give the same node with the place where another law has the same rule."""
    sources = _sources(source)
    return attrs.evolve(node, sources=sources, mark=_mark(mark, sources))


MET: Final = Always(mask=ELIGIBLE)
"""A node that is always met: nothing is asked."""
OPEN: Final = Always(mask=EXCLUDED | ELIGIBLE)
"""A node of which nobody can say whether it is met, for a reading that leaves it open."""
UNMET: Final = Always(mask=EXCLUDED)
"""A node that is never met."""
