"""The report as Markdown: CommonMark with the tables of GitHub, every value escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from reunify.meaning import Verdict
from reunify.report import wording
from reunify.report.view import Cited, DateView, Line, OutcomeView, PersonView, Remark, ReportView
from reunify.ruleset import About

# Entities where HTML could begin, since not every Markdown reads a backslash there.
_ESCAPES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\0": "\N{REPLACEMENT CHARACTER}", **{c: f"\\{c}" for c in "\\`*_[]|~"}}
)
# What would begin a heading, a rule or a list at the start of a line.
_MARKER: Final = re.compile(r"^(\d{1,9}(?=[.)])|(?=[#+=-]))")
_URL_ESCAPES: Final = str.maketrans({c: f"%{ord(c):02X}" for c in ' "()<>[\\]`|'})
_INDENT: Final = "  "


def to_markdown(view: ReportView, *, full: bool = False) -> str:
    """Give the report as Markdown.

    Args:
        view: What to show.
        full: Whether all conditions are shown, not only those that stand in the way.
    """
    blocks = [*_head(view), _table(view.columns, view.rows)]
    for person in view.persons:
        blocks += _person(person, view, full=full)
    blocks += _lists(view)
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    """Give a text as Markdown that shows it and nothing else, on one line.

    Args:
        text: Any text.
    """
    return _MARKER.sub(r"\1\\", " ".join(text.split()).translate(_ESCAPES))


def _head(view: ReportView) -> Iterator[str]:
    yield f"# {escape(view.heading)}"
    yield from (escape(text) for text in (view.title, view.source, view.decided, view.applicable) if text.strip())
    yield f"> {escape(view.notice)}"


def _table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = [escape(column) for column in columns]
    body = [[escape(cell) for cell in row] for row in rows]
    lines = [head, ["---"] * len(head), *body]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _person(person: PersonView, view: ReportView, *, full: bool) -> Iterator[str]:
    yield f"## {escape(person.id)} ({escape(person.relation)})"
    if person.cause:
        yield f"{wording.CAUSE[view.lang]}:"
        yield _bullets(map(_sentence, person.cause))
    for outcome in person.outcomes:
        yield f"### {escape(outcome.rule_set_title)}: {escape(outcome.headline)}"
        bullets = "\n".join(_outcome(outcome, view, full=full))
        if bullets:
            yield bullets


def _outcome(outcome: OutcomeView, view: ReportView, *, full: bool) -> Iterator[str]:
    lang = view.lang
    if outcome.verdict is Verdict.ELIGIBLE and not full:
        yield _bullet(escape(wording.ALL_MET[lang]))
    for line in outcome.trace if full else outcome.decisive:
        yield from _line(line)
    yield from (_bullet(escape(text)) for text in (outcome.apply_by, *outcome.also_tested) if text)
    if outcome.missing:
        yield _labelled(wording.MISSING[lang], f"{escape('; '.join(outcome.missing))}.")
    yield from (_labelled(wording.WAYS[lang], f"{escape(way)}.") for way in outcome.ways)
    yield from _cited(outcome, view, full=full)


def _cited(outcome: OutcomeView, view: ReportView, *, full: bool) -> Iterator[str]:
    for words, items in outcome.sections(full=full):
        yield from (_labelled(words[view.lang], _sentence(item)) for item in items)


def _lists(view: ReportView) -> Iterator[str]:
    """Give what concerns the family as a whole, then what was assumed and the sources."""
    lang = view.lang
    assumed = "; ".join(view.assumed or (wording.NONE[lang],))
    sections = [
        (wording.ASK_FIRST, _bullets(map(escape, view.ask_first))),
        (About.WARNING.label, _bullets(map(_remark, view.take_note))),
        (wording.DATES, _bullets(map(_day, view.dates))),
        (About.ROUTE.label, _bullets(map(_remark, view.what_is_left))),
        (About.PERMIT.label, _bullets(_sentence(remark.said) for remark in view.permit)),
        (wording.ASSUMED, f"{escape(assumed)}."),
        (wording.BESIDE_THE_POINT, _bullets(map(escape, view.beside_the_point))),
        (wording.SOURCES, _bullets(map(_sentence, view.sources))),
    ]
    for words, text in sections:
        if text:
            yield f"## {escape(words[lang])}"
            yield text


def _day(day: DateView) -> str:
    past = f" ({day.past})" if day.past else ""
    return f"{escape(f'{day.day}{past}, {day.persons}:')} {_sentence(day.said)}"


def _remark(remark: Remark) -> str:
    return f"{escape(f'{remark.persons}:')} {_sentence(remark.said)}"


def _line(line: Line, level: int = 0) -> Iterator[str]:
    yield _bullet(f"**{escape(line.state)}**: {_sentence(line.said)}", level)
    for detail in line.details:
        yield from _line(detail, level + 1)


def _sentence(cited: Cited) -> str:
    remarks = f" ({'; '.join(remark.rstrip('.') for remark in cited.remarks)})" if cited.remarks else ""
    return f"{escape(cited.text.rstrip('.') + remarks)} ({link(cited)})"


def link(cited: Cited) -> str:
    """Give a citation with its address, if it has one that can be followed."""
    if not cited.url.startswith(("https://", "http://")):
        return escape(cited.cite)
    return f"[{escape(cited.cite)}]({cited.url.translate(_URL_ESCAPES)})"


def _labelled(label: str, text: str) -> str:
    return _bullet(f"**{escape(label)}**: {text}")


def _bullets(texts: Iterable[str]) -> str:
    return "\n".join(map(_bullet, texts))


def _bullet(text: str, level: int = 0) -> str:
    return f"{_INDENT * level}- {text}"
