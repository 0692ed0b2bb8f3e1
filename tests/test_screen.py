"""Many families: what is read, what is written, what is told of faults, and that nothing is left half-written."""

import copy
import csv
import gc
import io
import json
import multiprocessing
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import tracemalloc
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reunify import PROPOSED, Span, casefile, compare, files, screen
from reunify.facts import ASSUMED, CASE_FACTS, MEMBER_FACTS, NOT_FILED, SPONSOR_FACTS
from reunify.faults import BadCase, Fault, FaultCode
from reunify.screen import command, read, work
from reunify.screen.processes import ProcessDiedError, in_processes
from reunify.screen.together import rows_together as together_rows
from reunify.screen.work import _screened
from reunify.screen.write import _cell
from reunify.terms import NEVER
from reunify.testing import families

EXAMPLES = Path(__file__).parents[1] / "examples" / "cases"
CASES = sorted(EXAMPLES.glob("*.toml"))
TODAY = date(2026, 11, 25)
HEAD = "family,id,relation,decided_on,sponsor.protection,sponsor.entered_on,born_on,married_on\n"
FAMILY = "one,amina,spouse,2026-11-25,refugee,2024-01-10,1990-01-01,2015-01-01\n"
LINE = {
    "decided_on": "2026-11-25",
    "sponsor": {"protection": "refugee", "entered_on": "2024-01-10"},
    "members": [{"id": "amina", "relation": "spouse", "born_on": "1990-01-01", "married_on": "2015-01-01"}],
}
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}


@pytest.fixture
def looking_often():
    """Let Python look for what can go as often as it does by itself; the tests let it look seldom."""
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)


@pytest.fixture
def write(tmp_path):
    """Write a file; give its path."""

    def write(name, text):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


@pytest.fixture
def run(tmp_path):
    """Run the command in this process; give its exit code, its rows and its faults."""

    def run(*paths, **options):
        output, faults = tmp_path / "out", tmp_path / "faults"
        code = screen.run(
            list(map(str, paths)), today=TODAY, output=str(output), faults=str(faults), **{"form": "jsonl"} | options
        )
        text = output.read_text(encoding="utf-8") if output.exists() else ""
        as_csv = options.get("form") == "csv"
        rows = list(csv.DictReader(io.StringIO(text))) if as_csv else list(map(json.loads, text.splitlines()))
        return code, rows, faults.read_text(encoding="utf-8").splitlines()

    return run


def as_cells(case, family):
    """A case as the rows of a CSV file."""

    def text(told, value):
        if value is ASSUMED or (value is None and not told.has_assumption):
            return ""
        if value is None:
            return "unknown"
        word = next((word for word, meaning in told.words.items() if meaning == value), value)
        return str(word).lower() if isinstance(word, bool) else str(word)

    def cells(owner, facts, prefix=""):
        return {f"{prefix}{name}": text(told, getattr(owner, name)) for name, told in facts.items()}

    shared = cells(case, CASE_FACTS) | cells(case.sponsor, SPONSOR_FACTS, "sponsor.")
    return [{"family": family} | shared | cells(member, MEMBER_FACTS) for member in case.members]


def as_csv(*cases):
    stream = io.StringIO()
    writer = csv.DictWriter(stream, screen.COLUMNS)
    writer.writeheader()
    for number, case in enumerate(cases):
        writer.writerows(as_cells(case, f"family {number}"))
    return stream.getvalue()


class TestRows:
    """A row says what `compare` says."""

    def test_of_every_example(self, run):
        """Verdict, ground, days, missing facts, disputed points and change of each person, in order."""
        code, rows, faults = run(EXAMPLES)
        assert (0, []) == (code, faults)
        expected = [(path, change) for path in CASES for change in compare(casefile.read(path)).changes]
        assert len(expected) == len(rows)
        for row, (path, change) in zip(rows, expected, strict=True):
            assert (path.name, change.member) == (row["family"], row["person"])
            assert (change.old.relation, change.kind) == (row["relation"], row["change"])
            for outcome in (change.old, change.new):
                told = row["outcomes"][outcome.rule_set]
                assert (outcome.verdict, outcome.ground) == (told["verdict"], told["ground"])
                days = [None if day is None else str(day) for day in (outcome.eligible_from, outcome.deadline)]
                assert days == [told["eligible_from"], told["deadline"]]
                assert list(outcome.missing) == told["missing"]
                assert outcome.disputed == bool(told["disputed"])

    def test_csv_and_json_lines_say_the_same(self, run):
        """A list is joined by semicolons, null is an empty cell."""
        _, as_json, _ = run(EXAMPLES)
        _, as_cells, _ = run(EXAMPLES, form="csv")
        for row, cells in zip(as_json, as_cells, strict=True):
            assert row["change"] == cells["change"]
            for law, outcome in row["outcomes"].items():
                assert "; ".join(outcome["missing"]) == cells[f"{law}.missing"]
                assert (outcome["eligible_from"] or "") == cells[f"{law}.eligible_from"]

    @pytest.mark.parametrize("start", ["=", "+", "-", "@"])
    def test_no_cell_is_a_formula(self, write, run, start):
        """An apostrophe is put before what a spreadsheet would work out; JSON lines leave it as it is."""
        line = json.dumps({**LINE, "family": f"{start}1", "members": [{"id": f"{start}2", "relation": "child"}]})
        path = write("a.jsonl", line)
        _, rows, _ = run(path, form="csv")
        assert f"'{start}1" == rows[0]["family"]
        assert f"'{start}2" == rows[0]["person"]
        _, rows, _ = run(path)
        assert (f"{start}1", f"{start}2") == (rows[0]["family"], rows[0]["person"])

    @pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
    def test_no_list_is_a_formula(self, start):
        """Nor is a list, or a text with what a spreadsheet passes over in front."""
        assert [f"'{start}1", f"'{start}1; a", "1"] == [_cell(value) for value in (f"{start}1", [f"{start}1", "a"], 1)]

    def test_the_name_of_a_file_is_no_formula(self, tmp_path, monkeypatch, capsys):
        """A family without a name is called after its file, which may be called anything."""
        monkeypatch.chdir(tmp_path)
        Path("=1.jsonl").write_text(json.dumps(LINE))
        assert 0 == screen.run(["=1.jsonl"], today=TODAY)
        assert capsys.readouterr().out.splitlines()[1].startswith("'=1.jsonl:1,")

    def test_decision_day(self, write, run):
        """The option beats the file's own day, which beats today."""
        own = json.dumps(LINE)
        none = json.dumps({name: value for name, value in LINE.items() if name != "decided_on"})
        path = write("a.jsonl", f"{own}\n{none}\n".replace("2026-11-25", "2026-08-01"))
        assert ["2026-08-01", str(TODAY)] == [row["decided_on"] for row in run(path)[1]]
        assert ["2027-01-01"] * 2 == [row["decided_on"] for row in run(path, on=date(2027, 1, 1))[1]]


