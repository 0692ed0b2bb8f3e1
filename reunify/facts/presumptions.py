"""What is presumed of a fact that is left out, and what follows from other facts: law that stands outside `rules`.

Each is a plain function with the name that conditions use for the fact. Its parameters are the facts that it reads,
each None where it is not known, or the whole ``case`` and ``member``. It gives the value, or `Unknown` with what must
be told; None says that it hangs on a fact that is not known. Like a condition it says its text and its source, and
how firm it is: inferred, since hardly any source says what to take where a file is silent.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeVar

import attrs

from reunify.facts.choices import COUPLE, MARRIED, LateBecause, Parentage, Relation
from reunify.facts.kinds import ASSUMED, NOT_CHOSEN, NOT_FILED, Unknown
from reunify.facts.span import first_of, last_of
from reunify.figure import MAJORITY
from reunify.sources import BW1, BW10, K_AND_B, QUALIFICATION, VB, VC_NAREIS, VW, Mark, Source
from reunify.terms import NEVER, last_day_under
from reunify.text import Text

if TYPE_CHECKING:
    from reunify.facts.case import Case
    from reunify.facts.member import FamilyMember

__all__ = [
    "DERIVED",
    "LONGEST_PREGNANCY",
    "PRESUMPTIONS",
    "Presumption",
    "at_parents_charge",
    "conceived_before_entry",
    "entered_on",
    "family_since",
    "follows_from",
    "foster_kin",
    "is_filed",
    "kind_of_kin",
    "late_because",
    "lateness_excusable",
    "married",
    "not_filed",
    "of_partner_not_chosen",
    "other_spouse_chosen",
    "parentage",
    "presumes",
    "sponsor_entered_eu_on",
    "sponsor_has_partner",
    "sponsor_means",
    "sponsor_means_from_income",
    "validated_on",
    "with_minor_child",
]

_Function = TypeVar("_Function", bound=Callable[..., Any])


@attrs.frozen(kw_only=True)
class Presumption:
    """What is taken of one fact.

    Attributes:
        fact: The fact, by the name that conditions use.
        text: What is taken.
        sources: What it rests on; empty where none is known.
        mark: How firm it is.
    """

    fact: str
    text: Text
    sources: tuple[Source, ...]
    mark: Mark


PRESUMPTIONS: Final[dict[str, Presumption]] = {}
"""Everything that is presumed, by the name that conditions use for the fact."""
DERIVED: Final[dict[Callable[..., Any], tuple[str, ...]]] = {}
"""The functions that give what no case file tells, each with the facts that it follows from."""


def presumes(
    *, en: str, nl: str, source: Source | tuple[Source, ...] = (), mark: Mark = Mark.INFERRED
) -> Callable[[_Function], _Function]:
    """Enter a function in `PRESUMPTIONS`, under its own name; the arguments are those of a `Presumption`."""

    def enter(function: _Function) -> _Function:
        sources = (source,) if isinstance(source, Source) else source
        name = function.__name__
        PRESUMPTIONS[name] = Presumption(fact=name, text=Text(en=en, nl=nl), sources=sources, mark=mark)
        return function

    return enter


def follows_from(*behind: str) -> Callable[[_Function], _Function]:
    """Enter a function in `DERIVED`, with the facts that it follows from."""

    def enter(function: _Function) -> _Function:
        DERIVED[function] = behind
        return function

    return enter


# ---------------------------------------------------------------- kinship and marriage


@presumes(
    en="Parents and siblings are taken to be biological; for a child it must be said",
    nl="Ouders, broers en zussen gelden als biologisch; bij een kind moet het worden gezegd",
)
def parentage(relation: Relation) -> Parentage | Unknown:
    """A child can be a step or foster child too often for a guess."""
    return Parentage.BIOLOGICAL if relation in (Relation.PARENT, Relation.SIBLING) else Unknown(("parentage",))


@presumes(
    source=VW["29c.1"],
    en="A spouse from the marriage; biological kin from the birth of the younger of the two",
    nl="Een echtgenoot vanaf het huwelijk; biologische verwanten vanaf de geboorte van de jongste van de twee",
)
def family_since(
    relation: Relation,
    parentage: Parentage | None,
    married_on: date | None,
    born_on: date | None,
    sponsor_born_on: date | None,
) -> date | Unknown:
    """The tie of an adoption, of foster care and of a step child begins on a day that only the file can tell."""
    if relation in MARRIED:
        return married_on or Unknown(("family_since",))
    if parentage not in (Parentage.BIOLOGICAL, Parentage.HALF):
        return Unknown(("family_since",))
    if relation is Relation.CHILD:
        return born_on or Unknown(("born_on",))
    if relation is Relation.PARENT:
        return sponsor_born_on or Unknown(("sponsor_born_on",))
    births = {"born_on": born_on, "sponsor_born_on": sponsor_born_on}
    missing = tuple(name for name, day in births.items() if day is None)
    return Unknown(missing) if missing else max(day for day in births.values() if day is not None)


@presumes(
    source=BW10["31"],
    en="A valid marriage is taken to have been valid from its celebration; an invalid one never was",
    nl="Een geldig huwelijk geldt als geldig vanaf de huwelijksviering; een ongeldig huwelijk is het nooit geweest",
)
def validated_on(marriage_valid: bool | None, married_on: date | None) -> date | None:
    """Later validation (bekrachtiging) must be told."""
    return NEVER if marriage_valid is False else married_on if marriage_valid else None


@presumes(
    en="Not married under the age of twelve; later it must be said",
    nl="Onder de twaalf jaar niet getrouwd; daarna moet het worden gezegd",
)
def married(born_on: date | None, decided_on: date | None) -> bool | Unknown:
    """Spares a question that would be asked of every small child."""
    young = born_on is not None and decided_on is not None and decided_on <= last_day_under(born_on, 12)
    return False if young else Unknown(("married",))


@presumes(
    source=VC_NAREIS,
    en="False only where the file has no other spouse or partner",
    nl="Onwaar alleen als het bestand geen andere echtgenoot of partner heeft",
)
def other_spouse_chosen(case: Case, member: FamilyMember) -> bool | Unknown:
    """Polygamie: whom the sponsor chose must be told as soon as there are two."""
    others = (other for other in case.members if other.relation in COUPLE and other.id != member.id)
    return Unknown(("other_spouse_chosen",)) if any(others) else False


LONGEST_PREGNANCY: Final = timedelta(days=306)
"""How long after the sponsor's entry a child can be born that was conceived before it."""


