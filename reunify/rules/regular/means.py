"""Vb 2000 arts 3.22 and 3.73-3.75: own, lasting and sufficient means, and who need not have them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from reunify.facts import IncomeFrom
from reunify.logic import (
    MET,
    OPEN,
    Curable,
    Node,
    Norm,
    all_of,
    any_of,
    condition,
    equals,
    from_day,
    where,
    yes,
)
from reunify.rules import term, tie
from reunify.rules.figures import (
    BUSINESS_MONTHS,
    MONTHS_AHEAD,
    NORM_SHARE,
    SINGLE_SHARE,
    YEAR_AHEAD,
    YEAR_BEHIND,
    minimum_wage,
)
from reunify.rules.means import (
    has_means,
    income_reaches_norm_of_application,
    income_reaches_norm_of_decision,
    lasting_from_start,
    lasting_on_application,
    lasting_on_decision,
    means_are_there,
    means_were_there,
    norm_known_on_application,
    norm_known_on_decision,
    three_years_of_income,
    worked_out_from_income,
)
from reunify.rules.regular import points
from reunify.rules.regular.sponsor import refugee_here
from reunify.sources import IND_FORMS, VB, VC_REGULAR, VV
from reunify.terms import end_of_months, last_day_of_years, years_after
from reunify.text import Text

__all__ = [
    "a_year_ahead",
    "a_year_behind_on_application",
    "as_a_couple",
    "as_a_single",
    "begins_after_application",
    "business_before_application",
    "business_before_decision",
    "by_policy",
    "exempt",
    "half_a_year_after_a_year",
    "has_partner",
    "in_time",
    "joint_norm_of_application",
    "joint_norm_of_decision",
    "lasting",
    "less_than_a_year",
    "means",
    "months_ahead_on_application",
    "of_business",
    "of_capital",
    "of_child",
    "of_foster_child",
    "of_minor_sponsor",
    "of_partner",
    "of_spouse",
    "of_wages",
    "single_norm_of_application",
    "single_norm_of_decision",
    "together",
    "with_a_child",
]

# ---------------------------------------------------------------- art. 3.22 lid 2: who need not have them

exempt: Final = any_of(
    yes(
        "sponsor_pension_age_reached",
        VB["3.22.2"],
        en="the sponsor has reached the state-pension age",
        nl="de hoofdpersoon heeft de AOW-leeftijd bereikt",
        unmet=Text(
            en="The sponsor has not reached the state-pension age.",
            nl="De hoofdpersoon heeft de AOW-leeftijd niet bereikt.",
        ),
    ),
    yes(
        "sponsor_unable_to_work",
        (VB["3.22.2"], VC_REGULAR),
        en="the sponsor is fully and permanently unable to work",
        nl="de hoofdpersoon is volledig en blijvend arbeidsongeschikt",
        unmet=Text(
            en="The sponsor is not fully and permanently unable to work.",
            nl="De hoofdpersoon is niet volledig en blijvend arbeidsongeschikt.",
        ),
    ),
    yes(
        "sponsor_released_from_work_duty",
        VC_REGULAR,
        en="the municipality has freed the sponsor from the duty to look for work for five years",
        nl="de gemeente heeft de hoofdpersoon vijf jaar vrijgesteld van de plicht om werk te zoeken",
        unmet=Text(
            en="The municipality has not freed the sponsor from the duty to look for work for five years.",
            nl="De gemeente heeft de hoofdpersoon niet vijf jaar vrijgesteld van de plicht om werk te zoeken.",
        ),
    ),
)

# ---------------------------------------------------------------- art. 3.74: sufficient

_BELOW = Text(
    en="The income is below the norm of the day of the application (D3).",
    nl="Het inkomen is lager dan de norm van de dag van de aanvraag (D3).",
)
_BELOW_ON_DECISION = Text(
    en="The income is below the norm of the day of the decision (D4).",
    nl="Het inkomen is lager dan de norm van de dag van het besluit (D4).",
)
_NORM = Text(en="norm a month", nl="norm per maand")
_HALF_A_CENT = Decimal("0.5")
"""The norm is a whole number of cents; what is compared here is a hundredth of a cent, so half a cent rounds it."""


def _single_norm(applied_on: date, single_share: int = SINGLE_SHARE) -> Decimal:
    return minimum_wage(applied_on) * single_share / 100


def _couple_norm(applied_on: date, norm_share: int = NORM_SHARE) -> Decimal:
    return minimum_wage(applied_on) * norm_share / 100


@condition(
    source=VV["3.19.1"],
    curable=Curable.BY_ACTION,
    norms=(Norm(_NORM, _single_norm),),
    en="the income reaches {single_share} on the day of the application (D3)",
    nl="het inkomen haalt {single_share} op de dag van de aanvraag (D3)",
    unmet=_BELOW,
)
def single_norm_of_application(
    sponsor_income_per_month: Decimal, applied_on: date, single_share: int = SINGLE_SHARE
) -> bool:
    return sponsor_income_per_month * 100 > minimum_wage(applied_on) * single_share - _HALF_A_CENT


@condition(
    source=VV["3.19.1"],
    curable=Curable.BY_ACTION,
    en="the income reaches {single_share} on the day of the decision (D4)",
    nl="het inkomen haalt {single_share} op de dag van het besluit (D4)",
    unmet=_BELOW_ON_DECISION,
)
def single_norm_of_decision(
    sponsor_income_per_month: Decimal, decided_on: date, single_share: int = SINGLE_SHARE
) -> bool:
    return sponsor_income_per_month * 100 > minimum_wage(decided_on) * single_share - _HALF_A_CENT


@condition(
    source=(VB["3.74"], VC_REGULAR),
    curable=Curable.BY_ACTION,
    norms=(Norm(_NORM, _couple_norm),),
    en="the income of the sponsor and of the partner here reaches {norm_share} on the day of the application (D3)",
    nl="het inkomen van de hoofdpersoon en van de partner hier haalt {norm_share} op de dag van de aanvraag (D3)",
    unmet=_BELOW,
)
def joint_norm_of_application(
    sponsor_income_per_month: Decimal,
    sponsor_partner_income_per_month: Decimal,
    applied_on: date,
    norm_share: int = NORM_SHARE,
) -> bool:
    income = sponsor_income_per_month + sponsor_partner_income_per_month
    return income * 100 >= minimum_wage(applied_on) * norm_share


@condition(
    source=(VB["3.74"], VC_REGULAR),
    curable=Curable.BY_ACTION,
    en="the income of the sponsor and of the partner here reaches {norm_share} on the day of the decision (D4)",
    nl="het inkomen van de hoofdpersoon en van de partner hier haalt {norm_share} op de dag van het besluit (D4)",
    unmet=_BELOW_ON_DECISION,
)
def joint_norm_of_decision(
    sponsor_income_per_month: Decimal,
    sponsor_partner_income_per_month: Decimal,
    decided_on: date,
    norm_share: int = NORM_SHARE,
) -> bool:
    income = sponsor_income_per_month + sponsor_partner_income_per_month
    return income * 100 >= minimum_wage(decided_on) * norm_share


def _on_either_day(on_application: Node, on_decision: Node) -> Node:
    """Take the norm of the day of receipt, or that of the decision if it is lower."""
    return any_of(
        where(norm_known_on_application, on_application, otherwise=has_means),
        where(norm_known_on_decision, on_decision, otherwise=has_means),
    )


as_a_couple: Final = _on_either_day(income_reaches_norm_of_application, income_reaches_norm_of_decision)
as_a_single: Final = _on_either_day(single_norm_of_application, single_norm_of_decision)
together: Final = _on_either_day(joint_norm_of_application, joint_norm_of_decision)

has_partner: Final = yes(
    "sponsor_has_partner",
    VV["3.19.1"],
    en="the sponsor lives with a partner, or brings one",
    nl="de hoofdpersoon woont met een partner, of laat die overkomen",
)

with_a_child: Final = where(has_partner, then=together, otherwise=as_a_single)
"""For a child the partner who lives here earns too; a single parent needs less."""

# ---------------------------------------------------------------- art. 3.75: lasting


@condition(
    source=VB["3.75"],
    curable=Curable.BY_ACTION,
    en="the income begins after the application",
    nl="het inkomen gaat in na de aanvraag",
    unmet=Text(en="The income did not begin after the application.", nl="Het inkomen begon niet na de aanvraag."),
)
def begins_after_application(sponsor_income_from: date, applied_on: date) -> bool:
    return sponsor_income_from > applied_on


a_year_ahead: Final = any_of(
    all_of(means_were_there, lasting_on_application),
    all_of(begins_after_application, lasting_from_start),
)


@condition(
    source=IND_FORMS,
    curable=Curable.BY_ACTION,
    en="on the day of the application (D3) the income was certain for {months_ahead}",
    nl="op de dag van de aanvraag (D3) was het inkomen nog {months_ahead} zeker",
    unmet=Text(
        en="On the day of the application (D3) the income was not certain for {months_ahead}.",
        nl="Op de dag van de aanvraag (D3) was het inkomen niet nog {months_ahead} zeker.",
    ),
)
def months_ahead_on_application(sponsor_income_until: date, applied_on: date, months_ahead: int = MONTHS_AHEAD) -> bool:
    return sponsor_income_until >= end_of_months(applied_on, months_ahead)


@from_day(
    "applied_on",
    source=(VB["3.75.2"], IND_FORMS),
    curable=Curable.BY_ACTION,
    en="on the day of the application (D3) the income had sufficed for {a year_behind}",
    nl="op de dag van de aanvraag (D3) was het inkomen {a year_behind} voldoende",
    unmet=Text(
        en="On the day of the application (D3) the income had not sufficed for {a year_behind}.",
        nl="Op de dag van de aanvraag (D3) was het inkomen niet {a year_behind} voldoende.",
    ),
)
def a_year_behind_on_application(sponsor_income_sufficient_since: date, year_behind: int = YEAR_BEHIND) -> date:
    return years_after(sponsor_income_sufficient_since, year_behind)


@from_day(
    "applied_on",
    source=VV["3.20.1"],
    curable=Curable.BY_ACTION,
    en="on the day of the application (D3) the business had earned enough for {business_months}",
    nl="op de dag van de aanvraag (D3) verdiende het bedrijf {business_months} lang genoeg",
    unmet=Text(
        en="On the day of the application (D3) the business had not earned enough for {business_months}.",
        nl="Op de dag van de aanvraag (D3) verdiende het bedrijf nog geen {business_months} genoeg.",
    ),
)
def business_before_application(sponsor_income_sufficient_since: date, business_months: int = BUSINESS_MONTHS) -> date:
    return end_of_months(sponsor_income_sufficient_since, business_months)


@from_day(
    source=VV["3.20.1"],
    curable=Curable.BY_ACTION,
    en="on the day of the decision (D4) the business has earned enough for {business_months}",
    nl="op de dag van het besluit (D4) verdient het bedrijf {business_months} lang genoeg",
    unmet=Text(
        en="On the day of the decision (D4) the business has not earned enough for {business_months}.",
        nl="Op de dag van het besluit (D4) verdient het bedrijf nog geen {business_months} genoeg.",
    ),
)
def business_before_decision(sponsor_income_sufficient_since: date, business_months: int = BUSINESS_MONTHS) -> date:
    return end_of_months(sponsor_income_sufficient_since, business_months)


def _income_is(source: IncomeFrom, en: str, nl: str) -> Node:
    return equals("sponsor_income_source", source, VB["3.73"], en=en, nl=nl)


of_capital: Final = _income_is(IncomeFrom.CAPITAL, "the income is from capital", "het inkomen komt uit vermogen")
of_business: Final = _income_is(
    IncomeFrom.OWN_BUSINESS, "the income is from an own business", "het inkomen komt uit een eigen bedrijf"
)
of_wages: Final = _income_is(IncomeFrom.EMPLOYMENT, "the income is wages", "het inkomen is loon")

_wages_for_years = three_years_of_income.cited(VB["3.75.3"], curable=Curable.BY_ACTION)
"""The means of this route are cured by action: whoever finds an income for a year ahead need not wait for these years."""

half_a_year_after_a_year: Final = all_of(months_ahead_on_application, a_year_behind_on_application, means_were_there)

lasting: Final = where(
    of_capital,
    then=a_year_behind_on_application,
    otherwise=where(
        of_business,
        then=any_of(
            all_of(business_before_application, lasting_on_application),
            all_of(business_before_decision, lasting_on_decision),
        ),
        otherwise=any_of(
            a_year_ahead,
            where(of_wages, then=_wages_for_years, otherwise=a_year_ahead),
            half_a_year_after_a_year.or_read(points.THIRD_WAY, a_year_ahead),
        ),
    ),
)

# ---------------------------------------------------------------- the condition


def _worked_out(sufficient: Node) -> Node:
    """What the income comes to; below the norm the case must still be weighed."""
    enough = all_of(sufficient, lasting, means_are_there)
    return where(
        worked_out_from_income,
        then=enough.or_read(points.BELOW_NORM, any_of(enough, OPEN)),
        otherwise=has_means,
    )


_TASK = Text(
    en="get enough income that is certain for {a year_ahead}, no social assistance",
    nl="zorg voor genoeg inkomen dat {a year_ahead} zeker is, geen bijstand",
)


def means(asked: Node, *, single: bool = False) -> Node:
    """Put it under one name."""
    return asked.named(
        "means",
        (VB["3.22"], VB["3.74"]),
        discretionary=True,
        figures=(NORM_SHARE, YEAR_AHEAD, *((SINGLE_SHARE,) if single else ())),
        task=_TASK,
        place=Text(en="with help of the municipality or the UWV", nl="met hulp van de gemeente of het UWV"),
        en="the sponsor has own, lasting means of at least {norm_share}"
        + (" (a single parent {single_share})" if single else "")
        + ", or need not have them",
        nl="de hoofdpersoon heeft zelf duurzame middelen van ten minste {norm_share}"
        + (" (een alleenstaande ouder {single_share})" if single else "")
        + ", of hoeft die niet te hebben",
        unmet=Text(
            en="The sponsor's income is not enough for the regular route, or not certain for long enough.",
            nl="Het inkomen van de hoofdpersoon is niet genoeg voor de reguliere weg, of niet lang genoeg zeker.",
        ),
        ask=Text(
            en="Does the sponsor have enough income for the regular route, certain for {another year_ahead}?",
            nl="Heeft de hoofdpersoon genoeg inkomen voor de reguliere weg, {another year_ahead} zeker?",
        ),
    )


in_time: Final = any_of(term.within_term, term.excusable_delay_since)


def _refugee_in_time(tie_before: Node, asked: Node) -> Node:
    return where(
        all_of(refugee_here, tie_before, in_time),
        then=asked.or_read(points.REFUGEE_IN_TIME, MET),
        otherwise=asked,
    )


_of_couple = any_of(exempt, _worked_out(as_a_couple))
_of_child = any_of(exempt, _worked_out(with_a_child))

of_spouse: Final = means(_refugee_in_time(tie.married_before_entry, _of_couple))
of_partner: Final = means(_of_couple)
of_child: Final = means(_refugee_in_time(tie.family_on_entry, _of_child), single=True)
of_foster_child: Final = means(_of_child, single=True)

_of_minor = _worked_out(as_a_couple.or_read(points.UAM_NORM, as_a_single))
of_minor_sponsor: Final = means(
    where(
        refugee_here,
        then=MET.or_read(points.UAM_REFUGEE_MEANS, _of_minor),
        otherwise=_of_minor.or_read(points.UAM_SUBSIDIARY_MEANS, MET),
    ),
    single=True,
)
"""Art. 3.24a lid 2: the minor's own means, without any exemption; of a refugee they may not be asked (C-560/20)."""


@condition(
    source=IND_FORMS,
    en="the income is certain for less than {a year_ahead}",
    nl="het inkomen is minder dan {a year_ahead} zeker",
)
def less_than_a_year(sponsor_income_until: date, applied_on: date, year_ahead: int = YEAR_AHEAD) -> bool:
    return sponsor_income_until < last_day_of_years(applied_on, year_ahead)


by_policy: Final = any_of(
    yes(
        "sponsor_released_from_work_duty",
        VC_REGULAR,
        en="the sponsor is freed from the duty to look for work",
        nl="de hoofdpersoon is vrijgesteld van de plicht om werk te zoeken",
    ),
    all_of(worked_out_from_income, less_than_a_year, half_a_year_after_a_year),
)
