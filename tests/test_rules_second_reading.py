"""The law as it was read a second time: each proposition on both sides of its boundary, and unknown.

Kinds of kin, marriages that are not recognised, days that a decree makes a holiday, members who are already
here, pending applications, excuses for lateness, unaccompanied minors, adult and foster children, means and
housing to come, what can still help, remarks, and the EU floor.
"""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from families import (
    REFUGEE,
    STATUSES,
    SUBSIDIARY,
    disputed,
    family,
    holds,
    notes,
    outcome,
    unmet,
)

from reunify import ASSUMED, CURRENT, DIRECTIVE, NOT_FILED, PROPOSED, assess
from reunify.facts import beside_the_point
from reunify.floor import Demand, eu_floor
from reunify.terms import NEVER, extended, is_day_off

LAWS = pytest.mark.parametrize("law", [CURRENT, PROPOSED], ids=lambda law: law.id)
OF_STATUS = pytest.mark.parametrize("status", STATUSES)
ONE_DAY = timedelta(days=1)
D0, D2, D3, D4 = date(2025, 1, 10), date(2026, 7, 1), date(2026, 8, 3), date(2028, 9, 1)
LATE = {CURRENT: date(2025, 4, 9), PROPOSED: date(2026, 10, 2)}
ENTRY = {CURRENT: date(2023, 1, 10), PROPOSED: D0}
WAIT_ENDS = date(2028, 7, 2)


def old(who, **facts):
    return outcome(who, CURRENT, **facts)


def new(who, **facts):
    return outcome(who, PROPOSED, **facts)


def subsidiary(who, **facts):
    return outcome(who, PROPOSED, sponsor_protection=SUBSIDIARY, **facts)


def eu(who, **facts):
    """Give what comes out under the Directive."""
    return assess(family(who, PROPOSED, **facts), DIRECTIVE)["person"]


def floor(who, law, **facts):
    """Give what EU law says of a person's exclusion under a national law."""
    case = family(who, law, **facts)
    return eu_floor(assess(case, law)["person"], assess(case, DIRECTIVE)["person"])


def reason(found, condition):
    """Give one named condition of an outcome."""
    return next(reason for reason in found.reasons if reason.condition == condition)


def remedy(found, condition):
    """Give what can still be done about a condition, and the day from which time will have done it."""
    told = reason(found, condition)
    return str(told.remedy.value), told.remedy_day


def said(expected):
    """Give what a condition is (met, not met, not known) where it alone decides a verdict."""
    return {"eligible": True, "undetermined": None}.get(expected, False)


def note_day(found, name):
    """Give the day that a note names, or None where the note is not given."""
    return next((note.day for note in found.notes if note.id == name), None)


def days_of(found):
    return {day.id: day.day for day in found.milestones}


# ---------------------------------------------------------------- who is a parent, a brother or sister, a child

NOT_RECOGNISED = {"parentage": "adopted", "adoption_recognised": False}
RECOGNISED = {"parentage": "adopted", "adoption_recognised": True}
NOT_KNOWN = {"parentage": "adopted", "adoption_recognised": None}


@LAWS
@OF_STATUS
@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"parentage": "biological"}, "eligible"),
        (RECOGNISED, "eligible"),
        (NOT_RECOGNISED, "excluded"),
        ({"parentage": "foster"}, "excluded"),
        ({"parentage": "step"}, "excluded"),
        (NOT_KNOWN, "undetermined"),
        ({"parentage": None}, "undetermined"),
    ],
)
def test_kinds_of_parents(facts, expected, law, status):
    """A parent by blood or by an adoption that is recognised; kafala and informal care make foster parents, who are
    excluded (art. 29 lid 2 c old; art. 29c lid 1 c)."""
    found = outcome("parent", law, family_since=date(2012, 1, 1), sponsor_protection=status, **facts)
    assert (expected, said(expected), {}) == (found.verdict, holds(found, "listed"), disputed(found))
    missing = {"undetermined": "parentage" if facts["parentage"] is None else "adoption_recognised"}
    assert (missing.get(expected) in found.missing) is (expected == "undetermined")


@OF_STATUS
@pytest.mark.parametrize(
    ("facts", "expected", "others"),
    [
        ({"parentage": "biological"}, "eligible", {}),
        ({"parentage": "half"}, "eligible", {"half-sibling": "excluded"}),
        (RECOGNISED, "eligible", {}),
        (NOT_RECOGNISED, "excluded", {"step-or-foster-sibling": "eligible"}),
        ({"parentage": "foster"}, "excluded", {"step-or-foster-sibling": "eligible"}),
        ({"parentage": "step"}, "excluded", {"step-or-foster-sibling": "eligible"}),
    ],
)
def test_kinds_of_siblings(facts, expected, others, status):
    """Half siblings are contested, mainly in; step and foster siblings contested, mainly out; kin by an adoption that
    is not recognised is a foster sibling (art. 29c lid 1 d)."""
    found = new("sibling", family_since=date(2014, 1, 1), sponsor_protection=status, **facts)
    assert (expected, others, said(expected)) == (found.verdict, disputed(found), holds(found, "listed"))


@OF_STATUS
def test_kind_of_sibling_not_known(status):
    """Whether the adoption of a sibling is recognised is asked (art. 29c lid 1 d)."""
    found = new("sibling", family_since=date(2014, 1, 1), sponsor_protection=status, **NOT_KNOWN)
    assert ("undetermined", ("adoption_recognised",)) == (found.verdict, found.missing)


@LAWS
@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"parentage": "biological"}, "eligible"),
        (RECOGNISED, "eligible"),
        (NOT_RECOGNISED, "excluded"),
        ({"parentage": "foster"}, "excluded"),
        ({"parentage": "step"}, "excluded"),
    ],
)
def test_kinds_of_dependent_siblings(facts, expected, law):
    """The same holds of the adult sibling who is wholly dependent on the parents (C-560/20)."""
    found = outcome("dependent sibling", law, family_since=date(2014, 1, 1), **facts)
    assert (expected, said(expected)) == (found.verdict, holds(found, "listed"))


@OF_STATUS
@pytest.mark.parametrize(
    ("recognised", "before", "since"),
    [
        (True, "eligible", "eligible"),
        (False, "eligible", "excluded"),  # foster care before, no child since
    ],
)
def test_kafala(recognised, before, since, status):
    """A kafala is foster care until 11 June 2026, and makes no child from 12 June 2026 (Vc C2/4.1; BW 10:107-109)."""
    facts = {"adoption_recognised": recognised, "real_parents_care": False, "consent_other_parent": "not_needed"}
    assert before == old("adopted child", sponsor_protection=status, **facts).verdict
    found = new("adopted child", sponsor_protection=status, **facts)
    assert (since, said(since), {}) == (found.verdict, holds(found, "listed"), disputed(found))


def test_kafala_under_the_directive():
    """Adopted children count by a decision that the State recognises; for others it is free (art. 4(1)(b))."""
    assert "eligible" == eu("adopted child").verdict
    assert "excluded" == eu("adopted child", adoption_recognised=False).verdict
    assert Demand.LEAVES is floor("adopted child", PROPOSED, adoption_recognised=False).demand


BY_LAW = {"parentage": "legal", "family_since": date(2012, 3, 1)}


@OF_STATUS
def test_child_by_law_only(status):
    """A child who is the sponsor's by law only: as a biological one before, contested since, as the letter names
    biological and adopted children (art. 29c lid 1 b; art. 4(1)(b) Directive; Vb 3.14 c)."""
    found = old("child", sponsor_protection=status, **BY_LAW)
    assert ("eligible", "minor-child", {}) == (found.verdict, found.ground, disputed(found))
    found = new("child", sponsor_protection=status, **BY_LAW)
    assert ("eligible", {"child-by-law-only": "excluded"}) == (found.verdict, disputed(found))


def test_child_by_law_only_under_the_directive():
    """Art. 4(1)(b) asks for the sponsor's minor children, by law included."""
    assert "eligible" == eu("child", **BY_LAW).verdict


@LAWS
def test_child_by_law_only_needs_consent_like_any_own_child(law):
    """A child by law is an own child: a reason why there is no consent is enough, unlike for a foster child."""
    assert "eligible" == outcome("child", law, consent_other_parent="explained", **BY_LAW).verdict
    assert "excluded" == outcome("child", law, consent_other_parent="missing", **BY_LAW).verdict


@LAWS
def test_child_by_law_only_of_a_later_day(law):
    """Who became the sponsor's child by law after the entry did not belong to the family on D0."""
    for day, expected in ((ENTRY[law], "eligible"), (ENTRY[law] + ONE_DAY, "excluded")):
        assert expected == outcome("child", law, **BY_LAW | {"family_since": day}).verdict


# ---------------------------------------------------------------- marriages: free consent, and the days of BW 10:32 and 10:34


@OF_STATUS
@pytest.mark.parametrize(
    ("freely", "expected"), [(True, "eligible"), (False, "excluded"), (None, "undetermined"), (ASSUMED, "eligible")]
)
def test_forced_marriage(freely, expected, status):
    """A marriage without free consent is recognised only if the forced spouse expressly agrees (BW 10:32 e)."""
    found = new("spouse", consented_freely=freely, sponsor_protection=status)
    assert (expected, said(expected), {}) == (found.verdict, holds(found, "marriage-recognised"), disputed(found))
    assert (("consented_freely",) if freely is None else ()) == found.missing
    assert (freely is ASSUMED) is ("consented_freely" in found.assumed)


@pytest.mark.parametrize(("freely", "expected"), [(True, "eligible"), (False, "excluded"), (None, "undetermined")])
@pytest.mark.parametrize("who", ["spouse", "registered partner"])
def test_forced_marriage_is_tested_as_a_partnership(who, freely, expected):
    """Before 12 June 2026 a marriage that is not recognised is tested as a partnership (art. 29 lid 2 b old)."""
    assert "eligible" == old(who, consented_freely=freely).verdict
    found = old(who, consented_freely=freely, durable_relationship=False)
    assert (expected, ("consented_freely",) if freely is None else ()) == (found.verdict, found.missing)


@pytest.mark.parametrize(("freely", "expected"), [(True, "eligible"), (False, "excluded"), (None, "undetermined")])
def test_forced_marriage_under_the_directive(freely, expected):
    """The spouse of art. 4(1)(a) is one whose marriage is recognised."""
    assert expected == eu("spouse", consented_freely=freely).verdict


@LAWS
@pytest.mark.parametrize(("freely", "given"), [(True, False), (False, True), (None, False)])
def test_remark_on_a_forced_marriage(freely, given, law):
    """Of a forced marriage it is said what makes it recognised, and that the same goes for who lacked the mental
    capacity (BW 10:32 d and e)."""
    found = outcome("spouse", law, consented_freely=freely)
    assert given is ("forced-marriage" in notes(found))


IN_2015 = {
    "sponsor_entered_on": date(2013, 1, 10),
    "sponsor_asylum_applied_on": date(2013, 1, 12),
    "sponsor_permit_notified_on": date(2015, 6, 1),
    "applied_on": date(2015, 7, 1),
}


