"""Conditions that several regimes share: the sponsor, the tie, the term, the child's age, refusals.

D0 is the sponsor's entry, D1 the asylum application, D2 the day on which the grant was made known, D3 the
application for the family member, D4 the decision.
"""

from __future__ import annotations

from datetime import date

from reunify.facts import (
    HERE,
    MARRIED,
    Consent,
    Ended,
    LateBecause,
    Parentage,
    Protection,
    Relation,
    Residence,
)
from reunify.logic import (
    MET,
    UNMET,
    Node,
    Remedy,
    all_of,
    any_of,
    condition,
    contested,
    follows,
    from_day,
    named,
    not_,
    until_day,
    where,
)
from reunify.rules.figures import (
    CHANGE_DAY,
    EXCUSE_IN_LAW,
    LIST_OF_10_32,
    RELATIVES_COUNTED_FROM,
    RELATIVES_COUNTED_UNTIL,
)
from reunify.sources import (
    A_AND_S,
    AFRIN,
    ATW,
    BMM,
    BW1,
    BW10,
    CONFIRMED_LATER,
    CR_GF_TY,
    DERIVED_PERMIT,
    E_PAPERS,
    EU_DIRECTIVE,
    FATHER_NEVER_RAISED,
    FOSTER_HOUSEHOLD,
    FOSTER_PAPERS_NEEDED,
    FOSTER_PAPERS_NOT_NEEDED,
    HARDLY_MET,
    IND_RELATIVES,
    K_AND_B,
    MEMBER_1F,
    NAREIS_AFTER_NAREIS,
    RVS_COHABITATION,
    SW,
    UAM_ON_HIS_OWN,
    VB,
    VC_NAREIS,
    VW,
    VW_OLD,
    X_MARRIED_MINOR,
    XC,
    Mark,
    Source,
)
from reunify.terms import NEVER, birthday, end_of_months, extended, extended_if_decreed, last_day_under
from reunify.text import Text

# ================================================================ the sponsor (hoofdpersoon)


@condition(
    source=VW["29c.1"],
    en="the sponsor is a refugee",
    nl="de hoofdpersoon is vluchteling",
)
def sponsor_is_refugee(sponsor_protection: Protection) -> bool:
    """Vluchtelingenstatus; the other status is subsidiary protection."""
    return sponsor_protection == Protection.REFUGEE


@condition(
    source=VW["29c.1"],
    en="the sponsor stays on asylum: no regular permit, and not naturalised",
    nl="de hoofdpersoon verblijft op grond van asiel: geen reguliere vergunning, en geen Nederlander",
)
def stays_on_asylum(sponsor_residence: Residence) -> bool:
    """Een asielvergunning, ook voor onbepaalde tijd."""
    return sponsor_residence in (Residence.ASYLUM, Residence.DERIVED)


@condition(
    source=DERIVED_PERMIT,
    remedy=Remedy.ACTION,
    advice=Text(
        en="the sponsor can apply for asylum in his or her own right",
        nl="de hoofdpersoon kan zelf asiel aanvragen",
    ),
    en="the sponsor's permit is not derived from a family member",
    nl="de vergunning van de hoofdpersoon is niet afgeleid van een gezinslid",
)
def permit_is_not_derived(sponsor_residence: Residence) -> bool:
    """Geen afgeleide vergunning."""
    return sponsor_residence != Residence.DERIVED


holds_own_asylum_permit = all_of(stays_on_asylum, permit_is_not_derived)


@condition(
    source=NAREIS_AFTER_NAREIS,
    en="the sponsor did not first come by nareis",
    nl="de hoofdpersoon kwam niet eerst zelf als nareiziger",
)
def did_not_come_by_nareis(sponsor_came_by_nareis: bool) -> bool:
    """Nareis op nareis."""
    return not sponsor_came_by_nareis


own_status = named(
    contested(
        "nareis-after-nareis",
        main=holds_own_asylum_permit,
        other=all_of(holds_own_asylum_permit, did_not_come_by_nareis),
        source=NAREIS_AFTER_NAREIS,
        en="the sponsor came by nareis and later got an own status: a grant was published, older policy refused",
        nl="de hoofdpersoon kwam zelf als nareiziger en kreeg later een eigen status: er is een gepubliceerde "
        "verlening, ouder beleid weigerde",
    ),
    id="own-status",
    source=(VW["29c.1"], DERIVED_PERMIT),
    en="the sponsor holds an asylum permit of his or her own",
    nl="de hoofdpersoon heeft een eigen asielvergunning",
)


@until_day(
    "sponsor_asylum_applied_on",
    source=(A_AND_S, SW),
    en="the sponsor was under 18 when applying for asylum (D1)",
    nl="de hoofdpersoon was bij de asielaanvraag (D1) jonger dan 18",
)
def sponsor_under_18_on_d1(sponsor_born_on: date) -> date:
    """C-550/16: minority is fixed on D1; C-273/20: who comes of age later keeps the right."""
    return last_day_under(sponsor_born_on, 18)


@condition(
    source=X_MARRIED_MINOR,
    en="the sponsor was without a responsible adult",
    nl="de hoofdpersoon was zonder een volwassene die voor hem of haar verantwoordelijk was",
)
def sponsor_was_unaccompanied(sponsor_unaccompanied_minor: bool) -> bool:
    """Alleenstaand; by C-230/21 a married minor can be unaccompanied too."""
    return sponsor_unaccompanied_minor


@condition(
    source=IND_RELATIVES,
    en="it was not evident that somebody here cared for the sponsor",
    nl="het was niet duidelijk dat hier iemand voor de hoofdpersoon zorgde",
)
def not_evidently_cared_for(sponsor_evidently_not_alone: bool) -> bool:
    """Evident geen alleenstaande."""
    return not sponsor_evidently_not_alone


@condition(
    source=IND_RELATIVES,
    en="the decision falls in the months in which a relative here counted",
    nl="het besluit valt in de maanden waarin een familielid hier meetelde",
)
def relatives_counted(decided_on: date) -> bool:
    """Werkwijze van november 2020 tot 24 augustus 2021."""
    return RELATIVES_COUNTED_FROM <= decided_on <= RELATIVES_COUNTED_UNTIL


@condition(
    source=IND_RELATIVES,
    en="no relative here had taken the sponsor in",
    nl="geen familielid hier had de hoofdpersoon in huis genomen",
)
def not_taken_in(sponsor_taken_in_by_relative: bool) -> bool:
    """Opvang bij een familielid."""
    return not sponsor_taken_in_by_relative


@condition(
    source=UAM_ON_HIS_OWN,
    en="the sponsor does not live on his or her own",
    nl="de hoofdpersoon woont niet zelfstandig",
)
def sponsor_does_not_live_alone(sponsor_lives_independently: bool) -> bool:
    """Zelfstandig wonen van de amv."""
    return not sponsor_lives_independently


