"""What both regimes share beside the conditions: days that matter, evidence, what is left, the permit.

None of it decides a verdict.
"""

from __future__ import annotations

from datetime import date

from reunify.facts import COUPLE, Relation, Residence
from reunify.logic import all_of, any_of, condition, not_, until_day
from reunify.rules import shared
from reunify.rules.figures import EXCUSE_IN_LAW
from reunify.ruleset import About, Evidence, Milestone, Note
from reunify.sources import (
    ATW,
    CR_GF_TY,
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
    WET_36_349,
    XC,
)
from reunify.terms import NEVER, days_after, end_of_months, extended, is_leap_day
from reunify.text import Text

# ---------------------------------------------------------------- days that matter


@condition(
    source=ATW["1.1"],
    en="the three months end on a weekend or holiday",
    nl="de drie maanden eindigen in een weekend of op een feestdag",
)
def term_ends_on_day_off(sponsor_permit_notified_on: date) -> bool:
    """Verlenging door de Algemene termijnenwet."""
    return extended(end_of_months(sponsor_permit_notified_on, 3)) != end_of_months(sponsor_permit_notified_on, 3)


@condition(source=WET_36_349, en="applied for from 28 March 2025 on", nl="aangevraagd vanaf 28 maart 2025")
def applied_since_nine_months(applied_on: date) -> bool:
    """Nieuwe beslistermijn."""
    return applied_on >= EXCUSE_IN_LAW


@until_day("decided_on", source=WET_36_349, en="nine months after the filing", nl="negen maanden na de aanvraag")
def nine_months_after_filing(applied_on: date) -> date:
    """Beslistermijn; outside the Algemene termijnenwet (art. 4)."""
    return end_of_months(applied_on, 9)


@until_day("decided_on", source=WET_36_349, en="90 days after the filing", nl="90 dagen na de aanvraag")
def ninety_days_after_filing(applied_on: date) -> date:
    """Oude beslistermijn."""
    return extended(days_after(applied_on, 90))


@until_day(
    "decided_on",
    source=WET_36_349,
    en="90 days and three months after the filing",
    nl="90 dagen en drie maanden na de aanvraag",
)
def ninety_days_and_three_months_after_filing(applied_on: date) -> date:
    """Oude beslistermijn, verlengd."""
    return extended(end_of_months(days_after(applied_on, 90), 3))


@condition(source=VW["69"], en="the application was refused", nl="de aanvraag is afgewezen")
def was_refused(first_refused_on: date) -> bool:
    """Afwijzing."""
    return first_refused_on != NEVER


@until_day("decided_on", source=VW["69"], en="four weeks after the refusal", nl="vier weken na de afwijzing")
def four_weeks_after_refusal(first_refused_on: date) -> date:
    """Bezwaartermijn."""
    return extended(days_after(first_refused_on, 28))


@condition(source=VW["2r"], en="an mvv was granted", nl="er is een mvv verleend")
def mvv_was_granted(mvv_granted_on: date) -> bool:
    """Mvv verleend."""
    return mvv_granted_on != NEVER


@until_day(
    "decided_on",
    source=VW["2r"],
    en="three months after the grant of the mvv",
    nl="drie maanden na de verlening van de mvv",
)
def three_months_after_mvv(mvv_granted_on: date) -> date:
    """Ophalen van de mvv."""
    return end_of_months(mvv_granted_on, 3)


_OF_UAM = {Relation.PARENT, Relation.SIBLING}
_YOUNG = {Relation.CHILD, Relation.SIBLING, Relation.SPOUSE}

