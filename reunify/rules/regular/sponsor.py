"""Vb 2000 arts 3.15-3.17 and 3.22a: the sponsor's stay, age and declaration, one spouse, one household."""

from __future__ import annotations

from datetime import date
from typing import Final

from reunify.facts import RegularStay, Residence
from reunify.logic import (
    MET,
    UNMET,
    Curable,
    Node,
    Remedy,
    all_of,
    any_of,
    condition,
    equals,
    follows,
    from_day,
    one_of,
    where,
    yes,
)
from reunify.rules import age, marriage, tie
from reunify.rules.figures import MAJORITY, PARTNER_AGE, SPONSOR_YEAR
from reunify.rules.regular import points
from reunify.rules.sponsor import is_refugee, stays_on_asylum
from reunify.sources import IND_PARTNER, VB, VC_REGULAR, VW, Mark, Source
from reunify.terms import birthday, years_after
from reunify.text import Text

__all__ = [
    "child_of_the_one",
    "common_household",
    "declares",
    "family_has_minor_child",
    "holds_regular_permit",
    "is_of_age",
    "lasting_purpose",
    "lawful_year",
    "married_before_grant",
    "member_21",
    "member_of_age",
    "member_of_age_on_application",
    "one_at_a_time",
    "one_spouse",
    "other_parent_comes",
    "partner_21",
    "purpose_by_policy",
    "refugee_here",
    "sponsor_21",
    "sponsor_21_of_child",
    "sponsor_21_of_partner",
    "sponsor_21_of_spouse",
    "sponsor_declares",
    "sponsor_is_of_age",
    "sponsor_of_age",
    "sponsor_of_age_on_application",
    "spouse_21",
    "stayed_a_year",
    "stays",
    "under_directive",
    "year_asked",
]

# ---------------------------------------------------------------- art. 3.15 lid 1: the stay

holds_regular_permit: Final = equals(
    "sponsor_residence",
    Residence.REGULAR,
    VB["3.15.1"],
    en="the sponsor has a regular permit",
    nl="de hoofdpersoon heeft een reguliere vergunning",
    unmet=Text(en="The sponsor has no regular permit.", nl="De hoofdpersoon heeft geen reguliere vergunning."),
)

under_directive: Final = any_of(all_of(is_refugee, stays_on_asylum), holds_regular_permit)
"""Whom the Directive binds: a refugee, and a sponsor with a regular permit."""

refugee_here: Final = all_of(is_refugee, stays_on_asylum)

lasting_purpose: Final = equals(
    "sponsor_regular_stay",
    RegularStay.NON_TEMPORARY,
    VB["3.15.1"],
    en="the regular permit is for a purpose that is not temporary",
    nl="de reguliere vergunning is voor een doel dat niet tijdelijk is",
    unmet=Text(
        en="The sponsor's regular permit is for a temporary purpose.",
        nl="De reguliere vergunning van de hoofdpersoon is voor een tijdelijk doel.",
    ),
)

purpose_by_policy: Final = one_of(
    "sponsor_regular_stay",
    (RegularStay.TEMPORARY, RegularStay.FAMILY_TEMPORARY),
    VC_REGULAR,
    en="the purpose is a temporary one for which the policy lets family come",
    nl="het doel is tijdelijk, en het beleid laat dan gezinsleden toe",
    unmet=Text(
        en="The purpose is none for which the policy lets family come.",
        nl="Het is geen doel waarvoor het beleid gezinsleden toelaat.",
    ),
)

stays: Final = where(
    holds_regular_permit,
    then=where(purpose_by_policy, then=MET.or_read(points.TEMPORARY_SPONSOR, UNMET), otherwise=lasting_purpose),
).named(
    "sponsor-stays",
    (VB["3.15.1"], VC_REGULAR),
    discretionary=True,
    remedy=Remedy.ACTION,
    advice=Text(
        en="another permit of the sponsor would open the route",
        nl="een andere vergunning van de hoofdpersoon opent de weg",
    ),
    en="the sponsor is Dutch, or has a permit with which family can come: asylum, or a purpose that allows it",
    nl="de hoofdpersoon is Nederlander, of heeft een vergunning waarmee gezin kan komen: asiel, of een doel dat dat toelaat",
    unmet=Text(
        en="With the sponsor's permit no family can come.",
        nl="Met de vergunning van de hoofdpersoon kan geen gezin komen.",
    ),
    ask=Text(
        en="Does the sponsor have a permit with which family can come?",
        nl="Heeft de hoofdpersoon een vergunning waarmee gezin kan komen?",
    ),
)

