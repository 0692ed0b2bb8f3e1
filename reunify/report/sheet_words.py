"""The words of the sheet for a family: its own, and plain ones for those of the report that are a lawyer's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from reunify.engine.meaning import Verdict
from reunify.facts import CASE_FACTS, MEMBER_FACTS, SPONSOR_FACTS, FactKind, Relation
from reunify.renamed import old_names
from reunify.report import wording
from reunify.rules.procedure import AT_THE_IND, WITH_A_LAWYER
from reunify.ruleset import RuleSet
from reunify.text import Text

__all__ = [
    "BRING",
    "BRING_ALWAYS",
    "CHANGED",
    "FROM_REPORT",
    "HEADING",
    "MY_APPOINTMENT",
    "MY_LAWYER",
    "MY_PHONE",
    "NEXT_STEP",
    "NEXT_STEPS",
    "NOTICE",
    "NO_DAY",
    "NO_STEP",
    "OWN",
    "PLAIN",
    "TRANSLATED",
    "WHAT_WE_KNOW",
    "WHAT_WORDS_MEAN",
    "WHEN",
    "WHO",
    "WORDS",
    "texts_of_sheet",
]

if not TYPE_CHECKING:
    __getattr__ = old_names(__name__, texts_of="texts_of_sheet")

HEADING: Final = Text(en="You and your family: what to do now", nl="U en uw gezin: wat u nu kunt doen")
NEXT_STEP: Final = Text(en="Your next step", nl="Uw volgende stap")
NEXT_STEPS: Final = Text(en="Your next steps", nl="Uw volgende stappen")
NO_STEP: Final = Text(
    en="You need not do anything now. Keep all letters of the IND.",
    nl="U hoeft nu niets te doen. Bewaar alle brieven van de IND.",
)
WHO: Final = Text(en="Who", nl="Wie")
WHAT_WE_KNOW: Final = Text(en="What we know now", nl="Wat wij nu weten")
WHEN: Final = Text(en="When", nl="Wanneer")
NO_DAY: Final = Text(
    en="There is no day now by which you must do something.", nl="Er is nu geen dag waarop u iets klaar moet hebben."
)
BRING: Final = Text(en="What to bring to your lawyer", nl="Wat u meeneemt naar uw advocaat")
BRING_ALWAYS: Final = Text(
    en="This sheet, all letters of the IND, and the form with which you applied",
    nl="Dit blad, alle brieven van de IND en het formulier van de aanvraag",
)
WORDS: Final = Text(en="Words on this sheet", nl="Woorden op dit blad")
WHAT_WORDS_MEAN: Final = Text(
    en="Sponsor: the one who has asylum in the Netherlands. Nareis: the family comes after the sponsor, by the rules for "
    "asylum. Mvv: the visa for the journey to the Netherlands. IND: the office that decides.",
    nl="Hoofdpersoon: wie asiel heeft in Nederland. Nareis: het gezin komt na de hoofdpersoon, volgens de regels voor "
    "asiel. Mvv: het visum voor de reis naar Nederland. IND: de dienst die beslist.",
)
CHANGED: Final = Text(
    en="Did something change: a birth, a new address, work, a letter? Tell your lawyer. Ask your lawyer too before you stop "
    "an application.",
    nl="Is er iets veranderd: een geboorte, een nieuw adres, werk, een brief? Vertel het uw advocaat. Vraag het uw advocaat "
    "ook voordat u een aanvraag stopt.",
)
MY_LAWYER: Final = Text(en="My lawyer or helper", nl="Mijn advocaat of helper")
MY_PHONE: Final = Text(en="Telephone", nl="Telefoon")
MY_APPOINTMENT: Final = Text(en="Next appointment", nl="Volgende afspraak")
NOTICE: Final = Text(
    en="This sheet is help. It is not legal advice, and the IND decides. It is about a decision on {day}, by the law {short}. "
    "On another day it can be different. Your lawyer has the report with the articles of the law.",
    nl="Dit blad is hulp. Het is geen juridisch advies, en de IND beslist. Het gaat over een besluit op {day}, met het recht "
    "{short}. Op een andere dag kan het anders zijn. Uw advocaat heeft het verslag met de artikelen van de wet.",
)
TRANSLATED: Final = Text(en="Translated by {translator}, {day}.", nl="Vertaald door {translator}, {day}.")

OWN: Final[tuple[Text, ...]] = tuple(value for value in tuple(globals().values()) if isinstance(value, Text))
"""What only the sheet says."""

PLAIN: Final[Mapping[Text, Text]] = {
    wording.SPONSOR_HEADING: wording.SPONSOR,
    wording.EVERYBODY: Text(en="everybody", nl="iedereen"),
    wording.IS_HERE_AND_MAY_STAY: Text(en="is here already and may stay", nl="is al hier en mag blijven"),
    wording.LATER_FROM: Text(en="can come later, from {day}", nl="kan later komen, vanaf {day}"),
    wording.LATER_AT_THE_EARLIEST: Text(
        en="perhaps later, not before {day}; more is needed first",
        nl="misschien later, niet vóór {day}; er is eerst meer nodig",
    ),
    wording.LATER_ONCE: Text(en="perhaps later, when more is in order", nl="misschien later, als er meer in orde is"),
    wording.NOT_KNOWN_ASK: Text(
        en="we cannot say yet: we need an answer first", nl="nog niet te zeggen: wij hebben eerst een antwoord nodig"
    ),
    Verdict.EXCLUDED.label: Text(
        en="not by nareis; a lawyer can look at other ways",
        nl="niet via nareis; een advocaat kan naar andere wegen kijken",
    ),
    wording.DISPUTED: Text(en="the law is not clear here", nl="de wet is hier niet duidelijk"),
    wording.APPLIED_IN_TIME_DISPUTED: Text(
        en="applied {day}: in time, but the law is not clear here",
        nl="aangevraagd {day}: op tijd, maar de wet is hier niet duidelijk",
    ),
    wording.APPLIED_TOO_LATE: Text(
        en="applied {day}, after the last day: {ended}", nl="aangevraagd {day}, na de laatste dag: {ended}"
    ),
    wording.APPLIED_LATE: Text(
        en="applied {day}, after the last day, {ended}: tell your lawyer why",
        nl="aangevraagd {day}, na de laatste dag, {ended}: vertel uw advocaat waarom",
    ),
    wording.APPLIED_PERHAPS_LATE: Text(
        en="applied {day}, perhaps after the last day, {ended}: tell your lawyer why",
        nl="aangevraagd {day}, misschien na de laatste dag, {ended}: vertel uw advocaat waarom",
    ),
    wording.NOT_APPLIED_ENDED: Text(
        en="not applied yet; the last day was {day}: ask your lawyer at once",
        nl="nog niet aangevraagd; de laatste dag was {day}: vraag het meteen uw advocaat",
    ),
    wording.NOT_APPLIED_DOUBT: Text(
        en="not applied yet: do it at once, the last day may be {day}",
        nl="nog niet aangevraagd: doe het meteen, de laatste dag is misschien {day}",
    ),
    wording.NOT_APPLIED_PERHAPS_ENDED: Text(
        en="not applied yet: do it at once, the last day may be over",
        nl="nog niet aangevraagd: doe het meteen, de laatste dag is misschien voorbij",
    ),
    wording.TASK_ASK: Text(en="give an answer to this: {question}", nl="geef hier antwoord op: {question}"),
    wording.AT_THE_FAMILY: Text(
        en="look in your papers or ask your family, and tell your lawyer",
        nl="kijk in uw papieren of vraag het uw familie, en vertel het uw advocaat",
    ),
    wording.TASK_APPLY_LATE: Text(
        en="apply for nareis (the mvv) at once, and say why it is after the last day",
        nl="vraag nareis (de mvv) meteen aan, en leg uit waarom het na de laatste dag is",
    ),
    wording.TASK_APPLY_PERHAPS_LATE: Text(
        en="apply for nareis (the mvv) at once: the last day may be over",
        nl="vraag nareis (de mvv) meteen aan: de laatste dag is misschien voorbij",
    ),
    wording.TASK_REGULAR[Verdict.ELIGIBLE]: Text(
        en="apply by another way, which is open now: the regular route. It costs money, and the permit gives fewer rights",
        nl="vraag een andere weg aan, die nu open is: de reguliere weg. Die kost geld, en de vergunning geeft minder rechten",
    ),
    wording.TASK_REGULAR[Verdict.NOT_YET]: Text(
        en="find out what another way still needs: the regular route",
        nl="zoek uit wat voor een andere weg nog nodig is: de reguliere weg",
    ),
    wording.TASK_REGULAR[Verdict.UNDETERMINED]: Text(
        en="find out whether another way is open: the regular route",
        nl="zoek uit of een andere weg open is: de reguliere weg",
    ),
    wording.TASK_OTHER_ROUTES: Text(
        en="ask a lawyer for other ways to be together", nl="vraag een advocaat naar andere wegen om samen te zijn"
    ),
}
"""What the sheet says in place of what the report says."""

FROM_REPORT: Final[tuple[Text, ...]] = (
    *(wording.PERSON, wording.APPLICATION, wording.SPONSOR, wording.SPONSOR_HEADING, wording.EVERYBODY, wording.OR),
    *wording.MONTHS,
    *(wording.DAY_OF, wording.ON, wording.IN_SPAN, wording.BETWEEN, wording.EXACT_DAY),
    *(wording.DAYS_LEFT, wording.ONE_DAY_LEFT, wording.LAST_DAY_TODAY),
    *(wording.OR_LATER, wording.OR_EARLIER, wording.PERHAPS),
    *(wording.CAN_COME_NOW, wording.IS_HERE_AND_MAY_STAY, wording.LATER_FROM, wording.LATER_AT_THE_EARLIEST),
    *(wording.LATER_ONCE, wording.NOT_KNOWN_ASK, wording.DISPUTED, wording.WOULD),
    *(verdict.label for verdict in Verdict),
    *(wording.APPLICATION_NOT_KNOWN, wording.APPLIED, wording.APPLIED_IN_TIME, wording.APPLIED_IN_TIME_DISPUTED),
    *(wording.APPLIED_TOO_LATE, wording.APPLIED_LATE, wording.APPLIED_LATE_EXCUSED, wording.APPLIED_PERHAPS_LATE),
    *(wording.NOT_APPLIED, wording.NOT_APPLIED_LEFT, wording.NOT_APPLIED_DOUBT, wording.NOT_APPLIED_ENDED),
    wording.NOT_APPLIED_PERHAPS_ENDED,
    *(wording.TASK_BY, wording.TASK_ASK, wording.TASK_APPLY, wording.TASK_APPLY_HERE, wording.TASK_APPLY_WHEN),
    *(wording.TASK_APPLY_LATE, wording.TASK_APPLY_PERHAPS_LATE, wording.TASK_OTHER_ROUTES),
    *wording.TASK_REGULAR.values(),
    *(wording.AT_THE_FAMILY, AT_THE_IND, WITH_A_LAWYER),
)
"""What it takes from the top of the report."""


def texts_of_sheet(laws: Iterable[RuleSet]) -> tuple[Text, ...]:
    """Give every text that a sheet can show, once, in plain words; a translation has all of them.

    Args:
        laws: The laws that a family may be told of.
    """
    found = [*OWN, *FROM_REPORT, *(relation.label for relation in Relation)]
    for about in (*CASE_FACTS.values(), *SPONSOR_FACTS.values(), *MEMBER_FACTS.values()):
        found += [about.question, *([about.label] if about.kind is FactKind.DATE else [])]
    for law in laws:
        found += [law.short, *_said_by(law)]
    return tuple(dict.fromkeys(PLAIN.get(text, text) for text in found))


def _said_by(law: RuleSet) -> Iterator[Text]:
    for milestone in law.milestones:
        yield from filter(None, (milestone.step, milestone.task, milestone.place))
    for note in law.notes:
        yield from filter(None, (note.task, note.place))
    for part in (part for node in law.nodes for part in node.walk()):
        told = part.told
        yield from filter(None, (part.advice, *((told.task, told.place) if told is not None else ())))
    for ground in law.grounds:
        yield from (evidence.bring or evidence.text for evidence in ground.evidence)
