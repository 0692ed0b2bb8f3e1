"""Make the pages of the documentation that are read from the library itself.

    python docs/make_pages.py

A test holds the pages in the repository against what this script makes. All laws on one page for a browser, which
is not kept in the repository, are made by

    python docs/make_pages.py --law FILE.html
"""

import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import get_args

from reunify import RULE_SETS, Case, Span, Sponsor, assess, casefile
from reunify.facts import CASE_FACTS, MEMBER_FACTS, PRESUMPTIONS, SPONSOR_FACTS, Fact, Protection
from reunify.faults import FaultCode
from reunify.reform.people import PEOPLE
from reunify.report import citations, data, html, sheet_language
from reunify.report.citations import found_in
from reunify.report.document import Cited
from reunify.report.explain import explain, in_lines
from reunify.report.law import make_law
from reunify.report.law_items import Item, NodeKind, facts_behind, in_one_line, item_of, sources_of
from reunify.report.markdown import escape, links, table
from reunify.report.states import NOTICE, VERDICTS
from reunify.rules.elsewhere import AS_OF, COLUMNS, ELSEWHERE, READ, STATES, WHERE, count
from reunify.ruleset import RuleSet
from reunify.schemas import as_text
from reunify.sources import Mark, Read, Source
from reunify.text import LANGS, Text

HERE = Path(__file__).parent


PAGES: dict[str, Callable[[], str]] = {
    "facts.md": lambda: "\n".join(_facts()) + "\n",
    "report.schema.json": lambda: as_text(data.schema()),
    "casefile.schema.json": lambda: as_text(casefile.schema()),
    "sheet-texts.toml": sheet_language.blank,
    **{
        f"law-{name}{'' if lang == 'en' else f'-{lang}'}.md": partial(explain, rule_set, None, lang, "markdown")
        for name, rule_set in RULE_SETS.items()
        for lang in LANGS
    },
    "member-states.md": lambda: "\n".join(_member_states()) + "\n",
    "open-questions.md": lambda: "\n\n".join(_open_questions()) + "\n",
    "stable-names.md": lambda: _with_fault_codes((HERE / "stable-names.md").read_text(encoding="utf-8")),
    "equivalent-mutants.md": lambda: "\n".join(_equivalent_mutants()) + "\n",
    "sources.md": lambda: (
        "\n".join((citations.render(RULE_SETS.values(), "en", "markdown"), _sources_of_presumed())) + "\n"
    ),
}
"""What makes each page, by its name."""


def _with_fault_codes(page: str) -> str:
    """Put the list of codes into a page, in the place that it has for it."""
    before, start, rest = page.partition("<!-- fault codes -->\n")
    _, end, after = rest.partition("<!-- end -->")
    listed = table(("code", "what is wrong", "in Dutch"), ((f"`{c}`", c.label.en, c.label.nl) for c in FaultCode))
    return f"{before}{start}{listed}\n{end}{after}"


