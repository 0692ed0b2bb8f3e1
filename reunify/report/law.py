"""A rule set as a document: every condition, reading, note and day, read from the rules themselves.

An `Item` is a node of the rules as data, in both languages; a `Row` is what one line of the document shows,
in one language. What stands in several places is an article of its own, to which those places refer.
"""

from __future__ import annotations

import enum
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import attrs

import reunify
from reunify.facts import MEMBER_FACTS, ORIGINS, Relation
from reunify.faults import did_you_mean
from reunify.logic import MET, OPEN, UNMET
from reunify.nodes import Always, Contested, Curable, Follows, Join, Leaf, Node, Not, Where
from reunify.report import wording
from reunify.report.view import Cited
from reunify.ruleset import Evidence, Ground, Milestone, Note, OtherLaw, RuleSet
from reunify.sources import Mark, Source
from reunify.text import LANGS, Lang, Text

SCHEMA_VERSION: Final = 1


class Kind(enum.StrEnum):
    """What a node of the rules is."""

    CONDITION = "condition"
    ALL = "all_of"
    ANY = "any_of"
    NOT = "not"
    WHERE = "where"
    CONTESTED = "contested"
    FOLLOWS = "follows"
    MET = "met"
    UNMET = "unmet"
    OPEN = "open"


_ROLES: Final = {Kind.WHERE: ("test", "then", "otherwise"), Kind.CONTESTED: ("main", "other")}
_ROLE_WORDS: Final = {
    "test": wording.WHERE,
    "then": wording.THEN,
    "otherwise": wording.OTHERWISE,
    "main": wording.MAIN_READING,
    "other": wording.OTHER_READING,
}
_LEADS: Final = {Kind.ALL: wording.ALL_OF, Kind.ANY: wording.ANY_OF}
_FIXED: Final = {Kind.MET: wording.NOTHING_ASKED, Kind.UNMET: wording.NOBODY_MEETS, Kind.OPEN: wording.LEFT_OPEN}


@attrs.frozen(kw_only=True, cache_hash=True)
class Item:
    """A node of the rules as data; two that say the same are equal.

    Attributes:
        kind: What it is.
        id: The name of the condition.
        point: The name of the contested point.
        text: The proposition; of a contested point, why it is contested.
        sources: Where it rests on.
        curable: What can cure it when it is not met.
        discretionary: Whether the authority may, but need not, refuse for it.
        mark: How firm it is; None for what only joins others.
        facts: The facts that it reads itself, by their names in a result.
        parts: What it is made of: the test and two branches, the two readings, or all its parts.
    """

    kind: Kind
    id: str | None = None
    point: str | None = None
    text: Text | None = None
    sources: tuple[Source, ...] = ()
    curable: Curable = Curable.NO
    discretionary: bool = False
    mark: Mark | None = None
    facts: tuple[str, ...] = ()
    parts: tuple[Item, ...] = ()

    @property
    def roles(self) -> tuple[tuple[str, Item], ...]:
        """Each part with what it is in the whole."""
        names = _ROLES.get(self.kind, ("part",) * len(self.parts))
        return tuple(zip(names, self.parts, strict=True))

    def walk(self) -> Iterator[Item]:
        """Give this item and all that it is made of."""
        yield self
        for part in self.parts:
            yield from part.walk()


def item_of(node: Node) -> Item:
    """Give a node of the rules, with all that it is made of, as data."""
    kind = _kind_of(node)
    contested = node if isinstance(node, Contested) else None
    return Item(
        kind=kind,
        id=node.id,
        point=contested.point if contested else None,
        text=contested.why if contested else node.text,
        sources=node.sources,
        curable=node.cure,
        discretionary=node.discretionary,
        mark=node.mark if node.text else None,
        facts=_facts_of(node),
        parts=tuple(item_of(part) for part in _shown_parts(node)),
    )


def _kind_of(node: Node) -> Kind:
    if isinstance(node, Always):
        return _ALWAYS[node.mask]
    if isinstance(node, Join):
        return Kind.ALL if _joined(node).every else Kind.ANY
    return next(kind for of, kind in _KINDS.items() if isinstance(node, of))


_ALWAYS: Final = {MET.mask: Kind.MET, UNMET.mask: Kind.UNMET, OPEN.mask: Kind.OPEN}
_KINDS: Final[Mapping[type[Node], Kind]] = {
    Leaf: Kind.CONDITION,
    Not: Kind.NOT,
    Where: Kind.WHERE,
    Contested: Kind.CONTESTED,
    Follows: Kind.FOLLOWS,
}


def _joined(node: Join) -> Join:
    """Give the join that a name was put on, if the name is all that the outer one adds."""
    only = node.parts[0]
    return _joined(only) if len(node.parts) == 1 and isinstance(only, Join) and only.text is None else node


