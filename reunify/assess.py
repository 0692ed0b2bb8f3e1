"""Assess a family under a rule set, and compare two rule sets.

Pure functions: no clock, no files, no network, no state. Equal input gives equal output.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, TypeAlias

import attrs

from reunify.facts import HERE, NOBODY, Case, FamilyMember, Relation, Unknown, View
from reunify.logic import (
    ALL_PAIRS,
    ELIGIBLE,
    EXCLUDED,
    NO_WAIT,
    NOT_YET,
    Contested,
    Curable,
    Followed,
    Join,
    Leaf,
    Node,
    Run,
    Standing,
    Turns,
    Value,
    Verdict,
    any_of,
    pairs_within,
    verdict_of,
    verdicts_in,
)
from reunify.rules import CURRENT, PROPOSED
from reunify.ruleset import About, Ground, OtherLaw, RuleSet
from reunify.sources import Mark, Source
from reunify.terms import NEVER
from reunify.text import Choice, Text

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
        within: The named condition that this one is a detail of; None for a condition of the ground itself.
        missing: The unknown facts that it reads.
        day: The day on which it turns, if it turns on one.
        turns: Whether it is met from that day on, or until it.
    """

    condition: str
    holds: bool | None
    decisive: bool
    text: Text
    source: Source
    curable: Curable
    discretionary: bool
    mark: Mark
    within: str | None = None
    missing: tuple[str, ...] = ()
    day: date | None = None
    turns: Turns = Turns.NOT


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
        day: The day that the text names, if it names one.
    """

    id: str
    about: About
    text: Text
    source: Source
    day: date | None = None


@attrs.frozen(kw_only=True)
class MilestoneGiven:
    """A day that matters for this person in the procedure.

    Attributes:
        id: The milestone.
        day: The day.
        text: What happens on it.
        source: Where it rests on.
    """

    id: str
    day: date
    text: Text
    source: Source


@attrs.frozen(kw_only=True)
class Outcome:
    """What comes out for one person under one rule set.

    Attributes:
        member: The person's id.
        relation: What the person is to the sponsor.
        rule_set: The id of the rule set.
        verdict: The verdict; *undetermined* where facts are missing that decide it.
        possible: The verdicts that are still possible, the lowest first.
        discretionary: Only conditions for which the authority *may* refuse stand in the way.
        ground: The ground with the best verdict; None where none is open.
        reasons: The named conditions reached on that ground (or why no ground is open).
        missing: The unknown facts that can still change the verdict.
        unknown: Other unknown facts that were read.
        eligible_from: The day from which time has done its work, at the earliest.
        deadline: The last day for the application on that ground, also when it is past.
        disputes: Contested points that change the verdict or a day.
        assumptions: The facts that were assumed, each with the value that was taken.
        grounds: All open grounds, in the order of the law.
        notes: Remarks.
        milestones: Days that matter in the procedure, the earliest first.
    """

    member: str
    relation: Relation
    rule_set: str
    verdict: Verdict
    possible: tuple[Verdict, ...]
    discretionary: bool
    ground: str | None
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    eligible_from: date | None
    deadline: date | None
    disputes: tuple[Dispute, ...]
    assumptions: tuple[tuple[str, object], ...]
    grounds: tuple[GroundOutcome, ...]
    notes: tuple[NoteGiven, ...]
    milestones: tuple[MilestoneGiven, ...]

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


class Kind(Choice):
    """What kind of change two verdicts make."""

    SAME = "same", "same", "gelijk"
    LOST = "lost", "lost", "verloren"
    GAINED = "gained", "gained", "gewonnen"
    DEFERRED = "deferred", "deferred", "uitgesteld"
    ADVANCED = "advanced", "advanced", "vervroegd"
    UNDETERMINED = "undetermined", "undetermined", "niet vast te stellen"


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
    def kind(self) -> Kind:
        """The kind of change."""
        old, new = self.old.verdict, self.new.verdict
        if Verdict.UNDETERMINED in (old, new):
            return Kind.UNDETERMINED
        if old == new:
            return Kind.SAME
        if new == Verdict.EXCLUDED:
            return Kind.LOST
        if old == Verdict.EXCLUDED:
            return Kind.GAINED
        return Kind.DEFERRED if new == Verdict.NOT_YET else Kind.ADVANCED

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


def _rank(outcome: Outcome) -> tuple[int, int]:
    ranks = [_ORDER.index(verdict) for verdict in outcome.possible]
    return min(ranks), max(ranks)


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
    family = Family(case, rule_set)
    outcomes = tuple(_outcome(family, member) for member in case.members)
    return Assessment(rule_set=rule_set.id, decided_on=case.decided_on, outcomes=outcomes)


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
    return Comparison(old=assess(case, old), new=assess(case, new))


def assess_many(cases: Iterable[Case], rule_set: RuleSet) -> Iterator[Assessment]:
    """Assess many families one by one, in their order, without holding on to any."""
    for case in cases:
        yield assess(case, rule_set)


# ---------------------------------------------------------------- one family under one rule set


@attrs.frozen(eq=False)
class Person:
    """The values of one member in one reading, on every ground open to the relation."""

    found: tuple[tuple[Ground | None, Value], ...]
    root: Value

    @property
    def mask(self) -> int:
        """The verdicts that are still possible."""
        return self.root.mask

    @property
    def grounds(self) -> tuple[tuple[Ground, Value], ...]:
        """The open grounds with their values, in the order of the law."""
        return tuple((ground, value) for ground, value in self.found if ground is not None)

    @property
    def best(self) -> tuple[Ground | None, Value]:
        """The ground with the best verdict; of equal ones the first in the law."""
        return max(self.found, key=lambda item: (item[1].mask.bit_length(), item[1].mask & -item[1].mask))

    @property
    def wait(self) -> date:
        """The day from which time has done its work; see `Value.wait`."""
        return NO_WAIT if self.mask & ELIGIBLE else self.best[1].wait

    @property
    def eligible_from(self) -> date | None:
        """The day from which time has done its work, if *not yet* is possible."""
        return _eligible_from(self.mask, self.best[1])

    @property
    def deadline(self) -> date | None:
        """The last day for the application on the best ground."""
        return self.best[1].deadline

    def missing(self, pairs: int) -> tuple[str, ...]:
        """Give the unknown facts that can make one of these differences."""
        missing, _ = _unknown_facts(Standing(self.root, pairs=pairs))
        return missing

    @property
    def findings(self) -> tuple[int, date | None, date | None]:
        """What a reading can change: the verdicts and the two days."""
        return self.mask, self.eligible_from, self.deadline


def _eligible_from(mask: int, value: Value) -> date | None:
    day = value.node.wait(value) if mask & NOT_YET and value.mask & NOT_YET else NO_WAIT
    return day if NO_WAIT < day < NEVER else None


@attrs.frozen(eq=False)
class _Nobody:
    """What follows from a reference to nobody, or to one who need not be assessed."""

    mask: int = EXCLUDED
    wait: date = NEVER

    def missing(self, pairs: int) -> tuple[str, ...]:  # noqa: ARG002 -- nothing is missing for nobody
        return ()


@attrs.frozen(eq=False)
class _Anybody:
    """What follows from a reference that is not known: any of the members that it could name, or nobody."""

    facts: tuple[str, ...]
    candidates: tuple[Person, ...]
    wait: date = NO_WAIT

    @property
    def mask(self) -> int:
        masks = [candidate.mask for candidate in self.candidates] or [NOT_YET | ELIGIBLE]
        found = EXCLUDED
        for mask in masks:
            found |= mask
        return found

    def missing(self, pairs: int) -> tuple[str, ...]:
        others = (fact for candidate in self.candidates for fact in candidate.missing(pairs))
        return (*self.facts, *others)


_Seen: TypeAlias = tuple[str, str]
"""By whom (the prefix of its facts) which member is looked at."""


class Family:
    """One case under one rule set: each member's values, made once a reading."""

    def __init__(self, case: Case, rule_set: RuleSet) -> None:
        self.case = case
        self.rule_set = rule_set
        self._views: dict[_Seen, View] = {}
        self._settled: dict[_Seen, dict[Node, Value]] = {}
        self._persons: dict[tuple[_Seen, str | None], Person] = {}
        self._others: dict[str, Family] = {}
        self._points: dict[_Seen, dict[str, Contested]] = {}

    def view(self, member: FamilyMember, prefix: str = "") -> View:
        """Give the facts of a member, named with ``prefix``."""
        key = (prefix, member.id)
        if key not in self._views:
            self._views[key] = View(self.case, member, prefix)
        return self._views[key]

    def person(self, member: FamilyMember, reading: str | None = None, prefix: str = "") -> Person:
        """Give the values of a member; ``prefix`` names its facts when another member looks at it."""
        key = ((prefix, member.id), reading)
        if key not in self._persons:
            self._persons[key] = self._evaluate(member, reading, prefix)
        return self._persons[key]

    def points(self, member: FamilyMember, prefix: str = "") -> dict[str, Contested]:
        """Give the contested points whose readings differ for a member."""
        self.person(member, None, prefix)
        return self._points[(prefix, member.id)]

    def evaluate(self, node: Node, member: FamilyMember) -> Value:
        """Give the value of one node for a member, in the main reading."""
        return self._run(member, None, "", None).value(node)

    def _run(self, member: FamilyMember, reading: str | None, prefix: str, points: dict[str, Contested] | None) -> Run:
        view = self.view(member, prefix)

        def follow(reference: str) -> Followed:
            return self._follow(view, reference, reading, points)

        return Run(view, follow, reading, points, self._settled.setdefault((prefix, member.id), {}))

    def _evaluate(self, member: FamilyMember, reading: str | None, prefix: str) -> Person:
        points: dict[str, Contested] | None = {} if reading is None else None
        if points is not None:
            self._points[(prefix, member.id)] = points
        run = self._run(member, reading, prefix, points)
        values = [(ground, run.value(whole)) for ground, whole in self.rule_set.open_to(member.relation)]
        found: list[tuple[Ground | None, Value]] = [(g, v) for g, v in values if g.is_open(v)]
        if not found:
            value = run.value(self.rule_set.unlisted)
            found = [(None, attrs.evolve(value, mask=EXCLUDED))]
        parts = tuple(value for _, value in found)
        join = any_of(*(value.node for value in parts))
        return Person(tuple(found), Value(join, join.fold(value.mask for value in parts), parts))

    def under(self, rule_set: RuleSet) -> Family:
        """Give the same case under another rule set."""
        return self._others.setdefault(rule_set.id, Family(self.case, rule_set))

    def _follow(self, view: View, reference: str, reading: str | None, points: dict[str, Contested] | None) -> Followed:
        wanted = view.get(reference)
        if isinstance(wanted, Unknown):
            others = [m for m in self.case.members if m.relation in view.candidates(reference)]
        elif wanted in (NOBODY, HERE):
            return _Nobody()
        else:
            others = [self.case.member(wanted)]
        persons = []
        for other in others:
            persons.append(self.person(other, reading, f"{other.id}."))
            if points is not None:
                points.update(self.points(other, f"{other.id}."))
        return _Anybody(wanted.facts, tuple(persons)) if isinstance(wanted, Unknown) else persons[0]


