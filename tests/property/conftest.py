"""The settings of all property tests: the same examples on every run, and no clock.

``HYPOTHESIS_PROFILE=many`` looks at three times as many examples, as `nox -s slow` does; ``thorough`` longer, at other
examples on each run; ``first`` at many, but stops at the first failure, without making it smaller. ``part`` draws
others for each ``--hypothesis-seed=N``, the same each time: two thousand families of days known in part are four of these.
"""

import os

from hypothesis import HealthCheck, Phase, settings

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
