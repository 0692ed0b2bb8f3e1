"""The commands about laws: ``explain``, ``sources``, ``schema``, ``diff``, ``prove``, ``snapshot``."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reunify import casefile, files
from reunify.cli.laws import law_named, law_that_is_needed, own_faults, two_laws_named
from reunify.cli.output import write
from reunify.cli.parser import FORMS_OF_PROOF, SCHEMAS, Options
from reunify.cli.problem import COULD_NOT, Problem, not_installed, one_of, problem_of
from reunify.cli.reading import lang_of
from reunify.faults import BadCase, Fault, FaultCode
from reunify.report import citations, forms
from reunify.report import explain as explained
from reunify.report.law import make_law
from reunify.report.terminal import show
from reunify.ruleset import RuleSet
from reunify.schemas import as_text
from reunify.text import Text

if TYPE_CHECKING:
    from reunify.reform import BoundaryFamily

__all__ = ["diff", "explain", "prove", "schema", "snapshot", "sources"]


def explain(options: Options) -> None:
    """Do what ``reunify explain`` asks."""
    lang = lang_of(options)
    rule_set = law_that_is_needed(options, options.rule_set, "RULESET")
    form = one_of(tuple(explained.FORMS), options.format, "--format")
    if options.ground is not None:
        options.ground = _ground(rule_set, options.ground)
    if form == forms.TEXT and options.output is None and sys.stdout.isatty():
        show(explained.in_lines(make_law(rule_set, lang, options.ground)))
        return
    write(explained.explain(rule_set, options.ground, lang, form), options.output)


def _ground(rule_set: RuleSet, name: str) -> str:
    """Give the id of a ground; of a condition say which grounds ask it."""
    name = rule_set.name_now(name)
    asking = [one.id for one, whole in rule_set.wholes if name in {node.id for node in whole.walk()}]
    grounds = tuple(ground.id for ground in rule_set.grounds)
    if name not in grounds and asking:
        raise Problem(_IS_CONDITION.format(name=name, grounds=", ".join(asking)))
    return one_of(grounds, name, "GROUND")


_IS_CONDITION: Final = Text(
    en="GROUND: {name!r} is a condition, and no ground; it is asked under: {grounds}",
    nl="GROUND: {name!r} is een voorwaarde, en geen grond; zij wordt gevraagd bij: {grounds}",
)


def sources(options: Options) -> None:
    """Do what ``reunify sources`` asks."""
    lang = lang_of(options)
    form = one_of(tuple(citations.FORMS), options.format, "--format")
    law = law_named(options, options.target, "RULESET")
    chosen = options.laws.values() if law is None else (law,)
    write(citations.render(chosen, lang, form), options.output)


def schema(options: Options) -> None:
    """Do what ``reunify schema`` asks."""
    made = SCHEMAS[one_of(tuple(SCHEMAS), options.target or "", "NAME")]()
    write(as_text(made), options.output)


def diff(options: Options) -> None:
    """Do what ``reunify diff`` asks."""
    # Imported here: no other command needs it.
    from reunify.reform.differences import differences  # noqa: PLC0415
    from reunify.reform.render import FORMS as FORMS_OF_DIFFERENCES  # noqa: PLC0415
    from reunify.reform.render import Form, render  # noqa: PLC0415

    lang = lang_of(options)
    form: Form = one_of(FORMS_OF_DIFFERENCES, options.format, "--format")
    old, new = _both(options)
    with own_faults(options):
        found = differences(old, new)
    write(render(found, lang, form), options.output)


def _both(options: Options) -> tuple[RuleSet, RuleSet]:
    """Give the two laws that are held against each other; without ``--law`` both must be named."""
    if options.new_rules is None:
        law_that_is_needed(options, None, "RULESET")
    return two_laws_named(options, (options.old_rules, "RULESET"), (options.new_rules, "RULESET"))


def prove(options: Options) -> None:
    """Do what ``reunify prove`` asks."""
    lang = lang_of(options)
    form = one_of(FORMS_OF_PROOF, options.format, "--format")
    old, new = _both(options)
    from reunify.reform.given import given_by  # noqa: PLC0415 -- as above

    try:
        given = given_by(options.given)
    except BadCase as bad:
        raise problem_of(bad) from None
    try:
        from reunify.proof.prove import prove  # noqa: PLC0415 -- needs an extra of its own
    except ImportError as error:
        raise not_installed(error) from None
    try:
        with own_faults(options):
            proof = prove(
                old, new, given=given, unknown=not options.settled, readings=options.readings, days=options.days
            )
    except ValueError:
        raise Problem(_NO_FAMILY) from None
    family = None if proof.family is None else casefile.dumps(proof.family, "json" if form == "json" else "toml")
    if form == "json":
        data = {**proof.to_data(), "family": None if family is None else json.loads(family)}
        write(json.dumps(data, ensure_ascii=False, indent=2) + "\n", options.output)
    else:
        write(proof.told(lang) + ("" if family is None else f"\n\n{family}") + "\n", options.output)
    if proof.outcome != "equal":
        raise Problem(code=COULD_NOT)


_NO_FAMILY: Final = Text(
    en="--given: no family at all fits what is given, so that nothing can be proven of it",
    nl="--given: er is geen enkel gezin waarvoor dit geldt, dus er valt niets over te bewijzen",
)


def snapshot(options: Options) -> None:
    """Do what ``reunify snapshot`` asks."""
    from reunify.reform import snapshot as frozen  # noqa: PLC0415 -- as above

    lang = lang_of(options)
    if options.check is None:
        law = law_named(options, options.target, "RULESET")
        if law is None:
            raise Problem(_NO_TARGET.format(laws=", ".join(options.laws)))
        write(frozen.take(law, _families_for(law, options)), options.output)
        return
    held = law_named(options, options.target, "RULESET")
    try:
        checked = frozen.check(_text_of(options.check), held, options.laws)
    except BadCase as bad:
        raise problem_of(bad, options.check) from None
    write(checked.told(lang), options.output)
    if not checked.same:
        raise Problem(code=COULD_NOT)


def _families_for(law: RuleSet, options: Options) -> Sequence[BoundaryFamily]:
    """Give the families that are to be frozen, each once."""
    from reunify.reform.boundaries import boundary_set  # noqa: PLC0415 -- as above

    families = _families_of(options.of)
    if families is None:
        families = _every_family_of(law) if options.complete else boundary_set(law).families
    kept = _families_of(options.keep) or ()
    return tuple({family.key: family for family in (*families, *kept)}.values())


def _every_family_of(law: RuleSet) -> Sequence[BoundaryFamily]:
    """Give the boundary families of a law, with those that the search misses."""
    from reunify.reform.boundaries import complete_boundary_set  # noqa: PLC0415 -- as above

    try:
        return complete_boundary_set(law).families
    except ImportError as error:
        raise not_installed(error) from None


def _families_of(file: str | None) -> Sequence[BoundaryFamily] | None:
    """Give the families of a snapshot; None where none is named."""
    from reunify.reform import snapshot as frozen  # noqa: PLC0415 -- as above

    if file is None:
        return None
    try:
        return frozen.families_in(_text_of(file))
    except BadCase as bad:
        raise problem_of(bad, file) from None


def _text_of(file: str) -> str:
    try:
        return Path(file).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        why = files.NOT_UTF_8.format(line=line)
    except (OSError, ValueError) as error:
        why = files.why_unread(Path(file), error)
    raise BadCase([Fault("", why, FaultCode.UNREADABLE)])


_NO_TARGET: Final = Text(
    en="reunify: name the law to freeze ({laws}), or give --check and a file",
    nl="reunify: noem het recht om vast te leggen ({laws}), of geef --check en een bestand",
)
