"""Measure how long it takes and how much memory; write a table to standard output.

``python benchmarks/run.py`` measures all; ``--households N`` sets how many the column screen gets, and
``--profile`` adds where the time goes. Needs the extras ``columns`` and ``cli``.
"""

from __future__ import annotations

import argparse
import cProfile
import importlib.metadata
import io
import os
import platform
import pstats
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from reunify import CURRENT, PROPOSED, assess

LAWS: Final = (CURRENT, PROPOSED)
HERE: Final = Path(__file__).parent
ENVIRONMENT: Final = {**os.environ, "PYTHONPATH": str(HERE.parent)}
MILLION: Final = 1_000_000


def main() -> None:
    """Measure and write the table."""
    options = _options()
    if options.only_columns:
        print(*_columns(options.only_columns))
        return
    if options.only_import:
        print(_peak_memory())
        return
    print(f"{platform.machine()}, {_processor()}, {os.cpu_count()} processors, Python {platform.python_version()}, ")
    print(
        ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("attrs", "python-dateutil", "numpy")), "\n"
    )
    print(f"| {'what':<62} | {'median':>10} | {'a household':>12} | {'peak memory':>11} |")
    print(f"| {'-' * 62} | {'-' * 9}: | {'-' * 11}: | {'-' * 10}: |")
    _line("import reunify (beyond starting Python)", *_importing())
    cases = _cases(1000)
    one = cases[0]
    _line("one household of four, both laws", _median(lambda: _assess_all([one]), 200), 1)
    _line("  the same, one law", _median(lambda: assess(one, PROPOSED), 200), 1)
    _line("a thousand households, both laws", _median(lambda: _assess_all(cases), 3), 1000)
    for number in _steps(options.households):
        drawn, seconds, memory = _in_own_process("--only-columns", str(number))
        _line(f"{number:,} households in columns, both laws", seconds, number, memory)
        if number == options.households:
            _line("  drawing them (not counted above)", drawn, number)
    if options.profile:
        _profile("one family: a hundred households, both laws", lambda: _assess_all(cases[:100]))
        table = _draw(options.households // 4)
        _profile("columns: a quarter of the households, both laws", lambda: _screen(table))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--households", type=int, default=MILLION)
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--only-columns", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--only-import", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _steps(most: int) -> list[int]:
    return [number for number in (1000, 10_000, 100_000) if number < most] + [most]


def _draw(number: int) -> Any:
    import households  # noqa: PLC0415 -- numpy is not to count where only the import is measured

    return households.draw(number)


def _screen(table: Any) -> None:
    from reunify import columns  # noqa: PLC0415 -- as above

    columns.screen_each(table, LAWS)


def _cases(number: int) -> list[Any]:
    import households  # noqa: PLC0415 -- as above

    table = households.draw(number)
    return [households.case_of(table, place) for place in range(number)]


def _assess_all(cases: list[Any]) -> None:
    for case in cases:
        for law in LAWS:
            assess(case, law)


def _median(work: Callable[[], Any], times: int) -> float:
    work()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def _importing() -> tuple[float, None, float]:
    """Give the time of an import in a new process, less that of a process that does nothing."""

    def process(code: str) -> None:
        subprocess.run([sys.executable, "-c", code], check=True, env=ENVIRONMENT)

    seconds = _median(lambda: process("import reunify"), 9) - _median(lambda: process(""), 9)
    return seconds, None, _in_own_process("--only-import")[0]


def _in_own_process(*options: str) -> tuple[float, ...]:
    """Measure in a process of its own, so that its peak memory is that of the work."""
    command = [sys.executable, __file__, *options]
    done = subprocess.run(command, check=True, env=ENVIRONMENT, capture_output=True, text=True)
    return tuple(map(float, done.stdout.split()))


def _columns(number: int) -> tuple[float, float, float]:
    start = time.perf_counter()
    table = _draw(number)
    drawn = time.perf_counter() - start
    # The first run counts: nothing is kept from one run for the next.
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        _screen(table)
        taken.append(time.perf_counter() - start)
    return drawn, statistics.median(taken), _peak_memory()


def _peak_memory() -> float:
    """Give the peak memory of this process in MiB, without what it inherits from the one that started it."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().split("VmHWM:")[1].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _line(what: str, seconds: float, number: int | None = None, memory: float | None = None) -> None:
    each = "" if number is None else _time(seconds / number)
    print(
        f"| {what:<62} | {_time(seconds):>10} | {each:>12} | {'' if memory is None else f'{memory:.0f} MiB':>11} |",
        flush=True,
    )


def _time(seconds: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}" if seconds / size < 1000 else f"{seconds / size:.0f} {unit}"  # noqa: PLR2004 -- three figures
    return f"{seconds * 1e9:.0f} ns"


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text().splitlines() if told.exists() else []
    return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.processor())


def _profile(what: str, work: Callable[[], Any]) -> None:
    profile = cProfile.Profile()
    profile.runcall(work)
    stream = io.StringIO()
    pstats.Stats(profile, stream=stream).strip_dirs().sort_stats("tottime").print_stats(15)
    print(f"\n{what}\n{stream.getvalue()}")


if __name__ == "__main__":
    main()
