"""What a reader is given, whatever its form: a small tree of sections, paragraphs, tables and lists of cited text.

Makers (`family_report`, `explain`, `citations`) put what they have to say into a `Document`; each form has one writer
for all documents (`terminal`, `markdown`, `html`). `forms` says which forms there are.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import attrs

from reunify.engine.meaning import Verdict
from reunify.text import Lang

__all__ = [
    "Address",
    "Block",
    "Cell",
    "Cited",
    "Cites",
    "Document",
    "Entry",
    "Label",
    "Listing",
    "Names",
    "Notice",
    "Number",
    "Outline",
    "Paragraph",
    "Piece",
    "Rank",
    "Section",
    "Table",
    "plain",
    "sentence",
]


@attrs.frozen
class Cited:
    """A sentence with the place that it rests on."""

    text: str
    cite: str
    url: str
    remarks: tuple[str, ...] = ()


# ---------------------------------------------------------------- within a line


@attrs.frozen
class Names:
    """Names by which the rules call something: ids.

    Attributes:
        names: The ids.
        aside: Whether they stand in brackets.
    """

    names: tuple[str, ...]
    aside: bool = False


@attrs.frozen
class Number:
    """The number of a line in the document."""

    number: str


@attrs.frozen
class Label:
    """A word that says what follows it is."""

    text: str


@attrs.frozen
class Cites:
    """Articles, each with its address."""

    cited: tuple[Cited, ...]


@attrs.frozen
class Address:
    """An address, in full."""

    url: str


Piece: TypeAlias = str | Number | Names | Label | Cites | Address
Cell: TypeAlias = tuple[Piece, ...]


def plain(pieces: Iterable[Piece]) -> str:
    """Give pieces as plain text.

    Args:
        pieces: What stands on the line.
    """
    return " ".join(filter(None, map(_plain, pieces)))


def _plain(piece: Piece) -> str:
    match piece:
        case Number():
            return piece.number
        case Names():
            names = ", ".join(piece.names)
            return f"({names})" if piece.aside else names
        case Label():
            return f"{piece.text}:"
        case Cites():
            return f"[{'; '.join(one.cite for one in piece.cited)}]" if piece.cited else ""
        case Address():
            return piece.url
    return piece


# ---------------------------------------------------------------- blocks


@attrs.frozen
class Paragraph:
    """A paragraph, and the articles that it rests on."""

    text: str
    cites: tuple[Cited, ...] = ()


@attrs.frozen
class Notice:
    """What to bear in mind."""

    text: str


@attrs.frozen
class Table:
    """A table with one row of headings; ``ruled``: whether lines part its rows where a form can draw them."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    ruled: bool = True


@attrs.frozen(kw_only=True)
class Entry:
    """Cited text: a line of a list, and the lines under it.

    Attributes:
        sign: What stands before it where there is no bullet: a number, or a sign that says how it is.
        place: The number by which other lines refer to it; empty where none does.
        label: What it is; the text follows after a colon.
        strong: Whether the label is stressed.
        text: What it says.
        remarks: What is said of the text, in brackets.
        name: Its id.
        cites: The articles.
        details: What is said of it as a rule, after the articles.
        after: What it ends with: what the lines under it are, or where they stand.
        see: The place where they stand; empty: here.
        in_full: Whether the addresses of the articles are shown where a text cannot be a link.
        parts: The lines under it.
    """

    sign: str = "*"
    place: str = ""
    label: str = ""
    strong: bool = False
    text: str
    remarks: tuple[str | Names, ...] = ()
    name: str = ""
    cites: tuple[Cited, ...] = ()
    details: tuple[str, ...] = ()
    after: str = ""
    see: str = ""
    in_full: bool = False
    parts: tuple[Entry, ...] = ()


def sentence(cited: Cited, **more: Any) -> Entry:
    """Give a cited sentence as a line of a list: remarks and articles take the place of its full stop.

    Args:
        cited: The sentence.
        more: What else the line has.
    """
    remarks = tuple(remark.rstrip(".") for remark in cited.remarks)
    return Entry(text=cited.text.rstrip("."), remarks=remarks, cites=(cited,), **more)


@attrs.frozen
class Listing:
    """A list with bullets, and what is said before it."""

    entries: tuple[Entry, ...]
    label: str = ""


@attrs.frozen
class Outline:
    """A list of numbered lines, with lines under them."""

    entries: tuple[Entry, ...]


class Rank(enum.Enum):
    """What a section is among the others; the writers say how its title looks."""

    PART = "part"
    """One of the parts of a long document, such as a ground of the law."""
    PERSON = "person"
    OUTCOME = "outcome"
    """What comes out for a person under one law."""
    LIST = "list"
    """What stands under a word, such as the sources."""
    BRIEF = "brief"
    """The same where there is little room."""
    RECORD = "record"
    """One of many that are alike: a row where there is room for a table."""


@attrs.frozen(kw_only=True)
class Section:
    """A title, and what stands under it.

    Attributes:
        rank: What it is among the others.
        title: The title.
        number: Its number in the table of contents; empty: it does not stand there.
        name: The id of what it is about.
        place: Where a page is led to it.
        said: What comes out, after a colon.
        verdict: The verdict that `said` tells.
        blocks: What stands under the title.
    """

    rank: Rank
    title: str
    number: str = ""
    name: str = ""
    place: str = ""
    said: str = ""
    verdict: Verdict | None = None
    blocks: tuple[Block, ...]


Block: TypeAlias = Paragraph | Notice | Table | Listing | Outline | Address | Section


@attrs.frozen(kw_only=True)
class Document:
    """What a reader is given, in one language.

    Attributes:
        lang: The language.
        version: The version of the library.
        heading: What it is.
        title: What it is about; several documents on one page have one heading and a title each.
        name: The id of what it is about.
        lines: What is said of it first, each on a line of its own.
        cites: The articles that those lines rest on.
        notice: What to bear in mind, and how to read it.
        blocks: The rest.
    """

    lang: Lang
    version: str
    heading: str
    title: str = ""
    name: str = ""
    lines: tuple[str, ...] = ()
    cites: tuple[Cited, ...] = ()
    notice: str = ""
    blocks: tuple[Block, ...]

    @property
    def contents(self) -> Iterator[Section]:
        """The sections that have a number."""
        return (block for block in self.blocks if isinstance(block, Section) and block.number)
