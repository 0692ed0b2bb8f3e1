"""What would change an outcome, and which facts to ask for first.

Everything here is found from the conditions themselves; there is no second list of them.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final, TypeAlias

import attrs

from reunify.assess import Comparison, Outcome, Reason, assess, assess_family, assess_member
from reunify.engine.meaning import Turns, Verdict
from reunify.engine.nodes import Remedy
from reunify.engine.trace import Value
from reunify.facts import (
    CASE_FACTS,
    MEMBER_FACTS,
    SPONSOR_FACTS,
    Case,
    Fact,
    Kind,
    facts_of_owner,
    first_of,
)
from reunify.faults import BadCase, Fault, FaultCode, did_you_mean
from reunify.renamed import fact_now
from reunify.rules import Laws, in_force_on
from reunify.ruleset import RuleSet
from reunify.terms import NEVER
from reunify.text import Choice, Text
from reunify.verdicts.family import Family

__all__ = [
    "MOST_DAYS_TRIED",
    "MOST_MEMBERS_TRIED",
    "Cure",
    "Obstacle",
    "Question",
    "Way",
    "changed",
    "explore",
    "questions",
    "questions_of",
    "ways",
    "ways_of",
]

# ---------------------------------------------------------------- what stands in the way


class Cure(Choice):
    """What can still bring an obstacle out of the way."""

    TIME = Remedy.TIME.value, Remedy.TIME.label.en, Remedy.TIME.label.nl
    ACTION = Remedy.ACTION.value, Remedy.ACTION.label.en, Remedy.ACTION.label.nl
    EVIDENCE = "evidence", "depends on a fact that is not known yet", "hangt af van een feit dat nog niet bekend is"
    NONE = Remedy.NONE.value, Remedy.NONE.label.en, Remedy.NONE.label.nl


@attrs.frozen(kw_only=True)
class Obstacle:
    """One condition that stands in the way, and what can still take it away.

    Attributes:
        reason: The condition.
        cure: What can take it away.
        day: The day from which it would be met, where that is known.
    """

    reason: Reason
    cure: Cure
    day: date | None


@attrs.frozen(kw_only=True)
class Way:
    """A smallest set of conditions that, all met, would make the person eligible.

    Attributes:
        ground: The ground that would then serve.
        obstacles: The conditions.
    """

    ground: str
    obstacles: tuple[Obstacle, ...]

    @property
    def is_open(self) -> bool:
        """Whether each obstacle can still be taken away."""
        return all(obstacle.cure is not Cure.NONE for obstacle in self.obstacles)

    @property
    def day(self) -> date | None:
        """The day from which time has done its work on all of them, if time must work at all."""
        return max((o.day for o in self.obstacles if o.day is not None), default=None)


def ways(case: Case, rule_set: RuleSet, member: str) -> tuple[Way, ...]:
    """Find the smallest sets of conditions that stand between a person and *eligible*.

    Args:
        case: The family, with the decision day (D4) in ``decided_on``.
        rule_set: The law.
        member: The person's id.

    Returns:
        The ways, those that are still open and the shortest first; empty for who is eligible, and for whom
        no ground is open.

    Raises:
        KeyError: There is no such member.
    """
    return ways_of(Family(case, rule_set), assess_member(case, rule_set, member))


def ways_of(family: Family, outcome: Outcome) -> tuple[Way, ...]:
    """Find the ways for one outcome of a family, as `ways` does; for who has both at hand."""
    if outcome.verdict is Verdict.ELIGIBLE:
        return ()
    person = family.person(family.case.member(outcome.member))
    found = []
    for (ground, value), given in zip(person.grounds, outcome.grounds, strict=True):
        reasons = {reason.condition: reason for reason in given.reasons}
        for names in _smallest(_sets(value)):
            obstacles = tuple(_obstacle(reasons[name]) for name in reasons if name in names)
            found.append(Way(ground=ground.id, obstacles=obstacles))
    return tuple(sorted(found, key=lambda way: (not way.is_open, len(way.obstacles))))


_Sets = list[frozenset[str]]


def _sets(value: Value, *, top: bool = True) -> _Sets:
    """Give the sets of named conditions that would make a value met; an empty list if none can."""
    if value.holds:
        return [frozenset()]
    node = value.node
    if node.id is not None and not top:
        return [frozenset({node.id})]
    if not value.parts:
        return []
    below = [_sets(part, top=False) for part in value.parts]
    if node.one_is_enough:
        return [names for sets in below for names in sets]
    return [frozenset().union(*combination) for combination in itertools.product(*below)]


def _smallest(sets: _Sets) -> _Sets:
    return [names for names in dict.fromkeys(sets) if not any(other < names for other in sets)]


def _obstacle(reason: Reason) -> Obstacle:
    if reason.holds is None:
        day = reason.day if reason.turns is Turns.FROM and reason.day != NEVER else None
        return Obstacle(reason=reason, cure=Cure.EVIDENCE, day=day)
    return Obstacle(reason=reason, cure=Cure(reason.remedy.value), day=reason.remedy_day)


# ---------------------------------------------------------------- what if


def explore(
    case: Case, change: Mapping[str, Any], rule_set: RuleSet | None = None, *, laws: Laws | None = None
) -> Comparison:
    """Answer a question such as "what if they had married before entry".

    Args:
        case: The family, with the decision day (D4) in ``decided_on``.
        change: New values by the name of the fact: ``"amina.married_on"``, ``"sponsor.housing"`` or
            ``"decided_on"``. None makes a fact unknown.
        rule_set: The law; left out, the one in force on the case's decision day.
        laws: The laws among which is the one in force; left out, those of this library.

    Returns:
        The family as it is (``old``) beside the family as it would be (``new``), under the same law.

    Raises:
        BadCase: A name or value is not known, or the changed family cannot be.
        ValueError: No law is given and the case has no decision day.
    """
    law = rule_set
    if law is None:
        if case.decided_on is None:
            message = "give a rule set, or a case with a decision day"
            raise ValueError(message)
        law = in_force_on(case.decided_on, laws)
    return Comparison(old=assess(case, law), new=assess(changed(case, change), law))


def changed(case: Case, change: Mapping[str, Any]) -> Case:
    """Give a case with other values for some facts; see `explore` for the names.

    Raises:
        BadCase: A name or value is not known, or the changed family cannot be.
    """
    of_case: dict[str, Any] = {}
    of_sponsor: dict[str, Any] = {}
    of_members: dict[str, dict[str, Any]] = {}
    for name, value in change.items():
        owner, bare, about = _fact(case, name)
        target = of_case if owner is None else of_sponsor if owner == "sponsor" else of_members.setdefault(owner, {})
        target[bare] = about.read(value, name)
    members = tuple(attrs.evolve(m, **of_members[m.id]) if m.id in of_members else m for m in case.members)
    sponsor = attrs.evolve(case.sponsor, **of_sponsor) if of_sponsor else case.sponsor
    return attrs.evolve(case, sponsor=sponsor, members=members, **of_case)


def _fact(case: Case, name: str) -> tuple[str | None, str, Fact]:
    """Give the owner (None: the case), the bare name and what is said of a fact."""
    owner, _, bare = name.rpartition(".")
    ids = {member.id for member in case.members}
    facts = facts_of_owner(owner)
    bare = bare if bare in facts else fact_now(bare, "sponsor." if owner == "sponsor" else "")
    if bare in facts and (owner in ids or owner in ("", "sponsor")):
        return owner or None, bare, facts[bare]
    known = [*CASE_FACTS, *(f"sponsor.{fact}" for fact in SPONSOR_FACTS)]
    known += [f"{id_}.{fact}" for id_ in ids for fact in MEMBER_FACTS]
    text = Text(en="there is no fact {name!r}{hint}", nl="er is geen feit {name!r}{hint}")
    raise BadCase([Fault(name, text.format(name=name, hint=did_you_mean(name, known)), FaultCode.UNKNOWN_FACT)])


# ---------------------------------------------------------------- what to ask first


@attrs.frozen(kw_only=True)
class Question:
    """A fact that is not known, or a day that is known in part, and how much it settles.

    Attributes:
        fact: Its name, such as ``"amina.born_on"``, ``"sponsor.means"`` or ``"decided_on"``.
        about: What is said of the fact: its question, its kind, its values.
        settles: How many verdicts become certain, on average over the values that it can take.
        serves: For how many verdicts it is missing.
        turns: Of a day known in part, the days in it at which a verdict turns, as `Outcome.turns` has them.
    """

    fact: str
    about: Fact
    settles: float
    serves: int
    turns: tuple[date, ...] = ()


MOST_MEMBERS_TRIED: Final = 25
"""Above this many members the facts are ranked by how many verdicts they are missing for, and no values are tried."""


def questions(case: Case, rule_sets: Iterable[RuleSet]) -> tuple[Question, ...]:
    """Rank the facts that are missing by how much knowing each would settle.

    Args:
        case: The family, with the decision day (D4) in ``decided_on`` if it is known.
        rule_sets: The laws whose verdicts count.

    Returns:
        The questions, the one that settles most first. Empty when every verdict is certain.
    """
    families = [Family(case, law) for law in rule_sets]
    return questions_of(case, [(family, assess_family(family).outcomes) for family in families])


def questions_of(case: Case, assessed: Iterable[tuple[Family, Iterable[Outcome]]]) -> tuple[Question, ...]:
    """Rank the missing facts of a family that was assessed, as `questions` does; for who has what comes out at hand."""
    open_for: dict[str, list[_Member]] = {}
    turns: dict[str, set[date]] = {}
    for family, outcomes in assessed:
        for outcome in outcomes:
            for name in outcome.missing:
                open_for.setdefault(outcome.qualified(name), []).append((family, outcome.member))
            for turn in outcome.turns:
                turns.setdefault(outcome.qualified(turn.fact), set()).add(turn.day)
    ranked = []
    for name, persons in open_for.items():
        _, _, about = _fact(case, name)
        tried = _variants(case, name, persons) if len(case.members) <= MOST_MEMBERS_TRIED else ()
        settled = [_settled(other, persons) for other in tried]
        settles = sum(settled) / max(len(settled), 1)
        days = tuple(sorted(turns.get(name, ())))
        ranked.append(Question(fact=name, about=about, settles=settles, serves=len(persons), turns=days))
    return tuple(sorted(ranked, key=lambda question: (-question.settles, -question.serves)))


_Member: TypeAlias = tuple[Family, str]
"""The family under a law, and which of its members."""


def _settled(case: Case, persons: Sequence[_Member]) -> int:
    """Count the persons whose verdict is certain; nobody's but theirs can have become so."""
    family = Family(case, persons[0][0].rule_set)
    return sum(family.under(old.rule_set).is_certain(case.member(member)) for old, member in persons)


