"""What other States give: the dated data with its count, and the statutes of seven States on both sides of each boundary."""

import json
from datetime import date
from pathlib import Path

import pytest
from families import PEOPLE, REFUGEE, STATUSES, SUBSIDIARY, family, holds, notes

from reunify import CURRENT, PROPOSED, assess
from reunify.__main__ import main
from reunify.rules.elsewhere import ELSEWHERE, READ, STATES, count

CASE = Path(__file__).parents[1] / "examples" / "cases" / "subsidiary-income-and-near-adult.toml"
NOW = {"decided_on": date(2026, 11, 27)}
LATE = {"applied_on": date(2026, 11, 2)}


def there(state, who, **facts):
    """Give what comes out in a State."""
    return assess(family(who, PROPOSED, **(NOW | facts)), ELSEWHERE[state])["person"]


def test_count():
    """The claim that most States treat both alike can be counted: about half do (section 1)."""
    assert count() == {"same": 12, "alike_but_worse": 1, "less": 13, "unknown": 1}
    assert len(STATES) == 29


def test_a_cell_is_told_in_words():
    """As the page of all States has it: the value, its mark and its sources."""
    cells = [STATES["fr"].cells[name] for name in ("wait_refugee", "window_months", "uam_siblings")]
    assert [str(cell) for cell in cells] == ["0; 12 for a later spouse T FR1", "-", "unmarried minor T FR1"]


def test_each_cell_has_a_mark_and_a_dated_source():
    """What was found says how it was read, and where and when."""
    for state in STATES.values():
        for name, cell in state.cells.items():
            assert cell.mark in ("T", "To", "S", "I", ""), (state.code, name)
            assert set(cell.sources) <= READ.keys(), (state.code, name)
            assert cell.mark or cell.value in ("-", "unknown", "not_said"), (state.code, name)


SAME = ["bg", "ee", "es", "fr", "sk"]


OF_BOTH = {"parent_member": "mother", "mother": PEOPLE["spouse"]}
"""The child's other parent comes too."""


@pytest.mark.parametrize("state", SAME)
@pytest.mark.parametrize(("who", "facts"), [("spouse", {}), ("child", OF_BOTH)])
def test_both_statuses_the_same(state, who, facts):
    """Five of the seven give a spouse and a minor child the same for both statuses (section 2)."""
    found = {there(state, who, sponsor_protection=status, **facts).verdict for status in STATUSES}
    assert found == {"eligible"}


def test_germany_suspends_subsidiary_protection():
    """AufenthG § 104(14): suspended to 23 July 2027; after it a power and no right (§ 36a)."""
    facts = {"sponsor_protection": SUBSIDIARY, "sponsor_means_there": True}
    found = there("de", "spouse", **facts)
    assert (found.verdict, found.eligible_from) == ("not_yet", date(2027, 7, 24))
    assert there("de", "spouse", **facts | {"decided_on": date(2027, 7, 23)}).verdict == "not_yet"
    assert there("de", "spouse", **facts | {"decided_on": date(2027, 7, 24)}).verdict == "undetermined"
    assert there("de", "spouse", sponsor_protection=REFUGEE).verdict == "eligible"


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2025, 7, 23), "undetermined"), (date(2025, 7, 24), "not_yet"), (None, "not_yet")]
)
def test_german_suspension_begins(day, expected):
    """AufenthG § 104(14): in force since 24 July 2025; before it, as after it, § 36a is a power."""
    decided = {} if day is None else {"decided_on": day}
    case = family("spouse", CURRENT, sponsor_protection=SUBSIDIARY, sponsor_means_there=True, **decided)
    assert assess(case, ELSEWHERE["de"])["person"].verdict == expected


@pytest.mark.parametrize("whose", ["born_on", "sponsor_born_on"])
@pytest.mark.parametrize(("born_on", "expected"), [(date(2008, 11, 27), "eligible"), (date(2008, 11, 28), "excluded")])
def test_germany_asks_18_of_both(whose, born_on, expected):
    """AufenthG § 30(1) nr 1: both are 18."""
    facts = {"born_on": date(2000, 1, 1), "married_on": date(2024, 6, 1), "family_since": date(2024, 6, 1)}
    assert there("de", "spouse", **facts | {whose: born_on}).verdict == expected


