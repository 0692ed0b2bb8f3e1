"""A rule set as a document: numbered lines for a terminal and a page, tables of decision for Markdown; or data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

import attrs

from reunify.faults import did_you_mean
from reunify.report import forms, wording
from reunify.report.document import (
    Block,
    Cell,
    Cited,
    Cites,
    Document,
    Entry,
    Label,
    Listing,
    Names,
    Number,
    Outline,
    Paragraph,
    Rank,
    Section,
    Table,
)
from reunify.report.law import GroundView, LawView, Provision, Telling, make_law
from reunify.report.law_data import to_json
from reunify.ruleset import RuleSet
from reunify.text import Lang, Text

__all__ = ["FORMS", "explain", "in_lines", "in_tables"]


def explain(rule_set: RuleSet, ground: str | None, lang: Lang, form: str) -> str:
    """Give a rule set, or one ground of it, as a document made from the rules themselves.

    Args:
        rule_set: The rule set.
        ground: The id of one ground; None: all of them.
        lang: The language.
        form: ``text``, ``markdown``, ``html`` or ``json``.

    Raises:
        ValueError: There is no such ground or form; the message says which is nearest.
    """
    if form not in FORMS:
        said = Text(en="there is no form {form!r}{hint}", nl="er is geen vorm {form!r}{hint}")
        raise ValueError(said.format(form=form, hint=did_you_mean(form, list(FORMS)))[lang])
    return FORMS[form](rule_set, ground, lang)


# ---------------------------------------------------------------- what stands in it


@attrs.frozen
class _Layout:
    """How the lines of the law are put.

    Attributes:
        provisions: Puts conditions.
        tellings: Puts what is not a condition.
        source: Puts one of the sources at the end.
    """

    provisions: Callable[[Iterable[Provision], Lang], Block]
    tellings: Callable[[Iterable[Telling], Lang], Block]
    source: Callable[[Cited], Entry]


def _sections(view: LawView, layout: _Layout) -> Iterator[Section]:
    lang = view.lang
    for ground in view.grounds:
        yield _ground(ground, layout.provisions(ground.rows, lang), lang)
    shared = ((wording.GENERAL, view.general), (wording.UNLISTED, view.unlisted), (wording.SHARED, view.shared))
    for number, (words, rows) in enumerate(shared, 1):
        if rows:
            yield _section(words[lang], f"section-{number}", layout.provisions(rows, lang))
    others = ((wording.OTHER_LAWS, view.other_law), (wording.REMARKS, view.notes), (wording.DATES, view.milestones))
    for number, (words, told) in enumerate(others, 1):
        if told:
            yield _section(words[lang], f"told-{number}", layout.tellings(told, lang))
    yield _section(wording.SOURCES[lang], "sources", Listing(tuple(map(layout.source, view.sources))))


def _section(title: str, place: str, block: Block) -> Section:
    return Section(rank=Rank.PART, title=title, place=place, blocks=(block,))


def _ground(ground: GroundView, provisions: Block, lang: Lang) -> Section:
    evidence = Listing(tuple(map(_evidence, ground.evidence)), wording.EVIDENCE[lang])
    return Section(
        rank=Rank.PART,
        title=ground.title,
        number=ground.number,
        name=ground.id,
        place=ground.number,
        blocks=(Paragraph(ground.open_to, (ground.said,)), provisions, *([evidence] if ground.evidence else [])),
    )


def _evidence(cited: Cited) -> Entry:
    return Entry(text=cited.text, cites=(cited,))


def _after(row: Provision, lang: Lang) -> str:
    """Give what a line ends with: where it stands in full, or what the lines under it are."""
    return wording.SEE.format(number=row.see)[lang] if row.see else f"{row.lead}:" if row.lead else ""


def _title(source: Cited) -> str:
    return f"{source.text} ({'; '.join(source.remarks)})"


# ---------------------------------------------------------------- in lines


def in_lines(view: LawView) -> Document:
    """Give a rule set as a document in which each condition is a numbered line, with its parts under it."""
    lang = view.lang
    return Document(
        lang=lang,
        version=view.version,
        heading=wording.LAW_HEADING[lang],
        title=view.title,
        name=view.id,
        lines=(view.period,),
        cites=view.law,
        notice=f"{wording.LAW_NOTICE[lang]} {wording.LAW_HOW_TO_READ[lang]}",
        blocks=tuple(_sections(view, _Layout(_outline, _outline_of_tellings, _source_line))),
    )


def _outline(rows: Iterable[Provision], lang: Lang) -> Outline:
    return Outline(tuple(_entry(row, lang) for row in rows))


def _entry(row: Provision, lang: Lang) -> Entry:
    facts = f"{wording.FACTS[lang]}: {'; '.join(row.facts)}" if row.facts else ""
    return Entry(
        sign=row.number,
        place=row.number,
        label=row.label,
        text=row.text,
        name=row.name,
        cites=row.said,
        details=tuple(filter(None, ("" if row.firm else row.mark, row.cure, row.may, facts))),
        after=_after(row, lang),
        see=row.see,
        parts=_outline(row.parts, lang).entries,
    )


def _outline_of_tellings(told: Iterable[Telling], lang: Lang) -> Outline:
    return Outline(
        tuple(
            Entry(
                sign=one.number,
                label=one.label,
                text=one.text,
                remarks=(Names((one.name,)),),
                cites=one.said,
                parts=_outline(one.rows, lang).entries,
            )
            for one in told
        )
    )


def _source_line(source: Cited) -> Entry:
    return Entry(text=_title(source), cites=(source,), in_full=True)


# ---------------------------------------------------------------- in tables


def in_tables(view: LawView) -> Document:
    """Give a rule set as a document with a decision table for each ground, then what all grounds share."""
    return Document(
        lang=view.lang,
        version=view.version,
        heading=view.title,
        lines=(f"{view.id}. {view.period}",),
        notice=wording.LAW_NOTICE[view.lang],
        blocks=tuple(_sections(view, _Layout(_decision_table, _table_of_tellings, _source_link))),
    )


def _decision_table(rows: Iterable[Provision], lang: Lang) -> Table:
    words = (wording.NUMBER, wording.CONDITION, wording.ARTICLE, wording.HOW_FIRM, wording.CURE, wording.FACTS)
    return Table(_head(words, lang), tuple(_cells(line, lang) for row in rows for line in row.walk()))


def _cells(row: Provision, lang: Lang) -> tuple[Cell, ...]:
    return (
        (Number(row.number),),
        _said(row.label, row.text, row.name, _after(row, lang)),
        (Cites(row.said),),
        ("; ".join(filter(None, (row.mark, row.may))),),
        (row.cure,),
        ("; ".join(row.facts),),
    )


def _said(label: str, text: str, name: str, after: str = "") -> Cell:
    pieces = (label and Label(label), text, name and Names((name,), aside=True), after)
    return tuple(filter(None, pieces))


def _table_of_tellings(told: Iterable[Telling], lang: Lang) -> Table:
    words = (wording.NUMBER, wording.WHAT, wording.ARTICLE, wording.FACTS)
    return Table(_head(words, lang), tuple(row for one in told for row in _rows_of(one, lang)))


def _rows_of(told: Telling, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    yield (Number(told.number),), _said(told.label, told.text, told.name), (Cites(told.said),), ()
    for line in (line for row in told.rows for line in row.walk()):
        number, what, article, _, _, facts = _cells(line, lang)
        yield number, what, article, facts


def _head(words: Iterable[Text], lang: Lang) -> tuple[str, ...]:
    return tuple(word[lang].lower() for word in words)


def _source_link(source: Cited) -> Entry:
    return Entry(label=_title(source), text="", cites=(source,))


# ---------------------------------------------------------------- the forms


FORMS: Final[Mapping[str, Callable[[RuleSet, str | None, Lang], str]]] = forms.forms_of(
    lambda rule_set, ground, lang: in_lines(make_law(rule_set, lang, ground)),
    lambda rule_set, ground, lang: in_tables(make_law(rule_set, lang, ground)),
    json=lambda rule_set, ground, lang: to_json(rule_set, lang, ground),
)
