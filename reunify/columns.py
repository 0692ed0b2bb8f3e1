"""The same conditions on whole columns: a million families at once. Needs the extra ``columns`` (numpy).

Nothing here states a rule, an assumption or a derived fact a second time. The nodes of a rule set are
walked as `assess` walks them, with an array of sets of verdicts where that has one set. The functions of
the leaves and of `reunify.facts` are the very same; they are called with stand-ins for whole columns. A
stand-in that is asked for one answer where its rows differ stops the function, and the function is called
again for each part of the rows in which they do not differ. So any plain function runs on columns, and
gives for each row what it gives for that row alone.
"""

from __future__ import annotations

import inspect
import types
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final, TypeAlias, cast

import attrs

try:
    import numpy as np
except ModuleNotFoundError as error:
    _NEEDED = "reunify.columns needs numpy: pip install 'reunify[columns]'"
    raise ImportError(_NEEDED, name=error.name) from None

from reunify.facts import (
    ASSUMED,
    CASE_FACTS,
    FIRST_DAY,
    HERE,
    LAST_DAY,
    MEMBER_FACTS,
    NOBODY,
    NOT_CHOSEN,
    ORIGINS,
    SPONSOR_FACTS,
    Case,
    Fact,
    Kind,
    Relation,
    Unknown,
    View,
)
from reunify.facts import NOT_YET as NOT_FILED
from reunify.meaning import (
    ELIGIBLE,
    EXCLUDED,
    NOT_YET,
    SETS,
    Reader,
    Turns,
    Verdict,
    highest,
    may_be_met,
    verdict_of,
)
from reunify.nodes import Contested, Leaf, Node, Not, Where
from reunify.ruleset import RuleSet
from reunify.terms import NEVER

Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"
Masks: TypeAlias = "Array | int"
"""Sets of verdicts as bits: an array, or one set for all rows."""

__all__ = ["Columns", "Table", "from_cases", "screen", "screen_each", "table"]

# ---------------------------------------------------------------- the table

_UNKNOWN: Final = -1
_LEFT_OUT: Final = -2
SPECIAL: Final[Mapping[int, Any]] = {
    _UNKNOWN: None,
    _LEFT_OUT: ASSUMED,
    -3: NOT_FILED,
    -4: HERE,
    -5: NOBODY,
    -6: NOT_CHOSEN,
}
"""What codes below zero stand for."""
_CODE_OF: Final = {id(value): code for code, value in SPECIAL.items()}
_LOWEST_CODE: Final = min(SPECIAL)
_NEVER: Final = NEVER.toordinal()
_EPOCH: Final = date(1970, 1, 1).toordinal()
_SPONSOR: Final = "sponsor."
_FAMILY: Final = "family"
_SHARED: Final[Mapping[str, Fact]] = {
    **CASE_FACTS,
    **{f"{_SPONSOR}{name}": told for name, told in SPONSOR_FACTS.items()},
}
_FACTS: Final[Mapping[str, Fact]] = {
    name: told for name, told in {**_SHARED, **MEMBER_FACTS}.items() if told.kind is not Kind.TEXT
}


@attrs.frozen(eq=False)
class Table:
    """Persons in rows, facts in columns; the rows of one family stand together.

    Attributes:
        size: The number of persons.
        starts: The first row of each family.
        codes: For each fact that is given, its values as whole numbers: the day's ordinal, 0 or 1, the place
            in the list of choices or of ``amounts``, the row of the member referred to; below zero what
            is special.
        amounts: The distinct amounts of the facts that are amounts.
    """

    size: int
    starts: Array
    codes: Mapping[str, Array]
    amounts: Mapping[str, tuple[Decimal, ...]] = attrs.field(factory=dict)

    def values(self, name: str) -> tuple[Any, ...]:
        """Give what the codes of a fact from zero stand for."""
        told = _FACTS[name]
        if told.kind is Kind.AMOUNT:
            return self.amounts.get(name, ())
        return (False, True) if told.kind is Kind.YES_NO else tuple(told.choices or ())


def table(
    columns: Mapping[str, Any],
    *,
    unknown: Mapping[str, Any] | None = None,
    left_out: Mapping[str, Any] | None = None,
    not_filed: Any = None,
) -> Table:
    """Make a table of arrays, one a fact, each as long as there are persons.

    A fact without a column is left out for everybody: assumed where its `facts.Fact` says so, otherwise
    unknown. That the facts of a family do not contradict each other (`facts.contradictions`) is not checked
    here; families that cannot be have no meaning.

    Args:
        columns: ``"family"`` (a number; the rows of one family stand together), ``"decided_on"``, the
            facts of the sponsor (``"sponsor.born_on"``) and of the person (``"relation"``, ``"born_on"``).
            Days are ``datetime64``; yes and no are booleans; a choice is its place in its list (as in
            ``list(Relation)``) or its word; an amount is a number or a `Decimal`; ``with_parent`` and
            ``parent_member`` are the number of a row of this table. The words of a fact (``"never"`` for
            some days, ``"here"``, ``"none"``) can stand in arrays of objects.
        unknown: For each fact that is not known for some persons, where that is.
        left_out: For each fact that is left out for some persons, where that is. A day that is
            not-a-time is left out too, as is a number that is not-a-number.
        not_filed: Where there is no application so far.

    Raises:
        ValueError: There is no such fact, or an array is not one of that fact.
    """
    unknown, left_out = unknown or {}, left_out or {}
    family = np.asarray(columns[_FAMILY])
    coder = _Coder(len(family))
    for name, values in columns.items():
        if name != _FAMILY:
            coder.add(name, np.asarray(values))
    for masks, code in ((left_out, _LEFT_OUT), (unknown, _UNKNOWN)):
        for name, mask in masks.items():
            coder.put(name, mask, code)
    if not_filed is not None:
        coder.put("applied_on", not_filed, _CODE_OF[id(NOT_FILED)])
    made = Table(len(family), _starts(family), coder.finished(), coder.amounts)
    _check(made)
    return made