@condition(
    source=UAM_ON_HIS_OWN,
    en="the sponsor does not support himself or herself",
    nl="de hoofdpersoon voorziet niet in het eigen onderhoud",
)
def sponsor_not_self_supporting(sponsor_self_supporting: bool) -> bool:
    """Eigen onderhoud van de amv."""
    return not sponsor_self_supporting


@condition(
    source=UAM_ON_HIS_OWN,
    en="the sponsor has not founded a family of his or her own",
    nl="de hoofdpersoon heeft geen eigen gezin gevormd",
)
def sponsor_no_own_family(sponsor_own_family: bool) -> bool:
    """Eigen gezin van de amv."""
    return not sponsor_own_family


_UAM_EN = "the sponsor was an unaccompanied minor when applying for asylum"
_UAM_NL = "de hoofdpersoon was bij de asielaanvraag een alleenstaande minderjarige (amv)"

sponsor_uam = all_of(
    sponsor_under_18_on_d1,
    sponsor_was_unaccompanied,
    not_evidently_cared_for,
    where(
        relatives_counted,
        then=contested(
            "taken-in-by-relative",
            main=not_taken_in,
            other=MET,
            source=IND_RELATIVES,
            en="from November 2020 to 24 August 2021 the IND held that a minor whom a relative here had taken in was not "
            "alone; it then withdrew that practice",
            nl="van november 2020 tot 24 augustus 2021 vond de IND dat een minderjarige die bij een familielid hier woonde "
            "niet alleenstaand was; daarna trok zij die werkwijze in",
        ),
    ),
    contested(
        "minor-on-his-own",
        main=MET,
        other=all_of(sponsor_does_not_live_alone, sponsor_not_self_supporting, sponsor_no_own_family),
        source=(SW, UAM_ON_HIS_OWN),
        en="a district court held that the tie with the parents ends where the minor lives on his own, supports himself or "
        "founds a family; by C-273/20 they need not live together or support each other",
        nl="een rechtbank vond dat de band met de ouders eindigt als de minderjarige zelfstandig woont, zichzelf "
        "onderhoudt of een gezin vormt; volgens C-273/20 hoeven zij niet samen te wonen of elkaar te steunen",
    ),
    id="sponsor-uam",
    source=A_AND_S,
    en=_UAM_EN,
    nl=_UAM_NL,
)
sponsor_uam_by_eu_law = all_of(
    sponsor_under_18_on_d1,
    sponsor_was_unaccompanied,
    not_evidently_cared_for,
    id="sponsor-uam",
    source=A_AND_S,
    en=_UAM_EN,
    nl=_UAM_NL,
)


@condition(
    source=VB["3.107"],
    en="article 1F of the Refugee Convention was not applied to the sponsor",
    nl="artikel 1F van het Vluchtelingenverdrag is niet aan de hoofdpersoon tegengeworpen",
)
def sponsor_not_1f(sponsor_excluded_1f: bool) -> bool:
    """Artikel 1F, de hoofdpersoon."""
    return not sponsor_excluded_1f


@condition(
    source=MEMBER_1F,
    en="article 1F of the Refugee Convention was not applied to the person",
    nl="artikel 1F van het Vluchtelingenverdrag is niet aan de persoon tegengeworpen",
)
def member_not_1f(excluded_1f: bool) -> bool:
    """Artikel 1F, het gezinslid."""
    return not excluded_1f


not_1f = all_of(
    sponsor_not_1f,
    member_not_1f,
    id="not-1f",
    source=VB["3.107"],
    en="article 1F of the Refugee Convention was applied neither to the sponsor nor to the person",
    nl="artikel 1F van het Vluchtelingenverdrag is niet aan de hoofdpersoon en niet aan de persoon tegengeworpen",
)


# ================================================================ the tie on D0 (gezinsband)


@condition(
    id="married-before-entry",
    source=VW["29c.1"],
    en="the marriage was concluded before the sponsor's entry (D0)",
    nl="het huwelijk is gesloten vóór de binnenkomst van de hoofdpersoon (D0)",
)
def married_before_entry(married_on: date, sponsor_entered_on: date) -> bool:
    """The tie of a spouse begins with the celebration; on the day of entry itself is too late."""
    return married_on < sponsor_entered_on


@condition(
    source=VC_NAREIS,
    en="the relationship had begun before the sponsor's entry (D0)",
    nl="de relatie bestond al vóór de binnenkomst van de hoofdpersoon (D0)",
)
def partner_before_entry(family_since: date, sponsor_entered_on: date) -> bool:
    """Duurzame relatie vóór de binnenkomst."""
    return family_since < sponsor_entered_on


@condition(
    source=VW["29c.1"],
    en="the person belonged to the family on the day of the sponsor's entry (D0)",
    nl="de persoon hoorde op de dag van binnenkomst van de hoofdpersoon (D0) bij het gezin",
)
def family_on_entry(family_since: date, sponsor_entered_on: date) -> bool:
    """Ten tijde van de binnenkomst: on the day itself is in time."""
    return family_since <= sponsor_entered_on


@condition(
    source=VW["29c.1"],
    en="the person was born after the sponsor's entry",
    nl="de persoon is geboren na de binnenkomst van de hoofdpersoon",
)
def born_after_entry(born_on: date, sponsor_entered_on: date) -> bool:
    """Nageboren kind, of een nageboren broer of zus."""
    return born_on > sponsor_entered_on


@condition(
    source=BW1["2"],
    mark=Mark.INFERRED,
    en="the person was conceived before the sponsor's entry",
    nl="de persoon is verwekt vóór de binnenkomst van de hoofdpersoon",
)
def was_conceived_before_entry(conceived_before_entry: bool) -> bool:
    """BW 1:2: an unborn child counts as born where its interest asks for it."""
    return conceived_before_entry


born_after_entry_counts = where(
    was_conceived_before_entry,
    then=contested(
        "born-after-entry",
        main=was_conceived_before_entry,
        other=not_(was_conceived_before_entry),
        source=BW1["2"],
        en="the person was born after the sponsor's entry but conceived before it: the texts are silent, the Civil "
        "Code treats an unborn child as born",
        nl="de persoon is na de binnenkomst geboren maar daarvóór verwekt: de teksten zwijgen, het Burgerlijk "
        "Wetboek ziet een ongeboren kind als geboren",
    ),
    otherwise=contested(
        "conceived-after-entry",
        main=was_conceived_before_entry,
        other=not_(was_conceived_before_entry),
        source=EU_DIRECTIVE["9.2"],
        en="the person was conceived after the sponsor's entry, but the family existed then; the Directive lets a "
        "State confine only its favourable chapter to earlier ties, so the regular route must be open",
        nl="de persoon is na de binnenkomst verwekt, maar het gezin bestond toen al; de richtlijn laat een staat "
        "alleen het gunstige hoofdstuk tot oudere banden beperken, dus de reguliere weg moet openstaan",
    ),
)


