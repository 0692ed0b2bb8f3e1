"""What comes out for many families under two laws, in columns, is what comes out for each by the engine."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reunify import PROPOSED, RULE_SETS
from reunify.reform import seen
from reunify.testing import families


def as_days(findings):
    """The verdicts and the two days, as columns tell them."""
    mask, *days = findings
    return mask, *(day.toordinal() if isinstance(day, date) else day or 0 for day in days)


def alike(labels):
    """Which places of a list have equal labels."""
    return [[one == other for other in labels] for one in labels]


@given(cases=st.lists(families(max_members=4), min_size=1, max_size=5), law=st.sampled_from(list(RULE_SETS)))
def test_together_as_alone(cases, law):
    """Verdicts, days and disputes are those of each family alone, and families that are alike in columns are alike."""
    laws = (RULE_SETS[law], PROPOSED)
    alone = [seen.seen_alone(case, laws) for case in cases]
    together = list(zip(*seen._in_columns(cases, laws), strict=True))
    for one, other in zip(alone, together, strict=True):
        for by_itself, in_columns in zip(one, other, strict=True):
            assert by_itself.mask == in_columns.mask
            assert as_days(by_itself.findings) == in_columns.findings
            assert by_itself.disputed == in_columns.disputed
    relations = [case.members[0].relation for case in cases]
    for place in range(2):
        by_engine = alike([(who, one[place].settled_by) for who, one in zip(relations, alone, strict=True)])
        in_columns = alike([(who, one[place].settled_by) for who, one in zip(relations, together, strict=True)])
        assert all(
            engine
            for row, other in zip(by_engine, in_columns, strict=True)
            for engine, same in zip(row, other, strict=True)
            if same
        )
