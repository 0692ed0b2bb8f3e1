"""The frozen verdicts of the three laws, and deliberate faults that a check against them finds."""

from pathlib import Path

import attrs
import pytest

from reunify import CURRENT, PROPOSED, RULE_SETS
from reunify.facts import Protection
from reunify.logic import Contested, Dropped, Join, Leaf, Where, rewritten
from reunify.rules import shared, two_status
from reunify.terms import ONE_DAY, end_of_months, last_day_under, permit_starts_on, years_after
from reunify.testing import snapshot

SNAPSHOTS = Path(__file__).parent / "snapshots"
HELP = "if the law was meant to change: reunify snapshot {id} -o tests/snapshots/{id}.txt"


def text_of(law):
    return (SNAPSHOTS / f"{law}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("law", RULE_SETS)
def test_the_laws_are_as_frozen(law):
    """Every boundary family comes out as in the snapshot."""
    found = snapshot.check(text_of(law))
    assert found.same, f"{found}\n{HELP.format(id=law)}"
    assert str(found) == f"{law}: all {found.checked} families are as in the snapshot.\n"


def test_equal_rules_give_equal_bytes():
    """A snapshot taken now is the file, byte for byte."""
    assert text_of("directive") == snapshot.take(RULE_SETS["directive"])


@pytest.mark.parametrize("law", RULE_SETS)
def test_a_snapshot_is_small(law):
    """A snapshot can be read and kept in a repository."""
    assert len(text_of(law).encode()) < 300_000


# ---------------------------------------------------------------- deliberate faults


def mutated(law, change):
    """Give a law with a fault put into every ground."""
    grounds = [
        attrs.evolve(
            ground,
            who=None if ground.who is None else rewritten(ground.who, change),
            conditions=[rewritten(node, change) for node in ground.conditions],
        )
        for ground in law.grounds
    ]
    return attrs.evolve(law, grounds=tuple(grounds), general=[rewritten(node, change) for node in law.general])


def with_function(leaf, function, **more):
    """Give a change that puts another function in the place of a condition's."""

    def change(node):
        wrong = isinstance(node, Leaf) and node.function is leaf.function
        return attrs.evolve(node, function=function, **more) if wrong else node

    return change


def a_day_less(sponsor_permit_notified_on):
    return years_after(permit_starts_on(sponsor_permit_notified_on), 2) - ONE_DAY


def a_day_more(sponsor_permit_notified_on):
    return end_of_months(sponsor_permit_notified_on, 3) + ONE_DAY


def the_other_status(sponsor_protection):
    return sponsor_protection == Protection.SUBSIDIARY


def before_and_not_on(family_since, sponsor_entered_on):
    return family_since < sponsor_entered_on


def under_17(sponsor_born_on):
    return last_day_under(sponsor_born_on, 17)


def without_excuse(node):
    if isinstance(node, Leaf) and node.function is shared.circumstances_excuse.function:
        raise Dropped
    return node


def branches_swapped(node):
    is_it = isinstance(node, Where) and node is two_status.in_time
    return attrs.evolve(node, then=node.otherwise, otherwise=node.then) if is_it else node


def all_for_any(node):
    is_it = isinstance(node, Join) and node.id == "not-independent" and not node.every
    return attrs.evolve(node, every=True) if is_it else node


def readings_swapped(node):
    is_it = isinstance(node, Contested) and node.point == "spouse-adult-day"
    return attrs.evolve(node, main=node.other, other=node.main) if is_it else node


def dropped(law, name):
    return law.amend(id=law.id, title="a fault", drop=[name])


FAULTS = {
    "the two years end a day early": (
        PROPOSED,
        lambda: mutated(PROPOSED, with_function(two_status.two_years_since_permit, a_day_less)),
        "spouse",
    ),
    "the three months end a day late": (
        CURRENT,
        lambda: mutated(CURRENT, with_function(shared.applied_within_three_months, a_day_more)),
        "partner",
    ),
    "housing is not asked": (PROPOSED, lambda: dropped(PROPOSED, "housing"), "spouse"),
    "real family life is not asked of partners": (
        CURRENT,
        lambda: dropped(CURRENT, "partner.real-family-life"),
        "customary-spouse",
    ),
    "the statuses are swapped": (
        PROPOSED,
        lambda: mutated(PROPOSED, with_function(shared.sponsor_is_refugee, the_other_status)),
        "spouse",
    ),
    "the term is asked of the wrong status": (PROPOSED, lambda: mutated(PROPOSED, branches_swapped), "child"),
    "an excuse is lost": (PROPOSED, lambda: mutated(PROPOSED, without_excuse), "spouse"),
    "family on the day of entry is too late": (
        CURRENT,
        lambda: mutated(CURRENT, with_function(shared.family_on_entry, before_and_not_on)),
        "foster-child",
    ),
    "living alone is enough to be independent": (CURRENT, lambda: mutated(CURRENT, all_for_any), "child"),
    "a sponsor of 17 is no minor": (
        CURRENT,
        lambda: mutated(CURRENT, with_function(shared.sponsor_under_18_on_d1, under_17)),
        "parent",
    ),
    "the other reading is taken as the main one": (PROPOSED, lambda: mutated(PROPOSED, readings_swapped), "spouse"),
}


def only(text, person):
    """Give the part of a snapshot that is about one person."""
    head, *sections = text.split("\n\n[")
    return "\n\n[".join([head, *(s for s in sections if s.partition("]")[0].split()[0] == person)])


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_found(fault):
    """A fault put into the rules changes a frozen result, and the check says for whom and why."""
    law, faulty, person = FAULTS[fault]
    part = only(text_of(law.id), person)
    assert snapshot.check(part, law).same
    found = snapshot.check(part, faulty())
    assert len(found) > 0
    assert found.changed[0].expected != found.changed[0].result
    assert f"{len(found)} of {found.checked} families" in str(found)


def test_what_a_check_says():
    """It names the person, both results and the provision."""
    part = only(text_of("two-status"), "spouse")
    stricter = mutated(
        PROPOSED, with_function(two_status.has_housing, lambda sponsor_housing: sponsor_housing == "own")
    )
    found = snapshot.check(part, stricter)
    assert (
        "spouse, subsidiary protection (where sponsor.housing = transit; all else met)\n"
        "  - eligible spouse | no-term-for-subsidiary\n"
        "  + not_yet spouse by housing | no-term-for-subsidiary\n"
        "  because of: housing (Vw 2000 art. 29d lid 2 c)\n" in str(found)
    )
    assert "vanwege: housing" in found.told("nl")


def test_what_is_no_snapshot():
    """A text that is no snapshot is an error that names the line."""
    with pytest.raises(ValueError, match="line 1"):
        snapshot.check("something else")
    with pytest.raises(ValueError, match="give the rule set"):
        snapshot.check("# reunify snapshot 1\n# rule set: draft\n")
    with pytest.raises(ValueError, match="line 4: "):
        snapshot.check("# reunify snapshot 1\n# rule set: two-status\n[spouse]\nborn_onn=2000-01-01\n")
