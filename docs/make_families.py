"""Make the boundary families that come with the library, and freeze what comes out for them: ``reunify/reform/snapshots/``.

    python docs/make_families.py [LAW ...]

They are what the search finds, what it misses and a solver finds, and families that show how a law differs from the others.
It takes some ten minutes a law, for the regular route more than an hour, and needs the extra ``proof``.
"""

import itertools
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from reunify import RULE_SETS
from reunify.facts import Case, Protection, Relation
from reunify.proof.search import Pair
from reunify.reform import snapshot
from reunify.reform.boundaries import BoundaryFamily, complete_boundary_set
from reunify.reform.kept import boundary_families, kept_file
from reunify.reform.missed import missed, nearest
from reunify.reform.people import PEOPLE, Facts
from reunify.reform.proven import answers, as_person, better, otherwise, worse
from reunify.reform.seen import OldAndNew, seen_alone, seen_together
from reunify.reform.table import change_for
from reunify.text import Choice


def main(names: list[str]) -> None:
    """Make those of some laws; of all, where none is named."""
    for law in [RULE_SETS[name] for name in names] or RULE_SETS.values():
        families = {family.key: family for family in complete_boundary_set(law)}
        for laws in ((law, other) for other in RULE_SETS.values() if other is not law):
            apart = [*apart_in(laws, [*families.values(), *boundary_families(laws[1])]), *first_in(laws)]
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
        changes = missed(who).family_apart(laws, protection, sought)
        if changes is not None:
            shown.add(kind)
            start = BoundaryFamily(person=who.id, protection=protection)
            yield from _smallest(start, changes, lambda case, sought=sought: _is_sought(case, laws, sought))


def first_in(laws: OldAndNew) -> Iterator[BoundaryFamily]:
    """Give families like the first of all, for each relation, status and way in which one law is better."""
    others = set(itertools.product(Relation, (None, *Protection), (otherwise,)))
    for (_, _, sought), answer in answers(*laws, None, others):
        if answer.family is not None:
            found = as_person(answer.family)
            start = BoundaryFamily(person=found.person, protection=found.protection)
            chosen = {name: value for name, value in found.changes if isinstance(value, bool | Choice)}
            changes = missed(found.who).family_apart(laws, found.protection, sought, chosen)
            wanted = _what_differs(found.case, laws)
            if changes is not None:
                yield from _smallest(start, changes, lambda case, wanted=wanted: _what_differs(case, laws) == wanted)


def _smallest(start: BoundaryFamily, changes: Facts, is_so: Callable[[Case], bool]) -> Iterator[BoundaryFamily]:
    """Give the family with as few of some changes as something is so of it with; none where it is not so with all."""

    def with_these(some: Facts) -> bool:
        family = start.changed(some)
        return family.is_possible and is_so(family.case)

    if with_these(changes):
        yield start.changed(nearest(changes, start.who.facts, with_these))


def _what_differs(case: Case, laws: OldAndNew) -> object:
    change = change_for(case, laws, case.members[0].id)
    return change.old.verdict, change.new.verdict, {cause.condition for cause in change.cause}


def _shown_by(families: list[BoundaryFamily], laws: OldAndNew) -> Iterator[tuple[object, ...]]:
    for family, (old, new) in zip(families, seen_together(families, laws), strict=True):
        for sought in (better, worse):
            if sought(old.mask, new.mask):
                yield family.who.relation, family.protection, sought


def _is_sought(case: Case, laws: OldAndNew, sought: Pair) -> bool:
    old, new = seen_alone(case, laws)
    return sought(old.mask, new.mask)


if __name__ == "__main__":
    main(sys.argv[1:])
