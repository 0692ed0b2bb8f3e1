"""Arts 29b, 29c and 29d Vw 2000, from 12 June 2026: each condition, on both sides and unknown."""
# ruff: noqa: SIM300 -- the expected value comes first

from datetime import date, timedelta
from decimal import Decimal

import pytest
from families import (
    REFUGEE,
    STATUSES,
    SUBSIDIARY,
    dispute,
    disputed,
    family,
    holds,
    notes,
    outcome,
    unmet,
    verdict,
)

from reunify import ASSUMED, CURRENT, PROPOSED, compare
from reunify.rules.figures import minimum_wage

GROUNDS = {
    "spouse": "spouse",
    "child": "minor-child",
    "adopted child": "minor-child",
    "parent": "parent",
    "sibling": "sibling",
}
LISTED = list(GROUNDS)
D0, D1, D3, D4 = date(2025, 1, 10), date(2025, 1, 12), date(2026, 8, 3), date(2028, 9, 1)
LATE = date(2026, 10, 2)
WAIT_ENDS = date(2028, 7, 2)
ONE_DAY = timedelta(days=1)


def new(who, **facts):
    return outcome(who, PROPOSED, **facts)


def subsidiary(who, **facts):
    return outcome(who, PROPOSED, sponsor_protection=SUBSIDIARY, **facts)


def said(expected):
    """Give what a condition is (met, not met, not known) where it alone decides a verdict."""
    return {"eligible": True, "undetermined": None}.get(expected, False)


# ---------------------------------------------------------------- who may come (art. 29c lid 1)


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize(("who", "ground"), GROUNDS.items())
def test_listed(who, ground, status):
    """The closed list: spouse, own minor child, parents and siblings of a minor (arts 29c lid 1, 29d lid 1)."""
    found = new(who, sponsor_protection=status)
    assert ("eligible", ground, {}) == (found.verdict, found.ground, disputed(found))
    assert holds(found, "listed") or who == "spouse"


@pytest.mark.parametrize("status", [*STATUSES, None])
@pytest.mark.parametrize(
    ("who", "others"),
    [
        ("partner", {}),
        ("registered partner", {"registered-partner": "eligible"}),
        ("foster child", {}),
        ("step child", {"step-child": "eligible"}),
        ("young adult", {}),
        ("dependent adult", {}),
        ("grandparent", {}),
        ("grandchild", {}),
        ("other relative", {}),
    ],
)
def test_not_listed(who, others, status):
    """Nobody else: registered partners and step children are disputed, the others are not (art. 29c lid 1)."""
    found = new(who, sponsor_protection=status)
    assert ("excluded", ["listed"], ()) == (found.verdict, unmet(found), found.missing)
    assert others == disputed(found)


@pytest.mark.parametrize("status", STATUSES)
def test_registered_partner_whom_more_bars(status):
    """That a registered partner could count as a spouse does not help who fails on another point."""
    found = new("registered partner", sponsor_protection=status, public_order=True)
    assert ("excluded", {}) == (found.verdict, disputed(found))


def test_no_exception_for_couples_who_may_not_marry():
    """A durable relationship is no ground, whatever its reason (art. 29c lid 1 a)."""
    for durable in (True, False, None):
        assert "excluded" == verdict("partner", PROPOSED, durable_relationship=durable)


@pytest.mark.parametrize(
    ("parent", "partner", "others"),
    [
        ("here", {}, {"step-child": "eligible"}),
        ("partner", {}, {"step-child": "eligible"}),
        ("partner", {"public_order": True}, {}),
        ("partner", {"public_order": None}, {"step-child": "undetermined"}),
        ("none", {}, {}),
        (None, {}, {"step-child": "undetermined"}),
    ],
)
def test_step_child(parent, partner, others):
    """A step child is excluded; in the other reading it may come with its own parent (art. 4(1)(d) Directive)."""
    found = new("step child", parent_member=parent, partner=partner)
    assert ("excluded", others) == (found.verdict, disputed(found))


def test_kind_of_child():
    """A recognised adoption counts, kafala does not, and the unknown stays open (art. 29c lid 1 b)."""
    assert "excluded" == verdict("adopted child", PROPOSED, adoption_recognised=False)
    for who, fact in (("adopted child", "adoption_recognised"), ("child", "parentage")):
        found = new(who, family_since=date(2015, 5, 1), **{fact: None})
        assert ("undetermined", None) == (found.verdict, holds(found, "listed"))
        assert fact in found.missing