def test_german_marriage_from_before_the_flight():
    """AufenthG § 36a(3) nr 1: as a rule not of a later marriage with subsidiary protection; of refugees it is not asked."""
    later = {"married_on": date(2025, 1, 10)}
    assert holds(there("de", "spouse", sponsor_protection=SUBSIDIARY, **later), "tie-before") is None
    assert holds(there("de", "spouse", sponsor_protection=SUBSIDIARY), "tie-before") is True
    assert holds(there("de", "spouse", **later), "tie-before") is True


@pytest.mark.parametrize(("day", "expected"), [(date(2026, 10, 1), "eligible"), (date(2026, 10, 2), "undetermined")])
def test_german_window(day, expected):
    """AufenthG § 29(2): in three months it must be waived, later it may."""
    assert there("de", "spouse", applied_on=day).verdict == expected


@pytest.mark.parametrize(
    ("state", "day", "expected"),
    [
        ("bg", date(2027, 1, 1), "eligible"),
        ("bg", date(2027, 1, 2), "undetermined"),
        ("ee", date(2027, 1, 1), "eligible"),
        ("ee", date(2027, 1, 2), "undetermined"),
    ],
)
def test_windows_of_six_months(state, day, expected):
    """ZUB art. 34(1), VRKS § 46: six months from the grant nothing is asked."""
    found = there(state, "spouse", applied_on=day, decided_on=date(2027, 3, 1))
    assert found.verdict == expected
    if state == "bg" and expected == "undetermined":
        assert found.missing == ("sponsor.means_there",)
        assert (
            there("bg", "spouse", applied_on=day, decided_on=date(2027, 3, 1), sponsor_means_there=False).verdict
            == "not_yet"
        )


@pytest.mark.parametrize("state", ["es", "fr", "sk"])
def test_never_any_income(state):
    """Ley 12/2009 art. 41(2), CESEDA L561-4, act 480/2002 § 10: no income, whenever."""
    assert there(state, "spouse", sponsor_means_there=False, **LATE).verdict == "eligible"


def test_sweden():
    """Utlänningslagen 5:3b-3d: refugees in three months are free, subsidiary protection is asked, a minor sponsor never."""
    assert there("se", "spouse").verdict == "eligible"
    assert there("se", "spouse", sponsor_means_there=False, **LATE).verdict == "not_yet"
    found = there("se", "spouse", sponsor_protection=SUBSIDIARY)
    assert (found.verdict, found.missing) == ("undetermined", ("sponsor.means_there",))
    for status in STATUSES:
        assert there("se", "parent", sponsor_protection=status, sponsor_means_there=False).verdict == "eligible"


PARTNER = {
    "bg": "eligible",
    "de": "excluded",
    "ee": "excluded",
    "es": "eligible",
    "fr": "eligible",
    "se": "eligible",
    "sk": "excluded",
}


@pytest.mark.parametrize("state", PARTNER)
def test_unmarried_partner(state):
    """Section 3, first column: named in four of the seven."""
    found = there(state, "partner")
    assert found.verdict == PARTNER[state]
    assert holds(found, "listed") is (PARTNER[state] == "eligible")


ADULT = {
    "bg": "eligible",
    "de": "undetermined",
    "ee": "eligible",
    "es": "undetermined",
    "fr": "excluded",
    "se": "undetermined",
    "sk": "excluded",
}


@pytest.mark.parametrize("state", ADULT)
def test_dependent_adult_child(state):
    """Section 3, second column; a power is left open."""
    facts = {"own_family": False, "sponsor_means_there": True}
    assert there(state, "dependent adult", **facts).verdict == ADULT[state]
    assert there(state, "dependent adult", dependent=False, **facts).verdict == "excluded"


@pytest.mark.parametrize(("born_on", "expected"), [(date(2007, 8, 3), "eligible"), (date(2007, 8, 2), "excluded")])
def test_france_to_19(born_on, expected):
    """CESEDA L561-2 3°: a child of both, not past the nineteenth birthday, on the application."""
    assert there("fr", "child", born_on=born_on, **OF_BOTH).verdict == expected
    assert there("fr", "child", born_on=None, **OF_BOTH).verdict == "undetermined"


