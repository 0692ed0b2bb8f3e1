"""Measure how long one waits for the command: a process of its own for each run, medians of 20.

    python benchmarks/command.py [RUNS]

Wall time is what one waits; processor time says the same on a machine that does other work besides. The first run of each
does not count: it makes the compiled files that the others find.
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

from measure import environment

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
    """Print a table of the commands."""
    rows = measured(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
    sys.stdout.write(f"load {os.getloadavg()[0]:.1f} at the end\n\n| | wall | processor |\n| --- | ---: | ---: |\n")
    for name, wall, processor in rows:
        sys.stdout.write(f"| `{name}` | {wall * 1e3:.0f} ms | {processor * 1e3:.0f} ms |\n")


def measured(runs: int) -> list[tuple[str, float, float]]:
    """Measure each command, in turns; give for each the medians of the wall time and of the processor time."""
    taken: dict[str, list[tuple[float, float]]] = {}
    for _ in range(runs + 1):
        for name, command in (
            ("python -c pass", ["-c", "pass"]),
            *((f"reunify {' '.join(c)}", ["-m", "reunify", *c]) for c in COMMANDS),
        ):
            taken.setdefault(name, []).append(_run([sys.executable, *command]))
    medians = {
        name: [statistics.median(times) for times in zip(*both[1:], strict=True)] for name, both in taken.items()
    }
    return [(name, wall, processor) for name, (wall, processor) in medians.items()]


def _run(command: list[str]) -> tuple[float, float]:
    before, start = _used(), time.perf_counter()
    subprocess.run(
        command,
        cwd=ROOT,
        env=environment(),
        check=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - start, _used() - before


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
