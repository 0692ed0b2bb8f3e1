"""The words of a report that do not belong to a rule or a fact, each in Dutch and in English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from reunify.engine.meaning import Verdict
from reunify.facts import (
    ALREADY,
    Case,
    Fact,
    FactKind,
    Span,
    about_fact,
    first_of,
    last_of,
)
from reunify.renamed import old_names
from reunify.ruleset import RuleSet
from reunify.terms import NEVER
from reunify.text import Choice, Lang, Text

__all__ = [
    "ALL_MET",
    "ALL_OF",
    "ALSO_TESTED",
    "AND",
    "ANY_OF",
    "APPLICABLE",
    "APPLICABLE_NOT_HERE",
    "APPLICATION",
    "APPLICATION_NOT_KNOWN",
    "APPLIED",
    "APPLIED_IN_TIME",
    "APPLIED_IN_TIME_DISPUTED",
    "APPLIED_LATE",
    "APPLIED_LATE_EXCUSED",
    "APPLIED_PERHAPS_LATE",
    "APPLIED_TOO_LATE",
    "APPLY_BY",
    "APPLY_BY_DOUBT",
    "APPLY_ENDED",
    "ARGUMENTS",
    "ARTICLE",
    "ASKED_NOT_KNOWN",
    "ASK_FIRST",
    "ASSUMED",
    "AT_THE_FAMILY",
    "BESIDE_THE_POINT",
    "BETWEEN",
    "BRIEF_LINE",
    "CAN_COME_NOW",
    "CAUSE",
    "CAUSE_LINE",
    "CHANGE",
    "CITED_FROM",
    "CONDITION",
    "CONTESTED",
    "CURE",
    "CURE_FROM",
    "DATES",
    "DAY",
    "DAYS_AHEAD",
    "DAYS_LEFT",
    "DAY_OF",
    "DAY_TO_FILL",
    "DECIDED_ON",
    "DEPENDS",
    "DISPUTED",
    "DISPUTES",
    "DISPUTE_DEADLINE",
    "DISPUTE_FROM",
    "DISPUTE_VERDICT",
    "EU_FLOOR",
    "EVERYBODY",
    "EVIDENCE",
    "EXACT_DAY",
    "FACTS",
    "FACT_WORDS",
    "FOR_COMPARISON",
    "FOR_UNMET",
    "FOR_WHOM",
    "FROM_DAY",
    "FROM_DAY_IN_PART",
    "FULL_TRACE",
    "GENERAL",
    "GIVEN",
    "HEADING",
    "HOW_FIRM",
    "IN_FORCE_BETWEEN",
    "IN_FORCE_FROM",
    "IN_FORCE_UNTIL",
    "IN_SPAN",
    "IS_HERE_AND_MAY_STAY",
    "IS_HERE_MAY_STAY",
    "LAST_DAY_TODAY",
    "LATER_AT_THE_EARLIEST",
    "LATER_FROM",
    "LATER_NOT_BEFORE",
    "LATER_ONCE",
    "LAW_CONTENTS",
    "LAW_HEADING",
    "LAW_HOW_TO_READ",
    "LAW_NOTICE",
    "LEFT_OPEN",
    "MAIN_READING",
    "MAY_REFUSE",
    "MAY_STAY",
    "MISSING",
    "MONTHS",
    "MORE_WARNINGS",
    "MORE_WITH_FULL",
    "NEEDS",
    "NEVER_HAPPENED",
    "NO",
    "NOBODY_MEETS",
    "NOTHING_ASKED",
    "NOTHING_GENERAL",
    "NOTICE",
    "NOT_APPLIED",
    "NOT_APPLIED_DOUBT",
    "NOT_APPLIED_ENDED",
    "NOT_APPLIED_LEFT",
    "NOT_APPLIED_PERHAPS_ENDED",
    "NOT_KNOWN_ASK",
    "NOT_SO",
    "NOT_YET_IN_FORCE",
    "NO_APPLICATION",
    "NO_LONGER",
    "NO_PERIOD",
    "NUMBER",
    "ON",
    "ONE_DAY_LEFT",
    "ON_DAY",
    "OPEN_TO",
    "OR",
    "ORIGINS",
    "OR_EARLIER",
    "OR_LATER",
    "OTHERWISE",
    "OTHER_DAYS",
    "OTHER_LAW",
    "OTHER_LAWS",
    "OTHER_READING",
    "OUTCOME",
    "OVERVIEW",
    "PAST",
    "PERHAPS",
    "PERSON",
    "POSSIBLE",
    "RELATION",
    "REMARKS",
    "SEE",
    "SEE_SEVERAL",
    "SEVERAL",
    "SHARED",
    "SHOW_SOURCES",
    "SIDE_BY_SIDE",
    "SINCE_LONG",
    "SOURCES",
    "SPONSOR",
    "SPONSOR_HEADING",
    "STATES",
    "TASK_APPLY",
    "TASK_APPLY_HERE",
    "TASK_APPLY_LATE",
    "TASK_APPLY_PERHAPS_LATE",
    "TASK_APPLY_WHEN",
    "TASK_ASK",
    "TASK_BY",
    "TASK_OTHER_ROUTES",
    "TASK_REGULAR",
    "THEN",
    "TO_DO",
    "TURNED_FROM",
    "TURNED_UNTIL",
    "TURNS",
    "TURN_BEFORE",
    "TURN_SINCE",
    "UNLISTED",
    "VERSION",
    "WARNINGS_IN_FULL",
    "WATCH",
    "WAYS",
    "WAY_AND",
    "WAY_FROM",
    "WAY_STEP",
    "WHAT",
    "WHERE",
    "WHY",
    "WOULD",
    "YES",
    "day_and_other",
    "day_from_words",
    "day_in_both",
    "day_in_words",
    "days_from_words",
    "days_left",
    "fact_in_words",
    "facts_in_part",
    "first_question",
    "first_sentence",
    "given_in_words",
    "missing_in_words",
    "named",
    "other_in_words",
    "question_in_words",
    "span_in_words",
    "value_in_words",
    "verdict_in_words",
    "with_day",
]

if not TYPE_CHECKING:
    __getattr__ = old_names(__name__, about="reunify.facts.about_fact")

NOTICE: Final = Text(
    en="Decision support, not legal advice. Facts that were not given are unknown; open legal questions are marked "
    "as disputed. Check every result against the sources.",
    nl="Hulp bij het beoordelen, geen juridisch advies. Feiten die niet zijn opgegeven zijn onbekend; open "
    "rechtsvragen staan er als omstreden bij. Controleer elke uitkomst aan de hand van de bronnen.",
)
HEADING: Final = Text(en="Family reunification after asylum (nareis)", nl="Gezinshereniging na asiel (nareis)")
DECIDED_ON: Final = Text(
    en="Decision day: {day} ({origin}).", nl="Dag van het besluit (de beschikking): {day} ({origin})."
)
ORIGINS: Final = {
    "option": Text(en="given with the command", nl="opgegeven bij de opdracht"),
    "file": Text(en="from the file", nl="uit het bestand"),
    "today": Text(en="today", nl="vandaag"),
}
APPLICABLE: Final = Text(en="Law on that day: {title}.", nl="Recht op die dag: {title}.")
APPLICABLE_NOT_HERE: Final = Text(
    en="The law of that day is not in here.", nl="Het recht van die dag staat hier niet in."
)

# The top of a report.
CAN_COME_NOW: Final = Text(en="can come now", nl="kan nu komen")
IS_HERE_AND_MAY_STAY: Final = Text(
    en="is here already and may stay, with a derived permit: one that goes with the sponsor's",
    nl="is al hier en mag blijven, met een afgeleide vergunning: een die hoort bij die van de hoofdpersoon",
)
IS_HERE_MAY_STAY: Final = Text(en="is here, may stay", nl="is al hier, mag blijven")
MAY_STAY: Final = Text(en="may stay", nl="mag blijven")
LATER_FROM: Final = Text(en="later, from {day}", nl="later, vanaf {day}")
LATER_AT_THE_EARLIEST: Final = Text(
    en="later, not before {day}: more is asked", nl="later, niet vóór {day}: er is meer nodig"
)
LATER_NOT_BEFORE: Final = Text(en="later, not before {day}", nl="later, niet vóór {day}")
LATER_ONCE: Final = Text(en="later, once all conditions are met", nl="later, als aan alle voorwaarden is voldaan")
NOT_KNOWN_ASK: Final = Text(en="not known yet. Ask: {question}", nl="nog niet bekend. Vraag: {question}")
ON: Final = Text(en="on {day}", nl="op {day}")
APPLICATION_NOT_KNOWN: Final = Text(
    en="not known whether an application was made", nl="niet bekend of er een aanvraag is"
)
APPLIED: Final = Text(en="applied {day}", nl="aangevraagd {day}")
APPLIED_IN_TIME: Final = Text(en="applied {day}: in time", nl="aangevraagd {day}: op tijd")
APPLIED_IN_TIME_DISPUTED: Final = Text(
    en="applied {day}: in time, but that is disputed", nl="aangevraagd {day}: op tijd, maar dat is omstreden"
)
APPLIED_TOO_LATE: Final = Text(
    en="applied {day}: too late, the term ended on {ended}",
    nl="aangevraagd {day}: te laat, de termijn eindigde op {ended}",
)
APPLIED_LATE: Final = Text(
    en="applied {day}: late, the term ended on {ended}",
    nl="aangevraagd {day}: te laat, de termijn eindigde op {ended}",
)
APPLIED_PERHAPS_LATE: Final = Text(
    en="applied {day}: perhaps late, the term ended on {ended}",
    nl="aangevraagd {day}: misschien te laat, de termijn eindigde op {ended}",
)
APPLIED_LATE_EXCUSED: Final = Text(
    en="applied {day}: late, but it counts as in time", nl="aangevraagd {day}: te laat, maar het telt als op tijd"
)
NOT_APPLIED: Final = Text(en="not applied yet", nl="nog niet aangevraagd")
NOT_APPLIED_LEFT: Final = Text(en="not applied yet: {left}, until {day}", nl="nog niet aangevraagd: {left}, t/m {day}")
NOT_APPLIED_DOUBT: Final = Text(
    en="not applied yet: do it at once, the term may run until {day}",
    nl="nog niet aangevraagd: doe het meteen, de termijn loopt misschien tot en met {day}",
)
NOT_APPLIED_PERHAPS_ENDED: Final = Text(
    en="not applied yet: do it at once, the term may be over",
    nl="nog niet aangevraagd: doe het meteen, de termijn is misschien voorbij",
)
NOT_APPLIED_ENDED: Final = Text(
    en="not applied yet: the term ended on {day}", nl="nog niet aangevraagd: de termijn eindigde op {day}"
)
DAYS_LEFT: Final = Text(en="{days} days left", nl="nog {days} dagen")
ONE_DAY_LEFT: Final = Text(en="1 day left", nl="nog 1 dag")
LAST_DAY_TODAY: Final = Text(en="today is the last day", nl="vandaag is de laatste dag")
OUTCOME: Final = Text(en="Outcome", nl="Uitkomst")
APPLICATION: Final = Text(en="Application", nl="Aanvraag")
BRIEF_LINE: Final = Text(en="Decision day: {day}. Law: {short}.", nl="Dag van het besluit: {day}. Recht: {short}.")
DAYS_AHEAD: Final = Text(en="Days ahead", nl="Dagen die komen")
TO_DO: Final = Text(en="To do now", nl="Nu doen")
WATCH: Final = Text(en="Take note", nl="Let op")
MORE_WARNINGS: Final = Text(en="{number} more: --full", nl="nog {number}: --full")
MORE_WITH_FULL: Final = Text(en="Why, facts, sources: --full", nl="Waarom, feiten, bronnen: --full")
TASK_BY: Final = Text(en="{task}, by {day}", nl="{task}, uiterlijk {day}")
TASK_ASK: Final = Text(en="find out: {question}", nl="zoek uit: {question}")
TASK_APPLY: Final = Text(en="apply for nareis (the mvv)", nl="vraag nareis (de mvv) aan")
TASK_APPLY_HERE: Final = Text(
    en="apply here for the permit that goes with the sponsor's (derived)",
    nl="vraag hier de vergunning aan die hoort bij die van de hoofdpersoon (afgeleid)",
)
TASK_APPLY_WHEN: Final = Text(
    en="take advice on when to apply for nareis (the mvv)", nl="vraag advies over het moment van de aanvraag (de mvv)"
)
TASK_APPLY_LATE: Final = Text(
    en="apply for nareis (the mvv) at once, and say why it is late",
    nl="vraag nareis (de mvv) meteen aan, en leg uit waarom het te laat is",
)
TASK_APPLY_PERHAPS_LATE: Final = Text(
    en="apply for nareis (the mvv) at once: the term may be over",
    nl="vraag nareis (de mvv) meteen aan: de termijn is misschien voorbij",
)
TASK_REGULAR: Final = {
    Verdict.ELIGIBLE: Text(
        en="apply for the regular route, which is open now: a weaker permit, with a fee",
        nl="vraag de reguliere weg aan, die nu open is: een zwakkere vergunning, met leges",
    ),
    Verdict.NOT_YET: Text(
        en="look at what the regular route still asks (see: what is left)",
        nl="kijk wat de reguliere weg nog vraagt (zie: wat er nog kan)",
    ),
    Verdict.UNDETERMINED: Text(
        en="find out whether the regular route is open (see: what is left)",
        nl="zoek uit of de reguliere weg open is (zie: wat er nog kan)",
    ),
}
TASK_OTHER_ROUTES: Final = Text(
    en="ask about the other routes, such as art. 8 ECHR", nl="vraag naar de andere wegen, zoals art. 8 EVRM"
)
AT_THE_FAMILY: Final = Text(en="with the family or in the asylum file", nl="bij het gezin of in het asieldossier")
SIDE_BY_SIDE: Final = Text(en="The two laws side by side", nl="De twee wetten naast elkaar")
SEVERAL: Final = Text(en="What goes for several people", nl="Wat voor meer dan één persoon geldt")
SEE_SEVERAL: Final = Text(
    en="See also what goes for several people, above.", nl="Zie ook wat voor meer dan één persoon geldt, hierboven."
)
NO_LONGER: Final = Text(en="no longer applies", nl="geldt niet meer")
NOT_YET_IN_FORCE: Final = Text(en="does not apply yet", nl="geldt nog niet")
FOR_COMPARISON: Final = Text(en="not the law in force; for comparison", nl="niet het geldende recht; ter vergelijking")
WOULD: Final = Text(en="under that law: {verdict}", nl="onder dat recht: {verdict}")
WARNINGS_IN_FULL: Final = Text(en="Warnings in full", nl="Waarschuwingen, voluit")
ARGUMENTS: Final = Text(en="For a lawyer", nl="Voor de advocaat")
GIVEN: Final = Text(
    en="Facts that were given: tick off what is right", nl="Feiten die zijn opgegeven: vink af wat klopt"
)
SPONSOR_HEADING: Final = Text(en="sponsor", nl="hoofdpersoon (referent)")
NO_APPLICATION: Final = Text(en="no application so far", nl="nog geen aanvraag")
FACT_WORDS: Final = {
    "never": Text(en="no", nl="nee"),
    "not_yet": NO_APPLICATION,
    "permanent": Text(en="no end: a permanent contract", nl="geen einde: een vast contract"),
    "already": Text(en="already", nl="nu al"),
    "here": Text(en="a parent who is in the Netherlands already", nl="een ouder die al in Nederland is"),
    "none": Text(en="nobody", nl="niemand"),
    "not_chosen": Text(
        en="a spouse or partner whom the sponsor did not choose", nl="een echtgenoot of partner die niet is gekozen"
    ),
}

PERSON: Final = Text(en="Person", nl="Persoon")
RELATION: Final = Text(en="Relation", nl="Relatie")
CHANGE: Final = Text(en="Change", nl="Verandering")
MISSING: Final = Text(en="Still missing", nl="Ontbreekt nog")
DISPUTED: Final = Text(en="disputed", nl="omstreden")
FROM_DAY: Final = Text(en="not before {day}", nl="niet vóór {day}")
FROM_DAY_IN_PART: Final = Text(en="from {day}", nl="vanaf {day}")
OR_LATER: Final = Text(
    en="perhaps not until {day}, because the exact day is not known",
    nl="misschien pas {day}, omdat de precieze dag niet bekend is",
)
OR_EARLIER: Final = Text(
    en="perhaps as early as {day}, because the exact day is not known",
    nl="misschien al {day}, omdat de precieze dag niet bekend is",
)
PERHAPS: Final = Text(
    en="perhaps this is not needed, because the exact day is not known",
    nl="misschien is dit niet nodig, omdat de precieze dag niet bekend is",
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
CURE_FROM: Final = Text(en="met by itself from {day} on", nl="vanzelf voldaan vanaf {day}")
TURNED_FROM: Final = Text(en="met from {day}", nl="voldaan vanaf {day}")
TURNED_UNTIL: Final = Text(en="met until {day}", nl="voldaan tot en met {day}")
NEEDS: Final = Text(en="missing: {facts}", nl="ontbreekt: {facts}")


def verdict_in_words(verdict: Verdict, law: RuleSet) -> Text:
    """Say a verdict as the law says it: what is closed is a route of its own, or another State's."""
    return law.closed if verdict is Verdict.EXCLUDED else verdict.label


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
CAUSE_LINE: Final = Text(en="{short}: {said}", nl="{short}: {said}")
CAUSE: Final = Text(en="What made the difference", nl="Wat het verschil maakt")
ASSUMED: Final = Text(
    en="Facts that were assumed, because the file does not say: tick off what is right",
    nl="Feiten die zijn aangenomen, omdat het bestand er niets over zegt: vink af wat klopt",
)
BESIDE_THE_POINT: Final = Text(
    en="Given, but cannot concern that person (check the file)",
    nl="Opgegeven, maar kan die persoon niet betreffen (controleer het bestand)",
)
SOURCES: Final = Text(en="Sources", nl="Bronnen")
SHOW_SOURCES: Final = Text(en="All sources, and how they were read", nl="Alle bronnen, en hoe ze zijn gelezen")
FULL_TRACE: Final = Text(en="All conditions", nl="Alle voorwaarden")
YES: Final = Text(en="yes", nl="ja")
NO: Final = Text(en="no", nl="nee")
SINCE_LONG: Final = Text(en="already", nl="nu al")
NEVER_HAPPENED: Final = Text(en="never", nl="nooit")
SPONSOR: Final = Text(en="sponsor", nl="hoofdpersoon")
VERSION: Final = Text(en="version {version}", nl="versie {version}")

