"""Arts 29b, 29c and 29d Vw 2000, from 12 June 2026: each condition, on both sides and unknown."""

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

from reunify import ASSUMED, CURRENT, NOT_FILED, PROPOSED, Relation, compare
from reunify.rules import means
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


@pytest.mark.parametrize("relation", Relation)
def test_relation_listed(relation):
    """Of all relations, spouse, child, parent and sibling are named in art. 29c lid 1."""
    assert (relation in ("spouse", "child", "parent", "sibling")) is PROPOSED.unlisted(relation)


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
    own = [name for name in unmet(found) if name != "with-parent"]  # the parent can fail for the same reason
    assert ("excluded", [condition]) == (found.verdict, own)
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
    """Art. 29d does not repeat the three months: there is no window, and no last day (art. 29d lid 1)."""
    found = subsidiary(who, applied_on=applied_on)
    assert ("eligible", {}, None) == (found.verdict, disputed(found), found.deadline)
    assert "three-months-bare" not in [day.id for day in found.milestones]


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
    found = new(
        who, sponsor_born_on=sponsor_born_on, applied_on=LATE, **({"mother": mother} if who == "sibling" else {})
    )
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


@pytest.mark.parametrize("who", [who for who in LISTED if who != "sibling"])
def test_the_wait_is_discretionary(who):
    """The authority may, but need not, refuse for the wait (art. 29d lid 2)."""
    assert subsidiary(who, decided_on=date(2028, 7, 1)).discretionary
    assert not subsidiary(who, decided_on=WAIT_ENDS).discretionary


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
    [
        (date(2028, 2, 27), date(2030, 2, 28)),
        (date(2028, 2, 28), date(2030, 3, 1)),
        (date(2028, 2, 29), date(2030, 3, 1)),
    ],
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


EARLIER_GRANT = {
    "sponsor_entered_on": date(2023, 1, 10),
    "sponsor_asylum_applied_on": date(2023, 1, 12),
    "sponsor_permit_notified_on": date(2024, 7, 1),
    "decided_on": date(2026, 11, 25),
}


@pytest.mark.parametrize(
    ("day", "norm"),
    [
        (date(2024, 1, 1), "2234.95"),
        (date(2024, 6, 30), "2234.95"),
        (date(2024, 7, 1), "2304.29"),
        (date(2024, 12, 31), "2304.29"),
        (date(2025, 1, 1), "2367.14"),
        (date(2025, 6, 30), "2367.14"),
        (date(2025, 7, 1), "2425.46"),
        (date(2025, 12, 31), "2425.46"),
        (date(2026, 1, 1), "2477.95"),
        (date(2026, 6, 30), "2477.95"),
        (date(2026, 7, 1), "2523.96"),
        (date(2026, 12, 31), "2523.96"),
    ],
)
def test_minimum_wage(day, norm):
    """The norm is the minimum wage of the half-year, holiday allowance included (Vb 3.74)."""
    assert Decimal(norm) == minimum_wage(day)


def test_minimum_wage_of_before_the_table():
    """For a day before the table its first figure is given; a rule asks first whether the norm is known."""
    assert minimum_wage(date(2024, 1, 1)) == minimum_wage(date(2023, 12, 31))


@pytest.mark.parametrize(
    ("amount", "expected"), [("2523.95", "not_yet"), ("2523.96", "eligible"), ("2523.97", "eligible")]
)
def test_income_of_at_least_the_norm(amount, expected):
    """The income reaches 100% of the minimum wage, a fixed threshold (Vb 3.74, 3.105)."""
    found = with_income(Decimal(amount), **EARLIER_GRANT)
    assert (expected, said(expected), {}) == (found.verdict, holds(found, "means"), disputed(found))


@pytest.mark.parametrize(
    ("amount", "expected", "others"),
    [
        ("2477.94", "not_yet", {}),
        ("2477.95", "eligible", {"norm-of-which-day": "not_yet"}),
        ("2523.95", "eligible", {"norm-of-which-day": "not_yet"}),
        ("2523.96", "eligible", {}),
    ],
)
def test_norm_of_which_day(amount, expected, others):
    """The norm of the half-year of the application (main reading) or of the decision counts (Vb 3.74)."""
    found = with_income(Decimal(amount), applied_on=date(2026, 6, 30), **EARLIER_GRANT)
    assert (expected, others) == (found.verdict, disputed(found))


