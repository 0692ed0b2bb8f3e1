"""The commands about one family: ``compare``, ``assess``, ``states``, ``calendar``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import attrs

from reunify.cli.laws import law_named, two_laws, two_laws_named
from reunify.cli.output import write
from reunify.cli.parser import Options
from reunify.cli.problem import Problem, not_installed, one_of
from reunify.cli.reading import day_of, lang_of, read, today, told
from reunify.report import forms
from reunify.text import Text

if TYPE_CHECKING:
    from reunify.report import Report
    from reunify.report.sheet_language import SheetLanguage
    from reunify.ruleset import RuleSet

__all__ = ["assess", "calendar", "compare", "states", "write_calendar"]


def compare(options: Options) -> None:
    """Do what ``reunify compare`` asks."""
    _write_report(options, lambda: two_laws_named(options, (options.old, "--old"), (options.new, "--new")))


def assess(options: Options) -> None:
    """Do what ``reunify assess`` asks."""
    _write_report(options, lambda: _chosen(options))


def _chosen(options: Options) -> tuple[RuleSet, ...]:
    """Give the one law that was named, if one was."""
    chosen = law_named(options, options.rules, "--rules")
    return () if chosen is None else (chosen,)


def states(options: Options) -> None:
    """Do what ``reunify states`` asks."""
    from reunify.report.states import FORMS  # noqa: PLC0415 -- the laws of other States, which no other command needs

    lang = lang_of(options)
    form = one_of(tuple(FORMS), options.format, "--format")
    case = read(options, day_of(options))
    if case.decided_on is None:
        case = attrs.evolve(case, decided_on=today())
    write(FORMS[form](case, lang), options.output)


def calendar(options: Options) -> None:
    """Do what ``reunify calendar`` asks."""
    write_calendar(_report(options, lambda: _chosen(options)), options.output)


def write_calendar(made: Report, output: str | None) -> None:
    """Write the days of a report.

    Raises:
        Problem: The extra for that is not installed.
    """
    try:
        text = made.to_ics()
    except ImportError as error:
        raise not_installed(error) from None
    write(text, output)


def _write_report(options: Options, laws: Callable[[], tuple[RuleSet, ...]]) -> None:
    """Read the file, assess, put into words, write."""
    form = one_of(tuple(forms.FAMILY_REPORT), options.format, "--format")
    language = _language_of_sheet(options, form)
    made = _report(options, laws)
    if language is not None:
        with told(options.texts or ""):
            write(made.to_sheet(language), options.output)
        return
    if form == forms.TEXT and options.output is None and sys.stdout.isatty():
        made.show(full=options.full)
        return
    write(forms.FAMILY_REPORT[form](made, options.full), options.output)


def _language_of_sheet(options: Options, form: str) -> SheetLanguage | None:
    """Read the texts in another language, where some are given; only the sheet has such."""
    if options.texts is None:
        return None
    if form != forms.SHEET:
        raise Problem(_ONLY_SHEET)
    from reunify.report import sheet_language  # noqa: PLC0415 -- seldom asked for

    with told(options.texts):
        return sheet_language.read(options.texts, two_laws(options) if options.own else options.laws.regimes)


_ONLY_SHEET: Final = Text(en="--texts: this goes with --format sheet", nl="--texts: dit hoort bij --format sheet")


def _report(options: Options, laws: Callable[[], tuple[RuleSet, ...]]) -> Report:
    """Make the report under one law or two; where none is named, under the one in force on the decision day."""
    lang, on = lang_of(options), day_of(options)
    case = read(options, on)  # before the laws: a file that is refused needs none
    day = case.decided_on or today()
    *earlier, last = laws() or (options.laws.in_force_on(day),)
    old = earlier[0] if earlier else None
    with told(options.file):
        from reunify.report import make  # noqa: PLC0415 -- as the laws

        return make(case, lang=lang, old=old, new=last, on=on, today=day, laws=options.laws)
