"""The command line: ``reunify compare``, ``assess``, ``states``, ``calendar``, ``new``, ``ask``, ``explain``, ``sources``, ``diff``, ``snapshot``, ``schema``, ``screen``."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from reunify.cli.commands import COMMANDS
from reunify.cli.laws import read_own_laws
from reunify.cli.output import keep_what_is_read
from reunify.cli.parser import Options, language_of, parser_in
from reunify.cli.problem import BAD_INPUT, COULD_NOT, Problem
from reunify.faults import in_one_line
from reunify.renamed import Renamed
from reunify.report.forms import FAMILY_REPORT as FORMS
from reunify.text import Lang

if TYPE_CHECKING:
    from reunify.rules import Laws

__all__ = ["BAD_INPUT", "COULD_NOT", "FORMS", "Problem", "run"]


def run(argv: list[str], laws: Laws | None = None) -> int:
    """Run one command.

    Args:
        argv: The words after ``reunify``.
        laws: The laws that can be named; left out, those of the library.

    Returns:
        The exit code: 0 assessed, 1 could not write, 2 bad input.
    """
    lang = language_of(argv)
    try:
        options = Options() if laws is None else Options(laws=laws)
        parser_in(lang, options).parse_args(argv, namespace=options)
        keep_what_is_read(options)
        with _old_names_told(lang):
            read_own_laws(options)
            COMMANDS[options.command](options)
    except Problem as problem:
        sys.stderr.write("".join(f"{line[lang]}\n" for line in problem.lines))
        return problem.code
    except BrokenPipeError:
        # The reader of a pipe went away; nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return COULD_NOT
    return 0


@contextmanager
def _old_names_told(lang: Lang) -> Iterator[None]:
    """Say once of each old name that is used what it is called now, on standard error."""
    told = set()
    other = warnings.showwarning

    def show(message: Warning | str, *place: Any, **options: Any) -> None:
        if not isinstance(message, Renamed):
            other(message, *place, **options)
        elif message.text not in told:
            told.add(message.text)
            sys.stderr.write(in_one_line(f"reunify: {message.text[lang]}") + "\n")

    with warnings.catch_warnings():
        warnings.simplefilter("always", Renamed)
        warnings.showwarning = show
        yield
