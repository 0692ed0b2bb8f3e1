"""The law as a document: everything in the rules is in it, in every form and both languages."""

import functools
import io
import itertools
import json
import re
from html import unescape

import html5lib
import pytest
from markdown_it import MarkdownIt
from rich.console import Console

from reunify import CURRENT, DIRECTIVE, PROPOSED, RULE_SETS
from reunify.engine.nodes import Contested, Curable, Point
from reunify.facts import CASE_FACTS, FACT_NAMES, MEMBER_FACTS, ORIGINS, SPONSOR_FACTS, Relation
from reunify.logic import MET, UNMET, all_of, any_of, condition, not_, where
from reunify.report import html, terminal, wording
from reunify.report.explain import FORMS, in_lines
from reunify.report.explain import explain as explain_anew
from reunify.report.law import make_law
from reunify.report.law_data import to_data
from reunify.report.law_items import NodeKind, facts_behind, in_one_line, item_of, sources_of
from reunify.ruleset import Ground
from reunify.sources import VW
from reunify.text import LANGS, Text

# The same document is looked at in many ways.
explain = functools.cache(explain_anew)

# A short law: each is written in every form and both languages.
AMENDED = DIRECTIVE.amend(id="no-partner", title='no <partner> & "more"', drop=["partner"])
LAWS = [*RULE_SETS.values(), AMENDED]
WIDTH = 80


def names_of(law):
    """Give every name in a rule set."""
    told = (*law.notes, *law.milestones)
    return [
        law.id,
        *(ground.id for ground in law.grounds),
        *law.conditions,
        *law.points,
        *(other.point for other in law.other_law),
        *(one.id for one in told),
    ]


