"""The sheet for the family: one page in plain words, apart from the lawyer's report.

It says no rule and no outcome of its own: it is the top of the report, with what to bring, in words for who is no lawyer
(`sheet_words`), and it can be told in a language that the library has not (`sheet_language`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

import reunify
from reunify.report import sheet_words, wording
from reunify.report.at_a_glance import MOST_DAYS, MOST_TASKS, DayAhead, Task
from reunify.report.found import Found
from reunify.report.sheet_language import SheetLanguage, client_words
from reunify.text import Lang

__all__ = ["SheetView", "Stands", "ToBring", "make_sheet", "to_html"]


@attrs.frozen(kw_only=True)
class Stands:
    """Where some of the family stand, all alike: who, what comes out, and the application."""

    persons: tuple[str, ...]
    said: str
    application: str


@attrs.frozen(kw_only=True)
class ToBring:
    """Something to bring, and for whom; for nobody in particular where that is empty."""

    persons: str
    said: str


@attrs.frozen(kw_only=True)
class SheetView:
    """What stands on the sheet, in the order shown.

    Attributes:
        lang: The language; texts are asked in it as in one of the library.
        direction: How it is written: ``ltr`` or ``rtl``.
        version: The version of the library.
        steps: What to do, the most pressing first.
        stands: Where each person stands; those who stand alike together.
        days: The days ahead.
        bring: What to bring.
        notice: What the sheet is, and for which day.
        translated: Who translated it, and when; empty for the languages of the library.
    """

    lang: Lang
    direction: str
    version: str
    steps: tuple[Task, ...]
    stands: tuple[Stands, ...]
    days: tuple[DayAhead, ...]
    bring: tuple[ToBring, ...]
    notice: str
    translated: str

    @property
    def letters(self) -> str:
        """How large the letters on paper can be, so that all fits on one page: large, small or tiny."""
        lines = [f"{one.persons} {one.said} {one.place}" for one in self.steps]
        lines += [f"{', '.join(one.persons)} {one.said} {one.application}" for one in self.stands]
        lines += [f"{one.day} {one.persons} {one.step} {one.left}" for one in self.days]
        lines += [f"{one.said} {one.persons}" for one in self.bring]
        length = sum(_LINE + len(line) for line in lines)
        return "large" if length < _MOST_LARGE else "small" if length < _MOST_SMALL else "tiny"


_LINE: Final = 40
"""What a new line takes, in letters."""
_MOST_LARGE: Final = 2000
_MOST_SMALL: Final = 3300


def make_sheet(found: Found, language: SheetLanguage | None = None) -> SheetView:
    """Put what was worked out into words for the family.

    Args:
        found: What was worked out.
        language: A language that the library has not; None: that of the report.

    Raises:
        BadCase: A text of a law of one's own is not in that language.
    """
    lang = client_words(found.lang) if language is None else language.lang
    top = found.top(lang)
    day = wording.day_in_words(top.on, lang)
    tasks = list(top.tasks())[:MOST_TASKS]
    return SheetView(
        lang=lang,
        direction="ltr" if language is None else language.direction,
        version=reunify.__version__,
        steps=tuple(
            Task(persons=top.named(task.persons), said=_capital(task.said), place=_capital(task.place))
            for task in tasks
        ),
        stands=tuple(_stands(found, lang)),
        days=tuple(top.days())[:MOST_DAYS],
        bring=tuple(_to_bring(found, lang)),
        notice=sheet_words.NOTICE.format(day=day, short=top.law.short)[lang],
        translated="" if language is None else language.translated,
    )


def _stands(found: Found, lang: Lang) -> Iterator[Stands]:
    top = found.top(lang)
    alike: dict[tuple[str, str], list[str]] = {}
    for outcome in top.outcomes:
        alike.setdefault((top.verdict(outcome), top.application(outcome)), []).append(outcome.member)
    for (said, application), persons in alike.items():
        yield Stands(persons=tuple(persons), said=_capital(said), application=_capital(application))


def _to_bring(found: Found, lang: Lang) -> Iterator[ToBring]:
    yield ToBring(persons="", said=sheet_words.BRING_ALWAYS[lang])
    wanted: dict[str, dict[str, int]] = {}
    for outcome in found.outcomes:
        for place, item in enumerate(found.evidence_for(outcome, found.result.main)):
            wanted.setdefault((item.bring or item.text)[lang], {})[outcome.member] = place
    # What stands last for somebody, such as what to do without papers, stands behind what others bring.
    for said, persons in sorted(wanted.items(), key=lambda one: max(one[1].values())):
        yield ToBring(persons=wording.named(persons, found.result.case, lang), said=_capital(said))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def to_html(view: SheetView) -> str:
    """Give the sheet as one HTML page that needs nothing else, for one side of A4 paper.

    Args:
        view: What to show.
    """
    from reunify.report import html  # noqa: PLC0415 -- needs an extra

    return html.template("sheet.html.jinja").render(view=view, lang=view.lang, words=sheet_words, of_report=wording)
