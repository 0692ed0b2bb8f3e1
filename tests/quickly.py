"""Which example cases the quick tests look at; what takes long looks at all."""

from pathlib import Path

import pytest

CASES = sorted((Path(__file__).parents[1] / "examples" / "cases").glob("*.toml"))
QUICK = {"subsidiary-couple-with-foster-child", "refugee-late-application"}
"""One with all that a report can say under subsidiary protection, and one for refugees that is too late."""


def _name(part):
    return part.stem if isinstance(part, Path) else str(part)


def of_cases(things=CASES):
    """Give parameters, each a file of a case or a tuple that begins with one; but for those of `QUICK` they take long."""
    return [_of_case(thing) for thing in things]


def _of_case(thing):
    parts = thing if isinstance(thing, tuple) else (thing,)
    marks = () if parts[0].stem in QUICK else (pytest.mark.slow("the same for the other example cases"),)
    return pytest.param(thing, marks=marks, id="-".join(map(_name, parts)))
