"""Assess a family under a rule set, and compare two rule sets.

Pure functions: no clock, no files, no network, no state. Equal input gives equal output.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Final, cast

import attrs

from reunify.facts import CASE_FACTS, ORIGINS, Case, FactKind, FamilyMember, Relation, parameters_of
from reunify.family import Family, Person, eligible_from
from reunify.meaning import ELIGIBLE, EXCLUDED, NOT_YET, Turns, Verdict, verdict_of, verdicts_in
from reunify.nodes import Curable, Join, Leaf, Remedy
from reunify.rules import CURRENT, PROPOSED
from reunify.ruleset import About, Ground, OtherLaw, RuleSet
from reunify.sources import Mark, Source
from reunify.terms import NEVER
from reunify.text import Choice, Text
from reunify.trace import ALL_PAIRS, NO_WAIT, Standing, Value, pairs_within, unknown_facts

# ---------------------------------------------------------------- what comes out


@attrs.frozen(kw_only=True)
class Reason:
    """One named condition that was reached, and whether it is met.

    Attributes:
        condition: Its id.
        holds: True met, False not met, None not known.
        decisive: Whether its own change alone would change the verdicts of the ground.
        text: The proposition.
        source: The article or ruling, as it can be cited on the decision day.
        curable: What can still cure it.
        discretionary: The authority may, but need not, refuse for it.
        mark: How firm the rule is.
        remedy: What can still be done where it is not met; it decides no verdict.
        remedy_day: The day from which time will have done it, where that is known.
        advice: What can be done, in two languages.
        within: The named condition that this one is a detail of; None for a condition of the ground itself.
        missing: The unknown facts that it reads.
        day: The day on which it turns, if it turns on one.
        turns: Whether it is met from that day on, or until it.
        parts: The parts without a name of their own that are not met or not known.
    """

    condition: str
    holds: bool | None
    decisive: bool
    text: Text
    source: Source
    curable: Curable
    discretionary: bool
    mark: Mark
    remedy: Remedy = Remedy.NONE
    remedy_day: date | None = None
    advice: Text | None = None
    within: str | None = None
    missing: tuple[str, ...] = ()
    day: date | None = None
    turns: Turns = Turns.NOT
    parts: tuple[Part, ...] = ()


@attrs.frozen(kw_only=True)
class Part:
    """A part of a condition that is not met or not known, with what was compared.

    Attributes:
        holds: False not met, None not known.
        text: The proposition.
        source: The article or ruling, as it can be cited on the decision day.
        facts: The days and amounts that it reads, by the name of the fact, where they are known.
        figures: The figures of the law that they are compared with, each with what it is.
        day: The day on which it turns, if it turns on one.
        turns: Whether it is met from that day on, or until it.
    """

    holds: bool | None
    text: Text
    source: Source
    facts: tuple[tuple[str, object], ...] = ()
    figures: tuple[tuple[Text, object], ...] = ()
    day: date | None = None
    turns: Turns = Turns.NOT


@attrs.frozen(kw_only=True)
class TurnOfVerdict:
    """A day at which the verdict turns, within a day that is known in part.

    Attributes:
        fact: The fact that is known in part, such as ``"born_on"`` or ``"sponsor.born_on"``.
        day: The first day on which the verdict is another one.
        before: The verdicts that are possible up to the day before.
        since: The verdicts that are possible from that day on.
    """

    fact: str
    day: date
    before: tuple[Verdict, ...]
    since: tuple[Verdict, ...]


@attrs.frozen(kw_only=True)
class GroundOutcome:
    """What one ground gives for one person.

    Attributes:
        id: The ground.
        title: Whom it is for.
        source: The article.
        verdict: Its verdict.
        possible: The verdicts that are still possible on it.
        reasons: The named conditions reached.
        eligible_from: The day from which time has done its work, if the verdict is or may be *not yet*.
        deadline: The last day for the application, also when it is past.
    """

    id: str
    title: Text
    source: Source
    verdict: Verdict
    possible: tuple[Verdict, ...]
    reasons: tuple[Reason, ...]
    eligible_from: date | None
    deadline: date | None


@attrs.frozen(kw_only=True)
class Dispute:
    """A point whose other reading changes the verdict or a day for this person.

    Attributes:
        id: The contested point.
        why: Why it is contested.
        source: What makes it contested.
        verdict: The verdict in the other reading.
        eligible_from: The day in the other reading.
        deadline: The last day for the application in the other reading.
        changes_verdict: Whether the verdict is another one; if not, only a day differs.
    """

    id: str
    why: Text
    source: Source
    verdict: Verdict
    eligible_from: date | None
    deadline: date | None
    changes_verdict: bool


@attrs.frozen(kw_only=True)
class NoteGiven:
    """A remark for this person.

    Attributes:
        id: The note.
        about: What it is about.
        text: What it says; ``{day}`` stands for the day.
        source: Where it rests on.
        day: The day that the text names, if it names one; where days are known in part, the safe end.
        other_day: The other end then.
    """

    id: str
    about: About
    text: Text
    source: Source
    day: date | None = None
    other_day: date | None = None


@attrs.frozen(kw_only=True)
class MilestoneGiven:
    """A day that matters for this person in the procedure.

    Attributes:
        id: The milestone.
        day: The day; where days are known in part, the safe end.
        other_day: The other end then.
        text: What happens on it.
        source: Where it rests on.
    """

    id: str
    day: date
    text: Text
    source: Source
    other_day: date | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Outcome:
    """What comes out for one person under one rule set.

    The verdict is found at once; what lies behind it when it is first read. A copy by pickle holds all.

    Attributes:
        member: The person's id.
        relation: What the person is to the sponsor.
        rule_set: The id of the rule set.
        verdict: The verdict; *undetermined* where facts are missing that decide it.
        possible: The verdicts that are still possible, the lowest first.
    """

    member: str
    relation: Relation
    rule_set: str
    verdict: Verdict
    possible: tuple[Verdict, ...]
    _family: Family = attrs.field(alias="family")
    _person: Person = attrs.field(alias="person")

    @cached_property
    def ground(self) -> str | None:
        """The ground with the best verdict; None where none is open."""
        ground, _ = self._person.best
        return ground.id if ground is not None else None

    @cached_property
    def grounds(self) -> tuple[GroundOutcome, ...]:
        """All open grounds, in the order of the law."""
        decided_on = self._family.case.decided_on
        return tuple(_ground_outcome(ground, value, decided_on) for ground, value in self._person.grounds)

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """The named conditions reached on that ground (or why no ground is open)."""
        given = next((given for given in self.grounds if given.id == self.ground), None)
        return _reasons(self._person.best[1], self._family.case.decided_on) if given is None else given.reasons

    @cached_property
    def discretionary(self) -> bool:
        """Only conditions for which the authority *may* refuse stand in the way."""
        return _is_discretion(self._person.best[1])

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The unknown facts that can still change the verdict."""
        return self._facts[0]

    @cached_property
    def unknown(self) -> tuple[str, ...]:
        """Other unknown facts that were read."""
        return self._facts[1]

    @cached_property
    def _facts(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        person = self._person
        return unknown_facts(Standing(person.root, pairs=pairs_within(person.mask) and ALL_PAIRS))

    @cached_property
    def eligible_from(self) -> date | None:
        """The day from which time has done its work, at the earliest; where days are known in part, the latest it can be."""
        return self._person.eligible_from

    @cached_property
    def eligible_from_other(self) -> date | None:
        """The earliest that `eligible_from` can be, where the exact day is not known; None: it is known."""
        earliest = self._person.earliest_from
        return None if earliest == self.eligible_from else earliest

    @cached_property
    def deadline_other(self) -> date | None:
        """The latest that `deadline` can be, where the exact day is not known; None: it is known."""
        latest = self._person.latest_deadline
        return None if latest == self.deadline else latest

    @cached_property
    def turns(self) -> tuple[TurnOfVerdict, ...]:
        """The days within a day known in part at which the verdict turns, where that is the only one that matters."""
        return tuple(_turns(self._family, self._who, self._person))

    @cached_property
    def deadline(self) -> date | None:
        """The last day for the application on that ground, also when it is past."""
        return self._person.deadline

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """Contested points that change the verdict or a day."""
        return tuple(_disputes(self._family, self._who, self._person))

    @cached_property
    def assumptions(self) -> tuple[tuple[str, object], ...]:
        """The facts that were assumed, each with the value that was taken."""
        return tuple(self._family.assumed(self._who).items())

    @cached_property
    def notes(self) -> tuple[NoteGiven, ...]:
        """Remarks."""
        return tuple(_notes(self._family, self._who, self._person, self.reasons))

    @cached_property
    def milestones(self) -> tuple[MilestoneGiven, ...]:
        """Days that matter in the procedure, the earliest first."""
        found = _milestones(self._family, self._who, self._person, self.reasons)
        return tuple(sorted(found, key=lambda milestone: milestone.day))

    @property
    def _who(self) -> FamilyMember:
        return self._family.case.member(self.member)

    @property
    def assumed(self) -> tuple[str, ...]:
        """The names of the facts that were assumed."""
        return tuple(name for name, _ in self.assumptions)

    @property
    def disputed(self) -> bool:
        """Whether another reading of a contested point gives another verdict."""
        return any(dispute.changes_verdict for dispute in self.disputes)

    def __str__(self) -> str:
        ground = f" ({self.ground})" if self.ground else ""
        return f"{self.member} under {self.rule_set}: {self.verdict}{ground}"

    def __repr__(self) -> str:
        return f"<Outcome {self}>"

    def __eq__(self, other: object) -> bool:
        """Compare all that comes out."""
        if not isinstance(other, Outcome):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in _SAID_OF_ONE)

    def __hash__(self) -> int:
        return hash((self.member, self.rule_set, self.possible))

    def __getstate__(self) -> dict[str, object]:
        """Give all that comes out, without what it was made from."""
        return {name: getattr(self, name) for name in _SAID_OF_ONE}

    def __setstate__(self, state: dict[str, object]) -> None:
        for name, value in state.items():
            object.__setattr__(self, name, value)


