"""How conditions combine: sets of verdicts, joins, readings, what is missing, and the days."""

import itertools
from datetime import date
from functools import partial

import attrs
import pytest
from laws import a_ground, a_law

from reunify import Case, FamilyMember, Sponsor, Verdict, assess
from reunify.engine import program
from reunify.engine.meaning import ELIGIBLE, EXCLUDED, NOT_YET, Reader, verdict_of, verdicts_in
from reunify.engine.nodes import Curable, Node, Point
from reunify.facts import Relation
from reunify.logic import (
    MET,
    UNMET,
    all_of,
    any_of,
    condition,
    differs,
    equals,
    follows,
    from_day,
    no,
    none_of,
    not_,
    one_of,
    until_day,
    where,
    yes,
)
from reunify.sources import A_AND_S, K_AND_B, VC_NAREIS, VW, Mark

SAID = {"en": "it is so", "nl": "het is zo", "source": VC_NAREIS}
EVERY_SET = [
    (Verdict.EXCLUDED,),
    (Verdict.NOT_YET,),
    (Verdict.ELIGIBLE,),
    (Verdict.EXCLUDED, Verdict.NOT_YET),
    (Verdict.EXCLUDED, Verdict.ELIGIBLE),
    (Verdict.NOT_YET, Verdict.ELIGIBLE),
    (Verdict.EXCLUDED, Verdict.NOT_YET, Verdict.ELIGIBLE),
]
ORDER = [Verdict.EXCLUDED, Verdict.NOT_YET, Verdict.ELIGIBLE]


def person(rules, *others, decided_on=date(2026, 11, 25), sponsor=None, **facts):
    """Give what comes out for one sibling; a fact that is not told is not known."""
    members = [FamilyMember(id="person", relation="sibling", **facts), *others]
    return assess(Case(sponsor=sponsor or Sponsor(), members=members, decided_on=decided_on), rules)["person"]


def outcome(*conditions, **facts):
    return person(a_law([a_ground(*conditions)]), **facts)


@condition(id="a", **SAID)
def a(lives_independently):
    return lives_independently


@condition(id="b", **SAID)
def b(self_supporting):
    return self_supporting


@condition(id="c", curable=Curable.BY_ACTION, **SAID)
def c(dependent):
    return dependent


@condition(id="d", **SAID)
def d(own_family):
    return own_family


@from_day(id="wait", curable=Curable.BY_TIME, **SAID)
def wait(born_on):
    return born_on.replace(year=born_on.year + 20)


@from_day(curable=Curable.BY_TIME, **SAID)
def shorter_wait(born_on):
    return born_on.replace(year=born_on.year + 19)


@until_day("applied_on", id="term", is_term=True, **SAID)
def term(born_on):
    return born_on.replace(year=born_on.year + 10)


@until_day("applied_on", is_term=True, **SAID)
def longer_term(born_on):
    return born_on.replace(year=born_on.year + 12)


A, B, C, D = "lives_independently", "self_supporting", "dependent", "own_family"
BORN = date(2007, 5, 1)  # the waits end on 2027-05-01 and 2026-05-01, the terms on 2017-05-01 and 2019-05-01


# ---------------------------------------------------------------- sets of verdicts


@pytest.mark.parametrize("possible", EVERY_SET)
def test_verdict_of_a_set(possible):
    """One verdict left is the verdict; more than one is *undetermined*."""
    mask = sum({Verdict.EXCLUDED: EXCLUDED, Verdict.NOT_YET: NOT_YET, Verdict.ELIGIBLE: ELIGIBLE}[v] for v in possible)
    assert possible == verdicts_in(mask)
    assert (possible[0] if len(possible) == 1 else Verdict.UNDETERMINED) == verdict_of(mask)


@pytest.mark.parametrize(
    ("told", "possible"),
    [
        ((a, True), ("eligible",)),
        ((a, False), ("excluded",)),
        ((a, None), ("excluded", "eligible")),
        ((c, True), ("eligible",)),
        ((c, False), ("not_yet",)),
        ((c, None), ("not_yet", "eligible")),
    ],
)
def test_leaf(told, possible):
    """Met is eligible; unmet is excluded, or *not yet* where it can be cured; unknown is both of its two."""
    node, value = told
    found = outcome(node, **{node.facts[0]: value})
    assert possible == found.possible
    assert (node.facts if value is None else ()) == found.missing


STATES = {
    a: {True: {2}, False: {0}, None: {0, 2}},
    c: {True: {2}, False: {1}, None: {1, 2}},
    b: {True: {2}, False: {0}, None: {0, 2}},
}