@pytest.mark.parametrize(
    ("applied_on", "known"),
    [
        (date(2023, 12, 31), False),
        (date(2024, 1, 1), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
    ],
)
def test_norm_not_known(applied_on, known):
    """Outside 2024 to 2026 the norm is not known here, and none is used: the means are to be stated."""
    found = with_income(Decimal(9000), applied_on=applied_on, **EARLIER_GRANT | {"decided_on": date(2027, 2, 1)})
    assert ("eligible", ()) if known else ("undetermined", ("sponsor.means",)) == (found.verdict, found.missing)
    assert known is ("norm-not-known" not in notes(found))


@pytest.mark.parametrize("norm_known", [means.norm_known_on_application, means.norm_known_on_decision])
@pytest.mark.parametrize(
    ("day", "known"),
    [
        (date(2023, 12, 31), False),
        (date(2024, 1, 1), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
    ],
)
def test_norm_known(norm_known, day, known):
    """The table of norms begins on 1 January 2024 and ends on 31 December 2026 (Vb 3.74)."""
    assert known is norm_known(day)


def test_norm_of_the_decision_not_known():
    """After 2026 the other reading, the norm of the decision day, cannot be worked out (Vb 3.74)."""
    found = with_income(Decimal(9000), applied_on=date(2026, 12, 1), **EARLIER_GRANT | {"decided_on": date(2027, 1, 1)})
    assert ("eligible", {"norm-of-which-day": "undetermined"}) == (found.verdict, disputed(found))
    found = with_income(
        Decimal(9000), applied_on=date(2026, 12, 1), **EARLIER_GRANT | {"decided_on": date(2026, 12, 31)}
    )
    assert {} == disputed(found)


@pytest.mark.parametrize(
    ("until", "since", "expected"),
    [
        (date(2027, 8, 1), date(2024, 1, 1), "not_yet"),
        (date(2027, 8, 2), date(2024, 1, 1), "eligible"),
        (date(2027, 8, 3), date(2024, 1, 1), "eligible"),
        ("permanent", date(2024, 1, 1), "eligible"),
        (date(2026, 12, 1), date(2023, 11, 24), "eligible"),
        (date(2026, 12, 1), date(2023, 11, 25), "eligible"),
        (date(2026, 12, 1), date(2023, 11, 26), "not_yet"),
        (None, date(2023, 11, 25), "eligible"),
        (date(2026, 12, 1), None, "undetermined"),
        (None, None, "undetermined"),
    ],
)
def test_lasting_income(until, since, expected):
    """The income is certain for another year on D3, or sufficed for three years (Vb 3.75)."""
    found = with_income(until=until, since=since, **EARLIER_GRANT)
    assert (expected, said(expected)) == (found.verdict, holds(found, "means"))
    told = {"sponsor.income_until": until, "sponsor.income_sufficient_since": since}
    missing = [name for name, value in told.items() if value is None] if expected == "undetermined" else []
    assert missing == list(found.missing)


def test_another_year_on_the_decision():
    """Another year on the decision is enough too; the last day of the contract counts (Vb 3.75)."""
    assert means.lasting_on_decision(date(2027, 11, 24), date(2026, 11, 25))
    assert not means.lasting_on_decision(date(2027, 11, 23), date(2026, 11, 25))
    assert not means.lasting_on_decision(date(2029, 2, 27), date(2028, 2, 29))
    assert means.lasting_on_decision(date(2029, 2, 28), date(2028, 2, 29))


def test_income_not_known():
    """Without the amount the means stay open; without any income fact they are asked as such."""
    found = with_income(None, **EARLIER_GRANT)
    assert ("undetermined", ("sponsor.income_per_month",)) == (found.verdict, found.missing)
    found = subsidiary("spouse", sponsor_means=ASSUMED)
    assert ("undetermined", ("sponsor.means",)) == (found.verdict, found.missing)
    found = with_income(applied_on=None, **EARLIER_GRANT)
    assert ("undetermined", ("applied_on", "sponsor.means")) == (found.verdict, found.missing)


def test_means_stated_beat_the_income():
    """A plain yes or no on the means goes before the income facts (Vb 3.105)."""
    assert "eligible" == verdict("spouse", PROPOSED, sponsor_protection=SUBSIDIARY, sponsor_income_per_month=1)


@pytest.mark.parametrize(("never", "given"), [(True, True), (False, False), (None, False)])
def test_means_unattainable(never, given):
    """Who can never meet the norm stays *not yet*, with the words that the law says *may* (art. 29d lid 2 b)."""
    found = subsidiary("spouse", sponsor_means=False, sponsor_means_unattainable=never)
    assert ("not_yet", given) == (found.verdict, "means-unattainable" in notes(found))


# ---------------------------------------------------------------- the adult spouse (art. 29c lid 1 a)


@pytest.mark.parametrize(
    ("married_on", "expected"),
    [(date(2025, 1, 9), "eligible"), (D0, "excluded"), (date(2025, 1, 11), "excluded"), (None, "undetermined")],
)
def test_married_before_entry(married_on, expected):
    """The marriage was concluded before the sponsor's entry; on the day itself is too late (art. 29c lid 1 a)."""
    found = new("spouse", married_on=married_on)
    met = said(expected)
    assert (expected, met, met) == (
        found.verdict,
        holds(found, "family-at-entry"),
        holds(found, "married-before-entry"),
    )
    assert {} == disputed(found)
    assert (() if married_on else ("married_on",)) == found.missing


@pytest.mark.parametrize(("valid", "expected"), [(True, "eligible"), (False, "excluded"), (None, "undetermined")])
def test_marriage_valid(valid, expected):
    """A religious or customary marriage that never became valid is no marriage (art. 29c lid 1 a; BW 10:31)."""
    found = new("spouse", marriage_valid=valid)
    assert (expected, said(expected)) == (found.verdict, holds(found, "marriage-valid"))
    assert (() if valid is not None else ("marriage_valid",)) == found.missing


@pytest.mark.parametrize(
    ("validated_on", "others"),
    [
        (date(2025, 1, 9), {}),
        (D0, {"validated-after-entry": "excluded"}),
        (date(2026, 5, 1), {"validated-after-entry": "excluded"}),
    ],
)
def test_marriage_that_became_valid_after_entry(validated_on, others):
    """The celebration counts, not the later day of validity, disputed (RBDHA:2019:3928)."""
    found = new("spouse", validated_on=validated_on)
    assert ("eligible", others) == (found.verdict, disputed(found))


MARRIED_IN_2023 = {"married_on": date(2023, 6, 1), "family_since": date(2023, 6, 1)}


@pytest.mark.parametrize(
    ("born_on", "expected", "others"),
    [
        (date(2010, 9, 2), "excluded", set()),  # 18 on the day after D4
        (date(2010, 9, 1), "eligible", {"child-marriage-day", "spouse-adult-day"}),
        (date(2010, 8, 31), "eligible", {"child-marriage-day", "spouse-adult-day"}),
        (date(2008, 8, 4), "eligible", {"child-marriage-day", "spouse-adult-day"}),  # 18 on the day after D3
        (date(2008, 8, 3), "eligible", set()),
        (None, "undetermined", set()),
    ],
)
def test_spouse_adult(born_on, expected, others):
    """The spouse is 18 by the decision (main reading) or by the application; so for a marriage of a minor
    (art. 29c lid 1 a; BW 10:32)."""
    found = new("spouse", born_on=born_on, **MARRIED_IN_2023)
    assert (expected, others) == (found.verdict, set(disputed(found)))
    assert [said(expected)] * 2 == [holds(found, name) for name in ("spouse-adult", "marriage-recognised")]
    assert (() if born_on else ("born_on",)) == found.missing


@pytest.mark.parametrize(
    ("sponsor_born_on", "expected", "others"),
    [
        (date(2010, 9, 2), "excluded", {}),
        (date(2010, 9, 1), "eligible", {"child-marriage-day": "excluded"}),
        (date(2008, 8, 3), "eligible", {}),
        (date(2005, 6, 1), "eligible", {}),
        (None, "undetermined", {}),
    ],
)
def test_sponsor_who_married_as_a_minor(sponsor_born_on, expected, others):
    """A marriage of a minor sponsor is recognised once both are 18 (BW 10:32)."""
    found = new("spouse", sponsor_born_on=sponsor_born_on, **MARRIED_IN_2023)
    assert (expected, others) == (found.verdict, disputed(found))
    assert (() if sponsor_born_on else ("sponsor.born_on",)) == found.missing


@pytest.mark.parametrize(
    ("status", "fact", "others"),
    [
        (REFUGEE, "other_spouse_chosen", {"one-spouse": "eligible"}),
        (REFUGEE, "sponsor_lives_with_other_partner", {}),
        (SUBSIDIARY, "other_spouse_chosen", {"one-spouse": "eligible"}),
        (SUBSIDIARY, "sponsor_lives_with_other_partner", {"one-spouse": "eligible"}),
    ],
)
def test_one_spouse(status, fact, others):
    """One spouse only; the Directive bars a further one only while one lives here, and only for refugees (art. 4(4))."""
    found = new("spouse", sponsor_protection=status, **{fact: True})
    assert ("excluded", ["one-spouse"], others) == (found.verdict, unmet(found), disputed(found))
    found = new("spouse", sponsor_protection=status, **{fact: None})
    assert ("undetermined", (fact.replace("sponsor_", "sponsor."),)) == (found.verdict, found.missing)


# ---------------------------------------------------------------- the minor child (art. 29c lid 1 b)


@pytest.mark.parametrize(
    ("born_on", "expected"),
    [
        (date(2007, 1, 13), "eligible"),  # 18 on the day after D1
        (date(2007, 1, 12), "excluded"),
        (date(2007, 1, 11), "excluded"),
    ],
)
def test_age_of_a_refugees_child(born_on, expected):
    """In time: the child is under 18 when the refugee applies for asylum, however dependent later (C-279/20)."""
    found = new("child", born_on=born_on, dependent=True)
    assert (expected, {}) == (found.verdict, disputed(found))
    assert (said(expected), said(expected)) == (holds(found, "listed"), holds(found, "under-18"))


def test_age_not_known():
    """Without the birth the age is open (art. 29c lid 1 b)."""
    for status in STATUSES:
        found = new("adopted child", born_on=None, sponsor_protection=status)
        assert ("undetermined", ("born_on",)) == (found.verdict, found.missing)


@pytest.mark.parametrize(
    ("born_on", "expected", "others"),
    [
        (date(2008, 10, 3), "eligible", {}),  # 18 on the day after the application
        (date(2008, 10, 2), "eligible", {"age-when-late-is-excused": "excluded"}),
        (date(2007, 1, 13), "eligible", {"age-when-late-is-excused": "excluded"}),
        (date(2007, 1, 12), "excluded", {}),
    ],
)
def test_age_when_late_but_excused(born_on, expected, others):
    """Late but excused: the age on D1 (main reading) or on the application (C-279/20)."""
    found = new("child", born_on=born_on, applied_on=LATE, lateness_excusable=True)
    assert (expected, others) == (found.verdict, disputed(found))


@pytest.mark.parametrize(("born_on", "under"), [(date(2008, 10, 3), True), (date(2008, 10, 2), False)])
def test_age_when_late(born_on, under):
    """Too late: the age on the application is what counts (C-133/19), and the lateness excludes."""
    found = new("child", born_on=born_on, applied_on=LATE)
    assert ("excluded", under) == (found.verdict, holds(found, "under-18"))


@pytest.mark.parametrize(
    ("born_on", "expected", "others"),
    [
        (date(2010, 9, 2), "eligible", {}),  # 18 on the day after D4
        (date(2010, 9, 1), "eligible", {"child-age-on-decision": "excluded"}),
        (date(2010, 7, 3), "eligible", {"child-age-on-decision": "excluded"}),  # 18 after the two years end
        (date(2010, 7, 2), "eligible", {"child-age-on-decision": "excluded", "child-age-after-wait": "excluded"}),
        (date(2008, 8, 4), "eligible", {"child-age-on-decision": "excluded", "child-age-after-wait": "excluded"}),
        (date(2008, 8, 3), "excluded", {"child-age-on-asylum-application": "eligible"}),
        (date(2007, 1, 13), "excluded", {"child-age-on-asylum-application": "eligible"}),
        (date(2007, 1, 12), "excluded", {}),
    ],
)
def test_age_of_a_subsidiary_sponsors_child(born_on, expected, others):
    """Subsidiary protection: the age on D3 (main reading), or on D1, on D4, or when the two years end (open)."""
    found = subsidiary("child", born_on=born_on)
    assert (expected, others) == (found.verdict, disputed(found))


@pytest.mark.parametrize(
    ("born_on", "decided_on", "given"),
    [
        (date(2010, 7, 3), date(2026, 11, 25), False),  # 18 on the day after the two years end
        (date(2010, 7, 2), date(2026, 11, 25), True),
        (date(2008, 11, 26), date(2026, 11, 25), True),  # 18 on the day after the decision
        (date(2008, 11, 25), date(2026, 11, 25), False),
    ],
)
@pytest.mark.parametrize("who", ["child", "sibling"])
def test_turning_18_before_the_wait_ends(who, born_on, decided_on, given):
    """Who is under 18 now and turns 18 before the two years end is warned (art. 29d lid 2 a)."""
    assert given is ("turns-18-before-wait-ends" in notes(subsidiary(who, born_on=born_on, decided_on=decided_on)))
    assert "turns-18-before-wait-ends" not in notes(new(who, born_on=born_on, decided_on=decided_on))


@pytest.mark.parametrize(
    ("alone", "supporting", "expected"),
    [
        (True, True, "excluded"),
        (True, False, "eligible"),
        (False, True, "eligible"),
        (True, None, "undetermined"),
        (None, True, "undetermined"),
    ],
)
def test_not_independent(alone, supporting, expected):
    """Only living alone and self-support together break the tie (carried over from Vc C2/4.1, inferred)."""
    found = new("child", lives_independently=alone, self_supporting=supporting)
    assert (expected, said(expected)) == (found.verdict, holds(found, "not-independent"))


@pytest.mark.parametrize(
    ("consent", "expected"),
    [
        ("given", "eligible"),
        ("not_needed", "eligible"),
        ("explained", "eligible"),
        ("missing", "excluded"),
        (None, "undetermined"),
    ],
)
def test_consent(consent, expected):
    """The other parent with custody consents, or there is a good reason why not (carried over, inferred)."""
    found = new("child", consent_other_parent=consent)
    assert (expected, said(expected), {}) == (found.verdict, holds(found, "consent"), disputed(found))
    assert (() if consent else ("consent_other_parent",)) == found.missing


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize(
    ("married", "others"),
    [(False, {}), (True, {"married-minor": "excluded"}), (None, {"married-minor": "undetermined"})],
)
def test_married_minor(married, others, status):
    """The text does not ask that the child be unmarried; the Directive does (art. 4(1)(d))."""
    found = new("child", married=married, sponsor_protection=status)
    assert ("eligible", others) == (found.verdict, disputed(found))


@pytest.mark.parametrize(
    ("born_on", "conceived", "expected", "others"),
    [
        (D0, False, "eligible", {}),
        (date(2025, 1, 11), True, "eligible", {"born-after-entry": "excluded"}),
        (date(2025, 1, 11), False, "excluded", {"conceived-after-entry": "eligible"}),
        (date(2025, 1, 11), None, "undetermined", {}),
    ],
)
def test_child_born_after_entry(born_on, conceived, expected, others):
    """Born after the entry: as if there if conceived before it (BW 1:2), else not; both are open (art. 9(2))."""
    found = new("child", born_on=born_on, conceived_before_entry=conceived)
    assert expected == found.verdict
    assert others == disputed(found) or conceived is None
    assert (("conceived_before_entry",) if conceived is None else ()) == found.missing


@pytest.mark.parametrize(
    ("family_since", "expected"),
    [(date(2025, 1, 9), "eligible"), (D0, "eligible"), (date(2025, 1, 11), "excluded"), (None, "undetermined")],
)
@pytest.mark.parametrize("who", ["adopted child", "parent", "sibling"])
def test_family_on_entry(who, family_since, expected):
    """Adopted children, parents and siblings were family on the entry; on the day itself is in time (art. 29c)."""
    found = new(who, family_since=family_since)
    assert (expected, said(expected)) == (found.verdict, holds(found, "family-at-entry"))
    assert (() if family_since else ("family_since",)) == found.missing


def test_entry_not_known():
    """Without the day of the sponsor's entry (D0) nothing is known of the tie on that day (art. 29c)."""
    for who in LISTED:
        found = new(who, sponsor_entered_on=None)
        assert ("undetermined", None) == (found.verdict, holds(found, "family-at-entry"))
        assert "sponsor.entered_on" in found.missing


def test_own_child_of_a_spouse_not_chosen():
    """The own child of a spouse who was not chosen may come, disputed (Vc C2/4.1)."""
    first = {"relation": "spouse", "married_on": date(2000, 1, 1), "other_spouse_chosen": True}
    found = new("child", parent_member="first", first=first)
    assert ("eligible", {"child-of-partner-not-chosen": "excluded"}) == (found.verdict, disputed(found))
    found = new("child", parent_member="first", first=first | {"other_spouse_chosen": False})
    assert {} == disputed(found)


# ---------------------------------------------------------------- parents of an unaccompanied minor (art. 29c lid 1 c)


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize(
    ("parentage", "recognised", "expected"),
    [
        ("biological", None, "eligible"),
        ("legal", None, "eligible"),
        ("adopted", True, "eligible"),
        ("adopted", False, "excluded"),
        ("adopted", None, "undetermined"),
        ("step", None, "excluded"),
        ("foster", None, "excluded"),
        (None, True, "undetermined"),
    ],
)
def test_own_parent(parentage, recognised, expected, status):
    """A parent is one by birth, by law or by a recognised adoption; kafala makes none (art. 29c lid 1 c)."""
    told = {"parentage": parentage, "adoption_recognised": recognised, "family_since": date(2012, 1, 1)}
    found = new("parent", sponsor_protection=status, **told)
    assert (expected, said(expected)) == (found.verdict, holds(found, "listed"))
    asked = {"undetermined": ("adoption_recognised",) if parentage else ("parentage",)}
    assert asked.get(expected, ()) == found.missing


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("who", ["parent", "sibling"])
@pytest.mark.parametrize(
    ("sponsor_born_on", "expected"),
    [
        (date(2007, 1, 13), "eligible"),  # 18 on the day after D1
        (date(2007, 1, 12), "excluded"),
        (date(2007, 1, 11), "excluded"),
    ],
)
def test_sponsor_minor_on_d1(who, sponsor_born_on, expected, status):
    """The sponsor was under 18 when applying for asylum (art. 29c lid 1 c and d; C-550/16, C-273/20)."""
    found = new(who, sponsor_born_on=sponsor_born_on, sponsor_protection=status)
    assert (expected, said(expected)) == (found.verdict, holds(found, "sponsor-uam"))


@pytest.mark.parametrize("who", ["parent", "sibling"])
@pytest.mark.parametrize(("alone", "expected"), [(True, "eligible"), (False, "excluded"), (None, "undetermined")])
def test_sponsor_unaccompanied(who, alone, expected):
    """The minor sponsor came without a responsible adult (art. 29c lid 1 c and d; C-230/21)."""
    found = new(who, sponsor_unaccompanied_minor=alone)
    assert (expected, said(expected)) == (found.verdict, holds(found, "sponsor-uam"))
    assert ("sponsor.unaccompanied_minor" in found.missing) is (alone is None)


@pytest.mark.parametrize(
    ("left", "others"),
    [(False, {}), (True, {"brought-and-left": "excluded"}), (None, {"brought-and-left": "undetermined"})],
)
def test_brought_and_left(left, others):
    """That the parent brought the minor here and left does not count; older policy excluded (Vc C2/4.1)."""
    found = new("parent", brought_and_left_minor=left)
    assert ("eligible", others) == (found.verdict, disputed(found))


# ---------------------------------------------------------------- siblings of an unaccompanied minor (art. 29c lid 1 d)


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize(
    ("parentage", "expected", "others"),
    [
        ("biological", "eligible", {}),
        ("adopted", "eligible", {}),
        ("kafala", "excluded", {"step-or-foster-sibling": "eligible"}),
        ("half", "eligible", {"half-sibling": "excluded"}),
        ("step", "excluded", {"step-or-foster-sibling": "eligible"}),
        ("foster", "excluded", {"step-or-foster-sibling": "eligible"}),
    ],
)
def test_kind_of_sibling(parentage, expected, others, status):
    """Half siblings count, step and foster siblings (kafala included) do not; both are open (art. 29c lid 1 d)."""
    facts = {"family_since": date(2014, 1, 1), "sponsor_protection": status, "adoption_recognised": True}
    told = {"parentage": "adopted", "adoption_recognised": False} if parentage == "kafala" else {"parentage": parentage}
    found = new("sibling", **facts | told)
    assert (expected, others) == (found.verdict, disputed(found))
    assert said(expected) is holds(found, "listed")
    unknown = new("sibling", parentage=None, **facts)
    assert ("undetermined", ("parentage",)) == (unknown.verdict, unknown.missing)


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize(
    ("born_on", "expected", "others"),
    [
        (date(2010, 9, 2), "eligible", []),  # 18 on the day after D4
        (date(2010, 9, 1), "eligible", ["sibling-age-on-decision"]),
        (date(2008, 8, 4), "eligible", ["sibling-age-on-decision"]),  # 18 on the day after D3
        (date(2008, 8, 3), "eligible", ["sibling-age-on-application", "sibling-age-on-decision"]),
        (date(2007, 1, 11), "eligible", ["sibling-age-on-application", "sibling-age-on-decision"]),  # after D0
        (date(2007, 1, 10), "excluded", []),
        (None, "undetermined", []),
    ],
)
def test_age_of_a_sibling(born_on, expected, others, status):
    """Under 18 on the sponsor's entry, as the IND reads it; the application or the decision can count (open)."""
    found = new("sibling", born_on=born_on, family_since=date(2011, 3, 1), sponsor_protection=status)
    assert (expected, said(expected)) == (found.verdict, holds(found, "sibling-under-18"))
    assert dict.fromkeys(others, "excluded") == disputed(found)
    assert (() if born_on else ("born_on", "conceived_before_entry")) == found.missing


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize(
    ("applied_on", "expected", "others"),
    [
        (date(2026, 8, 2), "excluded", {"same-time": "eligible"}),
        (D3, "eligible", {}),
        (date(2026, 8, 4), "excluded", {"same-time": "eligible"}),
    ],
)
def test_at_the_same_time(applied_on, expected, others, status):
    """The sibling applies on the parent's day; what else is *at the same time* is open (art. 29c lid 1 d)."""
    found = new("sibling", mother={"applied_on": applied_on}, sponsor_protection=status)
    assert (expected, others) == (found.verdict, disputed(found))
    assert said(expected) is holds(found, "same-time")


def test_the_parents_application_not_known():
    """Without the day of the parent's application it is open whether both applied together (art. 29c lid 1 d)."""
    found = new("sibling", mother={"applied_on": None}, sponsor_protection=SUBSIDIARY)
    assert ("undetermined", ("mother.applied_on",)) == (found.verdict, found.missing)


@pytest.mark.parametrize(
    ("parent", "mother", "expected", "missing"),
    [
        ("mother", {}, "eligible", ()),
        ("none", {}, "excluded", ()),
        ("mother", {"sham": True}, "excluded", ()),
        ("mother", {"sham": None}, "undetermined", ("mother.sham",)),
        (None, {}, "undetermined", ("with_parent",)),
        (None, {"sham": True}, "excluded", ()),
    ],
)
def test_with_parent(parent, mother, expected, missing):
    """The sibling has the verdict of the parent with whom he applies as ceiling (art. 29c lid 1 d)."""
    found = new("sibling", with_parent=parent, mother=mother)
    assert (expected, missing) == (found.verdict, found.missing)
    assert said(expected) is holds(found, "with-parent")


def test_the_sibling_shares_the_parents_disputes():
    """What is disputed for the parent is disputed for the sibling who comes along (art. 29c lid 1 d)."""
    found = new("sibling", mother={"brought_and_left_minor": True})
    assert ("eligible", {"brought-and-left": "excluded"}) == (found.verdict, disputed(found))


def test_the_sibling_waits_with_the_parent():
    """While the parent is *not yet*, so is the sibling, until the same day (art. 29d lid 2 a)."""
    found = subsidiary("sibling", decided_on=date(2026, 11, 25))
    assert ("not_yet", WAIT_ENDS) == (found.verdict, found.eligible_from)
    assert ["with-parent", "two-year-wait"] == unmet(found)


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize(("at_charge", "expected"), [(True, "eligible"), (False, "excluded"), (None, "undetermined")])
def test_dependent_on_parent(at_charge, expected, status):
    """The sibling is at that parent's charge (ten laste van), which is not more than normal dependency (29c lid 1 d)."""
    for dependent in (True, False, None):
        found = new("sibling", at_parents_charge=at_charge, dependent=dependent, sponsor_protection=status)
        assert (expected, at_charge) == (found.verdict, holds(found, "dependent-on-parent"))
        assert (() if at_charge is not None else ("at_parents_charge",)) == found.missing


# ---------------------------------------------------------------- the dependent adult sibling (C-560/20)


@pytest.mark.parametrize(
    ("status", "expected", "others"),
    [
        (REFUGEE, "eligible", {"dependent-sibling": "excluded"}),
        (SUBSIDIARY, "excluded", {"dependent-sibling-of-subsidiary": "eligible"}),
    ],
)
def test_dependent_sibling(status, expected, others):
    """A wholly dependent adult sibling comes with a refugee's parents (C-560/20); under 29d excluded; both open."""
    found = new("dependent sibling", sponsor_protection=status)
    assert (expected, others) == (found.verdict, disputed(found))
    refused = new("dependent sibling", sponsor_protection=status, mother={"public_order": True})
    assert ("excluded", {}) == (refused.verdict, disputed(refused))


@pytest.mark.parametrize(("wholly", "expected"), [(True, "eligible"), (False, "excluded"), (None, "undetermined")])
def test_wholly_dependent(wholly, expected):
    """The ground is for a sibling who is wholly and lastingly dependent on the parents (C-560/20)."""
    found = new("dependent sibling", wholly_dependent_on_parents=wholly)
    assert (expected, wholly is not False) == (found.verdict, "dependent-sibling" in [g.id for g in found.grounds])
    assert (() if wholly is not None else ("wholly_dependent_on_parents",)) == found.missing


@pytest.mark.parametrize(
    ("fact", "bad"),
    [
        ("sponsor_unaccompanied_minor", False),
        ("with_parent", "none"),
        ("family_since", date(2025, 1, 11)),
        ("real_family_life", False),
        ("special_ties_third_country", True),
        ("bond_broken", True),
    ],
)
def test_dependent_sibling_who_fails(fact, bad):
    """The dependent sibling meets the other conditions too (C-560/20)."""
    assert "excluded" == verdict("dependent sibling", PROPOSED, **{fact: bad})


def test_dependent_sibling_late():
    """Late without excuse, while the sponsor is an adult: excluded; a minor's family has no term (C-560/20)."""
    adult = {"sponsor_born_on": date(2008, 10, 2), "applied_on": LATE, "mother": {"applied_on": D3}}
    assert "excluded" == verdict("dependent sibling", PROPOSED, **adult)
    found = new("dependent sibling", applied_on=LATE)
    assert ("eligible", "excluded") == (found.verdict, disputed(found)["sibling-shares-parents-term"])


# ---------------------------------------------------------------- already here (art. 29b)

NO_CONSENT = {"consent_other_parent": "missing"}  # closes the ground of art. 29c for a child


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize(
    ("who", "facts"),
    [
        ("spouse", {"special_ties_third_country": True}),
        ("registered partner", {}),
        ("partner", {}),
        ("child", NO_CONSENT),
        ("step child", {}),
        ("young adult", {"dependent": True}),
        ("dependent adult", {}),
        ("parent", {"sponsor_unaccompanied_minor": False}),
    ],
)
@pytest.mark.parametrize(
    "here",
    [{"in_netherlands": True}, {"travelled_with_sponsor": True}, {"entered_on": date(2026, 6, 30)}],
)
def test_already_here(who, facts, status, here):
    """The wider family of art. 3(9) of Regulation (EU) 2024/1347, already here, may stay; unsettled (art. 29b).
    No term, wait, means or housing is asked."""
    poor = {"sponsor_means": False, "sponsor_housing": "none", "decided_on": date(2026, 11, 25)}
    found = new(who, sponsor_protection=status, **here, **poor, **facts)
    assert ("eligible", "already-here", {"already-here"}) == (
        found.verdict,
        found.ground,
        {*disputed(found)} - {"special-ties-eu-floor", "step-child-already-here", "unmarried-couple-already-here"},
    )


@pytest.mark.parametrize(
    ("entered_on", "expected", "open_"),
    [
        (date(2026, 6, 30), "eligible", True),
        (date(2026, 7, 1), "excluded", False),
        (date(2026, 7, 2), "excluded", False),
        (None, "undetermined", True),
    ],
)
def test_entered_before_the_grant(entered_on, expected, open_):
    """Art. 29b is for who came along, was here, or entered before the grant was made known (D2)."""
    found = new("partner", entered_on=entered_on)
    assert (expected, open_) == (found.verdict, bool(found.grounds))
    assert (() if entered_on else ("entered_on",)) == found.missing


@pytest.mark.parametrize("fact", ["travelled_with_sponsor", "in_netherlands"])
def test_whether_here_is_not_known(fact):
    """If it is not known whether the person is here, art. 29b stays open."""
    found = new("partner", **{fact: None})
    assert ("undetermined", None) == (found.verdict, holds(found, "came-along-or-here"))
    assert fact in found.missing


HERE = {"in_netherlands": True, "entered_on": date(2025, 6, 1)}


@pytest.mark.parametrize(
    ("who", "fact"), [("spouse", "married_on"), ("registered partner", "married_on"), ("partner", "family_since")]
)
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2024, 12, 19), "eligible"),
        (date(2024, 12, 20), "excluded"),
        (date(2024, 12, 21), "excluded"),
        (None, "undetermined"),
    ],
)
def test_couple_of_before_the_eu(who, fact, day, expected):
    """A couple already here married or began before the sponsor arrived in the EU (art. 3(9) Regulation)."""
    closed = {"special_ties_third_country": True} if who == "spouse" else {}
    told = {"family_since": ASSUMED, "durable_relationship": True} | {fact: day}
    found = new(who, sponsor_entered_eu_on=date(2024, 12, 20), **told, **HERE, **closed)
    assert expected == found.verdict
    assert day or fact in found.missing


