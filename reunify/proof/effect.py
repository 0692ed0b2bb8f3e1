"""Which conditions of a law change nothing by themselves: proven, for each in the whole law and in each ground.

A condition never stands in the way if the law comes to the same with it taken as met, and never helps if it comes to
the same with it taken as not met. Such a condition is redundant, or another one lies before it; a lawyer wants to know
why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

import attrs

from reunify.assess import assess
from reunify.engine.nodes import MET, UNMET, Always, Contested, Node
from reunify.facts import Case, Relation
from reunify.proof.prove import Outcome, answer_for, differs
from reunify.proof.search import Pair
from reunify.rewriting import rewritten
from reunify.ruleset import Ground, RuleSet
from reunify.text import Choice

__all__ = ["Effect", "Tried", "conditions_behind", "conditions_tried", "points_tried"]


class Effect(Choice):
    """What a condition, or the other reading of a contested point, does by itself."""

    NONE = "none", "changes nothing", "verandert niets"
    NEVER_BARS = "never_bars", "never stands in the way by itself", "staat nooit zelf in de weg"
    NEVER_HELPS = "never_helps", "never helps anybody by itself", "helpt nooit zelf iemand"
    DECIDES = "decides", "decides for somebody", "beslist voor iemand"
    OPEN = "open", "not settled", "niet uitgemaakt"


@attrs.frozen(kw_only=True, slots=False)
class Tried:
    """What was tried of one condition.

    Attributes:
        rule_set: The law.
        condition: The id of the condition, or the name of the contested point.
        ground: The ground in which it was tried; None: wherever it stands.
        others: The law with the condition taken as met and as not met, or with the other reading.
    """

    rule_set: RuleSet
    condition: str
    ground: str | None
    others: tuple[RuleSet, ...]

    @cached_property
    def effect(self) -> Effect:
        """What it does in the main readings."""
        return self.effect_in(None)

    def effect_in(self, reading: str | None) -> Effect:
        """Give what it does where a contested point is read the other way."""
        outcomes = [self._outcome(other, reading) for other in self.others]
        if Outcome.OPEN in outcomes:
            return Effect.OPEN
        same = [outcome is Outcome.EQUAL for outcome in outcomes]
        if all(same):
            return Effect.NONE
        return Effect.DECIDES if not any(same) else Effect.NEVER_BARS if same[0] else Effect.NEVER_HELPS

    def _outcome(self, other: RuleSet, reading: str | None) -> Outcome:
        """Say whether the other law comes to the same for everybody; it need not be known for whom not."""
        found = Outcome.EQUAL
        for relation in Relation:
            answer = answer_for(relation, self.rule_set, other, differs, reading=reading, to_show=False).outcome
            if answer is Outcome.DIFFERS:
                return answer
            found = answer if answer is Outcome.OPEN else found
        return found

    @property
    def decides_in(self) -> tuple[str, ...]:
        """The contested points that, read the other way, let it decide."""
        return tuple(point for point in self.rule_set.points if self.effect_in(point) is Effect.DECIDES)


def conditions_tried(rule_set: RuleSet) -> Iterator[Tried]:
    """Try each named condition of a law, in the whole law and in each ground, as met and as not met.

    Args:
        rule_set: The law.
    """
    for name in rule_set.conditions:
        where = [ground for ground in rule_set.grounds if any(node.id == name for node in _below(ground))]
        for ground in (None, *(where if len(where) > 1 else ())):
            others = tuple(_taken(rule_set, name, as_, ground) for as_ in (MET, UNMET))
            if any(other.grounds != rule_set.grounds or other.general != rule_set.general for other in others):
                yield Tried(
                    rule_set=rule_set, condition=name, ground=None if ground is None else ground.id, others=others
                )


def points_tried(rule_set: RuleSet) -> Iterator[Tried]:
    """Try the other reading of each contested point of a law.

    Args:
        rule_set: The law.
    """

    def other(point: str) -> RuleSet:
        def change(node: Node) -> Node:
            return node.other if isinstance(node, Contested) and node.point == point else node

        return _changed(rule_set, change, None)

    for point in rule_set.points:
        yield Tried(rule_set=rule_set, condition=point, ground=None, others=(other(point),))


def conditions_behind(
    old: RuleSet, new: RuleSet, sought: Pair, given: Callable[[Case], bool] | None = None
) -> tuple[str, ...] | None:
    """Give the conditions of a law without which nobody is to be found for whom two laws come to what is sought.

    Each was found to decide in a family that shows it, and is taken as met before the next family is looked for; that
    no other set of conditions does it too is not said.

    Args:
        old: The one law.
        new: The law of the conditions.
        sought: Says which pairs of sets of verdicts are sought.
        given: Which families count.

    Returns:
        The conditions; None where it is not settled.
    """
    behind: dict[str, None] = {}
    law = new
    for relation in Relation:
        while True:
            answer = answer_for(relation, old, law, sought, given=given)
            if answer.family is None:
                break
            name = _deciding(answer.family, law)
            if name is None or name in behind:
                return None
            behind[name] = None
            law = _taken(law, name, MET, None)
        if answer.open:
            return None
    return tuple(name for name in new.conditions if name in behind)


def _deciding(family: Case, law: RuleSet) -> str | None:
    reasons = [reason for reason in assess(family, law)[family.members[0].id].reasons if reason.holds is False]
    decisive = [reason for reason in reasons if reason.decisive] or reasons
    return decisive[0].condition if decisive else None


def _taken(rule_set: RuleSet, name: str, as_: Always, only: Ground | None) -> RuleSet:
    """Give the law with a condition taken as met or not met."""
    return _changed(rule_set, lambda node: as_ if node.id == name else node, only)


def _changed(rule_set: RuleSet, change: Callable[[Node], Node], only: Ground | None) -> RuleSet:
    def nodes(these: Iterable[Node]) -> tuple[Node, ...]:
        return tuple(rewritten(node, change) for node in these)

    def ground(one: Ground) -> Ground:
        if only is not None and one is not only:
            return one
        own = None if one.general is None else nodes(one.general)
        return attrs.evolve(
            one,
            who=one.who and rewritten(one.who, change),
            conditions=nodes(one.conditions),
            general=own,
            stand_in=one.stand_in and attrs.evolve(one.stand_in, when=rewritten(one.stand_in.when, change)),
        )

    return attrs.evolve(
        rule_set,
        general=rule_set.general if only is not None else nodes(rule_set.general),
        grounds=tuple(map(ground, rule_set.grounds)),
    )


def _below(ground: Ground) -> Iterator[Node]:
    for node in ground.asks:
        yield from node.walk()
