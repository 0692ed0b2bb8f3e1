"""What is asked of thousands of families at once comes to what is asked of each by itself."""

from functools import cache

import pytest

from reunify import CURRENT, DIRECTIVE, PROPOSED
from reunify.reform.kept import boundary_families
from reunify.verdicts.family import Family

LAWS = pytest.mark.parametrize("law", [CURRENT, PROPOSED], ids=lambda law: law.id)
EACH = 12
"""Every which boundary family is looked at."""


@cache
def cases(law):
    return [family.case for family in list(boundary_families(law))[::EACH]]


@pytest.mark.slow("looks at each twelfth of thousands of families, in each reading")
@LAWS
def test_the_points_of_a_verdict_are_those_whose_reading_gives_another(law):
    found = 0
    for case in cases(law):
        family, member = Family(case, law), case.members[0]
        verdict = family.person(member).mask

        def disputed(points, family=family, member=member, verdict=verdict):
            return {point for point in points if family.person(member, point).mask != verdict}

        assert disputed(family.points_of_verdict(member)) == disputed(law.points)
        found += bool(disputed(law.points))
    assert found


@pytest.mark.slow("looks at each twelfth of thousands of families, in each reading")
@LAWS
def test_a_family_that_let_go_comes_to_the_same(law):
    for case in cases(law):
        family, member = Family(case, law), case.members[0]
        before = family.person(member).findings, family.comes_to(member, in_all_readings=True)
        under_another = family.under(DIRECTIVE).person(member).findings
        family.forget()
        assert (family.person(member).findings, family.comes_to(member, in_all_readings=True)) == before
        assert family.under(DIRECTIVE).person(member).findings == under_another
