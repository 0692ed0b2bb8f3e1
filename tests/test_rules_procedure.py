"""What both laws share beside the conditions: the days that matter, the remarks, and what is left for the excluded."""

from datetime import date

import pytest
from families import family, notes, outcome

from reunify import CURRENT, NOT_FILED, PROPOSED, Span, assess
from reunify.terms import NEVER

LAWS = pytest.mark.parametrize("law", [CURRENT, PROPOSED], ids=lambda law: law.id)
D3 = date(2026, 8, 3)
MARRIED_IN_2024 = {"married_on": date(2024, 6, 1), "family_since": date(2024, 6, 1)}


def days(who, law=PROPOSED, **facts):
    """Give the days that matter for somebody, by name; the decision days are those of the new law."""
    return {day.id: day.day for day in assess(family(who, PROPOSED, **facts), law)["person"].milestones}


def remarks(who, law=PROPOSED, **facts):
    """Give the names of the remarks and routes that somebody is given."""
    return notes(assess(family(who, PROPOSED, **facts), law)["person"])


# ---------------------------------------------------------------- days that matter


@LAWS
@pytest.mark.parametrize(
    ("notified_on", "bare", "extended"),
    [
        (date(2026, 7, 1), date(2026, 10, 1), None),
        (date(2026, 7, 2), date(2026, 10, 2), None),
        (date(2026, 7, 3), date(2026, 10, 3), date(2026, 10, 5)),
        (date(2026, 9, 25), date(2026, 12, 25), date(2026, 12, 28)),
    ],
)
def test_three_months(law, notified_on, bare, extended):
    """The last day for the application, and the working day to which it may run on (Atw art. 1)."""
    found = days("spouse", law, sponsor_permit_notified_on=notified_on, applied_on=notified_on)
    assert (bare, extended) == (found["three-months-bare"], found.get("three-months-extended"))


@LAWS
@pytest.mark.parametrize("who", ["parent", "sibling"])
@pytest.mark.parametrize(
    ("born_on", "alone", "day"),
    [
        (date(2010, 9, 2), True, date(2028, 9, 2)),
        (date(2010, 9, 1), True, None),
        (date(2010, 8, 31), True, None),
        (date(2010, 9, 2), False, None),
        (None, True, None),
    ],
)
def test_sponsor_turns_18(law, who, born_on, alone, day):
    """For parents, brothers and sisters of an unaccompanied minor the coming birthday matters (C-560/20)."""
    found = days(who, law, sponsor_born_on=born_on, sponsor_unaccompanied_minor=alone)
    assert day == found.get("sponsor-turns-18")
    of_a_couple = {"sponsor_born_on": born_on, "sponsor_unaccompanied_minor": alone, **MARRIED_IN_2024}
    assert "sponsor-turns-18" not in days("spouse", law, **of_a_couple)


@LAWS
@pytest.mark.parametrize(
    ("born_on", "day"),
    [(date(2010, 9, 2), date(2028, 9, 2)), (date(2010, 9, 1), None), (date(2010, 8, 31), None), (None, None)],
)
@pytest.mark.parametrize("who", ["child", "sibling", "spouse"])
def test_person_turns_18(law, who, born_on, day):
    """For who is young the coming eighteenth birthday matters (C-279/20)."""
    married = MARRIED_IN_2024 if who == "spouse" else {}
    assert day == days(who, law, born_on=born_on, **married).get(f"{who}-turns-18")
    assert not [day for day in days("grandparent", law, born_on=born_on) if day.endswith("-turns-18")]


@LAWS
@pytest.mark.parametrize(
    ("applied_on", "expected"),
    [
        (date(2025, 3, 28), {"decision-due": date(2025, 12, 28)}),
        (date(2025, 3, 29), {"decision-due": date(2025, 12, 29)}),
        (
            date(2025, 3, 27),
            {"decision-due-before-2025": date(2025, 6, 25), "decision-due-before-2025-extended": date(2025, 9, 25)},
        ),
        (
            date(2025, 3, 23),  # the 90 days end on a Saturday, the three months more on a Sunday
            {"decision-due-before-2025": date(2025, 6, 23), "decision-due-before-2025-extended": date(2025, 9, 22)},
        ),
        (None, {}),
    ],
)
def test_decision_due(law, applied_on, expected):
    """Nine months, or for who filed before 28 March 2025 90 days and at most three months more (Wet 36 349)."""
    earlier = {"sponsor_permit_notified_on": date(2025, 1, 8), "sponsor_entered_on": date(2023, 1, 10)}
    found = days("spouse", law, applied_on=applied_on, sponsor_asylum_applied_on=date(2023, 1, 12), **earlier)
    assert expected == {name: day for name, day in found.items() if name.startswith("decision-due")}


@LAWS
@pytest.mark.parametrize(
    ("refused_on", "day"),
    [
        (date(2027, 2, 26), date(2027, 3, 30)),  # the 28th day is Good Friday
        (date(2027, 3, 1), date(2027, 3, 30)),  # the 28th day is Easter Monday
        (date(2027, 3, 2), date(2027, 3, 30)),
        (date(2027, 3, 3), date(2027, 3, 31)),
        (NEVER, None),
        (None, None),
    ],
)
def test_objection(law, refused_on, day):
    """An objection is made within four weeks (art. 69 Vw)."""
    assert day == days("spouse", law, first_refused_on=refused_on).get("objection")


