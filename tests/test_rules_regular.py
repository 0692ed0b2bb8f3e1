"""The regular family route (Vb 2000 arts 3.13-3.28): each expected outcome, both sides of each boundary, unknown."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from families import disputed, holds, notes, unmet

from reunify import PROPOSED, Case, FamilyMember, Sponsor, assess
from reunify.facts import NOT_FILED
from reunify.rules.regular import REGULAR
from reunify.ruleset import DayKind
from reunify.terms import NEVER

D0, D2, D3, D4 = date(2023, 3, 1), date(2024, 5, 1), date(2026, 7, 1), date(2026, 10, 1)
EIGHT_MONTHS_AGO = date(2026, 2, 1)
NORM = Decimal("2523.96")

SPONSOR = {
    "born_on": date(1996, 1, 1),
    "protection": "refugee",
    "entered_on": D0,
    "asylum_applied_on": D0,
    "permit_notified_on": D2,
    "means": True,
    "unaccompanied_minor": False,
    "housing": "own",
}
SUBSIDIARY = {"protection": "subsidiary", "permit_notified_on": EIGHT_MONTHS_AGO}
_COUPLE = {"born_on": date(2001, 1, 1), "durable_relationship": True, "relationship_attested": True}
_CHILD = {
    "relation": "child",
    "born_on": date(2016, 1, 1),
    "parentage": "biological",
    "custody_of_sponsor": "sole",
    "lives_independently": False,
    "self_supporting": False,
    "own_family": False,
    "married": False,
    "parent_member": "none",
}
_TAKEN_IN = _CHILD | {
    "relation": "other",
    "born_on": date(2018, 1, 1),
    "no_acceptable_future": True,
    "foster_kin": True,
    "raised_abroad_by_sponsor": False,
    "consent_other_parent": "not_needed",
}
for _name in ("parentage", "parent_member", "lives_independently", "self_supporting", "own_family", "married"):
    _TAKEN_IN.pop(_name)
PEOPLE = {
    "partner": {"relation": "partner", "family_since": date(2019, 1, 1)} | _COUPLE,
    "spouse": {"relation": "spouse", "married_on": date(2019, 6, 1), "marriage_valid": True, **_COUPLE},
    "registered": {"relation": "registered_partner", "married_on": date(2019, 6, 1), "marriage_valid": True, **_COUPLE},
    "child": _CHILD,
    "step": _CHILD | {"parentage": "step", "custody": "sole", "parent_member": "mother", "family_since": D0},
    "nephew": _TAKEN_IN,
    "brother": _TAKEN_IN | {"relation": "sibling", "born_on": date(2012, 1, 1)},
    "foster": _TAKEN_IN
    | {"relation": "child", "parentage": "foster", "foster_kin": False, "raised_abroad_by_sponsor": True},
    "mother": {"relation": "parent", "born_on": date(1975, 1, 1)},
    "grandmother": {"relation": "grandparent", "born_on": date(1950, 1, 1)},
}
LATE = {"lateness_excusable": False, "applied_on": D3, "in_netherlands": False}


def family(who, sponsor=None, others=None, decided_on=D4, **facts):
    """Give the family of somebody who meets every condition, with these facts changed."""
    told = {"id": "person"} | LATE | PEOPLE[who] | facts
    rest = [{"id": name} | LATE | other for name, other in (others or {}).items()]
    return Case(
        sponsor=Sponsor(**(SPONSOR | (sponsor or {}))),
        members=[FamilyMember(**one) for one in (told, *rest)],
        decided_on=decided_on,
    )


def reg(who, sponsor=None, others=None, **facts):
    """Give what comes out on the regular route."""
    return assess(family(who, sponsor, others, **facts), REGULAR)["person"]


def nareis(who, sponsor=None, **facts):
    """Give the verdict of nareis from 12 June 2026 on."""
    return assess(family(who, sponsor, **facts), PROPOSED)["person"].verdict


def on_income(who, amount, until=NEVER, sponsor=None, others=None, **facts):
    """Give what comes out for a sponsor whose means are worked out from the income."""
    case = family(who, sponsor, others, **facts)
    told = SPONSOR | (sponsor or {})
    del told["means"]
    told |= {"income_per_month": Decimal(str(amount)), "income_until": until}
    told.setdefault("income_sufficient_since", D3)
    return assess(Case(sponsor=Sponsor(**told), members=case.members, decided_on=case.decided_on), REGULAR)["person"]


YOUNG = date(2006, 3, 1)
"""20 on D4; 21 on 1 March 2027."""
TURNS_21 = date(2027, 3, 1)
DUTCH = {"residence": "dutch"}
REGULAR_PERMIT = {"residence": "regular", "regular_stay": "non_temporary", "lawful_since": date(2026, 2, 1)}
MINOR = {"born_on": date(2010, 1, 1), "unaccompanied_minor": True, "means": False}


def mother(**facts):
    """Give the parent of a step child."""
    return {"mother": PEOPLE["spouse"] | facts}


# Each: what it is, whom it is about, the sponsor's facts, the person's facts, the verdict, the other readings'
# verdicts, and the condition that decides (None: all are met).
OUTCOMES = [
    ("3.14 b: unmarried partner", "partner", {}, {}, "eligible", set(), None),
    ("3.14 b: not attested", "partner", {}, {"relationship_attested": False}, "not_yet", set(), "attested"),
    ("3.14 b: under 21", "partner", {}, {"born_on": YOUNG}, "not_yet", set(), "member-21"),
    ("3.15 lid 1: sponsor under 21", "partner", {"born_on": YOUNG}, {}, "not_yet", set(), "sponsor-21"),
    (
        "3.15, C-338/13: sponsor 20 on D3 and 21 on D4",
        "partner",
        {"born_on": date(2005, 8, 1)},
        {},
        "eligible",
        {"not_yet"},
        None,
    ),
    ("3.14 b 2°: still married", "partner", {}, {"married_to_another": "yes"}, "not_yet", set(), "not-tied-to-another"),
    ("3.14 b 2°: no divorce", "partner", {}, {"married_to_another": "cannot_dissolve"}, "eligible", set(), None),
    ("3.14 b 1°: half-siblings", "partner", {}, {"closely_related": True}, "excluded", set(), "not-closely-related"),
    ("3.14 b: invalid religious marriage", "spouse", {}, {"marriage_valid": False}, "eligible", set(), None),
    ("3.14 b, Vw 8 c: partner of subsidiary", "partner", SUBSIDIARY, {}, "eligible", set(), None),
    ("3.14 a: spouse of subsidiary", "spouse", SUBSIDIARY, {}, "eligible", set(), None),
    ("3.22: no means", "spouse", SUBSIDIARY | {"means": False}, {}, "not_yet", set(), "means"),
    ("3.17: reception centre", "spouse", SUBSIDIARY | {"housing": "reception"}, {}, "eligible", set(), None),
    (
        "3.22 lid 2: pension age",
        "spouse",
        SUBSIDIARY | {"means": False, "pension_age_reached": True},
        {},
        "eligible",
        set(),
        None,
    ),
    (
        "3.22 lid 2: freed from the duty to work",
        "spouse",
        SUBSIDIARY | {"means": False, "released_from_work_duty": True},
        {},
        "eligible",
        set(),
        None,
    ),
    (
        "P24, 3.14 a: 19, married before D0",
        "spouse",
        {"born_on": date(2004, 1, 1)},
        {"born_on": date(2007, 1, 1)},
        "eligible",
        {"not_yet"},
        None,
    ),
    (
        "P24, 3.15: both young, married before D0",
        "spouse",
        {"born_on": date(2006, 1, 1)},
        {"born_on": date(2007, 1, 1)},
        "eligible",
        {"not_yet"},
        None,
    ),
    (
        "3.14 a, B7/3.1.2: 19, married between D0 and D2",
        "spouse",
        {},
        {"born_on": date(2007, 1, 1), "married_on": D2},
        "not_yet",
        {"eligible"},
        "member-21",
    ),
    (
        "3.14 a: 19, married after D2",
        "spouse",
        {},
        {"born_on": date(2007, 1, 1), "married_on": date(2024, 5, 2)},
        "not_yet",
        set(),
        "member-21",
    ),
    (
        "BW 10:32: 17, married before D0",
        "spouse",
        {},
        {"born_on": date(2009, 1, 1)},
        "excluded",
        set(),
        "marriage-recognised",
    ),
    ("3.14 a: married after D0", "spouse", {}, {"married_on": date(2023, 9, 1)}, "eligible", set(), None),
    ("3.14 a: registered partner", "registered", {}, {"born_on": date(1996, 1, 1)}, "eligible", set(), None),
    (
        "3.16, B7/3.1.4: a second spouse",
        "spouse",
        {"lives_with_other_partner": True},
        {"other_spouse_chosen": True},
        "excluded",
        set(),
        "one-at-a-time",
    ),
    ("3.18, 3.71: here on a visit visa", "spouse", {}, {"entered_on": date(2026, 6, 1)}, "not_yet", set(), "mvv"),
    (
        "Vw 17: here, British",
        "spouse",
        {},
        {"entered_on": date(2026, 6, 1), "mvv_exempt": True},
        "eligible",
        set(),
        None,
    ),
    (
        "3.22a lid 1: no declaration",
        "spouse",
        SUBSIDIARY | {"declares": False},
        {},
        "not_yet",
        set(),
        "sponsor-declares",
    ),
    ("3.22a lid 2 a: designated", "spouse", {"declares": False}, {}, "eligible", set(), None),
    ("3.15, Vw 8 c: derived permit", "spouse", {"residence": "derived"}, {}, "eligible", set(), None),
    ("3.15 lid 1 a: naturalised", "spouse", DUTCH, {"exam_passed": "yes"}, "eligible", set(), None),
    ("3.71a: exam not passed", "spouse", DUTCH, {"exam_passed": "no"}, "not_yet", set(), "integration-exam"),
    ("Vw 16 lid 1 h: an American", "spouse", DUTCH, {"exam_passed": "no", "mvv_exempt": True}, "eligible", set(), None),
    (
        "3.15 lid 3: the sponsor's year",
        "spouse",
        REGULAR_PERMIT,
        {"exam_passed": "yes"},
        "not_yet",
        set(),
        "sponsor-year",
    ),
    (
        "B7/2.2, 3.15 lid 1 b: study permit",
        "spouse",
        {"residence": "regular", "regular_stay": "temporary"},
        {},
        "eligible",
        {"excluded"},
        None,
    ),
    (
        "P24: exchange permit",
        "spouse",
        {"residence": "regular", "regular_stay": "excluded_purpose"},
        {"exam_passed": "yes"},
        "excluded",
        set(),
        "sponsor-stays",
    ),
    ("3.77 lid 1 a: 1F of the member", "spouse", {}, {"excluded_1f": True}, "excluded", set(), "public-order"),
    ("3.77 lid 1 b: 1F of the sponsor", "spouse", {"excluded_1f": True}, {}, "excluded", set(), "public-order"),
    ("3.77 lid 1 b: partner from abroad", "partner", {"excluded_1f": True}, {}, "eligible", set(), None),
    (
        "3.77 lid 1 c, 4: fined lately",
        "spouse",
        {},
        {"crime_sanction": "recent"},
        "excluded",
        {"undetermined"},
        "public-order",
    ),
    ("B1/4.4: fined long ago", "spouse", {}, {"crime_sanction": "over"}, "eligible", set(), None),
    ("3.14 c: own child", "child", {}, {}, "eligible", set(), None),
    (
        "B7/3.2.3: the other parent refuses",
        "child",
        {},
        {"custody_of_sponsor": "shared", "consent_other_parent": "missing"},
        "excluded",
        set(),
        "consent",
    ),
    (
        "B7/3.2.3: an authority agrees",
        "child",
        {},
        {"custody_of_sponsor": "shared", "consent_other_parent": "given"},
        "eligible",
        set(),
        None,
    ),
    ("3.14 c: by acknowledgement", "child", {}, {"parentage": "legal", "family_since": D0}, "eligible", set(), None),
    ("C-133/19: 17 on D3, 18 on D4", "child", {}, {"born_on": date(2008, 8, 1)}, "eligible", set(), None),
    ("3.14 c: 17 on D1, 18 on D3", "child", {}, {"born_on": date(2006, 1, 1)}, "excluded", set(), "under-18"),
    (
        "B7/3.2.1: married child of 16",
        "child",
        {},
        {"born_on": date(2010, 1, 1), "married": True},
        "excluded",
        set(),
        "not-independent",
    ),
    (
        "B7/3.2.1: born after the flight",
        "child",
        {},
        {"born_on": date(2024, 6, 1)},
        "eligible",
        {"excluded"},
        None,
    ),
    (
        "3.15, Directive 4(5): sponsor of 20",
        "child",
        {"born_on": YOUNG},
        {"born_on": date(2023, 1, 1)},
        "not_yet",
        {"eligible"},
        "sponsor-21",
    ),
    (
        "3.16, B7/3.2.6: child of a wife not chosen",
        "child",
        {},
        {"parent_member": "not_chosen"},
        "excluded",
        {"eligible"},
        "one-at-a-time",
    ),
    ("3.16: that wife has died", "child", {}, {"parent_member": "none"}, "eligible", set(), None),
    ("3.28, B7/3.7: nephew", "nephew", {}, {}, "eligible", set(), None),
    (
        "3.28 lid 1 b: an aunt there",
        "nephew",
        {},
        {"no_acceptable_future": False},
        "excluded",
        set(),
        "no-acceptable-future",
    ),
    ("3.28: no age of the sponsor", "nephew", {"born_on": date(2007, 6, 1)}, {}, "eligible", set(), None),
    ("3.28 lid 4: no means", "nephew", {"means": False}, {}, "not_yet", set(), "means"),
    ("3.28 lid 4: pension age", "nephew", {"means": False, "pension_age_reached": True}, {}, "eligible", set(), None),
    ("form 7018: raised by the sponsor", "foster", {}, {}, "eligible", {"excluded"}, None),
    (
        "B7/3.7.1, 3.28: never in the family",
        "foster",
        {},
        {"raised_abroad_by_sponsor": False},
        "excluded",
        {"eligible"},
        "foster-kin",
    ),
    (
        "B7/3.7.1, C-635/17: no custody to be had",
        "nephew",
        {},
        {"custody_of_sponsor": "none"},
        "excluded",
        {"eligible"},
        "foster-custody",
    ),
    ("3.28, B7/3.7: brother of an adult", "brother", {}, {}, "eligible", set(), None),
    ("3.14 c, RVS:2024:2145: daughter of 20", "child", {}, {"born_on": date(2005, 1, 1)}, "excluded", set(), "listed"),
    (
        "Kumari: son of 28",
        "child",
        {"born_on": date(1976, 1, 1)},
        {"born_on": date(1998, 1, 1), "own_family": True},
        "excluded",
        set(),
        "listed",
    ),
    ("3.14, 3.24a: mother of an adult", "mother", {}, {}, "excluded", set(), "listed"),
    ("grandmother", "grandmother", {}, {}, "excluded", set(), "listed"),
    ("C-560/20, 3.24a lid 2: refugee's mother", "mother", MINOR, {}, "eligible", {"not_yet"}, None),
    ("3.24a lid 2: subsidiary", "mother", MINOR | {"protection": "subsidiary"}, {}, "not_yet", {"eligible"}, "means"),
    ("3.24a lid 1: brother of a minor", "brother", MINOR, {"born_on": date(2018, 1, 1)}, "excluded", set(), "listed"),
    ("3.24a lid 1: step father", "mother", MINOR, {"parentage": "step"}, "excluded", set(), "listed"),
    (
        "3.24a lid 1: in the care of an uncle",
        "mother",
        MINOR | {"unaccompanied_minor": False},
        {},
        "excluded",
        set(),
        "sponsor-uam",
    ),
]


@pytest.mark.parametrize(
    ("who", "sponsor", "facts", "expected", "others", "condition"),
    [row[1:] for row in OUTCOMES],
    ids=[row[0] for row in OUTCOMES],
)
def test_expected_outcome(who, sponsor, facts, expected, others, condition):
    """What each family comes to, what decides, and which other readings there are."""
    found = reg(who, sponsor, **facts)
    assert found.verdict == expected, found.missing
    assert set(disputed(found).values()) == others
    if condition is None:
        assert unmet(found) == []
    else:
        assert holds(found, condition) is False
    if expected == "excluded":
        assert found.discretionary


UNKNOWNS = [
    ("3.14 b", "partner", {}, {"relationship_attested": None}, "person.relationship_attested"),
    ("3.71a", "spouse", DUTCH, {"exam_passed": None}, "person.exam_passed"),
    ("3.14 c", "child", {}, {"custody_of_sponsor": None, "consent_other_parent": "given"}, "person.custody_of_sponsor"),
    ("3.28 lid 1 b", "nephew", {}, {"no_acceptable_future": None}, "person.no_acceptable_future"),
    (
        "3.15 lid 1",
        "spouse",
        {"residence": "regular", "lawful_since": D2},
        {"exam_passed": "yes"},
        "sponsor.regular_stay",
    ),
    ("3.15 lid 3", "spouse", REGULAR_PERMIT | {"lawful_since": None}, {"exam_passed": "yes"}, "sponsor.lawful_since"),
]


@pytest.mark.parametrize(
    ("who", "sponsor", "facts", "missing"), [row[1:] for row in UNKNOWNS], ids=[r[0] for r in UNKNOWNS]
)
def test_what_is_missing_is_asked(who, sponsor, facts, missing):
    """A fact that decides and is not known leaves it open, and is named."""
    found = reg(who, sponsor, **facts)
    assert (found.verdict, found.missing) == ("undetermined", (missing.removeprefix("person."),))


def test_days_of_the_ages_and_of_the_year():
    """Vb 3.14, 3.15: the day is told from which time has done it."""
    assert reg("partner", born_on=YOUNG).eligible_from == TURNS_21
    assert reg("partner", {"born_on": YOUNG}).eligible_from == TURNS_21
    assert reg("spouse", REGULAR_PERMIT, exam_passed="yes").eligible_from == date(2027, 2, 1)
    assert reg("spouse", SUBSIDIARY | {"means": False}).eligible_from is None  # action only


@pytest.mark.parametrize(("born_on", "expected"), [(date(2005, 10, 1), "eligible"), (date(2005, 10, 2), "not_yet")])
def test_21_on_the_decision(born_on, expected):
    """Vb 3.14 b: on the birthday itself a partner is old enough."""
    assert reg("partner", born_on=born_on).verdict == expected


@pytest.mark.parametrize(("born_on", "expected"), [(date(2008, 7, 2), "eligible"), (date(2008, 7, 1), "excluded")])
def test_18_on_the_application(born_on, expected):
    """Vb 3.14 c with C-133/19: under 18 on D3."""
    assert reg("child", born_on=born_on).verdict == expected


def test_childs_age_of_a_sponsor_whom_the_directive_does_not_bind():
    """Vb 3.14 c: for subsidiary protection it can be the decision too."""
    found = reg("child", SUBSIDIARY, born_on=date(2008, 8, 1))
    assert (found.verdict, disputed(found)) == ("eligible", {"regular-child-age-on-decision": "excluded"})


@pytest.mark.parametrize(
    ("married_on", "main", "other"),
    [
        (date(2023, 2, 28), "eligible", {"not_yet"}),
        (D0, "not_yet", {"eligible"}),
        (D2, "not_yet", {"eligible"}),
        (date(2024, 5, 2), "not_yet", set()),
    ],
)
def test_when_a_young_couple_married(married_on, main, other):
    """Vb 3.14 a with the policy: before D0, from D0 to D2, after D2."""
    found = reg("spouse", born_on=date(2006, 1, 1), married_on=married_on)
    assert (found.verdict, set(disputed(found).values())) == (main, other)


def test_year_with_a_common_child():
    """Vb 3.15 lid 3 c: with a minor child the year may not be asked."""
    child = {"child": _CHILD | {"born_on": date(2023, 1, 1), "parent_member": "person"}}
    case = family("spouse", REGULAR_PERMIT, child, exam_passed="yes")
    for found in assess(case, REGULAR).outcomes:
        assert (found.verdict, disputed(found)["regular-year-with-child"]) == ("not_yet", "eligible")


@pytest.mark.parametrize(("since", "expected"), [(date(2025, 10, 1), "eligible"), (date(2025, 10, 2), "not_yet")])
def test_year_is_over(since, expected):
    """Vb 3.15 lid 3: a year of lawful stay on D4."""
    assert reg("spouse", REGULAR_PERMIT | {"lawful_since": since}, exam_passed="yes").verdict == expected


class TestMeans:
    """Vb arts 3.73-3.75."""

    def test_below_the_norm_is_weighed(self):
        """Vb 3.74, C-578/08: 20 euro too little is not yet, or open."""
        found = on_income("spouse", NORM - 20)
        assert (found.verdict, disputed(found)) == ("not_yet", {"regular-means-below-norm": "undetermined"})

    @pytest.mark.parametrize(("amount", "expected"), [(NORM, "eligible"), (NORM - Decimal("0.01"), "not_yet")])
    def test_norm_of_a_couple(self, amount, expected):
        """Vb 3.74 lid 1 a."""
        assert on_income("spouse", amount).verdict == expected

    @pytest.mark.parametrize(("amount", "expected"), [("1766.77", "eligible"), ("1766.76", "not_yet")])
    def test_norm_of_a_single_parent(self, amount, expected):
        """Voorschrift 3.19 lid 1: 70 percent, in whole cents; the norm is told where it is not reached."""
        found = on_income("child", amount)
        assert found.verdict == expected
        figures = [value for reason in found.reasons for part in reason.parts for _, value in part.figures]
        assert [1766 < value < 1767 for value in figures] == [True] * (expected == "not_yet")

    def test_single_father_and_his_spouse(self):
        """Vb 3.74 lid 1 a: with a partner who comes, the norm of a couple is asked for both."""
        assert on_income("child", 1800).verdict == "eligible"
        assert on_income("child", 1800, others={"wife": PEOPLE["spouse"]}).verdict == "not_yet"
        assert on_income("spouse", 1800, others={"child": _CHILD}).verdict == "not_yet"

    def test_disabled(self):
        """Vb 3.22 lid 2, B7/2.1.1: IVA releases, WGA does not."""
        assert on_income("spouse", 1200, sponsor=SUBSIDIARY | {"unable_to_work": True}).verdict == "eligible"
        found = on_income("spouse", 1200, sponsor=SUBSIDIARY | {"income_source": "benefit"})
        assert (found.verdict, set(disputed(found).values())) == ("not_yet", {"undetermined"})

    @pytest.mark.parametrize(
        ("until", "since", "expected"),
        [
            (date(2027, 2, 1), date(2025, 7, 1), "eligible"),
            (date(2027, 1, 1), date(2025, 7, 1), "eligible"),
            (date(2026, 12, 31), date(2025, 7, 1), "not_yet"),
            (date(2027, 2, 1), date(2025, 7, 2), "not_yet"),
        ],
    )
    def test_half_a_year_after_a_year(self, until, since, expected):
        """Annex 7111 (P25): six months ahead and twelve behind; not in Vb 3.75."""
        found = on_income("spouse", 3000, until, {"income_sufficient_since": since})
        assert found.verdict == expected
        assert (disputed(found).get("regular-means-year-behind") == "not_yet") is (expected == "eligible")

    @pytest.mark.parametrize(("until", "expected"), [(date(2027, 6, 30), "eligible"), (date(2027, 6, 29), "not_yet")])
    def test_a_year_ahead(self, until, expected):
        """Vb 3.75 lid 1: a year ahead on D3."""
        assert on_income("spouse", 3000, until).verdict == expected

    @pytest.mark.parametrize(("since", "expected"), [(date(2023, 10, 1), "eligible"), (date(2023, 10, 2), "not_yet")])
    def test_three_years_of_wages(self, since, expected):
        """Vb 3.75 lid 3."""
        found = on_income("spouse", 3000, date(2026, 11, 1), {"income_sufficient_since": since})
        assert found.verdict == expected

    def test_three_years_of_wages_are_one_rule(self):
        """Vb 3.75 lid 3 and 3.105 say the same of wages; only what cures their lack differs."""
        [here], [beside_asylum] = (law.details["three-years-of-income"] for law in (REGULAR, PROPOSED))
        assert (here.text, here.function) == (beside_asylum.text, beside_asylum.function)
        assert (here.curable.value, beside_asylum.curable.value) == ("action", "time")
        assert here.sources != beside_asylum.sources

    @pytest.mark.parametrize(("since", "expected"), [(date(2025, 4, 1), "eligible"), (date(2025, 4, 2), "not_yet")])
    def test_own_business(self, since, expected):
        """Voorschrift 3.20 lid 1: eighteen months, and a year ahead."""
        business = {"income_source": "own_business", "income_sufficient_since": since}
        found = on_income("spouse", 3000, sponsor=business)
        assert found.verdict == expected
        if expected == "not_yet":
            assert set(disputed(found).values()) == {"undetermined"}

    @pytest.mark.parametrize(("since", "expected"), [(date(2025, 7, 1), "eligible"), (date(2025, 7, 2), "not_yet")])
    def test_capital(self, since, expected):
        """Vb 3.75 lid 2: there for a year."""
        capital = {"income_source": "capital", "income_sufficient_since": since}
        assert on_income("spouse", 3000, sponsor=capital).verdict == expected

    @pytest.mark.parametrize(("starts", "expected"), [(D4, "eligible"), (date(2026, 10, 2), "not_yet")])
    def test_income_that_begins_later(self, starts, expected):
        """B1/4.3.2: all at one moment between D3 and D4."""
        assert on_income("spouse", 3000, sponsor={"income_from": starts}).verdict == expected

    def test_refugee_in_time(self):
        """Vb 3.22; Directive 12(1): in time no income may be asked of a refugee."""
        found = reg("spouse", {"means": False}, applied_on=D3.replace(2024))
        assert (found.verdict, disputed(found)) == ("not_yet", {"regular-means-of-refugee-in-time": "eligible"})
        assert disputed(reg("spouse", {"means": False})) == {}

    def test_norm_of_a_minor(self):
        """Vb 3.24a lid 2, Voorschrift 3.19 lid 1: the couple's norm, or that of a single."""
        minor = MINOR | {"protection": "subsidiary"}
        assert disputed(on_income("mother", 1800, sponsor=minor))["regular-means-norm-of-minor"] == "eligible"

    def test_partner_who_earns_here(self):
        """B7/3.2.5: for a child the income of the partner here counts; for a spouse it does not."""
        sponsor = {"partner_income_per_month": Decimal(3000), "lives_with_other_partner": True}
        assert on_income("child", 0, sponsor=sponsor).verdict == "eligible"
        assert on_income("spouse", 0, sponsor=sponsor | {"lives_with_other_partner": False}).verdict == "not_yet"


