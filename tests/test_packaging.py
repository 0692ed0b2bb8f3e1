"""What is built holds what it should and no more, and says one version everywhere."""

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

import reunify

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NAME = f"reunify-{reunify.__version__}"
WITH = {"reunify", "tests", "examples", "docs", "benchmarks"}
SINGLE = {"CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md", "README.md", "SECURITY.md", "LICENSE", "pyproject.toml"}
# What the build itself adds.
ADDED = {"PKG-INFO", ".gitignore"}
LEAVINGS = re.compile(r"__pycache__|\.pyc$|\.egg-info|(^|/)\.(?!gitignore$)|\.tmp$")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Build both packages with what is installed, so without a network."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", folder]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def wheel(built):
    with zipfile.ZipFile(built / f"{NAME}-py3-none-any.whl") as package:
        yield package


@pytest.fixture(scope="module")
def sdist(built):
    with tarfile.open(built / f"{NAME}.tar.gz") as package:
        return {member.name.removeprefix(f"{NAME}/") for member in package if member.isfile()}


def files_in(folder):
    return {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}


def own_files(*folders):
    return {name for folder in folders for name in files_in(folder) if not LEAVINGS.search(name)}


@pytest.mark.slow("builds the package")
class TestWheel:
    def test_holds_the_package_and_what_describes_it_and_nothing_else(self, wheel):
        about = {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"}
        assert set(wheel.namelist()) == own_files("reunify") | {f"{NAME}.dist-info/{name}" for name in about}

    def test_holds_the_templates_and_the_mark_of_types(self, wheel):
        assert {
            "reunify/py.typed",
            *(f"reunify/report/{name}.html.jinja" for name in ("report", "document", "sheet")),
        } <= set(wheel.namelist())

    def test_is_for_every_machine(self, wheel):
        """Nothing is compiled, neither here nor where it is installed."""
        told = wheel.read(f"{NAME}.dist-info/WHEEL").decode()
        assert "Root-Is-Purelib: true" in told
        assert "Tag: py3-none-any" in told

    def test_names_its_needs_and_its_command(self, wheel):
        told = Parser().parsestr(wheel.read(f"{NAME}.dist-info/METADATA").decode())
        assert (told["Name"], told["Version"], told["License-Expression"]) == ("reunify", reunify.__version__, "MIT")
        assert set(told.get_all("Provides-Extra")) == set(PROJECT["optional-dependencies"])
        needed = [need for need in told.get_all("Requires-Dist") if "extra ==" not in need]
        assert sorted(re.match(r"[\w-]+", need)[0] for need in needed) == ["attrs", "python-dateutil"]
        assert wheel.read(f"{NAME}.dist-info/entry_points.txt").decode().split("\n")[1] == (
            "reunify = reunify.__main__:main"
        )


@pytest.mark.slow("builds the package")
class TestSourcePackage:
    def test_holds_the_project_and_nothing_else(self, sdist):
        assert sdist == own_files(*WITH) | SINGLE | ADDED


class TestVersion:
    def test_stands_once(self):
        """In the package itself; the build and the reports read it there."""
        assert "version" in PROJECT["dynamic"]
        assert "version" not in PROJECT
        said = re.compile(rf"\b{re.escape(reunify.__version__)}\b")
        files = [*(ROOT / "reunify").rglob("*.py"), *(ROOT / "tests").rglob("*.py"), ROOT / "pyproject.toml"]
        assert [path.name for path in files if said.search(path.read_text(encoding="utf-8"))] == ["__init__.py"]

    def test_citation_names_it(self):
        text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
        fields = dict(re.findall(r"^([\w-]+): *(.*)$", text, re.MULTILINE))
        assert (fields["version"], fields["license"]) == (reunify.__version__, PROJECT["license"])
        assert {"cff-version", "message", "title", "authors"} <= set(fields)
        assert "\n  - name: The reunify authors\n" in text


class TestExtras:
    def test_python_versions_begin_at_the_one_that_is_required(self):
        named = re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT["classifiers"]))
        assert PROJECT["requires-python"] == f">={named[0]}"

    def test_checks_need_all_other_extras(self):
        (whole,) = (need for need in PROJECT["optional-dependencies"]["dev"] if need.startswith("reunify["))
        of_their_own = {"browser", "codegen", "dev", "mutation", "page", "pyright", "site"}
        others = set(PROJECT["optional-dependencies"]) - of_their_own
        assert set(re.findall(r"\w+", whole)) - {"reunify"} == others

    def test_every_need_of_the_library_names_its_lowest_version(self):
        """So that it can be tried: ``.ci/versions lowest``."""
        extras = PROJECT["optional-dependencies"]
        needs = PROJECT["dependencies"] + [need for extra in extras if extra != "dev" for need in extras[extra]]
        assert [need for need in needs if not re.match(r"[\w-]+>=\d|reunify\[", need)] == []
