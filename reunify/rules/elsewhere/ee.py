"""Estonia: §§ 7 and 46 of the act on international protection."""

from __future__ import annotations

from typing import Final

from reunify.facts import Relation
from reunify.logic import OPEN, all_of, any_of, not_, yes
from reunify.rules import tie
from reunify.rules.elsewhere.asked import (
    Who,
    before,
    before_entry,
    dependent,
    has_means_there,
    listed,
    means,
    minor,
    minor_alone,
    no_special_tie,
    of_adult_child,
    of_child,
    of_parent,
    of_spouse,
    state_law,
    statute,
    under_18,
    unmarried,
    window,
)
from reunify.text import Text

__all__ = ["EE", "estonia"]

EE: Final = statute(
    "VRKS (EE)", "Estonian act on international protection", "Estse asielwet", "legalize-dev/legalize-ee", "2025-09-01"
)

_TIE = before(EE["7"], before_entry(EE["7"]))
_TIE_OF_KIN = before(EE["7"], any_of(tie.family_on_entry, OPEN))
"""The family was there in the country of origin, § 7(5); of a child that is born later the act does not say it."""
_MEANS = means(
    EE["46"],
    any_of(all_of(window(EE["46"], 6), no_special_tie(EE["46"])), OPEN, has_means_there(EE["46"])),
)
"""Later than six months it may be asked, § 46(7); sooner only of a family that can live in another country, § 46(6)."""
_WARD = yes(
    "authority_papers",
    EE["7"],
    en="the sponsor is the guardian",
    nl="de hoofdpersoon is voogd",
    unmet=Text(en="The sponsor is not the guardian.", nl="De hoofdpersoon is geen voogd."),
)

estonia: Final = state_law(
    "ee",
    "Estonia",
    "Estland",
    EE,
    ("7", "46"),
    (
        of_spouse(EE["7"], _TIE, _MEANS),
        of_child(EE["7"], minor(EE["7"]), unmarried(EE["7"]), _TIE_OF_KIN, _MEANS),
        Who(
            id="ward",
            en="minor ward",
            nl="minderjarige pupil",
            relations={Relation.CHILD, Relation.SIBLING, Relation.GRANDCHILD, Relation.OTHER},
            source=EE["7"],
            asks=(
                listed(EE["7"], _WARD, "a ward is named", "een pupil wordt genoemd"),
                under_18(EE["7"], minor(EE["7"])),
                unmarried(EE["7"]),
                _TIE_OF_KIN,
                _MEANS,
            ),
            who=_WARD,
        ),
        of_adult_child(EE["7"], unmarried(EE["7"]), _TIE_OF_KIN, _MEANS),
        of_parent(EE["7"], _TIE_OF_KIN, _MEANS),
        Who(
            id="dependent-ascendant",
            en="parent or grandparent who depends on the sponsor",
            nl="ouder of grootouder die van de hoofdpersoon afhangt",
            relations={Relation.PARENT, Relation.GRANDPARENT},
            source=EE["7"],
            asks=(
                listed(
                    EE["7"],
                    OPEN,
                    "such a parent or grandparent is named, without other support in the country of origin",
                    "zo'n ouder of grootouder wordt genoemd, zonder andere steun in het land van herkomst",
                ),
                dependent(EE["7"]),
                _TIE_OF_KIN,
                _MEANS,
            ),
            who=not_(minor_alone),
        ),
        Who(
            id="other-relative",
            en="other relative of an unaccompanied minor",
            nl="ander familielid van een alleenstaande minderjarige",
            relations={Relation.SIBLING, Relation.GRANDPARENT, Relation.OTHER},
            source=EE["7"],
            asks=(
                listed(
                    EE["7"],
                    OPEN,
                    "another relative is named, where there are no parents",
                    "een ander familielid wordt genoemd, als er geen ouders zijn",
                ),
            ),
            who=minor_alone,
        ),
    ),
    silent=Text(
        en="Left open here: on which day a child must be a minor; income and housing of who is later than six "
        "months; a child born after the sponsor came; whether a parent or grandparent has other support; "
        "whether a minor alone has parents.",
        nl="Hier opengelaten: op welke dag een kind minderjarig moet zijn; inkomen en woning van wie later is "
        "dan zes maanden; een kind dat na de komst van de hoofdpersoon is geboren; of een ouder of grootouder "
        "andere steun heeft; of een alleenstaande minderjarige ouders heeft.",
    ),
)
