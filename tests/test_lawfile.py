"""A law of one's own, named with ``--law``: how it is found, used, and what is said of one that cannot be read."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from adding import as_it_was

from reunify import PROPOSED, RULE_SETS, lawfile
from reunify.__main__ import main

FAMILY = Path(__file__).parents[1] / "examples" / "cases" / "subsidiary-couple-with-foster-child.toml"
DRAFT = """
from reunify import PROPOSED

LAW = PROPOSED.amend(id="no-housing", title="without housing", drop=["housing"])
"""
OWN_FACT = """
from reunify import PROPOSED
from reunify.facts import FactKind, add_sponsor_fact
from reunify.logic import yes
from reunify.sources import VW

name = add_sponsor_fact("has_garden", FactKind.YES_NO, "has a garden", "heeft een tuin", "A garden?", "Een tuin?")
garden = yes(name, VW["29d.2.c"], id="garden", en="the sponsor has a garden", nl="de hoofdpersoon heeft een tuin")
LAW = PROPOSED.amend(id="garden-law", title="with a garden", add=[garden])
"""

IN_A_CIRCLE = """from reunify import PROPOSED
parent = next(node for node in PROPOSED.nodes if node.refers_to == "with_parent")
LAW = PROPOSED.amend(id="round", title="round", add=[parent.named("p", parent.sources, en="p", nl="p")])
"""
GODPARENTS = """
from reunify import DIRECTIVE
from reunify.facts import FactKind, add_member_fact, add_relation
from reunify.logic import yes
from reunify.ruleset import Ground
from reunify.sources import VW
from reunify.text import Text

