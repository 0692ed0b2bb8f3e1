"""Conditions that do with a value what those of the library do not, as a law of one's own could."""

from datetime import date
from decimal import Decimal

from reunify.logic import condition
from reunify.sources import VW

SAID = {"id": "tried", "source": VW["29c.1"], "en": "what is tried", "nl": "wat wordt geprobeerd"}


def amount(function):
    def asked(sponsor_income_per_month: Decimal) -> bool:
        return function(sponsor_income_per_month)

    return condition(**SAID)(asked)


def day(function):
    def asked(sponsor_born_on: date) -> bool:
        return function(sponsor_born_on)

    return condition(**SAID)(asked)


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
