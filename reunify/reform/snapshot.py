"""Snapshots: the verdicts of a rule set on its whole boundary set, frozen in a text file that one can read.

A file stands on its own: it holds the facts of each family, so that a later version of the library is held
against the same families. A family is written as the facts in which it differs from the one at the head of
its section; families with the same result stand together under it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final

import attrs

from reunify.assess import Outcome, Reason, assess
from reunify.comparison import in_the_way
from reunify.engine.meaning import Verdict
from reunify.facts import Case, Protection
from reunify.faults import BadCase, Fault, FaultCode, in_one_line
from reunify.reform.boundaries import BoundaryFamily, boundary_set
from reunify.reform.people import PEOPLE, Facts, KindOfPerson
from reunify.reform.written import read_back, told_changes, written
from reunify.rules import RULE_SETS
from reunify.ruleset import RuleSet
from reunify.text import Lang, Text

__all__ = ["Changed", "Check", "check", "families_in", "obstacles", "result_of", "take"]

_FIRST_LINE: Final = "# reunify snapshot 1"
_UNCHANGED: Final = "(all met)"

# ---------------------------------------------------------------- taking one


def take(rule_set: RuleSet, families: Sequence[BoundaryFamily] | None = None) -> str:
    """Freeze what comes out for every boundary family of a rule set; equal rules give equal bytes.

    Args:
        rule_set: The law.
        families: The families; left out, those of `boundary_set`.

    Returns:
        The text of a snapshot file.
    """
    families = boundary_set(rule_set).families if families is None else families
    sections: dict[tuple[str, Protection], list[BoundaryFamily]] = {}
    for family in families:
        sections.setdefault((family.person, family.protection), []).append(family)
    lines = [_FIRST_LINE, f"{_RULE_SET}{rule_set.id}", f"{_FAMILIES}{len(families)}"]
    for person in PEOPLE:
        lines += ["", f"[{person.id}]", *_facts_lines(person.facts)]
        for protection in Protection:
            lines += ["", f"[{person.id} {protection.value}]"]
            lines += _results(sections.get((person.id, protection), []), _bare(rule_set))
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
    told = [(result, sorted(lines, key=_least_changed)) for result, lines in results.items()]
    for result, lines in sorted(told, key=lambda one: _least_changed(one[1][0])):
        yield f"= {result}"
        yield from lines


def _least_changed(line: str) -> tuple[int, str]:
    return line.count(";"), line


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
    return () if outcome.verdict is Verdict.ELIGIBLE else in_the_way(outcome)


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
        """The conditions that stand in the way now, in English; see `because`."""
        return self.because("en")

    def because(self, lang: Lang) -> tuple[str, ...]:
        """Give the conditions that stand in the way now, with their provision, or those that did so before.

        Args:
            lang: The language.
        """
        now = tuple(f"{reason.condition} ({reason.source.cite[lang]})" for reason in obstacles(self.outcome))
        before = self.expected.partition(" by ")[2].partition(" | ")[0].partition(" missing ")[0]
        return now or tuple(_NO_LONGER.format(name=name)[lang] for name in before.split(", ") if name)

    def told(self, lang: Lang) -> str:
        """Give the change as text.

        Args:
            lang: The language.
        """
        where = told_changes(self.changes, lang)
        expected = in_one_line(_shortened(self.expected))
        lines = [f"{self.person}, {self.protection.label[lang]} {where}", f"  - {expected}", f"  + {self.result}"]
        why = self.because(lang)
        return "\n".join([*lines, f"  {_WHY[lang]}: {'; '.join(why)}"] if why else lines)

    def __str__(self) -> str:
        return self.told("en")


_WHY: Final = Text(en="because of", nl="vanwege")
_NO_LONGER: Final = Text(en="no longer {name}", nl="niet meer {name}")


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
            least = min(found, key=lambda change: len(change.changes))
            blocks.append(least.told(lang) + (f"\n  {more}" if len(found) > 1 else ""))
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


def families_in(text: str) -> tuple[BoundaryFamily, ...]:
    """Give the families of a snapshot.

    Args:
        text: The text of a snapshot file.

    Raises:
        BadCase: The text is not a snapshot; the message names the line.
    """
    lines = text.splitlines()
    if not lines or lines[0] != _FIRST_LINE:
        raise _no_snapshot(_NO_FIRST_LINE)
    return tuple(_family_of(one) for one in _read(lines))


def _family_of(one: _Frozen) -> BoundaryFamily:
    family = BoundaryFamily(person=one.person, protection=one.protection, changes=one.changes)
    with _told_of_line(one.number):
        _made = family.case  # here, to say where one stands that cannot be
    return family


def check(text: str, rule_set: RuleSet | None = None, laws: Mapping[str, RuleSet] = RULE_SETS) -> Check:
    """Hold a snapshot against a rule set.

    Args:
        text: The text of a snapshot file.
        rule_set: The law; left out, the one that the file names.
        laws: The laws by id, for where it is left out.

    Raises:
        BadCase: The text is not a snapshot (the message names the line), or names no known rule set.
    """
    lines = text.splitlines()
    if not lines or lines[0] != _FIRST_LINE:
        raise _no_snapshot(_NO_FIRST_LINE)
    law = rule_set or _named_in(lines, laws)
    bare = _bare(law)
    changed: list[Changed] = []
    checked = 0
    for family in _read(lines):
        checked += 1
        outcome = assess(family.case, bare)[family.person]
        if result_of(outcome) != family.expected:
            changed.append(
                Changed(
                    person=family.person,
                    protection=family.protection,
                    changes=family.changes,
                    expected=family.expected,
                    outcome=outcome,
                )
            )
    for line in lines:
        if line.startswith(_FAMILIES) and line != f"{_FAMILIES}{checked}":
            named = _shortened(line.removeprefix(_FAMILIES))
            raise _no_snapshot(_NOT_WHOLE.format(named=named, checked=checked))
    return Check(rule_set=law, checked=checked, changed=tuple(changed))


def _named_in(lines: list[str], laws: Mapping[str, RuleSet]) -> RuleSet:
    named = next((line.removeprefix(_RULE_SET) for line in lines if line.startswith(_RULE_SET)), "")
    if named not in laws:
        raise _no_snapshot(_OF_NO_LAW.format(named=_shortened(named), laws=", ".join(laws)))
    return laws[named]


@attrs.frozen(slots=False)
class _Frozen:
    """A family of a snapshot, with its expected result, the line in which it stands and the facts at the head of its section."""

    number: int
    person: str
    protection: Protection
    facts: Mapping[str, Any]
    changes: tuple[tuple[str, Any], ...]
    expected: str

    @property
    def case(self) -> Case:
        """The family, by the facts at the head of the section."""
        who = KindOfPerson(id=self.person, label=Text(en=self.person, nl=self.person), facts=self.facts)
        with _told_of_line(self.number):
            return who.family(self.protection, dict(self.changes))


def _read(lines: list[str]) -> Iterator[_Frozen]:
    facts: dict[str, dict[str, Any]] = {}
    person, protection, expected = "", None, ""
    for number, line in enumerate(lines, start=1):
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            person, _, status = line.strip("[]").partition(" ")
            protection = _protection(number, status) if status else None
        elif line.startswith("= "):
            expected = line.removeprefix("= ")
        elif protection is None:
            facts.setdefault(person, {}).update(_changes(number, line))
        else:
            changes = tuple(_changes(number, line).items())
            yield _Frozen(number, person, protection, facts.get(person, {}), changes, expected)


def _protection(number: int, status: str) -> Protection:
    try:
        return Protection(status)
    except ValueError:
        raise _wrong(number, _NO_STATUS.format(status=status)) from None


def _changes(number: int, line: str) -> dict[str, Any]:
    if line == _UNCHANGED:
        return {}
    changes = {}
    for name, _, value in (part.partition("=") for part in line.split("; ")):
        try:
            changes[name] = read_back(name, value)
        except KeyError:
            raise _wrong(number, _NO_FACT.format(name=name)) from None
        except BadCase as bad:
            raise _wrong(number, *map(_said, bad.faults)) from None
    return changes


@contextmanager
def _told_of_line(number: int) -> Iterator[None]:
    """Say of a family that cannot be in which line it stands."""
    try:
        yield
    except BadCase as bad:
        raise _wrong(number, *map(_said, bad.faults)) from None
    except (KeyError, TypeError):  # a fact of the section's head that nobody can do without, or of somebody else
        raise _wrong(number, _NO_FAMILY) from None


def _said(fault: Fault) -> Text:
    return Text(en=fault.line("en"), nl=fault.line("nl"))


def _wrong(number: int, *texts: Text) -> BadCase:
    return _no_snapshot(*(_IN_LINE.format(number=number, why=text) for text in texts))


def _no_snapshot(*texts: Text) -> BadCase:
    said = (Text(en=_shortened(text.en), nl=_shortened(text.nl)) for text in texts)
    return BadCase(Fault("", text, FaultCode.BAD_SNAPSHOT) for text in said)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


_LONGEST: Final = 240
_RULE_SET: Final = "# rule set: "
_NO_FIRST_LINE: Final = Text(
    en=f"line 1: a snapshot begins with {_FIRST_LINE!r}", nl=f"regel 1: een opname begint met {_FIRST_LINE!r}"
)
_NOT_WHOLE: Final = Text(
    en="the snapshot is not whole: its head names {named} families, and it has {checked}",
    nl="de opname is niet heel: bovenaan staan {named} gezinnen, en er zijn er {checked}",
)
_OF_NO_LAW: Final = Text(
    en="the snapshot is of {named!r}, which is not one of {laws}; give the rule set",
    nl="de opname is van {named!r}, en dat is geen van {laws}; geef het recht op",
)
_IN_LINE: Final = Text(en="line {number}: {why}", nl="regel {number}: {why}")
_NO_STATUS: Final = Text(en="{status!r} is no status of a sponsor", nl="{status!r} is geen status van een hoofdpersoon")
_NO_FACT: Final = Text(en="there is no fact {name!r}", nl="er is geen feit {name!r}")
_NO_FAMILY: Final = Text(
    en="the facts at the head of this section make no family",
    nl="de feiten bovenaan dit deel maken geen gezin",
)
