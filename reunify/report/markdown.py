"""Documents as Markdown: CommonMark with the tables of GitHub, every value escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from reunify.report import family_report
from reunify.report.document import (
    Address,
    Block,
    Cell,
    Cited,
    Cites,
    Document,
    Entry,
    Label,
    Listing,
    Names,
    Notice,
    Number,
    Outline,
    Paragraph,
    Piece,
    Rank,
    Section,
    Table,
)
from reunify.report.view import ReportView

__all__ = ["escape", "link", "links", "table", "to_markdown", "write"]

# Entities where HTML could begin, since not every Markdown reads a backslash there.
_ESCAPES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\0": "\N{REPLACEMENT CHARACTER}", **{c: f"\\{c}" for c in "\\`*_[]|~"}}
)
# What would begin a heading, a rule or a list at the start of a line.
_MARKER: Final = re.compile(r"^(\d{1,9}(?=[.)])|(?=[#+=-]))")
_URL_ESCAPES: Final = str.maketrans({c: f"%{ord(c):02X}" for c in ' "()<>[\\]`|'})
_INDENT: Final = "  "
_DEPTHS: Final = {Rank.OUTCOME: "###", Rank.RECORD: "###"}


def to_markdown(view: ReportView, *, full: bool = False) -> str:
    """Give the report on a family as Markdown.

    Args:
        view: What to show.
        full: Whether all conditions are shown, not only those that stand in the way.
    """
    return write(family_report.document(view, full=full))


def write(document: Document) -> str:
    """Give a document as Markdown.

    Args:
        document: What to show.
    """
    lines = (escape(line) for line in (document.title, *document.lines) if line.strip())
    notice = [f"> {escape(document.notice)}"] if document.notice else []
    return "\n\n".join((f"# {escape(document.heading)}", *lines, *notice, *_blocks(document.blocks))) + "\n"


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Section():
                yield f"{_DEPTHS.get(block.rank, '##')} {_title(block)}"
                yield from _blocks(block.blocks)
            case Paragraph():
                yield " ".join(filter(None, (escape(block.text), links(block.cites))))
            case Notice():
                yield f"> {escape(block.text)}"
            case Address():
                yield f"<{block.url}>"
            case Table():
                yield table(map(escape, block.head), (map(_cell, row) for row in block.rows))
            case Listing():
                yield from [escape(f"{block.label}:")] if block.label else []
                yield "\n".join(_bullets(block.entries))
            case Outline():
                yield "\n".join(_bullets(block.entries))


def _title(section: Section) -> str:
    number = f"{section.number}." if section.number else ""
    title = escape(f"{section.title}: {section.said}" if section.said else section.title)
    return " ".join(filter(None, (number, title, section.name and f"(`{section.name}`)")))


def _bullets(entries: Iterable[Entry], level: int = 0) -> Iterator[str]:
    for entry in entries:
        yield f"{_INDENT * level}- {_entry(entry)}"
        yield from _bullets(entry.parts, level + 1)


def _entry(entry: Entry) -> str:
    label = f"**{escape(entry.label)}**:" if entry.strong else escape(f"{entry.label}:") if entry.label else ""
    remarks = "; ".join(remark if isinstance(remark, str) else ", ".join(remark.names) for remark in entry.remarks)
    text = escape(f"{entry.text} ({remarks})" if remarks else entry.text)
    details = "; ".join([f"`{entry.name}`"] * bool(entry.name) + list(map(escape, entry.details)))
    cites = links(entry.cites)
    parts = (label, text, f"({cites})" if cites and text else cites, details and f"({details})", escape(entry.after))
    return " ".join(filter(None, parts))


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Give a Markdown table of cells that are Markdown already."""
    columns = list(head)
    lines = [columns, ["---"] * len(columns), *map(list, rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _cell(cell: Cell) -> str:
    return " ".join(map(_piece, cell))


def _piece(piece: Piece) -> str:
    match piece:
        case Number():
            return piece.number
        case Names():
            names = ", ".join(f"`{name}`" for name in piece.names)
            return f"({names})" if piece.aside else names
        case Label():
            return f"*{escape(piece.text)}:*"
        case Cites():
            return links(piece.cited)
        case Address():
            return f"<{piece.url}>"
    return escape(piece)


def escape(text: str) -> str:
    """Give a text as Markdown that shows it and nothing else, on one line.

    Args:
        text: Any text.
    """
    return _MARKER.sub(r"\1\\", " ".join(text.split()).translate(_ESCAPES))


def links(said: Iterable[Cited]) -> str:
    """Give articles as Markdown, each a link."""
    return "; ".join(link(cited) for cited in said)


def link(cited: Cited) -> str:
    """Give a citation with its address, if it has one that can be followed."""
    if not cited.url.startswith(("https://", "http://")):
        return escape(cited.cite)
    return f"[{escape(cited.cite)}]({cited.url.translate(_URL_ESCAPES)})"
