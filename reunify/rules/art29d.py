"""Vw 2000 art. 29d: what is asked besides where the sponsor has subsidiary protection.

Lid 1: the family members of art. 29c, without its term. Lid 2: the authority *may* refuse while two years have
not passed (a), and for lack of means (b) or of housing (c).
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from reunify.facts import Housing
from reunify.logic import MET, Curable, Norm, all_of, any_of, condition, from_day, one_of, where, yes
from reunify.rules import age, change_day, points, sponsor
from reunify.rules.figures import MAJORITY, NORM_KNOWN_FROM, NORM_KNOWN_UNTIL, NORM_SHARE, WAIT, minimum_wage, norm_from
from reunify.sources import IND_NEW_RULES, VB, VW, Mark
from reunify.terms import last_day_of_years, last_day_under, permit_starts_on, years_after
from reunify.text import Text

# ---------------------------------------------------------------- lid 2 a: two years since the grant


@from_day(
    source=VW["29d.2.a"],
    curable=Curable.BY_TIME,
    en="{wait} have passed since the day after the grant was made known (D2)",
    nl="sinds de dag na de bekendmaking van de verlening (D2) zijn {wait} verstreken",
)
def wait_since_permit(sponsor_permit_notified_on: date, wait: int = WAIT) -> date:
    """The permit takes effect on the day after the decision is made known (art. 44 lid 2)."""
    return years_after(permit_starts_on(sponsor_permit_notified_on), wait)


@from_day(
    source=IND_NEW_RULES,
    curable=Curable.BY_TIME,
    mark=Mark.INFERRED,
    en="{wait} have passed since the grant was made known (D2)",
    nl="sinds de bekendmaking van de verlening (D2) zijn {wait} verstreken",
)
def wait_since_decision(sponsor_permit_notified_on: date, wait: int = WAIT) -> date:
    """Counted from the decision itself, a day earlier."""
    return years_after(sponsor_permit_notified_on, wait)


@from_day(
    source=VW["44.2"],
    curable=Curable.BY_TIME,
    en="{wait} have passed since the sponsor's asylum application (D1), when the old permit started",
    nl="sinds de asielaanvraag (D1), toen de oude vergunning inging, zijn {wait} verstreken",
)
def wait_since_old_start(sponsor_asylum_applied_on: date, wait: int = WAIT) -> date:
    """Under the old art. 44 lid 2 the permit started on the day of the asylum application."""
    return years_after(sponsor_asylum_applied_on, wait)


wait_over = wait_since_permit.or_read(points.WAIT_FROM_DECISION, wait_since_decision)

two_year_wait = where(
    change_day.granted_before,
    then=wait_over.or_read(points.WAIT_FROM_OLD_START, wait_since_old_start),
    otherwise=wait_over,
).named(
    "two-year-wait",
    VW["29d.2.a"],
    discretionary=True,
    figures=(WAIT,),
    en="{wait} have passed since the sponsor's permit was granted",
    nl="sinds de verlening van de vergunning aan de hoofdpersoon zijn {wait} verstreken",
)

# ---------------------------------------------------------------- lid 2 b: means

worked_out_from_income = yes(
    "sponsor_means_from_income",
    VB["3.105"],
    en="the sponsor's means are to be worked out from the income",
    nl="de middelen van de hoofdpersoon volgen uit het inkomen",
)

# Zelfstandig, duurzaam en voldoende; social assistance does not count.
has_means = yes(
    "sponsor_means",
    VB["3.105"],
    curable=Curable.BY_ACTION,
    en="the sponsor has own, lasting and sufficient means",
    nl="de hoofdpersoon heeft zelf duurzaam en voldoende middelen van bestaan",
)


@condition(source=VB["3.74"], en="the norm of the application day is known", nl="de norm van de aanvraagdag is bekend")
def norm_known_on_application(applied_on: date) -> bool:
    """The half-year of D3 is in the table."""
    return NORM_KNOWN_FROM <= applied_on <= NORM_KNOWN_UNTIL


@condition(source=VB["3.74"], en="the norm of the decision day is known", nl="de norm van de besluitdag is bekend")
def norm_known_on_decision(decided_on: date) -> bool:
    """The half-year of D4 is in the table."""
    return NORM_KNOWN_FROM <= decided_on <= NORM_KNOWN_UNTIL


_NORM = Text(en="norm a month", nl="norm per maand")

_HALF_YEAR = Text(en="half-year of the norm, from", nl="halfjaar van de norm, vanaf")

_A_YEAR = Text(en="a year ends on", nl="een jaar eindigt op")


def _norm_of_application(applied_on: date, norm_share: int = NORM_SHARE) -> Decimal:
    return minimum_wage(applied_on) * norm_share / 100


def _half_year_of_application(applied_on: date) -> date:
    return norm_from(applied_on)


def _year_from_application(applied_on: date) -> date:
    return last_day_of_years(applied_on, 1)


def _year_from_decision(decided_on: date) -> date:
    return last_day_of_years(decided_on, 1)


@condition(
    source=VB["3.74"],
    curable=Curable.BY_ACTION,
    norms=(Norm(_NORM, _norm_of_application), Norm(_HALF_YEAR, _half_year_of_application)),
    en="the income reaches the minimum-wage norm of the application day (D3)",
    nl="het inkomen haalt de minimumloonnorm van de aanvraagdag (D3)",
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
)
def income_reaches_norm_of_decision(
    sponsor_income_per_month: Decimal, decided_on: date, norm_share: int = NORM_SHARE
) -> bool:
    """A share of the minimum wage, holiday allowance included."""
    return sponsor_income_per_month * 100 >= minimum_wage(decided_on) * norm_share


@condition(
    source=VB["3.75"],
    curable=Curable.BY_ACTION,
    norms=(Norm(_A_YEAR, _year_from_application),),
    en="on the day of the application (D3) the income was certain for another year",
    nl="op de dag van de aanvraag (D3) was het inkomen nog een jaar zeker",
)
def lasting_on_application(sponsor_income_until: date, applied_on: date) -> bool:
    """Nog een jaar beschikbaar; the last day of the contract counts."""
    return sponsor_income_until >= _year_from_application(applied_on)


@condition(
    source=VB["3.75"],
    curable=Curable.BY_ACTION,
    norms=(Norm(_A_YEAR, _year_from_decision),),
    en="on the day of the decision (D4) the income is certain for another year",
    nl="op de dag van het besluit (D4) is het inkomen nog een jaar zeker",
)
def lasting_on_decision(sponsor_income_until: date, decided_on: date) -> bool:
    """Nog een jaar beschikbaar; the last day of the contract counts."""
    return sponsor_income_until >= _year_from_decision(decided_on)


@condition(
    source=VB["3.75"],
    curable=Curable.BY_ACTION,
    en="the means were there on the day of the application (D3)",
    nl="de middelen waren er op de dag van de aanvraag (D3)",
)
def means_were_there(sponsor_income_from: date, applied_on: date) -> bool:
    """Middelen op de dag van de aanvraag."""
    return sponsor_income_from <= applied_on


def _year_from_start(sponsor_income_from: date) -> date:
    return last_day_of_years(sponsor_income_from, 1)


@condition(
    source=VB["3.75"],
    curable=Curable.BY_ACTION,
    norms=(Norm(_A_YEAR, _year_from_start),),
    en="the income is certain for a year from the day on which it begins",
    nl="het inkomen is nog een jaar zeker vanaf de dag waarop het ingaat",
)
def lasting_from_start(sponsor_income_until: date, sponsor_income_from: date) -> bool:
    """Ook van een baan die nog begint."""
    return sponsor_income_until >= _year_from_start(sponsor_income_from)


@from_day(
    source=VB["3.75"],
    curable=Curable.BY_TIME,
    en="wages have sufficed in each of the last three years",
    nl="het loon was in elk van de laatste drie jaar voldoende",
)
def three_years_of_income(sponsor_income_sufficient_since: date) -> date:
    """Drie jaar voldoende loon."""
    return years_after(sponsor_income_sufficient_since, 3)


@from_day(
    source=VB["3.105"],
    curable=Curable.BY_TIME,
    en="the means are there on the day of the decision (D4)",
    nl="de middelen zijn er op de dag van het besluit (D4)",
)
def means_are_there(sponsor_income_from: date) -> date:
    """Middelen vanaf een latere dag."""
    return sponsor_income_from


means = all_of(
    where(
        worked_out_from_income,
        then=all_of(
            where(norm_known_on_application, income_reaches_norm_of_application, otherwise=has_means).or_read(
                points.NORM_OF_WHICH_DAY,
                where(norm_known_on_decision, income_reaches_norm_of_decision, otherwise=has_means),
            ),
            any_of(
                all_of(means_were_there, lasting_on_application),
                all_of(lasting_from_start, lasting_on_decision),
                three_years_of_income,
            ),
        ),
        otherwise=has_means,
    ),
    means_are_there,
).named(
    "means",
    (VW["29d.2.b"], VB["3.105"]),
    discretionary=True,
    figures=(NORM_SHARE,),
    en="the sponsor has own, lasting means of at least {norm_share}",
    nl="de hoofdpersoon heeft zelf duurzame middelen van ten minste {norm_share}",
)

# ---------------------------------------------------------------- lid 2 c: housing

has_a_home = one_of(
    "sponsor_housing",
    (Housing.OWN, Housing.TRANSIT),
    VW["29d.2.c"],
    curable=Curable.BY_ACTION,
    en="the sponsor has a home or a place in a transit location, not only in a reception centre",
    nl="de hoofdpersoon heeft een woning of een plek in een doorstroomlocatie, niet alleen in een opvangcentrum",
)


@from_day(
    source=VW["29d.2.c"],
    curable=Curable.BY_TIME,
    en="the sponsor has that home on the day of the decision (D4)",
    nl="de hoofdpersoon heeft die woonruimte op de dag van het besluit (D4)",
)
def home_is_ready(sponsor_housing_from: date) -> date:
    """Woonruimte vanaf een latere dag."""
    return sponsor_housing_from


has_housing = all_of(
    has_a_home,
    home_is_ready,
    id="housing",
    source=VW["29d.2.c"],
    discretionary=True,
    en="the sponsor has housing; a transit location counts, a reception centre does not",
    nl="de hoofdpersoon heeft woonruimte; een doorstroomlocatie telt, een opvangcentrum niet",
)

# ---------------------------------------------------------------- lid 2: what is asked of whom

means_and_housing = all_of(means, has_housing)

subsidiary_conditions = where(
    sponsor.is_refugee,
    then=MET,
    otherwise=all_of(
        two_year_wait,
        where(
            sponsor.was_uam,
            then=where(
                age.sponsor_adult_on_decision,
                then=MET.or_read(points.MINOR_WHO_CAME_OF_AGE, means_and_housing),
            ),
            otherwise=means_and_housing,
        ),
    ),
)

# ---------------------------------------------------------------- lid 1: on which day a child must be under age


@condition(
    source=VW["29d.2.a"],
    built_on=[wait_since_permit],
    en="the child is under {majority} on the day that the {wait} end",
    nl="het kind is jonger dan {majority} op de dag dat de {wait} om zijn",
)
def child_under_18_after_wait(
    born_on: date, sponsor_permit_notified_on: date, wait: int = WAIT, majority: int = MAJORITY
) -> bool:
    """Minderjarig na de wachttijd."""
    return years_after(permit_starts_on(sponsor_permit_notified_on), wait) <= last_day_under(born_on, majority)


child_under_18_for_subsidiary = (
    age.under_18_on_d3.or_read(points.CHILD_AGE_AFTER_WAIT, child_under_18_after_wait)
    .or_read(points.CHILD_AGE_ON_DECISION, age.under_18_on_d4)
    .or_read(points.CHILD_AGE_ON_ASYLUM_APPLICATION, age.under_18_on_d1)
)
