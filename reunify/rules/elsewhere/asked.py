"""What several statutes ask: who is family, the tie, income and housing; and how the law of a State is put together.

Where a statute is silent, it is left open (`OPEN`), and a State's own way of counting is never filled in from Dutch law.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

import attrs

from reunify.facts import COUPLE, MARRIED, Consent, Relation
from reunify.logic import (
    MET,
    UNMET,
    Curable,
    Node,
    Point,
    all_of,
    any_of,
    condition,
    no,
    not_,
    one_of,
    until_day,
    where,
    yes,
)
from reunify.rules import age, child, kin, marriage, refusal, sponsor, tie
from reunify.rules.figures import MAJORITY
from reunify.ruleset import Ground, Note, RuleSet
from reunify.sources import Law, Read, Source
from reunify.terms import end_of_months
from reunify.text import Text

__all__ = [
    "NOT_BY_STATUTE",
    "Who",
    "after_window",
    "before",
    "before_entry",
    "consent",
    "dependent",
    "durable",
    "family_before_entry",
    "has_means_there",
    "listed",
    "married",
    "means",
    "minor",
    "minor_alone",
    "no_special_tie",
    "no_threat",
    "of_adult_child",
    "of_child",
    "of_parent",
    "of_partner",
    "of_spouse",
    "one_spouse",
    "sponsor_minor",
    "sponsor_uam",
    "state_law",
    "statute",
    "step_child_with_parent",
    "under_18",
    "unmarried",
    "window",
]


def statute(name: str, title_en: str, title_nl: str, repository: str, version: str) -> Law:
    """Give a statute with where it was read, and the day of that version."""
    return Law(
        short=Text(en=name, nl=name),
        title=Text(en=title_en, nl=title_nl),
        url=f"https://github.com/{repository}",
        version=version,
        read=Read.TEXT,
        paragraph=Text(en="par.", nl="lid"),
    )


# ---------------------------------------------------------------- what several statutes ask


def listed(source: Source, node: Node, en: str, nl: str) -> Node:
    """Put it under one name that the statute names this person."""
    return node.named(
        "listed",
        source,
        en=en,
        nl=nl,
        unmet=Text(en="The statute does not name this person.", nl="De wet noemt deze persoon niet."),
        ask=Text(en="Does the statute name this person?", nl="Noemt de wet deze persoon?"),
    )


def _of_silence(source: Source, who_en: str, who_nl: str) -> Point:
    return Point(
        "age-day-not-said",
        source,
        en=f"the statute does not say on which day {who_en} must be a minor; it can be the application or the decision",
        nl=f"de wet zegt niet op welke dag {who_nl} minderjarig moet zijn; het kan de aanvraag of het besluit zijn",
    )


def minor(source: Source) -> Node:
    """A minor on the application; or on the decision, where the statute does not say."""
    silent = _of_silence(source, "the child", "het kind")
    return age.under_18_on_d3.cited(source).or_read(silent, age.under_18_on_d4.cited(source))


def under_18(source: Source, node: Node) -> Node:
    """Put the age that the statute asks of a child under one name."""
    return node.named(
        "under-18",
        source,
        figures=(MAJORITY,),
        en="the child is young enough by the statute",
        nl="het kind is volgens de wet jong genoeg",
        unmet=Text(en="The child is too old by the statute.", nl="Het kind is volgens de wet te oud."),
        ask=Text(en="Is the child young enough by the statute?", nl="Is het kind volgens de wet jong genoeg?"),
    )


def unmarried(source: Source) -> Node:
    """Ask that a child is unmarried."""
    return child.is_unmarried.named(
        "unmarried",
        source,
        en="the child is unmarried",
        nl="het kind is ongehuwd",
        unmet=Text(en="The child is married.", nl="Het kind is getrouwd."),
        ask=Text(en="Is the child unmarried?", nl="Is het kind ongehuwd?"),
    )


def married(source: Source) -> Node:
    """Ask a valid marriage."""
    return marriage.valid_where_concluded.named(
        "marriage-valid",
        source,
        en="the marriage is valid",
        nl="het huwelijk is geldig",
        unmet=Text(en="The marriage is not valid.", nl="Het huwelijk is niet geldig."),
        ask=Text(en="Is the marriage valid?", nl="Is het huwelijk geldig?"),
    )


def before(source: Source, node: Node) -> Node:
    """Put the tie of before the sponsor came under one name."""
    return node.named(
        "tie-before",
        source,
        en="the tie is from before the sponsor came",
        nl="de band is van vóór de komst van de hoofdpersoon",
        unmet=Text(
            en="The tie is not from before the sponsor came.",
            nl="De band is niet van vóór de komst van de hoofdpersoon.",
        ),
        ask=Text(en="Is the tie from before the sponsor came?", nl="Is de band van vóór de komst van de hoofdpersoon?"),
    )


@condition(
    source=tie.family_on_entry.sources,
    en="the family tie is from before the sponsor's entry (D0)",
    nl="de gezinsband is van vóór de binnenkomst van de hoofdpersoon (D0)",
    unmet=Text(
        en="The family tie is not from before the sponsor's entry (D0).",
        nl="De gezinsband is niet van vóór de binnenkomst van de hoofdpersoon (D0).",
    ),
)
def family_before_entry(family_since: date, sponsor_entered_on: date) -> bool:
    """Before, as these statutes say it: the day of the entry itself is too late."""
    return family_since < sponsor_entered_on


def before_entry(source: Source) -> Node:
    """Whether the marriage, or else the family tie, is from before the sponsor came."""
    return where(
        marriage.is_married_or_registered,
        then=tie.married_before_entry.cited(source),
        otherwise=family_before_entry.cited(source),
    )


def consent(source: Source, *free: Node) -> Node:
    """Ask the consent of the other parent with custody; without it only what frees from it can do."""
    given = one_of(
        "consent_other_parent",
        (Consent.GIVEN, Consent.NOT_NEEDED),
        source,
        en="the other parent with custody consents, or there is none",
        nl="de andere ouder met gezag stemt in, of die is er niet",
    )
    return (any_of(given, *free) if free else given).named(
        "consent",
        source,
        en="the other parent with custody consents, or there is none",
        nl="de andere ouder met gezag stemt in, of die is er niet",
        unmet=Text(en="The other parent with custody does not consent.", nl="De andere ouder met gezag stemt niet in."),
        ask=Text(en="Does the other parent with custody consent?", nl="Stemt de andere ouder met gezag in?"),
    )


def durable(source: Source) -> Node:
    """Ask a relationship that lasts."""
    return marriage.durable_and_exclusive.cited(source)


def dependent(source: Source) -> Node:
    """Ask that the person cannot do without the sponsor."""
    return yes(
        "dependent",
        source,
        id="dependent",
        en="the person cannot do without the sponsor's care",
        nl="de persoon kan niet zonder de zorg van de hoofdpersoon",
        unmet=Text(
            en="The person can do without the sponsor's care.", nl="De persoon kan zonder de zorg van de hoofdpersoon."
        ),
        ask=Text(
            en="Can the person not do without the sponsor's care?",
            nl="Kan de persoon niet zonder de zorg van de hoofdpersoon?",
        ),
    )


def one_spouse(source: Source) -> Node:
    """Ask that the sponsor does not live there with another spouse or partner."""
    return marriage.no_other_partner_here.named(
        "one-spouse",
        source,
        en="no other spouse is there already",
        nl="er is nog geen andere echtgenoot",
        unmet=Text(en="Another spouse is there already.", nl="Er is al een andere echtgenoot."),
        ask=Text(en="Is no other spouse there?", nl="Is er nog geen andere echtgenoot?"),
    )


def no_threat(source: Source) -> Node:
    """Ask that the person is no danger to public order."""
    return refusal.no_danger_to_public_order.cited(source)


minor_alone: Final = all_of(age.sponsor_still_minor, sponsor.was_unaccompanied)


def sponsor_minor(source: Source) -> Node:
    """A minor on the application; or on the decision, where the statute does not say."""
    silent = _of_silence(source, "the sponsor", "de hoofdpersoon")
    on_decision = not_(age.sponsor_adult_on_decision.cited(source))
    return age.sponsor_still_minor.cited(source).or_read(silent, on_decision)


def sponsor_uam(source: Source) -> Node:
    """Put it under one name that the sponsor is a minor alone."""
    return all_of(sponsor_minor(source), sponsor.was_unaccompanied).named(
        "sponsor-uam",
        source,
        en="the sponsor is a minor without parents there",
        nl="de hoofdpersoon is een minderjarige zonder ouders daar",
        unmet=Text(
            en="The sponsor is no minor without parents there.",
            nl="De hoofdpersoon is geen minderjarige zonder ouders daar.",
        ),
        ask=Text(
            en="Is the sponsor a minor without parents there?",
            nl="Is de hoofdpersoon een minderjarige zonder ouders daar?",
        ),
    )


# ---------------------------------------------------------------- income and housing


def has_means_there(source: Source) -> Node:
    """Whether the sponsor would have them there; never the Dutch norm."""
    return yes(
        "sponsor_means_there",
        source,
        curable=Curable.BY_ACTION,
        en="the sponsor would have the income and housing that the State asks",
        nl="de hoofdpersoon zou het inkomen en de woning hebben die de staat vraagt",
        unmet=Text(
            en="The sponsor would not have the income and housing that the State asks.",
            nl="De hoofdpersoon zou niet het inkomen en de woning hebben die de staat vraagt.",
        ),
    )


def window(source: Source, months: int) -> Node:
    """The months from the grant on in which nothing is asked."""

    def within(sponsor_permit_notified_on: date) -> date:
        return end_of_months(sponsor_permit_notified_on, months)

    within.__name__ = f"within_{months}_months_of_grant"
    return until_day(
        "applied_on",
        source=source,
        en=f"the application is made within {months} months of the grant",
        nl=f"de aanvraag is gedaan binnen {months} maanden na de verlening",
        unmet=Text(
            en=f"The application is not made within {months} months of the grant.",
            nl=f"De aanvraag is niet gedaan binnen {months} maanden na de verlening.",
        ),
    )(within)


def means(source: Source, node: Node) -> Node:
    """Put income and housing under one name."""
    return node.named(
        "means-there",
        source,
        discretionary=True,
        en="the State asks no income and housing of this family, or the sponsor would have them there",
        nl="de staat vraagt dit gezin geen inkomen en woning, of de hoofdpersoon zou die daar hebben",
        unmet=Text(
            en="The State asks income and housing of this family, and the sponsor would not have them there.",
            nl="De staat vraagt dit gezin inkomen en een woning, en de hoofdpersoon zou die daar niet hebben.",
        ),
        ask=Text(
            en="Would the sponsor have the income and the housing that this State asks?",
            nl="Zou de hoofdpersoon het inkomen en de woning hebben die deze staat vraagt?",
        ),
    )


def after_window(source: Source, months: int, *free: Node) -> Node:
    """Income and housing, asked of who did not apply within these months and is not free of them."""
    return means(source, any_of(window(source, months), *free, has_means_there(source)))


def no_special_tie(source: Source) -> Node:
    """Whether the family has no other country to live in together."""
    return no(
        "special_ties_third_country",
        source,
        en="the family cannot live in a third country with which it has a special tie",
        nl="het gezin kan niet leven in een derde land waarmee het een bijzondere band heeft",
        unmet=Text(
            en="The family can live in a third country with which it has a special tie.",
            nl="Het gezin kan leven in een derde land waarmee het een bijzondere band heeft.",
        ),
    )


# ---------------------------------------------------------------- putting a law together

NOT_BY_STATUTE: Final = Text(en="not by this statute", nl="niet volgens deze wet")
"""What is said to whom a State's law is not open."""


