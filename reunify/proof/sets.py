"""What a law comes to for all families at once: the sets of verdicts as statements for the solver.

The arithmetic is that of `meaning`; a set is here three statements, one for each verdict that may be left open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial, reduce
from operator import eq, is_, or_
from typing import TYPE_CHECKING, Any, Final

import attrs
import z3

from reunify.engine.meaning import ELIGIBLE, EXCLUDED, NOT_YET, Reader, highest, may_be_met
from reunify.engine.meaning import ELIGIBLE as MET
from reunify.engine.nodes import Leaf, Node
from reunify.facts import NO_MEMBER, Relation, Unknown
from reunify.proof.statements import both, denied, either, plain, stated
from reunify.proof.ways import NotFollowedError, TooManyWaysError
from reunify.proof.world import InModel, SeenCase, Somebody, World, when
from reunify.renamed import old_names
from reunify.ruleset import RuleSet

__all__ = [
    "NOT_SEEN",
    "Bits",
    "Conditions",
    "LawInBits",
    "Sets",
    "Turned",
    "bits_of",
    "looks_behind",
    "told",
]

if not TYPE_CHECKING:
    __getattr__ = old_names(__name__, Law="LawInBits")

_WIDTH: Final = 3


@attrs.frozen(eq=False)
class Bits:
    """A set of which each verdict is in it if a statement is so; it can be calculated with as a number can."""

    bits: tuple[Any, ...]

    def __or__(self, other: Any) -> Bits:
        return Bits(tuple(map(either, self.bits, bits_of(other).bits)))

    def __and__(self, other: Any) -> Bits:
        return Bits(tuple(map(both, self.bits, bits_of(other).bits)))

    def __ror__(self, other: Any) -> Bits:
        return self.__or__(other)

    def __rand__(self, other: Any) -> Bits:
        return self.__and__(other)

    def __xor__(self, other: int) -> Bits:
        flips = bits_of(other).bits
        return Bits(tuple(denied(bit) if flip else bit for bit, flip in zip(self.bits, flips, strict=True)))

    def __rshift__(self, by: int) -> Bits:
        return Bits((*self.bits[by:], *(False,) * by))

    def __lshift__(self, by: int) -> Bits:
        return Bits(((False,) * by + self.bits)[:_WIDTH])

    def __mul__(self, one: Any) -> Bits:
        return Bits(tuple(both(bit, bits_of(one).bits[0]) for bit in self.bits))

    def __rmul__(self, other: Any) -> Bits:
        return bits_of(other) * self

    def is_not(self, other: Bits) -> Any:
        """Say that this is another set."""
        return z3.Or(*(z3.Xor(stated(one), stated(two)) for one, two in zip(self.bits, other.bits, strict=True)))

    def is_set(self, mask: int) -> Any:
        """Say that this is a given set."""
        return z3.And(*(stated(bit) == bool(mask >> place & 1) for place, bit in enumerate(self.bits)))

    def in_model(self, model: Any) -> int:
        """Give the set that it is in a family that the solver found."""
        return sum(z3.is_true(model.eval(stated(bit))) << place for place, bit in enumerate(self.bits))


def bits_of(number: Any) -> Bits:
    """Give a number as a set."""
    return number if isinstance(number, Bits) else Bits(tuple(bool(number >> place & 1) for place in range(_WIDTH)))


@attrs.frozen(eq=False)
class _Known:
    """Whether a leaf is met, or not met; neither where it is not known."""

    met: Any
    unmet: Any


@attrs.frozen(eq=False)
class _Open:
    """A leaf that could not be followed, of a member; and what stands for it."""

    leaf: Leaf
    somebody: Somebody
    known: _Known


class Conditions:
    """What each leaf comes to for a member, stated once for all laws that ask it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._found: dict[tuple[Leaf, Somebody], _Known] = {}
        self._open: list[_Open] = []
        self.read: dict[tuple[Somebody, str | None], dict[Any, Any]] = {}
        """What nodes come to that follow nobody, for a member and in a reading: the same in all laws."""

    def of(self, leaf: Leaf, somebody: Somebody) -> _Known:
        """Give when a leaf is met, and when not."""
        key = (leaf, somebody)
        if key not in self._found:
            self._found[key] = self._stated(leaf, somebody)
        return self._found[key]

    def _stated(self, leaf: Leaf, somebody: Somebody) -> _Known:
        try:
            if looks_behind(leaf.function):
                raise NotFollowedError
            found = self.world.ways(lambda seen: leaf.holds_in(seen.view(somebody)))
        except NOT_SEEN:
            return self._left_open(leaf, somebody)
        met, unmet = (when(found, partial(is_, result)) for result in (True, False))
        return _Known(plain(z3.simplify(met)), plain(z3.simplify(unmet)))

    def _left_open(self, leaf: Leaf, somebody: Somebody) -> _Known:
        name = f"{somebody.id}: {told(leaf)} {len(self._open)}"
        known = _Known(z3.Bool(f"{name}, met"), z3.Bool(f"{name}, not met"))
        self.world.rules.append(z3.Not(z3.And(known.met, known.unmet)))
        self._open.append(_Open(leaf, somebody, known))
        return known

    @property
    def names_of_open(self) -> tuple[str, ...]:
        """The names of the leaves that could not be followed."""
        return tuple(dict.fromkeys(told(one.leaf) for one in self._open))

    def lessons(self, model: Any) -> Iterator[Any]:
        """Say what the leaves that could not be followed come to in a family that the solver found."""
        for one in self._open:
            look = InModel(model)
            result = one.leaf.holds_in(SeenCase(self.world, look).view(one.somebody))
            is_so = z3.And(one.known.met == (result is True), one.known.unmet == (result is False))
            if not z3.is_true(model.eval(is_so, model_completion=True)):
                yield z3.Implies(z3.And(*look.read.values(), z3.BoolVal(val=True)), is_so)


