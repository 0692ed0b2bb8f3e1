"""Measure one implementation of the reduced rule, in the environment that it needs; write the figures as JSON.

    python benchmarks/worker.py IMPLEMENTATION FACTS.npz small|large VERDICTS.npz [OPTIONS]

`run.py` starts it. An implementation takes households one by one (``household``, ``of_household``), many
as arrays (``columns_of``, ``of_columns``), or both.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.metadata
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import reduced_households
from measure import median_of_steps, peak_memory


def main() -> None:
    """Measure a small or a large number of households."""
    options = _options()
    found = implementation(options.implementation)
    with np.load(options.facts) as stored:
        facts = dict(stored)
    measure = _small if options.part == "small" else _large
    figures, verdicts = measure(found, facts, options)
    np.savez(options.verdicts, **verdicts)
    versions = {name: importlib.metadata.version(name) for name in found.PACKAGES}
    json.dump(figures | {"name": found.NAME, "versions": versions}, sys.stdout)


def implementation(name: str) -> Any:
    """Give what is to be measured."""
    return importlib.import_module("reduced" if name == "reunify" else f"peers.{name}")


def _small(found: Any, facts: dict[str, Any], options: argparse.Namespace) -> tuple[dict[str, Any], dict[str, Any]]:
    """Measure one household and some, and give the verdicts of all that the facts hold."""
    figures: dict[str, Any] = {}
    verdicts: dict[str, Any] = {}
    if hasattr(found, "household"):
        plain = reduced_households.plain(reduced_households.first(facts, options.one_by_one))
        turn = iter(plain)
        figures["one"] = median_of_steps(lambda: found.household(next(turn)), found.of_household, options.ones)
        figures["some_one_by_one"] = median_of_steps(*_loop(found, plain[: options.some]), options.runs)
        listed = [pair for one in plain for pair in found.of_household(found.household(one))]
        verdicts["one_by_one"] = np.array(listed, dtype=np.int8)
    if hasattr(found, "columns_of"):
        some = reduced_households.first(facts, options.some)
        figures["some_in_columns"] = median_of_steps(lambda: found.columns_of(some), found.of_columns, options.runs)
        verdicts["in_columns"] = _pairs(found.of_columns(found.columns_of(facts)))
    return figures, verdicts


def _large(found: Any, facts: dict[str, Any], options: argparse.Namespace) -> tuple[dict[str, Any], dict[str, Any]]:
    """Measure all households; one by one where they do not come as arrays."""
    if hasattr(found, "columns_of"):
        steps = (lambda: found.columns_of(facts)), found.of_columns
    else:
        steps = _loop(found, reduced_households.plain(facts))
    last: list[Any] = []

    def work(prepared: Any) -> None:
        last[:] = [found_verdicts(prepared)]

    prepare, found_verdicts = steps
    both, alone = median_of_steps(prepare, work, options.runs, warm=False)
    figures = {"all": (both, alone), "memory": peak_memory()}
    verdicts = last[0]
    if hasattr(found, "columns_of"):
        return figures, {"in_columns": _pairs(verdicts)}
    return figures, {"one_by_one": np.array([pair for one in verdicts for pair in one], dtype=np.int8)}


def _loop(found: Any, plain: list[Any]) -> tuple[Callable[[], list[Any]], Callable[[list[Any]], list[Any]]]:
    """Give the two steps for households one by one."""
    return (
        lambda: [found.household(one) for one in plain],
        lambda prepared: [found.of_household(one) for one in prepared],
    )


def _pairs(verdicts: tuple[Any, Any]) -> Any:
    return np.stack([np.asarray(codes, dtype=np.int8) for codes in verdicts], axis=1)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("implementation")
    parser.add_argument("facts", type=Path)
    parser.add_argument("part", choices=("small", "large"))
    parser.add_argument("verdicts", type=Path)
    parser.add_argument("--some", type=int, default=1000, help="how many households 'some' are")
    parser.add_argument("--ones", type=int, default=200, help="how many households to measure alone")
    parser.add_argument("--one-by-one", type=int, default=10_000, help="how many to check one by one")
    parser.add_argument("--runs", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    main()
