"""What is told of a person beside the reasons: other readings of the law, remarks, and days of the procedure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from reunify.engine.meaning import ELIGIBLE, EXCLUDED, NOT_YET, verdict_of
from reunify.engine.nodes import Curable, Leaf, Node
from reunify.engine.trace import Run
from reunify.facts import FamilyMember
from reunify.results import Dispute, MilestoneGiven, NoteGiven, Reason
from reunify.ruleset import About, DayKind, OtherLaw
from reunify.sources import Source
from reunify.text import Text
from reunify.verdicts.family import Family
from reunify.verdicts.person import Person
from reunify.verdicts.reasons import citable

__all__ = ["disputes", "is_better", "milestones", "notes"]


def disputes(family: Family, member: FamilyMember, person: Person) -> Iterator[Dispute]:
    """Give the points whose other reading changes the verdict or a day for a person."""
    decided_on = family.case.decided_on
    for other_law in family.rule_set.other_law:
        yield from _dispute_over_law(family, member, person, other_law)
    for point, node in family.points(member).items():
        other = family.person(member, point)
        if other.findings != person.findings:
            yield _dispute(point, node.why, citable(node.sources, decided_on), other.findings, person.mask)


def _dispute_over_law(family: Family, member: FamilyMember, person: Person, other_law: OtherLaw) -> Iterator[Dispute]:
    """Note where it is known that the day of the change was straddled; disputed where the other law gives more."""
    if family.remarks(member).mask(other_law.when) != ELIGIBLE:
        return
    other = family.under(other_law.rule_set).person(member).findings
    source = citable(other_law.sources, family.case.decided_on)
    dispute = _dispute(other_law.point, other_law.why, source, other, person.mask)
    yield attrs.evolve(dispute, changes_verdict=is_better(other[0], person.mask))


def is_better(one: int, other: int) -> bool:
    """Say whether one set is a settled verdict, and the other a worse one, or one that is open below it."""
    return one in (NOT_YET, ELIGIBLE) and other & -other < one and other < 2 * one


def _dispute(
    point: str, why: Text, source: Source, findings: tuple[int, date | None, date | None], main: int
) -> Dispute:
    mask, eligible_from, deadline = findings
    return Dispute(
        id=point,
        why=why,
        source=source,
        verdict=verdict_of(mask),
        eligible_from=eligible_from,
        deadline=deadline,
        changes_verdict=verdict_of(mask) != verdict_of(main),
    )


def notes(family: Family, member: FamilyMember, person: Person, reasons: Iterable[Reason]) -> Iterator[NoteGiven]:
    """Give the remarks for a person."""
    run = family.remarks(member)
    unmet = _unmet(person, reasons)
    for note in family.rule_set.notes:
        if member.relation not in note.relations or (note.about is About.ROUTE and not person.mask & EXCLUDED):
            continue
        if note.unmet and unmet.isdisjoint(note.unmet):
            continue
        told = _told(family, member, run, note.when, note.day, acts=note.task is not None)
        if told is not None:
            if note.year_decides is not None and not family.year_decides(member, note.year_decides):
                continue
            if note.before_eligible and not _is_reached(told.day, person.eligible_from):
                continue
            if note.before_eligible and told.day is not None and told.other_day is not None:
                # What must be done before a day is safe before the earliest that it can be.
                told = attrs.evolve(told, day=min(told.day, told.other_day), other_day=max(told.day, told.other_day))
            source = citable(note.sources, family.case.decided_on)
            yield NoteGiven(id=note.id, about=note.about, text=note.text, source=source, **attrs.asdict(told))


@attrs.frozen
class _Told:
    day: date | None
    other_day: date | None
    perhaps: bool = False


def _told(family: Family, member: FamilyMember, run: Run, when: Node, leaf: Leaf | None, *, acts: bool) -> _Told | None:
    """Give the day that is told where a condition is met, with its other end; None: nothing is told.

    Where it depends on a day known in part whether the condition is met, the day is told only if somebody can act on it
    and it may still lie ahead.
    """
    if run.is_sure(when):
        return _Told(None, None) if leaf is None else _Told(run.day(leaf), run.other_end(leaf))
    on = family.case.decided_on
    if not acts or leaf is None or on is None or not run.is_spread or run.comes_back(when):
        return None
    days = family.days_where(member, run.program, when, leaf)
    if not days or days[-1] < on:
        return None
    return _Told(days[0], days[-1] if len(days) > 1 else None, perhaps=True)


def _is_reached(day: date | None, by: date | None) -> bool:
    return day is not None and by is not None and day <= by


def milestones(
    family: Family, member: FamilyMember, person: Person, reasons: Iterable[Reason]
) -> Iterator[MilestoneGiven]:
    """Give the days of the procedure for a person, in the order of the law."""
    unmet = _unmet(person, reasons)
    run = family.remarks(member)
    last_days: dict[Text | None, MilestoneGiven] = {}
    for milestone in family.rule_set.milestones:
        if member.relation not in milestone.relations or (milestone.unmet and unmet.isdisjoint(milestone.unmet)):
            continue
        acts = milestone.kind in (DayKind.LAST_DAY, DayKind.BIRTHDAY)
        told = _told(family, member, run, milestone.when, milestone.day, acts=acts)
        if told is None or told.day is None:
            continue
        day, other = told.day, told.other_day
        if milestone.kind is DayKind.BIRTHDAY:  # what must be done before it is safe before the earliest that it can be
            ends = [end for end in (run.day(milestone.day), run.other_end(milestone.day)) if end is not None]
            day, other = min(ends), max(ends) if len(ends) > 1 else None
        source = citable(milestone.sources, family.case.decided_on)
        given = MilestoneGiven(
            id=milestone.id, day=day, other_day=other, text=milestone.text, source=source, perhaps=told.perhaps
        )
        if told.perhaps and milestone.kind is DayKind.LAST_DAY:
            last_days[milestone.task] = _earlier(given, last_days.get(milestone.task, given))
        else:
            yield given
    yield from last_days.values()


def _earlier(one: MilestoneGiven, other: MilestoneGiven) -> MilestoneGiven:
    """Give of two days, of which one is the last for something, the earlier, as far as the later one can be."""
    first, last = sorted((one, other), key=lambda given: given.day)
    ends = (given.other_day or given.day for given in (first, last))
    latest = max(ends)
    return attrs.evolve(first, other_day=latest if latest != first.day else None)


def _unmet(person: Person, reasons: Iterable[Reason]) -> set[str]:
    """Name the conditions that are not met, those that can be cured only where that would help."""
    waiting = bool(person.mask & NOT_YET)
    return {r.condition for r in reasons if r.holds is False and (r.curable is Curable.NO or waiting)}
