"""One case under one rule set: each member's values, in each reading of the law that is asked for.

What is known of the family is in `facts`; here it is what the law makes of it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, partial, reduce
from operator import or_
from typing import Any, TypeAlias

import attrs

from reunify.engine.meaning import ELIGIBLE, EXCLUDED, HIGHEST, SETTLED
from reunify.engine.nodes import Contested, Curable, Leaf, Node
from reunify.engine.program import Days, Program
from reunify.engine.trace import Followed, Run, Value
from reunify.facts import MEMBER_FACTS, NO_MEMBER, REFERENCES, Case, FamilyMember, Span, Unknown, View
from reunify.provisions import Ground
from reunify.ruleset import Demands, RuleSet
from reunify.terms import ONE_DAY
from reunify.verdicts.days_in_part import MOST_FORKED, Asked, LawLooker, PartOfDays, days_together
from reunify.verdicts.exact import at_the_ends, look
from reunify.verdicts.leafwise import Leafwise
from reunify.verdicts.person import Anybody, Nobody, Person, differs, eligible_from

__all__ = ["MOST_FORKED", "Family", "Person", "eligible_from"]


def _each_day(leaf: Leaf, runs: Iterable[Run]) -> Iterator[date]:
    return (day for run in runs for day in (run.day(leaf), run.other_end(leaf)) if day is not None)


_Seen: TypeAlias = tuple[str, str]
"""By whom (the prefix of its facts) which member is looked at."""


class Family:
    """One case under one rule set: each member's values, made once a reading.

    Args:
        case: The family.
        rule_set: The law.
        in_all_readings: Whether the other readings will be asked for too: then one program is compiled for both.
    """

    is_exact = True
    """Whether nothing is left open of the days that matter; of a family with days known in part this says nothing."""

    def __init__(self, case: Case, rule_set: RuleSet, *, in_all_readings: bool = False) -> None:
        self.case = case
        self.rule_set = rule_set
        # Of days known in part, the terms of the main reading are told from its own program.
        self._in_all_readings = in_all_readings and not case.in_part
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
        if rule_set is self.rule_set:
            return self
        if rule_set not in self._others:
            other = self._others[rule_set] = Family(self.case, rule_set, in_all_readings=self._in_all_readings)
            other._days_of_sponsor, other._days = self._days_of_sponsor, self._days
            if self.case.in_part:
                other.leafwise = self.leafwise
        return self._others[rule_set]

    def forget(self) -> None:
        """Let go of all that was worked out: of thousands of families, what refers to itself is long in being found."""
        for run in (*(person.run for person in self._persons.values()), *self._runs.values()):
            run.forget()
        self._persons.clear()
        self._runs.clear()
        for other in self._others.values():
            other.forget()
        self._others.clear()

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
        run = person.run.seen_as(self.view(member, prefix))
        return Person(person.mask, run, person.opened, why, person.exact, person.terms, person.waits)

    def _evaluate(self, member: FamilyMember, reading: str | None) -> Person:
        asked = self.rule_set.asked_of(member.relation)
        run = self.run(self._program(asked, reading), member, reading)
        opened: list[tuple[Ground | None, Node]] = []
        mask = EXCLUDED
        for ground, whole in asked.grounds:
            if ground.who is None or run.mask(ground.who) & ELIGIBLE:
                opened.append((ground, whole))
                mask = HIGHEST[mask][run.mask(whole)]
        if opened and not self.case.in_part:
            return Person(mask, run, opened)
        exact = [family.person(who, reading) for family, who in self._in_each(member)]
        if exact:
            mask = reduce(or_, (person.mask for person in exact))
        if opened:
            terms, waits = (partial(ends, run.program, member) for ends in (self._terms, self._waits))
            return Person(mask, run, opened, exact=exact, terms=terms, waits=waits)
        why = partial(self._unlisted, member, reading)
        return Person(EXCLUDED, run, [(None, self.rule_set.unlisted)], why, exact)

    def _program(self, asked: Demands, reading: str | None) -> Program:
        main_only = reading is None and not self._in_all_readings
        return asked.program if main_only else asked.program_of_readings

    def _terms(self, program: Program, member: FamilyMember) -> Sequence[date]:
        """Give the first and the last day that a term for the application can end on; none, if one of them is open."""
        leaves = [node for node in program.places if isinstance(node, Leaf) and node.is_term]
        days = [self.leafwise.of(leaf, member.id, {}).days for leaf in leaves]
        ends = sorted({day for some in days for day in some})
        in_part = any(self.leafwise.read_by(leaf, member.id) for leaf in leaves)
        return ends if all(days) and (in_part or len(ends) == 1) else ()

    def _waits(self, program: Program, member: FamilyMember) -> Sequence[date]:
        """Give the first and the last day that a wait can end on, whatever else is met; none, if one of them is open."""
        leaves = [node for node in program.places if isinstance(node, Leaf) and node.curable is Curable.BY_TIME]
        outcomes = [(leaf, self.leafwise.of(leaf, member.id, {})) for leaf in leaves]
        unmet = [(leaf, can_be.days) for leaf, can_be in outcomes if can_be.mask != ELIGIBLE]
        known = all(days or not self.leafwise.read_by(leaf, member.id) for leaf, days in unmet)
        return sorted({day for _, days in unmet for day in days}) if known else ()

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
        exact = (
            [family.run(program, who, reading) for family, who in self._in_each(member)] if self.case.in_part else ()
        )
        if exact:
            safe, spread = days_together(program, lambda leaf: _each_day(leaf, exact))
            masks = tuple(reduce(or_, sets) for sets in zip(*(run.masks for run in exact), strict=True))
            return Run(program, view, self._follow, (safe, {}), reading, beside=beside, masks=masks, spread=spread)
        days = (self._days[member.id], self._days_of_sponsor)
        return Run(program, view, self._follow, days, reading, beside=beside)

    @cached_property
    def leafwise(self) -> Leafwise:
        """What each leaf comes out as on a part of the days known in part."""
        return Leafwise(self.case)

    def exact(self, member: FamilyMember) -> tuple[Family, ...]:
        """Give the exact families that stand for this one as far as a member is concerned; none if all its days are known."""
        if not self.case.in_part:
            return ()
        if member.id not in self._exact:
            self._exact[member.id] = tuple(self._made_exact(member))
        return self._exact[member.id]

    def _in_each(self, member: FamilyMember) -> list[tuple[Family, FamilyMember]]:
        """Give the exact families, each with the member as it is there."""
        if not self.case.in_part:
            return []
        return [(family, family.case.member(member.id)) for family in self.exact(member)]

    def _made_exact(self, member: FamilyMember, *, only_verdicts: bool = False) -> Iterator[Family]:
        members = self._with_whom_it_can_name(member)
        if self.case.in_part.keys().isdisjoint(("sponsor", *(one.id for one in members))):
            return
        looker = LawLooker(self, members, Family, _OpenFamily, only_verdicts=only_verdicts)
        cases, left = look(self.case, looker.facts, looker, self.leafwise.order, for_days=not only_verdicts)
        yield from map(looker.family, cases)
        yield from looker.open_families(left)

    def is_certain(self, member: FamilyMember) -> bool:
        """Say whether one verdict only is possible; of days known in part no more is looked at than that asks."""
        if not self.case.in_part:
            return self.person(member).mask in SETTLED
        found = 0
        at_ends = (Family(case, self.rule_set) for case in at_the_ends(self.case))
        for family in itertools.chain(at_ends, self._made_exact(member, only_verdicts=True)):
            found |= family.person(family.case.member(member.id)).mask
            if found not in SETTLED:
                return False
        return found in SETTLED or self.person(member).mask in SETTLED

    def _with_whom_it_can_name(self, member: FamilyMember) -> list[FamilyMember]:
        """Give a member and those whom it names, or can name where that is not known, and so on."""
        found = [member]
        for one in found:
            for reference, (relations, _) in REFERENCES.items():
                wanted = getattr(one, reference)
                anybody = wanted is None and one.relation in MEMBER_FACTS[reference].concerns
                for other in self.case.members:
                    if other not in found and (other.id == wanted or (anybody and other.relation in relations)):
                        found.append(other)
        return found

    def turns(self, member: FamilyMember) -> Iterator[tuple[str, date, int, int]]:
        """Give the days at which the verdicts turn: the fact, the day, before, since.

        None where two of the days that are known in part matter.
        """
        people = self._in_each(member)
        if not all(family.is_exact for family, _ in people):
            return
        for owner in ("sponsor", member.id):
            for name in self.case.in_part.get(owner, ()):
                found: dict[date, set[int]] = {}
                for family, who in people:
                    day: date = getattr(family.case.sponsor if owner == "sponsor" else who, name)
                    found.setdefault(day, set()).add(family.person(who).mask)
                # Where another day matters too, the same day comes with several verdicts.
                if all(len(masks) == 1 for masks in found.values()):
                    told = f"sponsor.{name}" if owner == "sponsor" else name
                    for before, since in itertools.pairwise(sorted(found)):
                        (one,), (other,) = found[before], found[since]
                        if one != other and since - before == ONE_DAY:
                            yield told, since, one, other

    def days_where(self, member: FamilyMember, program: Program, when: Node, day: Leaf) -> list[date]:
        """Give the days that a leaf names in those exact families in which a condition is met and the person may come.

        Where not all days were looked at, the ends between which it names one in any of them, from the decision day on.
        """
        people = self._in_each(member)
        runs = [family.run(program, who) for family, who in people if family.person(who).mask != EXCLUDED]
        days = sorted({*_each_day(day, (run for run in runs if run.is_sure(when)))})
        if not days or all(family.is_exact for family, _ in people):
            return days
        ends = self.leafwise.of(day, member.id, {}).days
        return sorted({max(end, self.case.decided_on or end) for end in ends})

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

    def evaluate(self, node: Node, member: FamilyMember, reading: str | None = None) -> Value:
        """Give the value of one node for a member."""
        program = self._program(self.rule_set.asked_of(member.relation), reading)
        if node in program.places:
            return self.person(member, reading).run.value(node)
        return self.run(node.alone, member, reading).value(node)

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
                and node in run.counted.nodes
                and differs(run.value(node.main), run.value(node.other))
            ):
                found[node.point] = node
        for reference in run.references:
            for other in self._referred(run.view, reference):
                found.update(self.points(other))
        return found

    def points_of_verdict(self, member: FamilyMember) -> frozenset[str]:
        """Give the contested points of which the readings come to other verdicts for a member, or one whom it follows.

        Of the other points of `points` only a day differs. Where days are known in part, all of `points`.
        """
        if self.case.in_part:
            return frozenset(self.points(member))
        run = self._beside(member)
        points = self.rule_set.asked_of(member.relation).points
        counted = (one for one in points if one in run.counted.nodes)
        found = {one.point for one in counted if run.mask(one.main) != run.mask(one.other)}
        followed = (other for reference in run.references for other in self._referred(run.view, reference))
        return frozenset(found).union(*map(self.points_of_verdict, followed))

    def _beside(self, member: FamilyMember) -> Run:
        """Evaluate the grounds with both readings of each point."""
        return self._kept_run(member, self.rule_set.asked_of(member.relation).program_of_readings, beside=True)

    def comes_to(self, member: FamilyMember, *, in_all_readings: bool = False) -> tuple[object, ...]:
        """Give what settles the verdicts of a member, and why: families for whom it is equal are alike in these."""

        def run_of(one: FamilyMember) -> Run:
            return self._beside(one) if in_all_readings else self.person(one).run

        run = run_of(member)
        others = self.case.members if run.references else ()
        named = tuple(getattr(other, reference) for other in others for reference in REFERENCES)
        return run.masks, named, *(run_of(other).masks for other in others)

    def remarks(self, member: FamilyMember) -> Run:
        """Evaluate what decides on the remarks, on the days of the procedure and on the law that applies."""
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
        runs = (self._beside(member), self.person(member).told, *readings, self.remarks(member))
        for name in dict.fromkeys(name for run in runs for name in run.counted.assumable):
            seen.get(name)
        return seen.assumed

    def _follow(self, view: View, reading: str | None, reference: str) -> Followed:
        wanted = view.get(reference)
        if wanted in NO_MEMBER:
            return Nobody()
        persons = tuple(self.person(other, reading, f"{other.id}.") for other in self._referred(view, reference))
        if isinstance(wanted, Unknown):
            return Anybody(wanted.facts, persons)
        (person,) = persons
        return person

    def _referred(self, view: View, reference: str) -> list[FamilyMember]:
        """Give the members whom a reference names, or can name where it is not known."""
        wanted = view.get(reference)
        if isinstance(wanted, Unknown):
            return [member for member in self.case.members if member.relation in view.candidates(reference)]
        return [member for member in self.case.members if member.id == wanted]


class _OpenFamily(Family):
    """A family on a part of the days, as far as each leaf tells by itself: no exact one there comes to more."""

    is_exact = False

    def __init__(self, part: PartOfDays, rule_set: RuleSet, told: Mapping[Asked, bool]) -> None:
        super().__init__(part.case, rule_set)
        self._part = part
        self._told = told

    def exact(self, member: FamilyMember) -> tuple[Family, ...]:  # noqa: ARG002 -- for nobody
        """There are none: it is looked at as it is."""
        return ()

    def run(
        self,
        program: Program,
        member: FamilyMember,
        reading: str | None = None,
        prefix: str = "",
        *,
        beside: bool = False,
    ) -> Run:
        """Join what the leaves come out as."""
        safe, spread = self._part.days(program, member.id)
        view = self.view(member, prefix)
        run = Run(program, view, self._follow, (safe, {}), reading, beside=beside, masks=(), spread=spread)
        masks = self._part.masks(program, member.id)
        if self._told:
            told = [self._told.get((leaf.asks, member.id)) for leaf in program.leaves]
            of_leaf = zip(program.leaves, masks, told, strict=True)
            masks = [mask if met is None else ELIGIBLE if met else leaf.unmet for leaf, mask, met in of_leaf]
        run.masks = program.joined(masks, run, reading)
        return run
