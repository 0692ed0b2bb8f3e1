"""Dutch family reunification for refugees and subsidiary protection: who may come, before and after 12 June 2026.

Decision support, not legal advice. Start with `Case`, `Sponsor` and `FamilyMember`, then `compare`. Of a person for
whom no application was made so far, ``applied_on`` is `NOT_FILED`; the verdict of who must wait is `Verdict.NOT_YET`.
"""

import sys
from typing import TYPE_CHECKING

# Not lazily: a module that has the name of a function would take its place.
from reunify.assess import assess, assess_many, compare
from reunify.lazily import lazily
from reunify.moved import Finder

if TYPE_CHECKING:
    from reunify.assess import Assessment, Change, Comparison, Outcome
    from reunify.engine.meaning import Verdict
    from reunify.facts import (
        ASSUMED,
        NOT_FILED,
        Case,
        FamilyMember,
        Housing,
        Protection,
        Relation,
        Span,
        Sponsor,
    )
    from reunify.facts.kinds import NOT_YET
    from reunify.faults import BadCase
    from reunify.rules import CURRENT, DIRECTIVE, PROPOSED, RULE_SETS, in_force_on
else:
    __getattr__ = lazily(
        __name__,
        {
            "reunify.comparison": "Change Comparison",
            "reunify.facts": "ASSUMED NOT_FILED Case FamilyMember Housing Protection Relation Span Sponsor",
            "reunify.facts.kinds": "NOT_YET",
            "reunify.faults": "BadCase",
            "reunify.engine.meaning": "Verdict",
            "reunify.verdicts.outcome": "Assessment Outcome",
            "reunify.rules": "CURRENT DIRECTIVE PROPOSED RULE_SETS in_force_on",
        },
    )

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
    "Span",
    "Sponsor",
    "Verdict",
    "assess",
    "assess_many",
    "compare",
    "in_force_on",
]

sys.meta_path.append(Finder())
__version__ = "0.1.0"
