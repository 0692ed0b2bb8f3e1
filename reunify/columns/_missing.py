"""The unknown facts that can still change a verdict, for whole columns; for one person see `reunify.engine.missing`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

import attrs
import numpy as np

from reunify.columns._law import LawOnBlock
from reunify.columns._people import Group
from reunify.columns._tables import SPONSOR, UNKNOWN, Array
from reunify.engine.meaning import ALL_PAIRS, pairs_beside, pairs_within
from reunify.engine.nodes import Contested, Follows, Leaf, Node
from reunify.facts import CASE_FACTS

Missing: TypeAlias = dict[int, tuple[str, ...]]
"""The facts that are missing for some rows."""


@attrs.frozen(eq=False)
class _Asked:
    """Persons of a group who are looked at, each for somebody.

    Attributes:
        places: Their places in the group.
        pairs: The differences in what is looked at that still make one in the whole.
        askers: The rows of those whose verdicts it can change.
        as_others: Whether they are looked at by others, so that their facts are told with their name.
    """

    places: Array
    pairs: Array
    askers: Array
    as_others: bool = False

    def where(self, kept: Array, pairs: Array | None = None) -> _Asked:
        """Give some of them, with other pairs."""
        pairs = self.pairs if pairs is None else pairs
        return _Asked(self.places[kept], pairs[kept], self.askers[kept], self.as_others)


@attrs.frozen
class _Differing:
    """A node of many persons, and what matters in it of each; see `meaning.Differing`."""

    law: LawOnBlock
    group: Group
    asked: _Asked

    @property
    def pairs(self) -> Array:
        return self.asked.pairs

    def counted(self, node: Node) -> Sequence[Node]:
        return (node.main,) if isinstance(node, Contested) else node.children

    def mask(self, node: Node) -> Any:
        return _at(self.law.mask(self.group, node), self.asked)

    def below(self, masks: Sequence[Array], *, every: bool) -> Sequence[Array]:
        return pairs_beside(self.pairs, masks, every=every)


class MissingOf:
    """What is missing for the persons of a block under one law.

    Args:
        law: The law on the block.
    """

    def __init__(self, law: LawOnBlock) -> None:
        self._law = law
        self._block = law.block
        self._found: dict[int, dict[str, None]] = {}

    def facts(self) -> Missing:
        """Give the facts by row of the table, for those who lack any."""
        for group in self._block.groups.values():
            self._law.opened(group)
            open_to = pairs_within(self._law.possible[group.rows])
            places = np.flatnonzero(open_to)
            if len(places):
                pairs = np.full(len(places), ALL_PAIRS, dtype=np.uint8)
                self._person(group, _Asked(places, pairs, group.rows[places]))
        return {self._block.start + row: tuple(names) for row, names in self._found.items()}

    def _person(self, group: Group, asked: _Asked) -> None:
        """Look at all grounds that are open to somebody, each beside the others."""
        opened = self._law.opened(group)
        below = pairs_beside(asked.pairs, [_at(one.mask, asked) for one in opened], every=False)
        for one, pairs in zip(opened, below, strict=True):
            self._node(group, one.whole, asked, pairs * _at(one.is_open, asked))

    def _node(self, group: Group, node: Node, asked: _Asked, pairs: Array) -> None:
        kept = pairs != 0
        if not kept.any():
            return
        asked = asked.where(kept, pairs)
        if isinstance(node, Leaf | Follows):
            within = pairs_within(_at(self._law.mask(group, node), asked))
            lacking = asked.where((asked.pairs & within) != 0)
            if len(lacking.places) and node.refers_to is not None:
                self._followed(group, node.refers_to, lacking)
            elif len(lacking.places):
                self._leaf(group, node, lacking)
        for part, below in node.passes_on(_Differing(self._law, group, asked)):
            self._node(group, part, asked, below)

    # -- what is told

    def _leaf(self, group: Group, leaf: Node, asked: _Asked) -> None:
        for name in dict.fromkeys(leaf.reads):
            known = np.broadcast_to(group.fact(name).known(), len(group.rows))[asked.places]
            self._lacking(group, name, asked.where(~known))

    def _lacking(self, group: Group, name: str, asked: _Asked) -> None:
        """Tell of a fact, as conditions name it, what is missing for it."""
        if not len(asked.places):
            return
        at = _by_place(asked)
        for named in group.missing(name, np.unique(asked.places)):
            owners = named.owners
            if owners is None and asked.as_others and _is_own(named.fact):
                owners = group.rows[named.places]
            for index, place in enumerate(named.places.tolist()):
                told = named.fact if owners is None else f"{self._name_of(owners[index])}.{named.fact}"
                for asker in at[place]:
                    self._found.setdefault(asker, {})[told] = None

    def _name_of(self, row: Any) -> str:
        return self._block.table.name_of(self._block.start + int(row))

    # -- another member

    def _followed(self, group: Group, reference: str, asked: _Asked) -> None:
        codes = self._law.rows_followed(group, reference)[asked.places]
        self._of_rows(reference, codes, asked)
        unknown = codes == UNKNOWN
        if unknown.any():
            lacking = asked.where(unknown)
            self._lacking(group, reference, lacking)
            for rows in self._candidates(reference, group.rows[lacking.places]):
                self._of_rows(reference, rows, lacking)

    def _of_rows(self, reference: str, rows: Array, asked: _Asked) -> None:
        """Look at the members in some rows, those who are below zero left out."""
        for other in self._law.groups_followed(reference):
            places = np.searchsorted(other.rows, rows)
            kept = (rows >= 0) & (other.rows[np.minimum(places, len(other.rows) - 1)] == rows)
            if kept.any():
                self._person(other, _Asked(places[kept], asked.pairs[kept], asked.askers[kept], as_others=True))

    def _candidates(self, reference: str, rows: Array) -> Iterator[Array]:
        """Give the first member whom the reference of each could name, then the second; -1 where there is none."""
        can_be_named = np.zeros(len(self._law.possible) + 1, dtype=bool)
        for other in self._law.groups_followed(reference):
            can_be_named[other.rows] = True
        first, size = self._block.first[rows], self._block.sizes[rows]
        for place in range(int(size.max())):
            at = np.where(place < size, first + place, len(self._law.possible))
            yield np.where(can_be_named[at], at, -1)


def _by_place(asked: _Asked) -> dict[int, list[int]]:
    """Give for each place of a group the rows of those who ask."""
    found: dict[int, list[int]] = {}
    for place, asker in zip(asked.places.tolist(), asked.askers.tolist(), strict=True):
        found.setdefault(place, []).append(asker)
    return found


def _is_own(fact: str) -> bool:
    return not fact.startswith(SPONSOR) and fact not in CASE_FACTS


def _at(masks: Any, asked: _Asked) -> Any:
    return masks[asked.places] if np.ndim(masks) else np.full(len(asked.places), masks, dtype=np.uint8)
