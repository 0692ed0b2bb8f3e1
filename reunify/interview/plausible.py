"""What can be, but hardly is: a slip that is better asked about at once.

What cannot be at all is in `facts.impossible`. Of a day that is known in part only what holds of all its days is odd.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

import attrs

from reunify.facts import (
    COUPLE,
    Case,
    FamilyMember,
    Parentage,
    Relation,
    Span,
    first_of,
    last_of,
)
from reunify.terms import NEVER, years_after
from reunify.text import Text

__all__ = ["Doubt", "doubts"]


@attrs.frozen
class Doubt:
    """Something odd about one or two facts.

    Attributes:
        facts: The facts, by their names.
        text: What is odd.
    """

    facts: tuple[str, ...]
    text: Text


def doubts(case: Case, today: date | None) -> Iterator[Doubt]:
    """Give what is odd about a family.

    Args:
        case: The family.
        today: The day of which somebody can be too old; also the day that the family is looked at as a rule.
    """
    yield from _of_day(case, today)
    yield from _of_sponsor(case)
    now = case.decided_on or today
    for person, born in ((id_, person.born_on) for id_, person in case.people):
        if isinstance(born, _DAY) and now is not None and now >= years_after(last_of(born), _OLDEST):
            who = _SPONSOR if person == "sponsor" else Text(en=person, nl=person)
            yield Doubt((f"{person}.born_on",), _TOO_OLD.format(who=who, years=now.year - last_of(born).year))
    for member in case.members:
        yield from _of_kin(case, member)
        yield from _of_couple(member, now)
        yield from _of_marriage(case, member)
        yield from _of_application(case, member)


def _of_day(case: Case, today: date | None) -> Iterator[Doubt]:
    day = case.decided_on
    if day is not None and today is not None and day < today:
        yield Doubt(("decided_on",), _PAST)


def _of_sponsor(case: Case) -> Iterator[Doubt]:
    sponsor = case.sponsor
    entered, asked = sponsor.entered_on, sponsor.asylum_applied_on
    if _earlier(asked, entered):
        yield Doubt(("sponsor.asylum_applied_on", "sponsor.entered_on"), _BEFORE_ENTRY)
    if _too_close(sponsor.born_on, entered, 1):
        yield Doubt(("sponsor.entered_on", "sponsor.born_on"), _ENTERED_AS_BABY)
    income = sponsor.income_per_month
    if isinstance(income, Decimal) and income > _HIGH_INCOME:
        yield Doubt(("sponsor.income_per_month",), _A_MONTH)


def _of_kin(case: Case, member: FamilyMember) -> Iterator[Doubt]:
    me, sponsor = f"{member.id}.born_on", "sponsor.born_on"
    born, other = member.born_on, case.sponsor.born_on
    names = {"child": Text(en=member.id, nl=member.id), "parent": _SPONSOR}
    apart = 0 if member.parentage in (Parentage.FOSTER, Parentage.STEP) else _YOUNGEST_PARENT
    if member.relation is Relation.CHILD and _too_close(other, born, apart):
        yield Doubt((me, sponsor), (_CLOSE if apart else _OLDER).format(**names))
    if member.relation is Relation.GRANDCHILD and _too_close(other, born, 2 * _YOUNGEST_PARENT):
        yield Doubt((me, sponsor), _CLOSE_GRAND.format(**names))
    names = {"child": _SPONSOR, "parent": Text(en=member.id, nl=member.id)}
    if member.relation is Relation.PARENT and _too_close(born, other, apart):
        yield Doubt((me, sponsor), (_CLOSE if apart else _OLDER).format(**names))
    if member.relation is Relation.GRANDPARENT and _too_close(born, other, 2 * _YOUNGEST_PARENT):
        yield Doubt((me, sponsor), _CLOSE_GRAND.format(**names))
    couple = [spouse for spouse in case.members if spouse.relation in COUPLE]
    for spouse in couple:
        if member.relation is Relation.CHILD and len(couple) == 1 and _earlier(born, spouse.born_on):
            text = _OLDER.format(child=member.id, parent=spouse.id)
            yield Doubt((me, f"{spouse.id}.born_on"), text)


def _of_couple(member: FamilyMember, now: date | None) -> Iterator[Doubt]:
    if member.relation in COUPLE and _too_close(member.born_on, now, _YOUNGEST_PARENT):
        facts = (f"{member.id}.born_on", f"{member.id}.relation")
        yield Doubt(facts, _YOUNG_SPOUSE.format(who=member.id, kin=member.relation.label))


def _of_marriage(case: Case, member: FamilyMember) -> Iterator[Doubt]:
    for person, born in (("sponsor", case.sponsor.born_on), (member.id, member.born_on)):
        if _too_close(born, member.married_on, _YOUNGEST_PARENT):
            who = _SPONSOR if person == "sponsor" else Text(en=person, nl=person)
            yield Doubt((f"{member.id}.married_on", f"{person}.born_on"), _YOUNG_MARRIED.format(who=who))


def _of_application(case: Case, member: FamilyMember) -> Iterator[Doubt]:
    asked = case.sponsor.asylum_applied_on
    if _earlier(member.applied_on, asked):
        yield Doubt((f"{member.id}.applied_on", "sponsor.asylum_applied_on"), _BEFORE_ASYLUM.format(who=member.id))


def _earlier(day: object, other: object) -> bool:
    """Say whether a day lies before another one, whatever days they can be."""
    if not isinstance(day, _DAY) or not isinstance(other, _DAY) or NEVER in (day, other):
        return False
    return last_of(day) < first_of(other)


def _too_close(first: object, second: object, years: int) -> bool:
    """Say whether the second day lies before so many years after the first, whatever days they can be."""
    if not isinstance(first, _DAY) or not isinstance(second, _DAY) or NEVER in (first, second):
        return False
    return last_of(second) < years_after(first_of(first), years)


_DAY: Final = (date, Span)
_OLDEST: Final = 110
_YOUNGEST_PARENT: Final = 12
_HIGH_INCOME: Final = 15_000
_SPONSOR: Final = Text(en="the sponsor", nl="de hoofdpersoon")
_PAST: Final = Text(
    en="That day is past, and then the outcome is that of back then. This is not the day on which the sponsor was granted "
    "asylum: that is asked later. Press Enter to look at the family as it is today",
    nl="Die dag is voorbij, en dan krijgt u de uitkomst van toen. Dit is niet de dag waarop de hoofdpersoon asiel kreeg: die "
    "vraag komt later. Druk op Enter om het gezin van vandaag te bekijken",
)
_TOO_OLD: Final = Text(en="Then {who} is {years} years old", nl="Dan is {who} {years} jaar oud")
_BEFORE_ENTRY: Final = Text(
    en="Then the asylum application was made before the entry into the Netherlands",
    nl="Dan is de asielaanvraag gedaan vóór de binnenkomst in Nederland",
)
_A_MONTH: Final = Text(
    en="That is a lot for one month; the amount of one month is asked for, not that of a year",
    nl="Dat is veel voor één maand; het gaat om het bedrag per maand, niet per jaar",
)
_CLOSE: Final = Text(
    en="Then {parent} is not even twelve years older than {child}, or younger",
    nl="Dan is {parent} nog geen twaalf jaar ouder dan {child}, of zelfs jonger",
)
_CLOSE_GRAND: Final = Text(
    en="Then {parent}, a grandparent, is not even 24 years older than {child}, or younger",
    nl="Dan is {parent}, de grootouder, nog geen 24 jaar ouder dan {child}, of zelfs jonger",
)
_OLDER: Final = Text(en="Then {child} is older than {parent}", nl="Dan is {child} ouder dan {parent}")
_YOUNG_SPOUSE: Final = Text(
    en="Then {who} ({kin}) is not even twelve years old", nl="Dan is {who} ({kin}) nog geen twaalf jaar oud"
)
_ENTERED_AS_BABY: Final = Text(
    en="Then the sponsor came to the Netherlands as a baby, not even one year old",
    nl="Dan kwam de hoofdpersoon als baby naar Nederland, nog geen jaar oud",
)
_YOUNG_MARRIED: Final = Text(
    en="Then {who} was not even twelve years old at the marriage",
    nl="Dan was {who} bij het huwelijk nog geen twaalf jaar",
)
_BEFORE_ASYLUM: Final = Text(
    en="Then the application for {who} was made before the sponsor applied for asylum",
    nl="Dan is de aanvraag voor {who} gedaan voordat de hoofdpersoon asiel vroeg",
)
