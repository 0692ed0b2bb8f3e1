"""What only the regular route asks of a family member: each fact with its label, its question, whom it concerns."""

from __future__ import annotations

from typing import Any, Final

from reunify.facts import presumptions
from reunify.facts.choices import COUPLE, Custody, Exam, OtherTie, Relation, Sanction, TravelDocument
from reunify.facts.kinds import FactKind, fact

__all__ = [
    "TAKEN_IN",
    "carers_able",
    "closely_related",
    "crime_sanction",
    "custody_of_sponsor",
    "exam_passed",
    "false_information_before",
    "foster_kin",
    "in_military_service",
    "married_to_another",
    "medical_statement",
    "mvv_exempt",
    "no_acceptable_future",
    "raised_abroad_by_sponsor",
    "relationship_attested",
    "tb_willing",
    "travel_document",
    "will_live_together",
]

TAKEN_IN: Final = frozenset({Relation.CHILD, Relation.SIBLING, Relation.GRANDCHILD, Relation.OTHER})
"""Who can be taken in as a foster child."""

married_to_another: Any = fact(
    OtherTie,
    "married to or registered with somebody else",
    "gehuwd of geregistreerd met een ander",
    "Is {name} still married to, or in a registered partnership with, someone else than the sponsor, and can that be ended?",
    "Is {name} nog gehuwd of geregistreerd partner met een ander dan de hoofdpersoon, en kan dat worden beëindigd?",
    concerns=COUPLE,
    assumed=OtherTie.NO,
)
relationship_attested: Any = fact(
    FactKind.YES_NO,
    "relationship can be shown",
    "relatie is aan te tonen",
    "Can you show the relationship (statement, photos, messages, witnesses)?",
    "Kunt u de relatie aantonen (verklaring, foto's, berichten, getuigen)?",
    concerns=COUPLE,
)
closely_related: Any = fact(
    FactKind.YES_NO,
    "too closely related to marry",
    "te nauw verwant om te trouwen",
    "Are {name} and the sponsor so closely related that they could not marry?",
    "Zijn {name} en de hoofdpersoon zo nauw verwant dat zij niet zouden mogen trouwen?",
    concerns=COUPLE,
    assumed=False,
)
will_live_together: Any = fact(
    FactKind.YES_NO,
    "will live together",
    "gaan samenwonen",
    "Will {name} and the sponsor live together at one address?",
    "Gaan {name} en de hoofdpersoon samenwonen op één adres?",
    assumed=True,
)
custody_of_sponsor: Any = fact(
    Custody,
    "custody of the sponsor",
    "gezag van de hoofdpersoon",
    "Which custody does the sponsor have over {name}? For a foster child: custody or guardianship given by an authority.",
    "Welk gezag heeft de hoofdpersoon over {name}? Bij een pleegkind: gezag of voogdij, door een autoriteit gegeven.",
    concerns=TAKEN_IN,
)
travel_document: Any = fact(
    TravelDocument,
    "passport",
    "paspoort",
    "Has {name} a valid passport, or proof that none can be had?",
    "Heeft {name} een geldig paspoort, of bewijs dat dat niet te krijgen is?",
    assumed=TravelDocument.VALID,
)
mvv_exempt: Any = fact(
    FactKind.YES_NO,
    "exempt from the mvv",
    "vrijgesteld van de mvv",
    "Is {name} exempt from the entry permit (mvv), by nationality or otherwise?",
    "Is {name} vrijgesteld van de mvv, door nationaliteit of anders?",
    assumed=False,
)
exam_passed: Any = fact(
    Exam,
    "integration exam abroad",
    "basisexamen inburgering buitenland",
    "Did {name} pass the integration exam abroad in the past year?",
    "Heeft {name} in het afgelopen jaar het basisexamen inburgering buitenland gehaald?",
)
crime_sanction: Any = fact(
    Sanction,
    "punished for a crime",
    "gestraft voor een misdrijf",
    "Was {name} ever punished for a crime (prison, community service, fine, settlement)? Are 5 (violence or drugs 10, grave crimes 20) years over?",
    "Is {name} ooit voor een misdrijf gestraft (cel, taakstraf, boete, schikking)? Zijn er 5 (geweld of drugs 10, zware misdrijven 20) jaar voorbij?",
    assumed=Sanction.NO,
)
false_information_before: Any = fact(
    FactKind.YES_NO,
    "false information in an earlier case",
    "onjuiste gegevens in een eerdere zaak",
    "Was false information given about {name} in an earlier visa or permit case, without five years abroad since?",
    "Zijn over {name} in een eerdere visum- of verblijfszaak onjuiste gegevens verstrekt, zonder vijf jaar in het buitenland daarna?",
    assumed=False,
)
tb_willing: Any = fact(
    FactKind.YES_NO,
    "TB examination",
    "tbc-onderzoek",
    "Is {name} willing to have a TB examination, or from an exempt country?",
    "Wil {name} een tbc-onderzoek ondergaan, of gaat het om een vrijgesteld land?",
    assumed=True,
)
no_acceptable_future: Any = fact(
    FactKind.YES_NO,
    "nobody near at home can care for the child",
    "niemand in de buurt kan voor het kind zorgen",
    "Is there no near family at home able to care for {name}?",
    "Is er in het land van herkomst geen naaste familie die voor {name} kan zorgen?",
    concerns=TAKEN_IN,
)
foster_kin: Any = fact(
    FactKind.YES_NO,
    "the sponsor is near kin of the child",
    "de hoofdpersoon is naaste familie van het kind",
    "Is the sponsor {name}'s grandparent, (half-)brother or sister, brother- or sister-in-law, uncle or aunt?",
    "Is de hoofdpersoon grootouder, (half)broer of (half)zus, zwager, schoonzus, oom of tante van {name}?",
    concerns=TAKEN_IN,
    assumed=presumptions.foster_kin,
)
raised_abroad_by_sponsor: Any = fact(
    FactKind.YES_NO,
    "raised by the sponsor abroad",
    "in het buitenland opgevoed door de hoofdpersoon",
    "Did the sponsor raise {name} abroad for at least a year because the parents had died or could not?",
    "Heeft de hoofdpersoon {name} in het buitenland minstens een jaar opgevoed omdat de ouders overleden waren of dat niet konden?",
    concerns=TAKEN_IN,
)
carers_able: Any = fact(
    FactKind.YES_NO,
    "carers able to raise the child",
    "verzorgers kunnen het kind opvoeden",
    "Can the sponsor raise {name}?",
    "Kan de hoofdpersoon {name} opvoeden?",
    concerns=TAKEN_IN,
    assumed=True,
)
medical_statement: Any = fact(
    FactKind.YES_NO,
    "recent medical statement",
    "recente medische verklaring",
    "Is there a recent medical statement about {name}?",
    "Is er een recente medische verklaring over {name}?",
    concerns=TAKEN_IN,
    assumed=True,
)
in_military_service: Any = fact(
    FactKind.YES_NO,
    "kept back by military service",
    "achtergebleven door militaire dienst",
    "Was {name} kept back by military service, a minor when the others left, and are less than six months past since discharge?",
    "Bleef {name}, toen minderjarig, achter door de militaire dienst, en is die korter dan zes maanden geleden geëindigd?",
    concerns=frozenset({Relation.CHILD}),
    assumed=False,
)
