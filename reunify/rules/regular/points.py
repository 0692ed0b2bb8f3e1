"""Contested points of the regular route (Vb 2000 arts 3.13-3.28): what each is, and what makes it so."""

from __future__ import annotations

from typing import Final

from reunify.logic import Point
from reunify.rules.figures import MAJORITY, NORM_SHARE, PARTNER_AGE, SINGLE_SHARE, SPONSOR_YEAR
from reunify.sources import (
    BMM,
    CHAKROUN,
    CR_GF_TY,
    E_PAPERS,
    EU_DIRECTIVE,
    IND_FORMS,
    IND_PARTNER,
    NOORZIA,
    VB,
    VC_REGULAR,
    VV,
)

__all__ = [
    "BELOW_NORM",
    "BORN_AFTER_FLIGHT",
    "CHILD_AGE_ON_DECISION",
    "CHILD_OF_OTHER",
    "CRIME_WEIGHED",
    "DAY_OF_21",
    "FOSTER_KIN",
    "FOSTER_PAPERS",
    "MARRIED_BETWEEN",
    "OLD_MARRIAGE",
    "PARENT_HERE",
    "RAISED_BEFORE",
    "REFUGEE_IN_TIME",
    "SPONSOR_OF_CHILD",
    "STEP_CHILD",
    "TEMPORARY_SPONSOR",
    "THIRD_WAY",
    "UAM_NORM",
    "UAM_ON_ASYLUM_APPLICATION",
    "UAM_ON_DECISION",
    "UAM_REFUGEE_MEANS",
    "UAM_SUBSIDIARY_MEANS",
    "YEAR_WITH_CHILD",
]

# ---------------------------------------------------------------- ages

OLD_MARRIAGE: Final = Point(
    "regular-old-marriage",
    (VB["3.14"], IND_PARTNER),
    figures=(PARTNER_AGE, MAJORITY),
    en="Vb arts 3.14 and 3.15 ask {partner_age} and know no exception; the policy asks {majority} where the couple married "
    "before the sponsor came, and was read as of 2024",
    nl="Vb artt. 3.14 en 3.15 vragen {partner_age} en kennen geen uitzondering; het beleid vraagt {majority} als het stel "
    "trouwde voordat de hoofdpersoon kwam, en is gelezen in de stand van 2024",
)

MARRIED_BETWEEN: Final = Point(
    "regular-married-before-stay",
    VC_REGULAR,
    figures=(PARTNER_AGE, MAJORITY),
    en="married after the sponsor's entry, but before the grant: the policy of 2015 asks {majority} of a marriage from before "
    "the sponsor's lawful stay; the page of 2024 speaks of a couple that lived abroad",
    nl="getrouwd na de binnenkomst, maar vóór de verlening: het beleid van 2015 vraagt {majority} bij een huwelijk van vóór "
    "het rechtmatig verblijf; de pagina van 2024 spreekt van een stel dat in het buitenland woonde",
)

DAY_OF_21: Final = Point(
    "regular-day-of-age",
    NOORZIA,
    figures=(PARTNER_AGE,),
    en="whether the age of {partner_age} must be reached on the decision or on the application is open; C-338/13 lets a State "
    "choose",
    nl="of de leeftijd van {partner_age} op het besluit of op de aanvraag moet zijn bereikt staat open; C-338/13 laat een "
    "staat kiezen",
)

SPONSOR_OF_CHILD: Final = Point(
    "regular-sponsor-age-for-child",
    (VB["3.15"], EU_DIRECTIVE["4.5"]),
    figures=(PARTNER_AGE,),
    en="Vb art. 3.15 asks {partner_age} of every sponsor; the Directive lets a State ask an age of spouses only, not of the "
    "parent of a child",
    nl="Vb art. 3.15 vraagt {partner_age} van elke hoofdpersoon; de richtlijn laat een staat alleen van echtgenoten een "
    "leeftijd vragen, niet van de ouder van een kind",
)