_LOOKS_BEHIND: Final = frozenset({"type", "id", "vars", "dir"})
"""What tells a function that a value is not settled, so that it could do otherwise with it."""


def looks_behind(function: object) -> bool:
    """Say whether a function can tell that a value is not settled, and so do otherwise with it.

    Args:
        function: The function, or the code of one that is made in it.
    """
    code = getattr(function, "__code__", function)
    within = (part for part in getattr(code, "co_consts", ()) if hasattr(part, "co_names"))
    return not _LOOKS_BEHIND.isdisjoint(getattr(code, "co_names", ())) or any(map(looks_behind, within))


NOT_SEEN: Final = (NotFollowedError, TooManyWaysError, TypeError, AttributeError)
"""What is raised where a function does with something that is not settled what cannot be followed."""


def told(leaf: Leaf) -> str:
    """Give a name to a leaf: its id, or else what it says."""
    return leaf.id or (leaf.text.en if leaf.text is not None else leaf.function.__name__)


class LawInBits:
    """What one law comes to, in one reading, for everybody in the families of a world.

    Args:
        conditions: What leaves come to.
        rule_set: The law.
        reading: The contested point that is read the other way.
    """

    def __init__(self, conditions: Conditions, rule_set: RuleSet, reading: str | None = None) -> None:
        self.conditions = conditions
        self.rule_set = rule_set
        self.reading = reading
        self._persons: dict[Somebody, Bits] = {}
        self._readers: dict[Somebody, Sets] = {}

    def reader(self, somebody: Somebody) -> Sets:
        """Give what reads the trees of the law for a member."""
        if somebody not in self._readers:
            self._readers[somebody] = Sets(self, somebody)
        return self._readers[somebody]

    def person(self, somebody: Somebody) -> Bits:
        """Give the verdicts that are possible for a member."""
        if somebody not in self._persons:
            self._persons[somebody] = self._assessed(somebody)
        return self._persons[somebody]

    def _assessed(self, somebody: Somebody) -> Bits:
        reader = self.reader(somebody)
        relation = somebody.relation
        assert isinstance(relation, Relation)  # noqa: S101 -- who is a member has one
        found: list[Any] = [EXCLUDED]
        for ground, whole in self.rule_set.asked_of(relation).grounds:
            is_open = MET if ground.who is None else reader.of(ground.who)
            # Whom a ground is not for does not see it.
            shut = may_be_met(is_open) * EXCLUDED ^ EXCLUDED
            found.append(reader.of(whole) * may_be_met(is_open) | shut)
        return bits_of(highest(found))


