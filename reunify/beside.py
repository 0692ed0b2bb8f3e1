"""The regular route beside nareis: asked for everybody who is not eligible, as an application still to be made.

The day of the nareis application is not that of the regular one: another purpose needs its own application. So it is read
as made on the decision day; who has come of age since is no child of this route any more.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from reunify.assess import Outcome, assess_family
from reunify.engine.meaning import Verdict
from reunify.facts import NOT_FILED, Case
from reunify.rules.regular import REGULAR
from reunify.ruleset import RuleSet
from reunify.text import Choice
from reunify.verdicts.family import Family

__all__ = ["First", "SecondRoute", "application_to_come", "second_routes"]


class First(Choice):
    """Which of the two routes is there first."""

    NAREIS = "nareis", "nareis is first", "nareis is eerder"
    REGULAR = "regular", "the regular route is first", "de reguliere weg is eerder"
    SAME = "same", "both on the same day", "beide op dezelfde dag"


@attrs.frozen(kw_only=True)
class SecondRoute:
    """What the regular route gives somebody who is not eligible for nareis.

    Attributes:
        nareis: What comes out for nareis.
        regular: What comes out on the regular route, for an application made on the decision day.
        law: The law of that route.
    """

    nareis: Outcome
    regular: Outcome
    law: RuleSet = REGULAR

    @property
    def first(self) -> First | None:
        """Which of the two is there first, from both days; None where it is not known of one of them."""
        if self.regular.verdict is Verdict.ELIGIBLE and self.nareis.verdict is Verdict.NOT_YET:
            return First.REGULAR
        nareis, regular = _from(self.nareis), _from(self.regular)
        if regular is None:
            return None if nareis is None or self.regular.verdict is not Verdict.EXCLUDED else First.NAREIS
        if nareis is None:
            return First.REGULAR if self.nareis.verdict is Verdict.EXCLUDED else None
        return First.SAME if nareis == regular else First.NAREIS if nareis < regular else First.REGULAR


def _from(outcome: Outcome) -> date | None:
    """Give the day from which somebody may come; None where only action brings it, or it is not known."""
    if outcome.verdict is Verdict.ELIGIBLE:
        return date.min
    return outcome.eligible_from if outcome.verdict is Verdict.NOT_YET else None


def application_to_come(case: Case) -> Case:
    """Give the family as it is for a regular application that is still to be made."""
    return attrs.evolve(case, members=tuple(attrs.evolve(member, applied_on=NOT_FILED) for member in case.members))


def second_routes(case: Case, outcomes: Iterable[Outcome], law: RuleSet = REGULAR) -> dict[str, SecondRoute]:
    """Give the second route of each person who is not eligible for nareis, by the person's id.

    Args:
        case: The family, with its decision day.
        outcomes: What comes out for nareis.
        law: The law of the second route.
    """
    closed = [outcome for outcome in outcomes if outcome.verdict is not Verdict.ELIGIBLE]
    if not closed:
        return {}
    regular = assess_family(Family(application_to_come(case), law, in_all_readings=True))
    return {one.member: SecondRoute(nareis=one, regular=regular[one.member], law=law) for one in closed}
