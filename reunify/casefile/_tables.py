"""A case from the tables and values of a case file; what is wrong with them is told all at once, each with its place."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from functools import cache
from typing import Any, Final

import attrs

try:
    from cattrs import (
        AttributeValidationNote,
        BaseValidationError,
        Converter,
        ForbiddenExtraKeysError,
        IterableValidationNote,
    )
    from cattrs.gen import make_dict_structure_fn, override
except ModuleNotFoundError as _error:
    _NEEDED = 'case files need cattrs / casusbestanden vragen om cattrs: pip install "reunify[cli]"'
    raise ImportError(_NEEDED, name=_error.name) from None

from reunify.casefile._syntax import DEEPEST, EMPTY, LONGEST_SHOWN, TOO_DEEP
from reunify.facts import (
    ALL_FACTS,
    CASE_FACTS,
    MEMBER_FACTS,
    SPONSOR_FACTS,
    UNKNOWN_WORD,
    Case,
    Fact,
    FactKind,
    FamilyMember,
    Relation,
    Sponsor,
)
from reunify.facts.kinds import ADDED
from reunify.faults import BadCase, Fault, FaultCode, did_you_mean
from reunify.renamed import FACTS, fact_now, settled
from reunify.text import Text

NOT_KNOWN: Final = "not_known"
"""In a table: the days known in part of which nobody knows more, so that they are not asked again."""
MOST_MEMBERS: Final = 100
"""The number of family members above which a case is refused."""


def structure(data: Mapping[str, Any], *, decided_on: date | None = None) -> Case:
    """Make a case of the tables and values that a TOML or JSON parser gives.

    Args:
        data: The facts of the case by name, with the table ``sponsor`` and the list of tables ``members``.
            Dates are `datetime.date` or strings such as ``"2026-11-25"``; of which only a part is known, as `Span` or
            as case files write it. None says as much as leaving the fact out; ``"unknown"`` says that it is unknown, also where
            something would be assumed.
        decided_on: The day that the assessment is made for; it takes the place of the one in the data.

    Returns:
        The case. Its ``decided_on`` is None where neither the caller nor the data have one.

    Raises:
        BadCase: A name or value is not known, a value is of a wrong type, or facts contradict each other;
            every fault at once, in the order of the data.
    """
    if not isinstance(data, Mapping):
        raise BadCase([Fault("", _MEANT_TABLE.format(given=_described(data), hint=""), FaultCode.WRONG_TYPE)])
    if not data:
        raise BadCase([Fault("", EMPTY, FaultCode.EMPTY)])
    if _too_deep(data, DEEPEST):
        names = (name for name, part in data.items() if isinstance(part, _NESTED) and _too_deep(part, DEEPEST - 1))
        raise BadCase([Fault(_join("", name), TOO_DEEP.format(most=DEEPEST), FaultCode.TOO_DEEP) for name in names])
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


# ---------------------------------------------------------------- structuring


def _reader(told: Fact) -> Callable[[object, object], object]:
    no_value = (Mapping, set, frozenset, time) if is_in_part(told) else (Mapping, list, tuple, set, frozenset, time)

    def read_value(value: object, _: object) -> object:
        if value is None:  # as if it stood there not at all
            if told.required:
                raise BadCase([Fault("", _MISSING, FaultCode.MISSING_FACT)])
            return told.left_out
        if isinstance(value, no_value):
            said = _MEANT.format(given=_described(value), what=_KINDS[told.kind])
            raise BadCase([Fault("", said, FaultCode.WRONG_TYPE)])
        return told.read(value, "")

    return read_value


def _table_reader(cls: type, facts: Mapping[str, Fact], hint: Text, **others: Any) -> Callable[[Any, object], Any]:
    @cache  # written when a table is first read: a file that is not there needs none
    def maker() -> Callable[[Mapping[str, Any], object], Any]:
        overrides: dict[str, Any] = {name: override(struct_hook=_reader(told)) for name, told in facts.items()}
        if cls is not Case:
            overrides |= dict.fromkeys(("added", NOT_KNOWN), override(omit=True))
        return make_dict_structure_fn(
            cls, _CONVERTER, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True, **overrides, **others
        )

    def read_table(value: Any, _: object) -> Any:
        if not isinstance(value, Mapping):
            raise BadCase([Fault("", _MEANT_TABLE.format(given=_described(value), hint=hint), FaultCode.WRONG_TYPE)])
        apart = {**ADDED.get(cls, {}), **({} if cls is Case else {NOT_KNOWN: None})}
        not_known = tuple(name for name, told in value.items() if isinstance(told, str) and told == UNKNOWN_WORD)
        if not apart.keys() & value.keys():
            made = maker()(value, cls)
            return attrs.evolve(made, not_known=not_known) if not_known and cls is not Case else made
        own, faults = _read_added(ADDED.get(cls, {}), value)
        try:
            told = value.get(NOT_KNOWN)
            not_known += () if told is None else _read_not_known(facts, told)
        except BadCase as bad:
            faults += bad.faults
        try:
            made = maker()({name: found for name, found in value.items() if name not in apart}, cls)
        except BaseValidationError as group:
            raise group.derive([*group.exceptions, BadCase(faults)]) from None
        if faults:
            raise BadCase(faults)
        return attrs.evolve(made, not_known=not_known, **own)

    return read_table


def _read_added(added: Mapping[str, Fact], table: Mapping[str, Any]) -> tuple[dict[str, object], list[Fault]]:
    """Read the facts that a law of one's own has added to those of a table; give what is wrong with them too."""
    own: dict[str, object] = {}
    faults: list[Fault] = []
    for name in (name for name in table if name in added):
        try:
            own[name] = _reader(added[name])(table[name], None)
        except BadCase as bad:
            faults += (fault.under(name) for fault in bad.faults)
    return own, faults


