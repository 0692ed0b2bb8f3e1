"""The facts of a family on one line, and read back from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

from reunify.facts import ASSUMED, CASE_FACTS, MEMBER_FACTS, NOT_FILED, SPONSOR_FACTS, FactKind
from reunify.terms import NEVER
from reunify.text import Lang, Text

__all__ = ["read_back", "told_changes", "told_facts", "written"]

_LEFT_OUT: Final = "-"
_ALL_MET: Final = Text(en="all else met", nl="al het andere vervuld")
_WHERE: Final = Text(en="where", nl="waar")
_NOTHING_ELSE: Final = Text(en="nothing else is said", nl="verder is niets gezegd")


def told_changes(changes: Iterable[tuple[str, Any]], lang: Lang) -> str:
    """Say in which facts a family differs from the one in which everything is met.

    Args:
        changes: The facts.
        lang: The language.
    """
    return _told(changes, _ALL_MET, lang)


def told_facts(facts: Iterable[tuple[str, Any]], lang: Lang) -> str:
    """Say all that is known of a family.

    Args:
        facts: The facts that are given.
        lang: The language.
    """
    return _told(facts, _NOTHING_ELSE, lang)


def _told(facts: Iterable[tuple[str, Any]], rest: Text, lang: Lang) -> str:
    told = "; ".join(f"{name} = {written(value)}" for name, value in facts)
    return f"({_WHERE[lang]} {told}; {rest[lang]})" if told else f"({rest[lang]})"


def written(value: Any) -> str:
    """Write the value of a fact on one line, as `read_back` reads it.

    Args:
        value: The value.
    """
    if value is ASSUMED:
        return _LEFT_OUT
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is NOT_FILED:
        return str(value.value)
    return "never" if value == NEVER else str(value)


def read_back(name: str, value: str) -> Any:
    """Read the value of a fact as `written` writes it.

    Args:
        name: The name of the fact.
        value: The written value.

    Raises:
        KeyError: There is no such fact.
        BadCase: It cannot have that value.
    """
    owner, _, bare = name.rpartition(".")
    told = SPONSOR_FACTS[bare] if owner == "sponsor" else {**CASE_FACTS, **MEMBER_FACTS}[bare]
    if value == _LEFT_OUT:
        return told.left_out
    return told.read(Decimal(value) if told.kind is FactKind.AMOUNT else _WORDS.get((told.kind, value), value), name)


_WORDS: Final[Mapping[tuple[FactKind, str], Any]] = {
    (FactKind.YES_NO, "yes"): True,
    (FactKind.YES_NO, "no"): False,
    (FactKind.DATE, "never"): NEVER,
}
