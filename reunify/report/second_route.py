"""The second route of a person in words: what the regular route gives and when, what stands in the way, what to ask."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reunify.assess import NoteGiven, Reason
from reunify.beside import SecondRoute
from reunify.engine.meaning import Verdict
from reunify.engine.said import Curable
from reunify.facts import Case, about_fact
from reunify.report import wording
from reunify.report.document import Cited
from reunify.report.reasons_in_words import cited
from reunify.ruleset import About
from reunify.text import Lang, Text
from reunify.told import on_day

__all__ = ["in_one_line", "obstacles", "said_of"]

_OPEN: Final = Text(
    en="The regular route is open now ({title}).",
    nl="De reguliere weg is nu open ({title}).",
)
_WAITS: Final = Text(
    en="The regular route is not open yet ({title}){from_day}.",
    nl="De reguliere weg is nog niet open ({title}){from_day}.",
)
_NOT_KNOWN: Final = Text(
    en="Whether the regular route is open is not known yet ({title}).",
    nl="Of de reguliere weg open is, is nog niet bekend ({title}).",
)
_CLOSED: Final = Text(
    en="The regular route is closed. An exception can be asked (Vb art. 3.13 lid 2), and art. 8 ECHR remains.",
    nl="De reguliere weg is dicht. Een uitzondering kan worden gevraagd (Vb art. 3.13 lid 2), en art. 8 EVRM blijft over.",
)
_FROM: Final = Text(en=", and not before {day}", nl=", en niet vóór {day}")
_NAREIS_BETTER: Final = Text(
    en="This can be asked now; nareis stays the better permit and can be asked as well.",
    nl="Dit kan nu worden aangevraagd; nareis blijft de betere vergunning en kan ook worden aangevraagd.",
)
_ORDER: Final = Text(
    en="Nareis not before {nareis}, the regular route not before {regular}: {first}.",
    nl="Nareis niet vóór {nareis}, de reguliere weg niet vóór {regular}: {first}.",
)
_BY_ACTION: Final = Text(
    en="Nareis not before {nareis}; the regular route as soon as what it asks is there.",
    nl="Nareis niet vóór {nareis}; de reguliere weg zodra er is wat die vraagt.",
)
_DISPUTED: Final = Text(en="Disputed for the regular route: {why}", nl="Omstreden voor de reguliere weg: {why}")
_ASK: Final = Text(en="To find out: {question}", nl="Uit te zoeken: {question}")


def said_of(route: SecondRoute, case: Case, lang: Lang) -> Iterator[Cited]:
    """Say what the second route is, in order: the outcome, what stands in the way, what to ask, what to know.

    Args:
        route: The second route of one person.
        case: The family.
        lang: The language.
    """
    outcome = route.regular
    ground = next((ground for ground in outcome.grounds if ground.id == outcome.ground), None)
    source = route.law.sources[0] if ground is None else ground.source
    yield cited(in_one_line(route, lang), source, lang)
    for reason in obstacles(route):
        if reason.told is not None:
            words = None if reason.day is None else wording.day_in_both(reason.day)
            yield cited(on_day(reason.told.unmet, reason.day, words)[lang], reason.source, lang)
    for dispute in outcome.disputes:
        if dispute.changes_verdict:
            result = wording.DISPUTE_VERDICT.format(verdict=wording.verdict_in_words(dispute.verdict, route.law))[lang]
            yield cited(_DISPUTED.format(why=dispute.why)[lang], dispute.source, lang, result)
    if outcome.verdict is Verdict.UNDETERMINED:
        for name in outcome.missing:
            fact = outcome.qualified(name)
            asked = wording.question_in_words(fact, about_fact(fact), case, lang)
            yield cited(_ASK.format(question=asked)[lang], source, lang)
    yield from (cited(wording.with_day(note.text, note.day, lang), note.source, lang) for note in _notes(route))


def in_one_line(route: SecondRoute, lang: Lang) -> str:
    """Say in a sentence or two what the second route is, with its price and which of the two is first."""
    outcome = route.regular
    if outcome.verdict is Verdict.EXCLUDED:
        return _CLOSED[lang]
    title = next(ground.title for ground in outcome.grounds if ground.id == outcome.ground)[lang]
    permit = next((note.text[lang] for note in outcome.notes if note.about is About.PERMIT), "")
    day = outcome.eligible_from
    from_day = "" if day is None else _FROM.format(day=wording.day_in_words(day, lang))[lang]
    sentence = {Verdict.ELIGIBLE: _OPEN, Verdict.NOT_YET: _WAITS, Verdict.UNDETERMINED: _NOT_KNOWN}[outcome.verdict]
    said = sentence.format(title=title, from_day=from_day)[lang]
    return " ".join(filter(None, (said, permit, *_order(route, lang))))


def _order(route: SecondRoute, lang: Lang) -> Iterator[str]:
    nareis, regular = route.nareis, route.regular
    if regular.verdict is Verdict.ELIGIBLE and nareis.verdict is Verdict.NOT_YET:
        yield _NAREIS_BETTER[lang]
    days = nareis.eligible_from, regular.eligible_from
    if days[0] is not None and days[1] is None and regular.verdict is nareis.verdict is Verdict.NOT_YET:
        yield _BY_ACTION.format(nareis=wording.day_in_words(days[0], lang))[lang]
    if route.first is not None and None not in days:
        in_words = [wording.day_in_words(day, lang) for day in days if day is not None]
        yield _ORDER.format(nareis=in_words[0], regular=in_words[1], first=route.first.label)[lang]


def obstacles(route: SecondRoute) -> tuple[Reason, ...]:
    """Give the conditions that are not met; of a closed route those that close it, for what time brings opens nothing."""
    unmet = tuple(reason for reason in route.regular.reasons if reason.holds is False and reason.within is None)
    closing = tuple(reason for reason in unmet if reason.curable is Curable.NO)
    return closing if closing and route.regular.verdict is Verdict.EXCLUDED else unmet


def _notes(route: SecondRoute) -> Iterator[NoteGiven]:
    """Give the remarks that matter: of a closed route those on art. 8 ECHR, of another one what to know of it."""
    about = About.ROUTE if route.regular.verdict is Verdict.EXCLUDED else About.WARNING
    asides = {note.id for note in route.law.notes if note.aside or note.of_reading}
    yield from (note for note in route.regular.notes if note.about is about and note.id not in asides)
