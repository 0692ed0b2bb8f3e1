"""The commands, and what they read.

The only place that reads the clock: the decision day is today where neither ``--on`` nor the file gives one.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final, cast

import attrs
from rich.console import Console

from reunify import casefile, files, interview, screen
from reunify.assess import assess
from reunify.cli.output import not_written, write
from reunify.cli.parser import Options
from reunify.cli.problem import COULD_NOT, Problem, one_of, problem_of
from reunify.facts import CASE_FACTS, Case
from reunify.faults import BadCase, Fault, in_one_line
from reunify.report import citations, explain, family_report, forms, law, terminal
from reunify.report.view import Origin, Result, make_view
from reunify.ruleset import RuleSet
from reunify.text import LANGS, Lang, Text


def _compare(options: Options) -> None:
    old, new = _law(options, options.old, "--old"), _law(options, options.new, "--new")
    _report(options, lambda _: (old, new))


def _assess(options: Options) -> None:
    _report(options, _chosen(options))


def _chosen(options: Options) -> Callable[[RuleSet], tuple[RuleSet, ...]]:
    """Give the one law that was named, or else the one that applies."""
    chosen = _law(options, options.rules, "--rules") if options.rules is not None else None
    return lambda applicable: (chosen or applicable,)


def _calendar(options: Options) -> None:
    lang = _lang(options)
    result = _result(options, _chosen(options))
    try:
        from reunify.report import calendar  # noqa: PLC0415 -- needs an extra of its own
    except ImportError as error:
        raise Problem(Text(en=f"reunify: {error}", nl=f"reunify: {error}"), code=COULD_NOT) from None
    write(calendar.to_ics(make_view(result, lang), result.decided_on), options.output)


def _new(options: Options) -> None:
    lang = _lang(options)
    on = _day(options) or _today()
    if Path(options.file).exists():
        said = Text(
            en="{file}: this file is there already; go on with: reunify ask {file}",
            nl="{file}: dit bestand bestaat al; ga door met: reunify ask {file}",
        )
        raise Problem(said.format(file=in_one_line(options.file)))
    _interview(interview.Interview(lang=lang, on=on, laws=options.laws.regimes), options.file)


def _ask(options: Options) -> None:
    lang = _lang(options)
    case, _ = _read(options)
    _interview(interview.Interview(case, lang, case.decided_on, options.laws.regimes), options.file)


def _explain(options: Options) -> None:
    lang = _lang(options)
    rule_set = _law(options, options.rule_set, "RULESET")
    form = one_of(tuple(explain.FORMS), options.format, "--format")
    if options.ground is not None:
        options.ground = rule_set.name_now(options.ground)
        one_of(tuple(ground.id for ground in rule_set.grounds), options.ground, "GROUND")
    if form == forms.TEXT and options.output is None and sys.stdout.isatty():
        Console().print(terminal.render(explain.in_lines(law.make_law(rule_set, lang, options.ground))))
        return
    write(explain.explain(rule_set, options.ground, lang, form), options.output)


def _sources(options: Options) -> None:
    lang = _lang(options)
    form = one_of(tuple(citations.FORMS), options.format, "--format")
    chosen = options.laws.values() if options.target is None else (_law(options, options.target, "RULESET"),)
    write(citations.render(chosen, lang, form), options.output)


def _screen(options: Options) -> None:
    lang = _lang(options)
    form: screen.Format = one_of(screen.FORMATS, options.format, "--format")
    on = _day(options)
    try:
        code = screen.run(
            options.files,
            today=_today(),
            on=on,
            form=form,
            output=options.output,
            faults=options.faults,
            jobs=options.jobs,
            lang=lang,
            laws=(options.laws.regimes[0], options.laws.regimes[-1]),
        )
    except BadCase as bad:
        raise problem_of(bad) from None
    except BrokenPipeError:
        raise
    except OSError as error:
        raise not_written(error.filename or options.output or "-", error) from None
    if code:
        # The faults were told one by one.
        raise Problem(code=code)


def _diff(options: Options) -> None:
    # Imported here: no other command needs it.
    from reunify.reform.differences import differences  # noqa: PLC0415
    from reunify.reform.render import FORMS as FORMS_OF_DIFFERENCES  # noqa: PLC0415
    from reunify.reform.render import Form, render  # noqa: PLC0415

    lang = _lang(options)
    form: Form = one_of(FORMS_OF_DIFFERENCES, options.format, "--format")
    old, new = _law(options, options.old_rules, "RULESET"), _law(options, options.new_rules, "RULESET")
    write(render(differences(old, new), lang, form), options.output)


def _snapshot(options: Options) -> None:
    from reunify.reform import snapshot  # noqa: PLC0415 -- as above

    lang = _lang(options)
    if options.check is None:
        if options.target is None:
            raise Problem(_NO_TARGET.format(laws=", ".join(options.laws)))
        write(snapshot.take(_law(options, options.target, "RULESET")), options.output)
        return
    held = None if options.target is None else _law(options, options.target, "RULESET")
    try:
        checked = snapshot.check(_text_of(options.check), held, options.laws)
    except BadCase as bad:
        raise problem_of(bad, options.check) from None
    write(checked.told(lang), options.output)
    if not checked.same:
        raise Problem(code=COULD_NOT)


def _text_of(file: str) -> str:
    try:
        return Path(file).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        why = files.NOT_UTF_8.format(line=line)
    except (OSError, ValueError) as error:
        why = files.why_unread(Path(file), error)
    raise BadCase([Fault("", why)])


_NO_TARGET: Final = Text(
    en="reunify: name the law to freeze ({laws}), or give --check and a file",
    nl="reunify: noem het recht om vast te leggen ({laws}), of geef --check en een bestand",
)


def _interview(talk: interview.Interview, file: str) -> None:
    """Ask, and keep the file up to date after every answer, so that closing the window loses nothing."""
    try:
        interview.run(talk, input, print, keep=lambda case: casefile.write(case, file))
    except OSError as error:
        raise not_written(file, error) from None


def _report(options: Options, choose: Callable[[RuleSet], tuple[RuleSet, ...]]) -> None:
    """Read the file, assess, put into words, write."""
    lang = _lang(options)
    form = one_of(tuple(forms.FAMILY_REPORT), options.format, "--format")
    result = _result(options, choose)
    if form == forms.TEXT and options.output is None and sys.stdout.isatty():
        Console().print(terminal.render(family_report.document(make_view(result, lang), full=options.full)))
        return
    write(forms.FAMILY_REPORT[form](result, lang, options.full), options.output)


def _result(options: Options, choose: Callable[[RuleSet], tuple[RuleSet, ...]]) -> Result:
    case, on_from = _read(options)
    day = cast("date", case.decided_on)
    applicable = options.laws.in_force_on(day)
    rule_sets = choose(applicable)
    return Result(
        case=case,
        rule_sets=rule_sets,
        assessments=tuple(assess(case, rule_set) for rule_set in rule_sets),
        applicable=applicable if applicable.in_force_on(day) else None,
        on_from=on_from,
    )


def _read(options: Options) -> tuple[Case, Origin]:
    """Read the case, and say where its decision day comes from."""
    on = _day(options)
    try:
        case = casefile.read(options.file, decided_on=on)
        if on is not None:
            return case, "option"
        if case.decided_on is not None:
            return case, "file"
        return attrs.evolve(case, decided_on=_today()), "today"
    except BadCase as bad:
        raise problem_of(bad, options.file) from None


def _day(options: Options) -> date | None:
    """Give the decision day that is asked for, if one is."""
    if options.on is None:
        return None
    try:
        day: date | None = CASE_FACTS["decided_on"].read(options.on, "--on")
    except BadCase as bad:
        raise problem_of(bad) from None
    if day is None:
        raise Problem(_NO_DAY)
    return day


_NO_DAY: Final = Text(
    en="--on: give a day, such as 2026-11-25; left out, it is that of the file, or else today",
    nl="--on: geef een dag, zoals 2026-11-25; weggelaten is het die van het bestand, en anders vandaag",
)


def _today() -> date:
    return date.today()  # noqa: DTZ011 -- the day where the user is


def _lang(options: Options) -> Lang:
    return one_of(LANGS, options.lang, "--lang")


def _law(options: Options, name: str, option: str) -> RuleSet:
    laws = options.laws
    return laws[name if name in laws else one_of(tuple(laws), name, option)]


COMMANDS: Final[Mapping[str, Callable[[Options], None]]] = {
    "compare": _compare,
    "assess": _assess,
    "calendar": _calendar,
    "new": _new,
    "ask": _ask,
    "screen": _screen,
    "explain": _explain,
    "sources": _sources,
    "diff": _diff,
    "snapshot": _snapshot,
}
