"""Vb 2000 arts 3.14 c and 3.13 lid 2: the sponsor's own minor child, and a step child that comes with its parent."""

from __future__ import annotations

from typing import Final

from reunify.facts import Custody, Parentage, Relation
from reunify.logic import MET, OPEN, UNMET, Node, Remedy, all_of, any_of, equals, no, none_of, one_of, where, yes
from reunify.rules import age, child, kin, tie
from reunify.rules.figures import MAJORITY
from reunify.rules.regular import asked, means, points, sponsor
from reunify.ruleset import Ground
from reunify.sources import BMM, CLOSE_PERSONAL_TIES, IND_FORMS, VB, VC_REGULAR
from reunify.text import Text

__all__ = [
    "CUSTODY_ADVICE",
    "child_in_family",
    "child_listed",
    "child_under_18",
    "consent",
    "in_family",
    "in_military_service",
    "no_family_of_its_own",
    "not_independent",
    "own_child",
    "parent_has_custody",
    "sponsor_custody",
    "step_child",
    "step_child_listed",
    "step_parent_comes",
    "under_18",
    "was_minor",
]

# ---------------------------------------------------------------- art. 3.14 c: the sponsor's own child

in_military_service: Final = yes(
    "in_military_service",
    VC_REGULAR,
    en="the child, a minor then, was kept back by military service, and applies within six months of it",
    nl="het kind, toen minderjarig, bleef achter door militaire dienst, en vraagt binnen zes maanden daarna aan",
    unmet=Text(
        en="The child was not kept back by military service.", nl="Het kind bleef niet achter door militaire dienst."
    ),
)

was_minor: Final = any_of(age.under_18_on_d1, age.under_18_on_d3, in_military_service)
"""Who was of age all the time is no child of this route."""

_UNDER_18_EN = "the child is under {majority} on the day that counts"
_UNDER_18_NL = "het kind is jonger dan {majority} op de dag die telt"


def under_18(on_the_day: Node) -> Node:
    """Put the age of a child under one name."""
    return on_the_day.named(
        "under-18",
        (VB["3.14"], BMM),
        discretionary=True,
        figures=(MAJORITY,),
        en=_UNDER_18_EN,
        nl=_UNDER_18_NL,
        unmet=Text(
            en="The child is {majority} or over on the day that counts for the regular route.",
            nl="Het kind is {majority} of ouder op de dag die telt voor de reguliere weg.",
        ),
        ask=Text(
            en="Is the child under {majority} on the day of the application?",
            nl="Is het kind jonger dan {majority} op de dag van de aanvraag?",
        ),
    )


child_under_18: Final = under_18(
    any_of(
        where(
            sponsor.under_directive,
            then=age.under_18_on_d3,
            otherwise=age.under_18_on_d3.or_read(points.CHILD_AGE_ON_DECISION, age.under_18_on_d4),
        ),
        in_military_service,
    )
)

child_listed: Final = kin.is_own_child.named(
    "listed",
    VB["3.14"],
    discretionary=True,
    en="the child is the sponsor's own: biological, by law, or by a recognised adoption",
    nl="het is een eigen kind van de hoofdpersoon: biologisch, juridisch, of door een erkende adoptie",
    unmet=Text(
        en="The child is not the sponsor's own, by birth, by law or by a recognised adoption.",
        nl="Het is geen eigen kind van de hoofdpersoon, door geboorte, volgens de wet of door een erkende adoptie.",
    ),
    ask=Text(
        en="Is the child the sponsor's own, by birth, by law or by a recognised adoption?",
        nl="Is het een eigen kind van de hoofdpersoon, door geboorte, volgens de wet of door een erkende adoptie?",
    ),
)


def in_family(belongs: Node) -> Node:
    """Put it under one name."""
    return belongs.named(
        "in-sponsor-family",
        (VB["3.14"], VC_REGULAR, CLOSE_PERSONAL_TIES),
        discretionary=True,
        remedy=Remedy.ACTION,
        advice=tie.EVIDENCE,
        en="the child in fact belongs to the family, and did in the country of origin",
        nl="het kind hoort feitelijk bij het gezin, en hoorde daar al bij in het land van herkomst",
        unmet=Text(
            en="The child does not in fact belong to the family, or did not in the country of origin.",
            nl="Het kind hoort feitelijk niet bij het gezin, of hoorde daar niet bij in het land van herkomst.",
        ),
        ask=Text(en="Does the child in fact belong to the family?", nl="Hoort het kind feitelijk bij het gezin?"),
    )


