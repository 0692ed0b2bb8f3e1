"""Archives from which Python imports: always the same bytes of the same files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

__all__ = ["packed", "unpacked"]


def packed(files: Mapping[str, bytes]) -> bytes:
    """Give the files as one archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def unpacked(archive: bytes) -> dict[str, bytes]:
    """Give the files of an archive by name."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist() if not name.endswith("/")}
