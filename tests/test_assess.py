"""Assessing and comparing: what comes out, in which order, and what it is made of."""

import copy
import pickle
from datetime import date

import attrs
import pytest
from families import PEOPLE, REFUGEE, STATUSES, SUBSIDIARY, disputed, family, holds, outcome, unmet

from reunify import (
    CURRENT,
    PROPOSED,
    Case,
    FamilyMember,
    Outcome,
    Relation,
    Sponsor,
    Verdict,
    assess,
    assess_many,
    compare,
    in_force_on,
)
from reunify.assess import Change, Kind, assess_member, citable
from reunify.engine.meaning import Turns
from reunify.engine.nodes import Curable
from reunify.ruleset import About
from reunify.sources import K_AND_B, VW_OLD, Mark
from reunify.verdicts.family import Family

LAWS = [CURRENT, PROPOSED]
CHANGE = date(2026, 6, 12)
WAIT_ENDS = date(2028, 7, 2)


# ---------------------------------------------------------------- which law


@pytest.mark.parametrize(
    ("day", "law"),
    [
        (date(2001, 4, 1), CURRENT),
        (date(2026, 6, 11), CURRENT),
        (CHANGE, PROPOSED),
        (date(2026, 6, 13), PROPOSED),
    ],
)
def test_in_force_on(day, law):
    """The decision day says which law applies, not the day of the application (Stb. 2026, 105)."""
    assert law is in_force_on(day)


# ---------------------------------------------------------------- one assessment


def test_order_of_the_members():
    """One outcome for each member, in the order of the file."""
    case = family("step child", CURRENT, mother={"relation": "parent"}, brother={"relation": "sibling"})
    found = assess(case, CURRENT)
    assert ["person", "partner", "mother", "brother"] == list(found)
    assert 4 == len(found)
    assert ("single-status", date(2025, 9, 1)) == (found.rule_set, found.decided_on)


def test_outcome_by_id():
    """An assessment gives an outcome by id, and an error for another id."""
    found = assess(family("spouse", CURRENT), CURRENT)
    assert "person" == found["person"].member
    with pytest.raises(KeyError, match="amina"):
        found["amina"]


def test_no_members():
    """A family without members has no outcomes."""
    found = assess(Case(sponsor=Sponsor()), CURRENT)
    assert (0, None, "") == (len(found), found.decided_on, str(found))


@pytest.mark.parametrize("law", LAWS)
def test_printing(law):
    """An outcome prints as one line with its verdict and ground."""
    assert f"person under {law.id}: eligible (spouse)" == str(assess(family("spouse", law), law))
    assert f"person under {law.id}: excluded" == str(outcome("grandparent", law))
    change = compare(family("partner", PROPOSED, applied_on=date(2026, 8, 3)))
    assert "person: eligible -> excluded (lost)" == str(change)


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("relation", Relation)
def test_of_whom_nothing_is_known(law, relation):
    """Nobody is eligible, and nobody is excluded but whom the list leaves out, on nothing but the relation."""
    case = Case(sponsor=Sponsor(), members=[FamilyMember(id="person", relation=relation)])
    found = assess(case, law)["person"]
    assert found.verdict in ("undetermined", "excluded")
    listed = [ground for ground in law.grounds if relation in ground.relations]
    assert listed or found.verdict == "excluded"
    assert bool(found.missing) is (found.verdict == "undetermined")
    assert not set(found.missing) & set(found.unknown)


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("who", ["grandparent", "grandchild", "other relative"])
def test_no_ground_is_open(law, who):
    """With no ground open there is no ground to name, and the reason is the list itself."""
    found = outcome(who, law)
    assert ("excluded", None, (), None, None) == (
        found.verdict,
        found.ground,
        found.grounds,
        found.eligible_from,
        found.deadline,
    )
    assert [("listed", False, True)] == [(r.condition, r.holds, r.decisive) for r in found.reasons]


