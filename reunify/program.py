"""Condition trees as one plain function, written once: what makes a verdict a matter of microseconds.

`Code` reads the trees (see `meaning.Reader`) in terms of Python text: the arithmetic of sets of verdicts, put on
the names of variables, gives the text that works them out. The function reads the facts straight from the case
(`facts.ORIGINS` says where each is found), with None for what is not known, and gives the set of each node.
What a tree asks of a relation is settled while the function is written. Nothing here knows what a join means.
"""

from __future__ import annotations

import itertools
import linecache
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final, Protocol, TypeAlias, cast

import attrs

from reunify.facts import (
    ASSUMED,
    DECISION,
    NOT_FILED,
    ORIGINS,
    Case,
    FamilyMember,
    Origin,
    Unknown,
    can_be_assumed,
    parameters_of,
)
from reunify.meaning import ELIGIBLE, EXCLUDED, Readable, Reader, Turns

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
        counted: What was found to count, by the reading and the sets of the tests.
    """

    roots: tuple[Any, ...]
    function: _Function
    places: Mapping[Any, int]
    assumable: Mapping[Any, tuple[str, ...]]
    tests: tuple[int, ...]
    counted: dict[object, Mapping[Any, None]] = attrs.field(factory=dict)


def compiled(roots: Iterable[Readable], *, full: bool = False, given: Mapping[str, Any] | None = None) -> Program:
    """Compile condition trees to one function.

    Args:
        roots: The nodes of which the sets are wanted.
        full: Whether the other reading of each contested point is found too, and can be taken.
        given: Facts that are known beforehand, by the names that conditions use.
    """
    code = Code(full=full, given=given or {})
    trees = tuple(roots)
    for tree in trees:
        code.of(tree)
    return code.program(trees)


@attrs.frozen
class Expression:
    """The text of a set, with which can be calculated as with the set itself."""

    text: str

    def _with(self, sign: str, other: object, *, turned: bool = False) -> Expression:
        pair = (str(other), self.text) if turned else (self.text, str(other))
        return Expression(f"({pair[0]} {sign} {pair[1]})")

    def __str__(self) -> str:
        return self.text

    def __or__(self, other: object) -> Expression:
        return self._with("|", other)

    def __ror__(self, other: object) -> Expression:
        return self._with("|", other, turned=True)

    def __and__(self, other: object) -> Expression:
        return self._with("&", other)

    def __rand__(self, other: object) -> Expression:
        return self._with("&", other, turned=True)

    def __rshift__(self, other: int) -> Expression:
        return self._with(">>", other)

    def __lshift__(self, other: int) -> Expression:
        return self._with("<<", other)

    def __mul__(self, other: object) -> Expression:
        return self._with("*", other)

    def __rmul__(self, other: object) -> Expression:
        return self._with("*", other, turned=True)


_Set: TypeAlias = "Expression | int"
"""A set as it is known while the function is written: its text, or the very set."""


class Code(Reader[_Set]):
    """The text of one function while it is being written."""

    def __init__(self, *, full: bool, given: Mapping[str, Any]) -> None:
        super().__init__()
        self._full = full
        self._given = given
        self._constants: dict[str, object] = {}
        self._names: dict[int, str] = {}
        self._loaded: set[str] = set()
        self._days: dict[Callable[..., date], str] = {}
        self._variables: dict[str, str] = {}
        self._tests: dict[str, None] = {}
        self._lines: list[str] = []

    # -- the words of a reader

    def kept(self, found: _Set) -> _Set:
        """Put what was not worked out before into a variable."""
        is_plain = not isinstance(found, Expression) or found.text.isidentifier()
        return found if is_plain else Expression(self._variable(str(found)))

    def leaf(self, leaf: Any) -> _Set:
        """Ask the function of a leaf, if all that it reads is known."""
        if self._given.keys() >= {*leaf.reads}:
            return ELIGIBLE if leaf.function(*(self._given[name] for name in leaf.facts)) else cast("int", leaf.unmet)
        if leaf.turns is Turns.NOT:
            read = [self._fact(name) for name in leaf.facts]
            met = f"{self._constant(leaf.function)}({', '.join(read)})"
        else:
            read = [self._day(leaf.function, leaf.facts), self._fact(leaf.compared)]
            met = f"{read[1]} {'>=' if leaf.turns is Turns.FROM else '<='} {read[0]}"
        checks = [f"{name} is None" for name in dict.fromkeys(read) if name not in _ALWAYS_GIVEN]
        known = f"{ELIGIBLE} if {met} else {leaf.unmet}"
        return Expression(f"{ELIGIBLE | leaf.unmet} if {' or '.join(checks)} else {known}" if checks else known)

    def followed(self, reference: str) -> _Set:
        """Ask for the set of the member referred to."""
        return Expression(f"asked.mask_followed({reference!r})")

    def contested(self, node: Any) -> _Set:
        """Take the main reading, or that which is asked for."""
        if not self._full:
            return self.of(node.main)
        main, other = self.of(node.main), self.of(node.other)
        return Expression(f"{other} if reading == {self._constant(node.point)} else {main}")

    def lowest(self, parts: Iterable[_Set]) -> _Set:
        """Leave out what is met for everybody; where all is met there is nothing to calculate."""
        return self._joined(parts, ELIGIBLE, super().lowest)

    def highest(self, parts: Iterable[_Set]) -> _Set:
        """Leave out what nobody meets; where nothing is met there is nothing to calculate."""
        return self._joined(parts, EXCLUDED, super().highest)

    def chosen(self, test: _Set, then: Callable[[], _Set], otherwise: Callable[[], _Set]) -> _Set:
        """Write one branch only, where the test is settled beforehand; where it is settled later, calculate nothing."""
        if test == ELIGIBLE:
            return then()
        if test == EXCLUDED:
            return otherwise()
        self._tests[str(test)] = None
        either = super().chosen(test, then, otherwise)
        return Expression(f"{then()} if {test} == {ELIGIBLE} else {otherwise()} if {test} == {EXCLUDED} else {either}")

    def _joined(self, parts: Iterable[_Set], neutral: int, join: Callable[[Iterable[_Set]], _Set]) -> _Set:
        sets = [one for one in dict.fromkeys(parts) if one != neutral]
        if len(sets) <= 1:
            return next(iter(sets), neutral)
        return Expression(f"{neutral} if {' == '.join([*map(str, sets), str(neutral)])} else {join(sets)}")

    # -- what the text is made of

    def _variable(self, expression: str) -> str:
        """Give the variable with the value of an expression: what is worked out the same way is worked out once."""
        if expression not in self._variables:
            name = self._variables[expression] = f"m{len(self._variables)}"
            self._lines.append(f"{name} = {expression}")
        return self._variables[expression]

    def _constant(self, value: object) -> str:
        """Give a name to an object that the function needs."""
        if id(value) not in self._names:
            name = self._names[id(value)] = f"k{len(self._constants)}"
            self._constants[name] = value
        return self._names[id(value)]

    def _day(self, function: Callable[..., date], read: Iterable[str]) -> str:
        """Give the variable with the day that a function of facts gives; None where it is not known."""
        if function not in self._days:
            names = tuple(read)
            facts = [self._fact(name) for name in names]
            memory = "of_sponsor" if all(ORIGINS[name].owner in {"sponsor", "case"} for name in names) else "of_member"
            key = self._constant(function)
            found = f"{memory}.get({key}) or {memory}.setdefault({key}, {key}({', '.join(facts)}))"
            unknown = " or ".join(f"{fact} is None" for fact in facts)
            self._days[function] = self._variable(f"None if {unknown} else {found}")
        return self._days[function]

    def _fact(self, name: str) -> str:
        """Give the variable with the value of a fact; None where it is not known."""
        if name not in self._loaded:
            self._lines += self._load(name, ORIGINS[name])
            self._loaded.add(name)
        return _FACT + name

    def _load(self, name: str, origin: Origin) -> list[str]:
        """Write what reads a fact as `facts.View` does, with None for what is not known."""
        variable = _FACT + name
        if origin.reference is not None:
            return [f"{variable} = asked.known({name!r})"]
        if origin.about is None:
            return [*self._called(variable, origin.function)]
        lines = [f"{variable} = {origin.owner}.{origin.attribute}"]
        if NOT_FILED in origin.about.words.values():
            lines.append(f"if {variable} is {self._constant(NOT_FILED)}: {variable} = {self._fact(DECISION)}")
        if origin.about.has_assumption:
            lines.append(f"if {variable} is {self._constant(ASSUMED)}:")
            lines += (f"    {line}" for line in self._assumed(variable, origin.about.assumed))
        return lines

    def _assumed(self, variable: str, assumed: Any) -> Iterator[str]:
        if callable(assumed):
            yield from self._called(variable, assumed)
        else:
            yield f"{variable} = {self._constant(assumed)}"

    def _called(self, variable: str, function: Any) -> Iterator[str]:
        given = [p if p in _WHOLE else self._fact(p) for p in parameters_of(function)]
        yield f"{variable} = {self._constant(function)}({', '.join(given)})"
        yield f"if {variable}.__class__ is {self._constant(Unknown)}: {variable} = None"

    # -- the whole

    def program(self, roots: tuple[Readable, ...]) -> Program:
        """Give what was written, compiled."""
        places: dict[str, int] = {}
        for found in self._read.values():
            places.setdefault(str(found), len(places))
        lines = ["def masks(case, member, of_member, of_sponsor, asked, reading):", "    sponsor = case.sponsor"]
        lines += (f"    {line}" for line in self._lines)
        lines.append(f"    return ({''.join(f'{name}, ' for name in places)})")
        text = "\n".join(lines)
        file = f"<rules {next(_numbers)}>"
        linecache.cache[file] = (len(text), None, text.splitlines(keepends=True), file)  # for a traceback
        namespace = dict(self._constants)
        # The text is made here, from the rules alone: no word of a case file is in it.
        exec(compile(text, file, "exec"), namespace)  # noqa: S102
        assumable = ((node, tuple(filter(can_be_assumed, cast("Any", node).reads))) for node in self._read)
        return Program(
            roots=roots,
            function=cast("_Function", namespace["masks"]),
            places={node: places[str(found)] for node, found in self._read.items()},
            assumable={node: names for node, names in assumable if names},
            tests=tuple(places[test] for test in self._tests),
        )


_FACT: Final = "f_"
"""What stands before the name of a fact: a fact may have any name."""
_WHOLE: Final = ("case", "member")
_numbers: Final = itertools.count(1)


def _is_always_given(name: str) -> bool:
    origin = ORIGINS[name]
    return origin.reference is None and origin.about is not None and origin.about.required


_ALWAYS_GIVEN: Final = frozenset(_FACT + name for name in ORIGINS if _is_always_given(name))
