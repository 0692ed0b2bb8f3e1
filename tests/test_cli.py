"""The command line: forms, languages, decision day, exit codes, and messages without a traceback."""

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import attrs
import jsonschema
import pytest
from deliberate_faults import about
from quickly import CASES, of_cases

from reunify import CURRENT, DIRECTIVE, PROPOSED, RULE_SETS, cli
from reunify.__main__ import main
from reunify.reform.kept import kept_file
from reunify.report import data
from reunify.rules import Laws

FAMILY = next(path for path in CASES if path.stem == "subsidiary-couple-with-foster-child")


VALID = jsonschema.Draft202012Validator(data.schema(), format_checker=jsonschema.FormatChecker())


@pytest.fixture
def run(capsys):
    """Run the command in this process; give its exit code, output and errors."""

    def run(*words):
        code = main([str(word) for word in words])
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.fixture
def helped(capsys):
    """Ask for help; give what is said."""

    def helped(*words):
        with pytest.raises(SystemExit, match=r"^0$"):
            main([*words])
        out, err = capsys.readouterr()
        assert err == ""
        return out

    return helped


@pytest.fixture
def write(tmp_path):
    """Write a case file; give its path."""

    def write(text, name="case.toml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


class TestForms:
    """Every form of every example comes out in both languages."""

    @pytest.mark.parametrize("path", of_cases())
    @pytest.mark.parametrize("lang", ["nl", "en"])
    @pytest.mark.parametrize("command", ["compare", "assess"])
    @pytest.mark.parametrize("form", list(cli.FORMS))
    def test_exit_code_0(self, run, path, lang, command, form):
        """The family is assessed, and nothing is said on standard error."""
        code, out, err = run(command, path, "--lang", lang, "--format", form)
        assert (0, "") == (code, err)
        assert out

    @pytest.mark.parametrize("path", of_cases())
    @pytest.mark.parametrize("command", ["compare", "assess"])
    def test_json_is_as_the_schema_says(self, run, path, command):
        """The JSON of every example is valid under the published schema."""
        _, out, _ = run(command, path, "--format", "json")
        VALID.validate(json.loads(out))

    def test_schema_is_published(self):
        """The schema in the documents is the one that the library gives."""
        published = Path(__file__).parents[1] / "docs" / "report.schema.json"
        VALID.check_schema(data.schema())
        assert data.schema() == json.loads(published.read_text(encoding="utf-8"))

    def test_members_in_order(self, run):
        """Members stand in the order of the file."""
        _, out, _ = run("compare", FAMILY, "--format", "json")
        assert ["wife", "son", "foster-daughter"] == [member["id"] for member in json.loads(out)["members"]]

    def test_full_shows_more(self, run):
        """With --full all conditions are shown, also those that are met."""
        _, short, _ = run("assess", FAMILY)
        _, full, _ = run("assess", FAMILY, "--full")
        assert "met: The tie is genuine and plausible" in full
        assert "met: The tie is genuine and plausible" not in short

    @pytest.mark.slow("writes every form of every law")
    def test_text_is_80_columns_without_colour(self, run):
        """The text can be read at 80 columns and without colour."""
        for path in CASES:
            _, out, _ = run("compare", path, "--full", "--lang", "nl")
            assert [line for line in out.splitlines() if len(line) > 80 and not line.lstrip().startswith("http")] == []
            assert "\x1b" not in out


class TestDecisionDay:
    """``--on`` beats the file's ``decided_on``, which beats today; the report says which."""

    @pytest.mark.parametrize(
        ("words", "day", "origin"),
        [(["--on", "2027-12-01"], "2027-12-01", "option"), ([], "2026-11-25", "file")],
    )
    def test_option_beats_file(self, run, words, day, origin):
        """The day of the option counts, else that of the file."""
        _, out, _ = run("compare", FAMILY, "--format", "json", *words)
        result = json.loads(out)
        assert (day, origin) == (result["decided_on"], result["on_from"])

    def test_today(self, run, write):
        """Without either it is today."""
        path = write('[sponsor]\nprotection = "refugee"\n[[members]]\nid = "a"\nrelation = "spouse"\n')
        _, out, _ = run("assess", path, "--format", "json")
        result = json.loads(out)
        today = str(date.today())  # noqa: DTZ011 -- a day, as the command takes it
        assert (result["decided_on"], result["on_from"]) == (today, "today")

    @pytest.mark.parametrize(("day", "law"), [("2026-06-11", "single-status"), ("2026-06-12", "two-status")])
    def test_law_in_force(self, run, day, law):
        """``assess`` takes the law in force on the decision day."""
        _, out, _ = run("assess", FAMILY, "--on", day, "--format", "json")
        result = json.loads(out)
        assert (law, [law]) == (result["applicable"], result["rule_sets"])

    @pytest.mark.parametrize("command", ["compare", "assess", "calendar", "screen", "ask", "new"])
    @pytest.mark.parametrize(("day", "said"), [("unknown", "--on: give a day"), ("2026-13-01", "is not a date")])
    def test_no_day(self, run, tmp_path, command, day, said):
        """What is no day is refused, also the word that says in a file that a day is not known."""
        code, out, err = run(command, tmp_path / "new.toml" if command == "new" else FAMILY, "--on", day)
        assert (2, "") == (code, out)
        assert said in err
        assert err.startswith("--on: ")

    def test_option_mends_a_file_whose_day_cannot_be(self, run, write):
        """A decision day in the file that cannot be is no fault where the option gives another."""
        path = write(
            'decided_on = 2020-01-01\n[sponsor]\npermit_notified_on = 2026-01-01\n[[members]]\nid = "a"\nrelation = "spouse"\n'
        )
        assert run("assess", path)[0] == 2
        assert run("assess", path, "--on", "2026-12-01")[0] == 0


class TestOutput:
    """Writing to a file."""

    def test_written_whole(self, run, tmp_path):
        """The file holds what would have been printed."""
        _, printed, _ = run("compare", FAMILY)
        assert (0, "", "") == run("compare", FAMILY, "-o", tmp_path / "out.txt")
        assert printed == (tmp_path / "out.txt").read_text(encoding="utf-8")

    def test_cannot_write(self, run, tmp_path):
        """A file that cannot be written gives exit code 1 and one line."""
        code, out, err = run("compare", FAMILY, "-o", tmp_path / "none" / "out.txt")
        assert (1, "") == (code, out)
        assert re.fullmatch(r".*out\.txt: could not be written: .*\n", err)

    def test_bad_input_leaves_the_old_file(self, run, write, tmp_path):
        """On bad input the old file stays whole, and nothing else is left behind."""
        old = tmp_path / "out.txt"
        old.write_text("old", encoding="utf-8")
        path = write("nonsense = true")
        assert run("compare", path, "-o", old)[0] == 2
        assert old.read_text(encoding="utf-8") == "old"
        assert {"out.txt", "case.toml"} == {file.name for file in tmp_path.iterdir()}

    def test_write_to_what_is_no_file(self, run):
        """A device is written to, not replaced."""
        assert run("compare", FAMILY, "-o", os.devnull)[0] == 0
        assert not Path(os.devnull).is_file()


class TestComplaints:
    """Bad input: exit code 2, every fault on its own line with its place, nothing assessed."""

    def test_all_faults_at_once(self, run, write):
        """Every fault has its own line, with file and path."""
        path = write(
            'decided_on = 2026-11-25\n[sponsor]\nprotection = "refuge"\n'
            '[[members]]\nid = "a"\nrelatoin = "spouse"\n[[members]]\nid = "b"\nrelation = "child"\nborn_on = 2031-01-01\n'
        )
        code, out, err = run("compare", path)
        assert (2, "") == (code, out)
        assert err.splitlines() == [
            f"{path}: sponsor.protection: 'refuge' is not a known value; did you mean 'refugee'?",
            f"{path}: members[0].relation: this must be given",
            f"{path}: members[0].relatoin: there is no fact 'relatoin' here; did you mean 'relation'?",
            f"{path}: members[1].born_on: 2031-01-01 lies after decided_on 2026-11-25",
        ] or sorted(err.splitlines()) == sorted(set(err.splitlines()))
        assert all(line.startswith(f"{path}: ") for line in err.splitlines())
        assert len(err.splitlines()) == 4

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["assess"], "dit ontbreekt: FILE"),
            (["asses", "x"], "bij COMMAND: 'asses' is niet bekend; kies uit "),
            (["assess", "x", "y"], "dit is niet bekend: y"),
            (["assess", "x", "--on"], "bij --on: hier hoort één waarde achter"),
            (["assess", "x", "--full=3"], "bij --full: hier hoort geen waarde achter: '3'"),
        ],
    )
    def test_a_wrong_command_in_dutch(self, run, words, said):
        """Nothing of what is said in Dutch is in English."""
        code, out, err = run(*words, "--lang", "nl")
        assert (2, "") == (code, out)
        assert err.startswith(f"reunify: de opdracht klopt niet ({said}")

    def test_in_dutch(self, run, write):
        """The faults are told in the language asked for."""
        path = write(
            'decided_on = 2026-11-25\n[[members]]\nid = "b"\nrelation = "child"\nborn_on = 2031-01-01\n[sponsor]\n'
        )
        _, _, err = run("compare", path, "--lang", "nl")
        assert f"{path}: members[0].born_on: 2031-01-01 ligt na decided_on 2026-11-25\n" == err

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["compare", FAMILY, "--lang", "fr"], "--lang: 'fr' is not known; it can be 'nl', 'en'"),
            (
                ["compare", FAMILY, "--format", "markdwon"],
                "--format: 'markdwon' is not known; did you mean 'markdown'?",
            ),
            (["compare", FAMILY, "--old", "single"], "--old: 'single' is not known; did you mean 'single-status'?"),
            (["assess", FAMILY, "--rules", "two"], "--rules: 'two' is not known; "),
            (["assess", FAMILY, "--on", "2026-13-01"], "--on: '2026-13-01' is not a date: there is no such day"),
            (["assess", FAMILY, "--no"], "reunify: unrecognized arguments: --no; see: reunify --help"),
            (["asess", FAMILY], "reunify: argument COMMAND: invalid choice: 'asess'"),
            ([], "reunify: the following arguments are required: COMMAND; see: reunify --help"),
            (["assess", "none.toml"], "none.toml: there is no such file"),
        ],
    )
    def test_one_line(self, run, words, said):
        """A word that is wrong gets one line that says what to do."""
        code, out, err = run(*words)
        assert (2, "") == (code, out)
        assert said in err
        assert len(err.splitlines()) == 1

    @pytest.mark.parametrize(("lang", "word"), [("en", "decision day"), ("nl", "dag van het besluit")])
    def test_help(self, helped, lang, word):
        """Help is there in both languages."""
        assert word in helped("assess", "--lang", lang, "--help")

    @pytest.mark.parametrize("lang", ["en", "nl"])
    def test_help_names_the_columns_that_must_be_there(self, helped, lang):
        """Whoever makes a table for ``screen`` finds in its help which columns it needs."""
        assert "family, id, relation" in " ".join(helped("screen", "--lang", lang, "--help").split())

    def test_laws_of_ones_own(self, capsys):
        """The command works on the laws that it is given, also on a draft."""
        draft = attrs.evolve(PROPOSED.amend(id="draft", title="draft", drop=["housing"]), since=date(2026, 8, 1))
        laws = Laws(regimes=[CURRENT, draft])
        assert cli.run(["assess", str(FAMILY), "--format", "json"], laws) == 0
        assert ["draft"] == json.loads(capsys.readouterr().out)["rule_sets"]
        assert cli.run(["assess", str(FAMILY), "--rules", "two-status"], laws) == 2
        assert "--rules: 'two-status' is not known" in capsys.readouterr().err
        assert cli.run(["screen", str(FAMILY)], laws) == 0
        assert ",draft.verdict," in capsys.readouterr().out

    @pytest.mark.parametrize("rule_set", list(RULE_SETS))
    def test_every_rule_set_can_be_named(self, run, rule_set):
        """Any rule set can be assessed or compared with any other."""
        assert run("assess", FAMILY, "--rules", rule_set)[0] == 0
        assert run("compare", FAMILY, "--old", "two-status", "--new", rule_set)[0] == 0


