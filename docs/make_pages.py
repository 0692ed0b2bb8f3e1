"""Make the pages of the documentation that are read from the library itself.

    python docs/make_pages.py

A test holds the pages in the repository against what this script makes.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from reunify import RULE_SETS, casefile
from reunify.facts import CASE_FACTS, MEMBER_FACTS, SPONSOR_FACTS, Fact
from reunify.report import data
from reunify.report.explain import explain, links, table, to_html
from reunify.report.law import Item, Kind, in_one_line, item_of, make_law
from reunify.report.markdown import escape
from reunify.report.view import Cited
from reunify.ruleset import RuleSet
from reunify.sources import Mark, Source
from reunify.text import LANGS, Text

HERE = Path(__file__).parent


def pages() -> dict[str, str]:
    """Give each page by its name."""
    return {
        "facts.md": "\n".join(_facts()) + "\n",
        "report.schema.json": json.dumps(data.schema(), indent=2) + "\n",
        "casefile.schema.json": json.dumps(casefile.schema(), indent=2, ensure_ascii=False) + "\n",
        **{
            f"law-{name}{'' if lang == 'en' else f'-{lang}'}.md": explain(rule_set, None, lang, "markdown")
            for name, rule_set in RULE_SETS.items()
            for lang in LANGS
        },
        "law.html": to_html([make_law(rule_set, "en") for rule_set in RULE_SETS.values()]),
        "open-questions.md": "\n\n".join(_open_questions()) + "\n",
        "sources.md": "\n\n".join(_sources()) + "\n",
    }


def _facts() -> Iterator[str]:
    yield "# All facts"
    yield ""
    yield "The facts of a case file, by section. A fact that is left out is unknown, unless the column *left out* says what"
    yield 'is assumed. Any fact may be written `"unknown"`: then it is unknown even where something would be assumed.'
    for title, facts in (
        ("At the top of the file", CASE_FACTS),
        ("`[sponsor]`", SPONSOR_FACTS),
        ("`[[members]]`", MEMBER_FACTS),
    ):
        yield from _table(title, facts)


def _table(title: str, facts: Mapping[str, Fact]) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    yield ""
    yield "| fact | what it is | in Dutch | value | left out |"
    yield "|---|---|---|---|---|"
    for name, fact in facts.items():
        cells = (f"`{name}`", fact.label.en, fact.label.nl, _value(fact), _left_out(fact))
        yield f"| {' | '.join(cells)} |"


def _value(fact: Fact) -> str:
    words = [f'`"{word}"`' for word in fact.words]
    if fact.choices is not None:
        return ", ".join([*(f'`"{choice}"`' for choice in fact.choices), *words])
    return ", ".join([fact.kind.value, *words])


def _left_out(fact: Fact) -> str:
    if fact.required:
        return "must be given"
    if not fact.has_assumption:
        return "unknown"
    if callable(fact.assumed):
        return (fact.assumed.__doc__ or "").splitlines()[0].rstrip(".")
    word = next((word for word, value in fact.words.items() if value == fact.assumed), None)
    shown = word or (str(fact.assumed).lower() if isinstance(fact.assumed, bool) else str(fact.assumed))
    return f"assumed: {shown}"


# ---------------------------------------------------------------- what is open, and where it rests on


def _open_questions() -> Iterator[str]:
    head = ("point", "why", "main reading", "other reading", "source", "where")
    yield "# Open questions"
    yield (
        "Every point that is open or contested, read from the rules. An assessment uses the main reading, and says what "
        "the other one would give."
    )
    yield "## Contested points"
    yield table(head, _merged(_points()))
    yield "## Which law applies"
    yield table((*head[:-1], "when"), _other_laws())
    yield "## Inferred, not confirmed in a source"
    yield table(("condition", "what it asks", "source", "where"), _merged(_inferred()))


def _sources() -> Iterator[str]:
    head = ("what", "text", "source", "address", "version", "how it was read", "mark", "law")
    yield "# Where each rule rests on"
    yield (
        "For a lawyer to check: every condition, contested point, ground, remark and day, with each source that it names, "
        "and how that source was read for this library."
    )
    yield "## Conditions and contested points"
    yield table(head, _merged(_cited_items()))
    yield "## Grounds and evidence"
    yield table(head, _merged(_cited_grounds()))
    yield "## Remarks, days and disputes over the law"
    yield table(head, _merged(_cited_tellings()))


def _items(rule_set: RuleSet) -> Iterator[tuple[str, str, Item]]:
    """Give every item of a law with the place where it stands, and its name or that of the condition it is in."""
    for node in rule_set.general:
        yield from _within(f"`{rule_set.id}` (every ground)", item_of(node))
    for ground in rule_set.grounds:
        for node in (*(() if ground.who is None else (ground.who,)), *ground.conditions):
            yield from _within(f"`{rule_set.id}` {ground.id}", item_of(node))
    yield from _within(f"`{rule_set.id}` (no ground is open)", item_of(rule_set.unlisted))


def _within(place: str, item: Item, around: str = "") -> Iterator[tuple[str, str, Item]]:
    name = item.id or item.point
    yield place, f"`{name}`" if name else f"in {around}" if around else "", item
    for part in item.parts:
        yield from _within(place, part, f"`{name}`" if name else around)


def _every_item() -> Iterator[tuple[str, str, Item]]:
    for rule_set in RULE_SETS.values():
        yield from _items(rule_set)


def _points() -> Iterator[tuple[str, ...]]:
    for place, name, item in _every_item():
        if item.kind is Kind.CONTESTED:
            readings = (escape(in_one_line(part, "en")) for part in item.parts)
            yield name, _said(item.text), *readings, _cites(item.sources), place


def _other_laws() -> Iterator[tuple[str, ...]]:
    for rule_set in RULE_SETS.values():
        for law in rule_set.other_law:
            readings = (escape(rule_set.title.en), escape(law.rule_set.title.en))
            when = escape(in_one_line(item_of(law.when), "en"))
            yield f"`{law.point}`", _said(law.why), *readings, _cites(law.sources), when


def _inferred() -> Iterator[tuple[str, ...]]:
    for place, name, item in _every_item():
        if item.mark is Mark.INFERRED:
            yield name, _said(item.text), _cites(item.sources), place


def _cited_items() -> Iterator[tuple[str, ...]]:
    for place, name, item in _every_item():
        mark = item.mark.label.en if item.mark else "contested" if item.kind is Kind.CONTESTED else ""
        yield from _rows(name, item.text, item.sources, mark, place.split("`")[1])


def _cited_grounds() -> Iterator[tuple[str, ...]]:
    for rule_set in RULE_SETS.values():
        yield from _rows(f"`{rule_set.id}`", rule_set.title, rule_set.sources, "", rule_set.id)
        for ground in rule_set.grounds:
            yield from _rows(f"`{ground.id}`", ground.title, (ground.source,), "", rule_set.id)
            for evidence in ground.evidence:
                yield from _rows("evidence", evidence.text, (evidence.source,), "", rule_set.id)


def _cited_tellings() -> Iterator[tuple[str, ...]]:
    for rule_set in RULE_SETS.values():
        for law in rule_set.other_law:
            yield from _rows(f"`{law.point}`", law.why, law.sources, "contested", rule_set.id)
        for note in rule_set.notes:
            yield from _rows(f"`{note.id}`", note.text, note.sources, "", rule_set.id)
        for milestone in rule_set.milestones:
            yield from _rows(f"`{milestone.id}`", milestone.text, milestone.sources, "", rule_set.id)


def _rows(name: str, text: Text | None, sources: Iterable[Source], mark: str, law: str) -> Iterator[tuple[str, ...]]:
    for source in sources:
        since = f" (for decisions from {source.since} on)" if source.since else ""
        cells = (source.version, source.read.label.en, mark)
        yield name, _said(text), escape(source.cite.en + since), f"<{source.url}>", *map(escape, cells), f"`{law}`"


def _merged(rows: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Give rows that differ in their last cell only as one, in the order in which they first come."""
    places: dict[tuple[str, ...], dict[str, None]] = {}
    for *cells, place in rows:
        places.setdefault(tuple(cells), {}).setdefault(place)
    return ((*cells, "; ".join(_by_law(found))) for cells, found in places.items())


def _by_law(places: Iterable[str]) -> Iterator[str]:
    """Give the places of each law together."""
    grounds: dict[str, list[str]] = {}
    for place in places:
        law, _, ground = place.partition(" ")
        grounds.setdefault(law, []).append(ground)
    return (f"{law} {', '.join(found)}".strip() for law, found in grounds.items())


def _said(text: Text | None) -> str:
    return escape(text.en) if text else ""


def _cites(sources: Iterable[Source]) -> str:
    return links(Cited("", source.cite.en, source.url) for source in sources)


if __name__ == "__main__":
    for name, text in pages().items():
        (HERE / name).write_text(text, encoding="utf-8")
