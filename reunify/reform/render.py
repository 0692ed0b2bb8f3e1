"""Differences in words: the table, the counts and every kind of difference, as text, Markdown, HTML and JSON."""

from __future__ import annotations

import itertools
import json
import textwrap
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import reunify
from reunify.facts import Protection, Relation
from reunify.reform.gains import GainsAndLosses, gains_and_losses_of
from reunify.reform.table import Row
from reunify.reform.written import written
from reunify.report import markdown
from reunify.report.document import Block, Document, Entry, Listing, Notice, Paragraph, Table
from reunify.text import LANGS, Lang, Text

if TYPE_CHECKING:
    from reunify.reform.differences import Difference, Differences
    from reunify.reform.page import Site

__all__ = ["FORMS", "SCHEMA_VERSION", "Form", "gains_and_losses", "page_of", "render"]

Form: TypeAlias = Literal["text", "markdown", "html", "json"]
FORMS: Final[tuple[Form, ...]] = ("text", "markdown", "html", "json")
SCHEMA_VERSION: Final = 1

_WHO: Final = Text(en="family member", nl="gezinslid")
_STATUS: Final = Text(en="{status}: old → new", nl="{status}: oud → nieuw")
_TITLE: Final = Text(en="What changes: {old} → {new}", nl="Wat verandert: {old} → {new}")
_TABLE: Final = Text(
    en="With everything else met, filed in time, soon after the grant (no means and no housing yet):",
    nl="Met al het andere vervuld, op tijd ingediend, kort na de verlening (nog geen middelen en woonruimte):",
)
_EQUAL: Final = Text(
    en="It is proven that the same verdicts are possible for everybody; days and disputes are the same in all {checked} "
    "boundary families.",
    nl="Bewezen is dat voor iedereen dezelfde uitkomsten mogelijk zijn; dagen en geschilpunten zijn gelijk in alle {checked} "
    "grensgezinnen.",
)
_PROVEN: Final = Text(
    en="Proven: nothing changes in which verdicts are possible for {who}.",
    nl="Bewezen: er verandert niets in welke uitkomsten mogelijk zijn voor {who}.",
)
_SEARCHED: Final = Text(
    en="This was searched in boundary families, and not proven: that needs pip install 'reunify[proof]'.",
    nl="Dit is gezocht in grensgezinnen, en niet bewezen: daarvoor is nodig pip install 'reunify[proof]'.",
)
_OPEN: Final = Text(
    en="Not settled, because these conditions could not be reached: {names}.",
    nl="Niet uitgemaakt, omdat deze voorwaarden niet konden worden bereikt: {names}.",
)
_COUNTS: Final = Text(
    en="Checked on {checked} boundary families: in {better} the person comes out better, in {worse} worse.",
    nl="Nagegaan op {checked} grensgezinnen: in {better} is de uitkomst beter, in {worse} slechter.",
)
_SILENT: Final = Text(
    en="Beyond the verdicts, a day, a dispute or what is not known differs in {count} kinds of families.",
    nl="Afgezien van de uitkomst verschilt een dag, een geschilpunt of wat niet bekend is in {count} soorten gezinnen.",
)
_EVERY: Final = Text(
    en="Every kind of difference, with the least changed family:",
    nl="Elk soort verschil, met het minst veranderde gezin:",
)
_NOTICE: Final = Text(en="Decision support, not legal advice.", nl="Hulp bij het beoordelen, geen juridisch advies.")


def render(found: Differences, lang: Lang = "en", form: Form = "text") -> str:
    """Put differences into words: the table, the counts, and every kind of difference in a line.

    Args:
        found: The differences.
        lang: The language.
        form: Text, Markdown, HTML (one page) or JSON.

    Raises:
        ValueError: There is no such language or form.
    """
    if lang not in LANGS or form not in FORMS:
        message = f"there is no {lang!r} or {form!r}; languages: {', '.join(LANGS)}; forms: {', '.join(FORMS)}"
        raise ValueError(message)
    return _FORMS[form](found, lang)


def gains_and_losses(found: Differences, lang: Lang = "en") -> GainsAndLosses:
    """Say who gains and who loses, as rows that print as a text; see `Differences.gains_and_losses`.

    Args:
        found: The differences.
        lang: The language of the text.
    """
    title = _title(found, lang)
    head = (title, "=" * len(title), "", *_summary(found, lang))
    return GainsAndLosses(rows=gains_and_losses_of(found), lang=lang, head=head)


def _summary(found: Differences, lang: Lang) -> list[str]:
    if found.equal:
        return [_EQUAL.format(checked=found.checked)[lang]]
    better, worse = found.counts()
    lines = [_COUNTS.format(checked=found.checked, better=better, worse=worse)[lang]]
    lines += [_SILENT.format(count=len(found.silent))[lang]] if found.silent else []
    return [*lines, *_settled(found, lang)]


def _settled(found: Differences, lang: Lang) -> Iterator[str]:
    """Say for whom it is proven that nothing changes, and what is not settled."""
    if found.proven is None:
        yield _SEARCHED[lang]
        return
    who = [f"{relation.label[lang]} ({protection.label[lang]})" for relation, protection in found.proven]
    if who:
        yield _PROVEN.format(who=", ".join(who))[lang]
    if found.open:
        yield _OPEN.format(names=", ".join(found.open))[lang]