def _variants(case: Case, name: str, persons: Sequence[_Member]) -> Iterator[Case]:
    """Give the case with each value that the fact can take; values that cannot be are left out."""
    owner, bare, about = _fact(case, name)
    in_part = bare in case.in_part.get(owner or "", ())
    for value in _days_inside(case, name, persons) if in_part else _values(case, about):
        try:
            yield changed(case, {name: value})
        except BadCase:
            continue


MOST_DAYS_TRIED: Final = 12
"""The number of days tried of those that a day known in part can be."""


def _days_inside(case: Case, name: str, persons: Sequence[_Member]) -> Sequence[date]:
    """Give days of a day known in part that stand for all of them: some on each side of what they decide."""
    owner, _, bare = name.rpartition(".")
    span = case.in_part[owner][bare]
    days = {span.first, span.last}
    for family, member in persons:
        for exact in family.exact(case.member(member)):
            day = getattr(exact.case.sponsor if owner == "sponsor" else exact.case.member(owner), bare)
            if isinstance(day, date):
                days.add(day)
    found = sorted(days)
    return found[:: -(-len(found) // MOST_DAYS_TRIED) or 1]


def _values(case: Case, about: Fact) -> Iterator[Any]:
    yield from about.words
    if about.kind is Kind.YES_NO:
        yield from (True, False)
    elif about.choices is not None:
        yield from about.choices
    elif about.kind is Kind.AMOUNT:
        yield from (0, 10_000)
    elif about.kind is Kind.MEMBER:
        yield from (member.id for member in case.members)
    elif about.kind is Kind.DATE:
        yield from _days_around(case)


_YEARS_BACK: Final = (0, 10, 17, 20, 30)


def _days_around(case: Case) -> Iterator[date]:
    """Give days before, on and after those of the case: enough to fall on each side of what they decide."""
    sponsor = case.sponsor
    anchors = (sponsor.entered_on, sponsor.asylum_applied_on, sponsor.permit_notified_on, case.decided_on)
    known = [first_of(day) for day in anchors if day is not None] or [date(2026, 1, 1)]
    for day in known:
        for years in _YEARS_BACK:
            yield day - timedelta(days=365 * years + 30)
    yield max(known)
