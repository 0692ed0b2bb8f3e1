"""What the outcomes of a family rest on though nobody said it: the assumptions that would change most if they were wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reunify import whatif
from reunify.assess import assess
from reunify.engine.meaning import Verdict
from reunify.facts import Case, FactKind, about_fact
from reunify.faults import BadCase
from reunify.ruleset import RuleSet

__all__ = ["MOST_TOLD", "assumed_for"]

MOST_TOLD: Final = 3
"""How many assumptions are told."""


def assumed_for(case: Case, laws: Sequence[RuleSet]) -> tuple[tuple[str, object], ...]:
    """Give the assumptions on which most outcomes rest, and what was taken.

    The same assumption about several members is one, and is told by its bare name.

    Args:
        case: The family.
        laws: The laws whose verdicts count.

    Returns:
        The name of each fact and the value taken, that on which most rests first; three at most. None while an outcome
        is not certain: then it is what is not known that matters.
    """
    before = _verdicts(case, laws)
    if Verdict.UNDETERMINED in before:
        return ()
    case = _on_single_days(case)
    taken: dict[tuple[str, str], dict[str, object]] = {}
    for law in laws:
        for outcome in assess(case, law).outcomes:
            for name, value in outcome.assumptions:
                fact = outcome.qualified(name)
                owner, _, bare = fact.rpartition(".")
                # What is worked out from other facts is no mere assumption.
                if not callable(about_fact(fact).assumed):
                    taken.setdefault((owner if owner == "sponsor" else "", bare), {})[fact] = value
    found = []
    for (owner, bare), facts in taken.items():
        turned = max((_differing(before, _verdicts(other, laws)) for other in _otherwise(case, facts)), default=0)
        if turned:
            found.append((turned, f"{owner}.{bare}" if owner else bare, next(iter(facts.values()))))
    # Of equal weight, what must be so comes before what must not: the family has to show it.
    found.sort(key=lambda one: (-one[0], one[2] is not True))
    return tuple((name, value) for _, name, value in found[:MOST_TOLD])


def _on_single_days(case: Case) -> Case:
    """Give the family with one day for each that is known in part: where all is certain, any of them gives the same."""
    first = {f"{owner}.{name}": span.first for owner, spans in case.in_part.items() for name, span in spans.items()}
    try:
        return whatif.changed(case, first)
    except BadCase:  # the first days of two facts cannot go together
        return case


def _otherwise(case: Case, facts: dict[str, object]) -> Iterator[Case]:
    """Give the family with other values for the same assumption about all."""
    about = about_fact(next(iter(facts)))
    values: Sequence[object] = (True, False) if about.kind is FactKind.YES_NO else tuple(about.choices or ())
    for value in values:
        if change := {fact: value for fact, taken in facts.items() if taken != value}:
            try:
                yield whatif.changed(case, change)
            except BadCase:
                continue


def _verdicts(case: Case, laws: Sequence[RuleSet]) -> list[Verdict]:
    return [outcome.verdict for law in laws for outcome in assess(case, law).outcomes]


def _differing(some: list[Verdict], others: list[Verdict]) -> int:
    return sum(one != other for one, other in zip(some, others, strict=True))
