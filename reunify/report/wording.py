"""The words of a report that do not belong to a rule or a fact, each in Dutch and in English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from reunify.facts import ALREADY, CASE_FACTS, MEMBER_FACTS, SPONSOR_FACTS, Case, Fact, Span, first_of, last_of
from reunify.terms import NEVER
from reunify.text import Choice, Lang, Text

NOTICE: Final = Text(
    en="Decision support, not legal advice. Facts that were not given are unknown; open legal questions are marked "
    "as disputed. Check every result against the sources.",
    nl="Hulp bij het beoordelen, geen juridisch advies. Feiten die niet zijn opgegeven zijn onbekend; open "
    "rechtsvragen staan er als omstreden bij. Controleer elke uitkomst aan de hand van de bronnen.",
)
HEADING: Final = Text(en="Family reunification after asylum (nareis)", nl="Gezinshereniging na asiel (nareis)")
DECIDED_ON: Final = Text(en="Decision day: {day} ({origin}).", nl="Dag van het besluit: {day} ({origin}).")
ORIGINS: Final = {
    "option": Text(en="given with the command", nl="opgegeven bij de opdracht"),
    "file": Text(en="from the file", nl="uit het bestand"),
    "today": Text(en="today", nl="vandaag"),
}
APPLICABLE: Final = Text(en="Law on that day: {title}.", nl="Recht op die dag: {title}.")
APPLICABLE_NOT_HERE: Final = Text(
    en="The law of that day is not in here.", nl="Het recht van die dag staat hier niet in."
)
PERSON: Final = Text(en="Person", nl="Persoon")
RELATION: Final = Text(en="Relation", nl="Relatie")
CHANGE: Final = Text(en="Change", nl="Verandering")
VERDICT: Final = Text(en="Verdict", nl="Uitkomst")
DEADLINE: Final = Text(en="Apply by", nl="Aanvragen uiterlijk")
MISSING: Final = Text(en="Still missing", nl="Ontbreekt nog")
DISPUTED: Final = Text(en="disputed", nl="omstreden")
BY: Final = Text(en="on the ground: {title}", nl="op de grond: {title}")
NO_GROUND: Final = Text(en="no ground is open", nl="er staat geen grond open")
FROM_DAY: Final = Text(en="from {day} at the earliest", nl="op zijn vroegst vanaf {day}")
FROM_DAY_IN_PART: Final = Text(en="from {day}", nl="vanaf {day}")
OR_LATER: Final = Text(
    en="perhaps not until {day}, because the exact day is not known",
    nl="misschien pas {day}, omdat de precieze dag niet bekend is",
)
OR_EARLIER: Final = Text(
    en="perhaps as early as {day}, because the exact day is not known",
    nl="misschien al {day}, omdat de precieze dag niet bekend is",
)
EXACT_DAY: Final = Text(en="{label}, the exact day (given: {span})", nl="{label}, de precieze dag (opgegeven: {span})")
IN_SPAN: Final = Text(en="in {span}", nl="in {span}")
BETWEEN: Final = Text(en="between {first} and {last}", nl="tussen {first} en {last}")
TURNS: Final = Text(en="Depends on the exact day", nl="Hangt af van de precieze dag")
TURN_BEFORE: Final = Text(
    en="{fact}: if this day lies before {day}: {verdicts}", nl="{fact}: ligt deze dag vóór {day}: {verdicts}"
)
TURN_SINCE: Final = Text(en="; if on or after {day}: {verdicts}", nl="; ligt hij op of na {day}: {verdicts}")
APPLY_BY: Final = Text(en="Last day for the application: {day}.", nl="Laatste dag voor de aanvraag: {day}.")
APPLY_BY_DOUBT: Final = Text(
    en="Last day for the application: {day}; to be safe {earlier}.",
    nl="Laatste dag voor de aanvraag: {day}; voor de zekerheid {earlier}.",
)
APPLY_ENDED: Final = Text(
    en="The term for the application ended on {day}.",
    nl="De termijn voor de aanvraag eindigde op {day}.",
)
POSSIBLE: Final = Text(en="still possible: {verdicts}", nl="nog mogelijk: {verdicts}")
OR: Final = Text(en=" or ", nl=" of ")
STATES: Final = {
    True: Text(en="met", nl="voldaan"),
    False: Text(en="not met", nl="niet voldaan"),
    None: Text(en="not known", nl="niet bekend"),
}
ALL_MET: Final = Text(en="All conditions are met.", nl="Aan alle voorwaarden is voldaan.")
MAY_REFUSE: Final = Text(
    en="the authority may refuse for this, it need not", nl="de IND kan hierom afwijzen, dat hoeft niet"
)
CURE_FROM: Final = Text(en="met with time, from {day}", nl="na verloop van tijd voldaan, vanaf {day}")
TURNED_FROM: Final = Text(en="met from {day}", nl="voldaan vanaf {day}")
TURNED_UNTIL: Final = Text(en="met until {day}", nl="voldaan tot en met {day}")
NEEDS: Final = Text(en="missing: {facts}", nl="ontbreekt: {facts}")
DISPUTE_VERDICT: Final = Text(en="In the other reading: {verdict}.", nl="In de andere lezing: {verdict}.")
DISPUTE_FROM: Final = Text(en="In the other reading: from {day}.", nl="In de andere lezing: vanaf {day}.")
DISPUTE_DEADLINE: Final = Text(
    en="In the other reading the last day for the application is {day}.",
    nl="In de andere lezing is de laatste dag voor de aanvraag {day}.",
)
WHY: Final = Text(en="Why", nl="Waarom")
DISPUTES: Final = Text(en="Disputed", nl="Omstreden")
OTHER_DAYS: Final = Text(en="Another day is possible", nl="Een andere dag is mogelijk")
ALSO_TESTED: Final = Text(en="Also tested as {title}: {verdict}.", nl="Ook getoetst als {title}: {verdict}.")
CAUSE_LINE: Final = Text(
    en="{state} under the law {short}: {proposition}", nl="{state} onder het recht {short}: {proposition}"
)
CAUSE: Final = Text(en="What made the difference", nl="Wat het verschil maakt")
ASSUMED: Final = Text(
    en="Assumed, because the file does not say otherwise", nl="Aangenomen, omdat het bestand niets anders zegt"
)
BESIDE_THE_POINT: Final = Text(
    en="Given, but cannot concern that person (check the file)",
    nl="Opgegeven, maar kan die persoon niet betreffen (controleer het bestand)",
)
SOURCES: Final = Text(en="Sources", nl="Bronnen")
FULL_TRACE: Final = Text(en="All conditions", nl="Alle voorwaarden")
YES: Final = Text(en="yes", nl="ja")
NO: Final = Text(en="no", nl="nee")
SINCE_LONG: Final = Text(en="already", nl="nu al")
NEVER_HAPPENED: Final = Text(en="never", nl="nooit")
SPONSOR: Final = Text(en="sponsor", nl="hoofdpersoon")
NONE: Final = Text(en="none", nl="geen")
VERSION: Final = Text(en="version {version}", nl="versie {version}")

WAYS: Final = Text(en="What would change it", nl="Wat het kan veranderen")
WAY_STEP: Final = Text(en="{proposition} ({cure})", nl="{proposition} ({cure})")
WAY_FROM: Final = Text(en="with time, from {day}", nl="na verloop van tijd, vanaf {day}")
WAY_AND: Final = Text(en="; and ", nl="; en ")
EU_FLOOR: Final = Text(en="EU floor", nl="EU-ondergrens")
EVIDENCE: Final = Text(en="What can serve as evidence", nl="Wat als bewijs kan dienen")
DATES: Final = Text(en="Days that matter", nl="Dagen die ertoe doen")
DAY: Final = Text(en="Day", nl="Dag")
WHAT: Final = Text(en="What", nl="Wat")
ARTICLE: Final = Text(en="Article", nl="Artikel")
PAST: Final = Text(en="past", nl="voorbij")
EVERYBODY: Final = Text(en="all", nl="allen")
ASK_FIRST: Final = Text(en="What to ask first", nl="Wat eerst te vragen")
OVERVIEW: Final = Text(en="The family at a glance", nl="Het gezin in één oogopslag")

# The law as a document.
LAW_HEADING: Final = Text(en="The law, from the rules themselves", nl="Het recht, uit de regels zelf")
LAW_NOTICE: Final = Text(
    en="This is how the library reads the law, not the law itself. Open points are marked as contested, and what "
    "was not confirmed in a source as inferred. Check it against the sources.",
    nl="Zo leest de bibliotheek het recht; het is het recht zelf niet. Bij open punten staat omstreden, en bij wat niet "
    "in een bron is bevestigd afgeleid. Controleer het aan de hand van de bronnen.",
)
LAW_HOW_TO_READ: Final = Text(
    en="A condition without a word about how firm it is was read in the text of the law.",
    nl="Een voorwaarde zonder woord over de zekerheid is in de wettekst gelezen.",
)
LAW_CONTENTS: Final = Text(en="Contents", nl="Inhoud")
IN_FORCE_FROM: Final = Text(en="For decisions from {day} on.", nl="Voor besluiten vanaf {day}.")
IN_FORCE_BETWEEN: Final = Text(
    en="For decisions from {first} to {last}.", nl="Voor besluiten van {first} tot en met {last}."
)
IN_FORCE_UNTIL: Final = Text(en="For decisions until {day}.", nl="Voor besluiten tot en met {day}.")
NO_PERIOD: Final = Text(en="No period in force is named.", nl="Er is geen periode van gelding genoemd.")
CITED_FROM: Final = Text(en="{cite} (for decisions from {day} on)", nl="{cite} (voor besluiten vanaf {day})")
GENERAL: Final = Text(en="What every ground asks", nl="Wat elke grond vraagt")
OPEN_TO: Final = Text(en="Open to: {relations}.", nl="Open voor: {relations}.")
FOR_WHOM: Final = Text(en="for whom", nl="voor wie")
UNLISTED: Final = Text(en="For whom no ground is open", nl="Voor wie geen grond openstaat")
SHARED: Final = Text(en="What stands in several places", nl="Wat op meer plaatsen geldt")
OTHER_LAWS: Final = Text(en="Which law applies", nl="Welk recht geldt")
OTHER_LAW: Final = Text(en="In the other reading: {title}.", nl="In de andere lezing: {title}.")
REMARKS: Final = Text(en="What a report adds", nl="Wat een rapport toevoegt")
ALL_OF: Final = Text(en="all of these", nl="dit alles")
ANY_OF: Final = Text(en="one of these", nl="een van deze")
DEPENDS: Final = Text(en="it depends", nl="het hangt ervan af")
NOT_SO: Final = Text(en="not", nl="niet")
WHERE: Final = Text(en="where", nl="als")
THEN: Final = Text(en="then", nl="dan")
OTHERWISE: Final = Text(en="otherwise", nl="anders")
CONTESTED: Final = Text(en="contested", nl="omstreden")
MAIN_READING: Final = Text(en="main reading", nl="hoofdlezing")
OTHER_READING: Final = Text(en="other reading", nl="andere lezing")
NOTHING_ASKED: Final = Text(en="nothing is asked", nl="er wordt niets gevraagd")
NOBODY_MEETS: Final = Text(en="nobody meets this", nl="niemand voldoet hieraan")
LEFT_OPEN: Final = Text(en="this is left open", nl="dit blijft open")
NOTHING_GENERAL: Final = Text(
    en=" It asks what stands here, and not what the other grounds ask besides.",
    nl=" De grond vraagt wat hier staat, en niet wat de andere gronden daarnaast vragen.",
)
SEE: Final = Text(en="(see {number})", nl="(zie {number})")
ON_DAY: Final = Text(en="the day", nl="de dag")
FOR_UNMET: Final = Text(en=" (To who does not meet: {conditions}.)", nl=" (Voor wie niet voldoet aan: {conditions}.)")
DAY_TO_FILL: Final = Text(en="[day]", nl="[dag]")
AND: Final = Text(en=" and ", nl=" en ")
NUMBER: Final = Text(en="no.", nl="nr.")
CONDITION: Final = Text(en="condition", nl="voorwaarde")
HOW_FIRM: Final = Text(en="mark", nl="zekerheid")
CURE: Final = Text(en="what can cure it", nl="wat het kan herstellen")
FACTS: Final = Text(en="facts", nl="feiten")

_MONTHS: Final = (
    Text(en="January", nl="januari"),
    Text(en="February", nl="februari"),
    Text(en="March", nl="maart"),
    Text(en="April", nl="april"),
    Text(en="May", nl="mei"),
    Text(en="June", nl="juni"),
    Text(en="July", nl="juli"),
    Text(en="August", nl="augustus"),
    Text(en="September", nl="september"),
    Text(en="October", nl="oktober"),
    Text(en="November", nl="november"),
    Text(en="December", nl="december"),
)


def day_in_words(day: date, lang: Lang) -> str:
    """Give a day as a reader writes it, such as "21 November 2027"."""
    return f"{day.day} {_MONTHS[day.month - 1][lang]} {day.year}"


def days_from_words(text: str) -> date | Span | None:
    """Give the day that a reader wrote, or the days that it can be: 1990, 1990-05, "in May 1990", "between … and …".

    Returns:
        The day or the days; None where the text says neither, or not without doubt.
    """
    said = " ".join(text.lower().split())
    try:
        return _span_from_words(said) or _range_from_words(said) or day_from_words(said)
    except ValueError:
        return None


def _span_from_words(said: str) -> Span | None:
    found = next((match for pattern in _SPANS if (match := pattern.fullmatch(said))), None)
    if found is None:
        return None
    year, month = int(found["year"]), found.groupdict().get("month")
    return Span.year(year) if month is None else Span.month(year, _month(month))


def _range_from_words(said: str) -> date | Span | None:
    ends = next((match for pattern in _RANGES if (match := pattern.fullmatch(said))), None)
    if ends is None:
        return None
    first, last = (_span_from_words(ends[end]) or day_from_words(ends[end]) for end in ("first", "last"))
    if first is None or last is None:
        return None
    return first if first == last else Span(first_of(first), last_of(last))


def day_from_words(text: str) -> date | None:
    """Give the day that a reader wrote: 2026-11-25, 25-11-2026, or with the name of the month in either language.

    Returns:
        The day; None where the text is none, or none without doubt (03/04/2026).
    """
    found = next((match for pattern in _DAYS if (match := pattern.fullmatch(text.strip().lower()))), None)
    if found is None:
        return None
    try:
        return date(int(found["year"]), _month(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _month(word: str) -> int:
    """Give the number of a month by that number, by its name or by the first letters of its name."""
    if word in _SHORT_MONTHS:
        return _SHORT_MONTHS[word]
    if len(word) < _FIRST_LETTERS:
        return int(word)
    names = [(month.en.lower(), month.nl) for month in _MONTHS]
    found = [number for number, pair in enumerate(names, 1) if any(name.startswith(word) for name in pair)]
    return found[0] if found else 0


_FIRST_LETTERS: Final = 3
_SHORT_MONTHS: Final = {"mrt": 3}
_DAYS: Final = (
    re.compile("(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"),
    re.compile("(?P<day>[0-9]{1,2})([-.])(?P<month>[0-9]{1,2})\\2(?P<year>[0-9]{4})"),
    re.compile(r"(?P<day>[0-9]{1,2})[ -](?P<month>[a-z]+)\.?[ -](?P<year>[0-9]{4})"),
)
_SPANS: Final = (
    re.compile("(?:in )?(?P<year>[0-9]{4})"),
    re.compile("(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})"),
    re.compile("(?P<month>[0-9]{1,2})[-/](?P<year>[0-9]{4})"),
    re.compile(r"(?:in )?(?P<month>[a-z]+)\.? (?P<year>[0-9]{4})"),
)
_RANGES: Final = (
    re.compile("(?:between|tussen) (?P<first>.+) (?:and|en) (?P<last>.+)"),
    re.compile("(?:from |van )?(?P<first>.+) (?:to|tot en met|t/m) (?P<last>.+)"),
    re.compile("(?P<first>[^/]+)/(?P<last>[^/]+)"),
)


def with_day(text: Text, day: date | None, lang: Lang, other: date | None = None) -> str:
    """Give a text with its day filled in, where it names one; ``other`` is its other end, see `day_and_other`."""
    return text[lang] if day is None else text.format(day=day_and_other(day, other, lang))[lang]


def day_and_other(day: date, other: date | None, lang: Lang) -> str:
    """Give a day and, where it is not known exactly, the other end of what it can be."""
    said = day_in_words(day, lang)
    return said if other is None else f"{said} ({other_in_words(day, other, lang)})"


def other_in_words(day: date, other: date | None, lang: Lang) -> str:
    """Say of a day that it can be an earlier or a later one, because the exact day is not known; else nothing."""
    if other is None:
        return ""
    return (OR_EARLIER if other < day else OR_LATER).format(day=day_in_words(other, lang))[lang]


def span_in_words(span: Span, lang: Lang) -> str:
    """Give the days that a day can be as a reader writes them: "in 1990", "in May 1990", "between ... and ..."."""
    first = span.first
    if span == Span.year(first.year):
        return IN_SPAN.format(span=first.year)[lang]
    if span == Span.month(first.year, first.month):
        return IN_SPAN.format(span=f"{_MONTHS[first.month - 1][lang]} {first.year}")[lang]
    return BETWEEN.format(first=day_in_words(first, lang), last=day_in_words(span.last, lang))[lang]


def facts_in_part(case: Case, member: str) -> dict[str, Span]:
    """Give the days of a family that are known in part, by the names that the result of a member has for them."""
    return {
        name if owner == member else f"{owner}.{name}": span
        for owner, spans in case.in_part.items()
        for name, span in spans.items()
    }


def missing_in_words(name: str, lang: Lang, in_part: Mapping[str, Span]) -> str:
    """Give the label of a missing fact; of one that was given in part, that it is the exact day that is missing.

    Args:
        name: Its name in a result.
        lang: The language.
        in_part: The days known in part, by such names; see `facts_in_part`.
    """
    label = fact_in_words(name, lang)
    if name not in in_part:
        return label
    return EXACT_DAY.format(label=label, span=span_in_words(in_part[name], lang))[lang]


def fact_in_words(name: str, lang: Lang) -> str:
    """Give the label of a fact by its name in a result: ``born_on``, ``sponsor.means``, ``mother.applied_on``."""
    owner, _, _ = name.rpartition(".")
    label = _about(name).label[lang]
    if not owner:
        return label
    return f"{SPONSOR[lang] if owner == 'sponsor' else owner}: {label}"


def value_in_words(value: object, lang: Lang) -> str:
    """Give the value of a fact as a reader writes it."""
    if isinstance(value, bool):
        return (YES if value else NO)[lang]
    if isinstance(value, Choice):
        return value.label[lang]
    if isinstance(value, Span):
        return span_in_words(value, lang)
    if isinstance(value, date):
        special = {NEVER: NEVER_HAPPENED, ALREADY: SINCE_LONG}.get(value)
        return day_in_words(value, lang) if special is None else special[lang]
    if isinstance(value, Decimal):
        amount = f"{value:,.2f}"
        return f"€ {amount}" if lang == "en" else f"€ {amount.translate(_DUTCH_FIGURES)}"
    return str(value)


_DUTCH_FIGURES: Final = str.maketrans(",.", ".,")


def _about(name: str) -> Fact:
    owner, _, bare = name.rpartition(".")
    if owner == "sponsor":
        return SPONSOR_FACTS[bare]
    return CASE_FACTS[bare] if bare in CASE_FACTS and not owner else MEMBER_FACTS[bare]
