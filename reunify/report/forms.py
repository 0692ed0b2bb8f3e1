"""The forms in which a reader can have a document, by name: the one table that all commands read.

A form either has room for tables with several columns, or says the same in lines; a maker puts its document
accordingly. What is data and no document (JSON, CSV) each maker writes itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, ParamSpec

from reunify.lazily import later

if TYPE_CHECKING:
    from reunify.report.document import Document
    from reunify.report.making import Report

__all__ = ["FAMILY_REPORT", "HTML", "IN_TABLES", "MARKDOWN", "SHEET", "TEXT", "WRITERS", "P", "forms_of"]

P = ParamSpec("P")

TEXT: Final = "text"
MARKDOWN: Final = "markdown"
HTML: Final = "html"
SHEET: Final = "sheet"
WRITERS: Final[dict[str, Callable[[Document], str]]] = {
    TEXT: later("reunify.report.terminal", "write"),
    MARKDOWN: later("reunify.report.markdown", "write"),
    HTML: later("reunify.report.html", "write"),
}
IN_TABLES: Final = frozenset({MARKDOWN})
"""The forms with room for tables."""


def forms_of(
    lines: Callable[P, Document],
    tables: Callable[P, Document],
    *,
    names: tuple[str, ...] = tuple(WRITERS),
    **own: Callable[P, str],
) -> dict[str, Callable[P, str]]:
    """Give the forms of one kind of document by their names.

    Args:
        lines: Makes the document for a form that is read line by line.
        tables: Makes it for a form with room for tables.
        names: The forms that it has.
        own: What the maker writes itself, in place of a form or beside them.
    """
    made = {name: _written(tables if name in IN_TABLES else lines, WRITERS[name]) for name in names}
    return made | own


def _written(make: Callable[P, Document], write: Callable[[Document], str]) -> Callable[P, str]:
    def written(*args: P.args, **kwargs: P.kwargs) -> str:
        return write(make(*args, **kwargs))

    return written


# ---------------------------------------------------------------- the report on a family


FAMILY_REPORT: Final[dict[str, Callable[[Report, bool], str]]] = {
    TEXT: lambda made, full: made.to_text(full=full),
    MARKDOWN: lambda made, full: made.to_markdown(full=full),
    HTML: lambda made, full: made.to_html(full=full),
    "json": lambda made, _: made.to_json(),  # data are always whole
    SHEET: lambda made, _: made.to_sheet(),
}
"""The forms of the report on a family: from the report, and whether all conditions are shown."""
