"""Statements for the solver, joined: what is always or never so stays a plain True or False as long as it can.

The functions of ``z3`` that join statements look each over for what it could be beside a statement, which takes longer
than all else of it. Here they are known to be statements, and go to the solver as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import z3

__all__ = ["both", "denied", "either", "plain", "so_if_all", "so_if_any", "stated"]


def both(one: Any, other: Any) -> Any:
    """Say that both are so."""
    return other if one is other else so_if_all((one, other))


def either(one: Any, other: Any) -> Any:
    """Say that one of both is so."""
    return other if one is other else so_if_any((one, other))


def so_if_all(statements: Iterable[Any]) -> Any:
    """Say that all are so."""
    left = [one for one in statements if one is not True]
    return False if any(one is False for one in left) else _joined(z3.Z3_mk_and, left) if left else True


def so_if_any(statements: Iterable[Any]) -> Any:
    """Say that at least one is so."""
    left = [one for one in statements if one is not False]
    return True if any(one is True for one in left) else _joined(z3.Z3_mk_or, left) if left else False


def _joined(join: Callable[..., Any], statements: Sequence[Any]) -> Any:
    if len(statements) == 1:
        return statements[0]
    context = statements[0].ctx
    found = join(context.ref(), len(statements), (z3.Ast * len(statements))(*(one.as_ast() for one in statements)))
    return z3.BoolRef(found, context)


def denied(one: Any) -> Any:
    """Say that it is not so."""
    return not one if isinstance(one, bool) else z3.Not(one)


def plain(one: Any) -> Any:
    """Give what is always or never so as such, so that nothing is worked out with it."""
    return True if z3.is_true(one) else False if z3.is_false(one) else one


def stated(one: Any) -> Any:
    """Give what is always or never so as a statement too."""
    return z3.BoolVal(one) if isinstance(one, bool) else one
