"""The command line: ``reunify compare``, ``assess``, ``calendar``, ``new``, ``ask``, ``explain``, ``sources``, ``diff``, ``snapshot``, ``screen``.

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
from reunify import casefile, files, interview, screen
from reunify.assess import assess
from reunify.facts import CASE_FACTS, Case
from reunify.faults import BadCase, Fault, did_you_mean, in_one_line
from reunify.report import citations, explain, family_report, forms, law, terminal
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
        _keep_what_is_read(options)
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
    files: list[str]
    jobs: int
    faults: str | None
    rule_set: str
    old_rules: str
    new_rules: str
    target: str | None
    check: str | None
    ground: str | None


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
    "--old": Text(en="the law to compare from", nl="het recht om vanaf te vergelijken"),
    "--new": Text(en="the law to compare with", nl="het recht om mee te vergelijken"),
    "rules": Text(
        en="the law; left out, the one in force on the decision day",
        nl="het recht; weggelaten: dat van de dag van het besluit",
    ),
    "on": Text(en="the decision day, as 2026-11-25", nl="de dag van het besluit, als 2026-11-25"),
    "lang": Text(en="the language: nl or en", nl="de taal: nl of en"),
    "format": Text(en="the form: {forms}", nl="de vorm: {forms}"),
    "output": Text(en="write to this file", nl="schrijf naar dit bestand"),
    "calendar": Text(
        en="the days that matter for one family, as a calendar file (iCalendar)",
        nl="de dagen die ertoe doen voor één gezin, als agendabestand (iCalendar)",
    ),
    "new": Text(
        en="ask for the facts of a family one by one, and write its case file",
        nl="vraag de feiten van een gezin één voor één, en schrijf het bestand",
    ),
    "ask": Text(
        en="go on asking for the facts that a case file lacks",
        nl="ga door met vragen naar de feiten die in een bestand ontbreken",
    ),
    "explain": Text(en="the law itself, from the rules", nl="het recht zelf, uit de regels"),
    "sources": Text(en="every rule with its sources, to check", nl="elke regel met zijn bronnen, om na te lezen"),
    "screen": Text(en="many families: one row a person", nl="veel gezinnen: één rij per persoon"),
    "files": Text(
        en="case files, folders of them, JSON lines, CSV or Parquet",
        nl="bestanden met een zaak, mappen daarmee, JSON-regels, CSV of Parquet",
    ),
    "jobs": Text(en="how many processes", nl="hoeveel processen"),
    "faults": Text(en="write the faults to this file", nl="schrijf de fouten naar dit bestand"),
    "diff": Text(
        en="what changes for whom between two laws, from the rules themselves",
        nl="wat voor wie verandert tussen twee vormen van recht, uit de regels zelf",
    ),
    "snapshot": Text(
        en="freeze the verdicts of a law on all boundary families, or check such a file",
        nl="leg de uitkomsten van een recht voor alle grensgezinnen vast, of controleer zo'n bestand",
    ),
    "check": Text(en="check this file instead", nl="controleer dit bestand"),
    "rule_set": Text(en="the law: {ids}", nl="het recht: {ids}"),
    "some_rule_set": Text(en="the law: {ids}; left out: all", nl="het recht: {ids}; weggelaten: alle"),
    "ground": Text(en="one ground; left out: all", nl="één grond; weggelaten: alle"),
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
    comparing.add_argument("--old", default=CURRENT.id, metavar="ID", help=_HELP["--old"][lang])
    comparing.add_argument("--new", default=PROPOSED.id, metavar="ID", help=_HELP["--new"][lang])
    _form_options(comparing, lang)
    assessing = _command(commands, "assess", _assess, lang)
    _form_options(assessing, lang)
    dates = _command(commands, "calendar", _calendar, lang)
    for command in (assessing, dates):
        command.add_argument("--rules", metavar="ID", help=_HELP["rules"][lang])
    for command in (comparing, assessing, dates):
        command.add_argument("-o", "--output", metavar="OUT", help=_HELP["output"][lang])
    _command(commands, "new", _new, lang)
    _command(commands, "ask", _ask, lang)
    screening = _bare_command(commands, "screen", _screen, lang)
    screening.add_argument("files", metavar="FILE", nargs="+", help=_HELP["files"][lang])
    screening.add_argument("--on", metavar="DATE", help=_HELP["on"][lang])
    screening.add_argument("--jobs", metavar="N", type=int, default=1, help=_HELP["jobs"][lang])
    _form_option(screening, tuple(screen.FORMATS), lang, default="csv")
    screening.add_argument("--faults", metavar="OUT", help=_HELP["faults"][lang])
    screening.add_argument("-o", "--output", metavar="OUT", help=_HELP["output"][lang])
    explaining = _bare_command(commands, "explain", _explain, lang)
    laws = _HELP["rule_set"].format(ids=", ".join(RULE_SETS))[lang]
    explaining.add_argument("rule_set", metavar="RULESET", help=laws)
    explaining.add_argument("ground", metavar="GROUND", nargs="?", help=_HELP["ground"][lang])
    _form_option(explaining, tuple(explain.FORMS), lang)
    citing = _bare_command(commands, "sources", _sources, lang)
    some = _HELP["some_rule_set"].format(ids=", ".join(RULE_SETS))[lang]
    citing.add_argument("target", metavar="RULESET", nargs="?", help=some)
    _form_option(citing, tuple(citations.FORMS), lang)
    differing = _bare_command(commands, "diff", _diff, lang)
    for name in ("old_rules", "new_rules"):
        differing.add_argument(name, metavar="RULESET", help=laws)
    _form_option(differing, tuple(forms.FAMILY_REPORT), lang)
    differing.add_argument("-o", "--output", metavar="OUT", help=_HELP["output"][lang])
    freezing = _bare_command(commands, "snapshot", _snapshot, lang)
    freezing.add_argument("target", metavar="RULESET", nargs="?", help=laws)
    freezing.add_argument("--check", metavar="FILE", help=_HELP["check"][lang])
    freezing.add_argument("-o", "--output", metavar="OUT", help=_HELP["output"][lang])
    for command in (explaining, citing):
        command.add_argument("-o", "--output", metavar="OUT", help=_HELP["output"][lang])
    return parser


def _bare_command(
    commands: argparse._SubParsersAction[_Parser], name: str, command: Callable[[_Options], None], lang: Lang
) -> _Parser:
    parser = commands.add_parser(
        name, help=_HELP[name][lang], description=_HELP[name][lang], add_help=False, allow_abbrev=False
    )
    parser.set_defaults(command=command)
    _help_option(parser, lang)
    parser.add_argument("--lang", default="en", metavar="LANG", help=_HELP["lang"][lang])
    return parser


def _command(
    commands: argparse._SubParsersAction[_Parser], name: str, command: Callable[[_Options], None], lang: Lang
) -> _Parser:
    parser = _bare_command(commands, name, command, lang)
    parser.add_argument("file", metavar="FILE", help=_HELP["file"][lang])
    parser.add_argument("--on", metavar="DATE", help=_HELP["on"][lang])
    return parser


def _form_option(parser: _Parser, forms: tuple[str, ...], lang: Lang, default: str = "text") -> None:
    told = _HELP["format"].format(forms=", ".join(forms))[lang]
    parser.add_argument("--format", default=default, metavar="FORM", help=told)


def _form_options(parser: _Parser, lang: Lang) -> None:
    _form_option(parser, tuple(forms.FAMILY_REPORT), lang)
    parser.add_argument("--full", action="store_true", help=_HELP["full"][lang])


def _help_option(parser: _Parser, lang: Lang) -> None:
    parser.add_argument("-h", "--help", action="help", help=_HELP["help"][lang])


# ---------------------------------------------------------------- the commands


def _compare(options: _Options) -> None:
    old, new = _rule_set(options.old, "--old"), _rule_set(options.new, "--new")
    _report(options, lambda _: (old, new))


def _assess(options: _Options) -> None:
    _report(options, _chosen(options))


def _chosen(options: _Options) -> Callable[[RuleSet], tuple[RuleSet, ...]]:
    """Give the one law that was named, or else the one that applies."""
    chosen = _rule_set(options.rules, "--rules") if options.rules is not None else None
    return lambda applicable: (chosen or applicable,)


def _calendar(options: _Options) -> None:
    lang = _one_of(LANGS, options.lang, "--lang")
    result = _result(options, _chosen(options))
    try:
        from reunify.report import calendar  # noqa: PLC0415 -- needs an extra of its own
    except ImportError as error:
        raise Problem(Text(en=f"reunify: {error}", nl=f"reunify: {error}"), code=COULD_NOT) from None
    _write(calendar.to_ics(make_view(result, lang), result.decided_on), options.output)


def _new(options: _Options) -> None:
    lang = _one_of(LANGS, options.lang, "--lang")
    on = CASE_FACTS["decided_on"].read(options.on, "--on") or _today()
    if Path(options.file).exists():
        said = Text(
            en="{file}: this file is there already; go on with: reunify ask {file}",
            nl="{file}: dit bestand bestaat al; ga door met: reunify ask {file}",
        )
        raise Problem(said.format(file=options.file))
    _interview(interview.Interview(lang=lang, on=on), options.file)


def _ask(options: _Options) -> None:
    lang = _one_of(LANGS, options.lang, "--lang")
    case, _ = _read(options)
    _interview(interview.Interview(case, lang, case.decided_on), options.file)


def _explain(options: _Options) -> None:
    lang = _one_of(LANGS, options.lang, "--lang")
    rule_set = _rule_set(options.rule_set, "RULESET")
    form = _one_of(tuple(explain.FORMS), options.format, "--format")
    if options.ground is not None:
        _one_of(tuple(ground.id for ground in rule_set.grounds), options.ground, "GROUND")
    if form == forms.TEXT and options.output is None and sys.stdout.isatty():
        Console().print(terminal.render(explain.in_lines(law.make_law(rule_set, lang, options.ground))))
        return
    _write(explain.explain(rule_set, options.ground, lang, form), options.output)


def _sources(options: _Options) -> None:
    lang = _one_of(LANGS, options.lang, "--lang")
    form = _one_of(tuple(citations.FORMS), options.format, "--format")
    chosen = RULE_SETS.values() if options.target is None else (_rule_set(options.target, "RULESET"),)
    _write(citations.render(chosen, lang, form), options.output)


def _screen(options: _Options) -> None:
    lang = _one_of(LANGS, options.lang, "--lang")
    form = _one_of(tuple(screen.FORMATS), options.format, "--format")
    try:
        on = CASE_FACTS["decided_on"].read(options.on, "--on")
        code = screen.run(
            options.files,
            today=_today(),
            on=on,
            form=form,
            output=options.output,
            faults=options.faults,
            jobs=options.jobs,
            lang=lang,
        )
    except BadCase as bad:
        raise Problem(*(Text(en=fault.line("en"), nl=fault.line("nl")) for fault in bad.faults)) from None
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _not_written(str(error.filename or options.output or "-"), error) from None
    if code:
        # The faults were told one by one.
        raise Problem(code=code)


def _diff(options: _Options) -> None:
    # Imported here: it is for those who test laws, and nobody else needs it.
    from reunify.testing.differences import FORMS as FORMS_OF_DIFFERENCES  # noqa: PLC0415
    from reunify.testing.differences import differences, render  # noqa: PLC0415

    lang = _one_of(LANGS, options.lang, "--lang")
    form = _one_of(tuple(FORMS_OF_DIFFERENCES), options.format, "--format")
    old, new = _rule_set(options.old_rules, "RULESET"), _rule_set(options.new_rules, "RULESET")
    _write(render(differences(old, new), lang, form), options.output)


def _snapshot(options: _Options) -> None:
    from reunify.testing import snapshot  # noqa: PLC0415 -- as above

    lang = _one_of(LANGS, options.lang, "--lang")
    if options.check is None:
        _write(snapshot.take(_rule_set(options.target or "", "RULESET")), options.output)
        return
    try:
        checked = snapshot.check(Path(options.check).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        said = str(error.strerror) if isinstance(error, OSError) else str(error)
        raise Problem(Text(en=f"{options.check}: {said}", nl=f"{options.check}: {said}")) from None
    _write(checked.told(lang), options.output)
    if not checked.same:
        raise Problem(code=COULD_NOT)


def _interview(talk: interview.Interview, file: str) -> None:
    """Ask, and keep the file up to date after every answer, so that closing the window loses nothing."""
    try:
        interview.run(talk, input, print, keep=lambda case: casefile.write(case, file))
    except OSError as error:
        raise _not_written(file, error) from None


def _report(options: _Options, choose: Callable[[RuleSet], tuple[RuleSet, ...]]) -> None:
    """Read the file, assess, put into words, write."""
    lang = _one_of(LANGS, options.lang, "--lang")
    form = _one_of(tuple(forms.FAMILY_REPORT), options.format, "--format")
    result = _result(options, choose)
    if form == forms.TEXT and options.output is None and sys.stdout.isatty():
        Console().print(terminal.render(family_report.document(make_view(result, lang), full=options.full)))
        return
    _write(forms.FAMILY_REPORT[form](result, lang, options.full), options.output)


def _result(options: _Options, choose: Callable[[RuleSet], tuple[RuleSet, ...]]) -> Result:
    case, on_from = _read(options)
    day = cast("date", case.decided_on)
    law = in_force_on(day)
    rule_sets = choose(law)
    return Result(
        case=case,
        rule_sets=rule_sets,
        assessments=tuple(assess(case, rule_set) for rule_set in rule_sets),
        applicable=law if law.in_force_on(day) else None,
        on_from=on_from,
    )


def _read(options: _Options) -> tuple[Case, Origin]:
    """Read the case, and say where its decision day comes from."""
    try:
        on = CASE_FACTS["decided_on"].read(options.on, "--on")
        case = casefile.read(options.file, decided_on=on)
        if on is not None:
            return case, "option"
        if case.decided_on is not None:
            return case, "file"
        return attrs.evolve(case, decided_on=_today()), "today"
    except BadCase as bad:
        raise Problem(*(_line(fault, options.file) for fault in bad.faults)) from None


def _today() -> date:
    return date.today()  # noqa: DTZ011 -- the day where the user is


def _line(fault: Fault, file: str) -> Text:
    place = "" if fault.path.startswith("--") else in_one_line(f"{file}: ")
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


def _keep_what_is_read(options: _Options) -> None:
    """See that no command writes over a file that it reads."""
    words = vars(options)
    read = [words.get(name) for name in ("file", "old", "new", "check")] + words.get("files", [])
    written = [words.get(name) for name in ("output", "faults")]
    for path in (path for path in written if path):
        if any(other and Path(other).resolve() == Path(path).resolve() for other in read):
            raise Problem(
                Text(
                    en=f"{in_one_line(path)}: this file is read; give another name for what is written",
                    nl=f"{in_one_line(path)}: dit bestand wordt gelezen; geef een andere naam voor wat wordt geschreven",
                )
            )


def _write(text: str, output: str | None) -> None:
    """Write a whole text, or nothing."""
    try:
        if output is not None:
            files.write(Path(output), text)
            return
        # Bytes, so that line ends and letters are the same everywhere.
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _not_written(output or "-", error) from None


def _not_written(file: str, error: OSError) -> Problem:
    said = Text(en="{file}: could not be written: {why}", nl="{file}: kon niet worden geschreven: {why}")
    return Problem(said.format(file=file, why=error.strerror or error), code=COULD_NOT)
