"""The closed lists from which some facts take their value: each choice with its word, its label, and what people say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reunify.text import Choice, Text

__all__ = [
    "ANYBODY",
    "COUPLE",
    "KINDS_OF_CHILD",
    "MARRIED",
    "Consent",
    "Custody",
    "Ended",
    "Exam",
    "Housing",
    "IncomeFrom",
    "LateBecause",
    "OtherTie",
    "Parentage",
    "Protection",
    "RegularStay",
    "Relation",
    "Residence",
    "Sanction",
    "TravelDocument",
]


class Protection(Choice):
    """The sponsor's protection status (beschermingsstatus)."""

    REFUGEE = (
        "refugee",
        "refugee",
        "vluchteling",
        "a-status, a status, a, refugee status, convention refugee, vluchtelingenstatus, verdragsvluchteling",
    )
    SUBSIDIARY = (
        "subsidiary",
        "subsidiary protection",
        "subsidiaire bescherming",
        "b-status, b status, b, subsidiair, subsidiaire, subsidiaire status, subsidiair beschermd, subsidiair beschermde",
    )


class Residence(Choice):
    """On what footing the sponsor stays in the Netherlands; only asylum opens nareis."""

    ASYLUM = (
        "asylum",
        "own asylum permit (also one for an indefinite time)",
        "eigen asielvergunning (ook voor onbepaalde tijd)",
    )
    DERIVED = "derived", "permit as somebody's family member", "vergunning als gezinslid van een ander"
    REGULAR = "regular", "regular permit", "reguliere vergunning"
    DUTCH = "dutch", "Dutch nationality", "Nederlandse nationaliteit"


class Housing(Choice):
    """Where the sponsor lives."""

    OWN = (
        "own",
        "a home",
        "een woning",
        (
            "home, house, flat, apartment, rented house, woning, huis, een huis, huurhuis, huurwoning, appartement, "
            "eigen huis, eigen woning"
        ),
    )
    TRANSIT = (
        "transit",
        "a transit location",
        "een doorstroomlocatie",
        "transit location, doorstroomlocatie, doorstroom",
    )
    RECEPTION = (
        "reception",
        "a reception centre",
        "een opvangcentrum",
        "reception centre, azc, asielzoekerscentrum, coa, opvang, opvangcentrum, camp, kamp, noodopvang",
    )
    NONE = "none", "nowhere", "nergens", "homeless, no home, dakloos, geen woning"


class Relation(Choice):
    """What the person is to the sponsor."""

    SPOUSE = (
        "spouse",
        "spouse",
        "echtgenoot",
        "husband, wife, married, man, vrouw, echtgenote, echtgenoot, getrouwd, partner",
    )
    REGISTERED_PARTNER = (
        "registered_partner",
        "registered partner",
        "geregistreerd partner",
        "geregistreerde partner, civil partner, partner",
    )
    PARTNER = (
        "partner",
        "unmarried partner",
        "ongehuwde partner",
        "girlfriend, boyfriend, fiancé, fiancée, fiance, fiancee, vriend, vriendin, verloofde, samenwonend, partner",
    )
    CHILD = (
        "child",
        "child",
        "kind",
        "son, daughter, baby, zoon, zoontje, dochter, dochtertje, kindje",
    )
    PARENT = (
        "parent",
        "parent",
        "ouder",
        "mother, father, mum, mom, dad, mama, papa, mam, pap, moeder, vader",
    )
    SIBLING = (
        "sibling",
        "brother or sister",
        "broer of zus",
        "brother, sister, broer, broertje, broeder, zus, zusje, zuster",
    )
    GRANDPARENT = (
        "grandparent",
        "grandparent",
        "grootouder",
        "grandmother, grandfather, grandma, grandpa, oma, opa, grootmoeder, grootvader",
    )
    GRANDCHILD = (
        "grandchild",
        "grandchild",
        "kleinkind",
        "grandson, granddaughter, kleinzoon, kleindochter",
    )
    OTHER = (
        "other",
        "other relative",
        "ander familielid",
        (
            "aunt, uncle, cousin, nephew, niece, oom, tante, neef, neefje, nicht, nichtje, mother-in-law, father-in-law, "
            "brother-in-law, sister-in-law, son-in-law, daughter-in-law, schoonmoeder, schoonvader, schoonouder, "
            "schoonbroer, zwager, schoonzus, schoonzoon, schoondochter"
        ),
    )

    @classmethod
    def grown(cls, value: str, label: Text) -> Relation:
        """Give one more relation, which from then on is one as those that stand above; see `facts.add_relation`."""
        relation = str.__new__(cls, value)
        attributes = {"_value_": value, "_name_": value.upper(), "_sort_order_": len(cls), "__objclass__": cls}
        for name, attribute in {**attributes, "label": label}.items():
            setattr(relation, name, attribute)
        cls._member_map_[relation._name_] = cls._value2member_map_[value] = relation
        cls._member_names_.append(relation._name_)
        return relation