def _shown_parts(node: Node) -> tuple[Node, ...]:
    return _joined(node).parts if isinstance(node, Join) else node.children


# ---------------------------------------------------------------- facts


def facts_behind(name: str) -> tuple[str, ...]:
    """Give the facts that a name in a rule stands for, as a result names them.

    Args:
        name: A parameter of a condition, such as ``sponsor_means``, ``with_parent_applied_on`` or ``kind_of_child``.

    Returns:
        Names such as ``sponsor.means``, ``with_parent.applied_on``, ``parentage``.
    """
    origin = ORIGINS[name]
    if origin.behind:
        return tuple(fact for part in origin.behind for fact in facts_behind(part))
    whose = "sponsor" if origin.owner == "sponsor" else origin.reference
    return (f"{whose}.{origin.attribute}",) if whose else (name,)


def fact_label(name: str, lang: Lang) -> str:
    """Give the label of a fact by its name in `facts_behind`."""
    owner, _, bare = name.rpartition(".")
    if owner not in MEMBER_FACTS:
        return wording.fact_in_words(name, lang)
    return f"{wording.fact_in_words(owner, lang)}: {wording.fact_in_words(bare, lang)}"


def _facts_of(node: Node) -> tuple[str, ...]:
    names = node.reads if isinstance(node, Leaf) else (node.reference,) if isinstance(node, Follows) else ()
    return tuple(dict.fromkeys(fact for name in names for fact in facts_behind(name)))


# ---------------------------------------------------------------- one line


def in_one_line(item: Item, lang: Lang) -> str:
    """Give an item in one line; a condition with a text of its own by that text."""
    if item.kind in _FIXED:
        return _FIXED[item.kind][lang]
    if item.kind is Kind.CONTESTED:
        return in_one_line(item.parts[0], lang)
    if item.text is not None:
        return item.text[lang]
    parts = [f"({line})" if _is_joined(part) else line for part in item.parts for line in [in_one_line(part, lang)]]
    if item.kind is Kind.NOT:
        return f"{wording.NOT_SO[lang]}: {parts[0]}"
    if item.kind is Kind.WHERE:
        return _where_in_one_line(item, parts, lang)
    return (wording.AND if item.kind is Kind.ALL else wording.OR)[lang].join(parts)


def _where_in_one_line(item: Item, parts: list[str], lang: Lang) -> str:
    test, then, otherwise = parts
    if then == otherwise:
        return then
    first = f"{wording.WHERE[lang]}: {test}, {wording.THEN[lang]}: {then}"
    return first if item.parts[2].kind is Kind.MET else f"{first}; {wording.OTHERWISE[lang]}: {otherwise}"


def _is_joined(item: Item) -> bool:
    return item.text is None and item.kind in {Kind.ALL, Kind.ANY, Kind.WHERE}


# ---------------------------------------------------------------- the document


@attrs.frozen(kw_only=True)
class Row:
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
    parts: tuple[Row, ...] = ()

    def walk(self) -> Iterator[Row]:
        """Give this row and the rows under it."""
        yield self
        for part in self.parts:
            yield from part.walk()


@attrs.frozen(kw_only=True)
class GroundView:
    """One ground: its article, to whom it is open, what it asks, what can carry it."""

    id: str
    number: str
    title: str
    said: Cited
    open_to: str
    rows: tuple[Row, ...]
    evidence: tuple[Cited, ...]


@attrs.frozen(kw_only=True)
class Told:
    """What is not a condition: a dispute over the law, a remark, a day; with the lines that say when it is told."""

    number: str
    name: str
    label: str
    text: str
    said: tuple[Cited, ...]
    rows: tuple[Row, ...]


@attrs.frozen(kw_only=True)
class LawView:
    """A rule set in one language, in the order shown."""

    lang: Lang
    version: str
    id: str
    title: str
    period: str
    law: tuple[Cited, ...]
    general: tuple[Row, ...]
    grounds: tuple[GroundView, ...]
    unlisted: tuple[Row, ...]
    shared: tuple[Row, ...]
    other_law: tuple[Told, ...]
    notes: tuple[Told, ...]
    milestones: tuple[Told, ...]
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
    law = _only(rule_set, ground, lang)
    making = _Document(lang, _shared(law))
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


