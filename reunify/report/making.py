"""One call from a family to its report; `Report` gives every form of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import attrs

from reunify.assess import assess_family
from reunify.facts import CASE_FACTS, DECISION, UNKNOWN_WORD, Case
from reunify.faults import BadCase, Fault, FaultCode, did_you_mean
from reunify.report import wording
from reunify.report.found import Found, Origin, Result
from reunify.report.view import ReportView, make_view
from reunify.rules import RULE_SETS, Laws
from reunify.ruleset import RuleSet
from reunify.shown import Shown, ShownInNotebook
from reunify.text import LANGS, Lang, Text
from reunify.verdicts.family import Family

if TYPE_CHECKING:
    from reunify.report.sheet_language import SheetLanguage

__all__ = ["Report", "make"]


@attrs.frozen(slots=False, repr=False)
class Report(ShownInNotebook):
    """The report on one family in one language; `make` makes it.

    The forms that need an extra say so where it is not installed (`ImportError`): text, HTML and the sheet ``cli``, the calendar
    ``calendar``.

    Attributes:
        found: What was worked out, with what several parts of the report ask of it.
    """

    found: Found

    @property
    def result(self) -> Result:
        """What was worked out: the family, the laws, and what comes out under each."""
        return self.found.result

    @property
    def lang(self) -> Lang:
        """The language."""
        return self.found.lang

    @cached_property
    def view(self) -> ReportView:
        """What every form shows, in the order shown."""
        return make_view(self.found)

    def to_data(self) -> dict[str, Any]:
        """Give the report as plain data, ready for `json.dumps`; `reunify.report.data.schema` describes it."""
        from reunify.report import data  # noqa: PLC0415 -- loaded where it is asked for, as the others

        return data.to_data(self.found, self.view)

    def to_json(self) -> str:
        """Give the same as JSON text."""
        from reunify.report import data  # noqa: PLC0415 -- as above

        return data.to_json(self.to_data())

    def to_html(self, *, full: bool = False) -> str:
        """Give the report as one HTML page that needs nothing else; ``full``: with all details open."""
        from reunify.report import html  # noqa: PLC0415 -- needs an extra

        return html.to_html(self.view, full=full)

    def to_text(self, *, full: bool = False) -> str:
        """Give the top of the report as text; ``full``: all of it, with every condition."""
        from reunify.report import terminal  # noqa: PLC0415 -- as above

        return terminal.to_text(self.view, full=True) if full else terminal.to_brief_text(self.view)

    def show(self, *, full: bool = False) -> None:
        """Show the same on the terminal, in its width and with colours."""
        from reunify.report import terminal  # noqa: PLC0415 -- as above

        terminal.show(terminal.shown(self.view, full=full))

    def to_markdown(self, *, full: bool = False) -> str:
        """Give the report as Markdown; ``full``: with every condition."""
        from reunify.report import markdown  # noqa: PLC0415 -- loaded where it is asked for, as the others

        return markdown.to_markdown(self.view, full=full)

    def to_sheet(self, language: SheetLanguage | None = None) -> str:
        """Give the sheet for the family, one HTML page in plain words.

        Args:
            language: A language that the library has not (`reunify.report.sheet_language.read`); None: that of the report.

        Raises:
            BadCase: That language lacks a text, such as one of a law of one's own.
        """
        from reunify.report import sheet  # noqa: PLC0415 -- needs an extra

        return sheet.to_html(sheet.make_sheet(self.found, language))

    def to_ics(self) -> str:
        """Give the days ahead as a calendar file, with lines that end in CRLF."""
        from reunify.report import calendar  # noqa: PLC0415 -- needs an extra of its own

        return calendar.to_ics(self.view, self.result.decided_on)

    def _shown(self) -> Shown:
        result = self.result
        laws = tuple(law.id for law in result.rule_sets)
        rows = [
            (
                member.id,
                *(
                    wording.verdict_in_words(one[member.id].verdict, law)[self.lang]
                    for law, one in zip(result.rule_sets, result.assessments, strict=True)
                ),
            )
            for member in result.case.members
        ]
        title = _SHOWN.format(laws=", ".join(laws), day=result.decided_on.isoformat())[self.lang]
        return Shown(f"{title}; {self.lang}", (wording.PERSON[self.lang], *laws), rows)


def make(
    case: Case | Mapping[str, Any],
    *,
    lang: str = "en",
    old: RuleSet | str | None = None,
    new: RuleSet | str | None = None,
    on: date | str | None = None,
    today: date | None = None,
    laws: Laws = RULE_SETS,
) -> Report:
    """Make the report on a family: check it, settle the decision day, pick the laws, assess.

    The library reads no clock. The decision day is ``on``, or else that of the case, or else ``today``; where none of
    them says a day, that is a fault of the case.

    Args:
        case: The family, or the facts of one as in a case file (that needs the extra ``cli``).
        lang: The language of the report, one of `reunify.text.LANGS`.
        old: The law to compare from, or its id.
        new: The law to compare with, or its id. Where only one of the two is named, the report is on that law alone;
            where neither is, on the last two laws that apply to decisions. The one in force on the decision day comes
            first in the report, and the other one is told as such.
        on: The decision day (D4), in place of the one in the case.
        today: The decision day where neither ``on`` nor the case says one.
        laws: The laws that ids name, and among which is the one in force.

    Raises:
        BadCase: Something that was given cannot be; every fault at once, each with its place: that in the case, or
            the name of the argument.
    """
    faults: list[Fault] = []
    day = _tried(faults, lambda: _day(on))
    settled = _tried(faults, lambda: _settled(case, day, today))
    first, second = (_tried(faults, partial(_law, laws, *named)) for named in (("old", old), ("new", new)))
    known: Lang | None = _tried(faults, lambda: _language(lang))
    if faults or settled is None or known is None:
        raise BadCase(faults)
    told, on_from = settled
    chosen = tuple(law for law in (first, second) if law is not None) or (laws.regimes[0], laws.regimes[-1])
    return Report(Found(_result(told, on_from, chosen, laws), known))


def _result(case: Case, on_from: Origin, rule_sets: tuple[RuleSet, ...], laws: Laws) -> Result:
    family = Family(case, rule_sets[0], in_all_readings=True)
    result = Result(
        family=family,
        rule_sets=rule_sets,
        assessments=tuple(assess_family(family.under(rule_set)) for rule_set in rule_sets),
        applicable=None,
        on_from=on_from,
    )
    applicable = laws.in_force_on(result.decided_on)
    return attrs.evolve(result, applicable=applicable) if applicable.in_force_on(result.decided_on) else result


_T = TypeVar("_T")


def _tried(faults: list[Fault], made: Callable[[], _T]) -> _T | None:
    """Give what a function gives; where that is bad input, keep its faults."""
    try:
        return made()
    except BadCase as bad:
        faults += bad.faults
    return None


def _day(on: date | str | None) -> date | None:
    day: date | None = CASE_FACTS[DECISION].read(on, "on")
    if day is None and on is not None:
        raise BadCase([Fault("on", _NO_DAY, FaultCode.MISSING_FACT)])
    return day


def _settled(case: Case | Mapping[str, Any], on: date | None, today: date | None) -> tuple[Case, Origin]:
    """Give the case with its decision day, and say where that comes from."""
    faults: list[Fault] = []
    told = _tried(faults, lambda: _case_of(case, on))
    said = told.decided_on if told is not None else on or _day_said(case)
    if said is None and today is None:
        faults.append(Fault(DECISION, _NO_DAY, FaultCode.MISSING_FACT))
    elif said is None and told is not None:
        told = _tried(faults, lambda: _case_of(told, today))
    if faults or told is None:
        raise BadCase(faults)
    return told, "option" if on is not None else "file" if said is not None else "today"


def _case_of(case: object, on: date | None) -> Case:
    """Give a case, or the facts of one, as a case; with this decision day where one is given."""
    if isinstance(case, Case):
        return case if on is None else attrs.evolve(case, decided_on=on)
    from reunify import casefile  # noqa: PLC0415 -- needs an extra

    return casefile.structure(cast("Mapping[str, Any]", case), decided_on=on)


def _day_said(case: object) -> object:
    """Give what facts that make no case say of the decision day; None where they leave it open."""
    said = case.get(DECISION) if isinstance(case, Mapping) else None
    return None if said == UNKNOWN_WORD else said


def _law(laws: Laws, place: str, law: RuleSet | str | None) -> RuleSet | None:
    return None if law is None else laws.named(law, place)


def _language(lang: str) -> Lang:
    for known in LANGS:
        if known == lang:
            return known
    text = _NO_LANGUAGE.format(lang=repr(lang), hint=did_you_mean(str(lang), LANGS))
    raise BadCase([Fault("lang", text, FaultCode.UNKNOWN_VALUE)])


_SHOWN: Final = Text(en="{laws}; decided on {day}", nl="{laws}; besluit van {day}")
_NO_DAY: Final = Text(
    en="the day of the decision must be given, such as 2026-11-25",
    nl="de dag van het besluit moet worden opgegeven, zoals 2026-11-25",
)
_NO_LANGUAGE: Final = Text(en="there are no reports in {lang}{hint}", nl="er zijn geen verslagen in {lang}{hint}")
