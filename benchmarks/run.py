"""Measure how long it takes and how much memory, next to other ways to do the same; write tables in Markdown.

    python benchmarks/run.py                   # all of it
    python benchmarks/run.py --quick           # seconds: fewer households and runs, no peers
    python benchmarks/run.py --write           # all of it, and put the tables into benchmarks/README.md

``--without-peers`` leaves out what other packages do, ``--profile`` adds where the time goes. The peers are
installed with pip into ``benchmarks/.envs``, each into an environment of its own, the first time. Needs the
extras ``columns`` and ``testing``.
"""

from __future__ import annotations

import argparse
import cProfile
import hashlib
import importlib.metadata
import io
import json
import os
import platform
import pstats
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import attrs
import command
import full
import numpy as np
import reduced_households
from measure import environment, median, ratio, told

from reunify import columns

HERE: Final = Path(__file__).parent
ENVIRONMENTS: Final = HERE / ".envs"
README: Final = HERE / "README.md"
BEGIN, END = "<!-- tables: python benchmarks/run.py --write -->", "<!-- end -->"
_PATH: Final = os.pathsep.join((str(HERE), str(HERE.parent)))
ENVIRONMENT: Final = environment(PYTHONPATH=_PATH)


@attrs.frozen
class Size:
    """How much is measured.

    Attributes:
        many: The number of households that the columns get.
        some: A number that goes one by one.
        loop: The number that the plain function gets in the place of ``many``.
        checked: The number whose verdicts are compared one by one.
        ones: The number of households that are measured alone.
        rounds: How often everybody takes a turn.
        runs: How often within a turn.
    """

    many: int = 1_000_000
    some: int = 1000
    loop: int = 100_000
    checked: int = 10_000
    ones: int = 200
    rounds: int = 3
    runs: int = 3


QUICK: Final = Size(many=20_000, some=50, loop=2000, checked=500, ones=20, rounds=1, runs=1)


@attrs.frozen
class Implementation:
    """One way to do the reduced rule.

    Attributes:
        module: What `worker.py` is told.
        imports: What is imported to use it.
        package: What has to be installed for it; None: it runs in this environment.
    """

    module: str
    imports: str
    package: str | None = None


OURS: Final = (
    Implementation("reunify", "reunify.columns"),
    Implementation("plain", "attrs"),
    Implementation("by_hand", "numpy"),
)
PEERS: Final = (
    Implementation("fisca", "openfisca_core.simulations, openfisca_core.model_api", "openfisca-core==46.0.1"),
    Implementation("fisca", "policyengine_core.simulations, policyengine_core.model_api", "policyengine-core==3.33.12"),
)


def main() -> None:
    """Measure and write the tables."""
    options = _options()
    size = QUICK if options.quick else Size()
    peers = () if options.quick or options.without_peers else PEERS
    parts = [_machine(), _reduced_table((*OURS, *peers), size), *_full_tables(size, quick=options.quick)]
    tables = "\n\n".join(parts)
    print(tables)
    if options.write:
        before, rest = README.read_text(encoding="utf-8").split(BEGIN)
        README.write_text(f"{before}{BEGIN}\n\n{tables}\n\n{END}{rest.split(END, 1)[1]}", encoding="utf-8")
    if options.profile:
        _profiles(size)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="seconds: fewer households and runs, no peers")
    parser.add_argument("--without-peers", action="store_true", help="leave out what other packages do")
    parser.add_argument("--write", action="store_true", help="put the tables into benchmarks/README.md")
    parser.add_argument("--profile", action="store_true", help="add where the time goes")
    return parser.parse_args()


# ---------------------------------------------------------------- the reduced rule


def _reduced_table(implementations: Sequence[Implementation], size: Size) -> str:
    found = [_Figures(one, _python(one)) for one in implementations]
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for name, number, seed in (("small", size.checked, 1), ("large", size.many, 2), ("loop", size.loop, 2)):
            np.savez(work / f"{name}.npz", **reduced_households.draw(number, seed))
        # Everybody takes a turn, several times over, so that a busy moment of the machine is nobody's alone.
        for turn in range(size.rounds):
            for figures in found:
                _say(f"reduced rule, turn {turn + 1} of {size.rounds}: {figures.label}")
                figures.measure(work, size, first=turn == 0)
        checked = _check_verdicts(found, work)
    rows = [row for figures in found for row in figures.rows(size)]
    versions = {name: version for figures in found for name, version in figures.versions.items()}
    title = f"**The reduced rule**, both sets of rules ({_versions(versions)}):"
    return f"{title}\n\n{_table(_head(size), _with_ratios(rows))}\n\n{checked}"


