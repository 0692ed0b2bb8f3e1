"""Marriage and relationship: valid, recognised here, and only one of several."""

from __future__ import annotations

from datetime import date

from reunify.facts import MARRIED
from reunify.logic import MET, Remedy, all_of, any_of, condition, no, one_of, where, yes
from reunify.rules import age, points, tie
from reunify.rules.figures import LIST_OF_10_32, MAJORITY
from reunify.sources import BW10, CONFIRMED_LATER, EU_DIRECTIVE, VC_NAREIS
from reunify.terms import birthday
from reunify.text import Text

valid_where_concluded = yes(
    "marriage_valid",
    BW10["31"],
    en="the marriage is valid under the law of the place where it was concluded",
    nl="het huwelijk is geldig volgens het recht van de plaats waar het gesloten is",
)


@condition(
    source=CONFIRMED_LATER,
    en="the marriage was valid before the sponsor's entry",
    nl="het huwelijk was al vóór de binnenkomst van de hoofdpersoon geldig",
)
def valid_before_entry(validated_on: date, sponsor_entered_on: date) -> bool:
    """Later confirmation of a traditional marriage (bekrachtiging)."""
    return validated_on < sponsor_entered_on


valid = all_of(
    valid_where_concluded,
    where(
        tie.married_before_entry,
        then=MET.or_read(points.VALIDATED_AFTER_ENTRY, valid_before_entry),
    ),
    id="marriage-valid",
    source=BW10["31"],
    remedy=Remedy.ACTION,
    advice=Text(
        en="the marriage can be registered or validated where it was concluded; whether that counts when it comes after the "
        "sponsor's entry is contested",
        nl="het huwelijk kan waar het is gesloten worden geregistreerd of bekrachtigd; of dat telt als het na de "
        "binnenkomst van de hoofdpersoon gebeurt is omstreden",
    ),
    en="the marriage is valid where it was concluded, or became valid there later",
    nl="het huwelijk is geldig waar het gesloten is, of werd daar later geldig",
)


@condition(
    source=BW10["32"],
    en="the spouse was {majority} or over at the marriage",
    nl="de echtgenoot was bij het huwelijk {majority} of ouder",
)
def spouse_adult_at_marriage(born_on: date, married_on: date, majority: int = MAJORITY) -> bool:
    """Kindhuwelijk."""
    return birthday(born_on, majority) <= married_on


@condition(
    source=BW10["32"],
    en="the sponsor was {majority} or over at the marriage",
    nl="de hoofdpersoon was bij het huwelijk {majority} of ouder",
)
def sponsor_adult_at_marriage(sponsor_born_on: date, married_on: date, majority: int = MAJORITY) -> bool:
    """Kindhuwelijk."""
    return birthday(sponsor_born_on, majority) <= married_on


# Huwelijksdwang; BW 10:32 e.
both_consented_freely = yes(
    "consented_freely",
    BW10["32"],
    id="consented-freely",
    remedy=Remedy.ACTION,
    advice=Text(
        en="the one who was forced can expressly agree to the marriage",
        nl="wie gedwongen was kan uitdrukkelijk met het huwelijk instemmen",
    ),
    en="both married of their own free will, or the one who was forced expressly agrees now",
    nl="beiden trouwden uit vrije wil, of wie gedwongen was stemt nu uitdrukkelijk in",
)


@condition(
    source=BW10["32"],
    en="the decision falls before 5 December 2015",
    nl="het besluit valt vóór 5 december 2015",
)
def decided_before_list(decided_on: date) -> bool:
    """Before the list of BW 10:32."""
    return decided_on < LIST_OF_10_32


_not_on_list = all_of(
    any_of(
        all_of(spouse_adult_at_marriage, sponsor_adult_at_marriage),
        all_of(age.adult_on_decision, age.sponsor_adult_on_decision).or_read(
            points.CHILD_MARRIAGE_DAY, all_of(age.adult_on_application, age.sponsor_adult_on_application)
        ),
    ),
    both_consented_freely,
)

recognised = where(
    decided_before_list,
    then=MET.or_read(points.BEFORE_LIST_OF_10_32, _not_on_list),
    otherwise=_not_on_list,
).named(
    "marriage-recognised",
    BW10["32"],
    en="the marriage is recognised here: both were adults or have come of age since, and nobody was forced, or who was "
    "forced expressly agrees now",
    nl="het huwelijk wordt hier erkend: beiden waren volwassen of zijn dat intussen, en niemand was gedwongen, of wie "
    "gedwongen was stemt nu uitdrukkelijk in",
)

both_adults = all_of(
    age.adult_on_decision,
    age.sponsor_adult_on_decision,
    id="both-adults",
    source=VC_NAREIS,
    figures=(MAJORITY,),
    en="both are {majority} or over on the day of the decision (D4)",
    nl="beiden zijn op de dag van het besluit (D4) {majority} of ouder",
)

durable_and_exclusive = yes(
    "durable_relationship",
    VC_NAREIS,
    id="durable-relationship",
    en="the relationship is durable and exclusive",
    nl="de relatie is duurzaam en exclusief",
)

# Polygamie: one of them only.
no_other_chosen = no(
    "other_spouse_chosen",
    VC_NAREIS,
    en="the sponsor did not choose another spouse or partner",
    nl="de hoofdpersoon koos geen andere echtgenoot of partner",
)

# Polygamie: another one is here already.
no_other_partner_here = no(
    "sponsor_lives_with_other_partner",
    (VC_NAREIS, EU_DIRECTIVE["4.4"]),
    en="the sponsor does not live with another partner",
    nl="de hoofdpersoon woont niet samen met een andere partner",
)

one_spouse = all_of(
    no_other_chosen,
    no_other_partner_here,
    id="one-spouse",
    source=VC_NAREIS,
    en="no other spouse or partner comes first (in a polygamous family only one can come)",
    nl="er gaat geen andere echtgenoot of partner voor (bij polygamie kan er maar één komen)",
)

# Kind uit de niet gekozen relatie.
not_of_other_relation = no(
    "of_partner_not_chosen",
    VC_NAREIS,
    en="the child is not of a spouse or partner whom the sponsor did not choose",
    nl="het kind is niet van een echtgenoot of partner die de hoofdpersoon niet koos",
)

child_of_other_relation = MET.or_read(points.CHILD_OF_PARTNER_NOT_CHOSEN, not_of_other_relation).named(
    "one-spouse",
    VC_NAREIS,
    en="if the sponsor chose another spouse or partner, that is not held against the sponsor's own child",
    nl="als de hoofdpersoon een andere echtgenoot of partner koos, wordt dat het eigen kind niet tegengeworpen",
)

is_married_or_registered = one_of(
    "relation",
    MARRIED,
    BW10["31"],
    en="the person is married or registered",
    nl="de persoon is getrouwd of geregistreerd",
)
