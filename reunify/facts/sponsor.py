"""What is known of the sponsor: each fact with its label, its question, and what is assumed when it is left out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

import attrs

from reunify.facts import presumptions
from reunify.facts.choices import Housing, Protection, Residence
from reunify.facts.kinds import (
    ALREADY,
    OR_ALREADY,
    OR_NEVER,
    Assumed,
    Day,
    FactKind,
    ShowsWhatIsGiven,
    YesNo,
    fact,
    facts_of,
)
from reunify.renamed import with_old_facts
from reunify.terms import NEVER


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
        informed_of_term: Was told of the three-month term and its consequences; assumed so.
    """

    protection: Protection | None = fact(
        Protection,
        "protection status",
        "beschermingsstatus",
        "Which protection does the sponsor have?",
        "Welke bescherming heeft de hoofdpersoon?",
    )
    born_on: date | None = fact(
        FactKind.DATE,
        "date of birth",
        "geboortedatum",
        "When was the sponsor born?",
        "Wanneer is de hoofdpersoon geboren?",
    )
    entered_on: date | None = fact(
        FactKind.DATE,
        "entry into the Netherlands (D0)",
        "binnenkomst in Nederland (D0)",
        "When did the sponsor enter the Netherlands?",
        "Wanneer kwam de hoofdpersoon Nederland binnen?",
    )
    asylum_applied_on: date | None = fact(
        FactKind.DATE,
        "asylum application (D1)",
        "asielaanvraag (D1)",
        "When did the sponsor apply for asylum?",
        "Wanneer vroeg de hoofdpersoon asiel aan?",
    )
    permit_notified_on: date | None = fact(
        FactKind.DATE,
        "grant made known (D2)",
        "verlening bekendgemaakt (D2)",
        "On which day was the decision that grants the permit made known?",
        "Op welke dag is het besluit tot verlening van de vergunning bekendgemaakt?",
    )
    unaccompanied_minor: bool | None = fact(
        FactKind.YES_NO,
        "unaccompanied minor when applying for asylum",
        "alleenstaande minderjarige bij de asielaanvraag",
        "When applying for asylum, was the sponsor under 18 and without an adult responsible for him or her?",
        "Was de hoofdpersoon bij de asielaanvraag jonger dan 18 en zonder een volwassene die voor hem of haar "
        "verantwoordelijk was?",
    )
    evidently_not_alone: YesNo = fact(
        FactKind.YES_NO,
        "evidently not alone",
        "kennelijk niet alleen",
        "Was the sponsor, as a minor, evidently not alone in the Netherlands?",
        "Was de hoofdpersoon als minderjarige kennelijk niet alleen in Nederland?",
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
        "Woont de hoofdpersoon, die als amv kwam, zelfstandig?",
        assumed=False,
    )
    self_supporting: YesNo = fact(
        FactKind.YES_NO,
        "supports himself or herself",
        "voorziet in eigen onderhoud",
        "Does the sponsor, who came as an unaccompanied minor, support himself or herself?",
        "Voorziet de hoofdpersoon, die als amv kwam, in het eigen onderhoud?",
        assumed=False,
    )
    own_family: YesNo = fact(
        FactKind.YES_NO,
        "has founded a family of his or her own",
        "heeft een eigen gezin gevormd",
        "Has the sponsor, who came as an unaccompanied minor, founded a family of his or her own?",
        "Heeft de hoofdpersoon, die als amv kwam, een eigen gezin gevormd?",
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
    )
    residence: Residence | Assumed | None = fact(
        Residence,
        "kind of permit",
        "verblijfsstatus",
        "What kind of permit does the sponsor have now?",
        "Welke verblijfsstatus heeft de hoofdpersoon nu?",
        assumed=Residence.ASYLUM,
    )
    excluded_1f: YesNo = fact(
        FactKind.YES_NO,
        "article 1F applied",
        "artikel 1F tegengeworpen",
        "Was article 1F of the Refugee Convention applied to the sponsor?",
        "Is artikel 1F van het Vluchtelingenverdrag aan de hoofdpersoon tegengeworpen?",
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
        "lasting and sufficient means",
        "duurzame en voldoende middelen",
        "Does the sponsor have enough income of his or her own: at least the minimum wage, certain for another year? Social "
        "assistance does not count.",
        "Heeft de hoofdpersoon zelf genoeg inkomen: ten minste het minimumloon, nog een jaar zeker? Bijstand telt niet mee.",
        assumed=presumptions.sponsor_means,
    )
    income_per_month: Decimal | None = fact(
        FactKind.AMOUNT,
        "gross income a month, with holiday allowance",
        "bruto inkomen per maand, met vakantiegeld",
        "How much does the sponsor earn a month, gross, with holiday allowance? Social assistance does not count.",
        "Hoeveel verdient de hoofdpersoon per maand, bruto, met vakantiegeld? Bijstand telt niet mee.",
    )
    income_until: date | None = fact(
        FactKind.DATE,
        "income certain until and including",
        "inkomen zeker tot en met",
        "What is the last day on which that income is certain?",
        "Wat is de laatste dag waarop dat inkomen zeker is?",
        words={"permanent": NEVER},
        may_lie_ahead=True,
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
    )
    income_sufficient_since: date | None = fact(
        FactKind.DATE,
        "income sufficient since",
        "inkomen voldoende sinds",
        "Since which day has the income been high enough without a break?",
        "Sinds welke dag is het inkomen zonder onderbreking hoog genoeg?",
    )
    housing: Housing | None = fact(
        Housing,
        "housing",
        "huisvesting",
        "Where does the sponsor live?",
        "Waar woont de hoofdpersoon?",
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
    )
    entered_eu_on: Day = fact(
        FactKind.DATE,
        "arrival in the EU",
        "aankomst in de EU",
        "When did the sponsor arrive in the European Union?",
        "Wanneer kwam de hoofdpersoon aan in de Europese Unie?",
        assumed=presumptions.sponsor_entered_eu_on,
    )
    informed_of_term: YesNo = fact(
        FactKind.YES_NO,
        "told of the three-month term",
        "geïnformeerd over de termijn van drie maanden",
        "Was the sponsor told of the three-month term and of what missing it means?",
        "Is de hoofdpersoon geïnformeerd over de termijn van drie maanden en over de gevolgen van te laat zijn?",
        assumed=True,
    )


SPONSOR_FACTS: Final = facts_of(Sponsor)
