"""The public names are those of ``public_names.txt``: one that goes, or comes, is seen.

``python tests/test_public_names.py`` writes the file again.
"""

import ast
import difflib
from pathlib import Path

from parsed import PACKAGE, tree_of

import reunify

FILE = Path(__file__).with_name("public_names.txt")
# The law itself: what it asks has ids, which the snapshots and the tests of the law hold.
LAW = PACKAGE / "rules"
HELP = """
The public names are not those of tests/public_names.txt (+ is new, - is gone):

{change}

Was it meant? Then write the file again (python tests/test_public_names.py), and say in CHANGELOG.md what came,
and for what went what to use instead: others have programs that use it. If not: a name that others need not
know begins with an underscore.
"""


def names():
    """Give every public name with its module; and, with their class, the attributes of the classes of the package itself."""
    for module, tree in modules():
        yield from sorted(f"{module}.{name}" for name in listed(tree) or ())
    classes = (value for name in reunify.__all__ if isinstance(value := getattr(reunify, name), type))
    yield from sorted(f"reunify.{cls.__name__}.{name}" for cls in classes for name in attributes(cls))


def modules():
    """Give each public module by its name, as it is written."""
    for file in sorted(PACKAGE.rglob("*.py")):
        if file.parent == LAW and file.name != "__init__.py":
            continue
        parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
        module = ".".join(part for part in parts if part != "__init__")
        if not any(part.startswith("_") for part in module.split(".")):
            yield module, tree_of(file)


def assigned(tree):
    """Give each name that a module assigns to at its top, with the value."""
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                yield from ((name.id, node.value) for name in ast.walk(target) if isinstance(name, ast.Name))


def listed(tree):
    """Give the names in ``__all__``; None where there is no such list."""
    return next((ast.literal_eval(value) for name, value in assigned(tree) if name == "__all__"), None)


def defined(tree):
    """Give the names without an underscore that are made in the module itself."""
    made = [node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    return {name for name in [*made, *(name for name, _ in assigned(tree))] if not name.startswith("_")}


def attributes(cls):
    """Give the attributes of a class that this package gives it."""
    own = [base for base in cls.__mro__ if base.__module__.partition(".")[0] == "reunify"]
    return {name for base in own for name in vars(base) if not name.startswith("_")}


def test_public_names():
    """Nothing public came or went unseen."""
    change = list(difflib.unified_diff(FILE.read_text(encoding="utf-8").splitlines(), list(names()), n=0, lineterm=""))
    assert not change, HELP.format(change="\n".join(line for line in change[2:] if not line.startswith("@@")))


def test_every_public_module_lists_its_names():
    """In ``__all__``, and every name that it makes without an underscore is among them."""
    assert not [module for module, tree in modules() if listed(tree) is None]
    assert not [f"{module}.{name}" for module, tree in modules() for name in defined(tree) - set(listed(tree))]


def test_what_is_found():
    """Names of functions, classes, figures and those that are listed; not what is private or from elsewhere."""
    found = set(names())
    assert {"reunify.assess", "reunify.Case", "reunify.Verdict", "reunify.Outcome.verdict"} <= found
    assert {"reunify.terms.years_after", "reunify.testing.families", "reunify.Verdict.NOT_YET"} <= found
    assert not [name for name in found if any(part.startswith("_") for part in name.split("."))]
    assert "reunify.assess.attrs" not in found


if __name__ == "__main__":
    FILE.write_text("".join(f"{name}\n" for name in names()), encoding="utf-8", newline="\n")
