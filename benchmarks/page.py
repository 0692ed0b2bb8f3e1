"""How long the page for a browser takes: to start, to the first answer, and from an answer to the next question.

Needs Chromium on the path, and the extras ``page`` and ``browser``:

    reunify page build -o build/page && python benchmarks/page.py build/page
"""

import gzip
import shutil
import statistics
import sys
import threading
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from reunify.page import serving
from reunify.page.texts import TEXTS

CASE = Path(__file__).parents[1] / "examples" / "cases" / "subsidiary-couple-with-foster-child.toml"
EIGHT = [
    ("A", "spouse"),
    *((name, "biological child") for name in "BCDE"),
    ("F", "foster child"),
    ("G", "parent"),
    ("H", "sibling"),
]


def main(folder: Path) -> None:
    """Measure, and say it."""
    files = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    print(
        f"on disk {sum(map(len, files)) / 1e6:.1f} MB, compressed {sum(len(gzip.compress(one)) for one in files) / 1e6:.1f} MB"
    )
    with serving.server(folder) as listening, sync_playwright() as started:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        browser = started.chromium.launch(executable_path=shutil.which("chromium") or shutil.which("chromium-browser"))
        context = browser.new_context(locale="en-GB")
        for kind in ("first visit", "second visit"):
            page = context.new_page()
            page.set_default_timeout(120_000)
            begun = time.perf_counter()
            page.goto(f"http://127.0.0.1:{listening.server_port}/")
            page.wait_for_selector("body[data-ready]")
            ready = time.perf_counter() - begun
            page.wait_for_selector("#file")
            page.set_input_files("#file", CASE)
            page.wait_for_selector("iframe")
            print(f"{kind}: ready after {ready:.1f} s, first answer after {time.perf_counter() - begun:.1f} s")
            page.evaluate("async () => { await navigator.serviceWorker.ready; }")
        page.reload()
        page.wait_for_selector("body[data-ready]")
        taken = sorted(answers(page))
        print(
            f"eight people, {len(taken)} answers: to the next question {statistics.median(taken):.0f} ms in the middle, "
            f"{taken[int(len(taken) * 0.9)]:.0f} ms in nine of ten, {taken[-1]:.0f} ms at most"
        )
        browser.close()
        listening.shutdown()


def answers(page: Page) -> list[float]:
    """Hold an interview about eight people, and give how long each answer took to the next question, in milliseconds."""
    page.click(f"text={TEXTS['new'].en}")
    for name, kin in EIGHT:
        page.fill("#name", name)
        page.select_option("#kin", kin)
        page.click(f"text={TEXTS['add'].en}")
        page.wait_for_function(f"() => document.querySelector('h1').textContent.includes('{name} (')")
    return page.evaluate(
        """async ([nobody, unknown, end]) => {
          const next = (button) => new Promise((done) => {
            const begun = performance.now();
            new MutationObserver((_, self) => { self.disconnect(); done(performance.now() - begun); })
              .observe(document.getElementById("main"), { childList: true });
            button.click();
          });
          const named = (text) => [...document.querySelectorAll("main button")].find((one) => one.textContent === text);
          const taken = [await next(named(nobody))];
          for (let asked = 0; asked < 120 && document.querySelector("h1").textContent !== end; asked += 1) {
            const choice = document.querySelector("main .choices button");
            taken.push(await next(choice && asked % 2 ? choice : named(unknown) ?? choice));
          }
          return taken;
        }""",
        [TEXTS["nobody_else"].en, TEXTS["unknown"].en, TEXTS["all_asked"].en],
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
