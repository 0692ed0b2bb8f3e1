"""The law as data, from which every document about it is made: the nodes of the rules, and what they read and rest on."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final
from weakref import WeakKeyDictionary

import attrs

from reunify.engine.meaning import Reader
from reunify.engine.nodes import Contested, Curable, Leaf, Node
from reunify.facts import MEMBER_FACTS, ORIGINS
from reunify.faults import did_you_mean
from reunify.logic import MET, OPEN, UNMET
from reunify.report import wording
from reunify.ruleset import RuleSet
from reunify.sources import Mark, Source
from reunify.text import Lang, Text

__all__ = ["FIXED", "Item", "NodeKind", "fact_label", "facts_behind", "in_one_line", "item_of", "only", "sources_of"]

# ---------------------------------------------------------------- the nodes


class NodeKind(enum.StrEnum):
    """What a node of the rules is."""

    CONDITION = "condition"
    ALL = "all_of"
    ANY = "any_of"
    NOT = "not"
    WHERE = "where"
    CONTESTED = "contested"
    FOLLOWS = "follows"
    MET = "met"
    UNMET = "unmet"
    OPEN = "open"


_ROLES: Final = {NodeKind.WHERE: ("test", "then", "otherwise"), NodeKind.CONTESTED: ("main", "other")}
FIXED: Final = {
    NodeKind.MET: wording.NOTHING_ASKED,
    NodeKind.UNMET: wording.NOBODY_MEETS,
    NodeKind.OPEN: wording.LEFT_OPEN,
}
"""What is said of what is the same for everybody."""


@attrs.frozen(kw_only=True, cache_hash=True)
class Item:
    """A node of the rules as data; two that say the same are equal.

    Attributes:
        kind: What it is.
        id: The name of the condition.
        point: The name of the contested point.
        text: The proposition; of a contested point, why it is contested.
        sources: Where it rests on.
        curable: What can cure it when it is not met.
        discretionary: Whether the authority may, but need not, refuse for it.
        mark: How firm it is; None for what only joins others.
        facts: The facts that it reads itself, by their names in a result.
        parts: What it is made of: the test and two branches, the two readings, or all its parts.
    """

    kind: NodeKind
    id: str | None = None
    point: str | None = None
    text: Text | None = None
    sources: tuple[Source, ...] = ()
    curable: Curable = Curable.NO
    discretionary: bool = False
    mark: Mark | None = None
    facts: tuple[str, ...] = ()
    parts: tuple[Item, ...] = ()

    @property
    def roles(self) -> tuple[tuple[str, Item], ...]:
        """Each part with what it is in the whole."""
        names = _ROLES.get(self.kind, ("part",) * len(self.parts))
        return tuple(zip(names, self.parts, strict=True))

    def walk(self) -> Iterator[Item]:
        """Give this item and all that it is made of."""
        yield self
        for part in self.parts:
            yield from part.walk()


def item_of(node: Node) -> Item:
    """Give a node of the rules, with all that it is made of, as data."""
    return _ITEMS.of(node)


class _Items(Reader[Item]):
    """Reads condition trees as data: what joins conditions is an item of its kind, with what is said of the node."""

    def __init__(self) -> None:
        super().__init__()
        # A node stands in many places of a law, and a law is written in many forms; what is kept goes with its node.
        self._items: WeakKeyDictionary[Any, Item] = WeakKeyDictionary()

    def of(self, node: Any) -> Item:
        """Give what a node means, and what is said of it."""
        item = self._items.get(node)
        if item is None:
            item = self._items[node] = self._made(node)
        return item

    def _made(self, node: Any) -> Item:
        if isinstance(node, Contested) and node.is_moot:
            return self.of(node.main)  # of a point that the figures leave nothing of, the main reading
        item: Item = node.read_by(self)
        return attrs.evolve(
            item,
            id=node.id,
            text=node.text or item.text,
            sources=node.sources,
            curable=node.cure,
            discretionary=node.discretionary,
            mark=node.mark if node.text else None,
        )

    def leaf(self, leaf: Leaf) -> Item:
        facts = (fact for name in leaf.reads for fact in facts_behind(name))
        return Item(kind=NodeKind.CONDITION, facts=tuple(dict.fromkeys(facts)))

    def always(self, mask: int) -> Item:
        return Item(kind=_ALWAYS[mask])

    def followed(self, reference: str) -> Item:
        return Item(kind=NodeKind.FOLLOWS, facts=facts_behind(reference))

    def contested(self, node: Contested) -> Item:
        readings = (self.of(node.main), self.of(node.other))
        return Item(kind=NodeKind.CONTESTED, point=node.point, text=node.why, parts=readings)

    def lowest(self, parts: Iterable[Item]) -> Item:
        return _joined(NodeKind.ALL, tuple(parts))

    def highest(self, parts: Iterable[Item]) -> Item:
        return _joined(NodeKind.ANY, tuple(parts))

    def swapped(self, part: Item) -> Item:
        return Item(kind=NodeKind.NOT, parts=(part,))

    def chosen(self, test: Item, then: Callable[[], Item], otherwise: Callable[[], Item]) -> Item:
        return Item(kind=NodeKind.WHERE, parts=(test, then(), otherwise()))


_ITEMS: Final = _Items()
_ALWAYS: Final = {MET.mask: NodeKind.MET, UNMET.mask: NodeKind.UNMET, OPEN.mask: NodeKind.OPEN}
_JOINS: Final = (NodeKind.ALL, NodeKind.ANY)


def _joined(kind: NodeKind, parts: tuple[Item, ...]) -> Item:
    """Give the join of parts; that of one join without a text is that join, with a name put on it."""
    only_part = parts[0]
    is_named = len(parts) == 1 and only_part.kind in _JOINS and only_part.text is None
    return only_part if is_named else Item(kind=kind, parts=parts)


# ---------------------------------------------------------------- the facts


def facts_behind(name: str) -> tuple[str, ...]:
    """Give the facts that a name in a rule stands for, as a result names them.

    Args:
        name: A parameter of a condition, such as ``sponsor_means``, ``with_parent_applied_on`` or ``kind_of_child``.

    Returns:
        Names such as ``sponsor.means``, ``with_parent.applied_on``, ``parentage``.
    """
    origin = ORIGINS[name]
    if origin.behind:
        return tuple(fact for part in origin.behind for fact in facts_behind(part))
    whose = "sponsor" if origin.owner == "sponsor" else origin.reference
    return (f"{whose}.{origin.attribute}",) if whose else (name,)


def fact_label(name: str, lang: Lang) -> str:
    """Give the label of a fact by its name in `facts_behind`."""
    owner, _, bare = name.rpartition(".")
    if owner not in MEMBER_FACTS:
        return wording.fact_in_words(name, lang)
    return f"{wording.fact_in_words(owner, lang)}: {wording.fact_in_words(bare, lang)}"


# ---------------------------------------------------------------- one line


def in_one_line(item: Item, lang: Lang) -> str:
    """Give an item in one line; a condition with a text of its own by that text."""
    if item.kind in FIXED:
        return FIXED[item.kind][lang]
    if item.kind is NodeKind.CONTESTED:
        return in_one_line(item.parts[0], lang)
    if item.text is not None:
        return item.text[lang]
    parts = [f"({line})" if _is_joined(part) else line for part in item.parts for line in [in_one_line(part, lang)]]
    if item.kind is NodeKind.NOT:
        return f"{wording.NOT_SO[lang]}: {parts[0]}"
    if item.kind is NodeKind.WHERE:
        return _where_in_one_line(item, parts, lang)
    return (wording.AND if item.kind is NodeKind.ALL else wording.OR)[lang].join(parts)


def _where_in_one_line(item: Item, parts: list[str], lang: Lang) -> str:
    test, then, otherwise = parts
    if then == otherwise:
        return then
    first = f"{wording.WHERE[lang]}: {test}, {wording.THEN[lang]}: {then}"
    return first if item.parts[2].kind is NodeKind.MET else f"{first}; {wording.OTHERWISE[lang]}: {otherwise}"


def _is_joined(item: Item) -> bool:
    return item.text is None and item.kind in {NodeKind.ALL, NodeKind.ANY, NodeKind.WHERE}


# ---------------------------------------------------------------- the whole law


def only(rule_set: RuleSet, ground: str | None, lang: Lang) -> RuleSet:
    """Give the same law as far as it is shown: one ground only, and the notes and days that can concern it."""
    moot = tuple(one for one in rule_set.milestones if one.is_moot)
    if moot:
        rule_set = attrs.evolve(rule_set, milestones=tuple(one for one in rule_set.milestones if one not in moot))
    if ground is None:
        return rule_set
    ground = rule_set.name_now(ground)
    shown = tuple(one for one in rule_set.grounds if one.id == ground)
    if not shown:
        known = [one.id for one in rule_set.grounds]
        said = Text(en="{law} has no ground {name!r}{hint}", nl="{law} heeft geen grond {name!r}{hint}")
        raise ValueError(said.format(law=rule_set.id, name=ground, hint=did_you_mean(ground, known))[lang])
    concerned = shown[0].relations
    return attrs.evolve(
        rule_set,
        grounds=shown,
        notes=tuple(one for one in rule_set.notes if any(relation in one.relations for relation in concerned)),
        milestones=tuple(
            one for one in rule_set.milestones if any(relation in one.relations for relation in concerned)
        ),
    )


def sources_of(law: RuleSet) -> tuple[Source, ...]:
    """Give every source that a rule set rests on, each once, in the order of the law."""
    told: list[tuple[Source, ...]] = [law.sources]
    for ground in law.grounds:
        told += [(ground.source, *(evidence.source for evidence in ground.evidence))]
    told += [node.sources for node in law.nodes]
    told += [other.sources for other in law.other_law]
    told += [note.sources for note in law.notes]
    told += [milestone.sources for milestone in law.milestones]
    return tuple(dict.fromkeys(source for sources in told for source in sources))
