"""Proofs: equal, or a family that `assess` confirms, or what could not be reached."""

import json
from datetime import date, timedelta

import attrs
import pytest
from laws import a_ground, a_law

from reunify import CURRENT, DIRECTIVE, PROPOSED, assess
from reunify.__main__ import main
from reunify.engine.meaning import NOT_YET, SETTLED
from reunify.facts import Relation
from reunify.logic import UNMET, Curable, all_of, any_of, condition, from_day, until_day
from reunify.proof.prove import Outcome, all_pairs, answer_for, differs
from reunify.proof.search import families
from reunify.reform.proven import better, worse
from reunify.sources import VW
from reunify.terms import end_of_months, years_after
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


# ---------------------------------------------------------------- the days that are told

DAYS = {"source": VW["29c.1"], "en": "the day", "nl": "de dag"}
COUSINS = {"relation": Relation.OTHER, "id": "cousin"}


def of_cousins(*conditions):
    """Give a law for cousins alone."""
    return a_law([a_ground(*conditions, **COUSINS)])


def term(months, **said):
    return until_day("applied_on", id="term", **DAYS, **said)(
        lambda sponsor_permit_notified_on: end_of_months(sponsor_permit_notified_on, months)
    )


def wait(years, curable=Curable.BY_TIME):
    return from_day(id="wait", curable=curable, **DAYS)(lambda born_on: years_after(born_on, years))


def days_of(old, new, sought=differs, pairs=all_pairs):
    """Say whether cousins come to the same days, and what a family that shows another shows."""
    answer = answer_for(Relation.OTHER, old, new, sought, days_of=pairs)
    if answer.family is None:
        return answer.outcome, answer.open
    first = [assess(answer.family, law).outcomes[0] for law in (old, new)]
    return answer.outcome, *((one.verdict.value, one.eligible_from, one.deadline) for one in first)


def test_a_last_day_that_is_not_told():
    """Whether a day is the end of a term changes no verdict: only who looks at the days sees it."""
    old, new = of_cousins(term(3, is_term=True)), of_cousins(term(3))
    assert Outcome.EQUAL is answer_for(Relation.OTHER, old, new, differs).outcome
    outcome, (verdict, _, last_day), (other_verdict, _, no_day) = days_of(old, new)
    assert (Outcome.DIFFERS, verdict, None) == (outcome, other_verdict, no_day)
    assert last_day is not None


def test_days_that_are_said_otherwise():
    """Twelve months after the permit is the same day, however it is joined; thirteen are not."""
    old = of_cousins(any_of(term(12, is_term=True), term(3, is_term=True)))
    assert (Outcome.EQUAL, ()) == days_of(old, of_cousins(term(12, is_term=True)))
    outcome, one, other = days_of(old, of_cousins(term(13, is_term=True)), sought=lambda *_: False)
    assert Outcome.DIFFERS is outcome
    assert one[2] < other[2]


def test_from_when():
    """A wait that ends later, where neither is over: the same verdict, and another day."""
    outcome, one, other = days_of(
        of_cousins(wait(20)), of_cousins(wait(21)), sought=lambda *_: False, pairs=lambda *sets: set(sets) == {NOT_YET}
    )
    assert (Outcome.DIFFERS, True) == (outcome, one[1] < other[1])
    assert (Outcome.EQUAL, ()) == days_of(of_cousins(wait(20)), of_cousins(all_of(wait(20), wait(18))))


def test_of_whom_the_days_count():
    """Of those of whom something is left open they count only where that is asked."""
    told, not_told = of_cousins(term(3, is_term=True)), of_cousins(term(3))
    asked = {
        "given": lambda case: case.members[0].relation == "other" and case.members[0].applied_on is None,
        "days": True,
    }
    assert "differs" == prove(told, not_told, **asked).outcome
    assert "equal" == prove(told, not_told, **asked, unknown=False).outcome


def test_a_day_that_cannot_be_followed():
    """It is told which; and a verdict that differs is shown all the same."""
    law = of_cousins(from_day(id="monday", curable=Curable.BY_TIME, **DAYS)(monday_after))
    assert (Outcome.OPEN, ("monday",)) == days_of(law, law)
    outcome, _, other = days_of(law, of_cousins(UNMET))
    assert (Outcome.DIFFERS, "excluded") == (outcome, other[0])


def monday_after(born_on):
    return born_on + timedelta(days=7 - born_on.weekday())


@pytest.mark.slow("states the days of three laws for everybody")
@pytest.mark.parametrize("law", [CURRENT, PROPOSED, DIRECTIVE], ids=lambda law: law.id)
def test_a_law_tells_its_own_days(law):
    """All days of all laws are followed."""
    same = prove(law, law, days=True)
    assert ("equal", (), True) == (same.outcome, same.open, same.days)


@pytest.mark.slow("states the days of two laws for everybody")
def test_a_wait_of_three_years_is_told():
    """Whose day moves on: those who are made to wait, and, of a child, the last day that the wait leaves."""
    longer = PROPOSED.amend(id="draft", title="a draft", figures={"wait": 3})
    answer = answer_for(Relation.SIBLING, PROPOSED, longer, lambda *_: False, days_of=all_pairs)
    first, then = (assess(answer.family, law).outcomes[0].eligible_from for law in (PROPOSED, longer))
    assert first.year + 1 == then.year
    assert answer_for(Relation.GRANDPARENT, PROPOSED, longer, differs, days_of=all_pairs).is_equal


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
    said = {True: {"en": "Compared too: from which day", "nl": "Ook vergeleken: vanaf welke dag"}}
    said[False] = {"en": "are not compared.", "nl": "zijn niet vergeleken."}
    assert said[False][lang] in told
    assert said[True][lang] not in told
    assert said[True][lang] in attrs.evolve(proof, days=True).told(lang)


def test_as_data():
    """The answers as plain data, for JSON."""
    data = prove(PROPOSED, without("housing"), given=lambda case: case.members[0].relation == "grandparent").to_data()
    assert ["grandparent"] == [answer["relation"] for answer in data["answers"]]
    assert ("equal", True, False, []) == (data["outcome"], data["unknown"], data["days"], data["open"])


@pytest.mark.parametrize("words", [[], ["--days"]])
def test_command(words, capsys):
    """The days are compared where that is asked."""
    given = ["--given", "relation=grandparent", "--format", "json"]
    assert 0 == main(["prove", "two-status", "two-status", *given, *words])
    assert bool(words) == json.loads(capsys.readouterr().out)["days"]
