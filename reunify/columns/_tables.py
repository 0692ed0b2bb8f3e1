"""What goes in: persons in rows, facts in columns, each value as a whole number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any, Final, TypeAlias

import attrs
import numpy as np

from reunify.cells import FAMILY as _FAMILY
from reunify.cells import CellReader, faults_of_columns, from_value
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
    AllFacts,
    Case,
    Fact,
    FactKind,
    FamilyMember,
    Relation,
    Span,
    Sponsor,
    View,
)
from reunify.faults import BadCase, Fault, FaultCode
from reunify.terms import NEVER
from reunify.text import Text

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
FACTS: Final[Mapping[str, Fact]] = AllFacts(without=FactKind.TEXT)


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
        ids: What the persons are called; None: by the number of their row.
    """

    size: int
    starts: Array
    codes: Mapping[str, Array]
    amounts: Mapping[str, tuple[Decimal, ...]] = attrs.field(factory=dict)
    in_part: Mapping[int, Case] = attrs.field(factory=dict)
    ids: Sequence[str] | None = None

    @property
    def families(self) -> Array:
        """For each row the number of its family."""
        return np.repeat(np.arange(len(self.starts)), np.diff(self.starts, append=self.size))

    def name_of(self, row: int) -> str:
        """Give what the person of a row is called."""
        return str(row) if self.ids is None else self.ids[row]

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
    itself, which takes milliseconds to tenths of a second and not microseconds.
    The others cost what they cost without it.

    Args:
        columns: ``"family"`` (a number; the rows of one family stand together), ``"decided_on"``, the
            facts of the sponsor (``"sponsor.born_on"``) and of the person (``"relation"``, ``"born_on"``).
            Days are ``datetime64``; yes and no are booleans; a choice is its place in its list (as in
            ``list(Relation)``) or its word; an amount is a number or a `Decimal`; ``with_parent`` and
            ``parent_member`` are the number of a row of this table (-1: it is not known). The words of a fact
            (``"never"`` for some days, ``"here"``, ``"none"``) can stand in arrays of objects, and so can a day
            known in part: a `Span`, or what a case file says (``"1990"``, ``"1990-05"``,
            ``"1989-01-01/1990-12-31"``). A ``datetime64`` that counts weeks, months or years is known in part.
            None, not-a-time and not-a-number are a fact left out; the word ``"unknown"`` is unknown.
        unknown: For each fact that is not known for some persons, where that is.
        left_out: For each fact that is left out for some persons, where that is.
        not_filed: Where there is no application so far.

    Raises:
        BadCase: There is no such fact, a value is not one of that fact, or a family with a day known in part
            cannot be; every fault names its column and row, from 0.
    """
    unknown, left_out = unknown or {}, left_out or {}
    if faults := faults_of_columns(
        [*columns, *(name for name in (*unknown, *left_out) if name not in columns)], NEEDED
    ):
        raise BadCase(faults)
    family = np.asarray(columns[_FAMILY])
    coder = Coder(len(family))
    for name, values in columns.items():
        if name != _FAMILY:
            coder.add(name, np.asarray(values))
    if coder.faults:
        raise BadCase(coder.faults)
    for masks, code in ((left_out, LEFT_OUT), (unknown, UNKNOWN)):
        for name, mask in masks.items():
            coder.put(name, mask, code)
    if not_filed is not None:
        coder.put("applied_on", not_filed, _CODE_OF[id(NOT_FILED)])
    return finished(coder, family)


def finished(coder: Coder, family: Array, ids: Sequence[str] | None = None) -> Table:
    """Make a table of columns that were read without fault.

    Args:
        coder: What read them.
        family: For each row what says which family it is of.
        ids: What the persons are called.

    Raises:
        BadCase: The rows of a family do not stand together, or what is said of it differs; a reference names nobody.
    """
    starts = _starts(family)
    for row, fault in coder.shared(starts):
        raise BadCase([attrs.evolve(fault, path=f"{fault.path}[{row}]")])
    made = Table(len(family), starts, coder.finished(), coder.amounts, ids=ids)
    _check(made)
    return _told_apart(made, tuple(coder.spans))


def from_cases(cases: Iterable[Case]) -> Table:
    """Make a table of families, in their order; what a day known in part costs is said at `table`."""
    families = list(cases)
    sizes = [len(case.members) for case in families]
    members = [member for case in families for member in case.members]
    family = np.repeat(np.arange(len(families), dtype=np.int64), sizes)
    rows = {place: row for row, place in enumerate(zip(family.tolist(), (one.id for one in members), strict=True))}
    coder = Coder(len(members), null=UNKNOWN)
    sponsors = [case.sponsor for case in families]
    for name, told in FACTS.items():
        owners: list[Any] = sponsors if name.startswith(SPONSOR) else families if name in CASE_FACTS else members
        values = list(map(attrgetter(name.removeprefix(SPONSOR)), owners))
        if told.kind is FactKind.MEMBER:
            values = [rows.get(named, named[1]) for named in zip(family.tolist(), values, strict=True)]
        array = np.empty(len(owners), dtype=object)
        array[:] = values
        coder.add(name, array if owners is members else np.repeat(array, sizes))
    made = Table(len(members), _starts(family), coder.finished(), coder.amounts, ids=tuple(one.id for one in members))
    return _told_apart(made, tuple(coder.spans))


def _starts(family: Array) -> Array:
    """Give the first row of each family."""
    changes = np.flatnonzero(family[1:] != family[:-1]) + 1
    starts = np.concatenate([np.zeros(min(1, len(family)), dtype=np.intp), changes])
    _, firsts = np.unique(family[starts], return_index=True)
    if len(firsts) != len(starts):
        again = np.setdiff1d(np.arange(len(starts)), firsts)[0]
        raise BadCase([Fault(f"{_FAMILY}[{starts[again]}]", _APART, FaultCode.GIVEN_TWICE)])
    return starts


class Coder:
    """Turns arrays of values into arrays of codes.

    Args:
        size: The number of rows.
        null: The code of a cell with nothing in it.
        read: Gives what stands in a cell of a column.

    Attributes:
        faults: What is no value of its fact, each with its column and first row.
        bad: The rows with such a value.
    """

    def __init__(self, size: int, *, null: int = LEFT_OUT, read: CellReader = from_value) -> None:
        self.size = size
        self.codes: dict[str, Array] = {}
        self.amounts: dict[str, tuple[Decimal, ...]] = {}
        self.spans: dict[Span, int] = {}
        self.faults: list[Fault] = []
        self._wrong: dict[int, Fault] = {}
        self.bad = np.zeros(size, dtype=bool)
        self._null = null
        self._cell = read

    def add(self, name: str, values: Array) -> None:
        """Add the column of one fact."""
        if values.shape != (self.size,):
            self.faults.append(Fault(name, _NOT_ONE_EACH.format(size=self.size), FaultCode.BAD_COLUMN))
            return
        self.codes[name] = self._coded(name, FACTS[name], values)

    def put(self, name: str, mask: Any, code: int) -> None:
        """Put a special code where a mask says."""
        if name not in self.codes:
            self.codes[name] = np.full(self.size, LEFT_OUT, dtype=_dtype(FACTS[name]))
        self.codes[name][np.asarray(mask, dtype=bool)] = code

    def shared(self, starts: Array) -> list[tuple[int, Fault]]:
        """Let what one row says of the case or the sponsor count for its family; give the rows that say something else."""
        differing = []
        for name, codes in self.codes.items():
            if name in MEMBER_FACTS or not self.size:
                continue
            given = codes != LEFT_OUT
            lengths = np.diff(starts, append=self.size)
            highest = np.repeat(np.maximum.reduceat(np.where(given, codes.astype(np.int64), _NO_CODE), starts), lengths)
            rows = np.flatnonzero(given & (codes != highest))
            differing += [(row, Fault(name, _DIFFERS, FaultCode.CONTRADICTION)) for row in rows.tolist()]
            self.codes[name] = np.where(highest == _NO_CODE, LEFT_OUT, highest).astype(codes.dtype)
        return differing

    def finished(self) -> dict[str, Array]:
        """Give the codes; a fact left out of which nothing is assumed is unknown."""
        for name, codes in self.codes.items():
            if not FACTS[name].has_assumption:
                codes[codes == LEFT_OUT] = UNKNOWN
        return self.codes

    def _coded(self, name: str, told: Fact, values: Array) -> Array:
        kind = values.dtype.kind
        if kind == "M" and told.kind is FactKind.DATE:
            if not _is_coarse(values.dtype):
                return self._days(name, told, values)
            values = _as_ranges(values)
        elif kind == "b" and told.kind is FactKind.YES_NO:
            return values.astype(np.int8)
        elif kind in "iu" and told.kind in (FactKind.YES_NO, FactKind.CHOICE, FactKind.MEMBER):
            return self._whole_numbers(name, told, values)
        elif kind == "f":
            gaps, values = np.isnan(values), values.astype(object)
            values[gaps] = None
        return self._one_by_one(name, told, values)

    def _days(self, name: str, told: Fact, values: Array) -> Array:
        days = values.astype("datetime64[D]")
        is_gap = np.isnat(values)
        ordinals = np.where(is_gap, 0, days.astype(np.int64)) + _EPOCH
        never = NEVER in told.words.values()
        fits = (ordinals >= FIRST_DAY.toordinal()) & (ordinals <= LAST_DAY.toordinal())
        fits |= is_gap | ((ordinals == _NEVER) & never)
        self._refuse(name, ~fits, values, _OUTSIDE, FaultCode.DATE_OUT_OF_RANGE)
        self._refuse(name, fits & ~is_gap & (days != values), values, _NOT_MIDNIGHT, FaultCode.BAD_DATE)
        return np.where(is_gap, self._null, np.where(fits, ordinals, UNKNOWN)).astype(np.int32)

    def _whole_numbers(self, name: str, told: Fact, values: Array) -> Array:
        """Look at the numbers before they are put into fewer bytes, in which another number would be left of them."""
        if told.kind is FactKind.MEMBER:
            low, most, said, code = _LOWEST_CODE, self.size, _NO_ROW, FaultCode.UNKNOWN_MEMBER
        else:
            low, most = 0, len(_values(name, self.amounts))
            yes_no = told.kind is FactKind.YES_NO
            said, code = (_NO_YES_NO, FaultCode.BAD_YES_NO) if yes_no else (_NO_PLACE, FaultCode.UNKNOWN_VALUE)
        fits = (values >= low) & (values < most)
        self._refuse(name, ~fits, values, said, code, last=most - 1)
        return np.where(fits, values, UNKNOWN).astype(_dtype(told))

    def _refuse(self, name: str, rows: Array, values: Array, said: Text, code: FaultCode, **told: Any) -> None:
        if rows.any():
            first = int(rows.argmax())
            self.bad |= rows
            self.faults.append(Fault(f"{name}[{first}]", said.format(value=values[first], **told), code))

    def _one_by_one(self, name: str, told: Fact, values: Array) -> Array:
        """Read each distinct value as a case file's would be."""
        distinct, numbers = _distinct(values.tolist())
        codes = self._codes_of_distinct(name, told, distinct)
        wrong = [number for number, code in enumerate(codes) if code is None]
        self.bad |= np.isin(numbers, wrong)
        self.faults += [
            attrs.evolve(self._wrong[number], path=f"{name}[{int((numbers == number).argmax())}]")
            for number in wrong[:_MOST_FAULTS]
        ]
        found: Array = np.array([UNKNOWN if code is None else code for code in codes], dtype=_dtype(told))[numbers]
        return found

    def _codes_of_distinct(self, name: str, told: Fact, distinct: Sequence[Any]) -> list[int | None]:
        """Give the code of each distinct value; None for one that the fact cannot have, of which `_wrong` says why."""
        read: dict[int, Any] = {}
        self._wrong = {}
        for number, value in enumerate(distinct):
            try:
                read[number] = self._read(name, told, value)
            except BadCase as bad:
                self._wrong[number] = bad.faults[0]
        if told.kind is FactKind.AMOUNT:
            self.amounts[name] = tuple(sorted({value for value in read.values() if isinstance(value, Decimal)}))
        places = {value: place for place, value in enumerate(_values(name, self.amounts))}
        return [self._code(told, read[number], places) if number in read else None for number in range(len(distinct))]

    def _read(self, name: str, told: Fact, value: Any) -> Any:
        if id(value) in _CODE_OF and value is not None:
            return value
        given = value.item() if isinstance(value, np.generic) else value
        row = given if told.kind is FactKind.MEMBER and type(given) is int else None
        given = self._cell(name, given) if row is None else row
        if given is None:
            return _NULL
        if row is not None:
            if _LOWEST_CODE <= row < self.size:
                return row
            raise BadCase([Fault(name, _NO_ROW.format(value=row, last=self.size - 1), FaultCode.UNKNOWN_MEMBER)])
        found = told.read(given, name)
        if told.kind is FactKind.MEMBER and id(found) not in _CODE_OF:
            raise BadCase([Fault(name, _NO_MEMBER.format(value=found), FaultCode.UNKNOWN_MEMBER)])
        return found

    def _code(self, told: Fact, value: Any, places: Mapping[Any, int]) -> int:
        if value is _NULL:
            return self._null
        if id(value) in _CODE_OF:
            return _CODE_OF[id(value)]
        if told.kind is FactKind.MEMBER:
            return int(value)
        if isinstance(value, date):
            return value.toordinal()
        if isinstance(value, Span):
            return _FIRST_SPAN - self.spans.setdefault(value, len(self.spans))
        return places[value]


