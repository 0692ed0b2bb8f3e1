"""Has Pyodide make the bytecode of what the page loads, in Node, so that no visitor's browser need do it each time."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from reunify.page import parts
from reunify.report import html

__all__ = ["LIBRARY", "STANDARD", "compiled"]

LIBRARY: Final = "library.zip"
STANDARD: Final = "python_stdlib.zip"
"""The archives from which Python imports: this library with its packages, and what Python brings itself."""
_SCRIPT: Final = "compile.mjs"


def compiled(pyodide: Mapping[str, bytes], library: bytes) -> dict[str, bytes] | None:
    """Give both archives with bytecode in the place of the text of what the page loads.

    Args:
        pyodide: The files of Pyodide by name.
        library: The archive of this library.

    Returns:
        Them by name; None where there is no Node that can do it. Then the page is the same, and starts more slowly.
    """
    if (node := parts.of_node("node")) is None:
        return None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, content in {**pyodide, LIBRARY: library}.items():
            (folder / file).write_bytes(content)
        (folder / _SCRIPT).write_text(html.file_of("reunify.page", f"static/{_SCRIPT}"), encoding="utf-8", newline="\n")
        done = subprocess.run([*node, _SCRIPT], cwd=folder, check=False, capture_output=True)  # noqa: S603 -- words of this module
        return {name: (folder / name).read_bytes() for name in (LIBRARY, STANDARD)} if done.returncode == 0 else None
