"""What is asked of a child: age, independence, consent of the other parent, foster care, a step child's parent."""

from __future__ import annotations

from reunify.facts import HERE, Consent
from reunify.logic import MET, Node, Remedy, all_of, any_of, differs, equals, follows, no, one_of, where, yes
from reunify.rules import age, kin, points, tie
from reunify.rules.figures import MAJORITY
from reunify.sources import BMM, EU_DIRECTIVE, FOSTER_PAPERS_NEEDED, VC_NAREIS, XC
from reunify.text import Text


def under_18_in_time(punctual: Node, excuse: Node) -> Node:
    """The child's age on D1 if the application is in time, otherwise on D3; late but excused is open."""
    return where(
        punctual,
        then=age.under_18_on_d1,
        otherwise=where(
            excuse,
            then=age.under_18_on_d1.or_read(points.AGE_WHEN_LATE_IS_EXCUSED, age.under_18_on_d3),
            otherwise=age.under_18_on_d3,
        ),
    )


def under_18(age: Node) -> Node:
    """Put the day that a regime takes under the one condition."""
    return age.named(
        "under-18",
        (XC, BMM),
        figures=(MAJORITY,),
        en="the child is under {majority} on the day that counts",
        nl="het kind is jonger dan {majority} op de dag die telt",
    )


# Zelfstandig wonen; what flight forced does not count.
does_not_live_alone = no(
    "lives_independently",
    VC_NAREIS,
    en="the person does not live on his or her own",
    nl="de persoon woont niet zelfstandig",
)

# In eigen onderhoud voorzien; what flight forced does not count.
not_self_supporting = no(
    "self_supporting",
    VC_NAREIS,
    id="not-self-supporting",
    en="the person does not support himself or herself",
    nl="de persoon voorziet niet in het eigen onderhoud",
)

not_independent = any_of(
    does_not_live_alone,
    not_self_supporting,
    id="not-independent",
    source=VC_NAREIS,
    en="the child is not independent: only living alone and self-supporting together break the tie",
    nl="het kind is niet zelfstandig: alleen zelfstandig wonen én eigen onderhoud samen verbreken de band",
)

_CONSENT_ADVICE = Text(
    en="a signed statement, or a plausible reason why there is none, can still be brought, also in objection",
    nl="een getekende verklaring, of een aannemelijke reden waarom die er niet is, kan nog worden ingebracht, ook in bezwaar",
)

# Toestemmingsverklaring.
consent_or_reason = differs(
    "consent_other_parent",
    Consent.MISSING,
    VC_NAREIS,
    en="the other parent with custody consents, or there are papers or a good reason why not",
    nl="de andere ouder met gezag stemt in, of er zijn papieren of een goede reden waarom niet",
)

# Pleegkind: toestemming van de biologische of juridische ouders.
real_parents_consent = one_of(
    "consent_other_parent",
    (Consent.GIVEN, Consent.NOT_NEEDED),
    FOSTER_PAPERS_NEEDED,
    en="the biological or legal parents consent, or none is alive or traceable",
    nl="de biologische of juridische ouders stemmen in, of er is geen ouder in leven of vindbaar",
)

# Voogdij of gezag.
has_papers_of_authority = yes(
    "authority_papers",
    FOSTER_PAPERS_NEEDED,
    en="papers give the sponsor's family authority over the child",
    nl="papieren geven het gezin van de hoofdpersoon het gezag over het kind",
)

foster_consent = any_of(real_parents_consent, has_papers_of_authority).or_read(points.FOSTER_PAPERS, MET)

consent = where(kin.is_foster_child, then=foster_consent, otherwise=consent_or_reason).named(
    "consent",
    VC_NAREIS,
    remedy=Remedy.ACTION,
    advice=_CONSENT_ADVICE,
    en="the other parent with custody consents, or the lack of consent is explained",
    nl="de andere ouder met gezag stemt in, of het ontbreken van toestemming is verklaard",
)

real_parents_do_not_care = no(
    "real_parents_care",
    VC_NAREIS,
    en="the biological or legal parents no longer care for the child",
    nl="de biologische of juridische ouders zorgen niet meer voor het kind",
)

real_parents_gave_consent = equals(
    "consent_other_parent",
    Consent.GIVEN,
    VC_NAREIS,
    en="the biological or legal parents have consented",
    nl="de biologische of juridische ouders hebben ingestemd",
)

in_foster_household = tie.lived_in_household.or_read(points.FOSTER_HOUSEHOLD, MET)

foster_care = where(
    kin.is_foster_child,
    then=all_of(
        in_foster_household,
        any_of(real_parents_do_not_care, real_parents_gave_consent),
        id="foster-care",
        source=VC_NAREIS,
        en="the foster child belonged to the sponsor's household, and the care for it has passed to that family",
        nl="het pleegkind hoorde bij het huishouden van de hoofdpersoon, en de zorg is overgegaan op dat gezin",
    ),
)

step_parent_is_here = equals(
    "parent_member",
    HERE,
    VC_NAREIS,
    en="the step child's parent lives here already, and does not need this law to come",
    nl="de ouder van het stiefkind woont al hier, en heeft deze wet niet nodig om te komen",
)

step_parent_comes = any_of(
    step_parent_is_here,
    follows(
        "parent_member",
        source=VC_NAREIS,
        en="the step child's parent may come",
        nl="de ouder van het stiefkind mag komen",
    ),
    id="step-parent-comes",
    source=VC_NAREIS,
    en="the step child's own parent comes along or is here",
    nl="de eigen ouder van het stiefkind komt mee of is hier",
)

is_unmarried = no("married", EU_DIRECTIVE["4.1.d"], en="the person is unmarried", nl="de persoon is ongehuwd")
