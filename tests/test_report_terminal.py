"""The report as text, and the view model that all forms are made from."""

import io
import re
from datetime import date

import pytest
from families import family
from quickly import CASES, of_cases
from rich.console import Console

from reunify import CURRENT, DIRECTIVE, NOT_FILED, PROPOSED, casefile, report
from reunify.report import family_report, terminal, wording
from reunify.ruleset import About


def view_of(name, law=None, lang="en"):
    """The report on an example family."""
    case = casefile.read(next(path for path in CASES if path.stem == name))
    return report.make(case, new=law, lang=lang).view


def flat(text):
    """Give a text in one line, so that a sentence can be found in it however it was wrapped."""
    return re.sub(r"[\s|]+", " ", text)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("path", of_cases())
class TestEveryReport:
    """What every report says, in both languages."""

    def test_says_what_it_is(self, path, lang):
        """The notice, the decision day, the law that applies, what was assumed, the sources."""
        view = view_of(path.stem, lang=lang)
        text = flat(terminal.to_text(view))
        assert wording.GIVEN[lang] in text
        for said in (view.notice, view.decided, view.applicable, wording.ASSUMED[lang], wording.SOURCES[lang]):
            assert flat(said) in text

    def test_everybody_and_every_reason(self, path, lang):
        """Every person, every decisive reason with its article, every missing fact and dispute."""
        view = view_of(path.stem, lang=lang)
        text = flat(terminal.to_text(view))
        for person in view.persons:
            assert person.id in text
            for outcome in person.outcomes:
                for line in outcome.decisive:
                    assert flat(line.said.text.rstrip(".")) in text
                    assert line.said.cite in text
                for said in (*outcome.missing, *(dispute.text for dispute in outcome.disputes)):
                    assert flat(said) in text
        for shared in view.shared:
            assert flat(shared.line.said.text.rstrip(".")) in text

    def test_full_has_all_conditions(self, path, lang):
        """With ``full`` every condition is there."""
        view = view_of(path.stem, lang=lang)
        text = flat(terminal.to_text(view, full=True))
        for person in view.persons:
            for outcome in person.outcomes:
                assert all(flat(line.said.text.rstrip(".")) in text for line in outcome.trace)

    def test_width(self, path, lang):
        """It fits 80 columns, and any other width of 60 and more."""
        view = view_of(path.stem, lang=lang)
        for width in (60, 80, 132):
            for text in (terminal.to_text(view, width=width), terminal.to_brief_text(view, width=width)):
                assert [line for line in text.splitlines() if len(line) > width and "://" not in line] == []

    def test_the_top_fits_one_screen(self, path, lang):
        """Twenty-four lines of eighty columns say where each stands, what to do and what to watch for."""
        view = view_of(path.stem, PROPOSED, lang)
        text = terminal.to_brief_text(view)
        assert text.count("\n") <= 24
        for standing in view.top.standings:
            assert standing.person in text
        for task in view.top.tasks:
            assert flat(task.said) in flat(text)

    def test_no_word_is_broken(self, path, lang):
        """Every word on the page is a word of what is said."""
        view = view_of(path.stem, lang=lang)
        wide = set(terminal.to_text(view, width=2000).split())
        assert [word for word in terminal.to_text(view).split() if word not in wide and word.strip("-+|")] == []


