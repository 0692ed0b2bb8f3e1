"""What would change an outcome, and what to ask first."""

from datetime import date

import pytest
from families import SUBSIDIARY, family

from reunify import CURRENT, PROPOSED, BadCase, assess, whatif
from reunify.rules import Laws
from reunify.whatif import Cure


def ways(who, law, **facts):
    """Give the ways for a person, each as its ground and its conditions with what can cure them."""
    found = whatif.ways(family(who, law, **facts), law, "person")
    return [(way.ground, {o.reason.condition: o.cure for o in way.obstacles}) for way in found]


class TestWays:
    """The smallest sets of conditions that stand in the way."""

    def test_nothing_stands_in_the_way(self):
        """Who is eligible needs no way."""
        assert ways("spouse", PROPOSED) == []

    def test_no_ground(self):
        """Where no ground is open there is none."""
        assert ways("grandparent", PROPOSED) == []

    def test_time_and_action(self):
        """The wait is cured by time, from its day; housing by action (art. 29d lid 2 Vw)."""
        case = family(
            "spouse", PROPOSED, sponsor_protection=SUBSIDIARY, sponsor_housing="none", decided_on=date(2026, 11, 25)
        )
        (way,) = whatif.ways(case, PROPOSED, "person")
        assert {o.reason.condition: o.cure for o in way.obstacles} == {
            "two-year-wait": Cure.TIME,
            "housing": Cure.ACTION,
        }
        assert way.day == date(2028, 7, 2)
        assert way.is_open

    def test_birthday(self):
        """A spouse of 17 is excluded though a birthday will change it: the day is named."""
        born = date(2011, 3, 4)
        day = date(2024, 1, 1)
        case = family("spouse", PROPOSED, born_on=born, married_on=day, family_since=day)
        found = whatif.ways(case, PROPOSED, "person")
        assert date(2029, 3, 4) in {o.day for o in found[0].obstacles}

    def test_nothing_can_cure(self):
        """That a partner's relationship began too late cannot be cured."""
        assert ways("partner", CURRENT, family_since=date(2024, 1, 1)) == [("partner", {"family-at-entry": Cure.NONE})]

    def test_evidence(self):
        """A fact that is not known can still be shown."""
        assert ways("child", PROPOSED, consent_other_parent=None) == [("minor-child", {"consent": Cure.EVIDENCE})]

    def test_alternatives(self):
        """Where one of several conditions is enough there are several ways, the shortest first."""
        found = ways("dependent adult", CURRENT, dependent=False, self_supporting=True)
        assert found[0] == ("adult-child", {"more-than-normal-dependency": Cure.NONE})
        assert found[1] == (
            "adult-child",
            {"young-adult-age": Cure.NONE, "not-self-supporting": Cure.NONE, "no-own-family": Cure.NONE},
        )

    def test_open_ways_first(self):
        """A way that is still open comes before one that is not."""
        found = ways("spouse", CURRENT, marriage_valid=False, married_on=date(2023, 5, 1), durable_relationship=None)
        assert [ground for ground, _ in found] == ["partner", "spouse"]

    def test_follows_another(self):
        """What keeps the parent waiting is cured for the child that follows when it is for the parent."""
        found = ways("sibling", PROPOSED, sponsor_protection=SUBSIDIARY, decided_on=date(2026, 11, 25))
        assert found == [("sibling", {"with-parent": Cure.TIME, "two-year-wait": Cure.TIME})]

    def test_every_way_works(self):
        """Dropping the conditions of a way makes the person eligible."""
        for who, facts in (
            ("spouse", {"decided_on": date(2026, 11, 25)}),
            ("child", {"consent_other_parent": "missing"}),
        ):
            case = family(who, PROPOSED, sponsor_protection=SUBSIDIARY, sponsor_means=False, **facts)
            for way in whatif.ways(case, PROPOSED, "person"):
                stands = [o.reason.condition for o in way.obstacles]
                on_the_wait = ["two-years", "child-age-after-wait"] if "two-year-wait" in stands else []
                law = PROPOSED.amend(id="x", title="x", drop=[*stands, *on_the_wait])
                assert assess(case, law)["person"].verdict == "eligible"

    def test_texts(self):
        """The cures have a word in both languages."""
        assert all(cure.label.en != cure.label.nl for cure in Cure)

    def test_unknown_member(self):
        """A member that does not exist is an error."""
        with pytest.raises(KeyError):
            whatif.ways(family("spouse", PROPOSED), PROPOSED, "nobody")


