"""The law from 12 June 2026 (Vw 2000 arts 29b, 29c and 29d): its grounds, which law applies, what a report adds."""

from __future__ import annotations

from typing import Final

from reunify.facts import Relation
from reunify.logic import all_of, not_, where, yes
from reunify.rules import age, art29b, art29c, art29d, change_day, means, procedure, refusal, sponsor, term, tie
from reunify.rules.figures import CHANGE_DAY, MAJORITY, TERM, WAIT
from reunify.rules.single_status import SINGLE_STATUS
from reunify.ruleset import About, Milestone, Note, OtherLaw, RuleSet
from reunify.sources import B_F, BELGIAN_REFERENCE, IND_NEW_RULES, M_A, STB_2026_105, VB, VW, Mark
from reunify.text import Text

# ---------------------------------------------------------------- disputes over which law applies

other_law: Final = (
    OtherLaw(
        point="pending-on-change-day",
        when=all_of(
            change_day.applied_before,
            change_day.decided_since,
            not_(change_day.mvv_before),
            not_(change_day.refused_before),
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
        when=all_of(change_day.mvv_before, change_day.decided_since),
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
        when=all_of(change_day.refused_before, change_day.decided_since),
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

# Geen vrijstelling in Vb 3.105.
can_never_meet_norm: Final = yes(
    "sponsor_means_unattainable",
    VB["3.105"],
    en="the sponsor can never meet the income norm",
    nl="de hoofdpersoon kan de inkomensnorm nooit halen",
)

_ON_THE_LIST = {Relation.SPOUSE, Relation.REGISTERED_PARTNER, Relation.CHILD, Relation.PARENT, Relation.SIBLING}

with_term: Final = all_of(sponsor.is_refugee, sponsor.holds_own_asylum_permit, not_(art29b.came_along_or_here))
"""Art. 29c has a term, art. 29d has none, and art. 29b has no window."""

age_counts_on_d3: Final = where(sponsor.is_refugee, then=not_(term.within_term))
"""In time, a refugee's child is looked at on D1; with subsidiary protection D3 is the main reading."""

pending: Final = all_of(change_day.applied_before, change_day.decided_since, not_(procedure.mvv_was_granted))

_YOUNG = {Relation.CHILD, Relation.SIBLING}

notes: Final = (
    Note(
        id="file-within-three-months",
        task=Text(en="take advice and apply for nareis (the mvv)", nl="vraag advies en vraag nareis (de mvv) aan"),
        place=procedure.WITH_A_LAWYER,
        brief=Text.of(
            TERM,
            en="To be safe, apply within {term} after the grant, by {day}, and take advice first.",
            nl="Vraag voor de zekerheid aan binnen {term} na de verlening, uiterlijk op {day}, en vraag eerst advies.",
        ),
        when=all_of(
            not_(sponsor.is_refugee),
            procedure.term_runs,
            not_(procedure.is_filed_already),
            not_(art29b.came_along_or_here),
        ),
        relations=_ON_THE_LIST,
        day=procedure.term_runs,
        sources=(VW["29d.1"], IND_NEW_RULES),
        text=Text.of(
            TERM,
            en="Art. 29d names no term, but refers to the family members of art. 29c; the IND names a term only for refugees. "
            "File within {term} after the grant all the same, by {day}, and take advice on the risk of an early refusal.",
            nl="Art. 29d noemt geen termijn, maar verwijst naar de gezinsleden van art. 29c; de IND noemt alleen voor "
            "vluchtelingen een termijn. Dien toch binnen {term} na de verlening in, uiterlijk op {day}, en vraag advies "
            "over het risico van een vroege afwijzing.",
        ),
    ),
    Note(
        id="turns-18-before-wait-ends",
        task=Text.of(
            MAJORITY,
            en="take advice before the {majority th} birthday",
            nl="vraag advies vóór de {majority th} verjaardag",
        ),
        place=procedure.WITH_A_LAWYER,
        brief=Text.of(
            MAJORITY,
            en="Turns {majority} on {day}, before all conditions can be met. Take advice before that day.",
            nl="Wordt {majority} op {day}, voordat aan alle voorwaarden kan zijn voldaan. Vraag advies vóór die dag.",
        ),
        when=age.under_18_on_d4,
        relations=_YOUNG,
        day=age.adult_on_decision,
        before_eligible=True,
        sources=(VW["29d.2.a"],),
        text=Text.of(
            MAJORITY,
            en="This person turns {majority} on {day}, before the conditions of art. 29d lid 2 can be met. An application that is refused for "
            "them and filed anew after that birthday may be judged as an adult's. Take advice before the birthday.",
            nl="Deze persoon wordt {majority} op {day}, voordat aan de voorwaarden van art. 29d lid 2 kan zijn voldaan. Een aanvraag die "
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
        brief=Text(
            en="The IND has put the decisions in most of these cases on hold.",
            nl="De IND houdt de beslissingen in de meeste van deze zaken aan.",
        ),
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
        brief=Text(
            en="The sponsor can never meet the income norm: ask for an individual decision.",
            nl="De hoofdpersoon kan de inkomensnorm nooit halen: vraag om een individuele beslissing.",
        ),
        only_with=("means",),
        when=all_of(not_(sponsor.is_refugee), not_(sponsor.was_uam), can_never_meet_norm),
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
        when=all_of(not_(sponsor.is_refugee), means.worked_out_from_income, not_(means.norm_known_on_application)),
        sources=(VB["3.74"],),
        text=Text(
            en="The minimum-wage norm of the half-year of the application is not known here, and none is used.",
            nl="De minimumloonnorm van het halfjaar van de aanvraag is hier niet bekend, en er is geen norm gebruikt.",
        ),
    ),
    Note(
        id="no-exception-for-couples",
        aside=True,
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
        aside=True,
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
        aside=True,
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
        aside=True,
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

claim_refugee_status: Final = Note(
    id="route-refugee-status",
    about=About.ROUTE,
    when=not_(sponsor.is_refugee),
    sources=(VW["29d"],),
    text=Text(
        en="The sponsor may have reason to claim refugee status after all; under the law from 12 June 2026 it changes "
        "everything for the family. Take advice (inferred).",
        nl="De hoofdpersoon kan reden hebben om alsnog de vluchtelingenstatus te vragen; onder het recht vanaf 12 juni 2026 "
        "verandert dat alles voor het gezin. Vraag advies (afgeleid).",
    ),
)

two_years_end: Final = Milestone(
    id="two-years",
    step=Text.of(WAIT, en="the wait of {wait} is over", nl="de wachttijd van {wait} is voorbij"),
    day=art29d.wait_since_permit,
    when=not_(sponsor.is_refugee),
    unmet=("two-year-wait",),
    text=Text.of(
        WAIT,
        en="{The wait} since the grant {wait:is|are} over: from this day the wait is no reason to refuse. An application before that "
        "day is not barred; the day of the decision counts.",
        nl="{The wait} sinds de verlening {wait:is|zijn} om: vanaf deze dag is de wachttijd geen reden voor afwijzing. Eerder aanvragen "
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
        sponsor.own_status,
        tie.bond_not_broken,
        tie.genuine_tie,
        refusal.not_1f,
        refusal.no_danger_to_public_order.cited(VW["32.5.b"], mark=Mark.INFERRED),
    ],
    grounds=(
        art29c.spouse,
        art29c.minor_child,
        art29c.parent,
        art29c.sibling,
        art29c.dependent_sibling,
        art29b.already_here,
    ),
    unlisted=art29c.relation_listed,
    other_law=other_law,
    notes=(
        *procedure.remarks,
        *procedure.remarks_of_term(with_term, age_counts_on_d3),
        *notes,
        *procedure.routes,
        claim_refugee_status,
        *procedure.permit_two_status,
    ),
    milestones=(*procedure.days_of_term(with_term, _ON_THE_LIST), *procedure.milestones, two_years_end),
)