@functools.cache
def parsed(page):
    """Give the tree of a page that is sound HTML."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)


def words(text):
    """Give a text on one line, as far as breaking lines can change it."""
    return re.sub(r"\s+", "", text)


def texts_of(law, lang):
    """Give every text of a rule set that a reader is meant to see."""
    yield law.title[lang]
    for node in law.nodes:
        text = node.why if isinstance(node, Contested) else node.text
        if text is not None:
            yield text[lang]
    for ground in law.grounds:
        yield ground.title[lang]
        yield from (evidence.text[lang] for evidence in ground.evidence)
    yield from (other.why[lang] for other in law.other_law)
    for told in (*law.notes, *law.milestones):
        yield told.text.format(day=wording.DAY_TO_FILL)[lang]


@pytest.fixture(
    params=[
        pytest.param(
            law, id=law.id, marks=() if law in {PROPOSED, AMENDED} else pytest.mark.slow("writes one more whole law")
        )
        for law in LAWS
    ]
)
def law(request):
    return request.param


@pytest.fixture(params=LANGS)
def lang(request):
    return request.param


class TestEverythingIsThere:
    """No id and no text of the rules is left out."""

    @pytest.mark.slow("looks for every name in every form of every law")
    @pytest.mark.parametrize("form", FORMS)
    def test_every_name_stands_in_every_form(self, law, lang, form):
        shown = explain(law, None, lang, form)
        bare = words(shown)
        assert [name for name in names_of(law) if words(name) not in bare] == []

    def test_every_text_stands_in_the_text(self, law, lang):
        shown = words(explain(law, None, lang, "text"))
        assert [text for text in texts_of(law, lang) if words(text) not in shown] == []

    def test_every_text_stands_in_the_page(self, law, lang):
        shown = words(unescape(re.sub(r"<[^>]*>", "", explain(law, None, lang, "html"))))
        assert [text for text in texts_of(law, lang) if words(text) not in shown] == []

    def test_every_text_stands_in_the_markdown(self, law, lang):
        rendered = MarkdownIt("commonmark").enable("table").render(explain(law, None, lang, "markdown"))
        shown = words(unescape(re.sub(r"<[^>]*>", "", rendered)))
        assert [text for text in texts_of(law, lang) if words(text) not in shown] == []

    @pytest.mark.parametrize("form", FORMS)
    def test_every_address_stands_in_every_form(self, law, lang, form):
        shown = words(unescape(explain(law, None, lang, form)))
        assert [source.url for source in sources_of(law) if words(source.url) not in shown] == []

    def test_data_has_every_text_in_both_languages(self, law):
        data = json.dumps(to_data(law, "nl"), ensure_ascii=False)
        texts = [text for lang in LANGS for text in texts_of(law, lang) if wording.DAY_TO_FILL[lang] not in text]
        assert [text for text in texts if json.dumps(text, ensure_ascii=False) not in data] == []

    def test_every_condition_has_its_facts(self, law):
        for node in law.nodes:
            assert {*item_of(node).facts} == {
                fact for name in getattr(node, "reads", ()) or () for fact in facts_behind(name)
            } | ({node.reference} if hasattr(node, "reference") else set())


class TestShape:
    """What is printed follows the shape of the rules."""

    def test_grounds_in_the_order_of_the_law(self, law, lang):
        view = make_law(law, lang)
        assert [ground.id for ground in view.grounds] == [ground.id for ground in law.grounds]

    def test_numbers_stand_once_and_references_lead_somewhere(self, law, lang):
        view = make_law(law, lang)
        rows = [*view.general, *view.unlisted, *view.shared, *(row for ground in view.grounds for row in ground.rows)]
        rows += [row for told in (*view.other_law, *view.notes, *view.milestones) for row in told.rows]
        lines = [line for row in rows for line in row.walk()]
        numbers = [line.number for line in lines]
        assert len(numbers) == len(set(numbers))
        assert {line.see for line in lines if line.see} == {row.number for row in view.shared}
        assert not any(line.parts for line in lines if line.see)

    def test_shared_condition_stands_in_full_once(self):
        text = words(explain(PROPOSED, None, "en", "text"))
        once = PROPOSED.points["norm-of-which-day"].why.en
        assert text.count(words(once)) == 1

    def test_document_is_shorter_than_the_tree(self):
        view = make_law(PROPOSED, "en")
        rows = [*view.shared, *(row for ground in view.grounds for row in ground.rows)]
        printed = sum(1 for row in rows for _ in row.walk())
        whole = sum(1 for ground in PROPOSED.grounds for node in ground.conditions for _ in item_of(node).walk())
        assert printed < whole * 2 / 3

    def test_marks(self):
        rows = {row.name: row for top in make_law(PROPOSED, "en").shared for row in top.walk()}
        assert rows["two-year-wait"].cure == Curable.BY_TIME.label.en
        assert rows["housing"].cure == Curable.BY_ACTION.label.en
        assert rows["housing"].may == wording.MAY_REFUSE.en
        assert rows["excusable-delay"].cure == rows["excusable-delay"].may == ""

    def test_citation_that_begins_on_a_day_says_so(self):
        text = words(explain(CURRENT, None, "en", "text"))
        assert words("Vw 2000 (old) art. 29 lid 5 (for decisions from 28 March 2025 on)") in text

    def test_period(self):
        assert make_law(CURRENT, "en").period == "For decisions from 1 January 2014 to 11 June 2026."
        assert make_law(PROPOSED, "nl").period == "Voor besluiten vanaf 12 juni 2026."
        assert make_law(DIRECTIVE, "en").period == wording.NO_PERIOD.en

    @pytest.mark.parametrize("form", FORMS)
    def test_dropped_condition_is_not_printed(self, form):
        text = words(PROPOSED.conditions["housing"].text.en)
        draft = PROPOSED.amend(id="no-housing", title="no housing", drop=["housing"])
        assert text in words(explain(PROPOSED, None, "en", form))
        assert text not in words(explain(draft, None, "en", form))

    def test_added_ground_and_condition_are_printed(self):
        @condition(id="is-tested", source=VW["99"], en="this is tested", nl="dit wordt getoetst")
        def is_tested(in_netherlands):
            return in_netherlands

        title = Text(en="a new ground", nl="een nieuwe grond")
        ground = Ground(id="new", title=title, source=VW["99"], relations={Relation.OTHER}, conditions=[is_tested])
        law = PROPOSED.amend(id="more", title="more", add=[ground])
        assert "this is tested [Vw 2000 art. 99] (is-tested; facts:" in explain(law, "new", "en", "text")

    def test_one_line(self):
        test = PROPOSED.conditions["housing"]
        assert in_one_line(item_of(where(test, test)), "en") == f"where: {test.text.en}, then: {test.text.en}"
        assert (
            in_one_line(item_of(where(test, UNMET, MET)), "nl") == f"als: {test.text.nl}, dan: niemand voldoet hieraan"
        )
        assert in_one_line(item_of(where(MET, test, test)), "en") == test.text.en
        assert in_one_line(item_of(not_(any_of(MET, UNMET))), "en") == "not: (nothing is asked or nobody meets this)"
        point = MET.or_read(Point("p", en="why", nl="waarom", source=VW["1"]), UNMET)
        assert in_one_line(item_of(point), "en") == "nothing is asked"

    def test_name_around_a_join_does_not_hide_how_it_joins(self):
        whole = any_of(MET, UNMET).named("x", source=VW["1"], en="x", nl="x")
        assert item_of(whole).kind is NodeKind.ANY
        assert item_of(all_of(whole)).kind is NodeKind.ALL


class TestOneGround:
    """``explain RULESET GROUND`` gives that ground, and what concerns it."""

    @pytest.mark.slow("writes each ground of each law by itself")
    @pytest.mark.parametrize("form", FORMS)
    def test_only_that_ground(self, law, lang, form):
        for ground in law.grounds:
            shown = words(unescape(explain(law, ground.id, lang, form)))
            assert words(ground.title[lang]).replace('"', "") in shown
            others = [other.title[lang] for other in law.grounds if other is not ground]
            assert form == "json" or not [t for t in others if f".{words(t)}(" in shown]

    def test_number_is_the_same_as_in_the_whole(self):
        assert make_law(PROPOSED, "en", "parent").grounds[0].number == "3"

    def test_nothing_is_referred_to_that_is_not_there(self, law, lang):
        for ground in law.grounds:
            view = make_law(law, lang, ground.id)
            rows = [*view.general, *view.shared, *(row for one in view.grounds for row in one.rows)]
            rows += [row for told in (*view.other_law, *view.notes, *view.milestones) for row in told.rows]
            seen = {line.see for row in rows for line in row.walk() if line.see}
            assert seen <= {row.number for row in view.shared}

    @pytest.mark.parametrize("form", FORMS)
    def test_unknown_ground_names_the_nearest(self, form):
        with pytest.raises(ValueError, match="two-status has no ground 'spuse'; did you mean 'spouse'"):
            explain(PROPOSED, "spuse", "en", form)
        with pytest.raises(ValueError, match="bedoelt u 'parent'"):
            explain(PROPOSED, "parents", "nl", form)

    def test_unknown_form_names_the_nearest(self):
        with pytest.raises(ValueError, match="did you mean 'markdown'"):
            explain(PROPOSED, None, "en", "markdwn")


class TestForms:
    def test_text_is_plain_and_80_columns_wide(self, law, lang):
        text = explain(law, None, lang, "text")
        assert [line for line in text.splitlines() if len(line) > WIDTH and not line.lstrip().startswith("http")] == []
        assert not any(line != line.rstrip() for line in text.splitlines())
        assert "\x1b" not in text

    def test_terminal_gets_no_colour_where_it_has_none(self):
        console = Console(file=io.StringIO(), width=WIDTH, color_system=None)
        console.print(terminal.render(in_lines(make_law(CURRENT, "en"))))
        assert "\x1b" not in console.file.getvalue()

    def test_narrow_text_keeps_every_word(self):
        wide, narrow = (words(terminal.write(in_lines(make_law(CURRENT, "en")), width=width)) for width in (WIDTH, 60))
        assert sorted(wide.replace("-", "")) == sorted(narrow.replace("-", ""))

    @pytest.mark.slow("writes each form of each law again")
    @pytest.mark.parametrize("form", FORMS)
    def test_same_law_gives_the_same_document(self, law, lang, form):
        assert explain(law, None, lang, form) == explain_anew(law, None, lang, form)

    def test_data_is_json_with_a_source_for_every_key(self, law, lang):
        data = json.loads(explain(law, None, lang, "json"))
        used = set(re.findall(r'"sources": \[([^\]]*)\]', json.dumps(data)))
        keys = {key for found in used for key in json.loads(f"[{found}]")}
        assert keys <= set(data["sources"])
        assert len(data["sources"]) == len(sources_of(law))

    def test_data_names_only_facts_that_it_lists(self, law):
        data = to_data(law, "en")
        used = re.findall(r'"facts": \[([^\]]*)\]', json.dumps(data))
        assert {fact for found in used for fact in json.loads(f"[{found}]")} == set(data["facts"])


class TestPage:
    """The page is sound HTML, and needs nothing from elsewhere."""

    @pytest.fixture
    def page(self, law, lang):
        return explain(law, None, lang, "html")

    def test_page_parses_strictly(self, page):
        assert parsed(page).tag == "html"

    def test_nothing_from_elsewhere(self, page, lang):
        tree = parsed(page)
        assert tree.get("lang") == lang
        assert not {element.tag for element in tree.iter()} & {"script", "img", "link", "iframe", "object", "form"}
        assert "src=" not in page
        assert not re.search(r"@import|url\(", page)
        assert "default-src 'none'" in page

    def test_headings_go_down_one_at_a_time(self, page):
        tree = parsed(page)
        levels = [int(e.tag[1]) for e in tree.iter() if isinstance(e.tag, str) and re.fullmatch("h[1-6]", e.tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(new - old <= 1 for old, new in itertools.pairwise(levels))

    def test_links_within_the_page_lead_somewhere(self, page):
        tree = parsed(page)
        places = [e.get("id") for e in tree.iter() if e.get("id")]
        inner = {a.get("href")[1:] for a in tree.iter("a") if a.get("href").startswith("#")}
        assert len(places) == len(set(places))
        assert inner <= set(places)

    def test_text_from_outside_is_escaped(self, page, law):
        assert "<partner>" not in page
        assert (law is AMENDED) is ("&lt;partner&gt;" in page)

    def test_characters_that_no_page_may_hold(self):
        law = PROPOSED.amend(id="x", title="a\x00b\ud800c", drop=["housing"])
        page = explain(law, None, "en", "html")
        parsed(page)
        assert "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c" in page

    @pytest.mark.slow("reads a page of several laws by the standard")
    def test_several_laws_on_one_page(self):
        page = html.write(*(in_lines(make_law(law, "en")) for law in LAWS))
        parsed(page)
        self.test_links_within_the_page_lead_somewhere(page)
        self.test_headings_go_down_one_at_a_time(page)


class TestFactNames:
    def test_every_name_in_a_signature_stands_for_facts(self):
        known = {*MEMBER_FACTS, *CASE_FACTS, *(f"sponsor.{name}" for name in SPONSOR_FACTS)}
        known |= {f"{owner}.{name}" for owner in ("with_parent", "parent_member") for name in MEMBER_FACTS}
        for name in FACT_NAMES:
            assert set(facts_behind(name)) <= known, name

    @pytest.mark.parametrize("name", [name for name, origin in ORIGINS.items() if origin.function])
    def test_derived_facts_stand_for_given_ones(self, name):
        assert facts_behind(name)
        assert name not in facts_behind(name)
