"""What a cell of a table means: the same in CSV, in Parquet, in JSON lines and in a data frame.

A cell with nothing in it (an empty text, null, not-a-number, not-a-time) is a fact left out: what is assumed of it is
assumed. The word ``unknown`` says that it is not known.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from reunify.facts import ALL_FACTS, Fact, FactKind
from reunify.faults import Fault, FaultCode, did_you_mean
from reunify.renamed import old_names
from reunify.text import Text

__all__ = ["FACTS", "FAMILY", "NEEDS_ARROW", "NO_FAMILY", "CellReader", "faults_of_columns", "from_text", "from_value"]

if not TYPE_CHECKING:
    __getattr__ = old_names(__name__, Cell="CellReader")


CellReader: TypeAlias = Callable[[str, Any], object]
"""Gives what stands in a cell of a column."""
FAMILY: Final = "family"
"""The column that says of which family a person is."""
NO_FAMILY: Final = Text(en="each row must name its family", nl="elke rij moet het gezin noemen")
FACTS: Final[Mapping[str, Fact]] = ALL_FACTS


def from_text(name: str, cell: str | None) -> object:
    """Give what a text in a cell means; what it does not mean stays text, and is told as a fault of the fact.

    Args:
        name: The column.
        cell: The text; None comes back where it is empty.
    """
    cell = cell.strip() if cell else None
    if not cell:
        return None
    kind = _kind_of(name)
    if kind is FactKind.YES_NO:
        return _YES_NO.get(cell.lower(), cell)
    if kind is FactKind.AMOUNT and _AMOUNT.fullmatch(cell):
        return Decimal(cell.replace(",", "."))
    return cell


def _kind_of(name: str) -> FactKind:
    told = None if name == FAMILY else FACTS.get(name)
    return FactKind.TEXT if told is None else told.kind


def from_value(name: str, value: Any) -> object:
    """Give what a typed cell means.

    A day may come as midnight, two days as a list or a struct, a gap as not-a-number, a name as a number, yes and no as
    1 and 0.

    Args:
        name: The column.
        value: What stands in it; None comes back where that is nothing.
    """
    if isinstance(value, str):
        return from_text(name, value)
    if _is_gap(value):
        return None
    if isinstance(value, dict) and value.keys() == {"first", "last"}:
        return from_value(name, [value["first"], value["last"]])
    if isinstance(value, list | tuple):
        ends = [from_value(name, end) for end in value]
        return None if ends == [None] * len(ends) else ends
    if isinstance(value, datetime) and value == datetime(value.year, value.month, value.day, tzinfo=value.tzinfo):
        return value.date()
    kind = _kind_of(name)
    if kind is FactKind.YES_NO and type(value) in (int, float) and value in (0, 1):
        value = bool(value)  # a column of yes and no may hold numbers, and fractions where it has gaps
    named = kind in (FactKind.TEXT, FactKind.MEMBER) and isinstance(value, int) and not isinstance(value, bool)
    return str(value) if named or (name == FAMILY and value is not None) else value


def _is_gap(value: object) -> bool:
    if isinstance(value, float):
        return math.isnan(value)
    if isinstance(value, Decimal):
        return value.is_nan()
    return type(value).__name__ in ("NAType", "NaTType")  # those of pandas, which need not be there


def faults_of_columns(names: Sequence[str], needed: Sequence[str]) -> list[Fault]:
    """Say what is wrong with the columns of a table, before any row is read with them.

    Args:
        names: The columns that are there.
        needed: Those that must be.
    """
    known = (FAMILY, *FACTS)
    strange = [name for name in names if name not in known]
    # A hint takes time, and where all names are wrong it helps nobody.
    hints = {name: did_you_mean(str(name), known) for name in strange[: len(known)]}
    faults = [
        Fault(str(name), _NO_SUCH_COLUMN.format(hint=hints.get(name, Text(en="", nl=""))), FaultCode.BAD_COLUMN)
        for name in strange
    ]
    faults += [Fault(name, _COLUMN_MISSING, FaultCode.BAD_COLUMN) for name in needed if name not in names]
    return faults + [
        Fault(name, _COLUMN_TWICE, FaultCode.BAD_COLUMN) for name, times in Counter(names).items() if times > 1
    ]


_YES_NO: Final = {"true": True, "false": False, "waar": True, "onwaar": False}
_AMOUNT: Final = re.compile(r"\d+([.]\d+|,\d{1,2})?", re.ASCII)
_NO_SUCH_COLUMN: Final = Text(en="there is no such column{hint}", nl="die kolom bestaat niet{hint}")
_COLUMN_MISSING: Final = Text(en="this column must be there", nl="deze kolom moet er zijn")
_COLUMN_TWICE: Final = Text(en="this column is there more than once", nl="deze kolom staat er meer dan eens")
NEEDS_ARROW: Final = Text(
    en='Parquet and Arrow need pyarrow: pip install "reunify[parquet]"',
    nl='Parquet en Arrow vragen om pyarrow: pip install "reunify[parquet]"',
)
"""What is said where pyarrow is not installed."""
