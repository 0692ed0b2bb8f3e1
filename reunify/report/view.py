"""The one view model of a report: what every form of it shows, in one language, in the order shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Final

import attrs

import reunify
from reunify import whatif
from reunify.assess import (
    Dispute,
    GroundOutcome,
    MilestoneGiven,
    NoteGiven,
    Outcome,
    TurnOfVerdict,
)
from reunify.engine.meaning import Verdict
from reunify.facts import NOT_FILED, Case, beside_the_point
from reunify.report import second_route, wording
from reunify.report.at_a_glance import AtAGlance, at_a_glance, days_of, in_time, is_dead, is_here
from reunify.report.backing import FactsOf, assumed_facts, given_facts, sources_of
from reunify.report.document import Cited
from reunify.report.found import Found, Remark, Result
from reunify.report.reasons_in_words import (
    Line,
    cause_in_words,
    cited,
    reasons_in_words,
    remedy_in_words,
    safe_deadline,
)
from reunify.ruleset import About, DayKind, Milestone, RuleSet
from reunify.text import Lang, Text

__all__ = [
    "OF_REGULAR_ROUTE",
    "Cited",
    "DateView",
    "FactsOf",
    "Line",
    "OutcomeView",
    "PersonView",
    "Remark",
    "ReportView",
    "SharedLine",
    "brief",
    "headline",
    "make_view",
    "step_in_words",
]


@attrs.frozen(kw_only=True)
class OutcomeView:
    """One person under one rule set.

    ``standing`` says of a law that it is not the one in force; it is empty for the one that is.
    """

    rule_set: str
    rule_set_title: str
    standing: str
    verdict: Verdict
    headline: str
    brief: str
    disputed: bool
    apply_by: str
    decisive: tuple[Line, ...]
    shared: bool
    trace: tuple[Line, ...]
    missing: tuple[str, ...]
    turns: tuple[str, ...]
    disputes: tuple[Cited, ...]
    also_tested: tuple[str, ...]
    ways: tuple[str, ...]

    @property
    def titled(self) -> str:
        """The title of the law, with what is to be said of it where it is not in force."""
        return f"{self.rule_set_title} ({self.standing})" if self.standing else self.rule_set_title


@attrs.frozen(kw_only=True)
class PersonView:
    """One person: a heading, the change, and what comes out under each rule set, that of the law in force first."""

    id: str
    relation: str
    change: str
    outcomes: tuple[OutcomeView, ...]


@attrs.frozen(kw_only=True)
class SharedLine:
    """A condition that is in the same state for several persons."""

    persons: str
    line: Line


@attrs.frozen(kw_only=True)
class DateView:
    """A day that matters, for whom, and what happens on it; where it is not known exactly, its other end in words.

    ``who``, ``event`` and ``kind`` are for a calendar: the names, the same in a few words, and what the day is to the family.
    """

    day: str
    iso: str
    past: str
    persons: str
    said: Cited
    other: str = ""
    who: str = ""
    event: str = ""
    kind: DayKind = DayKind.TURN


@attrs.frozen(kw_only=True)
class ReportView:
    """A whole report in one language."""

    lang: Lang
    version: str
    heading: str
    title: str
    source: str
    notice: str
    decided: str
    applicable: str
    top: AtAGlance
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    cause: tuple[Remark, ...]
    shared: tuple[SharedLine, ...]
    persons: tuple[PersonView, ...]
    disputes: tuple[Remark, ...]
    other_days: tuple[Remark, ...]
    floor: tuple[Remark, ...]
    evidence: tuple[Remark, ...]
    ask_first: tuple[str, ...]
    dates: tuple[DateView, ...]
    take_note: tuple[Remark, ...]
    arguments: tuple[Remark, ...]
    what_is_left: tuple[Remark, ...]
    permit: tuple[Remark, ...]
    given: tuple[FactsOf, ...]
    assumed: tuple[FactsOf, ...]
    beside_the_point: tuple[str, ...]
    reading: tuple[Remark, ...]
    sources: tuple[Cited, ...]

    @property
    def is_comparison(self) -> bool:
        """Whether two laws stand side by side."""
        return any(person.change for person in self.persons)

    @property
    def remarks(self) -> tuple[tuple[Text, tuple[Remark, ...]], ...]:
        """What is said once of all whom it concerns, each list under its heading."""
        return (
            (wording.DISPUTES, self.disputes),
            (wording.OTHER_DAYS, self.other_days),
            (wording.EVIDENCE, self.evidence),
            (wording.WARNINGS_IN_FULL, self.take_note),
            (About.ROUTE.label, self.what_is_left),
            (wording.EU_FLOOR, self.floor),
            (wording.ARGUMENTS, self.arguments),
        )


def make_view(found: Found) -> ReportView:
    """Put what was worked out into words.

    Args:
        found: What was worked out, and in which language it is told.
    """
    result, lang = found.result, found.lang
    shared = found.shared()
    persons = tuple(_person(found, member.id, shared.keys()) for member in result.case.members)
    day = wording.day_in_words(result.decided_on, lang)
    origin = wording.ORIGINS[result.on_from]
    columns = [wording.PERSON, wording.RELATION, *(rule_set.short for rule_set in result.rule_sets)]
    if len(result.rule_sets) > 1:
        columns.append(wording.CHANGE)
    return ReportView(
        lang=lang,
        version=reunify.__version__,
        heading=wording.HEADING[lang],
        title=result.case.title or "",
        source=result.case.source or "",
        notice=wording.NOTICE[lang],
        decided=wording.DECIDED_ON.format(day=day, origin=origin)[lang],
        applicable=_applicable(result)[lang],
        top=at_a_glance(found.top(lang)),
        columns=tuple(column[lang] for column in columns),
        rows=tuple(_row(result, person) for person in persons),
        cause=found.once(_causes(found)),
        shared=tuple(SharedLine(persons=found.named(who), line=line) for line, who in shared.items()),
        persons=persons,
        disputes=found.once(
            (outcome.member, _dispute(dispute, result.main, lang))
            for outcome in found.outcomes
            for dispute in outcome.disputes
            if dispute.changes_verdict
        ),
        other_days=found.once(
            (outcome.member, said) for outcome in found.outcomes for said in _other_days(outcome, found)
        ),
        floor=found.once(found.floors()),
        evidence=found.once(_evidence(found)),
        ask_first=tuple(_ask_first(found)),
        dates=tuple(_dates(found)),
        take_note=tuple(_remarks_about(About.WARNING, found, aside=False)),
        arguments=tuple(_remarks_about(About.WARNING, found, aside=True)),
        reading=tuple(_remarks_about(About.WARNING, found, aside=True, of_reading=True)),
        what_is_left=(
            *found.once(
                (member, said)
                for member, route in found.second.items()
                for said in second_route.said_of(route, result.case, lang)
            ),
            *_remarks_about(About.ROUTE, found),
        ),
        permit=tuple(_remarks_about(About.PERMIT, found)),
        given=tuple(given_facts(result.case, lang)),
        assumed=tuple(assumed_facts(found)),
        beside_the_point=tuple(wording.fact_in_words(name, lang) for name in beside_the_point(result.case)),
        sources=tuple(sources_of(found)),
    )


def _applicable(result: Result) -> Text:
    law = result.applicable
    return wording.APPLICABLE_NOT_HERE if law is None else wording.APPLICABLE.format(title=law.title)


def _row(result: Result, person: PersonView) -> tuple[str, ...]:
    """Give a row of the table in which the laws stand side by side, in the order in which they were asked for."""
    briefs = {outcome.rule_set: outcome.brief for outcome in person.outcomes}
    change = (person.change,) if person.change else ()
    return (person.id, person.relation, *(briefs[rule_set.id] for rule_set in result.rule_sets), *change)


def _causes(found: Found) -> Iterator[tuple[str, Cited]]:
    for member in found.result.case.members:
        change = found.result.change_for(member.id)
        for item in change.cause if change is not None else ():
            yield member.id, cause_in_words(item, found.result.rule_sets, found.lang)


def _person(found: Found, member: str, shared: Collection[Line]) -> PersonView:
    result, lang = found.result, found.lang
    change = result.change_for(member)
    titled = list(zip(result.rule_sets, result.assessments, strict=True))
    titled.sort(key=lambda pair: pair[0] is not result.main)
    return PersonView(
        id=member,
        relation=result.case.member(member).relation.label[lang],
        change=change.kind.label[lang] if change is not None else "",
        outcomes=tuple(_outcome(found, rule_set, assessment[member], shared) for rule_set, assessment in titled),
    )


def _standing(result: Result, rule_set: RuleSet) -> Text | None:
    """Say of a law that is not in force on the decision day how it stands."""
    day = result.decided_on
    if rule_set is result.applicable:
        return None
    if rule_set.until is not None and rule_set.until < day:
        return wording.NO_LONGER
    return wording.NOT_YET_IN_FORCE if rule_set.since is not None and rule_set.since > day else wording.FOR_COMPARISON


def _outcome(found: Found, rule_set: RuleSet, outcome: Outcome, shared: Collection[Line]) -> OutcomeView:
    result, lang = found.result, found.lang
    is_main = rule_set is result.main
    in_part = wording.facts_in_part(result.case, outcome.member)
    others = () if outcome.verdict is Verdict.ELIGIBLE else (g for g in outcome.grounds if g.id != outcome.ground)
    standing = _standing(result, rule_set)
    lines = found.lines(outcome)
    own = tuple(line for line in lines if not (is_main and line in shared))
    disputes = () if is_main else (dispute for dispute in outcome.disputes if dispute.changes_verdict)
    return OutcomeView(
        rule_set=rule_set.id,
        rule_set_title=rule_set.title[lang],
        standing="" if standing is None else standing[lang],
        verdict=outcome.verdict,
        headline=headline(outcome, result.case, rule_set, lang),
        brief=brief(outcome, result.case, rule_set, lang),
        disputed=outcome.disputed,
        apply_by=_apply_by(outcome, found) if is_main else "",
        decisive=own,
        shared=len(own) < len(lines),
        trace=tuple(reasons_in_words([r for r in outcome.reasons if r.within is None], outcome.reasons, lang, in_part)),
        missing=tuple(wording.missing_in_words(fact, lang, in_part) for fact in outcome.missing),
        turns=tuple(_turns(outcome.turns, rule_set, lang)),
        disputes=tuple(_dispute(dispute, rule_set, lang) for dispute in disputes),
        also_tested=tuple(_also_tested(ground, rule_set, lang) for ground in others),
        ways=tuple(_ways(found.ways[outcome.member], outcome, lang)) if is_main else (),
    )


def headline(outcome: Outcome, case: Case, law: RuleSet, lang: Lang) -> str:
    """Give the verdict in a line: what is still possible, from which day, whether it is disputed."""
    possible = ""
    if outcome.verdict is Verdict.UNDETERMINED:
        possible = wording.POSSIBLE.format(verdicts=_any_of(outcome.possible, law, lang))[lang]
    first, *rest = brief(outcome, case, law, lang).split(", ", 1)
    return ", ".join(part for part in (first, possible, *rest) if part)


def brief(outcome: Outcome, case: Case, law: RuleSet, lang: Lang) -> str:
    """Give the verdict in a few words, for a table."""
    stays = outcome.verdict is Verdict.ELIGIBLE and is_here(outcome, case)
    parts = [(wording.MAY_STAY if stays else wording.verdict_in_words(outcome.verdict, law))[lang]]
    if outcome.eligible_from is not None:
        other = outcome.eligible_from_other
        words = wording.FROM_DAY if other is None else wording.FROM_DAY_IN_PART
        parts.append(words.format(day=wording.day_and_other(outcome.eligible_from, other, lang))[lang])
    if outcome.disputed:
        parts.append(wording.DISPUTED[lang])
    return ", ".join(parts)


def _any_of(verdicts: Iterable[Verdict], law: RuleSet, lang: Lang) -> str:
    return wording.OR[lang].join(wording.verdict_in_words(verdict, law)[lang] for verdict in verdicts)


def _turns(turns: Iterable[TurnOfVerdict], law: RuleSet, lang: Lang) -> Iterator[str]:
    """Say what comes out before the first of these days, and from each of them on; they are days of one fact."""
    said = ""
    for turn in turns:
        day = wording.day_in_words(turn.day, lang)
        fact = wording.fact_in_words(turn.fact, lang)
        before = wording.TURN_BEFORE.format(fact=fact, day=day, verdicts=_any_of(turn.before, law, lang))[lang]
        since = wording.TURN_SINCE.format(day=day, verdicts=_any_of(turn.since, law, lang))[lang]
        said = f"{said or before}{since}"
    if said:
        yield said


def _dispute(dispute: Dispute, law: RuleSet, lang: Lang) -> Cited:
    result = wording.DISPUTE_VERDICT.format(verdict=wording.verdict_in_words(dispute.verdict, law))[lang]
    return cited(dispute.why[lang], dispute.source, lang, result)


def _other_days(outcome: Outcome, found: Found) -> Iterator[Cited]:
    """Give the readings in which only a day ahead differs, each with that day; none to who is excluded anyway.

    By when to apply is of no use to who has applied.
    """
    decided_on, lang = found.result.decided_on, found.lang
    if outcome.verdict is Verdict.EXCLUDED:
        return
    not_filed = found.result.case.member(outcome.member).applied_on is NOT_FILED
    for dispute in outcome.disputes:
        days = (
            (wording.DISPUTE_FROM, dispute.eligible_from, outcome.eligible_from),
            (wording.DISPUTE_DEADLINE, dispute.deadline if not_filed else None, outcome.deadline),
        )
        remarks = [
            words.format(day=wording.day_in_words(other, lang))[lang]
            for words, other, main in days
            if other is not None and other != main and other >= decided_on
        ]
        if remarks and not dispute.changes_verdict and dispute.verdict == outcome.verdict:
            yield cited(dispute.why[lang], dispute.source, lang, *remarks)


def _apply_by(outcome: Outcome, found: Found) -> str:
    """Name the last day for an application that is still to be made, or the end of a term that was missed."""
    result, lang = found.result, found.lang
    term = next((day for day in outcome.milestones if day.id == "three-months-bare" and not day.perhaps), None)
    earlier = safe_deadline(outcome) if term is not None else None
    if (
        term is None
        or earlier is None
        or outcome.deadline is None
        or is_dead(term, outcome, found.ways[outcome.member], result.case)
    ):
        return ""
    if outcome.verdict is Verdict.EXCLUDED and in_time(outcome) is not False:
        return ""
    day = wording.day_and_other(outcome.deadline, outcome.deadline_other, lang)
    if (outcome.deadline_other or outcome.deadline) < result.decided_on:
        return wording.APPLY_ENDED.format(day=day)[lang]
    if earlier == outcome.deadline:
        return wording.APPLY_BY.format(day=day)[lang]
    safe = wording.day_in_words(max(earlier, result.decided_on), lang)
    return wording.APPLY_BY_DOUBT.format(day=day, earlier=safe)[lang]


def _also_tested(ground: GroundOutcome, law: RuleSet, lang: Lang) -> str:
    return wording.ALSO_TESTED.format(title=ground.title, verdict=wording.verdict_in_words(ground.verdict, law))[lang]


def _ways(ways: Iterable[whatif.Way], outcome: Outcome, lang: Lang) -> Iterator[str]:
    """Give the ways that are open, where there are several: an only one is told by the conditions themselves."""
    titles = {ground.id: ground.title for ground in outcome.grounds}
    found = [way for way in ways if way.is_open]
    for way in found if len(found) > 1 else ():
        steps = wording.WAY_AND[lang].join(step_in_words(obstacle, lang) for obstacle in way.obstacles)
        yield f"{titles[way.ground][lang]}: {steps}" if len(titles) > 1 else steps


def step_in_words(obstacle: whatif.Obstacle, lang: Lang) -> str:
    """Say of a condition that stands in the way what can still take it away."""
    if obstacle.cure is whatif.Cure.EVIDENCE:
        cure = obstacle.cure.label[lang]
    else:
        cure = remedy_in_words(obstacle.reason.remedy, obstacle.day, obstacle.reason.advice, lang)
    return wording.WAY_STEP.format(proposition=obstacle.reason.text, cure=cure)[lang]


def _evidence(found: Found) -> Iterator[tuple[str, Cited]]:
    """Give what can be sent for each person of whom something can come."""
    for outcome in found.outcomes:
        for item in found.evidence_for(outcome, found.result.main):
            yield outcome.member, cited(item.text[found.lang], item.source, found.lang)


def _ask_first(found: Found) -> Iterator[str]:
    """Give the questions whose answers settle most, under the laws that apply or may come to apply."""
    result, lang = found.result, found.lang
    laws = [rule_set for rule_set in result.rule_sets if _standing(result, rule_set) is not wording.NO_LONGER]
    for question in found.questions if laws == [result.main] else whatif.questions(result.case, laws):
        owner, _, _ = question.fact.rpartition(".")
        said = wording.question_in_words(question.fact, question.about, result.case, lang)
        names = wording.SPONSOR_HEADING[lang] if owner == "sponsor" else owner
        yield f"{names}: {said}" if names else said


OF_REGULAR_ROUTE: Final = frozenset({"turns-21", "sponsor-turns-21", "sponsor-year-over"})
"""The days that the regular route adds, for who is not eligible for nareis."""


def _dates(found: Found) -> Iterator[DateView]:
    """Give each day that matters once, with the persons for whom it does, under the law that matters most.

    A term that is met, and a day that is past and ended nothing, matters no more.
    """
    days: dict[tuple[date, date | None, str, Text], tuple[MilestoneGiven, set[str]]] = {}
    for outcome in found.outcomes:
        for given in days_of(outcome, found.result.case):
            if not is_dead(given, outcome, found.ways[outcome.member], found.result.case):
                key = (given.day, given.other_day, given.id, given.text)
                days.setdefault(key, (given, set()))[1].add(outcome.member)
    laws = (*(route.law for route in found.second.values()), found.result.main)
    known = {milestone.id: milestone for law in laws for milestone in law.milestones}
    for member, route in found.second.items():
        for given in route.regular.milestones:
            if given.id in OF_REGULAR_ROUTE:
                key = (given.day, given.other_day, given.id, given.text)
                days.setdefault(key, (given, set()))[1].add(member)
    for given, persons in sorted(days.values(), key=lambda pair: pair[0].day):
        yield from _date(found, given, known[given.id], persons)


def _date(found: Found, given: MilestoneGiven, milestone: Milestone, persons: set[str]) -> Iterator[DateView]:
    lang = found.lang
    is_past = max(given.day, given.other_day or given.day) < found.result.decided_on
    text = milestone.over if is_past else given.text
    if text is None:
        return
    yield DateView(
        day=wording.day_in_words(given.day, lang),
        iso=given.day.isoformat(),
        past=wording.PAST[lang] if is_past else "",
        persons=found.named(persons),
        said=cited(text[lang], given.source, lang),
        other=wording.other_in_words(given.day, given.other_day, lang, perhaps=given.perhaps),
        who=wording.SPONSOR_HEADING[lang] if milestone.of_sponsor else found.listed(persons),
        event=(milestone.step or given.text)[lang].rstrip("."),
        kind=milestone.kind,
    )


def _remarks_about(
    about: About, found: Found, *, aside: bool | None = None, of_reading: bool = False
) -> Iterator[Remark]:
    """Give each note once, with the persons whom it concerns, as the law that matters most has it."""
    notes: dict[tuple[str, date | None, date | None], tuple[NoteGiven, set[str]]] = {}
    known = {note.id: note for note in found.result.main.notes}
    for outcome in found.outcomes:
        for note in outcome.notes:
            told = known[note.id]
            if note.about is about and aside in (None, told.aside) and told.of_reading is of_reading:
                notes.setdefault((note.id, note.day, note.other_day), (note, set()))[1].add(outcome.member)
    for note, persons in notes.values():
        yield Remark(
            persons=found.named(persons),
            said=cited(
                wording.with_day(note.text, note.day, found.lang, note.other_day, perhaps=note.perhaps),
                note.source,
                found.lang,
            ),
        )