def _distinct(values: list[Any]) -> tuple[list[Any], Array]:
    """Give the distinct values, and for each cell the number of its own; of an object that stands in many it is asked once."""
    objects = {id(value): value for value in values}
    if len(objects) == 1:  # a fact that nobody tells
        return [*objects.values()], np.zeros(len(values), dtype=np.intp)
    numbers: dict[Any, int] = {}
    # True and 1 are equal, and do not mean the same; a list cannot be looked up.
    number_of = {
        key: numbers.setdefault((type(value), _hashable(value)), len(numbers)) for key, value in objects.items()
    }
    distinct = {number_of[key]: value for key, value in reversed(objects.items())}
    return [distinct[number] for number in range(len(numbers))], np.array(
        [number_of[id(value)] for value in values], dtype=np.intp
    )


def _hashable(value: Any) -> Any:
    value = tuple(value.items()) if isinstance(value, dict) else value
    return tuple(map(_hashable, value)) if isinstance(value, list | tuple) else value


def _is_coarse(dtype: np.dtype[Any]) -> bool:
    """Say whether days are told in more than a day, such as months."""
    return np.datetime_data(dtype) != ("D", 1) and np.can_cast(dtype, "datetime64[D]")


def _as_ranges(values: Array) -> Array:
    """Write months, say, as what they are: the days from the first to the last."""
    firsts, lasts = values.astype("datetime64[D]"), (values + 1).astype("datetime64[D]") - 1
    ranges = np.array([f"{first}/{last}" for first, last in zip(firsts, lasts, strict=True)], dtype=object)
    ranges[np.isnat(values)] = None
    return ranges


