"""What a change of law does: for whom it changes what, found on the boundary families of both laws.

Nothing is drawn at random and there is no second list of rules: the families come from the conditions of
the two rule sets (see `boundaries`), and the rows of the table from `people`. What these families do not show is
proven not to be, or found, by a solver (see `proven`).
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Final

import attrs

from reunify.assess import Cause, Change
from reunify.engine.meaning import Verdict
from reunify.facts import Case, Protection, Relation
from reunify.proof.smallest import smallest
from reunify.reform.boundaries import BoundaryFamily, boundary_set
from reunify.reform.gains import GainsAndLosses
from reunify.reform.people import PEOPLE, place_of
from reunify.reform.places import what_is_asked
from reunify.reform.proven import (
    KINDS,
    NOT_PROVEN,
    FoundFamily,
    Kind,
    answers,
    as_person,
    better,
    can_prove,
    worse,
)
from reunify.reform.render import gains_and_losses, render
from reunify.reform.table import Row, change_for, rows_of
from reunify.ruleset import RuleSet
from reunify.seldom import looking_seldom
from reunify.shown import Shown, ShownInNotebook
from reunify.sources import Source
from reunify.text import Lang
from reunify.verdicts.family import Family

__all__ = ["Difference", "Differences", "differences"]

# ---------------------------------------------------------------- one difference


@attrs.frozen(kw_only=True, slots=False)
class Difference:
    """One kind of difference, and the least changed boundary family that shows it.

    Attributes:
        family: The boundary family, or the one that the solver found where the search had missed it.
        change: What comes out for the person under both rule sets.
        laws: The old and the new rule set.
        families: In how many boundary families this kind of difference was met.
    """

    family: BoundaryFamily | FoundFamily
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
        who = f"{self.family.who.label_under(*self.laws)[lang]}, {self.protection.label[lang]}"
        return f"{who}: {step}: {why}. {self.family.told(lang)}"

    def __str__(self) -> str:
        return self.told("en")


_ORDER: Final = {verdict: rank for rank, verdict in enumerate(Verdict)}
# ---------------------------------------------------------------- all differences


@attrs.frozen(kw_only=True, slots=False, repr=False)
class Differences(ShownInNotebook):
    """What changes for whom between two rule sets: iterate for one `Difference` of each kind.

    Attributes:
        old: The rule set compared from.
        new: The rule set compared with.
        found: One of each kind: person, status, old verdict, new verdict, deciding conditions.
        checked: For how many boundary families both were assessed.
        differing: In how many of those the verdicts differ.
        silent: Families in which only a day, a dispute or what is not yet known differs, one of each kind.
        proven: For whom it is proven that no other verdict is possible than before: relation and status; None: the
            extra ``proof`` is not installed, so that nothing is proven.
        open: What is not settled, by the name of the condition that could not be reached; `proven.NOT_PROVEN` where
            nothing is proven at all.
    """

    old: RuleSet
    new: RuleSet
    found: tuple[Difference, ...]
    checked: int
    differing: int
    silent: tuple[BoundaryFamily | FoundFamily, ...]
    proven: tuple[tuple[Relation, Protection], ...] | None
    open: tuple[str, ...]

    def __iter__(self) -> Iterator[Difference]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    @property
    def equal(self) -> bool:
        """Whether the rule sets are equal in effect.

        It is proven that no other verdict is possible for anybody (see `prove` for what that is said of), and no day
        and no dispute differs in any boundary family.
        """
        return not self.found and not self.silent and not self.open

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

    def gains_and_losses(self, lang: Lang = "en") -> GainsAndLosses:
        """Say who gains and who loses, in numbers of boundary families and with one family each.

        Args:
            lang: The language of the text.

        Returns:
            Rows that print as that text, with `GainsAndLosses.to_dicts` for a table.
        """
        return gains_and_losses(self, lang)

    def __str__(self) -> str:
        return render(self)

    def _shown(self) -> Shown:
        return Shown(
            f"{self.old.title.en} → {self.new.title.en}",
            ("who", "before", "after", "because of"),
            [
                (
                    f"{one.family.who.label_under(*one.laws).en}, {one.protection.label.en}",
                    *(one.old.label.en, one.new.label.en),
                    "; ".join(cause.source.cite.en for cause in one.cause),
                )
                for one in self.found
            ],
        )


@lru_cache(maxsize=16)
@looking_seldom()
def differences(old: RuleSet, new: RuleSet, given: Callable[[Case], bool] | None = None) -> Differences:
    """Find what changes for whom between two rule sets.

    Args:
        old: The rule set to compare from.
        new: The rule set to compare with.
        given: Which families count; left out, all of them.

    Returns:
        One difference of each kind (person, status, old verdict, new verdict, deciding conditions), the least changed
        family first. Where a relation and status show no difference of a sort (better, worse, other), it is proven that
        there is none, or the family that shows it is added; without the extra ``proof`` only boundary families count.
    """
    search = _DifferenceSearch(old, new)
    for family in _boundary_families(old, new, given):
        search.look_at(family)
    return search.settled(given)


def _boundary_families(old: RuleSet, new: RuleSet, given: Callable[[Case], bool] | None) -> Sequence[BoundaryFamily]:
    families = {family.key: family for law in (old, new) for family in boundary_set(law)}
    return sorted((one for one in families.values() if given is None or given(one.case)), key=_position)


class _DifferenceSearch:
    """Looks at one family after the other, and keeps one of each kind of difference."""

    def __init__(self, old: RuleSet, new: RuleSet) -> None:
        self._laws = (old, new)
        self._found: dict[object, Difference] = {}
        self._silent: dict[object, BoundaryFamily | FoundFamily] = {}
        self._shown: dict[Kind, None] = {}
        self._checked = self._differing = 0
        self._kinds: dict[object, object] = {}
        self._disputed: dict[object, frozenset[tuple[str, int]]] = {}
        self._same = {person.id for person in PEOPLE if what_is_asked(old, person) == what_is_asked(new, person)}

    def look_at(self, family: BoundaryFamily | FoundFamily) -> None:
        """Assess one family under both laws."""
        self._checked += 1
        # Of what is asked of the people of a boundary family alone; the solver's may have others beside them.
        if isinstance(family, BoundaryFamily) and family.person in self._same:
            return
        old, new = self._laws
        under_old = Family(family.case, old)
        before, after = (_Seen(one, self._disputed) for one in (under_old, under_old.under(new)))
        sought = next((kind for kind in KINDS if kind(before.mask, after.mask)), None)
        if sought is not None:
            self._shown[family.who.relation, family.protection, sought] = None
        if sought in (worse, better):
            self._differing += 1
            self._count(family, (before.alike, after.alike))
        elif before.findings != after.findings or before.disputed != after.disputed:
            silent = (family.person, family.protection, before.silent_kind(after))
            self._silent.setdefault(silent, family)
        under_old.forget()

    def _count(self, family: BoundaryFamily | FoundFamily, alike: object) -> None:
        """Count a family with its kind of difference; why it differs is asked once of families that are alike."""
        key = (family.person, family.protection, alike)
        kind = self._kinds.get(key)
        if kind is None:
            change = change_for(family.case, self._laws, family.person)
            difference = Difference(family=family, change=change, laws=self._laws, families=0)
            kind = self._kinds[key] = _kind(difference)
            self._found.setdefault(kind, difference)
        first = self._found[kind]
        self._found[kind] = attrs.evolve(first, families=first.families + 1)

    def settled(self, given: Callable[[Case], bool] | None) -> Differences:
        """Settle what no family has shown so far, and give what was found."""
        found = list(answers(*self._laws, given, self._shown)) if can_prove() else []
        for _, answer in found:
            if answer.family is not None:
                self.look_at(as_person(answer.family))
        left = tuple(dict.fromkeys(name for _, answer in found for name in answer.open))
        touched = {(relation, protection) for relation, protection, _ in self._shown}
        touched |= {(relation, protection) for (relation, protection, _), answer in found if not answer.is_equal}
        everybody = itertools.product(Relation, Protection)
        return Differences(
            old=self._laws[0],
            new=self._laws[1],
            found=_minimal(self._found.values()),
            checked=self._checked,
            differing=self._differing,
            silent=tuple(self._silent.values()),
            proven=tuple(one for one in everybody if one not in touched) if can_prove() else None,
            open=left if can_prove() else (NOT_PROVEN,),
        )


def _position(family: BoundaryFamily | FoundFamily) -> tuple[int, str, int, int]:
    """Put the least changed first, and a change of the person's own facts before one of another's."""
    of_others = sum("." in name for name, _ in family.changes)
    return place_of(family.person), family.protection, len(family.changes), of_others


def _kind(difference: Difference) -> tuple[object, ...]:
    return (
        difference.person,
        difference.protection,
        difference.old,
        difference.new,
        frozenset(difference.conditions),
    )


class _Seen:
    """What comes out for the person of a boundary family, as far as it is asked for."""

    def __init__(self, family: Family, known: dict[object, frozenset[tuple[str, int]]]) -> None:
        self._family = family
        self._member = self._family.case.members[0]
        self._person = self._family.person(self._member)
        self._known = known
        self.mask = self._person.mask

    @property
    def findings(self) -> tuple[object, ...]:
        """The verdicts and the two days."""
        return self._person.findings

    @property
    def alike(self) -> object:
        """What is equal for families that are alike in all but days and disputes."""
        return self._family.comes_to(self._member)

    @cached_property
    def disputed(self) -> frozenset[tuple[str, int]]:
        """The contested points of which the other reading gives other verdicts."""
        alike = self._family.comes_to(self._member, in_all_readings=True)
        key = (self._family.rule_set, self._member.relation, alike)
        if key not in self._known:
            points = self._family.points_of_verdict(self._member)
            others = {point: self._family.person(self._member, point).mask for point in points}
            self._known[key] = frozenset((point, mask) for point, mask in others.items() if mask != self.mask)
        return self._known[key]

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

    return smallest(case, same)


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
