"""What stops a command, and what is said of it."""

from __future__ import annotations

from typing import TypeVar

from reunify.exits import BAD_INPUT, COULD_NOT
from reunify.faults import BadCase, did_you_mean, in_one_line
from reunify.text import Text

__all__ = ["BAD_INPUT", "COULD_NOT", "Problem", "not_installed", "one_of", "problem_of"]


class Problem(Exception):  # noqa: N818 -- "Error" adds nothing
    """What stops a command: lines for the user, and the exit code."""

    def __init__(self, *lines: Text, code: int = BAD_INPUT) -> None:
        super().__init__(*lines)
        self.lines = lines
        self.code = code


def problem_of(bad: BadCase, file: str | None = None) -> Problem:
    """Give each fault its line; those that are not of an option begin with the file."""
    lines = []
    for fault in bad.faults:
        place = "" if file is None or fault.path.startswith("--") else in_one_line(f"{file}: ")
        lines.append(Text(en=place + fault.line("en"), nl=place + fault.line("nl")))
    return Problem(*lines)


def not_installed(error: ImportError) -> Problem:
    """Say what is lacking, in the words of the error."""
    return Problem(Text(en=f"reunify: {error}", nl=f"reunify: {error}"), code=COULD_NOT)


_Word = TypeVar("_Word", bound=str)


def one_of(known: tuple[_Word, ...], word: str, option: str) -> _Word:
    """Give a word if it is known.

    Args:
        known: The words.
        word: What was given.
        option: What it was given for, as it is called in the help.

    Raises:
        Problem: It is not; with the nearest that is.
    """
    for value in known:
        if value == word:
            return value
    text = Text(en="{option}: {word!r} is not known{hint}", nl="{option}: {word!r} is niet bekend{hint}")
    raise Problem(text.format(option=option, word=word, hint=did_you_mean(word, known)))
