"""Snapshots: the verdicts of a rule set on its whole boundary set, frozen in a text file that one can read.

A file stands on its own: it holds the facts of each family, so that a later version of the library is held
against the same families. A family is written as the facts in which it differs from the one at the head of
its section; families with the same result stand together under it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import attrs

from reunify.assess import Outcome, Reason, assess
from reunify.facts import Protection
from reunify.meaning import Verdict
from reunify.reform.boundaries import BoundaryFamily, boundary_set
from reunify.reform.people import PEOPLE, Facts, Person
from reunify.reform.written import read_back, told_changes, written
from reunify.rules import RULE_SETS
from reunify.ruleset import RuleSet
from reunify.text import Lang, Text

_FIRST_LINE: Final = "# reunify snapshot 1"
_UNCHANGED: Final = "(all met)"

# ---------------------------------------------------------------- taking one


def take(rule_set: RuleSet) -> str:
    """Freeze what comes out for every boundary family of a rule set; equal rules give equal bytes.

    Args:
        rule_set: The law.

    Returns:
        The text of a snapshot file.
    """
    families = boundary_set(rule_set)
    sections: dict[tuple[str, Protection], list[BoundaryFamily]] = {}
    for family in families:
        sections.setdefault((family.person, family.protection), []).append(family)
    lines = [_FIRST_LINE, f"# rule set: {rule_set.id}", f"{_FAMILIES}{len(families)}"]
    for person in PEOPLE:
        lines += ["", f"[{person.id}]", *_facts_lines(person.facts)]
        for protection in Protection:
            lines += ["", f"[{person.id} {protection.value}]"]
            lines += _results(sections[person.id, protection], _bare(rule_set))
    return "\n".join(lines) + "\n"


def _bare(rule_set: RuleSet) -> RuleSet:
    """Give a law without the remarks and days that a report adds, which a snapshot does not hold."""
    return attrs.evolve(rule_set, notes=(), milestones=())


def _facts_lines(facts: Facts) -> Iterator[str]:
    """Give facts one owner a line."""
    owners: dict[str, list[str]] = {}
    for name, value in facts.items():
        owners.setdefault(name.rpartition(".")[0], []).append(f"{name}={written(value)}")
    yield from ("; ".join(told) for told in owners.values())


def _results(families: list[BoundaryFamily], rule_set: RuleSet) -> Iterator[str]:
    results: dict[str, list[str]] = {}
    for family in families:
        outcome = assess(family.case, rule_set)[family.person]
        results.setdefault(result_of(outcome), []).append(_written_changes(family.changes))
    for result, lines in results.items():
        yield f"= {result}"
        yield from sorted(lines, key=lambda line: (line.count(";"), line))


def _written_changes(changes: tuple[tuple[str, Any], ...]) -> str:
    return "; ".join(f"{name}={written(value)}" for name, value in sorted(changes)) or _UNCHANGED


def result_of(outcome: Outcome) -> str:
    """Write an outcome in a line: verdict, ground, days, what stands in the way, disputed points.

    Args:
        outcome: The outcome.
    """
    told = [outcome.verdict.value, outcome.ground or "no-ground"]
    if outcome.eligible_from is not None:
        told.append(f"from {outcome.eligible_from}")
    if outcome.deadline is not None:
        told.append(f"until {outcome.deadline}")
    unmet = [reason.condition for reason in obstacles(outcome)]
    told += [f"by {', '.join(unmet)}"] if unmet else []
    told += [f"missing {', '.join(outcome.missing)}"] if outcome.missing else []
    points = [f"{d.id}:{d.verdict}" if d.changes_verdict else d.id for d in outcome.disputes]
    return " ".join(told) + (f" | {', '.join(sorted(points))}" if points else "")


def obstacles(outcome: Outcome) -> tuple[Reason, ...]:
    """Give the conditions that stand in the way: those that alone decide, or else all that are not met.

    Args:
        outcome: The outcome.
    """
    if outcome.verdict is Verdict.ELIGIBLE:
        return ()
    unmet = [reason for reason in outcome.reasons if reason.holds is False and reason.within is None]
    return tuple([reason for reason in unmet if reason.decisive] or unmet)


# ---------------------------------------------------------------- checking one


@attrs.frozen(kw_only=True)
class Changed:
    """One family for which another result comes out than the snapshot says.

    Attributes:
        person: The person in the section's head.
        protection: The sponsor's status.
        changes: The facts that differ from the family at the head of the section.
        expected: The result in the snapshot.
        outcome: What comes out now.
    """

    person: str
    protection: Protection
    changes: tuple[tuple[str, Any], ...]
    expected: str
    outcome: Outcome

    @property
    def result(self) -> str:
        """The result now, written as in the snapshot."""
        return result_of(self.outcome)

    @property
    def why(self) -> tuple[str, ...]:
        """The conditions that stand in the way now, with their provision, or those that did so before."""
        now = tuple(f"{reason.condition} ({reason.source.cite.en})" for reason in obstacles(self.outcome))
        before = self.expected.partition(" by ")[2].partition(" | ")[0].partition(" missing ")[0]
        return now or tuple(f"no longer {name}" for name in before.split(", ") if name)

    def told(self, lang: Lang) -> str:
        """Give the change as text.

        Args:
            lang: The language.
        """
        where = told_changes(self.changes, lang)
        lines = [f"{self.person}, {self.protection.label[lang]} {where}", f"  - {self.expected}", f"  + {self.result}"]
        return "\n".join([*lines, f"  {_WHY[lang]}: {'; '.join(self.why)}"] if self.why else lines)

    def __str__(self) -> str:
        return self.told("en")


_WHY: Final = Text(en="because of", nl="vanwege")


@attrs.frozen(kw_only=True)
class Check:
    """What a snapshot says about a rule set: iterate for each family with another result.

    Attributes:
        rule_set: The rule set.
        checked: The number of families in the snapshot.
        changed: Those with another result.
    """

    rule_set: RuleSet
    checked: int
    changed: tuple[Changed, ...]

    @property
    def same(self) -> bool:
        """Whether every result is as in the snapshot."""
        return not self.changed

    def __iter__(self) -> Iterator[Changed]:
        return iter(self.changed)

    def __len__(self) -> int:
        return len(self.changed)

    def told(self, lang: Lang) -> str:
        """Give the whole as text: one family for each kind of change.

        Args:
            lang: The language.
        """
        if self.same:
            return _SAME.format(id=self.rule_set.id, checked=self.checked)[lang] + "\n"
        kinds: dict[object, list[Changed]] = {}
        for change in self.changed:
            outcome = change.outcome
            kind = (change.person, change.protection, change.expected.split()[:2], outcome.verdict, outcome.ground)
            kinds.setdefault(repr(kind), []).append(change)
        head = _OTHER.format(id=self.rule_set.id, changed=len(self.changed), checked=self.checked)[lang]
        blocks = [head]
        for found in kinds.values():
            more = _MORE.format(count=len(found) - 1)[lang]
            blocks.append(found[0].told(lang) + (f"\n  {more}" if len(found) > 1 else ""))
        return "\n\n".join(blocks) + "\n"

    def __str__(self) -> str:
        return self.told("en")


_SAME: Final = Text(
    en="{id}: all {checked} families are as in the snapshot.", nl="{id}: alle {checked} gezinnen zijn als in de opname."
)
_OTHER: Final = Text(
    en="{id}: {changed} of {checked} families have another result than in the snapshot.",
    nl="{id}: {changed} van {checked} gezinnen hebben een andere uitkomst dan in de opname.",
)
_MORE: Final = Text(en="and {count} more families like this", nl="en nog {count} zulke gezinnen")


_FAMILIES: Final = "# families: "


def check(text: str, rule_set: RuleSet | None = None) -> Check:
    """Hold a snapshot against a rule set.

    Args:
        text: The text of a snapshot file.
        rule_set: The law; left out, the one that the file names.

    Raises:
        ValueError: The text is not a snapshot (the message names the line), or names no known rule set.
    """
    lines = text.splitlines()
    if not lines or lines[0] != _FIRST_LINE:
        message = f"line 1: a snapshot begins with {_FIRST_LINE!r}"
        raise ValueError(message)
    law = rule_set or _named_in(lines)
    bare = _bare(law)
    changed: list[Changed] = []
    checked = 0
    for person, protection, expected, changes in _read(lines):
        checked += 1
        outcome = assess(person.family(protection, changes), bare)[person.id]
        if result_of(outcome) != expected:
            told = tuple(changes.items())
            found = Changed(person=person.id, protection=protection, changes=told, expected=expected, outcome=outcome)
            changed.append(found)
    for line in lines:
        if line.startswith(_FAMILIES) and line != f"{_FAMILIES}{checked}":
            message = f"the snapshot is not whole: its head names {line.removeprefix(_FAMILIES)} families, and it has {checked}"
            raise ValueError(message)
    return Check(rule_set=law, checked=checked, changed=tuple(changed))


def _named_in(lines: list[str]) -> RuleSet:
    named = next((line.removeprefix("# rule set: ") for line in lines if line.startswith("# rule set: ")), "")
    if named not in RULE_SETS:
        message = f"the snapshot is of {named!r}, which is not one of {', '.join(RULE_SETS)}; give the rule set"
        raise ValueError(message)
    return RULE_SETS[named]


def _read(lines: list[str]) -> Iterator[tuple[Person, Protection, str, dict[str, Any]]]:
    """Give each family with its expected result."""
    facts: dict[str, dict[str, Any]] = {}
    person, protection, expected = "", None, ""
    for number, line in enumerate(lines, start=1):
        if not line or line.startswith("#"):
            continue
        try:
            if line.startswith("["):
                person, _, status = line.strip("[]").partition(" ")
                protection = Protection(status) if status else None
            elif line.startswith("= "):
                expected = line.removeprefix("= ")
            elif protection is None:
                facts.setdefault(person, {}).update(_changes(line))
            else:
                told = Person(id=person, label=Text(en=person, nl=person), facts=facts[person])
                yield told, protection, expected, _changes(line)
        except (ValueError, KeyError) as error:
            message = f"line {number}: {error}"
            raise ValueError(message) from error


def _changes(line: str) -> dict[str, Any]:
    if line == _UNCHANGED:
        return {}
    pairs = (part.partition("=") for part in line.split("; "))
    return {name: read_back(name, value) for name, _, value in pairs}