def _only(rule_set: RuleSet, ground: str | None, lang: Lang) -> RuleSet:
    """Give the same law with one ground only, and the notes and days that can concern it."""
    if ground is None:
        return rule_set
    ground = rule_set.name_now(ground)
    shown = tuple(one for one in rule_set.grounds if one.id == ground)
    if not shown:
        known = [one.id for one in rule_set.grounds]
        said = Text(en="{law} has no ground {name!r}{hint}", nl="{law} heeft geen grond {name!r}{hint}")
        raise ValueError(said.format(law=rule_set.id, name=ground, hint=did_you_mean(ground, known))[lang])
    concerned = shown[0].relations
    return attrs.evolve(
        rule_set,
        grounds=shown,
        notes=tuple(note for note in rule_set.notes if note.relations & concerned),
        milestones=tuple(milestone for milestone in rule_set.milestones if milestone.relations & concerned),
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


class _Document:
    """Makes the lines, knows which stand in an article of their own, and remembers which sources were cited."""

    def __init__(self, lang: Lang, shared: tuple[Item, ...]) -> None:
        self._lang = lang
        self._places = {item: f"S{number}" for number, item in enumerate(shared, 1)}
        self.sources: dict[Source, None] = {}

    def cited(self, source: Source) -> Cited:
        self.sources.setdefault(attrs.evolve(source, since=None))
        cite = source.cite[self._lang]
        if source.since is not None:
            day = wording.day_in_words(source.since, self._lang)
            cite = wording.CITED_FROM.format(cite=cite, day=day)[self._lang]
        return Cited("", cite, source.url)

    def rows(self, number: str, parts: Iterable[tuple[str, Item]]) -> tuple[Row, ...]:
        """Give the lines of several parts, numbered within ``number``."""
        return tuple(
            self.row(part, f"{number}.{n}", _word_of(role, self._lang)) for n, (role, part) in enumerate(parts, 1)
        )

    def articles(self) -> tuple[Row, ...]:
        """Give what stands in several places, each in full."""
        return tuple(self.row(item, number, "") for item, number in self._places.items())

    def row(self, item: Item, number: str, label: str) -> Row:
        """Give the line of one item, and the lines under it unless they stand in an article of their own."""
        see = self._places.get(item, "")
        see = "" if see == number else see
        shown, word, parts = (item, _NO_WORD, ()) if see and item.text is None else _inlined(item)
        text = self._text(shown, see)
        lead = "" if see else self._lead(shown, parts)
        return Row(
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
        text = _FIXED.get(item.kind, item.text)
        return text[self._lang] if text else in_one_line(item, self._lang) if see else ""

    def _lead(self, item: Item, parts: tuple[tuple[str, Item], ...]) -> str:
        if item.kind is Kind.WHERE:
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

    def other_law(self, law: OtherLaw, number: str) -> Told:
        """Give one dispute over which law applies."""
        other = wording.OTHER_LAW.format(title=law.rule_set.title)[self._lang]
        text = f"{law.why[self._lang]}. {other}"
        return self._told(number, law.point, "", text, law.sources, [("where", law.when)])

    def note(self, note: Note, number: str) -> Told:
        """Give one remark."""
        text = note.text.format(day=wording.DAY_TO_FILL)[self._lang] + self._for_unmet(note.unmet)
        whens = [("where", note.when), *([("day", note.day)] if note.day is not None else [])]
        return self._told(number, note.id, note.about.label[self._lang], text, note.sources, whens)

    def milestone(self, milestone: Milestone, number: str) -> Told:
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
    ) -> Told:
        items = [(role, item_of(node)) for role, node in whens]
        said = tuple(self.cited(source) for source in sources)
        rows = self.rows(number, [(role, item) for role, item in items if item.kind is not Kind.MET])
        return Told(number=number, name=name, label=label, text=text, said=said, rows=rows)


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
    if item.kind is Kind.WHERE and first is not None:
        branches = tuple((role, part) for role, part in roles[1:] if (role, part.kind) != ("otherwise", Kind.MET))
        return (item, _NO_WORD, (roles[0], *branches)) if first.parts else (first, wording.WHERE, branches)
    if item.kind is Kind.NOT and item.text is None and first is not None:
        return (item, wording.NOT_SO, roles) if first.parts else (first, wording.NOT_SO, ())
    return item, wording.CONTESTED if item.kind is Kind.CONTESTED else _NO_WORD, roles


# ---------------------------------------------------------------- data


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
    law = _only(rule_set, ground, lang)
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


def sources_of(law: RuleSet) -> tuple[Source, ...]:
    """Give every source that a rule set rests on, each once, in the order of the law."""
    told: list[tuple[Source, ...]] = [law.sources]
    for ground in law.grounds:
        told += [(ground.source, *(evidence.source for evidence in ground.evidence))]
    told += [node.sources for node in law.nodes]
    told += [other.sources for other in law.other_law]
    told += [note.sources for note in law.notes]
    told += [milestone.sources for milestone in law.milestones]
    return tuple(dict.fromkeys(source for sources in told for source in sources))


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
