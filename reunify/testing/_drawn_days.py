"""The days that can be drawn for a date: its plain day, and those about the days on which a condition turns."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, Final, TypeAlias, cast

import attrs

from reunify.facts import ORIGINS, Fact
from reunify.ruleset import RuleSet
from reunify.testing._drawn_bytes import DRAWN_IN_ORDER
from reunify.testing.bounds import OF_ANOTHER, Boundary, boundaries
from reunify.testing.near import Near

Laws: TypeAlias = tuple[RuleSet, ...]
_OFFSETS: Final = (0, -1, 1)


@attrs.frozen
class At:
    """A day to be found once it is drawn: at an offset from a boundary, or from the plain day of the fact."""

    boundary: Boundary | None = None
    days: int = 0
    somewhere: bool = False


_PLAIN: Final = At()


def _days_of(told: Fact, boundaries: Iterable[Boundary]) -> tuple[Any, ...]:
    """Give what a date can be: its plain day, words such as never, a day about a boundary, any day."""
    about = (At(boundary, days) for boundary in boundaries for days in _OFFSETS)
    return (_PLAIN, *told.words.values(), *about, *[_PLAIN] * 4, *[At(somewhere=True)] * 2)


def _is_known_before(name: str, boundary: Boundary) -> bool:
    """Say whether a date is drawn after those from which the boundary follows; other members come before."""
    places = (DRAWN_IN_ORDER.get(anchor, -1) for anchor in boundary.anchors)
    return all(place < DRAWN_IN_ORDER[name] for place in places)


@cache
def days_about(name: str, laws: Laws, *, drawing: bool) -> tuple[Any, ...]:
    """Give what a date can be, named as conditions name it; while a whole family is drawn, from what came before."""
    found = boundaries(name, laws)
    fitting = [boundary for boundary in found if not drawing or _is_known_before(name, boundary)]
    return _days_of(cast("Fact", ORIGINS[name].about), fitting)


@cache
def days_near(close: Near, name: str, laws: Laws) -> tuple[Any, ...]:
    """Give what a date can be about the boundaries of a condition: at an offset from what that also reads."""
    read = {*close.facts, *close.gates, *(f"{OF_ANOTHER}{fact}" for fact in close.facts)}
    known = [boundary for boundary in boundaries(name, laws) if _is_known_before(name, boundary)]
    fitting = [boundary for boundary in known if boundary.anchors and read.issuperset(boundary.anchors)]
    fixed = [boundary for boundary in known if not boundary.anchors]
    return _days_of(cast("Fact", ORIGINS[name].about), [*fitting * 4, *fixed])
