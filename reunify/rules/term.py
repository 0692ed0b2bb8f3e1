"""The three months (nareistermijn), and what excuses that they were exceeded."""

from __future__ import annotations

from datetime import date
from typing import Final

from reunify.facts import Ended, LateBecause
from reunify.logic import UNMET, Node, Remedy, all_of, any_of, condition, equals, no, one_of, until_day, where, yes
from reunify.rules import points
from reunify.rules.figures import EXCUSE_IN_LAW, TERM
from reunify.sources import AFRIN, ATW, K_AND_B, VC_NAREIS, VW, VW_OLD, Source
from reunify.terms import NEVER, end_of_months, end_of_term, end_of_term_if_decreed
from reunify.text import Text


@until_day(
    "applied_on",
    is_term=True,
    source=VW["29c.1"],
    en="the mvv was applied for at the latest {term} after the grant was made known (D2)",
    nl="de mvv is uiterlijk {term} na de bekendmaking van de verlening (D2) aangevraagd",
    unmet=Text(
        en="The mvv was not applied for within {term} after the grant was made known (D2).",
        nl="De mvv is niet binnen {term} na de bekendmaking van de verlening (D2) aangevraagd.",
    ),
)
def applied_within_term(sponsor_permit_notified_on: date, term: int = TERM) -> date:
    """Runs on to the first working day, if the Algemene termijnenwet governs this term (inferred)."""
    return end_of_term(sponsor_permit_notified_on, term)


@until_day(
    "applied_on",
    is_term=True,
    source=VW["29c.1"],
    en="the mvv was applied for within {term}, without running on for a weekend or holiday",
    nl="de mvv is binnen {term} aangevraagd, zonder verlenging door weekend of feestdag",
    unmet=Text(
        en="The mvv was not applied for within {term}, without running on for a weekend or holiday.",
        nl="De mvv is niet binnen {term} aangevraagd, zonder verlenging door weekend of feestdag.",
    ),
)
def applied_within_bare_term(sponsor_permit_notified_on: date, term: int = TERM) -> date:
    """The bare end of the term."""
    return end_of_months(sponsor_permit_notified_on, term)


@until_day(
    "applied_on",
    is_term=True,
    source=ATW["3.3"],
    en="the mvv was applied for within {term}, if a decree makes the last day a holiday",
    nl="de mvv is binnen {term} aangevraagd, als een besluit de laatste dag tot feestdag maakt",
    unmet=Text(
        en="The mvv was not applied for within {term}, not even if a decree makes the last day a holiday.",
        nl="De mvv is niet binnen {term} aangevraagd, ook niet als een besluit de laatste dag tot feestdag maakt.",
    ),
)
def applied_within_decreed_term(sponsor_permit_notified_on: date, term: int = TERM) -> date:
    """Outside the years of the table of decreed days (gelijkgestelde dagen)."""
    return end_of_term_if_decreed(sponsor_permit_notified_on, term)


@until_day(
    "entered_on",
    source=VW["29c.1"],
    en="the person entered the Netherlands at the latest {term} after the grant was made known (D2)",
    nl="de persoon kwam Nederland uiterlijk {term} na de bekendmaking van de verlening (D2) binnen",
    unmet=Text(
        en="This person did not enter the Netherlands within {term} after the grant was made known (D2).",
        nl="Deze persoon kwam Nederland niet binnen {term} na de bekendmaking van de verlening (D2) binnen.",
    ),
)
def entered_within_term(sponsor_permit_notified_on: date, term: int = TERM) -> date:
    """Runs on to the first working day, if the Algemene termijnenwet governs this term (inferred)."""
    return end_of_term(sponsor_permit_notified_on, term)


@until_day(
    "entered_on",
    source=VW["29c.1"],
    en="the person entered within {term}, without running on for a weekend or holiday",
    nl="de persoon kwam binnen {term} binnen, zonder verlenging door weekend of feestdag",
    unmet=Text(
        en="This person did not enter within {term}, without running on for a weekend or holiday.",
        nl="Deze persoon kwam niet binnen {term} Nederland binnen, zonder verlenging door weekend of feestdag.",
    ),
)
def entered_within_bare_term(sponsor_permit_notified_on: date, term: int = TERM) -> date:
    """The bare end of the term."""
    return end_of_months(sponsor_permit_notified_on, term)


