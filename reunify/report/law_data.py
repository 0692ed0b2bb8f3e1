"""The law as JSON: every condition, reading, note and day, with every text in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

import reunify
from reunify.facts import Relation
from reunify.report import wording
from reunify.report.law_items import Item, fact_label, item_of, only, sources_of
from reunify.ruleset import Evidence, Ground, Milestone, Note, OtherLaw, RuleSet
from reunify.sources import Source
from reunify.text import LANGS, Lang, Text

__all__ = ["SCHEMA_VERSION", "source_as_data", "text_as_data", "to_data", "to_json"]

SCHEMA_VERSION: Final = 1


def to_json(rule_set: RuleSet, lang: Lang, ground: str | None = None) -> str:
    """Give a rule set as JSON text; see `to_data`."""
    return json.dumps(to_data(rule_set, lang, ground), ensure_ascii=False, indent=1) + "\n"


def to_data(rule_set: RuleSet, lang: Lang, ground: str | None = None) -> dict[str, Any]:
    """Give a rule set as plain data, with every text in both languages.

    Args:
        rule_set: The rule set.
        lang: The language of the notice and of a complaint.
        ground: The id of the one ground to give; None: all of them.

    Raises:
        ValueError: There is no such ground.
    """
    law = only(rule_set, ground, lang)
    items = [item for node in law.nodes for item in item_of(node).walk()]
    facts = dict.fromkeys(fact for item in items for fact in item.facts)
    return {
        "schema": SCHEMA_VERSION,
        "reunify": reunify.__version__,
        "lang": lang,
        "notice": wording.LAW_NOTICE[lang],
        "id": law.id,
        "title": text_as_data(law.title),
        "since": law.since.isoformat() if law.since else None,
        "until": law.until.isoformat() if law.until else None,
        "law": _keys(law.sources),
        "conditions": list(law.conditions),
        "points": list(law.points),
        "general": [_item(item_of(node)) for node in law.general],
        "grounds": [_ground(one) for one in law.grounds],
        "unlisted": _item(item_of(law.unlisted)),
        "other_law": [_other_law(other) for other in law.other_law],
        "notes": [_note(note) for note in law.notes],
        "milestones": [_milestone(milestone) for milestone in law.milestones],
        "facts": {fact: {lang: fact_label(fact, lang) for lang in LANGS} for fact in facts},
        "sources": {_key(source): source_as_data(source) for source in sources_of(law)},
    }


def _ground(ground: Ground) -> dict[str, Any]:
    return {
        "id": ground.id,
        "title": text_as_data(ground.title),
        "sources": _keys((ground.source,)),
        "relations": [relation.value for relation in Relation if relation in ground.relations],
        "who": _item(item_of(ground.who)) if ground.who is not None else None,
        "conditions": [_item(item_of(node)) for node in ground.conditions],
        "general": None if ground.general is None else [_item(item_of(node)) for node in ground.general],
        "evidence": [_evidence(one) for one in ground.evidence],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {"text": text_as_data(evidence.text), "sources": _keys((evidence.source,))}


def _other_law(law: OtherLaw) -> dict[str, Any]:
    return {
        "point": law.point,
        "text": text_as_data(law.why),
        "sources": _keys(law.sources),
        "rule_set": law.rule_set.id,
        "when": _item(item_of(law.when)),
    }


def _note(note: Note) -> dict[str, Any]:
    return {
        "id": note.id,
        "about": note.about.value,
        "text": text_as_data(note.text),
        "sources": _keys(note.sources),
        "relations": [relation.value for relation in Relation if relation in note.relations],
        "when": _item(item_of(note.when)),
        "unmet": list(note.unmet),
        "before_eligible": note.before_eligible,
        "year_decides": note.year_decides,
        "day": _item(item_of(note.day)) if note.day is not None else None,
    }


def _milestone(milestone: Milestone) -> dict[str, Any]:
    return {
        "id": milestone.id,
        "text": text_as_data(milestone.text),
        "sources": _keys(milestone.sources),
        "relations": [relation.value for relation in Relation if relation in milestone.relations],
        "unmet": list(milestone.unmet),
        "when": _item(item_of(milestone.when)),
        "day": _item(item_of(milestone.day)),
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "kind": item.kind.value,
        "id": item.id,
        "point": item.point,
        "text": text_as_data(item.text),
        "sources": _keys(item.sources),
        "curable": item.curable.value,
        "discretionary": item.discretionary,
        "mark": item.mark.value if item.mark else None,
        "facts": list(item.facts),
        "parts": [{"role": role, **_item(part)} for role, part in item.roles],
    }


def _keys(sources: Iterable[Source]) -> list[str]:
    return [_key(source) for source in sources]


def _key(source: Source) -> str:
    """Name a source within the data: by its citation in English, and the day from which it can be cited."""
    return source.cite.en if source.since is None else f"{source.cite.en} ({source.since})"


def source_as_data(source: Source) -> dict[str, Any]:
    """Give all that is said of a source, as data."""
    return {
        "cite": text_as_data(source.cite),
        "url": source.url,
        "title": text_as_data(source.title),
        "version": source.version or None,
        "read": source.read.value,
        "since": source.since.isoformat() if source.since else None,
    }


def text_as_data(text: Text | None) -> dict[str, str] | None:
    """Give a text in every language, as data."""
    return None if text is None else {lang: text[lang] for lang in LANGS}
