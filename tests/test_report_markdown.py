"""The Markdown report: the same content and order as the text, and every text shown as text."""

from functools import cache, lru_cache
from itertools import pairwise

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from quickly import CASES, of_cases

from reunify import CURRENT, PROPOSED, casefile
from reunify.engine.meaning import Verdict
from reunify.report import make, wording
from reunify.report.markdown import escape, to_markdown
from reunify.ruleset import About
from reunify.text import LANGS

SMALL = next(path for path in CASES if path.stem == "refugee-religious-marriage")
LARGE = next(path for path in CASES if path.stem == "subsidiary-couple-with-foster-child")
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
NAMES = st.text(min_size=1, max_size=60).filter(lambda text: text.strip() and "\0" not in text)
NOT_SHOWN = {"url", "iso", "who", "event", "kind", "verdict", "in_few_words", "in_one_line"}
MARKS = st.text("\\`*_{}[]()<>#+-.!|~&;:\"'= \n\t1aé", min_size=1, max_size=40).filter(str.strip)
parsed = lru_cache(maxsize=8)(MARKDOWN.parse)  # one text is looked at in several ways
ALWAYS = ("headline", "apply_by", "missing", "disputes", "also_tested", "ways")


@cache
def view_of(path, lang="en", rule_sets=(CURRENT, PROPOSED)):
    *earlier, last = rule_sets
    return make(casefile.read(path), lang=lang, old=earlier[0] if earlier else None, new=last).view


def named(view, name):
    """Give a view in which the family and its first person have another name."""
    first, *others = view.persons
    rows = ((name, *view.rows[0][1:]), *view.rows[1:])
    persons = (attrs.evolve(first, id=name), *others)
    return attrs.evolve(view, title=name, source=name, rows=rows, persons=persons)


def flat(text):
    """Give the tokens of a Markdown text, those inside lines too."""
    for token in parsed(text):
        yield token
        yield from token.children or ()


def shape(text):
    return [(token.type, token.tag, token.attrs) for token in flat(text)]


@cache
def usual_shape():
    """Give the shape of the report on a family with a name as one would choose it."""
    return shape(to_markdown(named(view_of(SMALL), "Amina")))


def shown(text):
    """Give what a reader sees: the text of each block, one a line."""
    blocks = (token.children for token in parsed(text) if token.type == "inline")
    return "\n".join("".join(child.content for child in children) for children in blocks)


def headings(text, tag):
    tokens = parsed(text)
    found = (after for token, after in pairwise(tokens) if token.type == "heading_open" and token.tag == tag)
    return ["".join(child.content for child in token.children) for token in found]


def texts_in(value):
    if isinstance(value, str):
        yield " ".join(value.split()).rstrip(".")
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_in(item)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            if field.name not in NOT_SHOWN:
                yield from texts_in(getattr(value, field.name))


def texts_for(view, *, full):
    """Give every text that a reader is meant to see, in full or not."""
    for person in view.persons:
        yield from texts_in((person.id, person.relation, person.change))
        for outcome in person.outcomes:
            yield from texts_in((outcome.titled, *(getattr(outcome, name) for name in ALWAYS)))
            yield from texts_in(outcome.trace if full else outcome.decisive)
    yield from texts_in(() if full else view.shared)
    yield from texts_in((view.heading, view.title, view.source, view.notice, view.decided, view.applicable, view.top))
    yield from texts_in((view.columns, view.rows, view.cause, view.ask_first, view.dates))
    yield from texts_in(tuple(remarks for _, remarks in view.remarks))
    yield from texts_in(
        (tuple(remark.said for remark in view.permit), view.given, view.assumed, view.reading, view.sources)
    )


@pytest.fixture(params=of_cases([(path, lang, full) for path in CASES for lang in LANGS for full in (False, True)]))
def report(request):
    path, lang, full = request.param
    view = view_of(path, lang)
    return view, to_markdown(view, full=full), full


