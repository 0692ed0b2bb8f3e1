"""Columns under a law of one's own, whose conditions can do with a value what those of the library do not."""

from datetime import date
from decimal import Decimal

import pytest
from laws import a_ground, a_law
from odd_conditions import amount, day, swallowed, swallowed_amount

from reunify import Case, FamilyMember, Sponsor, assess, columns


@pytest.mark.parametrize(
    "asked",
    [
        day(swallowed),
        day(lambda born_on: isinstance(born_on, date) and born_on < date(2000, 1, 1)),
        day(lambda born_on: str(born_on) < "2000-01-01"),
        amount(swallowed_amount),
        amount(lambda income: {1000: False}.get(income, True)),
        amount(lambda income: str(income) < "2"),
    ],
)
def test_a_function_that_looks_behind_what_it_is_given(asked):
    """It gives for each person what it gives for that person alone."""
    law = a_law([a_ground(asked)])
    days = [date(1999, 1, 1), date(1998, 12, 31), date(1999, 12, 31), date(2000, 1, 1), date(2008, 2, 29)]
    amounts = [Decimal(0), Decimal(999), Decimal(1000), Decimal(2001)]
    cases = [
        Case(
            sponsor=Sponsor(protection="refugee", income_per_month=income, born_on=born_on),
            members=[FamilyMember(id="one", relation="sibling")],
        )
        for born_on in days
        for income in amounts
    ]
    found = columns.assess_table(columns.from_cases(cases), law)
    assert [assess(case, law)["one"].verdict for case in cases] == list(found.verdict)
