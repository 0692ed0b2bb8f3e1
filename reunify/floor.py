"""What EU law says of an exclusion: requires it, leaves it to the State, or forbids it.

Found by setting a national outcome beside the outcome for the same person under the rule set `directive`.
"""

from __future__ import annotations

import enum
from typing import Final

import attrs

from reunify.assess import Outcome, Reason
from reunify.logic import Verdict
from reunify.sources import Source
from reunify.text import Text


class Demand(enum.StrEnum):
    """What EU law says of a national exclusion."""

    REQUIRES = "requires"
    LEAVES = "leaves"
    FORBIDS = "forbids"
    UNKNOWN = "unknown"
    NOT_BOUND = "not_bound"

    @property
    def label(self) -> Text:
        """A sentence that says it in two languages."""
        return _DEMAND_LABELS[self]


_DEMAND_LABELS: Final = {
    Demand.REQUIRES: Text(en="EU law requires this exclusion.", nl="EU-recht verplicht tot deze uitsluiting."),
    Demand.LEAVES: Text(
        en="EU law leaves this to the State: the exclusion is a national choice.",
        nl="EU-recht laat dit aan de staat: de uitsluiting is een nationale keuze.",
    ),
    Demand.FORBIDS: Text(
        en="Below the EU floor: EU law obliges the State to admit this person.",
        nl="Onder de EU-ondergrens: EU-recht verplicht de staat deze persoon toe te laten.",
    ),
    Demand.UNKNOWN: Text(
        en="Whether EU law obliges the State to admit this person turns on facts that are missing.",
        nl="Of EU-recht de staat verplicht deze persoon toe te laten hangt af van feiten die ontbreken.",
    ),
    Demand.NOT_BOUND: Text(
        en="The Directive does not bind for subsidiary protection; art. 8 ECHR remains.",
        nl="De richtlijn bindt niet bij subsidiaire bescherming; art. 8 EVRM blijft.",
    ),
}


@attrs.frozen(kw_only=True)
class Floor:
    """What EU law says of one exclusion.

    Attributes:
        demand: What it says.
        source: The article.
    """

    demand: Demand
    source: Source


def eu_floor(national: Outcome, eu: Outcome) -> Floor | None:
    """Say what EU law makes of an exclusion.

    Args:
        national: The outcome for a person under a national rule set.
        eu: The outcome for the same person and decision day under the rule set `directive`.

    Returns:
        None where the person is not excluded.
    """
    if national.verdict is not Verdict.EXCLUDED:
        return None
    reasons = _reasons(eu)
    bound = next((reason for reason in reasons if reason.condition == "refugee-sponsor"), None)
    if bound is not None and bound.holds is False:
        return Floor(demand=Demand.NOT_BOUND, source=bound.source)
    if eu.verdict is Verdict.ELIGIBLE:
        return Floor(demand=Demand.FORBIDS, source=next(g.source for g in eu.grounds if g.id == eu.ground))
    if eu.verdict is Verdict.UNDETERMINED:
        return Floor(demand=Demand.UNKNOWN, source=eu.reasons[0].source)
    # Where a State must not admit a further spouse, the spouse is excluded by that condition alone.
    further = [r for r in eu.reasons if r.condition == "one-spouse" and r.holds is False and r.decisive]
    if further:
        return Floor(demand=Demand.REQUIRES, source=further[0].source)
    unmet = [reason for reason in eu.reasons if reason.holds is False]
    free = [reason for reason in unmet if reason.condition == "state-must-admit"]
    return Floor(demand=Demand.LEAVES, source=(free or unmet)[0].source)


def _reasons(outcome: Outcome) -> tuple[Reason, ...]:
    return (*outcome.reasons, *(reason for ground in outcome.grounds for reason in ground.reasons))
