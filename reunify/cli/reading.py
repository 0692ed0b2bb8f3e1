"""What commands read: the case, the day, the language.

The only place that reads the clock: the decision day is today where neither ``--on`` nor the file gives one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Final

from reunify import casefile
from reunify.cli.parser import Options
from reunify.cli.problem import Problem, one_of, problem_of
from reunify.faults import BadCase
from reunify.text import LANGS, Lang, Text

if TYPE_CHECKING:
    from reunify.facts import Case

__all__ = ["day_of", "lang_of", "read", "today", "told"]


def read(options: Options, on: date | None) -> Case:
    """Read the family of a file.

    Raises:
        Problem: It cannot be read, or is no case file.
    """
    with told(options.file):
        return casefile.read(options.file, decided_on=on)


@contextmanager
def told(file: str) -> Iterator[None]:
    """Tell the faults of a file.

    Raises:
        Problem: There are any.
    """
    try:
        yield
    except BadCase as bad:
        raise problem_of(bad, file) from None


def day_of(options: Options) -> date | None:
    """Give the decision day that is asked for, if one is."""
    if options.on is None:
        return None
    from reunify.facts import CASE_FACTS  # noqa: PLC0415 -- a file that is not there is refused without them

    try:
        day: date | None = CASE_FACTS["decided_on"].read(options.on, "--on")
    except BadCase as bad:
        raise problem_of(bad) from None
    if day is None:
        raise Problem(_NO_DAY)
    return day


_NO_DAY: Final = Text(
    en="--on: give a day, such as 2026-11-25; left out, it is that of the file, or else today",
    nl="--on: geef een dag, zoals 2026-11-25; weggelaten is het die van het bestand, en anders vandaag",
)


def today() -> date:
    """Give the day of today."""
    return date.today()  # noqa: DTZ011 -- the day where the user is


def lang_of(options: Options) -> Lang:
    """Give the language that is asked for.

    Raises:
        Problem: It is none of those that there are.
    """
    return one_of(LANGS, options.lang, "--lang")
