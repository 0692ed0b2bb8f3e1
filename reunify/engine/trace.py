"""The trace of one evaluation: the value of each node, its parts and its days.

What a tree means is in `meaning`, and what each kind of node says of days and of its parts in `nodes`; what decides is
found in `decisive`, and what is missing in `missing`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar, cast

from reunify.engine.days import AT_ONCE, NEVER_COMES, NO_DAY, REMEDIES, day_of, ordinal_of
from reunify.engine.meaning import ELIGIBLE, SETS, SETTLED
from reunify.engine.program import Counted
from reunify.facts import Unknown, View
from reunify.renamed import old_names

if TYPE_CHECKING:
    from reunify.engine.node import Node
    from reunify.engine.program import Days, Program
    from reunify.engine.said import Remedy
    from reunify.text import Text

__all__ = ["NO_WAIT", "Followed", "Run", "Value"]

if not TYPE_CHECKING:
    __getattr__ = old_names(
        __name__,
        Standing="reunify.engine.decisive.Effect",
        **{name: f"reunify.engine.decisive.{name}" for name in ("Effect", "Step", "steps", "through")},
        **{name: f"reunify.engine.meaning.{name}" for name in ("IDENTITY", "UNION", "Differing", "pairs_beside")},
        **{name: f"reunify.engine.missing.{name}" for name in ("unknown_behind", "unknown_facts")},
    )

NO_WAIT: Final = date.min
_S = TypeVar("_S")


class Followed(Protocol):
    """What a node that follows another member needs to know of that member."""

    @property
    def mask(self) -> int:
        """The verdicts that are still possible for the member followed."""
        raise NotImplementedError

    @property
    def wait(self) -> date:
        """The day from which the member followed may come, `NO_WAIT` or `NEVER`."""
        raise NotImplementedError

    @property
    def remedied(self) -> tuple[Remedy, date | None] | None:
        """What can still be done for the member followed; None: it is nobody, or not known who."""
        raise NotImplementedError

    @property
    def advice(self) -> Text | None:
        """What that is, in two languages."""
        raise NotImplementedError

    def missing(self, pairs: int) -> tuple[str, ...]:
        """Give the unknown facts of that member that can make one of these differences."""
        raise NotImplementedError


class Run:
    """One evaluation for one member: the sets of verdicts that a program found, and what lies behind them.

    Attributes:
        program: The compiled nodes.
        view: The facts of the member.
        masks: The sets of verdicts of all nodes, in the order of the program.
        reading: The contested point that is read the other way; None: the main reading throughout.
        beside: Whether the other reading of each point counts beside the main one.
    """

    __slots__ = (
        "_all_known",
        "_counted",
        "_days",
        "_follow",
        "_followed",
        "_places",
        "_spread",
        "_values",
        "beside",
        "masks",
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
        spread: Mapping[Callable[..., date], date] | None = None,
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
            spread: Where days are known in part: of those found before that differ, the other end.
        """
        self.view: View = view
        self.reading: str | None = reading
        self.beside: bool = beside
        self._counted: Counted | None = None
        self._follow = follow
        self._followed: dict[str, Followed] = {}
        self._all_known: bool | None = None
        self._days = days
        self._spread = spread
        self._values: dict[Node, Value] = {}
        self.program: Program = program
        self._places = program.places
        found = program.function(view.case, view.member, *days, self, reading) if masks is None else masks
        self.masks: tuple[int, ...] = found

    def seen_as(self, view: View) -> Run:
        """Give the same with other names for the facts: those by which another member knows them."""
        return Run(
            self.program,
            view,
            self._follow,
            self._days,
            self.reading,
            beside=self.beside,
            masks=self.masks,
            spread=self._spread,
        )

    def forget(self) -> None:
        """Let go of the values of nodes, and of the members followed."""
        self._values.clear()
        self._followed.clear()

    def mask(self, node: Node) -> int:
        """Give the set of verdicts of a node."""
        return self.masks[self._places[node]]

    def has(self, node: Node) -> bool:
        """Say whether the program has a node; a branch that is never taken it has not."""
        return node in self._places

    @property
    def counted(self) -> Counted:
        """What counts for this member."""
        if self._counted is None:
            known, masks = self.program.counted, self.masks
            key = (self.reading, self.beside, *[masks[test] for test in self.program.tests])
            self._counted = known.get(key)
            if self._counted is None:
                self._counted = known[key] = self._count()
        return self._counted

    def _count(self) -> Counted:
        found: dict[Node, None] = {}
        todo = list(reversed(self.program.roots))
        while todo:
            node = todo.pop()
            if node not in found:
                found[node] = None
                todo += reversed((*node.aside(self), *node.counted(self)))
        assumable = (name for node, names in self.program.assumable.items() if node in found for name in names)
        references = (node.refers_to for node in found if node.refers_to is not None)
        return Counted(found, tuple(dict.fromkeys(assumable)), tuple(dict.fromkeys(references)))

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

    def take(self, node: Node, mask: int) -> None:
        """Take a node to have this set, whatever was found."""
        self._values[node] = Value(node, mask, self)

    def followed(self, reference: str) -> Followed:
        """Give the member whom a fact refers to."""
        found = self._followed.get(reference)
        if found is None:
            found = self._followed[reference] = self._follow(self.view, self.reading, reference)
        return found

    @property
    def all_known(self) -> bool:
        """Whether it is plain that no fact is missing, here or with a member followed."""
        if self._all_known is None:
            self._all_known = not self.references and SETTLED.issuperset(map(self.mask, self.counted.nodes))
        return self._all_known

    @property
    def references(self) -> tuple[str, ...]:
        """The facts that are followed to another member, and count."""
        return self.counted.references

    def mask_followed(self, reference: str) -> int:
        """Give the set of verdicts of the member whom a fact refers to."""
        return self.followed(reference).mask

    @property
    def is_spread(self) -> bool:
        """Whether it stands for several days."""
        return self._spread is not None

    def other_end(self, node: Node) -> date | None:
        """Give, of a day that is not known exactly, the other end of the days that it can be."""
        return self._spread.get(node.gives_day) if self._spread is not None and node.gives_day is not None else None

    def is_sure(self, node: Node) -> bool:
        """Say whether a node is known to be met, on each day that the days known in part can be."""
        return self.mask(node) == ELIGIBLE and not self.comes_back(node)

    def comes_back(self, node: Node) -> bool:
        """Say whether a node can turn to and fro as a day known in part moves on."""
        return self._spread is not None and any(map(self._can_come_back, node.walk()))

    def _can_come_back(self, node: Node) -> bool:
        return not node.is_steady and any(isinstance(self.view.get(name), Unknown) for name in node.reads)

    def day(self, node: Node) -> date | None:
        """Give the day on which a leaf turns, if it turns on one and its facts are known."""
        function = node.gives_day
        return None if function is None else next((days[function] for days in self._days if function in days), None)


