"""Documents as text for a terminal or a file, with rich."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Final

try:
    from rich import box
    from rich.console import Console, Group, RenderableType
    from rich.padding import Padding
    from rich.rule import Rule
    from rich.table import Table as Grid
    from rich.text import Text as Styled
except ModuleNotFoundError as error:
    _NEEDED = 'this needs rich / dit vraagt om rich: pip install "reunify[cli]"'
    raise ImportError(_NEEDED, name=error.name) from None

from reunify.meaning import Verdict
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

PLAIN_WIDTH: Final = 80
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
    notice = Styled(document.notice, style="italic")
    return Group(Styled(document.heading, style="bold"), *head, "", notice, *_blocks(document.blocks, 0))


def _blocks(blocks: Iterable[Block], inset: int) -> Iterator[RenderableType]:
    for block in blocks:
        match block:
            case Section():
                yield from ("", _title(block))
                yield from _blocks(block.blocks, _INSETS.get(block.rank, 1))
            case Paragraph():
                yield _set_in(Styled(_joined(block.text, _cites(block.cites))), inset)
            case Notice():
                yield from ("", Styled(block.text, style="italic"))
            case Address():
                # Whole, however long: a broken address leads nowhere.
                yield Styled(" " * inset + block.url, no_wrap=True, overflow="ignore")
            case Table():
                yield from ("", _table(block))
            case Listing():
                yield from [Styled(f"{block.label}:")] if block.label else []
                yield from _entries(block.entries, inset, step=2)
            case Outline():
                yield from _entries(block.entries, inset, step=1)


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
        case Rank.LIST:
            return Styled(f"{title}:", style="bold")
    return Styled(title)


def _table(table: Table) -> RenderableType:
    """Give a table drawn with ASCII lines only."""
    drawn = Grid(box=box.ASCII, show_lines=True, header_style="bold")
    for column in table.head:
        drawn.add_column(Styled(column), overflow="fold")
    for row in table.rows:
        drawn.add_row(*(Styled(plain(cell)) for cell in row))
    return drawn


def _entries(entries: Iterable[Entry], inset: int, step: int) -> Iterator[RenderableType]:
    for entry in entries:
        row = Grid.grid(padding=(0, 1))
        row.add_column(no_wrap=True, width=len(entry.sign))
        row.add_column(overflow="fold")
        row.add_row(entry.sign, Styled(_line(entry)))
        yield Padding(row, (0, 0, 0, inset))
        yield from _entries(entry.parts, inset + step, step)


def _line(entry: Entry) -> str:
    label = f"{entry.label}:" if entry.label else ""
    remarks = _aside("; ".join(plain((remark,)) for remark in entry.remarks))
    details = _aside("; ".join(filter(None, (entry.name, *entry.details))))
    addresses = (cited.url for cited in entry.cites if entry.in_full)
    return _joined(label, entry.text, remarks, _cites(entry.cites), details, entry.after, *addresses)


def _joined(*parts: str) -> str:
    return " ".join(filter(None, parts))


def _set_in(shown: RenderableType, inset: int) -> RenderableType:
    return Padding(shown, (0, 0, 0, inset)) if inset else shown


def _aside(text: str) -> str:
    return f"({text})" if text else ""


def _cites(cited: Iterable[Cited]) -> str:
    return plain((Cites(tuple(cited)),))
