"""Art. 29 lid 2-5 Vw 2000 (old), until 11 June 2026: each condition, on both sides and unknown."""

from datetime import date

import pytest
from families import (
    REFUGEE,
    STATUSES,
    SUBSIDIARY,
    dispute,
    disputed,
    family,
    holds,
    outcome,
    unmet,
    verdict,
)

from reunify import CURRENT, assess
from reunify.engine.meaning import Verdict
from reunify.sources import VW
from reunify.terms import NEVER

GROUNDS = {
    "spouse": "spouse",
    "registered partner": "spouse",
    "partner": "partner",
    "child": "minor-child",
    "adopted child": "minor-child",
    "foster child": "minor-child",
    "step child": "minor-child",
    "young adult": "adult-child",
    "dependent adult": "adult-child",
    "parent": "parent",
    "dependent sibling": "dependent-sibling",
}
EVERYBODY = list(GROUNDS)
CHILDREN = ["child", "adopted child", "foster child", "step child", "young adult", "dependent adult"]
COUPLES = ["spouse", "registered partner", "partner"]
D0, D1, D3, D4 = date(2023, 1, 10), date(2023, 1, 12), date(2025, 2, 3), date(2025, 9, 1)
LATE = date(2025, 4, 9)
MARRIED_IN_2022 = {"married_on": date(2022, 6, 1), "family_since": date(2022, 6, 1)}
NO_LONGER_YOUNG = {"own_family": True, "dependent": False}  # closes the ground of the adult child


def old(who, **facts):
    return outcome(who, CURRENT, **facts)


# ---------------------------------------------------------------- where it stands


def test_it_rests_on_the_old_articles():
    """Nothing in the law until 11 June 2026 rests on an article of the law from 12 June 2026."""
    resting = [node.sources for node in CURRENT.nodes]
    resting += [told.sources for told in (*CURRENT.notes, *CURRENT.milestones)]
    resting += [(ground.source,) for ground in CURRENT.grounds]
    assert not [source.cite.en for sources in resting for source in sources if source.url == VW.url]


# ---------------------------------------------------------------- who may come


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize(("who", "ground"), GROUNDS.items())
def test_one_status(who, ground, status):
    """Both statuses give the same nareis, each person on one ground (art. 29 lid 2 old)."""
    found = old(who, sponsor_protection=status)
    assert ("eligible", ground) == (found.verdict, found.ground)


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("who", EVERYBODY)
def test_no_wait_means_or_housing(who, status):
    """Waiting for housing, means or time is not asked (RVS:2023:506)."""
    poor = {"sponsor_means": False, "sponsor_housing": "none", "decided_on": D3}
    assert "eligible" == verdict(who, CURRENT, sponsor_protection=status, **poor)


@pytest.mark.parametrize("status", [*STATUSES, None])
@pytest.mark.parametrize("who", ["sibling", "grandparent", "grandchild", "other relative"])
def test_nobody_else(who, status):
    """Other siblings, grandparents, grandchildren and other relatives are not listed (art. 29 lid 2 old)."""
    found = old(who, sponsor_protection=status)
    assert ("excluded", None, ["listed"], ()) == (found.verdict, found.ground, unmet(found), found.missing)


@pytest.mark.parametrize("who", EVERYBODY)
def test_relation_listed(who):
    """Spouses, partners, children and parents are on the list by their relation (art. 29 lid 2 old)."""
    relation = family(who, CURRENT).members[0].relation
    assert (who != "dependent sibling") is CURRENT.unlisted(relation)


# ---------------------------------------------------------------- what every ground asks

GENERAL = [
    ("own-status", "sponsor_residence", "derived", "sponsor.residence"),
    ("own-status", "sponsor_residence", "regular", "sponsor.residence"),
    ("own-status", "sponsor_residence", "dutch", "sponsor.residence"),
    ("not-1f", "sponsor_excluded_1f", True, "sponsor.excluded_1f"),
    ("bond-not-broken", "bond_broken", True, "bond_broken"),
    ("genuine-tie", "sham", True, "sham"),
    ("genuine-tie", "tie_plausible", False, "tie_plausible"),
    ("public-order", "public_order", True, "public_order"),
    ("real-family-life", "real_family_life", False, "real_family_life"),
    ("special-ties", "special_ties_third_country", True, "special_ties_third_country"),
]


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize(("condition", "fact", "bad", "path"), GENERAL)
def test_general_conditions(who, condition, fact, bad, path):
    """Unmet, each condition of all grounds excludes by itself; unknown, it leaves the verdict open (art. 29 old)."""
    found = old(who, **{fact: bad})
    assert ("excluded", False) == (found.verdict, holds(found, condition))
    assert condition in unmet(found)
    found = old(who, **{fact: None})
    assert ("undetermined", None) == (found.verdict, holds(found, condition))
    assert (path,) == found.missing


@pytest.mark.parametrize("who", EVERYBODY)
def test_general_conditions_met(who):
    """A person for whom everything is in order meets each condition of all grounds (art. 29 old)."""
    assert [True] * 7 == [holds(old(who), name) for name in dict.fromkeys(condition for condition, *_ in GENERAL)]


@pytest.mark.parametrize("who", ["spouse", "child", "parent"])
def test_nareis_after_nareis(who):
    """A sponsor who came by nareis and got an own status can be a sponsor; older policy refused."""
    found = old(who, sponsor_came_by_nareis=True)
    assert ("eligible", {"nareis-after-nareis": "excluded"}) == (found.verdict, disputed(found))
    assert {} == disputed(old(who, sponsor_came_by_nareis=False))
    assert {"nareis-after-nareis": "undetermined"} == disputed(old(who, sponsor_came_by_nareis=None))
    derived = old(who, sponsor_came_by_nareis=True, sponsor_residence="derived")
    assert ("excluded", {}) == (derived.verdict, disputed(derived))


