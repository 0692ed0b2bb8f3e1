"""Figures of the law: their words, and that a text and a rule take the same one."""

import copy
import pickle
from datetime import date
from decimal import Decimal

import attrs
import pytest
from families import SUBSIDIARY, family

from reunify import ASSUMED, CURRENT, DIRECTIVE, PROPOSED, assess
from reunify.figure import Figure, Unit, figures_of, with_figures
from reunify.logic import MET, Point, condition, until_day
from reunify.rules import RULE_SETS, means
from reunify.rules.elsewhere import ELSEWHERE
from reunify.rules.figures import MAJORITY, NORM_SHARE, TERM, WAIT
from reunify.sources import VW
from reunify.text import Text, texts_of


@pytest.mark.parametrize(
    ("value", "unit", "en", "nl"),
    [
        (2, Unit.YEARS, "two years", "twee jaar"),
        (1, Unit.YEARS, "one year", "één jaar"),
        (12, Unit.MONTHS, "twelve months", "twaalf maanden"),
        (13, Unit.MONTHS, "13 months", "13 maanden"),
        (1, Unit.MONTHS, "one month", "één maand"),
        (18, Unit.AGE, "18", "18"),
        (100, Unit.OF_MINIMUM_WAGE, "the minimum wage", "het minimumloon"),
        (120, Unit.OF_MINIMUM_WAGE, "120% of the minimum wage", "120% van het minimumloon"),
    ],
)
def test_words(value, unit, en, nl):
    """A figure says what it counts, in words up to twelve."""
    figure = Figure(value, "x", unit)
    assert (en, nl) == (figure.in_words("en"), figure.in_words("nl"))


@pytest.mark.parametrize(
    ("value", "en"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (12, "12th"), (13, "13th"), (18, "18th"), (21, "21st")],
)
def test_ordinals(value, en):
    """Of a birthday the ordinal is said."""
    assert (en, f"{value}e") == (Figure(value, "x", Unit.AGE).ordinal("en"), Figure(value, "x", Unit.AGE).ordinal("nl"))


@pytest.mark.parametrize("value", [0, -1, True, 2.0, "3", None])
def test_no_figure(value):
    """A figure is a whole number of at least one."""
    with pytest.raises(ValueError, match="x must be a whole number of at least 1 and at most 150"):
        Figure(value, "x", Unit.YEARS)


@pytest.mark.parametrize(
    ("value", "en", "nl"),
    [
        (1, "another year ends, in the last year, for a year", "nog een jaar eindigt, een jaar lang"),
        (
            2,
            "another two years end, in each of the last two years, for two years",
            "nog twee jaar eindigen, twee jaar lang",
        ),
    ],
)
def test_one_or_more(value, en, nl):
    """A sentence about one year is another one than about several, and can name the figure within its other words."""
    text = Text.of(
        Figure(value, "x", Unit.YEARS),
        en="{another x} {x:ends|end}, {x:in the last year|in each of the last {x}}, for {a x}",
        nl="{another x} {x:eindigt|eindigen}, {a x} lang",
    )
    assert (en, nl) == (text.en, text.nl)


def test_a_figure_is_a_number():
    """A figure counts as the number does, and stays what it is in a copy and in another process."""
    assert (2, hash(2), "2 (wait)") == (WAIT, hash(WAIT), repr(WAIT))
    for again in (copy.deepcopy(WAIT), pickle.loads(pickle.dumps(WAIT))):  # noqa: S301 -- our own
        assert (2, "wait", Unit.YEARS) == (again, again.name, again.unit)


def test_a_text_names_figures():
    """Of the names in braces those of figures are filled in, and others stay."""
    text = Text.of(WAIT, MAJORITY, en="{wait} to {majority th}, {majority - 1}, {day}", nl="{wait} tot {majority th}")
    assert ("two years to 18th, 17, {day}", "twee jaar tot 18e") == (text.en, text.nl)
    other = text.with_figures({"wait": WAIT.valued(5)})
    assert ("five years to 18th, 17, {day}", 5) == (other.en, other.figures[0])
    assert text is text.with_figures({"term": TERM})
    assert () == Text("a", "b").figures
    assert Text("two years", "twee jaar") == Text.of(WAIT, en="{wait}", nl="{wait}")