@pytest.mark.parametrize(
    ("consent", "expected"),
    [("not_needed", "eligible"), ("given", "undetermined"), ("missing", "excluded"), (None, "undetermined")],
)
@pytest.mark.parametrize("who", ["child", "step child"])
def test_french_child_of_one(who, consent, expected):
    """CESEDA L434-3, L434-4: of one of the two if the other parent is gone, or by a court's decision and with leave."""
    other = {"parent_member": "none"} if who == "child" else {}
    assert there("fr", who, consent_other_parent=consent, **other).verdict == expected


def test_french_child_of_one_may_have_to_be_under_18():
    """CESEDA L434-3 names 18 years for the child of one of the two, L561-2 19 for that of both: disputed."""
    facts = {"born_on": date(2008, 3, 1), "consent_other_parent": "not_needed"}
    found = there("fr", "child", parent_member="none", **facts)
    assert [dispute.id for dispute in found.disputes if dispute.changes_verdict] == ["age-of-child-of-one"]
    assert found.verdict == "eligible"
    assert not there("fr", "child", **OF_BOTH, **facts).disputes


def test_french_step_child_needs_its_parent():
    """CESEDA L434-3: the children of the spouse; where that parent may not come the child may not."""
    late = PEOPLE["partner"] | {"family_since": date(2025, 6, 1)}
    assert there("fr", "step child", consent_other_parent="not_needed", partner=late).verdict == "excluded"


@pytest.mark.parametrize(
    ("other", "consent", "expected"),
    [(True, "given", "excluded"), (False, "given", "undetermined"), (True, "not_needed", "eligible")],
)
def test_french_child_of_a_second_wife(other, consent, expected):
    """CESEDA L434-9: not while the first lives there, unless the child's own mother is dead or has no authority."""
    facts = {"parent_member": "not_chosen", "consent_other_parent": consent, "sponsor_lives_with_other_partner": other}
    assert there("fr", "child", **facts).verdict == expected


@pytest.mark.parametrize("who", ["spouse", "partner"])
@pytest.mark.parametrize(("other", "expected"), [(False, "eligible"), (True, "excluded"), (None, "undetermined")])
def test_second_wife_in_france(who, other, expected):
    """CESEDA L434-9: no other spouse beside the one with whom the sponsor lives there."""
    assert there("fr", who, sponsor_lives_with_other_partner=other).verdict == expected


@pytest.mark.parametrize(
    ("married_on", "expected"),
    [(date(2025, 1, 11), "eligible"), (date(2025, 1, 12), "undetermined"), (None, "undetermined")],
)
def test_french_marriage_from_before_the_asylum_application(married_on, expected):
    """CESEDA L561-2 1°: the marriage, not the relationship, is from before; for a later spouse it is left open."""
    assert there("fr", "spouse", married_on=married_on).verdict == expected


@pytest.mark.parametrize(
    ("since", "expected"),
    [(date(2025, 1, 11), "eligible"), (date(2025, 1, 12), "excluded"), (None, "undetermined")],
)
@pytest.mark.parametrize("who", ["partner", "spouse"])
def test_french_common_life_from_before_the_asylum_application(who, since, expected):
    """CESEDA L561-2 2°: a common life from before, also of who married in a way that is not valid."""
    invalid = {"marriage_valid": False} if who == "spouse" else {}
    assert there("fr", who, family_since=since, **invalid).verdict == expected


@pytest.mark.parametrize("alone", [True, False])
@pytest.mark.parametrize("who", ["parent", "sibling"])
def test_french_family_of_any_minor(who, alone):
    """CESEDA L561-2: the ascendants of a minor, alone or not; the age is that of the application."""
    minor = {"sponsor_unaccompanied_minor": alone}
    assert there("fr", who, sponsor_born_on=date(2008, 8, 4), **minor).verdict == "eligible"
    assert there("fr", who, sponsor_born_on=date(2008, 8, 3), **minor).verdict == "excluded"


@pytest.mark.parametrize(("care", "expected"), [(True, "eligible"), (False, "excluded")])
def test_french_sibling_is_in_the_care_of_the_parents(care, expected):
    """CESEDA L561-2: minor unmarried children of whom the ascendants have the real care."""
    assert there("fr", "sibling", at_parents_charge=care).verdict == expected


