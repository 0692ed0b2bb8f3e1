"""Hypothesis strategies that draw families: every one of them is valid input.

Nothing is drawn and thrown away: hypothesis draws one string of bytes for the sponsor and one for each
member, and `unfinished` makes a family of them. Examples shrink to one member, round dates and few facts given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final, Protocol, TypeVar

from hypothesis import strategies as st

from reunify.facts import Case, FamilyMember, Protection, Relation, Sponsor
from reunify.faults import did_you_mean
from reunify.rules import RULE_SETS
from reunify.ruleset import RuleSet
from reunify.testing import near as nearness
from reunify.testing.unfinished import DAY, MEMBER_NAMES, RELATIONS, SPONSOR_NAMES, Unfinished, bytes_for

__all__ = ["LAWS", "completions", "families", "members", "sponsors"]

LAWS: Final = tuple(RULE_SETS.values())
"""The laws about whose boundaries is drawn, unless others are given."""

_T = TypeVar("_T")
_Made = TypeVar("_Made")


class _Draw(Protocol):
    def __call__(self, strategy: st.SearchStrategy[_T], /) -> _T: ...


def families(
    *,
    protection: Protection | str | None = None,
    relations: Relation | str | Iterable[Relation | str] | None = None,
    min_members: int = 1,
    max_members: int = 3,
    unknown: int | None = None,
    in_part: int | None = 0,
    decided_on: date | None = None,
    near: str | Iterable[str] | None = None,
    laws: Iterable[RuleSet] = LAWS,
) -> st.SearchStrategy[Case]:
    """Draw families: each a valid `Case`.

    Args:
        protection: The sponsor's protection status; None: either.
        relations: The relation or relations that members can have; None: all.
        min_members: The least number of members.
        max_members: The largest number of members.
        unknown: The largest number of facts that are unknown; 0: all that matters is known; None: any.
        in_part: The largest number of days that are known in part (`Span`); None: any.
        decided_on: The decision day (D4); None: it is drawn, and may be unknown too.
        near: The id of a condition or a contested point, or several (``"housing"``; ``"parent.in-time"``
            in one ground): what they read lies about their boundaries, and most other facts are such
            that nothing else stands in the way.
        laws: The laws that ``near`` names conditions of, and about whose boundaries all days lie.

    Returns:
        A strategy; its examples shrink to one member, round dates and few facts given.

    Raises:
        ValueError: A word is none that is known (the message names the nearest), or the sizes are in
            the wrong order.
    """
    if not 0 <= min_members <= max_members:
        message = f"a family cannot have at least {min_members} and at most {max_members} members"
        raise ValueError(message)
    statuses = tuple(Protection) if protection is None else (_chosen(Protection, protection),)
    laws = tuple(laws)
    places = () if near is None else nearness.near(frozenset({near} if isinstance(near, str) else near), laws)
    kin = _as_relations(relations)

    def made(drawn: list[bytes]) -> Case:
        head, *people = drawn
        family = Unfinished(laws, unknown, in_part)
        if places:
            family.approach(head, places)
        family.begin(head, statuses, decided_on)
        family.fill_sponsor()
        for person in people:
            family.add_member(person, kin)
        family.relate_members()
        if in_part != 0:
            family.know_in_part()
        return family.made()

    # All of one length: hypothesis likes to put one in the place of another.
    one = _bytes(bytes_for(kin, in_part=in_part != 0))
    return _made(made, st.lists(one, min_size=1 + min_members, max_size=1 + max_members))


def sponsors(
    *,
    protection: Protection | str | None = None,
    unknown: int | None = None,
    in_part: int | None = 0,
    decided_on: date | None = None,
    near: str | Iterable[str] | None = None,
    laws: Iterable[RuleSet] = LAWS,
) -> st.SearchStrategy[Sponsor]:
    """Draw sponsors.

    Args:
        protection: The protection status; None: either.
        unknown: The largest number of facts that are unknown; 0: all are known; None: any.
        in_part: The largest number of days that are known in part (`Span`); None: any.
        decided_on: The decision day (D4) before which the facts lie; None: it is drawn.
        near: The ids of conditions or contested points about whose boundaries the facts lie.
        laws: The laws that have them, and about whose boundaries all days lie.

    Returns:
        A strategy for `Sponsor`, valid in a case with that decision day.

    Raises:
        ValueError: A word is none that is known.
    """
    alone = families(
        protection=protection,
        min_members=0,
        max_members=0,
        unknown=unknown,
        in_part=in_part,
        decided_on=decided_on,
        near=near,
        laws=laws,
    )
    return _made(lambda case: case.sponsor, alone)


def members(
    relation: Relation | str | None = None,
    *,
    unknown: int | None = None,
    in_part: int | None = 0,
    decided_on: date | None = None,
    near: str | Iterable[str] | None = None,
    laws: Iterable[RuleSet] = LAWS,
) -> st.SearchStrategy[FamilyMember]:
    """Draw single members, who refer to no other member.

    Args:
        relation: What the person is to the sponsor; None: anything.
        unknown: The largest number of facts that are unknown; 0: all that matters is known; None: any.
        in_part: The largest number of days that are known in part (`Span`); None: any.
        decided_on: The decision day (D4) before which the facts lie; None: it is drawn.
        near: The ids of conditions or contested points about whose boundaries the facts lie.
        laws: The laws that have them, and about whose boundaries all days lie.

    Returns:
        A strategy for `FamilyMember`. In a case of your own the sponsor's dates must fit: use `families`
        for members and sponsor that fit together.

    Raises:
        ValueError: A word is none that is known.
    """
    one = families(
        relations=relation,
        max_members=1,
        unknown=unknown,
        in_part=in_part,
        decided_on=decided_on,
        near=near,
        laws=laws,
    )
    return _made(lambda case: case.members[0], one)


def completions(
    case: Case, facts: Iterable[str], *, member: str, laws: Iterable[RuleSet] = LAWS
) -> st.SearchStrategy[Case]:
    """Draw families that agree with a family, and in which some of its unknown facts are known.

    A fact that is known in part becomes one of its days.

    Args:
        case: The family.
        facts: The names of facts that are unknown or known in part, as an outcome's ``missing`` gives them: ``"born_on"``,
            ``"sponsor.means"``, ``"mother.applied_on"``, ``"decided_on"``.
        member: The id of the member whose facts the bare names are.
        laws: The laws about whose boundaries the days lie.

    Returns:
        A strategy for `Case`: the same family with values for these facts.
    """
    laws = tuple(laws)
    wanted = {(owner or member, name) for owner, _, name in (fact.rpartition(".") for fact in facts)}
    in_order = [("sponsor", SPONSOR_NAMES), *((person.id, MEMBER_NAMES) for person in case.members)]
    asked = [(owner, name) for owner, names in in_order for name in names if (owner, name) in wanted]
    if (member, DAY) in wanted:
        asked.insert(0, (DAY, DAY))

    def completed(drawn: bytes) -> Case:
        family = Unfinished.of(case, laws)
        owners = {DAY: family.case, "sponsor": family.sponsor, **{person.id: person for person in family.members}}
        for index, (owner, name) in enumerate(asked):
            family.drawn[id(owners[owner])] = drawn[2 * index :], {name: 0}
            family.fill(owners[owner], name)
        return family.made()

    return _made(completed, _bytes(2 * len(asked)))


@st.composite
def _made(draw: _Draw, make: Callable[[_T], _Made], strategy: st.SearchStrategy[_T]) -> _Made:
    """Map what is drawn; a plain ``map`` would show the bytes of a failing example, and not the family."""
    return make(draw(strategy))


def _bytes(size: int) -> st.SearchStrategy[bytes]:
    return st.binary(min_size=size, max_size=size)


_Word = TypeVar("_Word", Protection, Relation)


def _chosen(kind: type[_Word], word: _Word | str) -> _Word:
    try:
        return kind(word)
    except ValueError:
        message = (
            f"there is no {kind.__name__.lower()} {word!r}{did_you_mean(word, [known.value for known in kind]).en}"
        )
        raise ValueError(message) from None


def _as_relations(relations: Relation | str | Iterable[Relation | str] | None) -> tuple[Relation, ...]:
    if relations is None:
        return RELATIONS
    named = [relations] if isinstance(relations, str) else relations
    wanted = {_chosen(Relation, relation) for relation in named}
    if not wanted:
        message = "there is no relation to draw members of"
        raise ValueError(message)
    late = wanted - set(RELATIONS)
    if late:
        message = f"{', '.join(map(str, late))}: add a relation before reunify.testing.strategies is imported"
        raise ValueError(message)
    return tuple(relation for relation in RELATIONS if relation in wanted)
