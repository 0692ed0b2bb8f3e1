"""What a change of law does: for whom it changes what, found on the boundary families of both laws.

Nothing is drawn at random and there is no second list of rules: the families come from the conditions of
the two rule sets (see `boundaries`), and the rows of the table from `people`.
"""

from __future__ import annotations

import html
import itertools
import json
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property, lru_cache
from typing import Any, Final, Literal, TypeAlias

import attrs

import reunify
from reunify.assess import Cause, Change, compare
from reunify.facts import ASSUMED, MEMBER_FACTS, SPONSOR_FACTS, Case, FamilyMember, Kind, Protection
from reunify.family import Family
from reunify.faults import BadCase
from reunify.meaning import ELIGIBLE, EXCLUDED, NOT_YET, Verdict
from reunify.ruleset import RuleSet
from reunify.sources import Source
from reunify.terms import NEVER
from reunify.testing.boundaries import BoundaryFamily, boundary_set, what_is_asked
from reunify.testing.people import HELD_BACK, PEOPLE, Facts
from reunify.text import LANGS, Lang, Text

Form: TypeAlias = Literal["text", "markdown", "html", "json"]
FORMS: Final[tuple[Form, ...]] = ("text", "markdown", "html", "json")
SCHEMA_VERSION: Final = 1

# ---------------------------------------------------------------- one difference


@attrs.frozen(kw_only=True, slots=False)
class Difference:
    """One kind of difference, and the least changed boundary family that shows it.

    Attributes:
        family: The boundary family.
        change: What comes out for the person under both rule sets.
        laws: The old and the new rule set.
        families: In how many boundary families this kind of difference was met.
    """

    family: BoundaryFamily
    change: Change
    laws: tuple[RuleSet, RuleSet]
    families: int = 1

    @property
    def person(self) -> str:
        """The name of the person in `people.PEOPLE`; also the member's id in the family."""
        return self.family.person

    @property
    def protection(self) -> Protection:
        """The sponsor's status."""
        return self.family.protection

    @property
    def old(self) -> Verdict:
        """The verdict under the old rule set."""
        return self.change.old.verdict

    @property
    def new(self) -> Verdict:
        """The verdict under the new rule set."""
        return self.change.new.verdict

    @property
    def worse(self) -> bool:
        """Whether the person comes out worse under the new rule set."""
        return _ORDER[self.new] < _ORDER[self.old]

    @property
    def cause(self) -> tuple[Cause, ...]:
        """The conditions that make the difference, each with the rule set that it stands in."""
        return self.change.cause

    @property
    def conditions(self) -> tuple[str, ...]:
        """The ids of those conditions."""
        return tuple(cause.condition for cause in self.cause)

    @property
    def provisions(self) -> tuple[Source, ...]:
        """Where those conditions rest on."""
        return tuple(dict.fromkeys(cause.source for cause in self.cause))

    @cached_property
    def case(self) -> Case:
        """The smallest family that shows the difference: no fact could be left out."""
        return _smallest(self)

    def told(self, lang: Lang) -> str:
        """Give the difference in one line.

        Args:
            lang: The language.
        """
        why = "; ".join(f"{cause.condition} ({cause.source.cite[lang]})" for cause in self.cause)
        step = f"{self.old.label[lang]} → {self.new.label[lang]}"
        who = f"{self.family.who.label[lang]}, {self.protection.label[lang]}"
        return f"{who}: {step}: {why}. {told_changes(self.family.changes, lang)}"

    def __str__(self) -> str:
        return self.told("en")


_ORDER: Final = {verdict: rank for rank, verdict in enumerate(Verdict)}
_ALL_MET: Final = Text(en="all else met", nl="al het andere vervuld")
_WHERE: Final = Text(en="where", nl="waar")


def told_changes(changes: Iterable[tuple[str, Any]], lang: Lang) -> str:
    """Say in which facts a family differs from the one in which everything is met.

    Args:
        changes: The facts.
        lang: The language.
    """
    told = "; ".join(f"{name} = {written(value)}" for name, value in changes)
    return f"({_WHERE[lang]} {told}; {_ALL_MET[lang]})" if told else f"({_ALL_MET[lang]})"


def written(value: Any) -> str:
    """Write the value of a fact on one line, as `read_back` reads it.

    Args:
        value: The value.
    """
    if value is ASSUMED:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "never" if value == NEVER else str(value)


