"""The sheet for the family: the top of the report in plain words, in a third language too, and whole."""

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import attrs
import html5lib
import pytest
from families import family
from quickly import CASES, of_cases

from reunify import PROPOSED, RULE_SETS, BadCase, casefile
from reunify.__main__ import main
from reunify.report import at_a_glance, make, sheet_language, sheet_words, wording
from reunify.report.sheet import make_sheet
from reunify.text import LANGS, Text

MADE_UP = "qaa-Hebr"
OPEN, CLOSE = "\N{LEFT CEILING}", "\N{RIGHT CEILING}"
HEAD = {"language": MADE_UP, "direction": "rtl", "translator": "N. Ame", "translated_on": date(2027, 1, 31)}
WHOLE = {text.en: f"{OPEN}{text.en}{CLOSE}" for text in sheet_words.texts_of_sheet(RULE_SETS.regimes)}
LETTERS = re.compile(r"[^\W\d_]{2,}")


def pages(case, lang="en", language=None):
    made = make(case, lang=lang)
    page = made.to_sheet(language)
    return make_sheet(made.found, language), html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)


def text_of(element):
    return " ".join("".join(element.itertext()).split())


def outside_brackets(text):
    """Give what stands in no translated text."""
    while (less := re.sub(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}", " ", text)) != text:
        text = less
    return text


def places(data):
    with pytest.raises(BadCase) as bad:
        sheet_language.structure(data)
    return [fault.path for fault in bad.value.faults], "\n".join(fault.line("en") for fault in bad.value.faults)


def eight_people(name):
    """Give a family in which no two people stand alike, for whom there is something to do, to wait for and to bring."""
    people = [("spouse", 1990), *[("child", year) for year in (2009, 2010, 2014, 2016)]]
    people += [("grandparent", 1940), ("sibling", 2009), ("parent", 1962)]
    members = [
        {
            "id": f"{name} {number}",
            "relation": relation,
            "born_on": str(year),
            "applied_on": f"2026-11-0{number}",
        }
        for number, (relation, year) in enumerate(people, 1)
    ]
    members[2]["applied_on"] = members[4]["applied_on"] = "not_yet"
    days = {"born_on": "1988", "entered_on": "2025-09-01", "permit_notified_on": "2026-10-28"}
    sponsor = {"protection": "subsidiary", "asylum_applied_on": "2025-09-03"} | days
    return casefile.structure({"decided_on": "2026-11-25", "sponsor": sponsor, "members": members})


class TestSheet:
    @pytest.mark.parametrize("path", of_cases())
    def test_it_says_what_the_report_says(self, path):
        """Who, the first steps and the days are those of the top of the report; nobody is left out, nothing is loaded."""
        made = make(casefile.read(path))
        view, page = pages(casefile.read(path))
        top = made.view.top
        assert [person for row in view.stands for person in row.persons] != []
        assert {person for row in view.stands for person in row.persons} == {one.person for one in top.standings}
        assert [day.iso for day in view.days] == [day.iso for day in top.days]
        assert len(view.steps) == len(top.tasks)
        assert all(one.said in text_of(page) for one in (*view.steps, *view.stands, *view.bring))
        assert [
            one for one in page.iter() if one.tag in {"script", "link", "img"} or one.get("src") or one.get("href")
        ] == []

    @pytest.mark.parametrize("lang", LANGS)
    def test_it_is_help_and_names_the_day(self, lang):
        """The next step comes first; it is no legal advice, and the lawyer has the articles, which are not here."""
        view, page = pages(family("spouse", PROPOSED), lang)
        text = text_of(page.find(".//main"))
        assert [one.tag for one in page.iter() if one.tag in {"h1", "h2"}][:2] == ["h1", "h2"]
        assert text.index(sheet_words.NEXT_STEP[lang]) < text.index(sheet_words.BRING[lang])
        assert view.notice in text
        assert wording.day_in_words(date(2028, 9, 1), lang) in view.notice
        assert re.search(r"\b(art|lid|Vw|Vb)\b", text.replace(view.notice, "")) is None

    @pytest.mark.slow("it prints with Chromium")
    def test_one_page(self, tmp_path):
        """Eight people with long names, of whom each stands otherwise, are printed on one page of A4."""
        made = make(eight_people("Abdulrahman-Mohammed al-Husseini"), lang="nl")
        assert make_sheet(made.found).letters == "tiny"
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        assert chromium, "this needs Chromium on the path: apt-get install chromium"
        page, pdf = tmp_path / "sheet.html", tmp_path / "sheet.pdf"
        page.write_text(made.to_sheet(), encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
        words = [chromium, *options, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri()]
        subprocess.run(words, check=True, capture_output=True, timeout=120)
        assert re.findall(rb"/Type /Pages\b[^>]*?/Count (\d+)", pdf.read_bytes()) == [b"1"]


class TestAnotherLanguage:
    @pytest.mark.parametrize("path", of_cases())
    def test_every_word_is_translated(self, path):
        """On a sheet in a made-up language there is no word but of its file, names apart; it runs from right to left."""
        language = sheet_language.structure(HEAD | {"texts": WHOLE})
        view, page = pages(casefile.read(path), language=language)
        assert (page.get("lang"), page.get("dir")) == (MADE_UP, "rtl")
        text = text_of(page.find(".//main")).replace("N. Ame", "")
        for member in casefile.read(path).members:
            text = text.replace(member.id, "")
        assert LETTERS.findall(outside_brackets(text)) == []
        assert view.translated == f"{OPEN}Translated by N. Ame, {OPEN}31 {OPEN}January{CLOSE} 2027{CLOSE}.{CLOSE}"

    def test_the_list_has_all_words_of_the_top(self):
        """Every text that the top of a report can take is one of those that a translation has."""
        source = Path(at_a_glance.__spec__.origin).read_text(encoding="utf-8")
        used = set(re.findall(r"wording\.([A-Z_]+)", source))
        wanted = {value for name in used for value in in_texts(getattr(wording, name))}
        aside = {wording.BRIEF_LINE, wording.IS_HERE_MAY_STAY, wording.LATER_NOT_BEFORE}  # not on the sheet
        assert wanted - aside - set(sheet_words.FROM_REPORT) == set()
        assert set(sheet_words.PLAIN) - set(sheet_words.FROM_REPORT) == set()

    def test_a_text_that_is_missing(self):
        """It is named; so is one that is empty, one that no sheet shows, and one that lost a name in braces."""
        texts = WHOLE | {"Who": " ", "Whoo": "x", "can come later, from {day}": "later"}
        del texts["What to bring to your lawyer"]
        found, said = places(HEAD | {"texts": texts})
        assert found == ["texts"] * 4
        assert "no translation of 'Who'" in said
        assert "no translation of 'What to bring to your lawyer'" in said
        assert "no sheet shows 'Whoo'; did you mean 'Who'?" in said
        assert "no others: {day}" in said

    def test_who_translated_it_must_be_named(self):
        """With the day, the language and its direction."""
        found, _ = places({"texts": WHOLE, "language": "x y", "direction": "up", "translator": ""})
        assert set(found) == {"language", "direction", "translator", "translated_on"}

    def test_a_text_of_a_law_of_ones_own(self):
        """It is no text of the file: that is said, and nothing is made."""
        law = attrs.evolve(PROPOSED, short=Text(en="by the mayor's rules", nl="met de regels van de burgemeester"))
        language = sheet_language.structure(HEAD | {"texts": WHOLE})
        with pytest.raises(BadCase, match="by the mayor's rules"):
            make(family("spouse", PROPOSED), new=law).to_sheet(language)


def in_texts(value):
    if isinstance(value, Text):
        yield value
    elif isinstance(value, dict):
        yield from value.values()


class TestCommand:
    def test_a_file_that_is_filled_in(self, tmp_path, capsys):
        """The blank file, once filled in, gives the sheet in that language; as it is, each text is missing."""
        blank = sheet_language.blank()
        path = tmp_path / "made-up.toml"
        path.write_text(blank, encoding="utf-8")
        words = ["assess", str(CASES[0]), "--format", "sheet", "--texts", str(path)]
        assert main(words) == 2
        assert capsys.readouterr().err.count("there is no translation of") == len(WHOLE)
        filled = re.sub(r'^"(.+)" = ""$', rf'"\1" = "{OPEN}\1{CLOSE}"', blank, flags=re.MULTILINE)
        head = {
            'language = ""': f'language = "{MADE_UP}"',
            'translator = ""': 'translator = "N. Ame"',
            "# translated_on": "translated_on",
        }
        for old, new in head.items():
            filled = filled.replace(old, new)
        path.write_text(filled, encoding="utf-8")
        assert main(words) == 0
        assert f'<html lang="{MADE_UP}" dir="ltr">' in capsys.readouterr().out

    @pytest.mark.parametrize("words", [["--texts", "x.toml"], ["--format", "sheet", "--texts", "x.toml"]])
    def test_bad_input(self, words, capsys):
        """A file that is not there, and texts for another form."""
        assert main(["assess", str(CASES[0]), *words]) == 2
        assert capsys.readouterr().err.count("\n") == 1

    def test_no_more_is_read_than_of_a_case_file(self, tmp_path, monkeypatch):
        """A file that is too long is refused, and not read to its end."""
        path = tmp_path / "long.toml"
        path.write_bytes(b"#" * (casefile.MOST_BYTES + 2))
        monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read whole"))
        with pytest.raises(BadCase) as bad:
            sheet_language.read(path)
        assert ["too-large"] == [fault.code for fault in bad.value.faults]
