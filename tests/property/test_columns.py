"""A table gives for each person what `assess` gives for each family alone."""

from datetime import date, timedelta
from functools import reduce
from operator import or_

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kit import filed, given_facts

from reunify import RULE_SETS, Span, assess, columns
from reunify.columns import _verdicts
from reunify.engine.meaning import ELIGIBLE
from reunify.engine.nodes import Not, Where
from reunify.facts import FIRST_DAY, LAST_DAY
from reunify.testing import families
from reunify.verdicts.family import Family

LAWS = tuple(RULE_SETS.values())
several = st.lists(families(max_members=5), min_size=1, max_size=4)


def deciding(value, whole):
    """The first named condition that leaves no better verdict than the whole has."""
    if value.mask == ELIGIBLE or value.mask.bit_length() != whole.bit_length():
        return ""
    if value.node.id is not None and value.node.text is not None:
        return value.node.id
    if isinstance(value.node, Not):
        return ""
    by_itself = isinstance(value.node, Where)
    return next(filter(None, (deciding(part, part.mask if by_itself else whole) for part in value.parts)), "")


def first_open(value):
    """The first named condition that is not surely met."""
    if value.mask == ELIGIBLE or isinstance(value.node, Not):
        return ""
    if value.node.id is not None and value.node.text is not None:
        return value.node.id
    return next(filter(None, map(first_open, value.parts)), "")


@st.composite
def in_part(draw, most=3):
    """A family of which one to three days are known in part, or as many as it has."""
    case = draw(families(max_members=4))
    people = {"sponsor": case.sponsor, **{member.id: member for member in case.members}}
    days = [
        (owner, name)
        for owner, name in given_facts(case)
        if owner in people and type(day := getattr(people[owner], name)) is date and FIRST_DAY < day < LAST_DAY
    ]
    facts = draw(st.lists(st.sampled_from(days), min_size=1, max_size=most, unique=True)) if days else []
    for owner, name in facts:
        before, after = (timedelta(days=draw(st.integers(low, 500))) for low in (0, 1))
        day = getattr(people[owner], name)
        people[owner] = attrs.evolve(people[owner], **{name: Span(max(day - before, FIRST_DAY), day + after)})
    sponsor, *members = people.values()
    return attrs.evolve(case, sponsor=sponsor, members=tuple(members))


def expected(cases, law):
    for case in cases:
        family = Family(case, law)
        for outcome in assess(case, law).outcomes:
            person = family.person(case.member(outcome.member))
            value = person.best[1]
            named = deciding(value, value.mask) if value.mask != ELIGIBLE else ""
            yield outcome, person.mask, named or (first_open(value) if case.in_part else "")


def check(cases, law, found):
    for row, (outcome, mask, condition) in enumerate(expected(cases, law)):
        where = (law.id, outcome.member, cases)
        assert (mask, outcome.verdict, outcome.ground or "") == (
            found.possible[row],
            found.verdict[row],
            found.ground[row],
        ), where
        assert condition == found.condition[row], where
        stands_in_the_way = [r.condition for r in outcome.reasons if r.holds is not True and r.within is None]
        assert condition in (stands_in_the_way or [""]), where


def check_details(cases, law, found):
    """Days, missing facts and disputed points are those that `assess` gives."""
    outcomes = [outcome for case in cases for outcome in assess(case, law).outcomes]
    for row, outcome in enumerate(outcomes):
        expected = (
            outcome.eligible_from,
            outcome.deadline,
            outcome.missing,
            tuple(dispute.id for dispute in outcome.disputes if dispute.changes_verdict),
        )
        days = [found.details.eligible_from[row], found.details.deadline[row]]
        days = [None if day == 0 else date.fromordinal(day) for day in days]
        told = (*days, found.details.missing.get(row, ()), found.details.disputed.get(row, ()))
        assert expected == told, (law.id, outcome.member, cases)


class TestEqual:
    """For every rule set, on families with facts that are not known."""

    @given(cases=several)
    def test_to_assess(self, cases):
        """Verdicts, ground and deciding condition are the same, family after family."""
        table = columns.from_cases(cases)
        for law, found in zip(LAWS, columns.assess_table_each(table, LAWS, in_detail=True), strict=True):
            check(cases, law, found)
            check_details(cases, law, found)

    @pytest.mark.slow("assesses each drawn table six times")
    @given(cases=several)
    def test_one_law_at_a_time(self, cases):
        """Laws asked together do not disturb each other."""
        table = columns.from_cases(cases)
        for law, found in zip(LAWS, columns.assess_table_each(table, LAWS), strict=True):
            alone = columns.assess_table(table, law)
            assert (found.possible == alone.possible).all()
            assert (found.condition == alone.condition).all()

    @pytest.mark.slow("assesses each drawn table twice, one of them in many blocks")
    @given(cases=several, rows=st.integers(1, 6))
    def test_cut_into_blocks(self, cases, rows):
        """Where the table is cut makes no difference."""
        table = columns.from_cases(cases)
        whole = columns.assess_table_each(table, LAWS)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(_verdicts, "_ROWS_AT_ONCE", rows)
            for one, other in zip(whole, columns.assess_table_each(table, LAWS), strict=True):
                assert (one.possible == other.possible).all()
                assert (one.ground == other.ground).all()
                assert (one.condition == other.condition).all()

    @given(case=families(max_members=5), law=st.sampled_from(LAWS))
    def test_in_a_crowd(self, case, law):
        """A family gets the same verdicts beside others that differ in a day or in what is not known."""
        crowd = [case, filed(case), attrs.evolve(case, decided_on=None), case]
        check(crowd, law, columns.assess_table(columns.from_cases(crowd), law))


@pytest.mark.slow("one of these families takes up to some seconds")
class TestDaysInPart:
    """A family with days known in part has in a table what it has alone, and those beside it are not touched."""

    @settings(max_examples=30)
    @given(
        cases=st.tuples(families(max_members=2), in_part(), families(max_members=2)).map(list),
        law=st.sampled_from(LAWS),
    )
    def test_to_assess(self, cases, law):
        """Verdicts, ground and deciding condition are the same, also beside exact families."""
        check(cases, law, columns.assess_table(columns.from_cases(cases), law))

    @settings(max_examples=50)  # as above
    @given(case=in_part(most=1), law=st.sampled_from(LAWS))
    def test_the_union_of_exact_families(self, case, law):
        """What is possible is what is possible in a table of the exact families that stand for it."""
        found = columns.assess_table(columns.from_cases([case]), law).possible.tolist()
        family = Family(case, law)
        for row, member in enumerate(case.members):
            exact = [attrs.evolve(each.case) for each in family.exact(member)] or [case]
            alone = columns.assess_table(columns.from_cases(exact), law).possible
            assert reduce(or_, alone[row :: len(case.members)].tolist()) == found[row]
