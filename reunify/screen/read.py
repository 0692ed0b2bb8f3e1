"""What is read: families in case files, folders, JSON lines, CSV and Parquet, one by one as they were found."""

from __future__ import annotations

import csv
import importlib
import itertools
import re
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, Protocol, TextIO, TypeAlias

import attrs

from reunify import casefile, files
from reunify.casefile import MOST_BYTES, MOST_MEMBERS
from reunify.cells import FACTS, FAMILY, NEEDS_ARROW, NO_FAMILY, CellReader, faults_of_columns, from_text, from_value
from reunify.facts import CASE_FACTS, LONGEST_TEXT, MEMBER_FACTS, SPONSOR_FACTS, Case
from reunify.faults import BadCase, Fault, FaultCode
from reunify.files import CASE_FILES
from reunify.renamed import fact_now
from reunify.text import Text

__all__ = ["CASE_FILES", "COLUMNS", "MOST_COLUMNS", "NEEDED", "Held", "Place", "Record", "records"]

_SPONSOR: Final = "sponsor."
COLUMNS: Final = (FAMILY, *FACTS)
"""The columns of a CSV or Parquet file: made from the facts."""
NEEDED: Final = (FAMILY, *(name for name, told in FACTS.items() if told.required))
"""The columns that must be there."""
"""How the names of the files end that are read in a folder."""
MOST_COLUMNS: Final = 500
"""The number of columns above which a CSV or Parquet file is refused."""

# ---------------------------------------------------------------- one family on its way


@attrs.frozen
class Place:
    """Where something stands.

    Attributes:
        file: The file.
        line: The line (in Parquet: the row) from 1; None for the file as a whole.
    """

    file: str
    line: int | None = None

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}:{self.line}"


@attrs.frozen
class Held:
    """The rows of a family as columns can hold them.

    Attributes:
        family: What the family is called.
        names: The columns.
        rows: A row a person, with a cell for each of the columns.
        cell: Gives what stands in one.
    """

    family: str
    names: tuple[str, ...]
    rows: Sequence[Sequence[Any]]
    cell: CellReader


class Record(Protocol):
    """One family as it was found, not yet looked into; what reads it can run in another process."""

    @property
    def place(self) -> Place:
        """Where it stands."""
        raise NotImplementedError

    @property
    def size(self) -> int:
        """How much of the input it takes, in bytes or nearly so."""
        raise NotImplementedError

    def read(self, on: date | None) -> tuple[str, Case]:
        """Give the family's name and its case.

        Raises:
            BadCase: It is not a case, or cannot be one.
        """
        raise NotImplementedError

    def held(self, facts: tuple[str, ...]) -> Held | None:
        """Give the rows for columns; None: it is to be read by itself, because it is not in rows or something is wrong.

        Args:
            facts: The columns of a family that has none of its own.
        """
        raise NotImplementedError

    def locate(self, fault: Fault) -> tuple[Place, Fault]:
        """Give the place of a fault, and what is left to say of it."""
        raise NotImplementedError


@attrs.frozen
class _Line:
    """A line of JSON lines."""

    place: Place
    raw: bytes

    @property
    def size(self) -> int:
        return len(self.raw)

    def read(self, on: date | None) -> tuple[str, Case]:
        family, data = self._named()
        return family, casefile.structure(data, decided_on=on)

    def held(self, facts: tuple[str, ...]) -> Held | None:
        try:
            family, data = self._named()
        except BadCase:
            return None
        rows = _rows_of(data, facts)
        return Held(family, facts, rows, _as_written) if rows else None

    def _named(self) -> tuple[str, Any]:
        data = _without_nulls(casefile.parse(self.raw, "json"))
        name = data.pop(FAMILY, None) if isinstance(data, dict) else None
        return str(self.place) if name is None else _name(name), data

    def locate(self, fault: Fault) -> tuple[Place, Fault]:
        return self.place, fault


@attrs.frozen
class _CaseFile:
    """A file with one family."""

    place: Place
    size: int

    def read(self, on: date | None) -> tuple[str, Case]:
        return _name(Path(self.place.file).name), casefile.read(self.place.file, decided_on=on)

    def held(self, facts: tuple[str, ...]) -> Held | None:  # noqa: ARG002 -- as `Record` has it
        return None

    def locate(self, fault: Fault) -> tuple[Place, Fault]:
        return self.place, fault


