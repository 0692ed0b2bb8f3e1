"""All families at once: a sponsor, a person and others, of whom no fact is settled.

Each fact of each of them is one of what it can be: not known, left to what is presumed, a value of its list, a day.
What `facts.View` and the functions of the law ask of such a family is answered in every way (see `ways`), so that
nothing is said here of what a fact means.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, Final, Protocol, TypeVar

import attrs
import z3

from reunify.facts import (
    ASSUMED,
    CASE_FACTS,
    MEMBER_FACTS,
    REFERENCES,
    SPONSOR_FACTS,
    Case,
    Fact,
    FactKind,
    FamilyMember,
    Relation,
    Sponsor,
    View,
)
from reunify.facts.impossible import Check, checks_of
from reunify.facts.kinds import HIGHEST_AMOUNT
from reunify.proof.days import FIRST, LAST, Amount, Day, Terms, Wording
from reunify.proof.statements import both, so_if_any, stated
from reunify.proof.ways import Asker, Way, ways

__all__ = ["GIVEN", "MOST_WAYS", "FactOf", "InModel", "Look", "Present", "SeenCase", "Somebody", "T", "World", "when"]

T = TypeVar("T")

MOST_WAYS: Final = 20_000
"""How many ways a function may go."""


class _AnyGiven:
    """Stands among what a fact can be for a day or an amount that is given."""


GIVEN: Final = _AnyGiven()


@attrs.frozen(eq=False)
class FactOf:
    """One fact of one person, and what it can be.

    Attributes:
        name: Its name.
        about: What is said of it.
        values: What it can be.
        is_so: For each of these the statement that it is so.
        number: The number of the day or amount, where one is given.
    """

    name: str
    about: Fact
    values: tuple[Any, ...]
    is_so: tuple[Any, ...]
    number: Any

    def rules(self) -> Iterator[Any]:
        """Say that it is one of what it can be, and within what bounds."""
        if len(self.values) > 1:
            yield z3.PbEq([(statement, 1) for statement in self.is_so], 1)
        if self.about.kind is FactKind.DATE:
            yield z3.And(self.number >= FIRST, self.number <= LAST)
        elif self.about.kind is FactKind.AMOUNT:
            yield z3.And(self.number >= 0, self.number <= HIGHEST_AMOUNT)

    def in_model(self, model: Any) -> Any:
        """Give the value that it has in a family that the solver found."""
        value = self.values[self._place(model)]
        if value is not GIVEN:
            return value
        if self.about.kind is FactKind.TEXT:
            return "x"
        number = model.eval(self.number, model_completion=True)
        if self.about.kind is FactKind.DATE:
            return date.fromordinal(number.as_long())
        return Decimal(number.numerator_as_long()) / Decimal(number.denominator_as_long())

    def _place(self, model: Any) -> int:
        return next((place for place, one in enumerate(self.is_so) if z3.is_true(model.eval(one))), 0)

    def is_value(self, value: Any) -> Any:
        """State that it has a value."""
        for one, is_so in zip(self.values, self.is_so, strict=True):
            if one is value or (type(one) is type(value) and one == value):
                return is_so
        number = value.toordinal() if isinstance(value, date) else z3.RealVal(str(value))
        return z3.And(self.is_so[self.values.index(GIVEN)], self.number == number)

    def first(self, model: Any, model_where: Callable[..., Any], near: date | None = None) -> Any:
        """Give the model in which it is the first of what it can be: the nearest day, or the lowest amount.

        Args:
            model: A model.
            model_where: Gives a model in which something more is so; None where there is none.
            near: Where a day is to lie if it can be; left out, where one of its kind often lies.
        """
        found = (model_where(self.is_so[place]) for place in range(self._place(model)))
        model = next((other for other in found if other is not None), model)
        if self.values[self._place(model)] is not GIVEN or self.about.kind is FactKind.TEXT:
            return model
        is_given = partial(model_where, self.is_so[self._place(model)])
        if self.about.kind is FactKind.AMOUNT:
            return _lowest(self.number * 100, model, partial(is_given, z3.IsInt(self.number * 100)))
        from_there = self.number - (near or _USUAL.get(self.name, _USUAL_DAY)).toordinal()
        # Mostly nothing asks for another day than that.
        there = is_given(from_there == 0)
        if there is not None:
            return there
        later = is_given(from_there > 0)
        best = model if later is None else _lowest(from_there, later, partial(is_given, from_there > 0))
        low = _whole(best, from_there) if later is not None else _FAR_AWAY
        nearer = partial(is_given, from_there < 0, from_there > -low)
        earlier = nearer()
        return best if earlier is None else _lowest(-from_there, earlier, nearer)

    @property
    def at_first(self) -> Any:
        """State that it is the first of what it can be; None where that is some day or amount."""
        return None if self.values[0] is GIVEN else self.is_so[0]

    def is_at_first(self, model: Any) -> bool:
        """Say whether it is so in a family that the solver found."""
        return self._place(model) == 0 and self.values[0] is not GIVEN

    def as_in(self, model: Any) -> Any:
        """State that it is as in a family that the solver found."""
        place = self._place(model)
        is_so = self.is_so[place]
        is_given = self.values[place] is GIVEN
        return z3.And(is_so, self.number == model.eval(self.number, model_completion=True)) if is_given else is_so


_USUAL_DAY: Final = date(2026, 7, 1)
_USUAL: Final = {"born_on": date(1990, 1, 1)}
_FAR_AWAY: Final = LAST - FIRST


def _lowest(number: Any, model: Any, model_where: Callable[..., Any]) -> Any:
    """Give the model in which a whole number is the lowest that it can be; the same where it can be no whole number."""
    low, lowest = -1, model_where()
    while lowest is not None and (high := _whole(lowest, number)) - low > 1:
        middle = (low + high) // 2
        lower = model_where(number <= middle)
        low, lowest = (middle, lowest) if lower is None else (low, lower)
    return model if lowest is None else lowest


def _whole(model: Any, number: Any) -> int:
    found = model.eval(number, model_completion=True)
    return int(found.as_long() if z3.is_int_value(found) else found.numerator_as_long())


class Somebody:
    """A member, the sponsor or the case itself, of whom each fact is made when it is first asked for.

    Args:
        world: The families.
        id: The id of the member; ``"sponsor"``, or "" for the case itself.
        facts: What facts such a one has.
        settled: Those that are settled.
    """

    def __init__(self, world: World, id: str, facts: Mapping[str, Fact], settled: Mapping[str, Any]) -> None:  # noqa: A002 -- the fact is called id
        self.world = world
        self.id = id
        self.about = facts
        self.settled = settled
        self.facts: dict[str, FactOf] = {}
        self.here: Any = z3.Bool(f"{id} is in the file")
        """The statement that the person is in the file."""

    @property
    def relation(self) -> Relation | None:
        """What a member is to the sponsor."""
        return self.settled.get("relation")

    def fact(self, name: str) -> FactOf:
        """Give a fact."""
        if name not in self.facts:
            self.facts[name] = found = self._made(name, self.about[name])
            self.world.rules += found.rules()
        return self.facts[name]

    def _made(self, name: str, about: Fact) -> FactOf:
        values = (self.settled[name],) if name in self.settled else tuple(self._values(name, about))
        # By their place: two values can be written alike.
        is_so = tuple(z3.Bool(f"{self.id}.{name} is {place}") for place in range(len(values)))
        number = z3.Int(f"{self.id}.{name}") if about.kind is FactKind.DATE else z3.Real(f"{self.id}.{name}")
        for value, statement in zip(values, is_so, strict=True):
            if about.kind is FactKind.MEMBER and value in self.world.others:
                self.world.rules.append(z3.Implies(statement, self.world.others[value].here))
        return FactOf(name, about, values, is_so, number)

    def _values(self, name: str, about: Fact) -> Iterator[Any]:
        if not about.required:
            yield None
        if about.has_assumption:
            yield ASSUMED
        yield from (value for value in about.words.values() if not FIRST <= _ordinal(value) <= LAST)
        if about.kind is FactKind.YES_NO:
            yield from (True, False)
        elif about.choices is not None:
            yield from about.choices
        elif about.kind is FactKind.MEMBER:
            yield from (other.id for other in self.world.others.values() if other.relation in REFERENCES[name][0])
        else:
            yield GIVEN


def _ordinal(value: Any) -> int:
    return value.toordinal() if isinstance(value, date) else 0


@attrs.frozen(eq=False)
class Present:
    """Whether somebody is in the file."""

    somebody: Somebody

    def first(self, model: Any, model_where: Callable[..., Any]) -> Any:
        """Give the model in which nobody more is in the file than must be."""
        without = model_where(z3.Not(self.somebody.here))
        return model if without is None else without

    @property
    def at_first(self) -> Any:
        """State that the person is not in the file."""
        return z3.Not(self.somebody.here)

    def is_at_first(self, model: Any) -> bool:
        """Say whether that is so in a family that the solver found."""
        return not z3.is_true(model.eval(self.somebody.here))

    def as_in(self, model: Any) -> Any:
        """State that it is as in a family that the solver found."""
        return self.somebody.here if z3.is_true(model.eval(self.somebody.here)) else z3.Not(self.somebody.here)


class World:
    """All families of a person, with others whom the law may look at.

    Args:
        person: What is settled of the person: the id, the relation to the sponsor, perhaps more.
        others: The same of the others.
        all_here: Whether all others are in the file; if not, each can be.
    """

    def __init__(
        self, person: Mapping[str, Any], others: Iterable[Mapping[str, Any]] = (), *, all_here: bool = False
    ) -> None:
        self.rules: list[Any] = []
        """What the solver is to know of the families."""
        self.terms: Terms = Terms()
        self._checks_of_sponsor, self._checks_of_member = checks_of(Sponsor), checks_of(FamilyMember)
        self._checked: set[tuple[Check, Somebody]] = set()
        self.others: dict[str, Somebody] = {}
        self.case: Somebody = Somebody(self, "", CASE_FACTS, {"title": None, "source": None})
        self.sponsor: Somebody = Somebody(self, "sponsor", SPONSOR_FACTS, {})
        self.person: Somebody = Somebody(self, person["id"], MEMBER_FACTS, person)
        for other in others:
            self.others[other["id"]] = Somebody(self, other["id"], MEMBER_FACTS, other)
        self.rules += [one.here for one in (self.members if all_here else (self.person,))]

    @property
    def members(self) -> tuple[Somebody, ...]:
        """The person and the others."""
        return (self.person, *self.others.values())

    def somebody(self, id: str) -> Somebody:  # noqa: A002 -- the fact is called id
        """Give the person or another by id."""
        return self.person if id == self.person.id else self.others[id]

    def ways(self, function: Callable[[SeenCase], T], *, lost: bool = False) -> list[Way[Any, T]]:
        """Give every way that a function of a family can go.

        Args:
            function: The function.
            lost: Whether it does not matter what cannot be followed, since only texts are made of it.

        Raises:
            NotFollowedError: The function does what cannot be followed.
            TooManyWaysError: There are too many.
        """
        return list(ways(lambda asker: function(SeenCase(self, _Asking(asker, self.terms))), MOST_WAYS, lost=lost))

    def news(self) -> list[Any]:
        """Give what was not given before of what the solver is to know."""
        for owner, checks in self._checks():
            for check in checks:
                if (check, owner) not in self._checked and self._is_asked(check, owner):
                    self._checked.add((check, owner))
                    self.rules.append(z3.Not(self._faulty(check, owner)))
        news, self.rules = [*self.rules, *self.terms.news()], []
        return news

    def _checks(self) -> Iterator[tuple[Somebody, tuple[Check, ...]]]:
        yield self.sponsor, self._checks_of_sponsor
        yield from ((member, self._checks_of_member) for member in self.members)

    def _is_asked(self, check: Check, owner: Somebody) -> bool:
        """Say whether all that a check compares was asked for: what was not is left out of the family."""
        whose = {"sponsor": self.sponsor.facts, "case": self.case.facts, "": owner.facts}
        return all(name in whose[of] for of, name in check.compares)

    def _faulty(self, check: Check, owner: Somebody) -> Any:
        def faults(seen: SeenCase) -> bool:
            return any(check.faults(seen, seen.of(owner)))  # type: ignore[arg-type]

        return when(self.ways(faults, lost=True), bool)

    def choices(self) -> Iterator[FactOf | Present]:
        """Give what can be one way or another in these families: who is in the file, and the facts as they are declared."""
        yield from (Present(other) for other in self.others.values())
        for owner in (self.sponsor, self.case, *self.members):
            yield from (owner.facts[name] for name in owner.about if name in owner.facts)

    def between(self, first: date, last: date) -> Iterator[Any]:
        """State that all days that are given lie between two."""
        for owner in (self.case, self.sponsor, *self.members):
            for fact in owner.facts.values():
                if fact.about.kind is FactKind.DATE:
                    yield z3.And(fact.number >= first.toordinal(), fact.number <= last.toordinal())

    def family(self, model: Any) -> Case:
        """Give the family that the solver found.

        Raises:
            BadCase: There is no such family.
        """
        members = [member for member in self.members if z3.is_true(model.eval(member.here))]
        told = {name: fact.in_model(model) for name, fact in self.sponsor.facts.items()}
        return Case(
            sponsor=Sponsor(**{"protection": next(iter(SPONSOR_FACTS["protection"].choices or ())), **told}),
            members=tuple(
                FamilyMember(
                    **{**member.settled, **{name: fact.in_model(model) for name, fact in member.facts.items()}}
                )
                for member in members
            ),
            **{name: fact.in_model(model) for name, fact in self.case.facts.items()},
        )


def when(found: Sequence[Way[Any, T]], is_sought: Callable[[T], bool]) -> Any:
    """State when a function comes to what is sought.

    Args:
        found: Every way that it can go, those that begin alike one after the other.
        is_sought: Says of a result whether it is.
    """
    return stated(_when([(way, is_sought(way.result)) for way in found], 0))


def _when(found: Sequence[tuple[Way[Any, Any], bool]], depth: int) -> Any:
    sought = {is_sought for _, is_sought in found}
    if len(sought) == 1:
        return sought.pop()
    branches = [list(branch) for _, branch in itertools.groupby(found, lambda one: one[0].places[depth])]
    return so_if_any([both(branch[0][0].answers[depth], _when(branch, depth + 1)) for branch in branches])


class Look(Protocol):
    """How the facts of a family are answered for."""

    def value(self, fact: FactOf) -> Any:
        """Give the value of a fact."""
        raise NotImplementedError

    def is_here(self, member: Somebody) -> bool:
        """Say whether somebody is in the file."""
        raise NotImplementedError


@attrs.frozen(eq=False)
class _Asking:
    """Has each fact asked for, on one way through a function."""

    asker: Asker[Any]
    terms: Terms

    def value(self, fact: FactOf) -> Any:
        """Give a value that it can have; a day or amount that is given is not settled."""
        value = fact.values[0 if len(fact.values) == 1 else self.asker.choose(fact, fact.is_so)]
        if value is not GIVEN:
            return value
        if fact.about.kind is FactKind.DATE:
            return Day(self.asker, self.terms, fact.number)
        return Amount(self.asker, fact.number) if fact.about.kind is FactKind.AMOUNT else Wording(self.asker)

    def is_here(self, member: Somebody) -> bool:
        """Take either."""
        return self.asker.choose(member, (member.here, z3.Not(member.here))) == 0


@attrs.frozen(eq=False)
class InModel:
    """Has each fact as it is in a family that the solver found, and notes which were read.

    Attributes:
        model: The solver's model.
        read: For each that was read the statement that it is as it is.
    """

    model: Any
    read: dict[Any, Any] = attrs.field(factory=dict)

    def value(self, fact: FactOf) -> Any:
        """Give the value there."""
        self.read[fact] = fact.as_in(self.model)
        return fact.in_model(self.model)

    def is_here(self, member: Somebody) -> bool:
        """Say whether somebody is there."""
        is_here = bool(z3.is_true(self.model.eval(member.here)))
        self.read[member] = member.here if is_here else z3.Not(member.here)
        return is_here


class _Seen:
    """A person as the functions of the law see one: each fact that they read is asked for."""

    added: Final = ()
    """No fact stands apart because a law of one's own added it."""

    def __init__(self, somebody: Somebody, look: Look) -> None:
        self._somebody = somebody
        self._look = look
        self.id: str = somebody.id
        self.relation: Relation | None = somebody.relation

    def __getattr__(self, name: str) -> Any:
        if name not in self._somebody.about:
            raise AttributeError(name)
        return self._look.value(self._somebody.fact(name))


class SeenCase(_Seen):
    """A family as the functions of the law see one.

    Attributes:
        sponsor: The sponsor.
        in_part: No day is known in part.
    """

    in_part: Final[Mapping[str, Any]] = {}

    def __init__(self, world: World, look: Look) -> None:
        super().__init__(world.case, look)
        self._world = world
        self.sponsor: _Seen = _Seen(world.sponsor, look)

    @property
    def members(self) -> list[_Seen]:
        """The members who are in the file."""
        person, others = self._world.person, self._world.others.values()
        return [self.of(person), *(self.of(other) for other in others if self._look.is_here(other))]

    def of(self, somebody: Somebody) -> _Seen:
        """Give a person as the functions of the law see one."""
        return self.sponsor if somebody is self._world.sponsor else _Seen(somebody, self._look)

    def member(self, id: str) -> _Seen:  # noqa: A002 -- the fact is called id
        """Give the member with this id."""
        return self.of(self._world.somebody(id))

    def view(self, somebody: Somebody) -> View:
        """Give what a condition sees of a member."""
        return View(self, self.of(somebody))  # type: ignore[arg-type]
