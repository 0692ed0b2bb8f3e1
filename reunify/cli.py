"""The command line: ``reunify compare`` and ``reunify assess``.

The only place that reads the clock: the decision day is today where neither ``--on`` nor the file gives one.
"""

from __future__ import annotations

import argparse
import itertools
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final, NoReturn, TypeVar, cast

import attrs
from rich.console import Console

import reunify
from reunify import casefile, files
from reunify.assess import assess
from reunify.facts import CASE_FACTS, Case
from reunify.faults import BadCase, Fault, did_you_mean
from reunify.report import data, terminal
from reunify.report.view import Origin, Result, make_view
from reunify.rules import CURRENT, PROPOSED, RULE_SETS, in_force_on
from reunify.ruleset import RuleSet
from reunify.text import LANGS, Lang, Text

BAD_INPUT: Final = 2
COULD_NOT: Final = 1


class Problem(Exception):  # noqa: N818 -- "Error" adds nothing
    """What stops a command: lines for the user, and the exit code."""

    def __init__(self, *lines: Text, code: int = BAD_INPUT) -> None:
        super().__init__(*lines)
        self.lines = lines
        self.code = code


def run(argv: list[str]) -> int:
    """Run one command.

    Args:
        argv: The words after ``reunify``.

    Returns:
        The exit code: 0 assessed, 1 could not write, 2 bad input.
    """
    lang = _language_of(argv)
    try:
        options = _parser(lang).parse_args(argv, namespace=_Options())
        options.command(options)
    except Problem as problem:
        sys.stderr.write("".join(f"{line[lang]}\n" for line in problem.lines))
        return problem.code
    except BrokenPipeError:
        # The reader of a pipe went away; nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return COULD_NOT
    return 0


# ---------------------------------------------------------------- the words of a command


class _Options(argparse.Namespace):
    """What the words of a command mean."""

    command: Callable[[_Options], None]
    file: str
    old: str
    new: str
    rules: str | None
    on: str | None
    lang: Lang
    format: str
    output: str | None
    full: bool


