"""Data frames: families from pandas, polars, Arrow and arrays; what comes out is what `assess` says of each family."""

import copy
from pathlib import Path

import numpy as np
import pytest

from reunify import CURRENT, PROPOSED, casefile, columns, compare
from reunify.cells import FAMILY
from reunify.facts import ALL_FACTS, ASSUMED, FactKind
from reunify.faults import BadCase

CASES = [casefile.read(path) for path in sorted((Path(__file__).parents[1] / "examples" / "cases").glob("*.toml"))]
EXPECTED = [change for case in CASES for change in compare(case).changes]


def as_rows(cases):
    """Families as a frame has them: nothing where a fact is left out, the word where it is unknown."""

    def cell(told, value):
        if value is ASSUMED or (value is None and not told.has_assumption):
            return None
        if value is None:
            return "unknown"
        return next((word for word, meaning in told.words.items() if meaning == value), value)

    for number, case in enumerate(cases):
        for member in case.members:
            owners = {"sponsor": case.sponsor, "": member}
            row = {FAMILY: f"family {number}"}
            for name, told in ALL_FACTS.items():
                owner, _, bare = name.rpartition(".")
                of = case if name in ("decided_on", "title", "source") else owners[owner]
                value = cell(told, getattr(of, bare))
                row[name] = None if value is None else str(value) if told.kind is not FactKind.YES_NO else value
            yield row


def as_arrays(cases):
    rows = list(as_rows(cases))
    return {name: [row[name] for row in rows] for name in rows[0] if any(row[name] is not None for row in rows)}


ARRAYS = as_arrays(CASES)


def given_to(kind):
    """The examples as another library holds them; words and yes or no stand in columns of their own kinds."""
    if kind == "arrays":
        return ARRAYS
    library = pytest.importorskip(kind)
    texts = {
        name: [None if v is None else str(v).lower() if isinstance(v, bool) else v for v in values]
        for name, values in ARRAYS.items()
    }
    return library.table(texts) if kind == "pyarrow" else library.DataFrame(texts)