@attrs.frozen
class _Rows:
    """The rows of one family in a table: each its line and its cells.

    A row that cannot be understood spoils its family, as a family without one of its people is another one.
    """

    place: Place
    size: int
    family: object
    lines: tuple[int, ...]
    names: tuple[str, ...]
    rows: tuple[Sequence[Any], ...]
    cell: CellReader
    wrong: tuple[Fault, ...] = ()

    def read(self, on: date | None) -> tuple[str, Case]:
        if self.wrong:
            raise BadCase(self.wrong)
        return _name(self.family), casefile.structure(_tables(list(map(self._filled, self.rows))), decided_on=on)

    def held(self, facts: tuple[str, ...]) -> Held | None:  # noqa: ARG002 -- as above
        try:
            return None if self.wrong else Held(_name(self.family), self.names, self.rows, self.cell)
        except BadCase:
            return None

    def _filled(self, row: Sequence[Any]) -> dict[str, object]:
        cells = ((name, self.cell(name, value)) for name, value in zip(self.names, row, strict=False))
        return {name: value for name, value in cells if value is not None and name != FAMILY}

    def locate(self, fault: Fault) -> tuple[Place, Fault]:
        """Name the line of the person instead of the number of the member."""
        found = re.match(r"members\[(\d+)\]\.?", fault.path)
        if found is None:
            return self.place, fault
        line = self.lines[int(found[1])]
        return attrs.evolve(self.place, line=line), attrs.evolve(fault, path=fault.path[found.end() :])


@attrs.frozen
class _Broken:
    """What could not be read far enough to be a family."""

    place: Place
    fault: Fault
    size: int = 0

    def read(self, on: date | None) -> tuple[str, Case]:  # noqa: ARG002 -- as `Record` has it
        raise BadCase([self.fault])

    def held(self, facts: tuple[str, ...]) -> Held | None:  # noqa: ARG002 -- as `Record` has it
        return None

    def locate(self, fault: Fault) -> tuple[Place, Fault]:
        return self.place, fault


def _as_written(name: str, value: Any) -> object:  # noqa: ARG001 -- as `CellReader` has it
    return value


def _without_nulls(data: Any) -> Any:
    """Leave out what is null: in a table of families that is a fact left out, as an empty cell is."""
    if not isinstance(data, dict):
        return data
    members = data.get("members")
    for table in (data, data.get("sponsor"), *(members if isinstance(members, list) else ())):
        if isinstance(table, dict):
            for name in [name for name, value in table.items() if value is None]:
                del table[name]
    return data


def _rows_of(data: Any, facts: tuple[str, ...]) -> list[list[object]] | None:
    """Give the rows of a family told as tables; None where there is more in them than facts, or less."""
    if not isinstance(data, dict) or getattr(data, "doubled", None):
        return None
    sponsor, members = data.get("sponsor"), data.get("members")
    if not isinstance(sponsor, dict) or not isinstance(members, list) or not members:
        return None
    shared = {name: value for name, value in data.items() if name not in ("sponsor", "members")}
    if not shared.keys() <= CASE_FACTS.keys() or not sponsor.keys() <= SPONSOR_FACTS.keys():
        return None
    shared |= {f"{_SPONSOR}{name}": value for name, value in sponsor.items()}
    rows = []
    for member in members:
        if not isinstance(member, dict) or not member.keys() <= MEMBER_FACTS.keys():
            return None
        row = shared | member
        rows.append([*map(row.get, facts)])
    doubled = any(getattr(table, "doubled", None) for table in (sponsor, *members))
    return None if doubled else rows


