"""Rule sets with one deliberate fault each: what the tests of rules must be able to find.

Each was put in by hand, of the kinds that slip into rules: a boundary off by one day, a dropped condition,
a swapped status, an operator, a term in other units. ``test_snapshot`` finds them by the frozen verdicts,
``property/test_law_properties`` by propositions of law; the page ``docs/testers.md`` lists both.
"""

from collections.abc import Callable
from datetime import timedelta

import attrs

from reunify import CURRENT, PROPOSED
from reunify.engine.nodes import Contested, Join, Leaf, Where
from reunify.facts import Protection
from reunify.rewriting import Dropped, rewritten
from reunify.rules import age, art29c, art29d, means, sponsor, term, tie
from reunify.rules.figures import minimum_wage
from reunify.rules.regular import REGULAR
from reunify.rules.regular.sponsor import member_of_age
from reunify.ruleset import RuleSet
from reunify.terms import ONE_DAY, end_of_months, extended, last_day_under, permit_starts_on, years_after


@attrs.frozen
class Fault:
    """One fault.

    Attributes:
        name: What is wrong.
        law: The law without it.
        make: Gives the law with the fault.
        person: The person of `people.PEOPLE` for whom the snapshot finds it.
        proposition: The proposition of law that finds it.
    """

    name: str
    law: RuleSet
    make: Callable[[], RuleSet]
    person: str
    proposition: str


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


def with_function(leaf, function=None, **more):
    """Give a change that puts another function in the place of a condition's, or changes the condition itself."""

    def change(node):
        wrong = isinstance(node, Leaf) and node.function is leaf.function
        return attrs.evolve(node, function=function or node.function, **more) if wrong else node

    return change


def dropped(law, name):
    return law.amend(id="fault", title="a fault", drop=[name])


# ---------------------------------------------------------------- boundaries, operators, units


def a_day_less(sponsor_permit_notified_on):
    return years_after(permit_starts_on(sponsor_permit_notified_on), 2) - ONE_DAY


def in_days(sponsor_permit_notified_on):
    return permit_starts_on(sponsor_permit_notified_on) + timedelta(days=730)


def a_day_more(sponsor_permit_notified_on):
    return end_of_months(sponsor_permit_notified_on, 3) + ONE_DAY


def ninety_days(sponsor_permit_notified_on):
    return extended(sponsor_permit_notified_on + timedelta(days=90))


def before_and_not_on(family_since, sponsor_entered_on):
    return family_since < sponsor_entered_on


def on_or_before(married_on, sponsor_entered_on):
    return married_on <= sponsor_entered_on


def under_17(sponsor_born_on):
    return last_day_under(sponsor_born_on, 17)


def at_18(born_on):
    return years_after(born_on, 18)


def more_than_the_norm(sponsor_income_per_month, applied_on):
    return sponsor_income_per_month > minimum_wage(applied_on)


# ---------------------------------------------------------------- what is swapped, dropped or turned round


def the_other_status(sponsor_protection):
    return sponsor_protection == Protection.SUBSIDIARY


def without_excuse(node):
    if isinstance(node, Leaf) and node.function is term.circumstances_excuse.function:
        raise Dropped
    return node


def branches_swapped(node):
    is_it = isinstance(node, Where) and node is art29c.in_time
    return attrs.evolve(node, then=node.otherwise, otherwise=node.then) if is_it else node


def all_for_any(node):
    is_it = isinstance(node, Join) and node.id == "not-independent" and not node.every
    return attrs.evolve(node, every=True) if is_it else node


def any_for_all(node):
    is_it = isinstance(node, Join) and node.id == "both-adults" and node.every
    return attrs.evolve(node, every=False) if is_it else node


def readings_swapped(node):
    is_it = isinstance(node, Contested) and node.point == "spouse-adult-day"
    return attrs.evolve(node, main=node.other, other=node.main) if is_it else node


