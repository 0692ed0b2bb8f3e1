"""The tie (gezinsband): whether the person belonged to the family when the sponsor entered (D0), and still does."""

from __future__ import annotations

from datetime import date

from reunify.logic import MET, Node, Remedy, all_of, condition, no, not_, where, yes
from reunify.rules import kin, points
from reunify.sources import (
    BW1,
    E_PAPERS,
    FATHER_NEVER_RAISED,
    HARDLY_MET,
    RVS_COHABITATION,
    VC_NAREIS,
    VW,
    VW_OLD,
    Mark,
    Source,
)
from reunify.text import Text


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


# BW 1:2: an unborn child counts as born where its interest asks for it.
was_conceived_before_entry = yes(
    "conceived_before_entry",
    BW1["2"],
    mark=Mark.INFERRED,
    en="the person was conceived before the sponsor's entry",
    nl="de persoon is verwekt vóór de binnenkomst van de hoofdpersoon",
)

born_after_entry_counts = where(
    was_conceived_before_entry,
    then=was_conceived_before_entry.or_read(points.BORN_AFTER_ENTRY, not_(was_conceived_before_entry)),
    otherwise=was_conceived_before_entry.or_read(points.CONCEIVED_AFTER_ENTRY, not_(was_conceived_before_entry)),
)


def family_at_entry(tie: Node, law: Source) -> Node:
    """Put the tie that a ground asks for under the one condition of all grounds."""
    return tie.named(
        "family-at-entry",
        law,
        en="the person belonged to the sponsor's family when the sponsor entered (D0)",
        nl="de persoon hoorde bij het gezin toen de hoofdpersoon binnenkwam (D0)",
    )


_EVIDENCE = Text(
    en="statements and papers can still be brought; papers that are missing are no reason to refuse by themselves",
    nl="verklaringen en papieren kunnen nog worden ingebracht; alleen ontbrekende papieren zijn geen reden voor afwijzing",
)

# Feitelijke gezinsband; earlier cohabitation is not required.
there_was_family_life = yes(
    "real_family_life",
    (VC_NAREIS, RVS_COHABITATION, HARDLY_MET),
    en="there was real family life, not a tie on paper only",
    nl="er was feitelijk gezinsleven, niet alleen een band op papier",
)

_REAL_FAMILY_LIFE_EN = "on D0 there was real family life; having lived together is not required"

_REAL_FAMILY_LIFE_NL = "op D0 was er feitelijk gezinsleven; samenwonen is niet vereist"

real_family_life = there_was_family_life.named(
    "real-family-life",
    (VC_NAREIS, HARDLY_MET),
    remedy=Remedy.ACTION,
    advice=_EVIDENCE,
    en=_REAL_FAMILY_LIFE_EN,
    nl=_REAL_FAMILY_LIFE_NL,
)

real_family_life_with_child = there_was_family_life.or_read(points.OCCASIONAL_CONTACT, MET).named(
    "real-family-life",
    (VC_NAREIS, FATHER_NEVER_RAISED),
    remedy=Remedy.ACTION,
    advice=_EVIDENCE,
    en=_REAL_FAMILY_LIFE_EN,
    nl=_REAL_FAMILY_LIFE_NL,
)

bond_not_broken = no(
    "bond_broken",
    VC_NAREIS,
    id="bond-not-broken",
    remedy=Remedy.ACTION,
    advice=_EVIDENCE,
    en="the family tie has not been broken since",
    nl="de gezinsband is sindsdien niet verbroken",
)

# Schijnhuwelijk, schijnrelatie.
no_sham = no("sham", VC_NAREIS, en="the marriage or tie is not a sham", nl="het huwelijk of de band is geen schijn")

# Aannemelijk maken: documents, or statements with an explanation, or DNA.
tie_is_plausible = yes(
    "tie_plausible",
    E_PAPERS,
    en="identity and tie are proven or plausible; missing papers alone are no reason to refuse",
    nl="identiteit en band zijn aangetoond of aannemelijk; alleen ontbrekende papieren zijn geen weigeringsgrond",
)

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

# Gelijktijdige inreis.
came_with_sponsor = yes(
    "travelled_with_sponsor",
    VW_OLD["29.2"],
    en="the person travelled in together with the sponsor",
    nl="de persoon reisde samen met de hoofdpersoon in",
)

kin_on_entry = where(
    all_of(kin.is_kin_by_birth, born_after_entry), then=born_after_entry_counts, otherwise=family_on_entry
)
"""Children, brothers and sisters on D0: who was born later counts if conceived before."""

lived_in_household = yes(
    "lived_with_family",
    VC_NAREIS,
    en="the person lived in the sponsor's household until the sponsor left and on D0",
    nl="de persoon woonde in het gezin van de hoofdpersoon tot diens vertrek en op D0",
)

# Al in Nederland.
is_here = yes("in_netherlands", VC_NAREIS, en="the person is in the Netherlands", nl="de persoon is in Nederland")
