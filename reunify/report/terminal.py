"""The report as text for a terminal or a file, with rich."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Final

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text as Styled

from reunify.meaning import Verdict
from reunify.report import wording
from reunify.report.view import Cited, Line, OutcomeView, PersonView, Remark, ReportView
from reunify.ruleset import About
from reunify.text import Text

PLAIN_WIDTH: Final = 80
_STYLES: Final = {
    Verdict.ELIGIBLE: "bold green",
    Verdict.NOT_YET: "bold yellow",
    Verdict.EXCLUDED: "bold red",
    Verdict.UNDETERMINED: "bold magenta",
}
_SIGNS: Final = {True: "+", False: "-", None: "?"}


def to_text(view: ReportView, *, full: bool = False, width: int = PLAIN_WIDTH) -> str:
    """Give the report as plain text without colour.

    Args:
        view: What to show.
        full: Whether all conditions are shown, not only those that stand in the way.
        width: The width in columns.
    """
    buffer = io.StringIO()
    console = Console(file=buffer, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    console.print(render(view, full=full))
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def render(view: ReportView, *, full: bool = False) -> RenderableType:
    """Give the report as a rich renderable, for a console that knows its own width and colours."""
    parts: list[RenderableType] = [_head(view), "", table(view.columns, view.rows)]
    for person in view.persons:
        parts += ["", Rule(Styled(f"{person.id} ({person.relation})"), align="left", characters="-", style="")]
        parts.append(_person(person, view, full=full))
    parts += _lists(view)
    parts += ["", Styled(f"{wording.ASSUMED[view.lang]}:", style="bold")]
    parts.append(Padding(Styled("; ".join(view.assumed or (wording.NONE[view.lang],)) + "."), (0, 0, 0, 1)))
    if view.beside_the_point:
        parts += ["", Styled(f"{wording.BESIDE_THE_POINT[view.lang]}:", style="bold")]
        parts += [_bullet(fact) for fact in view.beside_the_point]
    parts += ["", Styled(f"{wording.SOURCES[view.lang]}:", style="bold")]
    parts += [_bullet(_sentence(source, with_url=True)) for source in view.sources]
    return Group(*parts)


def _lists(view: ReportView) -> list[RenderableType]:
    """Give what concerns the family as a whole: what to ask, the days that matter, remarks, the permit."""
    days = [f"{d.day}{f' ({d.past})' if d.past else ''}, {d.persons}: {_sentence(d.said)}" for d in view.dates]
    sections: list[tuple[Text, Iterable[str]]] = [
        (wording.ASK_FIRST, view.ask_first),
        (About.WARNING.label, map(_remark, view.take_note)),
        (wording.DATES, days),
        (About.ROUTE.label, map(_remark, view.what_is_left)),
        (About.PERMIT.label, (_sentence(remark.said) for remark in view.permit)),
    ]
    parts: list[RenderableType] = []
    for words, items in sections:
        bullets = [_bullet(item) for item in items]
        if bullets:
            parts += ["", Styled(f"{words[view.lang]}:", style="bold"), *bullets]
    return parts


def _remark(remark: Remark) -> str:
    return f"{remark.persons}: {_sentence(remark.said)}"


def table(columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Table:
    """Give a table with a heading row, drawn with ASCII lines only."""
    drawn = Table(box=box.ASCII, show_lines=True, header_style="bold")
    for column in columns:
        drawn.add_column(Styled(column), overflow="fold")
    for row in rows:
        drawn.add_row(*map(Styled, row))
    return drawn


def _head(view: ReportView) -> RenderableType:
    named = [Styled(text) for text in (view.title, view.source) if text]
    facts = [Styled(text) for text in (view.decided, view.applicable)]
    return Group(Styled(view.heading, style="bold"), *named, *facts, "", Styled(view.notice, style="italic"))


def _person(person: PersonView, view: ReportView, *, full: bool) -> RenderableType:
    parts: list[RenderableType] = []
    if person.cause:
        parts.append(Styled(f"{wording.CAUSE[view.lang]}:"))
        parts += [_bullet(_sentence(cause)) for cause in person.cause]
    for outcome in person.outcomes:
        parts += ["", *_outcome(outcome, view, full=full)]
    return Group(*parts)


def _outcome(outcome: OutcomeView, view: ReportView, *, full: bool) -> list[RenderableType]:
    lang = view.lang
    title = Styled(f"{outcome.rule_set_title}: ")
    parts: list[RenderableType] = [title.append(outcome.headline, style=_STYLES[outcome.verdict])]
    lines = outcome.trace if full else outcome.decisive
    if outcome.verdict is Verdict.ELIGIBLE and not full:
        parts.append(_bullet(wording.ALL_MET[lang], sign="+"))
    parts += [part for line in lines for part in _line(line, level=1)]
    parts += [_bullet(text) for text in (outcome.apply_by, *outcome.also_tested) if text]
    if outcome.missing:
        parts.append(_bullet(f"{wording.MISSING[lang]}: {'; '.join(outcome.missing)}.", sign="?"))
    parts += [_bullet(f"{wording.WAYS[lang]}: {way}.", sign=">") for way in outcome.ways]
    for words, items in outcome.sections(full=full):
        parts += [_bullet(f"{words[lang]}: {_sentence(item)}", sign="!") for item in items]
    return parts


def _line(line: Line, level: int) -> list[RenderableType]:
    text = f"{line.state}: {_sentence(line.said)}"
    inner = [part for detail in line.details for part in _line(detail, level + 1)]
    return [_bullet(text, sign=_SIGNS[line.holds], level=level), *inner]


def _sentence(cited: Cited, *, with_url: bool = False) -> str:
    remarks = f" ({'; '.join(remark.rstrip('.') for remark in cited.remarks)})" if cited.remarks else ""
    url = f" {cited.url}" if with_url else ""
    return f"{cited.text.rstrip('.')}{remarks} [{cited.cite}]{url}"


def _bullet(text: str, *, sign: str = "*", level: int = 1) -> RenderableType:
    row = Table.grid(padding=(0, 1, 0, 0))
    row.add_column(width=1)
    row.add_column(overflow="fold")
    row.add_row(sign, Styled(text))
    return Padding(row, (0, 0, 0, 2 * level - 1))