class Sets(Reader[Any]):
    """Reads the trees of a law for one member."""

    def __init__(self, law: LawInBits, somebody: Somebody) -> None:
        super().__init__()
        self._law = law
        self._somebody = somebody
        self._shared = law.conditions.read.setdefault((somebody, law.reading), {})

    def known(self, node: Any) -> dict[Any, Any]:
        """What follows nobody is shared between laws."""
        return self._read if node.follows_another else self._shared

    def leaf(self, leaf: Leaf) -> Any:
        """Leave open what is neither met nor not met."""
        known = self._law.conditions.of(leaf, self._somebody)
        bits = [False, False, False]
        bits[leaf.unmet.bit_length() - 1] = denied(known.met)
        bits[ELIGIBLE.bit_length() - 1] = denied(known.unmet)
        return Bits(tuple(bits))

    def followed(self, reference: str) -> Any:
        """Take the verdicts of the member named, or of all who can be."""
        found: list[Bits] = []
        for statement, wanted, named in self.named_by(reference):
            persons = [self.person(one) for one in named]
            if isinstance(wanted, Unknown):
                persons = [bits_of(EXCLUDED), *(persons or [bits_of(NOT_YET | ELIGIBLE)])]
            found.append(reduce(or_, persons or [bits_of(EXCLUDED)]) * Bits((statement, False, False)))
        return reduce(or_, found)

    def named_by(self, reference: str) -> Iterator[tuple[Any, Any, tuple[Somebody, ...]]]:
        """Give whom a fact can name: the statement that it does, what it says, and the members named or that it could name."""
        world = self._law.conditions.world

        def named(seen: SeenCase) -> tuple[Any, tuple[str, ...]]:
            view = seen.view(self._somebody)
            wanted = view.get(reference)
            if isinstance(wanted, Unknown):
                return wanted, tuple(one.id for one in seen.members if one.relation in view.candidates(reference))
            return wanted, (() if wanted in NO_MEMBER else (wanted,))

        ways = world.ways(named)
        for wanted, ids in dict.fromkeys(way.result for way in ways):
            yield when(ways, partial(eq, (wanted, ids))), wanted, tuple(map(world.somebody, ids))

    def person(self, somebody: Somebody) -> Bits:
        """Give the verdicts that are possible for another member."""
        return self._law.person(somebody)

    def chosen(self, test: Any, then: Callable[[], Any], otherwise: Callable[[], Any]) -> Any:
        """Read one branch only where the test is the same for everybody of the relation: the other is for others."""
        settled = next((one for one in (MET, EXCLUDED) if bits_of(test).bits == bits_of(one).bits), None)
        return super().chosen(test, then, otherwise) if settled is None else then() if settled == MET else otherwise()

    def contested(self, node: Any) -> Any:
        """Take the reading that is asked for."""
        return self.of(node.other if node.point == self._law.reading else node.main)


class Turned(Sets):
    """Reads the tree of a law for one member with one leaf, in one place, taken as met or not met.

    The same condition elsewhere in the tree is read as it is.

    Args:
        law: The law, in one reading.
        chain: The nodes from the root to the leaf, each with the member for whom it is read.
        taken: The set of the leaf.
    """

    def __init__(self, law: LawInBits, chain: Sequence[tuple[Somebody, Node]], taken: int) -> None:
        (somebody, self._node), *self._rest = chain
        super().__init__(law, somebody)
        self._taken = taken

    def root(self) -> Any:
        """Read the whole tree."""
        return self._node.read_by(self) if self._rest else bits_of(self._taken)

    def of(self, node: Any) -> Any:
        """Read what does not lie on the way to the leaf as it is."""
        if self._rest and node is self._rest[0][1]:
            return self._further()
        return self._law.reader(self._somebody).of(node)

    def person(self, somebody: Somebody) -> Bits:
        """Turn the leaf of the member who is followed."""
        if self._rest and somebody is self._rest[0][0]:
            return bits_of(self._further())
        return super().person(somebody)

    def _further(self) -> Any:
        return Turned(self._law, self._rest, self._taken).root()
