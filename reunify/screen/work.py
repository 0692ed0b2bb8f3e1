"""What is worked out: each family under both laws, in one process or in several."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs

from reunify.assess import Outcome, compare
from reunify.cells import FACTS, FAMILY
from reunify.facts import Case
from reunify.faults import BadCase, Fault
from reunify.renamed import Renamed, listening, old_names, tell
from reunify.rules import RULE_SETS
from reunify.ruleset import RuleSet
from reunify.screen.processes import in_processes
from reunify.screen.read import Place, Record

__all__ = ["LAWS", "Row", "Screened", "Two", "screen"]

if not TYPE_CHECKING:
    __getattr__ = old_names(__name__, COULD_NOT="reunify.exits.COULD_NOT")

Row: TypeAlias = dict[str, Any]

Two: TypeAlias = tuple[RuleSet, RuleSet]

LAWS: Final[Two] = (RULE_SETS.regimes[0], RULE_SETS.regimes[-1])
"""The two laws that each person is assessed under, unless others are given."""


@attrs.frozen
class Screened:
    """What comes out for one family.

    Attributes:
        rows: A row a person, in the family's order; none if there are faults.
        faults: What is wrong, each with its place.
        size: How much of the input it took.
        renamed: The old names in it.
    """

    rows: tuple[Row, ...]
    faults: tuple[tuple[Place, Fault], ...]
    size: int
    renamed: tuple[Renamed, ...] = ()


def screen(
    found: Iterable[Record],
    *,
    on: date | None = None,
    today: date | None = None,
    jobs: int = 1,
    laws: Two = LAWS,
) -> Generator[Screened, None, None]:
    """Assess many families under both laws, in their order, without holding on to them.

    Args:
        found: The families, as `records` gives them.
        on: The decision day (D4) for all of them; it takes the place of their own.
        today: The decision day of those that have none; None leaves what turns on it unknown.
        jobs: The number of processes.
        laws: The two laws; others than those of the library are worked on in one process.

    Yields:
        What comes out, one a family.

    Raises:
        ValueError: Other laws are to be worked on in several processes.
    """
    # A law is made of functions, which cannot go from one process to another.
    if laws != LAWS and jobs != 1:
        message = "laws of one's own are worked on in one process"
        raise ValueError(message)
    work_on = partial(_all, on=on, today=today, laws=None if laws == LAWS else laws)
    chunks = _chunks(found)
    for chunk in map(work_on, chunks) if jobs == 1 else in_processes(work_on, chunks, jobs):
        for family in chunk:
            for warning in family.renamed:
                tell(warning)
            yield family


def _screened(record: Record, *, on: date | None, today: date | None, laws: Two = LAWS) -> Screened:
    # Told by who asked for it: what another process warns of, nobody hears.
    with listening() as renamed:
        screened = _looked_at(record, on=on, today=today, laws=laws)
    return attrs.evolve(screened, renamed=tuple(renamed.values())) if renamed else screened


def _looked_at(record: Record, *, on: date | None, today: date | None, laws: Two) -> Screened:
    try:
        family, case = record.read(on)
        if case.decided_on is None:
            case = attrs.evolve(case, decided_on=today)
    except BadCase as bad:
        return Screened((), tuple(map(record.locate, bad.faults)), record.size)
    return Screened(tuple(_rows(family, case, laws)), (), record.size)


def _rows(family: str, case: Case, laws: Two) -> Iterator[Row]:
    decided_on = _day(case.decided_on)
    for change in compare(case, *laws).changes:
        yield {
            FAMILY: family,
            "person": change.member,
            "relation": change.old.relation.value,
            "decided_on": decided_on,
            "change": change.kind.value,
            "outcomes": {outcome.rule_set: _outcome(outcome) for outcome in (change.old, change.new)},
        }


def _outcome(outcome: Outcome) -> Row:
    return {
        "verdict": outcome.verdict.value,
        "ground": outcome.ground,
        "eligible_from": _day(outcome.eligible_from),
        "deadline": _day(outcome.deadline),
        "missing": list(outcome.missing),
        "disputed": [dispute.id for dispute in outcome.disputes if dispute.changes_verdict],
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _all(chunk: Sequence[Record], *, on: date | None, today: date | None, laws: Two | None) -> list[Screened]:
    """Work on some families: through columns as many as they hold, the others one by one."""
    laws = laws or LAWS
    together = _together(chunk, on=on, today=today, laws=laws) if len(chunk) >= _MANY else {}
    return [
        Screened(tuple(rows), (), record.size)
        if (rows := together.get(place)) is not None
        else _screened(record, on=on, today=today, laws=laws)
        for place, record in enumerate(chunk)
    ]


def _together(chunk: Sequence[Record], *, on: date | None, today: date | None, laws: Two) -> dict[int, list[Row]]:
    """Give the rows of those families of a chunk that columns hold, by their place."""
    try:
        # Imported here: of a few families nothing of this is needed, and numpy may not be there.
        from reunify.screen.together import rows_together  # noqa: PLC0415
    except ImportError:
        return {}
    facts = tuple(FACTS)
    held = [(place, one) for place, record in enumerate(chunk) if (one := record.held(facts)) is not None]
    found: dict[int, list[Row]] = {}
    shapes = dict.fromkeys((one.names, one.cell) for _, one in held)
    for shape in shapes:
        alike = [(place, one) for place, one in held if (one.names, one.cell) == shape]
        rows = rows_together([one for _, one in alike], laws, on=on, today=today) if len(alike) >= _MANY else []
        found |= {place: own for (place, _), own in zip(alike, rows, strict=False) if own is not None}
    return found


def _chunks(found: Iterable[Record]) -> Iterator[list[Record]]:
    """Give families some at a time: no more than fit well into memory."""
    chunk: list[Record] = []
    size = 0
    for record in found:
        chunk.append(record)
        size += record.size
        if len(chunk) == _CHUNK or size > _MOST_AT_ONCE:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


_CHUNK: Final = 4096
_MOST_AT_ONCE: Final = 1 << 23
"""So many bytes of the input, or nearly so, are worked on at once."""
_MANY: Final = 64
"""From so many families on columns are faster than each by itself."""
