"""Give the command any number of hostile files, and report what it made of them.

    python tests/fuzz/run.py --inputs 200000 [--seed N] [--jobs 2] [--save FOLDER]

Each input is a file with a command for it, driven through the real entry in this process: it has to end within a
time limit in a result (exit code 0) or in a refusal (2) that names its place. What does anything else is made small
and saved. Equal seeds give equal inputs. Exit code 1 if anything was found.
"""

import argparse
import json
import resource
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import attrs

sys.path.insert(0, str(Path(__file__).parent))
import drive
import inputs

BATCH = 500
MOST_MEMORY = 2 * 1024**3
"""The bytes that a process may take: an input that wants more is a crash."""
MOST_TRIES = 1000
"""So often a crash is tried with less of its input."""


@attrs.define
class Found:
    """What came of a number of inputs."""

    ends: Counter = attrs.field(factory=Counter)
    slowest: tuple[float, str] = (0.0, "")
    crashes: dict = attrs.field(factory=dict)

    def add(self, other):
        """Add what came of others."""
        self.ends += other.ends
        self.slowest = max(self.slowest, other.slowest)
        self.crashes = other.crashes | self.crashes

    def told(self):
        """Give the report, line by line."""
        yield f"{self.ends.total()} inputs"
        for kind in sorted({kind for kind, _ in self.ends}):
            results, refusals, crashes = (self.ends[kind, end] for end in (0, 2, "crash"))
            yield f"  {kind}: {results} results, {refusals} refusals, {crashes} crashes"
        yield f"slowest: {self.slowest[0]:.2f} s, {self.slowest[1]}"
        yield f"{len(self.crashes)} kinds of crash"
        yield from (f"  {place}: {why} {made}" for place, (why, made) in sorted(self.crashes.items()))


def batch(begin, *, seed, number):
    """Judge the inputs of one stretch."""
    found = Found()
    with tempfile.TemporaryDirectory() as folder:
        for index in range(begin, min(begin + BATCH, number)):
            made = inputs.make(seed, index)
            began = time.perf_counter()
            end, why = ended(made, folder)
            taken = time.perf_counter() - began
            if why is not None:
                end, place = "crash", end
                if place not in found.crashes:
                    found.crashes[place] = why, smaller(made, place, folder)
            found.ends[made.kind, end] += 1
            found.slowest = max(found.slowest, (taken, f"input {index}: {made} of {len(made.raw)} bytes"))
    return found


def ended(made, folder):
    """Give the exit code and None, or the place of a crash and why it is one."""
    try:
        return drive.judge(made, folder), None
    except (Exception, drive.TooSlow, SystemExit) as error:  # noqa: BLE001 -- this is what is looked for
        return drive.place_of(error), f"{error!s:.200}"


def smaller(made, place, folder):
    """Leave out of an input what its crash does not need; what is merely slow stays as it is."""
    size = len(made.raw) // 2 if not place.startswith("TooSlow") else 0
    tries = 0
    while size and tries < MOST_TRIES:
        start = 0
        while start < len(made.raw) and tries < MOST_TRIES:
            less = attrs.evolve(made, raw=made.raw[:start] + made.raw[start + size :])
            tries += 1
            if ended(less, folder)[0] == place:
                made = less
            else:
                start += size
        size //= 2
    return made


def fuzz(number, seed=0, jobs=1):
    """Judge a number of inputs of all kinds; give what came of them."""
    found = Found()
    work, begins = partial(batch, seed=seed, number=number), range(0, number, BATCH)
    if jobs == 1:
        for part in map(work, begins):
            found.add(part)
        return found
    with ProcessPoolExecutor(jobs, initializer=_limit_memory) as pool:
        for part in pool.map(work, begins):
            found.add(part)
            sys.stderr.write(f"\r{found.ends.total()} inputs, {len(found.crashes)} kinds of crash")
    sys.stderr.write("\n")
    return found


def _limit_memory():
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def save(found, folder):
    """Save the smallest input of each kind of crash, with its command."""
    for number, (place, (why, made)) in enumerate(sorted(found.crashes.items())):
        home = folder / str(number)
        home.mkdir(parents=True, exist_ok=True)
        (home / made.name).write_bytes(made.raw)
        (home / "crash.json").write_text(
            json.dumps({"place": place, "why": why, "words": made.words}), encoding="utf-8"
        )


def main():
    """Read the words of the command, and do what it asks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--save", type=Path, default=Path("crashes"))
    options = parser.parse_args()
    began = time.perf_counter()
    found = fuzz(options.inputs, options.seed, options.jobs)
    taken = time.perf_counter() - began
    sys.stdout.write("\n".join([*found.told(), f"in {taken:.0f} s, with seed {options.seed}"]) + "\n")
    save(found, options.save)
    return 1 if found.crashes else 0


if __name__ == "__main__":
    sys.exit(main())
