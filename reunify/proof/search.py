"""The search for a family that shows something, among all families: found, proven not to be there, or left open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import attrs
import z3

from reunify.engine.meaning import SETS
from reunify.facts import Case, Relation
from reunify.faults import BadCase
from reunify.proof.days_of_law import DaysOfLaw
from reunify.proof.sets import NOT_SEEN, Bits, Conditions, LawInBits, looks_behind
from reunify.proof.smallest import smallest
from reunify.proof.statements import so_if_any, stated
from reunify.proof.world import Somebody, World, when
from reunify.renamed import old_names
from reunify.ruleset import RuleSet

__all__ = [
    "MOST_LESSONS",
    "MOST_ROUNDS",
    "MOST_STEPS",
    "OTHERS",
    "OUR_DAYS",
    "Families",
    "Pair",
    "SearchResult",
    "families",
    "pair_is",
]

if not TYPE_CHECKING:
    __getattr__ = old_names(__name__, Found="SearchResult")

OTHERS: Final = (Relation.SPOUSE, Relation.REGISTERED_PARTNER, Relation.PARTNER, Relation.PARENT, Relation.PARENT)
"""Who else can be in the file: all whom a fact of a member can name."""
MOST_ROUNDS: Final = 100
"""How often the solver is told more exactly what it does not know, before the question is left open."""
MOST_LESSONS: Final = 1000
"""How often it is told what it took for something else, of one model, before it is left at that."""
MOST_STEPS: Final = 200_000_000
"""How much the solver may do for one answer, in its own steps: some twenty seconds, and the same on every machine."""

OUR_DAYS: Final = date(1970, 1, 1), date(2035, 12, 31)
"""Between which days those of a family lie if that can be."""

Pair = Callable[[int, int], bool]
"""Says whether two sets of verdicts, under one law and under another, are what is sought."""


@attrs.frozen(kw_only=True)
class SearchResult:
    """What a search came to.

    Attributes:
        family: The smallest family that shows what was sought; None where none was found.
        open: Where it is not shown that there is none: what could not be reached.
    """

    family: Case | None = None
    open: tuple[str, ...] = ()


class Families:
    """All families of a person, and what laws come to for that person.

    Args:
        world: The families.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self.conditions: Conditions = Conditions(self.world)
        self._laws: dict[tuple[RuleSet, str | None], LawInBits] = {}
        self._learned: list[Any] = []
        self._consistent = -1
        self._solver = z3.Solver()
        self._solver.set("rlimit", MOST_STEPS)

    def sets(self, rule_set: RuleSet, reading: str | None) -> Bits:
        """Give the verdicts that a law leaves open for the person, in one reading."""
        return self.law(rule_set, reading).person(self.world.person)

    def law(self, rule_set: RuleSet, reading: str | None) -> LawInBits:
        """Give what a law comes to, in one reading."""
        key = (rule_set, reading)
        if key not in self._laws:
            self._laws[key] = LawInBits(self.conditions, rule_set, reading)
        return self._laws[key]

    def days_differ(self, old: RuleSet, new: RuleSet, reading: str | None) -> Any:
        """State that two laws tell other days for the person, in one reading.

        Raises:
            NotFollowedError: What a law does with a day cannot be followed; it names the condition.
        """
        told = (DaysOfLaw(self.law(law, reading)).of_person(self.world.person) for law in (old, new))
        differ = [one != other for one, other in zip(*told, strict=True)]
        return stated(so_if_any(differ))

    def as_if(self, sets: Bits, owner: Somebody, name: str, value: Any) -> Bits:
        """Give what a set would be if a fact had another value, all else the same.

        Args:
            sets: The set.
            owner: Whose fact it is.
            name: The fact.
            value: The value; `world.GIVEN` for whatever day or amount it has.
        """
        fact = owner.fact(name)
        swaps = [(is_so, z3.BoolVal(val=one is value)) for one, is_so in zip(fact.values, fact.is_so, strict=True)]
        return Bits(tuple(bit if isinstance(bit, bool) else z3.substitute(bit, *swaps) for bit in sets.bits))

    def statement(self, given: Callable[[Case], bool]) -> Any:
        """State that a yes or no about a family is so; True where that cannot be followed."""
        try:
            return z3.BoolVal(val=True) if looks_behind(given) else when(self.world.ways(given), bool)  # type: ignore[arg-type]
        except NOT_SEEN:
            return z3.BoolVal(val=True)

    def can_be(self, given: Callable[[Case], bool]) -> bool:
        """Say whether there can be a family of which something is so."""
        statement = self.statement(given)
        if z3.is_false(z3.simplify(statement)):
            return False
        with self.solver_told([statement]) as solver:
            return bool(solver.check() != z3.unsat)

    def search(self, sought: Sequence[Any], shows: Callable[[Case], bool], *, to_show: bool = True) -> SearchResult:
        """Look for a family.

        Args:
            sought: The statements that it is one.
            shows: Says so of a family by itself, without a solver.
            to_show: Whether the family is made small, and the same one whatever was asked before.
        """
        if any(z3.is_false(z3.simplify(statement)) for statement in sought):
            return SearchResult()
        # A family of our days is easier to read; only where there is none are all days looked at.
        for days in (self.world.between(*OUR_DAYS), ()):
            found = self._searched([*sought, *days], shows, to_show=to_show)
            if found.family is not None:
                break
        return found

    def _searched(self, sought: Sequence[Any], shows: Callable[[Case], bool], *, to_show: bool) -> SearchResult:
        with self.solver_told(sought) as solver:
            found = self._found(solver, shows, to_show=to_show)
        if found.family is None and not found.open and not self._can_be_anybody():
            return SearchResult(open=(_NOBODY,))
        return found

    def _can_be_anybody(self) -> bool:
        """Say whether there are families at all by what the solver knows; if not, that proves nothing."""
        with self.solver_told(()) as solver:
            known = len(solver.assertions())
            if known != self._consistent:
                self._consistent = known if solver.check() == z3.sat else -1
            return self._consistent == known

    @contextmanager
    def solver_told(self, sought: Iterable[Any]) -> Iterator[Any]:
        """Give the solver that knows all families, and is told some more for a while."""
        self._solver.add(*self.world.news(), *self._learned)
        self._learned.clear()
        self._solver.push()
        try:
            self._solver.add(*sought)
            yield self._solver
        finally:
            self._solver.pop()

    def model(self, solver: Any, assumed: Sequence[Any] = ()) -> Any:
        """Give a model in which the solver takes nothing for something else; None where there is none.

        Args:
            solver: The solver, as `solver_told` gives it.
            assumed: What is assumed beside that.

        Raises:
            RuntimeError: The solver gives up, or takes something else for what it is again and again.
        """
        for _ in range(MOST_LESSONS):
            answer = solver.check(*assumed)
            if answer == z3.unsat:
                return None
            if answer != z3.sat:
                break
            model = solver.model()
            lessons = self.lessons(model)
            if not lessons:
                return model
            solver.add(*lessons)
        raise RuntimeError(_GAVE_UP)

    def _found(self, solver: Any, shows: Callable[[Case], bool], *, to_show: bool) -> SearchResult:
        for _ in range(MOST_ROUNDS):
            answer = solver.check()
            if answer != z3.sat:
                return SearchResult() if answer == z3.unsat else SearchResult(open=(_GAVE_UP,))
            model = solver.model()
            family = self._family(model)
            if family is not None and shows(family):
                return SearchResult(
                    family=smallest(self._first(solver, model, family, shows), shows) if to_show else family
                )
            lessons = self.lessons(model)
            if not lessons:
                break
            solver.add(*lessons)
        return SearchResult(open=self.conditions.names_of_open or (_GAVE_UP,))

    def _first(self, solver: Any, model: Any, family: Case, shows: Callable[[Case], bool]) -> Case:
        """Give the family in which each fact, one after the other, is the first of what it can be.

        Which family the solver finds depends on what it was asked before; this one does not. Of a condition that could
        not be followed the solver learns one family at a time, so that the first of all would be long in coming.
        """
        if self.conditions.names_of_open:
            return family
        try:
            model = self._all_at_first(solver, model)
        except RuntimeError:  # the solver gave up on a part of what could be, and not on this family
            return family
        first = self._family(model)
        # What is given need not have been followed either.
        return family if first is None or not shows(first) else first

    def _all_at_first(self, solver: Any, model: Any) -> Any:
        """Give the model in which each choice, one after the other, is the first that it can be.

        Most can be so together: more and more are asked for at once, until that cannot be.
        """
        left = list(self.world.choices())
        together = 1
        while left:
            asked = [choice.at_first for choice in left[:together]]
            if together == 1 or None in asked:
                together = 1
                model = left[0].first(model, lambda *assumed: self.model(solver, assumed))
                solver.add(left.pop(0).as_in(model))
            elif (other := self.model(solver, asked)) is None:
                together //= 2
                continue
            else:
                model = other
            while left and left[0].is_at_first(model):
                solver.add(left.pop(0).as_in(model))
            together *= 2
        return model

    def _family(self, model: Any) -> Case | None:
        try:
            return self.world.family(model)
        except BadCase:
            return None

    def lessons(self, model: Any) -> list[Any]:
        """Give what the solver took for something else: days, and conditions that could not be followed."""
        found = [*self.world.terms.lessons(model), *self.conditions.lessons(model)]
        self._learned += found
        return found


_GAVE_UP: Final = "the solver gave up"
_NOBODY: Final = "what the solver knows of days contradicts itself"


@lru_cache(maxsize=len(Relation))
def families(relation: Relation) -> Families:
    """Give all families of a relation; what was worked out for one law serves the next."""
    others = ({"id": f"{other.value}-{place}", "relation": other} for place, other in enumerate(OTHERS, 1))
    return Families(World({"id": "person", "relation": relation}, others))


def pair_is(old: Bits, new: Bits, sought: Pair) -> Any:
    """State that two sets are what is sought."""
    pairs = [(one, two) for one in SETS[1:] for two in SETS[1:] if sought(one, two)]
    found = z3.Or(*(z3.And(old.is_set(one), new.is_set(two)) for one, two in pairs))
    return found if any(one == two for one, two in pairs) else z3.And(old.is_not(new), found)