class _Anybody(frozenset[Relation]):
    """The relations, whichever there are when it is asked."""

    def __contains__(self, one: object) -> bool:
        return isinstance(one, Relation)

    def __iter__(self) -> Iterator[Relation]:
        return iter(Relation)


ANYBODY: Final = _Anybody(Relation)
"""All relations, also one that is added later."""
COUPLE: Final = frozenset({Relation.SPOUSE, Relation.REGISTERED_PARTNER, Relation.PARTNER})
MARRIED: Final = frozenset({Relation.SPOUSE, Relation.REGISTERED_PARTNER})


class Parentage(Choice):
    """How a child, parent or sibling is kin; what people say for it stands before another word: *pleeg*zoon."""

    BIOLOGICAL = "biological", "biological", "biologisch", "biological, own, biologische, biologisch, eigen"
    LEGAL = "legal", "by law only (acknowledged, presumed, co-mother)", "alleen juridisch (erkend, vermoed, duomoeder)"
    ADOPTED = (
        "adopted",
        "by adoption",
        "door adoptie",
        "adopted, adoptive, adoption, adoptie, adoptief, geadopteerde, geadopteerd",
    )
    FOSTER = "foster", "foster", "pleeg", "foster, pleeg"
    STEP = "step", "step", "stief", "step, stief, bonus"
    HALF = "half", "half (one shared parent)", "half (één gedeelde ouder)", "half"


KINDS_OF_CHILD: Final = {
    Parentage.BIOLOGICAL: Text(en="own child (biological)", nl="eigen kind (biologisch)"),
    Parentage.FOSTER: Text(en="foster child", nl="pleegkind"),
    Parentage.STEP: Text(en="step child", nl="stiefkind"),
    Parentage.ADOPTED: Text(en="adopted child", nl="adoptiekind"),
    Parentage.LEGAL: Text(
        en="child by law only (acknowledged, presumed, co-mother)",
        nl="kind, alleen juridisch (erkend, vermoed, duomoeder)",
    ),
}
"""A child and how it is kin, as one choice."""


class Consent(Choice):
    """Consent of the other parent with custody; for a foster child, of the biological or legal parents."""

    GIVEN = "given", "given", "gegeven", "yes, ja"
    NOT_NEEDED = (
        "not_needed",
        "not needed (no other parent with custody, or none alive or traceable)",
        "niet nodig (geen andere ouder met gezag, of geen ouder in leven of vindbaar)",
        "no, nee, not needed, niet nodig, dead, deceased, died, overleden, dood",
    )
    EXPLAINED = (
        "explained",
        "missing, with papers or a good reason",
        "ontbreekt, met papieren of een goede reden",
        "no, nee",
    )
    MISSING = "missing", "missing", "ontbreekt", "no, nee"


