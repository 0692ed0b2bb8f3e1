"""A family in the making: each byte that was drawn tells one fact, between the bounds that earlier facts leave.

Which facts there are, and what values they take, is read from `reunify.facts`: a new yes-or-no or choice
there is drawn without an edit here. A date is drawn near the days on which a condition turns, as `bounds`
finds them. The byte 0 tells the simplest thing that can be said of a fact; and a member who does not matter
can be left out when an example shrinks, without a change to what the other bytes tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, Final, Self

from dateutil.relativedelta import relativedelta

from reunify.facts import (
    ASSUMED,
    CASE_FACTS,
    LAST_DAY,
    MEMBER_FACTS,
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
)
from reunify.rules.figures import minimum_wage
from reunify.ruleset import RuleSet
from reunify.terms import comes_ever
from reunify.testing._draft import Draft
from reunify.testing._drawn_bytes import (
    AT_THE_END,
    DAY,
    FEW,
    HALF,
    HEAD,
    HEAD_IN_PART,
    HIGHEST,
    HOW_OFTEN,
    INCOME,
    MEMBER_NAMES,
    MOSTLY,
    NAMES_OF,
    NEARLY_ALWAYS,
    ONES,
    ONES_IN_PART,
    QUITE_OFTEN,
    RELATIONS,
    SPONSOR_NAMES,
    VARIES,
    WHERE,
    Places,
    bytes_for,
    is_rare,
    refers,
    told_by,
)
from reunify.testing._drawn_days import At, days_about, days_near
from reunify.testing.bounds import OF_ANOTHER
from reunify.testing.in_part import KNOWN_PARTS
from reunify.testing.near import Near

__all__ = ["DAY", "MEMBER_NAMES", "RELATIONS", "SPONSOR_NAMES", "Unfinished", "bytes_for"]

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
    "lawful_since": (3, 1),
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
_MEANS: Final = "means"
_MINOR: Final = "unaccompanied_minor"
_COARSE: Final = 11
"""Days, to reach about four years to both sides with one byte."""
# As they were when this was read: facts that are added later are not drawn.
_DEFAULT_SPONSOR: Final = {name: told.left_out for name, told in SPONSOR_FACTS.items()}
_DEFAULT_MEMBER: Final = {name: told.left_out for name, told in MEMBER_FACTS.items()}
_NAMED: Final = frozenset(relation for told in MEMBER_FACTS.values() for relation in told.concerns)
_YES_NO: Final = (False, True)
_NOT_DRAWN: Final = (None, ASSUMED)


def _company(one: Relation, other: Relation) -> bool:
    """Say whether a member of one relation can refer to one of the other, or the reverse."""
    references = [(told.concerns, View.candidates(name)) for name, told in MEMBER_FACTS.items() if refers(told)]
    return any((one in who and other in whom) or (other in who and one in whom) for who, whom in references)


_COMPANY: Final = {one: frozenset(other for other in Relation if _company(one, other)) for one in Relation}
_GROUPS: Final = tuple(dict.fromkeys(frozenset({one}) | _COMPANY[one] for one in Relation if _COMPANY[one]))
"""The relations that can occur together, because one can refer to the other."""


class Unfinished(Draft):
    """A family in the making: what is drawn so far, and within which bounds the rest can lie."""

    def __init__(self, laws: tuple[RuleSet, ...], unknown: int | None, in_part: int | None = 0) -> None:
        """Begin a family.

        Args:
            laws: The laws about whose boundaries the days lie.
            unknown: The largest number of facts that are unknown; None: any.
            in_part: The largest number of days that are known in part; None: any.
        """
        super().__init__()
        self.laws = laws
        self.unknown_left: int = LAST_DAY.toordinal() if unknown is None else unknown
        self.any_unknown: bool = unknown is None
        self.in_part_left: int = LAST_DAY.toordinal() if in_part is None else in_part
        self.near: Near | None = None
        self.facts_vary: int = 0
        self.gates_vary: int = 0
        self.completing = False
        self.hidden: set[tuple[int, str]] = set()
        self.drawn: dict[int, tuple[bytes, Places]] = {}
        self.of_minor: bool = False

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
        self.near = places[head[HEAD[WHERE]] % len(places)]
        self.facts_vary, self.gates_vary = HOW_OFTEN[head[HEAD[VARIES]] % len(HOW_OFTEN)]
        # Where only a minor's family is asked, the sponsor is a minor.
        self.of_minor = self.near.relations.issubset(_MINORS_KIN)

    def begin(self, head: bytes, statuses: tuple[Protection, ...], decided_on: date | None) -> None:
        """Take up what was drawn for the sponsor; the decision day comes first, before anything binds it."""
        self.drawn[id(self.case)] = self.drawn[id(self.sponsor)] = head, HEAD
        if decided_on is None:
            self.fill(self.case, DAY)
        else:
            self.case.decided_on = decided_on
        # A status that was asked for does not stay unknown.
        first, *others = statuses
        lead = (None,) if self.unknown_left and others else ()
        status = told_by(self.number(self.sponsor, "protection"), statuses, lead, FEW)
        if status is None:
            self._hide(self.sponsor, "protection")
        self.sponsor.protection = status or first

    # -- values

    def fill_sponsor(self) -> None:
        """Draw the facts of the sponsor."""
        for name in SPONSOR_NAMES:
            if name not in INCOME and getattr(self.sponsor, name) in _NOT_DRAWN:
                self.fill(self.sponsor, name)
        if self.sponsor.means is ASSUMED:
            for name in INCOME:
                self.fill(self.sponsor, name)

    def add_member(self, drawn: bytes, relations: tuple[Relation, ...]) -> None:
        """Draw a member, with some weight on relations that can refer to one another, or fit a minor sponsor."""
        relation = self._relation(drawn[0], relations)
        number = sum(member.relation is relation for member in self.members) + 1
        id_ = relation.value if number == 1 else f"{relation.value}_{number}"
        member = SimpleNamespace(**{**_DEFAULT_MEMBER, "id": id_, "relation": relation})
        self.members.append(member)
        self.drawn[id(member)] = drawn, ONES[relation]
        for name in NAMES_OF[relation]:
            if name not in AT_THE_END:
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
            company &= _GROUPS[self.number(self.sponsor, WHERE) % len(_GROUPS)]
        values = (*asked, *[relation for relation in asked if relation in _NAMED] * 2)
        found = values[number % len(values)]
        if number < HALF or found in company or not company:
            return found
        fitting = [relation for relation in relations if relation in company]
        return fitting[number % len(fitting)]

    def relate_members(self) -> None:
        """Draw the facts that refer to other members, or follow from the whole family."""
        for member in self.members:
            for name in NAMES_OF[member.relation]:
                if name in AT_THE_END:
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
            if is_rare(told) and self._as_read(owner, name) in self.near.gates:
                # Where what leads to the condition varies at all, it opens what is rarely open.
                values = tuple(value for value in values if value != told.assumed) or values
        elif told.has_assumption and self.unknown_left:
            values = (*values, None)
        value = told_by(number, values, lead, share) if values else ASSUMED
        if value is None:
            self._hide(owner, name)
            value = values[0]
        setattr(owner, name, self._day(owner, name, value) if told.kind is FactKind.DATE else value)

    def _make_exact(self, owner: Any, name: str, number: int) -> None:
        """Draw one of the days of a date that is known in part: an end, one about a boundary, or any."""
        first, last = self.earliest(owner, name), self.latest(owner, name)
        about = tuple(at for at in self._days(owner, name) if isinstance(at, At) and at.boundary is not None)
        at = told_by(number, (None, *about), (), 0)
        far = (last - first).days * self.number(owner, name, 1) // HIGHEST
        day = first + timedelta(days=far) if at is None else self._unbound(owner, name, at)
        setattr(owner, name, max(first, min(day, last)))

    def _hide(self, owner: Any, name: str) -> None:
        self.hidden.add((id(owner), name))
        self.unknown_left -= 1

    def _lead(self, owner: Any, name: str, told: Fact) -> tuple[tuple[Any, ...], int]:
        """Give the simplest that can be said of a fact, to which examples shrink, and how often it is said."""
        unknown = ((None,), FEW) if self.unknown_left else ((), 0)
        if not told.has_assumption:
            return unknown
        if is_rare(told):
            return (ASSUMED,), QUITE_OFTEN if told.concerns else NEARLY_ALWAYS
        if name == "parentage" and not self._can_be_biological(owner):
            return unknown
        if self._can_be_assumed(owner, name):
            return (ASSUMED,), MOSTLY
        return ((ASSUMED,), FEW) if self.any_unknown else unknown

    def _nearer(self, close: Near, name: str, number: int, share: int) -> tuple[int, int]:
        """Let what the condition reads vary, and in some families what leads to it; the rest hardly ever."""
        is_close = name in close.facts or name in close.gates
        varies = self.facts_vary if name in close.facts else self.gates_vary if is_close else FEW
        plain = 0 if share > FEW else 1
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
            return days_near(self.near, read, self.laws)
        return days_about(read, self.laws, drawing=not self.completing)

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
        if not isinstance(value, At):
            return value
        day = self._unbound(owner, name, value)
        lowest, highest = self.lowest(owner, name), self.highest(owner, name)
        return lowest if day < lowest else min(day, highest)

    def _unbound(self, owner: Any, name: str, at: At) -> date:
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
        return found if comes_ever(found) else None

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
        people = [(self.sponsor, SPONSOR_FACTS, HEAD_IN_PART)]
        people += [(member, MEMBER_FACTS, ONES_IN_PART[member.relation]) for member in self.members]
        for person, facts, places in people:
            drawn, _ = self.drawn[id(person)]
            for name, place in places.items():
                day = getattr(person, name, None)
                known = name and not ((id(person), name) in self.hidden or day in facts[name].words.values())
                if known and isinstance(day, date) and self.in_part_left:
                    part = told_by(drawn[place], (None, *KNOWN_PARTS), (None,), MOSTLY)
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
