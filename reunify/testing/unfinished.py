"""A family in the making: each byte that was drawn tells one fact, between the bounds that earlier facts leave.

Which facts there are, and what values they take, is read from `reunify.facts`: a new yes-or-no or choice
there is drawn without an edit here. A date is drawn near the days on which a condition turns, as `bounds`
finds them. The byte 0 tells the simplest thing that can be said of a fact; and a member who does not matter
can be left out when an example shrinks, without a change to what the other bytes tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from types import SimpleNamespace
from typing import Any, Final, Self, TypeAlias, TypeVar, cast

import attrs
from dateutil.relativedelta import relativedelta

from reunify.facts import (
    ASSUMED,
    CASE_FACTS,
    FIRST_DAY,
    LAST_DAY,
    MEMBER_FACTS,
    MEMBER_ORDER,
    ORIGINS,
    SPONSOR_FACTS,
    Case,
    Consent,
    Fact,
    FactKind,
    FamilyMember,
    Housing,
    Parentage,
    Protection,
    Relation,
    Span,
    Sponsor,
    Unknown,
    View,
    parameters_of,
)
from reunify.rules.figures import minimum_wage
from reunify.ruleset import RuleSet
from reunify.terms import NEVER
from reunify.testing.bounds import OF_ANOTHER, SPONSOR_PAIRS, Boundary, Pairs, boundaries
from reunify.testing.in_part import KNOWN_PARTS
from reunify.testing.near import Near

_T = TypeVar("_T")
_Laws: TypeAlias = tuple[RuleSet, ...]


# ---------------------------------------------------------------- plain days and values

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
_MINORS_KIN: Final = frozenset({Relation.PARENT, Relation.SIBLING})
# The plain value of other facts, where that is not the first of the list; drawn a little more often.
_PLAIN_VALUE: Final[Mapping[str, Any]] = {
    "marriage_valid": True,
    "durable_relationship": True,
    "adoption_recognised": True,
    "lived_with_family": True,
    "means": True,
    "consent_other_parent": Consent.GIVEN,
    "parentage": Parentage.BIOLOGICAL,
    "housing": Housing.OWN,
}


@attrs.frozen
class _At:
    """A day to be found once it is drawn: at an offset from a boundary, or from the plain day of the fact."""

    boundary: Boundary | None = None
    days: int = 0
    somewhere: bool = False


_PLAIN: Final = _At()
_OFFSETS: Final = (0, -1, 1)


def _days_of(told: Fact, boundaries: Iterable[Boundary]) -> tuple[Any, ...]:
    """Give what a date can be: its plain day, words such as never, a day about a boundary, any day."""
    about = (_At(boundary, days) for boundary in boundaries for days in _OFFSETS)
    return (_PLAIN, *told.words.values(), *about, *[_PLAIN] * 4, *[_At(somewhere=True)] * 2)


# ---------------------------------------------------------------- the order in which facts are drawn

_INCOME: Final = tuple(name for name in SPONSOR_FACTS if name.startswith("income_"))
_FIRST_DATES: Final = ("permit_notified_on", "asylum_applied_on", "entered_on", "applied_on", "born_on", "married_on")
_MEANS: Final = "means"
_MINOR: Final = "unaccompanied_minor"
_WHOLE_FAMILY: Final = frozenset({"case", "member"})


def _needs(told: Fact) -> tuple[str, ...]:
    return parameters_of(told.assumed) if callable(told.assumed) else ()


def _is_rare(told: Fact) -> bool:
    return told.has_assumption and not callable(told.assumed)


def _of_whole_family(told: Fact) -> bool:
    return bool(_WHOLE_FAMILY & set(_needs(told)))


def _refers(told: Fact) -> bool:
    return told.kind is FactKind.MEMBER


def _in_order(facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """Put first what the dates lean on, then the dates, and last what is assumed from the whole family."""

    def rank(name: str) -> tuple[bool, bool, bool, bool, int]:
        told = facts[name]
        is_date = told.kind is FactKind.DATE
        early = _FIRST_DATES.index(name) if name in _FIRST_DATES else len(_FIRST_DATES)
        return _of_whole_family(told), told.kind is FactKind.MEMBER, is_date, is_date and _is_rare(told), early

    drawn = (name for name, told in facts.items() if told.kind is not FactKind.TEXT and not told.required)
    return tuple(sorted(drawn, key=rank))


SPONSOR_NAMES: Final = _in_order(SPONSOR_FACTS)
MEMBER_NAMES: Final = _in_order(MEMBER_FACTS)
_AT_THE_END: Final = frozenset(n for n, told in MEMBER_FACTS.items() if _refers(told) or _of_whole_family(told))
_NAMES_OF: Final = {
    relation: tuple(n for n in MEMBER_NAMES if not MEMBER_FACTS[n].concerns or relation in MEMBER_FACTS[n].concerns)
    for relation in Relation
}
_DEFAULT_SPONSOR: Final = {name: ASSUMED if told.has_assumption else None for name, told in SPONSOR_FACTS.items()}
_DEFAULT_MEMBER: Final = {name: ASSUMED if told.has_assumption else None for name, told in MEMBER_FACTS.items()}
_NAMED: Final = frozenset(relation for told in MEMBER_FACTS.values() for relation in told.concerns)


_DRAWN_IN_ORDER: Final = {
    name: place
    for place, name in enumerate(("decided_on", *(f"sponsor_{name}" for name in SPONSOR_NAMES), *MEMBER_NAMES))
}


def _is_known_before(name: str, boundary: Boundary) -> bool:
    """Say whether a date is drawn after those from which the boundary follows; other members come before."""
    places = (_DRAWN_IN_ORDER.get(anchor, -1) for anchor in boundary.anchors)
    return all(place < _DRAWN_IN_ORDER[name] for place in places)


@cache
def _days_about(name: str, laws: _Laws, *, drawing: bool) -> tuple[Any, ...]:
    """Give what a date can be, named as conditions name it; while a whole family is drawn, from what came before."""
    found = boundaries(name, laws)
    fitting = [boundary for boundary in found if not drawing or _is_known_before(name, boundary)]
    return _days_of(cast("Fact", ORIGINS[name].about), fitting)


@cache
def _days_near(close: Near, name: str, laws: _Laws) -> tuple[Any, ...]:
    """Give what a date can be about the boundaries of a condition: at an offset from what that also reads."""
    read = {*close.facts, *close.gates, *(f"{OF_ANOTHER}{fact}" for fact in close.facts)}
    known = [boundary for boundary in boundaries(name, laws) if _is_known_before(name, boundary)]
    fitting = [boundary for boundary in known if boundary.anchors and read.issuperset(boundary.anchors)]
    fixed = [boundary for boundary in known if not boundary.anchors]
    return _days_of(cast("Fact", ORIGINS[name].about), [*fitting * 4, *fixed])


def _company(one: Relation, other: Relation) -> bool:
    """Say whether a member of one relation can refer to one of the other, or the reverse."""
    references = [(told.concerns, View.candidates(name)) for name, told in MEMBER_FACTS.items() if _refers(told)]
    return any((one in who and other in whom) or (other in who and one in whom) for who, whom in references)


_COMPANY: Final = {one: frozenset(other for other in Relation if _company(one, other)) for one in Relation}
_GROUPS: Final = tuple(dict.fromkeys(frozenset({one}) | _COMPANY[one] for one in Relation if _COMPANY[one]))
"""The relations that can occur together, because one can refer to the other."""


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


# ---------------------------------------------------------------- what the bytes tell

DAY: Final = "decided_on"
_RELATION: Final = "relation"
_HIGHEST: Final = 255
_HALF: Final = 128
_FEW: Final = 16
"""A fact is left out about once in so many times, where it may be unknown."""
_MOSTLY: Final = 200
"""Of the 256 values of a byte, those by which a fact that follows from others is left to follow."""
_NEARLY_ALWAYS: Final = 244
"""Those by which what is rarely otherwise is left to be assumed."""
_QUITE_OFTEN: Final = 224
"""The same, for what concerns a few relations only."""
_COARSE: Final = 11
"""Days, to reach about four years to both sides with one byte."""
_Places: TypeAlias = Mapping[str, int]
_END: Final = ""


def _places(names: Iterable[str], facts: Mapping[str, Fact]) -> dict[str, int]:
    """Give each fact its byte; a date has a second one, for how far it lies from where it would be."""
    found, place = {}, 0
    for name in names:
        found[name] = place
        place += 2 if name in facts and facts[name].kind is FactKind.DATE else 1
    return {**found, _END: place}


def _in_part_places(places: _Places, facts: Mapping[str, Fact]) -> dict[str, int]:
    """Give each date one more byte, behind all others: what is known of the day."""
    dates = [name for name in places if name in facts and facts[name].kind is FactKind.DATE and not facts[name].exact]
    return {**{name: places[_END] + number for number, name in enumerate(dates)}, _END: places[_END] + len(dates)}


_WHERE: Final = "where"
_VARIES: Final = "varies"
_HOW_OFTEN: Final = ((_HALF, 0), (_HALF, _HIGHEST), (_HIGHEST, 0), (_HIGHEST, _HIGHEST))
"""How much of what a condition reads, and of what leads to it, varies in one family: it can take one fact
to turn it, or all of them."""
_HEAD: Final = _places((DAY, _WHERE, _VARIES, *SPONSOR_NAMES), {**CASE_FACTS, **SPONSOR_FACTS})
_ONES: Final = {relation: _places((_RELATION, *_NAMES_OF[relation]), MEMBER_FACTS) for relation in Relation}
_HEAD_IN_PART: Final = _in_part_places(_HEAD, SPONSOR_FACTS)
_ONES_IN_PART: Final = {relation: _in_part_places(places, MEMBER_FACTS) for relation, places in _ONES.items()}


def bytes_for(relations: Iterable[Relation], *, in_part: bool = False) -> int:
    """Give the number of bytes that tell the sponsor, or a member of any of these relations.

    Args:
        relations: The relations.
        in_part: Whether they also tell which days are known in part.
    """
    head, ones = (_HEAD_IN_PART, _ONES_IN_PART) if in_part else (_HEAD, _ONES)
    return max(places[_END] for places in (head, *(ones[relation] for relation in relations)))


def _told_by(number: int, values: Sequence[_T], lead: Sequence[_T], share: int) -> _T:
    """Give the value that a byte tells: the lead for 0 and for a share of all, else one of the values."""
    if lead and (number == 0 or number > _HIGHEST - share):
        return lead[0]
    return values[max(number - 1, 0) % len(values)]


# ---------------------------------------------------------------- drawing

_YES_NO: Final = (False, True)
_Node: TypeAlias = tuple[Any, str, int]


class Unfinished:
    """A family in the making: what is drawn so far, and within which bounds the rest can lie."""

    def __init__(self, laws: tuple[RuleSet, ...], unknown: int | None, in_part: int | None = 0) -> None:
        """Begin a family.

        Args:
            laws: The laws about whose boundaries the days lie.
            unknown: The largest number of facts that are unknown; None: any.
            in_part: The largest number of days that are known in part; None: any.
        """
        self.laws = laws
        self.unknown_left = LAST_DAY.toordinal() if unknown is None else unknown
        self.any_unknown = unknown is None
        self.in_part_left = LAST_DAY.toordinal() if in_part is None else in_part
        self.near: Near | None = None
        self.facts_vary = self.gates_vary = 0
        self.completing = False
        self.hidden: set[tuple[int, str]] = set()
        self.sponsor = SimpleNamespace(**_DEFAULT_SPONSOR)
        self.members: list[Any] = []
        self.case: Any = SimpleNamespace(sponsor=self.sponsor, members=self.members, decided_on=None)
        self.drawn: dict[int, tuple[bytes, _Places]] = {}
        self.of_minor = False

    @classmethod
    def of(cls, case: Case, laws: tuple[RuleSet, ...]) -> Self:
        """Take up a family as it is, to draw some of its facts."""
        family = cls(laws, unknown=0)
        family.completing = True
        vars(family.sponsor).update({name: getattr(case.sponsor, name) for name in SPONSOR_FACTS})
        for member in case.members:
            family.members.append(SimpleNamespace(**{name: getattr(member, name) for name in MEMBER_FACTS}))
        family.case.decided_on = case.decided_on
        return family

    def number(self, owner: Any, name: str, further: int = 0) -> int:
        """Give the byte that was drawn for a fact."""
        drawn, places = self.drawn[id(owner)]
        return drawn[places[name] + further]

    def approach(self, head: bytes, places: tuple[Near, ...]) -> None:
        """Choose one of the places where a condition is asked, and how much of what it reads will vary."""
        self.near = places[head[_HEAD[_WHERE]] % len(places)]
        self.facts_vary, self.gates_vary = _HOW_OFTEN[head[_HEAD[_VARIES]] % len(_HOW_OFTEN)]
        # Where only a minor's family is asked, the sponsor is a minor.
        self.of_minor = self.near.relations.issubset(_MINORS_KIN)

    def begin(self, head: bytes, statuses: tuple[Protection, ...], decided_on: date | None) -> None:
        """Take up what was drawn for the sponsor; the decision day comes first, before anything binds it."""
        self.drawn[id(self.case)] = self.drawn[id(self.sponsor)] = head, _HEAD
        if decided_on is None:
            self.fill(self.case, DAY)
        else:
            self.case.decided_on = decided_on
        # A status that was asked for does not stay unknown.
        first, *others = statuses
        lead = (None,) if self.unknown_left and others else ()
        status = _told_by(self.number(self.sponsor, "protection"), statuses, lead, _FEW)
        if status is None:
            self._hide(self.sponsor, "protection")
        self.sponsor.protection = status or first

    # -- bounds

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
            if isinstance(value, date) and value != NEVER:
                bound = min(bound, value - timedelta(days=days))
        return bound

    # -- values

    def fill_sponsor(self) -> None:
        """Draw the facts of the sponsor."""
        for name in SPONSOR_NAMES:
            if name not in _INCOME and getattr(self.sponsor, name) in _NOT_DRAWN:
                self.fill(self.sponsor, name)
        if self.sponsor.means is ASSUMED:
            for name in _INCOME:
                self.fill(self.sponsor, name)

    def add_member(self, drawn: bytes, relations: tuple[Relation, ...]) -> None:
        """Draw a member, with some weight on relations that can refer to one another, or fit a minor sponsor."""
        relation = self._relation(drawn[0], relations)
        number = sum(member.relation is relation for member in self.members) + 1
        id_ = relation.value if number == 1 else f"{relation.value}_{number}"
        member = SimpleNamespace(**{**_DEFAULT_MEMBER, "id": id_, "relation": relation})
        self.members.append(member)
        self.drawn[id(member)] = drawn, _ONES[relation]
        for name in _NAMES_OF[relation]:
            if name not in _AT_THE_END:
                self.fill(member, name)

    def _relation(self, number: int, relations: tuple[Relation, ...]) -> Relation:
        """Find a relation by its byte, and not by the members so far: any of them can be left out."""
        asked = relations
        company = frozenset(relations)
        if self.near is not None:
            asked = tuple(relation for relation in relations if relation in self.near.relations) or relations
            company &= frozenset().union(*(_COMPANY[relation] for relation in asked))
        elif self.sponsor.unaccompanied_minor:
            company &= _MINORS_KIN
        else:
            company &= _GROUPS[self.number(self.sponsor, _WHERE) % len(_GROUPS)]
        values = (*asked, *[relation for relation in asked if relation in _NAMED] * 2)
        found = values[number % len(values)]
        if number < _HALF or found in company or not company:
            return found
        fitting = [relation for relation in relations if relation in company]
        return fitting[number % len(fitting)]

    def relate_members(self) -> None:
        """Draw the facts that refer to other members, or follow from the whole family."""
        for member in self.members:
            for name in _NAMES_OF[member.relation]:
                if name in _AT_THE_END:
                    self.fill(member, name)

    def fill(self, owner: Any, name: str) -> None:
        """Draw one fact; it may stay unknown as far as that is allowed."""
        told = self._told(owner, name)
        number = self.number(owner, name)
        if isinstance(getattr(owner, name), Span):
            self._make_exact(owner, name, number)
            return
        values = self._values(owner, name, told)
        lead, share = self._lead(owner, name, told)
        if self.near is not None:
            number, share = self._nearer(self.near, self._as_read(owner, name), number, share)
            if _is_rare(told) and self._as_read(owner, name) in self.near.gates:
                # Where what leads to the condition varies at all, it opens what is rarely open.
                values = tuple(value for value in values if value != told.assumed) or values
        elif told.has_assumption and self.unknown_left:
            values = (*values, None)
        value = _told_by(number, values, lead, share) if values else ASSUMED
        if value is None:
            self._hide(owner, name)
            value = values[0]
        setattr(owner, name, self._day(owner, name, value) if told.kind is FactKind.DATE else value)

    def _make_exact(self, owner: Any, name: str, number: int) -> None:
        """Draw one of the days of a date that is known in part: an end, one about a boundary, or any."""
        first, last = self.earliest(owner, name), self.latest(owner, name)
        about = tuple(at for at in self._days(owner, name) if isinstance(at, _At) and at.boundary is not None)
        at = _told_by(number, (None, *about), (), 0)
        far = (last - first).days * self.number(owner, name, 1) // _HIGHEST
        day = first + timedelta(days=far) if at is None else self._unbound(owner, name, at)
        setattr(owner, name, max(first, min(day, last)))

    def _hide(self, owner: Any, name: str) -> None:
        self.hidden.add((id(owner), name))
        self.unknown_left -= 1

    def _lead(self, owner: Any, name: str, told: Fact) -> tuple[tuple[Any, ...], int]:
        """Give the simplest that can be said of a fact, to which examples shrink, and how often it is said."""
        unknown = ((None,), _FEW) if self.unknown_left else ((), 0)
        if not told.has_assumption:
            return unknown
        if _is_rare(told):
            return (ASSUMED,), _QUITE_OFTEN if told.concerns else _NEARLY_ALWAYS
        if name == "parentage" and not self._can_be_biological(owner):
            return unknown
        if self._can_be_assumed(owner, name):
            return (ASSUMED,), _MOSTLY
        return ((ASSUMED,), _FEW) if self.any_unknown else unknown

    def _nearer(self, close: Near, name: str, number: int, share: int) -> tuple[int, int]:
        """Let what the condition reads vary, and in some families what leads to it; the rest hardly ever."""
        is_close = name in close.facts or name in close.gates
        varies = self.facts_vary if name in close.facts else self.gates_vary if is_close else _FEW
        plain = 0 if share > _FEW else 1
        return number if number < varies else plain, 0 if is_close else share

    def _as_read(self, owner: Any, name: str) -> str:
        return f"sponsor_{name}" if owner is self.sponsor else name

    def _told(self, owner: Any, name: str) -> Fact:
        if owner is self.case:
            return CASE_FACTS[name]
        return SPONSOR_FACTS[name] if owner is self.sponsor else MEMBER_FACTS[name]

    def _values(self, owner: Any, name: str, told: Fact) -> tuple[Any, ...]:
        """Give the values that a fact can have beside those already drawn, the plain one first."""
        if told.kind is FactKind.DATE:
            return self._days(owner, name)
        if told.kind is FactKind.AMOUNT:
            return self._amounts()
        if told.kind is FactKind.MEMBER:
            fitting = tuple(m.id for m in self.members if m is not owner and m.relation in View.candidates(name))
            return (*fitting, *told.words.values(), *fitting * 2)
        values = self._kinds_of_kin(owner) if name == "parentage" else tuple(told.choices or _YES_NO)
        if name == "marriage_valid" and isinstance(owner.validated_on, date):
            values = (True,)
        if name == _MEANS and not self.completing:
            values = (*values, ASSUMED)
        plain = True if name == _MINOR and self.of_minor else _PLAIN_VALUE.get(name)
        if name == "dependent":
            plain = owner.relation is Relation.SIBLING
        if plain not in values:
            return values
        again = () if self.near else (plain,)
        return (plain, *(value for value in values if value != plain), *again)

    def _days(self, owner: Any, name: str) -> tuple[Any, ...]:
        if name == "validated_on" and owner.marriage_valid is False:
            return ()
        read = self._as_read(owner, name)
        if self.near is not None and read in self.near.facts | self.near.gates:
            return _days_near(self.near, read, self.laws)
        return _days_about(read, self.laws, drawing=not self.completing)

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
        return self.earliest(first, "born_on") < self.latest(second, "born_on")

    def _can_be_assumed(self, owner: Any, name: str) -> bool:
        if name == _MEANS:
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
            anchors = [self._anchor(owner, name) for name in at.boundary.anchors]
            day = at.boundary.day(*anchors) if None not in anchors else None
            if day is not None:
                return day + timedelta(days=at.days)
        plain = self._plain(owner, name)
        if not at.somewhere:
            return plain
        far = self.number(owner, name, 1)
        return plain + timedelta(days=_COARSE * (far // 2 if far % 2 else -(far // 2)))

    def _anchor(self, owner: Any, anchor: str) -> date | None:
        if anchor == "decided_on":
            found = self.case.decided_on
        elif anchor.startswith("sponsor_"):
            found = getattr(self.sponsor, anchor.removeprefix("sponsor_"))
        elif anchor.startswith(OF_ANOTHER):
            days = (getattr(other, anchor.removeprefix(OF_ANOTHER)) for other in self.members if other is not owner)
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

    def know_in_part(self) -> None:
        """Put in the place of some days, once all are drawn, what is known of them."""
        people = [(self.sponsor, SPONSOR_FACTS, _HEAD_IN_PART)]
        people += [(member, MEMBER_FACTS, _ONES_IN_PART[member.relation]) for member in self.members]
        for person, facts, places in people:
            drawn, _ = self.drawn[id(person)]
            for name, place in places.items():
                day = getattr(person, name, None)
                known = name and not ((id(person), name) in self.hidden or day in facts[name].words.values())
                if known and isinstance(day, date) and self.in_part_left:
                    part = _told_by(drawn[place], (None, *KNOWN_PARTS), (None,), _MOSTLY)
                    if part is not None:
                        setattr(person, name, part(day))
                        self.in_part_left -= 1

    def made(self) -> Case:
        """Make the family, without what is hidden."""
        sponsor = Sponsor(**self._facts(self.sponsor, _DEFAULT_SPONSOR))
        members = tuple(FamilyMember(**self._facts(member, _DEFAULT_MEMBER)) for member in self.members)
        hidden = (id(self.case), "decided_on") in self.hidden
        return Case(sponsor=sponsor, members=members, decided_on=None if hidden else self.case.decided_on)

    def _facts(self, owner: Any, names: Iterable[str]) -> dict[str, Any]:
        return {name: None if (id(owner), name) in self.hidden else getattr(owner, name) for name in names}


_NOT_DRAWN: Final = (None, ASSUMED)
