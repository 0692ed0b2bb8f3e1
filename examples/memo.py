"""Write a memo for the file: one family under the old and the new law, as a web page and as Markdown.

Run it as it stands, or with a case file of your own and a language (nl or en):

    python examples/memo.py
    python examples/memo.py my-case.toml nl

It writes memo.html (open it in a browser and print it on A4) and memo.md into the folder you are in.
"""

import sys
from pathlib import Path

import reunify
from reunify import CURRENT, PROPOSED, casefile, files
from reunify.report.html import to_html
from reunify.report.markdown import to_markdown
from reunify.report.view import Result, make_view

here = Path(__file__).parent
file = sys.argv[1] if len(sys.argv) > 1 else here / "cases" / "subsidiary-couple-with-foster-child.toml"
lang = sys.argv[2] if len(sys.argv) > 2 else "en"  # noqa: PLR2004 -- the second word on the command line

# Work it out once.
case = casefile.read(file)
comparison = reunify.compare(case)
result = Result(
    case=case,
    rule_sets=(CURRENT, PROPOSED),
    assessments=(comparison.old, comparison.new),
    applicable=reunify.in_force_on(case.decided_on),
    on_from="file",
)

# Put it into words, and write both forms.
view = make_view(result, lang)
files.write(Path("memo.html"), to_html(view))
files.write(Path("memo.md"), to_markdown(view))
print("memo.html, memo.md")
