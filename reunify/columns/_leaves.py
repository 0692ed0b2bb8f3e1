"""Leaves on columns: for each person of a group the set of verdicts that a leaf leaves open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

import numpy as np

from reunify.columns._many import Many, Masks, Split, Truths, called, in_parts
from reunify.columns._people import Group
from reunify.columns._tables import Array
from reunify.engine.meaning import ELIGIBLE, Turns
from reunify.engine.nodes import Leaf


def sets_of(leaf: Leaf, group: Group) -> Masks:
    """Give the sets of verdicts of a leaf."""
    quick = _of_one_choice(leaf, group)
    return _of_many(leaf, group) if quick is None else quick


def _of_many(leaf: Leaf, group: Group) -> Masks:
    """Call the function with what stands for many."""
    columns = [group.fact(name) for name in leaf.reads]
    known: Array | bool = True
    for column in columns:
        known = known & column.known()
    if known is False:
        return ELIGIBLE | leaf.unmet

    def met(part: Array) -> Array | bool:
        truth = asked(leaf, leaf.met, [column.at(part) for column in columns])
        return truth.rows if isinstance(truth, Truths) else bool(truth)

    sets = np.full(len(group.rows), ELIGIBLE | leaf.unmet, dtype=np.uint8)
    for part, truth in in_parts(met, np.flatnonzero(np.broadcast_to(known, len(sets)))):
        sets[part] = np.where(truth, np.uint8(ELIGIBLE), np.uint8(leaf.unmet))
    return smaller(sets)


def asked(leaf: Leaf, function: Callable[..., Any], values: Sequence[Any]) -> Any:
    """Call a function of a leaf; one of another law than the library's with each value by itself.

    It could look behind what stands for many, or catch what that raises.
    """
    many = next((value for value in values if isinstance(value, Many)), None)
    if many is not None and str(leaf.function.__module__).partition(".")[0] != _LIBRARY:
        raise Split(many.codes)
    return called(function, values)


_LIBRARY: Final = __name__.partition(".")[0]


def _of_one_choice(leaf: Leaf, group: Group) -> Masks | None:
    """Call a function of one choice once for each value that occurs; None if it is no such function."""
    if leaf.turns is not Turns.NOT or len(leaf.facts) != 1:
        return None
    column = group.fact(leaf.facts[0])
    codes = column.codes
    if column.values is None or not isinstance(codes, np.ndarray) or codes.dtype != np.int8:
        return None
    occurring = np.bincount(codes.view(np.uint8), minlength=256)
    sets = bytearray([ELIGIBLE | leaf.unmet] * 256)
    for code, value in enumerate(column.values):
        if occurring[code]:
            sets[code] = ELIGIBLE if leaf.function(value) else leaf.unmet
    return smaller(looked_up(bytes(sets), codes))


def smaller(masks: Array) -> Masks:
    """Give one set where all have the same."""
    return int(masks[0]) if len(masks) and (masks[0] == masks).all() else masks


def as_table(entries: Iterable[int]) -> bytes:
    """Make a table that `looked_up` reads."""
    return bytes(entries).ljust(256, b"\0")


def looked_up(entries: bytes, codes: Array) -> Array:
    """Look up each of some small codes: faster than an array of places can."""
    return np.frombuffer(bytearray(np.ascontiguousarray(codes, dtype=np.uint8)).translate(entries), dtype=np.uint8)
