"""Measure how long it takes and how much memory, side by side with what one would take instead.

``python benchmarks/run.py`` measures all; ``--households N`` sets how many there are in columns, ``--without-peers``
leaves out the other packages (which are installed from PyPI into ``benchmarks/.envs`` otherwise), ``--quick`` is a
short form of that, ``--profile`` adds where the time goes, and ``--write`` puts the tables into ``README.md``.
Needs the extras ``columns``, ``cli`` and ``testing``.
"""

from __future__ import annotations

import argparse
import cProfile
import importlib.metadata
import io
import json
import os
import platform
import pstats
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

import attrs
from measure import peak_memory, ratio, seconds, told

from reunify import CURRENT, PROPOSED, compare

LAWS: Final = (CURRENT, PROPOSED)
HERE: Final = Path(__file__).parent
ENVIRONMENT: Final = {**os.environ, "PYTHONPATH": str(HERE.parent)}
MILLION: Final = 1_000_000


PEERS: Final = {
    "ours": ("reunify, with reasons and days to be read", None),
    "plain": ("plain function on attrs, verdicts only", None),
    "by_hand": ("numpy by hand, verdicts only", None),
    "openfisca_core": ("openfisca-core", "openfisca-core"),
    "policyengine_core": ("policyengine-core", "policyengine-core"),
}


def main() -> None:
    """Measure and write the tables."""
    options = _options()
    if options.only_columns:
        print(*_columns(options.only_columns))
        return
    if options.only_import:
        print(peak_memory())
        return
    lines: list[str] = []
    _say(lines, _machine())
    _compare(lines, options)
    _full_rules(lines, options)
    if options.write:
        _write(lines)
    if options.profile:
        cases = _cases(100)
        _profile("one family: a hundred households, both laws, verdicts", lambda: [_verdicts(case) for case in cases])
        _profile("one family: a hundred households, both laws, all", lambda: [_everything(case) for case in cases])
        table = _draw(options.households // 4)
        _profile("columns: a quarter of the households, both laws", lambda: _screen(table))


def _say(lines: list[str], line: str) -> None:
    print(line, flush=True)
    lines.append(line)


def _machine() -> str:
    packages = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("attrs", "python-dateutil", "numpy"))
    load = os.getloadavg()[0]
    what = f"{platform.machine()}, {_processor()}, {os.cpu_count()} processors"
    return f"{what}, Python {platform.python_version()}, {packages}; load before the run {load:.1f}.\n"


def _write(lines: list[str]) -> None:
    """Put the tables between the marks in the page."""
    page = HERE / "README.md"
    before, begin, rest = page.read_text(encoding="utf-8").partition("<!-- tables -->\n")
    _, end, after = rest.partition("<!-- end of tables -->\n")
    text = before + begin + "\n" + "\n".join(lines) + "\n\n" + end + after
    page.write_text(text, encoding="utf-8", newline="\n")


# ---------------------------------------------------------------- the reduced rule, side by side


def _compare(lines: list[str], options: argparse.Namespace) -> None:
    found = {}
    for name, (_, package) in PEERS.items():
        if package is None or not (options.without_peers or options.quick):
            python = sys.executable if package is None else _environment(package)
            command = [python, str(HERE / "peer.py"), name, "--households", str(options.households)]
            path = {"PYTHONPATH": str(HERE.parent) if package is None else ""}
            done = subprocess.run(command, check=True, env={**os.environ, **path}, capture_output=True, text=True)
            found[name] = json.loads(done.stdout.splitlines()[-1])
    _check_equal(found)
    thousands = f"{options.households:,} in columns"
    heads = ["the reduced rule, both laws", "one household", "given objects", "a thousand", thousands, "peak memory"]
    _say(lines, f"| {' | '.join(heads)} |\n| --- |{' ---: |' * 5}")
    ours = found["ours"]
    for name, of in found.items():
        each = [_beside(of.get(key), ours.get(key)) for key in ("one_made", "one", "thousand", "columns_all")]
        memory = f"{of['memory']:.0f} MiB" if "memory" in of else ""
        versions = next((f" {of['versions'][package]}" for package in [PEERS[name][1]] if package), "")
        _say(lines, f"| {PEERS[name][0]}{versions} | {' | '.join(each)} | {memory} |")
    _say(lines, "")


def _beside(amount: float | None, ours: float | None) -> str:
    if amount is None or ours is None:
        return ""
    return told(amount) if amount is ours else f"{told(amount)} ({ratio(amount, ours)})"


def _environment(package: str) -> str:
    """Give the Python of an environment with one of the other packages, made if it is not there."""
    place = HERE / ".envs" / package
    python = place / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", package, "numpy"], check=True)
    return str(python)


def _check_equal(found: dict[str, Any]) -> None:
    """See that all give the same verdicts; figures of what does something else would say nothing."""
    small = {of["columns"][1] for of in found.values() if "columns" in of}
    small |= {of["one_by_one"][1] for name, of in found.items() if "one_by_one" in of and not PEERS[name][1]}
    first = {of["one_by_one"][0] for of in found.values() if "one_by_one" in of}
    first |= {of["columns"][0] for of in found.values() if "columns" in of}
    large = {tuple(of["all"]) for of in found.values() if "all" in of}
    if any(len(digests) != 1 for digests in (small, first, large)):
        sys.exit("the implementations do not give the same verdicts")


