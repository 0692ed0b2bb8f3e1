"""One condition tree made of another: parts replaced, taken out, or said otherwise."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any, Protocol, TypeVar, cast

import attrs

from reunify.engine.nodes import Join, Node
from reunify.logic import MET

__all__ = ["Dropped", "NodeMapping", "mapping", "rewritten", "same_or"]

_N = TypeVar("_N", bound=Node)


class Dropped(Exception):  # noqa: N818 -- a signal within `rewritten`, not an error
    """A node that an amendment takes out."""


def rewritten(node: Node, change: Callable[[Node], Node]) -> Node:
    """Give a node with some of the nodes in it replaced or taken out.

    What is taken out counts as met in an ``all_of``, as a branch or as a test, and as absent in an
    ``any_of``.

    Args:
        node: The node to rewrite; it is left as it is.
        change: Gives for each node what stands in its place: the same node, another one, or `Dropped`.

    Raises:
        Dropped: The node itself is taken out.
        ValueError: The last alternative of an ``any_of`` is taken out.
    """
    changed = change(node)
    if changed is not node or not node.children:
        return changed
    if isinstance(node, Join):
        return _rewritten_join(node, change)
    parts: dict[str, Any] = {
        field.name: _rewritten_or_met(getattr(node, field.name), change)
        for field in attrs.fields(type(node))
        if isinstance(getattr(node, field.name), Node)
    }
    same = all(getattr(node, name) is part for name, part in parts.items())
    return node if same else attrs.evolve(node, **parts)


def _rewritten_or_met(node: Node, change: Callable[[Node], Node]) -> Node:
    try:
        return rewritten(node, change)
    except Dropped:
        return MET


def _rewritten_join(node: Join, change: Callable[[Node], Node]) -> Node:
    parts = []
    for part in node.parts:
        try:
            parts.append(rewritten(part, change))
        except Dropped:
            continue
    if len(parts) == len(node.parts) and all(new is old for new, old in zip(parts, node.parts, strict=True)):
        return node
    if not parts and not node.every:
        message = f"the last alternative of {node.id or 'an any_of'} cannot be taken out"
        raise ValueError(message)
    return attrs.evolve(node, parts=tuple(parts) or (MET,))


class NodeMapping(Protocol):
    """What makes of a node another one of the same kind."""

    def __call__(self, node: _N, /) -> _N:
        """Give the other node."""
        raise NotImplementedError


def mapping(change: NodeMapping) -> NodeMapping:
    """Give a function that puts for each node, the innermost first, what ``change`` makes of it.

    What stands in several places stays one and the same node.
    """
    made: dict[Node, Any] = {}

    def mapped(node: _N, /) -> _N:
        if node not in made:
            made[node] = change(_with_parts(node, mapped))
        found: _N = made[node]
        return found

    return mapped


def _with_parts(node: _N, mapped: NodeMapping) -> _N:
    parts: dict[str, Any] = {}
    for field in attrs.fields(type(node)):
        value = getattr(node, field.name)
        if isinstance(value, Node):
            parts[field.name] = mapped(value)
        elif field.name == "parts":
            parts[field.name] = tuple(map(mapped, value))
    return same_or(node, **parts)


_T = TypeVar("_T")


def same_or(thing: _T, **parts: object) -> _T:
    """Give a thing with other parts; the very same, if each part is the one that it has."""
    same = all(_is_same(getattr(thing, name), part) for name, part in parts.items())
    return thing if same else attrs.evolve(cast("Any", thing), **parts)


def _is_same(old: object, new: object) -> bool:
    if isinstance(old, tuple) and isinstance(new, tuple):
        return len(old) == len(new) and all(map(operator.is_, old, new))
    return old is new