def from_cases(cases: Iterable[Case]) -> Table:
    """Make a table of families, in their order."""
    members = [(number, case, member) for number, case in enumerate(cases) for member in case.members]
    rows = {(number, member.id): row for row, (number, _, member) in enumerate(members)}
    coder = _Coder(len(members))
    for name, told in _FACTS.items():
        values = [_value_of(name, case, member) for _, case, member in members]
        if told.kind is Kind.MEMBER:
            values = [
                rows.get((number, value), value) if value is not None else None
                for (number, _, _), value in zip(members, values, strict=True)
            ]
        array = np.empty(len(members), dtype=object)
        array[:] = values
        coder.add(name, array)
    family = np.array([number for number, _, _ in members], dtype=np.int64)
    return Table(len(members), _starts(family), coder.finished(), coder.amounts)


def _value_of(name: str, case: Case, member: Any) -> Any:
    if name.startswith(_SPONSOR):
        return getattr(case.sponsor, name.removeprefix(_SPONSOR))
    return getattr(case if name in CASE_FACTS else member, name)


def _starts(family: Array) -> Array:
    """Give the first row of each family."""
    changes = np.flatnonzero(family[1:] != family[:-1]) + 1
    starts = np.concatenate([np.zeros(min(1, len(family)), dtype=np.intp), changes])
    if len(np.unique(family[starts])) != len(starts):
        message = "the rows of a family do not stand together"
        raise ValueError(message)
    return starts


class _Coder:
    """Turns arrays of values into arrays of codes."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.codes: dict[str, Array] = {}
        self.amounts: dict[str, tuple[Decimal, ...]] = {}

    def add(self, name: str, values: Array) -> None:
        """Add the column of one fact."""
        if name not in _FACTS:
            message = f"there is no column {name!r}"
            raise ValueError(message)
        if values.shape != (self.size,):
            message = f"{name} has not one value for each person"
            raise ValueError(message)
        self.codes[name] = self._coded(name, _FACTS[name], values)

    def put(self, name: str, mask: Any, code: int) -> None:
        """Put a special code where a mask says."""
        if name not in self.codes:
            self.codes[name] = np.full(self.size, _LEFT_OUT, dtype=_dtype(_FACTS[name]))
        self.codes[name][np.asarray(mask, dtype=bool)] = code

    def finished(self) -> dict[str, Array]:
        """Give the codes; a fact left out of which nothing is assumed is unknown."""
        for name, codes in self.codes.items():
            if not _FACTS[name].has_assumption:
                codes[codes == _LEFT_OUT] = _UNKNOWN
        return self.codes

    def _coded(self, name: str, told: Fact, values: Array) -> Array:
        if values.dtype.kind == "M":
            days = values.astype("datetime64[D]")
            ordinals = days.astype(np.int64) + _EPOCH
            return np.where(np.isnat(days), _LEFT_OUT, ordinals).astype(np.int32)
        if values.dtype.kind == "f" and told.kind is Kind.AMOUNT:
            values = np.array([None if number != number else number for number in values.tolist()], dtype=object)  # noqa: PLR0124 -- not-a-number
        if values.dtype.kind in "iub" and told.kind is not Kind.AMOUNT:
            return values.astype(_dtype(told))
        return self._coded_one_by_one(name, told, values)

    def _coded_one_by_one(self, name: str, told: Fact, values: Array) -> Array:
        """Read each distinct value as a case file's would be."""
        codes: dict[Any, int] = {}
        listed = values.tolist()
        distinct = dict.fromkeys(listed)
        if told.kind is Kind.MEMBER:
            codes = {
                value: value if isinstance(value, int) else _special_code(told.words.get(value)) for value in distinct
            }
        else:
            read = {value: told.read(value, name) for value in distinct}
            if told.kind is Kind.AMOUNT:
                self.amounts[name] = tuple(sorted({value for value in read.values() if isinstance(value, Decimal)}))
            places = {value: place for place, value in enumerate(Table(0, np.array([]), {}, self.amounts).values(name))}
            codes = {value: _code(found, places) for value, found in read.items()}
        return np.array([codes[value] for value in listed], dtype=_dtype(told))


def _special_code(value: Any) -> int:
    return _CODE_OF[id(value)]


def _code(value: Any, places: Mapping[Any, int]) -> int:
    if id(value) in _CODE_OF:
        return _CODE_OF[id(value)]
    return value.toordinal() if isinstance(value, date) else places[value]


def _dtype(told: Fact) -> type[Any]:
    return np.int8 if told.kind in (Kind.YES_NO, Kind.CHOICE) else np.int32


