"""The strategies keep their word."""

from datetime import date

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from reunify import ASSUMED, PROPOSED, Case, Protection, Relation, Verdict, assess
from reunify.facts import MEMBER_FACTS, SPONSOR_FACTS, Kind, contradictions
from reunify.testing import completions, families, members, sponsors

decided = date(2026, 11, 25)
quick = settings(max_examples=1000, phases=[Phase.generate, Phase.shrink])


def unknown_facts(case):
    drawn = [(case.sponsor, SPONSOR_FACTS), *((m, MEMBER_FACTS) for m in case.members)]
    return [
        name
        for person, facts in drawn
        for name, told in facts.items()
        if getattr(person, name) is None
        and not (name.startswith("income_") and case.sponsor.means is not ASSUMED)
        and (person is case.sponsor or not told.concerns or person.relation in told.concerns)
    ]


class TestFamilies:
    """Every drawn family is valid, and as asked for."""

    @given(families(max_members=4))
    def test_valid(self, case):
        assert not list(contradictions(case))

    @given(families(protection="subsidiary", relations=["child", "spouse"], min_members=2, max_members=2))
    def test_protection_and_relations(self, case):
        assert {m.relation for m in case.members} <= {Relation.CHILD, Relation.SPOUSE}
        assert len(case.members) == 2
        assert case.sponsor.protection is Protection.SUBSIDIARY

    @given(st.dates(date(1990, 1, 1), date(2090, 1, 1)).flatmap(lambda day: families(decided_on=day, max_members=2)))
    def test_decision_day(self, case):
        assert case.decided_on is not None

    @given(families(unknown=0))
    def test_nothing_unknown(self, case):
        assert unknown_facts(case) == []

    @given(families(unknown=2))
    def test_at_most_two_unknown(self, case):
        assert len(unknown_facts(case)) + (case.decided_on is None) <= 2

    @given(sponsors(protection="refugee", decided_on=decided))
    def test_sponsor(self, sponsor):
        assert Case(sponsor=sponsor, decided_on=decided).sponsor.protection is Protection.REFUGEE

    @given(members("sibling"))
    def test_member(self, member):
        assert member.relation is Relation.SIBLING
        assert member.with_parent in {None, "none"}

    @given(families(), st.data())
    def test_completed(self, case, data):
        outcome = next(iter(assess(case, PROPOSED)))
        done = data.draw(completions(case, outcome.missing, member=outcome.member))
        for fact in outcome.missing:
            owner, _, name = fact.rpartition(".")
            person = done.sponsor if owner == "sponsor" else done.member(owner or outcome.member)
            assert getattr(done if name == "decided_on" else person, name) is not None


class TestEachFact:
    """Each value of each yes-or-no and each choice is drawn, whatever list of facts there is."""

    @pytest.mark.parametrize(
        ("people", "facts"),
        [(sponsors(), SPONSOR_FACTS), (families(min_members=3), MEMBER_FACTS)],
        ids=["sponsor", "member"],
    )
    def test_each_value(self, people, facts):
        seen = set()

        @settings(max_examples=1500, phases=[Phase.generate])
        @given(people)
        def look(drawn):
            persons = drawn.members if isinstance(drawn, Case) else [drawn]
            seen.update((name, getattr(person, name)) for person in persons for name in facts)

        look()
        listed = {name: told for name, told in facts.items() if told.kind in {Kind.YES_NO, Kind.CHOICE}}
        wanted = {(name, value) for name, told in listed.items() for value in told.choices or (False, True)}
        assert wanted - seen == set()
        assert {(name, None) for name, told in listed.items() if not told.required} - seen == set()


class TestShrinking:
    """A failing family shrinks to one that can be read."""

    def test_smallest(self):
        case = find(families(), lambda _: True, settings=quick)
        assert len(case.members) == 1
        assert len(unknown_facts(case)) > 5

    def test_smallest_eligible_spouse(self):
        def eligible(case):
            return any(o.verdict is Verdict.ELIGIBLE and o.ground == "spouse" for o in assess(case, PROPOSED))

        case = find(families(), eligible, settings=quick)
        assert Relation.SPOUSE in {m.relation for m in case.members}
        assert len(case.members) <= 2
        assert case.sponsor.means is not False
