"""Assertions for tests of a rule change; on failure they show the smallest family, as a case file to paste.

They rest on proofs (the extra ``proof``): none passes because nothing was found. What is not settled fails too,
unless it is allowed by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from reunify.facts import Case
from reunify.faults import did_you_mean
from reunify.reform.boundaries import BoundaryFamily
from reunify.reform.differences import Difference, Differences, differences
from reunify.reform.people import PEOPLE
from reunify.reform.proven import NOT_PROVEN, FoundFamily
from reunify.ruleset import RuleSet

__all__ = ["Allowed", "assert_equivalent", "assert_no_one_worse", "assert_only_changes", "written_case"]

Allowed: TypeAlias = Callable[[Difference], bool] | Iterable[str]
"""What may change: a yes or no about a kind of difference, or names of persons and of conditions."""


def assert_only_changes(old: RuleSet, new: RuleSet, *, allowed: Allowed, allow_open: Iterable[str] = ()) -> None:
    """Fail if a verdict changes that may not change.

    Whether *some* verdict gets better or worse is proven for each relation and status; which conditions make a
    difference is looked at in the families that show one, boundary families and those that the solver finds.

    Args:
        old: The rule set before the change.
        new: The rule set after it.
        allowed: What may change: a function that says so of a kind of difference, or the names of persons
            (of `people.PEOPLE`) and of the conditions that may make the difference.
        allow_open: What need not be settled, by name (see `Differences.open`).

    Raises:
        AssertionError: Something else changes; with the smallest family that shows it. Or something is not settled.
        ValueError: A name is neither a person nor a condition of one of the rule sets.
    """
    may = allowed if callable(allowed) else _named(allowed, old, new)
    found = differences(old, new)
    other = [difference for difference in found if not may(difference)]
    if other:
        _fail(found, other, "changes that are not allowed")
    _all_settled(found, allow_open)


def assert_no_one_worse(
    old: RuleSet,
    new: RuleSet,
    *,
    given: Callable[[Case], bool] | None = None,
    allow_open: Iterable[str] = (),
) -> None:
    """Fail if the change makes the outcome worse for anybody.

    Args:
        old: The rule set before the change.
        new: The rule set after it.
        given: Which families count; left out, all of them.
        allow_open: What need not be settled, by name (see `Differences.open`).

    Raises:
        AssertionError: Somebody comes out worse; with the smallest family that shows it. Or that is not settled.
    """
    found = differences(old, new, given)
    worse = [difference for difference in found if difference.worse]
    if worse:
        _fail(found, worse, "people who come out worse")
    _all_settled(found, allow_open)


def assert_equivalent(
    old: RuleSet,
    new: RuleSet,
    *,
    given: Callable[[Case], bool] | None = None,
    allow_open: Iterable[str] = (),
) -> None:
    """Fail if two rule sets are not equal in effect: another verdict, day or dispute for anybody.

    That no other verdict is possible is proven; days and disputes are held against each other in all boundary families.

    Args:
        old: The one rule set.
        new: The other rule set.
        given: Which families count; left out, all of them.
        allow_open: What need not be settled, by name (see `Differences.open`).

    Raises:
        AssertionError: They differ; with the smallest family that shows it. Or something is not settled.
    """
    found = differences(old, new, given)
    if found.found:
        _fail(found, found.found, "differences")
    if found.silent:
        raise AssertionError(_silent(found, found.silent[0]))
    _all_settled(found, allow_open)


def _named(names: Iterable[str], old: RuleSet, new: RuleSet) -> Callable[[Difference], bool]:
    def now(name: str) -> str:
        return new.old_names.get(name, name)

    # What the old law calls so is no old name.
    wanted = frozenset(name if name in old.names else new.name_now(old.name_now(name)) for name in names)
    known = {person.id for person in PEOPLE} | old.conditions.keys() | new.conditions.keys()
    for name in sorted(wanted - known):
        message = f"there is no person or condition {name!r}{did_you_mean(name, sorted(known)).en}"
        raise ValueError(message)
    same = frozenset(map(now, wanted))
    return lambda difference: difference.person in wanted or same.issuperset(map(now, difference.conditions))


def _all_settled(found: Differences, allow_open: Iterable[str]) -> None:
    left = [name for name in found.open if name not in set(allow_open)]
    if left:
        hint = _TO_PROVE if NOT_PROVEN in left else ""
        message = f"{found.old.id} -> {found.new.id}: not settled: {', '.join(left)}{hint}"
        raise AssertionError(message)


_TO_PROVE: Final = """
Nothing was found, and nothing is proven: pip install 'reunify[proof]', or say allow_open={'not-proven'}."""


def _fail(found: Differences, against: Iterable[Difference], what: str) -> None:
    kinds = sorted(against, key=lambda difference: len(difference.family.changes))
    first = kinds[0]
    told = "".join(f"\n  - {difference}" for difference in kinds[1:_MOST_TOLD])
    more = f"\nalso:{told}" if told else ""
    left = len(kinds) - _MOST_TOLD
    more += f"\n  and {left} more" if left > 0 else ""
    message = f"{found.old.id} -> {found.new.id}: {what} ({len(kinds)} kinds)\n{first}\n\n{_pasted(first)}{more}"
    raise AssertionError(message)


_MOST_TOLD = 6


def _pasted(difference: Difference) -> str:
    """Give the smallest family as a case file, with both verdicts above it."""
    old, new = difference.change.old, difference.change.new
    causes = "".join(f"# {cause.rule_set}: {cause.source.cite.en} ({cause.source.url})\n" for cause in difference.cause)
    return f"# {old}\n# {new}\n{causes}{written_case(difference.case)}"


def _silent(found: Differences, family: BoundaryFamily | FoundFamily) -> str:
    return (
        f"{found.old.id} -> {found.new.id}: the verdicts are equal, but a day, a dispute or what is not known differs "
        f"({len(found.silent)} kinds)\n\n{written_case(family.case)}"
    )


def written_case(case: Case) -> str:
    """Write a family as a case file; as Python where the extra ``cli`` is not installed.

    Args:
        case: The family.
    """
    try:
        from reunify import casefile  # noqa: PLC0415 -- needs an extra of its own
    except ImportError:
        return repr(case)
    return casefile.dumps(case)
