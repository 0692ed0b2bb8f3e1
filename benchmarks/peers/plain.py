"""The reduced rule as a plain function on attrs classes, as a developer would write it: a verdict, no reasons."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

import attrs

NAME: Final = "plain function on attrs"
PACKAGES: Final = ("attrs",)
EXCLUDED, NOT_YET, ELIGIBLE = 1, 2, 4
NEW_LAW, OLD_LAW = True, False


@attrs.frozen
class Member:
    """Who wants to come."""

    relation: str
    born_on: date
    applied_on: date


@attrs.frozen
class Household:
    """The sponsor's facts, and the members."""

    protection: str
    granted_on: date
    decided_on: date
    members: tuple[Member, ...]


def household(plain: Mapping[str, Any]) -> Household:
    """Make a household of plain data."""
    return Household(
        plain["protection"],
        date.fromisoformat(plain["granted_on"]),
        date.fromisoformat(plain["decided_on"]),
        tuple(
            Member(m["relation"], date.fromisoformat(m["born_on"]), date.fromisoformat(m["applied_on"]))
            for m in plain["members"]
        ),
    )


def of_household(made: Household) -> list[tuple[int, int]]:
    """Give each member's verdicts under the old rules and under the new ones."""
    return [(verdict(made, member, OLD_LAW), verdict(made, member, NEW_LAW)) for member in made.members]


def verdict(made: Household, member: Member, new_law: bool) -> int:
    """Give one verdict."""
    if member.relation not in ("spouse", "child"):
        return EXCLUDED
    if new_law:
        if member.relation == "child" and member.applied_on >= years_after(member.born_on, 18):
            return EXCLUDED
        if made.protection == "subsidiary":
            waited = made.decided_on >= years_after(made.granted_on + timedelta(days=1), 2)
            return ELIGIBLE if waited else NOT_YET
    return ELIGIBLE if member.applied_on <= three_months_after(made.granted_on) else EXCLUDED


def years_after(day: date, years: int) -> date:
    """Give the same day of a later year; 1 March for a 29 February that the year lacks."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def three_months_after(day: date) -> date:
    """Give the same day three months later, or that month's last day where it has no such day."""
    years, month = divmod(day.month + 2, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
