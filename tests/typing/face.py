"""What a type checker knows of the public face. Nothing here is run: mypy reads it (``nox -s types``)."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import assert_type

import attrs

import reunify
from reunify import (
    CURRENT,
    PROPOSED,
    Assessment,
    Case,
    Change,
    Comparison,
    FamilyMember,
    Outcome,
    Protection,
    Relation,
    Span,
    Sponsor,
    Verdict,
    assess,
    compare,
    in_force_on,
)
from reunify.assess import Cause, Dispute, GroundOutcome, Kind, MilestoneGiven, NoteGiven, Reason
from reunify.engine.nodes import Node
from reunify.ruleset import RuleSet
from reunify.sources import Source
from reunify.text import Text

case = Case(
    sponsor=Sponsor(protection=Protection.SUBSIDIARY, permit_notified_on=date(2026, 7, 1), means=True),
    members=(FamilyMember(id="amina", relation=Relation.SPOUSE, born_on=date(1992, 3, 1), marriage_valid=None),),
    decided_on=date(2026, 11, 25),
)


def of_facts_given_in_other_ways() -> None:
    """A choice can be given as its word, an amount as a plain number, the members as a list; they are read as what they are."""
    sponsor = Sponsor(protection="subsidiary", residence="asylum", income_per_month=2500)
    assert_type(sponsor.protection, Protection | None)
    assert_type(sponsor.income_per_month, Decimal | None)
    member = FamilyMember(id="amina", relation="spouse")
    assert_type(member.relation, Relation)
    assert_type(Case(sponsor=sponsor, members=[member]).members, tuple[FamilyMember, ...])
    assert_type(attrs.evolve(sponsor, protection="refugee"), Sponsor)
    Sponsor(protection=1)  # type: ignore[arg-type]
    Sponsor(entered_on="2025-09-01")  # type: ignore[arg-type]
    Case(sponsor=sponsor, members=[sponsor])  # type: ignore[list-item]
    sponsor.protection = Protection.REFUGEE  # type: ignore[misc]


def of_days_known_in_part() -> None:
    """A day can be the days that it can be."""
    sponsor = Sponsor(born_on=Span.year(1990), entered_on=Span(date(2025, 1, 1), date(2025, 3, 1)))
    assert_type(sponsor.born_on, date | Span | None)
    assert_type(case.in_part, Mapping[str, Mapping[str, Span]])
    assert_type(Span.month(1990, 5).last, date)
    assert_type(list(Span.year(1990)), list[date])
    Span("1990-01-01", date(1990, 12, 31))  # type: ignore[arg-type]
    Case(sponsor=sponsor, decided_on=Span.year(2026))  # type: ignore[arg-type]


def of_one_law() -> None:
    """An assessment is a mapping from a member to an outcome, in the order of the family."""
    assessment = assess(case, PROPOSED)
    assert_type(assessment, Assessment)
    assert_type(assessment.rule_set, str)
    assert_type(assessment.decided_on, date | None)
    assert_type(assessment["amina"], Outcome)
    assert_type(dict(assessment), dict[str, Outcome])
    assert_type(list(assessment.values()), list[Outcome])
    assert_type(len(assessment), int)


def of_one_person(outcome: Outcome) -> None:
    """What comes out for a person."""
    assert_type(outcome.member, str)
    assert_type(outcome.relation, Relation)
    assert_type(outcome.verdict, Verdict)
    assert_type(outcome.possible, tuple[Verdict, ...])
    assert_type(outcome.ground, str | None)
    assert_type(outcome.grounds, tuple[GroundOutcome, ...])
    assert_type(outcome.reasons, tuple[Reason, ...])
    assert_type(outcome.missing, tuple[str, ...])
    assert_type(outcome.unknown, tuple[str, ...])
    assert_type(outcome.eligible_from, date | None)
    assert_type(outcome.deadline, date | None)
    assert_type(outcome.discretionary, bool)
    assert_type(outcome.disputed, bool)
    assert_type(outcome.disputes, tuple[Dispute, ...])
    assert_type(outcome.notes, tuple[NoteGiven, ...])
    assert_type(outcome.milestones, tuple[MilestoneGiven, ...])


def of_one_reason(reason: Reason) -> None:
    """Met, not met, or not known: three answers, never two."""
    assert_type(reason.holds, bool | None)
    assert_type(reason.text, Text)
    assert_type(reason.source, Source)
    assert_type(reason.day, date | None)


def of_two_laws() -> None:
    """A comparison gives one change for each person."""
    comparison = compare(case)
    assert_type(comparison, Comparison)
    assert_type(compare(case, CURRENT, in_force_on(date(2026, 7, 1))), Comparison)
    for change in comparison.changes:
        assert_type(change, Change)
        assert_type(change.old, Outcome)
        assert_type(change.new.verdict, Verdict)
        assert_type(change.kind, Kind)
        assert_type(change.cause, tuple[Cause, ...])
    assert_type(comparison["amina"], Change)
    assert_type(comparison.changes, tuple[Change, ...])
    assert_type(comparison.old, Assessment)


def of_the_law() -> None:
    """The laws themselves, and one that was changed."""
    assert_type(PROPOSED, RuleSet)
    assert_type(reunify.RULE_SETS["two-status"], RuleSet)
    assert_type(in_force_on(date(2026, 6, 12)), RuleSet)
    assert_type(PROPOSED.amend(id="draft", title="without housing", drop=["housing"]), RuleSet)
    assert_type(PROPOSED.amend(id="draft", title="another name", renamed={"housing": "home"}), RuleSet)
    assert_type(PROPOSED.conditions["housing"], Node)
    assert_type(PROPOSED.conditions.get("housing"), Node | None)


def what_is_refused() -> None:
    """What cannot be right is an error before it runs: mypy says where one of these would not be."""
    assess(PROPOSED, case)  # type: ignore[arg-type]
    print(assess(case, PROPOSED).verdict)  # type: ignore[attr-defined]
    compare(case).old = assess(case, PROPOSED)  # type: ignore[misc]