child_in_family: Final = in_family(
    where(
        tie.born_after_entry,
        then=tie.there_was_family_life.or_read(points.BORN_AFTER_FLIGHT, UNMET),
        otherwise=tie.there_was_family_life,
    )
)

no_family_of_its_own: Final = all_of(
    no(
        "own_family",
        VC_REGULAR,
        en="the child has no family of its own",
        nl="het kind heeft geen eigen gezin",
        unmet=Text(en="The child has a family of its own.", nl="Het kind heeft een eigen gezin."),
    ),
    child.is_unmarried.cited(VC_REGULAR),
)

not_independent: Final = all_of(
    any_of(
        child.does_not_live_alone,
        no(
            "self_supporting",
            VC_REGULAR,
            en="the child does not support itself",
            nl="het kind voorziet niet in het eigen onderhoud",
            unmet=Text(en="The child supports itself.", nl="Het kind voorziet in het eigen onderhoud."),
        ),
    ),
    no_family_of_its_own,
    id="not-independent",
    source=VC_REGULAR,
    discretionary=True,
    en="the child is not independent: it does not live alone and support itself, and has no family of its own",
    nl="het kind is niet zelfstandig: het woont niet zelfstandig met eigen onderhoud, en heeft geen eigen gezin",
    unmet=Text(
        en="The child is independent: it lives alone and supports itself, or has a family of its own. Marriage counts too.",
        nl="Het kind is zelfstandig: het woont zelfstandig met eigen onderhoud, of heeft een eigen gezin. Ook een huwelijk telt.",
    ),
    ask=Text(
        en="Does the child live alone and support itself, or has it a family of its own (marriage too)?",
        nl="Woont het kind zelfstandig met eigen onderhoud, of heeft het een eigen gezin (ook een huwelijk)?",
    ),
)

CUSTODY_ADVICE: Final = Text(
    en="custody can still be arranged, by the parents or by an authority",
    nl="het gezag kan nog worden geregeld, door de ouders of door een autoriteit",
)

sponsor_custody: Final = one_of(
    "custody_of_sponsor",
    (Custody.SOLE, Custody.SHARED),
    (VB["3.14"], VC_REGULAR),
    id="sponsor-custody",
    discretionary=True,
    remedy=Remedy.ACTION,
    advice=CUSTODY_ADVICE,
    en="the sponsor has custody of the child by law",
    nl="de hoofdpersoon heeft het rechtmatig gezag over het kind",
    unmet=Text(en="The sponsor has no custody of the child.", nl="De hoofdpersoon heeft geen gezag over het kind."),
    ask=Text(en="Does the sponsor have custody of the child?", nl="Heeft de hoofdpersoon het gezag over het kind?"),
)


def consent(custody_fact: str) -> Node:
    """Whoever shares custody and stays behind must not refuse; an authority's consent replaces it."""
    return where(
        equals(
            custody_fact,
            Custody.SHARED,
            VC_REGULAR,
            en="custody is shared",
            nl="het gezag is gedeeld",
            unmet=Text(en="Custody is not shared.", nl="Het gezag is niet gedeeld."),
        ),
        then=child.consent_or_reason.cited(VC_REGULAR),
    ).named(
        "consent",
        VC_REGULAR,
        discretionary=True,
        remedy=Remedy.ACTION,
        advice=Text(
            en="the other parent, or an authority in the place of that parent, can still consent",
            nl="de andere ouder, of een autoriteit in plaats van die ouder, kan nog toestemming geven",
        ),
        en="the other parent with custody does not refuse, or an authority consents",
        nl="de andere ouder met gezag weigert niet, of een autoriteit stemt in",
        unmet=Text(
            en="The other parent has custody too and does not consent.",
            nl="De andere ouder heeft ook gezag en stemt niet in.",
        ),
        ask=Text(
            en="Does the other parent with custody consent, or an authority?",
            nl="Stemt de andere ouder met gezag in, of een autoriteit?",
        ),
    )