@pytest.mark.parametrize("join", [all_of, any_of])
@pytest.mark.parametrize("values", [*itertools.product([True, False, None], repeat=3)])
def test_joins_take_the_lowest_and_the_highest(join, values):
    """All of takes the lowest and any of the highest, over all combinations of its parts' sets."""
    told = dict(zip([A, B, C], values, strict=True))
    sets = [STATES[node][told[node.facts[0]]] for node in (a, b, c)]
    pick = min if join is all_of else max
    expected = {pick(combination) for combination in itertools.product(*sets)}
    found = outcome(join(a, b, c), **told)
    assert tuple(ORDER[rank] for rank in sorted(expected)) == found.possible
    if len(expected) == 1:
        assert () == found.missing


def test_one_unmet_condition_decides():
    """What cannot be cured excludes, whatever else is unknown; that is in `unknown`, not in `missing`."""
    found = outcome(all_of(a, b, c), lives_independently=False)
    assert ("excluded", (), (B, C)) == (found.verdict, found.missing, found.unknown)


def test_one_way_is_enough():
    """One met alternative decides, whatever else is unknown."""
    found = outcome(any_of(a, b, c), lives_independently=True)
    assert ("eligible", (), (B, C)) == (found.verdict, found.missing, found.unknown)


@pytest.mark.parametrize("join", [all_of, any_of])
def test_any_number_of_parts(join):
    """Three hundred parts are joined as three are, and the last of them counts."""
    neutral, other = (True, False) if join is all_of else (False, True)
    parts = [attrs.evolve(a, id=None, function=lambda _, met=met: met) for met in [neutral] * 300 + [other]]
    verdict = {True: "eligible", False: "excluded"}
    assert verdict[neutral] == outcome(join(*parts[:-1]), lives_independently=True).verdict
    assert verdict[other] == outcome(join(*parts), lives_independently=True).verdict


def test_beside_a_not_yet():
    """Beside an unmet curable part only what could exclude is missing."""
    found = outcome(all_of(c, b), dependent=False)
    assert (("excluded", "not_yet"), (B,), ()) == (found.possible, found.missing, found.unknown)
    found = outcome(any_of(c, b), dependent=False)
    assert (("not_yet", "eligible"), (B,), ()) == (found.possible, found.missing, found.unknown)


def test_several_conditions_of_a_ground():
    """A ground asks all of its conditions, and a person is as good as the best ground."""
    rules = a_law([a_ground(a, b, id="first"), a_ground(c, id="second")])
    found = person(rules, lives_independently=True, self_supporting=False, dependent=False)
    assert ("not_yet", "second") == (found.verdict, found.ground)
    found = person(rules, lives_independently=True, self_supporting=True, dependent=True)
    assert ("eligible", "first") == (found.verdict, found.ground)
    found = person(rules, lives_independently=True, dependent=False)
    assert ("undetermined", ("not_yet", "eligible"), (B,)) == (found.verdict, found.possible, found.missing)


# ---------------------------------------------------------------- not, where


@pytest.mark.parametrize(("value", "expected"), [(True, "excluded"), (False, "eligible"), (None, "undetermined")])
def test_not(value, expected):
    """The reverse of a condition: met and unmet change places, unknown stays."""
    found = outcome(not_(a, id="not-a", **SAID), lives_independently=value)
    assert (expected, ((A,) if value is None else ())) == (found.verdict, found.missing)
    assert ["not-a"] == [reason.condition for reason in found.reasons]


def test_not_tells_no_deadline():
    """The end of a term that must have passed is no deadline, and no wait."""
    found = outcome(not_(term), born_on=BORN, applied_on=date(2016, 1, 1))
    assert ("excluded", None, None) == (found.verdict, found.deadline, found.eligible_from)


def test_not_of_what_can_be_cured():
    """What *not not yet* means is not defined."""
    with pytest.raises(ValueError, match="c can be cured and cannot be reversed"):
        not_(c)
    with pytest.raises(ValueError, match="this node can be cured"):
        not_(all_of(a, shorter_wait))


@pytest.mark.parametrize(
    ("test", "then", "otherwise", "possible", "missing"),
    [
        (True, True, None, ("eligible",), ()),
        (True, False, None, ("excluded",), ()),
        (True, None, True, ("excluded", "eligible"), (B,)),
        (False, None, True, ("eligible",), ()),
        (False, None, False, ("not_yet",), ()),
        (False, None, None, ("not_yet", "eligible"), (C,)),
        (None, True, True, ("eligible",), ()),
        (None, True, False, ("not_yet", "eligible"), (A,)),
        (None, False, True, ("excluded", "eligible"), (A,)),
        (None, False, None, ("excluded", "not_yet", "eligible"), (C, A)),
    ],
)
def test_where(test, then, otherwise, possible, missing):
    """The one branch or the other; the union of both while the test is unknown."""
    found = outcome(where(a, then=b, otherwise=c), lives_independently=test, self_supporting=then, dependent=otherwise)
    assert possible == found.possible
    assert set(missing) == set(found.missing)


