"""Vw 2000 art. 29d: what is asked besides where the sponsor has subsidiary protection.

Lid 1: the family members of art. 29c, without its term. Lid 2: the authority *may* refuse while two years have
not passed (a), and for lack of means (b) or of housing (c). What the means come down to stands in `means`.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from reunify.facts import Housing
from reunify.logic import MET, Curable, all_of, any_of, condition, from_day, one_of, where
from reunify.rules import age, change_day, points, sponsor
from reunify.rules.figures import MAJORITY, NORM_SHARE, WAIT, YEAR_AHEAD
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
from reunify.sources import IND_NEW_RULES, VB, VW, Mark
from reunify.terms import last_day_under, permit_starts_on, years_after
from reunify.text import Text

# ---------------------------------------------------------------- lid 2 a: two years since the grant


@from_day(
    source=VW["29d.2.a"],
    curable=Curable.BY_TIME,
    en="{wait} {wait:has|have} passed since the day after the grant was made known (D2)",
    nl="sinds de dag na de bekendmaking van de verlening (D2) {wait:is|zijn} {wait} verstreken",
    met=Text(
        en="Since the day after the grant was made known (D2), {wait} {wait:has|have} passed.",
        nl="Sinds de dag na de bekendmaking van de verlening (D2) {wait:is|zijn} {wait} verstreken.",
    ),
    unmet=Text(
        en="Since the day after the grant was made known (D2), {wait} {wait:has|have} not passed yet.",
        nl="Sinds de dag na de bekendmaking van de verlening (D2) {wait:is|zijn} nog geen {wait} verstreken.",
    ),
)
def wait_since_permit(sponsor_permit_notified_on: date, wait: int = WAIT) -> date:
    """The permit takes effect on the day after the decision is made known (art. 44 lid 2)."""
    return years_after(permit_starts_on(sponsor_permit_notified_on), wait)


@from_day(
    source=IND_NEW_RULES,
    curable=Curable.BY_TIME,
    mark=Mark.INFERRED,
    en="{wait} {wait:has|have} passed since the grant was made known (D2)",
    nl="sinds de bekendmaking van de verlening (D2) {wait:is|zijn} {wait} verstreken",
    met=Text(
        en="Since the grant was made known (D2), {wait} {wait:has|have} passed.",
        nl="Sinds de bekendmaking van de verlening (D2) {wait:is|zijn} {wait} verstreken.",
    ),
    unmet=Text(
        en="Since the grant was made known (D2), {wait} {wait:has|have} not passed yet.",
        nl="Sinds de bekendmaking van de verlening (D2) {wait:is|zijn} nog geen {wait} verstreken.",
    ),
)
def wait_since_decision(sponsor_permit_notified_on: date, wait: int = WAIT) -> date:
    """Counted from the decision itself, a day earlier."""
    return years_after(sponsor_permit_notified_on, wait)


@from_day(
    source=VW["44.2"],
    curable=Curable.BY_TIME,
    en="{wait} {wait:has|have} passed since the sponsor's asylum application (D1), when the old permit started",
    nl="sinds de asielaanvraag (D1), toen de oude vergunning inging, {wait:is|zijn} {wait} verstreken",
    met=Text(
        en="Since the sponsor's asylum application (D1), when the old permit started, {wait} {wait:has|have} passed.",
        nl="Sinds de asielaanvraag (D1), toen de oude vergunning inging, {wait:is|zijn} {wait} verstreken.",
    ),
    unmet=Text(
        en="Since the sponsor's asylum application (D1), when the old permit started, {wait} {wait:has|have} not passed yet.",
        nl="Sinds de asielaanvraag (D1), toen de oude vergunning inging, {wait:is|zijn} nog geen {wait} verstreken.",
    ),
)
def wait_since_old_start(sponsor_asylum_applied_on: date, wait: int = WAIT) -> date:
    """Under the old art. 44 lid 2 the permit started on the day of the asylum application."""
    return years_after(sponsor_asylum_applied_on, wait)


wait_over: Final = wait_since_permit.or_read(points.WAIT_FROM_DECISION, wait_since_decision)

two_year_wait: Final = where(
    change_day.granted_before,
    then=wait_over.or_read(points.WAIT_FROM_OLD_START, wait_since_old_start),
    otherwise=wait_over,
).named(
    "two-year-wait",
    VW["29d.2.a"],
    discretionary=True,
    figures=(WAIT,),
    en="{wait} {wait:has|have} passed since the sponsor's permit was granted",
    nl="sinds de verlening van de vergunning aan de hoofdpersoon {wait:is|zijn} {wait} verstreken",
    met=Text(en="The wait of {wait} is over.", nl="De wachttijd van {wait} is voorbij."),
    unmet=Text(
        en="The wait of {wait} is not over yet. It ends on {day}.",
        nl="De wachttijd van {wait} is nog niet voorbij. Die eindigt op {day}.",
    ),
    ask=Text(
        en="Is the wait of {wait} over? That depends on the day on which the grant was made known (D2).",
        nl="Is de wachttijd van {wait} voorbij? Dat hangt af van de dag waarop de verlening is bekendgemaakt (D2).",
    ),
)

# ---------------------------------------------------------------- lid 2 b: means

means: Final = all_of(
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
    figures=(NORM_SHARE, YEAR_AHEAD),
    task=Text(
        en="get enough income that is certain for {a year_ahead}: at least {norm_share}, no social assistance",
        nl="zorg voor genoeg inkomen dat {a year_ahead} zeker is: ten minste {norm_share}, geen bijstand",
    ),
    place=Text(en="with help of the municipality or the UWV", nl="met hulp van de gemeente of het UWV"),
    en="the sponsor has own, lasting means of at least {norm_share}",
    nl="de hoofdpersoon heeft zelf duurzame middelen van ten minste {norm_share}",
    unmet=Text(
        en="The sponsor's income is not enough, or not certain for long enough. At least {norm_share} is asked, for {another year_ahead}.",
        nl="Het inkomen van de hoofdpersoon is niet genoeg, of niet lang genoeg zeker. Gevraagd wordt ten minste {norm_share}, {another year_ahead} lang.",
    ),
    ask=Text(
        en="Does the sponsor have enough income: at least {norm_share}, certain for {another year_ahead}?",
        nl="Heeft de hoofdpersoon genoeg inkomen: ten minste {norm_share}, {another year_ahead} zeker?",
    ),
)

# ---------------------------------------------------------------- lid 2 c: housing

has_a_home: Final = one_of(
    "sponsor_housing",
    (Housing.OWN, Housing.TRANSIT),
    VW["29d.2.c"],
    curable=Curable.BY_ACTION,
    en="the sponsor has a home or a place in a transit location, not only in a reception centre",
    nl="de hoofdpersoon heeft een woning of een plek in een doorstroomlocatie, niet alleen in een opvangcentrum",
    unmet=Text(
        en="The sponsor has no home and no place in a transit location.",
        nl="De hoofdpersoon heeft geen woning en geen plek in een doorstroomlocatie.",
    ),
    ask=Text(
        en="Does the sponsor have a home or a place in a transit location?",
        nl="Heeft de hoofdpersoon een woning of een plek in een doorstroomlocatie?",
    ),
)


@from_day(
    source=VW["29d.2.c"],
    curable=Curable.BY_TIME,
    en="the sponsor has that home on the day of the decision (D4)",
    nl="de hoofdpersoon heeft die woonruimte op de dag van het besluit (D4)",
    unmet=Text(
        en="The sponsor does not have that home yet on the day of the decision (D4).",
        nl="De hoofdpersoon heeft die woonruimte nog niet op de dag van het besluit (D4).",
    ),
)
def home_is_ready(sponsor_housing_from: date) -> date:
    return sponsor_housing_from


has_housing: Final = all_of(
    has_a_home,
    home_is_ready,
    id="housing",
    task=Text(
        en="get housing: a home or a place in a transit location",
        nl="zorg voor woonruimte: een woning of een plek in een doorstroomlocatie",
    ),
    place=Text(en="with the municipality or the COA", nl="bij de gemeente of het COA"),
    source=VW["29d.2.c"],
    discretionary=True,
    en="the sponsor has housing; a transit location counts, a reception centre does not",
    nl="de hoofdpersoon heeft woonruimte; een doorstroomlocatie telt, een opvangcentrum niet",
    unmet=Text(
        en="The sponsor has no housing yet. A place in a transit location counts, one in a reception centre does not.",
        nl="De hoofdpersoon heeft nog geen woonruimte. Een doorstroomlocatie telt, een opvangcentrum niet.",
    ),
    ask=Text(
        en="Does the sponsor have housing? A place in a transit location counts, one in a reception centre does not.",
        nl="Heeft de hoofdpersoon woonruimte? Een doorstroomlocatie telt, een opvangcentrum niet.",
    ),
)

# ---------------------------------------------------------------- lid 2: what is asked of whom

means_and_housing: Final = all_of(means, has_housing)

subsidiary_conditions: Final = where(
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
    en="the child is under {majority} on the day that {the wait} {wait:ends|end}",
    nl="het kind is jonger dan {majority} op de dag dat {the wait} om {wait:is|zijn}",
    unmet=Text(
        en="The child is {majority} or over on the day that {the wait} {wait:ends|end}.",
        nl="Het kind is {majority} of ouder op de dag dat {the wait} om {wait:is|zijn}.",
    ),
)
def child_under_18_after_wait(
    born_on: date, sponsor_permit_notified_on: date, wait: int = WAIT, majority: int = MAJORITY
) -> bool:
    return years_after(permit_starts_on(sponsor_permit_notified_on), wait) <= last_day_under(born_on, majority)


child_under_18_for_subsidiary: Final = (
    age.under_18_on_d3.or_read(points.CHILD_AGE_AFTER_WAIT, child_under_18_after_wait)
    .or_read(points.CHILD_AGE_ON_DECISION, age.under_18_on_d4)
    .or_read(points.CHILD_AGE_ON_ASYLUM_APPLICATION, age.under_18_on_d1)
)
