"""What hypothesis loads by itself, where this library is installed: strategies for the three classes of facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reunify.facts import Case, FamilyMember, Sponsor

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

__all__ = ["register"]


def register() -> None:
    """Tell hypothesis how to draw a `Case`, a `Sponsor` and a `FamilyMember`, for ``st.from_type``."""
    from hypothesis.strategies import register_type_strategy  # noqa: PLC0415 -- hypothesis is there: it calls this

    register_type_strategy(Case, _families)
    register_type_strategy(Sponsor, _sponsors)
    register_type_strategy(FamilyMember, _members)


# Each imports the strategies only once one is asked for.


def _families(_: type[Case]) -> SearchStrategy[Case]:
    from reunify.testing.strategies import families  # noqa: PLC0415

    return families()


def _sponsors(_: type[Sponsor]) -> SearchStrategy[Sponsor]:
    from reunify.testing.strategies import sponsors  # noqa: PLC0415

    return sponsors()


def _members(_: type[FamilyMember]) -> SearchStrategy[FamilyMember]:
    from reunify.testing.strategies import members  # noqa: PLC0415

    return members()
