"""Screen a folder of Parquet files on several processes with Dask; on several machines it works the same way.

    python examples/screen_on_dask.py households/ -o verdicts/ --workers 2

Each file holds whole families, one row a person. Its columns have the names that `reunify.columns.table` takes
("family", "decided_on", "relation", "born_on", "sponsor.protection" …); an empty cell is a fact that is left out.
For each file one of the same name is written, with the verdicts and deciding conditions. Needs the extra "dask".
"""

# pyright: basic
import argparse
from collections import Counter
from pathlib import Path
from typing import Any

import distributed
import pyarrow as pa  # type: ignore[import-untyped]
from dask.delayed import delayed
from pyarrow import parquet

from reunify import CURRENT, PROPOSED, columns


def screen_part(source: Path, target: Path) -> Counter[tuple[str, str]]:
    """Screen one file, write what comes out beside the row's family, and count the verdicts."""
    rows: Any = parquet.read_table(source).combine_chunks()
    rows = rows.select([name for name in rows.column_names if rows[name].null_count < rows.num_rows])
    # What stands in an empty cell does not matter: it is marked as left out.
    left_out = {name: rows[name].is_null().to_numpy() for name in rows.column_names if rows[name].null_count}
    filled = {name: rows[name].fill_null(rows[name].drop_null()[0]) for name in left_out}
    facts = {name: filled.get(name, rows[name]).to_numpy() for name in rows.column_names}

    found, counts = {"family": facts["family"]}, Counter[tuple[str, str]]()
    for law in columns.assess_table_each(columns.table(facts, left_out=left_out), (CURRENT, PROPOSED)):
        found |= {f"{law.rule_set} verdict": law.verdict, f"{law.rule_set} condition": law.condition}
        counts.update({(law.rule_set, verdict.value): number for verdict, number in law.count().items()})
    parquet.write_table(pa.table(found), target)
    return counts


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("folder", type=Path, nargs="?")
parser.add_argument("-o", "--output", type=Path, default=Path("verdicts"))
parser.add_argument("--workers", type=int, default=2)

if __name__ == "__main__":
    options = parser.parse_args()
    if options.folder is None:
        parser.print_help()
        parser.exit()
    options.output.mkdir(parents=True, exist_ok=True)
    # The processes speak over the loopback of this machine, on any port that is free, and there is no page to look at.
    alone: dict[str, Any] = {"dashboard": False, "dashboard_address": "127.0.0.1:0"}
    workers = {"n_workers": options.workers, "threads_per_worker": 1, "host": "127.0.0.1", "scheduler_kwargs": alone}
    dask: Any = distributed
    with dask.LocalCluster(**workers) as cluster, dask.Client(cluster) as client:
        sources = sorted(options.folder.glob("*.parquet"))
        parts = client.compute([delayed(screen_part)(source, options.output / source.name) for source in sources])
        for (law, verdict), number in sorted(sum(client.gather(parts), start=Counter()).items()):
            print(f"{law:<14} {verdict:<14} {number:>12,}")
