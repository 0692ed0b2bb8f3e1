"""Old names that go on working for a while, each with the name that took its place.

Every look-up of a name that a user wrote goes through `now`; docs/stable-names.md says which names are held to this.
"""

from __future__ import annotations

import os
import re
import sys
import warnings
from collections.abc import Callable, Container, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from pathlib import Path
from typing import Final, TypeVar, cast, overload

import attrs

from reunify.lazily import there
from reunify.text import Text

__all__ = [
    "FACTS",
    "ByName",
    "Renamed",
    "fact_now",
    "listening",
    "now",
    "old_names",
    "proper",
    "settled",
    "tell",
    "with_old_facts",
    "with_old_names",
]

FACTS: Final[Mapping[str, str]] = {}
"""Old names of facts, each with the one that took its place; those of the sponsor as ``sponsor.means``, others bare."""

_T = TypeVar("_T")
_D = TypeVar("_D")
_C = TypeVar("_C")


class Renamed(FutureWarning):
    """That an old name was used, which will stop working.

    Attributes:
        text: Which name took its place, in two languages.
    """

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text

    def __reduce__(self) -> tuple[type[Renamed], tuple[Text]]:
        return Renamed, (self.text,)


def proper(id: str) -> str:  # noqa: A002 -- the word of the rules
    """Give an id, if it can be one.

    Raises:
        ValueError: It is not made of small letters and digits, in words joined by hyphens.
    """
    if not isinstance(id, str) or not _PROPER.fullmatch(id):
        message = (
            f"{id!r} cannot be an id: write small letters and digits, with hyphens between words, as in 'two-year-wait'"
        )
        raise ValueError(message)
    return id


_PROPER: Final = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


def settled(renamed: Mapping[str, str], living: Container[str], *, of: str) -> dict[str, str]:
    """Give for each old name the name that it has now, also where that was reached in several steps.

    Args:
        renamed: Old names, each with the one that took its place; that may be an old name by now too.
        living: The names that there are.
        of: Whose names they are, for the message.

    Raises:
        ValueError: Old names lead round in a circle or to nothing, or one is the name of something that there is.
    """
    found: dict[str, str] = {}
    for old in renamed:
        if old in living:
            message = f"{of}: {old!r} cannot be an old name, as it is the name of something; it would hide that"
            raise ValueError(message)
        steps = _steps(old, renamed)
        if steps[-1] in steps[:-1]:
            message = f"{of}: the old names go round in a circle: {' -> '.join(steps)}"
            raise ValueError(message)
        if steps[-1] not in living:
            message = f"{of}: the old name {old!r} leads to {steps[-1]!r}, which there is not"
            raise ValueError(message)
        found[old] = steps[-1]
    return found


def _steps(name: str, renamed: Mapping[str, str]) -> list[str]:
    """Give a name and those that took its place one after another, up to the last or to one that was there before."""
    steps = [name]
    while steps[-1] in renamed and steps[-1] not in steps[:-1]:
        steps.append(renamed[steps[-1]])
    return steps


def now(name: str, renamed: Mapping[str, str]) -> str:
    """Give the name that a thing has now; an old one works, and warns.

    Args:
        name: The name as a user wrote it; one that was never given up comes back as it is, also if nothing has it.
        renamed: Old names, each with the one of now, as `settled` gives them.
    """
    new = renamed.get(name)
    if new is None:
        return name
    tell(Renamed(_NOW_CALLED.format(old=repr(name), new=repr(new))))
    return new


def old_names(module: str, **renamed: str) -> Callable[[str], object]:
    """Give the ``__getattr__`` of a module that had something under another name, or that has gone to another module.

    The old one works, and warns.

    A type checker does not see the old names.

    Args:
        module: The name of the module.
        renamed: Old names, each with the one of now; with its module, if that is another.
    """

    def found(name: str) -> object:
        if name in renamed:
            home, _, new = now(name, renamed).rpartition(".")
            return there(home or module, new)()
        message = f"module {module!r} has no attribute {name!r}"
        raise AttributeError(message)

    return found


