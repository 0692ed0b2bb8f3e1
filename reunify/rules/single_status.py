"""Vw 2000 art. 29 lid 2-5 (old): one and the same nareis for refugees and subsidiary protection.

In force until 11 June 2026. No condition of income, housing, waiting time or civic integration. Until 27
March 2025 without lid 5 (the excuse for lateness); the excuse existed in practice, so the verdicts are the
same and only the citation differs.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from reunify.facts import COUPLE, MARRIED, Relation
from reunify.logic import MET, UNMET, Node, all_of, any_of, condition, no, not_, one_of, until_day, where, yes
from reunify.rules import age, change_day, child, kin, marriage, points, procedure, refusal, sponsor, term, tie
from reunify.rules.figures import (
    CHANGE_DAY,
    FIRST_DAY_HERE,
    LAST_OLD_VERSION,
    MAJORITY,
    TERM,
    YOUNG_ADULT,
    YOUNG_ADULTS_RESTORED,
)
from reunify.ruleset import Ground, Note, RuleSet, StandIn
from reunify.sources import CR_GF_TY, PARTED_BY_WAR, RVS_HOUSING, VB, VB_OLD, VC_NAREIS, VW, VW_OLD, Mark
from reunify.terms import last_day_under
from reunify.text import Text

# ---------------------------------------------------------------- lid 2 and 4: in time


@condition(
    source=VW_OLD["29.2"],
    en="the person applied for asylum here before the sponsor did",
    nl="de persoon vroeg hier eerder asiel aan dan de hoofdpersoon",
    unmet=Text(
        en="This person did not apply for asylum here before the sponsor did.",
        nl="Deze persoon vroeg hier niet eerder asiel aan dan de hoofdpersoon.",
    ),
)
def asylum_before_sponsor(asylum_applied_on: date, sponsor_asylum_applied_on: date) -> bool:
    return asylum_applied_on < sponsor_asylum_applied_on


punctual: Final = any_of(term.within_term, tie.came_with_sponsor, asylum_before_sponsor)

while_sponsor_is_minor: Final = where(
    sponsor.is_refugee,
    then=age.sponsor_still_minor,
    otherwise=age.sponsor_still_minor.or_read(points.NO_TERM_WHILE_MINOR, UNMET),
)


def _in_time(*ways: Node) -> Node:
    return any_of(
        *ways,
        id="in-time",
        source=VW_OLD["29.2"],
        figures=(TERM,),
        en="in time: travelled in with the sponsor, asked for asylum here before the sponsor did, entered or applied for "
        "within {term} after the grant was made known (D2), or counted as in time",
        nl="op tijd: samen met de hoofdpersoon ingereisd, hier eerder asiel aangevraagd dan de hoofdpersoon, binnengekomen of "
        "aangevraagd binnen {term} na de bekendmaking van de verlening (D2), of het telt als op tijd",
        unmet=Text(
            en="Too late: no application within {term} after the grant was made known (D2), and nothing makes it count as in time.",
            nl="Te laat: geen aanvraag binnen {term} na de bekendmaking van de verlening (D2), en niets maakt dat zij als op tijd telt.",
        ),
        ask=Text(
            en="Was the application made within {term} after the grant was made known (D2), did this person travel in with the sponsor, or is there a good reason why it was late?",
            nl="Is de aanvraag binnen {term} na de bekendmaking van de verlening (D2) gedaan, reisde deze persoon samen met de hoofdpersoon in, of is er een goede reden dat het te laat was?",
        ),
    )


in_time: Final = _in_time(punctual, term.excusable_delay_before)

in_time_for_parents: Final = _in_time(punctual, while_sponsor_is_minor, term.excusable_delay_before)

# ---------------------------------------------------------------- lid 2 a: spouse and minor child

married_before_entry: Final = tie.family_at_entry(tie.married_before_entry.cited(VW_OLD["29.2.a"]), VW_OLD["29.2"])

child_at_entry: Final = tie.family_at_entry(tie.kin_on_entry, VW_OLD["29.2"])

family_at_entry: Final = tie.family_at_entry(tie.family_on_entry, VW_OLD["29.2"])

special_ties: Final = refusal.no_special_ties

spouse: Final = Ground(
    id="spouse",
    title=Text(en="spouse or registered partner", nl="echtgenoot of geregistreerd partner"),
    source=VW_OLD["29.2.a"],
    relations={Relation.SPOUSE, Relation.REGISTERED_PARTNER},
    conditions=[
        marriage.valid,
        marriage.recognised,
        married_before_entry,
        tie.real_family_life,
        marriage.both_adults,
        marriage.one_spouse,
        in_time,
        refusal.special_ties_above_floor(special_ties),
    ],
    evidence=(procedure.IDENTITY, procedure.MARRIAGE, procedure.ALL_TOGETHER),
)

under_18: Final = child.under_18(child.under_18_in_time(punctual, term.excusable_delay_before))

minor_child: Final = Ground(
    id="minor-child",
    title=Text.of(
        MAJORITY,
        en="biological, adopted, foster or step child under {majority}",
        nl="biologisch, adoptie-, pleeg- of stiefkind onder {majority}",
    ),
    source=VW_OLD["29.2.a"],
    relations={Relation.CHILD},
    who=under_18,
    conditions=[
        child_at_entry,
        tie.real_family_life_with_child,
        child.not_independent,
        child.consent,
        child.foster_care,
        where(kin.is_step_child, then=child.step_parent_comes),
        where(kin.is_own_child, then=marriage.child_of_other_relation),
        in_time,
        refusal.special_ties_above_floor(special_ties),
    ],
    evidence=(procedure.IDENTITY, procedure.DESCENT, procedure.CONSENT, procedure.CARE, procedure.ALL_TOGETHER),
)

# ---------------------------------------------------------------- lid 2 b: partner and adult child

relationship_before_entry: Final = tie.family_at_entry(
    all_of(
        tie.partner_before_entry,
        where(
            all_of(marriage.is_married_or_registered, marriage.valid, marriage.recognised),
            then=tie.married_before_entry.or_read(points.PARTNER_WHO_MARRIED_LATER, tie.partner_before_entry),
        ),
        id="relationship-before-entry",
        source=VW_OLD["29.2.b"],
        mark=Mark.POLICY,
        en="the relationship existed before the sponsor's entry (D0)",
        nl="de relatie bestond vóór de binnenkomst van de hoofdpersoon (D0)",
        unmet=Text(
            en="The relationship did not exist yet when the sponsor entered the Netherlands (D0).",
            nl="De relatie bestond nog niet toen de hoofdpersoon Nederland binnenkwam (D0).",
        ),
        ask=Text(
            en="Did the relationship exist when the sponsor entered the Netherlands (D0)?",
            nl="Bestond de relatie al toen de hoofdpersoon Nederland binnenkwam (D0)?",
        ),
    ),
    VW_OLD["29.2"],
)

invalid_marriage: Final = not_(all_of(marriage.valid, marriage.recognised))

partner: Final = Ground(
    id="partner",
    title=Text(
        en="unmarried partner, or spouse whose marriage is not valid",
        nl="ongehuwde partner, of echtgenoot van wie het huwelijk niet geldig is",
    ),
    source=VW_OLD["29.2.b"],
    relations={Relation.PARTNER, Relation.SPOUSE, Relation.REGISTERED_PARTNER},
    conditions=[
        marriage.durable_and_exclusive,
        relationship_before_entry,
        tie.real_family_life,
        marriage.both_adults,
        marriage.one_spouse,
        in_time,
        special_ties,
    ],
    evidence=(procedure.IDENTITY, procedure.RELATIONSHIP, procedure.ALL_TOGETHER),
    stand_in=StandIn(ground="spouse", when=invalid_marriage),
)


@until_day(
    "sponsor_entered_on",
    source=VC_NAREIS,
    en="the child was under {young_adult} on the day of the sponsor's entry (D0)",
    nl="het kind was jonger dan {young_adult} op de dag van binnenkomst van de hoofdpersoon (D0)",
    unmet=Text(
        en="The child was {young_adult} or over on the day of the sponsor's entry (D0).",
        nl="Het kind was {young_adult} of ouder op de dag van binnenkomst van de hoofdpersoon (D0).",
    ),
)
def young_adult_on_entry(born_on: date, young_adult: int = YOUNG_ADULT) -> date:
    """Jongvolwassene: "about 25", a rule of thumb."""
    return last_day_under(born_on, young_adult)


young_adult_age: Final = young_adult_on_entry.or_read(points.YOUNG_ADULT_AGE, MET).named(
    "young-adult-age",
    VC_NAREIS,
    figures=(MAJORITY, YOUNG_ADULT),
    en="the child was a young adult (about {majority} to {young_adult - 1}) on the day of the sponsor's entry (D0)",
    nl="het kind was jongvolwassen (ongeveer {majority} tot {young_adult - 1}) op de dag van binnenkomst van de hoofdpersoon (D0)",
    unmet=Text(
        en="The child was not a young adult (about {majority} to {young_adult - 1}) on the day of the sponsor's entry (D0).",
        nl="Het kind was niet jongvolwassen (ongeveer {majority} tot {young_adult - 1}) op de dag van binnenkomst van de hoofdpersoon (D0).",
    ),
    ask=Text(
        en="Was the child a young adult (about {majority} to {young_adult - 1}) on the day of the sponsor's entry (D0)?",
        nl="Was het kind jongvolwassen (ongeveer {majority} tot {young_adult - 1}) op de dag van binnenkomst van de hoofdpersoon (D0)?",
    ),
)

apart_because_of_flight: Final = yes(
    "apart_because_of_flight",
    PARTED_BY_WAR,
    en="the child lived apart only because of flight or war",
    nl="het kind woonde alleen door vlucht of oorlog niet bij het gezin",
    unmet=Text(
        en="It was not only because of flight or war that the child lived apart.",
        nl="Dat het kind niet bij het gezin woonde, kwam niet alleen door vlucht of oorlog.",
    ),
    ask=Text(
        en="Did the child live apart only because of flight or war?",
        nl="Woonde het kind alleen door vlucht of oorlog niet bij het gezin?",
    ),
)

in_household: Final = any_of(
    tie.lived_in_household,
    apart_because_of_flight.or_read(points.APART_BECAUSE_OF_FLIGHT, UNMET),
    id="in-household",
    source=VC_NAREIS,
    en="the child lived in the parents' household, or apart only because of flight or war",
    nl="het kind woonde in het gezin, of alleen door vlucht of oorlog niet",
    unmet=Text(
        en="The child did not live in the parents' household, and not only because of flight or war.",
        nl="Het kind woonde niet in het gezin, en dat kwam niet alleen door vlucht of oorlog.",
    ),
    ask=Text(
        en="Did the child live in the parents' household, or apart only because of flight or war?",
        nl="Woonde het kind in het gezin, of alleen door vlucht of oorlog niet?",
    ),
)

# Zelfstandig gezin; a family founded by force does not count.
no_own_family: Final = no(
    "own_family",
    VC_NAREIS,
    id="no-own-family",
    en="the child has not founded a family of his or her own",
    nl="het kind heeft geen eigen gezin gevormd",
    unmet=Text(en="The child has founded a family of his or her own.", nl="Het kind heeft een eigen gezin gevormd."),
    ask=Text(
        en="Is it certain that the child has not founded a family of his or her own?",
        nl="Staat vast dat het kind geen eigen gezin heeft gevormd?",
    ),
)

more_than_normal_dependency: Final = yes(
    "dependent",
    VW_OLD["29.2.b"],
    id="more-than-normal-dependency",
    en="the child is more than normally dependent on the sponsor, medically or otherwise",
    nl="het kind heeft de hoofdpersoon meer nodig dan gewoon is, door gezondheid of anders (meer dan gebruikelijk afhankelijk)",
    unmet=Text(
        en="The child is not more than normally dependent on the sponsor.",
        nl="Het kind heeft de hoofdpersoon niet meer nodig dan gewoon is (niet meer dan gebruikelijk afhankelijk).",
    ),
    ask=Text(
        en="Is the child more than normally dependent on the sponsor, medically or otherwise?",
        nl="Heeft het kind de hoofdpersoon meer nodig dan gewoon is, door gezondheid of anders (meer dan gebruikelijk afhankelijk)?",
    ),
)


@condition(
    source=VC_NAREIS,
    en="the decision falls before 22 May 2015, when the policy for young adults was restored",
    nl="het besluit valt vóór 22 mei 2015, toen het beleid voor jongvolwassenen is hersteld",
    unmet=Text(en="The decision does not fall before 22 May 2015.", nl="Het besluit valt niet vóór 22 mei 2015."),
)
def decided_before_young_adults(decided_on: date) -> bool:
    """Aangescherpt beleid van 2013 tot 22 mei 2015."""
    return decided_on < YOUNG_ADULTS_RESTORED


young_adult_at_home: Final = all_of(young_adult_age, in_household, child.not_self_supporting, no_own_family)

dependent_or_young_adult: Final = where(
    decided_before_young_adults,
    then=more_than_normal_dependency.or_read(
        points.YOUNG_ADULTS_BEFORE_22_MAY_2015, any_of(young_adult_at_home, more_than_normal_dependency)
    ),
    otherwise=any_of(young_adult_at_home, more_than_normal_dependency),
)

adult_child: Final = Ground(
    id="adult-child",
    title=Text(en="young adult or dependent adult child", nl="jongvolwassen of afhankelijk meerderjarig kind"),
    source=VW_OLD["29.2.b"],
    relations={Relation.CHILD},
    who=not_(
        under_18,
        id="not-under-18",
        source=VW_OLD["29.2.b"],
        figures=(MAJORITY,),
        en="the child does not come under the rule for children under {majority}",
        nl="het kind valt niet onder de regel voor kinderen onder {majority}",
        unmet=Text(
            en="The child comes under the rule for children under {majority}.",
            nl="Het kind valt onder de regel voor kinderen onder {majority}.",
        ),
        ask=Text(
            en="Is the child {majority} or over on the day that counts?",
            nl="Is het kind {majority} of ouder op de dag die telt?",
        ),
    ),
    conditions=[
        dependent_or_young_adult,
        child_at_entry,
        tie.real_family_life_with_child,
        child.foster_care,
        where(kin.is_step_child, then=child.step_parent_comes),
        where(kin.is_own_child, then=marriage.child_of_other_relation),
        in_time,
        special_ties,
    ],
    evidence=(procedure.IDENTITY, procedure.DESCENT, procedure.DEPENDENCY, procedure.ALL_TOGETHER),
)

# ---------------------------------------------------------------- lid 2 c: parents of an unaccompanied minor

parent: Final = Ground(
    id="parent",
    title=Text(en="parent of an unaccompanied minor", nl="ouder van een alleenstaande minderjarige"),
    source=VW_OLD["29.2.c"],
    relations={Relation.PARENT},
    conditions=[
        kin.is_own_parent.named(
            "listed",
            VW_OLD["29.2.c"],
            en="the person is a parent by birth, by law or by a recognised adoption",
            nl="de persoon is ouder door geboorte, volgens de wet of door een erkende adoptie",
            unmet=Text(
                en="This person is not a parent by birth, by law or by a recognised adoption.",
                nl="Deze persoon is geen ouder door geboorte, volgens de wet of door een erkende adoptie.",
            ),
            ask=Text(
                en="Is this person a parent by birth, by law or by a recognised adoption?",
                nl="Is deze persoon ouder door geboorte, volgens de wet of door een erkende adoptie?",
            ),
        ),
        sponsor.was_uam.cited(VW_OLD["29.2.c"], mark=Mark.CASE_LAW),
        family_at_entry,
        tie.real_family_life_with_child,
        kin.did_not_bring_and_leave.known_as("not-brought-and-left"),
        in_time_for_parents,
        refusal.special_ties_above_floor(special_ties),
    ],
    evidence=(procedure.IDENTITY, procedure.DESCENT, procedure.MINORITY, procedure.ALL_TOGETHER),
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
        kin.is_brother_or_sister.or_read(points.DEPENDENT_SIBLING, UNMET).named(
            "listed",
            CR_GF_TY,
            en="such a brother or sister is admitted together with the parents",
            nl="zo'n broer of zus wordt samen met de ouders toegelaten",
            unmet=Text(
                en="Such a brother or sister is not admitted together with the parents.",
                nl="Zo'n broer of zus wordt niet samen met de ouders toegelaten.",
            ),
            ask=Text(
                en="Is such a brother or sister admitted together with the parents?",
                nl="Wordt zo'n broer of zus samen met de ouders toegelaten?",
            ),
        ),
        sponsor.was_uam,
        kin.with_parent(CR_GF_TY),
        family_at_entry,
        tie.real_family_life,
        in_time_for_parents,
        special_ties,
    ],
    evidence=(procedure.IDENTITY, procedure.DESCENT, procedure.DEPENDENCY, procedure.ALL_TOGETHER),
)

# ---------------------------------------------------------------- nobody else

# No other siblings, grandparents, grandchildren or other relatives.
relation_listed: Final = one_of(
    "relation",
    (
        Relation.SPOUSE,
        Relation.REGISTERED_PARTNER,
        Relation.PARTNER,
        Relation.CHILD,
        Relation.PARENT,
    ),
    VW_OLD["29.2"],
    id="listed",
    en="nareis is possible with this relation",
    nl="met deze relatie is nareis mogelijk",
    unmet=Text(en="Nareis is not possible with this relation.", nl="Met deze relatie is nareis niet mogelijk."),
    ask=Text(en="Is nareis possible with this relation?", nl="Is met deze relatie nareis mogelijk?"),
)

# ---------------------------------------------------------------- what a report adds


@condition(
    source=VW_OLD["29"],
    en="the decision falls before the version of the law that was read",
    nl="het besluit valt vóór de versie van de wet die is gelezen",
)
def decided_before_version(decided_on: date) -> bool:
    return decided_on < LAST_OLD_VERSION


_ON_THE_LIST = {*COUPLE, Relation.CHILD, Relation.PARENT, Relation.SIBLING}

with_term: Final = sponsor.holds_own_asylum_permit

notes: Final = (
    Note(
        id="tested-as-partners",
        aside=True,
        when=invalid_marriage,
        relations=MARRIED,
        sources=(VW_OLD["29.2.b"],),
        text=Text(
            en="The marriage is not valid, or not recognised here. Under the law of before 12 June 2026 the couple is therefore "
            "tested as unmarried partners.",
            nl="Het huwelijk is niet geldig, of wordt hier niet erkend. Onder het recht van vóór 12 juni 2026 wordt het stel "
            "daarom getoetst als ongehuwde partners.",
        ),
    ),
    Note(
        id="no-waiting-for-housing",
        aside=True,
        when=not_(change_day.decided_since),
        sources=(RVS_HOUSING,),
        text=Text(
            en="The law of before 12 June 2026 had no condition of income, housing or waiting; making the family wait for housing "
            "was unlawful (ECLI:NL:RVS:2023:506).",
            nl="Het recht van vóór 12 juni 2026 kende geen eis van inkomen, woonruimte of wachten; het gezin laten wachten op "
            "woonruimte was onrechtmatig (ECLI:NL:RVS:2023:506).",
        ),
    ),
    Note(
        id="later-version-read",
        aside=True,
        of_reading=True,
        when=decided_before_version,
        sources=(VW_OLD["29"],),
        text=Text(
            en="The law and the policy cited here were read in a later version than that of the decision day, and are taken to "
            "have had the same rule. A ruling of after the decision day is marked as a later one.",
            nl="De wet en het beleid die hier staan zijn gelezen in een latere versie dan die van de dag van het besluit; "
            "aangenomen is dat de regel toen dezelfde was. Bij een uitspraak van na die dag staat dat zij van later is.",
        ),
    ),
)

PLACES = {
    VW["29c.1"]: VW_OLD["29.2"],
    VW["29c.1.b"]: VW_OLD["29.2.a"],
    VW["29c.1.c"]: VW_OLD["29.2.c"],
    VW["31.4"]: VW_OLD["31.8"],
    VW["29c.1.d"]: CR_GF_TY,
    VB["3.107"]: VB_OLD["3.107"],
    VW["2p.2"]: VW_OLD["2p.2"],
    VW["2r"]: VW_OLD["2r"],
    VW["2s.1.b"]: VW_OLD["2s.1.b"],
    VW["2u.4"]: VW_OLD["2u.4"],
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
    since=FIRST_DAY_HERE,
    until=CHANGE_DAY - timedelta(days=1),
    general=[
        sponsor.own_status,
        tie.bond_not_broken,
        tie.genuine_tie,
        refusal.not_1f,
        refusal.no_danger_to_public_order,
    ],
    grounds=(spouse, minor_child, partner, adult_child, parent, dependent_sibling),
    unlisted=relation_listed,
    notes=(
        *procedure.remarks,
        *procedure.remarks_of_term(with_term, not_(term.within_term)),
        *notes,
        *procedure.routes,
        *procedure.permit_single_status,
    ),
    milestones=(*procedure.days_of_term(with_term, _ON_THE_LIST), *procedure.milestones),
).resting_on(PLACES)
