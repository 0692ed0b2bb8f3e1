"""Of whom a fact is asked also where no verdict hangs on it now: what every volunteer is to have looked at.

Each says of a case and a person (None: the sponsor) whether it may concern them; what is not known may.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from reunify.facts.choices import Protection, Relation
from reunify.facts.span import first_of, last_of
from reunify.figure import MAJORITY
from reunify.terms import years_after

if TYPE_CHECKING:
    from reunify.facts.case import Case
    from reunify.facts.member import FamilyMember
    from reunify.facts.span import Span

__all__ = [
    "of_adult_child",
    "of_child_of_15",
    "of_minor_child",
    "of_subsidiary_sponsor",
    "of_subsidiary_sponsor_without_income",
]


def of_subsidiary_sponsor(case: Case, _: FamilyMember | None) -> bool:
    """The wait ends one day, and then income and housing count."""
    return case.sponsor.protection is not Protection.REFUGEE


def of_subsidiary_sponsor_without_income(case: Case, member: FamilyMember | None) -> bool:
    """Where the income is told, whether it suffices follows from it."""
    return of_subsidiary_sponsor(case, member) and case.sponsor.income_per_month is None


def of_child_of_15(case: Case, member: FamilyMember | None) -> bool:
    """From this age on a marriage is not rare any more where many of these families come from."""
    return _is_child(member) and _may_be(member, case.decided_on, at_least=_MARRIAGE)


def of_adult_child(case: Case, member: FamilyMember | None) -> bool:
    """Whether an adult child depends on the sponsor can carry an application by itself."""
    return _is_child(member) and _may_be(member, case.decided_on, at_least=MAJORITY)


def of_minor_child(case: Case, member: FamilyMember | None) -> bool:
    """Without the consent of the other parent a child cannot leave."""
    return _is_child(member) and _may_be(member, case.decided_on, under=MAJORITY)


def _is_child(member: FamilyMember | None) -> bool:
    return member is not None and member.relation is Relation.CHILD


def _may_be(member: FamilyMember | None, day: date | None, at_least: int = 0, under: int = 200) -> bool:
    born: date | Span | None = None if member is None else member.born_on
    if born is None or day is None:
        return True
    return years_after(first_of(born), at_least) <= day < years_after(last_of(born), under)


_MARRIAGE: Final = 15
