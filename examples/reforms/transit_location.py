"""Reform (a): what the law would be if a transit location did not count as housing.

Amendment no. 9 to bill 36 703 put the transit location (doorstroomlocatie) into the law. This takes it out.

    python examples/reforms/transit_location.py
"""

from reunify import PROPOSED
from reunify.facts import Housing
from reunify.logic import Curable, condition
from reunify.sources import VW
from reunify.testing import differences


@condition(
    id="housing",
    source=VW["29d.2.c"],
    curable=Curable.BY_ACTION,
    discretionary=True,
    en="the sponsor has a home of his or her own; a transit location does not count",
    nl="de hoofdpersoon heeft een eigen woning; een doorstroomlocatie telt niet",
)
def own_home(sponsor_housing: Housing) -> bool:
    """As the bill read before the amendment."""
    return sponsor_housing == Housing.OWN


REFORM = PROPOSED.amend(
    id="without-amendment-9",
    title="the two-status act without amendment no. 9",
    replace={"housing": own_home},
)

if __name__ == "__main__":
    print(differences(PROPOSED, REFORM).gains_and_losses())
