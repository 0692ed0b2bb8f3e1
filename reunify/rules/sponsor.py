"""The sponsor (hoofdpersoon): a refugee or not, a status of his or her own, an unaccompanied minor."""

from __future__ import annotations

from datetime import date
from typing import Final

from reunify.facts import Protection, Residence
from reunify.logic import MET, Remedy, all_of, condition, differs, equals, no, one_of, where, yes
from reunify.rules import age, points
from reunify.rules.figures import RELATIVES_COUNTED_FROM, RELATIVES_COUNTED_UNTIL
from reunify.sources import (
    A_AND_S,
    DERIVED_PERMIT,
    IND_RELATIVES,
    NAREIS_AFTER_NAREIS,
    UAM_ON_HIS_OWN,
    VW,
    X_MARRIED_MINOR,
)
from reunify.text import Text

# Vluchtelingenstatus; the other status is subsidiary protection.
is_refugee: Final = equals(
    "sponsor_protection",
    Protection.REFUGEE,
    VW["29c.1"],
    en="the sponsor is a refugee",
    nl="de hoofdpersoon is vluchteling",
    unmet=Text(en="The sponsor is not a refugee.", nl="De hoofdpersoon is geen vluchteling."),
    ask=Text(en="Is the sponsor a refugee?", nl="Is de hoofdpersoon vluchteling?"),
)

# Een asielvergunning, ook voor onbepaalde tijd.
stays_on_asylum: Final = one_of(
    "sponsor_residence",
    (Residence.ASYLUM, Residence.DERIVED),
    VW["29c.1"],
    en="the sponsor stays on asylum: no regular permit, and not naturalised",
    nl="de hoofdpersoon verblijft op grond van asiel: geen reguliere vergunning, en geen Nederlander",
    unmet=Text(
        en="The sponsor no longer stays on asylum, but on a regular permit or as a Dutch national.",
        nl="De hoofdpersoon verblijft niet meer op grond van asiel, maar op een reguliere vergunning of als Nederlander.",
    ),
    ask=Text(
        en="Does the sponsor stay on asylum, not on a regular permit and not as a Dutch national?",
        nl="Verblijft de hoofdpersoon op grond van asiel, niet op een reguliere vergunning en niet als Nederlander?",
    ),
)

permit_is_not_derived: Final = differs(
    "sponsor_residence",
    Residence.DERIVED,
    DERIVED_PERMIT,
    remedy=Remedy.ACTION,
    advice=Text(
        en="the sponsor can apply for asylum in his or her own right",
        nl="de hoofdpersoon kan zelf asiel aanvragen",
    ),
    en="the sponsor's permit is not derived from a family member",
    nl="de vergunning van de hoofdpersoon is niet afgeleid van een gezinslid",
    unmet=Text(
        en="The sponsor's permit is derived from a family member.",
        nl="De vergunning van de hoofdpersoon is afgeleid van een gezinslid.",
    ),
)

holds_own_asylum_permit: Final = all_of(stays_on_asylum, permit_is_not_derived)

# Nareis op nareis.
did_not_come_by_nareis: Final = no(
    "sponsor_came_by_nareis",
    NAREIS_AFTER_NAREIS,
    en="the sponsor did not first come by nareis",
    nl="de hoofdpersoon kwam niet eerst zelf als nareiziger",
    unmet=Text(en="The sponsor first came by nareis.", nl="De hoofdpersoon kwam eerst zelf als nareiziger."),
)

own_status: Final = holds_own_asylum_permit.or_read(
    points.NAREIS_AFTER_NAREIS, all_of(holds_own_asylum_permit, did_not_come_by_nareis)
).named(
    "own-status",
    (VW["29c.1"], DERIVED_PERMIT),
    en="the sponsor holds an asylum permit of his or her own",
    nl="de hoofdpersoon heeft een eigen asielvergunning",
    unmet=Text(
        en="The sponsor holds no asylum permit of his or her own.",
        nl="De hoofdpersoon heeft geen eigen asielvergunning.",
    ),
    ask=Text(
        en="Does the sponsor hold an asylum permit of his or her own?",
        nl="Heeft de hoofdpersoon een eigen asielvergunning?",
    ),
)

# Alleenstaand; by C-230/21 a married minor can be unaccompanied too.
was_unaccompanied: Final = yes(
    "sponsor_unaccompanied_minor",
    X_MARRIED_MINOR,
    en="the sponsor was without a responsible adult",
    nl="de hoofdpersoon was zonder een volwassene die voor hem of haar verantwoordelijk was",
    unmet=Text(
        en="The sponsor was not a minor without a responsible adult.",
        nl="De hoofdpersoon was geen minderjarige zonder een volwassene die voor hem of haar verantwoordelijk was.",
    ),
    ask=Text(
        en="Was the sponsor a minor without a responsible adult?",
        nl="Was de hoofdpersoon een minderjarige zonder een volwassene die verantwoordelijk was?",
    ),
)

