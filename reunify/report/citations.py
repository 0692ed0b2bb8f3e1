"""Every rule with each source that it names, as a document or a table for a lawyer to check; or data."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

import attrs

import reunify
from reunify.engine.nodes import Node
from reunify.files import no_formula
from reunify.renamed import old_names
from reunify.report import forms, wording
from reunify.report.document import Address, Block, Cell, Document, Names, Paragraph, Rank, Section, Table, plain
from reunify.report.law_data import source_as_data, text_as_data
from reunify.report.law_items import Item, NodeKind, item_of
from reunify.ruleset import RuleSet
from reunify.sources import Mark, Source
from reunify.text import Choice, Lang, Text

__all__ = [
    "FORMS",
    "SCHEMA_VERSION",
    "Citation",
    "Citing",
    "FoundInLaw",
    "citations",
    "found_in",
    "render",
    "version_of",
]

if not TYPE_CHECKING:
    __getattr__ = old_names(__name__, Found="FoundInLaw")

SCHEMA_VERSION: Final = 1


class Citing(Choice):
    """What cites a source."""

    RULE_SET = "rule_set", "the law itself", "het recht zelf"
    GROUND = "ground", "ground", "grond"
    CONDITION = "condition", "condition", "voorwaarde"
    POINT = "point", "contested point", "omstreden punt"
    EVIDENCE = "evidence", "evidence you can send", "bewijs dat u kunt sturen"
    OTHER_LAW = "other_law", "which law applies", "welk recht geldt"
    NOTE = "note", "remark", "opmerking"
    MILESTONE = "milestone", "day", "dag"


@attrs.frozen(kw_only=True)
class Citation:
    """One source of one thing that the rules say.

    Attributes:
        part: What it is that cites the source.
        name: Its id; empty if it has none of its own.
        within: The name of what it is a part of, where it has no name of its own.
        text: What it says.
        source: What it rests on.
        mark: How firm it is; None for what is no condition.
        laws: The ids of the rule sets in which it stands.
    """

    part: Citing
    name: str
    within: str = ""
    text: Text | None
    source: Source
    mark: Mark | None = None
    laws: tuple[str, ...]


@attrs.frozen(kw_only=True)
class FoundInLaw:
    """A condition, or what joins conditions, with the place where it stands.

    Attributes:
        law: The id of the rule set.
        place: The ground, remark or day; empty where it stands outside of the grounds.
        name: Its name; empty if it has none of its own.
        within: The name of what it is a part of, where it has no name of its own.
        item: What it is.
    """

    law: str
    place: str
    name: str
    within: str
    item: Item


def found_in(rule_set: RuleSet) -> Iterator[FoundInLaw]:
    """Give every condition of a rule set, and every part of it, in the order of the law."""
    places: list[tuple[str, tuple[Node | None, ...]]] = [("", rule_set.general)]
    places += [(ground.id, ground.asks) for ground in rule_set.grounds]
    places += [("", (rule_set.unlisted,))]
    places += [(other.point, (other.when,)) for other in rule_set.other_law]
    places += [(note.id, (note.when, note.day)) for note in rule_set.notes]
    places += [(milestone.id, (milestone.when, milestone.day)) for milestone in rule_set.milestones]
    for place, nodes in places:
        for node in nodes:
            if node is not None:
                yield from _within(rule_set.id, place, item_of(node), place)


def _within(law: str, place: str, item: Item, around: str) -> Iterator[FoundInLaw]:
    name = item.id or item.point or ""
    yield FoundInLaw(law=law, place=place, name=name, within="" if name else around, item=item)
    for part in item.parts:
        yield from _within(law, place, part, name or around)


def citations(rule_sets: Iterable[RuleSet]) -> tuple[Citation, ...]:
    """Give every source of every rule; what several laws have in common stands there once.

    Args:
        rule_sets: The rule sets to look in.
    """
    laws: dict[Citation, tuple[str, ...]] = {}
    for rule_set in rule_sets:
        for found in _citations(rule_set):
            laws[found] = tuple(dict.fromkeys((*laws.get(found, ()), rule_set.id)))
    return tuple(attrs.evolve(found, laws=where) for found, where in laws.items())


def _citations(law: RuleSet) -> Iterator[Citation]:
    yield from _each(Citing.RULE_SET, law.id, law.title, law.sources)
    for ground in law.grounds:
        yield from _each(Citing.GROUND, ground.id, ground.title, (ground.source,))
    for found in found_in(law):
        part = Citing.POINT if found.item.kind is NodeKind.CONTESTED else Citing.CONDITION
        yield from _each(part, found.name, found.item.text, found.item.sources, found.within, found.item.mark)
    for ground in law.grounds:
        for evidence in ground.evidence:
            yield from _each(Citing.EVIDENCE, "", evidence.text, (evidence.source,), ground.id)
    for other in law.other_law:
        yield from _each(Citing.OTHER_LAW, other.point, other.why, other.sources)
    for note in law.notes:
        yield from _each(Citing.NOTE, note.id, note.text.format(day=wording.DAY_TO_FILL), note.sources)
    for milestone in law.milestones:
        yield from _each(Citing.MILESTONE, milestone.id, milestone.text, milestone.sources)


def _each(
    part: Citing, name: str, text: Text | None, sources: Iterable[Source], within: str = "", mark: Mark | None = None
) -> Iterator[Citation]:
    """Give each source of something, in no law yet."""
    for source in sources:
        yield Citation(part=part, name=name, within=within, text=text, source=source, mark=mark, laws=())


# ---------------------------------------------------------------- forms


def render(rule_sets: Iterable[RuleSet], lang: Lang, form: str) -> str:
    """Put the sources of every rule into a form.

    Args:
        rule_sets: The rule sets to look in.
        lang: The language.
        form: One of `FORMS`.
    """
    return FORMS[form](citations(rule_sets), lang)


_HEADING: Final = Text(en="Where each rule rests on", nl="Waar elke regel op rust")
_HOW_TO_READ: Final = Text(
    en="For a lawyer to check: every condition, contested point, ground, remark and day, with each source that it "
    "names, the version of that source, and how it was read for this library.",
    nl="Om na te lezen door een jurist: elke voorwaarde, elk omstreden punt, elke grond, opmerking en dag, met elke "
    "bron die erbij staat, de versie van die bron, en hoe die voor deze bibliotheek is gelezen.",
)
_HEAD: Final = (
    Text(en="what", nl="wat"),
    Text(en="name", nl="naam"),
    Text(en="text", nl="tekst"),
    Text(en="source", nl="bron"),
    Text(en="version, or day of the ruling", nl="versie, of dag van de uitspraak"),
    Text(en="how it was read", nl="hoe gelezen"),
    Text(en="mark", nl="zekerheid"),
    Text(en="law", nl="recht"),
    Text(en="address", nl="adres"),
)
_PART_OF: Final = Text(en="in", nl="in")
_NO_VERSION: Final = Text(en="not recorded", nl="niet vastgelegd")


def version_of(source: Source, lang: Lang) -> str:
    """Give the version that was read, or the day of the ruling, as a reader sees it."""
    return source.version or _NO_VERSION[lang]


def _row(citation: Citation, lang: Lang) -> tuple[Cell, ...]:
    """Give a citation as the cells under the head."""
    source = citation.source
    cite = source.cite
    if source.since is not None:
        cite = wording.CITED_FROM.format(cite=cite, day=wording.day_in_words(source.since, lang))
    within = (_PART_OF[lang], Names((citation.within,))) if citation.within else ()
    mark = wording.CONTESTED if citation.part is Citing.POINT else citation.mark.label if citation.mark else None
    return (
        (citation.part.label[lang],),
        (Names((citation.name,)),) if citation.name else within,
        (citation.text[lang] if citation.text else "",),
        (cite[lang],),
        (version_of(source, lang),),
        (source.read.label[lang],),
        (mark[lang] if mark else "",),
        (Names(citation.laws),),
        (Address(source.url),),
    )


def _in_tables(found: Iterable[Citation], lang: Lang) -> Document:
    table = Table(tuple(word[lang] for word in _HEAD), tuple(_row(one, lang) for one in found))
    return _document((_HOW_TO_READ[lang],), "", (table,), lang)


def _in_lines(found: Iterable[Citation], lang: Lang) -> Document:
    """Give a section a citation: nine columns are too many for a page of plain text."""
    sections = tuple(_section(map(plain, _row(one, lang)), lang) for one in found)
    return _document((), f"{wording.LAW_NOTICE[lang]} {_HOW_TO_READ[lang]}", sections, lang)


def _section(cells: Iterable[str], lang: Lang) -> Section:
    what, name, text, cite, version, read, mark, laws, url = cells
    firm = "; ".join(filter(None, (mark, wording.VERSION.format(version=version)[lang], read)))
    return Section(
        rank=Rank.RECORD,
        title=" ".join(filter(None, (name, f"({what}; {laws})"))),
        blocks=(*([Paragraph(text)] if text else []), Paragraph(f"[{cite}] {firm}"), Address(url)),
    )


def _document(lines: tuple[str, ...], notice: str, blocks: tuple[Block, ...], lang: Lang) -> Document:
    return Document(
        lang=lang,
        version=reunify.__version__,
        heading=_HEADING[lang],
        lines=lines,
        notice=notice,
        blocks=blocks,
    )


def _csv(found: Iterable[Citation], lang: Lang) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([word[lang] for word in _HEAD])
    # On one line each: a line end in a cell would begin a row, and what follows it would not be guarded.
    writer.writerows([no_formula(" ".join(cell.split())) for cell in map(plain, _row(one, lang))] for one in found)
    return stream.getvalue()


def _json(found: Iterable[Citation], lang: Lang) -> str:
    data = {
        "schema": SCHEMA_VERSION,
        "reunify": reunify.__version__,
        "lang": lang,
        "notice": wording.LAW_NOTICE[lang],
        "citations": [
            {
                "part": one.part.value,
                "name": one.name or None,
                "within": one.within or None,
                "text": text_as_data(one.text),
                "source": source_as_data(one.source),
                "mark": one.mark.value if one.mark else None,
                "rule_sets": list(one.laws),
            }
            for one in found
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


FORMS: Final = forms.forms_of(_in_lines, _in_tables, names=(forms.TEXT, forms.MARKDOWN), csv=_csv, json=_json)
