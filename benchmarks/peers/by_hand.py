"""The reduced rule in numpy, written by hand for whole columns: verdicts and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from peers.days import months_after, years_after

NAME: Final = "numpy by hand"
PACKAGES: Final = ("numpy",)
SPOUSE, CHILD, OTHER = 0, 1, 2
REFUGEE, SUBSIDIARY = 0, 1
EXCLUDED, NOT_YET, ELIGIBLE = 1, 2, 4
MEMBERS: Final = 4


def columns_of(facts: Mapping[str, Any]) -> Mapping[str, Any]:
    """Take the facts as they are."""
    return facts


def of_columns(facts: Mapping[str, Any]) -> tuple[Any, Any]:
    """Give the verdicts under the old rules and under the new ones."""
    relation = facts["relation"]
    spouse, child = relation == SPOUSE, relation == CHILD
    in_time = facts["applied_on"] <= _each(months_after(facts["granted_on"], 3))
    under_18 = facts["applied_on"] < years_after(facts["born_on"], 18)
    waited = facts["decided_on"] >= years_after(facts["granted_on"] + 1, 2)

    old = np.where((spouse | child) & in_time, ELIGIBLE, EXCLUDED).astype(np.int8)
    of_refugee = np.where(in_time, ELIGIBLE, EXCLUDED)
    of_subsidiary = _each(np.where(waited, ELIGIBLE, NOT_YET))
    open_to = spouse | (child & under_18)
    new = np.where(_each(facts["protection"] == REFUGEE), of_refugee, of_subsidiary)
    return old, np.where(open_to, new, EXCLUDED).astype(np.int8)


def _each(of_household: Any) -> Any:
    """Repeat what holds for a household for each of its members."""
    return np.repeat(of_household, MEMBERS)