def _dtype(told: Fact) -> type[Any]:
    return np.int8 if told.kind in (FactKind.YES_NO, FactKind.CHOICE) else np.int32


def _check(made: Table) -> None:
    """Say what a table cannot be.

    Raises:
        BadCase: The relation of a person is not given, or a reference names a row that it cannot name.
    """
    for name, rows in wrong_rows(made):
        row = int(rows.argmax())
        if name == "relation":
            raise BadCase([Fault(f"{name}[{row}]", _NO_RELATION, FaultCode.MISSING_FACT)])
        said = _WRONG_ROW.format(value=made.codes[name][row])
        raise BadCase([Fault(f"{name}[{row}]", said, FaultCode.UNKNOWN_MEMBER)])


def wrong_rows(made: Table) -> Iterator[tuple[str, Array]]:
    """Give the columns that a table cannot have, each with the rows: no relation, or a reference that cannot be."""
    relations = made.codes.get("relation", np.full(made.size, UNKNOWN))
    if (relations < 0).any():
        yield "relation", relations < 0
    family = made.families
    for name, codes in list(made.codes.items()):
        if FACTS[name].kind is FactKind.MEMBER:
            who = np.flatnonzero(codes >= 0)
            whom = codes[who]
            fitting = np.isin(relations[whom], [list(Relation).index(one) for one in View.candidates(name)])
            wrong = np.zeros(made.size, dtype=bool)
            wrong[who] = ~((family[who] == family[whom]) & fitting & (who != whom))
            if wrong.any():
                yield name, wrong


