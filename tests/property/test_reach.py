"""The strategies reach what there is to reach: else the other properties would say little."""

from collections import Counter

import pytest
from hypothesis import Phase, given, settings
from kit import BOTH

from reunify import Verdict, assess
from reunify.testing import families

EXAMPLES = 1500
AT_LEAST = 20


@pytest.fixture(scope="module")
def reached():
    counts = Counter()

    @settings(max_examples=EXAMPLES, phases=[Phase.generate])
    @given(families(max_members=2))
    def count(case):
        for law in BOTH:
            for outcome in assess(case, law):
                counts[law.id, outcome.verdict] += 1
                told = [reason for ground in outcome.grounds for reason in ground.reasons] + [*outcome.reasons]
                counts.update({(law.id, reason.condition, reason.holds) for reason in told})
                counts.update({(law.id, "dispute", dispute.id) for dispute in outcome.disputes})

    count()
    return counts


@pytest.mark.parametrize("law", BOTH, ids=str)
class TestReach:
    """Each verdict, and each condition met and not met, under each regime."""

    def test_verdicts(self, reached, law):
        can_wait = {Verdict.NOT_YET} if law.id == "single-status" else set()
        wanted = {(law.id, verdict) for verdict in set(Verdict) - can_wait}
        assert {key: reached[key] for key in wanted if reached[key] < AT_LEAST} == {}

    def test_single_status_never_waits(self, reached, law):
        assert law.id != "single-status" or reached[law.id, Verdict.NOT_YET] == 0

    @pytest.mark.parametrize("holds", [True, False])
    def test_conditions(self, reached, law, holds):
        never = [id_ for id_ in law.conditions if not reached[law.id, id_, holds]]
        assert never == []

    def test_disputes(self, reached, law):
        never = [point for point in law.points if not reached[law.id, "dispute", point]]
        assert never == []