class TestExplore:
    """What if a fact were another."""

    def test_married_before_entry(self):
        """If they had married before entry."""
        case = family("spouse", PROPOSED, married_on=date(2025, 2, 1))
        change = whatif.explore(case, {"person.married_on": date(2024, 12, 1)})["person"]
        assert (change.old.verdict, change.new.verdict) == ("excluded", "eligible")

    def test_sponsor_and_day(self):
        """Once the sponsor has a home and two years have passed."""
        case = family(
            "spouse", PROPOSED, sponsor_protection=SUBSIDIARY, sponsor_housing="none", decided_on=date(2026, 11, 25)
        )
        change = whatif.explore(case, {"sponsor.housing": "own", "decided_on": date(2028, 7, 2)})["person"]
        assert (change.old.verdict, change.new.verdict) == ("not_yet", "eligible")

    def test_law_of_the_decision_day(self):
        """Left out, the law is the one in force on the case's decision day."""
        assert whatif.explore(family("spouse", CURRENT), {}).old.rule_set == "single-status"
        assert whatif.explore(family("spouse", CURRENT), {}, PROPOSED).old.rule_set == "two-status"
        draft = CURRENT.amend(id="draft", title="draft", figures={"term": 4})
        assert whatif.explore(family("spouse", CURRENT), {}, laws=Laws([draft])).old.rule_set == "draft"

    def test_no_day(self):
        """Without a day and a law it cannot be told."""
        with pytest.raises(ValueError, match="give a rule set, or a case with a decision day"):
            whatif.explore(family("spouse", CURRENT, decided_on=None), {})

    @pytest.mark.parametrize(
        ("change", "said"),
        [
            (
                {"person.maried_on": None},
                "person.maried_on: there is no fact 'person.maried_on'; did you mean 'person.married_on'?",
            ),
            ({"sponsor.housing": "castle"}, "sponsor.housing: 'castle' is not a known value"),
            ({"person.born_on": date(2030, 1, 1)}, "members[0].born_on: 2030-01-01 lies after decided_on 2028-09-01"),
        ],
    )
    def test_bad(self, change, said):
        """A name or value that is not known, and what cannot be, are told."""
        with pytest.raises(BadCase) as error:
            whatif.explore(family("spouse", PROPOSED), change)
        assert said in str(error.value)


class TestQuestions:
    """The unknown facts, ranked by how much they settle."""

    def test_nothing_to_ask(self):
        """When every verdict is certain nothing is asked."""
        assert whatif.questions(family("spouse", PROPOSED), [CURRENT, PROPOSED]) == ()

    def test_what_settles_most_comes_first(self):
        """What settles two verdicts is asked before what settles one."""
        case = family(
            "step child",
            CURRENT,
            consent_other_parent=None,
            partner={"lateness_excusable": None, "applied_on": date(2025, 6, 1)},
        )
        found = whatif.questions(case, [CURRENT])
        assert [question.fact for question in found] == ["partner.lateness_excusable", "person.consent_other_parent"]
        assert found[0].settles > found[1].settles

    def test_every_missing_fact_is_asked(self):
        """The questions are exactly the missing facts."""
        case = family("child", PROPOSED, born_on=None, consent_other_parent=None, sponsor_entered_on=None)
        missing = {fact for law in (CURRENT, PROPOSED) for fact in assess(case, law)["person"].missing}
        asked = {question.fact.removeprefix("person.") for question in whatif.questions(case, [CURRENT, PROPOSED])}
        assert missing == asked

    def test_kinds(self):
        """Facts of every kind can be ranked."""
        facts = {"sponsor_means": "unknown", "sponsor_housing": None, "decided_on": None}
        case = family(
            "sibling",
            PROPOSED,
            sponsor_protection=SUBSIDIARY,
            with_parent=None,
            sponsor_unaccompanied_minor=None,
            **facts,
        )
        assert {"sponsor.means", "sponsor.housing", "person.with_parent", "sponsor.unaccompanied_minor"} <= {
            question.fact for question in whatif.questions(case, [PROPOSED])
        }

    def test_income(self):
        """The income can be asked for."""
        case = family("spouse", PROPOSED, sponsor_protection=SUBSIDIARY)
        case = whatif.changed(case, {"sponsor.income_until": "permanent"})
        from attrs import evolve  # noqa: PLC0415

        from reunify import ASSUMED  # noqa: PLC0415

        case = evolve(case, sponsor=evolve(case.sponsor, means=ASSUMED))
        assert [question.fact for question in whatif.questions(case, [PROPOSED])] == ["sponsor.income_per_month"]