_SAID_OF_ONE: Final = (
    "member",
    "relation",
    "rule_set",
    "verdict",
    "possible",
    "discretionary",
    "ground",
    "reasons",
    "missing",
    "unknown",
    "eligible_from",
    "eligible_from_other",
    "deadline",
    "deadline_other",
    "turns",
    "disputes",
    "assumptions",
    "grounds",
    "notes",
    "milestones",
)


@attrs.frozen(kw_only=True)
class Assessment:
    """What comes out for a family under one rule set: a mapping from member id to `Outcome`.

    Attributes:
        rule_set: The id of the rule set.
        decided_on: The decision day (D4) that it was made for.
        outcomes: One for each member, in the file's order.
    """

    rule_set: str
    decided_on: date | None
    outcomes: tuple[Outcome, ...]

    def __getitem__(self, member: str) -> Outcome:
        """Give the outcome of one member.

        Raises:
            KeyError: There is no such member.
        """
        for outcome in self.outcomes:
            if outcome.member == member:
                return outcome
        raise KeyError(member)

    def __iter__(self) -> Iterator[Outcome]:
        return iter(self.outcomes)

    def __len__(self) -> int:
        return len(self.outcomes)

    def __str__(self) -> str:
        return "\n".join(map(str, self.outcomes))


class ChangeKind(Choice):
    """What kind of change two verdicts make."""

    SAME = "same", "same", "gelijk"
    LOST = "lost", "lost", "verloren"
    GAINED = "gained", "gained", "gewonnen"
    DEFERRED = "deferred", "deferred", "uitgesteld"
    ADVANCED = "advanced", "advanced", "vervroegd"
    UNDETERMINED = "undetermined", "undetermined", "niet vast te stellen"