@pytest.mark.parametrize(
    ("state", "fact", "expected"),
    [
        ("fr", "public_order", "excluded"),
        ("es", "public_order", "excluded"),
        ("es", "excluded_1f", "excluded"),
        ("bg", "excluded_1f", "excluded"),
        ("bg", "public_order", "eligible"),
        ("se", "public_order", "undetermined"),
    ],
)
def test_danger_and_1f(state, fact, expected):
    """CESEDA L561-3, Ley 12/2009 art. 40(4), ZUB art. 34(3) point 1: refused; utlänningslagen 5:17 a: may be refused."""
    assert there(state, "spouse", **{fact: True}).verdict == expected


@pytest.mark.parametrize("who", ["spouse", "registered partner", "partner"])
@pytest.mark.parametrize(("broken", "expected"), [(False, "eligible"), (True, "excluded"), (None, "undetermined")])
def test_spain_asks_a_couple_that_is_together(who, broken, expected):
    """Ley 12/2009 art. 40(1)(b): not after divorce or separation."""
    assert there("es", who, bond_broken=broken).verdict == expected


@pytest.mark.parametrize(("responsible", "expected"), [(True, "eligible"), (False, "excluded"), (None, "undetermined")])
def test_spanish_adult_who_is_responsible(responsible, expected):
    """Ley 12/2009 art. 40(1)(c): another adult who is responsible for a minor, alone or not."""
    facts = {"sponsor_born_on": date(2011, 1, 1), "dependent": False, "responsible_for_minor": responsible}
    assert there("es", "grandparent", **facts).verdict == expected
    assert there("es", "grandparent", **facts | {"sponsor_born_on": date(2000, 1, 1)}).verdict == "excluded"
    assert there("es", "grandparent", **facts | {"born_on": date(2010, 1, 1)}).verdict != "eligible"


@pytest.mark.parametrize(("dependent", "expected"), [(True, "eligible"), (False, "excluded"), (None, "undetermined")])
@pytest.mark.parametrize("state", ["bg", "es"])
def test_dependent_parent_of_an_adult(state, dependent, expected):
    """ZUB § 1(3)(c), Ley 12/2009 art. 40(1)(a): a parent who cannot do without care; in Bulgaria from before the entry."""
    facts = {"sponsor_born_on": date(2000, 1, 1), "family_since": date(2000, 1, 1), "sponsor_means_there": True}
    assert there(state, "parent", dependent=dependent, lived_with_family=False, **facts).verdict == expected


@pytest.mark.parametrize(("means", "expected"), [(True, "eligible"), (False, "not_yet"), (None, "undetermined")])
def test_bulgarian_parent_of_a_minor_who_is_not_alone(means, expected):
    """ZUB § 1(3)(d), art. 34(1), (5): named too, but after six months income is asked; of a minor alone never."""
    late = {"applied_on": date(2027, 1, 2), "decided_on": date(2027, 3, 1), "family_since": date(2011, 3, 1)}
    facts = {"dependent": False, "sponsor_means_there": means} | late
    assert there("bg", "parent", sponsor_unaccompanied_minor=False, **facts).verdict == expected
    assert there("bg", "parent", **facts).verdict == "eligible"


@pytest.mark.parametrize(("since", "expected"), [(date(2025, 1, 9), "eligible"), (date(2025, 1, 10), "excluded")])
@pytest.mark.parametrize("who", ["partner", "child"])
def test_bulgarian_tie_precedes_the_entry(who, since, expected):
    """ZUB art. 34(1): before the entry, so that the day itself is too late."""
    born = {"born_on": since} if who == "child" else {}
    assert there("bg", who, family_since=since, **born).verdict == expected


def test_step_children_in_bulgaria_and_sweden():
    """ZUB § 1(3)(a) says "their" children: open; utlänningslagen 5:3 2 b: those of the spouse, but not 5:17 b."""
    assert there("bg", "step child").verdict == "undetermined"
    assert there("se", "step child").verdict == "eligible"
    assert there("se", "step child", sponsor_lives_with_other_partner=True).verdict == "excluded"
    assert there("se", "child", sponsor_lives_with_other_partner=True).verdict == "eligible"


@pytest.mark.parametrize("state", ["fr", "se", "sk"])
def test_a_foster_child_is_no_step_child(state):
    """Where the children of the spouse are named, a child in the spouse's foster care is not."""
    found = there(state, "foster child", parent_member="mother", mother=PEOPLE["spouse"], dependent=False)
    assert (found.verdict, holds(found, "listed")) == ("excluded", False)


TOO_POOR = {"sponsor_means_there": False}


