"""What a notebook shows of a result: a table with its own styles, which touch nothing else on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final, Protocol

import attrs

__all__ = ["Shown", "ShownInNotebook"]


@attrs.frozen
class Shown:
    """A small table.

    Attributes:
        title: What it is of.
        head: The heads of its columns.
        rows: Its rows.
    """

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


class _CanBeShown(Protocol):
    def _shown(self) -> Shown: ...


class ShownInNotebook:
    """Prints in a line or a few, and shows as a table where a notebook asks for one; who inherits gives `_shown`."""

    __slots__ = ()

    def _repr_html_(self: _CanBeShown) -> str:
        """Give it for a notebook."""
        return "".join(_html(self._shown()))

    def __repr__(self: _CanBeShown) -> str:
        shown = self._shown()
        lines = [": ".join((row[0], "; ".join(filter(None, row[1:])))) for row in shown.rows[:_MOST]]
        more = len(shown.rows) - _MOST
        lines += [f"and {more} more"] if more > 0 else []
        return "\n  ".join([f"<{type(self).__name__} {shown.title}>", *lines])


_MOST: Final = 5
"""As many lines as are printed."""
_TABLE: Final = "border-collapse:collapse;text-align:left"
_CELL: Final = "padding:.25em .75em;border:1px solid #8886;text-align:left;vertical-align:top"


def _html(shown: Shown) -> Iterator[str]:
    yield f'<table style="{_TABLE}"><caption style="text-align:left;font-weight:bold">{escape(shown.title)}</caption>'
    yield f"<thead>{_row('th', shown.head)}</thead><tbody>"
    yield from (_row("td", row) for row in shown.rows)
    yield "</tbody></table>"


def _row(tag: str, cells: Iterable[str]) -> str:
    scope = ' scope="col"' if tag == "th" else ""
    told = [f'<{tag}{scope} style="{_CELL}">{escape(cell)}</{tag}>' for cell in cells]
    return f"<tr>{''.join(told)}</tr>"
