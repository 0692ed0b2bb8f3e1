"""What the solver is told of days: how far the functions of terms reach, and that they are monotone."""

from datetime import date, timedelta

import pytest

from reunify.facts import FIRST_DAY, LAST_DAY
from reunify.proof.days import reach
from reunify.terms import (
    end_of_months,
    end_of_term,
    end_of_term_if_decreed,
    extended,
    extended_if_decreed,
    years_after,
)

FUNCTIONS = [
    *((years_after, (years,)) for years in (-3, 1, 2, 3, 5, 12, 18, 21, 26)),
    *((end_of_months, (months,)) for months in (-3, 1, 3, 6, 9)),
    *((end_of_term, (months,)) for months in (-1, 1, 3, 6)),
    *((end_of_term_if_decreed, (months,)) for months in (1, 3, 6)),
    (extended, ()),
    (extended_if_decreed, ()),
]


def within_reach(function, args, days):
    low, high = reach(function, args)
    last = None
    for day in days:
        moved = function(day, *args)
        assert low <= (moved - day).days <= high, day
        assert last is None or last <= moved, day
        last = moved


@pytest.mark.parametrize(("function", "args"), FUNCTIONS)
def test_reach_about_the_turns_of_centuries(function, args):
    """About a year with 29 February and one without, and the first and last days of all."""
    for year in (1850, 1900, 2000, 2023, 2024, 2100, 2199):
        within_reach(function, args, (date(year, 1, 1) + timedelta(days=number) for number in range(366)))


@pytest.mark.slow("looks at every day of three and a half centuries")
@pytest.mark.parametrize(("function", "args"), FUNCTIONS)
def test_reach_on_every_day(function, args):
    """No day is moved farther, or less far, than the solver is told; a later day never gives an earlier one."""
    days = (LAST_DAY - FIRST_DAY).days + 1
    within_reach(function, args, (FIRST_DAY + timedelta(days=number) for number in range(days)))


def test_a_function_that_is_not_known():
    """Of a function that is not among them nothing is said beforehand."""

    def tomorrow(day):
        return day + timedelta(days=1)

    assert reach(tomorrow, ()) is None
