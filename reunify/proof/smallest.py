"""The smallest family that still shows something: every member and fact is left out without which it does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from reunify.facts import MEMBER_FACTS, SPONSOR_FACTS, Case, Fact, FactKind, FamilyMember
from reunify.faults import BadCase

__all__ = ["Shows", "smallest"]

Shows = Callable[[Case], bool]


def smallest(case: Case, shows: Shows) -> Case:
    """Leave out every member but the first, and every fact, without which something is still shown.

    Args:
        case: A family that shows it; the first member is the one whom it is about.
        shows: Says whether a family does.
    """
    for member in case.members[1:]:
        left = tuple(_without_reference(other, member.id) for other in case.members if other.id != member.id)
        case = _if_shown(case, {"members": left}, shows)
    for name in [name for name, about in SPONSOR_FACTS.items() if not about.required]:
        case = _without(case, None, name, SPONSOR_FACTS[name], shows)
    for index in range(len(case.members)):
        for name in [name for name, about in MEMBER_FACTS.items() if not about.required]:
            case = _without(case, index, name, MEMBER_FACTS[name], shows)
    return case


def _without_reference(member: FamilyMember, id_: str) -> FamilyMember:
    names = [
        name for name, told in MEMBER_FACTS.items() if told.kind is FactKind.MEMBER and getattr(member, name) == id_
    ]
    changes: dict[str, Any] = dict.fromkeys(names)
    return attrs.evolve(member, **changes)


def _without(case: Case, index: int | None, name: str, about: Fact, shows: Shows) -> Case:
    """Leave out one fact, if it is not needed."""
    owner: Any = case.sponsor if index is None else case.members[index]
    if getattr(owner, name) is about.left_out:
        return case
    less = attrs.evolve(owner, **{name: about.left_out})
    if index is None:
        return _if_shown(case, {"sponsor": less}, shows)
    return _if_shown(case, {"members": (*case.members[:index], less, *case.members[index + 1 :])}, shows)


def _if_shown(case: Case, changes: dict[str, Any], shows: Shows) -> Case:
    try:
        other = attrs.evolve(case, **changes)
    except BadCase:
        return case
    return other if shows(other) else case
