"""Sweden: chapter 5 §§ 3, 3a-3f, 17-17b of the aliens act."""

from __future__ import annotations

from datetime import date
from typing import Final

from reunify.facts import COUPLE, Relation
from reunify.logic import OPEN, all_of, any_of, from_day
from reunify.rules import age, sponsor, tie
from reunify.rules.elsewhere.asked import (
    Who,
    before_entry,
    consent,
    dependent,
    has_means_there,
    listed,
    means,
    minor,
    no_special_tie,
    of_child,
    of_parent,
    of_partner,
    of_spouse,
    one_spouse,
    state_law,
    statute,
    unmarried,
    window,
)
from reunify.ruleset import Note
from reunify.terms import birthday
from reunify.text import Text

__all__ = ["SE", "is_21", "sponsor_is_21", "sweden"]

SE: Final = statute(
    "Utlänningslagen (SE)", "Swedish aliens act", "Zweedse vreemdelingenwet", "legalize-dev/legalize-se", "2025"
)

_FREE = all_of(sponsor.is_refugee, window(SE["3d"], 3), no_special_tie(SE["3d"]), before_entry)
_MEANS = means(SE["3b"], any_of(age.sponsor_still_minor, _FREE, has_means_there(SE["3b"])))
"""A child as sponsor is never asked; a refugee not in the three months, of a tie from before, without a special tie."""


@from_day(
    source=SE["17a"],
    en="the person is 21 or over on the decision",
    nl="de persoon is bij het besluit 21 of ouder",
    unmet=Text(en="The person is under 21 on the decision.", nl="De persoon is bij het besluit jonger dan 21."),
)
def is_21(born_on: date) -> date:
    """Under 21 år."""
    return birthday(born_on, 21)


@from_day(
    source=SE["17a"],
    en="the sponsor is 21 or over on the decision",
    nl="de hoofdpersoon is bij het besluit 21 of ouder",
    unmet=Text(en="The sponsor is under 21 on the decision.", nl="De hoofdpersoon is bij het besluit jonger dan 21."),
)
def sponsor_is_21(sponsor_born_on: date) -> date:
    """Under 21 år."""
    return birthday(sponsor_born_on, 21)


_BOTH_21 = any_of(
    all_of(is_21, sponsor_is_21),
    OPEN,
    id="both-21",
    source=SE["17a"],
    discretionary=True,
    en="both are 21 or over; under that age the authority may refuse",
    nl="beiden zijn 21 of ouder; onder die leeftijd mag de autoriteit weigeren",
    unmet=Text(en="One of the two is under 21.", nl="Een van beiden is jonger dan 21."),
    ask=Text(
        en="Are both 21 or over? If not, does the authority leave it at that?",
        nl="Zijn beiden 21 of ouder? Zo niet, laat de autoriteit dat dan rusten?",
    ),
)
_OF_COUPLES = (_BOTH_21, one_spouse(SE["17b"]), _MEANS)
_PROSPECTS = Note(
    id="well-founded-prospects",
    sources=(SE["3"],),
    relations={*COUPLE, Relation.CHILD},
    text=Text(
        en="A sponsor with a temporary permit must have well-founded prospects of staying for good. That was not looked at here.",
        nl="Een hoofdpersoon met een tijdelijke vergunning moet goede vooruitzichten hebben op blijvend verblijf. Daar is hier "
        "niet naar gekeken.",
    ),
)

_HOUSEHOLD = Who(
    id="close-relative",
    en="close relative of the same household who depends on the sponsor",
    nl="naaste verwant uit hetzelfde huishouden die van de hoofdpersoon afhangt",
    relations=set(Relation) - COUPLE,
    source=SE["3a"],
    asks=(
        listed(SE["3a"], OPEN, "close relatives may be admitted", "naaste verwanten kunnen worden toegelaten"),
        dependent(SE["3a"]),
        tie.lived_in_household.cited(SE["3a"]),
        _MEANS,
    ),
)

sweden: Final = state_law(
    "se",
    "Sweden",
    "Zweden",
    SE,
    ("3", "3a", "3b", "3d", "17", "17a", "17b"),
    (
        of_spouse(SE["3"], *_OF_COUPLES),
        of_partner(SE["3"], *_OF_COUPLES),
        of_child(SE["3"], minor(SE["3"]), unmarried(SE["3"]), consent(SE["17"]), _MEANS, steps=True),
        of_parent(SE["3"]),
        _HOUSEHOLD,
    ),
    notes=(_PROSPECTS,),
)
