"""The forms in which a reader can have a document, by name: the one table that all commands read.

A form either has room for tables with several columns, or says the same in lines; a maker puts its document
accordingly. What is data and no document (JSON, CSV) each maker writes itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, ParamSpec

from reunify.report import data, family_report, html, markdown, terminal
from reunify.report.document import Document
from reunify.report.view import Result, make_view
from reunify.text import Lang

P = ParamSpec("P")

TEXT: Final = "text"
MARKDOWN: Final = "markdown"
HTML: Final = "html"
WRITERS: Final[dict[str, Callable[[Document], str]]] = {
    TEXT: terminal.write,
    MARKDOWN: markdown.write,
    HTML: html.write,
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


def _family(result: Result, lang: Lang, full: bool) -> Document:
    return family_report.document(make_view(result, lang), full=full)


def _family_page(result: Result, lang: Lang, full: bool) -> str:
    return html.to_html(make_view(result, lang), full=full)


def _family_data(result: Result, lang: Lang, full: bool) -> str:  # noqa: ARG001 -- data are always whole
    return data.to_json(result, lang)


FAMILY_REPORT: Final = forms_of(_family, _family, html=_family_page, json=_family_data)
"""The forms of the report on a family, from a result, a language, and whether all conditions are shown."""