# ---------------------------------------------------------------- art. 3.15 lid 3: a year of lawful stay


@from_day(
    source=VB["3.15.3"],
    curable=Curable.BY_TIME,
    en="the sponsor has stayed lawfully for {sponsor_year}",
    nl="de hoofdpersoon verblijft {sponsor_year} rechtmatig",
    unmet=Text(
        en="The sponsor has not stayed lawfully for {sponsor_year} yet.",
        nl="De hoofdpersoon verblijft nog geen {sponsor_year} rechtmatig.",
    ),
)
def stayed_a_year(sponsor_lawful_since: date, sponsor_year: int = SPONSOR_YEAR) -> date:
    return years_after(sponsor_lawful_since, sponsor_year)


year_asked: Final = all_of(
    holds_regular_permit,
    one_of(
        "sponsor_regular_stay",
        (RegularStay.NON_TEMPORARY, RegularStay.FAMILY_TEMPORARY),
        VB["3.15.3"],
        en="the purpose of the permit is one for which the year is asked",
        nl="voor het doel van de vergunning wordt het jaar gevraagd",
    ),
)

family_has_minor_child: Final = yes(
    "with_minor_child",
    VB["3.15.3"],
    en="a minor child is among the family members",
    nl="er is een minderjarig kind onder de gezinsleden",
)

lawful_year: Final = where(
    year_asked,
    then=where(
        family_has_minor_child,
        then=stayed_a_year.or_read(points.YEAR_WITH_CHILD, MET),
        otherwise=stayed_a_year,
    ),
).named(
    "sponsor-year",
    VB["3.15.3"],
    discretionary=True,
    figures=(SPONSOR_YEAR,),
    en="a sponsor with a regular permit for a fixed time has stayed lawfully for {sponsor_year}",
    nl="een hoofdpersoon met een reguliere vergunning voor bepaalde tijd verblijft {sponsor_year} rechtmatig",
    unmet=Text(
        en="The sponsor, who has a regular permit, has not stayed lawfully for {sponsor_year} yet. That is so from {day}.",
        nl="De hoofdpersoon, met een reguliere vergunning, verblijft nog geen {sponsor_year} rechtmatig. Dat is zo vanaf {day}.",
    ),
    ask=Text(
        en="Since when has the sponsor, who has a regular permit, stayed lawfully?",
        nl="Sinds wanneer verblijft de hoofdpersoon, met een reguliere vergunning, rechtmatig?",
    ),
)

# ---------------------------------------------------------------- arts 3.14, 3.15: ages


@from_day(
    source=VB["3.14"],
    curable=Curable.BY_TIME,
    mark=Mark.INFERRED,
    en="the person is {partner_age} or over on the day of the decision (D4)",
    nl="de persoon is op de dag van het besluit (D4) {partner_age} of ouder",
    unmet=Text(
        en="This person is under {partner_age} on the day of the decision (D4).",
        nl="Deze persoon is op de dag van het besluit (D4) jonger dan {partner_age}.",
    ),
)
def member_of_age(born_on: date, partner_age: int = PARTNER_AGE) -> date:
    """De vergunning gaat in als aan alle voorwaarden is voldaan (Vw art. 26 lid 1)."""
    return birthday(born_on, partner_age)


@from_day(
    "applied_on",
    source=VB["3.14"],
    curable=Curable.BY_TIME,
    en="the person was {partner_age} or over on the day of the application (D3)",
    nl="de persoon was op de dag van de aanvraag (D3) {partner_age} of ouder",
    unmet=Text(
        en="This person was under {partner_age} on the day of the application (D3).",
        nl="Deze persoon was op de dag van de aanvraag (D3) jonger dan {partner_age}.",
    ),
)
def member_of_age_on_application(born_on: date, partner_age: int = PARTNER_AGE) -> date:
    """C-338/13."""
    return birthday(born_on, partner_age)


