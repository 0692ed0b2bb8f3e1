"""Drawn households of four for the full rules, each possible: no date lies before one that it must follow.

Nine sponsors of ten are adults with a spouse or partner, two children and a parent; the tenth came as an
unaccompanied minor, with two parents and two brothers or sisters who apply with the first parent. Most of
what matters is given; about one fact in fifteen is not known, or left to be assumed. The same seed gives
the same households, as a table of columns and, one by one, as cases.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any, Final

import numpy as np
from reduced_households import MEMBERS, days, share

from reunify import columns
from reunify.facts import (
    ASSUMED,
    CASE_FACTS,
    MEMBER_FACTS,
    SPONSOR_FACTS,
    Case,
    FactKind,
    FamilyMember,
    Relation,
    Sponsor,
)

UNKNOWN: Final = 1 / 15
MINORS: Final = 0.1
_RELATIONS: Final = list(Relation)
_OF_ADULTS: Final = [Relation.SPOUSE, Relation.CHILD, Relation.CHILD, Relation.PARENT]
_OF_MINORS: Final = [Relation.PARENT, Relation.SIBLING, Relation.SIBLING, Relation.PARENT]
_NO_DAY: Final = np.datetime64("NaT", "D")
_SPONSOR: Final = "sponsor."
_FACTS: Final = {**{f"{_SPONSOR}{name}": told for name, told in SPONSOR_FACTS.items()}, **CASE_FACTS, **MEMBER_FACTS}


def draw(number: int, seed: int = 1, *, unknown: float = UNKNOWN) -> columns.Table:
    """Draw a number of households as a table.

    Args:
        number: The number of households.
        seed: Where the drawing starts.
        unknown: The share of the facts that are not known.
    """
    random = np.random.default_rng(seed)
    sponsors = {name: np.repeat(values, MEMBERS) for name, values in _sponsors(random, number).items()}
    facts = {**sponsors, **_members(random, number, sponsors)}
    hidden = {}
    for name in facts:
        of_family = name.startswith(_SPONSOR)
        mask = random.random(number if of_family else number * MEMBERS) < unknown
        hidden[name] = np.repeat(mask, MEMBERS) if of_family else mask
    for name in ("relation", "decided_on"):
        del hidden[name]
    left_out = {name: hidden.pop(name) for name in list(hidden) if _FACTS[name].has_assumption}
    family = np.repeat(np.arange(number, dtype=np.int32), MEMBERS)
    return columns.table({"family": family, **facts}, unknown=hidden, left_out=left_out)


def _sponsors(random: np.random.Generator, number: int) -> dict[str, Any]:
    entered = days(random, "2022-01-01", "2025-06-01", number)
    applied = entered + random.integers(0, 30, number)
    minor = random.random(number) < MINORS
    age = np.where(minor, random.integers(14 * 365, 18 * 365, number), random.integers(7000, 18000, number))
    return {
        "decided_on": days(random, "2026-12-01", "2028-12-01", number),
        "sponsor.protection": random.integers(0, 2, number, dtype=np.int8),
        "sponsor.born_on": entered - age,
        "sponsor.entered_on": entered,
        "sponsor.asylum_applied_on": applied,
        "sponsor.permit_notified_on": applied + random.integers(100, 500, number),
        "sponsor.unaccompanied_minor": minor,
        "sponsor.means": share(random, 0.6, number),
        "sponsor.housing": random.integers(0, 4, number, dtype=np.int8),
    }


def _members(random: np.random.Generator, number: int, sponsors: dict[str, Any]) -> dict[str, Any]:
    size = number * MEMBERS
    place = np.tile(np.arange(MEMBERS, dtype=np.int8), number)
    minor, born = sponsors["sponsor.unaccompanied_minor"], sponsors["sponsor.born_on"]
    relation = np.where(minor, _codes(_OF_MINORS)[place], _codes(_OF_ADULTS)[place]).astype(np.int8)
    relation[(place == 0) & ~minor & share(random, 0.2, size)] = _codes([Relation.PARTNER])[0]
    wed, partner = relation == _codes([Relation.SPOUSE])[0], relation == _codes([Relation.PARTNER])[0]
    late = np.where(share(random, 0.1, size), random.integers(0, 400, size), 0)
    since = born + random.integers(16 * 365, 19 * 365, size) + late
    first_row = np.repeat(np.arange(number, dtype=np.int32) * MEMBERS, MEMBERS)
    sibling = relation == _codes([Relation.SIBLING])[0]
    return {
        "relation": relation,
        "born_on": _births(random, relation, born),
        "married_on": np.where(wed, since, _NO_DAY),
        "family_since": np.where(partner, since, _NO_DAY),
        "marriage_valid": share(random, 0.9, size),
        "durable_relationship": share(random, 0.9, size),
        "parentage": np.where(share(random, 0.9, size), 0, random.integers(1, 3, size)).astype(np.int8),
        "adoption_recognised": share(random, 0.5, size),
        "married": share(random, 0.1, size),
        "lived_with_family": share(random, 0.9, size),
        "lives_independently": share(random, 0.1, size),
        "self_supporting": share(random, 0.1, size),
        "own_family": share(random, 0.1, size),
        "dependent": share(random, 0.3, size),
        "consent_other_parent": random.integers(0, 4, size, dtype=np.int8),
        "real_parents_care": share(random, 0.3, size),
        "with_parent": np.where(sibling, first_row, -1).astype(np.int32),
        "applied_on": days(random, "2025-07-01", "2026-11-30", size),
        "lateness_excusable": share(random, 0.3, size),
    }


def _births(random: np.random.Generator, relation: Any, of_sponsor: Any) -> Any:
    """Draw the births, in days after that of the sponsor."""
    bounds = np.full((len(_RELATIONS), 2), (-2000, 2000))
    bounds[_codes([Relation.CHILD])[0]] = (5900, 10500)
    bounds[_codes([Relation.PARENT])[0]] = (-15000, -8000)
    born = of_sponsor + random.integers(bounds[relation, 0], bounds[relation, 1])
    return np.minimum(born, np.datetime64("2025-06-30", "D"))


def _codes(relations: list[Relation]) -> Any:
    return np.array([_RELATIONS.index(relation) for relation in relations], dtype=np.int8)


def case_of(table: columns.Table, number: int) -> Case:
    """Give one household of a table as a case."""
    rows = range(number * MEMBERS, (number + 1) * MEMBERS)
    given = {name: told for name, told in _FACTS.items() if name in table.codes}

    def facts(row: int, names: Any, prefix: str = "") -> dict[str, Any]:
        return {name: _value(table, f"{prefix}{name}", row) for name in names if f"{prefix}{name}" in given}

    members = tuple(FamilyMember(id=f"member_{row - rows[0]}", **facts(row, MEMBER_FACTS)) for row in rows)
    sponsor = Sponsor(**facts(rows[0], SPONSOR_FACTS, _SPONSOR))
    return Case(sponsor=sponsor, members=members, **facts(rows[0], CASE_FACTS))


def write_csv(path: Path, number: int, *, seed: int = 1) -> None:
    """Write households as a table for `reunify screen`, a person a row, with a column for every fact that there is."""
    table = draw(number, seed)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        names = [name for name in _FACTS if name != "id"]
        writer.writerow(["family", "id", *names])
        for row in range(number * MEMBERS):
            cells = (_cell(_value(table, name, row)) if name in table.codes else "" for name in names)
            writer.writerow([row // MEMBERS, f"member_{row % MEMBERS}", *cells])


def _cell(value: Any) -> str:
    if value is None or value is ASSUMED:
        return "unknown" if value is None else ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _value(table: columns.Table, name: str, row: int) -> Any:
    code = int(table.codes[name][row])
    if code < 0:
        return columns.SPECIAL[code]
    if _FACTS[name].kind is FactKind.MEMBER:
        return f"member_{code % MEMBERS}"
    return date.fromordinal(code) if _FACTS[name].kind is FactKind.DATE else table.values(name)[code]
