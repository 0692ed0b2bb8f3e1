"""Days known in part: a family comes to exactly what its exact families come to, and nothing of it is guessed."""

from datetime import timedelta

import attrs
from hypothesis import given
from hypothesis import strategies as st
from kit import LAW, regimes

from reunify import BadCase, Span, assess
from reunify.facts import FIRST_DAY, LAST_DAY, MEMBER_FACTS, SPONSOR_FACTS, FactKind
from reunify.testing import families


def days_of(case):
    """The facts of a family that are an exact day, each as its owner and its name."""
    people = [("sponsor", case.sponsor, SPONSOR_FACTS), *((m.id, m, MEMBER_FACTS) for m in case.members)]
    return [
        (owner, name)
        for owner, person, facts in people
        for name, about in facts.items()
        if about.kind is FactKind.DATE and FIRST_DAY < (getattr_day(person, name)) < LAST_DAY
    ]


def getattr_day(person, name):
    day = getattr(person, name)
    return day if hasattr(day, "year") and not isinstance(day, Span) else FIRST_DAY


def with_facts(case, facts):
    """The same family with other values of some facts."""
    of = {}
    for (owner, name), value in facts.items():
        of.setdefault(owner, {})[name] = value
    members = tuple(attrs.evolve(m, **of.get(m.id, {})) for m in case.members)
    return attrs.evolve(case, sponsor=attrs.evolve(case.sponsor, **of.get("sponsor", {})), members=members)


def value_of(case, owner, name):
    return getattr(case.sponsor if owner == "sponsor" else case.member(owner), name)


@st.composite
def in_part_and_exact(draw, most=2):
    """A family with some days known in part, and up to 40 exact families that it can be."""
    case = draw(families())
    facts = draw(st.lists(st.sampled_from(days_of(case)), min_size=1, max_size=most, unique=True))
    spans = {}
    for fact in facts:
        day = value_of(case, *fact)
        before, after = draw(st.tuples(st.integers(0, 500), st.integers(1, 500)))
        spans[fact] = Span(max(day - timedelta(days=before), FIRST_DAY), min(day + timedelta(days=after), LAST_DAY))
    whole = with_facts(case, spans)
    exact = [case]
    ends = st.sampled_from(["first", "last", "between", "told"])
    for _ in range(40):
        days = {}
        for fact, span in spans.items():
            match draw(ends):
                case "first":
                    days[fact] = span.first
                case "last":
                    days[fact] = span.last
                case "told":
                    days[fact] = value_of(case, *fact)
                case _:
                    days[fact] = span.first + timedelta(days=draw(st.integers(0, len(span) - 1)))
        try:
            exact.append(with_facts(case, days))
        except BadCase:
            continue
    return whole, exact


class TestTheUnion:
    """What is possible with days known in part is what is possible on some of these days."""

    @given(in_part_and_exact(), regimes)
    def test_each_exact_family_is_in_it(self, drawn, law):
        whole, exact = drawn
        found = assess(whole, LAW[law])
        for case in exact:
            for outcome in assess(case, LAW[law]):
                in_part = found[outcome.member]
                assert set(outcome.possible) <= set(in_part.possible)
                if outcome.eligible_from is not None:
                    assert outcome.eligible_from <= in_part.eligible_from
                if outcome.deadline is not None:
                    assert outcome.deadline >= in_part.deadline
                for grounds in (outcome.grounds,):
                    for ground in grounds:
                        theirs = {g.id: g for g in in_part.grounds}[ground.id]
                        assert set(ground.possible) <= set(theirs.possible)
                        holds = {r.condition: r.holds for r in theirs.reasons}
                        for reason in ground.reasons:
                            if holds.get(reason.condition) is not None and reason.holds is not None:
                                assert reason.holds == holds[reason.condition], reason.condition
                given_notes = {note.id for note in outcome.notes}
                assert {note.id for note in in_part.notes if note.id not in ("x",)} <= given_notes | {
                    note.id for note in in_part.notes if note.about.value == "route"
                }

    @given(in_part_and_exact(), regimes)
    def test_it_holds_no_more(self, drawn, law):
        whole, _ = drawn
        for outcome in assess(whole, LAW[law]):
            found = set()
            for family in outcome._family.exact(whole.member(outcome.member)):
                again = attrs.evolve(family.case)  # made anew, so that it is checked
                found |= set(assess(again, LAW[law])[outcome.member].possible)
            if found:
                assert found == set(outcome.possible)
