"""What is asked of every family member: mvv, passport, public order, TB, the exam abroad, a genuine tie."""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs

from reunify.facts import Exam, RegularStay, Sanction, TravelDocument
from reunify.logic import (
    MET,
    OPEN,
    Curable,
    Node,
    Remedy,
    all_of,
    any_of,
    condition,
    differs,
    equals,
    no,
    not_,
    one_of,
    where,
    yes,
)
from reunify.rules import age, change_day, refusal, tie
from reunify.rules.figures import PARTNERS_IN_AGAIN
from reunify.rules.regular import points
from reunify.rules.regular.sponsor import holds_regular_permit, refugee_here
from reunify.rules.sponsor import stays_on_asylum
from reunify.sources import E_PAPERS, EXAM_ABROAD, IND_FORMS, VB, VC_REGULAR, VV, VW, Source
from reunify.terms import NEVER
from reunify.text import Text

__all__ = [
    "applied_since_partners_are_in",
    "bond_not_broken",
    "document",
    "document_of_directive_family",
    "document_of_parent",
    "exam_passed",
    "genuine_tie",
    "has_document",
    "has_entered",
    "integration_exam",
    "is_here",
    "law_was_read",
    "may_refuse",
    "mvv",
    "mvv_exempt",
    "never_punished_lately",
    "no_false_data",
    "of_close_family",
    "of_foster_child",
    "of_parent",
    "of_partner",
    "public_order",
    "sponsor_not_1f",
    "travel_document",
    "tuberculosis",
]


def may_refuse(node: Node, source: Source) -> Node:
    """Give a condition of another law as one for which this one *may* refuse (Vw art. 16 lid 1)."""
    return attrs.evolve(node.cited(source), discretionary=True)


# ---------------------------------------------------------------- the law of the day


@condition(
    source=VB["3.14"],
    en="the application was made from 1 June 2013 on",
    nl="de aanvraag is gedaan vanaf 1 juni 2013",
)
def applied_since_partners_are_in(applied_on: date) -> bool:
    """Vb art. 3.103: the law at receipt."""
    return applied_on >= PARTNERS_IN_AGAIN


law_was_read: Final = any_of(
    applied_since_partners_are_in,
    OPEN,
    id="law-read",
    source=VB["3.103"],
    en="the law of the day of the application was read: from 1 June 2013 on",
    nl="het recht van de aanvraagdag is gelezen: vanaf 1 juni 2013",
    unmet=Text(
        en="The law of before 1 June 2013 was not read here.", nl="Het recht van vóór 1 juni 2013 is hier niet gelezen."
    ),
    ask=Text(
        en="Was the application made from 1 June 2013 on? Of older ones nothing is said here.",
        nl="Is de aanvraag gedaan vanaf 1 juni 2013? Over oudere wordt hier niets gezegd.",
    ),
)

# ---------------------------------------------------------------- arts 3.18, 3.71: the mvv


@condition(
    source=VB["3.71"],
    en="the person has entered the Netherlands",
    nl="de persoon is Nederland binnengekomen",
)
def has_entered(entered_on: date) -> bool:
    return entered_on < NEVER


mvv_exempt: Final = yes(
    "mvv_exempt",
    VW["17"],
    curable=Curable.BY_ACTION,
    en="the person is exempt from the mvv",
    nl="de persoon is vrijgesteld van de mvv",
    unmet=Text(en="This person is not exempt from the mvv.", nl="Deze persoon is niet vrijgesteld van de mvv."),
)

is_here: Final = any_of(tie.is_here, has_entered)

mvv: Final = where(is_here, then=mvv_exempt).named(
    "mvv",
    (VB["3.71"], VB["3.18"]),
    discretionary=True,
    task=Text(en="apply from abroad, for the mvv", nl="vraag vanuit het buitenland aan, met de mvv"),
    en="the person applies from abroad, or is exempt from the mvv",
    nl="de persoon vraagt vanuit het buitenland aan, of is vrijgesteld van de mvv",
    unmet=Text(
        en="This person is here without an mvv for this purpose, and is not exempt.",
        nl="Deze persoon is hier zonder mvv voor dit doel, en is niet vrijgesteld.",
    ),
    ask=Text(
        en="Does this person apply from abroad, or is he or she exempt from the mvv?",
        nl="Vraagt deze persoon vanuit het buitenland aan, of is hij of zij vrijgesteld van de mvv?",
    ),
)

# ---------------------------------------------------------------- arts 3.19, 3.72: the passport