def _check(made: Table) -> None:
    """Say what a table cannot be."""
    inner = np.ones(max(0, made.size - 1), dtype=bool)
    inner[made.starts[1:] - 1] = False
    relations = made.codes.get("relation", np.array([_UNKNOWN]))
    if made.size and relations.min() < 0:
        message = "the relation of each person must be given"
        raise ValueError(message)
    family = np.repeat(np.arange(len(made.starts)), np.diff(made.starts, append=made.size))
    for name, codes in made.codes.items():
        told = _FACTS[name]
        if made.size and not _in_range(made, name, codes):
            message = f"{name} has a value that it cannot have"
            raise ValueError(message)
        if name in _SHARED and (inner & (codes[1:] != codes[:-1])).any():
            message = f"{name} differs within a family"
            raise ValueError(message)
        if told.kind is Kind.MEMBER:
            _check_reference(name, codes, family, relations)


def _in_range(made: Table, name: str, codes: Array) -> bool:
    kind = _FACTS[name].kind
    if kind is Kind.DATE:
        days = codes[(codes >= 0) & (codes != _NEVER)]
        return not len(days) or (days.min() >= FIRST_DAY.toordinal() and days.max() <= LAST_DAY.toordinal())
    most = made.size if kind is Kind.MEMBER else len(made.values(name))
    return bool(codes.min() >= _LOWEST_CODE and codes.max() < most)


def _check_reference(name: str, codes: Array, family: Array, relations: Array) -> None:
    who = np.flatnonzero(codes >= 0)
    whom = codes[who]
    fitting = np.isin(relations[whom], [_RELATIONS.index(relation) for relation in View.candidates(name)])
    if not ((family[who] == family[whom]) & fitting & (who != whom)).all():
        message = f"{name} names a row that it cannot name"
        raise ValueError(message)


_RELATIONS: Final = tuple(Relation)

# ---------------------------------------------------------------- what comes out


@attrs.frozen(eq=False)
class Columns:
    """What comes out for each person under one rule set.

    Attributes:
        rule_set: The id of the rule set.
        possible: The verdicts that are still possible, as bits: 1 excluded, 2 not yet, 4 eligible.
        grounds: The ids of the grounds.
        ground_codes: The place of each person's ground in ``grounds``; -1 where none is open.
        conditions: The ids of the conditions.
        condition_codes: The place of each person's deciding condition in ``conditions``; -1 for none.
    """

    rule_set: str
    possible: Array
    grounds: tuple[str, ...]
    ground_codes: Array
    conditions: tuple[str, ...]
    condition_codes: Array

    def __len__(self) -> int:
        return len(self.possible)

    @property
    def verdict(self) -> Array:
        """The verdict of each person, as its word."""
        words = np.array([verdict_of(mask).value for mask in range(8)])
        return words[self.possible]

    @property
    def ground(self) -> Array:
        """The ground with the best verdict; empty where none is open."""
        return np.array([*self.grounds, ""])[self.ground_codes]

    @property
    def condition(self) -> Array:
        """The deciding condition; empty for who is eligible.

        It is the first named condition, in the order of the law, that leaves no better verdict than the
        ground has: the first that excludes, or postpones, or whose facts are missing.
        """
        return np.array([*self.conditions, ""])[self.condition_codes]

    def count(self) -> dict[Verdict, int]:
        """Count the persons by verdict."""
        found = dict.fromkeys(Verdict, 0)
        for mask, number in enumerate(np.bincount(self.possible, minlength=8).tolist()):
            found[verdict_of(mask)] += number
        return found


def screen(table: Table, rule_set: RuleSet) -> Columns:
    """Say for each person of a table what comes out under a rule set.

    Args:
        table: The persons; see `table` and `from_cases`.
        rule_set: The law.

    Returns:
        The same verdicts and grounds as `assess` gives for each family alone.
    """
    return screen_each(table, (rule_set,))[0]


def screen_each(table: Table, rule_sets: Sequence[RuleSet]) -> tuple[Columns, ...]:
    """Do the same under several rule sets; what they share is worked out once."""
    shared = _Shared()
    found = tuple(_empty(table, rule_set) for rule_set in rule_sets)
    for start, stop in _blocks(table):
        block = _Block(table, start, stop, shared)
        for rule_set, columns in zip(rule_sets, found, strict=True):
            _Law(block, rule_set, columns).fill()
    return found


def _empty(table: Table, rule_set: RuleSet) -> Columns:
    return Columns(
        rule_set=rule_set.id,
        possible=np.zeros(table.size, dtype=np.uint8),
        grounds=tuple(ground.id for ground in rule_set.grounds),
        ground_codes=np.full(table.size, -1, dtype=np.int8),
        conditions=tuple(rule_set.conditions),
        condition_codes=np.full(table.size, -1, dtype=np.int16),
    )


def _blocks(table: Table) -> Iterator[tuple[int, int]]:
    """Cut the rows into blocks of whole families, small enough to stay in memory that is near."""
    start = 0
    while start < table.size:
        place = int(np.searchsorted(table.starts, start + _ROWS_AT_ONCE, side="right")) - 1
        stop = table.size if start + _ROWS_AT_ONCE >= table.size else int(table.starts[place])
        if stop <= start:  # a family larger than a block
            stop = int(table.starts[place + 1]) if place + 1 < len(table.starts) else table.size
        yield start, stop
        start = stop


_ROWS_AT_ONCE: Final = 1 << 18

# ---------------------------------------------------------------- stand-ins for whole columns


class _Split(Exception):  # noqa: N818 -- a signal, not an error
    """One answer was asked for where rows differ; the labels say which rows do not."""

    def __init__(self, labels: Array) -> None:
        super().__init__()
        self.labels = labels