def family_at_entry(tie: Node, law: Source) -> Node:
    """Put the tie that a ground asks for under the one condition of all grounds."""
    return named(
        tie,
        id="family-at-entry",
        source=law,
        en="the person belonged to the sponsor's family when the sponsor entered (D0)",
        nl="de persoon hoorde bij het gezin toen de hoofdpersoon binnenkwam (D0)",
    )


_EVIDENCE = Text(
    en="statements and papers can still be brought; papers that are missing are no reason to refuse by themselves",
    nl="verklaringen en papieren kunnen nog worden ingebracht; alleen ontbrekende papieren zijn geen reden voor afwijzing",
)


@condition(
    source=(VC_NAREIS, RVS_COHABITATION, HARDLY_MET),
    en="there was real family life, not a tie on paper only",
    nl="er was feitelijk gezinsleven, niet alleen een band op papier",
)
def there_was_family_life(real_family_life: bool) -> bool:
    """Feitelijke gezinsband; earlier cohabitation is not required."""
    return real_family_life


_REAL_FAMILY_LIFE_EN = "on D0 there was real family life; having lived together is not required"
_REAL_FAMILY_LIFE_NL = "op D0 was er feitelijk gezinsleven; samenwonen is niet vereist"

real_family_life = named(
    there_was_family_life,
    id="real-family-life",
    source=(VC_NAREIS, HARDLY_MET),
    remedy=Remedy.ACTION,
    advice=_EVIDENCE,
    en=_REAL_FAMILY_LIFE_EN,
    nl=_REAL_FAMILY_LIFE_NL,
)
real_family_life_with_child = named(
    contested(
        "occasional-contact",
        main=there_was_family_life,
        other=MET,
        source=XC,
        en="a district court refused where the father never raised the child; by C-279/20 occasional visits or any "
        "regular contact can be enough, without living together or money",
        nl="een rechtbank wees af waar de vader het kind nooit opvoedde; volgens C-279/20 kan af en toe bezoek of "
        "enig regelmatig contact genoeg zijn, zonder samenwonen of geld",
    ),
    id="real-family-life",
    source=(VC_NAREIS, FATHER_NEVER_RAISED),
    remedy=Remedy.ACTION,
    advice=_EVIDENCE,
    en=_REAL_FAMILY_LIFE_EN,
    nl=_REAL_FAMILY_LIFE_NL,
)


@condition(
    id="bond-not-broken",
    source=VC_NAREIS,
    remedy=Remedy.ACTION,
    advice=_EVIDENCE,
    en="the family tie has not been broken since",
    nl="de gezinsband is sindsdien niet verbroken",
)
def bond_not_broken(bond_broken: bool) -> bool:
    """Verbreking van de gezinsband."""
    return not bond_broken


@condition(
    source=VC_NAREIS,
    en="the marriage or tie is not a sham",
    nl="het huwelijk of de band is geen schijn",
)
def no_sham(sham: bool) -> bool:
    """Schijnhuwelijk, schijnrelatie."""
    return not sham


@condition(
    source=E_PAPERS,
    en="identity and tie are proven or plausible; missing papers alone are no reason to refuse",
    nl="identiteit en band zijn aangetoond of aannemelijk; alleen ontbrekende papieren zijn geen weigeringsgrond",
)
def tie_is_plausible(tie_plausible: bool) -> bool:
    """Aannemelijk maken: documents, or statements with an explanation, or DNA."""
    return tie_plausible


genuine_tie = all_of(
    no_sham,
    tie_is_plausible,
    id="genuine-tie",
    source=VC_NAREIS,
    remedy=Remedy.ACTION,
    advice=_EVIDENCE,
    en="the tie is genuine and plausible",
    nl="de band is echt en aannemelijk",
)

# ================================================================ the three months (nareistermijn)


def _three_months(notified_on: date) -> date:
    """Give the bare last day of the term, from the day on which the grant was made known (D2)."""
    return end_of_months(notified_on, 3)


@until_day(
    "applied_on",
    is_term=True,
    source=VW["29c.1"],
    en="the mvv was applied for at the latest three months after the grant was made known (D2)",
    nl="de mvv is uiterlijk drie maanden na de bekendmaking van de verlening (D2) aangevraagd",
)
def applied_within_three_months(sponsor_permit_notified_on: date) -> date:
    """Runs on to the first working day, if the Algemene termijnenwet governs this term (inferred)."""
    return extended(_three_months(sponsor_permit_notified_on))


@until_day(
    "applied_on",
    is_term=True,
    source=VW["29c.1"],
    en="the mvv was applied for within three months, without running on for a weekend or holiday",
    nl="de mvv is binnen drie maanden aangevraagd, zonder verlenging door weekend of feestdag",
)
def applied_within_bare_three_months(sponsor_permit_notified_on: date) -> date:
    """The bare end of the term."""
    return _three_months(sponsor_permit_notified_on)


@until_day(
    "applied_on",
    is_term=True,
    source=ATW["3.3"],
    en="the mvv was applied for within three months, if a decree makes the last day a holiday",
    nl="de mvv is binnen drie maanden aangevraagd, als een besluit de laatste dag tot feestdag maakt",
)
def applied_within_decreed_three_months(sponsor_permit_notified_on: date) -> date:
    """Outside the years of the table of decreed days (gelijkgestelde dagen)."""
    return extended_if_decreed(_three_months(sponsor_permit_notified_on))


@until_day(
    "entered_on",
    source=VW["29c.1"],
    en="the person entered the Netherlands at the latest three months after the grant was made known (D2)",
    nl="de persoon kwam Nederland uiterlijk drie maanden na de bekendmaking van de verlening (D2) binnen",
)
def entered_within_three_months(sponsor_permit_notified_on: date) -> date:
    """Runs on to the first working day, if the Algemene termijnenwet governs this term (inferred)."""
    return extended(_three_months(sponsor_permit_notified_on))


@until_day(
    "entered_on",
    source=VW["29c.1"],
    en="the person entered within three months, without running on for a weekend or holiday",
    nl="de persoon kwam binnen drie maanden binnen, zonder verlenging door weekend of feestdag",
)
def entered_within_bare_three_months(sponsor_permit_notified_on: date) -> date:
    """The bare end of the term."""
    return _three_months(sponsor_permit_notified_on)


@until_day(
    "entered_on",
    source=ATW["3.3"],
    en="the person entered within three months, if a decree makes the last day a holiday",
    nl="de persoon kwam binnen drie maanden binnen, als een besluit de laatste dag tot feestdag maakt",
)
def entered_within_decreed_three_months(sponsor_permit_notified_on: date) -> date:
    """Outside the years of the table of decreed days (gelijkgestelde dagen)."""
    return extended_if_decreed(_three_months(sponsor_permit_notified_on))


