"""The EU floor for refugees (Directive 2003/86/EC), and what it says of a national exclusion."""

from datetime import date

import pytest
from families import PEOPLE, REFUGEE, SUBSIDIARY, family

from reunify import CURRENT, DIRECTIVE, PROPOSED, assess, compare
from reunify.floor import Demand, eu_floor

MUST = ["spouse", "child", "adopted child", "step child", "parent", "dependent sibling"]
MAY = [name for name in PEOPLE if name not in MUST]


def eu(who, **facts):
    """Give the outcome for a person under the Directive."""
    return assess(family(who, PROPOSED, **facts), DIRECTIVE)["person"]


def floor(who, law, **facts):
    """Give what EU law says of a person's exclusion under a national law."""
    case = family(who, law, **facts)
    return eu_floor(assess(case, law)["person"], assess(case, DIRECTIVE)["person"])


class TestMust:
    """Whom a Member State has to admit (arts 4(1), 10(3)(a), C-560/20)."""

    @pytest.mark.parametrize("who", MUST)
    def test_must(self, who):
        """The spouse, minor children, the parents of a UAM and the dependent adult sibling."""
        assert eu(who).verdict == "eligible"

    @pytest.mark.parametrize("who", MAY)
    def test_may(self, who):
        """For all others the State is free (arts 4(2), 4(3), 10(2), 10(3)(b))."""
        assert eu(who).verdict == "excluded"

    @pytest.mark.parametrize("who", PEOPLE)
    def test_not_for_subsidiary(self, who):
        """The Directive does not bind for subsidiary protection (art. 3(2)(c))."""
        assert eu(who, sponsor_protection=SUBSIDIARY).verdict == "excluded"

    def test_why_not(self):
        """That the State is free is a *may*; whom the Directive does not name is not on its list, and that decides."""
        free = {reason.condition: reason for reason in eu("partner").reasons}["state-must-admit"]
        assert (free.holds, free.discretionary) == (False, True)
        told = {reason.condition: (reason.holds, reason.decisive) for reason in eu("grandparent").reasons}
        assert told == {"refugee-sponsor": (True, False), "listed": (False, True)}

    def test_status_not_known(self):
        """Whom the Directive does not name is excluded whatever the status, which is not known but not missing."""
        found = eu("grandparent", sponsor_protection=None)
        assert (found.verdict, found.missing, found.unknown) == ("excluded", (), ("sponsor.protection",))

    @pytest.mark.parametrize("who", ["spouse", "child", "parent"])
    def test_no_housing_or_income(self, who):
        """No housing or income may be asked of the family of art. 4(1) and the parents of a UAM (art. 12(1))."""
        assert eu(who, sponsor_means=False, sponsor_housing="none").verdict == "eligible"


class TestConditions:
    """Each condition on both sides of its boundary, and unknown."""

    @pytest.mark.parametrize(
        ("who", "facts", "verdict"),
        [
            (
                "spouse",
                {
                    "decided_on": date(2028, 9, 1),
                    "born_on": date(2005, 8, 3),
                    "married_on": date(2024, 1, 1),
                    "family_since": date(2024, 1, 1),
                },
                "eligible",
            ),
            (
                "spouse",
                {
                    "decided_on": date(2028, 9, 1),
                    "born_on": date(2005, 8, 4),
                    "married_on": date(2024, 1, 1),
                    "family_since": date(2024, 1, 1),
                },
                "excluded",
            ),
            (
                "spouse",
                {"sponsor_born_on": date(2005, 8, 4), "married_on": date(2024, 1, 1), "family_since": date(2024, 1, 1)},
                "excluded",
            ),
            ("spouse", {"sponsor_lives_with_other_partner": True}, "excluded"),
            ("spouse", {"sponsor_lives_with_other_partner": None}, "undetermined"),
            ("spouse", {"other_spouse_chosen": True}, "eligible"),
            ("spouse", {"marriage_valid": False}, "excluded"),
            ("spouse", {"married_on": date(2025, 1, 9)}, "eligible"),
            ("spouse", {"married_on": date(2025, 1, 10)}, "excluded"),
            ("spouse", {"applied_on": date(2026, 10, 1)}, "eligible"),
            ("spouse", {"applied_on": date(2026, 10, 2)}, "excluded"),
            ("spouse", {"applied_on": date(2026, 10, 2), "lateness_excusable": True}, "eligible"),
            ("spouse", {"special_ties_third_country": True}, "eligible"),
            ("child", {"married": True}, "excluded"),
            ("child", {"married": None}, "undetermined"),
            ("child", {"consent_other_parent": "missing"}, "excluded"),
            ("child", {"consent_other_parent": None}, "undetermined"),
            ("child", {"lives_independently": True, "self_supporting": True}, "excluded"),
            ("child", {"born_on": date(2007, 1, 12)}, "excluded"),
            ("child", {"born_on": date(2007, 1, 13)}, "eligible"),
            ("adopted child", {"adoption_recognised": False}, "excluded"),
            ("step child", {"custody": "shared"}, "excluded"),
            ("step child", {"custody": None}, "undetermined"),
            ("step child", {"partner": {"relation": "partner"}}, "excluded"),
            ("parent", {"sponsor_unaccompanied_minor": None}, "undetermined"),
            ("parent", {"sponsor_unaccompanied_minor": False}, "excluded"),
            ("parent", {"parentage": "step"}, "excluded"),
            ("parent", {"applied_on": date(2028, 9, 1)}, "eligible"),
            ("dependent sibling", {"wholly_dependent_on_parents": False}, "excluded"),
            ("dependent sibling", {"wholly_dependent_on_parents": None}, "undetermined"),
            ("dependent adult", {"married": True}, "excluded"),
            ("partner", {"durable_relationship": False}, "excluded"),
            ("child", {"public_order": True}, "excluded"),
            ("child", {"sponsor_excluded_1f": True}, "excluded"),
            ("child", {"bond_broken": True}, "excluded"),
            ("child", {"real_family_life": False}, "excluded"),
            ("child", {"sponsor_residence": "derived"}, "excluded"),
        ],
    )
    def test_condition(self, who, facts, verdict):
        """One fact is changed in a family in which every condition is met."""
        assert verdict == eu(who, **facts).verdict