@pytest.mark.parametrize(
    ("decided_on", "expected", "others"),
    [
        (date(2015, 12, 4), "eligible", {"before-list-of-10-32": "excluded"}),
        (date(2015, 12, 5), "excluded", {}),
        (date(2015, 12, 6), "excluded", {}),
    ],
)
def test_list_of_marriages_that_are_not_recognised(decided_on, expected, others):
    """The list of BW 10:32 exists from 5 December 2015; on an earlier decision day only public order stood in the way,
    contested."""
    facts = {"consented_freely": False, "durable_relationship": False, "decided_on": decided_on}
    found = old("spouse", **IN_2015, **facts)
    assert (expected, others) == (found.verdict, disputed(found))
    assert {} == disputed(old("spouse", **IN_2015, **facts | {"consented_freely": True}))


@pytest.mark.parametrize("decided_on", [date(2015, 12, 4), date(2015, 12, 5)])
def test_both_adults_whatever_the_list(decided_on):
    """Before the list, too, both are 18 or over on the decision (Vc C2/4.1)."""
    married = {"married_on": date(2012, 6, 1), "family_since": date(2012, 6, 1)}
    young = decided_on.replace(year=1997) + ONE_DAY
    found = old("spouse", born_on=young, decided_on=decided_on, **IN_2015, **married)
    assert ("excluded", False) == (found.verdict, holds(found, "both-adults"))


@LAWS
@pytest.mark.parametrize(
    ("married_on", "born_on", "freely", "given"),
    [
        (date(2015, 12, 4), date(1999, 1, 1), True, True),
        (date(2015, 12, 5), date(1999, 1, 1), True, False),
        (date(2015, 12, 4), date(1990, 1, 1), True, False),
        (date(2015, 12, 4), date(1990, 1, 1), False, True),
        (date(2015, 12, 5), date(1990, 1, 1), False, False),
    ],
)
def test_marriage_from_before_the_list(married_on, born_on, freely, given, law):
    """Whether the list reaches marriages from before 5 December 2015 was not read: that is said where it matters."""
    facts = {"married_on": married_on, "family_since": married_on, "born_on": born_on, "consented_freely": freely}
    assert given is ("marriage-before-list-of-10-32" in notes(outcome("spouse", law, **facts)))


@LAWS
@pytest.mark.parametrize(
    ("married_on", "given"), [(date(1989, 12, 31), True), (date(1990, 1, 1), False), (None, False)]
)
def test_marriage_from_before_1990(married_on, given, law):
    """A marriage concluded before 1 January 1990 is not governed by BW 10:31 and 10:32, and that is said (BW 10:34)."""
    born = {"born_on": date(1962, 1, 1), "sponsor_born_on": date(1960, 1, 1)}
    found = outcome("spouse", law, married_on=married_on, family_since=date(1989, 12, 31), **born)
    assert given is ("marriage-before-1990" in notes(found))


# ---------------------------------------------------------------- under single-status an invalid marriage never decides alone


@pytest.mark.parametrize(
    ("facts", "ground", "decides"),
    [
        ({"marriage_valid": False, "durable_relationship": False}, "partner", "durable-relationship"),
        ({"consented_freely": False, "durable_relationship": False}, "partner", "durable-relationship"),
        ({"marriage_valid": False, "family_since": date(2023, 1, 10)}, "partner", "family-at-entry"),
        ({"marriage_valid": False, "applied_on": LATE[CURRENT]}, "partner", "in-time"),
        ({"applied_on": LATE[CURRENT]}, "spouse", "in-time"),
        ({"married_on": date(2023, 1, 10), "durable_relationship": False}, "spouse", "family-at-entry"),
    ],
)
def test_invalid_marriage_never_decides_alone(facts, ground, decides):
    """The couple is then tested as partners, and what is told is what decides there (art. 29 lid 2 b old)."""
    found = old("spouse", **facts)
    assert ("excluded", ground) == (found.verdict, found.ground)
    assert decides in unmet(found)
    assert ("tested-as-partners" in notes(found)) is (ground == "partner")
    assert "marriage-valid" not in unmet(found)


def test_invalid_marriage_decides_under_the_new_law():
    """From 12 June 2026 a marriage that is not valid is none, and that is told (art. 29c lid 1 a)."""
    found = new("spouse", marriage_valid=False, durable_relationship=False)
    assert ("excluded", "spouse", ["marriage-valid"]) == (found.verdict, found.ground, unmet(found))


# ---------------------------------------------------------------- days that a decree makes a holiday (Atw art. 3 lid 3)

DECREED = [
    *(date(2017, 4, 28), date(2017, 5, 26), date(2018, 5, 11), date(2018, 12, 24), date(2018, 12, 31)),
    *(date(2019, 5, 31), date(2019, 12, 27), date(2020, 5, 22), date(2021, 5, 14), date(2022, 5, 27)),
    *(date(2023, 4, 28), date(2023, 5, 19), date(2024, 5, 10), date(2024, 12, 27), date(2025, 5, 30)),
    *(date(2026, 1, 2), date(2026, 5, 15), date(2027, 5, 7), date(2028, 4, 28), date(2028, 5, 26)),
]


@pytest.mark.parametrize("day", DECREED)
def test_decreed_day(day):
    """The days that the royal decrees of 2017 to 2028 equate with a holiday are days off (Atw art. 3 lid 3)."""
    assert is_day_off(day)
    assert day < extended(day)


@pytest.mark.parametrize(
    "day", [date(2017, 12, 27), date(2024, 1, 2), date(2025, 1, 2), date(2027, 12, 27), date(2028, 1, 3)]
)
def test_no_day_off_by_a_rule(day):
    """The days are a dated table, by no rule: what no decree names in its years is a working day."""
    assert day == extended(day)


@pytest.mark.parametrize(
    ("notified_on", "bare", "runs_on_to"),
    [
        (date(2018, 9, 24), date(2018, 12, 24), date(2018, 12, 27)),
        (date(2018, 9, 30), date(2018, 12, 30), date(2019, 1, 2)),
    ],
)
def test_term_that_ends_on_a_decreed_day(notified_on, bare, runs_on_to):
    """Two published ends: Monday 24 December 2018 runs on to the 27th, Sunday the 30th to 2 January 2019."""
    days = {
        "sponsor_entered_on": date(2017, 1, 10),
        "sponsor_asylum_applied_on": date(2017, 1, 12),
        "sponsor_permit_notified_on": notified_on,
        "decided_on": date(2019, 6, 1),
    }
    found = old("spouse", applied_on=bare, **days)
    assert ("eligible", {}, runs_on_to) == (found.verdict, disputed(found), found.deadline)
    assert (bare, runs_on_to) == (days_of(found)["three-months-bare"], days_of(found)["three-months-extended"])
    for day in (bare + ONE_DAY, runs_on_to):
        found = old("spouse", applied_on=day, **days)
        assert ("eligible", {"term-ends-on-day-off": "excluded"}) == (found.verdict, disputed(found))
    found = old("spouse", applied_on=runs_on_to + ONE_DAY, **days)
    assert ("excluded", {}) == (found.verdict, disputed(found))


OUTSIDE_THE_TABLE = [
    # law, D2, last day of the bare term, the day if a decree named it
    (CURRENT, date(2015, 2, 15), date(2015, 5, 15), date(2015, 5, 18)),  # the Friday after Ascension Day
    (PROPOSED, date(2029, 2, 11), date(2029, 5, 11), date(2029, 5, 14)),
    (PROPOSED, date(2029, 9, 27), date(2029, 12, 27), date(2029, 12, 28)),  # 27 December, a Thursday
    (PROPOSED, date(2029, 10, 2), date(2030, 1, 2), date(2030, 1, 3)),  # 2 January, a Wednesday
]


@pytest.mark.parametrize(("law", "notified_on", "ends_on", "other_end"), OUTSIDE_THE_TABLE)
def test_term_that_ends_outside_the_table(law, notified_on, ends_on, other_end):
    """Before 2017 and after 2028 a day that is often decreed is contested: never a settled exclusion on such a day."""
    days = {"sponsor_permit_notified_on": notified_on, "decided_on": other_end + timedelta(days=100)}
    if law is CURRENT:
        days |= {"sponsor_entered_on": date(2013, 1, 10), "sponsor_asylum_applied_on": date(2013, 1, 12)}
    found = outcome("spouse", law, applied_on=ends_on, **days)
    assert ("eligible", {}) == (found.verdict, disputed(found))
    found = outcome("spouse", law, applied_on=other_end, **days)
    assert ("excluded", {"decreed-day-not-known": "eligible"}) == (found.verdict, disputed(found))
    found = outcome("spouse", law, applied_on=other_end + ONE_DAY, **days)
    assert ("excluded", {}) == (found.verdict, disputed(found))


def test_bridge_days_outside_the_table():
    """Monday 24 December 2029, between a weekend and Christmas, can run on to the 28th: 27 December is one too."""
    days = {"sponsor_permit_notified_on": date(2029, 9, 24), "decided_on": date(2030, 6, 1)}
    for day, expected, others in (
        (date(2029, 12, 24), "eligible", {}),
        (date(2029, 12, 25), "excluded", {"decreed-day-not-known": "eligible"}),
        (date(2029, 12, 28), "excluded", {"decreed-day-not-known": "eligible"}),
        (date(2029, 12, 29), "excluded", {}),
    ):
        found = new("spouse", applied_on=day, **days)
        assert (expected, others) == (found.verdict, disputed(found))


@pytest.mark.parametrize(
    ("notified_on", "ends_on"),
    [
        (date(2027, 9, 27), date(2027, 12, 27)),
        (date(2028, 10, 3), date(2029, 1, 3)),
        (date(2028, 9, 28), date(2028, 12, 28)),
    ],
)
def test_term_that_ends_on_an_ordinary_day(notified_on, ends_on):
    """Inside the years of the table, and on an ordinary day outside them, nothing is contested."""
    days = {"sponsor_permit_notified_on": notified_on, "decided_on": ends_on + timedelta(days=100)}
    for day, expected in ((ends_on, "eligible"), (ends_on + ONE_DAY, "excluded")):
        found = new("spouse", applied_on=day, **days)
        assert (expected, {}) == (found.verdict, disputed(found))


# ---------------------------------------------------------------- already here (art. 29b)

HERE = {"in_netherlands": True, "entered_on": date(2026, 6, 1)}
CLOSED = {"sponsor_excluded_1f": True}  # closes art. 29c, and is no bar under art. 29b
SETTLED = {"already-here"}
"""Of art. 29b itself it is unsettled how it is applied."""


@OF_STATUS
@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, "eligible"),
        ({"marriage_valid": False}, "eligible"),  # as a couple
        ({"marriage_valid": False, "durable_relationship": False}, "excluded"),
        ({"marriage_valid": False, "durable_relationship": None}, "undetermined"),
        ({"durable_relationship": False}, "eligible"),  # as spouses
        ({"consented_freely": False}, "eligible"),
        ({"consented_freely": False, "durable_relationship": False}, "excluded"),
        ({"consented_freely": None, "durable_relationship": False}, "undetermined"),
    ],
)
def test_spouse_already_here(facts, expected, status):
    """A spouse is one here too: the marriage valid and recognised, else tested as an unmarried couple (art. 29b)."""
    found = new("spouse", **HERE | CLOSED | {"sponsor_protection": status} | facts)
    assert expected == found.verdict
    assert ({"already-here": "excluded"} if expected == "eligible" else {}).items() <= disputed(found).items()


