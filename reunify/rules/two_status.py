"""Vw 2000 arts 29b, 29c and 29d (from 12 June 2026): one nareis for refugees, a narrower one for others.

Art. 29c lid 1 is a closed list, with a term of three months. Art. 29d sends subsidiary protection to the
same list, without naming the term again, and adds three grounds on which the authority *may* refuse: two
years since the grant, means, housing. Art. 29b is for family members who are already here.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from reunify.facts import Housing, Parentage, Relation
from reunify.logic import (
    MET,
    UNMET,
    Curable,
    Node,
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
)
from reunify.rules.single_status import SINGLE_STATUS
from reunify.ruleset import About, Ground, Milestone, Note, OtherLaw, RuleSet
from reunify.sources import (
    ATW,
    CR_GF_TY,
    EU_DIRECTIVE,
    IND_NEW_RULES,
    QUALIFICATION,
    STB_2026_105,
    VB,
    VC_NAREIS,
    VW,
    XC,
    Mark,
)
from reunify.terms import (
    DECREED_DAYS_END,
    end_of_months,
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
        en="entered or applied for within three months after the grant was made known (D2)",
        nl="binnengekomen of aangevraagd binnen drie maanden na de bekendmaking van de verlening (D2)",
    )


# Art. 29d does not repeat the three months. The verdict does not turn on them; only the day is contested.
no_term = contested(
    "no-term-for-subsidiary",
    main=MET,
    other=any_of(shared.applied_within_three_months, MET),
    source=(VW["29d.1"], IND_NEW_RULES),
    en="art. 29d names no term, but refers to the members of art. 29c; the IND names a term only for refugees. File "
    "within three months all the same",
    nl="art. 29d noemt geen termijn, maar verwijst naar de gezinsleden van art. 29c; de IND noemt alleen voor "
    "vluchtelingen een termijn. Dien toch binnen drie maanden in",
)

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


@condition(
    source=VB["3.74"],
    curable=Curable.BY_ACTION,
    en="the income reaches the minimum-wage norm of the application day (D3)",
    nl="het inkomen haalt de minimumloonnorm van de aanvraagdag (D3)",
)
def income_reaches_norm_of_application(sponsor_income_per_month: Decimal, applied_on: date) -> bool:
    """100% of the minimum wage, holiday allowance included."""
    return sponsor_income_per_month >= minimum_wage(applied_on)


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
    en="on the application (D3) the income was certain for another year",
    nl="op de aanvraag (D3) was het inkomen nog een jaar zeker",
)
def lasting_on_application(sponsor_income_until: date, applied_on: date) -> bool:
    """Nog een jaar beschikbaar."""
    return sponsor_income_until >= years_after(applied_on, 1)


@condition(
    source=VB["3.75"],
    curable=Curable.BY_ACTION,
    en="on the decision (D4) the income is certain for another year",
    nl="op het besluit (D4) is het inkomen nog een jaar zeker",
)
def lasting_on_decision(sponsor_income_until: date, decided_on: date) -> bool:
    """Nog een jaar beschikbaar."""
    return sponsor_income_until >= years_after(decided_on, 1)


@from_day(
    source=VB["3.75"],
    curable=Curable.BY_TIME,
    en="wages have sufficed in each of the last three years",
    nl="het loon was in elk van de laatste drie jaar voldoende",
)
def three_years_of_income(sponsor_income_sufficient_since: date) -> date:
    """Drie jaar voldoende loon."""
    return years_after(sponsor_income_sufficient_since, 3)


means = named(
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
            any_of(lasting_on_application, lasting_on_decision, three_years_of_income),
        ),
        otherwise=has_means,
    ),
    id="means",
    source=(VW["29d.2.b"], VB["3.105"]),
    discretionary=True,
    en="the sponsor has own, lasting means of at least the minimum wage",
    nl="de hoofdpersoon heeft zelf duurzame middelen van ten minste het minimumloon",
)


@condition(
    id="housing",
    source=VW["29d.2.c"],
    curable=Curable.BY_ACTION,
    discretionary=True,
    en="the sponsor has housing; a transit location counts, a reception centre does not",
    nl="de hoofdpersoon heeft woonruimte; een doorstroomlocatie telt, een opvangcentrum niet",
)
def has_housing(sponsor_housing: Housing) -> bool:
    """Huisvesting."""
    return sponsor_housing in (Housing.OWN, Housing.TRANSIT)


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
    en="in a polygamous family only one spouse can come",
    nl="bij polygamie kan maar één echtgenoot komen",
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
                source=VW["29c.1.a"],
                en="a registered partner is not on the list, unless registration is equated with marriage",
                nl="een geregistreerd partner staat niet op de lijst, tenzij registratie met huwelijk gelijkstaat",
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
    en="the child is under 18 on the day that the two years end",
    nl="het kind is jonger dan 18 op de dag dat de twee jaar om zijn",
)
def child_under_18_after_wait(born_on: date, sponsor_permit_notified_on: date) -> bool:
    """Minderjarig na de wachttijd."""
    return years_after(permit_starts_on(sponsor_permit_notified_on), 2) <= last_day_under(born_on, 18)


def _other_age(point: str, main: Node, other: Node, day_en: str, day_nl: str) -> Node:
    return contested(
        point,
        main=main,
        other=other,
        source=(VW["29d.1"], XC),
        en=f"for subsidiary protection the day on which the child must be under 18 is open; it can be {day_en}",
        nl=f"bij subsidiaire bescherming staat open op welke dag het kind jonger dan 18 moet zijn; dat kan {day_nl} zijn",
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
            otherwise=shared.is_own_child,
        ),
        under_18,
    ),
    id="listed",
    source=VW["29c.1.b"],
    en="the person is on the closed list as a biological or adopted child under 18",
    nl="de persoon staat op de gesloten lijst als biologisch of geadopteerd kind onder 18",
)

minor_child = Ground(
    id="minor-child",
    title=Text(en="biological or adopted child under 18", nl="biologisch of geadopteerd kind onder 18"),
    source=VW["29c.1.b"],
    relations={Relation.CHILD},
    conditions=[
        child_listed,
        shared.family_at_entry(shared.child_on_entry, VW["29c.1"]),
        shared.real_family_life_with_child,
        cited(shared.not_independent, VC_NAREIS, mark=Mark.INFERRED),
        cited(shared.consent, VC_NAREIS, mark=Mark.INFERRED),
        named(
            contested(
                "married-minor",
                main=MET,
                other=shared.is_unmarried,
                source=EU_DIRECTIVE["4.1.d"],
                en="the law does not say that the child must be unmarried; the Directive does",
                nl="de wet zegt niet dat het kind ongehuwd moet zijn; de richtlijn wel",
            ),
            id="unmarried",
            source=EU_DIRECTIVE["4.1.d"],
            mark=Mark.INFERRED,
            en="that a minor child is married does not count against it",
            nl="dat een minderjarig kind getrouwd is telt niet tegen het kind",
        ),
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
            en="that the parent brought the minor here and left does not count",
            nl="dat de ouder de minderjarige bracht en vertrok telt niet",
        ),
        in_time_for_parents,
        subsidiary_conditions,
        special_ties_above_floor,
    ],
    evidence=(procedure.IDENTITY, procedure.DESCENT, procedure.MINORITY, procedure.ALL_TOGETHER),
)

# ---------------------------------------------------------------- art. 29c lid 1 d: minor siblings of a UAM


@condition(source=VW["29c.1.d"], en="the person is a half sibling", nl="de persoon is een halfbroer of halfzus")
def is_half_sibling(parentage: Parentage) -> bool:
    """Halfbroer, halfzus."""
    return parentage == Parentage.HALF


@condition(
    source=VW["29c.1.d"],
    en="the person is no step or foster sibling",
    nl="de persoon is geen stief- of pleegbroer of -zus",
)
def is_not_step_or_foster_sibling(parentage: Parentage) -> bool:
    """Geen stief- of pleegbroer of -zus."""
    return parentage not in (Parentage.STEP, Parentage.FOSTER)


sibling_listed = named(
    where(
        is_half_sibling,
        then=contested(
            "half-sibling",
            main=MET,
            other=UNMET,
            source=VW["29c.1.d"],
            en="the law does not say whether a half brother or half sister counts",
            nl="de wet zegt niet of een halfbroer of halfzus meetelt",
        ),
        otherwise=contested(
            "step-or-foster-sibling",
            main=is_not_step_or_foster_sibling,
            other=MET,
            source=VW["29c.1.d"],
            en="the law does not say whether a step or foster brother or sister counts",
            nl="de wet zegt niet of een stief- of pleegbroer of -zus meetelt",
        ),
    ),
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
    en="the application was made at the same time as the parent's",
    nl="de aanvraag is gelijktijdig met die van de ouder gedaan",
)


@condition(
    id="dependent-on-parent",
    source=VW["29c.1.d"],
    en="the brother or sister is dependent on that parent",
    nl="de broer of zus komt ten laste van die ouder",
)
def dependent_on_parent(dependent: bool) -> bool:
    """Ten laste van de ouder."""
    return dependent


@until_day(
    "sponsor_entered_on",
    source=IND_NEW_RULES,
    en="the brother or sister was under 18 on the sponsor's entry (D0)",
    nl="de broer of zus was jonger dan 18 op de binnenkomst van de hoofdpersoon (D0)",
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
        shared.family_at_entry(shared.family_on_entry, VW["29c.1"]),
        shared.real_family_life,
        in_time_for_siblings,
        subsidiary_conditions,
        special_ties,
    ],
    evidence=(procedure.IDENTITY, procedure.DESCENT, procedure.DEPENDENCY, procedure.ALL_TOGETHER),
)

# ---------------------------------------------------------------- C-560/20: the dependent adult sibling

_DEPENDENT_SIBLING_EN = (
    "C-560/20 asks for the sister's admission so that the parents can come; the national text has no "
)
_DEPENDENT_SIBLING_NL = (
    "C-560/20 vraagt toelating van de zus zodat de ouders kunnen komen; de nationale tekst kent die "
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
                    main=MET,
                    other=UNMET,
                    source=CR_GF_TY,
                    en=_DEPENDENT_SIBLING_EN + "such ground",
                    nl=_DEPENDENT_SIBLING_NL + "grond niet",
                ),
                otherwise=contested(
                    "dependent-sibling-of-subsidiary",
                    main=UNMET,
                    other=MET,
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


@condition(source=REGULATION_FAMILY, en="the person is an unmarried partner", nl="de persoon is ongehuwde partner")
def is_unmarried_partner(relation: Relation) -> bool:
    """Ongehuwde partner."""
    return relation == Relation.PARTNER


@condition(source=REGULATION_FAMILY, en="the person is a child", nl="de persoon is een kind")
def is_child(relation: Relation) -> bool:
    """Kind."""
    return relation == Relation.CHILD


@condition(
    source=REGULATION_FAMILY,
    en="the child is dependent",
    nl="het kind is afhankelijk",
)
def is_dependent_child(dependent: bool) -> bool:
    """Afhankelijk meerderjarig kind."""
    return dependent


already_here_couple = all_of(
    where(
        is_unmarried_partner,
        then=shared.durable_and_exclusive,
        otherwise=any_of(shared.marriage_valid, shared.durable_and_exclusive),
    ),
    shared.family_at_entry(
        where(is_unmarried_partner, then=relationship_before_eu, otherwise=married_before_eu),
        VW["29b"],
    ),
)
already_here_child = all_of(
    named(
        contested(
            "foster-child-already-here",
            main=not_(shared.is_foster_child),
            other=MET,
            source=REGULATION_FAMILY,
            en="the Regulation names the children of either, adopted ones included; whether a foster child counts is open",
            nl="de verordening noemt de kinderen van een van beiden, ook geadopteerde; of een pleegkind telt staat open",
        ),
        id="listed",
        source=REGULATION_FAMILY,
        en="the person is a child of the sponsor or of the spouse or partner",
        nl="de persoon is een kind van de hoofdpersoon of van de echtgenoot of partner",
    ),
    named(
        cited(shared.is_unmarried, REGULATION_FAMILY),
        id="unmarried",
        source=REGULATION_FAMILY,
        en="the child is unmarried",
        nl="het kind is ongehuwd",
    ),
    any_of(
        shared.child_under_18_on_d1,
        is_dependent_child,
        id="under-18",
        source=REGULATION_FAMILY,
        en="the child is a minor, or an adult who is dependent",
        nl="het kind is minderjarig, of meerderjarig en afhankelijk",
    ),
    shared.family_at_entry(
        where(
            all_of(shared.is_biological_child, shared.born_after_entry),
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
already_here_parent = all_of(
    named(
        shared.sponsor_under_18_on_d1,
        id="sponsor-minor",
        source=REGULATION_FAMILY,
        en="the sponsor was a minor when applying for asylum (D1)",
        nl="de hoofdpersoon was bij de asielaanvraag (D1) minderjarig",
    ),
    shared.family_at_entry(family_before_eu, VW["29b"]),
)


@condition(source=REGULATION_FAMILY, en="the person is a parent", nl="de persoon is een ouder")
def is_parent(relation: Relation) -> bool:
    """Ouder."""
    return relation == Relation.PARENT


already_here = Ground(
    id="already-here",
    title=Text(en="family member who is already here", nl="gezinslid dat al hier is"),
    source=VW["29b"],
    relations={Relation.SPOUSE, Relation.REGISTERED_PARTNER, Relation.PARTNER, Relation.CHILD, Relation.PARENT},
    who=came_along_or_here,
    conditions=[
        contested(
            "already-here",
            main=where(
                is_child, then=already_here_child, otherwise=where(is_parent, already_here_parent, already_here_couple)
            ),
            other=UNMET,
            source=(VW["29b"], REGULATION_FAMILY),
            en="how art. 29b and the wider family of the Regulation are applied to members who are already here is "
            "unsettled; for unmarried partners it also turns on whether national law treats them like spouses",
            nl="hoe art. 29b en het ruimere gezin van de verordening worden toegepast op gezinsleden die al hier zijn "
            "staat niet vast; bij ongehuwde partners telt ook of het nationale recht hen als echtgenoten behandelt",
        ),
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
        when=all_of(shared.applied_before_change, shared.decided_since_change),
        rule_set=SINGLE_STATUS,
        sources=(STB_2026_105, IND_NEW_RULES, VB["3.103"]),
        why=Text(
            en="the application was pending on 12 June 2026; the new law has no transitional provision, but its immediate "
            "effect is disputed in court",
            nl="de aanvraag liep op 12 juni 2026; de nieuwe wet heeft geen overgangsrecht, maar de onmiddellijke werking "
            "is bij de rechter omstreden",
        ),
    ),
    OtherLaw(
        point="mvv-granted-before-change",
        when=all_of(shared.mvv_before_change, shared.decided_since_change),
        rule_set=SINGLE_STATUS,
        sources=(VW["28.1.c"],),
        why=Text(
            en="an mvv was granted before 12 June 2026 and the permit is given after it; which law governs the permit is "
            "contested",
            nl="er is vóór 12 juni 2026 een mvv verleend en de vergunning komt daarna; welk recht voor de vergunning "
            "geldt is omstreden",
        ),
    ),
    OtherLaw(
        point="objection-pending-on-change-day",
        when=all_of(shared.refused_before_change, shared.decided_since_change),
        rule_set=SINGLE_STATUS,
        sources=(STB_2026_105, VB["3.103"]),
        why=Text(
            en="an objection was pending on 12 June 2026; the decision on it looks at the present law, but an unlawful old "
            "refusal should not be cured by a new law",
            nl="er liep op 12 juni 2026 een bezwaar; het besluit daarop kijkt naar het geldende recht, maar een nieuwe wet "
            "hoort een onrechtmatige oude afwijzing niet te herstellen",
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


@condition(
    source=ATW["3.3"],
    en="the three months end after the last decreed day that is known",
    nl="de drie maanden eindigen na de laatste bekende dag bij besluit",
)
def term_ends_after_table(sponsor_permit_notified_on: date) -> bool:
    """De lijst van gelijkgestelde dagen eindigt."""
    return end_of_months(sponsor_permit_notified_on, 3) > DECREED_DAYS_END


_YOUNG = {Relation.CHILD, Relation.SIBLING}

notes = (
    Note(
        id="file-within-three-months",
        when=not_(shared.sponsor_is_refugee),
        sources=(VW["29d.1"], IND_NEW_RULES),
        text=Text(
            en="File within three months after the grant all the same, and take advice on the risk of an early refusal.",
            nl="Dien toch binnen drie maanden na de verlening in, en vraag advies over het risico van een vroege afwijzing.",
        ),
    ),
    Note(
        id="turns-18-before-wait-ends",
        when=all_of(
            not_(shared.sponsor_is_refugee),
            shared.under_18_on_d4,
            not_(child_under_18_after_wait),
        ),
        relations=_YOUNG,
        day=shared.adult_on_decision,
        sources=(VW["29d.2.a"],),
        text=Text(
            en="This person turns 18 on {day}, before the two years end. An application that is refused because of the wait and filed "
            "anew after that birthday may be judged as an adult's. Take advice before the birthday.",
            nl="Deze persoon wordt 18 op {day}, voordat de twee jaar om zijn. Een aanvraag die door de wachttijd wordt afgewezen en na "
            "die verjaardag opnieuw wordt gedaan, kan als die van een volwassene worden beoordeeld. Vraag advies vóór de "
            "verjaardag.",
        ),
    ),
    Note(
        id="do-not-withdraw",
        when=all_of(shared.applied_before_change, shared.decided_since_change),
        sources=(STB_2026_105, IND_NEW_RULES),
        text=Text(
            en="Do not withdraw the pending application without advice.",
            nl="Trek de lopende aanvraag niet in zonder advies.",
        ),
    ),
    Note(
        id="decisions-on-hold",
        when=all_of(shared.applied_before_change, shared.decided_since_change),
        sources=(IND_NEW_RULES,),
        text=Text(
            en="The IND has put decisions on hold for most sponsors with subsidiary protection, and for refugees whose "
            "relatives no longer qualify. It does decide for a refugee's spouse and children under 18, for parents and minor "
            "siblings of an unaccompanied minor with subsidiary protection whose permit is over two years old, and on art. 8 "
            "ECHR.",
            nl="De IND houdt beslissingen aan voor de meeste hoofdpersonen met subsidiaire bescherming, en voor vluchtelingen "
            "van wie de familieleden niet meer onder de regels vallen. Zij beslist wel voor de echtgenoot en kinderen onder 18 "
            "van een vluchteling, voor ouders en minderjarige broers en zussen van een amv met subsidiaire bescherming van wie "
            "de vergunning ouder is dan twee jaar, en over art. 8 EVRM.",
        ),
    ),
    Note(
        id="means-unattainable",
        when=all_of(not_(shared.sponsor_is_refugee), can_never_meet_norm),
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
        when=all_of(not_(shared.sponsor_is_refugee), worked_out_from_income, not_(norm_known_on_application)),
        sources=(VB["3.74"],),
        text=Text(
            en="The minimum-wage norm of the half-year of the application is not known here, and none is used.",
            nl="De minimumloonnorm van het halfjaar van de aanvraag is hier niet bekend, en er is geen norm gebruikt.",
        ),
    ),
    Note(
        id="holiday-table-ends",
        when=all_of(shared.sponsor_is_refugee, term_ends_after_table),
        sources=(ATW["3.3"],),
        text=Text(
            en="The table of days that a decree equates with a holiday ends in 2028; the three months may end later.",
            nl="De tabel van dagen die een besluit met een feestdag gelijkstelt eindigt in 2028; de drie maanden kunnen "
            "later eindigen.",
        ),
    ),
)

claim_refugee_status = Note(
    id="route-refugee-status",
    about=About.ROUTE,
    when=not_(shared.sponsor_is_refugee),
    sources=(VW["29d"],),
    text=Text(
        en="The sponsor may have reason to claim refugee status after all; under this law it changes everything for the "
        "family. Take advice (inferred).",
        nl="De hoofdpersoon kan reden hebben om alsnog de vluchtelingenstatus te vragen; onder deze wet verandert dat alles "
        "voor het gezin. Vraag advies (afgeleid).",
    ),
)

two_years_end = Milestone(
    id="two-years",
    day=two_years_since_permit,
    when=not_(shared.sponsor_is_refugee),
    text=Text(
        en="The two years since the grant are over: from this day the wait is no reason to refuse.",
        nl="De twee jaar sinds de verlening zijn om: vanaf deze dag is de wachttijd geen reden voor afwijzing.",
    ),
)

TWO_STATUS = RuleSet(
    id="two-status",
    title=Text(
        en="from 12 June 2026: two asylum statuses (Vw 2000 arts 29b-29d)",
        nl="vanaf 12 juni 2026: twee asielstatussen (Vw 2000 arts 29b-29d)",
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
    notes=(*procedure.remarks, *notes, *procedure.routes, claim_refugee_status, *procedure.permit_two_status),
    milestones=(*procedure.milestones, two_years_end),
)