@pytest.mark.parametrize("who", [*CHILDREN, "parent"])
def test_occasional_contact(who):
    """Occasional contact between parent and child can be family life (C-279/20); RBDHA:2020:13976 refused."""
    assert {"occasional-contact": "eligible"} == disputed(old(who, real_family_life=False))
    assert {} == disputed(old(who, real_family_life=True))


@pytest.mark.parametrize("who", [*COUPLES, "dependent sibling"])
def test_a_tie_on_paper_only(who):
    """A couple that had hardly met, and a sibling by name only, are excluded without dispute (RBDHA:2024:10582)."""
    found = old(who, real_family_life=False)
    assert ("excluded", False) == (found.verdict, "occasional-contact" in disputed(found))


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("who", EVERYBODY)
def test_special_ties(who, status):
    """The authority may refuse for ties with a third country (art. 31 lid 8 old); for a refugee's spouse,
    child or parents that is below the EU floor (art. 12(1) Directive 2003/86/EC)."""
    found = old(who, special_ties_third_country=True, sponsor_protection=status)
    minors = ["child", "adopted child", "foster child", "step child"]
    floor = status == REFUGEE and who in ["spouse", "registered partner", *minors, "parent"]
    expected = {"special-ties-eu-floor": Verdict.ELIGIBLE} if floor else {}
    assert ("excluded", True, expected) == (found.verdict, found.discretionary, disputed(found))


def test_only_special_ties_are_discretionary():
    """A refusal for another reason is no mere power (art. 31 lid 8 old)."""
    assert not old("spouse", special_ties_third_country=True, public_order=True).discretionary
    assert not old("spouse").discretionary


# ---------------------------------------------------------------- in time


@pytest.mark.parametrize("who", [*COUPLES, *CHILDREN])
@pytest.mark.parametrize(
    ("applied_on", "expected"),
    [
        (date(2024, 12, 1), "eligible"),  # before the grant
        (date(2025, 1, 8), "eligible"),
        (date(2025, 4, 7), "eligible"),
        (date(2025, 4, 8), "eligible"),
        (LATE, "excluded"),
        (None, "undetermined"),
    ],
)
def test_three_months_to_apply(who, applied_on, expected):
    """The mvv is applied for at the latest three months after the grant was made known (art. 29 lid 2, 4 old)."""
    found = old(who, applied_on=applied_on)
    assert (expected, date(2025, 4, 8)) == (found.verdict, found.grounds[-1].deadline)
    assert (() if applied_on else ("applied_on",)) == found.missing


@pytest.mark.parametrize(
    ("decided_on", "expected"),
    [(date(2025, 4, 8), "eligible"), (LATE, "excluded"), (None, "undetermined")],
)
def test_not_filed_yet(decided_on, expected):
    """Without an application the case is read as if filed on the decision day (D3 = D4)."""
    found = old("spouse", applied_on="not_yet", decided_on=decided_on)
    assert (expected, date(2025, 4, 8)) == (found.verdict, found.deadline)
    assert (decided_on is None) is ("decided_on" in found.missing)


def test_grant_not_known():
    """Without the day of the grant (D2) the term cannot be worked out."""
    found = old("spouse", sponsor_permit_notified_on=None)
    assert ("undetermined", ("sponsor.permit_notified_on",), None) == (found.verdict, found.missing, found.deadline)


@pytest.mark.parametrize(
    ("entered_on", "expected"),
    [
        (date(2025, 4, 7), "eligible"),
        (date(2025, 4, 8), "eligible"),
        (date(2025, 4, 9), "excluded"),
        (NEVER, "excluded"),
        (None, "undetermined"),
    ],
)
def test_three_months_to_enter(entered_on, expected):
    """Own entry within the three months is in time too (art. 29 lid 2 old)."""
    found = old("spouse", applied_on=LATE, entered_on=entered_on)
    assert expected == found.verdict
    assert (expected == "undetermined") is ("entered_on" in found.missing)


@pytest.mark.parametrize(
    ("fact", "good", "bad"),
    [
        ("travelled_with_sponsor", True, False),
        ("asylum_applied_on", date(2023, 1, 11), D1),
        ("asylum_applied_on", date(2023, 1, 11), date(2023, 1, 13)),
        ("lateness_excusable", True, False),
        ("sponsor_informed_of_term", False, True),
    ],
)
def test_other_ways_to_be_in_time(fact, good, bad):
    """Travelled in together; asked asylum before the sponsor did; lateness excused, or the sponsor never told
    of the term (art. 29 lid 2, 4 and 5 old; C-380/17)."""
    assert "eligible" == verdict("spouse", CURRENT, applied_on=LATE, **{fact: good})
    late = old("spouse", applied_on=LATE, **{fact: bad})
    assert ("excluded", ["in-time"]) == (late.verdict, unmet(late))
    unknown = old("spouse", applied_on=LATE, **{fact: None})
    assert ("undetermined", None) == (unknown.verdict, holds(unknown, "in-time"))
    assert (fact.replace("sponsor_", "sponsor."),) == unknown.missing


def test_excusable_delay_is_told_apart():
    """The excuse is a condition of its own inside *in time* (art. 29 lid 5 old)."""
    found = old("spouse", applied_on=LATE, lateness_excusable=True)
    assert (True, True) == (holds(found, "in-time"), holds(found, "excusable-delay"))
    assert ["in-time"] == [reason.within for reason in found.reasons if reason.condition == "excusable-delay"]


