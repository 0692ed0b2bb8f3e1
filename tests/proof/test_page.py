"""What is proven of the laws: the page."""

import runpy
from pathlib import Path

import pytest

from reunify import CURRENT

ROOT = Path(__file__).parents[2]


@pytest.mark.slow("takes each condition as met and as not met, and proves what that changes")
def test_the_page_is_as_it_is_made():
    """Which conditions of one of the laws change nothing by themselves."""
    made = "\n\n".join(runpy.run_path(str(ROOT / "docs" / "make_proofs.py"))["_of_law"](CURRENT))
    assert made in (ROOT / "docs" / "proven.md").read_text(encoding="utf-8")
