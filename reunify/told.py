"""What a condition says of the world, in sentences for who reads a report: met, not met, or not known and so a question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

import attrs

from reunify.figure import Figure
from reunify.text import Text, texts_of

__all__ = ["Told", "names_day", "on_day", "told_of", "without_day"]

_UNMET: Final = Text(en="This is not so: {proposition}.", nl="Dit is niet zo: {proposition}.")
_ASK: Final = Text(en="Is this so: {proposition}?", nl="Klopt dit: {proposition}?")
_SENTENCES: Final = re.compile(r"(?<=[.?!]) (?=[A-Z])")


@attrs.frozen
class Told:
    """A condition in sentences about the world. A sentence with ``{day}`` is said where the day of the turn is known.

    Attributes:
        met: What is so where it is met.
        unmet: What is so where it is not.
        ask: The question where it is not known.
        task: What somebody can do where it is not met, if the rule says so.
        place: Where that is done.
        written: Which of the three a rule says itself; the others are made of its proposition.
    """

    met: Text
    unmet: Text
    ask: Text
    task: Text | None = None
    place: Text | None = None
    written: frozenset[str] = frozenset()

    def in_state(self, holds: bool | None) -> Text:
        """Give the text for a condition that is met, not met, or not known (None)."""
        return self.ask if holds is None else self.met if holds else self.unmet

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the law that the texts name."""
        return tuple(figure for text in texts_of(self).values() for figure in text.figures)

    def with_figures(self, changed: Mapping[str, Figure]) -> Told:
        """Give the same texts with other figures."""
        said: dict[str, Any] = {name: text.with_figures(changed) for name, text in texts_of(self).items()}
        return attrs.evolve(self, **said)


def told_of(proposition: Text, figures: Iterable[Figure], **said: Text | None) -> Told:
    """Make the three texts of a condition: those that are said, and plain ones of its proposition for the others.

    Args:
        proposition: The proposition; it can name figures.
        figures: The figures of the law that the texts can name.
        said: The texts that a rule says itself, as ``met``, ``unmet`` and ``ask``, and its ``task`` and ``place``.
    """
    en, nl = proposition.en, proposition.nl
    plain = {
        "met": (f"{en[:1].upper()}{en[1:]}.", f"{nl[:1].upper()}{nl[1:]}."),
        "unmet": (_UNMET.en.replace("{proposition}", en), _UNMET.nl.replace("{proposition}", nl)),
        "ask": (_ASK.en.replace("{proposition}", en), _ASK.nl.replace("{proposition}", nl)),
    }
    written = {name: (text.en, text.nl) for name, text in said.items() if text is not None}
    made = {name: Text.of(*figures, en=en, nl=nl) for name, (en, nl) in (plain | written).items()}
    return Told(**made, written=frozenset(written))


def names_day(text: Text) -> bool:
    """Say whether a text has a sentence about the day on which a condition turns."""
    return "{day}" in text.en


def without_day(text: Text) -> Text:
    """Give a text without the sentence that names a day, for where that day is not known."""
    en, nl = (" ".join(part for part in _SENTENCES.split(said) if "{day}" not in part) for said in (text.en, text.nl))
    return Text(en=en, nl=nl)


def on_day(text: Text, day: date | None, words: Text | None) -> Text:
    """Give a text with its day in words, or without the sentence that names it."""
    if not names_day(text):
        return text
    return without_day(text) if day is None or words is None else text.format(day=words)
