"""The JSON schema of a case file, made from the facts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from reunify.casefile._tables import MOST_MEMBERS, NOT_KNOWN, is_in_part
from reunify.facts import (
    ALL_FACTS,
    CASE_FACTS,
    FIRST_DAY,
    LAST_DAY,
    LONGEST_TEXT,
    MEMBER_FACTS,
    SPONSOR_FACTS,
    UNKNOWN_WORD,
    Fact,
    FactKind,
    FamilyMember,
    Sponsor,
)
from reunify.renamed import FACTS, settled
from reunify.schemas import DIALECT, NULL, choice, ref, table
from reunify.text import Choice, Lang, Text

SCHEMA_VERSION: Final = 1
"""It goes up where a fact goes or means something else, or must be given from now on; a fact more leaves it as it is."""


def schema() -> dict[str, Any]:
    """Give the JSON schema (2020-12) of a case file, made from the facts.

    Returns:
        A new dictionary, ready for `json.dumps`. Descriptions are in English and Dutch; beside them ``x-label`` has the
        fact's name in each language, and ``x-assumed`` the value that is taken where the fact is left out. (It is no
        ``default``: what is written is given, and no longer assumed.) What a schema cannot say (dates in an impossible
        order, references to nobody) it leaves to `structure`.
    """
    lists = {
        told.choices.__name__: choice(told.choices)
        for facts in (SPONSOR_FACTS, MEMBER_FACTS, CASE_FACTS)
        for told in facts.values()
        if told.choices is not None
    }
    parts = {
        "sponsor": ref(Sponsor.__name__),
        "members": {"type": "array", "minItems": 1, "maxItems": MOST_MEMBERS, "items": ref(FamilyMember.__name__)},
    }
    return {
        "$schema": DIALECT,
        "$id": f"urn:reunify:casefile:{SCHEMA_VERSION}",
        "$comment": _PROMISE,
        **_table_schema("CaseFile", CASE_FACTS, parts),
        "description": f"{_ABOUT.en}\n{_ABOUT.nl}",
        "$defs": {
            "Day": _DAY_IN_PART,
            **dict(sorted(lists.items())),
            f"{_DAY_OF}{Sponsor.__name__}": _days_of(Sponsor.__name__, SPONSOR_FACTS),
            f"{_DAY_OF}{FamilyMember.__name__}": _days_of(FamilyMember.__name__, MEMBER_FACTS),
            Sponsor.__name__: _table_schema(Sponsor.__name__, SPONSOR_FACTS, prefix="sponsor."),
            FamilyMember.__name__: _table_schema(FamilyMember.__name__, MEMBER_FACTS),
        },
    }


_PROMISE: Final = (
    f"Version {SCHEMA_VERSION}. A case file that it takes is taken, with the same meaning, by every later schema of this "
    "version: facts that may be left out can come, and words that a fact takes."
)
_ABOUT: Final = Text(
    en="One family that asks for reunification after asylum. A fact that is left out, or null, is unknown, or taken as "
    "x-assumed or its description says; the word 'unknown' says that it is unknown, and that nothing is taken.",
    nl="Eén gezin dat na asiel hereniging vraagt. Een feit dat ontbreekt, of null is, is onbekend, of wordt aangenomen "
    "zoals x-assumed of de beschrijving zegt; het woord 'unknown' zegt dat het onbekend is, en dat er niets wordt aangenomen.",
)


def _table_schema(
    title: str, facts: Mapping[str, Fact], parts: Mapping[str, Any] | None = None, *, prefix: str = ""
) -> dict[str, Any]:
    renamed = {
        old.removeprefix(prefix): new.removeprefix(prefix) for old, new in _old_facts() if old.startswith(prefix)
    }
    old_names = {old: {**_fact_schema(facts[new]), "deprecated": True} for old, new in renamed.items() if new in facts}
    required = [name for name, told in facts.items() if told.required and name not in renamed.values()]
    properties = {**{name: _fact_schema(told) for name, told in facts.items()}, **old_names, **(parts or {})}
    if parts is None:
        properties[NOT_KNOWN] = {**_NOT_KNOWN, "items": ref(f"{_DAY_OF}{title}")}
    return table(title, properties, [*required, *(parts or ())], others=False)


def _days_of(of: str, facts: Mapping[str, Fact]) -> dict[str, Any]:
    """Give the names of the days of which a part can be known."""
    return {"title": f"{_DAY_OF}{of}", "enum": [name for name, told in facts.items() if is_in_part(told)]}


def _old_facts() -> Iterable[tuple[str, str]]:
    return settled(FACTS, ALL_FACTS, of="facts").items()


def _fact_schema(told: Fact) -> dict[str, Any]:
    label, question, left_out = told.label, told.question, _left_out(told)
    described = (f"{label[lang]}. {question[lang]}{left_out[lang]}" for lang in _SCHEMA_LANGS)
    assumed = {"x-assumed": _assumed(told)} if told.has_assumption and not callable(told.assumed) else {}
    return {
        "description": "\n".join(described),
        "anyOf": list(_values_schema(told)),
        "x-label": {lang: label[lang] for lang in _SCHEMA_LANGS},
        **assumed,
    }


def _left_out(told: Fact) -> Text:
    if not told.has_assumption:
        return Text(en="", nl="")
    return _PRESUMED if callable(told.assumed) else _ASSUMED.format(value=json.dumps(_assumed(told)))


def _values_schema(told: Fact) -> Iterator[dict[str, Any]]:
    """Give what can be written: a value, a word that stands for one, that it is unknown, or nothing."""
    if told.choices is not None:
        yield ref(told.choices.__name__)
    else:
        yield ref("Day") if is_in_part(told) else dict(_KIND_SCHEMAS[told.kind])
    yield from ({"const": word} for word in told.words)
    if not told.required:
        yield {"const": UNKNOWN_WORD}
        yield dict(NULL)


def _assumed(told: Fact) -> Any:
    """Give the value that is assumed, as a case file has it."""
    value = told.assumed.value if isinstance(told.assumed, Choice) else told.assumed
    value = float(value) if isinstance(value, Decimal) else value
    return told.word_of(value) or value


_SCHEMA_LANGS: Final[tuple[Lang, ...]] = ("en", "nl")
_PRESUMED: Final = Text(
    en=" Left out or null: it is taken from other facts, where they tell.",
    nl=" Weggelaten of null: het wordt afgeleid uit andere feiten, als die het zeggen.",
)
_ASSUMED: Final = Text(en=" Left out or null: {value} is assumed.", nl=" Weggelaten of null: {value} wordt aangenomen.")
_DAY_OF: Final = "DayOf"
_NOT_KNOWN: Final = {
    "description": "The days of this table of which nobody knows more than a part: they are not asked again.\n"
    "De dagen van deze tabel waarvan niemand meer dan een deel weet: ze worden niet opnieuw gevraagd.",
    "type": "array",
}
_DAY: Final = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_DAY_IN_PART: Final = {
    "title": "Day",
    "description": "A day, or as much of it as is known: a year, a month, or the first and the last day that it can be.\n"
    "Een dag, of zoveel als ervan bekend is: een jaar, een maand, of de eerste en de laatste dag die het kan zijn.",
    "anyOf": [
        _DAY,
        {"type": "string", "pattern": r"^\d{4}(-(0[1-9]|1[0-2])|-\d{2}-\d{2}/\d{4}-\d{2}-\d{2})?$"},
        {"type": "integer", "minimum": FIRST_DAY.year, "maximum": LAST_DAY.year},
        {"type": "array", "items": _DAY, "minItems": 2, "maxItems": 2},
    ],
}
_KIND_SCHEMAS: Final[Mapping[FactKind, Mapping[str, Any]]] = {
    FactKind.DATE: _DAY,
    FactKind.YES_NO: {"type": "boolean"},
    FactKind.AMOUNT: {"type": "number", "minimum": 0},
    FactKind.MEMBER: {"type": "string", "pattern": r"\S", "maxLength": LONGEST_TEXT},
    FactKind.TEXT: {"type": "string", "pattern": r"\S", "maxLength": LONGEST_TEXT},
}
