"""Lets every test, in whatever folder, import the family builders of `families`; and puts the tests in their order."""

import gc

import pytest

from reunify.seldom import BEFORE_LOOKING

# They search the boundary families of the same laws, which takes seconds a law and is done once in a process.
ON_BOUNDARY_FAMILIES = (
    "test_differences.py",
    "test_assertions.py",
    "test_reforms.py",
    "test_snapshot.py",
    "test_law_properties.py",
    "testers.md",
)

# Ten thousand tests stay to the end: to look through them for what can go takes long, and finds nothing.
gc.set_threshold(BEFORE_LOOKING)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    """Let every second process read the files from the last to the first, so that each finds half of them compiled."""
    report = yield
    if isinstance(collector, pytest.Session | pytest.Dir) and reads_backwards(collector.config):
        report.result.reverse()
    return report


def reads_backwards(config):
    """Say whether this is the second process, the fourth, and so on."""
    return hasattr(config, "workerinput") and int(config.workerinput["workerid"].removeprefix("gw")) % 2 == 1


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Put together what shares, and first: of two processes one takes these, and the other the rest meanwhile."""
    items.sort(key=lambda item: (item.path.name not in ON_BOUNDARY_FAMILIES, item.path))
    for item in items:
        if item.path.name in ("testers.md", "proofs.md", "test_gains.py"):
            item.add_marker(pytest.mark.slow("searches the boundary families of two laws, or proves"))
