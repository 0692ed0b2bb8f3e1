"""Germany: §§ 29, 30, 32, 36, 36a and 104(14) of the residence act."""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs

from reunify.facts import COUPLE, Protection, Relation
from reunify.logic import MET, OPEN, Curable, Node, all_of, any_of, condition, equals, from_day, not_, where
from reunify.rules import age, kin, sponsor, tie
from reunify.rules.elsewhere.asked import (
    Who,
    before,
    consent,
    dependent,
    has_means_there,
    listed,
    means,
    minor,
    minor_alone,
    no_special_tie,
    of_child,
    of_parent,
    of_spouse,
    one_spouse,
    state_law,
    statute,
    unmarried,
    window,
)
from reunify.rules.figures import MAJORITY
from reunify.text import Text

__all__ = ["DE", "SUSPENDED_FROM", "SUSPENDED_UNTIL", "germany", "outside_suspension", "suspension_over"]

DE: Final = statute(
    "AufenthG (DE)", "German residence act", "Duitse verblijfswet", "eriklueth/gesetze-corpus-data", "2026-04-16"
)

SUSPENDED_FROM: Final = date(2025, 7, 24)
SUSPENDED_UNTIL: Final = date(2027, 7, 24)
"""The first day after the suspension of § 104(14)."""


@condition(
    source=DE["104.14"],
    en="the suspension of § 104(14) is not in force on the decision day: it runs to 23 July 2027",
    nl="de opschorting van § 104(14) geldt niet op de dag van het besluit: zij loopt tot en met 23 juli 2027",
)
def outside_suspension(decided_on: date) -> bool:
    """Aussetzung des Familiennachzugs."""
    return decided_on < SUSPENDED_FROM or decided_on >= SUSPENDED_UNTIL


@from_day(
    source=DE["104.14"],
    curable=Curable.BY_TIME,
    en="the suspension for subsidiary protection is over (24 July 2027)",
    nl="de opschorting bij subsidiaire bescherming is voorbij (24 juli 2027)",
    unmet=Text(
        en="Family reunification with subsidiary protection is suspended to 23 July 2027.",
        nl="Gezinshereniging bij subsidiaire bescherming is opgeschort tot en met 23 juli 2027.",
    ),
)
def suspension_over(sponsor_protection: Protection) -> date:  # noqa: ARG001 -- the same for everybody of that status
    """Bis zum Ablauf des 23. Juli 2027."""
    return SUSPENDED_UNTIL


_SUBSIDIARY = where(outside_suspension, then=OPEN, otherwise=suspension_over)


def _de_wait() -> Node:
    """A refugee's family has a right; of subsidiary protection it is suspended, and no right after that."""
    return where(sponsor.is_refugee, then=MET, otherwise=_SUBSIDIARY).named(
        "suspension",
        (DE["104.14"], DE["36a.1"]),
        discretionary=True,
        en="the family of a refugee has a right to come; with subsidiary protection it may, once the suspension is over",
        nl="het gezin van een vluchteling heeft recht om te komen; bij subsidiaire bescherming mag het, na de opschorting",
        unmet=Text(
            en="With subsidiary protection this is suspended to 23 July 2027, and a power after that.",
            nl="Bij subsidiaire bescherming is dit opgeschort tot en met 23 juli 2027, en daarna een bevoegdheid.",
        ),
        ask=Text(
            en="Does the authority use its power (subsidiary protection: 1,000 visas a month)?",
            nl="Gebruikt de autoriteit haar bevoegdheid (subsidiaire bescherming: 1000 visa per maand)?",
        ),
    )


