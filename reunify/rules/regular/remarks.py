"""What a report adds on the regular route: its price, what is only policy, art. 8 ECHR for each relation, days.

None of it decides a verdict.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from reunify.facts import COUPLE, Housing, Relation
from reunify.logic import MET, Node, all_of, any_of, condition, equals, from_day, not_, until_day
from reunify.rules import age, child, kin, marriage, procedure, tie
from reunify.rules.figures import (
    DECISION_ADDED,
    DECISION_DAYS,
    DECISION_MONTHS,
    EXAM_FEE,
    FEE,
    FEE_MINOR,
    MAJORITY,
    PARTNER_AGE,
    REGULAR_READ_FROM,
    SPONSOR_YEAR,
    YOUNG_ADULT,
)
from reunify.rules.regular import children, foster, means, sponsor
from reunify.rules.sponsor import stays_on_asylum
from reunify.ruleset import About, DayKind, Milestone, Note
from reunify.sources import (
    BMM,
    CLOSE_PERSONAL_TIES,
    D_H,
    DABO,
    DEBRU,
    EU_DIRECTIVE,
    GRANDCHILD_TIES,
    IND_FAMILY_ASYLUM,
    IND_FORMS,
    K_AND_B,
    KUMARI,
    MARTINEZ_ALVARADO,
    VB,
    VC_ARTICLE_8,
    VC_REGULAR,
    VV,
    VW,
    YOUNG_ADULT_TOGETHER,
    Source,
)
from reunify.terms import birthday
from reunify.text import Text

__all__ = [
    "applied_before_read",
    "article_8",
    "in_reception",
    "is_derived",
    "is_independent",
    "milestones",
    "nine_months",
    "ninety_days",
    "notes",
    "one_is_under_21",
    "sixteen",
    "twelve",
    "young_adult",
]

# ---------------------------------------------------------------- what decides on the remarks


@condition(
    source=VB["3.103"],
    en="the application is from before 2024",
    nl="de aanvraag is van vóór 2024",
)
def applied_before_read(applied_on: date) -> bool:
    return applied_on < REGULAR_READ_FROM


@from_day(
    source=VB["3.77"],
    en="the person is twelve or over",
    nl="de persoon is twaalf of ouder",
)
def twelve(born_on: date) -> date:
    """Antecedentenverklaring."""
    return birthday(born_on, 12)


@from_day(
    source=BMM,
    en="the person is sixteen or over",
    nl="de persoon is zestien of ouder",
)
def sixteen(born_on: date) -> date:
    """From here on the birthday that closes the route comes near."""
    return birthday(born_on, 16)


@until_day(
    "decided_on",
    source=YOUNG_ADULT_TOGETHER,
    en="the person is under {young_adult}",
    nl="de persoon is jonger dan {young_adult}",
)
def young_adult(born_on: date, young_adult: int = YOUNG_ADULT) -> date:
    """Ongeveer 18 tot en met 25."""
    return birthday(born_on, young_adult)


in_reception: Final = equals(
    "sponsor_housing",
    Housing.RECEPTION,
    VB["3.17"],
    en="the sponsor lives in a reception centre",
    nl="de hoofdpersoon woont in een opvangcentrum",
)
is_independent: Final = not_(all_of(child.not_self_supporting, children.no_family_of_its_own))
is_derived: Final = procedure.sponsor_is_derived
_is_dutch = not_(any_of(stays_on_asylum, sponsor.holds_regular_permit))

# ---------------------------------------------------------------- policy only

_CHECK = Text(
    en="This rests on policy that was read as of 2015, 2024 or 2025, not on the text of the law: check it before you rely on it.",
    nl="Dit rust op beleid dat is gelezen in de stand van 2015, 2024 of 2025, niet op de wettekst: controleer het voordat u "
    "erop vertrouwt.",
)


@condition(
    source=VB["3.14"],
    en="the person or the sponsor is under {partner_age} on the day of the decision (D4)",
    nl="de persoon of de hoofdpersoon is op de dag van het besluit (D4) jonger dan {partner_age}",
)
def one_is_under_21(born_on: date, sponsor_born_on: date, decided_on: date, partner_age: int = PARTNER_AGE) -> bool:
    return decided_on < max(birthday(born_on, partner_age), birthday(sponsor_born_on, partner_age))


_of_sponsor = any_of(all_of(sponsor.holds_regular_permit, sponsor.purpose_by_policy), means.by_policy)
_of_couple = any_of(all_of(marriage.is_married_or_registered, tie.married_before_entry, one_is_under_21), _of_sponsor)
_of_child = any_of(kin.is_step_child, all_of(foster.taken_in, children.was_minor), _of_sponsor)


def _policy_note(name: str, relations: Iterable[Relation], when: Node) -> Note:
    return Note(id=name, relations=relations, when=when, sources=(VC_REGULAR, IND_FORMS), text=_CHECK)


# ---------------------------------------------------------------- art. 8 ECHR

_ASK_FOR_IT = Text(
    en=" Ask for it expressly, in an application of its own; it costs nothing for who shows that he or she cannot pay.",
    nl=" Vraag er uitdrukkelijk om, in een eigen aanvraag; die is gratis voor wie laat zien dat betalen niet kan.",
)


def _article_8(
    name: str, relations: set[Relation], sources: tuple[Source, ...], en: str, nl: str, when: Node = MET
) -> Note:
    return Note(
        id=name,
        about=About.ROUTE,
        relations=relations,
        when=when,
        sources=(VC_ARTICLE_8, *sources),
        text=Text(en=en + _ASK_FOR_IT.en, nl=nl + _ASK_FOR_IT.nl),
    )


_is_minor_grandchild = all_of(
    equals(
        "relation",
        Relation.GRANDCHILD,
        GRANDCHILD_TIES,
        en="the person is a grandchild",
        nl="de persoon is een kleinkind",
    ),
    age.under_18_on_d4,
)

article_8: Final = (
    _article_8(
        "article-8-couple",
        set(COUPLE),
        (IND_FAMILY_ASYLUM,),
        "Article 8 ECHR: between spouses and real partners family life is a given, and all interests are weighed. Their own "
        "route comes first.",
        "Artikel 8 EVRM: tussen echtgenoten en echte partners is er gezinsleven, en alle belangen worden afgewogen. Hun eigen "
        "weg gaat voor.",
        all_of(tie.no_sham, tie.bond_not_broken),
    ),
    _article_8(
        "article-8-minor-child",
        {Relation.CHILD},
        (CLOSE_PERSONAL_TIES,),
        "Article 8 ECHR: between a parent and a minor child family life is a given; no dependency is asked. Foster and step "
        "children, and a father who never lived with the child, must show close personal ties. All interests are weighed.",
        "Artikel 8 EVRM: tussen een ouder en een minderjarig kind is er gezinsleven; afhankelijkheid wordt niet gevraagd. Bij "
        "pleeg- en stiefkinderen, en een vader die nooit met het kind woonde, moeten nauwe persoonlijke banden blijken. Alle "
        "belangen worden afgewogen.",
        age.under_18_on_d4,
    ),
    _article_8(
        "article-8-young-adult",
        {Relation.CHILD},
        (YOUNG_ADULT_TOGETHER,),
        "Article 8 ECHR: for a young adult, about 18 to 25, who always lived with the parents, does not support himself or "
        "herself and has no family of his or her own, policy takes family life as given. All facts are weighed together "
        "(RVS:2024:2145).",
        "Artikel 8 EVRM: bij een jongvolwassene, ongeveer 18 tot en met 25, die altijd bij de ouders woonde, niet in het eigen "
        "onderhoud voorziet en geen eigen gezin heeft, neemt het beleid gezinsleven aan. Alle feiten wegen samen mee "
        "(RVS:2024:2145).",
        all_of(not_(age.under_18_on_d4), young_adult),
    ),
    _article_8(
        "article-8-adult-child",
        {Relation.CHILD},
        (KUMARI, MARTINEZ_ALVARADO),
        "Article 8 ECHR: an adult child must show additional elements of dependence (Kumari v. the Netherlands); exclusive "
        "dependence may not be asked (Martinez Alvarado v. the Netherlands). All circumstances are weighed.",
        "Artikel 8 EVRM: een volwassen kind moet bijkomende elementen van afhankelijkheid laten zien (Kumari tegen Nederland); "
        "uitsluitende afhankelijkheid mag niet worden gevraagd (Martinez Alvarado tegen Nederland). Alle omstandigheden wegen "
        "mee.",
        all_of(not_(age.under_18_on_d4), any_of(not_(young_adult), is_independent)),
    ),
    _article_8(
        "article-8-grandchild",
        {Relation.GRANDCHILD},
        (GRANDCHILD_TIES,),
        "Article 8 ECHR: between a grandparent and a minor grandchild close personal ties are asked, no more than normal "
        "dependency (RVS:2015:383).",
        "Artikel 8 EVRM: tussen een grootouder en een minderjarig kleinkind worden nauwe persoonlijke banden gevraagd, geen "
        "meer dan gebruikelijke afhankelijkheid (RVS:2015:383).",
        age.under_18_on_d4,
    ),
    _article_8(
        "article-8-other-kin",
        {Relation.PARENT, Relation.SIBLING, Relation.GRANDPARENT, Relation.GRANDCHILD, Relation.OTHER},
        (KUMARI, MARTINEZ_ALVARADO),
        "Article 8 ECHR: between a minor and a parent family life is a given. Adults, brothers and sisters and other relatives "
        "must show additional elements of dependence (Kumari v. the Netherlands); exclusive dependence may not be asked "
        "(Martinez Alvarado v. the Netherlands).",
        "Artikel 8 EVRM: tussen een minderjarige en een ouder is er gezinsleven. Volwassenen, broers en zussen en andere "
        "familieleden moeten bijkomende elementen van afhankelijkheid laten zien (Kumari tegen Nederland); uitsluitende "
        "afhankelijkheid mag niet worden gevraagd (Martinez Alvarado tegen Nederland).",
        not_(_is_minor_grandchild),
    ),
)

# ---------------------------------------------------------------- the other remarks

notes: Final = (
    _policy_note("by-policy-couple", COUPLE, _of_couple),
    _policy_note("by-policy-child", foster.foster_child.relations, _of_child),
    Note(
        id="one-address",
        when=in_reception,
        sources=(VB["3.17"], VC_REGULAR),
        text=Text(
            en="Housing is no condition of the regular route, but the IND looks for one address in the register: with a sponsor "
            "in a reception centre it will ask about it.",
            nl="Woonruimte is geen voorwaarde van de reguliere weg, maar de IND kijkt of er één adres in de basisregistratie "
            "staat: bij een hoofdpersoon in een opvangcentrum vraagt zij daarnaar.",
        ),
    ),
    Note(
        id="beside-nareis",
        when=stays_on_asylum,
        sources=(VB["3.100"], VC_REGULAR),
        text=Text(
            en="Never withdraw a nareis application for this one: both can run, and each needs its own application.",
            nl="Trek voor deze aanvraag nooit een nareisaanvraag in: beide kunnen lopen, en elk vraagt een eigen aanvraag.",
        ),
    ),
    Note(
        id="nareis-first",
        when=all_of(sponsor.refugee_here, means.in_time),
        relations={Relation.SPOUSE, Relation.CHILD, Relation.PARENT},
        sources=(K_AND_B, EU_DIRECTIVE["12.1"]),
        text=Text(
            en="The family of a refugee that is in time should ask for nareis first: it asks no income and no fee.",
            nl="Het gezin van een vluchteling dat op tijd is, vraagt beter eerst nareis aan: die vraagt geen inkomen en geen leges.",
        ),
    ),
    Note(
        id="late-refugee",
        when=all_of(sponsor.refugee_here, not_(means.in_time)),
        relations={Relation.SPOUSE, Relation.CHILD},
        sources=(K_AND_B, EU_DIRECTIVE["12.2"], DABO, D_H, DEBRU),
        text=Text(
            en="A refugee's family that asks this after the term of nareis may be asked an income, but no waiting period, and "
            "never papers alone. An income condition did not violate art. 8 ECHR where the lateness had been judged and "
            "exemptions were possible (Dabo v. Sweden; D.H. and Others and Okubamichael Debru v. Sweden).",
            nl="Vraagt het gezin van een vluchteling dit na de termijn van nareis, dan kan om inkomen worden gevraagd, maar niet om "
            "een wachttijd, en alleen ontbrekende papieren tellen nooit. Een inkomenseis schond art. 8 EVRM niet waar het te laat "
            "zijn was beoordeeld en vrijstelling mogelijk was (Dabo tegen Zweden; D.H. e.a. en Okubamichael Debru tegen Zweden).",
        ),
    ),
    Note(
        id="ind-page-on-partners",
        relations={Relation.PARTNER},
        when=stays_on_asylum,
        sources=(IND_FAMILY_ASYLUM, VB["3.14"]),
        text=Text(
            en="The IND's page on family after asylum names only art. 8 ECHR for partners. That does not close Vb art. 3.14 b.",
            nl="De pagina van de IND over gezin na asiel noemt voor partners alleen art. 8 EVRM. Dat sluit Vb art. 3.14 b niet.",
        ),
    ),
    Note(
        id="sponsor-permit-hangs-on-another",
        when=is_derived,
        sources=(VW["9.4"], VW["32.3"]),
        text=Text(
            en="The sponsor's own permit hangs on that of somebody else, and so does this one then.",
            nl="De eigen vergunning van de hoofdpersoon hangt af van die van een ander, en deze dan ook.",
        ),
    ),
    Note(
        id="child-born-here",
        when=tie.born_after_entry,
        relations={Relation.CHILD},
        sources=(VB["3.23"], VC_REGULAR),
        text=Text(
            en="A child that was born here has a way of its own (Vb art. 3.23), and so has a child born abroad if both parents "
            "live here and ask within six months. It asks no income and no papers of custody.",
            nl="Een kind dat hier is geboren heeft een eigen weg (Vb art. 3.23). Dat geldt ook voor een kind dat in het buitenland "
            "is geboren, als beide ouders hier wonen en het binnen zes maanden aanvragen. Inkomen en gezagspapieren worden dan "
            "niet gevraagd.",
        ),
    ),
    Note(
        id="adoption-is-another-way",
        about=About.ROUTE,
        when=kin.is_foster_child,
        relations={Relation.CHILD},
        sources=(VB["3.26"], VB["3.27"], VC_REGULAR),
        text=Text(
            en="Adoption is another procedure (Vb arts 3.26 and 3.27), with rules of its own: it was not looked at here. By policy a "
            "child that was taken in abroad to adopt it, for more than a year, with the consent of the parents or the "
            "authorities before the journey, counts as an own child.",
            nl="Adoptie is een andere procedure (Vb artt. 3.26 en 3.27), met eigen regels: daar is hier niet naar gekeken. Volgens "
            "het beleid telt een kind dat in het buitenland is opgenomen om het te adopteren, langer dan een jaar, met "
            "toestemming van de ouders of de autoriteiten vóór de reis, als eigen kind.",
        ),
    ),
    Note(
        id="income-is-weighed",
        only_with=("means",),
        unmet=("means",),
        sources=(VB["3.13.2"], VB["3.74"]),
        text=Text(
            en="An income below the norm is no reason to refuse by itself: ask for an individual decision. The form also takes "
            "evidence that the sponsor cannot be expected to work (Wsw, or two years on the list of job agreements).",
            nl="Een inkomen onder de norm is op zichzelf geen reden om af te wijzen: vraag een individuele beslissing. Het "
            "formulier neemt ook bewijs dat werk niet van de hoofdpersoon kan worden verwacht (Wsw, of twee jaar banenafspraak).",
        ),
    ),
    Note(
        id="older-regular-version",
        when=applied_before_read,
        of_reading=True,
        sources=(VB["3.103"],),
        text=Text(
            en="The regular route was read in versions from 1 January 2024 on; of an older application a later version is read.",
            nl="De reguliere weg is gelezen in versies vanaf 1 januari 2024; voor een oudere aanvraag is een latere versie gelezen.",
        ),
    ),
    Note(
        id="regular-before-majority",
        when=all_of(sixteen, age.under_18_on_d4),
        relations=foster.foster_child.relations,
        sources=(BMM, VB["3.14"], VB["3.28"]),
        text=Text.of(
            MAJORITY,
            en="Apply before the {majority th} birthday: the day of the application counts, and after it this route is closed.",
            nl="Vraag aan vóór de {majority th} verjaardag: de dag van de aanvraag telt, en daarna is deze weg dicht.",
        ),
    ),
    Note(
        id="statement-of-antecedents",
        aside=True,
        when=twelve,
        sources=(VB["3.77.11"],),
        text=Text(
            en="From the age of twelve on a statement about crimes is signed.",
            nl="Vanaf twaalf jaar wordt een verklaring over strafbare feiten getekend.",
        ),
    ),
    *article_8,
    Note(
        id="regular-permit-beside-dutch",
        about=About.PERMIT,
        when=_is_dutch,
        sources=(VB["3.5"], VV["3.34"]),
        text=Text.of(
            FEE,
            FEE_MINOR,
            en="A regular permit, not temporary beside a Dutch sponsor, tied to the sponsor; fee {fee} (minor {fee_minor}) on "
            "1 April 2026.",
            nl="Een reguliere vergunning, niet tijdelijk naast een Nederlandse hoofdpersoon, gebonden aan de hoofdpersoon; leges "
            "{fee} (minderjarige {fee_minor}) op 1 april 2026.",
        ),
    ),
    Note(
        id="regular-permit",
        about=About.PERMIT,
        when=not_(_is_dutch),
        sources=(VB["3.5"], VV["3.34"]),
        text=Text.of(
            FEE,
            FEE_MINOR,
            en="A regular permit, temporary, tied to the sponsor; fee {fee} (minor {fee_minor}) on 1 April 2026.",
            nl="Een reguliere vergunning, tijdelijk, gebonden aan de hoofdpersoon; leges {fee} (minderjarige {fee_minor}) op "
            "1 april 2026.",
        ),
    ),
    Note(
        id="regular-permit-is-weaker",
        about=About.PERMIT,
        when=stays_on_asylum,
        sources=(VB["3.5"], VW["21.1.f"], VB["3.51.8"]),
        text=Text(
            en="Nareis gives the better permit: asylum, without fee. The regular one ends with the sponsor's stay or the tie "
            "(domestic violence protects), can end by social assistance, and gives no permit of one's own while the sponsor has "
            "an asylum permit. Work is free, as for the sponsor.",
            nl="Nareis geeft de betere vergunning: asiel, zonder leges. De reguliere eindigt met het verblijf van de hoofdpersoon "
            "of met de band (huiselijk geweld beschermt), kan eindigen door bijstand, en geeft geen eigen vergunning zolang de "
            "hoofdpersoon een asielvergunning heeft. Werk is vrij, net als voor de hoofdpersoon.",
        ),
    ),
    Note(
        id="exam-abroad",
        about=About.PERMIT,
        when=not_(stays_on_asylum),
        sources=(VB["3.71a"], VV["3.12"]),
        text=Text.of(
            EXAM_FEE,
            en="Beside a Dutch or regular sponsor the integration exam abroad costs {exam_fee} (1 April 2026).",
            nl="Naast een Nederlandse of reguliere hoofdpersoon kost het basisexamen in het buitenland {exam_fee} (1 april 2026).",
        ),
    ),
)

# ---------------------------------------------------------------- days

nine_months: Final = procedure.nine_months_after_filing
ninety_days: Final = procedure.ninety_days_after_filing.cited(VW["2u.1"])


milestones: Final = (
    *(one for one in procedure.milestones if one.kind is DayKind.BIRTHDAY and not one.of_sponsor),
    Milestone(
        id="turns-21",
        kind=DayKind.BIRTHDAY,
        step=Text.of(PARTNER_AGE, en="turns {partner_age}", nl="wordt {partner_age}"),
        day=sponsor.member_of_age,
        unmet=("member-21",),
        relations=COUPLE,
        text=Text.of(PARTNER_AGE, en="This person turns {partner_age}.", nl="Deze persoon wordt {partner_age}."),
    ),
    Milestone(
        id="sponsor-turns-21",
        kind=DayKind.BIRTHDAY,
        of_sponsor=True,
        step=Text.of(PARTNER_AGE, en="turns {partner_age}", nl="wordt {partner_age}"),
        day=sponsor.sponsor_of_age,
        unmet=("sponsor-21",),
        text=Text.of(PARTNER_AGE, en="The sponsor turns {partner_age}.", nl="De hoofdpersoon wordt {partner_age}."),
    ),
    Milestone(
        id="sponsor-year-over",
        step=Text.of(
            SPONSOR_YEAR, en="{sponsor_year} of lawful stay is over", nl="{sponsor_year} rechtmatig verblijf is voorbij"
        ),
        day=sponsor.stayed_a_year,
        unmet=("sponsor-year",),
        text=Text.of(
            SPONSOR_YEAR,
            en="The sponsor has stayed lawfully for {sponsor_year}: from this day that is no reason to refuse.",
            nl="De hoofdpersoon verblijft {sponsor_year} rechtmatig: vanaf deze dag is dat geen reden voor afwijzing.",
        ),
    ),
    Milestone(
        id="regular-decision-due",
        kind=DayKind.AUTHORITY,
        step=Text(en="the IND's decision period ends", nl="de beslistermijn van de IND eindigt"),
        day=nine_months,
        when=all_of(procedure.is_filed_already, stays_on_asylum, procedure.mvv_not_decided_yet),
        text=Text.of(
            DECISION_MONTHS,
            DECISION_DAYS,
            DECISION_ADDED,
            en="The IND's decision period ends: {decision_months} after filing, by the letter of the law; others say "
            "{decision_days} and at most {decision_added} more.",
            nl="De beslistermijn van de IND eindigt: {decision_months} na de aanvraag, naar de letter van de wet; anderen zeggen "
            "{decision_days} met ten hoogste {decision_added} erbij.",
        ),
    ),
    Milestone(
        id="regular-decision-due-90-days",
        kind=DayKind.AUTHORITY,
        step=Text(en="the IND's decision period ends", nl="de beslistermijn van de IND eindigt"),
        day=ninety_days,
        when=all_of(procedure.is_filed_already, not_(stays_on_asylum), procedure.mvv_not_decided_yet),
        text=Text.of(
            DECISION_DAYS,
            DECISION_ADDED,
            en="The IND's decision period ends: {decision_days} after receipt, with at most {decision_added} more.",
            nl="De beslistermijn van de IND eindigt: {decision_days} na ontvangst, met ten hoogste {decision_added} erbij.",
        ),
    ),
)
