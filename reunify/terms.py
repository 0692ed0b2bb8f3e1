"""Days and terms: birthdays, terms of months and years, the Algemene termijnenwet.

Each function takes a day and gives a day (or a yes or no about one), and states its policy. Nothing
here knows of families or rules. No function reads the clock.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache, wraps
from typing import Any, Final, TypeGuard, TypeVar, cast

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

__all__ = [
    "DECREED_DAYS",
    "DECREED_YEARS",
    "LONGEST_COVERED",
    "NEVER",
    "ONE_DAY",
    "birthday",
    "comes_ever",
    "days_after",
    "end_of_months",
    "end_of_term",
    "end_of_term_if_decreed",
    "extended",
    "extended_if_decreed",
    "holidays",
    "is_day_off",
    "is_leap_day",
    "kings_day",
    "last_day_of_years",
    "last_day_under",
    "may_be_decreed",
    "permit_starts_on",
    "years_after",
]

NEVER: Final = date.max
"""A day that lies after every other day: an event that did not happen, an end that does not come."""

ONE_DAY: Final = timedelta(days=1)


def comes_ever(value: object) -> TypeGuard[date]:
    """Say whether a value is one day, and not `NEVER`."""
    return isinstance(value, date) and value != NEVER


_KEPT: Final = 256
"""How many results a function keeps, so that no arithmetic is done twice for one family."""

# Algemene termijnenwet art. 3 lid 3: days that a royal decree equates with a holiday. A decree covers three
# years. 2017 to 2019 were read in the decree (BWBR0038666); the later years in a secondary source.
DECREED_DAYS: Final = frozenset(
    {
        date(2017, 4, 28),
        date(2017, 5, 26),
        date(2018, 5, 11),
        date(2018, 12, 24),
        date(2018, 12, 31),
        date(2019, 5, 31),
        date(2019, 12, 27),
        date(2020, 5, 22),
        date(2021, 5, 14),
        date(2022, 5, 27),
        date(2023, 4, 28),
        date(2023, 5, 19),
        date(2024, 5, 10),
        date(2024, 12, 27),
        date(2025, 5, 30),
        date(2026, 1, 2),
        date(2026, 5, 15),
        date(2027, 5, 7),
        date(2028, 4, 28),
        date(2028, 5, 26),
    }
)
DECREED_YEARS: Final = range(2017, 2029)
"""The years for which the decreed days are known; in another year there can be some that are not in here."""

_T = TypeVar("_T", bound=Callable[..., date])


def _of_days(function: _T) -> _T:
    """Keep what a function of a day gives, and let it take the days of many persons as well.

    What stands for the days of many, or for any day, has a method ``each``: that is asked for what the function gives
    for each of them.
    """
    kept = lru_cache(maxsize=_KEPT)(function)

    @wraps(function)
    def given(day: Any, *args: Any, **kwargs: Any) -> date:
        each = None if type(day) is date else getattr(day, "each", None)
        return kept(day, *args, **kwargs) if each is None else cast("date", each(function, *args, **kwargs))

    return cast("_T", given)


def birthday(born_on: date, age: int) -> date:
    """Give the day on which a person reaches an age.

    Policy: who was born on 29 February completes a year of life, in a common year, on 1 March. No
    Dutch provision settles it; on 28 February the last year is not yet complete.

    Args:
        born_on: The day of birth (geboortedatum).
        age: The age in whole years.
    """
    return years_after(born_on, age)


def last_day_under(born_on: date, age: int) -> date:
    """Give the last day on which a person born on ``born_on`` is younger than ``age``."""
    return birthday(born_on, age) - ONE_DAY


@_of_days
def years_after(day: date, years: int) -> date:
    """Give the day that lies a number of whole years after ``day``.

    Policy: from 29 February a term of years that ends in a common year ends on 1 March, the later of
    the two days that could be meant.
    """
    if day == NEVER:
        return day
    year = day.year + years
    has_no_such_day = is_leap_day(day) and not calendar.isleap(year)
    return day.replace(year=year, month=3, day=1) if has_no_such_day else day.replace(year=year)


@_of_days
def end_of_months(day: date, months: int) -> date:
    """Give the last day of a term of months that starts on the day after ``day``: the *bare* end.

    Policy: the term ends on the day with the same number; where that month has no such day, on its
    last day. Whether the end moves because of a weekend or holiday is a matter for `extended`.
    """
    return _moved(day, _term(months=months))


@_of_days
def extended(day: date) -> date:
    """Move the end of a statutory term that falls on a weekend or holiday to the next working day.

    Source: Algemene termijnenwet art. 1 lid 1. The Act covers terms of at most three months or 90
    days, not longer ones counted in months or years (art. 4).
    """
    while is_day_off(day):
        day = _moved(day, ONE_DAY)
    return day


@_of_days
def extended_if_decreed(day: date) -> date:
    """Move the end of a term as `extended` does, if every day that may be a decreed one is one.

    In the years for which the decreed days are known this is the same day.
    """
    while is_day_off(day) or may_be_decreed(day):
        day = _moved(day, ONE_DAY)
    return day


@_of_days
def end_of_term(day: date, months: int) -> date:
    """Give the last day of a statutory term of months that starts on the day after ``day``.

    It moves past a weekend or holiday if the Algemene termijnenwet covers a term of that length: see `extended`.
    """
    bare = end_of_months(day, months)
    return extended(bare) if months <= LONGEST_COVERED else bare


@_of_days
def end_of_term_if_decreed(day: date, months: int) -> date:
    """Give the same, if every day that may be a decreed one is one: see `extended_if_decreed`."""
    bare = end_of_months(day, months)
    return extended_if_decreed(bare) if months <= LONGEST_COVERED else bare


def permit_starts_on(notified_on: date) -> date:
    """Give the day on which an asylum permit takes effect: the day after the decision is made known.

    Source: Vw 2000 art. 44 lid 2, as it reads from 12 June 2026.
    """
    return _moved(notified_on, ONE_DAY)


def last_day_of_years(day: date, years: int) -> date:
    """Give the last day of a number of whole years that begin on ``day``: 31 August for a year from 1 September."""
    return _moved(years_after(day, years), -ONE_DAY)


def days_after(day: date, days: int) -> date:
    """Give the day that lies a number of days after ``day``."""
    return _moved(day, timedelta(days=days))


@lru_cache(maxsize=32)
def _term(*, months: int) -> relativedelta:
    return relativedelta(months=months)


def _moved(day: date, by: relativedelta | timedelta) -> date:
    """Move a day; what never happens has no later day."""
    return day if day == NEVER else day + by


def is_leap_day(day: date) -> bool:
    """Say whether ``day`` is a 29 February."""
    return (day.month, day.day) == (2, 29)


def is_day_off(day: date) -> bool:
    """Say whether ``day`` is a Saturday, a Sunday or a generally recognised holiday.

    Source: Algemene termijnenwet arts 1 and 3, the days equated with a holiday included.
    """
    return day.weekday() in (calendar.SATURDAY, calendar.SUNDAY) or day in holidays(day.year)


def may_be_decreed(day: date) -> bool:
    """Say whether ``day`` can have been equated with a holiday by a decree that is not in here.

    Outside `DECREED_YEARS`: the Friday after Ascension Day, a Friday or Monday between a holiday and a
    weekend, and 2 January and 27 December; the kinds of days that the known decrees name.
    """
    if day.year in DECREED_YEARS or day == NEVER or is_day_off(day):
        return False
    bridge = {calendar.FRIDAY: -ONE_DAY, calendar.MONDAY: ONE_DAY}.get(day.weekday())
    is_bridge = bridge is not None and (day + bridge) in holidays((day + bridge).year)
    return is_bridge or (day.month, day.day) in _OFTEN_DECREED


@lru_cache(maxsize=512)
def holidays(year: int) -> frozenset[date]:
    """Give the recognised holidays of a year and the days equated with them (Atw art. 3)."""
    easter_day = easter(year)
    movable = (easter_day + timedelta(days=days) for days in _DAYS_FROM_EASTER)
    fixed = (date(year, month, day) for month, day in _FIXED_HOLIDAYS)
    decreed = (day for day in DECREED_DAYS if day.year == year)
    return frozenset({*movable, *fixed, *decreed, kings_day(year)})


def kings_day(year: int) -> date:
    """Give the day on which the King's birthday is celebrated: 27 April, or 26 April if that is a Sunday.

    Until 2013 it was the Queen's, on 30 April, or 29 April if that was a Sunday.
    """
    day = date(year, 4, 27 if year >= _FIRST_KINGS_DAY else 30)
    return day - ONE_DAY if day.weekday() == calendar.SUNDAY else day


LONGEST_COVERED: Final = 3
"""Atw art. 4: a longer term, in months, is not extended."""
_FIRST_KINGS_DAY: Final = 2014
# Good Friday (equated with a holiday, lid 2), Easter Monday, Ascension Day, Whit Monday.
_DAYS_FROM_EASTER: Final = (-2, 1, 39, 50)
_OFTEN_DECREED: Final = ((1, 2), (12, 27))
# New Year's Day, Liberation Day, Christmas Day and the day after.
_FIXED_HOLIDAYS: Final = ((1, 1), (5, 5), (12, 25), (12, 26))
