"""The report as data: the JSON contract, filled in from what every form of the report is made from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypedDict

import reunify
from reunify.assess import (
    Cause,
    Dispute,
    GroundOutcome,
    MilestoneGiven,
    NoteGiven,
    Outcome,
    Part,
    Reason,
    TurnOfVerdict,
)
from reunify.facts import Fact, about_fact, beside_the_point
from reunify.report import contract, wording
from reunify.report.contract import SCHEMA_VERSION
from reunify.report.found import Found
from reunify.report.reasons_in_words import sentence_of
from reunify.report.view import ReportView, headline, step_in_words
from reunify.ruleset import RuleSet
from reunify.schemas import as_data, schema_of
from reunify.sources import Read, Source
from reunify.terms import NEVER
from reunify.text import Choice, Lang

__all__ = ["SCHEMA_VERSION", "schema", "to_data", "to_json"]


def schema() -> dict[str, Any]:
    """Give the JSON schema (2020-12) of what `to_data` gives, made from the classes in `contract`."""
    return schema_of(contract.Report, f"urn:reunify:report:{SCHEMA_VERSION}", _PROMISE)


_PROMISE: Final = (
    f"Version {SCHEMA_VERSION}. Within it keys can come, and no key goes or means something else; no verdict and no kind "
    "of change comes. Ids, sources, points and texts can come and change. Who reads it passes over keys that it does not "
    "know."
)


def to_json(data: Mapping[str, Any]) -> str:
    """Give a report as JSON text; every key is always there, what is unknown is null."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def to_data(found: Found, view: ReportView) -> dict[str, Any]:
    """Give a report as plain data that `schema` describes.

    Args:
        found: What was worked out.
        view: The same in words.
    """
    result, lang = found.result, found.lang
    members = tuple(_member(found, member.id) for member in result.case.members)
    beside = beside_the_point(result.case)
    report = contract.Report(
        schema=SCHEMA_VERSION,
        reunify=reunify.__version__,
        lang=lang,
        notice=wording.NOTICE[lang],
        decided_on=result.decided_on,
        on_from=result.on_from,
        applicable=None if result.applicable is None else result.applicable.id,
        rule_sets=tuple(rule_set.id for rule_set in result.rule_sets),
        facts={name: wording.fact_in_words(name, lang) for name in sorted({*beside, *_facts_named(members)})},
        beside_the_point=beside,
        members=members,
        view=view,
    )
    data: dict[str, Any] = as_data(report)
    return data


def _facts_named(members: Iterable[contract.Member]) -> Iterator[str]:
    """Give each fact that the outcomes name."""
    for outcome in (outcome for member in members for outcome in member.outcomes.values()):
        yield from (*outcome.missing, *outcome.unknown, *outcome.assumed)
        yield from (turn.fact for turn in outcome.turns)
        for reason in (*outcome.reasons, *(reason for ground in outcome.grounds for reason in ground.reasons)):
            yield from reason.missing
            yield from (fact.fact for part in reason.parts for fact in part.facts)


def _member(found: Found, member: str) -> contract.Member:
    result = found.result
    change = result.change_for(member)
    pairs = zip(result.rule_sets, result.assessments, strict=True)
    return contract.Member(
        id=member,
        relation=result.case.member(member).relation,
        change=None if change is None else change.kind,
        cause=() if change is None else tuple(_cause(cause, found.lang) for cause in change.cause),
        outcomes={law.id: _outcome(found, law, assessment[member]) for law, assessment in pairs},
        second_route=_second(found, member),
    )


def _second(found: Found, member: str) -> contract.SecondRoute | None:
    route = found.second.get(member)
    if route is None:
        return None
    return contract.SecondRoute(first=route.first, outcome=_outcome(found.beside, route.law, route.regular))


def _cause(cause: Cause, lang: Lang) -> contract.Cause:
    return contract.Cause(condition=cause.condition, rule_set=cause.rule_set, source=cause.source.cite[lang])


def _outcome(found: Found, law: RuleSet, outcome: Outcome) -> contract.Outcome:
    lang = found.lang
    return contract.Outcome(
        verdict=outcome.verdict,
        possible=outcome.possible,
        headline=headline(outcome, found.result.case, law, lang),
        ground=outcome.ground,
        eligible_from=outcome.eligible_from,
        eligible_from_other=outcome.eligible_from_other,
        deadline=outcome.deadline,
        deadline_other=outcome.deadline_other,
        turns=tuple(_turn(turn) for turn in outcome.turns),
        reasons=tuple(_reason(reason, lang) for reason in outcome.reasons),
        missing=outcome.missing,
        unknown=outcome.unknown,
        disputed=outcome.disputed,
        disputes=tuple(_dispute(dispute, lang) for dispute in outcome.disputes),
        assumed=outcome.assumed,
        assumptions=tuple(_assumption(name, value, lang) for name, value in outcome.assumptions),
        grounds=tuple(_ground(ground, lang) for ground in outcome.grounds),
        notes=tuple(_note(note, lang) for note in outcome.notes),
        milestones=tuple(_milestone(milestone, law, lang) for milestone in outcome.milestones),
        ways=tuple(_ways(found, law, outcome)),
        eu_floor=_floor(found, law, outcome),
        evidence=tuple(
            contract.Evidence(text=item.text[lang], **_cites(item.source, lang))
            for item in found.evidence_for(outcome, law)
        ),
    )


