"""The reduced rule for openfisca-core, and for policyengine-core, a fork of it that reads the same source.

Written as their documentation has it: two entities, inputs that do not change with time, small variables
with a formula each, figures of the law as dated parameters, and the change of law as a formula with a date.
So one simulation answers under both laws: for 11 June 2026 and for 12 June 2026. Three choices are made in
their favour: the sponsor's facts are facts of the household (not of a fifth person), verdicts are whole
numbers (a list of words costs them more), and many households come in as arrays, without a file in between.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import numpy as np
from peers.days import months_after, years_after

MEMBERS: Final = 4
EXCLUDED, NOT_YET, ELIGIBLE = 1, 2, 4
OLD_LAW, NEW_LAW = "2026-06-11", "2026-06-12"
ALWAYS: Final = "ETERNITY"


def implementation(package: str) -> Any:
    """Give the rule as one of the two packages runs it."""
    api = importlib.import_module(f"{package}.model_api")
    entities = importlib.import_module(f"{package}.entities")
    enums = importlib.import_module(f"{package}.{'indexed_enums' if package == 'openfisca_core' else 'enums'}")
    simulations = importlib.import_module(f"{package}.simulations")
    systems = importlib.import_module(f"{package}.taxbenefitsystems")
    builder = getattr(simulations, "SimulationBuilder", None)
    if builder is None:
        builder = importlib.import_module(f"{package}.simulations.simulation_builder").SimulationBuilder

    household_entity = entities.build_entity(
        key="household",
        plural="households",
        label="A sponsor's family",
        roles=[{"key": "member", "plural": "members", "label": "Who wants to come"}],
    )
    person_entity = entities.build_entity(key="person", plural="persons", label="Who wants to come", is_person=True)

    class Relation(api.Enum):  # type: ignore[name-defined,misc]
        """In the order of the codes in the facts."""

        spouse = "Spouse"
        child = "Child"
        other = "Other"

    class Protection(api.Enum):  # type: ignore[name-defined,misc]
        """In the order of the codes in the facts."""

        refugee = "Refugee"
        subsidiary = "Subsidiary protection"

    class relation(api.Variable):  # type: ignore[name-defined,misc] # noqa: N801 -- their names
        value_type = api.Enum
        possible_values = Relation
        default_value = Relation.other
        entity = person_entity
        definition_period = api.ETERNITY
        label = "Relation to the sponsor"

    class born_on(api.Variable):  # type: ignore[name-defined,misc] # noqa: N801 -- their names
        value_type = date
        entity = person_entity
        definition_period = api.ETERNITY
        label = "Date of birth"

    class applied_on(api.Variable):  # type: ignore[name-defined,misc] # noqa: N801 -- their names
        value_type = date
        entity = person_entity
        definition_period = api.ETERNITY
        label = "Day of the application"

    class protection(api.Variable):  # type: ignore[name-defined,misc] # noqa: N801 -- their names
        value_type = api.Enum
        possible_values = Protection
        default_value = Protection.refugee
        entity = household_entity
        definition_period = api.ETERNITY
        label = "Protection of the sponsor"

    class granted_on(api.Variable):  # type: ignore[name-defined,misc] # noqa: N801 -- their names
        value_type = date
        entity = household_entity
        definition_period = api.ETERNITY
        label = "Day on which the grant was made known"

    class decided_on(api.Variable):  # type: ignore[name-defined,misc] # noqa: N801 -- their names
        value_type = date
        entity = household_entity
        definition_period = api.ETERNITY
        label = "Day of the decision"

    class term_ends_on(api.Variable):  # type: ignore[name-defined,misc] # noqa: N801 -- their names
        value_type = date
        entity = household_entity
        definition_period = api.DAY
        label = "Last day of the three-month term"

        def formula(household, period, parameters):  # type: ignore[no-untyped-def] # noqa: ANN202, N805
            return months_after(household("granted_on", period), parameters(period).term_in_months)

    class wait_is_over(api.Variable):  # type: ignore[name-defined,misc] # noqa: N801 -- their names
        value_type = bool
        entity = household_entity
        definition_period = api.DAY
        label = "The two years have passed"

        def formula_2026_06_12(household, period, parameters):  # type: ignore[no-untyped-def] # noqa: ANN202, N805
            permit_starts_on = household("granted_on", period) + np.timedelta64(1, "D")
            return household("decided_on", period) >= years_after(permit_starts_on, parameters(period).wait_in_years)

    class in_time(api.Variable):  # type: ignore[name-defined,misc] # noqa: N801 -- their names
        value_type = bool
        entity = person_entity
        definition_period = api.DAY
        label = "The application is in time"

        def formula(person, period):  # type: ignore[no-untyped-def] # noqa: ANN202, N805
            return person("applied_on", period) <= person.household("term_ends_on", period)

    class is_minor(api.Variable):  # type: ignore[name-defined,misc] # noqa: N801 -- their names
        value_type = bool
        entity = person_entity
        definition_period = api.DAY
        label = "Younger than 18 on the day of the application"

        def formula(person, period, parameters):  # type: ignore[no-untyped-def] # noqa: ANN202, N805
            return person("applied_on", period) < years_after(person("born_on", period), parameters(period).majority)

    class verdict(api.Variable):  # type: ignore[name-defined,misc] # noqa: N801 -- their names
        value_type = int
        entity = person_entity
        definition_period = api.DAY
        label = "1 excluded, 2 not yet, 4 eligible"

        def formula(person, period):  # type: ignore[no-untyped-def] # noqa: ANN202, N805
            relation = person("relation", period)
            listed = (relation == Relation.spouse) + (relation == Relation.child)
            return np.where(listed * person("in_time", period), ELIGIBLE, EXCLUDED)

        def formula_2026_06_12(person, period):  # type: ignore[no-untyped-def] # noqa: ANN202, N805
            relation = person("relation", period)
            listed = (relation == Relation.spouse) + (relation == Relation.child) * person("is_minor", period)
            refugee = person.household("protection", period) == Protection.refugee
            in_time = np.where(person("in_time", period), ELIGIBLE, EXCLUDED)
            waited = np.where(person.household("wait_is_over", period), ELIGIBLE, NOT_YET)
            return np.where(listed, np.where(refugee, in_time, waited), EXCLUDED)

    system = systems.TaxBenefitSystem([household_entity, person_entity])
    system.parameters = api.ParameterNode(
        "",
        data={
            "term_in_months": {"values": {"2000-01-01": 3}},
            "majority": {"values": {"2000-01-01": 18}},
            "wait_in_years": {"values": {NEW_LAW: 2}},
        },
    )
    inputs = (relation, born_on, applied_on, protection, granted_on, decided_on)
    system.add_variables(*inputs, term_ends_on, wait_is_over, in_time, is_minor, verdict)

    class Implementation:
        """What the benchmark calls."""

        NAME = package.replace("_", "-")
        PACKAGES = (NAME, "numpy")

        @staticmethod
        def household(plain: Mapping[str, Any]) -> Any:
            """Build a simulation of one household of plain data."""
            names = [f"member_{number}" for number in range(len(plain["members"]))]
            of_sponsor = ("protection", "granted_on", "decided_on")
            situation = {
                "persons": {
                    name: {fact: {ALWAYS: value} for fact, value in member.items()}
                    for name, member in zip(names, plain["members"], strict=True)
                },
                "households": {"household": {"members": names, **{fact: {ALWAYS: plain[fact]} for fact in of_sponsor}}},
            }
            if package == "openfisca_core":
                return builder().build_from_entities(system, situation)
            return simulations.Simulation(tax_benefit_system=system, situation=situation)

        @classmethod
        def of_household(cls, simulation: Any) -> list[tuple[int, int]]:
            """Give each member's verdicts under the old rules and under the new ones."""
            return list(zip(*(verdicts.tolist() for verdicts in cls.of_columns(simulation)), strict=True))

        @staticmethod
        def columns(facts: Mapping[str, Any]) -> Any:
            """Build a simulation of many households."""
            size = len(facts["granted_on"])
            made = builder()
            made.create_entities(system)
            made.declare_person_entity("person", np.arange(size * MEMBERS))
            households = made.declare_entity("household", np.arange(size))
            made.join_with_persons(
                households, np.repeat(np.arange(size), MEMBERS), np.zeros(size * MEMBERS, dtype=np.int8)
            )
            simulation = made.build(system)
            for name, values in facts.items():
                choices = {"relation": Relation, "protection": Protection}.get(name)
                given = enums.EnumArray(values, choices) if choices else values
                simulation.set_input(name, ALWAYS, given)
            return simulation

        @staticmethod
        def of_columns(simulation: Any) -> tuple[Any, Any]:
            """Give the verdicts under the old rules and under the new ones."""
            return simulation.calculate("verdict", OLD_LAW), simulation.calculate("verdict", NEW_LAW)

    return Implementation
