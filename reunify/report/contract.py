"""What a report is as data: the classes of the JSON, of which its schema is made.

The keys are the fields, and are stable: see ``docs/stable-names.md``. Every key is always there; what is not known is
null, and a list with nothing in it is a list.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, Literal

import attrs

from reunify.assess import ChangeKind
from reunify.beside import First
from reunify.engine.meaning import Verdict
from reunify.engine.nodes import Curable, Remedy
from reunify.facts import Relation
from reunify.floor import Demand
from reunify.report.found import Origin
from reunify.report.view import ReportView
from reunify.ruleset import About, DayKind
from reunify.sources import Mark, Read
from reunify.text import Lang
from reunify.whatif import Cure

__all__ = [
    "SCHEMA_VERSION",
    "Assumption",
    "Cause",
    "Cites",
    "Dispute",
    "Evidence",
    "FactRead",
    "FigureRead",
    "Floor",
    "GroundOutcome",
    "Member",
    "Milestone",
    "Note",
    "Outcome",
    "Part",
    "Reason",
    "Report",
    "SecondRoute",
    "Step",
    "TurnOfVerdict",
    "Way",
]


SCHEMA_VERSION: Final = 1
"""It goes up where a key goes or means something else; a key more, such as the other end of a day, leaves it as it is."""


@attrs.frozen(kw_only=True)
class Cites:
    """What rests on a source: the article or ruling, which version of it was read, and how."""

    source: str
    url: str
    version: str | None
    read: Read


@attrs.frozen(kw_only=True)
class FactRead:
    """A day or an amount of the family that was compared; what never happens is the word ``never``."""

    fact: str
    value: str


@attrs.frozen(kw_only=True)
class FigureRead:
    """A figure of the law that it was compared with."""

    label: str
    value: str


@attrs.frozen(kw_only=True)
class Part(Cites):
    """A part of a condition that is not met (false) or not known (null)."""

    holds: bool | None
    text: str
    facts: tuple[FactRead, ...]
    figures: tuple[FigureRead, ...]
    day: date | None


@attrs.frozen(kw_only=True)
class Reason(Cites):
    """A named condition that was reached: met (true), not met (false) or not known (null)."""

    condition: str
    holds: bool | None
    decisive: bool
    text: str
    sentence: str
    curable: Curable
    discretionary: bool
    mark: Mark
    remedy: Remedy
    remedy_from: date | None
    advice: str | None
    within: str | None
    day: date | None
    other_day: date | None
    missing: tuple[str, ...]
    parts: tuple[Part, ...]


@attrs.frozen(kw_only=True)
class TurnOfVerdict:
    """A day within a day known in part, from which other verdicts are possible."""

    fact: str
    day: date
    before: tuple[Verdict, ...]
    since: tuple[Verdict, ...]


@attrs.frozen(kw_only=True)
class Dispute(Cites):
    """A contested point, and what comes out in its other reading."""

    id: str
    why: str
    verdict: Verdict
    eligible_from: date | None
    deadline: date | None
    changes_verdict: bool


@attrs.frozen(kw_only=True)
class GroundOutcome:
    """What one ground gives."""

    id: str
    title: str
    verdict: Verdict
    possible: tuple[Verdict, ...]
    reasons: tuple[Reason, ...]


@attrs.frozen(kw_only=True)
class Note(Cites):
    """A remark: a warning, another route, or what it means for the sponsor's own permit."""

    id: str
    about: About
    text: str
    day: date | None
    other_day: date | None


@attrs.frozen(kw_only=True)
class Milestone(Cites):
    """A day that matters in the procedure."""

    id: str
    day: date
    other_day: date | None
    text: str
    kind: DayKind


@attrs.frozen(kw_only=True)
class Assumption:
    """A fact that was left out, and the value that was taken, as a case file has it and in words."""

    fact: str
    value: str | bool
    said: str


@attrs.frozen(kw_only=True)
class Step:
    """A condition on the way to *eligible*, and what can still take it out of the way."""

    condition: str
    cure: Cure
    day: date | None
    missing: tuple[str, ...]
    said: str


@attrs.frozen(kw_only=True)
class Way:
    """A smallest set of conditions that, all met, would make the person eligible."""

    ground: str
    is_open: bool
    steps: tuple[Step, ...]


@attrs.frozen(kw_only=True)
class Floor(Cites):
    """What EU law says of an exclusion."""

    demand: Demand
    text: str


@attrs.frozen(kw_only=True)
class Evidence(Cites):
    """What can be sent as evidence."""

    text: str


@attrs.frozen(kw_only=True)
class Outcome:
    """What comes out for one person under one law."""

    verdict: Verdict
    possible: tuple[Verdict, ...]
    headline: str
    ground: str | None
    eligible_from: date | None
    eligible_from_other: date | None
    deadline: date | None
    deadline_other: date | None
    turns: tuple[TurnOfVerdict, ...]
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    disputed: bool
    disputes: tuple[Dispute, ...]
    assumed: tuple[str, ...]
    assumptions: tuple[Assumption, ...]
    grounds: tuple[GroundOutcome, ...]
    notes: tuple[Note, ...]
    milestones: tuple[Milestone, ...]
    ways: tuple[Way, ...]
    eu_floor: Floor | None
    evidence: tuple[Evidence, ...]


@attrs.frozen(kw_only=True)
class Cause:
    """A condition that made the difference, and the law under which it is not met."""

    condition: str
    rule_set: str
    source: str


@attrs.frozen(kw_only=True)
class SecondRoute:
    """The regular route of who is not eligible under the law in force, for an application still to be made.

    ``first`` says which of the two is there first, from both days; null where that is not known.
    """

    first: First | None
    outcome: Outcome


@attrs.frozen(kw_only=True)
class Member:
    """A family member: the change between two laws (null under one law), and what comes out under each, by its id.

    ``second_route`` is null for who is eligible, and beside a law that is not the one in force.
    """

    id: str
    relation: Relation
    change: ChangeKind | None
    cause: tuple[Cause, ...]
    outcomes: Mapping[str, Outcome]
    second_route: SecondRoute | None


@attrs.frozen(kw_only=True)
class Report:
    """A family under one law or two: the names are for programs, and `view` is the same in words, as a page shows it."""

    schema: Literal[1]
    reunify: str
    lang: Lang
    notice: str
    decided_on: date
    on_from: Origin
    applicable: str | None
    rule_sets: tuple[str, ...]
    facts: Mapping[str, str]
    beside_the_point: tuple[str, ...]
    members: tuple[Member, ...]
    view: ReportView
