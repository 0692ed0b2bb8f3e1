"""What cannot be: days in an impossible order, kin who cannot be kin, references to nobody; each as a fault."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import starmap
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

import attrs

from reunify.facts.choices import Parentage, Relation
from reunify.facts.kinds import ADDED, ASSUMED, RESERVED_IDS, Fact, FactKind
from reunify.facts.member import MEMBER_FACTS, REFERENCES, FamilyMember
from reunify.facts.span import Span, first_of, last_of
from reunify.facts.sponsor import SPONSOR_FACTS, Sponsor
from reunify.faults import Fault, FaultCode, did_you_mean
from reunify.terms import NEVER
from reunify.text import Text

if TYPE_CHECKING:
    from reunify.facts.case import Case

__all__ = [
    "BORN_FIRST",
    "HALF_ARE",
    "MEMBER_ORDER",
    "SPONSOR_ORDER",
    "UNION_FIRST",
    "Check",
    "beside_the_point",
    "checks_of",
    "contradictions",
]

SPONSOR_ORDER: Final = (
    ("born_on", "entered_eu_on"),
    ("born_on", "entered_on"),
    ("born_on", "asylum_applied_on"),
    ("born_on", "income_sufficient_since"),
    ("asylum_applied_on", "permit_notified_on"),
)
"""Pairs of days of the sponsor: the first cannot lie after the second."""
MEMBER_ORDER: Final = (
    ("born_on", "married_on"),
    ("sponsor_born_on", "married_on"),
    ("married_on", "validated_on"),
    ("born_on", "family_since"),
    ("sponsor_born_on", "family_since"),
    ("born_on", "applied_on"),
    ("born_on", "entered_on"),
    ("born_on", "asylum_applied_on"),
    ("entered_on", "asylum_applied_on"),
    ("applied_on", "mvv_granted_on"),
    ("applied_on", "first_refused_on"),
    ("born_on", "earlier_applied_on"),
)
"""The same of a member; ``sponsor_…`` is a day of the sponsor's."""
UNION_FIRST: Final = ("entered_eu_on", "entered_on")
"""Two days of the sponsor of which the first cannot lie after the second either: who is here is in the Union."""
BORN_FIRST: Final = {Relation.CHILD: ("sponsor_born_on", "born_on"), Relation.PARENT: ("born_on", "sponsor_born_on")}
"""Of parent and child by birth the day of birth of the former, which comes before that of the latter."""
HALF_ARE: Final = Relation.SIBLING
"""Who can be kin by one parent."""


_DAY: Final = (date, Span)
"""What a day is given as. Of days that are known in part only what no day of theirs can mend is a fault."""


def contradictions(case: Case) -> Iterator[Fault]:
    """Give what cannot be in a case: dates in an impossible order, references to nobody, doubled ids."""
    sponsor = case.sponsor
    yield from _out_of_order(sponsor, sponsor, _ORDER_OF_SPONSOR, "sponsor")
    yield from _after_decision(case, sponsor, _SPONSOR_PAST, "sponsor")
    yield from _in_the_union_later(sponsor)
    ids: dict[str, int] = {}
    for index, member in enumerate(case.members):
        path = f"members[{index}]"
        yield from _bad_id(member, path, ids)
        yield from _out_of_order(member, sponsor, _ORDER_OF_MEMBER, path)
        yield from _after_decision(case, member, _MEMBER_PAST, path)
        yield from _born_before_parent(member, sponsor, path)
        yield from _half(member, path)
        yield from _valid_after_all(member, path)
        yield from _bad_references(case, member, path)
        ids.setdefault(member.id, index)


def beside_the_point(case: Case) -> tuple[str, ...]:
    """Give the facts that are given of a person whom they cannot concern, such as a parent's consent of a spouse."""
    return tuple(
        f"{member.id}.{name}"
        for member in case.members
        for name, about in MEMBER_FACTS.items()
        if about.concerns and member.relation not in about.concerns and getattr(member, name) not in (None, ASSUMED)
    )


def _past_days(facts: Mapping[str, Fact]) -> tuple[str, ...]:
    return tuple(name for name, about in facts.items() if about.kind is FactKind.DATE and not about.may_lie_ahead)


_SPONSOR_PAST: Final = _past_days(SPONSOR_FACTS)
_MEMBER_PAST: Final = _past_days(MEMBER_FACTS)


