"""What both regimes share beside the conditions: days that matter, evidence, what is left, the permit.

None of it decides a verdict.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from reunify.facts import COUPLE, MARRIED, Relation, Residence
from reunify.logic import Node, all_of, any_of, condition, differs, equals, from_day, not_, one_of, until_day, yes
from reunify.rules import age, change_day, kin, marriage, sponsor, term, tie
from reunify.rules.figures import (
    BOOK_10,
    CHANGE_DAY,
    DAYS_OF_REGISTRATION,
    EXCUSE_IN_LAW,
    FIRST_DAY_HERE,
    LIST_OF_10_32,
    MAJORITY,
    NEWEST_VERSION,
    TERM,
)
from reunify.ruleset import About, Evidence, Milestone, Note
from reunify.sources import (
    A_AND_S,
    ATW,
    BMM,
    BW10,
    CR_GF_TY,
    D_H,
    DABO,
    DEBRU,
    DERIVED_PERMIT,
    E_PAPERS,
    EU_DIRECTIVE,
    IND_FAMILY_ASYLUM,
    IND_NEW_RULES,
    K_AND_B,
    VB,
    VC_ARTICLE_8,
    VC_NAREIS,
    VW,
    VW_OLD,
    WET_36_349,
    XC,
)
from reunify.terms import NEVER, birthday, days_after, end_of_months, end_of_term, extended, is_leap_day, years_after
from reunify.text import Text

# ---------------------------------------------------------------- days that matter


@condition(
    source=ATW["1.1"],
    steady=False,
    built_on=[term.applied_within_term, term.applied_within_bare_term],
    en="the {term} end on a weekend or holiday",
    nl="de {term} eindigen in een weekend of op een feestdag",
)
def term_ends_on_day_off(sponsor_permit_notified_on: date, term: int = TERM) -> bool:
    """Verlenging door de Algemene termijnenwet."""
    return end_of_term(sponsor_permit_notified_on, term) != end_of_months(sponsor_permit_notified_on, term)


@until_day(
    "decided_on",
    source=VW["29c.1"],
    built_on=[term.applied_within_bare_term],
    en="the {term} since the grant still run",
    nl="de {term} sinds de verlening lopen nog",
)
def term_runs(sponsor_permit_notified_on: date, term: int = TERM) -> date:
    """Lopende termijn."""
    return end_of_months(sponsor_permit_notified_on, term)


is_filed_already = yes(
    "is_filed", VC_NAREIS, en="an application is known to have been made", nl="bekend is dat er een aanvraag is"
)


@condition(source=WET_36_349, en="applied for from 28 March 2025 on", nl="aangevraagd vanaf 28 maart 2025")
def applied_since_nine_months(applied_on: date) -> bool:
    """Nieuwe beslistermijn."""
    return applied_on >= EXCUSE_IN_LAW


@until_day("decided_on", source=VW["2u.4"], en="nine months after the filing", nl="negen maanden na de aanvraag")
def nine_months_after_filing(applied_on: date) -> date:
    """Beslistermijn; outside the Algemene termijnenwet (art. 4)."""
    return end_of_months(applied_on, 9)


@until_day("decided_on", source=VW_OLD["2u.1"], en="90 days after the receipt", nl="90 dagen na de ontvangst")
def ninety_days_after_filing(applied_on: date) -> date:
    """Oude beslistermijn."""
    return extended(days_after(applied_on, 90))


@until_day(
    "decided_on",
    source=VW_OLD["2u.1"],
    en="90 days and three months after the receipt",
    nl="90 dagen en drie maanden na de ontvangst",
)
def ninety_days_and_three_months_after_filing(applied_on: date) -> date:
    """Oude beslistermijn, verlengd."""
    return extended(end_of_months(days_after(applied_on, 90), 3))


was_refused = differs(
    "first_refused_on", NEVER, VW["69"], en="the application was refused", nl="de aanvraag is afgewezen"
)


@until_day("decided_on", source=VW["69"], en="four weeks after the refusal", nl="vier weken na de afwijzing")
def four_weeks_after_refusal(first_refused_on: date) -> date:
    """Bezwaartermijn."""
    return extended(days_after(first_refused_on, 28))


mvv_was_granted = differs("mvv_granted_on", NEVER, VW["2r"], en="an mvv was granted", nl="er is een mvv verleend")


@until_day(
    "decided_on",
    source=VW["2r"],
    en="three months after the date on the notice of the mvv",
    nl="drie maanden na de datum op de kennisgeving van de mvv",
)
def three_months_after_mvv(mvv_granted_on: date) -> date:
    """Ophalen van de mvv."""
    return end_of_months(mvv_granted_on, 3)


@from_day(
    source=BMM,
    en="the {majority th} birthday lies within five years",
    nl="de {majority th} verjaardag ligt binnen vijf jaar",
)
def turns_18_within_five_years(born_on: date, majority: int = MAJORITY) -> date:
    """Vanaf de dertiende verjaardag."""
    return birthday(born_on, majority - 5)


@from_day(
    source=A_AND_S,
    en="the sponsor's {majority th} birthday lies within five years",
    nl="de {majority th} verjaardag van de hoofdpersoon ligt binnen vijf jaar",
)
def sponsor_turns_18_within_five_years(sponsor_born_on: date, majority: int = MAJORITY) -> date:
    """Vanaf de dertiende verjaardag."""
    return birthday(sponsor_born_on, majority - 5)


mvv_not_decided_yet = all_of(not_(was_refused), not_(mvv_was_granted), not_(tie.is_here))
"""The period is that of an application for an mvv: who is here has asked for something else."""

_OF_UAM = {Relation.PARENT, Relation.SIBLING}

no_term_runs = all_of(kin.is_parent, sponsor.is_refugee, sponsor.was_uam, not_(age.sponsor_adult_on_decision))
"""C-560/20: while the sponsor is a minor no term runs for the parents."""


def days_of_term(for_whom: Node, relations: Iterable[Relation]) -> tuple[Milestone, ...]:
    """The end of the three months, for those to whom a law sets that term."""
    when = all_of(for_whom, not_(no_term_runs))
    return (
        Milestone(
            id="three-months-bare",
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
            day=term.applied_within_term,
            when=all_of(when, term_ends_on_day_off),
            relations=relations,
            sources=(ATW["1.1"],),
            text=Text.of(
                TERM,
                en="The {term} run on to this working day, if the General Act on Time Limits governs them (inferred).",
                nl="De {term} lopen door tot deze werkdag, als de Algemene termijnenwet geldt (afgeleid).",
            ),
        ),
    )


milestones = (
    Milestone(
        id="sponsor-turns-18",
        day=age.sponsor_adult_on_decision,
        when=all_of(sponsor.was_unaccompanied, not_(age.sponsor_adult_on_decision), sponsor_turns_18_within_five_years),
        relations=_OF_UAM,
        sources=(A_AND_S,),
        text=Text.of(MAJORITY, en="The sponsor turns {majority}.", nl="De hoofdpersoon wordt {majority}."),
    ),
    Milestone(
        id="no-term-until-sponsor-turns-18",
        day=age.sponsor_adult_on_decision,
        when=all_of(no_term_runs, kin.is_own_parent),
        relations={Relation.PARENT},
        sources=(CR_GF_TY,),
        text=Text(
            en="Until this day no term runs for the parents of a refugee who came as an unaccompanied minor.",
            nl="Tot deze dag loopt er geen termijn voor de ouders van een vluchteling die als amv kwam.",
        ),
    ),
    *(
        Milestone(
            id=f"{relation.value}-turns-18",
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
        day=nine_months_after_filing,
        when=all_of(is_filed_already, applied_since_nine_months, mvv_not_decided_yet),
        text=Text(
            en="End of the IND's decision period: nine months after filing, unless the case is complex. The decision is to be "
            "announced by then.",
            nl="Einde van de beslistermijn van de IND: negen maanden na de aanvraag, tenzij de zaak ingewikkeld is. Uiterlijk dan "
            "hoort het besluit bekend te zijn.",
        ),
    ),
    Milestone(
        id="decision-due-before-2025",
        day=ninety_days_after_filing,
        when=all_of(is_filed_already, not_(applied_since_nine_months), mvv_not_decided_yet),
        text=Text(
            en="End of the IND's decision period: 90 days after receipt; it could add three months at most. For an application "
            "that was still pending on 28 March 2025 this is inferred.",
            nl="Einde van de beslistermijn van de IND: 90 dagen na ontvangst, met ten hoogste drie maanden erbij. Voor een "
            "aanvraag die op 28 maart 2025 nog liep is dit afgeleid.",
        ),
    ),
    Milestone(
        id="decision-due-before-2025-extended",
        day=ninety_days_and_three_months_after_filing,
        when=all_of(is_filed_already, not_(applied_since_nine_months), mvv_not_decided_yet),
        text=Text(
            en="End of that period, if the IND used its three months more.",
            nl="Einde van die termijn, als de IND de drie maanden extra gebruikte.",
        ),
    ),
    Milestone(
        id="objection",
        day=four_weeks_after_refusal,
        when=was_refused,
        text=Text(
            en="Last day for an objection to the refusal: four weeks.",
            nl="Laatste dag voor bezwaar tegen de afwijzing: vier weken.",
        ),
    ),
    Milestone(
        id="collect-mvv",
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
        nl="Al het bewijs wordt samen gewogen. Alleen ontbrekende papieren zijn geen weigeringsgrond: leg uit waarom zij "
        "ontbreken; dan hoort DNA-onderzoek of een gehoor te worden aangeboden.",
    ),
)

IDENTITY = Evidence(
    source=VC_NAREIS,
    text=Text(
        en="Identity: passport, identity card, birth certificate or other papers; if there are none, statements about why.",
        nl="Identiteit: paspoort, identiteitskaart, geboorteakte of andere papieren; zijn die er niet, dan verklaringen "
        "waarom.",
    ),
)

MARRIAGE = Evidence(
    source=VC_NAREIS,
    text=Text(
        en="The marriage: a certificate of a competent authority, which makes it presumed valid (BW art. 10:31 lid 4), or a "
        "registration; otherwise photos, messages, witnesses and consistent statements of both.",
        nl="Het huwelijk: een verklaring van een bevoegde autoriteit, waardoor het wordt vermoed geldig te zijn (BW art. 10:31 "
        "lid 4), of een registratie; anders foto's, berichten, getuigen en verklaringen van beiden die overeenkomen.",
    ),
)

RELATIONSHIP = Evidence(
    source=VC_NAREIS,
    text=Text(
        en="The relationship: living together, children, shared household, contact since; statements of both.",
        nl="De relatie: samenwonen, kinderen, een gezamenlijk huishouden, contact sindsdien; verklaringen van beiden.",
    ),
)

DESCENT = Evidence(
    source=VC_NAREIS,
    text=Text(
        en="Descent: a birth certificate or family book; DNA research where it is missing.",
        nl="Afstamming: een geboorteakte of familieboekje; DNA-onderzoek als dat ontbreekt.",
    ),
)

CONSENT = Evidence(
    source=VC_NAREIS,
    text=Text(
        en="Consent of the other parent: a signed statement with a copy of an identity paper, a ruling on custody, a death "
        "certificate, or a plausible reason why there is none.",
        nl="Toestemming van de andere ouder: een getekende verklaring met kopie van een identiteitsbewijs, een uitspraak "
        "over het gezag, een overlijdensakte, of een aannemelijke reden waarom die er niet is.",
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
)

DEPENDENCY = Evidence(
    source=VC_NAREIS,
    text=Text(
        en="Dependency: living in one household, support with money or care, medical papers, and why others cannot help.",
        nl="Afhankelijkheid: wonen in één huishouden, steun met geld of zorg, medische stukken, en waarom anderen niet "
        "kunnen helpen.",
    ),
)

MINORITY = Evidence(
    source=VC_NAREIS,
    text=Text(
        en="The sponsor's age and being alone on the asylum application: the asylum file, guardianship papers.",
        nl="De leeftijd van de hoofdpersoon en het alleen zijn bij de asielaanvraag: het asieldossier, voogdijpapieren.",
    ),
)

# ---------------------------------------------------------------- remarks under either law

is_not_filed = yes("not_filed", VC_NAREIS, en="there is no application so far", nl="er is nog geen aanvraag")


@condition(
    source=VW["29c.1"],
    en="the application was made before the grant was made known (D2)",
    nl="de aanvraag is gedaan vóór de bekendmaking van de verlening (D2)",
)
def filed_before_grant(applied_on: date, sponsor_permit_notified_on: date) -> bool:
    """Aanvraag vóór de verlening."""
    return applied_on < sponsor_permit_notified_on


@until_day("decided_on", source=VC_NAREIS, en="the day of the application", nl="de dag van de aanvraag")
def day_of_application(applied_on: date) -> date:
    """Dag van de aanvraag."""
    return applied_on


@condition(
    source=VW["29c.1"],
    en="the sponsor was also granted another asylum status",
    nl="de hoofdpersoon kreeg ook een andere asielstatus",
)
def had_other_status(sponsor_other_status_notified_on: date) -> bool:
    """Twee verleningen na elkaar."""
    return sponsor_other_status_notified_on < NEVER


@until_day("decided_on", source=VW["29c.1"], en="the grant of the other status", nl="de verlening van de andere status")
def day_of_other_status(sponsor_other_status_notified_on: date) -> date:
    """Dag van de andere verlening."""
    return sponsor_other_status_notified_on


@condition(
    source=VW["2u.4"],
    en="nine months after the filing ended before 12 June 2026",
    nl="negen maanden na de aanvraag eindigden vóór 12 juni 2026",
)
def nine_months_over_before_change(applied_on: date) -> bool:
    """Beslistermijn verstreken vóór het nieuwe recht."""
    return end_of_months(applied_on, 9) < CHANGE_DAY


@condition(
    source=VW_OLD["2u.1"],
    en="90 days and three months after the receipt ended before 12 June 2026",
    nl="90 dagen en drie maanden na de ontvangst eindigden vóór 12 juni 2026",
)
def ninety_days_over_before_change(applied_on: date) -> bool:
    """Beslistermijn verstreken vóór het nieuwe recht."""
    return extended(end_of_months(days_after(applied_on, 90), 3)) < CHANGE_DAY


@condition(source=BW10["32"], en="married before 5 December 2015", nl="getrouwd vóór 5 december 2015")
def married_before_list(married_on: date) -> bool:
    """Huwelijk van vóór de lijst."""
    return married_on < LIST_OF_10_32


@condition(source=BW10["34"], en="married before 1 January 1990", nl="getrouwd vóór 1 januari 1990")
def married_before_book_10(married_on: date) -> bool:
    """Huwelijk van vóór 1990."""
    return married_on < BOOK_10


a_child_at_marriage = not_(all_of(marriage.spouse_adult_at_marriage, marriage.sponsor_adult_at_marriage))


@condition(
    source=VW_OLD["29"], en="the decision falls before 1 January 2014", nl="het besluit valt vóór 1 januari 2014"
)
def decided_before_first_law(decided_on: date) -> bool:
    """Ouder recht."""
    return decided_on < FIRST_DAY_HERE


@condition(
    source=VW["29"],
    en="the decision falls more than five years after the newest version that was read",
    nl="het besluit valt meer dan vijf jaar na de nieuwste versie die is gelezen",
)
def decided_far_ahead(decided_on: date) -> bool:
    """Toekomstig recht."""
    return decided_on > years_after(NEWEST_VERSION, 5)


@condition(
    source=VC_NAREIS, steady=False, en="the person was born on 29 February", nl="de persoon is op 29 februari geboren"
)
def born_on_leap_day(born_on: date) -> bool:
    """Schrikkeldag."""
    return is_leap_day(born_on)


@condition(
    source=VC_NAREIS,
    steady=False,
    en="the sponsor was born on 29 February",
    nl="de hoofdpersoon is op 29 februari geboren",
)
def sponsor_born_on_leap_day(sponsor_born_on: date) -> bool:
    """Schrikkeldag."""
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


remarks = (
    Note(
        id="not-filed-yet",
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
        when=all_of(is_filed_already, term.had_earlier_application),
        day=day_of_application,
        sources=(VC_NAREIS,),
        text=Text.of(
            TERM,
            en="There was an earlier application. The {term} are counted to the present one, of {day}.",
            nl="Er was een eerdere aanvraag. De {term} zijn gerekend tot de huidige, van {day}.",
        ),
    ),
    Note(
        id="other-asylum-status",
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
            when=all_of(for_whom, is_filed_already, filed_before_grant),
            sources=(VW["29c.1"],),
            text=Text(
                en="The application was made before the grant was made known. That it counts is inferred.",
                nl="De aanvraag is gedaan voordat de verlening bekend was gemaakt. Dat zij meetelt is afgeleid.",
            ),
        ),
        Note(
            id="confirm-after-grant",
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
            when=all_of(is_not_filed, age.under_18_on_d4, turns_18_within_five_years, age_counts_on_d3),
            relations={Relation.CHILD},
            day=age.under_18_on_d3,
            sources=(BMM,),
            text=Text.of(
                MAJORITY,
                en="In the main reading the age on the day of the application counts here. To be safe, apply before the {majority th} "
                "birthday: on {day} at the latest.",
                nl="In de hoofdlezing telt hier de leeftijd op de dag van de aanvraag. Vraag daarom vóór de {majority th} verjaardag aan: "
                "uiterlijk op {day}.",
            ),
        ),
    )


# ---------------------------------------------------------------- what is left

sponsor_is_regular = one_of(
    "sponsor_residence",
    (Residence.REGULAR, Residence.DUTCH),
    VC_NAREIS,
    en="the sponsor has a regular permit",
    nl="de hoofdpersoon heeft een reguliere vergunning",
)

sponsor_is_derived = equals(
    "sponsor_residence",
    Residence.DERIVED,
    VC_NAREIS,
    en="the sponsor has a derived permit",
    nl="de hoofdpersoon heeft een afgeleide vergunning",
)

_ROUTE = About.ROUTE

routes = (
    Note(
        id="route-article-8",
        about=_ROUTE,
        sources=(VC_ARTICLE_8, IND_FAMILY_ASYLUM),
        text=Text(
            en="Article 8 ECHR: family life and all interests are weighed in the individual case. For a partner, foster child or "
            "adult child it is the route that the IND itself names.",
            nl="Artikel 8 EVRM: het gezinsleven en alle belangen worden in het individuele geval afgewogen. Voor een partner, "
            "pleegkind of meerderjarig kind is dit de weg die de IND zelf noemt.",
        ),
    ),
    Note(
        id="route-regular-partner",
        about=_ROUTE,
        relations=COUPLE,
        sources=(VB["3.13"], VB["3.71a"]),
        text=Text(
            en="Regular family migration for a spouse or partner: both 21 or over (older policy excepts a marriage from before "
            "the sponsor's stay), income at the minimum wage with few exceptions, fees; no integration exam abroad for the "
            "family of an asylum-permit holder.",
            nl="Reguliere gezinsmigratie voor een echtgenoot of partner: beiden 21 of ouder (ouder beleid maakt een uitzondering "
            "voor een huwelijk van vóór het verblijf van de hoofdpersoon), inkomen op het minimumloon met enkele uitzonderingen, "
            "leges; geen inburgeringsexamen in het buitenland voor het gezin van iemand met een asielvergunning.",
        ),
    ),
    Note(
        id="route-regular-child",
        about=_ROUTE,
        relations={Relation.CHILD},
        when=all_of(age.under_18_on_d4, not_(kin.is_foster_child)),
        sources=(VB["3.13"],),
        text=Text(
            en="Regular family migration for a minor child under the sponsor's custody: income at the minimum wage with few "
            "exceptions, fees.",
            nl="Reguliere gezinsmigratie voor een minderjarig kind onder het gezag van de hoofdpersoon: inkomen op het "
            "minimumloon met enkele uitzonderingen, leges.",
        ),
    ),
    Note(
        id="route-regular-foster-child",
        about=_ROUTE,
        relations={Relation.CHILD},
        when=kin.is_foster_child,
        sources=(VB["3.26"],),
        text=Text(
            en="Regular route for a foster child (Vb arts 3.26-3.28), with conditions of its own.",
            nl="Reguliere weg voor een pleegkind (Vb artt. 3.26-3.28), met eigen voorwaarden.",
        ),
    ),
    Note(
        id="route-regular-parents",
        about=_ROUTE,
        relations={Relation.PARENT},
        when=all_of(sponsor.was_uam, kin.is_own_parent),
        sources=(VB["3.24a"],),
        text=Text(
            en="Regular route for the parents of an unaccompanied minor (Vb art. 3.24a).",
            nl="Reguliere weg voor de ouders van een alleenstaande minderjarige (Vb art. 3.24a).",
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
        id="route-late-refugee",
        about=_ROUTE,
        when=sponsor.is_refugee,
        unmet=("in-time",),
        sources=(K_AND_B, EU_DIRECTIVE["12.2"], DABO, D_H, DEBRU),
        text=Text(
            en="Too late for nareis, the family of a refugee keeps on the regular route the favourable rules of the Directive "
            "on family members, evidence and waiting: no waiting period may be set. An income condition did not violate art. 8 "
            "ECHR where the lateness had been judged and exemptions were possible (Dabo v. Sweden; D.H. and Others and "
            "Okubamichael Debru v. Sweden).",
            nl="Is het te laat voor nareis, dan houdt het gezin van een vluchteling op de reguliere weg de gunstige regels van de richtlijn "
            "over gezinsleden, bewijs en wachten: er mag geen wachttijd worden gesteld. Een inkomenseis schond art. 8 EVRM niet "
            "waar het te laat zijn was beoordeeld en vrijstelling mogelijk was (Dabo tegen Zweden; D.H. e.a. en Okubamichael "
            "Debru tegen Zweden).",
        ),
    ),
    Note(
        id="route-sponsor-regular",
        about=_ROUTE,
        when=sponsor_is_regular,
        sources=(VB["3.13"],),
        text=Text(
            en="The sponsor no longer stays on an asylum permit: there is a regular route for the family of a holder of a regular "
            "permit or of a Dutch national, with conditions of its own.",
            nl="De hoofdpersoon verblijft niet meer op een asielvergunning: er is een reguliere weg voor het gezin van iemand met "
            "een reguliere vergunning of van een Nederlander, met eigen voorwaarden.",
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

permit_single_status = (
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

permit_two_status = (
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
