"""Many families at once: through columns, for those whose rows columns can hold. Needs the extra ``columns`` (numpy).

What comes out is what `assess` says of each family. Whatever is out of the ordinary (a value that cannot be read, days
known in part, facts that contradict each other) is not looked into here: such a family is left to be read by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from reunify.casefile import MOST_MEMBERS
from reunify.cells import FAMILY, CellReader
from reunify.columns import Columns, assess_table_each
from reunify.columns._doubt import in_doubt
from reunify.columns._frames import changes, objects, with_rows
from reunify.columns._tables import LEFT_OUT, UNKNOWN, Array, Coder, Table, case_at, parted, wrong_rows
from reunify.engine.meaning import SETS, verdict_of
from reunify.facts import CASE_FACTS, MEMBER_FACTS, FactKind, Relation
from reunify.faults import BadCase
from reunify.renamed import old_names
from reunify.ruleset import RuleSet
from reunify.screen.read import Held
from reunify.screen.work import Row

__all__ = ["Row", "rows_together"]

if not TYPE_CHECKING:
    __getattr__ = old_names(__name__, rows_of="rows_together")

_TEXTS = {name: told for name, told in (*CASE_FACTS.items(), *MEMBER_FACTS.items()) if told.kind is FactKind.TEXT}


def rows_together(
    families: Sequence[Held], laws: Sequence[RuleSet], *, on: date | None, today: date | None
) -> list[list[Row] | None]:
    """Give the rows of each family; None for one that is to be read by itself.

    Args:
        families: The families, all with the same columns.
        laws: The laws.
        on: The decision day for all of them.
        today: The decision day of those that have none.
    """
    sizes = np.array([len(family.rows) for family in families])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    rows = [row for family in families for row in family.rows]
    columns = dict(zip(families[0].names, map(objects, zip(*rows, strict=True)), strict=True))
    columns.pop(FAMILY, None)
    reading = _Reading(columns, starts, sizes, families[0].cell)
    made, bad = reading.table(on, today)
    bad |= np.repeat(sizes > MOST_MEMBERS, sizes)
    for first in in_doubt(made):
        if not bad[first]:
            try:
                case_at(made, first)
            except BadCase:
                bad[first] = True
    alone = np.logical_or.reduceat(bad, starts).tolist()
    told = _told(made, assess_table_each(made, laws, in_detail=True))
    found: list[list[Row] | None] = []
    for family, is_alone in zip(families, alone, strict=True):
        own = [{FAMILY: family.family} | next(told) for _ in family.rows]
        found.append(None if is_alone else own)
    return found


class _Reading:
    """The columns of some families on their way to a table, and the rows in which anything is out of the ordinary."""

    def __init__(self, columns: dict[str, Array], starts: Array, sizes: Array, cell: CellReader) -> None:
        self._starts = starts
        self._family = np.repeat(np.arange(len(sizes)), sizes)
        self._coder = Coder(len(self._family), read=cell)
        self._cell = cell
        self._bad = self._coder.bad
        self._columns = {name: values for name, values in columns.items() if _is_filled(values)}

    def table(self, on: date | None, today: date | None) -> tuple[Table, Array]:
        """Give the table, and the rows that it does not hold as they are."""
        coder = self._coder
        ids = self._ids()
        rows = {key: row for row, key in enumerate(zip(self._family.tolist(), ids, strict=True))}
        for name, values in self._columns.items():
            if name in _TEXTS:
                self._texts(name, values)
            else:
                coder.add(name, with_rows(name, values, rows, self._family, self._cell))
        bad = coder.bad
        for row, _ in coder.shared(self._starts):
            bad[row] = True
        decided_on = coder.codes.setdefault("decided_on", np.full(len(bad), LEFT_OUT, dtype=np.int32))
        if on is not None:
            decided_on[:] = on.toordinal()
        elif today is not None:
            decided_on[decided_on < 0] = today.toordinal()
        codes = coder.finished()
        for name, given in codes.items():
            in_part = parted(given)
            bad |= in_part
            codes[name] = np.where(in_part, UNKNOWN, given)
        made = Table(len(bad), self._starts, codes, coder.amounts, ids=ids)
        for name, wrong in wrong_rows(made):
            bad |= wrong
            codes[name] = np.where(wrong, 0 if name == "relation" else UNKNOWN, codes[name])
        return made, bad

    def _ids(self) -> list[str]:
        listed = self._columns.pop("id", objects([None] * len(self._bad))).tolist()
        read = {value: self._text("id", value) for value in set(listed) if isinstance(value, str | int)}
        found = [read.get(value) for value in listed]
        self._coder.bad |= np.array([name is None for name in found], dtype=bool)
        return ["" if name is None else name for name in found]

    def _texts(self, name: str, values: Array) -> None:
        """See that free text is text, and the same for the whole family; it decides nothing."""
        listed = [None if value is None else str(value) for value in values.tolist()]
        strange = [value is not None and not isinstance(value, str) for value in values.tolist()]
        read = {value: self._text(name, value) for value in set(listed) if value is not None and value.strip()}
        first: dict[int, str] = {}
        for row, (family, value) in enumerate(zip(self._family.tolist(), listed, strict=True)):
            if value in read and (strange[row] or read[value] is None or first.setdefault(family, value) != value):
                self._coder.bad[row] = True

    def _text(self, name: str, value: Any) -> str | None:
        try:
            found = _TEXTS[name].read(self._cell(name, value), name)
        except BadCase:
            return None
        return found if isinstance(found, str) else None


def _is_filled(values: Array) -> bool:
    listed: list[object] = values.tolist()
    return len(listed) > listed.count(None) + listed.count("")


def _told(made: Table, laws: Sequence[Columns]) -> Iterator[Row]:
    """Give what is written of each person, but for the name of the family."""
    words = [relation.value for relation in Relation]
    relations = [words[code] for code in made.codes["relation"].tolist()]
    decided_on = _days(made.codes["decided_on"])
    kinds = changes(laws[0], laws[-1]).tolist()
    outcomes = [_outcomes(law) for law in laws]
    ids = made.ids or ()
    for at, person in enumerate(zip(ids, relations, decided_on, kinds, strict=True)):
        name, relation, day, change = person
        yield {
            "person": name,
            "relation": relation,
            "decided_on": day,
            "change": change,
            "outcomes": {law.rule_set: outcome[at] for law, outcome in zip(laws, outcomes, strict=True)},
        }


def _outcomes(law: Columns) -> list[Row]:
    verdicts = [verdict_of(mask).value for mask in SETS]
    grounds = [*law.grounds, None]
    details = law.details
    if details is None:  # pragma: no cover -- it was asked for
        return []
    return [
        {
            "verdict": verdicts[mask],
            "ground": grounds[ground],
            "eligible_from": eligible_from,
            "deadline": deadline,
            "missing": list(details.missing.get(row, ())),
            "disputed": list(details.disputed.get(row, ())),
        }
        for row, (mask, ground, eligible_from, deadline) in enumerate(
            zip(
                law.possible.tolist(),
                law.ground_codes.tolist(),
                _days(details.eligible_from),
                _days(details.deadline),
                strict=True,
            )
        )
    ]


def _days(ordinals: Array) -> list[str | None]:
    listed = ordinals.tolist()
    words = {code: date.fromordinal(code).isoformat() if code > 0 else None for code in set(listed)}
    return [words[code] for code in listed]
