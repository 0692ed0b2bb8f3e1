"""Proofs: equal, or a family that `assess` confirms, or what could not be reached."""

from datetime import date

import pytest

from reunify import CURRENT, DIRECTIVE, PROPOSED, assess
from reunify.engine.meaning import SETTLED
from reunify.facts import Relation
from reunify.logic import condition
from reunify.proof.prove import Outcome, answer_for, differs
from reunify.proof.search import families
from reunify.reform.proven import better, worse
from reunify.sources import VW
from reunify.testing import Proof, prove


def without(*names):
    return PROPOSED.amend(id="draft", title="a draft", drop=names)


def confirmed(family, old, new):
    """Say what comes out for the person under both laws."""
    return tuple(assess(family, law)[family.members[0].id].verdict.value for law in (old, new))


@pytest.mark.slow("proves over all families")
def test_a_foster_parent_who_gains():
    """Without the closed list a parent who is none by birth or law comes in: a family shows it."""
    proof = prove(PROPOSED, without("parent.listed"), unknown=False)
    assert "differs" == proof.outcome
    assert Relation.PARENT in proof.of("differs")
    gains = answer_for(Relation.PARENT, PROPOSED, proof.new, lambda old, new: old < new and {old, new} <= SETTLED)
    before, after = confirmed(gains.family, PROPOSED, proof.new)
    assert ("excluded", True) == (before, after in ("not_yet", "eligible"))


@pytest.mark.slow("proves over all families")
def test_a_late_brother_who_loses():
    """Without the excuse a brother who files late with his mother loses his place."""
    draft = without("sibling.excusable-delay")
    loses = answer_for(Relation.SIBLING, PROPOSED, draft, lambda old, new: old > new and {old, new} <= SETTLED)
    assert Outcome.DIFFERS is loses.outcome
    assert ("eligible", "excluded") == confirmed(loses.family, PROPOSED, draft)


@pytest.mark.slow("states a law for everybody, and once more")
@pytest.mark.parametrize("unknown", [True, False])
def test_a_law_is_equal_to_itself(unknown):
    """Said otherwise, too."""
    same = prove(PROPOSED, PROPOSED, unknown=unknown)
    assert ("equal", None, ()) == (same.outcome, same.family, same.open)
    assert tuple(Relation) == same.of("equal")


def test_the_same_family_whatever_was_asked_before():
    """What the solver found out on the way to another answer does not change which family is shown."""
    families.cache_clear()
    first = answer_for(Relation.PARTNER, CURRENT, PROPOSED, worse).family
    families.cache_clear()
    for sought in (better, differs):
        answer_for(Relation.PARTNER, DIRECTIVE, PROPOSED, sought)
    assert first == answer_for(Relation.PARTNER, CURRENT, PROPOSED, worse).family
    assert "excluded" == confirmed(first, CURRENT, PROPOSED)[1]


@pytest.mark.slow("proves in every reading")
def test_a_condition_that_decides_in_another_reading_only():
    """In the main reading no step child is on the list, so that it changes nothing to ask for the parent as well."""
    draft = without("step-parent-comes")
    assert Outcome.EQUAL is answer_for(Relation.CHILD, PROPOSED, draft, differs).outcome
    other = answer_for(Relation.CHILD, PROPOSED, draft, differs, reading="step-child")
    assert Outcome.DIFFERS is other.outcome


def test_what_is_left_open_differs_too():
    """A law can differ in what it leaves open alone; then only unknown facts show it."""
    means = PROPOSED.conditions["means"]
    draft = PROPOSED.amend(id="draft", title="a draft", add=[means])
    with_unknown = answer_for(Relation.GRANDPARENT, CURRENT, PROPOSED, differs, given=unknown_sponsor)
    assert Outcome.DIFFERS is with_unknown.outcome
    assert "undetermined" in confirmed(with_unknown.family, CURRENT, PROPOSED)
    assert draft.id == "draft"


def unknown_sponsor(case):
    return case.sponsor.born_on is None


@pytest.mark.slow("proves three times")
def test_only_some_families():
    """A change for subsidiary protection changes nothing for refugees."""
    draft = without("housing")

    def of_status(status):
        return lambda case: case.sponsor.protection == status

    assert Outcome.EQUAL is prove(PROPOSED, draft, given=of_status("refugee")).outcome
    for_others = prove(PROPOSED, draft, given=of_status("subsidiary"))
    assert "subsidiary" == for_others.family.sponsor.protection
    only_spouses = prove(PROPOSED, draft, given=lambda case: case.members[0].relation == "spouse")
    assert [Relation.SPOUSE] == [answer.relation for answer in only_spouses.answers]


@condition(id="filed-on-a-monday", source=VW["29c.1"], en="filed on a Monday", nl="ingediend op een maandag")
def filed_on_monday(applied_on: date) -> bool:
    """A condition that turns to and fro, which cannot be followed."""
    return applied_on.weekday() == 0


def test_a_condition_that_cannot_be_followed_is_left_open_or_shown():
    """What a function does with a weekday is not seen beforehand: a family is tried, or the name is told."""
    draft = PROPOSED.amend(id="mondays", title="mondays", add=[filed_on_monday])
    shown = answer_for(Relation.OTHER, PROPOSED, draft, differs)
    assert Outcome.DIFFERS is shown.outcome
    open_ = answer_for(Relation.OTHER, draft, draft.amend(id="twice", title="twice", add=[again]), differs)
    assert (Outcome.OPEN, True) == (open_.outcome, "filed-on-a-monday-again" in open_.open)


@condition(id="filed-on-a-monday-again", source=VW["29c.1"], en="the same", nl="hetzelfde")
def again(applied_on: date) -> bool:
    """The same thing, said a second time: equal in effect, but that is not seen."""
    return applied_on.isoweekday() == 1


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_what_is_told(lang):
    """The outcome, for whom, of what it is said, and how long it took."""
    proof = prove(PROPOSED, without("housing"), given=lambda case: case.members[0].relation == "grandparent")
    assert isinstance(proof, Proof)
    told = proof.told(lang)
    assert f"two-status -> draft: {Outcome.EQUAL.label[lang]}" in told
    assert Relation.GRANDPARENT.label[lang] in told
    assert {"en": "1850 to 2200", "nl": "1850 tot en met 2200"}[lang] in told
    assert str(proof) == proof.told("en")


def test_as_data():
    """The answers as plain data, for JSON."""
    data = prove(PROPOSED, without("housing"), given=lambda case: case.members[0].relation == "grandparent").to_data()
    assert ["grandparent"] == [answer["relation"] for answer in data["answers"]]
    assert ("equal", True, []) == (data["outcome"], data["unknown"], data["open"])
