"""Hostile files of every sort end in a result or in a refusal that names its place; see ``tests/fuzz/run.py``."""

import runpy
from pathlib import Path

import pytest

from reunify.casefile import _syntax

FUZZ = runpy.run_path(str(Path(__file__).parent / "fuzz" / "run.py"))


@pytest.mark.parametrize("number", [200, pytest.param(1200, marks=pytest.mark.slow("gives the command 1,200 files"))])
def test_a_short_run(number):
    """No traceback, no hang, no output in spite of faults: as in the long run, with fewer inputs."""
    found = FUZZ["fuzz"](number)
    assert {} == found.crashes, "\n".join(found.told())
    assert number == found.ends.total()
    assert all(found.ends[kind, end] for kind in ("TOML", "JSON", "CSV", "JSON lines", "bytes") for end in (0, 2))


@pytest.mark.slow("tries each crash with less of its input, hundreds of times")
def test_a_crash_is_found_and_made_small(monkeypatch):
    """A fault in the reader does not pass unseen, and what is saved is not much more than what it takes."""
    number = _syntax._number

    def fails(digits):
        assert "." not in digits
        return number(digits)

    monkeypatch.setattr(_syntax, "_number", fails)
    found = FUZZ["fuzz"](100)
    assert found.crashes
    for place, (_, made) in found.crashes.items():
        assert place.startswith("AssertionError _syntax.py:")
        assert len(made.raw) < 100
