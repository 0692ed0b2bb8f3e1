"""A family of which not all is drawn yet, and within which days each date can still lie."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any, Final, TypeAlias

from reunify.facts import (
    ASSUMED,
    FIRST_DAY,
    LAST_DAY,
    MEMBER_FACTS,
    MEMBER_ORDER,
    SPONSOR_FACTS,
    FactKind,
    Parentage,
    Relation,
    Span,
)
from reunify.terms import NEVER, comes_ever
from reunify.testing.bounds import SPONSOR_PAIRS, Pairs

_Node: TypeAlias = tuple[Any, str, int]


def _grouped(pairs: Pairs, key: int) -> dict[str, tuple[str, ...]]:
    names = dict.fromkeys(pair[key] for pair in pairs)
    return {name: tuple(pair[1 - key] for pair in pairs if pair[key] == name) for name in names}


_SPONSOR_BEFORE: Final = _grouped(SPONSOR_PAIRS, 1)
_SPONSOR_AFTER: Final = _grouped(SPONSOR_PAIRS, 0)
_MEMBER_BEFORE: Final = _grouped(MEMBER_ORDER, 1)
_MEMBER_AFTER: Final = _grouped(MEMBER_ORDER, 0)


def _is_own_parent(member: Any) -> bool:
    return member.relation is Relation.PARENT and member.parentage in (Parentage.BIOLOGICAL, ASSUMED)


def _is_own_child(member: Any) -> bool:
    return member.relation is Relation.CHILD and member.parentage is Parentage.BIOLOGICAL


class Draft:
    """The facts drawn so far.

    Attributes:
        sponsor: Those of the sponsor.
        members: Those of the members.
        case: Those of the case, with the others.
    """

    def __init__(self) -> None:
        self.sponsor: SimpleNamespace = SimpleNamespace(**{name: told.left_out for name, told in SPONSOR_FACTS.items()})
        self.members: list[Any] = []
        self.case: Any = SimpleNamespace(sponsor=self.sponsor, members=self.members, decided_on=None)

    def before(self, owner: Any, name: str) -> Iterator[_Node]:
        """Give the dates that cannot lie after one, each with the days that must lie between."""
        if owner is self.case:
            people = ((self.sponsor, SPONSOR_FACTS), *((member, MEMBER_FACTS) for member in self.members))
            for person, facts in people:
                for other, told in facts.items():
                    if told.kind is FactKind.DATE and not told.may_lie_ahead:
                        yield person, other, 0
        elif owner is self.sponsor:
            for other in _SPONSOR_BEFORE.get(name, ()):
                yield owner, other, 0
            if name == "born_on":
                yield from ((m, name, 1) for m in self.members if _is_own_parent(m))
        else:
            for other in _MEMBER_BEFORE.get(name, ()):
                of_sponsor = other.startswith("sponsor_")
                yield (self.sponsor, other[8:], 0) if of_sponsor else (owner, other, 0)
            if name == "born_on" and _is_own_child(owner):
                yield self.sponsor, name, 1

    def after(self, owner: Any, name: str) -> Iterator[_Node]:
        """Give the dates that cannot lie before one, each with the days that must lie between."""
        if owner is self.case:
            return
        facts, own = (SPONSOR_FACTS, _SPONSOR_AFTER) if owner is self.sponsor else (MEMBER_FACTS, _MEMBER_AFTER)
        if not facts[name].may_lie_ahead:
            yield self.case, "decided_on", 0
        for other in own.get(name, ()):
            yield owner, other, 0
        if owner is self.sponsor:
            for member in self.members:
                for other in _MEMBER_AFTER.get(f"sponsor_{name}", ()):
                    yield member, other, 0
                if name == "born_on" and _is_own_child(member):
                    yield member, name, 1
        elif name == "born_on" and _is_own_parent(owner):
            yield self.sponsor, name, 1

    def lowest(self, owner: Any, name: str) -> date:
        """Give the earliest day on which a date that is not known can lie."""
        bound = FIRST_DAY
        for other, other_name, days in self.before(owner, name):
            value = getattr(other, other_name)
            if isinstance(value, Span) or (value is None and owner is not self.case):
                value = self.earliest(other, other_name)
            if isinstance(value, date) and (value != NEVER or owner is not self.case):
                bound = max(bound, value + timedelta(days=days))
        return bound

    def earliest(self, owner: Any, name: str) -> date:
        """Give the earliest day that a date can be: the day itself, or one of those known in part."""
        value = getattr(owner, name)
        if isinstance(value, date):
            return value
        lowest = self.lowest(owner, name)
        return max(value.first, lowest) if isinstance(value, Span) else lowest

    def latest(self, owner: Any, name: str) -> date:
        """Give the latest day that a date can be: the day itself, or one of those known in part."""
        value = getattr(owner, name)
        if isinstance(value, date):
            return value
        highest = self.highest(owner, name)
        return min(value.last, highest) if isinstance(value, Span) else highest

    def highest(self, owner: Any, name: str) -> date:
        """Give the latest day on which a date that is not known can lie."""
        bound = LAST_DAY
        for other, other_name, days in self.after(owner, name):
            value = getattr(other, other_name)
            if value is None or isinstance(value, Span):
                value = self.latest(other, other_name)
            if comes_ever(value):
                bound = min(bound, value - timedelta(days=days))
        return bound
