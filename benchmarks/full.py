"""Measure the full rules of reunify: one household, many, growing ones, differences and strategies.

    python benchmarks/full.py columns NUMBER RUNS
    python benchmarks/full.py screen NUMBER RUNS
    python benchmarks/full.py report MEMBERS RUNS
    python benchmarks/full.py differences LAWS

`run.py` calls the rest; what needs a process of its own is started like this, and writes its figures as JSON.
"""

from __future__ import annotations

import itertools
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import attrs
import households
from measure import environment, median, median_of_steps, peak_memory, seconds

from reunify import CURRENT, DIRECTIVE, PROPOSED, Case, Comparison, FamilyMember, Sponsor, compare
from reunify.facts import Relation
from reunify.report import make
from reunify.testing import differences

LAWS: Final = (CURRENT, PROPOSED)


def read_verdicts(comparison: Comparison) -> list[Any]:
    """Read both verdicts of each person."""
    return [(change.old.verdict, change.new.verdict) for change in comparison.changes]


def read_everything(comparison: Comparison) -> list[Any]:
    """Read all that is said of each person, down to each citation."""
    return [
        (change.kind, [(cause.condition, cause.source.cite.en) for cause in change.cause], _read(outcome))
        for change in comparison.changes
        for outcome in (change.old, change.new)
    ]


def _read(outcome: Any) -> list[Any]:
    given: list[Any] = [outcome.verdict, outcome.possible, outcome.discretionary, outcome.ground]
    given += [outcome.missing, outcome.unknown, outcome.eligible_from, outcome.deadline, outcome.assumptions]
    for reasons in (outcome.reasons, *(ground.reasons for ground in outcome.grounds)):
        given += [
            (reason.holds, reason.text.en, reason.source.cite.en, reason.missing, reason.day) for reason in reasons
        ]
    for said in (*outcome.notes, *outcome.milestones):
        given.append((said.text.en, said.day, said.source.cite.en))
    given += [(dispute.why.en, dispute.source.cite.en, dispute.verdict) for dispute in outcome.disputes]
    return given


READINGS: Final = (("every verdict", read_verdicts), ("everything", read_everything))


def cases(number: int) -> list[Case]:
    """Draw households as cases."""
    table = households.draw(number)
    return [households.case_of(table, place) for place in range(number)]


def one_household(drawn: list[Case], runs: int) -> Iterator[tuple[str, float]]:
    """Compare one household under both laws: the median over different households."""
    for what, read in READINGS:
        turn = iter(drawn * 2)
        yield what, median_of_steps(lambda turn=turn: next(turn), lambda case, read=read: read(compare(case)), runs)[1]


def many_households(drawn: list[Case], runs: int) -> Iterator[tuple[str, float]]:
    """Compare many households, one by one."""
    for what, read in READINGS:
        taken = [seconds(lambda read=read: [read(compare(case)) for case in drawn])[0] for _ in range(runs)]
        yield what, statistics.median(taken)


# ---------------------------------------------------------------- growth


def growing_members(sizes: tuple[int, ...], runs: int) -> Iterator[tuple[int, list[float]]]:
    """Compare families of a spouse and ever more children, all facts known."""
    base = _known()
    spouse, child = base.members[0], base.members[1]
    for size in sizes:
        children = (attrs.evolve(child, id=f"child_{number}") for number in range(size - 1))
        yield size, _each_reading(attrs.evolve(base, members=(spouse, *children)), runs)


def growing_unknown(numbers: tuple[int, ...], runs: int) -> Iterator[tuple[int, list[float]]]:
    """Compare a family of four of whom ever more is unknown."""
    for number in numbers:
        case = _known()
        for place, name in _UNKNOWN[:number]:
            case = _without(case, place, name)
        yield number, _each_reading(case, runs)


def _each_reading(case: Case, runs: int) -> list[float]:
    # A family made anew each time, so that nothing can be kept of the last one.
    def again() -> Case:
        return attrs.evolve(case)

    return [
        median_of_steps(again, lambda made, read=read: read(compare(made)), runs)[1]  # type: ignore[misc]
        for _, read in READINGS
    ]


