"""The one view model of a report: what every form of it shows, in one language, in the order shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, TypeAlias

import attrs

import reunify
from reunify.assess import Assessment, Change, Comparison, Dispute, GroundOutcome, Outcome, Reason
from reunify.facts import Case
from reunify.logic import Curable, Turns, Verdict
from reunify.report import wording
from reunify.ruleset import RuleSet
from reunify.sources import Mark, Source
from reunify.text import Lang

Origin: TypeAlias = Literal["option", "file", "today"]


@attrs.frozen(kw_only=True)
class Result:
    """What a command worked out, before it is put into words.

    Attributes:
        case: The family.
        rule_sets: The rule sets it was assessed under: one, or an old and a new one.
        assessments: The assessment under each.
        applicable: The id of the rule set in force on the decision day.
        on_from: Where the decision day comes from.
    """

    case: Case
    rule_sets: tuple[RuleSet, ...]
    assessments: tuple[Assessment, ...]
    applicable: RuleSet
    on_from: Origin

    @property
    def decided_on(self) -> date:
        """The decision day (D4)."""
        if self.case.decided_on is None:
            message = "a report needs a decision day"
            raise ValueError(message)
        return self.case.decided_on

    def change_for(self, member: str) -> Change | None:
        """Give the change for a member, if two rule sets were compared."""
        if len(self.assessments) == 1:
            return None
        old, new = self.assessments
        return Comparison(old=old, new=new)[member]


@attrs.frozen
class Cited:
    """A sentence with the place that it rests on."""

    text: str
    cite: str
    url: str
    remarks: tuple[str, ...] = ()


@attrs.frozen
class Line:
    """One condition as a reader sees it: its state in a word, the proposition, the article, remarks."""

    state: str
    holds: bool | None
    said: Cited
    details: tuple[Line, ...] = ()


@attrs.frozen(kw_only=True)
class OutcomeView:
    """One person under one rule set."""

    rule_set: str
    rule_set_title: str
    verdict: Verdict
    headline: str
    disputed: bool
    apply_by: str
    decisive: tuple[Line, ...]
    trace: tuple[Line, ...]
    missing: tuple[str, ...]
    disputes: tuple[Cited, ...]
    other_days: tuple[Cited, ...]
    notes: tuple[Cited, ...]
    also_tested: tuple[str, ...]


@attrs.frozen(kw_only=True)
class PersonView:
    """One person: a heading, the change and its cause, and what comes out under each rule set."""

    id: str
    relation: str
    change: str
    cause: tuple[Cited, ...]
    outcomes: tuple[OutcomeView, ...]


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
    assumed: tuple[str, ...]
    sources: tuple[Cited, ...]


def make_view(result: Result, lang: Lang) -> ReportView:
    """Put a result into words.

    Args:
        result: What was worked out.
        lang: The language of the report.
    """
    persons = tuple(_person(result, member.id, lang) for member in result.case.members)
    day = wording.day_in_words(result.decided_on, lang)
    origin = wording.ORIGINS[result.on_from]
    columns = [wording.PERSON, wording.RELATION, *(rule_set.title for rule_set in result.rule_sets)]
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
        applicable=wording.APPLICABLE.format(title=result.applicable.title)[lang],
        columns=tuple(column[lang] for column in columns),
        rows=tuple(_row(person) for person in persons),
        persons=persons,
        assumed=tuple(_assumed(result, lang)),
        sources=tuple(_sources(result, lang)),
    )


def _row(person: PersonView) -> tuple[str, ...]:
    change = (person.change,) if person.change else ()
    return (person.id, person.relation, *(outcome.headline for outcome in person.outcomes), *change)


def _person(result: Result, member: str, lang: Lang) -> PersonView:
    change = result.change_for(member)
    cause = change.cause if change is not None else ()
    titled = zip(result.rule_sets, result.assessments, strict=True)
    return PersonView(
        id=member,
        relation=result.case.member(member).relation.label[lang],
        change=change.kind.label[lang] if change is not None else "",
        cause=tuple(_cited(reason.text[lang], reason.source, lang) for _, reason in cause),
        outcomes=tuple(_outcome(rule_set, assessment[member], lang) for rule_set, assessment in titled),
    )


def _outcome(rule_set: RuleSet, outcome: Outcome, lang: Lang) -> OutcomeView:
    settled = outcome.verdict is Verdict.ELIGIBLE
    others = () if settled else (ground for ground in outcome.grounds if ground.id != outcome.ground)
    return OutcomeView(
        rule_set=rule_set.id,
        rule_set_title=rule_set.title[lang],
        verdict=outcome.verdict,
        headline=headline(outcome, lang),
        disputed=outcome.disputed,
        apply_by=_apply_by(outcome, lang),
        decisive=tuple(_lines(decisive_reasons(outcome), outcome.reasons, lang)),
        trace=tuple(_lines([r for r in outcome.reasons if r.within is None], outcome.reasons, lang)),
        missing=tuple(wording.fact_in_words(fact, lang) for fact in outcome.missing),
        disputes=tuple(_dispute(dispute, lang) for dispute in outcome.disputes if dispute.changes_verdict),
        other_days=tuple(_other_day(d, outcome, lang) for d in outcome.disputes if not d.changes_verdict),
        notes=tuple(_cited(note.text[lang], note.source, lang) for note in outcome.notes),
        also_tested=tuple(_also_tested(ground, lang) for ground in others),
    )


def headline(outcome: Outcome, lang: Lang) -> str:
    """Give the verdict in a few words: from which day, what is still possible, whether it is disputed."""
    parts = [outcome.verdict.label[lang]]
    if outcome.verdict is Verdict.UNDETERMINED:
        verdicts = wording.OR[lang].join(verdict.label[lang] for verdict in outcome.possible)
        parts.append(wording.POSSIBLE.format(verdicts=verdicts)[lang])
    if outcome.eligible_from is not None:
        parts.append(wording.FROM_DAY.format(day=wording.day_in_words(outcome.eligible_from, lang))[lang])
    if outcome.disputed:
        parts.append(wording.DISPUTED[lang])
    return ", ".join(parts)


def decisive_reasons(outcome: Outcome) -> list[Reason]:
    """Give what stands in the way: what failed, and what is unknown where that is what decides."""
    top = [reason for reason in outcome.reasons if reason.within is None]
    if outcome.verdict is Verdict.EXCLUDED:
        return [r for r in top if r.holds is False and r.curable is Curable.NO]
    missing = set(outcome.missing)
    unknown = [r for r in top if r.holds is None and missing & set(r.missing)]
    return [r for r in top if r.holds is False or r in unknown]


def _lines(reasons: Iterable[Reason], everything: tuple[Reason, ...], lang: Lang) -> Iterator[Line]:
    for reason in reasons:
        inner = [r for r in everything if r.within == reason.condition and r.holds == reason.holds]
        yield Line(
            state=wording.STATES[reason.holds][lang],
            holds=reason.holds,
            said=_cited(reason.text[lang], reason.source, lang, *_remarks(reason, lang)),
            details=tuple(_lines(inner, everything, lang)),
        )


def _remarks(reason: Reason, lang: Lang) -> Iterator[str]:
    if reason.day is not None and reason.holds is not True:
        words = wording.TURNED_FROM if reason.turns is Turns.FROM else wording.TURNED_UNTIL
        words = wording.CURE_FROM if reason.curable is Curable.BY_TIME else words
        yield words.format(day=wording.day_in_words(reason.day, lang))[lang]
    elif reason.holds is False and reason.curable is not Curable.NO:
        yield reason.curable.label[lang]
    if reason.holds is None and reason.missing:
        yield wording.NEEDS.format(facts="; ".join(wording.fact_in_words(f, lang) for f in reason.missing))[lang]
    if reason.discretionary and reason.holds is not True:
        yield wording.MAY_REFUSE[lang]
    if reason.mark is Mark.INFERRED:
        yield reason.mark.label[lang]


def _cited(text: str, source: Source, lang: Lang, *remarks: str) -> Cited:
    return Cited(text=text, cite=source.cite[lang], url=source.url, remarks=remarks)


def _dispute(dispute: Dispute, lang: Lang) -> Cited:
    result = wording.DISPUTE_VERDICT.format(verdict=dispute.verdict.label)[lang]
    return _cited(dispute.why[lang], dispute.source, lang, result)


def _other_day(dispute: Dispute, outcome: Outcome, lang: Lang) -> Cited:
    remarks = []
    if dispute.eligible_from is not None and dispute.eligible_from != outcome.eligible_from:
        day = wording.day_in_words(dispute.eligible_from, lang)
        remarks.append(wording.DISPUTE_FROM.format(day=day)[lang])
    if dispute.deadline is not None and dispute.deadline != outcome.deadline:
        day = wording.day_in_words(dispute.deadline, lang)
        remarks.append(wording.DISPUTE_DEADLINE.format(day=day)[lang])
    return _cited(dispute.why[lang], dispute.source, lang, *(remarks or [wording.DISPUTE_SAME[lang]]))


def _apply_by(outcome: Outcome, lang: Lang) -> str:
    earlier = safe_deadline(outcome)
    if earlier is None:
        return ""
    safe = wording.day_in_words(earlier, lang)
    if outcome.deadline is None:
        return wording.APPLY_BY_CAUTION.format(earlier=safe)[lang]
    if earlier == outcome.deadline:
        return wording.APPLY_BY.format(day=safe)[lang]
    day = wording.day_in_words(outcome.deadline, lang)
    return wording.APPLY_BY_DOUBT.format(day=day, earlier=safe)[lang]


def safe_deadline(outcome: Outcome) -> date | None:
    """Give the earliest last day for the application in any reading, if any reading names one."""
    days = (outcome.deadline, *(dispute.deadline for dispute in outcome.disputes))
    return min((day for day in days if day is not None), default=None)


def _also_tested(ground: GroundOutcome, lang: Lang) -> str:
    return wording.ALSO_TESTED.format(title=ground.title, verdict=ground.verdict.label)[lang]


def _assumed(result: Result, lang: Lang) -> Iterator[str]:
    """Give each assumption once, with the persons for whom it was made."""
    persons: dict[tuple[str, object], dict[str, None]] = {}
    for assessment in result.assessments:
        for outcome in assessment:
            for name, value in outcome.assumed:
                of_sponsor = name.startswith("sponsor.")
                persons.setdefault((name, value), {}).update({} if of_sponsor else {outcome.member: None})
    for (name, value), members in persons.items():
        said = f"{wording.fact_in_words(name, lang)}: {wording.value_in_words(value, lang)}"
        yield f"{said} ({', '.join(members)})" if members else said


def _sources(result: Result, lang: Lang) -> Iterator[Cited]:
    for rule_set in result.rule_sets:
        for source in rule_set.sources:
            version = wording.VERSION.format(version=source.version)[lang] if source.version else ""
            remarks = [word for word in (version, source.read.label[lang]) if word]
            yield _cited(source.title[lang], source, lang, *remarks)