def parted(codes: Array) -> Array:
    """Say where codes of a `Coder` stand for days known in part."""
    found: Array = codes <= _FIRST_SPAN
    return found


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


def case_at(made: Table, first: int) -> Case:
    """Give the family that begins on a row.

    Raises:
        BadCase: It cannot be; each fault names its column and row.
    """
    place = int(np.searchsorted(made.starts, first))
    last = int(made.starts[place + 1]) if place + 1 < len(made.starts) else made.size
    return _case_of(made, range(first, last), ())


def _case_of(made: Table, rows: range, spans: Sequence[Span]) -> Case:
    """Give the family of some rows; its members are called by their row."""

    def facts(row: int, names: Iterable[str], prefix: str = "") -> dict[str, Any]:
        given = [name for name in names if f"{prefix}{name}" in made.codes]
        return {name: _value_at(made, f"{prefix}{name}", row, spans) for name in given}

    try:
        sponsor = Sponsor(**facts(rows[0], SPONSOR_FACTS, SPONSOR))
        members = [FamilyMember(id=made.name_of(row), **facts(row, MEMBER_FACTS)) for row in rows]
        return Case(sponsor=sponsor, members=members, **facts(rows[0], CASE_FACTS))
    except BadCase as bad:
        raise BadCase(_by_row(fault, rows) for fault in bad.faults) from None


