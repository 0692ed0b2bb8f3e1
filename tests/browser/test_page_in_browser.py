"""What a visitor of the page sees and can do, in Chromium; `nox -s page` runs it."""

import base64
import json
import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from test_rules_regular import family

from reunify import casefile, report
from reunify.page import building
from reunify.page.archive import unpacked
from reunify.page.texts import TEXTS

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples" / "cases").glob("*.toml"))
GOLD = sorted((ROOT / "tests" / "gold").glob("*.toml"))
EXAMPLE = next(path for path in EXAMPLES if path.stem == "subsidiary-couple-with-foster-child")
DAY = "2026-11-25"
BETWEEN = """(label) => {
  const at = document.activeElement;
  const after = [...document.querySelectorAll("a[href], button, input, select")].filter(
    (one) => one.checkVisibility() && at.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return Math.max(0, after.findIndex((one) => (one.labels?.[0] ?? one).textContent.trim() === label));
}"""
FAMILY = [
    ("Amina", "spouse", "1990"),
    ("Ali", "biological child", "3 May 2012"),
    ("Noor", "biological child", "2015"),
    ("Sam", "foster child", "2011"),
    ("Yusuf", "biological child", "2004"),
    ("Oma", "parent", "1960"),
]


def said(name, lang="en"):
    return TEXTS[name][lang]


def heading(page):
    return page.inner_text("h1")


def settled(page, before):
    """Wait for the next question, or what is wrong with the answer; nothing is ever wider than the window."""
    page.wait_for_function("(before) => document.querySelector('main').innerHTML !== before", arg=before)
    width = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width[0] <= width[1], heading(page)


class Keyboard:
    """Somebody who has no mouse: what has the focus is all that there is."""

    def __init__(self, page, lang):
        self.page, self.lang = page, lang

    def to(self, label):
        """Go on with Tab until what has this name has the focus; so many times that it can be there, it is not looked at."""
        for _ in range(self.page.evaluate(BETWEEN, label)):
            self.page.keyboard.press("Tab")
        for _ in range(60):
            self.page.keyboard.press("Tab")
            if label == self.page.evaluate(
                "(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()"
            ):
                return
        pytest.fail(f"no Tab comes to: {label}")

    def press(self, label):
        """Press a button, and see that the focus is on the heading of what comes, which a screen reader then reads."""
        before = self.page.inner_html("main")
        self.to(label)
        self.page.keyboard.press("Enter")
        settled(self.page, before)
        assert "H1" == self.page.evaluate("document.activeElement.tagName")

    def fill(self, label, text):
        self.to(label)
        self.page.keyboard.type(text)

    def add(self, name, kin, born):
        choices = json.loads(self.page.ask("state"))["ok"]["question"]["choices"]
        number = [choice["value"] for choice in choices].index(kin)
        self.fill(said("name", self.lang), name)
        self.to(said("kin", self.lang))
        for _ in range(number + 1):
            self.page.keyboard.press("ArrowDown")
        self.fill(said("born", self.lang), born)
        self.press(said("add", self.lang))

    def answer(self):
        """Answer the question that is there, with the first choice, or for days with what is known."""
        question = json.loads(self.page.ask("state"))["ok"]
        one = question["question"]
        if question["to_confirm"]:
            return self.press(said("right", self.lang))
        if one["kind"] == "choice":
            return self.press(one["choices"][0]["label"])
        if one["kind"] == "same":
            return self.press(said("for_none" if len(one["persons"]) > 1 else "no", self.lang))
        if one["kind"] == "each" and one["choices"][-1]["value"] == "no":
            return self.press(said("for_none", self.lang))
        return self.press(said("unknown", self.lang))


