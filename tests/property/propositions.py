"""Propositions of law about drawn families, each of which a faithful rule set bears out.

Each is stated from the text of the law, a ruling or policy, not from the rules as coded: it sets the scene
in a family that hypothesis drew, and says what must come out of it, or what must make no difference. A
scene that cannot be (a child older than its parent) says nothing; that is counted, so that no proposition
passes by silence.
"""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import attrs
from dateutil.relativedelta import relativedelta
from hypothesis import find, settings
from hypothesis import strategies as st

from reunify import ASSUMED, CURRENT, PROPOSED, BadCase, Case, FamilyMember, Verdict, assess
from reunify.facts import CASE_FACTS
from reunify.rules.regular import REGULAR
from reunify.ruleset import RuleSet
from reunify.terms import NEVER, is_day_off
from reunify.testing import families

ONE_DAY = timedelta(days=1)
COUPLE = ("spouse", "registered_partner", "partner")
NAREIS = ("spouse", "minor-child", "parent", "sibling", "dependent-sibling")
"""The grounds of arts 29c and 29d; art. 29b is for who is here already."""
NOT_HERE = {"travelled_with_sponsor": False, "in_netherlands": False, "entered_on": NEVER, "asylum_applied_on": NEVER}


class CannotBeError(Exception):
    """A scene that contradicts itself."""


@attrs.frozen
class Scene:
    """One member of a drawn family under a law."""

    case: Case
    member: FamilyMember
    law: RuleSet

    def family(self, **facts):
        """Give the family with facts of the sponsor (``sponsor_…``), the member and the case set."""
        of_case = {name: facts.pop(name) for name in CASE_FACTS if name in facts}
        sponsor = {name.removeprefix("sponsor_"): value for name, value in facts.items() if name.startswith("sponsor_")}
        own = {name: value for name, value in facts.items() if not name.startswith("sponsor_")}
        members = tuple(attrs.evolve(m, **own) if m is self.member else m for m in self.case.members)
        try:
            return attrs.evolve(
                self.case, sponsor=attrs.evolve(self.case.sponsor, **sponsor), members=members, **of_case
            )
        except BadCase:
            raise CannotBeError from None

    def outcome(self, **facts):
        """Give what comes out for the member with these facts set."""
        return assess(self.family(**facts), self.law)[self.member.id]

    @property
    def granted(self):
        return self.case.sponsor.permit_notified_on

    @property
    def decided(self):
        return self.case.decided_on

    @property
    def last_day_in_time(self):
        """Three months after the grant was made known, or the first working day after that."""
        day = self.granted + relativedelta(months=3)
        while is_day_off(day):
            day += ONE_DAY
        return day


@attrs.frozen
class Proposition:
    """A proposition of law.

    Attributes:
        says: What it says, and where that is from.
        laws: The laws that bear it out.
        of: The relations of the members that it is about.
        families: Where its families are drawn.
        check: Checks it in a scene.
    """

    says: str
    laws: tuple[RuleSet, ...]
    of: tuple[str, ...]
    families: st.SearchStrategy[Case]
    check: Callable[[Scene], None]

    def holds(self, case, law):
        """Check it in a family, and give the number of members about whom it had something to say."""
        said = 0
        for member in case.members:
            if member.relation in self.of:
                try:
                    self.check(Scene(case, member, law))
                except CannotBeError:
                    continue
                said += 1
        return said

    def smallest_against(self, law, examples):
        """Find the smallest drawn family that speaks against it; hypothesis raises if it finds none."""

        def against(case):
            try:
                self.holds(case, law)
            except AssertionError:
                return True
            return False

        return find(self.families, against, settings=settings(max_examples=examples))

    def scene_against(self, case, law):
        """Give the family with the scene set in which the proposition does not hold."""
        scenes = []

        @attrs.frozen
        class Watched(Scene):
            def family(self, **facts):
                scenes.append(super().family(**facts))
                return scenes[-1]

        for member in case.members:
            if member.relation in self.of:
                try:
                    self.check(Watched(case, member, law))
                except CannotBeError:
                    continue
                except AssertionError:
                    return scenes[-1]
        return None


PROPOSITIONS = {}


def proposition(*laws, of, **options):
    """Add a proposition about the members of some relations."""

    def add(check):
        says = " ".join(check.__doc__.split())
        drawn = families(unknown=0, max_members=2, **options)
        PROPOSITIONS[check.__name__] = Proposition(says, laws, of, drawn, check)
        return check

    return add


def eligible_by(outcome, grounds=NAREIS):
    return [ground.id for ground in outcome.grounds if ground.id in grounds and Verdict.ELIGIBLE in ground.possible]


def unmet(outcome, condition):
    return [g.id for g in outcome.grounds for r in g.reasons if r.condition == condition and r.holds is False]


# ---------------------------------------------------------------- the three months