@pytest.mark.parametrize(
    ("decided_on", "expected"),
    [(date(2025, 3, 27), "CJEU C-380/17 K and B"), (date(2025, 3, 28), "Vw 2000 (old) art. 29 lid 5")],
)
def test_the_excuse_in_the_law(decided_on, expected):
    """The excuse stands in the law from 28 March 2025 (Wet 36 349); before that in C-380/17."""
    found = old("spouse", decided_on=decided_on)
    assert [expected] == [r.source.cite.en for r in found.reasons if r.condition == "excusable-delay"]


@pytest.mark.parametrize(
    ("applied_on", "expected", "others"),
    [
        (date(2026, 2, 27), "eligible", {}),
        (date(2026, 2, 28), "eligible", {}),
        (date(2026, 3, 1), "eligible", {"term-ends-on-day-off": "excluded"}),
        (date(2026, 3, 2), "eligible", {"term-ends-on-day-off": "excluded"}),
        (date(2026, 3, 3), "excluded", {}),
    ],
)
def test_term_that_ends_on_a_saturday(applied_on, expected, others):
    """30 November 2025 and three months is Saturday 28 February 2026, run on to Monday (Atw art. 1, inferred)."""
    days = {"sponsor_permit_notified_on": date(2025, 11, 30), "decided_on": date(2026, 5, 1)}
    found = old("spouse", applied_on=applied_on, **days)
    assert (expected, others) == (found.verdict, disputed(found))
    other = dispute(found, "term-ends-on-day-off")
    assert (date(2026, 3, 2), date(2026, 2, 28)) == (found.deadline, other.deadline)


def test_entry_between_the_bare_and_the_extended_day():
    """Entry on the Sunday after the bare end is in time, disputed (Atw art. 1, inferred)."""
    days = {"sponsor_permit_notified_on": date(2025, 11, 30), "decided_on": date(2026, 5, 1)}
    found = old("spouse", applied_on=date(2026, 4, 1), entered_on=date(2026, 3, 1), **days)
    assert ("eligible", {"term-ends-on-day-off": "excluded"}) == (found.verdict, disputed(found))


def test_term_that_ends_on_a_working_day():
    """A term that ends on a working day has one end only (Atw art. 1)."""
    assert () == old("spouse").disputes


# ---------------------------------------------------------------- spouse (art. 29 lid 2 a)


@pytest.mark.parametrize("who", ["spouse", "registered partner"])
@pytest.mark.parametrize(
    ("married_on", "expected"),
    [
        (date(2023, 1, 9), "eligible"),
        (D0, "excluded"),
        (date(2023, 1, 11), "excluded"),
        (None, "undetermined"),
    ],
)
def test_married_before_entry(who, married_on, expected):
    """The marriage was concluded before the sponsor's entry; on the day itself is too late (art. 29 lid 2 a old)."""
    found = old(who, married_on=married_on, durable_relationship=False)
    assert (expected, married_on is None) == (found.verdict, "married_on" in found.missing)
    assert {"eligible": True, "excluded": False}.get(expected) is holds(found, "married-before-entry")


def test_entry_not_known():
    """Without the day of the sponsor's entry (D0) nothing is known of the tie on that day."""
    for who in EVERYBODY:
        found = old(who, sponsor_entered_on=None)
        assert ("undetermined", None) == (found.verdict, holds(found, "family-at-entry"))
        assert {"sponsor.entered_on"} == {*found.missing} - {"conceived_before_entry"}


@pytest.mark.parametrize("who", ["spouse", "registered partner"])
@pytest.mark.parametrize("durable", [True, False, None])
def test_marriage_not_valid(who, durable):
    """A marriage that is not valid is tested as a partnership (BW 10:31; art. 29 lid 2 b old)."""
    found = old(who, marriage_valid=False, durable_relationship=durable)
    expected = {True: "eligible", False: "excluded", None: "undetermined"}[durable]
    assert (expected, () if durable is not None else ("durable_relationship",)) == (found.verdict, found.missing)
    outcomes = {ground.id: ground.verdict for ground in found.grounds}
    assert {"spouse": "excluded", "partner": expected} == outcomes


def test_validity_not_known():
    """Whether the marriage is valid matters only where the couple cannot come as partners."""
    assert "eligible" == verdict("spouse", CURRENT, marriage_valid=None)
    found = old("spouse", marriage_valid=None, durable_relationship=False)
    assert ("undetermined", ("marriage_valid",)) == (found.verdict, found.missing)


@pytest.mark.parametrize(
    ("validated_on", "others"),
    [
        (date(2023, 1, 9), {}),
        (D0, {"validated-after-entry": "excluded"}),
        (date(2024, 5, 1), {"validated-after-entry": "excluded"}),
        (None, {"validated-after-entry": "undetermined"}),
    ],
)
def test_marriage_that_became_valid_after_entry(validated_on, others):
    """The celebration counts, not the later day of validity (main reading); RBDHA:2019:3928 reads it the other way."""
    found = old("spouse", validated_on=validated_on, durable_relationship=False)
    assert ("eligible", others) == (found.verdict, disputed(found))
    assert {} == disputed(old("spouse", validated_on=validated_on, durable_relationship=True))


