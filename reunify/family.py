"""One case under one rule set: each member's values, in each reading of the law that is asked for.

What is known of the family is in `facts`; here it is what the law makes of it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache, partial, reduce
from operator import or_
from typing import Any, TypeAlias

import attrs

from reunify.exact import LEFT_OPEN, exact_cases
from reunify.facts import MEMBER_FACTS, NO_MEMBER, REFERENCES, Case, FamilyMember, Span, Unknown, View
from reunify.logic import any_of
from reunify.meaning import ELIGIBLE, EXCLUDED, NOT_YET
from reunify.nodes import Contested, Leaf, Node, Remedy
from reunify.program import Days, Program
from reunify.ruleset import Ground, RuleSet
from reunify.terms import NEVER
from reunify.text import Text
from reunify.trace import HIGHEST, NO_WAIT, Followed, Run, Standing, Value, unknown_facts


@attrs.define(eq=False)
class Person:
    """The values of one member in one reading, on every ground open to the relation.

    Attributes:
        mask: The verdicts that are still possible.
        run: The evaluation of the grounds that the relation can use.
        opened: The grounds that are open to this person, each with all that it asks; or why none is open.
        unlisted: Gives the evaluation of why none is open, to whom that is so.
        exact: Where days are known in part: the same member in each of the exact families that stand for this one.
    """

    mask: int
    run: Run
    opened: Sequence[tuple[Ground | None, Node]]
    unlisted: Callable[[], Run] | None = None
    exact: Sequence[Person] = ()

    @cached_property
    def told(self) -> Run:
        """The evaluation of the open grounds, or of why none is open."""
        return self.run if self.unlisted is None else self.unlisted()

    @cached_property
    def found(self) -> tuple[tuple[Ground | None, Value], ...]:
        """The open grounds with their values, or why no ground is open."""
        return tuple([(ground, self.told.value(node)) for ground, node in self.opened])

    @property
    def grounds(self) -> tuple[tuple[Ground, Value], ...]:
        """The open grounds with their values, in the order of the law."""
        return tuple((ground, value) for ground, value in self.found if ground is not None)

    @cached_property
    def root(self) -> Value:
        """The whole: any of the grounds."""
        return Value(any_of(*(node for _, node in self.opened)), self.mask, self.told)

    @cached_property
    def best(self) -> tuple[Ground | None, Value]:
        """The ground with the best verdict; of equal ones the one that stands in for another, or the first in the law."""
        best = max(self.found, key=_rank)
        for item in self.found:
            stand_in = item[0].stand_in if item[0] is not None else None
            if (
                stand_in is not None
                and best[0] is not None
                and best[0].id == stand_in.ground
                and _rank(item) == _rank(best)
            ):
                return item if self.run.mask(stand_in.when) == ELIGIBLE else best
        return best

    @property
    def wait(self) -> date:
        """The day from which time has done its work; see `Value.wait`."""
        return NO_WAIT if self.mask & ELIGIBLE else self.best[1].wait

    @cached_property
    def eligible_from(self) -> date | None:
        """The day from which time has done its work on the best ground, if *not yet* is possible there.

        Where days are known in part, the latest that it can be.
        """
        if self.exact:
            return max(self._days_of("eligible_from"), default=None)
        return eligible_from(self.best[1])

    @cached_property
    def deadline(self) -> date | None:
        """The last day for the application on the best ground; the earliest that it can be."""
        if self.exact:
            return min(self._days_of("deadline"), default=None)
        return self.best[1].deadline

    @property
    def earliest_from(self) -> date | None:
        """The earliest that `eligible_from` can be, where it is not known exactly."""
        return min(self._days_of("eligible_from"), default=None)

    @property
    def latest_deadline(self) -> date | None:
        """The latest that `deadline` can be, where it is not known exactly."""
        return max(self._days_of("deadline"), default=None)

    def _days_of(self, name: str) -> Iterator[date]:
        if any(person.run.view.case.in_part is LEFT_OPEN for person in self.exact):
            return iter(())  # of what was not looked at no day is known
        days = (getattr(person, name) for person in self.exact)
        return (day for day in days if day is not None)

    @property
    def remedied(self) -> tuple[Remedy, date | None]:
        """What can still be done on the best ground."""
        return self.best[1].remedied

    @property
    def advice(self) -> Text | None:
        """What that is, in two languages."""
        return self.best[1].advice

    def missing(self, pairs: int) -> tuple[str, ...]:
        """Give the unknown facts that can make one of these differences."""
        missing, _ = unknown_facts(Standing(self.root, pairs=pairs))
        return missing

    @cached_property
    def findings(self) -> tuple[int, date | None, date | None]:
        """What a reading can change: the verdicts and the two days."""
        return self.mask, self.eligible_from, self.deadline


def _rank(item: tuple[Ground | None, Value]) -> tuple[int, int]:
    mask = item[1].mask
    return mask.bit_length(), mask & -mask


def eligible_from(value: Value) -> date | None:
    """Give the day from which time has done its work for a value, if it has work to do."""
    day = value.node.wait(value)
    return day if NO_WAIT < day < NEVER else None


def _differs(one: Value, other: Value) -> bool:
    return one.mask != other.mask or one.wait != other.wait or one.deadline != other.deadline


@attrs.frozen(eq=False)
class _Nobody:
    """What follows from a reference to nobody, or to one who need not be assessed."""

    mask: int = EXCLUDED
    wait: date = NEVER
    remedied: None = None
    advice: None = None

    def missing(self, pairs: int) -> tuple[str, ...]:  # noqa: ARG002 -- nothing is missing for nobody
        return ()


@attrs.frozen(eq=False)
class _Anybody:
    """What follows from a reference that is not known: any of the members that it could name, or nobody."""

    facts: tuple[str, ...]
    candidates: tuple[Person, ...]
    wait: date = NO_WAIT
    remedied: None = None
    advice: None = None

    @property
    def mask(self) -> int:
        masks = [candidate.mask for candidate in self.candidates] or [NOT_YET | ELIGIBLE]
        found = EXCLUDED
        for mask in masks:
            found |= mask
        return found

    def missing(self, pairs: int) -> tuple[str, ...]:
        others = (fact for candidate in self.candidates for fact in candidate.missing(pairs))
        return (*self.facts, *others)


@lru_cache(maxsize=256)
def _steady(program: Program) -> Callable[[tuple[int, ...]], tuple[int, ...]]:
    """Give what picks, of the sets of a program, those of the nodes that turn once only as a day moves on."""
    kept = [place for node, place in program.places.items() if node.is_steady]
    return lambda masks: tuple([masks[at] for at in kept])


def _days_together(program: Program, exact: Sequence[Run]) -> tuple[Days, Days]:
    """Give of each day on which a leaf turns the safe end of what it can be, and of those that differ the other end."""
    safe: Days = {}
    spread: Days = {}
    for node in program.places:
        days = [day for day in (run.day(node) for run in exact) if day is not None]
        if isinstance(node, Leaf) and node.gives_day is not None and days:
            ends = (max(days), min(days)) if node.awaited else (min(days), max(days))
            safe[node.gives_day] = ends[0]
            if ends[0] != ends[1]:
                spread[node.gives_day] = ends[1]
    return safe, spread


_Seen: TypeAlias = tuple[str, str]
"""By whom (the prefix of its facts) which member is looked at."""


class Family:
    """One case under one rule set: each member's values, made once a reading.

    Args:
        case: The family.
        rule_set: The law.
    """

    def __init__(self, case: Case, rule_set: RuleSet) -> None:
        self.case = case
        self.rule_set = rule_set
        self._views: dict[_Seen, View] = {}
        self._persons: dict[tuple[str, str, str | None], Person] = {}
        self._runs: dict[tuple[str, Program], Run] = {}
        self._points: dict[str, Mapping[str, Contested]] = {}
        self._others: dict[RuleSet, Family] = {}
        self._days_of_sponsor: Days = {}
        self._days: dict[str, Days] = {member.id: {} for member in case.members}
        self._exact: dict[str, tuple[Family, ...]] = {}

    def under(self, rule_set: RuleSet) -> Family:
        """Give the same case under another rule set."""
        if rule_set not in self._others:
            other = self._others[rule_set] = Family(self.case, rule_set)
            other._days_of_sponsor, other._days = self._days_of_sponsor, self._days
        return self._others[rule_set]

    def view(self, member: FamilyMember, prefix: str = "") -> View:
        """Give the facts of a member, named with ``prefix``."""
        key = (prefix, member.id)
        view = self._views.get(key)
        if view is None:
            view = self._views[key] = View(self.case, member, prefix)
        return view

    def person(self, member: FamilyMember, reading: str | None = None, prefix: str = "") -> Person:
        """Give the values of a member; ``prefix`` names its facts when another member looks at it."""
        key = (prefix, member.id, reading)
        person = self._persons.get(key)
        if person is None:
            person = self._seen(member, reading, prefix) if prefix else self._evaluate(member, reading)
            self._persons[key] = person
        return person

    def _seen(self, member: FamilyMember, reading: str | None, prefix: str) -> Person:
        person = self.person(member, reading)
        why = person.unlisted and partial(self._unlisted, member, reading, prefix)
        return Person(person.mask, person.run.seen_as(self.view(member, prefix)), person.opened, why, person.exact)

    def _evaluate(self, member: FamilyMember, reading: str | None) -> Person:
        asked = self.rule_set.asked_of(member.relation)
        run = self.run(asked.program if reading is None else asked.program_of_readings, member, reading)
        opened: list[tuple[Ground | None, Node]] = []
        mask = EXCLUDED
        for ground, whole in asked.grounds:
            if ground.who is None or run.mask(ground.who) & ELIGIBLE:
                opened.append((ground, whole))
                mask = HIGHEST[mask][run.mask(whole)]
        exact = [family.person(who, reading) for family, who in self._in_each(member)]
        if exact:
            mask = reduce(or_, (person.mask for person in exact))
        if opened:
            return Person(mask, run, opened, exact=exact)
        why = partial(self._unlisted, member, reading)
        return Person(EXCLUDED, run, [(None, self.rule_set.unlisted)], why, exact)

    def _unlisted(self, member: FamilyMember, reading: str | None, prefix: str = "") -> Run:
        run = self.run(self.rule_set.unlisted.alone, member, reading, prefix)
        run.take(self.rule_set.unlisted, EXCLUDED)
        return run

    def run(
        self,
        program: Program,
        member: FamilyMember,
        reading: str | None = None,
        prefix: str = "",
        *,
        beside: bool = False,
    ) -> Run:
        """Evaluate a program for a member."""
        view = self.view(member, prefix)
        exact = [family.run(program, who, reading) for family, who in self._in_each(member)]
        if exact:
            safe, spread = _days_together(program, exact)
            masks = tuple(reduce(or_, sets) for sets in zip(*(run.masks for run in exact), strict=True))
            return Run(program, view, self._follow, (safe, {}), reading, beside=beside, masks=masks, spread=spread)
        days = (self._days[member.id], self._days_of_sponsor)
        return Run(program, view, self._follow, days, reading, beside=beside)

    def exact(self, member: FamilyMember) -> tuple[Family, ...]:
        """Give the exact families that stand for this one as far as a member is concerned; none if all its days are known."""
        if not self.case.in_part:
            return ()
        if member.id not in self._exact:
            self._exact[member.id] = tuple(self._made_exact(member))
        return self._exact[member.id]

    def _in_each(self, member: FamilyMember) -> list[tuple[Family, FamilyMember]]:
        """Give the exact families, each with the member as it is there."""
        return [(family, family.case.member(member.id)) for family in self.exact(member)]

    def _made_exact(self, member: FamilyMember) -> Iterator[Family]:
        others = [other.id for other in self._whom_it_can_name(member)]
        persons = tuple(id_ for id_ in dict.fromkeys(("sponsor", member.id, *others)) if id_ in self.case.in_part)
        if not persons:
            return
        families: dict[int, Family] = {}

        def comes_to(case: Case) -> object:
            family = families[id(case)] = Family(case, self.rule_set)
            return tuple(family.leaves_of(family.case.member(id_)) for id_ in (member.id, *others))

        for case in exact_cases(self.case, persons, self.rule_set.steps, comes_to):
            yield families.get(id(case)) or Family(case, self.rule_set)

    def _whom_it_can_name(self, member: FamilyMember) -> Iterator[FamilyMember]:
        named: dict[str, FamilyMember] = {}
        for reference, (relations, _) in REFERENCES.items():
            wanted = getattr(member, reference)
            anybody = wanted is None and member.relation in MEMBER_FACTS[reference].concerns
            for other in self.case.members:
                if other.id == wanted or (anybody and other.relation in relations):
                    named[other.id] = other
        return iter(named.values())

    def turns(self, member: FamilyMember, person: Person) -> Iterator[tuple[str, date, int, int]]:
        """Give the days at which the verdicts turn, where one day known in part matters: the fact, the day, before, since."""
        owners = [id_ for id_ in ("sponsor", member.id) if id_ in self.case.in_part]
        facts = [(owner, name) for owner in owners for name in self.case.in_part[owner]]
        others = [id_ for id_ in self.case.in_part if id_ not in owners]
        if len(facts) != 1 or others:
            return
        ((owner, name),) = facts

        def day_of(family: Family) -> date | None:
            found: date | None = getattr(family.case.sponsor if owner == "sponsor" else family.case.member(owner), name)
            return found

        days = [(day_of(family), person.mask) for family, person in zip(self.exact(member), person.exact, strict=True)]
        seen = sorted((day, mask) for day, mask in days if day is not None)
        told = f"sponsor.{name}" if owner == "sponsor" else name
        for (_, before), (day, since) in itertools.pairwise(seen):
            if before != since:
                yield told, day, before, since

    def year_decides(self, member: FamilyMember, fact: str) -> bool:
        """Say whether other verdicts would be possible if of a day of the member or the sponsor only the year were known."""
        exact = self._in_each(member)
        if exact:
            return all(family.year_decides(who, fact) for family, who in exact)
        owner, _, name = fact.rpartition(".")
        person: Any = self.case.sponsor if owner else member
        of_year = attrs.evolve(person, **{name: Span.year(getattr(person, name).year)})
        members = tuple(of_year if one is person else one for one in self.case.members)
        case = attrs.evolve(self.case, sponsor=of_year if owner else self.case.sponsor, members=members)
        of_the_year = Family(case, self.rule_set).person(case.member(member.id))
        return of_the_year.mask != self.person(member).mask

    def leaves_of(self, member: FamilyMember) -> tuple[int, ...]:
        """Give what each condition comes out as for a member, in every reading."""
        asked = self.rule_set.asked_of(member.relation)
        programs = (asked.program_of_readings, asked.program_of_remarks, self.rule_set.unlisted.alone)
        return tuple([mask for program in programs for mask in _steady(program)(self.run(program, member).masks)])

    def evaluate(self, node: Node, member: FamilyMember, reading: str | None = None) -> Value:
        """Give the value of one node for a member."""
        run = self.person(member, reading).run
        return (run if run.has(node) else self.run(node.alone, member, reading)).value(node)

    def points(self, member: FamilyMember) -> Mapping[str, Contested]:
        """Give the contested points whose readings differ for a member."""
        points = self._points.get(member.id)
        if points is None:
            points = self._points[member.id] = self._differing(member)
        return points

    def _differing(self, member: FamilyMember) -> dict[str, Contested]:
        exact = [family.points(who) for family, who in self._in_each(member)]
        return {point: node for points in exact for point, node in points.items()} or self._differing_here(member)

    def _differing_here(self, member: FamilyMember) -> dict[str, Contested]:
        run = self._beside(member)
        found: dict[str, Contested] = {}
        for node in self.rule_set.asked_of(member.relation).points:
            if (
                node.point not in found
                and node in run.counted
                and _differs(run.value(node.main), run.value(node.other))
            ):
                found[node.point] = node
        for reference in run.references:
            for other in self._referred(run.view, reference):
                found.update(self.points(other))
        return found

    def _beside(self, member: FamilyMember) -> Run:
        """Evaluate the grounds with both readings of each point."""
        return self._kept_run(member, self.rule_set.asked_of(member.relation).program_of_readings, beside=True)

    def remarks(self, member: FamilyMember) -> Run:
        """Evaluate what decides on the remarks and on the law that applies."""
        return self._kept_run(member, self.rule_set.asked_of(member.relation).program_of_remarks)

    def _kept_run(self, member: FamilyMember, program: Program, *, beside: bool = False) -> Run:
        key = (member.id, program)
        run = self._runs.get(key)
        if run is None:
            run = self._runs[key] = self.run(program, member, beside=beside)
        return run

    def assumed(self, member: FamilyMember) -> dict[str, object]:
        """Give the facts that were assumed for the verdict, the disputes and the remarks, and the values taken."""
        exact = [family.assumed(who) for family, who in self._in_each(member)]
        if exact:
            first, *others = exact
            return {name: value for name, value in first.items() if all(other.get(name) == value for other in others)}
        seen = View(self.case, member)
        readings = (self.person(member, point).run for point in self.points(member))
        for run in (self._beside(member), self.person(member).told, *readings, self.remarks(member)):
            for name in run.assumable:
                seen.get(name)
        return seen.assumed

    def _follow(self, view: View, reading: str | None, reference: str) -> Followed:
        wanted = view.get(reference)
        if wanted in NO_MEMBER:
            return _Nobody()
        persons = tuple(self.person(other, reading, f"{other.id}.") for other in self._referred(view, reference))
        if isinstance(wanted, Unknown):
            return _Anybody(wanted.facts, persons)
        (person,) = persons
        return person

    def _referred(self, view: View, reference: str) -> list[FamilyMember]:
        """Give the members whom a reference names, or can name where it is not known."""
        wanted = view.get(reference)
        if isinstance(wanted, Unknown):
            return [member for member in self.case.members if member.relation in view.candidates(reference)]
        return [member for member in self.case.members if member.id == wanted]