def _name(value: object) -> str:
    """Read the name of a family as the name of a person is read."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    name: str = MEMBER_FACTS["id"].read(value, FAMILY)
    return name


def _tables(cells: Sequence[Mapping[str, object]]) -> dict[str, Any]:
    """Give the rows of a family as the tables of a case file."""
    top: dict[str, object] = {}
    sponsor: dict[str, object] = {}
    members: list[dict[str, object]] = []
    faults = []
    for index, row in enumerate(cells):
        members.append({name: value for name, value in row.items() if name in MEMBER_FACTS})
        for column, value in row.items():
            if column in MEMBER_FACTS:
                continue
            table, name = (sponsor, column.removeprefix(_SPONSOR)) if column.startswith(_SPONSOR) else (top, column)
            if table.setdefault(name, value) != value:
                faults.append(
                    Fault(
                        f"members[{index}].{column}",
                        _DIFFERS.format(value=f"{table[name]!s:.60}"),
                        FaultCode.CONTRADICTION,
                    )
                )
    if faults:
        raise BadCase(faults)
    return {**top, "sponsor": sponsor, "members": members}


# ---------------------------------------------------------------- reading


def records(paths: Iterable[str | Path]) -> Iterator[Record]:
    """Give the families in files and folders, one by one, in their order.

    Args:
        paths: Files (JSON lines, CSV, Parquet, case files) and folders of case files.

    Yields:
        A record a family. What cannot be read is a record too, whose `Record.read` says what is wrong.
    """
    for path in map(Path, paths):
        try:
            yield from _reader_of(path)(path)
        except BadCase as bad:
            yield from (_Broken(Place(str(path)), fault) for fault in bad.faults)
        except (OSError, ValueError) as error:
            yield _Broken(Place(str(path)), Fault("", files.why_unread(path, error), FaultCode.UNREADABLE))


def _reader_of(path: Path) -> Callable[[Path], Iterator[Record]]:
    if path.is_dir():
        return _read_folder
    return _READERS.get(path.suffix.lower(), _read_case_file)


def _read_case_file(path: Path) -> Iterator[Record]:
    yield _CaseFile(Place(str(path)), path.stat().st_size)


def _read_folder(path: Path) -> Iterator[Record]:
    found = sorted(file for file in path.iterdir() if file.suffix.lower() in CASE_FILES and file.is_file())
    if not found:
        raise BadCase([Fault("", _NO_CASE_FILES, FaultCode.EMPTY)])
    for file in found:
        yield from _read_case_file(file)


def _read_json_lines(path: Path) -> Iterator[Record]:
    with path.open("rb") as stream:
        for number in itertools.count(1):
            raw = stream.readline(MOST_BYTES + 1)
            if not raw:
                return
            if len(raw) > MOST_BYTES:
                while raw and not raw.endswith(b"\n"):
                    raw = stream.readline(MOST_BYTES)
                yield _Broken(Place(str(path), number), Fault("", _LINE_TOO_LONG, FaultCode.TOO_LARGE))
            elif raw.strip():
                yield _Line(Place(str(path), number), raw)


def _read_csv(path: Path) -> Iterator[Record]:
    # A byte that is not UTF-8 spoils its own family only.
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as stream:
        rows = _csv_rows(_Lines(stream))
        header = next(rows, None)
        if header is None:
            raise BadCase([Fault("", _NO_COLUMNS, FaultCode.EMPTY)])
        line, cells = header
        if isinstance(cells, Text):
            raise BadCase([Fault("", cells, FaultCode.BAD_SYNTAX)])
        if (wrong := _no_text("".join(cells), line)) is not None:
            raise BadCase([Fault("", wrong, FaultCode.BAD_SYNTAX)])
        names = tuple(fact_now(name.strip()) for name in cells)
        _check_columns(names)
        yield from _families(path, names, _understood(names, rows), from_text)


class _Lines:
    """The lines of a file for `csv`: of a line or row without end no more than says so."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.first = stream.readline(MOST_BYTES + 1)
        self.number = 0
        self._of_row = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._stream.readline(MOST_BYTES + 1) if self.number else self.first
        if not line:
            raise StopIteration
        self.number += 1
        self._of_row += len(line)
        if self._of_row > MOST_BYTES:
            while line and not line.endswith(("\n", "\r")):
                line = self._stream.readline(MOST_BYTES)
            raise _RowTooLong
        return line

    def begin_row(self) -> int:
        """Start to count anew, and give the number of the line that comes."""
        self._of_row = 0
        return self.number + 1


class _RowTooLong(Exception):  # noqa: N818 -- caught where it is raised for
    """A row goes on and on."""


