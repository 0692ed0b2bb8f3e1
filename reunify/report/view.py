"""The one view model of a report: what every form of it shows, in one language, in the order shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, TypeAlias

import attrs

import reunify
from reunify import whatif
from reunify.assess import (
    Assessment,
    Change,
    Comparison,
    Dispute,
    GroundOutcome,
    MilestoneGiven,
    NoteGiven,
    Outcome,
    TurnOfVerdict,
    assess,
)
from reunify.facts import Case, beside_the_point
from reunify.family import Family
from reunify.floor import eu_floor
from reunify.meaning import Verdict
from reunify.report import wording
from reunify.report.document import Cited
from reunify.report.reasons_in_words import (
    Line,
    cause_in_words,
    cited,
    decisive_reasons,
    reasons_in_words,
    remedy_in_words,
)
from reunify.rules import DIRECTIVE
from reunify.ruleset import About, RuleSet
from reunify.sources import Mark, Read, Source
from reunify.text import Lang, Text

Origin: TypeAlias = Literal["option", "file", "today"]


@attrs.frozen(kw_only=True)
class Result:
    """What a command worked out, before it is put into words.

    Attributes:
        case: The family.
        rule_sets: The rule sets it was assessed under: one, or an old and a new one.
        assessments: The assessment under each.
        applicable: The rule set in force on the decision day; None where that law is not in here.
        on_from: Where the decision day comes from.
    """

    case: Case
    rule_sets: tuple[RuleSet, ...]
    assessments: tuple[Assessment, ...]
    applicable: RuleSet | None
    on_from: Origin

    @property
    def decided_on(self) -> date:
        """The decision day (D4)."""
        if self.case.decided_on is None:
            message = "a report needs a decision day"
            raise ValueError(message)
        return self.case.decided_on

    @property
    def main(self) -> RuleSet:
        """The rule set that matters most: the one in force on the decision day, or else the last one."""
        return (
            self.applicable if self.applicable is not None and self.applicable in self.rule_sets else self.rule_sets[-1]
        )

    def change_for(self, member: str) -> Change | None:
        """Give the change for a member, if two rule sets were compared."""
        if len(self.assessments) == 1:
            return None
        old, new = self.assessments
        return Comparison(old=old, new=new)[member]


@attrs.frozen(kw_only=True)
class OutcomeView:
    """One person under one rule set."""

    rule_set: str
    rule_set_title: str
    verdict: Verdict
    headline: str
    brief: str
    disputed: bool
    apply_by: str
    decisive: tuple[Line, ...]
    trace: tuple[Line, ...]
    missing: tuple[str, ...]
    turns: tuple[str, ...]
    disputes: tuple[Cited, ...]
    other_days: tuple[Cited, ...]
    also_tested: tuple[str, ...]
    ways: tuple[str, ...]
    floor: Cited | None
    evidence: tuple[Cited, ...]

    def sections(self, *, full: bool) -> Iterator[tuple[Text, tuple[Cited, ...]]]:
        """Give what is open, what the EU asks, and in full what can carry it, each under its heading."""
        yield wording.DISPUTES, self.disputes
        yield wording.EU_FLOOR, () if self.floor is None else (self.floor,)
        yield wording.OTHER_DAYS, self.other_days
        if full:
            yield wording.EVIDENCE, self.evidence


@attrs.frozen(kw_only=True)
class PersonView:
    """One person: a heading, the change and its cause, and what comes out under each rule set."""

    id: str
    relation: str
    change: str
    cause: tuple[Cited, ...]
    outcomes: tuple[OutcomeView, ...]


@attrs.frozen(kw_only=True)
class Remark:
    """A remark for one or more persons."""

    persons: str
    said: Cited


@attrs.frozen(kw_only=True)
class DateView:
    """A day that matters, for whom, and what happens on it; where it is not known exactly, its other end in words."""

    day: str
    iso: str
    past: str
    persons: str
    said: Cited
    other: str = ""


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
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    persons: tuple[PersonView, ...]
    ask_first: tuple[str, ...]
    dates: tuple[DateView, ...]
    take_note: tuple[Remark, ...]
    what_is_left: tuple[Remark, ...]
    permit: tuple[Remark, ...]
    assumed: tuple[str, ...]
    beside_the_point: tuple[str, ...]
    sources: tuple[Cited, ...]


def make_view(result: Result, lang: Lang) -> ReportView:
    """Put a result into words.

    Args:
        result: What was worked out.
        lang: The language of the report.
    """
    beside = _Beside(family=Family(result.case, result.main), eu=assess(result.case, DIRECTIVE))
    persons = tuple(_person(result, beside, member.id, lang) for member in result.case.members)
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
        columns=tuple(column[lang] for column in columns),
        rows=tuple(_row(person) for person in persons),
        persons=persons,
        ask_first=tuple(_ask_first(result, lang)),
        dates=tuple(_dates(result, lang)),
        take_note=tuple(_remarks_about(About.WARNING, result, lang)),
        what_is_left=tuple(_remarks_about(About.ROUTE, result, lang)),
        permit=tuple(_remarks_about(About.PERMIT, result, lang)),
        assumed=tuple(_assumed(result, lang)),
        beside_the_point=tuple(wording.fact_in_words(name, lang) for name in beside_the_point(result.case)),
        sources=tuple(_sources(result, lang)),
    )


def _applicable(result: Result) -> Text:
    law = result.applicable
    return wording.APPLICABLE_NOT_HERE if law is None else wording.APPLICABLE.format(title=law.title)


def _row(person: PersonView) -> tuple[str, ...]:
    change = (person.change,) if person.change else ()
    return (person.id, person.relation, *(outcome.brief for outcome in person.outcomes), *change)


@attrs.frozen(kw_only=True)
class _Beside:
    """What is set beside a result: the family under the main law, and what comes out under the EU floor."""

    family: Family
    eu: Assessment


def _person(result: Result, beside: _Beside, member: str, lang: Lang) -> PersonView:
    change = result.change_for(member)
    cause = change.cause if change is not None else ()
    titled = zip(result.rule_sets, result.assessments, strict=True)
    return PersonView(
        id=member,
        relation=result.case.member(member).relation.label[lang],
        change=change.kind.label[lang] if change is not None else "",
        cause=tuple(cause_in_words(item, result.rule_sets, lang) for item in cause),
        outcomes=tuple(_outcome(result, beside, rule_set, assessment[member], lang) for rule_set, assessment in titled),
    )


def _outcome(result: Result, beside: _Beside, rule_set: RuleSet, outcome: Outcome, lang: Lang) -> OutcomeView:
    settled = outcome.verdict is Verdict.ELIGIBLE
    in_part = wording.facts_in_part(result.case, outcome.member)
    others = () if settled else (ground for ground in outcome.grounds if ground.id != outcome.ground)
    return OutcomeView(
        rule_set=rule_set.id,
        rule_set_title=rule_set.title[lang],
        verdict=outcome.verdict,
        headline=headline(outcome, lang),
        brief=brief(outcome, lang),
        disputed=outcome.disputed,
        apply_by=_apply_by(outcome, result.decided_on, lang),
        decisive=tuple(reasons_in_words(decisive_reasons(outcome), outcome.reasons, lang, in_part)),
        trace=tuple(reasons_in_words([r for r in outcome.reasons if r.within is None], outcome.reasons, lang, in_part)),
        missing=tuple(wording.missing_in_words(fact, lang, in_part) for fact in outcome.missing),
        turns=tuple(_turns(outcome.turns, lang)),
        disputes=tuple(_dispute(dispute, lang) for dispute in outcome.disputes if dispute.changes_verdict),
        other_days=tuple(_other_days(outcome, result.decided_on, lang)),
        also_tested=tuple(_also_tested(ground, lang) for ground in others),
        ways=tuple(_ways(beside.family, outcome, lang)) if rule_set is result.main else (),
        floor=_floor(outcome, beside.eu[outcome.member], lang) if rule_set is not DIRECTIVE else None,
        evidence=tuple(_evidence(rule_set, outcome, lang)),
    )


def headline(outcome: Outcome, lang: Lang) -> str:
    """Give the verdict in a line: what is still possible, from which day, whether it is disputed."""
    possible = ""
    if outcome.verdict is Verdict.UNDETERMINED:
        possible = wording.POSSIBLE.format(verdicts=_any_of(outcome.possible, lang))[lang]
    first, *rest = brief(outcome, lang).split(", ", 1)
    return ", ".join(part for part in (first, possible, *rest) if part)


def brief(outcome: Outcome, lang: Lang) -> str:
    """Give the verdict in a few words, for a table."""
    parts = [outcome.verdict.label[lang]]
    if outcome.eligible_from is not None:
        other = outcome.eligible_from_other
        words = wording.FROM_DAY if other is None else wording.FROM_DAY_IN_PART
        parts.append(words.format(day=wording.day_and_other(outcome.eligible_from, other, lang))[lang])
    if outcome.disputed:
        parts.append(wording.DISPUTED[lang])
    return ", ".join(parts)


def _any_of(verdicts: Iterable[Verdict], lang: Lang) -> str:
    return wording.OR[lang].join(verdict.label[lang] for verdict in verdicts)


def _turns(turns: Iterable[TurnOfVerdict], lang: Lang) -> Iterator[str]:
    """Say what comes out before the first of these days, and from each of them on; they are days of one fact."""
    said = ""
    for turn in turns:
        day = wording.day_in_words(turn.day, lang)
        fact = wording.fact_in_words(turn.fact, lang)
        before = wording.TURN_BEFORE.format(fact=fact, day=day, verdicts=_any_of(turn.before, lang))[lang]
        since = wording.TURN_SINCE.format(day=day, verdicts=_any_of(turn.since, lang))[lang]
        said = f"{said or before}{since}"
    if said:
        yield said


def _dispute(dispute: Dispute, lang: Lang) -> Cited:
    result = wording.DISPUTE_VERDICT.format(verdict=dispute.verdict.label)[lang]
    return cited(dispute.why[lang], dispute.source, lang, result)


def _other_days(outcome: Outcome, decided_on: date, lang: Lang) -> Iterator[Cited]:
    """Give the readings in which only a day ahead differs, each with that day; none to who is excluded anyway."""
    if outcome.verdict is Verdict.EXCLUDED:
        return
    for dispute in outcome.disputes:
        days = (
            (wording.DISPUTE_FROM, dispute.eligible_from, outcome.eligible_from),
            (wording.DISPUTE_DEADLINE, dispute.deadline, outcome.deadline),
        )
        remarks = [
            words.format(day=wording.day_in_words(other, lang))[lang]
            for words, other, main in days
            if other is not None and other != main and other >= decided_on
        ]
        if remarks and not dispute.changes_verdict and dispute.verdict == outcome.verdict:
            yield cited(dispute.why[lang], dispute.source, lang, *remarks)


def _apply_by(outcome: Outcome, decided_on: date, lang: Lang) -> str:
    earlier = safe_deadline(outcome) if any(day.id == "three-months-bare" for day in outcome.milestones) else None
    too_late = any(reason.condition == "in-time" and reason.holds is False for reason in outcome.reasons)
    if earlier is None or outcome.deadline is None or (outcome.verdict is Verdict.EXCLUDED and not too_late):
        return ""
    day = wording.day_and_other(outcome.deadline, outcome.deadline_other, lang)
    if (outcome.deadline_other or outcome.deadline) < decided_on:
        return wording.APPLY_ENDED.format(day=day)[lang]
    if earlier == outcome.deadline:
        return wording.APPLY_BY.format(day=day)[lang]
    safe = wording.day_in_words(max(earlier, decided_on), lang)
    return wording.APPLY_BY_DOUBT.format(day=day, earlier=safe)[lang]


def safe_deadline(outcome: Outcome) -> date | None:
    """Give the earliest last day for the application in any reading, if any reading names one."""
    days = {outcome.deadline, *(dispute.deadline for dispute in outcome.disputes)} - {None}
    term = {milestone.id: milestone.day for milestone in outcome.milestones}
    # A reading in which the three months run on to a working day has a reading in which they do not.
    if term.get("three-months-extended") in days:
        days.add(term["three-months-bare"])
    return min((day for day in days if day is not None), default=None)


def _also_tested(ground: GroundOutcome, lang: Lang) -> str:
    return wording.ALSO_TESTED.format(title=ground.title, verdict=ground.verdict.label)[lang]


def _ways(family: Family, outcome: Outcome, lang: Lang) -> Iterator[str]:
    titles = {ground.id: ground.title for ground in outcome.grounds}
    for way in whatif.ways_of(family, outcome):
        if not way.is_open:
            continue
        steps = wording.WAY_AND[lang].join(_step(obstacle, lang) for obstacle in way.obstacles)
        yield f"{titles[way.ground][lang]}: {steps}" if len(titles) > 1 else steps


def _step(obstacle: whatif.Obstacle, lang: Lang) -> str:
    if obstacle.cure is whatif.Cure.EVIDENCE:
        cure = obstacle.cure.label[lang]
    else:
        cure = remedy_in_words(obstacle.reason.remedy, obstacle.day, obstacle.reason.advice, lang)
    return wording.WAY_STEP.format(proposition=obstacle.reason.text, cure=cure)[lang]


def _floor(outcome: Outcome, eu: Outcome, lang: Lang) -> Cited | None:
    found = eu_floor(outcome, eu)
    if found is None:
        return None
    read = (
        () if found.source.read is Read.TEXT or found.source.mark is Mark.CASE_LAW else (found.source.read.label[lang],)
    )
    return cited(found.demand.label[lang], found.source, lang, *read)


def _evidence(rule_set: RuleSet, outcome: Outcome, lang: Lang) -> Iterator[Cited]:
    ground = next((ground for ground in rule_set.grounds if ground.id == outcome.ground), None)
    return (cited(item.text[lang], item.source, lang) for item in (ground.evidence if ground is not None else ()))


def _ask_first(result: Result, lang: Lang) -> Iterator[str]:
    in_part = wording.facts_in_part(result.case, "")
    for question in whatif.questions(result.case, result.rule_sets):
        owner, _, _ = question.fact.rpartition(".")
        label = wording.missing_in_words(question.fact, lang, in_part)
        yield f"{label}: {question.about.question.format(name=owner)[lang]}"


def _dates(result: Result, lang: Lang) -> Iterator[DateView]:
    """Give each day that matters once, with the persons for whom it does, under the law that matters most."""
    found: dict[tuple[date, date | None, str], tuple[MilestoneGiven, set[str]]] = {}
    main = next(made for made in result.assessments if made.rule_set == result.main.id)
    for outcome in main:
        for milestone in outcome.milestones:
            key = (milestone.day, milestone.other_day, milestone.id)
            found.setdefault(key, (milestone, set()))[1].add(outcome.member)
    for milestone, persons in sorted(found.values(), key=lambda pair: pair[0].day):
        yield DateView(
            day=wording.day_in_words(milestone.day, lang),
            iso=milestone.day.isoformat(),
            past=wording.PAST[lang]
            if max(milestone.day, milestone.other_day or milestone.day) < result.decided_on
            else "",
            persons=_named([member.id for member in result.case.members if member.id in persons], result, lang),
            said=cited(milestone.text[lang], milestone.source, lang),
            other=wording.other_in_words(milestone.day, milestone.other_day, lang),
        )


def _remarks_about(about: About, result: Result, lang: Lang) -> Iterator[Remark]:
    """Give each note once, with the persons whom it concerns, as the law that matters most has it; routes only under that."""
    found: dict[tuple[str, date | None, date | None], tuple[NoteGiven, set[str]]] = {}
    for assessment in sorted(result.assessments, key=lambda made: made.rule_set != result.main.id):
        if about is About.ROUTE and assessment.rule_set != result.main.id:
            continue
        for outcome in assessment:
            for note in outcome.notes:
                if note.about is about:
                    found.setdefault((note.id, note.day, note.other_day), (note, set()))[1].add(outcome.member)
    for note, persons in found.values():
        members = [member.id for member in result.case.members if member.id in persons]
        yield Remark(
            persons=_named(members, result, lang),
            said=cited(wording.with_day(note.text, note.day, lang, note.other_day), note.source, lang),
        )


def _named(members: Iterable[str], result: Result, lang: Lang) -> str:
    names = list(members)
    return wording.EVERYBODY[lang] if len(names) == len(result.case.members) > 1 else ", ".join(names)


def _assumed(result: Result, lang: Lang) -> Iterator[str]:
    """Give each assumption once, with the persons for whom it was made."""
    persons: dict[tuple[str, object], dict[str, None]] = {}
    for assessment in result.assessments:
        for outcome in assessment:
            for name, value in outcome.assumptions:
                of_sponsor = name.startswith("sponsor.")
                persons.setdefault((name, value), {}).update({} if of_sponsor else {outcome.member: None})
    for (name, value), members in persons.items():
        said = f"{wording.fact_in_words(name, lang)}: {wording.value_in_words(value, lang)}"
        yield f"{said} ({_named(members, result, lang)})" if members else said


def _sources(result: Result, lang: Lang) -> Iterator[Cited]:
    """Give each law once, with the places in it that the rule sets rest on."""
    places: dict[str, list[Source]] = {}
    for rule_set in result.rule_sets:
        for source in rule_set.sources:
            places.setdefault(source.url, []).append(source)
    for sources in places.values():
        first = sources[0]
        version = wording.VERSION.format(version=first.version)[lang] if first.version else ""
        remarks = tuple(word for word in (version, first.read.label[lang]) if word)
        cites = ", ".join(source.cite[lang] for source in sources)
        yield Cited(text=first.title[lang], cite=cites, url=first.url, remarks=remarks)
