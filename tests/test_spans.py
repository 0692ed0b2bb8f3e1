"""Days known in part: what is known all the same, what is not, and which day is the safe one."""

from datetime import date

import pytest
from families import SUBSIDIARY, family, holds, outcome, verdict

from reunify import ASSUMED, CURRENT, PROPOSED, BadCase, Span, assess, exact
from reunify.family import Family

# Under the law from 12 June 2026 the child of the tests must be under 18 on 12 January 2025 (D1).
STRADDLES = Span.year(2007)


class TestKnown:
    """A condition is known where it comes out the same on every day."""

    @pytest.mark.parametrize(
        ("born_on", "expected"),
        [
            (Span.year(2008), "eligible"),
            (Span.year(2006), "excluded"),
            (Span(date(2007, 1, 13), date(2007, 12, 31)), "eligible"),
            (Span(date(2006, 1, 1), date(2007, 1, 12)), "excluded"),
            (STRADDLES, "undetermined"),
        ],
    )
    def test_a_child_around_18(self, born_on, expected):
        """Who is under 18 on D1 on every day of the span comes under art. 29c lid 1 b; on none of them, not."""
        assert expected == verdict("child", PROPOSED, born_on=born_on)

    def test_the_fact_is_missing(self):
        """The exact day is what is missing, and nothing else."""
        found = outcome("child", PROPOSED, born_on=STRADDLES)
        assert (("born_on",), ("excluded", "eligible")) == (found.missing, found.possible)
        assert holds(found, "under-18") is None

    def test_two_conditions_on_one_day(self):
        """A child at home who is 17 or 18 on D1 may come either way under the old law: as a minor or as a young adult."""
        born = Span.year(2005)  # D1 is 12 January 2023
        for day in (born.first, born.last):
            assert verdict("child", CURRENT, born_on=day) == "eligible"
        found = outcome("child", CURRENT, born_on=born)
        assert ("eligible", ()) == (found.verdict, found.missing)

    def test_who_is_not_concerned(self):
        """A day of another member, whom nothing refers to, changes nothing."""
        plain = outcome("child", PROPOSED)
        other = {"relation": "grandparent", "born_on": Span.year(1950)}
        assert (plain.verdict, plain.missing) == (
            (found := outcome("child", PROPOSED, grandmother=other)).verdict,
            found.missing,
        )

    def test_the_day_of_the_parent_whom_a_sibling_follows(self):
        """A sibling comes with a parent on every day that the parent may."""
        assert "eligible" == verdict("sibling", PROPOSED, mother={"born_on": Span.year(1975)})

    def test_without_a_decision_day(self):
        """Where the day of the decision is not known, what does not turn on it is known all the same."""
        found = outcome("child", PROPOSED, born_on=Span.year(2006), decided_on=None)
        assert "excluded" == found.verdict

    def test_no_exact_families_without_spans(self):
        """A family whose days are known is looked at once."""
        case = family("child", PROPOSED)
        assert () == Family(case, PROPOSED).exact(case.members[0])


class TestTurns:
    """Within a day known in part, the day at which the verdict turns."""

    def test_of_age(self):
        """Who is born before 13 January 2007 is of age on D1."""
        (turn,) = outcome("child", PROPOSED, born_on=STRADDLES).turns
        assert ("born_on", date(2007, 1, 13)) == (turn.fact, turn.day)
        assert (("excluded",), ("eligible",)) == (turn.before, turn.since)

    def test_of_the_sponsor(self):
        """A day of the sponsor turns the verdict of a member too."""
        (turn,) = outcome("parent", PROPOSED, sponsor_born_on=STRADDLES).turns
        assert ("sponsor.born_on", date(2007, 1, 13)) == (turn.fact, turn.day)

    def test_none_where_all_is_the_same(self):
        """Where the verdict is one on every day, and where two days are known in part, no turn is told."""
        assert () == outcome("child", PROPOSED, born_on=Span.year(2008)).turns
        assert () == outcome("child", PROPOSED, born_on=STRADDLES, sponsor_entered_on=Span.year(2024)).turns
        assert () == outcome("child", PROPOSED).turns


class TestSafeEnds:
    """Of a day that is not known exactly the safe end is told, with the other end beside it."""

    def test_the_wait(self):
        """Two years after a grant in July 2026 have passed at the latest on 1 August 2028, and no earlier than on 2 July."""
        facts = {"sponsor_protection": SUBSIDIARY, "sponsor_permit_notified_on": Span.month(2026, 7)}
        found = outcome("spouse", PROPOSED, decided_on=date(2027, 9, 1), **facts)
        assert ("not_yet", date(2028, 8, 1), date(2028, 7, 2)) == (
            found.verdict,
            found.eligible_from,
            found.eligible_from_other,
        )
        (over,) = (milestone for milestone in found.milestones if milestone.id == "two-years")
        assert (date(2028, 8, 1), date(2028, 7, 2)) == (over.day, over.other_day)

    def test_the_term(self):
        """Three months after a grant in July 2026 end on 1 October 2026 at the earliest."""
        found = outcome("spouse", PROPOSED, sponsor_permit_notified_on=Span.month(2026, 7))
        assert (date(2026, 10, 1), date(2026, 11, 2)) == (found.deadline, found.deadline_other)
        (last,) = (milestone for milestone in found.milestones if milestone.id == "three-months-bare")
        assert (date(2026, 10, 1), date(2026, 10, 31)) == (last.day, last.other_day)

    def test_an_exact_day_has_no_other_end(self):
        """A day that is known has none."""
        found = outcome("spouse", PROPOSED)
        assert (None, None) == (found.eligible_from_other, found.deadline_other)
        assert {None} == {milestone.other_day for milestone in found.milestones}

    def test_what_comes_back_is_not_told(self):
        """Whether a term ends in a weekend is not known where its day is not, whatever the ends say."""
        exact_day = outcome("spouse", PROPOSED, sponsor_permit_notified_on=date(2026, 7, 3))  # ends on a Saturday
        assert "three-months-extended" in {milestone.id for milestone in exact_day.milestones}
        both_ends = Span(date(2026, 7, 3), date(2026, 7, 4))
        found = outcome("spouse", PROPOSED, sponsor_permit_notified_on=both_ends)
        assert "three-months-extended" not in {milestone.id for milestone in found.milestones}


