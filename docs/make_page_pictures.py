"""Make the pictures of the page for a browser that the documentation shows.

Needs Chromium on the path, and the extras ``page`` and ``browser``:

    reunify page build -o build/page && python docs/make_page_pictures.py build/page
"""

import shutil
import sys
import threading
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from reunify.page import serving
from reunify.page.texts import TEXTS
from reunify.text import Lang

HERE = Path(__file__).parent
CASE = HERE.parent / "examples" / "cases" / "subsidiary-couple-with-foster-child.toml"
DESK = (1100, 800)
PHONE = (360, 760)
SHOWN = {f"page-{name}.png" for name in ("question-en", "answer-en", "what-if-en", "start-nl-phone")}


def main(folder: Path) -> None:
    """Make each picture anew."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        sys.exit("make_page_pictures: Chromium is not on the path")
    with serving.server(folder) as listening, sync_playwright() as started:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        chromium = started.chromium.launch(executable_path=browser)
        address = f"http://127.0.0.1:{listening.server_port}/"
        for lang, size, kind in (("en", DESK, ""), ("nl", PHONE, "-phone")):
            context = chromium.new_context(
                locale={"en": "en-GB", "nl": "nl-NL"}[lang],
                viewport={"width": size[0], "height": size[1]},
                device_scale_factor=1 if kind == "" else 1.5,
            )
            page = context.new_page()
            page.set_default_timeout(120_000)
            page.goto(address)
            page.wait_for_selector("body[data-ready]")
            take(page, lang, f"-{lang}{kind}.png")
        chromium.close()
        listening.shutdown()


def take(page: Page, lang: Lang, end: str) -> None:
    """Take a picture of a question, of the answer, and of a what-if."""
    page.wait_for_selector("#file")
    picture(page, f"page-start{end}")
    page.click(f"text={TEXTS['new'][lang]}")
    for name, kin in (("Amina", "spouse"), ("Ali", "biological child"), ("Noor", "biological child")):
        page.fill("#name", name)
        page.select_option("#kin", kin)
        page.click(f"text={TEXTS['add'][lang]}")
        page.wait_for_function("(name) => document.querySelector('h1').textContent.includes(name)", arg=name)
    page.click(f"text={TEXTS['nobody_else'][lang]}")
    page.wait_for_selector(".choices")
    picture(page, f"page-question{end}")
    page.evaluate("() => { globalThis.confirm = () => true; }")
    page.click(f"nav >> text={TEXTS['view_saving'][lang]}")
    page.click(f"p.buttons >> text={TEXTS['again'][lang]}")
    page.set_input_files("#file", CASE)
    page.wait_for_selector("iframe")
    page.wait_for_timeout(500)
    picture(page, f"page-answer{end}")
    page.click(f"nav >> text={TEXTS['view_what_if'][lang]}")
    page.wait_for_selector("#fact")
    page.select_option("#fact", "sponsor.protection")
    page.click("#value >> .choices button >> nth=0")
    page.wait_for_selector("#found table")
    picture(page, f"page-what-if{end}")


def picture(page: Page, name: str) -> None:
    """Take a picture of what is in the window, if the documentation shows it."""
    if name not in SHOWN:
        return
    page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=HERE / "pictures" / name)
    print(name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
