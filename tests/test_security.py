"""What SECURITY.md promises: nothing is executed, unpickled, sent or opened that a file names; limits are as stated."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from parsed import nodes_of

from reunify import casefile, facts, screen

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "reunify").rglob("*.py"))
FORBIDDEN_IMPORTS = {
    *("asyncio", "code", "codeop", "ctypes", "ftplib", "http", "logging", "marshal", "multiprocessing", "pickle"),
    *("requests", "runpy", "shelve", "smtplib", "socket", "socketserver", "sqlite3", "ssl", "subprocess", "telnetlib"),
    *("urllib", "webbrowser", "xmlrpc", "yaml", "zipfile", "importlib"),
}
FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__", "breakpoint", "open", "system", "popen", "startfile"}
FORBIDDEN_CALLS |= {"import_module", "run_path", "run_module", "loads_pickle", "read_pickle"}
ALLOWED = {
    ("report/html.py", "importlib"): "its own templates",
    ("screen/read.py", "importlib"): "pyarrow, only where a Parquet file is read",
    ("screen/read.py", "import_module"): "as above: a name that stands in the code",
    ("screen/write.py", "importlib"): "pyarrow, only where a Parquet or Arrow file is written",
    ("screen/write.py", "import_module"): "as above",
    ("columns/_frames.py", "importlib"): "pandas, polars or pyarrow, only where a frame of theirs is asked for",
    ("columns/_frames.py", "import_module"): "as above: names that stand in the code",
    ("reform/proven.py", "importlib"): "whether the solver is installed",
    ("reform/seen.py", "importlib"): "whether numpy is installed",
    ("reform/kept.py", "importlib"): "the families that come with it",
    ("screen/processes.py", "multiprocessing"): "records go from one process of this program to another",
    ("__main__.py", "open"): "the null device",
    ("casefile/_syntax.py", "open"): "the file that was named on the command line",
    ("files.py", "open"): "as above, to write",
    ("screen/read.py", "open"): "as above, to read",
    ("cli/__init__.py", "open"): "the null device",
    ("engine/lines.py", "compile"): "the text of a function that is made of the rules alone",
    ("engine/lines.py", "exec"): "as above",
    ("moved.py", "importlib"): "modules of this library, by the names that they had, which stand in the code",
    ("moved.py", "import_module"): "as above",
    ("lazily.py", "importlib"): "modules of this library, whose names stand in the code",
    ("lazily.py", "import_module"): "as above",
    ("page/archive.py", "zipfile"): "the archives that the page holds, and the packages, whose checksums were seen",
    ("page/compiling.py", "subprocess"): "a Node, with words that stand in the code, where the page is made",
    ("page/rehearsal.py", "compile"): "modules of the archives that the page holds, where the page is made",
    ("page/rehearsal.py", "importlib"): "how the Python of the page marks its bytecode",
    ("page/rehearsal.py", "marshal"): "as above: it is written, and never read",
    ("page/parts.py", "importlib"): "whether a Node that pip installed is there",
    ("page/parts.py", "open"): "the archive that npm fetched",
    ("page/parts.py", "subprocess"): "npm and pip, with words that stand in the code, where the page is made",
    ("page/serving.py", "http"): "the page, shown to this machine alone where that is asked for",
    ("lawfile.py", "compile"): "the law of one's own that was named on the command line",
    ("lawfile.py", "exec"): "as above",
    ("lawfile.py", "importlib"): "as above",
    ("lawfile.py", "import_module"): "as above",
}


@cache
def _found(path):
    """Give the modules that a module imports and the names that it calls, as far as they are looked for."""
    found = set()
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            found.update(name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add((node.module or "").partition(".")[0])
        elif isinstance(node, ast.Call):
            function = node.func
            name = getattr(function, "id", getattr(function, "attr", ""))
            # `re.compile` is another one, and so is what a solver's model makes of a term.
            if name not in ("compile", "eval") or isinstance(function, ast.Name):
                found.add(f"{name}()")
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_nothing_is_executed_unpickled_or_sent(path):
    """No module imports or calls what could, but for what is named here with its reason."""
    forbidden = FORBIDDEN_IMPORTS | {f"{name}()" for name in FORBIDDEN_CALLS}
    name = path.relative_to(ROOT / "reunify").as_posix()
    found = {word.removesuffix("()") for word in _found(path) if word in forbidden}
    assert set() == {word for word in found if (name, word) not in ALLOWED}


def test_every_exception_is_needed():
    """No exception stays when its reason has gone."""
    found = {
        (path.relative_to(ROOT / "reunify").as_posix(), word.removesuffix("()"))
        for path in MODULES
        for word in _found(path)
    }
    assert set() == ALLOWED.keys() - found


@pytest.mark.parametrize(
    "text", ["/etc/passwd", "file:///etc/passwd", "{{ 7 * 7 }}", "{0.__class__}", "%(x)s", "$(id)"]
)
@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_no_value_means_anything(text, form, tmp_path, capsys, monkeypatch):
    """A path, an address or a template in a file is text like any other, and no other file is opened."""
    from reunify.__main__ import main  # noqa: PLC0415 -- all is imported before the files that are opened are counted

    path = tmp_path / "case.toml"
    path.write_text(f'title = "{text}"\n[sponsor]\n[[members]]\nid = "{text}"\nrelation = "spouse"\n', encoding="utf-8")
    assert 0 == main(["compare", str(path), "--format", form])
    expected = capsys.readouterr().out
    opened, real = [], Path.open
    monkeypatch.setattr(Path, "open", lambda self, *words, **more: opened.append(self) or real(self, *words, **more))
    assert 0 == main(["compare", str(path), "--format", form])
    assert expected == capsys.readouterr().out
    assert "49" not in re.findall(r"\d+", expected) or form == "html"
    assert {path} == {file for file in opened if file.suffix != ".jinja"}


def test_the_stated_limits():
    """SECURITY.md states the limits that the readers have."""
    stated = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    limits = {
        f"{casefile.MOST_BYTES // 1024} KiB": "its size",
        f"{casefile.MOST_MEMBERS} family members": "its members",
        f"{casefile.DEEPEST} tables or lists inside each other": "its nesting",
        f"{casefile.DEEPEST} parts": "its names",
        f"{casefile.MOST_DIGITS} digits": "its numbers",
        f"{facts.LONGEST_TEXT} characters": "its texts",
        f"{screen.MOST_COLUMNS} columns": "its columns",
        f"years {facts.FIRST_DAY.year} to {facts.LAST_DAY.year}": "its days",
    }
    assert {} == {limit: what for limit, what in limits.items() if limit not in " ".join(stated.split())}
