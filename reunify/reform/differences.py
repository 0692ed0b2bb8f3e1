"""What a change of law does: for whom it changes what, found on the boundary families of both laws.

Nothing is drawn at random and there is no second list of rules: the families come from the conditions of
the two rule sets (see `boundaries`), and the rows of the table from `people`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Any, Final

import attrs

from reunify.assess import Cause, Change
from reunify.facts import ASSUMED, MEMBER_FACTS, SPONSOR_FACTS, Case, FactKind, FamilyMember, Protection
from reunify.family import Family
from reunify.faults import BadCase
from reunify.meaning import ELIGIBLE, EXCLUDED, NOT_YET, Verdict
from reunify.reform.boundaries import BoundaryFamily, boundary_set, what_is_asked
from reunify.reform.people import PEOPLE
from reunify.reform.render import gains_and_losses, render
from reunify.reform.table import Row, change_for, rows_of
from reunify.reform.written import told_changes
from reunify.ruleset import RuleSet
from reunify.sources import Source
from reunify.text import Lang

# ---------------------------------------------------------------- one difference


@attrs.frozen(kw_only=True, slots=False)
class Difference:
    """One kind of difference, and the least changed boundary family that shows it.

    Attributes:
        family: The boundary family.
        change: What comes out for the person under both rule sets.
        laws: The old and the new rule set.
        families: In how many boundary families this kind of difference was met.
    """

    family: BoundaryFamily
    change: Change
    laws: tuple[RuleSet, RuleSet]
    families: int = 1

    @property
    def person(self) -> str:
        """The name of the person in `people.PEOPLE`; also the member's id in the family."""
        return self.family.person

    @property
    def protection(self) -> Protection:
        """The sponsor's status."""
        return self.family.protection

    @property
    def old(self) -> Verdict:
        """The verdict under the old rule set."""
        return self.change.old.verdict

    @property
    def new(self) -> Verdict:
        """The verdict under the new rule set."""
        return self.change.new.verdict

    @property
    def worse(self) -> bool:
        """Whether the person comes out worse under the new rule set."""
        return _ORDER[self.new] < _ORDER[self.old]

    @property
    def cause(self) -> tuple[Cause, ...]:
        """The conditions that make the difference, each with the rule set that it stands in."""
        return self.change.cause

    @property
    def conditions(self) -> tuple[str, ...]:
        """The ids of those conditions."""
        return tuple(cause.condition for cause in self.cause)

    @property
    def provisions(self) -> tuple[Source, ...]:
        """Where those conditions rest on."""
        return tuple(dict.fromkeys(cause.source for cause in self.cause))

    @cached_property
    def case(self) -> Case:
        """The smallest family that shows the difference: no fact could be left out."""
        return _smallest(self)

    def told(self, lang: Lang) -> str:
        """Give the difference in one line.

        Args:
            lang: The language.
        """
        why = "; ".join(f"{cause.condition} ({cause.source.cite[lang]})" for cause in self.cause)
        step = f"{self.old.label[lang]} → {self.new.label[lang]}"
        who = f"{self.family.who.label[lang]}, {self.protection.label[lang]}"
        return f"{who}: {step}: {why}. {told_changes(self.family.changes, lang)}"

    def __str__(self) -> str:
        return self.told("en")


_ORDER: Final = {verdict: rank for rank, verdict in enumerate(Verdict)}
# ---------------------------------------------------------------- all differences