# ---------------------------------------------------------------- from values to an outcome


def _outcome(family: Family, member: FamilyMember) -> Outcome:
    person = family.person(member)
    ground, value = person.best
    disputes = tuple(_disputes(family, member, person))
    missing, unknown = _unknown_facts(Standing(person.root, pairs=pairs_within(person.mask) and ALL_PAIRS))
    decided_on = family.case.decided_on
    view = family.view(member)
    notes = tuple(_notes(family, member, person.mask))
    grounds = {g.id: _ground_outcome(g, v, decided_on) for g, v in person.grounds}
    return Outcome(
        member=member.id,
        relation=member.relation,
        rule_set=family.rule_set.id,
        verdict=verdict_of(person.mask),
        possible=verdicts_in(person.mask),
        discretionary=value.holds is False and _is_discretion(value),
        ground=ground.id if ground is not None else None,
        reasons=_reasons(value, decided_on) if ground is None else grounds[ground.id].reasons,
        missing=missing,
        unknown=unknown,
        eligible_from=person.eligible_from,
        deadline=person.deadline,
        disputes=disputes,
        assumptions=tuple(view.assumed.items()),
        grounds=tuple(grounds.values()),
        notes=notes,
        milestones=tuple(sorted(_milestones(family, member), key=lambda milestone: milestone.day)),
    )


