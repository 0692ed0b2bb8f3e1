"""Directive 2003/86/EC: the least that a Member State must give to the family of a refugee.

For whom the State *must* admit, the verdict can be eligible; for whom it *may* admit, the State is free and
the Directive itself gives nothing. It does not bind for subsidiary protection. A rule that rests on an article
that was not read in the text is marked as inferred.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from reunify.facts import Custody, Relation
from reunify.logic import MET, OPEN, UNMET, all_of, any_of, equals, from_day, not_, where, yes
from reunify.rules import age, child, kin, marriage, refusal, sponsor, term, tie
from reunify.rules.figures import SPOUSE_AGE, TERM
from reunify.ruleset import Ground, RuleSet
from reunify.sources import CR_GF_TY, EU_DIRECTIVE, NOORZIA, VB, VW, XC
from reunify.terms import birthday
from reunify.text import Text

# ---------------------------------------------------------------- art. 3: whom it binds for

refugee_sponsor: Final = sponsor.is_refugee.named(
    "refugee-sponsor",
    EU_DIRECTIVE["3.2.c"],
    en="the sponsor is a refugee; the Directive does not bind for subsidiary protection",
    nl="de hoofdpersoon is vluchteling; de richtlijn bindt niet bij subsidiaire bescherming",
    unmet=Text(
        en="The sponsor is not a refugee, and the Directive does not bind for subsidiary protection.",
        nl="De hoofdpersoon is geen vluchteling, en de richtlijn bindt niet bij subsidiaire bescherming.",
    ),
    ask=Text(en="Is the sponsor a refugee?", nl="Is de hoofdpersoon vluchteling?"),
)

state_must_admit: Final = UNMET.named(
    "state-must-admit",
    EU_DIRECTIVE["4.2"],
    discretionary=True,
    en="the Directive obliges the State to admit this person; for this relation it leaves the State free",
    nl="de richtlijn verplicht de staat deze persoon toe te laten; voor deze relatie laat zij de staat vrij",
    unmet=Text(
        en="The Directive does not oblige the State to admit this person: for this relation it leaves the State free.",
        nl="De richtlijn verplicht de staat niet deze persoon toe te laten: voor deze relatie laat zij de staat vrij.",
    ),
    ask=Text(
        en="Does the Directive oblige the State to admit this person?",
        nl="Verplicht de richtlijn de staat deze persoon toe te laten?",
    ),
)

# ---------------------------------------------------------------- arts 9(2), 12(1): what a State may ask of all

in_time: Final = any_of(
    term.within_term,
    term.excusable_delay_since,
    id="in-time",
    source=EU_DIRECTIVE["12.1"],
    figures=(TERM,),
    en="the application was made within {term} of the grant, or the delay is excusable; a State may ask that for "
    "the favourable route, as long as another route stays open",
    nl="de aanvraag is binnen {term} na de verlening gedaan, of de vertraging is verschoonbaar; een staat mag dat "
    "vragen voor de gunstige weg, zolang een andere weg openblijft",
    unmet=Text(
        en="The application was not made within {term} of the grant, and the delay is not excusable. Another route must stay open.",
        nl="De aanvraag is niet binnen {term} na de verlening gedaan, en de vertraging is niet verschoonbaar. Een andere weg moet openblijven.",
    ),
    ask=Text(
        en="Was the application made within {term} of the grant, or is the delay excusable?",
        nl="Is de aanvraag binnen {term} na de verlening gedaan, of is de vertraging verschoonbaar?",
    ),
)

in_time_for_parents: Final = any_of(
    term.within_term,
    age.sponsor_still_minor,
    term.excusable_delay_since,
    id="in-time",
    source=CR_GF_TY,
    figures=(TERM,),
    en="no term runs while the sponsor is a minor; after that, {term} from the grant",
    nl="zolang de hoofdpersoon minderjarig is loopt geen termijn; daarna {term} vanaf de verlening",
    unmet=Text(
        en="No application was made while the sponsor was a minor, or within {term} of the grant.",
        nl="Er is geen aanvraag gedaan toen de hoofdpersoon minderjarig was, of binnen {term} na de verlening.",
    ),
    ask=Text(
        en="Was the application made while the sponsor was a minor, or within {term} of the grant?",
        nl="Is de aanvraag gedaan toen de hoofdpersoon minderjarig was, of binnen {term} na de verlening?",
    ),
)

tie_before_entry: Final = EU_DIRECTIVE["9.2"]

# ---------------------------------------------------------------- art. 4(1)(a), 4(4), 4(5): the spouse


@from_day(
    "applied_on",
    source=(EU_DIRECTIVE["4.5"], NOORZIA),
    en="the spouse was {spouse_age} or over on the day of the application (D3)",
    nl="de echtgenoot was op de dag van de aanvraag (D3) {spouse_age} of ouder",
    unmet=Text(
        en="The spouse was under {spouse_age} on the day of the application (D3).",
        nl="De echtgenoot was op de dag van de aanvraag (D3) jonger dan {spouse_age}.",
    ),
)
def spouse_is_21(born_on: date, spouse_age: int = SPOUSE_AGE) -> date:
    """A State may ask for an age of at most 21, on the day of the application (C-338/13)."""
    return birthday(born_on, spouse_age)


@from_day(
    "applied_on",
    source=(EU_DIRECTIVE["4.5"], NOORZIA),
    en="the sponsor was {spouse_age} or over on the day of the application (D3)",
    nl="de hoofdpersoon was op de dag van de aanvraag (D3) {spouse_age} of ouder",
    unmet=Text(
        en="The sponsor was under {spouse_age} on the day of the application (D3).",
        nl="De hoofdpersoon was op de dag van de aanvraag (D3) jonger dan {spouse_age}.",
    ),
)
def sponsor_is_21(sponsor_born_on: date, spouse_age: int = SPOUSE_AGE) -> date:
    """A State may ask for an age of at most 21, on the day of the application (C-338/13)."""
    return birthday(sponsor_born_on, spouse_age)


# Art. 12(1): only housing and income may be asked where the family could reunite in a third country.
no_plain_refusal: Final = MET.named(
    "special-ties",
    EU_DIRECTIVE["12.1"],
    en="special ties with a third country are no ground for a plain refusal",
    nl="bijzondere banden met een derde land zijn geen grond voor een gewone afwijzing",
    unmet=Text(
        en="Special ties with a third country are a ground for a plain refusal.",
        nl="Bijzondere banden met een derde land zijn een grond voor een gewone afwijzing.",
    ),
    ask=Text(
        en="Are special ties with a third country no ground for a plain refusal?",
        nl="Zijn bijzondere banden met een derde land geen grond voor een gewone afwijzing?",
    ),
)

no_further_spouse: Final = marriage.no_other_partner_here.cited(EU_DIRECTIVE["4.4"]).named(
    "one-spouse",
    EU_DIRECTIVE["4.4"],
    en="no other spouse already lives with the sponsor here",
    nl="er woont hier niet al een andere echtgenoot met de hoofdpersoon",
    unmet=Text(
        en="Another spouse already lives with the sponsor here.",
        nl="Er woont hier al een andere echtgenoot met de hoofdpersoon.",
    ),
    ask=Text(
        en="Does no other spouse live with the sponsor here?",
        nl="Woont er hier nog geen andere echtgenoot met de hoofdpersoon?",
    ),
)

spouse: Final = Ground(
    id="spouse",
    title=Text(en="spouse (must)", nl="echtgenoot (verplicht)"),
    source=EU_DIRECTIVE["4.1.a"],
    relations={Relation.SPOUSE},
    conditions=[
        marriage.valid.cited(EU_DIRECTIVE["4.1.a"]),
        marriage.recognised.cited(EU_DIRECTIVE["4.1.a"]),
        tie.family_at_entry(tie.married_before_entry, tie_before_entry),
        all_of(
            spouse_is_21,
            sponsor_is_21,
            id="both-adults",
            source=EU_DIRECTIVE["4.5"],
            figures=(SPOUSE_AGE,),
            en="both have reached the age that a State may ask for, at most {spouse_age}",
            nl="beiden hebben de leeftijd die een staat mag vragen, ten hoogste {spouse_age}",
            unmet=Text(
                en="One of the two has not reached the age that a State may ask for, at most {spouse_age}.",
                nl="Een van beiden heeft de leeftijd die een staat mag vragen, ten hoogste {spouse_age}, niet bereikt.",
            ),
            ask=Text(
                en="Have both reached the age that a State may ask for, at most {spouse_age}?",
                nl="Hebben beiden de leeftijd die een staat mag vragen, ten hoogste {spouse_age}?",
            ),
        ),
        no_further_spouse,
        in_time,
        no_plain_refusal,
    ],
)

# ---------------------------------------------------------------- art. 4(1)(b)-(d): minor children

# Not of an unmarried partner.
is_child_of_spouse: Final = equals(
    "parent_member_relation",
    Relation.SPOUSE,
    EU_DIRECTIVE["4.1.d"],
    en="the child is of the sponsor's spouse",
    nl="het is een kind van de echtgenoot",
    unmet=Text(en="The child is not of the sponsor's spouse.", nl="Het is geen kind van de echtgenoot."),
)

spouse_has_custody: Final = equals(
    "custody",
    Custody.SOLE,
    EU_DIRECTIVE["4.1.d"],
    en="the spouse has sole custody; where it is shared the State is free",
    nl="de echtgenoot heeft alleen het gezag; bij gedeeld gezag is de staat vrij",
    unmet=Text(
        en="The spouse does not have sole custody; where it is shared the State is free.",
        nl="De echtgenoot heeft niet alleen het gezag; bij gedeeld gezag is de staat vrij.",
    ),
)

under_18: Final = child.under_18_in_time(term.within_term, term.excusable_delay_since).named(
    "under-18",
    XC,
    en="the child is under the age of majority on the day that counts",
    nl="het kind is minderjarig op de dag die telt",
    unmet=Text(
        en="The child is not under the age of majority on the day that counts.",
        nl="Het kind is niet minderjarig op de dag die telt.",
    ),
    ask=Text(
        en="Is the child under the age of majority on the day that counts?",
        nl="Is het kind minderjarig op de dag die telt?",
    ),
)

minor_child: Final = Ground(
    id="minor-child",
    title=Text(
        en="minor child of the sponsor or of the spouse (must)",
        nl="minderjarig kind van de hoofdpersoon of de echtgenoot (verplicht)",
    ),
    source=EU_DIRECTIVE["4.1.b"],
    relations={Relation.CHILD},
    who=all_of(
        not_(
            kin.is_foster_child,
            id="not-foster",
            source=EU_DIRECTIVE["4.1.b"],
            en="the child is biological, adopted by a recognised decision, or the spouse's",
            nl="het kind is biologisch, geadopteerd bij een erkende beslissing, of van de echtgenoot",
            unmet=Text(en="The child is a foster child.", nl="Het is een pleegkind."),
            ask=Text(
                en="Is the child biological, adopted by a recognised decision, or the spouse's?",
                nl="Is het kind biologisch, geadopteerd bij een erkende beslissing, of van de echtgenoot?",
            ),
        ),
        under_18,
    ),
    conditions=[
        where(
            kin.is_step_child,
            then=all_of(
                # Of a parent who is here and not in the file it is not known whether that is the spouse.
                where(child.step_parent_is_here, then=OPEN, otherwise=is_child_of_spouse),
                spouse_has_custody,
                id="spouses-child",
                source=EU_DIRECTIVE["4.1.d"],
                en="the child is the spouse's, who has custody and on whom it depends",
                nl="het is een kind van de echtgenoot, die het gezag heeft en van wie het afhangt",
                unmet=Text(
                    en="The child is not the spouse's, or the spouse does not have custody.",
                    nl="Het is geen kind van de echtgenoot, of de echtgenoot heeft niet het gezag.",
                ),
                ask=Text(
                    en="Is the child the spouse's, and does the spouse have custody?",
                    nl="Is het een kind van de echtgenoot, en heeft de echtgenoot het gezag?",
                ),
            ),
            otherwise=kin.is_own_child.named(
                "own-child",
                EU_DIRECTIVE["4.1.b"],
                en="the child is the sponsor's, adopted by a decision that is recognised included",
                nl="het is een kind van de hoofdpersoon, ook door een erkende adoptie",
                unmet=Text(
                    en="The child is not the sponsor's own, by birth or by a recognised adoption.",
                    nl="Het is geen eigen kind van de hoofdpersoon, ook niet door een erkende adoptie.",
                ),
                ask=Text(
                    en="Is the child the sponsor's own, by birth or by a recognised adoption?",
                    nl="Is het een eigen kind van de hoofdpersoon, door geboorte of door een erkende adoptie?",
                ),
            ),
        ).named(
            "listed",
            EU_DIRECTIVE["4.1.b"],
            en="the child is the sponsor's, or the spouse's over whom the spouse has custody",
            nl="het kind is van de hoofdpersoon, of van de echtgenoot die het gezag heeft",
            unmet=Text(
                en="The child is not the sponsor's, and not the spouse's over whom the spouse has custody.",
                nl="Het kind is niet van de hoofdpersoon, en ook niet van een echtgenoot die het gezag heeft.",
            ),
            ask=Text(
                en="Is the child the sponsor's, or the spouse's over whom the spouse has custody?",
                nl="Is het kind van de hoofdpersoon, of van de echtgenoot die het gezag heeft?",
            ),
        ),
        child.is_unmarried.named(
            "unmarried",
            EU_DIRECTIVE["4.1.d"],
            en="the child is unmarried",
            nl="het kind is ongehuwd",
            unmet=Text(en="The child is married.", nl="Het kind is getrouwd."),
            ask=Text(en="Is the child unmarried?", nl="Is het kind ongehuwd?"),
        ),
        tie.family_at_entry(tie.kin_on_entry, tie_before_entry),
        child.not_independent.cited(EU_DIRECTIVE["16.1.b"]),
        child.consent_or_reason.named(
            "consent",
            EU_DIRECTIVE["4.1.c"],
            en="where custody is shared, the other parent consents",
            nl="bij gedeeld gezag stemt de andere ouder in",
            unmet=Text(
                en="Custody is shared, and the other parent does not consent.",
                nl="Het gezag is gedeeld, en de andere ouder stemt niet in.",
            ),
            ask=Text(
                en="Where custody is shared: does the other parent consent?",
                nl="Als het gezag is gedeeld: stemt de andere ouder in?",
            ),
        ),
        in_time,
        no_plain_refusal,
    ],
)

# ---------------------------------------------------------------- art. 10(3)(a): parents of a UAM

parent: Final = Ground(
    id="parent",
    title=Text(en="parent of an unaccompanied minor (must)", nl="ouder van een alleenstaande minderjarige (verplicht)"),
    source=EU_DIRECTIVE["10.3.a"],
    relations={Relation.PARENT},
    who=sponsor.was_uam_by_eu_law,
    conditions=[
        kin.is_own_parent.named(
            "listed",
            EU_DIRECTIVE["10.3.a"],
            en="the person is a parent in the direct line",
            nl="de persoon is een ouder in de rechte lijn",
            unmet=Text(
                en="This person is not a parent in the direct line.", nl="Deze persoon is geen ouder in de rechte lijn."
            ),
            ask=Text(
                en="Is this person a parent in the direct line?", nl="Is deze persoon een ouder in de rechte lijn?"
            ),
        ),
        tie.family_at_entry(tie.family_on_entry, tie_before_entry),
        in_time_for_parents,
        no_plain_refusal,
    ],
)

dependent_sibling: Final = Ground(
    id="dependent-sibling",
    title=Text(
        en="adult brother or sister wholly dependent on the parents (must)",
        nl="volwassen broer of zus die volledig van de ouders afhankelijk is (verplicht)",
    ),
    source=CR_GF_TY,
    relations={Relation.SIBLING},
    who=kin.wholly_dependent,
    conditions=[
        kin.is_brother_or_sister.named(
            "listed",
            CR_GF_TY,
            en="the person is a brother or sister",
            nl="de persoon is een broer of zus",
            unmet=Text(en="This person is not a brother or sister.", nl="Deze persoon is geen broer of zus."),
            ask=Text(en="Is this person a brother or sister?", nl="Is deze persoon een broer of zus?"),
        ),
        sponsor.was_uam_by_eu_law,
        kin.with_parent(CR_GF_TY),
        tie.family_at_entry(tie.family_on_entry, tie_before_entry),
        in_time_for_parents,
    ],
)

# ---------------------------------------------------------------- arts 4(2), 4(3), 10(2), 10(3)(b): the State may

is_dependent: Final = yes(
    "dependent",
    EU_DIRECTIVE["4.2.b"],
    en="the child cannot provide for himself because of health",
    nl="het kind kan door zijn gezondheid niet voor zichzelf zorgen",
    unmet=Text(en="The child can provide for itself.", nl="Het kind kan voor zichzelf zorgen."),
    ask=Text(
        en="Is the child unable to provide for itself because of health?",
        nl="Kan het kind door zijn gezondheid niet voor zichzelf zorgen?",
    ),
)

partner: Final = Ground(
    id="partner",
    title=Text(en="unmarried or registered partner (may)", nl="ongehuwde of geregistreerde partner (vrij)"),
    source=EU_DIRECTIVE["4.3"],
    relations={Relation.PARTNER, Relation.REGISTERED_PARTNER, Relation.SPOUSE},
    conditions=[
        marriage.durable_and_exclusive.cited(EU_DIRECTIVE["4.3"]),
        state_must_admit.cited(EU_DIRECTIVE["4.3"]),
    ],
)

adult_child: Final = Ground(
    id="adult-child",
    title=Text(en="unmarried dependent adult child (may)", nl="ongehuwd afhankelijk meerderjarig kind (vrij)"),
    source=EU_DIRECTIVE["4.2.b"],
    relations={Relation.CHILD},
    who=not_(
        under_18,
        id="not-under-18",
        source=EU_DIRECTIVE["4.2.b"],
        en="the child is an adult",
        nl="het kind is meerderjarig",
        unmet=Text(en="The child is not an adult.", nl="Het kind is niet meerderjarig."),
        ask=Text(en="Is the child an adult?", nl="Is het kind meerderjarig?"),
    ),
    conditions=[
        child.is_unmarried.named(
            "unmarried",
            EU_DIRECTIVE["4.2.b"],
            en="the child is unmarried",
            nl="het kind is ongehuwd",
            unmet=Text(en="The child is married.", nl="Het kind is getrouwd."),
            ask=Text(en="Is the child unmarried?", nl="Is het kind ongehuwd?"),
        ),
        is_dependent.known_as("more-than-normal-dependency"),
        state_must_admit.cited(EU_DIRECTIVE["4.2.b"]),
    ],
)

# ---------------------------------------------------------------- arts 4(2)(a), 10(2), 10(3)(b): all others

# Ouders van volwassenen, pleegkinderen, voogden en andere familieleden: vrij.
relation_listed: Final = equals(
    "relation",
    Relation.SPOUSE,
    EU_DIRECTIVE["10.2"],
    id="listed",
    en="the Directive names this relation; for parents, foster children and other dependents it leaves the State free",
    nl="de richtlijn noemt deze relatie; voor ouders, pleegkinderen en andere afhankelijken laat zij de staat vrij",
    unmet=Text(
        en="The Directive does not name this relation: it leaves the State free.",
        nl="De richtlijn noemt deze relatie niet: zij laat de staat vrij.",
    ),
    ask=Text(en="Does the Directive name this relation?", nl="Noemt de richtlijn deze relatie?"),
)

DIRECTIVE = RuleSet(
    id="directive",
    title=Text(
        en="the EU floor for refugees (Directive 2003/86/EC)",
        nl="de EU-ondergrens voor vluchtelingen (Richtlijn 2003/86/EG)",
    ),
    short=Text(en="EU floor", nl="EU-ondergrens"),
    sources=(EU_DIRECTIVE["4"], EU_DIRECTIVE["10"], EU_DIRECTIVE["12"]),
    general=[
        refugee_sponsor,
        sponsor.own_status.cited(EU_DIRECTIVE["9.1"]),
        tie.real_family_life_with_child.cited(EU_DIRECTIVE["16.1.b"]),
        tie.bond_not_broken.cited(EU_DIRECTIVE["16.1.b"]),
        tie.genuine_tie.cited(EU_DIRECTIVE["16.2"]),
        # Not in the table of the Directive: taken over from the national rules, so that such a refusal is not
        # mistaken for one below the floor.
        refusal.not_1f.cited(VB["3.107"]),
        refusal.no_danger_to_public_order.cited(VW["32.5.b"]),
    ],
    grounds=(spouse, minor_child, partner, adult_child, parent, dependent_sibling),
    unlisted=all_of(refugee_sponsor, relation_listed),
)
