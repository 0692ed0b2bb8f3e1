"""Days known in part: a family comes to exactly what its exact families come to, and nothing of it is guessed."""

from datetime import date, timedelta
from decimal import Decimal

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kit import LAW, regimes

from reunify import BadCase, Span, assess
from reunify.engine.nodes import Leaf
from reunify.facts import FIRST_DAY, LAST_DAY, MEMBER_FACTS, ORIGINS, SPONSOR_FACTS, FactKind
from reunify.testing import families


def value_of(case, owner, name):
    return getattr(case.sponsor if owner == "sponsor" else case.member(owner), name)


def exact_days(case):
    """The facts of a family that are a day, each as its owner and its name."""
    people = [("sponsor", SPONSOR_FACTS), *((member.id, MEMBER_FACTS) for member in case.members)]
    return [
        (owner, name)
        for owner, facts in people
        for name, about in facts.items()
        if about.kind is FactKind.DATE
        and isinstance(value_of(case, owner, name), date)
        and FIRST_DAY < value_of(case, owner, name) < LAST_DAY
    ]


def with_facts(case, facts):
    """The same family with other values of some facts."""
    of = {}
    for (owner, name), value in facts.items():
        of.setdefault(owner, {})[name] = value
    members = tuple(attrs.evolve(m, **of.get(m.id, {})) for m in case.members)
    return attrs.evolve(case, sponsor=attrs.evolve(case.sponsor, **of.get("sponsor", {})), members=members)


@st.composite
def in_part(draw, most=2, tried=8):
    """A family, some of its days each as a span around it, and days in these spans: the ends, the day itself, others."""
    case = draw(families(max_members=3).filter(exact_days))
    spans = {}
    for fact in draw(st.lists(st.sampled_from(exact_days(case)), min_size=1, max_size=most, unique=True)):
        day = value_of(case, *fact)
        before, after = draw(st.integers(0, 500)), draw(st.integers(1, 500))
        spans[fact] = Span(max(day - timedelta(days=before), FIRST_DAY), min(day + timedelta(days=after), LAST_DAY))
    days = []
    for number in range(tried):
        days.append({})
        for fact, span in spans.items():
            ends = [span.first, span.last, value_of(case, *fact)]
            inside = span.first + timedelta(days=draw(st.integers(0, len(span) - 1)))
            days[-1][fact] = draw(st.sampled_from([*ends, inside, inside])) if number else value_of(case, *fact)
    return case, spans, days


def exact_families(case, days):
    for each in days:
        try:
            yield with_facts(case, each)
        except BadCase:
            continue


