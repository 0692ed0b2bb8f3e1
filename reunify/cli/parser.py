"""The words of a command: what can be asked, with help in two languages."""

from __future__ import annotations

import argparse
import itertools
import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeAlias, cast

import reunify
from reunify.cli.problem import Problem
from reunify.lazily import later, there
from reunify.report.forms import FAMILY_REPORT
from reunify.text import LANGS, Lang, Text

if TYPE_CHECKING:
    from reunify.rules import Laws
    from reunify.ruleset import RuleSet

__all__ = ["FORMS_OF_PROOF", "SCHEMAS", "Options", "Parser", "language_of", "parser_in"]


class Options(argparse.Namespace):
    """What the words of a command mean."""

    command: str
    own: tuple[RuleSet, ...]
    law: list[str] | None
    file: str
    old: str | None
    new: str | None
    rules: str | None
    on: str | None
    lang: Lang
    format: str
    output: str | None
    texts: str | None
    full: bool
    files: list[str]
    jobs: int
    faults: str | None
    rule_set: str | None
    old_rules: str | None
    new_rules: str | None
    target: str | None
    check: str | None
    of: str | None
    ground: str | None
    given: list[str]
    settled: bool
    readings: bool
    what: str | None
    single: str | None
    serve: bool
    port: int
    pyodide: str | None
    wheels: str | None

    @property
    def laws(self) -> Laws:
        """The laws that can be named: those of the library, which are loaded here, unless others were given."""
        laws = self._laws
        if laws is None:
            laws = self._laws = cast("Laws", there("reunify.rules", "RULE_SETS")())
        return laws

    @laws.setter
    def laws(self, laws: Laws) -> None:
        self._laws = laws

    _laws: Laws | None = None


class Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong.

    Attributes:
        fill: Adds what it takes; called when the first words come, so that no command is filled in that is not given.
    """

    fill: Callable[[], object] | None = None

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Take words, as far as they are known."""
        fill, self.fill = self.fill, None
        if fill is not None:
            fill()
        return super().parse_known_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        """Stop with one line and a hint."""
        raise Problem(
            Text(
                en=f"reunify: {message}; see: {self.prog} --help",
                nl=f"reunify: de opdracht klopt niet ({_in_dutch(message)}); zie: {self.prog} --help",
            )
        )


_DUTCH: Final = (
    (r"the following arguments are required: (.*)", r"dit ontbreekt: \2"),
    (r"unrecognized arguments: (.*)", r"dit is niet bekend: \2"),
    (r"argument (.*?): (.*)", r"bij \2: \3"),
    (r"invalid choice: (.*) \(choose from (.*)\)", r"\2 is niet bekend; kies uit \3"),
    (r"invalid (\w+) value: (.*)", r"\3 kan hier niet"),
    (r"expected one argument", "hier hoort één waarde achter"),
    (r"expected at least one argument", "hier hoort ten minste één waarde achter"),
    (r"ignored explicit argument (.*)", r"hier hoort geen waarde achter: \2"),
    (r"not allowed with argument (.*)", r"kan niet samen met \2"),
    (r"ambiguous option: (.*) could match (.*)", r"\2 kan meer dan één ding zijn: \3"),
)
"""What argparse says, and the same in Dutch."""


def _in_dutch(message: str) -> str:
    """Give a message of argparse in Dutch; one that is not known here stays as it is."""
    for english, dutch in _DUTCH:
        message = re.sub(rf"(^|: ){english}$", rf"\g<1>{dutch}", message)
    return message


