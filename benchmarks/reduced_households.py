"""Drawn households of four for the reduced rule, half of their days close to those on which a verdict turns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np

MEMBERS: Final = 4
OF_HOUSEHOLD: Final = ("protection", "granted_on", "decided_on")
OF_MEMBER: Final = ("relation", "born_on", "applied_on")
WORDS: Final = {"protection": ("refugee", "subsidiary"), "relation": ("spouse", "child", "other")}
# Around ends of months and leap days, where a month or a year has no such day.
_GRANTED: Final = ("2023-08-31", "2023-11-30", "2024-02-28", "2024-02-29", "2025-11-28", "2025-11-29", "2025-11-30")
_BORN: Final = ("2005-12-31", "2007-02-28", "2008-02-28", "2008-02-29", "2008-03-01")


def draw(number: int, seed: int = 1) -> dict[str, Any]:
    """Draw a number of households: a spouse and three children, some of whom are another relative instead.

    Returns:
        An array for each of the six facts, as long as there are households or members. Protections and
        relations are places in `WORDS`.
    """
    random = np.random.default_rng(seed)
    size = number * MEMBERS
    place = np.tile(np.arange(MEMBERS), number)
    granted = _sometimes(random, 0.1, _GRANTED, days(random, "2023-01-01", "2026-12-31", number))
    applied = np.repeat(granted, MEMBERS) + _near(random, (86, 96), (0, 400), size)
    grown = days(random, "1960-01-01", "2000-01-01", size)
    child = _sometimes(random, 0.1, _BORN, applied - _near(random, (6570, 6581), (0, 11000), size))
    other = share(random, 0.1, size) & ((place == 0) | share(random, 0.5, size))
    return {
        "protection": random.integers(0, 2, number, dtype=np.int8),
        "granted_on": granted,
        "decided_on": granted + _near(random, (728, 737), (400, 1200), number),
        "relation": np.where(other, 2, place > 0).astype(np.int8),
        "born_on": np.where(place == 0, grown, np.minimum(child, applied)),
        "applied_on": applied,
    }


def first(facts: Mapping[str, Any], number: int) -> dict[str, Any]:
    """Give the first households."""
    return {
        name: values[: number if name in OF_HOUSEHOLD else number * MEMBERS].copy() for name, values in facts.items()
    }


def plain(facts: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Give the households one by one, as if read from JSON."""
    shown = {
        name: [WORDS[name][code] for code in values.tolist()] if name in WORDS else values.astype(str).tolist()
        for name, values in facts.items()
    }

    def picked(names: tuple[str, ...], place: int) -> dict[str, Any]:
        return {name: shown[name][place] for name in names}

    return [
        picked(OF_HOUSEHOLD, place)
        | {"members": [picked(OF_MEMBER, place * MEMBERS + member) for member in range(MEMBERS)]}
        for place in range(len(facts["granted_on"]))
    ]


def days(random: np.random.Generator, earliest: str, latest: str, size: int) -> Any:
    """Draw days from the one to the other."""
    low, high = (int(np.datetime64(day, "D").astype(np.int64)) for day in (earliest, latest))
    return random.integers(low, high, size).astype("datetime64[D]")


def share(random: np.random.Generator, part: float, size: int) -> Any:
    """Draw a yes for a part of them."""
    return random.random(size) < part


def _near(random: np.random.Generator, near: tuple[int, int], wide: tuple[int, int], size: int) -> Any:
    """Draw half of them from the one range, and half from the other."""
    return np.where(share(random, 0.5, size), random.integers(*near, size), random.integers(*wide, size))


def _sometimes(random: np.random.Generator, part: float, listed: tuple[str, ...], otherwise: Any) -> Any:
    """Take a listed day for a part of them."""
    chosen = random.choice(np.array(listed, dtype="datetime64[D]"), len(otherwise))
    return np.where(share(random, part, len(otherwise)), chosen, otherwise)
