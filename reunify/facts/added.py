"""Facts and relations of a law of one's own, added to those of the library.

What is added can be used as what is built in: in conditions, case files, tables, the interview and reports. It holds
for the whole process, so nothing that is there can be changed: the same name with another meaning is an error.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

import attrs

from reunify.facts.case import CASE_FACTS
from reunify.facts.choices import Relation
from reunify.facts.kinds import ADDED, RESERVED_IDS, Fact, FactKind, fact, take_added_facts
from reunify.facts.member import MEMBER_FACTS, REFERENCES, FamilyMember
from reunify.facts.sponsor import SPONSOR_FACTS, Sponsor
from reunify.facts.view import ORIGINS, origins_of
from reunify.text import Choice, Text

__all__ = ["add_member_fact", "add_relation", "add_sponsor_fact"]


def add_member_fact(
    name: str,
    kind: FactKind | type[Choice],
    en: str,
    nl: str,
    ask_en: str,
    ask_nl: str,
    *,
    concerns: Iterable[Relation] = (),
    assumed: Any = attrs.NOTHING,
    words: Mapping[str, Any] | None = None,
    may_lie_ahead: bool = False,
) -> str:
    """Add a fact about a family member, in the words with which the library declares its own (`facts.kinds.fact`).

    Args:
        name: Its name in conditions and case files, such as ``"raised_sponsor"``.
        kind: The sort of value, or the closed list that it is from.
        en: Its label in English.
        nl: Its label in Dutch.
        ask_en: The question in English; ``{name}`` stands for the person.
        ask_nl: The question in Dutch.
        concerns: The relations that it can matter for; left out, all.
        assumed: What is assumed where it is left out; without it, it is unknown then.
        words: Words that stand for a special value.
        may_lie_ahead: Whether a day may lie after the decision.

    Returns:
        The name that conditions have for it.

    Raises:
        ValueError: The name cannot be one, something else has it, or a text is missing.
    """
    told = _told(name, kind, en, nl, ask_en, ask_nl, concerns, assumed, words, may_lie_ahead)
    return _add("member", FamilyMember, name, told, MEMBER_FACTS)


def add_sponsor_fact(
    name: str,
    kind: FactKind | type[Choice],
    en: str,
    nl: str,
    ask_en: str,
    ask_nl: str,
    *,
    assumed: Any = attrs.NOTHING,
    words: Mapping[str, Any] | None = None,
    may_lie_ahead: bool = False,
) -> str:
    """Add a fact about the sponsor; as `add_member_fact`, and conditions have ``sponsor_`` before the name."""
    told = _told(name, kind, en, nl, ask_en, ask_nl, (), assumed, words, may_lie_ahead)
    return _add("sponsor", Sponsor, name, told, SPONSOR_FACTS)


def add_relation(value: str, *, en: str, nl: str) -> Relation:
    """Add a relation to the sponsor.

    Args:
        value: Its word in case files, such as ``"godparent"``.
        en: Its label in English.
        nl: Its label in Dutch.

    Returns:
        The relation, for the grounds that are open to it.

    Raises:
        ValueError: The word cannot be one, another relation has it, or a label is missing.
    """
    _check_name(value)
    _check_texts(value, en, nl)
    label = Text(en=en, nl=nl)
    relation = next((one for one in Relation if one == value), None) or Relation.grown(value, label)
    if relation.label != label:
        message = f"there is a relation {value!r} already: {relation.label.en} / {relation.label.nl}"
        raise ValueError(message)
    return relation


# ---------------------------------------------------------------- what is refused


def _told(
    name: str,
    kind: FactKind | type[Choice],
    en: str,
    nl: str,
    ask_en: str,
    ask_nl: str,
    concerns: Iterable[Relation],
    assumed: Any,
    words: Mapping[str, Any] | None,
    may_lie_ahead: bool,
) -> Fact:
    _check_texts(name, en, nl, ask_en, ask_nl)
    is_list = isinstance(kind, type) and issubclass(kind, Choice)
    if not is_list and kind not in _KINDS:
        known = ", ".join(f"FactKind.{one.name}" for one in _KINDS)
        message = f"{name!r} is {known} or a list (a subclass of reunify.text.Choice), not {kind!r}"
        raise ValueError(message)
    if callable(assumed):
        message = f"what is assumed of {name!r} is a value, not a function"
        raise ValueError(message)  # noqa: TRY004 -- as every fault of a declaration
    field = fact(
        kind,
        en,
        nl,
        ask_en,
        ask_nl,
        concerns=frozenset(map(Relation, concerns)),
        words=words,
        assumed=assumed,
        may_lie_ahead=may_lie_ahead,
    )
    told: Fact = field.metadata["fact"]
    if told.has_assumption:
        told = attrs.evolve(told, assumed=told.read(assumed, name))
    return told


def _add(owner: str, cls: type, name: str, told: Fact, facts: dict[str, Fact]) -> str:
    _check_name(name)
    names = dict(origins_of(owner, name, told))
    there = ADDED.get(cls, {}).get(name)
    if there is None:
        taken = sorted({name} & _TAKEN | names.keys() & ORIGINS.keys() | {name} & set(facts) | {name} & set(CASE_FACTS))
        if taken:
            message = f"there is a fact {taken[0]!r} already: give this one another name"
            raise ValueError(message)
        ORIGINS.update(names)
        take_added_facts(cls)[name] = facts[name] = told
    elif _meaning(there) != _meaning(told):
        message = f"the fact {name!r} was added before with another meaning: {there.label.en} / {there.label.nl}"
        raise ValueError(message)
    return next(iter(names))


def _meaning(told: Fact) -> tuple[object, ...]:
    """Give what two facts of the same meaning share, also where a file with a list of values was read twice."""
    values = [(choice.value, choice.label) for choice in told.choices or ()]
    return attrs.evolve(told, choices=None), values


def _check_name(name: str) -> None:
    if not isinstance(name, str) or not _NAME.fullmatch(name) or keyword.iskeyword(name) or name in RESERVED_IDS:
        message = f"{name!r} cannot be a name here: write small letters, digits and underscores, as in 'raised_sponsor'"
        raise ValueError(message)
    before = next((start for start in _BEFORE if name.startswith(start)), None)
    if before is not None:
        message = f"{name!r} cannot be a name here: {before!r} before a name says whose fact it is"
        raise ValueError(message)


def _check_texts(name: str, *texts: str) -> None:
    if not all(isinstance(text, str) and text.strip() for text in texts):
        message = f"{name!r} needs its label and its question in English and in Dutch"
        raise ValueError(message)


_NAME: Final = re.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*")
_BEFORE: Final = ("sponsor_", *(f"{reference}_" for reference in REFERENCES))
_TAKEN: Final = {"case", "member", "members", "sponsor", "family", "added"}
_KINDS: Final = (FactKind.DATE, FactKind.YES_NO, FactKind.AMOUNT, FactKind.TEXT)
