"""The reduced rule for openfisca-core, and for policyengine-core, a fork of it: the one that is installed.

Written as their documentation has it: two entities, inputs that do not change with time, small variables
with a formula each, figures of the law as dated parameters, and the change of law as a formula with a date.
So one simulation answers under both laws: for 11 June 2026 and for 12 June 2026. Three choices are made in
their favour: the sponsor's facts are facts of the household (not of a fifth person), verdicts are whole
numbers (a list of words costs them more), and many households come in as arrays, without a file in between.
"""
# ruff: noqa: D101, D102, N801, N805 -- variables are classes with the names of facts, formulas take no self

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import numpy as np
from peers.days import months_after, years_after

PACKAGE: Final = "openfisca_core" if importlib.util.find_spec("openfisca_core") else "policyengine_core"
OPENFISCA: Final = PACKAGE == "openfisca_core"


def _part(name: str) -> Any:
    return importlib.import_module(f"{PACKAGE}.{name}")


api = _part("model_api")
build_entity = _part("entities").build_entity
EnumArray = _part("indexed_enums" if OPENFISCA else "enums").EnumArray
SimulationBuilder = _part("simulations.simulation_builder").SimulationBuilder
Simulation = _part("simulations").Simulation
TaxBenefitSystem = _part("taxbenefitsystems").TaxBenefitSystem

NAME: Final = PACKAGE.replace("_", "-")
PACKAGES: Final = (NAME, "numpy")
MEMBERS: Final = 4
EXCLUDED, NOT_YET, ELIGIBLE = 1, 2, 4
OLD_LAW, NEW_LAW = "2026-06-11", "2026-06-12"
ALWAYS: Final = "ETERNITY"

# ---------------------------------------------------------------- entities and inputs

Household = build_entity(
    key="household",
    plural="households",
    label="A sponsor's family",
    roles=[{"key": "member", "plural": "members", "label": "Who wants to come"}],
)
Person = build_entity(key="person", plural="persons", label="Who wants to come", is_person=True)


class Relation(api.Enum):
    spouse = "Spouse"
    child = "Child"
    other = "Other"


class Protection(api.Enum):
    refugee = "Refugee"
    subsidiary = "Subsidiary protection"


class relation(api.Variable):
    value_type = api.Enum
    possible_values = Relation
    default_value = Relation.other
    entity = Person
    definition_period = api.ETERNITY
    label = "Relation to the sponsor"


class born_on(api.Variable):
    value_type = date
    entity = Person
    definition_period = api.ETERNITY
    label = "Date of birth"


class applied_on(api.Variable):
    value_type = date
    entity = Person
    definition_period = api.ETERNITY
    label = "Day of the application"


class protection(api.Variable):
    value_type = api.Enum
    possible_values = Protection
    default_value = Protection.refugee
    entity = Household
    definition_period = api.ETERNITY
    label = "Protection of the sponsor"


class granted_on(api.Variable):
    value_type = date
    entity = Household
    definition_period = api.ETERNITY
    label = "Day on which the grant was made known"


class decided_on(api.Variable):
    value_type = date
    entity = Household
    definition_period = api.ETERNITY
    label = "Day of the decision"


# ---------------------------------------------------------------- the rule


class term_ends_on(api.Variable):
    value_type = date
    entity = Household
    definition_period = api.DAY
    label = "Last day of the three-month term"

    def formula(household: Any, period: Any, parameters: Any) -> Any:
        return months_after(household("granted_on", period), parameters(period).term_in_months)


class wait_is_over(api.Variable):
    value_type = bool
    entity = Household
    definition_period = api.DAY
    label = "Two years have passed since the grant"

    def formula_2026_06_12(household: Any, period: Any, parameters: Any) -> Any:
        permit_starts_on = household("granted_on", period) + np.timedelta64(1, "D")
        return household("decided_on", period) >= years_after(permit_starts_on, parameters(period).wait_in_years)


