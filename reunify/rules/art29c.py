"""Vw 2000 art. 29c: the closed list of family members who may follow, and the term of three months for a refugee's.

Lid 1 a: the adult spouse; b: the minor child; c: parents of an unaccompanied minor; d: their other minor
children. Lid 2: the lateness that is excused. Art. 29d sends subsidiary protection to the same list.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from reunify.facts import Relation
from reunify.logic import MET, UNMET, Node, Remedy, all_of, any_of, condition, equals, one_of, until_day, where, yes
from reunify.rules import age, art29d, child, kin, marriage, points, procedure, refusal, sponsor, term, tie
from reunify.rules.figures import MAJORITY, TERM
from reunify.ruleset import Ground
from reunify.sources import CR_GF_TY, EU_DIRECTIVE, IND_NEW_RULES, VC_NAREIS, VW, Mark
from reunify.terms import last_day_under
from reunify.text import Text

# ---------------------------------------------------------------- art. 29c lid 1 and 2: in time (refugees)

punctual: Final = term.within_term
"""Travelling in together is now a matter for art. 29b."""


def _in_time(*ways: Node) -> Node:
    return any_of(
        *ways,
        id="in-time",
        source=VW["29c.1"],
        figures=(TERM,),
        en="in time: entered or applied for within {term} after the grant was made known (D2), or counted as in time",
        nl="op tijd: binnengekomen of aangevraagd binnen {term} na de bekendmaking van de verlening (D2), of het telt "
        "als op tijd",
        unmet=Text(
            en="Too late: no application within {term} after the grant was made known (D2), and nothing makes it count as in time.",
            nl="Te laat: geen aanvraag binnen {term} na de bekendmaking van de verlening (D2), en niets maakt dat zij als op tijd telt.",
        ),
        ask=Text(
            en="Was the application made within {term} after the grant was made known (D2), or is there a good reason why it was late?",
            nl="Is de aanvraag binnen {term} na de bekendmaking van de verlening (D2) gedaan, of is er een goede reden dat zij te laat was?",
        ),
    )


# Art. 29d does not repeat the three months: who has subsidiary protection has no term to exceed.
no_term: Final = MET

in_time: Final = where(
    sponsor.is_refugee,
    then=_in_time(punctual, term.excusable_delay_since),
    otherwise=no_term,
)

in_time_for_parents: Final = where(
    sponsor.is_refugee,
    then=_in_time(punctual, age.sponsor_still_minor, term.excusable_delay_since),
    otherwise=no_term,
)

in_time_for_siblings: Final = where(
    sponsor.is_refugee,
    then=_in_time(
        punctual,
        age.sponsor_still_minor.or_read(points.SIBLING_SHARES_PARENTS_TERM, UNMET),
        term.excusable_delay_since,
    ),
    otherwise=no_term,
)

special_ties: Final = refusal.no_special_ties.cited(VW["31.4"])

special_ties_above_floor: Final = refusal.special_ties_above_floor(special_ties)

# ---------------------------------------------------------------- art. 29c lid 1 a: the adult spouse

is_spouse: Final = equals(
    "relation",
    Relation.SPOUSE,
    VW["29c.1.a"],
    en="the person is the sponsor's spouse",
    nl="de persoon is de echtgenoot van de hoofdpersoon",
    unmet=Text(
        en="This person is not the sponsor's spouse.", nl="Deze persoon is niet de echtgenoot van de hoofdpersoon."
    ),
)

spouse_adult: Final = age.adult_on_decision.or_read(points.SPOUSE_ADULT_DAY, age.adult_on_application).named(
    "spouse-adult",
    VW["29c.1.a"],
    en="the spouse is an adult",
    nl="de echtgenoot is meerderjarig",
    unmet=Text(en="The spouse is not an adult.", nl="De echtgenoot is niet meerderjarig."),
    ask=Text(en="Is the spouse an adult?", nl="Is de echtgenoot meerderjarig?"),
)

one_spouse: Final = (
    all_of(marriage.no_other_chosen, marriage.no_other_partner_here)
    .or_read(points.ONE_SPOUSE, where(sponsor.is_refugee, then=marriage.no_other_partner_here))
    .named(
        "one-spouse",
        VC_NAREIS,
        mark=Mark.INFERRED,
        en="no other spouse comes first (in a polygamous family only one can come)",
        nl="er gaat geen andere echtgenoot voor (bij polygamie kan er maar één komen)",
        unmet=Text(
            en="Another spouse comes first; in a polygamous family only one can come.",
            nl="Een andere echtgenoot gaat voor; bij polygamie kan er maar één komen.",
        ),
        ask=Text(en="Is there another spouse who comes first?", nl="Is er een andere echtgenoot die voorgaat?"),
    )
)

spouse: Final = Ground(
    id="spouse",
    title=Text(en="adult spouse", nl="meerderjarige echtgenoot"),
    source=VW["29c.1.a"],
    relations={Relation.SPOUSE, Relation.REGISTERED_PARTNER},
    conditions=[
        is_spouse.or_read(points.REGISTERED_PARTNER, MET).named(
            "listed",
            VW["29c.1.a"],
            en="the person is on the closed list as a spouse",
            nl="de persoon staat op de gesloten lijst als echtgenoot",
            unmet=Text(
                en="The law names who may come. This person is not on that closed list as a spouse.",
                nl="De wet noemt wie mag komen (gesloten lijst), zoals echtgenoten. Deze persoon hoort daar niet bij.",
            ),
            ask=Text(
                en="Is this person the sponsor's spouse?", nl="Is deze persoon de echtgenoot van de hoofdpersoon?"
            ),
        ),
        marriage.valid,
        marriage.recognised,
        tie.family_at_entry(tie.married_before_entry, VW["29c.1"]),
        tie.real_family_life,
        spouse_adult,
        one_spouse,
        in_time,
        art29d.subsidiary_conditions,
        special_ties_above_floor,
    ],
    evidence=(procedure.IDENTITY, procedure.MARRIAGE, procedure.ALL_TOGETHER),
)

# ---------------------------------------------------------------- art. 29c lid 1 b: the minor child

under_18: Final = child.under_18(
    where(
        sponsor.is_refugee,
        then=child.under_18_in_time(punctual, term.excusable_delay_since),
        otherwise=art29d.child_under_18_for_subsidiary,
    )
)

child_listed: Final = all_of(
    where(
        kin.is_step_child,
        then=kin.is_own_child.or_read(points.STEP_CHILD, child.step_parent_comes),
        otherwise=where(
            kin.is_child_by_law_only,
            then=MET.or_read(points.CHILD_BY_LAW_ONLY, UNMET),
            otherwise=kin.is_own_child,
        ),
    ),
    under_18,
).named(
    "listed",
    VW["29c.1.b"],
    figures=(MAJORITY,),
    en="the person is on the closed list as a biological or adopted child under {majority}",
    nl="de persoon staat op de gesloten lijst als biologisch of geadopteerd kind onder {majority}",
    unmet=Text(
        en="The law names who may come. This person is not on that closed list as a biological or adopted child under {majority}.",
        nl="De wet noemt wie mag komen (gesloten lijst), zoals biologische en geadopteerde kinderen onder {majority}. Deze persoon "
        "hoort daar niet bij.",
    ),
    ask=Text(
        en="Is this person a biological or adopted child under {majority}?",
        nl="Is deze persoon een biologisch of geadopteerd kind onder {majority}?",
    ),
)

marriage_does_not_count: Final = MET.or_read(points.MARRIED_MINOR, child.is_unmarried).named(
    "unmarried",
    EU_DIRECTIVE["4.1.d"],
    mark=Mark.INFERRED,
    en="if a minor is married, that does not count against him or her",
    nl="als een minderjarige getrouwd is, telt dat niet tegen hem of haar",
    unmet=Text(
        en="This person is a minor who is married, and that counts.",
        nl="Deze persoon is minderjarig en getrouwd, en dat telt.",
    ),
    ask=Text(en="Is this person, a minor, unmarried?", nl="Is deze minderjarige ongehuwd?"),
)

minor_child: Final = Ground(
    id="minor-child",
    title=Text.of(
        MAJORITY,
        en="biological or adopted child under {majority}",
        nl="biologisch of geadopteerd kind onder {majority}",
    ),
    source=VW["29c.1.b"],
    relations={Relation.CHILD},
    conditions=[
        child_listed,
        tie.family_at_entry(tie.kin_on_entry, VW["29c.1"]),
        tie.real_family_life_with_child,
        child.not_independent.cited(VC_NAREIS, mark=Mark.INFERRED),
        child.consent.cited(VC_NAREIS, mark=Mark.INFERRED),
        marriage_does_not_count,
        where(kin.is_own_child, then=marriage.child_of_other_relation),
        in_time,
        art29d.subsidiary_conditions,
        special_ties_above_floor,
    ],
    evidence=(procedure.IDENTITY, procedure.DESCENT, procedure.CONSENT, procedure.ALL_TOGETHER),
)

# ---------------------------------------------------------------- art. 29c lid 1 c: parents of a UAM

parent: Final = Ground(
    id="parent",
    title=Text(en="parent of an unaccompanied minor", nl="ouder van een alleenstaande minderjarige"),
    source=VW["29c.1.c"],
    relations={Relation.PARENT},
    conditions=[
        kin.is_own_parent.named(
            "listed",
            VW["29c.1.c"],
            en="the person is on the closed list as a parent",
            nl="de persoon staat op de gesloten lijst als ouder",
            unmet=Text(
                en="The law names who may come. This person is not on that closed list as a parent.",
                nl="De wet noemt wie mag komen (gesloten lijst), zoals ouders van een alleenstaande minderjarige. Deze persoon hoort "
                "daar niet bij.",
            ),
            ask=Text(
                en="Is this person the sponsor's parent by birth, by law or by a recognised adoption?",
                nl="Is deze persoon ouder van de hoofdpersoon door geboorte, volgens de wet of door een erkende adoptie?",
            ),
        ),
        sponsor.was_uam.cited(VW["29c.1.c"], mark=Mark.CASE_LAW),
        tie.family_at_entry(tie.family_on_entry, VW["29c.1"]),
        tie.real_family_life_with_child,
        MET.or_read(points.BROUGHT_AND_LEFT, kin.did_not_bring_and_leave).named(
            "not-brought-and-left",
            VC_NAREIS,
            mark=Mark.INFERRED,
            en="if the parent brought the minor here and left, that does not count",
            nl="als de ouder de minderjarige bracht en vertrok, telt dat niet",
            unmet=Text(
                en="The parent brought the minor here and left, and that counts.",
                nl="De ouder bracht de minderjarige hierheen en vertrok, en dat telt.",
            ),
            ask=Text(
                en="Did the parent not bring the minor here and leave?",
                nl="Heeft de ouder de minderjarige niet zelf hierheen gebracht om weer te vertrekken?",
            ),
        ),
        in_time_for_parents,
        art29d.subsidiary_conditions,
        special_ties_above_floor,
    ],
    evidence=(procedure.IDENTITY, procedure.DESCENT, procedure.MINORITY, procedure.ALL_TOGETHER),
)

# ---------------------------------------------------------------- art. 29c lid 1 d: minor siblings of a UAM

sibling_listed: Final = kin.is_brother_or_sister.named(
    "listed",
    VW["29c.1.d"],
    en="the person is on the closed list as a brother or sister",
    nl="de persoon staat op de gesloten lijst als broer of zus",
    unmet=Text(
        en="The law names who may come. This person is not on that closed list as a brother or sister.",
        nl="De wet noemt wie mag komen (gesloten lijst), zoals sommige broers en zussen. Deze persoon hoort daar niet bij.",
    ),
    ask=Text(
        en="Is this person the sponsor's brother or sister, not by step or foster family only?",
        nl="Is deze persoon een broer of zus van de hoofdpersoon, en niet alleen een stief- of pleegbroer of -zus?",
    ),
)


@condition(
    source=VW["29c.1.d"],
    en="the application was made on the same day as the parent's",
    nl="de aanvraag is op dezelfde dag gedaan als die van de ouder",
    unmet=Text(
        en="The application was not made on the same day as the parent's.",
        nl="De aanvraag is niet op dezelfde dag gedaan als die van de ouder.",
    ),
)
def applied_on_same_day(applied_on: date, with_parent_applied_on: date) -> bool:
    return applied_on == with_parent_applied_on


@condition(
    source=VW["29c.1.d"],
    en="the parent was not granted an mvv earlier",
    nl="de ouder kreeg niet eerder een mvv",
    unmet=Text(en="The parent was granted an mvv earlier.", nl="De ouder kreeg eerder een mvv."),
)
def parent_not_granted_earlier(mvv_granted_on: date, with_parent_mvv_granted_on: date) -> bool:
    return mvv_granted_on <= with_parent_mvv_granted_on


@condition(
    source=VW["29c.1.d"],
    en="the parent did not come earlier",
    nl="de ouder kwam niet eerder",
    unmet=Text(en="The parent came earlier.", nl="De ouder kwam eerder."),
)
def parent_not_come_earlier(entered_on: date, with_parent_entered_on: date) -> bool:
    return entered_on <= with_parent_entered_on


same_time: Final = applied_on_same_day.or_read(
    points.SAME_TIME,
    where(applied_on_same_day, all_of(parent_not_granted_earlier, parent_not_come_earlier), otherwise=MET),
).named(
    "same-time",
    VW["29c.1.d"],
    remedy=Remedy.ACTION,
    advice=kin.APPLY_TOGETHER,
    en="the application was made at the same time as the parent's",
    nl="de aanvraag is gelijktijdig met die van de ouder gedaan",
    unmet=Text(
        en="The application was not made at the same time as the parent's.",
        nl="De aanvraag is niet tegelijk met die van de ouder gedaan.",
    ),
    ask=Text(
        en="Was the application made at the same time as the parent's?",
        nl="Is de aanvraag tegelijk met die van de ouder gedaan?",
    ),
)

# Ten laste van de ouder; not the same as more than normal dependency.
dependent_on_parent: Final = yes(
    "at_parents_charge",
    VW["29c.1.d"],
    id="dependent-on-parent",
    en="the brother or sister is at that parent's charge: lives on that parent's care and means",
    nl="de broer of zus leeft van de zorg en het geld van die ouder (komt ten laste van die ouder)",
    unmet=Text(
        en="The brother or sister is not at that parent's charge: does not live on that parent's care and means.",
        nl="De broer of zus leeft niet van de zorg en het geld van die ouder (komt niet ten laste van die ouder).",
    ),
    ask=Text(
        en="Does the brother or sister live on that parent's care and means (at that parent's charge)?",
        nl="Leeft de broer of zus van de zorg en het geld van die ouder (komt hij of zij ten laste van die ouder)?",
    ),
)


@until_day(
    "sponsor_entered_on",
    source=IND_NEW_RULES,
    en="the brother or sister was under {majority} on the day of the sponsor's entry (D0)",
    nl="de broer of zus was jonger dan {majority} op de dag van binnenkomst van de hoofdpersoon (D0)",
    unmet=Text(
        en="The brother or sister was {majority} or over on the day of the sponsor's entry (D0).",
        nl="De broer of zus was {majority} of ouder op de dag van binnenkomst van de hoofdpersoon (D0).",
    ),
)
def sibling_under_18_on_entry(born_on: date, majority: int = MAJORITY) -> date:
    """The reading of the IND."""
    return last_day_under(born_on, majority)


sibling_under_18: Final = (
    sibling_under_18_on_entry.or_read(points.SIBLING_AGE_ON_APPLICATION, age.under_18_on_d3.cited(VW["29c.1.d"]))
    .or_read(points.SIBLING_AGE_ON_DECISION, age.under_18_on_d4.cited(VW["29c.1.d"]))
    .named(
        "sibling-under-18",
        (VW["29c.1.d"], IND_NEW_RULES),
        mark=Mark.POLICY,
        figures=(MAJORITY,),
        en="the brother or sister is under {majority} on the day that counts",
        nl="de broer of zus is jonger dan {majority} op de dag die telt",
        unmet=Text(
            en="The brother or sister is {majority} or over on the day that counts.",
            nl="De broer of zus is {majority} of ouder op de dag die telt.",
        ),
        ask=Text(
            en="Is the brother or sister under {majority} on the day that counts?",
            nl="Is de broer of zus jonger dan {majority} op de dag die telt?",
        ),
    )
)

sibling: Final = Ground(
    id="sibling",
    title=Text(
        en="minor brother or sister of an unaccompanied minor, with a parent",
        nl="minderjarige broer of zus van een alleenstaande minderjarige, met een ouder",
    ),
    source=VW["29c.1.d"],
    relations={Relation.SIBLING},
    conditions=[
        sibling_listed,
        sponsor.was_uam.cited(VW["29c.1.d"], mark=Mark.CASE_LAW),
        sibling_under_18,
        kin.with_parent(VW["29c.1.d"]),
        same_time,
        dependent_on_parent,
        marriage_does_not_count,
        tie.family_at_entry(tie.kin_on_entry, VW["29c.1"]),
        tie.real_family_life,
        in_time_for_siblings,
        art29d.subsidiary_conditions,
        special_ties,
    ],
    evidence=(procedure.IDENTITY, procedure.DESCENT, procedure.DEPENDENCY, procedure.ALL_TOGETHER),
)

# ---------------------------------------------------------------- C-560/20: the dependent adult sibling

dependent_sibling: Final = Ground(
    id="dependent-sibling",
    title=Text(
        en="adult brother or sister wholly dependent on the parents",
        nl="volwassen broer of zus die volledig van de ouders afhankelijk is",
    ),
    source=CR_GF_TY,
    relations={Relation.SIBLING},
    who=kin.wholly_dependent,
    conditions=[
        where(
            sponsor.is_refugee,
            then=kin.is_brother_or_sister.or_read(points.DEPENDENT_SIBLING, UNMET),
            otherwise=UNMET.or_read(points.DEPENDENT_SIBLING_OF_SUBSIDIARY, kin.is_brother_or_sister),
        ).named(
            "listed",
            CR_GF_TY,
            en="such a brother or sister of a refugee is admitted together with the parents",
            nl="zo'n broer of zus van een vluchteling wordt samen met de ouders toegelaten",
            unmet=Text(
                en="This person is not admitted together with the parents as such a brother or sister of a refugee.",
                nl="Deze persoon wordt niet als zo'n broer of zus van een vluchteling samen met de ouders toegelaten.",
            ),
            ask=Text(
                en="Is such a brother or sister admitted together with the parents?",
                nl="Wordt zo'n broer of zus samen met de ouders toegelaten?",
            ),
        ),
        sponsor.was_uam,
        kin.with_parent(CR_GF_TY),
        tie.family_at_entry(tie.family_on_entry, VW["29c.1"]),
        tie.real_family_life,
        in_time_for_siblings,
        art29d.subsidiary_conditions,
        special_ties,
    ],
    evidence=(procedure.IDENTITY, procedure.DESCENT, procedure.DEPENDENCY, procedure.ALL_TOGETHER),
)

# ---------------------------------------------------------------- nobody else

# No unmarried partners, grandparents, grandchildren or other relatives.
relation_listed: Final = one_of(
    "relation",
    (Relation.SPOUSE, Relation.CHILD, Relation.PARENT, Relation.SIBLING),
    VW["29c.1"],
    id="listed",
    en="the person is on the closed list of art. 29c",
    nl="de persoon staat op de gesloten lijst van art. 29c",
    unmet=Text(
        en="The law names who may come (art. 29c). This relation is not on that closed list.",
        nl="De wet noemt wie mag komen (art. 29c). Deze relatie staat niet op die gesloten lijst.",
    ),
    ask=Text(
        en="Is this relation on the closed list of art. 29c?",
        nl="Staat deze relatie op de gesloten lijst van art. 29c?",
    ),
)