@pytest.mark.parametrize("young", ["born_on", "sponsor_born_on"])
@pytest.mark.parametrize(
    ("born_on", "expected", "others"),
    [
        (date(2010, 9, 2), "excluded", {"child-spouse-already-here": "undetermined"}),  # 18 on the day after D4
        (date(2010, 9, 1), "eligible", None),
        (date(2010, 8, 31), "eligible", None),
        (None, "undetermined", None),
    ],
)
@pytest.mark.parametrize("who", ["spouse", "partner"])
def test_child_bride_or_groom_already_here(who, born_on, expected, others, young):
    """A child bride or groom is never eligible on this ground: excluded, contested with undetermined, for the best
    interests of the child (art. 29b)."""
    couple = {"married_on": date(2023, 6, 1)} if who == "spouse" else {}
    found = new(who, **HERE | CLOSED | {young: born_on, "family_since": date(2023, 6, 1)} | couple)
    assert expected == found.verdict
    assert others is None or others.items() <= disputed(found).items()


@pytest.mark.parametrize("fact", ["other_spouse_chosen", "sponsor_lives_with_other_partner"])
@pytest.mark.parametrize("who", ["spouse", "partner"])
def test_second_spouse_already_here(who, fact):
    """A second spouse, while the sponsor lives with another or chose another: excluded, contested (art. 29b)."""
    found = new(who, **HERE | CLOSED | {fact: True})
    assert ("excluded", {"further-spouse-already-here": "eligible"}) == (found.verdict, disputed(found))
    assert "eligible" == new(who, **HERE | CLOSED | {fact: False}).verdict
    assert "undetermined" == new(who, **HERE | CLOSED | {fact: None}).verdict


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"sponsor_entered_eu_on": date(2024, 12, 20), "family_since": date(2024, 12, 19)}, "eligible"),
        ({"sponsor_entered_eu_on": date(2024, 12, 20), "family_since": date(2024, 12, 20)}, "excluded"),
        ({"sponsor_entered_eu_on": None}, "undetermined"),
        ({"family_since": None}, "undetermined"),
    ],
)
def test_family_before_the_eu(facts, expected):
    """The family existed before the sponsor arrived in the EU, not only before the Netherlands (art. 3(9) Regulation)."""
    assert expected == new("partner", **HERE | facts).verdict


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ({"travelled_with_sponsor": True}, "eligible"),
        ({"in_netherlands": True}, "eligible"),
        ({"entered_on": D2 - ONE_DAY}, "eligible"),
        ({"entered_on": D2}, "excluded"),
        ({"entered_on": D2 + ONE_DAY}, "excluded"),
        ({}, "excluded"),
        ({"travelled_with_sponsor": None}, "undetermined"),
    ],
)
def test_who_is_already_here(how, expected):
    """Came along, was here, or entered before the grant was made known; no later (art. 29b)."""
    assert expected == new("partner", **how).verdict


@pytest.mark.parametrize("who", ["spouse", "child"])
def test_never_a_plain_exclusion_already_here(who):
    """For the persons named art. 29b is contested, and never a plain exclusion."""
    found = new(who, **HERE | CLOSED)
    assert ("eligible", {"already-here": "excluded"}) == (found.verdict, disputed(found))


OF_A_MINOR = {"sponsor_born_on": date(2011, 3, 1), "family_since": date(2011, 3, 1)}


@OF_STATUS
@pytest.mark.parametrize("who", ["grandparent", "other relative", "sibling", "parent"])
@pytest.mark.parametrize(
    ("responsible", "expected", "others"),
    [
        (True, "eligible", SETTLED),
        (False, "excluded", set()),
        (None, "undetermined", SETTLED),
    ],
)
def test_responsible_adult_already_here(who, responsible, expected, others, status):
    """Another adult who is responsible, by law or practice, for an unmarried minor: a grandmother, an aunt, an adult
    brother or sister, a guardian (art. 29b; art. 3(9) Regulation)."""
    facts = {"born_on": date(2000, 3, 1)} if who == "sibling" else {}
    facts |= {"parentage": "foster"} if who == "parent" else {}
    facts |= {"lived_with_family": False, "dependent": False, "with_parent": "none"}
    asked = {"responsible_for_minor": responsible, "sponsor_protection": status}
    found = new(who, **HERE | OF_A_MINOR | facts | asked)
    assert expected == found.verdict
    assert others - disputed(found).keys() == set() or expected == "undetermined"
    assert ("responsible_for_minor" in found.missing) is (responsible is None)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"sponsor_born_on": date(2007, 1, 13)}, "eligible"),  # 18 on the day after D1
        ({"sponsor_born_on": date(2007, 1, 12)}, "excluded"),
        ({"sponsor_born_on": None}, "undetermined"),
        ({"born_on": date(2010, 9, 1)}, "eligible"),  # 18 on D4
        ({"born_on": date(2010, 9, 2)}, "excluded"),
        ({"born_on": None}, "undetermined"),
        ({"family_since": D0}, "eligible"),
        ({"family_since": D0 + ONE_DAY}, "excluded"),
        ({"family_since": None}, "undetermined"),
    ],
)
def test_who_is_a_responsible_adult(facts, expected):
    """The sponsor was a minor, the person is an adult, and they were family before the EU (art. 3(9) Regulation)."""
    told = {"responsible_for_minor": True, "lived_with_family": False, "dependent": False}
    assert expected == new("other relative", **HERE | OF_A_MINOR | told | facts).verdict


@pytest.mark.parametrize("who", ["grandparent", "grandchild", "other relative"])
@pytest.mark.parametrize(
    ("lived_with", "dependent", "others"),
    [
        (True, True, {"other-close-relatives": "eligible"}),
        (False, True, {}),
        (True, False, {}),
        (None, True, {"other-close-relatives": "undetermined"}),
        (True, None, {"other-close-relatives": "undetermined"}),
    ],
)
def test_other_close_relatives_already_here(who, lived_with, dependent, others):
    """Whether the Netherlands uses art. 23(7), for close relatives who lived together and depend, is open: excluded,
    contested."""
    facts = {"lived_with_family": lived_with, "dependent": dependent, "responsible_for_minor": False}
    found = new(who, family_since=date(2012, 3, 1), **HERE, **facts)
    assert ("excluded", others) == (found.verdict, disputed(found))


def test_other_close_relatives_abroad():
    """Art. 29b does not govern nareis from abroad."""
    found = new("grandparent", family_since=date(2012, 3, 1), lived_with_family=True, dependent=True)
    assert ("excluded", ["listed"], {}) == (found.verdict, unmet(found), disputed(found))


NO_CONSENT = {"consent_other_parent": "missing"}  # closes art. 29c for a child


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"married": True}, "eligible"),  # a marriage that could not have been concluded here
        ({"born_on": date(2003, 3, 1), "dependent": True, "married": False}, "eligible"),
        ({"born_on": date(2003, 3, 1), "dependent": True, "married": True}, "excluded"),
        ({"born_on": date(2003, 3, 1), "dependent": True, "married": None}, "undetermined"),
        ({"born_on": date(2003, 3, 1), "dependent": False}, "excluded"),
        ({"born_on": date(2003, 3, 1), "dependent": None}, "undetermined"),
    ],
)
def test_married_children_already_here(facts, expected):
    """A minor counts as unmarried if the marriage could not have been concluded here; an adult child is unmarried and
    dependent (art. 3(9) Regulation)."""
    assert expected == new("child", **HERE | NO_CONSENT | facts).verdict


@pytest.mark.parametrize("own_parent", ["partner", "here"])
def test_step_child_already_here(own_parent):
    """A child of the spouse alone is not named: eligible, contested (art. 3(9) Regulation)."""
    found = new("step child", parent_member=own_parent, **HERE)
    assert ("eligible", "excluded") == (found.verdict, disputed(found)["step-child-already-here"])


@OF_STATUS
def test_nothing_else_is_asked_already_here(status):
    """No window, no wait, no means, no housing (art. 29b)."""
    poor = {"sponsor_means": False, "sponsor_housing": "none", "decided_on": date(2026, 11, 25)}
    found = new("partner", sponsor_protection=status, applied_on=date(2026, 11, 1), **HERE, **poor)
    assert ("eligible", "already-here", None) == (found.verdict, found.ground, found.eligible_from)


@pytest.mark.parametrize(
    ("fact", "value", "expected"),
    [
        ("sponsor_excluded_1f", True, "eligible"),
        ("excluded_1f", True, "excluded"),
        ("excluded_1f", None, "undetermined"),
        ("public_order", True, "excluded"),
        ("public_order", None, "undetermined"),
        ("sham", True, "excluded"),
    ],
)
def test_bars_already_here(fact, value, expected):
    """The bars look at the member, not at the sponsor's 1F (art. 23(3) to (5) Regulation)."""
    assert expected == new("partner", **HERE | {fact: value}).verdict


@pytest.mark.parametrize("who", ["partner", "registered partner"])
def test_already_here_is_of_the_new_law_only(who):
    """Art. 29b does not exist before 12 June 2026."""
    found = old(who, in_netherlands=True, public_order=True)
    assert "already-here" not in [ground.id for ground in found.grounds]


# ---------------------------------------------------------------- pending on 12 June 2026

CHANGE = date(2026, 6, 12)
PENDING = {
    "sponsor_permit_notified_on": date(2026, 4, 1),
    "applied_on": CHANGE - ONE_DAY,
    "decided_on": date(2026, 11, 25),
}
POINT = "pending-on-change-day"


@pytest.mark.parametrize(
    ("who", "facts", "others"),
    [
        ("partner", {}, {POINT: "eligible"}),  # excluded since, eligible before
        ("spouse", {"sponsor_protection": SUBSIDIARY}, {POINT: "eligible"}),  # not yet, eligible before
        ("spouse", {}, {}),  # eligible under both
        ("grandparent", {}, {}),  # excluded under both
        ("sibling", {"mother": {"applied_on": CHANGE - ONE_DAY}}, {}),  # eligible since, excluded before
    ],
)
def test_old_law_for_pending_applications(who, facts, others):
    """Pending on 12 June 2026: disputed only where the old law is better; where the new law helps, nobody disputes it."""
    assert others == disputed(new(who, **PENDING | facts))


def test_old_law_better_where_the_new_one_is_open():
    """Settled and better under the old law, open under the new: disputed."""
    facts = {"sponsor_protection": SUBSIDIARY, "sponsor_means": None}
    found = new("spouse", **PENDING | facts | {"decided_on": D4})
    assert ("undetermined", {POINT: "eligible"}) == (found.verdict, disputed(found))


def test_old_law_open_too():
    """Where the old law leaves the verdict open as well, it is not settled better."""
    found = new("spouse", **PENDING | {"public_order": None})
    assert ("undetermined", {}) == (found.verdict, disputed(found))


@pytest.mark.parametrize("applied_on", [None, CHANGE, CHANGE + ONE_DAY, NOT_FILED])
def test_nothing_pending(applied_on):
    """Filed since, not filed, or not known when: nothing is said to have been pending."""
    found = new("partner", **PENDING | {"applied_on": applied_on})
    assert POINT not in [dispute.id for dispute in found.disputes]
    assert not {"do-not-withdraw", "decisions-on-hold", "decision-overdue"} & set(notes(found))


@pytest.mark.parametrize("decided_on", [CHANGE - ONE_DAY, CHANGE])
def test_decided_on_the_day_of_the_change(decided_on):
    """The law applies by the decision day: 12 June 2026 is the first day of the new one."""
    found = new("partner", **PENDING | {"decided_on": decided_on})
    assert (decided_on == CHANGE) is (POINT in disputed(found))


