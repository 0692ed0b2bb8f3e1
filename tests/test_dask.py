"""Screening on several processes with Dask gives what one process gives."""

import runpy
import subprocess
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from pyarrow import parquet

from reunify import CURRENT, PROPOSED, columns

SCRIPT = Path(__file__).parents[1] / "examples" / "screen_on_dask.py"
PARTS, MEMBERS = 8, 4
FEW, MANY = 2_500, 25_000
"""Households a part."""


def drawn(seed, first, number):
    """Draw households of a spouse, two children and a parent; some birthdays are not known."""
    random = np.random.default_rng(seed)
    granted = np.datetime64("2023-06-01") + random.integers(0, 1200, number).astype("timedelta64[D]")
    each = np.repeat(granted, MEMBERS)
    size = number * MEMBERS
    return {
        "family": np.repeat(np.arange(first, first + number), MEMBERS),
        "relation": np.tile(np.array([0, 3, 3, 4], dtype=np.int8), number),
        "parentage": np.zeros(size, dtype=np.int8),
        "born_on": each - random.integers(300, 15_000, size).astype("timedelta64[D]"),
        "applied_on": each + random.integers(0, 200, size).astype("timedelta64[D]"),
        "decided_on": each + np.timedelta64(800, "D"),
        "sponsor.protection": np.repeat(random.integers(0, 2, number, dtype=np.int8), MEMBERS),
        "sponsor.permit_notified_on": each,
        "sponsor.asylum_applied_on": each - np.timedelta64(300, "D"),
        "sponsor.entered_on": each - np.timedelta64(310, "D"),
    }, random.random(size) < 0.05


def parts(households):
    return [drawn(seed, seed * households, households) for seed in range(PARTS)]


@pytest.mark.slow("starts three processes, and screens up to 200,000 households")
@pytest.mark.parametrize("households", [FEW, MANY])
def test_same_answers_as_in_one_process(households, tmp_path):
    """Eight files of households, on two worker processes."""
    source, target = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for number, (facts, gaps) in enumerate(parts(households)):
        days = pa.array(facts["born_on"], mask=gaps)
        parquet.write_table(pa.table({**facts, "born_on": days}), source / f"part-{number}.parquet")

    command = [sys.executable, "-W", "error", str(SCRIPT), str(source), "-o", str(target), "--workers", "2"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")

    for number, (facts, gaps) in enumerate(parts(households)):
        found = parquet.read_table(target / f"part-{number}.parquet")
        for law in columns.assess_table_each(columns.table(facts, left_out={"born_on": gaps}), (CURRENT, PROPOSED)):
            assert np.array_equal(found[f"{law.rule_set} verdict"].to_numpy(), law.verdict)
            assert np.array_equal(found[f"{law.rule_set} condition"].to_numpy(), law.condition)
    persons = households * PARTS * MEMBERS
    counted = [int(line.split()[-1].replace(",", "")) for line in done.stdout.splitlines()]
    assert sum(counted) == persons * 2


def test_one_part_in_this_process(tmp_path):
    """What a worker does for one file can be called by itself."""
    facts, _ = drawn(0, 0, FEW)
    empty = pa.nulls(len(facts["family"]), pa.date32())  # as good as no column
    parquet.write_table(pa.table({**facts, "sponsor.born_on": empty}), tmp_path / "in.parquet")
    counts = runpy.run_path(str(SCRIPT))["screen_part"](tmp_path / "in.parquet", tmp_path / "out.parquet")
    assert counts.total() == len(facts["family"]) * 2
