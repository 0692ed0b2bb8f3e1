"""What an interview says where a page has buttons and fields, in place of a text that says what to type at a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reunify.facts import FactKind
from reunify.interview import _texts as texts
from reunify.interview.answer import COMPLAINT_DAY, COMPLAINT_DAY_OR_NUMBER
from reunify.text import Text

__all__ = ["WITH_BUTTONS"]

_NO_DAY: Final = Text(
    en="This is not a day; write it as 25 November 2026 or 25-11-2026, or as May 1990, 1990 or 1-6-1990 to 31-8-1990 if that "
    "is all you know",
    nl="Dit is geen dag; schrijf die als 25 november 2026 of 25-11-2026, of als mei 1990, 1990 of 1-6-1990 t/m 31-8-1990 als "
    "u niet meer weet",
)
WITH_BUTTONS: Final[Mapping[Text, Text]] = {
    COMPLAINT_DAY: _NO_DAY,
    COMPLAINT_DAY_OR_NUMBER: _NO_DAY,
    texts.HINT_DAY_OR_NUMBER: texts.HINTS[FactKind.DATE],
    texts.WHO_FIRST: Text(
        en="Who wants to come to the sponsor in the Netherlands?", nl="Wie wil naar de hoofdpersoon in Nederland komen?"
    ),
    texts.CHANGE_THE_OTHER: Text(
        en="Perhaps the earlier answer is wrong: {label}: {said}.",
        nl="Misschien is het eerdere antwoord fout: {label}: {said}.",
    ),
    texts.DAY_FIRST: Text(
        en="“{typed}”: is that {said}? If not, write the month as a word.",
        nl="“{typed}”: is dat {said}? Zo niet, schrijf de maand als woord.",
    ),
    texts.IS_IT_RIGHT: Text(
        en="Is that right? If not, give another answer.", nl="Klopt dat? Zo niet, geef een ander antwoord."
    ),
    texts.OUTSIDE: Text(
        en="{now}: that is not what was given before ({before}). Is it right?",
        nl="{now}: dat is niet wat eerder is opgegeven ({before}). Klopt het?",
    ),
    texts.HINT_EXACT_OR_KEEP: Text(
        en="A day such as 25-11-2026. If you do not know it, it stays {span}.",
        nl="Een dag zoals 25-11-2026. Weet u die niet, dan blijft het {span}.",
    ),
    texts.HINT_AGAIN: Text(en="Now: {said}.", nl="Nu: {said}."),
}
