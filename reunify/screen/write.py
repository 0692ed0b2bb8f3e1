"""What is written: a row a person, as CSV or JSON lines."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, Literal, TypeAlias

from reunify import files
from reunify.ruleset import RuleSet
from reunify.screen.read import FAMILY
from reunify.screen.work import LAWS, Row

Format: TypeAlias = Literal["csv", "jsonl"]


def csv_lines(rows: Iterable[Row], laws: Iterable[RuleSet] = LAWS) -> Iterator[str]:
    """Give rows as lines of CSV, the names of the columns first.

    Args:
        rows: What `screen` gives of each family.
        laws: The laws that they were assessed under.
    """
    writer = csv.writer(_Echo(), lineterminator="\n")
    outcome = ("verdict", "ground", "eligible_from", "deadline", "missing", "disputed")
    ids = [law.id for law in laws]
    person = (FAMILY, "person", "relation", "decided_on", "change")
    yield _line(writer, [*person, *(f"{law}.{name}" for law in ids for name in outcome)])
    for row in rows:
        values = [row[name] for name in person] + [row["outcomes"][law][name] for law in ids for name in outcome]
        yield _line(writer, map(_cell, values))


def json_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Give rows as JSON lines: every key is always there, what is unknown is null."""
    for row in rows:
        yield json.dumps(row, ensure_ascii=False) + "\n"


FORMS: Final[Mapping[Format, Callable[[Iterable[Row], Iterable[RuleSet]], Iterator[str]]]] = {
    "csv": csv_lines,
    "jsonl": lambda rows, _: json_lines(rows),
}
FORMATS: Final = tuple(FORMS)


class _Echo:
    """A stream that gives back what is written to it."""

    @staticmethod
    def write(text: str) -> str:
        return text


def _line(writer: Any, cells: Iterable[str]) -> str:
    line: str = writer.writerow(list(cells))
    return line


def _cell(value: Any) -> str:
    """Give a value as a cell that no spreadsheet takes for a formula."""
    text = "" if value is None else "; ".join(value) if isinstance(value, list) else str(value)
    return files.no_formula(text)
