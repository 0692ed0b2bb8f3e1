"""What a change of law does to whom: boundary families, differences between two laws, and snapshots of one."""

from reunify.reform.boundaries import BoundaryFamily, BoundarySet, boundary_set
from reunify.reform.differences import Difference, Differences, differences
from reunify.reform.render import render

__all__ = [
    "BoundaryFamily",
    "BoundarySet",
    "Difference",
    "Differences",
    "boundary_set",
    "differences",
    "render",
]
