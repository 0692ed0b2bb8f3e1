"""What is written: a row a person, as CSV, JSON lines, Parquet or an Arrow file."""

from __future__ import annotations

import csv
import importlib
import io
import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

from reunify import files
from reunify.cells import FAMILY, NEEDS_ARROW
from reunify.faults import BadCase, Fault, FaultCode
from reunify.ruleset import RuleSet
from reunify.screen.work import LAWS, Row
from reunify.text import Text

__all__ = ["FORMATS", "FORMS", "Format", "arrow_pieces", "csv_lines", "form_of", "json_lines", "library"]

Format: TypeAlias = Literal["csv", "jsonl", "parquet", "arrow"]


def csv_lines(rows: Iterable[Row], laws: Iterable[RuleSet] = LAWS) -> Iterator[str]:
    """Give rows as lines of CSV, the names of the columns first.

    Args:
        rows: What `screen` gives of each family.
        laws: The laws that they were assessed under.
    """
    writer = csv.writer(_Echo(), lineterminator="\n")
    outcome, person = _OUTCOME, _PERSON
    ids = [law.id for law in laws]
    yield _line(writer, [*person, *(f"{law}.{name}" for law in ids for name in outcome)])
    for row in rows:
        values = [row[name] for name in person] + [row["outcomes"][law][name] for law in ids for name in outcome]
        yield _line(writer, map(_cell, values))


def json_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Give rows as JSON lines: every key is always there, what is unknown is null."""
    for row in rows:
        yield json.dumps(row, ensure_ascii=False) + "\n"


def arrow_pieces(rows: Iterable[Row], laws: Iterable[RuleSet] = LAWS, *, form: Format = "arrow") -> Iterator[bytes]:
    """Give rows as a file of Arrow or Parquet, piece by piece: days are days, lists are lists, nothing is null.

    Args:
        rows: What `screen` gives of each family.
        laws: The laws that they were assessed under.
        form: Which of the two.

    Raises:
        BadCase: pyarrow is not installed.
    """
    arrow = library(form)
    text, day, texts = arrow.string(), arrow.date32(), arrow.list_(arrow.string())
    kinds = {name: day if name == "decided_on" else text for name in _PERSON}
    outcome = dict(zip(_OUTCOME, (text, text, day, day, texts, texts), strict=True))
    of_law = [(law.id, name, kind) for law in laws for name, kind in outcome.items()]
    schema = arrow.schema([*kinds.items(), *((f"{law}.{name}", kind) for law, name, kind in of_law)])
    sink = _Sink()
    begin = importlib.import_module("pyarrow.parquet").ParquetWriter if form == "parquet" else arrow.ipc.new_file
    remaining = iter(rows)
    with begin(sink, schema) as writer:
        while some := list(itertools.islice(remaining, _ROWS_AT_ONCE)):
            columns = [[row[name] for row in some] for name in kinds]
            columns += [[row["outcomes"][law][name] for row in some] for law, name, _ in of_law]
            days = [
                list(map(_day, column)) if field.type == day else column
                for column, field in zip(columns, schema, strict=True)
            ]
            arrays = [arrow.array(column, type=field.type) for column, field in zip(days, schema, strict=True)]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))
            yield sink.taken()
    yield sink.taken()


def library(form: Format) -> Any:
    """Give what writes a form, where that is not there from the beginning.

    Raises:
        BadCase: It is not installed.
    """
    try:
        return importlib.import_module("pyarrow") if form in _BY_ARROW else None
    except ImportError:
        raise BadCase([Fault("--output", NEEDS_ARROW, FaultCode.NOT_INSTALLED)]) from None


def form_of(output: str | None, asked: Format | None) -> Format:
    """Give the form of what is written: as the name of the file says, or as is asked for.

    Args:
        output: The file; None: standard output.
        asked: The form that is asked for; None: none.

    Raises:
        BadCase: The name says none that is known, or another one than is asked for.
    """
    ending = Path(output).suffix.lower() if output is not None else ""
    named = _ENDINGS.get(ending)
    if asked is not None and named in (None, asked):
        return asked
    if asked is not None:
        raise BadCase([Fault("--format", _OTHER_FORM.format(asked=asked, ending=ending), FaultCode.BAD_OPTION)])
    if named is None and output is not None and (Path(output).is_file() or not Path(output).exists()):
        raise BadCase(
            [Fault("--output", _NO_FORM.format(name=output, known=", ".join(_ENDINGS)), FaultCode.BAD_OPTION)]
        )
    return named or "csv"


class _Sink(io.RawIOBase):
    """A file that gives what was written to it since it was last asked."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []
        self._size = 0

    def writable(self) -> bool:
        return True

    def write(self, piece: Any) -> int:
        self._pieces.append(bytes(piece))
        self._size += len(piece)
        return len(piece)

    def tell(self) -> int:
        return self._size

    def taken(self) -> bytes:
        """Give it."""
        found, self._pieces = b"".join(self._pieces), []
        return found


def _day(day: str | None) -> date | None:
    return None if day is None else date.fromisoformat(day)


_PERSON: Final = (FAMILY, "person", "relation", "decided_on", "change")
_OUTCOME: Final = ("verdict", "ground", "eligible_from", "deadline", "missing", "disputed")
_ROWS_AT_ONCE: Final = 8192
_BY_ARROW: Final = ("parquet", "arrow")
FORMS: Final[Mapping[Format, Callable[[Iterable[Row], Iterable[RuleSet]], Iterator[str | bytes]]]] = {
    "csv": csv_lines,
    "jsonl": lambda rows, _: json_lines(rows),
    "parquet": partial(arrow_pieces, form="parquet"),
    "arrow": arrow_pieces,
}
FORMATS: Final = tuple(FORMS)
_ENDINGS: Final[Mapping[str, Format]] = {
    ".csv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".arrow": "arrow",
}
_NO_FORM: Final = Text(
    en="{name!r} does not say in which form to write; let the name end in one of {known}",
    nl="{name!r} zegt niet in welke vorm er geschreven moet worden; laat de naam eindigen op een van {known}",
)
_OTHER_FORM: Final = Text(
    en="{asked} is asked for, and the name of the file ends in {ending}; leave one of the two out",
    nl="{asked} is gevraagd, en de naam van het bestand eindigt op {ending}; laat een van beide weg",
)


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
    if value is None:
        return ""
    return files.no_formula("; ".join(value) if isinstance(value, list) else str(value))
