"""One family on one decision day: the sponsor, the family members, and the facts of the case itself."""

from __future__ import annotations

from datetime import date
from typing import Any, Final, cast

import attrs

from reunify.facts.impossible import contradictions
from reunify.facts.kinds import FactKind, ShowsWhatIsGiven, fact, facts_of, refused
from reunify.facts.member import FamilyMember
from reunify.facts.sponsor import Sponsor
from reunify.faults import BadCase
from reunify.renamed import with_old_facts


def _as_members(members: object) -> tuple[FamilyMember, ...]:
    found = tuple(cast("Any", members))
    for index, member in enumerate(found):
        if not isinstance(member, FamilyMember):
            path = f"members[{index}]"
            raise refused(
                path,
                "{value} is not a FamilyMember",
                "{value} is geen FamilyMember",
                value=member,
            )
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
    members: tuple[FamilyMember, ...] = attrs.field(default=(), converter=_as_members)
    decided_on: date | None = fact(
        FactKind.DATE,
        "decision day (D4)",
        "dag van het besluit (D4)",
        "For which decision day is the assessment made?",
        "Voor welke dag van besluit geldt de beoordeling?",
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

    def __attrs_post_init__(self) -> None:
        found = tuple(contradictions(self))
        if found:
            raise BadCase(found)

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
