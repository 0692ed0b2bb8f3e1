"""Measure how long one waits for the command: a process of its own for each run, medians of 20.

    python benchmarks/command.py [RUNS]

Wall time is what one waits; processor time says the same on a machine that does other work besides.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
CASE: Final = "examples/cases/subsidiary-income-and-near-adult.toml"
COMMANDS: Final = (
    ["--help"],
    ["compare", "none.toml"],
    ["compare", CASE],
    ["compare", CASE, "--format", "html"],
    ["compare", CASE, "--format", "json"],
)


def main() -> None:
    """Measure each command, in turns, and print a table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    taken: dict[str, list[tuple[float, float]]] = {}
    for _ in range(runs):
        for name, command in (
            ("python -c pass", ["-c", "pass"]),
            *((f"reunify {' '.join(c)}", ["-m", "reunify", *c]) for c in COMMANDS),
        ):
            taken.setdefault(name, []).append(_run([sys.executable, *command]))
    sys.stdout.write(f"load {os.getloadavg()[0]:.1f} at the end\n\n| | wall | processor |\n| --- | ---: | ---: |\n")
    for name, both in taken.items():
        wall, processor = (statistics.median(times) for times in zip(*both, strict=True))
        sys.stdout.write(f"| `{name}` | {wall * 1e3:.0f} ms | {processor * 1e3:.0f} ms |\n")


def _run(command: list[str]) -> tuple[float, float]:
    before, start = _used(), time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start, _used() - before


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
