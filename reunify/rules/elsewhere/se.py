"""Sweden: chapter 5 §§ 3, 3a-3f, 17-17b of the aliens act."""

from __future__ import annotations

from datetime import date
from typing import Final

from reunify.facts import COUPLE, OtherTie, Relation
from reunify.logic import OPEN, Node, all_of, any_of, equals, from_day, one_of, where
from reunify.rules import age, kin, sponsor, tie
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
    no_threat,
    of_child,
    of_parent,
    of_partner,
    of_spouse,
    one_spouse,
    state_law,
    statute,
    step_child_with_parent,
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

_IS_COUPLE: Final = one_of("relation", COUPLE, SE["3d"], en="the two are a couple", nl="de twee zijn een paar")
_ESTABLISHED = any_of(
    where(_IS_COUPLE, then=before_entry(SE["3d"]), otherwise=tie.lived_in_household.cited(SE["3d"])), OPEN
)
"""A couple from before the entry; others who lived together abroad for long. Or it is clear in another way."""
_DECIDED_TOGETHER = all_of(tie.is_here.cited(SE["3d"]), OPEN)
_FREE = all_of(
    any_of(sponsor.is_refugee, _DECIDED_TOGETHER), window(SE["3d"], 3), no_special_tie(SE["3d"]), _ESTABLISHED
)
_MEANS = means(SE["3b"], any_of(age.sponsor_still_minor.cited(SE["3c"]), _FREE, has_means_there(SE["3b"])))
"""A child as sponsor is never asked; a refugee not in the three months, of an established tie, without a special one
elsewhere; subsidiary protection only beside a member who is there and whose asylum case is decided with it."""


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


def _tied_to_nobody_else(fact: str, en: str, nl: str) -> Node:
    return equals(
        fact, OtherTie.NO, SE["17a"], en=f"{en} is tied to nobody else", nl=f"{nl} is aan niemand anders gebonden"
    )


_NO_OTHER_TIE = any_of(
    all_of(
        _tied_to_nobody_else("married_to_another", "the person", "de persoon"),
        _tied_to_nobody_else("sponsor_married_to_another", "the sponsor", "de hoofdpersoon"),
    ),
    OPEN,
    id="no-other-tie",
    source=SE["17a"],
    discretionary=True,
    en="neither is married to another; if one is, the authority may refuse",
    nl="geen van beiden is met een ander getrouwd; anders mag de autoriteit weigeren",
    unmet=Text(en="One of the two is married to another.", nl="Een van beiden is met een ander getrouwd."),
    ask=Text(
        en="Is neither married to another? If one is, does the authority leave it at that?",
        nl="Is geen van beiden met een ander getrouwd? Zo wel, laat de autoriteit dat dan rusten?",
    ),
)
_ONE = one_spouse(SE["17b"])
_NO_SHAM = any_of(
    tie.no_sham.cited(SE["17a"]),
    OPEN,
    id="genuine-tie",
    source=SE["17a"],
    discretionary=True,
    en="the marriage or relationship is genuine; if it is not, the authority may refuse",
    nl="het huwelijk of de relatie is echt; anders mag de autoriteit weigeren",
    unmet=Text(en="The marriage or relationship is not genuine.", nl="Het huwelijk of de relatie is niet echt."),
    ask=Text(
        en="Is the marriage or relationship genuine? If not, does the authority leave it at that?",
        nl="Is het huwelijk of de relatie echt? Zo niet, laat de autoriteit dat dan rusten?",
    ),
)
_OF_COUPLES = (_BOTH_21, _NO_OTHER_TIE, _NO_SHAM, _ONE, _MEANS)
_OF_STEP_CHILD = where(kin.is_step_child, then=_ONE)
"""§ 17b: also for the child of the spouse or partner, § 3 first paragraph 2 b."""
_NO_THREAT = any_of(
    no_threat(SE["17a"]),
    OPEN,
    id="public-order",
    source=SE["17a"],
    discretionary=True,
    en="the person is no threat to public order; of one who is the authority may refuse",
    nl="de persoon bedreigt de openbare orde niet; wie dat doet, mag de autoriteit weigeren",
    unmet=Text(en="The person is a threat to public order.", nl="De persoon bedreigt de openbare orde."),
    ask=Text(
        en="Is the person no threat to public order? If so, does the authority leave it at that?",
        nl="Bedreigt de persoon de openbare orde niet? Zo wel, laat de autoriteit dat dan rusten?",
    ),
)
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
        of_child(
            SE["3"],
            minor(SE["3"]),
            unmarried(SE["3"]),
            consent(SE["17"]),
            _OF_STEP_CHILD,
            _MEANS,
            steps=step_child_with_parent,
        ),
        of_parent(SE["3"]),
        _HOUSEHOLD,
    ),
    notes=(_PROSPECTS,),
    general=(_NO_THREAT,),
    silent=Text(
        en="Left open here: on which day a minor must be one; a couple of under 21 or tied to somebody else, and "
        "danger to public order (17 a); a tie that is well established in another way, and asylum cases "
        "decided together (3 d). Not looked at: special reasons to ask no income (3 f), couples who do not "
        "live together yet (3 a), whether a minor sponsor is married.",
        nl="Hier opengelaten: op welke dag een minderjarige dat moet zijn; een paar onder de 21 of gebonden aan "
        "een ander, en gevaar voor de openbare orde (17 a); een band die op een andere manier vaststaat, en "
        "asielzaken waarop samen is beslist (3 d). Niet naar gekeken: bijzondere redenen om geen inkomen te "
        "vragen (3 f), paren die nog niet samenwonen (3 a), en of een minderjarige hoofdpersoon getrouwd is.",
    ),
)