CHILD_AGE_ON_DECISION: Final = Point(
    "regular-child-age-on-decision",
    BMM,
    en="that the child's age counts on the application was ruled for sponsors whom the Directive binds; for others it can be "
    "the decision",
    nl="dat de leeftijd van het kind op de aanvraag telt, is beslist voor hoofdpersonen die onder de richtlijn vallen; bij "
    "anderen kan het de dag van het besluit zijn",
)

UAM_ON_ASYLUM_APPLICATION: Final = Point(
    "regular-uam-age-on-asylum-application",
    VB["3.24a"],
    figures=(MAJORITY,),
    en="for subsidiary protection it is open on which day the sponsor must be under {majority}; the asylum application may count",
    nl="bij subsidiaire bescherming staat open op welke dag de hoofdpersoon jonger dan {majority} moet zijn; mogelijk telt de "
    "asielaanvraag",
)

UAM_ON_DECISION: Final = Point(
    "regular-uam-age-on-decision",
    VB["3.24a"],
    figures=(MAJORITY,),
    en="for subsidiary protection it is open on which day the sponsor must be under {majority}; the decision may count",
    nl="bij subsidiaire bescherming staat open op welke dag de hoofdpersoon jonger dan {majority} moet zijn; mogelijk telt het "
    "besluit",
)

# ---------------------------------------------------------------- the sponsor's stay

TEMPORARY_SPONSOR: Final = Point(
    "regular-temporary-sponsor",
    (VB["3.15.1"], VC_REGULAR),
    en="Vb art. 3.15 lid 1 asks a stay that is not temporary; the policy promises the permit to the family of a sponsor with "
    "this temporary purpose",
    nl="Vb art. 3.15 lid 1 vraagt verblijf dat niet tijdelijk is; het beleid belooft het gezin van een hoofdpersoon met dit "
    "tijdelijke doel toch de vergunning",
)

YEAR_WITH_CHILD: Final = Point(
    "regular-year-with-child",
    (VB["3.15.3"], EU_DIRECTIVE["5.5"]),
    figures=(SPONSOR_YEAR,),
    en="{the sponsor_year} of lawful stay {sponsor_year:is|are} not asked where that goes against the interest of a minor child",
    nl="{the sponsor_year} rechtmatig verblijf {sponsor_year:wordt|worden} niet gevraagd als dat tegen het belang van een "
    "minderjarig kind ingaat",
)

PARENT_HERE: Final = Point(
    "regular-step-parent-here",
    IND_FORMS,
    en="the parent is here already: the IND's form warns that a child who follows later may meet a waiting year",
    nl="de ouder is al hier: het formulier van de IND waarschuwt dat voor een kind dat later volgt een wachtjaar kan gelden",
)

# ---------------------------------------------------------------- means

BELOW_NORM: Final = Point(
    "regular-means-below-norm",
    (VB["3.74"], CHAKROUN),
    en="who reaches the norm has enough in any case; below it the authority must still look at the case and may not refuse for "
    "the amount alone (C-578/08)",
    nl="wie de norm haalt heeft in elk geval genoeg; daaronder moet de zaak nog worden bekeken en mag niet alleen om het "
    "bedrag worden afgewezen (C-578/08)",
)

THIRD_WAY: Final = Point(
    "regular-means-year-behind",
    (VB["3.75"], IND_FORMS),
    en="the IND's form takes an income that is certain for half a year, after a year of wages or benefits; Vb art. 3.75 does "
    "not name that",
    nl="het formulier van de IND neemt inkomen dat een halfjaar zeker is, na een jaar loon of uitkering; Vb art. 3.75 noemt "
    "dat niet",
)

REFUGEE_IN_TIME: Final = Point(
    "regular-means-of-refugee-in-time",
    (VB["3.22"], EU_DIRECTIVE["12.1"]),
    en="of a refugee whose family applies in time the Directive lets no income be asked; Vb art. 3.22 has no such exception",
    nl="van een vluchteling van wie het gezin op tijd aanvraagt mag volgens de richtlijn geen inkomen worden gevraagd; "
    "Vb art. 3.22 kent die uitzondering niet",
)