class TestInterview:
    @pytest.mark.parametrize("lang", ["en", "nl"])
    def test_a_family_of_six_from_the_first_question_to_the_printed_page(self, returning, lang):
        """On a phone, by keyboard alone."""
        page = returning(lang, 320)
        keyboard = Keyboard(page, lang)
        assert lang == page.get_attribute("html", "lang")
        keyboard.press(said("new", lang))
        for person in FAMILY:
            keyboard.add(*person)
        keyboard.press(said("nobody_else", lang))
        asked = 0
        while heading(page) != said("all_asked", lang):
            keyboard.answer()
            asked += 1
            assert asked < 80
        assert asked > 10
        keyboard.press(said("see_final", lang))
        page.wait_for_selector("iframe")
        frame = page.frames[1]
        frame.wait_for_selector("h1")
        assert {name for name, *_ in FAMILY} <= set(re.findall(r"\w+", frame.inner_text("main")))
        keyboard.to(said("print", lang))
        page.keyboard.press("Enter")
        assert [frame.title()] == page.evaluate("printed.splice(0)")
        shown = page.get_attribute("iframe", "srcdoc")
        paper = page.context.new_page()
        paper.set_content(shown)
        pages = len(re.findall(rb"/Type\s*/Page\b", paper.pdf(format="A4", prefer_css_page_size=True)))
        assert 2 <= pages <= 12

    def test_language_back_and_the_overview(self, returning):
        """No answer is lost by another language; any answer can be changed; "back" takes the last one back."""
        page = returning()
        page.push(f"text={said('new')}")
        for name, kin, born in FAMILY[:2]:
            page.fill("#name", name)
            page.select_option("#kin", kin)
            page.fill("#born", born)
            before = page.inner_html("main")
            page.push(f"text={said('add')}")
            settled(page, before)
        page.push(f"text={said('nobody_else')}")
        page.push("text=subsidiary protection")
        page.wait_for_selector("#typed")
        page.fill("#typed", "the day before yesterday")
        page.push(f"text={said('next')}")
        page.wait_for_selector("[role=alert]")
        assert "the day before yesterday" == page.input_value("#typed")
        page.push("#languages >> text=Nederlands")
        page.wait_for_selector("html[lang=nl]")
        page.push(f"nav >> text={said('overview', 'nl')}")
        page.wait_for_selector("dl")
        assert "subsidiaire bescherming" in page.inner_text("main")
        (change,) = (b for b in page.query_selector_all("dl button") if "bescherming" in b.get_attribute("aria-label"))
        change.click()
        page.wait_for_selector("main[aria-busy=false]")
        page.wait_for_selector(".choices")
        assert "subsidiaire bescherming" in page.inner_text(".hint")
        page.push("text=vluchteling")
        page.push(f"nav >> text={said('overview', 'nl')}")
        page.wait_for_selector("dl")
        assert "subsidiaire" not in page.inner_text("main")
        page.push(f"text={said('go_on', 'nl')}")
        page.push(f"text={said('back', 'nl')}")
        page.push(f"nav >> text={said('overview', 'nl')}")
        page.wait_for_selector("dl")
        assert "subsidiaire" in page.inner_text("main")

    def test_another_name_in_the_overview(self, returning):
        """It can be told by keyboard alone, what is wrong with it is said, and every answer stays."""
        page = opened(returning(width=320), EXAMPLE)
        keyboard = Keyboard(page, "en")
        page.push(f"nav >> text={said('view_overview')}")
        answers = len(page.query_selector_all("dl > div"))
        keyboard.to(said("rename"))
        row = page.evaluate("document.activeElement.getAttribute('aria-label')")
        assert row == said("rename_of").format(label="wife")
        page.keyboard.press("Enter")
        assert "new-name" == page.evaluate("document.activeElement.id")
        page.keyboard.press("Control+a")
        page.keyboard.type("son")
        page.keyboard.press("Enter")
        page.wait_for_function("() => document.getElementById('said').textContent.includes('before')")
        page.keyboard.press("Control+a")
        page.keyboard.type("Zahra")
        page.keyboard.press("Enter")
        page.wait_for_function("() => document.getElementById('said').textContent.includes('Zahra')")
        assert answers == len(page.query_selector_all("dl > div"))
        assert "wife:" not in page.inner_text("main")
        page.push(f"nav >> text={said('view_answer')}")
        assert "Zahra" in page.get_attribute("iframe", "srcdoc")

    @pytest.mark.parametrize("lang", ["en", "nl"])
    def test_the_regular_route_after_the_last_question(self, returning, tmp_path, lang):
        """Who wants answers its questions too; "back" from the first of them is the end again."""
        file = tmp_path / "case.json"
        casefile.write(family("partner", relationship_attested=None), file)
        page = opened(returning(lang), file)
        page.push(f"nav >> text={said('view_asking', lang)}")
        while heading(page) != said("all_asked", lang):
            page.push(f".buttons >> text={said('unknown', lang)}")
        page.push(f"text={said('ask_more', lang)}")
        asked = heading(page)
        page.push(f".buttons >> text={said('back', lang)}")
        assert heading(page) == said("all_asked", lang)
        page.push(f"text={said('ask_more', lang)}")
        assert asked == heading(page)
        page.push(f".choices >> text={said('yes', lang)}")
        while heading(page) != said("all_asked", lang):
            page.push(f".buttons >> text={said('unknown', lang)}")
        assert not page.query_selector(f"text={said('ask_more', lang)}")


