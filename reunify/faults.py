"""Faults in what a user wrote: each with its place and a message in two languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from reunify.text import Lang, Text


@attrs.frozen
class Fault:
    """One thing that is wrong with the facts that were given.

    Attributes:
        path: The place in the case file, such as ``members[1].born_on``; empty for the file as a whole.
        text: What is wrong, and the nearest valid value where there is one.
    """

    path: str
    text: Text

    def line(self, lang: Lang = "en") -> str:
        """Give the fault as one line: the place, a colon, what is wrong."""
        return in_one_line(f"{self.path}: {self.text[lang]}" if self.path else self.text[lang])

    def under(self, path: str) -> Fault:
        """Give the same fault with its place put under ``path``."""
        return attrs.evolve(self, path=f"{path}.{self.path}" if self.path else path)


class BadCase(ValueError):  # noqa: N818 -- the house word for bad input; "Error" adds nothing
    """The facts of a case cannot be assessed; `faults` says why, every fault at once.

    Attributes:
        faults: All that is wrong, in the order of the file.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        super().__init__("\n".join(fault.line() for fault in self.faults))

    def __reduce__(self) -> tuple[type[BadCase], tuple[tuple[Fault, ...]]]:
        return BadCase, (self.faults,)


def nearest(word: str, known: Sequence[str]) -> str | None:
    """Give the known word that looks most like ``word``, or None if nothing comes near."""
    from difflib import get_close_matches  # noqa: PLC0415 -- slow to import, needed for errors only

    # Comparing takes time in the square of the length, and beyond a few words of text nothing is misspelt.
    starts = {name[:_LONGEST_COMPARED]: name for name in known}
    found = get_close_matches(word[:_LONGEST_COMPARED].lower(), starts, n=1, cutoff=0.5)
    return starts[found[0]] if found else None


def did_you_mean(word: str, known: Sequence[str]) -> Text:
    """Give the hint that follows an unknown word: the nearest known one, or all of them if few."""
    near = nearest(word, known)
    if near is not None:
        return Text(en=f"; did you mean {near!r}?", nl=f"; bedoelt u {near!r}?")
    if known and len(known) <= _FEW:
        listed = ", ".join(map(repr, known))
        return Text(en=f"; it can be {listed}", nl=f"; mogelijk is {listed}")
    return Text(en="", nl="")


def in_one_line(text: str) -> str:
    """Give a text with everything written out that ends a line, steers a terminal or cannot be printed."""
    return _NOT_SHOWN.sub(lambda found: found[0].encode("unicode_escape", "surrogatepass").decode("ascii"), text)


_NOT_SHOWN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_LONGEST_COMPARED: Final = 40
_FEW: Final = 12