class TestContent:
    def test_every_text_of_the_view_is_there(self, report):
        view, markdown, full = report
        seen = shown(markdown)
        assert [text for text in texts_for(view, full=full) if text not in seen] == []

    def test_every_section_is_there_in_its_order(self, report):
        view, markdown, full = report
        top = [
            (wording.DAYS_AHEAD, view.top.days),
            (wording.TO_DO, view.top.tasks),
            (wording.WATCH, view.top.warnings),
            (wording.SIDE_BY_SIDE, True),
            (wording.SEVERAL, view.shared and not full),
        ]
        lists = [
            (wording.ASK_FIRST, view.ask_first),
            (wording.DATES, view.dates),
            *view.remarks,
            (About.PERMIT.label, view.permit),
            (wording.GIVEN, True),
            (wording.ASSUMED, True),
            (wording.SOURCES, True),
        ]
        persons = [f"{person.id} ({person.relation})" for person in view.persons]
        before, after = ([words[view.lang] for words, found in given if found] for given in (top, lists))
        assert headings(markdown, "h1") == [view.heading]
        assert headings(markdown, "h2") == [*before, *persons, *after]

    def test_each_outcome_has_a_heading_with_its_verdict(self, report):
        view, markdown, _ = report
        outcomes = [outcome for person in view.persons for outcome in person.outcomes]
        assert headings(markdown, "h3") == [f"{o.titled}: {o.headline}" for o in outcomes]

    def test_the_table_stands_before_the_persons(self, report):
        _, markdown, _ = report
        kinds = [token.type + token.tag for token in parsed(markdown)]
        assert kinds.count("table_opentable") == 2  # where each stands, and both laws side by side
        assert kinds.index("table_opentable") < kinds.index("heading_openh2")

    def test_citations_are_links(self, report):
        view, markdown, _ = report
        links = {token.attrs["href"] for token in flat(markdown) if token.type == "link_open"}
        assert {source.url for source in view.sources} <= links

    def test_an_address_of_another_kind_is_no_link(self):
        view = view_of(SMALL)
        source = attrs.evolve(view.sources[0], url="javascript:alert(1)")
        assert "javascript" not in to_markdown(attrs.evolve(view, sources=(source,)))

    def test_all_conditions_met_is_said_where_they_are_not_shown(self):
        view = view_of(LARGE)
        met = [o for person in view.persons for o in person.outcomes if o.verdict is Verdict.ELIGIBLE]
        assert to_markdown(view).count(wording.ALL_MET["en"]) == len(met) > 0
        assert wording.ALL_MET["en"] not in to_markdown(view, full=True)


class TestTextIsText:
    @pytest.mark.parametrize(
        ("text", "escaped"),
        [
            ("a|b", r"a\|b"),
            ("[a](b)", r"\[a\](b)"),
            ("a\\", "a\\\\"),
            ("`a`", r"\`a\`"),
            ("<b>", "&lt;b&gt;"),
            ("&lt;", "&amp;lt;"),
            ("# a", r"\# a"),
            ("- a", r"\- a"),
            ("1. a", r"1\. a"),
            ("2026-11-25", "2026-11-25"),
            ("a\n\n# b", "a # b"),
            ("a\0b", "a\ufffdb"),
        ],
    )
    def test_escape(self, text, escaped):
        assert escape(text) == escaped

    @settings(deadline=None)
    @given(MARKS | NAMES)
    @example("<script>alert(1)</script>")
    @example("![x](https://example.org/x.png)")
    @example("| a | b |")
    @example("[a]: https://example.org")
    @example("عائلة أمينة\u202e")
    @example("A\u0301mi\u0308n\u0323a" + "\u0336" * 40)
    @example("x|" * 5_000)
    def test_any_name_is_shown_as_it_is(self, name):
        view = view_of(SMALL)
        markdown = to_markdown(named(view, name))
        assert shape(markdown) == usual_shape()
        assert shown(markdown).count(" ".join(name.split())) >= 4
