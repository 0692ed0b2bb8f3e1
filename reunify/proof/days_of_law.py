"""The days that a law tells, for all families at once: from when somebody can come, and until when to apply.

What each kind of node says of days it says itself (see `reunify.engine.days`); here is what it says that of: numbers of
the solver, and statements.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, reduce
from typing import Any, Final

import z3

from reunify.engine.days import AT_ONCE, NEVER_COMES, NO_DAY, NOTHING, Cure, DatedOnce, Ordinals, is_day
from reunify.engine.meaning import ELIGIBLE, RANKS, SETS
from reunify.engine.nodes import Contested, Leaf, Node, Where
from reunify.facts import Unknown
from reunify.proof.days import Day
from reunify.proof.sets import NOT_SEEN, Bits, LawInBits, bits_of, told
from reunify.proof.statements import plain, so_if_all, stated
from reunify.proof.ways import NotFollowedError
from reunify.proof.world import SeenCase, Somebody
from reunify.provisions import place_of_best

__all__ = ["DaysOfLaw"]

_YES: Final = z3.BoolVal(val=True)


class DaysOfLaw:
    """The days that one law tells, in one reading.

    Args:
        law: The law, as the solver has it.
    """

    def __init__(self, law: LawInBits) -> None:
        self.law = law
        self._values: dict[tuple[Somebody, Node], _Value] = {}
        self._best: dict[Somebody, _Best] = {}

    def of(self, somebody: Somebody, node: Node) -> _Value:
        """Give the value of a node for a member."""
        key = (somebody, node)
        if key not in self._values:
            self._values[key] = _Value(self, somebody, node)
        return self._values[key]

    def best(self, somebody: Somebody) -> _Best:
        """Give the best ground of a member."""
        if somebody not in self._best:
            self._best[somebody] = _Best(self, somebody)
        return self._best[somebody]

    def of_person(self, somebody: Somebody) -> tuple[Any, Any]:
        """Give the day from which time has done its work on the best ground, and the last day for the application.

        Raises:
            NotFollowedError: What the law does with a day cannot be followed; it names the condition.
        """
        best = self.best(somebody)
        day = best.of(lambda value: value.node.waits_for(value), NEVER_COMES)
        return _either(is_day(day), day, NO_DAY), best.of(lambda value: value.last_day, NO_DAY)


def _either(test: Any, one: Ordinals, other: Ordinals) -> Ordinals:
    """Give the one where it is so, and the other where it is not."""
    test = plain(test)
    if isinstance(test, bool):
        return one if test else other
    return one if one is other else z3.If(test, one, other)


class _Best:
    """The best ground of a member, as `Person.best` finds it."""

    def __init__(self, days: DaysOfLaw, somebody: Somebody) -> None:
        reader = days.law.reader(somebody)
        assert somebody.relation is not None  # noqa: S101 -- who is a member has one
        self._grounds = days.law.rule_set.asked_of(somebody.relation).grounds
        self._days = days
        self._somebody = somebody
        is_open = [_YES if one.who is None else _may_be_met(reader.of(one.who)) for one, _ in self._grounds]
        ranks = [
            _either(opened, _rank(bits_of(reader.of(whole))), 0)
            for opened, (_, whole) in zip(is_open, self._grounds, strict=True)
        ]
        self._place = place_of_best(
            [ground for ground, _ in self._grounds],
            ranks,
            lambda node: bits_of(reader.of(node)).is_set(ELIGIBLE),
            _either,
        )

    def of(self, what: Callable[[_Value], Ordinals], otherwise: int) -> Ordinals:
        """Give something of the best ground; otherwise, where none is open."""
        found: Ordinals = otherwise
        for place, (_, whole) in enumerate(self._grounds):
            found = _either(self._place == place, what(self._days.of(self._somebody, whole)), found)
        return found


def _rank(bits: Bits) -> Any:
    return reduce(lambda found, mask: _either(bits.is_set(mask), RANKS[mask], found), SETS[1:], 0)


def _may_be_met(found: Any) -> Any:
    return stated(bits_of(found).bits[2])


class _Value(DatedOnce):
    """The value of a node for a member; see `reunify.engine.days.Dated`."""

    def __init__(self, days: DaysOfLaw, somebody: Somebody, node: Node) -> None:
        super().__init__(node)
        self._days = days
        self._somebody = somebody

    @staticmethod
    def either(test: Any, one: Ordinals, other: Ordinals, /) -> Ordinals:
        """Give the one where it is so, and else the other."""
        return _either(test, one, other)

    @staticmethod
    def lowest(numbers: Sequence[Ordinals], /) -> Ordinals:
        """Give the lowest."""
        return reduce(lambda one, other: _either(one <= other, one, other), numbers)

    @staticmethod
    def highest(numbers: Sequence[Ordinals], /) -> Ordinals:
        """Give the highest."""
        return reduce(lambda one, other: _either(one >= other, one, other), numbers)

    def of(self, node: Node) -> _Value:
        """Give the value of another node."""
        return self._days.of(self._somebody, node)

    @cached_property
    def _bits(self) -> Bits:
        return bits_of(self._days.law.reader(self._somebody).of(self.node))

    @property
    def may_be_met(self) -> Any:
        """Whether it can be that the node is met."""
        return _may_be_met(self._bits)

    @property
    def is_met(self) -> Any:
        """Whether the node is met."""
        return z3.simplify(self._bits.is_set(ELIGIBLE))

    @property
    def parts(self) -> list[_Value]:
        """The parts, of a contested point those of the reading taken."""
        node = self.node
        if isinstance(node, Contested):
            return [self.of(node.other if node.point == self._days.law.reading else node.main)]
        return [self.of(part) for part in node.children]

    @property
    def branches(self) -> list[tuple[Any, _Value]]:
        """Whether each branch of a `where` counts, and it; in the place of one that never does, the other one."""
        test = self.of(self.node.children[0])
        counts = [test.may_be_met, z3.simplify(z3.Not(test.is_met))]
        then, otherwise = self.node.branches
        taken = [otherwise if z3.is_false(counts[0]) else then, then if z3.is_false(counts[1]) else otherwise]
        return [(one, self.of(part)) for one, part in zip(counts, taken, strict=True)]

    @property
    def failing(self) -> list[tuple[Any, _Value]]:
        """The parts that can count and not be met."""
        counted = self.branches if isinstance(self.node, Where) else [(_YES, part) for part in self.parts]
        return [(z3.simplify(z3.And(counts, z3.Not(part.may_be_met))), part) for counts, part in counted]

    @property
    def turns_on(self) -> Ordinals:
        """The day on which a leaf turns, if its facts are known."""
        return self._once("turns_on", self._day)

    def _day(self) -> Ordinals:
        leaf = self.node
        if not isinstance(leaf, Leaf) or leaf.gives_day is None:
            return NO_DAY

        def day(seen: SeenCase) -> Any:
            values = [seen.view(self._somebody).get(name) for name in leaf.facts]
            return None if any(isinstance(value, Unknown) for value in values) else leaf.function(*values)

        try:
            ways = self._days.law.conditions.world.ways(day)
        except NOT_SEEN:
            raise NotFollowedError(told(leaf)) from None
        found: Ordinals = NO_DAY
        for way in ways:
            found = _either(so_if_all(way.answers), _number(way.result), found)
        return found

    # -- another member

    @property
    def followed_waits_for(self) -> Ordinals:
        """The day from which the member followed may come; none need be waited for where it is not known who that is."""

        def waits(somebody: Somebody) -> Ordinals:
            may_come = _may_be_met(self._days.law.person(somebody))
            return _either(may_come, AT_ONCE, self._days.best(somebody).of(lambda value: value.waits_for, NEVER_COMES))

        return self._followed(NEVER_COMES, AT_ONCE, waits)

    def done_for_followed(self, otherwise: Cure) -> Cure:
        """Give what can still be done for the member followed; otherwise, where that is nobody, or not known."""

        def half(at: int) -> Ordinals:
            nothing = (NOTHING, NO_DAY)[at]

            def done(somebody: Somebody) -> Ordinals:
                return self._days.best(somebody).of(lambda value: value.can_be_done[at], nothing)

            return self._followed(otherwise[at], otherwise[at], done)

        return half(0), half(1)

    def _followed(self, nobody: Ordinals, anybody: Ordinals, of: Callable[[Somebody], Ordinals]) -> Ordinals:
        """Give what is so of the member whom a fact names."""
        found: Ordinals = nobody
        reader = self._days.law.reader(self._somebody)
        for statement, wanted, named in reader.named_by(self.node.refers_to or ""):
            if isinstance(wanted, Unknown):
                found = _either(statement, anybody, found)
            elif named:
                found = _either(statement, of(named[0]), found)
        return found


def _number(day: Any) -> Ordinals:
    if day is None:
        return NO_DAY
    return day.number if type(day) is Day else day.toordinal()
