"""Case files: one family in one file, as TOML or as JSON, read and written.

A fact that is left out, or null in JSON, is unknown, or assumed where its `facts.Fact` says so; any fact may be
written ``"unknown"``. What is wrong in a file is reported all at once, each fault with its place. Needs the
extra ``cli``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from reunify.casefile._syntax import (
    DEEPEST,
    MOST_BYTES,
    MOST_DIGITS,
    Format,
    bytes_of,
    check_format,
    decoded,
    parse,
    parsed,
)
from reunify.faults import BadCase
from reunify.lazily import is_installed, lazily, there

if TYPE_CHECKING:
    from os import PathLike

    from reunify.casefile._json_schema import schema
    from reunify.casefile._tables import MOST_MEMBERS, structure
    from reunify.casefile._writing import dumps, write
    from reunify.facts import Case
else:
    # A file that is not there, or is no TOML or JSON, is refused without what makes a case.
    __getattr__ = lazily(
        __name__,
        {
            "reunify.casefile._json_schema": "schema",
            "reunify.casefile._tables": "MOST_MEMBERS structure",
            "reunify.casefile._writing": "dumps write",
        },
    )
    if not is_installed("cattrs"):
        there("reunify.casefile._tables", "structure")()  # which says what to install

__all__ = [
    "DEEPEST",
    "MOST_BYTES",
    "MOST_DIGITS",
    "MOST_MEMBERS",
    "Format",
    "bytes_of",
    "dumps",
    "loads",
    "parse",
    "read",
    "schema",
    "structure",
    "write",
]


def read(path: str | PathLike[str], *, decided_on: date | None = None) -> Case:
    """Read one family from a file.

    Args:
        path: A TOML or JSON file in UTF-8. The suffix says which; where that does not fit, the content does.
        decided_on: The day that the assessment is made for; it takes the place of the file's own.

    Returns:
        The case. Its ``decided_on`` is None where neither the caller nor the file has one.

    Raises:
        BadCase: The file cannot be read, is not a case file, or its facts cannot be; every fault at once.
    """
    place = Path(path)
    text = decoded(bytes_of(place))
    by_content: Format = "json" if text.lstrip().startswith("{") else "toml"
    by_suffix: Mapping[str, Format] = {".toml": "toml", ".json": "json"}
    first = by_suffix.get(place.suffix.lower(), by_content)
    try:
        data = parsed(text, first)
    except BadCase as fault:
        if first == by_content:
            raise
        try:
            data = parsed(text, by_content)
        except BadCase as other:
            raise (other if by_content == "json" else fault) from None
    from reunify.casefile._tables import structure  # noqa: PLC0415 -- needs what makes a case

    return structure(data, decided_on=decided_on)


def loads(text: str, format: Format, *, decided_on: date | None = None) -> Case:  # noqa: A002 -- the format is called format
    """Read one family from a text.

    Args:
        text: The content of a case file.
        format: Whether it is TOML or JSON.
        decided_on: The day that the assessment is made for; it takes the place of the text's own.

    Returns:
        The case. Its ``decided_on`` is None where neither the caller nor the text has one.

    Raises:
        BadCase: The text is not a case file, or its facts cannot be; every fault at once.
        ValueError: There is no such format.
    """
    from reunify.casefile._tables import structure  # noqa: PLC0415 -- as above

    check_format(format)
    return structure(parsed(text.removeprefix("\ufeff"), format), decided_on=decided_on)
