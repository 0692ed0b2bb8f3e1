"""What goes in: persons in rows, facts in columns, each value as a whole number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final, TypeAlias

import attrs
import numpy as np

from reunify.facts import (
    ASSUMED,
    CASE_FACTS,
    FIRST_DAY,
    HERE,
    LAST_DAY,
    MEMBER_FACTS,
    NOBODY,
    NOT_CHOSEN,
    NOT_FILED,
    SPONSOR_FACTS,
    Case,
    Fact,
    FactKind,
    FamilyMember,
    Relation,
    Span,
    Sponsor,
    View,
)
from reunify.faults import BadCase
from reunify.terms import NEVER

Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"

UNKNOWN: Final = -1
LEFT_OUT: Final = -2
SPECIAL: Final[Mapping[int, Any]] = {
    UNKNOWN: None,
    LEFT_OUT: ASSUMED,
    -3: NOT_FILED,
    -4: HERE,
    -5: NOBODY,
    -6: NOT_CHOSEN,
}
"""What codes below zero stand for."""
_CODE_OF: Final = {id(value): code for code, value in SPECIAL.items()}
_LOWEST_CODE: Final = min(SPECIAL)
_FIRST_SPAN: Final = _LOWEST_CODE - 1
"""While a table is made, this code and those below it stand for days known in part."""
_NEVER: Final = NEVER.toordinal()
_EPOCH: Final = date(1970, 1, 1).toordinal()
SPONSOR: Final = "sponsor."
RELATIONS: Final = tuple(Relation)
_FAMILY: Final = "family"
_SHARED: Final[Mapping[str, Fact]] = {
    **CASE_FACTS,
    **{f"{SPONSOR}{name}": told for name, told in SPONSOR_FACTS.items()},
}
FACTS: Final[Mapping[str, Fact]] = {
    name: told for name, told in {**_SHARED, **MEMBER_FACTS}.items() if told.kind is not FactKind.TEXT
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
        in_part: By their first row, the families of which a day is known in part; among the codes it is unknown.
    """

    size: int
    starts: Array
    codes: Mapping[str, Array]
    amounts: Mapping[str, tuple[Decimal, ...]] = attrs.field(factory=dict)
    in_part: Mapping[int, Case] = attrs.field(factory=dict)

    def values(self, name: str) -> tuple[Any, ...]:
        """Give what the codes of a fact from zero stand for."""
        return _values(name, self.amounts)


