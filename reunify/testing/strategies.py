"""Hypothesis strategies that draw families: every one of them is valid input.

Which facts there are, and what values they take, is read from `reunify.facts`: a new yes-or-no or choice
there is drawn without an edit here. Nothing is drawn and thrown away: each value is taken between the
bounds that the facts drawn before it leave. A date is drawn as an offset from another date, with weight
on the days on which a condition turns. Examples shrink to one member, round dates and few facts given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, Final, Protocol, Self, TypeAlias, TypeVar

import attrs
from dateutil.relativedelta import relativedelta
from hypothesis import strategies as st

from reunify.facts import (
    _MEMBER_ORDER,
    _SPONSOR_ORDER,
    ASSUMED,
    CASE_FACTS,
    FIRST_DAY,
    LAST_DAY,
    LONGEST_PREGNANCY,
    MEMBER_FACTS,
    SPONSOR_FACTS,
    Case,
    Consent,
    Fact,
    FamilyMember,
    Housing,
    Kind,
    Parentage,
    Protection,
    Relation,
    Sponsor,
    Unknown,
    View,
    parameters_of,
)
from reunify.rules.figures import CHANGE_DAY, EXCUSE_IN_LAW, minimum_wage
from reunify.terms import NEVER, extended

_T = TypeVar("_T")


class _Draw(Protocol):
    def __call__(self, strategy: st.SearchStrategy[_T], /) -> _T: ...


# ---------------------------------------------------------------- the days on which conditions turn


@attrs.frozen
class _Boundary:
    """A day at an offset from another: from a fact, named as conditions name it, or from a fixed day."""

    anchor: str | date
    years: int = 0
    months: int = 0
    days: int = 0
    working_day: bool = False

    def day(self, anchor: date) -> date:
        """Give the day at this offset from the anchor."""
        found = anchor + relativedelta(years=self.years, months=self.months, days=self.days)
        return extended(found) if self.working_day else found


_B = _Boundary
_HALF_YEARS: Final = tuple(_B(date(year, month, 1)) for year in (2024, 2025, 2026, 2027) for month in (1, 7))
_DECISION: Final = (
    _B(CHANGE_DAY),
    _B("sponsor_permit_notified_on", years=2, days=1),
    _B("sponsor_asylum_applied_on", years=2),
    _B("sponsor_born_on", years=18),
    _B(EXCUSE_IN_LAW),
    _B(date(2028, 2, 29)),
    _B(date(2026, 8, 31)),
    *_HALF_YEARS,
)
_OF_SPONSOR: Final[Mapping[str, tuple[_Boundary, ...]]] = {
    "permit_notified_on": (
        _B("decided_on", years=-2, days=-1),
        _B("decided_on", years=-2),
        _B("decided_on"),
        _B("decided_on", months=-3),
        _B(CHANGE_DAY),
        _B(EXCUSE_IN_LAW, months=-3),
        _B(date(2024, 2, 29)),
        _B(date(2025, 11, 30)),
    ),
    "asylum_applied_on": (
        _B("sponsor_permit_notified_on"),
        _B("decided_on", years=-2),
        _B("sponsor_entered_on"),
        _B("sponsor_born_on", years=18),
    ),
    "entered_on": (_B("sponsor_asylum_applied_on"), _B("sponsor_born_on", years=18)),
    "born_on": (
        _B("sponsor_asylum_applied_on", years=-18),
        _B("sponsor_asylum_applied_on", years=-15),
        _B("sponsor_permit_notified_on", years=-17),
        _B("decided_on", years=-18),
        _B("sponsor_entered_on", years=-18),
        _B(date(2008, 2, 29)),
    ),
    "entered_eu_on": (_B("sponsor_entered_on"), _B("sponsor_entered_on", months=-1)),
    "income_until": (_B("decided_on", years=1), _B("sponsor_permit_notified_on", years=1, months=3)),
    "income_sufficient_since": (_B("decided_on", years=-3),),
}
_THREE_MONTHS: Final = (
    _B("sponsor_permit_notified_on", months=3),
    _B("sponsor_permit_notified_on", months=3, working_day=True),
)
_OF_MEMBER: Final[Mapping[str, tuple[_Boundary, ...]]] = {
    "applied_on": (
        *_THREE_MONTHS,
        *([_B("other_applied_on")] * 4),
        _B("sponsor_born_on", years=18),
        _B("born_on", years=18),
        _B("decided_on"),
        _B("sponsor_income_until", years=-1),
        _B(CHANGE_DAY),
        _B(EXCUSE_IN_LAW),
        *_HALF_YEARS,
    ),
    "born_on": (
        _B("sponsor_asylum_applied_on", years=-18),
        _B("applied_on", years=-18),
        _B("decided_on", years=-18),
        _B("sponsor_entered_on", years=-18),
        _B("sponsor_entered_on", years=-26),
        _B("sponsor_permit_notified_on", years=-16, days=1),
        _B("sponsor_entered_on"),
        _B("sponsor_entered_on", days=LONGEST_PREGNANCY.days),
        _B("married_on", years=-18),
        _B(date(2008, 2, 29)),
    ),
    "married_on": (
        _B("sponsor_entered_on"),
        _B("sponsor_entered_eu_on"),
        _B("born_on", years=18),
        _B("sponsor_born_on", years=18),
    ),
    "validated_on": (_B("sponsor_entered_on"), _B("married_on")),
    "family_since": (_B("sponsor_entered_on"), _B("sponsor_entered_eu_on"), _B("born_on")),
    "entered_on": (_B("sponsor_entered_on"), _B("sponsor_permit_notified_on"), *_THREE_MONTHS),
    "asylum_applied_on": (_B("sponsor_asylum_applied_on"), _B("entered_on")),
    "mvv_granted_on": (_B(CHANGE_DAY), _B("applied_on")),
    "first_refused_on": (_B(CHANGE_DAY), _B("applied_on")),
}
_OF_ANY_OTHER: Final = (_B("sponsor_entered_on"), _B("sponsor_permit_notified_on"), _B("decided_on"))
# The plain day of a date: this many years before that of the decision, on the first of this month.
_PLAIN_DECISION: Final = date(2026, 7, 1)
_PLAIN_SPONSOR: Final = {
    "permit_notified_on": (2, 1),
    "asylum_applied_on": (3, 1),
    "entered_on": (3, 1),
    "entered_eu_on": (3, 1),
    "born_on": (36, 1),
    "income_until": (-2, 1),
    "income_sufficient_since": (6, 1),
}
_PLAIN_MEMBER: Final = {"applied_on": (2, 2), "married_on": (10, 1), "validated_on": (9, 1), "family_since": (8, 1)}
_PLAIN_AGE: Final = {
    Relation.CHILD: 10,
    Relation.SIBLING: 12,
    Relation.GRANDCHILD: 5,
    Relation.PARENT: 60,
    Relation.GRANDPARENT: 85,
}
_PLAIN_OTHER: Final = (1, 1)
_PLAIN_MINOR_SPONSOR: Final = (19, 1)
_MINORS_KIN: Final = (Relation.PARENT, Relation.SIBLING)
# The plain value of other facts, where that is not the first of the list; drawn a little more often.
_PLAIN_VALUE: Final[Mapping[str, Any]] = {
    "marriage_valid": True,
    "durable_relationship": True,
    "adoption_recognised": True,
    "lived_with_family": True,
    "dependent": True,
    "means": True,
    "consent_other_parent": Consent.GIVEN,
    "parentage": Parentage.BIOLOGICAL,
    "housing": Housing.OWN,
}


@attrs.frozen
class _At:
    """A day to be found once it is drawn: at an offset from a boundary, or from the plain day of the fact."""

    boundary: _Boundary | None = None
    days: int = 0
    somewhere: bool = False


_PLAIN: Final = _At()
_OFFSETS: Final = (0, -1, 1)


def _days_of(told: Fact, boundaries: Iterable[_Boundary]) -> tuple[Any, ...]:
    """Give what a date can be: its plain day, words such as never, a day about a boundary, any day."""
    about = (_At(boundary, days) for boundary in boundaries for days in _OFFSETS)
    return (*[_PLAIN] * 5, *told.words.values(), *about, *[_At(somewhere=True)] * 2)


def _all_days(facts: Mapping[str, Fact], boundaries: Mapping[str, tuple[_Boundary, ...]]) -> dict[str, tuple[Any, ...]]:
    dates = {name: told for name, told in facts.items() if told.kind is Kind.DATE}
    return {name: _days_of(told, boundaries.get(name, _OF_ANY_OTHER)) for name, told in dates.items()}


_SPONSOR_DAYS: Final = _all_days(SPONSOR_FACTS, _OF_SPONSOR)
_MEMBER_DAYS: Final = _all_days(MEMBER_FACTS, _OF_MEMBER)
_DECISION_DAYS: Final = _days_of(CASE_FACTS["decided_on"], _DECISION)

# ---------------------------------------------------------------- the order in which facts are drawn

_INCOME: Final = tuple(name for name in SPONSOR_FACTS if name.startswith("income_"))
_FIRST_DATES: Final = ("permit_notified_on", "asylum_applied_on", "entered_on", "applied_on", "born_on", "married_on")
_MEANS: Final = "means"
_WHOLE_FAMILY: Final = frozenset({"case", "member"})


def _needs(told: Fact) -> tuple[str, ...]:
    return parameters_of(told.assumed) if callable(told.assumed) else ()


def _is_rare(told: Fact) -> bool:
    return told.has_assumption and not callable(told.assumed)


def _of_whole_family(told: Fact) -> bool:
    return bool(_WHOLE_FAMILY & set(_needs(told)))


def _refers(told: Fact) -> bool:
    return told.kind is Kind.MEMBER


def _in_order(facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """Put first what the dates lean on, then the dates, and last what is assumed from the whole family."""

    def rank(name: str) -> tuple[bool, bool, bool, int]:
        told = facts[name]
        early = _FIRST_DATES.index(name) if name in _FIRST_DATES else len(_FIRST_DATES)
        return _of_whole_family(told), told.kind is Kind.MEMBER, told.kind is Kind.DATE, early

    drawn = (name for name, told in facts.items() if told.kind is not Kind.TEXT and not told.required)
    return tuple(sorted(drawn, key=rank))


_SPONSOR_NAMES: Final = _in_order(SPONSOR_FACTS)
_MEMBER_NAMES: Final = _in_order(MEMBER_FACTS)
_AT_THE_END: Final = frozenset(n for n, told in MEMBER_FACTS.items() if _refers(told) or _of_whole_family(told))
_NAMES_OF: Final = {
    relation: tuple(n for n in _MEMBER_NAMES if not MEMBER_FACTS[n].concerns or relation in MEMBER_FACTS[n].concerns)
    for relation in Relation
}
_RARE_SPONSOR: Final = tuple(n for n in _SPONSOR_NAMES if _is_rare(SPONSOR_FACTS[n]))


def _rare(relation: Relation) -> tuple[str, ...]:
    """Give the rare facts of a relation; those of few relations several times."""
    names = [name for name in _NAMES_OF[relation] if _is_rare(MEMBER_FACTS[name])]
    return (*names, *[name for name in names if MEMBER_FACTS[name].concerns] * 4)


_RARE_OF: Final = {relation: _rare(relation) for relation in Relation}
_SIMPLEST_FIRST: Final = tuple(sorted(Relation, key=lambda relation: len(_NAMES_OF[relation])))
_DEFAULT_SPONSOR: Final = {name: ASSUMED if told.has_assumption else None for name, told in SPONSOR_FACTS.items()}
_DEFAULT_MEMBER: Final = {name: ASSUMED if told.has_assumption else None for name, told in MEMBER_FACTS.items()}
_NAMED: Final = frozenset(relation for told in MEMBER_FACTS.values() for relation in told.concerns)


def _company(one: Relation, other: Relation) -> bool:
    """Say whether a member of one relation can refer to one of the other, or the reverse."""
    references = [(told.concerns, View.candidates(name)) for name, told in MEMBER_FACTS.items() if _refers(told)]
    return any((one in who and other in whom) or (other in who and one in whom) for who, whom in references)


_COMPANY: Final = {one: tuple(other for other in Relation if _company(one, other)) for one in Relation}

# Which dates of the same person, or of the sponsor, cannot lie after (or before) a date.
_Pairs: TypeAlias = tuple[tuple[str, str], ...]
_SPONSOR_PAIRS: Final[_Pairs] = (*_SPONSOR_ORDER, ("entered_eu_on", "entered_on"))


def _grouped(pairs: _Pairs, key: int) -> dict[str, tuple[str, ...]]:
    names = dict.fromkeys(pair[key] for pair in pairs)
    return {name: tuple(pair[1 - key] for pair in pairs if pair[key] == name) for name in names}


_SPONSOR_BEFORE: Final = _grouped(_SPONSOR_PAIRS, 1)
_SPONSOR_AFTER: Final = _grouped(_SPONSOR_PAIRS, 0)
_MEMBER_BEFORE: Final = _grouped(_MEMBER_ORDER, 1)
_MEMBER_AFTER: Final = _grouped(_MEMBER_ORDER, 0)


def _is_own_parent(member: Any) -> bool:
    return member.relation is Relation.PARENT and member.parentage in (Parentage.BIOLOGICAL, ASSUMED)


def _is_own_child(member: Any) -> bool:
    return member.relation is Relation.CHILD and member.parentage is Parentage.BIOLOGICAL


# ---------------------------------------------------------------- drawing

_UP_TO: Final = tuple(st.integers(0, highest) for highest in range(300))
_ANY_OFFSET: Final = st.integers(-1500, 1500)
_YES_NO: Final = (False, True)
_FEW: Final = 15
"""A fact is left out about once in so many times, where it may be unknown."""
_MOSTLY: Final = 4
"""What follows from other facts is left to follow about so many times as often as it is given."""
_MOST_RARE_FACTS: Final = 3
_NO_RARE_FACT: Final = 2
"""No rare fact (more) about so many times as often as one."""
_Node: TypeAlias = tuple[Any, str, int]


def _pick(draw: _Draw, values: Sequence[_T], lead: Sequence[_T] = ()) -> _T:
    """Draw one of the values, or of a few in the lead to which examples shrink."""
    weight = -(-_FEW // len(values)) if lead else 1
    last = len(lead) + weight * len(values) - 1
    index = draw(_UP_TO[last]) if last else 0
    return lead[index] if index < len(lead) else values[(index - len(lead)) % len(values)]


class _Draft:
    """A family in the making: what is drawn so far, and within which bounds the rest can lie."""

    def __init__(self, draw: _Draw, unknown: int | None) -> None:
        self.draw = draw
        self.unknown_left = LAST_DAY.toordinal() if unknown is None else unknown
        self.completing = False
        self.hidden: set[tuple[int, str]] = set()
        self.sponsor = SimpleNamespace(**_DEFAULT_SPONSOR)
        self.members: list[Any] = []
        self.case: Any = SimpleNamespace(sponsor=self.sponsor, members=self.members, decided_on=None)

    @classmethod
    def of(cls, draw: _Draw, case: Case) -> Self:
        """Take up a family as it is, to draw some of its facts."""
        draft = cls(draw, unknown=0)
        draft.completing = True
        vars(draft.sponsor).update({name: getattr(case.sponsor, name) for name in SPONSOR_FACTS})
        for member in case.members:
            draft.members.append(SimpleNamespace(**{name: getattr(member, name) for name in MEMBER_FACTS}))
        draft.case.decided_on = case.decided_on
        return draft

    def decide(self, decided_on: date | None) -> None:
        """Set the decision day, or draw it before there is anything that binds it."""
        if decided_on is not None:
            self.case.decided_on = decided_on
            return
        at = _pick(self.draw, _DECISION_DAYS)
        self.case.decided_on = self._unbound(self.case, "decided_on", at)
        if self.unknown_left and _pick(self.draw, (True, *[False] * _FEW)):
            self.hidden.add((id(self.case), "decided_on"))
            self.unknown_left -= 1

    def protect(self, statuses: tuple[Protection, ...]) -> None:
        """Draw the protection status; one that was asked for does not stay unknown."""
        lead = (None,) if self.unknown_left and len(statuses) > 1 else ()
        status = _pick(self.draw, statuses, lead)
        if status is None:
            self.hidden.add((id(self.sponsor), "protection"))
            self.unknown_left -= 1
        self.sponsor.protection = status or statuses[0]

    # -- bounds

    def before(self, owner: Any, name: str) -> Iterator[_Node]:
        """Give the dates that cannot lie after one, each with the days that must lie between."""
        if owner is self.case:
            people = ((self.sponsor, SPONSOR_FACTS), *((member, MEMBER_FACTS) for member in self.members))
            for person, facts in people:
                for other, told in facts.items():
                    if told.kind is Kind.DATE and not told.may_lie_ahead:
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
            if value is None and owner is not self.case:
                value = self.lowest(other, other_name)
            if isinstance(value, date) and (value != NEVER or owner is not self.case):
                bound = max(bound, value + timedelta(days=days))
        return bound

    def highest(self, owner: Any, name: str) -> date:
        """Give the latest day on which a date that is not known can lie."""
        bound = LAST_DAY
        for other, other_name, days in self.after(owner, name):
            value = getattr(other, other_name)
            if value is None:
                value = self.highest(other, other_name)
            if isinstance(value, date) and value != NEVER:
                bound = min(bound, value - timedelta(days=days))
        return bound

    # -- values

    def fill_sponsor(self) -> None:
        """Draw the facts of the sponsor."""
        for name in _SPONSOR_NAMES:
            if name not in _RARE_SPONSOR and name not in _INCOME and getattr(self.sponsor, name) in _NOT_DRAWN:
                self.fill(self.sponsor, name)
        if self.sponsor.means is ASSUMED:
            for name in _INCOME:
                self.fill(self.sponsor, name)
        self._fill_rare(self.sponsor, _RARE_SPONSOR)

    def add_member(self, relations: tuple[Relation, ...]) -> None:
        """Draw a member, with some weight on relations that fit the members so far, or a minor sponsor."""
        company = [other for member in self.members for other in _COMPANY[member.relation] if other in relations]
        if self.sponsor.unaccompanied_minor:
            company += [relation for relation in _MINORS_KIN if relation in relations]
        often = [relation for relation in relations if relation in _NAMED]
        relation = _pick(self.draw, (*relations, *often * 2, *(company * 24)[:24]))
        number = sum(member.relation is relation for member in self.members) + 1
        id_ = relation.value if number == 1 else f"{relation.value}_{number}"
        member = SimpleNamespace(**{**_DEFAULT_MEMBER, "id": id_, "relation": relation})
        self.members.append(member)
        for name in _NAMES_OF[relation]:
            if name not in _AT_THE_END and name not in _RARE_OF[relation]:
                self.fill(member, name)
        self._fill_rare(member, _RARE_OF[relation])

    def relate_members(self) -> None:
        """Draw the facts that refer to other members, or follow from the whole family."""
        for member in self.members:
            for name in _NAMES_OF[member.relation]:
                if name in _AT_THE_END:
                    self.fill(member, name)

    def _fill_rare(self, owner: Any, names: tuple[str, ...]) -> None:
        for _ in range(_MOST_RARE_FACTS):
            name = _pick(self.draw, ("",) * _NO_RARE_FACT * len(names) + names)
            if not name:
                return
            self.fill(owner, name)

    def fill(self, owner: Any, name: str) -> None:
        """Draw one fact; it may stay unknown as far as that is allowed."""
        told = self._told(owner, name)
        values = self._values(owner, name, told)
        lead: tuple[Any, ...] = ()
        if not told.has_assumption:
            lead = (None,) if self.unknown_left else ()
        elif _is_rare(told):
            values = (*values, None) if self.unknown_left else values
        elif self._can_be_assumed(owner, name):
            lead = (ASSUMED,) * (_MOSTLY * _FEW)
            values = (*values, None) if self.unknown_left else values
        elif self.unknown_left:
            lead = (None,)
        value = _pick(self.draw, values, lead) if values else ASSUMED
        if value is None:
            self.hidden.add((id(owner), name))
            self.unknown_left -= 1
            value = values[0]
        setattr(owner, name, self._day(owner, name, value) if told.kind is Kind.DATE else value)

    def _told(self, owner: Any, name: str) -> Fact:
        if owner is self.case:
            return CASE_FACTS[name]
        return SPONSOR_FACTS[name] if owner is self.sponsor else MEMBER_FACTS[name]

    def _values(self, owner: Any, name: str, told: Fact) -> tuple[Any, ...]:
        """Give the values that a fact can have beside those already drawn."""
        if told.kind is Kind.DATE:
            return self._days(owner, name)
        if told.kind is Kind.AMOUNT:
            return self._amounts()
        if told.kind is Kind.MEMBER:
            fitting = (m.id for m in self.members if m is not owner and m.relation in View.candidates(name))
            return (*tuple(fitting) * 3, *told.words.values())
        if name == "parentage":
            return self._with_plain(name, self._kinds_of_kin(owner))
        if name == "marriage_valid" and isinstance(owner.validated_on, date):
            return (True,)
        return self._with_plain(name, _YES_NO if told.choices is None else tuple(told.choices))

    def _with_plain(self, name: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
        if name == _MEANS and not self.completing:
            values = (*values, ASSUMED)
        plain = _PLAIN_VALUE.get(name)
        return (plain, plain, *values) if plain in values else values

    def _days(self, owner: Any, name: str) -> tuple[Any, ...]:
        if name == "validated_on" and owner.marriage_valid is False:
            return ()
        if owner is self.case:
            return _DECISION_DAYS
        return (_SPONSOR_DAYS if owner is self.sponsor else _MEMBER_DAYS)[name]

    def _kinds_of_kin(self, member: Any) -> tuple[Parentage, ...]:
        kinds = [kind for kind in Parentage if kind is not Parentage.HALF or member.relation is Relation.SIBLING]
        if not self._can_be_biological(member):
            kinds.remove(Parentage.BIOLOGICAL)
        return tuple(kinds)

    def _can_be_biological(self, member: Any) -> bool:
        if member.relation is Relation.CHILD:
            return self._in_order(self.sponsor, member)
        return member.relation is not Relation.PARENT or self._in_order(member, self.sponsor)

    def _in_order(self, first: Any, second: Any) -> bool:
        earliest = first.born_on or self.lowest(first, "born_on")
        latest = second.born_on or self.highest(second, "born_on")
        return bool(earliest < latest)

    def _can_be_assumed(self, owner: Any, name: str) -> bool:
        if name == _MEANS:
            return False
        if name == "parentage" and not self._can_be_biological(owner):
            return False
        was = getattr(owner, name)
        setattr(owner, name, ASSUMED)
        of_sponsor = owner is self.sponsor
        seen = View(self.case, owner).get(f"sponsor_{name}" if of_sponsor else name)
        setattr(owner, name, was)
        return not isinstance(seen, Unknown)

    def _amounts(self) -> tuple[Decimal, ...]:
        """Give incomes about the norm of the decision and of the half-year before."""
        decided_on = self.case.decided_on or _PLAIN_DECISION
        norms = (minimum_wage(decided_on), minimum_wage(decided_on + relativedelta(months=-6)))
        cent = Decimal("0.01")
        return (Decimal(3000), *(norm + change for norm in norms for change in (0, -cent, cent)), Decimal(0))

    def _day(self, owner: Any, name: str, value: Any) -> Any:
        """Find the day that was drawn, and keep it between the days that it cannot pass."""
        if not isinstance(value, _At):
            return value
        day = self._unbound(owner, name, value)
        lowest, highest = self.lowest(owner, name), self.highest(owner, name)
        return lowest if day < lowest else min(day, highest)

    def _unbound(self, owner: Any, name: str, at: _At) -> date:
        if at.boundary is not None:
            anchor = self._anchor(owner, at.boundary.anchor)
            if anchor is not None:
                return at.boundary.day(anchor) + timedelta(days=at.days)
        plain = self._plain(owner, name)
        return plain + timedelta(days=self.draw(_ANY_OFFSET)) if at.somewhere else plain

    def _anchor(self, owner: Any, anchor: str | date) -> date | None:
        if isinstance(anchor, date):
            return anchor
        if anchor == "decided_on":
            found = self.case.decided_on
        elif anchor.startswith("sponsor_"):
            found = getattr(self.sponsor, anchor.removeprefix("sponsor_"))
        elif anchor.startswith("other_"):
            days = (getattr(other, anchor.removeprefix("other_")) for other in self.members if other is not owner)
            found = next((day for day in days if isinstance(day, date)), None)
        else:
            found = getattr(owner, anchor, None)
        return found if isinstance(found, date) and found != NEVER else None

    def _plain(self, owner: Any, name: str) -> date:
        decided_on = self.case.decided_on or _PLAIN_DECISION
        if owner is self.case:
            return _PLAIN_DECISION
        if owner is self.sponsor:
            minor = name == "born_on" and self.sponsor.unaccompanied_minor
            years, month = _PLAIN_MINOR_SPONSOR if minor else _PLAIN_SPONSOR.get(name, _PLAIN_OTHER)
        elif name == "born_on":
            years, month = _PLAIN_AGE.get(owner.relation, _PLAIN_SPONSOR[name][0]), 1
        else:
            years, month = _PLAIN_MEMBER.get(name, _PLAIN_OTHER)
        return date(decided_on.year - years, month, 1)

    # -- what comes out

    def made(self) -> Case:
        """Make the family, without what is hidden."""
        sponsor = Sponsor(**self._facts(self.sponsor, _DEFAULT_SPONSOR))
        members = tuple(FamilyMember(**self._facts(member, _DEFAULT_MEMBER)) for member in self.members)
        hidden = (id(self.case), "decided_on") in self.hidden
        return Case(sponsor=sponsor, members=members, decided_on=None if hidden else self.case.decided_on)

    def _facts(self, owner: Any, names: Iterable[str]) -> dict[str, Any]:
        return {name: None if (id(owner), name) in self.hidden else getattr(owner, name) for name in names}


_NOT_DRAWN: Final = (None, ASSUMED)


# ---------------------------------------------------------------- the strategies


def families(
    *,
    protection: Protection | str | None = None,
    relations: Relation | str | Iterable[Relation | str] | None = None,
    min_members: int = 1,
    max_members: int = 3,
    unknown: int | None = None,
    decided_on: date | None = None,
) -> st.SearchStrategy[Case]:
    """Draw families: each a valid `Case`.

    Args:
        protection: The sponsor's protection status; None: either.
        relations: The relation or relations that members can have; None: all.
        min_members: The least number of members.
        max_members: The largest number of members.
        unknown: The largest number of facts that are unknown; 0: all that matters is known; None: any.
        decided_on: The decision day (D4); None: it is drawn, and may be unknown too.

    Returns:
        A strategy; its examples shrink to one member, round dates and few facts given.
    """
    statuses = tuple(Protection) if protection is None else (Protection(protection),)
    kin = _as_relations(relations)
    return _families(statuses, kin, min_members, max_members, unknown, decided_on)


def sponsors(
    *, protection: Protection | str | None = None, unknown: int | None = None, decided_on: date | None = None
) -> st.SearchStrategy[Sponsor]:
    """Draw sponsors.

    Args:
        protection: The protection status; None: either.
        unknown: The largest number of facts that are unknown; 0: all are known; None: any.
        decided_on: The decision day (D4) before which the facts lie; None: it is drawn.

    Returns:
        A strategy for `Sponsor`, valid in a case with that decision day.
    """
    return families(protection=protection, min_members=0, max_members=0, unknown=unknown, decided_on=decided_on).map(
        _sponsor_of
    )


def members(
    relation: Relation | str | None = None, *, unknown: int | None = None, decided_on: date | None = None
) -> st.SearchStrategy[FamilyMember]:
    """Draw single members, who refer to no other member.

    Args:
        relation: What the person is to the sponsor; None: anything.
        unknown: The largest number of facts that are unknown; 0: all that matters is known; None: any.
        decided_on: The decision day (D4) before which the facts lie; None: it is drawn.

    Returns:
        A strategy for `FamilyMember`. In a case of your own the sponsor's dates must fit: use `families`
        for members and sponsor that fit together.
    """
    return families(relations=relation, max_members=1, unknown=unknown, decided_on=decided_on).map(_only_member_of)


def completions(case: Case, facts: Iterable[str], *, member: str) -> st.SearchStrategy[Case]:
    """Draw families that agree with a family, and in which some of its unknown facts are known.

    Args:
        case: The family.
        facts: The names of unknown facts, as an outcome's ``missing`` gives them: ``"born_on"``,
            ``"sponsor.means"``, ``"mother.applied_on"``, ``"decided_on"``.
        member: The id of the member whose facts the bare names are.

    Returns:
        A strategy for `Case`: the same family with values for these facts.
    """
    return _completions(case, tuple(facts), member)


def _as_relations(relations: Relation | str | Iterable[Relation | str] | None) -> tuple[Relation, ...]:
    if relations is None:
        return _SIMPLEST_FIRST
    wanted = {Relation(relations)} if isinstance(relations, str) else set(map(Relation, relations))
    return tuple(relation for relation in _SIMPLEST_FIRST if relation in wanted)


def _sponsor_of(case: Case) -> Sponsor:
    return case.sponsor


def _only_member_of(case: Case) -> FamilyMember:
    return case.members[0]


@st.composite
def _families(
    draw: _Draw,
    statuses: tuple[Protection, ...],
    relations: tuple[Relation, ...],
    least: int,
    most: int,
    unknown: int | None,
    decided_on: date | None,
) -> Case:
    draft = _Draft(draw, unknown)
    draft.decide(decided_on)
    draft.protect(statuses)
    draft.fill_sponsor()
    while len(draft.members) < most and draw(_one_more(draft, relations, least, most)):
        pass
    draft.draw = draw
    draft.relate_members()
    return draft.made()


@st.composite
def _one_more(draw: _Draw, draft: _Draft, relations: tuple[Relation, ...], least: int, most: int) -> bool:
    """Draw one member, or that there is none any more: as one piece, so that shrinking can take it away."""
    number = len(draft.members)
    if not _pick(draw, (number < least, *[True] * (most - number))):
        return False
    draft.draw = draw
    draft.add_member(relations)
    return True


@st.composite
def _completions(draw: _Draw, case: Case, facts: tuple[str, ...], member: str) -> Case:
    draft = _Draft.of(draw, case)
    people = {"sponsor": draft.sponsor, **{person.id: person for person in draft.members}}
    wanted = set()
    for fact in facts:
        owner, _, name = fact.rpartition(".")
        wanted.add((owner or member, name))
    if (member, "decided_on") in wanted:
        draft.fill(draft.case, "decided_on")
    for owner, names in (("sponsor", _SPONSOR_NAMES), *((person.id, _MEMBER_NAMES) for person in draft.members)):
        for name in names:
            if (owner, name) in wanted:
                draft.fill(people[owner], name)
    return draft.made()
