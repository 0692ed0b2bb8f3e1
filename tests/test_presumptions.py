"""What is presumed of a fact that is left out, what follows from other facts, and what a condition sees of a person."""

from datetime import date

import attrs
import pytest
from hypothesis import given

from reunify import Case, FamilyMember, Sponsor
from reunify.facts import (
    CASE_FACTS,
    MEMBER_FACTS,
    ORIGINS,
    PRESUMPTIONS,
    SPONSOR_FACTS,
    LateBecause,
    Parentage,
    Residence,
    Unknown,
    View,
)
from reunify.sources import Mark
from reunify.terms import NEVER
from reunify.testing import families

D0, D4 = date(2025, 1, 10), date(2026, 11, 25)
EARLY, LATER = date(2020, 1, 1), date(2021, 1, 1)
PRESUMED = {
    f"{prefix}{name}": told.assumed
    for prefix, facts in (("sponsor_", SPONSOR_FACTS), ("", MEMBER_FACTS | CASE_FACTS))
    for name, told in facts.items()
    if callable(told.assumed)
}


def member(relation="child", id="person", **facts):  # noqa: A002 -- the fact is called id
    return FamilyMember(id=id, relation=relation, **facts)


def see(name, *others, sponsor=None, decided_on=None, **facts):
    """Give what a condition sees of one person."""
    case = Case(sponsor=Sponsor(**(sponsor or {})), members=[member(**facts), *others], decided_on=decided_on)
    return View(case, case.members[0]).get(name)


@pytest.mark.parametrize("name", PRESUMED)
def test_what_is_assumed_from_other_facts_is_a_presumption(name):
    """What a function gives for a fact is named after it, and is told with the other presumptions."""
    assert name == PRESUMED[name].__name__
    assert name in PRESUMPTIONS


@pytest.mark.parametrize("presumption", PRESUMPTIONS.values(), ids=lambda presumption: presumption.fact)
def test_a_presumption_says_what_it_rests_on(presumption):
    """Each speaks both languages, is of a fact that conditions know, and is inferred where it has no source."""
    assert presumption.fact in ORIGINS
    assert presumption.text.en
    assert presumption.text.nl
    assert presumption.text.en != presumption.text.nl
    assert presumption.sources or presumption.mark is Mark.INFERRED


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("born_on", Unknown(("born_on",))),
        ("sponsor_born_on", Unknown(("sponsor.born_on",))),
        ("decided_on", Unknown(("decided_on",))),
        ("sham", False),
        ("tie_plausible", True),
        ("sponsor_residence", Residence.ASYLUM),
        ("sponsor_informed_of_term", True),
        ("sponsor_means", Unknown(("sponsor.means",))),
        ("entered_on", NEVER),
        ("mvv_granted_on", NEVER),
        ("parentage", Unknown(("parentage",))),
        ("sponsor_entered_eu_on", Unknown(("sponsor.entered_eu_on",))),
    ],
)
def test_of_an_empty_family(name, value):
    """What is not told is unknown, or what is assumed of it."""
    assert value == see(name)


@pytest.mark.parametrize(
    ("facts", "value"),
    [
        ({"in_netherlands": True}, Unknown(("entered_on",))),
        ({"in_netherlands": None}, Unknown(("entered_on",))),
        ({"in_netherlands": False}, NEVER),
        ({"in_netherlands": True, "entered_on": D0}, D0),
    ],
)
def test_own_entry(facts, value):
    """Who was not here never entered, unless the file says so."""
    assert value == see("entered_on", **facts)


def test_arrival_in_the_eu():
    """The arrival in the EU is taken to be the entry into the Netherlands."""
    assert D0 == see("sponsor_entered_eu_on", sponsor={"entered_on": D0})
    assert EARLY == see("sponsor_entered_eu_on", sponsor={"entered_on": D0, "entered_eu_on": EARLY})


@pytest.mark.parametrize(
    ("applied_on", "decided_on", "value"),
    [
        ("not_yet", D4, D4),
        ("not_yet", None, Unknown(("decided_on",))),
        (None, D4, Unknown(("applied_on",))),
        (EARLY, D4, EARLY),
    ],
)
def test_not_filed_yet(applied_on, decided_on, value):
    """No application so far is read as one on the decision day."""
    assert value == see("applied_on", applied_on=applied_on, decided_on=decided_on)


BIRTHS = {"born_on": LATER}
OF_SPONSOR = {"born_on": EARLY}