def _ends_of_term(extended_end: Node, bare_end: Node, decreed_end: Node) -> Node:
    return contested(
        "term-ends-on-day-off",
        main=contested(
            "decreed-day-not-known",
            main=extended_end,
            other=decreed_end,
            source=ATW["3.3"],
            en="the three months end on a day that a decree may have equated with a holiday; the table of such days in "
            "here does not reach that year",
            nl="de drie maanden eindigen op een dag die een besluit met een feestdag kan hebben gelijkgesteld; de tabel "
            "van zulke dagen reikt hier niet tot dat jaar",
        ),
        other=bare_end,
        source=ATW["1.1"],
        en="the three months end on a weekend or holiday; that they run on to the next working day is inferred "
        "from the General Act on Time Limits",
        nl="de drie maanden eindigen in een weekend of op een feestdag; dat zij doorlopen tot de volgende werkdag is "
        "afgeleid uit de Algemene termijnenwet",
    )


@until_day(
    "earlier_applied_on",
    source=AFRIN,
    en="there was an earlier attempt to apply within three months after the grant was made known (D2)",
    nl="er is binnen drie maanden na de bekendmaking van de verlening (D2) eerder geprobeerd aan te vragen",
)
def tried_within_three_months(sponsor_permit_notified_on: date) -> date:
    """Eerdere poging."""
    return extended(_three_months(sponsor_permit_notified_on))


@condition(
    source=AFRIN,
    en="that earlier application was not accepted",
    nl="die eerdere aanvraag is niet in behandeling genomen",
)
def earlier_was_not_accepted(earlier_ended: Ended) -> bool:
    """Niet in behandeling genomen."""
    return earlier_ended == Ended.NOT_ACCEPTED


@condition(source=VC_NAREIS, en="there was an earlier application", nl="er was een eerdere aanvraag")
def had_earlier_application(earlier_applied_on: date) -> bool:
    """Eerdere aanvraag."""
    return earlier_applied_on < NEVER


within_three_months = any_of(
    _ends_of_term(applied_within_three_months, applied_within_bare_three_months, applied_within_decreed_three_months),
    _ends_of_term(entered_within_three_months, entered_within_bare_three_months, entered_within_decreed_three_months),
    where(
        had_earlier_application,
        then=contested(
            "earlier-application-not-accepted",
            main=UNMET,
            other=all_of(tried_within_three_months, earlier_was_not_accepted),
            source=AFRIN,
            en="an attempt to apply in time that was not accepted: that it counts as the application is argued from "
            "C-1/23, and not settled for the Netherlands",
            nl="een poging op tijd die niet in behandeling is genomen: dat die als aanvraag telt volgt misschien uit "
            "C-1/23, en staat voor Nederland niet vast",
        ),
        otherwise=UNMET,
    ),
)


@condition(
    source=VW_OLD["29.2"],
    en="the person travelled in together with the sponsor",
    nl="de persoon reisde samen met de hoofdpersoon in",
)
def came_with_sponsor(travelled_with_sponsor: bool) -> bool:
    """Gelijktijdige inreis."""
    return travelled_with_sponsor


@until_day(
    "applied_on",
    source=CR_GF_TY,
    en="the application was made while the sponsor was under 18",
    nl="de aanvraag is gedaan toen de hoofdpersoon nog geen 18 was",
)
def sponsor_still_minor(sponsor_born_on: date) -> date:
    """C-560/20: no term runs while the sponsor is a minor."""
    return last_day_under(sponsor_born_on, 18)


@condition(
    source=K_AND_B,
    remedy=Remedy.ACTION,
    en="special circumstances excuse the lateness",
    nl="bijzondere omstandigheden verontschuldigen dat het te laat was",
)
def circumstances_excuse(lateness_excusable: bool) -> bool:
    """Verschoonbare termijnoverschrijding."""
    return lateness_excusable


@condition(
    source=K_AND_B,
    en="the sponsor was not told of the term and its consequences",
    nl="de hoofdpersoon is niet geïnformeerd over de termijn en over de gevolgen van te laat zijn",
)
def not_told_of_term(sponsor_informed_of_term: bool) -> bool:
    """C-380/17: the sponsor must have been fully informed."""
    return not sponsor_informed_of_term


@condition(
    source=K_AND_B,
    en="the family was found only later, or the guardian made a mistake",
    nl="het gezin is pas later gevonden, of de voogd maakte een fout",
)
def cause_excuses(late_because: LateBecause) -> bool:
    """Redenen die in de rechtspraak zijn aanvaard."""
    return late_because in (LateBecause.TRACED_LATER, LateBecause.GUARDIAN_ERROR)


@condition(
    source=AFRIN,
    en="an attempt in time failed because the Dutch embassy or consulate was closed or could not be reached",
    nl="een poging op tijd mislukte omdat de Nederlandse ambassade of het consulaat dicht of onbereikbaar was",
)
def post_was_unreachable(late_because: LateBecause) -> bool:
    """Onbereikbare post."""
    return late_because == LateBecause.POST_UNREACHABLE


@condition(
    source=K_AND_B,
    en="the person was missing although the application could have been made, or a helper made a mistake",
    nl="de persoon was vermist terwijl de aanvraag had kunnen worden gedaan, of een hulpverlener maakte een fout",
)
def cause_did_not_excuse(late_because: LateBecause) -> bool:
    """Redenen die in de rechtspraak niet zijn aanvaard."""
    return late_because in (LateBecause.MISSING_BUT_COULD_FILE, LateBecause.HELPER_ERROR)


def excusable_delay(law: Source) -> Node:
    """The excuse, with the place where a law has it."""
    return any_of(
        circumstances_excuse,
        cause_excuses,
        contested(
            "post-unreachable",
            main=post_was_unreachable,
            other=UNMET,
            source=AFRIN,
            en="an attempt in time that a closed embassy prevented counts as an application by C-1/23; that is not settled for "
            "the Netherlands",
            nl="een poging op tijd die door een gesloten ambassade mislukte telt volgens C-1/23 als aanvraag; voor Nederland "
            "staat dat niet vast",
        ),
        contested(
            "cause-not-accepted",
            main=UNMET,
            other=cause_did_not_excuse,
            source=K_AND_B,
            en="that somebody was missing or that a helper made a mistake was not accepted as an excuse; the "
            "circumstances of each case count",
            nl="dat iemand vermist was of dat een hulpverlener een fout maakte is niet als verontschuldiging aanvaard; "
            "de omstandigheden van het geval tellen",
        ),
        not_told_of_term,
        id="excusable-delay",
        source=(law, K_AND_B),
        remedy=Remedy.ACTION,
        advice=Text(
            en="name the good reason for the lateness, also in objection",
            nl="noem de goede reden waarom het te laat was, ook nog in bezwaar",
        ),
        en="there is a good reason for the lateness (it is excusable); then the application counts as in time",
        nl="er is een goede reden dat het te laat was (verschoonbaar); dan geldt de aanvraag als op tijd",
    )


