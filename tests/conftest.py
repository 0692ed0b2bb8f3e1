"""Lets every test, in whatever folder, import the family builders of `families`; and puts the tests in their order.

What hypothesis draws is the same on every run, whichever tests are run, and no clock is looked at.
``HYPOTHESIS_PROFILE=many`` looks at three times as many examples, as `nox -s slow` does; ``thorough`` longer, at other
examples on each run; ``first`` at many, but stops at the first failure, without making it smaller. ``part`` draws
others for each ``--hypothesis-seed=N``, the same each time: two thousand families of days known in part are four of these.
"""

import gc
import os

import pytest
from hypothesis import HealthCheck, Phase, settings

from reunify.seldom import BEFORE_LOOKING

settings.register_profile(
    "few",
    max_examples=20,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("many", parent=settings.get_profile("few"), max_examples=30)
settings.register_profile("thorough", parent=settings.get_profile("few"), max_examples=3000, derandomize=False)
settings.register_profile(
    "first", parent=settings.get_profile("many"), max_examples=150, phases=[Phase.explicit, Phase.generate]
)
settings.register_profile("part", parent=settings.get_profile("first"), max_examples=50, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "few"))

# They search the boundary families of the same laws, which takes seconds a law and is done once in a process; and they
# go through the modules of the library, which are parsed once.
SHARING = (
    *("test_differences.py", "test_assertions.py", "test_reforms.py", "test_snapshot.py", "test_law_properties.py"),
    "testers.md",
    *("test_determinism.py", "test_public_names.py", "test_rooms.py", "test_security.py"),
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
    items.sort(key=lambda item: (item.path.name not in SHARING, item.path))
    for item in items:
        if item.path.name in ("testers.md", "proofs.md", "test_gains.py"):
            item.add_marker(pytest.mark.slow("searches the boundary families of two laws, or proves"))
