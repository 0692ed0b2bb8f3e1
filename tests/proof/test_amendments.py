"""A hundred random amendments: each is answered soundly."""

from collections import Counter
from functools import cache

import pytest
from amendments import amendments, swapped
from hypothesis import assume, given, settings
from same_again import SAME_AGAIN

from reunify import PROPOSED
from reunify.family import Family
from reunify.proof.prove import Outcome
from reunify.testing import families, prove


@cache
def drawn():
    """Give two thousand families."""
    found = []

    @settings(max_examples=2000, **SAME_AGAIN)
    @given(families())
    def draw(case):
        found.append(case)

    draw()
    return found


def sets(case, law, members=None):
    family = Family(case, law)
    return [family.person(member).mask for member in members or case.members]


@pytest.mark.slow("proves a hundred amendments, and tries two thousand families on each that changes nothing")
def test_each_amendment_is_answered_soundly():
    """What differs is confirmed by assess; what is equal is so for two thousand drawn families; the rest is named."""
    outcomes = Counter()

    @settings(max_examples=100, **SAME_AGAIN)
    @given(amendments())
    def answered(amendment):
        law, new = amendment.old, amendment.new
        assume(new is not None)
        proof = prove(law, new)
        outcomes[proof.outcome] += 1
        if proof.outcome is Outcome.DIFFERS:
            person = proof.family.members[:1]
            assert sets(proof.family, law, person) != sets(proof.family, new, person)
        elif proof.outcome is Outcome.EQUAL:
            for case in drawn():
                assert sets(case, law) == sets(case, new), case.sponsor
        else:
            assert proof.open

    answered()
    assert outcomes[Outcome.EQUAL] > 5
    assert outcomes[Outcome.DIFFERS] > 50
    assert outcomes.total() >= 90


def test_a_contested_point_read_the_other_way():
    """The other reading in the place of the main one: a family shows the difference."""
    new = PROPOSED.amend(id="swapped", title="swapped", replace=swapped(PROPOSED, "registered-partner"))
    proof = prove(PROPOSED, new, given=lambda case: case.members[0].relation == "registered_partner")
    assert Outcome.DIFFERS is proof.outcome
