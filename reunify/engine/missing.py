"""What is missing: the unknown facts behind a value, and those of them that can still change it.

A gap is a part of which facts can be missing: a leaf that is not settled, or what follows another member.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import attrs

from reunify.engine.meaning import ALL_PAIRS, pairs_beside, pairs_within
from reunify.engine.trace import Run, Value

if TYPE_CHECKING:
    from reunify.engine.node import Node

__all__ = ["gaps", "unknown_behind", "unknown_facts"]


def gaps(value: Value) -> Iterator[Node]:
    """Give the gaps of a value, those of its test first."""
    if _is_gap(value):
        yield value.node
    for part in value.parts if value.test is None else (value.test, *value.parts):
        yield from gaps(part)


def _is_gap(value: Value) -> bool:
    return value.node.refers_to is not None or (value.holds is None and bool(value.node.reads))


def unknown_behind(run: Run, nodes: Iterable[Node]) -> tuple[str, ...]:
    """Give the unknown facts that parts rest on, those of a member followed included."""
    found: dict[str, None] = {}
    for value in map(run.value, nodes):
        found.update(dict.fromkeys(value.unknown))
        if value.followed is not None:
            found.update(dict.fromkeys(value.followed.missing(ALL_PAIRS)))
    return tuple(found)


def unknown_facts(root: Value, pairs: int = ALL_PAIRS) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the unknown facts that can still make one of these differences, and the others that were read."""
    if root.run.all_known:
        return (), ()
    missing: dict[str, None] = {}
    unknown: dict[str, None] = {}
    for node, matter in _weighed(_Differing(root, pairs)):
        value = root.run.value(node)
        counts = matter & pairs_within(value.mask)
        if value.followed is not None:
            missing.update(dict.fromkeys(value.followed.missing(matter) if counts else ()))
            unknown.update(dict.fromkeys(value.followed.missing(ALL_PAIRS)))
        (missing if counts else unknown).update(dict.fromkeys(value.unknown))
    return tuple(missing), tuple(fact for fact in unknown if fact not in missing)


@attrs.frozen(eq=False)
class _Differing:
    """A value, and the differences in it that make a difference in the whole; see `Differing`."""

    value: Value
    pairs: int

    def counted(self, node: Node) -> Sequence[Node]:
        return node.counted(self.value.run)

    def mask(self, node: Node) -> int:
        run = self.value.run
        return run.mask(node) if run.has(node) else 0

    def below(self, masks: Sequence[int], *, every: bool) -> Sequence[int]:
        return _pairs_beside(self.pairs, tuple(masks), every=every)

    def parts(self) -> Iterator[_Differing]:
        """Give the parts that are looked at."""
        value = self.value
        looked_at = (*value.node.counted(value.run), *value.node.aside(value.run))
        return (
            _Differing(value.run.value(one), pairs) for one, pairs in value.node.passes_on(self) if one in looked_at
        )


_pairs_beside: Final = lru_cache(maxsize=4096)(pairs_beside)


def _weighed(at: _Differing) -> Sequence[tuple[Node, int]]:
    """Give the gaps, in the order of the law, each with the differences in it that matter."""
    return at.value.once((_weighed, at.pairs, at.value.run.beside), lambda: _weighed_below(at))


def _weighed_below(at: _Differing) -> list[tuple[Node, int]]:
    found = [(at.value.node, at.pairs)] if _is_gap(at.value) else []
    for part in at.parts():
        found += _weighed(part)
    return found
