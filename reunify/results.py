"""What is told of a person beside the verdict: reasons, grounds, days, remarks and disputes. Data, and no rule."""

from __future__ import annotations

from datetime import date

import attrs

from reunify.engine.meaning import Turns, Verdict
from reunify.engine.nodes import Curable, Remedy
from reunify.ruleset import About
from reunify.sources import Mark, Source
from reunify.text import Text
from reunify.told import Told

__all__ = ["Dispute", "GroundOutcome", "MilestoneGiven", "NoteGiven", "Part", "Reason", "TurnOfVerdict"]


@attrs.frozen(kw_only=True)
class Reason:
    """One named condition that was reached, and whether it is met.

    Attributes:
        condition: Its id.
        holds: True met, False not met, None not known.
        decisive: Whether its own change alone would change the verdicts of the ground.
        text: The proposition.
        source: The article or ruling, as it can be cited on the decision day.
        curable: What can still cure it.
        discretionary: The authority may, but need not, refuse for it.
        mark: How firm the rule is.
        remedy: What can still be done where it is not met; it decides no verdict.
        remedy_day: The day from which time will have done it, where that is known.
        advice: What can be done, in two languages.
        within: The named condition that this one is a detail of; None for a condition of the ground itself.
        missing: The unknown facts that it reads.
        day: The day on which it turns, if it turns on one; where days are known in part, the safe end.
        other_day: The other end then.
        turns: Whether it is met from that day on, or until it.
        parts: The parts without a name of their own that are not met or not known.
        told: The proposition in sentences for a reader.
    """

    condition: str
    holds: bool | None
    decisive: bool
    text: Text
    source: Source
    curable: Curable
    discretionary: bool
    mark: Mark
    remedy: Remedy = Remedy.NONE
    remedy_day: date | None = None
    advice: Text | None = None
    within: str | None = None
    missing: tuple[str, ...] = ()
    day: date | None = None
    turns: Turns = Turns.NOT
    parts: tuple[Part, ...] = ()
    told: Told | None = None
    other_day: date | None = None


@attrs.frozen(kw_only=True)
class Part:
    """A part of a condition that is not met or not known, with what was compared.

    Attributes:
        holds: False not met, None not known.
        text: The proposition.
        source: The article or ruling, as it can be cited on the decision day.
        facts: The days and amounts that it reads, by the name of the fact, where they are known.
        figures: The figures of the law that they are compared with, each with what it is.
        day: The day on which it turns, if it turns on one.
        turns: Whether it is met from that day on, or until it.
        told: The proposition in sentences for a reader.
    """

    holds: bool | None
    text: Text
    source: Source
    facts: tuple[tuple[str, object], ...] = ()
    figures: tuple[tuple[Text, object], ...] = ()
    day: date | None = None
    turns: Turns = Turns.NOT
    told: Told | None = None


@attrs.frozen(kw_only=True)
class TurnOfVerdict:
    """A day at which the verdict turns, within a day that is known in part.

    Attributes:
        fact: The fact that is known in part, such as ``"born_on"`` or ``"sponsor.born_on"``.
        day: The first day on which the verdict is another one.
        before: The verdicts that are possible up to the day before.
        since: The verdicts that are possible from that day on.
    """

    fact: str
    day: date
    before: tuple[Verdict, ...]
    since: tuple[Verdict, ...]


@attrs.frozen(kw_only=True)
class GroundOutcome:
    """What one ground gives for one person.

    Attributes:
        id: The ground.
        title: Whom it is for.
        source: The article.
        verdict: Its verdict.
        possible: The verdicts that are still possible on it.
        reasons: The named conditions reached.
        eligible_from: The day from which time has done its work, if the verdict is or may be *not yet*.
        deadline: The last day for the application, also when it is past.
    """

    id: str
    title: Text
    source: Source
    verdict: Verdict
    possible: tuple[Verdict, ...]
    reasons: tuple[Reason, ...]
    eligible_from: date | None
    deadline: date | None


@attrs.frozen(kw_only=True)
class Dispute:
    """A point whose other reading changes the verdict or a day for this person.

    Attributes:
        id: The contested point.
        why: Why it is contested.
        source: What makes it contested.
        verdict: The verdict in the other reading.
        eligible_from: The day in the other reading.
        deadline: The last day for the application in the other reading.
        changes_verdict: Whether the verdict is another one; if not, only a day differs.
    """

    id: str
    why: Text
    source: Source
    verdict: Verdict
    eligible_from: date | None
    deadline: date | None
    changes_verdict: bool


@attrs.frozen(kw_only=True)
class NoteGiven:
    """A remark for this person.

    Attributes:
        id: The note.
        about: What it is about.
        text: What it says; ``{day}`` stands for the day.
        source: Where it rests on.
        day: The day that the text names, if it names one; where days are known in part, the safe end.
        other_day: The other end then.
        perhaps: Whether it is given although it depends on a day known in part whether it is for this person.
    """

    id: str
    about: About
    text: Text
    source: Source
    day: date | None = None
    other_day: date | None = None
    perhaps: bool = False


@attrs.frozen(kw_only=True)
class MilestoneGiven:
    """A day that matters for this person in the procedure.

    Attributes:
        id: The milestone.
        day: The day; where days are known in part, the safe end.
        other_day: The other end then.
        perhaps: Whether it is given although it depends on a day known in part whether there is such a day.
        text: What happens on it.
        source: Where it rests on.
    """

    id: str
    day: date
    text: Text
    source: Source
    other_day: date | None = None
    perhaps: bool = False
