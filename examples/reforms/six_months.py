"""Reform (e): the old law with a term of six months in the place of three.

A term of six months falls outside the General Act on Time Limits, so it ends on its bare last day.

    python examples/reforms/six_months.py
"""

from reunify import CURRENT
from reunify.testing import differences

REFORM = CURRENT.amend(id="six-months", title="the old law with six months", figures={"term": 6})

if __name__ == "__main__":
    print(differences(CURRENT, REFORM).gains_and_losses())
