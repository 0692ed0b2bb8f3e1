"""The text of a case file, as tables and values: what is TOML or JSON, and what is wrong where it is not."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias, get_args

from reunify import files
from reunify.faults import BadCase, Fault, FaultCode
from reunify.text import Text

Format: TypeAlias = Literal["toml", "json"]

MOST_BYTES: Final = 1024 * 1024
"""The size above which a file, or one line of a file of many families, is refused."""
DEEPEST: Final = 20
"""The number of tables and lists inside each other above which a case is refused."""
MOST_DIGITS: Final = 500
"""The number of digits above which a number is refused; Python itself stops at 640 or more."""
LONGEST_SHOWN: Final = 60


def parse(raw: bytes, format: Format) -> Any:  # noqa: A002 -- the format is called format
    """Turn the content of a case file into tables and values, which `structure` makes a case of.

    Args:
        raw: The content, in UTF-8.
        format: Whether it is TOML or JSON.

    Returns:
        What stands there: for a case file a dictionary.

    Raises:
        BadCase: It is too long, not UTF-8, or not TOML or JSON.
    """
    return parsed(decoded(raw), format)


def bytes_of(place: Path) -> bytes:
    """Give what stands in a file, and no more than one byte too much: `parse` refuses that.

    Args:
        place: The file.

    Raises:
        BadCase: It cannot be read.
    """
    try:
        with place.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise BadCase([Fault("", files.why_unread(place, error), FaultCode.UNREADABLE)]) from None


def decoded(raw: bytes) -> str:
    """Give the text of a file.

    Raises:
        BadCase: It is too long, or not UTF-8.
    """
    if len(raw) > MOST_BYTES:
        raise BadCase([Fault("", _TOO_LONG.format(most=MOST_BYTES // 1024), FaultCode.TOO_LARGE)])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise BadCase([Fault("", files.NOT_UTF_8.format(line=line), FaultCode.UNREADABLE)]) from None


def check_format(format: Format) -> None:  # noqa: A002 -- the format is called format
    """See that a format is one of the two.

    Raises:
        ValueError: There is no such format.
    """
    if format not in get_args(Format):
        message = f"{format!r} is not a format; write 'toml' or 'json'"
        raise ValueError(message)


def parsed(text: str, format: Format) -> Any:  # noqa: A002 -- the format is called format
    """Give the tables and values that a text tells.

    Raises:
        BadCase: It is too long or empty, or not TOML or JSON.
    """
    if len(text) > MOST_BYTES:
        raise BadCase([Fault("", _TOO_LONG.format(most=MOST_BYTES // 1024), FaultCode.TOO_LARGE)])
    if not text.strip():
        raise BadCase([Fault("", EMPTY, FaultCode.EMPTY)])
    if found := _LONG_NUMBER.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise BadCase([Fault("", _TOO_MANY_DIGITS.format(line=line, most=MOST_DIGITS), FaultCode.TOO_LARGE)])
    # For a dotted key tomllib takes memory in the square of its length.
    if format == "toml" and (found := _LONG_KEY.search(text)):
        line = text.count("\n", 0, found.start()) + 1
        raise BadCase([Fault("", _KEY_TOO_DEEP.format(line=line, most=DEEPEST), FaultCode.TOO_DEEP)])
    try:
        if format == "toml":
            return tomllib.loads(text, parse_float=_number)
        return json.loads(text, parse_float=_number, object_pairs_hook=_JsonObject)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        fault = _syntax_fault(text, "TOML", *map(int, place.groups() if place else ()), why=str(error))
    except json.JSONDecodeError as error:
        fault = _syntax_fault(text, "JSON", error.lineno, error.colno, why=error.msg)
    except RecursionError:
        fault = Fault("", TOO_DEEP.format(most=DEEPEST), FaultCode.TOO_DEEP)
    raise BadCase([fault])


def _number(digits: str) -> Decimal | float:
    try:
        return Decimal(digits)
    except ArithmeticError:  # an exponent beyond all bounds
        return float(digits)


class _JsonObject(dict[str, Any]):
    """A JSON object that remembers which names it gave more than once."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        times = Counter(name for name, _ in pairs) if len(self) < len(pairs) else {}
        self.doubled = [name for name in times if times[name] > 1]


