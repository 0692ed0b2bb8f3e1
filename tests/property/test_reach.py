"""The strategies reach what there is to reach: else the other properties would say little.

All of it is read from results: the reasons of each ground that is open, and the disputes.
"""

from collections import Counter
from contextlib import suppress

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from kit import BOTH

from reunify import Verdict, assess
from reunify.engine.nodes import Contested, Not, Where
from reunify.testing import families

EXAMPLES = 1000
EXAMPLES_EACH = 20
EXAMPLES_OF_THE_RARE = 1000
AT_LEAST = 20
AT_LEAST_EACH = 2

GROUNDS = [(law, ground.id, whole) for law in BOTH for ground, whole in law.wholes]
NAMES = [f"{law.id} {ground}" for law, ground, _ in GROUNDS]

NOT_THIS_PERSON = "whoever does not meet it does not come under the ground, and does not see it"
NOT_HELD_AGAINST = "met for everybody in the main reading; only the contested point in it can turn it"
NEVER_UNMET = {
    ("single-status", "minor-child", "under-18"): NOT_THIS_PERSON,
    ("single-status", "minor-child", "one-spouse"): NOT_HELD_AGAINST,
    ("single-status", "adult-child", "not-under-18"): NOT_THIS_PERSON,
    ("single-status", "adult-child", "one-spouse"): NOT_HELD_AGAINST,
    ("single-status", "dependent-sibling", "wholly-dependent"): NOT_THIS_PERSON,
    ("two-status", "minor-child", "unmarried"): NOT_HELD_AGAINST,
    ("two-status", "minor-child", "one-spouse"): NOT_HELD_AGAINST,
    ("two-status", "parent", "not-brought-and-left"): NOT_HELD_AGAINST,
    ("two-status", "sibling", "unmarried"): NOT_HELD_AGAINST,
    ("two-status", "dependent-sibling", "wholly-dependent"): NOT_THIS_PERSON,
    ("two-status", "already-here", "came-along-or-here"): NOT_THIS_PERSON,
}
LONG_AGO = "hardly any family is drawn with a decision in those few months or years"
TWO_RARE = "two rare facts must be drawn together"
HARDLY_TURNS = {
    ("single-status", "before-list-of-10-32"): LONG_AGO,
    ("single-status", "young-adults-before-22-may-2015"): LONG_AGO,
    ("single-status", "taken-in-by-relative"): LONG_AGO,
    ("single-status", "decreed-day-not-known"): LONG_AGO,
    ("single-status", "age-when-late-is-excused"): TWO_RARE,
    ("two-status", "sibling-shares-parents-term"): TWO_RARE,
    ("two-status", "before-list-of-10-32"): LONG_AGO,
    ("two-status", "taken-in-by-relative"): LONG_AGO,
    ("two-status", "decreed-day-not-known"): LONG_AGO,
    ("two-status", "earlier-application-not-accepted"): TWO_RARE,
    ("single-status", "earlier-application-not-accepted"): TWO_RARE,
    (
        "two-status",
        "sibling-age-on-application",
    ): "all of a sibling's conditions must be met, with a birthday in between",
    ("two-status", "sibling-age-on-decision"): "all of a sibling's conditions must be met, with a birthday in between",
    ("two-status", "foster-papers"): "a foster child is not on the list, and excluded in both readings",
}


def parts_told(node):
    """The parts of a condition that can be told as reasons: no test that leads to them, no other reading."""
    if isinstance(node, Not):
        return ()
    if isinstance(node, Where):
        return node.then, node.otherwise
    return (node.main,) if isinstance(node, Contested) else node.children


def told(node):
    """The ids of the conditions that can be told as reasons."""
    own = () if node.id is None else (node.id,)
    return dict.fromkeys((*own, *(id_ for part in parts_told(node) for id_ in told(part))))


class Enough(Exception):  # noqa: N818 -- a signal, not an error
    """What was looked for was seen."""


