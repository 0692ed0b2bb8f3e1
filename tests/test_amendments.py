"""Amendments beside what is dropped, replaced and added: details, figures, texts, the day from which a law applies."""

from datetime import date
from decimal import Decimal

import pytest
from families import SUBSIDIARY, family

from reunify import CURRENT, DIRECTIVE, PROPOSED, RULE_SETS, Sponsor, assess, in_force_on
from reunify.__main__ import main
from reunify.engine.nodes import Point
from reunify.figure import Figure, Unit
from reunify.logic import MET, Curable, condition, yes
from reunify.reform.people import person
from reunify.reform.table import rows_of
from reunify.report.explain import explain
from reunify.ruleset import Ground, Milestone, Note
from reunify.sources import VB, VW
from reunify.text import Text

BOTH = Text(en="new words", nl="nieuwe woorden")


def refused(message, law=PROPOSED, **changes):
    """See that an amendment is refused with these words."""
    with pytest.raises(ValueError, match=message):
        law.amend(**{"id": "x", "title": "x", **changes})


class TestDetails:
    """What a condition comes down to can be replaced and dropped by its own name."""

    @staticmethod
    def earning(amount, law):
        """Assess the spouse of a sponsor who earns an amount, when everything else is met."""
        facts = {"sponsor_means": Sponsor().means, "sponsor_income_per_month": Decimal(amount)}
        facts |= {"sponsor_income_until": date(2030, 1, 1), "sponsor_protection": SUBSIDIARY}
        facts |= {"applied_on": date(2026, 8, 3), "decided_on": date(2028, 9, 1)}
        return assess(family("spouse", PROPOSED, **facts), law)["person"].verdict

    def test_the_norm_of_income(self):
        """A norm of a fixed amount takes the place of the share of the minimum wage, and nothing else changes."""

        @condition(
            source=VB["3.74"],
            curable=Curable.BY_ACTION,
            en="the income is 3,000 euros a month",
            nl="het inkomen is 3.000 euro per maand",
        )
        def fixed_norm(sponsor_income_per_month):
            """A norm of its own."""
            return sponsor_income_per_month >= 3000

        law = PROPOSED.amend(
            id="fixed-norm", title="a fixed norm", replace={"income-reaches-norm-of-application": fixed_norm}
        )
        assert ("eligible", "not_yet") == (self.earning(2600, PROPOSED), self.earning(2600, law))
        assert "eligible" == self.earning(3000, law)
        assert law.conditions["means"].text == PROPOSED.conditions["means"].text
        assert "fixed-norm" in law.details
        assert "income-reaches-norm-of-application" not in law.details

    def test_names(self):
        """A detail is called by its function, or by what it compares; what asks the same has the same name."""
        assert {
            "wait-since-permit",
            "lateness-excusable",
            "not-sponsor-informed-of-term",
            "late-because-is-traced-later-or-guardian-error",
            "sponsor-housing-is-own-or-transit",
        } <= PROPOSED.details.keys()
        assert 2 == len(PROPOSED.details["under-18-on-d3"])
        assert not PROPOSED.details.keys() & PROPOSED.names

    def test_in_one_ground(self):
        """With the id of a ground before it, it is meant in that ground only."""
        law = DIRECTIVE.amend(id="x", title="x", drop=["spouse.marriage-valid"])
        assert law.conditions.keys() ^ DIRECTIVE.conditions.keys() <= {"marriage-valid"}
        law = PROPOSED.amend(id="x", title="x", drop=["minor-child.late-because-is-post-unreachable"])
        assert "late-because-is-post-unreachable" in law.details
        refused("has no 'minor-child.wait'", drop=["minor-child.wait"])

    def test_what_rests_on_it(self):
        """A day that is still told of cannot be taken out."""
        refused(r"'three-months-extended' \(by applied-within-term\)", drop=["applied-within-term"])

    def test_nearest(self):
        """A name that nothing has gets the nearest."""
        refused("did you mean 'income-reaches-norm-of-decision'", drop=["income-reaches-norm"])


class TestTexts:
    """``notes=`` and ``milestones=`` say a note or a day in other words."""

    def test_other_words(self):
        """The words are others; for whom and when it is told stays."""
        law = PROPOSED.amend(id="x", title="x", notes={"belgian-reference": BOTH}, milestones={"two-years": BOTH})
        said = {one.id: one for one in law.said}
        before = {one.id: one for one in PROPOSED.said}
        assert (BOTH, BOTH) == (said["belgian-reference"].text, said["two-years"].text)
        assert (None, None) == (said["belgian-reference"].brief, said["two-years"].step)  # which say the same in short
        assert before["belgian-reference"].unmet == said["belgian-reference"].unmet
        assert before["two-years"].day is said["two-years"].day

    @pytest.mark.parametrize(
        ("changes", "message"),
        [
            ({"notes": {"belgian": BOTH}}, "has no note 'belgian'; did you mean 'belgian-reference'"),
            ({"notes": {"two-years": BOTH}}, "has no note 'two-years'"),
            ({"milestones": {"two-years": "soon"}}, "is a Text"),
            ({"notes": {3: BOTH}}, "has no note 3"),
        ],
    )
    def test_errors(self, changes, message):
        """A note that is not there, or a text in one language only, is an error."""
        refused(message, **changes)