def test_where_without_otherwise():
    """Where the test is not met and there is no other branch, nothing more is asked."""
    node = where(a, then=b)
    assert "eligible" == outcome(node, lives_independently=False).verdict
    assert "excluded" == outcome(node, lives_independently=True, self_supporting=False).verdict
    assert () == outcome(node, lives_independently=False).reasons


def test_where_tells_the_branch_that_applies():
    """The branch that does not apply, and the test, stay out of the reasons."""
    node = where(a, then=b, otherwise=d)
    told = {"self_supporting": True, "own_family": True}
    assert ["b"] == [r.condition for r in outcome(node, lives_independently=True, **told).reasons]
    assert ["d"] == [r.condition for r in outcome(node, lives_independently=False, **told).reasons]
    assert ["b", "d"] == [r.condition for r in outcome(node, lives_independently=None, **told).reasons]


def test_test_that_can_not_matter():
    """An unknown test between equal branches is read but not missing."""
    found = outcome(where(a, then=b, otherwise=d), self_supporting=False, own_family=False)
    assert ("excluded", (), (A,)) == (found.verdict, found.missing, found.unknown)
    found = outcome(where(all_of(c, a), then=b, otherwise=d), **{B: True, D: True})
    assert ("eligible", (), (C, A)) == (found.verdict, found.missing, found.unknown)
    found = outcome(any_of(where(a, then=b, otherwise=d), c), **{B: False, D: False})
    assert ("undetermined", (C,), (A,)) == (found.verdict, found.missing, found.unknown)
    found = outcome(all_of(where(a, then=b, otherwise=d), c), **{B: True, D: True})
    assert ("undetermined", (C,), (A,)) == (found.verdict, found.missing, found.unknown)


@pytest.mark.parametrize(("born_on", "missing"), [(BORN, (D,)), (date(2000, 5, 1), (D, A))])
def test_how_a_test_is_not_met_does_not_matter(born_on, missing):
    """Before the wait is over the test is not met, whatever is learned: not yet, or never, is the same branch."""
    found = outcome(where(all_of(wait, a), then=b, otherwise=d), **{B: True}, born_on=born_on)
    assert missing == found.missing
    assert A in (*found.missing, *found.unknown)


# ---------------------------------------------------------------- contested


def reading(main, other):
    return main.or_read(Point("a-point", **SAID), other)


@pytest.mark.parametrize(
    ("facts", "verdict", "others"),
    [
        ({A: True, B: True}, "eligible", []),
        ({A: True, B: False}, "eligible", [("excluded", True)]),
        ({A: False, B: True}, "excluded", [("eligible", True)]),
        ({A: False, B: False}, "excluded", []),
        ({A: True}, "eligible", [("undetermined", True)]),
        ({B: True}, "undetermined", [("eligible", True)]),
        ({}, "undetermined", []),
    ],
)
def test_contested(facts, verdict, others):
    """The main reading gives the verdict; the other reading is told where it gives another one."""
    found = outcome(reading(a, b), **facts)
    assert (verdict, others) == (found.verdict, [(d.verdict, d.changes_verdict) for d in found.disputes])
    assert bool(others) is found.disputed
    assert (() if A in facts else (A,)) == found.missing


def test_contested_beside_another_failure():
    """A reading that cannot change the verdict is no dispute."""
    assert () == outcome(reading(a, b), d, **{A: True, B: False, D: False}).disputes


def test_contested_day():
    """A reading that changes a day only is told, and does not make the person disputed."""
    found = outcome(reading(wait, shorter_wait), born_on=BORN, decided_on=date(2026, 1, 1))
    assert ("not_yet", date(2027, 5, 1), False) == (found.verdict, found.eligible_from, found.disputed)
    assert [(date(2026, 5, 1), False)] == [(d.eligible_from, d.changes_verdict) for d in found.disputes]
    found = outcome(reading(term, longer_term), born_on=BORN, applied_on=date(2016, 1, 1))
    assert (date(2017, 5, 1), [date(2019, 5, 1)]) == (found.deadline, [d.deadline for d in found.disputes])


def test_each_point_is_read_alone():
    """Each contested point is read the other way by itself, the others in the main reading."""
    one, two = MET.or_read(Point("one", **SAID), UNMET), MET.or_read(Point("two", **SAID), UNMET)
    assert ["one", "two"] == [d.id for d in outcome(all_of(one, two)).disputes]
    assert () == outcome(any_of(one, two)).disputes


