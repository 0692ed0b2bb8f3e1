"""Drawn households of four for the reduced rule: as arrays, and one by one as plain data.

A third of the days lie on or next to the boundary that they are compared with.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from peers.days import months_after, years_after

MEMBERS: Final = 4
RELATIONS: Final = ("spouse", "child", "other")
PROTECTIONS: Final = ("refugee", "subsidiary")
_DAY: Final = np.timedelta64(1, "D")


def draw(number: int, seed: int = 1) -> dict[str, Any]:
    """Draw a number of households as arrays: the members' facts, and those of the household."""
    random = np.random.default_rng(seed)
    granted = np.datetime64("2023-01-01") + random.integers(0, 1500, number) * _DAY
    waited = years_after(granted + _DAY, 2)
    decided = _near(random, waited, granted + random.integers(200, 1400, number) * _DAY)
    of_each = np.repeat(granted, MEMBERS)
    applied = _near(random, months_after(of_each, 3), of_each + random.integers(0, 190, number * MEMBERS) * _DAY)
    applied = np.minimum(applied, np.repeat(decided, MEMBERS))
    born = applied - random.integers(200, 20_000, number * MEMBERS) * _DAY
    turning = random.random(len(born)) < 1 / 3
    eighteen = (applied.astype("datetime64[M]") - 18 * 12).astype("datetime64[D]") + (
        applied - applied.astype("datetime64[M]").astype("datetime64[D]")
    )
    born = np.where(turning, eighteen + random.integers(-1, 2, len(born)) * _DAY, born)
    return {
        "relation": np.tile(np.array([0, 1, 1, 2], dtype=np.int8), number),
        "born_on": born,
        "applied_on": applied,
        "protection": random.integers(0, 2, number, dtype=np.int8),
        "granted_on": granted,
        "decided_on": decided,
    }


def _near(random: np.random.Generator, boundary: Any, others: Any) -> Any:
    near = random.random(len(boundary)) < 1 / 3
    return np.where(near, boundary + random.integers(-1, 2, len(boundary)) * _DAY, others)


def plain(facts: dict[str, Any], household: int) -> dict[str, Any]:
    """Give one household as plain data."""
    rows = range(household * MEMBERS, (household + 1) * MEMBERS)
    return {
        "protection": PROTECTIONS[facts["protection"][household]],
        "granted_on": str(facts["granted_on"][household]),
        "decided_on": str(facts["decided_on"][household]),
        "members": [
            {
                "relation": RELATIONS[facts["relation"][row]],
                "born_on": str(facts["born_on"][row]),
                "applied_on": str(facts["applied_on"][row]),
            }
            for row in rows
        ],
    }
