"""Birthdays, terms of months and years, holidays."""

from datetime import date, timedelta

import pytest

from reunify.terms import (
    DECREED_DAYS,
    DECREED_YEARS,
    NEVER,
    birthday,
    days_after,
    end_of_months,
    end_of_term,
    end_of_term_if_decreed,
    extended,
    extended_if_decreed,
    holidays,
    is_day_off,
    is_leap_day,
    kings_day,
    last_day_of_years,
    last_day_under,
    may_be_decreed,
    permit_starts_on,
    years_after,
)


@pytest.mark.parametrize(
    ("born_on", "turns_18"),
    [
        (date(2008, 6, 12), date(2026, 6, 12)),
        (date(2007, 2, 28), date(2025, 2, 28)),
        (date(2008, 2, 29), date(2026, 3, 1)),  # a common year
        (date(2007, 3, 1), date(2025, 3, 1)),
        (date(2006, 12, 31), date(2024, 12, 31)),
    ],
)
def test_birthday(born_on, turns_18):
    """Who was born on 29 February turns 18 on 1 March of a common year."""
    assert turns_18 == birthday(born_on, 18)
    assert turns_18 - timedelta(days=1) == last_day_under(born_on, 18)


def test_birthday_in_a_leap_year():
    """In a leap year the birthday is 29 February itself."""
    assert date(2028, 2, 29) == birthday(date(2008, 2, 29), 20)
    assert date(2028, 2, 28) == last_day_under(date(2008, 2, 29), 20)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2028, 2, 29), True),
        (date(2028, 2, 28), False),
        (date(2028, 1, 29), False),
        (date(2028, 3, 1), False),
    ],
)
def test_leap_day(day, expected):
    """A leap day is 29 February, and no other day with either figure."""
    assert expected is is_leap_day(day)


@pytest.mark.parametrize(
    ("day", "years", "later"),
    [
        (date(2026, 7, 2), 2, date(2028, 7, 2)),
        (date(2028, 2, 29), 2, date(2030, 3, 1)),
        (date(2028, 2, 29), 4, date(2032, 2, 29)),
        (date(2028, 2, 28), 2, date(2030, 2, 28)),
        (date(2026, 2, 28), 2, date(2028, 2, 28)),
        (date(2026, 1, 29), 2, date(2028, 1, 29)),
        (date(2026, 1, 28), 0, date(2026, 1, 28)),
    ],
)
def test_years_after(day, years, later):
    """A term of years ends on the same day; from 29 February on 1 March of a common year."""
    assert later == years_after(day, years)


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2025, 11, 30), date(2026, 2, 28)),
        (date(2025, 11, 29), date(2026, 2, 28)),
        (date(2025, 11, 28), date(2026, 2, 28)),
        (date(2025, 11, 27), date(2026, 2, 27)),
        (date(2027, 11, 30), date(2028, 2, 29)),  # a leap year
        (date(2026, 1, 31), date(2026, 4, 30)),
        (date(2026, 3, 31), date(2026, 6, 30)),
        (date(2026, 5, 31), date(2026, 8, 31)),
        (date(2026, 2, 28), date(2026, 5, 28)),
        (date(2026, 7, 1), date(2026, 10, 1)),
        (date(2026, 10, 15), date(2027, 1, 15)),
    ],
)
def test_three_months(day, end):
    """A term of months ends on the day of the same number, or on the last day of a shorter month."""
    assert end == end_of_months(day, 3)


def test_the_three_months_of_30_november_2025():
    """Saturday 28 February 2026 runs on to Monday 2 March (Atw art. 1 lid 1)."""
    bare = end_of_months(date(2025, 11, 30), 3)
    assert ("Saturday", date(2026, 3, 2)) == (f"{bare:%A}", extended(bare))


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2026, 6, 12), date(2026, 6, 12)),  # a Friday
        (date(2026, 6, 13), date(2026, 6, 15)),
        (date(2026, 6, 14), date(2026, 6, 15)),
        (date(2026, 4, 3), date(2026, 4, 7)),  # Good Friday to the Tuesday after Easter
        (date(2024, 12, 25), date(2024, 12, 30)),  # with the decreed Friday and the weekend
        (date(2025, 12, 31), date(2025, 12, 31)),
        (date(2026, 1, 1), date(2026, 1, 5)),  # with the decreed 2 January
        (date(2027, 1, 1), date(2027, 1, 4)),
        (date(2022, 12, 31), date(2023, 1, 2)),
    ],
)
def test_extended(day, end):
    """An end on a weekend or holiday moves to the first day that is neither (Atw art. 1 lid 1)."""
    assert end == extended(day)