@proposition(CURRENT, PROPOSED, of=(*COUPLE, "child"), protection="refugee", near="in-time")
def too_late_without_excuse_is_excluded(scene):
    """Who applies a day after the three months, without an excuse, is excluded (29 lid 2 old; 29c lid 1)."""
    late = {"applied_on": scene.last_day_in_time + ONE_DAY, "lateness_excusable": False, "late_because": "other"}
    assert scene.outcome(**NOT_HERE, **late, sponsor_informed_of_term=True).verdict is Verdict.EXCLUDED


@proposition(CURRENT, PROPOSED, of=(*COUPLE, "child", "parent"), protection="refugee", near="in-time")
def on_the_last_day_of_the_three_months_is_in_time(scene):
    """A term of months ends on the day with the same number; on that day itself one is in time."""
    assert unmet(scene.outcome(applied_on=scene.granted + relativedelta(months=3)), "in-time") == []


@proposition(CURRENT, PROPOSED, of=(*COUPLE, "parent"), protection="refugee", near="in-time")
def late_with_excuse_is_as_good_as_in_time(scene):
    """A lateness that is excusable makes no difference (29 lid 5 old; 29c lid 2; C-380/17)."""
    in_time = scene.outcome(applied_on=scene.last_day_in_time)
    late = scene.outcome(applied_on=scene.last_day_in_time + ONE_DAY, lateness_excusable=True)
    assert late.verdict is in_time.verdict


# ---------------------------------------------------------------- art. 29d: subsidiary protection


@proposition(PROPOSED, of=("spouse", "child", "parent", "sibling"), protection="subsidiary", near="two-year-wait")
def on_the_last_day_of_the_two_years_nobody_is_eligible(scene):
    """The permit starts on the day after the grant is made known (44 lid 2), so two years after the grant
    the two years are not yet over (29d lid 2 a)."""
    assert eligible_by(scene.outcome(sponsor_permit_notified_on=scene.decided - relativedelta(years=2))) == []


@proposition(PROPOSED, of=("spouse", "child"), protection="subsidiary", near="housing")
def without_home_not_eligible(scene):
    """A reception centre is no housing (29d lid 2 c), except for an unaccompanied minor."""
    assert eligible_by(scene.outcome(sponsor_housing="reception", sponsor_unaccompanied_minor=False)) == []


@proposition(PROPOSED, of=("spouse", "child"), protection="subsidiary", near=["means", "housing"])
def an_income_of_exactly_the_norm_is_enough(scene):
    """The means are *at least* the minimum wage (Vb 3.74, 3.105): of 2477.95 in the first half of 2026."""
    day = scene.decided.replace(year=2026, month=3, day=2)
    lasting = {"sponsor_income_until": day + relativedelta(years=9), "sponsor_income_from": ASSUMED}
    plain = {"mvv_granted_on": NEVER, "first_refused_on": NEVER, "decided_on": max(scene.decided, day)}
    facts = {"applied_on": day, "sponsor_means": ASSUMED} | lasting | plain
    more = scene.outcome(**facts, sponsor_income_per_month=Decimal(9999))
    assert scene.outcome(**facts, sponsor_income_per_month=Decimal("2477.95")).verdict is more.verdict


@proposition(CURRENT, PROPOSED, of=("spouse", "child", "parent", "sibling"), protection="refugee", near="means")
def a_refugees_family_waits_for_nothing(scene):
    """No wait, means or housing is asked of a refugee (29c; Directive art. 12)."""
    assert Verdict.NOT_YET not in scene.outcome().possible


# ---------------------------------------------------------------- the tie


@proposition(CURRENT, PROPOSED, of=COUPLE, near="real-family-life")
def a_tie_on_paper_only_is_excluded(scene):
    """Without real family life no spouse or partner comes (Vc C2/4.1)."""
    assert scene.outcome(**NOT_HERE, real_family_life=False).verdict is Verdict.EXCLUDED


@proposition(CURRENT, PROPOSED, of=("child",), near="minor-child.family-at-entry")
def taken_in_on_the_day_of_entry_is_family(scene):
    """Family *on* the day of entry is family at entry: a day earlier makes no difference (29 lid 2 old; 29c lid 1)."""
    adopted = {"parentage": "adopted", "adoption_recognised": True}
    entered = scene.case.sponsor.entered_on
    before = scene.outcome(**adopted, family_since=entered - ONE_DAY)
    assert scene.outcome(**adopted, family_since=entered).verdict is before.verdict


@proposition(CURRENT, PROPOSED, of=("spouse", "registered_partner"), near="married-before-entry")
def married_on_the_day_of_entry_is_too_late(scene):
    """A marriage must have begun *before* entry (29 lid 2 a old; 29c lid 1 a)."""
    entered = scene.case.sponsor.entered_on
    facts = {"married_on": entered, "validated_on": ASSUMED, "family_since": entered}
    assert scene.outcome(**NOT_HERE, **facts).verdict is Verdict.EXCLUDED