class TestStepChild:
    """Vb 3.13 lid 2 with B7/3.2.1."""

    def test_with_the_mother(self):
        """By policy it comes with its mother; it is not on the list of 3.14."""
        found = reg("step", others=mother())
        assert (found.verdict, disputed(found)) == ("eligible", {"regular-step-child": "excluded"})
        assert "by-policy-child" in notes(found)

    def test_mothers_verdict_is_the_ceiling(self):
        """An unmarried mother of 20 waits, and the child with her."""
        young = {"mother": PEOPLE["partner"] | {"born_on": date(2006, 1, 1)}}
        found = reg("step", others=young, born_on=date(2022, 1, 1))
        assert (found.verdict, disputed(found)["regular-step-child"]) == ("not_yet", "excluded")

    def test_custody_of_the_mother(self):
        """Without her custody it is excluded; with shared custody the other must not refuse."""
        assert holds(reg("step", others=mother(), custody="none"), "custody") is False
        found = reg("step", others=mother(), custody="shared", consent_other_parent="missing")
        assert holds(found, "consent") is False

    @pytest.mark.parametrize(
        ("since", "expected", "others"),
        [
            (date(2025, 9, 1), "eligible", {"excluded"}),
            (date(2026, 3, 1), "not_yet", {"eligible", "excluded"}),
        ],
    )
    def test_mother_with_a_regular_family_permit_as_sponsor(self, since, expected, others):
        """B7/2.2, 3.2.5; 3.15 lid 1 b, lid 3: her partner's income counts; the year may be asked."""
        sponsor = {
            "residence": "regular",
            "regular_stay": "family_temporary",
            "lawful_since": since,
            "has_partner": True,
            "partner_income_per_month": Decimal(3000),
        }
        found = on_income("child", 0, sponsor=sponsor)
        assert (found.verdict, set(disputed(found).values())) == (expected, others)
        if expected == "not_yet":
            assert found.eligible_from == date(2027, 3, 1)

    def test_mother_who_came_by_nareis_as_sponsor(self):
        """Vw 8 c, 3.14 c: a derived asylum permit makes a sponsor."""
        assert reg("child", {"residence": "derived"}).verdict == "eligible"

    def test_parent_here(self):
        """With a parent who is here the year may be asked; the form only warns of it."""
        found = reg("step", parent_member="here")
        assert disputed(found)["regular-step-parent-here"] == "undetermined"