def test_a_couple_before_they_married():
    """Who married after the arrival but was a couple before it comes under art. 29b as such (art. 3(9) Regulation)."""
    late = {"married_on": date(2024, 12, 21), "family_since": date(2020, 1, 1)}
    found = new("spouse", sponsor_entered_eu_on=date(2024, 12, 20), **late, **HERE, special_ties_third_country=True)
    assert ("eligible", "excluded") == (found.verdict, disputed(found)["unmarried-couple-already-here"])


@pytest.mark.parametrize(
    ("who", "facts", "expected"),
    [
        ("partner", {"durable_relationship": False}, "excluded"),
        ("partner", {"durable_relationship": None}, "undetermined"),
        ("spouse", {"marriage_valid": False}, "eligible"),
        ("spouse", {"marriage_valid": False, "durable_relationship": False}, "excluded"),
        ("registered partner", {"durable_relationship": False}, "eligible"),
        ("registered partner", {"marriage_valid": None, "durable_relationship": False}, "undetermined"),
    ],
)
def test_stable_relationship_already_here(who, facts, expected):
    """A valid marriage, or a stable relationship (art. 3(9) Regulation (EU) 2024/1347)."""
    assert expected == verdict(who, PROPOSED, **HERE, **facts)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"married": False}, "eligible"),
        ({"married": True}, "eligible"),  # nobody under 18 can marry here
        ({"married": None}, "eligible"),
        ({"married": True, "born_on": date(2007, 1, 12), "dependent": True}, "excluded"),
        ({"married": None, "born_on": date(2007, 1, 12), "dependent": True}, "undetermined"),
        ({"born_on": date(2007, 1, 13)}, "eligible"),
        ({"born_on": date(2007, 1, 12)}, "excluded"),
        ({"born_on": date(2007, 1, 12), "dependent": True}, "eligible"),
        ({"born_on": date(2007, 1, 12), "dependent": None}, "undetermined"),
        ({"parentage": "foster", "family_since": date(2015, 1, 1)}, "excluded"),
        ({"parentage": "step", "family_since": date(2015, 1, 1)}, "eligible"),
        ({"parentage": "step", "family_since": date(2024, 12, 20)}, "eligible"),
        ({"parentage": "step", "family_since": date(2024, 12, 21)}, "excluded"),
        ({"parentage": "step", "family_since": None}, "undetermined"),
    ],
)
def test_child_already_here(facts, expected):
    """An unmarried child of either, minor or dependent, family before the EU (art. 3(9) Regulation)."""
    told = {"born_on": date(2012, 3, 1), "sponsor_entered_eu_on": date(2024, 12, 20)} | HERE | NO_CONSENT | facts
    assert expected == verdict("child", PROPOSED, **told)