@pytest.mark.parametrize(("lived", "expected"), [(True, "eligible"), (False, "undetermined")])
def test_swedish_means_and_a_child_that_lived_elsewhere(lived, expected):
    """Utlänningslagen 5:3 d: free if they lived together abroad, or the tie is clearly established in another way."""
    assert there("se", "child", lived_with_family=lived, **TOO_POOR).verdict == expected


@pytest.mark.parametrize(
    ("married_on", "expected"), [(date(2025, 1, 9), "eligible"), (date(2025, 1, 10), "undetermined")]
)
def test_swedish_means_and_a_later_marriage(married_on, expected):
    """Utlänningslagen 5:3 d: a marriage from before the entry is established; a later one can be in another way."""
    facts = TOO_POOR | {"durable_relationship": False}
    assert there("se", "spouse", married_on=married_on, **facts).verdict == expected


@pytest.mark.parametrize(("here", "expected"), [(False, "not_yet"), (True, "undetermined")])
def test_swedish_subsidiary_protection_decided_together(here, expected):
    """Utlänningslagen 5:3 d third paragraph: free if the member is there and both cases are decided together."""
    assert there("se", "spouse", sponsor_protection=SUBSIDIARY, in_netherlands=here, **TOO_POOR).verdict == expected


@pytest.mark.parametrize("whose", ["married_to_another", "sponsor_married_to_another"])
@pytest.mark.parametrize(("tie", "expected"), [("no", "eligible"), ("yes", "undetermined"), (None, "undetermined")])
def test_sweden_may_refuse_who_is_married_to_another(whose, tie, expected):
    """Utlänningslagen 5:17 a second paragraph 2: one of the two is married to somebody else."""
    assert there("se", "spouse", **{whose: tie}).verdict == expected


@pytest.mark.parametrize("state", ["bg", "de", "ee", "se", "sk"])
def test_minor_sponsor_who_comes_of_age_before_the_decision(state):
    """Where the statute does not say on which day the sponsor must be a minor, that is told."""
    facts = {"sponsor_born_on": date(2008, 9, 1), "dependent": False, "sponsor_means_there": True}
    found = there(state, "parent", lived_with_family=False, **facts)
    assert "age-day-not-said" in [dispute.id for dispute in found.disputes]
    assert found.verdict == "eligible"
    assert not there(state, "parent", **facts | {"sponsor_born_on": date(2009, 1, 1)}).disputes


@pytest.mark.parametrize("who", ["spouse", "partner"])
@pytest.mark.parametrize(("born_on", "expected"), [(date(2008, 11, 27), "eligible"), (date(2008, 11, 28), "excluded")])
def test_france_asks_18_of_a_spouse_and_partner(who, born_on, expected):
    """CESEDA L561-2 1° and 2°: at least eighteen."""
    assert there("fr", who, **_young(who, born_on)).verdict == expected


def _young(who, born_on):
    tie = {"family_since": date(2024, 6, 1)}
    return tie | {"born_on": born_on} | ({"married_on": date(2024, 6, 1)} if who == "spouse" else {})


@pytest.mark.parametrize("who", ["spouse", "partner"])
@pytest.mark.parametrize(
    ("born_on", "expected"), [(date(2005, 11, 27), "eligible"), (date(2005, 11, 28), "undetermined")]
)
def test_sweden_may_refuse_under_21(who, born_on, expected):
    """Utlänningslagen 5:17 a: the authority may refuse where one of the two is under 21; 5:17 b: one spouse."""
    assert there("se", who, **_young(who, born_on)).verdict == expected
    assert there("se", who, sponsor_lives_with_other_partner=True).verdict == "excluded"
    of_that_age = {"sponsor_born_on": born_on} | _young(who, date(2000, 1, 1))
    assert there("se", who, **of_that_age).verdict == expected


@pytest.mark.parametrize(("day", "expected"), [(date(2026, 10, 1), "eligible"), (date(2026, 10, 2), "not_yet")])
def test_swedish_window(day, expected):
    """Utlänningslagen 5:3 d: within three months of the grant a refugee is not asked income and housing."""
    assert there("se", "spouse", applied_on=day, sponsor_means_there=False).verdict == expected