class Value:
    """The value of one node for one member; what lies behind it is looked up when it is asked for.

    Attributes:
        node: The node.
        mask: The verdicts that are still possible.
        run: The evaluation that it is a part of.
    """

    __slots__ = ("_can_be_done", "_last_day", "_parts", "_unknown", "_waits_for", "mask", "node", "run")

    def __init__(self, node: Node, mask: int, run: Run) -> None:
        self.node: Node = node
        self.mask: int = mask
        self.run: Run = run
        self._parts: tuple[Value, ...] | None = None
        self._unknown: tuple[str, ...] | None = None
        self._waits_for: int | None = None
        self._last_day: int | None = None
        self._can_be_done: tuple[int, int] | None = None

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
        return self.run.value(self.node.tested) if self.node.tested is not None else None

    @property
    def unknown(self) -> tuple[str, ...]:
        """The unknown facts that a leaf reads."""
        if _HOLDS[self.mask] is not None:
            return ()
        if self._unknown is None:
            seen = map(self.run.view.get, self.node.reads)
            facts = [name for fact in seen if isinstance(fact, Unknown) for name in fact.facts]
            self._unknown = tuple(dict.fromkeys(facts))
        return self._unknown

    @property
    def day(self) -> date | None:
        """The day on which a leaf turns."""
        return self.run.day(self.node)

    @property
    def followed(self) -> Followed | None:
        """The member that a `follows` refers to."""
        return self.run.followed(self.node.refers_to) if self.node.refers_to is not None else None

    @property
    def wait(self) -> date:
        """The day from which time has done its work; `NO_WAIT` if none is needed, `NEVER` if it cannot."""
        return date.fromordinal(self.waits_for)

    @property
    def deadline(self) -> date | None:
        """The last day for the application, if there is one."""
        return day_of(self.last_day)

    @property
    def remedied(self) -> tuple[Remedy, date | None]:
        """What can still be done about a value that is not met, and the day from which time has brought it."""
        what, day = self.can_be_done
        return REMEDIES[what], day_of(day)

    @property
    def advice(self) -> Text | None:
        """What can be done about a value that is not met: what is said of the whole, or of the first part that is not."""
        if self.followed is not None and self.followed.remedied is not None:
            return self.followed.advice
        if self.node.advice is not None or self.holds is not False:
            return self.node.advice
        return next((part.advice for part in self.parts if part.holds is False and part.advice is not None), None)

    def once(self, key: tuple[object, ...], find: Callable[[], Sequence[_S]]) -> Sequence[_S]:
        """Give what follows from sets of verdicts alone: of a named condition it is found once for all who have the same.

        Args:
            key: What is found, and what else it follows from.
            find: Finds it.
        """
        node, run = self.node, self.run
        if node.id is None:
            return find()
        reading = run.reading if run.reading in node.points_below else None
        return run.program.once(node, run.masks, (reading, self.mask, *key), find)

    # What the node needs to say its days; see `days.Dated`.

    @staticmethod
    def either(test: bool, one: int, other: int) -> int:
        """Give the one if it is so, and else the other."""
        return one if test else other

    @staticmethod
    def lowest(numbers: Sequence[int]) -> int:
        """Give the lowest."""
        return min(numbers)

    @staticmethod
    def highest(numbers: Sequence[int]) -> int:
        """Give the highest."""
        return max(numbers)

    def of(self, node: Node) -> Value:
        """Give the value of another node."""
        return self.run.value(node)

    @property
    def may_be_met(self) -> bool:
        """Whether it can be that the node is met."""
        return bool(self.mask & ELIGIBLE)

    @property
    def is_met(self) -> bool:
        """Whether the node is met."""
        return self.mask == ELIGIBLE

    @property
    def branches(self) -> tuple[tuple[bool, Value], tuple[bool, Value]]:
        """Whether each branch counts, and it; in the place of one that does not, the other one."""
        test = self.run.mask(cast("Node", self.node.tested))
        return (bool(test & ELIGIBLE), self.parts[0]), (test != ELIGIBLE, self.parts[-1])

    @property
    def failing(self) -> list[tuple[bool, Value]]:
        """The parts that are not met."""
        return [(True, part) for part in self.parts if part.holds is False]

    @property
    def turns_on(self) -> int:
        """The day on which a leaf turns."""
        return ordinal_of(self.day)

    @property
    def waits_for(self) -> int:
        """The day from which time has done its work."""
        found = self._waits_for
        if found is None:
            found = self._waits_for = AT_ONCE if self.mask & ELIGIBLE else self.node.waits_for(self)
        return found

    @property
    def last_day(self) -> int:
        """The last day for the application."""
        found = self._last_day
        if found is None:
            found = self._last_day = self.node.last_day(self) if self.node.names_deadline else NO_DAY
        return found

    @property
    def can_be_done(self) -> tuple[int, int]:
        """What can still be done."""
        found = self._can_be_done
        if found is None:
            found = self._can_be_done = self.node.can_be_done(self)
        return found

    @property
    def followed_waits_for(self) -> int:
        """The day from which the member followed may come."""
        return NEVER_COMES if self.followed is None else self.followed.wait.toordinal()

    def done_for_followed(self, otherwise: tuple[int, int]) -> tuple[int, int]:
        """Give what can still be done for the member followed, if there is one."""
        theirs = None if self.followed is None else self.followed.remedied
        return otherwise if theirs is None else (REMEDIES.index(theirs[0]), ordinal_of(theirs[1]))


_HOLDS: Final = tuple(True if mask == ELIGIBLE else None if mask & ELIGIBLE else False for mask in SETS)
