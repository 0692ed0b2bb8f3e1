"""What a result says hangs together."""

from hypothesis import given
from hypothesis import strategies as st
from kit import LAW, best, regimes, worst

from reunify import CURRENT, PROPOSED, Verdict, assess
from reunify.engine.nodes import Curable
from reunify.facts import MEMBER_FACTS, Parentage, Relation
from reunify.testing import families


def unmet(reasons):
    return [reason for reason in reasons if reason.holds is False and reason.within is None]


class TestVerdict:
    """A verdict is the one that is left, or undetermined."""

    @given(families(), regimes)
    def test_one_left(self, case, law):
        for outcome in assess(case, LAW[law]).outcomes:
            settled = outcome.possible[0] if len(outcome.possible) == 1 else Verdict.UNDETERMINED
            assert outcome.verdict is settled

    @given(families(), regimes)
    def test_ground_is_the_best(self, case, law):
        for outcome in assess(case, LAW[law]).outcomes:
            if outcome.ground is None:
                assert outcome.grounds == ()
            else:
                named = next(g for g in outcome.grounds if g.id == outcome.ground)
                assert best(named) == best(outcome) == max(map(best, outcome.grounds))


class TestReasons:
    """Each verdict has the reasons that it needs."""

    @given(families(), regimes)
    def test_excluded(self, case, law):
        for outcome in assess(case, LAW[law]).outcomes:
            if outcome.verdict is Verdict.EXCLUDED:
                assert unmet(outcome.reasons)
                assert all(unmet(ground.reasons) for ground in outcome.grounds)

    @given(families(), regimes)
    def test_not_yet(self, case, law):
        for outcome in assess(case, LAW[law]).outcomes:
            if outcome.verdict is Verdict.NOT_YET:
                failed = unmet(outcome.reasons)
                assert failed
                assert [r.condition for r in failed if r.curable is Curable.NO] == []

    @given(st.one_of(families(), families(relations=["child", "spouse"], max_members=1, unknown=0)), regimes)
    def test_eligible(self, case, law):
        for outcome in assess(case, LAW[law]).outcomes:
            if outcome.verdict is Verdict.ELIGIBLE:
                assert [r.condition for r in unmet(outcome.reasons)] == []

    @given(families(), regimes)
    def test_eligible_from_only_if_not_yet(self, case, law):
        for outcome in assess(case, LAW[law]).outcomes:
            if outcome.eligible_from is not None:
                assert Verdict.NOT_YET in outcome.possible
                assert case.decided_on is None or outcome.eligible_from > case.decided_on


RANK = {Verdict.EXCLUDED: 0, Verdict.NOT_YET: 1, Verdict.ELIGIBLE: 2}


class TestWhyNot:
    """Nobody is excluded, or kept waiting, without a condition that is told."""

    @given(families(), regimes)
    def test_an_exclusion_has_a_reason(self, case, law):
        for outcome in assess(case, LAW[law]).outcomes:
            if outcome.verdict in (Verdict.EXCLUDED, Verdict.NOT_YET):
                assert [reason for reason in outcome.reasons if reason.holds is False and reason.within is None]


class TestDisputes:
    """A person is disputed if and only if another reading gives another verdict."""

    @given(families(), regimes)
    def test_disputed(self, case, law):
        for outcome in assess(case, LAW[law]).outcomes:
            points = [dispute for dispute in outcome.disputes if dispute.id in LAW[law].points]
            assert [d.changes_verdict for d in points] == [d.verdict != outcome.verdict for d in points]
            assert outcome.disputed == any(dispute.changes_verdict for dispute in outcome.disputes)

    @given(families(), regimes)
    def test_another_law_is_claimed_only_where_it_gives_more(self, case, law):
        """The law of before is nobody's claim where that of today is as good."""
        over_law = {other.point: other.rule_set for other in LAW[law].other_law}
        for outcome in assess(case, LAW[law]).outcomes:
            for dispute in outcome.disputes:
                if dispute.id in over_law:
                    old = assess(case, over_law[dispute.id])[outcome.member]
                    gives_more = len(old.possible) == 1 and RANK[old.verdict] >= max(map(RANK.get, outcome.possible))
                    assert dispute.changes_verdict == (gives_more and old.possible != outcome.possible)

    @given(families(), regimes)
    def test_points_of_the_law(self, case, law):
        over_law = {other.point for other in LAW[law].other_law}
        for outcome in assess(case, LAW[law]).outcomes:
            ids = [dispute.id for dispute in outcome.disputes]
            assert len(ids) == len(set(ids))
            assert set(ids) <= LAW[law].points.keys() | over_law

    @given(families(), regimes)
    def test_each_changes_something(self, case, law):
        over_law = {other.point for other in LAW[law].other_law}
        for outcome in assess(case, LAW[law]).outcomes:
            main = (outcome.verdict, outcome.eligible_from, outcome.deadline)
            for dispute in outcome.disputes:
                other = (dispute.verdict, dispute.eligible_from, dispute.deadline)
                assert dispute.id in over_law or other != main or outcome.verdict is Verdict.UNDETERMINED


class TestFollowing:
    """Who follows another member is never better off than that member on the grounds that follow."""

    @given(families(relations=["sibling", "parent"], min_members=2), regimes)
    def test_sibling(self, case, law):
        outcomes = assess(case, LAW[law])
        for member in case.members:
            if member.relation is Relation.SIBLING and refers(member, "with_parent"):
                self.below(outcomes[member.id].grounds, outcomes[member.with_parent])

    @given(families(relations=["spouse", "partner", "child"], min_members=2))
    def test_step_child(self, case):
        outcomes = assess(case, CURRENT)
        for member in case.members:
            if member.parentage is Parentage.STEP and refers(member, "parent_member"):
                self.below(outcomes[member.id].grounds, outcomes[member.parent_member])

    @given(families(protection="subsidiary", relations=["sibling", "parent"], min_members=2, unknown=0))
    def test_sibling_waits_as_long(self, case):
        outcomes = assess(case, PROPOSED)
        for member in case.members:
            if member.relation is Relation.SIBLING and refers(member, "with_parent"):
                mine, theirs = outcomes[member.id], outcomes[member.with_parent]
                if mine.ground == "sibling" and mine.eligible_from and theirs.eligible_from:
                    assert mine.eligible_from >= theirs.eligible_from

    @staticmethod
    def below(grounds, followed):
        for ground in grounds:
            assert best(ground) <= best(followed)
            assert worst(ground) <= worst(followed)


def refers(member, name):
    wanted = getattr(member, name)
    return wanted is not None and wanted not in MEMBER_FACTS[name].words
