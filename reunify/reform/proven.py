"""What the solver adds to the search on boundary families: a proof that nobody else is touched, or the family it missed.

Without the extra ``proof`` nothing is proven, and that is said (see `NOT_PROVEN`).
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from reunify.engine.meaning import SETTLED
from reunify.facts import (
    ASSUMED,
    CASE_FACTS,
    MEMBER_FACTS,
    SPONSOR_FACTS,
    Case,
    FamilyMember,
    Protection,
    Relation,
    Sponsor,
)
from reunify.faults import BadCase
from reunify.reform.people import PEOPLE, KindOfPerson, person
from reunify.reform.written import told_facts
from reunify.ruleset import RuleSet
from reunify.text import Lang
from reunify.verdicts.family import Family

if TYPE_CHECKING:
    from reunify.proof.prove import Answer

__all__ = [
    "KINDS",
    "NOT_PROVEN",
    "FoundFamily",
    "Kind",
    "answers",
    "as_person",
    "better",
    "can_prove",
    "otherwise",
    "worse",
]

NOT_PROVEN: Final = "not-proven"
"""What is left open where the extra ``proof`` (z3-solver) is not installed: that the search found all there is."""


def can_prove() -> bool:
    """Say whether the extra ``proof`` is installed."""
    return find_spec("z3") is not None


@attrs.frozen(kw_only=True, order=False, slots=False)
class FoundFamily:
    """A family that the solver found; its facts are given, and no others.

    Attributes:
        case: The family; its first member is the person.
    """

    case: Case

    @property
    def person(self) -> str:
        """The name of the person in `people.PEOPLE`; also the member's id in the family."""
        return self.case.members[0].id

    @property
    def who(self) -> KindOfPerson:
        """The person whom it is about."""
        return person(self.person)

    @property
    def protection(self) -> Protection:
        """The sponsor's status."""
        return cast("Protection", self.case.sponsor.protection)

    @cached_property
    def changes(self) -> tuple[tuple[str, Any], ...]:
        """The facts that are given."""
        first, *others = self.case.members
        found = [("", self.case, CASE_FACTS), ("", first, MEMBER_FACTS), ("sponsor.", self.case.sponsor, SPONSOR_FACTS)]
        found += [(f"{other.id}.", other, MEMBER_FACTS) for other in others]
        return tuple(
            (f"{prefix}{name}", getattr(owner, name))
            for prefix, owner, facts in found
            for name, about in facts.items()
            if not about.required and getattr(owner, name) not in (None, ASSUMED)
        )

    @property
    def key(self) -> Case:
        """What makes it the same family as another one."""
        return self.case

    def told(self, lang: Lang) -> str:
        """Say what is known of it."""
        return told_facts(self.changes, lang)


def as_person(case: Case) -> FoundFamily:
    """Give a family under the name of the one of `people.PEOPLE` whom its first member is most like."""
    first, *others = case.members
    alike = [one for one in PEOPLE if one.relation is first.relation]
    like = next((one for one in alike if one.facts.get("parentage") is first.parentage), alike[0])
    return FoundFamily(case=attrs.evolve(case, members=(attrs.evolve(first, id=like.id), *others)))


def worse(old: int, new: int) -> bool:
    """Say whether one settled verdict is worse than another."""
    return {old, new} <= SETTLED and new < old


def better(old: int, new: int) -> bool:
    """Say whether one settled verdict is better than another."""
    return {old, new} <= SETTLED and new > old


def otherwise(old: int, new: int) -> bool:
    """Say whether something else differs: which verdicts are possible."""
    return old != new and not {old, new} <= SETTLED


Kind = tuple[Relation, Protection | None, Callable[[int, int], bool]]
KINDS: Final = (worse, better, otherwise)


def answers(
    old: RuleSet,
    new: RuleSet,
    given: Callable[[Case], bool] | None,
    shown: Collection[Kind],
) -> Iterator[tuple[Kind, Answer]]:
    """Ask for each relation, status and kind of difference that no family shows so far whether some family does.

    Args:
        old: The one law.
        new: The other law.
        given: Which families count.
        shown: What is shown already.
    """
    from reunify.proof.prove import Answer, Outcome, answer_for  # noqa: PLC0415 -- needs an extra of its own

    # Of a sponsor whose status is not known only what is left open can differ where it does not for either status.
    statuses = [*itertools.product(Protection, KINDS), (None, otherwise)]
    for relation, (protection, sought) in itertools.product(Relation, statuses):
        kind = (relation, protection, sought)
        counts = _of_status(protection, given)
        if kind in shown:
            continue
        less = _less_known(relation, protection) if sought is otherwise else ()
        shows = next((case for case in less if counts(case) and _is_sought(case, (old, new), sought)), None)
        if shows is not None:
            yield kind, Answer(relation=relation, outcome=Outcome.DIFFERS, family=shows)
        else:
            yield kind, answer_for(relation, old, new, sought, given=counts)


def _of_status(protection: Protection | None, given: Callable[[Case], bool] | None) -> Callable[[Case], bool]:
    def holds(case: Case) -> bool:
        return case.sponsor.protection is protection and (given is None or given(case))

    return holds


def _less_known(relation: Relation, protection: Protection | None) -> Iterator[Case]:
    """Give families of whom nothing is known, or all but one fact: they show much of what is left open, and cost little."""
    yield Case(sponsor=Sponsor(protection=protection), members=(FamilyMember(id="person", relation=relation),))
    for who in (one for one in PEOPLE if one.relation is relation):
        for name in ("sponsor.protection", *(name for name in who.facts if name.rpartition(".")[2] != "relation")):
            with suppress(BadCase):
                yield who.family(Protection.REFUGEE, {name: None, "sponsor.protection": protection})


def _is_sought(case: Case, laws: tuple[RuleSet, RuleSet], sought: Callable[[int, int], bool]) -> bool:
    old, new = (Family(case, law).person(case.members[0]).mask for law in laws)
    return sought(old, new)
