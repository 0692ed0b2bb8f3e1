"""A verdict turns on the facts, and on nothing else."""

import pickle

import attrs
from hypothesis import given
from hypothesis import strategies as st
from kit import LAW, findings, regimes

from reunify import CURRENT, Protection, assess, compare
from reunify.facts import HERE, NOBODY
from reunify.testing import families

NAMES = ("amina", "b", "b.b", "yusuf", "yusuf.yusuf", "members[0]")


def renamed(case, names):
    def name(id_):
        return names.get(id_, id_)

    members = (
        attrs.evolve(m, id=name(m.id), with_parent=name(m.with_parent), parent_member=name(m.parent_member))
        for m in case.members
    )
    return attrs.evolve(case, members=tuple(members))


class TestOrder:
    """Verdicts, grounds, disputes and days do not depend on the order of the members."""

    @given(families(min_members=2, max_members=4), regimes, st.data())
    def test_order(self, case, law, data):
        other = attrs.evolve(case, members=tuple(data.draw(st.permutations(case.members))))
        one, two = assess(case, LAW[law]), assess(other, LAW[law])
        assert {o.member: findings(o) for o in one.outcomes} == {o.member: findings(o) for o in two.outcomes}


class TestNames:
    """Verdicts, grounds, disputes and days do not depend on ids, title or source."""

    @given(families(min_members=1, max_members=4), regimes, st.permutations(NAMES))
    def test_ids(self, case, law, names):
        new_names = dict(zip([m.id for m in case.members], names, strict=False))

        def renamed_fact(fact):
            owner, dot, name = fact.rpartition(".")
            return f"{new_names.get(owner, owner)}{dot}{name}"

        old, new = assess(case, LAW[law]), assess(renamed(case, new_names), LAW[law])
        assert [findings(o, renamed_fact) for o in old.outcomes] == [findings(o) for o in new.outcomes]

    @given(families(), regimes)
    def test_title_and_source(self, case, law):
        assert assess(attrs.evolve(case, title="A title", source="A source"), LAW[law]) == assess(case, LAW[law])

    def test_reserved_words_stay(self):
        assert {HERE, NOBODY}.isdisjoint(NAMES)


class TestPure:
    """Equal input gives equal output, which can be stored and read back."""

    @given(families(), regimes)
    def test_equal_input_equal_output(self, case, law):
        again = pickle.loads(pickle.dumps(case))  # noqa: S301 -- made here
        assert again == case
        assert assess(again, LAW[law]) == assess(case, LAW[law])

    @given(families())
    def test_results_can_be_stored(self, case):
        comparison = compare(case)
        assert pickle.loads(pickle.dumps(comparison)) == comparison  # noqa: S301 -- made here


class TestOneLawForBoth:
    """Under single-status refugee and subsidiary protection give the same verdict (art. 29 lid 2 old)."""

    @given(families())
    def test_same_verdict(self, case):
        by_status = []
        for status in Protection:
            sponsor = attrs.evolve(case.sponsor, protection=status)
            by_status.append(
                [
                    (o.verdict, o.possible, o.ground, o.eligible_from, o.deadline, set(o.missing))
                    for o in assess(attrs.evolve(case, sponsor=sponsor), CURRENT).outcomes
                ]
            )
        assert by_status[0] == by_status[1]