def count(counts, law, strategy, examples, wanted=()):
    """Add what comes out for drawn families: verdicts, conditions of each ground, disputes; no more than is wanted."""

    @settings(max_examples=examples, phases=[Phase.generate])
    @given(strategy)
    def draw(case):
        if wanted and all(counts[target] >= times for target, times in wanted.items()):
            raise Enough
        for outcome in assess(case, law).outcomes:
            counts[outcome.verdict] += 1
            counts.update(dispute.id for dispute in outcome.disputes)
            counts.update({(ground.id, r.condition, r.holds) for ground in outcome.grounds for r in ground.reasons})
            if outcome.ground is None:
                counts.update({(None, r.condition, r.holds) for r in outcome.reasons})

    with suppress(Enough):
        draw()


def looked_for(law):
    """Give each condition of each ground and each contested point, with what is to be seen near it and how often."""
    for ground, whole in law.wholes:
        for id_ in told(whole):
            ways = [True] if (law.id, ground.id, id_) in NEVER_UNMET else [True, False]
            yield f"{ground.id}.{id_}", {(ground.id, id_, holds): AT_LEAST_EACH for holds in ways}
    yield from ((point, {point: 1}) for point in law.points if (law.id, point) not in HARDLY_TURNS)


@pytest.fixture(scope="module")
def reached():
    """Count under each law: two of three families near a condition or a contested point, one anywhere.

    Of what was hardly seen, more is drawn near it, until it was.
    """
    counts = {}
    for law in BOTH:
        targets = dict(looked_for(law))
        names = [*targets, *(point for point in law.points if point not in targets)]
        aimed = {name: families(near=name, unknown=0, max_members=2) for name in names}
        near = st.sampled_from(names).flatmap(aimed.get)
        seen = counts[law.id] = Counter()
        count(seen, law, near | near | families(unknown=0), EXAMPLES_EACH * len(names))
        for name, wanted in targets.items():
            # The more persons, the sooner one is met for whom the other reading matters.
            several = families(near=name, unknown=0, min_members=2, max_members=4)
            count(seen, law, several if name in law.points else aimed[name], EXAMPLES_OF_THE_RARE, wanted)
    return counts


@pytest.mark.slow("draws ten thousand families, until the rarest was seen")
@pytest.mark.parametrize(("law", "ground", "whole"), GROUNDS, ids=NAMES)
class TestConditions:
    """Every condition of every ground is drawn met and not met, under each regime."""

    def test_met(self, reached, law, ground, whole):
        counts = {id_: reached[law.id][ground, id_, True] for id_ in told(whole)}
        assert {id_: count for id_, count in counts.items() if count < AT_LEAST_EACH} == {}

    def test_not_met(self, reached, law, ground, whole):
        never = {id_ for of_law, of_ground, id_ in NEVER_UNMET if (of_law, of_ground) == (law.id, ground)}
        counts = {id_: reached[law.id][ground, id_, False] for id_ in told(whole)}
        assert {id_: count for id_, count in counts.items() if count < AT_LEAST_EACH} == dict.fromkeys(never, 0)


@pytest.mark.slow("draws a thousand families under each law")
@pytest.mark.parametrize("law", BOTH, ids=lambda law: law.id)
class TestWithoutAim:
    """Families that are drawn near nothing reach each verdict."""

    def test_verdicts(self, law):
        counts = Counter()
        count(counts, law, families(), EXAMPLES)
        never = {Verdict.NOT_YET} if law.id == "single-status" else set()
        assert [v for v in Verdict if v not in never and counts[v] < AT_LEAST] == []
        assert [v for v in never if counts[v]] == []
        assert counts[None, "listed", False] >= AT_LEAST


@pytest.mark.slow("draws ten thousand families, until the rarest was seen")
@pytest.mark.parametrize("law", BOTH, ids=lambda law: law.id)
def test_contested_points(reached, law):
    """For each contested point families are drawn in which the other reading comes to something else."""
    hardly = {point for of_law, point in HARDLY_TURNS if of_law == law.id}
    assert {point for point in law.points if not reached[law.id][point]} <= hardly