def opened(page, path):
    page.set_input_files("#file", path)
    page.wait_for_selector("iframe")
    return page


class TestFiles:
    def test_saved_reloaded_and_opened_again(self, site, visitor, tmp_path):
        """What is saved is the same family, the forms are those of the command, and leaving without saving warns."""
        page = opened(visitor(site), EXAMPLE)
        made = report.make(casefile.read(EXAMPLE))
        shown = page.get_attribute("iframe", "srcdoc")
        assert made.to_html() == shown
        page.push(f"nav >> text={said('view_saving')}")
        for form, content in (
            ("html", made.to_html()),
            ("markdown", made.to_markdown()),
            ("json", made.to_json()),
            ("ics", made.to_ics()),
        ):
            with page.expect_download() as saving:
                page.push(f"text={said(f'form_{form}')}")
            assert content.encode() == Path(saving.value.path()).read_bytes(), form
        page.push(f"nav >> text={said('view_asking')}")
        page.push(f"text={said('unknown')}")
        warned = []
        page.on("dialog", lambda dialog: (warned.append(dialog.type), dialog.accept()))
        page.push(f"nav >> text={said('view_saving')}")
        with page.expect_download() as saving:
            page.push(f"text={said('form_casefile')}")
        saved = tmp_path / saving.value.suggested_filename
        saving.value.save_as(saved)
        page.push(f"nav >> text={said('view_asking')}")
        page.push(f"main >> text={said('back')}")
        page.reload()
        assert ["beforeunload"] == warned
        page.wait_for_selector("body[data-ready]")
        opened(page, saved)
        assert report.make(casefile.read(saved)).to_html() == page.get_attribute("iframe", "srcdoc")

    def test_a_broken_file_and_a_dropped_one(self, returning, tmp_path):
        """What is wrong is told in words; a file can be dropped on the page."""
        page = returning("nl")
        broken = tmp_path / "broken.toml"
        broken.write_text(
            '[sponsor]\nprotektion = "refugee"\n[[members]]\nid = "a"\nrelation = "wife"\n', encoding="utf-8"
        )
        page.set_input_files("#file", broken)
        page.wait_for_selector("[role=alert]")
        told = page.inner_text("[role=alert]")
        assert "bedoelt u 'protection'" in told
        assert "members[0].relation" in told
        page.evaluate(
            """(text) => {
              const held = new DataTransfer();
              held.items.add(new File([text], "case.toml"));
              document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: held, bubbles: true, cancelable: true }));
            }""",
            EXAMPLE.read_text(encoding="utf-8"),
        )
        page.wait_for_selector("iframe")
        assert report.make(casefile.read(EXAMPLE), lang="nl").to_html() == page.get_attribute("iframe", "srcdoc")

    def test_handed_over_in_the_address(self, site, returning):
        """Another page can hand over a family; it does not stay in the address."""
        content = base64.urlsafe_b64encode(casefile.dumps(casefile.read(EXAMPLE), "json").encode()).decode().rstrip("=")
        page = returning()
        page.evaluate("(case_) => { location.hash = `case=${case_}`; }", content)
        page.wait_for_selector("iframe")
        assert report.make(casefile.read(EXAMPLE)).to_html() == page.get_attribute("iframe", "srcdoc")
        assert page.url == site