def _in_parts(function: Callable[[Array], Any], places: Array) -> Iterator[tuple[Array, Any]]:
    """Call a function for places, and again for parts of them as long as it finds that they differ."""
    todo = [places] if len(places) else []
    while todo:
        part = todo.pop()
        try:
            yield part, function(part)
        except _Split as split:
            todo.extend(_grouped(part, split.labels))


def _grouped(places: Array, labels: Array) -> Iterator[Array]:
    if labels.dtype == bool:
        yield places[labels]
        yield places[~labels]
        return
    order = np.argsort(labels, kind="stable")
    ends = np.flatnonzero(np.diff(labels[order])) + 1
    yield from np.split(places[order], ends)


class _Truth:
    """A yes or no for each row."""

    __slots__ = ("rows",)

    def __init__(self, rows: Array) -> None:
        self.rows = rows

    def __bool__(self) -> bool:
        if self.rows.all():
            return True
        if self.rows.any():
            raise _Split(self.rows)
        return False


class _Ordered:
    """A value for each row that can be compared: a code, and what the codes stand for."""

    __slots__ = ("codes", "shared")

    def __init__(self, codes: Array, shared: _Shared) -> None:
        self.codes = codes
        self.shared = shared

    def compared(self, other: Any) -> tuple[Any, Any]:
        raise NotImplementedError

    def __hash__(self) -> int:
        raise _Split(self.codes)

    def __getattr__(self, name: str) -> Any:
        # What a whole column cannot answer, each value answers for itself.
        raise _Split(self.codes)

    def __eq__(self, other: object) -> Any:
        one, two = self.compared(other)
        return _Truth(one == two)

    def __ne__(self, other: object) -> Any:
        one, two = self.compared(other)
        return _Truth(one != two)

    def __lt__(self, other: Any) -> _Truth:
        one, two = self.compared(other)
        return _Truth(one < two)

    def __le__(self, other: Any) -> _Truth:
        one, two = self.compared(other)
        return _Truth(one <= two)

    def __gt__(self, other: Any) -> _Truth:
        one, two = self.compared(other)
        return _Truth(one > two)

    def __ge__(self, other: Any) -> _Truth:
        one, two = self.compared(other)
        return _Truth(one >= two)


class _Days(_Ordered):
    """A day for each row; the codes are their ordinals."""

    __slots__ = ()

    # To who asks, this is a date.
    __class__ = property(lambda _: date)

    def compared(self, other: Any) -> tuple[Any, Any]:
        if type(other) is _Days:
            return self.codes, other.codes
        return self.codes, other.toordinal() if isinstance(other, date) else _UNKNOWN

    @property
    def day(self) -> _Numbers:
        """The day of the month."""
        days = (self.codes - _EPOCH).astype("datetime64[D]")
        return _Numbers((days - days.astype("datetime64[M]")).astype(np.int32) + 1, self.shared)

    def __add__(self, by: Any) -> Any:
        if isinstance(by, timedelta) and int(self.codes.max()) < _NEVER - abs(by.days):
            return _Days(self.codes + by.days, self.shared)
        raise _Split(self.codes)

    def __sub__(self, by: Any) -> Any:
        return self + -by


class _Numbers(_Ordered):
    """A whole number for each row; the codes are the numbers."""

    __slots__ = ()

    def compared(self, other: Any) -> tuple[Any, Any]:
        return self.codes, other.codes if type(other) is _Numbers else other

    def __index__(self) -> int:
        return self.settled()

    def __bool__(self) -> bool:
        return bool(_Truth(self.codes != 0))

    def settled(self) -> int:
        """Give the one number that all rows have."""
        return _the_same(self.codes)


class _Amounts(_Ordered):
    """An amount for each row; the codes are places in a list of amounts in ascending order."""

    __slots__ = ("values",)

    def __init__(self, codes: Array, shared: _Shared, values: Sequence[Any]) -> None:
        super().__init__(codes, shared)
        self.values = values

    def compared(self, other: Any) -> tuple[Any, Any]:
        if type(other) is _Amounts:
            return self.objects(), other.objects()
        return self.objects(), other

    def __bool__(self) -> bool:
        return bool(_Truth(np.array([bool(value) for value in self.values])[self.codes]))

    def settled(self) -> Any:
        """Give the one value that all rows have."""
        return self.values[_the_same(self.codes)]

    def objects(self) -> Array:
        array = np.empty(len(self.values), dtype=object)
        array[:] = self.values
        return cast("Array", array[self.codes])


class _Id:
    """The name of a person for each row: the person's row stands for it."""

    __slots__ = ("rows",)

    def __init__(self, rows: Array) -> None:
        self.rows = rows

    def __str__(self) -> str:
        return "member"

    def __hash__(self) -> int:
        return 0

    def __eq__(self, other: object) -> Any:
        return _Truth(self.rows == other.rows) if isinstance(other, _Id) else False

    def __ne__(self, other: object) -> Any:
        return _Truth(self.rows != other.rows) if isinstance(other, _Id) else True


class _Owner:
    """A sponsor or member for each row, with the facts as attributes."""

    def __init__(self, block: _Block, rows: Array, prefix: str = "") -> None:
        self._block = block
        self._rows = rows
        self._prefix = prefix

    @property
    def id(self) -> _Id:
        return _Id(self._rows)

    def __getattr__(self, name: str) -> Any:
        return self._block.seen(f"{self._prefix}{name}", self._rows)