class in_time(api.Variable):
    value_type = bool
    entity = Person
    definition_period = api.DAY
    label = "The application is in time"

    def formula(person: Any, period: Any) -> Any:
        return person("applied_on", period) <= person.household("term_ends_on", period)


class is_minor(api.Variable):
    value_type = bool
    entity = Person
    definition_period = api.DAY
    label = "Younger than 18 on the day of the application"

    def formula(person: Any, period: Any, parameters: Any) -> Any:
        return person("applied_on", period) < years_after(person("born_on", period), parameters(period).majority)


class verdict(api.Variable):
    value_type = int
    entity = Person
    definition_period = api.DAY
    label = "1 excluded, 2 not yet, 4 eligible"

    def formula(person: Any, period: Any) -> Any:
        kin = person("relation", period)
        listed = (kin == Relation.spouse) + (kin == Relation.child)
        return np.where(listed * person("in_time", period), ELIGIBLE, EXCLUDED)

    def formula_2026_06_12(person: Any, period: Any) -> Any:
        kin = person("relation", period)
        listed = (kin == Relation.spouse) + (kin == Relation.child) * person("is_minor", period)
        of_refugee = np.where(person("in_time", period), ELIGIBLE, EXCLUDED)
        of_subsidiary = np.where(person.household("wait_is_over", period), ELIGIBLE, NOT_YET)
        is_refugee = person.household("protection", period) == Protection.refugee
        return np.where(listed, np.where(is_refugee, of_refugee, of_subsidiary), EXCLUDED)


_PARAMETERS: Final = {
    "term_in_months": {"values": {"2000-01-01": 3}},
    "majority": {"values": {"2000-01-01": 18}},
    "wait_in_years": {"values": {NEW_LAW: 2}},
}
system = TaxBenefitSystem([Household, Person])
system.parameters = api.ParameterNode("", data=_PARAMETERS)
system.add_variables(relation, born_on, applied_on, protection, granted_on, decided_on)
system.add_variables(term_ends_on, wait_is_over, in_time, is_minor, verdict)

# ---------------------------------------------------------------- what the benchmark calls


def household(plain: Mapping[str, Any]) -> Any:
    """Build a simulation of one household of plain data."""
    names = [f"member_{number}" for number in range(len(plain["members"]))]
    of_sponsor = {fact: {ALWAYS: plain[fact]} for fact in ("protection", "granted_on", "decided_on")}
    of_members = [{fact: {ALWAYS: value} for fact, value in member.items()} for member in plain["members"]]
    situation = {
        "persons": dict(zip(names, of_members, strict=True)),
        "households": {"household": {"members": names, **of_sponsor}},
    }
    if OPENFISCA:
        return SimulationBuilder().build_from_entities(system, situation)
    return Simulation(tax_benefit_system=system, situation=situation)


def of_household(simulation: Any) -> list[tuple[int, int]]:
    """Give each member's verdicts under the old rules and under the new ones."""
    return list(zip(*(verdicts.tolist() for verdicts in of_columns(simulation)), strict=True))


def columns_of(facts: Mapping[str, Any]) -> Any:
    """Build a simulation of many households."""
    size = len(facts["granted_on"])
    builder = SimulationBuilder()
    builder.create_entities(system)
    # The one makes a list of the names first, the other an array: each gets what it does so fastest with.
    names = range if OPENFISCA else np.arange
    builder.declare_person_entity("person", names(size * MEMBERS))
    households = builder.declare_entity("household", names(size))
    roles = np.zeros(size * MEMBERS, dtype=np.int8)
    builder.join_with_persons(households, np.repeat(np.arange(size), MEMBERS), roles)
    simulation = builder.build(system)
    for name, values in facts.items():
        words = {"relation": Relation, "protection": Protection}.get(name)
        simulation.set_input(name, ALWAYS, values if words is None else EnumArray(values, words))
    return simulation


def of_columns(simulation: Any) -> tuple[Any, Any]:
    """Give the verdicts under the old rules and under the new ones."""
    return simulation.calculate("verdict", OLD_LAW), simulation.calculate("verdict", NEW_LAW)
