"""Grounds of refusal: article 1F, public order, special ties with a third country."""

from __future__ import annotations

from typing import Final

from reunify.logic import MET, Node, all_of, no, where
from reunify.rules import points, sponsor
from reunify.sources import MEMBER_1F, VB, VC_NAREIS, VW
from reunify.text import Text

sponsor_not_1f: Final = no(
    "sponsor_excluded_1f",
    VB["3.107"],
    en="article 1F of the Refugee Convention was not applied to the sponsor",
    nl="artikel 1F van het Vluchtelingenverdrag is niet op de hoofdpersoon toegepast (tegengeworpen)",
    unmet=Text(
        en="Article 1F of the Refugee Convention was applied to the sponsor.",
        nl="Artikel 1F van het Vluchtelingenverdrag is op de hoofdpersoon toegepast (tegengeworpen).",
    ),
)

member_not_1f: Final = no(
    "excluded_1f",
    MEMBER_1F,
    en="article 1F of the Refugee Convention was not applied to the person",
    nl="artikel 1F van het Vluchtelingenverdrag is niet op de persoon toegepast (tegengeworpen)",
    unmet=Text(
        en="Article 1F of the Refugee Convention was applied to this person.",
        nl="Artikel 1F van het Vluchtelingenverdrag is op deze persoon toegepast (tegengeworpen).",
    ),
)

not_1f: Final = all_of(
    sponsor_not_1f,
    member_not_1f,
    id="not-1f",
    source=VB["3.107"],
    en="article 1F of the Refugee Convention was applied neither to the sponsor nor to the person",
    nl="artikel 1F van het Vluchtelingenverdrag is niet op de hoofdpersoon en niet op de persoon toegepast (tegengeworpen)",
    unmet=Text(
        en="Article 1F of the Refugee Convention was applied to the sponsor or to this person.",
        nl="Artikel 1F van het Vluchtelingenverdrag is op de hoofdpersoon of op deze persoon toegepast (tegengeworpen).",
    ),
    ask=Text(
        en="Was article 1F of the Refugee Convention applied to the sponsor or to this person?",
        nl="Is artikel 1F van het Vluchtelingenverdrag op de hoofdpersoon of op deze persoon toegepast (tegengeworpen)?",
    ),
)

no_danger_to_public_order: Final = no(
    "public_order",
    VC_NAREIS,
    id="public-order",
    en="the person is no danger to public order or national security",
    nl="de persoon is geen gevaar voor de openbare orde of de nationale veiligheid",
    unmet=Text(
        en="This person is a danger to public order or national security.",
        nl="Deze persoon is een gevaar voor de openbare orde of de nationale veiligheid.",
    ),
    ask=Text(
        en="Is this person a danger to public order or national security?",
        nl="Is deze persoon een gevaar voor de openbare orde of de nationale veiligheid?",
    ),
)

no_special_ties: Final = no(
    "special_ties_third_country",
    VW["31.4"],
    id="special-ties",
    discretionary=True,
    en="the family cannot be together in another country (third country) with which there are special ties",
    nl="het gezin kan niet samenkomen in een ander land (derde land) waarmee het een bijzondere band heeft",
    unmet=Text(
        en="The family can be together in another country (third country) with which there are special ties.",
        nl="Het gezin kan samenkomen in een ander land (derde land) waarmee het een bijzondere band heeft.",
    ),
    ask=Text(
        en="Can the family be together in another country (third country) with which there are special ties?",
        nl="Kan het gezin samenkomen in een ander land (derde land) waarmee het een bijzondere band heeft?",
    ),
)


def special_ties_above_floor(special_ties: Node) -> Node:
    """For a refugee's spouse, child or parent, refusal for special ties alone is below the EU floor."""
    return where(
        sponsor.is_refugee,
        then=special_ties.or_read(points.SPECIAL_TIES_EU_FLOOR, MET),
        otherwise=special_ties,
    )
