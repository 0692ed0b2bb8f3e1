"""What the solver is told of a law is what the engine makes of it, family by family."""

from collections import Counter
from functools import cache

import pytest
from hypothesis import assume, given, settings
from same_again import SAME_AGAIN

from reunify import CURRENT, DIRECTIVE, PROPOSED
from reunify.engine.days import day_of
from reunify.facts import CASE_FACTS, MEMBER_FACTS, SPONSOR_FACTS, FactKind
from reunify.proof.days_of_law import DaysOfLaw
from reunify.proof.search import OTHERS, families
from reunify.testing.strategies import families as drawn
from reunify.verdicts.family import Family

# Made for these tests alone: what the solver has learned for others, in whatever order, is not to count.
families_apart = cache(families.__wrapped__)


def placed(case, world):
    """Give for each member of a case who stands for it; the first is the person, the others by relation."""
    places = {"person": case.members[0]}
    for other in case.members[1:]:
        free = [id_ for id_, one in world.others.items() if one.relation is other.relation and id_ not in places]
        assume(free)
        places[free[0]] = other
    return places


def pinned(case, world):
    """State that the family is this one, as far as its facts were asked for."""
    places = placed(case, world)
    names = {member.id: id_ for id_, member in places.items()}
    for id_, somebody in world.others.items():
        yield somebody.here == (id_ in places)
    whose = [(world.sponsor, case.sponsor, SPONSOR_FACTS), (world.case, case, CASE_FACTS)]
    whose += [(world.somebody(id_), member, MEMBER_FACTS) for id_, member in places.items()]
    for somebody, owner, _ in whose:
        for name, fact in somebody.facts.items():
            if name not in somebody.settled:
                value = getattr(owner, name)
                yield fact.is_value(names.get(value, value) if fact.about.kind is FactKind.MEMBER else value)


@cache
def days_told(relation, law, reading):
    """State from when the person may come, and until when to apply."""
    everybody = families_apart(relation)
    return DaysOfLaw(everybody.law(law, reading)).of_person(everybody.world.person)


def agrees(case, law, reading=None):
    """Hold what the solver is told against what the engine finds."""
    everybody = families_apart(case.members[0].relation)
    sets = everybody.sets(law, reading)
    days = days_told(case.members[0].relation, law, reading)
    with everybody.solver_told(pinned(case, everybody.world)) as solver:
        model = everybody.model(solver)
        assert model is not None
        found = [day_of(day if isinstance(day, int) else model.eval(day).as_long()) for day in days]
        found = (sets.in_model(model), *found)
    expected = Family(case, law).person(case.members[0], reading).findings
    assert expected == found, (law.id, reading, case)


def whole(case):
    """Leave out what is not said of all families: days known in part."""
    assume(case.members and not case.in_part)
    return case


@pytest.mark.slow("four families under three laws")
@settings(max_examples=4, **SAME_AGAIN)
@given(drawn())
def test_the_solver_is_told_what_the_engine_finds(case):
    """For any family, the sets of verdicts and the days that are told are the same under the three laws."""
    case = whole(case)
    for law in (CURRENT, PROPOSED, DIRECTIVE):
        agrees(case, law)


@pytest.mark.slow("forty families, in other readings too")
@settings(max_examples=40, **SAME_AGAIN)
@given(drawn())
def test_the_same_for_many_families_and_in_other_readings(case):
    """Also with a contested point read the other way."""
    case = whole(case)
    for law in (CURRENT, PROPOSED, DIRECTIVE):
        agrees(case, law)
        for point in list(Family(case, law).points(case.members[0]))[:2]:
            agrees(case, law, point)


def test_there_is_room_for_all_whom_a_fact_can_name():
    """Two parents, and one of each kind of partner."""
    assert {"spouse": 1, "registered_partner": 1, "partner": 1, "parent": 2} == Counter(one.value for one in OTHERS)
