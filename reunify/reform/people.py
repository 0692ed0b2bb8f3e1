"""The family members that a rule set is tried on: for each one a family in which everything is met.

These are people, not rules: what decides for them, and where its boundaries lie, is read from the
conditions (see `boundaries`). All days lie after 12 June 2026, so that no dispute over which law applies
plays a part: the grant on 1 July 2026, the application on 3 August 2026, the decision after the two years.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, overload

import attrs

from reunify.facts import (
    Case,
    Consent,
    Custody,
    Exam,
    FamilyMember,
    Housing,
    Parentage,
    Protection,
    RegularStay,
    Relation,
    Sponsor,
)
from reunify.renamed import old_names
from reunify.rules.figures import MAJORITY
from reunify.ruleset import RuleSet
from reunify.terms import NEVER, last_day_under
from reunify.text import Text

__all__ = ["HELD_BACK", "PEOPLE", "Facts", "KindOfPerson", "person", "place_of"]

if not TYPE_CHECKING:
    __getattr__ = old_names(__name__, Person="KindOfPerson")

Facts = Mapping[str, Any]
"""Values by the name of the fact: bare for the person, ``sponsor.…``, ``decided_on``, ``mother.…``."""

_FILED: Final = date(2026, 8, 3)
_SINCE: Final = date(2024, 6, 1)

_SPONSOR: Final[Facts] = {
    "decided_on": date(2028, 9, 1),
    "sponsor.born_on": date(1975, 5, 4),
    "sponsor.entered_on": date(2025, 1, 10),
    "sponsor.asylum_applied_on": date(2025, 1, 12),
    "sponsor.permit_notified_on": date(2026, 7, 1),
    "sponsor.unaccompanied_minor": False,
    "sponsor.means": True,
    "sponsor.income_per_month": 3000,
    "sponsor.income_until": NEVER,
    "sponsor.income_sufficient_since": date(2020, 1, 1),
    "sponsor.housing": Housing.OWN,
    "sponsor.regular_stay": RegularStay.NON_TEMPORARY,
    "sponsor.lawful_since": date(2025, 1, 12),
}
_MINOR: Final = {"sponsor.born_on": date(2011, 3, 1), "sponsor.unaccompanied_minor": True}
_ANYBODY: Final[Facts] = {"applied_on": _FILED, "lateness_excusable": False}
_TAKEN_IN_HERE: Final = {
    "custody_of_sponsor": Custody.SOLE,
    "consent_other_parent": Consent.GIVEN,
    "no_acceptable_future": True,
    "foster_kin": True,
    "raised_abroad_by_sponsor": True,
}
_COUPLE: Final = {
    **_ANYBODY,
    "born_on": date(1977, 3, 1),
    "family_since": _SINCE,
    "durable_relationship": True,
    "relationship_attested": True,
    "exam_passed": Exam.YES,
}
_MARRIED: Final = {**_COUPLE, "married_on": _SINCE, "marriage_valid": True}
_CHILD: Final = {
    **_ANYBODY,
    **_TAKEN_IN_HERE,
    "relation": Relation.CHILD,
    "born_on": date(2012, 3, 1),
    "parentage": Parentage.BIOLOGICAL,
    "adoption_recognised": True,
    "conceived_before_entry": True,
    "married": False,
    "lived_with_family": True,
    "lives_independently": False,
    "self_supporting": False,
    "own_family": False,
    "dependent": False,
    "custody": Custody.SOLE,
    "real_parents_care": False,
    "parent_member": "their-parent",
}
_SPOUSE: Final = {**_MARRIED, "relation": Relation.SPOUSE}
_PARENT: Final = {
    **_ANYBODY,
    "relation": Relation.PARENT,
    "born_on": date(1975, 3, 1),
    "adoption_recognised": True,
    "lived_with_family": True,
    "dependent": False,
    "responsible_for_minor": False,
}
_SIBLING: Final = {
    **_ANYBODY,
    **_TAKEN_IN_HERE,
    "relation": Relation.SIBLING,
    "born_on": date(2013, 6, 1),
    "with_parent": "mother",
    "at_parents_charge": True,
    "lived_with_family": True,
    "dependent": False,
    "conceived_before_entry": True,
    "responsible_for_minor": False,
    "married": False,
}
_RELATIVE: Final = {
    **_ANYBODY,
    **_TAKEN_IN_HERE,
    "born_on": date(1950, 3, 1),
    "family_since": _SINCE,
    "lived_with_family": True,
    "dependent": False,
    "responsible_for_minor": False,
}

HELD_BACK: Final[Facts] = {"decided_on": date(2026, 11, 25), "sponsor.means": False, "sponsor.housing": "reception"}
"""How most families stand when they apply: a recent grant, no means and no home yet."""


def _of_members(name: str, facts: Facts) -> Facts:
    return {f"{name}.{fact}": value for fact, value in facts.items()}


@attrs.frozen(kw_only=True, slots=False, cache_hash=True)
class KindOfPerson:
    """One kind of family member, and a family in which all that can be asked of such a person is met.

    Attributes:
        id: Its name; also the id of the member in the family.
        label: Who it is, in two languages.
        facts: What is known of the family, by the name of the fact.
    """

    id: str
    label: Text
    facts: Facts = attrs.field(hash=False, repr=False)

    @property
    def relation(self) -> Relation:
        """What the person is to the sponsor."""
        return Relation(self.facts["relation"])

    def label_under(self, *laws: RuleSet) -> Text:
        """Give its label with the ages of some laws: of a child under 18, the lowest age of majority of them.

        Where the person of the family is not that young, the label stays as it is.

        Args:
            laws: The laws.
        """
        lowest = {
            figure.name: min(law.figures.get(figure.name, figure) for law in laws) for figure in self.label.figures
        }
        if any(
            last_day_under(self.facts["born_on"], age) < self.facts["sponsor.asylum_applied_on"]
            for age in lowest.values()
        ):
            return self.label
        return self.label.with_figures(lowest)

    @cached_property
    def fixed(self) -> frozenset[str]:
        """The facts that make this person this one, by the names that conditions use; they do not vary."""
        kinship = {"parentage", "kind_of_kin"} if "parentage" in self.facts else set()
        recognised = {"kind_of_kin"} if self.facts.get("parentage") is Parentage.ADOPTED else set()
        return frozenset({"id", "relation", "protection", "sponsor_protection"} | kinship - recognised)

    def family(self, protection: Protection, changes: Facts | None = None) -> Case:
        """Give the family with some facts changed.

        Args:
            protection: The sponsor's status.
            changes: New values by the name of the fact.

        Raises:
            BadCase: The changed family cannot be.
        """
        changed: dict[str, list[tuple[str, Any]]] = {owner: [] for owner in self._owners}
        for name, value in ({"sponsor.protection": protection} | dict(changes or {})).items():
            owner, _, bare = name.rpartition(".")
            changed.setdefault(owner, []).append((bare, value))
        own = dict(changed[""])
        decided_on = own[_DECIDED] if _DECIDED in own else self.facts[_DECIDED]
        unchanged = self._owners
        sponsor, *members = (
            _changed(unchanged.get(owner) or _owner(owner, frozenset()), tuple(told)) for owner, told in changed.items()
        )
        return Case(sponsor=sponsor, members=tuple(members), decided_on=decided_on)

    @cached_property
    def _owners(self) -> Mapping[str, _Owner]:
        """Of whom there are facts: the sponsor and the person ("") first, then the others."""
        facts: dict[str, dict[str, Any]] = {"sponsor": {}, "": {}}
        for name, value in self.facts.items():
            owner, _, bare = name.rpartition(".")
            facts.setdefault(owner, {})[bare] = value
        return {owner: _owner(owner or self.id, frozenset(told.items())) for owner, told in facts.items()}


@attrs.frozen(eq=False)
class _Owner:
    """The sponsor or a member of a family in which everything is met: the id, and the facts."""

    id: str
    facts: Facts


@lru_cache(maxsize=256)
def _owner(id_: str, facts: frozenset[tuple[str, Any]]) -> _Owner:
    """Give the one with these facts; from one person's family to the next, many are the same."""
    return _Owner(id_, dict(facts))