def _values(name: str, amounts: Mapping[str, tuple[Decimal, ...]]) -> tuple[Any, ...]:
    told = FACTS[name]
    if told.kind is FactKind.AMOUNT:
        return amounts.get(name, ())
    return (False, True) if told.kind is FactKind.YES_NO else tuple(told.choices or ())


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

    A day known in part leaves its family out of what is worked out for all at once: that family is assessed by
    itself, which takes milliseconds (with three such days a tenth of a second, at times seconds) and not microseconds.
    The others cost what they cost without it.

    Args:
        columns: ``"family"`` (a number; the rows of one family stand together), ``"decided_on"``, the
            facts of the sponsor (``"sponsor.born_on"``) and of the person (``"relation"``, ``"born_on"``).
            Days are ``datetime64``; yes and no are booleans; a choice is its place in its list (as in
            ``list(Relation)``) or its word; an amount is a number or a `Decimal`; ``with_parent`` and
            ``parent_member`` are the number of a row of this table. The words of a fact (``"never"`` for
            some days, ``"here"``, ``"none"``) can stand in arrays of objects, and so can a day known in part: a
            `Span`, or what a case file says (``"1990"``, ``"1990-05"``, ``"1989-01-01/1990-12-31"``). A
            ``datetime64`` that counts weeks, months or years is known in part.
        unknown: For each fact that is not known for some persons, where that is.
        left_out: For each fact that is left out for some persons, where that is. A day that is
            not-a-time is left out too, as is a number that is not-a-number.
        not_filed: Where there is no application so far.

    Raises:
        ValueError: There is no such fact, an array is not one of that fact, or a family with a day known in part
            cannot be.
    """
    unknown, left_out = unknown or {}, left_out or {}
    family = np.asarray(columns[_FAMILY])
    coder = _Coder(len(family))
    for name, values in columns.items():
        if name != _FAMILY:
            coder.add(name, np.asarray(values))
    for masks, code in ((left_out, LEFT_OUT), (unknown, UNKNOWN)):
        for name, mask in masks.items():
            coder.put(name, mask, code)
    if not_filed is not None:
        coder.put("applied_on", not_filed, _CODE_OF[id(NOT_FILED)])
    made = Table(len(family), _starts(family), coder.finished(), coder.amounts)
    _check(made)
    return _told_apart(made, tuple(coder.spans))


def from_cases(cases: Iterable[Case]) -> Table:
    """Make a table of families, in their order; what a day known in part costs is said at `table`."""
    members = [(number, case, member) for number, case in enumerate(cases) for member in case.members]
    rows = {(number, member.id): row for row, (number, _, member) in enumerate(members)}
    coder = _Coder(len(members))
    for name, told in FACTS.items():
        values = [_value_of(name, case, member) for _, case, member in members]
        if told.kind is FactKind.MEMBER:
            values = [
                rows.get((number, value), value) if value is not None else None
                for (number, _, _), value in zip(members, values, strict=True)
            ]
        array = np.empty(len(members), dtype=object)
        array[:] = values
        coder.add(name, array)
    family = np.array([number for number, _, _ in members], dtype=np.int64)
    return _told_apart(Table(len(members), _starts(family), coder.finished(), coder.amounts), tuple(coder.spans))


def _value_of(name: str, case: Case, member: Any) -> Any:
    if name.startswith(SPONSOR):
        return getattr(case.sponsor, name.removeprefix(SPONSOR))
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
        self.spans: dict[Span, int] = {}

    def add(self, name: str, values: Array) -> None:
        """Add the column of one fact."""
        if name not in FACTS:
            message = f"there is no column {name!r}"
            raise ValueError(message)
        if values.shape != (self.size,):
            message = f"{name} has not one value for each person"
            raise ValueError(message)
        self.codes[name] = self._coded(name, FACTS[name], values)

    def put(self, name: str, mask: Any, code: int) -> None:
        """Put a special code where a mask says."""
        if name not in self.codes:
            self.codes[name] = np.full(self.size, LEFT_OUT, dtype=_dtype(FACTS[name]))
        self.codes[name][np.asarray(mask, dtype=bool)] = code

    def finished(self) -> dict[str, Array]:
        """Give the codes; a fact left out of which nothing is assumed is unknown."""
        for name, codes in self.codes.items():
            if not FACTS[name].has_assumption:
                codes[codes == LEFT_OUT] = UNKNOWN
        return self.codes

    def _coded(self, name: str, told: Fact, values: Array) -> Array:
        if values.dtype.kind == "M" and _is_coarse(values.dtype):
            values = _as_ranges(values)
        if values.dtype.kind == "M":
            days = values.astype("datetime64[D]")
            ordinals = days.astype(np.int64) + _EPOCH
            return np.where(np.isnat(days), LEFT_OUT, ordinals).astype(np.int32)
        if values.dtype.kind == "f" and told.kind is FactKind.AMOUNT:
            values = np.array([None if number != number else number for number in values.tolist()], dtype=object)  # noqa: PLR0124 -- not-a-number
        if values.dtype.kind in "iub" and told.kind is not FactKind.AMOUNT:
            return values.astype(_dtype(told))
        return self._coded_one_by_one(name, told, values)

    def _coded_one_by_one(self, name: str, told: Fact, values: Array) -> Array:
        """Read each distinct value as a case file's would be."""
        codes: dict[Any, int] = {}
        listed = values.tolist()
        distinct = dict.fromkeys(listed)
        if told.kind is FactKind.MEMBER:
            codes = {
                value: value if isinstance(value, int) else _CODE_OF[id(told.words.get(value))] for value in distinct
            }
        else:
            read = {value: told.read(value, name) for value in distinct}
            if told.kind is FactKind.AMOUNT:
                self.amounts[name] = tuple(sorted({value for value in read.values() if isinstance(value, Decimal)}))
            places = {value: place for place, value in enumerate(_values(name, self.amounts))}
            codes = {value: self._code(found, places) for value, found in read.items()}
        return np.array([codes[value] for value in listed], dtype=_dtype(told))

    def _code(self, value: Any, places: Mapping[Any, int]) -> int:
        if id(value) in _CODE_OF:
            return _CODE_OF[id(value)]
        if isinstance(value, date):
            return value.toordinal()
        if isinstance(value, Span):
            return _FIRST_SPAN - self.spans.setdefault(value, len(self.spans))
        return places[value]


def _is_coarse(dtype: np.dtype[Any]) -> bool:
    """Say whether days are told in more than a day, such as months."""
    return np.datetime_data(dtype) != ("D", 1) and np.can_cast(dtype, "datetime64[D]")


