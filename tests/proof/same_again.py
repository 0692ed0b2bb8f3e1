"""How the tests of proofs draw: the same ones each time, so that what was found once is found again."""

from hypothesis import HealthCheck, Phase

SAME_AGAIN = {
    "deadline": None,
    "derandomize": True,
    "suppress_health_check": list(HealthCheck),
    "phases": [Phase.generate],
}
