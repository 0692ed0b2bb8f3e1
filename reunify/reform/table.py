"""The table of what a change of law does: a row for each family member, all else met and in time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

import attrs

from reunify.assess import Change, compare
from reunify.facts import Case, Protection
from reunify.meaning import Verdict
from reunify.reform.boundaries import BoundaryFamily
from reunify.reform.people import HELD_BACK, PEOPLE, Facts
from reunify.ruleset import RuleSet
from reunify.text import Lang, Text


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


def change_for(case: Case, laws: tuple[RuleSet, RuleSet], member: str) -> Change:
    """Give what the step from one law to the other does to one member, whatever comes out for the others.

    Args:
        case: The family.
        laws: The old and the new rule set.
        member: The id of the member.
    """
    person = case.member(member)
    alone = attrs.evolve(case, members=(person, *(other for other in case.members if other is not person)))
    return compare(alone, *laws)[member]


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


def rows_of(old: RuleSet, new: RuleSet) -> Iterator[Row]:
    """Give the rows of the table.

    Args:
        old: The rule set to compare from.
        new: The rule set to compare with.
    """
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
        cells[protection] = Cell(change=change_for(family.case, laws, person))
    return Row(id=id_, label=label, cells=cells)
