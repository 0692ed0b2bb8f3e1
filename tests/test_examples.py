"""The examples run as they stand, and between them show what they promise."""

import subprocess
import sys
from pathlib import Path

import pytest

import reunify
from reunify import CURRENT, PROPOSED, casefile

EXAMPLES = Path(__file__).parents[1] / "examples"
CASES = sorted((EXAMPLES / "cases").glob("*.toml"))
SCRIPTS = sorted(EXAMPLES.glob("*.py"))
# For the others see test_gains.py and test_service.py.
QUICK = [script for script in SCRIPTS if script.name not in {"plot_reform.py", "service.py"}]


@pytest.mark.slow("starts a process each")
@pytest.mark.parametrize("script", QUICK, ids=lambda path: path.name)
def test_script_runs_as_it_stands(script, tmp_path):
    """Every script runs without arguments, from any folder, and prints something."""
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert ("", 0) == (done.stderr, done.returncode)
    assert done.stdout


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_script_is_short(script):
    """Every script is short enough to be read in one go."""
    assert len(script.read_text(encoding="utf-8").splitlines()) <= 60


def outcomes():
    """Give all outcomes of all example families under both laws."""
    for path in CASES:
        for rule_set in (CURRENT, PROPOSED):
            yield from reunify.assess(casefile.read(path), rule_set).outcomes


def test_examples_show_every_ground():
    """Between them the families open every ground of both laws, and serve a person on each."""
    grounds = {ground.id for rule_set in (CURRENT, PROPOSED) for ground in rule_set.grounds}
    assert grounds == {outcome.ground for outcome in outcomes() if outcome.verdict != "excluded"}


def test_examples_show_both_statuses_and_every_verdict():
    """Refugees and subsidiary protection, every verdict, something unknown, something disputed."""
    assert {"refugee", "subsidiary"} == {casefile.read(path).sponsor.protection for path in CASES}
    assert set(reunify.Verdict) == {outcome.verdict for outcome in outcomes()}
    assert any(outcome.missing for outcome in outcomes())
    assert any(outcome.disputed for outcome in outcomes())
