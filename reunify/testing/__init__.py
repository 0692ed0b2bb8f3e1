"""Help for tests of a law as code: families to test with. Needs the extra ``testing`` (hypothesis)."""

try:
    import hypothesis as _hypothesis  # noqa: F401 -- only asked for; see the message
except ImportError as error:
    _MESSAGE = "reunify.testing needs hypothesis: pip install 'reunify[testing]'"
    raise ImportError(_MESSAGE) from error

from reunify.testing.strategies import completions, families, members, sponsors

__all__ = ["completions", "families", "members", "sponsors"]