# ---------------------------------------------------------------- what every ground asks

GENERAL = [
    ("own-status", "sponsor_residence", "derived"),
    ("own-status", "sponsor_residence", "regular"),
    ("own-status", "sponsor_residence", "dutch"),
    ("not-1f", "sponsor_excluded_1f", True),
    ("bond-not-broken", "bond_broken", True),
    ("genuine-tie", "sham", True),
    ("genuine-tie", "tie_plausible", False),
    ("public-order", "public_order", True),
    ("real-family-life", "real_family_life", False),
    ("special-ties", "special_ties_third_country", True),
]


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("who", LISTED)
@pytest.mark.parametrize(("condition", "fact", "bad"), GENERAL)
def test_general_conditions(who, condition, fact, bad, status):
    """Unmet, each condition of all grounds excludes by itself; unknown, it leaves the verdict open (art. 29c)."""
    found = new(who, sponsor_protection=status, **{fact: bad})
    assert ("excluded", [condition]) == (found.verdict, unmet(found))
    found = new(who, sponsor_protection=status, **{fact: None})
    assert ("undetermined", None) == (found.verdict, holds(found, condition))
    assert (fact.replace("sponsor_", "sponsor."),) == found.missing
    assert holds(new(who, sponsor_protection=status), condition)


def test_nareis_after_nareis():
    """A sponsor who came by nareis and got an own status can be a sponsor, disputed."""
    assert {"nareis-after-nareis": "excluded"} == disputed(new("spouse", sponsor_came_by_nareis=True))
    assert {} == disputed(new("spouse", sponsor_came_by_nareis=False))


@pytest.mark.parametrize("who", LISTED)
def test_occasional_contact(who):
    """Occasional contact between parent and child can be family life (C-279/20)."""
    expected = {"occasional-contact": "eligible"} if who in ("child", "adopted child", "parent") else {}
    assert expected == disputed(new(who, real_family_life=False))
    assert {} == disputed(new(who, real_family_life=True))


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("who", LISTED)
def test_special_ties(who, status):
    """The authority may refuse for ties with a third country (art. 31 lid 4); for a refugee's spouse, child
    or parents that is below the EU floor (art. 12(1) Directive 2003/86/EC)."""
    found = new(who, special_ties_third_country=True, sponsor_protection=status)
    floor = status == REFUGEE and who != "sibling"
    assert ("excluded", True) == (found.verdict, found.discretionary)
    assert ({"special-ties-eu-floor": "eligible"} if floor else {}) == disputed(found)


# ---------------------------------------------------------------- in time (art. 29c lid 1 and 2, refugees)

DAYS_OF_APPLICATION = [
    (date(2026, 6, 20), "eligible"),  # before the grant
    (date(2026, 9, 30), "eligible"),
    (date(2026, 10, 1), "eligible"),
    (LATE, "excluded"),
    (None, "undetermined"),
]


@pytest.mark.parametrize("who", ["spouse", "child", "adopted child"])
@pytest.mark.parametrize(("applied_on", "expected"), DAYS_OF_APPLICATION)
def test_three_months_for_a_refugee(who, applied_on, expected):
    """A refugee's family applies at the latest three months after the grant was made known (art. 29c lid 1)."""
    found = new(who, applied_on=applied_on)
    assert (expected, date(2026, 10, 1)) == (found.verdict, found.deadline)
    assert said(expected) is holds(found, "in-time")
    assert (() if applied_on else ("applied_on",)) == found.missing


@pytest.mark.parametrize("who", ["spouse", "child", "adopted child", "parent"])
@pytest.mark.parametrize("applied_on", [day for day, _ in DAYS_OF_APPLICATION if day])
def test_no_term_for_subsidiary_protection(who, applied_on):
    """Art. 29d does not repeat the three months: only the day is contested, never the verdict (art. 29d lid 1)."""
    found = subsidiary(who, applied_on=applied_on)
    other = dispute(found, "no-term-for-subsidiary")
    assert ("eligible", {}) == (found.verdict, disputed(found))
    assert (False, date(2026, 10, 1)) == (other.changes_verdict, other.deadline)
    assert "file-within-three-months" in notes(found)