def command(*words, **options):
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "reunify", *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        **options,
    )


FROZEN = "# reunify snapshot 1\n# rule set: "
SPOUSES = about(kept_file(DIRECTIVE).read_text(encoding="utf-8"), "spouse")


class TestLaws:
    """The commands about laws rather than families."""

    @pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
    def test_explain(self, run, form):
        """A rule set prints as a document, whole or one ground of it."""
        code, out, err = run("explain", "two-status", "spouse", "--lang", "nl", "--format", form)
        assert (code, err) == (0, "")
        assert "29c" in out

    def test_snapshot(self, run, write):
        """A snapshot is checked, and says that nothing changed."""
        code, out, _ = run("snapshot", "--check", write(SPOUSES, "snapshot.txt"))
        assert code == 0
        assert out.startswith("directive: all ")

    def test_snapshot_that_differs(self, run, write):
        """A snapshot from which the law differs gives exit code 1 and says what changed."""
        other = SPOUSES.replace("= eligible spouse", "= excluded spouse", 1)
        code, out, _ = run("snapshot", "--check", write(other, "snapshot.txt"))
        assert code == 1
        assert "families have another result than in the snapshot" in out

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["explain", "two-statu"], "RULESET: 'two-statu' is not known; did you mean 'two-status'?"),
            (["explain", "two-status", "spouze"], "GROUND: 'spouze' is not known; did you mean 'spouse'?"),
            (["diff", "two-status", "x"], "RULESET: 'x' is not known; "),
            (
                ["snapshot"],
                "name the law to freeze (single-status, two-status, directive, regular), or give --check and a file",
            ),
            (["snapshot", "--check", "none.txt"], "none.txt: there is no such file"),
            (["snapshot", "--check", FAMILY], "a snapshot begins with"),
        ],
    )
    def test_bad_names(self, run, words, said):
        """A name that is not known, or a file that is no snapshot, gets one line."""
        code, _, err = run(*words)
        assert code == 2
        assert said in err

    @pytest.mark.parametrize(
        ("text", "en", "nl"),
        [
            ("x", "line 1: a snapshot begins with", "regel 1: een opname begint met"),
            (f"{FROZEN}draft\n", "'draft', which is not one of", "'draft', en dat is geen van"),
            (f"{FROZEN}directive\n[a]\nborn=1\n", "line 4: there is no fact 'born'", "regel 4: er is geen feit"),
            (f"{FROZEN}directive\n[a]\nborn_on={'1' * 9999}\n", "is not a date", "is geen datum"),
            (f"{FROZEN}directive\n[a]\n{'x' * 9999}\n", "there is no fact", "er is geen feit"),
            (f"{FROZEN}directive\n[a x]\n", "'x' is no status of a sponsor", "'x' is geen status"),
            (f"{FROZEN}directive\n[a refugee]\n(all met)\n", "make no family", "maken geen gezin"),
            (f"{FROZEN}directive\n[a refugee]\nmother.married=yes\n", "make no family", "maken geen gezin"),
            (f"{FROZEN}directive\n# families: {'9' * 9999}\n", "the snapshot is not whole", "de opname is niet heel"),
            (b"# reunify\n\xff", "line 2 is not UTF-8", "regel 2 is geen UTF-8"),
        ],
    )
    def test_what_is_no_snapshot(self, run, tmp_path, text, en, nl):
        """What is wrong with a snapshot is told in the language asked for, in one line that is not too long."""
        path = tmp_path / "snapshot.txt"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        for lang, said in (("en", en), ("nl", nl)):
            code, out, err = run("snapshot", "--check", path, "--lang", lang)
            assert (2, "") == (code, out)
            assert err.startswith(f"{path}: ")
            assert said in err
            assert len(err.splitlines()) == 1
            assert len(err) < len(str(path)) + 300

    def test_a_snapshot_against_another_law(self, run, write):
        """The law that is named counts, and not the one that the file is of."""
        path = write(SPOUSES, "snapshot.txt")
        assert run("snapshot", "--check", path)[0] == 0
        code, out, _ = run("snapshot", "two-status", "--check", path)
        assert code == 1
        assert out.startswith("two-status: ")

    def test_screen(self, run, tmp_path):
        """Many families give a row a person; faults are told and the others go on."""
        code, out, err = run("screen", FAMILY.parent, tmp_path / "none.toml")
        assert code == 2
        assert "none.toml: there is no such file" in err
        assert len(out.splitlines()) > 10