class TestLaws:
    """Each person is assessed under the laws of the library, or under two that are given."""

    def test_of_ones_own(self, write, run):
        """A draft stands in the rows under its id; it is worked on in one process."""
        laws = PROPOSED, PROPOSED.amend(id="draft", title="draft", drop=["housing"])
        path = write("a.jsonl", json.dumps(LINE))
        assert ["two-status", "draft"] == list(run(path, laws=laws)[1][0]["outcomes"])
        assert "draft.verdict" in run(path, laws=laws, form="csv")[1][0]
        with pytest.raises(BadCase, match="in one process"):
            run(path, laws=laws, jobs=2)
        with pytest.raises(ValueError, match="in one process"):
            next(screen.screen(screen.records([path]), laws=laws, jobs=2))


def odd_lines():
    """Families of which columns hold some and not others: faults, days known in part, contradictions, odd references."""

    def line(number, sponsor=(), member=(), **top):
        data = copy.deepcopy(LINE) | {"family": f"f{number}"} | top
        data["sponsor"] |= dict(sponsor)
        if member:
            data["members"][0] |= dict(member)
        return data

    sibling = {"id": "sibling", "relation": "sibling", "with_parent": "parent"}
    parent = {"id": "parent", "relation": "parent", "born_on": None}
    yield line(1)
    yield line(2, member={"born_on": "1990"})
    yield line(3, member={"born_on": "2050-01-01"})
    yield line(4, member={"marriage_valid": "yes"})
    yield line(5, sponsor={"born_on": "2024-05-05"})
    yield line(6, members=[sibling, parent], title="a family")
    yield line(7, members=[sibling | {"with_parent": 1}, parent])
    yield line(8, members=[sibling | {"with_parent": "nobody"}, parent])
    yield line(9, members=[parent, parent])
    yield line(10, members=[])
    yield line(11, sponsor={"housing": None, "income_per_month": 2500.5, "means": "unknown"}, decided_on=None)
    yield line(12, member={"id": 7})
    yield line(13, member={"entered_on": {"first": "2020-01-01"}}, source=["a"])
    yield line(14, member={"relation": "unknown"})
    yield line(15, family={"a": 1})
    yield line(16, members=[parent | {"id": "unknown"}, sibling])
    yield line(17, members=[sibling | {"with_parent": None}, parent, parent | {"id": "other", "born_on": "1960-02-29"}])


class TestTogether:
    """Through columns many families come out as each does by itself, faults and all."""

    @pytest.mark.parametrize("options", [{}, {"on": date(2027, 1, 1)}])
    def test_odd_families(self, write, run, monkeypatch, options):
        """In JSON lines and in a table; what columns do not hold is read by itself."""
        lines = list(odd_lines())
        path = write("a.jsonl", "\n".join([*map(json.dumps, lines), '{"family": "x", "family": "x"}', "no"]))
        cases = [casefile.read(path) for path in CASES]
        table = write("a.csv", as_csv(*cases) + "=1,no\n")
        together, held = [], []
        monkeypatch.setattr(work, "_MANY", 1)
        monkeypatch.setattr(work, "_screened", lambda *args, **given: together.append(1) or one(*args, **given))
        one = _screened
        found = [run(path, **options), run(table, **options)]
        assert 0 < len(together) < len(lines) + 2 + 1
        monkeypatch.setattr(work, "_MANY", 10**9)
        held = [run(path, **options), run(table, **options)]
        assert held == found

    @pytest.mark.slow("assesses each drawn table twice, and once a person at a time")
    @settings(suppress_health_check=list(HealthCheck), max_examples=30, deadline=None)
    @given(cases=st.lists(families(max_members=4), min_size=2, max_size=6))
    def test_drawn_families(self, write, cases):
        """Families of every kind, as rows of one table."""
        path = write("a.csv", as_csv(*cases))
        rows = []
        for many in (1, 10**9):
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(work, "_MANY", many)
                rows.append([one.rows for one in screen.screen(screen.records([path]), today=TODAY)])
        assert rows[0] == rows[1]

    @pytest.mark.slow("puts each drawn family through the columns")
    @settings(suppress_health_check=list(HealthCheck), max_examples=100, deadline=None)
    @given(case=families(max_members=3), data=st.data())
    def test_nothing_that_cannot_be_is_passed_over(self, case, data):
        """Whatever days are moved: a family that is refused is among those in doubt."""
        moved = as_cells(case, "one")
        days = [(row, name) for row in moved for name, cell in row.items() if re.fullmatch(r"\d{4}-\d\d-\d\d", cell)]
        if days:
            row, name = data.draw(st.sampled_from(days))
            row[name] = str(data.draw(st.dates(date(1950, 1, 1), date(2040, 1, 1))))
            for other in moved if name.startswith("sponsor.") or name == "decided_on" else ():
                other[name] = row[name]
        names = tuple(moved[0])
        held = read.Held("one", names, [list(row.values()) for row in moved], read.from_text)
        [rows] = together_rows([held], work.LAWS, on=None, today=TODAY)
        try:
            told = casefile.structure(
                read._tables(
                    [{n: read.from_text(n, c) for n, c in row.items() if c and n != "family"} for row in moved]
                )
            )
            attrs.evolve(told, decided_on=told.decided_on or TODAY)
        except BadCase:
            assert rows is None
        else:
            assert rows is not None


