"""The report as data: the JSON contract, with its version and its schema."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Final

import reunify
from reunify.assess import (
    Change,
    ChangeKind,
    Dispute,
    GroundOutcome,
    MilestoneGiven,
    NoteGiven,
    Outcome,
    Part,
    Reason,
    TurnOfVerdict,
)
from reunify.facts import Relation, beside_the_point
from reunify.meaning import Verdict
from reunify.nodes import Curable, Remedy
from reunify.report import wording
from reunify.report.view import Result
from reunify.ruleset import About
from reunify.sources import Mark, Source
from reunify.terms import NEVER
from reunify.text import LANGS, Lang

SCHEMA_VERSION: Final = 1
"""It goes up where a key goes or means something else; a key more, such as the other end of a day, leaves it as it is."""


def to_json(result: Result, lang: Lang) -> str:
    """Give a result as JSON text; every key is always there, what is unknown is null."""
    return json.dumps(to_data(result, lang), ensure_ascii=False, indent=2) + "\n"


def to_data(result: Result, lang: Lang) -> dict[str, Any]:
    """Give a result as plain data that `schema` describes."""
    return {
        "schema": SCHEMA_VERSION,
        "reunify": reunify.__version__,
        "lang": lang,
        "notice": wording.NOTICE[lang],
        "decided_on": result.decided_on.isoformat(),
        "on_from": result.on_from,
        "applicable": None if result.applicable is None else result.applicable.id,
        "rule_sets": [rule_set.id for rule_set in result.rule_sets],
        "beside_the_point": list(beside_the_point(result.case)),
        "members": [_member(result, member.id, lang) for member in result.case.members],
    }


def _member(result: Result, member: str, lang: Lang) -> dict[str, Any]:
    change = result.change_for(member)
    outcomes = [assessment[member] for assessment in result.assessments]
    return {
        "id": member,
        "relation": outcomes[0].relation.value,
        "change": change.kind.value if change is not None else None,
        "cause": _cause(change, lang) if change is not None else [],
        "outcomes": {outcome.rule_set: _outcome(outcome, lang) for outcome in outcomes},
    }


def _cause(change: Change, lang: Lang) -> list[dict[str, Any]]:
    return [
        {"condition": cause.condition, "rule_set": cause.rule_set, "source": cause.source.cite[lang]}
        for cause in change.cause
    ]


def _outcome(outcome: Outcome, lang: Lang) -> dict[str, Any]:
    return {
        "verdict": outcome.verdict.value,
        "possible": [verdict.value for verdict in outcome.possible],
        "ground": outcome.ground,
        "eligible_from": _day(outcome.eligible_from),
        "eligible_from_other": _day(outcome.eligible_from_other),
        "deadline": _day(outcome.deadline),
        "deadline_other": _day(outcome.deadline_other),
        "turns": [_turn(turn) for turn in outcome.turns],
        "reasons": [_reason(reason, lang) for reason in outcome.reasons],
        "missing": list(outcome.missing),
        "unknown": list(outcome.unknown),
        "disputed": outcome.disputed,
        "disputes": [_dispute(dispute, lang) for dispute in outcome.disputes],
        "assumed": list(outcome.assumed),
        "grounds": [_ground(ground, lang) for ground in outcome.grounds],
        "notes": [_note(note, lang) for note in outcome.notes],
        "milestones": [_milestone(milestone, lang) for milestone in outcome.milestones],
    }


def _turn(turn: TurnOfVerdict) -> dict[str, Any]:
    return {
        "fact": turn.fact,
        "day": turn.day.isoformat(),
        "before": [verdict.value for verdict in turn.before],
        "since": [verdict.value for verdict in turn.since],
    }


def _reason(reason: Reason, lang: Lang) -> dict[str, Any]:
    return {
        "condition": reason.condition,
        "holds": reason.holds,
        "decisive": reason.decisive,
        **_source(reason.source, lang),
        "text": reason.text[lang],
        "curable": reason.curable.value,
        "discretionary": reason.discretionary,
        "mark": reason.mark.value,
        "remedy": reason.remedy.value,
        "remedy_from": _day(reason.remedy_day),
        "advice": None if reason.advice is None else reason.advice[lang],
        "within": reason.within,
        "day": _day(reason.day),
        "parts": [_part(part, lang) for part in reason.parts],
    }


def _part(part: Part, lang: Lang) -> dict[str, Any]:
    return {
        "holds": part.holds,
        "text": part.text[lang],
        **_source(part.source, lang),
        "facts": [{"fact": name, "value": _plain(value)} for name, value in part.facts],
        "figures": [{"label": label[lang], "value": _plain(value)} for label, value in part.figures],
        "day": None if part.day == NEVER else _day(part.day),
    }


def _plain(value: object) -> str:
    """Give a day or an amount as text; what never happens as that word, a day known in part as a case file has it."""
    return "never" if value == NEVER else str(value)


def _dispute(dispute: Dispute, lang: Lang) -> dict[str, Any]:
    return {
        "id": dispute.id,
        "why": dispute.why[lang],
        **_source(dispute.source, lang),
        "verdict": dispute.verdict.value,
        "eligible_from": _day(dispute.eligible_from),
        "deadline": _day(dispute.deadline),
        "changes_verdict": dispute.changes_verdict,
    }


def _ground(ground: GroundOutcome, lang: Lang) -> dict[str, Any]:
    return {
        "id": ground.id,
        "verdict": ground.verdict.value,
        "possible": [verdict.value for verdict in ground.possible],
        "reasons": [_reason(reason, lang) for reason in ground.reasons],
    }


def _note(note: NoteGiven, lang: Lang) -> dict[str, Any]:
    return {
        "id": note.id,
        "about": note.about.value,
        "text": wording.with_day(note.text, note.day, lang, note.other_day),
        "day": _day(note.day),
        "other_day": _day(note.other_day),
        **_source(note.source, lang),
    }


def _milestone(milestone: MilestoneGiven, lang: Lang) -> dict[str, Any]:
    return {
        "id": milestone.id,
        "day": milestone.day.isoformat(),
        "other_day": _day(milestone.other_day),
        "text": milestone.text[lang],
        **_source(milestone.source, lang),
    }


def _source(source: Source, lang: Lang) -> dict[str, str]:
    return {"source": source.cite[lang], "url": source.url}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


# ---------------------------------------------------------------- the schema


def schema() -> dict[str, Any]:
    """Give the JSON schema (2020-12) of what `to_data` gives; made from the closed lists of the library."""
    verdict = _enum(Verdict)
    day = {"type": ["string", "null"], "format": "date"}
    known_day = {"type": "string", "format": "date"}
    cited = {"source": _STRING, "url": _STRING}
    reasons = _list(
        _object(
            condition=_STRING,
            holds={"type": ["boolean", "null"]},
            decisive=_BOOLEAN,
            **cited,
            text=_STRING,
            curable=_enum(Curable),
            discretionary=_BOOLEAN,
            mark=_enum(Mark),
            remedy=_enum(Remedy),
            remedy_from=day,
            advice=_STRING_OR_NULL,
            within=_STRING_OR_NULL,
            day=day,
            parts=_list(
                _object(
                    holds={"type": ["boolean", "null"]},
                    text=_STRING,
                    **cited,
                    facts=_list(_object(fact=_STRING, value=_STRING)),
                    figures=_list(_object(label=_STRING, value=_STRING)),
                    day=day,
                )
            ),
        )
    )
    dispute = _object(
        id=_STRING,
        why=_STRING,
        **cited,
        verdict=verdict,
        eligible_from=day,
        deadline=day,
        changes_verdict=_BOOLEAN,
    )
    outcome = _object(
        verdict=verdict,
        possible=_list(verdict),
        ground=_STRING_OR_NULL,
        eligible_from=day,
        eligible_from_other=day,
        deadline=day,
        deadline_other=day,
        turns=_list(_object(fact=_STRING, day=known_day, before=_list(verdict), since=_list(verdict))),
        reasons=reasons,
        missing=_list(_STRING),
        unknown=_list(_STRING),
        disputed=_BOOLEAN,
        disputes=_list(dispute),
        assumed=_list(_STRING),
        grounds=_list(_object(id=_STRING, verdict=verdict, possible=_list(verdict), reasons=reasons)),
        notes=_list(_object(id=_STRING, about=_enum(About), text=_STRING, day=day, other_day=day, **cited)),
        milestones=_list(_object(id=_STRING, day=known_day, other_day=day, text=_STRING, **cited)),
    )
    member = _object(
        id=_STRING,
        relation=_enum(Relation),
        change={"enum": [*(kind.value for kind in ChangeKind), None]},
        cause=_list(_object(condition=_STRING, rule_set=_STRING, source=_STRING)),
        outcomes={"type": "object", "additionalProperties": outcome},
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "reunify: a family under one or two rule sets",
        **_object(
            schema={"const": SCHEMA_VERSION},
            reunify=_STRING,
            lang={"enum": list(LANGS)},
            notice=_STRING,
            decided_on=known_day,
            on_from={"enum": list(wording.ORIGINS)},
            applicable=_STRING_OR_NULL,
            rule_sets=_list(_STRING),
            beside_the_point=_list(_STRING),
            members=_list(member),
        ),
    }


_STRING: Final = {"type": "string"}
_STRING_OR_NULL: Final = {"type": ["string", "null"]}
_BOOLEAN: Final = {"type": "boolean"}


def _enum(values: Any) -> dict[str, Any]:
    return {"enum": [value.value for value in values]}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _object(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
