"""Which facts are still to be asked, and in which order: by paper and by person, and never back again.

The engine says which facts can still change a verdict. An answer can only take facts away from these, so that the order
holds, and their number is the most that can still come.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import TypeAlias

from reunify.assess import Outcome, assess
from reunify.beside import second_routes
from reunify.facts import ASSUMED, Case, Fact, FactKind, FamilyMember, about_fact, facts_of_owner
from reunify.interview.question import PARENTAGE
from reunify.report.law_items import facts_behind
from reunify.rules import in_force_on
from reunify.rules.regular import REGULAR
from reunify.ruleset import RuleSet

__all__ = [
    "Served",
    "is_asked_at_once",
    "most_left",
    "place_of",
    "still_open",
    "turning_days",
]

Served: TypeAlias = Mapping[str, Mapping[str, tuple[RuleSet, ...]]]
"""For each fact the persons for whose verdict it is missing, each with the laws under which it is."""


def still_open(case: Case, laws: tuple[RuleSet, ...], regimes: tuple[RuleSet, ...]) -> Served:
    """Give the facts that are to be asked, in the order in which they are, with those for whom each matters.

    A fact that is asked of everybody whom it concerns, also where no verdict hangs on it, may matter for nobody.

    Args:
        case: What is known.
        laws: The laws whose verdicts are to be settled.
        regimes: The laws of which one is in force, each in its time.
    """
    found: dict[str, dict[str, tuple[RuleSet, ...]]] = {}
    for law in laws:
        for outcome in _outcomes(case, law, regimes):
            for name in outcome.missing:
                fact = outcome.qualified(name)
                persons = found.setdefault(fact, {})
                persons[outcome.member] = (*persons.get(outcome.member, ()), law)
    for fact in _always(case, _asked_by(laws)):
        found.setdefault(fact, {})
    return {fact: found[fact] for fact in sorted(found, key=lambda fact: place_of(fact, case))}


def _outcomes(case: Case, law: RuleSet, regimes: tuple[RuleSet, ...]) -> Iterable[Outcome]:
    """Give what comes out; of the regular route only for who is not eligible for nareis, as a second route."""
    if law is not REGULAR or case.decided_on is None:
        return assess(case, law).outcomes
    nareis = assess(case, in_force_on(case.decided_on, regimes)).outcomes
    return [route.regular for route in second_routes(case, nareis, law).values()]


@cache
def _asked_by(laws: tuple[RuleSet, ...]) -> frozenset[str]:
    """Give the facts that some condition of these laws reads."""
    names = {name for law in laws for leaf in law.leaves for name in leaf.reads}
    return frozenset(fact for name in names for fact in facts_behind(name))


def _always(case: Case, asked: Container[str]) -> Iterator[str]:
    """Give the facts that everybody is to be asked whom they concern, as far as the laws ask for them at all."""
    for owner, person in case.people:
        member = person if isinstance(person, FamilyMember) else None
        for name, about in facts_of_owner(owner).items():
            told = getattr(person, name) not in (None, ASSUMED)
            is_asked = (name if member else f"sponsor.{name}") in asked
            if about.always is not None and is_asked and not told and about.always(case, member):
                yield f"{owner}.{name}"


def place_of(fact: str, case: Case) -> tuple[int, int, tuple[int, int]]:
    """Give the place of a fact in the order: the paper, the person, and where it stands among the facts of that person."""
    owner, _, bare = fact.rpartition(".")
    persons = ["", *(id_ for id_, _ in case.people)]
    return about_fact(fact).paper, persons.index(owner), _among(facts_of_owner(owner), bare)


def _among(facts: Mapping[str, Fact], bare: str) -> tuple[int, int]:
    """Give the place among the facts of a person: that of the class, but behind what the fact rests on."""
    behind = [_among(facts, name) for name in facts[bare].rests_on]
    rank, depth = max(behind, default=(-1, -1))
    own = list(facts).index(bare)
    return (own, 0) if own > rank else (rank, depth + 1)


def turning_days(fact: str, case: Case, laws: Iterable[RuleSet]) -> list[date]:
    """Give the days of a fact that is known in part on which somebody's verdict turns, as far as that is known."""
    turns = ((outcome, turn) for law in laws for outcome in assess(case, law).outcomes for turn in outcome.turns)
    return sorted({turn.day for outcome, turn in turns if outcome.qualified(turn.fact) == fact})


def is_asked_at_once(fact: str) -> bool:
    """Say whether a fact of several members is asked in one question: what is yes or no, and what kind of child they are."""
    owner, _, bare = fact.rpartition(".")
    about = about_fact(fact)
    return owner not in ("", "sponsor") and about.often_shared and (about.kind is FactKind.YES_NO or bare == PARENTAGE)


def most_left(facts: Iterable[str], offered: frozenset[str]) -> int:
    """Give the number of questions that these facts can take at most.

    Args:
        facts: What is still to be asked.
        offered: The facts, by their bare names, of which it was asked whether they are the same for others too; it is
            asked once.
    """
    names = list(facts)
    at_once = {fact.rpartition(".")[2] for fact in names if is_asked_at_once(fact)}
    alone = [fact for fact in names if not is_asked_at_once(fact)]
    of_members = Counter(fact.rpartition(".")[2] for fact in alone if fact.rpartition(".")[0] not in ("", "sponsor"))
    same = sum(number > 1 and bare not in offered for bare, number in of_members.items())
    return len(at_once) + len(alone) + same