def _known() -> Case:
    """Give a household of a spouse, two children and a parent, of which all is known."""
    table = households.draw(50, unknown=0)
    drawn = (households.case_of(table, place) for place in range(50))
    return next(case for case in drawn if case.members[0].relation is Relation.SPOUSE)


def _without(case: Case, place: int | None, name: str) -> Case:
    if place is None:
        return attrs.evolve(case, sponsor=attrs.evolve(case.sponsor, **{name: None}))
    members = [attrs.evolve(m, **{name: None}) if at == place else m for at, m in enumerate(case.members)]
    return attrs.evolve(case, members=tuple(members))


_UNKNOWN: Final = (
    (None, "housing"),
    (None, "means"),
    (0, "marriage_valid"),
    (1, "parentage"),
    (2, "lived_with_family"),
    (None, "protection"),
    (None, "entered_on"),
    (0, "married_on"),
    (1, "born_on"),
    (2, "born_on"),
    (None, "permit_notified_on"),
    (0, "applied_on"),
    (0, "durable_relationship"),
    (1, "consent_other_parent"),
    (1, "lives_independently"),
    (1, "self_supporting"),
    (2, "own_family"),
    (2, "dependent"),
    (3, "parentage"),
    (None, "unaccompanied_minor"),
)
"""What becomes unknown, in this order: whose (the sponsor's, or the place of a member), and which fact."""

# ---------------------------------------------------------------- the rest


def in_columns(number: int, runs: int) -> dict[str, float]:
    """Screen many households as columns, under both laws."""
    from reunify import columns  # noqa: PLC0415 -- numpy is not to count in the memory of the others

    drawing, table = seconds(lambda: households.draw(number))
    taken = [seconds(lambda: columns.assess_table_each(table, LAWS))[0] for _ in range(runs)]
    return {"drawing": drawing, "screening": statistics.median(taken), "memory": peak_memory()}


def screened(number: int, runs: int) -> dict[str, float]:
    """Give many households to `reunify screen`, as a CSV with a column for every fact, and have a CSV written."""
    with tempfile.TemporaryDirectory() as folder:
        told, written = Path(folder, "families.csv"), Path(folder, "rows.csv")
        households.write_csv(told, number)
        command = [sys.executable, "-m", "reunify", "screen", str(told), "-o", str(written)]
        return {"seconds": median(lambda: subprocess.run(command, check=True, env=environment()), runs)}


def large_report(members: int, runs: int) -> dict[str, float]:
    """Report in full, as text, on one family of many of whom nearly nothing is known."""
    relations = (Relation.SPOUSE, Relation.CHILD, Relation.CHILD, Relation.PARENT, Relation.SIBLING)
    people = tuple(FamilyMember(id=f"m{n}", relation=relations[n % len(relations)]) for n in range(members))
    case = Case(sponsor=Sponsor(protection=None), members=people, decided_on=date(2027, 1, 1))
    return {"seconds": median(lambda: make(attrs.evolve(case)).to_text(full=True), runs)}


def all_differences(laws: int) -> dict[str, float]:
    """Find all differences between each two of some laws: the first time, as they are kept after it."""
    pairs = itertools.combinations((CURRENT, PROPOSED, DIRECTIVE)[:laws], 2)
    return {"seconds": seconds(lambda: [differences(*pair) for pair in pairs])[0]}


def strategies(examples: int) -> float:
    """Draw families with hypothesis, and give the time an example takes."""
    from hypothesis import HealthCheck, Phase, given, settings  # noqa: PLC0415 -- an extra of its own

    from reunify.testing import families  # noqa: PLC0415 -- as above

    days: list[float] = []

    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(families())
    def draw(_: Case) -> None:
        days.append(time.perf_counter())

    draw()
    return (days[-1] - days[0]) / (len(days) - 1)


def main() -> None:
    """Measure what needs a process of its own."""
    what, *numbers = sys.argv[1:]
    measures: dict[str, Callable[..., dict[str, float]]] = {
        "columns": in_columns,
        "screen": screened,
        "report": large_report,
        "differences": all_differences,
    }
    json.dump(measures[what](*map(int, numbers)), sys.stdout)


if __name__ == "__main__":
    main()
