"""Make the law and the engine wrong in one place at a time, and see that a test notices.

    python tests/mutation/run.py [--module reunify/terms.py] [--only TEXT] [--sample N --seed S] [--jobs 2] [--again]

Needs the extra ``mutation``. What was found is kept in ``.mutation/`` and not done again while neither the module
nor the tests change. Exit code 1 if a mutant survives that ``equivalent.toml`` does not list with its reason.
"""

import argparse
import hashlib
import importlib.abc
import importlib.util
import json
import os
import random
import signal
import sys
import time
import tomllib
from collections import Counter
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import mutants

ROOT = Path(__file__).parents[2]
KEPT = ROOT / ".mutation" / "results.jsonl"
SECONDS = 120
"""A test run that takes longer does not end: the mutant is noticed."""

FIRST = 2
RULES = ["tests/test_rules_texts.py", "tests/test_gold.py", "tests/test_assess.py", "tests/test_law.py"]
FROZEN = ["tests/test_snapshot.py::test_the_laws_are_as_frozen"]
ENGINE = [
    "tests/test_logic.py",
    "tests/property/test_trees.py",
    "tests/test_assess.py",
    "tests/test_ruleset.py",
    "tests/test_gold.py",
]
SHOWN = ["tests/test_whatif.py", "tests/test_report_markdown.py", "tests/test_cli.py", "tests/property/test_results.py"]
TWO, SINGLE, FLOOR, AGAIN = (
    "tests/test_rules_two_status.py",
    "tests/test_rules_single_status.py",
    "tests/test_rules_directive.py",
    "tests/test_rules_second_reading.py",
)
SHARED = ("sponsor", "age", "tie", "term", "marriage", "kin", "child", "refusal", "means", "change_day", "points")
REGULAR, SECOND, TEXTS = "tests/test_rules_regular.py", "tests/test_second_route.py", "tests/test_rules_texts.py"
FROZEN_REGULAR = [f"{FROZEN[0]}[regular]"]
OF_REGULAR = ("__init__", "asked", "children", "couple", "foster", "means", "parent", "remarks", "sponsor")
OF_STATES = ("asked", "bg", "de", "ee", "es", "fr", "se", "sk", "states")
IN_PART = ["tests/test_spans.py", "tests/test_days_in_part.py", "tests/property/test_spans.py"]
DAYS = ["tests/test_report_calendar.py", "tests/test_report_markdown.py"]
TESTS = {
    **{
        f"reunify/rules/{name}.py": [TWO, AGAIN, *RULES, *FROZEN]
        for name in ("art29b", "art29c", "art29d", "two_status")
    },
    "reunify/rules/single_status.py": [SINGLE, AGAIN, *RULES, *FROZEN],
    "reunify/rules/directive.py": [FLOOR, AGAIN, *RULES, *FROZEN],
    **{f"reunify/rules/{name}.py": [TWO, SINGLE, FLOOR, AGAIN, *RULES, *FROZEN] for name in SHARED},
    "reunify/rules/procedure.py": ["tests/test_rules_procedure.py", TWO, SINGLE, AGAIN, *RULES, *DAYS, *FROZEN],
    "reunify/rules/figures.py": [TWO, SINGLE, AGAIN, *RULES, *DAYS, *FROZEN],
    **{f"reunify/rules/regular/{name}.py": [REGULAR, SECOND, TEXTS, *FROZEN_REGULAR] for name in OF_REGULAR},
    **{f"reunify/rules/elsewhere/{name}.py": ["tests/test_rules_elsewhere.py", TEXTS] for name in OF_STATES},
    "reunify/rules/laws.py": ["tests/test_ruleset.py", "tests/test_assess.py"],
    "reunify/terms.py": ["tests/test_terms.py", TWO, "tests/property/test_terms.py", *FROZEN],
    "reunify/engine/meaning.py": [*ENGINE, TWO, SINGLE, AGAIN, *SHOWN, *FROZEN, "tests/property/test_columns.py"],
    "reunify/figure.py": ["tests/test_figure.py"],
    "reunify/verdicts/exact.py": ["tests/test_spans.py", "tests/property/test_spans.py"],
    "reunify/verdicts/leafwise.py": ["tests/test_spans.py", "tests/property/test_spans.py"],
    "reunify/facts/span.py": ["tests/test_facts.py", "tests/test_spans.py"],
    **{
        f"reunify/{name}.py": ["tests/test_ruleset.py", *ENGINE, TWO, SINGLE, AGAIN, *SHOWN, *FROZEN]
        for name in ("provisions", "demands", "ruleset")
    },
    "reunify/amend.py": [
        "tests/test_amendments.py",
        "tests/test_figure.py",
        "tests/test_renamed.py",
        "tests/test_ruleset.py",
    ],
    "reunify/renamed.py": ["tests/test_renamed.py"],
    "reunify/facts/presumptions.py": ["tests/test_presumptions.py", "tests/test_facts.py", TWO, SINGLE, AGAIN, *FROZEN],
    **{
        f"reunify/{name}.py": [*ENGINE, TWO, SINGLE, AGAIN, *SHOWN, *FROZEN, "tests/property/test_columns.py"]
        for name in (
            "engine/days",
            "engine/decisive",
            "engine/missing",
            "engine/trace",
            "engine/said",
            "engine/node",
            "engine/nodes",
            "rewriting",
        )
    },
    "reunify/logic.py": [*ENGINE, TWO, SINGLE, AGAIN, *SHOWN, *FROZEN, "tests/property/test_columns.py"],
    **{
        f"reunify/engine/{name}.py": [*ENGINE, TWO, SINGLE, AGAIN, *SHOWN, *FROZEN, "tests/property/test_columns.py"]
        for name in ("lines", "program")
    },
    **{
        f"reunify/verdicts/{name}.py": [*ENGINE, *IN_PART, TWO, SINGLE, AGAIN, *SHOWN, *FROZEN]
        for name in ("person", "days_in_part", "family")
    },
    **{
        f"reunify/{name}.py": [*ENGINE, TWO, SINGLE, AGAIN, *SHOWN, *FROZEN]
        for name in ("assess", "comparison", "results", "verdicts/outcome", "verdicts/reasons", "verdicts/remarks")
    },
}