class TestForm:
    """The name of the file says in which form it is written."""

    def test_every_form_says_the_same(self, tmp_path):
        """Days are days, lists are lists, nothing is null."""
        parquet, arrow = pytest.importorskip("pyarrow.parquet"), pytest.importorskip("pyarrow")
        for ending in ("csv", "jsonl", "ndjson", "parquet", "arrow", "PARQUET"):
            assert 0 == screen.run([str(EXAMPLES)], today=TODAY, output=str(tmp_path / f"out.{ending}"))
        rows = list(map(json.loads, (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()))
        table = parquet.read_table(tmp_path / "out.parquet")
        assert table.equals(arrow.ipc.open_file(tmp_path / "out.arrow").read_all())
        assert table.equals(parquet.read_table(tmp_path / "out.PARQUET"))
        for row, flat in zip(rows, table.to_pylist(), strict=True):
            told = {
                f"{law}.{name}": value for law, outcome in row["outcomes"].items() for name, value in outcome.items()
            }
            told |= {name: value for name, value in row.items() if name != "outcomes"}
            assert told == {name: str(value) if isinstance(value, date) else value for name, value in flat.items()}
        with (tmp_path / "out.csv").open(encoding="utf-8") as stream:
            assert table.column_names == next(csv.reader(stream))

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            ({"output": "out.txt"}, "one of .csv, .jsonl, .ndjson, .parquet, .arrow"),
            ({"output": "out"}, "does not say in which form"),
            ({"output": "out.parquet", "form": "csv"}, "csv is asked for, and the name of the file ends in .parquet"),
        ],
    )
    def test_no_form(self, tmp_path, options, said):
        """An ending that is not known, none at all, and another one than is asked for are refused beforehand."""
        options = options | {"output": str(tmp_path / options["output"])}
        with pytest.raises(BadCase, match=said):
            screen.run([str(EXAMPLES)], today=TODAY, **options)
        assert [] == list(tmp_path.iterdir())

    def test_without_pyarrow(self, tmp_path, monkeypatch):
        """Where it is not installed, that is said before anything is written."""
        monkeypatch.setitem(sys.modules, "pyarrow", None)
        with pytest.raises(BadCase, match=r"reunify\[parquet\]"):
            screen.run([str(EXAMPLES)], today=TODAY, output=str(tmp_path / "out.parquet"))


FIRST, LAST = date(1990, 1, 1), date(1990, 12, 31)


def _as_texts(pa):
    return pa.array(["1990", None])


def _as_years(pa):
    return pa.array([1990.0, float("nan")])


def _as_lists(pa):
    return pa.array([[FIRST, LAST], None], pa.list_(pa.date32()))


def _as_structs(pa):
    return pa.array([{"first": FIRST, "last": LAST}, {"first": None, "last": None}])


def _as_moments(pa):
    ends = {"first": datetime(1990, 1, 1), "last": datetime(1990, 12, 31)}  # noqa: DTZ001 -- as a data frame has it
    return pa.array([ends, None])


