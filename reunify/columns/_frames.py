"""Data frames: families from pandas, polars, Arrow or arrays, and what comes out as columns of the same kinds."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any, Final, overload

import attrs
import numpy as np

from reunify.cells import FAMILY, NO_FAMILY, CellReader, faults_of_columns, from_value
from reunify.columns._doubt import in_doubt
from reunify.columns._tables import FACTS, NEEDED, Array, Coder, Table, case_at, finished
from reunify.columns._verdicts import Columns, assess_table, assess_table_each
from reunify.comparison import change_kind
from reunify.engine.meaning import SETS, verdict_of
from reunify.facts import FactKind, Relation
from reunify.faults import BadCase, Fault, FaultCode
from reunify.renamed import fact_now
from reunify.rules import RULE_SETS
from reunify.ruleset import RuleSet
from reunify.text import Text

_EPOCH: Final = date(1970, 1, 1).toordinal()


@attrs.frozen(eq=False, repr=False)
class Screening:
    """What comes out for each person of a data frame, one row a person, in the order of the rows that came in.

    The columns are those that ``reunify screen`` writes, and the deciding condition: ``family``, ``person``,
    ``relation``, ``decided_on``, ``change`` (from the first law to the last, where there are several), and for each law
    ``two-status.verdict``, ``.ground``, ``.condition``, ``.eligible_from``, ``.deadline``, ``.missing`` and ``.disputed``.
    Where there is nothing to say, null stands: no ground is open, no condition decides, there is no such day.

    Attributes:
        laws: What comes out under each law.
    """

    laws: tuple[Columns, ...]
    _table: Table = attrs.field(alias="table")
    _family: Sequence[Any] = attrs.field(alias="family")

    def __len__(self) -> int:
        return self._table.size

    def __repr__(self) -> str:
        return f"<Screening of {len(self)} persons under {', '.join(law.rule_set for law in self.laws)}>"

    def to_columns(self) -> dict[str, Array]:
        """Give arrays by the name of the column: days as ``datetime64``, lists and words as objects."""
        decided_on = self._table.codes.get("decided_on")
        relations = np.array([relation.value for relation in Relation], dtype=object)
        found: dict[str, Array] = {
            FAMILY: np.asarray(self._family),
            "person": objects([self._table.name_of(row) for row in range(len(self))]),
            "relation": relations[self._table.codes["relation"]],
            "decided_on": _days(np.zeros(len(self)) if decided_on is None else np.maximum(decided_on, 0)),
        }
        if len(self.laws) > 1:
            found["change"] = changes(self.laws[0], self.laws[-1])
        for law in self.laws:
            found |= {f"{law.rule_set}.{name}": values for name, values in _outcome(law)}
        return found

    def to_arrow(self) -> Any:
        """Give a table of pyarrow: days are ``date32``, what is missing and disputed lists of strings."""
        arrow = _needed("pyarrow", "parquet")
        typed = self._typed(arrow.string(), arrow.list_(arrow.string()))
        return arrow.table({name: arrow.array(v.tolist() if kind else v, type=kind) for name, v, kind in typed})

    def to_pandas(self) -> Any:
        """Give a frame of pandas."""
        return _needed("pandas", "pandas").DataFrame(self.to_columns())

    def to_polars(self) -> Any:
        """Give a frame of polars: days are ``Date``, what is missing and disputed lists of strings."""
        polars = _needed("polars", "polars")
        typed = self._typed(polars.String, polars.List(polars.String))
        return polars.DataFrame(
            [polars.Series(name, v.tolist() if v.dtype == object else v, dtype=kind) for name, v, kind in typed]
        )

    def _typed(self, text: Any, texts: Any) -> Iterator[tuple[str, Array, Any]]:
        """Give the columns, each with its type where that is a text or a list of texts."""
        for name, values in self.to_columns().items():
            is_text = values.dtype == object and name != FAMILY
            yield name, values, texts if name.endswith((".missing", ".disputed")) else text if is_text else None


@overload
def screen(data: Table, laws: RuleSet) -> Columns: ...
@overload
def screen(data: Any, laws: Iterable[RuleSet | str] | str = ...) -> Screening: ...
@overload
def screen(data: Mapping[str, Any], laws: RuleSet) -> Screening: ...
def screen(data: Any, laws: Iterable[RuleSet | str] | RuleSet | str = tuple(RULE_SETS.regimes)) -> Screening | Columns:
    """Assess the families of a data frame: one row a person, facts in columns.

    What a cell means is the same as in the files that ``reunify screen`` reads (`reunify.cells`): nothing in it (null,
    not-a-number, an empty text) is a fact left out, and the word ``unknown`` is not known. What is said of the case and
    the sponsor may stand in each row of a family, or in one.

    Args:
        data: A frame of pandas or polars, anything else that gives an Arrow stream (``__arrow_c_stream__``; needs
            pyarrow), or arrays by name. Its columns are the facts (``relation``, ``sponsor.born_on``), ``family`` (the
            rows of one family stand together) and, if persons have a name, ``id``; without it a person is called by the
            number of the row. ``with_parent`` and ``parent_member`` give an id, or the number of a row from 0.
        laws: The laws, or their ids; one or several. Of several the first and the last give the change.

    Returns:
        A `Screening`. Of a `Table` and one law, as before it could read data frames: what `assess_table` gives.

    Raises:
        BadCase: The columns or values cannot be read, or a family cannot be; each fault names its column and row.
        ImportError: What reads such data is not installed.
    """
    if isinstance(data, Table) and isinstance(laws, RuleSet):
        return assess_table(data, laws)
    rule_sets = _laws_of(laws)
    family: Sequence[Any]
    made, family = (data, data.families.tolist()) if isinstance(data, Table) else _read(_columns_of(data))
    return Screening(assess_table_each(made, rule_sets, in_detail=True), made, family)


def _laws_of(laws: object) -> list[RuleSet]:
    given = [laws] if isinstance(laws, RuleSet | str) else laws
    listed: list[Any] = [*given] if isinstance(given, Iterable) else []
    if not listed:
        raise BadCase([Fault("laws", _NO_LAWS.format(laws=", ".join(map(repr, RULE_SETS))), FaultCode.UNKNOWN_LAW)])
    return [RULE_SETS.named(law, "laws") for law in listed]


# ---------------------------------------------------------------- what goes in


def _columns_of(data: Any) -> dict[str, Array]:
    """Give arrays of whatever holds columns; what has gaps as objects with None in them."""
    if isinstance(data, Mapping):
        listed = [(name, _array(name, values)) for name, values in data.items()]
    elif hasattr(data, "iloc") and hasattr(data, "columns"):  # pandas
        listed = [(name, _of_pandas(data.iloc[:, place])) for place, name in enumerate(data.columns)]
    else:
        table = _arrow_table(data)
        listed = [
            (name, _of_arrow(column.combine_chunks()))
            for name, column in zip(table.column_names, table.itercolumns(), strict=True)
        ]
    # Two that would be one by the name of now are not to be one silently.
    named = [(fact_now(str(name)), values) for name, values in listed]
    if faults := faults_of_columns([name for name, _ in named], NEEDED):
        raise BadCase(faults)
    return dict(named)


def _arrow_table(data: Any) -> Any:
    if hasattr(data, "__arrow_c_stream__"):
        arrow = _needed("pyarrow", "parquet")
        with suppress(arrow.ArrowInvalid):  # a stream of values, and of no columns
            return arrow.table(data)
    raise BadCase([Fault("", _NO_FRAME.format(kind=type(data).__name__), FaultCode.WRONG_TYPE)])


def _of_pandas(series: Any) -> Array:
    values: Array = series.to_numpy()
    if values.dtype.kind in "biuM":
        return values
    values = series.astype(object).to_numpy().copy()
    values[series.isna().to_numpy()] = None
    return values


def _of_arrow(column: Any) -> Array:
    kind = str(column.type)
    is_day = kind == "date32[day]" or (kind.startswith("timestamp[") and "tz" not in kind)
    if is_day or (column.null_count == 0 and kind.startswith(("int", "uint", "bool"))):
        found: Array = column.to_numpy(zero_copy_only=False)
        return found
    return objects(column.to_pylist())


def _array(name: object, values: Any) -> Array:
    """Make an array of one column; of a list of values, with each of them as it is."""
    if not hasattr(values, "__iter__") or isinstance(values, str | bytes):
        raise BadCase([Fault(str(name), _NO_COLUMN.format(kind=type(values).__name__), FaultCode.WRONG_TYPE)])
    if isinstance(values, np.ma.MaskedArray):
        return objects(values.tolist())
    if isinstance(values, np.ndarray):
        return values
    if hasattr(values, "iloc"):  # pandas
        return _of_pandas(values)
    return objects(values.to_pylist() if hasattr(values, "to_pylist") else list(values))


def objects(values: Sequence[Any]) -> Array:
    """Give an array of just these objects."""
    found = np.empty(len(values), dtype=object)
    found[:] = values
    return found


def _read(columns: dict[str, Array]) -> tuple[Table, Sequence[Any]]:
    family = columns.pop(FAMILY).tolist()
    gap = next((row for row, name in enumerate(family) if from_value(FAMILY, name) is None), None)
    if gap is not None:
        raise BadCase([Fault(f"{FAMILY}[{gap}]", NO_FAMILY, FaultCode.MISSING_FACT)])
    numbers = {name: number for number, name in enumerate(dict.fromkeys(family))}
    places = np.array([numbers[name] for name in family], dtype=np.int64)
    texts = {name: columns.pop(name) for name in ("id", "title", "source") if name in columns}
    ids = _ids(texts["id"]) if "id" in texts else None
    coder = Coder(len(family))
    rows = (
        {}
        if ids is None
        else {(place, name): row for row, (place, name) in enumerate(zip(places.tolist(), ids, strict=True))}
    )
    for name, values in columns.items():
        if FACTS[name].kind is FactKind.CHOICE and values.dtype.kind in "iu":
            values = values.astype(object)  # noqa: PLW2901 -- a number is no word: only a `Table` has places of a list
        coder.add(name, with_rows(name, values, rows, places) if ids is not None else values)
    if coder.faults:
        raise BadCase(coder.faults)
    made = finished(coder, places, ids)
    faults: list[Fault] = []
    for first in in_doubt(made):
        try:
            case_at(made, first)
        except BadCase as bad:
            faults += bad.faults
    if faults:
        raise BadCase(faults)
    return made, family


def _ids(values: Array) -> list[str]:
    found, faults = [], []
    for row, value in enumerate(values.tolist()):
        name = from_value("id", value)
        if not isinstance(name, str):
            faults.append(Fault(f"id[{row}]", _NO_ID, FaultCode.BAD_TEXT))
        found.append(str(name))
    if faults:
        raise BadCase(faults[:20])
    return found


def with_rows(
    name: str, values: Array, rows: Mapping[tuple[int, Any], int], family: Array, read: CellReader = from_value
) -> Array:
    """Give a column of references with the number of a row where it has an id; other columns as they are."""
    if FACTS[name].kind is not FactKind.MEMBER or values.dtype.kind in "iu":
        return values
    cells = [read(name, value) for value in values.tolist()]
    # A number that is no id must not be taken for one of a row.
    listed = [str(cell) if isinstance(cell, int) else cell for cell in cells]
    return objects([rows.get((place, cell), cell) for place, cell in zip(family.tolist(), listed, strict=True)])


# ---------------------------------------------------------------- what comes out


def _days(ordinals: Any) -> Array:
    found: Array = np.asarray(ordinals).astype(np.int64).astype("datetime64[D]") - _EPOCH
    found[ordinals == 0] = np.datetime64("NaT")
    return found


def _outcome(law: Columns) -> Iterable[tuple[str, Array]]:
    words = np.array([verdict_of(mask).value for mask in SETS], dtype=object)
    yield "verdict", words[law.possible]
    yield "ground", objects([*law.grounds, None])[law.ground_codes]
    yield "condition", objects([*law.conditions, None])[law.condition_codes]
    if law.details is not None:
        yield "eligible_from", _days(law.details.eligible_from)
        yield "deadline", _days(law.details.deadline)
        for name, told in (("missing", law.details.missing), ("disputed", law.details.disputed)):
            values = np.empty(len(law), dtype=object)
            for row in range(len(law)):
                values[row] = list(told.get(row, ()))
            yield name, values


def changes(old: Columns, new: Columns) -> Array:
    """Give for each person the kind of change from the one law to the other, as its word."""
    words = objects([change_kind(verdict_of(one), verdict_of(other)).value for one in SETS for other in SETS])
    found: Array = words[old.possible << 3 | new.possible]
    return found


def _needed(module: str, extra: str) -> Any:
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        message = f"this needs {module}: pip install 'reunify[{extra}]'"
        raise ImportError(message, name=error.name) from None


_NO_FRAME: Final = Text(
    en="{kind} is no data frame; give one of pandas or polars, an Arrow table, or arrays by name",
    nl="{kind} is geen dataframe; geef er een van pandas of polars, een Arrow-tabel, of arrays met hun naam",
)
_NO_COLUMN: Final = Text(
    en="{kind} is no column; give a list or an array, with a value for each person",
    nl="{kind} is geen kolom; geef een lijst of een array, met een waarde voor elke persoon",
)
_NO_LAWS: Final = Text(en="name one law or several: {laws}", nl="noem een of meer wetten: {laws}")
_NO_ID: Final = Text(en="each person must have an id", nl="elke persoon moet een id hebben")
