"""Make the boundary families that come with the library, and freeze what comes out for them: ``reunify/reform/snapshots/``.

    python docs/make_families.py [LAW ...]

They are what the search finds, what it misses and a solver finds, and families that show how a law differs from the others.
It takes some ten minutes a law, and needs the extra ``proof``.
"""

import itertools
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from reunify import RULE_SETS
from reunify.facts import Protection
from reunify.proof.search import Pair
from reunify.reform import snapshot
from reunify.reform.boundaries import BoundaryFamily, complete_boundary_set
from reunify.reform.kept import boundary_families, kept_file
from reunify.reform.missed import missed, nearest
from reunify.reform.people import PEOPLE, Facts
from reunify.reform.proven import better, worse
from reunify.reform.seen import OldAndNew, seen_alone, seen_together


def main(names: list[str]) -> None:
    """Make those of some laws; of all, where none is named."""
    for law in [RULE_SETS[name] for name in names] or RULE_SETS.values():
        families = {family.key: family for family in complete_boundary_set(law)}
        for other in RULE_SETS.values():
            apart = apart_in((law, other), [*families.values(), *boundary_families(other)])
            families |= {family.key: family for family in apart}
        kept = snapshot.take(law, list(families.values()))
        Path(str(kept_file(law))).write_text(kept, encoding="utf-8", newline="\n")
        print(f"{law.id}: {len(families)} families")


def apart_in(laws: OldAndNew, families: list[BoundaryFamily]) -> Iterator[BoundaryFamily]:
    """Give a family for each relation, status and way in which one law is better than the other that no family shows."""
    shown = set(_shown_by(families, laws))
    for who, protection, sought in itertools.product(PEOPLE, Protection, (better, worse)):
        if (kind := (who.relation, protection, sought)) in shown:
            continue
        changes = missed(who).family_apart(*laws, protection, sought)
        if changes is not None:
            shown.add(kind)
            start = BoundaryFamily(person=who.id, protection=protection)
            yield start.changed(nearest(changes, who.facts, partial(_is_sought, start, laws, sought)))


def _shown_by(families: Iterable[BoundaryFamily], laws: OldAndNew) -> Iterator[tuple[object, ...]]:
    families = list(families)
    for family, (old, new) in zip(families, seen_together(families, laws), strict=True):
        for sought in (better, worse):
            if sought(old.mask, new.mask):
                yield family.who.relation, family.protection, sought


def _is_sought(start: BoundaryFamily, laws: OldAndNew, sought: Pair, changes: Facts) -> bool:
    family = start.changed(changes)
    if not family.is_possible:
        return False
    old, new = seen_alone(family.case, laws)
    return sought(old.mask, new.mask)


if __name__ == "__main__":
    main(sys.argv[1:])