def tell(warning: Renamed) -> None:
    """Warn at the line that used the old name, outside this package; or keep it for who is `listening`."""
    kept = _KEPT.get()
    if kept is not None:
        kept.setdefault(warning.text, warning)
        return
    frame, level = sys._getframe(1), 2  # noqa: SLF001 -- as `warnings` itself does from Python 3.12 on
    while frame.f_back is not None and frame.f_code.co_filename.startswith(_HOME):
        frame, level = frame.f_back, level + 1
    warnings.warn(warning, stacklevel=level)


@contextmanager
def listening() -> Iterator[Mapping[Text, Renamed]]:
    """Keep what would be warned of, each once, instead of warning: for who tells it later or elsewhere."""
    kept: dict[Text, Renamed] = {}
    before = _KEPT.set(kept)
    try:
        yield kept
    finally:
        _KEPT.reset(before)


def fact_now(name: str, prefix: str = "") -> str:
    """Give the name that a fact has now; an old one works, and warns.

    Args:
        name: The name. One that is not known comes back as it is.
        prefix: What stands before it in `FACTS`.
    """
    old = f"{prefix}{name}"
    return now(old, {old: _steps(old, FACTS)[-1]}).removeprefix(prefix) if old in FACTS else name


def with_old_names(renamed: Mapping[str, str]) -> Callable[[type[_C]], type[_C]]:
    """Let a class take and give what its attributes hold by their old names too; that warns.

    Args:
        renamed: Old names of attributes, each with the one of now.
    """

    def answering(cls: type[_C]) -> type[_C]:
        made: Callable[..., None] = cls.__init__

        @wraps(made)
        def init(self: _C, *values: object, **named: object) -> None:
            for old in [name for name in named if name in renamed]:
                new = now(old, renamed)
                if new in named:
                    message = f"{new!r} is given twice: {old!r} is its old name"
                    raise TypeError(message)
                named[new] = named.pop(old)
            made(self, *values, **named)

        def found(self: _C, name: str) -> object:
            if name in renamed:
                return getattr(self, now(name, renamed))
            message = f"{type(self).__name__!r} object has no attribute {name!r}"
            raise AttributeError(message, name=name, obj=self)

        for name, way in (("__init__", init), ("__getattr__", found)):
            setattr(cls, name, way)
        return cls

    return answering if renamed else lambda cls: cls


def with_old_facts(prefix: str = "") -> Callable[[type[_C]], type[_C]]:
    """Let a class of facts take and give each by its old names too; that warns.

    Args:
        prefix: What stands before its facts in `FACTS`.
    """

    def answering(cls: type[_C]) -> type[_C]:
        found = {old.removeprefix(prefix): _steps(old, FACTS)[-1] for old in FACTS if old.startswith(prefix)}
        own = attrs.fields_dict(cast("type[attrs.AttrsInstance]", cls))
        bare = {old: new.removeprefix(prefix) for old, new in found.items()}
        return with_old_names({old: new for old, new in bare.items() if new in own})(cls)

    return answering


class ByName(dict[str, _T]):
    """Things by the name that they have now, which are found by an old name too; that warns.

    Who goes through it sees the names of now only.
    """

    def __init__(self, things: Mapping[str, _T], renamed: Mapping[str, str] | None = None) -> None:
        super().__init__(things)
        self.renamed: Final = renamed or {}

    def __missing__(self, name: str) -> _T:
        if name in self.renamed:
            return super().__getitem__(now(name, self.renamed))
        raise KeyError(name)

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or name in self.renamed

    @overload
    def get(self, name: str, default: None = None, /) -> _T | None: ...
    @overload
    def get(self, name: str, default: _T, /) -> _T: ...
    @overload
    def get(self, name: str, default: _D, /) -> _T | _D: ...
    def get(self, name: str, default: object = None, /) -> object:
        """Give the thing of a name, or something else where there is none."""
        try:
            return self[name]
        except KeyError:
            return default


_HOME: Final = f"{Path(__file__).parent}{os.sep}"
_KEPT: Final[ContextVar[dict[Text, Renamed] | None]] = ContextVar("kept", default=None)
_NOW_CALLED: Final = Text(
    en="{old} is called {new} now; the old name will stop working",
    nl="{old} heet nu {new}; de oude naam werkt straks niet meer",
)