@pytest.mark.parametrize(
    ("fact", "point"),
    [
        ("mvv_granted_on", "mvv-granted-before-change"),
        ("first_refused_on", "objection-pending-on-change-day"),
    ],
)
@pytest.mark.parametrize(("day", "contested"), [(CHANGE - ONE_DAY, True), (CHANGE, False), (NEVER, False)])
def test_half_way_on_12_june(fact, point, day, contested):
    """An mvv granted, or a refusal objected to, before 12 June 2026 is contested as well (art. 28 lid 1 c)."""
    assert contested is (disputed(new("partner", **PENDING | {fact: day})).get(point) == "eligible")


# ---------------------------------------------------------------- siblings: at the parent's charge, at the same time


@OF_STATUS
@pytest.mark.parametrize(("charge", "expected"), [(True, "eligible"), (False, "excluded"), (None, "undetermined")])
def test_at_the_parents_charge(charge, expected, status):
    """Ten laste van: the sibling lives on that parent's care and means; that is another fact than more than normal
    dependency on the sponsor (art. 29c lid 1 d)."""
    for dependent in (True, False, None):
        found = new("sibling", at_parents_charge=charge, dependent=dependent, sponsor_protection=status)
        assert (expected, charge) == (found.verdict, holds(found, "dependent-on-parent"))
        assert (() if charge is not None else ("at_parents_charge",)) == found.missing


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"lived_with_family": True, "lives_independently": False}, "eligible"),
        ({"lived_with_family": False, "lives_independently": False}, "undetermined"),
        ({"lived_with_family": True, "lives_independently": True}, "undetermined"),
        ({"lived_with_family": None, "lives_independently": False}, "undetermined"),
    ],
)
def test_at_the_parents_charge_is_assumed(facts, expected):
    """It is assumed of a minor who lives with that parent, and of nobody else."""
    found = new("sibling", at_parents_charge=ASSUMED, **facts)
    assert (expected, expected == "eligible") == (found.verdict, "at_parents_charge" in found.assumed)
    assert ("at_parents_charge" in found.missing) is (expected == "undetermined")


@pytest.mark.parametrize(
    ("facts", "others"),
    [
        ({"mother": {"mvv_granted_on": date(2026, 9, 1)}}, {"same-time": "excluded"}),
        ({"mother": {"mvv_granted_on": date(2026, 9, 1)}, "mvv_granted_on": date(2026, 9, 1)}, {}),
        ({"mother": {"mvv_granted_on": date(2026, 9, 2)}, "mvv_granted_on": date(2026, 9, 1)}, {}),
        ({"mother": {"entered_on": date(2026, 9, 1)}}, {"same-time": "excluded"}),
        ({"mother": {"entered_on": date(2026, 9, 1)}, "entered_on": date(2026, 9, 1)}, {}),
        ({"mother": {"applied_on": D3 - ONE_DAY}}, {"same-time": "eligible"}),
        ({}, {}),
    ],
)
def test_parent_who_came_or_was_granted_earlier(facts, others):
    """At the same time is the same day of application; another day, or a parent who came or was granted earlier, is
    contested (art. 29c lid 1 d)."""
    found = new("sibling", **facts)
    assert "excluded" == found.verdict if others.get("same-time") == "eligible" else "eligible" == found.verdict
    assert others == disputed(found)


@pytest.mark.parametrize(
    ("born_on", "conceived", "expected", "others"),
    [
        (D0, False, "eligible", {}),
        (D0 + ONE_DAY, True, "eligible", {"born-after-entry": "excluded"}),
        (D0 + ONE_DAY, False, "excluded", {"conceived-after-entry": "eligible"}),
        (D0 + ONE_DAY, None, "undetermined", None),
    ],
)
def test_sibling_born_after_entry(born_on, conceived, expected, others):
    """Born after D0 but conceived before it: eligible, contested, as for a child (art. 29c lid 1 d)."""
    found = new("sibling", born_on=born_on, conceived_before_entry=conceived)
    assert expected == found.verdict
    assert others is None or others == disputed(found)


@OF_STATUS
@pytest.mark.parametrize("who", ["child", "sibling"])
@pytest.mark.parametrize(
    ("married", "others"),
    [(False, {}), (True, {"married-minor": "excluded"}), (None, {"married-minor": "undetermined"})],
)
def test_married_minors(who, married, others, status):
    """A married child, brother or sister: the text is silent, the Directive says unmarried; eligible, contested."""
    found = new(who, married=married, sponsor_protection=status)
    assert ("eligible", others) == (found.verdict, disputed(found))


@pytest.mark.parametrize(
    ("born_on", "others"),
    [
        (date(2016, 9, 2), {}),  # 12 on the day after D4
        (date(2016, 9, 1), {"married-minor": "undetermined"}),
        (date(2016, 8, 31), {"married-minor": "undetermined"}),
    ],
)
@pytest.mark.parametrize("who", ["child", "sibling"])
def test_nobody_under_12_is_taken_to_be_married(who, born_on, others):
    """Under twelve on the decision nobody is taken to be married; from twelve on it must be said."""
    found = new(who, born_on=born_on, married=ASSUMED)
    assert others == disputed(found)
    assert ("married" in found.assumed) is not bool(others)


@pytest.mark.parametrize(
    ("married", "expected"),
    [(False, "eligible"), (True, "excluded"), (None, "undetermined"), (ASSUMED, "undetermined")],
)
def test_married_child_under_the_directive(married, expected):
    """The children of art. 4(1) are unmarried."""
    assert expected == eu("child", married=married).verdict


# ---------------------------------------------------------------- why it came late

BECAUSE = [
    ("traced_later", "eligible", {}),
    ("guardian_error", "eligible", {}),
    ("post_unreachable", "eligible", {"post-unreachable": "excluded"}),
    ("missing_but_could_file", "excluded", {"cause-not-accepted": "eligible"}),
    ("helper_error", "excluded", {"cause-not-accepted": "eligible"}),
    ("other", "undetermined", None),
    (ASSUMED, "undetermined", None),
]


@LAWS
@pytest.mark.parametrize("who", ["spouse", "child"])
@pytest.mark.parametrize(("because", "expected", "others"), BECAUSE)
def test_late_because(who, because, expected, others, law):
    """Found only then, or the guardian's mistake: excused; a closed post: excused, contested (C-1/23); missing but could
    file, or a helper's mistake: not, contested; anything else: not known (art. 29 lid 5 old; art. 29c lid 2)."""
    found = outcome(who, law, applied_on=LATE[law], lateness_excusable=ASSUMED, late_because=because)
    assert expected == found.verdict
    assert others is None or others == disputed(found)
    assert ("lateness_excusable" in found.missing) is (expected == "undetermined")
    assert said(expected) is holds(found, "excusable-delay")


@LAWS
@pytest.mark.parametrize(("plainly", "expected"), [(True, "eligible"), (False, "excluded"), (None, "undetermined")])
def test_late_without_a_reason_named(plainly, expected, law):
    """Beside the reasons, a plain yes or no decides."""
    assert expected == outcome("spouse", law, applied_on=LATE[law], lateness_excusable=plainly).verdict


@pytest.mark.parametrize("because", [because for because, *_ in BECAUSE])
def test_no_reason_is_needed_for_subsidiary_protection(because):
    """Art. 29d has no term to exceed."""
    found = subsidiary("spouse", applied_on=LATE[PROPOSED], lateness_excusable=ASSUMED, late_because=because)
    assert ("eligible", {}, None) == (found.verdict, disputed(found), found.deadline)


@LAWS
@pytest.mark.parametrize("because", [because for because, *_ in BECAUSE])
def test_reason_for_lateness_of_who_was_in_time(because, law):
    """Who was in time needs no excuse."""
    found = outcome("spouse", law, lateness_excusable=ASSUMED, late_because=because)
    assert ("eligible", {}) == (found.verdict, disputed(found))


# ---------------------------------------------------------------- the unaccompanied minor


@pytest.mark.parametrize("fact", ["sponsor_lives_independently", "sponsor_self_supporting", "sponsor_own_family"])
@pytest.mark.parametrize(
    ("value", "others"),
    [
        (True, {"minor-on-his-own": "excluded"}),
        (False, {}),
        (ASSUMED, {}),
        (None, {"minor-on-his-own": "undetermined"}),
    ],
)
def test_minor_on_his_own(fact, value, others):
    """A minor who lives on his own, supports himself or founded a family: contested (RBDHA:2020:14196, C-273/20)."""
    found = old("parent", **{fact: value})
    assert ("eligible", others) == (found.verdict, disputed(found))


@LAWS
@pytest.mark.parametrize(
    ("value", "expected"), [(True, "excluded"), (False, "eligible"), (ASSUMED, "eligible"), (None, "undetermined")]
)
def test_minor_who_was_evidently_not_alone(value, expected, law):
    """Who is evidently not alone here is no unaccompanied minor; assumed not (art. 29 lid 2 c old)."""
    found = outcome("parent", law, sponsor_evidently_not_alone=value)
    assert (expected, said(expected), {}) == (found.verdict, holds(found, "sponsor-uam"), disputed(found))


IN_2020 = {
    "sponsor_born_on": date(2004, 6, 1),
    "sponsor_entered_on": date(2019, 1, 10),
    "sponsor_asylum_applied_on": date(2019, 1, 12),
    "sponsor_permit_notified_on": date(2020, 9, 1),
    "applied_on": date(2020, 9, 15),
}


@pytest.mark.parametrize(
    ("decided_on", "expected", "others"),
    [
        (date(2020, 10, 31), "eligible", {}),
        (date(2020, 11, 1), "excluded", {"taken-in-by-relative": "eligible"}),
        (date(2021, 8, 23), "excluded", {"taken-in-by-relative": "eligible"}),
        (date(2021, 8, 24), "eligible", {}),
    ],
)
def test_minor_taken_in_by_a_relative(decided_on, expected, others):
    """That a relative here had taken the child in counted from November 2020 until it was withdrawn on 24 August 2021,
    for decision days between, contested."""
    found = old("parent", sponsor_taken_in_by_relative=True, decided_on=decided_on, **IN_2020)
    assert (expected, others) == (found.verdict, disputed(found))
    assert "eligible" == old("parent", sponsor_taken_in_by_relative=False, decided_on=decided_on, **IN_2020).verdict
    found = old("parent", sponsor_taken_in_by_relative=None, decided_on=decided_on, **IN_2020)
    assert ("undetermined" if others else "eligible") == found.verdict


@pytest.mark.parametrize("fact", ["sponsor_lives_independently", "sponsor_self_supporting", "sponsor_own_family"])
def test_minor_on_his_own_under_the_directive(fact):
    """Minority and being unaccompanied on D1 are all that art. 10(3)(a) asks (C-550/16, C-273/20)."""
    found = eu("parent", **{fact: True})
    assert ("eligible", {}) == (found.verdict, disputed(found))


# ---------------------------------------------------------------- adult children before 22 May 2015