has_document: Final = differs(
    "travel_document",
    TravelDocument.NONE,
    VB["3.72"],
    curable=Curable.BY_ACTION,
    en="the person has a valid passport, or shows that none can be had",
    nl="de persoon heeft een geldig paspoort, of laat zien dat dat niet te krijgen is",
    unmet=Text(en="This person has no valid passport.", nl="Deze persoon heeft geen geldig paspoort."),
)


def travel_document(asked: Node) -> Node:
    """Put it under one name."""
    return asked.named(
        "travel-document",
        (VB["3.19"], VB["3.72"], E_PAPERS),
        discretionary=True,
        task=Text(
            en="get a passport, or proof that none can be had", nl="regel een paspoort, of bewijs dat dat niet kan"
        ),
        en="the person has a valid passport, or need not have one",
        nl="de persoon heeft een geldig paspoort, of hoeft dat niet te hebben",
        unmet=Text(
            en="This person has no valid passport, and no proof that none can be had.",
            nl="Deze persoon heeft geen geldig paspoort, en geen bewijs dat dat niet te krijgen is.",
        ),
        ask=Text(
            en="Does this person have a valid passport, or proof that none can be had?",
            nl="Heeft deze persoon een geldig paspoort, of bewijs dat dat niet te krijgen is?",
        ),
    )


document: Final = travel_document(has_document)
document_of_parent: Final = travel_document(any_of(has_document, refugee_here))


def document_of_directive_family(tie_before: Node) -> Node:
    """Of a refugee's family missing papers alone are never a reason to refuse (Directive arts 11(2) and 9(2))."""
    return travel_document(any_of(has_document, all_of(refugee_here, tie_before)))


# ---------------------------------------------------------------- arts 3.20, 3.77, 3.78: public order

never_punished_lately: Final = differs(
    "crime_sanction",
    Sanction.RECENT,
    VB["3.77"],
    remedy=Remedy.TIME,
    en="the person was not punished for a crime, or the term in which that counts is over",
    nl="de persoon is niet gestraft voor een misdrijf, of de termijn waarin dat telt is voorbij",
    unmet=Text(
        en="This person was punished for a crime, and the term in which that counts is not over.",
        nl="Deze persoon is gestraft voor een misdrijf, en de termijn waarin dat telt is niet voorbij.",
    ),
)


def public_order(sponsor_1f: Node) -> Node:
    """Put it under one name, with what an article 1F of the sponsor means for this relation (art. 3.77 lid 1 b)."""
    return all_of(
        refusal.member_not_1f.cited(VB["3.77.1.a"]),
        sponsor_1f,
        never_punished_lately.or_read(points.CRIME_WEIGHED, any_of(never_punished_lately, OPEN)),
        no(
            "public_order",
            VB["3.78"],
            en="the person is no danger to public order or national security",
            nl="de persoon is geen gevaar voor de openbare orde of de nationale veiligheid",
            unmet=Text(
                en="This person is a danger to public order or national security.",
                nl="Deze persoon is een gevaar voor de openbare orde of de nationale veiligheid.",
            ),
        ),
        id="public-order",
        source=(VB["3.77"], VB["3.78"], VB["3.20"]),
        discretionary=True,
        en="article 1F, a crime and public order do not stand in the way",
        nl="artikel 1F, een misdrijf en de openbare orde staan niet in de weg",
        unmet=Text(
            en="Article 1F, a crime or public order stands in the way.",
            nl="Artikel 1F, een misdrijf of de openbare orde staat in de weg.",
        ),
        ask=Text(
            en="Do article 1F, a crime and public order not stand in the way?",
            nl="Staan artikel 1F, een misdrijf en de openbare orde niet in de weg?",
        ),
    )


sponsor_not_1f: Final = refusal.sponsor_not_1f.cited(VB["3.77.1.b"])
of_close_family: Final = public_order(sponsor_not_1f)
"""Spouse and minor child are named under the old and the new words."""
of_partner: Final = public_order(
    where(
        change_day.decided_since,
        then=where(is_here, then=sponsor_not_1f, otherwise=MET),
        otherwise=sponsor_not_1f,
    )
)
"""From 12 June 2026 a partner from abroad is not named; before it every partner was."""
of_parent: Final = public_order(where(change_day.applied_before, then=MET, otherwise=sponsor_not_1f))
"""Until 11 June 2026 the parents of a minor were not named."""
of_foster_child: Final = public_order(MET)

# ---------------------------------------------------------------- arts 3.21, 3.79: tuberculosis

