"""How a law is amended: a change in a few named places, put through all of it, or refused with what is in its way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property, partial
from typing import Any, TypeVar, cast

import attrs

from reunify.engine.nodes import Contested, Leaf, Node
from reunify.faults import did_you_mean, nearest
from reunify.figure import Figure
from reunify.logic import MET
from reunify.renamed import proper, settled
from reunify.rewriting import Dropped, rewritten
from reunify.ruleset import Ground, Milestone, Note, Rule, RuleSet
from reunify.text import Text

__all__ = ["amended"]

_T = TypeVar("_T")
_N = TypeVar("_N", bound=Node)
_Named = TypeVar("_Named", Ground, Note, Milestone)
_S = TypeVar("_S", Note, Milestone)


def amended(
    law: RuleSet,
    *,
    id: str,  # noqa: A002 -- the word of the rules
    title: Text | str,
    drop: Iterable[str] = (),
    replace: Mapping[str, Rule] | None = None,
    add: Iterable[Rule] = (),
    renamed: Mapping[str, str] | None = None,
    figures: Mapping[str, int] | None = None,
    notes: Mapping[str, Text] | None = None,
    milestones: Mapping[str, Text] | None = None,
    since: date | None = None,
) -> RuleSet:
    """Give a new law that differs from another one in a few named places: this is `RuleSet.amend`, which says the rest."""
    _check(law, id, drop, renamed or {}, since)
    replace = {
        **(replace or {}),
        **_said_otherwise(law, id, Note, notes),
        **_said_otherwise(law, id, Milestone, milestones),
    }
    names = _Names(law, id, renamed or {})
    changes: dict[str, Rule | None] = {names.known(name): None for name in drop}
    replaced = {names.known(name): names.in_rule(rule) for name, rule in replace.items()}
    added = tuple(map(names.in_rule, add))
    amendment = _Amendment(names.law, id, {**changes, **replaced}, frozenset(replaced), added)
    for fault in amendment.wrong_kinds():
        raise _wrong(id, fault)
    new = amendment.law(title if isinstance(title, Text) else Text(title, title))
    for fault in amendment.loose_ends(new):
        raise _wrong(id, fault)
    new = _with_figures(new, figures or {})
    for fault in (*_two_of_a_name(new), *_out_of_order(new)):
        raise _wrong(id, fault)
    if since is not None:
        new = attrs.evolve(new, since=since, until=None)
    if _shape(new) == _shape(law):
        message = f"the amendment {id!r} changes nothing"
        raise ValueError(message)
    return new


def _check(law: RuleSet, id: str, drop: object, renamed: Any, since: Any) -> None:  # noqa: A002 -- the word of the rules
    """Refuse what cannot be meant, whatever the law."""
    if isinstance(drop, str):
        message = f"what is dropped is a list of names: [{drop!r}]"
        raise ValueError(message)  # noqa: TRY004 -- as every fault of an amendment
    if id in {law.id, *(other.rule_set.id for other in law.other_law)}:
        message = f"there is a law {id!r} already: give the new one an id of its own"
        raise ValueError(message)
    if since is not None and type(since) is not date:
        raise _wrong(id, f"since is a day, such as date(2027, 1, 1), not {since!r}")
    if not isinstance(renamed, Mapping):
        raise _wrong(id, f'what is renamed is given by its old id, such as {{"means": "income"}}, not as {renamed!r}')
    for new_id in (id, *renamed.values()):
        proper(new_id)


def _two_of_a_name(law: RuleSet) -> Iterator[str]:
    """Say which figure has two values, or counts two things, in one law: whoever names it could mean either."""
    found: dict[str, Figure] = {}
    for figure in (figure for node in law.nodes for figure in node.figures):
        other = found.setdefault(figure.name, figure)
        if (other, other.unit) != (figure, figure.unit):
            yield f"there are two figures {figure.name!r}: {other.in_words('en')} and {figure.in_words('en')}"


def _out_of_order(law: RuleSet) -> Iterator[str]:
    """Say which figure must exceed another one of the law, and does not."""
    for figure in law.figures.values():
        low = law.figures.get(figure.above)
        if low is not None and figure <= low:
            yield (
                f"{figure.name} ({figure.in_words('en')}) must be more than {low.name} ({low.in_words('en')}); "
                f"figures= can set both"
            )


def _said_otherwise(law: RuleSet, amendment: str, kind: type[_S], texts: Mapping[str, Text] | None) -> dict[str, _S]:
    """Give notes or milestones with other texts, by id."""
    known = {one.id: one for one in law.said if isinstance(one, kind)}
    found = {}
    for name, text in (texts or {}).items():
        now = law.name_now(name) if isinstance(name, str) else name
        if now not in known:
            hint = did_you_mean(str(name), sorted(known)).en
            raise _wrong(amendment, f"{law.id} has no {_word(kind)} {name!r}{hint}")
        if not isinstance(text, Text):
            raise _wrong(amendment, f"the text of {name!r} is a Text(en=…, nl=…), not {text!r}")
        short: Any = {"step": None} if kind is Milestone else {"brief": None}  # which says the same in other words
        found[now] = attrs.evolve(known[now], text=text, **short)
    return found


def _with_figures(law: RuleSet, values: Any) -> RuleSet:
    """Give a law in which figures have other values, wherever a rule takes them or a text names them."""
    if not isinstance(values, Mapping):
        raise _wrong(law.id, f'figures are given by name, such as {{"wait": 3}}, not as {values!r}')
    for name in values:
        if not isinstance(name, str) or name not in law.figures:
            near = nearest(str(name), sorted(law.figures))
            hint = f"; did you mean {near!r}?" if near else ""
            raise _wrong(law.id, f"there is no figure {name!r}{hint}; it has {', '.join(sorted(law.figures))}")
    changed = {name: law.figures[name].valued(value) for name, value in values.items() if law.figures[name] != value}
    return (
        law.mapped(lambda node: node.with_figures(changed), lambda text: text.with_figures(changed)) if changed else law
    )


def _wrong(amendment: str, fault: str) -> ValueError:
    return ValueError(f"in the amendment {amendment!r}: {fault}")


def _shape(rule_set: RuleSet) -> tuple[object, ...]:
    """Give what an amendment can change, for comparison by identity."""
    grounds = tuple((g.id, g.relations, g.who, g.conditions, g.general) for g in rule_set.grounds)
    said = tuple((one.id, one.text, one.when, one.day, one.unmet) for one in rule_set.said)
    others = tuple((law.point, law.when) for law in rule_set.other_law)
    period = rule_set.since, rule_set.until
    return rule_set.general, grounds, rule_set.unlisted, said, others, dict(rule_set.renamed), period


# ---------------------------------------------------------------- names


@attrs.frozen(slots=False)
class _Names:
    """The names that an amendment gives up, and what it means by a name.

    Attributes:
        old: The law before it.
        id: The name of the new law.
        renamed: The ids that it gives up, each with the new one.
    """

    old: RuleSet
    id: str
    renamed: Mapping[str, str]

    @cached_property
    def law(self) -> RuleSet:
        """The law with the new names, and nothing else changed."""
        if not self.renamed:
            return self.old
        new = self._given_up
        bare = attrs.evolve(self.old, renamed={}).mapped(self._with_new_name)
        kept = {name: to for name, to in self.old.renamed.items() if name not in new.values()}
        return attrs.evolve(
            bare,
            grounds=tuple(
                attrs.evolve(
                    ground,
                    id=new.get(ground.id, ground.id),
                    stand_in=ground.stand_in
                    and attrs.evolve(ground.stand_in, ground=new.get(ground.stand_in.ground, ground.stand_in.ground)),
                )
                for ground in bare.grounds
            ),
            other_law=tuple(attrs.evolve(law, point=new.get(law.point, law.point)) for law in bare.other_law),
            notes=tuple(_renamed_in(note, new) for note in bare.notes),
            milestones=tuple(_renamed_in(milestone, new) for milestone in bare.milestones),
            renamed={**kept, **self.renamed},
        )

    @cached_property
    def _ends(self) -> Mapping[str, str]:
        """What each name that is given up comes to be, be it in several steps."""
        return settled(self.renamed, set(self.renamed.values()) - self.renamed.keys(), of=self.id)

    @cached_property
    def _given_up(self) -> Mapping[str, str]:
        """Those of them that something has."""
        living = self.old.names
        found = {name: new for name, new in self._ends.items() if name in living}
        taken = Counter(found.values())
        for name, new in self._ends.items():
            if name in found and (new in living or taken[new] > 1):
                raise _wrong(self.id, f"{name!r} cannot be renamed to {new!r}, which there is already")
            if name not in found and new not in living | taken.keys():
                self._check(name)
        return found

    def _with_new_name(self, node: _N, /) -> _N:
        new: dict[str, Any] = {}
        if node.id is not None and node.id in self._given_up:
            new["id"] = self._given_up[node.id]
        if isinstance(node, Contested) and node.point in self._given_up:
            new["point"] = self._given_up[node.point]
        return attrs.evolve(node, **new) if new else node

    def known(self, name: str) -> str:
        """Give the name of now of what an amendment means by a name, or say which is nearest.

        A name that this very amendment gives up needs no warning.
        """
        if not isinstance(cast("Any", name), str):
            message = f"what is changed is named by its id, such as 'two-year-wait', not by {name!r}"
            raise ValueError(message)  # noqa: TRY004 -- as every fault of an amendment
        parts = name.split(".", 1)
        now = self.law.name_now(".".join(self._ends.get(part, part) for part in parts) if self.renamed else name)
        self._check(now)
        return now

    def _check(self, name: str) -> None:
        law = self.law if self.renamed and name not in self.renamed else self.old
        known = {*law.names, *law.details}
        for ground in law.grounds:
            nodes = (node for root in ground.asks for node in root.walk())
            known |= {f"{ground.id}.{own}" for node in nodes if (own := _own_name(node, law.names))}
        if name not in known:
            message = f"{law.id} has no {name!r}{did_you_mean(name, sorted(known)).en}"
            raise ValueError(message)

    def in_rule(self, rule: Rule) -> Rule:
        """Give something new with the names of now in what it says of others."""
        if isinstance(rule, Ground) and rule.stand_in is not None:
            other = self._present(rule.stand_in.ground)
            return attrs.evolve(rule, stand_in=attrs.evolve(rule.stand_in, ground=other))
        if isinstance(rule, Note | Milestone):
            unmet, only_with = (tuple(map(self._present, names)) for names in (rule.unmet, rule.only_with))
            return attrs.evolve(rule, unmet=unmet, only_with=only_with)
        return rule

    def _present(self, name: str) -> str:
        return self._ends[name] if name in self.renamed else self.law.name_now(name)


def _renamed_in(said: _S, new: Mapping[str, str]) -> _S:
    unmet, only_with = (tuple(new.get(name, name) for name in names) for names in (said.unmet, said.only_with))
    return attrs.evolve(said, id=new.get(said.id, said.id), unmet=unmet, only_with=only_with)


# ---------------------------------------------------------------- the change


@attrs.frozen(slots=False)
class _Amendment:
    """A change of a law in a few named places, put through all of it.

    Attributes:
        old: The law.
        id: The name of the new law.
        changes: What stands in the place of what has a name; None: nothing.
        replaced: The names of that in the place of which something comes.
        added: What is new.
    """

    old: RuleSet
    id: str
    changes: Mapping[str, Rule | None]
    replaced: frozenset[str]
    added: tuple[object, ...]

    def law(self, title: Text) -> RuleSet:
        """Give the new law."""
        old = self.old
        new = attrs.evolve(
            old,
            id=self.id,
            title=title,
            short=title,
            renamed={},
            general=self._asked(old.general),
            grounds=(*self._changed(old.grounds, self._ground), *self._new(Ground)),
            unlisted=self._when(old.unlisted),
            other_law=tuple(
                attrs.evolve(law, when=self._when(law.when)) for law in old.other_law if law.point not in self.changes
            ),
        )
        # Who replaces a condition says what becomes of it; nobody fails one that is dropped.
        said = partial(self._said, kept=new.conditions.keys() | self._in_replaced)
        new = attrs.evolve(
            new,
            notes=(*self._changed(old.notes, said), *self._new(Note)),
            milestones=(*self._changed(old.milestones, said), *self._new(Milestone)),
        )
        # What is gone takes its old names with it.
        renamed = {name: to for name, to in old.renamed.items() if old.old_names[name] in new.names}
        return attrs.evolve(new, renamed=renamed)

    def wrong_kinds(self) -> Iterator[str]:
        """Say what is replaced by a thing of another kind, and what is added that cannot be."""
        kinds: dict[str, type] = {said.id: type(said) for said in self.old.said}
        kinds |= {ground.id: Ground for ground in self.old.grounds}
        for name in self.replaced:
            kind, new = kinds.get(name, Node), self.changes[name]
            if not isinstance(new, kind):
                yield f"{name!r} is a {_word(kind)}, and in its place must come one, not {new!r}"
        for rule in self.added:
            if not isinstance(rule, Node | Ground | Note | Milestone):
                yield f"a condition, ground, note or milestone can be added, not {rule!r}"
            elif not isinstance(rule, Node) and rule.id in kinds.keys() - self.changes.keys():
                yield f"{rule.id!r} exists already; to change it, replace it"

    def loose_ends(self, new: RuleSet) -> Iterator[str]:
        """Say what still rests on a day, or on the name of a condition, that the new law has no more."""
        for said in new.said:
            for name in _leaned_on(said):
                if name not in new.conditions and name not in self.old.conditions:
                    yield f"{said.id!r} names {name!r}, which there is not{did_you_mean(name, sorted(new.conditions)).en}"
        stays = dict(self._what_stays(new))
        if stays:
            told = ", ".join(f"{name!r} (by {', '.join(self._takers(gone))})" for name, gone in stays.items())
            yield (
                f"what it takes out of the law is still needed: {told}; drop or replace that too. A new condition with "
                "the id of the old one keeps what is said to who does not meet it"
            )

    def _new(self, kind: type[_T]) -> tuple[_T, ...]:
        return tuple(rule for rule in self.added if isinstance(rule, kind))

    def _changed(self, rules: Iterable[_Named], change: Callable[[_Named], _Named | None]) -> Iterator[_Named]:
        for rule in rules:
            changed = self.changes[rule.id] if rule.id in self.changes else change(rule)
            if isinstance(changed, type(rule)):
                yield changed

    def _ground(self, ground: Ground) -> Ground:
        who = self._all((ground.who,) if ground.who is not None else (), ground.id)
        stand_in = ground.stand_in
        if stand_in is not None:
            stand_in = attrs.evolve(stand_in, when=self._when(stand_in.when, ground.id))
        return attrs.evolve(
            ground,
            who=who[0] if who else None,
            conditions=self._all(ground.conditions, ground.id),
            general=None if ground.general is None else self._asked(ground.general, ground.id),
            stand_in=stand_in,
        )

    def _asked(self, general: tuple[Node, ...], ground: str = "") -> list[Node]:
        return [*self._all(general, ground), *self._new(Node)]

    def _said(self, said: _S, kept: Container[str]) -> _S | None:
        """Give a note or milestone as it stands in the new law; None where nobody is left whom it could be for."""
        unmet, only_with = (tuple(name for name in names if name in kept) for names in (said.unmet, said.only_with))
        if (said.unmet and not unmet) or (said.only_with and not only_with):
            return None
        day = said.day and self._when(said.day)
        kept_day = day if isinstance(day, Leaf) else said.day  # which is gone then, and told
        return attrs.evolve(said, when=self._when(said.when), day=kept_day, unmet=unmet, only_with=only_with)

    def _when(self, node: Node, ground: str = "") -> Node:
        return next(iter(self._all((node,), ground)), MET)

    def _all(self, nodes: Iterable[Node], ground: str) -> list[Node]:
        def change(node: Node) -> Node:
            if isinstance(node, Contested) and node.point in self._settled:
                reading = self.changes[node.point]
                return reading if isinstance(reading, Node) else rewritten(node.main, change)
            own = _own_name(node, self.old.names)
            for name in (f"{ground}.{own}", own) if own else ():
                if name in self.changes:
                    replacement = self.changes[name]
                    if not isinstance(replacement, Node):
                        raise Dropped
                    return replacement
            return node

        found = []
        for node in nodes:
            try:
                found.append(rewritten(node, change))
            except Dropped:
                continue
        return found

    def _what_stays(self, new: RuleSet) -> Iterator[tuple[str, Node]]:
        """Give the names of what still rests on something that is gone, each with that."""
        gone = self._gone(new)
        for said in new.said:
            yield from ((said.id, self.old.conditions[name]) for name in _leaned_on(said) if name not in new.conditions)
            days = gone & {said.day} | _built_on(gone, said.when, said.day)
            yield from ((said.id, day) for day in days)
        for leaf in new.leaves:
            for day in _built_on(gone, leaf):
                named = (node for node in reversed(new.nodes) if leaf in node.walk())  # the deepest first
                yield next(name for node in named for name in _names_of(node)), day

    def _gone(self, new: RuleSet) -> frozenset[Leaf]:
        """Give the days and conditions that no verdict rests on any more, and the terms that were changed."""
        terms = set()
        for name in self.changes.keys() & self.old.conditions.keys():
            after = new.conditions[name].walk() if name in new.conditions else ()
            terms |= _terms_in(self.old.conditions[name].walk()) - _terms_in(after)
        return (self.old.leaves - new.leaves) | terms

    @cached_property
    def _settled(self) -> set[str]:
        """The contested points that are settled; a condition of the same name comes before a point."""
        return {name for name in self.changes if name in self.old.points and name not in self.old.conditions}

    @cached_property
    def _in_replaced(self) -> set[str]:
        """The names of all conditions in what is replaced."""
        taken = (node for name in self.replaced for node in self._under(name))
        return {node.id for node in taken if node.id is not None}

    def _under(self, name: str) -> Iterator[Node]:
        """Give what has a name, with all that it is made of."""
        for ground, whole in self.old.wholes:
            for node in whole.walk():
                own = _own_name(node, self.old.names)
                if name in {ground.id, own, f"{ground.id}.{own}"} or name in _names_of(node, ground.id):
                    yield from node.walk()

    def _takers(self, gone: Node) -> list[str]:
        return [name for name in self.changes if gone in tuple(self._under(name))]


def _leaned_on(said: Note | Milestone) -> tuple[str, ...]:
    """Give the ids of conditions that a note or milestone names."""
    return (*said.unmet, *said.only_with)


def _terms_in(nodes: Iterable[Node]) -> set[Leaf]:
    return {node for node in nodes if isinstance(node, Leaf) and node.is_term}


def _word(kind: type) -> str:
    return "condition" if kind is Node else kind.__name__.lower()


def _built_on(days: frozenset[Leaf], *nodes: Node | None) -> set[Leaf]:
    """Give those of some days that something in these nodes is worked out from."""
    leaves = (leaf for node in nodes if node is not None for leaf in node.walk() if isinstance(leaf, Leaf))
    return {other for leaf in leaves for other in leaf.built_on if other in days}


def _own_name(node: Node, ids: Container[str]) -> str:
    """Give the id of a node, or what a leaf without one is called; an id of something else comes before that."""
    if node.id is None and isinstance(node, Leaf) and node.detail not in ids:
        return node.detail
    return node.id or ""


def _names_of(node: Node, ground: str = "") -> Iterator[str]:
    """Give the names by which an amendment can mean a node in a ground."""
    if isinstance(node, Contested):
        yield node.point
    if node.id is not None:
        yield from (node.id, f"{ground}.{node.id}")
