"""Why a verdict is what it is: the named conditions behind a value, and what still stands in the way of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Final, cast

from reunify.engine.decisive import Effect, Step, steps
from reunify.engine.meaning import NOT_YET, Turns
from reunify.engine.missing import unknown_behind
from reunify.engine.nodes import Curable, Leaf, Node, Remedy
from reunify.engine.trace import NO_WAIT, Run, Value
from reunify.facts import CASE_FACTS, ORIGINS, FactKind, parameters_of
from reunify.results import Part, Reason
from reunify.sources import Source
from reunify.terms import NEVER
from reunify.text import Text
from reunify.verdicts.person import Person

__all__ = ["citable", "is_discretion", "reasons_of"]


def citable(sources: tuple[Source, ...], decided_on: date | None) -> Source:
    """Give the first source that can be cited for a decision of a day."""
    for source in sources:
        if decided_on is None or source.known_from <= decided_on:
            return source
    return sources[-1].on(decided_on)


def reasons_of(root: Value, decided_on: date | None) -> tuple[Reason, ...]:
    """Give the named conditions that a value rests on, in the order of the law."""
    run = root.run
    named: dict[str, Step] = {}
    parts: dict[str, list[Value]] = {}
    for step in steps(Effect(root)):
        if step.node.id is not None:
            named.setdefault(step.node.id, step)
        elif step.within is not None and step.holds is not True and isinstance(step.node, Leaf):
            parts.setdefault(step.within, []).append(run.value(step.node))
    return tuple([_reason(run, step, parts.get(name, ()), decided_on) for name, step in named.items()])


def _parts(holds: bool | None, values: Sequence[Value], decided_on: date | None) -> Iterator[Part]:
    """Tell the parts of a condition that are in the same state; those on what was given before what was assumed."""
    same = [value for value in values if value.holds == holds and value.node.text is not None]
    given = [value for value in same if not _rests_on_assumption(value)]
    for value in dict.fromkeys(given or same):
        yield _part(value, decided_on)


def _rests_on_assumption(value: Value) -> bool:
    view = value.run.view
    for name in value.node.reads:
        view.get(name)
    return any(view.qualified(name) in view.assumed for name in value.node.reads)


def _part(value: Value, decided_on: date | None) -> Part:
    leaf = cast("Leaf", value.node)
    run = value.run
    told = (name for name in leaf.reads if _is_compared(name))
    facts = ((run.view.qualified(name), run.known(name)) for name in dict.fromkeys(told))
    read = ((norm, [run.known(name) for name in parameters_of(norm.of)]) for norm in leaf.norms)
    figures = ((norm.label, norm.of(*values)) for norm, values in read if None not in values)
    return Part(
        holds=value.holds,
        text=cast("Text", leaf.text),
        source=citable(leaf.sources, decided_on),
        facts=tuple((name, fact) for name, fact in facts if fact is not None),
        figures=tuple((label, figure) for label, figure in figures if figure is not None),
        day=value.day,
        turns=leaf.turns,
        told=leaf.told,
    )


def _is_compared(name: str) -> bool:
    """Say whether a fact is a day or an amount of this family; the day of the decision is told once, on top."""
    about = ORIGINS[name].about
    return about is not None and about.kind in (FactKind.DATE, FactKind.AMOUNT) and name not in CASE_FACTS


def _reason(run: Run, step: Step, parts: Sequence[Value], decided_on: date | None) -> Reason:
    node = step.node
    source = citable(node.sources, decided_on)
    if step.holds is True and step.turning is None and not step.gaps and node.refers_to is None:
        return _met(node, step.within, step.decisive, None if source is node.sources[0] else source)
    value = run.value(node)
    turned = None if step.turning is None or run.day(step.turning) is None else run.value(step.turning)
    curable, day, other, turns = node.cure, None, None, Turns.NOT
    remedy, remedy_day = value.remedied if value.holds is False else (Remedy.NONE, None)
    if turned is not None and isinstance(turned.node, Leaf):
        day, other, turns = turned.day, turned.run.other_end(turned.node), turned.node.turns
    elif value.mask == NOT_YET:
        # What has several parts is cured by what cures those that are not met, what follows another by what cures that.
        curable = Curable.BY_ACTION if value.wait == NO_WAIT else Curable.BY_TIME
        if NO_WAIT < value.wait < NEVER:
            day, turns = value.wait, Turns.FROM
            leaves = (part for part in node.walk() if value.run.day(part) == day)
            other = next(filter(None, map(value.run.other_end, leaves)), None)
        remedy, remedy_day = (Remedy.TIME, day) if day is not None else (Remedy.ACTION, None)
    return Reason(
        condition=node.id or "",
        holds=value.holds,
        decisive=step.decisive,
        text=node.text or _NO_TEXT,
        source=source,
        curable=curable,
        discretionary=node.discretionary or (value.followed is not None and is_discretion(value)),
        mark=node.mark,
        remedy=remedy,
        remedy_day=remedy_day,
        advice=None if value.mask == NOT_YET else value.advice,
        within=step.within,
        missing=unknown_behind(run, step.gaps),
        day=day,
        other_day=other,
        turns=turns,
        parts=tuple(_parts(step.holds, parts, decided_on)),
        told=node.told,
    )


@lru_cache(maxsize=4096)
def _met(node: Node, within: str | None, decisive: bool, source: Source | None) -> Reason:
    """Give the reason that a condition is which is met whatever the day, the same one for everybody.

    Args:
        node: The condition.
        within: The condition that it is a detail of.
        decisive: Whether its own change alone would change the verdicts.
        source: Where it rests on, if that is not its first source.
    """
    return Reason(
        condition=node.id or "",
        holds=True,
        decisive=decisive,
        text=node.text or _NO_TEXT,
        source=source or node.sources[0],
        curable=node.cure,
        discretionary=node.discretionary,
        mark=node.mark,
        advice=node.advice,
        within=within,
        told=node.told,
    )


_NO_TEXT: Final = Text(en="", nl="")


def is_discretion(value: Value) -> bool:
    """Say whether a value is unmet only because of conditions for which the authority *may* refuse."""
    if value.holds is not False:
        return False
    if value.node.discretionary:
        return True
    if isinstance(value.followed, Person):
        return is_discretion(value.followed.best[1])
    unmet = [part for part in value.parts if part.holds is False]
    return bool(unmet) and (any if value.node.one_is_enough else all)(is_discretion(part) for part in unmet)
