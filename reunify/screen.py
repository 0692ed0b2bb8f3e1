"""Many families: read them from files, assess each under both laws, write a row a person.

What is read:

- *JSON lines* (``.jsonl``, ``.ndjson``): one case file a line, as JSON; a name for the family may stand
  beside its facts as ``"family"``.
- *CSV* (``.csv``) and *Parquet* (``.parquet``, needs the extra ``parquet``): one row a person, with the
  columns of `COLUMNS`: ``family``, the facts of the case (``decided_on``), those of the sponsor
  (``sponsor.born_on``) and those of the person (``born_on``). The rows of one family stand together. What
  is said of the case and the sponsor may stand in each row or in one. An empty cell is a fact left out; the
  word ``unknown`` says that it is not known. Yes and no are ``true`` and ``false`` (or what a spreadsheet
  makes of them). Commas, semicolons and tabs between cells are told apart by the first line.
- a *folder*: each case file in it (``.toml``, ``.json``), in the order of the names; and single case files.

What is written, in the order of the input: family, person, relation, decision day, kind of change, and for
each law the verdict, the ground, the two days, the missing facts and the disputed points. In CSV a list is
joined by ``"; "``, and a cell that a spreadsheet would take for a formula (one that starts with ``=``,
``+``, ``-``, ``@``, a tab or a carriage return) gets an apostrophe in front. JSON lines have the values as
they are. Families that cannot be assessed are told with their place, and the others go on.

Nothing here holds on to more than a few families. Needs the extra ``cli``.
"""

from __future__ import annotations

import contextlib
import csv
import importlib
import itertools
import json
import math
import multiprocessing
import os
import re
import signal
import sys
import threading
from collections import Counter, OrderedDict, deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any, Final, Literal, Protocol, TextIO, TypeAlias

import attrs

from reunify import casefile, files
from reunify.assess import Outcome, compare
from reunify.casefile import MOST_BYTES, MOST_MEMBERS
from reunify.facts import CASE_FACTS, LONGEST_TEXT, MEMBER_FACTS, SPONSOR_FACTS, Case, Fact, Kind
from reunify.faults import BadCase, Fault, did_you_mean, in_one_line
from reunify.renamed import Renamed, fact_now, listening, tell
from reunify.rules import CURRENT, PROPOSED
from reunify.text import Lang, Text

Format: TypeAlias = Literal["csv", "jsonl"]
Row: TypeAlias = dict[str, Any]

FAMILY: Final = "family"
_SPONSOR: Final = "sponsor."
_FACTS: Final[Mapping[str, Fact]] = {
    **CASE_FACTS,
    **{f"{_SPONSOR}{name}": told for name, told in SPONSOR_FACTS.items()},
    **MEMBER_FACTS,
}
COLUMNS: Final = (FAMILY, *_FACTS)
"""The columns of a CSV or Parquet file: made from the facts."""
MOST_COLUMNS: Final = 500
"""The number of columns above which a CSV or Parquet file is refused."""
LAWS: Final = (CURRENT, PROPOSED)
"""The two laws that each person is assessed under."""
COULD_NOT: Final = 1
FAULTY: Final = 2
INTERRUPTED: Final = 130

__all__ = [
    "COLUMNS",
    "LAWS",
    "MOST_COLUMNS",
    "Format",
    "Place",
    "Record",
    "Row",
    "Screened",
    "csv_lines",
    "json_lines",
    "records",
]
__all__ += ["run", "screen"]

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


class Record(Protocol):
    """One family as it was found, not yet looked into; what reads it can run in another process."""

    @property
    def place(self) -> Place:
        """Where it stands."""

    @property
    def size(self) -> int:
        """How much of the input it takes, in bytes or nearly so."""

    def read(self, on: date | None) -> tuple[str, Case]:
        """Give the family's name and its case.

        Raises:
            BadCase: It is not a case, or cannot be one.
        """

    def locate(self, fault: Fault) -> tuple[Place, Fault]:
        """Give the place of a fault, and what is left to say of it."""


@attrs.frozen
class _Line:
    """A line of JSON lines."""

    place: Place
    raw: bytes

    @property
    def size(self) -> int:
        return len(self.raw)

    def read(self, on: date | None) -> tuple[str, Case]:
        data = casefile.parse(self.raw, "json")
        name = data.pop(FAMILY, None) if isinstance(data, dict) else None
        family = str(self.place) if name is None else _name(name)
        return family, casefile.structure(data, decided_on=on)

    def locate(self, fault: Fault) -> tuple[Place, Fault]:
        return self.place, fault


