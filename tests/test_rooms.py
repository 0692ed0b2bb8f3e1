"""Which module imports which: as the table of rooms in CONTRIBUTING.md says."""

import ast
import re
from functools import cache
from pathlib import Path

from parsed import PACKAGE, tree_of

ROOT = Path(__file__).parents[1]
FACE = {"__init__", "__main__"}


def rooms():
    """Give for each module or folder of the package its row in the table, counted from above."""
    table = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("| room |")[2].partition("\n\n")[0]
    rows = [re.findall(r"`(\w+)/?`", row.split("|")[1]) for row in table.splitlines()[2:]]
    return {name: number for number, row in enumerate(rows) for name in row}


def imported(node):
    """Give the rooms that a piece of a program imports from, wherever it does; what only types need does not count."""
    for part in ast.iter_child_nodes(node):
        if isinstance(part, ast.If) and "TYPE_CHECKING" in ast.unparse(part.test):
            continue
        if isinstance(part, ast.ImportFrom) and part.module == "reunify":
            yield from (alias.name for alias in part.names)
        elif isinstance(part, ast.ImportFrom) and (part.module or "").startswith("reunify."):
            yield part.module.split(".")[1]
        yield from imported(part)


@cache
def arrows():
    """Give each room with each that it imports from."""
    return {
        (path.relative_to(PACKAGE).parts[0].removesuffix(".py"), room)
        for path in PACKAGE.rglob("*.py")
        for room in imported(tree_of(path))
    }


def test_the_table_names_each_room():
    """Every module and folder of the package, and nothing that is not there."""
    there = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert rooms().keys() == there - FACE


def test_arrows_point_up():
    """A room imports from those above it, or from its own row."""
    row = rooms()
    assert len(arrows()) > len(row)
    assert [] == [(own, other) for own, other in arrows() if own not in FACE and row.get(other, 0) > row[own]]


def test_nothing_imports_testing():
    """What is for tests of a law is not needed by what works with it."""
    assert {"testing"} == {own for own, other in arrows() if other == "testing"}
