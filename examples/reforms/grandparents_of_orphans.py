"""Reform (f): a ground for the grandparents of an orphan, with a fact of its own.

python examples/reforms/grandparents_of_orphans.py
reunify assess case.toml --law examples/reforms/grandparents_of_orphans.py

A case file says ``is_orphan = true`` under [sponsor]; the interview asks for it (reunify ask case.toml --law …).
"""

from reunify import PROPOSED
from reunify.facts import FactKind, Relation, add_sponsor_fact
from reunify.logic import yes
from reunify.rules import art29c
from reunify.ruleset import Ground
from reunify.sources import VW
from reunify.testing import differences
from reunify.text import Text

IS_ORPHAN = add_sponsor_fact(
    "is_orphan", FactKind.YES_NO, "is an orphan", "is wees", "Is the sponsor an orphan?", "Is de hoofdpersoon wees?"
)
orphan = yes(IS_ORPHAN, VW["29c.1"], id="orphan", en="the sponsor is an orphan", nl="de hoofdpersoon is wees")
grandparent = Ground(
    id="grandparent",
    title=Text(en="grandparent of an orphan", nl="grootouder van een wees"),
    source=VW["29c.1"],
    relations={Relation.GRANDPARENT},
    conditions=[orphan, art29c.in_time],
)
REFORM = PROPOSED.amend(id="grandparents", title=Text(en="grandparents", nl="grootouders"), add=[grandparent])

if __name__ == "__main__":
    print(differences(PROPOSED, REFORM).gains_and_losses())