@from_day(
    source=VB["3.15.1"],
    curable=Curable.BY_TIME,
    mark=Mark.INFERRED,
    en="the sponsor is {partner_age} or over on the day of the decision (D4)",
    nl="de hoofdpersoon is op de dag van het besluit (D4) {partner_age} of ouder",
    unmet=Text(
        en="The sponsor is under {partner_age} on the day of the decision (D4).",
        nl="De hoofdpersoon is op de dag van het besluit (D4) jonger dan {partner_age}.",
    ),
)
def sponsor_of_age(sponsor_born_on: date, partner_age: int = PARTNER_AGE) -> date:
    return birthday(sponsor_born_on, partner_age)


@from_day(
    "applied_on",
    source=VB["3.15.1"],
    curable=Curable.BY_TIME,
    en="the sponsor was {partner_age} or over on the day of the application (D3)",
    nl="de hoofdpersoon was op de dag van de aanvraag (D3) {partner_age} of ouder",
    unmet=Text(
        en="The sponsor was under {partner_age} on the day of the application (D3).",
        nl="De hoofdpersoon was op de dag van de aanvraag (D3) jonger dan {partner_age}.",
    ),
)
def sponsor_of_age_on_application(sponsor_born_on: date, partner_age: int = PARTNER_AGE) -> date:
    """C-338/13."""
    return birthday(sponsor_born_on, partner_age)


@condition(
    source=VC_REGULAR,
    en="the marriage was concluded no later than the day on which the grant was made known (D2)",
    nl="het huwelijk is uiterlijk gesloten op de dag waarop de verlening is bekendgemaakt (D2)",
    unmet=Text(
        en="The marriage was concluded after the grant was made known (D2).",
        nl="Het huwelijk is gesloten nadat de verlening is bekendgemaakt (D2).",
    ),
)
def married_before_grant(married_on: date, sponsor_permit_notified_on: date) -> bool:
    return married_on <= sponsor_permit_notified_on


is_of_age: Final = member_of_age.or_read(points.DAY_OF_21, member_of_age_on_application)
sponsor_is_of_age: Final = sponsor_of_age.or_read(points.DAY_OF_21, sponsor_of_age_on_application)


def _old_marriage(adult: Node, of_age: Node) -> Node:
    """Whoever married before the sponsor came need only be an adult, by policy."""
    return where(
        tie.married_before_entry,
        then=adult.or_read(points.OLD_MARRIAGE, of_age),
        otherwise=where(married_before_grant, then=of_age.or_read(points.MARRIED_BETWEEN, adult), otherwise=of_age),
    )


def member_21(of_age: Node, sources: tuple[Source, ...], en: str, nl: str) -> Node:
    """Put the age that is asked of a spouse or partner under one name."""
    return of_age.named(
        "member-21",
        sources,
        discretionary=True,
        figures=(PARTNER_AGE, MAJORITY),
        en=en,
        nl=nl,
        unmet=Text(
            en="This person is not old enough for the regular route yet. That is so from {day}.",
            nl="Deze persoon is nog niet oud genoeg voor de reguliere weg. Dat is zo vanaf {day}.",
        ),
        ask=Text(
            en="Is this person old enough for the regular route?",
            nl="Is deze persoon oud genoeg voor de reguliere weg?",
        ),
    )


def sponsor_21(of_age: Node) -> Node:
    """Put the age that is asked of the sponsor under one name."""
    return of_age.named(
        "sponsor-21",
        (VB["3.15.1"], IND_PARTNER),
        discretionary=True,
        figures=(PARTNER_AGE,),
        en="the sponsor is {partner_age}, or old enough by an exception",
        nl="de hoofdpersoon is {partner_age}, of oud genoeg door een uitzondering",
        unmet=Text(
            en="The sponsor is not old enough for the regular route yet. That is so from {day}.",
            nl="De hoofdpersoon is nog niet oud genoeg voor de reguliere weg. Dat is zo vanaf {day}.",
        ),
        ask=Text(
            en="Is the sponsor old enough for the regular route ({partner_age})?",
            nl="Is de hoofdpersoon oud genoeg voor de reguliere weg ({partner_age})?",
        ),
    )


