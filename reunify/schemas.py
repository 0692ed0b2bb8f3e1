"""Classes as JSON, and their JSON schema: both are read from the fields of the same classes."""

from __future__ import annotations

import enum
import json
import types
from collections.abc import Mapping
from datetime import date
from typing import Any, Final, Literal, Union, cast, get_args, get_origin, get_type_hints

import attrs

__all__ = ["DAY", "DIALECT", "NULL", "as_data", "as_text", "choice", "ref", "schema_of", "table"]


DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
NULL: Final = {"type": "null"}
DAY: Final = {"type": "string", "format": "date"}


def as_data(value: Any) -> Any:
    """Give a value as plain data, ready for `json.dumps`.

    Args:
        value: An instance of a class made with attrs, or what its fields hold: texts, days, choices, tuples, mappings.
    """
    if type(value) in _PLAIN:
        return value
    if isinstance(value, enum.Enum):
        return value.value
    if attrs.has(type(value)):
        return {field.name: as_data(getattr(value, field.name)) for field in attrs.fields(type(value))}
    if isinstance(value, Mapping):
        return {name: as_data(part) for name, part in value.items()}
    if isinstance(value, tuple | list):
        return [as_data(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


_PLAIN: Final = frozenset({str, int, bool, type(None)})


def schema_of(cls: type[attrs.AttrsInstance], id: str, comment: str) -> dict[str, Any]:  # noqa: A002 -- the word of JSON schema
    """Give the JSON schema (2020-12) of what `as_data` makes of a class.

    Each class and each closed list has a name of its own under ``$defs``: the one that it has in Python.

    Args:
        cls: The class.
        id: What the schema is called, with its version.
        comment: What is said of that version.
    """
    known: dict[str, Any] = {}
    _named(cls, known)
    whole = known.pop(cls.__name__)
    return {"$schema": DIALECT, "$id": id, "$comment": comment, **whole, "$defs": dict(sorted(known.items()))}


def as_text(schema: Mapping[str, Any]) -> str:
    """Give a schema as the text of a file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def ref(name: str) -> dict[str, str]:
    """Give the place of a definition."""
    return {"$ref": f"#/$defs/{name}"}


def choice(cls: type[enum.Enum]) -> dict[str, Any]:
    """Give the definition of a closed list."""
    return {"title": cls.__name__, **_described(cls), "type": "string", "enum": [one.value for one in cls]}


def table(title: str, properties: Mapping[str, Any], required: list[str], *, others: bool = True) -> dict[str, Any]:
    """Give the definition of a table; ``others``: whether it can have other names than these too, of a later release."""
    needed = {"required": required} if required else {}
    closed = {} if others else {"additionalProperties": False}
    return {"title": title, "type": "object", "properties": properties, **needed, **closed}


def _named(cls: type, known: dict[str, Any]) -> dict[str, str]:
    """See that a class is among the definitions, and give its place."""
    name = cls.__name__
    if name not in known:
        known[name] = {}  # it can hold itself
        if issubclass(cls, enum.Enum):
            known[name] = choice(cls)
        else:
            hints = get_type_hints(cls)
            fields = {
                field.name: _schema(hints[field.name], known)
                for field in attrs.fields(cast("type[attrs.AttrsInstance]", cls))
            }
            known[name] = {**table(name, fields, list(fields)), **_described(cls)}
    return ref(name)


def _described(cls: type) -> dict[str, str]:
    first, _, _ = (cls.__doc__ or "").partition("\n")
    return {"description": first} if first else {}


def _schema(hint: Any, known: dict[str, Any]) -> dict[str, Any]:
    """Give the schema of what a field holds, by its type."""
    if hint in _SCALARS:
        return dict(_SCALARS[hint])
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"const": parts[0]} if len(parts) == 1 else {"enum": list(parts)}
    if origin in (Union, types.UnionType):
        return _any_of([_schema(part, known) for part in parts])
    if origin is tuple:
        return {"type": "array", "items": _schema(parts[0], known)}
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _schema(parts[1], known)}
    return _named(hint, known)


def _any_of(parts: list[dict[str, Any]]) -> dict[str, Any]:
    """Give the schema of one thing or another; plain types stand beside each other."""
    if any("type" not in part for part in parts):
        return {"anyOf": parts}
    merged = {name: value for part in parts for name, value in part.items()}
    return {**merged, "type": [part["type"] for part in parts]}


_SCALARS: Final[Mapping[Any, Mapping[str, Any]]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    date: DAY,
    type(None): NULL,
}