def _syntax_fault(text: str, format: str, line: int = 0, column: int = 0, *, why: str) -> Fault:  # noqa: A002 -- the format is called format
    lines = text.rstrip().split("\n")
    if not line:  # the end of the document
        line, column = len(lines), len(lines[-1]) + 1
    start = max(0, column - LONGEST_SHOWN // 2)
    excerpt = lines[min(line, len(lines)) - 1][start : start + LONGEST_SHOWN].strip()
    told = f"{why}: {excerpt}"
    hint = next((hint for words, hint in _SYNTAX_HINTS.items() if re.search(words, told)), Text(en="", nl=""))
    said = _SYNTAX.format(line=line, column=column, format=format, excerpt=repr(excerpt), hint=hint)
    return Fault("", said, FaultCode.BAD_SYNTAX)


# No start behind a backslash, and nothing is tried twice: a search takes time in proportion to the text.
_KEY_PART: Final = r"""(?:[\w-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')"""
_LONG_KEY: Final = re.compile(rf"""(?<![\w"'\\-]){_KEY_PART}(?:[ \t]*+\.[ \t]*+{_KEY_PART}){{{DEEPEST}}}""")
_LONG_NUMBER: Final = re.compile(rf"(?<![0-9_])[0-9](?:_?[0-9]){{{MOST_DIGITS}}}")
EMPTY: Final = Text(en="the file is empty", nl="het bestand is leeg")
_TOO_LONG: Final = Text(en="the file is larger than {most} KiB", nl="het bestand is groter dan {most} KiB")
TOO_DEEP: Final = Text(
    en="more than {most} tables or lists stand inside each other",
    nl="er staan meer dan {most} tabellen of lijsten in elkaar",
)
_TOO_MANY_DIGITS: Final = Text(
    en="line {line}: a number has more than {most} digits", nl="regel {line}: een getal heeft meer dan {most} cijfers"
)
_KEY_TOO_DEEP: Final = Text(
    en="line {line}: a name has more than {most} parts", nl="regel {line}: een naam heeft meer dan {most} delen"
)
_SYNTAX: Final = Text(
    en="line {line}, column {column}: this is not {format}: {excerpt}{hint}",
    nl="regel {line}, kolom {column}: dit is geen {format}: {excerpt}{hint}",
)
_SYNTAX_HINTS: Final[Mapping[str, Text]] = {
    r"Expected newline.*: .*= *\d{4}-\d{2}(?!-?\d)": Text(
        en='; a month stands between quotation marks, as in "1990-05"',
        nl='; een maand staat tussen aanhalingstekens, zoals in "1990-05"',
    ),
    r"Expected newline.*: .*= *\d{4}-\d{2}-\d{2} */": Text(
        en="; write the first and the last day as in [1989-01-01, 1990-12-31]",
        nl="; schrijf de eerste en de laatste dag zoals in [1989-01-01, 1990-12-31]",
    ),
    "overwrite|twice|mutate|redefine": Text(en="; this name was given before", nl="; deze naam is al eerder opgegeven"),
    "Invalid date": Text(en="; this day does not exist", nl="; deze dag bestaat niet"),
    "Unterminated string|Illegal character": Text(
        en="; is a quotation mark missing?", nl="; ontbreekt er een aanhalingsteken?"
    ),
    "Invalid value": Text(
        en="; a text stands between quotation marks, a date is written as 2026-11-25, yes and no as true and false",
        nl="; een tekst staat tussen aanhalingstekens, een datum schrijft u als 2026-11-25, ja en nee als true en false",
    ),
    "Expected '=' after a key": Text(
        en="; write a name, an equals sign and a value", nl="; schrijf een naam, een is-teken en een waarde"
    ),
}
