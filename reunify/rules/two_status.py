"""Vw 2000 arts 29b, 29c and 29d (from 12 June 2026): one nareis for refugees, a narrower one for others.

Art. 29c lid 1 is a closed list, with a term of three months. Art. 29d sends subsidiary protection to the
same list, without naming the term again, and adds three grounds on which the authority *may* refuse: two
years since the grant, means, housing. Art. 29b is for family members who are already here.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from reunify.facts import COUPLE, Housing, Relation
from reunify.logic import (
    MET,
    OPEN,
    UNMET,
    Curable,
    Figure,
    Node,
    Remedy,
    all_of,
    any_of,
    cited,
    condition,
    contested,
    from_day,
    named,
    not_,
    until_day,
    where,
)
from reunify.rules import procedure, shared
from reunify.rules.figures import (
    CHANGE_DAY,
    NORM_KNOWN_FROM,
    NORM_KNOWN_UNTIL,
    minimum_wage,
    norm_from,
)
from reunify.rules.single_status import SINGLE_STATUS
from reunify.ruleset import About, Ground, Milestone, Note, OtherLaw, RuleSet
from reunify.sources import (
    B_F,
    BELGIAN_REFERENCE,
    BW10,
    CR_GF_TY,
    EU_DIRECTIVE,
    IND_NEW_RULES,
    M_A,
    QUALIFICATION,
    STB_2026_105,
    VB,
    VC_NAREIS,
    VW,
    XC,
    Mark,
)
from reunify.terms import (
    last_day_of_years,
    last_day_under,
    permit_starts_on,
    years_after,
)
from reunify.text import Text

# ---------------------------------------------------------------- art. 29c lid 1 and 2: in time (refugees)

punctual = shared.within_three_months
"""Travelling in together is now a matter for art. 29b."""


def _in_time(*ways: Node) -> Node:
    return any_of(
        *ways,
        id="in-time",
        source=VW["29c.1"],
        en="in time: entered or applied for within three months after the grant was made known (D2), or counted as in time",
        nl="op tijd: binnengekomen of aangevraagd binnen drie maanden na de bekendmaking van de verlening (D2), of het telt "
        "als op tijd",
    )


# Art. 29d does not repeat the three months: who has subsidiary protection has no term to exceed.
no_term = MET

in_time = where(
    shared.sponsor_is_refugee,
    then=_in_time(punctual, shared.excusable_delay_since),
    otherwise=no_term,
)
in_time_for_parents = where(
    shared.sponsor_is_refugee,
    then=_in_time(punctual, shared.sponsor_still_minor, shared.excusable_delay_since),
    otherwise=no_term,
)
in_time_for_siblings = where(
    shared.sponsor_is_refugee,
    then=_in_time(
        punctual,
        contested(
            "sibling-shares-parents-term",
            main=shared.sponsor_still_minor,
            other=UNMET,
            source=CR_GF_TY,
            en="that no term runs while the sponsor is a minor was ruled for the parents; for a brother or sister who "
            "applies together with them it is inferred",
            nl="dat geen termijn loopt zolang de hoofdpersoon minderjarig is, is beslist voor de ouders; voor een "
            "broer of zus die tegelijk aanvraagt is het afgeleid",
        ),
        shared.excusable_delay_since,
    ),
    otherwise=no_term,
)

# ---------------------------------------------------------------- art. 29d lid 2: subsidiary protection


@from_day(
    source=VW["29d.2.a"],
    curable=Curable.BY_TIME,
    en="two years have passed since the day after the grant was made known (D2)",
    nl="sinds de dag na de bekendmaking van de verlening (D2) zijn twee jaar verstreken",
)
def two_years_since_permit(sponsor_permit_notified_on: date) -> date:
    """The permit takes effect on the day after the decision is made known (art. 44 lid 2)."""
    return years_after(permit_starts_on(sponsor_permit_notified_on), 2)


@from_day(
    source=IND_NEW_RULES,
    curable=Curable.BY_TIME,
    mark=Mark.INFERRED,
    en="two years have passed since the grant was made known (D2)",
    nl="sinds de bekendmaking van de verlening (D2) zijn twee jaar verstreken",
)
def two_years_since_decision(sponsor_permit_notified_on: date) -> date:
    """Counted from the decision itself, a day earlier."""
    return years_after(sponsor_permit_notified_on, 2)


@from_day(
    source=VW["44.2"],
    curable=Curable.BY_TIME,
    en="two years have passed since the sponsor's asylum application (D1), when the old permit started",
    nl="sinds de asielaanvraag (D1), toen de oude vergunning inging, zijn twee jaar verstreken",
)
def two_years_since_old_start(sponsor_asylum_applied_on: date) -> date:
    """Under the old art. 44 lid 2 the permit started on the day of the asylum application."""
    return years_after(sponsor_asylum_applied_on, 2)


two_years = contested(
    "wait-from-decision",
    main=two_years_since_permit,
    other=two_years_since_decision,
    source=VW["44.2"],
    en="whether the two years count from the decision or from the day after is not settled; the later day is taken",
    nl="of de twee jaar tellen vanaf het besluit of vanaf de dag erna staat niet vast; de latere dag is genomen",
)

two_year_wait = named(
    where(
        shared.granted_before_change,
        then=contested(
            "wait-from-old-start",
            main=two_years,
            other=two_years_since_old_start,
            source=(VW["44.2"], IND_NEW_RULES),
            en="for a permit from before 12 June 2026, which by the old law started on the asylum application: whether "
            "the grant or that earlier day counts is disputed; the IND counts from the grant",
            nl="voor een vergunning van vóór 12 juni 2026, die volgens het oude recht op de asielaanvraag inging: of de "
            "verlening of die eerdere dag telt is omstreden; de IND telt vanaf de verlening",
        ),
        otherwise=two_years,
    ),
    id="two-year-wait",
    source=VW["29d.2.a"],
    discretionary=True,
    en="two years have passed since the sponsor's permit was granted",
    nl="sinds de verlening van de vergunning aan de hoofdpersoon zijn twee jaar verstreken",
)


@condition(
    source=VB["3.105"],
    en="the sponsor's means are to be worked out from the income",
    nl="de middelen van de hoofdpersoon volgen uit het inkomen",
)
def worked_out_from_income(sponsor_means_from_income: bool) -> bool:
    """Middelen berekend uit het inkomen."""
    return sponsor_means_from_income


@condition(
    source=VB["3.105"],
    curable=Curable.BY_ACTION,
    en="the sponsor has own, lasting and sufficient means",
    nl="de hoofdpersoon heeft zelf duurzaam en voldoende middelen van bestaan",
)
def has_means(sponsor_means: bool) -> bool:
    """Zelfstandig, duurzaam en voldoende; social assistance does not count."""
    return sponsor_means


@condition(source=VB["3.74"], en="the norm of the application day is known", nl="de norm van de aanvraagdag is bekend")
def norm_known_on_application(applied_on: date) -> bool:
    """The half-year of D3 is in the table."""
    return NORM_KNOWN_FROM <= applied_on <= NORM_KNOWN_UNTIL


@condition(source=VB["3.74"], en="the norm of the decision day is known", nl="de norm van de besluitdag is bekend")
def norm_known_on_decision(decided_on: date) -> bool:
    """The half-year of D4 is in the table."""
    return NORM_KNOWN_FROM <= decided_on <= NORM_KNOWN_UNTIL


_NORM = Text(en="norm a month", nl="norm per maand")
_HALF_YEAR = Text(en="half-year of the norm, from", nl="halfjaar van de norm, vanaf")
_A_YEAR = Text(en="a year ends on", nl="een jaar eindigt op")


def _norm_of_application(applied_on: date) -> Decimal:
    return minimum_wage(applied_on)


def _half_year_of_application(applied_on: date) -> date:
    return norm_from(applied_on)


def _year_from_application(applied_on: date) -> date:
    return last_day_of_years(applied_on, 1)


def _year_from_decision(decided_on: date) -> date:
    return last_day_of_years(decided_on, 1)


@condition(
    source=VB["3.74"],
    curable=Curable.BY_ACTION,
    figures=(Figure(_NORM, _norm_of_application), Figure(_HALF_YEAR, _half_year_of_application)),
    en="the income reaches the minimum-wage norm of the application day (D3)",
    nl="het inkomen haalt de minimumloonnorm van de aanvraagdag (D3)",
)
def income_reaches_norm_of_application(sponsor_income_per_month: Decimal, applied_on: date) -> bool:
    """100% of the minimum wage, holiday allowance included."""
    return sponsor_income_per_month >= _norm_of_application(applied_on)


@condition(
    source=VB["3.74"],
    curable=Curable.BY_ACTION,
    en="the income reaches the minimum-wage norm of the decision day (D4)",
    nl="het inkomen haalt de minimumloonnorm van de besluitdag (D4)",
)
def income_reaches_norm_of_decision(sponsor_income_per_month: Decimal, decided_on: date) -> bool:
    """100% of the minimum wage, holiday allowance included."""
    return sponsor_income_per_month >= minimum_wage(decided_on)


@condition(
    source=VB["3.75"],
    curable=Curable.BY_ACTION,
    figures=(Figure(_A_YEAR, _year_from_application),),
    en="on the day of the application (D3) the income was certain for another year",
    nl="op de dag van de aanvraag (D3) was het inkomen nog een jaar zeker",
)
def lasting_on_application(sponsor_income_until: date, applied_on: date) -> bool:
    """Nog een jaar beschikbaar; the last day of the contract counts."""
    return sponsor_income_until >= _year_from_application(applied_on)


@condition(
    source=VB["3.75"],
    curable=Curable.BY_ACTION,
    figures=(Figure(_A_YEAR, _year_from_decision),),
    en="on the day of the decision (D4) the income is certain for another year",
    nl="op de dag van het besluit (D4) is het inkomen nog een jaar zeker",
)
def lasting_on_decision(sponsor_income_until: date, decided_on: date) -> bool:
    """Nog een jaar beschikbaar; the last day of the contract counts."""
    return sponsor_income_until >= _year_from_decision(decided_on)


@condition(
    source=VB["3.75"],
    curable=Curable.BY_ACTION,
    en="the means were there on the day of the application (D3)",
    nl="de middelen waren er op de dag van de aanvraag (D3)",
)
def means_were_there(sponsor_income_from: date, applied_on: date) -> bool:
    """Middelen op de dag van de aanvraag."""
    return sponsor_income_from <= applied_on


def _year_from_start(sponsor_income_from: date) -> date:
    return last_day_of_years(sponsor_income_from, 1)


@condition(
    source=VB["3.75"],
    curable=Curable.BY_ACTION,
    figures=(Figure(_A_YEAR, _year_from_start),),
    en="the income is certain for a year from the day on which it begins",
    nl="het inkomen is nog een jaar zeker vanaf de dag waarop het ingaat",
)
def lasting_from_start(sponsor_income_until: date, sponsor_income_from: date) -> bool:
    """Ook van een baan die nog begint."""
    return sponsor_income_until >= _year_from_start(sponsor_income_from)


@from_day(
    source=VB["3.75"],
    curable=Curable.BY_TIME,
    en="wages have sufficed in each of the last three years",
    nl="het loon was in elk van de laatste drie jaar voldoende",
)
def three_years_of_income(sponsor_income_sufficient_since: date) -> date:
    """Drie jaar voldoende loon."""
    return years_after(sponsor_income_sufficient_since, 3)


@from_day(
    source=VB["3.105"],
    curable=Curable.BY_TIME,
    en="the means are there on the day of the decision (D4)",
    nl="de middelen zijn er op de dag van het besluit (D4)",
)
def means_are_there(sponsor_income_from: date) -> date:
    """Middelen vanaf een latere dag."""
    return sponsor_income_from


means = named(
    all_of(
        where(
            worked_out_from_income,
            then=all_of(
                contested(
                    "norm-of-which-day",
                    main=where(norm_known_on_application, income_reaches_norm_of_application, otherwise=has_means),
                    other=where(norm_known_on_decision, income_reaches_norm_of_decision, otherwise=has_means),
                    source=VB["3.74"],
                    en="whether the norm of the half-year of the application or of the decision counts is open",
                    nl="of de norm van het halfjaar van de aanvraag of van het besluit telt, staat open",
                ),
                any_of(
                    all_of(means_were_there, lasting_on_application),
                    all_of(lasting_from_start, lasting_on_decision),
                    three_years_of_income,
                ),
            ),
            otherwise=has_means,
        ),
        means_are_there,
    ),
    id="means",
    source=(VW["29d.2.b"], VB["3.105"]),
    discretionary=True,
    en="the sponsor has own, lasting means of at least the minimum wage",
    nl="de hoofdpersoon heeft zelf duurzame middelen van ten minste het minimumloon",
)


@condition(
    source=VW["29d.2.c"],
    curable=Curable.BY_ACTION,
    en="the sponsor has a home or a place in a transit location, not only in a reception centre",
    nl="de hoofdpersoon heeft een woning of een plek in een doorstroomlocatie, niet alleen in een opvangcentrum",
)
def has_a_home(sponsor_housing: Housing) -> bool:
    """Huisvesting."""
    return sponsor_housing in (Housing.OWN, Housing.TRANSIT)


@from_day(
    source=VW["29d.2.c"],
    curable=Curable.BY_TIME,
    en="the sponsor has that home on the day of the decision (D4)",
    nl="de hoofdpersoon heeft die woonruimte op de dag van het besluit (D4)",
)
def home_is_ready(sponsor_housing_from: date) -> date:
    """Woonruimte vanaf een latere dag."""
    return sponsor_housing_from


has_housing = all_of(
    has_a_home,
    home_is_ready,
    id="housing",
    source=VW["29d.2.c"],
    discretionary=True,
    en="the sponsor has housing; a transit location counts, a reception centre does not",
    nl="de hoofdpersoon heeft woonruimte; een doorstroomlocatie telt, een opvangcentrum niet",
)

means_and_housing = all_of(means, has_housing)

subsidiary_conditions = where(
    shared.sponsor_is_refugee,
    then=MET,
    otherwise=all_of(
        two_year_wait,
        where(
            shared.sponsor_uam,
            then=where(
                shared.sponsor_adult_on_decision,
                then=contested(
                    "minor-who-came-of-age",
                    main=MET,
                    other=means_and_housing,
                    source=(VW["29d.2.b"], IND_NEW_RULES),
                    en="means and housing are not asked of an unaccompanied minor; that who has come of age since still "
                    "is one, is the practice of the IND only",
                    nl="middelen en woonruimte worden niet van een amv gevraagd; dat wie intussen 18 is nog amv is, is "
                    "alleen praktijk van de IND",
                ),
            ),
            otherwise=means_and_housing,
        ),
    ),
)

special_ties = cited(shared.no_special_ties, VW["31.4"])
special_ties_above_floor = shared.special_ties_above_floor(special_ties)

# ---------------------------------------------------------------- art. 29c lid 1 a: the adult spouse


@condition(
    source=VW["29c.1.a"],
    en="the person is the sponsor's spouse",
    nl="de persoon is de echtgenoot van de hoofdpersoon",
)
def is_spouse(relation: Relation) -> bool:
    """Echtgenoot."""
    return relation == Relation.SPOUSE


spouse_adult = named(
    contested(
        "spouse-adult-day",
        main=shared.adult_on_decision,
        other=shared.adult_on_application,
        source=VW["29c.1.a"],
        en="whether the spouse must be 18 on the application or on the decision is open",
        nl="of de echtgenoot op de aanvraag of op het besluit 18 moet zijn, staat open",
    ),
    id="spouse-adult",
    source=VW["29c.1.a"],
    en="the spouse is an adult",
    nl="de echtgenoot is meerderjarig",
)

one_spouse = named(
    contested(
        "one-spouse",
        main=all_of(shared.no_other_chosen, shared.no_other_partner_here),
        other=where(shared.sponsor_is_refugee, then=shared.no_other_partner_here),
        source=EU_DIRECTIVE["4.4"],
        en="the new law is silent on polygamy; the Directive bars a further spouse only while one already lives here, "
        "and does not bind for subsidiary protection",
        nl="de nieuwe wet zwijgt over polygamie; de richtlijn sluit een volgende echtgenoot alleen uit zolang er al een "
        "hier woont, en bindt niet bij subsidiaire bescherming",
    ),
    id="one-spouse",
    source=VC_NAREIS,
    mark=Mark.INFERRED,
    en="no other spouse comes first (in a polygamous family only one can come)",
    nl="er gaat geen andere echtgenoot voor (bij polygamie kan er maar één komen)",
)

spouse = Ground(
    id="spouse",
    title=Text(en="adult spouse", nl="meerderjarige echtgenoot"),
    source=VW["29c.1.a"],
    relations={Relation.SPOUSE, Relation.REGISTERED_PARTNER},
    conditions=[
        named(
            contested(
                "registered-partner",
                main=is_spouse,
                other=MET,
                source=(VW["29c.1.a"], BW10["61"]),
                en="a registered partner is not on the list; BW art. 10:61 recognises a foreign registered partnership as such, "
                "not as a marriage, and whether the list reads it in is contested",
                nl="een geregistreerd partner staat niet op de lijst; BW art. 10:61 erkent een buitenlands geregistreerd "
                "partnerschap als zodanig, niet als huwelijk, en of de lijst het toch omvat is omstreden",
            ),
            id="listed",
            source=VW["29c.1.a"],
            en="the person is on the closed list as a spouse",
            nl="de persoon staat op de gesloten lijst als echtgenoot",
        ),
        shared.marriage_valid,
        shared.marriage_recognised,
        shared.family_at_entry(shared.married_before_entry, VW["29c.1"]),
        shared.real_family_life,
        spouse_adult,
        one_spouse,
        in_time,
        subsidiary_conditions,
        special_ties_above_floor,
    ],
    evidence=(procedure.IDENTITY, procedure.MARRIAGE, procedure.ALL_TOGETHER),
)

# ---------------------------------------------------------------- art. 29c lid 1 b: the minor child


@condition(
    source=VW["29d.2.a"],
    built_on=[two_years_since_permit],
    en="the child is under 18 on the day that the two years end",
    nl="het kind is jonger dan 18 op de dag dat de twee jaar om zijn",
)
def child_under_18_after_wait(born_on: date, sponsor_permit_notified_on: date) -> bool:
    """Minderjarig na de wachttijd."""
    end: date = two_years_since_permit(sponsor_permit_notified_on)
    return end <= last_day_under(born_on, 18)


def _other_age(point: str, main: Node, other: Node, day_en: str, day_nl: str) -> Node:
    return contested(
        point,
        main=main,
        other=other,
        source=(VW["29d.1"], XC),
        en=f"for subsidiary protection the day on which the child must be under 18 is open; {day_en} may count",
        nl=f"bij subsidiaire bescherming staat open op welke dag het kind jonger dan 18 moet zijn; mogelijk telt {day_nl}",
    )


child_under_18_for_subsidiary = _other_age(
    "child-age-on-asylum-application",
    _other_age(
        "child-age-on-decision",
        _other_age(
            "child-age-after-wait",
            shared.under_18_on_d3,
            child_under_18_after_wait,
            "the day on which the two years end",
            "de dag waarop de twee jaar om zijn",
        ),
        shared.under_18_on_d4,
        "the decision (D4)",
        "het besluit (D4)",
    ),
    shared.child_under_18_on_d1,
    "the sponsor's asylum application (D1)",
    "de asielaanvraag van de hoofdpersoon (D1)",
)

under_18 = shared.under_18(
    where(
        shared.sponsor_is_refugee,
        then=shared.child_under_18(punctual, shared.excusable_delay_since),
        otherwise=child_under_18_for_subsidiary,
    )
)


child_listed = named(
    all_of(
        where(
            shared.is_step_child,
            then=contested(
                "step-child",
                main=shared.is_own_child,
                other=shared.step_parent_comes,
                source=(VW["29c.1.b"], EU_DIRECTIVE["4.1.d"]),
                en="art. 29c lid 1 b does not say whose child; for refugees the Directive requires the spouse's child "
                "over whom the spouse has custody",
                nl="art. 29c lid 1 b zegt niet van wie het kind is; voor vluchtelingen verplicht de richtlijn tot het "
                "kind van de echtgenoot die het gezag heeft",
            ),
            otherwise=where(
                shared.is_child_by_law_only,
                then=contested(
                    "child-by-law-only",
                    main=MET,
                    other=UNMET,
                    source=(VW["29c.1.b"], EU_DIRECTIVE["4.1.b"], VB["3.14"]),
                    en="the letter of art. 29c names biological and adopted children; a child who is the sponsor's by law "
                    "only is one for the Directive and for Vb art. 3.14",
                    nl="de letter van art. 29c noemt biologische en geadopteerde kinderen; een kind dat alleen juridisch van "
                    "de hoofdpersoon is telt volgens de richtlijn en Vb art. 3.14 wel",
                ),
                otherwise=shared.is_own_child,
            ),
        ),
        under_18,
    ),
    id="listed",
    source=VW["29c.1.b"],
    en="the person is on the closed list as a biological or adopted child under 18",
    nl="de persoon staat op de gesloten lijst als biologisch of geadopteerd kind onder 18",
)

marriage_does_not_count = named(
    contested(
        "married-minor",
        main=MET,
        other=shared.is_unmarried,
        source=EU_DIRECTIVE["4.1.d"],
        en="the law does not say that a child, brother or sister must be unmarried; the Directive says so of children",
        nl="de wet zegt niet dat een kind, broer of zus ongehuwd moet zijn; de richtlijn zegt dat van kinderen wel",
    ),
    id="unmarried",
    source=EU_DIRECTIVE["4.1.d"],
    mark=Mark.INFERRED,
    en="if a minor is married, that does not count against him or her",
    nl="als een minderjarige getrouwd is, telt dat niet tegen hem of haar",
)

minor_child = Ground(
    id="minor-child",
    title=Text(en="biological or adopted child under 18", nl="biologisch of geadopteerd kind onder 18"),
    source=VW["29c.1.b"],
    relations={Relation.CHILD},
    conditions=[
        child_listed,
        shared.family_at_entry(shared.kin_on_entry, VW["29c.1"]),
        shared.real_family_life_with_child,
        cited(shared.not_independent, VC_NAREIS, mark=Mark.INFERRED),
        cited(shared.consent, VC_NAREIS, mark=Mark.INFERRED),
        marriage_does_not_count,
        where(shared.is_own_child, then=shared.child_of_other_relation),
        in_time,
        subsidiary_conditions,
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
        named(
            shared.is_own_parent,
            id="listed",
            source=VW["29c.1.c"],
            en="the person is on the closed list as a parent",
            nl="de persoon staat op de gesloten lijst als ouder",
        ),
        cited(shared.sponsor_uam, VW["29c.1.c"], mark=Mark.CASE_LAW),
        shared.family_at_entry(shared.family_on_entry, VW["29c.1"]),
        shared.real_family_life_with_child,
        named(
            contested(
                "brought-and-left",
                main=MET,
                other=shared.did_not_bring_and_leave,
                source=VC_NAREIS,
                en="older policy excluded a parent who brought the minor here and left; the new law does not say so",
                nl="ouder beleid sloot een ouder uit die de minderjarige bracht en vertrok; de nieuwe wet zegt dat niet",
            ),
            id="not-brought-and-left",
            source=VC_NAREIS,
            mark=Mark.INFERRED,
            en="if the parent brought the minor here and left, that does not count",
            nl="als de ouder de minderjarige bracht en vertrok, telt dat niet",
        ),
        in_time_for_parents,
        subsidiary_conditions,
        special_ties_above_floor,
    ],
    evidence=(procedure.IDENTITY, procedure.DESCENT, procedure.MINORITY, procedure.ALL_TOGETHER),
)

# ---------------------------------------------------------------- art. 29c lid 1 d: minor siblings of a UAM


sibling_listed = named(
    shared.is_brother_or_sister,
    id="listed",
    source=VW["29c.1.d"],
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


same_time = named(
    contested(
        "same-time",
        main=applied_on_same_day,
        other=where(applied_on_same_day, all_of(parent_not_granted_earlier, parent_not_come_earlier), otherwise=MET),
        source=VW["29c.1.d"],
        en="what 'at the same time' means where the applications lie on different days, or the parent came or was "
        "granted earlier, is open",
        nl="wat 'gelijktijdig' betekent als de aanvragen op verschillende dagen liggen, of als de ouder eerder kwam of "
        "toestemming kreeg, staat open",
    ),
    id="same-time",
    source=VW["29c.1.d"],
    remedy=Remedy.ACTION,
    advice=shared.APPLY_TOGETHER,
    en="the application was made at the same time as the parent's",
    nl="de aanvraag is gelijktijdig met die van de ouder gedaan",
)


@condition(
    id="dependent-on-parent",
    source=VW["29c.1.d"],
    en="the brother or sister is at that parent's charge: lives on that parent's care and means",
    nl="de broer of zus komt ten laste van die ouder: leeft van de zorg en de middelen van die ouder",
)
def dependent_on_parent(at_parents_charge: bool) -> bool:
    """Ten laste van de ouder; not the same as more than normal dependency."""
    return at_parents_charge


@until_day(
    "sponsor_entered_on",
    source=IND_NEW_RULES,
    en="the brother or sister was under 18 on the day of the sponsor's entry (D0)",
    nl="de broer of zus was jonger dan 18 op de dag van binnenkomst van de hoofdpersoon (D0)",
)
def sibling_under_18_on_entry(born_on: date) -> date:
    """The reading of the IND."""
    return last_day_under(born_on, 18)


sibling_under_18 = named(
    contested(
        "sibling-age-on-decision",
        main=contested(
            "sibling-age-on-application",
            main=sibling_under_18_on_entry,
            other=cited(shared.under_18_on_d3, VW["29c.1.d"]),
            source=(VW["29c.1.d"], IND_NEW_RULES),
            en="the day on which a brother or sister must be under 18 is open: the IND takes the sponsor's entry, it "
            "can be the application",
            nl="op welke dag een broer of zus jonger dan 18 moet zijn staat open: de IND neemt de binnenkomst van de "
            "hoofdpersoon, het kan de aanvraag zijn",
        ),
        other=cited(shared.under_18_on_d4, VW["29c.1.d"]),
        source=(VW["29c.1.d"], IND_NEW_RULES),
        en="the day on which a brother or sister must be under 18 is open: the IND takes the sponsor's entry, it can be "
        "the decision",
        nl="op welke dag een broer of zus jonger dan 18 moet zijn staat open: de IND neemt de binnenkomst van de "
        "hoofdpersoon, het kan het besluit zijn",
    ),
    id="sibling-under-18",
    source=(VW["29c.1.d"], IND_NEW_RULES),
    mark=Mark.POLICY,
    en="the brother or sister is under 18 on the day that counts",
    nl="de broer of zus is jonger dan 18 op de dag die telt",
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
        cited(shared.sponsor_uam, VW["29c.1.d"], mark=Mark.CASE_LAW),
        sibling_under_18,
        shared.with_parent(VW["29c.1.d"]),
        same_time,
        dependent_on_parent,
        marriage_does_not_count,
        shared.family_at_entry(shared.kin_on_entry, VW["29c.1"]),
        shared.real_family_life,
        in_time_for_siblings,
        subsidiary_conditions,
        special_ties,
    ],
    evidence=(procedure.IDENTITY, procedure.DESCENT, procedure.DEPENDENCY, procedure.ALL_TOGETHER),
)

# ---------------------------------------------------------------- C-560/20: the dependent adult sibling

_DEPENDENT_SIBLING_EN = (
    "C-560/20 asks that such a brother or sister is admitted so that the parents can come; the national text has no "
)
_DEPENDENT_SIBLING_NL = (
    "C-560/20 vraagt dat zo'n broer of zus wordt toegelaten, zodat de ouders kunnen komen; de nationale tekst kent die "
)

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
            where(
                shared.sponsor_is_refugee,
                then=contested(
                    "dependent-sibling",
                    main=shared.is_brother_or_sister,
                    other=UNMET,
                    source=CR_GF_TY,
                    en=_DEPENDENT_SIBLING_EN + "such ground",
                    nl=_DEPENDENT_SIBLING_NL + "grond niet",
                ),
                otherwise=contested(
                    "dependent-sibling-of-subsidiary",
                    main=UNMET,
                    other=shared.is_brother_or_sister,
                    source=CR_GF_TY,
                    en=_DEPENDENT_SIBLING_EN + "such ground, and the ruling is about refugees",
                    nl=_DEPENDENT_SIBLING_NL + "grond niet, en de uitspraak gaat over vluchtelingen",
                ),
            ),
            id="listed",
            source=CR_GF_TY,
            en="such a brother or sister of a refugee is admitted together with the parents",
            nl="zo'n broer of zus van een vluchteling wordt samen met de ouders toegelaten",
        ),
        shared.sponsor_uam,
        shared.with_parent(CR_GF_TY),
        shared.family_at_entry(shared.family_on_entry, VW["29c.1"]),
        shared.real_family_life,
        in_time_for_siblings,
        subsidiary_conditions,
        special_ties,
    ],
    evidence=(procedure.IDENTITY, procedure.DESCENT, procedure.DEPENDENCY, procedure.ALL_TOGETHER),
)

# ---------------------------------------------------------------- art. 29b: already here

REGULATION_FAMILY = QUALIFICATION["3.9"]


@condition(
    source=VW["29b"],
    en="the person entered before the grant was made known (D2)",
    nl="de persoon kwam binnen vóór de bekendmaking van de verlening (D2)",
)
def entered_before_grant(entered_on: date, sponsor_permit_notified_on: date) -> bool:
    """Binnengekomen vóór de verlening."""
    return entered_on < sponsor_permit_notified_on


came_along_or_here = any_of(
    shared.came_with_sponsor,
    cited(shared.is_here, VW["29b"]),
    entered_before_grant,
    id="came-along-or-here",
    source=VW["29b"],
    en="the person came along with the sponsor, or was here before the grant",
    nl="de persoon kwam mee met de hoofdpersoon, of was hier al vóór de verlening",
)


@condition(
    source=REGULATION_FAMILY,
    en="the marriage was concluded before the sponsor arrived in the EU",
    nl="het huwelijk is gesloten vóór de aankomst van de hoofdpersoon in de EU",
)
def married_before_eu(married_on: date, sponsor_entered_eu_on: date) -> bool:
    """Huwelijk vóór aankomst in de EU."""
    return married_on < sponsor_entered_eu_on


@condition(
    source=REGULATION_FAMILY,
    en="the relationship began before the sponsor arrived in the EU",
    nl="de relatie begon vóór de aankomst van de hoofdpersoon in de EU",
)
def relationship_before_eu(family_since: date, sponsor_entered_eu_on: date) -> bool:
    """Relatie vóór aankomst in de EU."""
    return family_since < sponsor_entered_eu_on


@condition(
    source=REGULATION_FAMILY,
    en="the person belonged to the family when the sponsor arrived in the EU",
    nl="de persoon hoorde bij het gezin toen de hoofdpersoon in de EU aankwam",
)
def family_before_eu(family_since: date, sponsor_entered_eu_on: date) -> bool:
    """Gezin vóór aankomst in de EU."""
    return family_since <= sponsor_entered_eu_on


@condition(source=REGULATION_FAMILY, en="the person is a child", nl="de persoon is een kind")
def is_child(relation: Relation) -> bool:
    """Kind."""
    return relation == Relation.CHILD


@condition(
    source=REGULATION_FAMILY,
    en="the person is a spouse or partner",
    nl="de persoon is echtgenoot of partner",
)
def is_of_couple(relation: Relation) -> bool:
    """Echtgenoot, geregistreerd partner of ongehuwde partner."""
    return relation in COUPLE


@condition(
    source=REGULATION_FAMILY,
    en="the person is more than normally dependent",
    nl="de persoon is meer dan gebruikelijk afhankelijk",
)
def is_dependent(dependent: bool) -> bool:
    """Afhankelijk."""
    return dependent


# art. 3(9)(a): the couple

recognised_spouse = all_of(shared.is_married_or_registered, shared.marriage_valid, shared.marriage_recognised)

already_here_couple = all_of(
    any_of(
        all_of(recognised_spouse, married_before_eu),
        all_of(
            shared.durable_and_exclusive,
            contested(
                "unmarried-couple-already-here",
                main=MET,
                other=UNMET,
                source=REGULATION_FAMILY,
                en="unmarried couples count where national law treats them like spouses; since June 2026 that is open here",
                nl="ongehuwde stellen tellen als het nationale recht hen als echtgenoten behandelt; sinds juni 2026 staat dat hier "
                "open",
            ),
            relationship_before_eu,
        ),
        id="family-at-entry",
        source=VW["29b"],
        en="the couple was married, or in a durable relationship, before the sponsor arrived in the EU",
        nl="het stel was getrouwd, of had een duurzame relatie, voordat de hoofdpersoon in de EU aankwam",
    ),
    named(
        where(
            shared.both_adults,
            then=MET,
            otherwise=contested(
                "child-spouse-already-here",
                main=UNMET,
                other=OPEN,
                source=REGULATION_FAMILY,
                en="where one of the two is under 18 the couple is not admitted as a couple here; what the best interests of the "
                "child ask must be looked into apart",
                nl="als een van beiden nog geen 18 is, wordt het stel hier niet als stel toegelaten; wat het belang van het kind "
                "vraagt moet apart worden bekeken",
            ),
        ),
        id="both-adults",
        source=(VW["29b"], REGULATION_FAMILY),
        en="both are 18 or over",
        nl="beiden zijn 18 of ouder",
    ),
    named(
        where(
            shared.both_adults,  # of a couple that is no couple here, who comes first is not asked
            then=contested(
                "further-spouse-already-here",
                main=all_of(shared.no_other_chosen, shared.no_other_partner_here),
                other=MET,
                source=REGULATION_FAMILY,
                en="the Regulation does not speak of a further spouse who came along",
                nl="de verordening spreekt niet van een volgende echtgenoot die meekwam",
            ),
        ),
        id="one-spouse",
        source=VC_NAREIS,
        mark=Mark.INFERRED,
        en="no other spouse or partner comes first (in a polygamous family only one counts)",
        nl="er gaat geen andere echtgenoot of partner voor (bij polygamie telt er maar één)",
    ),
)

# art. 3(9)(b): children, minor or dependent, and unmarried

already_here_child = all_of(
    named(
        all_of(
            contested(
                "foster-child-already-here",
                main=not_(shared.is_foster_child),
                other=MET,
                source=REGULATION_FAMILY,
                en="the Regulation names the children of either, adopted ones included; whether a foster child counts is open",
                nl="de verordening noemt de kinderen van een van beiden, ook geadopteerde; of een pleegkind telt staat open",
            ),
            where(
                shared.is_step_child,
                then=contested(
                    "step-child-already-here",
                    main=MET,
                    other=UNMET,
                    source=REGULATION_FAMILY,
                    en="the Regulation names children of the couple or of the sponsor; a child of the spouse alone is not named",
                    nl="de verordening noemt kinderen van het stel of van de hoofdpersoon; een kind van alleen de echtgenoot "
                    "noemt zij niet",
                ),
            ),
        ),
        id="listed",
        source=REGULATION_FAMILY,
        en="the person is a child of the couple or of the sponsor",
        nl="de persoon is een kind van het stel of van de hoofdpersoon",
    ),
    any_of(
        cited(shared.is_unmarried, REGULATION_FAMILY),
        shared.under_18_on_d4,
        id="unmarried",
        source=REGULATION_FAMILY,
        en="the child is unmarried, or a minor whose marriage could not have been concluded here",
        nl="het kind is ongehuwd, of minderjarig met een huwelijk dat hier niet had kunnen worden gesloten",
    ),
    any_of(
        shared.child_under_18_on_d1,
        is_dependent,
        id="under-18",
        source=REGULATION_FAMILY,
        en="the child is a minor, or an adult who is dependent",
        nl="het kind is minderjarig, of meerderjarig en afhankelijk",
    ),
    shared.family_at_entry(
        where(
            all_of(shared.is_kin_by_birth, shared.born_after_entry),
            then=contested(
                "born-after-arrival",
                main=MET,
                other=UNMET,
                source=REGULATION_FAMILY,
                en="the child was born after the sponsor arrived; the Regulation speaks of a family that existed before",
                nl="het kind is na de aankomst van de hoofdpersoon geboren; de verordening spreekt van een gezin dat er "
                "al was",
            ),
            otherwise=family_before_eu,
        ),
        VW["29b"],
    ),
)

# art. 3(9)(c): a minor's father, mother or another adult who is responsible. A minor counts as unmarried where the
# marriage could not have been concluded here, and here nobody under 18 can marry.

sponsor_was_minor = named(
    shared.sponsor_under_18_on_d1,
    id="sponsor-minor",
    source=REGULATION_FAMILY,
    en="the sponsor was a minor when applying for asylum (D1)",
    nl="de hoofdpersoon was bij de asielaanvraag (D1) minderjarig",
)


@condition(
    source=REGULATION_FAMILY,
    en="the person is responsible for the minor, by law or in practice",
    nl="de persoon is verantwoordelijk voor de minderjarige, volgens de wet of in de praktijk",
)
def is_responsible(responsible_for_minor: bool) -> bool:
    """Volwassene die verantwoordelijk is."""
    return responsible_for_minor


responsible_adult = all_of(
    any_of(
        all_of(cited(shared.is_parent, REGULATION_FAMILY), shared.is_own_parent),
        all_of(is_responsible, shared.adult_on_decision),
        id="responsible-for-minor",
        source=REGULATION_FAMILY,
        en="the person is the minor's father or mother, or another adult who is responsible for the minor",
        nl="de persoon is de vader of moeder van de minderjarige, of een andere volwassene die verantwoordelijk is",
    ),
    sponsor_was_minor,
)

# art. 23(7): other close relatives, if the Netherlands uses it

close_relative = contested(
    "other-close-relatives",
    main=UNMET,
    other=all_of(shared.lived_in_household, is_dependent),
    source=QUALIFICATION["23.7"],
    en="whether the Netherlands uses art. 23(7), for other close relatives who lived together and depend on the sponsor and "
    "for married minors, is open",
    nl="of Nederland art. 23 lid 7 gebruikt, voor andere naaste verwanten die samenwoonden en van de hoofdpersoon afhangen en "
    "voor getrouwde minderjarigen, staat open",
)

already_here_relative = all_of(
    any_of(responsible_adult, close_relative),
    shared.family_at_entry(family_before_eu, VW["29b"]),
)

already_here = Ground(
    id="already-here",
    title=Text(en="family member who is already here", nl="gezinslid dat al hier is"),
    source=VW["29b"],
    relations=frozenset(Relation),
    who=came_along_or_here,
    conditions=[
        contested(
            "already-here",
            main=where(
                is_child,
                already_here_child,
                otherwise=where(is_of_couple, already_here_couple, already_here_relative),
            ),
            other=UNMET,
            source=(VW["29b"], REGULATION_FAMILY),
            en="how art. 29b and the wider family of the Regulation are applied to members who are already here is unsettled",
            nl="hoe art. 29b en het ruimere gezin van de verordening worden toegepast op gezinsleden die al hier zijn staat "
            "niet vast",
        ),
    ],
    # The bars of art. 23(3) to (5) look at the member, not at the sponsor.
    general=[
        shared.own_status,
        shared.bond_not_broken,
        cited(shared.genuine_tie, QUALIFICATION["23.4"]),
        named(
            shared.member_not_1f,
            id="not-1f",
            source=QUALIFICATION["23.3"],
            en="the person is not excluded from protection",
            nl="de persoon is niet van bescherming uitgesloten",
        ),
        cited(shared.no_danger_to_public_order, QUALIFICATION["23.5"]),
    ],
    evidence=(procedure.IDENTITY, procedure.ALL_TOGETHER),
)

# ---------------------------------------------------------------- nobody else


@condition(
    id="listed",
    source=VW["29c.1"],
    en="the person is on the closed list of art. 29c",
    nl="de persoon staat op de gesloten lijst van art. 29c",
)
def relation_listed(relation: Relation) -> bool:
    """No unmarried partners, grandparents, grandchildren or other relatives."""
    return relation in (Relation.SPOUSE, Relation.CHILD, Relation.PARENT, Relation.SIBLING)


# ---------------------------------------------------------------- disputes over which law applies

other_law = (
    OtherLaw(
        point="pending-on-change-day",
        when=all_of(
            shared.applied_before_change,
            shared.decided_since_change,
            not_(shared.mvv_before_change),
            not_(shared.refused_before_change),
        ),
        rule_set=SINGLE_STATUS,
        sources=(STB_2026_105, IND_NEW_RULES, VB["3.103"]),
        why=Text(
            en="the application was pending on 12 June 2026; the new law has no transitional provision, but its immediate "
            "effect is disputed in court. Vb art. 3.103 (the law at receipt, unless later law is better) is an argument; "
            "whether it reaches nareis is unsettled",
            nl="de aanvraag liep op 12 juni 2026; de nieuwe wet heeft geen overgangsrecht, maar de onmiddellijke werking "
            "is bij de rechter omstreden. Vb art. 3.103 (het recht bij ontvangst, tenzij later recht gunstiger is) is een "
            "argument; of het voor nareis geldt staat niet vast",
        ),
    ),
    OtherLaw(
        point="mvv-granted-before-change",
        when=all_of(shared.mvv_before_change, shared.decided_since_change),
        rule_set=SINGLE_STATUS,
        sources=(VW["28.1.c"],),
        why=Text(
            en="an mvv was granted before 12 June 2026 and the permit is given after it. Art. 28 lid 1 c asks that art. 29c or "
            "29d be met when the permit is given; which law governs it is contested",
            nl="er is vóór 12 juni 2026 een mvv verleend en de vergunning komt daarna. Art. 28 lid 1 c vraagt dat bij de "
            "verlening van de vergunning aan art. 29c of 29d is voldaan; welk recht geldt is omstreden",
        ),
    ),
    OtherLaw(
        point="objection-pending-on-change-day",
        when=all_of(shared.refused_before_change, shared.decided_since_change),
        rule_set=SINGLE_STATUS,
        sources=(STB_2026_105, VB["3.103"]),
        why=Text(
            en="the refusal is from before 12 June 2026: if an objection was made in time, the decision on it looks at the "
            "present law, but an unlawful old refusal should not be cured by a new law. Vb art. 3.103 is an argument; whether "
            "it reaches nareis is unsettled",
            nl="de afwijzing is van vóór 12 juni 2026: als er op tijd bezwaar is gemaakt, kijkt het besluit daarop naar het "
            "geldende recht, maar een nieuwe wet hoort een onrechtmatige oude afwijzing niet te herstellen. Vb art. 3.103 is "
            "een argument; of het voor nareis geldt staat niet vast",
        ),
    ),
)

# ---------------------------------------------------------------- what a report adds


@condition(
    source=VB["3.105"],
    en="the sponsor can never meet the income norm",
    nl="de hoofdpersoon kan de inkomensnorm nooit halen",
)
def can_never_meet_norm(sponsor_means_unattainable: bool) -> bool:
    """Geen vrijstelling in Vb 3.105."""
    return sponsor_means_unattainable


_ON_THE_LIST = {Relation.SPOUSE, Relation.REGISTERED_PARTNER, Relation.CHILD, Relation.PARENT, Relation.SIBLING}

with_term = all_of(shared.sponsor_is_refugee, shared.holds_own_asylum_permit, not_(came_along_or_here))
"""Art. 29c has a term, art. 29d has none, and art. 29b has no window."""

age_counts_on_d3 = where(shared.sponsor_is_refugee, then=not_(shared.within_three_months))
"""In time, a refugee's child is looked at on D1; with subsidiary protection D3 is the main reading."""