def test_a_point_inside_a_point():
    """A point inside the main reading of another one is weighed too; inside the other reading it is not."""
    inner = MET.or_read(Point("inner", **SAID), UNMET)
    assert ["inner", "outer"] == sorted(d.id for d in outcome(inner.or_read(Point("outer", **SAID), UNMET)).disputes)
    assert () == outcome(MET.or_read(Point("outer", **SAID), inner)).disputes


def test_a_point_in_several_places():
    """Of several places of one point that one is cited, the first in the law, in which the readings differ."""

    def said(main, other, why):
        return main.or_read(Point("point", en=why, nl=why, source=VC_NAREIS), other)

    told = {A: True, B: False}
    found = outcome(said(a, MET, "the same"), said(b, MET, "first"), **told)
    assert [("point", "first", "eligible")] == [(d.id, d.why.en, d.verdict) for d in found.disputes]
    found = outcome(any_of(said(b, MET, "first"), said(b, MET, "second")), **told)
    assert ["first"] == [d.why.en for d in found.disputes]


# ---------------------------------------------------------------- follows

WITH = follows("with_parent", id="with", **SAID)


@condition(id="lawful", **SAID)
def lawful(public_order):
    return not public_order


@pytest.mark.parametrize(
    ("parent", "father", "verdict", "missing"),
    [
        ("father", {"public_order": False}, "eligible", ()),
        ("father", {"public_order": True}, "excluded", ()),
        ("father", {"public_order": None}, "undetermined", ("father.public_order",)),
        ("none", {"public_order": False}, "excluded", ()),
        (None, {"public_order": False}, "undetermined", ("with_parent",)),
        (None, {"public_order": True}, "excluded", ()),
        (None, {"public_order": None}, "undetermined", ("with_parent", "father.public_order")),
    ],
)
def test_follows(parent, father, verdict, missing):
    """The verdict of the member referred to is the ceiling; what is missing for that member is missing here."""
    rules = a_law([a_ground(WITH), a_ground(lawful, relation=Relation.PARENT)])
    other = FamilyMember(id="father", relation="parent", **father)
    found = person(rules, other, with_parent=parent)
    assert (verdict, missing) == (found.verdict, found.missing)
    assert [{"eligible": True, "excluded": False}.get(verdict)] == [reason.holds for reason in found.reasons]


def mother_of_a_sibling(*conditions, of_sibling=(), **facts):
    """Give what comes out for a sibling who follows the mother, of whom these conditions are asked."""
    rules = a_law([a_ground(WITH, *of_sibling), a_ground(*conditions, relation=Relation.PARENT)])
    told = {"dependent": False, **{name: value for name, value in facts.items() if name == "dependent"}}
    mother = FamilyMember(id="mother", relation="parent", **{n: v for n, v in facts.items() if n != "dependent"})
    return person(rules, mother, with_parent="mother", **told)


def test_follows_what_does_not_matter_here():
    """Of the member followed only that is missing which can still change the verdict of who follows."""
    cured = condition(curable=Curable.BY_ACTION, **SAID)(b.function)
    found = mother_of_a_sibling(lawful, cured, of_sibling=[c], public_order=None)
    assert ("undetermined", ("mother.public_order",)) == (found.verdict, found.missing)
    assert ("mother.self_supporting",) == found.unknown


@pytest.mark.parametrize(
    ("asked", "curable", "day"),
    [
        (wait, Curable.BY_TIME, date(2027, 5, 1)),
        (condition(curable=Curable.BY_ACTION, **SAID)(b.function), Curable.BY_ACTION, None),
        (condition(curable=Curable.BY_TIME, **SAID)(b.function), Curable.BY_TIME, None),
        (all_of(wait, condition(curable=Curable.BY_ACTION, **SAID)(b.function)), Curable.BY_TIME, date(2027, 5, 1)),
    ],
)
def test_follows_what_can_be_cured(asked, curable, day):
    """Who waits with another is cured by what cures that one: by time, from a day if there is one, or by action."""
    found = mother_of_a_sibling(asked, born_on=BORN, self_supporting=False).reasons[0]
    assert ("with", False, curable, day) == (found.condition, found.holds, found.curable, found.day)


MAY_REFUSE = condition(id="may", discretionary=True, **SAID)(lawful.function)


def test_discretion_with_a_member_followed():
    """Who follows somebody who may be refused, may be; a whole around such a condition is not marked for it."""
    assert mother_of_a_sibling(MAY_REFUSE, public_order=True).reasons[0].discretionary
    assert not mother_of_a_sibling(lawful, public_order=True).reasons[0].discretionary
    assert not mother_of_a_sibling(MAY_REFUSE, public_order=False).reasons[0].discretionary
    whole = outcome(MAY_REFUSE.named("whole", **SAID), public_order=True).reasons
    assert [("whole", False), ("may", True)] == [(reason.condition, reason.discretionary) for reason in whole]


