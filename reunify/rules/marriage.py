"""Marriage and relationship: valid, recognised here, and only one of several."""

from __future__ import annotations

from datetime import date
from typing import Final

from reunify.facts import MARRIED
from reunify.logic import MET, Remedy, all_of, any_of, condition, no, one_of, where, yes
from reunify.rules import age, points, tie
from reunify.rules.figures import LIST_OF_10_32, MAJORITY
from reunify.sources import BW10, CONFIRMED_LATER, EU_DIRECTIVE, VC_NAREIS
from reunify.terms import birthday
from reunify.text import Text

valid_where_concluded: Final = yes(
    "marriage_valid",
    BW10["31"],
    en="the marriage is valid under the law of the place where it was concluded",
    nl="het huwelijk is geldig volgens het recht van de plaats waar het gesloten is",
    unmet=Text(
        en="The marriage is not valid under the law of the place where it was concluded.",
        nl="Het huwelijk is niet geldig volgens het recht van de plaats waar het is gesloten.",
    ),
    ask=Text(
        en="Is the marriage valid under the law of the place where it was concluded?",
        nl="Is het huwelijk geldig volgens het recht van de plaats waar het is gesloten?",
    ),
)


@condition(
    source=CONFIRMED_LATER,
    en="the marriage was valid before the sponsor's entry",
    nl="het huwelijk was al vóór de binnenkomst van de hoofdpersoon geldig",
    unmet=Text(
        en="The marriage became valid only after the sponsor's entry.",
        nl="Het huwelijk werd pas na de binnenkomst van de hoofdpersoon geldig.",
    ),
)
def valid_before_entry(validated_on: date, sponsor_entered_on: date) -> bool:
    """Later confirmation of a traditional marriage (bekrachtiging)."""
    return validated_on < sponsor_entered_on


valid: Final = all_of(
    valid_where_concluded,
    where(
        tie.married_before_entry,
        then=MET.or_read(points.VALIDATED_AFTER_ENTRY, valid_before_entry),
    ),
    id="marriage-valid",
    source=BW10["31"],
    remedy=Remedy.ACTION,
    advice=Text(
        en="have the marriage registered or validated where it was concluded; whether that still counts after the sponsor's "
        "entry is contested",
        nl="laat het huwelijk registreren of bekrachtigen waar het is gesloten; of dat na de binnenkomst van de "
        "hoofdpersoon nog telt is omstreden",
    ),
    en="the marriage is valid where it was concluded, or became valid there later",
    nl="het huwelijk is geldig waar het gesloten is, of werd daar later geldig",
    unmet=Text(
        en="The marriage is not valid in the place where it was concluded, and did not become valid there later.",
        nl="Het huwelijk is niet geldig op de plaats waar het is gesloten, en werd daar ook later niet geldig.",
    ),
    ask=Text(
        en="Is the marriage valid in the place where it was concluded, or did it become valid there later?",
        nl="Is het huwelijk geldig op de plaats waar het is gesloten, of werd het daar later geldig?",
    ),
)


@condition(
    source=BW10["32"],
    en="the spouse was {majority} or over at the marriage",
    nl="de echtgenoot was bij het huwelijk {majority} of ouder",
    unmet=Text(
        en="The spouse was under {majority} at the marriage.",
        nl="De echtgenoot was bij het huwelijk jonger dan {majority}.",
    ),
)
def spouse_adult_at_marriage(born_on: date, married_on: date, majority: int = MAJORITY) -> bool:
    return birthday(born_on, majority) <= married_on


@condition(
    source=BW10["32"],
    en="the sponsor was {majority} or over at the marriage",
    nl="de hoofdpersoon was bij het huwelijk {majority} of ouder",
    unmet=Text(
        en="The sponsor was under {majority} at the marriage.",
        nl="De hoofdpersoon was bij het huwelijk jonger dan {majority}.",
    ),
)
def sponsor_adult_at_marriage(sponsor_born_on: date, married_on: date, majority: int = MAJORITY) -> bool:
    return birthday(sponsor_born_on, majority) <= married_on


# Huwelijksdwang; BW 10:32 e.
both_consented_freely: Final = yes(
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
    unmet=Text(
        en="Somebody was forced to marry and has not expressly agreed since.",
        nl="Iemand is tot het huwelijk gedwongen en heeft er later niet uitdrukkelijk mee ingestemd.",
    ),
    ask=Text(
        en="Did both marry of their own free will, or does the one who was forced expressly agree now?",
        nl="Trouwden beiden uit vrije wil, of stemt wie gedwongen was nu uitdrukkelijk in?",
    ),
)


@condition(
    source=BW10["32"],
    en="the decision falls before 5 December 2015",
    nl="het besluit valt vóór 5 december 2015",
    unmet=Text(
        en="The decision does not fall before 5 December 2015.", nl="Het besluit valt niet vóór 5 december 2015."
    ),
)
def decided_before_list(decided_on: date) -> bool:
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

recognised: Final = where(
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
    unmet=Text(
        en="The Netherlands does not recognise the marriage: one of the two was or is too young, or was forced.",
        nl="Nederland erkent het huwelijk niet: een van beiden was of is te jong, of was gedwongen.",
    ),
    ask=Text(
        en="Does the Netherlands recognise the marriage: are both adults now, and did both marry of their own free will?",
        nl="Erkent Nederland het huwelijk: zijn beiden nu volwassen, en trouwden beiden uit vrije wil?",
    ),
)

