"""Faults in what a user wrote: each with its place and a message in two languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from reunify.text import Choice, Lang, Text


class FaultCode(Choice):
    """What kind of thing is wrong: the closed list of words that a program can count on."""

    UNKNOWN_FACT = "unknown-fact", "there is no such fact", "dit feit bestaat niet"
    UNKNOWN_VALUE = "unknown-value", "the value is not one of the list", "de waarde staat niet in de lijst"
    UNKNOWN_MEMBER = "unknown-member", "there is no such family member", "dit gezinslid bestaat niet"
    UNKNOWN_LAW = "unknown-law", "there is no such law", "dit recht bestaat niet"
    MISSING_FACT = (
        "missing-fact",
        "something that must be given is left out",
        "iets dat moet worden opgegeven ontbreekt",
    )
    NO_MEMBERS = "no-members", "there is no family member", "er is geen gezinslid"
    WRONG_TYPE = (
        "wrong-type",
        "a table, a list or a value stands where something else is meant",
        "er staat een tabel, een lijst of een waarde waar iets anders bedoeld is",
    )
    BAD_DATE = "bad-date", "not a day that there is, or not written as one", "geen bestaande dag, of niet zo geschreven"
    INEXACT_DATE = "inexact-date", "an exact day is needed here", "hier is een precieze dag nodig"
    BAD_SPAN = "bad-span", "not a first and a last day in that order", "geen eerste en laatste dag in die volgorde"
    DATE_OUT_OF_RANGE = (
        "date-out-of-range",
        "the day is too long ago or too far ahead",
        "de dag ligt te ver terug of vooruit",
    )
    BAD_YES_NO = "bad-yes-no", "not a yes or no", "geen ja of nee"
    BAD_AMOUNT = "bad-amount", "not an amount in euros within bounds", "geen bedrag in euro's binnen de grenzen"
    BAD_TEXT = "bad-text", "not a text on one line, or too long", "geen tekst op één regel, of te lang"
    IMPOSSIBLE_ORDER = (
        "impossible-order",
        "a day lies before or after one that it cannot",
        "een dag ligt vóór of na een andere waar dat niet kan",
    )
    CONTRADICTION = "contradiction", "two facts exclude each other", "twee feiten sluiten elkaar uit"
    WRONG_RELATION = (
        "wrong-relation",
        "the family member that is named has another relation",
        "het genoemde gezinslid heeft een andere relatie",
    )
    REPEATED_ID = "repeated-id", "two family members have one id", "twee gezinsleden hebben dezelfde id"
    RESERVED_ID = "reserved-id", "the id has a meaning of its own", "de id heeft een eigen betekenis"
    GIVEN_TWICE = "given-twice", "something is given more than once", "iets staat er meer dan eens"
    EMPTY = "empty", "there is nothing in it", "er staat niets in"
    BAD_SYNTAX = "bad-syntax", "it cannot be read as what it should be", "het is niet te lezen als wat het moet zijn"
    TOO_LARGE = "too-large", "it is larger than what is taken", "het is groter dan wat wordt aangenomen"
    TOO_DEEP = "too-deep", "too many tables or lists inside each other", "te veel tabellen of lijsten in elkaar"
    UNREADABLE = "unreadable", "the file cannot be read", "het bestand kan niet worden gelezen"
    BAD_COLUMN = (
        "bad-column",
        "a column of a table is not known, missing, or there twice",
        "een kolom van een tabel is niet bekend, ontbreekt, of staat er twee keer",
    )
    BAD_OPTION = "bad-option", "an option of a command cannot be so", "een optie van een opdracht kan zo niet"
    NOT_INSTALLED = (
        "not-installed",
        "an extra is needed that is not installed",
        "er is een extra nodig die niet is geïnstalleerd",
    )
    UNCLEAR_ANSWER = "unclear-answer", "the answer is not understood", "het antwoord is niet begrepen"
    BAD_SNAPSHOT = "bad-snapshot", "the file is no whole snapshot", "het bestand is geen hele opname"


__all__ = ["BadCase", "Fault", "FaultCode", "did_you_mean", "in_one_line", "nearest"]


@attrs.frozen
class Fault:
    """One thing that is wrong with the facts that were given.

    Attributes:
        path: The place in the case file, such as ``members[1].born_on``; empty for the file as a whole.
        text: What is wrong, and the nearest valid value where there is one.
        code: What kind of thing is wrong, in a word that stays.
    """

    path: str
    text: Text
    code: FaultCode

    def line(self, lang: Lang = "en") -> str:
        """Give the fault as one line: the place, a colon, what is wrong."""
        return in_one_line(f"{self.path}: {self.text[lang]}" if self.path else self.text[lang])

    def under(self, path: str) -> Fault:
        """Give the same fault with its place put under ``path``."""
        return attrs.evolve(self, path=f"{path}.{self.path}" if self.path else path)

    def to_data(self) -> dict[str, str]:
        """Give the place, the code and the text in each language, all of it text that can be sent anywhere."""
        shown = {"path": self.path, "code": self.code, "en": self.text.en, "nl": self.text.nl}
        return {key: in_one_line(value) for key, value in shown.items()}


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

    def to_data(self) -> list[dict[str, str]]:
        """Give every fault as plain data: ``path``, ``code``, ``en`` and ``nl``."""
        return [fault.to_data() for fault in self.faults]


def nearest(word: str, known: Sequence[str]) -> str | None:
    """Give the known word that looks most like ``word``, or None if nothing comes near."""
    from difflib import get_close_matches  # noqa: PLC0415 -- slow to import, needed for errors only

    # Comparing takes time in the square of the length, and beyond a few words of text nothing is misspelt.
    starts = {name[:_LONGEST_COMPARED].lower(): name for name in known}
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