_HELP: Final = {
    "reunify": Text(
        en="Dutch family reunification after asylum: who may come, before and after 12 June 2026. "
        "Decision support, not legal advice.",
        nl="Gezinshereniging na asiel: wie mag komen, vóór en na 12 juni 2026. Hulp bij het beoordelen, geen "
        "juridisch advies.",
    ),
    "compare": Text(en="one family under the old and the new law", nl="één gezin onder het oude en het nieuwe recht"),
    "assess": Text(en="one family under one law", nl="één gezin onder één recht"),
    "states": Text(
        en="one family in other States: each person by State, by the statute alone",
        nl="één gezin in andere staten: elke persoon per staat, alleen naar de wet",
    ),
    "file": Text(en="the case file (TOML or JSON)", nl="het bestand met de zaak (TOML of JSON)"),
    "--old": Text(en="the law to compare from", nl="het recht om vanaf te vergelijken"),
    "--new": Text(en="the law to compare with", nl="het recht om mee te vergelijken"),
    "law": Text(
        en="a law of your own: my_law.py or package.module:NAME; the file is run, so name only one that you trust",
        nl="een eigen recht: my_law.py of pakket.module:NAAM; het bestand wordt uitgevoerd, dus noem er alleen een dat u "
        "vertrouwt",
    ),
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
    "texts": Text(
        en="for the sheet: its texts in another language",
        nl="voor het blad: de teksten daarvan in een andere taal",
    ),
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
    "schema": Text(
        en="the JSON schema of a report or of a case file, for a program that writes or reads them",
        nl="het JSON-schema van een verslag of van een bestand met een zaak, voor een programma dat die schrijft of leest",
    ),
    "schema_name": Text(en="which schema: {schemas}", nl="welk schema: {schemas}"),
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
    "prove": Text(
        en="prove that two laws come to the same verdicts for everybody, or show a family for whom they do not; "
        "ends with 1 unless they are proven equal",
        nl="bewijs dat twee vormen van recht voor iedereen tot dezelfde uitkomsten komen, of toon een gezin waarvoor dat niet "
        "zo is; eindigt met 1 als niet is bewezen dat zij gelijk zijn",
    ),
    "given": Text(
        en="only families for whom this holds, such as sponsor.protection=refugee or decided_on>=2026-06-12; can be "
        "said more than once",
        nl="alleen gezinnen voor wie dit geldt, zoals sponsor.protection=refugee of decided_on>=2026-06-12; mag vaker "
        "worden gezegd",
    ),
    "settled": Text(
        en="only families of whom enough is known for one verdict under both",
        nl="alleen gezinnen van wie genoeg bekend is voor één uitkomst onder beide",
    ),
    "readings": Text(
        en="read each contested point the other way too", nl="lees elk omstreden punt ook op de andere manier"
    ),
    "days": Text(
        en="compare the days that are told too: from when, and until when",
        nl="vergelijk ook de dagen die worden genoemd: vanaf wanneer, en tot wanneer",
    ),
    "snapshot": Text(
        en="freeze the verdicts of a law on all boundary families, or check such a file",
        nl="leg de uitkomsten van een recht voor alle grensgezinnen vast, of controleer zo'n bestand",
    ),
    "check": Text(
        en="check this file instead, against RULESET or else the law that it is of",
        nl="controleer dit bestand, aan RULESET of anders aan het recht waar het van is",
    ),
    "of": Text(
        en="freeze the families of this snapshot, and no others",
        nl="leg de gezinnen van deze opname vast, en geen andere",
    ),
    "keep": Text(
        en="freeze the families of this snapshot too",
        nl="leg ook de gezinnen van deze opname vast",
    ),
    "complete": Text(
        en="freeze the families that the search misses too, which takes minutes and the extra proof",
        nl="leg ook de gezinnen vast die het zoeken mist; dat kost minuten en vraagt om de extra proof",
    ),
    "page": Text(
        en="the page for a browser: asks and answers without Python, and sends nothing anywhere",
        nl="de pagina voor een browser: vraagt en antwoordt zonder Python, en verstuurt niets",
    ),
    "what": Text(en="build: make it", nl="build: maak haar"),
    "folder": Text(
        en="the folder to make, or to show; it can be put on any web server",
        nl="de map die wordt gemaakt of getoond; zij kan op elke webserver staan",
    ),
    "single": Text(
        en="make it as one file, to open with a double click",
        nl="maak haar als één bestand, te openen met een dubbele klik",
    ),
    "serve": Text(en="show it on this machine", nl="toon haar op dit apparaat"),
    "port": Text(en="the port to show it on", nl="de poort waarop zij wordt getoond"),
    "pyodide": Text(
        en="a folder with the unpacked npm package pyodide; left out, npm fetches it",
        nl="een map met het uitgepakte npm-pakket pyodide; weggelaten: npm haalt het op",
    ),
    "wheels": Text(
        en="a folder with the packages that it needs, as wheels; left out, pip fetches them",
        nl="een map met de pakketten die zij nodig heeft, als wheels; weggelaten: pip haalt ze op",
    ),
    "rule_set": Text(en="the law: {laws}", nl="het recht: {laws}"),
    "some_rule_set": Text(en="the law: {laws}; left out: all", nl="het recht: {laws}; weggelaten: alle"),
    "ground": Text(en="one ground; left out: all", nl="één grond; weggelaten: alle"),
    "full": Text(
        en="show all conditions; as text, the whole report and not only its top",
        nl="toon alle voorwaarden; als tekst het hele rapport en niet alleen het begin",
    ),
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


def parser_in(lang: Lang, known: Options) -> Parser:
    """Make the parser.

    Args:
        lang: The language of the help.
        known: Has the laws that can be named.
    """
    parser = Parser(prog="reunify", description=_HELP["reunify"][lang], add_help=False, allow_abbrev=False)
    parser.add_argument("-h", "--help", action="help", help=_HELP["help"][lang])
    version = f"reunify {reunify.__version__}"
    parser.add_argument("--version", action="version", version=version, help=_HELP["version"][lang])
    commands = parser.add_subparsers(metavar="COMMAND", dest="command", required=True, parser_class=Parser)
    for name, options in _COMMANDS.items():
        told = _HELP[name][lang]
        command = commands.add_parser(name, help=told, description=told, add_help=False, allow_abbrev=False)
        command.fill = partial(_fill, command, options, lang, known)
    return parser


def _fill(command: Parser, options: Iterable[_Option], lang: Lang, known: Options) -> None:
    command.add_argument("-h", "--help", action="help", help=_HELP["help"][lang])
    command.add_argument("--lang", default="en", metavar="LANG", help=_HELP["lang"][lang])
    command.add_argument("--law", action="append", metavar="FILE", help=_HELP["law"][lang])
    for option in options:
        option(command, lang, known)


_Option: TypeAlias = Callable[[Parser, Lang, Options], object]


def _word(name: str, metavar: str, told: str = "", **more: Any) -> _Option:
    """Give one word or option of a command."""
    said = _HELP[told or name.lstrip("-")]

    def add(parser: Parser, lang: Lang, known: Options) -> None:
        names: dict[str, Callable[[], Iterable[str]]] = {
            "laws": lambda: known.laws,
            "needed": there("reunify.screen.read", "NEEDED"),
            "schemas": lambda: SCHEMAS,
        }
        words = {name: ", ".join(give()) for name, give in names.items() if f"{{{name}}}" in said.en}
        parser.add_argument(name, metavar=metavar, help=said.format(**words)[lang], **more)

    return add


def _form(forms: Callable[[], Iterable[str]], default: str | None = "text") -> _Option:
    def add(parser: Parser, lang: Lang, _: Options) -> None:
        said = _HELP["format"].format(forms=", ".join(forms()))[lang]
        parser.add_argument("--format", default=default, metavar="FORM", help=said)

    return add


def _flag(name: str) -> _Option:
    """Give an option that is said or not."""

    def add(parser: Parser, lang: Lang, _: Options) -> None:
        parser.add_argument(name, action="store_true", help=_HELP[name.lstrip("-")][lang])

    return add


def _folder(parser: Parser, lang: Lang, _: Options) -> None:
    parser.add_argument("-o", "--output", metavar="FOLDER", help=_HELP["folder"][lang])


def _output(parser: Parser, lang: Lang, _: Options) -> None:
    parser.add_argument("-o", "--output", metavar="OUT", help=_HELP["output"][lang])


def _two_laws(parser: Parser, lang: Lang, _: Options) -> None:
    for name in ("--old", "--new"):
        parser.add_argument(name, metavar="ID", help=_HELP[name][lang])


SCHEMAS: Final[Mapping[str, Callable[[], dict[str, Any]]]] = {
    "report": later("reunify.report.data", "schema"),
    "casefile": later("reunify.casefile", "schema"),
}
"""The schemas that can be asked for."""
FORMS_OF_PROOF: Final = ("text", "json")
_FILE: Final = _word("file", "FILE")
_ON: Final = _word("--on", "DATE")
_TEXTS: Final = _word("--texts", "FILE")
_RULES: Final = _word("--rules", "ID")
_LAW: Final = _word("rule_set", "RULESET", nargs="?")
_COMMANDS: Final[Mapping[str, tuple[_Option, ...]]] = {
    "compare": (_FILE, _ON, _two_laws, _form(lambda: FAMILY_REPORT), _TEXTS, _flag("--full"), _output),
    "assess": (_FILE, _ON, _form(lambda: FAMILY_REPORT), _TEXTS, _flag("--full"), _RULES, _output),
    "states": (_FILE, _ON, _form(there("reunify.report.states", "FORMS")), _output),
    "calendar": (_FILE, _ON, _RULES, _output),
    "new": (_FILE, _ON),
    "ask": (_FILE, _ON),
    "schema": (_word("target", "NAME", "schema_name"), _output),
    "screen": (
        _word("files", "FILE", nargs="+"),
        _ON,
        _word("--jobs", "N", type=int, default=1),
        _form(there("reunify.screen.write", "FORMATS"), None),
        _word("--faults", "OUT"),
        _output,
    ),
    "explain": (_LAW, _word("ground", "GROUND", nargs="?"), _form(there("reunify.report.explain", "FORMS")), _output),
    "sources": (
        _word("target", "RULESET", "some_rule_set", nargs="?"),
        _form(there("reunify.report.citations", "FORMS")),
        _output,
    ),
    "diff": (
        _word("old_rules", "RULESET", "rule_set", nargs="?"),
        _word("new_rules", "RULESET", "rule_set", nargs="?"),
        _form(there("reunify.reform.render", "FORMS")),
        _output,
    ),
    "prove": (
        _word("old_rules", "RULESET", "rule_set", nargs="?"),
        _word("new_rules", "RULESET", "rule_set", nargs="?"),
        _word("--given", "FACT=VALUE", action="append", default=[]),
        _flag("--settled"),
        _flag("--readings"),
        _flag("--days"),
        _form(lambda: FORMS_OF_PROOF),
        _output,
    ),
    "snapshot": (
        _word("target", "RULESET", "rule_set", nargs="?"),
        _word("--check", "FILE"),
        _word("--of", "FILE"),
        _word("--keep", "FILE"),
        _flag("--complete"),
        _output,
    ),
    "page": (
        _word("what", "WHAT", nargs="?"),
        _folder,
        _word("--single", "FILE"),
        _flag("--serve"),
        _word("--port", "N", type=int, default=8000),
        _word("--pyodide", "FOLDER"),
        _word("--wheels", "FOLDER"),
    ),
}