@pytest.mark.parametrize(("asked", "discretion"), [(lawful, False), (MAY_REFUSE, True)])
def test_discretion_within(asked, discretion):
    """Where the law words a refusal as *may*, that shows through branches and readings, and there only."""
    for whole in (where(a, then=asked), asked.or_read(Point("point", **SAID), MET), all_of(asked, a)):
        assert discretion is outcome(whole, **{A: True}, public_order=True).discretionary
    assert not outcome(not_(a), **{A: True}).discretionary


def test_follows_whom_does_not_matter():
    """With whom somebody applies is unknown still, where nobody with whom it can be may come."""
    rules = a_law([a_ground(WITH), a_ground(lawful, relation=Relation.PARENT)])
    found = person(rules, FamilyMember(id="father", relation="parent", public_order=True), with_parent=None)
    assert ("excluded", (), ("with_parent",)) == (found.verdict, found.missing, found.unknown)


def test_follows_nobody_known():
    """Where it is not known with whom, and the file names no parent, anything is possible."""
    found = outcome(WITH)
    assert ("undetermined", ("with_parent",)) == (found.verdict, found.missing)
    assert ("excluded", "not_yet", "eligible") == found.possible


def test_follows_wait_and_dispute():
    """The wait and the disputes of the member followed are those of the person."""
    rules = a_law([a_ground(WITH), a_ground(reading(wait, shorter_wait), relation=Relation.PARENT)])
    other = FamilyMember(id="father", relation="parent", born_on=BORN)
    found = person(rules, other, with_parent="father")
    assert ("not_yet", date(2027, 5, 1), {"a-point": "eligible"}) == (
        found.verdict,
        found.eligible_from,
        {d.id: d.verdict for d in found.disputes},
    )
    excluded = person(rules, other, with_parent="none")
    assert ("excluded", None) == (excluded.verdict, excluded.eligible_from)


# ---------------------------------------------------------------- days


@pytest.mark.parametrize(
    ("decided_on", "verdict", "day"),
    [
        (date(2027, 4, 30), "not_yet", date(2027, 5, 1)),
        (date(2027, 5, 1), "eligible", None),
        (date(2027, 5, 2), "eligible", None),
        (None, "undetermined", None),
    ],
)
def test_from_day(decided_on, verdict, day):
    """Met once the decision day has reached the day."""
    found = outcome(wait, born_on=BORN, decided_on=decided_on)
    assert (verdict, day, date(2027, 5, 1)) == (found.verdict, found.eligible_from, found.reasons[0].day)
    assert (("decided_on",) if decided_on is None else ()) == found.missing


def test_one_day_under_two_articles():
    """The same rule under two articles has one day."""
    found = outcome(all_of(wait, wait.cited(K_AND_B)), born_on=BORN)
    assert ("not_yet", date(2027, 5, 1)) == (found.verdict, found.eligible_from)


def test_from_a_day_that_is_not_known():
    """Without the fact that gives the day there is no day."""
    found = outcome(wait)
    assert ("undetermined", ("born_on",), None) == (found.verdict, found.missing, found.eligible_from)


@pytest.mark.parametrize(
    ("applied_on", "verdict"),
    [
        (date(2017, 4, 30), "eligible"),
        (date(2017, 5, 1), "eligible"),
        (date(2017, 5, 2), "excluded"),
        (None, "undetermined"),
    ],
)
def test_until_day(applied_on, verdict):
    """Met while the named fact lies on or before the day, which is the deadline."""
    found = outcome(term, born_on=BORN, applied_on=applied_on)
    assert (verdict, date(2017, 5, 1), None) == (found.verdict, found.deadline, found.eligible_from)


@pytest.mark.parametrize(
    ("node", "day"),
    [
        (all_of(wait, shorter_wait), date(2027, 5, 1)),
        (any_of(wait, shorter_wait), date(2026, 5, 1)),
        (all_of(wait, c), date(2027, 5, 1)),
        (any_of(wait, c), date(2027, 5, 1)),
        (any_of(c, b), None),
        (any_of(wait, d), None),
        (where(a, then=wait, otherwise=shorter_wait), date(2027, 5, 1)),
        (where(b, then=wait, otherwise=shorter_wait), date(2026, 5, 1)),
        (where(d, then=wait, otherwise=shorter_wait), date(2026, 5, 1)),
        (all_of(wait, b), None),
    ],
)
def test_eligible_from(node, day):
    """All of waits for the last, any of for the first day; what action can cure names no day."""
    facts = {A: True, B: False, C: False, "born_on": BORN, "decided_on": date(2026, 1, 1)}
    assert day == outcome(node, **facts).eligible_from


