"""The package as Python reads it: parsed once for all tests that look at its code."""

import ast
from functools import cache
from pathlib import Path

import reunify

PACKAGE = Path(reunify.__file__).parent


@cache
def tree_of(file):
    """Parse a file."""
    return ast.parse(file.read_text(encoding="utf-8"))


@cache
def nodes_of(file):
    """Give every node of a file."""
    return tuple(ast.walk(tree_of(file)))
