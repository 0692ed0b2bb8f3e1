"""The tie (gezinsband): whether the person belonged to the family when the sponsor entered (D0), and still does."""

from __future__ import annotations

from datetime import date
from typing import Final

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
    unmet=Text(
        en="The couple was not married yet when the sponsor entered the Netherlands (D0).",
        nl="Het stel was nog niet getrouwd toen de hoofdpersoon Nederland binnenkwam (D0).",
    ),
    ask=Text(
        en="Did the couple marry before the sponsor entered the Netherlands (D0)?",
        nl="Is het stel getrouwd voordat de hoofdpersoon Nederland binnenkwam (D0)?",
    ),
)
def married_before_entry(married_on: date, sponsor_entered_on: date) -> bool:
    """The tie of a spouse begins with the celebration; on the day of entry itself is too late."""
    return married_on < sponsor_entered_on


@condition(
    source=VC_NAREIS,
    en="the relationship had begun before the sponsor's entry (D0)",
    nl="de relatie bestond al vóór de binnenkomst van de hoofdpersoon (D0)",
    unmet=Text(
        en="The relationship had not begun yet before the sponsor's entry (D0).",
        nl="De relatie was nog niet begonnen vóór de binnenkomst van de hoofdpersoon (D0).",
    ),
)
def partner_before_entry(family_since: date, sponsor_entered_on: date) -> bool:
    return family_since < sponsor_entered_on


@condition(
    source=VW["29c.1"],
    en="the person belonged to the family on the day of the sponsor's entry (D0)",
    nl="de persoon hoorde op de dag van binnenkomst van de hoofdpersoon (D0) bij het gezin",
    unmet=Text(
        en="This person did not belong to the family yet on the day of the sponsor's entry (D0).",
        nl="Deze persoon hoorde op de dag van binnenkomst van de hoofdpersoon (D0) nog niet bij het gezin.",
    ),
)
def family_on_entry(family_since: date, sponsor_entered_on: date) -> bool:
    """Ten tijde van de binnenkomst: on the day itself is in time."""
    return family_since <= sponsor_entered_on


@condition(
    source=VW["29c.1"],
    en="the person was born after the sponsor's entry",
    nl="de persoon is geboren na de binnenkomst van de hoofdpersoon",
    unmet=Text(
        en="This person was not born after the sponsor's entry.",
        nl="Deze persoon is niet na de binnenkomst van de hoofdpersoon geboren.",
    ),
)
def born_after_entry(born_on: date, sponsor_entered_on: date) -> bool:
    return born_on > sponsor_entered_on


# BW 1:2: an unborn child counts as born where its interest asks for it.
was_conceived_before_entry: Final = yes(
    "conceived_before_entry",
    BW1["2"],
    mark=Mark.INFERRED,
    en="the person was conceived before the sponsor's entry",
    nl="de persoon is verwekt vóór de binnenkomst van de hoofdpersoon",
    unmet=Text(
        en="This person was conceived after the sponsor's entry.",
        nl="Deze persoon is verwekt na de binnenkomst van de hoofdpersoon.",
    ),
)

born_after_entry_counts: Final = where(
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
        unmet=Text(
            en="This person did not belong to the sponsor's family yet when the sponsor entered the Netherlands (D0).",
            nl="Deze persoon hoorde nog niet bij het gezin toen de hoofdpersoon Nederland binnenkwam (D0).",
        ),
        ask=Text(
            en="Did this person belong to the sponsor's family when the sponsor entered the Netherlands (D0)?",
            nl="Hoorde deze persoon bij het gezin toen de hoofdpersoon Nederland binnenkwam (D0)?",
        ),
    )


EVIDENCE = Text(
    en="statements and papers can still be brought; papers that are missing are no reason to refuse by themselves",
    nl="verklaringen en papieren kunnen nog worden ingebracht; alleen ontbrekende papieren zijn geen reden voor afwijzing",
)

# Feitelijke gezinsband; earlier cohabitation is not required.
there_was_family_life: Final = yes(
    "real_family_life",
    (VC_NAREIS, RVS_COHABITATION, HARDLY_MET),
    en="there was real family life, not a tie on paper only",
    nl="er was echt (feitelijk) gezinsleven, niet alleen een band op papier",
    unmet=Text(
        en="There was a tie on paper only, and no real family life.",
        nl="Er was alleen een band op papier, en geen echt (feitelijk) gezinsleven.",
    ),
    ask=Text(
        en="Was there real family life, and not a tie on paper only?",
        nl="Was er echt (feitelijk) gezinsleven, en niet alleen een band op papier?",
    ),
)

_REAL_FAMILY_LIFE_EN = "when the sponsor entered (D0) there was real family life; they need not have lived together"

_REAL_FAMILY_LIFE_NL = "toen de hoofdpersoon binnenkwam (D0) was er echt (feitelijk) gezinsleven; samenwonen hoeft niet"

_NO_FAMILY_LIFE = Text(
    en="There was no real family life when the sponsor entered (D0).",
    nl="Er was geen echt (feitelijk) gezinsleven toen de hoofdpersoon binnenkwam (D0).",
)

_WAS_FAMILY_LIFE = Text(
    en="Was there real family life when the sponsor entered (D0)? They need not have lived together.",
    nl="Was er echt (feitelijk) gezinsleven toen de hoofdpersoon binnenkwam (D0)? Samenwonen hoeft niet.",
)