class TestBesideNareis:
    """What nareis gives the same family."""

    def test_nareis_is_closed(self):
        """The partner, the invalid marriage, the later marriage, the derived sponsor: nareis is closed to all."""
        assert nareis("partner") == "excluded"
        assert nareis("spouse", marriage_valid=False) == "excluded"
        assert nareis("spouse", married_on=date(2023, 9, 1)) == "excluded"
        assert nareis("spouse", {"residence": "derived"}) == "excluded"

    def test_nareis_waits(self):
        """In the two years of a subsidiary sponsor this route is open now (Vb 3.14 a)."""
        assert nareis("spouse", SUBSIDIARY) == "not_yet"


def test_sponsor_of_1f_under_the_words_of_before_june_2026():
    """Vb 3.77 lid 1 b: partners were named until 11 June 2026, the parents of a minor since."""
    old = {"decided_on": date(2026, 6, 11), "applied_on": date(2026, 1, 5)}
    excluded = {"excluded_1f": True}
    assert reg("partner", excluded, **old).verdict == "excluded"
    assert reg("partner", excluded, **old | {"decided_on": date(2026, 6, 12)}).verdict == "eligible"
    assert reg("mother", MINOR | excluded, applied_on=date(2026, 6, 11)).verdict == "eligible"
    assert reg("mother", MINOR | excluded, applied_on=date(2026, 6, 12)).verdict == "excluded"
    assert reg("partner", excluded, entered_on=date(2026, 1, 1), mvv_exempt=True).verdict == "excluded"


