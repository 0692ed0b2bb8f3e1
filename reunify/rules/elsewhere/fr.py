"""France: L561-2 to L561-5 of the code of entry and residence, with L434-3, L434-4 and L434-9, which L561-4 applies."""

from __future__ import annotations

from datetime import date
from typing import Final

from reunify.facts import NOBODY, NOT_CHOSEN, Consent, Relation
from reunify.logic import OPEN, Node, Point, all_of, any_of, condition, equals, no, none_of, until_day, where, yes
from reunify.rules import age, kin, marriage
from reunify.rules.elsewhere.asked import (
    Who,
    before,
    listed,
    no_threat,
    of_child,
    of_partner,
    of_spouse,
    one_spouse,
    state_law,
    statute,
    step_child_with_parent,
    under_18,
    unmarried,
)
from reunify.rules.figures import MAJORITY
from reunify.terms import birthday
from reunify.text import Text

__all__ = ["FR", "family_before_asylum", "france", "married_before_asylum", "to_19"]

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


@condition(
    source=FR["L561-2"],
    en="the marriage is from before the asylum application (D1)",
    nl="het huwelijk is van vóór de asielaanvraag (D1)",
    unmet=Text(
        en="The marriage is not from before the asylum application (D1).",
        nl="Het huwelijk is niet van vóór de asielaanvraag (D1).",
    ),
)
def married_before_asylum(married_on: date, sponsor_asylum_applied_on: date) -> bool:
    """Antérieur à la date d'introduction de sa demande d'asile."""
    return married_on < sponsor_asylum_applied_on


_TIE_OF_SPOUSE = before(FR["L561-2"], any_of(married_before_asylum, OPEN))
"""A later spouse may come after a year, by other articles; whether that year is over is left open."""
_TIE_OF_PARTNER = before(
    FR["L561-2"],
    where(
        all_of(marriage.is_married_or_registered, marriage.valid_where_concluded),
        then=all_of(family_before_asylum, OPEN),
        otherwise=family_before_asylum,
    ),
)
"""A common life from before; whether it still counts as one after a marriage the text does not say."""
_ONE = one_spouse(FR["L434-9"])
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

_OF_COUPLE = all_of(
    kin.is_own_child,
    none_of(
        "parent_member",
        (NOBODY, NOT_CHOSEN),
        FR["L561-2"],
        en="the child is of both",
        nl="het kind is van beiden",
    ),
)
_OTHER_PARENT_GONE = equals(
    "consent_other_parent",
    Consent.NOT_NEEDED,
    FR["L434-3"],
    en="there is no other parent, or that parent is dead or has lost authority",
    nl="er is geen andere ouder, of die is overleden of heeft geen gezag meer",
)
_ENTRUSTED = all_of(
    equals(
        "consent_other_parent",
        Consent.GIVEN,
        FR["L434-4"],
        en="the other parent lets the child go",
        nl="de andere ouder laat het kind gaan",
    ),
    OPEN,
)
"""A court must have given the child into this parent's care too; no fact tells it."""
_PARENTAGE = any_of(
    _OF_COUPLE,
    _OTHER_PARENT_GONE,
    _ENTRUSTED,
    id="consent",
    source=(FR["L434-3"], FR["L434-4"]),
    en="the child is of both; or of one of the two, and the other parent is gone, or lets it go by a court's decision",
    nl="het kind is van beiden; of van een van de twee, en de andere ouder is er niet meer of laat het gaan, met een "
    "beslissing van een rechter",
    unmet=Text(
        en="The child is of one of the two, and its other parent does not let it go.",
        nl="Het kind is van een van de twee, en de andere ouder laat het niet gaan.",
    ),
    ask=Text(
        en="Is the child of both? If not: is the other parent gone, or did a court decide and does that parent let it go?",
        nl="Is het kind van beiden? Zo niet: is de andere ouder er niet meer, of besliste een rechter en laat die ouder het gaan?",
    ),
)
_AGE_OF_ONE = Point(
    "age-of-child-of-one",
    (FR["L561-2"], FR["L434-3"]),
    en="for the child of one of the two the text names 18 years (L434-3), for the child of both 19 (L561-2)",
    nl="voor het kind van een van de twee noemt de tekst 18 jaar (L434-3), voor het kind van beiden 19 (L561-2)",
)
_YOUNG = where(_OF_COUPLE, then=to_19, otherwise=to_19.or_read(_AGE_OF_ONE, age.under_18_on_d3.cited(FR["L434-3"])))
_NOT_OF_OTHER_SPOUSE = any_of(
    no(
        "of_partner_not_chosen",
        FR["L434-9"],
        en="the child is not of another spouse",
        nl="het kind is niet van een andere echtgenoot",
    ),
    marriage.no_other_partner_here.cited(FR["L434-9"]),
    _OTHER_PARENT_GONE.cited(FR["L434-9"]),
    id="one-spouse",
    source=FR["L434-9"],
    en="the child is not of another spouse than the one who is there, unless that other is gone",
    nl="het kind is niet van een andere echtgenoot dan die er al is, tenzij die andere er niet meer is",
    unmet=Text(
        en="The child is of another spouse than the one who is there.",
        nl="Het kind is van een andere echtgenoot dan die er al is.",
    ),
    ask=Text(
        en="Is the child not of another spouse than the one who is there?",
        nl="Is het kind niet van een andere echtgenoot dan die er al is?",
    ),
)