real_family_life: Final = there_was_family_life.named(
    "real-family-life",
    (VC_NAREIS, HARDLY_MET),
    remedy=Remedy.ACTION,
    advice=EVIDENCE,
    en=_REAL_FAMILY_LIFE_EN,
    nl=_REAL_FAMILY_LIFE_NL,
    unmet=_NO_FAMILY_LIFE,
    ask=_WAS_FAMILY_LIFE,
)

real_family_life_with_child: Final = there_was_family_life.or_read(points.OCCASIONAL_CONTACT, MET).named(
    "real-family-life",
    (VC_NAREIS, FATHER_NEVER_RAISED),
    remedy=Remedy.ACTION,
    advice=EVIDENCE,
    en=_REAL_FAMILY_LIFE_EN,
    nl=_REAL_FAMILY_LIFE_NL,
    unmet=_NO_FAMILY_LIFE,
    ask=_WAS_FAMILY_LIFE,
)

bond_not_broken: Final = no(
    "bond_broken",
    VC_NAREIS,
    id="bond-not-broken",
    remedy=Remedy.ACTION,
    advice=EVIDENCE,
    en="the family tie has not been broken since",
    nl="de gezinsband is sindsdien niet verbroken",
    unmet=Text(en="The family tie has been broken since.", nl="De gezinsband is sindsdien verbroken."),
    ask=Text(en="Does the family tie still exist?", nl="Bestaat de gezinsband nog?"),
)

# Schijnhuwelijk, schijnrelatie.
no_sham: Final = no(
    "sham",
    VC_NAREIS,
    en="the marriage or tie is not a sham",
    nl="het huwelijk of de band is geen schijn",
    unmet=Text(en="The marriage or tie is a sham.", nl="Het huwelijk of de band is alleen voor de schijn."),
    ask=Text(
        en="Is it certain that the marriage or tie is not a sham?",
        nl="Staat vast dat het huwelijk of de band geen schijn is?",
    ),
)

# Aannemelijk maken: documents, or statements with an explanation, or DNA.
tie_is_plausible: Final = yes(
    "tie_plausible",
    E_PAPERS,
    en="identity and tie are proven or plausible; missing papers alone are no reason to refuse",
    nl="identiteit en band zijn aangetoond of aannemelijk; alleen ontbrekende papieren zijn geen reden voor afwijzing",
    unmet=Text(
        en="Identity and tie are not proven or plausible. Missing papers alone are no reason to refuse.",
        nl="Identiteit en band zijn niet aangetoond of aannemelijk. Alleen ontbrekende papieren zijn geen reden voor afwijzing.",
    ),
    ask=Text(en="Are identity and tie proven, or plausible?", nl="Zijn identiteit en band aangetoond of aannemelijk?"),
)

genuine_tie: Final = all_of(
    no_sham,
    tie_is_plausible,
    id="genuine-tie",
    source=VC_NAREIS,
    remedy=Remedy.ACTION,
    advice=EVIDENCE,
    en="the tie is genuine and plausible",
    nl="de band is echt en aannemelijk",
    unmet=Text(en="The tie is not genuine, or not plausible.", nl="De band is niet echt, of niet aannemelijk."),
    ask=Text(
        en="Is the tie genuine, and can that be made plausible?", nl="Is de band echt, en is dat aannemelijk te maken?"
    ),
)

# Gelijktijdige inreis.
came_with_sponsor: Final = yes(
    "travelled_with_sponsor",
    VW_OLD["29.2"],
    en="the person travelled in together with the sponsor",
    nl="de persoon reisde samen met de hoofdpersoon in",
    unmet=Text(
        en="This person did not travel in together with the sponsor.",
        nl="Deze persoon reisde niet samen met de hoofdpersoon in.",
    ),
    ask=Text(
        en="Did this person travel in together with the sponsor?",
        nl="Reisde deze persoon samen met de hoofdpersoon in?",
    ),
)

kin_on_entry: Final = where(
    all_of(kin.is_kin_by_birth, born_after_entry), then=born_after_entry_counts, otherwise=family_on_entry
)
"""Children, brothers and sisters on D0: who was born later counts if conceived before."""

lived_in_household: Final = yes(
    "lived_with_family",
    VC_NAREIS,
    en="the person lived in the sponsor's household until the sponsor left and on D0",
    nl="de persoon woonde in het gezin van de hoofdpersoon tot diens vertrek en op D0",
    unmet=Text(
        en="This person did not live in the sponsor's household until the sponsor left and on D0.",
        nl="Deze persoon woonde niet in het gezin van de hoofdpersoon tot diens vertrek en op D0.",
    ),
    ask=Text(
        en="Did this person live in the sponsor's household until the sponsor left and on D0?",
        nl="Woonde deze persoon in het gezin van de hoofdpersoon tot diens vertrek en op D0?",
    ),
)

# Al in Nederland.
is_here: Final = yes(
    "in_netherlands",
    VC_NAREIS,
    en="the person is in the Netherlands",
    nl="de persoon is in Nederland",
    unmet=Text(en="This person is not in the Netherlands.", nl="Deze persoon is niet in Nederland."),
    ask=Text(en="Is this person in the Netherlands?", nl="Is deze persoon in Nederland?"),
)