class TestAnswer:
    def test_laws_days_and_what_if(self, returning):
        page = opened(returning(), EXAMPLE)
        page.select_option("#law", "single-status")
        page.fill("#on", "1 december 2026")
        page.push(f"text={said('apply')}")
        made = report.make(casefile.read(EXAMPLE), new="single-status", on="2026-12-01").to_html()
        page.wait_for_function("(html) => document.querySelector('iframe')?.getAttribute('srcdoc') === html", arg=made)
        page.fill("#on", "once")
        page.push(f"text={said('apply')}")
        page.wait_for_function("() => document.getElementById('said').textContent.includes('once')")
        page.push(f"nav >> text={said('view_what_if')}")
        page.wait_for_selector("#fact")
        page.select_option("#fact", "sponsor.protection")
        page.push("#value >> text=refugee")
        page.wait_for_selector("#found table")
        assert "wife" in page.inner_text("#found")
        assert said("is_now") in page.inner_text("#found thead")

    def test_the_verdicts_are_those_of_the_command(self, returning):
        """For all example families and all published cases, whole reports as data, through the bridge in the browser."""
        page = returning()
        families = [casefile.read(path) for path in EXAMPLES]
        families += [casefile.structure(tomllib.loads(path.read_text(encoding="utf-8"))["case"]) for path in GOLD]
        assert len(families) > 70
        contents = [base64.b64encode(casefile.dumps(case, "json").encode()).decode() for case in families]
        calls = [
            call
            for content in contents
            for call in (
                ["open", {"lang": "en", "today": DAY, "name": "case.json", "content": content}],
                ["download", {"form": "json"}],
            )
        ]
        page.ask_all(calls)  # the browser works on them while the same is made here
        made = [report.make(case, today=report.making.date.fromisoformat(DAY)).to_data() for case in families]
        told = [json.loads(json.loads(given)["ok"]["text"]) for given in page.told()[1::2]]
        assert len(told) == len(made)
        for ours, theirs in zip(made, told, strict=True):
            assert ours["members"] == theirs["members"]


