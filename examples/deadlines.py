"""Write the days that matter for one family as a calendar file, and print them.

Run it as it stands, or with a case file of your own:

    python examples/deadlines.py
    python examples/deadlines.py my-case.toml

It writes dates.ics into the folder you are in; a calendar program can open it.
"""

import sys
from pathlib import Path

from reunify import casefile, files, report

here = Path(__file__).parent
file = sys.argv[1] if len(sys.argv) > 1 else here / "cases" / "uam-refugee-turned-18.toml"

made = report.make(casefile.read(file))

for day in made.view.dates:
    print(f"{day.iso}  {day.persons}: {day.said.text}")
files.write(Path("dates.ics"), made.to_ics())
