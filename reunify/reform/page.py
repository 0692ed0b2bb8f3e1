"""Differences as a web page: a table whose rows can be chosen from, which is whole and readable without a script too."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import attrs
from markupsafe import Markup

import reunify
from reunify import casefile
from reunify.comparison import ChangeKind
from reunify.facts import Case, Protection, Relation
from reunify.renamed import old_names
from reunify.report import html
from reunify.report.document import Cited
from reunify.text import Choice, Lang, Text

if TYPE_CHECKING:
    from reunify.reform.differences import Differences

__all__ = ["PageRow", "Site", "address_of", "filter_script", "page_rows_of", "to_html"]

if not TYPE_CHECKING:
    __getattr__ = old_names(__name__, Row="PageRow", rows_of="page_rows_of")


@attrs.frozen(kw_only=True)
class Site:
    """What stands beside the page on a web server.

    Attributes:
        script: The address of the script that filters (`filter_script`).
        asks: The address of the page that takes a family.
        links: What else is to be seen: its name, its address, and its language where that is another one.
    """

    script: str
    asks: str
    links: tuple[tuple[str, str, str], ...]


@attrs.frozen(kw_only=True)
class PageRow:
    """One kind of difference in words, with what it can be chosen by.

    Attributes:
        relation: What the person is to the sponsor.
        status: The sponsor's status.
        change: What kind of change it is.
        who: The person.
        step: The verdicts before and after.
        cause: What makes the difference: each condition by its id, with its article.
        families: In how many boundary families it is so.
        family: One of them: in which facts it differs from the one in which everything is met.
        address: Where that family can be looked at; empty: nowhere.
    """

    relation: Relation
    status: Protection
    change: ChangeKind
    who: str
    step: str
    cause: tuple[Cited, ...]
    families: int
    family: str
    address: str


def page_rows_of(found: Differences, lang: Lang, site: Site | None = None) -> Iterator[PageRow]:
    """Give a row for each difference, in their order.

    Args:
        found: The differences.
        lang: The language.
        site: What stands beside the page; None: nothing.
    """
    for one in found:
        yield PageRow(
            relation=one.family.who.relation,
            status=one.protection,
            change=one.change.kind,
            who=one.family.who.label_under(*one.laws)[lang],
            step=f"{one.old.label[lang]} → {one.new.label[lang]}",
            cause=tuple(Cited(cause.condition, cause.source.cite[lang], cause.source.url) for cause in one.cause),
            families=one.families,
            family=one.family.told(lang),
            address="" if site is None else address_of(one.family.case, site.asks),
        )


def address_of(case: Case, asks: str) -> str:
    """Give the address that opens a family in the page that asks: the case file is in it, and goes to no server.

    Args:
        case: The family.
        asks: The address of that page.
    """
    text = json.dumps(json.loads(casefile.dumps(case, "json")), separators=(",", ":"), ensure_ascii=False)
    return f"{asks}#case={base64.urlsafe_b64encode(text.encode()).decode().rstrip('=')}"


def filter_script() -> str:
    """Give the script that shows the rows that fit what was chosen."""
    return html.file_of("reunify.reform", "filter.js")


def to_html(
    found: Differences,
    lang: Lang,
    *,
    title: str,
    summary: Sequence[str],
    grid: Sequence[Sequence[str]],
    words: dict[str, Text],
    site: Site | None = None,
) -> str:
    """Give differences as one HTML page.

    Args:
        found: The differences.
        lang: The language.
        title: The title.
        summary: What is said of all of them.
        grid: The table of who may come with everything else met, its headings first.
        words: What the other forms say too: ``NOTICE``, ``EVERY_KIND`` and ``TABLE``.
        site: What stands beside it; None: nothing, and the script is in the page.
    """
    script = filter_script()
    rows = list(page_rows_of(found, lang, site))
    return html.template("page.html.jinja", "reunify.reform").render(
        lang=lang,
        version=reunify.__version__,
        title=title,
        summary=summary,
        grid=grid,
        rows=rows,
        columns=[text[lang] for text in _COLUMNS],
        filters=[(name, said[lang], _options(rows, name, lang)) for name, said in _FILTERS.items()],
        counted=_COUNTED[lang].replace("{all}", str(len(rows))),
        words=_WORDS | words,
        links=() if site is None else site.links,
        policy=html.allowed(script) if site is None else "'self'",
        script_address="" if site is None else site.script,
        # It is a file of the library itself, and holds no text of anybody else.
        script=Markup(script) if site is None else "",  # noqa: S704
    )


def _options(rows: Sequence[PageRow], name: str, lang: Lang) -> list[tuple[str, str]]:
    """Give what the rows can be chosen by, in the order of the closed list."""
    there: set[Choice] = {getattr(row, name) for row in rows}
    return [(one.value, one.label[lang]) for kind in (Relation, Protection, ChangeKind) for one in kind if one in there]


_FILTERS: Final = {
    "relation": Text(en="Relation", nl="Relatie"),
    "status": Text(en="Sponsor's status", nl="Status van de hoofdpersoon"),
    "change": Text(en="Change", nl="Verandering"),
}
_COLUMNS: Final = (
    Text(en="Who", nl="Wie"),
    _FILTERS["status"],
    _FILTERS["change"],
    Text(en="Because of", nl="Door"),
    Text(en="Boundary families", nl="Grensgezinnen"),
    Text(en="A family", nl="Een gezin"),
)
_COUNTED: Final = Text(en="{shown} of {all} rows", nl="{shown} van {all} rijen")
_WORDS: Final = {
    "MORE": Text(en="More pages", nl="Meer pagina's"),
    "ALL": Text(en="all", nl="alle"),
    "SHOW_ALL": Text(en="Show all rows", nl="Toon alle rijen"),
    "OPEN_FAMILY": Text(en="Open this family", nl="Open dit gezin"),
}