@lru_cache(maxsize=4096)
def _changed(owner: _Owner, changes: tuple[tuple[str, Any], ...]) -> Any:
    """Give the sponsor or a member with some facts changed."""
    facts = {**owner.facts, **dict(changes)}
    facts.pop(_DECIDED, None)
    return Sponsor(**facts) if owner.id == "sponsor" else FamilyMember(id=owner.id, **facts)


_DECIDED: Final = "decided_on"


def _person(id_: str, en: str, nl: str, *facts: Facts) -> KindOfPerson:
    told: dict[str, Any] = dict(_SPONSOR)
    for more in facts:
        told |= more
    return KindOfPerson(id=id_, label=Text.of(MAJORITY, en=en, nl=nl), facts=MappingProxyType(told))


_TAKEN_IN: Final = {"family_since": _SINCE}
_NOT_MARRIED: Final = {**_COUPLE, "relation": Relation.PARTNER}
_CHILD_AND_PARENT: Final = {**_CHILD, **_of_members("their-parent", _SPOUSE)}

_KNOWN: Final[tuple[KindOfPerson, ...]] = (
    _person("spouse", "adult spouse, married before entry", "volwassen echtgenoot, getrouwd vóór binnenkomst", _SPOUSE),
    _person(
        "registered-partner",
        "registered partner",
        "geregistreerd partner",
        _MARRIED,
        {"relation": Relation.REGISTERED_PARTNER},
    ),
    _person("partner", "unmarried durable partner", "ongehuwde duurzame partner", _NOT_MARRIED),
    _person(
        "customary-spouse",
        "spouse by a religious or customary marriage that is not valid",
        "echtgenoot door een religieus of traditioneel huwelijk dat niet geldig is",
        _SPOUSE,
        {"marriage_valid": False},
    ),
    _person("child", "biological child under {majority}", "biologisch kind onder {majority}", _CHILD_AND_PARENT),
    _person(
        "adopted-child",
        "adopted child under {majority}",
        "geadopteerd kind onder {majority}",
        _CHILD_AND_PARENT,
        _TAKEN_IN,
        {"parentage": Parentage.ADOPTED},
    ),
    _person(
        "step-child",
        "step child whose parent comes along",
        "stiefkind van wie de ouder meekomt",
        _CHILD_AND_PARENT,
        _TAKEN_IN,
        {"parentage": Parentage.STEP},
    ),
    _person("foster-child", "foster child", "pleegkind", _CHILD_AND_PARENT, _TAKEN_IN, {"parentage": Parentage.FOSTER}),
    _person(
        "young-adult",
        "young adult child at home",
        "jongvolwassen kind thuis",
        _CHILD_AND_PARENT,
        {"born_on": date(2003, 3, 1)},
    ),
    _person(
        "dependent-adult",
        "other dependent adult child",
        "ander afhankelijk volwassen kind",
        _CHILD_AND_PARENT,
        {"born_on": date(1995, 3, 1), "dependent": True, "own_family": True},
    ),
    _person("parent", "parent of an unaccompanied minor", "ouder van een alleenstaande minderjarige", _MINOR, _PARENT),
    _person(
        "sibling",
        "minor brother or sister of an unaccompanied minor, with a parent",
        "minderjarige broer of zus van een alleenstaande minderjarige, met een ouder",
        _MINOR,
        _SIBLING,
        _of_members("mother", _PARENT),
    ),
    _person(
        "dependent-sibling",
        "adult brother or sister of an unaccompanied minor, wholly dependent on the parents",
        "volwassen broer of zus van een alleenstaande minderjarige, volledig afhankelijk van de ouders",
        _MINOR,
        _SIBLING,
        {"born_on": date(2000, 6, 1), "wholly_dependent_on_parents": True},
        _of_members("mother", _PARENT),
    ),
    _person(
        "parent-of-adult", "parent of an adult", "ouder van een volwassene", _PARENT, {"born_on": date(1960, 3, 1)}
    ),
    _person(
        "sibling-of-adult",
        "adult brother or sister of an adult",
        "volwassen broer of zus van een volwassene",
        _SIBLING,
        {"born_on": date(1994, 6, 1), "with_parent": "none"},
    ),
    _person("grandparent", "grandparent", "grootouder", _RELATIVE, {"relation": Relation.GRANDPARENT}),
    _person(
        "grandchild",
        "grandchild",
        "kleinkind",
        _RELATIVE,
        {"relation": Relation.GRANDCHILD, "born_on": date(2015, 3, 1)},
    ),
    _person("other-relative", "other relative", "ander familielid", _RELATIVE, {"relation": Relation.OTHER}),
)
_BY_ID: Final = {one.id: one for one in _KNOWN}
_RELATIONS: Final = frozenset(one.relation for one in _KNOWN)


