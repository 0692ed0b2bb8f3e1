"""The worked reforms run as they stand, say who gains and who loses, and can be named in the command."""

import ast
import runpy
from pathlib import Path

import pytest
from adding import as_it_was

from reunify import PROPOSED, casefile, lawfile
from reunify.__main__ import main
from reunify.testing import assert_no_one_worse, differences

EXAMPLES = Path(__file__).parents[1] / "examples"
REFORMS = EXAMPLES / "reforms"
# Who comes out better or worse, and by which condition of the worse law.
EXPECTED = {
    "transit_location": {("spouse", "not_yet", "housing")},
    "partners_of_refugees": {("partner", "eligible", "listed")},
    "no_wait_for_minors": {("parent", "eligible", "two-year-wait")},
    "foster_children_back": {("foster-child", "eligible", "listed")},
    "three_years": {("spouse", "not_yet", "two-year-wait"), ("child", "not_yet", "two-year-wait")},
    "income_norm_120": {("spouse", "not_yet", "means"), ("child", "not_yet", "means")},
    "grandparents_of_orphans": {("grandparent", "eligible", "listed")},
}
WORSE = {"transit_location", "three_years", "income_norm_120"}
MOST_LINES_OF_LAW = 12
LONGER = {"foster_children_back", "transit_location"}


@pytest.fixture(autouse=True)
def _as_it_was():
    with as_it_was():
        yield


@pytest.mark.slow("searches the boundary families of one more law")
@pytest.mark.parametrize("name", EXPECTED)
def test_reform(name, capsys):
    """The script prints its table, and the difference is the one that it is about."""
    reform = runpy.run_path(str(REFORMS / f"{name}.py"), run_name="__main__")["REFORM"]
    out = capsys.readouterr().out
    assert f"Checked on {differences(PROPOSED, reform).checked} boundary families" in out
    assert ("worse" if name in WORSE else "better") in out
    got = {(d.person, d.new.value, d.conditions[0]) for d in differences(PROPOSED, reform)}
    assert EXPECTED[name] <= got
    if name not in WORSE:
        assert_no_one_worse(PROPOSED, reform)


@pytest.mark.parametrize("name", EXPECTED)
def test_named_in_the_command(name, capsys):
    """``--law`` with the script compares a family under the newest law and the reform."""
    file = EXAMPLES / "cases" / "subsidiary-couple-with-foster-child.toml"
    assert 0 == main(["compare", str(file), "--law", str(REFORMS / f"{name}.py")])
    assert "from 12 June 2026" in capsys.readouterr().out


def test_every_reform_is_tested():
    """Each script of the folder has its expectation here, and is short."""
    scripts = sorted(REFORMS.glob("*.py"))
    assert sorted(EXPECTED) == [script.stem for script in scripts]
    assert all(len(script.read_text(encoding="utf-8").splitlines()) <= 70 for script in scripts)


@pytest.mark.parametrize("name", sorted(EXPECTED.keys() - LONGER))
def test_law_in_few_lines(name):
    """What a reform says of the law fits in twelve lines; the rest is what it is about, imports and a printed table."""
    body = ast.parse((REFORMS / f"{name}.py").read_text(encoding="utf-8")).body
    law = [one for one in body if isinstance(one, ast.Assign)]
    assert 1 <= sum(one.end_lineno - one.lineno + 1 for one in law) <= MOST_LINES_OF_LAW


def test_grandparents(tmp_path, capsys):
    """The fact of its own is read from a case file, asked for, and decides."""
    law = REFORMS / "grandparents_of_orphans.py"
    file = tmp_path / "case.toml"
    text = (EXAMPLES / "cases" / "uam-refugee-turned-18.toml").read_text(encoding="utf-8")
    text = text.replace("[sponsor]", "[sponsor]\nis_orphan = true", 1).partition("[[members]]")[0]
    text += '[[members]]\nid = "oma"\nrelation = "grandparent"\napplied_on = "not_yet"\n'
    file.write_text(text, encoding="utf-8")
    assert 2 == main(["assess", str(file)])
    assert "there is no fact 'is_orphan' here" in capsys.readouterr().err
    assert 0 == main(["assess", str(file), "--law", str(law), "--full"])
    assert "+ met: The sponsor is an orphan" in capsys.readouterr().out
    case = casefile.read(file)
    assert case.sponsor.is_orphan is True
    assert lawfile.read(str(law)).conditions["orphan"].reads == ("sponsor_is_orphan",)