@presumes(
    source=BW1["2"],
    en="True for a birth at most 306 days after D0, where `parent_member` was then the sponsor's partner",
    nl="Waar bij een geboorte ten hoogste 306 dagen na D0, als `parent_member` toen de partner van de hoofdpersoon was",
)
def conceived_before_entry(
    case: Case, member: FamilyMember, born_on: date | None, sponsor_entered_on: date | None
) -> bool | Unknown:
    """Who the other parent is must be told: the child can be of somebody whom the sponsor met later."""
    if born_on is not None and sponsor_entered_on is not None and born_on <= sponsor_entered_on + LONGEST_PREGNANCY:
        parents = (other for other in case.members if other.relation in COUPLE and other.id == member.parent_member)
        if any(_was_partner_before(parent, sponsor_entered_on) for parent in parents):
            return True
    return Unknown(("conceived_before_entry",))


def _was_partner_before(other: FamilyMember, day: date) -> bool:
    began = (other.married_on, other.family_since)
    # A day that is known in part can be any of its days: only the last is sure.
    return any(start is not None and start is not ASSUMED and last_of(start) < day for start in began)


@presumes(
    source=VW["29c.1.d"],
    en="At the parent's charge is who was a minor on D0, as the ground asks, and lives with that parent",
    nl="Ten laste van de ouder komt wie op D0 minderjarig was, zoals de grond vraagt, en bij die ouder woont",
)
def at_parents_charge(
    born_on: date | None,
    sponsor_entered_on: date | None,
    lived_with_family: bool | None,
    lives_independently: bool | None,
) -> bool | Unknown:
    """Ten laste van: of a minor at home it goes without saying."""
    at_home = lived_with_family is True and lives_independently is False
    if not at_home or born_on is None or sponsor_entered_on is None:
        return Unknown(("at_parents_charge",))
    return True if sponsor_entered_on <= last_day_under(born_on, MAJORITY) else Unknown(("at_parents_charge",))


