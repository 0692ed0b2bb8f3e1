"""The reduced rule in reunify's own building blocks, for one household by `compare` and for many by `columns`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import attrs
import numpy as np

from reunify import CURRENT, Case, FamilyMember, Sponsor, compare
from reunify import columns as in_columns
from reunify.facts import Protection, Relation
from reunify.logic import UNMET, Curable, Verdict, condition, from_day, until_day, where
from reunify.ruleset import Ground, RuleSet
from reunify.sources import VW
from reunify.terms import end_of_months, last_day_under, permit_starts_on, years_after
from reunify.text import Text

NAME: Final = "reunify"
PACKAGES: Final = ("attrs", "python-dateutil", "numpy")
MEMBERS: Final = 4
_BITS: Final = {Verdict.EXCLUDED: 1, Verdict.NOT_YET: 2, Verdict.ELIGIBLE: 4}
_RELATIONS: Final = (Relation.SPOUSE, Relation.CHILD, Relation.OTHER)
_PROTECTIONS: Final = (Protection.REFUGEE, Protection.SUBSIDIARY)


@until_day("applied_on", id="in-time", source=VW["29c.1"], en="within three months", nl="binnen drie maanden")
def in_time(sponsor_permit_notified_on: date) -> date:
    """Three months, to the day."""
    return end_of_months(sponsor_permit_notified_on, 3)


@until_day("applied_on", id="under-18", source=VW["29c.1.b"], en="a child under 18", nl="een kind jonger dan 18")
def under_18(born_on: date) -> date:
    """On the day of the application."""
    return last_day_under(born_on, 18)


@from_day(id="wait", source=VW["29d.2.a"], curable=Curable.BY_TIME, en="two years have passed", nl="twee jaar voorbij")
def two_years(sponsor_permit_notified_on: date) -> date:
    """From the day after the grant was made known."""
    return years_after(permit_starts_on(sponsor_permit_notified_on), 2)


@condition(source=VW["29d.1"], en="the sponsor is a refugee", nl="de hoofdpersoon is vluchteling")
def is_refugee(sponsor_protection: Protection) -> bool:
    """Vluchteling."""
    return sponsor_protection == Protection.REFUGEE


def _law(id_: str, spouse: tuple[Any, ...], child: tuple[Any, ...]) -> RuleSet:
    both = (("spouse", Relation.SPOUSE, spouse), ("child", Relation.CHILD, child))
    grounds = tuple(
        Ground(id=name, title=Text(en=name, nl=name), source=VW["29c.1"], relations={relation}, conditions=asked)
        for name, relation, asked in both
    )
    nothing: dict[str, Any] = {"general": (), "unlisted": UNMET, "other_law": (), "notes": (), "milestones": ()}
    return attrs.evolve(CURRENT, id=id_, grounds=grounds, **nothing)


_new = where(is_refugee, then=in_time, otherwise=two_years)
OLD: Final = _law("reduced-old", (in_time,), (in_time,))
NEW: Final = _law("reduced-new", (_new,), (under_18, _new))


def household(plain: Mapping[str, Any]) -> Case:
    """Make a case of plain data; contradictions are looked for, as always."""
    members = (FamilyMember(id=f"member_{number}", **member) for number, member in enumerate(plain["members"]))
    sponsor = Sponsor(protection=plain["protection"], permit_notified_on=plain["granted_on"])
    return Case(sponsor=sponsor, members=tuple(members), decided_on=plain["decided_on"])


def of_household(case: Case) -> list[tuple[int, int]]:
    """Give each member's verdicts under the old rules and under the new ones."""
    return [(_BITS[change.old.verdict], _BITS[change.new.verdict]) for change in compare(case, OLD, NEW)]


def columns(facts: Mapping[str, Any]) -> Any:
    """Make a table of arrays."""
    places = [list(Relation).index(relation) for relation in _RELATIONS]
    return in_columns.table(
        {
            "family": np.repeat(np.arange(len(facts["granted_on"])), MEMBERS),
            "relation": np.array(places, dtype=np.int8)[facts["relation"]],
            "born_on": facts["born_on"],
            "applied_on": facts["applied_on"],
            "sponsor.protection": np.repeat(facts["protection"], MEMBERS),
            "sponsor.permit_notified_on": np.repeat(facts["granted_on"], MEMBERS),
            "decided_on": np.repeat(facts["decided_on"], MEMBERS),
        }
    )


def of_columns(table: Any) -> tuple[Any, Any]:
    """Give the verdicts under the old rules and under the new ones."""
    old, new = in_columns.screen_each(table, (OLD, NEW))
    return old.possible, new.possible