def test_several_grounds_in_the_order_of_the_law():
    """All open grounds are told in the order of the law; the best one gives the verdict, of equals the first."""
    found = outcome("spouse", CURRENT)
    assert [("spouse", "eligible"), ("partner", "eligible")] == [(g.id, g.verdict) for g in found.grounds]
    assert "spouse" == found.ground
    found = outcome("spouse", CURRENT, marriage_valid=False)
    assert [("spouse", "excluded"), ("partner", "eligible")] == [(g.id, g.verdict) for g in found.grounds]
    assert ("partner", found.grounds[1].reasons) == (found.ground, found.reasons)
    found = outcome("spouse", CURRENT, sham=True)
    assert ("spouse", ["genuine-tie"]) == (found.ground, unmet(found))


def test_the_ground_that_may_still_be_won():
    """An undetermined ground goes before an excluded one, an eligible one before both."""
    found = outcome("spouse", CURRENT, marriage_valid=False, durable_relationship=None)
    assert ("undetermined", "partner", ("excluded", "eligible")) == (found.verdict, found.ground, found.possible)
    here = {"in_netherlands": True, "sponsor_protection": SUBSIDIARY, "decided_on": date(2026, 11, 25)}
    found = outcome("spouse", PROPOSED, **here)
    assert ("eligible", "already-here") == (found.verdict, found.ground)
    assert [("spouse", "not_yet"), ("already-here", "eligible")] == [(g.id, g.verdict) for g in found.grounds]
    assert (None, WAIT_ENDS) == (found.eligible_from, found.grounds[0].eligible_from)


def test_a_reason():
    """A reason says whether it is met, on what it rests, what can cure it, and on which day it turns."""
    found = outcome("spouse", PROPOSED, sponsor_protection=SUBSIDIARY, decided_on=date(2026, 11, 25))
    reason = next(reason for reason in found.reasons if reason.condition == "two-year-wait")
    assert (False, True, Curable.BY_TIME, True, Mark.TEXT) == (
        reason.holds,
        reason.decisive,
        reason.curable,
        reason.discretionary,
        reason.mark,
    )
    assert ("Vw 2000 art. 29d lid 2 a", WAIT_ENDS, Turns.FROM) == (reason.source.cite.en, reason.day, reason.turns)
    means = next(reason for reason in found.reasons if reason.condition == "means")
    assert (True, Curable.BY_ACTION, None, Turns.NOT) == (means.holds, means.curable, means.day, means.turns)


def test_a_reason_names_what_is_missing_for_it():
    """Each reason names the unknown facts that it reads, those of another member with that member's id."""
    found = outcome("sibling", PROPOSED, mother={"sham": None}, at_parents_charge=None)
    missing = {reason.condition: reason.missing for reason in found.reasons}
    assert (("mother.sham",), ("at_parents_charge",), ()) == (
        missing["with-parent"],
        missing["dependent-on-parent"],
        missing["own-status"],
    )
    assert {"mother.sham", "at_parents_charge"} == set(found.missing)


def test_missing_and_unknown():
    """What can no longer change the verdict is unknown, not missing."""
    found = outcome("spouse", PROPOSED, sham=True, marriage_valid=None, public_order=None)
    assert ("excluded", ()) == (found.verdict, found.missing)
    assert {"marriage_valid", "public_order"} <= set(found.unknown)
    found = outcome("spouse", CURRENT, marriage_valid=None)
    assert ("eligible", (), True) == (found.verdict, found.missing, "marriage_valid" in found.unknown)


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("who", PEOPLE)
def test_decision_day_not_known(who, law):
    """Without a decision day what turns on it is open; the rest is settled all the same."""
    found = outcome(who, law, decided_on=None)
    assert found.verdict in ("eligible", "excluded", "undetermined")
    assert ("decided_on" in found.missing) is (found.verdict == "undetermined")
    known = outcome(who, law)
    assert found.verdict in (known.verdict, "undetermined")


def test_assumed():
    """What was assumed for this person under this law is listed, with what was taken."""
    assumed = dict(outcome("spouse", PROPOSED).assumptions)
    assert (False, True) == (assumed["public_order"], assumed["real_family_life"])
    assert "asylum" == assumed["sponsor.residence"]
    assert not {"wholly_dependent_on_parents", "brought_and_left_minor"} & set(assumed)
    assert "public_order" not in dict(outcome("spouse", PROPOSED, public_order=False).assumptions)


