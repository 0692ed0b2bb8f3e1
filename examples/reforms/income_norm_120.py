"""Reform (g): an income of 120% of the minimum wage, for who has subsidiary protection.

python examples/reforms/income_norm_120.py
reunify assess case.toml --law examples/reforms/income_norm_120.py
"""

from reunify import PROPOSED
from reunify.testing import differences

REFORM = PROPOSED.amend(id="income-120", title="120% of the minimum wage", figures={"norm_share": 120})

if __name__ == "__main__":
    print(differences(PROPOSED, REFORM).gains_and_losses())
