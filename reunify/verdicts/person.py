"""What the law makes of one member in one reading: the values on each ground, and the best of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property, reduce
from operator import or_

import attrs

from reunify.engine.days import is_day
from reunify.engine.meaning import ELIGIBLE, EXCLUDED, NOT_YET, RANKS
from reunify.engine.missing import unknown_facts
from reunify.engine.nodes import Node, Remedy
from reunify.engine.trace import NO_WAIT, Run, Value
from reunify.logic import any_of
from reunify.provisions import Ground, place_of_best
from reunify.terms import NEVER
from reunify.text import Text

__all__ = ["Anybody", "Nobody", "Person", "differs", "eligible_from"]


@attrs.define(eq=False)
class Person:
    """The values of one member in one reading, on every ground open to the relation.

    Attributes:
        mask: The verdicts that are still possible.
        run: The evaluation of the grounds that the relation can use.
        opened: The grounds that are open to this person, each with all that it asks; or why none is open.
        unlisted: Gives the evaluation of why none is open, to whom that is so.
        exact: Where days are known in part: the same member in each of the exact families that stand for this one.
        terms: Gives the days between which each last day for the application lies, for where not all days were looked at.
        waits: Gives the days between which each wait ends, likewise.
    """

    mask: int
    run: Run
    opened: Sequence[tuple[Ground | None, Node]]
    unlisted: Callable[[], Run] | None = None
    exact: Sequence[Person] = ()
    terms: Callable[[], Sequence[date]] = tuple
    waits: Callable[[], Sequence[date]] = tuple

    @cached_property
    def told(self) -> Run:
        """The evaluation of the open grounds, or of why none is open."""
        return self.run if self.unlisted is None else self.unlisted()

    @cached_property
    def found(self) -> tuple[tuple[Ground | None, Value], ...]:
        """The open grounds with their values, or why no ground is open."""
        return tuple([(ground, self.told.value(node)) for ground, node in self.opened])

    @property
    def grounds(self) -> tuple[tuple[Ground, Value], ...]:
        """The open grounds with their values, in the order of the law."""
        return tuple((ground, value) for ground, value in self.found if ground is not None)

    @cached_property
    def root(self) -> Value:
        """The whole: any of the grounds."""
        return Value(any_of(*(node for _, node in self.opened)), self.mask, self.told)

    @cached_property
    def best(self) -> tuple[Ground | None, Value]:
        """The ground with the best verdict; of equal ones the one that stands in for another, or the first in the law."""
        grounds, values = zip(*self.found, strict=True)
        ranks = [RANKS[value.mask] for value in values]
        return self.found[place_of_best(grounds, ranks, lambda node: self.run.mask(node) == ELIGIBLE, Value.either)]

    @property
    def wait(self) -> date:
        """The day from which time has done its work; see `Value.wait`."""
        return NO_WAIT if self.mask & ELIGIBLE else self.best[1].wait

    @cached_property
    def eligible_from(self) -> date | None:
        """The day from which time has done its work on the best ground, if *not yet* is possible there.

        Where days are known in part, the latest that it can be.
        """
        if self.exact:
            return max(self._waits_end, default=None)
        return eligible_from(self.best[1])

    @cached_property
    def deadline(self) -> date | None:
        """The last day for the application on the best ground; the earliest that it can be."""
        if self.exact:
            return min(self._deadlines, default=None)
        return self.best[1].deadline

    @property
    def earliest_from(self) -> date | None:
        """The earliest that `eligible_from` can be, where it is not known exactly."""
        return min(self._waits_end, default=None)

    @property
    def latest_deadline(self) -> date | None:
        """The latest that `deadline` can be, where it is not known exactly."""
        return max(self._deadlines, default=None)

    @cached_property
    def _deadlines(self) -> Sequence[date]:
        looked_at = [person.deadline for person in self.exact if not person.run.is_spread]
        if len(looked_at) == len(self.exact):
            return [day for day in looked_at if day is not None]
        return self.terms() if any(looked_at) else ()

    @cached_property
    def _waits_end(self) -> Sequence[date]:
        """Those that were found; where not all days were looked at, the ends between which each must lie, if these are known."""
        days = [day for person in self.exact if not person.run.is_spread and (day := person.eligible_from) is not None]
        if any(person.run.is_spread for person in self.exact):
            ends = self.waits() if days and not self.run.references else ()
            return () if NEVER in ends else ends
        return days

    @property
    def remedied(self) -> tuple[Remedy, date | None]:
        """What can still be done on the best ground."""
        return self.best[1].remedied

    @property
    def advice(self) -> Text | None:
        """What that is, in two languages."""
        return self.best[1].advice

    def missing(self, pairs: int) -> tuple[str, ...]:
        """Give the unknown facts that can make one of these differences."""
        if pairs not in self._missing:
            self._missing[pairs], _ = unknown_facts(self.root, pairs)
        return self._missing[pairs]

    @cached_property
    def _missing(self) -> dict[int, tuple[str, ...]]:
        return {}  # by the differences: in a large family many follow the same person

    @cached_property
    def findings(self) -> tuple[int, date | None, date | None]:
        """What a reading can change: the verdicts and the two days."""
        return self.mask, self.eligible_from, self.deadline


def eligible_from(value: Value) -> date | None:
    """Give the day from which time has done its work for a value, if it has work to do."""
    day = value.node.waits_for(value)
    return date.fromordinal(day) if is_day(day) else None


def differs(one: Value, other: Value) -> bool:
    """Say whether two readings come to other verdicts or days."""
    return one.mask != other.mask or one.waits_for != other.waits_for or one.last_day != other.last_day


@attrs.frozen(eq=False)
class Nobody:
    """What follows from a reference to nobody, or to one who need not be assessed; see `trace.Followed`."""

    mask: int = EXCLUDED
    wait: date = NEVER
    remedied: None = None
    advice: None = None

    def missing(self, pairs: int) -> tuple[str, ...]:  # noqa: ARG002 -- nothing is missing for nobody
        """Give none."""
        return ()


@attrs.frozen(eq=False)
class Anybody:
    """What follows from a reference that is not known: any of the members that it could name, or nobody."""

    facts: tuple[str, ...]
    candidates: tuple[Person, ...]
    wait: date = NO_WAIT
    remedied: None = None
    advice: None = None

    @property
    def mask(self) -> int:
        """Those of any of them, and of nobody."""
        return EXCLUDED | reduce(
            or_, (one.mask for one in self.candidates), 0 if self.candidates else NOT_YET | ELIGIBLE
        )

    def missing(self, pairs: int) -> tuple[str, ...]:
        """Give the reference, and what is missing of each that it could name."""
        others = (fact for candidate in self.candidates for fact in candidate.missing(pairs))
        return (*self.facts, *others)
