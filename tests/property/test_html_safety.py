"""On every page a text is a text, whatever it holds, and nothing comes from elsewhere.

Each page is made twice, once with plain names and once with names as nobody would choose them, and is read
by the parser that the HTML standard prescribes. The elements and their attributes must be the same.
"""

import re
from datetime import date
from functools import cache, partial
from pathlib import Path

import attrs
import html5lib
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reunify import CURRENT, DIRECTIVE, PROPOSED, casefile, report
from reunify.engine.nodes import Point
from reunify.facts import HERE, LONGEST_TEXT, NOBODY, Relation
from reunify.logic import condition
from reunify.report.explain import in_lines
from reunify.report.html import to_html as report_page
from reunify.report.html import write
from reunify.report.law import make_law
from reunify.ruleset import Evidence, Ground, RuleSet
from reunify.sources import Source
from reunify.testing import differences, render
from reunify.text import LANGS, Text

PLAIN = "amina"
CASES = [casefile.read(path) for path in sorted((Path(__file__).parents[2] / "examples" / "cases").glob("*.toml"))]
CASE = max(CASES, key=lambda case: sum(member.with_parent is not None for member in case.members))
HOSTILE = {
    "markup": "<b>Amina</b> & <i>co",
    "script": "<script>alert(1)</script>",
    "end of script": "</script></style></title></textarea><!--",
    "attribute": '"><img src=x onerror=alert(1)>',
    "apostrophes": "' onmouseover='alert(1)",
    "style": "</style><style>*{display:none}",
    "address": "javascript:alert(1)",
    "comment": "--><!-- ]]>",
    "template": "{{ 7 * 7 }}{% raw %}{# #}{0}%s",
    "entity": "&lt;&#60;&nbsp;&amp",
    "right-to-left": "عائلة أمينة",
    "override": "\u202eanima\u202c \u2067x\u200f",
    "combining": "A\u0301mi\u0308n\u0323a" + "\u0336" * 40,
}
LONG = {"long": "x" * 10_000, "long words": "Amina bint " * 900 + "x", "long markup": "<p>" * 3_333}
EXAMPLES = settings.default.max_examples // 6
"""A page takes long to read by the standard."""
WORDS = st.sampled_from([*HOSTILE.values(), "<", ">", '"', "'", "&", "\u00a0", "/"])
# Characters that a page may hold as they are: all but controls, surrogates and noncharacters.
LETTERS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=60)
NAMES = st.lists(WORDS | LETTERS, min_size=1, max_size=4).map(" ".join).filter(str.strip)


def hostile(test):
    """Run a test for each name above, and for names drawn from their parts."""
    for text in HOSTILE.values():
        test = example(text)(test)
    return settings(max_examples=EXAMPLES)(given(NAMES)(test))


def law_page(*views):
    return write(*map(in_lines, views))


