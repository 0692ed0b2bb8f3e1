"""How an interview goes with a person at a terminal: what is shown, what is said at the start and at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from reunify.facts import Case, Paper
from reunify.interview.question import Prompt
from reunify.interview.talk import Interview
from reunify.report import wording
from reunify.text import Lang, Text

__all__ = ["closing", "in_words", "run"]


def run(
    interview: Interview,
    ask: Callable[[str], str],
    say: Callable[[str], object],
    keep: Callable[[Case], object] | None = None,
) -> Case:
    """Hold an interview with a person.

    Args:
        interview: The interview.
        ask: Shows a prompt and gives the line that was typed, as `input` does; `EOFError` and
            `KeyboardInterrupt` end the interview.
        say: Shows a text of one or more lines, as `print` does.
        keep: Called with the case after each answer that was taken, so that no answer is lost.

    Returns:
        What is known at the end.
    """
    lang = interview.lang
    say(_INTRODUCTION[lang])
    if interview.case.decided_on is not None:
        say(_DAY.format(day=wording.day_in_words(interview.case.decided_on, lang))[lang])
    paper = Paper.START
    try:
        while (asked := interview.question()) is not None:
            if asked.paper > paper and (asked.left is not None or asked.paper is Paper.PEOPLE):
                paper = asked.paper
                say(f"\n--- {paper.heading[lang]} ---")
            say(in_words(asked, lang))
            said = interview.answer(ask("> ")) or interview.noted
            if said:
                say(said)
            if keep is not None and interview.case.members:
                keep(interview.case)
    except (EOFError, KeyboardInterrupt):
        interview.stop()
    say("\n" + "\n".join(closing(interview)))
    return interview.case


def in_words(asked: Prompt, lang: Lang) -> str:
    """Give a question as lines for a terminal: how many are left, the question, why, the options, the hint."""
    left = "" if asked.left is None else _LEFT_ONE[lang] if asked.left == 1 else _LEFT.format(left=asked.left)[lang]
    head = f"\n{left}{asked.text}"
    numbered = [f"  {number}. {option.label}" for number, option in enumerate(asked.options, 1)]
    remarks = " ".join(part for part in (asked.why, asked.hint) if part)
    return "\n".join([head, *numbered, f"  ({remarks})"])


def closing(interview: Interview) -> Iterator[str]:
    """Give in lines what is said at the end: that it is the end, and what the outcomes rest on that nobody said."""
    lang = interview.lang
    if interview.stopped:
        yield (_STOPPED if interview.case.members else _STOPPED_EMPTY)[lang]
        return
    yield (_DONE_UNKNOWN if interview.unknown else _DONE)[lang]
    assumptions = interview.assumptions()
    if assumptions:
        yield _RESTS_ON[lang]
        yield from (f"  * {assumption}" for assumption in assumptions)


_INTRODUCTION: Final = Text(
    en="A few questions about the family. The sponsor is the person who has asylum in the Netherlands.\n"
    "Type ? (or just Enter) if you do not know. You can also type:\n"
    "  back      to undo the last answer\n"
    "  show      to see all answers\n"
    "  change 3  to change answer 3\n"
    "  stop      to end; your answers are kept and you can go on later",
    nl="Een paar vragen over het gezin. De hoofdpersoon is degene die asiel heeft in Nederland.\n"
    "Typ ? (of alleen Enter) als u het niet weet. U kunt ook typen:\n"
    "  terug     om het laatste antwoord te herstellen\n"
    "  toon      om alle antwoorden te zien\n"
    "  wijzig 3  om antwoord 3 te veranderen\n"
    "  stop      om te eindigen; uw antwoorden blijven bewaard en u kunt later verdergaan",
)
_DAY: Final = Text(
    en="\nThe family is looked at as it stands on {day}. Another day? Type: change 1",
    nl="\nWe kijken hoe het gezin ervoor staat op {day}. Een andere dag? Typ: wijzig 1",
)
_DONE: Final = Text(en="That was all: every outcome is certain now.", nl="Dat was alles: elke uitkomst staat nu vast.")
_RESTS_ON: Final = Text(
    en="What is certain rests on some things that mostly are so, and that nobody was asked about. Check these first, as most "
    "hangs on them:",
    nl="Wat vaststaat, rust ook op dingen die meestal zo zijn en die niet zijn gevraagd. Controleer eerst deze, want daar "
    "hangt het meeste van af:",
)
_DONE_UNKNOWN: Final = Text(
    en="That was all. What you do not know stays unknown; the report says where it matters.",
    nl="Dat was alles. Wat u niet weet blijft onbekend; het verslag zegt waar dat uitmaakt.",
)
_STOPPED: Final = Text(
    en="Stopped. Your answers are kept; you can go on later.",
    nl="Gestopt. Uw antwoorden blijven bewaard; u kunt later verdergaan.",
)
_STOPPED_EMPTY: Final = Text(
    en="Stopped. No family member was named yet, so there is nothing to keep.",
    nl="Gestopt. Er is nog geen gezinslid genoemd, dus er is niets te bewaren.",
)
_LEFT: Final = Text(en="[at most {left} left] ", nl="[nog hooguit {left}] ")
_LEFT_ONE: Final = Text(en="[the last one] ", nl="[de laatste] ")