@pytest.mark.parametrize(
    ("born_on", "expected", "others"),
    [
        (date(2007, 9, 2), "excluded", {}),  # 18 on the day after D4
        (D4.replace(year=2007), "eligible", {"child-marriage-day": "excluded"}),
        (date(2007, 8, 31), "eligible", {"child-marriage-day": "excluded"}),
        (date(2007, 2, 4), "eligible", {"child-marriage-day": "excluded"}),  # 18 on the day after D3
        (D3.replace(year=2007), "eligible", {}),
        (None, "undetermined", {}),
    ],
)
@pytest.mark.parametrize("young", ["born_on", "sponsor_born_on"])
def test_child_marriage(young, born_on, expected, others):
    """A marriage under 18 is recognised once both are 18; on D4 (main reading) or on D3 (BW 10:32)."""
    found = old("spouse", **MARRIED_IN_2022, durable_relationship=False, **{young: born_on})
    assert (expected, others) == (found.verdict, disputed(found))
    assert (() if born_on else (young.replace("sponsor_", "sponsor."),)) == found.missing


@pytest.mark.parametrize("young", ["born_on", "sponsor_born_on"])
@pytest.mark.parametrize(
    ("born_on", "expected"),
    [(date(2004, 6, 1), True), (date(2004, 5, 31), True), (date(2004, 6, 2), True), (date(2007, 9, 2), False)],
)
def test_adults_at_the_marriage(young, born_on, expected):
    """A marriage concluded by two adults is recognised; so is another one, once both are adults (BW 10:32)."""
    found = old("spouse", **MARRIED_IN_2022, **{young: born_on})
    (spouse,) = (ground for ground in found.grounds if ground.id == "spouse")
    assert {"marriage-recognised": expected}.items() <= {r.condition: r.holds for r in spouse.reasons}.items()


@pytest.mark.parametrize(
    ("born_on", "marries", "day_counts"),
    [(date(1999, 6, 1), date(2017, 6, 1), False), (date(1999, 6, 1), date(2017, 5, 31), True)],
)
def test_eighteen_on_the_wedding_day(born_on, marries, day_counts):
    """Who turns 18 on the day of the marriage marries as an adult (BW 10:32)."""
    facts = MARRIED_IN_2022 | {
        "married_on": marries,
        "applied_on": date(2017, 5, 30),
        "decided_on": D4,
        "durable_relationship": False,
    }
    assert day_counts is ("child-marriage-day" in disputed(old("spouse", born_on=born_on, **facts)))
    sponsor = {"sponsor_born_on": born_on, "born_on": date(1990, 1, 1)}
    assert day_counts is ("child-marriage-day" in disputed(old("spouse", **sponsor, **facts)))


@pytest.mark.parametrize("who", COUPLES)
@pytest.mark.parametrize("young", ["born_on", "sponsor_born_on"])
@pytest.mark.parametrize(
    ("born_on", "expected"),
    [(date(2007, 8, 31), True), (date(2007, 9, 1), True), (date(2007, 9, 2), False), (None, None)],
)
def test_both_adults(who, young, born_on, expected):
    """Both are 18 or over on the decision (Vc C2/4.1)."""
    found = old(who, **MARRIED_IN_2022, **{young: born_on})
    assert expected is holds(found, "both-adults")
    assert {True: "eligible", False: "excluded", None: "undetermined"}[expected] == found.verdict


@pytest.mark.parametrize("who", COUPLES)
@pytest.mark.parametrize("fact", ["other_spouse_chosen", "sponsor_lives_with_other_partner"])
def test_one_spouse(who, fact):
    """In a polygamous family one spouse or partner can come, and none while another one lives here (Vc C2/4.1)."""
    found = old(who, **{fact: True})
    assert ("excluded", ["one-spouse"], {}) == (found.verdict, unmet(found), disputed(found))
    found = old(who, **{fact: None})
    assert ("undetermined", (fact.replace("sponsor_", "sponsor."),)) == (found.verdict, found.missing)


def test_two_spouses_and_no_choice_told():
    """That no other spouse was chosen is assumed only where the file has no other spouse or partner."""
    second = {"relation": "spouse", "married_on": date(2005, 1, 1)}
    found = old("spouse", second=second)
    assert ("undetermined", ("other_spouse_chosen",)) == (found.verdict, found.missing)
    assert "eligible" == verdict("spouse", CURRENT, second=second, other_spouse_chosen=False)


# ---------------------------------------------------------------- partner (art. 29 lid 2 b)


@pytest.mark.parametrize(
    ("family_since", "expected"),
    [(date(2023, 1, 9), "eligible"), (D0, "excluded"), (date(2023, 1, 11), "excluded"), (None, "undetermined")],
)
def test_relationship_before_entry(family_since, expected):
    """The relationship had begun before the sponsor's entry; on the day itself is too late (art. 29 lid 2 b old)."""
    found = old("partner", family_since=family_since)
    assert (expected, {}) == (found.verdict, disputed(found))
    met = {"eligible": True, "excluded": False}.get(expected)
    assert [met, met] == [holds(found, name) for name in ("relationship-before-entry", "family-at-entry")]
    assert (() if family_since else ("family_since",)) == found.missing


@pytest.mark.parametrize(("durable", "expected"), [(True, "eligible"), (False, "excluded"), (None, "undetermined")])
def test_durable_relationship(durable, expected):
    """An unmarried couple has a durable and exclusive relationship (art. 29 lid 2 b old)."""
    found = old("partner", durable_relationship=durable)
    assert (expected, durable) == (found.verdict, holds(found, "durable-relationship"))
    assert (() if durable is not None else ("durable_relationship",)) == found.missing


LATER = {"married_on": date(2024, 1, 1), "family_since": date(2010, 1, 1)}