@pytest.mark.parametrize(
    ("state", "condition"),
    [
        ("se", "both-21"),
        ("se", "no-other-tie"),
        ("se", "genuine-tie"),
        ("se", "public-order"),
        ("se", "means-there"),
        ("de", "suspension"),
    ],
)
def test_what_the_authority_may_refuse_for(state, condition):
    """Utlänningslagen 5:17 a, 5:3 f and AufenthG § 36a leave it to the authority; other conditions do not."""
    reasons = {reason.condition: reason.discretionary for reason in there(state, "spouse").reasons}
    assert (reasons[condition], reasons["marriage-valid"]) == (True, False)


@pytest.mark.parametrize(("consent", "expected"), [("not_needed", "eligible"), ("missing", "excluded")])
def test_sweden_asks_the_other_parent(consent, expected):
    """Utlänningslagen 5:17: a parent with custody must consent; 5:3: prospects of the sponsor are not looked at."""
    found = there("se", "child", consent_other_parent=consent)
    assert found.verdict == expected
    assert "well-founded-prospects" in notes(found)


@pytest.mark.parametrize("who", ["sibling", "grandparent"])
def test_german_hardship(who):
    """AufenthG § 36(2): others may come against exceptional hardship; not a minor child, which has § 32 or § 36a."""
    assert there("de", who, dependent=True).verdict == "undetermined"
    assert there("de", who, dependent=False).verdict == "excluded"
    assert there("de", "child", sponsor_protection=SUBSIDIARY).verdict == "not_yet"


@pytest.mark.parametrize("state", ELSEWHERE)
def test_parents_of_a_minor(state):
    """Section 3: the parents of an unaccompanied minor refugee may come in each of the seven; of an adult they may not, or are left open."""
    assert there(state, "parent").verdict == "eligible"
    assert there(state, "parent", sponsor_born_on=date(2000, 1, 1)).verdict in ("excluded", "undetermined")


@pytest.mark.parametrize("state", ["de", "ee", "se", "sk"])
def test_parents_of_a_minor_who_is_not_alone(state):
    """Section 3: they are the parents of an unaccompanied minor; elsewhere only a power is left."""
    found = there(state, "parent", sponsor_unaccompanied_minor=False, dependent=False)
    assert found.verdict == "excluded"


def test_bulgaria_asks_a_minor_alone_no_means_for_any_member():
    """ZUB art. 34(5): never of an unaccompanied minor; for the minor's own child too."""
    sponsor = {"sponsor_born_on": date(2009, 6, 1), "sponsor_unaccompanied_minor": True, "sponsor_means_there": False}
    late = {"applied_on": date(2027, 1, 2), "decided_on": date(2027, 3, 1)}
    child = {"born_on": date(2024, 12, 1), "family_since": date(2024, 12, 1)}
    assert there("bg", "child", **sponsor, **late, **child).verdict == "eligible"
    assert (
        there("bg", "child", **sponsor | {"sponsor_unaccompanied_minor": False}, **late, **child).verdict == "not_yet"
    )


def test_who_is_not_named_is_told_by_the_first_article():
    """Whom no ground names is referred to the article that the statute begins with."""
    (reason,) = [one for one in there("sk", "grandchild").reasons if one.condition == "listed"]
    assert reason.source.cite.en == "Act 480/2002 (SK) art. 10"


def test_siblings_of_a_minor():
    """CESEDA L561-2: with the parents in France; not named in Slovakia and Bulgaria, open in Estonia."""
    expected = {"fr": "eligible", "sk": "excluded", "bg": "excluded", "ee": "undetermined"}
    assert {state: there(state, "sibling").verdict for state in expected} == expected


@pytest.mark.parametrize(("responsible", "expected"), [(True, "undetermined"), (False, "excluded")])
def test_bulgarian_adult_who_is_responsible(responsible, expected):
    """ZUB art. 34(4): where the parents have died or cannot be found, which is left open; of an adult sponsor nobody."""
    sponsor = {"sponsor_born_on": date(2009, 1, 1), "sponsor_unaccompanied_minor": True}
    assert there("bg", "grandparent", responsible_for_minor=responsible, **sponsor).verdict == expected
    assert there("bg", "grandparent", responsible_for_minor=responsible).verdict == "excluded"


def test_slovak_step_child():
    """Act 480/2002 § 10(1)(b): children of the spouse too; § 10(2): who is in Slovakia."""
    facts = {"parent_member": "mother", "family_since": date(2015, 5, 1)}
    found = there("sk", "step child", mother=PEOPLE["spouse"], **facts)
    assert (found.verdict, holds(found, "listed")) == ("eligible", True)
    assert "only-from-within" in notes(found)
    assert there("sk", "step child", **facts | {"parent_member": "none"}).verdict == "excluded"