class TestFloor:
    """Of each exclusion: EU law requires it, leaves it to the State, or forbids it."""

    def test_nobody_excluded(self):
        """Nothing is said of who is not excluded."""
        assert floor("spouse", PROPOSED) is None

    @pytest.mark.parametrize(
        ("who", "law", "facts"),
        [
            ("step child", PROPOSED, {}),
            ("spouse", PROPOSED, {"special_ties_third_country": True}),
            ("child", CURRENT, {"special_ties_third_country": True}),
            ("parent", CURRENT, {"special_ties_third_country": True}),
        ],
    )
    def test_below_the_floor(self, who, law, facts):
        """The step child under the new law, and refusal for special ties alone, are below the floor."""
        assert floor(who, law, **facts).demand is Demand.FORBIDS

    @pytest.mark.parametrize(
        ("who", "law", "facts"),
        [
            # News: the Directive bars a further spouse only while one lives here (art. 4(4)).
            ("spouse", PROPOSED, {"other_spouse_chosen": True}),
            # News: the Directive has no exception for a parent who brought the minor and left.
            ("parent", CURRENT, {"brought_and_left_minor": True}),
        ],
    )
    def test_more_below_the_floor(self, who, law, facts):
        """Exclusions below the floor that comparing the laws brings to light."""
        assert floor(who, law, **facts).demand is Demand.FORBIDS

    @pytest.mark.parametrize(
        "who", ["partner", "registered partner", "foster child", "young adult", "dependent adult", "grandparent"]
    )
    def test_left_to_the_state(self, who):
        """The groups that lose nareis are a national choice, not asked for by EU law."""
        found = floor(who, PROPOSED)
        assert found.demand is Demand.LEAVES
        assert "2003/86" in found.source.cite.en

    @pytest.mark.parametrize(
        ("facts", "article"),
        [({"married_on": date(2025, 1, 10)}, "9 par. 2"), ({"applied_on": date(2026, 12, 1)}, "12 par. 1")],
    )
    def test_allowed(self, facts, article):
        """A later spouse and a late application may be sent to the regular route (arts 9(2), 12(1))."""
        found = floor("spouse", PROPOSED, **facts)
        assert found.demand is (Demand.LEAVES_LATE if "applied_on" in facts else Demand.LEAVES)
        assert article in found.source.cite.en

    @pytest.mark.parametrize("facts", [{"sham": True}, {"tie_plausible": False}, {"real_family_life": False}])
    def test_a_tie_that_is_none(self, facts):
        """Fraud, a sham and no real family life are matters of art. 16 of the Directive."""
        found = floor("spouse", PROPOSED, **facts)
        assert (found.demand, "16 par." in found.source.cite.en) == (Demand.LEAVES, True)

    def test_required(self):
        """EU law itself bars a further spouse while one lives here (art. 4(4))."""
        found = floor("spouse", PROPOSED, sponsor_lives_with_other_partner=True)
        assert found.demand is Demand.REQUIRES
        assert "4 par. 4" in found.source.cite.en

    def test_unknown(self):
        """Whether the floor is met can turn on a fact that is missing."""
        assert floor("step child", PROPOSED, custody=None).demand is Demand.UNKNOWN

    @pytest.mark.parametrize("who", ["partner", "foster child", "grandparent", "step child"])
    def test_not_bound(self, who):
        """For subsidiary protection the Directive says nothing (art. 3(2)(c))."""
        assert floor(who, PROPOSED, sponsor_protection=SUBSIDIARY).demand is Demand.NOT_BOUND

    def test_texts(self):
        """What EU law says is told in both languages."""
        assert all(demand.label.en != demand.label.nl for demand in Demand)


def test_compares_like_any_other_pair():
    """A national law can be compared with the floor."""
    case = family("step child", PROPOSED, sponsor_protection=REFUGEE)
    assert compare(case, PROPOSED, DIRECTIVE)["person"].kind == "gained"
