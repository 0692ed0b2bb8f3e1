"""Which laws a command is about: those that it names, or else those that apply; and laws of one's own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, Final

from reunify.cli.parser import Options
from reunify.cli.problem import Problem, problem_of
from reunify.faults import BadCase
from reunify.text import Text

if TYPE_CHECKING:
    from reunify.ruleset import RuleSet

__all__ = ["law_named", "law_that_is_needed", "own_faults", "read_own_laws", "two_laws", "two_laws_named"]


def read_own_laws(options: Options) -> None:
    """Read the laws that ``--law`` names, so that they can be named by their id as the others.

    Raises:
        Problem: One cannot be read, or two have the same id.
    """
    options.own = ()
    if not options.law:
        return
    from reunify import lawfile  # noqa: PLC0415 -- few name laws of their own

    try:
        options.own = tuple(map(lawfile.read, options.law))
        options.laws = options.laws.with_own(options.own)
    except lawfile.BadLaw as bad:
        raise Problem(_WRONG.format(said=bad.text)) from None
    except ValueError as error:
        raise Problem(_WRONG.format(said=error)) from None


def two_laws(options: Options) -> tuple[RuleSet, RuleSet]:
    """Give the laws that are held against each other where none is named.

    These are the first and the last that applies to decisions; the last of them and that of ``--law``; or the two of
    ``--law``.
    """
    regimes = options.laws.regimes
    if not options.own:
        return regimes[0], regimes[-1]
    *earlier, last = (regimes[-1], *options.own)
    return earlier[-1], last


def law_named(options: Options, name: str | None, option: str) -> RuleSet | None:
    """Give the law of an id; where none is named, the one of ``--law``, if there is one.

    Raises:
        Problem: There is no such law; with the nearest that there is.
    """
    if name is None:
        return options.own[-1] if options.own else None
    if name not in options.laws:
        from reunify.rules.elsewhere import ELSEWHERE  # noqa: PLC0415 -- few ask for the law of another State

        if name in ELSEWHERE:
            return ELSEWHERE[name]
    try:
        return options.laws.named(name, option)
    except BadCase as bad:
        raise problem_of(bad) from None


def law_that_is_needed(options: Options, name: str | None, option: str) -> RuleSet:
    """Give the law of an id, or that of ``--law``; one of the two must be there."""
    law = law_named(options, name, option)
    if law is None:
        raise Problem(_NEEDED.format(option=option, laws=", ".join(options.laws)))
    return law


def two_laws_named(
    options: Options, old: tuple[str | None, str], new: tuple[str | None, str]
) -> tuple[RuleSet, RuleSet]:
    """Give two laws by their ids, each with the option that names it; those of `two_laws` where none is named."""
    first, second = (
        law if name is None else law_that_is_needed(options, name, option)
        for law, (name, option) in zip(two_laws(options), (old, new), strict=True)
    )
    return first, second


@contextmanager
def own_faults(options: Options) -> Iterator[None]:
    """Tell what goes wrong in a law of one's own as a fault of that law; of a law of the library it is a fault of ours.

    Raises:
        Problem: A function of the law fails for some family.
    """
    try:
        yield
    except (Problem, BadCase):
        raise
    except Exception as error:
        if not options.own or isinstance(error, ValueError):
            raise
        what = f"{type(error).__name__}: {error}"
        raise Problem(_FAILS.format(what=what, where=_where(error))) from None


def _where(error: BaseException) -> str:
    """Give the last line of a file of one's own that was reached."""
    frames = [frame for frame in extract_tb(error.__traceback__) if not frame.filename.startswith(_LIBRARY)]
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"


_LIBRARY: Final = (str(Path(__file__).parents[1]), "<rules", sys.prefix, sys.base_prefix)
_FAILS: Final = Text(
    en="--law: {where}: a condition fails for some family ({what})",
    nl="--law: {where}: een voorwaarde loopt vast bij een gezin ({what})",
)
_WRONG: Final = Text(en="--law: {said}", nl="--law: {said}")
_NEEDED: Final = Text(
    en="{option}: name a law ({laws}), or give --law and a file",
    nl="{option}: noem een recht ({laws}), of geef --law en een bestand",
)
