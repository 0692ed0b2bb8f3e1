"""The closed lists from which some facts take their value: each choice with its word and its label."""

from __future__ import annotations

from typing import Final

from reunify.text import Choice


class Protection(Choice):
    """The sponsor's protection status (beschermingsstatus)."""

    REFUGEE = "refugee", "refugee", "vluchteling"
    SUBSIDIARY = "subsidiary", "subsidiary protection", "subsidiaire bescherming"


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

    OWN = "own", "a home", "een woning"
    TRANSIT = "transit", "a transit location", "een doorstroomlocatie"
    RECEPTION = "reception", "a reception centre", "een opvangcentrum"
    NONE = "none", "nowhere", "nergens"


class Relation(Choice):
    """What the person is to the sponsor."""

    SPOUSE = "spouse", "spouse", "echtgenoot"
    REGISTERED_PARTNER = "registered_partner", "registered partner", "geregistreerd partner"
    PARTNER = "partner", "unmarried partner", "ongehuwde partner"
    CHILD = "child", "child", "kind"
    PARENT = "parent", "parent", "ouder"
    SIBLING = "sibling", "brother or sister", "broer of zus"
    GRANDPARENT = "grandparent", "grandparent", "grootouder"
    GRANDCHILD = "grandchild", "grandchild", "kleinkind"
    OTHER = "other", "other relative", "ander familielid"


COUPLE: Final = frozenset({Relation.SPOUSE, Relation.REGISTERED_PARTNER, Relation.PARTNER})
MARRIED: Final = frozenset({Relation.SPOUSE, Relation.REGISTERED_PARTNER})


class Parentage(Choice):
    """How a child, parent or sibling is kin."""

    BIOLOGICAL = "biological", "biological", "biologisch"
    LEGAL = "legal", "by law only (acknowledged, presumed, co-mother)", "alleen juridisch (erkend, vermoed, duomoeder)"
    ADOPTED = "adopted", "by adoption", "door adoptie"
    FOSTER = "foster", "foster", "pleeg"
    STEP = "step", "step", "stief"
    HALF = "half", "half (one shared parent)", "half (één gedeelde ouder)"


class Consent(Choice):
    """Consent of the other parent with custody; for a foster child, of the biological or legal parents."""

    GIVEN = "given", "given", "gegeven"
    NOT_NEEDED = (
        "not_needed",
        "not needed (no other parent with custody, or none alive or traceable)",
        "niet nodig (geen andere ouder met gezag, of geen ouder in leven of vindbaar)",
    )
    EXPLAINED = "explained", "missing, with papers or a good reason", "ontbreekt, met papieren of een goede reden"
    MISSING = "missing", "missing", "ontbreekt"


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
    SHARED = "shared", "shared", "gedeeld"
    NONE = "none", "none", "geen"
