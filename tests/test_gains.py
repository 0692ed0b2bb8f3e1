"""Who gains and who loses: as rows, as a text, as a plot."""

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from reunify import DIRECTIVE
from reunify.facts import Protection
from reunify.testing import differences

SCRIPT = Path(__file__).parents[1] / "examples" / "plot_reform.py"
DRAFT = DIRECTIVE.amend(id="married-too", title="married children too", drop=["minor-child.unmarried"])


@pytest.fixture(scope="module")
def found():
    """Give what changes where married children count too."""
    return differences(DIRECTIVE, DRAFT).gains_and_losses()


def test_rows(found):
    """A row says who, under which status, from which verdict to which, in how many families, and has one of them."""
    assert {"child", "adopted-child", "step-child"} <= {row.who for row in found}
    row = found[0]
    assert ("child", Protection.REFUGEE, "excluded", "eligible", False) == (
        *(row.who, row.status, row.before, row.after),
        row.worse,
    )
    assert row.case.member("child").married is True
    better, _ = differences(DIRECTIVE, DRAFT).counts()
    assert better == sum(row.families for row in found)
    assert found[:1] == (row,)


def test_text(found):
    """Printed it is the text, with a paragraph for each row."""
    head, _, rest = str(found).partition("\n\nbetter")
    assert head.startswith("What changes: EU floor → married children too\n===")
    assert len(found) == rest.count("better") + 1
    assert (
        "1  biological child under 18, refugee\n    for example: not through nareis → may come (where married = yes;"
        in rest
    )
    assert "beter    1  biologisch kind onder 18" in str(differences(DIRECTIVE, DRAFT).gains_and_losses("nl"))


def test_losses():
    """The other way round they are losses."""
    lost = differences(DRAFT, DIRECTIVE).gains_and_losses()
    assert all(row.worse for row in lost)
    assert "\nworse " in str(lost)


def test_equal_laws():
    """Where nothing changes there is no row, and the text says that the two are equal."""
    none = differences(DIRECTIVE, DIRECTIVE).gains_and_losses()
    assert ([], False) == (none.to_dicts(), bool(none))
    assert "proven that the same verdicts are possible" in str(none)


def test_data(found):
    """As plain data each row has words and numbers only."""
    first = found.to_dicts()[0]
    assert {
        "who": "child",
        "label": "biological child under 18",
        "status": "refugee",
        "before": "excluded",
        "after": "eligible",
        "families": found[0].families,
        "where": "married = yes",
    } == first
    assert {str, int} == {type(value) for value in first.values()}


def test_plot(found, monkeypatch):
    """Each row is a bar as long as its number of families, to the left where it is a loss."""
    pytest.importorskip("matplotlib")
    monkeypatch.setenv("MPLBACKEND", "Agg")
    plot = runpy.run_path(str(SCRIPT))["plot"]
    (axes,) = plot(found).axes
    assert [row.families for row in found] == [bar.get_width() for bar in axes.patches]
    (axes,) = plot(differences(DRAFT, DIRECTIVE).gains_and_losses()).axes
    assert all(bar.get_width() < 0 for bar in axes.patches)
    labels = [label.get_text() for label in axes.get_yticklabels()]
    assert "biological child under 18, refugee" in labels


def test_no_matplotlib(tmp_path):
    """Without matplotlib the script says what it needs, in one line."""
    (tmp_path / "matplotlib.py").write_text("raise ModuleNotFoundError", encoding="utf-8")
    run = "import sys, runpy; sys.path.insert(0, sys.argv[1]); runpy.run_path(sys.argv[2], run_name='__main__')"
    done = subprocess.run(
        [sys.executable, "-c", run, tmp_path, SCRIPT], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert (1, "There is no plot without matplotlib: pip install matplotlib\n") == (done.returncode, done.stderr)


@pytest.mark.slow("searches the boundary families of one more law")
def test_script(tmp_path, monkeypatch):
    """The script writes its picture."""
    pytest.importorskip("matplotlib")
    monkeypatch.setenv("MPLBACKEND", "Agg")
    done = subprocess.run([sys.executable, SCRIPT], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert ("", 0) == (done.stderr, done.returncode)
    assert done.stdout.startswith("What changes: ")
    assert (tmp_path / "reform.png").read_bytes().startswith(b"\x89PNG")