def test_married_after_entry():
    """Partners before the entry who married after it are excluded; whether they are partners still is open."""
    found = old("spouse", **LATER)
    assert ("excluded", "eligible") == (found.verdict, disputed(found)["partner-who-married-later"])
    no_couple_then = old("spouse", married_on=date(2024, 1, 1), family_since=D0)
    assert ("excluded", {}) == (no_couple_then.verdict, disputed(no_couple_then))


def test_partner_of_a_marriage_not_recognised():
    """A later marriage that is not recognised here, one of them being under 18, takes nothing from partners."""
    found = old("spouse", born_on=date(2008, 1, 1), married_on=date(2024, 1, 1), family_since=date(2022, 6, 1))
    partner = next(ground for ground in found.grounds if ground.id == "partner")
    assert {"relationship-before-entry": True, "both-adults": False} == {
        reason.condition: reason.holds
        for reason in partner.reasons
        if reason.condition in {"relationship-before-entry", "both-adults"}
    }


def test_partner_who_married_without_effect():
    """An invalid later marriage takes nothing from partners (art. 29 lid 2 b old)."""
    found = old("spouse", marriage_valid=False, **LATER)
    assert ("eligible", "partner", {}) == (found.verdict, found.ground, disputed(found))
    unknown = old("spouse", marriage_valid=None, **LATER)
    assert ("undetermined", ("marriage_valid",)) == (unknown.verdict, unknown.missing)


# ---------------------------------------------------------------- minor child (art. 29 lid 2 a)


@pytest.mark.parametrize("who", ["child", "adopted child", "foster child", "step child"])
@pytest.mark.parametrize(
    ("born_on", "expected"),
    [
        (date(2005, 1, 13), "eligible"),  # 18 on the day after D1
        (date(2005, 1, 12), "excluded"),
        (date(2005, 1, 11), "excluded"),
        (None, "undetermined"),
    ],
)
def test_under_18_on_d1(who, born_on, expected):
    """In time: the child is under 18 when the sponsor applies for asylum (C-279/20; by analogy RVS:2017:1609)."""
    found = old(who, born_on=born_on, family_since=date(2005, 6, 1), **NO_LONGER_YOUNG)
    assert expected == found.verdict
    assert {"eligible": "minor-child", "excluded": "adult-child"}.get(expected, found.ground) == found.ground
    assert (born_on is None) is ("born_on" in found.missing)


def test_asylum_application_not_known():
    """Without the day of the asylum application (D1) the age of a child who came of age since is open."""
    facts = {"born_on": date(2005, 1, 13), "sponsor_asylum_applied_on": None}
    found = old("child", **facts, **NO_LONGER_YOUNG)
    assert ("undetermined", ("sponsor.asylum_applied_on",)) == (found.verdict, found.missing)


@pytest.mark.parametrize(
    ("born_on", "expected", "others"),
    [
        (date(2007, 4, 10), "eligible", {}),  # 18 on the day after D3
        (LATE.replace(year=2007), "eligible", {"age-when-late-is-excused": "excluded"}),
        (date(2005, 1, 13), "eligible", {"age-when-late-is-excused": "excluded"}),
        (date(2005, 1, 12), "excluded", {}),
    ],
)
def test_late_but_excused(born_on, expected, others):
    """Late but excused: the age on D1 (main reading), or on the application (C-279/20 speaks of three months)."""
    found = old("child", born_on=born_on, applied_on=LATE, lateness_excusable=True, **NO_LONGER_YOUNG)
    assert (expected, others) == (found.verdict, disputed(found))


@pytest.mark.parametrize(
    ("born_on", "ground"),
    [
        (date(2007, 4, 10), "minor-child"),
        (LATE.replace(year=2007), "adult-child"),
        (date(2007, 4, 8), "adult-child"),
    ],
)
def test_late_without_excuse(born_on, ground):
    """Too late: the age on the application counts (C-133/19), and the lateness excludes."""
    found = old("child", born_on=born_on, applied_on=LATE)
    assert ("excluded", ground) == (found.verdict, found.ground)


@pytest.mark.parametrize(
    ("alone", "supporting", "expected"),
    [
        (True, True, "excluded"),
        (True, False, "eligible"),
        (False, True, "eligible"),
        (False, False, "eligible"),
        (None, False, "eligible"),
        (True, None, "undetermined"),
        (None, True, "undetermined"),
        (None, None, "undetermined"),
    ],
)
def test_not_independent(alone, supporting, expected):
    """Only living alone and self-support together break the tie with a minor child (Vc C2/4.1)."""
    found = old("child", lives_independently=alone, self_supporting=supporting)
    assert (expected, {"eligible": True, "excluded": False}.get(expected)) == (
        found.verdict,
        holds(found, "not-independent"),
    )
    told = {"lives_independently": alone, "self_supporting": supporting}
    open_facts = [name for name, value in told.items() if value is None] if expected == "undetermined" else []
    assert open_facts == list(found.missing)


def test_a_married_minor():
    """Marriage alone does not break the tie with a minor child (Vc C2/4.1)."""
    for married in (True, False, None):
        found = old("child", married=married)
        assert ("eligible", {}) == (found.verdict, disputed(found))


@pytest.mark.parametrize("who", ["child", "adopted child", "step child"])
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
def test_consent(who, consent, expected):
    """The other parent with custody consents, or there is a good reason why not (Vc C2/4.1)."""
    found = old(who, consent_other_parent=consent)
    assert (expected, {}) == (found.verdict, disputed(found))
    assert {"eligible": True, "excluded": False}.get(expected) is holds(found, "consent")
    assert (() if consent else ("consent_other_parent",)) == found.missing