def _by_row(fault: Fault, rows: range) -> Fault:
    """Name the column and the row, where a case names the place of a member."""
    member = re.match(r"members\[(\d+)\]\.?", fault.path)
    row = rows[int(member[1])] if member else rows[0]
    name = fault.path[member.end() :] if member else fault.path
    return attrs.evolve(fault, path=f"{name}[{row}]" if name else f"[{row}]")


def _value_at(made: Table, name: str, row: int, spans: Sequence[Span]) -> Any:
    code = int(made.codes[name][row])
    if code < 0:
        return spans[_FIRST_SPAN - code] if code <= _FIRST_SPAN else SPECIAL[code]
    if FACTS[name].kind is FactKind.MEMBER:
        return made.name_of(code)
    return date.fromordinal(code) if FACTS[name].kind is FactKind.DATE else made.values(name)[code]


# ---------------------------------------------------------------- what is said

NEEDED: Final = (_FAMILY, "relation")
"""The columns that must be there."""
_NULL: Final = object()
_NO_CODE: Final = -(2**30)
_MOST_FAULTS: Final = 20
_NOT_ONE_EACH: Final = Text(
    en="there must be one value for each of the {size} persons",
    nl="er moet één waarde zijn voor elk van de {size} personen",
)
_APART: Final = Text(
    en="the rows of this family do not stand together", nl="de rijen van dit gezin staan niet bij elkaar"
)
_DIFFERS: Final = Text(
    en="this differs within the family: another row says something else",
    nl="dit verschilt binnen het gezin: een andere rij zegt iets anders",
)
_NO_RELATION: Final = Text(
    en="the relation of each person must be given", nl="van elke persoon moet de relatie zijn gegeven"
)
_OUTSIDE: Final = Text(
    en=f"{{value}} lies outside the years {FIRST_DAY.year} to {LAST_DAY.year}",
    nl=f"{{value}} ligt buiten de jaren {FIRST_DAY.year} tot en met {LAST_DAY.year}",
)
_NOT_MIDNIGHT: Final = Text(
    en="{value} is a moment of a day; give the day", nl="{value} is een moment van een dag; geef de dag"
)
_NO_YES_NO: Final = Text(
    en="{value} is not a yes or no; give true or false (or 1 or 0)",
    nl="{value} is geen ja of nee; geef true of false (of 1 of 0)",
)
_NO_PLACE: Final = Text(
    en="{value} is no value that this can have; give its word, or its place in the list from 0 to {last}",
    nl="{value} is geen waarde die dit kan hebben; geef het woord, of de plaats in de lijst van 0 tot en met {last}",
)
_NO_ROW: Final = Text(
    en="{value} is no row of this table; the rows are 0 to {last}",
    nl="{value} is geen rij van deze tabel; de rijen zijn 0 tot en met {last}",
)
_NO_MEMBER: Final = Text(
    en="there is no member {value!r} in this family", nl="er is geen gezinslid {value!r} in dit gezin"
)
_WRONG_ROW: Final = Text(
    en="this cannot name the person of row {value}", nl="dit kan de persoon van rij {value} niet noemen"
)
