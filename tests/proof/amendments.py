"""Random amendments of a law: conditions dropped, replaced, added, contested points read the other way."""

from functools import cached_property

import attrs
from hypothesis import strategies as st

from reunify import CURRENT, DIRECTIVE, PROPOSED, RULE_SETS
from reunify.engine.nodes import Contested
from reunify.logic import MET

LAWS = (CURRENT, DIRECTIVE, PROPOSED)
ALL = {(law.id, name): node for law in LAWS for name, node in law.conditions.items()}


@attrs.frozen(slots=False)
class Drawn:
    """An amendment in words.

    Attributes:
        law: The id of the law that is amended.
        kind: What is done.
        names: To what.
        other: The law and the id of the condition that comes in.
    """

    law: str
    kind: str
    names: tuple[str, ...]
    other: tuple[str, str]

    @property
    def old(self):
        """The law that is amended."""
        return RULE_SETS[self.law]

    @cached_property
    def new(self):
        """The amended law; None where that is refused, since something that stays rests on what goes."""
        changes = {
            "drop": lambda: {"drop": self.names},
            "replace": lambda: {"replace": {self.names[0]: ALL[self.other]}},
            "add": lambda: {"add": [ALL[self.other]]},
            "swap": lambda: {"replace": swapped(self.old, self.names[0])},
        }[self.kind]()
        try:
            return self.old.amend(id="draft", title="a draft", **changes)
        except ValueError:
            return None


@st.composite
def amendments(draw):
    """Draw an amendment."""
    law = draw(st.sampled_from(LAWS))
    named = sorted(law.conditions)
    in_grounds = [(ground.id, node) for ground in law.grounds for top in ground.conditions for node in top.walk()]
    in_ground = sorted({f"{ground}.{node.id}" for ground, node in in_grounds if node.id is not None})
    kind = draw(st.sampled_from(["drop", "replace", "add", "swap"]))
    names = sorted(law.points) if kind == "swap" else [*named, *in_ground]
    most = 2 if kind == "drop" else 1
    return Drawn(
        law=law.id,
        kind=kind,
        names=tuple(draw(st.lists(st.sampled_from(names), min_size=1, max_size=most, unique=True))),
        other=draw(st.sampled_from(sorted(ALL))),
    )


def swapped(law, point):
    """Give the replacement of a contested point by its other reading."""
    node = law.points[point]
    assert isinstance(node, Contested)
    return {point: node.other if node.other is not MET else MET}
