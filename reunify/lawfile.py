"""A law of one's own, from a Python file or module outside the package.

Reading one runs it, as Python does with every module: read only what you wrote, or trust as if you had.
"""

from __future__ import annotations

import contextlib
import importlib
import re
import sys
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from reunify import files
from reunify.faults import did_you_mean, in_one_line, nearest
from reunify.rules import RULE_SETS
from reunify.ruleset import CircleError, RuleSet
from reunify.text import Text

__all__ = ["BadLaw", "read"]


class BadLaw(ValueError):  # noqa: N818 -- as `faults.BadCase`
    """A law of one's own cannot be read.

    Attributes:
        text: Why, in two languages.
    """

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def read(place: str) -> RuleSet:
    """Read a law of one's own; the file or module is run, and what it adds (`facts.add_member_fact`) is added.

    Args:
        place: ``my_law.py``, or ``package.module`` as Python finds it (also in the present folder). Where several laws
            stand in it, one is named: ``my_law.py:NAME``, ``package.module:NAME``.

    Returns:
        The law.

    Raises:
        BadLaw: There is no such file or module, it does not run, there is no law in it or more than one and none is
            named, or the law has the id of one of the library's; with the place and the nearest valid name.
    """
    where, name = _taken_apart(place)
    found = vars(_run_file(place, where) if where.endswith(_SUFFIX) else _run_module(where))
    law = _named(place, found, name) if name else _only_law(place, found)
    if law.id in RULE_SETS:
        raise _bad(place, _TAKEN.format(id=repr(law.id)))
    return law


def _taken_apart(place: str) -> tuple[str, str]:
    """Give the file or module, and the name of the law in it where one is given."""
    where, _, name = place.rpartition(":")
    return (place, "") if place.endswith(_SUFFIX) or not where else (where, name)


# ---------------------------------------------------------------- running it


def _run_file(place: str, where: str) -> ModuleType:
    path = Path(where)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _bad(place, files.NOT_UTF_8.format(line=error.object.count(b"\n", 0, error.start) + 1)) from None
    except (OSError, ValueError) as error:
        raise _bad(place, files.why_unread(path, error)) from None
    module = ModuleType(f"law_file_{path.stem}")
    module.__file__ = str(path)
    with _told_plainly(place, str(path), vars(module)), _found_from(path.resolve().parent):
        sys.modules[module.__name__] = module  # where classes that it defines are looked for
        exec(compile(text, str(path), "exec"), vars(module))  # noqa: S102 -- a file that its user named to be run
    return module


def _run_module(where: str) -> ModuleType:
    with _told_plainly(where, "", {}), _found_from(Path.cwd()):
        try:
            return importlib.import_module(where)
        except ModuleNotFoundError as error:
            if error.name is None or not f"{where}.".startswith(f"{error.name}."):
                raise
            raise _bad(where, _NO_MODULE.format(name=repr(error.name))) from None
        except (TypeError, ValueError):  # no name that a module can have
            raise _bad(where, _NO_MODULE.format(name=repr(where))) from None


@contextlib.contextmanager
def _found_from(folder: Path) -> Iterator[None]:
    """Let it import what stands beside it."""
    sys.path.insert(0, str(folder))
    try:
        yield
    finally:
        sys.path.remove(str(folder))


@contextlib.contextmanager
def _told_plainly(place: str, file: str, names: Mapping[str, Any]) -> Iterator[None]:
    """Say in one line, with its place, what goes wrong while a law is run."""
    try:
        yield
    except BadLaw:
        raise
    except SyntaxError as error:
        said = _NO_PYTHON.format(
            line=error.lineno or 0, why=in_one_line(error.msg), excerpt=repr((error.text or "").strip())
        )
        raise _bad(place if error.filename == file else str(error.filename), said) from None
    except (Exception, SystemExit) as error:  # noqa: BLE001 -- whatever a file of another can raise
        frames = traceback.extract_tb(error.__traceback__)
        lines = [frame for frame in frames if frame.filename == file] or frames[-1:]
        line = str(error) if type(error) is ValueError else f"{type(error).__name__}: {error}"
        why = error.text if isinstance(error, CircleError) else in_one_line(line)
        hint = _hint(error, names)
        raise _bad(
            place if file else lines[-1].filename,
            _FAILED.format(line=lines[-1].lineno, why=why, hint=hint),
        ) from None


def _hint(error: BaseException, names: Mapping[str, Any]) -> Text:
    """Give the nearest name to one that is not known."""
    known: list[str] = []
    if isinstance(error, NameError):
        known = [name for name in names if not name.startswith("__")]
    elif isinstance(error, ImportError) and error.name in sys.modules:
        known = [name for name in vars(sys.modules[error.name]) if not name.startswith("_")]
    wanted = _WANTED.search(str(error))
    near = nearest(wanted[1], known) if wanted else None
    return Text(en=f"; did you mean {near!r}?", nl=f"; bedoelt u {near!r}?") if near else Text(en="", nl="")


# ---------------------------------------------------------------- finding the law in it


def _only_law(place: str, found: Mapping[str, Any]) -> RuleSet:
    laws = {name: one for name, one in found.items() if isinstance(one, RuleSet) and RULE_SETS.get(one.id) is not one}
    if len(set(laws.values())) == 1:
        return next(iter(laws.values()))
    if laws:
        raise _bad(place, _SEVERAL.format(names=", ".join(laws), example=f"{place}:{next(iter(laws))}"))
    raise _bad(place, _NONE)


def _named(place: str, found: Mapping[str, Any], name: str) -> RuleSet:
    if name not in found:
        laws = [one for one, value in found.items() if isinstance(value, RuleSet)]
        raise _bad(place, _NO_NAME.format(name=repr(name), hint=did_you_mean(name, laws)))
    law = found[name]
    if not isinstance(law, RuleSet):
        raise _bad(place, _NO_LAW.format(name=repr(name), kind=type(law).__name__))
    return law


def _bad(place: str, said: Text) -> BadLaw:
    return BadLaw(_AT.format(place=in_one_line(place), said=said))


_AT: Final = Text(en="{place}: {said}", nl="{place}: {said}")
_SUFFIX: Final = ".py"
_WANTED: Final = re.compile(r"name '(\w+)'")
_NO_MODULE: Final = Text(
    en="there is no module {name}; a file is named with .py at the end",
    nl="er is geen module {name}; een bestand noemt u met .py aan het eind",
)
_NO_PYTHON: Final = Text(
    en="line {line}: this is not Python ({why}): {excerpt}", nl="regel {line}: dit is geen Python ({why}): {excerpt}"
)
_FAILED: Final = Text(en="line {line}: {why}{hint}", nl="regel {line}: dit gaat mis: {why}{hint}")
_NONE: Final = Text(
    en="there is no law in it: a RuleSet, such as PROPOSED.amend(…) gives",
    nl="er staat geen recht in: een RuleSet, zoals PROPOSED.amend(…) die geeft",
)
_SEVERAL: Final = Text(
    en="there are several laws in it ({names}); name one: {example}",
    nl="er staan meer rechten in ({names}); noem er een: {example}",
)
_NO_NAME: Final = Text(en="there is no {name} in it{hint}", nl="er staat geen {name} in{hint}")
_NO_LAW: Final = Text(
    en="{name} is no law; it is of the type {kind}", nl="{name} is geen recht; het is van het type {kind}"
)
_TAKEN: Final = Text(
    en="its id {id} is that of a law of this library; give it another one",
    nl="de id {id} is die van een recht van deze bibliotheek; geef een andere",
)