both_adults: Final = all_of(
    age.adult_on_decision,
    age.sponsor_adult_on_decision,
    id="both-adults",
    source=VC_NAREIS,
    figures=(MAJORITY,),
    en="both are {majority} or over on the day of the decision (D4)",
    nl="beiden zijn op de dag van het besluit (D4) {majority} of ouder",
    unmet=Text(
        en="One of the two is under {majority} on the day of the decision (D4).",
        nl="Een van beiden is op de dag van het besluit (D4) jonger dan {majority}.",
    ),
    ask=Text(
        en="Are both {majority} or over on the day of the decision (D4)?",
        nl="Zijn beiden op de dag van het besluit (D4) {majority} of ouder?",
    ),
)

durable_and_exclusive: Final = yes(
    "durable_relationship",
    VC_NAREIS,
    id="durable-relationship",
    en="the relationship is lasting, and neither has another one (durable and exclusive)",
    nl="het is een vaste relatie, en geen van beiden heeft nog een andere (duurzaam en exclusief)",
    unmet=Text(
        en="The relationship is not lasting, or one of them has another one (not durable and exclusive).",
        nl="Het is geen vaste relatie, of een van beiden heeft nog een andere (niet duurzaam en exclusief).",
    ),
    ask=Text(
        en="Is the relationship lasting, and has neither another one (durable and exclusive)?",
        nl="Is het een vaste relatie, en heeft geen van beiden nog een andere (duurzaam en exclusief)?",
    ),
)

# Polygamie: one of them only.
no_other_chosen: Final = no(
    "other_spouse_chosen",
    VC_NAREIS,
    en="the sponsor did not choose another spouse or partner",
    nl="de hoofdpersoon koos geen andere echtgenoot of partner",
    unmet=Text(
        en="The sponsor chose another spouse or partner.", nl="De hoofdpersoon koos een andere echtgenoot of partner."
    ),
    ask=Text(
        en="Did the sponsor not choose another spouse or partner?",
        nl="Heeft de hoofdpersoon geen andere echtgenoot of partner gekozen?",
    ),
)

# Polygamie: another one is here already.
no_other_partner_here: Final = no(
    "sponsor_lives_with_other_partner",
    (VC_NAREIS, EU_DIRECTIVE["4.4"]),
    en="the sponsor does not live with another partner",
    nl="de hoofdpersoon woont niet samen met een andere partner",
    unmet=Text(en="The sponsor lives with another partner.", nl="De hoofdpersoon woont samen met een andere partner."),
    ask=Text(
        en="Does the sponsor not live with another partner?",
        nl="Woont de hoofdpersoon niet samen met een andere partner?",
    ),
)

one_spouse: Final = all_of(
    no_other_chosen,
    no_other_partner_here,
    id="one-spouse",
    source=VC_NAREIS,
    en="no other spouse or partner comes first (in a polygamous family only one can come)",
    nl="er gaat geen andere echtgenoot of partner voor (bij polygamie kan er maar één komen)",
    unmet=Text(
        en="Another spouse or partner comes first; in a polygamous family only one can come.",
        nl="Een andere echtgenoot of partner gaat voor; bij polygamie kan er maar één komen.",
    ),
    ask=Text(
        en="Is there another spouse or partner who comes first?",
        nl="Is er een andere echtgenoot of partner die voorgaat?",
    ),
)

# Kind uit de niet gekozen relatie.
not_of_other_relation: Final = no(
    "of_partner_not_chosen",
    VC_NAREIS,
    en="the child is not of a spouse or partner whom the sponsor did not choose",
    nl="het kind is niet van een echtgenoot of partner die de hoofdpersoon niet koos",
    unmet=Text(
        en="The child is of a spouse or partner whom the sponsor did not choose.",
        nl="Het kind is van een echtgenoot of partner die de hoofdpersoon niet koos.",
    ),
)

child_of_other_relation: Final = MET.or_read(points.CHILD_OF_PARTNER_NOT_CHOSEN, not_of_other_relation).named(
    "one-spouse",
    VC_NAREIS,
    en="if the sponsor chose another spouse or partner, that is not held against the sponsor's own child",
    nl="als de hoofdpersoon een andere echtgenoot of partner koos, telt dat niet tegen het eigen kind",
    unmet=Text(
        en="The sponsor chose another spouse or partner than this child's parent.",
        nl="De hoofdpersoon koos een andere echtgenoot of partner dan de ouder van dit kind.",
    ),
    ask=Text(
        en="Is this not a child of a spouse or partner whom the sponsor did not choose?",
        nl="Is dit geen kind van een echtgenoot of partner die de hoofdpersoon niet koos?",
    ),
)

is_married_or_registered: Final = one_of(
    "relation",
    MARRIED,
    BW10["31"],
    en="the person is married or registered",
    nl="de persoon is getrouwd of geregistreerd",
    unmet=Text(en="This person is not married or registered.", nl="Deze persoon is niet getrouwd of geregistreerd."),
)
