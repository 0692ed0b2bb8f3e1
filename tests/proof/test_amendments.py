"""A hundred random amendments: each is answered soundly."""

from collections import Counter
from functools import cache

import pytest
from amendments import amendments, swapped
from hypothesis import assume, given, settings
from same_again import SAME_AGAIN

from reunify import PROPOSED
from reunify.facts import Relation
from reunify.proof.prove import Outcome, Proof, answer_for, differs
from reunify.testing import families, prove
from reunify.verdicts.family import Family


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


@cache
def sets_of_drawn(law):
    """Give what the drawn families come to under a law that is amended again and again."""
    return [sets(case, law) for case in drawn()]


def proven(law, new):
    """Prove as `prove` does, without making each family that is found the first and smallest of all."""
    answers = (answer_for(relation, law, new, differs, to_show=False) for relation in Relation)
    return Proof(old=law, new=new, answers=tuple(answers), unknown=True)


@pytest.mark.slow("proves a hundred amendments, and tries two thousand families on each that changes nothing")
def test_each_amendment_is_answered_soundly():
    """What differs is confirmed by the engine; what is equal is so for two thousand drawn families; the rest is named."""
    outcomes = Counter()

    @settings(max_examples=100, **SAME_AGAIN)
    @given(amendments())
    def answered(amendment):
        law, new = amendment.old, amendment.new
        assume(new is not None)
        proof = proven(law, new)
        outcomes[proof.outcome] += 1
        if proof.outcome is Outcome.DIFFERS:
            first = proof.of(Outcome.DIFFERS)[0]
            shown = answer_for(first, law, new, differs)
            for case in (shown.family, *(answer.family for answer in proof.answers if answer.family is not None)):
                person = case.members[:1]
                assert sets(case, law, person) != sets(case, new, person)
        elif proof.outcome is Outcome.EQUAL:
            for case, before in zip(drawn(), sets_of_drawn(law), strict=True):
                assert before == sets(case, new), case.sponsor
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
