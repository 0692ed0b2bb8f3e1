"""Puts the page together: as a folder of files for any web server, or as one file that is opened with a double click."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import tempfile
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import attrs

import reunify
from reunify import files, report
from reunify.page import compiling, parts
from reunify.page.archive import packed, unpacked
from reunify.page.bridge import ANYBODY
from reunify.page.policy import policy_page
from reunify.page.texts import BEFORE, TEXTS
from reunify.report import html
from reunify.text import LANGS, Lang

__all__ = ["PAGES", "Built", "Contents", "build", "build_single", "gathered"]


PAGES: Final[tuple[Callable[[Lang], Mapping[str, str]], ...]] = (policy_page,)
"""What makes more pages of the folder: each gives its files in a language, by name.

The first file of the first one is what the page names on its start, with ``{lang}`` for the language in its name. A page
hands over a family with ``index.html#case=`` and the case file in JSON as base64url.
"""


@attrs.frozen
class Contents:
    """What the page holds, as a folder or as one file.

    Attributes:
        files: Its files by name, but for the one that is opened.
        has_bytecode: Whether Python is compiled in it; see `compiling.compiled`.
    """

    files: Mapping[str, bytes]
    has_bytecode: bool


@attrs.frozen
class Built:
    """What was made.

    Attributes:
        files: The number of files.
        size: Their size on disk, in bytes.
        compressed: The same as a web server sends them, compressed.
        has_bytecode: Whether Python is compiled in it; see `compiling.compiled`.
    """

    files: int
    size: int
    compressed: int
    has_bytecode: bool


def build(folder: Path, contents: Contents) -> Built:
    """Make the page as a folder, which can be put on any web server, under any path.

    Args:
        folder: The folder; what is in it under the same names is replaced.
        contents: What `gathered` gives.

    Raises:
        OSError: A file could not be written.
    """
    made = dict(contents.files)
    made |= {name: text.encode() for page in PAGES for lang in LANGS for name, text in page(lang).items()}
    made["index.html"] = _index(_FOLDER_POLICY, made).encode()
    digest = hashlib.sha256(b"".join(name.encode() + content for name, content in sorted(made.items()))).hexdigest()
    keeper = _static("keeper.js").replace("__VERSION__", digest[:16]).replace('"__FILES__"', json.dumps(sorted(made)))
    made["keeper.js"] = keeper.encode()
    for name, content in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with files.writing(path) as put:
            put(content)
    return _built(made.values(), has_bytecode=contents.has_bytecode)


def build_single(file: Path, contents: Contents) -> Built:
    """Make the page as one file, which needs no web server.

    Args:
        file: The file.
        contents: What `gathered` gives.

    Raises:
        OSError: The file could not be written.
    """
    made = contents.files
    inside = {name: b64encode(gzip.compress(made[name], mtime=0)).decode() for name in made if name not in _NOT_INSIDE}
    page = _index(_SINGLE_POLICY, made, inside).encode()
    with files.writing(file) as put:
        put(page)
    return _built([page], has_bytecode=contents.has_bytecode)


def _built(made: Iterable[bytes], *, has_bytecode: bool) -> Built:
    whole = list(made)
    return Built(len(whole), sum(map(len, whole)), sum(len(gzip.compress(content)) for content in whole), has_bytecode)


def gathered(pyodide: Path | None = None, wheels: Path | None = None) -> Contents:
    """Fetch the parts, and give what the page holds.

    Args:
        pyodide: See `parts.pyodide_in`.
        wheels: See `parts.wheels_in`.

    Raises:
        NoParts: A part could not be fetched.
    """
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        fetched = parts.pyodide_in(Path(one), pyodide)
        packages = parts.wheels_in(Path(other), wheels)
    lock = json.loads(fetched["pyodide-lock.json"])
    # It names hundreds of packages that could be fetched; none is.
    fetched["pyodide-lock.json"] = json.dumps({**lock, "packages": {}}).encode()
    library = _library(packages)
    archives = compiling.compiled(fetched, library)
    fetched |= {name: content for name, content in (archives or {}).items() if name in fetched}
    made = {f"pyodide/{name}": content for name, content in fetched.items()}
    made[compiling.LIBRARY] = library if archives is None else archives[compiling.LIBRARY]
    made["page.js"] = "".join(_script(name) for name in _SCRIPTS).encode()
    for name in ("worker.js", "too-old.js", "style.css", "manifest.webmanifest", "icon.svg"):
        made[name] = _static(name).encode()
    return Contents(made, has_bytecode=archives is not None)


# ---------------------------------------------------------------- the library


def _library(packages: Mapping[str, bytes]) -> bytes:
    """Give this library and the packages as one archive, from which Python imports them."""
    return packed({**_of_packages(packages), **_own()})


def _of_packages(packages: Mapping[str, bytes]) -> dict[str, bytes]:
    found = {name: content for wheel in packages.values() for name, content in unpacked(wheel).items()}
    return {name: content for name, content in found.items() if _is_needed(name)}


def _is_needed(name: str) -> bool:
    """Leave out what is compiled, what tests a package, and all time zones but the one that a calendar names."""
    left_out = name.endswith((".so", ".c", ".pyi", "RECORD")) or "/tests/" in name
    return not left_out and ("/zoneinfo/" not in name or name.endswith(("/zoneinfo/__init__.py", "/zoneinfo/UTC")))


def _own() -> dict[str, bytes]:
    """Give the files of this library, but for those of the page that a browser does not run."""
    root = Path(reunify.__file__).parent
    found = (path for path in root.rglob("*") if path.suffix in _OF_LIBRARY and _STATIC not in path.parents)
    return {path.relative_to(root.parent).as_posix(): path.read_bytes() for path in found}


_STATIC: Final = Path(__file__).parent / "static"
_OF_LIBRARY: Final = frozenset({".py", ".jinja"})


# ---------------------------------------------------------------- the page


def _static(name: str) -> str:
    return html.file_of("reunify.page", f"static/{name}")


_SCRIPTS: Final = ("dom.js", "python.js", "keeping.js", "app.js", "asking.js", "answer.js", "page.js")
"""The modules of the page's script, each behind those that it imports."""
_NOT_INSIDE: Final = frozenset({"page.js", "too-old.js", "style.css", "manifest.webmanifest", "icon.svg"})


