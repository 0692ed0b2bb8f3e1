"""The pages of the documents that are made from the library, each made once for all tests of it."""

import runpy
from functools import cache
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
MAKERS = runpy.run_path(str(DOCS / "make_pages.py"))["PAGES"]


@cache
def page(name):
    """Make a page."""
    return MAKERS[name]()
