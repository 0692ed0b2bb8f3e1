"""How conditions combine, for any tree of them: held against trying out all that the unknown facts can be."""

import itertools
from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit import RANK
from laws import a_ground, a_law

from reunify import Case, FamilyMember, Sponsor, assess
from reunify.engine.nodes import Curable, Point
from reunify.logic import MET, all_of, any_of, condition, from_day, not_, where
from reunify.sources import VC_NAREIS

EXCLUDED, NOT_YET, ELIGIBLE = range(3)
UNKNOWN_AT_MOST = 5
DAYS_TO_COME = 200
BORN, DECIDED = date(2000, 1, 1), date(2026, 11, 25)
SAID = {"en": "it is so", "nl": "het is zo", "source": VC_NAREIS}
FACTS = [
    *("lives_independently", "self_supporting", "dependent", "own_family", "married", "durable_relationship"),
    *("marriage_valid", "lived_with_family", "real_parents_care", "lateness_excusable"),
]


@attrs.frozen
class Tree:
    """A condition, how bad it is where it is not met, and the trees in it; and as a rule would have it."""

    kind: str
    parts: tuple = ()
    fact: str = ""
    unmet: int = EXCLUDED
    days: int = 0

    def rank(self, told, decided_on=DECIDED):
        """Give what comes out, as the words of the architecture have it."""
        below = [part.rank(told, decided_on) for part in self.parts]
        joined = {"all": min, "any": max, "not": lambda ranks: ELIGIBLE - ranks[0], "contested": lambda ranks: ranks[0]}
        if self.kind == "leaf":
            return ELIGIBLE if told[self.fact] else self.unmet
        if self.kind == "day":
            return ELIGIBLE if decided_on >= BORN + timedelta(days=self.days) else NOT_YET
        if self.kind == "where":
            return below[1] if below[0] == ELIGIBLE else below[2]
        return joined[self.kind](below)

    def facts(self):
        """Give the facts that can matter; of a contested point those of its main reading."""
        parts = self.parts[:1] if self.kind == "contested" else self.parts
        return [self.fact] * bool(self.fact) + [fact for part in parts for fact in part.facts()]

    def node(self):
        """Give the same as the library has it."""
        parts = [part.node() for part in self.parts]
        match self.kind:
            case "leaf":
                return LEAVES[self.fact, self.unmet]
            case "day":
                return from_day(id=f"day-{self.days}", curable=Curable.BY_TIME, **SAID)(days_after_birth(self.days))
            case "contested":
                main, other = parts
                return main.or_read(Point("point", **SAID), other)
        return {"all": all_of, "any": any_of, "not": not_, "where": where}[self.kind](*parts)


def days_after_birth(days):
    return lambda born_on: born_on + timedelta(days=days)


def told_by(fact):
    """Give the plain function that reads this fact."""
    space = {}
    exec(f"def told({fact}): return {fact}", space)  # noqa: S102 -- a function is known by its parameters
    return space["told"]


LEAVES = {
    (fact, unmet): condition(id=fact, curable=Curable.BY_ACTION if unmet == NOT_YET else Curable.NO, **SAID)(
        told_by(fact)
    )
    for fact in FACTS
    for unmet in (EXCLUDED, NOT_YET)
}


def split(draw, facts, pieces):
    """Cut a list of facts into so many pieces, none of which is empty."""
    cuts = draw(st.lists(st.integers(1, len(facts) - 1), min_size=pieces - 1, max_size=pieces - 1, unique=True))
    return [facts[one:other] for one, other in itertools.pairwise([0, *sorted(cuts), len(facts)])]