def test_no_verdict_before_june_2013():
    """Stb. 2013, 184: of an older application nothing is said."""
    days = {"sponsor": {"entered_on": date(2010, 1, 1), "asylum_applied_on": date(2010, 1, 1)}}
    days["sponsor"] |= {"permit_notified_on": date(2010, 6, 1), "born_on": date(1980, 1, 1)}
    people = {"born_on": date(1985, 1, 1), "family_since": date(2005, 1, 1)}
    for day, expected in ((date(2013, 5, 31), "undetermined"), (date(2013, 6, 1), "eligible")):
        assert reg("partner", applied_on=day, **days, **people).verdict == expected
    assert "older-regular-version" in notes(reg("partner", applied_on=date(2013, 6, 1), **days, **people))


@pytest.mark.parametrize(
    ("fact", "value", "condition"),
    [
        ("will_live_together", False, "common-household"),
        ("tb_willing", False, "tuberculosis"),
        ("travel_document", "none", "travel-document"),
    ],
)
def test_action_cures(fact, value, condition):
    """Vb 3.17, 3.21, 3.19: what somebody can still do makes it not yet."""
    found = reg("partner", **{fact: value})
    assert (found.verdict, holds(found, condition)) == ("not_yet", False)


@pytest.mark.parametrize(
    ("fact", "value", "condition"),
    [
        ("false_information_before", True, "false-data"),
        ("sham", True, "genuine-tie"),
        ("tie_plausible", False, "genuine-tie"),
        ("bond_broken", True, "bond-not-broken"),
        ("public_order", True, "public-order"),
        ("durable_relationship", False, "durable-relationship"),
    ],
)
def test_what_time_and_action_do_not_cure(fact, value, condition):
    """Vb 3.77, 3.29, 3.14 b: these exclude, and the authority may, but need not, refuse for them."""
    found = reg("partner", **{fact: value})
    assert (found.verdict, holds(found, condition), found.discretionary) == ("excluded", False, True)