@pytest.mark.parametrize(
    ("consent", "expected", "others"),
    [
        ("given", "eligible", {}),
        ("not_needed", "eligible", {}),
        ("explained", "excluded", {"foster-papers": "eligible"}),
        ("missing", "excluded", {"foster-papers": "eligible"}),
        (None, "undetermined", {"foster-papers": "eligible"}),
    ],
)
def test_consent_for_a_foster_child(consent, expected, others):
    """The real parents consent, or none is alive or traceable (RBDHA:2017:15561, against RBDHA:2018:14023)."""
    found = old("foster child", consent_other_parent=consent)
    assert (expected, others) == (found.verdict, disputed(found))


@pytest.mark.parametrize(
    ("care", "consent", "expected"),
    [
        (True, "given", "eligible"),
        (True, "not_needed", "excluded"),
        (False, "not_needed", "eligible"),
        (None, "given", "eligible"),
        (None, "not_needed", "undetermined"),
    ],
)
def test_foster_care(care, consent, expected):
    """The real parents no longer care for the foster child, or have consented (Vc C2/4.1)."""
    found = old("foster child", real_parents_care=care, consent_other_parent=consent)
    assert (expected, {"eligible": True, "excluded": False}.get(expected)) == (
        found.verdict,
        holds(found, "foster-care"),
    )
    assert (("real_parents_care",) if expected == "undetermined" else ()) == found.missing


def test_care_is_asked_for_foster_children_only():
    """That real parents care is a matter for foster children only (Vc C2/4.1)."""
    for who in ("child", "adopted child", "step child"):
        assert "eligible" == verdict(who, CURRENT, real_parents_care=True)


def test_kafala():
    """An adoption that is not recognised is foster care (Vc C2/4.1)."""
    kafala = {"adoption_recognised": False, "real_parents_care": False}
    assert "eligible" == verdict("adopted child", CURRENT, consent_other_parent="not_needed", **kafala)
    assert "excluded" == verdict("adopted child", CURRENT, consent_other_parent="explained", **kafala)
    open_ = old("adopted child", consent_other_parent="explained", adoption_recognised=None, real_parents_care=False)
    assert ("undetermined", True) == (open_.verdict, "adoption_recognised" in open_.missing)


def test_kind_of_child_not_known():
    """Whether a child is a foster child matters where the consent is only explained."""
    found = old("child", parentage=None, consent_other_parent="explained", family_since=date(2012, 3, 1))
    assert "undetermined" == found.verdict
    assert "parentage" in found.missing


@pytest.mark.parametrize("who", ["adopted child", "foster child", "step child"])
@pytest.mark.parametrize(
    ("family_since", "expected"),
    [
        (date(2023, 1, 9), "eligible"),
        (D0, "eligible"),
        (date(2023, 1, 11), "excluded"),
        (None, "undetermined"),
    ],
)
def test_child_of_the_family_on_entry(who, family_since, expected):
    """The child belonged to the family when the sponsor entered; on the day itself is in time (art. 29 lid 2 old)."""
    found = old(who, family_since=family_since)
    assert (expected, {"eligible": True, "excluded": False}.get(expected)) == (
        found.verdict,
        holds(found, "family-at-entry"),
    )
    assert (() if family_since else ("family_since",)) == found.missing


@pytest.mark.parametrize(
    ("born_on", "conceived", "expected", "others"),
    [
        (date(2023, 1, 9), False, "eligible", {}),
        (D0, False, "eligible", {}),
        (date(2023, 1, 11), True, "eligible", {"born-after-entry": "excluded"}),
        (date(2023, 1, 11), False, "excluded", {"conceived-after-entry": "eligible"}),
    ],
)
def test_child_born_after_entry(born_on, conceived, expected, others):
    """Born after the entry: as if there if conceived before it (BW 1:2), else not; both are open (art. 9(2))."""
    found = old("child", born_on=born_on, conceived_before_entry=conceived)
    assert (expected, others) == (found.verdict, disputed(found))


@pytest.mark.parametrize(
    ("born_on", "expected"),
    [
        (date(2023, 11, 12), "eligible"),  # 306 days after the entry
        (date(2023, 11, 13), "undetermined"),
    ],
)
def test_conceived_before_entry_is_assumed(born_on, expected):
    """A birth within 306 days, of the sponsor's spouse at the entry, is taken as conceived before it."""
    wife = {"relation": "spouse", "married_on": date(2020, 1, 1)}
    found = old("child", born_on=born_on, parent_member="wife", wife=wife)
    assert expected == found.verdict
    assert (() if expected == "eligible" else ("conceived_before_entry",)) == found.missing


def test_conceived_before_entry_is_not_assumed_of_others():
    """Without a spouse or partner of before the entry nothing is assumed of the conception."""
    for wife in ({}, {"wife": {"relation": "spouse", "married_on": date(2023, 2, 1)}}):
        found = old("child", born_on=date(2023, 6, 1), **wife)
        assert ("undetermined", ("conceived_before_entry",)) == (found.verdict, found.missing)


@pytest.mark.parametrize(
    ("parent", "partner", "expected"),
    [
        ("here", {}, "eligible"),
        ("none", {}, "excluded"),
        ("partner", {}, "eligible"),
        ("partner", {"public_order": True}, "excluded"),
        ("partner", {"public_order": None}, "undetermined"),
        (None, {}, "undetermined"),
    ],
)
@pytest.mark.parametrize("born_on", [date(2012, 3, 1), date(2003, 3, 1)])
def test_step_parent_comes(born_on, parent, partner, expected):
    """A step child comes only if its own parent comes along or is here (Vc C2/4.1)."""
    found = old("step child", born_on=born_on, parent_member=parent, partner=partner)
    assert (expected, {"eligible": True, "excluded": False}.get(expected)) == (
        found.verdict,
        holds(found, "step-parent-comes"),
    )
    missing = {"partner": ("partner.public_order",), None: ("parent_member",)}
    assert (missing[parent] if expected == "undetermined" else ()) == found.missing


