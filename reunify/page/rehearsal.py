"""What Pyodide does with itself when the page is made: all that the page does once, and bytecode of what that loaded.

It runs in Pyodide, whose Python is the only one that surely makes the bytecode that the Python of the page can read.
Where a browser finds that, it need not compile the text of every module again.
"""

from __future__ import annotations

import json
import marshal
import sys
from base64 import b64encode
from importlib.util import MAGIC_NUMBER, source_hash
from pathlib import Path
from typing import Any, Final

from reunify import casefile
from reunify.page import bridge
from reunify.page.archive import packed, unpacked

__all__ = ["compile_loaded", "rehearse"]

_DAY: Final = "2026-11-25"
_UNCHECKED: Final = (1).to_bytes(4, "little")
"""The mark of bytecode that is never held against a text, which is not there; see PEP 552."""


def compile_loaded(*archives: str) -> None:
    """Put bytecode in the place of the text of each module that the page loads, in the archives that they come from."""
    rehearse()
    loaded = {getattr(getattr(module, "__spec__", None), "origin", None) for module in sys.modules.values()}
    for archive in map(Path, archives):
        held = unpacked(archive.read_bytes())
        made = {f"{name}c": _bytecode(name, text) for name, text in held.items() if str(archive / name) in loaded}
        archive.write_bytes(packed({**{name: held[name] for name in held if f"{name}c" not in made}, **made}))


def rehearse() -> None:
    """Do what the page can do, so that all that it needs is loaded.

    Raises:
        RuntimeError: Something went wrong.
    """
    while bridge.ready_more():
        pass
    content = b64encode(casefile.dumps(bridge.ANYBODY, "json").encode()).decode()
    _done("begin", lang="en", today=_DAY)
    _done("name", name="a", kin="spouse", born="1990")
    _done("answer", text="nobody")
    _done("open", lang="en", today=_DAY, name="a.json", content=content)
    for form in _done("report")["forms"]:
        _done("download", form=form)
    fact = _done("facts")[0]
    _done("what_if", fact=fact["fact"], text="?")


def _done(what: str, **argument: str) -> Any:
    given = json.loads(bridge.call(what, json.dumps(argument)))
    if "ok" not in given:
        message = f"{what}: {given}"
        raise RuntimeError(message)
    return given["ok"]


def _bytecode(name: str, text: bytes) -> bytes:
    code = compile(text, name, "exec", dont_inherit=True, optimize=0)
    return MAGIC_NUMBER + _UNCHECKED + source_hash(text) + marshal.dumps(code)