def test_missing_papers_of_a_refugees_spouse():
    """Directive 11(2), C-635/17: never a reason by themselves."""
    assert reg("spouse", travel_document="none").verdict == "eligible"
    assert reg("spouse", SUBSIDIARY, travel_document="none").verdict == "not_yet"
    assert reg("spouse", SUBSIDIARY, travel_document="cannot_get").verdict == "eligible"


@pytest.mark.parametrize(
    ("who", "fact", "last"), [("spouse", "married_on", date(2023, 2, 28)), ("child", "family_since", D0)]
)
def test_missing_papers_after_a_later_tie(who, fact, last):
    """Directive 9(2), Vb 3.19: the privilege is for a tie from before the entry."""
    for day, expected in ((last, "eligible"), (last + timedelta(days=1), "not_yet")):
        assert reg(who, travel_document="none", **{fact: day}).verdict == expected


def test_young_parents_of_an_old_marriage():
    """3.15 lid 1: where the old marriage carries a spouse of 19, the 21 of their child's sponsor is contested as well."""
    young = {"born_on": date(2006, 5, 1), "married_on": date(2022, 1, 1)}
    child = {"born_on": date(2023, 1, 1), "parent_member": "mother", "consent_other_parent": "given"}
    sponsor = SUBSIDIARY | {"born_on": YOUNG}
    found = reg("child", sponsor, mother(**young), **child)
    assert (found.verdict, found.eligible_from) == ("not_yet", TURNS_21)
    assert disputed(found) == {"regular-sponsor-age-for-child": "eligible"}
    later = mother(**young | {"married_on": date(2024, 1, 1)})
    assert disputed(reg("child", sponsor, later, **child)) == {}


def test_child_kept_back_by_military_service():
    """B7/3.2.1 (P15): a child that was a minor when the others left may be over 18."""
    born = {"born_on": date(2005, 6, 1)}
    assert reg("child", **born).verdict == "excluded"
    assert reg("child", in_military_service=True, **born).verdict == "eligible"


@pytest.mark.parametrize(
    ("fact", "value", "expected", "condition"),
    [
        ("medical_statement", False, "not_yet", "medical-statement"),
        ("carers_able", False, "excluded", "carers-able"),
        ("consent_other_parent", "missing", "excluded", "foster-consent"),
    ],
)
def test_child_that_is_taken_in(fact, value, expected, condition):
    """Vb 3.28 lid 1-3."""
    found = reg("nephew", **{fact: value})
    assert (found.verdict, holds(found, condition)) == (expected, False)


@pytest.mark.parametrize(
    ("who", "facts", "name"),
    [
        ("partner", {"closely_related": True}, "article-8-couple"),
        ("child", {"custody_of_sponsor": "none"}, "article-8-minor-child"),
        ("child", {"born_on": date(2005, 1, 1)}, "article-8-young-adult"),
        ("mother", {}, "article-8-other-kin"),
    ],
)
def test_article_8_names_what_matters_for_the_person(who, facts, name):
    """The remark on art. 8 ECHR is that of the relation and the age, and one only."""
    assert [one for one in notes(reg(who, **facts)) if one.startswith("article-8")] == [name]


def test_a_young_adult_who_stands_on_his_own_hears_of_additional_elements():
    """RVS:2024:2145 asks that he lives with the parents and has no family of his own; else Kumari."""
    found = notes(reg("child", born_on=date(2004, 1, 1), own_family=True))
    assert "article-8-adult-child" in found


def test_other_ways_of_a_child():
    """Vb 3.23 for a child born after the entry, 3.26 and 3.27 for a foster child: a remark only."""
    assert "child-born-here" in notes(reg("child", born_on=date(2024, 1, 1)))
    assert "child-born-here" not in notes(reg("child"))
    assert "adoption-is-another-way" in notes(reg("foster", raised_abroad_by_sponsor=False))
    assert "adoption-is-another-way" not in notes(reg("child", custody_of_sponsor="none"))


def test_policy_is_named_where_it_counts():
    """An aunt cannot be taken in, so nothing of her outcome rests on the policy for that."""
    assert "by-policy-child" in notes(reg("nephew"))
    assert "by-policy-child" not in notes(reg("nephew", born_on=date(1980, 1, 1)))


def test_remarks():
    """One address, never withdraw nareis, what the permit is worth, and what rests on policy only."""
    found = notes(reg("spouse", SUBSIDIARY | {"housing": "reception"}))
    assert {"one-address", "beside-nareis", "regular-permit", "regular-permit-is-weaker"} <= set(found)
    assert "by-policy-couple" in notes(reg("spouse", {"born_on": date(2006, 1, 1)}, born_on=date(2007, 1, 1)))
    assert "by-policy-couple" not in notes(reg("spouse"))
    assert "late-refugee" in notes(reg("spouse"))
    assert "nareis-first" in notes(reg("spouse", applied_on=D3.replace(2024)))


