"""One family on one decision day: the sponsor, the family members, and the facts of the case itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from operator import attrgetter
from typing import Any, Final, cast

import attrs

from reunify.facts.given import ReadAs, ShowsWhatIsGiven
from reunify.facts.impossible import contradictions
from reunify.facts.kinds import FactKind, Paper, fact, facts_of, refused
from reunify.facts.member import MEMBER_FACTS, FamilyMember
from reunify.facts.span import Span
from reunify.facts.sponsor import SPONSOR_FACTS, Sponsor
from reunify.faults import BadCase, FaultCode
from reunify.renamed import with_old_facts
from reunify.shown import Shown

__all__ = ["CASE_FACTS", "Case"]


def _as_members(members: object) -> tuple[FamilyMember, ...]:
    found = tuple(cast("Any", members))
    for index, member in enumerate(found):
        if not isinstance(member, FamilyMember):
            path = f"members[{index}]"
            raise refused(
                FaultCode.WRONG_TYPE,
                path,
                "{value} is not a FamilyMember",
                "{value} is geen FamilyMember",
                value=member,
            )
    return found


def _members_field() -> Any:
    return attrs.field(default=(), converter=_as_members)


_DAYS: Final[Mapping[type, tuple[str, ...]]] = {
    cls: tuple(name for name, about in facts.items() if about.kind is FactKind.DATE)
    for cls, facts in ((Sponsor, SPONSOR_FACTS), (FamilyMember, MEMBER_FACTS))
}
_VALUES: Final[Mapping[type, Callable[[object], tuple[object, ...]]]] = {
    cls: attrgetter(*names) for cls, names in _DAYS.items()
}


def _in_part(case: Case) -> Mapping[str, Mapping[str, Span]]:
    found: dict[str, Mapping[str, Span]] = {}
    for id_, person in case.people:
        values = _VALUES[type(person)](person)
        added = [(name, day) for name, day in person.added if isinstance(day, Span)]
        if added or Span in map(type, values):
            days = zip(_DAYS[type(person)], values, strict=True)
            found[id_] = {name: day for name, day in (*days, *added) if isinstance(day, Span)}
    return found


@with_old_facts()
@attrs.frozen(kw_only=True, repr=False)
class Case(ShowsWhatIsGiven):
    """One family on one decision day. What cannot be (entry before birth, say) cannot be made.

    Attributes:
        sponsor: The person who has asylum.
        members: The family members, in the file's order.
        decided_on: D4, the day on which the application is or would be decided: the day that the
            assessment is made for (besluit).
        title: Free text.
        source: Where the facts come from.

    Raises:
        BadCase: Facts contradict each other; every fault at once.
    """

    sponsor: Sponsor
    members: ReadAs[tuple[FamilyMember, ...], Iterable[FamilyMember]] = _members_field()
    decided_on: date | None = fact(
        FactKind.DATE,
        "decision day (D4)",
        "dag van het besluit (D4)",
        "As on which day is the family to be looked at? Mostly that is today.",
        "Op welke dag moet het gezin worden bekeken? Meestal is dat vandaag.",
        exact=True,
        paper=Paper.START,
    )
    title: str | None = fact(
        FactKind.TEXT,
        "title",
        "titel",
        "What shall this file be called?",
        "Hoe moet dit bestand heten?",
    )
    source: str | None = fact(
        FactKind.TEXT,
        "where the facts come from",
        "herkomst van de feiten",
        "Where do the facts come from?",
        "Waar komen de feiten vandaan?",
    )

    in_part: Mapping[str, Mapping[str, Span]] = attrs.field(init=False, eq=False, repr=False)
    """The days that are known in part: by the id of the person (``"sponsor"``), the facts with their spans."""

    def _shown(self) -> Shown:
        of_people = [(who, *row) for who, person in self.people for row in person._shown().rows]  # noqa: SLF001 -- its own
        return Shown(
            self.title or "Case", ("who", "fact", "value"), [*(("", *row) for row in super()._shown().rows), *of_people]
        )

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "in_part", _in_part(self))
        found = tuple(contradictions(self))
        if found:
            raise BadCase(found)

    @property
    def people(self) -> tuple[tuple[str, Sponsor | FamilyMember], ...]:
        """The sponsor and the members, each with what stands before the names of their facts."""
        return (("sponsor", self.sponsor), *((member.id, member) for member in self.members))

    def member(self, id: str) -> FamilyMember:  # noqa: A002 -- the fact is called id
        """Give the member with this id.

        Raises:
            KeyError: There is none.
        """
        for member in self.members:
            if member.id == id:
                return member
        raise KeyError(id)


CASE_FACTS: Final = facts_of(Case)
