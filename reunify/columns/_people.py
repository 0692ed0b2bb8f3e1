"""Some whole families of a table: their facts, as conditions and the functions of `reunify.facts` see them.

What is assumed and what follows from other facts is asked of the very same functions, and of the same `View`:
with stand-ins for a case and a member that stand for many.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, cast

import attrs
import numpy as np

from reunify.columns._many import Amounts, Column, Days, Masks, Split, Truths, in_parts, the_same
from reunify.columns._tables import FACTS, LEFT_OUT, SPECIAL, SPONSOR, UNKNOWN, Array, Table
from reunify.facts import ORIGINS, FactKind, Relation, Unknown, View

_FEW: Final = 127
"""How many distinct values still have codes of one byte."""
_OTHERS: Final = "\0"
"""Begins the name of a fact of another member."""
_SOMEBODY: Final = "\0"
"""The id of a member, where it does not matter of which."""

# ---------------------------------------------------------------- stand-ins for a case and a member


class _Id:
    """The id of a member for each person: the member's row stands for it."""

    __slots__ = ("_block", "rows")

    def __init__(self, block: Block, rows: Array) -> None:
        self._block = block
        self.rows = rows

    def __str__(self) -> str:
        return self._block.token_of(self.rows)

    def __hash__(self) -> int:
        return 0

    def __eq__(self, other: object) -> Any:
        return Truths(self.rows == other.rows) if isinstance(other, _Id) else False

    def __ne__(self, other: object) -> Any:
        return Truths(self.rows != other.rows) if isinstance(other, _Id) else True


class _Owner:
    """A sponsor or member for each person, with the facts as attributes."""

    def __init__(self, block: Block, rows: Array, prefix: str = "") -> None:
        self._block = block
        self._rows = rows
        self._prefix = prefix

    @property
    def id(self) -> _Id:
        return _Id(self._block, self._rows)

    def __getattr__(self, name: str) -> Any:
        return self._block.seen(f"{self._prefix}{name}", self._rows)


class _Family:
    """A case for each person."""

    def __init__(self, block: Block, rows: Array) -> None:
        self._block = block
        self._rows = rows
        self.sponsor = _Owner(block, rows, SPONSOR)

    @property
    def members(self) -> tuple[_Owner, ...]:
        size = the_same(self._block.sizes[self._rows])
        first = self._block.first[self._rows]
        return tuple(_Owner(self._block, first + place) for place in range(size))

    def member(self, id: _Id) -> _Owner:  # noqa: A002 -- as in a case
        return _Owner(self._block, id.rows)

    def __getattr__(self, name: str) -> Any:
        return self._block.seen(name, self._rows)


# ---------------------------------------------------------------- a block of families


class Block:
    """Some whole families of a table; rows count from the first of them.

    Attributes:
        starts: The first row of each family.
        sizes: For each row the size of its family.
        first: For each row the first row of its family.
        groups: The persons of each relation.
        named: Where it is asked what is missing: the rows of the members in whose names facts are told, by a number.
    """

    def __init__(self, table: Table, start: int, stop: int, *, names_facts: bool = False) -> None:
        self.named: list[Array] | None = [] if names_facts else None
        self.table = table
        self.start = start
        self.stop = stop
        low, high = np.searchsorted(table.starts, [start, stop])
        self.starts = table.starts[low:high] - start
        lengths = np.diff(self.starts, append=stop - start)
        self.sizes = np.repeat(lengths, lengths)
        self.first = np.repeat(self.starts, lengths)
        relations = self.codes("relation")
        self.groups = {
            relation: Group(self, relation, rows)
            for code, relation in enumerate(Relation)
            if len(rows := np.flatnonzero(relations == code))
        }

    def token_of(self, rows: Array) -> str:
        """Give what stands in the name of a fact for the ids of members, one for each of some persons; see `Named`."""
        if self.named is None:
            return _OTHERS
        self.named.append(rows)
        return f"{_OTHERS}{len(self.named) - 1}"

    def codes(self, name: str) -> Array | int:
        """Give the codes of a fact, or the one code of all if there is no column."""
        codes = self.table.codes.get(name)
        if codes is None:
            return LEFT_OUT if FACTS[name].has_assumption else UNKNOWN
        codes = codes[self.start : self.stop]
        return np.where(codes >= 0, codes - self.start, codes) if FACTS[name].kind is FactKind.MEMBER else codes

    def values(self, name: str) -> tuple[Any, ...] | None:
        """Give what the codes of a fact stand for; None for days."""
        return None if FACTS[name].kind is FactKind.DATE else self.table.values(name)

    def seen(self, name: str, rows: Array) -> Any:
        """Give the value that a fact has in all of these rows, as a case would give it, or what stands for them."""
        if name not in FACTS:
            raise AttributeError(name)
        codes = self.codes(name)
        if not isinstance(codes, np.ndarray):
            return SPECIAL[codes]
        codes = codes[rows]
        special = the_same(np.minimum(codes, 0))
        if special < 0:
            return SPECIAL[special]
        if FACTS[name].kind is FactKind.MEMBER:
            return _Id(self, codes)
        return Column(codes, self.values(name)).at(np.arange(len(codes)))


