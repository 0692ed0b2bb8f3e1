"""Vw 2000 art. 29 lid 2-5 (old): one and the same nareis for refugees and subsidiary protection.

In force until 11 June 2026. No condition of income, housing, waiting time or civic integration. Until 27
March 2025 without lid 5 (the excuse for lateness); the excuse existed in practice, so the verdicts are the
same and only the citation differs.
"""

from __future__ import annotations

from datetime import date, timedelta

from reunify.facts import Relation
from reunify.logic import (
    MET,
    UNMET,
    Node,
    all_of,
    any_of,
    cited,
    condition,
    contested,
    named,
    not_,
    until_day,
    where,
)
from reunify.rules import procedure, shared
from reunify.rules.figures import CHANGE_DAY
from reunify.ruleset import Ground, RuleSet
from reunify.sources import (
    CR_GF_TY,
    NO_UPPER_AGE,
    PARTED_BY_WAR,
    RVS_ANALOGY,
    VB_OLD,
    VC_NAREIS,
    VW,
    VW_OLD,
    Mark,
)
from reunify.terms import last_day_under
from reunify.text import Text

# ---------------------------------------------------------------- lid 2 and 4: in time


@condition(
    source=VW_OLD["29.2"],
    en="the person applied for asylum here before the sponsor did",
    nl="de persoon vroeg hier eerder asiel aan dan de hoofdpersoon",
)
def asylum_before_sponsor(asylum_applied_on: date, sponsor_asylum_applied_on: date) -> bool:
    """Eerder ingereisd en asiel aangevraagd."""
    return asylum_applied_on < sponsor_asylum_applied_on


punctual = any_of(shared.within_three_months, shared.came_with_sponsor, asylum_before_sponsor)

while_sponsor_is_minor = where(
    shared.sponsor_is_refugee,
    then=shared.sponsor_still_minor,
    otherwise=contested(
        "no-term-while-minor",
        main=shared.sponsor_still_minor,
        other=UNMET,
        source=RVS_ANALOGY,
        en="that no term runs while the sponsor is a minor was ruled for refugees; for subsidiary protection it "
        "holds by analogy",
        nl="dat geen termijn loopt zolang de hoofdpersoon minderjarig is, is beslist voor vluchtelingen; voor "
        "subsidiaire bescherming geldt het naar analogie",
    ),
)


def _in_time(*ways: Node) -> Node:
    return any_of(
        *ways,
        id="in-time",
        source=VW_OLD["29.2"],
        en="travelled in with the sponsor, or entered or applied for within three months after the grant was made "
        "known (D2)",
        nl="samen met de hoofdpersoon ingereisd, of binnen drie maanden na de bekendmaking van de verlening (D2) "
        "binnengekomen of aangevraagd",
    )


in_time = _in_time(punctual, shared.excusable_delay_before)
in_time_for_parents = _in_time(punctual, while_sponsor_is_minor, shared.excusable_delay_before)

# ---------------------------------------------------------------- lid 2 a: spouse and minor child

married_before_entry = shared.family_at_entry(cited(shared.married_before_entry, VW_OLD["29.2.a"]), VW_OLD["29.2"])
child_at_entry = shared.family_at_entry(shared.child_on_entry, VW_OLD["29.2"])
family_at_entry = shared.family_at_entry(shared.family_on_entry, VW_OLD["29.2"])
special_ties = shared.no_special_ties

spouse = Ground(
    id="spouse",
    title=Text(en="spouse or registered partner", nl="echtgenoot of geregistreerd partner"),
    source=VW_OLD["29.2.a"],
    relations={Relation.SPOUSE, Relation.REGISTERED_PARTNER},
    conditions=[
        shared.marriage_valid,
        shared.marriage_recognised,
        married_before_entry,
        shared.real_family_life,
        shared.both_adults,
        shared.one_spouse,
        in_time,
        shared.special_ties_above_floor(special_ties),
    ],
    evidence=(procedure.IDENTITY, procedure.MARRIAGE, procedure.ALL_TOGETHER),
)

under_18 = shared.under_18(shared.child_under_18(punctual, shared.excusable_delay_before))

minor_child = Ground(
    id="minor-child",
    title=Text(
        en="biological, adopted, foster or step child under 18", nl="biologisch, adoptie-, pleeg- of stiefkind onder 18"
    ),
    source=VW_OLD["29.2.a"],
    relations={Relation.CHILD},
    who=under_18,
    conditions=[
        child_at_entry,
        shared.real_family_life_with_child,
        shared.not_independent,
        shared.consent,
        shared.foster_care,
        where(shared.is_step_child, then=shared.step_parent_comes),
        where(shared.is_own_child, then=shared.child_of_other_relation),
        in_time,
        shared.special_ties_above_floor(special_ties),
    ],
    evidence=(procedure.IDENTITY, procedure.DESCENT, procedure.CONSENT, procedure.CARE, procedure.ALL_TOGETHER),
)

