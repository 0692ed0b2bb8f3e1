"""The report on a family as a document; on a page it has a layout of its own (`html.to_html`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from reunify.meaning import Verdict
from reunify.report import wording
from reunify.report.document import Document, Entry, Listing, Paragraph, Rank, Section, Table, sentence
from reunify.report.reasons_in_words import Line
from reunify.report.view import DateView, OutcomeView, PersonView, Remark, ReportView
from reunify.ruleset import About
from reunify.text import Lang, Text

_SIGNS: Final = {True: "+", False: "-", None: "?"}


def document(view: ReportView, *, full: bool = False) -> Document:
    """Give a report as a document.

    Args:
        view: What to show.
        full: Whether all conditions are shown, not only those that stand in the way.
    """
    overview = Table(view.columns, tuple(tuple((cell,) for cell in row) for row in view.rows))
    return Document(
        lang=view.lang,
        version=view.version,
        heading=view.heading,
        title=view.title,
        lines=(view.source, view.decided, view.applicable),
        notice=view.notice,
        blocks=(overview, *(_person(person, view.lang, full=full) for person in view.persons), *_lists(view)),
    )


def _person(person: PersonView, lang: Lang, *, full: bool) -> Section:
    cause = [_listing(map(sentence, person.cause), wording.CAUSE[lang])] if person.cause else []
    outcomes = (_outcome(outcome, lang, full=full) for outcome in person.outcomes)
    return Section(rank=Rank.PERSON, title=f"{person.id} ({person.relation})", blocks=(*cause, *outcomes))


def _outcome(outcome: OutcomeView, lang: Lang, *, full: bool) -> Section:
    entries = tuple(_entries(outcome, lang, full=full))
    return Section(
        rank=Rank.OUTCOME,
        title=outcome.rule_set_title,
        said=outcome.headline,
        verdict=outcome.verdict,
        blocks=(Listing(entries),) if entries else (),
    )


def _entries(outcome: OutcomeView, lang: Lang, *, full: bool) -> Iterator[Entry]:
    if outcome.verdict is Verdict.ELIGIBLE and not full:
        yield Entry(sign="+", text=wording.ALL_MET[lang])
    yield from map(_line, outcome.trace if full else outcome.decisive)
    yield from (Entry(text=text) for text in (outcome.apply_by, *outcome.also_tested) if text)
    if outcome.missing:
        yield _labelled("?", wording.MISSING[lang], f"{'; '.join(outcome.missing)}.")
    yield from (_labelled("?", wording.TURNS[lang], f"{turn}.") for turn in outcome.turns)
    yield from (_labelled(">", wording.WAYS[lang], f"{way}.") for way in outcome.ways)
    for words, items in outcome.sections(full=full):
        yield from (sentence(item, sign="!", label=words[lang], strong=True) for item in items)


def _labelled(sign: str, label: str, text: str) -> Entry:
    return Entry(sign=sign, label=label, strong=True, text=text)


def _line(line: Line) -> Entry:
    parts = tuple(map(_line, line.details))
    return sentence(line.said, sign=_SIGNS[line.holds], label=line.state, strong=True, parts=parts)


def _lists(view: ReportView) -> Iterator[Section]:
    """Give what concerns the family as a whole, then what was assumed and the sources."""
    assumed = Paragraph("; ".join(view.assumed or (wording.NONE[view.lang],)) + ".")
    lists: tuple[tuple[Text, Listing | Paragraph], ...] = (
        (wording.ASK_FIRST, _listing(Entry(text=question) for question in view.ask_first)),
        (About.WARNING.label, _listing(map(_remark, view.take_note))),
        (wording.DATES, _listing(map(_day, view.dates))),
        (About.ROUTE.label, _listing(map(_remark, view.what_is_left))),
        (About.PERMIT.label, _listing(sentence(remark.said) for remark in view.permit)),
        (wording.ASSUMED, assumed),
        (wording.BESIDE_THE_POINT, _listing(Entry(text=fact) for fact in view.beside_the_point)),
        (wording.SOURCES, _listing(sentence(source, in_full=True) for source in view.sources)),
    )
    for words, block in lists:
        if isinstance(block, Paragraph) or block.entries:
            yield Section(rank=Rank.LIST, title=words[view.lang], blocks=(block,))


def _listing(entries: Iterable[Entry], label: str = "") -> Listing:
    return Listing(tuple(entries), label)


def _day(day: DateView) -> Entry:
    aside = "".join(f" ({word})" for word in (day.other, day.past) if word)
    return sentence(day.said, label=f"{day.day}{aside}, {day.persons}")


def _remark(remark: Remark) -> Entry:
    return sentence(remark.said, label=remark.persons)
