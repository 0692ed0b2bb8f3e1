"""One question about several people at once: who is meant by an answer, and what is said of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from reunify.facts import Fact, FactKind
from reunify.interview import _texts as texts
from reunify.interview.answer import UNKNOWN_WORDS, YES_WORDS, plain, unclear
from reunify.interview.question import Prompt
from reunify.report import wording
from reunify.text import LANGS, Lang, Text

__all__ = ["ALL_WORDS", "AND", "listed", "read_together"]

ALL_WORDS: Final = frozenset(
    {
        *("all", "all of them", "everybody", "everyone", "both", "yes, all", "yes all", "yes, all of them"),
        *("allemaal", "alle", "allen", "iedereen", "allebei", "beide", "beiden", "ja, allemaal", "ja allemaal"),
    }
)
AND: Final = re.compile(r"[,;]| en | and | & ")


def read_together(about: Fact, asked: Prompt, text: str, word: str, read: Callable[[str], Any]) -> dict[str, Any]:
    """Give what an answer says of each person of whom the question is asked; None for what is not known.

    Args:
        about: The fact that is asked for.
        asked: The question.
        text: What was typed: one answer for all, names, or names with an answer behind each.
        word: The same without what does not matter; see `plain`.
        read: Gives the value that an answer about one person stands for.

    Raises:
        BadCase: It stands for nothing, or leaves somebody out of whom it should say something.
    """
    names = asked.together
    if word in UNKNOWN_WORDS:
        return dict.fromkeys(names)
    is_yes_no = about.kind is FactKind.YES_NO
    if is_yes_no and word in ALL_WORDS:
        return dict.fromkeys(names, True)
    if is_yes_no and word in YES_WORDS:
        raise unclear(asked.fact, texts.OF_WHOM)
    parts = [part for part in AND.split(text) if part.strip()]
    told = dict(_told_by_name(parts, names, is_yes_no, read))
    if len(told) < len(parts):
        if told:
            raise unclear(asked.fact, texts.NAMES_ONLY.format(names=_names(names)))
        return dict.fromkeys(names, read(text))
    # Who is not named is not meant: so it is where names alone are given, and nowhere else.
    if len(told) < len(names) and not (is_yes_no and False not in told.values()):
        raise unclear(asked.fact, texts.EACH_OF_THEM.format(names=_names(names)))
    return {name: told.get(name, False) for name in names}


def _told_by_name(
    parts: Sequence[str], names: Sequence[str], is_yes_no: bool, read: Callable[[str], Any]
) -> Iterator[tuple[str, Any]]:
    for part in parts:
        said = plain(part)
        fitting = (name for name in names if re.match(rf"{re.escape(plain(name))}(?!\w)", said))
        name = max(fitting, key=len, default=None)
        if name is None:
            continue
        rest = said.removeprefix(plain(name)).strip(" .:=")
        if rest or not is_yes_no:
            yield name, None if rest in UNKNOWN_WORDS else read(rest)
        else:
            yield name, True


def listed(names: Sequence[str], lang: Lang, last: Text = wording.AND) -> str:
    """Give names as a reader writes them: "Ali, Noor and Sam", or with another word before the last one."""
    *first, end = names
    return f"{', '.join(first)}{last[lang]}{end}" if first else end


def _names(names: Sequence[str]) -> Text:
    said = {lang: listed(names, lang) for lang in LANGS}
    return Text(en=said["en"], nl=said["nl"])
