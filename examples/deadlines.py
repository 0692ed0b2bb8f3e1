"""Write the days that matter for one family as a calendar file, and print them.

Run it as it stands, or with a case file of your own:

    python examples/deadlines.py
    python examples/deadlines.py my-case.toml

It writes dates.ics into the folder you are in; a calendar program can open it.
"""

import sys
from pathlib import Path

import reunify
from reunify import casefile, files
from reunify.report.calendar import to_ics
from reunify.report.view import Result, make_view

here = Path(__file__).parent
file = sys.argv[1] if len(sys.argv) > 1 else here / "cases" / "uam-refugee-turned-18.toml"

case = casefile.read(file)
law = reunify.in_force_on(case.decided_on)
result = Result(
    case=case,
    rule_sets=(law,),
    assessments=(reunify.assess(case, law),),
    applicable=law,
    on_from="file",
)
view = make_view(result, "en")

for day in view.dates:
    print(f"{day.iso}  {day.persons}: {day.said.text}")
files.write(Path("dates.ics"), to_ics(view, result.decided_on))
