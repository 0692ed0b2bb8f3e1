"""Documents as text for a terminal or a file, with rich."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

try:
    from rich import box
    from rich.cells import cell_len
    from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
    from rich.rule import Rule
    from rich.segment import Segment
    from rich.table import Table as Grid
    from rich.text import Text as Styled
except ModuleNotFoundError as _error:
    _NEEDED = 'this needs rich / dit vraagt om rich: pip install "reunify[cli]"'
    raise ImportError(_NEEDED, name=_error.name) from None

from reunify.engine.meaning import Verdict
from reunify.report import family_report
from reunify.report.document import (
    Address,
    Block,
    Cited,
    Cites,
    Document,
    Entry,
    Listing,
    Notice,
    Outline,
    Paragraph,
    Rank,
    Section,
    Table,
    plain,
)
from reunify.report.view import ReportView

__all__ = [
    "PLAIN_WIDTH",
    "SCREEN_LINES",
    "brief_document",
    "render",
    "show",
    "shown",
    "to_brief_text",
    "to_text",
    "write",
]

PLAIN_WIDTH: Final = 80
SCREEN_LINES: Final = 24
_STYLES: Final = {
    Verdict.ELIGIBLE: "bold green",
    Verdict.NOT_YET: "bold yellow",
    Verdict.EXCLUDED: "bold red",
    Verdict.UNDETERMINED: "bold magenta",
}
_INSETS: Final = {Rank.PART: 0, Rank.RECORD: 2}
"""How far what stands in a section is set in; by one, where nothing is said here."""


def to_text(view: ReportView, *, full: bool = False, width: int = PLAIN_WIDTH) -> str:
    """Give the report on a family as plain text without colour.

    Args:
        view: What to show.
        full: Whether all conditions are shown, not only those that stand in the way.
        width: The width in columns.
    """
    return write(family_report.document(view, full=full), width=width)


def to_brief_text(view: ReportView, *, width: int = PLAIN_WIDTH) -> str:
    """Give the top of a report as plain text: with as many of the warnings as fit on one screen.

    Args:
        view: What to show.
        width: The width in columns.
    """
    return write(brief_document(view, width=width), width=width)


def shown(view: ReportView, *, full: bool) -> Document:
    """Give what a terminal shows of a report: its top, or in full all of it."""
    return family_report.document(view, full=True) if full else brief_document(view)


def brief_document(view: ReportView, *, width: int = PLAIN_WIDTH) -> Document:
    """Give the top of a report with as many of the warnings as fit on one screen; see `to_brief_text`."""
    told = len(view.top.warnings)
    # With empty lines if there is room; else without, and with fewer of the warnings.
    tries = [(told, True), *((fewer, False) for fewer in range(told, -1, -1))]
    warnings, airy = next((one for one in tries if _fits(view, *one, width)), tries[-1])
    return family_report.brief(view, warnings=warnings, airy=airy, compared=True)


def _fits(view: ReportView, warnings: int, airy: bool, width: int) -> bool:
    return write(family_report.brief(view, warnings=warnings, airy=airy), width=width).count("\n") <= SCREEN_LINES


def show(document: Document) -> None:
    """Show a document on the terminal, in its width and with colours."""
    Console().print(render(document))


def write(document: Document, *, width: int = PLAIN_WIDTH) -> str:
    """Give a document as plain text without colour.

    Args:
        document: What to show.
        width: The width in columns; only an address can be longer.
    """
    buffer = io.StringIO()
    console = Console(file=buffer, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    console.print(render(document), crop=False)
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def render(document: Document) -> RenderableType:
    """Give a document as a rich renderable, for a console that knows its own width and colours."""
    title = f"{document.title} ({document.name})" if document.name else document.title
    head = [Styled(line) for line in (title, *document.lines) if line]
    notice: list[RenderableType] = ["", Styled(document.notice, style="italic")] if document.notice else []
    if notice and isinstance(document.blocks[0], Table) and not document.blocks[0].ruled:
        notice.append("")
    return Group(Styled(document.heading, style="bold"), *head, *notice, *_blocks(document.blocks, 0))


def _blocks(blocks: Iterable[Block], inset: int) -> Iterator[RenderableType]:
    for block in blocks:
        match block:
            case Section():
                yield from (_title(block),) if block.rank is Rank.BRIEF else (Styled(), _title(block))
                yield from _blocks(block.blocks, _INSETS.get(block.rank, 1))
            case Paragraph():
                yield _Hanging(" " * inset, Styled(_joined(block.text, _cites(block.cites))))
            case Notice():
                yield from ("", Styled(block.text, style="italic"))
            case Address():
                yield _address(block.url, inset)
            case Table():
                yield from ("", _Fitted(block)) if block.ruled else (_Fitted(block),)
            case Listing():
                yield from [Styled(f"{block.label}:")] if block.label else []
                yield from _entries(block.entries, inset, step=2)
            case Outline():
                yield from _entries(block.entries, inset, step=1)


def _address(url: str, inset: int) -> Styled:
    """Give an address whole, however long: a broken one leads nowhere."""
    return Styled(" " * inset + url, no_wrap=True, overflow="ignore")


def _title(section: Section) -> RenderableType:
    title = " ".join(filter(None, (section.number and f"{section.number}.", section.title, _aside(section.name))))
    match section.rank:
        case Rank.PART:
            # Above the rule, not in it: a rule cuts a title that is longer than the line.
            return Group(Styled(title, style="bold"), Rule(characters="-", style=""))
        case Rank.PERSON:
            return Rule(Styled(title), align="left", characters="-", style="")
        case Rank.OUTCOME:
            style = "" if section.verdict is None else _STYLES[section.verdict]
            return Styled(f"{title}: ").append(section.said, style=style)
        case Rank.LIST | Rank.BRIEF:
            return Styled(f"{title}:", style="bold")
    return Styled(title)


@attrs.frozen
class _Fitted:
    """A table drawn with ASCII lines only, or without lines, in the width that there is: no word is broken that need not be."""

    table: Table

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        ruled = self.table.ruled
        drawn = Grid(
            box=box.ASCII if ruled else None,
            show_lines=ruled,
            header_style="bold",
            padding=(0, 1) if ruled else (0, 2, 0, 0),
        )
        columns = [[plain(cell) for cell in column] for column in zip(*self.table.rows, strict=True)]
        columns = columns or [[] for _ in self.table.head]
        texts = [(head, *cells) for head, cells in zip(self.table.head, columns, strict=True)]
        lines = 3 * len(texts) + 1 if ruled else 2 * len(texts)
        for head, width in zip(self.table.head, _widths(texts, options.max_width - lines), strict=True):
            drawn.add_column(Styled(head), overflow="fold", width=width)
        for row in self.table.rows:
            drawn.add_row(*(Styled(plain(cell)) for cell in row))
        yield drawn


def _widths(columns: Sequence[Sequence[str]], room: int) -> list[int]:
    """Give each column its longest text as width; while that is too much, the widest one that can is made narrower."""
    widths = [max(map(cell_len, texts)) for texts in columns]
    words = [max(cell_len(word) for text in texts for word in ("", *text.split())) for texts in columns]
    while sum(widths) > room:
        spare = [number for number, width in enumerate(widths) if width > words[number]]
        widest = max(spare or range(len(widths)), key=widths.__getitem__)
        if widths[widest] == 1:
            break
        widths[widest] -= 1
    return widths


def _entries(entries: Iterable[Entry], inset: int, step: int) -> Iterator[RenderableType]:
    for entry in entries:
        yield _Hanging(f"{' ' * inset}{entry.sign} ", Styled(_line(entry)))
        for cited in entry.cites if entry.in_full else ():
            yield _address(cited.url, inset + len(entry.sign) + 1)
        yield from _entries(entry.parts, inset + step, step)


@attrs.frozen
class _Hanging:
    """A text with a sign before it, below which nothing comes to stand; a grid does the same in four times the time."""

    before: str
    text: Styled

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        before = self.before
        width = max(options.max_width - len(before), 1)
        # What fits on a line is the same when it has been wrapped, which takes long.
        fits = self.text.plain.isprintable() and cell_len(self.text.plain) <= width
        for line in (self.text,) if fits else self.text.wrap(console, width, overflow="fold"):
            yield Segment(before + line.plain)
            yield Segment.line()
            before = " " * len(before)


def _line(entry: Entry) -> str:
    label = f"{entry.label}:" if entry.label else ""
    remarks = _aside("; ".join(plain((remark,)) for remark in entry.remarks))
    details = _aside("; ".join(filter(None, (entry.name, *entry.details))))
    return _joined(label, entry.text, remarks, _cites(entry.cites), details, entry.after)


def _joined(*parts: str) -> str:
    return " ".join(filter(None, parts))


def _aside(text: str) -> str:
    return f"({text})" if text else ""


def _cites(cited: Iterable[Cited]) -> str:
    return plain((Cites(tuple(cited)),))
