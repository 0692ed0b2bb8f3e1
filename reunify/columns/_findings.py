"""All that a change of law can change for the persons of a table, and what settles it; for one person see `verdicts.person`."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping

import attrs
import numpy as np

from reunify.columns._days import DaysOf
from reunify.columns._law import LawOnBlock
from reunify.columns._people import Block, Group
from reunify.columns._readings import in_other_readings, possible_in
from reunify.columns._tables import Array, Table
from reunify.columns._verdicts import blocks
from reunify.facts import REFERENCES
from reunify.ruleset import RuleSet

__all__ = ["Findings", "findings"]


@attrs.frozen(eq=False)
class Findings:
    """What comes out for each row of some whole families of a table.

    Attributes:
        firsts: The rows of the first members, as they count here.
        possible: The verdicts that are still possible.
        eligible_from: The ordinal of the day from which time has done its work; zero where there is none.
        deadline: The same of the last day for the application.
        readings: By contested point, the verdicts that are possible in its other reading.
        settled_by: What settles the verdicts: the same for two rows of a relation of which the conditions come to the same.
    """

    firsts: Array
    possible: Array
    eligible_from: Array
    deadline: Array
    readings: Mapping[str, Array]
    settled_by: list[Hashable]


def findings(table: Table, rule_set: RuleSet) -> Iterator[Findings]:
    """Give what comes out under a law, some families at a time.

    Args:
        table: The persons; no family with a day known in part is among them.
        rule_set: The law.
    """
    for start, stop in blocks(table):
        yield _of_block(Block(table, start, stop), rule_set)


def _of_block(block: Block, rule_set: RuleSet) -> Findings:
    law = LawOnBlock(block, rule_set)
    days = DaysOf(law)
    eligible_from, deadline = np.zeros((2, block.stop - block.start), dtype=np.int32)
    possible = possible_in(law)
    for group in block.groups.values():
        eligible_from[group.rows] = days.eligible_from(group)
        deadline[group.rows] = days.deadline(group)
    return Findings(
        firsts=block.starts,
        possible=possible,
        eligible_from=eligible_from,
        deadline=deadline,
        readings=dict(in_other_readings(law)),
        settled_by=_settled_by(law),
    )


def _settled_by(law: LawOnBlock) -> list[Hashable]:
    block = law.block
    own: list[Hashable] = [None] * (block.stop - block.start)
    for group in block.groups.values():
        for row, sets in zip(group.rows.tolist(), _sets_of_leaves(law, group), strict=True):
            own[row] = sets
    found = list(own)
    codes = (np.broadcast_to(np.asarray(block.codes(name)), len(own)) for name in REFERENCES)
    named = np.stack([np.where(one >= 0, one - block.first, one) for one in codes], axis=1)
    for group in block.groups.values():
        if law.rule_set.asked_of(group.relation).follows:
            for row in group.rows.tolist():
                family = slice(block.first[row], block.first[row] + block.sizes[row])
                found[row] = own[row], named[family].tobytes(), *own[family]
    return found


def _sets_of_leaves(law: LawOnBlock, group: Group) -> list[bytes]:
    """Give for each person of a group the sets of all leaves that are asked of it."""
    leaves = law.rule_set.asked_of(group.relation).program.leaves
    sets = np.empty((len(group.rows), len(leaves)), dtype=np.uint8)
    for place, leaf in enumerate(leaves):
        sets[:, place] = law.mask(group, leaf)
    return [row.tobytes() for row in sets]