# ---------------------------------------------------------------- lid 2 b: partner and adult child

relationship_before_entry = shared.family_at_entry(
    all_of(
        shared.partner_before_entry,
        where(
            all_of(shared.is_married_or_registered, shared.marriage_valid, shared.marriage_recognised),
            then=contested(
                "partner-who-married-later",
                main=shared.married_before_entry,
                other=shared.partner_before_entry,
                source=VC_NAREIS,
                en="a couple whose relationship began before the sponsor's entry and who married after it: whether "
                "they can still be admitted as partners is open",
                nl="een stel dat vóór de binnenkomst een relatie had en daarna trouwde: of zij nog als partners "
                "kunnen worden toegelaten, staat open",
            ),
        ),
        id="relationship-before-entry",
        source=VW_OLD["29.2.b"],
        mark=Mark.POLICY,
        en="the relationship existed before the sponsor's entry (D0)",
        nl="de relatie bestond vóór de binnenkomst van de hoofdpersoon (D0)",
    ),
    VW_OLD["29.2"],
)

partner = Ground(
    id="partner",
    title=Text(
        en="unmarried partner, or spouse whose marriage is not valid",
        nl="ongehuwde partner, of echtgenoot van wie het huwelijk niet geldig is",
    ),
    source=VW_OLD["29.2.b"],
    relations={Relation.PARTNER, Relation.SPOUSE, Relation.REGISTERED_PARTNER},
    conditions=[
        shared.durable_and_exclusive,
        relationship_before_entry,
        shared.real_family_life,
        shared.both_adults,
        shared.one_spouse,
        in_time,
        special_ties,
    ],
    evidence=(procedure.IDENTITY, procedure.RELATIONSHIP, procedure.ALL_TOGETHER),
)


@until_day(
    "sponsor_entered_on",
    source=VC_NAREIS,
    en="the child was under 26 on the sponsor's entry (D0)",
    nl="het kind was jonger dan 26 op de binnenkomst van de hoofdpersoon (D0)",
)
def under_26_on_entry(born_on: date) -> date:
    """Jongvolwassene: "about 25", a rule of thumb."""
    return last_day_under(born_on, 26)


young_adult_age = named(
    contested(
        "young-adult-age",
        main=under_26_on_entry,
        other=MET,
        source=NO_UPPER_AGE,
        en="older than about 25: the sources give no hard upper age",
        nl="ouder dan ongeveer 25: de bronnen geven geen harde leeftijdsgrens",
    ),
    id="young-adult-age",
    source=VC_NAREIS,
    en="the child was a young adult (about 18 to 25) on the sponsor's entry (D0)",
    nl="het kind was jongvolwassen (ongeveer 18 tot 25) op de binnenkomst van de hoofdpersoon (D0)",
)


@condition(
    source=VC_NAREIS,
    en="the child lived in the parents' household until the sponsor left and on D0",
    nl="het kind woonde in het gezin tot het vertrek van de hoofdpersoon en op D0",
)
def lived_in_household(lived_with_family: bool) -> bool:
    """Feitelijk deel van het gezin."""
    return lived_with_family


@condition(
    source=PARTED_BY_WAR,
    en="the child lived apart only because of flight or war",
    nl="het kind woonde alleen door vlucht of oorlog niet bij het gezin",
)
def apart_because_of_flight(apart_because_of_flight: bool) -> bool:
    """Gescheiden door vlucht of oorlog."""
    return apart_because_of_flight


in_household = any_of(
    lived_in_household,
    contested(
        "apart-because-of-flight",
        main=apart_because_of_flight,
        other=UNMET,
        source=PARTED_BY_WAR,
        en="a district court did not hold it against a young adult that war had parted the family; policy asks for "
        "having lived together",
        nl="een rechtbank wierp een jongvolwassene niet tegen dat oorlog het gezin scheidde; beleid vraagt samenwonen",
    ),
    id="in-household",
    source=VC_NAREIS,
    en="the child lived in the parents' household, or apart only because of flight or war",
    nl="het kind woonde in het gezin, of alleen door vlucht of oorlog niet",
)


@condition(
    id="no-own-family",
    source=VC_NAREIS,
    en="the child has not founded a family of his or her own",
    nl="het kind heeft geen eigen gezin gevormd",
)
def no_own_family(own_family: bool) -> bool:
    """Zelfstandig gezin; a family founded by force does not count."""
    return not own_family


@condition(
    id="more-than-normal-dependency",
    source=VW_OLD["29.2.b"],
    en="the child is more than normally dependent on the sponsor, medically or otherwise",
    nl="het kind is meer dan gebruikelijk afhankelijk van de hoofdpersoon, medisch of anders",
)
def more_than_normal_dependency(dependent: bool) -> bool:
    """Meer dan gebruikelijke afhankelijkheid."""
    return dependent