def _head(size: Size) -> list[str]:
    return [
        "",
        "import",
        "one household, from plain data",
        "one, prepared",
        f"{size.some:,} households",
        f"{size.many:,} households",
        f"{size.many:,}, prepared",
        "peak memory",
    ]


@attrs.define
class _Figures:
    """What was measured of one implementation."""

    implementation: Implementation
    python: Path
    told: list[dict[str, Any]] = attrs.field(factory=list)
    importing: list[float] = attrs.field(factory=list)

    @property
    def label(self) -> str:
        return (self.implementation.package or self.implementation.module).split("==")[0]

    @property
    def versions(self) -> dict[str, str]:
        return dict(self.told[0]["versions"])

    def measure(self, work: Path, size: Size, *, first: bool) -> None:
        """Take one turn; the first time the verdicts are kept too."""
        one_by_one = size.checked if first else max(size.some, size.ones + 1)
        self._work(work, "small", "small", size, f"--one-by-one={one_by_one}", first=first)
        if self.implementation.module == "plain":
            self._work(work, "loop", "large", size, first=first)
        else:
            self._work(work, "large", "large", size, first=first)
        self.importing.append(_importing(self.python, self.implementation.imports, size.runs))

    def verdicts(self, work: Path, facts: str, *, first: bool = True) -> Path:
        return work / f"{self.label}-{facts}-{'kept' if first else 'again'}.npz"

    def _work(self, work: Path, facts: str, part: str, size: Size, *options: str, first: bool) -> None:
        numbers = (f"--some={size.some}", f"--ones={size.ones}", f"--runs={size.runs}")
        command = (str(HERE / "worker.py"), self.implementation.module, str(work / f"{facts}.npz"), part)
        kept = str(self.verdicts(work, facts, first=first))
        self.told.append(json.loads(_output(self.python, *command, kept, *numbers, *options)))

    def seconds(self, name: str, which: int) -> float | None:
        """Give the median over the turns; first of preparing and working, second of working alone."""
        values = [told[name][which] for told in self.told if name in told]
        return statistics.median(values) if values else None

    def rows(self, size: Size) -> Iterator[list[Any]]:
        """Give a row for each way to use it."""
        name, imports = self.told[0]["name"], statistics.median(self.importing)
        ones = [self.seconds("one", 0), self.seconds("one", 1)]
        memory = max(told["memory"] for told in self.told if "memory" in told)
        in_columns = [self.seconds("some_in_columns", 0), self.seconds("all", 0), self.seconds("all", 1), memory]
        loop = self.seconds("some_one_by_one", 0)
        if self.implementation.module == "reunify":
            yield [f"{name}, one by one", imports, *ones, loop, _Scaled(loop, size.many / size.some), None, None]
            yield [f"{name}.columns", None, None, None, *in_columns]
        elif self.implementation.module == "plain":
            scaled = [_Scaled(self.seconds("all", which), size.many / size.loop) for which in (0, 1)]
            yield [name, imports, *ones, loop, *scaled, None]
        else:
            yield [name, imports, *ones, *in_columns]


@attrs.frozen
class _Scaled:
    """A time that was measured for fewer households."""

    seconds: Any
    by: float


def _with_ratios(rows: list[list[Any]]) -> list[list[str]]:
    """Write the figures, each with how many times as long as the fastest way of reunify it takes."""
    ours = [row for row in rows if row[0].startswith("reunify")]
    written = [[row[0]] for row in rows]
    for place in range(1, len(rows[0]) - 1):
        best = min(_seconds(row[place]) for row in ours if row[place] is not None)
        for row, cells in zip(rows, written, strict=True):
            cells.append(_cell(row[place], best))
    for row, cells in zip(rows, written, strict=True):
        cells.append("" if row[-1] is None else f"{row[-1]:.0f} MiB")
    return written


def _seconds(value: Any) -> float:
    return float(value.seconds * value.by if isinstance(value, _Scaled) else value)