@attrs.frozen(eq=False)
class _InOrder:
    """Two days of which the first cannot lie after the second, and what gives each of its owner."""

    first: str
    second: str
    of_sponsor: bool
    earlier: Callable[[Any], Any]
    later: Callable[[Any], Any]


def _order(pairs: Iterable[tuple[str, str]]) -> tuple[_InOrder, ...]:
    return tuple(
        _InOrder(
            first,
            second,
            first.startswith("sponsor_"),
            attrgetter(first.removeprefix("sponsor_")),
            attrgetter(second),
        )
        for first, second in pairs
    )


_ORDER_OF_SPONSOR: Final = _order(SPONSOR_ORDER)
_ORDER_OF_MEMBER: Final = _order(MEMBER_ORDER)


def _out_of_order(
    owner: Sponsor | FamilyMember, sponsor: Sponsor, order: Iterable[_InOrder], path: str
) -> Iterator[Fault]:
    for days in order:
        later = days.later(owner)
        if isinstance(later, _DAY):
            earlier = days.earlier(sponsor if days.of_sponsor else owner)
            if isinstance(earlier, _DAY) and last_of(later) < first_of(earlier):
                name = days.first.replace("sponsor_", "sponsor.")
                yield _order_fault(f"{path}.{days.second}", later, "before", name, earlier)


def _after_decision(case: Case, owner: Sponsor | FamilyMember, past: tuple[str, ...], path: str) -> Iterator[Fault]:
    if case.decided_on is None:
        return
    if owner.added:
        past += tuple(name for name in _past_days(ADDED[type(owner)]) if name in dict(owner.added))
    for name in past:
        day = getattr(owner, name)
        if isinstance(day, _DAY) and day != NEVER and first_of(day) > case.decided_on:
            yield _order_fault(f"{path}.{name}", day, "after", "decided_on", case.decided_on)


def _in_the_union_later(sponsor: Sponsor) -> Iterator[Fault]:
    entered_eu, entered = (getattr(sponsor, name) for name in UNION_FIRST)
    if isinstance(entered, _DAY) and isinstance(entered_eu, _DAY) and first_of(entered_eu) > last_of(entered):
        yield _order_fault("sponsor.entered_eu_on", entered_eu, "after", "entered_on", entered)


def _order_fault(path: str, day: date | Span, how: str, other: str, other_day: date | Span) -> Fault:
    how_nl = "vóór" if how == "before" else "na"
    en, nl = ("never", "nooit") if other_day == NEVER else (other_day, other_day)
    return Fault(
        path,
        Text(en=f"{day} lies {how} {other} {en}", nl=f"{day} ligt {how_nl} {other} {nl}"),
        FaultCode.IMPOSSIBLE_ORDER,
    )


def _bad_id(member: FamilyMember, path: str, ids: dict[str, int]) -> Iterator[Fault]:
    if member.id in ids:
        text = Text(en="{id!r} is also the id of members[{other}]", nl="{id!r} is ook de id van members[{other}]")
        yield Fault(f"{path}.id", text.format(id=member.id, other=ids[member.id]), FaultCode.REPEATED_ID)
    if member.id in RESERVED_IDS:
        text = Text(
            en="{id!r} has a meaning of its own here; give the person another name",
            nl="{id!r} heeft hier een eigen betekenis; geef de persoon een andere naam",
        )
        yield Fault(f"{path}.id", text.format(id=member.id), FaultCode.RESERVED_ID)


def _born_before_parent(member: FamilyMember, sponsor: Sponsor, path: str) -> Iterator[Fault]:
    # Of a parent it is taken that they are one by birth, where that is not said.
    by_birth = (Parentage.BIOLOGICAL, ASSUMED) if member.relation is Relation.PARENT else (Parentage.BIOLOGICAL,)
    own, of_sponsor = member.born_on, sponsor.born_on
    if own is None or of_sponsor is None or member.relation not in BORN_FIRST or member.parentage not in by_birth:
        return
    own_is_first = BORN_FIRST[member.relation][0] == "born_on"
    one, other = (own, of_sponsor) if own_is_first else (of_sponsor, own)
    if last_of(other) <= first_of(one):
        how = "after" if own_is_first else "before"
        yield _order_fault(f"{path}.born_on", own, how, "sponsor.born_on", of_sponsor)


