"""The terms of `reunify.terms` for whole columns of days: days are their ordinals, and arithmetic on whole numbers moves them.

What a term means is stated there, and which days are off is asked there, once a year. Only how a day is moved stands
here again, as dateutil moves one day at a time; a test holds the two equal on every day from 1900 to 2200. Needs numpy.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final, TypeAlias

import numpy as np

from reunify import terms
from reunify.terms import LONGEST_COVERED, NEVER

__all__ = ["Ordinals", "of_each"]


Ordinals: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"

_EPOCH: Final = date(1970, 1, 1).toordinal()
_NEVER: Final = NEVER.toordinal()
_A_YEAR: Final = 12


def of_each(
    function: Callable[..., date], args: tuple[Any, ...], kwargs: Mapping[str, Any], days: Ordinals
) -> Ordinals:
    """Give what a function of a day gives for each day of a column.

    Args:
        function: One of `reunify.terms`; of another one each distinct day is asked.
        args: What it takes after the day.
        kwargs: The same by name.
        days: The ordinals of the days.
    """
    on_column = _ON_COLUMNS.get(function.__name__) if function.__module__ == terms.__name__ else None
    if on_column is None:
        present, places = np.unique(days, return_inverse=True)
        found = [function(date.fromordinal(day), *args, **kwargs).toordinal() for day in present.tolist()]
        return np.array(found, dtype=days.dtype)[places]
    never = days == _NEVER
    if never.any():  # what never happens has no later day
        found_of_some = days.copy()
        if not never.all():
            found_of_some[~never] = of_each(function, args, kwargs, days[~never])
        return found_of_some
    low = int(days.min())
    span = int(days.max()) - low + 1
    if len(days) <= span:
        asked: Ordinals = on_column(days, *args, **kwargs).astype(days.dtype)
        return asked
    table = on_column(np.arange(low, low + span), *args, **kwargs).astype(days.dtype)
    found_in_table: Ordinals = table.take(days - low)
    return found_in_table


def _years_after(days: Ordinals, years: int) -> Ordinals:
    first, place, _ = _months_on(days, _A_YEAR * years)
    found: Ordinals = first + place  # past the last of February stands 1 March
    return found


def _end_of_months(days: Ordinals, months: int) -> Ordinals:
    first, place, length = _months_on(days, months)
    found: Ordinals = first + np.minimum(place, length - 1)
    return found


def _months_on(days: Ordinals, months: int) -> tuple[Ordinals, Ordinals, Ordinals]:
    """Give the first day of the month so much later, the place of each day in its own month, and that month's length."""
    at = (days - _EPOCH).astype("datetime64[D]")
    month = at.astype("datetime64[M]")
    place = (at - month.astype("datetime64[D]")).astype(np.int64)
    later = month + months
    first = later.astype("datetime64[D]").astype(np.int64)
    return first + _EPOCH, place, (later + 1).astype("datetime64[D]").astype(np.int64) - first


def _extended(days: Ordinals, *, if_decreed: bool = False) -> Ordinals:
    years = np.unique((days - _EPOCH).astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64)) + 1970
    off = [day for year in np.union1d(years, years + 1).tolist() for day in _days_off(year, if_decreed=if_decreed)]
    while (moved := np.isin(days, off)).any():
        days = days + moved
    return days


@lru_cache(maxsize=1024)
def _days_off(year: int, *, if_decreed: bool) -> tuple[int, ...]:
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    days = map(date.fromordinal, range(first, last + 1))
    return tuple(day.toordinal() for day in days if terms.is_day_off(day) or (if_decreed and terms.may_be_decreed(day)))


def _end_of_term(days: Ordinals, months: int, *, if_decreed: bool = False) -> Ordinals:
    bare = _end_of_months(days, months)
    return _extended(bare, if_decreed=if_decreed) if months <= LONGEST_COVERED else bare


_ON_COLUMNS: Final[Mapping[str, Callable[..., Ordinals]]] = {
    "years_after": _years_after,
    "end_of_months": _end_of_months,
    "extended": _extended,
    "extended_if_decreed": lambda days: _extended(days, if_decreed=True),
    "end_of_term": _end_of_term,
    "end_of_term_if_decreed": lambda days, months: _end_of_term(days, months, if_decreed=True),
}
