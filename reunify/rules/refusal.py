"""Grounds of refusal: article 1F, public order, special ties with a third country."""

from __future__ import annotations

from reunify.logic import MET, Node, all_of, no, where
from reunify.rules import points, sponsor
from reunify.sources import MEMBER_1F, VB, VC_NAREIS, VW

sponsor_not_1f = no(
    "sponsor_excluded_1f",
    VB["3.107"],
    en="article 1F of the Refugee Convention was not applied to the sponsor",
    nl="artikel 1F van het Vluchtelingenverdrag is niet aan de hoofdpersoon tegengeworpen",
)

member_not_1f = no(
    "excluded_1f",
    MEMBER_1F,
    en="article 1F of the Refugee Convention was not applied to the person",
    nl="artikel 1F van het Vluchtelingenverdrag is niet aan de persoon tegengeworpen",
)

not_1f = all_of(
    sponsor_not_1f,
    member_not_1f,
    id="not-1f",
    source=VB["3.107"],
    en="article 1F of the Refugee Convention was applied neither to the sponsor nor to the person",
    nl="artikel 1F van het Vluchtelingenverdrag is niet aan de hoofdpersoon en niet aan de persoon tegengeworpen",
)

no_danger_to_public_order = no(
    "public_order",
    VC_NAREIS,
    id="public-order",
    en="the person is no danger to public order or national security",
    nl="de persoon is geen gevaar voor de openbare orde of de nationale veiligheid",
)

no_special_ties = no(
    "special_ties_third_country",
    VW["31.4"],
    id="special-ties",
    discretionary=True,
    en="reunification is not possible in a third country with special ties",
    nl="hereniging is niet mogelijk in een derde land waarmee bijzondere banden bestaan",
)


def special_ties_above_floor(special_ties: Node) -> Node:
    """For a refugee's spouse, child or parent, refusal for special ties alone is below the EU floor."""
    return where(
        sponsor.is_refugee,
        then=special_ties.or_read(points.SPECIAL_TIES_EU_FLOOR, MET),
        otherwise=special_ties,
    )
