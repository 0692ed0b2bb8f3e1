"""Days known in part: a year, a month, or any range of days."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import attrs

__all__ = ["Span", "first_of", "last_of"]


def _a_day(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if type(value) is not date:
        message = f"the {attribute.name} day of a span is a date, not {value!r}"
        raise TypeError(message)


@attrs.frozen(order=False)
class Span:
    """A day of which only a range is known; it stands for each day in it, and for none in particular.

    A fact that is a `Span` counts as unknown exactly where the days in it differ in what they give.

    Attributes:
        first: The first day that it can be.
        last: The last day that it can be; later than ``first``.

    Raises:
        TypeError: One of the two is not a date.
        ValueError: The last day does not lie after the first.
    """

    first: date = attrs.field(validator=_a_day)
    last: date = attrs.field(validator=_a_day)

    def __attrs_post_init__(self) -> None:
        if self.last <= self.first:
            message = f"the last day of a span lies after the first: {self.first} to {self.last}"
            raise ValueError(message)

    @classmethod
    def year(cls, year: int) -> Span:
        """Give the days of a year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def month(cls, year: int, month: int) -> Span:
        """Give the days of a month."""
        return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]))

    def __contains__(self, day: date) -> bool:
        """Say whether it can be this day."""
        return self.first <= day <= self.last

    def __iter__(self) -> Iterator[date]:
        """Give its days in their order."""
        return (self.first + timedelta(days=number) for number in range(len(self)))

    def __len__(self) -> int:
        """Give the number of its days."""
        return (self.last - self.first).days + 1

    def __str__(self) -> str:
        """Write it as a case file does: ``1990``, ``1990-05``, or the two days with a slash between them."""
        if self == Span.year(self.first.year):
            return f"{self.first.year:04}"
        if self == Span.month(self.first.year, self.first.month):
            return f"{self.first:%Y-%m}"
        return f"{self.first}/{self.last}"

    def __repr__(self) -> str:
        """Print as it is written in Python."""
        if self == Span.year(self.first.year):
            return f"Span.year({self.first.year})"
        if self == Span.month(self.first.year, self.first.month):
            return f"Span.month({self.first.year}, {self.first.month})"
        return f"Span({self.first!r}, {self.last!r})"


def first_of(day: date | Span) -> date:
    """Give the first day that a day can be."""
    return day.first if isinstance(day, Span) else day


def last_of(day: date | Span) -> date:
    """Give the last day that a day can be."""
    return day.last if isinstance(day, Span) else day