class TestPeriod:
    """A law can say from which decision day it applies, and laws are chosen from by that."""

    LATER = PROPOSED.amend(id="later", title="later", figures={"wait": 3}, since=date(2028, 1, 1))

    def test_since(self):
        """It applies from that day on; left out, it applies when its base does."""
        assert (date(2028, 1, 1), None) == (self.LATER.since, self.LATER.until)
        again = CURRENT.amend(id="x", title="x", since=date(2027, 1, 1))
        assert (date(2027, 1, 1), None) == (again.since, again.until)
        assert CURRENT.until == CURRENT.amend(id="x", title="x", figures={"term": 4}).until

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (date(2020, 1, 1), CURRENT),
            (date(2026, 6, 11), CURRENT),
            (date(2026, 6, 12), PROPOSED),
            (date(2027, 12, 31), PROPOSED),
            (date(2028, 1, 1), LATER),
        ],
    )
    @pytest.mark.parametrize("turned", [1, -1])
    def test_chosen(self, day, expected, turned):
        """Of the laws in force the last to come into force applies, in whatever order they are given."""
        assert in_force_on(day, [CURRENT, PROPOSED, self.LATER][::turned]) is expected

    def test_before_the_first(self):
        """Before the first law that one is given, which does not apply."""
        assert in_force_on(date(2020, 1, 1), [self.LATER, PROPOSED]) is PROPOSED
        assert in_force_on(date(2027, 1, 1), RULE_SETS) is PROPOSED

    def test_errors(self):
        """Two laws from the same day on, no law, and what is no day are errors."""
        draft = PROPOSED.amend(id="draft", title="draft", drop=["housing"])
        with pytest.raises(ValueError, match=r"'two-status' and 'draft' are both in force on 2027-01-01: say"):
            in_force_on(date(2027, 1, 1), [PROPOSED, draft])
        with pytest.raises(ValueError, match="no law to choose from"):
            in_force_on(date(2027, 1, 1), [])
        refused("since is a day", since="2027-01-01")


class TestFigures:
    """What figures of a draft lead to beyond the rules that take them."""

    def test_one(self):
        """Of one year and one month, verbs and articles are singular, in both languages."""
        law = PROPOSED.amend(id="one", title="one", figures={"wait": 1, "term": 1})
        texts = [*(node.text for node in law.nodes if node.text), *(point.why for point in law.points.values())]
        told = "\n".join(f"{text.en}\n{text.nl}" for text in [*texts, *(one.text for one in law.said)])
        assert "one year has passed since the sponsor's permit was granted" in told
        assert "sinds de verlening van de vergunning aan de hoofdpersoon is één jaar verstreken" in told
        assert "whether the year counts from the decision" in told
        assert "of het jaar telt vanaf het besluit" in told
        assert "The month runs on to this working day" in told
        assert "De maand loopt door tot deze werkdag" in told
        for wrong in ("one year have", "zijn één", "the one year", "de één", "month end ", "month run ", "maand lopen"):
            assert wrong not in told

    @pytest.mark.parametrize(
        ("unit", "one", "more"),
        [
            (Unit.YEARS, ("the year", "het jaar"), ("the four years", "de vier jaar")),
            (Unit.MONTHS, ("the month", "de maand"), ("the four months", "de vier maanden")),
            (Unit.WEEKS, ("the week", "de week"), ("the four weeks", "de vier weken")),
            (Unit.DAYS, ("the day", "de dag"), ("the four days", "de vier dagen")),
        ],
    )
    def test_articles(self, unit, one, more):
        """What was named before has its article."""
        for value, words in ((1, one), (4, more)):
            figure = Figure(value, "x", unit)
            assert words == (figure.with_article("en"), figure.with_article("nl"))

    def test_out_of_order(self):
        """An age of majority above that of young adults is refused; both can be raised together."""
        message = r"young_adult \(26\) must be more than majority \(30\)"
        refused(message, CURRENT, figures={"majority": 30})
        refused(r"young_adult \(18\) must be more than majority \(18\)", CURRENT, figures={"young_adult": 18})
        both = CURRENT.amend(id="x", title="x", figures={"majority": 30, "young_adult": 38})
        assert (30, 38) == (both.figures["majority"], both.figures["young_adult"])
        assert 30 == PROPOSED.amend(id="x", title="x", figures={"majority": 30}).figures["majority"]

    @pytest.mark.slow("writes three whole laws")
    @pytest.mark.parametrize("lang", ["en", "nl"])
    @pytest.mark.parametrize("form", ["text", "json"])
    def test_running_on(self, lang, form):
        """Of a term that does not run on for a holiday, the document of the law does not say that it does."""
        words = {"en": "run on to", "nl": "doorlopen"}[lang]
        six = CURRENT.amend(id="six", title="six", figures={"term": 6})
        two = CURRENT.amend(id="two", title="two", figures={"term": 2})
        for law, expected in ((CURRENT, True), (two, True), (six, False)):
            told = explain(law, None, lang, form)
            assert expected is (words in told)
            assert expected is ("three-months-extended" in told)

    def test_table(self):
        """Late in the table of a change is a month after the shorter of the two terms."""
        six = CURRENT.amend(id="six", title="six", figures={"term": 6})
        (late,) = (row for row in rows_of(CURRENT, six) if row.id.startswith("late:spouse"))
        assert {("excluded", "eligible")} == {(cell.old, cell.new) for cell in late.cells.values()}
        year = six.amend(id="year", title="year", figures={"term": 12})
        (late,) = (row for row in rows_of(six, year) if row.id.startswith("late:spouse"))
        assert {("excluded", "eligible")} == {(cell.old, cell.new) for cell in late.cells.values()}

    def test_labels(self):
        """Whoever is called under 18 is called so by the age of majority of the laws, where the person is that young."""
        sixteen = PROPOSED.amend(id="x", title="x", figures={"majority": 16})
        labels = {row.id: row.label for row in rows_of(PROPOSED, sixteen)}
        assert "biological child under 16" == labels["child"].en
        assert "geadopteerd kind onder 16" == labels["adopted-child"].nl
        assert "spouse under 18" == labels["spouse-under-18"].en
        twelve = PROPOSED.amend(id="x", title="x", figures={"majority": 12})
        assert "biological child under 18" == person("child").label_under(twelve).en


