"""Case files: one family in one file, as TOML or as JSON, read and written.

A fact that is left out is unknown, or assumed where its `facts.Fact` says so; any fact may be written
``"unknown"``. What is wrong in a file is reported all at once, each fault with its place. Needs the
extra ``cli``.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, cast, get_args

try:
    from cattrs import (
        AttributeValidationNote,
        BaseValidationError,
        Converter,
        ForbiddenExtraKeysError,
        IterableValidationNote,
    )
    from cattrs.gen import make_dict_structure_fn, override
except ModuleNotFoundError as error:
    _NEEDED = 'case files need cattrs / casusbestanden vragen om cattrs: pip install "reunify[cli]"'
    raise ImportError(_NEEDED, name=error.name) from None

from reunify import files
from reunify.facts import (
    ASSUMED,
    CASE_FACTS,
    FIRST_DAY,
    LAST_DAY,
    LONGEST_TEXT,
    MEMBER_FACTS,
    SPONSOR_FACTS,
    UNKNOWN_WORD,
    Case,
    Fact,
    FactKind,
    FamilyMember,
    Relation,
    Span,
    Sponsor,
)
from reunify.faults import BadCase, Fault, did_you_mean
from reunify.renamed import FACTS, fact_now, settled
from reunify.text import Choice, Text

if TYPE_CHECKING:
    from os import PathLike

Format: TypeAlias = Literal["toml", "json"]

MOST_BYTES: Final = 1024 * 1024
"""The size above which a file, or one line of a file of many families, is refused."""
MOST_MEMBERS: Final = 100
"""The number of family members above which a case is refused."""
DEEPEST: Final = 20
"""The number of tables and lists inside each other above which a case is refused."""
MOST_DIGITS: Final = 500
"""The number of digits above which a number is refused; Python itself stops at 640 or more."""

__all__ = ["DEEPEST", "MOST_BYTES", "MOST_DIGITS", "MOST_MEMBERS", "Format"]
__all__ += ["dumps", "loads", "parse", "read", "schema", "structure", "write"]

# ---------------------------------------------------------------- reading


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
    text = _decoded(_bytes_of(place))
    by_content: Format = "json" if text.lstrip().startswith("{") else "toml"
    by_suffix: Mapping[str, Format] = {".toml": "toml", ".json": "json"}
    first = by_suffix.get(place.suffix.lower(), by_content)
    try:
        data = _parsed(text, first)
    except BadCase as fault:
        if first == by_content:
            raise
        try:
            data = _parsed(text, by_content)
        except BadCase as other:
            raise (other if by_content == "json" else fault) from None
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
    return structure(_parsed(text.removeprefix("\ufeff"), _known_format(format)), decided_on=decided_on)


def parse(raw: bytes, format: Format) -> Any:  # noqa: A002 -- as above
    """Turn the content of a case file into tables and values, which `structure` makes a case of.

    Args:
        raw: The content, in UTF-8.
        format: Whether it is TOML or JSON.

    Returns:
        What stands there: for a case file a dictionary.

    Raises:
        BadCase: It is too long, not UTF-8, or not TOML or JSON.
    """
    return _parsed(_decoded(raw), format)


def structure(data: Mapping[str, Any], *, decided_on: date | None = None) -> Case:
    """Make a case of the tables and values that a TOML or JSON parser gives.

    Args:
        data: The facts of the case by name, with the table ``sponsor`` and the list of tables ``members``.
            Dates are `datetime.date` or strings such as ``"2026-11-25"``; of which only a part is known, as `Span` or
            as case files write it. None and ``"unknown"`` both say that a fact is unknown.
        decided_on: The day that the assessment is made for; it takes the place of the one in the data.

    Returns:
        The case. Its ``decided_on`` is None where neither the caller nor the data have one.

    Raises:
        BadCase: A name or value is not known, a value is of a wrong type, or facts contradict each other;
            every fault at once, in the order of the data.
    """
    if not isinstance(data, Mapping):
        raise BadCase([Fault("", _MEANT_TABLE.format(given=_described(data), hint=""))])
    if not data:
        raise BadCase([Fault("", _EMPTY)])
    if _too_deep(data, DEEPEST):
        names = (name for name, part in data.items() if isinstance(part, _NESTED) and _too_deep(part, DEEPEST - 1))
        raise BadCase([Fault(_join("", name), _TOO_DEEP.format(most=DEEPEST)) for name in names])
    faults = list(_doubled(data))
    data = _with_names_of_now(data, faults) if FACTS else data
    told = {"members": (), **data} if decided_on is None else {"members": (), **data, "decided_on": decided_on}
    try:
        case = _CONVERTER.structure(told, Case)
    except BaseValidationError as group:
        faults += _faults(group)
    else:
        if not faults:
            return case
    try:
        _CONVERTER.structure(_sound(told, {fault.path for fault in faults}), Case)
    except BaseValidationError as group:
        # Not a list: there can be tens of thousands.
        told_already = set(faults)
        faults += (fault for fault in _faults(group) if fault not in told_already)
    places = {path: number for number, (path, _) in enumerate(_walk(data))}
    last = len(places)
    raise BadCase(
        sorted(faults, key=lambda fault: places.get(fault.path) or places.get(fault.path.rpartition(".")[0]) or last)
    )


def _bytes_of(place: Path) -> bytes:
    try:
        with place.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise BadCase([Fault("", files.why_unread(place, error))]) from None


def _decoded(raw: bytes) -> str:
    if len(raw) > MOST_BYTES:
        raise BadCase([Fault("", _TOO_LONG.format(most=MOST_BYTES // 1024))])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise BadCase([Fault("", files.NOT_UTF_8.format(line=line))]) from None


def _known_format(format: str) -> Format:  # noqa: A002 -- as above
    for known in get_args(Format):
        if format == known:
            return cast("Format", known)
    message = f"{format!r} is not a format; write 'toml' or 'json'"
    raise ValueError(message)


def _parsed(text: str, format: Format) -> Any:  # noqa: A002 -- as above
    if len(text) > MOST_BYTES:
        raise BadCase([Fault("", _TOO_LONG.format(most=MOST_BYTES // 1024))])
    if not text.strip():
        raise BadCase([Fault("", _EMPTY)])
    if found := _LONG_NUMBER.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise BadCase([Fault("", _TOO_MANY_DIGITS.format(line=line, most=MOST_DIGITS))])
    # For a dotted key tomllib takes memory in the square of its length.
    if format == "toml" and (found := _LONG_KEY.search(text)):
        line = text.count("\n", 0, found.start()) + 1
        raise BadCase([Fault("", _KEY_TOO_DEEP.format(line=line, most=DEEPEST))])
    try:
        if format == "toml":
            return tomllib.loads(text, parse_float=_number)
        return json.loads(text, parse_float=_number, object_pairs_hook=_Table)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        fault = _syntax_fault(text, "TOML", *map(int, place.groups() if place else ()), why=str(error))
    except json.JSONDecodeError as error:
        fault = _syntax_fault(text, "JSON", error.lineno, error.colno, why=error.msg)
    except RecursionError:
        fault = Fault("", _TOO_DEEP.format(most=DEEPEST))
    raise BadCase([fault])


def _number(digits: str) -> Decimal | float:
    try:
        return Decimal(digits)
    except ArithmeticError:  # an exponent beyond all bounds
        return float(digits)


class _Table(dict[str, Any]):
    """A JSON object that remembers which names it gave more than once."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        times = Counter(name for name, _ in pairs) if len(self) < len(pairs) else {}
        self.doubled = [name for name in times if times[name] > 1]


