"""Reform (b): unmarried partners back on the list, for refugees only.

python examples/reforms/partners_of_refugees.py
reunify assess case.toml --law examples/reforms/partners_of_refugees.py
"""

from reunify import PROPOSED
from reunify.facts import Relation
from reunify.rules import art29c, marriage, sponsor, tie
from reunify.ruleset import Ground
from reunify.sources import VW
from reunify.testing import differences
from reunify.text import Text

known = [marriage.durable_and_exclusive, tie.family_at_entry(tie.partner_before_entry, VW["29c.1"])]
partner = Ground(
    id="partner",
    title=Text(en="unmarried partner of a refugee", nl="ongehuwde partner van een vluchteling"),
    source=VW["29c.1"],
    relations={Relation.PARTNER},
    who=sponsor.is_refugee,
    conditions=[*known, tie.real_family_life, marriage.both_adults, art29c.one_spouse, art29c.in_time],
)
REFORM = PROPOSED.amend(id="partners-back", title="partners of refugees back on the list", add=[partner])

if __name__ == "__main__":
    print(differences(PROPOSED, REFORM).gains_and_losses())
