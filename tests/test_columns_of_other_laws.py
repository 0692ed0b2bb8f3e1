"""Columns under a law of one's own, whose conditions can do with a value what those of the library do not."""

from datetime import date
from decimal import Decimal

import pytest
from laws import a_ground, a_law

from reunify import Case, FamilyMember, Sponsor, assess, columns
from reunify.logic import condition
from reunify.sources import VC_NAREIS


def swallowed(born_on):
    try:
        return born_on.replace(year=born_on.year + 1) < date(2000, 1, 1)
    except Exception:  # noqa: BLE001 -- as a law of one's own could
        return False


def swallowed_amount(income):
    try:
        return income + 1 > 1000.5
    except TypeError:
        return False


def of_birth(function):
    """Give a condition on a day."""

    def asked(born_on: date) -> bool:
        return function(born_on)

    return asked


def of_income(function):
    """Give a condition on an amount."""

    def asked(sponsor_income_per_month: Decimal) -> bool:
        return function(sponsor_income_per_month)

    return asked


@pytest.mark.parametrize(
    "function",
    [
        of_birth(swallowed),
        of_birth(lambda day: isinstance(day, date) and day < date(2000, 1, 1)),
        of_birth(lambda day: str(day) < "2000-01-01"),
        of_income(swallowed_amount),
        of_income(lambda income: {1000: False}.get(income, True)),
        of_income(lambda income: str(income) < "2"),
    ],
)
def test_a_function_that_looks_behind_what_it_is_given(function):
    """It gives for each person what it gives for that person alone."""
    asked = condition(id="tried", source=VC_NAREIS, en="what is tried", nl="wat wordt geprobeerd")(function)
    law = a_law([a_ground(asked)])
    days = [date(1999, 1, 1), date(1998, 12, 31), date(1999, 12, 31), date(2000, 1, 1), date(2008, 2, 29)]
    amounts = [Decimal(0), Decimal(999), Decimal(1000), Decimal(2001)]
    cases = [
        Case(
            sponsor=Sponsor(protection="refugee", income_per_month=amount),
            members=[FamilyMember(id="one", relation="sibling", born_on=day)],
        )
        for day in days
        for amount in amounts
    ]
    found = columns.assess_table(columns.from_cases(cases), law)
    assert [assess(case, law)["one"].verdict for case in cases] == list(found.verdict)