@cache
def _of_added(relation: Relation) -> KindOfPerson:
    return _person(relation.value, relation.label.en, relation.label.nl, _RELATIVE, {"relation": relation})


class _People(Sequence[KindOfPerson]):
    """The people of this module, and one for each relation that a law of one's own has added."""

    @property
    def _all(self) -> tuple[KindOfPerson, ...]:
        return (*_KNOWN, *(_of_added(relation) for relation in Relation if relation not in _RELATIONS))

    @overload
    def __getitem__(self, index: int) -> KindOfPerson: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[KindOfPerson, ...]: ...
    def __getitem__(self, index: int | slice) -> KindOfPerson | tuple[KindOfPerson, ...]:
        return self._all[index]

    def __iter__(self) -> Iterator[KindOfPerson]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


PEOPLE: Final[Sequence[KindOfPerson]] = _People()
"""The family members, in the order of a table."""


def person(id_: str) -> KindOfPerson:
    """Give one of `PEOPLE` by its name.

    Raises:
        KeyError: There is no such person.
    """
    return _BY_ID.get(id_) or PEOPLE[place_of(id_)]


def place_of(id_: str) -> int:
    """Give the place of one of `PEOPLE` in their order.

    Raises:
        KeyError: There is no such person.
    """
    for place, one in enumerate(PEOPLE):
        if one.id == id_:
            return place
    raise KeyError(id_)