@attrs.frozen(kw_only=True, slots=False)
class Differences:
    """What changes for whom between two rule sets: iterate for one `Difference` of each kind.

    Attributes:
        old: The rule set compared from.
        new: The rule set compared with.
        found: One of each kind: person, status, old verdict, new verdict, deciding conditions.
        checked: For how many boundary families both were assessed.
        differing: In how many of those the verdicts differ.
        silent: Families in which only a day, a dispute or what is not yet known differs, one of each kind.
    """

    old: RuleSet
    new: RuleSet
    found: tuple[Difference, ...]
    checked: int
    differing: int
    silent: tuple[BoundaryFamily, ...]

    def __iter__(self) -> Iterator[Difference]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    @property
    def equal(self) -> bool:
        """Whether the rule sets are equal in effect: no verdict, day or dispute differs in any family."""
        return not self.found and not self.silent

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The table: a row for each family member, everything else met and in time, soon after the grant."""
        return tuple(rows_of(self.old, self.new))

    def of(self, person: str, protection: Protection | str) -> tuple[Difference, ...]:
        """Give the differences for one person and status.

        Args:
            person: The name of the person in `people.PEOPLE`.
            protection: The sponsor's status.
        """
        return tuple(d for d in self.found if d.person == person and d.protection == protection)

    def counts(self) -> tuple[int, int]:
        """Give in how many boundary families the person comes out better, and in how many worse."""
        better = sum(d.families for d in self.found if not d.worse)
        return better, self.differing - better

    def gains_and_losses(self, lang: Lang = "en") -> str:
        """Say who gains and who loses, in numbers of boundary families and with one family each.

        Args:
            lang: The language.
        """
        return gains_and_losses(self, lang)

    def __str__(self) -> str:
        return render(self)


@lru_cache(maxsize=16)
def differences(old: RuleSet, new: RuleSet, given: Callable[[Case], bool] | None = None) -> Differences:
    """Find what changes for whom between two rule sets.

    Args:
        old: The rule set to compare from.
        new: The rule set to compare with.
        given: Which families count; left out, all of them.

    Returns:
        One difference of each kind (person, status, old verdict, new verdict, deciding conditions), the
        least changed family first.
    """
    families = {family.key: family for law in (old, new) for family in boundary_set(law)}
    if given is not None:
        families = {key: family for key, family in families.items() if given(family.case)}
    found: dict[object, Difference] = {}
    silent: dict[object, BoundaryFamily] = {}
    differing = 0
    same = {person.id for person in PEOPLE if what_is_asked(old, person) == what_is_asked(new, person)}
    for family in sorted(families.values(), key=_position):
        if family.person in same:
            continue
        before, after = (_Seen(family, law) for law in (old, new))
        if before.mask != after.mask and {before.mask, after.mask} <= _SETTLED:
            differing += 1
            change = change_for(family.case, (old, new), family.person)
            difference = Difference(family=family, change=change, laws=(old, new))
            _count(found, _kind(difference), difference)
        elif before.findings != after.findings or before.disputed != after.disputed:
            silent.setdefault((family.person, family.protection, before.silent_kind(after)), family)
    return Differences(
        old=old,
        new=new,
        found=_minimal(found.values()),
        checked=len(families),
        differing=differing,
        silent=tuple(silent.values()),
    )


_SETTLED: Final = {EXCLUDED, NOT_YET, ELIGIBLE}
_PLACES: Final = {person.id: index for index, person in enumerate(PEOPLE)}


def _position(family: BoundaryFamily) -> tuple[int, str, int, int]:
    """Put the least changed first, and a change of the person's own facts before one of another's."""
    of_others = sum("." in name for name, _ in family.changes)
    return _PLACES[family.person], family.protection, len(family.changes), of_others


def _kind(difference: Difference) -> tuple[object, ...]:
    return (
        difference.person,
        difference.protection,
        difference.old,
        difference.new,
        frozenset(difference.conditions),
    )


def _count(found: dict[object, Difference], kind: tuple[object, ...], difference: Difference) -> None:
    first = found.get(kind)
    found[kind] = difference if first is None else attrs.evolve(first, families=first.families + 1)


class _Seen:
    """What comes out for the person of a boundary family, as far as it is asked for."""

    def __init__(self, family: BoundaryFamily, rule_set: RuleSet) -> None:
        self._family = Family(family.case, rule_set)
        self._member = self._family.case.members[0]
        self._person = self._family.person(self._member)
        self.mask = self._person.mask
        self.findings = self._person.findings

    @cached_property
    def disputed(self) -> frozenset[tuple[str, int]]:
        """The contested points of which the other reading gives other verdicts."""
        points = self._family.points(self._member)
        others = {point: self._family.person(self._member, point).mask for point in points}
        return frozenset((point, mask) for point, mask in others.items() if mask != self.mask)

    def silent_kind(self, other: _Seen) -> tuple[object, ...]:
        """Say what else than a settled verdict differs."""
        same = tuple(one == another for one, another in zip(self.findings, other.findings, strict=True))
        return same, self.disputed ^ other.disputed


# ---------------------------------------------------------------- the smallest family


def _smallest(difference: Difference) -> Case:
    """Leave out every member and fact without which the same difference is still shown."""
    case, kind = difference.family.case, _kind(difference)

    def same(other: Case) -> bool:
        change = change_for(other, difference.laws, difference.person)
        return _kind(attrs.evolve(difference, change=change)) == kind

    for member in case.members[1:]:
        left = tuple(_without_reference(other, member.id) for other in case.members if other is not member)
        case = _if_same(case, {"members": left}, same)
    for name in SPONSOR_FACTS:
        if name != "protection":
            case = _without(case, None, name, same)
    for index in range(len(case.members)):
        for name in MEMBER_FACTS:
            if name not in {"id", "relation"}:
                case = _without(case, index, name, same)
    return case


def _without_reference(member: FamilyMember, id_: str) -> FamilyMember:
    names = [
        name for name, told in MEMBER_FACTS.items() if told.kind is FactKind.MEMBER and getattr(member, name) == id_
    ]
    changes: dict[str, Any] = dict.fromkeys(names)
    return attrs.evolve(member, **changes)


def _without(case: Case, index: int | None, name: str, same: Callable[[Case], bool]) -> Case:
    """Leave out one fact, if the difference does not need it."""
    owner: Any = case.sponsor if index is None else case.members[index]
    told = (SPONSOR_FACTS if index is None else MEMBER_FACTS)[name]
    left_out = ASSUMED if told.has_assumption else None
    if getattr(owner, name) is left_out:
        return case
    less = attrs.evolve(owner, **{name: left_out})
    if index is None:
        return _if_same(case, {"sponsor": less}, same)
    return _if_same(case, {"members": (*case.members[:index], less, *case.members[index + 1 :])}, same)


def _if_same(case: Case, changes: dict[str, Any], same: Callable[[Case], bool]) -> Case:
    try:
        other = attrs.evolve(case, **changes)
    except BadCase:
        return case
    return other if same(other) else case


def _minimal(found: Iterable[Difference]) -> tuple[Difference, ...]:
    """Leave out the differences that only put together what others show one by one."""
    kept: list[Difference] = []
    for difference in sorted(found, key=lambda d: len(d.conditions)):
        index = next((i for i, other in enumerate(kept) if _within(other, difference)), None)
        if index is None:
            kept.append(difference)
        else:
            kept[index] = attrs.evolve(kept[index], families=kept[index].families + difference.families)
    return tuple(sorted(kept, key=lambda difference: _position(difference.family)))


def _within(other: Difference, difference: Difference) -> bool:
    *same, conditions = _kind(other)
    *wanted, more = _kind(difference)
    return same == wanted and set(other.conditions) < set(difference.conditions) and conditions != more
