"""Figures that the law fixes, each in one place: terms and ages, days, and what holds for a period.

A rule takes a `Figure` as the default of a parameter, and texts name it in braces: ``{wait}``; the ways are those of `Figure.fill`.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from reunify import figure
from reunify.figure import Figure, Unit
from reunify.terms import LONGEST_COVERED

# ---------------------------------------------------------------- terms, ages, shares

WAIT: Final = Figure(2, "wait", Unit.YEARS)
"""Art. 29d lid 2 a: so long after the grant the wait is no reason to refuse (wachttijd)."""

TERM: Final = Figure(3, "term", Unit.MONTHS)
"""Art. 29c lid 1: within so long after the grant the application is in time (nareistermijn)."""

LONGEST_RUNNING_ON: Final = TERM.valued(LONGEST_COVERED)
"""Atw art. 4: a longer term, counted in months, does not run on past a weekend or holiday."""

MAJORITY: Final = figure.MAJORITY
"""From this birthday on a person is an adult (meerderjarig); what is presumed of a family takes the same one."""

YOUNG_ADULT: Final = Figure(26, "young_adult", Unit.AGE, above=MAJORITY.name)
"""Up to this birthday an adult child can be a young adult ("about 25", a rule of thumb; jongvolwassene)."""

NORM_SHARE: Final = Figure(100, "norm_share", Unit.OF_MINIMUM_WAGE)
"""Vb art. 3.74: the share of the minimum wage that the income must reach (normbedrag)."""

PARTNER_AGE: Final = Figure(21, "partner_age", Unit.AGE, above=MAJORITY.name)
"""Vb arts 3.14 and 3.15: the age of a spouse or partner on the regular route, and of the sponsor."""

SPOUSE_AGE: Final = Figure(21, "spouse_age", Unit.AGE)
"""Directive 2003/86 art. 4(5): the highest age that a State may ask of spouse and sponsor."""

SINGLE_SHARE: Final = Figure(70, "single_share", Unit.OF_MINIMUM_WAGE)
"""Voorschrift art. 3.19 lid 1: the share that is asked of a single person or parent."""

SPONSOR_YEAR: Final = Figure(1, "sponsor_year", Unit.YEARS)
"""Vb art. 3.15 lid 3: so long must a sponsor with a regular permit for a fixed time have stayed lawfully."""

YEAR_AHEAD: Final = Figure(1, "year_ahead", Unit.YEARS)
"""Vb art. 3.75 lid 1: so long must the income still be certain (duurzaam)."""

YEAR_BEHIND: Final = Figure(1, "year_behind", Unit.YEARS)
"""Vb art. 3.75 lid 2: so long must income from capital have sufficed; by the IND's form wages too."""

WAGE_YEARS: Final = Figure(3, "wage_years", Unit.YEARS)
"""Vb art. 3.75 lid 3: wages that sufficed in each of so many years are lasting too."""

BUSINESS_MONTHS: Final = Figure(18, "business_months", Unit.MONTHS)
"""Voorschrift art. 3.20 lid 1: so long must an own business have earned enough."""

MONTHS_AHEAD: Final = Figure(6, "months_ahead", Unit.MONTHS)
"""Annex 7111 of the IND (2025): so long ahead is enough after a year of wages."""

DECISION_DAYS: Final = Figure(90, "decision_days", Unit.DAYS)
"""Vw art. 2u lid 1: within so long after the receipt the IND decides (beslistermijn)."""

DECISION_ADDED: Final = Figure(3, "decision_added", Unit.MONTHS)
"""The same: by so long at most the IND can make it longer."""

DECISION_MONTHS: Final = Figure(9, "decision_months", Unit.MONTHS)
"""Vw art. 2u lid 4: the same period beside a sponsor with an asylum permit."""

FEE: Final = Figure(254, "fee", Unit.EUROS)
"""Voorschrift art. 3.34, on 1 April 2026: what an application of a family member costs (leges)."""

FEE_MINOR: Final = Figure(85, "fee_minor", Unit.EUROS)
"""The same of a minor."""

EXAM_FEE: Final = Figure(150, "exam_fee", Unit.EUROS)
"""Voorschrift art. 3.12, on 1 April 2026: what the integration exam abroad costs."""

# ---------------------------------------------------------------- days

PARTNERS_IN_AGAIN: Final = date(2013, 6, 1)
"""The day from which partners are in the regular route again (Stb. 2013, 184); nothing older was read of it."""

REGULAR_READ_FROM: Final = date(2024, 1, 1)
"""The oldest version of the regular route that was read; its conditions are those of now."""

CHANGE_DAY: Final = date(2026, 6, 12)
"""The day on which the two-status act came into force (inwerkingtreding)."""

EXCUSE_IN_LAW: Final = date(2025, 3, 28)
"""The day from which the excuse for lateness stands in the law itself (Wet 36 349)."""

FIRST_DAY_HERE: Final = date(2014, 1, 1)
"""The first decision day of which the law is in here; before it nareis stood elsewhere, in other words."""

NEWEST_VERSION: Final = date(2026, 9, 1)
"""The newest version of the Aliens Act that was read."""

LAST_OLD_VERSION: Final = date(2026, 2, 28)
"""The version of the old law that was read."""

LIST_OF_10_32: Final = date(2015, 12, 5)
"""The day from which BW 10:32 lists the marriages that are not recognised."""

BOOK_10: Final = date(1990, 1, 1)
"""BW 10:34: marriages concluded before this day are not governed by BW 10:31 and 10:32."""

DAYS_OF_REGISTRATION: Final = ((1, 1), (7, 1))
"""Month and day that often stand for a day of birth of which only the year is known."""

YOUNG_ADULTS_RESTORED: Final = date(2015, 5, 22)
"""The day on which the policy for young adults, tightened in 2013, was restored."""

RELATIVES_COUNTED_FROM: Final = date(2020, 11, 1)
RELATIVES_COUNTED_UNTIL: Final = date(2021, 8, 23)
"""Between these days the IND held that a minor taken in by a relative here was not alone."""

# ---------------------------------------------------------------- the norm

# The statutory minimum wage for a month, gross, with 8% holiday allowance, in EUR: from the first day of
# each half-year. Read at the IND for 2024-07-01; the others from a secondary source, of which those before
# 2026 were computed from the figure without the allowance.
_MINIMUM_WAGE: Final = (
    (date(2024, 1, 1), Decimal("2234.95")),
    (date(2024, 7, 1), Decimal("2304.29")),
    (date(2025, 1, 1), Decimal("2367.14")),
    (date(2025, 7, 1), Decimal("2425.46")),
    (date(2026, 1, 1), Decimal("2477.95")),
    (date(2026, 7, 1), Decimal("2523.96")),
)
NORM_DAYS: Final = tuple(start for start, _ in _MINIMUM_WAGE)
"""The days on which another norm began to hold."""
NORM_KNOWN_FROM: Final = NORM_DAYS[0]
NORM_KNOWN_UNTIL: Final = date(2026, 12, 31)


def minimum_wage(day: date) -> Decimal:
    """Give the norm (100% of the minimum wage, holiday allowance included) of the half-year of ``day``.

    Outside `NORM_KNOWN_FROM` to `NORM_KNOWN_UNTIL` the norm is not known here: ask that first.
    """
    return next((norm for start, norm in reversed(_MINIMUM_WAGE) if start <= day), _MINIMUM_WAGE[0][1])


def norm_from(day: date) -> date:
    """Give the first day of the half-year whose norm `minimum_wage` gives for ``day``."""
    return next((start for start in reversed(NORM_DAYS) if start <= day), NORM_DAYS[0])