excusable_delay_before = excusable_delay(VW_OLD.from_day(EXCUSE_IN_LAW)["29.5"])
excusable_delay_since = excusable_delay(VW["29c.2"])

# ================================================================ marriage and relationship


@condition(
    source=BW10["31"],
    en="the marriage is valid under the law of the place where it was concluded",
    nl="het huwelijk is geldig volgens het recht van de plaats waar het gesloten is",
)
def valid_where_concluded(marriage_valid: bool) -> bool:
    """BW 10:31."""
    return marriage_valid


@condition(
    source=CONFIRMED_LATER,
    en="the marriage was valid before the sponsor's entry",
    nl="het huwelijk was al vóór de binnenkomst van de hoofdpersoon geldig",
)
def valid_before_entry(validated_on: date, sponsor_entered_on: date) -> bool:
    """Later confirmation of a traditional marriage (bekrachtiging)."""
    return validated_on < sponsor_entered_on


marriage_valid = all_of(
    valid_where_concluded,
    where(
        married_before_entry,
        then=contested(
            "validated-after-entry",
            main=MET,
            other=valid_before_entry,
            source=CONFIRMED_LATER,
            en="the marriage became valid only after the sponsor's entry; what counts may be the celebration or the day "
            "of validity",
            nl="het huwelijk werd pas na de binnenkomst van de hoofdpersoon geldig; de viering of de dag van geldigheid "
            "kan tellen",
        ),
    ),
    id="marriage-valid",
    source=BW10["31"],
    remedy=Remedy.ACTION,
    advice=Text(
        en="the marriage can be registered or validated where it was concluded; whether that counts when it comes after the "
        "sponsor's entry is contested",
        nl="het huwelijk kan waar het is gesloten worden geregistreerd of bekrachtigd; of dat telt als het na de "
        "binnenkomst van de hoofdpersoon gebeurt is omstreden",
    ),
    en="the marriage is valid where it was concluded, or became valid there later",
    nl="het huwelijk is geldig waar het gesloten is, of werd daar later geldig",
)


@condition(
    source=BW10["32"],
    en="the spouse was 18 or over at the marriage",
    nl="de echtgenoot was bij het huwelijk 18 of ouder",
)
def spouse_adult_at_marriage(born_on: date, married_on: date) -> bool:
    """Kindhuwelijk."""
    return birthday(born_on, 18) <= married_on


@condition(
    source=BW10["32"],
    en="the sponsor was 18 or over at the marriage",
    nl="de hoofdpersoon was bij het huwelijk 18 of ouder",
)
def sponsor_adult_at_marriage(sponsor_born_on: date, married_on: date) -> bool:
    """Kindhuwelijk."""
    return birthday(sponsor_born_on, 18) <= married_on


_AFTER_BIRTHDAY = Text(
    en="ask the IND not to decide before the (later) 18th birthday, and still apply within the term if one runs; the day of "
    "the decision counts (main reading)",
    nl="vraag de IND niet te beslissen vóór de (laatste) 18e verjaardag, en vraag wel aan binnen de termijn als die loopt; de "
    "dag van het besluit telt (hoofdlezing)",
)


@from_day(
    source=BW10["32"],
    advice=_AFTER_BIRTHDAY,
    en="the person is 18 or over on the day of the decision (D4)",
    nl="de persoon is op de dag van het besluit (D4) 18 of ouder",
)
def adult_on_decision(born_on: date) -> date:
    """Meerderjarig op het besluit."""
    return birthday(born_on, 18)


@from_day(
    source=BW10["32"],
    advice=_AFTER_BIRTHDAY,
    en="the sponsor is 18 or over on the day of the decision (D4)",
    nl="de hoofdpersoon is op de dag van het besluit (D4) 18 of ouder",
)
def sponsor_adult_on_decision(sponsor_born_on: date) -> date:
    """Meerderjarig op het besluit."""
    return birthday(sponsor_born_on, 18)


@from_day(
    "applied_on",
    source=BW10["32"],
    en="the person was 18 or over on the day of the application (D3)",
    nl="de persoon was op de dag van de aanvraag (D3) 18 of ouder",
)
def adult_on_application(born_on: date) -> date:
    """Meerderjarig op de aanvraag."""
    return birthday(born_on, 18)


@from_day(
    "applied_on",
    source=BW10["32"],
    en="the sponsor was 18 or over on the day of the application (D3)",
    nl="de hoofdpersoon was op de dag van de aanvraag (D3) 18 of ouder",
)
def sponsor_adult_on_application(sponsor_born_on: date) -> date:
    """Meerderjarig op de aanvraag."""
    return birthday(sponsor_born_on, 18)


@condition(
    id="consented-freely",
    source=BW10["32"],
    remedy=Remedy.ACTION,
    advice=Text(
        en="the one who was forced can expressly agree to the marriage",
        nl="wie gedwongen was kan uitdrukkelijk met het huwelijk instemmen",
    ),
    en="both married of their own free will, or the one who was forced expressly agrees now",
    nl="beiden trouwden uit vrije wil, of wie gedwongen was stemt nu uitdrukkelijk in",
)
def both_consented_freely(consented_freely: bool) -> bool:
    """Huwelijksdwang; BW 10:32 e."""
    return consented_freely


@condition(
    source=BW10["32"],
    en="the decision falls before 5 December 2015",
    nl="het besluit valt vóór 5 december 2015",
)
def decided_before_list(decided_on: date) -> bool:
    """Before the list of BW 10:32."""
    return decided_on < LIST_OF_10_32


_not_on_list = all_of(
    any_of(
        all_of(spouse_adult_at_marriage, sponsor_adult_at_marriage),
        contested(
            "child-marriage-day",
            main=all_of(adult_on_decision, sponsor_adult_on_decision),
            other=all_of(adult_on_application, sponsor_adult_on_application),
            source=BW10["32"],
            en="a marriage concluded under 18 is recognised once both are 18; recognition can be asked again until the "
            "decision, but the application may be the day that counts",
            nl="een huwelijk van iemand onder de 18 wordt erkend zodra beiden 18 zijn; erkenning kan tot het besluit opnieuw "
            "worden gevraagd, maar de aanvraag kan de dag zijn die telt",
        ),
    ),
    both_consented_freely,
)

marriage_recognised = named(
    where(
        decided_before_list,
        then=contested(
            "before-list-of-10-32",
            main=MET,
            other=_not_on_list,
            source=BW10["32"],
            en="the list of marriages that are not recognised exists from 5 December 2015; before that day only public "
            "order stood in the way",
            nl="de lijst van huwelijken die niet worden erkend bestaat vanaf 5 december 2015; vóór die dag stond alleen de "
            "openbare orde in de weg",
        ),
        otherwise=_not_on_list,
    ),
    id="marriage-recognised",
    source=BW10["32"],
    en="the marriage is recognised here: both were adults or have come of age since, and nobody was forced, or who was "
    "forced expressly agrees now",
    nl="het huwelijk wordt hier erkend: beiden waren volwassen of zijn dat intussen, en niemand was gedwongen, of wie "
    "gedwongen was stemt nu uitdrukkelijk in",
)

