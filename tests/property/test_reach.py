"""The strategies reach what there is to reach: else the other properties would say little."""

from collections import Counter

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from kit import BOTH

from reunify import Verdict, assess
from reunify.family import Family
from reunify.logic import ELIGIBLE, Contested
from reunify.testing import families

EXAMPLES = 1000
AT_LEAST = 20
some = st.one_of(
    families(max_members=2),
    families(relations=["child", "spouse", "partner"], max_members=2, unknown=0),
    families(relations=["parent", "sibling"], min_members=2, max_members=2, unknown=0),
)


def named_nodes(law):
    found = {}
    for node in law.nodes:
        if node.id is not None:
            found.setdefault(node.id, []).append(node)
    return found


@pytest.fixture(scope="module")
def reached():
    counts = Counter()
    contested = {law.id: [node for node in law.nodes if isinstance(node, Contested)] for law in BOTH}
    named = {law.id: named_nodes(law) for law in BOTH}

    @settings(max_examples=EXAMPLES, phases=[Phase.generate])
    @given(some)
    def count(case):
        for law in BOTH:
            family = Family(case, law)
            for outcome in assess(case, law):
                counts[law.id, outcome.verdict] += 1
            for member in case.members:
                counts.update((law.id, "differs", n.point) for n in contested[law.id] if differs(family, n, member))
                for id_, nodes in named[law.id].items():
                    counts.update({(law.id, id_, holds) for node in nodes for holds in readings(family, node, member)})

    count()
    return counts


def readings(family, node, member):
    """Whether a condition is met, in the main reading and in each other."""
    for point in (None, *node.contested_points):
        mask = family._run(member, point, "", None).value(node).mask
        yield True if mask == ELIGIBLE else None if mask & ELIGIBLE else False


def differs(family, node, member):
    """Whether the two readings of a contested point differ for this person."""
    main, other = (family._run(member, point, "", None).value(node) for point in (None, node.point))
    return (main.mask, main.wait, main.deadline) != (other.mask, other.wait, other.deadline)


@pytest.mark.parametrize("law", BOTH, ids=lambda law: law.id)
class TestReach:
    """Each verdict, each condition met and not met, and each contested point read two ways, under each regime."""

    def test_verdicts(self, reached, law):
        never = {Verdict.NOT_YET} if law.id == "single-status" else set()
        assert [v for v in Verdict if v not in never and reached[law.id, v] < AT_LEAST] == []
        assert [v for v in never if reached[law.id, v]] == []

    @pytest.mark.parametrize("holds", [True, False])
    def test_conditions(self, reached, law, holds):
        assert [id_ for id_ in law.conditions if not reached[law.id, id_, holds]] == []

    def test_contested_points(self, reached, law):
        assert [point for point in law.points if not reached[law.id, "differs", point]] == []