class TestForms:
    """The same families come out the same, however they are written."""

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=40)
    @given(case=families(in_part=None))
    def test_csv(self, write, case):
        """Every fact has its column; what is left out, unknown and given is told apart."""
        [record] = screen.records([write("a.csv", as_csv(case))])
        assert case == record.read(None)[1]

    def test_columns_are_the_facts(self):
        """There is no second list of the facts."""
        facts = {*CASE_FACTS, *MEMBER_FACTS, *(f"sponsor.{name}" for name in SPONSOR_FACTS)}
        assert {"family", *facts} == set(screen.COLUMNS)

    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    def test_csv_of_a_spreadsheet(self, write, delimiter):
        """A byte order mark, other delimiters, capital TRUE, Dutch WAAR and a decimal comma are understood."""
        head = delimiter.join(["family", "id", "relation", "sponsor.means", "sponsor.excluded_1f", "married"])
        row = delimiter.join(["7", "x", "child", "TRUE", "ONWAAR", "WAAR"])
        [record] = screen.records([write("a.csv", f"\ufeff{head}\r\n{row}\r\n")])
        family, case = record.read(None)
        assert ("7", True, False, True) == (
            family,
            case.sponsor.means,
            case.sponsor.excluded_1f,
            case.members[0].married,
        )

    @pytest.mark.parametrize(
        ("cell", "amount"), [("2523.96", "2523.96"), ('"2523,96"', "2523.96"), ("2523", "2523"), ('"2,523"', None)]
    )
    def test_amounts(self, write, cell, amount):
        """A comma before one or two digits is a decimal comma; before three it could be either, and is a fault."""
        [record] = screen.records([write("a.csv", f"family,id,relation,sponsor.income_per_month\n1,x,child,{cell}\n")])
        if amount is None:
            with pytest.raises(BadCase):
                record.read(None)
        else:
            assert Decimal(amount) == record.read(None)[1].sponsor.income_per_month

    def test_facts_of_the_sponsor_stand_once_or_in_each_row(self, write):
        """An empty cell says nothing; two cells that differ contradict each other."""
        rows = "one,b,child,,,,2012-01-01,\n"
        [record] = screen.records([write("a.csv", HEAD + FAMILY + rows)])
        _, case = record.read(None)
        assert ["amina", "b"] == [member.id for member in case.members]
        assert date(2024, 1, 10) == case.sponsor.entered_on

    def test_parquet(self, tmp_path, run):
        """The same columns; a day may come as midnight, a name as a number."""
        pa = pytest.importorskip("pyarrow")
        parquet = pytest.importorskip("pyarrow.parquet")
        table = {
            "family": [1, 1],
            "id": ["a", "b"],
            "relation": ["spouse", "child"],
            "decided_on": [date(2026, 11, 25), None],
            "sponsor.entered_on": [datetime(2024, 1, 10), None],  # noqa: DTZ001 -- as a data frame has it
            "sponsor.income_per_month": [2500.5, float("nan")],
            "dependent": [None, True],
            "applied_on": ["not_yet", "unknown"],
        }
        path = tmp_path / "a.parquet"
        parquet.write_table(pa.table(table), path)
        [record] = screen.records([path])
        family, case = record.read(None)
        assert "1" == family
        assert date(2024, 1, 10) == case.sponsor.entered_on
        assert Decimal("2500.5") == case.sponsor.income_per_month
        assert [NOT_FILED, None] == [member.applied_on for member in case.members]
        assert [None, True] == [member.dependent for member in case.members]
        assert 2 == len(run(path)[1])

    def test_days_known_in_part(self, write):
        """A cell says a year, a month or two days; what it says wrong is told at its line."""
        days = ["1990", "1990-05", "1989-01-01/1990-12-31", "1990-05-04"]
        rows = [f"{day},x,spouse,{day}" for day in days]
        found = list(
            screen.records([write("a.csv", "\n".join(["family,id,relation,born_on", *rows, "b,x,spouse,1990-13"]))])
        )
        born = [record.read(None)[1].members[0].born_on for record in found[:-1]]
        ends = Span(date(1989, 1, 1), date(1990, 12, 31))
        assert [Span.year(1990), Span.month(1990, 5), ends, date(1990, 5, 4)] == born
        with pytest.raises(BadCase) as error:
            found[-1].read(None)
        place, fault = found[-1].locate(error.value.faults[0])
        assert (6, "born_on") == (place.line, fault.path)
        assert "there is no such month" in fault.text.en

    def test_days_known_in_part_in_json_lines(self, write, run):
        """A line has them as a case file has them."""
        line = {**LINE, "members": [{**LINE["members"][0], "born_on": ["1989-01-01", "1990-12-31"]}]}
        [record] = screen.records([write("a.jsonl", json.dumps(line))])
        assert Span(date(1989, 1, 1), date(1990, 12, 31)) == record.read(None)[1].members[0].born_on
        assert 0 == run(write("b.jsonl", json.dumps(line)))[0]

    @pytest.mark.parametrize("column", [_as_texts, _as_years, _as_lists, _as_structs, _as_moments])
    def test_days_known_in_part_in_parquet(self, tmp_path, column):
        """A column has them as texts, as years (which gaps make fractions), as lists or as structs of two days."""
        pa = pytest.importorskip("pyarrow")
        parquet = pytest.importorskip("pyarrow.parquet")
        born = column(pa)
        path = tmp_path / "a.parquet"
        parquet.write_table(
            pa.table({"family": [1, 2], "id": ["a", "b"], "relation": ["spouse"] * 2, "born_on": born}), path
        )
        found = [record.read(None)[1].members[0].born_on for record in screen.records([path])]
        assert [Span.year(1990), None] == found

    @pytest.mark.parametrize("ends", [["1990-01-01", None], ["1990-12-31", "1990-01-01"], [], {"from": 1, "to": 2}])
    def test_no_days_in_parquet(self, tmp_path, ends):
        """What is no range is a fault of its row."""
        pa = pytest.importorskip("pyarrow")
        parquet = pytest.importorskip("pyarrow.parquet")
        path = tmp_path / "a.parquet"
        parquet.write_table(pa.table({"family": [1], "id": ["a"], "relation": ["spouse"], "born_on": [ends]}), path)
        [record] = screen.records([path])
        if not ends:
            assert record.read(None)[1].members[0].born_on is None
            return
        with pytest.raises(BadCase) as error:
            record.read(None)
        assert "members[0].born_on" == error.value.faults[0].path

    def test_parquet_without_the_extra(self, tmp_path, monkeypatch, run):
        """One line says which extra is needed."""
        monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
        (tmp_path / "a.parquet").write_bytes(b"PAR1")
        code, rows, faults = run(tmp_path / "a.parquet")
        assert (2, []) == (code, rows)
        assert "reunify[parquet]" in faults[0]

    def test_no_parquet(self, write, run):
        """What is no Parquet file is a fault of the file."""
        pytest.importorskip("pyarrow")
        code, _, faults = run(write("a.parquet", "family,id"))
        assert 2 == code
        assert "is not a Parquet file" in faults[0]

    def test_words(self, write):
        """Special values are written as in a case file."""
        head = "family,id,relation,sponsor.income_until,entered_on,applied_on\n"
        [record] = screen.records([write("a.csv", f"{head}1,x,child,permanent,never,not_yet\n")])
        _, case = record.read(None)
        assert (NEVER, NEVER, NOT_FILED) == (
            case.sponsor.income_until,
            case.members[0].entered_on,
            case.members[0].applied_on,
        )


