"""Vb 2000 arts 3.74, 3.75 and 3.105: own, lasting and sufficient means, as art. 29d and the regular route ask them.

What each of them makes of it stands with it: `art29d.means`, and `regular.means` with what it alone asks.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from reunify.logic import Curable, Norm, condition, from_day, yes
from reunify.rules.figures import (
    NORM_KNOWN_FROM,
    NORM_KNOWN_UNTIL,
    NORM_SHARE,
    WAGE_YEARS,
    YEAR_AHEAD,
    minimum_wage,
    norm_from,
)
from reunify.sources import VB
from reunify.terms import last_day_of_years, years_after
from reunify.text import Text

# ---------------------------------------------------------------- what is known

worked_out_from_income: Final = yes(
    "sponsor_means_from_income",
    VB["3.105"],
    en="the sponsor's means are to be worked out from the income",
    nl="de middelen van de hoofdpersoon volgen uit het inkomen",
    unmet=Text(
        en="The sponsor's means are not worked out from the income.",
        nl="De middelen van de hoofdpersoon volgen niet uit het inkomen.",
    ),
)


@condition(
    source=VB["3.74"],
    steps=(NORM_KNOWN_FROM, NORM_KNOWN_UNTIL),
    en="the norm of the application day is known",
    nl="de norm van de aanvraagdag is bekend",
    unmet=Text(en="The norm of the application day is not known.", nl="De norm van de aanvraagdag is niet bekend."),
)
def norm_known_on_application(applied_on: date) -> bool:
    """The half-year of D3 is in the table."""
    return NORM_KNOWN_FROM <= applied_on <= NORM_KNOWN_UNTIL


@condition(
    source=VB["3.74"],
    steps=(NORM_KNOWN_FROM, NORM_KNOWN_UNTIL),
    en="the norm of the decision day is known",
    nl="de norm van de besluitdag is bekend",
    unmet=Text(en="The norm of the decision day is not known.", nl="De norm van de besluitdag is niet bekend."),
)
def norm_known_on_decision(decided_on: date) -> bool:
    """The half-year of D4 is in the table."""
    return NORM_KNOWN_FROM <= decided_on <= NORM_KNOWN_UNTIL


# ---------------------------------------------------------------- art. 3.74: sufficient

_NORM = Text(en="norm a month", nl="norm per maand")

_HALF_YEAR = Text(en="half-year of the norm, from", nl="halfjaar van de norm, vanaf")


def _norm_of_application(applied_on: date, norm_share: int = NORM_SHARE) -> Decimal:
    return minimum_wage(applied_on) * norm_share / 100


def _norm_if_known(applied_on: date, norm_share: int = NORM_SHARE) -> Decimal | None:
    return _norm_of_application(applied_on, norm_share) if NORM_KNOWN_FROM <= applied_on <= NORM_KNOWN_UNTIL else None


# Zelfstandig, duurzaam en voldoende; social assistance does not count.
has_means: Final = yes(
    "sponsor_means",
    VB["3.105"],
    curable=Curable.BY_ACTION,
    norms=(Norm(_NORM, _norm_if_known),),
    figures=(YEAR_AHEAD,),
    en="the sponsor has enough own income, certain for {another year_ahead} (lasting and sufficient means)",
    nl="de hoofdpersoon heeft zelf genoeg inkomen, {another year_ahead} zeker (duurzame en voldoende middelen)",
    unmet=Text(
        en="The sponsor does not have enough own income, or not for {another year_ahead} (lasting and sufficient means).",
        nl="De hoofdpersoon heeft zelf niet genoeg inkomen, of niet {another year_ahead} zeker (duurzame en voldoende middelen).",
    ),
    ask=Text(
        en="Does the sponsor have enough own income, for {another year_ahead} too (lasting and sufficient means)?",
        nl="Heeft de hoofdpersoon zelf genoeg inkomen, {another year_ahead} zeker (duurzame en voldoende middelen)?",
    ),
)


def _half_year_of_application(applied_on: date) -> date:
    return norm_from(applied_on)


@condition(
    source=VB["3.74"],
    curable=Curable.BY_ACTION,
    norms=(Norm(_NORM, _norm_of_application), Norm(_HALF_YEAR, _half_year_of_application)),
    en="the income reaches the minimum-wage norm of the application day (D3)",
    nl="het inkomen haalt de minimumloonnorm van de aanvraagdag (D3)",
    unmet=Text(
        en="The income is below the minimum-wage norm of the application day (D3).",
        nl="Het inkomen is lager dan de minimumloonnorm van de aanvraagdag (D3).",
    ),
)
def income_reaches_norm_of_application(
    sponsor_income_per_month: Decimal, applied_on: date, norm_share: int = NORM_SHARE
) -> bool:
    """A share of the minimum wage, holiday allowance included."""
    return sponsor_income_per_month * 100 >= minimum_wage(applied_on) * norm_share


@condition(
    source=VB["3.74"],
    curable=Curable.BY_ACTION,
    en="the income reaches the minimum-wage norm of the decision day (D4)",
    nl="het inkomen haalt de minimumloonnorm van de besluitdag (D4)",
    unmet=Text(
        en="The income is below the minimum-wage norm of the decision day (D4).",
        nl="Het inkomen is lager dan de minimumloonnorm van de besluitdag (D4).",
    ),
)
def income_reaches_norm_of_decision(
    sponsor_income_per_month: Decimal, decided_on: date, norm_share: int = NORM_SHARE
) -> bool:
    """A share of the minimum wage, holiday allowance included."""
    return sponsor_income_per_month * 100 >= minimum_wage(decided_on) * norm_share


# ---------------------------------------------------------------- art. 3.75: lasting

_A_YEAR = Text.of(
    YEAR_AHEAD, en="{a year_ahead} {year_ahead:ends|end} on", nl="{a year_ahead} {year_ahead:eindigt|eindigen} op"
)


def _year_from_application(applied_on: date, year_ahead: int = YEAR_AHEAD) -> date:
    return last_day_of_years(applied_on, year_ahead)


def _year_from_decision(decided_on: date, year_ahead: int = YEAR_AHEAD) -> date:
    return last_day_of_years(decided_on, year_ahead)


@condition(
    source=VB["3.75"],
    curable=Curable.BY_ACTION,
    norms=(Norm(_A_YEAR, _year_from_application),),
    en="on the day of the application (D3) the income was certain for {another year_ahead}",
    nl="op de dag van de aanvraag (D3) was het inkomen {another year_ahead} zeker",
    unmet=Text(
        en="On the day of the application (D3) the income was not certain for {another year_ahead}.",
        nl="Op de dag van de aanvraag (D3) was het inkomen niet {another year_ahead} zeker.",
    ),
)
def lasting_on_application(sponsor_income_until: date, applied_on: date, year_ahead: int = YEAR_AHEAD) -> bool:
    """Nog een jaar beschikbaar; the last day of the contract counts."""
    return sponsor_income_until >= _year_from_application(applied_on, year_ahead)


@condition(
    source=VB["3.75"],
    curable=Curable.BY_ACTION,
    norms=(Norm(_A_YEAR, _year_from_decision),),
    en="on the day of the decision (D4) the income is certain for {another year_ahead}",
    nl="op de dag van het besluit (D4) is het inkomen {another year_ahead} zeker",
    unmet=Text(
        en="On the day of the decision (D4) the income is not certain for {another year_ahead}.",
        nl="Op de dag van het besluit (D4) is het inkomen niet {another year_ahead} zeker.",
    ),
)
def lasting_on_decision(sponsor_income_until: date, decided_on: date, year_ahead: int = YEAR_AHEAD) -> bool:
    """Nog een jaar beschikbaar; the last day of the contract counts."""
    return sponsor_income_until >= _year_from_decision(decided_on, year_ahead)


@condition(
    source=VB["3.75"],
    curable=Curable.BY_ACTION,
    en="the means were there on the day of the application (D3)",
    nl="de middelen waren er op de dag van de aanvraag (D3)",
    unmet=Text(
        en="The means were not there yet on the day of the application (D3).",
        nl="De middelen waren er nog niet op de dag van de aanvraag (D3).",
    ),
)
def means_were_there(sponsor_income_from: date, applied_on: date) -> bool:
    return sponsor_income_from <= applied_on


def _year_from_start(sponsor_income_from: date, year_ahead: int = YEAR_AHEAD) -> date:
    return last_day_of_years(sponsor_income_from, year_ahead)


@condition(
    source=VB["3.75"],
    curable=Curable.BY_ACTION,
    norms=(Norm(_A_YEAR, _year_from_start),),
    en="the income is certain for {a year_ahead} from the day on which it begins",
    nl="het inkomen is {another year_ahead} zeker vanaf de dag waarop het ingaat",
    unmet=Text(
        en="The income is not certain for {a year_ahead} from the day on which it begins.",
        nl="Het inkomen is niet {a year_ahead} zeker vanaf de dag waarop het ingaat.",
    ),
)
def lasting_from_start(sponsor_income_until: date, sponsor_income_from: date, year_ahead: int = YEAR_AHEAD) -> bool:
    return sponsor_income_until >= _year_from_start(sponsor_income_from, year_ahead)


@from_day(
    source=VB["3.75"],
    curable=Curable.BY_TIME,
    en="wages have sufficed {wage_years:in the last year|in each of the last {wage_years}}",
    nl="het loon was {wage_years:in het laatste jaar|in elk van de laatste {wage_years}} voldoende",
    unmet=Text(
        en="Wages have not sufficed {wage_years:in the last year|in each of the last {wage_years}}.",
        nl="Het loon was niet {wage_years:in het laatste jaar|in elk van de laatste {wage_years}} voldoende.",
    ),
)
def three_years_of_income(sponsor_income_sufficient_since: date, wage_years: int = WAGE_YEARS) -> date:
    return years_after(sponsor_income_sufficient_since, wage_years)


@from_day(
    source=VB["3.105"],
    curable=Curable.BY_TIME,
    en="the means are there on the day of the decision (D4)",
    nl="de middelen zijn er op de dag van het besluit (D4)",
    unmet=Text(
        en="The means are not there yet on the day of the decision (D4).",
        nl="De middelen zijn er nog niet op de dag van het besluit (D4).",
    ),
)
def means_are_there(sponsor_income_from: date) -> date:
    return sponsor_income_from
