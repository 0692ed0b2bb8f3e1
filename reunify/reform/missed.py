"""Where a condition decides that the search for boundary families missed: the family, or the proof that it cannot.

The search goes from less to more changed families, and ends. For each place of a condition that it has not shown to
decide, the solver looks for a family of the same people in which it does; what it finds goes the way of all boundary
families, and what it proves not to be there is told as such. Needs the extra ``proof``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from reunify.engine.meaning import ELIGIBLE, SETTLED
from reunify.engine.nodes import Leaf, Where
from reunify.facts import CASE_FACTS, Protection
from reunify.proof import NEEDED

try:
    import z3
except ModuleNotFoundError as _error:
    raise ImportError(NEEDED, name=_error.name) from None

from reunify.proof.search import Families, Pair, pair_is
from reunify.proof.sets import Turned, bits_of
from reunify.proof.world import FactOf, Somebody, World
from reunify.reform.people import Facts, KindOfPerson
from reunify.reform.places import PlaceInLaw, chain_to, reading_of
from reunify.ruleset import RuleSet
from reunify.terms import ONE_DAY, comes_ever

__all__ = ["Missed", "missed", "nearest"]


@lru_cache(maxsize=1)
def missed(who: KindOfPerson) -> Missed:
    """Give what looks for families of a person; of one person at a time, as a solver that was told much gets slow."""
    return Missed(who)


class Missed:
    """Looks for families of one kind of person in which places decide.

    Args:
        who: The person.
    """

    def __init__(self, who: KindOfPerson) -> None:
        self._who = who
        told = {name: value for name, value in who.facts.items() if name in who.fixed}
        case = who.family(Protection.REFUGEE)
        others = ({"id": other.id, "relation": other.relation} for other in case.members[1:])
        self._all = Families(World({"id": who.id, **told}, others, all_here=True))
        for name in ("sponsor.protection", *who.facts):  # also where no condition reads it
            self._owner(name).fact(name.rpartition(".")[2])

    def family(self, rule_set: RuleSet, protection: Protection, place: PlaceInLaw) -> Facts | None:
        """Give the changed facts of a family in which a place decides in the reading in which it stands; None: it cannot.

        Most of its facts are as where everything is met; not all that could be.

        Args:
            rule_set: The law.
            protection: The sponsor's status.
            place: The place.

        Raises:
            RuntimeError: The solver gives up.
        """
        reads = place.node.reads if isinstance(place.node, Leaf) else ()
        return self._near(self._decides(rule_set, protection, place), protection, reads)

    def family_apart(
        self, laws: tuple[RuleSet, RuleSet], protection: Protection, sought: Pair, like: Facts | None = None
    ) -> Facts | None:
        """Give the changed facts of a family for whose person two laws come to what is sought; None: there is none.

        Args:
            laws: The laws.
            protection: The sponsor's status.
            sought: Says whether two sets of verdicts are what is sought.
            like: Facts that are as they are told here.

        Raises:
            RuntimeError: The solver gives up.
        """
        old, new = (self._all.sets(law, None) for law in laws)
        facts = dict(self._facts())
        told = (facts[name].is_value(value) for name, value in (like or {}).items() if name in facts)
        return self._near(z3.And(pair_is(old, new, sought), *told), protection, ())

    def _decides(self, rule_set: RuleSet, protection: Protection, place: PlaceInLaw) -> Any:
        """State that a place and which branches lead to it are settled, and that turned it would make the whole another set."""
        told = chain_to(rule_set, self._who.family(protection), (place.root, place.path))
        chain = [(self._all.world.somebody(id_), node) for id_, node in told]
        somebody, leaf = chain[-1]
        assert isinstance(leaf, Leaf)  # noqa: S101 -- the places are those of leaves
        law = self._all.law(rule_set, reading_of(told))
        met, unmet = (bits_of(Turned(law, chain, taken).root()) for taken in (ELIGIBLE, leaf.unmet))
        known = self._all.conditions.of(leaf, somebody)
        tests = (bits_of(law.reader(one).of(node.test)) for one, node in chain if isinstance(node, Where))
        settled = (z3.Or(*map(test.is_set, sorted(SETTLED))) for test in tests)
        return z3.And(met.is_not(unmet), z3.Or(known.met, known.unmet), *settled)

    def _base(self, protection: Protection) -> dict[str, Any]:
        """State of each fact that it is as it is where everything is met; the status cannot be otherwise."""
        status = {"sponsor.protection": protection}
        return {
            name: fact.is_value(status.get(name, self._at_first(name, fact)))
            for name, fact in self._facts()
            if len(fact.values) > 1
        }

    def _owner(self, name: str) -> Somebody:
        """Give whose fact it is."""
        world = self._all.world
        owner = name.rpartition(".")[0]
        mine = world.case if name in CASE_FACTS else world.person
        return {"": mine, "sponsor": world.sponsor, **world.others}[owner]

    def _at_first(self, name: str, fact: FactOf) -> Any:
        """Give the value of a fact where everything is met."""
        return self._who.facts.get(name, fact.about.left_out)

    def _facts(self) -> Iterator[tuple[str, FactOf]]:
        world = self._all.world
        owners = [("", world.case), ("", world.person), ("sponsor.", world.sponsor)]
        owners += [(f"{other.id}.", other) for other in world.others.values()]
        for prefix, owner in owners:
            yield from ((f"{prefix}{name}", fact) for name, fact in owner.facts.items())

    def _near(self, statement: Any, protection: Protection, reads: Collection[str]) -> Facts | None:
        """Give the changed facts of a family for which a statement is so, with most as where everything is met.

        Args:
            statement: The statement.
            protection: The sponsor's status.
            reads: The facts that are the first to be others.
        """
        base = self._base(protection)
        always = base["sponsor.protection"]
        names = {z3.Bool(f"{name} is as at first"): is_so for name, is_so in base.items()}
        kept = sorted(names, key=lambda name: str(name).partition(" ")[0] in reads)
        told = [z3.Implies(name, is_so) for name, is_so in names.items()]
        with self._all.solver_told([statement, always, *self._known(base), *told]) as solver:
            while (model := self._all.model(solver, kept)) is None and kept:
                against = {one.get_id() for one in solver.unsat_core()}
                # Where nothing that was assumed is against it, it cannot be at all.
                kept = [one for one in kept if one.get_id() not in against] if against else []
            return None if model is None else self._changes(model)

    def _known(self, base: Mapping[str, Any]) -> Iterator[Any]:
        """State that what is known where everything is met, or can be presumed, is known here too."""
        for name, fact in self._facts():
            if name in base and None in fact.values and self._at_first(name, fact) is not None:
                yield z3.Not(fact.is_so[fact.values.index(None)])

    def _changes(self, model: Any) -> Facts:
        told = {name: (fact, fact.in_model(model)) for name, fact in self._facts() if len(fact.values) > 1}
        return {
            name: value
            for name, (fact, value) in told.items()
            if value != self._at_first(name, fact) and name != "sponsor.protection"
        }


def nearest(changes: Facts, first: Facts, is_so: Callable[[Facts], bool]) -> Facts:
    """Give as few of some changes as something is so with, each day as near to the facts at first as it then can be.

    Args:
        changes: The changes.
        first: The facts where everything is met.
        is_so: Says whether it is so with some changes.
    """
    for name in tuple(changes):
        fewer = {other: value for other, value in changes.items() if other != name}
        changes = fewer if is_so(fewer) else changes
    for name, value in changes.items():
        if comes_ever(value):
            near = first[name] if comes_ever(first.get(name)) else first["decided_on"]
            changes = {**changes, name: _nearest_day(changes, name, near, is_so)}
    return changes


def _nearest_day(changes: Facts, name: str, near: date, is_so: Callable[[Facts], bool]) -> date:
    """Give the day nearest to another one with which something is so, if that turns once between the two."""
    far: date = changes[name]
    low, high = 0, (far - near).days
    while abs(high - low) > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if is_so({**changes, name: near + ONE_DAY * middle}) else (middle, high)
    return near + ONE_DAY * high