class TestFaults:
    """What cannot be assessed is told with its place, and the others go on."""

    def test_a_bad_line(self, write, run):
        """Each fault has the line; the rows before and after are there."""
        good = json.dumps({**LINE, "family": "good"})
        bad = json.dumps({**LINE, "sponsor": {"protection": "refuge"}})
        path = write("a.jsonl", f"{good}\nnot json\n\n{bad}\n{good}\n")
        code, rows, faults = run(path)
        assert 2 == code
        assert ["good", "good"] == [row["family"] for row in rows]
        assert [f"{path}:2: ", f"{path}:4: "] == [fault[: len(str(path)) + 4] for fault in faults]
        assert "sponsor.protection" in faults[1]
        assert "did you mean 'refugee'" in faults[1]

    def test_in_dutch(self, write, run):
        """In the language asked for."""
        _, _, faults = run(write("a.jsonl", "[1]"), lang="nl")
        assert "hier staat een lijst" in faults[0]

    def test_a_bad_row_of_csv(self, write, run):
        """The line of the person, and the column, are named."""
        rows = "two,a,spouse,,,,,\ntwo,b,child,,,,2012-13-01,\n"
        path = write("a.csv", HEAD + rows + FAMILY)
        code, found, faults = run(path)
        assert 2 == code
        assert ["one"] == [row["family"] for row in found]
        assert [f"{path}:3: born_on: "] == [faults[0][: len(str(path)) + 13]]

    @pytest.mark.parametrize(
        ("text", "place", "said"),
        [
            ("", "", "name the columns"),
            ("family,id,relation,born\n", "", "no such column; did you mean 'born_on'?"),
            ("family,id\n1,x\n", "", "relation: this column must be there"),
            ("family,id,relation,id\n1,x,child,y\n", "", "id: this column is there more than once"),
            ("family,id,relation\n,x,child\n", ":2", "family: each row must name its family"),
            ("family,id,relation\n1,x,child,,9\n", ":2", "more cells than there are columns (3)"),
            ("family,id,relation,decided_on\n1,x,child,2026-07-01\n1,y,child,2026-07-02\n", ":3", "another row"),
            ("family,id,relation\n1,x,child\n2,x,child\n1,y,child\n", ":4", "do not stand together"),
            ("family,id,relation\n1,x,child\n1,x,child\n", ":3", "id: 'x' is also the id of"),
            (b"family,id,relation\n1,\xff,child\n", ":2", "line 2 is not UTF-8 text"),
            (b"family,id,relation\n\xff,x,child\n", ":2", "line 2 is not UTF-8 text"),
            (b"family,\xe9d,relation\n1,x,child\n", "", "line 1 is not UTF-8 text"),
            ("family,id,relation\n1,x,child\n".encode("utf-16"), "", "line 1 is not UTF-8 text"),
            (f'family,id,relation\n1,"{"x" * 140_000}",child\n', ":2", "not CSV"),
            ('family,id,relation\n1,"x"y,child\n', ":2", "not CSV"),
            ('family,id,relation\n1,"x,child\n2,x,child\n', ":2", "up to line 3 it was passed over"),
            ("x" * 3_000_000, "", "longer than 1024 KiB"),
        ],
    )
    def test_of_csv(self, write, run, text, place, said):
        """Faults of the columns are told once; those of a row with its line."""
        path = write("a.csv", text)
        code, _, faults = run(path)
        assert 2 == code
        assert len(faults) == 1
        assert faults[0].startswith(f"{path}{place}: ")
        assert said in faults[0]

    @pytest.mark.parametrize(("cell", "said"), [("a\0b", "line 2 holds a NUL character"), ("\0" * 9, "not UTF-8 text")])
    def test_zeros(self, write, run, cell, said):
        """One NUL is told as what it is; many are those of another encoding."""
        _, _, faults = run(write("a.csv", f"family,id,relation\n1,{cell},child\n2,x,child\n"))
        assert [said in fault for fault in faults] == [True]

    def test_nobody_leaves_the_old_table(self, write, run, tmp_path, capsys):
        """Where every family was refused, what was there is not replaced by a table of nobody, and that is said."""
        kept, bad, empty = write("keep.csv", "old"), write("bad.json", "{"), write("empty.jsonl", "")
        for path, code, text in ((bad, 2, "old"), (empty, 0, "family,person")):
            assert code == screen.run([str(path)], today=TODAY, output=str(kept))
            assert kept.read_text(encoding="utf-8").startswith(text)
            err = capsys.readouterr().err
            assert (code == 2) is (f"nobody could be assessed; {kept} was not written" in err)
        assert {"keep.csv", "bad.json", "empty.jsonl"} == {file.name for file in tmp_path.iterdir()}

    def test_far_too_many_rows(self, write, run):
        """A family without an end is refused, and not held on to."""
        rows = "".join(f"1,x{number},child\n" for number in range(5000))
        code, _, faults = run(write("a.csv", f"family,id,relation\n{rows}"))
        assert (2, 1) == (code, len(faults))
        assert "more than 100 family members" in faults[0]

    def test_a_line_without_an_end(self, write, run):
        """A line that is too long is passed over."""
        long = "x" * (casefile.MOST_BYTES + 10)
        code, rows, faults = run(write("a.jsonl", f"{long}\n{json.dumps(LINE)}\n"))
        assert (2, 1, 1) == (code, len(rows), len(faults))

    def test_of_files(self, tmp_path, write, run):
        """A file that is not there, an empty folder and a bad case file are told, and the others go on."""
        (tmp_path / "empty").mkdir()
        good = write("good.jsonl", json.dumps(LINE))
        bad = write("bad.toml", "members = 3")
        code, rows, faults = run(tmp_path / "none.csv", tmp_path / "empty", bad, tmp_path / "none.toml", good)
        assert (2, 1) == (code, len(rows))
        assert "no such file" in faults[0]
        assert "no case file" in faults[1]
        assert any("bad.toml: members" in fault for fault in faults)

    def test_no_faults_leave_an_empty_file(self, write, run):
        """An old file of faults does not stay."""
        code, _, faults = run(write("a.jsonl", json.dumps(LINE)))
        assert (0, []) == (code, faults)

    def test_on_standard_error(self, write, tmp_path, capsys):
        """Where no file is named for them."""
        path = write("a.jsonl", "no")
        assert 2 == screen.run([str(path)], today=TODAY)
        out, err = capsys.readouterr()
        assert out.startswith("family,person,relation,")
        assert err.startswith(f"{path}:1: ")

    @pytest.mark.parametrize("options", [{"jobs": 0}, {"jobs": 2**31}, {"output": "x", "faults": "./x"}])
    def test_of_the_command(self, options):
        """A command that cannot be followed is refused before anything is written."""
        with pytest.raises(BadCase):
            screen.run([], today=TODAY, **options)


