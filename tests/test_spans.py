"""Days known in part: what is known all the same, what is not, and which day is the safe one."""

from datetime import date

import pytest
from families import SUBSIDIARY, family, holds, outcome, verdict

from reunify import (
    ASSUMED,
    CURRENT,
    DIRECTIVE,
    PROPOSED,
    BadCase,
    Case,
    FamilyMember,
    Span,
    Sponsor,
    assess,
)
from reunify.facts import NOT_FILED, contradictions
from reunify.terms import NEVER
from reunify.verdicts import exact, leafwise
from reunify.verdicts.family import Family

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
        """Where the verdict is one on every day, and where two days known in part matter, no turn is told."""
        assert () == outcome("child", PROPOSED, born_on=Span.year(2008)).turns
        assert () == outcome("child", PROPOSED, born_on=STRADDLES, sponsor_asylum_applied_on=Span.month(2025, 1)).turns
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

    def test_the_term_where_not_all_days_are_looked_at(self):
        """Whether the marriage or the entry was first is open; the three months after a grant that is known are not."""
        known = {"sponsor_permit_notified_on": date(2026, 6, 29)}  # ends on a Tuesday
        both = {"married_on": Span.year(2024), "sponsor_entered_on": Span.year(2024)}
        later = {"sponsor_asylum_applied_on": date(2025, 1, 12)}
        found = outcome("spouse", PROPOSED, **known, **both, **later)
        assert (("excluded", "eligible"), date(2026, 9, 29), None) == (
            found.possible,
            found.deadline,
            found.deadline_other,
        )

    @pytest.mark.parametrize(
        ("granted", "ends"), [("2026-07-01", ("2028-07-02", None)), ("2026-07", ("2028-08-01", "2028-07-02"))]
    )
    def test_the_wait_where_not_all_days_are_looked_at(self, granted, ends):
        """If the marriage was before the entry, which is open, the two years after the grant have to be waited for."""
        both = {"married_on": Span.year(2024), "sponsor_entered_on": Span.year(2024)}
        facts = {
            "sponsor_protection": SUBSIDIARY,
            "sponsor_permit_notified_on": granted,
            "decided_on": date(2027, 9, 1),
        }
        found = outcome("spouse", PROPOSED, **facts, **both, sponsor_asylum_applied_on=date(2025, 1, 12))
        assert ("excluded", "not_yet") == found.possible
        assert ends == tuple(day and str(day) for day in (found.eligible_from, found.eligible_from_other))

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