@attrs.frozen(kw_only=True)
class Who:
    """One ground of a State: whom it is for and what it asks."""

    id: str
    en: str
    nl: str
    relations: Iterable[Relation]
    source: Source
    asks: tuple[Node, ...]
    who: Node | None = None


def state_law(
    code: str,
    en: str,
    nl: str,
    statute: Law,
    articles: tuple[str, ...],
    grounds: Iterable[Who],
    notes: Iterable[Note] = (),
    *,
    general: Iterable[Node] = (),
    silent: Text,
) -> RuleSet:
    """Put the grounds of a State together, with what it asks of everybody and what every verdict of it must say.

    Args:
        code: The two letters of the State.
        en: Its name in English.
        nl: Its name in Dutch.
        statute: Its statute.
        articles: Those that the law rests on; the first is told whom none of them names.
        grounds: Who may come.
        notes: What else is told.
        general: What is asked of everybody.
        silent: Where the text is silent or leaves it to the authority, and what was made of that.
    """
    sources = tuple(statute[article] for article in articles)
    return RuleSet(
        id=code,
        title=Text(en=f"{en}, by the statute alone", nl=f"{nl}, alleen naar de wet"),
        short=Text(en=en, nl=nl),
        sources=sources,
        general=tuple(general),
        grounds=tuple(
            Ground(
                id=f"{code}-{one.id}",
                title=Text(en=one.en, nl=one.nl),
                source=one.source,
                relations=one.relations,
                who=one.who,
                conditions=one.asks,
            )
            for one in grounds
        ),
        unlisted=listed(sources[0], UNMET, "the statute names this person", "de wet noemt deze persoon"),
        closed=NOT_BY_STATUTE,
        notes=(
            Note(
                id="by-the-statute-alone",
                sources=sources,
                text=Text(
                    en=f"{en}: by the statute alone; its implementing rules were not read. This compares, it does not advise: "
                    "a family cannot choose the State. Art. 8 ECHR and, for refugees, the Directive stand above it.",
                    nl=f"{nl}: alleen naar de wet; de uitvoeringsregels zijn niet gelezen. Dit vergelijkt en adviseert niet: "
                    "een gezin kan de staat niet kiezen. Art. 8 EVRM en, voor vluchtelingen, de richtlijn gaan erboven.",
                ),
            ),
            Note(id="where-the-text-is-silent", sources=sources, aside=True, text=silent),
            *notes,
        ),
    )