_FOR_ALL_CHILDREN = (
    sponsor.stays,
    sponsor.lawful_year,
    sponsor.sponsor_21_of_child,
    sponsor.common_household,
    asked.mvv,
    asked.document_of_directive_family(tie.family_on_entry),
    asked.of_close_family,
    asked.tuberculosis,
    sponsor.sponsor_declares,
    asked.bond_not_broken,
    means.of_child,
)

own_child: Final = Ground(
    id="regular-child",
    title=Text(en="minor child of the sponsor (regular)", nl="minderjarig kind van de hoofdpersoon (regulier)"),
    source=VB["3.14"],
    relations={Relation.CHILD},
    who=all_of(
        none_of(
            "kind_of_kin",
            (Parentage.STEP, Parentage.FOSTER),
            VB["3.14"],
            en="the child is no step or foster child",
            nl="het is geen stief- of pleegkind",
            unmet=Text(en="The child is a step or foster child.", nl="Het is een stief- of pleegkind."),
        ),
        was_minor,
    ),
    conditions=[
        child_listed,
        child_under_18,
        child_in_family,
        not_independent,
        sponsor_custody,
        consent("custody_of_sponsor"),
        sponsor.child_of_the_one,
        *_FOR_ALL_CHILDREN,
        asked.integration_exam,
    ],
)

# ---------------------------------------------------------------- art. 3.13 lid 2 with B7/3.2.1: a step child

step_parent_comes: Final = any_of(
    where(child.step_parent_is_here, then=MET.or_read(points.PARENT_HERE, OPEN), otherwise=UNMET),
    child.step_parent_comes.children[1],
    id="step-parent-comes",
    source=VC_REGULAR,
    discretionary=True,
    en="the step child's own parent may come on this route too, or is here",
    nl="de eigen ouder van het stiefkind mag ook langs deze weg komen, of is hier",
    unmet=Text(
        en="The step child's own parent may not come on this route, or not yet.",
        nl="De eigen ouder van het stiefkind mag niet langs deze weg komen, of nog niet.",
    ),
    ask=Text(
        en="May the step child's own parent come on this route, or is that parent here?",
        nl="Mag de eigen ouder van het stiefkind langs deze weg komen, of is die ouder hier?",
    ),
)

parent_has_custody: Final = one_of(
    "custody",
    (Custody.SOLE, Custody.SHARED),
    VC_REGULAR,
    id="custody",
    discretionary=True,
    remedy=Remedy.ACTION,
    advice=CUSTODY_ADVICE,
    en="the parent who comes has custody of the step child",
    nl="de ouder die komt heeft het gezag over het stiefkind",
    unmet=Text(
        en="The parent who comes has no custody of the step child.",
        nl="De ouder die komt heeft geen gezag over het stiefkind.",
    ),
    ask=Text(
        en="Does the parent who comes have custody of the step child?",
        nl="Heeft de ouder die komt het gezag over het stiefkind?",
    ),
)

step_child_listed: Final = MET.or_read(points.STEP_CHILD, UNMET).named(
    "listed",
    (VC_REGULAR, IND_FORMS),
    discretionary=True,
    en="by policy a step child may come with its parent",
    nl="volgens het beleid mag een stiefkind met de ouder mee",
    unmet=Text(
        en="A step child is not on the list of the regular route.",
        nl="Een stiefkind staat niet op de lijst van de reguliere weg.",
    ),
    ask=Text(en="May a step child come with its parent?", nl="Mag een stiefkind met de ouder mee?"),
)

step_child: Final = Ground(
    id="regular-step-child",
    title=Text(en="minor step child (regular)", nl="minderjarig stiefkind (regulier)"),
    source=VB["3.13.2"],
    relations={Relation.CHILD},
    who=all_of(kin.is_step_child, was_minor),
    conditions=[
        step_child_listed,
        step_parent_comes,
        child_under_18,
        in_family(tie.there_was_family_life),
        not_independent,
        parent_has_custody,
        consent("custody"),
        *_FOR_ALL_CHILDREN,
        asked.integration_exam,
    ],
)