OF_AGE_SINCE = {"born_on": date(2006, 6, 1), "unaccompanied_minor": True, "means": True}
"""17 on D1 (1 March 2023), 18 from 1 June 2024 on."""


class TestAgeOfTheMinor:
    """Vb 3.24a with C-550/16 and C-560/20: on which day the sponsor must be a minor."""

    @pytest.mark.parametrize(
        ("applied_on", "expected"),
        [
            (date(2024, 5, 31), "eligible"),  # still 17
            (date(2024, 6, 1), "eligible"),  # 18, and within the term
            (date(2024, 8, 1), "eligible"),
            (date(2024, 8, 2), "excluded"),
        ],
    )
    def test_a_refugee_in_time(self, applied_on, expected):
        """Minority is fixed on D1 for who applies within the three months."""
        assert reg("mother", OF_AGE_SINCE, applied_on=applied_on).verdict == expected

    def test_a_refugee_of_age_on_d1(self):
        """Of age on D1 is no minor, however soon the application."""
        adult = OF_AGE_SINCE | {"born_on": date(2005, 3, 1)}
        assert reg("mother", adult, applied_on=date(2024, 6, 1)).verdict == "excluded"
        almost = OF_AGE_SINCE | {"born_on": date(2005, 3, 2)}
        assert reg("mother", almost, applied_on=date(2024, 6, 1)).verdict == "eligible"

    def test_subsidiary_protection(self):
        """The day of the application counts; D1 and D4 are other readings."""
        sponsor = OF_AGE_SINCE | {"protection": "subsidiary"}
        late = reg("mother", sponsor, applied_on=date(2024, 6, 1))
        assert (late.verdict, disputed(late)) == ("excluded", {"regular-uam-age-on-asylum-application": "eligible"})
        still_minor = reg("mother", sponsor, applied_on=date(2024, 5, 31))
        assert (still_minor.verdict, disputed(still_minor)) == ("eligible", {"regular-uam-age-on-decision": "excluded"})


def _conditions(node):
    """Give all that has a name: the conditions by which a refusal is told, and those that these come down to."""
    return ([node] if node.id else []) + [one for part in node.children for one in _conditions(part)]


DETAILS_OF_NAREIS = {"consented-freely", "excusable-delay", "married-before-entry"}
"""What a condition of this route comes down to, and is written for nareis; the condition itself says that it is a power."""


def test_each_refusal_is_a_power():
    """Vw 16 lid 1 words every refusal as "may"; only of an application from before the texts that were read nothing is said."""
    asked = [one for ground in REGULAR.grounds for one in (*ground.conditions, *REGULAR.general)]
    named = [one for node in (*asked, REGULAR.unlisted) for one in _conditions(node)]
    assert {one.id for one in named if not one.discretionary} == {"law-read"} | DETAILS_OF_NAREIS


@pytest.mark.parametrize(
    ("consent", "expected"),
    [("given", "eligible"), ("not_needed", "eligible"), ("missing", "excluded"), (None, "undetermined")],
)
def test_a_child_raised_abroad_needs_consent_to_its_departure(consent, expected):
    """Form 7018, purpose 352: who raised the child there needs the consent of the parents or the authorities as well."""
    assert reg("foster", consent_other_parent=consent).verdict == expected


@pytest.mark.parametrize(
    ("tie", "expected"), [("yes", "not_yet"), ("cannot_dissolve", "eligible"), (None, "undetermined")]
)
def test_a_sponsor_who_is_tied_to_another(tie, expected):
    """Vb 3.14 b 2°: both must be unmarried, the sponsor too, unless that marriage cannot end."""
    assert reg("partner", {"married_to_another": tie}).verdict == expected


@pytest.mark.parametrize(("born_on", "expected"), [(date(2005, 10, 1), "eligible"), (date(2008, 10, 2), "excluded")])
def test_a_marriage_that_is_not_recognised_makes_a_partner_of_adults_only(born_on, expected):
    """Vb 3.14 b: where somebody was forced to marry the relationship can still count; never that of a sponsor under 18."""
    found = reg("spouse", {"born_on": born_on}, consented_freely=False)
    assert found.verdict == expected
    assert (found.ground == "regular-partner") is (expected == "eligible")


@pytest.mark.parametrize(
    ("alone", "supporting", "expected"),
    [(True, True, "excluded"), (True, False, "eligible"), (False, True, "eligible"), (True, None, "undetermined")],
)
def test_a_child_that_lives_alone_and_supports_itself(alone, supporting, expected):
    """B7/3.2.1: only both together make a child independent."""
    assert reg("child", lives_independently=alone, self_supporting=supporting).verdict == expected


@pytest.mark.parametrize(("served", "expected"), [(True, "eligible"), (False, "excluded")])
def test_a_child_kept_back_by_military_service(served, expected):
    """B7/3.2.1: who was a minor when the others left may be of age by now."""
    assert reg("child", born_on=date(2005, 1, 1), in_military_service=served).verdict == expected


def test_a_minor_child_whose_sponsor_does_not_know_d1():
    """Who is a minor on the application is one whatever the day of the asylum application was."""
    assert reg("child", {"asylum_applied_on": None}).verdict == "eligible"


@pytest.mark.parametrize(("parent_member", "expected"), [("none", "eligible"), ("here", "excluded")])
def test_a_step_child_can_be_taken_in_if_its_parent_does_not_come(parent_member, expected):
    """Vb 3.28: beside B7/3.2.1, which asks that the parent comes or is here; custody of that parent fails here."""
    raised = {"raised_abroad_by_sponsor": True, "consent_other_parent": "given", "foster_kin": False, "custody": "none"}
    found = reg("step", parent_member=parent_member, **raised)
    assert found.verdict == expected
    assert (found.ground == "regular-foster-child") is (expected == "eligible")


@pytest.mark.parametrize(("born_on", "expected"), [(date(2018, 1, 1), None), (date(2000, 1, 1), False)])
@pytest.mark.parametrize("who", ["nephew", "step"])
def test_adult_kin_is_told_that_no_ground_is_left(who, born_on, expected):
    """Vb 3.13 and 3.28 are for minors: an adult has art. 8 ECHR only, and is not told of step or foster children."""
    found = reg(who, others=mother() if who == "step" else None, born_on=born_on)
    assert ([reason.holds for reason in found.reasons if reason.condition == "listed"] == [False]) is (
        expected is False
    )


@pytest.mark.parametrize(("who", "cited"), [("spouse", "IND"), ("partner", "Vb 2000 art. 3.14")])
def test_what_the_age_of_a_couple_rests_on(who, cited):
    """Of a partner 21 stands in Vb 3.14 b; 18 for an old marriage is policy only (P24), and is told as that."""
    (reason,) = [one for one in reg(who, born_on=date(2006, 3, 1)).reasons if one.condition == "member-21"]
    assert reason.source.cite.en.startswith(cited)
    assert ("by policy" in reason.text.en) is (who == "spouse")


@pytest.mark.parametrize(
    ("sponsor", "expected"),
    [
        ({}, {}),
        (REGULAR_PERMIT | {"lawful_since": date(2020, 1, 1)}, {}),
        ({"residence": "dutch"}, {"regular-child-age-on-decision": "excluded"}),
        (SUBSIDIARY, {"regular-child-age-on-decision": "excluded"}),
    ],
)
def test_whom_the_directive_binds_for_the_age_of_a_child(sponsor, expected):
    """C-133/19 binds for a refugee and for a regular sponsor; a refugee who became Dutch is neither, nor is subsidiary."""
    found = reg("child", sponsor, born_on=date(2008, 8, 1))
    assert (found.verdict, disputed(found)) == ("eligible", expected)