# ---------------------------------------------------------------- all differences


@attrs.frozen(kw_only=True)
class Cell:
    """What comes out under both rule sets for one person and status, in the table.

    Attributes:
        change: Both outcomes.
    """

    change: Change

    @property
    def old(self) -> Verdict:
        """The verdict under the old rule set."""
        return self.change.old.verdict

    @property
    def new(self) -> Verdict:
        """The verdict under the new rule set."""
        return self.change.new.verdict

    @property
    def waits_for(self) -> tuple[str, ...]:
        """The conditions that a verdict of *not yet* under the new rule set waits for."""
        if self.new is not Verdict.NOT_YET:
            return ()
        return tuple(r.condition for r in self.change.new.reasons if r.holds is False and r.within is None)

    def told(self, lang: Lang) -> str:
        """Give the cell as text.

        Args:
            lang: The language.
        """
        old, new = (
            _told_outcome(outcome.verdict, outcome.disputed, lang) for outcome in (self.change.old, self.change.new)
        )
        waits = f" ({' + '.join(self.waits_for)})" if self.waits_for else ""
        return f"{old} → {new}{waits}"


_DISPUTED: Final = Text(en=", disputed", nl=", omstreden")


def _told_outcome(verdict: Verdict, disputed: bool, lang: Lang) -> str:
    return verdict.label[lang] + (_DISPUTED[lang] if disputed else "")


@attrs.frozen(kw_only=True)
class Row:
    """One row of the table: a family member, with one cell for each status.

    Attributes:
        id: The name of the row.
        label: Who it is.
        cells: What comes out, by status.
    """

    id: str
    label: Text
    cells: Mapping[Protection, Cell]


