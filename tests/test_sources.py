"""Every rule rests on a source, every source is used, and a lawyer can check each with one command."""

import csv
import io
import json
import re
from datetime import date
from functools import cache

import attrs
import pytest
from markdown_it import MarkdownIt
from pages import page

from reunify import RULE_SETS, cli, sources
from reunify.report import citations
from reunify.report.citations import FORMS, Citing, found_in
from reunify.report.law_items import sources_of
from reunify.sources import EU_DIRECTIVE, K_AND_B, PUBLISHERS, VB, VB_OLD, VW, VW_OLD, Law, Mark, Read, Source
from reunify.text import LANGS

LAWS = tuple(RULE_SETS.values())
CITED = tuple(dict.fromkeys(source for law in LAWS for source in sources_of(law)))
NAMED = {name: value for name, value in vars(sources).items() if isinstance(value, Source | Law)}

# The same tables are looked at in many ways.
render = cache(citations.render)
cited = cache(citations.citations)


def cite(source):
    return source.cite.en


@pytest.fixture(params=LAWS, ids=lambda law: law.id)
def law(request):
    return request.param


@pytest.fixture(params=LANGS)
def lang(request):
    return request.param


class TestSources:
    @pytest.mark.parametrize("name", NAMED)
    def test_is_used_by_a_rule(self, name):
        assert any((NAMED[name].url, NAMED[name].title) == (source.url, source.title) for source in CITED)

    def test_address_has_the_form_of_one_publisher(self):
        for source in CITED:
            assert len([form for form in PUBLISHERS.values() if re.fullmatch(form, source.url)]) == 1, source.cite.en

    @pytest.mark.parametrize("publisher", PUBLISHERS)
    def test_every_publisher_has_a_source(self, publisher):
        assert any(re.fullmatch(PUBLISHERS[publisher], source.url) for source in CITED)

    def test_version_is_a_day_that_was_and_the_one_in_the_address(self):
        for source in CITED:
            version = date.fromisoformat(source.version) if source.version else None
            dated = re.search(r"\d{4}-\d{2}-\d{2}$", source.url)
            if dated and source.read is not Read.OLDER:
                assert dated[0] == source.version, source.cite.en
            assert version is None or date(2003, 9, 22) <= version  # the oldest: the Directive

    def test_says_how_it_was_read(self):
        for source in CITED:
            assert isinstance(source.read, Read), source.cite.en
            assert source.read is not Read.TEXT or source.version or re.search("BWBR|/eli/", source.url), source.cite.en

    def test_case_number_and_ecli_are_those_of_the_citation(self):
        for source in CITED:
            found = re.search(r"num=(C-\d+/\d+)|id=(ECLI:\S+)", source.url)
            assert found is None or (found[1] or found[2]) in source.cite.en, source.cite.en

    def test_year_of_the_ruling_is_that_of_its_ecli(self):
        for source in CITED:
            year = re.search(r"ECLI:[\w:]*?:(\d{4}):", source.cite.en + source.title.en)
            assert year is None or source.version[:4] in {"", year[1]}, source.cite.en

    def test_no_ruling_is_named_that_is_no_source_itself(self):
        """What is named was read: the one of the source, and no other in passing."""
        for source in CITED:
            for text in (source.title.en, source.title.nl):
                assert re.findall(r"ECLI:NL\S+", text) == [], source.cite.en
                assert len(re.findall("ECLI:EU", text)) <= 1, source.cite.en

    def test_article_of_an_older_version_says_so(self):
        assert (VB_OLD["3.106"].read, VB_OLD["3.106"].version) == (Read.OLDER, "")
        assert (VB["3.74.1.a"].read, VB["3.74.1.a"].version) == (Read.TEXT, "2026-06-12")
        assert [VW["69"].read, VW["2r"].read] == [Read.SECONDARY, Read.TEXT]

    def test_an_article_that_was_not_read_makes_a_rule_inferred(self):
        """Arts 4(1), 12 and the like of the Directive were read; 4(4) is confirmed by transpositions, 4(3) not read."""
        places = ("4.1.d", "12.1", "4.4", "16.1.b", "4.3")
        assert [EU_DIRECTIVE[place].read for place in places] == [
            Read.TEXT,
            Read.TEXT,
            Read.TRANSPOSED,
            Read.TRANSPOSED,
            Read.UNREAD,
        ]
        assert [EU_DIRECTIVE[place].mark for place in places] == [Mark.TEXT] * 2 + [Mark.INFERRED] * 3

    @pytest.mark.parametrize(("day", "later"), [(date(2018, 11, 6), True), (date(2018, 11, 7), False)])
    def test_a_ruling_is_not_cited_as_if_known_before_its_day(self, day, later):
        assert ("later" in K_AND_B.on(day).cite.en, "latere" in K_AND_B.on(day).cite.nl) == (later, later)

    def test_the_two_versions_of_the_law_are_the_last_old_and_the_first_new_one(self):
        assert (VW_OLD["29"].version, VW["29"].version) == ("2026-02-28", "2026-06-12")


class TestRules:
    def test_every_condition_has_a_source_and_a_mark(self, law):
        """So has every contested point; what only joins conditions needs none."""
        told = [found.item for found in found_in(law) if found.item.text]
        assert [item.text.en for item in told if not item.sources] == []
        assert [item.text.en for item in told if not item.mark and not item.point] == []

    def test_nothing_in_the_law_is_passed_over(self, law):
        """The walk over the rules finds every node that a law has a text for."""
        texts = {node.text for node in law.nodes if node.text}
        assert texts <= {found.item.text for found in found_in(law)}

    def test_mark_of_case_law_rests_on_a_ruling_itself_or_in_a_part(self, law):
        ruling = "CJEU|ECLI|ABRvS|Crompvoets"
        marked = [found.item for found in found_in(law) if found.item.mark is Mark.CASE_LAW]
        odd = [item for item in marked if not any(re.search(ruling, s.cite.en) for i in item.walk() for s in i.sources)]
        assert [item.text.en for item in odd] == []


