"""What a change of law does: for whom it changes what, found on the boundary families of both laws.

Nothing is drawn at random and there is no second list of rules: the families come from the conditions of
the two rule sets (see `boundaries`), and the rows of the table from `people`. What these families do not show is
proven not to be, or found, by a solver (see `proven`).
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Final

import attrs

from reunify.assess import Cause, Change, assess_member
from reunify.comparison import in_the_way
from reunify.engine.meaning import Verdict
from reunify.facts import Case, Protection, Relation
from reunify.proof.smallest import smallest
from reunify.reform.boundaries import BoundaryFamily
from reunify.reform.gains import GainsAndLosses
from reunify.reform.kept import boundary_families
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
from reunify.reform.seen import Seen, seen_alone, seen_together
from reunify.reform.table import Row, change_for, rows_of
from reunify.ruleset import RuleSet
from reunify.seldom import looking_seldom
from reunify.shown import Shown, ShownInNotebook
from reunify.sources import Source
from reunify.terms import comes_ever
from reunify.text import Lang

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
    search.look_at(_boundary_families(old, new, given))
    return search.settled(given)


def _boundary_families(old: RuleSet, new: RuleSet, given: Callable[[Case], bool] | None) -> Sequence[BoundaryFamily]:
    families = {family.key: family for law in (old, new) for family in boundary_families(law)}
    return sorted((one for one in families.values() if given is None or given(one.case)), key=_position)


class _DifferenceSearch:
    """Looks at one family after the other, and keeps one of each kind of difference."""

    def __init__(self, old: RuleSet, new: RuleSet) -> None:
        self._laws = (old, new)
        self._found: dict[object, Difference] = {}
        self._silent: dict[object, BoundaryFamily | FoundFamily] = {}
        self._shown: dict[Kind, None] = {}
        self._checked = self._differing = 0
        self._counts: Counter[object] = Counter()
        self._in_the_way: dict[object, frozenset[str]] = {}
        self._same = {person.id for person in PEOPLE if what_is_asked(old, person) == what_is_asked(new, person)}

    def look_at(self, families: Sequence[BoundaryFamily]) -> None:
        """Assess boundary families under both laws, but for those of people of whom both ask the same."""
        self._checked += len(families)
        asked = [family for family in families if family.person not in self._same]
        for family, seen in zip(asked, seen_together(asked, self._laws), strict=True):
            self._take(family, *seen)

    def _take(self, family: BoundaryFamily | FoundFamily, before: Seen, after: Seen) -> None:
        """Take what comes out for a family under both laws."""
        sought = next((kind for kind in KINDS if kind(before.mask, after.mask)), None)
        if sought is not None:
            self._shown[family.who.relation, family.protection, sought] = None
        if sought in (worse, better):
            self._differing += 1
            self._count(family, before, after)
        elif before.findings != after.findings or before.disputed != after.disputed:
            silent = (family.person, family.protection, _silent_kind(before, after))
            self._silent.setdefault(silent, family)

    def _count(self, family: BoundaryFamily | FoundFamily, before: Seen, after: Seen) -> None:
        """Count a family with its kind of difference."""
        conditions = self._conditions(family, *((1, after) if after.mask < before.mask else (0, before)))
        kind = (family.person, family.protection, before.mask, after.mask, conditions)
        if kind not in self._found:
            change = change_for(family.case, self._laws, family.person)
            self._found[kind] = Difference(family=family, change=change, laws=self._laws)
        self._counts[kind] += 1

    def _conditions(self, family: BoundaryFamily | FoundFamily, place: int, seen: Seen) -> frozenset[str]:
        """Give what stands in the way under one of the laws; that is asked once of families that are alike in it."""
        key = (family.person, family.protection, place, seen.settled_by)
        if key not in self._in_the_way:
            outcome = assess_member(family.case, self._laws[place], family.person)
            self._in_the_way[key] = frozenset(reason.condition for reason in in_the_way(outcome))
        return self._in_the_way[key]

    def settled(self, given: Callable[[Case], bool] | None) -> Differences:
        """Settle what no family has shown so far, and give what was found."""
        found = list(answers(*self._laws, given, self._shown)) if can_prove() else []
        for _, answer in found:
            if answer.family is not None:
                found_family = as_person(answer.family)
                self._checked += 1
                self._take(found_family, *seen_alone(found_family.case, self._laws))
        left = tuple(dict.fromkeys(name for _, answer in found for name in answer.open))
        touched = {(relation, protection) for relation, protection, _ in self._shown}
        touched |= {(relation, protection) for (relation, protection, _), answer in found if not answer.is_equal}
        everybody = itertools.product(Relation, Protection)
        return Differences(
            old=self._laws[0],
            new=self._laws[1],
            found=_minimal(attrs.evolve(one, families=self._counts[kind]) for kind, one in self._found.items()),
            checked=self._checked,
            differing=self._differing,
            silent=tuple(self._silent.values()),
            proven=tuple(one for one in everybody if one not in touched) if can_prove() else None,
            open=left if can_prove() else (NOT_PROVEN,),
        )


def _position(family: BoundaryFamily | FoundFamily) -> tuple[int, str, int, int, int]:
    """Put the least changed first, a change of the person's own facts before one of another's, and near days before far."""
    of_others = sum("." in name for name, _ in family.changes)
    first = family.who.facts
    days = ((value, first[name]) for name, value in family.changes if comes_ever(value) and comes_ever(first.get(name)))
    away = sum(abs(day - other).days for day, other in days)
    return place_of(family.person), family.protection, len(family.changes), of_others, away


def _kind(difference: Difference) -> tuple[object, ...]:
    return (
        difference.person,
        difference.protection,
        difference.old,
        difference.new,
        frozenset(difference.conditions),
    )


def _silent_kind(before: Seen, after: Seen) -> tuple[object, ...]:
    """Say what else than a settled verdict differs."""
    same = tuple(one == another for one, another in zip(before.findings, after.findings, strict=True))
    return same, before.disputed ^ after.disputed


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
