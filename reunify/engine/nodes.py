"""What a law is made of: conditions, and the ways in which they are joined.

Each kind of node says what it means in the words of `meaning`, and what it says of days and of its parts in those of
`trace`. Nothing here knows of a particular law; how rules are written is in `logic`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Final, Self

import attrs

from reunify.engine.days import AT_ONCE, NEVER_COMES, NO_DAY, NOTHING, TIME, Cure, Dated, Ordinals, earliest
from reunify.engine.meaning import (
    BRANCHES,
    ELIGIBLE,
    EXCLUDED,
    SWAPPED,
    TURNS_A_TEST,
    UNION,
    Differing,
    LookUp,
    Reader,
    T,
    Turns,
    may_be_met,
    may_be_unmet,
    pairs_between,
)
from reunify.engine.node import Contested, Join, Node
from reunify.engine.said import Curable, Norm, Point, Remedy, Said, SaidOfLeaf, SaidOfNamed, firmness, put, several
from reunify.engine.trace import Run, Value
from reunify.facts import Unknown, View
from reunify.figure import Figure, figures_of, with_figures

__all__ = [
    "MET",
    "OPEN",
    "UNMET",
    "Always",
    "Contested",
    "Curable",
    "Follows",
    "Join",
    "Leaf",
    "Node",
    "Norm",
    "Not",
    "Point",
    "Remedy",
    "Said",
    "SaidOfLeaf",
    "SaidOfNamed",
    "Where",
    "detail_named",
    "firmness",
    "put",
    "several",
]


def detail_named(words: str) -> str:
    """Give the name of a detail of the law in the form of an id; none for what has no name.

    Args:
        words: The name of its function, or what it compares.
    """
    return "-".join(re.findall("[a-z0-9]+", words.lower())) if words != "<lambda>" else ""


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
        detail: What it is called where it is a detail of a condition: by its function, or by what it compares.
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
    detail: str = ""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the plain function."""
        return self.function(*args, **kwargs)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Those that the function and the norms take, and those of the texts."""
        functions = (self.function, *(norm.of for norm in self.norms))
        taken = (figure for function in functions for figure in figures_of(function))
        return (*taken, *(figure for norm in self.norms for figure in norm.label.figures), *super().figures)

    def with_figures(self, changed: Mapping[str, Figure]) -> Self:
        """Give the leaf with other figures, in what it compares too."""
        norms = tuple(norm.with_figures(changed) for norm in self.norms)
        function = with_figures(self.function, changed)
        same = super().with_figures(changed)
        return same if same is self else attrs.evolve(same, function=function, norms=norms)

    def met(self, *values: Any) -> Any:
        """Say whether it is met, by the values of what it `reads`; of the values of many, for each of them."""
        if self.turns is Turns.NOT:
            return self.function(*values)
        *facts, moment = values
        day = self.function(*facts)
        return moment >= day if self.turns is Turns.FROM else moment <= day

    def holds_in(self, view: View) -> bool | None:
        """Say whether it is met by itself, by what is seen of a member; None where that is not known."""
        values = [view.get(name) for name in self.reads]
        return None if any(isinstance(value, Unknown) for value in values) else bool(self.met(*values))

    @property
    def is_steady(self) -> bool:
        """What is said of it."""
        return self.steady

    @cached_property
    def names_deadline(self) -> bool:
        """Whether it is the end of a term."""
        return self.is_term

    @property
    def gives_day(self) -> Callable[..., date] | None:
        """The function, if it gives a day."""
        return None if self.turns is Turns.NOT else self.function

    @cached_property
    def reads(self) -> tuple[str, ...]:
        """All facts that decide this leaf."""
        return self.facts if self.turns is Turns.NOT else (*self.facts, self.compared)

    @cached_property
    def asks(self) -> tuple[object, ...]:
        """What two leaves have alike that ask the same."""
        return self.function, self.reads, self.turns.value

    def read_by(self, reader: Reader[T]) -> T:
        """A leaf is read in the reader's own way."""
        return reader.leaf(self)

    def waits_for(self, value: Dated) -> Ordinals:
        """Name the day if time cures it; none is needed where action does."""
        if self.curable is not Curable.BY_TIME:
            return AT_ONCE if self.curable is Curable.BY_ACTION else NEVER_COMES
        return value.either(value.turns_on == NO_DAY, NEVER_COMES, value.turns_on)

    def last_day(self, value: Dated) -> Ordinals:
        """Name the day until which the application may be made."""
        return value.turns_on if self.is_term else NO_DAY

    def can_be_done(self, value: Dated) -> Cure:
        """Time brings the day from which a leaf is met; for the rest what can cure it can also remedy it."""
        if self.remedy is not None or not self.awaited:
            return super().can_be_done(value)
        day = value.turns_on
        comes = (day != NO_DAY) & (day < NEVER_COMES)
        return value.either(comes, TIME, NOTHING), value.either(comes, day, NO_DAY)