_WAIT = _de_wait()
_MEANS = means(
    DE["29.2"],
    any_of(
        all_of(sponsor.is_refugee, window(DE["29.2"], 3), no_special_tie(DE["29.2"])),
        has_means_there(DE["29.1"]),
        OPEN,
    ),
)
"""In time the authority must waive it for refugees; else it may."""
_ADULTS = all_of(
    age.adult_on_decision,
    age.sponsor_adult_on_decision,
    id="both-adults",
    source=DE["30.1"],
    figures=(MAJORITY,),
    en="both are {majority} or over",
    nl="beiden zijn {majority} of ouder",
    unmet=Text(en="One of the two is under {majority}.", nl="Een van beiden is jonger dan {majority}."),
    ask=Text(en="Are both {majority} or over?", nl="Zijn beiden {majority} of ouder?"),
)
_FLIGHT = before(DE["36a.3"], where(sponsor.is_refugee, then=MET, otherwise=any_of(tie.married_before_entry, OPEN)))
_LANGUAGE = where(sponsor.is_refugee, then=any_of(tie.married_before_entry, OPEN), otherwise=MET).named(
    "language",
    DE["30.1"],
    en="no German is asked, as the marriage is older than the sponsor's arrival; or the spouse speaks some",
    nl="er wordt geen Duits gevraagd, want het huwelijk is van vóór de komst van de hoofdpersoon; of de echtgenoot "
    "spreekt het enigszins",
    unmet=Text(en="The spouse speaks no German.", nl="De echtgenoot spreekt geen Duits."),
    ask=Text(en="Does the spouse speak some German?", nl="Spreekt de echtgenoot enig Duits?"),
)
"""§ 36a(4) does not ask it for subsidiary protection."""
_CONSENT = consent(DE["32.3"], OPEN)
"""Without it a child may come against special hardship only, § 32(4)."""

_IS_CHILD = equals("relation", Relation.CHILD, DE["32.1"], en="the person is a child", nl="de persoon is een kind")
_HARDSHIP = Who(
    id="hardship",
    en="other relative, against exceptional hardship",
    nl="ander familielid, bij uitzonderlijke hardheid",
    relations=set(Relation) - COUPLE,
    source=DE["36.2"],
    asks=(
        listed(DE["36.2"], OPEN, "others may come against hardship", "anderen mogen komen bij hardheid"),
        dependent(DE["36.2"]),
    ),
    who=not_(
        any_of(
            all_of(_IS_CHILD, kin.is_own_child, age.under_18_on_d3),
            all_of(kin.is_parent, minor_alone),
        )
    ),
)
"""Whoever §§ 30 to 36a do not name; whether the hardship is exceptional is for the authority to say."""

_OF_COUPLES = (_ADULTS, one_spouse(DE["30.4"]), _LANGUAGE, _FLIGHT, _WAIT, _MEANS)
_REGISTERED = attrs.evolve(
    of_spouse(DE["27.2"], *_OF_COUPLES, relations={Relation.REGISTERED_PARTNER}),
    id="registered-partner",
    en="registered partner",
    nl="geregistreerd partner",
)
"""§ 27(2) applies §§ 30 and 36a to them."""

germany: Final = state_law(
    "de",
    "Germany",
    "Duitsland",
    DE,
    ("27", "29", "30", "32", "36", "36a", "104.14"),
    (
        of_spouse(DE["30.1"], *_OF_COUPLES, relations={Relation.SPOUSE}),
        _REGISTERED,
        of_child(DE["32.1"], minor(DE["32.1"]), unmarried(DE["32.1"]), _CONSENT, _WAIT, _MEANS),
        of_parent(DE["36.1"], _WAIT),
        _HARDSHIP,
    ),
    general=(tie.no_sham.cited(DE["27.1a"]),),
    silent=Text(
        en="Left open here: on which day a child must be a minor; income and housing of who is later than three "
        "months; the power for subsidiary protection; what exceptional hardship is; the German of a later "
        "spouse; a marriage from after the flight with subsidiary protection.",
        nl="Hier opengelaten: op welke dag een kind minderjarig moet zijn; inkomen en woning van wie later is "
        "dan drie maanden; de bevoegdheid bij subsidiaire bescherming; wat uitzonderlijke hardheid is; het "
        "Duits van een latere echtgenoot; een huwelijk van na de vlucht bij subsidiaire bescherming.",
    ),
)
