"""A table gives for each person what `assess` gives for each family alone."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit import filed

from reunify import RULE_SETS, assess, columns
from reunify.columns import _verdicts
from reunify.family import Family
from reunify.meaning import ELIGIBLE
from reunify.nodes import Not, Where
from reunify.testing import families

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


def expected(cases, law):
    for case in cases:
        family = Family(case, law)
        for outcome in assess(case, law):
            person = family.person(case.member(outcome.member))
            value = person.best[1]
            yield outcome, person.mask, deciding(value, value.mask) if value.mask != ELIGIBLE else ""


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


class TestEqual:
    """For every rule set, on families with facts that are not known."""

    @given(cases=several)
    def test_to_assess(self, cases):
        """Verdicts, ground and deciding condition are the same, family after family."""
        table = columns.from_cases(cases)
        for law, found in zip(LAWS, columns.assess_table_each(table, LAWS), strict=True):
            check(cases, law, found)

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