def test_arrival_in_the_eu_is_taken_to_be_the_entry():
    """Without a day of arrival in the EU the entry into the Netherlands (D0) is taken."""
    found = new("partner", family_since=date(2025, 1, 9), **HERE)
    assert ("eligible", ("sponsor.entered_eu_on", D0)) == (found.verdict, found.assumptions[-1]) or (
        ("sponsor.entered_eu_on", D0) in found.assumptions
    )
    found = new("partner", sponsor_entered_on=None, **HERE)
    assert ("undetermined", ("sponsor.entered_eu_on",)) == (found.verdict, found.missing)


def test_foster_child_already_here():
    """Whether a foster child counts under art. 29b is open (art. 3(9) Regulation (EU) 2024/1347)."""
    found = new("foster child", **HERE)
    assert ("excluded", {"foster-child-already-here": "eligible"}) == (found.verdict, disputed(found))
    assert "foster-child-already-here" not in disputed(new("child", **HERE))


def test_child_born_after_arrival():
    """Whether a child born after the arrival counts under art. 29b is open (art. 3(9) Regulation)."""
    found = new("child", born_on=date(2025, 1, 11), conceived_before_entry=True, **NO_CONSENT, **HERE)
    assert ("eligible", "excluded") == (found.verdict, disputed(found)["born-after-arrival"])
    found = new("child", born_on=D0, **NO_CONSENT, **HERE)
    assert ("eligible", ["already-here"]) == (found.verdict, [*disputed(found)])
    adopted_here = {"born_on": date(2025, 1, 11), "family_since": date(2025, 1, 12), **NO_CONSENT, **HERE}
    found = new("adopted child", **adopted_here)
    assert ("excluded", {}) == (found.verdict, disputed(found))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, "eligible"),
        ({"sponsor_born_on": date(2007, 1, 13)}, "eligible"),
        ({"sponsor_born_on": date(2007, 1, 12)}, "excluded"),
        ({"parentage": "foster", "family_since": D0, "responsible_for_minor": True}, "eligible"),
        ({"parentage": "foster", "family_since": D0, "responsible_for_minor": False}, "excluded"),
        ({"parentage": "foster", "family_since": D0, "responsible_for_minor": None}, "undetermined"),
        ({"parentage": "foster", "family_since": date(2025, 1, 11), "responsible_for_minor": True}, "excluded"),
        ({"parentage": "foster", "family_since": None, "responsible_for_minor": True}, "undetermined"),
    ],
)
def test_parent_already_here(facts, expected):
    """A father or mother, or another responsible adult, of who was a minor on D1 (art. 3(9) Regulation)."""
    found = new("parent", sponsor_unaccompanied_minor=False, **HERE, **facts)
    assert expected == found.verdict


