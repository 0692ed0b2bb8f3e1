"""What cannot be: days in an impossible order, kin who cannot be kin, references to nobody; each as a fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from reunify.facts.choices import Parentage, Relation
from reunify.facts.kinds import ASSUMED, RESERVED_IDS, Fact, FactKind
from reunify.facts.member import MEMBER_FACTS, REFERENCES, FamilyMember
from reunify.facts.sponsor import SPONSOR_FACTS, Sponsor
from reunify.faults import Fault, did_you_mean
from reunify.terms import NEVER
from reunify.text import Text

if TYPE_CHECKING:
    from reunify.facts.case import Case

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


def contradictions(case: Case) -> Iterator[Fault]:
    """Give what cannot be in a case: dates in an impossible order, references to nobody, doubled ids."""
    sponsor = case.sponsor
    yield from _out_of_order(sponsor, sponsor, SPONSOR_ORDER, "sponsor")
    yield from _after_decision(case, sponsor, _SPONSOR_PAST, "sponsor")
    entered, entered_eu = sponsor.entered_on, sponsor.entered_eu_on
    if isinstance(entered, date) and isinstance(entered_eu, date) and entered_eu > entered:
        yield _order_fault("sponsor.entered_eu_on", entered_eu, "after", "entered_on", entered)
    ids: dict[str, int] = {}
    for index, member in enumerate(case.members):
        path = f"members[{index}]"
        yield from _bad_id(member, path, ids)
        yield from _out_of_order(member, sponsor, MEMBER_ORDER, path)
        yield from _after_decision(case, member, _MEMBER_PAST, path)
        yield from _impossible_kin(member, sponsor, path)
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


def _out_of_order(
    owner: Sponsor | FamilyMember, sponsor: Sponsor, order: tuple[tuple[str, str], ...], path: str
) -> Iterator[Fault]:
    for first, second in order:
        later = getattr(owner, second)
        if isinstance(later, date):
            of_sponsor = first.startswith("sponsor_")
            earlier = getattr(sponsor, first.removeprefix("sponsor_")) if of_sponsor else getattr(owner, first)
            if isinstance(earlier, date) and later < earlier:
                yield _order_fault(f"{path}.{second}", later, "before", first.replace("sponsor_", "sponsor."), earlier)


def _after_decision(case: Case, owner: Sponsor | FamilyMember, past: tuple[str, ...], path: str) -> Iterator[Fault]:
    if case.decided_on is None:
        return
    for name in past:
        day = getattr(owner, name)
        if isinstance(day, date) and day != NEVER and day > case.decided_on:
            yield _order_fault(f"{path}.{name}", day, "after", "decided_on", case.decided_on)


def _order_fault(path: str, day: date, how: str, other: str, other_day: date) -> Fault:
    how_nl = "vóór" if how == "before" else "na"
    en, nl = ("never", "nooit") if other_day == NEVER else (other_day, other_day)
    return Fault(path, Text(en=f"{day} lies {how} {other} {en}", nl=f"{day} ligt {how_nl} {other} {nl}"))


def _bad_id(member: FamilyMember, path: str, ids: dict[str, int]) -> Iterator[Fault]:
    if member.id in ids:
        text = Text(en="{id!r} is also the id of members[{other}]", nl="{id!r} is ook de id van members[{other}]")
        yield Fault(f"{path}.id", text.format(id=member.id, other=ids[member.id]))
    if member.id in RESERVED_IDS:
        text = Text(
            en="{id!r} has a meaning of its own here; give the person another name",
            nl="{id!r} heeft hier een eigen betekenis; geef de persoon een andere naam",
        )
        yield Fault(f"{path}.id", text.format(id=member.id))


def _impossible_kin(member: FamilyMember, sponsor: Sponsor, path: str) -> Iterator[Fault]:
    born, other = member.born_on, sponsor.born_on
    if born is not None and other is not None:
        if member.relation is Relation.CHILD and member.parentage is Parentage.BIOLOGICAL and born <= other:
            yield _order_fault(f"{path}.born_on", born, "before", "sponsor.born_on", other)
        is_parent = member.relation is Relation.PARENT and member.parentage in (Parentage.BIOLOGICAL, ASSUMED)
        if is_parent and born >= other:
            yield _order_fault(f"{path}.born_on", born, "after", "sponsor.born_on", other)
    if member.parentage is Parentage.HALF and member.relation is not Relation.SIBLING:
        yield Fault(
            f"{path}.parentage",
            Text(en="'half' is for brothers and sisters only", nl="'half' is alleen voor broers en zussen"),
        )
    if member.marriage_valid is False and isinstance(member.validated_on, date):
        yield Fault(
            f"{path}.validated_on",
            Text(
                en="a marriage that became valid has marriage_valid = true",
                nl="een huwelijk dat geldig werd heeft marriage_valid = true",
            ),
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
            yield Fault(f"{path}.{name}", text.format(id=wanted, hint=did_you_mean(wanted, fitting)))
        elif relation_of[wanted] not in relations:
            text = Text(
                en="{id!r} is {relation} of the sponsor, and this must be {what}",
                nl="{id!r} is {relation} van de hoofdpersoon, en dit moet {what} zijn",
            )
            label = relation_of[wanted].label
            yield Fault(f"{path}.{name}", text.format(id=wanted, relation=label, what=what))