def _grid(found: Differences, lang: Lang) -> list[list[str]]:
    head = [_WHO[lang], *(_STATUS.format(status=status.label)[lang] for status in Protection)]
    return [head, *([row.label[lang], *(cell.told(lang) for cell in row.cells.values())] for row in found.rows)]


def _title(found: Differences, lang: Lang) -> str:
    return _TITLE.format(old=found.old.short, new=found.new.short)[lang]


# A text is as wide as its table, and needs no extra: it is also what a test of a draft prints.


def _text(found: Differences, lang: Lang) -> str:
    title = _title(found, lang)
    lines = [title, "=" * len(title), "", *_summary(found, lang)]
    if not found.equal:
        lines += ["", _TABLE[lang], "", *_aligned(_grid(found, lang))]
        lines += ["", _EVERY[lang], "", *(f"- {difference.told(lang)}" for difference in found)]
    return "\n".join([*lines, "", _NOTICE[lang]]) + "\n"


_WIDEST: Final = 56


def _aligned(grid: list[list[str]]) -> Iterator[str]:
    wrapped = [[textwrap.wrap(cell, _WIDEST) for cell in row] for row in grid]
    widths = [max(len(line) for row in wrapped for line in row[column]) for column in range(len(grid[0]))]
    for index, row in enumerate(wrapped):
        for lines in itertools.zip_longest(*row, fillvalue=""):
            yield "  ".join(line.ljust(width) for line, width in zip(lines, widths, strict=True)).rstrip()
        if index == 0:
            yield "  ".join("-" * width for width in widths)


def _document(found: Differences, lang: Lang) -> Document:
    blocks: tuple[Block, ...] = ()
    if not found.equal:
        head, *rows = _grid(found, lang)
        table = Table(tuple(head), tuple(tuple((cell,) for cell in row) for row in rows))
        every = Listing(tuple(Entry(text=difference.told(lang)) for difference in found))
        blocks = (Paragraph(_TABLE[lang]), table, Paragraph(_EVERY[lang]), every)
    return Document(
        lang=lang,
        version=reunify.__version__,
        heading=_title(found, lang),
        lines=tuple(_summary(found, lang)),
        blocks=(*blocks, Notice(_NOTICE[lang])),
    )


def _markdown(found: Differences, lang: Lang) -> str:
    return markdown.write(_document(found, lang))


def page_of(found: Differences, lang: Lang, site: Site | None = None) -> str:
    """Give differences as one web page, whose table can be filtered.

    Args:
        found: The differences.
        lang: The language.
        site: What stands beside it on a web server; None: nothing.
    """
    from reunify.reform import page  # noqa: PLC0415 -- needs an extra that those who test laws may do without

    return page.to_html(
        found,
        lang,
        title=_title(found, lang),
        summary=_summary(found, lang),
        grid=[] if found.equal else _grid(found, lang),
        words={"NOTICE": _NOTICE, "EVERY_KIND": _EVERY, "TABLE": _TABLE},
        site=site,
    )


def _json(found: Differences, lang: Lang) -> str:
    better, worse = found.counts()
    data = {
        "schema": SCHEMA_VERSION,
        "reunify": reunify.__version__,
        "lang": lang,
        "notice": _NOTICE[lang],
        "old": found.old.id,
        "new": found.new.id,
        "equal": found.equal,
        "checked": found.checked,
        "better": better,
        "worse": worse,
        "silent": len(found.silent),
        "proven": None if found.proven is None else [_json_proven(*one) for one in found.proven],
        "open": list(found.open),
        "rows": [_json_row(row, lang) for row in found.rows],
        "differences": [_json_difference(difference, lang) for difference in found],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _json_proven(relation: Relation, protection: Protection) -> dict[str, str]:
    return {"relation": relation.value, "protection": protection.value}


def _json_row(row: Row, lang: Lang) -> dict[str, Any]:
    return {
        "id": row.id,
        "label": row.label[lang],
        "cells": {
            status.value: {
                "old": cell.old.value,
                "new": cell.new.value,
                "old_disputed": cell.change.old.disputed,
                "new_disputed": cell.change.new.disputed,
                "waits_for": list(cell.waits_for),
            }
            for status, cell in row.cells.items()
        },
    }


def _json_difference(difference: Difference, lang: Lang) -> dict[str, Any]:
    return {
        "person": difference.person,
        "label": difference.family.who.label_under(*difference.laws)[lang],
        "protection": difference.protection.value,
        "old": difference.old.value,
        "new": difference.new.value,
        "change": difference.change.kind.value,
        "cause": [
            {"condition": cause.condition, "rule_set": cause.rule_set, "source": cause.source.cite[lang]}
            for cause in difference.cause
        ],
        "families": difference.families,
        "changed_facts": {name: written(value) for name, value in difference.family.changes},
    }


_FORMS: Final[Mapping[Form, Callable[[Differences, Lang], str]]] = {
    "text": _text,
    "markdown": _markdown,
    "html": page_of,
    "json": _json,
}