def _half(member: FamilyMember, path: str) -> Iterator[Fault]:
    if member.parentage is Parentage.HALF and member.relation is not HALF_ARE:
        yield Fault(
            f"{path}.parentage",
            Text(en="'half' is for brothers and sisters only", nl="'half' is alleen voor broers en zussen"),
            FaultCode.CONTRADICTION,
        )


def _valid_after_all(member: FamilyMember, path: str) -> Iterator[Fault]:
    if member.marriage_valid is False and isinstance(member.validated_on, _DAY):
        yield Fault(
            f"{path}.validated_on",
            Text(
                en="a marriage that became valid has marriage_valid = true",
                nl="een huwelijk dat geldig werd heeft marriage_valid = true",
            ),
            FaultCode.CONTRADICTION,
        )


def _bad_references(case: Case, member: FamilyMember, path: str) -> Iterator[Fault]:
    for name, (relations, what) in REFERENCES.items():
        wanted = getattr(member, name)
        if wanted is None or wanted in MEMBER_FACTS[name].words:
            continue
        relation_of = {other.id: other.relation for other in case.members if other is not member}
        if wanted not in relation_of:
            fitting = [id_ for id_, relation in relation_of.items() if relation in relations]
            text = Text(en="there is no member {id!r}{hint}", nl="er is geen gezinslid {id!r}{hint}")
            hint = did_you_mean(wanted, fitting)
            yield Fault(f"{path}.{name}", text.format(id=wanted, hint=hint), FaultCode.UNKNOWN_MEMBER)
        elif relation_of[wanted] not in relations:
            text = Text(
                en="{id!r} is {relation} of the sponsor, and this must be {what}",
                nl="{id!r} is {relation} van de hoofdpersoon, en dit moet {what} zijn",
            )
            label = relation_of[wanted].label
            said = text.format(id=wanted, relation=label, what=what)
            yield Fault(f"{path}.{name}", said, FaultCode.WRONG_RELATION)


# ---------------------------------------------------------------- each by itself, for whom looks at all families at once


@attrs.frozen(eq=False)
class Check:
    """One thing that cannot be.

    Attributes:
        compares: The facts without which there is no fault, each with whose it is: ``""`` for the person who is
            looked at, ``"sponsor"`` or ``"case"``.
        faults: Gives the fault in a case, of a person.
    """

    compares: tuple[tuple[str, str], ...]
    faults: Callable[[Case, Any], Iterator[Fault]]


def _in_order(first: str, second: str) -> Check:
    whose = ("sponsor", first.removeprefix("sponsor_")) if first.startswith("sponsor_") else ("", first)
    order = _order(((first, second),))
    return Check((whose, ("", second)), lambda case, owner: _out_of_order(owner, case.sponsor, order, ""))


def _not_ahead(name: str) -> Check:
    return Check((("", name), ("case", "decided_on")), lambda case, owner: _after_decision(case, owner, (name,), ""))


_BOTH_BORN: Final = (("", "born_on"), ("sponsor", "born_on"))
_OF_SPONSOR: Final = (
    *starmap(_in_order, SPONSOR_ORDER),
    *map(_not_ahead, _SPONSOR_PAST),
    Check((("", "entered_on"), ("", "entered_eu_on")), lambda _, owner: _in_the_union_later(owner)),
)
_OF_MEMBER: Final = (
    *starmap(_in_order, MEMBER_ORDER),
    *map(_not_ahead, _MEMBER_PAST),
    Check(_BOTH_BORN, lambda case, owner: _born_before_parent(owner, case.sponsor, "")),
    Check((("", "parentage"),), lambda _, owner: _half(owner, "")),
    Check((("", "marriage_valid"), ("", "validated_on")), lambda _, owner: _valid_after_all(owner, "")),
)


def checks_of(cls: type[Sponsor | FamilyMember]) -> tuple[Check, ...]:
    """Give each thing that cannot be of the sponsor or of a member, those of added facts too; all but the ids.

    Args:
        cls: The class of the person.
    """
    own = _OF_SPONSOR if cls is Sponsor else _OF_MEMBER
    return (*own, *map(_not_ahead, _past_days(ADDED.get(cls, {}))))
