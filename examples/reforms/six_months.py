"""Reform (e): the old law with a term of six months in the place of three.

A term of six months falls outside the General Act on Time Limits, so it ends on its bare last day.

    python examples/reforms/six_months.py
"""

from datetime import date

import attrs

from reunify import CURRENT
from reunify.logic import Leaf, Node, until_day
from reunify.rewriting import rewritten
from reunify.ruleset import Ground, Milestone
from reunify.sources import VW_OLD
from reunify.terms import end_of_months
from reunify.testing.differences import differences
from reunify.text import Text

OLD = VW_OLD["29.2"]


def six_months(sponsor_permit_notified_on: date) -> date:
    """Give the last day of the term."""
    return end_of_months(sponsor_permit_notified_on, 6)


said = {
    "applied_on": ("applied for within six months after the grant (D2)", "binnen zes maanden na D2 aangevraagd"),
    "entered_on": ("entered within six months after the grant (D2)", "binnen zes maanden na D2 binnengekomen"),
    "earlier_applied_on": ("applied for earlier, within six months", "eerder aangevraagd, binnen zes maanden"),
}
ways = {
    fact: until_day(fact, source=OLD, en=en, nl=nl, is_term=fact == "applied_on")(six_months)
    for fact, (en, nl) in said.items()
}
IN_TIME = Text(en="applied for or entered within six months, or excused", nl="binnen zes maanden, of verschoonbaar")


def lengthened(ground: Ground) -> Ground:
    """Give a ground with the longer term wherever the three months stand."""

    def change(node: Node) -> Node:
        is_the_term = isinstance(node, Leaf) and "_three_months" in node.function.__name__
        return ways[node.compared] if is_the_term else node

    def lengthen(node: Node) -> Node:
        new = rewritten(node, change)
        return attrs.evolve(new, text=IN_TIME) if new.id == "in-time" else new

    who = None if ground.who is None else rewritten(ground.who, change)
    return attrs.evolve(ground, who=who, conditions=[lengthen(node) for node in ground.conditions])


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