def test_own_child_of_a_spouse_not_chosen():
    """The own child of a spouse who was not chosen may come; policy excluded it (Vc C2/4.1)."""
    wives = {
        "first": {"relation": "spouse", "married_on": date(2000, 1, 1), "other_spouse_chosen": True},
        "second": {"relation": "spouse", "married_on": date(2005, 1, 1), "other_spouse_chosen": False},
    }
    for who in ("child", "young adult"):
        found = old(who, parent_member="first", **wives)
        assert ("eligible", {"child-of-partner-not-chosen": "excluded"}) == (found.verdict, disputed(found))
        found = old(who, parent_member="second", **wives)
        assert ("eligible", {}) == (found.verdict, disputed(found))
        found = old(who, **wives)
        assert {"child-of-partner-not-chosen": "undetermined"} == disputed(found)
        assert holds(found, "one-spouse")


# ---------------------------------------------------------------- adult child (art. 29 lid 2 b)


@pytest.mark.parametrize(
    ("born_on", "expected", "others"),
    [
        (date(1997, 1, 11), "eligible", {}),  # 26 on the day after D0
        (date(1997, 1, 10), "excluded", {"young-adult-age": "eligible"}),
        (date(1997, 1, 9), "excluded", {"young-adult-age": "eligible"}),
    ],
)
def test_young_adult_age(born_on, expected, others):
    """A young adult is under 26 on the entry; the sources give no hard limit (RBDHA:2020:5322)."""
    found = old("young adult", born_on=born_on)
    assert (expected, others) == (found.verdict, disputed(found))


@pytest.mark.parametrize("born_on", [date(2005, 1, 12), date(2005, 1, 13)])
def test_no_gap_between_minor_and_young_adult(born_on):
    """Who is not a minor child by age can be a young adult: nobody falls between the two (art. 29 lid 2 old)."""
    assert "eligible" == verdict("young adult", CURRENT, born_on=born_on)


@pytest.mark.parametrize(
    ("condition", "fact", "bad"),
    [
        ("in-household", "lived_with_family", False),
        ("not-self-supporting", "self_supporting", True),
        ("no-own-family", "own_family", True),
    ],
)
def test_young_adult(condition, fact, bad):
    """A young adult lived in the household, does not support himself and founded no family (Vc C2/4.1)."""
    found = old("young adult", **{fact: bad})
    assert ("excluded", {}) == (found.verdict, disputed(found))
    assert {condition, "more-than-normal-dependency"} == set(unmet(found))
    found = old("young adult", **{fact: None})
    assert ("undetermined", (fact,)) == (found.verdict, found.missing)
    assert holds(found, condition) is None
    assert "eligible" == verdict("young adult", CURRENT, dependent=True, **{fact: bad})


@pytest.mark.parametrize(
    ("apart", "expected", "others"),
    [
        (True, "eligible", {"apart-because-of-flight": "excluded"}),
        (False, "excluded", {}),
        (None, "undetermined", {"apart-because-of-flight": "excluded"}),
    ],
)
def test_parted_by_war(apart, expected, others):
    """Having lived apart only because of war is not held against a young adult, disputed (RBDHA:2025:18609)."""
    found = old("young adult", lived_with_family=False, apart_because_of_flight=apart)
    assert (expected, others) == (found.verdict, disputed(found))


@pytest.mark.parametrize(("dependent", "expected"), [(True, "eligible"), (False, "excluded"), (None, "undetermined")])
def test_more_than_normal_dependency(dependent, expected):
    """An older child is more than normally dependent on the sponsor (art. 29 lid 2 b old)."""
    found = old("dependent adult", dependent=dependent)
    assert (expected, dependent) == (found.verdict, holds(found, "more-than-normal-dependency"))
    assert (() if dependent is not None else ("dependent",)) == found.missing


# ---------------------------------------------------------------- parents of an unaccompanied minor (art. 29 lid 2 c)


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
def test_own_parent(parentage, recognised, expected):
    """A parent is one by birth, by law or by a recognised adoption; kafala makes none (art. 29 lid 2 c old)."""
    found = old("parent", parentage=parentage, adoption_recognised=recognised, family_since=date(2010, 1, 1))
    assert (expected, {"eligible": True, "excluded": False}.get(expected)) == (found.verdict, holds(found, "listed"))
    asked = {"undetermined": ("adoption_recognised",) if parentage else ("parentage",)}
    assert asked.get(expected, ()) == found.missing


@pytest.mark.parametrize("who", ["parent", "dependent sibling"])
@pytest.mark.parametrize(
    ("sponsor_born_on", "expected"),
    [
        (date(2005, 1, 13), "eligible"),  # 18 on the day after D1
        (date(2005, 1, 12), "excluded"),
        (date(2005, 1, 11), "excluded"),
    ],
)
def test_sponsor_minor_on_d1(who, sponsor_born_on, expected):
    """The sponsor was under 18 when applying for asylum; coming of age later takes nothing (C-550/16, C-273/20)."""
    found = old(who, sponsor_born_on=sponsor_born_on)
    assert (expected, expected == "eligible") == (found.verdict, holds(found, "sponsor-uam"))