@pytest.mark.parametrize(
    ("decided_on", "dependent", "expected", "others"),
    [
        (date(2015, 5, 21), False, "excluded", {"young-adults-before-22-may-2015": "eligible"}),
        (date(2015, 5, 21), True, "eligible", {}),
        (date(2015, 5, 21), None, "undetermined", {"young-adults-before-22-may-2015": "eligible"}),
        (date(2015, 5, 22), False, "eligible", {}),
        (date(2015, 5, 22), None, "eligible", {}),
        (date(2015, 5, 23), False, "eligible", {}),
    ],
)
def test_young_adults_before_22_may_2015(decided_on, dependent, expected, others):
    """For a decision before 22 May 2015 policy asked more than normal dependency of every adult child: excluded without
    it, contested."""
    days = IN_2015 | {"sponsor_permit_notified_on": date(2015, 1, 8), "applied_on": date(2015, 2, 3)}
    found = old("young adult", born_on=date(1993, 3, 1), dependent=dependent, decided_on=decided_on, **days)
    assert (expected, others) == (found.verdict, disputed(found))


@pytest.mark.parametrize("decided_on", [date(2015, 5, 21), date(2015, 5, 22)])
def test_minors_before_22_may_2015(decided_on):
    """The tightened policy was for adult children: a minor child needs no such dependency."""
    days = IN_2015 | {"sponsor_permit_notified_on": date(2015, 1, 8), "applied_on": date(2015, 2, 3)}
    found = old("child", born_on=date(2005, 3, 1), decided_on=decided_on, **days)
    assert ("eligible", {}) == (found.verdict, disputed(found))


# ---------------------------------------------------------------- foster children before 12 June 2026


@OF_STATUS
@pytest.mark.parametrize("who", ["foster child", "kafala"])
@pytest.mark.parametrize(
    ("lived_with", "expected", "others"),
    [
        (True, "eligible", {}),
        (False, "excluded", {"foster-household": "eligible"}),
        (None, "undetermined", {"foster-household": "eligible"}),
    ],
)
def test_foster_child_of_the_household(who, lived_with, expected, others, status):
    """A foster child belonged to the sponsor's household on D0: if not excluded, contested; not known, it is asked."""
    kafala = NOT_RECOGNISED | {"real_parents_care": False, "consent_other_parent": "not_needed"}
    facts = kafala if who == "kafala" else {}
    found = old("foster child", lived_with_family=lived_with, sponsor_protection=status, **facts)
    assert (expected, others, said(expected)) == (found.verdict, disputed(found), holds(found, "foster-care"))
    assert (("lived_with_family",) if lived_with is None else ()) == found.missing


def test_consent_alone_makes_no_tie_of_care():
    """Consent of the real parents alone makes no tie of care (RBDHA:2018:11268)."""
    found = old("foster child", lived_with_family=False, consent_other_parent="given")
    assert ("excluded", {"foster-household": "eligible"}) == (found.verdict, disputed(found))


@pytest.mark.parametrize(
    ("consent", "papers", "expected", "others"),
    [
        ("given", False, "eligible", {}),
        ("not_needed", False, "eligible", {}),
        ("missing", False, "excluded", {"foster-papers": "eligible"}),
        ("missing", ASSUMED, "excluded", {"foster-papers": "eligible"}),
        ("explained", False, "excluded", {"foster-papers": "eligible"}),
        ("missing", True, "eligible", {}),
    ],
)
def test_papers_of_authority(consent, papers, expected, others):
    """Where a real parent lives and did not consent, rulings conflict on papers of authority (2017:15561, 2018:14023)."""
    found = old("foster child", consent_other_parent=consent, authority_papers=papers)
    assert (expected, others, said(expected)) == (found.verdict, disputed(found), holds(found, "consent"))


@pytest.mark.parametrize("who", ["child", "adopted child", "step child"])
def test_household_is_asked_of_foster_children_only(who):
    """An own child, and a step child, need not have lived in the household; having lived together is not required."""
    for lived_with in (True, False, None):
        assert "eligible" == old(who, lived_with_family=lived_with).verdict


# ---------------------------------------------------------------- article 1F of the person


@LAWS
@pytest.mark.parametrize("who", ["spouse", "child", "parent"])
@pytest.mark.parametrize(
    ("value", "expected"), [(True, "excluded"), (False, "eligible"), (ASSUMED, "eligible"), (None, "undetermined")]
)
def test_1f_of_the_member(who, value, expected, law):
    """Art. 1F was not applied to the person either; assumed no (RBDHA:2019:10213; Vb 3.107)."""
    found = outcome(who, law, excluded_1f=value)
    assert (expected, said(expected)) == (found.verdict, holds(found, "not-1f"))
    assert (("excluded_1f",) if value is None else ()) == found.missing


@LAWS
@pytest.mark.parametrize("who", ["foster child", "partner", "young adult", "dependent sibling"])
def test_1f_of_anybody(who, law):
    """Neither law admits whom art. 1F was applied to, on whatever ground."""
    assert "excluded" == outcome(who, law, excluded_1f=True).verdict


# ---------------------------------------------------------------- means and housing (art. 29d lid 2 b and c)

EARLIER_GRANT = {
    "sponsor_entered_on": date(2023, 1, 10),
    "sponsor_asylum_applied_on": date(2023, 1, 12),
    "sponsor_permit_notified_on": date(2024, 7, 1),
    "decided_on": date(2026, 11, 25),
}
DECIDED = EARLIER_GRANT["decided_on"]
NORM = Decimal("2523.96")


def with_income(amount=NORM, until="permanent", since=None, **facts):
    """Give a subsidiary sponsor's spouse, the means left out and to be worked out from the income."""
    told = {"sponsor_income_per_month": amount, "sponsor_income_until": until, "sponsor_income_sufficient_since": since}
    return subsidiary("spouse", sponsor_means=ASSUMED, **EARLIER_GRANT | told | facts)


@pytest.mark.parametrize(
    ("until", "expected"),
    [(date(2027, 8, 30), "not_yet"), (date(2027, 8, 31), "eligible"), (date(2027, 9, 1), "eligible")],
)
def test_contract_of_exactly_a_year(until, expected):
    """The last day of the contract counts: 1 September 2026 to 31 August 2027 is a year for who files on the first."""
    found = with_income(until=until, since=date(2025, 1, 1), applied_on=date(2026, 9, 1))
    assert (expected, said(expected)) == (found.verdict, holds(found, "means"))


@pytest.mark.parametrize(
    ("since", "expected", "day"),
    [
        (date(2023, 11, 25), "eligible", None),
        (date(2023, 11, 26), "not_yet", date(2026, 11, 26)),
        (date(2025, 1, 1), "not_yet", date(2028, 1, 1)),
    ],
)
def test_three_years_of_wages(since, expected, day):
    """Wages that sufficed in each of three years; time cures it, so the day counts (Vb 3.75)."""
    found = with_income(until=date(2026, 12, 1), since=since)
    assert (expected, day) == (found.verdict, found.eligible_from)
    assert expected == "eligible" or remedy(found, "means") == ("time", day)


def test_an_income_that_is_too_low_is_not_cured_by_time():
    """That the amount falls short, time does not cure; action can (art. 29d lid 2 b)."""
    found = with_income(NORM - Decimal("0.01"))
    assert ("not_yet", None, ("action", None)) == (found.verdict, found.eligible_from, remedy(found, "means"))


@pytest.mark.parametrize(("condition", "fact"), [("means", "sponsor_income_from"), ("housing", "sponsor_housing_from")])
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (D4, "eligible"),
        (D4 + ONE_DAY, "not_yet"),
        (date(2029, 3, 1), "not_yet"),
        (None, "undetermined"),
        (ASSUMED, "eligible"),
        ("already", "eligible"),
    ],
)
def test_means_and_housing_to_come(condition, fact, day, expected):
    """Means or housing that are there from a later day: not yet, until that day (art. 29d lid 2 b and c)."""
    found = subsidiary("spouse", **{fact: day})
    assert (expected, said(expected)) == (found.verdict, holds(found, condition))
    assert (day if expected == "not_yet" else None) == found.eligible_from
    assert expected != "not_yet" or remedy(found, condition) == ("time", day)
    assert ((fact.replace("sponsor_", "sponsor."),) if day is None else ()) == found.missing


def test_the_last_of_the_days_to_come():
    """All three must be there: the latest of the days counts (art. 29d lid 2)."""
    days = {"sponsor_income_from": date(2028, 8, 1), "sponsor_housing_from": date(2028, 7, 15)}
    found = subsidiary("spouse", decided_on=DECIDED, **days)
    assert ("not_yet", date(2028, 8, 1)) == (found.verdict, found.eligible_from)
    found = subsidiary("spouse", decided_on=DECIDED, **days | {"sponsor_income_from": date(2027, 1, 1)})
    assert date(2028, 7, 15) == found.eligible_from
    found = subsidiary("spouse", decided_on=DECIDED, sponsor_housing_from=date(2027, 1, 1))
    assert WAIT_ENDS == found.eligible_from


@pytest.mark.parametrize("who", ["spouse", "child"])
def test_days_to_come_are_not_asked_of_a_refugee(who):
    """Means and housing are for subsidiary protection only (art. 29d lid 2)."""
    found = new(who, sponsor_income_from=date(2029, 3, 1), sponsor_housing_from=date(2029, 3, 1))
    assert ("eligible", None) == (found.verdict, found.eligible_from)


def test_days_to_come_are_not_asked_of_a_minor():
    """Nor of an unaccompanied minor (art. 29d lid 2)."""
    found = subsidiary("parent", sponsor_income_from=date(2029, 3, 1), sponsor_housing_from=date(2029, 3, 1))
    assert ("eligible", {}) == (found.verdict, disputed(found))


# ---------------------------------------------------------------- parts and figures of unmet conditions


def told_of(found, condition):
    """Give the facts and the figures of the parts that are told of a condition."""
    parts = reason(found, condition).parts
    facts = {name: fact for part in parts for name, fact in part.facts}
    return facts, [figure for part in parts for _, figure in part.figures]


def test_figures_of_an_income_that_is_too_low():
    """Unmet means name the income given, the norm and the half-year; only the part that failed (Vb 3.74)."""
    facts, figures = told_of(with_income(Decimal(2000), applied_on=date(2026, 9, 1)), "means")
    assert Decimal(2000) == facts["sponsor.income_per_month"]
    assert [NORM, date(2026, 7, 1)] == figures


def test_figures_of_an_earlier_half_year():
    """The half-year of the application governs in the main reading (Vb 3.74)."""
    facts, figures = told_of(with_income(Decimal(2000), applied_on=date(2026, 6, 30)), "means")
    assert (Decimal(2000), [Decimal("2477.95"), date(2026, 1, 1)]) == (facts["sponsor.income_per_month"], figures)


def test_figures_of_an_income_that_does_not_last():
    """A year ahead and three years back are told where those parts failed, and the amount that sufficed is not."""
    found = with_income(until=date(2027, 8, 30), since=date(2025, 1, 1), applied_on=date(2026, 9, 1))
    facts, figures = told_of(found, "means")
    assert {"sponsor.income_until", "sponsor.income_sufficient_since"} <= facts.keys()
    assert "sponsor.income_per_month" not in facts
    assert date(2027, 8, 31) in figures


def test_no_parts_of_what_is_met():
    """Of a condition that is met no part is told."""
    assert () == reason(with_income(), "means").parts


@LAWS
def test_part_of_1f(law):
    """Whose 1F it is: the sponsor's, or the person's own."""
    member = reason(outcome("spouse", law, excluded_1f=True), "not-1f").parts
    sponsor = reason(outcome("spouse", law, sponsor_excluded_1f=True), "not-1f").parts
    assert (1, 1) == (len(member), len(sponsor))
    assert member[0].text != sponsor[0].text


