"""Spain: arts 39-41 of the asylum act."""

from __future__ import annotations

from typing import Final

from reunify.facts import COUPLE, Relation
from reunify.logic import OPEN, any_of, yes
from reunify.rules import age, kin, refusal, tie
from reunify.rules.elsewhere.asked import (
    Who,
    dependent,
    listed,
    minor,
    minor_alone,
    no_threat,
    of_child,
    of_partner,
    of_spouse,
    sponsor_minor,
    state_law,
    statute,
)
from reunify.text import Text

__all__ = ["ES", "spain"]

ES: Final = statute(
    "Ley 12/2009 (ES)", "Spanish asylum act", "Spaanse asielwet", "legalize-dev/legalize-es", "2022-05-13"
)

_KIN = Who(
    id="other-kin",
    en="other dependent relative who lived together",
    nl="ander afhankelijk familielid dat samenwoonde",
    relations=set(Relation) - COUPLE,
    source=ES["40.1.d"],
    asks=(
        listed(ES["40.1.d"], OPEN, "other relatives may be admitted", "andere familieleden kunnen worden toegelaten"),
        dependent(ES["40.1.d"]),
        tie.lived_in_household.cited(ES["40.1.d"]).named(
            "lived-together",
            ES["40.1.d"],
            en="they lived together in the country of origin",
            nl="zij woonden samen in het land van herkomst",
            unmet=Text(en="They did not live together there.", nl="Zij woonden daar niet samen."),
            ask=Text(en="Did they live together there?", nl="Woonden zij daar samen?"),
        ),
    ),
)

_RESPONSIBLE = Who(
    id="responsible-adult",
    en="adult who is responsible for a minor",
    nl="volwassene die voor een minderjarige verantwoordelijk is",
    relations={Relation.PARENT, Relation.SIBLING, Relation.GRANDPARENT, Relation.OTHER},
    source=ES["40.1.c"],
    asks=(
        listed(
            ES["40.1.c"],
            yes(
                "responsible_for_minor",
                ES["40.1.c"],
                en="the adult is responsible for the minor by law",
                nl="de volwassene is volgens de wet verantwoordelijk voor de minderjarige",
            ),
            "such an adult is named",
            "zo'n volwassene wordt genoemd",
        ),
        age.adult_on_decision.cited(ES["40.1.c"]),
        sponsor_minor(ES["40.1.c"]),
    ),
)
_TOGETHER = tie.bond_not_broken.cited(ES["40.1.b"])
"""Not after divorce or separation, by law or in fact."""

spain: Final = state_law(
    "es",
    "Spain",
    "Spanje",
    ES,
    ("39", "40", "41"),
    (
        of_spouse(ES["40.1.b"], _TOGETHER, relations={Relation.SPOUSE}),
        of_partner(ES["40.1.b"], _TOGETHER),
        of_child(ES["40.1.a"], minor(ES["40.1.a"])),
        Who(
            id="parent",
            en="dependent parent",
            nl="afhankelijke ouder",
            relations={Relation.PARENT},
            source=ES["40.1.a"],
            asks=(
                listed(ES["40.1.a"], kin.is_own_parent, "parents are named", "ouders worden genoemd"),
                any_of(
                    minor_alone,
                    dependent(ES["40.1.a"]),
                ),
            ),
        ),
        _RESPONSIBLE,
        _KIN,
    ),
    general=(refusal.member_not_1f.cited(ES["40.4"]), no_threat(ES["40.4"])),
    silent=Text(
        en="Left open here: on which day a minor must be one; the power for other relatives. A family member of "
        "another nationality gets no status but does get residence (art. 41(1)), which is the same here. Not "
        "looked at: whether a minor sponsor is married.",
        nl="Hier opengelaten: op welke dag een minderjarige dat moet zijn; de bevoegdheid voor andere "
        "familieleden. Een gezinslid met een andere nationaliteit krijgt geen status maar wel verblijf (art. "
        "41 lid 1); dat is hier hetzelfde. Niet naar gekeken: of een minderjarige hoofdpersoon getrouwd is.",
    ),
)