UAM_REFUGEE_MEANS: Final = Point(
    "regular-means-of-minor-refugee",
    (CR_GF_TY, VB["3.24a.2"]),
    en="of the parents of a minor refugee no income may be asked (C-560/20); the letter of Vb art. 3.24a and the IND's form "
    "ask it",
    nl="van de ouders van een minderjarige vluchteling mag geen inkomen worden gevraagd (C-560/20); de letter van "
    "Vb art. 3.24a en het formulier van de IND vragen het wel",
)

UAM_SUBSIDIARY_MEANS: Final = Point(
    "regular-means-of-minor-with-subsidiary-protection",
    (VB["3.24a.2"], CR_GF_TY),
    en="whether C-560/20 holds by analogy for a minor with subsidiary protection is doubtful",
    nl="of C-560/20 naar analogie geldt voor een minderjarige met subsidiaire bescherming is twijfelachtig",
)

UAM_NORM: Final = Point(
    "regular-means-norm-of-minor",
    (VB["3.24a.2"], VV["3.19.1"]),
    figures=(NORM_SHARE, SINGLE_SHARE),
    en="whether of a minor {norm_share} or {single_share} is asked is open",
    nl="of van een minderjarige {norm_share} of {single_share} wordt gevraagd staat open",
)

# ---------------------------------------------------------------- children

BORN_AFTER_FLIGHT: Final = Point(
    "regular-born-after-flight",
    (VB["3.14"], VC_REGULAR),
    en="Vb art. 3.14 asks that the child belonged to the family in the country of origin; by policy family life in the sense "
    "of art. 8 ECHR is enough",
    nl="Vb art. 3.14 vraagt dat het kind in het land van herkomst al tot het gezin hoorde; volgens het beleid is gezinsleven "
    "in de zin van art. 8 EVRM genoeg",
)

CHILD_OF_OTHER: Final = Point(
    "regular-child-of-spouse-not-chosen",
    (VB["3.16"], EU_DIRECTIVE["4.4"]),
    en="a child of a spouse who was not chosen: the Directive says that a State may limit this, and asks to weigh the child's "
    "interests",
    nl="een kind van een echtgenoot die niet is gekozen: de richtlijn zegt dat een staat dit mag beperken, en vraagt de "
    "belangen van het kind te wegen",
)

STEP_CHILD: Final = Point(
    "regular-step-child",
    (VB["3.14"], VC_REGULAR),
    en="a step child is not on the list of Vb art. 3.14; the policy and the IND's form let it come",
    nl="een stiefkind staat niet op de lijst van Vb art. 3.14; het beleid en het formulier van de IND laten het komen",
)

FOSTER_KIN: Final = Point(
    "regular-foster-kin",
    (VC_REGULAR, VB["3.28"]),
    en="the policy promises the permit to near kin; Vb art. 3.28 does not ask that",
    nl="het beleid belooft de vergunning aan naaste familie; Vb art. 3.28 vraagt dat niet",
)

RAISED_BEFORE: Final = Point(
    "regular-raised-before",
    (IND_FORMS, VB["3.28.1.b"]),
    en="the IND's form lets a child come that the sponsor raised abroad; Vb art. 3.28 lid 1 b has no such exception",
    nl="het formulier van de IND laat een kind komen dat de hoofdpersoon in het buitenland opvoedde; Vb art. 3.28 lid 1 b "
    "kent die uitzondering niet",
)

FOSTER_PAPERS: Final = Point(
    "regular-foster-papers",
    (VC_REGULAR, E_PAPERS),
    en="custody arranged by an authority is asked; C-635/17 was about a ward whose papers could not be had",
    nl="gezag dat door een autoriteit is geregeld wordt gevraagd; C-635/17 ging over een pupil van wie de papieren niet te "
    "krijgen waren",
)

# ---------------------------------------------------------------- public order

CRIME_WEIGHED: Final = Point(
    "regular-crime-weighed",
    VB["3.77.4"],
    en="in family cases the tie, the length of the stay and the ties with the home country must be weighed",
    nl="in gezinszaken moeten de band, de duur van het verblijf en de banden met het land van herkomst worden gewogen",
)
