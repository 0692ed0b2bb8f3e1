"""Vb 2000 art. 3.24a: the parents of an unaccompanied minor."""

from __future__ import annotations

from typing import Final

from reunify.facts import Relation
from reunify.logic import all_of, any_of, not_, where
from reunify.rules import age, kin, term
from reunify.rules.regular import asked, means, points
from reunify.rules.sponsor import is_refugee, not_evidently_cared_for, stays_on_asylum, was_unaccompanied
from reunify.ruleset import Ground
from reunify.sources import CR_GF_TY, VB
from reunify.text import Text

__all__ = [
    "parent",
    "sponsor_uam",
]

sponsor_uam: Final = all_of(
    where(
        is_refugee,
        then=any_of(all_of(age.sponsor_under_18_on_d1, term.within_term), age.sponsor_still_minor),
        otherwise=age.sponsor_still_minor.or_read(points.UAM_ON_ASYLUM_APPLICATION, age.sponsor_under_18_on_d1).or_read(
            points.UAM_ON_DECISION, not_(age.sponsor_adult_on_decision)
        ),
    ),
    was_unaccompanied,
    not_evidently_cared_for,
    stays_on_asylum,
    id="sponsor-uam",
    source=(VB["3.24a"], CR_GF_TY),
    discretionary=True,
    en="the sponsor is an unaccompanied minor with an asylum permit",
    nl="de hoofdpersoon is een alleenstaande minderjarige met een asielvergunning",
    unmet=Text(
        en="The sponsor is not an unaccompanied minor with an asylum permit, or no longer.",
        nl="De hoofdpersoon is geen alleenstaande minderjarige met een asielvergunning, of niet meer.",
    ),
    ask=Text(
        en="Is the sponsor an unaccompanied minor with an asylum permit?",
        nl="Is de hoofdpersoon een alleenstaande minderjarige met een asielvergunning?",
    ),
)

parent: Final = Ground(
    id="regular-parent",
    title=Text(
        en="parent of an unaccompanied minor (regular)", nl="ouder van een alleenstaande minderjarige (regulier)"
    ),
    source=VB["3.24a"],
    relations={Relation.PARENT},
    who=any_of(age.sponsor_under_18_on_d1, age.sponsor_still_minor),
    conditions=[
        kin.is_own_parent.named(
            "listed",
            VB["3.24a.1"],
            discretionary=True,
            en="the person is a parent by birth, by law or by a recognised adoption",
            nl="de persoon is ouder door geboorte, volgens de wet of door een erkende adoptie",
            unmet=Text(
                en="This person is no parent by birth, by law or by a recognised adoption.",
                nl="Deze persoon is geen ouder door geboorte, volgens de wet of door een erkende adoptie.",
            ),
            ask=Text(
                en="Is this person a parent by birth, by law or by a recognised adoption?",
                nl="Is deze persoon ouder door geboorte, volgens de wet of door een erkende adoptie?",
            ),
        ),
        sponsor_uam,
        asked.mvv,
        asked.document_of_parent,
        asked.of_parent,
        asked.tuberculosis,
        means.of_minor_sponsor,
    ],
)
