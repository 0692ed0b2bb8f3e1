"""Each check is one word: ``nox -s WORD``; ``nox -l`` lists them, and words after ``--`` go to the tool.

They run in the environment that nox stands in, the one that the README makes: nothing is installed here.
"""

import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

import nox

nox.options.default_venv_backend = "none"
nox.options.sessions = ["tests", "types", "lint"]

ROOT = Path(__file__).parent
BIN = Path(sys.executable).parent
# What 100% of the lines and branches is asked of, and the tests of the law that are to run them.
COVERED = (
    "rules/*",
    "facts/presumptions.py",
    "meaning.py",
    "trace.py",
    "nodes.py",
    "logic.py",
    "rewriting.py",
    "figure.py",
    "program.py",
    "family.py",
    "exact.py",
    "facts/span.py",
    "ruleset.py",
    "amend.py",
    "renamed.py",
    "terms.py",
    "assess.py",
)
COVERING = (
    "rules*",
    "presumptions",
    "assess",
    "logic",
    "terms",
    "ruleset",
    "renamed",
    "figure",
    "gold",
    "spans",
    "days_in_part",
    "facts",
)
LAWS = ("single-status", "two-status", "directive")


def python(session: nox.Session, *words: str) -> None:
    """Run this Python."""
    session.run(sys.executable, *words)


def need(session: nox.Session, module: str, extra: str) -> None:
    """Say which extra is missing, if it is."""
    if find_spec(module) is None:
        session.error(f"this needs: python -m pip install -e '.[{extra}]'")


def tests_of(parts: Iterable[str]) -> list[str]:
    """Give the files of tests with these names."""
    return [str(path.relative_to(ROOT)) for part in parts for path in sorted(ROOT.glob(f"tests/test_{part}.py"))]


@nox.session
def tests(session: nox.Session) -> None:
    """The tests, but for those that take long: the command of the README."""
    python(session, "-m", "pytest", "-q", "-n", "2", "--dist", "worksteal", "-m", "not slow", *session.posargs)


@nox.session
def slow(session: nox.Session) -> None:
    """The tests that take long; each says why."""
    # A file at a time: what it draws or builds once for all its tests takes long.
    python(session, "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile", "-m", "slow", *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """Every line and branch of the law and the engine is run by the tests of the law."""
    quiet = ("-q", "-p", "no:cacheprovider", "--cov=reunify", "--cov-branch", "--cov-report=")
    python(session, "-m", "pytest", *quiet, *tests_of(COVERING))
    of = ",".join(f"reunify/{name}" for name in COVERED)
    python(session, "-m", "coverage", "report", "--fail-under=100", f"--include={of}", *session.posargs)


@nox.session
def snapshots(session: nox.Session) -> None:
    """The laws against their snapshots."""
    for law in LAWS:
        python(session, "-m", "reunify", "snapshot", "--check", f"tests/snapshots/{law}.txt")


@nox.session
def mutation(session: nox.Session) -> None:
    """Some of the rules and of the engine made wrong on purpose, once the tests have passed; all of it without --tested."""
    need(session, "cosmic_ray", "mutation")
    python(session, "tests/mutation/run.py", *(session.posargs or ["--tested", "--sample", "12"]))


@nox.session
def fuzz(session: nox.Session) -> None:
    """Hostile files, as many as asked for, through the real command."""
    python(session, "tests/fuzz/run.py", *(session.posargs or ["--inputs", "10000", "--jobs", "2"]))


@nox.session
def types(session: nox.Session) -> None:
    """The types of the library, and of what is built on its public face (tests/typing/)."""
    python(session, "-m", "mypy", *session.posargs)


@nox.session
def pyright(session: nox.Session) -> None:
    """The types again, as another checker reads them."""
    need(session, "basedpyright", "pyright")
    python(session, "-m", "basedpyright", "--pythonpath", sys.executable, *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Style and form; `nox -s lint -- --fix` mends what can be mended."""
    python(session, "-m", "ruff", "check", ".", *session.posargs)
    python(session, "-m", "ruff", "format", *([] if "--fix" in session.posargs else ["--check"]), ".")


@nox.session
def docs(session: nox.Session) -> None:
    """The pages that are made from the library, what the README shows, and the examples."""
    shown = ["README.md", "CONTRIBUTING.md", "docs/testers.md", "docs/stable-names.md"]
    held = [*tests_of(["docs", "readme", "examples", "recipes"]), *shown]
    python(session, "-m", "pytest", "-q", *held, *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """How long the work takes, in short."""
    python(session, "benchmarks/run.py", *(session.posargs or ["--quick"]))


@nox.session
def build(session: nox.Session) -> None:
    """The packages, the wheel from the source package; each extra alone and all of them in new environments."""
    folder = Path(session.create_tmp()).resolve()
    python(session, "-m", "build", "--outdir", str(folder), ".")
    newest = max(folder.glob("*.whl"), key=lambda wheel: wheel.stat().st_mtime)
    python(session, ".ci/extras", str(newest))


@nox.session
def versions(session: nox.Session) -> None:
    """The lowest versions of what is needed, in a new environment; `-- newest` for the newest."""
    python(session, ".ci/versions", *(session.posargs or ["lowest"]))