def main():
    """Run what is asked for and say what came of it."""
    options = _options()
    listed = tomllib.loads((Path(__file__).parent / "equivalent.toml").read_text(encoding="utf-8"))
    reasons = {mutant: entry["why"] for entry in listed["equivalent"] for mutant in entry["mutants"]}
    todo = [m for module in options.module or TESTS for m in mutants.mutants(module, _read(module))]
    unknown = reasons.keys() - {mutant.key for mutant in todo} if not options.module else ()
    todo = [mutant for mutant in todo if options.only in mutant.key]
    if options.sample:
        todo = random.Random(options.seed).sample(todo, min(options.sample, len(todo)))  # noqa: S311 -- no secret
    kept = {} if options.again else _kept()
    if not options.tested:
        _check_the_tests(dict.fromkeys(mutant.module for mutant in todo), kept, options.jobs)
    ends = {}
    for mutant, end in _all_ends(todo, kept, options.jobs):
        ends[mutant.key] = end
    survivors = [key for key, end in ends.items() if end == "survived"]
    _report(todo, ends, reasons)
    for key in survivors:
        print("listed  " if key in reasons else "SURVIVED", key)
    for key in unknown:
        print("NO SUCH MUTANT", key)
    sys.exit(bool(unknown) or any(key not in reasons for key in survivors))


def _options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--module", action="append", choices=TESTS, help="only this module; may be repeated")
    parser.add_argument("--only", default="", metavar="TEXT", help="only mutants with this in their name")
    parser.add_argument("--sample", type=int, default=0, help="only so many mutants, drawn at random")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--again", action="store_true", help="also what was done before")
    parser.add_argument("--tested", action="store_true", help="the tests passed just now; do not see to it again")
    return parser.parse_args()


def _read(path):
    return (ROOT / path).read_text(encoding="utf-8")


def _check_the_tests(modules, kept, jobs):
    """See that the tests pass while nothing is wrong; else every mutant would seem to be noticed."""
    whole = [mutants.Mutant(module, "nothing", "", 0, partial(_read, module)) for module in modules]
    failing = [mutant.module for mutant, end in _all_ends(whole, kept, jobs) if end != "survived"]
    if failing:
        sys.exit(f"the tests fail without any mutant: {', '.join(failing)}")