@pytest.mark.parametrize("who", ["grandparent", "grandchild", "other relative"])
@pytest.mark.parametrize(
    ("lived_together", "dependent", "other"),
    [(True, True, "eligible"), (False, True, None), (True, False, None), (None, True, "undetermined")],
)
def test_other_close_relatives_already_here(who, lived_together, dependent, other):
    """Whether art. 23(7) is used, for relatives who lived together and depend, is open: excluded, contested."""
    told = {"lived_with_family": lived_together, "dependent": dependent, "responsible_for_minor": False}
    found = new(who, family_since=date(2015, 1, 1), **HERE, **told)
    assert ("excluded", other) == (found.verdict, disputed(found).get("other-close-relatives"))


def test_general_conditions_already_here():
    """Art. 29b, too, is for family of a sponsor with an own status, without a danger to public order."""
    for fact, bad in (("sponsor_residence", "dutch"), ("public_order", True), ("sham", True), ("bond_broken", True)):
        assert "excluded" == verdict("partner", PROPOSED, **HERE, **{fact: bad})


# ---------------------------------------------------------------- which law applies

BEFORE = {"sponsor_permit_notified_on": date(2026, 4, 1), "applied_on": date(2026, 6, 11)}
BEFORE_OF_ANOTHER = {"applied_on": date(2026, 6, 11)}
CHANGE = date(2026, 6, 12)