@pytest.mark.parametrize(
    ("node", "day"),
    [
        (all_of(term, longer_term), date(2017, 5, 1)),
        (any_of(term, longer_term), date(2019, 5, 1)),
        (any_of(term, MET), date(2017, 5, 1)),
        (all_of(a, b), None),
        (any_of(a, b), None),
        (where(a, then=term, otherwise=longer_term), date(2017, 5, 1)),
        (where(not_(a), then=term, otherwise=longer_term), date(2019, 5, 1)),
        (where(d, then=term, otherwise=longer_term), date(2019, 5, 1)),
        (where(d, then=longer_term, otherwise=term), date(2019, 5, 1)),
        (where(d, then=term, otherwise=MET), date(2017, 5, 1)),
        (where(d, then=MET, otherwise=term), date(2017, 5, 1)),
    ],
)
def test_deadline(node, day):
    """All of takes the earliest deadline, any of the latest; where it is not known which branch, the later one.

    It is given also when it is past.
    """
    facts = {A: True, B: True, "born_on": BORN, "applied_on": date(2020, 1, 1)}
    assert day == outcome(node, **facts).deadline


# ---------------------------------------------------------------- reasons


def test_reasons_and_details():
    """A named node is a reason, what is inside it a detail, told once."""
    node = all_of(a, any_of(b, d)).named("whole", **SAID)
    found = outcome(node, a, **{A: True, B: False, D: None})
    assert [("whole", None, None), ("a", True, "whole"), ("b", False, "whole"), ("d", None, "whole")] == [
        (reason.condition, reason.holds, reason.within) for reason in found.reasons
    ]
    assert [(D,), (), (), (D,)] == [reason.missing for reason in found.reasons]


def test_what_is_kept_has_an_end(monkeypatch):
    """What follows from sets is found anew where a program has kept enough: the same reasons, and as much."""
    asked = all_of(a.named("first", **SAID), any_of(b, c).named("second", **SAID))
    law = a_law([a_ground(asked)])

    def reasons():
        return [
            person(law, **{A: first, B: second, C: second}).reasons
            for first in (True, False)
            for second in (True, False)
        ]

    before, kept = reasons(), law.asked_of(Relation.SIBLING).program.kept
    much = len(kept)
    monkeypatch.setattr(program, "_MOST_KEPT", 1)
    kept.clear()
    assert before == reasons()
    assert 0 < len(kept) < much


def test_decisive():
    """A reason is decisive if its own change alone would change the verdicts of the ground."""
    assert [True, False] == [r.decisive for r in outcome(a, b, **{A: False, B: True}).reasons]
    assert [False, False] == [r.decisive for r in outcome(a, b, **{A: False, B: False}).reasons]
    assert [True, True] == [r.decisive for r in outcome(a, b, **{A: True, B: True}).reasons]
    assert [False, False] == [r.decisive for r in outcome(any_of(a, b), **{A: True, B: True}).reasons]


def test_alternatives_that_were_not_needed():
    """Of alternatives without a name of their own, only those that served are told."""
    assert ["b"] == [r.condition for r in outcome(any_of(a, b), **{A: False, B: True}).reasons]
    assert ["a", "b"] == [r.condition for r in outcome(any_of(a, b), **{A: False, B: False}).reasons]


def test_decisive_beside_a_not_yet():
    """Beside an unmet curable condition a met one is decisive still: unmet, it would exclude."""
    assert [True, True] == [r.decisive for r in outcome(a, c, **{A: True, C: False}).reasons]


def test_marks_of_a_node():
    """A node says what can cure it, whether it is discretionary, and how firm it is."""
    wrapped = c.named("whole", discretionary=True, mark=Mark.INFERRED, **SAID)
    reason = outcome(wrapped, dependent=False).reasons[0]
    assert (Curable.BY_ACTION, True, Mark.INFERRED) == (reason.curable, reason.discretionary, reason.mark)
    assert outcome(wrapped, dependent=False).discretionary
    assert not outcome(wrapped, a, dependent=False, lives_independently=False).discretionary


@pytest.mark.parametrize("told", [True, False, None])
def test_what_nothing_cures(told):
    """What is not said to be curable is not, be it met, unmet or unknown; nor is a whole of such parts."""
    whole = all_of(a, b).named("whole", **SAID)
    for node in (a, whole):
        assert {Curable.NO} == {reason.curable for reason in outcome(node, **{A: told, B: told}).reasons}
    excluded = mother_of_a_sibling(lawful, public_order=True).reasons[0]
    assert (False, Curable.NO, None) == (excluded.holds, excluded.curable, excluded.day)


