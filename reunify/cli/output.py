"""Where what a command gives goes to: a file, or standard output."""

from __future__ import annotations

import argparse
import shutil
import sys
import textwrap
from pathlib import Path
from typing import Final

from reunify import files
from reunify.cli.problem import COULD_NOT, Problem
from reunify.faults import in_one_line
from reunify.files import CASE_FILES
from reunify.text import Text

__all__ = [
    "keep_what_is_read",
    "not_written",
    "on_screen",
    "say_on_screen",
    "write",
]


def keep_what_is_read(options: argparse.Namespace) -> None:
    """See that no command writes over a file that it reads.

    Raises:
        Problem: One would.
    """
    words = vars(options)
    read = [words.get(name) for name in ("file", "check")] + words.get("files", []) + (words.get("law") or [])
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


def on_screen(text: str) -> str:
    """Give a text with its long lines broken between words, where it goes to a screen; elsewhere as it is."""
    if not sys.stdout.isatty():
        return text
    width = max(_NARROWEST, shutil.get_terminal_size().columns)
    return "\n".join(_broken(line, width) for line in text.split("\n"))


def say_on_screen(text: str) -> None:
    """Say a text of one or more lines; see `on_screen`."""
    print(on_screen(text))  # noqa: T201 -- what a person is asked at a terminal


def _broken(line: str, width: int) -> str:
    if len(line) <= width:
        return line
    inset = " " * (len(line) - len(line.lstrip()))
    words = textwrap.wrap(line, width, subsequent_indent=inset, break_long_words=False, break_on_hyphens=False)
    return "\n".join(words) + (" " if line.endswith(" ") else "")


_NARROWEST: Final = 20


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