@pytest.mark.parametrize(
    ("easter_sunday", "good_friday", "easter_monday", "ascension", "whit_monday"),
    [
        (date(2024, 3, 31), date(2024, 3, 29), date(2024, 4, 1), date(2024, 5, 9), date(2024, 5, 20)),
        (date(2025, 4, 20), date(2025, 4, 18), date(2025, 4, 21), date(2025, 5, 29), date(2025, 6, 9)),
        (date(2026, 4, 5), date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 14), date(2026, 5, 25)),
        (date(2027, 3, 28), date(2027, 3, 26), date(2027, 3, 29), date(2027, 5, 6), date(2027, 5, 17)),
        (date(2028, 4, 16), date(2028, 4, 14), date(2028, 4, 17), date(2028, 5, 25), date(2028, 6, 5)),
    ],
)
def test_holidays_that_move_with_easter(easter_sunday, good_friday, easter_monday, ascension, whit_monday):
    """Good Friday, Easter Monday, Ascension Day and Whit Monday are days off (Atw art. 3 lid 1 and 2)."""
    assert {good_friday, easter_monday, ascension, whit_monday} <= holidays(easter_sunday.year)
    assert easter_sunday not in holidays(easter_sunday.year)
    assert is_day_off(easter_sunday)


@pytest.mark.parametrize("year", [2013, 2024, 2025, 2026, 2029])
def test_fixed_holidays(year):
    """1 January, 5 May and 25 and 26 December are days off every year (Atw art. 3 lid 1)."""
    fixed = {date(year, 1, 1), date(year, 5, 5), date(year, 12, 25), date(year, 12, 26)}
    assert fixed <= holidays(year)
    assert date(year, 12, 24) not in holidays(year)


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2012, date(2012, 4, 30)),
        (2006, date(2006, 4, 29)),  # the 30th was a Sunday
        (2013, date(2013, 4, 30)),
        (2014, date(2014, 4, 26)),  # the 27th was a Sunday
        (2024, date(2024, 4, 27)),
        (2025, date(2025, 4, 26)),  # the 27th was a Sunday
        (2026, date(2026, 4, 27)),
        (2031, date(2031, 4, 26)),
    ],
)
def test_kings_day(year, day):
    """The King's birthday is kept on 27 April, or on 26 April if that is a Sunday (Atw art. 3 lid 1)."""
    assert day == kings_day(year)
    assert day in holidays(year)


DECREED = [
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
]


def test_decreed_days():
    """The days that a decree equates with a holiday, known from 2017 to 2028 (Atw art. 3 lid 3)."""
    assert set(DECREED) == DECREED_DAYS
    assert [2017, 2028] == [min(DECREED_YEARS), max(DECREED_YEARS)]


