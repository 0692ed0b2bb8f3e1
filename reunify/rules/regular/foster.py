"""Vb 2000 art. 3.28: a child that is taken in, with the two ways that are open to it."""

from __future__ import annotations

from typing import Final

from reunify.facts import Consent, Custody, Relation
from reunify.logic import MET, UNMET, Curable, Remedy, all_of, any_of, equals, one_of, where, yes
from reunify.rules import age, kin
from reunify.rules.regular import asked, means, points
from reunify.rules.regular.children import CUSTODY_ADVICE, under_18, was_minor
from reunify.ruleset import Ground
from reunify.sources import IND_FORMS, VB, VC_REGULAR
from reunify.text import Text

__all__ = [
    "carers_able",
    "foster_child",
    "foster_custody",
    "foster_kin",
    "gave_consent",
    "is_child",
    "kin_way",
    "raised_by_sponsor",
    "raised_way",
    "step_child_without_its_parent",
    "taken_in",
]

foster_kin: Final = yes(
    "foster_kin",
    VC_REGULAR,
    en="the sponsor is a grandparent, brother, sister, uncle or aunt of the child",
    nl="de hoofdpersoon is grootouder, broer, zus, oom of tante van het kind",
    unmet=Text(
        en="The sponsor is no near kin of the child.", nl="De hoofdpersoon is geen naaste familie van het kind."
    ),
)

gave_consent: Final = one_of(
    "consent_other_parent",
    (Consent.GIVEN, Consent.NOT_NEEDED),
    VC_REGULAR,
    en="the parents or the authorities consent to the departure",
    nl="de ouders of de autoriteiten stemmen in met het vertrek",
    unmet=Text(
        en="The parents or the authorities have not consented to the departure.",
        nl="De ouders of de autoriteiten hebben niet ingestemd met het vertrek.",
    ),
)

kin_way: Final = all_of(
    foster_kin.or_read(points.FOSTER_KIN, MET).named(
        "foster-kin",
        VC_REGULAR,
        discretionary=True,
        en="the sponsor is near kin of the child",
        nl="de hoofdpersoon is naaste familie van het kind",
        unmet=Text(
            en="The sponsor is no near kin of the child.", nl="De hoofdpersoon is geen naaste familie van het kind."
        ),
        ask=Text(en="Is the sponsor near kin of the child?", nl="Is de hoofdpersoon naaste familie van het kind?"),
    ),
    yes(
        "no_acceptable_future",
        VB["3.28.1.b"],
        id="no-acceptable-future",
        discretionary=True,
        remedy=Remedy.ACTION,
        advice=Text(
            en="statements of the kin and of a welfare body, doctor or court can still be brought",
            nl="verklaringen van familie en van een instantie, arts of rechter kunnen nog worden ingebracht",
        ),
        en="no near kin at home can care for the child, or hardly",
        nl="in het land van herkomst kan geen naaste familie voor het kind zorgen, of nauwelijks",
        unmet=Text(
            en="Near kin at home can care for the child.",
            nl="In het land van herkomst kan naaste familie voor het kind zorgen.",
        ),
        ask=Text(
            en="Is there nobody near at home who can care for the child?",
            nl="Is er in het land van herkomst niemand die voor het kind kan zorgen?",
        ),
    ),
    yes(
        "medical_statement",
        VB["3.28.3"],
        id="medical-statement",
        curable=Curable.BY_ACTION,
        discretionary=True,
        en="there is a recent medical statement",
        nl="er is een recente medische verklaring",
        unmet=Text(en="There is no recent medical statement.", nl="Er is geen recente medische verklaring."),
        ask=Text(en="Is there a recent medical statement?", nl="Is er een recente medische verklaring?"),
    ),
    gave_consent.named(
        "foster-consent",
        VC_REGULAR,
        discretionary=True,
        remedy=Remedy.ACTION,
        advice=Text(
            en="the parents, or the authorities in their place, can still consent",
            nl="de ouders, of de autoriteiten in hun plaats, kunnen nog toestemming geven",
        ),
        en="the parents, or the authorities in their place, consent",
        nl="de ouders, of de autoriteiten in hun plaats, stemmen in",
        unmet=Text(
            en="The parents, or the authorities in their place, have not consented.",
            nl="De ouders, of de autoriteiten in hun plaats, hebben niet ingestemd.",
        ),
        ask=Text(
            en="Do the parents, or the authorities in their place, consent?",
            nl="Stemmen de ouders in, of de autoriteiten in hun plaats?",
        ),
    ),
    id="foster-kin-way",
    source=(VB["3.28"], VC_REGULAR),
    discretionary=True,
    en="the child is near kin and has no acceptable future at home",
    nl="het kind is naaste familie en heeft geen aanvaardbare toekomst in het land van herkomst",
    unmet=Text(
        en="The child is not near kin without an acceptable future at home.",
        nl="Het kind is geen naaste familie zonder aanvaardbare toekomst in het land van herkomst.",
    ),
    ask=Text(
        en="Is the child near kin, without an acceptable future at home?",
        nl="Is het kind naaste familie, zonder aanvaardbare toekomst in het land van herkomst?",
    ),
)

