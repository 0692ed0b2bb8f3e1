"""Values of many persons at once, as plain functions get them.

A function that compares days or amounts is called with a value that stands for those of many persons, and gives
what numpy makes of the comparison. Where it asks for one answer (an ``if``) and the persons differ in it, it is
called again for each part of them in which they do not. What cannot be done with many values at all is done with
each of them. So a plain function gives for each person what it gives for that person alone. Only what it is that
a function is given (`isinstance`) cannot be asked: what stands for many days is no date, and does not say it is. The
library's own conditions do not ask it; those of other laws get each value by itself (`_leaves.asked`).
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final, TypeAlias

import attrs
import numpy as np

from reunify.columns._tables import Array
from reunify.terms import NEVER
from reunify.terms_of_many import of_each

Masks: TypeAlias = "Array | int"
"""Sets of verdicts as bits: an array, or one set for all."""

_NEVER: Final = NEVER.toordinal()

# ---------------------------------------------------------------- parts that do not differ


class Split(Exception):  # noqa: N818 -- a signal, not an error
    """One answer was asked for where persons differ; the labels say who do not differ."""

    def __init__(self, labels: Array) -> None:
        super().__init__()
        self.labels = labels


def in_parts(function: Callable[[Array], Any], places: Array) -> Iterator[tuple[Array, Any]]:
    """Call a function for places, and again for parts of them as long as it finds that they differ."""
    todo = [places] if len(places) else []
    while todo:
        part = todo.pop()
        try:
            found = function(part)
        except Split as split:
            todo.extend(_grouped(part, split.labels))
        else:
            yield part, found


def _grouped(places: Array, labels: Array) -> Iterator[Array]:
    if labels.dtype == bool:
        yield places[labels]
        yield places[~labels]
        return
    order = np.argsort(labels, kind="stable")
    ends = np.flatnonzero(np.diff(labels[order])) + 1
    yield from np.split(places[order], ends)


def the_same(codes: Array) -> int:
    """Give the one code that all have."""
    if (codes[0] == codes).all():
        return int(codes[0])
    raise Split(codes)


def called(function: Callable[..., Any], values: Sequence[Any]) -> Any:
    """Call a function; what it cannot do with many values it does with each."""
    try:
        return function(*values)
    except (AttributeError, TypeError):
        many = next((value for value in values if isinstance(value, Many)), None)
        if many is None:
            raise
        raise Split(many.codes) from None


# ---------------------------------------------------------------- what stands for many


class Truths:
    """A yes or no for each person."""

    __slots__ = ("rows",)

    def __init__(self, rows: Array) -> None:
        self.rows = rows

    def __bool__(self) -> bool:
        if self.rows.all():
            return True
        if self.rows.any():
            raise Split(self.rows)
        return False

    def __eq__(self, other: object) -> bool:
        return bool(self) == other

    __hash__ = None  # type: ignore[assignment]


_Compares: TypeAlias = Callable[[Any, Any], Any]


class Many:
    """A value for each person, which can be compared and nothing more; the codes say who have the same."""

    __slots__ = ("codes",)

    def __init__(self, codes: Array) -> None:
        self.codes = codes

    def compared(self, compares: _Compares, other: Any) -> Any:
        """Compare with the same of others, or with one plain value; with what is neither it is not implemented."""
        raise NotImplementedError

    def __eq__(self, other: object) -> Any:
        return self.compared(operator.eq, other)

    def __ne__(self, other: object) -> Any:
        return self.compared(operator.ne, other)

    def __lt__(self, other: Any) -> Any:
        return self.compared(operator.lt, other)

    def __le__(self, other: Any) -> Any:
        return self.compared(operator.le, other)

    def __gt__(self, other: Any) -> Any:
        return self.compared(operator.gt, other)

    def __ge__(self, other: Any) -> Any:
        return self.compared(operator.ge, other)

    __hash__ = None  # type: ignore[assignment]


class Days(Many):
    """A day for each person; the codes are their ordinals."""

    __slots__ = ()

    def compared(self, compares: _Compares, other: Any) -> Any:
        """Compare the ordinals."""
        if isinstance(other, Days):
            return Truths(compares(self.codes, other.codes))
        return Truths(compares(self.codes, other.toordinal())) if isinstance(other, date) else NotImplemented

    def __add__(self, by: Any) -> Any:
        if not isinstance(by, timedelta):
            return NotImplemented
        if int(self.codes.max()) >= _NEVER - abs(by.days):
            raise Split(self.codes)
        return Days(self.codes + by.days)

    def __sub__(self, by: Any) -> Any:
        return self + -by if isinstance(by, timedelta) else NotImplemented

    def each(self, function: Callable[..., date], *args: Hashable, **kwargs: Hashable) -> Days:
        """Give what a function of a day gives for each; functions of `reunify.terms` ask this."""
        return Days(of_each(function, args, kwargs, self.codes))


class Amounts(Many):
    """An amount for each person; the codes are places in a list of amounts."""

    __slots__ = ("_values",)

    def __init__(self, codes: Array, values: Sequence[Decimal]) -> None:
        super().__init__(codes)
        self._values = values

    def compared(self, compares: _Compares, other: Any) -> Any:
        """Compare each distinct amount."""
        if isinstance(other, Many):
            raise Split(self.codes)
        present, places = np.unique(self.codes, return_inverse=True)
        found = [compares(self._values[code], other) for code in present.tolist()]
        return Truths(np.array(found, dtype=bool)[places])

    def __bool__(self) -> bool:
        raise Split(self.codes)


# ---------------------------------------------------------------- columns of values


@attrs.frozen(eq=False)
class Column:
    """One fact of some persons as conditions see it: assumptions made, derived facts worked out.

    Attributes:
        codes: A code a person, or one for all; below zero is unknown.
        values: What the codes stand for; None: they are ordinals of days.
    """

    codes: Array | int
    values: tuple[Any, ...] | None

    def known(self) -> Array | bool:
        """Say where the value is known."""
        return self.codes >= 0

    def at(self, places: Array) -> Any:
        """Give the value that all of these persons have, or what stands for their values."""
        if not isinstance(self.codes, np.ndarray):
            return self._value(self.codes)
        codes = self.codes[places]
        if (codes[0] == codes).all():
            return self._value(int(codes[0]))
        if self.values is None:
            return Days(codes)
        if isinstance(self.values[0], Decimal):
            return Amounts(codes, self.values)
        raise Split(codes)

    def _value(self, code: int) -> Any:
        return date.fromordinal(code) if self.values is None else self.values[code]
