"""Days and terms."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reunify.terms import (
    birthday,
    days_after,
    end_of_months,
    extended,
    is_day_off,
    last_day_under,
    permit_starts_on,
    years_after,
)

days = st.dates(date(1900, 1, 1), date(2150, 12, 31)) | st.sampled_from(
    [date(y, m, d) for y in (2023, 2024, 2026) for m, d in ((1, 31), (2, 28), (3, 1), (4, 26), (12, 24), (12, 31))]
    + [date(2024, 2, 29), date(2028, 2, 29), date(2000, 2, 29)]
)
ages = st.integers(0, 40)
ONE_DAY = timedelta(days=1)


class TestExtended:
    """A term that ends on a day off ends on the first day after it that is none (Atw art. 1)."""

    @given(days)
    def test_first_working_day(self, day):
        end = extended(day)
        assert end >= day
        assert not is_day_off(end)
        assert all(is_day_off(day + ONE_DAY * n) for n in range((end - day).days))

    @given(days)
    def test_once_is_enough(self, day):
        assert extended(extended(day)) == extended(day)

    @given(days, st.integers(0, 20))
    def test_keeps_order(self, day, later):
        assert extended(day) <= extended(days_after(day, later))


class TestMonotone:
    """A later beginning never gives an earlier end, nor a longer term."""

    @given(days, st.integers(0, 400), ages)
    def test_years(self, day, later, years):
        assert years_after(day, years) <= years_after(days_after(day, later), years)
        assert years_after(day, years) < years_after(day, years + 1)

    @given(days, st.integers(0, 400), st.integers(0, 24))
    def test_months(self, day, later, months):
        assert end_of_months(day, months) <= end_of_months(days_after(day, later), months)
        assert end_of_months(day, months) < end_of_months(day, months + 1)

    @given(days, st.integers(0, 24))
    def test_months_keep_the_number_or_end_the_month(self, day, months):
        end = end_of_months(day, months)
        assert end.day == day.day or (end.day < day.day and (end + ONE_DAY).day == 1)

    @given(days, st.integers(0, 400), ages)
    def test_birthdays(self, day, later, age):
        assert birthday(day, age) <= birthday(days_after(day, later), age)


class TestAge:
    """The last day under an age is the day before the birthday."""

    @given(days, st.integers(1, 40))
    def test_last_day(self, born_on, age):
        assert last_day_under(born_on, age) + ONE_DAY == birthday(born_on, age)

    @given(days, ages)
    def test_on_the_day_itself(self, born_on, age):
        day = birthday(born_on, age)
        assert (day.month, day.day) == (born_on.month, born_on.day) or (born_on.day, day.day, day.month) == (29, 1, 3)
        assert day.year == born_on.year + age


class TestPermit:
    """A permit takes effect on the day after the decision is made known (Vw art. 44 lid 2)."""

    @given(days)
    def test_next_day(self, day):
        assert permit_starts_on(day) == days_after(day, 1)