def _member_states() -> Iterator[str]:
    counted = count()
    yield "# Family reunification in other States"
    yield ""
    yield f"Of the 27 Member States, on {AS_OF}: subsidiary protection gives the same rights as refugee status in"
    yield f"**{counted['same']}**, alike but both worse in **{counted['alike_but_worse']}**, less (or nothing) in"
    yield f"**{counted['less']}**; of **{counted['unknown']}** nothing was found. So *most States treat them alike* is not so:"
    yield "about half do. The count is made from the table; Norway and Switzerland do not count."
    yield ""
    yield NOTICE.en
    yield ""
    yield "Each cell: the value, its mark and its sources. **T** statute read in a text of 2025 or 2026, **To** an older text,"
    yield "**S** another page says so, **I** our reading, **-** not found. Waits and windows are in months."
    for title, columns in (("Status, wait, income", COLUMNS[:6]), ("Who counts as family", COLUMNS[6:])):
        yield ""
        yield f"## {title}"
        yield ""
        heads = ("State", *(column.replace("_", " ") for column in columns), "how firm")
        yield table(
            heads, ((state.name.en, *(str(state.cells[c]) for c in columns), state.grade) for state in STATES.values())
        )
    yield ""
    yield "## Who may come where"
    yield ""
    yield "By the statutes of seven States alone, on 27 November 2026, an application within three months of the grant, income"
    yield "and housing there not known; first for a refugee, then for subsidiary protection. *Open*: facts are missing, or the"
    yield "statute leaves it to the authority or is silent."
    yield ""
    yield table(("who", *(STATES[code].name.en for code in ELSEWHERE)), _who_where())
    yield ""
    yield "## Where the text is silent"
    yield ""
    yield "What was built where a statute says nothing, leaves it to the authority, or asks what no fact tells."
    yield ""
    yield table(
        ("State", "what was made of it"), ((STATES[law.id].name.en, _silence(law)) for law in ELSEWHERE.values())
    )
    yield ""
    yield "## The sources"
    yield ""
    yield table(("source", "day", "what and where"), ((key, day, WHERE[key]) for key, day in READ.items()))


def _silence(law: RuleSet) -> str:
    return next(note.text.en for note in law.notes if note.id == "where-the-text-is-silent")


def _who_where() -> Iterator[tuple[str, ...]]:
    for person in PEOPLE:
        cases = [person.family(status, {"decided_on": date(2026, 11, 27)}) for status in Protection]
        found = ((assess(case, law)[person.id].verdict for case in cases) for law in ELSEWHERE.values())
        yield person.label.en, *(" / ".join(VERDICTS[verdict].en for verdict in pair) for pair in found)


def law_page() -> str:
    """Give all laws as one HTML page."""
    return html.write(*(in_lines(make_law(rule_set, "en")) for rule_set in RULE_SETS.values()))


def _facts() -> Iterator[str]:
    yield "# All facts"
    yield ""
    yield "The facts of a case file, by section. A fact that is left out is unknown, unless the column *left out* says what"
    yield 'is assumed. Any fact may be written `"unknown"`: then it is unknown even where something would be assumed.'
    yield "`reunify ask` does not ask for it again, and the report says that it was asked."
    yield "In JSON `null` says as much as leaving the fact out, and never that it is unknown where something is assumed."
    yield "A date may be [known in part](#days-known-in-part)."
    yield 'Where nobody knows more of it, `not_known = ["born_on"]` in that table says so: the exact day is not asked again.'
    for title, facts in (
        ("At the top of the file", CASE_FACTS),
        ("`[sponsor]`", SPONSOR_FACTS),
        ("`[[members]]`", MEMBER_FACTS),
    ):
        yield from _table(title, facts)
    yield from _in_part()
    yield ""
    yield "## What is presumed"
    yield ""
    yield "What is taken of a fact that is left out where other facts tell, and what follows from other facts."
    yield ""
    yield table(("facts", "what is taken", "in Dutch", "source", "how firm"), _presumed())


