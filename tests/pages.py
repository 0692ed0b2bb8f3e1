"""The pages of the documents that are made from the library, made once for all tests of them."""

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
PAGES = runpy.run_path(str(DOCS / "make_pages.py"))["pages"]()