both_adults = all_of(
    adult_on_decision,
    sponsor_adult_on_decision,
    id="both-adults",
    source=VC_NAREIS,
    en="both are 18 or over on the day of the decision (D4)",
    nl="beiden zijn op de dag van het besluit (D4) 18 of ouder",
)


@condition(
    id="durable-relationship",
    source=VC_NAREIS,
    en="the relationship is durable and exclusive",
    nl="de relatie is duurzaam en exclusief",
)
def durable_and_exclusive(durable_relationship: bool) -> bool:
    """Duurzame en exclusieve relatie."""
    return durable_relationship


@condition(
    source=VC_NAREIS,
    en="the sponsor did not choose another spouse or partner",
    nl="de hoofdpersoon koos geen andere echtgenoot of partner",
)
def no_other_chosen(other_spouse_chosen: bool) -> bool:
    """Polygamie: one of them only."""
    return not other_spouse_chosen


@condition(
    source=(VC_NAREIS, EU_DIRECTIVE["4.4"]),
    en="the sponsor does not live with another partner",
    nl="de hoofdpersoon woont niet samen met een andere partner",
)
def no_other_partner_here(sponsor_lives_with_other_partner: bool) -> bool:
    """Polygamie: another one is here already."""
    return not sponsor_lives_with_other_partner


_ONE_SPOUSE_EN = "no other spouse or partner comes first (in a polygamous family only one can come)"
_ONE_SPOUSE_NL = "er gaat geen andere echtgenoot of partner voor (bij polygamie kan er maar één komen)"

one_spouse = all_of(
    no_other_chosen,
    no_other_partner_here,
    id="one-spouse",
    source=VC_NAREIS,
    en=_ONE_SPOUSE_EN,
    nl=_ONE_SPOUSE_NL,
)


@condition(
    source=VC_NAREIS,
    en="the child is not of a spouse or partner whom the sponsor did not choose",
    nl="het kind is niet van een echtgenoot of partner die de hoofdpersoon niet koos",
)
def not_of_other_relation(of_partner_not_chosen: bool) -> bool:
    """Kind uit de niet gekozen relatie."""
    return not of_partner_not_chosen


child_of_other_relation = named(
    contested(
        "child-of-partner-not-chosen",
        main=MET,
        other=not_of_other_relation,
        source=VC_NAREIS,
        en="the sponsor's own child of the spouse or partner who was not chosen: the law does not exclude it, policy "
        "did",
        nl="het eigen kind van de hoofdpersoon met de niet gekozen echtgenoot of partner: de wet sluit het niet uit, "
        "beleid deed dat wel",
    ),
    id="one-spouse",
    source=VC_NAREIS,
    en="if the sponsor chose another spouse or partner, that is not held against the sponsor's own child",
    nl="als de hoofdpersoon een andere echtgenoot of partner koos, wordt dat het eigen kind niet tegengeworpen",
)

# ================================================================ children


@condition(source=BW10["31"], en="the person is married or registered", nl="de persoon is getrouwd of geregistreerd")
def is_married_or_registered(relation: Relation) -> bool:
    """Echtgenoot of geregistreerd partner."""
    return relation in MARRIED


OWN_KIN = (Parentage.BIOLOGICAL, Parentage.LEGAL, Parentage.ADOPTED)
"""Kin in the sense of family law: an adoption that is not recognised makes none."""


@condition(
    source=VC_NAREIS,
    en="the person is kin by birth or by law",
    nl="de persoon is familie door geboorte of volgens de wet",
)
def is_kin_by_birth(parentage: Parentage) -> bool:
    """Biologisch of juridisch kind, volle of halve broer of zus."""
    return parentage in (Parentage.BIOLOGICAL, Parentage.LEGAL, Parentage.HALF)


@condition(
    source=VC_NAREIS,
    en="the child is the sponsor's own: biological, by law, or by an adoption that is recognised here",
    nl="het is een eigen kind van de hoofdpersoon: biologisch, juridisch, of door een adoptie die hier wordt erkend",
)
def is_own_child(kind_of_kin: Parentage) -> bool:
    """Biologisch, juridisch of geadopteerd kind; kafala makes no family-law tie (BW 10:107-109)."""
    return kind_of_kin in OWN_KIN


@condition(
    source=VC_NAREIS,
    en="the child is the sponsor's by law only",
    nl="het is alleen juridisch een kind van de hoofdpersoon",
)
def is_child_by_law_only(parentage: Parentage) -> bool:
    """Erkend kind, kind door vermoeden van ouderschap, kind van een duomoeder."""
    return parentage == Parentage.LEGAL


@condition(source=VC_NAREIS, en="the child is a foster child", nl="het is een pleegkind")
def is_foster_child(kind_of_kin: Parentage) -> bool:
    """Pleegkind; an adoption that is not recognised (kafala) is foster care."""
    return kind_of_kin == Parentage.FOSTER


@condition(source=VC_NAREIS, en="the child is a step child", nl="het is een stiefkind")
def is_step_child(parentage: Parentage) -> bool:
    """Stiefkind: child of the spouse or partner only."""
    return parentage == Parentage.STEP


kin_on_entry = where(all_of(is_kin_by_birth, born_after_entry), then=born_after_entry_counts, otherwise=family_on_entry)
"""Children, brothers and sisters on D0: who was born later counts if conceived before."""


@until_day(
    "sponsor_asylum_applied_on",
    source=XC,
    en="the child was under 18 when the sponsor applied for asylum (D1)",
    nl="het kind was jonger dan 18 toen de hoofdpersoon asiel aanvroeg (D1)",
)
def child_under_18_on_d1(born_on: date) -> date:
    """C-279/20; for subsidiary protection by analogy (RVS:2017:1609)."""
    return last_day_under(born_on, 18)


@until_day(
    "applied_on",
    source=BMM,
    en="the person was under 18 on the day of the application (D3)",
    nl="de persoon was jonger dan 18 op de dag van de aanvraag (D3)",
)
def under_18_on_d3(born_on: date) -> date:
    """C-133/19."""
    return last_day_under(born_on, 18)


@until_day(
    "decided_on",
    source=VW["29c.1.b"],
    en="the person is under 18 on the day of the decision (D4)",
    nl="de persoon is jonger dan 18 op de dag van het besluit (D4)",
)
def under_18_on_d4(born_on: date) -> date:
    """Minderjarig op het besluit."""
    return last_day_under(born_on, 18)