tuberculosis: Final = yes(
    "tb_willing",
    (VB["3.79"], VV["3.18"]),
    id="tuberculosis",
    curable=Curable.BY_ACTION,
    discretionary=True,
    en="the person is willing to have a TB examination, or is exempt",
    nl="de persoon wil een tbc-onderzoek ondergaan, of is vrijgesteld",
    unmet=Text(
        en="This person is not willing to have a TB examination.", nl="Deze persoon wil geen tbc-onderzoek ondergaan."
    ),
    ask=Text(
        en="Is this person willing to have a TB examination, or exempt?",
        nl="Wil deze persoon een tbc-onderzoek ondergaan, of is hij of zij vrijgesteld?",
    ),
)

# ---------------------------------------------------------------- art. 3.71a: the integration exam abroad

exam_passed: Final = one_of(
    "exam_passed",
    (Exam.YES, Exam.EXEMPT),
    VB["3.71a"],
    curable=Curable.BY_ACTION,
    en="the integration exam abroad was passed in the past year, or the person is exempt",
    nl="het basisexamen inburgering buitenland is in het afgelopen jaar gehaald, of de persoon is vrijgesteld",
    unmet=Text(
        en="The integration exam abroad was not passed.", nl="Het basisexamen inburgering buitenland is niet gehaald."
    ),
)

_sponsor_on_temporary_purpose = all_of(
    holds_regular_permit,
    equals(
        "sponsor_regular_stay",
        RegularStay.TEMPORARY,
        IND_FORMS,
        en="the sponsor's purpose is temporary",
        nl="het doel van de hoofdpersoon is tijdelijk",
    ),
)

integration_exam: Final = any_of(
    stays_on_asylum,
    _sponsor_on_temporary_purpose,
    not_(age.adult_on_application),
    yes(
        "mvv_exempt",
        VW["16.1.h"],
        en="no mvv is needed, and then no exam",
        nl="er is geen mvv nodig, en dan ook geen examen",
        unmet=Text(en="An mvv is needed, and then the exam.", nl="Er is een mvv nodig, en dan ook het examen."),
    ),
    exam_passed,
    id="integration-exam",
    source=(VB["3.71a"], VW["16.1.h"], EXAM_ABROAD),
    discretionary=True,
    task=Text(en="pass the integration exam abroad", nl="haal het basisexamen inburgering buitenland"),
    place=Text(en="at the Dutch embassy or consulate", nl="bij de Nederlandse ambassade of het consulaat"),
    en="the integration exam abroad was passed, or is not asked, as beside an asylum permit",
    nl="het basisexamen inburgering buitenland is gehaald, of wordt niet gevraagd, zoals naast een asielvergunning",
    unmet=Text(
        en="The integration exam abroad was not passed, and this sponsor's family needs it.",
        nl="Het basisexamen inburgering buitenland is niet gehaald, en het gezin van deze hoofdpersoon heeft het nodig.",
    ),
    ask=Text(
        en="Did this person pass the integration exam abroad, or is it not asked?",
        nl="Heeft deze persoon het basisexamen inburgering buitenland gehaald, of wordt het niet gevraagd?",
    ),
)

# ---------------------------------------------------------------- art. 3.29 and Vw art. 16: the tie, and what was told

genuine_tie: Final = all_of(
    tie.no_sham,
    tie.tie_is_plausible,
    id="genuine-tie",
    source=VB["3.29"],
    discretionary=True,
    remedy=Remedy.ACTION,
    advice=tie.EVIDENCE,
    en="the tie is genuine and plausible",
    nl="de band is echt en aannemelijk",
    unmet=Text(en="The tie is not genuine, or not plausible.", nl="De band is niet echt, of niet aannemelijk."),
    ask=Text(
        en="Is the tie genuine, and can that be made plausible?", nl="Is de band echt, en is dat aannemelijk te maken?"
    ),
)

bond_not_broken: Final = may_refuse(tie.bond_not_broken, VC_REGULAR)

no_false_data: Final = no(
    "false_information_before",
    VB["3.77.7"],
    id="false-data",
    discretionary=True,
    remedy=Remedy.TIME,
    en="no false data were given in an earlier visa or permit case, or five years abroad are past since",
    nl="er zijn in een eerdere zaak geen onjuiste gegevens verstrekt, of er zijn vijf jaar in het buitenland verstreken",
    unmet=Text(
        en="False data were given in an earlier visa or permit case.",
        nl="In een eerdere visum- of verblijfszaak zijn onjuiste gegevens verstrekt.",
    ),
    ask=Text(
        en="Were no false data given in an earlier visa or permit case?",
        nl="Zijn in eerdere visum- of verblijfszaken geen onjuiste gegevens verstrekt?",
    ),
)