@proposition(CURRENT, PROPOSED, of=COUPLE, near=["spouse-adult", "both-adults"])
def a_couple_of_whom_one_is_under_18_is_excluded(scene):
    """Who turns 18 on the day after the decision is excluded as a spouse or partner (BW 10:32; 29c lid 1 a)."""
    born_on = scene.decided - relativedelta(years=18) + ONE_DAY
    assert scene.outcome(**NOT_HERE, born_on=born_on).verdict is Verdict.EXCLUDED


@proposition(PROPOSED, of=("spouse",), near="spouse-adult")
def a_spouse_of_18_on_the_decision_is_an_adult(scene):
    """In the main reading it is enough to be 18 on the day of the decision (29c lid 1 a)."""
    assert unmet(scene.outcome(born_on=scene.decided - relativedelta(years=18)), "spouse-adult") == []


# ---------------------------------------------------------------- children


@proposition(CURRENT, PROPOSED, of=("child",), protection="refugee", near="under-18")
def a_child_of_age_since_the_asylum_application_stays_a_child(scene):
    """Who was 17 when the sponsor applied for asylum is a minor child, if applied for in time (C-279/20)."""
    born_on = scene.case.sponsor.asylum_applied_on - relativedelta(years=18) + ONE_DAY
    outcome = scene.outcome(born_on=born_on, applied_on=scene.granted)
    assert "minor-child" in [ground.id for ground in outcome.grounds]
    assert unmet(outcome, "under-18") == []


@proposition(CURRENT, PROPOSED, of=("child",), near="not-independent")
def living_alone_alone_does_not_count(scene):
    """Only living alone *and* supporting oneself together break the tie (Vc C2/4.1)."""
    at_home = scene.outcome(lives_independently=False, self_supporting=False)
    assert scene.outcome(lives_independently=True, self_supporting=False).verdict is at_home.verdict


@proposition(CURRENT, PROPOSED, of=("child",), near="adult-child.not-self-supporting")
def a_grown_child_who_is_independent_is_excluded(scene):
    """A child of 19 who lives alone, supports himself and does not depend on the sponsor is excluded
    (29 lid 2 b old; 29c lid 1 b)."""
    born_on = scene.case.sponsor.asylum_applied_on - relativedelta(years=19)
    facts = {"born_on": born_on, "lives_independently": True, "self_supporting": True, "dependent": False}
    assert scene.outcome(**NOT_HERE, **facts).verdict is Verdict.EXCLUDED


@proposition(CURRENT, PROPOSED, of=("child",), near="step-parent-comes")
def a_step_child_needs_its_parent(scene):
    """A step child of whom no parent comes along or is here is excluded (Vc C2/4.1; 29c lid 1 b)."""
    facts = {"parentage": "step", "parent_member": "none", "family_since": scene.case.sponsor.entered_on}
    assert scene.outcome(**NOT_HERE, **facts).verdict is Verdict.EXCLUDED


# ---------------------------------------------------------------- unaccompanied minors; refusal


@proposition(CURRENT, PROPOSED, of=("parent",), near="sponsor-uam")
def minor_until_the_day_before_the_birthday(scene):
    """Who turned 18 on the day after applying for asylum was a minor (C-550/16)."""
    born_on = scene.case.sponsor.asylum_applied_on - relativedelta(years=18) + ONE_DAY
    alone = {"sponsor_evidently_not_alone": False, "sponsor_taken_in_by_relative": False}
    outcome = scene.outcome(sponsor_born_on=born_on, sponsor_unaccompanied_minor=True, **alone)
    assert unmet(outcome, "sponsor-uam") == []


@proposition(CURRENT, PROPOSED, of=("spouse", "child", "parent", "sibling", "grandparent"), near="public-order")
def danger_to_public_order_is_excluded(scene):
    """Nobody who is a danger to public order comes (Vc C2/4.1; 32 lid 5 b)."""
    assert scene.outcome(public_order=True).verdict is Verdict.EXCLUDED


# ---------------------------------------------------------------- the regular route


@proposition(REGULAR, of=("partner",), relations="partner", near="not-tied-to-another", laws=(REGULAR,))
def who_can_still_divorce_another_is_no_partner_yet(scene):
    """Both are unmarried, unless a marriage cannot be dissolved (Vb 3.14 b 2°)."""
    assert unmet(scene.outcome(married_to_another="yes"), "not-tied-to-another")


@proposition(REGULAR, of=("partner",), relations="partner", near="member-21", laws=(REGULAR,))
def a_partner_turns_21_before_coming(scene):
    """Who is 21 on the day after the decision is not old enough on the decision (Vb 3.14 b, Vw 26)."""
    born_on = scene.decided - relativedelta(years=21) + ONE_DAY
    assert unmet(scene.outcome(born_on=born_on), "member-21")
