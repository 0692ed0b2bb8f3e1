"""What is not known, and what learning it can do."""

from hypothesis import given
from hypothesis import strategies as st
from kit import LAW, hidden_and_full, regimes

from reunify import Verdict, assess
from reunify.facts import MEMBER_FACTS
from reunify.testing import completions, families


class TestLearning:
    """Learning a fact never overturns a settled verdict, and the possible verdicts only become fewer."""

    @given(hidden_and_full(), regimes)
    def test_possible_only_shrinks(self, pair, law):
        hidden, full = pair
        for before, after in zip(assess(hidden, LAW[law]), assess(full, LAW[law]), strict=True):
            assert set(after.possible) <= set(before.possible), before.member

    @given(families(max_members=2), regimes, st.data())
    def test_settled_stays_settled(self, case, law, data):
        for before in assess(case, LAW[law]):
            if before.unknown:
                known = data.draw(completions(case, before.unknown, member=before.member))
                after = assess(known, LAW[law])[before.member]
                assert set(after.possible) <= set(before.possible), before.member

    @given(families(relations=["child", "spouse"], min_members=2, max_members=2), regimes, st.data())
    def test_any_fact_of_the_person(self, case, law, data):
        for before in assess(case, LAW[law]):
            left_out = unknown_facts_of(case.member(before.member))
            if left_out:
                learnt = data.draw(st.lists(st.sampled_from(left_out), min_size=1, max_size=3, unique=True))
                known = data.draw(completions(case, learnt, member=before.member))
                after = assess(known, LAW[law])[before.member]
                assert set(after.possible) <= set(before.possible), (before.member, learnt)


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
        for outcome in assess(case, LAW[law]):
            assert bool(outcome.missing) == (outcome.verdict is Verdict.UNDETERMINED)

    @given(families(), regimes, st.data())
    def test_missing_facts_settle(self, case, law, data):
        for outcome in assess(case, LAW[law]):
            if outcome.missing:
                known = data.draw(completions(case, outcome.missing, member=outcome.member))
                settled = assess(known, LAW[law])[outcome.member]
                assert settled.verdict is not Verdict.UNDETERMINED, settled.missing
                assert settled.verdict in outcome.possible
