"""What is asked of a child: age, independence, consent of the other parent, foster care, a step child's parent."""

from __future__ import annotations

from typing import Final

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
        unmet=Text(
            en="The child is {majority} or over on the day that counts.",
            nl="Het kind is {majority} of ouder op de dag die telt.",
        ),
        ask=Text(
            en="Is the child under {majority} on the day that counts?",
            nl="Is het kind jonger dan {majority} op de dag die telt?",
        ),
    )


# Zelfstandig wonen; what flight forced does not count.
does_not_live_alone: Final = no(
    "lives_independently",
    VC_NAREIS,
    en="the person does not live on his or her own",
    nl="de persoon woont niet zelfstandig",
    unmet=Text(en="This person lives on his or her own.", nl="Deze persoon woont zelfstandig."),
    ask=Text(en="Does this person not live on his or her own?", nl="Woont deze persoon niet zelfstandig?"),
)

# In eigen onderhoud voorzien; what flight forced does not count.
not_self_supporting: Final = no(
    "self_supporting",
    VC_NAREIS,
    id="not-self-supporting",
    en="the person does not support himself or herself",
    nl="de persoon verdient niet zelf de kost (eigen onderhoud)",
    unmet=Text(
        en="This person supports himself or herself.", nl="Deze persoon verdient zelf de kost (eigen onderhoud)."
    ),
    ask=Text(
        en="Does this person support himself or herself?",
        nl="Verdient deze persoon zelf de kost (eigen onderhoud)?",
    ),
)

not_independent: Final = any_of(
    does_not_live_alone,
    not_self_supporting,
    id="not-independent",
    source=VC_NAREIS,
    en="the child is not independent: only who lives alone and earns a living too is (self-supporting)",
    nl="het kind is niet zelfstandig: alleen wie zelf woont én zelf de kost verdient (eigen onderhoud) is dat",
    unmet=Text(
        en="The child is independent: it lives on its own and supports itself.",
        nl="Het kind is zelfstandig: het woont zelf en verdient zelf de kost (eigen onderhoud).",
    ),
    ask=Text(
        en="Does the child live on its own and also support itself? Only both together break the tie.",
        nl="Woont het kind zelfstandig en verdient het ook zelf de kost (eigen onderhoud)? Alleen beide samen verbreken de band.",
    ),
)

_CONSENT_ADVICE = Text(
    en="a signed statement, or a plausible reason why there is none, can still be brought, also in objection",
    nl="een getekende verklaring, of een aannemelijke reden waarom die er niet is, kan nog worden ingebracht, ook in bezwaar",
)

# Toestemmingsverklaring.
consent_or_reason: Final = differs(
    "consent_other_parent",
    Consent.MISSING,
    VC_NAREIS,
    en="the other parent with custody consents, or there are papers or a good reason why not",
    nl="de andere ouder met gezag stemt in, of er zijn papieren of een goede reden waarom niet",
    unmet=Text(
        en="The other parent with custody has not consented, and there are no papers and no good reason why not.",
        nl="De andere ouder met gezag heeft niet ingestemd, en er zijn geen papieren en geen goede reden waarom niet.",
    ),
    ask=Text(
        en="Does the other parent with custody consent, or are there papers or a good reason why not?",
        nl="Stemt de andere ouder met gezag in, of zijn er papieren of is er een goede reden waarom niet?",
    ),
)

# Pleegkind: toestemming van de biologische of juridische ouders.
real_parents_consent: Final = one_of(
    "consent_other_parent",
    (Consent.GIVEN, Consent.NOT_NEEDED),
    FOSTER_PAPERS_NEEDED,
    en="the biological or legal parents consent, or none is alive or traceable",
    nl="de biologische of juridische ouders stemmen in, of er is geen ouder in leven of vindbaar",
    unmet=Text(
        en="The birth parents have not consented, and it is not certain that they have died or cannot be traced.",
        nl="De biologische of juridische ouders hebben niet ingestemd, en het staat niet vast dat zij niet meer leven of onvindbaar zijn.",
    ),
    ask=Text(
        en="Do the birth parents consent, or is none alive or traceable?",
        nl="Stemmen de biologische of juridische ouders in, of is er geen ouder in leven of vindbaar?",
    ),
)

# Voogdij of gezag.
has_papers_of_authority: Final = yes(
    "authority_papers",
    FOSTER_PAPERS_NEEDED,
    en="papers give the sponsor's family authority over the child",
    nl="papieren geven het gezin van de hoofdpersoon het gezag over het kind",
    unmet=Text(
        en="There are no papers that give the sponsor's family authority over the child.",
        nl="Er zijn geen papieren die het gezin van de hoofdpersoon het gezag over het kind geven.",
    ),
    ask=Text(
        en="Are there papers that give the sponsor's family authority over the child?",
        nl="Zijn er papieren die het gezin van de hoofdpersoon het gezag over het kind geven?",
    ),
)