@attrs.frozen
class _CaseFile:
    """A file with one family."""

    place: Place
    size: int

    def read(self, on: date | None) -> tuple[str, Case]:
        return _name(Path(self.place.file).name), casefile.read(self.place.file, decided_on=on)

    def locate(self, fault: Fault) -> tuple[Place, Fault]:
        return self.place, fault


@attrs.frozen
class _Rows:
    """The rows of one family in a table: each its line and the cells that are filled in.

    A row that cannot be understood spoils its family, as a family without one of its people is another one.
    """

    place: Place
    size: int
    family: object
    lines: tuple[int, ...]
    cells: tuple[Mapping[str, object], ...]
    wrong: tuple[Fault, ...] = ()

    def read(self, on: date | None) -> tuple[str, Case]:
        if self.wrong:
            raise BadCase(self.wrong)
        return _name(self.family), casefile.structure(_tables(self.cells), decided_on=on)

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
    text: Text
    path: str = ""
    size: int = 0

    def read(self, _: date | None) -> tuple[str, Case]:
        raise BadCase([Fault(self.path, self.text)])

    def locate(self, fault: Fault) -> tuple[Place, Fault]:
        return self.place, fault


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
                faults.append(Fault(f"members[{index}].{column}", _DIFFERS.format(value=f"{table[name]!s:.60}")))
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
            yield from (_Broken(Place(str(path)), fault.text, fault.path) for fault in bad.faults)
        except (OSError, ValueError) as error:
            yield _Broken(Place(str(path)), files.why_unread(path, error))


def _reader_of(path: Path) -> Callable[[Path], Iterator[Record]]:
    if path.is_dir():
        return _read_folder
    return _READERS.get(path.suffix.lower(), _read_case_file)


def _read_case_file(path: Path) -> Iterator[Record]:
    yield _CaseFile(Place(str(path)), path.stat().st_size)


def _read_folder(path: Path) -> Iterator[Record]:
    found = sorted(file for file in path.iterdir() if file.suffix.lower() in (".toml", ".json") and file.is_file())
    if not found:
        raise BadCase([Fault("", _NO_CASE_FILES)])
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
                yield _Broken(Place(str(path), number), _LINE_TOO_LONG)
            elif raw.strip():
                yield _Line(Place(str(path), number), raw)


def _read_csv(path: Path) -> Iterator[Record]:
    # A byte that is not UTF-8 spoils its own family only.
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as stream:
        rows = _csv_rows(_Lines(stream))
        header = next(rows, None)
        if header is None:
            raise BadCase([Fault("", _NO_COLUMNS)])
        line, cells = header
        if isinstance(cells, Text):
            raise BadCase([Fault("", cells)])
        if not _is_text("".join(cells)):
            raise BadCase([Fault("", files.NOT_UTF_8.format(line=line))])
        names = [fact_now(name.strip()) for name in cells]
        _check_columns(names)
        yield from _families(path, _understood(names, rows))


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
    """A row that stands for a person: its line, its size, its filled-in cells, and what is wrong with it."""

    line: int
    size: int
    cells: dict[str, object]
    wrong: Text | None = None


def _check_columns(names: Sequence[str]) -> None:
    """Say what is wrong with the columns of a table, before any row is read with them."""
    if len(names) > MOST_COLUMNS:
        raise BadCase([Fault("", _TOO_MANY_COLUMNS)])
    strange = [name for name in names if name not in COLUMNS]
    # A hint takes time, and where all names are wrong it helps nobody.
    hints = {name: did_you_mean(name, COLUMNS) for name in strange[: len(COLUMNS)]}
    faults = [Fault(name, _NO_SUCH_COLUMN.format(hint=hints.get(name, Text(en="", nl="")))) for name in strange]
    needed = (FAMILY, *(name for name, told in _FACTS.items() if told.required))
    faults += [Fault(name, _COLUMN_MISSING) for name in needed if name not in names]
    faults += [Fault(name, _COLUMN_TWICE) for name, times in Counter(names).items() if times > 1]
    if faults:
        raise BadCase(faults)


def _understood(names: Sequence[str], rows: Iterable[_RawRow]) -> Iterator[_Row]:
    for line, row in rows:
        if isinstance(row, Text):
            yield _Row(line, 0, {}, row)
            continue
        filled = ((name, cell.strip()) for name, cell in zip(names, row, strict=False) if cell.strip())
        cells = {name: _from_text(name, cell) for name, cell in filled}
        wrong = None
        if any(cell.strip() for cell in row[len(names) :]):
            wrong = _TOO_MANY_CELLS.format(most=len(names))
        elif not _is_text("".join(row)):
            wrong = files.NOT_UTF_8.format(line=line)
        yield _Row(line, sum(map(len, row)) + len(row), cells, wrong)