@pytest.mark.parametrize(
    ("applied_on", "decided_on", "noted"),
    [
        (date(2026, 6, 11), date(2026, 6, 11), False),
        (date(2026, 6, 11), CHANGE, True),
        (date(2026, 6, 11), date(2026, 6, 13), True),
        (CHANGE, CHANGE, False),
        (CHANGE, date(2026, 6, 13), False),
    ],
)
def test_pending_on_the_day_of_the_change(applied_on, decided_on, noted):
    """Filed before 12 June 2026 and decided since: the immediate effect is disputed (Stb. 2026, 105)."""
    days = BEFORE | {"applied_on": applied_on, "decided_on": decided_on}
    found = new("partner", **days)
    assert ("excluded", {"pending-on-change-day": "eligible"} if noted else {}) == (found.verdict, disputed(found))
    found = new("spouse", **days)
    assert ("eligible", {}) == (found.verdict, disputed(found))
    assert noted is ("pending-on-change-day" in [other.id for other in found.disputes])
    assert noted is ("do-not-withdraw" in notes(found))


def test_pending_is_always_noted_for_the_wait():
    """A subsidiary sponsor's spouse whose application was pending would not have waited before (Stb. 2026, 105)."""
    found = subsidiary("spouse", **BEFORE, decided_on=date(2026, 11, 25))
    assert ("not_yet", "eligible") == (found.verdict, disputed(found)["pending-on-change-day"])
    assert None is dispute(found, "pending-on-change-day").eligible_from


