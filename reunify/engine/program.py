"""Condition trees as one plain function, written once: what makes a verdict a matter of microseconds.

`Code` reads the trees (see `meaning.Reader`) in terms of Python text, whose lines are in `lines`: what joins conditions
is looked up in the tables of `meaning`. The function gives the set of each node. What a tree asks of a relation is
settled while the function is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property, partial, reduce
from operator import itemgetter
from typing import Any, Final, Protocol, TypeAlias, TypeVar, cast

import attrs

from reunify.engine.lines import Lines, may_be_unknown
from reunify.engine.meaning import BRANCHES, ELIGIBLE, EXCLUDED, HIGHEST, LOWEST, SWAPPED, Readable, Reader, Turns
from reunify.facts import Case, FamilyMember, can_be_assumed

__all__ = ["Code", "Counted", "Days", "Elsewhere", "Program", "compiled"]

Days: TypeAlias = dict[Callable[..., date], date]
"""The days that functions gave, so that none is worked out twice for one family."""


class Elsewhere(Protocol):
    """Whom a function asks for what lies outside the member."""

    def known(self, name: str) -> Any:
        """Give the value of a fact of another member, or None."""
        raise NotImplementedError

    def mask_followed(self, reference: str) -> int:
        """Give the set of verdicts of the member whom a fact refers to."""
        raise NotImplementedError


_Function: TypeAlias = Callable[[Case, FamilyMember, Days, Days, Elsewhere, str | None], tuple[int, ...]]
_Joined: TypeAlias = Callable[[Iterable[int], Elsewhere, str | None], tuple[int, ...]]
_S = TypeVar("_S")
_MOST_KEPT: Final = 8192
"""How much a program keeps of what follows from sets; after that it begins anew."""


@attrs.frozen(eq=False)
class Counted:
    """What counts for a member.

    Attributes:
        nodes: The nodes, in the order of the law: no branch that does not apply.
        assumable: The facts that they read and that can be assumed.
        references: The facts that they follow to another member.
    """

    nodes: Mapping[Any, None]
    assumable: tuple[str, ...]
    references: tuple[str, ...]


@attrs.frozen(eq=False)
class Program:
    """Condition trees, compiled.

    Attributes:
        roots: The trees.
        function: Gives the sets of all nodes for a case, a member, the days found so far (the member's own
            and those of the sponsor), whom to ask for what lies elsewhere, and the point that is read the
            other way.
        places: Where the set of each node stands in that.
        assumable: The facts that a node reads and that can be assumed.
        tests: The places of the sets by which a branch is chosen.
        leaves: The leaves that read facts, those that read the same in the same way once.
        make_joined: Makes `joined`, which few families need.
        counted: What was found to count, by the reading and the sets of the tests.
        kept: What `once` found.
    """

    roots: tuple[Any, ...]
    function: _Function
    places: Mapping[Any, int]
    assumable: Mapping[Any, tuple[str, ...]]
    tests: tuple[int, ...]
    leaves: tuple[Any, ...]
    make_joined: Callable[[], _Joined]
    counted: dict[object, Counted] = attrs.field(factory=dict)
    kept: dict[object, Sequence[Any]] = attrs.field(factory=dict)
    _below: dict[Any, Callable[[tuple[int, ...]], object]] = attrs.field(factory=dict)

    @cached_property
    def joined(self) -> _Joined:
        """Gives the sets of all nodes for those of the leaves, whom to ask, and the point that is read the other way."""
        return self.make_joined()

    def once(
        self, node: Any, sets: tuple[int, ...], key: tuple[object, ...], find: Callable[[], Sequence[_S]]
    ) -> Sequence[_S]:
        """Give what follows from the sets of a condition and its parts: found once for all who have the same.

        Args:
            node: The condition.
            sets: The sets of all nodes.
            key: What is found, and what else it follows from.
            find: Finds it.
        """
        whole = (node, self._sets_below(node)(sets), *key)
        found = self.kept.get(whole)
        if found is None:
            if len(self.kept) >= _MOST_KEPT:
                self.kept.clear()
            found = self.kept[whole] = find()
        return found

    def _sets_below(self, node: Any) -> Callable[[tuple[int, ...]], object]:
        """Give what picks, of all sets, those of a node and its parts."""
        found = self._below.get(node)
        if found is None:
            places = dict.fromkeys(self.places[part] for part in node.walk() if part in self.places)
            found = self._below[node] = itemgetter(*places)
        return found


def compiled(
    roots: Iterable[Readable],
    *,
    beside: Iterable[Readable] = (),
    full: bool = False,
    given: Mapping[str, Any] | None = None,
) -> Program:
    """Compile condition trees to one function.

    Args:
        roots: The nodes of which the sets are wanted.
        beside: Others of which the sets are wanted too, which do not count as the roots do.
        full: Whether the other reading of each contested point is found too, and can be taken.
        given: Facts that are known beforehand, by the names that conditions use.
    """
    code = Code(full=full, given=given or {})
    trees = tuple(roots)
    for tree in (*trees, *beside):
        code.of(tree)
    return code.program(trees)


class Code(Reader[str]):
    """Reads trees as the text that gives their sets: a variable, or the number of a set that is the same for everybody."""

    def __init__(self, *, full: bool, given: Mapping[str, Any]) -> None:
        super().__init__()
        self._full = full
        self._given = given
        self._lines = Lines()
        self._tests: dict[str, None] = {}
        self._leaves: dict[str, Any] = {}

    def kept(self, found: str) -> str:
        """Put what was not worked out before into a variable."""
        return found if found.isalnum() else self._lines.variable(found, joins=True)

    def leaf(self, leaf: Any) -> str:
        """Ask the function of a leaf, if all that it reads is known."""
        if self._given.keys() >= {*leaf.reads}:
            return str(ELIGIBLE if leaf.function(*(self._given[name] for name in leaf.facts)) else leaf.unmet)
        if leaf.turns is Turns.NOT:
            read = [self._lines.fact(name) for name in leaf.facts]
            met = f"{self._lines.constant(leaf.function)}({', '.join(read)})"
        else:
            read = [self._lines.day(leaf.function, leaf.facts), self._lines.fact(leaf.compared)]
            met = f"{read[1]} {'>=' if leaf.turns is Turns.FROM else '<='} {read[0]}"
        unknown = " or ".join(f"{name} is None" for name in dict.fromkeys(read) if may_be_unknown(name))
        known = f"{ELIGIBLE} if {met} else {leaf.unmet}"
        name = self._lines.variable(f"{ELIGIBLE | leaf.unmet} if {unknown} else {known}" if unknown else known)
        self._leaves.setdefault(name, leaf)
        return name

    def always(self, mask: int) -> str:
        """Write the set itself."""
        return str(mask)

    def followed(self, reference: str) -> str:
        """Ask for the set of the member referred to."""
        return f"asked.mask_followed({reference!r})"

    def contested(self, node: Any) -> str:
        """Take the main reading, or that which is asked for."""
        if not self._full:
            return super().contested(node)
        main, other = self.of(node.main), self.of(node.other)
        return f"{other} if reading == {self._lines.constant(node.point)} else {main}"

    def lowest(self, parts: Iterable[str]) -> str:
        """Look up the lowest; what is met for everybody is left out."""
        return self._joined(parts, ELIGIBLE, LOWEST)

    def highest(self, parts: Iterable[str]) -> str:
        """Look up the highest; what nobody meets is left out."""
        return self._joined(parts, EXCLUDED, HIGHEST)

    def swapped(self, part: str) -> str:
        """Look up the reverse."""
        return self._entry(SWAPPED, part)

    def chosen(self, test: str, then: Callable[[], str], otherwise: Callable[[], str]) -> str:
        """Look up what a branch, or both, come to; write one only, where the test is settled beforehand."""
        if test == str(ELIGIBLE):
            return then()
        if test == str(EXCLUDED):
            return otherwise()
        self._tests[test] = None
        return self._entry(BRANCHES, then(), otherwise(), test)

    def _joined(self, parts: Iterable[str], neutral: int, table: object) -> str:
        sets = [one for one in dict.fromkeys(parts) if one != str(neutral)]
        # Each step in a variable: Python does not read brackets two hundred deep.
        return reduce(lambda one, other: self.kept(self._entry(table, one, other)), sets) if sets else str(neutral)

    def _entry(self, table: object, *sets: str) -> str:
        return self._lines.constant(table) + "".join(f"[{one}]" for one in sets)

    def program(self, roots: tuple[Readable, ...]) -> Program:
        """Give what was written, compiled."""
        places = {found: place for place, found in enumerate(dict.fromkeys(self._read.values()))}
        assumable = ((node, tuple(filter(can_be_assumed, cast("Any", node).reads))) for node in self._read)
        return Program(
            roots=roots,
            function=self._lines.masks(places),
            places={node: places[found] for node, found in self._read.items()},
            assumable={node: names for node, names in assumable if names},
            tests=tuple(places[test] for test in self._tests),
            leaves=tuple(self._leaves.values()),
            make_joined=partial(self._lines.joined, tuple(self._leaves), tuple(places)),
        )