@pytest.mark.parametrize(
    ("relation", "facts", "sponsor", "value"),
    [
        ("spouse", {"married_on": EARLY}, {}, EARLY),
        ("spouse", {}, {}, Unknown(("family_since",))),
        ("partner", {}, {}, Unknown(("family_since",))),
        ("child", {"parentage": "biological"} | BIRTHS, OF_SPONSOR, LATER),
        ("child", {"parentage": "biological"}, OF_SPONSOR, Unknown(("born_on",))),
        ("child", {"parentage": "foster"} | BIRTHS, OF_SPONSOR, Unknown(("family_since",))),
        ("child", BIRTHS, OF_SPONSOR, Unknown(("family_since",))),
        ("parent", {}, OF_SPONSOR, EARLY),
        ("parent", {}, {}, Unknown(("sponsor.born_on",))),
        ("parent", {"parentage": "adopted"}, OF_SPONSOR, Unknown(("family_since",))),
        ("sibling", BIRTHS, OF_SPONSOR, LATER),
        ("sibling", {"born_on": EARLY}, {"born_on": LATER}, LATER),
        ("sibling", {"parentage": "half"} | BIRTHS, OF_SPONSOR, LATER),
        ("sibling", BIRTHS, {}, Unknown(("sponsor.born_on",))),
        ("sibling", {}, {}, Unknown(("born_on", "sponsor.born_on"))),
        ("sibling", {"family_since": D0} | BIRTHS, OF_SPONSOR, D0),
    ],
)
def test_family_since(relation, facts, sponsor, value):
    """A spouse is family from the marriage, biological kin from the birth of the younger of the two."""
    assert value == see("family_since", relation=relation, sponsor=sponsor, **facts)


@pytest.mark.parametrize(
    ("facts", "value"),
    [
        ({"marriage_valid": True, "married_on": EARLY}, EARLY),
        ({"marriage_valid": False, "married_on": EARLY}, NEVER),
        ({"marriage_valid": None, "married_on": EARLY}, Unknown(("marriage_valid",))),
        ({"marriage_valid": True}, Unknown(("married_on",))),
        ({"marriage_valid": True, "married_on": EARLY, "validated_on": LATER}, LATER),
    ],
)
def test_validated_on(facts, value):
    """A valid marriage is taken to have been valid from its celebration; an invalid one never was."""
    assert value == see("validated_on", relation="spouse", **facts)


WIFE = {"relation": "spouse", "id": "wife", "married_on": EARLY}


@pytest.mark.parametrize(
    ("born_on", "others", "parent", "known"),
    [
        (date(2025, 11, 12), [WIFE], "wife", True),  # 306 days after D0
        (date(2025, 11, 13), [WIFE], "wife", False),
        (date(2025, 11, 12), [WIFE | {"married_on": D0}], "wife", False),
        (date(2025, 11, 12), [{"relation": "partner", "id": "wife", "family_since": EARLY}], "wife", True),
        (date(2025, 11, 12), [WIFE], None, False),  # who the other parent is must be said
        (date(2025, 11, 12), [], None, False),
        (date(2025, 11, 12), [WIFE, WIFE | {"id": "second"}], "second", True),
        (date(2025, 11, 12), [WIFE], "none", False),
        (None, [WIFE], "wife", False),
    ],
)
def test_conceived_before_entry(born_on, others, parent, known):
    """Assumed of a birth within 306 days of D0, whose other parent was then the sponsor's spouse or partner."""
    seen = see(
        "conceived_before_entry",
        *[member(**other) for other in others],
        sponsor={"entered_on": D0},
        born_on=born_on,
        parent_member=parent,
    )
    assert (True if known else Unknown(("conceived_before_entry",))) == seen


@pytest.mark.parametrize(
    ("born_on", "facts", "known"),
    [
        (date(2007, 1, 11), {}, True),
        (date(2007, 1, 10), {}, False),  # 18 on D0
        (date(2007, 1, 11), {"lived_with_family": False}, False),
        (date(2007, 1, 11), {"lives_independently": True}, False),
        (date(2007, 1, 11), {"lives_independently": None}, False),
        (None, {}, False),
    ],
)
def test_at_parents_charge(born_on, facts, known):
    """A brother or sister who was under 18 on D0 and lives with the family is at the parent's charge."""
    at_home = {"lived_with_family": True, "lives_independently": False}
    seen = see("at_parents_charge", relation="sibling", sponsor={"entered_on": D0}, born_on=born_on, **at_home | facts)
    assert (True if known else Unknown(("at_parents_charge",))) == seen


@pytest.mark.parametrize(
    ("born_on", "value"),
    [
        (date(2014, 11, 26), False),
        (date(2014, 11, 25), Unknown(("married",))),  # twelve on D4
        (None, Unknown(("married",))),
    ],
)
def test_married(born_on, value):
    """Nobody is taken to be married under the age of twelve."""
    assert value == see("married", born_on=born_on, decided_on=D4)


