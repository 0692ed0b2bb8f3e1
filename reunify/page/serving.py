"""Shows a folder with the page on this machine, to this machine only."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

__all__ = ["server"]

_HERE: Final = "127.0.0.1"


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = {  # noqa: RUF012 -- as it is there
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".js": "text/javascript",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
    }

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name that it has there
        """Keep no log."""


def server(folder: Path, port: int = 0) -> ThreadingHTTPServer:
    """Give a web server for a folder, that listens on this machine alone.

    Args:
        folder: The folder.
        port: Its port; 0: any that is free.

    Raises:
        OSError: The port is taken.
    """
    return ThreadingHTTPServer((_HERE, port), partial(_Handler, directory=str(folder)))
