"""Who counts as a child, a parent, a brother or a sister."""

from __future__ import annotations

from typing import Final

from reunify.facts import Parentage, Relation
from reunify.logic import MET, UNMET, Node, Remedy, equals, follows, no, none_of, one_of, where, yes
from reunify.rules import points
from reunify.sources import CR_GF_TY, VC_NAREIS, VW, Source
from reunify.text import Text

OWN_KIN = (Parentage.BIOLOGICAL, Parentage.LEGAL, Parentage.ADOPTED)
"""Kin in the sense of family law: an adoption that is not recognised makes none."""

# Biologisch of juridisch kind, volle of halve broer of zus.
is_kin_by_birth: Final = one_of(
    "parentage",
    (Parentage.BIOLOGICAL, Parentage.LEGAL, Parentage.HALF),
    VC_NAREIS,
    en="the person is kin by birth or by law",
    nl="de persoon is familie door geboorte of volgens de wet",
    unmet=Text(
        en="This person is no kin by birth or by law.",
        nl="Deze persoon is geen familie door geboorte of volgens de wet.",
    ),
)

# Biologisch, juridisch of geadopteerd kind; kafala makes no family-law tie (BW 10:107-109).
is_own_child: Final = one_of(
    "kind_of_kin",
    OWN_KIN,
    VC_NAREIS,
    en="the child is the sponsor's own: biological, by law, or by an adoption that is recognised here",
    nl="het is een eigen kind van de hoofdpersoon: biologisch, juridisch, of door een adoptie die hier wordt erkend",
    unmet=Text(
        en="The child is not the sponsor's own: not biological, not by law, and not by an adoption that is recognised here.",
        nl="Het is geen eigen kind van de hoofdpersoon: niet biologisch, niet juridisch, en niet door een adoptie die hier wordt erkend.",
    ),
)

# Erkend kind, kind door vermoeden van ouderschap, kind van een duomoeder.
is_child_by_law_only: Final = equals(
    "parentage",
    Parentage.LEGAL,
    VC_NAREIS,
    en="the child is the sponsor's by law only",
    nl="het is alleen juridisch een kind van de hoofdpersoon",
    unmet=Text(
        en="The child is not the sponsor's by law only.",
        nl="Het is niet alleen juridisch een kind van de hoofdpersoon.",
    ),
)

# Pleegkind; an adoption that is not recognised (kafala) is foster care.
is_foster_child: Final = equals(
    "kind_of_kin",
    Parentage.FOSTER,
    VC_NAREIS,
    en="the child is a foster child",
    nl="het is een pleegkind",
    unmet=Text(en="The child is not a foster child.", nl="Het is geen pleegkind."),
)

# Stiefkind: child of the spouse or partner only.
is_step_child: Final = equals(
    "parentage",
    Parentage.STEP,
    VC_NAREIS,
    en="the child is a step child",
    nl="het is een stiefkind",
    unmet=Text(en="The child is not a step child.", nl="Het is geen stiefkind."),
)

is_half_sibling: Final = equals(
    "parentage",
    Parentage.HALF,
    VW["29c.1.d"],
    en="the person is a half sibling",
    nl="de persoon is een halfbroer of halfzus",
    unmet=Text(en="This person is not a half sibling.", nl="Deze persoon is geen halfbroer of halfzus."),
)

# Geen stief- of pleegbroer of -zus; kin by an adoption that is not recognised is a foster sibling.
is_not_step_or_foster_sibling: Final = none_of(
    "kind_of_kin",
    (Parentage.STEP, Parentage.FOSTER),
    VW["29c.1.d"],
    en="the person is no step or foster sibling",
    nl="de persoon is geen stief- of pleegbroer of -zus",
    unmet=Text(en="This person is a step or foster sibling.", nl="Deze persoon is een stief- of pleegbroer of -zus."),
)

is_brother_or_sister: Final = where(
    is_half_sibling,
    then=MET.or_read(points.HALF_SIBLING, UNMET),
    otherwise=is_not_step_or_foster_sibling.or_read(points.STEP_OR_FOSTER_SIBLING, MET),
)

wholly_dependent: Final = yes(
    "wholly_dependent_on_parents",
    CR_GF_TY,
    id="wholly-dependent",
    en="the adult brother or sister is wholly and lastingly dependent on the parents through serious illness, and "
    "without him or her they would not come",
    nl="de volwassen broer of zus is door ernstige ziekte volledig en blijvend afhankelijk van de ouders, en zonder "
    "hem of haar zouden zij niet komen",
    unmet=Text(
        en="The adult brother or sister is not wholly and lastingly dependent on the parents through serious illness.",
        nl="De volwassen broer of zus is niet door ernstige ziekte volledig en blijvend afhankelijk van de ouders.",
    ),
    ask=Text(
        en="Is the adult brother or sister wholly and lastingly dependent on the parents through serious illness, so that they would not come without him or her?",
        nl="Is de volwassen broer of zus door ernstige ziekte volledig en blijvend afhankelijk van de ouders, zodat zij zonder hem of haar niet zouden komen?",
    ),
)

APPLY_TOGETHER = Text(
    en="apply anew, together with the parent: for a refugee's family within the term, otherwise at any time",
    nl="vraag opnieuw aan, samen met de ouder: bij het gezin van een vluchteling binnen de termijn, anders op elk moment",
)


def with_parent(law: Source) -> Node:
    """A sibling has the verdict of the parent with whom he applies as ceiling."""
    return follows(
        "with_parent",
        id="with-parent",
        source=law,
        remedy=Remedy.ACTION,
        advice=APPLY_TOGETHER,
        en="the parent with whom the person applies may come",
        nl="de ouder met wie de persoon aanvraagt mag komen",
        unmet=Text(
            en="The parent with whom this person applies may not come, or not yet.",
            nl="De ouder met wie deze persoon aanvraagt mag niet komen, of nog niet.",
        ),
        ask=Text(
            en="May the parent with whom this person applies come?",
            nl="Mag de ouder met wie deze persoon aanvraagt komen?",
        ),
    )


# Ouder: no step or foster parent, and none by kafala.
is_own_parent: Final = one_of(
    "kind_of_kin",
    OWN_KIN,
    VW["29c.1.c"],
    en="the parent is one by birth, by law, or by an adoption that is recognised here",
    nl="het is een ouder door geboorte, volgens de wet, of door een adoptie die hier wordt erkend",
    unmet=Text(
        en="The parent is not one by birth, by law, or by an adoption that is recognised here.",
        nl="Het is geen ouder door geboorte, volgens de wet, of door een adoptie die hier wordt erkend.",
    ),
)

# Zelf gebracht en vertrokken.
did_not_bring_and_leave: Final = no(
    "brought_and_left_minor",
    VC_NAREIS,
    en="the parent did not bring the minor here and leave",
    nl="de ouder bracht de minderjarige niet zelf hierheen om weer te vertrekken",
    unmet=Text(
        en="The parent brought the minor here and left.",
        nl="De ouder bracht de minderjarige zelf hierheen en vertrok weer.",
    ),
    ask=Text(
        en="Did the parent not bring the minor here and leave?",
        nl="Heeft de ouder de minderjarige niet zelf hierheen gebracht om weer te vertrekken?",
    ),
)

is_parent: Final = equals(
    "relation",
    Relation.PARENT,
    VW["29c.1.c"],
    en="the person is a parent",
    nl="de persoon is een ouder",
    unmet=Text(en="This person is not a parent.", nl="Deze persoon is geen ouder."),
)
