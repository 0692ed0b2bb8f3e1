"""What a command gives: the forms of a report, and the file or standard output that it goes to."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from reunify import files
from reunify.cli.problem import COULD_NOT, Problem
from reunify.faults import in_one_line
from reunify.report import data, html, markdown, terminal
from reunify.report.view import Result, make_view
from reunify.screen import CASE_FILES
from reunify.text import Lang, Text


def _text(result: Result, lang: Lang, full: bool) -> str:
    return terminal.to_text(make_view(result, lang), full=full)


def _json(result: Result, lang: Lang, _: bool) -> str:
    return data.to_json(result, lang)


def _markdown(result: Result, lang: Lang, full: bool) -> str:
    return markdown.to_markdown(make_view(result, lang), full=full)


def _html(result: Result, lang: Lang, full: bool) -> str:
    return html.to_html(make_view(result, lang), full=full)


FORMS: Final[dict[str, Callable[[Result, Lang, bool], str]]] = {
    "text": _text,
    "markdown": _markdown,
    "html": _html,
    "json": _json,
}


def keep_what_is_read(options: argparse.Namespace) -> None:
    """See that no command writes over a file that it reads.

    Raises:
        Problem: One would.
    """
    words = vars(options)
    read = [words.get(name) for name in ("file", "check")] + words.get("files", [])
    written = [words.get(name) for name in ("output", "faults")]
    for path in (path for path in written if path):
        if any(other and _reads(Path(other), Path(path)) for other in read):
            raise Problem(_IS_READ.format(file=in_one_line(path)))


def _reads(read: Path, path: Path) -> bool:
    """Say whether a file is the one that is read, or a case file in the folder that is."""
    if path.suffix.lower() in CASE_FILES and path.is_file() and path.resolve().parent == read.resolve():
        return True
    return read.resolve() == path.resolve()


_IS_READ: Final = Text(
    en="{file}: this file is read; give another name for what is written",
    nl="{file}: dit bestand wordt gelezen; geef een andere naam voor wat wordt geschreven",
)


def write(text: str, output: str | None) -> None:
    """Write a whole text, or nothing.

    Args:
        text: The text.
        output: The file; None: standard output.

    Raises:
        Problem: It cannot be written.
    """
    try:
        if output is not None:
            files.write(Path(output), text)
            return
        # Bytes, so that line ends and letters are the same everywhere.
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise not_written(output or "-", error) from None


def not_written(file: str, error: OSError) -> Problem:
    """Say that a file (or "-", standard output) could not be written."""
    said = Text(en="{file}: could not be written: {why}", nl="{file}: kon niet worden geschreven: {why}")
    return Problem(said.format(file=in_one_line(file), why=error.strerror or error), code=COULD_NOT)
