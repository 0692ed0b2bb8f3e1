"""Measure one implementation of the reduced rule, in its own environment; write the figures as JSON.

``python peer.py NAME --households N``; NAME is ``ours``, ``plain``, ``by_hand``, ``openfisca_core`` or
``policyengine_core``. Called by ``run.py``.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import importlib.metadata
import json
from typing import Any

import numpy as np
from measure import median_of_steps, peak_memory, seconds
from peers import facts as drawn

ONE_BY_ONE = 1000
CHECKED = 10_000


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name")
    parser.add_argument("--households", type=int, default=1_000_000)
    parser.add_argument("--times", type=int, default=3)
    options = parser.parse_args()
    rule = _implementation(options.name)
    found: dict[str, Any] = {"versions": {name: importlib.metadata.version(name) for name in rule.PACKAGES}}
    if hasattr(rule, "of_household"):
        found |= _one_by_one(rule)
    if hasattr(rule, "of_columns"):
        found |= _in_columns(rule, options.households, options.times)
    print(json.dumps(found))


def _implementation(name: str) -> Any:
    if name.endswith("_core"):
        return importlib.import_module("peers.fisca").implementation(name)
    return importlib.import_module(f"peers.{name}")


def _one_by_one(rule: Any) -> dict[str, Any]:
    """Take many different households one by one, so that nothing can be remembered from the one before."""
    facts = drawn.draw(CHECKED)
    households = [drawn.plain(facts, number) for number in range(CHECKED)]
    turns = iter(households[:ONE_BY_ONE] * 2)
    made, alone = median_of_steps(lambda: rule.household(next(turns)), rule.of_household, ONE_BY_ONE)
    thousand, verdicts = seconds(lambda: [rule.of_household(rule.household(plain)) for plain in households[:1000]])
    checked = 1000 if hasattr(rule, "NAME") and rule.NAME.endswith("-core") else CHECKED
    verdicts += [rule.of_household(rule.household(plain)) for plain in households[1000:checked]]
    pairs = np.array(verdicts, dtype=np.uint8).reshape(-1, 2)
    return {"one_made": made, "one": alone, "thousand": thousand, "one_by_one": _digests(pairs[:, 0], pairs[:, 1])}


def _in_columns(rule: Any, number: int, times: int) -> dict[str, Any]:
    small = drawn.draw(CHECKED)
    found = {"columns": _digests(*(np.asarray(v, dtype=np.uint8) for v in rule.of_columns(rule.columns(small))))}
    thousand = drawn.draw(1000, seed=2)
    found["columns_thousand"] = median_of_steps(lambda: rule.columns(thousand), rule.of_columns, 5)[0]
    facts = drawn.draw(number, seed=3)
    found["columns_all"], found["columns_prepared"] = median_of_steps(
        lambda: rule.columns(facts), rule.of_columns, times, warm=False
    )
    found["memory"] = peak_memory()
    old, new = rule.of_columns(rule.columns(facts))
    return found | {"all": _digests(np.asarray(old, dtype=np.uint8), np.asarray(new, dtype=np.uint8))}


def _digests(old: Any, new: Any) -> list[str]:
    """Give what the verdicts of the first thousand households, and of all of them, come to."""
    pairs = np.stack([old, new], axis=1)
    return [hashlib.sha256(np.ascontiguousarray(part).tobytes()).hexdigest()[:16] for part in (pairs[:4000], pairs)]


if __name__ == "__main__":
    main()
