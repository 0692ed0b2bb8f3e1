"""What can be known of a day that is drawn: its year, its month, a few days before and after it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from reunify.facts import FIRST_DAY, LAST_DAY, Span

__all__ = ["KNOWN_PARTS"]


def _year_of(day: date) -> Span:
    return Span.year(day.year)


def _month_of(day: date) -> Span:
    return Span.month(day.year, day.month)


def _two_years(day: date) -> Span:
    """Give the days where two papers differ by a year."""
    year = min(day.year, LAST_DAY.year - 1)
    return Span(date(year, 1, 1), date(year + 1, 12, 31))


def _about(before: int, after: int) -> Callable[[date], Span]:
    def span(day: date) -> Span:
        first = max(day - timedelta(days=before), FIRST_DAY)
        last = min(day + timedelta(days=after), LAST_DAY)
        return Span(first, last) if first < last else _month_of(day)

    return span


KNOWN_PARTS: Final[tuple[Callable[[date], Span], ...]] = (
    _year_of,
    _month_of,
    _two_years,
    *(_about(*ends) for ends in ((0, 1), (1, 0), (1, 1), (0, 90), (90, 0), (400, 300), (1500, 1500))),
)
"""What can be known of a day: each gives days of which it is one, so that a family of days that fit still can be."""