godparent = add_relation("godparent", en="godparent", nl="peetouder")
raised = add_member_fact("raised_sponsor", FactKind.YES_NO, "raised", "groot", "Did {name}?", "Bracht {name}?")
ground = Ground(
    id="godparent",
    title=Text(en="godparent", nl="peetouder"),
    source=VW["29c.1"],
    relations={godparent},
    conditions=[yes(raised, VW["29c.1"], id="raised", en="raised the sponsor", nl="bracht de hoofdpersoon groot")],
)
LAW = DIRECTIVE.amend(id="godparents", title="godparents", add=[ground])
"""


@pytest.fixture(autouse=True)
def _as_it_was(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path, modules = list(sys.path), set(sys.modules)
    with as_it_was():
        yield
    assert path == sys.path
    for name in set(sys.modules) - modules:
        if getattr(sys.modules[name], "__file__", None) and Path(sys.modules[name].__file__).is_relative_to(tmp_path):
            del sys.modules[name]


@pytest.fixture
def write(tmp_path):
    """Write a law file; give its name."""

    def write(text, name="my_law.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
        return name

    return write


@pytest.fixture
def run(capsys):
    """Run the command; give its exit code, output and errors."""

    def run(*words):
        code = main([str(word) for word in words])
        out, err = capsys.readouterr()
        return code, out, err

    return run


class TestRead:
    """A law is read from a file or a module."""

    @pytest.mark.parametrize("place", ["my_law.py", "my_law.py:LAW", "my_law", "my_law:LAW", "./my_law.py"])
    def test_places(self, write, place):
        """By the name of the file, or that of the module, with or without the name of the law."""
        write(DRAFT)
        law = lawfile.read(place)
        assert ("no-housing", "without housing") == (law.id, law.title.en)

    def test_in_a_package(self, write):
        """A module of a package in the present folder is found."""
        write("", "own_laws/__init__.py")
        write(DRAFT, "own_laws/drafts.py")
        assert "no-housing" == lawfile.read("own_laws.drafts:LAW").id

    def test_what_stands_beside_it(self, write):
        """A file can import what stands in its folder, wherever one is."""
        write(DRAFT, "there/base.py")
        write("from base import LAW as BASE\nLAW = BASE", "there/law.py")
        assert "no-housing" == lawfile.read("there/law.py").id
        assert "there" not in sys.path

    def test_one_law_by_two_names(self, write):
        """One law under two names is one; those of the library that it imports do not count."""
        write(DRAFT + "from reunify import CURRENT, RULE_SETS\nAGAIN = LAW\n")
        assert "no-housing" == lawfile.read("my_law.py").id

    def test_script(self, write):
        """What stands under the guard of a script is not run."""
        write(DRAFT + "if __name__ == '__main__':\n    raise SystemExit('run')\n")
        assert "no-housing" == lawfile.read("my_law.py").id

    def test_classes(self, write):
        """A file can have classes of its own; dataclasses look for their module."""
        write(
            "from __future__ import annotations\nimport dataclasses\n\n@dataclasses.dataclass\nclass A:\n    b: int\n"
            + DRAFT
        )
        assert "no-housing" == lawfile.read("my_law.py").id

    def test_twice(self, write):
        """A file with a fact of its own can be read twice."""
        write(OWN_FACT)
        assert lawfile.read("my_law.py").conditions.keys() == lawfile.read("my_law.py").conditions.keys()


class TestRefused:
    """What cannot be read is said in one line, with its place, in two languages, and without a traceback."""

    @pytest.mark.parametrize(
        ("text", "en", "nl"),
        [
            ("x = (", "line 1: this is not Python ('(' was never closed): 'x = ('", "regel 1: dit is geen Python"),
            (
                "\nfrom reunify import PROPSED",
                "line 2: ImportError: cannot import name 'PROPSED' from 'reunify'",
                "regel 2: dit gaat mis: ImportError",
            ),
            (
                "from reunify import PROPOSED\nLAW = PROPOSD",
                "line 2: NameError: name 'PROPOSD' is not defined; did you mean 'PROPOSED'?",
                "; bedoelt u 'PROPOSED'?",
            ),
            (
                DRAFT.replace('"housing"', '"huosing"'),
                "line 4: two-status has no 'huosing'; did you mean 'housing'?",
                "regel 4: dit gaat mis: two-status has no",
            ),
            ("LAW = 3", "there is no law in it: a RuleSet", "er staat geen recht in"),
            (
                DRAFT + "OTHER = PROPOSED.amend(id='b', title='b', drop=['means'])",
                "there are several laws in it (LAW, OTHER); name one: my_law.py:LAW",
                "er staan meer rechten in (LAW, OTHER); noem er een: my_law.py:LAW",
            ),
            (
                DRAFT.replace("no-housing", "directive"),
                "its id 'directive' is that of a law of this library",
                "de id 'directive' is die van een recht van deze bibliotheek",
            ),
            (DRAFT.replace("no-housing", "two-status"), "line 4: there is a law 'two-status' already", "regel 4"),
            (
                IN_A_CIRCLE,
                "line 3: round: whether a person may come (parent) would follow from itself, by way of 'with_parent'",
                "regel 3: dit gaat mis: round: of iemand mag komen (ouder) zou uit zichzelf volgen",
            ),
            ("import sys\nsys.exit(3)", "line 2: SystemExit: 3", "regel 2"),
            ("import nothing_of_this_name", "line 1: ModuleNotFoundError: No module named", "regel 1"),
            ("1 / 0  # \x1b[2J", "line 1: ZeroDivisionError", "regel 1"),
            (
                OWN_FACT.replace("has_garden", "means"),
                "line 7: there is a fact 'means' already",
                "regel 7",
            ),
        ],
    )
    def test_files(self, write, run, text, en, nl):
        """What is wrong in the file, in the line where it is."""
        write(text)
        for lang, said in (("en", en), ("nl", nl)):
            code, out, err = run("assess", FAMILY, "--law", "my_law.py", "--lang", lang)
            assert (2, "") == (code, out)
            assert err.startswith("--law: my_law.py: ")
            assert said in err
            assert 1 == err.count("\n")

    @pytest.mark.parametrize(
        ("place", "said"),
        [
            ("no_law.py", "no_law.py: there is no such file"),
            ("folder.py", "folder.py: this is a folder, not a file"),
            ("no_module", "no_module: there is no module 'no_module'; a file is named with .py at the end"),
            ("my_law.drafts:LAW", "there is no module 'my_law.drafts'"),
            ("a b", "there is no module 'a b'"),
            (":", "there is no module"),
            (".", "there is no module '.'"),
            ("my_law.py:LAWS", "my_law.py:LAWS: there is no 'LAWS' in it; did you mean 'LAW'?"),
            ("my_law:OTHER", "'OTHER' is no law; it is of the type int"),
            ("broken:LAW", "line 1: this is not Python"),
            ("failing:LAW", "line 2: ZeroDivisionError"),
        ],
    )
    def test_places(self, write, run, tmp_path, place, said):
        """What is wrong with the place."""
        write(DRAFT + "OTHER = 3")
        write("x = (", "broken.py")
        write("\n1 / 0", "failing.py")
        (tmp_path / "folder.py").mkdir()
        code, _, err = run("assess", FAMILY, "--law", place)
        assert 2 == code
        assert said in err
        assert "Traceback" not in err

    def test_not_utf_8(self, run, tmp_path):
        """A file in another encoding, by its line."""
        (tmp_path / "my_law.py").write_bytes(b"# \n# caf\xe9")
        assert "my_law.py: line 2 is not UTF-8 text" in run("assess", FAMILY, "--law", "my_law.py")[2]

    def test_two_of_one_id(self, write, run):
        """Two laws of one id."""
        write(DRAFT)
        code, _, err = run("compare", FAMILY, "--law", "my_law.py", "--law", "my_law:LAW")
        assert (2, "--law: there is a law 'no-housing' already\n") == (code, err)

    def test_written_over(self, write, run):
        """The file of the law is not written over."""
        write(DRAFT)
        assert "this file is read" in run("assess", FAMILY, "--law", "my_law.py", "-o", "my_law.py")[2]


class TestCommands:
    """Each command takes the law where it would take another, and finds it by its id."""

    def outcomes(self, run, *words):
        """Give the rule sets and verdicts of the first member."""
        code, out, err = run(*words, "--format", "json")
        assert (0, "") == (code, err)
        told = json.loads(out)
        return told["rule_sets"], told["members"][0]["outcomes"]

    def test_assess(self, write, run):
        """``assess`` takes it instead of the law in force; ``--rules`` names another."""
        law = ("--law", write(DRAFT))
        assert ["no-housing"] == self.outcomes(run, "assess", FAMILY, *law)[0]
        assert ["no-housing"] == self.outcomes(run, "assess", FAMILY, *law, "--rules", "no-housing")[0]
        assert ["directive"] == self.outcomes(run, "assess", FAMILY, *law, "--rules", "directive")[0]

    def test_compare(self, write, run):
        """``compare`` holds it against the newest law, or the one that ``--old`` names, or another law of one's own."""
        law = ("--law", write(DRAFT))
        assert ["two-status", "no-housing"] == self.outcomes(run, "compare", FAMILY, *law)[0]
        assert ["single-status", "no-housing"] == self.outcomes(run, "compare", FAMILY, *law, "--old", "single-status")[
            0
        ]
        other = ("--law", write(OWN_FACT, "garden.py"))
        assert ["no-housing", "garden-law"] == self.outcomes(run, "compare", FAMILY, *law, *other)[0]
        assert ["single-status", "two-status"] == self.outcomes(run, "compare", FAMILY)[0]

    def test_screen(self, write, run):
        """``screen`` has its columns beside those of the newest law."""
        code, out, _ = run("screen", FAMILY, "--law", write(DRAFT))
        assert 0 == code
        assert "two-status.verdict" in out
        assert "no-housing.verdict" in out
        assert "in one process" in run("screen", FAMILY, "--law", "my_law.py", "--jobs", "2")[2]

    @pytest.mark.slow("writes whole laws")
    def test_explain_and_sources(self, write, run):
        """``explain`` and ``sources`` show it."""
        law = ("--law", write(OWN_FACT))
        code, out, _ = run("explain", *law)
        assert 0 == code
        assert "the sponsor has a garden" in out
        assert "the sponsor has a garden" in run("sources", *law)[1]
        assert "garden-law" in run("explain", "garden-law", "spouse", *law)[1]

    @pytest.mark.slow("searches the boundary families of two laws")
    def test_diff_and_snapshot(self, write, run):
        """``diff`` holds it against the newest law or another; ``snapshot`` freezes it."""
        write(
            'from reunify import DIRECTIVE\nLAW = DIRECTIVE.amend(id="own", title="own", drop=["minor-child.unmarried"])'
        )
        law = ("--law", "my_law.py")
        code, out, _ = run("diff", "directive", *law, "--format", "json")
        assert (0, "directive", "own") == (code, json.loads(out)["old"], json.loads(out)["new"])
        code, out, _ = run("snapshot", *law, "-o", "own.txt")
        assert 0 == code
        assert 0 == run("snapshot", "--check", "own.txt", *law)[0]

    @pytest.mark.slow("searches boundary families in a process of its own")
    def test_diff_for_a_new_relation(self, write):
        """Who gains by a ground for a relation of its own is found, in a process of its own."""
        write(GODPARENTS)
        run = [sys.executable, "-m", "reunify", "diff", "directive", "--law", "my_law.py", "--format", "json"]
        env = os.environ | {"PYTHONPATH": str(Path(lawfile.__file__).parents[1])}
        done = subprocess.run(run, capture_output=True, text=True, check=False, env=env)
        assert ("", 0) == (done.stderr, done.returncode)
        told = json.loads(done.stdout)
        assert {("godparent", "excluded", "eligible", "raised_sponsor = yes")} == {
            (one["person"], one["old"], one["new"], "; ".join(map(" = ".join, one["changed_facts"].items())))
            for one in told["differences"]
        }
        assert "godparent" in {row["id"] for row in told["rows"]}

    @pytest.mark.parametrize("words", [("diff",), ("diff", "two-status"), ("explain",)])
    def test_no_law(self, run, words):
        """Where no law is named at all, the command says how."""
        code, _, err = run(*words)
        assert (2, True) == (
            code,
            "RULESET: name a law (single-status, two-status, directive, regular), or give --law" in err,
        )

    def test_ask(self, write, run, monkeypatch, tmp_path):
        """The interview asks for a fact that only the law of one's own wants, and keeps the answer."""
        write(OWN_FACT)
        file = tmp_path / "case.toml"
        file.write_bytes(FAMILY.read_bytes())
        asked = []

        def answer(prompt):
            asked.append(prompt)
            return "?" if len(asked) < 60 else "stop"

        monkeypatch.setattr("builtins.input", answer)
        code, out, _ = run("ask", file, "--law", "my_law.py")
        assert 0 == code
        assert "A garden?" in out

    def test_calendar(self, write, run):
        """The days of a family under it."""
        pytest.importorskip("icalendar")
        assert 0 == run("calendar", FAMILY, "--law", write(DRAFT))[0]


def test_laws_of_the_library_stay():
    """Reading a law changes none of those that are there."""
    assert ["single-status", "two-status", "directive", "regular"] == list(RULE_SETS)
    own = PROPOSED.amend(id="own", title="own", drop=["housing"])
    assert "own" in RULE_SETS.with_own([own])
    assert "own" not in RULE_SETS
