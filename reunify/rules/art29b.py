"""Vw 2000 art. 29b: family members who came along or are here already.

It points to the family of the Qualification Regulation, art. 3(9): the couple (a), children (b), and a minor's
parents or another responsible adult (c); art. 23 has the bars.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from reunify.facts import ANYBODY, COUPLE, Relation
from reunify.logic import MET, OPEN, UNMET, all_of, any_of, condition, equals, not_, one_of, where, yes
from reunify.rules import age, child, kin, marriage, points, procedure, refusal, sponsor, tie
from reunify.rules.figures import MAJORITY
from reunify.ruleset import Ground
from reunify.sources import QUALIFICATION, VC_NAREIS, VW, Mark
from reunify.text import Text

# ---------------------------------------------------------------- art. 29b: already here

REGULATION_FAMILY = QUALIFICATION["3.9"]


@condition(
    source=VW["29b"],
    en="the person entered before the grant was made known (D2)",
    nl="de persoon kwam binnen vóór de bekendmaking van de verlening (D2)",
    unmet=Text(
        en="This person did not enter before the grant was made known (D2).",
        nl="Deze persoon kwam niet binnen vóór de bekendmaking van de verlening (D2).",
    ),
)
def entered_before_grant(entered_on: date, sponsor_permit_notified_on: date) -> bool:
    return entered_on < sponsor_permit_notified_on


came_along_or_here: Final = any_of(
    tie.came_with_sponsor,
    tie.is_here.cited(VW["29b"]),
    entered_before_grant,
    id="came-along-or-here",
    source=VW["29b"],
    en="the person came along with the sponsor, or was here before the grant",
    nl="de persoon kwam mee met de hoofdpersoon, of was hier al vóór de verlening",
    unmet=Text(
        en="This person did not come along with the sponsor, and was not here before the grant.",
        nl="Deze persoon kwam niet mee met de hoofdpersoon, en was niet hier vóór de verlening.",
    ),
    ask=Text(
        en="Did this person come along with the sponsor, or was he or she here before the grant?",
        nl="Kwam deze persoon mee met de hoofdpersoon, of was hij of zij hier al vóór de verlening?",
    ),
)


@condition(
    source=REGULATION_FAMILY,
    en="the marriage was concluded before the sponsor arrived in the EU",
    nl="het huwelijk is gesloten vóór de aankomst van de hoofdpersoon in de EU",
    unmet=Text(
        en="The marriage was not concluded before the sponsor arrived in the EU.",
        nl="Het huwelijk is niet gesloten vóór de aankomst van de hoofdpersoon in de EU.",
    ),
)
def married_before_eu(married_on: date, sponsor_entered_eu_on: date) -> bool:
    return married_on < sponsor_entered_eu_on


@condition(
    source=REGULATION_FAMILY,
    en="the relationship began before the sponsor arrived in the EU",
    nl="de relatie begon vóór de aankomst van de hoofdpersoon in de EU",
    unmet=Text(
        en="The relationship did not begin before the sponsor arrived in the EU.",
        nl="De relatie begon niet vóór de aankomst van de hoofdpersoon in de EU.",
    ),
)
def relationship_before_eu(family_since: date, sponsor_entered_eu_on: date) -> bool:
    return family_since < sponsor_entered_eu_on


@condition(
    source=REGULATION_FAMILY,
    en="the person belonged to the family when the sponsor arrived in the EU",
    nl="de persoon hoorde bij het gezin toen de hoofdpersoon in de EU aankwam",
    unmet=Text(
        en="This person did not belong to the family yet when the sponsor arrived in the EU.",
        nl="Deze persoon hoorde nog niet bij het gezin toen de hoofdpersoon in de EU aankwam.",
    ),
)
def family_before_eu(family_since: date, sponsor_entered_eu_on: date) -> bool:
    return family_since <= sponsor_entered_eu_on


is_child: Final = equals(
    "relation",
    Relation.CHILD,
    REGULATION_FAMILY,
    en="the person is a child",
    nl="de persoon is een kind",
    unmet=Text(en="This person is not a child.", nl="Deze persoon is geen kind."),
)

is_of_couple: Final = one_of(
    "relation",
    COUPLE,
    REGULATION_FAMILY,
    en="the person is a spouse or partner",
    nl="de persoon is echtgenoot of partner",
    unmet=Text(en="This person is not a spouse or partner.", nl="Deze persoon is geen echtgenoot of partner."),
)

is_dependent: Final = yes(
    "dependent",
    REGULATION_FAMILY,
    en="the person is more than normally dependent",
    nl="de persoon heeft de ander meer nodig dan gewoon is (meer dan gebruikelijk afhankelijk)",
    unmet=Text(
        en="This person is not more than normally dependent.",
        nl="Deze persoon heeft de ander niet meer nodig dan gewoon is (niet meer dan gebruikelijk afhankelijk).",
    ),
    ask=Text(
        en="Is this person more than normally dependent?",
        nl="Heeft deze persoon de ander meer nodig dan gewoon is (meer dan gebruikelijk afhankelijk)?",
    ),
)

# art. 3(9)(a): the couple
recognised_spouse: Final = all_of(marriage.is_married_or_registered, marriage.valid, marriage.recognised)

already_here_couple: Final = all_of(
    any_of(
        all_of(recognised_spouse, married_before_eu),
        all_of(
            marriage.durable_and_exclusive,
            MET.or_read(points.UNMARRIED_COUPLE_ALREADY_HERE, UNMET),
            relationship_before_eu,
        ),
        id="family-at-entry",
        source=VW["29b"],
        en="the couple was married, or in a durable relationship, before the sponsor arrived in the EU",
        nl="het stel was getrouwd, of had een duurzame relatie, voordat de hoofdpersoon in de EU aankwam",
        unmet=Text(
            en="The couple was not married, and not in a durable relationship that counts, before the sponsor arrived in the EU.",
            nl="Het stel was niet getrouwd, en had geen duurzame relatie die telt, voordat de hoofdpersoon in de EU aankwam.",
        ),
        ask=Text(
            en="Was the couple married, or in a durable relationship, before the sponsor arrived in the EU?",
            nl="Was het stel getrouwd, of had het een duurzame relatie, voordat de hoofdpersoon in de EU aankwam?",
        ),
    ),
    where(
        marriage.both_adults,
        then=MET,
        otherwise=UNMET.or_read(points.CHILD_SPOUSE_ALREADY_HERE, OPEN),
    ).named(
        "both-adults",
        (VW["29b"], REGULATION_FAMILY),
        figures=(MAJORITY,),
        en="both are {majority} or over",
        nl="beiden zijn {majority} of ouder",
        unmet=Text(en="One of the two is under {majority}.", nl="Een van beiden is jonger dan {majority}."),
        ask=Text(en="Are both {majority} or over?", nl="Zijn beiden {majority} of ouder?"),
    ),
    where(
        marriage.both_adults,  # of a couple that is no couple here, who comes first is not asked
        then=all_of(marriage.no_other_chosen, marriage.no_other_partner_here).or_read(
            points.FURTHER_SPOUSE_ALREADY_HERE, MET
        ),
    ).named(
        "one-spouse",
        VC_NAREIS,
        mark=Mark.INFERRED,
        en="no other spouse or partner comes first (in a polygamous family only one counts)",
        nl="er gaat geen andere echtgenoot of partner voor (bij polygamie telt er maar één)",
        unmet=Text(
            en="Another spouse or partner comes first; in a polygamous family only one counts.",
            nl="Een andere echtgenoot of partner gaat voor; bij polygamie telt er maar één.",
        ),
        ask=Text(
            en="Is there another spouse or partner who comes first?",
            nl="Is er een andere echtgenoot of partner die voorgaat?",
        ),
    ),
)

# art. 3(9)(b): children, minor or dependent, and unmarried
already_here_child: Final = all_of(
    all_of(
        not_(kin.is_foster_child).or_read(points.FOSTER_CHILD_ALREADY_HERE, MET),
        where(
            kin.is_step_child,
            then=MET.or_read(points.STEP_CHILD_ALREADY_HERE, UNMET),
        ),
    ).named(
        "listed",
        REGULATION_FAMILY,
        en="the person is a child of the couple or of the sponsor",
        nl="de persoon is een kind van het stel of van de hoofdpersoon",
        unmet=Text(
            en="This person is not a child of the couple or of the sponsor.",
            nl="Deze persoon is geen kind van het stel of van de hoofdpersoon.",
        ),
        ask=Text(
            en="Is this person a child of the couple or of the sponsor?",
            nl="Is deze persoon een kind van het stel of van de hoofdpersoon?",
        ),
    ),
    any_of(
        child.is_unmarried.cited(REGULATION_FAMILY),
        age.under_18_on_d4,
        id="unmarried",
        source=REGULATION_FAMILY,
        en="the child is unmarried, or a minor whose marriage could not have been concluded here",
        nl="het kind is ongehuwd, of minderjarig met een huwelijk dat hier niet had kunnen worden gesloten",
        unmet=Text(
            en="The child is married, and not a minor whose marriage could not have been concluded here.",
            nl="Het kind is getrouwd, en niet minderjarig met een huwelijk dat hier niet had kunnen worden gesloten.",
        ),
        ask=Text(en="Is the child unmarried, or a minor?", nl="Is het kind ongehuwd, of minderjarig?"),
    ),
    any_of(
        age.under_18_on_d1,
        is_dependent,
        id="under-18",
        source=REGULATION_FAMILY,
        en="the child is a minor, or an adult who is dependent",
        nl="het kind is minderjarig, of meerderjarig en afhankelijk",
        unmet=Text(
            en="The child is not a minor, and not an adult who is dependent.",
            nl="Het kind is niet minderjarig, en ook niet meerderjarig en afhankelijk.",
        ),
        ask=Text(
            en="Is the child a minor, or an adult who is dependent?",
            nl="Is het kind minderjarig, of meerderjarig en afhankelijk?",
        ),
    ),
    tie.family_at_entry(
        where(
            all_of(kin.is_kin_by_birth, tie.born_after_entry),
            then=MET.or_read(points.BORN_AFTER_ARRIVAL, UNMET),
            otherwise=family_before_eu,
        ),
        VW["29b"],
    ),
)

# art. 3(9)(c): a minor's father, mother or another adult who is responsible. A minor counts as unmarried where the
# marriage could not have been concluded here, and here nobody under 18 can marry.
sponsor_was_minor: Final = age.sponsor_under_18_on_d1.named(
    "sponsor-minor",
    REGULATION_FAMILY,
    en="the sponsor was a minor when applying for asylum (D1)",
    nl="de hoofdpersoon was bij de asielaanvraag (D1) minderjarig",
    unmet=Text(
        en="The sponsor was an adult when applying for asylum (D1).",
        nl="De hoofdpersoon was bij de asielaanvraag (D1) meerderjarig.",
    ),
    ask=Text(
        en="Was the sponsor a minor when applying for asylum (D1)?",
        nl="Was de hoofdpersoon bij de asielaanvraag (D1) minderjarig?",
    ),
)

is_responsible: Final = yes(
    "responsible_for_minor",
    REGULATION_FAMILY,
    en="the person is responsible for the minor, by law or in practice",
    nl="de persoon is verantwoordelijk voor de minderjarige, volgens de wet of in de praktijk",
    unmet=Text(
        en="This person is not responsible for the minor, by law or in practice.",
        nl="Deze persoon is niet verantwoordelijk voor de minderjarige, volgens de wet of in de praktijk.",
    ),
    ask=Text(
        en="Is this person responsible for the minor, by law or in practice?",
        nl="Is deze persoon verantwoordelijk voor de minderjarige, volgens de wet of in de praktijk?",
    ),
)

responsible_adult: Final = all_of(
    any_of(
        all_of(kin.is_parent.cited(REGULATION_FAMILY), kin.is_own_parent),
        all_of(is_responsible, age.adult_on_decision),
        id="responsible-for-minor",
        source=REGULATION_FAMILY,
        en="the person is the minor's father or mother, or another adult who is responsible for the minor",
        nl="de persoon is de vader of moeder van de minderjarige, of een andere volwassene die verantwoordelijk is",
        unmet=Text(
            en="This person is not the minor's father or mother, and not another adult who is responsible for the minor.",
            nl="Deze persoon is niet de vader of moeder van de minderjarige, en geen andere volwassene die verantwoordelijk is.",
        ),
        ask=Text(
            en="Is this person the minor's father or mother, or another adult who is responsible for the minor?",
            nl="Is deze persoon de vader of moeder van de minderjarige, of een andere volwassene die verantwoordelijk is?",
        ),
    ),
    sponsor_was_minor,
)

# art. 23(7): other close relatives, if the Netherlands uses it
close_relative: Final = UNMET.or_read(points.OTHER_CLOSE_RELATIVES, all_of(tie.lived_in_household, is_dependent))

already_here_relative: Final = all_of(
    any_of(responsible_adult, close_relative),
    tie.family_at_entry(family_before_eu, VW["29b"]),
)

already_here: Final = Ground(
    id="already-here",
    title=Text(en="family member who is already here", nl="gezinslid dat al hier is"),
    source=VW["29b"],
    relations=ANYBODY,
    who=came_along_or_here,
    conditions=[
        where(
            is_child,
            already_here_child,
            otherwise=where(is_of_couple, already_here_couple, already_here_relative),
        ).or_read(points.ALREADY_HERE, UNMET),
    ],
    # The bars of art. 23(3) to (5) look at the member, not at the sponsor.
    general=[
        sponsor.own_status,
        tie.bond_not_broken,
        tie.genuine_tie.cited(QUALIFICATION["23.4"]),
        refusal.member_not_1f.named(
            "not-1f",
            QUALIFICATION["23.3"],
            en="the person is not excluded from protection",
            nl="de persoon is niet van bescherming uitgesloten",
            unmet=Text(
                en="This person is excluded from protection.", nl="Deze persoon is van bescherming uitgesloten."
            ),
            ask=Text(
                en="Is it certain that this person is not excluded from protection?",
                nl="Staat vast dat deze persoon niet van bescherming is uitgesloten?",
            ),
        ),
        refusal.no_danger_to_public_order.cited(QUALIFICATION["23.5"]),
    ],
    evidence=(procedure.IDENTITY, procedure.ALL_TOGETHER),
)
