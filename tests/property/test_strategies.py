"""The strategies keep their word."""

import inspect
import re
from datetime import date

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from reunify import ASSUMED, CURRENT, PROPOSED, Case, FamilyMember, Protection, Relation, Span, Sponsor, Verdict, assess
from reunify.facts import MEMBER_FACTS, SPONSOR_FACTS, FactKind, contradictions
from reunify.logic import from_day
from reunify.sources import VW
from reunify.terms import permit_starts_on, years_after
from reunify.testing import (
    _draft,
    _drawn_bytes,
    _drawn_days,
    completions,
    families,
    members,
    sponsors,
    strategies,
    unfinished,
)
from reunify.testing import near as nearness

decided = date(2026, 11, 25)
DRAWN = settings.default.max_examples * 2
quick = settings(max_examples=1000, phases=[Phase.generate, Phase.shrink])


def unknown_facts(case):
    drawn = [(case.sponsor, SPONSOR_FACTS), *((m, MEMBER_FACTS) for m in case.members)]
    return [
        name
        for person, facts in drawn
        for name, told in facts.items()
        if getattr(person, name) is None
        and not (name.startswith("income_") and case.sponsor.means is not ASSUMED)
        and (person is case.sponsor or not told.concerns or person.relation in told.concerns)
    ]


class TestFamilies:
    """Every drawn family is valid, and as asked for."""

    @given(families(max_members=4))
    def test_valid(self, case):
        assert not list(contradictions(case))

    @given(families(protection="subsidiary", relations=["child", "spouse"], min_members=2, max_members=2))
    def test_protection_and_relations(self, case):
        assert {m.relation for m in case.members} <= {Relation.CHILD, Relation.SPOUSE}
        assert len(case.members) == 2
        assert case.sponsor.protection is Protection.SUBSIDIARY

    @given(st.dates(date(1990, 1, 1), date(2090, 1, 1)).flatmap(lambda day: families(decided_on=day, max_members=2)))
    def test_decision_day(self, case):
        assert case.decided_on is not None

    @given(families(unknown=0))
    def test_nothing_unknown(self, case):
        assert unknown_facts(case) == []

    @given(families(unknown=2))
    def test_at_most_two_unknown(self, case):
        assert len(unknown_facts(case)) + (case.decided_on is None) <= 2

    @given(sponsors(protection="refugee", decided_on=decided))
    def test_sponsor(self, sponsor):
        assert Case(sponsor=sponsor, decided_on=decided).sponsor.protection is Protection.REFUGEE

    @given(members("sibling"))
    def test_member(self, member):
        assert member.relation is Relation.SIBLING
        assert member.with_parent in {None, "none"}

    @given(families(), st.data())
    def test_completed(self, case, data):
        outcome = assess(case, PROPOSED).outcomes[0]
        done = data.draw(completions(case, outcome.missing, member=outcome.member))
        for fact in outcome.missing:
            owner, _, name = fact.rpartition(".")
            person = done.sponsor if owner == "sponsor" else done.member(owner or outcome.member)
            assert getattr(done if name == "decided_on" else person, name) is not None