FAULTS = (
    Fault(
        "the two years end a day early",
        PROPOSED,
        lambda: mutated(PROPOSED, with_function(art29d.wait_since_permit, a_day_less)),
        "spouse",
        "on_the_last_day_of_the_two_years_nobody_is_eligible",
    ),
    Fault(
        "the two years are counted as 730 days",
        PROPOSED,
        lambda: mutated(PROPOSED, with_function(art29d.wait_since_permit, in_days)),
        "spouse",
        "on_the_last_day_of_the_two_years_nobody_is_eligible",
    ),
    Fault(
        "the three months end a day late",
        CURRENT,
        lambda: mutated(CURRENT, with_function(term.applied_within_term, a_day_more)),
        "partner",
        "too_late_without_excuse_is_excluded",
    ),
    Fault(
        "the three months are counted as ninety days",
        CURRENT,
        lambda: mutated(CURRENT, with_function(term.applied_within_term, ninety_days)),
        "child",
        "on_the_last_day_of_the_three_months_is_in_time",
    ),
    Fault(
        "housing is not asked", PROPOSED, lambda: dropped(PROPOSED, "housing"), "spouse", "without_home_not_eligible"
    ),
    Fault(
        "real family life is not asked of partners",
        CURRENT,
        lambda: dropped(CURRENT, "partner.real-family-life"),
        "customary-spouse",
        "a_tie_on_paper_only_is_excluded",
    ),
    Fault(
        "danger to public order is not asked",
        PROPOSED,
        lambda: dropped(PROPOSED, "public-order"),
        "parent",
        "danger_to_public_order_is_excluded",
    ),
    Fault(
        "the statuses are swapped",
        PROPOSED,
        lambda: mutated(PROPOSED, with_function(sponsor.is_refugee, the_other_status)),
        "spouse",
        "a_refugees_family_waits_for_nothing",
    ),
    Fault(
        "the term is asked of the wrong status",
        PROPOSED,
        lambda: mutated(PROPOSED, branches_swapped),
        "child",
        "too_late_without_excuse_is_excluded",
    ),
    Fault(
        "an excuse is lost",
        PROPOSED,
        lambda: mutated(PROPOSED, without_excuse),
        "spouse",
        "late_with_excuse_is_as_good_as_in_time",
    ),
    Fault(
        "family on the day of entry is too late",
        CURRENT,
        lambda: mutated(CURRENT, with_function(tie.family_on_entry, before_and_not_on)),
        "foster-child",
        "taken_in_on_the_day_of_entry_is_family",
    ),
    Fault(
        "a marriage on the day of entry is in time",
        PROPOSED,
        lambda: mutated(PROPOSED, with_function(tie.married_before_entry, on_or_before)),
        "spouse",
        "married_on_the_day_of_entry_is_too_late",
    ),
    Fault(
        "living alone is enough to be independent",
        CURRENT,
        lambda: mutated(CURRENT, all_for_any),
        "child",
        "living_alone_alone_does_not_count",
    ),
    Fault(
        "one adult of the two is enough",
        CURRENT,
        lambda: mutated(CURRENT, any_for_all),
        "partner",
        "a_couple_of_whom_one_is_under_18_is_excluded",
    ),
    Fault(
        "a sponsor of 17 is no minor",
        CURRENT,
        lambda: mutated(CURRENT, with_function(age.sponsor_under_18_on_d1, under_17)),
        "parent",
        "minor_until_the_day_before_the_birthday",
    ),
    Fault(
        "a child's age counts on the wrong day",
        CURRENT,
        lambda: mutated(CURRENT, with_function(age.under_18_on_d1, compared="applied_on")),
        "child",
        "a_child_of_age_since_the_asylum_application_stays_a_child",
    ),
    Fault(
        "an income of exactly the norm is too low",
        PROPOSED,
        lambda: mutated(PROPOSED, with_function(means.income_reaches_norm_of_application, more_than_the_norm)),
        "spouse",
        "an_income_of_exactly_the_norm_is_enough",
    ),
    Fault(
        "a step child comes without its parent",
        CURRENT,
        lambda: dropped(CURRENT, "step-parent-comes"),
        "step-child",
        "a_step_child_needs_its_parent",
    ),
    Fault(
        "the other reading is taken as the main one",
        PROPOSED,
        lambda: mutated(PROPOSED, readings_swapped),
        "spouse",
        "a_spouse_of_18_on_the_decision_is_an_adult",
    ),
    Fault(
        "a young adult may support himself",
        CURRENT,
        lambda: dropped(CURRENT, "adult-child.not-self-supporting"),
        "young-adult",
        "a_grown_child_who_is_independent_is_excluded",
    ),
    Fault(
        "another marriage does not count",
        REGULAR,
        lambda: dropped(REGULAR, "regular-partner.not-tied-to-another"),
        "partner",
        "who_can_still_divorce_another_is_no_partner_yet",
    ),
    Fault(
        "a partner of 18 is old enough for the regular route",
        REGULAR,
        lambda: mutated(REGULAR, with_function(member_of_age, at_18)),
        "partner",
        "a_partner_turns_21_before_coming",
    ),
)


def about(snapshot, person):
    """Give the part of a snapshot that is about one person; its head does not say how many families that is."""
    head, *sections = snapshot.split("\n\n[")
    head = "".join(line for line in head.splitlines(keepends=True) if not line.startswith("# families"))
    return "\n\n[".join([head, *(part for part in sections if part.partition("]")[0].split()[0] == person)])