def _in_part() -> Iterator[str]:
    yield ""
    yield "## Days known in part"
    yield ""
    yield "Often nobody knows the exact day: papers give a year, or two papers differ. Write as much as is known, and never"
    yield "a day that is a guess. A fact of the kind *date* can be a year, a month, or the first and the last day that it can"
    yield "be; only `decided_on` is always an exact day. A year may also be a plain number."
    yield ""
    yield table(("what is known", "in Dutch", "in TOML", "in JSON", "in one cell of a table (CSV)"), _ways_in_part())
    yield ""
    yield "- *1 January* on papers often means that only the year is known. Then write the year."
    yield "- Where papers or an age assessment differ, write the first and the last day that are still possible. A day that you"
    yield "  rule out lies outside them."
    yield "- Of *summer 2014* write days wide enough to be sure of: `[2014-05-01, 2014-09-30]`."
    yield '- Where nothing is known, leave the fact out, or write `"unknown"` where something would be assumed.'
    yield ""
    yield "None of the days is chosen. Where the outcome is the same on each of them, that is the outcome. Where it is not,"
    yield "each outcome that is possible is given, and the exact day is asked for. Facts contradict each other only where they"
    yield "do so on every day; of the days of a range those do not count that cannot be, such as those after the decision day."
    yield "From Python these are `Span.year(1990)`, `Span.month(1990, 5)` and `Span(date(1989, 1, 1), date(1990, 12, 31))`."
    yield ""
    yield "The outcomes given are exactly those of the families with one day for each. Only for a family with so many days"
    yield "known in part that these cannot all be looked at, they can be more: each condition is then decided by itself, by"
    yield "the days that it reads. The last day for the application, and the day from which time has done its work, are told"
    yield "then from the ends between which they lie, and are left out where these are not known."
    yield ""
    yield "Of a day that is not known exactly the safe end is told, with the other end beside it. A birthday, a last day, or"
    yield "what is to be done by a day is told too where it is so on some of the days only, as long as it may still lie ahead"
    yield "and the person may come then."


def _ways_in_part() -> Iterator[tuple[str, ...]]:
    known = (
        (Text(en="the day", nl="de dag"), date(1990, 5, 4)),
        (Text(en="the month", nl="de maand"), Span.month(1990, 5)),
        (Text(en="the year", nl="het jaar"), Span.year(1990)),
        (
            Text(en="one year or the next", nl="het ene of het volgende jaar"),
            Span(date(1989, 1, 1), date(1990, 12, 31)),
        ),
        (Text(en="between two days", nl="tussen twee dagen"), Span(date(2014, 5, 1), date(2014, 9, 30))),
    )
    for what, day in known:
        written = (casefile.dumps(Case(sponsor=Sponsor(born_on=day)), form) for form in get_args(casefile.Format))
        found = (re.search("born_on.*[=:] (.+)", text) for text in written)
        yield what.en, what.nl, *(f"`{match[1]}`" for match in found if match), f"`{day}`"


def _presumed() -> Iterator[tuple[str, ...]]:
    for name, one in PRESUMPTIONS.items():
        yield _facts_of(name), one.text.en, one.text.nl, _cites(one.sources), one.mark.label.en


def _facts_of(name: str) -> str:
    return ", ".join(f"`{fact}`" for fact in facts_behind(name))


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
    return ", ".join([f"exact {fact.kind.value}" if fact.exact else fact.kind.value, *words])


def _left_out(fact: Fact) -> str:
    if fact.required:
        return "must be given"
    if not fact.has_assumption:
        return "unknown"
    if callable(fact.assumed):
        return PRESUMPTIONS[fact.assumed.__name__].text.en
    word = next((word for word, value in fact.words.items() if value == fact.assumed), None)
    shown = word or (str(fact.assumed).lower() if isinstance(fact.assumed, bool) else str(fact.assumed))
    return f"assumed: {shown}"


# ---------------------------------------------------------------- what is open


def _open_questions() -> Iterator[str]:
    head = ("point", "why", "main reading", "other reading", "source", "where")
    marked = ("condition", "what it asks", "source", "where")
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
    yield table(marked, _merged(_marked(lambda item: item.mark is Mark.INFERRED)))
    yield "## Presumed of a fact that is not told"
    yield table(("fact", "what is taken", "source", "how firm"), _presumed_in_short())
    yield "## Policy, which can change without a change of law"
    yield table(marked, _merged(_marked(lambda item: item.mark is Mark.POLICY)))
    yield "## Marked as text of the law, but the source was not read in that text"
    yield table(marked, _merged(_marked(_is_text_not_read)))
    yield "## Sources that were not read in their full text"
    yield table(("what", "version, or day of the ruling", "how it was read", "places cited"), _not_read())


