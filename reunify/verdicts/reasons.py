"""Why a verdict is what it is: the named conditions behind a value, and what still stands in the way of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import cast

import attrs

from reunify.engine.meaning import ELIGIBLE, NOT_YET, Turns
from reunify.engine.nodes import Curable, Leaf, Remedy
from reunify.engine.trace import NO_WAIT, Effect, Value
from reunify.facts import CASE_FACTS, ORIGINS, FactKind, parameters_of
from reunify.results import Part, Reason
from reunify.sources import Source
from reunify.terms import NEVER
from reunify.text import Text
from reunify.verdicts.person import Person

__all__ = ["citable", "is_discretion", "reasons_of"]


def citable(sources: tuple[Source, ...], decided_on: date | None) -> Source:
    """Give the first source that can be cited for a decision of a day."""
    known = (source for source in sources if decided_on is None or source.known_from <= decided_on)
    return next(known, sources[-1].on(decided_on))


def reasons_of(root: Value, decided_on: date | None) -> tuple[Reason, ...]:
    """Give the named conditions that a value rests on, in the order of the law."""
    found: dict[str, Reason] = {}
    parts: dict[str, list[Value]] = {}
    todo: list[tuple[Effect, str | None]] = [(Effect(root), None)]
    while todo:
        at, within = todo.pop()
        node = at.value.node
        inside = within
        if node.id is not None:
            inside = node.id
            found.setdefault(node.id, _reason(at, within, decided_on))
        elif within is not None and isinstance(node, Leaf) and at.value.holds is not True:
            parts.setdefault(within, []).append(at.value)
        todo += [(part, inside) for part in reversed(at.parts())]
    return tuple(
        attrs.evolve(reason, parts=tuple(_parts(reason, parts[name], decided_on))) if name in parts else reason
        for name, reason in found.items()
    )


def _parts(reason: Reason, values: list[Value], decided_on: date | None) -> Iterator[Part]:
    """Tell the parts of a condition that are in the same state; those on what was given before what was assumed."""
    same = [value for value in values if value.holds == reason.holds and value.node.text is not None]
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


def _reason(at: Effect, within: str | None, decided_on: date | None) -> Reason:
    value, node = at.value, at.value.node
    turned = _turning_leaf(value)
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
        decisive=_is_decisive(at),
        text=node.text or Text(en="", nl=""),
        source=citable(node.sources, decided_on),
        curable=curable,
        discretionary=node.discretionary or (value.followed is not None and is_discretion(value)),
        mark=node.mark,
        remedy=remedy,
        remedy_day=remedy_day,
        advice=None if value.mask == NOT_YET else value.advice,
        within=within,
        missing=value.unknown_below,
        day=day,
        other_day=other,
        turns=turns,
        told=node.told,
    )


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


def _is_decisive(at: Effect) -> bool:
    """Say whether a change of this node alone would change the set of the whole."""
    now = at.table[at.value.mask]
    to_unmet = at.value.mask & ELIGIBLE and at.table[at.value.node.unmet] != now
    to_met = at.value.mask != ELIGIBLE and at.table[ELIGIBLE] != now
    return bool(to_unmet or to_met)


def _turning_leaf(value: Value) -> Value | None:
    """Give the one leaf that a named condition turns on, if it turns on one day."""
    while len(value.parts) == 1:
        (value,) = value.parts
    return value if value.day is not None else None
