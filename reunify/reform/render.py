"""Differences in words: the table, the counts and every kind of difference, as text, Markdown, HTML and JSON."""

from __future__ import annotations

import itertools
import json
import textwrap
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import reunify
from reunify.facts import Protection
from reunify.reform.table import Row
from reunify.reform.written import told_changes, written
from reunify.report import markdown
from reunify.report.document import Block, Document, Entry, Listing, Notice, Paragraph, Table
from reunify.text import LANGS, Lang, Text

if TYPE_CHECKING:
    from reunify.reform.differences import Difference, Differences

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
    en="The two are equal in effect: the same verdicts, days and disputes in all {checked} boundary families.",
    nl="De twee hebben hetzelfde effect: dezelfde uitkomsten, dagen en geschilpunten in alle {checked} grensgezinnen.",
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


_GAINS: Final = Text(en="better", nl="beter")
_LOSES: Final = Text(en="worse", nl="slechter")
_EXAMPLE: Final = Text(en="for example", nl="bijvoorbeeld")


def gains_and_losses(found: Differences, lang: Lang = "en") -> str:
    """Say who gains and who loses; see `Differences.gains_and_losses`."""
    title = _title(found, lang)
    lines = [title, "=" * len(title), "", *_summary(found, lang)]
    sides: dict[tuple[str, Protection, bool], list[Difference]] = {}
    for difference in found:
        sides.setdefault((difference.person, difference.protection, difference.worse), []).append(difference)
    for kinds in sides.values():
        first = min(kinds, key=lambda difference: len(difference.family.changes))
        side = (_LOSES if first.worse else _GAINS)[lang]
        count = sum(difference.families for difference in kinds)
        who = f"{first.family.who.label[lang]}, {first.protection.label[lang]}"
        lines += ["", *textwrap.wrap(f"{side} {count:4}  {who}", _WIDE, subsequent_indent=" " * 4)]
        step = f"{first.old.label[lang]} → {first.new.label[lang]}"
        example = f"{_EXAMPLE[lang]}: {step} {told_changes(first.family.changes, lang)}"
        lines += textwrap.wrap(example, _WIDE, initial_indent=" " * 4, subsequent_indent=" " * 4)
    return "\n".join(lines)


_WIDE: Final = 100


def _summary(found: Differences, lang: Lang) -> list[str]:
    if found.equal:
        return [_EQUAL.format(checked=found.checked)[lang]]
    better, worse = found.counts()
    lines = [_COUNTS.format(checked=found.checked, better=better, worse=worse)[lang]]
    return lines + ([_SILENT.format(count=len(found.silent))[lang]] if found.silent else [])


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


def _page(found: Differences, lang: Lang) -> str:
    from reunify.report import html  # noqa: PLC0415 -- needs an extra that those who test laws may do without

    return html.write(_document(found, lang))


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
        "rows": [_json_row(row, lang) for row in found.rows],
        "differences": [_json_difference(difference, lang) for difference in found],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


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
        "label": difference.family.who.label[lang],
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
    "html": _page,
    "json": _json,
}
