"""Look at the documentation site in Chromium with axe, and tell what stands in the way of who cannot see or point.

    python docs/make_site.py && python docs/look_at_site.py

Needs the extra ``site``, and Chromium on the path.
"""

import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import Final

SITE = Path(__file__).parents[1] / "build" / "site"
# One page of each kind.
PAGES = (
    "index",
    "facts",
    "articles",
    "open-questions",
    "glossary",
    "code/art29d",
    "reference/reunify.facts",
    "nl/index",
)
OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--virtual-time-budget=60000",
)
LOOK: Final = """
<script>{axe}</script>
<script>addEventListener("load", async () => {{
  const found = await axe.run(document, {{resultTypes: ["violations"]}});
  const told = document.createElement("pre");
  told.id = "axe-found";
  told.textContent = JSON.stringify(found.violations.map((one) => [one.id, one.help, one.nodes.map((node) => node.html)]));
  document.body.append(told);
}});</script>
"""


def found_on(page: Path, chromium: str) -> list[tuple[str, str, list[str]]]:
    """Give what axe finds on a page: the rule, what it says, and the elements."""
    axe = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    looked = page.with_name(f"axe-{page.name}")
    looked.write_text(
        page.read_text(encoding="utf-8").replace("</body>", LOOK.format(axe=axe) + "</body>"), encoding="utf-8"
    )
    try:
        with tempfile.TemporaryDirectory() as profile:
            words = [chromium, *OPTIONS, f"--user-data-dir={profile}", "--dump-dom", looked.as_uri()]
            dom = subprocess.run(words, capture_output=True, text=True, check=True, timeout=120).stdout  # noqa: S603
    finally:
        looked.unlink()
    told = re.search(r'<pre id="axe-found">(.*?)</pre>', dom, re.DOTALL)
    if told is None:
        sys.exit(f"axe did not come to an end on {page.name}")
    return [tuple(one) for one in json.loads(html.unescape(told[1]))]


def main() -> None:
    """Look at one page of each kind."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("this needs Chromium on the path")
    faults = [
        f"{page}: {rule}: {said}: {len(nodes)} times, as {nodes[0]}"
        for page in PAGES
        for rule, said, nodes in found_on(SITE / f"{page}.html", chromium)
    ]
    print("\n".join(faults) or f"axe finds nothing on {len(PAGES)} pages")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