@cache
def _every_item() -> list[tuple[str, str, Item]]:
    """Give every item of every law with the place where it stands, and its name or that of what it is in."""
    items = []
    for rule_set in RULE_SETS.values():
        for found in found_in(rule_set):
            name = f"`{found.name}`" if found.name else f"in `{found.within}`" if found.within else ""
            items.append((f"`{found.law}` {found.place}".rstrip(), name, found.item))
    return items


def _points() -> Iterator[tuple[str, ...]]:
    for place, name, item in _every_item():
        if item.kind is NodeKind.CONTESTED:
            readings = (escape(in_one_line(part, "en")) for part in item.parts)
            yield name, _said(item.text), *readings, _cites(item.sources), place


def _other_laws() -> Iterator[tuple[str, ...]]:
    for rule_set in RULE_SETS.values():
        for law in rule_set.other_law:
            readings = (escape(rule_set.title.en), escape(law.rule_set.title.en))
            when = escape(in_one_line(item_of(law.when), "en"))
            yield f"`{law.point}`", _said(law.why), *readings, _cites(law.sources), when


def _marked(belongs: Callable[[Item], bool]) -> Iterator[tuple[str, ...]]:
    for place, name, item in _every_item():
        if belongs(item):
            yield name, _said(item.text), _cites(item.sources), place


def _presumed_in_short() -> Iterator[tuple[str, ...]]:
    for facts, taken, _, cites, firm in _presumed():
        yield facts, taken, cites, firm


def _is_text_not_read(item: Item) -> bool:
    return item.mark is Mark.TEXT and all(source.read is not Read.TEXT for source in item.sources)


def _not_read() -> Iterator[tuple[str, ...]]:
    places: dict[tuple[str, ...], list[str]] = {}
    of_laws = (source for rule_set in RULE_SETS.values() for source in sources_of(rule_set))
    of_facts = (source for one in PRESUMPTIONS.values() for source in one.sources)
    for source in dict.fromkeys((*of_laws, *of_facts)):
        if source.read is not Read.TEXT:
            what = (source.title.en, citations.version_of(source, "en"), source.read.label.en)
            places.setdefault(tuple(map(escape, what)), []).append(_cites((source,)))
    return ((*what, "; ".join(dict.fromkeys(cites))) for what, cites in places.items())


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


# ---------------------------------------------------------------- what is presumed of facts, with its sources


def _sources_of_presumed() -> str:
    head = ("fact", "what is taken", "source", "version, or day of the ruling", "how it was read", "mark", "address")
    return "## What is presumed of a fact that is not told\n\n" + table(head, _presumed_with_sources())


def _presumed_with_sources() -> Iterator[tuple[str, ...]]:
    for name, one in PRESUMPTIONS.items():
        what = (_facts_of(name), one.text.en)
        if not one.sources:
            yield *what, "none", "", "", one.mark.label.en, ""
        for source in one.sources:
            version = citations.version_of(source, "en")
            cells = (source.cite.en, version, source.read.label.en, one.mark.label.en)
            yield *what, *map(escape, cells), f"<{source.url}>"


# ---------------------------------------------------------------- what no test can notice


def _equivalent_mutants() -> Iterator[str]:
    listed = tomllib.loads((HERE.parent / "tests" / "mutation" / "equivalent.toml").read_text(encoding="utf-8"))
    yield "# Mutants that no test can notice"
    yield ""
    yield "What `tests/mutation/run.py` made wrong and no test can notice, because nothing that comes out is other than before;"
    yield "see [quality.md](quality.md). Each with its module, its line, and what was done to it."
    for entry in listed["equivalent"]:
        yield ""
        yield f"{entry['why']}"
        yield ""
        for mutant in entry["mutants"]:
            module, line, operator, number = mutant.split(" | ")
            yield f"- `{module}`: `{line}` ({operator}, {number})"


if __name__ == "__main__":
    made = {HERE / name: make() for name, make in PAGES.items()}
    if sys.argv[1:2] == ["--law"]:
        made = {Path(sys.argv[2]): law_page()}
    for file, text in made.items():
        file.write_text(text, encoding="utf-8", newline="\n")
