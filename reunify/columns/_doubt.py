"""Families of a table that perhaps cannot be: those that are looked at one by one, as a case.

What cannot be is stated in `reunify.facts.impossible`. Here no family is passed over that it refuses, and some that it
does not refuse can be among them; so where it says more than an order of days, no more is said here than what it reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from reunify.columns._tables import FACTS, SPONSOR, Array, Table
from reunify.facts import FactKind, Parentage, Relation
from reunify.facts.impossible import BORN_FIRST, HALF_ARE, MEMBER_ORDER, SPONSOR_ORDER, UNION_FIRST
from reunify.facts.kinds import RESERVED_IDS
from reunify.terms import NEVER

_NEVER = NEVER.toordinal()


def in_doubt(made: Table) -> list[int]:
    """Give the first rows of the families that perhaps cannot be."""
    doubtful = np.zeros(made.size, dtype=bool)
    for rows in _doubts(made):
        doubtful |= rows
    if made.ids is not None:
        doubtful |= _ids_in_doubt(made)
    if not doubtful.any():
        return []
    starts: list[int] = made.starts[np.logical_or.reduceat(doubtful, made.starts)].tolist()
    return starts


def _doubts(made: Table) -> Iterator[Array]:
    def days(name: str) -> Array:
        codes = made.codes.get(name)
        return np.full(made.size, -1) if codes is None else codes

    def out_of_order(first: str, second: str) -> Array:
        found: Array = (days(first) >= 0) & (days(second) >= 0) & (days(second) < days(first))
        return found

    for first, second in (*SPONSOR_ORDER, UNION_FIRST):
        yield out_of_order(f"{SPONSOR}{first}", f"{SPONSOR}{second}")
    for first, second in MEMBER_ORDER:
        yield out_of_order(first.replace("sponsor_", SPONSOR), second)
    for name, told in FACTS.items():
        if told.kind is FactKind.DATE and not told.may_lie_ahead and name in made.codes and name != "decided_on":
            yield (days(name) != _NEVER) & (days("decided_on") >= 0) & (days(name) > days("decided_on"))
    relation = made.codes["relation"]
    for kin, names in BORN_FIRST.items():
        first_born, then_born = (days(name.replace("sponsor_", SPONSOR)) for name in names)
        yield (relation == _place(kin)) & (first_born >= 0) & (then_born >= 0) & (then_born <= first_born)
    yield (days("parentage") == list(Parentage).index(Parentage.HALF)) & (relation != _place(HALF_ARE))
    yield (days("marriage_valid") == 0) & (days("validated_on") >= 0)


def _place(relation: Relation) -> int:
    return list(Relation).index(relation)


def _ids_in_doubt(made: Table) -> Any:
    ids = made.ids or ()
    seen: set[tuple[int, str]] = set()
    doubtful = np.zeros(made.size, dtype=bool)
    for row, key in enumerate(zip(made.families.tolist(), ids, strict=True)):
        doubtful[row] = key in seen or key[1] in RESERVED_IDS
        seen.add(key)
    return doubtful