@LAWS
def test_days_of_a_late_application(law):
    """Of a late application the day of the grant, the day of the application and the last day are told."""
    (part,) = reason(outcome("spouse", law, applied_on=LATE[law]), "in-time").parts
    assert LATE[law] - ONE_DAY == part.day
    assert LATE[law] == dict(part.facts)["applied_on"]


# ---------------------------------------------------------------- what can still help

SINGLE_ONLY, TWO_ONLY = (CURRENT,), (PROPOSED,)
BOTH = (CURRENT, PROPOSED)
ACTION, NOTHING = ("action", None), ("none", None)

REMEDIES = [
    # who, facts, condition, what can still help, under which laws
    ("child", {"consent_other_parent": "missing"}, "consent", ACTION, BOTH),
    ("foster child", {"consent_other_parent": "missing"}, "consent", ACTION, SINGLE_ONLY),
    ("spouse", {"tie_plausible": False}, "genuine-tie", ACTION, BOTH),
    ("child", {"tie_plausible": False}, "genuine-tie", ACTION, BOTH),
    ("spouse", {"real_family_life": False}, "real-family-life", ACTION, BOTH),
    ("child", {"real_family_life": False}, "real-family-life", ACTION, BOTH),
    ("spouse", {"bond_broken": True}, "bond-not-broken", ACTION, BOTH),
    ("spouse", {"sponsor_residence": "derived"}, "own-status", ACTION, BOTH),
    ("spouse", {"marriage_valid": False}, "marriage-valid", ACTION, TWO_ONLY),
    ("spouse", {"consented_freely": False}, "marriage-recognised", ACTION, TWO_ONLY),
    ("sibling", {"mother": {"applied_on": D3 - ONE_DAY}}, "same-time", ACTION, TWO_ONLY),
    ("sibling", {"with_parent": "none"}, "with-parent", ACTION, TWO_ONLY),
    ("spouse", {"excluded_1f": True}, "not-1f", NOTHING, BOTH),
    ("spouse", {"sponsor_excluded_1f": True}, "not-1f", NOTHING, BOTH),
    ("parent", {"parentage": "foster", "family_since": date(2012, 1, 1)}, "listed", NOTHING, BOTH),
    ("grandparent", {}, "listed", NOTHING, BOTH),
    ("partner", {}, "listed", NOTHING, TWO_ONLY),
    ("foster child", {}, "listed", NOTHING, TWO_ONLY),
    ("young adult", {}, "under-18", NOTHING, TWO_ONLY),
    ("sibling", {"born_on": date(2000, 1, 1)}, "sibling-under-18", NOTHING, TWO_ONLY),
    ("adopted child", {"family_since": date(2025, 1, 11)}, "family-at-entry", NOTHING, BOTH),
]


@pytest.mark.parametrize(
    ("who", "facts", "condition", "helps", "law"),
    [(*row, law) for *row, laws in REMEDIES for law in laws],
)
def test_remedy(who, facts, condition, helps, law):
    """What can still help where a condition is not met, and never "nothing" where something can; the verdict stays."""
    found = outcome(who, law, **facts)
    assert ("excluded", False) == (found.verdict, holds(found, condition))
    assert helps == remedy(found, condition)


@LAWS
def test_remedy_of_a_late_application(law):
    """What excuses the lateness can still be named (art. 29c lid 2; C-380/17)."""
    found = outcome("spouse", law, applied_on=LATE[law])
    assert [ACTION, ACTION] == [remedy(found, name) for name in ("in-time", "excusable-delay")]
    assert reason(found, "excusable-delay").advice is not None


@LAWS
def test_remedy_of_a_later_marriage(law):
    """A marriage after the sponsor's entry is cured by nothing; only another route is left."""
    day = ENTRY[law]
    found = outcome("spouse", law, married_on=day, family_since=day, durable_relationship=False)
    assert NOTHING == remedy(found, "married-before-entry")


YOUNG_COUPLE = {"married_on": date(2024, 6, 1), "family_since": date(2024, 6, 1)}


@pytest.mark.parametrize("condition", ["spouse-adult", "marriage-recognised"])
@pytest.mark.parametrize("born_on", [date(2010, 9, 2), date(2012, 2, 29)])
def test_remedy_of_a_child_marriage(condition, born_on):
    """Time brings the eighteenth birthday; by the main reading the decision day counts (BW 10:32; art. 29c lid 1 a)."""
    eighteen = {date(2010, 9, 2): date(2028, 9, 2), date(2012, 2, 29): date(2030, 3, 1)}[born_on]
    found = new("spouse", born_on=born_on, **YOUNG_COUPLE)
    assert ("excluded", ("time", eighteen), None) == (found.verdict, remedy(found, condition), found.eligible_from)


@pytest.mark.parametrize(
    ("facts", "later"),
    [
        ({"born_on": date(2011, 5, 1), "sponsor_born_on": date(2012, 4, 1)}, date(2030, 4, 1)),
        ({"born_on": date(2012, 4, 1), "sponsor_born_on": date(2011, 5, 1)}, date(2030, 4, 1)),
        ({"sponsor_born_on": date(2011, 5, 1)}, date(2029, 5, 1)),
    ],
)
def test_remedy_of_a_marriage_of_two_children(facts, later):
    """Both must be 18: the later of the two birthdays (BW 10:32)."""
    found = new("spouse", **YOUNG_COUPLE | facts)
    assert ("excluded", ("time", later)) == (found.verdict, remedy(found, "marriage-recognised"))


@pytest.mark.parametrize(
    ("facts", "later"),
    [
        ({"born_on": date(2008, 1, 1), "sponsor_born_on": date(2008, 6, 1)}, date(2026, 6, 1)),
        ({"born_on": date(2008, 6, 1), "sponsor_born_on": date(2008, 1, 1)}, date(2026, 6, 1)),
        ({"born_on": date(2008, 1, 1)}, date(2026, 1, 1)),
    ],
)
def test_remedy_of_a_couple_of_children(facts, later):
    """For partners, too, the later eighteenth birthday (Vc C2/4.1)."""
    couple = {"family_since": date(2022, 6, 1)}
    found = old("partner", **couple | facts)
    assert ("excluded", ("time", later)) == (found.verdict, remedy(found, "both-adults"))


def test_remedy_of_the_wait():
    """Time brings the end of the two years, means and housing take action (art. 29d lid 2)."""
    poor = {"sponsor_means": False, "sponsor_housing": "reception", "decided_on": DECIDED}
    found = subsidiary("spouse", **poor)
    assert ("time", WAIT_ENDS) == remedy(found, "two-year-wait")
    assert [ACTION, ACTION] == [remedy(found, name) for name in ("means", "housing")]


@pytest.mark.parametrize(
    ("who", "facts", "condition"),
    [
        ("child", {"consent_other_parent": "missing"}, "consent"),
        ("spouse", {"tie_plausible": False}, "genuine-tie"),
        ("spouse", {"sponsor_residence": "derived"}, "own-status"),
        ("spouse", {"marriage_valid": False}, "marriage-valid"),
        ("spouse", {"consented_freely": False}, "consented-freely"),
        ("sibling", {"mother": {"applied_on": D3 - ONE_DAY}}, "same-time"),
    ],
)
def test_advice(who, facts, condition):
    """What can be done is said, in both languages."""
    advice = reason(new(who, **facts), condition).advice
    assert advice.en
    assert advice.nl not in ("", advice.en)


# ---------------------------------------------------------------- remarks


@pytest.mark.parametrize("who", ["spouse", "child", "parent"])
def test_remarks_on_the_wait(who):
    """On every *not yet* by the wait M.A. v. Denmark is named, and the Belgian reference beside it."""
    on_wait = {"wait-and-article-8", "belgian-reference"}
    assert on_wait <= set(notes(subsidiary(who, decided_on=WAIT_ENDS - ONE_DAY)))
    assert not on_wait & set(notes(subsidiary(who, decided_on=WAIT_ENDS)))
    assert not on_wait & set(notes(new(who, decided_on=DECIDED)))


@pytest.mark.parametrize(("means", "given"), [(False, True), (True, False), (None, False)])
def test_remark_on_the_means(means, given):
    """On every unmet *means* B.F. and Others v. Switzerland is named, never to a refugee."""
    assert given is ("income-and-article-8" in notes(subsidiary("spouse", sponsor_means=means)))
    assert "income-and-article-8" not in notes(new("spouse", sponsor_means=means))


@pytest.mark.parametrize(
    ("facts", "given"),
    [
        ({"sponsor_means": False}, True),
        ({"sponsor_housing": "reception"}, True),
        ({}, False),
    ],
)
def test_belgian_reference(facts, given):
    """The pending reference is an argument against all three conditions (art. 29d lid 2)."""
    assert given is ("belgian-reference" in notes(subsidiary("spouse", **facts)))


@LAWS
def test_remark_on_a_refusal_for_lateness(law):
    """A refusal for lateness that is silent about the other routes is a remark of its own (C-380/17, par. 63)."""
    assert "late-refusal-must-name-routes" in notes(outcome("spouse", law, applied_on=LATE[law]))
    assert "late-refusal-must-name-routes" not in notes(outcome("spouse", law))
    assert "late-refusal-must-name-routes" not in notes(outcome("spouse", law, public_order=True))


GRANTED_EARLY = {"sponsor_permit_notified_on": date(2025, 3, 1), "decided_on": DECIDED}


@pytest.mark.parametrize(
    ("applied_on", "given"),
    [
        (date(2025, 9, 10), True),
        (date(2025, 9, 11), True),  # nine months end on 11 June 2026
        (date(2025, 9, 12), False),
        (date(2025, 3, 27), True),  # 90 days and three months
        (None, False),
        (NOT_FILED, False),
    ],
)
def test_decision_overdue(applied_on, given):
    """The period for the decision ended before 12 June 2026 without one: an argument, with a risk (art. 2u lid 4)."""
    assert given is ("decision-overdue" in notes(new("partner", **GRANTED_EARLY | {"applied_on": applied_on})))


@pytest.mark.parametrize(
    "facts",
    [
        {"first_refused_on": date(2026, 1, 5)},
        {"mvv_granted_on": date(2026, 1, 5)},
        {"decided_on": CHANGE - ONE_DAY},
    ],
)
def test_decision_not_overdue(facts):
    """Where there was a decision, or it falls before 12 June 2026, nothing is said of an overdue one."""
    told = GRANTED_EARLY | {"applied_on": date(2025, 6, 1)} | facts
    assert "decision-overdue" not in notes(new("partner", **told))


@LAWS
@pytest.mark.parametrize(("days", "given"), [(-1, True), (0, False), (1, False)])
def test_filed_before_the_grant(days, given, law):
    """Who filed before the grant is warned: that it counts is inferred, so confirm it after the grant."""
    granted = date(2025, 1, 8) if law is CURRENT else D2
    found = outcome("spouse", law, applied_on=granted + timedelta(days=days))
    assert ("eligible", given) == (found.verdict, "filed-before-grant" in notes(found))


@LAWS
@pytest.mark.parametrize("day", [date(2024, 6, 1), NEVER, None])
def test_two_grants(day, law):
    """Where another status was granted as well, it is said from which grant the terms count (D2)."""
    found = outcome("spouse", law, sponsor_other_status_notified_on=day)
    assert "eligible" == found.verdict
    assert (day if day != NEVER else None) == note_day(found, "other-asylum-status")


