"""What comes out for one person, and for a family, under one rule set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Final, cast

import attrs

from reunify.engine.meaning import ALL_PAIRS, Verdict, pairs_within, verdict_of, verdicts_in
from reunify.engine.missing import unknown_facts
from reunify.engine.trace import Value
from reunify.facts import CASE_FACTS, FamilyMember, Relation
from reunify.results import Dispute, GroundOutcome, MilestoneGiven, NoteGiven, Reason, TurnOfVerdict
from reunify.ruleset import Ground
from reunify.shown import Shown, ShownInNotebook
from reunify.verdicts import remarks
from reunify.verdicts.family import Family
from reunify.verdicts.person import Person, eligible_from
from reunify.verdicts.reasons import is_discretion, reasons_of

__all__ = ["Assessment", "Outcome", "assess_family", "outcome_of"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Outcome:
    """What comes out for one person under one rule set.

    The verdict is found at once; what lies behind it when it is first read. A copy by pickle holds all.

    Attributes:
        member: The person's id.
        relation: What the person is to the sponsor.
        rule_set: The id of the rule set.
        verdict: The verdict; *undetermined* where facts are missing that decide it.
        possible: The verdicts that are still possible, the lowest first.
    """

    member: str
    relation: Relation
    rule_set: str
    verdict: Verdict
    possible: tuple[Verdict, ...]
    _family: Family = attrs.field(alias="family")
    _person: Person = attrs.field(alias="person")

    @cached_property
    def ground(self) -> str | None:
        """The ground with the best verdict; None where none is open."""
        ground, _ = self._person.best
        return ground.id if ground is not None else None

    @cached_property
    def grounds(self) -> tuple[GroundOutcome, ...]:
        """All open grounds, in the order of the law."""
        decided_on = self._family.case.decided_on
        return tuple(_ground_outcome(ground, value, decided_on) for ground, value in self._person.grounds)

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """The named conditions reached on that ground (or why no ground is open)."""
        given = next((given for given in self.grounds if given.id == self.ground), None)
        return reasons_of(self._person.best[1], self._family.case.decided_on) if given is None else given.reasons

    @cached_property
    def discretionary(self) -> bool:
        """Only conditions for which the authority *may* refuse stand in the way."""
        return is_discretion(self._person.best[1])

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The unknown facts that can still change the verdict."""
        return self._facts[0]

    @cached_property
    def unknown(self) -> tuple[str, ...]:
        """Other unknown facts that were read."""
        return self._facts[1]

    @cached_property
    def _facts(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return unknown_facts(self._person.root, ALL_PAIRS if pairs_within(self._person.mask) else 0)

    @cached_property
    def eligible_from(self) -> date | None:
        """The day from which time has done its work, at the earliest; where days are known in part, the latest it can be."""
        return self._person.eligible_from

    @cached_property
    def eligible_from_other(self) -> date | None:
        """The earliest that `eligible_from` can be, where the exact day is not known; None: it is known."""
        earliest = self._person.earliest_from
        return None if earliest == self.eligible_from else earliest

    @cached_property
    def deadline_other(self) -> date | None:
        """The latest that `deadline` can be, where the exact day is not known; None: it is known."""
        latest = self._person.latest_deadline
        return None if latest == self.deadline else latest

    @cached_property
    def turns(self) -> tuple[TurnOfVerdict, ...]:
        """The days within a day known in part at which the verdict turns, where that is the only one that matters."""
        return tuple(
            TurnOfVerdict(fact=fact, day=day, before=verdicts_in(before), since=verdicts_in(since))
            for fact, day, before, since in self._family.turns(self._who)
        )

    @cached_property
    def deadline(self) -> date | None:
        """The last day for the application on that ground, also when it is past."""
        return self._person.deadline

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """Contested points that change the verdict or a day."""
        return tuple(remarks.disputes(self._family, self._who, self._person))

    @cached_property
    def assumptions(self) -> tuple[tuple[str, object], ...]:
        """The facts that were assumed, each with the value that was taken."""
        return tuple(self._family.assumed(self._who).items())

    @cached_property
    def notes(self) -> tuple[NoteGiven, ...]:
        """Remarks."""
        return tuple(remarks.notes(self._family, self._who, self._person, self.reasons))

    @cached_property
    def milestones(self) -> tuple[MilestoneGiven, ...]:
        """Days that matter in the procedure, the earliest first."""
        found = remarks.milestones(self._family, self._who, self._person, self.reasons)
        return tuple(sorted(found, key=lambda milestone: milestone.day))

    def qualified(self, fact: str) -> str:
        """Give one of these facts under a name that says whose it is."""
        return fact if "." in fact or fact in CASE_FACTS else f"{self.member}.{fact}"

    @property
    def _who(self) -> FamilyMember:
        return self._family.case.member(self.member)

    @property
    def assumed(self) -> tuple[str, ...]:
        """The names of the facts that were assumed."""
        return tuple(name for name, _ in self.assumptions)

    @property
    def disputed(self) -> bool:
        """Whether another reading of a contested point gives another verdict."""
        return any(dispute.changes_verdict for dispute in self.disputes)

    def __str__(self) -> str:
        ground = f" ({self.ground})" if self.ground else ""
        return f"{self.member} under {self.rule_set}: {self.verdict}{ground}"

    def __repr__(self) -> str:
        return f"<Outcome {self}>"

    def __eq__(self, other: object) -> bool:
        """Compare all that comes out."""
        if not isinstance(other, Outcome):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in _SAID)

    def __hash__(self) -> int:
        return hash((self.member, self.rule_set, self.possible))

    def __getstate__(self) -> dict[str, object]:
        """Give all that comes out, without what it was made from."""
        return {name: getattr(self, name) for name in _SAID}

    def __setstate__(self, state: dict[str, object]) -> None:
        for name, value in state.items():
            object.__setattr__(self, name, value)


