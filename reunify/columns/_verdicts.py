"""What comes out: a rule set read for whole tables of persons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

import attrs
import numpy as np

from reunify.columns._leaves import as_table, looked_up, sets_of, smaller
from reunify.columns._many import Masks, Terms
from reunify.columns._people import Block, Group
from reunify.columns._tables import UNKNOWN, Array, Table
from reunify.facts import Relation, View
from reunify.family import Family
from reunify.meaning import ELIGIBLE, EXCLUDED, NOT_YET, SETS, Reader, Verdict, highest, may_be_met, verdict_of
from reunify.nodes import Contested, Leaf, Node, Not, Where
from reunify.ruleset import RuleSet
from reunify.trace import Value

_ROWS_AT_ONCE: Final = 1 << 18


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
        ground has: the first that excludes, or postpones, or whose facts are missing. Where days are known in
        part and none does so on all of them, it is the first that is not surely met.
        """
        return np.array([*self.conditions, ""])[self.condition_codes]

    def count(self) -> dict[Verdict, int]:
        """Count the persons by verdict."""
        found = dict.fromkeys(Verdict, 0)
        for mask, number in enumerate(np.bincount(self.possible, minlength=8).tolist()):
            found[verdict_of(mask)] += number
        return found


def assess_table(table: Table, rule_set: RuleSet) -> Columns:
    """Say for each person of a table what comes out under a rule set.

    Args:
        table: The persons; see `table` and `from_cases`.
        rule_set: The law.

    Returns:
        The same verdicts and grounds as `assess` gives for each family alone. What a family with a day known in
        part costs is said at `table`.
    """
    return assess_table_each(table, (rule_set,))[0]


def assess_table_each(table: Table, rule_sets: Sequence[RuleSet]) -> tuple[Columns, ...]:
    """Do the same under several rule sets; what they share is worked out once."""
    terms = Terms()
    found = tuple(_empty(table, rule_set) for rule_set in rule_sets)
    for start, stop in _blocks(table):
        block = Block(table, start, stop, terms)
        for rule_set, columns in zip(rule_sets, found, strict=True):
            _Law(block, rule_set, columns).fill()
    for first, case in table.in_part.items():
        for rule_set, columns in zip(rule_sets, found, strict=True):
            _assess_alone(Family(case, rule_set), first, columns)
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


# ---------------------------------------------------------------- a family with days known in part


def _assess_alone(family: Family, first: int, columns: Columns) -> None:
    """Put what one family comes to by itself in its rows."""
    for row, member in enumerate(family.case.members, first):
        person = family.person(member)
        ground, value = person.best
        # Some of the days can fail one condition and the others another: then none of these decides on all.
        condition = _deciding(value, value.mask) or _deciding(value, None)
        columns.possible[row] = person.mask
        columns.ground_codes[row] = -1 if ground is None else columns.grounds.index(ground.id)
        columns.condition_codes[row] = -1 if condition is None else columns.conditions.index(condition)


def _deciding(value: Value, whole: int | None) -> str | None:
    """Name the first condition that leaves no better verdict than the whole has; None: that is not surely met."""
    if value.mask == ELIGIBLE or (whole is not None and value.mask.bit_length() != whole.bit_length()):
        return None
    if value.node.id is not None and value.node.text is not None:
        return value.node.id
    by_itself = isinstance(value.node, Where) and whole is not None
    parts = () if isinstance(value.node, Not) else value.parts
    return next(filter(None, (_deciding(part, part.mask if by_itself else whole) for part in parts)), None)


# ---------------------------------------------------------------- one law on a block

_RANKS: Final = as_table(mask.bit_length() * 8 + (mask & -mask) for mask in SETS)
_CAPS: Final = np.array(
    [[part != ELIGIBLE and part.bit_length() == whole.bit_length() for whole in SETS] for part in SETS], dtype=bool
)


class _Sets(Reader[Masks]):
    """Reads the trees of one law for the persons of one relation: an array of sets, or one set for all."""

    def __init__(self, law: _Law, group: Group) -> None:
        super().__init__()
        self._law = law
        self._group = group

    def known(self, node: Any) -> dict[Any, Masks]:
        """What follows nobody is shared between laws."""
        return self._read if node.follows_another else self._group.masks

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


class _Law:
    """One rule set on one block of families."""

    def __init__(self, block: Block, rule_set: RuleSet, columns: Columns) -> None:
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

    def _assess(self, group: Group) -> None:
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
            ranks = _RANKS[mask] if isinstance(mask, int) else looked_up(_RANKS, mask)
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

    def mask(self, group: Group, node: Node) -> Masks:
        """Give the sets of verdicts of a node."""
        return self._sets[group.relation].of(node)

    def followed(self, group: Group, reference: str) -> Masks:
        """Give the sets of the member referred to, or of all whom an unknown reference could name."""
        for relation in View.candidates(reference):
            if relation in self.block.groups:
                self._assess(self.block.groups[relation])
        codes = np.broadcast_to(np.asarray(self.block.codes(reference)), self.block.stop - self.block.start)
        codes = codes[group.rows]
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
        for relation in View.candidates(reference):
            if relation in self.block.groups:
                rows = self.block.groups[relation].rows
                candidates[rows] = self.possible[rows]
        masks = np.bitwise_or.reduceat(candidates, self.block.starts)
        found = np.zeros(len(self.possible), dtype=np.uint8)
        found[self.block.starts] = np.where(masks == 0, NOT_YET | ELIGIBLE, masks) | EXCLUDED
        return found

    # -- the deciding condition

    def _decide(self, group: Group, wholes: Sequence[tuple[int, Node, Masks]], ground_codes: Array) -> None:
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
        self, group: Group, node: Node, whole: Masks, rows: Array, found: Array, *, is_root: bool = False
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
