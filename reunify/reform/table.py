"""The table of what a change of law does: a row for each family member, all else met and in time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

import attrs

from reunify.assess import Change, assess_member
from reunify.engine.meaning import Verdict
from reunify.facts import Case, Protection
from reunify.figure import Figure
from reunify.reform.boundaries import BoundaryFamily
from reunify.reform.people import HELD_BACK, PEOPLE, Facts
from reunify.rules.figures import MAJORITY, TERM
from reunify.ruleset import RuleSet
from reunify.terms import days_after, end_of_months
from reunify.text import Lang, Text

__all__ = ["Cell", "Row", "change_for", "rows_of"]


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
    if case.members[0] is not person:
        case = attrs.evolve(case, members=(person, *(other for other in case.members if other is not person)))
    old, new = (assess_member(case, law, member) for law in laws)
    return Change(member=member, old=old, new=new)


def _specials(person: str, laws: tuple[RuleSet, RuleSet]) -> Iterator[tuple[str, Text, Facts]]:
    """Give the rows of a person in whose family something is otherwise: the name, the label, what is otherwise."""
    if person == "spouse":
        adult = max(_figure(law, MAJORITY) for law in laws)
        under = Text.of(adult, en="spouse under {majority}", nl="echtgenoot onder {majority}")
        yield "spouse-under-18", under, {"born_on": date(_OF_AGE.year - adult, _OF_AGE.month, _OF_AGE.day)}
        after = Text(en="spouse, married after entry", nl="echtgenoot, getrouwd na binnenkomst")
        yield "married-after-entry", after, {"married_on": date(2025, 6, 1), "family_since": date(2025, 6, 1)}


def _figure(law: RuleSet, known: Figure) -> Figure:
    """Give a figure as a law has it; that of the law in force where it has none of that name."""
    found = law.figures.get(known.name, known)
    return found if found.unit is known.unit else known


_OF_AGE: Final = date(2027, 3, 1)
"""When a spouse under age comes of age: after the decision of `HELD_BACK`."""
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
        label = person.label_under(*laws)
        row = _row(person.id, person.id, label, HELD_BACK, laws)
        yield row
        for id_, other_label, facts in _specials(person.id, laws):
            yield _row(id_, person.id, other_label, {**HELD_BACK, **facts}, laws)
        if any({cell.old, cell.new} != {Verdict.EXCLUDED} for cell in row.cells.values()):
            after = _row(f"late:{person.id}", person.id, label, {**HELD_BACK, **_all_late(person.facts, laws)}, laws)
            late.setdefault(_as_told(after), []).append(after)
    for rows in late.values():
        who = Text(en="; ".join(row.label.en for row in rows), nl="; ".join(row.label.nl for row in rows))
        id_ = "late:" + "+".join(row.id.removeprefix("late:") for row in rows)
        yield Row(id=id_, label=_LATE.format(who=who), cells=rows[0].cells)


def _as_told(row: Row) -> tuple[str, ...]:
    return tuple(cell.told("en") for cell in row.cells.values())


def _all_late(facts: Facts, laws: tuple[RuleSet, RuleSet]) -> Facts:
    """Let everybody in the family apply after the term: the shorter one of the two laws, so that a longer one shows."""
    term = min(_figure(law, TERM) for law in laws)
    late = days_after(end_of_months(facts["sponsor.permit_notified_on"], term), _DAYS_LATE)
    filed = {name: late for name in facts if name.rpartition(".")[2] == "applied_on"}
    return {**filed, "decided_on": max(HELD_BACK["decided_on"], days_after(late, _DAYS_TO_DECIDE))}


_DAYS_LATE: Final = 32
_DAYS_TO_DECIDE: Final = 23


def _row(id_: str, person: str, label: Text, facts: Facts, laws: tuple[RuleSet, RuleSet]) -> Row:
    cells = {}
    for protection in Protection:
        family = BoundaryFamily(person=person, protection=protection).changed(facts)
        cells[protection] = Cell(change=change_for(family.case, laws, person))
    return Row(id=id_, label=label, cells=cells)