# ---------------------------------------------------------------- entry, lateness, means


@presumes(
    en="Never, unless the person is (or may be) here already",
    nl="Nooit, tenzij de persoon hier al is (of kan zijn)",
)
def entered_on(in_netherlands: bool | None) -> date | Unknown:
    """The day counts for who is here only."""
    return NEVER if in_netherlands is False else Unknown(("entered_on",))


@presumes(
    source=QUALIFICATION["3.9"],
    en="The day of entry into the Netherlands",
    nl="De dag van binnenkomst in Nederland",
)
def sponsor_entered_eu_on(sponsor_entered_on: date | None) -> date | Unknown:
    """The Regulation looks at the arrival in the Union; a stay in another Member State must be told."""
    return sponsor_entered_on or Unknown(("sponsor_entered_eu_on",))


@presumes(
    source=K_AND_B,
    en="Where a reason is given on which there are rulings, nothing else is taken to excuse the lateness",
    nl="Waar een reden is gegeven waarover rechtspraak bestaat, verontschuldigt niets anders de te late aanvraag",
)
def lateness_excusable(member: FamilyMember) -> bool | Unknown:
    """The reason then decides by itself."""
    judged = isinstance(member.late_because, LateBecause) and member.late_because is not LateBecause.OTHER
    return False if judged else Unknown(("lateness_excusable",))


@presumes(
    source=K_AND_B,
    en="Where it is said whether the lateness is excusable, no reason needs to be named",
    nl="Waar is gezegd of de te late aanvraag verschoonbaar is, hoeft geen reden te worden genoemd",
)
def late_because(member: FamilyMember) -> LateBecause | Unknown:
    """The mirror of `lateness_excusable`: either of the two is enough."""
    said = isinstance(member.lateness_excusable, bool)
    return LateBecause.OTHER if said else Unknown(("lateness_excusable",))


@presumes(
    source=VB["3.105"],
    en="Worked out from the income facts where one of them is given; otherwise unknown",
    nl="Berekend uit de inkomensfeiten als daarvan een is gegeven; anders onbekend",
)
def sponsor_means() -> Unknown:
    """The rules work it out (see `sponsor_means_from_income`); nothing is guessed here."""
    return Unknown(("sponsor_means",))


@presumes(
    source=VB["3.74"],
    en="Where the file has a spouse or partner, or the sponsor lives with another one; otherwise not",
    nl="Als het bestand een echtgenoot of partner heeft, of de hoofdpersoon met een ander samenwoont; anders niet",
)
def sponsor_has_partner(case: Case, sponsor_lives_with_other_partner: bool | None) -> bool | Unknown:
    """Whether the norm of a couple is asked, or that of a single parent."""
    if any(member.relation in COUPLE for member in case.members) or sponsor_lives_with_other_partner is True:
        return True
    return False if sponsor_lives_with_other_partner is False else Unknown(("sponsor_lives_with_other_partner",))


@presumes(
    source=VB["3.28"],
    en="A brother or sister and a grandchild are kin of the sponsor; of others it must be said",
    nl="Een broer of zus en een kleinkind zijn familie van de hoofdpersoon; bij anderen moet het worden gezegd",
)
def foster_kin(relation: Relation) -> bool | Unknown:
    """For whom the sponsor is a brother, a sister or a grandparent."""
    return True if relation in (Relation.SIBLING, Relation.GRANDCHILD) else Unknown(("foster_kin",))