def _script(name: str) -> str:
    """Give a module as part of the one script: its names are the names of all, so nothing is imported or exported."""
    text = re.sub(r'^import \{[^}]*\} from "\./[a-z]+\.js";\n', "", _static(name), flags=re.MULTILINE)
    return re.sub(r"^export (?=async function|function|const|let|class)", "", text, flags=re.MULTILINE)


def _index(policy: str, made: Mapping[str, bytes], inside: Mapping[str, str] | None = None) -> str:
    """Give the page itself."""
    script, style = made["page.js"].decode(), made["style.css"].decode()
    alone = inside is not None
    too_old = made["too-old.js"].decode()
    hashes = {
        "script": f"{html.allowed(script)} {html.allowed(too_old)}",
        "style": html.allowed(style),
        "report": " ".join(_report_styles()),
    }
    words = {name: {lang: text[lang] for lang in LANGS} for name, text in TEXTS.items()}
    filled = {
        "POLICY": policy.format(**hashes),
        "VERSION": reunify.__version__,
        "TITLE": BEFORE["title"][LANGS[0]],
        "STYLE": f"<style>{style}</style>" if alone else '<link rel="stylesheet" href="style.css">',
        "MORE": "" if alone or not PAGES else f'<meta name="more" content="{_first_page(made)}">',
        "LINKS": ""
        if alone
        else '<link rel="manifest" href="manifest.webmanifest">\n<link rel="icon" href="icon.svg">',
        "TEXTS": _as_data(words),
        "FILES": "" if inside is None else "\n".join(_embedded(inside)),
        "SCRIPT": f'<script type="module">{script}</script>'
        if alone
        else '<script type="module" src="page.js"></script>',
        "TOO_OLD": f"<script nomodule>{too_old}</script>" if alone else '<script nomodule src="too-old.js"></script>',
        "OLD": _in_both("too_old"),
        "NO_SCRIPT": _in_both("no_script"),
        "LOADING": _in_both("loading"),
    }
    return re.sub(r"\{\{([A-Z_]+)\}\}", lambda found: filled[found[1]], _static("index.html"))


def _first_page(made: Iterable[str]) -> str:
    """Give the address of the other page, with ``{lang}`` for the language."""
    lang = LANGS[0]
    return next(name for name in made if f"-{lang}." in name).replace(f"-{lang}.", "-{lang}.")


def _embedded(inside: Mapping[str, str]) -> Iterator[str]:
    return (
        f'<script type="text/plain" class="file" data-name="{name}">{content}</script>'
        for name, content in inside.items()
    )


def _in_both(name: str) -> str:
    return "".join(f'<span lang="{lang}">{TEXTS[name][lang]}</span> ' for lang in LANGS)


def _as_data(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")


def _report_styles() -> Iterator[str]:
    """Give the checksums of the styles of what the page shows in a frame, which are the same for every family."""
    made = report.make(ANYBODY)
    shown = [made.to_html()]
    for page in shown:
        yield from (html.allowed(style) for style in re.findall(r"<style>(.*?)</style>", page, re.DOTALL))
        if attributes := re.findall(r'<[^>]* style="([^"]*)"', page):
            yield from ("'unsafe-hashes'", *map(html.allowed, sorted({*attributes})))


_FOLDER_POLICY: Final = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' {report}; connect-src 'self'; "
    "worker-src 'self' blob:; manifest-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
)
_SINGLE_POLICY: Final = (
    "default-src 'none'; script-src {script} 'wasm-unsafe-eval' blob:; style-src {style} {report}; "
    "worker-src blob:; base-uri 'none'; form-action 'none'"
)
