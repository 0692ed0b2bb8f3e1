"""The reduced rule of README.md, stated with the building blocks of reunify: for comparison with its peers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import attrs
import numpy as np

from reunify import Case, FamilyMember, Sponsor, Verdict, columns, compare
from reunify.facts import Relation
from reunify.logic import condition, not_, until_day, where
from reunify.rules import age, art29d, child, sponsor
from reunify.ruleset import Ground, RuleSet
from reunify.sources import VW, VW_OLD
from reunify.terms import end_of_months
from reunify.text import Text

NAME: Final = "reunify"
PACKAGES: Final = ("attrs", "python-dateutil", "numpy")

# ---------------------------------------------------------------- the rule


@until_day(
    "applied_on",
    id="in-time",
    source=VW_OLD["29.2"],
    en="the application was made within three months",
    nl="de aanvraag is binnen drie maanden gedaan",
)
def three_months_end(sponsor_permit_notified_on: date) -> date:
    """Nareistermijn, without the extension over weekends and holidays."""
    return end_of_months(sponsor_permit_notified_on, 3)


@condition(id="listed", source=VW["29c.1"], en="the relation is listed", nl="de relatie is genoemd")
def relation_is_listed(relation: Relation) -> bool:
    """Echtgenoot of kind."""
    return relation in (Relation.SPOUSE, Relation.CHILD)


# What the law itself asks in the same words is the law's own condition.
under_18 = child.under_18(age.under_18_on_d3)
two_years = attrs.evolve(art29d.wait_since_permit, id="two-year-wait")
waited_or_in_time = where(sponsor.is_refugee, then=three_months_end, otherwise=two_years)
adult = not_(under_18, id="not-under-18", source=VW_OLD["29.2.b"], en="the child is an adult", nl="meerderjarig kind")


def _ground(name: str, en: str, nl: str, relation: Relation, *conditions: Any, who: Any = None) -> Ground:
    title = Text(en=en, nl=nl)
    return Ground(id=name, title=title, source=VW["29c.1"], relations={relation}, who=who, conditions=conditions)


def _rule_set(name: str, en: str, nl: str, *grounds: Ground) -> RuleSet:
    title = Text(en=en, nl=nl)
    return RuleSet(
        id=name,
        title=title,
        short=title,
        sources=(VW["29c.1"],),
        general=(),
        grounds=grounds,
        unlisted=relation_is_listed,
    )


OLD: Final = _rule_set(
    "reduced-old",
    "one regime",
    "één regime",
    _ground("spouse", "spouse", "echtgenoot", Relation.SPOUSE, three_months_end),
    _ground("minor-child", "minor child", "minderjarig kind", Relation.CHILD, three_months_end, who=under_18),
    _ground("adult-child", "adult child", "meerderjarig kind", Relation.CHILD, three_months_end, who=adult),
)
NEW: Final = _rule_set(
    "reduced-new",
    "two regimes",
    "twee regimes",
    _ground("spouse", "spouse", "echtgenoot", Relation.SPOUSE, waited_or_in_time),
    _ground("minor-child", "minor child", "minderjarig kind", Relation.CHILD, under_18, waited_or_in_time),
)

# ---------------------------------------------------------------- what the benchmark calls

_CODES: Final = {Verdict.EXCLUDED: 1, Verdict.NOT_YET: 2, Verdict.ELIGIBLE: 4}
_RELATIONS: Final = np.array(
    [list(Relation).index(relation) for relation in (Relation.SPOUSE, Relation.CHILD, Relation.OTHER)], dtype=np.int8
)


def household(plain: Mapping[str, Any]) -> Case:
    """Make a case of plain data."""
    return Case(
        sponsor=Sponsor(protection=plain["protection"], permit_notified_on=plain["granted_on"]),
        members=tuple(FamilyMember(id=f"member_{number}", **facts) for number, facts in enumerate(plain["members"])),
        decided_on=plain["decided_on"],
    )


def of_household(case: Case) -> list[tuple[int, int]]:
    """Give each member's verdicts under the old rules and under the new ones."""
    return [(_CODES[change.old.verdict], _CODES[change.new.verdict]) for change in compare(case, OLD, NEW).changes]


def columns_of(facts: Mapping[str, Any]) -> columns.Table:
    """Make a table of arrays."""
    size = len(facts["granted_on"])
    members = len(facts["relation"]) // size
    return columns.table(
        {
            "family": np.repeat(np.arange(size, dtype=np.int32), members),
            "decided_on": np.repeat(facts["decided_on"], members),
            "sponsor.protection": np.repeat(facts["protection"], members),
            "sponsor.permit_notified_on": np.repeat(facts["granted_on"], members),
            "relation": _RELATIONS[facts["relation"]],
            "born_on": facts["born_on"],
            "applied_on": facts["applied_on"],
        }
    )


def of_columns(table: columns.Table) -> tuple[Any, Any]:
    """Give the verdicts under the old rules and under the new ones."""
    old, new = columns.assess_table_each(table, (OLD, NEW))
    return old.possible, new.possible