def _is_text(text: str) -> bool:
    """Say whether all of it was UTF-8; what was not came in as half characters, and UTF-16 has zeros."""
    return not re.search("[\0\udc80-\udcff]", text)


def _from_text(name: str, cell: str) -> object:
    """Give what a cell means; what it does not mean stays text, and is told as a fault of the fact."""
    kind = _FACTS[name].kind if name in _FACTS else Kind.TEXT
    if kind is Kind.YES_NO:
        return _YES_NO.get(cell.lower(), cell)
    if kind is Kind.AMOUNT and re.fullmatch(r"\d+([.]\d+|,\d{1,2})?", cell, re.ASCII):
        return Decimal(cell.replace(",", "."))
    return cell


_YES_NO: Final = {"true": True, "false": False, "waar": True, "onwaar": False}


def _families(path: Path, rows: Iterable[_Row]) -> Iterator[Record]:
    """Put the rows of each family together."""
    seen: OrderedDict[str, None] = OrderedDict()
    for family, group in itertools.groupby(rows, key=lambda row: row.cells.get(FAMILY)):
        if family is None:
            for row in group:
                place, name = Place(str(path), row.line), "" if row.wrong else FAMILY
                yield _Broken(place, row.wrong or _NO_FAMILY, name, row.size)
            continue
        record = _together(path, family, group)
        known = str(family)[:LONGEST_TEXT]
        yield _Broken(record.place, _APART, FAMILY, record.size) if known in seen else record
        seen[known] = None
        if len(seen) > _REMEMBERED:
            seen.popitem(last=False)


def _together(path: Path, family: object, group: Iterable[_Row]) -> _Rows:
    """Make one record of the rows of a family; of far too many rows no more than says so."""
    kept: list[_Row] = []
    size = 0
    for row in group:
        size += row.size
        if len(kept) <= MOST_MEMBERS:
            kept.append(row if size <= MOST_BYTES else attrs.evolve(row, cells={}, wrong=_FAMILY_TOO_LONG))
    return _Rows(
        Place(str(path), kept[0].line),
        size,
        f"{family!s:.{LONGEST_TEXT + 1}}",
        tuple(row.line for row in kept),
        tuple({name: value for name, value in row.cells.items() if name != FAMILY} for row in kept),
        tuple(Fault(f"members[{index}]", row.wrong) for index, row in enumerate(kept) if row.wrong is not None),
    )


def _read_parquet(path: Path) -> Iterator[Record]:
    try:
        parquet = importlib.import_module("pyarrow.parquet")
    except ImportError:
        raise BadCase([Fault("", _NEEDS_PARQUET)]) from None
    with path.open("rb") as stream:
        # What pyarrow raises for a spoilt file has no one kind.
        try:
            file = parquet.ParquetFile(stream)
            names = file.schema_arrow.names
            share = path.stat().st_size // max(1, file.metadata.num_rows)
        except Exception as error:  # noqa: BLE001 -- as said
            raise BadCase([Fault("", _no_parquet(error))]) from None
        now = {name: fact_now(name) for name in names}
        _check_columns([now[name] for name in names])
        yield from _families(path, _parquet_rows(file, share, now))


def _parquet_rows(file: Any, share: int, now: Mapping[str, str]) -> Iterator[_Row]:
    batches = file.iter_batches(batch_size=_ROWS_AT_ONCE)
    numbers = itertools.count(1)
    while True:
        try:
            batch = next(batches, None)
            rows = () if batch is None else batch.to_pylist()
        except Exception as error:  # noqa: BLE001 -- as above
            yield _Row(next(numbers), 0, {}, _no_parquet(error))
            return
        if batch is None:
            return
        for row in rows:
            cells = {now[name]: _from_value(now[name], value) for name, value in row.items()}
            yield _Row(next(numbers), share, {name: value for name, value in cells.items() if value is not None})


def _no_parquet(error: Exception) -> Text:
    return _NO_PARQUET.format(why=next(iter(str(error).splitlines()), type(error).__name__))