pending = all_of(shared.applied_before_change, shared.decided_since_change, not_(procedure.mvv_was_granted))

_YOUNG = {Relation.CHILD, Relation.SIBLING}

notes = (
    Note(
        id="file-within-three-months",
        when=all_of(
            not_(shared.sponsor_is_refugee),
            procedure.three_months_run,
            not_(procedure.is_filed_already),
            not_(came_along_or_here),
        ),
        relations=_ON_THE_LIST,
        day=procedure.three_months_run,
        sources=(VW["29d.1"], IND_NEW_RULES),
        text=Text(
            en="Art. 29d names no term, but refers to the family members of art. 29c; the IND names a term only for refugees. "
            "File within three months after the grant all the same, by {day}, and take advice on the risk of an early refusal.",
            nl="Art. 29d noemt geen termijn, maar verwijst naar de gezinsleden van art. 29c; de IND noemt alleen voor "
            "vluchtelingen een termijn. Dien toch binnen drie maanden na de verlening in, uiterlijk op {day}, en vraag advies "
            "over het risico van een vroege afwijzing.",
        ),
    ),
    Note(
        id="turns-18-before-wait-ends",
        when=shared.under_18_on_d4,
        relations=_YOUNG,
        day=shared.adult_on_decision,
        before_eligible=True,
        sources=(VW["29d.2.a"],),
        text=Text(
            en="This person turns 18 on {day}, before the conditions of art. 29d lid 2 can be met. An application that is refused for "
            "them and filed anew after that birthday may be judged as an adult's. Take advice before the birthday.",
            nl="Deze persoon wordt 18 op {day}, voordat aan de voorwaarden van art. 29d lid 2 kan zijn voldaan. Een aanvraag die "
            "daarom wordt afgewezen en na die verjaardag opnieuw wordt gedaan, kan als die van een volwassene worden beoordeeld. "
            "Vraag advies vóór de verjaardag.",
        ),
    ),
    Note(
        id="do-not-withdraw",
        when=pending,
        sources=(STB_2026_105, IND_NEW_RULES),
        text=Text(
            en="Do not withdraw the pending application without advice.",
            nl="Trek de lopende aanvraag niet in zonder advies.",
        ),
    ),
    Note(
        id="decisions-on-hold",
        when=pending,
        sources=(IND_NEW_RULES,),
        text=Text(
            en="As announced by the IND (read on 7 October 2026), decisions are on hold for most sponsors with subsidiary protection, and for refugees whose "
            "relatives no longer qualify. It does decide for a refugee's spouse and children under 18, for parents and minor "
            "siblings of an unaccompanied minor with subsidiary protection whose permit is over two years old, and on art. 8 "
            "ECHR.",
            nl="Volgens de aankondiging van de IND (gelezen op 7 oktober 2026) worden beslissingen aangehouden voor de meeste "
            "hoofdpersonen met subsidiaire bescherming, en voor vluchtelingen van wie de familieleden niet meer onder de regels "
            "vallen. De IND beslist wel voor de echtgenoot en kinderen onder 18 "
            "van een vluchteling, voor ouders en minderjarige broers en zussen van een amv met subsidiaire bescherming van wie "
            "de vergunning ouder is dan twee jaar, en over art. 8 EVRM.",
        ),
    ),
    Note(
        id="means-unattainable",
        only_with=("means",),
        when=all_of(not_(shared.sponsor_is_refugee), not_(shared.sponsor_uam), can_never_meet_norm),
        sources=(VW["29d.2.b"], VB["3.105"]),
        text=Text(
            en="The sponsor can never meet the income norm. The law says that the authority may refuse for it, not that it "
            "must: an individual decision can be asked, and art. 8 ECHR can be relied on.",
            nl="De hoofdpersoon kan de inkomensnorm nooit halen. De wet zegt dat de aanvraag daarom kan worden afgewezen, "
            "niet dat dit moet: vraag een individuele beslissing, en beroep u op art. 8 EVRM.",
        ),
    ),
    Note(
        id="norm-not-known",
        only_with=("means",),
        when=all_of(not_(shared.sponsor_is_refugee), worked_out_from_income, not_(norm_known_on_application)),
        sources=(VB["3.74"],),
        text=Text(
            en="The minimum-wage norm of the half-year of the application is not known here, and none is used.",
            nl="De minimumloonnorm van het halfjaar van de aanvraag is hier niet bekend, en er is geen norm gebruikt.",
        ),
    ),
    Note(
        id="no-exception-for-couples",
        relations={Relation.PARTNER},
        unmet=("listed",),
        sources=(VW["29c.1.a"],),
        text=Text(
            en="The list has no exception for couples who may not marry in their country.",
            nl="De lijst kent geen uitzondering voor stellen die in hun land niet mogen trouwen.",
        ),
    ),
    Note(
        id="wait-and-article-8",
        unmet=("two-year-wait",),
        sources=(M_A,),
        text=Text(
            en="A wait without an individual assessment violates art. 8 ECHR (M.A. v. Denmark). Two years are within the margin "
            "of the State; beyond that, obstacles to family life elsewhere weigh more and more, and the months of deciding come "
            "on top.",
            nl="Een wachttijd zonder individuele beoordeling schendt art. 8 EVRM (M.A. tegen Denemarken). Twee jaar valt binnen "
            "de ruimte van de staat; daarna wegen belemmeringen voor gezinsleven elders steeds zwaarder, en de maanden van "
            "beslissen komen erbij.",
        ),
    ),
    Note(
        id="belgian-reference",
        unmet=("two-year-wait", "means", "housing"),
        sources=(BELGIAN_REFERENCE,),
        text=Text(
            en="On 26 February 2026 the Belgian Constitutional Court suspended a two-year wait, income and housing for "
            "subsidiary protection and put five questions to the Court of Justice of the EU (known from the press). It changes "
            "no verdict here, and is an argument against all three conditions of art. 29d lid 2.",
            nl="Op 26 februari 2026 schorste het Belgische Grondwettelijk Hof een wachttijd van twee jaar, inkomen en woonruimte "
            "bij subsidiaire bescherming, en stelde het vijf vragen aan het Hof van Justitie van de EU (bekend uit de pers). Hier "
            "verandert dat geen uitkomst; het is een argument tegen alle drie de voorwaarden van art. 29d lid 2.",
        ),
    ),
    Note(
        id="income-and-article-8",
        unmet=("means",),
        sources=(B_F,),
        text=Text(
            en="An income condition must be applied with flexibility and may not ask the impossible (B.F. and Others v. "
            "Switzerland, about refugees; by analogy, and with a wider margin, for subsidiary protection). The exemptions for "
            "pension age and lasting incapacity are not repeated in Vb art. 3.105.",
            nl="Een inkomenseis moet soepel worden toegepast en mag niet het onmogelijke vragen (B.F. e.a. tegen Zwitserland, over "
            "vluchtelingen; naar analogie, en met een ruimere marge, voor subsidiaire bescherming). De vrijstellingen voor "
            "pensioenleeftijd en blijvende arbeidsongeschiktheid staan niet in Vb art. 3.105.",
        ),
    ),
)