def test_discretionary_only_if_said():
    """No condition is one for which the authority *may* refuse, unless the law words it so."""
    nodes = (a, wait, term, all_of(a, b), any_of(a, b), not_(a), a.named("x", **SAID), where(a, b), WITH)
    assert not [node for node in nodes if node.discretionary]


def test_cited():
    """The same rule in another law keeps all but its source, and is as firm as that unless a mark is given."""
    again = a.cited(K_AND_B)
    assert ((K_AND_B,), Mark.CASE_LAW, a.id, a.function) == (again.sources, again.mark, again.id, again.function)
    assert Mark.INFERRED is a.cited((K_AND_B, A_AND_S), mark=Mark.INFERRED).mark
    assert (VC_NAREIS,) == a.sources


def test_as_firm_as_its_source():
    """A rule is text, policy or case law as its first source is, unless it says otherwise; without one it is text."""

    def firm(source, **told):
        return MET.named("x", en="x", nl="x", source=source, **told).mark

    assert Mark.POLICY is a.mark is firm((VC_NAREIS, K_AND_B))
    assert Mark.CASE_LAW is firm((K_AND_B, VC_NAREIS))
    assert Mark.TEXT is firm(VW["29c"]) is all_of(a, b).mark
    assert Mark.INFERRED is firm(VC_NAREIS, mark=Mark.INFERRED)


def test_a_rule_is_a_plain_function():
    """A condition can be called as the function it is, and its repr names it."""
    assert a(lives_independently=True)
    assert date(2027, 5, 1) == wait(BORN)
    assert ("<Leaf a>", "<Always >") == (repr(a), repr(MET))


@pytest.mark.parametrize(
    ("node", "met", "unmet"),
    [
        (yes(A, **SAID), True, False),
        (no(A, **SAID), False, True),
        (equals("parentage", "step", **SAID), "step", "half"),
        (differs("parentage", "step", **SAID), "half", "step"),
        (one_of("parentage", {"step", "half"}, **SAID), "half", "adopted"),
        (none_of("parentage", ["step", "half"], **SAID), "adopted", "half"),
    ],
)
def test_a_condition_in_one_word(node, met, unmet):
    """A condition on one fact is said in one word: met, unmet, and not known where the fact is not."""
    (fact,) = node.facts
    found = [outcome(node, **{fact: value}).possible for value in (met, unmet, None)]
    assert [("eligible",), ("excluded",), ("excluded", "eligible")] == found
    assert [(VC_NAREIS, "it is so", None)] == [(*node.sources, node.text.en, node.id)]


@pytest.mark.parametrize("word", [yes, no, partial(equals, value=1), partial(one_of, values=[1])])
def test_a_fact_that_does_not_exist_in_one_word(word):
    """A name that is no fact is an error that says in which condition, and names the nearest fact."""
    with pytest.raises(NameError, match=r"“it is so” reads 'self_suporting'.*did you mean 'self_supporting'\?"):
        word("self_suporting", **SAID)


@pytest.mark.parametrize(
    ("made", "message"),
    [
        (lambda: yes("sponsor_housing", **SAID), "'sponsor_housing' is not a yes or no but one of a list"),
        (lambda: no("born_on", **SAID), "'born_on' is not a yes or no but date"),
        (lambda: equals("sponsor_housing", "castle", **SAID), "'sponsor_housing' is never 'castle'"),
        (lambda: differs("parentage", "stepp", **SAID), r"is never 'stepp'; did you mean 'step'\?"),
        (lambda: one_of("sponsor_housing", "own", **SAID), "a list of one or more values, not with 'own'"),
        (lambda: none_of("sponsor_housing", (), **SAID), r"a list of one or more values, not with \(\)"),
    ],
)
def test_a_value_that_the_fact_cannot_have(made, message):
    """A condition on a value that the fact never has is an error, and no rule that nobody meets."""
    with pytest.raises(ValueError, match=message):
        made()


def test_what_is_said_of_a_condition():
    """What can be said of a condition by a function can be said of one in a word too."""
    leaf = no(A, id="x", curable=Curable.BY_ACTION, discretionary=True, mark=Mark.INFERRED, **SAID)
    assert ("x", Curable.BY_ACTION, True, Mark.INFERRED) == (leaf.id, leaf.curable, leaf.discretionary, leaf.mark)


def test_what_a_condition_reads():
    """A condition reads the facts of its signature; one that turns on a day also the fact compared with it."""
    assert [(A,), ("born_on", "decided_on"), ("born_on", "applied_on")] == [node.reads for node in (a, wait, term)]


def test_open_to_whom():
    """A ground whose *who* is known not to be met is not open; no ground open excludes."""
    rules = a_law([a_ground(c, who=a)])
    assert (None, "excluded") == ((found := person(rules, lives_independently=False)).ground, found.verdict)
    assert ("one", "undetermined") == ((found := person(rules, dependent=True)).ground, found.verdict)


