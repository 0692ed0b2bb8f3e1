"""How a command ends: its exit codes, beside 0."""

from __future__ import annotations

from typing import Final

__all__ = ["BAD_INPUT", "COULD_NOT", "INTERRUPTED"]

COULD_NOT: Final = 1
"""It could not be done here: not written, not installed, or not held in memory."""
BAD_INPUT: Final = 2
INTERRUPTED: Final = 130