def _as_ranges(values: Array) -> Array:
    """Write months, say, as what they are: the days from the first to the last."""
    firsts, lasts = values.astype("datetime64[D]"), (values + 1).astype("datetime64[D]") - 1
    ranges = np.array([f"{first}/{last}" for first, last in zip(firsts, lasts, strict=True)], dtype=object)
    ranges[np.isnat(values)] = ASSUMED
    return ranges


def _dtype(told: Fact) -> type[Any]:
    return np.int8 if told.kind in (FactKind.YES_NO, FactKind.CHOICE) else np.int32


def _check(made: Table) -> None:
    """Say what a table cannot be."""
    inner = np.ones(max(0, made.size - 1), dtype=bool)
    inner[made.starts[1:] - 1] = False
    relations = made.codes.get("relation", np.array([UNKNOWN]))
    if made.size and relations.min() < 0:
        message = "the relation of each person must be given"
        raise ValueError(message)
    family = np.repeat(np.arange(len(made.starts)), np.diff(made.starts, append=made.size))
    for name, codes in made.codes.items():
        told = FACTS[name]
        if made.size and not _in_range(made, name, codes):
            message = f"{name} has a value that it cannot have"
            raise ValueError(message)
        if name in _SHARED and (inner & (codes[1:] != codes[:-1])).any():
            message = f"{name} differs within a family"
            raise ValueError(message)
        if told.kind is FactKind.MEMBER:
            _check_reference(name, codes, family, relations)


def _in_range(made: Table, name: str, codes: Array) -> bool:
    kind = FACTS[name].kind
    if kind is FactKind.DATE:
        days = codes[(codes >= 0) & (codes != _NEVER)]
        return not len(days) or (days.min() >= FIRST_DAY.toordinal() and days.max() <= LAST_DAY.toordinal())
    most = made.size if kind is FactKind.MEMBER else len(made.values(name))
    return bool(codes.min() >= _LOWEST_CODE and codes.max() < most)


def _check_reference(name: str, codes: Array, family: Array, relations: Array) -> None:
    who = np.flatnonzero(codes >= 0)
    whom = codes[who]
    fitting = np.isin(relations[whom], [RELATIONS.index(relation) for relation in View.candidates(name)])
    if not ((family[who] == family[whom]) & fitting & (who != whom)).all():
        message = f"{name} names a row that it cannot name"
        raise ValueError(message)


# ---------------------------------------------------------------- days known in part


def _told_apart(made: Table, spans: Sequence[Span]) -> Table:
    """Tell the families with days known in part apart; among the codes these days are unknown from here on."""
    if not spans:
        return made
    rows = np.flatnonzero(np.logical_or.reduce([codes <= _FIRST_SPAN for codes in made.codes.values()]))
    ends = np.append(made.starts, made.size)
    places = np.unique(np.searchsorted(made.starts, rows, side="right") - 1).tolist()
    families = {int(ends[place]): _case_of(made, range(ends[place], ends[place + 1]), spans) for place in places}
    codes = {name: np.where(codes <= _FIRST_SPAN, UNKNOWN, codes) for name, codes in made.codes.items()}
    return attrs.evolve(made, codes=codes, in_part=families)


def _case_of(made: Table, rows: range, spans: Sequence[Span]) -> Case:
    """Give the family of some rows; its members are called by their row."""

    def facts(row: int, names: Iterable[str], prefix: str = "") -> dict[str, Any]:
        given = [name for name in names if f"{prefix}{name}" in made.codes]
        return {name: _value_at(made, f"{prefix}{name}", row, spans) for name in given}

    try:
        sponsor = Sponsor(**facts(rows[0], SPONSOR_FACTS, SPONSOR))
        members = [FamilyMember(id=str(row), **facts(row, MEMBER_FACTS)) for row in rows]
        return Case(sponsor=sponsor, members=members, **facts(rows[0], CASE_FACTS))
    except BadCase as error:
        message = f"the family from row {rows[0]}: {error}"
        raise ValueError(message) from error


def _value_at(made: Table, name: str, row: int, spans: Sequence[Span]) -> Any:
    code = int(made.codes[name][row])
    if code < 0:
        return spans[_FIRST_SPAN - code] if code <= _FIRST_SPAN else SPECIAL[code]
    if FACTS[name].kind is FactKind.MEMBER:
        return str(code)
    return date.fromordinal(code) if FACTS[name].kind is FactKind.DATE else made.values(name)[code]