@pytest.mark.parametrize("status", STATUSES)
def test_slovak_carer(status):
    """Act 480/2002 §§ 10(1)(c) and 13b(1)(c): beside the parents, the one in whose care the minor was placed."""
    sponsor = {"sponsor_born_on": date(2009, 1, 1), "sponsor_unaccompanied_minor": True, "sponsor_protection": status}
    found = there("sk", "grandparent", responsible_for_minor=True, **sponsor)
    assert (found.verdict, "only-from-within" in notes(found)) == ("eligible", True)
    for other in ({"responsible_for_minor": False} | sponsor, {"responsible_for_minor": True}):
        found = there("sk", "grandparent", **other)
        assert (found.verdict, "only-from-within" in notes(found)) == ("excluded", False)


@pytest.mark.parametrize("status", STATUSES)
def test_german_second_wife(status):
    """AufenthG § 30(4), for subsidiary protection by § 36a(4): none beside a spouse with whom the sponsor lives there."""
    assert there("de", "spouse", sponsor_protection=status, sponsor_lives_with_other_partner=True).verdict == "excluded"


@pytest.mark.parametrize(
    ("state", "sham", "expected"),
    [("de", False, "eligible"), ("de", True, "excluded"), ("se", True, "undetermined"), ("se", None, "undetermined")],
)
def test_sham_marriage(state, sham, expected):
    """AufenthG § 27(1a) nr 1 lets nobody come so; utlänningslagen 5:17 a leaves it to the authority."""
    assert there(state, "spouse", sham=sham).verdict == expected


@pytest.mark.parametrize(("status", "expected"), [(REFUGEE, "eligible"), (SUBSIDIARY, "not_yet")])
def test_german_registered_partner(status, expected):
    """AufenthG § 27(2) applies §§ 30 and 36a to registered partners."""
    found = there("de", "registered partner", sponsor_protection=status, sponsor_means_there=True)
    assert (found.verdict, holds(found, "listed")) == (expected, True)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, True),
        ({"special_ties_third_country": True}, None),
        ({"sponsor_protection": SUBSIDIARY}, None),
        ({"sponsor_protection": SUBSIDIARY, "sponsor_means_there": True}, True),
    ],
)
def test_german_waiver_of_means(facts, expected):
    """AufenthG § 29(2): a right of a refugee without a special tie elsewhere only; § 36a(5): not of subsidiary protection."""
    assert holds(there("de", "spouse", **facts), "means-there") is expected


@pytest.mark.parametrize(
    ("who", "facts", "expected"),
    [
        ("child", {"sponsor_protection": SUBSIDIARY}, "not_yet"),
        ("step child", {}, "undetermined"),
        ("foster child", {}, "undetermined"),
        ("parent", {"sponsor_protection": SUBSIDIARY}, "not_yet"),
        ("parent", {"sponsor_born_on": date(1990, 1, 1)}, "undetermined"),
    ],
)
def test_german_hardship_is_for_whom_no_other_article_names(who, facts, expected):
    """AufenthG § 36(2): a minor child and the parents of a minor have their own articles, with the suspension."""
    assert there("de", who, dependent=True, **facts).verdict == expected


def test_german_language():
    """AufenthG § 30(1) nr 2: not asked of a refugee's spouse from before the sponsor came; § 36a(4) does not ask it."""
    later = {"married_on": date(2025, 1, 10)}
    assert there("de", "spouse", **later).verdict == "undetermined"
    assert holds(there("de", "spouse", **later), "language") is None
    assert holds(there("de", "spouse", sponsor_protection=SUBSIDIARY, **later), "language") is True


@pytest.mark.parametrize(
    ("consent", "expected"), [("given", "eligible"), ("not_needed", "eligible"), ("missing", "undetermined")]
)
def test_german_consent_of_the_other_parent(consent, expected):
    """AufenthG § 32(3): with shared custody the other parent agrees; else only against special hardship, § 32(4)."""
    assert there("de", "child", consent_other_parent=consent).verdict == expected


