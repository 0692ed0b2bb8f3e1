"""Which families count, in the words of a command: ``sponsor.protection=refugee``, ``decided_on>=2026-06-12``."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from reunify.facts import CASE_FACTS, MEMBER_FACTS, SPONSOR_FACTS, Case, FactKind, Span
from reunify.faults import BadCase, Fault, FaultCode, did_you_mean
from reunify.reform.written import read_back
from reunify.text import Text

__all__ = ["given_by"]

_Test = Callable[[Case], bool]


def given_by(words: Iterable[str]) -> _Test | None:
    """Give the test that a family passes for which all that is said holds; None where nothing is said.

    Args:
        words: A fact, ``=``, ``>=`` or ``<=``, and a value, each: bare for the person (the first member) and the case,
            ``sponsor.…`` for the sponsor. What is not known is not so.

    Raises:
        BadCase: There is no such fact, or it cannot have that value; every fault at once.
    """
    tests: list[_Test] = []
    faults: list[Fault] = []
    for word in words:
        try:
            tests.append(_test(word))
        except BadCase as bad:
            faults += (fault.under("--given") for fault in bad.faults)
    if faults:
        raise BadCase(faults)
    return (lambda case: all(test(case) for test in tests)) if tests else None


def _test(word: str) -> _Test:
    found = _WORD.fullmatch(word)
    if found is None:
        raise BadCase([Fault("", _NOT_SAID.format(word=word), FaultCode.BAD_SYNTAX)])
    name, sign, value = found.groups()
    if name not in (names := _names()):
        hint = did_you_mean(name, names)
        raise BadCase([Fault(name, _NO_FACT.format(name=name, hint=hint), FaultCode.UNKNOWN_FACT)])
    try:
        wanted = read_back(name, value)
    except ArithmeticError:
        raise BadCase([Fault(name, _NO_NUMBER.format(value=value), FaultCode.BAD_AMOUNT)]) from None
    if isinstance(wanted, Span):
        said = _NO_SPAN.format(name=name, first=wanted.first, last=wanted.last)
        raise BadCase([Fault(name, said, FaultCode.INEXACT_DATE)])
    if sign != "=" and not isinstance(wanted, (date, Decimal)):
        raise BadCase([Fault(name, _NO_ORDER.format(sign=sign), FaultCode.WRONG_TYPE)])
    owner, _, bare = name.rpartition(".")
    compare = _SIGNS[sign]

    def holds(case: Case) -> bool:
        of: Any = case.sponsor if owner else case if bare in CASE_FACTS else case.members[0]
        told = getattr(of, bare)
        is_value = sign == "=" or not (told is None or isinstance(told, Enum))
        return is_value and bool(compare(told, wanted))

    return holds


def _names() -> list[str]:
    """Give the facts that can be named, those of a law of one's own too; not names, references and free text."""
    every = [*CASE_FACTS.items(), *MEMBER_FACTS.items()]
    every += [(f"sponsor.{name}", about) for name, about in SPONSOR_FACTS.items()]
    return [name for name, about in every if about.kind not in (FactKind.TEXT, FactKind.MEMBER)]


_WORD: Final = re.compile(r"([\w.]+)\s*(>=|<=|=)\s*(.+)")
_SIGNS: Final[Mapping[str, Callable[[Any, Any], Any]]] = {"=": operator.eq, ">=": operator.ge, "<=": operator.le}

_NO_SPAN: Final = Text(
    en="give a day; for some time write {name}>={first} and {name}<={last}",
    nl="geef een dag; schrijf voor een tijd {name}>={first} en {name}<={last}",
)
_NOT_SAID: Final = Text(
    en="{word!r} is not a fact and a value, such as sponsor.protection=refugee or decided_on>=2026-06-12",
    nl="{word!r} is geen feit met een waarde, zoals sponsor.protection=refugee of decided_on>=2026-06-12",
)
_NO_FACT: Final = Text(en="there is no fact {name!r}{hint}", nl="er is geen feit {name!r}{hint}")
_NO_NUMBER: Final = Text(en="{value!r} is not an amount", nl="{value!r} is geen bedrag")
_NO_ORDER: Final = Text(en="{sign} is for days and amounts; write =", nl="{sign} is voor dagen en bedragen; schrijf =")
