"""A result, and what several parts of its report ask of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Literal, TypeAlias, cast

import attrs

from reunify import whatif
from reunify.assess import Assessment, Change, Comparison, Outcome, assess_family
from reunify.beside import SecondRoute, application_to_come, second_routes
from reunify.facts import Case
from reunify.floor import Floor, eu_floor
from reunify.report import wording
from reunify.report.at_a_glance import Top, is_open
from reunify.report.document import Cited
from reunify.report.reasons_in_words import Line, cited, decisive_reasons, reasons_in_words
from reunify.rules import DIRECTIVE
from reunify.ruleset import Evidence, RuleSet
from reunify.text import Lang
from reunify.verdicts.family import Family

__all__ = ["Found", "Origin", "Remark", "Result", "second_of"]

Origin: TypeAlias = Literal["option", "file", "today"]


@attrs.frozen(kw_only=True)
class Result:
    """What was worked out, before it is put into words; `reunify.report.make` makes it.

    Attributes:
        family: The family, with its decision day, under the first of the rule sets.
        rule_sets: The rule sets it was assessed under: one, or an old and a new one.
        assessments: The assessment under each.
        applicable: The rule set in force on the decision day; None where that law is not in here.
        on_from: Where the decision day comes from.
    """

    family: Family = attrs.field(eq=False)
    rule_sets: tuple[RuleSet, ...]
    assessments: tuple[Assessment, ...]
    applicable: RuleSet | None
    on_from: Origin

    @property
    def case(self) -> Case:
        """The facts of the family."""
        return self.family.case

    @property
    def decided_on(self) -> date:
        """The decision day (D4)."""
        return cast("date", self.case.decided_on)

    @property
    def main(self) -> RuleSet:
        """The rule set that matters most: the one in force on the decision day, or else the last one."""
        return (
            self.applicable if self.applicable is not None and self.applicable in self.rule_sets else self.rule_sets[-1]
        )

    def change_for(self, member: str) -> Change | None:
        """Give the change for a member, if two rule sets were compared."""
        if len(self.assessments) == 1:
            return None
        old, new = self.assessments
        return Comparison(old=old, new=new)[member]


def second_of(result: Result) -> dict[str, SecondRoute]:
    """Give the second route of each person who is not eligible under the law in force; none beside another law."""
    if result.main is not result.applicable:
        return {}
    found = next(made for made in result.assessments if made.rule_set == result.main.id)
    return second_routes(result.case, found.outcomes)


@attrs.frozen(kw_only=True)
class Remark:
    """A remark for one or more persons."""

    persons: str
    said: Cited


@attrs.frozen(slots=False)
class Found:
    """A result with what several parts of the report ask of it."""

    result: Result
    lang: Lang

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What comes out under the law that matters most."""
        return next(made for made in self.result.assessments if made.rule_set == self.result.main.id).outcomes

    @cached_property
    def questions(self) -> tuple[whatif.Question, ...]:
        """What to ask first under that law."""
        return whatif.questions_of(self.result.case, [(self.result.family.under(self.result.main), self.outcomes)])

    @cached_property
    def ways(self) -> Mapping[str, tuple[whatif.Way, ...]]:
        """What would change the outcome of each person."""
        return {outcome.member: self.ways_under(self.result.main, outcome) for outcome in self.outcomes}

    def ways_under(self, law: RuleSet, outcome: Outcome) -> tuple[whatif.Way, ...]:
        """Give what would change an outcome of a law."""
        return whatif.ways_of(self.result.family.under(law), outcome)

    @cached_property
    def second(self) -> Mapping[str, SecondRoute]:
        """The regular route of each person who is not eligible under the law in force; none beside another law."""
        return second_of(self.result)

    @cached_property
    def beside(self) -> Found:
        """The same of the regular route, for an application that is still to be made."""
        family = Family(application_to_come(self.result.case), self.result.main)
        return Found(attrs.evolve(self.result, family=family), self.lang)

    @cached_property
    def eu(self) -> Assessment:
        """What comes out under the EU floor."""
        return assess_family(self.result.family.under(DIRECTIVE))

    def top(self, lang: Lang) -> Top:
        """Give what the top of the report is made of, in a language."""
        return Top(
            case=self.result.case,
            law=self.result.main,
            outcomes=self.outcomes,
            questions=self.questions,
            ways=self.ways,
            lang=lang,
            in_force=self.result.main is self.result.applicable,
            second=self.second,
        )

    def evidence_for(self, outcome: Outcome, law: RuleSet) -> tuple[Evidence, ...]:
        """Give what can be sent for a person, where something may still come of it under a law."""
        ways = self.ways[outcome.member] if law is self.result.main else self.ways_under(law, outcome)
        ground = next((ground for ground in law.grounds if ground.id == outcome.ground), None)
        return ground.evidence if ground is not None and is_open(outcome, ways) else ()

    def named(self, persons: Iterable[str]) -> str:
        """Give the names of persons, or the word for all of them."""
        return wording.named(persons, self.result.case, self.lang)

    def listed(self, persons: Collection[str]) -> str:
        """Give all names in the order of the file."""
        return ", ".join(member.id for member in self.result.case.members if member.id in persons)

    def once(self, said: Iterable[tuple[str, Cited]]) -> tuple[Remark, ...]:
        """Tell each sentence once, with the persons whom it concerns."""
        found: dict[Cited, dict[str, None]] = {}
        for member, cited_text in said:
            found.setdefault(cited_text, {})[member] = None
        return tuple(Remark(persons=self.named(persons), said=told) for told, persons in found.items())

    def lines(self, outcome: Outcome) -> tuple[Line, ...]:
        """Give what stands in the way of a person."""
        in_part = wording.facts_in_part(self.result.case, outcome.member)
        return tuple(reasons_in_words(decisive_reasons(outcome), outcome.reasons, self.lang, in_part, brief=True))

    def shared(self) -> dict[Line, tuple[str, ...]]:
        """Give the lines that are the same for several persons, with these persons."""
        found: dict[Line, dict[str, None]] = {}
        for outcome in self.outcomes:
            for line in self.lines(outcome):
                found.setdefault(line, {})[outcome.member] = None
        return {line: tuple(persons) for line, persons in found.items() if len(persons) > 1}

    def floor_under(self, law: RuleSet, outcome: Outcome) -> Floor | None:
        """Give what EU law says of an outcome under a law of the State; nothing of one under EU law itself."""
        return None if law is DIRECTIVE else eu_floor(outcome, self.eu[outcome.member])

    def floors(self) -> Iterator[tuple[str, Cited]]:
        """Give what EU law says of each outcome, under a law of the State."""
        for outcome in self.outcomes:
            found = self.floor_under(self.result.main, outcome)
            if found is not None:
                yield outcome.member, cited(found.demand.label[self.lang], found.source, self.lang)
