"""What comes out for the persons of boundary families under two laws, as far as a change of law can change it.

Where numpy is there the families are looked at together, in columns; if not, or where one is looked at alone, by the engine.
Both give the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import Protocol, TypeAlias

import attrs

from reunify.facts import Case
from reunify.reform.boundaries import BoundaryFamily
from reunify.ruleset import RuleSet
from reunify.verdicts.family import Family

__all__ = ["OldAndNew", "Seen", "seen_alone", "seen_together"]

OldAndNew: TypeAlias = tuple[RuleSet, RuleSet]


class Seen(Protocol):
    """What comes out for the first member of a family under a law."""

    @property
    def mask(self) -> int:
        """The verdicts that are still possible."""
        raise NotImplementedError

    @property
    def findings(self) -> tuple[object, ...]:
        """The verdicts and the two days."""
        raise NotImplementedError

    @property
    def disputed(self) -> frozenset[tuple[str, int]]:
        """The contested points of which the other reading gives other verdicts, with those."""
        raise NotImplementedError

    @property
    def settled_by(self) -> object:
        """What settles the verdicts, and why: equal for families of a kind of person that are alike in these."""
        raise NotImplementedError


def seen_together(families: Sequence[BoundaryFamily], laws: OldAndNew) -> Iterator[tuple[Seen, Seen]]:
    """Give what comes out for each of many families under an old and a new law.

    Args:
        families: The families.
        laws: The laws.
    """
    if find_spec("numpy") is not None:
        yield from zip(*_in_columns([family.case for family in families], laws), strict=True)
        return
    known: _Known = {}
    old, new = laws
    for family in families:
        under_old = Family(family.case, old)
        yield _Alone(under_old, known), _Alone(under_old.under(new), known)
        under_old.forget()


def seen_alone(case: Case, laws: OldAndNew) -> tuple[Seen, Seen]:
    """Give what comes out for one family under an old and a new law.

    Args:
        case: The family.
        laws: The laws.
    """
    old, new = laws
    under_old = Family(case, old)
    return _Alone(under_old, {}), _Alone(under_old.under(new), {})


_Known: TypeAlias = dict[object, frozenset[tuple[str, int]]]
"""What is disputed for families that are alike."""


class _Alone:
    """What comes out by the engine, found when it is asked for."""

    def __init__(self, family: Family, known: _Known) -> None:
        self._known = known
        self._family = family
        self._member = family.case.members[0]
        self._person = family.person(self._member)
        self.mask: int = self._person.mask

    @property
    def findings(self) -> tuple[object, ...]:
        return self._person.findings

    @property
    def disputed(self) -> frozenset[tuple[str, int]]:
        alike = self._family.comes_to(self._member, in_all_readings=True)
        key = (self._family.rule_set, self._member.relation, alike)
        if key not in self._known:
            points = self._family.points_of_verdict(self._member)
            others = {point: self._family.person(self._member, point).mask for point in points}
            self._known[key] = frozenset((point, mask) for point, mask in others.items() if mask != self.mask)
        return self._known[key]

    @property
    def settled_by(self) -> object:
        return self._family.comes_to(self._member)


@attrs.frozen
class _InColumns:
    """What comes out, found for many families at once."""

    mask: int
    findings: tuple[object, ...]
    disputed: frozenset[tuple[str, int]]
    settled_by: object


def _in_columns(cases: Sequence[Case], laws: OldAndNew) -> Iterator[list[_InColumns]]:
    from reunify import columns  # noqa: PLC0415 -- needs an extra of its own

    table = columns.from_cases(cases)
    for law in laws:
        seen: list[_InColumns] = []
        for found in columns.findings(table, law):
            firsts = found.firsts
            days = zip(found.eligible_from[firsts].tolist(), found.deadline[firsts].tolist(), strict=True)
            masks = found.possible[firsts].tolist()
            others = {point: possible[firsts].tolist() for point, possible in found.readings.items()}
            for place, (row, mask, told) in enumerate(zip(firsts.tolist(), masks, days, strict=True)):
                disputed = frozenset((point, each[place]) for point, each in others.items() if each[place] != mask)
                seen.append(_InColumns(mask, (mask, *told), disputed, found.settled_by[row]))
        yield seen