_RawRow: TypeAlias = tuple[int, "list[str] | Text"]


def _csv_rows(lines: _Lines) -> Iterator[_RawRow]:
    """Give each row with the line it starts on; what is no CSV is told and passed over."""
    delimiter = max(",;\t", key=lines.first.count)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        start = lines.begin_row()
        try:
            row = next(reader, None)
        except csv.Error as error:
            yield start, _NO_CSV.format(why=error, last=lines.number)
            continue
        except _RowTooLong:
            yield start, _LINE_TOO_LONG
            continue
        if row is None:
            return
        if any(cell.strip() for cell in row):
            yield start, row


@attrs.frozen
class _Row:
    """A row that stands for a person: its line, its size, its cells, and what is wrong with it."""

    line: int
    size: int
    cells: Sequence[Any]
    wrong: Text | None = None


def _check_columns(names: Sequence[str]) -> None:
    """Say what is wrong with the columns of a table, before any row is read with them."""
    if len(names) > MOST_COLUMNS:
        raise BadCase([Fault("", _TOO_MANY_COLUMNS, FaultCode.TOO_LARGE)])
    if faults := faults_of_columns(names, NEEDED):
        raise BadCase(faults)


def _understood(names: Sequence[str], rows: Iterable[_RawRow]) -> Iterator[_Row]:
    for line, row in rows:
        if isinstance(row, Text):
            yield _Row(line, 0, (), row)
            continue
        text = "".join(row)
        wrong, cells = _no_text(text, line), row
        if len(row) != len(names):
            if any(cell.strip() for cell in row[len(names) :]):
                wrong = _TOO_MANY_CELLS.format(most=len(names))
            cells = row[: len(names)] + [""] * (len(names) - len(row))
        yield _Row(line, len(text) + len(row), cells, wrong)


def _no_text(text: str, line: int) -> Text | None:
    """Say what is wrong with a row as text, if anything is.

    What was not UTF-8 came in as half characters, and of UTF-16 every other character is a NUL.
    """
    nuls = text.count("\0")
    if not nuls and text.isascii():
        return None
    if re.search("[\udc80-\udcff]", text) or nuls * 3 > len(text):
        return files.NOT_UTF_8.format(line=line)
    return _NUL.format(line=line) if nuls else None


def _families(path: Path, names: tuple[str, ...], rows: Iterable[_Row], cell: CellReader) -> Iterator[Record]:
    """Put the rows of each family together."""
    seen: OrderedDict[str, None] = OrderedDict()
    at = names.index(FAMILY)
    for family, group in itertools.groupby(rows, key=lambda row: cell(FAMILY, row.cells[at]) if row.cells else None):
        if family is None:
            for row in group:
                place, name = Place(str(path), row.line), "" if row.wrong else FAMILY
                yield _Broken(place, Fault(name, row.wrong or NO_FAMILY, FaultCode.BAD_SYNTAX), row.size)
            continue
        record = _together(path, family, group, names, cell)
        known = str(family)[:LONGEST_TEXT]
        apart = Fault(FAMILY, _APART, FaultCode.GIVEN_TWICE)
        yield _Broken(record.place, apart, record.size) if known in seen else record
        seen[known] = None
        if len(seen) > _REMEMBERED:
            seen.popitem(last=False)


def _together(path: Path, family: object, group: Iterable[_Row], names: tuple[str, ...], cell: CellReader) -> _Rows:
    """Make one record of the rows of a family; of far too many rows no more than says so."""
    kept: list[_Row] = []
    size = 0
    for row in group:
        size += row.size
        if len(kept) <= MOST_MEMBERS:
            kept.append(row if size <= MOST_BYTES else attrs.evolve(row, cells=(), wrong=_FAMILY_TOO_LONG))
    return _Rows(
        Place(str(path), kept[0].line),
        size,
        f"{family!s:.{LONGEST_TEXT + 1}}",
        tuple(row.line for row in kept),
        names,
        tuple(row.cells for row in kept),
        cell,
        tuple(
            Fault(f"members[{index}]", row.wrong, FaultCode.BAD_SYNTAX)
            for index, row in enumerate(kept)
            if row.wrong is not None
        ),
    )


