"""The regular family route (Vb 2000 arts 3.13-3.28): a permit of Vw art. 14 for who does not come by nareis.

`couple`, `children`, `parent` and `foster` have who may come, `sponsor` what is asked of the sponsor, `means` the
income, `asked` what is asked of every family member, `remarks` what a report adds, and `points` what is contested.
"""

from __future__ import annotations

from typing import Final

from reunify.logic import UNMET
from reunify.rules.regular import asked, children, couple, foster, parent, remarks
from reunify.ruleset import RuleSet
from reunify.sources import VB, VC_REGULAR, VW
from reunify.text import Text

__all__ = ["REGULAR"]

_NOBODY_ELSE = UNMET.named(
    "listed",
    (VB["3.13"], VB["3.14"]),
    discretionary=True,
    en="the person is a spouse, a partner, a minor child, the parent of a minor, or a minor who is taken in",
    nl="de persoon is echtgenoot, partner, minderjarig kind, ouder van een minderjarige, of een minderjarige die wordt "
    "opgenomen",
    unmet=Text(
        en="The regular route has no ground for this person. What is left is art. 8 ECHR.",
        nl="De reguliere weg heeft geen grond voor deze persoon. Wat overblijft is art. 8 EVRM.",
    ),
    ask=Text(
        en="Has the regular route a ground for this person?", nl="Heeft de reguliere weg een grond voor deze persoon?"
    ),
)

REGULAR: Final = RuleSet(
    id="regular",
    title=Text(
        en="the regular family route (Vb 2000 arts 3.13-3.28)", nl="de reguliere gezinsroute (Vb 2000 artt. 3.13-3.28)"
    ),
    short=Text(en="regular route", nl="reguliere weg"),
    sources=(VB["3.13"], VB["3.14"], VB["3.24a"], VB["3.28"], VW["16"], VC_REGULAR),
    general=[asked.law_was_read, asked.genuine_tie, asked.no_false_data],
    grounds=(
        couple.spouse,
        couple.partner,
        children.own_child,
        children.step_child,
        parent.parent,
        foster.foster_child,
    ),
    unlisted=_NOBODY_ELSE,
    closed=Text(en="not by the regular route", nl="niet via de reguliere weg"),
    notes=remarks.notes,
    milestones=remarks.milestones,
)
"""Regular family migration beside nareis; whether it is asked for is for the family to say."""
