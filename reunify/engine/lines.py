"""The text of one plain function while it is being written, and the function: its lines, and the objects that they name.

The function reads the facts straight from the case (`facts.ORIGINS` says where each is found), with None for what is
not known. Nothing here knows of a condition. That text is made and compiled is what it costs: the same joins as
closures take four times as long, and as a loop over steps two and a half (`benchmarks/steps.py`).
"""

from __future__ import annotations

import itertools
import linecache
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final, cast

from reunify.facts import ASSUMED, DECISION, NOT_FILED, ORIGINS, Origin, Unknown, parameters_of

__all__ = ["Lines", "may_be_unknown"]

_FACT: Final = "f_"
"""What stands before the name of a fact: a fact may have any name."""
_WHOLE: Final = ("case", "member")
_numbers: Final = itertools.count(1)


class Lines:
    """The lines of one function, and of another that begins at the sets of leaves."""

    def __init__(self) -> None:
        self._lines = {"sponsor = case.sponsor": False}  # in their order, and whether each joins variables alone
        self._variables: dict[str, str] = {}
        self._constants: dict[str, object] = {}
        self._names: dict[int, str] = {}

    def variable(self, expression: str, *, joins: bool = False) -> str:
        """Give the variable with the value of an expression: what is worked out the same way is worked out once.

        Args:
            expression: The expression.
            joins: Whether it reads other variables alone, so that the function that begins at leaves has it too.
        """
        if expression not in self._variables:
            name = self._variables[expression] = f"m{len(self._variables)}"
            self._lines[f"{name} = {expression}"] = joins
        return self._variables[expression]

    def constant(self, value: object) -> str:
        """Give a name to an object that the function needs."""
        name = self._names.setdefault(id(value), f"k{len(self._names)}")
        self._constants[name] = value
        return name

    def day(self, function: Callable[..., date], read: Sequence[str]) -> str:
        """Give the variable with the day that a function of facts gives; None where it is not known."""
        facts = [self.fact(name) for name in read]
        memory = "of_sponsor" if all(ORIGINS[name].owner in {"sponsor", "case"} for name in read) else "of_member"
        key = self.constant(function)
        found = f"{memory}.get({key}) or {memory}.setdefault({key}, {key}({', '.join(facts)}))"
        return self.variable(f"None if {' or '.join(f'{fact} is None' for fact in facts)} else {found}")

    def fact(self, name: str) -> str:
        """Give the variable with the value of a fact; None where it is not known."""
        if name not in self._variables:
            # Whole before it is added: what it reads is added on the way.
            self._lines |= dict.fromkeys(self._load(_FACT + name, name, ORIGINS[name]), False)
            self._variables[name] = _FACT + name
        return self._variables[name]

    def masks(self, values: Iterable[str]) -> Callable[..., Any]:
        """Give the function, which returns these values at its end."""
        return self._made("def masks(case, member, of_member, of_sponsor, asked, reading):", self._lines, values)

    def joined(self, leaves: Iterable[str], values: Iterable[str]) -> Callable[..., Any]:
        """Give the function that begins at the sets of leaves, which are in these variables."""
        joins = (line for line, is_join in self._lines.items() if is_join)
        return self._made("def joined(leaves, asked, reading):", [f"[{', '.join(leaves)}] = leaves", *joins], values)

    def _made(self, head: str, lines: Iterable[str], values: Iterable[str]) -> Callable[..., Any]:
        text = "\n    ".join([head, *lines, f"return ({''.join(f'{value}, ' for value in values)})"])
        file = f"<rules {next(_numbers)}>"
        linecache.cache[file] = (len(text), None, text.splitlines(keepends=True), file)  # for a traceback
        namespace = dict(self._constants)
        # The text is made here, from the rules alone: no word of a case file is in it.
        exec(compile(text, file, "exec"), namespace)  # noqa: S102
        return cast("Callable[..., Any]", namespace[head.split()[1].partition("(")[0]])

    def _load(self, variable: str, name: str, origin: Origin) -> Iterator[str]:
        """Write what reads a fact as `facts.View` does, with None for what is not known."""
        if origin.reference is not None:
            yield f"{variable} = asked.known({name!r})"
        elif origin.about is None:
            yield from self._given(variable, origin.function)
        else:
            yield f"{variable} = {origin.owner}.{origin.attribute}"
            if NOT_FILED in origin.about.words.values():
                yield f"if {variable} is {self.constant(NOT_FILED)}: {variable} = {self.fact(DECISION)}"
            if origin.about.has_assumption:
                yield f"if {variable} is {self.constant(ASSUMED)}:"
                yield from (f"    {line}" for line in self._given(variable, origin.about.assumed))

    def _given(self, variable: str, what: Any) -> Iterator[str]:
        """Write what a function of facts gives, or a value itself."""
        if not callable(what):
            yield f"{variable} = {self.constant(what)}"
            return
        facts = [name if name in _WHOLE else self.fact(name) for name in parameters_of(what)]
        yield f"{variable} = {self.constant(what)}({', '.join(facts)})"
        yield f"if {variable}.__class__ is {self.constant(Unknown)}: {variable} = None"


def may_be_unknown(variable: str) -> bool:
    """Say whether a variable can be None: the value of a fact that every case has cannot."""
    return variable not in _ALWAYS_GIVEN


def _is_always_given(origin: Origin) -> bool:
    return origin.reference is None and origin.about is not None and origin.about.required


_ALWAYS_GIVEN: Final = frozenset(_FACT + name for name, origin in ORIGINS.items() if _is_always_given(origin))
