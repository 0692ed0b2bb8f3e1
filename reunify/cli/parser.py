"""The words of a command: what can be asked, with help in two languages."""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NoReturn, TypeAlias

import reunify
from reunify import screen
from reunify.cli.problem import Problem
from reunify.report import citations, explain, forms
from reunify.rules import Laws
from reunify.text import LANGS, Lang, Text


class Options(argparse.Namespace):
    """What the words of a command mean."""

    command: str
    laws: Laws
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


class Parser(argparse.ArgumentParser):
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
    "on": Text(
        en="the decision day, as 2026-11-25; left out, that of the file, or else today",
        nl="de dag van het besluit, als 2026-11-25; weggelaten: die van het bestand, en anders vandaag",
    ),
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
        en="case files, folders of them, JSON lines, CSV or Parquet; a table has at least the columns {needed}",
        nl="bestanden met een zaak, mappen daarmee, JSON-regels, CSV of Parquet; een tabel heeft ten minste de "
        "kolommen {needed}",
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
    "check": Text(
        en="check this file instead, against RULESET or else the law that it is of",
        nl="controleer dit bestand, aan RULESET of anders aan het recht waar het van is",
    ),
    "rule_set": Text(en="the law: {laws}", nl="het recht: {laws}"),
    "some_rule_set": Text(en="the law: {laws}; left out: all", nl="het recht: {laws}; weggelaten: alle"),
    "ground": Text(en="one ground; left out: all", nl="één grond; weggelaten: alle"),
    "full": Text(en="show all conditions", nl="toon alle voorwaarden"),
    "help": Text(en="show this help", nl="toon deze hulp"),
    "version": Text(en="show the version", nl="toon de versie"),
}


def language_of(argv: list[str]) -> Lang:
    """Give the language that the words ask for, so that a complaint about them can be in it."""
    for word, following in itertools.pairwise([*argv, ""]):
        asked = word.removeprefix("--lang=") if word.startswith("--lang=") else following
        if word.startswith("--lang") and asked in LANGS:
            return asked
    return "en"


def parser_in(lang: Lang, laws: Laws) -> Parser:
    """Make the parser.

    Args:
        lang: The language of the help.
        laws: The laws that can be named.
    """
    parser = Parser(prog="reunify", description=_HELP["reunify"][lang], add_help=False, allow_abbrev=False)
    parser.add_argument("-h", "--help", action="help", help=_HELP["help"][lang])
    version = f"reunify {reunify.__version__}"
    parser.add_argument("--version", action="version", version=version, help=_HELP["version"][lang])
    commands = parser.add_subparsers(metavar="COMMAND", dest="command", required=True, parser_class=Parser)
    for name, options in _COMMANDS.items():
        told = _HELP[name][lang]
        command = commands.add_parser(name, help=told, description=told, add_help=False, allow_abbrev=False)
        command.add_argument("-h", "--help", action="help", help=_HELP["help"][lang])
        command.add_argument("--lang", default="en", metavar="LANG", help=_HELP["lang"][lang])
        for option in options:
            option(command, lang, laws)
    return parser


_Option: TypeAlias = Callable[[Parser, Lang, Laws], object]


def _word(name: str, metavar: str, told: str = "", **more: Any) -> _Option:
    """Give one word or option of a command."""
    dest = name.lstrip("-")

    def add(parser: Parser, lang: Lang, laws: Laws) -> None:
        said = _HELP[told or dest].format(laws=", ".join(laws), needed=", ".join(screen.NEEDED))
        parser.add_argument(name, metavar=metavar, help=said[lang], **more)

    return add


def _form(forms: Iterable[str], default: str = "text") -> _Option:
    def add(parser: Parser, lang: Lang, _: Laws) -> None:
        said = _HELP["format"].format(forms=", ".join(forms))[lang]
        parser.add_argument("--format", default=default, metavar="FORM", help=said)

    return add


def _full(parser: Parser, lang: Lang, _: Laws) -> None:
    parser.add_argument("--full", action="store_true", help=_HELP["full"][lang])


def _output(parser: Parser, lang: Lang, _: Laws) -> None:
    parser.add_argument("-o", "--output", metavar="OUT", help=_HELP["output"][lang])


def _two_laws(parser: Parser, lang: Lang, laws: Laws) -> None:
    for name, law in (("--old", laws.regimes[0]), ("--new", laws.regimes[-1])):
        parser.add_argument(name, default=law.id, metavar="ID", help=_HELP[name][lang])


_FILE: Final = _word("file", "FILE")
_ON: Final = _word("--on", "DATE")
_RULES: Final = _word("--rules", "ID")
_LAW: Final = _word("rule_set", "RULESET")
_COMMANDS: Final[Mapping[str, tuple[_Option, ...]]] = {
    "compare": (_FILE, _ON, _two_laws, _form(forms.FAMILY_REPORT), _full, _output),
    "assess": (_FILE, _ON, _form(forms.FAMILY_REPORT), _full, _RULES, _output),
    "calendar": (_FILE, _ON, _RULES, _output),
    "new": (_FILE, _ON),
    "ask": (_FILE, _ON),
    "screen": (
        _word("files", "FILE", nargs="+"),
        _ON,
        _word("--jobs", "N", type=int, default=1),
        _form(screen.FORMATS, "csv"),
        _word("--faults", "OUT"),
        _output,
    ),
    "explain": (_LAW, _word("ground", "GROUND", nargs="?"), _form(explain.FORMS), _output),
    "sources": (_word("target", "RULESET", "some_rule_set", nargs="?"), _form(citations.FORMS), _output),
    "diff": (
        _word("old_rules", "RULESET", "rule_set"),
        _word("new_rules", "RULESET", "rule_set"),
        _form(forms.FAMILY_REPORT),
        _output,
    ),
    "snapshot": (_word("target", "RULESET", "rule_set", nargs="?"), _word("--check", "FILE"), _output),
}