def test_pending_or_not_is_not_known():
    """If it is not known when was applied, nothing is said to have been pending (Stb. 2026, 105)."""
    for who in ("partner", "other relative"):
        found = new(who, **BEFORE | {"applied_on": None}, decided_on=date(2026, 11, 25))
        assert ("excluded", ()) == (found.verdict, found.disputes)
        assert {"do-not-withdraw", "decisions-on-hold"}.isdisjoint(notes(found))


def test_nobody_disputes_a_law_that_helps():
    """Where the new law gives more than the old one, the old one is nobody's claim (Vb 3.103)."""
    found = new("sibling", **BEFORE, decided_on=date(2026, 11, 25), mother=BEFORE_OF_ANOTHER)
    (pending,) = found.disputes
    assert ("eligible", False) == (found.verdict, found.disputed)
    assert ("pending-on-change-day", "excluded") == (pending.id, pending.verdict)


@pytest.mark.parametrize(
    ("fact", "point"),
    [
        ("mvv_granted_on", "mvv-granted-before-change"),
        ("first_refused_on", "objection-pending-on-change-day"),
    ],
)
def test_half_way_on_the_day_of_the_change(fact, point):
    """An mvv granted, or a refusal objected to, before 12 June 2026 (art. 28 lid 1 c; Vb 3.103)."""
    for day, noted in ((date(2026, 6, 11), True), (CHANGE, False), (date(2026, 6, 13), False)):
        found = new("partner", **BEFORE, decided_on=date(2026, 11, 25), **{fact: day})
        assert ("eligible" if noted else None) == disputed(found).get(point)
        found = new("spouse", **BEFORE, decided_on=date(2026, 11, 25), **{fact: day})
        assert (noted, False) == (point in [other.id for other in found.disputes], found.disputed)
    found = new("partner", **BEFORE, decided_on=date(2026, 6, 11), **{fact: date(2026, 6, 11)})
    assert () == found.disputes
    unknown = new("partner", **BEFORE, decided_on=date(2026, 11, 25), **{fact: None})
    assert point not in [other.id for other in unknown.disputes]


def test_period():
    """Arts 29b to 29d govern decisions from 12 June 2026 on."""
    assert [False, True, True] == [PROPOSED.in_force_on(day) for day in (date(2026, 6, 11), CHANGE, date(2200, 1, 1))]


# ---------------------------------------------------------------- notes


@pytest.mark.parametrize(("status", "given"), [(REFUGEE, False), (SUBSIDIARY, True), (None, False)])
@pytest.mark.parametrize(
    ("applied_on", "decided_on", "running"),
    [
        (NOT_FILED, date(2026, 9, 30), True),
        (NOT_FILED, date(2026, 10, 1), True),
        (NOT_FILED, date(2026, 10, 2), False),
        (D3, date(2026, 9, 30), False),
    ],
)
def test_file_within_three_months_all_the_same(status, given, applied_on, decided_on, running):
    """Who has subsidiary protection is told to file while the three months run, and not after (art. 29d lid 1)."""
    found = new("spouse", sponsor_protection=status, applied_on=applied_on, decided_on=decided_on)
    assert (given and running) is ("file-within-three-months" in notes(found))


# ---------------------------------------------------------------- what the change does

SAME, LOST, GAINED, DEFERRED = "same", "lost", "gained", "deferred"
CUSTOMARY = {"marriage_valid": False}
UNTIL_TWO_YEARS_ON = ("eligible", "not_yet")