# ---------------------------------------------------------------- what no case file tells


@follows_from("born_on", "decided_on")
def with_minor_child(case: Case, decided_on: date | None) -> bool | Unknown:
    """Whether a minor child is among the family members."""
    unknown = []
    for child in case.members:
        if child.relation is not Relation.CHILD:
            continue
        born = child.born_on
        if born is not None and decided_on is not None and decided_on <= last_day_under(first_of(born), MAJORITY):
            return True
        if born is None or decided_on is None or decided_on <= last_day_under(last_of(born), MAJORITY):
            unknown.append(f"{child.id}.born_on" if born is None or decided_on is not None else "decided_on")
    return Unknown(tuple(unknown)) if unknown else False


@follows_from("parentage", "adoption_recognised")
@presumes(
    source=(BW10["107"], BW10["108"], BW10["109"]),
    en="An adoption that the Netherlands does not recognise (kafala, informal care) is foster care",
    nl="Een adoptie die Nederland niet erkent (kafala, informele zorg) is pleegzorg",
)
def kind_of_kin(parentage: Parentage | None, adoption_recognised: bool | None) -> Parentage | None:
    """How a person is kin here."""
    if parentage is not Parentage.ADOPTED:
        return parentage
    if adoption_recognised is None:
        return None
    return Parentage.ADOPTED if adoption_recognised else Parentage.FOSTER


@follows_from("sponsor_means", "sponsor_income_per_month", "sponsor_income_until", "sponsor_income_sufficient_since")
def sponsor_means_from_income(case: Case) -> bool:
    """Whether the means are to be worked out: not told, and some fact of the income is."""
    sponsor = case.sponsor
    incomes = (sponsor.income_per_month, sponsor.income_until, sponsor.income_sufficient_since)
    return sponsor.means is ASSUMED and any(value is not None for value in incomes)


@follows_from("parent_member", "parent_member_other_spouse_chosen")
@presumes(
    source=VC_NAREIS,
    en="Where a child's other parent is not told, it can be any spouse or partner in the file",
    nl="Waar de andere ouder van een kind niet is genoemd, kan dat elke echtgenoot of partner in het bestand zijn",
)
def of_partner_not_chosen(case: Case, member: FamilyMember) -> bool | Unknown:
    """Whether the sponsor's own child is of a spouse or partner whom the sponsor did not choose."""
    if member.parent_member == NOT_CHOSEN:
        return True
    parents = [other for other in case.members if other.relation in COUPLE and member.parent_member in (None, other.id)]
    chosen_away = {parent.id: _was_not_chosen(case, parent) for parent in parents}
    unknown = tuple(f"{id_}.other_spouse_chosen" for id_, away in chosen_away.items() if away is None)
    any_away = True in chosen_away.values()
    if member.parent_member is None and (unknown or any_away):
        return Unknown(("parent_member", *unknown))
    return Unknown(unknown) if unknown else any_away


def _was_not_chosen(case: Case, member: FamilyMember) -> bool | None:
    told = member.other_spouse_chosen
    taken = other_spouse_chosen(case, member) if told is ASSUMED else told
    return taken if isinstance(taken, bool) else None


@follows_from("applied_on")
@presumes(
    en="Where there is no application so far, it is read as filed on the decision day",
    nl="Waar nog geen aanvraag is gedaan, wordt zij gelezen als ingediend op de dag van het besluit",
)
def not_filed(member: FamilyMember) -> bool:
    """Whether there is no application so far."""
    return member.applied_on is NOT_FILED


@follows_from("applied_on")
def is_filed(member: FamilyMember) -> bool:
    """Whether the day of an application is known, so that there is one."""
    # What stands for the days of many (`reunify.columns`) is no `date`, so that is not what is asked.
    return member.applied_on not in (None, NOT_FILED)
