"""What a report rests on: the facts that were given, those that were assumed, and the sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from reunify.facts import ASSUMED, MEMBER_FACTS, SPONSOR_FACTS, Case, Fact, FamilyMember, Sponsor
from reunify.report import wording
from reunify.report.document import Cited
from reunify.report.found import Found
from reunify.sources import Source
from reunify.text import Lang

__all__ = ["FactsOf", "assumed_facts", "given_facts", "sources_of"]


@attrs.frozen(kw_only=True)
class FactsOf:
    """Facts of one person, or of several who have them in common."""

    persons: str
    facts: tuple[str, ...]


def given_facts(case: Case, lang: Lang) -> Iterator[FactsOf]:
    """Give what the file says, person by person.

    Args:
        case: The family.
        lang: The language.
    """
    owners: list[tuple[str, Sponsor | FamilyMember, Mapping[str, Fact]]] = [
        (wording.SPONSOR_HEADING[lang], case.sponsor, SPONSOR_FACTS),
        *((f"{member.id} ({member.relation.label[lang]})", member, MEMBER_FACTS) for member in case.members),
    ]
    for persons, owner, facts in owners:
        values = ((about, getattr(owner, name)) for name, about in facts.items() if name not in ("id", "relation"))
        told = [
            f"{about.label[lang]}: {wording.given_in_words(value, about, lang)}"
            for about, value in values
            if value is not None and value is not ASSUMED
        ]
        asked = (facts[name] for name in owner.not_known if name in facts and getattr(owner, name) is None)
        told += (wording.ASKED_NOT_KNOWN.format(label=about.label)[lang] for about in asked)
        if told:
            yield FactsOf(persons=persons, facts=tuple(told))


def assumed_facts(found: Found) -> Iterator[FactsOf]:
    """Give what was assumed, by the persons of whom it was: each fact once."""
    persons: dict[tuple[str, object], dict[str, None]] = {}
    for assessment in found.result.assessments:
        for outcome in assessment.outcomes:
            for name, value in outcome.assumptions:
                of_sponsor = name.startswith("sponsor.")
                persons.setdefault((name, value), {}).update({} if of_sponsor else {outcome.member: None})
    by_persons: dict[tuple[str, ...], list[str]] = {}
    for (name, value), members in persons.items():
        about = (SPONSOR_FACTS if not members else MEMBER_FACTS)[name.rpartition(".")[2]]
        owner = name.rpartition(".")[0] if members else ""
        label = f"{owner}: {about.label[found.lang]}" if owner else about.label[found.lang]
        said = f"{label}: {wording.given_in_words(value, about, found.lang)}"
        by_persons.setdefault(tuple(members), []).append(said)
    order = sorted(by_persons.items(), key=lambda item: (bool(item[0]), -len(item[0])))
    for members_of, facts in order:
        heading = found.named(members_of) if members_of else wording.SPONSOR_HEADING[found.lang]
        yield FactsOf(persons=heading, facts=tuple(facts))


def sources_of(found: Found) -> Iterator[Cited]:
    """Give each law once, with the places in it that this report rests on, and how it was read."""
    places: dict[str, dict[Source, None]] = {}
    for source in (*(s for rule_set in found.result.rule_sets for s in rule_set.sources), *_cited_sources(found)):
        places.setdefault(source.url, {})[source] = None
    lang = found.lang
    for sources in map(list, places.values()):
        first = sources[0]
        version = wording.VERSION.format(version=first.version)[lang] if first.version else ""
        remarks = tuple(word for word in (version, first.read.label[lang]) if word)
        cites = ", ".join(dict.fromkeys(source.cite[lang] for source in sources))
        yield Cited(text=first.title[lang], cite=cites, url=first.url, remarks=remarks)


def _cited_sources(found: Found) -> Iterator[Source]:
    """Give the sources of all that the report cites, in the order in which it does."""
    for outcome in found.outcomes:
        for reason in outcome.reasons:
            yield reason.source
            yield from (part.source for part in reason.parts)
        yield from (dispute.source for dispute in outcome.disputes)
        yield from (milestone.source for milestone in outcome.milestones)
        yield from (note.source for note in outcome.notes)
        floor = found.floor_under(found.result.main, outcome)
        yield from () if floor is None else (floor.source,)
        ground = next((ground for ground in found.result.main.grounds if ground.id == outcome.ground), None)
        yield from (item.source for item in (ground.evidence if ground is not None else ()))