@pytest.mark.parametrize(
    ("decided_on", "cite"),
    [
        (None, "Vw 2000 (old) art. 29 lid 5"),
        (date(2025, 3, 27), "CJEU C-380/17 K and B"),
        (date(2025, 3, 28), "Vw 2000 (old) art. 29 lid 5"),
    ],
)
def test_citable(decided_on, cite):
    """The first source that can be cited on the decision day is; the last one if none can."""
    law = VW_OLD.from_day(date(2025, 3, 28))["29.5"]
    assert cite == citable((law, K_AND_B), decided_on).cite.en
    assert law == citable((law,), date(2020, 1, 1))
    later = VW_OLD.from_day(date(2025, 3, 29))["29.2"]
    assert later == citable((law, law, later), date(2020, 1, 1))


# ---------------------------------------------------------------- one member follows another


@pytest.mark.parametrize("law", LAWS)
def test_following_an_unknown_parent(law):
    """Not known with which of two parents: as good as the best of them could be, as bad as nobody."""
    who = "dependent sibling" if law is CURRENT else "sibling"
    father = {"relation": "parent", "born_on": date(1970, 1, 1)}
    found = outcome(who, law, with_parent=None, father=father)
    assert ("undetermined", "with_parent") == (found.verdict, found.missing[0])
    found = outcome(who, law, with_parent=None, father=father | {"sham": True}, mother={"sham": True})
    assert ("excluded", False) == (found.verdict, holds(found, "with-parent"))


def test_following_an_unknown_parent_with_missing_facts():
    """What is missing for any parent whom the sibling may come with is missing for the sibling."""
    found = outcome("dependent sibling", CURRENT, with_parent=None, mother={"sham": None})
    assert ("with_parent", "mother.sham") == found.missing


def test_two_siblings_with_one_parent():
    """Several members can follow one."""
    case = family("sibling", PROPOSED, brother=PEOPLE["sibling"], sister=PEOPLE["sibling"] | {"with_parent": "none"})
    assert {"person": "eligible", "mother": "eligible", "brother": "eligible", "sister": "excluded"} == {
        found.member: found.verdict for found in assess(case, PROPOSED).outcomes
    }


@pytest.mark.parametrize("law", LAWS)
def test_a_dispute_of_the_followed(law):
    """A point that is contested for the parent is so for whoever follows, in the other reading of both."""
    who = "dependent sibling" if law is CURRENT else "sibling"
    found = outcome(who, law, mother={"real_family_life": False})
    assert ("excluded", "eligible") == (found.verdict, disputed(found)["occasional-contact"])


# ---------------------------------------------------------------- two laws side by side


def changed(old, new):
    """Give the change between two verdicts."""
    one = attrs.evolve(outcome("spouse", CURRENT), verdict=Verdict(old), possible=(Verdict(old),))
    return Change(member="person", old=one, new=attrs.evolve(one, verdict=Verdict(new), possible=(Verdict(new),)))


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("eligible", "eligible", "same"),
        ("not_yet", "not_yet", "same"),
        ("excluded", "excluded", "same"),
        ("eligible", "excluded", "lost"),
        ("not_yet", "excluded", "lost"),
        ("excluded", "eligible", "gained"),
        ("excluded", "not_yet", "gained"),
        ("eligible", "not_yet", "deferred"),
        ("not_yet", "eligible", "advanced"),
        ("undetermined", "eligible", "undetermined"),
        ("eligible", "undetermined", "undetermined"),
        ("undetermined", "undetermined", "undetermined"),
    ],
)
def test_kind_of_change(old, new, kind):
    """The kind of change follows from the two verdicts."""
    assert kind == changed(old, new).kind


def test_labels_of_the_kinds():
    """Each kind of change has a word in two languages."""
    assert all(kind.label.en and kind.label.nl and kind.label.en != kind.label.nl for kind in Kind)


@pytest.mark.parametrize("status", STATUSES)
def test_cause_of_a_loss(status):
    """The cause of a loss is the condition that the new law adds."""
    change = compare(family("partner", PROPOSED, sponsor_protection=status))["person"]
    assert [("two-status", "listed")] == [(cause.rule_set, cause.condition) for cause in change.cause]