class TestNothingIsGuessed:
    """What was not looked at is left open."""

    def test_too_many(self, monkeypatch):
        """Where there are more exact families than are looked at, the rest counts as not known at all."""
        monkeypatch.setattr(exact, "MOST_FAMILIES", 3)
        found = outcome("child", PROPOSED, born_on=STRADDLES)
        assert ("undetermined", None, None) == (found.verdict, found.eligible_from, found.deadline)
        assert {"excluded", "eligible"} <= set(found.possible)

    def test_the_norm_of_a_day_known_in_part(self):
        """Whether the norm of a half-year is known comes and goes; days on both sides of 2026 leave it open."""
        income = {
            "sponsor_protection": SUBSIDIARY,
            "sponsor_means": ASSUMED,
            "sponsor_income_per_month": 2000,
            "sponsor_income_until": date(2030, 1, 1),
            "sponsor_entered_on": date(2022, 1, 10),
            "sponsor_asylum_applied_on": date(2022, 1, 12),
            "sponsor_permit_notified_on": date(2023, 1, 2),
        }
        in_2026 = outcome("spouse", PROPOSED, applied_on=Span.year(2026), **income)
        assert holds(in_2026, "means") is False
        around = outcome("spouse", PROPOSED, applied_on=Span(date(2023, 2, 1), date(2027, 2, 1)), **income)
        assert holds(around, "means") is None

    def test_what_is_assumed_on_some_days_only(self):
        """What is assumed of a child under twelve is not listed where the child can be older."""
        young = assess(family("child", PROPOSED, married=None, born_on=Span.year(2020)), PROPOSED)["person"]
        assert young.verdict == "eligible"

    def test_the_same_day_as_the_parents(self):
        """Whether a sibling applied on the same day as the parent is not known of days that can be the same."""
        around = Span(date(2026, 8, 1), date(2026, 8, 31))
        assert holds(outcome("sibling", PROPOSED, applied_on=around), "same-time") is None
        later = Span(date(2026, 8, 4), date(2026, 8, 31))
        assert holds(outcome("sibling", PROPOSED, applied_on=later), "same-time") is False


class TestContradictions:
    """Only what every day contradicts cannot be."""

    @pytest.mark.parametrize(
        ("facts", "fault"),
        [
            ({"born_on": Span.year(2000), "married_on": Span.year(2000)}, False),
            ({"born_on": Span.year(2000), "married_on": Span.year(1999)}, True),
            ({"born_on": Span.year(2000), "married_on": date(2000, 1, 1)}, False),
            ({"born_on": Span.month(2000, 2), "married_on": date(2000, 1, 31)}, True),
            ({"applied_on": Span.year(2029)}, True),
            ({"applied_on": Span.year(2028)}, False),
        ],
    )
    def test_order(self, facts, fault):
        """A marriage before the birth, and an application after the decision."""
        if fault:
            with pytest.raises(BadCase, match=r"members\[0\]"):
                family("spouse", PROPOSED, **facts)
        else:
            assert family("spouse", PROPOSED, **facts).in_part

    def test_kin(self):
        """A child is not born before the sponsor, a parent not after."""
        same = {"sponsor_born_on": Span.year(1990)}
        assert family("child", PROPOSED, born_on=Span.year(1990), **same).in_part
        with pytest.raises(BadCase, match=r"members\[0\].born_on"):
            family("child", PROPOSED, born_on=Span.year(1989), **same)
        with pytest.raises(BadCase, match=r"members\[0\].born_on"):
            family("parent", PROPOSED, born_on=Span.year(2012))

    def test_entry_in_the_union(self):
        """Entry in the Union does not come after entry here."""
        with pytest.raises(BadCase, match=r"sponsor\.entered_eu_on"):
            family("child", PROPOSED, sponsor_entered_on=Span.year(2023), sponsor_entered_eu_on=Span.year(2024))

    def test_exact_families_that_cannot_be(self):
        """Of two days known in part the pairs that cannot be count for nothing."""
        found = outcome(
            "spouse",
            CURRENT,
            born_on=Span(date(1972, 1, 1), date(1990, 1, 1)),
            married_on=Span.year(1990),
            sponsor_born_on=1960,
        )
        assert found.verdict == "undetermined"
