"""Terms on whole columns of days are those of `reunify.terms`, day by day."""

from datetime import date

import numpy as np
import pytest

from reunify.terms import (
    NEVER,
    end_of_months,
    end_of_term,
    end_of_term_if_decreed,
    extended,
    extended_if_decreed,
    years_after,
)
from reunify.terms_of_many import of_each

FIRST, LAST = date(1900, 1, 1).toordinal(), date(2200, 12, 31).toordinal()
TERMS = [
    *((years_after, years) for years in (1, 2, 12, 18, 26)),
    *((end_of_months, months) for months in (1, 3, 6, 12)),
    *((function, months) for function in (end_of_term, end_of_term_if_decreed) for months in (3, 9)),
    (extended,),
    (extended_if_decreed,),
]


def differing(function, args, ordinals):
    """The days on which the column gives another day than the function does."""
    found = of_each(function.__wrapped__, args, {}, np.array(ordinals, dtype=np.int32)).tolist()
    days = [date.fromordinal(ordinal) for ordinal in ordinals]
    return [day for day, given in zip(days, found, strict=True) if function(day, *args).toordinal() != given]


@pytest.mark.slow("asks dateutil for thirteen terms of a hundred thousand days")
@pytest.mark.parametrize(("function", "args"), [(function, tuple(args)) for function, *args in TERMS])
def test_every_day(function, args):
    """From 1900 to 2200, all at once and in small pieces."""
    assert [] == differing(function, args, range(FIRST, LAST + 1))
    scattered = range(FIRST, LAST + 1, 1009)
    assert [] == differing(function, args, scattered)


@pytest.mark.parametrize(("function", "args"), [(function, tuple(args)) for function, *args in TERMS])
def test_days_that_turn(function, args):
    """The ends of February, the days around a New Year's Day and what never happens, in whatever order."""
    ends = [date(year, month, day) for year in (1900, 2023, 2024, 2000) for month in (1, 12) for day in (1, 30, 31)]
    leaps = [date(year, month, day) for year in range(2019, 2029) for month, day in ((2, 28), (3, 1))]
    leaps += [date(year, 2, 29) for year in (1904, 2000, 2024, 2028)]
    assert [] == differing(function, args, [day.toordinal() for day in (*ends, NEVER, *leaps)])


def test_what_is_not_a_term_is_asked_day_by_day():
    """A function of a law of one's own needs no twin."""

    def first_of_year(day):
        return day.replace(month=1, day=1)

    days = np.array([date(2024, 5, 6).toordinal(), date(2024, 5, 6).toordinal()], dtype=np.int32)
    assert [date(2024, 1, 1).toordinal()] * 2 == of_each(first_of_year, (), {}, days).tolist()
