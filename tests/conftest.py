"""Lets every test, in whatever folder, import the family builders of `families`; and puts the tests in their order."""

import pytest

# They search the boundary families of the same laws, which takes seconds a law and is done once in a process.
ON_BOUNDARY_FAMILIES = (
    "test_differences.py",
    "test_assertions.py",
    "test_reforms.py",
    "test_snapshot.py",
    "test_law_properties.py",
    "testers.md",
)


def pytest_collection_modifyitems(items):
    """Put together what shares, and first: of two processes one takes these, and the other the rest meanwhile."""
    items.sort(key=lambda item: item.path.name not in ON_BOUNDARY_FAMILIES)
    for item in items:
        if item.path.name in ("testers.md", "proofs.md", "test_gains.py"):
            item.add_marker(pytest.mark.slow("searches the boundary families of two laws, or proves"))
