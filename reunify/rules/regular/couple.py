"""Vb 2000 art. 3.14 a and b: the spouse or registered partner, and the unmarried partner."""

from __future__ import annotations

from typing import Final

from reunify.facts import OtherTie, Relation
from reunify.logic import MET, Curable, Node, all_of, differs, equals, no, not_, where, yes
from reunify.rules import age, marriage, tie
from reunify.rules.regular import asked, means, sponsor
from reunify.ruleset import Ground
from reunify.sources import BW10, RELATION_WEIGHED, VB, VC_REGULAR
from reunify.text import Text

__all__ = [
    "attested",
    "durable",
    "marriage_valid",
    "not_a_valid_marriage",
    "not_closely_related",
    "not_tied_to_another",
    "partner",
    "spouse",
]

# ---------------------------------------------------------------- art. 3.14 a: spouse and registered partner

marriage_valid: Final = marriage.valid_where_concluded.named(
    "marriage-valid",
    BW10["31"],
    discretionary=True,
    en="the marriage is valid where it was concluded",
    nl="het huwelijk is geldig waar het gesloten is",
    unmet=Text(
        en="The marriage is not valid in the place where it was concluded.",
        nl="Het huwelijk is niet geldig op de plaats waar het is gesloten.",
    ),
    ask=Text(
        en="Is the marriage valid in the place where it was concluded?",
        nl="Is het huwelijk geldig op de plaats waar het is gesloten?",
    ),
)

_FOR_ALL_COUPLES = (
    sponsor.stays,
    sponsor.lawful_year,
    sponsor.one_spouse,
    sponsor.common_household,
    asked.mvv,
    asked.tuberculosis,
    sponsor.sponsor_declares,
    asked.integration_exam,
    asked.bond_not_broken,
)

spouse: Final = Ground(
    id="regular-spouse",
    title=Text(en="spouse or registered partner (regular)", nl="echtgenoot of geregistreerd partner (regulier)"),
    source=VB["3.14"],
    relations={Relation.SPOUSE, Relation.REGISTERED_PARTNER},
    conditions=[
        marriage_valid,
        asked.may_refuse(marriage.recognised, BW10["32"]),
        sponsor.spouse_21,
        sponsor.sponsor_21_of_spouse,
        *_FOR_ALL_COUPLES,
        asked.document_of_directive_family(tie.married_before_entry),
        asked.of_close_family,
        means.of_spouse,
    ],
)

# ---------------------------------------------------------------- art. 3.14 b: partner

durable: Final = yes(
    "durable_relationship",
    (VB["3.14"], VC_REGULAR),
    id="durable-relationship",
    discretionary=True,
    en="the relationship is durable and exclusive, on a line with a marriage",
    nl="de relatie is duurzaam en exclusief, en met een huwelijk op één lijn te stellen",
    unmet=Text(en="The relationship is not durable and exclusive.", nl="De relatie is niet duurzaam en exclusief."),
    ask=Text(en="Is the relationship durable and exclusive?", nl="Is de relatie duurzaam en exclusief?"),
)

attested: Final = yes(
    "relationship_attested",
    (VB["3.14"], RELATION_WEIGHED),
    id="attested",
    curable=Curable.BY_ACTION,
    discretionary=True,
    task=Text(
        en="collect what shows the relationship: a statement, photos, messages, witnesses",
        nl="verzamel wat de relatie laat zien: een verklaring, foto's, berichten, getuigen",
    ),
    en="the relationship is duly attested",
    nl="de relatie is deugdelijk bewezen",
    unmet=Text(en="The relationship cannot be shown yet.", nl="De relatie is nog niet aan te tonen."),
    ask=Text(en="Can the relationship be shown?", nl="Is de relatie aan te tonen?"),
)

not_closely_related: Final = no(
    "closely_related",
    VB["3.14"],
    id="not-closely-related",
    discretionary=True,
    en="the partners are not so closely related that they could not marry",
    nl="de partners zijn niet zo nauw verwant dat zij niet zouden mogen trouwen",
    unmet=Text(
        en="The partners are too closely related to marry.", nl="De partners zijn te nauw verwant om te trouwen."
    ),
    ask=Text(
        en="Are the partners not so closely related that they could not marry?",
        nl="Zijn de partners niet zo nauw verwant dat zij niet zouden mogen trouwen?",
    ),
)


def _untied(fact: str, who_en: str, who_nl: str) -> Node:
    return differs(
        fact,
        OtherTie.YES,
        VB["3.14"],
        curable=Curable.BY_ACTION,
        en=f"{who_en} is not married to or registered with another, or that cannot be ended",
        nl=f"{who_nl} is niet met een ander getrouwd of geregistreerd, of dat kan niet worden beëindigd",
        unmet=Text(
            en=f"{who_en.capitalize()} is still married to, or registered with, another, and that can be ended.",
            nl=f"{who_nl.capitalize()} is nog met een ander getrouwd of geregistreerd, en dat kan worden beëindigd.",
        ),
    )


not_tied_to_another: Final = all_of(
    _untied("married_to_another", "the partner", "de partner"),
    _untied("sponsor_married_to_another", "the sponsor", "de hoofdpersoon"),
    id="not-tied-to-another",
    source=(VB["3.14"], VC_REGULAR),
    discretionary=True,
    task=Text(en="end the other marriage or partnership", nl="beëindig het andere huwelijk of partnerschap"),
    en="neither is married to or registered with another, unless that cannot be ended",
    nl="geen van beiden is met een ander getrouwd of geregistreerd, tenzij dat niet kan worden beëindigd",
    unmet=Text(
        en="One of the two is still married to, or registered with, another.",
        nl="Een van beiden is nog met een ander getrouwd of geregistreerd.",
    ),
    ask=Text(
        en="Is neither of the two married to or registered with another?",
        nl="Is geen van beiden met een ander getrouwd of geregistreerd?",
    ),
)

not_a_valid_marriage: Final = all_of(
    not_(all_of(marriage.valid_where_concluded, marriage.recognised)),
    age.adult_on_decision,
    age.sponsor_adult_on_decision,
)
"""The tie of adults that is not valid or not recognised here counts as a relationship; a child is not admitted so."""

partner: Final = Ground(
    id="regular-partner",
    title=Text(en="unmarried partner (regular)", nl="ongehuwde partner (regulier)"),
    source=VB["3.14"],
    relations={Relation.PARTNER, Relation.SPOUSE, Relation.REGISTERED_PARTNER},
    who=where(
        equals(
            "relation",
            Relation.PARTNER,
            VB["3.14"],
            en="the person is an unmarried partner",
            nl="de persoon is een ongehuwde partner",
            unmet=Text(en="This person is no unmarried partner.", nl="Deze persoon is geen ongehuwde partner."),
        ),
        then=MET,
        otherwise=not_a_valid_marriage,
    ),
    conditions=[
        sponsor.partner_21,
        sponsor.sponsor_21_of_partner,
        durable,
        attested,
        not_closely_related,
        not_tied_to_another,
        *_FOR_ALL_COUPLES,
        asked.document,
        asked.of_partner,
        means.of_partner,
    ],
)