@LAWS
@pytest.mark.parametrize("day", [date(2025, 1, 20), NEVER, None])
def test_earlier_application(day, law):
    """After an earlier application the three months are counted to the present one, and its day is named."""
    found = outcome("spouse", law, earlier_applied_on=day, earlier_ended="refused")
    present = date(2025, 2, 3) if law is CURRENT else D3
    assert "eligible" == found.verdict
    assert (present if day not in (NEVER, None) else None) == note_day(found, "earlier-application")


@LAWS
def test_earlier_application_does_not_save_a_late_one(law):
    """An earlier application that was refused does not make a later one in time."""
    earlier = {"earlier_applied_on": LATE[law] - timedelta(days=30), "earlier_ended": "refused"}
    found = outcome("spouse", law, applied_on=LATE[law], **earlier)
    assert ("excluded", {}) == (found.verdict, disputed(found))


@LAWS
@pytest.mark.parametrize(
    ("decided_on", "before", "ahead"),
    [
        (date(2013, 12, 31), True, False),
        (date(2014, 1, 1), False, False),
        (date(2031, 9, 1), False, False),
        (date(2031, 9, 2), False, True),
    ],
)
def test_decision_day_outside_the_law_in_here(decided_on, before, ahead, law):
    """Before 1 January 2014 the law of that time is not in here; more than five years after the newest version that was
    read (1 September 2026) the law may have changed."""
    days = {
        "sponsor_entered_on": date(2010, 1, 10),
        "sponsor_asylum_applied_on": date(2010, 1, 12),
        "sponsor_permit_notified_on": date(2010, 6, 1),
        "applied_on": date(2010, 7, 1),
    }
    found = notes(outcome("spouse", law, decided_on=decided_on, **days))
    assert (before, ahead) == ("law-of-before-2014" in found, "law-may-have-changed" in found)


@pytest.mark.parametrize(
    ("status", "decided_on", "applied_on", "given"),
    [
        (SUBSIDIARY, date(2026, 10, 1), NOT_FILED, True),
        (SUBSIDIARY, date(2026, 10, 2), NOT_FILED, False),
        (SUBSIDIARY, date(2026, 10, 1), D3, False),
        (REFUGEE, date(2026, 10, 1), NOT_FILED, False),
    ],
)
def test_file_within_three_months_all_the_same(status, decided_on, applied_on, given):
    """While the three months still run, a subsidiary sponsor is told to file within them; once over, nothing is said."""
    facts = {"sponsor_protection": status, "decided_on": decided_on, "applied_on": applied_on}
    found = new("spouse", **facts)
    assert (date(2026, 10, 1) if given else None) == note_day(found, "file-within-three-months")
    assert "file-within-three-months" not in notes(old("spouse", sponsor_protection=status))


@pytest.mark.parametrize(
    ("who", "status", "given"),
    [
        ("parent", REFUGEE, True),
        ("parent", SUBSIDIARY, False),
        ("sibling", REFUGEE, False),
        ("child", REFUGEE, False),
        ("spouse", REFUGEE, False),
    ],
)
@LAWS
def test_no_term_for_the_parents_is_told_to_them_only(who, status, given, law):
    """That no term runs for the parents while the sponsor is a minor is said only to a refugee's parents (C-560/20)."""
    assert given is ("no-term-until-sponsor-turns-18" in days_of(outcome(who, law, sponsor_protection=status)))


@pytest.mark.parametrize(
    ("born_on", "decided_on", "day"),
    [
        (date(2015, 3, 3), date(2028, 3, 1), None),  # more than five years ahead
        (date(2015, 3, 1), date(2028, 3, 1), date(2033, 2, 28)),
        (date(2010, 3, 2), date(2028, 3, 1), date(2028, 3, 1)),
        (date(2010, 3, 1), date(2028, 3, 1), None),  # 18 already
    ],
)
@LAWS
def test_child_must_apply_before_the_birthday(born_on, decided_on, day, law):
    """A day set by an age is told as such, only where it lies within the next five years (under 18 on D3)."""
    days = {
        "sponsor_entered_on": D0,
        "sponsor_asylum_applied_on": date(2025, 1, 12),
        "sponsor_permit_notified_on": D2,
        "decided_on": decided_on,
        "applied_on": NOT_FILED,
    }
    found = outcome("child", law, born_on=born_on, **days)
    assert day == note_day(found, "child-must-apply-before-18")


def test_claim_to_refugee_status_is_for_the_new_law():
    """That the sponsor may claim refugee status is said only under two-status."""
    assert "route-refugee-status" in notes(subsidiary("partner"))
    assert "route-refugee-status" not in notes(old("grandparent", sponsor_protection=SUBSIDIARY))


@LAWS
def test_humanitarian_mvv(law):
    """An mvv on compelling humanitarian grounds goes under what is left (art. 2p lid 2)."""
    assert "route-humanitarian-mvv" in notes(outcome("grandparent", law))
    assert "route-humanitarian-mvv" not in notes(outcome("spouse", law))


# ---------------------------------------------------------------- the last day for the application


@LAWS
@pytest.mark.parametrize("who", ["spouse", "child", "adopted child"])
@pytest.mark.parametrize("applied_on", ["in time", "late", NOT_FILED, None])
def test_last_day_for_the_application(who, applied_on, law):
    """The last day for the application is the end of the three months, and nothing else, also when it is past."""
    told = {"in time": LATE[law] - ONE_DAY, "late": LATE[law]}.get(applied_on, applied_on)
    assert LATE[law] - ONE_DAY == outcome(who, law, applied_on=told).deadline


@LAWS
@pytest.mark.parametrize("birthday", [-40, -1, 1, 40])
def test_birthday_is_no_last_day_for_the_application(birthday, law):
    """A birthday around the end of the term does not move it."""
    ends_on = LATE[law] - ONE_DAY
    turns_18 = ends_on + timedelta(days=birthday)
    found = outcome("child", law, born_on=turns_18.replace(year=turns_18.year - 18))
    assert ends_on == found.deadline


@pytest.mark.parametrize("who", ["spouse", "child", "parent"])
def test_no_last_day_for_subsidiary_protection(who):
    """Art. 29d has no window, which is not contested any more (art. 29d lid 1)."""
    for applied_on in (D3, LATE[PROPOSED], NOT_FILED):
        found = subsidiary(who, applied_on=applied_on)
        assert ("eligible", None, {}) == (found.verdict, found.deadline, disputed(found))
        assert "three-months-bare" not in days_of(found)


# ---------------------------------------------------------------- the EU floor


@LAWS
@pytest.mark.parametrize("who", ["spouse", "child", "step child"])
@pytest.mark.parametrize(
    "facts",
    [
        {"sponsor_excluded_1f": True},
        {"excluded_1f": True},
        {"public_order": True},
        {"bond_broken": True},
        {"sponsor_residence": "derived"},
        {"sponsor_residence": "dutch"},
    ],
)
def test_no_floor(who, facts, law):
    """For 1F, public order, a broken tie and a sponsor without asylum the Directive is no floor: nothing is said."""
    assert "excluded" == outcome(who, law, **facts).verdict
    assert floor(who, law, **facts) is None


@pytest.mark.parametrize(
    ("who", "law", "facts", "article"),
    [
        ("step child", PROPOSED, {}, "art. 4 par. 1 d"),
        ("spouse", CURRENT, {"special_ties_third_country": True}, "art. 12 par. 1"),
        ("spouse", PROPOSED, {"special_ties_third_country": True}, "art. 12 par. 1"),
        ("child", CURRENT, {"special_ties_third_country": True}, "art. 12 par. 1"),
        ("child", PROPOSED, {"special_ties_third_country": True}, "art. 12 par. 1"),
        ("parent", CURRENT, {"special_ties_third_country": True}, "art. 12 par. 1"),
        ("parent", PROPOSED, {"special_ties_third_country": True}, "art. 12 par. 1"),
    ],
)
def test_article_of_the_floor(who, law, facts, article):
    """Below the floor, under the article of the condition that decides: 4(1)(d) for a step child, 12(1) for special
    ties."""
    found = floor(who, law, **facts)
    assert Demand.FORBIDS is found.demand
    assert article in found.source.cite.en


@pytest.mark.parametrize(
    ("facts", "demand"),
    [
        ({"custody": "sole"}, Demand.FORBIDS),
        ({"custody": "shared"}, Demand.LEAVES),
        ({"custody": "none"}, Demand.LEAVES),
        ({"custody": None}, Demand.UNKNOWN),
        ({"partner": {"relation": "partner"}}, Demand.LEAVES),
        ({"sponsor_protection": SUBSIDIARY}, Demand.NOT_BOUND),
    ],
)
def test_floor_of_a_step_child(facts, demand):
    """Art. 4(1)(d) is for the child of the spouse who has custody; shared custody is a *may*."""
    assert demand is floor("step child", PROPOSED, **facts).demand


@pytest.mark.parametrize(
    ("who", "demand"),
    [("spouse", Demand.REQUIRES), ("registered partner", Demand.LEAVES), ("partner", Demand.LEAVES)],
)
def test_further_spouse(who, demand):
    """Art. 4(4) is cited only for a further spouse while another lives here."""
    found = floor(who, PROPOSED, sponsor_lives_with_other_partner=True)
    assert demand is found.demand
    assert ("art. 4 par. 4" in found.source.cite.en) is (demand is Demand.REQUIRES)


@LAWS
@pytest.mark.parametrize("fact", [{"sham": True}, {"real_family_life": False}, {"tie_plausible": False}])
def test_sham_and_paper_ties_are_not_below_the_floor(fact, law):
    """The must of art. 4(1) is subject to art. 16: a refusal for a sham tie or no real family life is not below it."""
    assert Demand.FORBIDS is not floor("spouse", law, **fact).demand


@LAWS
def test_nothing_is_said_of_who_is_not_excluded(law):
    """The floor is spoken of for an exclusion only."""
    assert floor("spouse", law) is None
    assert floor("spouse", law, public_order=None) is None


# ---------------------------------------------------------------- the child of a spouse who was not chosen


@LAWS
@pytest.mark.parametrize(
    ("parent", "others"),
    [
        ("not_chosen", {"child-of-partner-not-chosen": "excluded"}),
        ("none", {}),
        ("here", {}),
        (None, {}),  # nobody in the file was not chosen
    ],
)
def test_own_child_of_a_spouse_not_chosen(parent, others, law):
    """The sponsor's own child of the relation that was not chosen, whose parent does not apply: eligible, contested."""
    found = outcome("child", law, parent_member=parent)
    assert ("eligible", others) == (found.verdict, disputed(found))


@pytest.mark.parametrize(
    ("parent", "expected"), [("not_chosen", "excluded"), ("here", "eligible"), ("none", "excluded")]
)
def test_step_child_of_a_spouse_not_chosen(parent, expected):
    """A step child comes only if that partner comes along or is here (Vc C2/4.1)."""
    found = old("step child", parent_member=parent)
    assert (expected, said(expected)) == (found.verdict, holds(found, "step-parent-comes"))


# ---------------------------------------------------------------- facts that are beside the point