raised_by_sponsor: Final = all_of(
    yes(
        "raised_abroad_by_sponsor",
        IND_FORMS,
        en="the sponsor raised the child abroad for at least a year",
        nl="de hoofdpersoon voedde het kind in het buitenland minstens een jaar op",
        unmet=Text(
            en="The sponsor did not raise the child abroad for at least a year.",
            nl="De hoofdpersoon voedde het kind in het buitenland niet minstens een jaar op.",
        ),
    ),
    gave_consent,
)

raised_way: Final = raised_by_sponsor.or_read(points.RAISED_BEFORE, UNMET).named(
    "raised-before-way",
    IND_FORMS,
    discretionary=True,
    en="the sponsor raised the child abroad, because the parents had died or could not",
    nl="de hoofdpersoon voedde het kind in het buitenland op, omdat de ouders waren overleden of dat niet konden",
    unmet=Text(
        en="The sponsor did not raise the child abroad for a year, with consent to the departure.",
        nl="De hoofdpersoon voedde het kind niet een jaar in het buitenland op, met toestemming voor het vertrek.",
    ),
    ask=Text(
        en="Did the sponsor raise the child abroad for at least a year?",
        nl="Voedde de hoofdpersoon het kind in het buitenland minstens een jaar op?",
    ),
)

_has_guardianship = one_of(
    "custody_of_sponsor",
    (Custody.SOLE, Custody.SHARED),
    VC_REGULAR,
    en="an authority gave the sponsor custody or guardianship",
    nl="een autoriteit gaf de hoofdpersoon het gezag of de voogdij",
    unmet=Text(
        en="No authority gave the sponsor custody or guardianship.",
        nl="Geen autoriteit gaf de hoofdpersoon het gezag of de voogdij.",
    ),
)

foster_custody: Final = _has_guardianship.or_read(points.FOSTER_PAPERS, MET).named(
    "foster-custody",
    (VC_REGULAR, IND_FORMS),
    discretionary=True,
    remedy=Remedy.ACTION,
    advice=CUSTODY_ADVICE,
    en="custody or guardianship of the child is arranged by the authorities",
    nl="het gezag of de voogdij over het kind is door de autoriteiten geregeld",
    unmet=Text(
        en="Custody or guardianship of the child is not arranged by the authorities.",
        nl="Het gezag of de voogdij over het kind is niet door de autoriteiten geregeld.",
    ),
    ask=Text(
        en="Is custody or guardianship of the child arranged by the authorities?",
        nl="Is het gezag of de voogdij over het kind door de autoriteiten geregeld?",
    ),
)

carers_able: Final = yes(
    "carers_able",
    VB["3.28.2"],
    id="carers-able",
    discretionary=True,
    en="the carers can raise the child",
    nl="de verzorgers kunnen het kind opvoeden",
    unmet=Text(en="The carers cannot raise the child.", nl="De verzorgers kunnen het kind niet opvoeden."),
    ask=Text(en="Can the carers raise the child?", nl="Kunnen de verzorgers het kind opvoeden?"),
)

is_child: Final = equals(
    "relation",
    Relation.CHILD,
    VB["3.28"],
    en="the person is a child in the sponsor's family",
    nl="de persoon is een kind in het gezin van de hoofdpersoon",
    unmet=Text(
        en="This person is no child in the sponsor's family.",
        nl="Deze persoon is geen kind in het gezin van de hoofdpersoon.",
    ),
)

step_child_without_its_parent: Final = all_of(
    kin.is_step_child,
    equals(
        "parent_member",
        "none",
        VB["3.28"],
        en="the step child's own parent does not come",
        nl="de eigen ouder van het stiefkind komt niet",
        unmet=Text(en="The step child's own parent comes.", nl="De eigen ouder van het stiefkind komt."),
    ),
)

taken_in: Final = where(
    is_child,
    then=any_of(kin.is_foster_child, step_child_without_its_parent),
    otherwise=age.sponsor_adult_on_decision,
)
"""Brothers and sisters of a minor sponsor do not come along; an adult can take one in."""

foster_child: Final = Ground(
    id="regular-foster-child",
    title=Text(
        en="minor foster child, or kin taken in as one (regular)",
        nl="minderjarig pleegkind, of familie die als pleegkind wordt opgenomen (regulier)",
    ),
    source=VB["3.28"],
    relations={Relation.CHILD, Relation.SIBLING, Relation.GRANDCHILD, Relation.OTHER},
    who=all_of(taken_in, was_minor),
    conditions=[
        under_18(age.under_18_on_d3),
        any_of(
            kin_way,
            raised_way,
        ),
        foster_custody,
        carers_able,
        asked.mvv,
        asked.document,
        asked.of_foster_child,
        asked.tuberculosis,
        means.of_foster_child,
    ],
)