def test_cause_of_a_gain():
    """The cause of a gain is the condition of the old law that failed."""
    change = compare(family("sibling", PROPOSED))["person"]
    assert ("gained", [("single-status", "listed")]) == (
        change.kind,
        [(cause.rule_set, cause.condition) for cause in change.cause],
    )


def test_several_causes_together():
    """Where several conditions stand in the way together, all of them are the cause."""
    poor = {"sponsor_means": False, "sponsor_housing": "none", "decided_on": date(2026, 11, 25)}
    change = compare(family("spouse", PROPOSED, sponsor_protection=SUBSIDIARY, **poor))["person"]
    assert ["two-year-wait", "means", "housing"] == [cause.condition for cause in change.cause]


def test_no_cause_without_a_change():
    """What does not change has no cause, also where it stays open for the same reason."""
    assert () == compare(family("spouse", PROPOSED))["person"].cause
    assert () == compare(family("spouse", PROPOSED, sham=None))["person"].cause


def test_cause_where_one_side_is_open():
    """Where one side is open, the cause is what fails on the worse side."""
    change = compare(family("partner", PROPOSED, sham=None))["person"]
    assert ("undetermined", ["listed"]) == (change.kind, [cause.condition for cause in change.cause])


def test_comparison():
    """A comparison gives one change for each member, in the order of the file, and by id."""
    found = compare(family("sibling", PROPOSED))
    assert ["person", "mother"] == list(found)
    assert (2, found["mother"]) == (len(found), found.changes[1])
    assert ("single-status", "two-status") == (found.old.rule_set, found.new.rule_set)
    assert "person: excluded -> eligible (gained)\nmother: eligible -> eligible (same)" == str(found)
    with pytest.raises(KeyError, match="amina"):
        found["amina"]


def test_comparing_the_other_way_round():
    """Any two rule sets can be compared: back to the old law what was lost is gained."""
    case = family("partner", PROPOSED)
    assert ("lost", "gained", "same") == (
        compare(case)["person"].kind,
        compare(case, PROPOSED, CURRENT)["person"].kind,
        compare(case, CURRENT, CURRENT)["person"].kind,
    )


# ---------------------------------------------------------------- pure, frozen, many


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("who", PEOPLE)
def test_equal_input_equal_output(who, law):
    """The same family gives the same outcome, which survives a pickle and a copy."""
    case = family(who, law)
    found = assess(case, law)
    assert found == assess(family(who, law), law)
    assert found == pickle.loads(pickle.dumps(found))  # noqa: S301 -- our own
    assert found == copy.deepcopy(found)
    assert case == family(who, law)


def test_a_comparison_can_be_pickled():
    """A comparison survives a pickle, and compares equal."""
    found = compare(family("sibling", PROPOSED))
    assert found == pickle.loads(pickle.dumps(found))  # noqa: S301 -- our own


def test_results_cannot_be_changed():
    """Nothing that comes out can be changed."""
    found = assess(family("spouse", PROPOSED, sponsor_protection=SUBSIDIARY, decided_on=date(2026, 11, 25)), PROPOSED)
    person = found["person"]
    frozen = (found, person, person.reasons[0], person.disputes[0], person.grounds[0], person.notes[0])
    for result in (*frozen, compare(family("spouse", PROPOSED)), compare(family("spouse", PROPOSED))["person"]):
        name = attrs.fields(type(result))[0].name
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(result, name, None)
    assert all(isinstance(many, tuple) for many in (person.reasons, person.missing, person.assumed, person.disputes))


def test_many_families():
    """Many families are assessed one by one, in their order, without asking for the next before it is needed."""
    asked = []

    def cases():
        for who in ("spouse", "partner"):
            asked.append(who)
            yield family(who, PROPOSED)

    found = assess_many(cases(), PROPOSED)
    assert [] == asked
    assert ("eligible", ["spouse"]) == (next(found)["person"].verdict, asked)
    assert ["excluded"] == [assessment["person"].verdict for assessment in found]


def test_neither_law_disturbs_the_other():
    """Assessing under one law leaves the outcome under the other as it was."""
    case = family("spouse", PROPOSED, sponsor_protection=REFUGEE)
    before = assess(case, CURRENT)
    assess(case, PROPOSED)
    assert before == assess(case, CURRENT)