Kind = ChangeKind  # the name that it had before

_ORDER: Final = (Verdict.EXCLUDED, Verdict.NOT_YET, Verdict.ELIGIBLE)


@attrs.frozen(kw_only=True)
class Cause:
    """A condition that made the difference between two rule sets.

    Attributes:
        rule_set: The id of the rule set in which it is not met.
        reason: The condition.
    """

    rule_set: str
    reason: Reason

    @property
    def condition(self) -> str:
        """The id of the condition."""
        return self.reason.condition

    @property
    def source(self) -> Source:
        """The very provision."""
        return self.reason.source


@attrs.frozen(kw_only=True)
class Change:
    """What the step from one rule set to another does to one person.

    Attributes:
        member: The person's id.
        old: The outcome under the old rule set.
        new: The outcome under the new rule set.
    """

    member: str
    old: Outcome
    new: Outcome

    @property
    def kind(self) -> ChangeKind:
        """The kind of change."""
        old, new = self.old.verdict, self.new.verdict
        if Verdict.UNDETERMINED in (old, new):
            return ChangeKind.UNDETERMINED
        if old == new:
            return ChangeKind.SAME
        if new == Verdict.EXCLUDED:
            return ChangeKind.LOST
        if old == Verdict.EXCLUDED:
            return ChangeKind.GAINED
        return ChangeKind.DEFERRED if new == Verdict.NOT_YET else ChangeKind.ADVANCED

    @property
    def cause(self) -> tuple[Cause, ...]:
        """The conditions that made the difference.

        They are the unmet ones of the worse side: those whose change alone would change the verdict, or,
        where several stand in the way together, all of them. Empty where nothing changed.
        """
        if self.old.possible == self.new.possible:
            return ()
        worse = self.new if _rank(self.new) < _rank(self.old) else self.old
        unmet = [reason for reason in worse.reasons if reason.holds is False and reason.within is None]
        decisive = [reason for reason in unmet if reason.decisive]
        return tuple(Cause(rule_set=worse.rule_set, reason=reason) for reason in decisive or unmet)

    def __str__(self) -> str:
        return f"{self.member}: {self.old.verdict} -> {self.new.verdict} ({self.kind})"