def _report(todo, ends, reasons):
    made = Counter(mutant.module for mutant in todo)
    noticed = Counter(mutant.module for mutant in todo if ends[mutant.key] != "survived")
    listed = Counter(m.module for m in todo if ends[m.key] == "survived" and m.key in reasons)
    print("| module | mutants | killed | equivalent | left | killed of all |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for module, number in [*made.items(), ("all", None)]:
        of = [made, noticed, listed]
        n, k, e = (count.total() for count in of) if number is None else (count[module] for count in of)
        print(f"| `{module}` | {n} | {k} | {e} | {n - k - e} | {k / n if n else 1:.1%} |")


# ---------------------------------------------------------------- one mutant after another, a few at a time


def _kept():
    if not KEPT.exists():
        return {}
    return {entry["stamp"]: entry["end"] for entry in map(json.loads, KEPT.read_text(encoding="utf-8").splitlines())}


def _stamp(mutant):
    """Name a mutant together with the tests that are to notice it."""
    told = hashlib.sha256((mutant.key + _read(mutant.module)).encode())
    for test in TESTS[mutant.module]:
        told.update(_read(test.partition("::")[0]).encode())
    return f"{mutant.module} {told.hexdigest()[:20]}"


def _all_ends(todo, kept, jobs):
    KEPT.parent.mkdir(exist_ok=True)
    running = {}
    waiting = list(reversed(todo))
    began, done = time.monotonic(), 0
    while waiting or running:
        while waiting and len(running) < jobs:
            mutant = waiting.pop()
            stamp = _stamp(mutant)
            if stamp in kept:
                yield mutant, kept[stamp]
            else:
                running[_start(mutant)] = mutant, stamp, time.monotonic()
        for pid in list(running):
            mutant, stamp, since = running[pid]
            end = _end(pid, since)
            if end is None:
                continue
            del running[pid]
            done += 1
            with KEPT.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"stamp": stamp, "key": mutant.key, "end": end}) + "\n")
            yield mutant, end
            if done % 100 == 0:
                print(f"{done} done in {time.monotonic() - began:.0f} s, {len(waiting)} left", file=sys.stderr)
        time.sleep(0.01)


def _end(pid, since):
    ended, status = os.waitpid(pid, os.WNOHANG)
    if ended:
        return "survived" if os.waitstatus_to_exitcode(status) == 0 else "killed"
    if time.monotonic() - since > SECONDS:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        return "timeout"
    return None


def _start(mutant):
    """Test a mutant in a process of its own, that has all but the package loaded."""
    pid = os.fork()
    if pid:
        return pid
    end = 1
    try:
        end = _tested(mutant)
    finally:
        os._exit(end)


def _tested(mutant):
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    sys.meta_path.insert(0, _Wrong(mutant))
    import pytest  # noqa: PLC0415 -- loaded by the parent

    quiet = ["-W", "ignore::pytest.PytestAssertRewriteWarning"]  # what the parent loaded is no test
    # Most mutants fail in the first files: the others need not be read for them.
    for tests in (TESTS[mutant.module][:FIRST], TESTS[mutant.module][FIRST:]):
        # Without a file pytest would run all there are.
        if tests and (end := int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", *quiet, *tests]))):
            return end
    return 0


class _Wrong(importlib.abc.MetaPathFinder, importlib.abc.SourceLoader):
    """Loads the mutant in the place of its module."""

    def __init__(self, mutant):
        self.mutant = mutant
        self.source = mutant.made()
        self.name = mutant.module.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    def find_spec(self, name, path=None, target=None):
        """Answer for one module only."""
        del path, target
        if name != self.name:
            return None
        is_package = self.mutant.module.endswith("__init__.py")
        place = str(ROOT / self.mutant.module)
        return importlib.util.spec_from_file_location(
            name, place, loader=self, submodule_search_locations=[str(Path(place).parent)] if is_package else None
        )

    def get_filename(self, fullname):
        """Give the place of the module."""
        del fullname
        return str(ROOT / self.mutant.module)

    def get_data(self, path):
        """Give the mutant's source."""
        return self.source.encode() if path == self.get_filename("") else Path(path).read_bytes()


def _load():
    """Load what the tests need, but not the package itself."""
    import attrs  # noqa: F401, PLC0415
    import cattrs.preconf.json  # noqa: F401, PLC0415
    import dateutil.relativedelta  # noqa: F401, PLC0415
    import hypothesis  # noqa: PLC0415
    import hypothesis.strategies  # noqa: F401, PLC0415
    import jinja2  # noqa: F401, PLC0415
    import pytest  # noqa: F401, PLC0415
    import rich.console  # noqa: PLC0415
    import rich.table  # noqa: F401, PLC0415


if __name__ == "__main__":
    os.environ["HYPOTHESIS_NO_PLUGINS"] = "1"  # which would load the package
    os.environ["HYPOTHESIS_PROFILE"] = "first"  # that a test fails is enough to know
    _load()
    if any(name.partition(".")[0] == "reunify" for name in sys.modules):
        sys.exit("the package is loaded already, so that a mutant could not take its place")
    main()
