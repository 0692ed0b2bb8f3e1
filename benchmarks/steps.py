"""Whether one written function earns its `exec`: the same joins of conditions, as closures and as a loop over steps.

    python benchmarks/steps.py

Each begins at the sets of the leaves and gives the set of every ground, for each relation of `two-status`. The loop is
as plain as it can be: a step looks up two or three earlier sets in one table, whatever joins them.
"""

import random
import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial, reduce
from statistics import median
from typing import Any, TypeAlias

from measure import told

from reunify import PROPOSED, Relation
from reunify.engine.meaning import BRANCHES, ELIGIBLE, EXCLUDED, HIGHEST, LOWEST, SETS, SWAPPED, Reader, T
from reunify.engine.program import Program

Leaves: TypeAlias = tuple[int, ...]
Closure: TypeAlias = Callable[[Leaves], int]
Flat: TypeAlias = tuple[int, ...]

TURNS, ROUNDS, CHECKED = 2000, 9, 300
FLAT = {
    LOWEST: tuple(LOWEST[a][b] for a in SETS for b in SETS for _ in SETS),
    HIGHEST: tuple(HIGHEST[a][b] for a in SETS for b in SETS for _ in SETS),
    SWAPPED: tuple(SWAPPED[a] for a in SETS for _ in SETS for _ in SETS),
    BRANCHES: tuple(BRANCHES[a][b][test] for a in SETS for b in SETS for test in SETS),
}


class Trial(Reader[T]):
    """Reads trees, and leaves out what is the same for everybody, as the written function does."""

    def __init__(self, settled: Callable[[Any], int | None]) -> None:
        super().__init__()
        self._settled = settled

    def leaf(self, leaf: Any) -> T:
        """Give the set of a leaf, if the relation settles it; else look it up."""
        mask = self._settled(leaf)
        return self.looked_up(leaf) if mask is None else self.always(mask)

    def looked_up(self, leaf: Any) -> T:
        """Look the set of a leaf up."""
        raise NotImplementedError

    def joined(self, table: Any, *sets: T) -> T:
        """Look up what sets come to."""
        raise NotImplementedError

    def lowest(self, parts: Iterable[T]) -> T:
        """Join two by two."""
        return self._two_by_two(LOWEST, ELIGIBLE, parts)

    def highest(self, parts: Iterable[T]) -> T:
        """Join two by two."""
        return self._two_by_two(HIGHEST, EXCLUDED, parts)

    def _two_by_two(self, table: Any, neutral: int, parts: Iterable[T]) -> T:
        counting = [part for part in dict.fromkeys(parts) if part != self.always(neutral)]
        return reduce(partial(self.joined, table), counting) if counting else self.always(neutral)

    def swapped(self, part: T) -> T:
        """Reverse."""
        return self.joined(SWAPPED, part)

    def chosen(self, test: T, then: Callable[[], T], otherwise: Callable[[], T]) -> T:
        """Take a branch, or both."""
        if test in {self.always(ELIGIBLE), self.always(EXCLUDED)}:
            return then() if test == self.always(ELIGIBLE) else otherwise()
        return self.joined(BRANCHES, then(), otherwise(), test)

    def followed(self, reference: str) -> T:  # noqa: ARG002 -- the same for all three
        """Leave open who is referred to."""
        return self.always(EXCLUDED | ELIGIBLE)


class Closures(Trial[Closure]):
    """Reads trees as functions of the sets of leaves."""

    def __init__(self, settled: Callable[[Any], int | None], places: Mapping[Any, int]) -> None:
        super().__init__(settled)
        self._places = places
        self._always: dict[int, Closure] = {}

    def looked_up(self, leaf: Any) -> Closure:
        """Look the set up."""
        place = self._places[leaf]
        return lambda leaves: leaves[place]

    def always(self, mask: int) -> Closure:
        """Give the set itself."""
        return self._always.setdefault(mask, lambda _: mask)

    def joined(self, table: Any, *sets: Closure) -> Closure:
        """Look up what sets come to: a closure for one, for two, for three."""
        match sets:
            case (one,):
                return lambda leaves: int(table[one(leaves)])
            case (one, other):
                return lambda leaves: int(table[one(leaves)][other(leaves)])
        one, other, test = sets
        return lambda leaves: int(table[one(leaves)][other(leaves)][test(leaves)])