def _rank(outcome: Outcome) -> tuple[int, ...]:
    return tuple(map(_ORDER.index, outcome.possible))


@attrs.frozen(kw_only=True)
class Comparison:
    """Two assessments of one family side by side: iterate for one `Change` a member.

    Attributes:
        old: The assessment under the old rule set.
        new: The assessment under the new rule set.
    """

    old: Assessment
    new: Assessment

    @property
    def changes(self) -> tuple[Change, ...]:
        """One change for each member, in the file's order."""
        pairs = zip(self.old.outcomes, self.new.outcomes, strict=True)
        return tuple(Change(member=old.member, old=old, new=new) for old, new in pairs)

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.old)

    def __getitem__(self, member: str) -> Change:
        """Give the change for one member.

        Raises:
            KeyError: There is no such member.
        """
        return Change(member=member, old=self.old[member], new=self.new[member])

    def __str__(self) -> str:
        return "\n".join(map(str, self))


# ---------------------------------------------------------------- the three functions


def assess(case: Case, rule_set: RuleSet) -> Assessment:
    """Say for each member of a family what comes out under a rule set.

    Args:
        case: The family; its ``decided_on`` (D4) is the day that the assessment is made for. None there
            leaves what turns on it unknown.
        rule_set: The law. Whether it is in force on that day is not asked: see `in_force_on`.

    Returns:
        One outcome a member, in the order of the case.
    """
    return _assess(Family(case, rule_set))


def _assess(family: Family) -> Assessment:
    case = family.case
    outcomes = tuple([_outcome(family, member) for member in case.members])
    return Assessment(rule_set=family.rule_set.id, decided_on=case.decided_on, outcomes=outcomes)


def _outcome(family: Family, member: FamilyMember) -> Outcome:
    person = family.person(member)
    return Outcome(
        member=member.id,
        relation=member.relation,
        rule_set=family.rule_set.id,
        verdict=verdict_of(person.mask),
        possible=verdicts_in(person.mask),
        family=family,
        person=person,
    )


def assess_member(case: Case, rule_set: RuleSet, member: str) -> Outcome:
    """Say what comes out for one member only; the others are looked at as far as this one follows them.

    Args:
        case: The family, with the decision day (D4) in ``decided_on``.
        rule_set: The law.
        member: The person's id.

    Raises:
        KeyError: There is no such member.
    """
    return _outcome(Family(case, rule_set), case.member(member))


def compare(case: Case, old: RuleSet = CURRENT, new: RuleSet = PROPOSED) -> Comparison:
    """Assess a family under two rule sets, for one and the same decision day.

    Args:
        case: The family.
        old: The rule set to compare from; before 12 June 2026 unless given.
        new: The rule set to compare with; from 12 June 2026 unless given.
    """
    family = Family(case, old)
    return Comparison(old=_assess(family), new=_assess(family.under(new)))


