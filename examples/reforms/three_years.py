"""Reform (e): a wait of three years in the place of two, for decisions from 2028 on.

python examples/reforms/three_years.py
reunify assess case.toml --law examples/reforms/three_years.py
"""

from datetime import date

from reunify import PROPOSED
from reunify.testing import differences
from reunify.text import Text

TITLE = Text(en="a wait of three years", nl="een wachttijd van drie jaar")
REFORM = PROPOSED.amend(id="three-years", title=TITLE, figures={"wait": 3}, since=date(2028, 1, 1))

if __name__ == "__main__":
    print(differences(PROPOSED, REFORM).gains_and_losses())