# Each example is some hundred families. Of the first property two thousand are drawn where there is time for them.
MANY = settings(max_examples=min(10 * settings.default.max_examples, 2000))
FEW = settings(max_examples=settings.default.max_examples // 3)


@pytest.mark.slow("each example is some hundred families")
class TestTheUnion:
    """What is possible with days known in part is what is possible on some of these days, and no more."""

    @given(in_part(most=6, tried=40))
    @MANY
    def test_exactly(self, drawn):
        """Forty exact families, the ends included, come to nothing else; and some exact family comes to each."""
        case, spans, days = drawn
        whole = with_facts(case, spans)
        exact = list(exact_families(case, days))
        for law in LAW.values():
            found = [assess(one, law) for one in exact]
            for outcome in assess(whole, law).outcomes:
                seen = {verdict for one in found for verdict in one[outcome.member].possible}
                assert seen <= set(outcome.possible)
                if seen != set(outcome.possible):  # forty may miss a few days: those that were found, checked anew
                    families = outcome._family.exact(whole.member(outcome.member))
                    again = [attrs.evolve(family.case) for family in families if family.is_exact]
                    seen |= {verdict for one in again for verdict in assess(one, law)[outcome.member].possible}
                assert seen == set(outcome.possible)

    @given(in_part(), regimes)
    @FEW
    def test_the_safe_end(self, drawn, law):
        case, spans, days = drawn
        whole = assess(with_facts(case, spans), LAW[law])
        for exact in exact_families(case, days):
            for outcome in assess(exact, LAW[law]).outcomes:
                in_whole = whole[outcome.member]
                # Where not all was looked at, no day is told.
                if None not in (outcome.eligible_from, in_whole.eligible_from):
                    earliest = in_whole.eligible_from_other or in_whole.eligible_from
                    assert earliest <= outcome.eligible_from <= in_whole.eligible_from
                if None not in (outcome.deadline, in_whole.deadline):
                    assert in_whole.deadline <= outcome.deadline <= (in_whole.deadline_other or in_whole.deadline)

    @given(in_part(), regimes)
    @FEW
    def test_a_reason_holds_where_it_does_on_every_day(self, drawn, law):
        case, spans, days = drawn
        whole = assess(with_facts(case, spans), LAW[law])
        for exact in exact_families(case, days):
            for outcome in assess(exact, LAW[law]).outcomes:
                said = {(g.id, r.condition): r.holds for g in whole[outcome.member].grounds for r in g.reasons}
                for ground in outcome.grounds:
                    for reason in ground.reasons:
                        in_whole = said.get((ground.id, reason.condition))
                        assert reason.holds is None or in_whole in (None, reason.holds), reason.condition

    @given(in_part(most=1), regimes)
    @FEW
    def test_the_day_at_which_it_turns(self, drawn, law):
        """On each side of the day at which a verdict turns the exact families have the verdicts that are told."""
        case, spans, _ = drawn
        (fact,) = spans
        for outcome in assess(with_facts(case, spans), LAW[law]).outcomes:
            for turn in outcome.turns:
                for day, possible in ((turn.day - timedelta(days=1), turn.before), (turn.day, turn.since)):
                    for exact in exact_families(case, [{fact: day}]):
                        assert assess(exact, LAW[law])[outcome.member].possible == possible


class TestOnceOnly:
    """A condition turns once only as a day that it reads moves on, save where it says that it does not."""

    @given(st.data())
    def test_each_condition(self, data):
        leaves = [
            leaf
            for law in LAW.values()
            for leaf in law.nodes
            if isinstance(leaf, Leaf) and leaf.steady and days_of(leaf)
        ]
        leaf = data.draw(st.sampled_from(sorted(leaves, key=lambda one: one.text.en)))
        moving = data.draw(st.sampled_from(days_of(leaf)))
        day = st.dates(date(1930, 1, 1), date(2120, 12, 31))
        told = {name: data.draw(_value(name, day)) for name in leaf.reads}
        days = sorted(data.draw(st.lists(day, min_size=3, max_size=12, unique=True)))
        between = [*sorted({*leaf.steps, *(d for d in told.values() if isinstance(d, date))}), date.max]
        last = date.min
        for step in between:
            seen = [_met(leaf, told | {moving: d}) for d in days if last < d < step]
            assert seen in (sorted(seen), sorted(seen, reverse=True)), leaf.text.en
            last = step


def days_of(leaf):
    return [name for name in leaf.reads if _kind(name) is FactKind.DATE]


def _kind(name):
    about = ORIGINS[name].about
    return about.kind if about is not None else None


def _value(name, day):
    about = ORIGINS[name].about
    kind = _kind(name)
    if kind is FactKind.DATE:
        return day
    if kind is FactKind.AMOUNT:
        return st.sampled_from([Decimal(0), Decimal(2400), Decimal(100000)])
    if about is not None and about.choices is not None:
        return st.sampled_from(list(about.choices))
    return st.booleans()


def _met(leaf, told):
    value = leaf.function(*(told[name] for name in leaf.facts))
    if leaf.compared and leaf.turns.value != "not":
        return told[leaf.compared] >= value if leaf.turns.value == "from" else told[leaf.compared] <= value
    return bool(value)