# ---------------------------------------------------------------- the full rules


def _full_rules(lines: list[str], options: argparse.Namespace) -> None:
    table = _Table(lines)
    number = 100 if options.quick else 1000
    cases = _cases(number)
    table.line("import reunify (beyond starting Python)", *_importing())
    table.line("one household of four, both laws: verdicts", _median_of_each(_verdicts, cases), 1)
    table.line(
        "  everything: reasons, citations, missing facts, disputes, days", _median_of_each(_everything, cases), 1
    )
    table.line(f"{number:,} households, both laws, everything", seconds(lambda: [*map(_everything, cases)])[0], number)
    for members in (1, 4, 16, 64):
        some = [_of_size(case, members) for case in cases[: max(20, number // members // 2)]]
        table.line(f"everything, {members} members", _median_of_each(_everything, some), 1)
    for unknown in (0.0, 0.2, 0.6):
        some = _cases(100, unknown=unknown)
        table.line(f"everything, {unknown:.0%} of the facts unknown", _median_of_each(_everything, some), 1)
    for size in _steps(options.households):
        drawn, taken, memory = _in_own_process("--only-columns", str(size))
        table.line(f"{size:,} households in columns, both laws", taken, size, memory)
        if size == options.households:
            table.line("  drawing them (not counted above)", drawn, size)
    if not options.quick:
        from reunify.testing import differences  # noqa: PLC0415 -- only where it is measured

        table.line("differences between the two laws, boundary sets included", seconds(lambda: differences(*LAWS))[0])
    table.line("drawing a family with hypothesis", _per_example(50 if options.quick else 500))


def _verdicts(case: Any) -> list[Any]:
    return [(change.old.verdict, change.new.verdict) for change in compare(case)]


EVERYTHING: Final = (
    *("ground", "grounds", "reasons", "discretionary", "missing", "unknown", "eligible_from", "deadline"),
    *("disputes", "assumptions", "notes", "milestones"),
)


def _everything(case: Any) -> list[Any]:
    outcomes = [outcome for change in compare(case) for outcome in (change.old, change.new)]
    cited = [(reason.text, reason.source) for outcome in outcomes for reason in outcome.reasons]
    return [cited, [[getattr(outcome, name) for name in EVERYTHING] for outcome in outcomes]]


def _median_of_each(work: Callable[[Any], Any], cases: Iterable[Any]) -> float:
    """Take each household once, so that nothing can be remembered from the turn before; the first ones warm up."""
    cases = list(cases)
    for case in cases[:50]:
        work(case)
    return statistics.median(_timed(work, case) for case in cases)


def _timed(work: Callable[[Any], Any], case: Any) -> float:
    start = time.perf_counter()
    work(case)
    return time.perf_counter() - start


def _of_size(case: Any, number: int) -> Any:
    """Give a family with so many members: more of the same, or fewer."""
    more = [
        attrs.evolve(member, id=f"{member.id}-{turn}") for turn in range(number // 4 + 1) for member in case.members
    ]
    ids = {member.id: f"{member.id}-0" for member in case.members}
    references = ("with_parent", "parent_member")
    whole = [
        attrs.evolve(member, **{name: ids.get(getattr(member, name), getattr(member, name)) for name in references})
        for member in more[: max(number, 4)]
    ]
    return attrs.evolve(case, members=tuple(whole[:number] if number >= len(case.members) else case.members[:number]))


def _per_example(examples: int) -> float:
    from hypothesis import HealthCheck, given, settings  # noqa: PLC0415 -- only where it is measured

    from reunify.testing import families  # noqa: PLC0415 -- as above

    @settings(max_examples=examples, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(families())
    def draw(_: Any) -> None:
        pass

    return seconds(draw)[0] / examples


class _Table:
    """Lines of one table."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        _say(lines, "| the full rules | median | a household | peak memory |\n| --- | ---: | ---: | ---: |")

    def line(self, what: str, taken: float, number: int | None = None, memory: float | None = None) -> None:
        """Add a line."""
        each = "" if number in {None, 1} else told(taken / number)  # type: ignore[operator]
        amount = "" if memory is None else f"{memory:.0f} MiB"
        _say(self.lines, f"| {what} | {told(taken)} | {each} | {amount} |")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--households", type=int, default=MILLION)
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--without-peers", action="store_true")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only-columns", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--only-import", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.quick:
        options.households = min(options.households, 20_000)
    return options


def _steps(most: int) -> list[int]:
    return [number for number in (1000, 10_000, 100_000) if number < most] + [most]


def _draw(number: int) -> Any:
    import households  # noqa: PLC0415 -- numpy is not to count where only the import is measured

    return households.draw(number)


def _screen(table: Any) -> None:
    from reunify import columns  # noqa: PLC0415 -- as above

    columns.screen_each(table, LAWS)


def _cases(number: int, **options: float) -> list[Any]:
    import households  # noqa: PLC0415 -- as above

    table = households.draw(number, **options)
    return [households.case_of(table, place) for place in range(number)]


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
    return drawn, statistics.median(taken), peak_memory()


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
