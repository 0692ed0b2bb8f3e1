"""Figures of the law: terms, ages, shares. Rules, notes and texts take each from one place, by its name."""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Iterable, Mapping
from types import FunctionType
from typing import Any, Final, Literal, Self, TypeVar, cast

__all__ = ["MAJORITY", "Figure", "Unit", "figures_of", "is_exceeded", "with_figures"]


class Unit(enum.Enum):
    """What a figure counts, with the word for one of them and for several, in English and in Dutch."""

    YEARS = ("year", "years"), ("jaar", "jaar")
    MONTHS = ("month", "months"), ("maand", "maanden")
    WEEKS = ("week", "weeks"), ("week", "weken")
    DAYS = ("day", "days"), ("dag", "dagen")
    AGE = ("", ""), ("", "")
    EUROS = ("euro", "euros"), ("euro", "euro")
    OF_MINIMUM_WAGE = ("the minimum wage", "% of the minimum wage"), ("het minimumloon", "% van het minimumloon")


_MOST: Final = {
    Unit.YEARS: 150,
    Unit.MONTHS: 1800,
    Unit.WEEKS: 7800,
    Unit.DAYS: 54_000,
    Unit.AGE: 150,
    Unit.EUROS: 100_000,
    Unit.OF_MINIMUM_WAGE: 1000,
}
_WORDS: Final = {
    "en": ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
    "nl": ["geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"],
}


class Figure(int):
    """A number that the law fixes; a whole number that knows its name.

    A rule takes it as the default of a parameter, and a text names it in braces: ``{wait}`` becomes *two years*.

    Attributes:
        name: Its name, by which a reform sets another (`RuleSet.amend`).
        unit: What it counts.
        above: The name of the figure that it must exceed in every law that has both; "" for none.
    """

    name: str
    unit: Unit
    above: str

    def __new__(cls, value: int, name: str, unit: Unit, above: str = "") -> Self:
        """Make a figure.

        Raises:
            ValueError: The value is not a whole number of at least one, is far too large, or counts something else.
        """
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= _MOST[unit]:
            message = f"{name} must be a whole number of at least 1 and at most {_MOST[unit]}, not {value!r}"
            raise ValueError(message)
        if isinstance(value, Figure) and value.unit is not unit:
            message = f"{name} counts {unit.name.lower()}, and {value!r} counts {value.unit.name.lower()}"
            raise ValueError(message)
        figure = super().__new__(cls, value)
        figure.name, figure.unit, figure.above = name, unit, above
        return figure

    def __reduce__(self) -> tuple[type[Figure], tuple[int, str, Unit, str]]:
        """Give what it is made again of, when it is copied or comes from another process."""
        return Figure, (int(self), self.name, self.unit, self.above)

    def __repr__(self) -> str:
        """Print with its name."""
        return f"{int(self)} ({self.name})"

    def valued(self, value: int) -> Figure:
        """Give the same figure with another value.

        Raises:
            ValueError: The value is not a whole number of at least one.
        """
        return Figure(value, self.name, self.unit, self.above)

    def in_words(self, lang: Literal["nl", "en"]) -> str:
        """Put it into words, with what it counts: *two years*, *13 maanden*, *18*, *120% of the minimum wage*."""
        one, many = self.unit.value[lang == "nl"]
        if self.unit is Unit.AGE:
            return str(int(self))
        if self.unit is Unit.OF_MINIMUM_WAGE:
            return one if self == 100 else f"{int(self)}{many}"  # noqa: PLR2004 -- the whole
        words = _WORDS[lang]
        return f"{words[self] if self < len(words) else int(self)} {one if self == 1 else many}"

    def with_article(self, lang: Literal["nl", "en"]) -> str:
        """Put it into words as what was named before: *the two years*, *het jaar*."""
        words = self.in_words(lang)
        if self == 1:
            words = words.rpartition(" ")[2]
        if lang == "en":
            return f"the {words}"
        return f"{'het' if self == 1 and self.unit is Unit.YEARS else 'de'} {words}"

    def ordinal(self, lang: Literal["nl", "en"]) -> str:
        """Give its ordinal: *18th*, *18e*."""
        if lang == "nl":
            return f"{int(self)}e"
        teens = self % 100 in (11, 12, 13)
        return f"{int(self)}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(self % 10, 'th')}"

    def fill(self, template: str, lang: Literal["nl", "en"]) -> str:
        """Put it into a text, in each of the ways in which that can name it.

        ``{wait}`` is *two years* and ``{the wait}`` *the two years* (``{The wait}`` at the start of a sentence);
        ``{a wait}`` is *a year* where it is one, and ``{another wait}`` *another year* or *another two years*;
        ``{wait:has|have}`` is the verb that goes with it, or other words, in which it can be named again;
        ``{majority th}`` is *18th*, and ``{young_adult - 1}`` one less.
        """
        if "{" not in template or self.name not in template:
            return template
        the = self.with_article(lang)
        unit = self.unit.value[lang == "nl"][0]
        a = self.in_words(lang) if self > 1 else f"{'een' if lang == 'nl' else 'a'} {unit}"
        another = f"nog {a}" if lang == "nl" else f"another {self.in_words(lang) if self > 1 else unit}"
        said = {"": self.in_words(lang), " th": self.ordinal(lang), " - 1": str(self - 1)}
        for how, words in said.items():
            template = template.replace(f"{{{self.name}{how}}}", words)
        for article, words in (("the", the), ("The", the.capitalize()), ("a", a), ("another", another)):
            template = template.replace(f"{{{article} {self.name}}}", words)
        if f"{{{self.name}:" not in template:
            return template
        verb = rf"\{{{self.name}:([^{{}}|]*)\|([^{{}}|]*)\}}"
        return re.sub(verb, r"\1" if self == 1 else r"\2", template)


MAJORITY: Final = Figure(18, "majority", Unit.AGE)
"""From this birthday on a person is an adult: for the rules, and for what is asked and presumed of a family."""


def figures_of(function: Callable[..., Any]) -> tuple[Figure, ...]:
    """Give the figures that a function takes, as the defaults of its last parameters."""
    return tuple(default for default in function.__defaults__ or () if isinstance(default, Figure))


def is_exceeded(limit: Figure | None, figures: Iterable[Figure]) -> bool:
    """Say whether the figure of this name among some is higher than this one."""
    return limit is not None and any(figure.name == limit.name and figure > limit for figure in figures)


_F = TypeVar("_F", bound=Callable[..., Any])


def with_figures(function: _F, changed: Mapping[str, Figure]) -> _F:
    """Give a function that takes other figures; the same one, if it takes none of those."""
    if not any(figure.name in changed for figure in figures_of(function)):
        return function
    plain = cast("FunctionType", function)
    defaults = tuple(changed.get(getattr(default, "name", ""), default) for default in plain.__defaults__ or ())
    made = FunctionType(plain.__code__, plain.__globals__, plain.__name__, defaults, plain.__closure__)
    made.__doc__ = plain.__doc__
    return cast("_F", made)
