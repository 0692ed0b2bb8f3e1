"""Dutch family reunification for refugees and subsidiary protection: who may come, before and after 12 June 2026.

Decision support, not legal advice. Start with `Case`, `Sponsor` and `FamilyMember`, then `compare`. Of a person for
whom no application was made so far, ``applied_on`` is `NOT_FILED`; the verdict of who must wait is `Verdict.NOT_YET`.
"""

from reunify.assess import Assessment, Change, Comparison, Outcome, assess, assess_many, compare
from reunify.facts import (
    ASSUMED,
    NOT_FILED,
    Case,
    FamilyMember,
    Housing,
    Protection,
    Relation,
    Sponsor,
)
from reunify.faults import BadCase
from reunify.meaning import Verdict
from reunify.rules import CURRENT, DIRECTIVE, PROPOSED, RULE_SETS, in_force_on

NOT_YET = NOT_FILED
"""The older name of `NOT_FILED`. It is no verdict: that one is `Verdict.NOT_YET`."""

__all__ = [
    "ASSUMED",
    "CURRENT",
    "DIRECTIVE",
    "NOT_FILED",
    "NOT_YET",
    "PROPOSED",
    "RULE_SETS",
    "Assessment",
    "BadCase",
    "Case",
    "Change",
    "Comparison",
    "FamilyMember",
    "Housing",
    "Outcome",
    "Protection",
    "Relation",
    "Sponsor",
    "Verdict",
    "assess",
    "assess_many",
    "compare",
    "in_force_on",
]

__version__ = "0.1.0"