class TestDaysKnownInPart:
    """Some days are known in part where that is asked; one of their days is always possible."""

    @given(families(in_part=None, max_members=4), st.data())
    def test_completed(self, case, data):
        """A family with such days has an exact one in it: each of its days is one of them, and all else is the same."""
        who = case.members[0].id
        facts = [f"{owner}.{name}" for owner, spans in case.in_part.items() for name in spans]
        exact = data.draw(completions(case, facts, member=who))
        assert not exact.in_part
        found = {"sponsor": exact.sponsor} | {member.id: member for member in exact.members}
        for owner, spans in case.in_part.items():
            days = {name: getattr(found[owner], name) for name in spans}
            assert all(day in spans[name] for name, day in days.items())
            found[owner] = attrs.evolve(found[owner], **spans)
        assert case == attrs.evolve(exact, sponsor=found.pop("sponsor"), members=found.values())

    @given(families(in_part=None, unknown=0, near="two-year-wait"), st.data())
    def test_one_by_one(self, case, data):
        """Where some of them become exact, there is a day left for the others."""
        for owner, spans in case.in_part.items():
            for name in spans:
                case = data.draw(completions(case, [f"{owner}.{name}"], member=case.members[0].id))
        assert not case.in_part

    @pytest.mark.slow("draws nine hundred families")
    @pytest.mark.parametrize(("in_part", "most"), [(0, range(1)), (2, range(3)), (None, range(20))])
    def test_at_most(self, in_part, most):
        """There are no more than was asked for."""
        seen = set()

        @settings(max_examples=300, phases=[Phase.generate])
        @given(families(in_part=in_part))
        def look(case):
            seen.add(sum(map(len, case.in_part.values())))

        look()
        assert set(most[:4]) <= seen <= set(most)

    @given(sponsors(in_part=1, decided_on=decided))
    def test_sponsor(self, sponsor):
        assert len(Case(sponsor=sponsor, decided_on=decided).in_part.get("sponsor", ())) <= 1

    def test_member(self):
        found = find(members("child", in_part=1), lambda child: isinstance(child.born_on, Span), settings=quick)
        assert found.born_on == Span.year(found.born_on.first.year)

    def test_shrinks_to_a_year(self):
        """One day, known by its year."""
        case = find(families(in_part=None), lambda case: case.in_part, settings=quick)
        ((spans),) = case.in_part.values()
        ((span),) = spans.values()
        assert span == Span.year(span.first.year)
        assert len(case.members) == 1

    def test_an_end_and_a_boundary(self):
        """The exact days that a family can have lie at both ends, between them, and about a condition's day."""
        sponsor = Sponsor(protection="subsidiary", permit_notified_on=["2023-01-01", "2025-12-31"])
        case = Case(sponsor=sponsor, members=[FamilyMember(id="a", relation="spouse")], decided_on=decided)
        span = case.sponsor.permit_notified_on
        seen = set()

        @settings(max_examples=500, phases=[Phase.generate])
        @given(completions(case, ["sponsor.permit_notified_on"], member="a"))
        def look(exact):
            seen.add(exact.sponsor.permit_notified_on)

        look()
        turns = {(years_after(permit_starts_on(day), 2) - decided).days for day in seen}
        assert {span.first, span.last} <= seen <= set(span)
        assert 0 in turns
        assert turns & {-1, 1}

    def test_without_them_all_is_as_before(self):
        """What the bytes of a family tell does not hang on whether days can be known in part."""
        assert unfinished.bytes_for(Relation) < unfinished.bytes_for(Relation, in_part=True)
        for law in (CURRENT, PROPOSED):
            plain, other = unfinished.Unfinished((law,), None), unfinished.Unfinished((law,), None, None)
            head, person = bytes(range(7, 7 + 150)), bytes(range(40, 40 + 150))
            for each in (plain, other):
                each.begin(head, tuple(Protection), None)
                each.fill_sponsor()
                each.add_member(person, tuple(Relation))
                each.relate_members()
            assert plain.made() == other.made()


class TestEachFact:
    """Each value of each yes-or-no and each choice is drawn, whatever list of facts there is."""

    @pytest.mark.slow("draws three thousand families")
    @pytest.mark.parametrize(
        ("people", "facts"),
        [(sponsors(), SPONSOR_FACTS), (families(min_members=3), MEMBER_FACTS)],
        ids=["sponsor", "member"],
    )
    def test_each_value(self, people, facts):
        seen = set()

        @settings(max_examples=3000, phases=[Phase.generate])
        @given(people)
        def look(drawn):
            persons = drawn.members if isinstance(drawn, Case) else [drawn]
            seen.update((name, getattr(person, name)) for person in persons for name in facts)

        look()
        listed = {name: told for name, told in facts.items() if told.kind in {FactKind.YES_NO, FactKind.CHOICE}}
        wanted = {(name, value) for name, told in listed.items() for value in told.choices or (False, True)}
        assert wanted - seen == set()
        assert {(name, None) for name, told in listed.items() if not told.required} - seen == set()


class TestOptions:
    """What cannot be drawn is said at once, with the nearest word."""

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            ({"near": "hosing"}, "no condition or contested point 'hosing'; did you mean 'housing'?"),
            ({"near": ["housing", "parent.in-tyme"]}, "did you mean 'parent.in-time'?"),
            ({"relations": ["spouse", "chld"]}, "no relation 'chld'; did you mean 'child'?"),
            ({"relations": []}, "no relation"),
            ({"protection": "subsidary"}, "no protection 'subsidary'; did you mean 'subsidiary'?"),
            ({"min_members": 3, "max_members": 2}, "at least 3 and at most 2"),
        ],
    )
    def test_misspelt(self, options, message):
        with pytest.raises(ValueError, match=re.escape(message)):
            families(**options)