@attrs.frozen(eq=False, kw_only=True, slots=False, repr=False)
class Always(Node):
    """A node that does not turn on any fact."""

    mask: int

    def read_by(self, reader: Reader[T]) -> T:
        """The fixed set."""
        return reader.always(self.mask)

    def waits_for(self, value: Dated) -> Ordinals:  # noqa: ARG002 -- the same for everybody
        """Nothing cures it."""
        return NEVER_COMES


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

    def waits_for(self, value: Dated) -> Ordinals:  # noqa: ARG002 -- the same for everybody
        """What is over does not come back."""
        return NEVER_COMES

    def last_day(self, value: Dated) -> Ordinals:  # noqa: ARG002 -- the same for everybody
        """The end of what must not be is no deadline."""
        return NO_DAY

    def rows(self, run: Run) -> list[tuple[Node, LookUp]]:  # noqa: ARG002 -- the same for everybody
        """Swap what a change would do."""
        return [(self.part, SWAPPED)]

    def tells(self, part: Node, value: Value) -> bool:  # noqa: ARG002 -- never
        """The reversed proposition is no reason."""
        return False


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

    def waits_for(self, value: Dated) -> Ordinals:
        """Wait for the branch that asks the least."""
        return value.lowest([value.either(counts, part.waits_for, NEVER_COMES) for counts, part in value.branches])

    def last_day(self, value: Dated) -> Ordinals:
        """The latest of the two ways: to meet the test and the one branch in time, or the other branch."""
        test = value.of(self.test)
        then, otherwise = (value.either(counts, part.last_day, NO_DAY) for counts, part in value.branches)
        first = earliest(value, (test.last_day, then))
        return value.either(test.is_met, then, value.highest([first, otherwise]))

    def rows(self, run: Run) -> list[tuple[Node, LookUp]]:
        """Each branch beside the other; and the test, where both branches were looked at."""
        parts = self.counted(run)
        others = (0,) if len(parts) == 1 else (run.mask(self.otherwise), run.mask(self.then))
        found = [(part, UNION[other]) for part, other in zip(parts, others, strict=True)]
        if run.has(self.then) and run.has(self.otherwise):
            found.append((self.test, BRANCHES[run.mask(self.then)][run.mask(self.otherwise)]))
        return found

    def tells(self, part: Node, value: Value) -> bool:  # noqa: ARG002 -- the same for everybody
        """The test is no reason."""
        return part is not self.test

    def passes_on(self, at: Differing) -> Sequence[tuple[Node, Any]]:
        """A branch that can apply does what the whole does; the test matters where both can, and can differ."""
        test, then, otherwise = map(at.mask, self.children)
        is_then, is_otherwise = may_be_met(test), may_be_unmet(test)
        matters = is_then & is_otherwise & (pairs_between(then, otherwise) & at.pairs != 0)
        passed = (at.pairs * is_then, at.pairs * is_otherwise, TURNS_A_TEST * matters)
        return list(zip((self.then, self.otherwise, self.test), passed, strict=True))


@attrs.frozen(eq=False, kw_only=True, slots=False, repr=False)
class Follows(Node):
    """The verdict of the member that a fact refers to."""

    reference: str

    @cached_property
    def follows_another(self) -> bool:
        """So it does."""
        return True

    @property
    def refers_to(self) -> str | None:
        """The fact that names the member."""
        return self.reference

    def read_by(self, reader: Reader[T]) -> T:
        """The verdicts of the member referred to."""
        return reader.followed(self.reference)

    def waits_for(self, value: Dated) -> Ordinals:
        """That of the member followed."""
        return value.followed_waits_for

    def can_be_done(self, value: Dated) -> Cure:
        """What can be done for the member followed; where there is none, about that."""
        return value.done_for_followed(super().can_be_done(value))


MET: Final = Always(mask=ELIGIBLE)
"""A node that is always met: nothing is asked."""
OPEN: Final = Always(mask=EXCLUDED | ELIGIBLE)
"""A node of which nobody can say whether it is met, for a reading that leaves it open."""
UNMET: Final = Always(mask=EXCLUDED)
"""A node that is never met."""
