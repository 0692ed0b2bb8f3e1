"""Condition trees as one plain function, compiled once: what makes a verdict a matter of microseconds.

A node writes itself, as the text of an expression, into a `Code`; what several nodes share is written, and
at run time found, once. The function reads the facts straight from the case (`facts.ORIGINS` says where
each is found), with None for what is not known, and gives the set of verdicts of each node. Nothing here
knows what a node means.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any, Final, Protocol, TypeAlias, cast

import attrs

from reunify.facts import ASSUMED, NOT_YET, ORIGINS, Case, FamilyMember, Origin, Unknown, can_be_assumed, parameters_of

Days: TypeAlias = dict[Callable[..., date], date]
"""The days that functions gave, so that none is worked out twice for one family."""


class Readings(enum.Enum):
    """Which readings of what is contested a program finds."""

    MAIN = "main"
    BESIDE = "the other reading of each point beside the main one"
    ANY = "that which the run asks for"


class Written(Protocol):
    """What can write itself into a `Code`."""

    @property
    def reads(self) -> tuple[str, ...]:
        """The names of the facts that it reads itself."""

    def written(self, code: Code) -> str:
        """Write what must come first, and give the expression for the set of verdicts."""


class Asked(Protocol):
    """Whom a compiled function asks for what lies outside the member."""

    def known(self, name: str) -> Any:
        """Give the value of a fact of another member, or None."""

    def mask_followed(self, reference: str) -> int:
        """Give the set of verdicts of the member whom a fact refers to."""


_Function: TypeAlias = Callable[[Case, FamilyMember, Days, Days, Asked, str | None], tuple[int, ...]]


@attrs.frozen(eq=False)
class Program:
    """Condition trees, compiled.

    Attributes:
        function: Gives the sets of all nodes for a case, a member, the days found so far (the member's own
            and those of the sponsor), whom to ask for what lies elsewhere, and the point that is read the
            other way. The set of a node that was not reached is 0.
        places: Where the set of each node stands in that.
        assumable: The facts that a node reads and that can be assumed, with the place of its set.
    """

    function: _Function
    places: Mapping[Written, int]
    assumable: tuple[tuple[int, tuple[str, ...]], ...]


def compiled(roots: Iterable[Written], readings: Readings = Readings.MAIN) -> Program:
    """Compile condition trees to one function.

    Args:
        roots: The nodes of which the sets are wanted.
        readings: Which readings the function finds; the fewer, the shorter it is.
    """
    code = Code(readings)
    for root in roots:
        code.mask(root)
    return code.program()


class Code:
    """The text of one function while it is being written.

    Attributes:
        readings: Which readings of what is contested are written.
    """

    def __init__(self, readings: Readings) -> None:
        self.readings = readings
        self._names: dict[Written, str] = {}
        self._days: dict[Callable[..., date], str] = {}
        self._constants: dict[str, object] = {}
        self._constant_names: dict[int, str] = {}
        self._loaded: set[str] = set()
        self._loads: list[str] = []
        self._lines: list[str] = []
        self._count = 0
        self._unset: dict[str, str] = {}
        # What is certain to have been found at this place: one set for each block that is open.
        self._found: list[set[object]] = [set()]

    # -- for nodes

    def mask(self, node: Written) -> str:
        """Give the variable (or figure) with the set of a node, after writing what finds it."""
        name = self._names.get(node)
        if name is None:
            expression = node.written(self)
            name = self._names[node] = expression if _is_simple(expression) else self.variable(expression)
        elif not self._is_found(node) and not name.isdecimal():
            with self.block(f"if not {name}:"):
                expression = node.written(self)
                if expression != name:
                    self.line(f"{name} = {expression}")
        self._found[-1].add(node)
        return name

    def day(self, function: Callable[..., date], read: Iterable[str]) -> str:
        """Give the variable with the day that a function of facts gives; empty where it is not known."""
        name = self._days.get(function)
        if name is None:
            name = self._days[function] = self._new_variable(unset="None")
        if not self._is_found(function):
            facts = [self.fact(fact) for fact in read]
            memory = "of_sponsor" if all(map(_is_of_sponsor, facts)) else "of_member"
            key = self.constant(function)
            with self.block(f"if {' and '.join([f'not {name}', *(f'{fact} is not None' for fact in facts)])}:"):
                self.line(f"{name} = {memory}.get({key}) or {memory}.setdefault({key}, {key}({', '.join(facts)}))")
            self._found[-1].add(function)
        return name

    def unless_unknown(self, names: Iterable[str], unknown: str, expression: str) -> str:
        """Give an expression that is ``unknown`` where one of these variables has no value."""
        checks = [f"{name} is None" for name in dict.fromkeys(names) if not _is_always_given(name)]
        return f"{unknown} if {' or '.join(checks)} else {expression}" if checks else expression

    def fact(self, name: str) -> str:
        """Give the variable with the value of a fact; None where it is not known."""
        if name not in self._loaded:
            lines = list(self._load(name, ORIGINS[name]))
            self._loaded.add(name)
            self._loads += lines
        return name

    def constant(self, value: object) -> str:
        """Give a name to an object that the function needs."""
        if id(value) not in self._constant_names:
            name = self._constant_names[id(value)] = f"k{len(self._constants)}"
            self._constants[name] = value
        return self._constant_names[id(value)]

    def variable(self, expression: str) -> str:
        """Make a variable with a first value."""
        name = self._new_variable(unset="0" if len(self._found) > 1 else None)
        self.line(f"{name} = {expression}")
        return name

    def line(self, text: str) -> None:
        """Write one line."""
        self._lines.append("    " * len(self._found) + text)

    @contextmanager
    def block(self, head: str) -> Iterator[None]:
        """Write what stands under a condition."""
        self.line(head)
        self._found.append(set())
        yield
        self._found.pop()

    # -- the whole

    def program(self) -> Program:
        """Give what was written, compiled."""
        results = {name: place for place, name in enumerate(dict.fromkeys(self._names.values()))}
        text = "\n".join(
            [
                "def masks(case, member, of_member, of_sponsor, asked, reading):",
                "    sponsor = case.sponsor",
                *(f"    {line}" for line in self._loads),
                *(f"    {name} = {start}" for name, start in self._unset.items()),
                *self._lines,
                f"    return ({''.join(f'{name}, ' for name in results)})",
            ]
        )
        namespace = dict(self._constants)
        # The text is made here, from the rules alone: no word of a case file is in it.
        exec(compile(text, "<rules>", "exec"), namespace)  # noqa: S102
        places = {node: results[name] for node, name in self._names.items()}
        assumable = ((places[node], tuple(filter(can_be_assumed, node.reads))) for node in places)
        return Program(
            function=cast("_Function", namespace["masks"]),
            places=places,
            assumable=tuple((place, names) for place, names in assumable if names),
        )

    def _is_found(self, what: object) -> bool:
        return any(what in found for found in self._found)

    def _new_variable(self, *, unset: str | None) -> str:
        name = f"m{self._count}"
        self._count += 1
        if unset is not None:
            self._unset[name] = unset
        return name

    def _load(self, name: str, origin: Origin) -> Iterator[str]:
        """Write what reads a fact as `facts.View` does, with None for what is not known."""
        if origin.reference is not None:
            yield f"{name} = asked.known({name!r})"
        elif origin.about is None:
            yield from self._called(name, origin.function)
        else:
            yield f"{name} = {origin.owner}.{origin.attribute}"
            if NOT_YET in origin.about.words.values():
                yield f"if {name} is {self.constant(NOT_YET)}: {name} = {self.fact('decided_on')}"
            if origin.about.has_assumption:
                yield f"if {name} is {self.constant(ASSUMED)}:"
                yield from (f"    {line}" for line in self._assumed(name, origin.about.assumed))

    def _assumed(self, name: str, assumed: Any) -> Iterator[str]:
        if callable(assumed):
            yield from self._called(name, assumed)
        else:
            yield f"{name} = {self.constant(assumed)}"

    def _called(self, name: str, function: Any) -> Iterator[str]:
        given = [p if p in _WHOLE else self.fact(p) for p in parameters_of(function)]
        yield f"{name} = {self.constant(function)}({', '.join(given)})"
        yield f"if {name}.__class__ is {self.constant(Unknown)}: {name} = None"


_WHOLE: Final = ("case", "member")


def _is_simple(expression: str) -> bool:
    return expression.isidentifier() or expression.isdecimal()


def _is_of_sponsor(fact: str) -> bool:
    return ORIGINS[fact].owner in {"sponsor", "case"}


def _is_always_given(name: str) -> bool:
    origin = ORIGINS.get(name)
    return origin is not None and origin.reference is None and origin.about is not None and origin.about.required