adult_child = Ground(
    id="adult-child",
    title=Text(en="young adult or dependent adult child", nl="jongvolwassen of afhankelijk meerderjarig kind"),
    source=VW_OLD["29.2.b"],
    relations={Relation.CHILD},
    who=not_(
        under_18,
        id="not-under-18",
        source=VW_OLD["29.2.b"],
        en="the child does not come under the rule for children under 18",
        nl="het kind valt niet onder de regel voor kinderen onder 18",
    ),
    conditions=[
        any_of(
            all_of(young_adult_age, in_household, shared.not_self_supporting, no_own_family),
            more_than_normal_dependency,
        ),
        child_at_entry,
        shared.real_family_life_with_child,
        where(shared.is_step_child, then=shared.step_parent_comes),
        where(shared.is_own_child, then=shared.child_of_other_relation),
        in_time,
        special_ties,
    ],
    evidence=(procedure.IDENTITY, procedure.DESCENT, procedure.DEPENDENCY, procedure.ALL_TOGETHER),
)

# ---------------------------------------------------------------- lid 2 c: parents of an unaccompanied minor

parent = Ground(
    id="parent",
    title=Text(en="parent of an unaccompanied minor", nl="ouder van een alleenstaande minderjarige"),
    source=VW_OLD["29.2.c"],
    relations={Relation.PARENT},
    conditions=[
        named(
            shared.is_own_parent,
            id="listed",
            source=VW_OLD["29.2.c"],
            en="the person is a biological or adoptive parent",
            nl="de persoon is een biologische of adoptieouder",
        ),
        cited(shared.sponsor_uam, VW_OLD["29.2.c"], mark=Mark.CASE_LAW),
        family_at_entry,
        shared.real_family_life_with_child,
        named(
            shared.did_not_bring_and_leave,
            id="not-brought-and-left",
            source=VC_NAREIS,
            en="the parent did not bring the minor here and leave",
            nl="de ouder bracht de minderjarige niet zelf hierheen om weer te vertrekken",
        ),
        in_time_for_parents,
        shared.special_ties_above_floor(special_ties),
    ],
    evidence=(procedure.IDENTITY, procedure.DESCENT, procedure.MINORITY, procedure.ALL_TOGETHER),
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
    who=shared.wholly_dependent,
    conditions=[
        named(
            contested(
                "dependent-sibling",
                main=MET,
                other=UNMET,
                source=CR_GF_TY,
                en="C-560/20 asks for the sister's admission so that the parents can come; the national text has no "
                "such ground",
                nl="C-560/20 vraagt toelating van de zus zodat de ouders kunnen komen; de nationale tekst kent die "
                "grond niet",
            ),
            id="listed",
            source=CR_GF_TY,
            en="such a brother or sister is admitted together with the parents",
            nl="zo'n broer of zus wordt samen met de ouders toegelaten",
        ),
        shared.sponsor_uam,
        shared.with_parent(CR_GF_TY),
        family_at_entry,
        shared.real_family_life,
        in_time_for_parents,
        special_ties,
    ],
    evidence=(procedure.IDENTITY, procedure.DESCENT, procedure.DEPENDENCY, procedure.ALL_TOGETHER),
)

# ---------------------------------------------------------------- nobody else


@condition(
    id="listed",
    source=VW_OLD["29.2"],
    en="the relation is one that opens nareis",
    nl="de relatie is er een die nareis opent",
)
def relation_listed(relation: Relation) -> bool:
    """No other siblings, grandparents, grandchildren or other relatives."""
    return relation in (
        Relation.SPOUSE,
        Relation.REGISTERED_PARTNER,
        Relation.PARTNER,
        Relation.CHILD,
        Relation.PARENT,
    )


PLACES = {
    VW["29c.1"]: VW_OLD["29.2"],
    VW["29c.1.b"]: VW_OLD["29.2.a"],
    VW["29c.1.c"]: VW_OLD["29.2.c"],
    VW["31.4"]: VW_OLD["31.8"],
    VW["2r"]: VW_OLD["2r"],
    VW["29"]: VW_OLD["29"],
    VW["69"]: VW_OLD["69"],
}
"""Where the old law has what is shared with the new one."""

SINGLE_STATUS = RuleSet(
    id="single-status",
    title=Text(
        en="before 12 June 2026: one asylum status (Vw 2000 art. 29, old)",
        nl="vóór 12 juni 2026: één asielstatus (Vw 2000 art. 29, oud)",
    ),
    short=Text(en="until 11 June 2026", nl="t/m 11 juni 2026"),
    sources=(VW_OLD["29"],),
    until=CHANGE_DAY - timedelta(days=1),
    general=[
        shared.own_status,
        shared.bond_not_broken,
        shared.genuine_tie,
        cited(shared.not_1f, VB_OLD["3.107"]),
        shared.no_danger_to_public_order,
    ],
    grounds=(spouse, minor_child, partner, adult_child, parent, dependent_sibling),
    unlisted=relation_listed,
    notes=(*procedure.remarks, *procedure.routes, *procedure.permit_single_status),
    milestones=procedure.milestones,
).resting_on(PLACES)
