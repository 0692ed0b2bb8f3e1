"""How rules are written: conditions on facts, and the words that join them.

A condition is one comparison, or one day. ``named``, ``or_read`` and ``cited`` are said of any of them (`nodes.Node`).
What the words that join them come to, with what is not known, is calculated in `meaning`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final, Unpack

from reunify.engine.meaning import Turns
from reunify.engine.nodes import (
    MET,
    OPEN,
    UNMET,
    Curable,
    Follows,
    Join,
    Leaf,
    Node,
    Norm,
    Not,
    Point,
    Remedy,
    Said,
    SaidOfLeaf,
    Where,
    detail_named,
    put,
)
from reunify.facts import DECISION, FACT_NAMES, ORIGINS, FactKind, parameters_of
from reunify.facts.member import REFERENCES
from reunify.faults import did_you_mean
from reunify.figure import figures_of
from reunify.renamed import fact_now
from reunify.sources import Source

__all__ = [
    "MET",
    "OPEN",
    "UNMET",
    "Curable",
    "Node",
    "Norm",
    "Point",
    "Remedy",
    "all_of",
    "any_of",
    "condition",
    "differs",
    "equals",
    "follows",
    "from_day",
    "no",
    "none_of",
    "not_",
    "one_of",
    "until_day",
    "where",
    "yes",
]

# ---------------------------------------------------------------- conditions that say yes or no


def condition(
    *, en: str, nl: str, source: Source | Iterable[Source], **said: Unpack[SaidOfLeaf]
) -> Callable[[Callable[..., bool]], Leaf]:
    """Make a condition of a function that says yes or no; its parameters name the facts that it reads.

    A parameter with a `Figure` of the law as its default is no fact: the function and the texts take the figure there.

    Args:
        en: The proposition in English.
        nl: The proposition in Dutch.
        source: What it rests on; several if the citation depends on the decision day.
        said: What else is said of it: see `nodes.Said` and `nodes.SaidOfLeaf`.

    Raises:
        NameError: A parameter is not the name of a fact.
    """
    return _leaf_maker(Turns.NOT, "", source, en, nl, **said)


def yes(fact: str, source: Source | Iterable[Source], *, en: str, nl: str, **said: Unpack[SaidOfLeaf]) -> Leaf:
    """Make the condition that a fact is so; the rest as for `condition`.

    Raises:
        NameError: There is no such fact.
        ValueError: The fact is no yes or no; for the words below, it can never have a value that is given.
    """
    return _compared("", fact, lambda found: found, source, en, nl, **said)


def no(fact: str, source: Source | Iterable[Source], *, en: str, nl: str, **said: Unpack[SaidOfLeaf]) -> Leaf:
    """Make the condition that a fact is not so; the rest as for `condition`."""
    return _compared("not", fact, lambda found: not found, source, en, nl, **said)


def equals(
    fact: str, value: object, source: Source | Iterable[Source], *, en: str, nl: str, **said: Unpack[SaidOfLeaf]
) -> Leaf:
    """Make the condition that a fact has this value; the rest as for `condition`."""
    return _compared("is", fact, lambda found: found == value, source, en, nl, (value,), **said)


def differs(
    fact: str, value: object, source: Source | Iterable[Source], *, en: str, nl: str, **said: Unpack[SaidOfLeaf]
) -> Leaf:
    """Make the condition that a fact has another value than this; the rest as for `condition`."""
    return _compared("is not", fact, lambda found: found != value, source, en, nl, (value,), **said)


def one_of(
    fact: str,
    values: Iterable[object],
    source: Source | Iterable[Source],
    *,
    en: str,
    nl: str,
    **said: Unpack[SaidOfLeaf],
) -> Leaf:
    """Make the condition that a fact has one of these values; the rest as for `condition`."""
    listed = _several(fact, values)
    return _compared("is", fact, lambda found: found in listed, source, en, nl, listed, **said)


def none_of(
    fact: str,
    values: Iterable[object],
    source: Source | Iterable[Source],
    *,
    en: str,
    nl: str,
    **said: Unpack[SaidOfLeaf],
) -> Leaf:
    """Make the condition that a fact has none of these values; the rest as for `condition`."""
    listed = _several(fact, values)
    return _compared("is not", fact, lambda found: found not in listed, source, en, nl, listed, **said)


# ---------------------------------------------------------------- conditions that turn on a day


def from_day(
    fact: str = DECISION, *, en: str, nl: str, source: Source | Iterable[Source], **said: Unpack[SaidOfLeaf]
) -> Callable[[Callable[..., date]], Leaf]:
    """Make a condition of a function that gives a day: met once ``fact`` has reached that day."""
    return _leaf_maker(Turns.FROM, fact, source, en, nl, awaited=fact == DECISION, **said)


def until_day(
    fact: str, *, en: str, nl: str, source: Source | Iterable[Source], is_term: bool = False, **said: Unpack[SaidOfLeaf]
) -> Callable[[Callable[..., date]], Leaf]:
    """Make a condition of a function that gives a day: met while ``fact`` lies on or before that day.

    ``is_term``: the day ends a term for the application; only such a day is ever told as the last one.
    """
    return _leaf_maker(Turns.UNTIL, fact, source, en, nl, is_term=is_term, **said)


def _leaf_maker(
    turns: Turns, compared: str, source: Source | Iterable[Source], en: str, nl: str, **said: Any
) -> Callable[[Callable[..., Any]], Leaf]:
    def make(function: Callable[..., Any]) -> Leaf:
        facts = tuple(_fact(name, function.__name__) for name in parameters_of(function))
        other = _fact(compared, function.__name__) if compared else ""
        detail = detail_named(function.__name__)
        return _leaf(function, facts, source, en, nl, detail, turns=turns, compared=other, **said)

    return make


def _compared(
    how: str,
    fact: str,
    function: Callable[..., bool],
    source: Source | Iterable[Source],
    en: str,
    nl: str,
    values: tuple[object, ...] | None = None,
    **said: Any,
) -> Leaf:
    """Make a condition on one fact; ``values``: what it is compared with, None where it is asked whether it is so."""
    name = _fact(fact, f"“{en}”")
    _check_values(name, values)
    compared = f"{name} {how} {' or '.join(map(str, values))}" if values else f"{how} {name}"
    return _leaf(function, (name,), source, en, nl, detail_named(compared), **said)


def _leaf(
    function: Callable[..., Any],
    facts: tuple[str, ...],
    source: Source | Iterable[Source],
    en: str,
    nl: str,
    detail: str,
    **said: Any,
) -> Leaf:
    figures = (*figures_of(function), *said.pop("figures", ()))
    for name in ("norms", "built_on", "steps"):
        said[name] = tuple(said.get(name, ()))
    return Leaf(function=function, facts=facts, detail=detail, **put(source, en, nl, figures=figures, **said))


def _check_values(fact: str, values: tuple[object, ...] | None) -> None:
    """Refuse what the fact can never be; of a fact that follows from others nothing is said."""
    about = ORIGINS[fact].about
    if about is None:
        return
    if values is None and about.kind is not FactKind.YES_NO:
        message = f"{fact!r} is not a yes or no but {about.kind.value}: say which value it equals"
        raise ValueError(message)
    known = [choice.value for choice in about.choices or ()]
    for value in values or ():
        if known and value not in known:
            message = f"{fact!r} is never {value!r}{did_you_mean(str(value), known)['en']}"
            raise ValueError(message)


def _several(fact: str, values: Iterable[object]) -> tuple[object, ...]:
    listed = () if isinstance(values, str) else tuple(values)
    if not listed:
        message = f"{fact!r} is compared with a list of one or more values, not with {values!r}"
        raise ValueError(message)
    return listed


def _fact(name: str, reader: str) -> str:
    """Give the name that a fact has now, or say which is nearest."""
    if name in FACT_NAMES:
        return name
    before = next((start for start in _BEFORE_FACTS if name.startswith(start)), "")
    now = before + fact_now(name.removeprefix(before), _BEFORE_FACTS.get(before, ""))
    if now not in FACT_NAMES:
        hint = did_you_mean(name, sorted(FACT_NAMES))["en"]
        message = f"{reader} reads {name!r}, which is not a fact{hint}"
        raise NameError(message)
    return now


_BEFORE_FACTS: Final = {"sponsor_": "sponsor.", **{f"{reference}_": "" for reference in REFERENCES}}
"""What stands before the name of a fact that is not the person's own, and what stands there in the list of old names."""