class TestProcesses:
    """More processes give the same rows in the same order."""

    @pytest.mark.slow("starts processes for many families")
    def test_the_same(self, write, run):
        """Also where some lines are faulty."""
        lines = [json.dumps({**LINE, "family": f"f{number}"}) if number % 50 else "no" for number in range(300)]
        path = write("a.jsonl", "\n".join(lines))
        assert run(path) == run(path, jobs=2)
        assert [] == multiprocessing.active_children()

    @pytest.mark.slow("starts processes for many families")
    @pytest.mark.parametrize("form", ["csv", "jsonl"])
    def test_the_same_bytes(self, write, tmp_path, form):
        """The files are the same to the byte, whatever the number of processes."""
        table = as_csv(*[casefile.read(path) for path in CASES] * 40)
        path = write("a.csv", f"{table}=1,no\n")
        outputs = []
        for jobs in (1, 2):
            files = tmp_path / f"out {jobs}", tmp_path / f"faults {jobs}"
            assert 2 == screen.run([str(path)], today=TODAY, form=form, output=files[0], faults=files[1], jobs=jobs)
            outputs.append([file.read_bytes() for file in files])
        assert outputs[0] == outputs[1]

    @pytest.mark.slow("follows each piece of memory of 11,000 families")
    def test_memory_does_not_grow(self, write, monkeypatch, looking_often):
        """Ten times as many families do not take many times the memory."""
        monkeypatch.setattr(work, "compare", lambda *_: ())  # it holds on to nothing, and takes long
        monkeypatch.setattr(read, "_REMEMBERED", 100)
        monkeypatch.setattr(work, "_CHUNK", 100)
        peaks = []
        for number in (500, 5000):
            rows = (f"f{n},x{n},child,,,,,\n" for n in range(number))
            path = write("a.csv", HEAD + "".join(rows))
            tracemalloc.start()
            screen.run([str(path)], today=TODAY, output=os.devnull)
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
        # What is held on to would be ten times as much; some waits until the collector comes by.
        assert peaks[1] < 4 * peaks[0]

    def test_reads_no_further_than_it_must(self, monkeypatch):
        """Memory does not grow with the input: a few chunks are under way, no more."""
        taken = []
        monkeypatch.setattr(work, "_CHUNK", 64)

        def endless():
            while True:
                taken.append(None)
                yield read._Broken(screen.Place("x"), Fault("", read.NO_FAMILY, FaultCode.BAD_SYNTAX))

        found = screen.screen(endless(), jobs=2)
        next(found)
        found.close()
        assert len(taken) <= work._CHUNK * 3


