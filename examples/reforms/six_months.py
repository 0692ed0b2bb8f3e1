"""Reform (e): the old law with a term of six months in the place of three.

A term of six months falls outside the General Act on Time Limits, so it ends on its bare last day.

    python examples/reforms/six_months.py
"""

from datetime import date

import attrs

from reunify import CURRENT
from reunify.logic import Leaf, Node, rewritten, until_day
from reunify.rules import shared
from reunify.ruleset import Ground, Milestone
from reunify.sources import VW_OLD
from reunify.terms import end_of_months
from reunify.testing.differences import differences
from reunify.text import Text

EN = "{what} at the latest six months after the grant was made known (D2)"
NL = "{what} uiterlijk zes maanden na de bekendmaking van de verlening (D2)"


def six_months(sponsor_permit_notified_on: date) -> date:
    """Give the last day of the term."""
    return end_of_months(sponsor_permit_notified_on, 6)


said = {"applied_on": ("applied for", "aangevraagd"), "entered_on": ("entered", "binnengekomen")}
ways = {
    fact: until_day(fact, source=VW_OLD["29.2"], en=EN.format(what=en), nl=NL.format(what=nl))(six_months)
    for fact, (en, nl) in said.items()
}
longer = {
    shared.applied_within_three_months.function: ways["applied_on"],
    shared.applied_within_bare_three_months.function: ways["applied_on"],
    shared.entered_within_three_months.function: ways["entered_on"],
    shared.entered_within_bare_three_months.function: ways["entered_on"],
}


def lengthened(ground: Ground) -> Ground:
    """Give a ground with the longer term wherever the three months stand."""

    def change(node: Node) -> Node:
        return longer.get(node.function, node) if isinstance(node, Leaf) else node

    who = None if ground.who is None else rewritten(ground.who, change)
    return attrs.evolve(ground, who=who, conditions=[rewritten(node, change) for node in ground.conditions])


last_day = Milestone(
    id="six-months",
    day=ways["applied_on"],
    text=Text(en="Last day for the application: six months.", nl="Laatste dag voor de aanvraag: zes maanden."),
)
REFORM = CURRENT.amend(
    id="six-months",
    title="the old law with six months",
    drop=["three-months-bare", "three-months-extended", "confirm-after-grant"],
    replace={ground.id: lengthened(ground) for ground in CURRENT.grounds},
    add=[last_day],
)

if __name__ == "__main__":
    print(differences(CURRENT, REFORM).gains_and_losses())