claim_refugee_status = Note(
    id="route-refugee-status",
    about=About.ROUTE,
    when=not_(shared.sponsor_is_refugee),
    sources=(VW["29d"],),
    text=Text(
        en="The sponsor may have reason to claim refugee status after all; under the law from 12 June 2026 it changes "
        "everything for the family. Take advice (inferred).",
        nl="De hoofdpersoon kan reden hebben om alsnog de vluchtelingenstatus te vragen; onder het recht vanaf 12 juni 2026 "
        "verandert dat alles voor het gezin. Vraag advies (afgeleid).",
    ),
)

two_years_end = Milestone(
    id="two-years",
    day=two_years_since_permit,
    when=not_(shared.sponsor_is_refugee),
    unmet=("two-year-wait",),
    text=Text(
        en="The two years since the grant are over: from this day the wait is no reason to refuse. An application before that "
        "day is not barred; the day of the decision counts.",
        nl="De twee jaar sinds de verlening zijn om: vanaf deze dag is de wachttijd geen reden voor afwijzing. Eerder aanvragen "
        "mag; de dag van het besluit telt.",
    ),
)

TWO_STATUS = RuleSet(
    id="two-status",
    title=Text(
        en="from 12 June 2026: two asylum statuses (Vw 2000 arts 29b-29d)",
        nl="vanaf 12 juni 2026: twee asielstatussen (Vw 2000 artt. 29b-29d)",
    ),
    short=Text(en="from 12 June 2026", nl="vanaf 12 juni 2026"),
    sources=(VW["29c"], VW["29d"], VW["29b"], STB_2026_105),
    since=CHANGE_DAY,
    general=[
        shared.own_status,
        shared.bond_not_broken,
        shared.genuine_tie,
        shared.not_1f,
        cited(shared.no_danger_to_public_order, VW["32.5.b"], mark=Mark.INFERRED),
    ],
    grounds=(spouse, minor_child, parent, sibling, dependent_sibling, already_here),
    unlisted=relation_listed,
    other_law=other_law,
    notes=(
        *procedure.remarks,
        *procedure.remarks_of_term(with_term, age_counts_on_d3),
        *notes,
        *procedure.routes,
        claim_refugee_status,
        *procedure.permit_two_status,
    ),
    milestones=(*procedure.term(with_term, _ON_THE_LIST), *procedure.milestones, two_years_end),
)