def _syntax_fault(text: str, format: str, line: int = 0, column: int = 0, *, why: str) -> Fault:  # noqa: A002 -- as above
    lines = text.rstrip().split("\n")
    if not line:  # the end of the document
        line, column = len(lines), len(lines[-1]) + 1
    start = max(0, column - _LONGEST_SHOWN // 2)
    excerpt = lines[min(line, len(lines)) - 1][start : start + _LONGEST_SHOWN].strip()
    told = f"{why}: {excerpt}"
    hint = next((hint for words, hint in _SYNTAX_HINTS.items() if re.search(words, told)), Text(en="", nl=""))
    return Fault("", _SYNTAX.format(line=line, column=column, format=format, excerpt=repr(excerpt), hint=hint))


# ---------------------------------------------------------------- structuring


def _reader(told: Fact) -> Callable[[object, object], object]:
    takes_two_days = told.kind is FactKind.DATE and not told.exact
    no_value = (Mapping, set, frozenset, time) if takes_two_days else (Mapping, list, tuple, set, frozenset, time)

    def read_value(value: object, _: object) -> object:
        if told.required and value is None:
            raise BadCase([Fault("", _MISSING)])
        if isinstance(value, no_value):
            raise BadCase([Fault("", _MEANT.format(given=_described(value), what=_KINDS[told.kind]))])
        return told.read(value, "")

    return read_value


def _table_reader(cls: type, facts: Mapping[str, Fact], hint: Text, **others: Any) -> Callable[[Any, object], Any]:
    overrides: dict[str, Any] = {name: override(struct_hook=_reader(told)) for name, told in facts.items()}
    make: Callable[[Mapping[str, Any], object], Any] = make_dict_structure_fn(
        cls, _CONVERTER, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True, **overrides, **others
    )

    def read_table(value: Any, _: object) -> Any:
        if isinstance(value, Mapping):
            return make(value, cls)
        raise BadCase([Fault("", _MEANT_TABLE.format(given=_described(value), hint=hint))])

    return read_table


def _read_members(value: object, _: object) -> list[FamilyMember]:
    text = None
    if not isinstance(value, (list, tuple)):
        text = _MEANT_LIST.format(given=_described(value))
    elif not value:
        text = _NO_MEMBERS
    elif len(value) > MOST_MEMBERS:
        text = _TOO_MANY_MEMBERS.format(most=MOST_MEMBERS)
    if text is not None:
        raise BadCase([Fault("", text)])
    return _CONVERTER.structure(value, list[FamilyMember])


def _with_names_of_now(data: Mapping[str, Any], faults: list[Fault]) -> dict[str, Any]:
    """Give the same tables with the names that their facts have now; what is told under both names is a fault."""

    def table(part: object, facts: Mapping[str, Fact], path: str = "", prefix: str = "") -> Any:
        if not isinstance(part, Mapping):
            return part
        found: dict[str, Any] = {}
        for name, value in part.items():
            now = name if name in facts else fact_now(name, prefix)
            if now != name and (now in part or now in found):
                faults.append(Fault(_join(path, name), _TWICE_BY_NAME.format(name=repr(now))))
            else:
                found[now] = value
        return found

    parts = table(data, CASE_FACTS)
    if "sponsor" in parts:
        parts["sponsor"] = table(parts["sponsor"], SPONSOR_FACTS, "sponsor", _SPONSOR)
    if isinstance(members := parts.get("members"), (list, tuple)):
        parts["members"] = [table(member, MEMBER_FACTS, f"members[{n}]") for n, member in enumerate(members)]
    return dict(parts)


_NO_HINT: Final = Text(en="", nl="")
_CONVERTER: Final = Converter(detailed_validation=True)
_CONVERTER.register_structure_hook(
    Sponsor, _table_reader(Sponsor, SPONSOR_FACTS, Text(en=" ([sponsor] in TOML)", nl=" ([sponsor] in TOML)"))
)
_CONVERTER.register_structure_hook(FamilyMember, _table_reader(FamilyMember, MEMBER_FACTS, _NO_HINT))
_CONVERTER.register_structure_hook(
    Case, _table_reader(Case, CASE_FACTS, _NO_HINT, members=override(struct_hook=_read_members))
)

# ---------------------------------------------------------------- faults


def _faults(group: BaseValidationError, path: str = "") -> Iterator[Fault]:
    """Give the faults in what cattrs raised, each with the place that the notes tell."""
    for error in group.exceptions:
        here = path
        for note in getattr(error, "__notes__", ()):
            if isinstance(note, AttributeValidationNote):
                here = _join(path, note.name)
            elif isinstance(note, IterableValidationNote):
                here = f"{path}[{note.index}]"
        if isinstance(error, BaseValidationError):
            yield from _faults(error, here)
        elif isinstance(error, ForbiddenExtraKeysError):
            names, few = error.extra_fields, len(error.extra_fields) <= _MOST_HINTS
            yield from (Fault(_join(path, name), _no_such_fact(name, error.cl, hints=few)) for name in names)
        elif isinstance(error, BadCase):
            yield from (fault.under(here) if here else fault for fault in error.faults)
        elif isinstance(error, KeyError):
            yield Fault(here, _MISSING_PARTS.get(here, _MISSING))
        else:
            raise error


@cache
def _names_of(cls: type) -> tuple[str, ...]:
    return (*CASE_FACTS, "sponsor", "members") if cls is Case else tuple(_OWNERS[cls][0])


def _no_such_fact(name: object, cls: type, *, hints: bool) -> Text:
    shown = str(name)[:_LONGEST_SHOWN]
    homes = [home for owner, (facts, home) in _OWNERS.items() if owner is not cls and name in facts]
    hint = homes[0] if homes else did_you_mean(shown, _names_of(cls)) if hints else _NO_HINT
    return _NO_SUCH_FACT.format(name=repr(shown), hint=hint)


def _doubled(data: Mapping[str, Any]) -> Iterator[Fault]:
    for path, value in _walk(data):
        yield from (Fault(_join(path, name), _TWICE) for name in getattr(value, "doubled", ()))


def _walk(value: object, path: str = "", levels: int = 4) -> Iterator[tuple[str, object]]:
    """Give each value with its place, in the order of the file, down to the facts."""
    yield path, value
    if levels and isinstance(value, Mapping):
        for name, part in value.items():
            yield from _walk(part, _join(path, name), levels - 1)
    elif levels and isinstance(value, (list, tuple)):
        for index, part in enumerate(value):
            yield from _walk(part, f"{path}[{index}]", levels - 1)


def _join(path: str, name: object) -> str:
    text = str(name)[:_LONGEST_SHOWN]
    shown = text if re.fullmatch(r"[\w-]+", text) else json.dumps(text)
    return f"{path}.{shown}" if path else shown


def _too_deep(data: object, most: int) -> bool:
    level = [data]
    for _ in range(most):
        inner = (part for outer in level for part in (outer.values() if isinstance(outer, Mapping) else outer))  # type: ignore[attr-defined]
        level = list({id(part): part for part in inner if isinstance(part, _NESTED)}.values())
    return bool(level)


def _sound(data: Mapping[str, Any], bad: set[str]) -> dict[str, Any]:
    """Give what is left without the faulty values, so that its contradictions can be reported too.

    A member without a sound id or relation gets a stand-in, and references that may mean it are left out.
    """

    def kept(table: object, facts: Mapping[str, Fact], path: str) -> dict[str, Any]:
        items = table.items() if isinstance(table, Mapping) and path not in bad else ()
        return {name: value for name, value in items if name in facts and _join(path, name) not in bad}

    listed = data.get("members", ())
    members = [
        kept(member, MEMBER_FACTS, f"members[{index}]")
        for index, member in enumerate(listed if "members" not in bad else ())
    ]
    certain = {member["id"] for member in members if "id" in member and "relation" in member}
    unclear = {member["id"] for member in members if "id" in member and "relation" not in member}
    nameless = not all("id" in member for member in members)
    for index, member in enumerate(members):
        for reference in ("with_parent", "parent_member"):
            wanted = member.get(reference)
            if wanted in unclear or (nameless and wanted not in certain):
                member.pop(reference, None)
        member.setdefault("id", f"\ufffd{index}")
        member.setdefault("relation", Relation.SIBLING)
    return {
        **kept(data, CASE_FACTS, ""),
        "sponsor": kept(data.get("sponsor"), SPONSOR_FACTS, "sponsor"),
        "members": members or [{"id": "\ufffd", "relation": Relation.SIBLING}],
    }


def _described(value: object) -> Text:
    if isinstance(value, Mapping):
        return Text(en="a table", nl="een tabel")
    if isinstance(value, (list, tuple, set, frozenset)):
        return Text(en="a list", nl="een lijst")
    if isinstance(value, time):
        return Text(en="a time of day", nl="een tijdstip")
    try:
        shown = repr(value)
    except ValueError:  # an integer that is too long to show
        shown = "…"
    return Text(en=shown, nl=shown) if len(shown) <= _LONGEST_SHOWN else Text(en="a value", nl="een waarde")


_SPONSOR: Final = "sponsor."
_ALL_FACTS: Final = {*CASE_FACTS, *(f"{_SPONSOR}{name}" for name in SPONSOR_FACTS), *MEMBER_FACTS}
settled(FACTS, _ALL_FACTS, of="facts")
_NESTED: Final = (Mapping, list, tuple)
_LONGEST_SHOWN: Final = 60
_MOST_HINTS: Final = 50  # a hint takes time, and where all names are wrong it helps nobody
# No start behind a backslash, and nothing is tried twice: a search takes time in proportion to the text.
_KEY_PART: Final = r"""(?:[\w-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')"""
_LONG_KEY: Final = re.compile(rf"""(?<![\w"'\\-]){_KEY_PART}(?:[ \t]*+\.[ \t]*+{_KEY_PART}){{{DEEPEST}}}""")
_LONG_NUMBER: Final = re.compile(rf"(?<![0-9_])[0-9](?:_?[0-9]){{{MOST_DIGITS}}}")
_OWNERS: Final[Mapping[type, tuple[Mapping[str, Fact], Text]]] = {
    Case: (
        CASE_FACTS,
        Text(en="; it stands at the top of the file, above [sponsor]", nl="; het staat bovenaan, boven [sponsor]"),
    ),
    Sponsor: (SPONSOR_FACTS, Text(en="; it belongs under [sponsor]", nl="; het hoort onder [sponsor]")),
    FamilyMember: (MEMBER_FACTS, Text(en="; it belongs under [[members]]", nl="; het hoort onder [[members]]")),
}
_KINDS: Final[Mapping[FactKind, Text]] = {
    FactKind.DATE: Text(en="a date such as 2026-11-25", nl="een datum zoals 2026-11-25"),
    FactKind.YES_NO: Text(en="true or false", nl="true of false"),
    FactKind.CHOICE: Text(en="one word", nl="één woord"),
    FactKind.AMOUNT: Text(en="an amount in euros", nl="een bedrag in euro's"),
    FactKind.MEMBER: Text(en="the id of a member", nl="de id van een gezinslid"),
    FactKind.TEXT: Text(en="a text", nl="een tekst"),
}
_MEANT: Final = Text(en="{given} stands here, where {what} is meant", nl="hier staat {given}, waar {what} bedoeld is")
_MEANT_TABLE: Final = Text(
    en="{given} stands here, where a table of facts is meant{hint}",
    nl="hier staat {given}, waar een tabel met feiten bedoeld is{hint}",
)
_MEANT_LIST: Final = Text(
    en="{given} stands here, where a list of tables is meant ([[members]] in TOML, with double brackets)",
    nl="hier staat {given}, waar een lijst van tabellen bedoeld is ([[members]] in TOML, met dubbele haken)",
)
_MISSING: Final = Text(en="this must be given", nl="dit moet worden opgegeven")
_MISSING_PARTS: Final[Mapping[str, Text]] = {
    "sponsor": Text(
        en="the sponsor is missing ([sponsor] in TOML)", nl="de hoofdpersoon ontbreekt ([sponsor] in TOML)"
    ),
}
_NO_MEMBERS: Final = Text(
    en="there is no family member; give at least one ([[members]] in TOML)",
    nl="er is geen gezinslid; geef er ten minste één ([[members]] in TOML)",
)
_TOO_MANY_MEMBERS: Final = Text(
    en="there are more than {most} family members", nl="er zijn meer dan {most} gezinsleden"
)
_NO_SUCH_FACT: Final = Text(en="there is no fact {name} here{hint}", nl="er is hier geen feit {name}{hint}")
_TWICE_BY_NAME: Final = Text(
    en="this is the old name of {name}, which is given too", nl="dit is de oude naam van {name}, dat er ook staat"
)
_TWICE: Final = Text(en="this is given more than once", nl="dit staat er meer dan eens")
_TOO_MANY_DIGITS: Final = Text(
    en="line {line}: a number has more than {most} digits", nl="regel {line}: een getal heeft meer dan {most} cijfers"
)
_EMPTY: Final = Text(en="the file is empty", nl="het bestand is leeg")
_TOO_LONG: Final = Text(en="the file is larger than {most} KiB", nl="het bestand is groter dan {most} KiB")
_TOO_DEEP: Final = Text(
    en="more than {most} tables or lists stand inside each other",
    nl="er staan meer dan {most} tabellen of lijsten in elkaar",
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

# ---------------------------------------------------------------- writing


def dumps(case: Case, format: Format = "toml") -> str:  # noqa: A002 -- as above
    """Write one family as a text that `loads` reads as an equal case.

    Args:
        case: The case. A case without members can be written too, but not read: there is nobody to assess.
        format: TOML or JSON.

    Returns:
        The text, one fact a line. Facts that are assumed, or simply unknown, are left out; a fact that is
        unknown where something would be assumed is written ``"unknown"``.

    Raises:
        ValueError: There is no such format.
    """
    quoted = _known_format(format) == "json"
    top = dict(_written(case, CASE_FACTS, quoted=quoted))
    sponsor = dict(_written(case.sponsor, SPONSOR_FACTS, quoted=quoted))
    members = [dict(_written(member, MEMBER_FACTS, quoted=quoted)) for member in case.members]
    return _as_json(top, sponsor, members) if quoted else _as_toml(top, sponsor, members)


def write(case: Case, path: str | PathLike[str]) -> None:
    """Write one family to a file: wholly or not at all.

    Args:
        case: The case.
        path: The file; JSON if its suffix is ``.json``, otherwise TOML. A file that is there is replaced.

    Raises:
        OSError: The file cannot be written; what was there is left as it was.
    """
    target = Path(path)
    files.write(target, dumps(case, "json" if target.suffix.lower() == ".json" else "toml"))


def _written(owner: object, facts: Mapping[str, Fact], *, quoted: bool) -> Iterator[tuple[str, str]]:
    for name, told in facts.items():
        value = getattr(owner, name)
        if value is ASSUMED or (value is None and not told.has_assumption):
            continue
        yield name, _literal(told, value, quoted=quoted)


def _literal(told: Fact, value: Any, *, quoted: bool) -> str:
    value = UNKNOWN_WORD if value is None else _word_for(told, value)
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


def _word_for(told: Fact, value: Any) -> Any:
    return next((word for word, meaning in told.words.items() if meaning == value), value)


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


# ---------------------------------------------------------------- the schema


def schema() -> dict[str, Any]:
    """Give the JSON schema (2020-12) of a case file, made from the facts.

    Returns:
        A new dictionary, ready for `json.dumps`. Titles and descriptions are in English and Dutch. What a
        schema cannot say (dates in an impossible order, references to nobody) it leaves to `structure`.
    """
    members = {"type": "array", "minItems": 1, "maxItems": MOST_MEMBERS, "items": _table_schema(MEMBER_FACTS)}
    parts = {
        "sponsor": {"title": "sponsor / hoofdpersoon", **_table_schema(SPONSOR_FACTS, prefix=_SPONSOR)},
        "members": {"title": "family members / gezinsleden", **members},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "case file / casusbestand",
        "description": "One family that asks for reunification after asylum.\n"
        "Eén gezin dat na asiel hereniging vraagt.",
        **_table_schema(CASE_FACTS, parts),
        "$defs": {_IN_PART: _DAY_IN_PART},
    }


def _table_schema(
    facts: Mapping[str, Fact], parts: Mapping[str, Any] | None = None, *, prefix: str = ""
) -> dict[str, Any]:
    renamed = {
        old.removeprefix(prefix): new.removeprefix(prefix) for old, new in _old_facts() if old.startswith(prefix)
    }
    old_names = {old: {**_fact_schema(facts[new]), "deprecated": True} for old, new in renamed.items() if new in facts}
    required = [name for name, told in facts.items() if told.required and name not in renamed.values()]
    required += parts or ()
    return {
        "type": "object",
        "properties": {**{name: _fact_schema(told) for name, told in facts.items()}, **old_names, **(parts or {})},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _old_facts() -> Iterable[tuple[str, str]]:
    return settled(FACTS, _ALL_FACTS, of="facts").items()


def _fact_schema(told: Fact) -> dict[str, Any]:
    words = [*told.words, *([] if told.required else [UNKNOWN_WORD, None])]
    in_part = told.kind is FactKind.DATE and not told.exact
    kind = {"$ref": f"#/$defs/{_IN_PART}"} if in_part else _KIND_SCHEMAS.get(told.kind, {})
    if told.kind is FactKind.CHOICE:
        values: dict[str, Any] = {"enum": [*_choices(told), *words]}
    elif words:
        values = {"anyOf": [kind, {"enum": words}]}
    else:
        values = dict(kind)
    assumed = {} if not told.has_assumption or callable(told.assumed) else {"default": _default(told)}
    return {
        "title": f"{told.label.en} / {told.label.nl}",
        "description": f"{told.question.en}\n{told.question.nl}",
        **values,
        **assumed,
    }


def _choices(told: Fact) -> list[str]:
    choices: type[Choice] | None = told.choices
    return [choice.value for choice in choices or ()]


def _default(told: Fact) -> Any:
    return json.loads(_literal(told, told.assumed, quoted=True))


_DAY: Final = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_IN_PART: Final = "day"
_DAY_IN_PART: Final = {
    "title": "day / dag",
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
