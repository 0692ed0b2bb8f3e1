"""Reading and writing files: why one cannot be read, what a cell may hold, and writing that leaves nothing half done."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final
from uuid import uuid4

from reunify.text import Text

__all__ = ["CASE_FILES", "NOT_UTF_8", "encoded", "no_formula", "why_unread", "write", "writing"]

CASE_FILES: Final = (".toml", ".json")


def write(path: Path, text: str) -> None:
    """Write a whole file in UTF-8, or leave the old one as it was; see `writing`.

    Raises:
        OSError: The file could not be written.
    """
    with writing(path) as put:
        put(text)


@contextlib.contextmanager
def writing(path: Path) -> Iterator[Callable[[str | bytes], object]]:
    """Give what writes text or bytes, piece by piece, to a file that is there wholly in the end, or left as it was.

    The text goes to a new file in the same folder, which takes the place of the old one once all is written.
    What is no file (a terminal, a pipe) is written to as it is. Bytes are written, so that line ends and
    letters are the same everywhere; what UTF-8 cannot say (the name of a file can hold it) is written out.

    Raises:
        OSError: The file could not be written; its ``filename`` is ``path`` as it was given.
    """
    asked, path = path, path.resolve()
    plain = path.is_file() or not path.exists()
    target = path.with_name(f".{uuid4().hex}.tmp") if plain else path

    def put(piece: str | bytes) -> None:
        with _errors_about(asked):
            stream.write(encoded(piece) if isinstance(piece, str) else piece)

    try:
        with _errors_about(asked):
            stream = target.open("wb")
        try:
            yield put
        finally:
            with _errors_about(asked):
                stream.close()
        if plain:
            with _errors_about(asked):
                if path.exists():
                    shutil.copymode(path, target)
                target.replace(path)
    finally:
        if plain:
            target.unlink(missing_ok=True)


@contextlib.contextmanager
def _errors_about(path: Path) -> Iterator[None]:
    """Let an error name the file that its user knows, not the new one beside it."""
    try:
        yield
    except OSError as error:
        error.filename = str(path)
        raise


@lru_cache(maxsize=4096)
def no_formula(text: str) -> str:
    """Give a text for a cell of a table, so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def encoded(text: str) -> bytes:
    """Give a text in UTF-8; half a character, which UTF-8 cannot say, is written out."""
    return text.encode("utf-8", "backslashreplace")


def why_unread(path: Path, error: OSError | ValueError) -> Text:
    """Say why a file cannot be read, in words for its user.

    Args:
        path: The file.
        error: What opening or reading it raised; a `ValueError` stands for a name that no file can have.
    """
    if isinstance(error, (FileNotFoundError, ValueError)):
        return _NO_SUCH_FILE
    if isinstance(error, (IsADirectoryError, PermissionError)):  # a folder too is not permitted on Windows
        return _IS_A_FOLDER if path.is_dir() else _NOT_ALLOWED
    return _UNREADABLE.format(why=error.strerror or type(error).__name__)


_NO_SUCH_FILE: Final = Text(en="there is no such file", nl="dit bestand bestaat niet")
_IS_A_FOLDER: Final = Text(en="this is a folder, not a file", nl="dit is een map, geen bestand")
_NOT_ALLOWED: Final = Text(en="there is no permission to read this file", nl="dit bestand mag niet worden gelezen")
_UNREADABLE: Final = Text(en="the file cannot be read ({why})", nl="het bestand kan niet worden gelezen ({why})")
NOT_UTF_8: Final = Text(
    en="line {line} is not UTF-8 text; save the file as UTF-8",
    nl="regel {line} is geen UTF-8-tekst; sla het bestand op als UTF-8",
)
"""What is said of a file in another encoding."""
