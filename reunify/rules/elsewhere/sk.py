"""Slovakia: §§ 10 and 13b of the asylum act."""

from __future__ import annotations

from typing import Final

from reunify.facts import Relation
from reunify.logic import all_of, any_of, one_of, yes
from reunify.rules import age, tie
from reunify.rules.elsewhere.asked import (
    Who,
    before,
    listed,
    minor,
    minor_alone,
    of_child,
    of_parent,
    of_spouse,
    state_law,
    statute,
    step_child_with_parent,
    unmarried,
)
from reunify.ruleset import Note
from reunify.text import Text

__all__ = ["SK", "slovakia"]

SK: Final = statute(
    "Act 480/2002 (SK)", "Slovak asylum act", "Slowaakse asielwet", "legalize-dev/legalize-sk", "2025-09-01"
)

_IN_CARE = yes(
    "responsible_for_minor",
    (SK["10"], SK["13b"]),
    en="the minor was placed in this person's care",
    nl="de minderjarige is aan deze persoon toevertrouwd",
)
_IS_FAMILY = one_of(
    "relation",
    (Relation.SPOUSE, Relation.CHILD, Relation.PARENT),
    SK["10"],
    en="the person is a spouse, a child or a parent",
    nl="de persoon is echtgenoot, kind of ouder",
)
_CARER = Who(
    id="carer",
    en="adult in whose care a minor was placed",
    nl="volwassene aan wie een minderjarige is toevertrouwd",
    relations={Relation.SIBLING, Relation.GRANDPARENT, Relation.OTHER},
    source=SK["10"],
    asks=(
        listed(
            SK["10"],
            _IN_CARE,
            "the one in whose care the minor was placed is named beside the parents",
            "wie de zorg voor de minderjarige kreeg, wordt naast de ouders genoemd",
        ),
        age.adult_on_decision.cited(SK["10"]),
    ),
    who=minor_alone,
)

slovakia: Final = state_law(
    "sk",
    "Slovakia",
    "Slowakije",
    SK,
    ("10", "13b"),
    (
        of_spouse(SK["10"], before(SK["10"], tie.married_before_entry), relations={Relation.SPOUSE}),
        of_child(SK["10"], minor(SK["10"]), unmarried(SK["10"]), steps=step_child_with_parent),
        of_parent(SK["10"]),
        _CARER,
    ),
    notes=(
        Note(
            id="only-from-within",
            when=any_of(_IS_FAMILY, all_of(minor_alone, _IN_CARE)),
            sources=(SK["10"],),
            text=Text(
                en="The family member must be in Slovakia to ask for this. How to get there is in another act, which was not "
                "looked at here.",
                nl="Het gezinslid moet in Slowakije zijn om dit te vragen. Hoe het daar komt, staat in een andere wet; daar is "
                "hier niet naar gekeken.",
            ),
        ),
    ),
    silent=Text(
        en="Left open here: on which day a minor must be one. Not looked at: how to come to Slovakia, which is "
        "in another act.",
        nl="Hier opengelaten: op welke dag een minderjarige dat moet zijn. Niet naar gekeken: hoe men naar "
        "Slowakije komt; dat staat in een andere wet.",
    ),
)