_SAID: Final = tuple(name for name in cast("Any", Outcome).__slots__ if not name.startswith("_"))
"""All that comes out for one person, by name."""


def _ground_outcome(ground: Ground, value: Value, decided_on: date | None) -> GroundOutcome:
    return GroundOutcome(
        id=ground.id,
        title=ground.title,
        source=ground.source,
        verdict=verdict_of(value.mask),
        possible=verdicts_in(value.mask),
        reasons=reasons_of(value, decided_on),
        eligible_from=eligible_from(value),
        deadline=value.deadline,
    )


@attrs.frozen(kw_only=True, repr=False)
class Assessment(ShownInNotebook, Mapping[str, Outcome]):
    """What comes out for a family under one rule set: a mapping from member id to `Outcome`, in the file's order.

    Attributes:
        rule_set: The id of the rule set.
        decided_on: The decision day (D4) that it was made for.
        outcomes: One for each member, in the file's order.
    """

    rule_set: str
    decided_on: date | None
    outcomes: tuple[Outcome, ...]

    def __getitem__(self, member: str) -> Outcome:
        """Give the outcome of one member.

        Raises:
            KeyError: There is no such member.
        """
        for outcome in self.outcomes:
            if outcome.member == member:
                return outcome
        raise KeyError(member)

    def __iter__(self) -> Iterator[str]:
        return (outcome.member for outcome in self.outcomes)

    def __len__(self) -> int:
        return len(self.outcomes)

    def __str__(self) -> str:
        return "\n".join(map(str, self.outcomes))

    def _shown(self) -> Shown:
        day = f", decided on {self.decided_on}" if self.decided_on else ""
        return Shown(
            f"{self.rule_set}{day}",
            ("person", "relation", "verdict", "ground"),
            [
                (
                    one.member,
                    one.relation.label.en,
                    f"{one.verdict.label.en}{', disputed' if one.disputed else ''}",
                    one.ground or "",
                )
                for one in self.outcomes
            ],
        )


def assess_family(family: Family) -> Assessment:
    """Say what comes out for each member of a family under a law."""
    outcomes = tuple([outcome_of(family, member) for member in family.case.members])
    return Assessment(rule_set=family.rule_set.id, decided_on=family.case.decided_on, outcomes=outcomes)


def outcome_of(family: Family, member: FamilyMember) -> Outcome:
    """Say what comes out for one member."""
    person = family.person(member)
    return Outcome(
        member=member.id,
        relation=member.relation,
        rule_set=family.rule_set.id,
        verdict=verdict_of(person.mask),
        possible=verdicts_in(person.mask),
        family=family,
        person=person,
    )
