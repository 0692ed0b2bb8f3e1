"""How old the person and the sponsor are on the days that count.

D0 is the sponsor's entry, D1 the asylum application, D2 the day on which the grant was made known, D3 the
application for the family member, D4 the decision.
"""

from __future__ import annotations

from datetime import date

from reunify.logic import from_day, until_day
from reunify.rules.figures import MAJORITY
from reunify.sources import A_AND_S, BMM, BW10, CR_GF_TY, SW, VW, XC
from reunify.terms import birthday, last_day_under
from reunify.text import Text


@until_day(
    "sponsor_asylum_applied_on",
    source=(A_AND_S, SW),
    en="the sponsor was under {majority} when applying for asylum (D1)",
    nl="de hoofdpersoon was bij de asielaanvraag (D1) jonger dan {majority}",
    unmet=Text(
        en="The sponsor was {majority} or over when applying for asylum (D1).",
        nl="De hoofdpersoon was bij de asielaanvraag (D1) {majority} of ouder.",
    ),
)
def sponsor_under_18_on_d1(sponsor_born_on: date, majority: int = MAJORITY) -> date:
    """C-550/16: minority is fixed on D1; C-273/20: who comes of age later keeps the right."""
    return last_day_under(sponsor_born_on, majority)


@until_day(
    "applied_on",
    source=CR_GF_TY,
    en="the application was made while the sponsor was under {majority}",
    nl="de aanvraag is gedaan toen de hoofdpersoon nog geen {majority} was",
    unmet=Text(
        en="No application was made while the sponsor was under {majority}.",
        nl="Er is geen aanvraag gedaan toen de hoofdpersoon nog geen {majority} was.",
    ),
)
def sponsor_still_minor(sponsor_born_on: date, majority: int = MAJORITY) -> date:
    """C-560/20: no term runs while the sponsor is a minor."""
    return last_day_under(sponsor_born_on, majority)


_AFTER_BIRTHDAY = Text.of(
    MAJORITY,
    en="ask the IND not to decide before the (later) {majority th} birthday, and still apply within the term if one runs; in the "
    "reading that is followed the day of the decision counts",
    nl="vraag de IND niet te beslissen vóór de (laatste) {majority th} verjaardag, en vraag wel aan binnen de termijn als die loopt; in "
    "de lezing die is gevolgd telt de dag van het besluit",
)


@from_day(
    source=BW10["32"],
    advice=_AFTER_BIRTHDAY,
    en="the person is {majority} or over on the day of the decision (D4)",
    nl="de persoon is op de dag van het besluit (D4) {majority} of ouder",
    unmet=Text(
        en="This person is under {majority} on the day of the decision (D4).",
        nl="Deze persoon is op de dag van het besluit (D4) jonger dan {majority}.",
    ),
)
def adult_on_decision(born_on: date, majority: int = MAJORITY) -> date:
    return birthday(born_on, majority)


@from_day(
    source=BW10["32"],
    advice=_AFTER_BIRTHDAY,
    en="the sponsor is {majority} or over on the day of the decision (D4)",
    nl="de hoofdpersoon is op de dag van het besluit (D4) {majority} of ouder",
    unmet=Text(
        en="The sponsor is under {majority} on the day of the decision (D4).",
        nl="De hoofdpersoon is op de dag van het besluit (D4) jonger dan {majority}.",
    ),
)
def sponsor_adult_on_decision(sponsor_born_on: date, majority: int = MAJORITY) -> date:
    return birthday(sponsor_born_on, majority)


@from_day(
    "applied_on",
    source=BW10["32"],
    en="the person was {majority} or over on the day of the application (D3)",
    nl="de persoon was op de dag van de aanvraag (D3) {majority} of ouder",
    unmet=Text(
        en="This person was under {majority} on the day of the application (D3).",
        nl="Deze persoon was op de dag van de aanvraag (D3) jonger dan {majority}.",
    ),
)
def adult_on_application(born_on: date, majority: int = MAJORITY) -> date:
    return birthday(born_on, majority)


@from_day(
    "applied_on",
    source=BW10["32"],
    en="the sponsor was {majority} or over on the day of the application (D3)",
    nl="de hoofdpersoon was op de dag van de aanvraag (D3) {majority} of ouder",
    unmet=Text(
        en="The sponsor was under {majority} on the day of the application (D3).",
        nl="De hoofdpersoon was op de dag van de aanvraag (D3) jonger dan {majority}.",
    ),
)
def sponsor_adult_on_application(sponsor_born_on: date, majority: int = MAJORITY) -> date:
    return birthday(sponsor_born_on, majority)


@until_day(
    "sponsor_asylum_applied_on",
    source=XC,
    en="the child was under {majority} when the sponsor applied for asylum (D1)",
    nl="het kind was jonger dan {majority} toen de hoofdpersoon asiel aanvroeg (D1)",
    unmet=Text(
        en="The child was {majority} or over when the sponsor applied for asylum (D1).",
        nl="Het kind was {majority} of ouder toen de hoofdpersoon asiel aanvroeg (D1).",
    ),
)
def under_18_on_d1(born_on: date, majority: int = MAJORITY) -> date:
    """C-279/20; for subsidiary protection by analogy (RVS:2017:1609)."""
    return last_day_under(born_on, majority)


@until_day(
    "applied_on",
    source=BMM,
    en="the person was under {majority} on the day of the application (D3)",
    nl="de persoon was jonger dan {majority} op de dag van de aanvraag (D3)",
    unmet=Text(
        en="This person was {majority} or over on the day of the application (D3).",
        nl="Deze persoon was {majority} of ouder op de dag van de aanvraag (D3).",
    ),
)
def under_18_on_d3(born_on: date, majority: int = MAJORITY) -> date:
    """C-133/19."""
    return last_day_under(born_on, majority)


@until_day(
    "decided_on",
    source=VW["29c.1.b"],
    en="the person is under {majority} on the day of the decision (D4)",
    nl="de persoon is jonger dan {majority} op de dag van het besluit (D4)",
    unmet=Text(
        en="This person is {majority} or over on the day of the decision (D4).",
        nl="Deze persoon is {majority} of ouder op de dag van het besluit (D4).",
    ),
)
def under_18_on_d4(born_on: date, majority: int = MAJORITY) -> date:
    return last_day_under(born_on, majority)
