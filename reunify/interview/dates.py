"""From what a person writes to a day: as people write days, and never a guess that is not said back."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final

import attrs

from reunify.report import wording

__all__ = ["Said", "read_day"]


@attrs.frozen
class Said:
    """What was read in an answer.

    Attributes:
        value: What the answer stands for.
        unsure: Whether it can be read in another way too, so that it is to be confirmed.
        month_first: Whether the month was read first, as Americans write it; None where that is not the doubt.
    """

    value: Any
    unsure: bool = False
    month_first: bool | None = None


def read_day(text: str, latest: date | None, today: date | None, *, exact: bool) -> Said | None:
    """Read a day, a month, a year or a range of days.

    Args:
        text: What was typed, such as 12-8-26, "12 aug. 2026", "August 12, 2026" or 1988.
        latest: The last day that it can be, if there is one; it says of a year of two digits which century it is of.
        today: What is taken for today, and to be confirmed; without it "today" is not understood.
        exact: Whether it must be one day.

    Returns:
        The day; None where the text is none. Of 3/4/2026 the day is taken to come first, and it is unsure.
    """
    said = _tidied(text)
    if said in _DAYS_AGO:
        return None if today is None else Said(today - timedelta(days=_DAYS_AGO[said]), unsure=True)
    if (years := _TWO_YEARS.fullmatch(said)) is not None and not exact:
        said = f"between {years[1]} and {years[2]}"
    plain = wording.day_from_words(said) if exact else wording.days_from_words(said)
    if plain is not None:
        return Said(plain)
    if (found := _IN_FIGURES.fullmatch(said)) is not None:
        return _of_figures(found, latest)
    if (found := _TWO_DIGITS.fullmatch(said)) is not None:
        day = _in_a_century(lambda year: wording.day_from_words(f"{found['start']} {year}"), found["year"], latest)
        return None if day is None else Said(day)
    return None


def _tidied(text: str) -> str:
    said = " ".join(text.lower().replace(",", " ").split()).rstrip(".")
    said = re.sub(_BEFORE, "", said)
    said = re.sub(r"\b([0-9]{1,2})(?:st|nd|rd|th|e|de|ste)\b", r"\1", said)
    return re.sub(r"^([a-z]{3,}\.?) ([0-9]{1,2}) ('?[0-9]{2}|[0-9]{4})$", r"\2 \1 \3", said)


def _of_figures(found: re.Match[str], latest: date | None) -> Said | None:
    first, second = int(found["first"]), int(found["second"])
    # Only Americans write the month first, and with slashes; a day of 13 or more shows that they did.
    month_first = found["mark"] == "/" and second > _MONTHS >= first
    day, month = (second, first) if month_first else (first, second)

    def of_year(year: int) -> date | None:
        try:
            return date(year, month, day)
        except ValueError:
            return None

    year = found["year"]
    value = of_year(int(year)) if len(year) > len("26") else _in_a_century(of_year, year, latest)
    either_way = found["mark"] == "/" and first != second and first <= _MONTHS and second <= _MONTHS
    return None if value is None else Said(value, month_first or either_way, month_first)


def _in_a_century(of_year: Callable[[int], date | None], digits: str, latest: date | None) -> date | None:
    """Give the last day with a year of these two digits that is not too late."""
    days = (of_year(century + int(digits)) for century in (2000, 1900))
    return next((day for day in days if day is not None and (latest is None or day <= latest)), None)


_MONTHS: Final = 12
_DAYS_AGO: Final = {"today": 0, "vandaag": 0, "yesterday": 1, "gisteren": 1}
_TWO_YEARS: Final = re.compile(r"([0-9]{4})(?: ?[-/\N{EN DASH}] ?| (?:of|or|to|tot|tot en met) )([0-9]{4})")
_BEFORE: Final = (
    r"^(?:(?:op|on|sinds|since|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday) )+"
)
_IN_FIGURES: Final = re.compile(
    r"(?P<first>[0-9]{1,2}) ?(?P<mark>[-./ ]) ?(?P<second>[0-9]{1,2}) ?(?P=mark) ?'?(?P<year>[0-9]{4}|[0-9]{2})"
)
_TWO_DIGITS: Final = re.compile(r"(?P<start>[0-9]{1,2}[ -][a-z]+\.?)[ -]'?(?P<year>[0-9]{2})")
