"""Ask "what if" about one family: what stands in the way, and what another fact would change.

Run it as it stands; change the file and the questions below for a family of your own:

    python examples/what_if.py
"""

from datetime import date
from pathlib import Path

from reunify import PROPOSED, casefile, whatif

case = casefile.read(Path(__file__).parent / "cases" / "subsidiary-couple-with-foster-child.toml")

# What stands between each person and "eligible" under the new law: the smallest sets of conditions.
for member in case.members:
    print(f"{member.id}:")
    for way in whatif.ways(case, PROPOSED, member.id):
        for obstacle in way.obstacles:
            when = f" from {obstacle.day}" if obstacle.day else ""
            print(f"    {obstacle.reason.text.en}: can be cured by {obstacle.cure}{when}")

# What if the sponsor had a home? And what if, besides, the decision came after the two years?
for change in (
    {"sponsor.housing": "own"},
    {"sponsor.housing": "own", "decided_on": date(2027, 11, 21)},
):
    print()
    print(f"If {change}:")
    for outcome in whatif.explore(case, change, PROPOSED).changes:
        print(f"    {outcome.member}: {outcome.old.verdict} -> {outcome.new.verdict}")
