"""Make the pages of the documentation that are read from the library itself.

    python docs/make_pages.py

A test holds the pages in the repository against what this script makes.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from reunify import casefile
from reunify.facts import CASE_FACTS, MEMBER_FACTS, SPONSOR_FACTS, Fact
from reunify.report import data

HERE = Path(__file__).parent


def pages() -> dict[str, str]:
    """Give each page by its name."""
    return {
        "facts.md": "\n".join(_facts()) + "\n",
        "report.schema.json": json.dumps(data.schema(), indent=2) + "\n",
        "casefile.schema.json": json.dumps(casefile.schema(), indent=2, ensure_ascii=False) + "\n",
    }


def _facts() -> Iterator[str]:
    yield "# All facts"
    yield ""
    yield "The facts of a case file, by section. A fact that is left out is unknown, unless the column *left out* says what"
    yield 'is assumed. Any fact may be written `"unknown"`: then it is unknown even where something would be assumed.'
    for title, facts in (
        ("At the top of the file", CASE_FACTS),
        ("`[sponsor]`", SPONSOR_FACTS),
        ("`[[members]]`", MEMBER_FACTS),
    ):
        yield from _table(title, facts)


def _table(title: str, facts: Mapping[str, Fact]) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    yield ""
    yield "| fact | what it is | in Dutch | value | left out |"
    yield "|---|---|---|---|---|"
    for name, fact in facts.items():
        cells = (f"`{name}`", fact.label.en, fact.label.nl, _value(fact), _left_out(fact))
        yield f"| {' | '.join(cells)} |"


def _value(fact: Fact) -> str:
    words = [f'`"{word}"`' for word in fact.words]
    if fact.choices is not None:
        return ", ".join([*(f'`"{choice}"`' for choice in fact.choices), *words])
    return ", ".join([fact.kind.value, *words])


def _left_out(fact: Fact) -> str:
    if fact.required:
        return "must be given"
    if not fact.has_assumption:
        return "unknown"
    if callable(fact.assumed):
        return (fact.assumed.__doc__ or "").splitlines()[0].rstrip(".")
    word = next((word for word, value in fact.words.items() if value == fact.assumed), None)
    shown = word or (str(fact.assumed).lower() if isinstance(fact.assumed, bool) else str(fact.assumed))
    return f"assumed: {shown}"


if __name__ == "__main__":
    for name, text in pages().items():
        (HERE / name).write_text(text, encoding="utf-8")