class TestNear:
    """Near a condition, what it reads lies on both sides of its boundary, and little else stands in the way."""

    @pytest.mark.parametrize("status", Protection)
    def test_status_is_kept(self, status):
        assert find(families(near="housing", protection=status), lambda _: True).sponsor.protection is status

    @given(families(near=["two-year-wait", "housing"], relations="spouse", unknown=0))
    def test_all_else_is_mostly_met(self, case):
        assert not list(contradictions(case))

    @pytest.mark.slow("assesses six hundred families")
    def test_share_near_the_boundary(self):
        """About housing decides in many families near it, and in few that are drawn anywhere."""
        shares = {}
        for near in ("housing", None):
            decides = []

            @settings(max_examples=300, phases=[Phase.generate])
            @given(families(near=near, protection="subsidiary", relations="spouse", max_members=1, unknown=0))
            def look(case):
                outcome = assess(case, PROPOSED)["spouse"]
                decides.append(any(r.condition == "housing" and r.decisive for r in outcome.reasons))  # noqa: B023

            look()
            shares[near] = sum(decides) / len(decides)
        assert shares["housing"] > 2 * shares[None], shares

    @pytest.mark.slow("searches for families near a condition")
    def test_days_on_both_sides(self):
        """The decision falls on the day that the two years end, and on the day before."""
        seen = set()

        @settings(max_examples=300, phases=[Phase.generate])
        @given(families(near="two-year-wait", protection="subsidiary", unknown=0))
        def look(case):
            end = years_after(permit_starts_on(case.sponsor.permit_notified_on), 2)
            seen.add((case.decided_on - end).days)

        look()
        assert {-1, 0} <= seen

    @pytest.mark.slow("searches for families near a condition")
    def test_a_law_of_ones_own(self):
        """Where a draft is given, its conditions can be named, and days lie about its boundaries."""

        @from_day(id="five-year-wait", source=VW["29d.2.a"], en="five years have passed", nl="vijf jaar is voorbij")
        def five_years(sponsor_permit_notified_on):
            return years_after(permit_starts_on(sponsor_permit_notified_on), 5)

        reform = PROPOSED.amend(id="five-years", title="a wait of five years", add=[five_years])
        seen = set()

        @settings(max_examples=300, phases=[Phase.generate])
        @given(families(near="five-year-wait", laws=[reform], protection="subsidiary", unknown=0))
        def look(case):
            end = years_after(permit_starts_on(case.sponsor.permit_notified_on), 5)
            seen.add((case.decided_on - end).days)

        look()
        assert {-1, 0} <= seen
        with pytest.raises(ValueError, match="no condition or contested point 'five-year-wait'"):
            families(near="five-year-wait")

    def test_members(self):
        child = find(members("child", near="not-independent"), lambda c: c.lives_independently and c.self_supporting)
        assert child.relation is Relation.CHILD

    def test_sponsor(self):
        assert find(sponsors(near="means"), lambda sponsor: sponsor.means is False).means is False


class TestNothingIsThrownAway:
    """Each family that is begun is finished and given."""

    @pytest.mark.parametrize("options", [{}, {"unknown": 0, "max_members": 4}, {"near": "in-time"}, {"in_part": None}])
    def test_begun_and_given(self, options, monkeypatch):
        begun, given_ = [], []
        first = unfinished.Unfinished.__init__
        monkeypatch.setattr(unfinished.Unfinished, "__init__", lambda *args: (begun.append(1), first(*args))[1])

        @settings(max_examples=DRAWN, phases=[Phase.generate], suppress_health_check=[])
        @given(families(**options))
        def draw(case):
            given_.append(case)

        draw()
        assert len(begun) == len(given_) == DRAWN

    def test_no_filter(self):
        """No strategy filters, rejects or assumes."""
        for module in (strategies, unfinished, _draft, _drawn_bytes, _drawn_days, nearness):
            words = set(re.findall(r"\w+", inspect.getsource(module)))
            assert {"filter", "assume", "reject"}.isdisjoint(words)


def given_in(owner, facts):
    """The facts that are written down of somebody."""
    return [name for name in facts if getattr(owner, name) not in (None, ASSUMED)]


def gives(law, ground, verdict):
    return lambda case: any(o.ground == ground and o.verdict is verdict for o in assess(case, law).outcomes)


class TestShrinking:
    """A failing family shrinks to one that a person would write."""

    def test_smallest(self):
        case = find(families(), lambda _: True, settings=quick)
        assert case == Case(sponsor=Sponsor(), members=[FamilyMember(id="spouse", relation="spouse")])

    @pytest.mark.slow("makes families smaller thousands of times")
    @pytest.mark.parametrize(
        ("law", "relation", "ground", "verdict"),
        [
            (PROPOSED, "spouse", "spouse", Verdict.ELIGIBLE),
            (PROPOSED, "spouse", "spouse", Verdict.NOT_YET),
            (PROPOSED, "child", "minor-child", Verdict.ELIGIBLE),
            (CURRENT, "child", "adult-child", Verdict.EXCLUDED),
            (CURRENT, "parent", "parent", Verdict.ELIGIBLE),
        ],
    )
    def test_one_member_and_round_dates(self, law, relation, ground, verdict):
        """One member, most facts left out, and each day the first of a month."""
        case = find(families(), gives(law, ground, verdict), settings=settings(quick, max_examples=5000))
        (member,) = case.members
        assert member.relation == relation
        written = given_in(member, MEMBER_FACTS), given_in(case.sponsor, SPONSOR_FACTS)
        assert sum(map(len, written)) <= 16
        days = [getattr(p, n) for p, names in zip((member, case.sponsor), written, strict=True) for n in names]
        assert [day for day in days if isinstance(day, date) and day.day != 1] == []

    def test_a_member_who_does_not_matter_is_left_out(self):
        case = find(families(min_members=1, max_members=4), lambda c: any(m.sham is True for m in c.members))
        assert len(case.members) == 1