def child_under_18(punctual: Node, excuse: Node) -> Node:
    """The child's age on D1 if the application is in time, otherwise on D3; late but excused is open."""
    return where(
        punctual,
        then=child_under_18_on_d1,
        otherwise=where(
            excuse,
            then=contested(
                "age-when-late-is-excused",
                main=child_under_18_on_d1,
                other=under_18_on_d3,
                source=XC,
                en="late but excused: C-279/20 speaks of an application within three months, so the child's age may "
                "count on the asylum application or on the family application",
                nl="te laat maar verschoonbaar: C-279/20 spreekt van een aanvraag binnen drie maanden, dus de "
                "leeftijd op de asielaanvraag of op de gezinsaanvraag kan tellen",
            ),
            otherwise=under_18_on_d3,
        ),
    )


def under_18(age: Node) -> Node:
    """Put the day that a regime takes under the one condition."""
    return named(
        age,
        id="under-18",
        source=(XC, BMM),
        en="the child is under 18 on the day that counts",
        nl="het kind is jonger dan 18 op de dag die telt",
    )


@condition(
    source=VC_NAREIS,
    en="the person does not live on his or her own",
    nl="de persoon woont niet zelfstandig",
)
def does_not_live_alone(lives_independently: bool) -> bool:
    """Zelfstandig wonen; what flight forced does not count."""
    return not lives_independently


@condition(
    id="not-self-supporting",
    source=VC_NAREIS,
    en="the person does not support himself or herself",
    nl="de persoon voorziet niet in het eigen onderhoud",
)
def not_self_supporting(self_supporting: bool) -> bool:
    """In eigen onderhoud voorzien; what flight forced does not count."""
    return not self_supporting


not_independent = any_of(
    does_not_live_alone,
    not_self_supporting,
    id="not-independent",
    source=VC_NAREIS,
    en="the child is not independent: only living alone and self-supporting together break the tie",
    nl="het kind is niet zelfstandig: alleen zelfstandig wonen én eigen onderhoud samen verbreken de band",
)


_CONSENT_ADVICE = Text(
    en="a signed statement, or a plausible reason why there is none, can still be brought, also in objection",
    nl="een getekende verklaring, of een aannemelijke reden waarom die er niet is, kan nog worden ingebracht, ook in bezwaar",
)


@condition(
    source=VC_NAREIS,
    en="the other parent with custody consents, or there are papers or a good reason why not",
    nl="de andere ouder met gezag stemt in, of er zijn papieren of een goede reden waarom niet",
)
def consent_or_reason(consent_other_parent: Consent) -> bool:
    """Toestemmingsverklaring."""
    return consent_other_parent != Consent.MISSING


@condition(
    source=FOSTER_PAPERS_NEEDED,
    en="the biological or legal parents consent, or none is alive or traceable",
    nl="de biologische of juridische ouders stemmen in, of er is geen ouder in leven of vindbaar",
)
def real_parents_consent(consent_other_parent: Consent) -> bool:
    """Pleegkind: toestemming van de biologische of juridische ouders."""
    return consent_other_parent in (Consent.GIVEN, Consent.NOT_NEEDED)


@condition(
    source=FOSTER_PAPERS_NEEDED,
    en="papers give the sponsor's family authority over the child",
    nl="papieren geven het gezin van de hoofdpersoon het gezag over het kind",
)
def has_papers_of_authority(authority_papers: bool) -> bool:
    """Voogdij of gezag."""
    return authority_papers


foster_consent = contested(
    "foster-papers",
    main=any_of(real_parents_consent, has_papers_of_authority),
    other=MET,
    source=FOSTER_PAPERS_NOT_NEEDED,
    en="foster child of whom a biological or legal parent lives and did not consent: rulings on papers of authority "
    "conflict",
    nl="pleegkind van wie een biologische of juridische ouder leeft en niet instemde: uitspraken over papieren van gezag "
    "spreken elkaar tegen",
)

consent = named(
    where(is_foster_child, then=foster_consent, otherwise=consent_or_reason),
    id="consent",
    source=VC_NAREIS,
    remedy=Remedy.ACTION,
    advice=_CONSENT_ADVICE,
    en="the other parent with custody consents, or the lack of consent is explained",
    nl="de andere ouder met gezag stemt in, of het ontbreken van toestemming is verklaard",
)


@condition(
    source=VC_NAREIS,
    en="the biological or legal parents no longer care for the child",
    nl="de biologische of juridische ouders zorgen niet meer voor het kind",
)
def real_parents_do_not_care(real_parents_care: bool) -> bool:
    """Feitelijke zorg."""
    return not real_parents_care


@condition(
    source=VC_NAREIS,
    en="the biological or legal parents have consented",
    nl="de biologische of juridische ouders hebben ingestemd",
)
def real_parents_gave_consent(consent_other_parent: Consent) -> bool:
    """Toestemming van de biologische of juridische ouders."""
    return consent_other_parent == Consent.GIVEN


@condition(
    source=VC_NAREIS,
    en="the person lived in the sponsor's household until the sponsor left and on D0",
    nl="de persoon woonde in het gezin van de hoofdpersoon tot diens vertrek en op D0",
)
def lived_in_household(lived_with_family: bool) -> bool:
    """Feitelijk deel van het gezin."""
    return lived_with_family


in_foster_household = contested(
    "foster-household",
    main=lived_in_household,
    other=MET,
    source=FOSTER_HOUSEHOLD,
    en="a foster child that did not live in the sponsor's household has no actual tie of care; whether that decides by "
    "itself is contested",
    nl="een pleegkind dat niet in het huishouden van de hoofdpersoon woonde heeft geen feitelijke zorgband; of dat op "
    "zichzelf beslist is omstreden",
)

foster_care = where(
    is_foster_child,
    then=all_of(
        in_foster_household,
        any_of(real_parents_do_not_care, real_parents_gave_consent),
        id="foster-care",
        source=VC_NAREIS,
        en="the foster child belonged to the sponsor's household, and the care for it has passed to that family",
        nl="het pleegkind hoorde bij het huishouden van de hoofdpersoon, en de zorg is overgegaan op dat gezin",
    ),
)


@condition(
    source=VC_NAREIS,
    en="the step child's parent lives here already, and does not need this law to come",
    nl="de ouder van het stiefkind woont al hier, en heeft deze wet niet nodig om te komen",
)
def step_parent_is_here(parent_member: str) -> bool:
    """De ouder is hier."""
    return parent_member == HERE


step_parent_comes = any_of(
    step_parent_is_here,
    follows(
        "parent_member",
        source=VC_NAREIS,
        en="the step child's parent may come",
        nl="de ouder van het stiefkind mag komen",
    ),
    id="step-parent-comes",
    source=VC_NAREIS,
    en="the step child's own parent comes along or is here",
    nl="de eigen ouder van het stiefkind komt mee of is hier",
)

# ================================================================ siblings


