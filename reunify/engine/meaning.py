"""What condition trees mean: sets of verdicts, what joining conditions makes of them, and the one walk that all readers share.

The verdicts are ordered ``excluded < not_yet < eligible``. The value of a node is the non-empty set of
verdicts that are still possible, as three bits: met is {eligible}; unmet is {excluded}, or {not_yet} where it
can be cured; unknown is both of its two. ``all_of`` takes the lowest of its parts and ``any_of`` the highest,
over all combinations.

That is plain arithmetic, and stated once: the same functions serve a number, an array of numbers, and the tables
in which a program looks up. A `Reader` says what it makes of a leaf; what the joins make of that it has from here.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any, Final, Generic, Protocol, TypeAlias, TypeVar

from reunify.renamed import old_names
from reunify.text import Choice

__all__ = [
    "ALL_PAIRS",
    "BRANCHES",
    "ELIGIBLE",
    "EXCLUDED",
    "HIGHEST",
    "IDENTITY",
    "LOWEST",
    "NOT_YET",
    "RANKS",
    "SETS",
    "SETTLED",
    "SWAPPED",
    "TURNS_A_TEST",
    "UNION",
    "Differing",
    "LookUp",
    "Readable",
    "Reader",
    "T",
    "Turns",
    "Verdict",
    "beside",
    "chosen",
    "highest",
    "lowest",
    "may_be_met",
    "may_be_unmet",
    "pairs_below",
    "pairs_beside",
    "pairs_between",
    "pairs_within",
    "swapped",
    "verdict_of",
    "verdicts_in",
]

if not TYPE_CHECKING:
    __getattr__ = old_names(__name__, Table="LookUp")


class Verdict(Choice):
    """What comes out for one person under one rule set."""

    EXCLUDED = "excluded", "not through nareis", "niet via nareis"
    NOT_YET = "not_yet", "later", "pas later"
    ELIGIBLE = "eligible", "may come", "mag komen"
    UNDETERMINED = "undetermined", "not known yet", "nog niet bekend"


class Turns(enum.Enum):
    """How a leaf turns on a day."""

    NOT = "not"
    FROM = "from"
    UNTIL = "until"


# ---------------------------------------------------------------- sets of verdicts, as bits

EXCLUDED: Final = 1
NOT_YET: Final = 2
ELIGIBLE: Final = 4
SETS: Final = range(8)
"""All sets; that without a verdict stands for what was not looked at."""


def lowest(sets: Iterable[Any]) -> Any:
    """Give the set of what all of several together can come to: the lowest, over all combinations."""
    parts = tuple(sets) or (ELIGIBLE,)
    return reduce(or_, parts) & reduce(and_, (one | one >> 1 | one >> 2 for one in parts))


def highest(sets: Iterable[Any]) -> Any:
    """Give the set of what any of several can come to: the highest, over all combinations."""
    parts = tuple(sets) or (EXCLUDED,)
    return reduce(or_, parts) & reduce(and_, (one | one << 1 | one << 2 for one in parts))


def beside(sets: Sequence[Any], *, every: bool) -> Iterator[Any]:
    """Give for each of several parts what the others come to together, where all must be met, or where one is enough."""
    join, neutral = (lowest, ELIGIBLE) if every else (highest, EXCLUDED)
    after = [neutral]
    for one in reversed(sets[1:]):
        after.append(join((after[-1], one)))
    before = neutral
    for one in sets:
        yield join((before, after.pop()))
        before = join((before, one))


def swapped(one: Any) -> Any:
    """Give the set of what a reversed condition can come to: met and unmet change places."""
    return one & NOT_YET | (one & EXCLUDED) << 2 | one >> 2


def chosen(test: Any, then: Any, otherwise: Any) -> Any:
    """Give the set of one branch or of the other, by a test; the union of both while the test is unknown."""
    return then * may_be_met(test) | otherwise * may_be_unmet(test)


def may_be_met(one: Any) -> Any:
    """Say (1 or 0) whether a set leaves open that the condition is met."""
    return one >> 2 & 1


def may_be_unmet(one: Any) -> Any:
    """Say (1 or 0) whether a set leaves open that the condition is not met."""
    return (one | one >> 1) & 1


# ---------------------------------------------------------------- what can still change

# A difference is a pair of verdicts; several are three bits: excluded and not yet, excluded and eligible, not yet and
# eligible.
ALL_PAIRS: Final = 7
TURNS_A_TEST: Final = 6
"""What makes the other branch apply: that a test is met, or that it is not, in whichever of the two ways."""


def pairs_within(one: Any) -> Any:
    """Give the differences that a set of verdicts leaves open."""
    return pairs_between(one, one)


def pairs_between(one: Any, other: Any) -> Any:
    """Give the differences that there can be between one set of verdicts and another."""
    low, middle, high = (one & 1, other & 1), (one >> 1 & 1, other >> 1 & 1), (one >> 2 & 1, other >> 2 & 1)
    ends = ((low, middle), (low, high), (middle, high))
    return reduce(or_, [(a[0] & b[1] | a[1] & b[0]) << place for place, (a, b) in enumerate(ends)])


def pairs_below(pairs: Any, others: Any, *, every: bool) -> Any:
    """Give the differences in one part that make one of these in the whole, beside what the other parts come to."""
    # Beside *not yet*, what is above it makes no difference to the lowest, and what is below it none to the highest.
    if every:
        return pairs * (others >> 2 & 1) | 3 * (pairs & 1) * (others >> 1 & 1)
    return pairs * (others & 1) | 6 * (pairs >> 2 & 1) * (others >> 1 & 1)


def pairs_beside(pairs: Any, masks: Sequence[Any], *, every: bool) -> list[Any]:
    """Give, for each of several parts, the differences in it that make one of these in the whole."""
    return [pairs_below(pairs, others, every=every) for others in beside(masks, every=every)]


class Differing(Protocol):
    """What a node needs to say which differences in its parts matter, for one person or for many at once.

    Numbers are what can be calculated with as numbers can; see `pairs_within`.
    """

    @property
    def pairs(self) -> Any:
        """The differences in the node that make a difference in the whole."""
        raise NotImplementedError

    def counted(self, node: Any) -> Sequence[Any]:
        """Give the parts that count."""
        raise NotImplementedError

    def mask(self, node: Any) -> Any:
        """Give the set of verdicts of a node."""
        raise NotImplementedError

    def below(self, masks: Sequence[Any], *, every: bool) -> Sequence[Any]:
        """Give, for each of the parts with these sets, the differences that matter beside the others."""
        raise NotImplementedError


# The same as tables, for what is looked up again and again.
LookUp: TypeAlias = tuple[int, ...]
LOWEST: Final = tuple(tuple(lowest((a, b)) for b in SETS) for a in SETS)
HIGHEST: Final = tuple(tuple(highest((a, b)) for b in SETS) for a in SETS)
SWAPPED: Final = tuple(map(swapped, SETS))
IDENTITY: Final = tuple(SETS)
UNION: Final = tuple(tuple(mask | other for mask in SETS) for other in SETS)
BRANCHES: Final = tuple(tuple(tuple(chosen(test, a, b) for test in SETS) for b in SETS) for a in SETS)

_BITS: Final = {EXCLUDED: Verdict.EXCLUDED, NOT_YET: Verdict.NOT_YET, ELIGIBLE: Verdict.ELIGIBLE}
_VERDICTS: Final = tuple(tuple(verdict for bit, verdict in _BITS.items() if mask & bit) for mask in SETS)
RANKS: Final = tuple(mask.bit_length() * 8 + (mask & -mask) for mask in SETS)
"""How good each set is: by the best verdict in it, and then by the worst."""
SETTLED: Final = frozenset(_BITS)
"""The sets that leave nothing open."""


def verdicts_in(mask: int) -> tuple[Verdict, ...]:
    """Give the verdicts of a set, the lowest first."""
    return _VERDICTS[mask]


def verdict_of(mask: int) -> Verdict:
    """Give the one verdict of a set, or *undetermined* if there is more than one."""
    return _BITS.get(mask, Verdict.UNDETERMINED)


# ---------------------------------------------------------------- the walk

T = TypeVar("T")


class Readable(Protocol):
    """A node, as a reader sees it."""

    def read_by(self, reader: Reader[T], /) -> T:
        """Say what the node means, in the words of the reader."""
        raise NotImplementedError


class Reader(Generic[T]):
    """Reads condition trees, each node once; a subclass says what it makes of leaves, and in which terms.

    Its terms are numbers, or whatever can be calculated with as numbers can.
    """

    def __init__(self) -> None:
        self._read: dict[Any, T] = {}

    def of(self, node: Readable) -> T:
        """Give what a node means."""
        known = self.known(node)
        if node not in known:
            known[node] = self.kept(node.read_by(self))
        return known[node]

    def known(self, node: Readable) -> dict[Any, T]:  # noqa: ARG002 -- mostly the same for all
        """Give where it is kept what a node means."""
        return self._read

    def kept(self, found: T) -> T:
        """Give what is kept of it."""
        return found

    def leaf(self, leaf: Any) -> T:
        """Read a leaf."""
        raise NotImplementedError

    def always(self, mask: Any) -> T:
        """Read what is the same for everybody."""
        found: T = mask
        return found

    def followed(self, reference: str) -> T:
        """Read the verdicts of the member whom a fact refers to."""
        raise NotImplementedError

    def contested(self, node: Any) -> T:
        """Read a contested point: in its main reading."""
        return self.of(node.main)

    def lowest(self, parts: Iterable[T]) -> T:
        """Join parts that must all be met."""
        found: T = lowest(parts)
        return found

    def highest(self, parts: Iterable[T]) -> T:
        """Join parts of which one is enough."""
        found: T = highest(parts)
        return found

    def swapped(self, part: T) -> T:
        """Reverse a part."""
        found: T = swapped(part)
        return found

    def chosen(self, test: T, then: Callable[[], T], otherwise: Callable[[], T]) -> T:
        """Take a branch; one that cannot apply need not be read."""
        found: T = chosen(test, then(), otherwise())
        return found