def begun(folder, jobs, written=0):
    """Begin to screen a long file in a process of its own; give it once so many bytes are written."""
    source = folder / "a.jsonl"
    source.write_text(f"{json.dumps(LINE)}\n" * 20_000)
    words = ["screen", str(source), "--jobs", str(jobs), "-o", str(folder / "out.csv")]
    process = subprocess.Popen(
        [sys.executable, "-m", "reunify", *words],
        stderr=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while not any(file.suffix == ".tmp" and file.stat().st_size >= written for file in folder.iterdir()):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return process


def nobody_left(process):
    """Say whether every process of the command ends soon after it."""
    for _ in range(500):
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.01)
    return False


class TestFilesAreWhole:
    """What is written is there wholly or not at all."""

    def test_a_full_disk(self, write, tmp_path, monkeypatch):
        """What was there is left as it was, and nothing lies beside it."""
        path = write("a.jsonl", json.dumps(LINE))
        output = write("out.csv", "old")

        def full(_):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(files, "encoded", full)
        with pytest.raises(OSError, match="No space") as raised:
            screen.run([str(path)], today=TODAY, output=str(output))
        assert str(output) == raised.value.filename
        assert "old" == output.read_text()
        assert ["a.jsonl", "out.csv"] == sorted(file.name for file in tmp_path.iterdir())

    @pytest.mark.parametrize("option", ["output", "faults"])
    def test_the_file_that_was_named(self, write, tmp_path, monkeypatch, option):
        """An error is about the file as its user named it, and not about the one that is written first."""
        monkeypatch.chdir(tmp_path)
        write("a.jsonl", json.dumps(LINE))
        with pytest.raises(FileNotFoundError) as raised:
            screen.run(["a.jsonl"], today=TODAY, **{option: "none/out.csv"})
        assert str(Path("none/out.csv")) == raised.value.filename

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
    def test_a_full_device(self, write):
        """A device is written to as it is, and says that it is full."""
        path = write("a.jsonl", json.dumps(LINE))
        with pytest.raises(OSError, match="No space"):
            screen.run([str(path)], today=TODAY, output="/dev/full")

    @pytest.mark.slow("starts processes for many families, and ends them half-way")
    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")
    @pytest.mark.parametrize(("number", "wait"), [("SIGINT", 0.0), ("SIGINT", 0.5), ("SIGTERM", 0.1), ("SIGHUP", 0.1)])
    @pytest.mark.parametrize("jobs", [1, 2])
    def test_interrupted(self, tmp_path, jobs, number, wait):
        """Ctrl-C, being told to end and losing the terminal leave no file, no process and no traceback."""
        process = begun(tmp_path, jobs)
        time.sleep(wait)
        os.killpg(process.pid, getattr(signal, number))
        _, err = process.communicate(timeout=60)
        assert 130 == process.returncode
        assert "reunify: interrupted; no file was written\n" == err
        assert ["a.jsonl"] == [file.name for file in tmp_path.iterdir()]
        assert nobody_left(process)

    @pytest.mark.slow("starts processes of its own")
    def test_what_goes_wrong_in_a_process(self):
        """An error is raised where the result is asked for, and a process that is gone is no result that never comes."""
        found = in_processes(int, ["1", "2", "x", "4"], 2)
        assert [1, 2] == [next(found), next(found)]
        with pytest.raises(RuntimeError, match=r"(?s)Traceback .*ValueError: .*'x'"):
            next(found)
        with pytest.raises(RuntimeError, match="pickle"):
            list(in_processes(open, [os.devnull], 1))
        with pytest.raises(ProcessDiedError):
            list(in_processes(os._exit, [3, 3, 3], 2))

    @pytest.mark.slow("starts processes of its own")
    def test_nothing_is_said_of_processes_that_ended(self, capfd):
        """When all work is done, none of them complains."""
        assert list(range(20)) == [int(one) for one in in_processes(str, range(20), 4)]
        assert ("", "") == capfd.readouterr()

    @pytest.mark.slow("starts processes for many families, and ends them half-way")
    @pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
    def test_a_process_that_dies(self, tmp_path):
        """When a process falls away, one line says so, and nothing is left."""
        process = begun(tmp_path, jobs=2, written=1)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        workers = [int(child) for child in children if "spawn_main" in Path(f"/proc/{child}/cmdline").read_text()]
        assert 2 == len(workers)
        os.kill(workers[0], signal.SIGKILL)
        _, err = process.communicate(timeout=60)
        assert (1, "reunify: a process died (was there enough memory?); no file was written\n") == (
            process.returncode,
            err,
        )
        assert ["a.jsonl"] == [file.name for file in tmp_path.iterdir()]
        assert nobody_left(process)

    @pytest.mark.slow("starts processes for many families, and ends them half-way")
    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")
    def test_killed(self, tmp_path):
        """When the command itself is killed, its processes do not go on without it."""
        process = begun(tmp_path, jobs=2, written=1)
        process.kill()
        process.communicate(timeout=60)
        assert nobody_left(process)

    @pytest.mark.slow("starts processes for many families")
    @pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
    @pytest.mark.parametrize("jobs", [1, 2])
    def test_a_broken_pipe_of_the_command(self, tmp_path, jobs):
        """Whoever reads may stop reading: nothing is said of it, and no process goes on."""
        (tmp_path / "a.jsonl").write_text(f"{json.dumps(LINE)}\n" * 3000)
        command = f"{sys.executable} -m reunify screen --jobs {jobs} {tmp_path / 'a.jsonl'} | head -n 1"
        with subprocess.Popen(
            ["bash", "-c", command],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=ENVIRONMENT,
            start_new_session=True,
        ) as process:
            out, err = process.communicate(timeout=60)
        assert (1, "") == (len(out.splitlines()), err)
        assert nobody_left(process)

    @pytest.mark.slow("starts processes of its own")
    def test_a_broken_pipe(self, tmp_path):
        """Whoever reads may stop reading."""
        source = tmp_path / "a.jsonl"
        source.write_text(f"{json.dumps(LINE)}\n" * 2000)
        command = (
            "from datetime import date; from reunify import screen\n"
            f"try: screen.run([{str(source)!r}], today=date(2026, 11, 25))\n"
            "except BrokenPipeError: import os; os._exit(7)"
        )
        with subprocess.Popen(
            [sys.executable, "-c", command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT
        ) as process:
            assert process.stdout.readline()
            process.stdout.close()
            assert b"" == process.stderr.read()
            assert 7 == process.wait(timeout=60)

    @pytest.mark.slow("starts processes for many families")
    @pytest.mark.skipif(sys.platform == "win32", reason="needs limits on the size of a file")
    @pytest.mark.parametrize("jobs", [1, 2])
    def test_no_room_for_the_file(self, tmp_path, jobs):
        """A disk that runs full half-way leaves the old file, and one line on standard error."""
        source, output = tmp_path / "a.jsonl", tmp_path / "out.csv"
        source.write_text(f"{json.dumps(LINE)}\n" * 1000)
        output.write_text("old")
        words = f"{sys.executable} -m reunify screen {source} --jobs {jobs} -o {output} --faults {tmp_path / 'faults'}"
        done = subprocess.run(
            ["bash", "-c", f"ulimit -f 64; {words}"], capture_output=True, text=True, check=False, env=ENVIRONMENT
        )
        assert 1 == done.returncode
        assert re.fullmatch(rf"{output}: could not be written: .*\n", done.stderr)
        assert "old" == output.read_text()
        assert ["a.jsonl", "out.csv"] == sorted(file.name for file in tmp_path.iterdir())

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
    @pytest.mark.parametrize(
        "command",
        [
            ["screen"],
            *(
                pytest.param(words, marks=pytest.mark.slow("starts a process each"))
                for words in (["screen", "--jobs", "2"], ["compare"], ["assess"], ["calendar"])
            ),
        ],
    )
    def test_a_full_output(self, command):
        """Standard output that is full gives exit code 1 and one line."""
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [sys.executable, "-m", "reunify", *command, CASES[0]],
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
                env=ENVIRONMENT,
            )
        assert (1, "-: could not be written: No space left on device\n") == (done.returncode, done.stderr)

    @pytest.mark.slow("starts a process each")
    @pytest.mark.skipif(sys.platform == "win32", reason="needs a shell that closes streams")
    @pytest.mark.parametrize("command", ["screen", "compare"])
    def test_a_closed_output(self, command):
        """Whoever closes standard output and error gets no output, and the exit code."""
        words = f"{sys.executable} -m reunify {command}"
        for path, code in ((CASES[0], 0), ("none.toml", 2)):
            done = subprocess.run(["bash", "-c", f"{words} {path} >&- 2>&-"], check=False, env=ENVIRONMENT)
            assert code == done.returncode

    def test_keeps_the_rights_of_the_old_file(self, write):
        """A file that is replaced stays as readable as it was."""
        path, output = write("a.jsonl", json.dumps(LINE)), write("out.csv", "old")
        output.chmod(0o600)
        assert 0 == screen.run([str(path)], today=TODAY, output=str(output))
        assert 0o600 == output.stat().st_mode & 0o777


