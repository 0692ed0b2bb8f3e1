"""Reform (c): no two-year wait for the family of an unaccompanied minor with subsidiary protection.

python examples/reforms/no_wait_for_minors.py
"""

from reunify import PROPOSED
from reunify.logic import MET, where
from reunify.rules import art29d, sponsor
from reunify.testing import differences

REFORM = PROPOSED.amend(
    id="no-wait-for-minors",
    title="no two-year wait for unaccompanied minors",
    replace={"two-year-wait": where(sponsor.was_uam, then=MET, otherwise=art29d.two_year_wait)},
)

if __name__ == "__main__":
    print(differences(PROPOSED, REFORM).gains_and_losses())
