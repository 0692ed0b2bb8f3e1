"""Figures that the law fixes, each in one place: terms and ages, days, and what holds for a period.

A rule takes a `Figure` as the default of a parameter, and texts name it in braces: ``{wait}``.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from reunify.figure import Figure, Unit

# ---------------------------------------------------------------- terms, ages, shares

WAIT: Final = Figure(2, "wait", Unit.YEARS)
"""Art. 29d lid 2 a: so long after the grant the wait is no reason to refuse (wachttijd)."""

TERM: Final = Figure(3, "term", Unit.MONTHS)
"""Art. 29c lid 1: within so long after the grant the application is in time (nareistermijn)."""

MAJORITY: Final = Figure(18, "majority", Unit.AGE)
"""From this birthday on a person is an adult (meerderjarig)."""

YOUNG_ADULT: Final = Figure(26, "young_adult", Unit.AGE)
"""Up to this birthday an adult child can be a young adult ("about 25", a rule of thumb; jongvolwassene)."""

NORM_SHARE: Final = Figure(100, "norm_share", Unit.OF_MINIMUM_WAGE)
"""Vb art. 3.74: the share of the minimum wage that the income must reach (normbedrag)."""

# ---------------------------------------------------------------- days

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