# ---------------------------------------------------------------- what is left, and the days that matter


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("who", PEOPLE)
def test_article_8_is_named_for_whoever_is_excluded(who, law):
    """Art. 8 ECHR is named for who is excluded, and for nobody who is eligible (Vc B7/3.8)."""
    found = outcome(who, law)
    routes = [note.id for note in found.notes if note.about is About.ROUTE]
    assert (found.verdict == "excluded") is ("route-article-8" in routes)
    assert found.verdict == "excluded" or [] == routes


def test_days_that_matter_come_in_order():
    """The days of the procedure are told, the earliest first, with the two years for subsidiary protection."""
    found = outcome("spouse", PROPOSED, sponsor_protection=SUBSIDIARY, decided_on=date(2026, 11, 25))
    days = [milestone.day for milestone in found.milestones]
    assert days == sorted(days)
    assert WAIT_ENDS in days
    assert WAIT_ENDS not in [milestone.day for milestone in outcome("spouse", CURRENT).milestones]


def test_headings_of_notes():
    """Each kind of note has a heading in two languages."""
    assert all(about.label.en and about.label.nl and about.label.en != about.label.nl for about in About)


def test_one_member_only():
    """Assessed alone, a member comes out as among the whole family."""
    case = family("step child", CURRENT)
    assert all(assess_member(case, CURRENT, o.member) == o for o in assess(case, CURRENT).outcomes)


def test_cause_names_the_provision():
    """The cause of a change is a condition with its article, in the rule set of the worse side."""
    (cause,) = compare(family("partner", PROPOSED))["person"].cause
    assert ("listed", "two-status", "Vw 2000 art. 29c lid 1") == (cause.condition, cause.rule_set, cause.source.cite.en)


# ---------------------------------------------------------------- results as values


def test_another_outcome_is_not_equal():
    """Outcomes differ when anything that they say differs."""
    one, other = outcome("spouse", PROPOSED), outcome("spouse", PROPOSED, sponsor_protection=SUBSIDIARY)
    assert one == outcome("spouse", PROPOSED)
    assert hash(one) == hash(outcome("spouse", PROPOSED))
    assert one != other
    assert one != one.verdict
    assert str(one) in repr(one)


def test_a_comparison_leaves_nothing_out():
    """All that an outcome says takes part in comparing and in a pickle; the rest follows from it."""
    public = {name for name in dir(Outcome) if not name.startswith("_")}
    assert public - {"assumed", "disputed", "qualified"} == outcome("spouse", CURRENT).__getstate__().keys()


def test_what_is_read_first_does_not_matter():
    """Whatever is asked first of an outcome, all of it comes out the same."""
    case = family("step child", PROPOSED)
    names = ("assumptions", "milestones", "disputes", "missing", "reasons", "notes", "grounds", "deadline")
    first, last = assess(case, PROPOSED), assess(case, PROPOSED)
    asked = [[getattr(found, name) for name in names] for found in first.outcomes]
    backwards = [[getattr(found, name) for name in reversed(names)][::-1] for found in last.outcomes]
    assert asked == backwards


def test_a_condition_by_itself():
    """A condition can be asked for alone, in the main reading and the other, reached or not by the grounds."""
    case = family("spouse", PROPOSED)
    of_refugee = Family(case, PROPOSED)
    adult = PROPOSED.points["spouse-adult-day"]
    not_reached = PROPOSED.conditions["two-year-wait"]
    assert of_refugee.evaluate(adult, case.members[0]).holds is True
    assert of_refugee.evaluate(adult, case.members[0], adult.point).parts[0].node is adult.other
    assert of_refugee.evaluate(not_reached, case.members[0]).mask != 0
    of_others = PROPOSED.conditions["sibling-under-18"]
    assert of_refugee.evaluate(of_others, case.members[0]).mask != 0
    assert repr(PROPOSED) == "<RuleSet two-status>"


def test_one_family_under_each_law():
    """A family is worked out once for each law, however often it is asked for."""
    found = Family(family("spouse", PROPOSED), PROPOSED)
    assert found.under(CURRENT) is found.under(CURRENT)
