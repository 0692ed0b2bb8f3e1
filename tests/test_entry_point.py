"""Hypothesis draws our classes from their type: by the entry point that the package declares."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DECLARED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]


@pytest.fixture
def installed(tmp_path):
    """A folder with what an installation writes of the package: its name and its entry points."""
    info = tmp_path / "reunify-0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: reunify\nVersion: 0\n", encoding="utf-8")
    lines = (
        line
        for group, points in DECLARED.items()
        for line in (f"[{group}]", *(f"{name} = {place}" for name, place in points.items()))
    )
    (info / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def ran(code, *folders):
    """Run Python in a process of its own, with these folders to import from."""
    paths = "; ".join(f"sys.path.insert(0, {str(folder)!r})" for folder in folders)
    command = [sys.executable, "-c", f"import sys; {paths}\n{code}"]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=folders[0]).stdout.split()


DRAW = """
import hypothesis
loaded = "reunify.testing.strategies" in sys.modules
from hypothesis import strategies as st
from reunify import Case, FamilyMember, Sponsor
print(loaded)
for kind in (Case, FamilyMember, Sponsor):
    drawn = []
    @hypothesis.settings(max_examples=20, database=None)
    @hypothesis.given(st.from_type(kind))
    def draw(value):
        drawn.append(value)
    draw()
    print({type(value) for value in drawn} == {kind}, len(set(map(repr, drawn))) > 10)
"""


def test_from_type(installed):
    """`from_type` draws valid values of many kinds, and loads the strategies only when it is asked to."""
    assert ran(DRAW, ROOT, installed) == ["False", *["True", "True"] * 3]


def test_not_without_hypothesis():
    """The library does not import hypothesis, nor does what is found of a reform, nor the assertions."""
    there = "print('hypothesis' in sys.modules)"
    of_reforms = "import reunify.reform.snapshot, reunify.testing"
    code = f"import reunify, reunify.testing.entry_point; {there}; {of_reforms}; {there}"
    assert ran(code, ROOT) == ["False", "False"]
