"""A condition as a reader is told it: met, not met, or asked; written by the rule, or made of its proposition."""

from datetime import date

import pytest

from reunify import PROPOSED
from reunify.logic import yes
from reunify.sources import VW
from reunify.text import Text
from reunify.told import on_day, without_day

DAY = Text(en="13 August 2028", nl="13 augustus 2028")
WAITS = Text(en="It is not over. It ends on {day}.", nl="Het is niet voorbij. Het eindigt op {day}.")


def test_plain_texts():
    """What a rule does not say itself is a plain sentence of its proposition."""
    told = yes("married", VW["29"], en="the person is married", nl="de persoon is getrouwd").told
    assert told.written == frozenset()
    assert [told.in_state(holds).en for holds in (True, False, None)] == [
        "The person is married.",
        "This is not so: the person is married.",
        "Is this so: the person is married?",
    ]
    assert [told.in_state(holds).nl for holds in (True, False, None)] == [
        "De persoon is getrouwd.",
        "Dit is niet zo: de persoon is getrouwd.",
        "Klopt dit: de persoon is getrouwd?",
    ]


def test_what_a_rule_says_itself():
    """It takes the place of the plain sentence."""
    said = {"unmet": Text(en="Nobody married.", nl="Niemand trouwde.")}
    told = yes("married", VW["29"], en="they married", nl="zij trouwden", **said).told
    assert (told.unmet.en, told.written) == ("Nobody married.", {"unmet"})
    assert told.met.en == "They married."


@pytest.mark.parametrize(
    ("day", "said"),
    [(date(2028, 8, 13), "It is not over. It ends on 13 August 2028."), (None, "It is not over.")],
)
def test_the_day(day, said):
    """A sentence that names the day is said only where the day is known."""
    assert on_day(WAITS, day, DAY).en == said


def test_a_text_that_names_no_day():
    """It stays as it is, whatever braces are in it."""
    text = Text(en="a {name} of their own", nl="een eigen {name}")
    assert on_day(text, date(2028, 8, 13), DAY) == text == without_day(text)


def test_another_figure():
    """A draft with another figure says it in all that a reader is told."""
    wait = PROPOSED.amend(id="three", title="a wait of three years", figures={"wait": 3}).conditions["two-year-wait"]
    assert wait.told.unmet.en.startswith("The wait of three years")
    assert wait.told.ask.nl.startswith("Is de wachttijd van drie jaar")
    assert wait.told.met.en == "The wait of three years is over."


def test_what_can_be_done():
    """Two of the conditions of art. 29d lid 2 can be met by somebody's deed, and say by which and where."""
    for name in ("means", "housing"):
        told = PROPOSED.conditions[name].told
        assert told.task.en
        assert told.place.nl
