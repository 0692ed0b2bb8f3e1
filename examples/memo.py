"""Write a memo for the file: one family under the old and the new law, as a web page and as Markdown.

Run it as it stands, or with a case file of your own and a language (nl or en):

    python examples/memo.py
    python examples/memo.py my-case.toml nl

It writes memo.html (open it in a browser and print it on A4) and memo.md into the folder you are in.
"""

import sys
from pathlib import Path

from reunify import casefile, files, report

here = Path(__file__).parent
file = sys.argv[1] if len(sys.argv) > 1 else here / "cases" / "subsidiary-couple-with-foster-child.toml"
lang = sys.argv[2] if len(sys.argv) > 2 else "en"  # noqa: PLR2004 -- the second word on the command line

# Work it out once, and write both forms.
made = report.make(casefile.read(file), lang=lang)
files.write(Path("memo.html"), made.to_html())
files.write(Path("memo.md"), made.to_markdown())
print("memo.html, memo.md")