@pytest.mark.parametrize(
    ("facts", "excusable", "because"),
    [
        ({}, Unknown(("lateness_excusable",)), Unknown(("lateness_excusable",))),
        ({"lateness_excusable": True}, True, LateBecause.OTHER),
        ({"late_because": "helper_error"}, False, LateBecause.HELPER_ERROR),
        ({"late_because": "other"}, Unknown(("lateness_excusable",)), LateBecause.OTHER),
    ],
)
def test_lateness(facts, excusable, because):
    """Either of the two is enough: whether it is excusable, or a reason on which there are rulings."""
    assert excusable == see("lateness_excusable", **facts)
    assert because == see("late_because", **facts)


def test_other_spouse_chosen():
    """No other one was chosen is assumed only where the file has no other spouse or partner."""
    assert see("other_spouse_chosen", relation="spouse") is False
    assert see("other_spouse_chosen", member("child", id="child"), relation="spouse") is False
    assert Unknown(("other_spouse_chosen",)) == see("other_spouse_chosen", member(**WIFE), relation="partner")


@pytest.mark.parametrize(
    ("parentage", "recognised", "value"),
    [
        ("biological", None, Parentage.BIOLOGICAL),
        ("step", False, Parentage.STEP),
        ("adopted", True, Parentage.ADOPTED),
        ("adopted", False, Parentage.FOSTER),
        ("adopted", None, Unknown(("adoption_recognised",))),
    ],
)
def test_kind_of_kin(parentage, recognised, value):
    """An adoption that the Netherlands does not recognise is foster care."""
    assert value == see("kind_of_kin", parentage=parentage, adoption_recognised=recognised)


def test_kind_of_kin_not_told():
    """Without the parentage the kind of child is unknown."""
    assert "parentage" in see("kind_of_kin").facts


@pytest.mark.parametrize(
    ("sponsor", "value"),
    [
        ({}, False),
        ({"income_per_month": 2600}, True),
        ({"income_until": "permanent"}, True),
        ({"income_sufficient_since": EARLY}, True),
        ({"income_per_month": 2600, "means": True}, False),
        ({"income_per_month": 2600, "means": None}, False),
    ],
)
def test_means_from_income(sponsor, value):
    """The means are worked out only where they are not stated and some income fact is."""
    assert value is see("sponsor_means_from_income", sponsor=sponsor)


@pytest.mark.parametrize(
    ("parent", "first", "second", "value"),
    [
        ("first", True, False, True),
        ("second", True, False, False),
        ("first", None, False, Unknown(("first.other_spouse_chosen",))),
        ("none", True, True, False),
        (None, True, True, Unknown(("parent_member",))),
        (None, False, False, False),
        (None, True, False, Unknown(("parent_member",))),
        (None, None, False, Unknown(("parent_member", "first.other_spouse_chosen"))),
    ],
)
def test_child_of_a_partner_not_chosen(parent, first, second, value):
    """Whether the child is of a spouse whom the sponsor did not choose, told or following from all of them."""
    spouses = [
        member("spouse", id="first", other_spouse_chosen=first),
        member("spouse", id="second", other_spouse_chosen=second),
    ]
    assert value == see("of_partner_not_chosen", *spouses, parent_member=parent)


def _blanked(owner, facts, told):
    return attrs.evolve(owner, **{name: None for name in facts if name not in told and name not in {"id", "relation"}})


@pytest.mark.parametrize("name", [name for name, origin in ORIGINS.items() if origin.behind])
@given(case=families())
def test_what_a_derived_fact_follows_from(name, case):
    """A derived fact follows from the facts that are named behind it, and from no other one of the family."""
    behind = [ORIGINS[each] for each in ORIGINS[name].behind]
    of = {owner: {each.attribute for each in behind if each.owner == owner} for owner in ("sponsor", "member")}
    blank = attrs.evolve(
        case,
        sponsor=_blanked(case.sponsor, SPONSOR_FACTS, of["sponsor"]),
        members=[_blanked(member, MEMBER_FACTS, of["member"]) for member in case.members],
    )
    for known, left in zip(case.members, blank.members, strict=True):
        assert View(case, known).get(name) == View(blank, left).get(name)


@pytest.mark.parametrize(
    ("wanted", "value"),
    [
        ("mother", EARLY),
        ("father", Unknown(("father.applied_on",))),
        ("none", NEVER),
        (None, Unknown(("with_parent", "father.applied_on"))),
    ],
)
def test_facts_of_another_member(wanted, value):
    """A fact of the member referred to; of nobody it never happens."""
    parents = [member("parent", id="mother", applied_on=EARLY), member("parent", id="father")]
    assert value == see("with_parent_applied_on", *parents, relation="sibling", with_parent=wanted)


def test_what_was_assumed_is_remembered():
    """Each assumed fact is listed with the value taken; told and unknown facts are not."""
    case = Case(sponsor=Sponsor(entered_on=D0), members=[member(public_order=False, bond_broken=None)])
    view = View(case, case.members[0])
    for name in ("sham", "public_order", "bond_broken", "sponsor_entered_eu_on"):
        view.get(name)
    assert {"sham": False, "sponsor.entered_eu_on": D0} == view.assumed
