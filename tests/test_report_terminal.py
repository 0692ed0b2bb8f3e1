"""The report as text, and the view model that all forms are made from."""

import io
import re
from datetime import date
from pathlib import Path

import pytest
from families import family
from rich.console import Console

from reunify import CURRENT, DIRECTIVE, NOT_FILED, PROPOSED, assess, casefile
from reunify.report import family_report, terminal, wording
from reunify.report.view import Result, make_view
from reunify.rules import in_force_on
from reunify.ruleset import About

CASES = sorted((Path(__file__).parents[1] / "examples" / "cases").glob("*.toml"))


def result(name, *rule_sets):
    """Assess an example family."""
    case = casefile.read(next(path for path in CASES if path.stem == name))
    laws = rule_sets or (CURRENT, PROPOSED)
    return Result(
        case=case,
        rule_sets=laws,
        assessments=tuple(assess(case, law) for law in laws),
        applicable=in_force_on(case.decided_on),
        on_from="file",
    )


def flat(text):
    """Give a text in one line, so that a sentence can be found in it however it was wrapped."""
    return re.sub(r"[\s|]+", " ", text)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
class TestEveryReport:
    """What every report says, in both languages."""

    def test_says_what_it_is(self, path, lang):
        """The notice, the decision day, the law that applies, what was assumed, the sources."""
        view = make_view(result(path.stem), lang)
        text = flat(terminal.to_text(view))
        for said in (view.notice, view.decided, view.applicable, wording.ASSUMED[lang], wording.SOURCES[lang]):
            assert flat(said) in text

    def test_everybody_and_every_reason(self, path, lang):
        """Every person, every decisive reason with its article, every missing fact and dispute."""
        view = make_view(result(path.stem), lang)
        text = flat(terminal.to_text(view))
        for person in view.persons:
            assert person.id in text
            for outcome in person.outcomes:
                for line in outcome.decisive:
                    assert flat(line.said.text) in text
                    assert line.said.cite in text
                for said in (*outcome.missing, *(dispute.text for dispute in outcome.disputes)):
                    assert flat(said) in text

    def test_full_has_all_conditions(self, path, lang):
        """With ``full`` every condition is there."""
        view = make_view(result(path.stem), lang)
        text = flat(terminal.to_text(view, full=True))
        for person in view.persons:
            for outcome in person.outcomes:
                assert all(flat(line.said.text.rstrip(".")) in text for line in outcome.trace)

    def test_width(self, path, lang):
        """It fits 80 columns, and any other width of 60 and more."""
        view = make_view(result(path.stem), lang)
        for width in (60, 80, 132):
            assert max(map(len, terminal.to_text(view, width=width).splitlines())) <= width


class TestView:
    """What stands where."""

    def test_one_law_has_no_change(self):
        """Under one law there is no column for the change."""
        view = make_view(result("refugee-late-application", PROPOSED), "en")
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
        laws = {"rule_sets": (CURRENT,), "assessments": (assess(case, CURRENT),), "applicable": CURRENT}
        (person,) = make_view(Result(case=case, on_from="file", **laws), "en").persons
        assert person.outcomes[0].apply_by == "Last day for the application: 14 April 2025; to be safe 12 April 2025."

    def test_a_last_day_that_is_past_is_told_as_past(self):
        """The end of the three months is no advice once it is over."""
        view = make_view(result("uam-subsidiary-mother-and-siblings"), "en")
        assert view.persons[0].outcomes[0].apply_by == "The term for the application ended on 13 April 2026."

    def test_excluded_for_another_reason_has_no_last_day(self):
        """Who is excluded for another reason than the day is given no last day for the application."""
        view = make_view(result("subsidiary-couple-with-foster-child"), "en")
        assert view.persons[2].outcomes[1].apply_by == ""

    def test_routes_of_the_law_that_applies(self):
        """What is left is told for those who are or may be excluded under the law that applies."""
        view = make_view(result("subsidiary-couple-with-foster-child"), "en")
        assert {remark.persons for remark in view.what_is_left} == {"foster-daughter"}

    def test_floor_is_not_held_against_itself(self):
        """Under the Directive itself nothing is said of the EU floor."""
        view = make_view(result("refugee-partner-and-adult-daughter", DIRECTIVE), "en")
        assert all(outcome.floor is None for person in view.persons for outcome in person.outcomes)

    def test_needs_a_decision_day(self):
        """A report cannot be made without a decision day."""
        case = casefile.loads('[sponsor]\n[[members]]\nid = "a"\nrelation = "child"\n', "toml")
        bare = Result(
            case=case, rule_sets=(CURRENT,), assessments=(assess(case, CURRENT),), applicable=CURRENT, on_from="file"
        )
        with pytest.raises(ValueError, match="a report needs a decision day"):
            make_view(bare, "en")

    def test_headings(self):
        """The headings of the remarks have both languages."""
        assert all(about.label.en != about.label.nl for about in About)

    def test_colour_on_a_terminal(self):
        """On a terminal the verdicts are coloured, and are words all the same."""
        out = io.StringIO()
        console = Console(force_terminal=True, color_system="standard", width=80, file=out)
        console.print(terminal.render(family_report.document(make_view(result("refugee-late-application"), "en"))))
        assert "undetermined" in out.getvalue()
        assert "\x1b[" in out.getvalue()
