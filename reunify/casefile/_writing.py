"""A case as the text of a case file, and that text in a file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from reunify import files
from reunify.casefile._syntax import Format, bytes_of, check_format, decoded, parsed
from reunify.casefile._tables import NOT_KNOWN
from reunify.facts import ASSUMED, CASE_FACTS, MEMBER_FACTS, SPONSOR_FACTS, UNKNOWN_WORD, Case, Fact, Span
from reunify.faults import BadCase

if TYPE_CHECKING:
    from os import PathLike


def dumps(case: Case, format: Format = "toml") -> str:  # noqa: A002 -- the format is called format
    """Write one family as a text that `loads` reads as an equal case.

    Args:
        case: The case. A case without members can be written too, but not read: there is nobody to assess.
        format: TOML or JSON.

    Returns:
        The text, one fact a line. Facts that are assumed, or simply left out, are left out; a fact that is unknown
        where something would be assumed, or that nobody knows who was asked, is written ``"unknown"``; days of which
        nobody knows more than a part stand by name in ``not_known``.

    Raises:
        ValueError: There is no such format.
    """
    check_format(format)
    quoted = format == "json"
    top = dict(_written(case, CASE_FACTS, quoted=quoted))
    sponsor = dict(_written(case.sponsor, SPONSOR_FACTS, quoted=quoted))
    members = [dict(_written(member, MEMBER_FACTS, quoted=quoted)) for member in case.members]
    return _as_json(top, sponsor, members) if quoted else _as_toml(top, sponsor, members)


def write(case: Case, path: str | PathLike[str]) -> None:
    """Write one family to a file: wholly or not at all.

    Args:
        case: The case.
        path: The file; JSON if its suffix is ``.json``, otherwise TOML. A file that is there is replaced; its comments,
            if it has any, then stand at the head of the new one.

    Raises:
        OSError: The file cannot be written; what was there is left as it was.
    """
    target = Path(path)
    is_json = target.suffix.lower() == ".json"
    files.write(target, dumps(case, "json") if is_json else f"{_comments_of(target)}{dumps(case)}")


def _comments_of(place: Path) -> str:
    """Give the comments of a TOML file; one behind a value with that value, or else nobody knows what it is about."""
    try:
        text = decoded(bytes_of(place)) if place.is_file() else ""
        parsed(text, "toml")
    except BadCase:
        return ""
    lines = [line.rstrip("\r") for line in text.split("\n")]
    if '"""' in text or "'''" in text:  # in a text of several lines a # begins no comment
        lines = list(takewhile(lambda line: not line.strip() or line.startswith("#"), lines))
    found = [match for line in lines if (match := _WITH_COMMENT.fullmatch(line)) is not None]
    comments = [match[2] if not match[1].strip() else f"# {match[0].strip()}" for match in found]
    return "".join(f"{comment}\n" for comment in comments) + ("\n" if comments else "")


_WITH_COMMENT: Final = re.compile(r"""((?:[^"'#]|"(?:[^"\\]|\\.)*+"|'[^']*+')*+)(#.*)""")


def _written(owner: object, facts: Mapping[str, Fact], *, quoted: bool) -> Iterator[tuple[str, str]]:
    for name, told in facts.items():
        value = getattr(owner, name)
        said_so = told.has_assumption or name in getattr(owner, "not_known", ())
        if value is ASSUMED or (value is None and not said_so):
            continue
        yield name, literal(told, value, quoted=quoted)
    no_more = [name for name in getattr(owner, NOT_KNOWN, ()) if isinstance(getattr(owner, name, None), Span)]
    if no_more:
        yield NOT_KNOWN, json.dumps(no_more)


def literal(told: Fact, value: Any, *, quoted: bool) -> str:
    """Give a value of a fact as it is written; a day between quotation marks, or bare."""
    value = UNKNOWN_WORD if value is None else told.word_of(value) or value
    if isinstance(value, Span) and "/" in str(value):
        return f"[{', '.join(_day_literal(day, quoted=quoted) for day in (value.first, value.last))}]"
    if isinstance(value, date | Span):
        return _day_literal(value, quoted=quoted)
    if isinstance(value, Decimal):
        return str(value)
    # What JSON escapes in a text, TOML escapes in the same way; TOML wants DEL escaped too.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _day_literal(day: date | Span, *, quoted: bool) -> str:
    return str(day) if isinstance(day, date) and not quoted else f'"{day}"'


def _as_toml(top: dict[str, str], sponsor: dict[str, str], members: list[dict[str, str]]) -> str:
    tables = [("", top), ("[sponsor]\n", sponsor), *(("[[members]]\n", member) for member in members)]
    texts = (head + "".join(f"{name} = {value}\n" for name, value in table.items()) for head, table in tables)
    return "\n".join(filter(None, texts))


def _as_json(top: dict[str, str], sponsor: dict[str, str], members: list[dict[str, str]]) -> str:
    listed = _brackets("[]", [_braces(member, "    ") for member in members], "  ")
    return _braces({**top, "sponsor": _braces(sponsor, "  "), "members": listed}, "") + "\n"


def _braces(table: dict[str, str], indent: str) -> str:
    return _brackets("{}", [f'"{name}": {value}' for name, value in table.items()], indent)


def _brackets(pair: str, parts: list[str], indent: str) -> str:
    lines = ",".join(f"\n{indent}  {part}" for part in parts)
    return f"{pair[0]}{lines}\n{indent}{pair[1]}" if parts else pair