FAMILY_OF_SIX = """
decided_on = 2026-11-25
[sponsor]
protection = "{protection}"
born_on = 1985-04-17
entered_on = 2025-05-20
asylum_applied_on = 2025-05-21
permit_notified_on = 2026-09-12
unaccompanied_minor = false
[[members]]
id = "Fatima"
relation = "spouse"
born_on = 1987-01-02
married_on = 2004-09-01
marriage_valid = true
applied_on = "not_yet"
[[members]]
id = "Ahmed"
relation = "child"
born_on = 2008-12-15
parentage = "biological"
married = false
lives_independently = false
self_supporting = false
consent_other_parent = "given"
applied_on = 2026-10-20
[[members]]
id = "Yusuf"
relation = "child"
born_on = 2012-12-15
parentage = "biological"
applied_on = 2026-10-20
[[members]]
id = "Layla"
relation = "child"
born_on = 2015-07-02
parentage = "foster"
applied_on = "not_yet"
[[members]]
id = "Omar"
relation = "child"
born_on = 2003-07-02
parentage = "biological"
applied_on = 2026-10-21
[[members]]
id = "Zahra"
relation = "parent"
born_on = 1955-07-02
applied_on = "not_yet"
"""


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("protection", ["refugee", "subsidiary"])
def test_the_top_of_six_people_fits_one_screen(lang, protection):
    """Also where no two of them stand alike."""
    case = casefile.loads(FAMILY_OF_SIX.format(protection=protection), "toml")
    text = report.make(case, new=PROPOSED, lang=lang).to_text()
    assert text.count("\n") <= 24
    assert all(member.id in text for member in case.members)


class TestView:
    """What stands where."""

    def test_one_law_has_no_change(self):
        """Under one law there is no column for the change."""
        view = view_of("refugee-late-application", PROPOSED)
        assert view.columns == ("Person", "Relation", "from 12 June 2026")
        assert all(person.change == "" for person in view.persons)

    def test_safe_day(self):
        """Where readings differ, the earliest last day is named: here the bare end of the three months."""
        told = {
            "sponsor_permit_notified_on": date(2025, 1, 12),
            "applied_on": NOT_FILED,
            "decided_on": date(2025, 4, 1),
        }
        case = family("spouse", CURRENT, **told)
        (person,) = report.make(case, new=CURRENT).view.persons
        assert person.outcomes[0].apply_by == "Last day for the application: 14 April 2025; to be safe 12 April 2025."

    def test_a_last_day_that_is_past_is_told_as_past(self):
        """The end of the three months is no advice once it is over."""
        view = view_of("uam-refugee-turned-18")
        assert view.persons[1].outcomes[0].apply_by == "The term for the application ended on 17 November 2026."

    def test_a_term_that_is_met_is_told_as_met(self):
        """Who applied in time is not told by when to apply, neither ahead nor past."""
        view = view_of("uam-refugee-turned-18")
        assert view.persons[0].outcomes[0].apply_by == ""
        assert view.top.standings[0].application == "applied on 20 October 2026: in time"
        assert not any("mother" in day.who for day in view.dates if day.event == "last day to apply for nareis")

    def test_excluded_for_another_reason_has_no_last_day(self):
        """Who is excluded for another reason than the day is given no last day for the application."""
        view = view_of("subsidiary-couple-with-foster-child")
        assert view.persons[2].outcomes[0].apply_by == ""

    def test_routes_of_the_law_that_applies(self):
        """What is left is told for those who are or may be excluded, and the second route for who is not eligible."""
        view = view_of("subsidiary-couple-with-foster-child")
        told = {(remark.persons, remark.said.text.partition(" (")[0]) for remark in view.what_is_left}
        assert ("wife", "The regular route is open now") in told
        assert {
            ("son", (unknown := "Whether the regular route is open is not known yet")),
            ("foster-daughter", unknown),
        } <= told

    def test_floor_is_not_held_against_itself(self):
        """Under the Directive itself nothing is said of the EU floor."""
        view = view_of("refugee-partner-and-adult-daughter", DIRECTIVE)
        assert view.floor == ()

    def test_headings(self):
        """The headings of the remarks have both languages."""
        assert all(about.label.en != about.label.nl for about in About)

    def test_colour_on_a_terminal(self):
        """On a terminal the verdicts are coloured, and are words all the same."""
        out = io.StringIO()
        console = Console(force_terminal=True, color_system="standard", width=80, file=out)
        console.print(terminal.render(family_report.document(view_of("refugee-late-application"))))
        assert "not known yet" in out.getvalue()
        assert "\x1b[" in out.getvalue()