def test_late_and_status_not_known():
    """Late without excuse: excluded for a refugee, so the status decides (arts 29c lid 1, 29d lid 1)."""
    found = new("spouse", applied_on=LATE, sponsor_protection=None)
    assert ("undetermined", ("sponsor.protection",)) == (found.verdict, found.missing)


@pytest.mark.parametrize(
    ("entered_on", "expected"),
    [
        (date(2026, 9, 30), "eligible"),
        (date(2026, 10, 1), "eligible"),
        (LATE, "excluded"),
        (None, "undetermined"),
    ],
)
def test_three_months_to_enter(entered_on, expected):
    """Own entry within the three months is in time too (art. 29c lid 1)."""
    found = new("spouse", applied_on=date(2026, 12, 1), entered_on=entered_on)
    assert expected == found.verdict
    assert (() if entered_on else ("entered_on",)) == found.missing


@pytest.mark.parametrize(
    ("fact", "good", "bad"), [("lateness_excusable", True, False), ("sponsor_informed_of_term", False, True)]
)
def test_excusable_delay(fact, good, bad):
    """Lateness is excused by special circumstances, or because nobody told of the term (art. 29c lid 2; C-380/17)."""
    found = new("spouse", applied_on=LATE, **{fact: good})
    assert ("eligible", True, True) == (found.verdict, holds(found, "in-time"), holds(found, "excusable-delay"))
    assert ["Vw 2000 art. 29c lid 2"] == [r.source.cite.en for r in found.reasons if r.condition == "excusable-delay"]
    assert "excluded" == verdict("spouse", PROPOSED, applied_on=LATE, **{fact: bad})
    found = new("spouse", applied_on=LATE, **{fact: None})
    assert ("undetermined", (fact.replace("sponsor_", "sponsor."),)) == (found.verdict, found.missing)


def test_travelling_together_is_for_art_29b():
    """Having travelled in together is no longer a way to be in time (art. 29c lid 1 against art. 29b)."""
    found = new("spouse", applied_on=LATE, travelled_with_sponsor=True)
    assert {"spouse": "excluded", "already-here": "eligible"} == {g.id: g.verdict for g in found.grounds}
    assert "excluded" == verdict("spouse", PROPOSED, applied_on=LATE, asylum_applied_on=date(2025, 1, 11))


@pytest.mark.parametrize(
    ("applied_on", "expected", "others"),
    [
        (date(2026, 2, 28), "eligible", {}),
        (date(2026, 3, 1), "eligible", {"term-ends-on-day-off": "excluded"}),
        (date(2026, 3, 2), "eligible", {"term-ends-on-day-off": "excluded"}),
        (date(2026, 3, 3), "excluded", {}),
    ],
)
def test_term_that_ends_on_a_saturday(applied_on, expected, others):
    """30 November 2025 and three months is Saturday 28 February 2026, run on to Monday (Atw art. 1, inferred)."""
    found = new("spouse", applied_on=applied_on, sponsor_permit_notified_on=date(2025, 11, 30))
    verdicts = {name: value for name, value in disputed(found).items() if name != "pending-on-change-day"}
    assert (expected, others) == (found.verdict, verdicts)
    other = dispute(found, "term-ends-on-day-off")
    assert (date(2026, 3, 2), date(2026, 2, 28)) == (found.deadline, other.deadline)


MINORITY = [
    (date(2008, 10, 3), "eligible"),  # 18 on the day after the late application
    (date(2008, 10, 2), "excluded"),
    (date(2008, 10, 1), "excluded"),
]


@pytest.mark.parametrize("who", ["parent", "sibling"])
@pytest.mark.parametrize(("sponsor_born_on", "expected"), MINORITY)
def test_no_term_while_the_sponsor_is_a_minor(who, sponsor_born_on, expected):
    """No term runs while a refugee is under 18 (C-560/20); that a sibling shares it is inferred."""
    mother = {"applied_on": LATE}
    found = new(who, sponsor_born_on=sponsor_born_on, applied_on=LATE, **({"mother": mother} if who == "sibling" else {}))
    inferred = who == "sibling" and expected == "eligible"
    assert expected == found.verdict
    assert ({"sibling-shares-parents-term": "excluded"} if inferred else {}) == disputed(found)