@LAWS
@pytest.mark.parametrize(
    ("granted_on", "day"),
    [(date(2026, 11, 30), date(2027, 2, 28)), (date(2027, 1, 15), date(2027, 4, 15)), (NEVER, None), (None, None)],
)
def test_collecting_the_mvv(law, granted_on, day):
    """An mvv is collected within three months (art. 2r Vw)."""
    assert day == days("spouse", law, mvv_granted_on=granted_on).get("collect-mvv")


# ---------------------------------------------------------------- remarks


@LAWS
@pytest.mark.parametrize(("applied_on", "given"), [(NOT_FILED, True), (D3, False), (None, False)])
def test_nothing_filed(law, applied_on, given):
    """That there is no application so far is said, and how it is read then."""
    assert given is ("not-filed-yet" in remarks("spouse", law, applied_on=applied_on))


@LAWS
@pytest.mark.parametrize(
    ("facts", "given"),
    [
        ({"born_on": date(1972, 2, 29)}, True),
        ({"sponsor_born_on": date(1972, 2, 29)}, True),
        ({"born_on": date(1972, 2, 28), "sponsor_born_on": date(1972, 3, 1)}, False),
        ({"born_on": None}, False),
    ],
)
def test_born_on_a_leap_day(law, facts, given):
    """That 1 March is taken for who was born on 29 February is said."""
    assert given is ("leap-day-birthday" in remarks("spouse", law, **facts))


@pytest.mark.parametrize(
    ("born_on", "given"),
    [
        (date(2007, 1, 1), True),
        (date(2007, 7, 1), True),
        (date(2007, 1, 2), False),
        (date(2006, 1, 1), False),
        (date(2008, 7, 1), False),
        (Span.year(2007), False),
        (None, False),
    ],
)
@pytest.mark.parametrize("asylum_applied_on", [date(2025, 6, 12), ["2025-06-10", "2025-06-12"]])
def test_a_birthday_that_may_be_a_registration(born_on, asylum_applied_on, given):
    """Born on 1 January or 1 July: said to a child who was 18 on D1 (C-279/20) by some days of that year and not by others."""
    found = remarks("child", born_on=born_on, sponsor_asylum_applied_on=asylum_applied_on)
    assert given is ("registered-birthday" in found)
    assert "registered-birthday-of-sponsor" not in found


@pytest.mark.parametrize(
    ("asylum_applied_on", "given"),
    [
        (date(2025, 12, 30), True),
        (date(2025, 12, 31), False),
        (["2025-12-29", "2025-12-30"], True),
        (["2025-12-30", "2025-12-31"], False),
    ],
)
def test_a_registration_is_remarked_where_it_matters_on_every_day(asylum_applied_on, given):
    """From 31 December 2025 on nobody born in 2007 is under 18 any more: the day in that year decides nothing then."""
    found = remarks("child", born_on=date(2007, 7, 1), sponsor_asylum_applied_on=asylum_applied_on)
    assert given is ("registered-birthday" in found)


@pytest.mark.parametrize(
    ("born_on", "given"),
    [(date(2007, 1, 1), True), (date(2007, 7, 1), True), (date(2007, 1, 13), False), (date(2010, 1, 1), False)],
)
@pytest.mark.parametrize("who", ["parent", "sibling"])
def test_a_birthday_of_the_sponsor_that_may_be_a_registration(who, born_on, given):
    """Said to the family of a minor who was 18 on D1 (C-550/16) by some days of the year of birth and not by others."""
    found = remarks(who, sponsor_born_on=born_on)
    assert given is ("registered-birthday-of-sponsor" in found)
    assert "registered-birthday" not in found


# ---------------------------------------------------------------- what is left


def routes(who, law=PROPOSED, **facts):
    return {name for name in remarks(who, law, **facts) if name.startswith("route-")}


@LAWS
def test_article_8(law):
    """Art. 8 ECHR is named to whoever is excluded or may be, and to nobody else (Vc B7/3.8)."""
    assert "route-article-8" in routes("grandparent", law)
    assert "route-article-8" in routes("spouse", law, public_order=None)
    assert set() == routes("spouse", law)


@LAWS
@pytest.mark.parametrize(("here", "given"), [(True, True), (False, False), (None, False)])
def test_asylum_of_ones_own(law, here, given):
    """Who is here already can ask for asylum (art. 29 Vw)."""
    assert given is ("route-own-asylum" in routes("grandparent", law, in_netherlands=here))


@LAWS
@pytest.mark.parametrize(
    ("residence", "expected"),
    [
        ("asylum", set()),
        ("regular", set()),
        ("dutch", set()),
        ("derived", {"route-sponsor-derived"}),
    ],
)
def test_without_an_asylum_status(law, residence, expected):
    """A sponsor without an asylum status of his own is told what that opens (RBDHA:2019:10083)."""
    found = routes("grandparent", law, sponsor_residence=residence)
    assert expected == found & {"route-sponsor-derived"}


def test_the_permit():
    """How long an asylum permit lasts is said under each law (IND)."""
    assert "permit-five-years" in notes(outcome("spouse", CURRENT))
    assert "permit-three-years" in notes(outcome("spouse", PROPOSED))