@attrs.frozen(eq=False)
class Named:
    """A fact that is missing for some persons of a group.

    Attributes:
        places: Their places in the group.
        fact: Its name as a case has it, such as ``born_on`` or ``sponsor.means``.
        owners: The rows of the members whose fact it is, one for each; None: it is their own, or the sponsor's.
    """

    places: Array
    fact: str
    owners: Array | None = None


class Group:
    """The persons of one relation in a block.

    Attributes:
        rows: Their rows in the block.
        masks: The sets of verdicts that were found for them, of nodes that mean the same under every law.
        days: The days on which leaves turn, likewise.
    """

    def __init__(self, block: Block, relation: Relation, rows: Array) -> None:
        self.block = block
        self.relation = relation
        self.rows = rows
        self.masks: dict[Any, Masks] = {}
        self.days: dict[Any, Array | int] = {}
        self._facts: dict[str, Column] = {}
        self._unknown: dict[str, list[tuple[Array, tuple[str, ...]]]] = {}

    def fact(self, name: str) -> Column:
        """Give a fact by the name that conditions use."""
        if name not in self._facts:
            self._facts[name] = self._find(name)
        return self._facts[name]

    def missing(self, name: str, places: Array) -> Iterator[Named]:
        """Say for persons for whom a fact is not known which facts they lack for it."""
        self.fact(name)
        left = np.zeros(len(self.rows), dtype=bool)
        left[places] = True
        for part, facts in self._unknown.get(name, ()):
            kept = left[part]
            if kept.any():
                left[part] = False
                yield from (self._named(part, kept, fact) for fact in facts)
        if left.any():  # it was given as unknown
            yield Named(np.flatnonzero(left), qualified(name))

    def _named(self, part: Array, kept: Array, fact: str) -> Named:
        if not fact.startswith(_OTHERS) or self.block.named is None:
            return Named(part[kept], fact)
        number, _, bare = fact.removeprefix(_OTHERS).partition(".")
        return Named(part[kept], bare, self.block.named[int(number)][kept])

    def _find(self, name: str) -> Column:
        origin = ORIGINS[name]
        column = f"{SPONSOR}{origin.attribute}" if origin.owner == "sponsor" else name
        if column in FACTS and FACTS[column].kind is not FactKind.MEMBER:
            codes = self.block.codes(column)
            if isinstance(codes, np.ndarray) and (codes := codes[self.rows]).max() >= 0:
                # What is given is what it is; only where it is not given is there something to find out.
                given = Column(codes, self.block.values(column))
                left_out = np.flatnonzero(codes < UNKNOWN)
                return self._asked(name, left_out, given) if len(left_out) else given
        return self._asked(name, np.arange(len(self.rows)), Column(UNKNOWN, None if origin.is_day else ()))

    def _asked(self, name: str, places: Array, given: Column) -> Column:
        """Ask the view of these persons, all at once where all that differs is days; the others have what is given."""
        found = list(in_parts(lambda part: self._seen(name, part), places))
        are_days = given.values is None or any(isinstance(value, Days) for _, value in found)
        values = list(given.values or ())
        codes = np.broadcast_to(given.codes, len(self.rows)).astype(np.int32)
        for part, value in found:
            if isinstance(value, Unknown):
                codes[part] = UNKNOWN
                self._unknown.setdefault(name, []).append((part, value.facts))
            elif are_days:
                codes[part] = value.codes if isinstance(value, Days) else value.toordinal()
            else:
                if value not in values:
                    values.append(value)
                codes[part] = values.index(value)
        if len(found) == 1 and (codes[0] == codes).all():
            return Column(int(codes[0]), None if are_days else tuple(values))
        if are_days:
            return Column(codes, None)
        return Column(codes.astype(np.int8) if len(values) <= _FEW else codes, tuple(values))

    def _seen(self, name: str, places: Array) -> Any:
        """Give what a fact is for all of these persons, or their days; others who differ are told apart."""
        rows = self.rows[places]
        value = View(cast("Any", _Family(self.block, rows)), cast("Any", _Owner(self.block, rows))).get(name)
        if isinstance(value, Truths):
            return bool(value)
        if isinstance(value, Amounts):
            raise Split(value.codes)
        return _SOMEBODY if isinstance(value, _Id) else value


def qualified(name: str) -> str:
    """Give the name that a case has for a fact of the person, the sponsor or the case."""
    return f"{SPONSOR}{name.removeprefix('sponsor_')}" if name.startswith("sponsor_") else name