@pytest.mark.parametrize(
    ("day", "possible"),
    [
        (date(2016, 5, 6), True),  # the Friday after Ascension Day
        (date(2015, 5, 15), True),
        (date(2018, 5, 11), False),  # within the years that are known, and decreed
        (date(2025, 5, 2), False),  # within the years that are known, and not decreed
        (date(2031, 5, 23), True),
        (date(2029, 1, 2), True),  # 2 January, a Tuesday
        (date(2029, 12, 27), True),  # 27 December, a Thursday
        (date(2014, 12, 27), False),  # a Saturday: off anyway
        (date(2015, 5, 4), True),  # a Monday before Tuesday 5 May
        (date(2029, 12, 24), True),  # a Monday before Tuesday 25 December
        (date(2029, 12, 31), True),  # a Monday before Tuesday 1 January
        (date(2029, 12, 28), False),
        (date(2029, 6, 8), False),
    ],
)
def test_a_day_that_may_be_decreed(day, possible):
    """Outside those years a bridge day, 2 January and 27 December may be equated by a decree that is not in here."""
    assert possible is may_be_decreed(day)
    assert (extended_if_decreed(day) > extended(day)) is possible


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 9, 1), date(2027, 8, 31)),
        (date(2027, 1, 1), date(2027, 12, 31)),
        (date(2028, 2, 29), date(2029, 2, 28)),
        (NEVER, NEVER),
    ],
)
def test_last_day_of_a_year(first, last):
    """A year that begins on a day ends on the day before that day a year later: 1 September to 31 August."""
    assert last == last_day_of_years(first, 1)


@pytest.mark.parametrize(
    ("bare", "end"),
    [
        (date(2018, 12, 24), date(2018, 12, 27)),
        (date(2018, 12, 30), date(2019, 1, 2)),
        (date(2018, 5, 10), date(2018, 5, 14)),
    ],
)
def test_terms_that_end_on_decreed_days(bare, end):
    """Terms over Ascension Day, Christmas and New Year of 2018 run on over the decreed days (BWBR0038666)."""
    assert (end, end) == (extended(bare), extended_if_decreed(bare))


@pytest.mark.parametrize("day", DECREED)
def test_decreed_day(day):
    """A decreed day is a working day by the calendar, and a day off by decree, of its own year only."""
    assert day.weekday() < 5
    assert is_day_off(day)
    assert day not in holidays(day.year + 1)
    assert extended(day) > day


@pytest.mark.parametrize("day", [date(2026, 6, 12), date(2026, 5, 4), date(2025, 4, 28), date(2026, 12, 24)])
def test_working_day(day):
    """Other days from Monday to Friday are working days (Atw art. 1)."""
    assert not is_day_off(day)
    assert day == extended(day)


@pytest.mark.parametrize(
    ("notified_on", "starts_on"),
    [
        (date(2026, 7, 1), date(2026, 7, 2)),
        (date(2026, 12, 31), date(2027, 1, 1)),
        (date(2028, 2, 28), date(2028, 2, 29)),
    ],
)
def test_permit_starts_on(notified_on, starts_on):
    """A permit takes effect on the day after the decision is made known (Vw 2000 art. 44 lid 2)."""
    assert starts_on == permit_starts_on(notified_on)


@pytest.mark.parametrize(
    ("notified_on", "two_years_on"),
    [
        (date(2025, 11, 20), date(2027, 11, 21)),
        (date(2026, 7, 1), date(2028, 7, 2)),
        (date(2028, 2, 28), date(2030, 3, 1)),
    ],
)
def test_the_two_years(notified_on, two_years_on):
    """The wait lasts two years from the day on which the permit took effect (arts 29d lid 2 a, 44 lid 2)."""
    assert two_years_on == years_after(permit_starts_on(notified_on), 2)


def test_days_after():
    """A term of days counts each day."""
    assert date(2026, 4, 1) == days_after(date(2026, 1, 1), 90)
    assert date(2026, 1, 1) == days_after(date(2026, 1, 1), 0)


def test_never_lies_after_every_day():
    """What did not happen lies after every day."""
    assert date(9999, 12, 31) == NEVER


@pytest.mark.parametrize(
    ("term", "args"),
    [
        (years_after, (2,)),
        (end_of_months, (3,)),
        (extended, ()),
        (extended_if_decreed, ()),
        (end_of_term, (3,)),
        (end_of_term_if_decreed, (3,)),
    ],
)
def test_days_of_many(term, args):
    """What stands for the days of many is asked for what the plain function gives for each of them."""

    class Many:
        def each(self, function, *args):
            return [function(day, *args) for day in days]

    days = (date(2024, 2, 29), date(2025, 12, 25), NEVER)
    assert [term(day, *args) for day in days] == term(Many(), *args)