class TestProgress:
    """Progress is shown on a terminal only."""

    def test_none_in_a_pipe(self, write, capsys):
        """Standard error stays empty."""
        screen.run([str(write("a.jsonl", json.dumps(LINE)))], today=TODAY)
        assert "" == capsys.readouterr().err

    @pytest.mark.slow("starts processes of its own")
    @pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal that is none")
    def test_on_a_real_terminal(self, write, tmp_path):
        """Where standard error is a terminal, the bar is shown and goes away; what is piped is the rows alone."""
        source = write("a.jsonl", f"{json.dumps(LINE)}\n" * 50)
        ours, theirs = os.openpty()
        done = subprocess.run(
            [sys.executable, "-m", "reunify", "screen", source],
            stdout=subprocess.PIPE,
            stderr=theirs,
            text=True,
            check=True,
            env={**ENVIRONMENT, "TERM": "xterm"},
        )
        os.close(theirs)
        assert "assessing" in os.read(ours, 100_000).decode()
        os.close(ours)
        assert 51 == len(done.stdout.splitlines())
        assert "\x1b" not in done.stdout

    def test_on_a_terminal(self, write, tmp_path, monkeypatch, capsys):
        """A bar goes to standard error, and the rows to the file."""
        monkeypatch.setattr(command, "_shows_progress", lambda _: True)
        source, output = write("a.jsonl", json.dumps(LINE)), tmp_path / "out.csv"
        assert 0 == screen.run([str(source)], today=TODAY, output=str(output))
        assert "" == capsys.readouterr().out
        assert 2 == len(output.read_text().splitlines())


def test_a_folder_has_case_files_only(tmp_path, run):
    """An output that lies in the folder is not read as input."""
    shutil.copy(CASES[0], tmp_path)
    (tmp_path / "out.csv").write_text("family,person\n")
    (tmp_path / "sub.toml").mkdir()
    assert 0 == run(tmp_path)[0]
