"""What the bytes of a drawn family tell: the facts in the order in which they are drawn, each with its byte."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias, TypeVar

from reunify.facts import (
    CASE_FACTS,
    MEMBER_FACTS,
    SPONSOR_FACTS,
    Fact,
    FactKind,
    Relation,
    parameters_of,
)

_T = TypeVar("_T")

# ---------------------------------------------------------------- the order in which facts are drawn

INCOME: Final = tuple(name for name in SPONSOR_FACTS if name.startswith("income_"))
_FIRST_DATES: Final = ("permit_notified_on", "asylum_applied_on", "entered_on", "applied_on", "born_on", "married_on")
_WHOLE_FAMILY: Final = frozenset({"case", "member"})


def is_rare(told: Fact) -> bool:
    """Say whether something is assumed of a fact, whatever the others are."""
    return told.has_assumption and not callable(told.assumed)


def _of_whole_family(told: Fact) -> bool:
    return callable(told.assumed) and not _WHOLE_FAMILY.isdisjoint(parameters_of(told.assumed))


def refers(told: Fact) -> bool:
    """Say whether a fact names another member."""
    return told.kind is FactKind.MEMBER


def _in_order(facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """Put first what the dates lean on, then the dates, and last what is assumed from the whole family."""

    def rank(name: str) -> tuple[bool, bool, bool, bool, int]:
        told = facts[name]
        is_date = told.kind is FactKind.DATE
        early = _FIRST_DATES.index(name) if name in _FIRST_DATES else len(_FIRST_DATES)
        return _of_whole_family(told), refers(told), is_date, is_date and is_rare(told), early

    drawn = (name for name, told in facts.items() if told.kind is not FactKind.TEXT and not told.required)
    return tuple(sorted(drawn, key=rank))


SPONSOR_NAMES: Final = _in_order(SPONSOR_FACTS)
MEMBER_NAMES: Final = _in_order(MEMBER_FACTS)
AT_THE_END: Final = frozenset(n for n, told in MEMBER_FACTS.items() if refers(told) or _of_whole_family(told))
NAMES_OF: Final = {
    relation: tuple(n for n in MEMBER_NAMES if not MEMBER_FACTS[n].concerns or relation in MEMBER_FACTS[n].concerns)
    for relation in Relation
}
DRAWN_IN_ORDER: Final = {
    name: place
    for place, name in enumerate(("decided_on", *(f"sponsor_{name}" for name in SPONSOR_NAMES), *MEMBER_NAMES))
}


# ---------------------------------------------------------------- the bytes

DAY: Final = "decided_on"
HIGHEST: Final = 255
HALF: Final = 128
FEW: Final = 16
"""A fact is left out about once in so many times, where it may be unknown."""
MOSTLY: Final = 200
"""Of the 256 values of a byte, those by which a fact that follows from others is left to follow."""
NEARLY_ALWAYS: Final = 244
"""Those by which what is rarely otherwise is left to be assumed."""
QUITE_OFTEN: Final = 224
"""The same, for what concerns a few relations only."""
Places: TypeAlias = Mapping[str, int]
_END: Final = ""


def _places(names: Iterable[str], facts: Mapping[str, Fact]) -> dict[str, int]:
    """Give each fact its byte; a date has a second one, for how far it lies from where it would be."""
    found, place = {}, 0
    for name in names:
        found[name] = place
        place += 2 if name in facts and facts[name].kind is FactKind.DATE else 1
    return {**found, _END: place}


def _in_part_places(places: Places, facts: Mapping[str, Fact]) -> dict[str, int]:
    """Give each date one more byte, behind all others: what is known of the day."""
    dates = [name for name in places if name in facts and facts[name].kind is FactKind.DATE and not facts[name].exact]
    return {**{name: places[_END] + number for number, name in enumerate(dates)}, _END: places[_END] + len(dates)}


WHERE: Final = "where"
VARIES: Final = "varies"
HOW_OFTEN: Final = ((HALF, 0), (HALF, HIGHEST), (HIGHEST, 0), (HIGHEST, HIGHEST))
"""How much of what a condition reads, and of what leads to it, varies in one family: it can take one fact
to turn it, or all of them."""
HEAD: Final = _places((DAY, WHERE, VARIES, *SPONSOR_NAMES), {**CASE_FACTS, **SPONSOR_FACTS})
ONES: Final = {relation: _places(("relation", *NAMES_OF[relation]), MEMBER_FACTS) for relation in Relation}
RELATIONS: Final = tuple(ONES)
"""The relations that can be drawn: those that there were when this module was first imported."""
HEAD_IN_PART: Final = _in_part_places(HEAD, SPONSOR_FACTS)
ONES_IN_PART: Final = {relation: _in_part_places(places, MEMBER_FACTS) for relation, places in ONES.items()}


def bytes_for(relations: Iterable[Relation], *, in_part: bool = False) -> int:
    """Give the number of bytes that tell the sponsor, or a member of any of these relations.

    Args:
        relations: The relations.
        in_part: Whether they also tell which days are known in part.
    """
    head, ones = (HEAD_IN_PART, ONES_IN_PART) if in_part else (HEAD, ONES)
    return max(places[_END] for places in (head, *(ones[relation] for relation in relations)))


def told_by(number: int, values: Sequence[_T], lead: Sequence[_T], share: int) -> _T:
    """Give the value that a byte tells: the lead for 0 and for a share of all, else one of the values."""
    if lead and (number == 0 or number > HIGHEST - share):
        return lead[0]
    return values[max(number - 1, 0) % len(values)]
