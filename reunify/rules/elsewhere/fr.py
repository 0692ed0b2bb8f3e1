"""France: L561-2 to L561-5 of the code of entry and residence."""

from __future__ import annotations

from datetime import date
from typing import Final

from reunify.facts import Relation
from reunify.logic import OPEN, any_of, condition, until_day, where
from reunify.rules import age, kin, marriage
from reunify.rules.elsewhere.asked import (
    Who,
    before,
    listed,
    minor_alone,
    of_child,
    of_parent,
    of_partner,
    of_spouse,
    state_law,
    statute,
    under_18,
    unmarried,
)
from reunify.rules.figures import MAJORITY
from reunify.terms import birthday
from reunify.text import Text

__all__ = ["FR", "family_before_asylum", "france", "to_19"]

FR: Final = statute(
    "CESEDA (FR)",
    "French code of entry and residence",
    "Franse vreemdelingenwet",
    "legalize-dev/legalize-fr",
    "2026-04-03",
)


@until_day(
    "applied_on",
    source=FR["L561-2"],
    en="the child has not passed its 19th birthday on the application",
    nl="het kind heeft bij de aanvraag de 19e verjaardag niet achter zich",
    unmet=Text(
        en="The child had passed its 19th birthday on the application.",
        nl="Het kind had bij de aanvraag de 19e verjaardag achter zich.",
    ),
)
def to_19(born_on: date) -> date:
    """N'ayant pas dépassé leur dix-neuvième anniversaire: the birthday itself is in time."""
    return birthday(born_on, 19)


@condition(
    source=FR["L561-2"],
    en="the tie is from before the asylum application (D1)",
    nl="de band is van vóór de asielaanvraag (D1)",
    unmet=Text(
        en="The tie is not from before the asylum application (D1).",
        nl="De band is niet van vóór de asielaanvraag (D1).",
    ),
)
def family_before_asylum(family_since: date, sponsor_asylum_applied_on: date) -> bool:
    """Antérieure à la demande d'asile."""
    return family_since < sponsor_asylum_applied_on


_LATER_SPOUSE = where(
    marriage.is_married_or_registered, then=any_of(family_before_asylum, OPEN), otherwise=family_before_asylum
)
"""A later spouse may come after a year, by other articles; whether that year is over is left open."""
_TIE = before(FR["L561-2"], _LATER_SPOUSE)
_ADULT = age.adult_on_decision.named(
    "spouse-adult",
    FR["L561-2"],
    figures=(MAJORITY,),
    en="the spouse or partner is {majority} or over",
    nl="de echtgenoot of partner is {majority} of ouder",
    unmet=Text(
        en="The spouse or partner is under {majority}.", nl="De echtgenoot of partner is jonger dan {majority}."
    ),
    ask=Text(en="Is the spouse or partner {majority} or over?", nl="Is de echtgenoot of partner {majority} of ouder?"),
)

france: Final = state_law(
    "fr",
    "France",
    "Frankrijk",
    FR,
    ("L561-2", "L561-4", "L561-5"),
    (
        of_spouse(FR["L561-2"], _ADULT, _TIE),
        of_partner(FR["L561-2"], _ADULT, _TIE),
        of_child(FR["L561-2"], to_19, unmarried(FR["L561-2"])),
        of_parent(FR["L561-2"]),
        Who(
            id="sibling",
            en="minor brother or sister with the parents",
            nl="minderjarige broer of zus met de ouders",
            relations={Relation.SIBLING},
            source=FR["L561-2"],
            asks=(
                listed(FR["L561-2"], kin.is_not_step_or_foster_sibling, "they are named", "zij worden genoemd"),
                under_18(FR["L561-2"], age.under_18_on_d3.cited(FR["L561-2"])),
                unmarried(FR["L561-2"]),
                kin.with_parent(FR["L561-2"]),
            ),
            who=minor_alone,
        ),
    ),
)