def _read_not_known(facts: Mapping[str, Fact], value: object) -> tuple[str, ...]:
    """Read the names of the days of which no more is known than stands in the table."""
    days = [name for name, told in facts.items() if is_in_part(told)]
    if not isinstance(value, (list, tuple)):
        said = _MEANT.format(given=_described(value), what=_NAMES)
        raise BadCase([Fault(NOT_KNOWN, said, FaultCode.WRONG_TYPE)])
    wrong = [name for name in value if name not in days]
    if wrong:
        shown = str(wrong[0])[:LONGEST_SHOWN]
        said = _NO_SUCH_DAY.format(name=repr(shown), hint=did_you_mean(shown, days))
        raise BadCase([Fault(NOT_KNOWN, said, FaultCode.UNKNOWN_FACT)])
    return tuple(value)


def is_in_part(told: Fact) -> bool:
    """Say whether a fact is a day of which a part can be known."""
    return told.kind is FactKind.DATE and not told.exact


def _read_members(value: object, _: object) -> list[FamilyMember]:
    if not isinstance(value, (list, tuple)):
        raise BadCase([Fault("", _MEANT_LIST.format(given=_described(value)), FaultCode.WRONG_TYPE)])
    if not value:
        raise BadCase([Fault("", _NO_MEMBERS, FaultCode.NO_MEMBERS)])
    if len(value) > MOST_MEMBERS:
        raise BadCase([Fault("", _TOO_MANY_MEMBERS.format(most=MOST_MEMBERS), FaultCode.TOO_LARGE)])
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
                said = _TWICE_BY_NAME.format(name=repr(now))
                faults.append(Fault(_join(path, name), said, FaultCode.GIVEN_TWICE))
            else:
                found[now] = value
        return found

    parts = table(data, CASE_FACTS)
    if "sponsor" in parts:
        parts["sponsor"] = table(parts["sponsor"], SPONSOR_FACTS, "sponsor", "sponsor.")
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
            for name in names:
                yield Fault(_join(path, name), _no_such_fact(name, error.cl, hints=few), FaultCode.UNKNOWN_FACT)
        elif isinstance(error, BadCase):
            yield from (fault.under(here) if here else fault for fault in error.faults)
        elif isinstance(error, KeyError):
            yield Fault(here, _NO_SPONSOR if here == "sponsor" else _MISSING, FaultCode.MISSING_FACT)
        else:
            raise error


def _names_of(cls: type) -> tuple[str, ...]:
    return (*CASE_FACTS, "sponsor", "members") if cls is Case else tuple(_OWNERS[cls][0])


def _no_such_fact(name: object, cls: type, *, hints: bool) -> Text:
    shown = str(name)[:LONGEST_SHOWN]
    homes = [home for owner, (facts, home) in _OWNERS.items() if owner is not cls and name in facts]
    hint = homes[0] if homes else did_you_mean(shown, _names_of(cls)) if hints else _NO_HINT
    return _NO_SUCH_FACT.format(name=repr(shown), hint=hint)


def _doubled(data: Mapping[str, Any]) -> Iterator[Fault]:
    for path, value in _walk(data):
        yield from (Fault(_join(path, name), _TWICE, FaultCode.GIVEN_TWICE) for name in getattr(value, "doubled", ()))


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
    text = str(name)[:LONGEST_SHOWN]
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
    if value is None:
        return Text(en="nothing (null)", nl="niets (null)")
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
    return Text(en=shown, nl=shown) if len(shown) <= LONGEST_SHOWN else Text(en="a value", nl="een waarde")


settled(FACTS, ALL_FACTS, of="facts")  # each old name of a fact leads somewhere
_NESTED: Final = (Mapping, list, tuple)
_MOST_HINTS: Final = 50  # a hint takes time, and where all names are wrong it helps nobody
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
_NAMES: Final = Text(en="a list of names of days", nl="een lijst met namen van dagen")
_NO_SUCH_DAY: Final = Text(
    en="{name} is no day of this table of which a part can be known{hint}",
    nl="{name} is geen dag van deze tabel waarvan een deel bekend kan zijn{hint}",
)
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
_NO_SPONSOR: Final = Text(
    en="the sponsor is missing ([sponsor] in TOML)", nl="de hoofdpersoon ontbreekt ([sponsor] in TOML)"
)
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
