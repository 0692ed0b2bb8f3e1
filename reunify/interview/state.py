"""Where an interview stands, what is asked next, and what an answer makes of it; no words of it are here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import attrs

from reunify import whatif
from reunify.facts import (
    ASSUMED,
    CASE_FACTS,
    MEMBER_FACTS,
    REFERENCES,
    SPONSOR_FACTS,
    Case,
    Fact,
    FactKind,
    FamilyMember,
    Relation,
    Span,
    Unknown,
    View,
    about_fact,
    facts_of_owner,
)
from reunify.interview.kin import Kin
from reunify.interview.order import Served, is_asked_at_once, most_left, place_of, still_open
from reunify.interview.question import ID, RELATION, can_be, value_of
from reunify.renamed import old_names
from reunify.ruleset import RuleSet

__all__ = ["DAY", "MEANS", "OTHER", "Stage", "bare_of", "begun", "is_given"]

if not TYPE_CHECKING:
    __getattr__ = old_names(__name__, State="Stage")

MEANS: Final = "sponsor.means"
DAY: Final = "decided_on"
_INCOME: Final = ("sponsor.income_per_month", "sponsor.income_until", "sponsor.income_sufficient_since")


@attrs.frozen(kw_only=True)
class Stage:
    """Where the interview stands; an answer gives the next state, and *back* the one before.

    Attributes:
        case: What is known.
        laws: The laws whose verdicts are to be settled.
        regimes: The laws of which one is in force, each in its time.
        unknown: The facts that were answered with "I don't know".
        name: The person who was named, and of whom it is not known yet what he or she is to the sponsor.
        all_named: Whether all who want to come are named.
        same: The fact that was just answered, and the members of whom the same is asked.
        same_before: Whether those members have an answer already, which is being corrected.
        offered: The facts, by their bare names, of which it was asked whether they are the same for others.
        again: The fact whose answer is being corrected.
        walked: Whether it is so because somebody went back beyond where this interview began.
        found: What was found to be open in each case of this interview, so that it is found once.
    """

    case: Case
    laws: tuple[RuleSet, ...]
    regimes: tuple[RuleSet, ...]
    unknown: frozenset[str] = frozenset()
    name: str | None = None
    all_named: bool = False
    same: tuple[str, tuple[str, ...]] | None = None
    same_before: bool = False
    offered: frozenset[str] = frozenset()
    again: str | None = None
    walked: bool = False
    found: dict[Case, Served] = attrs.field(factory=dict, eq=False, repr=False)

    @cached_property
    def open(self) -> Served:
        """The facts that still are to be asked, in their order, with those for whom each matters."""
        found = self.found.get(self.case)
        if found is None:
            found = self.found[self.case] = still_open(self.case, self.laws, self.regimes)
        asked = {fact: persons for fact, persons in found.items() if self._is_to_be_asked(fact)}
        if self._ask_income(found):
            asked[_INCOME[0]] = found[MEANS]
        return {fact: asked[fact] for fact in sorted(asked, key=lambda fact: place_of(fact, self.case))}

    def _is_to_be_asked(self, fact: str) -> bool:
        """Neither what nobody knows, nor what takes for granted something that nobody knows."""
        owner = fact.rpartition(".")[0]
        supposed = {f"{owner}.{name}" for name in about_fact(fact).supposes}
        return fact not in self.unknown and not supposed & self.unknown

    def _ask_income(self, found: Served) -> bool:
        """Ask for the income of a sponsor of whom nobody can say whether the means suffice."""
        open_ = MEANS in self.unknown and _INCOME[0] not in self.unknown
        return open_ and MEANS in found and self.case.sponsor.income_per_month is None

    def together(self, fact: str) -> tuple[str, ...]:
        """Give the members of whom a fact is asked in one question: all who lack it, where that can be asked so."""
        owner, _, bare = fact.rpartition(".")
        if self.again is not None or not is_asked_at_once(fact):
            return ()
        names = tuple(member.id for member in self.case.members if f"{member.id}.{bare}" in self.open)
        return names if len(names) > 1 and owner in names else ()

    @property
    def left(self) -> int:
        """The number of questions that can still come at most, this one included."""
        income = len(_INCOME) if MEANS in self.open else len(_INCOME) - 1 if _INCOME[0] in self.open else 0
        if self.same is None or self.same_before:
            return most_left(self.open, self.offered) + income
        return most_left(self.open, self.offered | {bare_of(self.same[0])}) + income + 1

    def next_fact(self) -> str | None:
        """Give the fact that is asked next; ``id`` and ``relation`` for somebody new, None at the end."""
        if self.again is not None:
            return self.again
        if self.same is not None:
            return self.same[0]
        if self.case.decided_on is None and DAY not in self.unknown:
            return DAY
        if not self.all_named:
            return ID if self.name is None else RELATION
        return next(iter(self.open), None)

    @cached_property
    def kept(self) -> Case:
        """The case with what nobody knows marked as such, as a file keeps it; every outcome stays what it is."""
        names: dict[str, tuple[str, ...]] = {}
        for fact in sorted(self.unknown):
            owner, _, bare = fact.rpartition(".")
            if owner and (not is_given(self.case, fact) or isinstance(value_of(self.case, fact), Span)):
                names[owner] = (*names.get(owner, ()), bare)
        waiting = (fact for fact in self.unknown if "." in fact and not is_given(self.case, fact))
        case = whatif.changed(self.case, {fact: None for fact in waiting if not _is_presumed(self.case, fact)})
        members = tuple(attrs.evolve(m, not_known=names.get(m.id, ())) for m in case.members)
        sponsor = attrs.evolve(case.sponsor, not_known=names.get("sponsor", ()))
        return attrs.evolve(case, sponsor=sponsor, members=members)

    # ------------------------------------------------------------ people

    def with_member(self, name: str, kin: Kin) -> Stage:
        """Give the state with one more member.

        Raises:
            BadCase: Nobody can be called so.
        """
        member = FamilyMember(id=name, relation=kin.relation, parentage=kin.parentage or ASSUMED)
        return attrs.evolve(self, case=attrs.evolve(self.case, members=(*self.case.members, member)), name=None)

    def with_fact(self, fact: str, value: object) -> Stage:
        """Give the state with a fact that was told beside what was asked.

        Raises:
            BadCase: The value is none of this fact's, or contradicts what is known.
        """
        return attrs.evolve(self, case=whatif.changed(self.case, {fact: value}))

    def without_member(self, name: str) -> Stage:
        """Give the state without a member."""
        kept = [member for member in self.case.members if member.id != name]
        others = tuple(_referring(member, {name: None}) for member in kept)
        unknown = frozenset(fact for fact in self.unknown if fact.rpartition(".")[0] != name)
        return self._answered(attrs.evolve(self.case, members=others), unknown)

    def renamed(self, name: str, new: str) -> Stage:
        """Give the state in which a member has another name; what is asked now is asked still, but for an answer put again.

        Raises:
            BadCase: Nobody can be called so.
        """
        members = (_referring(attrs.evolve(m, id=new) if m.id == name else m, {name: new}) for m in self.case.members)

        def called(fact: str) -> str:
            owner, dot, bare = fact.rpartition(".")
            return f"{new if owner == name else owner}{dot}{bare}"

        state = self._answered(attrs.evolve(self.case, members=tuple(members)), map(called, self.unknown))
        if self.same is None:
            return state
        fact, others = self.same
        same = called(fact), tuple(new if other == name else other for other in others)
        return attrs.evolve(state, same=same, same_before=self.same_before)

    def related(self, name: str, kin: Kin) -> tuple[Stage, tuple[str, ...]]:
        """Give the state in which a member is something else to the sponsor, and the answers that fell.

        Raises:
            BadCase: That contradicts what is known.
        """
        before = self.case.member(name)
        if kin == Kin(before.relation, None if before.parentage is ASSUMED else before.parentage):
            return self._answered(self.case, self.unknown), ()
        other = {fact for fact, about in MEMBER_FACTS.items() if about.concerns and kin.relation not in about.concerns}
        fallen = [f"{name}.{fact}" for fact in MEMBER_FACTS if fact in other | _resting_on(MEMBER_FACTS, RELATION)]
        references = ((m.id, ref, fits) for m in self.case.members for ref, (fits, _) in REFERENCES.items())
        fallen += [
            f"{m}.{r}"
            for m, r, fits in references
            if value_of(self.case, f"{m}.{r}") == name and kin.relation not in fits
        ]
        change = {fact: _left_out(fact) for fact in fallen} | {f"{name}.{RELATION}": kin.relation}
        change |= {} if kin.parentage is None else {f"{name}.parentage": kin.parentage}
        told = tuple(fact for fact in fallen if fact != f"{name}.parentage" and is_given(self.case, fact))
        return self._answered(whatif.changed(self.case, change), self.unknown - set(fallen)), told

    # ------------------------------------------------------------ answers

    def answered(self, fact: str, value: object) -> tuple[Stage, tuple[str, ...]]:
        """Give the state with a fact, and the answers that fell because they rested on what it was.

        Raises:
            BadCase: The value is none of this fact's, or contradicts what is known.
        """
        before = value_of(self.case, fact)
        fallen = self._fallen(fact) if is_given(self.case, fact) else ()
        change = {name: _left_out(name) for name in fallen} | {fact: value}
        case = whatif.changed(self.case, change)
        if value_of(case, fact) == before:
            return self._answered(self.case, self.unknown - {fact}), ()
        told = tuple(name for name in fallen if is_given(self.case, name))
        state = self._answered(case, self.unknown - {fact, *fallen})
        return state._asking_of_others(fact, before if self.again is not None else None), told  # noqa: SLF001 -- its own

    def told_of_each(self, bare: str, told: Mapping[str, Any]) -> Stage:
        """Give the state in which a fact is told of several members at once; None where it is not known.

        Raises:
            BadCase: A value is none of this fact's, or contradicts what is known.
        """
        unknown = {f"{name}.{bare}" for name, value in told.items() if value is None}
        known = {f"{name}.{bare}": value for name, value in told.items() if value is not None}
        return self._answered(whatif.changed(self.case, known), self.unknown - set(known) | unknown)

    def unchanged(self) -> Stage:
        """Give the state after an answer was looked at again and left as it is."""
        return self._answered(self.case, self.unknown)

    def not_known(self, fact: str, *, keep: bool = False) -> Stage:
        """Give the state after "I don't know"; what is known of a day in part stays if it is kept."""
        case = self.case if keep else whatif.changed(self.case, {fact: _left_out(fact)})
        state = self._answered(case, self.unknown | {fact})
        return state if keep or self.again is not None else state._asking_of_others(fact, None)  # noqa: SLF001 -- its own

    def same_for(self, names: Iterable[str]) -> Stage:
        """Give the state in which the fact that was just answered holds for these members too."""
        if self.same is None:
            return self
        fact, _ = self.same
        bare, value = bare_of(fact), value_of(self.case, fact)
        facts = [f"{name}.{bare}" for name in names]
        if fact in self.unknown:
            case, unknown = self.case, self.unknown | set(facts)
        else:
            case, unknown = whatif.changed(self.case, dict.fromkeys(facts, value)), self.unknown - set(facts)
        return attrs.evolve(self._answered(case, unknown), offered=self.offered | {bare})

    def _answered(self, case: Case, unknown: Iterable[str]) -> Stage:
        return attrs.evolve(
            self, case=case, unknown=frozenset(unknown), again=None, walked=False, same=None, same_before=False
        )

    def _asking_of_others(self, fact: str, corrected: object) -> Stage:
        """Ask next whether the same holds for others who lack the fact, or who have the answer that was corrected."""
        owner, _, bare = fact.rpartition(".")
        about = about_fact(fact)
        is_unknown = fact in self.unknown
        if owner in ("", "sponsor") or not (about.often_shared or is_unknown):
            return self
        names = [member.id for member in self.case.members if member.id != owner]
        if corrected not in (None, ASSUMED):
            others = [name for name in names if value_of(self.case, f"{name}.{bare}") == corrected]
        elif bare in self.offered:
            others = []
        else:
            others = [name for name in names if f"{name}.{bare}" in self.open]
        value = value_of(self.case, fact)
        others = [name for name in others if is_unknown or can_be(self.case, f"{name}.{bare}", value)]
        # Of one other, a question more is no less work; but a day need not be typed again.
        if not others or (len(others) == 1 and about.kind is not FactKind.DATE):
            return self
        return attrs.evolve(self, same=(fact, tuple(others)), same_before=corrected not in (None, ASSUMED))

    def _fallen(self, fact: str) -> tuple[str, ...]:
        owner, _, bare = fact.rpartition(".")
        facts = facts_of_owner(owner)
        return tuple(f"{owner}.{name}" for name in facts if name in _resting_on(facts, bare))

    def given(self) -> Iterator[str]:
        """Give the facts that were answered, also with "I don't know", in the order in which they are asked."""
        owners: list[tuple[str, Mapping[str, Fact]]] = [("", CASE_FACTS), ("sponsor.", SPONSOR_FACTS)]
        owners += [(f"{member.id}.", MEMBER_FACTS) for member in self.case.members]
        names = [f"{prefix}{name}" for prefix, facts in owners for name in facts if name != ID]
        answered = [name for name in names if is_given(self.case, name) or name in self.unknown]
        yield from sorted(answered, key=lambda fact: place_of(fact, self.case))


def begun(case: Case, laws: tuple[RuleSet, ...], regimes: tuple[RuleSet, ...]) -> Stage:
    """Give the state in which an interview begins: what a file says that nobody knows is not asked again.

    Of such a fact something may be presumed once more is known. For the laws see `Stage`.
    """
    unknown = [f"{owner}.{name}" for owner, person in case.people for name in person.not_known]
    in_part = [fact for fact in unknown if isinstance(value_of(case, fact), Span)]
    left_out = {fact: _left_out(fact) for fact in unknown if value_of(case, fact) is None}
    without = whatif.changed(case, left_out)
    waiting = {fact: value for fact, value in left_out.items() if not _is_presumed(without, fact)}
    told = frozenset([*in_part, *left_out])
    return Stage(case=whatif.changed(case, waiting), laws=laws, regimes=regimes, unknown=told)


def _is_presumed(case: Case, fact: str) -> bool:
    """Say whether something is presumed of a fact that is left out, or worked out from others."""
    if fact == MEANS and any(is_given(case, income) for income in _INCOME):
        return True
    owner, _, bare = fact.rpartition(".")
    if value_of(case, fact) is not ASSUMED or not case.members:
        return False
    member, name = (case.members[0], f"sponsor_{bare}") if owner == "sponsor" else (case.member(owner), bare)
    return not isinstance(View(case, member).get(name), Unknown)


def bare_of(fact: str) -> str:
    """Give the name of a fact without whose it is."""
    return fact.rpartition(".")[2]


def is_given(case: Case, fact: str) -> bool:
    """Say whether a fact is told, and not unknown or assumed."""
    value = value_of(case, fact)
    return value is not None and value is not ASSUMED


def _left_out(fact: str) -> Any:
    return about_fact(fact).left_out


def _resting_on(facts: Mapping[str, Fact], bare: str) -> set[str]:
    """Give the facts that rest on one, also through others."""
    found = {name for name, about in facts.items() if bare in about.rests_on}
    return found.union(*(_resting_on(facts, name) for name in found))


def _referring(member: FamilyMember, to: Mapping[str, str | None]) -> FamilyMember:
    """Give a member who names another one by that one's new name, or no more."""
    changed: dict[str, Any] = {name: to[getattr(member, name)] for name in REFERENCES if getattr(member, name) in to}
    return attrs.evolve(member, **changed)


OTHER: Final = Kin(Relation.OTHER)