class TestTable:
    """``reunify sources``."""

    def test_every_source_of_the_law_is_in_it(self, law):
        assert {one.source for one in cited((law,))} == set(sources_of(law))

    def test_every_name_of_the_law_is_in_it(self, law):
        names = {one.name for one in cited((law,))}
        told = (*law.grounds, *law.notes, *law.milestones)
        points = (*law.points, *(other.point for other in law.other_law))
        assert {law.id, *law.conditions, *points, *(one.id for one in told)} <= names

    def test_what_laws_share_stands_there_once(self):
        found = cited(LAWS)
        assert len(found) == len({attrs.evolve(one, laws=()) for one in found})
        assert any(len(one.laws) == len(LAWS) for one in found)

    def test_says_of_each_rule_what_it_is(self):
        found = cited(LAWS)
        assert {one.part for one in found} == set(Citing)
        assert {bool(one.mark) for one in found if one.part is Citing.CONDITION} == {True}
        assert all(one.name or one.within or one.part is Citing.CONDITION for one in found)

    def test_csv_has_a_row_for_each_with_all_cells_filled_that_must_be(self, lang):
        head, *rows = csv.reader(io.StringIO(render(LAWS, lang, "csv")))
        assert len(rows) == len(cited(LAWS))
        for row in rows:
            cells = dict(zip(head, row, strict=True))
            may_be_empty = {head[1], head[6]}
            assert [name for name, cell in cells.items() if not cell and name not in may_be_empty] == []

    @pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r\n@", "\r-"])
    def test_no_cell_of_csv_is_a_formula(self, start, lang):
        draft = LAWS[0].amend(id="draft", title=f"{start}1+1", drop=["not-1f"])
        rows = list(csv.reader(io.StringIO(render((draft,), lang, "csv"), newline="")))
        assert f"'{start.strip()}1+1" in {cell for row in rows for cell in row}
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]

    @pytest.mark.slow("reads a page of a thousand rows by the standard")
    def test_markdown_is_one_table_with_a_link_a_row(self, lang):
        page = MarkdownIt("commonmark").enable("table").render(render(LAWS, lang, "markdown"))
        assert page.count("<table>") == 1
        assert page.count("<tr>") == page.count("<a href=") + 1 == len(cited(LAWS)) + 1

    def test_text_is_80_columns_but_for_addresses(self, lang):
        lines = render(LAWS, lang, "text").splitlines()
        assert [line for line in lines if len(line) > 80 and "://" not in line] == []

    def test_json_says_the_same_in_both_languages(self):
        data = json.loads(render(LAWS, "en", "json"))["citations"]
        expected = [(one.source.url, one.source.version or None, list(one.laws)) for one in cited(LAWS)]
        assert [(d["source"]["url"], d["source"]["version"], d["rule_sets"]) for d in data] == expected
        assert {tuple(sorted(d["text"])) for d in data} == {("en", "nl")}

    @pytest.mark.parametrize("form", FORMS)
    def test_command(self, form, tmp_path, lang):
        out = tmp_path / "out"
        assert cli.run(["sources", "two-status", "--format", form, "--lang", lang, "-o", str(out)]) == 0
        assert out.read_bytes().decode() == render((RULE_SETS["two-status"],), lang, form)

    def test_command_without_a_law_gives_all(self, capfdbinary):
        assert cli.run(["sources", "--format", "csv"]) == 0
        assert capfdbinary.readouterr().out.decode() == render(LAWS, "en", "csv")

    def test_command_with_a_bad_name(self, capsys):
        assert cli.run(["sources", "two-statu"]) == 2
        assert "did you mean 'two-status'?" in capsys.readouterr().err


class TestPages:
    """What is open, disputed, policy or not read in the text, gathered on one page from the rules."""

    def section(self, title):
        (found,) = (part for part in page("open-questions.md").split("\n## ") if part.startswith(title))
        return found

    def test_contested_points(self, law):
        assert [point for point in law.points if f"| `{point}` |" not in self.section("Contested points")] == []

    def test_disputes_over_the_law(self, law):
        page = self.section("Which law applies")
        assert [other.point for other in law.other_law if f"| `{other.point}` |" not in page] == []

    @pytest.mark.parametrize(("mark", "title"), [(Mark.INFERRED, "Inferred"), (Mark.POLICY, "Policy")])
    def test_marks(self, law, mark, title):
        texts = [node.text.en for node in law.nodes if node.text and node.mark is mark]
        assert [text for text in texts if f"| {text} |" not in self.section(title)] == []

    def test_text_of_the_law_that_was_not_read(self, law):
        odd = [
            node.text.en
            for node in law.nodes
            if node.text and node.mark is Mark.TEXT and Read.TEXT not in {source.read for source in node.sources}
        ]
        assert [text for text in odd if f"| {text} |" not in self.section("Marked as text of the law")] == []

    def test_sources_not_read_in_full(self):
        for source in CITED:
            shown = f"[{source.cite.en}](" in self.section("Sources that were not read")
            assert shown is (source.read is not Read.TEXT), source.cite.en

    @pytest.mark.parametrize("name", ["open-questions.md", "sources.md"])
    def test_every_row_has_the_cells_of_its_head(self, name):
        tables = [block for block in page(name).split("\n\n") if block.startswith("| ")]
        for rows in (table.splitlines() for table in tables):
            assert len({len(re.split(r"(?<!\\)\|", row)) for row in rows}) == 1