def parsed(page):
    """Parse a page; what is not by the standard is an error."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)


def text_of(element):
    return " ".join("".join(element.itertext()).split())


def shape(tree):
    """Give the elements of a page with their attributes; a name stands only in what says the column of a cell.

    What holds a word with a hyphen together is left out: that depends on the name, and says nothing of it.
    """
    return [
        (element.tag, sorted((key, value) for key, value in element.attrib.items() if key != "data-label"))
        for element in tree.iter()
        if isinstance(element.tag, str) and not (element.tag == "span" and element.attrib == {"class": "whole"})
    ]


def comments(tree):
    return [element for element in tree.iter() if not isinstance(element.tag, str)]


def report_of(case, laws=(CURRENT, PROPOSED)):
    *earlier, last = laws
    return report.make(case, old=earlier[0] if earlier else None, new=last).view


def family_named(name):
    """Give a family of which the title, the source and every person, also where others refer to them, have a name."""
    # The others have a number too, in the place of the last letters: a name is as long as it may be.
    shorter = name[: LONGEST_TEXT - 2]
    ids = {member.id: name if index == 0 else f"{shorter} {index}" for index, member in enumerate(CASE.members)}
    ids |= {HERE: HERE, NOBODY: NOBODY, None: None}
    members = (
        attrs.evolve(
            member,
            id=ids[member.id],
            with_parent=ids.get(member.with_parent, member.with_parent),
            parent_member=ids.get(member.parent_member, member.parent_member),
        )
        for member in CASE.members
    )
    return attrs.evolve(CASE, title=name, source=name, members=tuple(members))


def law_named(name, *, strict=False):
    """Give a small law in which every text, title, id and citation is a name."""
    both = Text(en=name, nl=name)
    source = Source(cite=both, url="https://wetten.overheid.nl/BWBR0011823", title=both, version=name)

    @condition(id=f"{name} here", source=source, en=name, nl=name)
    def is_here(in_netherlands):
        return in_netherlands

    @condition(id=f"{name} adult", source=source, en=name, nl=name)
    def is_adult(born_on):
        return born_on < date(2000, 1, 1)

    point = is_adult.or_read(Point(f"{name} point", en=name, nl=name, source=source), is_here)
    ground = Ground(
        id=name,
        title=both,
        source=source,
        relations={Relation.SPOUSE},
        conditions=[point, is_adult] if strict else [is_adult],
        evidence=(Evidence(text=both, source=source),),
    )
    return RuleSet(
        id=name, title=both, short=both, sources=(source,), general=[], grounds=(ground,), unlisted=PROPOSED.unlisted
    )


def changes_named(name):
    return render(differences(law_named(name), law_named(name, strict=True)), "en", "html")


PAGES = {
    "report": lambda name: report_page(report_of(family_named(name))),
    "report under a law": lambda name: report_page(report_of(CASE, (CURRENT, law_named(name)))),
    "law": lambda name: law_page(make_law(law_named(name, strict=True), "en")),
    "changes": changes_named,
}


@cache
def usual(kind):
    return parsed(PAGES[kind](PLAIN))


@pytest.mark.slow("reads whole pages by the standard, each twice")
class TestTextIsText:
    """No name makes an element or an attribute, or ends one; the page shows it letter by letter."""

    def check(self, kind, name):
        tree = parsed(PAGES[kind](name))
        assert shape(tree) == shape(usual(kind))
        assert comments(tree) == []
        shown = text_of(tree)
        assert shown.count(" ".join(name[: LONGEST_TEXT - 2].split())) >= text_of(usual(kind)).count(PLAIN)
        return tree

    @hostile
    def test_of_a_family(self, name):
        tree = self.check("report", name)
        assert text_of(tree.find(".//p[@class='title']")) == " ".join(name.split())
        assert text_of(tree.find(".//h2[@id='person-1']/bdi")) == " ".join(name.split())

    @hostile
    def test_of_a_law_in_a_report(self, name):
        self.check("report under a law", name)

    @hostile
    def test_of_a_law(self, name):
        self.check("law", name)

    @settings(max_examples=EXAMPLES // 2)
    @given(NAMES)
    @example(HOSTILE["attribute"])
    @example(HOSTILE["end of script"])
    @example(HOSTILE["override"])
    @pytest.mark.slow("searches what a change of law does, once a name")
    def test_of_a_change_of_law(self, name):
        self.check("changes", name)

    @pytest.mark.slow("reads pages of a megabyte by the standard")
    @pytest.mark.parametrize("kind", PAGES)
    @pytest.mark.parametrize("name", LONG.values(), ids=LONG)
    def test_of_the_longest(self, kind, name):
        self.check(kind, name)

    @pytest.mark.slow("a report for each address")
    @hostile
    def test_of_a_source_never_becomes_an_address(self, name):
        view = report_of(CASE)
        source = attrs.evolve(view.sources[0], url=name, cite="the place")
        tree = parsed(report_page(attrs.evolve(view, sources=(source,))))
        assert {link.get("href")[:1] for link in tree.iter("a")} <= {"#", "h"}
        assert all(link.get("href").startswith(("#", "https://", "http://")) for link in tree.iter("a"))
        assert "the place" in text_of(tree)

    @pytest.mark.slow("writes and parses the page of a whole law for each example")
    @settings(max_examples=25)
    @given(st.text(min_size=1, max_size=60))
    @example("\0").via("no page may hold these")
    @example("\x1b[31m").via("the same")
    @example("\x80\ufffe\U0010ffff").via("the same")
    @example("\ud800").via("the same")
    def test_any_string_gives_a_sound_page(self, name):
        """What no page may hold is replaced."""
        view = attrs.evolve(report_of(CASE), title=f"a{name}b", source=name)
        for page in (report_page(view), law_page(make_law(attrs.evolve(CURRENT, title=Text(name, name)), "en"))):
            parsed(page)
            page.encode()
        bad = re.sub(r"[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\U0010ffff]", "\ufffd", name)
        assert bad == name or f"a{bad[0]}" in report_page(view)


def report_page_of(case):
    return report_page(report_of(case), full=True)


def page_of_laws(lang):
    return law_page(*(make_law(law, lang) for law in (CURRENT, PROPOSED, DIRECTIVE)))


EVERY_PAGE = {
    **{f"report {number}": partial(report_page_of, case) for number, case in enumerate(CASES)},
    "changes": partial(changes_named, PLAIN),
    **{f"law {lang}": partial(page_of_laws, lang) for lang in LANGS},
}


@pytest.fixture(scope="module", params=EVERY_PAGE)
def page(request):
    return parsed(EVERY_PAGE[request.param]())


LOADING = {"script", "link", "img", "image", "iframe", "frame", "object", "embed", "audio", "video", "source", "track"}
LOADING |= {"form", "base", "input", "button", "portal", "applet"}
LOADING_ATTRIBUTES = {"src", "srcset", "data", "action", "formaction", "background", "poster", "ping", "manifest"}


@pytest.mark.slow("reads whole pages by the standard")
class TestNothingFromElsewhere:
    """A page loads nothing, runs nothing, and tells nobody that it was opened."""

    def test_no_element_that_loads_or_runs(self, page):
        assert {element.tag for element in page.iter()} & LOADING == set()
        assert not [meta for meta in page.iter("meta") if (meta.get("http-equiv") or "").lower() == "refresh"]

    def test_no_attribute_that_loads_or_runs(self, page):
        for element in page.iter():
            assert not LOADING_ATTRIBUTES & set(element.attrib)
            assert not [name for name in element.attrib if str(name).startswith("on")]

    def test_only_links_to_sources_lead_elsewhere(self, page):
        for element in page.iter():
            address = next((value for name, value in element.attrib.items() if str(name).endswith("href")), "#")
            assert address.startswith("#") or (element.tag == "a" and re.match("https?://", address))

    def test_styles_load_nothing(self, page):
        styles = "".join(style.text for style in page.iter("style"))
        styles += "".join(element.get("style") or "" for element in page.iter())
        assert re.findall(r"url\(|@import|@font-face|image-set|expression\(", styles) == []
