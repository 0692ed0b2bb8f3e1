"""What is known of the sponsor: each fact with its label, its question, and what is assumed when it is left out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Final

import attrs

from reunify.facts import asked, presumptions
from reunify.facts.choices import Housing, IncomeFrom, OtherTie, Protection, RegularStay, Residence
from reunify.facts.given import Amount, Chosen, ReadAs, ShowsWhatIsGiven
from reunify.facts.kinds import (
    ALREADY,
    OR_ALREADY,
    OR_NEVER,
    Assumed,
    Day,
    FactKind,
    Paper,
    YesNo,
    added_facts,
    fact,
    facts_of,
    not_known_facts,
)
from reunify.facts.span import Span
from reunify.figure import MAJORITY
from reunify.renamed import with_old_facts
from reunify.terms import NEVER

__all__ = ["SPONSOR_FACTS", "Sponsor"]


@with_old_facts("sponsor.")
@attrs.frozen(kw_only=True, repr=False)
class Sponsor(ShowsWhatIsGiven):
    """The person who has asylum in the Netherlands (hoofdpersoon, referent).

    Attributes:
        protection: Refugee or subsidiary protection.
        born_on: Day of birth.
        entered_on: D0, the day of entry into the Netherlands (tijdstip van binnenkomst).
        asylum_applied_on: D1, the day of the asylum application.
        permit_notified_on: D2, the day on which the grant of the permit was made known (bekendmaking).
        unaccompanied_minor: Was, when applying for asylum, a minor without a responsible adult (amv).
        evidently_not_alone: The minor was evidently not alone here; assumed not.
        taken_in_by_relative: A relative here had taken the minor in; assumed not.
        lives_independently: The minor lives on his or her own; assumed not.
        self_supporting: The minor supports himself or herself; assumed not.
        own_family: The minor has founded a family of his or her own; assumed not.
        other_status_notified_on: The day on which the grant of another asylum status was made known, before or
            after that of the status that is relied on (D2); `terms.NEVER` if there was none.
        residence: The footing of the stay; assumed an own asylum permit.
        excluded_1f: Article 1F of the Refugee Convention was applied; assumed not.
        lives_with_other_partner: Lives with another partner; assumed not.
        means: Has own, lasting and sufficient means; left out, it follows from the three income facts.
        income_per_month: Gross income in EUR a month, holiday allowance included, from sources that count.
        income_until: The last day on which that income is certain; `terms.NEVER` for one without an end.
        income_from: The day from which the means are there, if that lies ahead; assumed already.
        income_sufficient_since: The day since which income was at or above the norm without a break.
        housing: Where the sponsor lives, or will live from ``housing_from``.
        housing_from: The day from which that is so, if it lies ahead; assumed already.
        means_unattainable: Can never meet the norm (pension age, lasting incapacity); assumed not.
        came_by_nareis: First came as somebody's family member and got an own status later; assumed not.
        entered_eu_on: The day of arrival in the EU; assumed D0.
        informed_of_term: Was told of the term for the application and its consequences; assumed so.
        regular_stay: Purpose of the regular permit (asked for the regular route).
        lawful_since: Lawful stay since (asked for the regular route).
        pension_age_reached: State-pension age reached (asked for the regular route).
        unable_to_work: Fully and permanently unable to work (asked for the regular route).
        released_from_work_duty: Freed from the duty to look for work (asked for the regular route).
        income_source: Source of the income (asked for the regular route).
        has_partner: Lives with a partner, or brings one (asked for the regular route).
        partner_income_per_month: Income of the partner who lives here (asked for the regular route).
        declares: Signs the sponsor's declaration (asked for the regular route).
        married_to_another: Married to or registered with somebody else (asked for the regular route).
        means_there: Has the income and the housing that the other State asks (asked for another State).
        added: The facts that a law of one's own has added (`facts.add_sponsor_fact`), as far as they are given.
        not_known: The names of facts that were asked, and that nobody knows, or of which nobody knows the exact day.
    """

    protection: Chosen[Protection | None] = fact(
        Protection,
        "protection status",
        "beschermingsstatus",
        "Which protection does the sponsor have?",
        "Welke bescherming heeft de hoofdpersoon?",
        paper=Paper.DECISION,
    )
    born_on: date | Span | None = fact(
        FactKind.DATE,
        "date of birth",
        "geboortedatum",
        "When was the sponsor born?",
        "Wanneer is de hoofdpersoon geboren?",
        paper=Paper.DECISION,
    )
    entered_on: date | Span | None = fact(
        FactKind.DATE,
        "entry into the Netherlands (D0)",
        "binnenkomst in Nederland (D0)",
        "When did the sponsor enter the Netherlands?",
        "Wanneer kwam de hoofdpersoon Nederland binnen?",
        paper=Paper.DECISION,
    )
    asylum_applied_on: date | Span | None = fact(
        FactKind.DATE,
        "asylum application (D1)",
        "asielaanvraag (D1)",
        "When did the sponsor apply for asylum?",
        "Wanneer vroeg de hoofdpersoon asiel aan?",
        paper=Paper.DECISION,
    )
    permit_notified_on: date | Span | None = fact(
        FactKind.DATE,
        "grant made known (D2)",
        "verlening bekendgemaakt (D2)",
        "On which day was it made known that the sponsor is granted asylum? See the letter of the IND (the decision).",
        "Op welke dag is bekendgemaakt dat de hoofdpersoon asiel krijgt? Zie de brief van de IND (de beschikking).",
        paper=Paper.DECISION,
    )
    unaccompanied_minor: bool | None = fact(
        FactKind.YES_NO,
        "unaccompanied minor when applying for asylum",
        "alleenstaande minderjarige bij de asielaanvraag",
        f"When applying for asylum, was the sponsor under {MAJORITY:d} and without an adult responsible for him or her?",
        f"Was de hoofdpersoon bij de asielaanvraag jonger dan {MAJORITY:d} en zonder een volwassene die voor hem of haar "
        "verantwoordelijk was?",
        paper=Paper.DECISION,
        rests_on=("born_on", "asylum_applied_on"),
    )
    evidently_not_alone: YesNo = fact(
        FactKind.YES_NO,
        "clearly not alone (evidently)",
        "was duidelijk niet alleen (kennelijk)",
        "Was it clear (evident) that the sponsor, as a minor, was not alone in the Netherlands?",
        "Was de hoofdpersoon als minderjarige duidelijk niet alleen in Nederland (kennelijk)?",
        assumed=False,
    )
    taken_in_by_relative: YesNo = fact(
        FactKind.YES_NO,
        "taken in by a relative here",
        "opgenomen door een familielid hier",
        "Had a relative in the Netherlands taken the sponsor in as a minor?",
        "Had een familielid in Nederland de hoofdpersoon als minderjarige in huis genomen?",
        assumed=False,
    )
    lives_independently: YesNo = fact(
        FactKind.YES_NO,
        "lives on his or her own",
        "woont zelfstandig",
        "Does the sponsor, who came as an unaccompanied minor, live on his or her own?",
        "Woont de hoofdpersoon, die als alleenstaande minderjarige (amv) kwam, zelfstandig?",
        assumed=False,
    )
    self_supporting: YesNo = fact(
        FactKind.YES_NO,
        "supports himself or herself",
        "verdient zelf de kost (eigen onderhoud)",
        "Does the sponsor, who came as an unaccompanied minor, support himself or herself?",
        "Verdient de hoofdpersoon, die als alleenstaande minderjarige (amv) kwam, zelf de kost (eigen onderhoud)?",
        assumed=False,
    )
    own_family: YesNo = fact(
        FactKind.YES_NO,
        "has founded a family of his or her own",
        "heeft een eigen gezin gevormd",
        "Has the sponsor, who came as an unaccompanied minor, founded a family of his or her own?",
        "Heeft de hoofdpersoon, die als alleenstaande minderjarige (amv) kwam, een eigen gezin gevormd?",
        assumed=False,
    )
    other_status_notified_on: Day = fact(
        FactKind.DATE,
        "grant of another asylum status made known",
        "verlening van een andere asielstatus bekendgemaakt",
        "If the sponsor was also granted another asylum status: on which day was that made known? Say never if not.",
        "Als de hoofdpersoon ook een andere asielstatus kreeg: op welke dag is dat bekendgemaakt? Zeg never als dat niet "
        "zo is.",
        words=OR_NEVER,
        assumed=NEVER,
        paper=Paper.DECISION,
    )
    residence: Chosen[Residence | Assumed | None] = fact(
        Residence,
        "kind of permit",
        "verblijfsstatus",
        "What kind of permit does the sponsor have now?",
        "Welke verblijfsstatus heeft de hoofdpersoon nu?",
        assumed=Residence.ASYLUM,
        paper=Paper.DECISION,
    )
    excluded_1f: YesNo = fact(
        FactKind.YES_NO,
        "article 1F applied",
        "artikel 1F toegepast (tegengeworpen)",
        "Was article 1F of the Refugee Convention applied to the sponsor?",
        "Heeft de IND artikel 1F van het Vluchtelingenverdrag op de hoofdpersoon toegepast (tegengeworpen)?",
        assumed=False,
    )
    lives_with_other_partner: YesNo = fact(
        FactKind.YES_NO,
        "lives with another partner",
        "woont samen met een andere partner",
        "Does the sponsor live with another spouse or partner?",
        "Woont de hoofdpersoon samen met een andere echtgenoot of partner?",
        assumed=False,
    )
    means: YesNo = fact(
        FactKind.YES_NO,
        "enough own income, certain for another year (lasting and sufficient means)",
        "genoeg eigen inkomen, nog een jaar zeker (duurzame en voldoende middelen)",
        "Does the sponsor have enough income of his or her own: at least the minimum wage, certain for another year? Social "
        "assistance does not count.",
        "Heeft de hoofdpersoon zelf genoeg inkomen: ten minste het minimumloon, nog een jaar zeker? Bijstand telt niet mee.",
        assumed=presumptions.sponsor_means,
        always=asked.of_subsidiary_sponsor_without_income,
    )
    income_per_month: Amount = fact(
        FactKind.AMOUNT,
        "gross income a month, with holiday allowance",
        "bruto inkomen per maand, met vakantiegeld",
        "How much does the sponsor earn a month, gross, with holiday allowance? Social assistance does not count.",
        "Hoeveel verdient de hoofdpersoon per maand, bruto, met vakantiegeld? Bijstand telt niet mee.",
    )
    income_until: date | Span | None = fact(
        FactKind.DATE,
        "income certain until and including",
        "inkomen zeker tot en met",
        "What is the last day on which that income is certain?",
        "Wat is de laatste dag waarop dat inkomen zeker is?",
        words={"permanent": NEVER},
        may_lie_ahead=True,
        supposes=("income_per_month",),
    )
    income_from: Day = fact(
        FactKind.DATE,
        "means from",
        "middelen vanaf",
        "From which day does the sponsor have these means? Say already if that is so now.",
        "Vanaf welke dag heeft de hoofdpersoon deze middelen? Zeg already als dat nu al zo is.",
        words=OR_ALREADY,
        assumed=ALREADY,
        may_lie_ahead=True,
        rests_on=("means", "income_per_month"),
    )
    income_sufficient_since: date | Span | None = fact(
        FactKind.DATE,
        "income sufficient since",
        "inkomen voldoende sinds",
        "Since which day has the income been high enough without a break?",
        "Sinds welke dag is het inkomen zonder onderbreking hoog genoeg?",
        supposes=("income_per_month",),
    )
    housing: Chosen[Housing | None] = fact(
        Housing,
        "housing",
        "huisvesting",
        "Where does the sponsor live?",
        "Waar woont de hoofdpersoon?",
        always=asked.of_subsidiary_sponsor,
    )
    housing_from: Day = fact(
        FactKind.DATE,
        "housing from",
        "huisvesting vanaf",
        "From which day does the sponsor live there? Say already if that is so now.",
        "Vanaf welke dag woont de hoofdpersoon daar? Zeg already als dat nu al zo is.",
        words=OR_ALREADY,
        assumed=ALREADY,
        may_lie_ahead=True,
        rests_on=("housing",),
    )
    means_unattainable: YesNo = fact(
        FactKind.YES_NO,
        "can never meet the income norm",
        "kan de inkomensnorm nooit halen",
        "Is it certain that the sponsor can never meet the income norm, because of age or lasting incapacity?",
        "Staat vast dat de hoofdpersoon de inkomensnorm nooit kan halen, door leeftijd of blijvende "
        "arbeidsongeschiktheid?",
        assumed=False,
    )
    came_by_nareis: YesNo = fact(
        FactKind.YES_NO,
        "first came by nareis",
        "kwam eerst zelf als nareiziger",
        "Did the sponsor first come as somebody's family member and get an own asylum status later?",
        "Kwam de hoofdpersoon eerst zelf als gezinslid en kreeg hij of zij later een eigen asielstatus?",
        assumed=False,
        paper=Paper.DECISION,
    )
    entered_eu_on: Day = fact(
        FactKind.DATE,
        "arrival in the EU",
        "aankomst in de EU",
        "When did the sponsor arrive in the European Union?",
        "Wanneer kwam de hoofdpersoon aan in de Europese Unie?",
        assumed=presumptions.sponsor_entered_eu_on,
        paper=Paper.DECISION,
        supposes=("entered_on",),
    )
    informed_of_term: YesNo = fact(
        FactKind.YES_NO,
        "told of the term for the application",
        "geïnformeerd over de termijn voor de aanvraag",
        "Was the sponsor told of the term for the application and of what missing it means?",
        "Is de hoofdpersoon geïnformeerd over de termijn voor de aanvraag en over de gevolgen van te laat zijn?",
        assumed=True,
    )
    regular_stay: Chosen[RegularStay | None] = fact(
        RegularStay,
        "purpose of the regular permit",
        "doel van de reguliere vergunning",
        "What is the sponsor's regular permit for: a lasting purpose (such as family of a Dutch person); study, seeking work or medical treatment; family of someone with an asylum or temporary permit; or exchange, seasonal or learning work?",
        "Waarvoor is de reguliere vergunning van de hoofdpersoon: een blijvend doel (zoals gezin van een Nederlander); studie, werk zoeken of medische behandeling; gezin van iemand met een asiel- of tijdelijke vergunning; of uitwisseling, seizoenwerk of lerend werken?",
        supposes=("residence",),
    )
    lawful_since: date | Span | None = fact(
        FactKind.DATE,
        "lawful stay since",
        "rechtmatig verblijf sinds",
        "Since when has the sponsor lived here with a residence permit?",
        "Sinds wanneer woont de hoofdpersoon hier met een verblijfsvergunning?",
        rests_on=("residence",),
    )
    pension_age_reached: YesNo = fact(
        FactKind.YES_NO,
        "state-pension age reached",
        "AOW-leeftijd bereikt",
        "Has the sponsor reached the state-pension age?",
        "Heeft de hoofdpersoon de AOW-leeftijd bereikt?",
        assumed=False,
    )
    unable_to_work: YesNo = fact(
        FactKind.YES_NO,
        "fully and permanently unable to work",
        "volledig en blijvend arbeidsongeschikt",
        "Is the sponsor fully and permanently unable to work (IVA, or 80-100% WAO, WAZ, Wajong; not WGA)?",
        "Is de hoofdpersoon volledig en blijvend arbeidsongeschikt (IVA, of 80-100% WAO, WAZ, Wajong; niet WGA)?",
        assumed=False,
    )
    released_from_work_duty: YesNo = fact(
        FactKind.YES_NO,
        "freed from the duty to look for work",
        "vrijgesteld van de plicht om werk te zoeken",
        "Has the municipality freed the sponsor from the duty to look for work for five years, with no work in sight?",
        "Heeft de gemeente de hoofdpersoon vijf jaar geheel vrijgesteld van de plicht om werk te zoeken, en is werk ook niet te verwachten?",
        assumed=False,
    )
    income_source: Chosen[IncomeFrom | Assumed | None] = fact(
        IncomeFrom,
        "source of the income",
        "bron van het inkomen",
        "Where does the income come from?",
        "Waar komt het inkomen vandaan?",
        assumed=IncomeFrom.EMPLOYMENT,
    )
    has_partner: YesNo = fact(
        FactKind.YES_NO,
        "lives with a partner, or brings one",
        "woont met een partner, of laat die overkomen",
        "Does the sponsor live with a partner, or bring one?",
        "Woont de hoofdpersoon samen met een partner, of komt er een partner over?",
        assumed=presumptions.sponsor_has_partner,
    )
    partner_income_per_month: ReadAs[Decimal | Assumed | None, Decimal | float | None] = fact(
        FactKind.AMOUNT,
        "income of the partner who lives here",
        "inkomen van de partner die hier woont",
        "What does the partner who lives here earn a month, gross, with holiday allowance?",
        "Wat verdient de partner die hier woont bruto per maand, met vakantiegeld?",
        assumed=Decimal(0),
    )
    declares: YesNo = fact(
        FactKind.YES_NO,
        "signs the sponsor's declaration",
        "tekent de referentverklaring",
        "Will the sponsor sign the sponsor's declaration?",
        "Ondertekent de hoofdpersoon de referentverklaring?",
        assumed=True,
    )
    married_to_another: Chosen[OtherTie | Assumed | None] = fact(
        OtherTie,
        "married to or registered with somebody else",
        "gehuwd of geregistreerd met een ander",
        "Is the sponsor still married to, or in a registered partnership with, someone else than the one who comes, and can that be ended?",
        "Is de hoofdpersoon nog gehuwd of geregistreerd partner met een ander dan wie komt, en kan dat worden beëindigd?",
        assumed=OtherTie.NO,
    )
    means_there: bool | None = fact(
        FactKind.YES_NO,
        "income and housing that the other State asks",
        "inkomen en woning die de andere staat vraagt",
        "If the sponsor lived in the other State: would there be the income and the housing that it asks?",
        "Als de hoofdpersoon in de andere staat woonde: zouden er het inkomen en de woning zijn die het vraagt?",
    )
    added: tuple[tuple[str, Any], ...] = added_facts()
    not_known: tuple[str, ...] = not_known_facts()


SPONSOR_FACTS: Final = facts_of(Sponsor)