class _Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong."""

    def error(self, message: str) -> NoReturn:
        """Stop with one line and a hint."""
        raise Problem(
            Text(
                en=f"reunify: {message}; see: {self.prog} --help",
                nl=f"reunify: de opdracht klopt niet ({message}); zie: {self.prog} --help",
            )
        )


_HELP: Final = {
    "reunify": Text(
        en="Dutch family reunification after asylum: who may come, before and after 12 June 2026. "
        "Decision support, not legal advice.",
        nl="Gezinshereniging na asiel: wie mag komen, vóór en na 12 juni 2026. Hulp bij het beoordelen, geen "
        "juridisch advies.",
    ),
    "compare": Text(en="one family under the old and the new law", nl="één gezin onder het oude en het nieuwe recht"),
    "assess": Text(en="one family under one law", nl="één gezin onder één recht"),
    "file": Text(en="the case file (TOML or JSON)", nl="het bestand met de zaak (TOML of JSON)"),
    "old": Text(en="the law to compare from", nl="het recht om vanaf te vergelijken"),
    "new": Text(en="the law to compare with", nl="het recht om mee te vergelijken"),
    "rules": Text(
        en="the law; left out, the one in force on the decision day",
        nl="het recht; weggelaten: dat van de dag van het besluit",
    ),
    "on": Text(en="the decision day, as 2026-11-25", nl="de dag van het besluit, als 2026-11-25"),
    "lang": Text(en="the language: nl or en", nl="de taal: nl of en"),
    "format": Text(en="the form: {forms}", nl="de vorm: {forms}"),
    "output": Text(en="write to this file", nl="schrijf naar dit bestand"),
    "full": Text(en="show all conditions", nl="toon alle voorwaarden"),
    "help": Text(en="show this help", nl="toon deze hulp"),
    "version": Text(en="show the version", nl="toon de versie"),
}


def _language_of(argv: list[str]) -> Lang:
    """Give the language that the words ask for, so that a complaint about them can be in it."""
    for word, following in itertools.pairwise([*argv, ""]):
        asked = word.removeprefix("--lang=") if word.startswith("--lang=") else following
        if word.startswith("--lang") and asked in LANGS:
            return asked
    return "en"


def _parser(lang: Lang) -> _Parser:
    parser = _Parser(prog="reunify", description=_HELP["reunify"][lang], add_help=False, allow_abbrev=False)
    _help_option(parser, lang)
    version = f"reunify {reunify.__version__}"
    parser.add_argument("--version", action="version", version=version, help=_HELP["version"][lang])
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=_Parser)
    comparing = _command(commands, "compare", _compare, lang)
    comparing.add_argument("--old", default=CURRENT.id, metavar="ID", help=_HELP["old"][lang])
    comparing.add_argument("--new", default=PROPOSED.id, metavar="ID", help=_HELP["new"][lang])
    assessing = _command(commands, "assess", _assess, lang)
    assessing.add_argument("--rules", metavar="ID", help=_HELP["rules"][lang])
    return parser


def _command(
    commands: argparse._SubParsersAction[_Parser], name: str, command: Callable[[_Options], None], lang: Lang
) -> _Parser:
    parser = commands.add_parser(
        name, help=_HELP[name][lang], description=_HELP[name][lang], add_help=False, allow_abbrev=False
    )
    parser.set_defaults(command=command)
    _help_option(parser, lang)
    forms = ", ".join(FORMS)
    parser.add_argument("file", metavar="FILE", help=_HELP["file"][lang])
    parser.add_argument("--on", metavar="DATE", help=_HELP["on"][lang])
    parser.add_argument("--lang", default="en", metavar="LANG", help=_HELP["lang"][lang])
    parser.add_argument("--format", default="text", metavar="FORM", help=_HELP["format"].format(forms=forms)[lang])
    parser.add_argument("--full", action="store_true", help=_HELP["full"][lang])
    parser.add_argument("-o", "--output", metavar="OUT", help=_HELP["output"][lang])
    return parser


def _help_option(parser: _Parser, lang: Lang) -> None:
    parser.add_argument("-h", "--help", action="help", help=_HELP["help"][lang])


# ---------------------------------------------------------------- the commands


def _compare(options: _Options) -> None:
    old, new = _rule_set(options.old, "--old"), _rule_set(options.new, "--new")
    _report(options, lambda _: (old, new))


def _assess(options: _Options) -> None:
    chosen = _rule_set(options.rules, "--rules") if options.rules is not None else None
    _report(options, lambda applicable: (chosen or applicable,))


def _report(options: _Options, choose: Callable[[RuleSet], tuple[RuleSet, ...]]) -> None:
    """Read the file, assess, put into words, write."""
    lang = _one_of(LANGS, options.lang, "--lang")
    form = FORMS[_one_of(tuple(FORMS), options.format, "--format")]
    case, on_from = _read(options)
    applicable = in_force_on(cast("date", case.decided_on))
    rule_sets = choose(applicable)
    result = Result(
        case=case,
        rule_sets=rule_sets,
        assessments=tuple(assess(case, rule_set) for rule_set in rule_sets),
        applicable=applicable,
        on_from=on_from,
    )
    if form is _text and options.output is None and sys.stdout.isatty():
        Console().print(terminal.render(make_view(result, lang), full=options.full))
        return
    _write(form(result, lang, options.full), options.output)


def _read(options: _Options) -> tuple[Case, Origin]:
    """Read the case, and say where its decision day comes from."""
    try:
        on = CASE_FACTS["decided_on"].read(options.on, "--on")
        case = casefile.read(options.file, decided_on=on)
        if on is not None:
            return case, "option"
        if case.decided_on is not None:
            return case, "file"
        return attrs.evolve(case, decided_on=date.today()), "today"  # noqa: DTZ011 -- a day, not a moment
    except BadCase as bad:
        raise Problem(*(_line(fault, options.file) for fault in bad.faults)) from None


def _line(fault: Fault, file: str) -> Text:
    place = "" if fault.path.startswith("--") else f"{file}: "
    return Text(en=place + fault.line("en"), nl=place + fault.line("nl"))


def _rule_set(name: str, option: str) -> RuleSet:
    return RULE_SETS[_one_of(tuple(RULE_SETS), name, option)]


_Word = TypeVar("_Word", bound=str)


def _one_of(known: tuple[_Word, ...], word: str, option: str) -> _Word:
    for value in known:
        if value == word:
            return value
    text = Text(en="{option}: {word!r} is not known{hint}", nl="{option}: {word!r} is niet bekend{hint}")
    raise Problem(text.format(option=option, word=word, hint=did_you_mean(word, known)))


# ---------------------------------------------------------------- the forms


def _text(result: Result, lang: Lang, full: bool) -> str:
    return terminal.to_text(make_view(result, lang), full=full)


def _json(result: Result, lang: Lang, _: bool) -> str:
    return data.to_json(result, lang)


FORMS: Final[dict[str, Callable[[Result, Lang, bool], str]]] = {"text": _text, "json": _json}


def _write(text: str, output: str | None) -> None:
    """Write a whole text, or nothing."""
    if output is None:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    try:
        files.write(Path(output), text)
    except OSError as error:
        said = Text(en="{file}: could not be written: {why}", nl="{file}: kon niet worden geschreven: {why}")
        raise Problem(said.format(file=output, why=error.strerror or error), code=COULD_NOT) from None
