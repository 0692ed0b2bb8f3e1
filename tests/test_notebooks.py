"""Two notebooks, which run as they stand."""

import json
import sys
from pathlib import Path

import pytest

NOTEBOOKS = sorted((Path(__file__).parents[1] / "examples" / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda path: path.name)
def test_notebook_is_kept_without_output(file):
    """What it shows is made when it is run."""
    cells = [cell for cell in json.loads(file.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    assert cells
    assert not [cell for cell in cells if cell["outputs"] or cell["execution_count"]]


@pytest.mark.slow("starts a kernel, and one of them searches the boundary families of two laws")
@pytest.mark.filterwarnings("ignore")  # those of the kernel and its client
@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda path: path.name)
def test_notebook_runs(file, tmp_path, monkeypatch):
    """It runs from its beginning to its end, and what it shows is a table."""
    nbclient, nbformat = pytest.importorskip("nbclient"), pytest.importorskip("nbformat")
    pytest.importorskip("ipykernel")
    monkeypatch.setenv("MPLBACKEND", "agg")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    notebook = nbformat.read(file, as_version=4)
    notebook.metadata.kernelspec = {"name": "python3", "display_name": sys.executable, "language": "python"}
    nbclient.NotebookClient(notebook, timeout=600, resources={"metadata": {"path": str(tmp_path)}}).execute()
    shown = [data for cell in notebook.cells for out in cell.get("outputs", ()) if (data := out.get("data"))]
    assert any("text/html" in data for data in shown)
