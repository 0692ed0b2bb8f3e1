"""What is proven of the laws: the page, and places of conditions that the boundary search misses."""

import runpy
from pathlib import Path

import pytest

from reunify import CURRENT
from reunify.facts import Protection
from reunify.reform import BoundaryFamily
from reunify.reform.boundaries import _BoundarySearch
from reunify.reform.missed import missed
from reunify.reform.people import person
from reunify.reform.places import Looker

ROOT = Path(__file__).parents[2]


@pytest.mark.slow("takes each condition as met and as not met, and proves what that changes")
def test_the_page_is_as_it_is_made():
    """Which conditions of one of the laws change nothing by themselves."""
    made = "\n\n".join(runpy.run_path(str(ROOT / "docs" / "make_proofs.py"))["_of_law"](CURRENT))
    assert made in (ROOT / "docs" / "proven.md").read_text(encoding="utf-8")


@pytest.mark.slow("proves of each place that no family shows to decide that it cannot")
@pytest.mark.parametrize("protection", Protection)
def test_each_place_decides_in_a_family_or_cannot(protection):
    """For a spouse under the law until 11 June 2026: what the search misses is found, the rest is proven idle."""
    who = person("spouse")
    search = _BoundarySearch(CURRENT, BoundaryFamily(person=who.id, protection=protection), Looker())
    search.run()
    before = set(search.left())
    *families, (none, idle) = missed(who).families(CURRENT, protection, before)
    assert none is None
    assert families
    assert before == {place for _, places in families for place in places} | set(idle)
    for changes, places in families:
        search.take(changes, places)
    # One that is idle in the reading that leads to it can decide where another point is read the other way too.
    assert set(search.left()) <= set(idle)