@attrs.frozen(kw_only=True, slots=False)
class Differences:
    """What changes for whom between two rule sets: iterate for one `Difference` of each kind.

    Attributes:
        old: The rule set compared from.
        new: The rule set compared with.
        found: One of each kind: person, status, old verdict, new verdict, deciding conditions.
        checked: For how many boundary families both were assessed.
        differing: In how many of those the verdicts differ.
        silent: Families in which only a day, a dispute or what is not yet known differs, one of each kind.
    """

    old: RuleSet
    new: RuleSet
    found: tuple[Difference, ...]
    checked: int
    differing: int
    silent: tuple[BoundaryFamily, ...]

    def __iter__(self) -> Iterator[Difference]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    @property
    def equal(self) -> bool:
        """Whether the rule sets are equal in effect: no verdict, day or dispute differs in any family."""
        return not self.found and not self.silent

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The table: a row for each family member, everything else met and in time, soon after the grant."""
        return tuple(_rows(self.old, self.new))

    def of(self, person: str, protection: Protection | str) -> tuple[Difference, ...]:
        """Give the differences for one person and status.

        Args:
            person: The name of the person in `people.PEOPLE`.
            protection: The sponsor's status.
        """
        return tuple(d for d in self.found if d.person == person and d.protection == protection)

    def counts(self) -> tuple[int, int]:
        """Give in how many boundary families the person comes out better, and in how many worse."""
        better = sum(d.families for d in self.found if not d.worse)
        return better, self.differing - better

    def gains_and_losses(self, lang: Lang = "en") -> str:
        """Say who gains and who loses, in numbers of boundary families and with one family each.

        Args:
            lang: The language.
        """
        return _gains_and_losses(self, lang)

    def __str__(self) -> str:
        return render(self)


@lru_cache(maxsize=16)
def differences(old: RuleSet, new: RuleSet, given: Callable[[Case], bool] | None = None) -> Differences:
    """Find what changes for whom between two rule sets.

    Args:
        old: The rule set to compare from.
        new: The rule set to compare with.
        given: Which families count; left out, all of them.

    Returns:
        One difference of each kind (person, status, old verdict, new verdict, deciding conditions), the
        least changed family first.
    """
    families = {family.key: family for law in (old, new) for family in boundary_set(law)}
    if given is not None:
        families = {key: family for key, family in families.items() if given(family.case)}
    found: dict[object, Difference] = {}
    silent: dict[object, BoundaryFamily] = {}
    differing = 0
    same = {person.id for person in PEOPLE if what_is_asked(old, person) == what_is_asked(new, person)}
    for family in sorted(families.values(), key=_position):
        if family.person in same:
            continue
        before, after = (_Seen(family, law) for law in (old, new))
        if before.mask != after.mask and {before.mask, after.mask} <= _SETTLED:
            differing += 1
            change = _change(family.case, (old, new), family.person)
            difference = Difference(family=family, change=change, laws=(old, new))
            _count(found, _kind(difference), difference)
        elif before.findings != after.findings or before.disputed != after.disputed:
            silent.setdefault((family.person, family.protection, before.silent_kind(after)), family)
    return Differences(
        old=old,
        new=new,
        found=_minimal(found.values()),
        checked=len(families),
        differing=differing,
        silent=tuple(silent.values()),
    )


_SETTLED: Final = {EXCLUDED, NOT_YET, ELIGIBLE}
_PLACES: Final = {person.id: index for index, person in enumerate(PEOPLE)}


def _position(family: BoundaryFamily) -> tuple[int, str, int, int]:
    """Put the least changed first, and a change of the person's own facts before one of another's."""
    of_others = sum("." in name for name, _ in family.changes)
    return _PLACES[family.person], family.protection, len(family.changes), of_others


def _kind(difference: Difference) -> tuple[object, ...]:
    return (
        difference.person,
        difference.protection,
        difference.old,
        difference.new,
        frozenset(difference.conditions),
    )


def _count(found: dict[object, Difference], kind: tuple[object, ...], difference: Difference) -> None:
    first = found.get(kind)
    found[kind] = difference if first is None else attrs.evolve(first, families=first.families + 1)


class _Seen:
    """What comes out for the person of a boundary family, as far as it is asked for."""

    def __init__(self, family: BoundaryFamily, rule_set: RuleSet) -> None:
        self._family = Family(family.case, rule_set)
        self._member = self._family.case.members[0]
        self._person = self._family.person(self._member)
        self.mask = self._person.mask
        self.findings = self._person.findings

    @cached_property
    def disputed(self) -> frozenset[tuple[str, int]]:
        """The contested points of which the other reading gives other verdicts."""
        points = self._family.points(self._member)
        others = {point: self._family.person(self._member, point).mask for point in points}
        return frozenset((point, mask) for point, mask in others.items() if mask != self.mask)

    def silent_kind(self, other: _Seen) -> tuple[object, ...]:
        """Say what else than a settled verdict differs."""
        same = tuple(one == another for one, another in zip(self.findings, other.findings, strict=True))
        return same, self.disputed ^ other.disputed


# ---------------------------------------------------------------- the smallest family


def _smallest(difference: Difference) -> Case:
    """Leave out every member and fact without which the same difference is still shown."""
    case, kind = difference.family.case, _kind(difference)

    def same(other: Case) -> bool:
        change = _change(other, difference.laws, difference.person)
        return _kind(attrs.evolve(difference, change=change)) == kind

    for member in case.members[1:]:
        left = tuple(_without_reference(other, member.id) for other in case.members if other is not member)
        case = _if_same(case, {"members": left}, same)
    for name in SPONSOR_FACTS:
        if name != "protection":
            case = _without(case, None, name, same)
    for index in range(len(case.members)):
        for name in MEMBER_FACTS:
            if name not in {"id", "relation"}:
                case = _without(case, index, name, same)
    return case


def _without_reference(member: FamilyMember, id_: str) -> FamilyMember:
    names = [name for name, told in MEMBER_FACTS.items() if told.kind is Kind.MEMBER and getattr(member, name) == id_]
    changes: dict[str, Any] = dict.fromkeys(names)
    return attrs.evolve(member, **changes)


def _without(case: Case, index: int | None, name: str, same: Callable[[Case], bool]) -> Case:
    """Leave out one fact, if the difference does not need it."""
    owner: Any = case.sponsor if index is None else case.members[index]
    told = (SPONSOR_FACTS if index is None else MEMBER_FACTS)[name]
    left_out = ASSUMED if told.has_assumption else None
    if getattr(owner, name) is left_out:
        return case
    less = attrs.evolve(owner, **{name: left_out})
    if index is None:
        return _if_same(case, {"sponsor": less}, same)
    return _if_same(case, {"members": (*case.members[:index], less, *case.members[index + 1 :])}, same)


def _if_same(case: Case, changes: dict[str, Any], same: Callable[[Case], bool]) -> Case:
    try:
        other = attrs.evolve(case, **changes)
    except BadCase:
        return case
    return other if same(other) else case


def _change(case: Case, laws: tuple[RuleSet, RuleSet], member: str) -> Change:
    """Give what the step from one law to the other does to one member."""
    person = case.member(member)
    alone = attrs.evolve(case, members=(person, *(other for other in case.members if other is not person)))
    return compare(alone, *laws)[member]


def _minimal(found: Iterable[Difference]) -> tuple[Difference, ...]:
    """Leave out the differences that only put together what others show one by one."""
    kept: list[Difference] = []
    for difference in sorted(found, key=lambda d: len(d.conditions)):
        index = next((i for i, other in enumerate(kept) if _within(other, difference)), None)
        if index is None:
            kept.append(difference)
        else:
            kept[index] = attrs.evolve(kept[index], families=kept[index].families + difference.families)
    return tuple(sorted(kept, key=lambda difference: _position(difference.family)))


def _within(other: Difference, difference: Difference) -> bool:
    *same, conditions = _kind(other)
    *wanted, more = _kind(difference)
    return same == wanted and set(other.conditions) < set(difference.conditions) and conditions != more


# ---------------------------------------------------------------- the table

_LATE_DAY: Final = date(2026, 11, 2)
_SPECIAL: Final[Mapping[str, tuple[tuple[str, Text, Facts], ...]]] = {
    "spouse": (
        (
            "spouse-under-18",
            Text(en="spouse under 18", nl="echtgenoot onder 18"),
            {"born_on": date(2009, 3, 1)},
        ),
        (
            "married-after-entry",
            Text(en="spouse, married after entry", nl="echtgenoot, getrouwd na binnenkomst"),
            {"married_on": date(2025, 6, 1), "family_since": date(2025, 6, 1)},
        ),
    )
}
_LATE: Final = Text(en="filed late without excuse: {who}", nl="te laat ingediend zonder excuus: {who}")


def _rows(old: RuleSet, new: RuleSet) -> Iterator[Row]:
    laws = (old, new)
    late: dict[tuple[str, ...], list[Row]] = {}
    for person in PEOPLE:
        row = _row(person.id, person.id, person.label, HELD_BACK, laws)
        yield row
        for id_, label, facts in _SPECIAL.get(person.id, ()):
            yield _row(id_, person.id, label, {**HELD_BACK, **facts}, laws)
        if any({cell.old, cell.new} != {Verdict.EXCLUDED} for cell in row.cells.values()):
            after = _row(f"late:{person.id}", person.id, person.label, {**HELD_BACK, **_all_late(person.facts)}, laws)
            late.setdefault(_as_told(after), []).append(after)
    for rows in late.values():
        who = Text(en="; ".join(row.label.en for row in rows), nl="; ".join(row.label.nl for row in rows))
        id_ = "late:" + "+".join(row.id.removeprefix("late:") for row in rows)
        yield Row(id=id_, label=_LATE.format(who=who), cells=rows[0].cells)


def _as_told(row: Row) -> tuple[str, ...]:
    return tuple(cell.told("en") for cell in row.cells.values())


def _all_late(facts: Facts) -> Facts:
    """Let everybody in the family apply after the three months."""
    return {name: _LATE_DAY for name in facts if name.rpartition(".")[2] == "applied_on"}


def _row(id_: str, person: str, label: Text, facts: Facts, laws: tuple[RuleSet, RuleSet]) -> Row:
    cells = {}
    for protection in Protection:
        family = BoundaryFamily(person=person, protection=protection).changed(facts)
        cells[protection] = Cell(change=_change(family.case, laws, person))
    return Row(id=id_, label=label, cells=cells)


# ---------------------------------------------------------------- putting it into words

_WHO: Final = Text(en="family member", nl="gezinslid")
_STATUS: Final = Text(en="{status}: old → new", nl="{status}: oud → nieuw")
_TITLE: Final = Text(en="What changes: {old} → {new}", nl="Wat verandert: {old} → {new}")
_TABLE: Final = Text(
    en="With everything else met, filed in time, soon after the grant (no means and no housing yet):",
    nl="Met al het andere vervuld, op tijd ingediend, kort na de verlening (nog geen middelen en woonruimte):",
)
_EQUAL: Final = Text(
    en="The two are equal in effect: the same verdicts, days and disputes in all {checked} boundary families.",
    nl="De twee hebben hetzelfde effect: dezelfde uitkomsten, dagen en geschilpunten in alle {checked} grensgezinnen.",
)
_COUNTS: Final = Text(
    en="Checked on {checked} boundary families: in {better} the person comes out better, in {worse} worse.",
    nl="Nagegaan op {checked} grensgezinnen: in {better} is de uitkomst beter, in {worse} slechter.",
)
_SILENT: Final = Text(
    en="Beyond the verdicts, a day, a dispute or what is not known differs in {count} kinds of families.",
    nl="Afgezien van de uitkomst verschilt een dag, een geschilpunt of wat niet bekend is in {count} soorten gezinnen.",
)
_EVERY: Final = Text(
    en="Every kind of difference, with the least changed family:",
    nl="Elk soort verschil, met het minst veranderde gezin:",
)
_NOTICE: Final = Text(en="Decision support, not legal advice.", nl="Hulp bij het beoordelen, geen juridisch advies.")


def render(found: Differences, lang: Lang = "en", form: Form = "text") -> str:
    """Put differences into words: the table, the counts, and every kind of difference in a line.

    Args:
        found: The differences.
        lang: The language.
        form: Text, Markdown, HTML (one page) or JSON.

    Raises:
        ValueError: There is no such language or form.
    """
    if lang not in LANGS or form not in FORMS:
        message = f"there is no {lang!r} or {form!r}; languages: {', '.join(LANGS)}; forms: {', '.join(FORMS)}"
        raise ValueError(message)
    return _FORMS[form](found, lang)


_GAINS: Final = Text(en="better", nl="beter")
_LOSES: Final = Text(en="worse", nl="slechter")
_EXAMPLE: Final = Text(en="for example", nl="bijvoorbeeld")


def _gains_and_losses(found: Differences, lang: Lang) -> str:
    title = _title(found, lang)
    lines = [title, "=" * len(title), "", *_summary(found, lang)]
    sides: dict[tuple[str, Protection, bool], list[Difference]] = {}
    for difference in found:
        sides.setdefault((difference.person, difference.protection, difference.worse), []).append(difference)
    for kinds in sides.values():
        first = min(kinds, key=lambda difference: len(difference.family.changes))
        side = (_LOSES if first.worse else _GAINS)[lang]
        count = sum(difference.families for difference in kinds)
        who = f"{first.family.who.label[lang]}, {first.protection.label[lang]}"
        lines += ["", *textwrap.wrap(f"{side} {count:4}  {who}", _WIDE, subsequent_indent=" " * 4)]
        step = f"{first.old.label[lang]} → {first.new.label[lang]}"
        example = f"{_EXAMPLE[lang]}: {step} {told_changes(first.family.changes, lang)}"
        lines += textwrap.wrap(example, _WIDE, initial_indent=" " * 4, subsequent_indent=" " * 4)
    return "\n".join(lines)


_WIDE: Final = 100


def _summary(found: Differences, lang: Lang) -> list[str]:
    if found.equal:
        return [_EQUAL.format(checked=found.checked)[lang]]
    better, worse = found.counts()
    lines = [_COUNTS.format(checked=found.checked, better=better, worse=worse)[lang]]
    return lines + ([_SILENT.format(count=len(found.silent))[lang]] if found.silent else [])


def _grid(found: Differences, lang: Lang) -> list[list[str]]:
    head = [_WHO[lang], *(_STATUS.format(status=status.label)[lang] for status in Protection)]
    return [head, *([row.label[lang], *(cell.told(lang) for cell in row.cells.values())] for row in found.rows)]


def _title(found: Differences, lang: Lang) -> str:
    return _TITLE.format(old=found.old.short, new=found.new.short)[lang]


def _text(found: Differences, lang: Lang) -> str:
    title = _title(found, lang)
    lines = [title, "=" * len(title), "", *_summary(found, lang)]
    if not found.equal:
        lines += ["", _TABLE[lang], "", *_aligned(_grid(found, lang))]
        lines += ["", _EVERY[lang], "", *(f"- {difference.told(lang)}" for difference in found)]
    return "\n".join([*lines, "", _NOTICE[lang]]) + "\n"


_WIDEST: Final = 56


def _aligned(grid: list[list[str]]) -> Iterator[str]:
    wrapped = [[textwrap.wrap(cell, _WIDEST) for cell in row] for row in grid]
    widths = [max(len(line) for row in wrapped for line in row[column]) for column in range(len(grid[0]))]
    for index, row in enumerate(wrapped):
        for lines in itertools.zip_longest(*row, fillvalue=""):
            yield "  ".join(line.ljust(width) for line, width in zip(lines, widths, strict=True)).rstrip()
        if index == 0:
            yield "  ".join("-" * width for width in widths)


def _markdown(found: Differences, lang: Lang) -> str:
    blocks = [f"# {_title(found, lang)}", *_summary(found, lang)]
    if not found.equal:
        grid = _grid(found, lang)
        rows = [grid[0], ["---"] * len(grid[0]), *grid[1:]]
        blocks += [_TABLE[lang], "\n".join(f"| {' | '.join(_plain(cell) for cell in row)} |" for row in rows)]
        blocks += [_EVERY[lang], "\n".join(f"- {_plain(difference.told(lang))}" for difference in found)]
    return "\n\n".join([*blocks, f"> {_NOTICE[lang]}"]) + "\n"


def _plain(text: str) -> str:
    """Keep a text from being read as Markdown."""
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", text)


_STYLE: Final = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse}th,td{border:1px solid #999;padding:.3rem .6rem;text-align:left;vertical-align:top}"
)


def _page(found: Differences, lang: Lang) -> str:
    title = html.escape(_title(found, lang))
    body = [f"<h1>{title}</h1>", *(f"<p>{html.escape(line)}</p>" for line in _summary(found, lang))]
    if not found.equal:
        head, *rows = ([html.escape(cell) for cell in row] for row in _grid(found, lang))
        body += [f"<p>{html.escape(_TABLE[lang])}</p>", "<table>"]
        columns = "".join(f'<th scope="col">{cell}</th>' for cell in head)
        body.append(f"<thead><tr>{columns}</tr></thead>")
        body += ["<tbody>", *(_html_row(row) for row in rows), "</tbody>", "</table>"]
        body += [f"<p>{html.escape(_EVERY[lang])}</p>", "<ul>"]
        body += [*(f"<li>{html.escape(difference.told(lang))}</li>" for difference in found), "</ul>"]
    body.append(f"<p>{html.escape(_NOTICE[lang])}</p>")
    head_ = f'<meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
    lines = ["<!DOCTYPE html>", f'<html lang="{lang}">', f"<head>{head_}</head>", "<body>", *body, "</body>", "</html>"]
    return "\n".join(lines) + "\n"


def _html_row(row: list[str]) -> str:
    first, *cells = row
    return "".join([f'<tr><th scope="row">{first}</th>', *(f"<td>{cell}</td>" for cell in cells), "</tr>"])


def _json(found: Differences, lang: Lang) -> str:
    better, worse = found.counts()
    data = {
        "schema": SCHEMA_VERSION,
        "reunify": reunify.__version__,
        "lang": lang,
        "notice": _NOTICE[lang],
        "old": found.old.id,
        "new": found.new.id,
        "equal": found.equal,
        "checked": found.checked,
        "better": better,
        "worse": worse,
        "silent": len(found.silent),
        "rows": [_json_row(row, lang) for row in found.rows],
        "differences": [_json_difference(difference, lang) for difference in found],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _json_row(row: Row, lang: Lang) -> dict[str, Any]:
    return {
        "id": row.id,
        "label": row.label[lang],
        "cells": {
            status.value: {
                "old": cell.old.value,
                "new": cell.new.value,
                "old_disputed": cell.change.old.disputed,
                "new_disputed": cell.change.new.disputed,
                "waits_for": list(cell.waits_for),
            }
            for status, cell in row.cells.items()
        },
    }


def _json_difference(difference: Difference, lang: Lang) -> dict[str, Any]:
    return {
        "person": difference.person,
        "label": difference.family.who.label[lang],
        "protection": difference.protection.value,
        "old": difference.old.value,
        "new": difference.new.value,
        "change": difference.change.kind.value,
        "cause": [
            {"condition": cause.condition, "rule_set": cause.rule_set, "source": cause.source.cite[lang]}
            for cause in difference.cause
        ],
        "families": difference.families,
        "changed_facts": {name: written(value) for name, value in difference.family.changes},
    }


_FORMS: Final[Mapping[Form, Callable[[Differences, Lang], str]]] = {
    "text": _text,
    "markdown": _markdown,
    "html": _page,
    "json": _json,
}
