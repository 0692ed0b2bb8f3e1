"""Days and amounts that are not settled, as numbers for the solver; and what it is told of the functions of `terms`.

A day is a whole number, as `date.toordinal` counts. What a function of `terms` makes of it is another number, of
which the solver knows at first only how far it can lie from the day, and that a later day gives no earlier one.
Where it takes a day for which that is not enough, it is told exactly (see `Applied.told`).
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any, Final

import attrs
import z3

from reunify.facts import FIRST_DAY, LAST_DAY
from reunify.proof.ways import Asker
from reunify.terms import (
    NEVER,
    end_of_months,
    end_of_term,
    end_of_term_if_decreed,
    extended,
    extended_if_decreed,
    years_after,
)

__all__ = ["FIRST", "LAST", "Amount", "Applied", "Day", "Terms", "Unsettled", "Wording", "decided", "reach"]

# How far a day can lie from that of which it is made, in days. A year has 365 or 366 days, four years have at most
# one leap day, and the three centuries in which days can lie lack three; a holiday and the weekends about it are over
# within two weeks. `tests/proof/test_days.py` looks at every day.
_LONGEST_REST: Final = 14


def _of_years(years: int) -> tuple[int, int]:
    return 365 * years + years // 4 - 3, 365 * years + years // 4 + 3


def _of_months(months: int) -> tuple[int, int]:
    shortest, longest = sorted((28 * months, 31 * months))
    return shortest, longest


def _of_terms(months: int) -> tuple[int, int]:
    shortest, longest = _of_months(months)
    return shortest, longest + _LONGEST_REST


_REACH: Final[dict[str, Callable[..., tuple[int, int]]]] = {
    years_after.__name__: _of_years,
    end_of_months.__name__: _of_months,
    extended.__name__: lambda: (0, _LONGEST_REST),
    extended_if_decreed.__name__: lambda: (0, _LONGEST_REST),
    end_of_term.__name__: _of_terms,
    end_of_term_if_decreed.__name__: _of_terms,
}


def reach(function: Callable[..., date], args: tuple[Any, ...]) -> tuple[int, int] | None:
    """Give how many days at least and at most a function moves a day; None where that is not known."""
    found = _REACH.get(function.__name__)
    return None if found is None else found(*args)


@attrs.frozen(eq=False)
class Applied:
    """What a function makes of a day.

    Attributes:
        function: The function of `terms`.
        args: What it takes beside the day.
        day: The day.
        result: What it makes of it.
    """

    function: Callable[..., date]
    args: tuple[Any, ...]
    day: Any
    result: Any

    def bounds(self) -> Iterator[Any]:
        """Say how far the result can lie from the day."""
        ends = reach(self.function, self.args)
        if ends is not None:
            yield self.result >= self.day + ends[0]
            yield self.result <= self.day + ends[1]

    def beside(self, other: Applied) -> Iterator[Any]:
        """Say that a later day gives no earlier one."""
        yield z3.Implies(self.day <= other.day, self.result <= other.result)
        yield z3.Implies(self.day >= other.day, self.result >= other.result)

    def at(self, number: int) -> int:
        """Give what the function makes of one day."""
        return self.function(date.fromordinal(number), *self.args).toordinal()

    def told(self, number: int) -> Iterator[Any]:
        """Tell exactly what the function makes of a day, and of the days about it that it moves as far."""
        moved = self.at(number) - number
        first, last = _as_far(self.function, self.args, number)
        yield z3.Implies(z3.And(self.day >= first, self.day <= last), self.result == self.day + moved)
        yield z3.Implies(self.day <= last, self.result <= last + moved)
        yield z3.Implies(self.day >= first, self.result >= first + moved)


@lru_cache(maxsize=4096)
def _as_far(function: Callable[..., date], args: tuple[Any, ...], number: int) -> tuple[int, int]:
    """Give the first and the last of the days about one that are moved as far as it."""
    moved = partial(_moved_by, function, args)
    wanted = moved(number)
    first = last = number
    while number - first < _FAR and moved(first - 1) == wanted:
        first -= 1
    while last - number < _FAR and moved(last + 1) == wanted:
        last += 1
    return first, last


@lru_cache(maxsize=1 << 16)
def _moved_by(function: Callable[..., date], args: tuple[Any, ...], number: int) -> int:
    """Give how far one day is moved: of the days about another, the same are asked for again and again."""
    return function(date.fromordinal(number), *args).toordinal() - number


_FAR: Final = 400


class Terms:
    """All that functions of `terms` were asked for."""

    def __init__(self) -> None:
        self._found: dict[object, Applied] = {}
        self._compared: dict[object, tuple[Any, ...]] = {}
        self._news: list[Any] = []

    def of(self, function: Callable[..., date], args: tuple[Any, ...], day: Any) -> Any:
        """Give the number that stands for what a function makes of a day."""
        key = (function.__name__, tuple(map(int, args)), day.get_id())
        if key not in self._found:
            result = z3.Int(f"{function.__name__}{key[1]}({day})")
            applied = Applied(function, tuple(map(int, args)), day, result)
            same = [other for other in self._found.values() if (other.function, other.args) == (function, applied.args)]
            self._news += [*applied.bounds(), *(fact for other in same for fact in applied.beside(other))]
            self._found[key] = applied
        return self._found[key].result

    def compared(self, comparison: Callable[[Any, Any], Any], one: Any, other: Any) -> Any:
        """Give the statement that a day is before another, or what else is asked: each way of a function asks it again."""
        key = (comparison, one.get_id(), other if isinstance(other, int) else other.get_id(), type(other))
        if key not in self._compared:
            # With the days themselves: the solver gives the id of what is no more to another.
            self._compared[key] = z3.simplify(comparison(one, other)), one, other
        return self._compared[key][0]

    def lessons(self, model: Any) -> Iterator[Any]:
        """Say exactly what the functions make of days of which the solver took something else."""
        for applied in self._found.values():
            number = model.eval(applied.day, model_completion=True).as_long()
            if applied.at(number) != model.eval(applied.result, model_completion=True).as_long():
                yield from applied.told(number)

    def news(self) -> list[Any]:
        """Give what was not given before of what the solver is to know."""
        news, self._news = self._news, []
        return news


class Unsettled:
    """Stands for a value that is not settled: what is not followed of it is lost, and never taken for something else.

    Args:
        asker: Whom to ask.
    """

    __slots__ = ("_asker",)

    def __init__(self, asker: Asker[Any]) -> None:
        self._asker = asker

    def lost(self, *_: object) -> Any:
        """Note that something is asked that cannot be followed.

        Raises:
            NotFollowedError: Always.
        """
        raise self._asker.lose()

    def __getattr__(self, name: str) -> Any:
        raise self._asker.lose()

    def __str__(self) -> str:
        self._asker.lose()  # a text is made of it: if it is only shown, that does not matter
        return "?"

    __repr__ = __str__

    def __format__(self, how: str) -> str:
        return str(self)


# What Python itself asks of a value does not come by `__getattr__`.
for _name in (
    *("eq", "ne", "lt", "le", "gt", "ge", "hash", "bool", "len", "iter", "contains", "getitem"),
    *("add", "radd", "sub", "rsub", "mul", "rmul", "mod", "rmod", "truediv", "rtruediv", "floordiv", "rfloordiv"),
    *("pow", "rpow", "neg", "pos", "abs", "round", "int", "float", "index"),
):
    setattr(Unsettled, f"__{_name}__", Unsettled.lost)


class Wording(Unsettled):
    """A text that is given, of which nothing can be followed."""

    __slots__ = ()


class Day(Unsettled):
    """A day that is not settled, to be given to a function that takes a day; it passes for a `date`."""

    __slots__ = ("_terms", "number")

    def __init__(self, asker: Asker[Any], terms: Terms, number: Any) -> None:
        super().__init__(asker)
        self._terms = terms
        self.number: Any = number

    @property  # type: ignore[misc]
    def __class__(self) -> type:  # pyright: ignore[reportIncompatibleMethodOverride]
        return date

    def each(self, function: Callable[..., date], *args: Any, **kwargs: Any) -> Day:
        """Give what a function of `terms` makes of it."""
        return self._other(self._terms.of(function, (*args, *kwargs.values()), self.number))

    def _other(self, number: Any) -> Day:
        return Day(self._asker, self._terms, number)

    def __add__(self, by: Any) -> Day:
        return self._other(self.number + self._days(by))

    __radd__ = __add__

    def __sub__(self, by: Any) -> Day:
        return self._other(self.number - self._days(by))

    def _days(self, by: Any) -> int:
        return by.days if isinstance(by, timedelta) else self.lost()

    def _asks(self, comparison: Callable[[Any, Any], Any], other: Any) -> bool:
        if not isinstance(other, date):
            self.lost()
        number = other.number if type(other) is Day else other.toordinal()
        return _chosen(self._asker, self._terms.compared(comparison, self.number, number))

    def __le__(self, other: Any) -> bool:
        return other is NEVER or self._asks(operator.le, other)

    def __lt__(self, other: Any) -> bool:
        return other is NEVER or self._asks(operator.lt, other)

    def __ge__(self, other: Any) -> bool:
        return other is not NEVER and self._asks(operator.ge, other)

    def __gt__(self, other: Any) -> bool:
        return other is not NEVER and self._asks(operator.gt, other)

    def __eq__(self, other: object) -> bool:
        is_day = isinstance(other, date) and other is not NEVER
        return is_day and self._asks(operator.eq, other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return Unsettled.__hash__(self)

    def __bool__(self) -> bool:
        return True


class Amount(Unsettled):
    """An amount in euros that is not settled, or what is worked out with it."""

    __slots__ = ("number",)

    def __init__(self, asker: Asker[Any], number: Any) -> None:
        super().__init__(asker)
        self.number: Any = number

    def __mul__(self, by: Any) -> Amount:
        return Amount(self._asker, self.number * self._exact(by))

    __rmul__ = __mul__

    def __add__(self, other: Any) -> Amount:
        return Amount(self._asker, self.number + self._exact(other))

    __radd__ = __add__

    def __eq__(self, other: object) -> bool:
        is_number = isinstance(other, (int, Decimal, Amount))
        return is_number and self._asks(operator.eq, other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return Unsettled.__hash__(self)

    def __bool__(self) -> bool:
        return self != 0

    def __le__(self, other: Any) -> bool:
        return self._asks(operator.le, other)

    def __lt__(self, other: Any) -> bool:
        return self._asks(operator.lt, other)

    def __ge__(self, other: Any) -> bool:
        return self._asks(operator.ge, other)

    def __gt__(self, other: Any) -> bool:
        return self._asks(operator.gt, other)

    def _asks(self, comparison: Callable[[Any, Any], Any], other: Any) -> bool:
        return decided(self._asker, comparison(self.number, self._exact(other)))

    def _exact(self, number: Any) -> Any:
        if isinstance(number, Amount):
            return number.number
        if not isinstance(number, (int, Decimal)):
            self.lost()
        return z3.RealVal(str(Decimal(number)))


def decided(asker: Asker[Any], statement: Any) -> bool:
    """Ask whether a statement is so."""
    return _chosen(asker, z3.simplify(statement))


def _chosen(asker: Asker[Any], statement: Any) -> bool:
    """Ask the same of a statement that is as simple as it can be."""
    if z3.is_true(statement) or z3.is_false(statement):
        return bool(z3.is_true(statement))
    return asker.choose(statement.get_id(), (statement, z3.Not(statement))) == 0


FIRST, LAST = FIRST_DAY.toordinal(), LAST_DAY.toordinal()