def test_a_function_takes_a_figure():
    """A figure is the default of a parameter, and no fact."""

    def later(born_on, majority=MAJORITY):
        """Say when."""
        return born_on.replace(year=born_on.year + majority)

    assert (MAJORITY,) == figures_of(later)
    assert later is with_figures(later, {"wait": WAIT})
    other = with_figures(later, {"majority": MAJORITY.valued(21)})
    assert date(2021, 1, 1) == other(date(2000, 1, 1))
    assert date(2018, 1, 1) == later(date(2000, 1, 1))
    assert "Say when." == other.__doc__
    leaf = until_day("decided_on", source=VW["1"], en="until {majority}", nl="tot {majority}")(later)
    assert (("born_on",), "until 18") == (leaf.facts, leaf.text.en)


INCOME = {
    "sponsor_protection": SUBSIDIARY,
    "sponsor_means": ASSUMED,
    "sponsor_income_per_month": 3000,
    "sponsor_income_from": date(2023, 1, 1),
    "sponsor_entered_on": date(2023, 1, 10),
    "sponsor_asylum_applied_on": date(2023, 1, 12),
    "sponsor_permit_notified_on": date(2024, 7, 1),
    "married_on": date(2000, 6, 1),
    "family_since": date(2000, 6, 1),
    "decided_on": date(2026, 11, 25),
}
YOUNG = {"born_on": date(2005, 1, 1), "married_on": date(2024, 6, 1), "family_since": date(2024, 6, 1)}


def texts_under(part, met):
    """Give every text of a part of a law and of all that it is made of."""
    if id(part) in met:
        return
    met.add(id(part))
    if isinstance(part, Text):
        yield part
    elif isinstance(part, tuple):
        yield from (text for one in part for text in texts_under(one, met))
    elif attrs.has(type(part)):
        own = [getattr(part, field.name) for field in attrs.fields(type(part)) if field.name != "rule_set"]
        yield from (text for one in own for text in texts_under(one, met))