def _with_a_minor(id: str, en: str, nl: str, relation: Relation, kin: Node, *asks: Node) -> Who:  # noqa: A002
    """Ascendants of a minor, alone or not, and their children; the age is that of the application."""
    return Who(
        id=id,
        en=en,
        nl=nl,
        relations={relation},
        source=FR["L561-2"],
        asks=(listed(FR["L561-2"], kin, "they are named", "zij worden genoemd"), *asks),
        who=age.sponsor_still_minor,
    )


_AT_CHARGE = yes(
    "at_parents_charge",
    FR["L561-2"],
    en="the parents have the real care of the brother or sister",
    nl="de ouders zorgen werkelijk voor de broer of zus",
    unmet=Text(
        en="The parents do not have the real care of the brother or sister.",
        nl="De ouders zorgen niet werkelijk voor de broer of zus.",
    ),
)

france: Final = state_law(
    "fr",
    "France",
    "Frankrijk",
    FR,
    ("L561-2", "L561-3", "L561-4", "L561-5"),
    (
        of_spouse(FR["L561-2"], _ADULT, _TIE_OF_SPOUSE, _ONE),
        of_partner(FR["L561-2"], _ADULT, _TIE_OF_PARTNER, _ONE),
        of_child(
            FR["L561-2"],
            _YOUNG,
            unmarried(FR["L561-2"]),
            _PARENTAGE,
            _NOT_OF_OTHER_SPOUSE,
            steps=step_child_with_parent,
        ),
        _with_a_minor("parent", "parent of a minor", "ouder van een minderjarige", Relation.PARENT, kin.is_own_parent),
        _with_a_minor(
            "sibling",
            "minor brother or sister with the parents",
            "minderjarige broer of zus met de ouders",
            Relation.SIBLING,
            kin.is_not_step_or_foster_sibling,
            under_18(FR["L561-2"], age.under_18_on_d3.cited(FR["L561-2"])),
            unmarried(FR["L561-2"]),
            _AT_CHARGE,
            kin.with_parent(FR["L561-2"]),
        ),
    ),
    general=(no_threat(FR["L561-3"]),),
    silent=Text(
        en="Left open here: a marriage from after the asylum application, for other articles let that spouse "
        "come after a year; and the court's decision that gave a child of one of the two into that parent's "
        "care. Not looked at: whether a minor sponsor is married, and the principles of family life (L561-3 "
        "2°).",
        nl="Hier opengelaten: een huwelijk van na de asielaanvraag, want andere artikelen laten die echtgenoot "
        "na een jaar komen; en de beslissing van de rechter die een kind van een van de twee aan die ouder "
        "toevertrouwde. Niet naar gekeken: of een minderjarige hoofdpersoon getrouwd is, en de beginselen van "
        "het gezinsleven (L561-3 2°).",
    ),
)
