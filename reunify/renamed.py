"""Old names that go on working for a while, each with the name that took its place.

Every look-up of a name that a user wrote goes through `now`; docs/stable-names.md says which names are held to this.
"""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Container, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Final, TypeVar, overload

from reunify.text import Text

_T = TypeVar("_T")
_D = TypeVar("_D")


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
        steps = [old]
        while (name := renamed.get(steps[-1])) is not None:
            if name in steps:
                message = f"{of}: the old names go round in a circle: {' -> '.join([*steps, name])}"
                raise ValueError(message)
            steps.append(name)
        if steps[-1] not in living:
            message = f"{of}: the old name {old!r} leads to {steps[-1]!r}, which there is not"
            raise ValueError(message)
        found[old] = steps[-1]
    return found


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