def _read_parquet(path: Path) -> Iterator[Record]:
    try:
        parquet = importlib.import_module("pyarrow.parquet")
    except ImportError:
        raise BadCase([Fault("", NEEDS_ARROW, FaultCode.NOT_INSTALLED)]) from None
    with path.open("rb") as stream:
        # What pyarrow raises for a spoilt file has no one kind.
        try:
            file = parquet.ParquetFile(stream)
            names = file.schema_arrow.names
            share = path.stat().st_size // max(1, file.metadata.num_rows)
        except Exception as error:  # noqa: BLE001 -- as said
            raise BadCase([Fault("", _no_parquet(error), FaultCode.BAD_SYNTAX)]) from None
        now = tuple(map(fact_now, names))
        _check_columns(now)
        yield from _families(path, now, _parquet_rows(file, share), from_value)


def _parquet_rows(file: Any, share: int) -> Iterator[_Row]:
    batches = file.iter_batches(batch_size=_ROWS_AT_ONCE)
    numbers = itertools.count(1)
    while True:
        try:
            batch = next(batches, None)
            rows = () if batch is None else zip(*(column.to_pylist() for column in batch.columns), strict=True)
        except Exception as error:  # noqa: BLE001 -- as above
            yield _Row(next(numbers), 0, (), _no_parquet(error))
            return
        if batch is None:
            return
        for row in rows:
            yield _Row(next(numbers), share, row)


def _no_parquet(error: Exception) -> Text:
    return _NO_PARQUET.format(why=next(iter(str(error).splitlines()), type(error).__name__))


_READERS: Final[Mapping[str, Callable[[Path], Iterator[Record]]]] = {
    ".jsonl": _read_json_lines,
    ".ndjson": _read_json_lines,
    ".csv": _read_csv,
    ".parquet": _read_parquet,
}
_REMEMBERED: Final = 10_000
"""So many families back it is noticed that the rows of one do not stand together."""
_ROWS_AT_ONCE: Final = 4096

# ---------------------------------------------------------------- what is said

_DIFFERS: Final = Text(en="another row of this family says {value!r}", nl="een andere rij van dit gezin zegt {value!r}")
_NO_CASE_FILES: Final = Text(
    en="there is no case file (.toml or .json) in this folder",
    nl="in deze map staat geen casusbestand (.toml of .json)",
)
_LINE_TOO_LONG: Final = Text(
    en="the line is longer than {most} KiB and was passed over",
    nl="de regel is langer dan {most} KiB en is overgeslagen",
).format(most=MOST_BYTES // 1024)
_FAMILY_TOO_LONG: Final = Text(
    en="the rows of this family are longer than {most} KiB together",
    nl="de rijen van dit gezin zijn samen langer dan {most} KiB",
).format(most=MOST_BYTES // 1024)
_NO_COLUMNS: Final = Text(
    en="the first line must name the columns", nl="op de eerste regel moeten de namen van de kolommen staan"
)
_TOO_MANY_COLUMNS: Final = Text(en="there are more than {most} columns", nl="er zijn meer dan {most} kolommen").format(
    most=MOST_COLUMNS
)
_NO_CSV: Final = Text(
    en="this is not CSV ({why}); up to line {last} it was passed over, and any family it is of lacks it",
    nl="dit is geen CSV ({why}); tot en met regel {last} is het overgeslagen, en het gezin waar het bij hoort mist het",
)
_TOO_MANY_CELLS: Final = Text(
    en="this row has more cells than there are columns ({most})",
    nl="deze rij heeft meer cellen dan er kolommen zijn ({most})",
)
_NUL: Final = Text(
    en="line {line} holds a NUL character, which no text has",
    nl="regel {line} bevat een NUL-teken, dat in tekst niet hoort",
)
_APART: Final = Text(
    en="the rows of this family do not stand together; these were not assessed, and those before without these",
    nl="de rijen van dit gezin staan niet bij elkaar; deze zijn niet beoordeeld, en die ervoor zonder deze",
)
_NO_PARQUET: Final = Text(en="this is not a Parquet file ({why})", nl="dit is geen Parquet-bestand ({why})")
