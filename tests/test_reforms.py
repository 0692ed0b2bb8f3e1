"""The worked reforms run as they stand and say who gains and who loses."""

import runpy
from pathlib import Path

import pytest

from reunify import CURRENT, PROPOSED
from reunify.testing import assert_no_one_worse, differences

REFORMS = Path(__file__).parents[1] / "examples" / "reforms"
BASE = {"six_months": CURRENT}
# Who comes out better or worse, and by which condition of the worse law.
EXPECTED = {
    "transit_location": {("spouse", "not_yet", "housing")},
    "partners_who_could_not_marry": {
        ("partner", "eligible", "listed"),
        ("customary-spouse", "eligible", "marriage-valid"),
    },
    "no_wait_for_minors": {("parent", "eligible", "two-year-wait")},
    "foster_children_back": {("foster-child", "eligible", "listed")},
    "six_months": {("partner", "eligible", "in-time"), ("child", "eligible", "in-time")},
}


@pytest.mark.slow("searches the boundary families of one more law")
@pytest.mark.parametrize("name", EXPECTED)
def test_reform(name, capsys):
    """The script prints its table, and the difference is the one that it is about."""
    base = BASE.get(name, PROPOSED)
    reform = runpy.run_path(str(REFORMS / f"{name}.py"), run_name="__main__")["REFORM"]
    out = capsys.readouterr().out
    assert f"Checked on {differences(base, reform).checked} boundary families" in out
    assert ("worse" if name == "transit_location" else "better") in out
    got = {(d.person, d.new.value, d.conditions[0]) for d in differences(base, reform)}
    assert EXPECTED[name] <= got
    if name != "transit_location":
        assert_no_one_worse(base, reform)


def test_every_reform_is_tested():
    """Each script of the folder has its expectation here, and is short."""
    scripts = sorted(REFORMS.glob("*.py"))
    assert sorted(EXPECTED) == [script.stem for script in scripts]
    assert all(len(script.read_text(encoding="utf-8").splitlines()) <= 70 for script in scripts)
