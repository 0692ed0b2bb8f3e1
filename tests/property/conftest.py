"""The settings of all property tests: the same examples on every run, and no clock.

``HYPOTHESIS_PROFILE=thorough`` looks longer, at other examples on each run; ``first`` stops at the first failure,
without making it smaller.
"""

import os

from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "ci",
    max_examples=150,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", parent=settings.get_profile("ci"), max_examples=3000, derandomize=False)
settings.register_profile("first", parent=settings.get_profile("ci"), phases=[Phase.explicit, Phase.generate])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