@pytest.mark.parametrize(("residence", "expected"), [("asylum", True), ("dutch", False)])
def test_a_refugee_who_became_dutch_has_no_privilege(residence, expected):
    """Directive art. 12(1) is for refugees: of a Dutch sponsor in time an income is asked without dispute."""
    sponsor = {"residence": residence, "means": False}
    found = reg("spouse", sponsor, applied_on=date(2024, 7, 1), exam_passed="yes")
    assert found.verdict == "not_yet"
    assert ("eligible" in disputed(found).values()) is expected


@pytest.mark.parametrize(
    ("sponsor", "facts"), [({"lives_with_other_partner": True}, {}), ({}, {"other_spouse_chosen": True})]
)
def test_one_spouse_at_a_time(sponsor, facts):
    """Vb 3.16: another with whom the sponsor lives is enough to close it, and so is another who was chosen."""
    found = reg("spouse", sponsor, **facts)
    assert (found.verdict, unmet(found)) == ("excluded", ["one-at-a-time"])


@pytest.mark.parametrize(("purpose", "expected"), [("temporary", "eligible"), ("non_temporary", "not_yet")])
def test_no_exam_beside_a_temporary_purpose(purpose, expected):
    """Form of 2025: who joins a sponsor with a temporary purpose is exempt from the exam; beside a lasting one it is asked."""
    sponsor = {"residence": "regular", "regular_stay": purpose, "lawful_since": date(2020, 1, 1)}
    assert reg("spouse", sponsor, exam_passed="no").verdict == expected


@pytest.mark.parametrize(("until", "expected"), [(date(2027, 6, 29), True), (date(2027, 6, 30), False)])
def test_means_by_policy_only_are_told(until, expected):
    """Annex 7111 lets less than a year do after a year of wages (P25); a whole year ahead is the law, Vb 3.75 lid 1."""
    found = on_income("spouse", 3000, until, {"income_sufficient_since": date(2025, 7, 1)})
    assert (found.verdict, "by-policy-couple" in notes(found)) == ("eligible", expected)


@pytest.mark.parametrize(("income", "expected"), [("1734.57", "eligible"), ("1734.56", "not_yet")])
def test_norm_of_a_single_parent_is_in_cents(income, expected):
    """Voorschrift 3.19 lid 1: 70% of 2,477.95 is 1,734.565, and half a cent counts as one."""
    assert on_income("child", income, applied_on=date(2026, 6, 30)).verdict == expected


BEFORE_THE_NORMS = {"applied_on": date(2023, 12, 20), "decided_on": date(2026, 6, 30)}
"""Of an application from before 2024 the norm was not read; that of the decision is 2,477.95."""
EARNS_SINCE = {"income_sufficient_since": date(2023, 12, 1)}


@pytest.mark.parametrize(("income", "expected"), [("1734.57", "eligible"), ("1734.56", "undetermined")])
def test_norm_of_the_decision_where_that_of_the_application_is_not_known(income, expected):
    """Vb 3.103: either norm is enough."""
    assert on_income("child", income, sponsor=EARNS_SINCE, **BEFORE_THE_NORMS).verdict == expected


@pytest.mark.parametrize(
    ("facts", "partner", "expected"),
    [
        ({}, "1023.96", "eligible"),
        ({}, "1023.95", "not_yet"),
        ({"applied_on": date(2026, 6, 30)}, "977.95", "eligible"),
        ({"applied_on": date(2026, 6, 30)}, "977.94", "not_yet"),
        (BEFORE_THE_NORMS, "977.95", "eligible"),
        (BEFORE_THE_NORMS, "977.94", "undetermined"),
    ],
)
def test_the_partner_who_lives_here_earns_too(facts, partner, expected):
    """B7/3.2.5: for a child the income of the partner here is added, and both must reach the norm of a couple."""
    partner_here = {"has_partner": True, "partner_income_per_month": Decimal(partner)}
    sponsor = (EARNS_SINCE if facts is BEFORE_THE_NORMS else {}) | partner_here
    assert on_income("child", 1500, sponsor=sponsor, **facts).verdict == expected


@pytest.mark.parametrize(("who", "told"), [("spouse", False), ("partner", False), ("child", True), ("nephew", True)])
def test_what_a_single_parent_needs_is_told_of_children_only(who, told):
    """Voorschrift 3.19 lid 1: 70% is for a single parent, not for a couple."""
    (reason,) = [one for one in reg(who).reasons if one.condition == "means"]
    assert ("single parent" in reason.text.en) is told


def test_what_a_single_parent_needs_is_told_of_the_parents_of_a_minor():
    """Vb 3.24a lid 2 points to the norm of a couple; whether 70% is enough is contested, so both are named."""
    (reason,) = [one for one in reg("mother", MINOR).reasons if one.condition == "means"]
    assert "single parent" in reason.text.en


@pytest.mark.parametrize(
    ("sponsor", "norm"), [({}, Decimal("1766.772")), ({"has_partner": True, "partner_income_per_month": 1}, NORM)]
)
def test_which_norm_is_named(sponsor, norm):
    """Vb 3.74 and Voorschrift 3.19: of the half-year of the application, for a couple or 70% of it."""
    (reason,) = [one for one in on_income("child", 1000, sponsor=sponsor).reasons if one.condition == "means"]
    assert norm in [figure for part in reason.parts for _, figure in part.figures]


@pytest.mark.parametrize(("until", "expected"), [(date(2027, 7, 31), "eligible"), (date(2027, 7, 30), "not_yet")])
def test_income_that_begins_after_the_application(until, expected):
    """Vb 3.75 lid 1: it must last for a year from its own beginning, not from the application."""
    late = {"income_from": date(2026, 8, 1), "income_sufficient_since": date(2026, 8, 1)}
    assert on_income("spouse", 3000, until, late).verdict == expected


@pytest.mark.parametrize(("begins", "expected"), [(date(2026, 7, 1), "eligible"), (date(2026, 7, 2), "not_yet")])
def test_half_a_year_ahead_is_of_income_that_was_there(begins, expected):
    """Annex 7111 (P25): six months ahead on the application, of income that had begun by then."""
    sponsor = {"income_from": begins, "income_sufficient_since": date(2025, 7, 1)}
    assert on_income("spouse", 3000, date(2027, 2, 28), sponsor).verdict == expected


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (date(2025, 1, 1), date(2027, 6, 30), "eligible"),
        (date(2025, 1, 1), date(2027, 6, 29), "not_yet"),
        (date(2025, 4, 1), date(2027, 9, 30), "eligible"),
        (date(2025, 4, 1), date(2027, 9, 29), "not_yet"),
    ],
)
def test_own_business_is_certain_for_a_year_too(since, until, expected):
    """Voorschrift 3.20 lid 1: eighteen months and a year ahead, both on D3 or both on D4."""
    business = {"income_source": "own_business", "income_sufficient_since": since}
    assert on_income("spouse", 3000, until, business).verdict == expected


@pytest.mark.parametrize(
    ("sponsor", "expected"),
    [
        ({}, False),
        ({"released_from_work_duty": True}, True),
        ({"income_until": date(2027, 6, 29), "income_sufficient_since": date(2025, 7, 1)}, False),
        (REGULAR_PERMIT | {"regular_stay": "temporary"}, True),
        (REGULAR_PERMIT, False),
        ({"regular_stay": "temporary"}, False),
    ],
)
def test_what_rests_on_policy_only(sponsor, expected):
    """B7/2.1.1 and B7/2.2: release from the duty to work, a temporary purpose; not income that was told to be enough."""
    assert ("by-policy-couple" in notes(reg("spouse", sponsor, exam_passed="yes"))) is expected


