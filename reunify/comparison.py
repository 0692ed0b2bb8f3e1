"""Two assessments of one family side by side: what the step from one law to another does, and what makes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from reunify.engine.meaning import Verdict
from reunify.results import Reason
from reunify.shown import Shown, ShownInNotebook
from reunify.sources import Source
from reunify.text import Choice
from reunify.verdicts.outcome import Assessment, Outcome

__all__ = ["Cause", "Change", "ChangeKind", "Comparison", "Kind", "change_kind", "in_the_way"]


class ChangeKind(Choice):
    """What kind of change two verdicts make."""

    SAME = "same", "the same", "gelijk"
    LOST = "lost", "no longer possible", "niet meer mogelijk"
    GAINED = "gained", "newly possible", "voortaan mogelijk"
    DEFERRED = "deferred", "later", "pas later"
    ADVANCED = "advanced", "sooner", "eerder"
    UNDETERMINED = "undetermined", "not known yet", "nog niet bekend"


def change_kind(old: Verdict, new: Verdict) -> ChangeKind:
    """Say what kind of change it is from one verdict to another."""
    if Verdict.UNDETERMINED in (old, new):
        return ChangeKind.UNDETERMINED
    if old == new:
        return ChangeKind.SAME
    if new == Verdict.EXCLUDED:
        return ChangeKind.LOST
    if old == Verdict.EXCLUDED:
        return ChangeKind.GAINED
    return ChangeKind.DEFERRED if new == Verdict.NOT_YET else ChangeKind.ADVANCED


Kind = ChangeKind  # the name that it had before
_ORDER: Final = (Verdict.EXCLUDED, Verdict.NOT_YET, Verdict.ELIGIBLE)


@attrs.frozen(kw_only=True)
class Cause:
    """A condition that made the difference between two rule sets.

    Attributes:
        rule_set: The id of the rule set in which it is not met.
        reason: The condition.
    """

    rule_set: str
    reason: Reason

    @property
    def condition(self) -> str:
        """The id of the condition."""
        return self.reason.condition

    @property
    def source(self) -> Source:
        """The very provision."""
        return self.reason.source


@attrs.frozen(kw_only=True)
class Change:
    """What the step from one rule set to another does to one person.

    Attributes:
        member: The person's id.
        old: The outcome under the old rule set.
        new: The outcome under the new rule set.
    """

    member: str
    old: Outcome
    new: Outcome

    @property
    def kind(self) -> ChangeKind:
        """The kind of change."""
        return change_kind(self.old.verdict, self.new.verdict)

    @property
    def cause(self) -> tuple[Cause, ...]:
        """The conditions that made the difference.

        They are the unmet ones of the worse side: those whose change alone would change the verdict, or,
        where several stand in the way together, all of them. Empty where nothing changed.
        """
        if self.old.possible == self.new.possible:
            return ()
        worse = self.new if _rank(self.new) < _rank(self.old) else self.old
        return tuple(Cause(rule_set=worse.rule_set, reason=reason) for reason in in_the_way(worse))

    def __str__(self) -> str:
        return f"{self.member}: {self.old.verdict} -> {self.new.verdict} ({self.kind})"


def in_the_way(outcome: Outcome) -> tuple[Reason, ...]:
    """Give the unmet conditions whose change alone would change the verdict, or, where none would, all that are not met.

    Args:
        outcome: The outcome.
    """
    unmet = tuple(reason for reason in outcome.reasons if reason.holds is False and reason.within is None)
    return tuple(reason for reason in unmet if reason.decisive) or unmet


def _rank(outcome: Outcome) -> tuple[int, ...]:
    return tuple(map(_ORDER.index, outcome.possible))


@attrs.frozen(kw_only=True, repr=False)
class Comparison(ShownInNotebook, Mapping[str, Change]):
    """Two assessments of one family side by side: a mapping from member id to `Change`, in the file's order.

    Attributes:
        old: The assessment under the old rule set.
        new: The assessment under the new rule set.
    """

    old: Assessment
    new: Assessment

    @property
    def changes(self) -> tuple[Change, ...]:
        """One change for each member, in the file's order."""
        pairs = zip(self.old.outcomes, self.new.outcomes, strict=True)
        return tuple(Change(member=old.member, old=old, new=new) for old, new in pairs)

    def __iter__(self) -> Iterator[str]:
        return iter(self.old)

    def __len__(self) -> int:
        return len(self.old)

    def __getitem__(self, member: str) -> Change:
        """Give the change for one member.

        Raises:
            KeyError: There is no such member.
        """
        return Change(member=member, old=self.old[member], new=self.new[member])

    def __str__(self) -> str:
        return "\n".join(map(str, self.changes))

    def _shown(self) -> Shown:
        old, new = self.old.rule_set, self.new.rule_set
        return Shown(
            f"{old} → {new}",
            ("person", old, new, "change", "because of"),
            [
                (
                    *(one.member, one.old.verdict.label.en, one.new.verdict.label.en, one.kind.label.en),
                    ", ".join(cause.source.cite.en for cause in one.cause),
                )
                for one in self.changes
            ],
        )
