"""The HTML report: one page that needs nothing else, that anybody can read, and that shows every text as text."""

import re
from functools import cache
from itertools import pairwise

import attrs
import html5lib
import pytest
from quickly import CASES, of_cases

from reunify import CURRENT, PROPOSED, casefile
from reunify.facts import MEMBER_FACTS, SPONSOR_FACTS
from reunify.report import make, wording
from reunify.report.backing import given_facts
from reunify.report.html import to_html
from reunify.ruleset import About
from reunify.text import LANGS

SMALL = next(path for path in CASES if path.stem == "refugee-religious-marriage")
LARGE = next(path for path in CASES if path.stem == "subsidiary-couple-with-foster-child")
NOT_SHOWN = {
    "lang",
    "iso",
    "rule_set",
    "rule_set_title",
    "standing",
    "verdict",
    "url",
    "version",
    "who",
    "event",
    "kind",
    "in_few_words",
    "in_one_line",
}


@cache
def view_of(path, lang="en", rule_sets=(CURRENT, PROPOSED)):
    *earlier, last = rule_sets
    return make(casefile.read(path), lang=lang, old=earlier[0] if earlier else None, new=last).view


def parsed(html):
    """Parse a page; what is not by the standard is an error."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)


@cache
def page_of(path, lang, full):
    return parsed(to_html(view_of(path, lang), full=full))


def plain(text):
    return " ".join(text.split())


def text_of(element):
    return plain("".join(element.itertext()))


def texts_in(value):
    """Give every text of a view that a reader is meant to see."""
    if isinstance(value, str):
        yield plain(value).rstrip(".")
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_in(item)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            if field.name not in NOT_SHOWN:
                yield from texts_in(getattr(value, field.name))


def sections_of(view):
    """Give the headings that a view asks for, in their order."""
    lists = [
        (wording.OVERVIEW, True),
        (wording.DAYS_AHEAD, view.top.days),
        (wording.TO_DO, view.top.tasks),
        (wording.WATCH, view.top.warnings),
        (wording.SIDE_BY_SIDE, view.is_comparison),
        (wording.CAUSE, view.cause),
        (wording.SEVERAL, view.shared),
        *((None, person) for person in view.persons),
        (wording.ASK_FIRST, view.ask_first),
        (wording.DATES, view.dates),
        *view.remarks,
        (About.PERMIT.label, view.permit),
        (wording.GIVEN, True),
        (wording.ASSUMED, True),
        (wording.SOURCES, True),
    ]
    return [words[view.lang] if words else f"{found.id} ({found.relation})" for words, found in lists if found]


@pytest.fixture(params=of_cases([(path, lang, full) for path in CASES for lang in LANGS for full in (False, True)]))
def report(request):
    path, lang, full = request.param
    return view_of(path, lang), page_of(path, lang, full)


class TestContent:
    def test_every_text_of_the_view_is_on_the_page(self, report):
        view, page = report
        shown = text_of(page)
        assert [text for text in texts_in(view) if text not in shown] == []

    def test_every_section_is_there_in_its_order(self, report):
        view, page = report
        assert [text_of(heading) for heading in page.iter("h2")] == sections_of(view)

    def test_each_person_has_an_outcome_under_each_rule_set(self, report):
        view, page = report
        titles = [outcome.titled for person in view.persons for outcome in person.outcomes]
        people = [section for section in page.iter("section") if section.get("class") == "person"]
        assert [text_of(heading) for section in people for heading in section.iter("h3")] == titles

    def test_the_law_in_force_comes_first_and_the_other_has_no_colour(self, report):
        view, page = report
        for section, person in zip(
            (section for section in page.iter("section") if section.get("class") == "person"), view.persons, strict=True
        ):
            assert [bool(outcome.standing) for outcome in person.outcomes] == [False, True]
            first, other = (row for row in section.iter("div") if "row" in (row.get("class") or "").split())
            assert first.find(".//strong[@class]") is not None
            assert "elsewhere" in other.get("class")
            assert other.find(".//strong[@class]") is None

    def test_a_reason_of_several_people_is_said_once(self, report):
        view, page = report
        people = [section for section in page.iter("section") if section.get("class") == "person"]
        for shared in view.shared:
            told = [text_of(row) for section in people for row in section.findall("./div/div/ul")]
            assert not any(plain(shared.line.said.text) in text for text in told)

    @pytest.mark.parametrize("lang", LANGS)
    def test_what_nobody_knows_stands_among_the_facts(self, lang):
        """It was asked, so that nobody asks it again."""
        text = '[sponsor]\nhousing = "unknown"\n[[members]]\nid = "x"\nrelation = "child"\nmarried = "unknown"\n'
        case = casefile.loads(f"decided_on = 2026-11-25\n{text}", "toml")
        said = {"en": "asked, and not known", "nl": "gevraagd, en niet bekend"}[lang]
        facts = [fact for of_one in given_facts(case, lang) for fact in of_one.facts]
        labels = (SPONSOR_FACTS["housing"].label, MEMBER_FACTS["married"].label)
        assert facts == [f"{label[lang]}: {said}" for label in labels]

    def test_facts_can_be_ticked_off(self, report):
        view, page = report
        facts = [fact for given in (*view.given, *view.assumed) for fact in given.facts]
        boxed = [item for item in page.iter("li") if item.find("span[@class='box']") is not None]
        assert [text_of(item) for item in boxed] == facts

    def test_sources_are_on_paper_too(self, report):
        """What is folded on the screen is a list of its own on paper, and no fold-out that is empty there."""
        _, page = report
        last = [section for section in page.iter("section") if section.get("aria-labelledby") == "sources"][-1]
        folded, *paper = last.iter("ol")
        assert folded.get("class") == "sources"
        assert len(paper) == ("open" not in last.find("details").attrib)

    def test_sources_are_linked(self, report):
        view, page = report
        links = {link.get("href") for link in page.iter("a")}
        assert {source.url for source in view.sources} <= links

    def test_one_rule_set_alone_has_no_change(self):
        view = view_of(LARGE, "nl", (PROPOSED,))
        page = parsed(to_html(view))
        assert len(view.columns) == 3
        assert wording.CHANGE["nl"] not in text_of(page)
        assert wording.SIDE_BY_SIDE["nl"] not in text_of(page)

    def test_details_are_open_only_in_full(self):
        view = view_of(LARGE)
        assert {"open" in details.attrib for details in parsed(to_html(view)).iter("details")} == {False}
        assert {"open" in details.attrib for details in parsed(to_html(view, full=True)).iter("details")} == {True}

    def test_same_view_gives_the_same_page(self):
        assert to_html(view_of(LARGE)) == to_html(view_of(LARGE))


class TestOnePage:
    """The page itself forbids what it does not do."""

    def test_content_security_policy_forbids_all_but_inline_styles(self, report):
        _, page = report
        policies = [
            meta.get("content") for meta in page.iter("meta") if meta.get("http-equiv") == "Content-Security-Policy"
        ]
        assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]

    def test_a_link_does_not_tell_where_it_was_followed(self, report):
        _, page = report
        outside = [link for link in page.iter("a") if not link.get("href").startswith("#")]
        assert outside
        for link in outside:
            assert link.get("href").startswith(("https://", "http://"))
            assert link.get("rel") == "noreferrer"


class TestReadableByAll:
    def test_language_is_that_of_the_view(self, report):
        view, page = report
        assert page.get("lang") == view.lang

    def test_headings_do_not_jump(self, report):
        _, page = report
        levels = [int(element.tag[1]) for element in page.iter() if re.fullmatch("h[1-6]", str(element.tag))]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels))

    def test_tables_have_a_caption_and_scoped_headers(self, report):
        _, page = report
        for table in page.iter("table"):
            assert text_of(table.find("caption"))
            assert {header.get("scope") for header in table.find("thead").iter("th")} == {"col"}
            assert {header.get("scope") for header in table.find("tbody").iter("th")} == {"row"}

    def test_rows_are_as_wide_as_the_head(self, report):
        _, page = report
        for table in page.iter("table"):
            assert len({len(row) for row in table.iter("tr")}) == 1

    def test_ids_are_unique_and_references_lead_somewhere(self, report):
        _, page = report
        ids = [element.get("id") for element in page.iter() if element.get("id")]
        assert len(ids) == len(set(ids))
        inside = {e.get("href")[1:] for e in page.iter() if (e.get("href") or "").startswith("#")}
        assert inside | {e.get("aria-labelledby") for e in page.iter("section")} <= set(ids)

    def test_every_sign_stands_with_a_word(self, report):
        _, page = report
        for parent in page.iter():
            for sign in parent.findall("svg[@class]"):
                assert sign.get("aria-hidden") == "true"
                assert text_of(parent)
