"""The pages that are made from the library are up to date."""

import pytest
from pages import DOCS, MAKERS, page


@pytest.mark.parametrize("name", MAKERS)
def test_page_is_up_to_date(name):
    """The page in the repository is the one that ``python docs/make_pages.py`` makes."""
    assert page(name) == (DOCS / name).read_text(encoding="utf-8")
