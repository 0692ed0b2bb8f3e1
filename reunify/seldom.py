"""How often Python looks for what only refers to itself, while much is made that stays: seldom."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

__all__ = ["BEFORE_LOOKING", "looking_seldom"]

BEFORE_LOOKING: Final = 200_000
"""How many more objects there are before it looks."""


@contextmanager
def looking_seldom() -> Iterator[None]:
    """Let Python look no oftener than that, for a while; who has it look less often, or not at all, is left alone."""
    before = gc.get_threshold()
    if 0 < before[0] < BEFORE_LOOKING:
        gc.set_threshold(BEFORE_LOOKING, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
