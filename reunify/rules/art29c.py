"""Vw 2000 art. 29c: the closed list of family members who may follow, and the term of three months for a refugee's.

Lid 1 a: the adult spouse; b: the minor child; c: parents of an unaccompanied minor; d: their other minor
children. Lid 2: the lateness that is excused. Art. 29d sends subsidiary protection to the same list.
"""

from __future__ import annotations

from datetime import date

from reunify.facts import Relation
from reunify.logic import MET, UNMET, Node, Remedy, all_of, any_of, condition, equals, one_of, until_day, where, yes
from reunify.rules import age, art29d, child, kin, marriage, points, procedure, refusal, sponsor, term, tie
from reunify.rules.figures import MAJORITY, TERM
from reunify.ruleset import Ground
from reunify.sources import CR_GF_TY, EU_DIRECTIVE, IND_NEW_RULES, VC_NAREIS, VW, Mark
from reunify.terms import last_day_under
from reunify.text import Text

# ---------------------------------------------------------------- art. 29c lid 1 and 2: in time (refugees)

punctual = term.within_term
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
    )


# Art. 29d does not repeat the three months: who has subsidiary protection has no term to exceed.
no_term = MET

in_time = where(
    sponsor.is_refugee,
    then=_in_time(punctual, term.excusable_delay_since),
    otherwise=no_term,
)

in_time_for_parents = where(
    sponsor.is_refugee,
    then=_in_time(punctual, age.sponsor_still_minor, term.excusable_delay_since),
    otherwise=no_term,
)

in_time_for_siblings = where(
    sponsor.is_refugee,
    then=_in_time(
        punctual,
        age.sponsor_still_minor.or_read(points.SIBLING_SHARES_PARENTS_TERM, UNMET),
        term.excusable_delay_since,
    ),
    otherwise=no_term,
)

special_ties = refusal.no_special_ties.cited(VW["31.4"])

special_ties_above_floor = refusal.special_ties_above_floor(special_ties)

# ---------------------------------------------------------------- art. 29c lid 1 a: the adult spouse

is_spouse = equals(
    "relation",
    Relation.SPOUSE,
    VW["29c.1.a"],
    en="the person is the sponsor's spouse",
    nl="de persoon is de echtgenoot van de hoofdpersoon",
)

spouse_adult = age.adult_on_decision.or_read(points.SPOUSE_ADULT_DAY, age.adult_on_application).named(
    "spouse-adult", VW["29c.1.a"], en="the spouse is an adult", nl="de echtgenoot is meerderjarig"
)

one_spouse = (
    all_of(marriage.no_other_chosen, marriage.no_other_partner_here)
    .or_read(points.ONE_SPOUSE, where(sponsor.is_refugee, then=marriage.no_other_partner_here))
    .named(
        "one-spouse",
        VC_NAREIS,
        mark=Mark.INFERRED,
        en="no other spouse comes first (in a polygamous family only one can come)",
        nl="er gaat geen andere echtgenoot voor (bij polygamie kan er maar één komen)",
    )
)

spouse = Ground(
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

under_18 = child.under_18(
    where(
        sponsor.is_refugee,
        then=child.under_18_in_time(punctual, term.excusable_delay_since),
        otherwise=art29d.child_under_18_for_subsidiary,
    )
)

child_listed = all_of(
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
)

marriage_does_not_count = MET.or_read(points.MARRIED_MINOR, child.is_unmarried).named(
    "unmarried",
    EU_DIRECTIVE["4.1.d"],
    mark=Mark.INFERRED,
    en="if a minor is married, that does not count against him or her",
    nl="als een minderjarige getrouwd is, telt dat niet tegen hem of haar",
)

minor_child = Ground(
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

parent = Ground(
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
        ),
        in_time_for_parents,
        art29d.subsidiary_conditions,
        special_ties_above_floor,
    ],
    evidence=(procedure.IDENTITY, procedure.DESCENT, procedure.MINORITY, procedure.ALL_TOGETHER),
)

# ---------------------------------------------------------------- art. 29c lid 1 d: minor siblings of a UAM

sibling_listed = kin.is_brother_or_sister.named(
    "listed",
    VW["29c.1.d"],
    en="the person is on the closed list as a brother or sister",
    nl="de persoon staat op de gesloten lijst als broer of zus",
)


@condition(
    source=VW["29c.1.d"],
    en="the application was made on the same day as the parent's",
    nl="de aanvraag is op dezelfde dag gedaan als die van de ouder",
)
def applied_on_same_day(applied_on: date, with_parent_applied_on: date) -> bool:
    """Gelijktijdig."""
    return applied_on == with_parent_applied_on


@condition(
    source=VW["29c.1.d"],
    en="the parent was not granted an mvv earlier",
    nl="de ouder kreeg niet eerder een mvv",
)
def parent_not_granted_earlier(mvv_granted_on: date, with_parent_mvv_granted_on: date) -> bool:
    """Niet eerder toestemming."""
    return mvv_granted_on <= with_parent_mvv_granted_on


@condition(
    source=VW["29c.1.d"],
    en="the parent did not come earlier",
    nl="de ouder kwam niet eerder",
)
def parent_not_come_earlier(entered_on: date, with_parent_entered_on: date) -> bool:
    """Niet eerder gekomen."""
    return entered_on <= with_parent_entered_on


same_time = applied_on_same_day.or_read(
    points.SAME_TIME,
    where(applied_on_same_day, all_of(parent_not_granted_earlier, parent_not_come_earlier), otherwise=MET),
).named(
    "same-time",
    VW["29c.1.d"],
    remedy=Remedy.ACTION,
    advice=kin.APPLY_TOGETHER,
    en="the application was made at the same time as the parent's",
    nl="de aanvraag is gelijktijdig met die van de ouder gedaan",
)

# Ten laste van de ouder; not the same as more than normal dependency.
dependent_on_parent = yes(
    "at_parents_charge",
    VW["29c.1.d"],
    id="dependent-on-parent",
    en="the brother or sister is at that parent's charge: lives on that parent's care and means",
    nl="de broer of zus komt ten laste van die ouder: leeft van de zorg en de middelen van die ouder",
)


@until_day(
    "sponsor_entered_on",
    source=IND_NEW_RULES,
    en="the brother or sister was under {majority} on the day of the sponsor's entry (D0)",
    nl="de broer of zus was jonger dan {majority} op de dag van binnenkomst van de hoofdpersoon (D0)",
)
def sibling_under_18_on_entry(born_on: date, majority: int = MAJORITY) -> date:
    """The reading of the IND."""
    return last_day_under(born_on, majority)


sibling_under_18 = (
    sibling_under_18_on_entry.or_read(points.SIBLING_AGE_ON_APPLICATION, age.under_18_on_d3.cited(VW["29c.1.d"]))
    .or_read(points.SIBLING_AGE_ON_DECISION, age.under_18_on_d4.cited(VW["29c.1.d"]))
    .named(
        "sibling-under-18",
        (VW["29c.1.d"], IND_NEW_RULES),
        mark=Mark.POLICY,
        figures=(MAJORITY,),
        en="the brother or sister is under {majority} on the day that counts",
        nl="de broer of zus is jonger dan {majority} op de dag die telt",
    )
)

sibling = Ground(
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

dependent_sibling = Ground(
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
relation_listed = one_of(
    "relation",
    (Relation.SPOUSE, Relation.CHILD, Relation.PARENT, Relation.SIBLING),
    VW["29c.1"],
    id="listed",
    en="the person is on the closed list of art. 29c",
    nl="de persoon staat op de gesloten lijst van art. 29c",
)