milestones = (
    Milestone(
        id="three-months-bare",
        day=shared.applied_within_bare_three_months,
        text=Text(
            en="Last day for the application: three months after the grant was made known.",
            nl="Laatste dag voor de aanvraag: drie maanden na de bekendmaking van de verlening.",
        ),
    ),
    Milestone(
        id="three-months-extended",
        day=shared.applied_within_three_months,
        when=term_ends_on_day_off,
        sources=(ATW["1.1"],),
        text=Text(
            en="The three months run on to this working day, if the General Act on Time Limits governs them (inferred).",
            nl="De drie maanden lopen door tot deze werkdag, als de Algemene termijnenwet geldt (afgeleid).",
        ),
    ),
    Milestone(
        id="sponsor-turns-18",
        day=shared.sponsor_adult_on_decision,
        when=all_of(shared.sponsor_was_unaccompanied, not_(shared.sponsor_adult_on_decision)),
        relations=_OF_UAM,
        sources=(CR_GF_TY,),
        text=Text(
            en="The sponsor turns 18. Before this day no term runs for a refugee's parents.",
            nl="De hoofdpersoon wordt 18. Vóór deze dag loopt voor de ouders van een vluchteling geen termijn.",
        ),
    ),
    Milestone(
        id="member-turns-18",
        day=shared.adult_on_decision,
        when=shared.under_18_on_d4,
        relations=_YOUNG,
        sources=(XC,),
        text=Text(en="This person turns 18.", nl="Deze persoon wordt 18."),
    ),
    Milestone(
        id="decision-due",
        day=nine_months_after_filing,
        when=applied_since_nine_months,
        text=Text(
            en="The authority must have decided by now, unless the case is complex.",
            nl="De IND moet uiterlijk nu hebben beslist, tenzij de zaak ingewikkeld is.",
        ),
    ),
    Milestone(
        id="decision-due-before-2025",
        day=ninety_days_after_filing,
        when=not_(applied_since_nine_months),
        text=Text(
            en="The authority had to decide by now (90 days; it may add three months at most).",
            nl="De IND moest uiterlijk nu beslissen (90 dagen; ten hoogste drie maanden langer).",
        ),
    ),
    Milestone(
        id="decision-due-before-2025-extended",
        day=ninety_days_and_three_months_after_filing,
        when=not_(applied_since_nine_months),
        text=Text(
            en="The latest day for the decision, if the authority used its three months more.",
            nl="De laatste dag voor het besluit, als de IND de drie maanden extra gebruikte.",
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
            en="Last day to collect the mvv: three months (can be extended once by three). It is valid for at most 90 days; "
            "the permit starts on the day after it is handed over (Vb art. 3.105a).",
            nl="Laatste dag om de mvv op te halen: drie maanden (één keer met drie te verlengen). Zij geldt ten hoogste 90 "
            "dagen; de vergunning gaat in op de dag na de afgifte (Vb art. 3.105a).",
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
        en="The marriage: a marriage certificate or registration; otherwise photos, messages, witnesses and consistent "
        "statements of both.",
        nl="Het huwelijk: een huwelijksakte of registratie; anders foto's, berichten, getuigen en eensluidende "
        "verklaringen van beiden.",
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
        en="Foster care: how and when the child came into the family, who cared for it, where the real parents are; "
        "statements and an interview count.",
        nl="Pleegzorg: hoe en wanneer het kind in het gezin kwam, wie ervoor zorgde, waar de echte ouders zijn; "
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


@condition(source=VC_NAREIS, en="there is no application so far", nl="er is nog geen aanvraag")
def is_not_filed(not_filed: bool) -> bool:
    """Nog niet aangevraagd."""
    return not_filed


@condition(source=VC_NAREIS, en="the person was born on 29 February", nl="de persoon is op 29 februari geboren")
def born_on_leap_day(born_on: date) -> bool:
    """Schrikkeldag."""
    return is_leap_day(born_on)


@condition(source=VC_NAREIS, en="the sponsor was born on 29 February", nl="de hoofdpersoon is op 29 februari geboren")
def sponsor_born_on_leap_day(sponsor_born_on: date) -> bool:
    """Schrikkeldag."""
    return is_leap_day(sponsor_born_on)


remarks = (
    Note(
        id="not-filed-yet",
        when=is_not_filed,
        sources=(VC_NAREIS,),
        text=Text(
            en="There is no application so far: every condition is read as if it were filed on the decision day.",
            nl="Er is nog geen aanvraag: elke voorwaarde is gelezen alsof die op de dag van het besluit is gedaan.",
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
)

# ---------------------------------------------------------------- what is left


@condition(source=VC_NAREIS, en="the sponsor has a regular permit", nl="de hoofdpersoon heeft een reguliere vergunning")
def sponsor_is_regular(sponsor_residence: Residence) -> bool:
    """Reguliere vergunning of Nederlander."""
    return sponsor_residence in (Residence.REGULAR, Residence.DUTCH)


@condition(source=VC_NAREIS, en="the sponsor has a derived permit", nl="de hoofdpersoon heeft een afgeleide vergunning")
def sponsor_is_derived(sponsor_residence: Residence) -> bool:
    """Afgeleide vergunning."""
    return sponsor_residence == Residence.DERIVED


@condition(source=VC_NAREIS, en="the application comes late", nl="de aanvraag is te laat")
def applied_late(applied_on: date, sponsor_permit_notified_on: date) -> bool:
    """Na drie maanden."""
    return applied_on > end_of_months(sponsor_permit_notified_on, 3)


_ROUTE = About.ROUTE

routes = (
    Note(
        id="route-article-8",
        about=_ROUTE,
        sources=(VC_ARTICLE_8, IND_FAMILY_ASYLUM),
        text=Text(
            en="Article 8 ECHR: family life and all interests are weighed in the single case. For a partner, foster child or "
            "adult child it is the route that the IND itself names.",
            nl="Artikel 8 EVRM: het gezinsleven en alle belangen worden in het ene geval afgewogen. Voor een partner, "
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
            "voor een huwelijk van vóór het verblijf), inkomen op het minimumloon met enkele uitzonderingen, leges; geen "
            "inburgeringsexamen in het buitenland voor gezin van een houder van een asielvergunning.",
        ),
    ),
    Note(
        id="route-regular-child",
        about=_ROUTE,
        relations={Relation.CHILD},
        when=shared.under_18_on_d4,
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
        when=shared.is_foster_child,
        sources=(VB["3.26"],),
        text=Text(
            en="Regular route for a foster child (Vb arts 3.26-3.28), with conditions of its own.",
            nl="Reguliere weg voor een pleegkind (Vb arts 3.26-3.28), met eigen voorwaarden.",
        ),
    ),
    Note(
        id="route-regular-parents",
        about=_ROUTE,
        relations={Relation.PARENT},
        when=shared.sponsor_uam,
        sources=(VB["3.24a"],),
        text=Text(
            en="Regular route for the parents of an unaccompanied minor (Vb art. 3.24a).",
            nl="Reguliere weg voor de ouders van een alleenstaande minderjarige (Vb art. 3.24a).",
        ),
    ),
    Note(
        id="route-own-asylum",
        about=_ROUTE,
        when=shared.is_here,
        sources=(VW["29"],),
        text=Text(
            en="An asylum application of the person's own, because he or she is here already.",
            nl="Een eigen asielaanvraag, omdat de persoon hier al is.",
        ),
    ),
    Note(
        id="route-late-refugee",
        about=_ROUTE,
        when=all_of(shared.sponsor_is_refugee, applied_late),
        sources=(K_AND_B, EU_DIRECTIVE["12.2"]),
        text=Text(
            en="Too late for nareis, the family of a refugee keeps on the regular route the favourable rules of the Directive "
            "on family members, evidence and waiting: no waiting period may be set.",
            nl="Te laat voor nareis houdt het gezin van een vluchteling op de reguliere weg de gunstige regels van de richtlijn "
            "over gezinsleden, bewijs en wachten: er mag geen wachttijd worden gesteld.",
        ),
    ),
    Note(
        id="route-sponsor-regular",
        about=_ROUTE,
        when=sponsor_is_regular,
        sources=(VB["3.13"],),
        text=Text(
            en="The sponsor no longer stays on an asylum permit: the regular route for the family of a holder of a regular "
            "permit or of a Dutch national is open.",
            nl="De hoofdpersoon verblijft niet meer op een asielvergunning: de reguliere weg voor gezin van een houder van een "
            "reguliere vergunning of van een Nederlander staat open.",
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
