"""The page in Chromium: made once, served from this machine, and looked at by Playwright."""

import os
import shutil
import threading
from base64 import b64encode
from pathlib import Path

import pytest
from needed import missing, needed

from reunify import casefile
from reunify.page import bridge, building, parts, serving
from reunify.page.texts import TEXTS

HOW = "Chromium is not on the path: install it from the packages of the system (Debian: apt-get install chromium)"
# What the page asks the network for, and what it is told, by name; and a way to ask Python past the page.
WATCHED = """
const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (...words) {
  globalThis.pythonWorker = this;
  return post.apply(this, words);
};
globalThis.printed = [];
globalThis.print = () => top.printed.push(document.title);
"""
ANYBODY = b64encode(casefile.dumps(bridge.ANYBODY, "json").encode()).decode().rstrip("=")
ASK = """([name, argument]) => new Promise((done) => {
  const id = `test-${performance.now()}`;
  const heard = ({ data }) => {
    if (data.id !== id) return;
    pythonWorker.removeEventListener("message", heard);
    done(data.given);
  };
  pythonWorker.addEventListener("message", heard);
  pythonWorker.postMessage({ id, name, argument: JSON.stringify(argument) });
})"""


ASK_ALL = """(calls) => {
  const ask = %s;
  globalThis.told = (async () => {
    const given = [];
    for (const one of calls) given.push(await ask(one));
    return given;
  })();
}"""


@pytest.fixture(scope="session")
def fetched(tmp_path_factory):
    """Fetch the parts once, with npm and pip."""
    folder = tmp_path_factory.mktemp("parts")
    named = {"pyodide": parts.pyodide_in, "wheels": parts.wheels_in}
    for name, fetch in named.items():
        (folder / name).mkdir()
        given = os.environ.get(f"REUNIFY_{name.upper()}")
        for file, content in fetch(folder / name, Path(given) if given else None).items():
            (folder / name / file).write_bytes(content)
    return folder / "pyodide", folder / "wheels"


@pytest.fixture(scope="session")
def contents(fetched):
    """Give what the page holds, as a folder and as one file."""
    return building.gathered(*fetched)


@pytest.fixture(scope="session")
def site(contents, tmp_path_factory):
    """Make the page, under a path of its own, and serve it; gives its address."""
    folder = tmp_path_factory.mktemp("site")
    building.build(folder / "some" / "path", contents)
    with serving.server(folder) as listening:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_port}/some/path/"
        listening.shutdown()


@pytest.fixture(scope="session")
def single(contents, tmp_path_factory):
    """Make the page as one file; gives its address."""
    file = tmp_path_factory.mktemp("single") / "page.html"
    building.build_single(file, contents)
    return file.as_uri()


@pytest.fixture(scope="session")
def chromium():
    """Start the browser of the system."""
    needed("playwright", "browser")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- told what is missing, if it is

    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        missing(HOW)
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=found)
        yield browser
        browser.close()


def opened(chromium, said, address, *, lang="en", width=1280, ready=True, script=""):
    """Open the page as somebody who was never there; what it logs as an error is added to what is said."""
    context = chromium.new_context(
        locale={"en": "en-GB", "nl": "nl-NL"}[lang], viewport={"width": width, "height": 800}
    )
    context.set_default_timeout(90_000)
    context.add_init_script(WATCHED + script)
    page = context.new_page()
    page.requests = []
    context.on("request", lambda request: page.requests.append(request.url))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.goto(address)
    if ready:
        page.wait_for_selector("body[data-ready]")

    def push(selector):
        """Press a button, and wait until all that it does is done."""
        page.click(selector)
        page.wait_for_selector("main[aria-busy=false]")

    page.push = push
    page.ask_all = lambda calls: page.evaluate(ASK_ALL % ASK, calls)
    page.told = lambda: page.evaluate("told")
    page.ask = lambda what, **argument: page.evaluate(ASK, [what, argument])
    return page


@pytest.fixture
def visitor(chromium):
    """Give what opens the page anew, for what wants a first visit."""
    pages, said = [], []

    def visit(address, *, strict=True, **options):
        pages.append(opened(chromium, said if strict else [], address, **options))
        return pages[-1]

    yield visit
    for page in pages:
        page.context.close()
    assert [] == said


@pytest.fixture(scope="session")
def open_pages(chromium, site):
    """Give the page as wide as a desk's and as a phone's, which many tests use: it takes seconds to start, so both start at once."""
    said = []
    pages = {width: opened(chromium, said, site, width=width, ready=False) for width in (1280, 320)}
    for page in pages.values():
        page.on("dialog", lambda dialog: dialog.accept())
    yield pages
    for page in pages.values():
        page.context.close()
    assert [] == said


@pytest.fixture
def returning(open_pages):
    """Give what goes to the start of a page that is open already, in a language."""

    def start(lang="en", width=1280):
        page = open_pages[width]
        page.wait_for_selector("body[data-ready]")
        page.click(f"#languages >> [lang={lang}]")
        page.wait_for_selector(f"html[lang={lang}]")
        page.wait_for_selector("main[aria-busy=false]")
        if not page.query_selector("#file"):
            page.evaluate("(case_) => { location.hash = `case=${case_}`; }", ANYBODY)
            # Another family may be shown still: this one is there once it is out of the address and nothing is being done.
            page.wait_for_function("() => !location.hash")
            page.wait_for_selector("main[aria-busy=false] > iframe")
            page.push(f"nav >> text={TEXTS['view_saving'][lang]}")
            page.click(f".buttons >> text={TEXTS['again'][lang]}")
        page.wait_for_selector("#file")
        return page

    return start
