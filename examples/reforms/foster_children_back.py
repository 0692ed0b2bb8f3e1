"""Reform (d): foster children back on the list, on the conditions that the old law had for them.

python examples/reforms/foster_children_back.py
"""

from reunify import PROPOSED
from reunify.logic import Node, all_of, any_of
from reunify.rewriting import rewritten
from reunify.rules import art29c, child, kin
from reunify.testing import differences

own_or_foster = any_of(kin.is_own_child, kin.is_foster_child)


def widened(node: Node) -> Node:
    """Put a foster child beside the sponsor's own."""
    return own_or_foster if node is kin.is_own_child else node


REFORM = PROPOSED.amend(
    id="foster-children-back",
    title="foster children back on the list",
    replace={
        "minor-child.listed": rewritten(art29c.child_listed, widened),
        "minor-child.consent": all_of(child.consent, child.foster_care),
    },
)

if __name__ == "__main__":
    print(differences(PROPOSED, REFORM).gains_and_losses())