@pytest.mark.parametrize(
    ("who", "facts", "expected"),
    [
        ("grandparent", {}, ()),
        ("grandparent", {"consent_other_parent": "given"}, ("person.consent_other_parent",)),
        ("grandparent", {"consent_other_parent": None}, ()),
        ("grandparent", {"married_on": date(2000, 1, 1)}, ("person.married_on",)),
        ("grandparent", {"responsible_for_minor": True}, ()),
        ("partner", {"at_parents_charge": True}, ("person.at_parents_charge",)),
        ("child", {"consent_other_parent": "given"}, ()),
    ],
)
def test_beside_the_point(who, facts, expected):
    """What is given of a person whom it cannot concern is named, and changes no verdict."""
    case = family(who, PROPOSED, **facts)
    assert expected == beside_the_point(case)
    assert not expected or assess(case, PROPOSED)["person"].verdict == new(who).verdict


# ---------------------------------------------------------------- later rulings are not cited as if known


@pytest.mark.parametrize(("decided_on", "later"), [(date(2018, 11, 6), True), (date(2018, 11, 7), False)])
def test_ruling_of_a_later_day(decided_on, later):
    """C-380/17 (7 November 2018) is not cited for an earlier decision without saying that it is of later."""
    days = {
        "sponsor_entered_on": date(2016, 1, 10),
        "sponsor_asylum_applied_on": date(2016, 1, 12),
        "sponsor_permit_notified_on": date(2018, 3, 1),
        "applied_on": date(2018, 3, 2),
    }
    cite = reason(old("spouse", decided_on=decided_on, **days), "excusable-delay").source.cite.en
    assert "C-380/17" in cite
    assert later is ("later ruling" in cite)


# ---------------------------------------------------------------- what is said, and to whom


@LAWS
@pytest.mark.parametrize(
    ("days_late", "ended", "point"),
    [(0, "not_accepted", True), (1, "not_accepted", False), (0, "refused", False), (0, "withdrawn", False)],
)
def test_an_attempt_that_was_not_accepted(days_late, ended, point, law):
    """A late application after an attempt on the last day that was not accepted: excluded, and contested (C-1/23);
    an attempt a day later, or one that was decided on, changes nothing."""
    tried = LATE[law] + timedelta(days=days_late - 1)
    found = outcome(
        "spouse", law, applied_on=LATE[law] + timedelta(days=30), earlier_applied_on=tried, earlier_ended=ended
    )
    assert (found.verdict, disputed(found).get("earlier-application-not-accepted")) == (
        "excluded",
        "eligible" if point else None,
    )


@OF_STATUS
@pytest.mark.parametrize(
    ("facts", "given"),
    [({}, True), ({"sponsor_residence": "derived"}, False), ({"travelled_with_sponsor": True}, False)],
)
def test_who_has_a_last_day(facts, given, status):
    """The end of the three months is a day that matters for a refugee's family (art. 29c), and for subsidiary protection
    advice; not where the sponsor's own permit is derived, or the person came along (art. 29b)."""
    found = outcome(
        "spouse", PROPOSED, sponsor_protection=status, applied_on=NOT_FILED, decided_on=date(2026, 8, 1), **facts
    )
    assert ("three-months-bare" in days_of(found)) is (given and status == REFUGEE)
    told = "file-within-three-months" in notes(found)
    assert told is (status == SUBSIDIARY and not facts.get("travelled_with_sponsor", False))


@pytest.mark.parametrize(("granted", "given"), [(NEVER, True), (date(2026, 7, 2), False)])
def test_advice_on_a_pending_application(granted, given):
    """Not to withdraw what is pending since before 12 June 2026 is advice as long as no mvv is granted."""
    days = {"sponsor_permit_notified_on": date(2025, 9, 1), "applied_on": date(2025, 10, 1)}
    assert (
        "do-not-withdraw" in notes(new("spouse", decided_on=date(2026, 7, 10), mvv_granted_on=granted, **days))
    ) is given


@pytest.mark.parametrize(
    ("birth", "given"), [(date(2008, 7, 3), False), (date(2010, 7, 1), True), (date(2010, 9, 2), False)]
)
def test_who_turns_18_before_the_wait_ends(birth, given):
    """A warning for a child who is under 18 now and no more when the wait ends; for no adult, and no younger child."""
    found = subsidiary("child", born_on=birth, decided_on=date(2026, 9, 1))
    assert ("turns-18-before-wait-ends" in notes(found)) is given


@LAWS
def test_which_birthday_of_the_sponsor_is_told(law):
    """The 18th birthday of a minor sponsor is a day that matters from the 13th birthday on."""
    decided = family("parent", law).decided_on
    for late, given in ((0, True), (1, False)):
        birth = date(decided.year - 13, decided.month, decided.day + late)
        assert ("sponsor-turns-18" in days_of(outcome("parent", law, sponsor_born_on=birth))) is given


@pytest.mark.parametrize(("facts", "given"), [({}, True), ({"sponsor_unaccompanied_minor": True}, False)])
def test_whose_means_can_never_do(facts, given):
    """That the norm can never be met is said of a sponsor who must meet it: no unaccompanied minor (art. 29d lid 4)."""
    who = "spouse" if given else "parent"
    found = subsidiary(who, sponsor_means=False, sponsor_means_unattainable=True, **facts)
    assert ("means-unattainable" in notes(found)) is given


@pytest.mark.parametrize(("day", "given"), [(date(2026, 2, 27), True), (date(2026, 2, 28), False)])
def test_which_version_was_read(day, given):
    """For decisions of before 28 February 2026 a later version of the old law was read than that in force."""
    assert ("later-version-read" in notes(old("spouse", decided_on=day))) is given


@pytest.mark.parametrize("who", ["dependent adult", "young adult"])
def test_adult_children_before_the_letter(who):
    """Until 22 May 2015 every adult child had to depend more than normally; of who did, nothing is contested."""
    days = {
        "sponsor_entered_on": date(2013, 6, 10),
        "sponsor_asylum_applied_on": date(2013, 6, 12),
        "sponsor_permit_notified_on": date(2014, 1, 8),
        "applied_on": date(2014, 2, 3),
        "decided_on": date(2014, 9, 1),
    }
    found = old(who, born_on=date(1993, 3, 1), **days)
    point = disputed(found).get("young-adults-before-22-may-2015")
    assert (found.verdict, point) == {
        "dependent adult": ("eligible", None),
        "young adult": ("excluded", "eligible"),
    }[who]


def test_figure_of_the_year_from_the_decision():
    """What is told of an income that is not lasting: the last day of a year from the decision, and from D3."""
    _, figures = told_of(
        with_income(
            until=date(2026, 12, 1), since=date(2025, 1, 1), applied_on=date(2026, 8, 3), decided_on=date(2026, 10, 1)
        ),
        "means",
    )
    assert date(2027, 8, 2) in figures
    assert date(2027, 9, 30) in figures


# ---------------------------------------------------------------- income to come

BEGINS = date(2027, 2, 1)


@pytest.mark.parametrize(
    ("amount", "until", "cure", "day"),
    [
        (NORM, "permanent", "time", BEGINS),
        (NORM - Decimal(500), "permanent", "action", None),  # time does not raise the wages
        (NORM, date(2028, 1, 30), "time", date(2028, 1, 1)),  # a day short of a year: three years of wages come first
        (NORM, date(2028, 1, 31), "time", BEGINS),
    ],
)
def test_income_that_begins_later(amount, until, cure, day):
    """A job to come is cured by time where wages and contract suffice, and by action where one of them does not."""
    found = with_income(amount, until, date(2025, 1, 1), sponsor_income_from=BEGINS)
    told = reason(found, "means")
    assert ("not_yet", cure, day, day) == (found.verdict, told.curable, told.day, found.eligible_from)


def test_income_that_began_after_the_application():
    """A year counts on D3 only if the income was there on D3; of a contract of which eight months are left that is not so."""
    started = {"since": date(2027, 1, 1), "applied_on": date(2026, 8, 3), "decided_on": date(2028, 9, 1)}
    for begins, expected in ((date(2026, 8, 3), "eligible"), (date(2026, 8, 4), "not_yet")):
        found = with_income(until=date(2027, 8, 3), sponsor_income_from=begins, **started)
        assert found.verdict == expected


def test_who_follows_a_parent_who_cannot_come():
    """A brother who applied together with his foster mother, who can never come, is not told to apply again with her."""
    found = new("sibling", mother={"relation": "parent", "parentage": "foster"})
    assert remedy(found, "with-parent") == ("none", None)


@pytest.mark.parametrize(
    ("day", "given"), [(date(2026, 6, 11), False), (date(2026, 6, 12), True), (date(2026, 7, 15), True)]
)
def test_overdue_and_refused_since(day, given):
    """That the period ended without a decision before 12 June 2026 stays an argument after a refusal of that day or later."""
    told = GRANTED_EARLY | {"applied_on": date(2025, 6, 1), "first_refused_on": day}
    assert ("decision-overdue" in notes(new("partner", **told))) is given


@LAWS
@pytest.mark.parametrize("here", [True, False])
def test_period_of_the_mvv(here, law):
    """The period for the decision is that of an application for an mvv; who is here has asked for something else."""
    facts = {"in_netherlands": True, "entered_on": ENTRY[law] + timedelta(days=600)} if here else {}
    found = outcome("spouse", law, applied_on=LATE[law] - timedelta(days=2), decided_on=LATE[law], **facts)
    assert any(name.startswith("decision-due") for name in days_of(found)) is not here


@pytest.mark.parametrize(
    ("born_on", "point"),
    [
        (date(2010, 9, 1), {"further-spouse-already-here": "eligible"}),
        (date(2010, 9, 2), {"child-spouse-already-here": "undetermined"}),
    ],
)
def test_second_wife_who_is_here(born_on, point):
    """Another wife was chosen: excluded, and contested; the same for one who is under 18, as for any child bride."""
    couple = {"married_on": date(2023, 6, 1), "family_since": date(2023, 6, 1), "born_on": born_on}
    found = new("spouse", **HERE | CLOSED | couple | {"other_spouse_chosen": True})
    assert "excluded" == found.verdict
    assert point.items() <= disputed(found).items()


@pytest.mark.parametrize(
    ("day", "half_year"), [(date(2026, 6, 30), date(2026, 1, 1)), (date(2026, 7, 1), date(2026, 7, 1))]
)
def test_half_year_begins_on_its_first_day(day, half_year):
    """The norm told of an income that is too low is that of the half-year in which the application falls, its first day
    included."""
    _, figures = told_of(with_income(Decimal(2000), applied_on=day), "means")
    assert half_year in figures


@LAWS
def test_what_is_to_be_confirmed(law):
    """To confirm an application is advice for one made before the grant, while the three months run, and for no other."""
    granted = family("spouse", law).sponsor.permit_notified_on
    for applied, decided, given in ((-1, 20, True), (0, 20, False), (1, 20, False), (-1, 200, False)):
        days = {"applied_on": granted + timedelta(days=applied), "decided_on": granted + timedelta(days=decided)}
        assert ("confirm-after-grant" in notes(outcome("spouse", law, **days))) is given
    days = {"applied_on": NOT_FILED, "decided_on": granted + timedelta(days=20)}
    assert "confirm-after-grant" not in notes(outcome("spouse", law, **days))


def test_parts_of_what_failed_only():
    """Of means that fail for the wages the wages are told, and not that the end of the contract is not known."""
    told = reason(with_income(Decimal(2000), until=None, applied_on=date(2026, 9, 1)), "means")
    assert told.holds is False
    assert {part.holds for part in told.parts} == {False}
    assert not any(name == "sponsor.income_until" for part in told.parts for name, _ in part.facts)