def _turn(turn: TurnOfVerdict) -> contract.TurnOfVerdict:
    return contract.TurnOfVerdict(fact=turn.fact, day=turn.day, before=turn.before, since=turn.since)


def _reason(reason: Reason, lang: Lang) -> contract.Reason:
    return contract.Reason(
        condition=reason.condition,
        holds=reason.holds,
        decisive=reason.decisive,
        text=reason.text[lang],
        sentence=sentence_of(reason, lang),
        curable=reason.curable,
        discretionary=reason.discretionary,
        mark=reason.mark,
        remedy=reason.remedy,
        remedy_from=reason.remedy_day,
        advice=None if reason.advice is None else reason.advice[lang],
        within=reason.within,
        day=reason.day,
        other_day=reason.other_day,
        missing=reason.missing,
        parts=tuple(_part(part, lang) for part in reason.parts),
        **_cites(reason.source, lang),
    )


def _part(part: Part, lang: Lang) -> contract.Part:
    return contract.Part(
        holds=part.holds,
        text=part.text[lang],
        facts=tuple(contract.FactRead(fact=name, value=_plain(value)) for name, value in part.facts),
        figures=tuple(contract.FigureRead(label=label[lang], value=_plain(value)) for label, value in part.figures),
        day=None if part.day == NEVER else part.day,
        **_cites(part.source, lang),
    )


def _plain(value: object) -> str:
    """Give a day or an amount as text; what never happens as that word, a day known in part as a case file has it."""
    return "never" if value == NEVER else str(value)


def _dispute(dispute: Dispute, lang: Lang) -> contract.Dispute:
    return contract.Dispute(
        id=dispute.id,
        why=dispute.why[lang],
        verdict=dispute.verdict,
        eligible_from=dispute.eligible_from,
        deadline=dispute.deadline,
        changes_verdict=dispute.changes_verdict,
        **_cites(dispute.source, lang),
    )


def _ground(ground: GroundOutcome, lang: Lang) -> contract.GroundOutcome:
    return contract.GroundOutcome(
        id=ground.id,
        title=ground.title[lang],
        verdict=ground.verdict,
        possible=ground.possible,
        reasons=tuple(_reason(reason, lang) for reason in ground.reasons),
    )


def _note(note: NoteGiven, lang: Lang) -> contract.Note:
    return contract.Note(
        id=note.id,
        about=note.about,
        text=wording.with_day(note.text, note.day, lang, note.other_day, perhaps=note.perhaps),
        day=note.day,
        other_day=note.other_day,
        **_cites(note.source, lang),
    )


def _milestone(milestone: MilestoneGiven, law: RuleSet, lang: Lang) -> contract.Milestone:
    kind = next(known.kind for known in law.milestones if known.id == milestone.id)
    return contract.Milestone(
        id=milestone.id,
        day=milestone.day,
        other_day=milestone.other_day,
        text=milestone.text[lang],
        kind=kind,
        **_cites(milestone.source, lang),
    )


def _assumption(name: str, value: object, lang: Lang) -> contract.Assumption:
    about = about_fact(name)
    return contract.Assumption(
        fact=name, value=_as_written(value, about), said=wording.given_in_words(value, about, lang)
    )


def _as_written(value: object, about: Fact) -> str | bool:
    """Give the value of a fact as a case file has it."""
    if isinstance(value, bool):
        return value
    return about.word_of(value) or (value.value if isinstance(value, Choice) else str(value))


def _ways(found: Found, law: RuleSet, outcome: Outcome) -> Iterator[contract.Way]:
    for way in found.ways_under(law, outcome):
        steps = tuple(
            contract.Step(
                condition=obstacle.reason.condition,
                cure=obstacle.cure,
                day=obstacle.day,
                missing=obstacle.reason.missing,
                said=step_in_words(obstacle, found.lang),
            )
            for obstacle in way.obstacles
        )
        yield contract.Way(ground=way.ground, is_open=way.is_open, steps=steps)


def _floor(found: Found, law: RuleSet, outcome: Outcome) -> contract.Floor | None:
    floor = found.floor_under(law, outcome)
    if floor is None:
        return None
    lang = found.lang
    return contract.Floor(demand=floor.demand, text=floor.demand.label[lang], **_cites(floor.source, lang))


class _Cites(TypedDict):
    source: str
    url: str
    version: str | None
    read: Read


def _cites(source: Source, lang: Lang) -> _Cites:
    return {"source": source.cite[lang], "url": source.url, "version": source.version or None, "read": source.read}
