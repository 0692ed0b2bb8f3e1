"""What is not known, and what learning it can do."""

from datetime import date, timedelta

import attrs
from hypothesis import given
from hypothesis import strategies as st
from kit import LAW, hidden_and_full, regimes

from reunify import Case, FamilyMember, Sponsor, Verdict, assess
from reunify.facts import MEMBER_FACTS
from reunify.testing import completions, families

decided = date(2026, 7, 1)


class TestLearning:
    """Learning a fact never overturns a settled verdict, and the possible verdicts only become fewer."""

    @given(hidden_and_full(), regimes)
    def test_possible_only_shrinks(self, pair, law):
        hidden, full = pair
        for before, after in zip(assess(hidden, LAW[law]).outcomes, assess(full, LAW[law]).outcomes, strict=True):
            assert set(after.possible) <= set(before.possible), before.member

    @given(families(max_members=2), regimes, st.data())
    def test_settled_stays_settled(self, case, law, data):
        for before in assess(case, LAW[law]).outcomes:
            if before.unknown:
                known = data.draw(completions(case, before.unknown, member=before.member))
                after = assess(known, LAW[law])[before.member]
                assert set(after.possible) <= set(before.possible), before.member

    @given(families(relations=["child", "spouse"], min_members=2, max_members=2), regimes, st.data())
    def test_any_fact_of_the_person(self, case, law, data):
        for before in assess(case, LAW[law]).outcomes:
            left_out = unknown_facts_of(case.member(before.member))
            if left_out:
                learnt = data.draw(st.lists(st.sampled_from(left_out), min_size=1, max_size=3, unique=True))
                known = data.draw(completions(case, learnt, member=before.member))
                after = assess(known, LAW[law])[before.member]
                assert set(after.possible) <= set(before.possible), (before.member, learnt)

    @given(st.integers(1, 306), st.sampled_from(["none", "here", "spouse"]), regimes)
    def test_other_parent_of_a_child_born_after_entry(self, days, parent, law):
        """Whose child it is decides whether it counts as conceived before D0."""
        entered = date(2023, 1, 1)
        sponsor = Sponsor(
            protection="refugee",
            born_on=date(1990, 1, 1),
            entered_on=entered,
            asylum_applied_on=entered,
            permit_notified_on=date(2024, 1, 1),
            unaccompanied_minor=False,
        )
        child = FamilyMember(
            id="child",
            relation="child",
            parentage="biological",
            born_on=entered + timedelta(days=days),
            self_supporting=False,
            consent_other_parent="given",
            applied_on=date(2024, 2, 1),
        )
        spouse = FamilyMember(id="spouse", relation="spouse", married_on=date(2016, 1, 1))
        before, after = (
            assess(
                Case(sponsor=sponsor, members=(spouse, attrs.evolve(child, parent_member=other)), decided_on=decided),
                LAW[law],
            )["child"]
            for other in (None, parent)
        )
        assert set(after.possible) <= set(before.possible)


def unknown_facts_of(member):
    return [
        name
        for name, told in MEMBER_FACTS.items()
        if getattr(member, name) is None and (not told.concerns or member.relation in told.concerns)
    ]


class TestMissing:
    """`undetermined` names the facts that decide it: no more is needed, whatever they turn out to be."""

    @given(families(), regimes)
    def test_undetermined_names_a_fact(self, case, law):
        for outcome in assess(case, LAW[law]).outcomes:
            assert bool(outcome.missing) == (outcome.verdict is Verdict.UNDETERMINED)

    @given(families(), regimes, st.data())
    def test_missing_facts_settle(self, case, law, data):
        for outcome in assess(case, LAW[law]).outcomes:
            if outcome.missing:
                known = data.draw(completions(case, outcome.missing, member=outcome.member))
                settled = assess(known, LAW[law])[outcome.member]
                assert settled.verdict is not Verdict.UNDETERMINED, settled.missing
                assert settled.verdict in outcome.possible