class TestAmended:
    """``amend(figures=…)`` reaches all that takes a figure."""

    THREE = PROPOSED.amend(id="three", title="three years", figures={"wait": 3})

    def test_verdicts(self):
        """A wait of three years ends a year later, in the main reading and in the others."""
        case = family("spouse", PROPOSED, sponsor_protection=SUBSIDIARY, decided_on=date(2028, 7, 2))
        two, three = (assess(case, law)["person"] for law in (PROPOSED, self.THREE))
        assert ("eligible", "not_yet", date(2029, 7, 2)) == (two.verdict, three.verdict, three.eligible_from)

    def test_nothing_says_two_years(self):
        """No rule, reading, note or day of the new law speaks of two years, but where that is no wait of this law."""
        said = {one.id: " ".join(text.en for text in texts_of(one).values()) for one in self.THREE.said}
        told = {name for name, text in said.items() if "two year" in text.lower().replace("-", " ")}
        assert {"wait-and-article-8", "belgian-reference", "decisions-on-hold"} == told
        texts = [node.text.en for node in self.THREE.nodes if node.text] + [
            p.why.en for p in self.THREE.points.values()
        ]
        assert [] == [text for text in texts if "two years" in text]
        assert 3 == self.THREE.figures["wait"]

    @pytest.mark.parametrize("law", [*RULE_SETS.values(), *ELSEWHERE.values()], ids=lambda law: law.id)
    def test_no_text_keeps_the_old_one(self, law):
        """Whatever the figure, every text of the law that names it names the new one."""
        for name, old in law.figures.items():
            new = law.amend(id="x", title="x", figures={name: old + 1})
            assert new.figures[name] == old + 1
            named = [
                (figure.name, text.en) for text in texts_under(new, set()) for figure in text.figures if figure == old
            ]
            assert [] == [text for other, text in named if other == name]

    def test_what_it_does_not_touch_stays_the_same(self):
        """A condition without the figure is the very same, so that only what changed is looked at again."""
        assert self.THREE.conditions["housing"] is PROPOSED.conditions["housing"]
        assert self.THREE.conditions["two-year-wait"] is not PROPOSED.conditions["two-year-wait"]

    def test_the_norm(self):
        """Where 120% of the minimum wage is asked, the text says so, and the figure that is shown is that."""
        more = PROPOSED.amend(id="more", title="more", figures={"norm_share": 120})
        assert (
            "the sponsor has own, lasting means of at least 120% of the minimum wage"
            == more.conditions["means"].text.en
        )
        (leaf,) = (n for n in more.nodes if n.text == means.income_reaches_norm_of_application.text)
        assert Decimal("3028.752") == leaf.norms[0].of(date(2026, 7, 1))  # 120% of 2523.96
        assert 100 == NORM_SHARE

    @pytest.mark.parametrize(
        ("law", "figures", "facts", "expected"),
        [
            (
                PROPOSED,
                {"year_ahead": 2},
                INCOME
                | {"sponsor_income_until": date(2028, 1, 1), "sponsor_income_sufficient_since": date(2026, 1, 1)},
                "not_yet",
            ),
            (
                PROPOSED,
                {"wage_years": 4},
                INCOME
                | {"sponsor_income_until": date(2026, 12, 31), "sponsor_income_sufficient_since": date(2023, 1, 1)},
                "not_yet",
            ),
            (DIRECTIVE, {"spouse_age": 22}, YOUNG, "excluded"),
        ],
    )
    def test_what_it_decides(self, law, figures, facts, expected):
        """A family that the law lets in is not let in with a higher figure."""
        case = family("spouse", PROPOSED, **facts)
        more = law.amend(id="more", title="more", figures=figures)
        assert ["eligible", expected] == [assess(case, one)["person"].verdict for one in (law, more)]

    def test_a_longer_term_is_not_extended(self):
        """A term of six months ends on its bare last day (Atw art. 4)."""
        six = CURRENT.amend(id="six", title="six", figures={"term": 6})
        (leaf,) = (n for n in six.leaves if n.function.__name__ == "applied_within_term")
        assert date(2027, 1, 3) == leaf.function(date(2026, 7, 3))  # a Sunday

    @pytest.mark.parametrize(
        ("figures", "message"),
        [
            ({"wiat": 3}, "there is no figure 'wiat'; did you mean 'wait'"),
            ({"wait": 2}, "changes nothing"),
            ({"wait": 0}, "at most 150, not 0"),
            ({"young_adult": 30}, "there is no figure 'young_adult'"),
        ],
    )
    def test_errors(self, figures, message):
        """A figure that the law has not, or as it is, is an error."""
        with pytest.raises(ValueError, match=message):
            PROPOSED.amend(id="x", title="x", figures=figures)

    def test_two_of_a_name(self):
        """Two figures of one name in one law are refused: whoever names it could mean either."""
        four_months = Figure(4, "wait", Unit.MONTHS)
        own = condition(id="own", source=VW["1"], en="{wait}", nl="{wait}", figures=(four_months,))(
            lambda public_order: not public_order
        )
        with pytest.raises(ValueError, match=r"two figures 'wait': two years and four months"):
            PROPOSED.amend(id="x", title="x", add=[own])

    @pytest.mark.parametrize(
        ("figures", "message"),
        [
            ({"wait": 7980}, "at most 150, not 7980"),
            ({"wait": TERM}, "wait counts years, and 3 .term. counts months"),
            ("wait", "figures are given by name"),
        ],
    )
    def test_what_is_no_figure(self, figures, message):
        """What is far too large, counts something else, or has no name, is refused at once."""
        with pytest.raises(ValueError, match=message):
            PROPOSED.amend(id="x", title="x", figures=figures)

    def test_with_other_changes(self):
        """Figures go together with what is dropped and replaced, and reach what is new."""
        new = condition(
            id="new", source=VW["1"], en="{wait} of good conduct", nl="{wait} goed gedrag", figures=(WAIT,)
        )(lambda public_order: not public_order)
        both = PROPOSED.amend(id="x", title="x", drop=["housing"], add=[new], figures={"wait": 4})
        assert "four years of good conduct" == both.conditions["new"].text.en
        assert "housing" not in both.conditions

    def test_a_point_says_it(self):
        """The reason of a contested point names the figure too."""
        point = MET.or_read(Point("p", VW["1"], en="after {term}?", nl="na {term}?", figures=(TERM,)), MET)
        assert "after six months?" == point.with_figures({"term": TERM.valued(6)}).why.en
        assert point is point.with_figures({"wait": WAIT})