@condition(source=VW["29c.1.d"], en="the person is a half sibling", nl="de persoon is een halfbroer of halfzus")
def is_half_sibling(parentage: Parentage) -> bool:
    """Halfbroer, halfzus."""
    return parentage == Parentage.HALF


@condition(
    source=VW["29c.1.d"],
    en="the person is no step or foster sibling",
    nl="de persoon is geen stief- of pleegbroer of -zus",
)
def is_not_step_or_foster_sibling(kind_of_kin: Parentage) -> bool:
    """Geen stief- of pleegbroer of -zus; kin by an adoption that is not recognised is a foster sibling."""
    return kind_of_kin not in (Parentage.STEP, Parentage.FOSTER)


is_brother_or_sister = where(
    is_half_sibling,
    then=contested(
        "half-sibling",
        main=MET,
        other=UNMET,
        source=VW["29c.1.d"],
        en="the law does not say whether a half brother or half sister counts",
        nl="de wet zegt niet of een halfbroer of halfzus meetelt",
    ),
    otherwise=contested(
        "step-or-foster-sibling",
        main=is_not_step_or_foster_sibling,
        other=MET,
        source=VW["29c.1.d"],
        en="the law does not say whether a step or foster brother or sister counts",
        nl="de wet zegt niet of een stief- of pleegbroer of -zus meetelt",
    ),
)


@condition(
    id="wholly-dependent",
    source=CR_GF_TY,
    en="the adult brother or sister is wholly and lastingly dependent on the parents through serious illness, and "
    "without him or her they would not come",
    nl="de volwassen broer of zus is door ernstige ziekte volledig en blijvend afhankelijk van de ouders, en zonder "
    "hem of haar zouden zij niet komen",
)
def wholly_dependent(wholly_dependent_on_parents: bool) -> bool:
    """C-560/20."""
    return wholly_dependent_on_parents


APPLY_TOGETHER = Text(
    en="apply anew, together with the parent: for a refugee's family within the term, otherwise at any time",
    nl="vraag opnieuw aan, samen met de ouder: bij het gezin van een vluchteling binnen de termijn, anders op elk moment",
)


def with_parent(law: Source) -> Node:
    """A sibling has the verdict of the parent with whom he applies as ceiling."""
    return follows(
        "with_parent",
        id="with-parent",
        source=law,
        remedy=Remedy.ACTION,
        advice=APPLY_TOGETHER,
        en="the parent with whom the person applies may come",
        nl="de ouder met wie de persoon aanvraagt mag komen",
    )


@condition(
    source=VW["29c.1.c"],
    en="the parent is one by birth, by law, or by an adoption that is recognised here",
    nl="het is een ouder door geboorte, volgens de wet, of door een adoptie die hier wordt erkend",
)
def is_own_parent(kind_of_kin: Parentage) -> bool:
    """Ouder: no step or foster parent, and none by kafala."""
    return kind_of_kin in OWN_KIN


@condition(
    source=VC_NAREIS,
    en="the parent did not bring the minor here and leave",
    nl="de ouder bracht de minderjarige niet zelf hierheen om weer te vertrekken",
)
def did_not_bring_and_leave(brought_and_left_minor: bool) -> bool:
    """Zelf gebracht en vertrokken."""
    return not brought_and_left_minor


# ================================================================ refusal grounds


@condition(
    id="public-order",
    source=VC_NAREIS,
    en="the person is no danger to public order or national security",
    nl="de persoon is geen gevaar voor de openbare orde of de nationale veiligheid",
)
def no_danger_to_public_order(public_order: bool) -> bool:
    """Openbare orde."""
    return not public_order


@condition(
    id="special-ties",
    source=VW["31.4"],
    discretionary=True,
    en="reunification is not possible in a third country with special ties",
    nl="hereniging is niet mogelijk in een derde land waarmee bijzondere banden bestaan",
)
def no_special_ties(special_ties_third_country: bool) -> bool:
    """Bijzondere banden met een derde land."""
    return not special_ties_third_country


def special_ties_above_floor(special_ties: Node) -> Node:
    """For a refugee's spouse, child or parent, refusal for special ties alone is below the EU floor."""
    return where(
        sponsor_is_refugee,
        then=contested(
            "special-ties-eu-floor",
            main=special_ties,
            other=MET,
            source=EU_DIRECTIVE["12.1"],
            en="for a refugee's spouse, child or parents the Directive allows only conditions of housing and income "
            "in such a case, no plain refusal",
            nl="voor de echtgenoot, het kind of de ouders van een vluchteling staat de richtlijn dan alleen eisen van "
            "woning en inkomen toe, geen gewone afwijzing",
        ),
        otherwise=special_ties,
    )


# ================================================================ who it is about


@condition(source=VW["29c.1.c"], en="the person is a parent", nl="de persoon is een ouder")
def is_parent(relation: Relation) -> bool:
    """Ouder."""
    return relation == Relation.PARENT


@condition(source=VC_NAREIS, en="the person is in the Netherlands", nl="de persoon is in Nederland")
def is_here(in_netherlands: bool) -> bool:
    """Al in Nederland."""
    return in_netherlands


@condition(source=EU_DIRECTIVE["4.1.d"], en="the person is unmarried", nl="de persoon is ongehuwd")
def is_unmarried(married: bool) -> bool:
    """Ongehuwd."""
    return not married


# ================================================================ the day of the change


@condition(
    source=VW["29c.1"],
    en="the grant was made known before 12 June 2026",
    nl="de verlening is vóór 12 juni 2026 bekendgemaakt",
)
def granted_before_change(sponsor_permit_notified_on: date) -> bool:
    """Vergunning onder het oude recht."""
    return sponsor_permit_notified_on < CHANGE_DAY


@condition(
    source=VW["29c.1"],
    en="the application was made before 12 June 2026",
    nl="de aanvraag is vóór 12 juni 2026 gedaan",
)
def applied_before_change(applied_on: date) -> bool:
    """Lopende aanvraag."""
    return applied_on < CHANGE_DAY


@condition(
    source=VW["29c.1"],
    en="an mvv was granted before 12 June 2026",
    nl="er is vóór 12 juni 2026 een mvv verleend",
)
def mvv_before_change(mvv_granted_on: date) -> bool:
    """Verleende mvv."""
    return mvv_granted_on < CHANGE_DAY


@condition(
    source=VW["29c.1"],
    en="the application was first refused before 12 June 2026",
    nl="de aanvraag is vóór 12 juni 2026 voor het eerst afgewezen",
)
def refused_before_change(first_refused_on: date) -> bool:
    """Lopend bezwaar."""
    return first_refused_on < CHANGE_DAY


@condition(
    source=VW["29c.1"],
    en="the decision falls on or after 12 June 2026",
    nl="het besluit valt op of na 12 juni 2026",
)
def decided_since_change(decided_on: date) -> bool:
    """Besluit onder het nieuwe recht."""
    return decided_on >= CHANGE_DAY
