"""The commands, each in a module that is loaded when it is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from reunify.cli.parser import Options
from reunify.lazily import later

__all__ = ["COMMANDS"]

_HOMES: Final = {
    "families": "compare assess states calendar",
    "talks": "new ask",
    "many": "screen",
    "about_laws": "schema explain sources diff prove snapshot",
    "page": "page",
}
COMMANDS: Final[Mapping[str, Callable[[Options], None]]] = {
    name: later(f"reunify.cli.{home}", name) for home, names in _HOMES.items() for name in names.split()
}
