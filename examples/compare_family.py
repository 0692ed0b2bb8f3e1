"""Compare one family under the old and the new law, and print what changes for whom.

Run it as it stands, or with a case file of your own:

    python examples/compare_family.py
    python examples/compare_family.py my-case.toml
"""

import sys
from pathlib import Path

import reunify
from reunify import casefile

# The case file: the one that you name, or else the first example.
here = Path(__file__).parent
file = sys.argv[1] if len(sys.argv) > 1 else here / "cases" / "subsidiary-couple-with-foster-child.toml"
case = casefile.read(file)

# One line for each person: the verdict before and after 12 June 2026, and the kind of change.
for change in reunify.compare(case).changes:
    print(f"{change.member}: {change.old.verdict} -> {change.new.verdict} ({change.kind})")

    # The conditions that made the difference, each with its article.
    for cause in change.cause:
        print(f"    because not met: {cause.reason.text.en} [{cause.source.cite.en}]")

    # What is still open under the new law.
    if change.new.missing:
        print(f"    still missing: {', '.join(change.new.missing)}")
    for dispute in change.new.disputes:
        if dispute.changes_verdict:
            print(f"    disputed: {dispute.why.en}; in that reading: {dispute.verdict}")