# Evident geen alleenstaande.
not_evidently_cared_for: Final = no(
    "sponsor_evidently_not_alone",
    IND_RELATIVES,
    en="it was not evident that somebody here cared for the sponsor",
    nl="het was niet duidelijk dat hier iemand voor de hoofdpersoon zorgde",
    unmet=Text(
        en="It was evident that somebody here cared for the sponsor.",
        nl="Het was duidelijk dat hier iemand voor de hoofdpersoon zorgde.",
    ),
)


@condition(
    source=IND_RELATIVES,
    en="the decision falls in the months in which a relative here counted",
    nl="het besluit valt in de maanden waarin een familielid hier meetelde",
    unmet=Text(
        en="The decision does not fall in the months in which a relative here counted.",
        nl="Het besluit valt niet in de maanden waarin een familielid hier meetelde.",
    ),
)
def relatives_counted(decided_on: date) -> bool:
    """Werkwijze van november 2020 tot 24 augustus 2021."""
    return RELATIVES_COUNTED_FROM <= decided_on <= RELATIVES_COUNTED_UNTIL


not_taken_in: Final = no(
    "sponsor_taken_in_by_relative",
    IND_RELATIVES,
    en="no relative here had taken the sponsor in",
    nl="geen familielid hier had de hoofdpersoon in huis genomen",
    unmet=Text(
        en="A relative here had taken the sponsor in.", nl="Een familielid hier had de hoofdpersoon in huis genomen."
    ),
)

# Zelfstandig wonen van de amv.
does_not_live_alone: Final = no(
    "sponsor_lives_independently",
    UAM_ON_HIS_OWN,
    en="the sponsor does not live on his or her own",
    nl="de hoofdpersoon woont niet zelfstandig",
    unmet=Text(en="The sponsor lives on his or her own.", nl="De hoofdpersoon woont zelfstandig."),
)

# Eigen onderhoud van de amv.
not_self_supporting: Final = no(
    "sponsor_self_supporting",
    UAM_ON_HIS_OWN,
    en="the sponsor does not support himself or herself",
    nl="de hoofdpersoon verdient niet zelf de kost (eigen onderhoud)",
    unmet=Text(
        en="The sponsor supports himself or herself.", nl="De hoofdpersoon verdient zelf de kost (eigen onderhoud)."
    ),
)

# Eigen gezin van de amv.
no_own_family: Final = no(
    "sponsor_own_family",
    UAM_ON_HIS_OWN,
    en="the sponsor has not founded a family of his or her own",
    nl="de hoofdpersoon heeft geen eigen gezin gevormd",
    unmet=Text(
        en="The sponsor has founded a family of his or her own.", nl="De hoofdpersoon heeft een eigen gezin gevormd."
    ),
)

_UAM_EN = "the sponsor was an unaccompanied minor when applying for asylum"

_UAM_NL = "de hoofdpersoon was bij de asielaanvraag een alleenstaande minderjarige (amv)"

_NO_UAM = Text(
    en="The sponsor did not come as an unaccompanied minor.",
    nl="De hoofdpersoon was bij de asielaanvraag geen alleenstaande minderjarige (amv).",
)

_WAS_UAM = Text(
    en="When applying for asylum, was the sponsor an unaccompanied minor?",
    nl="Was de hoofdpersoon bij de asielaanvraag een alleenstaande minderjarige (amv)?",
)

was_uam: Final = all_of(
    age.sponsor_under_18_on_d1,
    was_unaccompanied,
    not_evidently_cared_for,
    where(
        relatives_counted,
        then=not_taken_in.or_read(points.TAKEN_IN_BY_RELATIVE, MET),
    ),
    MET.or_read(points.MINOR_ON_HIS_OWN, all_of(does_not_live_alone, not_self_supporting, no_own_family)),
    id="sponsor-uam",
    source=A_AND_S,
    en=_UAM_EN,
    nl=_UAM_NL,
    unmet=_NO_UAM,
    ask=_WAS_UAM,
)

was_uam_by_eu_law: Final = all_of(
    age.sponsor_under_18_on_d1,
    was_unaccompanied,
    not_evidently_cared_for,
    id="sponsor-uam",
    source=A_AND_S,
    en=_UAM_EN,
    nl=_UAM_NL,
    unmet=_NO_UAM,
    ask=_WAS_UAM,
)
