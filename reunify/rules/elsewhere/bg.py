"""Bulgaria: art. 34 and § 1 point 3 of the act on asylum and refugees."""

from __future__ import annotations

from typing import Final

from reunify.facts import Relation
from reunify.logic import OPEN, all_of, any_of, not_, yes
from reunify.rules import age, kin, refusal
from reunify.rules.elsewhere.asked import (
    Who,
    after_window,
    before,
    before_entry,
    dependent,
    listed,
    minor,
    minor_alone,
    of_adult_child,
    of_child,
    of_parent,
    of_partner,
    of_spouse,
    one_spouse,
    sponsor_minor,
    state_law,
    statute,
    step_child_with_parent,
    unmarried,
)
from reunify.text import Text

__all__ = ["BG", "bulgaria"]

BG: Final = statute(
    "ZUB (BG)",
    "Bulgarian act on asylum and refugees",
    "Bulgaarse asielwet",
    "Ahelia-Consulting-EOOD/legalize-bg",
    "2025-06-27",
)

_FAMILY: Final = BG["§1.3"]
_MEANS = after_window(BG["34.1"], 6, minor_alone)
_TIE = before(BG["34.1"], before_entry(BG["34.1"]))
_ONE = one_spouse(BG["34.3"])

_RESPONSIBLE = Who(
    id="responsible-adult",
    en="adult who is responsible for an unaccompanied minor",
    nl="volwassene die voor een alleenstaande minderjarige verantwoordelijk is",
    relations={Relation.PARENT, Relation.SIBLING, Relation.GRANDPARENT, Relation.OTHER},
    source=BG["34.4"],
    asks=(
        listed(
            BG["34.4"],
            yes(
                "responsible_for_minor",
                BG["34.4"],
                en="the adult is family, or responsible by law or custom",
                nl="de volwassene is familie, of verantwoordelijk volgens wet of gewoonte",
            ),
            "such an adult is named, where the parents have died or cannot be found",
            "zo'n volwassene wordt genoemd, als de ouders zijn overleden of onvindbaar zijn",
        ),
        age.adult_on_decision.cited(BG["34.4"]),
        OPEN,
    ),
    who=all_of(minor_alone, not_(kin.is_own_parent)),
)
"""Only where the parents have died or cannot be found, which no fact tells."""

_PARENT = Who(
    id="parent-of-family",
    en="parent of a minor, or parent who cannot do without care",
    nl="ouder van een minderjarige, of ouder die niet zonder zorg kan",
    relations={Relation.PARENT},
    source=_FAMILY,
    asks=(
        listed(_FAMILY, kin.is_own_parent, "such parents are named", "zulke ouders worden genoemd"),
        any_of(sponsor_minor(_FAMILY), dependent(_FAMILY)),
        _TIE,
        _MEANS,
    ),
    who=not_(minor_alone),
)
"""Point 3 c and d: too old or too ill to look after themselves, or of a minor who is not alone."""

bulgaria: Final = state_law(
    "bg",
    "Bulgaria",
    "Bulgarije",
    BG,
    ("34", "§1.3"),
    (
        of_spouse(_FAMILY, _TIE, _ONE, _MEANS, relations={Relation.SPOUSE}),
        of_partner(_FAMILY, _TIE, _ONE, _MEANS),
        of_child(_FAMILY, minor(_FAMILY), unmarried(_FAMILY), _TIE, _MEANS, steps=all_of(step_child_with_parent, OPEN)),
        of_adult_child(_FAMILY, unmarried(_FAMILY), _TIE, _MEANS),
        of_parent(BG["34.4"]),
        _PARENT,
        _RESPONSIBLE,
    ),
    general=(refusal.member_not_1f.cited(BG["34.3"]),),
    silent=Text(
        en="Left open here: on which day a minor must be one; whether the children of the couple are also those "
        "of one of the two; whether the parents of a minor alone have died. Not looked at: whether a minor "
        "sponsor is married.",
        nl="Hier opengelaten: op welke dag een minderjarige dat moet zijn; of de kinderen van het paar ook die "
        "van een van de twee zijn; of de ouders van een alleenstaande minderjarige zijn overleden. Niet naar "
        "gekeken: of een minderjarige hoofdpersoon getrouwd is.",
    ),
)
