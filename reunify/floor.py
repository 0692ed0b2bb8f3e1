"""What EU law says of an exclusion: requires it, leaves it to the State, or forbids it.

Found by setting a national outcome beside the outcome for the same person under the rule set `directive`.
"""

from __future__ import annotations

from typing import Final

import attrs

from reunify.assess import Outcome, Reason
from reunify.engine.meaning import Verdict
from reunify.rules.directive import in_time, no_further_spouse, refugee_sponsor, state_must_admit
from reunify.rules.refusal import no_danger_to_public_order, not_1f
from reunify.rules.sponsor import own_status
from reunify.rules.tie import bond_not_broken
from reunify.sources import EU_DIRECTIVE, Source
from reunify.text import Choice

__all__ = ["Demand", "Floor", "eu_floor"]


class Demand(Choice):
    """What EU law says of a national exclusion."""

    REQUIRES = (
        "requires",
        "EU law does not let this person come, if the other partner is a spouse of a polygamous marriage.",
        "Volgens het EU-recht mag deze persoon niet komen, als de andere partner een echtgenoot in een polygaam huwelijk is.",
    )
    LEAVES = (
        "leaves",
        "EU law leaves this to the State: that this person may not come is a choice of the Netherlands. Art. 8 ECHR and art. 7 of the Charter remain.",
        (
            "Het EU-recht laat dit aan de staat: dat deze persoon niet mag komen, is een keuze van Nederland. Art. 8 EVRM en art. 7 van het Handvest "
            "blijven gelden."
        ),
    )
    LEAVES_LATE = (
        "leaves_late",
        (
            "EU law leaves this to the State, as long as another route stays open on the favourable terms and the sponsor was told "
            "of the term."
        ),
        (
            "Het EU-recht laat dit aan de staat, zolang een andere weg op de gunstige voorwaarden openstaat en de hoofdpersoon over "
            "de termijn is geïnformeerd."
        ),
    )
    FORBIDS = (
        "forbids",
        "Below the EU floor: EU law obliges the State to admit this person.",
        "Onder de EU-ondergrens: het EU-recht verplicht de staat deze persoon toe te laten.",
    )
    UNKNOWN = (
        "unknown",
        "Whether EU law obliges the State to admit this person turns on facts that are missing.",
        "Of het EU-recht de staat verplicht deze persoon toe te laten hangt af van feiten die ontbreken.",
    )
    NOT_BOUND = (
        "not_bound",
        "The Directive does not bind for subsidiary protection; art. 8 ECHR remains.",
        "De richtlijn geldt niet bij subsidiaire bescherming; art. 8 EVRM blijft gelden.",
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
        None where the person is not excluded, or is so for a reason that the Directive does not reach.
    """
    if national.verdict is not Verdict.EXCLUDED:
        return None
    unmet = _unmet(national)
    if not unmet.isdisjoint(_NOT_REACHED):
        return None
    return _not_bound(eu) or _demand(unmet, eu)


def _unmet(outcome: Outcome) -> set[str]:
    """Name the conditions that are not met, with the details in them; not the details of what is met another way."""
    found: set[str] = set()
    for reason in outcome.reasons:
        if reason.holds is False and (reason.within is None or reason.within in found):
            found.add(reason.condition)
    return found


def _not_bound(eu: Outcome) -> Floor | None:
    bound = next((reason for reason in _reasons(eu) if reason.condition == refugee_sponsor.id), None)
    if bound is None or bound.holds is not False:
        return None
    return Floor(demand=Demand.NOT_BOUND, source=bound.source)


def _demand(unmet: set[str], eu: Outcome) -> Floor:
    if eu.verdict is Verdict.ELIGIBLE:
        return Floor(demand=Demand.FORBIDS, source=_forbidding(unmet, eu))
    if eu.verdict is Verdict.UNDETERMINED:
        return Floor(demand=Demand.UNKNOWN, source=eu.reasons[0].source)
    # Where a State must not admit a further spouse, the spouse is excluded by that condition alone.
    further = [r for r in eu.reasons if r.condition == no_further_spouse.id and r.holds is False and r.decisive]
    if further:
        return Floor(demand=Demand.REQUIRES, source=further[0].source)
    failed = [reason for reason in eu.reasons if reason.holds is False]
    late = [reason for reason in failed if reason.condition == in_time.id and reason.condition in unmet]
    if late and len([reason for reason in failed if reason.within is None]) == 1:
        return Floor(demand=Demand.LEAVES_LATE, source=late[0].source)
    free = [reason for reason in failed if reason.condition == state_must_admit.id]
    same = _same(failed, unmet)
    return Floor(demand=Demand.LEAVES, source=(free or same[-1:] or failed)[0].source)


# No floor for who is a danger, was excluded from protection, or whose tie or sponsor's asylum has ended.
_NOT_REACHED: Final = frozenset(
    node.id for node in (not_1f, no_danger_to_public_order, bond_not_broken, own_status) if node.id is not None
)


def _forbidding(unmet: set[str], eu: Outcome) -> Source:
    """Give the article against the condition that decides: that of the same condition, in its innermost detail."""
    same = _same([reason for reason in eu.reasons if reason.holds], unmet)
    return same[-1].source if same else next(ground.source for ground in eu.grounds if ground.id == eu.ground)


def _same(reasons: list[Reason], unmet: set[str]) -> list[Reason]:
    """Give what EU law itself says of these conditions, and of the details in them."""
    about = (reason for reason in reasons if reason.condition in unmet or reason.within in unmet)
    return [reason for reason in about if reason.within is None or reason.source.url == EU_DIRECTIVE.url]


def _reasons(outcome: Outcome) -> tuple[Reason, ...]:
    return (*outcome.reasons, *(reason for ground in outcome.grounds for reason in ground.reasons))