class Steps(Trial[int]):
    """Reads trees as steps; its terms are places among the sets found, those of the leaves first."""

    always_there = (ELIGIBLE, EXCLUDED, EXCLUDED | ELIGIBLE)

    def __init__(self, settled: Callable[[Any], int | None], places: Mapping[Any, int]) -> None:
        super().__init__(settled)
        self._places = places
        self._leaves = 1 + max(places.values())
        self.steps: dict[tuple[Flat, int, int, int], int] = {}

    def looked_up(self, leaf: Any) -> int:
        """Give the place of its set."""
        return self._places[leaf]

    def always(self, mask: int) -> int:
        """Give the place of a set that is the same for everybody."""
        return self._leaves + self.always_there.index(mask)

    def joined(self, table: Any, *sets: int) -> int:
        """Add a step."""
        one, other, test = (*sets, 0, 0)[:3]
        first = self._leaves + len(self.always_there)
        return self.steps.setdefault((FLAT[table], one, other, test), first + len(self.steps))


class Asked:
    """Leaves open who is referred to."""

    def known(self, name: str) -> None:
        """Know nothing of others."""

    def mask_followed(self, reference: str) -> int:  # noqa: ARG002 -- the same for all three
        """Give all that is possible."""
        return EXCLUDED | ELIGIBLE


def three_ways(program: Program) -> list[Callable[[Leaves], object]]:
    """Give the written function, closures and the loop, each of which takes the sets of the leaves."""
    joined, asked = program.joined, Asked()
    numbers = {program.places[leaf]: number for number, leaf in enumerate(program.leaves)}
    places = {node: numbers[place] for node, place in program.places.items() if place in numbers}
    any_sets = joined((ELIGIBLE,) * len(program.leaves), asked, None)

    def settled(leaf: Any) -> int | None:
        return None if leaf in places else any_sets[program.places[leaf]]

    closures, reader = Closures(settled, places), Steps(settled, places)
    roots = [closures.of(root) for root in program.roots]
    wanted = [reader.of(root) for root in program.roots]
    steps, first = [*reader.steps], reader.always_there
    at = [program.places[root] for root in program.roots]

    def written(leaves: Leaves) -> list[int]:
        found = joined(leaves, asked, None)
        return [found[place] for place in at]

    def loop(leaves: Leaves) -> list[int]:
        found = [*leaves, *first]
        add = found.append
        for table, one, other, test in steps:
            add(table[found[one] << 6 | found[other] << 3 | found[test]])
        return [found[place] for place in wanted]

    return [written, lambda leaves: [root(leaves) for root in roots], loop]


def per_turn(work: Callable[[Leaves], object], leaves: Leaves) -> float:
    """Give the median of the seconds of the processor that a turn takes."""
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for _ in range(TURNS):
            work(leaves)
        rounds.append((time.process_time() - start) / TURNS)
    return median(rounds)


def main() -> None:
    """Hold the three to each other, and measure them."""
    chance = random.Random(0)  # noqa: S311 -- the same each time
    for relation in (Relation.SPOUSE, Relation.CHILD, Relation.PARENT):
        program = PROPOSED.asked_of(relation).program
        ways = three_ways(program)
        drawn = [
            tuple(chance.choice((leaf.unmet, ELIGIBLE, leaf.unmet | ELIGIBLE)) for leaf in program.leaves)
            for _ in range(CHECKED)
        ]
        if any(len({str(way(leaves)) for way in ways}) != 1 for leaves in drawn):
            raise AssertionError(relation)
        written, closures, loop = (per_turn(way, drawn[0]) for way in ways)
        print(
            f"{relation}: {len(program.leaves)} leaves, written {told(written)}, "
            f"closures {told(closures)} ({closures / written:.1f}x), loop {told(loop)} ({loop / written:.1f}x)"
        )


if __name__ == "__main__":
    main()
