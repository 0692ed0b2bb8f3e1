"""Terms of months and years on whole arrays of days; for numpy by hand and for the peers' formulas."""

from __future__ import annotations

from typing import Any

import numpy as np


def months_after(days: Any, months: int) -> Any:
    """Give the same day of a later month, or that month's last day where it has no such day."""
    month, day = _parted(days)
    later = month + months
    last = (later + 1).astype("datetime64[D]") - 1
    return np.minimum(later.astype("datetime64[D]") + day, last)


def years_after(days: Any, years: int) -> Any:
    """Give the same day of a later year; 1 March for a 29 February that the year lacks."""
    month, day = _parted(days)
    return (month + 12 * years).astype("datetime64[D]") + day


def _parted(days: Any) -> tuple[Any, Any]:
    days = np.asarray(days, dtype="datetime64[D]")
    month = days.astype("datetime64[M]")
    return month, days - month