def _cell(value: Any, best: float) -> str:
    if value is None:
        return ""
    about = "≈ " if isinstance(value, _Scaled) else ""
    return f"{about}{told(_seconds(value))} ({ratio(_seconds(value), best)})"


def _check_verdicts(found: Sequence[_Figures], work: Path) -> str:
    """Stop where two implementations differ in one verdict; otherwise say what was compared."""
    by_hand = next(figures for figures in found if figures.implementation.module == "by_hand")
    said = []
    for facts in ("small", "large"):
        with np.load(by_hand.verdicts(work, facts)) as stored:
            expected = stored["in_columns"]
        for figures in found:
            own = "loop" if facts == "large" and figures.implementation.module == "plain" else facts
            with np.load(figures.verdicts(work, own)) as stored:
                for way, verdicts in stored.items():
                    wrong = _differing(verdicts, expected if own == facts else _expected(work, own))
                    if wrong:
                        sys.exit(f"{figures.label} ({way}, {own}) differs in {wrong:,} verdicts; nothing was written")
        number = len(expected) // reduced_households.MEMBERS
        said.append(f"{number:,} households (SHA-256 {_digest(expected)})")
    return f"All gave the same verdicts, person by person, for {' and for '.join(said)}."


def _expected(work: Path, facts: str) -> Any:
    from peers import by_hand  # noqa: PLC0415 -- beside the workers it is only needed here

    with np.load(work / f"{facts}.npz") as stored:
        return np.stack(by_hand.of_columns(dict(stored)), axis=1)


def _differing(one: Any, other: Any) -> int:
    return int((one != other).any(axis=1).sum()) if one.shape == other.shape else len(other)


def _digest(verdicts: Any) -> str:
    return hashlib.sha256(np.ascontiguousarray(verdicts).tobytes()).hexdigest()[:12]


# ---------------------------------------------------------------- the full rules


def _full_tables(size: Size, *, quick: bool) -> Iterator[str]:
    few = size.rounds
    _say("the full rules: one household and some")
    drawn = full.cases(size.some)
    rows = _importing_rows(size)
    ones = list(full.one_household(drawn, min(size.ones, size.some)))
    rows += [(f"one household, `compare` and read {what}", told(taken), "", "") for what, taken in ones]
    for what, taken in full.many_households(drawn, few):
        rows.append((f"{size.some:,} households, the same ({what})", told(taken), told(taken / size.some), ""))
    for number in (size.some, size.many // 10, size.many):
        _say(f"the full rules: {number:,} households in columns")
        columned = json.loads(_output(Path(sys.executable), str(HERE / "full.py"), "columns", str(number), str(few)))
        taken = columned["screening"]
        memory = f"{columned['memory']:.0f} MiB"
        rows.append((f"{number:,} households in columns", told(taken), told(taken / number), memory))
    rows.append((f"drawing {size.many:,} households (not counted above)", told(columned["drawing"]), "", ""))
    families = size.many // 100
    rows.append(
        (f"`reunify screen`, {families:,} households", *_told_each(_full("screen", families, few), families), "")
    )
    members = _MEMBERS_UNKNOWN[quick]
    rows.append(
        (f"full report on a family of {members}, nearly all unknown", told(_full("report", members, few)), "", "")
    )
    if not quick:
        for laws, what in ((2, "`differences(CURRENT, PROPOSED)`"), (3, "the same, and of both with `DIRECTIVE`")):
            _say("differences")
            rows.append((f"{what}, the first time", told(_full("differences", laws)), "", ""))
    rows.append(("an example of `families()`", told(full.strategies(size.ones)), "", ""))
    yield f"**The full rules**, both laws:\n\n{_table(['', 'median', 'a household', 'peak memory'], rows)}"

    _say("growth")
    head = [f"read {what}" for what, _ in full.READINGS]
    members = [(str(number), *map(told, taken)) for number, taken in full.growing_members(_members(quick), few)]
    yield f"**As members grow**, all facts known:\n\n{_table(['members', *head], members)}"
    unknown = [(str(number), *map(told, taken)) for number, taken in full.growing_unknown(_UNKNOWN, 10 * few)]
    yield f"**As unknown facts grow**, four members:\n\n{_table(['unknown facts', *head], unknown)}"

    _say("the command")
    commands = [(f"`{name}`", told(wall), told(used)) for name, wall, used in command.measured(3 * size.runs)]
    yield f"**The command**, each run a process of its own:\n\n{_table(['', 'wall time', 'processor time'], commands)}"


def _full(*what: object) -> float:
    """Have `full.py` measure something in a process of its own; give the seconds."""
    return float(json.loads(_output(Path(sys.executable), str(HERE / "full.py"), *map(str, what)))["seconds"])


def _told_each(taken: float, number: int) -> tuple[str, str]:
    return told(taken), told(taken / number)


_UNKNOWN: Final = (0, 2, 5, 10, 20)
_MEMBERS_UNKNOWN: Final = {False: 100, True: 10}


def _members(quick: bool) -> tuple[int, ...]:
    return (1, 2, 4, 8, 16) if quick else (1, 2, 4, 8, 16, 64)


def _importing_rows(size: Size) -> list[tuple[str, str, str, str]]:
    python = Path(sys.executable)
    needed = "attrs, dateutil.easter, dateutil.relativedelta"
    alone, with_needed = (_importing(python, f"{first}reunify", 3 * size.runs) for first in ("", f"{needed}, "))
    base = _importing(python, needed, 3 * size.runs)
    return [
        ("`import reunify`, beyond starting Python", told(alone), "", ""),
        ("the same, beyond attrs and dateutil", told(max(with_needed - base, 0)), "", ""),
    ]


# ---------------------------------------------------------------- processes


def _python(implementation: Implementation) -> Path:
    """Give the Python of an implementation; make its environment if it is not there."""
    if implementation.package is None:
        return Path(sys.executable)
    folder = ENVIRONMENTS / implementation.package
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not (folder / "ready").exists():
        _say(f"installing {implementation.package} into {folder}")
        venv.create(folder, clear=True, with_pip=True)
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", implementation.package],
            check=True,
        )
        (folder / "ready").touch()
    return python


