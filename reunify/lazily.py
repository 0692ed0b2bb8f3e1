"""What is loaded when it is first asked for: names that a package hands on from its modules, and functions."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any

__all__ = ["is_installed", "later", "lazily", "there"]


def is_installed(module: str) -> bool:
    """Say whether a module is there, without loading it."""
    return find_spec(module) is not None


def lazily(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """Give the ``__getattr__`` of a package; what was found once stays there.

    A type checker does not see through it: the package imports the same names under ``if TYPE_CHECKING``.

    Args:
        package: The name of the package.
        homes: For each module the names that come from it, with a space between.
    """
    home_of = {name: home for home, names in homes.items() for name in names.split()}

    def found(name: str) -> object:
        if name not in home_of:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message)
        value: object = getattr(import_module(home_of[name]), name)
        setattr(sys.modules[package], name, value)
        return value

    return found


def there(module: str, name: str) -> Callable[[], Any]:
    """Give what gives something of a module that is not loaded yet: it is when that is called."""
    return lambda: getattr(import_module(module), name)


def later(module: str, name: str) -> Callable[..., Any]:
    """Give a function of a module that is not loaded yet: it is when the function is called."""

    def called(*args: Any, **kwargs: Any) -> Any:
        return there(module, name)()(*args, **kwargs)

    return called