spouse_21: Final = member_21(
    _old_marriage(age.adult_on_decision, is_of_age),
    (IND_PARTNER, VB["3.14"]),
    "the spouse or partner is {partner_age}; by policy {majority} for a marriage from before the sponsor came",
    "de echtgenoot of partner is {partner_age}; volgens het beleid {majority} bij een huwelijk van vóór de komst van de "
    "hoofdpersoon",
)
partner_21: Final = member_21(
    is_of_age, (VB["3.14"], IND_PARTNER), "the partner is {partner_age}", "de partner is {partner_age}"
)
sponsor_21_of_spouse: Final = sponsor_21(_old_marriage(age.sponsor_adult_on_decision, sponsor_is_of_age))
sponsor_21_of_partner: Final = sponsor_21(sponsor_is_of_age)
other_parent_comes: Final = follows(
    "parent_member",
    source=VB["3.15.1"],
    en="the child's other parent may come on this route",
    nl="de andere ouder van het kind mag langs deze weg komen",
    unmet=Text(
        en="The child's other parent may not come on this route, or not yet.",
        nl="De andere ouder van het kind mag niet langs deze weg komen, of nog niet.",
    ),
    ask=Text(
        en="May the child's other parent come on this route?",
        nl="Mag de andere ouder van het kind langs deze weg komen?",
    ),
)

sponsor_21_of_child: Final = sponsor_21(
    where(
        any_of(under_directive, other_parent_comes),
        then=sponsor_is_of_age.or_read(points.SPONSOR_OF_CHILD, MET),
        otherwise=sponsor_is_of_age,
    )
)

# ---------------------------------------------------------------- art. 3.16: one spouse or partner

_OTHER_TIE_ENDS = Text(en="the other tie can be ended", nl="de andere band kan worden beëindigd")


def one_at_a_time(one: Node) -> Node:
    """Put it under one name."""
    return one.named(
        "one-at-a-time",
        (VB["3.16"], VC_REGULAR),
        discretionary=True,
        remedy=Remedy.ACTION,
        advice=_OTHER_TIE_ENDS,
        en="of several spouses or partners only one can come, with the children of that one",
        nl="van meer echtgenoten of partners kan er één komen, met de kinderen van die ene",
        unmet=Text(
            en="Another spouse or partner comes first. Only one can come, with the children of that one.",
            nl="Een andere echtgenoot of partner gaat voor. Er kan er één komen, met de kinderen van die ene.",
        ),
        ask=Text(
            en="Does no other spouse or partner come first?",
            nl="Gaat er geen andere echtgenoot of partner voor?",
        ),
    )


one_spouse: Final = one_at_a_time(all_of(marriage.no_other_chosen, marriage.no_other_partner_here))
child_of_the_one: Final = one_at_a_time(marriage.not_of_other_relation.or_read(points.CHILD_OF_OTHER, MET))

# ---------------------------------------------------------------- arts 3.17 and 3.22a

common_household: Final = yes(
    "will_live_together",
    VB["3.17"],
    id="common-household",
    curable=Curable.BY_ACTION,
    discretionary=True,
    en="they will live together in one household",
    nl="zij gaan samen in één huishouden wonen",
    unmet=Text(en="They will not live together.", nl="Zij gaan niet samenwonen."),
    ask=Text(en="Will they live together at one address?", nl="Gaan zij samenwonen op één adres?"),
)

declares: Final = yes(
    "sponsor_declares",
    VB["3.22a"],
    curable=Curable.BY_ACTION,
    en="the sponsor signs the declaration",
    nl="de hoofdpersoon tekent de verklaring",
    unmet=Text(en="The sponsor does not sign the declaration.", nl="De hoofdpersoon tekent de verklaring niet."),
)

sponsor_declares: Final = any_of(
    declares,
    under_directive,
    id="sponsor-declares",
    source=(VB["3.22a"], VW["2a.2"]),
    discretionary=True,
    task=Text(en="sign the sponsor's declaration", nl="teken de referentverklaring"),
    place=Text(en="on the form of the IND", nl="op het formulier van de IND"),
    en="the sponsor signs the declaration, or the Minister can designate the sponsor (refugee, regular permit)",
    nl="de hoofdpersoon tekent de verklaring, of de minister kan hem of haar aanwijzen (vluchteling, reguliere vergunning)",
    unmet=Text(
        en="The sponsor does not sign the sponsor's declaration.",
        nl="De hoofdpersoon tekent de referentverklaring niet.",
    ),
    ask=Text(
        en="Will the sponsor sign the sponsor's declaration?",
        nl="Ondertekent de hoofdpersoon de referentverklaring?",
    ),
)
