"""From words to a value: what an answer stands for, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
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
from reunify.faults import BadCase, Fault
from reunify.interview.question import Option, Prompt
from reunify.report import wording
from reunify.text import Text


def plain(text: str) -> str:
    """Give a short answer without capitals, doubled spaces and a full stop."""
    plain = " ".join(text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())
    return plain.rstrip(" .!") or plain


def read_answer(about: Fact, asked: Prompt, text: str, word: str) -> Any:
    """Give the value that an answer stands for, for `Fact.read`.

    Raises:
        BadCase: It stands for none.
    """
    chosen = _chosen(asked.options, " ".join(text.split()), word)
    if chosen is not None:
        return chosen
    reader = wording.day_from_words if about.exact else _READERS.get(about.kind)
    value = reader(word) if reader is not None else None
    if value is None:
        raise unclear(asked.fact, _complaint(about, asked).format(most=len(asked.options)))
    return value


def _complaint(about: Fact, asked: Prompt) -> Text:
    if about.exact:
        return _COMPLAINT_EXACT_DAY
    return _COMPLAINT_DAY_OR_NUMBER if about.kind is FactKind.DATE and asked.options else _COMPLAINTS[about.kind]


def _chosen(options: tuple[Option, ...], text: str, word: str) -> str | None:
    """Give the option with this number, this value or this label, or one that goes by this word."""
    if re.fullmatch("[0-9]{1,3}", word):
        return options[int(word) - 1].value if 1 <= int(word) <= len(options) else None
    tests: tuple[Callable[[Option], bool], ...] = (
        lambda option: text in (option.value, option.label),
        lambda option: word in (plain(option.value), plain(option.label), plain(option.value.replace("_", " "))),
        lambda option: word in _ALSO_SAID.get(option.value, ()),
    )
    for test in tests:
        found = [option.value for option in options if test(option)]
        if len(found) == 1:
            return found[0]
    return None


def _yes_or_no(word: str) -> bool | None:
    return True if word in _YES_WORDS else False if word in _NO_WORDS else None


def _amount(word: str) -> Decimal | None:
    """Read 2600, 2.600,00 and 2,600.00; a mark before three digits sets off thousands."""
    digits = re.sub(r"^(€|eur|euro)\s*|\s*(€|eur|euro)$", "", word)
    found = re.fullmatch(r"([0-9]{1,9}|[0-9]{1,3}(?:([.,])[0-9]{3})(?:\2[0-9]{3})*)(?:[.,]([0-9]{1,2}))?", digits)
    if found is None:
        return None
    whole = re.sub(r"[.,]", "", found[1])
    return Decimal(f"{whole}.{found[3]}" if found[3] else whole)


_READERS: Final[Mapping[FactKind, Callable[[str], Any]]] = {
    FactKind.YES_NO: _yes_or_no,
    FactKind.DATE: wording.days_from_words,
    FactKind.AMOUNT: _amount,
}


def unclear(place: str, text: Text) -> BadCase:
    """Say why an answer cannot be taken."""
    return BadCase([Fault(place, text)])


STOP_WORDS: Final = frozenset({"stop", "quit", "exit", "stoppen"})
BACK_WORDS: Final = frozenset({"back", "undo", "terug"})
SHOW_WORDS: Final = frozenset({"show", "toon"})
_YES_WORDS: Final = frozenset({"yes", "y", "ja", "j"})
_NO_WORDS: Final = frozenset({"no", "n", "nee"})
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
_NO_SUCH_DAY: Final = frozenset({"no", "none", "not yet", "never", "nee", "geen", "nooit", "nog niet", "nog geen"})
_ALSO_SAID: Final[Mapping[str, frozenset[str]]] = {
    NOT_FILED.value: _NO_SUCH_DAY,
    "never": _NO_SUCH_DAY,
    "permanent": frozenset({"permanent", "vast", "no end", "geen einde", "onbepaalde tijd"}),
    NOBODY: frozenset({"no", "nobody", "no one", "nee", "geen", "niemand"}),
    HERE: frozenset({"hier"}),
    NOT_CHOSEN: frozenset({"not chosen", "niet gekozen"}),
    "already": frozenset({"already", "now", "al", "nu", "nu al"}),
}
HINT_NAME: Final = Text(en="A name.", nl="Een naam.")
_COMPLAINT_EXACT_DAY: Final = Text(
    en="This is not a day; write it as 25 November 2026 or 25-11-2026",
    nl="Dit is geen dag; schrijf die als 25 november 2026 of 25-11-2026",
)
_COMPLAINT_DAY: Final = Text(
    en="This is not a day; write it as 25 November 2026 or 25-11-2026, or as May 1990 or 1990 if that is all you know",
    nl="Dit is geen dag; schrijf die als 25 november 2026 of 25-11-2026, of als mei 1990 of 1990 als u niet meer weet",
)
_COMPLAINT_DAY_OR_NUMBER: Final = Text(
    en="This is not a day; write it as 25 November 2026 or 25-11-2026, or as May 1990 or 1990 if that is all you know, "
    "or give a number from the list",
    nl="Dit is geen dag; schrijf die als 25 november 2026 of 25-11-2026, of als mei 1990 of 1990 als u niet meer weet, "
    "of geef een nummer uit de lijst",
)
_COMPLAINT_OPTION: Final = Text(
    en="Give a number from 1 to {most}, or the word", nl="Geef een nummer van 1 tot en met {most}, of het woord"
)
_COMPLAINTS: Final[Mapping[FactKind, Text]] = {
    FactKind.DATE: _COMPLAINT_DAY,
    FactKind.YES_NO: Text(en="Say yes or no, or ? if you do not know", nl="Zeg ja of nee, of ? als u het niet weet"),
    FactKind.CHOICE: _COMPLAINT_OPTION,
    FactKind.MEMBER: _COMPLAINT_OPTION,
    FactKind.AMOUNT: Text(
        en="This is not an amount; write it as 2600 or 2600,50", nl="Dit is geen bedrag; schrijf 2600 of 2600,50"
    ),
    FactKind.TEXT: HINT_NAME,
}