class LateBecause(Choice):
    """Why an application came late (reden van de termijnoverschrijding)."""

    TRACED_LATER = "traced_later", "the family was found only then", "het gezin is pas toen teruggevonden"
    GUARDIAN_ERROR = "guardian_error", "a mistake of the guardian", "een fout van de voogd"
    POST_UNREACHABLE = (
        "post_unreachable",
        "an attempt in time failed because the Dutch embassy or consulate was closed or could not be reached",
        "een poging op tijd mislukte omdat de Nederlandse ambassade of het consulaat dicht of onbereikbaar was",
    )
    MISSING_BUT_COULD_FILE = (
        "missing_but_could_file",
        "the person was missing, but the application could have been made",
        "de persoon was vermist, maar de aanvraag had kunnen worden gedaan",
    )
    HELPER_ERROR = "helper_error", "a mistake of a helper", "een fout van een hulpverlener"
    OTHER = "other", "something else", "iets anders"


class Ended(Choice):
    """How an earlier application ended."""

    REFUSED = "refused", "refused", "afgewezen"
    WITHDRAWN = "withdrawn", "withdrawn", "ingetrokken"
    NOT_ACCEPTED = "not_accepted", "not accepted", "niet in behandeling genomen"


class Custody(Choice):
    """Custody (gezag) over a step child of the parent who comes."""

    SOLE = "sole", "sole", "alleen"
    SHARED = "shared", "shared", "gedeeld", "both, joint, samen, allebei"
    NONE = "none", "none", "geen", "no, nee"


class RegularStay(Choice):
    """What the sponsor's regular permit is for."""

    NON_TEMPORARY = (
        "non_temporary",
        "a lasting purpose (such as family of a Dutch person)",
        "een blijvend doel (zoals gezin van een Nederlander)",
    )
    TEMPORARY = (
        "temporary",
        "study, seeking work or medical treatment",
        "studie, werk zoeken of medische behandeling",
        "study, studie, seeking work, werk zoeken",
    )
    FAMILY_TEMPORARY = (
        "family_temporary",
        "family of someone with an asylum or temporary permit",
        "gezin van iemand met een asiel- of tijdelijke vergunning",
    )
    EXCLUDED_PURPOSE = (
        "excluded_purpose",
        "exchange, seasonal or learning work",
        "uitwisseling, seizoenwerk of lerend werken",
    )


class IncomeFrom(Choice):
    """Where the sponsor's income comes from."""

    EMPLOYMENT = "employment", "work for an employer", "werk in loondienst", "job, wages, work, baan, loon, werk"
    OWN_BUSINESS = "own_business", "an own business", "een eigen bedrijf", "business, zzp, bedrijf, freelance"
    BENEFIT = (
        "benefit",
        "a benefit for which premiums were paid",
        "een uitkering waarvoor premie is betaald",
        "benefit, uitkering, ww, wia, ziektewet",
    )
    CAPITAL = (
        "capital",
        "capital (four percent of it a year counts)",
        "vermogen (vier procent per jaar telt)",
        "savings",
    )


class OtherTie(Choice):
    """Whether somebody is still married to, or registered with, another."""

    NO = "no", "no", "nee"
    YES = "yes", "yes, and it can be ended", "ja, en dat kan worden beëindigd"
    CANNOT_DISSOLVE = (
        "cannot_dissolve",
        "yes, and the law does not let it end",
        "ja, en volgens het recht kan dat niet eindigen",
    )


class TravelDocument(Choice):
    """Whether the person has a passport."""

    VALID = "valid", "a valid one", "een geldig", "yes, ja"
    CANNOT_GET = (
        "cannot_get",
        "none, with proof that none can be had",
        "geen, met bewijs dat het niet te krijgen is",
        "no, nee",
    )
    NONE = "none", "none", "geen", "no, nee"


class Exam(Choice):
    """Whether the integration exam abroad was passed (basisexamen inburgering buitenland)."""

    YES = "yes", "passed", "gehaald"
    NO = "no", "not passed", "niet gehaald"
    EXEMPT = (
        "exempt",
        "exempt (Turkish or pension age, say)",
        "vrijgesteld (bijvoorbeeld Turks, of pensioenleeftijd)",
    )


class Sanction(Choice):
    """Whether the person was ever punished for a crime, and whether the terms in which that counts are over."""

    NO = "no", "never punished", "nooit gestraft"
    RECENT = "recent", "punished, and the term is not over", "gestraft, en de termijn is niet voorbij"
    OVER = "over", "punished, and the term is over", "gestraft, en de termijn is voorbij"