def test_why_no_ground_is_open_decides_nothing():
    """Whom no ground is open to is excluded, whatever turns out of the reason that is given."""
    law = attrs.evolve(a_law([a_ground(a, relation=Relation.PARENT)]), unlisted=all_of(a, b))
    found = person(law)
    assert ("excluded", (), (A, B)) == (found.verdict, found.missing, found.unknown)


def test_what_follows_another():
    """A node knows whether the verdict of another member has a part in it."""
    parent = follows("with_parent", **SAID)
    assert all_of(a, any_of(b, parent)).follows_another
    assert not all_of(a, b).follows_another


# ---------------------------------------------------------------- errors in a rule


@pytest.mark.parametrize("join", [all_of, any_of])
def test_an_empty_join(join):
    """A join needs at least one part."""
    with pytest.raises(ValueError, match="at least one part"):
        join()


def test_a_fact_that_does_not_exist():
    """A name in a signature that is no fact is an error that names the nearest fact."""

    def reads(lives_independendly):
        return lives_independendly

    with pytest.raises(NameError, match=r"reads 'lives_independendly'.*did you mean 'lives_independently'\?"):
        condition(**SAID)(reads)
    with pytest.raises(NameError, match=r"did you mean 'applied_on'\?"):
        until_day("aplied_on", **SAID)(lambda born_on: born_on)
    with pytest.raises(NameError, match="is not a fact"):
        from_day(**SAID)(lambda zzzzzzzz: zzzzzzzz)


def test_labels():
    """Verdicts and cures have a word in two languages."""
    for word in (*Verdict, *Curable):
        assert word.label.en
        assert word.label.nl
        assert word.label.en != word.label.nl


@condition(curable=Curable.BY_TIME, **SAID)
def in_time(dependent):
    return dependent


def test_time_without_a_day():
    """Who waits for what time alone brings, on no day that can be named, is told no day."""
    found = outcome(in_time, dependent=False)
    assert ("not_yet", None) == (found.verdict, found.eligible_from)
    assert None is found.grounds[0].eligible_from


@condition(**SAID)
def beside_a_parent(with_parent_relation):
    return with_parent_relation == Relation.PARENT


def test_what_must_be_told_of_somebody_not_named():
    """What each member must tell is still unknown of a member who is not named."""
    assert "undetermined" == outcome(beside_a_parent).verdict


def test_a_reader_says_what_it_makes_of_leaves():
    """A reader that does not say so is none, and neither is a node of which it is not said what it means."""
    with pytest.raises(NotImplementedError):
        Reader().leaf(MET)
    with pytest.raises(NotImplementedError):
        Reader().followed("with_parent")
    with pytest.raises(NotImplementedError, match="it is not said what <Node odd> means"):
        Reader().of(Node(id="odd"))


class Numbers(Reader[int]):
    """Reads trees as sets of verdicts, of which that of each leaf is given."""

    def __init__(self, sets):
        super().__init__()
        self.sets = sets

    def leaf(self, leaf):
        """Look it up."""
        return self.sets[leaf]


@pytest.mark.parametrize("values", [*itertools.product([True, False, None], repeat=3)])
@pytest.mark.parametrize(
    "node",
    [
        all_of(a, c, MET, b),
        any_of(a, c, UNMET, b),
        not_(any_of(a, b)),
        where(b, a, c),
        where(not_(a), any_of(c, all_of(a, b)), all_of(b, c)),
    ],
)
def test_what_is_calculated_and_what_is_looked_up(node, values):
    """A reader of numbers comes to what the function of a law gives, whatever the leaves are."""
    told = dict(zip([A, B, C], values, strict=True))
    sets = {leaf: sum(1 << rank for rank in states[told[leaf.facts[0]]]) for leaf, states in STATES.items()}
    assert verdicts_in(Numbers(sets).of(node)) == outcome(node, **told).possible


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (ELIGIBLE, NOT_YET, NOT_YET),
        (ELIGIBLE | EXCLUDED, NOT_YET, NOT_YET | EXCLUDED),
        (ELIGIBLE | NOT_YET, ELIGIBLE, ELIGIBLE | NOT_YET),
        (EXCLUDED, ELIGIBLE | NOT_YET, EXCLUDED),
    ],
)
def test_a_reader_of_numbers(one, other, expected):
    """A new reader gives what leaves are; what the joins and a contested point (in its main reading) come to is there."""
    first, second = a, b
    tree = all_of(first, second.or_read(Point("point", **SAID), UNMET))
    assert expected == Numbers({first: one, second: other}).of(tree)
