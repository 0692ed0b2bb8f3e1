"""A rule set as a reader sees it, in one language: every condition, reading, note and day, read from the rules themselves.

A `Provision` is what is shown of an `Item`. What stands in several places is an article of its own, to which
those places refer. `explain` puts this into a document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

import reunify
from reunify.engine.nodes import Curable, Node
from reunify.facts import Relation
from reunify.report import wording
from reunify.report.document import Cited
from reunify.report.law_items import FIXED, Item, NodeKind, fact_label, in_one_line, item_of, only
from reunify.ruleset import Ground, Milestone, Note, OtherLaw, RuleSet
from reunify.sources import Mark, Source
from reunify.text import Lang, Text

__all__ = ["GroundView", "LawView", "Provision", "Telling", "make_law"]

_ROLE_WORDS: Final = {
    "test": wording.WHERE,
    "then": wording.THEN,
    "otherwise": wording.OTHERWISE,
    "main": wording.MAIN_READING,
    "other": wording.OTHER_READING,
}
_LEADS: Final = {NodeKind.ALL: wording.ALL_OF, NodeKind.ANY: wording.ANY_OF}


@attrs.frozen(kw_only=True)
class Provision:
    """One line of the document, and the lines under it.

    Attributes:
        number: Its place in the document.
        label: What it is in the line above: then, otherwise, main reading; empty for a plain part.
        text: The proposition.
        lead: What is said before the lines under it, if not in the label: all of these, one of these.
        see: The number of the article where the lines under it stand; empty: here.
        name: The id of the condition or of the contested point.
        said: The articles.
        mark: How firm it is, in a word; empty for what only joins others.
        firm: Whether it was read in the text of the law.
        cure: What can cure it.
        may: That the authority may, but need not, refuse for it.
        facts: The labels of the facts that it reads.
        parts: The lines under it.
    """

    number: str
    label: str
    text: str
    lead: str
    see: str
    name: str
    said: tuple[Cited, ...]
    mark: str
    firm: bool
    cure: str
    may: str
    facts: tuple[str, ...]
    parts: tuple[Provision, ...] = ()

    def walk(self) -> Iterator[Provision]:
        """Give this row and the rows under it."""
        yield self
        for part in self.parts:
            yield from part.walk()


@attrs.frozen(kw_only=True)
class GroundView:
    """One ground: its article, to whom it is open, what it asks, what evidence it takes."""

    id: str
    number: str
    title: str
    said: Cited
    open_to: str
    rows: tuple[Provision, ...]
    evidence: tuple[Cited, ...]


@attrs.frozen(kw_only=True)
class Telling:
    """What is not a condition: a dispute over the law, a remark, a day; with the lines that say when it is told."""

    number: str
    name: str
    label: str
    text: str
    said: tuple[Cited, ...]
    rows: tuple[Provision, ...]


@attrs.frozen(kw_only=True)
class LawView:
    """A rule set in one language, in the order shown."""

    lang: Lang
    version: str
    id: str
    title: str
    period: str
    law: tuple[Cited, ...]
    general: tuple[Provision, ...]
    grounds: tuple[GroundView, ...]
    unlisted: tuple[Provision, ...]
    shared: tuple[Provision, ...]
    other_law: tuple[Telling, ...]
    notes: tuple[Telling, ...]
    milestones: tuple[Telling, ...]
    sources: tuple[Cited, ...]


def make_law(rule_set: RuleSet, lang: Lang, ground: str | None = None) -> LawView:
    """Make the document of a rule set.

    Args:
        rule_set: The rule set.
        lang: The language.
        ground: The id of the one ground to show, with what concerns it; None: all of them.

    Raises:
        ValueError: There is no such ground; the message says which is nearest.
    """
    law = only(rule_set, ground, lang)
    making = _Making(lang, _shared(law))
    numbers = {one.id: str(number) for number, one in enumerate(rule_set.grounds, 1)}
    return LawView(
        lang=lang,
        version=reunify.__version__,
        id=law.id,
        title=law.title[lang],
        period=_period(law, lang),
        law=tuple(making.cited(source) for source in law.sources),
        general=making.rows("A", (("part", item_of(node)) for node in law.general)),
        grounds=tuple(making.ground(one, numbers[one.id]) for one in law.grounds),
        unlisted=making.rows("Z", [("part", item_of(law.unlisted))]) if ground is None else (),
        shared=making.articles(),
        other_law=tuple(making.other_law(other, f"L{n}") for n, other in enumerate(law.other_law, 1)),
        notes=tuple(making.note(note, f"N{n}") for n, note in enumerate(law.notes, 1)),
        milestones=tuple(making.milestone(milestone, f"D{n}") for n, milestone in enumerate(law.milestones, 1)),
        sources=_listed(making.sources, lang),
    )


def _shared(law: RuleSet) -> tuple[Item, ...]:
    """Give what stands in several places and is made of parts, in the order of the law."""
    counts: Counter[Item] = Counter()

    def count(item: Item) -> None:
        counts[item] += 1
        if counts[item] == 1:
            for part in item.parts:
                count(part)

    for node in _roots(law):
        count(item_of(node))
    return tuple(item for item, times in counts.items() if times > 1 and _inlined(item)[2])


def _roots(law: RuleSet) -> Iterator[Node]:
    yield from law.general
    for ground in law.grounds:
        yield from ground.asks
    yield law.unlisted
    yield from (other.when for other in law.other_law)
    yield from (note.when for note in law.notes)
    yield from (milestone.when for milestone in law.milestones)


def _period(rule_set: RuleSet, lang: Lang) -> str:
    first = "" if rule_set.since is None else wording.day_in_words(rule_set.since, lang)
    last = "" if rule_set.until is None else wording.day_in_words(rule_set.until, lang)
    if first and last:
        return wording.IN_FORCE_BETWEEN.format(first=first, last=last)[lang]
    words = wording.IN_FORCE_FROM if first else wording.IN_FORCE_UNTIL if last else wording.NO_PERIOD
    return words.format(day=first or last)[lang]


def _listed(sources: Iterable[Source], lang: Lang) -> tuple[Cited, ...]:
    """Give the list at the end: each text once, with its version, how it was read, and the places cited."""
    cites: dict[Cited, list[str]] = {}
    for source in sources:
        version = [wording.VERSION.format(version=source.version)[lang]] if source.version else []
        text = Cited(source.title[lang], "", source.url, (*version, source.read.label[lang]))
        cites.setdefault(text, []).append(source.cite[lang])
    return tuple(attrs.evolve(text, cite="; ".join(places)) for text, places in cites.items())


class _Making:
    """Makes the lines, knows which stand in an article of their own, and remembers which sources were cited."""

    def __init__(self, lang: Lang, shared: tuple[Item, ...]) -> None:
        self._lang: Lang = lang
        self._places = {item: f"S{number}" for number, item in enumerate(shared, 1)}
        self.sources: dict[Source, None] = {}

    def cited(self, source: Source) -> Cited:
        self.sources.setdefault(attrs.evolve(source, since=None))
        cite = source.cite[self._lang]
        if source.since is not None:
            day = wording.day_in_words(source.since, self._lang)
            cite = wording.CITED_FROM.format(cite=cite, day=day)[self._lang]
        return Cited("", cite, source.url)

    def rows(self, number: str, parts: Iterable[tuple[str, Item]]) -> tuple[Provision, ...]:
        """Give the lines of several parts, numbered within ``number``."""
        return tuple(
            self.row(part, f"{number}.{n}", _word_of(role, self._lang)) for n, (role, part) in enumerate(parts, 1)
        )

    def articles(self) -> tuple[Provision, ...]:
        """Give what stands in several places, each in full."""
        return tuple(self.row(item, number, "") for item, number in self._places.items())

    def row(self, item: Item, number: str, label: str) -> Provision:
        """Give the line of one item, and the lines under it unless they stand in an article of their own."""
        see = self._places.get(item, "")
        see = "" if see == number else see
        shown, word, parts = (item, _NO_WORD, ()) if see and item.text is None else _inlined(item)
        text = self._text(shown, see)
        lead = "" if see else self._lead(shown, parts)
        return Provision(
            number=number,
            label=", ".join(filter(None, (label, word[self._lang], "" if text else lead))),
            text=text,
            lead=lead if text else "",
            see=see,
            name=shown.id or shown.point or "",
            said=tuple(self.cited(source) for source in shown.sources),
            mark=shown.mark.label[self._lang] if shown.mark else "",
            firm=shown.mark is Mark.TEXT,
            cure=shown.curable.label[self._lang] if shown.mark and shown.curable is not Curable.NO else "",
            may=wording.MAY_REFUSE[self._lang] if shown.discretionary else "",
            facts=tuple(fact_label(fact, self._lang) for fact in shown.facts),
            parts=() if see else self.rows(number, parts),
        )

    def _text(self, item: Item, see: str) -> str:
        text = FIXED.get(item.kind, item.text)
        return text[self._lang] if text else in_one_line(item, self._lang) if see else ""

    def _lead(self, item: Item, parts: tuple[tuple[str, Item], ...]) -> str:
        if item.kind is NodeKind.WHERE:
            return wording.DEPENDS[self._lang]
        return _LEADS[item.kind][self._lang] if item.kind in _LEADS and len(parts) > 1 else ""

    def ground(self, ground: Ground, number: str) -> GroundView:
        """Give one ground: whom it is for, then its conditions."""
        asked = [("who" if node is ground.who else "part", item_of(node)) for node in ground.asks]
        relations = ", ".join(r.label[self._lang] for r in Relation if r in ground.relations)
        return GroundView(
            id=ground.id,
            number=number,
            title=ground.title[self._lang],
            said=self.cited(ground.source),
            open_to=wording.OPEN_TO.format(relations=relations)[self._lang]
            + (wording.NOTHING_GENERAL[self._lang] if ground.general is not None else ""),
            rows=self.rows(number, asked),
            evidence=tuple(attrs.evolve(self.cited(one.source), text=one.text[self._lang]) for one in ground.evidence),
        )

    def other_law(self, law: OtherLaw, number: str) -> Telling:
        """Give one dispute over which law applies."""
        other = wording.OTHER_LAW.format(title=law.rule_set.title)[self._lang]
        text = f"{law.why[self._lang]}. {other}"
        return self._told(number, law.point, "", text, law.sources, [("where", law.when)])

    def note(self, note: Note, number: str) -> Telling:
        """Give one remark."""
        text = note.text.format(day=wording.DAY_TO_FILL)[self._lang] + self._for_unmet(note.unmet)
        whens = [("where", note.when), *([("day", note.day)] if note.day is not None else [])]
        return self._told(number, note.id, note.about.label[self._lang], text, note.sources, whens)

    def milestone(self, milestone: Milestone, number: str) -> Telling:
        """Give one day that matters."""
        whens = [("day", milestone.day), ("where", milestone.when)]
        text = milestone.text[self._lang] + self._for_unmet(milestone.unmet)
        return self._told(number, milestone.id, "", text, milestone.sources, whens)

    def _for_unmet(self, unmet: tuple[str, ...]) -> str:
        return wording.FOR_UNMET.format(conditions=", ".join(unmet))[self._lang] if unmet else ""

    def _told(
        self,
        number: str,
        name: str,
        label: str,
        text: str,
        sources: tuple[Source, ...],
        whens: Iterable[tuple[str, Node]],
    ) -> Telling:
        items = [(role, item_of(node)) for role, node in whens]
        said = tuple(self.cited(source) for source in sources)
        rows = self.rows(number, [(role, item) for role, item in items if item.kind is not NodeKind.MET])
        return Telling(number=number, name=name, label=label, text=text, said=said, rows=rows)


_NO_WORD: Final = Text(en="", nl="")
_MORE_ROLES: Final = {"who": wording.FOR_WHOM, "where": wording.WHERE, "day": wording.ON_DAY}


def _word_of(role: str, lang: Lang) -> str:
    words = _ROLE_WORDS.get(role) or _MORE_ROLES.get(role)
    return words[lang] if words else ""


def _inlined(item: Item) -> tuple[Item, Text, tuple[tuple[str, Item], ...]]:
    """Give what a line shows, the word before it, and what stands under it.

    The simple test of a `where`, and the simple part of a `not` without a text, stand on the line itself.
    """
    roles = item.roles
    first = item.parts[0] if item.parts else None
    if item.kind is NodeKind.WHERE and first is not None:
        branches = tuple((role, part) for role, part in roles[1:] if (role, part.kind) != ("otherwise", NodeKind.MET))
        return (item, _NO_WORD, (roles[0], *branches)) if first.parts else (first, wording.WHERE, branches)
    if item.kind is NodeKind.NOT and item.text is None and first is not None:
        return (item, wording.NOT_SO, roles) if first.parts else (first, wording.NOT_SO, ())
    return item, wording.CONTESTED if item.kind is NodeKind.CONTESTED else _NO_WORD, roles
