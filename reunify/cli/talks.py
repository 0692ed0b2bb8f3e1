"""The commands that ask: ``new`` and ``ask``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import attrs

from reunify import casefile, interview, report
from reunify.cli.families import write_calendar
from reunify.cli.laws import two_laws
from reunify.cli.output import not_written, on_screen, say_on_screen, write
from reunify.cli.parser import Options
from reunify.cli.problem import Problem
from reunify.cli.reading import day_of, lang_of, read, today, told
from reunify.facts import Case
from reunify.faults import in_one_line
from reunify.text import Lang, Text

__all__ = ["ask", "new"]


def new(options: Options) -> None:
    """Do what ``reunify new`` asks."""
    lang = lang_of(options)
    on = day_of(options) or today()
    if Path(options.file).exists():
        said = Text(
            en="{file}: this file is there already; go on with: reunify ask {file}",
            nl="{file}: dit bestand bestaat al; ga door met: reunify ask {file}",
        )
        raise Problem(said.format(file=in_one_line(options.file)))
    _interview(_begun(None, lang, on, options), options)


def ask(options: Options) -> None:
    """Do what ``reunify ask`` asks."""
    lang = lang_of(options)
    case = read(options, day_of(options))
    if case.decided_on is None:
        with told(options.file):
            case = attrs.evolve(case, decided_on=today())
    _interview(_begun(case, lang, case.decided_on, options), options)


def _begun(case: Case | None, lang: Lang, on: date | None, options: Options) -> interview.Interview:
    """Begin with the laws that are named, or with those that apply to decisions."""
    regimes = options.laws.regimes
    laws = two_laws(options) if options.own else regimes
    return interview.Interview(case, lang, on, laws, regimes=regimes)


def _interview(talk: interview.Interview, options: Options) -> None:
    """Ask, and keep the file up to date after every answer, so that closing the window loses nothing."""
    case = _asked(talk, options)
    if not options.own and (more := talk.more()) and _is_wanted(f"\n{more} {_YES_OR_NO[options.lang]}"):
        talk.go_on()
        case = _asked(talk, options)
    if case.members:
        _end_of_interview(case, options, stopped=talk.stopped)


def _asked(talk: interview.Interview, options: Options) -> Case:
    try:
        return interview.run(talk, input, say_on_screen, keep=lambda case: casefile.write(case, options.file))
    except OSError as error:
        raise not_written(options.file, error) from None


def _is_wanted(question: str) -> bool:
    try:
        return input(on_screen(question)).strip().casefold() in interview.YES_WORDS
    except (EOFError, KeyboardInterrupt):
        return False


def _end_of_interview(case: Case, options: Options, *, stopped: bool) -> None:
    """Name the file and the next command; where nothing is left to ask, offer to make the report and the calendar."""
    lang, say = options.lang, print
    page, dates = (_beside(options.file, suffix) for suffix in (".html", ".ics"))
    names = {"file": options.file, "page": page, "dates": dates}
    shown = {what: in_one_line(name) for what, name in names.items()}
    # As a shell wants it, where the name has a blank in it.
    shown["word"] = f'"{shown["file"]}"' if " " in shown["file"] else shown["file"]
    say((_NEXT_STOPPED if stopped else _NEXT).format(**shown)[lang])
    if stopped:
        return
    if not _is_wanted(f"{_OFFER.format(**shown)[lang]} {_YES_OR_NO[lang]}"):
        return
    made = report.make(case, lang=lang, laws=options.laws)
    write(made.to_html(), page)
    say(_MADE.format(file=shown["page"])[lang])
    write_calendar(made, dates)
    say(_MADE.format(file=shown["dates"])[lang])


def _beside(file: str, suffix: str) -> str:
    """Give the name that a file has with another suffix, and never that of the file itself."""
    path = Path(file)
    return str(path.with_name(f"{path.name}{suffix}") if path.suffix.lower() == suffix else path.with_suffix(suffix))


_NEXT: Final = Text(
    en="\nYour answers are in the file {file}.\nTo see the report, type: reunify compare {word}",
    nl="\nUw antwoorden staan in het bestand {file}.\nHet verslag ziet u met: reunify compare {word} --lang nl",
)
_NEXT_STOPPED: Final = Text(
    en="Your answers are in the file {file}.\nTo go on, type: reunify ask {word}",
    nl="Uw antwoorden staan in het bestand {file}.\nVerdergaan doet u met: reunify ask {word} --lang nl",
)
_OFFER: Final = Text(
    en="Shall I make the report as a page for your browser ({page}) and the days as a calendar file ({dates}) now? "
    "What is in those files is replaced.",
    nl="Zal ik het verslag nu maken als pagina voor uw browser ({page}), en de dagen als agendabestand ({dates})? "
    "Wat in die bestanden staat, wordt vervangen.",
)
_YES_OR_NO: Final = Text(en="Yes or no: ", nl="Ja of nee: ")
_MADE: Final = Text(en="Made: {file}", nl="Gemaakt: {file}")