# ---------------------------------------------------------------- two-year wait (art. 29d lid 2 a)


@pytest.mark.parametrize("who", LISTED)
@pytest.mark.parametrize(
    ("decided_on", "expected", "others"),
    [
        (date(2028, 6, 30), "not_yet", {}),
        (date(2028, 7, 1), "not_yet", {"wait-from-decision": "eligible"}),
        (WAIT_ENDS, "eligible", {}),
        (date(2028, 7, 3), "eligible", {}),
    ],
)
def test_two_year_wait(who, decided_on, expected, others):
    """Two years since the permit took effect, the day after it was made known; one guide counts from the
    decision itself (arts 29d lid 2 a, 44 lid 2). A minor sponsor's family waits too."""
    found = subsidiary(who, decided_on=decided_on)
    assert (expected, others) == (found.verdict, disputed(found))
    assert (said(expected), WAIT_ENDS if expected == "not_yet" else None) == (
        holds(found, "two-year-wait"),
        found.eligible_from,
    )
    assert found.discretionary is (expected == "not_yet")


@pytest.mark.parametrize("who", LISTED)
def test_no_wait_means_or_housing_for_a_refugee(who):
    """The three conditions are for subsidiary protection only (art. 29d lid 2)."""
    poor = {"decided_on": date(2026, 11, 25), "sponsor_means": False, "sponsor_housing": "none"}
    found = new(who, **poor)
    assert ("eligible", None) == (found.verdict, found.eligible_from)


def test_the_other_day_of_the_wait():
    """The day that counts from the decision itself is named beside the main one (art. 44 lid 2)."""
    found = subsidiary("spouse", decided_on=date(2026, 11, 25))
    other = dispute(found, "wait-from-decision")
    assert (WAIT_ENDS, date(2028, 7, 1), False) == (found.eligible_from, other.eligible_from, other.changes_verdict)


def test_the_wait_when_days_are_not_known():
    """Without the decision day or the day of the grant the wait is open (art. 29d lid 2 a)."""
    assert ("undetermined", ("decided_on",)) == (
        (found := subsidiary("spouse", decided_on=None)).verdict,
        found.missing,
    )
    found = subsidiary("spouse", sponsor_permit_notified_on=None)
    assert ("undetermined", "sponsor.permit_notified_on") == (found.verdict, found.missing[0])
    found = new("spouse", decided_on=date(2026, 11, 25), sponsor_protection=None)
    assert ("undetermined", ("not_yet", "eligible")) == (found.verdict, found.possible)
    assert ("sponsor.protection",) == found.missing


@pytest.mark.parametrize(
    ("notified_on", "ends_on"),
    [(date(2028, 2, 27), date(2030, 2, 28)), (date(2028, 2, 28), date(2030, 3, 1)), (date(2028, 2, 29), date(2030, 3, 1))],
)
def test_a_wait_from_29_february(notified_on, ends_on):
    """Two years from 29 February end on 1 March: a wait ends on the later day (art. 29d lid 2 a)."""
    days = {"sponsor_permit_notified_on": notified_on, "applied_on": notified_on, "decided_on": date(2028, 4, 1)}
    assert ends_on == subsidiary("spouse", **days).eligible_from


OLD_PERMIT = {"sponsor_permit_notified_on": date(2026, 6, 11), "applied_on": date(2026, 6, 12)}


@pytest.mark.parametrize(
    ("decided_on", "expected", "other", "other_day"),
    [
        (date(2027, 1, 11), "not_yet", "not_yet", date(2027, 1, 12)),
        (date(2027, 1, 12), "not_yet", "eligible", None),
        (date(2027, 1, 13), "not_yet", "eligible", None),
    ],
)
def test_permit_from_before_the_change(decided_on, expected, other, other_day):
    """Under the old art. 44 lid 2 the permit started on the asylum application; the IND counts from the grant."""
    found = subsidiary("spouse", decided_on=decided_on, **OLD_PERMIT)
    start = dispute(found, "wait-from-old-start")
    assert (expected, date(2028, 6, 12)) == (found.verdict, found.eligible_from)
    assert (other, other_day, other != expected) == (start.verdict, start.eligible_from, start.changes_verdict)


