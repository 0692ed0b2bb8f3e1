"""Where a condition decides that the search for boundary families missed: the family, or the proof that it cannot.

The search goes from less to more changed families, and ends. For each place of a condition that it has not shown to
decide, the solver looks for a family of the same people in which it does; what it finds goes the way of all boundary
families, and what it proves not to be there is told as such. Needs the extra ``proof``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from reunify.engine.meaning import ELIGIBLE
from reunify.engine.nodes import Leaf, Node
from reunify.facts import Protection
from reunify.proof import NEEDED

try:
    import z3
except ModuleNotFoundError as _error:
    raise ImportError(NEEDED, name=_error.name) from None

from reunify.proof.search import Families
from reunify.proof.sets import Turned, bits_of
from reunify.proof.world import FactOf, World
from reunify.reform.people import PEOPLE, Facts, KindOfPerson
from reunify.reform.places import PlaceInLaw, chain_to, reading_of
from reunify.ruleset import RuleSet
from reunify.terms import NEVER

__all__ = ["Missed", "missed"]


@lru_cache(maxsize=len(PEOPLE))
def missed(who: KindOfPerson) -> Missed:
    """Give what looks for families of a person; what was worked out for one law serves the next."""
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
        self._all.world.sponsor.fact("protection")  # also where no condition reads it

    def families(
        self, rule_set: RuleSet, protection: Protection, places: Iterable[PlaceInLaw]
    ) -> Iterator[tuple[Facts | None, tuple[PlaceInLaw, ...]]]:
        """Give the changed facts of families in which places decide, each with those; last, with None, the idle ones.

        A place that is in none of them is one of which the solver could not say it.

        Args:
            rule_set: The law.
            protection: The sponsor's status.
            places: The places.
        """
        left = {place: self._decides(rule_set, protection, place) for place in places}
        base = self._base(protection)
        idle: list[PlaceInLaw] = []
        while left:
            place = next(iter(left))
            decided = {place}
            try:
                model = self._nearest(left[place], base, place.node)
            except RuntimeError:
                model = None
            else:
                idle += [place] if model is None else []
            if model is not None:
                decided |= {other for other, one in left.items() if _is_so(model, one)}
                yield self._changes(model), tuple(decided)
            left = {other: one for other, one in left.items() if other not in decided}
        yield None, tuple(idle)

    def _decides(self, rule_set: RuleSet, protection: Protection, place: PlaceInLaw) -> Any:
        """State that a place is settled, and that the whole would be another set if it were the other way."""
        told = chain_to(rule_set, self._who.family(protection), (place.root, place.path))
        chain = [(self._all.world.somebody(id_), node) for id_, node in told]
        somebody, leaf = chain[-1]
        assert isinstance(leaf, Leaf)  # noqa: S101 -- the places are those of leaves
        law = self._all.law(rule_set, reading_of(told))
        met, unmet = (bits_of(Turned(law, chain, taken).of(chain[0][1])) for taken in (ELIGIBLE, leaf.unmet))
        known = self._all.conditions.of(leaf, somebody)
        return z3.And(met.is_not(unmet), z3.Or(known.met, known.unmet))

    def _base(self, protection: Protection) -> dict[str, Any]:
        """State of each fact that it is as it is where everything is met; the status cannot be otherwise."""
        status = {"sponsor.protection": protection}
        return {
            name: fact.is_value(status.get(name, self._at_first(name, fact)))
            for name, fact in self._facts()
            if len(fact.values) > 1
        }

    def _at_first(self, name: str, fact: FactOf) -> Any:
        """Give the value of a fact where everything is met."""
        return self._who.facts.get(name, fact.about.left_out)

    def _facts(self) -> Iterator[tuple[str, FactOf]]:
        world = self._all.world
        owners = [("", world.case), ("", world.person), ("sponsor.", world.sponsor)]
        owners += [(f"{other.id}.", other) for other in world.others.values()]
        for prefix, owner in owners:
            yield from ((f"{prefix}{name}", fact) for name, fact in owner.facts.items())

    def _nearest(self, statement: Any, base: Mapping[str, Any], node: Node) -> Any:
        """Give a family for which a statement is so, with few facts other than where everything is met; None: there is none.

        Raises:
            RuntimeError: The solver gives up.
        """
        reads = node.reads if isinstance(node, Leaf) else ()
        always = base["sponsor.protection"]
        names = {z3.Bool(f"{name} is as at first"): is_so for name, is_so in base.items()}
        kept = sorted(names, key=lambda name: str(name).partition(" ")[0] in reads)
        told = [z3.Implies(name, is_so) for name, is_so in names.items()]
        with self._all.solver_told([statement, always, *self._known(base), *told]) as solver:
            model = self._all.model(solver)
            try:
                return None if model is None else self._nearer(solver, kept, base)
            except RuntimeError:  # the solver gave up on a nearer one, and not on this family
                return model

    def _nearer(self, solver: Any, kept: list[Any], base: Mapping[str, Any]) -> Any:
        """Give a family in which as much as can be is as where everything is met, and all else as near to it as can be."""
        left_out: list[Any] = []
        while (model := self._all.model(solver, kept)) is None:
            against = {one.get_id() for one in solver.unsat_core()}
            left_out += [one for one in kept if one.get_id() in against]
            kept = [one for one in kept if one.get_id() not in against]
        # What was in the way with another fact need not be once that one differs.
        for one in left_out:
            nearer = self._all.model(solver, [*kept, one])
            if nearer is not None:
                model, kept = nearer, [*kept, one]
        for name, fact in self._facts():
            if name in base and not _is_so(model, base[name]):
                day = self._at_first(name, fact)
                near = day if isinstance(day, date) and day != NEVER else self._who.facts["decided_on"]
                model = fact.first(model, lambda *more: self._all.model(solver, [*kept, *more]), near)
                solver.add(fact.as_in(model))
        return model

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


def _is_so(model: Any, statement: Any) -> bool:
    return bool(z3.is_true(model.eval(statement, model_completion=True)))
