"""Help for tests of a law as code: families to test with, and assertions; from `reunify.reform` what goes with them.

The strategies need the extra ``testing`` (hypothesis), proofs the extra ``proof`` (z3-solver); the rest needs no more
than the library itself.
"""

from typing import TYPE_CHECKING, Any, Final

from reunify.reform import (
    BoundaryFamily,
    BoundarySet,
    Difference,
    Differences,
    boundary_set,
    differences,
    render,
    snapshot,
)
from reunify.testing.assertions import assert_equivalent, assert_no_one_worse, assert_only_changes

if TYPE_CHECKING:
    from reunify.proof.prove import Proof, prove
    from reunify.testing.strategies import completions, families, members, sponsors

__all__ = [
    "BoundaryFamily",
    "BoundarySet",
    "Difference",
    "Differences",
    "Proof",
    "assert_equivalent",
    "assert_no_one_worse",
    "assert_only_changes",
    "boundary_set",
    "completions",
    "differences",
    "families",
    "members",
    "prove",
    "render",
    "snapshot",
    "sponsors",
]

_PROOFS: Final = ("Proof", "prove")
_STRATEGIES: Final = ("completions", "families", "members", "sponsors")


def __getattr__(name: str) -> Any:
    """Give a strategy or what proves, and import what it needs only then."""
    if name not in (*_STRATEGIES, *_PROOFS):
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    if name in _PROOFS:
        from reunify.proof import prove as proofs  # noqa: PLC0415 -- needs an extra of its own

        return getattr(proofs, name)
    try:
        from reunify.testing import strategies  # noqa: PLC0415 -- as above
    except ModuleNotFoundError as error:
        needed = "reunify.testing needs hypothesis for its strategies: pip install 'reunify[testing]'"
        raise ImportError(needed, name=error.name) from None
    return getattr(strategies, name)