def test_a_year_of_wages_is_part_of_the_policy():
    """Annex 7111: less than a year ahead is no policy for who has not a year behind."""
    found = on_income("spouse", 3000, date(2027, 6, 29), {"income_sufficient_since": date(2026, 1, 1)})
    assert (found.verdict, "by-policy-couple" in notes(found)) == ("not_yet", False)


@pytest.mark.parametrize(("married_on", "expected"), [(date(2023, 2, 28), True), (date(2023, 3, 1), False)])
def test_the_privilege_is_for_a_tie_from_before_the_entry(married_on, expected):
    """Directive art. 9(2): of a later marriage an income may be asked, in time as well."""
    found = reg("spouse", {"means": False}, applied_on=date(2024, 7, 1), married_on=married_on)
    assert ("regular-means-of-refugee-in-time" in disputed(found)) is expected


@pytest.mark.parametrize(
    ("who", "facts", "note", "expected"),
    [
        ("partner", {"applied_on": date(2023, 12, 31)}, "older-regular-version", True),
        ("partner", {"applied_on": date(2024, 1, 1)}, "older-regular-version", False),
        ("child", {"born_on": date(2014, 10, 1)}, "statement-of-antecedents", True),
        ("child", {"born_on": date(2014, 10, 2)}, "statement-of-antecedents", False),
        ("spouse", {"born_on": date(2005, 10, 2)}, "by-policy-couple", True),
        ("spouse", {"born_on": date(2005, 10, 1)}, "by-policy-couple", False),
    ],
)
def test_remarks_on_both_sides(who, facts, note, expected):
    """Vb 3.103 (read from 2024 on), 3.77 lid 11 (twelve years) and P24 (18 instead of 21 for an old marriage)."""
    assert (note in notes(reg(who, **facts))) is expected


def test_remarks_that_are_told_in_full_only():
    """Which version was read, and the statement about crimes, are told beside the rest."""
    told = {note.id: (note.aside, note.of_reading) for note in REGULAR.notes}
    assert told["statement-of-antecedents"] == (True, False)
    assert told["older-regular-version"] == (False, True)
    assert told["beside-nareis"] == (False, False)


def test_birthdays_of_this_route():
    """The person's 18th and 21st count, and the sponsor's 21st; the sponsor's 18th and the other days of nareis do not."""
    birthdays = {day.id: day.of_sponsor for day in REGULAR.milestones if day.kind is DayKind.BIRTHDAY}
    persons = ("child-turns-18", "sibling-turns-18", "spouse-turns-18", "turns-21")
    assert birthdays == dict.fromkeys(persons, False) | {"sponsor-turns-21": True}
    others = {day.id for day in REGULAR.milestones} - birthdays.keys()
    assert others == {"sponsor-year-over", "regular-decision-due", "regular-decision-due-90-days"}


@pytest.mark.parametrize(("married_on", "expected"), [(date(2023, 2, 28), True), (date(2023, 3, 1), False)])
def test_18_for_an_old_marriage_only_is_policy(married_on, expected):
    """P24: of a marriage from the entry on 21 is asked, and there is no policy to check."""
    found = reg("spouse", born_on=date(2006, 1, 1), married_on=married_on)
    assert ("by-policy-couple" in notes(found)) is expected


def test_18_is_for_no_unmarried_partner():
    """P24: no exception for partners, whatever celebration there was."""
    assert "by-policy-couple" not in notes(reg("partner", born_on=YOUNG, married_on=date(2020, 1, 1)))


@pytest.mark.parametrize(("released", "expected"), [(True, True), (False, False)])
def test_policy_on_means_is_told_of_a_child_too(released, expected):
    """B7/2.1.1: release from the duty to work is policy, whoever comes."""
    found = reg("child", {"released_from_work_duty": released, "means": not released})
    assert (found.verdict, "by-policy-child" in notes(found)) == ("eligible", expected)


@pytest.mark.parametrize(
    ("who", "facts", "expected"),
    [
        ("child", {}, {"article-8-minor-child"}),
        ("child", {"own_family": True, "self_supporting": True}, {"article-8-minor-child"}),
        ("child", {"born_on": date(2005, 1, 1)}, {"article-8-young-adult"}),
        (
            "child",
            {"born_on": date(2005, 1, 1), "self_supporting": True},
            {"article-8-young-adult", "article-8-adult-child"},
        ),
        (
            "child",
            {"born_on": date(2005, 1, 1), "own_family": True},
            {"article-8-young-adult", "article-8-adult-child"},
        ),
        ("child", {"born_on": date(1990, 1, 1)}, {"article-8-adult-child"}),
        ("brother", {}, {"article-8-other-kin"}),
        ("grandmother", {}, {"article-8-other-kin"}),
        ("partner", {}, {"article-8-couple"}),
    ],
)
def test_which_rulings_on_article_8_are_told(who, facts, expected):
    """Section 11: by relation and age; a young adult who is independent is told of both lines of rulings."""
    closed = reg(who, {"born_on": date(1960, 1, 1)}, **facts, public_order=True)
    assert {note for note in notes(closed) if note.startswith("article-8")} == expected


ASYLUM_DUE, OTHERS_DUE = "regular-decision-due", "regular-decision-due-90-days"


@pytest.mark.parametrize(
    ("sponsor", "facts", "expected"),
    [
        ({}, {}, {ASYLUM_DUE: date(2027, 4, 1)}),
        ({"residence": "dutch"}, {}, {OTHERS_DUE: date(2026, 9, 29)}),
        ({}, {"applied_on": NOT_FILED}, {}),
        ({"residence": "dutch"}, {"applied_on": NOT_FILED}, {}),
        ({}, {"in_netherlands": True}, {}),
        ({"residence": "dutch"}, {"in_netherlands": True}, {}),
    ],
)
def test_by_when_is_decided(sponsor, facts, expected):
    """Vw 2u lid 4: nine months for an asylum sponsor's family; lid 1: 90 days for others; from abroad, once it is filed."""
    found = reg("spouse", sponsor, exam_passed="yes", **facts)
    due = {day.id: day.day for day in found.milestones if day.id in (ASYLUM_DUE, OTHERS_DUE)}
    assert due == expected


@pytest.mark.parametrize(
    ("sponsor", "applied_on", "expected"),
    [
        ({}, D3, {"late-refugee"}),
        ({}, date(2024, 8, 1), {"nareis-first"}),
        (SUBSIDIARY, D3, set()),
        (SUBSIDIARY, date(2026, 4, 1), set()),
        ({"residence": "dutch"}, D3, set()),
        ({"residence": "dutch"}, date(2024, 8, 1), set()),
    ],
)
def test_what_a_refugee_is_told_of_the_term(sponsor, applied_on, expected):
    """Directive art. 12(1), C-380/17: in time nareis is first; late an income may be asked, and of nobody else is it said."""
    told = notes(reg("spouse", sponsor, applied_on=applied_on))
    assert {"late-refugee", "nareis-first"} & set(told) == expected


@pytest.mark.parametrize(("born_on", "expected"), [(date(2008, 10, 2), True), (date(2008, 10, 1), False)])
def test_who_is_18_is_not_told_to_apply_before_it(born_on, expected):
    """Who turned 18 between the application and the decision has applied in time already."""
    assert ("regular-before-majority" in notes(reg("child", born_on=born_on))) is expected