ROWS = [
    # who, facts, refugee: old and new, subsidiary: old and new
    ("spouse", {}, ("eligible", "eligible"), UNTIL_TWO_YEARS_ON),
    ("spouse", {"born_on": date(2010, 1, 1)} | MARRIED_IN_2023, ("excluded", "excluded"), ("excluded", "excluded")),
    (
        "spouse",
        {"married_on": date(2025, 2, 1), "family_since": date(2025, 2, 1)},
        ("excluded", "excluded"),
        ("excluded", "excluded"),
    ),
    ("partner", {}, ("eligible", "excluded"), ("eligible", "excluded")),
    ("registered partner", {}, ("eligible", "excluded"), ("eligible", "excluded")),
    ("spouse", CUSTOMARY, ("eligible", "excluded"), ("eligible", "excluded")),
    ("child", {}, ("eligible", "eligible"), UNTIL_TWO_YEARS_ON),
    ("adopted child", {}, ("eligible", "eligible"), UNTIL_TWO_YEARS_ON),
    ("step child", {}, ("eligible", "excluded"), ("eligible", "excluded")),
    ("foster child", {}, ("eligible", "excluded"), ("eligible", "excluded")),
    ("young adult", {}, ("eligible", "excluded"), ("eligible", "excluded")),
    ("dependent adult", {}, ("eligible", "excluded"), ("eligible", "excluded")),
    ("parent", {}, ("eligible", "eligible"), UNTIL_TWO_YEARS_ON),
    ("sibling", {}, ("excluded", "eligible"), ("excluded", "not_yet")),
    (
        "parent",
        {"sponsor_born_on": date(2000, 1, 1), "sponsor_unaccompanied_minor": False},
        ("excluded", "excluded"),
        ("excluded", "excluded"),
    ),
    ("sibling", {"born_on": date(2000, 1, 1)}, ("excluded", "excluded"), ("excluded", "excluded")),
    ("grandparent", {}, ("excluded", "excluded"), ("excluded", "excluded")),
]


def table_row(who, facts, status):
    """Give the change for a person whose case is decided on 25 November 2026."""
    case = family(who, PROPOSED, decided_on=date(2026, 11, 25), sponsor_protection=status, **facts)
    return compare(case)["person"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} {' '.join(row[1])}".strip())
@pytest.mark.parametrize("status", STATUSES)
def test_what_the_change_does(row, status):
    """What the change of 12 June 2026 does to each family member, by the sponsor's status."""
    who, facts, refugee, other = row
    change = table_row(who, facts, status)
    assert (refugee if status == REFUGEE else other) == (change.old.verdict, change.new.verdict)
    newly_disputed = who in ("registered partner", "step child")
    assert (False, newly_disputed) == (change.old.disputed, change.new.disputed)


@pytest.mark.parametrize(
    ("who", "status", "eligible_from", "asked"),
    [
        ("spouse", SUBSIDIARY, WAIT_ENDS, ["two-year-wait"]),
        ("child", SUBSIDIARY, WAIT_ENDS, ["two-year-wait"]),
        ("parent", SUBSIDIARY, WAIT_ENDS, ["two-year-wait"]),
        ("sibling", SUBSIDIARY, WAIT_ENDS, ["with-parent", "two-year-wait"]),
    ],
)
def test_two_years_for_whom(who, status, eligible_from, asked):
    """Two years, means and housing for an adult's family; two years only for a minor's (art. 29d lid 2)."""
    change = table_row(who, {}, status)
    assert (eligible_from, asked) == (change.new.eligible_from, unmet(change.new))
    poor = table_row(who, {"sponsor_means": False, "sponsor_housing": "reception"}, status)
    more = ["means", "housing"] if who in ("spouse", "child") else []
    assert [*asked, *more] == unmet(poor.new)


@pytest.mark.parametrize("who", ["spouse", "child", "parent"])
@pytest.mark.parametrize(("status", "expected"), [(REFUGEE, "excluded"), (SUBSIDIARY, "not_yet")])
def test_filed_late_without_excuse(who, status, expected):
    """Late: a refugee's relative stays excluded; for subsidiary protection no limit is left (arts 29c, 29d)."""
    late = {"applied_on": LATE, "sponsor_born_on": date(2008, 3, 1)} if who == "parent" else {"applied_on": LATE}
    change = table_row(who, late, status)
    assert ("excluded", expected) == (change.old.verdict, change.new.verdict)


@pytest.mark.parametrize(
    ("who", "status", "kind", "cause"),
    [
        ("partner", REFUGEE, LOST, ["listed"]),
        ("foster child", SUBSIDIARY, LOST, ["listed"]),
        ("spouse", SUBSIDIARY, DEFERRED, ["two-year-wait"]),
        ("sibling", REFUGEE, GAINED, ["listed"]),
        ("child", REFUGEE, SAME, []),
    ],
)
def test_kind_and_cause_of_the_change(who, status, kind, cause):
    """The change is named, with the condition that makes the difference and the law that it stands in."""
    change = table_row(who, {}, status)
    assert (kind, cause) == (change.kind, [item.condition for item in change.cause])
    law = CURRENT if kind == GAINED else PROPOSED
    assert all(item.rule_set == law.id for item in change.cause)


def test_decisions_on_hold():
    """Whose application was pending on 12 June 2026 is told which decisions the IND takes meanwhile, and nobody else."""
    days = BEFORE | {"decided_on": date(2026, 11, 25)}
    assert "decisions-on-hold" in notes(new("spouse", **days))
    assert "decisions-on-hold" not in notes(new("spouse", **days | {"applied_on": CHANGE}))
    assert "decisions-on-hold" not in notes(new("spouse", **days | {"decided_on": date(2026, 6, 11)}))


def test_notes_on_means_are_for_subsidiary_protection():
    """A refugee is told nothing of an income norm that is not asked (art. 29d lid 2 b)."""
    told = {"sponsor_means": ASSUMED, "sponsor_income_per_month": Decimal(9000), "sponsor_means_unattainable": True}
    days = {"applied_on": date(2027, 1, 1), "decided_on": date(2027, 2, 1)}
    on_means = {"norm-not-known", "means-unattainable"}
    assert on_means <= set(notes(subsidiary("spouse", **told, **days)))
    assert not on_means & set(notes(new("spouse", **told, **days)))
    assert "norm-not-known" not in notes(subsidiary("spouse", **told | {"sponsor_means": True}, **days))


def test_end_of_the_two_years():
    """The end of the two years is a day that matters for subsidiary protection only (art. 29d lid 2 a)."""
    waiting = {"decided_on": date(2026, 11, 25)}
    ends = {day.id: day.day for day in subsidiary("spouse", **waiting).milestones}
    assert date(2028, 7, 2) == ends["two-years"]
    assert "two-years" not in {day.id for day in new("spouse", **waiting).milestones}
    for who, facts in (("spouse", {}), ("partner", waiting), ("foster child", waiting)):  # not needed, or no help
        assert "two-years" not in {day.id for day in subsidiary(who, **facts).milestones}


def test_a_claim_to_refugee_status():
    """Whom the subsidiary status may exclude is told that refugee status would change it, and nobody else."""
    assert "route-refugee-status" in notes(subsidiary("partner"))
    assert "route-refugee-status" not in notes(new("partner"))
    assert "route-refugee-status" not in notes(subsidiary("spouse"))
    assert "route-refugee-status" not in notes(outcome("grandparent", CURRENT, sponsor_protection=SUBSIDIARY))