def _from_value(name: str, value: Any) -> object:
    """Give what a typed cell means: a day may come as midnight, a gap as not-a-number, a name as a number."""
    if isinstance(value, float) and math.isnan(value):
        return None
    if isinstance(value, datetime) and value == datetime(value.year, value.month, value.day, tzinfo=value.tzinfo):
        return value.date()
    if isinstance(value, str):
        return _from_text(name, value.strip()) if value.strip() else None
    kind = _FACTS[name].kind if name in _FACTS else Kind.TEXT
    named = kind in (Kind.TEXT, Kind.MEMBER) and isinstance(value, int) and not isinstance(value, bool)
    return str(value) if named or name == FAMILY else value


_READERS: Final[Mapping[str, Callable[[Path], Iterator[Record]]]] = {
    ".jsonl": _read_json_lines,
    ".ndjson": _read_json_lines,
    ".csv": _read_csv,
    ".parquet": _read_parquet,
}
_REMEMBERED: Final = 10_000
"""So many families back it is noticed that the rows of one do not stand together."""
_ROWS_AT_ONCE: Final = 4096

# ---------------------------------------------------------------- assessing


@attrs.frozen
class Screened:
    """What comes out for one family.

    Attributes:
        rows: A row a person, in the family's order; none if there are faults.
        faults: What is wrong, each with its place.
        size: How much of the input it took.
        renamed: The old names in it.
    """

    rows: tuple[Row, ...]
    faults: tuple[tuple[Place, Fault], ...]
    size: int
    renamed: tuple[Renamed, ...] = ()


def screen(
    found: Iterable[Record], *, on: date | None = None, today: date | None = None, jobs: int = 1
) -> Generator[Screened, None, None]:
    """Assess many families under both laws, in their order, without holding on to them.

    Args:
        found: The families, as `records` gives them.
        on: The decision day (D4) for all of them; it takes the place of their own.
        today: The decision day of those that have none; None leaves what turns on it unknown.
        jobs: The number of processes.

    Yields:
        What comes out, one a family.
    """
    work = partial(_screened, on=on, today=today)
    alone = ([work(record)] for record in found) if jobs == 1 else None
    for chunk in alone or _in_processes(partial(_all, work), _chunks(found), jobs):
        for family in chunk:
            for warning in family.renamed:
                tell(warning)
            yield family


def _screened(record: Record, *, on: date | None, today: date | None) -> Screened:
    # Told by who asked for it: what another process warns of, nobody hears.
    with listening() as renamed:
        screened = _looked_at(record, on=on, today=today)
    return attrs.evolve(screened, renamed=tuple(renamed.values())) if renamed else screened


def _looked_at(record: Record, *, on: date | None, today: date | None) -> Screened:
    try:
        family, case = record.read(on)
        if case.decided_on is None:
            case = attrs.evolve(case, decided_on=today)
    except BadCase as bad:
        return Screened((), tuple(map(record.locate, bad.faults)), record.size)
    return Screened(tuple(_rows(family, case)), (), record.size)


def _rows(family: str, case: Case) -> Iterator[Row]:
    decided_on = _day(case.decided_on)
    for change in compare(case, *LAWS):
        yield {
            FAMILY: family,
            "person": change.member,
            "relation": change.old.relation.value,
            "decided_on": decided_on,
            "change": change.kind.value,
            "outcomes": {outcome.rule_set: _outcome(outcome) for outcome in (change.old, change.new)},
        }


def _outcome(outcome: Outcome) -> Row:
    return {
        "verdict": outcome.verdict.value,
        "ground": outcome.ground,
        "eligible_from": _day(outcome.eligible_from),
        "deadline": _day(outcome.deadline),
        "missing": list(outcome.missing),
        "disputed": [dispute.id for dispute in outcome.disputes if dispute.changes_verdict],
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _all(work: Callable[[Record], Screened], chunk: Sequence[Record]) -> list[Screened]:
    return [work(record) for record in chunk]


def _chunks(found: Iterable[Record]) -> Iterator[list[Record]]:
    remaining = iter(found)
    while chunk := list(itertools.islice(remaining, _CHUNK)):
        yield chunk


def _in_processes(
    work: Callable[[list[Record]], list[Screened]], chunks: Iterable[list[Record]], jobs: int
) -> Iterator[list[Screened]]:
    """Work on a few chunks at a time, and give the results in the order of the chunks."""
    context = multiprocessing.get_context("spawn")
    with _interrupts_held():
        pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_leave_ends_to_parent)
    waiting: deque[Future[list[Screened]]] = deque()
    try:
        for chunk in chunks:
            with _interrupts_held():
                waiting.append(pool.submit(work, chunk))
            if len(waiting) > jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_ends_to_parent() -> None:
    """In a worker: let the parent alone be interrupted, and end when it is gone, however that came about."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
    os._exit(COULD_NOT)


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """Start processes that Ctrl-C and a closed terminal do not reach, from their first moment on.

    This process ends them; what comes in the meantime waits.
    """
    if not hasattr(signal, "pthread_sigmask"):  # on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_CHUNK: Final = 64
_AHEAD: Final = 3

# ---------------------------------------------------------------- writing


def csv_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Give rows as lines of CSV, the names of the columns first."""
    writer = csv.writer(_Echo(), lineterminator="\n")
    outcome = ("verdict", "ground", "eligible_from", "deadline", "missing", "disputed")
    laws = [law.id for law in LAWS]
    person = (FAMILY, "person", "relation", "decided_on", "change")
    yield _line(writer, [*person, *(f"{law}.{name}" for law in laws for name in outcome)])
    for row in rows:
        values = [row[name] for name in person] + [row["outcomes"][law][name] for law in laws for name in outcome]
        yield _line(writer, map(_cell, values))


