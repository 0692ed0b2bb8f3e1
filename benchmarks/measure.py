"""Measure time and memory, and write them so that they can be read. Runs in any environment."""

from __future__ import annotations

import gc
import os
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def environment(**more: str) -> dict[str, str]:
    """Give the environment of a process that is measured: the compiled files of a package are kept and used, as anywhere."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | more


def median(work: Callable[[], Any], times: int) -> float:
    """Give the median of the seconds that some work takes, after a first run that does not count."""
    work()
    return statistics.median(seconds(work)[0] for _ in range(times))


def seconds(work: Callable[[], Any]) -> tuple[float, Any]:
    """Give how long some work takes, and what comes out."""
    gc.collect()
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def median_of_steps(
    prepare: Callable[[], Any], work: Callable[[Any], Any], times: int, *, warm: bool = True
) -> tuple[float, float]:
    """Give the medians of preparing and then working, and of the working alone."""
    both, alone = [], []
    for turn in range(times + warm):
        preparing, prepared = seconds(prepare)
        # Nothing is collected in between: that would count for whoever made the most objects.
        start = time.perf_counter()
        result = work(prepared)
        working = time.perf_counter() - start
        del prepared, result
        if turn >= warm:
            both.append(preparing + working)
            alone.append(working)
    return statistics.median(both), statistics.median(alone)


def peak_memory() -> float:
    """Give the peak memory of this process in MiB, without what it inherits from the one that started it."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().split("VmHWM:")[1].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def told(amount: float) -> str:
    """Write a number of seconds in three figures."""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if amount >= size:
            return f"{_figures(amount / size)} {unit}"
    return f"{amount * 1e9:.0f} ns"


def ratio(amount: float, other: float) -> str:
    """Write how many times as long it takes."""
    return f"{_figures(amount / other)}×"


def _figures(number: float) -> str:
    digits = 0 if number >= 99.95 else 1 if number >= 9.995 else 2  # noqa: PLR2004 -- three figures
    return f"{number:,.{digits}f}"