def _ground_outcome(ground: Ground, value: Value, decided_on: date | None) -> GroundOutcome:
    return GroundOutcome(
        id=ground.id,
        title=ground.title,
        source=ground.source,
        verdict=verdict_of(value.mask),
        possible=verdicts_in(value.mask),
        reasons=_reasons(value, decided_on),
        eligible_from=_eligible_from(value.mask, value),
        deadline=value.deadline,
    )


def citable(sources: tuple[Source, ...], decided_on: date | None) -> Source:
    """Give the first source that can be cited for a decision of a day."""
    in_force = (s for s in sources if s.since is None or decided_on is None or s.since <= decided_on)
    return next(in_force, sources[-1])


def _reasons(root: Value, decided_on: date | None) -> tuple[Reason, ...]:
    found: dict[str, Reason] = {}
    todo: list[tuple[Standing, str | None]] = [(Standing(root), None)]
    while todo:
        at, within = todo.pop(0)
        node = at.value.node
        inside = within
        if node.id is not None and node.text is not None and at.told:
            inside = node.id
            found.setdefault(node.id, _reason(at, within, decided_on))
        todo[:0] = [(part, inside) for part in at.parts() if part.told]
    return tuple(found.values())


def _reason(at: Standing, within: str | None, decided_on: date | None) -> Reason:
    value, node = at.value, at.value.node
    turned = _turning_leaf(value)
    curable, day, turns = node.cure, None, Turns.NOT
    if turned is not None and isinstance(turned.node, Leaf):
        day, turns = turned.day, turned.node.turns
    elif value.mask == NOT_YET and curable is Curable.NO:
        # What follows another member is cured by what cures that member.
        waits = NO_WAIT < value.wait < NEVER
        curable = Curable.BY_TIME if waits else Curable.BY_ACTION
        day, turns = (value.wait, Turns.FROM) if waits else (None, Turns.NOT)
    return Reason(
        condition=node.id or "",
        holds=value.holds,
        decisive=_is_decisive(at),
        text=node.text or Text(en="", nl=""),
        source=citable(node.sources, decided_on),
        curable=curable,
        discretionary=node.discretionary or (value.followed is not None and _is_discretion(value)),
        mark=node.mark,
        within=within,
        missing=tuple(dict.fromkeys(_facts_behind(value))),
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
        value = value.parts[0]
    return value if value.day is not None else None


def _facts_behind(value: Value) -> Iterator[str]:
    """Give the unknown facts that a value rests on."""
    yield from value.unknown
    if value.followed is not None:
        yield from value.followed.missing(ALL_PAIRS)
    if value.test is not None:
        yield from _facts_behind(value.test)
    for part in value.parts:
        yield from _facts_behind(part)


def _unknown_facts(root: Standing) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the unknown facts that can still change the whole, and the others that were read."""
    missing: dict[str, None] = {}
    unknown: dict[str, None] = {}
    todo = [root]
    while todo:
        at = todo.pop(0)
        value = at.value
        counts = at.pairs & pairs_within(value.mask)
        facts = value.unknown
        if value.followed is not None:
            facts = value.followed.missing(at.pairs if counts else ALL_PAIRS)
        (missing if counts else unknown).update(dict.fromkeys(facts))
        todo[:0] = at.parts()
    return tuple(missing), tuple(fact for fact in unknown if fact not in missing)


def _disputes(family: Family, member: FamilyMember, person: Person) -> Iterator[Dispute]:
    decided_on = family.case.decided_on
    for other_law in family.rule_set.other_law:
        yield from _dispute_over_law(family, member, person, other_law)
    for point, node in family.points(member).items():
        other = family.person(member, point)
        if other.findings != person.findings:
            yield _dispute(point, node.why, citable(node.sources, decided_on), other.findings, person.mask)


def _dispute_over_law(family: Family, member: FamilyMember, person: Person, other_law: OtherLaw) -> Iterator[Dispute]:
    test = family.evaluate(other_law.when, member)
    if test.mask == EXCLUDED:
        return
    other = family.under(other_law.rule_set).person(member).findings
    applies_for_sure = test.mask == ELIGIBLE
    if not applies_for_sure:
        other = (other[0] | person.mask, other[1], other[2])
    if applies_for_sure or other != person.findings:
        source = citable(other_law.sources, family.case.decided_on)
        yield _dispute(other_law.point, other_law.why, source, other, person.mask)


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


def _notes(family: Family, member: FamilyMember, mask: int) -> Iterator[NoteGiven]:
    for note in family.rule_set.notes:
        if member.relation not in note.relations or (note.about is About.ROUTE and not mask & EXCLUDED):
            continue
        if family.evaluate(note.when, member).holds:
            source = citable(note.sources, family.case.decided_on)
            day = family.evaluate(note.day, member).day if note.day is not None else None
            yield NoteGiven(id=note.id, about=note.about, text=note.text, source=source, day=day)


def _milestones(family: Family, member: FamilyMember) -> Iterator[MilestoneGiven]:
    for milestone in family.rule_set.milestones:
        if member.relation not in milestone.relations:
            continue
        value = family.evaluate(milestone.day, member)
        if value.day is not None and family.evaluate(milestone.when, member).holds:
            source = citable(milestone.sources, family.case.decided_on)
            yield MilestoneGiven(id=milestone.id, day=value.day, text=milestone.text, source=source)