@st.composite
def trees(draw, facts, *, curable=True, days=False, tests_cure=False):
    """A tree in which each of these facts is read once, so that no part depends on another."""
    if len(facts) == 1:
        leaf = Tree("leaf", fact=facts[0], unmet=draw(st.sampled_from([EXCLUDED, NOT_YET][: 1 + curable])))
        kinds = ["leaf", *["not"] * (leaf.unmet == EXCLUDED), *["day"] * (days and curable)]
        kind = draw(st.sampled_from(kinds))
        if kind == "day":
            return Tree("day", days=(DECIDED - BORN).days + draw(st.integers(-DAYS_TO_COME, DAYS_TO_COME)) // 2)
        return Tree("not", (leaf,)) if kind == "not" else leaf
    pieces = {"all": 2, "any": 2, "contested": 2, **({"where": 3} if len(facts) > 2 else {})}
    kind = draw(st.sampled_from([*pieces, *list(pieces)[3:] * 2]))
    parts = split(draw, facts, pieces[kind])
    # What decides on a branch is mostly a fact of the past, and cannot be cured.
    may = [curable and (tests_cure or kind != "where" or place > 0) for place in range(len(parts))]
    timed = [days and kind in {"all", "any"}] * len(parts)
    below = [
        draw(trees(part, curable=cures, days=time, tests_cure=tests_cure))
        for part, cures, time in zip(parts, may, timed, strict=True)
    ]
    return Tree(kind, tuple(below))


@st.composite
def families_before_trees(draw, **options):
    """One or two grounds, each a tree, and what is told of the facts in them; None for what is not known."""
    facts = draw(st.permutations(FACTS))[: draw(st.integers(2, len(FACTS)))]
    grounds = [draw(trees(part, **options)) for part in split(draw, facts, draw(st.integers(1, 2)))]
    told = {fact: draw(st.booleans()) for fact in facts}
    hidden = draw(st.permutations(facts))[: draw(st.integers(0, UNKNOWN_AT_MOST))]
    return grounds, {**told, **dict.fromkeys(hidden)}


def outcome(grounds, told, decided_on=DECIDED):
    """Give what the library says."""
    law = a_law(a_ground(MET, tree.node(), id=f"ground-{number}") for number, tree in enumerate(grounds))
    person = FamilyMember(id="person", relation="sibling", born_on=BORN, **told)
    return assess(Case(sponsor=Sponsor(), members=[person], decided_on=decided_on), law)["person"]


def everything(told):
    """Give each way in which all that is not known can turn out."""
    hidden = [fact for fact, value in told.items() if value is None]
    for values in itertools.product([False, True], repeat=len(hidden)):
        yield told | dict(zip(hidden, values, strict=True))


def best(grounds, told, decided_on=DECIDED):
    return max(tree.rank(told, decided_on) for tree in grounds)


def possible(tree, told):
    return {tree.rank(whole) for whole in everything(told)}


def makes_a_difference(grounds, told, fact):
    """Say whether, for some way in which all else can turn out, the verdict turns on this fact."""
    others = {name: value for name, value in told.items() if name != fact}
    return any(
        best(grounds, {**rest, fact: False}) != best(grounds, {**rest, fact: True}) for rest in everything(others)
    )


class TestTrees:
    """The verdict of any tree of conditions, what is possible, what is missing, and what decides."""

    @given(families_before_trees(tests_cure=True))
    def test_possible(self, drawn):
        """The possible verdicts are those that come out for some way in which the unknown facts can turn out."""
        grounds, told = drawn
        expected = {best(grounds, whole) for whole in everything(told)}
        assert expected == {RANK[verdict] for verdict in outcome(grounds, told).possible}

    @given(families_before_trees(tests_cure=True))
    def test_missing(self, drawn):
        """A fact is missing if and only if the verdict can still turn on it; what else was read is unknown."""
        grounds, told = drawn
        found = outcome(grounds, told)
        hidden = [fact for fact, value in told.items() if value is None]
        assert {fact for fact in hidden if makes_a_difference(grounds, told, fact)} == set(found.missing)
        assert not set(found.missing) & set(found.unknown)
        read = {fact for tree in grounds for fact in tree.facts()}
        assert set(found.unknown) <= read & set(hidden)

    @given(families_before_trees(tests_cure=True))
    def test_decisive(self, drawn):
        """A condition is decisive if and only if its own change alone leaves its ground other possible verdicts."""
        grounds, told = drawn
        for tree, ground in zip(grounds, outcome(grounds, told).grounds, strict=True):
            now = possible(tree, told)
            for reason in ground.reasons:
                fact = reason.condition
                changed = [told | {fact: value} for value in (True, False) if told[fact] is not value]
                assert any(possible(tree, after) != now for after in changed) == reason.decisive

    @given(families_before_trees(days=True))
    def test_eligible_from(self, drawn):
        """Time has done its work on the first day on which all is met, once action has cured what it can.

        Where time can do what action can, it may be the day of time. For the person that day is told of the ground
        that is named, the first of the best.
        """
        grounds, told = drawn
        told = next(everything(told))
        found = outcome(grounds, told)
        cured = told | {leaf.fact: True for tree in grounds for leaf in curable_leaves(tree)}
        for tree, ground in zip(grounds, found.grounds, strict=True):
            days = (DECIDED + timedelta(days=later) for later in range(DAYS_TO_COME))
            first = (
                next(day for day in days if tree.rank(cured, day) == ELIGIBLE) if ground.verdict == "not_yet" else None
            )
            if any(map(is_choice, everywhere(tree))) and ground.eligible_from is not None:
                assert first <= ground.eligible_from
                assert tree.rank(cured, ground.eligible_from) == ELIGIBLE
            else:
                assert (None if first == DECIDED else first) == ground.eligible_from
        (named,) = (ground for ground in found.grounds if ground.id == found.ground)
        assert (named.verdict, named.eligible_from) == (found.verdict, found.eligible_from)


def everywhere(tree):
    """Give a tree and all trees in it."""
    yield tree
    for part in tree.parts:
        yield from everywhere(part)


def curable_leaves(tree):
    return (leaf for leaf in everywhere(tree) if leaf.kind == "leaf" and leaf.unmet == NOT_YET)


def is_choice(tree):
    """Say whether one part of several is enough, of which one waits for a day and one for action."""
    waits = [any(part.kind == "day" for part in everywhere(one)) for one in tree.parts]
    acts = [any(curable_leaves(one)) for one in tree.parts]
    return tree.kind == "any" and any(waits) and any(acts)


@pytest.mark.parametrize("unmet", [EXCLUDED, NOT_YET])
def test_the_trees_are_not_all_alike(unmet):
    """The one leaf is bad in the way that it is said to be: else nothing here would be a test."""
    leaf = Tree("leaf", fact="dependent", unmet=unmet)
    assert unmet == leaf.rank({"dependent": False}) == RANK[outcome([leaf], {"dependent": False}).verdict]