def assess_many(cases: Iterable[Case], rule_set: RuleSet) -> Iterator[Assessment]:
    """Assess many families one by one, in their order, without holding on to any."""
    for case in cases:
        yield assess(case, rule_set)


# ---------------------------------------------------------------- from values to an outcome


def _ground_outcome(ground: Ground, value: Value, decided_on: date | None) -> GroundOutcome:
    return GroundOutcome(
        id=ground.id,
        title=ground.title,
        source=ground.source,
        verdict=verdict_of(value.mask),
        possible=verdicts_in(value.mask),
        reasons=_reasons(value, decided_on),
        eligible_from=eligible_from(value),
        deadline=value.deadline,
    )


def citable(sources: tuple[Source, ...], decided_on: date | None) -> Source:
    """Give the first source that can be cited for a decision of a day."""
    known = (source for source in sources if decided_on is None or source.known_from <= decided_on)
    return next(known, sources[-1].on(decided_on))


def _reasons(root: Value, decided_on: date | None) -> tuple[Reason, ...]:
    found: dict[str, Reason] = {}
    parts: dict[str, list[Value]] = {}
    todo: list[tuple[Standing, str | None]] = [(Standing(root), None)]
    while todo:
        at, within = todo.pop()
        node = at.value.node
        inside = within
        if node.id is not None:
            inside = node.id
            found.setdefault(node.id, _reason(at, within, decided_on))
        elif within is not None and isinstance(node, Leaf) and at.value.holds is not True:
            parts.setdefault(within, []).append(at.value)
        todo += [(part, inside) for part in reversed(at.parts()) if part.told]
    return tuple(
        attrs.evolve(reason, parts=tuple(_parts(reason, parts[name], decided_on))) if name in parts else reason
        for name, reason in found.items()
    )


def _parts(reason: Reason, values: list[Value], decided_on: date | None) -> Iterator[Part]:
    """Tell the parts of a condition that are in the same state; those on what was given before what was assumed."""
    same = [value for value in values if value.holds == reason.holds and value.node.text is not None]
    given = [value for value in same if not _rests_on_assumption(value)]
    for value in dict.fromkeys(given or same):
        yield _part(value, decided_on)


def _rests_on_assumption(value: Value) -> bool:
    view = value.run.view
    for name in value.node.reads:
        view.get(name)
    return any(view.qualified(name) in view.assumed for name in value.node.reads)


def _part(value: Value, decided_on: date | None) -> Part:
    leaf = cast("Leaf", value.node)
    run = value.run
    told = (name for name in leaf.reads if _is_compared(name))
    facts = ((run.view.qualified(name), run.known(name)) for name in dict.fromkeys(told))
    figures = ((norm.label, [run.known(name) for name in parameters_of(norm.of)], norm) for norm in leaf.norms)
    return Part(
        holds=value.holds,
        text=cast("Text", leaf.text),
        source=citable(leaf.sources, decided_on),
        facts=tuple((name, fact) for name, fact in facts if fact is not None),
        figures=tuple((label, norm.of(*read)) for label, read, norm in figures if None not in read),
        day=value.day,
        turns=leaf.turns,
    )


def _is_compared(name: str) -> bool:
    """Say whether a fact is a day or an amount of this family; the day of the decision is told once, on top."""
    about = ORIGINS[name].about
    return about is not None and about.kind in (FactKind.DATE, FactKind.AMOUNT) and name not in CASE_FACTS


def _reason(at: Standing, within: str | None, decided_on: date | None) -> Reason:
    value, node = at.value, at.value.node
    turned = _turning_leaf(value)
    curable, day, turns = node.cure, None, Turns.NOT
    remedy, remedy_day = value.remedied if value.holds is False else (Remedy.NONE, None)
    if turned is not None and isinstance(turned.node, Leaf):
        day, turns = turned.day, turned.node.turns
    elif value.mask == NOT_YET:
        # What has several parts is cured by what cures those that are not met, what follows another by what cures that.
        curable = Curable.BY_ACTION if value.wait == NO_WAIT else Curable.BY_TIME
        if NO_WAIT < value.wait < NEVER:
            day, turns = value.wait, Turns.FROM
        remedy, remedy_day = (Remedy.TIME, day) if day is not None else (Remedy.ACTION, None)
    return Reason(
        condition=node.id or "",
        holds=value.holds,
        decisive=_is_decisive(at),
        text=node.text or Text(en="", nl=""),
        source=citable(node.sources, decided_on),
        curable=curable,
        discretionary=node.discretionary or (value.followed is not None and _is_discretion(value)),
        mark=node.mark,
        remedy=remedy,
        remedy_day=remedy_day,
        advice=None if value.mask == NOT_YET else value.advice,
        within=within,
        missing=value.unknown_below,
        day=day,
        turns=turns,
    )


