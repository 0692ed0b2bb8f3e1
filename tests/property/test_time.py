"""What time does: under two-status a later decision is never worse for a filed application."""

from datetime import timedelta

import attrs
from hypothesis import given
from kit import best, decision_days, few_days, filed, worst

from reunify import PROPOSED, assess
from reunify.testing import families


class TestLaterDecision:
    """Two years, means and housing are judged on the decision day (art. 29d lid 2)."""

    @given(decision_days.flatmap(lambda day: families(protection="subsidiary", decided_on=day)), few_days)
    def test_never_worse(self, case, days):
        case = filed(case)
        later = attrs.evolve(case, decided_on=case.decided_on + timedelta(days=days))
        for now, then in zip(assess(case, PROPOSED).outcomes, assess(later, PROPOSED).outcomes, strict=True):
            assert worst(then) >= worst(now), now.member
            assert best(then) >= best(now), now.member
