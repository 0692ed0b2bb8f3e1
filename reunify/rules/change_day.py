"""What happened before or since 12 June 2026, when the law changed."""

from __future__ import annotations

from datetime import date

from reunify.logic import condition
from reunify.rules.figures import CHANGE_DAY
from reunify.sources import VW
from reunify.text import Text


@condition(
    source=VW["29c.1"],
    en="the grant was made known before 12 June 2026",
    nl="de verlening is vóór 12 juni 2026 bekendgemaakt",
    unmet=Text(
        en="The grant was not made known before 12 June 2026.",
        nl="De verlening is niet vóór 12 juni 2026 bekendgemaakt.",
    ),
)
def granted_before(sponsor_permit_notified_on: date) -> bool:
    return sponsor_permit_notified_on < CHANGE_DAY


@condition(
    source=VW["29c.1"],
    en="the application was made before 12 June 2026",
    nl="de aanvraag is vóór 12 juni 2026 gedaan",
)
def applied_before(applied_on: date) -> bool:
    return applied_on < CHANGE_DAY


@condition(
    source=VW["29c.1"],
    en="an mvv was granted before 12 June 2026",
    nl="er is vóór 12 juni 2026 een mvv verleend",
)
def mvv_before(mvv_granted_on: date) -> bool:
    return mvv_granted_on < CHANGE_DAY


@condition(
    source=VW["29c.1"],
    en="the application was first refused before 12 June 2026",
    nl="de aanvraag is vóór 12 juni 2026 voor het eerst afgewezen",
)
def refused_before(first_refused_on: date) -> bool:
    return first_refused_on < CHANGE_DAY


@condition(
    source=VW["29c.1"],
    en="the decision falls on or after 12 June 2026",
    nl="het besluit valt op of na 12 juni 2026",
)
def decided_since(decided_on: date) -> bool:
    return decided_on >= CHANGE_DAY