def of_spouse(source: Source, *asks: Node, relations: Iterable[Relation] = MARRIED) -> Who:
    """The spouse (and registered partner), with what the statute asks of one."""
    named = listed(source, MET, "the spouse is named", "de echtgenoot wordt genoemd")
    return Who(
        id="spouse",
        en="spouse",
        nl="echtgenoot",
        relations=relations,
        source=source,
        asks=(named, married(source), *asks),
    )


def of_partner(source: Source, *asks: Node) -> Who:
    """The unmarried partner, with what the statute asks of one."""
    named = listed(source, MET, "the partner is named", "de partner wordt genoemd")
    return Who(
        id="partner",
        en="unmarried partner",
        nl="ongehuwde partner",
        relations=COUPLE,
        source=source,
        asks=(named, durable(source), *asks),
    )


step_child_with_parent: Final = all_of(kin.is_step_child, child.step_parent_comes.children[1])
"""A child of the spouse or partner who may come; for a foster child it is not enough that its carer may."""


def of_child(source: Source, minor: Node, *asks: Node, steps: Node | None = None) -> Who:
    """The minor child, with what the statute asks of one; step children too, where it names them."""
    own = kin.is_own_child if steps is None else any_of(kin.is_own_child, steps)
    named = listed(source, own, "the child is named", "het kind wordt genoemd")
    return Who(
        id="child",
        en="minor child",
        nl="minderjarig kind",
        relations={Relation.CHILD},
        source=source,
        asks=(named, under_18(source, minor), *asks),
    )


def of_parent(source: Source, *asks: Node) -> Who:
    """The parents of a minor alone."""
    named = listed(
        source, kin.is_own_parent, "the parents of a minor are named", "de ouders van een minderjarige worden genoemd"
    )
    return Who(
        id="parent",
        en="parent of an unaccompanied minor",
        nl="ouder van een alleenstaande minderjarige",
        relations={Relation.PARENT},
        source=source,
        asks=(named, sponsor_uam(source), *asks),
    )


def of_adult_child(source: Source, *asks: Node) -> Who:
    """A grown child that cannot look after itself."""
    return Who(
        id="adult-child",
        en="adult child that cannot look after itself",
        nl="volwassen kind dat niet voor zichzelf kan zorgen",
        relations={Relation.CHILD},
        source=source,
        asks=(
            listed(source, kin.is_own_child, "such a child is named", "zo'n kind wordt genoemd"),
            dependent(source),
            *asks,
        ),
        who=not_(age.under_18_on_d3),
    )