@pytest.mark.parametrize("who", ["parent", "dependent sibling"])
@pytest.mark.parametrize(("alone", "expected"), [(True, "eligible"), (False, "excluded"), (None, "undetermined")])
def test_sponsor_unaccompanied(who, alone, expected):
    """The minor sponsor came without an adult responsible by law or custom (art. 29 lid 2 c old)."""
    found = old(who, sponsor_unaccompanied_minor=alone)
    assert (expected, alone) == (found.verdict, holds(found, "sponsor-uam"))
    assert ("sponsor.unaccompanied_minor" in found.missing) is (alone is None)


def test_sponsors_age_not_known():
    """Without the sponsor's birth it is open whether the sponsor was a minor on D1."""
    found = old("parent", sponsor_born_on=None)
    assert ("undetermined", ("sponsor.born_on",)) == (found.verdict, found.missing)


@pytest.mark.parametrize("who", ["parent", "dependent sibling"])
@pytest.mark.parametrize(
    ("sponsor_born_on", "expected"),
    [
        (date(2007, 4, 10), "eligible"),  # 18 on the day after D3
        (LATE.replace(year=2007), "excluded"),
        (date(2007, 4, 8), "excluded"),
    ],
)
@pytest.mark.parametrize("status", STATUSES)
def test_no_term_while_the_sponsor_is_a_minor(who, sponsor_born_on, expected, status):
    """No term runs while the sponsor is under 18 (C-560/20); for subsidiary protection by analogy (RVS:2017:1609)."""
    found = old(who, sponsor_born_on=sponsor_born_on, applied_on=LATE, sponsor_protection=status)
    assert expected == found.verdict
    analogy = expected == "eligible" and status == SUBSIDIARY
    assert ("excluded" if analogy else None) == disputed(found).get("no-term-while-minor")


def test_status_not_known_and_late():
    """A late application while the sponsor is a minor is in time whichever the status, by analogy (RVS:2017:1609)."""
    found = old("parent", applied_on=LATE, sponsor_protection=None)
    assert "eligible" == found.verdict
    assert {"no-term-while-minor"} == set(disputed(found))


@pytest.mark.parametrize(("left", "expected"), [(False, "eligible"), (True, "excluded"), (None, "undetermined")])
def test_brought_and_left(left, expected):
    """Not a parent who brought the minor here and left (Vc C2/4.1)."""
    found = old("parent", brought_and_left_minor=left)
    assert (expected, None if left is None else not left) == (found.verdict, holds(found, "not-brought-and-left"))
    assert (() if left is not None else ("brought_and_left_minor",)) == found.missing


def test_adoptive_parent_since():
    """An adoptive parent was family when the minor entered; on the day itself is in time (art. 29 lid 2 old)."""
    for family_since, expected in ((D0, "eligible"), (date(2023, 1, 11), "excluded"), (None, "undetermined")):
        told = {"parentage": "adopted", "adoption_recognised": True, "family_since": family_since}
        assert expected == verdict("parent", CURRENT, **told)


def test_parents_of_an_adult():
    """The parents of an adult sponsor are excluded (art. 29 lid 2 c old)."""
    found = old("parent", sponsor_born_on=date(1996, 1, 1), sponsor_unaccompanied_minor=False)
    assert ("excluded", ["sponsor-uam"]) == (found.verdict, unmet(found))


# ---------------------------------------------------------------- the dependent adult sibling (C-560/20)


def test_dependent_sibling():
    """A wholly dependent adult sibling comes with the parents (C-560/20); the national text has no such ground."""
    found = old("dependent sibling")
    assert ("eligible", {"dependent-sibling": "excluded"}) == (found.verdict, disputed(found))


@pytest.mark.parametrize(("wholly", "expected"), [(True, "eligible"), (False, "excluded"), (None, "undetermined")])
def test_wholly_dependent(wholly, expected):
    """The ground is for a sibling who is wholly and lastingly dependent on the parents (C-560/20)."""
    found = old("dependent sibling", wholly_dependent_on_parents=wholly)
    assert (expected, wholly is None) == (found.verdict, "wholly_dependent_on_parents" in found.missing)
    assert (None if wholly is False else "dependent-sibling") == found.ground


@pytest.mark.parametrize(
    ("parent", "mother", "expected", "missing"),
    [
        ("mother", {}, "eligible", ()),
        ("none", {}, "excluded", ()),
        ("mother", {"public_order": True}, "excluded", ()),
        ("mother", {"public_order": None}, "undetermined", ("mother.public_order",)),
        (None, {}, "undetermined", ("with_parent",)),
    ],
)
def test_with_parent(parent, mother, expected, missing):
    """The sibling has the verdict of the parent with whom he applies as ceiling (C-560/20)."""
    found = old("dependent sibling", with_parent=parent, mother=mother)
    assert (expected, missing) == (found.verdict, found.missing)
    assert {"eligible": True, "excluded": False}.get(expected) is holds(found, "with-parent")


# ---------------------------------------------------------------- the law as a whole


def test_period():
    """Art. 29 lid 2 (old) governs decisions from 1 January 2014 to 11 June 2026; before, nareis stood elsewhere."""
    assert [False, True, True, False] == [
        CURRENT.in_force_on(day) for day in (date(2013, 12, 31), date(2014, 1, 1), date(2026, 6, 11), date(2026, 6, 12))
    ]


def test_no_dispute_over_the_law_itself():
    """The old law is nobody's disputed choice: no other law is weighed under it."""
    assert () == CURRENT.other_law
    pending = assess(family("spouse", CURRENT, decided_on=date(2026, 11, 25)), CURRENT)["person"]
    assert () == pending.disputes
