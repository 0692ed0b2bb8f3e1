"""Writing files so that nothing half-written is left behind."""

from __future__ import annotations

import shutil
from pathlib import Path
from uuid import uuid4


def write(path: Path, text: str) -> None:
    """Write a whole file in UTF-8, or leave the old one as it was.

    The text goes to a new file in the same folder, which then takes the place of the old one. What is no
    file (a terminal, a pipe) is written to as it is.

    Raises:
        OSError: The file could not be written.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        return
    beside = path.with_name(f".{uuid4().hex}.tmp")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        if path.exists():
            shutil.copymode(path, beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