class TestProcess:
    """What only a process of its own shows."""

    def test_extra_missing(self, tmp_path):
        """Without the extra, one line in each language says which install is needed; exit code 1."""
        (tmp_path / "cattrs.py").write_text("raise ModuleNotFoundError('no', name='cattrs')", encoding="utf-8")
        path = os.pathsep.join([str(tmp_path), str(Path(__file__).parents[1])])
        done = command("compare", FAMILY, env={**os.environ, "PYTHONPATH": path})
        assert (1, "") == (done.returncode, done.stdout)
        assert 'pip install "reunify[cli]"' in done.stderr
        assert "Traceback" not in done.stderr

    @pytest.mark.parametrize(
        ("words", "not_loaded"),
        [
            (["--help"], {"reunify.facts", "reunify.rules.laws", "reunify.casefile"}),
            (["compare", "none.toml"], {"reunify.rules.laws", "reunify.report.making", "rich", "jinja2"}),
            (["compare", FAMILY], {"reunify.interview", "reunify.screen", "reunify.rules.elsewhere", "jinja2"}),
        ],
    )
    def test_loads_what_it_needs(self, words, not_loaded):
        """A command loads no room that it does not go into."""
        code = "import sys; from reunify.__main__ import main\ntry: main(sys.argv[1:])\nfinally: print(*sys.modules, file=sys.stderr)"
        done = subprocess.run(
            [sys.executable, "-c", code, *map(str, words)], check=False, capture_output=True, text=True
        )
        assert "reunify.cli.parser" in done.stderr.split()
        assert not_loaded.isdisjoint(done.stderr.split())

    def test_library_needs_no_extra(self):
        """Importing the library imports neither the extras nor hypothesis."""
        code = "import sys, reunify; print({'cattrs', 'rich', 'jinja2', 'hypothesis', 'icalendar'} & set(sys.modules))"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout == "set()\n"

    @pytest.mark.slow("starts three processes")
    def test_same_bytes_whatever_the_hash_seed(self):
        """Equal input gives equal output over hash seeds, time zones and locales."""
        outs = {
            command(
                "compare",
                FAMILY,
                "--format",
                "json",
                env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
            ).stdout
            for seed, zone in (("0", "UTC"), ("1", "Pacific/Kiritimati"), ("2", "America/Adak"))
        }
        assert len(outs) == 1

    def test_broken_pipe(self):
        """A reader that goes away causes no traceback."""
        script = f"{sys.executable} -m reunify compare {FAMILY} --full | head -c 10"
        done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
        assert done.stderr == ""


