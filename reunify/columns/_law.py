"""One law on a block of families: the trees of its conditions read with an array of sets where `assess` has one set."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

import attrs
import numpy as np

from reunify.columns._leaves import as_table, looked_up, sets_of, smaller
from reunify.columns._many import Masks
from reunify.columns._people import Block, Group
from reunify.columns._tables import UNKNOWN, Array
from reunify.engine.meaning import ELIGIBLE, EXCLUDED, NOT_YET, RANKS, SETS, Reader, highest, may_be_met
from reunify.engine.nodes import Contested, Leaf, Node, Not, Where
from reunify.facts import Relation, View
from reunify.provisions import place_of_best
from reunify.ruleset import Ground, RuleSet

_RANKS: Final = as_table(RANKS)
_CAPS: Final = np.array(
    [[part != ELIGIBLE and part.bit_length() == whole.bit_length() for whole in SETS] for part in SETS], dtype=bool
)


class _Sets(Reader[Masks]):
    """Reads the trees of one law for the persons of one relation: an array of sets, or one set for all."""

    def __init__(self, law: LawOnBlock, group: Group) -> None:
        super().__init__()
        self._law = law
        self._group = group

    def known(self, node: Any) -> dict[Any, Masks]:
        """What follows nobody is shared between laws, and between the readings of a point that is no part of it."""
        own = node.follows_another or self._law.reading in node.points_below
        return self._read if own else self._group.masks

    def contested(self, node: Contested) -> Masks:
        """Take the other reading of the point that is read the other way."""
        return self.of(node.other if node.point == self._law.reading else node.main)

    def leaf(self, leaf: Leaf) -> Masks:
        """Ask each person, or each value that occurs."""
        return sets_of(leaf, self._group)

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


@attrs.frozen(eq=False)
class Opened:
    """A ground on the persons of a group.

    Attributes:
        ground: The ground.
        code: Its place among those of the law.
        whole: All that it asks.
        mask: What it comes to; excluded for whom it is not open.
        is_open: To whom it is open; True: to all.
    """

    ground: Ground
    code: int
    whole: Node
    mask: Masks
    is_open: Array | bool


class LawOnBlock:
    """One rule set on one block of families.

    Attributes:
        possible: For each row the verdicts that are still possible; what is there counts for groups that were assessed.
        reading: The contested point that is read the other way; None: the main reading throughout.
    """

    def __init__(self, block: Block, rule_set: RuleSet, reading: str | None = None) -> None:
        self.block = block
        self.rule_set = rule_set
        self.reading = reading
        self.possible = np.zeros(block.stop - block.start, dtype=np.uint8)
        self._opened: dict[Relation, list[Opened]] = {}
        self._best: dict[Relation, Array] = {}
        self._sets = {relation: _Sets(self, group) for relation, group in block.groups.items()}

    def opened(self, group: Group) -> list[Opened]:
        """Give the grounds of a group, and fill in what is possible for it."""
        if group.relation not in self._opened:
            found = self._opened[group.relation] = []
            codes = {ground.id: code for code, ground in enumerate(self.rule_set.grounds)}
            person: Masks = EXCLUDED
            for ground, whole in self.rule_set.asked_of(group.relation).grounds:
                mask = self.mask(group, whole)
                is_open: Array | bool = True
                if ground.who is not None:
                    # Whom a ground is not for does not see it.
                    is_open = np.asarray(may_be_met(self.mask(group, ground.who)) != 0)
                    mask = np.where(is_open, mask, np.uint8(EXCLUDED))
                person = highest((person, mask))
                found.append(Opened(ground, codes[ground.id], whole, mask, is_open))
            self.possible[group.rows] = person
        return self._opened[group.relation]

    def best(self, group: Group) -> Array:
        """Give for each person the place of the best ground; -1 where none is open."""
        if group.relation not in self._best:
            opened = self.opened(group)
            ranks = [
                np.where(one.is_open, _RANKS[one.mask] if isinstance(one.mask, int) else looked_up(_RANKS, one.mask), 0)
                for one in opened
            ]
            grounds = [one.ground for one in opened]
            best = place_of_best(grounds, ranks, lambda node: np.equal(self.mask(group, node), ELIGIBLE), np.where)
            codes = np.array([*(one.code for one in opened), -1], dtype=np.int8)  # the last where there is none
            found = codes[np.broadcast_to(best, len(group.rows))]
            self._best[group.relation] = found
        return self._best[group.relation]

    # -- sets of verdicts

    def mask(self, group: Group, node: Node) -> Masks:
        """Give the sets of verdicts of a node."""
        return self._sets[group.relation].of(node)

    def rows_followed(self, group: Group, reference: str) -> Array:
        """Give the row of the member whom a fact names, for each person; below zero as in a table."""
        codes = np.broadcast_to(np.asarray(self.block.codes(reference)), len(self.possible))
        return codes[group.rows]

    def groups_followed(self, reference: str) -> list[Group]:
        """Give the groups that a fact can name somebody of."""
        groups = self.block.groups
        return [groups[relation] for relation in groups if relation in View.candidates(reference)]

    def followed(self, group: Group, reference: str) -> Masks:
        """Give the sets of the member referred to, or of all whom an unknown reference could name."""
        for other in self.groups_followed(reference):
            self.opened(other)
        codes = self.rows_followed(group, reference)
        found = np.full(len(codes), EXCLUDED, dtype=np.uint8)
        named = codes >= 0
        found[named] = self.possible[codes[named]]
        unknown = codes == UNKNOWN
        if unknown.any():
            found[unknown] = self._of_anybody(reference)[self.block.first[group.rows[unknown]]]
        return smaller(found)

    def _of_anybody(self, reference: str) -> Array:
        """Give for the first row of each family what follows from a reference that is not known."""
        candidates = np.zeros(len(self.possible), dtype=np.uint8)
        for other in self.groups_followed(reference):
            candidates[other.rows] = self.possible[other.rows]
        masks = np.bitwise_or.reduceat(candidates, self.block.starts)
        found = np.zeros(len(self.possible), dtype=np.uint8)
        found[self.block.starts] = np.where(masks == 0, NOT_YET | ELIGIBLE, masks) | EXCLUDED
        return found

    # -- the deciding condition

    def deciding(self, group: Group, places: dict[str, int]) -> Array:
        """Give for each person the place of the deciding condition; -1 for who is eligible."""
        found = np.full(len(group.rows), -1, dtype=np.int16)
        best = self.best(group)
        for one in self.opened(group):
            rows = (best == one.code) & (one.mask != ELIGIBLE)
            if rows.any():
                self._name(group, one.whole, one.mask, rows, found, places)
        none = best == -1
        if none.any():
            self._name(group, self.rule_set.unlisted, EXCLUDED, none, found, places, is_root=True)
        return found

    def _name(
        self,
        group: Group,
        node: Node,
        whole: Masks,
        rows: Array,
        found: Array,
        places: dict[str, int],
        *,
        is_root: bool = False,
    ) -> None:
        """Name this node, or one in it, where it leaves no better verdict than the whole has."""
        if not is_root:
            rows = rows & _CAPS[self.mask(group, node), whole]
        rows = rows & (found == -1)
        if not rows.any():
            return
        if node.id is not None and node.text is not None:
            found[rows] = places[node.id]
        elif isinstance(node, Where):
            # A branch is measured by itself: while the test is unknown, the whole is better than the worse branch.
            test = np.asarray(self.mask(group, node.test))
            for branch, taken in ((node.then, test & ELIGIBLE != 0), (node.otherwise, test != ELIGIBLE)):
                self._name(group, branch, self.mask(group, branch), rows & taken, found, places)
        elif not isinstance(node, Not):  # what is reversed is not told as a reason
            for part in (node.main,) if isinstance(node, Contested) else node.children:
                self._name(group, part, whole, rows, found, places)
