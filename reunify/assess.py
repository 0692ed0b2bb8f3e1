"""Assess a family under a rule set, and compare two rule sets.

Pure functions: no clock, no files, no network, no state. Equal input gives equal output.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reunify.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reunify.comparison import Cause, Change, ChangeKind, Comparison, Kind
    from reunify.facts import Case
    from reunify.results import Dispute, GroundOutcome, MilestoneGiven, NoteGiven, Part, Reason, TurnOfVerdict
    from reunify.ruleset import RuleSet
    from reunify.verdicts.outcome import Assessment, Outcome, assess_family
    from reunify.verdicts.reasons import citable
else:
    __getattr__ = lazily(
        __name__,
        {
            "reunify.comparison": "Cause Change ChangeKind Comparison Kind",
            "reunify.verdicts.outcome": "Assessment Outcome assess_family",
            "reunify.verdicts.reasons": "citable",
            "reunify.results": "Dispute GroundOutcome MilestoneGiven NoteGiven Part Reason TurnOfVerdict",
        },
    )

__all__ = [
    "Assessment",
    "Cause",
    "Change",
    "ChangeKind",
    "Comparison",
    "Dispute",
    "GroundOutcome",
    "Kind",
    "MilestoneGiven",
    "NoteGiven",
    "Outcome",
    "Part",
    "Reason",
    "TurnOfVerdict",
    "assess",
    "assess_family",
    "assess_many",
    "assess_member",
    "citable",
    "compare",
]


def assess(case: Case, rule_set: RuleSet | str) -> Assessment:
    """Say for each member of a family what comes out under a rule set.

    Args:
        case: The family; its ``decided_on`` (D4) is the day that the assessment is made for. None there
            leaves what turns on it unknown.
        rule_set: The law, or its id in `RULE_SETS`. Whether it is in force on that day is not asked: see `in_force_on`.

    Returns:
        One outcome a member, in the order of the case.

    Raises:
        BadCase: There is no law of that id.
    """
    from reunify.verdicts.family import Family  # noqa: PLC0415 -- loaded when it is asked for, as the rest here
    from reunify.verdicts.outcome import assess_family  # noqa: PLC0415

    return assess_family(Family(case, _law(rule_set, "rule_set")))


def assess_member(case: Case, rule_set: RuleSet, member: str) -> Outcome:
    """Say what comes out for one member only; the others are looked at as far as this one follows them.

    Args:
        case: The family, with the decision day (D4) in ``decided_on``.
        rule_set: The law.
        member: The person's id.

    Raises:
        KeyError: There is no such member.
    """
    from reunify.verdicts.family import Family  # noqa: PLC0415
    from reunify.verdicts.outcome import outcome_of  # noqa: PLC0415

    return outcome_of(Family(case, rule_set), case.member(member))


def compare(case: Case, old: RuleSet | str | None = None, new: RuleSet | str | None = None) -> Comparison:
    """Assess a family under two rule sets, for one and the same decision day.

    Args:
        case: The family.
        old: The rule set to compare from, or its id; before 12 June 2026 unless given.
        new: The rule set to compare with, or its id; from 12 June 2026 unless given.

    Raises:
        BadCase: There is no law of one of the ids.
    """
    from reunify.comparison import Comparison  # noqa: PLC0415
    from reunify.verdicts.family import Family  # noqa: PLC0415
    from reunify.verdicts.outcome import assess_family  # noqa: PLC0415

    family = Family(case, _law(old, "old", 0))
    return Comparison(old=assess_family(family), new=assess_family(family.under(_law(new, "new", -1))))


def _law(law: RuleSet | str | None, place: str, regime: int = 0) -> RuleSet:
    """Give a law itself, or that of an id; where none is given, the first or the last that applies to decisions."""
    from reunify.rules.laws import RULE_SETS  # noqa: PLC0415

    return RULE_SETS.regimes[regime] if law is None else RULE_SETS.named(law, place)


def assess_many(cases: Iterable[Case], rule_set: RuleSet | str) -> Iterator[Assessment]:
    """Assess many families one by one, in their order, without holding on to any."""
    for case in cases:
        yield assess(case, rule_set)
