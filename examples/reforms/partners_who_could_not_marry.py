"""Reform (b): an exception for partners who could not marry in their country.

Whether a couple could have married is no fact of a case file, so the numbers are an upper bound: every
unmarried partner (or spouse by a marriage that is not valid) in a durable relationship from before entry.

    python examples/reforms/partners_who_could_not_marry.py
"""

from reunify import PROPOSED
from reunify.facts import Relation
from reunify.rules import art29c, art29d, marriage, tie
from reunify.ruleset import Ground
from reunify.sources import VW
from reunify.testing import differences
from reunify.text import Text

partner = Ground(
    id="partner",
    title=Text(en="partner who could not marry", nl="partner die niet kon trouwen"),
    source=VW["29c.1"],
    relations={Relation.PARTNER, Relation.SPOUSE},
    conditions=[
        marriage.durable_and_exclusive,
        tie.family_at_entry(tie.partner_before_entry, VW["29c.1"]),
        tie.real_family_life,
        marriage.both_adults,
        art29c.one_spouse,
        art29c.in_time,
        art29d.subsidiary_conditions,
        art29c.special_ties,
    ],
)
REFORM = PROPOSED.amend(id="partner-exception", title="with an exception for partners", add=[partner])

if __name__ == "__main__":
    print(differences(PROPOSED, REFORM).gains_and_losses())