class TestAccess:
    def test_axe_finds_nothing(self, returning):
        """On every view, and on each kind of question."""
        axe = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
        page = returning()
        page.evaluate(axe)
        kinds, seen = set(), []

        def look(name):
            found = page.evaluate("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations")
            seen.append(name)
            assert [] == [(name, one["id"], one["nodes"][0]["html"]) for one in found]

        look("start")
        page.push(f"text={said('new')}")
        for name, kin, born in FAMILY:
            page.fill("#name", name)
            page.select_option("#kin", kin)
            page.fill("#born", "" if name in ("Ali", "Noor") else born)
            before = page.inner_html("main")
            page.push(f"text={said('add')}")
            settled(page, before)
        look("person")
        page.push(f"text={said('nobody_else')}")
        page.wait_for_function("() => !document.querySelector('#kin')")
        while heading(page) != said("all_asked"):
            before = page.inner_html("main")
            one = json.loads(page.ask("state"))["ok"]["question"]
            if one["kind"] not in kinds:
                kinds.add(one["kind"])
                look(one["kind"])
            if one["kind"] == "day" and "." in one["fact"] and one["fact"].endswith("applied_on"):
                page.fill("#typed", "1 July 2026")
                page.push(f"text={said('next')}")
            else:
                page.push(f".buttons >> text={said('unknown')}")
            settled(page, before)
        look("finished")
        for view in ("overview", "answer", "what_if", "saving"):
            page.push(f"nav >> text={said(f'view_{view}')}")
            page.wait_for_selector(f"nav [aria-current] >> text={said(f'view_{view}')}")
            look(view)
        assert {"choice", "day", "each", "same"} <= kinds

    def test_the_page_of_changes(self, site, visitor):
        """axe finds nothing on it, and a family of it opens in the page that asks."""
        page = visitor(f"{site}policy-en.html", ready=False)
        page.evaluate(files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
        found = page.evaluate("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations")
        assert [] == [(one["id"], one["nodes"][0]["html"]) for one in found]
        family = page.get_attribute("a[href*='#case=']", "href")
        page.goto(f"{site}{family}")
        page.wait_for_selector("iframe")
        assert page.url == f"{site}index.html"


class TestPrivacy:
    def test_nothing_is_sent_or_stored_unless_asked(self, site, visitor):
        """After loading no request leaves, and nothing of the family is in any store; what is kept can be deleted."""
        page = visitor(site)
        page.evaluate("async () => { await navigator.serviceWorker.ready; }")
        assert all(address.startswith((site, "blob:")) for address in page.requests)
        page.requests.clear()
        opened(page, EXAMPLE)
        for view in ("asking", "overview", "what_if", "saving", "answer"):
            page.push(f"nav >> text={said(f'view_{view}')}")
        stored = """async () => ({
          databases: (await indexedDB.databases()).map((one) => one.name),
          local: localStorage.length + sessionStorage.length,
          cookies: document.cookie,
          caches: (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map((one) => one.url)))).flat(),
        })"""
        found = page.evaluate(stored)
        assert ([], 0, "") == (found["databases"], found["local"], found["cookies"])
        assert all(address.startswith(site) for address in found["caches"])
        page.push(f"nav >> text={said('view_saving')}")
        page.wait_for_selector(".warning")
        assert said("keep_warning") in page.inner_text("main")
        page.push(f"text={said('keep_sure')}")
        page.wait_for_selector("#kept")
        assert ["reunify"] == page.evaluate(stored)["databases"]
        page.push(f"text={said('keep_sure')}")
        assert 1 == len(page.query_selector_all(".kept li"))
        page.push(f".kept >> text={said('open_kept')}")
        page.wait_for_selector("iframe")
        page.push(f"nav >> text={said('view_saving')}")
        page.push(f".kept >> text={said('delete')}")
        page.wait_for_function("() => !document.querySelector('.kept')")
        assert [] == page.evaluate(stored)["databases"]
        assert [] == [address for address in page.requests if not address.startswith("blob:")]
        page.context.set_offline(True)  # after the first visit it needs no network
        page.reload()
        page.wait_for_selector("body[data-ready]")
        opened(page, EXAMPLE)

    def test_one_file_opened_with_a_double_click(self, single, visitor):
        """It asks, answers and keeps all to itself: it may not even ask the network for anything."""
        page = opened(visitor(single), EXAMPLE)
        assert report.make(casefile.read(EXAMPLE)).to_html() == page.get_attribute("iframe", "srcdoc")
        assert [single] == [address for address in page.requests if not address.startswith(("blob:", "about:"))]
        assert "connect-src" not in page.get_attribute("meta[http-equiv]", "content")


def test_the_page_is_compiled(contents):
    """Of what the page loads it holds bytecode and no text, of this library and of Python's own."""
    assert contents.has_bytecode
    for name, module in (("library.zip", "reunify/page/bridge"), ("pyodide/python_stdlib.zip", "json/decoder")):
        held = unpacked(contents.files[name]).keys()
        assert f"{module}.pyc" in held
        assert f"{module}.py" not in held


def test_what_is_compiled_again_is_the_same(contents, fetched):
    """In another folder, at another moment: byte for byte, so that a page can be checked."""
    assert building.gathered(*fetched) == contents


class TestWhatGoesWrong:
    def test_a_failed_load_offers_to_try_again(self, site, visitor):
        page = visitor("about:blank", ready=False, strict=False)
        page.route("**/python_stdlib.zip", lambda route: route.abort())
        page.goto(site)
        page.wait_for_selector(f"text={said('load_failed')}")
        page.unroute("**/python_stdlib.zip")
        page.push(f"text={said('try_again')}")
        page.wait_for_selector("body[data-ready]")

    def test_an_old_browser_is_told_so(self, site, visitor):
        page = visitor(site, ready=False, script="delete WebAssembly.Tag;")
        page.wait_for_selector(f"text={said('too_old')}")

    def test_an_error_in_the_program(self, returning):
        """It says so, gives what can be copied, and no fact; the answers are still there."""
        page = opened(returning(), EXAMPLE)
        page.evaluate("""() => {
          const post = Worker.prototype.postMessage;
          Worker.prototype.postMessage = function (message) {
            Worker.prototype.postMessage = post;
            post.call(this, { ...message, argument: JSON.stringify({ fact: "wife.nothing", text: "1" }), name: "what_if" });
          };
        }""")
        page.push(f"nav >> text={said('view_what_if')}")
        page.wait_for_selector("pre.details")
        assert "KeyError" in page.inner_text("pre")
        assert "wife" not in page.inner_text("main")
        page.push(f"nav >> text={said('view_answer')}")
        page.wait_for_selector("iframe")
