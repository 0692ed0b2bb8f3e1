"""What comes out: a rule set read for whole tables of persons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs
import numpy as np

from reunify.assess import Outcome, assess_family
from reunify.columns._days import DaysOf
from reunify.columns._law import LawOnBlock
from reunify.columns._missing import MissingOf
from reunify.columns._people import Block
from reunify.columns._readings import DisputedOf
from reunify.columns._tables import Array, Table
from reunify.engine.meaning import ELIGIBLE, Verdict, verdict_of
from reunify.engine.nodes import Not, Where
from reunify.engine.trace import Value
from reunify.ruleset import RuleSet
from reunify.verdicts.family import Family

_ROWS_AT_ONCE: Final = 1 << 18


@attrs.frozen(eq=False)
class Details:
    """What comes out for each person beside the verdict.

    Attributes:
        eligible_from: The ordinal of the day from which time has done its work; zero where there is none.
        deadline: The same of the last day for the application on that ground.
        missing: By row, the unknown facts that can still change the verdict; none where the row is not there.
        disputed: By row, the contested points whose other reading gives another verdict.
    """

    eligible_from: Array
    deadline: Array
    missing: dict[int, tuple[str, ...]] = attrs.field(factory=dict)
    disputed: dict[int, tuple[str, ...]] = attrs.field(factory=dict)


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
        details: What else comes out; only where it was asked for.
    """

    rule_set: str
    possible: Array
    grounds: tuple[str, ...]
    ground_codes: Array
    conditions: tuple[str, ...]
    condition_codes: Array

    details: Details | None = None

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


def assess_table_each(table: Table, rule_sets: Sequence[RuleSet], *, in_detail: bool = False) -> tuple[Columns, ...]:
    """Do the same under several rule sets; what they share is worked out once.

    Args:
        table: The persons.
        rule_sets: The laws.
        in_detail: Whether the days, the missing facts and the disputed points are found too.
    """
    found = tuple(_empty(table, rule_set, in_detail=in_detail) for rule_set in rule_sets)
    for start, stop in blocks(table):
        block = Block(table, start, stop, names_facts=in_detail)
        for rule_set, columns in zip(rule_sets, found, strict=True):
            _fill(columns, LawOnBlock(block, rule_set))
    for first, case in table.in_part.items():
        alone = Family(case, rule_sets[0]) if rule_sets else None
        for rule_set, columns in zip(rule_sets, found, strict=True):
            _assess_alone(alone.under(rule_set) if alone else Family(case, rule_set), first, columns)
    return found


def _empty(table: Table, rule_set: RuleSet, *, in_detail: bool) -> Columns:
    no_days = np.zeros(table.size, dtype=np.int32)
    return Columns(
        rule_set=rule_set.id,
        possible=np.zeros(table.size, dtype=np.uint8),
        grounds=tuple(ground.id for ground in rule_set.grounds),
        ground_codes=np.full(table.size, -1, dtype=np.int8),
        conditions=tuple(rule_set.conditions),
        condition_codes=np.full(table.size, -1, dtype=np.int16),
        details=Details(no_days, no_days.copy()) if in_detail else None,
    )


def _fill(columns: Columns, law: LawOnBlock) -> None:
    """Put what comes out for the persons of a block in their rows."""
    block = law.block
    places = {name: place for place, name in enumerate(columns.conditions)}
    for group in block.groups.values():
        rows = block.start + group.rows
        columns.ground_codes[rows] = law.best(group)
        columns.condition_codes[rows] = law.deciding(group, places)
    columns.possible[block.start : block.stop] = law.possible
    if columns.details is not None:
        _fill_details(columns.details, law)


def _fill_details(details: Details, law: LawOnBlock) -> None:
    days = DaysOf(law)
    for group in law.block.groups.values():
        rows = law.block.start + group.rows
        details.eligible_from[rows] = days.eligible_from(group)
        details.deadline[rows] = days.deadline(group)
    details.missing.update(MissingOf(law).facts())
    details.disputed.update(DisputedOf(law, days).points())


def blocks(table: Table) -> Iterator[tuple[int, int]]:
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
    if columns.details is not None:
        for row, outcome in enumerate(assess_family(family).outcomes, first):
            _tell_alone(columns.details, row, outcome)


def _tell_alone(details: Details, row: int, outcome: Outcome) -> None:
    for days, day in ((details.eligible_from, outcome.eligible_from), (details.deadline, outcome.deadline)):
        days[row] = 0 if day is None else day.toordinal()
    told = (
        (details.missing, outcome.missing),
        (details.disputed, tuple(one.id for one in outcome.disputes if one.changes_verdict)),
    )
    for found, names in told:
        found.pop(row, None)
        if names:
            found[row] = names


def _deciding(value: Value, whole: int | None) -> str | None:
    """Name the first condition that leaves no better verdict than the whole has; None: that is not surely met."""
    if value.mask == ELIGIBLE or (whole is not None and value.mask.bit_length() != whole.bit_length()):
        return None
    if value.node.id is not None and value.node.text is not None:
        return value.node.id
    by_itself = isinstance(value.node, Where) and whole is not None
    parts = () if isinstance(value.node, Not) else value.parts
    return next(filter(None, (_deciding(part, part.mask if by_itself else whole) for part in parts)), None)
