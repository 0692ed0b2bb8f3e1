"""Bulgaria: art. 34 and § 1 point 3 of the act on asylum and refugees."""

from __future__ import annotations

from typing import Final

from reunify.facts import Relation
from reunify.logic import OPEN, yes
from reunify.rules import age
from reunify.rules.elsewhere.asked import (
    Who,
    after_window,
    before,
    before_entry,
    listed,
    minor,
    minor_alone,
    of_adult_child,
    of_child,
    of_parent,
    of_partner,
    of_spouse,
    one_spouse,
    state_law,
    statute,
    unmarried,
)

__all__ = ["BG", "bulgaria"]

BG: Final = statute(
    "ZUB (BG)",
    "Bulgarian act on asylum and refugees",
    "Bulgaarse asielwet",
    "Ahelia-Consulting-EOOD/legalize-bg",
    "2025-06-27",
)

_MEANS = after_window(BG["34.1"], 6, minor_alone)
_TIE = before(BG["34.1"], before_entry)
_ONE = one_spouse(BG["34.3"])

_RESPONSIBLE = Who(
    id="responsible-adult",
    en="adult who is responsible for an unaccompanied minor",
    nl="volwassene die voor een alleenstaande minderjarige verantwoordelijk is",
    relations={Relation.SIBLING, Relation.GRANDPARENT, Relation.OTHER},
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
    who=minor_alone,
)
"""Only where the parents have died or cannot be found, which no fact tells."""

bulgaria: Final = state_law(
    "bg",
    "Bulgaria",
    "Bulgarije",
    BG,
    ("34",),
    (
        of_spouse(BG["34.1"], _TIE, _ONE, _MEANS),
        of_partner(BG["34.1"], _TIE, _ONE, _MEANS),
        of_child(BG["34.1"], minor(BG["34.1"]), unmarried(BG["34.1"]), _TIE, _MEANS),
        of_adult_child(BG["34.1"], unmarried(BG["34.1"]), _TIE, _MEANS),
        of_parent(BG["34.4"]),
        _RESPONSIBLE,
    ),
)
