"""The report on a family as a document; on a page it has a layout of its own (`html.to_html`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from reunify.engine.meaning import Verdict
from reunify.report import wording
from reunify.report.document import Block, Document, Entry, Listing, Paragraph, Rank, Section, Table, sentence
from reunify.report.reasons_in_words import Line
from reunify.report.view import DateView, FactsOf, OutcomeView, PersonView, Remark, ReportView
from reunify.ruleset import About
from reunify.text import Lang, Text

__all__ = ["brief", "document"]

_SIGNS: Final = {True: "+", False: "-", None: "?"}
_BOX: Final = "[ ]"


def document(view: ReportView, *, full: bool = False) -> Document:
    """Give a report as a document.

    Args:
        view: What to show.
        full: Whether all conditions are shown, not only those that stand in the way.
    """
    return Document(
        lang=view.lang,
        version=view.version,
        heading=view.heading,
        title=view.title,
        lines=(view.source, view.decided, view.applicable),
        notice=view.notice,
        blocks=(
            *_top(view, _whole(view), len(view.top.warnings)),
            *_side_by_side(view),
            *(() if full else _shared(view)),
            *(_person(person, view.lang, full=full) for person in view.persons),
            *_lists(view),
        ),
    )


def brief(view: ReportView, *, warnings: int, airy: bool = False, compared: bool = False) -> Document:
    """Give the top of a report as a document of its own.

    Args:
        view: What to show.
        warnings: How many of the things to watch for are told.
        airy: Whether there is room for empty lines.
        compared: Whether the table of two laws follows, if there are two.
    """
    notice = wording.first_sentence(wording.NOTICE)[view.lang]
    more = Paragraph(f"{notice} {wording.MORE_WITH_FULL[view.lang]}")
    return Document(
        lang=view.lang,
        version=view.version,
        heading=view.heading,
        title=view.title,
        lines=(view.top.in_one_line,),
        blocks=(
            *([Paragraph("")] if airy else []),
            *_top(view, _grouped(view), warnings, Rank.LIST if airy else Rank.BRIEF),
            *(_side_by_side(view) if compared else ()),
            *([Paragraph("")] if airy else []),
            more,
        ),
    )


# ---------------------------------------------------------------- the top


_Rows: TypeAlias = Iterable[tuple[str, str, str]]


def _whole(view: ReportView) -> _Rows:
    """Give a row for each person."""
    return ((f"{s.person} ({s.relation})", s.said, s.application) for s in view.top.standings)


def _grouped(view: ReportView) -> _Rows:
    """Give a row for all who stand alike, in few words."""
    found: dict[tuple[str, str], list[str]] = {}
    for standing in view.top.standings:
        found.setdefault((standing.in_few_words, standing.application), []).append(standing.person)
    return ((", ".join(persons), said, application) for (said, application), persons in found.items())


def _top(view: ReportView, rows: _Rows, warnings: int, rank: Rank = Rank.LIST) -> Iterator[Block]:
    top, lang = view.top, view.lang
    head = (wording.PERSON[lang], wording.OUTCOME[lang], wording.APPLICATION[lang])
    yield Table(head, tuple(tuple((cell,) for cell in row) for row in rows), ruled=False)
    watched = [Entry(label=warned.persons, text=warned.said) for warned in top.warnings[:warnings]]
    left = len(top.warnings) - len(watched)
    if left:
        watched.append(Entry(text=wording.MORE_WARNINGS.format(number=left)[lang]))
    lists: tuple[tuple[Text, Iterable[Entry]], ...] = (
        (wording.DAYS_AHEAD, (Entry(label=f"{d.day} ({d.left})", text=f"{d.persons}: {d.step}") for d in top.days)),
        (
            wording.TO_DO,
            (
                Entry(sign=str(number), label=task.persons, text=task.said, remarks=(task.place,) if task.place else ())
                for number, task in enumerate(top.tasks, start=1)
            ),
        ),
        (wording.WATCH, watched),
    )
    for words, entries in lists:
        listed = _listing(entries)
        if listed.entries:
            yield Section(rank=rank, title=words[lang], blocks=(listed,))


def _side_by_side(view: ReportView) -> Iterator[Block]:
    if view.is_comparison:
        table = Table(view.columns, tuple(tuple((cell,) for cell in row) for row in view.rows))
        cause = [_listing(map(_remark, view.cause), wording.CAUSE[view.lang])] if view.cause else []
        yield Section(rank=Rank.LIST, title=wording.SIDE_BY_SIDE[view.lang], blocks=(table, *cause))


# ---------------------------------------------------------------- the persons


def _shared(view: ReportView) -> Iterator[Section]:
    if view.shared:
        entries = (_line(line.line, label=f"{line.persons}, {line.line.state}") for line in view.shared)
        yield Section(rank=Rank.LIST, title=wording.SEVERAL[view.lang], blocks=(_listing(entries),))


def _person(person: PersonView, lang: Lang, *, full: bool) -> Section:
    outcomes = (_outcome(outcome, lang, full=full) for outcome in person.outcomes)
    return Section(rank=Rank.PERSON, title=f"{person.id} ({person.relation})", blocks=tuple(outcomes))


def _outcome(outcome: OutcomeView, lang: Lang, *, full: bool) -> Section:
    entries = tuple(_entries(outcome, lang, full=full))
    return Section(
        rank=Rank.OUTCOME,
        title=outcome.titled,
        said=outcome.headline,
        verdict=None if outcome.standing else outcome.verdict,
        blocks=(Listing(entries),) if entries else (),
    )


def _entries(outcome: OutcomeView, lang: Lang, *, full: bool) -> Iterator[Entry]:
    if outcome.verdict is Verdict.ELIGIBLE and not full:
        yield Entry(sign="+", text=wording.ALL_MET[lang])
    yield from map(_line, outcome.trace if full else outcome.decisive)
    if outcome.shared and not full:
        yield Entry(text=wording.SEE_SEVERAL[lang])
    yield from (Entry(text=text) for text in (outcome.apply_by, *outcome.also_tested) if text)
    if outcome.missing:
        yield _labelled("?", wording.MISSING[lang], f"{'; '.join(outcome.missing)}.")
    yield from (_labelled("?", wording.TURNS[lang], f"{turn}.") for turn in outcome.turns)
    yield from (_labelled(">", wording.WAYS[lang], f"{way}.") for way in outcome.ways)
    yield from (sentence(said, sign="!", label=wording.DISPUTES[lang], strong=True) for said in outcome.disputes)


def _labelled(sign: str, label: str, text: str) -> Entry:
    return Entry(sign=sign, label=label, strong=True, text=text)


def _line(line: Line, label: str = "") -> Entry:
    parts = tuple(map(_line, line.details))
    return sentence(line.said, sign=_SIGNS[line.holds], label=label or line.state, strong=True, parts=parts)


# ---------------------------------------------------------------- what concerns the family as a whole


def _lists(view: ReportView) -> Iterator[Section]:
    """Give what concerns the family as a whole, then the facts to tick off and the sources."""
    lists: tuple[tuple[Text, tuple[Listing, ...]], ...] = (
        (wording.ASK_FIRST, (_listing(Entry(text=question) for question in view.ask_first),)),
        (wording.DATES, (_listing(map(_day, view.dates)),)),
        *((words, (_listing(map(_remark, remarks)),)) for words, remarks in view.remarks),
        (About.PERMIT.label, (_listing(sentence(remark.said) for remark in view.permit),)),
        (wording.GIVEN, tuple(map(_facts, view.given))),
        (wording.ASSUMED, tuple(map(_facts, view.assumed))),
        (wording.BESIDE_THE_POINT, (_listing(Entry(text=fact) for fact in view.beside_the_point),)),
        (
            wording.SOURCES,
            (
                _listing(map(_remark, view.reading)),
                _listing(
                    sentence(source, sign=f"{number}.", in_full=True)
                    for number, source in enumerate(view.sources, start=1)
                ),
            ),
        ),
    )
    for words, blocks in lists:
        if any(block.entries for block in blocks):
            yield Section(rank=Rank.LIST, title=words[view.lang], blocks=blocks)


def _facts(facts: FactsOf) -> Listing:
    return _listing((Entry(sign=_BOX, text=fact) for fact in facts.facts), facts.persons)


def _listing(entries: Iterable[Entry], label: str = "") -> Listing:
    return Listing(tuple(entries), label)


def _day(day: DateView) -> Entry:
    aside = "".join(f" ({word})" for word in (day.other, day.past) if word)
    return sentence(day.said, label=f"{day.day}{aside}, {day.persons}")


def _remark(remark: Remark) -> Entry:
    return sentence(remark.said, label=remark.persons)