class _Family:
    """A case for each row."""

    def __init__(self, block: _Block, rows: Array) -> None:
        self._block = block
        self._rows = rows
        self.sponsor = _Owner(block, rows, _SPONSOR)

    @property
    def members(self) -> tuple[_Owner, ...]:
        sizes = _the_same(self._block.sizes[self._rows])
        first = self._block.first[self._rows]
        return tuple(_Owner(self._block, first + place) for place in range(sizes))

    def member(self, id: _Id) -> _Owner:  # noqa: A002 -- as in a case
        return _Owner(self._block, id.rows)

    def __getattr__(self, name: str) -> Any:
        return self._block.seen(name, self._rows)


def _the_same(codes: Array) -> int:
    """Give the one code that all rows have."""
    if (codes[0] == codes).all():
        return int(codes[0])
    raise _Split(codes)


# ---------------------------------------------------------------- functions on columns


class _Shared:
    """What is worked out once for all blocks: what functions of one day give for each day."""

    def __init__(self) -> None:
        self._tables: dict[Any, _DayTable] = {}
        self._lifted: dict[Callable[..., Any], Callable[..., Any]] = {}

    def lifted(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Give the same function, in which functions of one day that it calls take a column too."""
        if function not in self._lifted:
            self._lifted[function] = self._lift(function)
        return self._lifted[function]

    def _lift(self, function: Callable[..., Any]) -> Callable[..., Any]:
        # What a function keeps of earlier answers is no use here: each day is asked once.
        function = inspect.unwrap(function)
        if not isinstance(function, types.FunctionType):
            return function
        known = function.__globals__
        called = {name: known[name] for name in function.__code__.co_names if name in known}
        own = {name: self._of_day(f) for name, f in called.items() if isinstance(inspect.unwrap(f), types.FunctionType)}
        return types.FunctionType(
            function.__code__, {**known, **own}, function.__name__, function.__defaults__, function.__closure__
        )

    def _of_day(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def of_day(*args: Any, **kwargs: Any) -> Any:
            if not args or type(args[0]) is not _Days or kwargs or any(isinstance(a, _Ordered) for a in args[1:]):
                return function(*args, **kwargs)
            key = (function, args[1:])
            if key not in self._tables:
                self._tables[key] = _DayTable(function, args[1:], self)
            return self._tables[key].of(args[0])

        return of_day


class _DayTable:
    """What a function of one day gives, for each day that it was asked."""

    def __init__(self, function: Callable[..., Any], args: tuple[Any, ...], shared: _Shared) -> None:
        self._function = shared.lifted(function)
        self._args = args
        self._shared = shared
        self._found = np.zeros(_LAST_PLACE + 1, dtype=np.int32)
        self._values: list[Any] = []
        """The results, if they are no days; the table has their places plus one."""

    def of(self, days: _Days) -> Any:
        """Give the result for each row."""
        places = np.minimum(days.codes, _LAST_PLACE)
        found = self._found[places]
        if not found.all():
            self._find(np.unique(days.codes[found == 0]))
            found = self._found[places]
        if not self._values:
            return _Days(found, self._shared)
        return _Amounts(found - 1, self._shared, self._values)

    def _find(self, days: Array) -> None:
        """Find what is given for some distinct days."""

        def call(part: Array) -> Any:
            day = date.fromordinal(int(part[0])) if len(part) == 1 else _Days(part, self._shared)
            result = self._function(day, *self._args)
            if type(result) is _Truth:
                return bool(result)
            return result.settled() if type(result) in (_Amounts, _Numbers) else result

        for part, result in _in_parts(call, days):
            self._found[np.minimum(part, _LAST_PLACE)] = self._codes(result)

    def _codes(self, result: Any) -> Any:
        if type(result) is _Days:
            return result.codes
        if isinstance(result, date):
            return result.toordinal()
        if result not in self._values:
            self._values.append(result)
        return self._values.index(result) + 1


_LAST_PLACE: Final = date(2500, 1, 1).toordinal()
"""Where the tables of days end; no day of a family lies after it but never."""


@attrs.frozen(eq=False)
class _Column:
    """One fact of some persons as conditions see it: assumptions made, derived facts worked out.

    Attributes:
        codes: A code a person, or one for all; -1 is unknown.
        values: What the codes stand for; None: they are ordinals of days.
    """

    codes: Array | int
    values: tuple[Any, ...] | None

    def known(self) -> Array | bool:
        return self.codes >= 0

    def at(self, places: Array, shared: _Shared) -> Any:
        """Give the value of these persons: one for all, or a stand-in."""
        if not isinstance(self.codes, np.ndarray):
            return self._value(self.codes)
        codes = self.codes[places]
        if (codes[0] == codes).all():
            return self._value(int(codes[0]))
        if self.values is None:
            return _Days(codes, shared)
        if len(self.values) > _MOST_CHOICES:
            return _Amounts(codes, shared, self.values)
        raise _Split(codes)

    def _value(self, code: int) -> Any:
        return date.fromordinal(code) if self.values is None else self.values[code]


_MOST_CHOICES: Final = 16
_SOMEBODY: Final = "\0"
"""The name of a member, where it does not matter of which."""

# ---------------------------------------------------------------- a block of families


class _Block:
    """Some whole families of a table; rows count from the first of them."""

    def __init__(self, table: Table, start: int, stop: int, shared: _Shared) -> None:
        self.table = table
        self.start = start
        self.stop = stop
        self.shared = shared
        low, high = np.searchsorted(table.starts, [start, stop])
        self.starts = table.starts[low:high] - start
        lengths = np.diff(self.starts, append=stop - start)
        self.sizes = np.repeat(lengths, lengths)
        self.first = np.repeat(self.starts, lengths)
        relations = self.codes("relation")
        self.groups = {
            relation: _Group(self, relation, rows)
            for code, relation in enumerate(_RELATIONS)
            if len(rows := np.flatnonzero(relations == code))
        }

    def codes(self, name: str) -> Array | int:
        """Give the codes of a fact, or the one code of all if there is no column."""
        codes = self.table.codes.get(name)
        if codes is None:
            return _LEFT_OUT if _FACTS[name].has_assumption else _UNKNOWN
        codes = codes[self.start : self.stop]
        return np.where(codes >= 0, codes - self.start, codes) if _FACTS[name].kind is Kind.MEMBER else codes

    def seen(self, name: str, rows: Array) -> Any:
        """Give the value that a fact has in these rows, as a case would give it, or a stand-in."""
        if name not in _FACTS:
            raise AttributeError(name)
        codes = self.codes(name)
        if not isinstance(codes, np.ndarray):
            return SPECIAL[codes]
        codes = codes[rows]
        kind = _FACTS[name].kind
        if kind in (Kind.YES_NO, Kind.CHOICE):
            code = _the_same(codes)
            return SPECIAL[code] if code < 0 else self.table.values(name)[code]
        special = _the_same(np.minimum(codes, 0))
        if special < 0:
            return SPECIAL[special]
        if kind is Kind.MEMBER:
            return _Id(codes)
        return _Column(codes, None if kind is Kind.DATE else self.table.values(name)).at(
            np.arange(len(codes)), self.shared
        )


class _Group:
    """The persons of one relation in a block."""

    def __init__(self, block: _Block, relation: Relation, rows: Array) -> None:
        self.block = block
        self.relation = relation
        self.rows = rows
        self._facts: dict[str, _Column] = {}
        self._days: dict[Leaf, Array | int] = {}
        self.masks: dict[Any, Masks] = {}

    # -- facts

    def fact(self, name: str) -> _Column:
        """Give a fact by the name that conditions use."""
        if name not in self._facts:
            self._facts[name] = self._find(name)
        return self._facts[name]

    def _find(self, name: str) -> _Column:
        origin = ORIGINS[name]
        column = f"{_SPONSOR}{origin.attribute}" if origin.owner == "sponsor" else name
        if column not in _FACTS:
            return self._asked(name, np.arange(len(self.rows)), None)
        codes = self.block.codes(column)
        if not isinstance(codes, np.ndarray):
            return self._uniform(name, _FACTS[column], codes)
        codes = codes[self.rows]
        if codes[0] < 0 and (codes[0] == codes).all():
            return self._uniform(name, _FACTS[column], int(codes[0]))
        if _FACTS[column].kind is not Kind.MEMBER:
            # What is given is what it is; only where it is not given is there something to find out.
            places = np.flatnonzero(codes < _UNKNOWN)
            if not len(places):
                return _Column(codes, self._values(column))
            return self._asked(name, places, _Column(codes, self._values(column)))
        return self._asked(name, np.arange(len(self.rows)), None)

    def _values(self, column: str) -> tuple[Any, ...] | None:
        return None if _FACTS[column].kind is Kind.DATE else self.block.table.values(column)

    def _uniform(self, name: str, told: Fact, code: int) -> _Column:
        if code == _LEFT_OUT and not callable(told.assumed):
            one = self._asked(name, np.arange(1), None)
            return _Column(int(cast("Array", one.codes)[0]), one.values)
        if code == _UNKNOWN:
            return _Column(_UNKNOWN, ())
        return self._asked(name, np.arange(len(self.rows)), None)

    def _asked(self, name: str, places: Array, given: _Column | None) -> _Column:
        """Ask the view of each person; where all that differs is days, all persons are asked at once."""
        values: list[Any] = list((given.values if given else None) or ())
        codes = np.full(len(self.rows), _UNKNOWN, dtype=np.int32) if given is None else cast("Array", given.codes)
        codes = codes.astype(np.int32)
        are_days = given is not None and given.values is None
        for part, value in _in_parts(lambda part: self._view(part).get(name), places):
            if isinstance(value, Unknown):
                codes[part] = _UNKNOWN
            elif type(value) is _Days:
                codes[part], are_days = value.codes, True
            elif isinstance(value, date) and (are_days or _is_day(name)):
                codes[part], are_days = value.toordinal(), True
            elif type(value) is _Amounts:
                codes[part] = value.codes
            else:
                plain = _SOMEBODY if isinstance(value, _Id) else value
                if plain not in values:
                    values.append(plain)
                codes[part] = values.index(plain)
        if are_days:
            return _Column(codes, None)
        return _Column(codes.astype(np.int8) if len(values) <= _MOST_CHOICES else codes, tuple(values))

    def _view(self, places: Array) -> View:
        rows = self.rows[places]
        return View(cast("Any", _Family(self.block, rows)), cast("Any", _Owner(self.block, rows)))

    # -- leaves

    def leaf(self, leaf: Leaf) -> Masks:
        """Give the sets of verdicts of a leaf."""
        quick = self._tabulated(leaf)
        if quick is not None:
            return quick
        met, known = self._met(leaf)
        either = ELIGIBLE | leaf.unmet
        sets = _as_table([either, either, leaf.unmet, ELIGIBLE])
        places = np.asarray(known, dtype=bool).view(np.uint8) << np.uint8(1) | np.asarray(met, dtype=bool).view(
            np.uint8
        )
        return _smaller(_looked_up(sets, places)) if places.ndim else sets[places]

    def _met(self, leaf: Leaf) -> tuple[Array | bool, Array | bool]:
        result, known = self._result(leaf)
        if leaf.turns is Turns.NOT or known is False:
            return result, known
        moment = self.fact(leaf.compared)
        if moment.known() is False:
            return False, False
        met = moment.codes >= result if leaf.turns is Turns.FROM else moment.codes <= result
        return met, known & moment.known()

    def _result(self, leaf: Leaf) -> tuple[Any, Array | bool]:
        """Give what the function of a leaf gives, and where it is known."""
        columns = [self.fact(name) for name in leaf.facts]
        known: Array | bool = True
        for column in columns:
            if column.known() is False:
                return False, False
            known = known & column.known()
        if not any(isinstance(column.codes, np.ndarray) for column in columns):
            result = leaf.function(*(column.at(np.arange(1), self.block.shared) for column in columns))
            return (result.toordinal() if leaf.turns is not Turns.NOT else bool(result)), True
        places = np.arange(len(self.rows)) if known is True or np.all(known) else np.flatnonzero(known)
        return self._called(leaf, columns, places), True if len(places) == len(self.rows) else known

    def _called(self, leaf: Leaf, columns: Sequence[_Column], places: Array) -> Array:
        shared = self.block.shared
        function = shared.lifted(leaf.function)
        found = np.zeros(len(self.rows), dtype=bool if leaf.turns is Turns.NOT else np.int32)

        def call(part: Array) -> Any:
            return _plain(function(*(column.at(part, shared) for column in columns)))

        for part, result in _in_parts(call, places):
            found[part] = result
        return found

    def _tabulated(self, leaf: Leaf) -> Masks | None:
        """Call a function of one choice once for each value that occurs; None if it is no such function."""
        if leaf.turns is not Turns.NOT or len(leaf.facts) != 1:
            return None
        column = self.fact(leaf.facts[0])
        codes = column.codes
        if column.values is None or not isinstance(codes, np.ndarray) or codes.dtype != np.int8:
            return None
        occurring = np.bincount(codes.view(np.uint8), minlength=256)
        sets = bytearray([ELIGIBLE | leaf.unmet] * 256)
        for code, value in enumerate(column.values):
            if occurring[code]:
                sets[code] = ELIGIBLE if leaf.function(value) else leaf.unmet
        return _smaller(_looked_up(bytes(sets), codes))


def _is_day(name: str) -> bool:
    """Say whether a fact, as conditions name it, is a day."""
    about = ORIGINS[name].about
    return about is not None and about.kind is Kind.DATE


def _plain(result: Any) -> Any:
    if type(result) is _Truth:
        return result.rows
    if type(result) is _Days:
        return result.codes
    return result.toordinal() if isinstance(result, date) else bool(result)


def _smaller(masks: Array) -> Masks:
    """Give one set where all rows have the same."""
    return int(masks[0]) if len(masks) and (masks[0] == masks).all() else masks


# ---------------------------------------------------------------- one law on a block


def _as_table(entries: Iterable[int]) -> bytes:
    """Make a table that `_looked_up` reads."""
    return bytes(entries).ljust(256, b"\0")


def _looked_up(entries: bytes, codes: Array) -> Array:
    """Look up each of some small codes: faster than an array of places can."""
    return np.frombuffer(bytearray(np.ascontiguousarray(codes)).translate(entries), dtype=np.uint8)


_RANKS: Final = _as_table(mask.bit_length() * 8 + (mask & -mask) for mask in SETS)
_CAPS: Final = np.array(
    [[part != ELIGIBLE and part.bit_length() == whole.bit_length() for whole in SETS] for part in SETS], dtype=bool
)


class _Sets(Reader[Masks]):
    """Reads the trees of one law for the persons of one relation: an array of sets, or one set for all."""

    def __init__(self, law: _Law, group: _Group) -> None:
        super().__init__()
        self._law = law
        self._group = group

    def known(self, node: Any) -> dict[Any, Masks]:
        """What follows nobody is shared between laws."""
        return self._read if node.follows_another else self._group.masks

    def leaf(self, leaf: Leaf) -> Masks:
        """Ask each person, or each value that occurs."""
        return self._group.leaf(leaf)

    def followed(self, reference: str) -> Masks:
        """Look up the person referred to."""
        return self._law.followed(self._group, reference)

    def lowest(self, parts: Iterable[Masks]) -> Masks:
        """Stop where one part excludes everybody."""
        return super().lowest(_until(EXCLUDED, parts))

    def highest(self, parts: Iterable[Masks]) -> Masks:
        """Stop where one part is met by everybody."""
        return super().highest(_until(ELIGIBLE, parts))

    def chosen(self, test: Masks, then: Callable[[], Masks], otherwise: Callable[[], Masks]) -> Masks:
        """Leave out a branch that applies to nobody."""
        if isinstance(test, int) and test == ELIGIBLE:
            return then()
        return otherwise() if isinstance(test, int) and not may_be_met(test) else super().chosen(test, then, otherwise)


def _until(settled: int, parts: Iterable[Masks]) -> Iterator[Masks]:
    for part in parts:
        yield part
        if isinstance(part, int) and part == settled:
            return


class _Law:
    """One rule set on one block of families."""

    def __init__(self, block: _Block, rule_set: RuleSet, columns: Columns) -> None:
        self.block = block
        self.rule_set = rule_set
        self.columns = columns
        self.possible = columns.possible[block.start : block.stop]
        self.ground_codes = columns.ground_codes[block.start : block.stop]
        self.condition_codes = columns.condition_codes[block.start : block.stop]
        self._places = {name: place for place, name in enumerate(columns.conditions)}
        self._done: set[Relation] = set()
        self._sets = {relation: _Sets(self, group) for relation, group in block.groups.items()}

    def fill(self) -> None:
        """Find what comes out for all persons."""
        for group in self.block.groups.values():
            self._assess(group)

    def _assess(self, group: _Group) -> None:
        if group.relation in self._done:
            return
        self._done.add(group.relation)
        size = len(group.rows)
        person: Masks = EXCLUDED
        best = np.zeros(size, dtype=np.uint8)
        ground_codes = np.full(size, -1, dtype=np.int8)
        wholes: list[tuple[int, Node, Masks]] = []
        for ground, whole in self.rule_set.asked_of(group.relation).grounds:
            mask = self.mask(group, whole)
            ranks = _RANKS[mask] if isinstance(mask, int) else _looked_up(_RANKS, mask)
            if ground.who is not None:
                # Whom a ground is not for does not see it.
                who = np.broadcast_to(np.asarray(self.mask(group, ground.who), dtype=np.uint8), size)
                is_open = may_be_met(who) != 0
                ranks = np.where(is_open, ranks, np.uint8(0))
                mask = np.where(is_open, mask, np.uint8(EXCLUDED))
            person = highest((person, mask))
            better = ranks > best
            if ground.stand_in is not None:
                decides = np.asarray(self.mask(group, ground.stand_in.when), dtype=np.uint8) == ELIGIBLE
                other = self.columns.grounds.index(ground.stand_in.ground)
                better |= (ranks == best) & decides & (ground_codes == other)
            best = np.maximum(best, ranks)
            code = self.columns.grounds.index(ground.id)
            ground_codes[better] = code
            wholes.append((code, whole, mask))
        self.possible[group.rows] = person
        self.ground_codes[group.rows] = ground_codes
        self._decide(group, wholes, ground_codes)

    # -- sets of verdicts

    def mask(self, group: _Group, node: Node) -> Masks:
        """Give the sets of verdicts of a node."""
        return self._sets[group.relation].of(node)

    def followed(self, group: _Group, reference: str) -> Masks:
        """Give the sets of the member referred to, or of all whom an unknown reference could name."""
        for relation in View.candidates(reference):
            if relation in self.block.groups:
                self._assess(self.block.groups[relation])
        codes = np.broadcast_to(np.asarray(self.block.codes(reference)), self.block.stop - self.block.start)
        codes = codes[group.rows]
        found = np.full(len(codes), EXCLUDED, dtype=np.uint8)
        named = codes >= 0
        found[named] = self.possible[codes[named]]
        unknown = codes == _UNKNOWN
        if unknown.any():
            found[unknown] = self._of_anybody(reference)[self.block.first[group.rows[unknown]]]
        return _smaller(found)

    def _of_anybody(self, reference: str) -> Array:
        """Give for the first row of each family what follows from a reference that is not known."""
        candidates = np.zeros(len(self.possible), dtype=np.uint8)
        for relation in View.candidates(reference):
            if relation in self.block.groups:
                rows = self.block.groups[relation].rows
                candidates[rows] = self.possible[rows]
        masks = np.bitwise_or.reduceat(candidates, self.block.starts)
        found = np.zeros(len(self.possible), dtype=np.uint8)
        found[self.block.starts] = np.where(masks == 0, NOT_YET | ELIGIBLE, masks) | EXCLUDED
        return found

    # -- the deciding condition

    def _decide(self, group: _Group, wholes: Sequence[tuple[int, Node, Masks]], ground_codes: Array) -> None:
        found = np.full(len(group.rows), -1, dtype=np.int16)
        for code, whole, mask in wholes:
            rows = (ground_codes == code) & (mask != ELIGIBLE)
            if rows.any():
                self._name(group, whole, mask, rows, found)
        none = ground_codes == -1
        if none.any():
            self._name(group, self.rule_set.unlisted, EXCLUDED, none, found, is_root=True)
        self.condition_codes[group.rows] = found

    def _name(
        self, group: _Group, node: Node, whole: Masks, rows: Array, found: Array, *, is_root: bool = False
    ) -> None:
        """Name this node, or one in it, where it leaves no better verdict than the whole has."""
        if not is_root:
            rows = rows & _CAPS[self.mask(group, node), whole]
        rows = rows & (found == -1)
        if not rows.any():
            return
        if node.id is not None and node.text is not None:
            found[rows] = self._places[node.id]
        elif isinstance(node, Where):
            # A branch is measured by itself: while the test is unknown, the whole is better than the worse branch.
            test = np.asarray(self.mask(group, node.test))
            for branch, taken in ((node.then, test & ELIGIBLE != 0), (node.otherwise, test != ELIGIBLE)):
                self._name(group, branch, self.mask(group, branch), rows & taken, found)
        elif not isinstance(node, Not):  # what is reversed is not told as a reason
            for part in (node.main,) if isinstance(node, Contested) else node.children:
                self._name(group, part, whole, rows, found)
