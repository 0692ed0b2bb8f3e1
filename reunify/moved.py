"""Modules that stand in a folder by now: to import one by the name that it had works, and warns."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Final

__all__ = ["FOLDERS", "Finder"]

FOLDERS: Final = {
    "engine": ("days", "lines", "meaning", "node", "nodes", "program", "said", "trace"),
    "verdicts": ("days_in_part", "exact", "family", "leafwise", "outcome", "person", "reasons", "remarks"),
}
"""The modules of each folder that had no folder before."""
_MOVED: Final = {
    f"reunify.{name}": f"reunify.{folder}.{name}" for folder, modules in FOLDERS.items() for name in modules
}


class Finder(MetaPathFinder, Loader):
    """Finds what is found nowhere else: a module by its old name."""

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002 -- as the import system calls it
        target: ModuleType | None = None,  # noqa: ARG002 -- as above
    ) -> ModuleSpec | None:
        """Give how to load a module by its old name; None: it is none."""
        return ModuleSpec(fullname, self) if fullname in _MOVED else None

    def exec_module(self, module: ModuleType) -> None:
        """Put the module of now in its place."""
        from reunify.renamed import now  # noqa: PLC0415 -- only who uses an old name needs it

        sys.modules[module.__name__] = import_module(now(module.__name__, _MOVED))
