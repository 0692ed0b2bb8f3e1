"""The published cases: each must give the outcome that its source gave."""

import tomllib
from pathlib import Path

import pytest

from reunify import RULE_SETS, assess, casefile

GOLD = sorted((Path(__file__).parent / "gold").glob("*.toml"))


def read(path):
    """Read a published case, its family as a case, and the outcome for the person it is about."""
    published = tomllib.loads(path.read_text(encoding="utf-8"))
    expected = published["expected"]
    case = casefile.structure(published["case"])
    return expected, assess(case, RULE_SETS[expected["regime"]])[expected["member"]]


def states(outcome):
    """Give for each condition whether it holds, over all grounds of a person."""
    reasons = [*outcome.reasons, *(reason for ground in outcome.grounds for reason in ground.reasons)]
    return {reason.condition: reason.holds for reason in reversed(reasons)}


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_verdict_of_the_source(path):
    """The verdict is the one that the source gave."""
    expected, outcome = read(path)
    assert expected["verdict"] == outcome.verdict


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_turns_on_what_the_source_turned_on(path):
    """The condition or ground that decided the case for the source decides it here."""
    expected, outcome = read(path)
    decided_by = expected["decided_by"]
    holds = states(outcome)
    grounds = {ground.id: ground for ground in outcome.grounds}
    if outcome.verdict in ("excluded", "not_yet"):
        ground_failed = decided_by in grounds and any(r.holds is False for r in grounds[decided_by].reasons)
        assert holds.get(decided_by) is False or not grounds or ground_failed
    elif outcome.verdict == "eligible":
        assert holds.get(decided_by) is True or decided_by == outcome.ground
    else:
        assert set(expected["missing"]) == set(outcome.missing)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_disputed_where_the_source_says_so(path):
    """Where the source says that the law is disputed, another reading gives another verdict."""
    expected, outcome = read(path)
    assert outcome.disputed or not expected["disputed"]


def test_no_case_is_lost():
    """All published cases are here, each with its source."""
    assert len(GOLD) == 74
    for path in GOLD:
        source = tomllib.loads(path.read_text(encoding="utf-8"))["source"]
        assert source["ref"]
        assert source["url"].startswith("http")