def json_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Give rows as JSON lines: every key is always there, what is unknown is null."""
    for row in rows:
        yield json.dumps(row, ensure_ascii=False) + "\n"


_FORMS: Final[Mapping[Format, Callable[[Iterable[Row]], Iterator[str]]]] = {"csv": csv_lines, "jsonl": json_lines}
FORMATS: Final = tuple(_FORMS)


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


# ---------------------------------------------------------------- the command


def run(
    paths: Sequence[str],
    *,
    today: date,
    on: date | None = None,
    form: Format = "csv",
    output: str | None = None,
    faults: str | None = None,
    jobs: int = 1,
    lang: Lang = "en",
) -> int:
    """Do what ``reunify screen`` asks.

    Args:
        paths: Files and folders.
        today: The decision day of families that have none.
        on: The decision day for all families.
        form: The form of the output.
        output: The file to write; None: standard output. It is written wholly or not at all.
        faults: The file for what is wrong, a line a fault; None: standard error. Likewise.
        jobs: The number of processes.
        lang: The language of the faults.

    Returns:
        0 if every family was assessed, 2 if there were faults, 130 if it was interrupted, 1 if a process died.

    Raises:
        BadCase: The command itself cannot be followed.
        OSError: A file could not be written; what was there is left as it was.
    """
    _check_command(output, faults, jobs)
    try:
        with contextlib.ExitStack() as stack:
            stack.enter_context(_stopped_as_by_ctrl_c())
            tell = _Faults(stack.enter_context(_target(faults, _to_errors)), lang)
            write = stack.enter_context(_target(output, _to_output))
            advance = stack.enter_context(_progress(paths, lang, shown=_shows_progress(output)))
            # Closed at once, whatever happens, so that no process goes on working.
            screened = screen(records(paths), on=on, today=today, jobs=jobs)
            stack.enter_context(contextlib.closing(screened))
            rows = _told(screened, tell, advance)
            sys.stdout.flush()
            for line in _FORMS[form](rows):
                write(line)
            sys.stdout.buffer.flush()
    except KeyboardInterrupt:
        sys.stderr.write(_STOPPED[lang] + "\n")
        return INTERRUPTED
    except BrokenProcessPool:
        sys.stderr.write(_DIED[lang] + "\n")
        return COULD_NOT
    if tell.number and faults is not None:
        sys.stderr.write(_SEE_FAULTS.format(number=tell.number, file=faults)[lang] + "\n")
    return FAULTY if tell.number else 0


@contextlib.contextmanager
def _stopped_as_by_ctrl_c() -> Iterator[None]:
    """Stop in the same clean way when told to end, or when the terminal goes away."""
    before = {}
    with contextlib.suppress(ValueError):  # only the main thread may say so
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):  # Windows lacks one
                number = getattr(signal, name)
                before[number] = signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _check_command(output: str | None, faults: str | None, jobs: int) -> None:
    if not 1 <= jobs <= _MOST_JOBS:
        raise BadCase([Fault("--jobs", _NO_JOBS)])
    if output is not None and faults is not None and Path(output).resolve() == Path(faults).resolve():
        raise BadCase([Fault("--faults", _SAME_FILE)])


def _told(screened: Iterable[Screened], tell: _Faults, advance: Callable[[int], None]) -> Iterator[Row]:
    for family in screened:
        for place, fault in family.faults:
            tell(place, fault)
        advance(family.size)
        yield from family.rows


@attrs.define
class _Faults:
    """Where faults go, and how many there were."""

    write: Callable[[str], object]
    lang: Lang
    number: int = 0

    def __call__(self, place: Place, fault: Fault) -> None:
        """Write one fault as one line."""
        self.number += 1
        self.write(in_one_line(f"{place}: {fault.line(self.lang)}") + "\n")


def _to_output(text: str) -> None:
    # Bytes, so that line ends and letters are the same everywhere.
    sys.stdout.buffer.write(files.encoded(text))


def _to_errors(text: str) -> None:
    # Looked up each time: a progress bar puts itself in between.
    sys.stderr.write(text)


def _target(
    path: str | None, otherwise: Callable[[str], None]
) -> contextlib.AbstractContextManager[Callable[[str], object]]:
    return contextlib.nullcontext(otherwise) if path is None else files.writing(Path(path))


def _shows_progress(output: str | None) -> bool:
    return sys.stderr.isatty() and not (output is None and sys.stdout.isatty())


@contextlib.contextmanager
def _progress(paths: Sequence[str], lang: Lang, *, shown: bool) -> Iterator[Callable[[int], None]]:
    """Show how far it is, on a terminal only."""
    if not shown:
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 -- where nothing is shown, nothing is loaded
    from rich.progress import Progress  # noqa: PLC0415 -- as above

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(_PROGRESS[lang], total=_size_of(paths))
        yield lambda size: bar.update(task, advance=size)


def _size_of(paths: Iterable[str]) -> int:
    """Give the size of the input in bytes, as far as it can be seen."""
    total = 0
    for path in map(Path, paths):
        with contextlib.suppress(OSError):
            found = path.iterdir() if path.is_dir() else (path,)
            total += sum(file.stat().st_size for file in found if path.is_file() or file.suffix in (".toml", ".json"))
    return total


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
_NO_SUCH_COLUMN: Final = Text(en="there is no such column{hint}", nl="die kolom bestaat niet{hint}")
_TOO_MANY_COLUMNS: Final = Text(en="there are more than {most} columns", nl="er zijn meer dan {most} kolommen").format(
    most=MOST_COLUMNS
)
_COLUMN_MISSING: Final = Text(en="this column must be there", nl="deze kolom moet er zijn")
_COLUMN_TWICE: Final = Text(en="this column is there more than once", nl="deze kolom staat er meer dan eens")
_NO_CSV: Final = Text(
    en="this is not CSV ({why}); up to line {last} it was passed over, and any family it is of lacks it",
    nl="dit is geen CSV ({why}); tot en met regel {last} is het overgeslagen, en het gezin waar het bij hoort mist het",
)
_TOO_MANY_CELLS: Final = Text(
    en="this row has more cells than there are columns ({most})",
    nl="deze rij heeft meer cellen dan er kolommen zijn ({most})",
)
_NO_FAMILY: Final = Text(en="each row must name its family", nl="elke rij moet het gezin noemen")
_APART: Final = Text(
    en="the rows of this family do not stand together; these were not assessed, and those before without these",
    nl="de rijen van dit gezin staan niet bij elkaar; deze zijn niet beoordeeld, en die ervoor zonder deze",
)
_NO_PARQUET: Final = Text(en="this is not a Parquet file ({why})", nl="dit is geen Parquet-bestand ({why})")
_NEEDS_PARQUET: Final = Text(
    en='Parquet needs pyarrow: pip install "reunify[parquet]"',
    nl='Parquet vraagt om pyarrow: pip install "reunify[parquet]"',
)
_MOST_JOBS: Final = 1000
_NO_JOBS: Final = Text(
    en=f"give a number of processes from 1 to {_MOST_JOBS}",
    nl=f"geef een aantal processen van 1 tot en met {_MOST_JOBS}",
)
_SAME_FILE: Final = Text(
    en="the faults cannot go to the same file as the rows", nl="de fouten kunnen niet in hetzelfde bestand als de rijen"
)
_STOPPED: Final = Text(
    en="reunify: interrupted; no file was written", nl="reunify: afgebroken; er is geen bestand geschreven"
)
_DIED: Final = Text(
    en="reunify: a process died (was there enough memory?); no file was written",
    nl="reunify: een proces viel weg (was er genoeg geheugen?); er is geen bestand geschreven",
)
_SEE_FAULTS: Final = Text(en="reunify: {number} faults, see {file}", nl="reunify: {number} fouten, zie {file}")
_PROGRESS: Final = Text(en="assessing", nl="beoordelen")