@until_day(
    "entered_on",
    source=ATW["3.3"],
    en="the person entered within {term}, if a decree makes the last day a holiday",
    nl="de persoon kwam binnen {term} binnen, als een besluit de laatste dag tot feestdag maakt",
    unmet=Text(
        en="This person did not enter within {term}, not even if a decree makes the last day a holiday.",
        nl="Deze persoon kwam niet binnen {term} Nederland binnen, ook niet als een besluit de laatste dag tot feestdag maakt.",
    ),
)
def entered_within_decreed_term(sponsor_permit_notified_on: date, term: int = TERM) -> date:
    """Outside the years of the table of decreed days (gelijkgestelde dagen)."""
    return end_of_term_if_decreed(sponsor_permit_notified_on, term)


def _ends_of_term(extended_end: Node, bare_end: Node, decreed_end: Node) -> Node:
    return extended_end.or_read(points.DECREED_DAY_NOT_KNOWN, decreed_end).or_read(
        points.TERM_ENDS_ON_DAY_OFF, bare_end
    )


@until_day(
    "earlier_applied_on",
    source=AFRIN,
    en="there was an earlier attempt to apply within {term} after the grant was made known (D2)",
    nl="er is binnen {term} na de bekendmaking van de verlening (D2) eerder geprobeerd aan te vragen",
    unmet=Text(
        en="There was no earlier attempt to apply within {term} after the grant was made known (D2).",
        nl="Er is niet binnen {term} na de bekendmaking van de verlening (D2) eerder geprobeerd aan te vragen.",
    ),
)
def tried_within_term(sponsor_permit_notified_on: date, term: int = TERM) -> date:
    return end_of_term(sponsor_permit_notified_on, term)


# Niet in behandeling genomen.
earlier_was_not_accepted: Final = equals(
    "earlier_ended",
    Ended.NOT_ACCEPTED,
    AFRIN,
    en="that earlier application was not accepted",
    nl="die eerdere aanvraag is niet in behandeling genomen",
    unmet=Text(
        en="It was not so that the earlier application was not accepted.",
        nl="Het was niet zo dat de eerdere aanvraag niet in behandeling is genomen.",
    ),
)


@condition(
    source=VC_NAREIS,
    en="there was an earlier application",
    nl="er was een eerdere aanvraag",
    unmet=Text(en="There was no earlier application.", nl="Er was geen eerdere aanvraag."),
)
def had_earlier_application(earlier_applied_on: date) -> bool:
    return earlier_applied_on < NEVER


within_term: Final = any_of(
    _ends_of_term(applied_within_term, applied_within_bare_term, applied_within_decreed_term),
    _ends_of_term(entered_within_term, entered_within_bare_term, entered_within_decreed_term),
    where(
        had_earlier_application,
        then=UNMET.or_read(
            points.EARLIER_APPLICATION_NOT_ACCEPTED, all_of(tried_within_term, earlier_was_not_accepted)
        ),
        otherwise=UNMET,
    ),
)

# Verschoonbare termijnoverschrijding.
circumstances_excuse: Final = yes(
    "lateness_excusable",
    K_AND_B,
    remedy=Remedy.ACTION,
    en="special circumstances made it late (excusable)",
    nl="door bijzondere omstandigheden was het te laat (verschoonbaar)",
    unmet=Text(
        en="No special circumstances made it late.",
        nl="Er waren geen bijzondere omstandigheden waardoor het te laat was.",
    ),
    ask=Text(
        en="Did special circumstances make it late?",
        nl="Waren er bijzondere omstandigheden waardoor het te laat was?",
    ),
)