class TestErrors:
    """What cannot be meant is said plainly."""

    @pytest.mark.parametrize(
        ("changes", "message"),
        [
            ({"drop": [3]}, "named by its id, such as 'two-year-wait', not by 3"),
            ({"figures": {3: 3}}, "there is no figure 3; it has decision_added, "),
            ({"renamed": {"means": "The means!"}}, "'The means!' cannot be an id"),
            ({"renamed": ["means"]}, "given by its old id"),
            ({"id": "two-status", "drop": ["means"]}, "there is a law 'two-status' already"),
            ({"id": "single-status", "drop": ["means"]}, "there is a law 'single-status' already"),
            ({"id": "My draft", "drop": ["means"]}, "'My draft' cannot be an id"),
        ],
    )
    def test_amend(self, changes, message):
        """In an amendment."""
        refused(message, **changes)

    @pytest.mark.parametrize(
        ("make", "message"),
        [
            (lambda: MET.or_read("p", MET), "or_read takes a Point"),
            (lambda: MET.or_read(Point("p", VW["1"], en="a", nl="b"), "q"), "or_read takes a condition"),
            (lambda: yes("sham", "art 3", en="a", nl="b"), r"a rule rests on a Source.* not on 'art 3'"),
            (lambda: yes("sham", ["art 3"], en="a", nl="b"), r"a rule rests on a Source.* not on 'art 3'"),
            (lambda: yes("sham", VW["1"], en="{wait}", nl="b"), "nothing fills in {wait}"),
            (lambda: yes("sham", VW["1"], en="a", nl="b", advice=Text("{x}", "")), "nothing fills in {x}"),
            (lambda: Point("p", VW["1"], en="a", nl="{term}"), "'p': nothing fills in {term}"),
            (lambda: Note(id="n", text=Text("{day}", "{day}"), sources=()), "nothing fills in {day}"),
            (lambda: Milestone(id="m", day=BEFORE, text=Text("{wait}", "")), "nothing fills in {wait}"),
            (
                lambda: Ground(id="g", title=Text("{majority}", ""), source=VW["1"], relations=(), conditions=()),
                "'g': nothing",
            ),
        ],
    )
    def test_rules(self, make, message):
        """In a rule."""
        with pytest.raises(ValueError, match=message):
            make()

    def test_ground_that_is_a_condition(self, capsys):
        """``reunify explain LAW GROUND`` with a condition says under which grounds it is asked."""
        assert 2 == main(["explain", "single-status", "not-independent"])
        assert "is a condition, and no ground; it is asked under: minor-child" in capsys.readouterr().err
        assert 2 == main(["explain", "single-status", "minor-chlid", "--lang", "nl"])
        assert "bedoelt u 'minor-child'" in capsys.readouterr().err


BEFORE = PROPOSED.details["adult-on-decision"][0]
