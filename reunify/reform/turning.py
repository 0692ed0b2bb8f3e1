"""Where a condition turns, found by asking the condition itself: the values of its facts that matter to it.

Of a yes or no or a list that is each value; of a day or an amount, those on both sides of its boundary.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

import attrs

from reunify.engine.meaning import Turns
from reunify.engine.nodes import Leaf
from reunify.facts import (
    ASSUMED,
    CASE_FACTS,
    FIRST_DAY,
    LAST_DAY,
    MEMBER_FACTS,
    ORIGINS,
    SPONSOR_FACTS,
    Case,
    Fact,
    FactKind,
    Unknown,
    View,
)
from reunify.reform.people import Facts, KindOfPerson
from reunify.terms import NEVER, ONE_DAY, comes_ever

__all__ = ["around", "changes_about", "days", "holds"]


def holds(leaf: Leaf, seen: Mapping[str, Any]) -> bool:
    """Say whether a condition is met.

    Args:
        leaf: The condition.
        seen: The value of each fact that it reads.
    """
    return bool(leaf.met(*(seen[name] for name in leaf.reads)))


@lru_cache(maxsize=4096)
def around(leaf: Leaf, name: str, kind: FactKind, facts: tuple[tuple[str, Any], ...]) -> tuple[Any, ...]:
    """Give the days or amounts on both sides of the two nearest places where a condition turns.

    Args:
        leaf: The condition.
        name: The fact that varies, a day or an amount.
        kind: Which of the two it is.
        facts: The value of each fact that it reads, that of ``name`` included.
    """
    seen = dict(facts)
    scale = _DAYS if kind is FactKind.DATE else _AMOUNTS
    return tuple(scale.around(lambda value: holds(leaf, {**seen, name: value}), seen, seen[name]))


@lru_cache(maxsize=4096)
def days(leaf: Leaf, name: str, others: tuple[tuple[str, Any], ...] = ()) -> tuple[date, ...]:
    """Give the days on which a condition is not what it is the day before, as one of its days varies.

    Args:
        leaf: The condition; it turns at most once between each two of the days that it reads.
        name: The day that varies.
        others: The value of each other fact that it reads.
    """
    seen = dict(others)
    if leaf.turns is not Turns.NOT and name == leaf.compared:
        day = leaf.function(*(seen[fact] for fact in leaf.facts))
        return (day if leaf.turns is Turns.FROM else day + ONE_DAY,)
    turns = _ENDS.turns(lambda value: holds(leaf, {**seen, name: value}), seen)
    return tuple(map(date.fromordinal, turns))


@attrs.frozen
class _Scale:
    """A sort of value that can be numbered, to look for the numbers at which a condition turns."""

    number: Callable[[Any], int]
    value: Callable[[int], Any]
    marks: tuple[int, ...]
    is_one: Callable[[Any], bool]

    def around(self, met: Callable[[Any], bool], seen: Mapping[str, Any], now: Any) -> list[Any]:
        """Give the values on both sides of the nearest turns."""
        home = self.number(now) if self.is_one(now) else LAST_DAY.toordinal()
        nearest = sorted(sorted(self.turns(met, seen), key=lambda turn: abs(turn - home))[:_NEAREST])
        return list(dict.fromkeys(self.value(number) for turn in nearest for number in (turn - 1, turn)))

    def turns(self, met: Callable[[Any], bool], seen: Mapping[str, Any]) -> list[int]:
        """Give the numbers at which the condition is not what it is just before."""
        near = [self.number(value) + step for value in seen.values() if self.is_one(value) for step in (-1, 0, 1)]
        marks = sorted({*self.marks, *near})
        found = [met(self.value(mark)) for mark in marks]
        return [
            self._turn(met, low, high, found[index])
            for index, (low, high) in enumerate(itertools.pairwise(marks))
            if found[index] is not found[index + 1]
        ]

    def _turn(self, met: Callable[[Any], bool], low: int, high: int, at_low: bool) -> int:
        """Give the first number from which the condition is not as it is at ``low``."""
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if met(self.value(middle)) is at_low else (low, middle)
        return high


_NEAREST: Final = 2
_DAYS: Final = _Scale(
    number=date.toordinal,
    value=date.fromordinal,
    marks=tuple(date(year, 1, 1).toordinal() for year in range(1940, 2046)),
    is_one=comes_ever,
)
_ENDS: Final = attrs.evolve(_DAYS, marks=(FIRST_DAY.toordinal(), LAST_DAY.toordinal()))
_AMOUNTS: Final = _Scale(
    number=lambda value: int(value * 100),
    value=lambda cents: Decimal(cents) / 100,
    marks=tuple(range(0, 1_000_001, 50_000)),
    is_one=lambda value: isinstance(value, Decimal),
)


# ---------------------------------------------------------------- the values that matter to a condition


@attrs.frozen(kw_only=True)
class _Read:
    """One fact that a condition reads.

    Attributes:
        name: The name that the condition uses; None where it is read by way of a derived fact.
        owner: Whose fact it is: a member's id, ``"sponsor"`` or "" for the case.
        fact: The bare name.
    """

    name: str | None
    owner: str
    fact: str

    @property
    def told(self) -> Fact:
        """What is said of the fact."""
        known = {"sponsor": SPONSOR_FACTS, "": CASE_FACTS}.get(self.owner, MEMBER_FACTS)
        return known[self.fact]

    def path(self, person_id: str, owner: str | None = None) -> str:
        """Give the name of the fact in the changes of a family."""
        whose = owner or self.owner
        return self.fact if whose in ("", person_id) else f"{whose}.{self.fact}"


def changes_about(case: Case, who: KindOfPerson, owner: str, leaf: Leaf) -> Iterator[Facts]:
    """Give the changes of a family by which one fact that a condition reads gets another value that matters to it.

    Args:
        case: The family.
        who: The person whom it is about.
        owner: The member whose facts the condition reads.
        leaf: The condition.
    """
    view = View(case, case.member(owner))
    seen = {name: view.get(name) for name in leaf.reads}
    for read in dict.fromkeys(read for name in leaf.reads for read in _reads(name, owner, case)):
        if read.path(who.id).removeprefix("sponsor.") in who.fixed or read.fact == "relation":
            continue
        for value in _values(read, leaf, seen, case):
            yield {read.path(who.id): value}
            together = _who_share(read, case)
            if together:
                yield {read.path(who.id, whose): value for whose in (read.owner, *together)}


def _who_share(read: _Read, case: Case) -> list[str]:
    """Give the other members that have the same day for the same fact, such as those who apply together."""
    if read.owner in ("", "sponsor") or read.told.kind is not FactKind.DATE:
        return []
    day = getattr(case.member(read.owner), read.fact)
    others = [m for m in case.members if m.id != read.owner and isinstance(day, date)]
    return [other.id for other in others if getattr(other, read.fact) == day]


def _reads(name: str, owner: str, case: Case) -> Iterator[_Read]:
    """Give the facts of a family behind a name that a condition uses."""
    origin = ORIGINS[name]
    if origin.behind:
        yield from (read for part in origin.behind for read in _behind(part, owner, case))
    elif origin.reference is not None:
        yield _Read(name=None, owner=owner, fact=origin.reference)
        wanted = getattr(case.member(owner), origin.reference)
        if wanted in {member.id for member in case.members}:
            yield _Read(name=name, owner=wanted, fact=origin.attribute)
    else:
        whose = {"case": "", "sponsor": "sponsor", "member": owner}[origin.owner]
        yield _Read(name=name, owner=whose, fact=origin.attribute)


def _behind(name: str, owner: str, case: Case) -> Iterator[_Read]:
    """Give the facts behind a name that a derived fact follows from; those of all to whom a reference can lead."""
    origin = ORIGINS[name]
    whose = [{"sponsor": "sponsor", "case": ""}.get(origin.owner, owner)]
    if origin.reference is not None:
        relations = View.candidates(origin.reference)
        whose = [member.id for member in case.members if member.relation in relations]
    for each in whose:
        yield _Read(name=None, owner=each, fact=origin.attribute)


def _values(read: _Read, leaf: Leaf, seen: Facts, case: Case) -> Iterator[Any]:
    """Give the other values of a fact that matter to a condition."""
    told = read.told
    now = _now(read, case)
    if told.kind is FactKind.YES_NO:
        yield from (value for value in (True, False) if value != now)
        if read.name is None and callable(told.assumed) and now is not ASSUMED:
            yield ASSUMED
    elif told.choices is not None:
        yield from (value for value in told.choices if value != now)
    elif told.kind is FactKind.MEMBER:
        relations = View.candidates(read.fact)
        ids = [member.id for member in case.members if member.relation in relations]
        yield from (value for value in (*told.words.values(), *ids) if value != now)
    elif read.name is not None and not any(isinstance(value, Unknown) for value in seen.values()):
        turning = _turning(read.name, told.kind, leaf, tuple(seen.items()), case.decided_on)
        yield from (value for value in turning if value != now)


def _turning(
    name: str, kind: FactKind, leaf: Leaf, facts: tuple[tuple[str, Any], ...], decided_on: Any
) -> Iterable[Any]:
    """Give the days or amounts on both sides of where a condition turns."""
    seen = dict(facts)
    values = around(leaf, name, kind, facts)
    if not values and seen[name] == NEVER and holds(leaf, {**seen, name: decided_on}) is not holds(leaf, seen):
        return [decided_on]
    return values


def _now(read: _Read, case: Case) -> Any:
    if read.owner == "":
        return getattr(case, read.fact)
    owner = case.sponsor if read.owner == "sponsor" else case.member(read.owner)
    value = getattr(owner, read.fact)
    if value is not ASSUMED:
        return value
    viewer = case.members[0] if read.owner == "sponsor" else case.member(read.owner)
    return View(case, viewer).get(f"sponsor_{read.fact}" if read.owner == "sponsor" else read.fact)
