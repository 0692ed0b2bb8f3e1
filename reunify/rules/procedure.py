"""What both regimes share beside the conditions: days that matter, evidence, what is left, the permit.

None of it decides a verdict.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from reunify.facts import MARRIED, Relation, Residence
from reunify.logic import Node, all_of, any_of, condition, differs, equals, from_day, not_, until_day, yes
from reunify.rules import age, change_day, kin, marriage, sponsor, term, tie
from reunify.rules.figures import (
    BOOK_10,
    CHANGE_DAY,
    DAYS_OF_REGISTRATION,
    DECISION_ADDED,
    DECISION_DAYS,
    DECISION_MONTHS,
    EXCUSE_IN_LAW,
    FIRST_DAY_HERE,
    LIST_OF_10_32,
    LONGEST_RUNNING_ON,
    MAJORITY,
    NEWEST_VERSION,
    TERM,
)
from reunify.ruleset import About, DayKind, Evidence, Milestone, Note
from reunify.sources import (
    A_AND_S,
    ATW,
    BMM,
    BW10,
    CR_GF_TY,
    DERIVED_PERMIT,
    E_PAPERS,
    IND_FAMILY_ASYLUM,
    IND_NEW_RULES,
    K_AND_B,
    VC_ARTICLE_8,
    VC_NAREIS,
    VW,
    VW_OLD,
    WET_36_349,
    XC,
)
from reunify.terms import (
    NEVER,
    birthday,
    days_after,
    end_of_months,
    end_of_term,
    extended,
    is_leap_day,
    last_day_under,
    years_after,
)
from reunify.text import Text

# ---------------------------------------------------------------- days that matter


@condition(
    source=ATW["1.1"],
    steady=False,
    built_on=[term.applied_within_term, term.applied_within_bare_term],
    en="{the term} {term:ends|end} on a weekend or holiday",
    nl="{the term} {term:eindigt|eindigen} in een weekend of op een feestdag",
)
def term_ends_on_day_off(sponsor_permit_notified_on: date, term: int = TERM) -> bool:
    return end_of_term(sponsor_permit_notified_on, term) != end_of_months(sponsor_permit_notified_on, term)


@until_day(
    "decided_on",
    source=VW["29c.1"],
    built_on=[term.applied_within_bare_term],
    en="{the term} since the grant still {term:runs|run}",
    nl="{the term} sinds de verlening {term:loopt|lopen} nog",
)
def term_runs(sponsor_permit_notified_on: date, term: int = TERM) -> date:
    return end_of_months(sponsor_permit_notified_on, term)


is_filed_already: Final = yes(
    "is_filed", VC_NAREIS, en="an application is known to have been made", nl="bekend is dat er een aanvraag is"
)


@condition(source=WET_36_349, en="applied for from 28 March 2025 on", nl="aangevraagd vanaf 28 maart 2025")
def applied_since_nine_months(applied_on: date) -> bool:
    return applied_on >= EXCUSE_IN_LAW


@until_day(
    "decided_on", source=VW["2u.4"], en="{decision_months} after the filing", nl="{decision_months} na de aanvraag"
)
def nine_months_after_filing(applied_on: date, decision_months: int = DECISION_MONTHS) -> date:
    """Beslistermijn; outside the Algemene termijnenwet (art. 4)."""
    return end_of_months(applied_on, decision_months)


@until_day(
    "decided_on", source=VW_OLD["2u.1"], en="{decision_days} after the receipt", nl="{decision_days} na de ontvangst"
)
def ninety_days_after_filing(applied_on: date, decision_days: int = DECISION_DAYS) -> date:
    """Oude beslistermijn."""
    return extended(days_after(applied_on, decision_days))


@until_day(
    "decided_on",
    source=VW_OLD["2u.1"],
    en="{decision_days} and {decision_added} after the receipt",
    nl="{decision_days} en {decision_added} na de ontvangst",
)
def ninety_days_and_three_months_after_filing(
    applied_on: date, decision_days: int = DECISION_DAYS, decision_added: int = DECISION_ADDED
) -> date:
    """Oude beslistermijn, verlengd."""
    return extended(end_of_months(days_after(applied_on, decision_days), decision_added))


was_refused: Final = differs(
    "first_refused_on", NEVER, VW["69"], en="the application was refused", nl="de aanvraag is afgewezen"
)


@until_day("decided_on", source=VW["69"], en="four weeks after the refusal", nl="vier weken na de afwijzing")
def four_weeks_after_refusal(first_refused_on: date) -> date:
    """Bezwaartermijn."""
    return extended(days_after(first_refused_on, 28))


mvv_was_granted: Final = differs(
    "mvv_granted_on", NEVER, VW["2r"], en="an mvv was granted", nl="er is een mvv verleend"
)


@until_day(
    "decided_on",
    source=VW["2r"],
    en="three months after the date on the notice of the mvv",
    nl="drie maanden na de datum op de kennisgeving van de mvv",
)
def three_months_after_mvv(mvv_granted_on: date) -> date:
    return end_of_months(mvv_granted_on, 3)


@from_day(
    source=BMM,
    en="the {majority th} birthday lies within five years",
    nl="de {majority th} verjaardag ligt binnen vijf jaar",
)
def turns_18_within_five_years(born_on: date, majority: int = MAJORITY) -> date:
    return birthday(born_on, majority - 5)


@from_day(
    source=A_AND_S,
    en="the sponsor's {majority th} birthday lies within five years",
    nl="de {majority th} verjaardag van de hoofdpersoon ligt binnen vijf jaar",
)
def sponsor_turns_18_within_five_years(sponsor_born_on: date, majority: int = MAJORITY) -> date:
    return birthday(sponsor_born_on, majority - 5)


mvv_not_decided_yet: Final = all_of(not_(was_refused), not_(mvv_was_granted), not_(tie.is_here))
"""The period is that of an application for an mvv: who is here has asked for something else."""

_OF_UAM = {Relation.PARENT, Relation.SIBLING}

no_term_runs: Final = all_of(kin.is_parent, sponsor.is_refugee, sponsor.was_uam, not_(age.sponsor_adult_on_decision))
"""C-560/20: while the sponsor is a minor no term runs for the parents."""


@until_day(
    "applied_on",
    source=CR_GF_TY,
    steady=False,
    built_on=[term.applied_within_bare_term, age.sponsor_still_minor],
    en="the application was made while the sponsor was under {majority}, or within {term} after the grant",
    nl="de aanvraag is gedaan toen de hoofdpersoon nog geen {majority} was, of binnen {term} na de verlening",
)
def applied_while_minor_or_within_term(
    sponsor_permit_notified_on: date, sponsor_born_on: date, term: int = TERM, majority: int = MAJORITY
) -> date:
    """C-560/20; de nareistermijn, als die later eindigt."""
    return max(last_day_under(sponsor_born_on, majority), end_of_months(sponsor_permit_notified_on, term))


AT_THE_IND = Text(en="with the IND; the form is on ind.nl", nl="bij de IND; het formulier staat op ind.nl")

APPLY = Text(en="apply for nareis (the mvv)", nl="vraag nareis (de mvv) aan")

LAST_DAY_TO_APPLY = Text(en="last day to apply for nareis", nl="laatste dag om nareis aan te vragen")

WITH_A_LAWYER = Text(en="with a lawyer or VluchtelingenWerk", nl="bij een advocaat of VluchtelingenWerk")


def days_of_term(for_whom: Node, relations: Iterable[Relation]) -> tuple[Milestone, ...]:
    """The end of the three months, for those to whom a law sets that term."""
    when = all_of(for_whom, not_(no_term_runs))
    return (
        Milestone(
            id="three-months-bare",
            kind=DayKind.LAST_DAY,
            step=LAST_DAY_TO_APPLY,
            task=APPLY,
            place=AT_THE_IND,
            over=Text(
                en="The term for the application ended.", nl="De termijn voor de aanvraag (nareistermijn) is voorbij."
            ),
            day=term.applied_within_bare_term,
            when=when,
            relations=relations,
            text=Text.of(
                TERM,
                en="Last day for the application: {term} after the grant was made known.",
                nl="Laatste dag voor de aanvraag: {term} na de bekendmaking van de verlening.",
            ),
        ),
        Milestone(
            id="three-months-extended",
            kind=DayKind.LAST_DAY,
            step=Text(
                en="last day to apply, if the term runs on to a working day",
                nl="laatste dag om aan te vragen, als de termijn doorloopt tot een werkdag",
            ),
            day=term.applied_within_term,
            when=all_of(when, term_ends_on_day_off),
            relations=relations,
            sources=(ATW["1.1"],),
            up_to=LONGEST_RUNNING_ON,
            text=Text.of(
                TERM,
                en="{The term} {term:runs|run} on to this working day, if the General Act on Time Limits governs {term:it|them} (inferred).",
                nl="{The term} {term:loopt|lopen} door tot deze werkdag, als de Algemene termijnenwet geldt (afgeleid).",
            ),
        ),
    )


milestones: Final = (
    Milestone(
        id="sponsor-turns-18",
        kind=DayKind.BIRTHDAY,
        of_sponsor=True,
        step=Text.of(MAJORITY, en="turns {majority}", nl="wordt {majority}"),
        day=age.sponsor_adult_on_decision,
        when=all_of(sponsor.was_unaccompanied, not_(age.sponsor_adult_on_decision), sponsor_turns_18_within_five_years),
        relations=_OF_UAM,
        sources=(A_AND_S,),
        text=Text.of(MAJORITY, en="The sponsor turns {majority}.", nl="De hoofdpersoon wordt {majority}."),
    ),
    Milestone(
        id="no-term-until-sponsor-turns-18",
        step=Text(en="until this day no term runs", nl="tot deze dag loopt er geen termijn"),
        day=age.sponsor_adult_on_decision,
        when=all_of(no_term_runs, kin.is_own_parent),
        relations={Relation.PARENT},
        sources=(CR_GF_TY,),
        text=Text(
            en="Until this day no term runs for the parents of a refugee who came as an unaccompanied minor.",
            nl="Tot deze dag loopt er geen termijn voor de ouders van een vluchteling die als amv kwam.",
        ),
    ),
    Milestone(
        id="apply-before-sponsor-turns-18",
        kind=DayKind.LAST_DAY,
        step=LAST_DAY_TO_APPLY,
        task=APPLY,
        place=AT_THE_IND,
        day=applied_while_minor_or_within_term,
        when=all_of(no_term_runs, kin.is_own_parent),
        relations={Relation.PARENT},
        sources=(CR_GF_TY,),
        text=Text.of(
            MAJORITY,
            TERM,
            en="Last day for the application of the parents: the sponsor is still under {majority}, or {the term} still {term:runs|run}.",
            nl="Laatste dag voor de aanvraag van de ouders: de hoofdpersoon is nog geen {majority}, of {the term} {term:loopt|lopen} nog.",
        ),
    ),
    *(
        Milestone(
            id=f"{relation.value}-turns-18",
            kind=DayKind.BIRTHDAY,
            step=Text.of(MAJORITY, en="turns {majority}", nl="wordt {majority}"),
            day=age.adult_on_decision,
            when=all_of(age.under_18_on_d4, turns_18_within_five_years),
            relations={relation},
            sources=(source,),
            text=Text.of(MAJORITY, en="This person turns {majority}.", nl="Deze persoon wordt {majority}."),
        )
        for relation, source in (
            (Relation.CHILD, XC),
            (Relation.SIBLING, IND_NEW_RULES),
            (Relation.SPOUSE, BW10["32"]),
        )
    ),
    Milestone(
        id="decision-due",
        kind=DayKind.AUTHORITY,
        step=Text(en="the IND's decision period ends", nl="de beslistermijn van de IND eindigt"),
        over=Text(en="The IND's decision period ended.", nl="De beslistermijn van de IND is voorbij."),
        day=nine_months_after_filing,
        when=all_of(is_filed_already, applied_since_nine_months, mvv_not_decided_yet),
        text=Text.of(
            DECISION_MONTHS,
            en="The IND's decision period ends: {decision_months} after filing. In a complex case it is longer.",
            nl="De beslistermijn van de IND eindigt: {decision_months} na de aanvraag. In een ingewikkelde zaak is die langer.",
        ),
    ),
    Milestone(
        id="decision-due-before-2025",
        kind=DayKind.AUTHORITY,
        step=Text(en="the IND's decision period ends", nl="de beslistermijn van de IND eindigt"),
        day=ninety_days_after_filing,
        when=all_of(is_filed_already, not_(applied_since_nine_months), mvv_not_decided_yet),
        text=Text.of(
            DECISION_DAYS,
            DECISION_ADDED,
            en="End of the IND's decision period: {decision_days} after receipt; it could add {decision_added} at most. For an application "
            "that was still pending on 28 March 2025 this is inferred.",
            nl="Einde van de beslistermijn van de IND: {decision_days} na ontvangst, met ten hoogste {decision_added} erbij. Voor een "
            "aanvraag die op 28 maart 2025 nog liep is dit afgeleid.",
        ),
    ),
    Milestone(
        id="decision-due-before-2025-extended",
        kind=DayKind.AUTHORITY,
        step=Text(
            en="the IND's decision period ends, if it was made longer",
            nl="de beslistermijn van de IND eindigt, als die is verlengd",
        ),
        over=Text(
            en="The IND's decision period ended, also if it was made longer.",
            nl="De beslistermijn van de IND is voorbij, ook als die is verlengd.",
        ),
        day=ninety_days_and_three_months_after_filing,
        when=all_of(is_filed_already, not_(applied_since_nine_months), mvv_not_decided_yet),
        text=Text.of(
            DECISION_ADDED,
            en="End of that period, if the IND used its {decision_added} more.",
            nl="Einde van die termijn, als de IND {the decision_added} extra gebruikte.",
        ),
    ),
    Milestone(
        id="objection",
        kind=DayKind.LAST_DAY,
        step=Text(en="last day to object to the refusal", nl="laatste dag voor bezwaar tegen de afwijzing"),
        task=Text(
            en="object to the refusal (bezwaar), with a lawyer", nl="maak bezwaar tegen de afwijzing, met een advocaat"
        ),
        place=Text(en="with the IND", nl="bij de IND"),
        over=Text(en="The term for an objection ended.", nl="De termijn voor bezwaar is voorbij."),
        day=four_weeks_after_refusal,
        when=was_refused,
        text=Text(
            en="Last day for an objection to the refusal: four weeks.",
            nl="Laatste dag voor bezwaar tegen de afwijzing: vier weken.",
        ),
    ),
    Milestone(
        id="collect-mvv",
        kind=DayKind.LAST_DAY,
        step=Text(en="last day to collect the mvv", nl="laatste dag om de mvv op te halen"),
        task=Text(en="collect the mvv", nl="haal de mvv op"),
        place=Text(en="at the Dutch embassy or consulate", nl="bij de Nederlandse ambassade of het consulaat"),
        over=Text(en="The term to collect the mvv ended.", nl="De termijn om de mvv op te halen is voorbij."),
        day=three_months_after_mvv,
        when=mvv_was_granted,
        text=Text(
            en="Last day to collect the mvv: three months after the date on the notice, not after its receipt. One extension "
            "of at most three months is possible, only where the Dutch embassy or consulate is closed or there is none. The travel document "
            "must outlast the mvv by three months. The mvv is valid for at most 90 days; the permit starts on the day after it "
            "is handed over (Vb art. 3.105a).",
            nl="Laatste dag om de mvv op te halen: drie maanden na de datum op de kennisgeving, niet na de ontvangst. Eén "
            "verlenging met ten hoogste drie maanden kan, alleen als de Nederlandse ambassade of het consulaat dicht is of "
            "ontbreekt. Het "
            "reisdocument moet drie maanden langer gelden dan de mvv. De mvv geldt ten hoogste 90 dagen; de vergunning gaat in "
            "op de dag na de afgifte (Vb art. 3.105a).",
        ),
    ),
)

# ---------------------------------------------------------------- evidence

ALL_TOGETHER = Evidence(
    source=E_PAPERS,
    text=Text(
        en="All evidence is weighed together. Missing papers alone are no reason to refuse: explain why they are missing; "
        "DNA research or an interview is then to be offered.",
        nl="Al het bewijs wordt samen gewogen. Alleen ontbrekende papieren zijn geen reden om af te wijzen: leg uit waarom zij "
        "ontbreken; dan hoort de IND DNA-onderzoek of een gesprek (gehoor) aan te bieden.",
    ),
    bring=Text(
        en="no paper? Tell why you do not have it; that alone is no reason to refuse",
        nl="geen papier? Vertel waarom u het niet hebt; alleen dat is geen reden om af te wijzen",
    ),
)

IDENTITY = Evidence(
    source=VC_NAREIS,
    text=Text(
        en="Identity: passport, identity card, birth certificate or other papers; if there are none, statements about why.",
        nl="Identiteit: paspoort, identiteitskaart, geboorteakte of andere papieren; zijn die er niet, dan verklaringen "
        "waarom.",
    ),
    bring=Text(en="passport, identity card or birth certificate", nl="paspoort, identiteitskaart of geboorteakte"),
)

MARRIAGE = Evidence(
    source=VC_NAREIS,
    text=Text(
        en="The marriage: a certificate of the authorities there (competent authority); then it is taken to be valid (BW art. "
        "10:31 lid 4). Or a registration; otherwise photos, messages, witnesses and statements of both that agree.",
        nl="Het huwelijk: een verklaring van de overheid daar (bevoegde autoriteit); dan wordt aangenomen dat het geldig is "
        "(BW art. 10:31 lid 4). Of een registratie; anders foto's, berichten, getuigen en verklaringen van beiden die overeenkomen.",
    ),
    bring=Text(
        en="marriage certificate; otherwise photos, messages, and names of people who were there",
        nl="huwelijksakte; anders foto's, berichten en namen van mensen die erbij waren",
    ),
)

RELATIONSHIP = Evidence(
    source=VC_NAREIS,
    text=Text(
        en="The relationship: living together, children, shared household, contact since; statements of both.",
        nl="De relatie: samenwonen, kinderen, een gezamenlijk huishouden, contact sindsdien; verklaringen van beiden.",
    ),
    bring=Text(
        en="what shows that you are a couple: photos, messages, papers of your home",
        nl="wat laat zien dat u een paar bent: foto's, berichten, papieren van uw woning",
    ),
)

DESCENT = Evidence(
    source=VC_NAREIS,
    text=Text(
        en="Descent: a birth certificate or family book; DNA research where it is missing.",
        nl="Afstamming: een geboorteakte of familieboekje; DNA-onderzoek als dat ontbreekt.",
    ),
    bring=Text(en="birth certificate or family book", nl="geboorteakte of familieboekje"),
)

CONSENT = Evidence(
    source=VC_NAREIS,
    text=Text(
        en="Consent of the other parent: a signed statement with a copy of an identity paper, a ruling on custody, a death "
        "certificate, or a plausible reason why there is none.",
        nl="Toestemming van de andere ouder: een getekende verklaring met kopie van een identiteitsbewijs, een uitspraak "
        "over het gezag, een overlijdensakte, of een aannemelijke reden waarom die er niet is.",
    ),
    bring=Text(
        en="letter of the other parent that the child may go, with a signature and a copy of a passport; or the ruling on custody, or the death certificate",
        nl="brief van de andere ouder dat het kind mag gaan, met handtekening en kopie van een paspoort; of de uitspraak over het gezag, of de overlijdensakte",
    ),
)

CARE = Evidence(
    source=VC_NAREIS,
    text=Text(
        en="Foster care: how and when the child came into the family, who cared for it, where the biological or legal "
        "parents are; "
        "statements and an interview count.",
        nl="Pleegzorg: hoe en wanneer het kind in het gezin kwam, wie ervoor zorgde, waar de biologische of "
        "juridische ouders zijn; "
        "verklaringen en een gehoor tellen.",
    ),
    bring=Text(
        en="what shows that the child lived with you: photos, school papers; and where its parents are",
        nl="wat laat zien dat het kind bij u woonde: foto's, papieren van school; en waar de ouders zijn",
    ),
)

DEPENDENCY = Evidence(
    source=VC_NAREIS,
    text=Text(
        en="Dependency: living in one household, support with money or care, medical papers, and why others cannot help.",
        nl="Afhankelijkheid: wonen in één huishouden, steun met geld of zorg, medische stukken, en waarom anderen niet "
        "kunnen helpen.",
    ),
    bring=Text(
        en="what shows who gives care or money: medical papers, payments",
        nl="wat laat zien wie zorg of geld geeft: medische papieren, betalingen",
    ),
)

MINORITY = Evidence(
    source=VC_NAREIS,
    text=Text(
        en="The sponsor's age and being alone on the asylum application: the asylum file, guardianship papers.",
        nl="De leeftijd van de hoofdpersoon en het alleen zijn bij de asielaanvraag: het asieldossier, voogdijpapieren.",
    ),
    bring=Text(
        en="papers about the sponsor's age, and of the guardian",
        nl="papieren over de leeftijd van de hoofdpersoon, en van de voogd",
    ),
)

# ---------------------------------------------------------------- remarks under either law

is_not_filed: Final = yes("not_filed", VC_NAREIS, en="there is no application so far", nl="er is nog geen aanvraag")


@condition(
    source=VW["29c.1"],
    en="the application was made before the grant was made known (D2)",
    nl="de aanvraag is gedaan vóór de bekendmaking van de verlening (D2)",
)
def filed_before_grant(applied_on: date, sponsor_permit_notified_on: date) -> bool:
    return applied_on < sponsor_permit_notified_on


@until_day("decided_on", source=VC_NAREIS, en="the day of the application", nl="de dag van de aanvraag")
def day_of_application(applied_on: date) -> date:
    return applied_on


@condition(
    source=VW["29c.1"],
    en="the sponsor was also granted another asylum status",
    nl="de hoofdpersoon kreeg ook een andere asielstatus",
)
def had_other_status(sponsor_other_status_notified_on: date) -> bool:
    return sponsor_other_status_notified_on < NEVER


@until_day("decided_on", source=VW["29c.1"], en="the grant of the other status", nl="de verlening van de andere status")
def day_of_other_status(sponsor_other_status_notified_on: date) -> date:
    return sponsor_other_status_notified_on


@condition(
    source=VW["2u.4"],
    en="{decision_months} after the filing ended before 12 June 2026",
    nl="{decision_months} na de aanvraag {decision_months:eindigde|eindigden} vóór 12 juni 2026",
)
def nine_months_over_before_change(applied_on: date, decision_months: int = DECISION_MONTHS) -> bool:
    return end_of_months(applied_on, decision_months) < CHANGE_DAY


@condition(
    source=VW_OLD["2u.1"],
    en="{decision_days} and {decision_added} after the receipt ended before 12 June 2026",
    nl="{decision_days} en {decision_added} na de ontvangst eindigden vóór 12 juni 2026",
)
def ninety_days_over_before_change(
    applied_on: date, decision_days: int = DECISION_DAYS, decision_added: int = DECISION_ADDED
) -> bool:
    return extended(end_of_months(days_after(applied_on, decision_days), decision_added)) < CHANGE_DAY


@condition(source=BW10["32"], en="married before 5 December 2015", nl="getrouwd vóór 5 december 2015")
def married_before_list(married_on: date) -> bool:
    return married_on < LIST_OF_10_32


@condition(source=BW10["34"], en="married before 1 January 1990", nl="getrouwd vóór 1 januari 1990")
def married_before_book_10(married_on: date) -> bool:
    return married_on < BOOK_10


a_child_at_marriage: Final = not_(all_of(marriage.spouse_adult_at_marriage, marriage.sponsor_adult_at_marriage))


@condition(
    source=VW_OLD["29"], en="the decision falls before 1 January 2014", nl="het besluit valt vóór 1 januari 2014"
)
def decided_before_first_law(decided_on: date) -> bool:
    return decided_on < FIRST_DAY_HERE


@condition(
    source=VW["29"],
    en="the decision falls more than five years after the newest version that was read",
    nl="het besluit valt meer dan vijf jaar na de nieuwste versie die is gelezen",
)
def decided_far_ahead(decided_on: date) -> bool:
    return decided_on > years_after(NEWEST_VERSION, 5)


@condition(
    source=VC_NAREIS, steady=False, en="the person was born on 29 February", nl="de persoon is op 29 februari geboren"
)
def born_on_leap_day(born_on: date) -> bool:
    return is_leap_day(born_on)


@condition(
    source=VC_NAREIS,
    steady=False,
    en="the sponsor was born on 29 February",
    nl="de hoofdpersoon is op 29 februari geboren",
)
def sponsor_born_on_leap_day(sponsor_born_on: date) -> bool:
    return is_leap_day(sponsor_born_on)


@condition(
    source=VC_NAREIS,
    steady=False,
    en="the person's date of birth is 1 January or 1 July",
    nl="de geboortedatum van de persoon is 1 januari of 1 juli",
)
def born_on_day_of_registration(born_on: date) -> bool:
    """Een dag die vaak staat voor een onbekende dag in dat jaar."""
    return (born_on.month, born_on.day) in DAYS_OF_REGISTRATION


@condition(
    source=VC_NAREIS,
    steady=False,
    en="the sponsor's date of birth is 1 January or 1 July",
    nl="de geboortedatum van de hoofdpersoon is 1 januari of 1 juli",
)
def sponsor_born_on_day_of_registration(sponsor_born_on: date) -> bool:
    """Een dag die vaak staat voor een onbekende dag in dat jaar."""
    return (sponsor_born_on.month, sponsor_born_on.day) in DAYS_OF_REGISTRATION


remarks: Final = (
    Note(
        id="not-filed-yet",
        aside=True,
        when=is_not_filed,
        sources=(VW["2s.1.b"],),
        text=Text(
            en="There is no application so far: every condition is read as if it were filed on the decision day. The sponsor "
            "can file for the person (Vw 2000 art. 2s lid 1 b).",
            nl="Er is nog geen aanvraag: elke voorwaarde is gelezen alsof de aanvraag op de dag van het besluit is gedaan. De "
            "hoofdpersoon kan voor de persoon aanvragen (Vw 2000 art. 2s lid 1 b).",
        ),
    ),
    Note(
        id="earlier-application",
        aside=True,
        when=all_of(is_filed_already, term.had_earlier_application),
        day=day_of_application,
        sources=(VC_NAREIS,),
        text=Text.of(
            TERM,
            en="There was an earlier application. {The term} {term:is|are} counted to the present one, of {day}.",
            nl="Er was een eerdere aanvraag. {The term} {term:is|zijn} gerekend tot de huidige, van {day}.",
        ),
    ),
    Note(
        id="other-asylum-status",
        aside=True,
        when=had_other_status,
        day=day_of_other_status,
        sources=(VW["29c.1"],),
        text=Text(
            en="The sponsor was also granted another asylum status, made known on {day}. All terms here count from the grant of "
            "the status that is relied on (D2).",
            nl="De hoofdpersoon kreeg ook een andere asielstatus, bekendgemaakt op {day}. Alle termijnen hier tellen vanaf de "
            "verlening van de status waarop het beroep rust (D2).",
        ),
    ),
    Note(
        id="decision-overdue",
        brief=Text(
            en="The period for the decision has ended. A notice of default is possible, but then the IND decides under the new law: take advice.",
            nl="De beslistermijn is voorbij. Een ingebrekestelling kan, maar dan beslist de IND onder de nieuwe wet: vraag advies.",
        ),
        when=all_of(
            is_filed_already,
            change_day.applied_before,
            change_day.decided_since,
            not_(change_day.refused_before),
            not_(change_day.mvv_before),
            not_(tie.is_here),
            any_of(
                all_of(applied_since_nine_months, nine_months_over_before_change),
                all_of(not_(applied_since_nine_months), ninety_days_over_before_change),
            ),
        ),
        sources=(VW["2u.4"],),
        text=Text(
            en="The period for the decision ended before 12 June 2026, and no decision of before that day is known. That is an "
            "argument in a dispute over which law applies. As long as there is no decision a notice of default is possible, "
            "with a risk: the IND then decides under the new law.",
            nl="De beslistermijn eindigde vóór 12 juni 2026, en er is geen besluit van vóór die dag bekend. Dat is een argument "
            "in een geschil over welk recht geldt. Zolang er geen besluit is kan een ingebrekestelling, met een risico: de IND "
            "beslist dan onder de nieuwe wet.",
        ),
    ),
    Note(
        id="late-refusal-must-name-routes",
        aside=True,
        unmet=("in-time",),
        sources=(K_AND_B,),
        text=Text(
            en="A refusal for lateness must say which other routes are open (C-380/17, par. 63); one that is silent about them "
            "can be contested for that.",
            nl="Een afwijzing omdat het te laat was moet zeggen welke andere wegen openstaan (C-380/17, punt 63); zwijgt zij "
            "daarover, dan kan dat worden aangevochten.",
        ),
    ),
    Note(
        id="marriage-before-list-of-10-32",
        aside=True,
        of_reading=True,
        when=all_of(
            married_before_list,
            not_(married_before_book_10),
            any_of(a_child_at_marriage, not_(marriage.both_consented_freely)),
        ),
        relations=MARRIED,
        sources=(BW10["32"],),
        text=Text(
            en="Whether the list of marriages that are not recognised (BW art. 10:32, from 5 December 2015) also reaches "
            "marriages concluded before that day was not read.",
            nl="Of de lijst van huwelijken die niet worden erkend (BW art. 10:32, vanaf 5 december 2015) ook huwelijken van vóór "
            "die dag raakt, is niet gelezen.",
        ),
    ),
    Note(
        id="marriage-before-1990",
        brief=Text(
            en="The marriage is from before 1990: take advice on the law that governs it.",
            nl="Het huwelijk is van vóór 1990: vraag advies over het recht dat daarvoor geldt.",
        ),
        when=married_before_book_10,
        relations=MARRIED,
        sources=(BW10["34"],),
        text=Text(
            en="The marriage was concluded before 1 January 1990: BW arts 10:31 and 10:32 do not govern it. Take advice on the "
            "law that does.",
            nl="Het huwelijk is vóór 1 januari 1990 gesloten: BW artt. 10:31 en 10:32 gelden daarvoor niet. Vraag advies over het "
            "recht dat wel geldt.",
        ),
    ),
    Note(
        id="forced-marriage",
        when=not_(marriage.both_consented_freely),
        relations=MARRIED,
        sources=(BW10["32"],),
        text=Text(
            en="A marriage without free consent is recognised only if the one who was forced expressly agrees; the same goes for "
            "anyone who lacked the mental capacity to consent.",
            nl="Een huwelijk zonder vrije wil wordt alleen erkend als wie gedwongen was uitdrukkelijk instemt; hetzelfde geldt "
            "voor wie de geestelijke vermogens miste om in te stemmen.",
        ),
    ),
    Note(
        id="law-of-before-2014",
        when=decided_before_first_law,
        sources=(VW_OLD["29"],),
        text=Text(
            en="The decision day lies before 1 January 2014. The law of that time is not in here: what stands here is what a later "
            "law would give.",
            nl="De dag van het besluit ligt vóór 1 januari 2014. Het recht van die tijd staat hier niet in: hier staat wat een "
            "latere wet zou geven.",
        ),
    ),
    Note(
        id="law-may-have-changed",
        brief=Text(
            en="The law may have changed by the decision day.",
            nl="De wet kan op de dag van het besluit veranderd zijn.",
        ),
        when=decided_far_ahead,
        sources=(VW["29"],),
        text=Text(
            en="The decision day lies more than five years after the newest version of the law that was read (1 September 2026). "
            "The law may have changed by then.",
            nl="De dag van het besluit ligt meer dan vijf jaar na de nieuwste versie van de wet die is gelezen (1 september 2026). "
            "De wet kan dan veranderd zijn.",
        ),
    ),
    Note(
        id="leap-day-birthday",
        aside=True,
        when=any_of(born_on_leap_day, sponsor_born_on_leap_day),
        sources=(XC,),
        text=Text(
            en="Somebody was born on 29 February. No provision says on which day he or she comes of age in a common year; "
            "1 March is taken.",
            nl="Iemand is op 29 februari geboren. Geen bepaling zegt op welke dag hij of zij in een gewoon jaar meerderjarig "
            "wordt; 1 maart is genomen.",
        ),
    ),
    # An age decides where another birthday in the same year can give another verdict.
    Note(
        id="registered-birthday",
        brief=Text(
            en="Is the date of birth (1 January or 1 July) exact? Another day in that year can give another outcome.",
            nl="Klopt de geboortedatum (1 januari of 1 juli) precies? Een andere dag in dat jaar kan een andere uitkomst geven.",
        ),
        when=born_on_day_of_registration,
        year_decides="born_on",
        sources=(VC_NAREIS,),
        text=Text(
            en="The date of birth is 1 January or 1 July. Often that is only how it was registered, because no more than the year "
            "was known (inferred). Here another day in that year can give another outcome: check whether this is the exact "
            "day, and give only the year if it is not.",
            nl="De geboortedatum is 1 januari of 1 juli. Vaak is die alleen zo geregistreerd, omdat niet meer dan het jaar bekend "
            "was (afgeleid). Hier kan een andere dag in dat jaar een andere uitkomst geven: ga na of dit de precieze dag is, en "
            "geef alleen het jaar op als dat niet zo is.",
        ),
    ),
    Note(
        id="registered-birthday-of-sponsor",
        brief=Text(
            en="Is the sponsor's date of birth (1 January or 1 July) exact? Another day in that year can give another outcome.",
            nl="Klopt de geboortedatum van de hoofdpersoon (1 januari of 1 juli) precies? Een andere dag in dat jaar kan een andere uitkomst geven.",
        ),
        when=sponsor_born_on_day_of_registration,
        year_decides="sponsor.born_on",
        sources=(VC_NAREIS,),
        text=Text(
            en="The sponsor's date of birth is 1 January or 1 July. Often that is only how it was registered, because no more than "
            "the year was known (inferred). Here another day in that year can give another outcome: check whether this is the "
            "exact day, and give only the year if it is not.",
            nl="De geboortedatum van de hoofdpersoon is 1 januari of 1 juli. Vaak is die alleen zo geregistreerd, omdat niet meer "
            "dan het jaar bekend was (afgeleid). Hier kan een andere dag in dat jaar een andere uitkomst geven: ga na of dit de "
            "precieze dag is, en geef alleen het jaar op als dat niet zo is.",
        ),
    ),
)


def remarks_of_term(for_whom: Node, age_counts_on_d3: Node) -> tuple[Note, ...]:
    """Remarks for those to whom a law sets the three months, and for whose children the age on D3 counts."""
    return (
        Note(
            id="filed-before-grant",
            aside=True,
            when=all_of(for_whom, is_filed_already, filed_before_grant),
            sources=(VW["29c.1"],),
            text=Text(
                en="The application was made before the grant was made known. That it counts is inferred.",
                nl="De aanvraag is gedaan voordat de verlening bekend was gemaakt. Dat zij meetelt is afgeleid.",
            ),
        ),
        Note(
            id="confirm-after-grant",
            task=Text(en="confirm the earlier application in writing", nl="bevestig de eerdere aanvraag schriftelijk"),
            place=Text(en="with the IND", nl="bij de IND"),
            when=all_of(for_whom, is_filed_already, filed_before_grant, term_runs, not_(tie.is_here)),
            day=term_runs,
            sources=(VW["29c.1"],),
            text=Text(
                en="Confirm that earlier application in writing now that the permit is granted, on {day} at the latest.",
                nl="Bevestig die eerdere aanvraag schriftelijk nu de vergunning is verleend, uiterlijk op {day}.",
            ),
        ),
        Note(
            id="child-must-apply-before-18",
            task=APPLY,
            place=AT_THE_IND,
            brief=Text.of(
                MAJORITY,
                en="Apply before the {majority th} birthday: on {day} at the latest.",
                nl="Vraag aan vóór de {majority th} verjaardag: uiterlijk op {day}.",
            ),
            when=all_of(is_not_filed, age.under_18_on_d4, turns_18_within_five_years, age_counts_on_d3),
            relations={Relation.CHILD},
            day=age.under_18_on_d3,
            sources=(BMM,),
            text=Text.of(
                MAJORITY,
                en="In the reading that is followed the age on the day of the application counts here. To be safe, apply before the {majority th} "
                "birthday: on {day} at the latest.",
                nl="Hier telt, in de lezing die is gevolgd, de leeftijd op de dag van de aanvraag. Vraag daarom vóór de {majority th} verjaardag aan: "
                "uiterlijk op {day}.",
            ),
        ),
    )


# ---------------------------------------------------------------- what is left

sponsor_is_derived: Final = equals(
    "sponsor_residence",
    Residence.DERIVED,
    VC_NAREIS,
    en="the sponsor has a derived permit",
    nl="de hoofdpersoon heeft een afgeleide vergunning",
)

_ROUTE = About.ROUTE

routes: Final = (
    Note(
        id="route-article-8",
        about=_ROUTE,
        sources=(VC_ARTICLE_8, IND_FAMILY_ASYLUM),
        text=Text(
            en="Article 8 ECHR (right to family life): all interests of this family are weighed. For a partner, foster child or "
            "adult child it is the route that the IND itself names.",
            nl="Artikel 8 EVRM (recht op gezinsleven): de IND weegt alle belangen van dit gezin af. Voor een partner, "
            "pleegkind of meerderjarig kind is dit de weg die de IND zelf noemt.",
        ),
    ),
    Note(
        id="route-humanitarian-mvv",
        about=_ROUTE,
        sources=(VW["2p.2"],),
        text=Text(
            en="An mvv on compelling humanitarian grounds (Vw 2000 art. 2p lid 2), in exceptional cases.",
            nl="Een mvv om dringende humanitaire redenen (Vw 2000 art. 2p lid 2), in uitzonderlijke gevallen.",
        ),
    ),
    Note(
        id="route-own-asylum",
        about=_ROUTE,
        when=tie.is_here,
        sources=(VW["29"],),
        text=Text(
            en="An asylum application of the person's own, because he or she is here already.",
            nl="Een eigen asielaanvraag, omdat de persoon hier al is.",
        ),
    ),
    Note(
        id="route-sponsor-derived",
        about=_ROUTE,
        when=sponsor_is_derived,
        sources=(DERIVED_PERMIT,),
        text=Text(
            en="The sponsor holds a permit only as somebody's family member: an asylum status of the sponsor's own would open "
            "nareis.",
            nl="De hoofdpersoon heeft alleen een vergunning als gezinslid: een eigen asielstatus van de hoofdpersoon zou nareis "
            "openen.",
        ),
    ),
)

# ---------------------------------------------------------------- the permit itself

permit_single_status: Final = (
    Note(
        id="permit-five-years",
        about=About.PERMIT,
        sources=(IND_NEW_RULES,),
        text=Text(
            en="Before 12 June 2026 an asylum permit was given for five years (secondary source: IND).",
            nl="Vóór 12 juni 2026 gold een asielvergunning voor vijf jaar (secundaire bron: IND).",
        ),
    ),
)

permit_two_status: Final = (
    Note(
        id="permit-three-years",
        about=About.PERMIT,
        sources=(IND_NEW_RULES,),
        text=Text(
            en="Since 12 June 2026 an asylum permit is given for three years, and none for an indefinite time any more; who has "
            "one keeps it. EU long-term residence after five years remains (secondary source: IND).",
            nl="Sinds 12 juni 2026 geldt een asielvergunning voor drie jaar, en er komt geen nieuwe voor onbepaalde tijd; wie die "
            "heeft houdt haar. De EU-status van langdurig ingezetene na vijf jaar blijft (secundaire bron: IND).",
        ),
    ),
)