def test_permit_from_the_change_on():
    """A permit made known on 12 June 2026 or later has one start only (art. 44 lid 2)."""
    for day in (date(2026, 6, 12), date(2026, 6, 13)):
        found = subsidiary("spouse", sponsor_permit_notified_on=day, decided_on=date(2027, 6, 1))
        assert "wait-from-old-start" not in [other.id for other in found.disputes]


# ---------------------------------------------------------------- means and housing (art. 29d lid 2 b and c)

OF_AN_ADULT = ["spouse", "child", "adopted child"]


@pytest.mark.parametrize("who", OF_AN_ADULT)
@pytest.mark.parametrize(
    ("condition", "fact", "values"),
    [
        ("means", "sponsor_means", {True: "eligible", False: "not_yet", None: "undetermined"}),
        (
            "housing",
            "sponsor_housing",
            {"own": "eligible", "transit": "eligible", "reception": "not_yet", "none": "not_yet", None: "undetermined"},
        ),
    ],
)
def test_means_and_housing(who, condition, fact, values):
    """Means, and housing (a transit location counts, a reception centre does not), can be seen to (art. 29d lid 2)."""
    for value, expected in values.items():
        found = subsidiary(who, **{fact: value})
        assert (expected, said(expected), None) == (found.verdict, holds(found, condition), found.eligible_from)
        assert (() if value is not None else (fact.replace("sponsor_", "sponsor."),)) == found.missing
        assert found.discretionary is (expected == "not_yet")


def test_unmet_conditions_that_can_be_cured_stay_not_yet():
    """All three unmet together are still *not yet*, from the day that the wait ends (art. 29d lid 2)."""
    poor = {"sponsor_means": False, "sponsor_housing": "none", "decided_on": date(2026, 11, 25)}
    found = subsidiary("spouse", **poor)
    assert ("not_yet", WAIT_ENDS, True) == (found.verdict, found.eligible_from, found.discretionary)
    assert ["two-year-wait", "means", "housing"] == unmet(found)
    assert "excluded" == verdict("spouse", PROPOSED, sponsor_protection=SUBSIDIARY, sham=True, **poor)


@pytest.mark.parametrize("who", ["parent", "sibling"])
@pytest.mark.parametrize(
    ("sponsor_born_on", "others"),
    [
        (date(2010, 9, 2), {}),  # 18 on the day after D4
        (date(2010, 9, 1), {"minor-who-came-of-age": "not_yet"}),
        (date(2010, 8, 31), {"minor-who-came-of-age": "not_yet"}),
    ],
)
@pytest.mark.parametrize("lacking", [{"sponsor_means": False}, {"sponsor_housing": "reception"}])
def test_minor_sponsor(who, sponsor_born_on, others, lacking):
    """Means and housing are not asked of an unaccompanied minor; that who came of age still is one is IND practice."""
    found = subsidiary(who, sponsor_born_on=sponsor_born_on, **lacking)
    assert ("eligible", others) == (found.verdict, disputed(found))


def test_minor_sponsor_with_a_spouse():
    """Of an unaccompanied minor the means are not asked for whichever member (art. 29d lid 2; C-230/21)."""
    minor = {"sponsor_born_on": date(2011, 3, 1), "sponsor_unaccompanied_minor": True, "sponsor_means": False}
    found = subsidiary("spouse", married_on=date(2024, 6, 1), family_since=date(2024, 6, 1), **minor)
    assert ("excluded", ["marriage-recognised"]) == (found.verdict, unmet(found))
    grown = minor | {"sponsor_born_on": date(2010, 8, 1)}
    found = subsidiary("spouse", married_on=date(2024, 6, 1), family_since=date(2024, 6, 1), **grown)
    assert ("eligible", "not_yet") == (found.verdict, disputed(found)["minor-who-came-of-age"])




def with_income(amount=Decimal("2523.96"), until="permanent", since=None, **facts):
    """Give a subsidiary sponsor's spouse, the means left out and to be worked out from the income."""
    told = {"sponsor_income_per_month": amount, "sponsor_income_until": until, "sponsor_income_sufficient_since": since}
    return subsidiary("spouse", sponsor_means=ASSUMED, **told, **facts)