def test_estonian_means_where_the_family_can_live_elsewhere():
    """VRKS § 46(6): within the six months as well it may then be asked."""
    assert there("ee", "spouse", special_ties_third_country=True).verdict == "undetermined"
    assert there("ee", "spouse", special_ties_third_country=True, sponsor_means_there=True).verdict == "eligible"


@pytest.mark.parametrize(("since", "expected"), [(date(2025, 1, 9), "eligible"), (date(2025, 1, 12), "undetermined")])
def test_estonian_family_was_there_before(since, expected):
    """VRKS § 7(5): a family that was there in the country of origin; of a child born later the act does not say it."""
    assert there("ee", "child", born_on=since, family_since=since).verdict == expected


@pytest.mark.parametrize(("married", "expected"), [(False, "eligible"), (True, "excluded")])
def test_estonian_ward_is_unmarried(married, expected):
    """VRKS § 7(2) 3): an unmarried minor in guardianship."""
    facts = {"authority_papers": True, "born_on": date(2011, 1, 1)}
    assert there("ee", "foster child", married=married, **facts).verdict == expected


def test_estonian_ascendants_and_relatives():
    """VRKS § 7(2) 5) and (3) 2): dependent parents and grandparents; another relative of a minor without parents."""
    adult = {"sponsor_born_on": date(2000, 1, 1), "sponsor_means_there": True}
    for who in ("parent", "grandparent"):
        assert there("ee", who, dependent=True, **adult).verdict == "undetermined"
        assert there("ee", who, dependent=False, **adult).verdict == "excluded"
    minor = {"sponsor_born_on": date(2009, 1, 1), "sponsor_unaccompanied_minor": True}
    assert there("ee", "grandparent", dependent=False, **minor).verdict == "undetermined"


@pytest.mark.parametrize("state", ["bg", "sk"])
def test_tie_from_before(state):
    """ZUB art. 34(1), act 480/2002 § 10: a marriage from after the entry does not count."""
    assert there(state, "spouse", married_on=date(2025, 1, 10)).verdict == "excluded"
    assert there("es", "spouse", married_on=date(2025, 1, 10)).verdict == "eligible"
    assert there("fr", "spouse", married_on=date(2025, 6, 1), family_since=date(2025, 6, 1)).verdict == "undetermined"


def test_second_wife_in_bulgaria():
    """ZUB art. 34(3) point 2: not where another spouse is there."""
    assert there("bg", "spouse", sponsor_lives_with_other_partner=True).verdict == "excluded"


@pytest.mark.parametrize("state", ELSEWHERE)
def test_every_verdict_says_what_it_rests_on(state):
    """By the statute alone, and to compare; and where the statute is silent."""
    assert notes(there(state, "grandparent"))[:2] == ["by-the-statute-alone", "where-the-text-is-silent"]
    assert there(state, "grandparent").verdict in ("excluded", "undetermined")


def test_silence_on_the_age_day_is_told():
    """A child between the application and the decision is disputed where the statute does not say which day counts."""
    found = there("sk", "child", born_on=date(2008, 9, 1))
    assert found.verdict == "eligible"
    assert [dispute.id for dispute in found.disputes if dispute.changes_verdict] == ["age-day-not-said"]


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_command(capsys, lang):
    """``reunify states`` prints each person by State; ``compare --new de`` puts a statute beside the law."""
    assert main(["states", str(CASE), "--lang", lang]) == 0
    text = capsys.readouterr().out
    assert STATES["sk"].name[lang] in text
    assert main(["states", str(CASE), "--lang", lang, "--format", "html"]) == 0
    assert "<table" in capsys.readouterr().out
    assert main(["states", str(CASE), "--lang", lang, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["count"]["same"] == 12
    assert all(set(found) == set(ELSEWHERE) for found in told["members"].values())
    assert main(["compare", str(CASE), "--lang", lang, "--new", "de"]) == 0
    assert STATES["de"].name[lang] in capsys.readouterr().out


def test_where_the_text_is_silent_is_told_in_full_only(capsys):
    """It is an argument, beside the verdict: the short report is without."""
    for more, told in (((), False), (("--full",), True)):
        assert main(["assess", str(CASE), "--rules", "sk", *more]) == 0
        assert ("Left open here" in " ".join(capsys.readouterr().out.split())) is told


def test_people_of_the_base_families():
    """Each kind of family member comes out in each State."""
    for who in PEOPLE:
        assert {there(state, who).verdict for state in ELSEWHERE}
