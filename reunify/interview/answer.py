"""From words to a value: what an answer stands for, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from reunify.facts import (
    HERE,
    NOBODY,
    NOT_CHOSEN,
    NOT_FILED,
    Fact,
    FactKind,
)
from reunify.faults import BadCase, Fault, FaultCode
from reunify.interview.dates import Said, read_day
from reunify.interview.question import Option, Prompt
from reunify.text import Text

__all__ = [
    "BACK_WORDS",
    "CHANGE",
    "COMPLAINT_DAY",
    "COMPLAINT_DAY_OR_NUMBER",
    "COMPLAINT_OPTION",
    "NO_MORE_WORDS",
    "NO_WORDS",
    "REMOVE_WORDS",
    "SHOW_WORDS",
    "STOP_WORDS",
    "UNKNOWN_WORDS",
    "YES",
    "YES_WORDS",
    "can_be",
    "plain",
    "read_answer",
    "unclear",
]


def plain(text: str) -> str:
    """Give a short answer without capitals, doubled spaces and a full stop."""
    plain = " ".join(text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())
    return plain.rstrip(" .!") or plain


def read_answer(about: Fact, asked: Prompt, text: str, word: str, latest: date | None, today: date | None) -> Said:
    """Give the value that an answer stands for, for `Fact.read`.

    Args:
        about: The fact that is asked for.
        asked: The question.
        text: What was typed.
        word: The same without what does not matter; see `plain`.
        latest: The last day that a day can be, if there is one.
        today: What is taken for today.

    Raises:
        BadCase: It stands for none, or for more than one.
    """
    chosen = _chosen(about, asked, " ".join(text.split()), word)
    if chosen is not None:
        return Said(chosen)
    if about.kind is FactKind.DATE:
        said = read_day(word, latest, today, exact=about.exact)
    else:
        reader = _READERS.get(about.kind)
        value = reader(word) if reader is not None else None
        said = None if value is None else Said(value)
    if said is None:
        raise unclear(asked.fact, _complaint(about, asked).format(most=len(asked.options)))
    return said


def _complaint(about: Fact, asked: Prompt) -> Text:
    if about.exact:
        return _COMPLAINT_EXACT_DAY
    return COMPLAINT_DAY_OR_NUMBER if about.kind is FactKind.DATE and asked.options else _COMPLAINTS[about.kind]


def _chosen(about: Fact, asked: Prompt, text: str, word: str) -> str | None:
    """Give the option with this number, this value or this label, or the one that goes by this word.

    Raises:
        BadCase: The word stands for more than one.
    """
    options = asked.options
    if re.fullmatch("[0-9]{1,3}", word):
        return options[int(word) - 1].value if 1 <= int(word) <= len(options) else None
    said = {choice.value: choice.said for choice in about.choices or ()}
    tests: tuple[Callable[[Option], bool], ...] = (
        lambda option: text in (option.value, option.label),
        lambda option: word in (plain(option.value), plain(option.label), plain(option.value.replace("_", " "))),
        lambda option: word in said.get(option.value, ()) or word in _ALSO_SAID.get(option.value, ()),
    )
    for test in tests:
        found = [number for number, option in enumerate(options, 1) if test(option)]
        if len(found) > 1:
            raise unclear(asked.fact, can_be(text, asked, found))
        if found:
            return options[found[0] - 1].value
    return None


def can_be(text: str, asked: Prompt, numbers: Sequence[int]) -> Text:
    """Ask which of several options a word stands for."""
    listed = [f"{number}. {asked.options[number - 1].label}" for number in numbers]
    return _CAN_BE.format(text=text, options=Text(en=" or ".join(listed), nl=" of ".join(listed)))


def _yes_or_no(word: str) -> bool | None:
    return True if word in YES_WORDS else False if word in NO_WORDS else None


def _amount(word: str) -> Decimal | None:
    """Read 2600, 2.600,00 and 2,600.00; a mark before three digits sets off thousands."""
    digits = re.sub(r"^(€|eur|euro)\s*|\s*(€|eur|euro|,-)+$", "", word)
    found = re.fullmatch(r"([0-9]{1,9}|[0-9]{1,3}(?:([.,])[0-9]{3})(?:\2[0-9]{3})*)(?:[.,]([0-9]{1,2}))?", digits)
    if found is None:
        return None
    whole = re.sub(r"[.,]", "", found[1])
    return Decimal(f"{whole}.{found[3]}" if found[3] else whole)


_READERS: Final[Mapping[FactKind, Callable[[str], Any]]] = {
    FactKind.YES_NO: _yes_or_no,
    FactKind.AMOUNT: _amount,
}


def unclear(place: str, text: Text) -> BadCase:
    """Say why an answer cannot be taken."""
    return BadCase([Fault(place, text, FaultCode.UNCLEAR_ANSWER)])


STOP_WORDS: Final = frozenset({"stop", "quit", "exit", "stoppen"})
BACK_WORDS: Final = frozenset({"back", "undo", "terug"})
SHOW_WORDS: Final = frozenset({"show", "toon"})
REMOVE_WORDS: Final = frozenset({"remove", "delete", "weg", "verwijder", "haal weg"})
CHANGE: Final = re.compile(r"(?:change|wijzig|verander)(?: (?:number |nummer )?([0-9]{1,4}))?")
YES: Final = "yes"
YES_WORDS: Final = frozenset({"yes", "y", "ja", "j", "klopt", "dat klopt", "right", "that is right"})
NO_WORDS: Final = frozenset({"no", "n", "nee"})
UNKNOWN_WORDS: Final = frozenset(
    {
        *("", "?", "unknown", "i don't know", "i dont know", "don't know", "dont know", "no idea"),
        *("onbekend", "weet ik niet", "ik weet het niet", "weet niet", "geen idee"),
    }
)
NO_MORE_WORDS: Final = frozenset(
    {
        *("no", "nee", "no more", "done", "nobody", "no one", "none", "that is all"),
        *("klaar", "niemand", "niemand meer", "geen", "geen meer", "niet meer", "verder niemand"),
    }
)
_NO_SUCH_DAY: Final = frozenset(
    {"no", "none", "not yet", "never", "nee", "geen", "nooit", "nog niet", "nog geen", "niet"}
)
_ALSO_SAID: Final[Mapping[str, frozenset[str]]] = {
    NOT_FILED.value: _NO_SUCH_DAY,
    "never": _NO_SUCH_DAY,
    "permanent": frozenset({"permanent", "vast", "no end", "geen einde", "onbepaalde tijd"}),
    NOBODY: frozenset({"no", "nobody", "no one", "nee", "geen", "niemand"}),
    HERE: frozenset({"hier"}),
    NOT_CHOSEN: frozenset({"not chosen", "niet gekozen"}),
    "already": frozenset({"already", "now", "al", "nu", "nu al"}),
}
_CAN_BE: Final = Text(
    en="“{text}” can be {options}. Which one? Give the number",
    nl="“{text}” kan zijn: {options}. Welke? Geef het nummer",
)
_COMPLAINT_NAME: Final = Text(en="This is not a name", nl="Dit is geen naam")
_COMPLAINT_EXACT_DAY: Final = Text(
    en="This is not a day; write it as 25 November 2026 or 25-11-2026",
    nl="Dit is geen dag; schrijf die als 25 november 2026 of 25-11-2026",
)
COMPLAINT_DAY: Final = Text(
    en="This is not a day; write it as 25 November 2026 or 25-11-2026, or as May 1990, 1990 or 1-6-1990 to 31-8-1990 if that "
    "is all you know, or ? if you do not know",
    nl="Dit is geen dag; schrijf die als 25 november 2026 of 25-11-2026, of als mei 1990, 1990 of 1-6-1990 t/m 31-8-1990 als "
    "u niet meer weet, of typ ? als u het niet weet",
)
COMPLAINT_DAY_OR_NUMBER: Final = Text(
    en="This is not a day; write it as 25 November 2026 or 25-11-2026, or as May 1990, 1990 or 1-6-1990 to 31-8-1990 if that "
    "is all you know, or give a number from the list, or ? if you do not know",
    nl="Dit is geen dag; schrijf die als 25 november 2026 of 25-11-2026, of als mei 1990, 1990 of 1-6-1990 t/m 31-8-1990 als "
    "u niet meer weet, of geef een nummer uit de lijst, of typ ? als u het niet weet",
)
COMPLAINT_OPTION: Final = Text(
    en="Give a number from 1 to {most}, or the word", nl="Geef een nummer van 1 tot en met {most}, of het woord"
)
_COMPLAINTS: Final[Mapping[FactKind, Text]] = {
    FactKind.DATE: COMPLAINT_DAY,
    FactKind.YES_NO: Text(en="Say yes or no, or ? if you do not know", nl="Zeg ja of nee, of ? als u het niet weet"),
    FactKind.CHOICE: COMPLAINT_OPTION,
    FactKind.MEMBER: COMPLAINT_OPTION,
    FactKind.AMOUNT: Text(
        en="This is not an amount; write it as 2600 or 2600,50", nl="Dit is geen bedrag; schrijf 2600 of 2600,50"
    ),
    FactKind.TEXT: _COMPLAINT_NAME,
}
