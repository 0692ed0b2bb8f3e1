"""Each form writes every kind of block; what a document says stands in all of them."""

import re
from html import unescape

import html5lib
import pytest
from markdown_it import MarkdownIt

from reunify.engine.meaning import Verdict
from reunify.report import forms, html, markdown, terminal
from reunify.report.document import (
    Address,
    Cited,
    Cites,
    Document,
    Entry,
    Label,
    Listing,
    Names,
    Notice,
    Number,
    Outline,
    Paragraph,
    Rank,
    Section,
    Table,
    sentence,
)

WIDTH = 80
LONG = "https://example.org/" + "a" * WIDTH
ART = Cited("", "art. 1", "https://example.org/1")
OTHER = Cited("", "art. 2", "no address")
RULING = Cited("a sentence.", "ruling 3", "https://example.org/3", ("a remark.", "another"))


def document(word="word"):
    """Give a document with every kind of block and piece, in which ``word`` stands in every text."""
    cells = ((Number("1.1"), word), (Label(word), word, Names(("an-id",), aside=True)), (Cites((ART, OTHER)),))
    part = Entry(sign="1.1", place="1.1", text=f"part {word}", after="(see 1)", see="1")
    whole = Entry(
        sign="1",
        place="1",
        label=f"label {word}",
        text=f"whole {word}",
        name="name-of-it",
        cites=(ART,),
        details=("detail",),
        after="all of these:",
        parts=(part,),
    )
    telling = Entry(sign="N1", text=f"telling {word}", remarks=(Names(("note-id",)), "aside"), cites=(OTHER,))
    bullets = (
        sentence(RULING, label=f"stressed {word}", strong=True, parts=(Entry(text=f"below {word}"),)),
        Entry(label="only a label", text="", cites=(ART,)),
    )
    inner = (
        Paragraph(f"paragraph {word}", (ART,)),
        Outline((whole, telling)),
        Listing(bullets, f"before {word}"),
        Table(("first", "second", "third"), (cells,)),
        Address(LONG),
    )
    sections = tuple(
        Section(rank=rank, title=f"{rank.value} {word}", place=rank.value, blocks=inner[:1]) for rank in Rank
    )
    outcome = Section(rank=Rank.OUTCOME, title="law", said="not yet", verdict=Verdict.NOT_YET, blocks=())
    ground = Section(
        rank=Rank.PART, title=f"numbered {word}", number="1", name="ground-id", place="g", blocks=(*inner, outcome)
    )
    return Document(
        lang="en",
        version="1",
        heading=f"heading {word}",
        title=f"title {word}",
        name="doc-id",
        lines=(f"line {word}",),
        cites=(ART,),
        notice=f"notice {word}",
        blocks=(*sections, ground, Notice(f"last {word}")),
    )


def words(text):
    return set(re.findall(r"[\w/:.-]*\w", text))


def shown(form, made):
    """Give what a reader sees of a document in a form."""
    text = forms.WRITERS[form](made)
    if form == forms.MARKDOWN:
        text = MarkdownIt("commonmark").enable("table").render(text)
    return text if form == forms.TEXT else unescape(re.sub(r"<[^>]*>", " ", text))


SAID = [
    "heading",
    "title",
    "line",
    "notice",
    "paragraph",
    "label",
    "whole",
    "detail",
    "name-of-it",
    "part",
    "see",
    "telling",
    "note-id",
    "aside",
    "stressed",
    "below",
    "a",
    "sentence",
    "remark",
    "another",
    "only",
    "before",
    "first",
    "second",
    "third",
    "1.1",
    "an-id",
    "ground-id",
    "numbered",
    "not",
    "yet",
    "last",
    "ruling",
    "art",
]


@pytest.mark.parametrize("form", forms.WRITERS)
class TestEveryForm:
    def test_says_all_that_is_in_the_document(self, form):
        made = document()
        assert [word for word in SAID if word not in words(shown(form, made))] == []
        assert [rank for rank in Rank if f"{rank.value} word" not in shown(form, made)] == []

    def test_shows_a_text_as_it_is(self, form):
        """Whatever stands in it is no markup."""
        odd = "<b>x</b>&amp;*y*"
        assert shown(form, document(odd)).count(odd) >= shown(form, document()).count("word") - 1

    def test_does_not_break_an_address(self, form):
        assert LONG in forms.WRITERS[form](document())


class TestText:
    def test_only_an_address_is_longer_than_the_line(self):
        lines = terminal.write(document("word " * 40)).splitlines()
        assert [line for line in lines if len(line) > WIDTH] == [LONG]


class TestMarkdown:
    def test_articles_stand_in_brackets_beside_a_text_only(self):
        text = markdown.write(document())
        assert "- **stressed word**: a sentence (a remark; another) ([ruling 3](https://example.org/3))" in text
        assert "- only a label: [art. 1](https://example.org/1)" in text


class TestPage:
    def test_is_sound(self):
        html5lib.HTMLParser(strict=True).parse(html.write(document(), document()))


class TestForms:
    def test_tables_are_for_forms_with_room_for_them(self):
        made = forms.forms_of(lambda: document("in lines"), lambda: document("in tables"))
        assert {name: "in tables" in write() for name, write in made.items()} == {
            "text": False,
            "markdown": True,
            "html": False,
        }

    def test_what_a_maker_writes_itself_takes_the_place_of_a_form(self):
        made = forms.forms_of(document, document, html=lambda: "a page", json=lambda: "{}")
        assert (list(made), made["html"](), made["json"]()) == (["text", "markdown", "html", "json"], "a page", "{}")