foster_consent: Final = any_of(real_parents_consent, has_papers_of_authority).or_read(points.FOSTER_PAPERS, MET)

consent: Final = where(kin.is_foster_child, then=foster_consent, otherwise=consent_or_reason).named(
    "consent",
    VC_NAREIS,
    remedy=Remedy.ACTION,
    advice=_CONSENT_ADVICE,
    en="the other parent with custody consents, or the lack of consent is explained",
    nl="de andere ouder met gezag stemt in, of het ontbreken van toestemming is verklaard",
    unmet=Text(
        en="The other parent with custody has not consented, and the lack of consent is not explained.",
        nl="De andere ouder met gezag heeft niet ingestemd, en dat er geen toestemming is, is niet verklaard.",
    ),
    ask=Text(
        en="Does the other parent with custody consent, or is there a good reason why there is no consent?",
        nl="Stemt de andere ouder met gezag in, of is er een goede reden dat er geen toestemming is?",
    ),
)

real_parents_do_not_care: Final = no(
    "real_parents_care",
    VC_NAREIS,
    en="the biological or legal parents no longer care for the child",
    nl="de biologische of juridische ouders zorgen niet meer voor het kind",
    unmet=Text(
        en="The birth parents still care for the child.",
        nl="De biologische of juridische ouders zorgen nog voor het kind.",
    ),
    ask=Text(
        en="Do the birth parents no longer care for the child?",
        nl="Zorgen de biologische of juridische ouders niet meer voor het kind?",
    ),
)

real_parents_gave_consent: Final = equals(
    "consent_other_parent",
    Consent.GIVEN,
    VC_NAREIS,
    en="the biological or legal parents have consented",
    nl="de biologische of juridische ouders hebben ingestemd",
    unmet=Text(
        en="The birth parents have not consented.", nl="De biologische of juridische ouders hebben niet ingestemd."
    ),
    ask=Text(en="Have the birth parents consented?", nl="Hebben de biologische of juridische ouders ingestemd?"),
)

in_foster_household: Final = tie.lived_in_household.or_read(points.FOSTER_HOUSEHOLD, MET)

foster_care: Final = where(
    kin.is_foster_child,
    then=all_of(
        in_foster_household,
        any_of(real_parents_do_not_care, real_parents_gave_consent),
        id="foster-care",
        source=VC_NAREIS,
        en="the foster child belonged to the sponsor's household, and the care for it has passed to that family",
        nl="het pleegkind hoorde bij het huishouden van de hoofdpersoon, en de zorg is overgegaan op dat gezin",
        unmet=Text(
            en="The foster child did not belong to the sponsor's household, or the care for it has not passed to that family.",
            nl="Het pleegkind hoorde niet bij het huishouden van de hoofdpersoon, of de zorg is niet overgegaan op dat gezin.",
        ),
        ask=Text(
            en="Did the foster child belong to the sponsor's household, and has the care for it passed to that family?",
            nl="Hoorde het pleegkind bij het huishouden van de hoofdpersoon, en is de zorg overgegaan op dat gezin?",
        ),
    ),
)

step_parent_is_here: Final = equals(
    "parent_member",
    HERE,
    VC_NAREIS,
    en="the step child's parent lives here already, and does not need this law to come",
    nl="de ouder van het stiefkind woont al hier, en heeft deze wet niet nodig om te komen",
    unmet=Text(
        en="The step child's parent does not live here yet.", nl="De ouder van het stiefkind woont nog niet hier."
    ),
    ask=Text(en="Does the step child's parent live here already?", nl="Woont de ouder van het stiefkind al hier?"),
)

step_parent_comes: Final = any_of(
    step_parent_is_here,
    follows(
        "parent_member",
        source=VC_NAREIS,
        en="the step child's parent may come",
        nl="de ouder van het stiefkind mag komen",
        unmet=Text(
            en="The step child's parent may not come, or not yet.",
            nl="De ouder van het stiefkind mag niet komen, of nog niet.",
        ),
        ask=Text(en="May the step child's parent come?", nl="Mag de ouder van het stiefkind komen?"),
    ),
    id="step-parent-comes",
    source=VC_NAREIS,
    en="the step child's own parent comes along or is here",
    nl="de eigen ouder van het stiefkind komt mee of is hier",
    unmet=Text(
        en="The step child's own parent does not come along and is not here.",
        nl="De eigen ouder van het stiefkind komt niet mee en is niet hier.",
    ),
    ask=Text(
        en="Does the step child's own parent come along, or is that parent here?",
        nl="Komt de eigen ouder van het stiefkind mee, of is die ouder hier?",
    ),
)

is_unmarried: Final = no(
    "married",
    EU_DIRECTIVE["4.1.d"],
    en="the person is unmarried",
    nl="de persoon is ongehuwd",
    unmet=Text(en="This person is married.", nl="Deze persoon is getrouwd."),
    ask=Text(en="Is this person unmarried?", nl="Is deze persoon ongehuwd?"),
)
