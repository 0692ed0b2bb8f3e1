"""The boundary families of the library's own laws, which come with it: of these no search is made.

They are those of the snapshots beside this module: what the search finds, and what it misses as far as that was looked for
(`complete_boundary_set`; docs/proofs.md says of which laws). What comes out for them is found anew each time.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from reunify.reform import snapshot
from reunify.reform.boundaries import BoundaryFamily, boundary_set
from reunify.reform.people import PEOPLE
from reunify.reform.places import what_is_asked
from reunify.rules import RULE_SETS
from reunify.ruleset import RuleSet

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["boundary_families", "kept_file"]


def boundary_families(rule_set: RuleSet) -> Iterator[BoundaryFamily]:
    """Give families on both sides of every boundary of a law, by person.

    Of a person of whom the law asks what one of the library's own laws asks they are those that come with the library; of
    another one those of the search.

    Args:
        rule_set: The law.
    """
    kept = {who.id: law for who in PEOPLE if (law := _laws().get((who.id, what_is_asked(rule_set, who))))}
    searched = boundary_set(rule_set, tuple(who.id for who in PEOPLE if who.id not in kept))
    for who in PEOPLE:
        found = _kept(kept[who.id]) if who.id in kept else searched
        yield from (family for family in found if family.person == who.id)


def kept_file(rule_set: RuleSet) -> Traversable:
    """Give the file with the frozen verdicts of one of the library's own laws.

    Args:
        rule_set: The law.
    """
    return resources.files("reunify.reform").joinpath("snapshots", f"{rule_set.id}.txt")


@cache
def _laws() -> dict[tuple[str, object], RuleSet]:
    """Give the law whose families are those of a person of whom that is asked."""
    with_file = [law for law in RULE_SETS.values() if kept_file(law).is_file()]
    return {(who.id, what_is_asked(law, who)): law for law in reversed(with_file) for who in PEOPLE}


@cache
def _kept(law: RuleSet) -> tuple[BoundaryFamily, ...]:
    return snapshot.families_in(kept_file(law).read_text(encoding="utf-8"))
