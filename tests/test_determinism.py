"""Equal input gives equal bytes: over hash seeds, languages and zones of the machine, and ends of lines.

The same over versions of Python is what ``.ci/pythons`` looks at.
"""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from outputs import CASE, commands
from parsed import nodes_of

ROOT = Path(__file__).parents[1]
NAMES = [name for name, _ in commands()] + ["faults.txt"]
LOCALES = ("nl_NL.UTF-8", "tr_TR.UTF-8")
# The Turkish letters, the decimal comma, another day on the same moment, a machine that knows no more than ASCII.
MACHINES = {
    "Dutch": {"PYTHONHASHSEED": "1", "LC_ALL": "nl_NL.UTF-8", "TZ": "Europe/Amsterdam"},
    "Turkish": {"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Istanbul"},
    "plain C": {"PYTHONHASHSEED": "3", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TZ": "UTC"},
    "far east": {"PYTHONHASHSEED": "4294967295", "LC_ALL": "C.UTF-8", "TZ": "Pacific/Kiritimati"},
    "far west": {"PYTHONHASHSEED": "random", "LC_ALL": "POSIX", "TZ": "America/Adak", "COLUMNS": "200", "LINES": "5"},
    "asks for colours": {"PYTHONHASHSEED": "5", "FORCE_COLOR": "1", "TERM": "xterm-256color", "COLORTERM": "truecolor"},
}
SETTINGS = ("LC_", "LANG", "PYTHONHASHSEED", "PYTHONUTF8", "TZ", "COLUMNS", "LINES", "COLOR", "TERM")


def machine(**settings):
    """Give the environment of this process without its own settings of the kind that is looked at."""
    return {name: value for name, value in os.environ.items() if not name.startswith(SETTINGS)} | settings


def made(folder, *options, **settings):
    """Give each output by its name, as a process of its own with these settings writes it."""
    command = [sys.executable, ROOT / "tests" / "outputs.py", folder, *options]
    subprocess.run(command, env=machine(**settings), check=True, capture_output=True)
    return {path.name: path.read_bytes() for path in (folder / "out").iterdir()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("usual") / "a"


@pytest.fixture(scope="module")
def usual(folder):
    return made(folder, PYTHONHASHSEED="0", LC_ALL="C.UTF-8", TZ="UTC")


@pytest.fixture(scope="module")
def locales(tmp_path_factory):
    """Give a folder with the locales of `LOCALES`, made from the descriptions that the system has."""
    folder = tmp_path_factory.mktemp("locales")
    if shutil.which("localedef") is None:
        pytest.skip("there is no localedef")
    for name in LOCALES:
        language, _, letters = name.partition(".")
        subprocess.run(["localedef", "-i", language, "-f", letters, folder / name], check=False, capture_output=True)
        if not (folder / name).exists():
            pytest.skip(f"there is no description of {name}")
    return str(folder)


def differing(one, other):
    return [name for name in NAMES if one.get(name) != other.get(name)]


@pytest.mark.slow("makes every output in ten processes")
class TestEqualBytes:
    def test_every_output_is_there(self, usual):
        assert sorted(usual) == sorted(NAMES)
        assert all(usual.values())

    @pytest.mark.parametrize("name", MACHINES)
    def test_on_every_machine(self, name, usual, tmp_path, request):
        settings = MACHINES[name]
        if settings.get("LC_ALL") in LOCALES:
            settings = settings | {"LOCPATH": request.getfixturevalue("locales")}
        assert differing(usual, made(tmp_path / "a", **settings)) == []

    def test_input_with_the_line_ends_of_windows(self, usual, tmp_path):
        assert differing(usual, made(tmp_path / "a", "--crlf")) == []

    @pytest.mark.parametrize("name", ["compare-nl.text", "full-en.json", "screen-folder.csv", "calendar.ics"])
    def test_standard_output_is_what_the_file_holds(self, name, usual, folder):
        command = [sys.executable, "-m", "reunify", *dict(commands())[name]]
        settings = machine(**MACHINES["plain C"], PYTHONPATH=str(ROOT))
        done = subprocess.run(command, cwd=folder / "in", env=settings, capture_output=True, check=True)
        assert done.stdout == usual[name]


class TestLineEnds:
    @pytest.mark.slow("makes every output in a process of its own")
    def test_are_the_same_everywhere(self, usual):
        """Only a calendar has those that its standard prescribes."""
        assert [name for name, data in usual.items() if b"\r" in data] == ["calendar.ics"]
        assert usual["calendar.ics"].count(b"\n") == usual["calendar.ics"].count(b"\r\n")
        assert all(data.endswith(b"\n") and not data.endswith(b"\n\n") for data in usual.values())

    def test_are_named_wherever_text_is_written(self):
        """And the letters wherever text is written or read: neither is left to the machine."""
        files = [*(ROOT / "reunify").rglob("*.py"), ROOT / "docs" / "make_pages.py"]
        assert [f"{file.name}:{call.lineno}" for file in files for call in calls(file) if not explicit(call)] == []


def calls(file):
    return (node for node in nodes_of(file) if isinstance(node, ast.Call))


def around(node, file):
    """Give the name of the innermost function around a node; empty where there is none."""
    functions = (one for one in nodes_of(file) if isinstance(one, ast.FunctionDef))
    return next((one.name for one in reversed([*functions]) if node in ast.walk(one)), "")


def explicit(call):
    """Say whether a call that opens a text says which letters and, if it writes, which line ends."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    said = {keyword.arg for keyword in call.keywords}
    # What opens is `open` with or without a mode; os.open gives a number, and tarfile.open an archive.
    if name == "open" and ast.unparse(call.func) not in {"os.open", "tarfile.open"}:
        mode = next((arg.value for arg in call.args if isinstance(arg, ast.Constant)), "r")
        return "b" in mode or ("encoding" in said and ("newline" in said or mode == "r"))
    if name == "write_text":
        return {"encoding", "newline"} <= said
    return name != "read_text" or "encoding" in said


class TestClock:
    """The clock is read in one place: where the command line has no other decision day."""

    CLOCKS = frozenset(
        [
            "today",
            "now",
            "utcnow",
            "fromtimestamp",
            "utcfromtimestamp",
            "time_ns",
            "monotonic",
            "perf_counter",
            "process_time",
            "localtime",
            "gmtime",
            "clock_gettime",
            "strftime",
            "ctime",
            "st_mtime",
            "st_ctime",
            "st_atime",
            "getmtime",
            "uuid1",
            "times",
        ]
    )
    MODULES = frozenset(("time", "timeit", "random", "secrets", "sched", "locale"))

    def places(self, file):
        """Give each place where a module reads a clock, by the function around it."""
        for node in nodes_of(file):
            if isinstance(node, ast.Attribute) and node.attr in self.CLOCKS:
                yield file.name, around(node, file), ast.unparse(node)
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            modules += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            yield from ((file.name, "import", module) for module in modules if module.split(".")[0] in self.MODULES)

    def test_is_read_in_one_place(self):
        found = [place for file in sorted((ROOT / "reunify").rglob("*.py")) for place in self.places(file)]
        timed = [("prove.py", "import", "time"), *[("prove.py", "prove", "time.perf_counter")] * 2]
        assert sorted(found) == sorted([("reading.py", "today", "date.today"), *timed])  # how long a proof took

    @pytest.mark.parametrize("line", ["datetime.now()", "import time", "from random import choice", "date.today()"])
    def test_would_be_found(self, line, tmp_path):
        file = tmp_path / "module.py"
        file.write_text(line, encoding="utf-8")
        assert len(list(self.places(file))) == 1

    def test_is_not_needed_where_the_day_is_given(self, monkeypatch, tmp_path):
        from reunify import cli  # noqa: PLC0415
        from reunify.cli import families  # noqa: PLC0415

        monkeypatch.setattr(families, "today", lambda: pytest.fail("the clock was read"))
        case = str(ROOT / "examples" / "cases" / f"{CASE}.toml")
        assert cli.run(["compare", case, "-o", str(tmp_path / "out")]) == 0
        assert cli.run(["calendar", case, "--on", "2026-06-20", "-o", str(tmp_path / "out")]) == 0