class TestScreen:
    """One row a person."""

    @pytest.mark.parametrize("kind", ["arrays", "pandas", "polars", "pyarrow"])
    def test_as_assess_says(self, kind):
        """Change, verdict, ground, days, missing facts and disputed points of each person, in order."""
        found = columns.screen(given_to(kind), [CURRENT, "two-status"])
        told = found.to_columns()
        assert repr(found) == f"<Screening of {len(EXPECTED)} persons under single-status, two-status>"
        assert [change.member for change in EXPECTED] == told["person"].tolist()
        assert [change.kind for change in EXPECTED] == told["change"].tolist()
        assert [change.old.relation for change in EXPECTED] == told["relation"].tolist()
        for outcomes in zip(*((change.old, change.new) for change in EXPECTED), strict=True):
            law = outcomes[0].rule_set
            for name in ("verdict", "ground", "eligible_from", "deadline"):
                assert [getattr(one, name) for one in outcomes] == told[f"{law}.{name}"].tolist()
            assert [list(one.missing) for one in outcomes] == told[f"{law}.missing"].tolist()
            disputed = [[one.id for one in outcome.disputes if one.changes_verdict] for outcome in outcomes]
            assert disputed == told[f"{law}.disputed"].tolist()

    def test_every_library_gives_the_same(self):
        """Days are days, what there is not is null, a list is a list."""
        for library in ("pandas", "polars", "pyarrow"):
            pytest.importorskip(library)
        found = columns.screen(ARRAYS)
        rows = found.to_arrow().to_pylist()
        assert rows == found.to_polars().to_dicts()
        frame = found.to_pandas()
        assert [*rows[0]] == [*frame.columns]
        for name in ("two-status.verdict", "two-status.ground", "change"):
            assert [row[name] for row in rows] == [None if v != v else v for v in frame[name].tolist()]  # noqa: PLR0124
        days = frame["two-status.deadline"]
        assert [row["two-status.deadline"] for row in rows] == [None if d != d else d.date() for d in days]  # noqa: PLR0124

    def test_pandas_with_gaps(self):
        """Its own kinds of nothing are nothing: not-a-number, not-a-time and NA."""
        pandas = pytest.importorskip("pandas")
        frame = pandas.DataFrame(
            {
                "family": ["a", "a"],
                "relation": pandas.Categorical(["child", "spouse"]),
                "decided_on": pandas.to_datetime(["2026-12-01", None]),
                "married": pandas.array([False, None], dtype="boolean"),
                "sponsor.income_per_month": [2500.5, float("nan")],
                "tie_plausible": [None, "unknown"],
            }
        )
        made = columns.screen(frame, "two-status")
        told = made.to_columns()
        assert ["2026-12-01"] * 2 == told["decided_on"].astype(str).tolist()
        assert "change" not in told
        assert ["0", "1"] == told["person"].tolist()

    @pytest.mark.parametrize("kind", ["list", "float64", "Int64", "boolean", "polars", "pyarrow", "masked"])
    def test_yes_and_no_as_numbers(self, kind):
        """1 is yes, 0 is no and a gap is nothing, in each way in which a column with gaps is held."""
        pandas, polars, arrow = map(pytest.importorskip, ("pandas", "polars", "pyarrow"))
        made = {
            "list": lambda: [1, pandas.NA, 0, None],
            "polars": lambda: polars.Series([1, None, 0, None]),
            "pyarrow": lambda: arrow.array([1, None, 0, None]),
            "masked": lambda: np.ma.array([1, 257, 0, 1], mask=[0, 1, 0, 1]),
        }.get(kind, lambda: pandas.array([1, None, 0, None], dtype=kind))
        facts = {"family": list("abcd"), "relation": ["spouse"] * 4, "born_on": [pandas.NaT] * 4}
        told = [columns.screen(facts | {"marriage_valid": of}).to_arrow() for of in (made(), [True, None, False, None])]
        assert told[1] == told[0]
        assert told[0]["single-status.ground"].to_pylist() == ["spouse", "spouse", "partner", "spouse"]

    def test_a_column_that_is_there_twice(self):
        """Of two by one name none is taken."""
        pandas, arrow = map(pytest.importorskip, ("pandas", "pyarrow"))
        facts = [*{"family": ["x"], "relation": ["child"], "born_on": ["2020-01-01"]}.items()]
        names, values = zip(*facts, facts[-1], strict=True)
        for data in (pandas.DataFrame([[v[0] for v in values]], columns=names), arrow.table(values, names=names)):
            with pytest.raises(BadCase, match="born_on: this column is there more than once"):
                columns.screen(data)

    def test_of_a_table(self):
        """A table is taken too; of one law alone `test_columns` says what it gives."""
        table = columns.from_cases(CASES)
        assert [c.member for c in EXPECTED] == columns.screen(table, [PROPOSED]).to_columns()["person"].tolist()

    @pytest.mark.parametrize(
        ("changes", "said"),
        [
            ({"relation": None}, "relation: this column must be there"),
            ({"born_on": 1990}, "born_on: int is no column; give a list or an array"),
            ({"born_on": "1990"}, "born_on: str is no column"),
            ({"born": [None] * 2}, "born: there is no such column"),
            ({"family": [None, 1]}, r"family\[0\]: each row must name its family"),
            ({"id": ["a", ""]}, r"id\[1\]: each person must have an id"),
            ({"id": ["a", "a"]}, r"id\[1\]: 'a' is also the id of"),
            ({"marriage_valid": np.array([1, 257])}, r"marriage_valid\[1\]: 257 is not a yes or no"),
            ({"born_on": ["1990-01-01", "2026-13-01"]}, r"born_on\[1\]: .*no such day"),
            ({"with_parent": [None, "you"]}, r"with_parent\[1\]: there is no member 'you'"),
            ({"born_on": [None, "2030-01-01"]}, r"born_on\[1\]: 2030-01-01 lies after decided_on"),
            ({"marriage_valid": [257, None]}, r"marriage_valid\[0\]: 257 is not a yes or no"),
            ({"relation": np.array([0, 1])}, r"relation\[0\]: 0 is not a known value"),
            ({"sponsor.born_on": ["2026-02-01", None]}, r"sponsor.asylum_applied_on\[0\]: .* lies before born_on"),
        ],
    )
    def test_refused(self, changes, said):
        """A fault names its column and row; a family that cannot be is refused as a case is."""
        facts = {
            "family": ["x", "x"],
            "id": ["a", "b"],
            "relation": ["child", "child"],
            "decided_on": ["2026-12-01", None],
            "sponsor.asylum_applied_on": ["2026-01-02", None],
        }
        given = {name: values for name, values in (copy.copy(facts) | changes).items() if values is not None}
        with pytest.raises(BadCase, match=said):
            columns.screen(given)

    def test_no_frame_and_no_law(self):
        """What holds no columns, and a law that is not there, are told."""
        with pytest.raises(BadCase, match="int is no data frame"):
            columns.screen(3)
        for library in ("pandas", "polars"):
            with pytest.raises(BadCase, match="Series is no data frame"):
                columns.screen(pytest.importorskip(library).Series([1]))
        with pytest.raises(BadCase, match="did you mean 'two-status'"):
            columns.screen(ARRAYS, ["two-statuses"])
        for none in (None, [], 5):
            with pytest.raises(BadCase, match="laws: name one law or several: 'single-status'"):
                columns.screen(ARRAYS, none)
