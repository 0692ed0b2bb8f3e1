"""Print a table of a small caseload: each person's verdict, deadline and missing facts.

Run it as it stands, or with a folder of case files of your own:

    python examples/caseload_table.py
    python examples/caseload_table.py my-folder
"""

import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

import reunify
from reunify import casefile

# The folder with the case files: the one that you name, or else the examples.
folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "cases"

table = Table("family", "person", "verdict", "from", "apply by", "missing")
for file in sorted(folder.glob("*.toml")):
    case = casefile.read(file)

    # The law that applies on the day of the decision that the file names, or else that of now.
    law = reunify.in_force_on(case.decided_on) if case.decided_on else reunify.PROPOSED
    for outcome in reunify.assess(case, law).outcomes:
        verdict = f"{outcome.verdict} (disputed)" if outcome.disputed else str(outcome.verdict)
        table.add_row(
            file.stem,
            outcome.member,
            verdict,
            str(outcome.eligible_from or ""),
            str(outcome.deadline or ""),
            ", ".join(outcome.missing),
        )

Console(width=160).print(table)
