"""Documents as an HTML page that needs nothing else: no script, no font, no picture from elsewhere."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from functools import cache
from importlib import resources
from typing import Final

try:
    from jinja2 import Environment, StrictUndefined, Template
except ModuleNotFoundError as _error:
    _NEEDED = 'HTML pages need jinja2 / HTML-pagina\'s vragen om jinja2: pip install "reunify[cli]"'
    raise ImportError(_NEEDED, name=_error.name) from None

from reunify.report import wording
from reunify.report.document import Document, plain
from reunify.report.view import ReportView
from reunify.ruleset import About

__all__ = ["allowed", "file_of", "showable", "template", "to_html", "write"]

# What no HTML page may hold: control characters, surrogates, noncharacters.
_NO_TEXT: Final = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
    + "]"
)


def to_html(view: ReportView, *, full: bool = False) -> str:
    """Give the report on a family as one HTML page, for a screen, a phone or A4 paper.

    Args:
        view: What to show.
        full: Whether all details are open, on the screen and on paper.
    """
    return template("report.html.jinja").render(view=view, full=full, lang=view.lang, words=wording, about=About)


def write(*documents: Document) -> str:
    """Give one or more documents, in one language, as one HTML page.

    Args:
        documents: What to show; the heading and the notice are those of the first.
    """
    return template("document.html.jinja").render(documents=documents, first=documents[0], words=wording)


@cache
def template(name: str, package: str = "reunify.report") -> Template:
    """Give a template of a package, in which all that is filled in is text and no markup."""
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=showable,
    )
    environment.filters |= {"part": _part, "plain": plain}
    environment.tests |= {"a": _is_a}
    return environment.from_string(file_of(package, name))


def allowed(text: str) -> str:
    """Give how the policy of a page names a script or a style that stands in it: by its checksum."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def file_of(package: str, name: str) -> str:
    """Give the text of a file that comes with a package."""
    return resources.files(package).joinpath(name).read_text(encoding="utf-8")


def showable(value: object) -> object:
    """Put a replacement character where a value holds one that no HTML page may hold."""
    return _NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", value) if type(value) is str else value


def _is_a(value: object, kind: str) -> bool:
    """Say whether a part of a document is of a kind, by the name of its class."""
    return type(value).__name__ == kind


def _part(text: str, mark: str) -> tuple[str, str]:
    """Part a text before a mark: a headline into verdict and day, a title of a rule set into period and name."""
    first, found, rest = text.partition(mark)
    return first, found + rest
