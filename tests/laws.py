"""Laws for the tests of the engine: a few grounds, and nothing of the real law."""

import attrs

from reunify import CURRENT
from reunify.facts import Relation
from reunify.logic import UNMET
from reunify.ruleset import Ground
from reunify.sources import VC_NAREIS
from reunify.text import Text


def a_law(grounds):
    """Give a rule set of these grounds and nothing else."""
    nothing = {"general": (), "unlisted": UNMET, "other_law": (), "notes": (), "milestones": ()}
    return attrs.evolve(CURRENT, id="test", grounds=tuple(grounds), **nothing)


def a_ground(*conditions, id="one", relation=Relation.SIBLING, who=None):  # noqa: A002 -- as in the rules
    """Give a ground with these conditions."""
    title = Text(en=id, nl=id)
    return Ground(id=id, title=title, source=VC_NAREIS, relations=[relation], who=who, conditions=conditions)
