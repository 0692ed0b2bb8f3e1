"""Properties of the law, proven for all families instead of tried on some."""

import attrs
import pytest
import z3

from reunify import CURRENT, DIRECTIVE, PROPOSED
from reunify.engine.meaning import ELIGIBLE, EXCLUDED, SETTLED
from reunify.engine.nodes import MET
from reunify.facts import NO_MEMBER, Protection, Relation
from reunify.proof.effect import conditions_behind
from reunify.proof.search import families, pair_is
from reunify.proof.world import GIVEN
from reunify.rewriting import rewritten
from reunify.verdicts.family import Family

pytestmark = pytest.mark.slow("proves over all families")

NOBODY = (None, ())


def by_status(law, relation, sought):
    """Look for a family for whom the status of the sponsor makes a difference that is sought."""
    everybody = families(relation)
    sets = everybody.sets(law, None)
    both = [everybody.as_if(sets, everybody.world.sponsor, "protection", status) for status in Protection]

    def shows(case):
        found = [attrs.evolve(case, sponsor=attrs.evolve(case.sponsor, protection=status)) for status in Protection]
        return sought(*(Family(one, law).person(one.members[0]).mask for one in found))

    found = everybody.search([pair_is(*both, sought)], shows)
    return found.family, found.open


@pytest.mark.parametrize("relation", Relation)
def test_one_law_for_both_statuses_until_12_june(relation):
    """Under the law until 11 June 2026 a refugee's and a subsidiarily protected sponsor's family fare the same."""
    assert NOBODY == by_status(CURRENT, relation, lambda refugee, subsidiary: refugee != subsidiary)


def better_under_subsidiary(refugee, subsidiary):
    return {refugee, subsidiary} <= SETTLED and subsidiary > refugee


# The term binds refugees alone; for a child it also decides on which day the age counts (D1 or D3).
BETTER_BY = {"in-time", "under-18"}


@pytest.mark.parametrize("relation", Relation)
def test_subsidiary_protection_is_better_only_by_the_term_and_the_day_of_the_age(relation):
    """Since 12 June 2026 a refugee's family is never worse off but by these two conditions."""
    met = attrs.evolve(PROPOSED, grounds=tuple(map(_with_these_met, PROPOSED.grounds)))
    assert NOBODY == by_status(met, relation, better_under_subsidiary)


def _with_these_met(ground):
    def met(node):
        return MET if node.id in BETTER_BY else node

    return attrs.evolve(ground, conditions=tuple(rewritten(one, met) for one in ground.conditions))


def test_these_two_do_make_it_better():
    """And they do: late without an excuse."""
    family, _ = by_status(PROPOSED, Relation.SPOUSE, better_under_subsidiary)
    assert family is not None


@pytest.mark.parametrize("relation", Relation)
@pytest.mark.parametrize("law", [PROPOSED], ids=lambda law: law.id)
def test_learning_a_fact_never_overturns(law, relation):
    """Whatever an unknown fact turns out to be, the verdicts possible then were possible before."""
    everybody = families(relation)
    sets, world = everybody.sets(law, None), everybody.world
    for owner in (world.case, world.sponsor, *world.members):
        for name, fact in list(owner.facts.items()):
            if None not in fact.values:
                continue
            unknown = everybody.as_if(sets, owner, name, None)
            for value in fact.values:
                if value is None or (value in world.others and value not in NO_MEMBER):
                    continue
                known = everybody.as_if(sets, owner, name, value)
                more = [_and_not(one, two) for one, two in zip(known.bits, unknown.bits, strict=True)]
                found = everybody.search([z3.Or(*more)], lambda case: True)
                assert NOBODY == (found.family, found.open), (owner.id, name, value is GIVEN or value)


def _and_not(one, two):
    one, two = (z3.BoolVal(val=bit) if isinstance(bit, bool) else bit for bit in (one, two))
    return z3.And(one, z3.Not(two))


BELOW_THE_FLOOR = {
    "two-status": {"listed", "one-spouse", "sponsor-uam", "special-ties"},
}


@pytest.mark.parametrize("law", [PROPOSED], ids=lambda law: law.id)
def test_whom_the_directive_lets_in_is_excluded_by_named_conditions_only(law):
    """For a refugee's family whom a State must admit, these conditions alone exclude."""

    def refugees(case):
        return case.sponsor.protection == "refugee"

    behind = conditions_behind(DIRECTIVE, law, lambda eu, here: (eu, here) == (ELIGIBLE, EXCLUDED), refugees)
    assert BELOW_THE_FLOOR[law.id] == set(behind)