WAYS: Final = Text(en="What would change it", nl="Wat het kan veranderen")
WAY_STEP: Final = Text(en="{proposition} ({cure})", nl="{proposition} ({cure})")
WAY_FROM: Final = Text(en="with time, from {day}", nl="na verloop van tijd, vanaf {day}")
WAY_AND: Final = Text(en="; and ", nl="; en ")
EU_FLOOR: Final = Text(en="EU floor", nl="EU-ondergrens")
EVIDENCE: Final = Text(en="Evidence you can send", nl="Bewijs dat u kunt sturen")
DATES: Final = Text(en="All days that matter", nl="Alle dagen die ertoe doen")
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
ASKED_NOT_KNOWN: Final = Text(en="{label}: asked, and not known", nl="{label}: gevraagd, en niet bekend")
NUMBER: Final = Text(en="no.", nl="nr.")
CONDITION: Final = Text(en="condition", nl="voorwaarde")
HOW_FIRM: Final = Text(en="mark", nl="zekerheid")
CURE: Final = Text(en="what can cure it", nl="wat het kan herstellen")
FACTS: Final = Text(en="facts", nl="feiten")

DAY_OF: Final = Text(en="{day} {month} {year}", nl="{day} {month} {year}")
MONTHS: Final = (
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
    return DAY_OF.format(day=day.day, month=MONTHS[day.month - 1], year=day.year)[lang]


def named(persons: Iterable[str], case: Case, lang: Lang) -> str:
    """Give the names of persons in the order of the file, or the word for all of them."""
    wanted = set(persons)
    names = [member.id for member in case.members if member.id in wanted]
    names += [name for name in persons if name not in names]
    return EVERYBODY[lang] if len(names) == len(case.members) > 1 and not wanted - set(names) else ", ".join(names)


def days_left(on: date, day: date, lang: Lang) -> str:
    """Say how many days are left from one day to another."""
    days = (day - on).days
    words = DAYS_LEFT if days > 1 else ONE_DAY_LEFT if days else LAST_DAY_TODAY
    return words.format(days=days)[lang]


def first_sentence(text: Text) -> Text:
    """Give the first sentence of a text."""
    en, nl = (_FIRST_SENTENCE.match(said) for said in (text.en, text.nl))
    return Text(en=en[0] if en else text.en, nl=nl[0] if nl else text.nl)


_FIRST_SENTENCE: Final = re.compile(r".*?[a-z0-9)}]\.(?= [A-Z])")


def first_question(text: str) -> str:
    """Give what is asked, without what the question explains besides."""
    first, more, _ = text.partition("? ")
    return f"{first}?" if more or not text.endswith(_QUESTION_MARKS) else text


_QUESTION_MARKS: Final = ("?", "\N{ARABIC QUESTION MARK}")


def question_in_words(fact: str, about: Fact, case: Case, lang: Lang, *, names: Iterable[str] = ()) -> str:
    """Give the question that asks for a fact, of several persons where these are named.

    For a day that is known in part it says that it is the exact day, without whose.
    """
    owner, _, bare = fact.rpartition(".")
    question = about.question.format(name=OR[lang].join(names) or owner)[lang]
    span = case.in_part.get(owner, {}).get(bare)
    return question if span is None else EXACT_DAY.format(label=about.label, span=span_in_words(span, lang))[lang]


def given_in_words(value: object, about: Fact, lang: Lang) -> str:
    """Give the value of a fact that was given, also where a word stands for it."""
    word = about.word_of(value) or (value if isinstance(value, str) and about.kind is FactKind.MEMBER else "")
    return FACT_WORDS[word][lang] if word in FACT_WORDS else value_in_words(value, lang)


def day_in_both(day: date, other: date | None = None) -> Text:
    """Give a day as a reader writes it, in both languages; ``other`` is its other end, see `day_and_other`."""
    return Text(en=day_and_other(day, other, "en"), nl=day_and_other(day, other, "nl"))


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
    names = [(month.en.lower(), month.nl) for month in MONTHS]
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


def with_day(text: Text, day: date | None, lang: Lang, other: date | None = None, *, perhaps: bool = False) -> str:
    """Give a text with its day filled in, where it names one; ``other`` is its other end, see `day_and_other`."""
    if day is None:
        return text[lang]
    said = text.format(day=day_and_other(day, other, lang))[lang]
    return f"{said} {PERHAPS[lang].capitalize()}." if perhaps and other is None else said


def day_and_other(day: date, other: date | None, lang: Lang) -> str:
    """Give a day and, where it is not known exactly, the other end of what it can be."""
    said = day_in_words(day, lang)
    return said if other is None else f"{said} ({other_in_words(day, other, lang)})"


def other_in_words(day: date, other: date | None, lang: Lang, *, perhaps: bool = False) -> str:
    """Say of a day that it can be an earlier or a later one, or perhaps none, because the exact day is not known."""
    if other is None:
        return PERHAPS[lang] if perhaps else ""
    return (OR_EARLIER if other < day else OR_LATER).format(day=day_in_words(other, lang))[lang]


def span_in_words(span: Span, lang: Lang) -> str:
    """Give the days that a day can be as a reader writes them: "in 1990", "in May 1990", "between ... and ..."."""
    first = span.first
    if span == Span.year(first.year):
        return IN_SPAN.format(span=first.year)[lang]
    if span == Span.month(first.year, first.month):
        return IN_SPAN.format(span=f"{MONTHS[first.month - 1][lang]} {first.year}")[lang]
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
    label = about_fact(name).label[lang]
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