# ---------------------------------------------------------------- joining them


def all_of(
    *parts: Node, source: Source | Iterable[Source] = (), en: str = "", nl: str = "", **said: Unpack[Said]
) -> Join:
    """Join parts that must all be met; the whole is as good as the worst of them."""
    return _join(parts, every=True, **put(source, en, nl, **said))


def any_of(
    *parts: Node, source: Source | Iterable[Source] = (), en: str = "", nl: str = "", **said: Unpack[Said]
) -> Join:
    """Join parts of which one is enough; the whole is as good as the best of them."""
    return _join(parts, every=False, **put(source, en, nl, **said))


def _join(parts: tuple[Node, ...], *, every: bool, **said: Any) -> Join:
    if not parts:
        message = "a join needs at least one part"
        raise ValueError(message)
    return Join(every=every, parts=parts, **said)


def not_(
    part: Node, *, source: Source | Iterable[Source] = (), en: str = "", nl: str = "", **said: Unpack[Said]
) -> Not:
    """Reverse a node that cannot be cured.

    Raises:
        ValueError: The node can be cured; what "not not yet" means is not defined.
    """
    if any(node.curable is not Curable.NO for node in part.walk()):
        message = f"{part.id or 'this node'} can be cured and cannot be reversed"
        raise ValueError(message)
    return Not(part=part, **put(source, en, nl, **said))


def where(test: Node, then: Node, otherwise: Node = MET) -> Where:
    """Take ``then`` where the test is met and ``otherwise`` where not (left out: nothing more is asked)."""
    return Where(test=test, then=then, otherwise=otherwise)


def follows(reference: str, *, en: str, nl: str, source: Source | Iterable[Source], **said: Unpack[Said]) -> Follows:
    """Take the verdict of the member that the fact ``reference`` names, as a ceiling."""
    return Follows(reference=reference, **put(source, en, nl, **said))