class TestPerhaps:
    """What is so on some of the days only is told where somebody can still act on it."""

    @pytest.mark.parametrize(
        ("born_on", "expected"),
        [
            (2007, None),
            (2008, (date(2026, 1, 1), date(2026, 12, 31), True)),
            (Span(date(2008, 8, 4), date(2008, 12, 31)), (date(2026, 8, 4), date(2026, 12, 31), False)),
        ],
    )
    def test_a_birthday(self, born_on, expected):
        """Who is 18 on each day has no birthday to come; who may be has one, at the earliest on the first that it can be."""
        found = outcome("child", PROPOSED, born_on=born_on, decided_on=date(2026, 8, 3), applied_on=NOT_FILED)
        assert expected == day_of(found.milestones, "child-turns-18")

    def test_not_where_nothing_can_come_of_it(self):
        """Under the law before 12 June 2026 the term of this child is over, with no excuse: no birthday matters."""
        found = outcome("child", CURRENT, born_on=2008, decided_on=date(2026, 8, 3), applied_on=NOT_FILED)
        assert ("excluded", None) == (found.verdict, day_of(found.milestones, "child-turns-18"))

    @pytest.mark.parametrize("law", [CURRENT, PROPOSED])
    def test_the_last_day_of_a_parent(self, law):
        """The last day is that of the term if the sponsor is 18 already, else the day before the birthday, if later."""
        when = {"applied_on": NOT_FILED, "decided_on": date(2026, 8, 3), "sponsor_permit_notified_on": date(2026, 7, 1)}
        born = {"sponsor_born_on": 2008, "sponsor_unaccompanied_minor": True}
        days = outcome("parent", law, **when, **born, sponsor_asylum_applied_on=date(2022, 1, 12)).milestones
        (told,) = [given for given in days if given.id in ("three-months-bare", "apply-before-sponsor-turns-18")]
        assert (date(2026, 10, 1), date(2026, 12, 30), True) == (told.day, told.other_day, told.perhaps)

    @pytest.mark.parametrize(
        ("applied_on", "expected"),
        [
            (["2026-05-01", "2026-07-09"], (date(2026, 10, 10), None, False)),
            (["2026-05-01", "2026-07-31"], (date(2026, 10, 10), None, True)),
            (["2026-07-10", "2026-07-31"], None),
        ],
    )
    def test_a_remark_with_a_day(self, applied_on, expected):
        """An application before the grant is to be confirmed within the term; one that may be before it perhaps."""
        facts = {"sponsor_permit_notified_on": date(2026, 7, 10), "decided_on": date(2026, 7, 31)}
        found = outcome("spouse", PROPOSED, applied_on=applied_on, **facts)
        assert expected == day_of(found.notes, "confirm-after-grant")

    def test_where_not_all_days_are_looked_at(self):
        """The child of March turns 18 in the month after the decision or has: it is safe to apply today."""
        days = {
            "born_on": Span.month(2009, 3),
            "sponsor_born_on": Span.year(1985),
            "sponsor_entered_on": Span.year(2024),
            "sponsor_asylum_applied_on": Span.month(2025, 1),
            "sponsor_permit_notified_on": Span(date(2026, 5, 1), date(2026, 9, 30)),
        }
        when = {"applied_on": NOT_FILED, "decided_on": date(2027, 3, 1), "lateness_excusable": None}
        found = outcome("child", PROPOSED, sponsor_protection=SUBSIDIARY, **when, **days)
        told = day_of(found.notes, "child-must-apply-before-18")
        assert (date(2027, 3, 1), date(2027, 3, 30), True) == told

    def test_a_day_of_the_authority_takes_nothing_away(self):
        """Which decision period an application has that may be of before 28 March 2025 is left open."""
        facts = {"sponsor_permit_notified_on": date(2025, 3, 10), "decided_on": date(2025, 6, 1)}
        found = outcome("spouse", CURRENT, applied_on=["2025-03-11", "2025-05-31"], **facts)
        assert not [given for given in found.milestones if given.id.startswith("decision-due")]


def day_of(given, id_):
    return next(((one.day, one.other_day, one.perhaps) for one in given if one.id == id_), None)


class TestNothingIsGuessed:
    """What was not looked at is left open, as far as a condition by itself leaves it open."""

    def test_too_many(self, monkeypatch):
        """Where no part of the days is looked at, a condition is open that turns in it, and the others are known."""
        monkeypatch.setattr(exact, "MOST_BOXES", 0)
        found = outcome("child", PROPOSED, born_on=STRADDLES)
        assert holds(found, "family-at-entry") is True
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


YEARS = {
    "sponsor_born_on": Span.year(1985),
    "sponsor_entered_on": Span.year(2022),
    "sponsor_asylum_applied_on": Span.year(2022),
    "sponsor_permit_notified_on": date(2024, 11, 1),
    "decided_on": date(2026, 11, 25),
}