class TestWhatIsRead:
    """No command writes over a file that it reads."""

    @pytest.mark.parametrize(
        "words",
        [
            ("compare", "FILE", "-o", "FILE"),
            ("assess", "FILE", "-o", "FILE"),
            ("calendar", "FILE", "-o", "FILE"),
            ("screen", "FILE", "-o", "FILE"),
            ("screen", "FILE", "-o", "other", "--faults", "FILE"),
            ("snapshot", "--check", "FILE", "-o", "FILE"),
            ("screen", ".", "-o", "FILE"),
        ],
    )
    def test_is_kept(self, run, write, words):
        """The file is named, and is as it was."""
        path = write(CASES[0].read_text(encoding="utf-8"))
        before = path.read_bytes()
        same = path.parent / "." / path.name
        given = {"FILE": path, ".": path.parent}
        code, out, err = run(
            *(same if i > 1 and word == "FILE" else given.get(word, word) for i, word in enumerate(words))
        )
        assert (2, "") == (code, out)
        assert "this file is read; give another name for what is written" in err
        assert before == path.read_bytes()

    def test_the_name_of_a_law_is_no_file(self, run, tmp_path, monkeypatch):
        """A file can be called as a law is."""
        monkeypatch.chdir(tmp_path)
        assert run("compare", FAMILY, "-o", "two-status")[0] == 0

    def test_a_new_file_in_the_folder(self, run, tmp_path):
        """What is not there yet is not read."""
        (tmp_path / "case.toml").write_bytes(FAMILY.read_bytes())
        assert run("screen", tmp_path, "-o", tmp_path / "out.csv")[0] == 0