def _is_discretion(value: Value) -> bool:
    """Say whether a value is unmet only because of conditions for which the authority *may* refuse."""
    if value.holds is not False:
        return False
    if value.node.discretionary:
        return True
    if isinstance(value.followed, Person):
        return _is_discretion(value.followed.best[1])
    unmet = [part for part in value.parts if part.holds is False]
    one_is_enough = isinstance(value.node, Join) and not value.node.every
    return bool(unmet) and (any if one_is_enough else all)(_is_discretion(part) for part in unmet)


def _is_decisive(at: Standing) -> bool:
    """Say whether a change of this node alone would change the set of the whole."""
    now = at.table[at.value.mask]
    to_unmet = at.value.mask & ELIGIBLE and at.table[at.value.node.unmet] != now
    to_met = at.value.mask != ELIGIBLE and at.table[ELIGIBLE] != now
    return bool(to_unmet or to_met)


def _turning_leaf(value: Value) -> Value | None:
    """Give the one leaf that a named condition turns on, if it turns on one day."""
    while len(value.parts) == 1:
        (value,) = value.parts
    return value if value.day is not None else None


def _disputes(family: Family, member: FamilyMember, person: Person) -> Iterator[Dispute]:
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
    yield attrs.evolve(dispute, changes_verdict=_is_better(other[0], person.mask))


def _is_better(one: int, other: int) -> bool:
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


def _notes(family: Family, member: FamilyMember, person: Person, reasons: Iterable[Reason]) -> Iterator[NoteGiven]:
    run = family.remarks(member)
    unmet = _unmet(person, reasons)
    for note in family.rule_set.notes:
        if member.relation not in note.relations or (note.about is About.ROUTE and not person.mask & EXCLUDED):
            continue
        if note.unmet and unmet.isdisjoint(note.unmet):
            continue
        if run.is_sure(note.when):
            if note.year_decides is not None and not family.year_decides(member, note.year_decides):
                continue
            source = citable(note.sources, family.case.decided_on)
            day = run.day(note.day) if note.day is not None else None
            if note.before_eligible and not _is_reached(day, person.eligible_from):
                continue
            other = run.other_end(note.day) if note.day is not None else None
            yield NoteGiven(id=note.id, about=note.about, text=note.text, source=source, day=day, other_day=other)


def _turns(family: Family, member: FamilyMember, person: Person) -> Iterator[TurnOfVerdict]:
    for fact, day, before, since in family.turns(member, person):
        yield TurnOfVerdict(fact=fact, day=day, before=verdicts_in(before), since=verdicts_in(since))


def _is_reached(day: date | None, by: date | None) -> bool:
    return day is not None and by is not None and day <= by


def _unmet(person: Person, reasons: Iterable[Reason]) -> set[str]:
    """Name the conditions that are not met, those that can be cured only where that would help."""
    waiting = bool(person.mask & NOT_YET)
    return {r.condition for r in reasons if r.holds is False and (r.curable is Curable.NO or waiting)}


def _milestones(
    family: Family, member: FamilyMember, person: Person, reasons: Iterable[Reason]
) -> Iterator[MilestoneGiven]:
    unmet = _unmet(person, reasons)
    run = family.run(family.rule_set.asked_of(member.relation).program_of_milestones, member)
    for milestone in family.rule_set.milestones:
        if milestone.unmet and unmet.isdisjoint(milestone.unmet):
            continue
        day = run.day(milestone.day) if member.relation in milestone.relations else None
        if day is not None and run.is_sure(milestone.when):
            source = citable(milestone.sources, family.case.decided_on)
            other = run.other_end(milestone.day)
            yield MilestoneGiven(id=milestone.id, day=day, other_day=other, text=milestone.text, source=source)