def _output(python: Path, *command: str) -> str:
    done = subprocess.run([python, *command], check=True, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True)
    return done.stdout


def _importing(python: Path, modules: str, runs: int) -> float:
    """Give the time of an import in a new process, less that of a process that does nothing."""

    def process(code: str) -> None:
        subprocess.run([python, "-c", code], check=True, env=ENVIRONMENT)

    return median(lambda: process(f"import {modules}"), runs) - median(lambda: process(""), runs)


def _profiles(size: Size) -> None:
    drawn = full.cases(100)
    _profile("100 households one by one", lambda: [full.read_everything(full.compare(case)) for case in drawn])
    table = full.households.draw(size.many // 4)
    _profile(f"{size.many // 4:,} households in columns", lambda: columns.assess_table_each(table, full.LAWS))


def _profile(what: str, work: Callable[[], Any]) -> None:
    profile = cProfile.Profile()
    profile.runcall(work)
    stream = io.StringIO()
    pstats.Stats(profile, stream=stream).strip_dirs().sort_stats("tottime").print_stats(15)
    print(f"\n{what}\n{stream.getvalue()}")


# ---------------------------------------------------------------- writing


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[place]) for row in (head, *rows)) for place in range(len(head))]
    aligned = [f"| {' | '.join(_padded(row, widths))} |" for row in (head, *rows)]
    rule = " | ".join("-" * width if place == 0 else "-" * (width - 1) + ":" for place, width in enumerate(widths))
    return "\n".join([aligned[0], f"| {rule} |", *aligned[1:]])


def _padded(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    for place, (cell, width) in enumerate(zip(row, widths, strict=True)):
        yield cell.ljust(width) if place == 0 else cell.rjust(width)


def _machine() -> str:
    load = f"; load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    versions = _versions({name: importlib.metadata.version(name) for name in ("attrs", "python-dateutil", "numpy")})
    return (
        f"{platform.machine()}, {_processor()}, {os.cpu_count()} processors{load}. "
        f"Python {platform.python_version()}, {versions}."
    )


def _versions(versions: dict[str, str]) -> str:
    return ", ".join(f"{name} {version}" for name, version in versions.items())


def _processor() -> str:
    told_by = Path("/proc/cpuinfo")
    lines = told_by.read_text().splitlines() if told_by.exists() else []
    return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.processor())


def _say(what: str) -> None:
    print(f"… {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