class TestManyDays:
    """Many days known in part: what is the same on all of them is known."""

    def test_all_days_are_years(self):
        """A parent of a sponsor who was 36 or 37 is excluded, whatever the days."""
        facts = {"born_on": Span.year(1960), "applied_on": Span.year(2025), "family_since": Span.year(1985)}
        found = outcome("parent", PROPOSED, **facts, **YEARS)
        assert "excluded" == found.verdict
        assert (False, True) == (holds(found, "sponsor-uam"), holds(found, "family-at-entry"))

    def test_two_days_that_decide_together(self):
        """Whether the marriage was before the entry turns with both days; of the age nothing is left open."""
        facts = {"born_on": Span.year(1990), "married_on": Span.year(2022), "applied_on": date(2024, 12, 1)}
        found = outcome("spouse", PROPOSED, family_since=Span.year(2022), **facts, **YEARS)
        assert ("undetermined", ("excluded", "eligible")) == (found.verdict, found.possible)
        assert ("married_on", "sponsor.entered_on") == found.missing
        assert (None, True) == (holds(found, "married-before-entry"), holds(found, "spouse-adult"))
        assert (None, ()) == (found.eligible_from, found.turns)

    def test_a_day_that_no_condition_reads(self):
        """What only a remark asks for is left as it is."""
        assert "excluded" == outcome("grandparent", CURRENT, born_on=Span.year(1950)).verdict

    @pytest.mark.parametrize("law", [PROPOSED, DIRECTIVE])
    def test_days_that_cannot_be_together(self, law):
        """A grant before the birth goes unseen where the day between them is known in part; nothing is made of it."""
        days = {
            "sponsor_born_on": Span(date(2000, 6, 1), date(2000, 6, 2)),
            "sponsor_asylum_applied_on": Span.year(2000),
            "sponsor_permit_notified_on": Span(date(2000, 2, 1), date(2000, 2, 2)),
        }
        found = outcome("spouse", law, **days)
        assert [False] == [one.is_exact for one in found._family.exact(found._family.case.members[0])]
        assert (None, None) == (found.eligible_from, found.deadline)

    @pytest.mark.slow("looks at many days together")
    def test_days_that_can_be_together_only_in_part(self):
        """Of days of which many cannot be together those are looked at that can."""
        days = {
            "sponsor_born_on": Span(date(1990, 1, 1), date(2024, 12, 31)),
            "sponsor_entered_on": Span(date(1995, 1, 1), date(2030, 1, 1)),
            "sponsor_asylum_applied_on": Span(date(2024, 12, 1), date(2025, 1, 31)),
            "born_on": Span(date(1980, 1, 1), date(2012, 12, 31)),
        }
        found = outcome("child", PROPOSED, **days)
        exact_families = found._family.exact(found._family.case.members[0])
        assert {True} == {not [*contradictions(one.case)] for one in exact_families if one.is_exact}

    def test_three_days_in_a_row(self):
        """A parent is born before the child, and the child before its entry: whatever the days, they were kin on D0."""
        days = {
            "born_on": Span(date(2009, 6, 1), date(2013, 10, 1)),
            "sponsor_born_on": Span(date(2010, 1, 2), date(2013, 12, 30)),
            "sponsor_entered_on": Span(date(2010, 6, 1), date(2014, 12, 31)),
            "sponsor_asylum_applied_on": Span(date(2010, 6, 1), date(2014, 12, 31)),
        }
        found = outcome("parent", CURRENT, **days)
        assert ("eligible", True) == (found.verdict, holds(found, "family-at-entry"))

    def test_more_days_than_are_looked_at_leave_it_open(self, monkeypatch):
        """Where too many days would have to be tried, a condition may be met or not: never is one of the two left out."""
        days = {
            "born_on": Span(date(2009, 6, 1), date(2013, 10, 1)),
            "sponsor_born_on": Span(date(2010, 1, 2), date(2013, 12, 30)),
            "sponsor_entered_on": Span(date(2010, 6, 1), date(2014, 12, 31)),
        }
        monkeypatch.setattr(leafwise, "MOST_BESIDE", 0)
        assert "eligible" in outcome("parent", CURRENT, **days).possible

    def test_the_points_of_a_verdict_are_all_that_differ(self):
        """Where days are known in part, no contested point is left out for changing a day alone."""
        case = family("child", PROPOSED, born_on=STRADDLES)
        found, member = Family(case, PROPOSED), case.members[0]
        assert found.points(member)
        assert frozenset(found.points(member)) == found.points_of_verdict(member)

    def test_a_day_that_never_comes_is_before_and_after_none(self):
        """Who never asks for asylum can have been born on any day."""
        span = Span(date(1988, 10, 15), date(1988, 10, 19))
        person = FamilyMember(id="x", relation="other", born_on=span, asylum_applied_on=NEVER)
        whole = {("x", "born_on"): (span.first, span.last)}
        assert whole == exact.Order(Case(sponsor=Sponsor(), members=[person])).narrowed(whole)


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
        """Of two days known in part the pairs that cannot be count for nothing: all those that can be come out alike."""
        found = outcome(
            "spouse",
            CURRENT,
            born_on=Span(date(1972, 1, 1), date(1990, 1, 1)),
            married_on=Span.year(1990),
            sponsor_born_on=1960,
        )
        assert found.verdict == "eligible"