# C-380/17: the sponsor must have been fully informed.
not_told_of_term: Final = no(
    "sponsor_informed_of_term",
    K_AND_B,
    en="the sponsor was not told of the term and its consequences",
    nl="de hoofdpersoon is niet geïnformeerd over de termijn en over de gevolgen van te laat zijn",
    unmet=Text(
        en="The sponsor was told of the term and its consequences.",
        nl="De hoofdpersoon is geïnformeerd over de termijn en over de gevolgen van te laat zijn.",
    ),
    ask=Text(
        en="Was the sponsor not told of the term and its consequences?",
        nl="Is de hoofdpersoon niet geïnformeerd over de termijn en de gevolgen van te laat zijn?",
    ),
)

# Redenen die in de rechtspraak zijn aanvaard.
cause_excuses: Final = one_of(
    "late_because",
    (LateBecause.TRACED_LATER, LateBecause.GUARDIAN_ERROR),
    K_AND_B,
    en="the family was found only later, or the guardian made a mistake",
    nl="het gezin is pas later gevonden, of de voogd maakte een fout",
    unmet=Text(
        en="The reason is not that the family was found only later, or that the guardian made a mistake.",
        nl="De reden is niet dat het gezin pas later is gevonden, of dat de voogd een fout maakte.",
    ),
    ask=Text(
        en="Was the family found only later, or did the guardian make a mistake?",
        nl="Is het gezin pas later gevonden, of maakte de voogd een fout?",
    ),
)

# Onbereikbare post.
post_was_unreachable: Final = equals(
    "late_because",
    LateBecause.POST_UNREACHABLE,
    AFRIN,
    en="an attempt in time failed because the Dutch embassy or consulate was closed or could not be reached",
    nl="een poging op tijd mislukte omdat de Nederlandse ambassade of het consulaat dicht of onbereikbaar was",
    unmet=Text(
        en="The reason is not that the Dutch embassy or consulate was closed or could not be reached.",
        nl="De reden is niet dat de Nederlandse ambassade of het consulaat dicht of onbereikbaar was.",
    ),
    ask=Text(
        en="Did an attempt in time fail because the Dutch embassy or consulate was closed or could not be reached?",
        nl="Mislukte een poging op tijd omdat de Nederlandse ambassade of het consulaat dicht of onbereikbaar was?",
    ),
)

# Redenen die in de rechtspraak niet zijn aanvaard.
cause_did_not_excuse: Final = one_of(
    "late_because",
    (LateBecause.MISSING_BUT_COULD_FILE, LateBecause.HELPER_ERROR),
    K_AND_B,
    en="the person was missing although the application could have been made, or a helper made a mistake",
    nl="de persoon was vermist terwijl de aanvraag had kunnen worden gedaan, of een hulpverlener maakte een fout",
    unmet=Text(
        en="The reason is not that the person was missing while the application could have been made, or that a helper made a mistake.",
        nl="De reden is niet dat de persoon was vermist terwijl de aanvraag had kunnen worden gedaan, of dat een hulpverlener een fout maakte.",
    ),
    ask=Text(
        en="Was the person missing while the application could have been made, or did a helper make a mistake?",
        nl="Was de persoon vermist terwijl de aanvraag had kunnen worden gedaan, of maakte een hulpverlener een fout?",
    ),
)


def excusable_delay(law: Source) -> Node:
    """The excuse, with the place where a law has it."""
    return any_of(
        circumstances_excuse,
        cause_excuses,
        post_was_unreachable.or_read(points.POST_UNREACHABLE, UNMET),
        UNMET.or_read(points.CAUSE_NOT_ACCEPTED, cause_did_not_excuse),
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
        unmet=Text(
            en="There is no good reason for the lateness.", nl="Er is geen goede reden dat de aanvraag te laat was."
        ),
        ask=Text(
            en="Is there a good reason why the application was late (is it excusable)?",
            nl="Is er een goede reden dat de aanvraag te laat was (is het verschoonbaar)?",
        ),
    )


excusable_delay_before: Final = excusable_delay(VW_OLD.from_day(EXCUSE_IN_LAW)["29.5"])

excusable_delay_since: Final = excusable_delay(VW["29c.2"])
