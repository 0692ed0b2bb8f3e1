"""What EU law says of an exclusion: requires it, leaves it to the State, or forbids it.

Found by setting a national outcome beside the outcome for the same person under the rule set `directive`.
"""

from __future__ import annotations

import attrs

from reunify.assess import Outcome, Reason
from reunify.logic import Verdict
from reunify.rules.directive import no_further_spouse, refugee_sponsor, state_must_admit
from reunify.sources import Source
from reunify.text import Choice


class Demand(Choice):
    """What EU law says of a national exclusion."""

    REQUIRES = "requires", "EU law requires this exclusion.", "EU-recht verplicht tot deze uitsluiting."
    LEAVES = (
        "leaves",
        "EU law leaves this to the State: the exclusion is a national choice.",
        "EU-recht laat dit aan de staat: de uitsluiting is een nationale keuze.",
    )
    FORBIDS = (
        "forbids",
        "Below the EU floor: EU law obliges the State to admit this person.",
        "Onder de EU-ondergrens: EU-recht verplicht de staat deze persoon toe te laten.",
    )
    UNKNOWN = (
        "unknown",
        "Whether EU law obliges the State to admit this person turns on facts that are missing.",
        "Of EU-recht de staat verplicht deze persoon toe te laten hangt af van feiten die ontbreken.",
    )
    NOT_BOUND = (
        "not_bound",
        "The Directive does not bind for subsidiary protection; art. 8 ECHR remains.",
        "De richtlijn bindt niet bij subsidiaire bescherming; art. 8 EVRM blijft.",
    )


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
    bound = next((reason for reason in reasons if reason.condition == refugee_sponsor.id), None)
    if bound is not None and bound.holds is False:
        return Floor(demand=Demand.NOT_BOUND, source=bound.source)
    if eu.verdict is Verdict.ELIGIBLE:
        return Floor(demand=Demand.FORBIDS, source=next(g.source for g in eu.grounds if g.id == eu.ground))
    if eu.verdict is Verdict.UNDETERMINED:
        return Floor(demand=Demand.UNKNOWN, source=eu.reasons[0].source)
    # Where a State must not admit a further spouse, the spouse is excluded by that condition alone.
    further = [r for r in eu.reasons if r.condition == no_further_spouse.id and r.holds is False and r.decisive]
    if further:
        return Floor(demand=Demand.REQUIRES, source=further[0].source)
    unmet = [reason for reason in eu.reasons if reason.holds is False]
    free = [reason for reason in unmet if reason.condition == state_must_admit.id]
    return Floor(demand=Demand.LEAVES, source=(free or unmet)[0].source)


def _reasons(outcome: Outcome) -> tuple[Reason, ...]:
    return (*outcome.reasons, *(reason for ground in outcome.grounds for reason in ground.reasons))
