"""What is said of a condition where a rule is written: its sources and texts, how firm it is, what cures it, what is open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, TypedDict, cast

import attrs

from reunify.figure import Figure, with_figures
from reunify.sources import Mark, Source
from reunify.text import Choice, Text, refuse_braces, texts_of
from reunify.told import told_of

if TYPE_CHECKING:
    from reunify.engine.nodes import Leaf

__all__ = ["Curable", "Norm", "Point", "Remedy", "Said", "SaidOfLeaf", "SaidOfNamed", "firmness", "put", "several"]


class Curable(Choice):
    """Whether, and by what, an unmet condition can still come to be met."""

    NO = "no", "cannot be cured", "niet te herstellen"
    BY_TIME = "time", "met with time", "na verloop van tijd voldaan"
    BY_ACTION = "action", "can be cured by doing something", "te herstellen door iets te doen"


class Remedy(Choice):
    """What can still be done about an unmet condition; it decides no verdict, `Curable` does."""

    ACTION = "action", "something can still be done", "er is nog iets aan te doen"
    TIME = "time", "met with time", "na verloop van tijd voldaan"
    NONE = "none", "nothing can still be done", "er is niets meer aan te doen"


@attrs.frozen
class Norm:
    """What the facts of a leaf are compared with and what differs by the day, such as the norm of a half-year.

    Attributes:
        label: What it is, in two languages.
        of: Gives it; its parameters are facts that the leaf reads.
    """

    label: Text
    of: Callable[..., Any]

    def with_figures(self, changed: Mapping[str, Figure]) -> Norm:
        """Give it with other figures."""
        return attrs.evolve(self, label=self.label.with_figures(changed), of=with_figures(self.of, changed))


class SaidOfNamed(TypedDict, total=False):
    """What can be said of a condition beside its name, its source and its text.

    Attributes:
        discretionary: Whether the authority may, but need not, refuse for it.
        mark: How firm it is; left out, as firm as the first source.
        remedy: What can still be done where it is not met; left out, what can cure it.
        advice: What that is, in two languages.
        figures: The figures of the law that the text names, beside those that the condition takes.
        met: A sentence for a reader where it is met; left out, its text as a sentence.
        unmet: The same where it is not met; ``{day}`` stands for the day from which it would be.
        ask: A question where that is not known; left out, whether its text is so.
        task: What somebody can do where it is not met.
        place: Where that is done.
    """

    discretionary: bool
    mark: Mark
    remedy: Remedy
    advice: Text
    figures: Iterable[Figure]
    met: Text
    unmet: Text
    ask: Text
    task: Text
    place: Text


class Said(SaidOfNamed, total=False):
    """What can be said of a condition beside its source and its text.

    Attributes:
        id: Its name; without one it is a detail of the condition that it stands in.
    """

    id: str


class SaidOfLeaf(Said, total=False):
    """What can be said of a leaf.

    Attributes:
        curable: What can still cure it when unmet.
        norms: What the facts are compared with, where that differs by the day.
        built_on: The leaves of which the function takes the day: what changes them changes this.
        steps: Days of the law at which it turns to and fro, as a day that it reads moves on.
        steady: Whether it turns once only between them; left out, it does.
    """

    curable: Curable
    norms: Iterable[Norm]
    built_on: Iterable[Leaf]
    steps: Iterable[date]
    steady: bool


def several(source: Any) -> tuple[Source, ...]:
    """Give one or several sources as several.

    Raises:
        ValueError: One of them is no source.
    """
    found = (source,) if isinstance(source, Source | str) else tuple(source)
    for one in found:
        if not isinstance(one, Source):
            message = f'a rule rests on a Source, such as VW["29c.1"] of reunify.sources, not on {one!r}'
            raise ValueError(message)  # noqa: TRY004 -- as every fault of a rule
    return cast("tuple[Source, ...]", found)


def firmness(told: Mark | None, sources: tuple[Source, ...]) -> Mark:
    """Give what is told, or else how firm that is on which the rule rests in the first place."""
    return told or (sources[0].mark if sources else Mark.TEXT)


def put(source: Source | Iterable[Source], en: str, nl: str, **said: Any) -> dict[str, Any]:
    """Put what is said of a node into its attributes.

    Raises:
        ValueError: A node with a name has no source, or not both texts; a text names in braces what is no figure of it.
    """
    sources, figures = several(source), tuple(said.pop("figures", ()))
    if said.get("id") is not None and not (sources and en and nl):
        message = f"{said['id']} needs a source and a text in both languages"
        raise ValueError(message)
    mark = firmness(said.pop("mark", None), sources)
    text = Text.of(*figures, en=en, nl=nl) if en else None
    texts = {name: said.pop(name, None) for name in ("met", "unmet", "ask", "task", "place")}
    told = told_of(Text(en=en, nl=nl), figures, **texts) if en else None
    whose = repr(said.get("id") or en)
    refuse_braces(whose, text, said.get("advice"))
    refuse_braces(whose, *(texts_of(told).values() if told else ()), known=("day",))
    return {"sources": sources, "text": text, "told": told, "mark": mark, **said}


@attrs.frozen(init=False)
class Point:
    """A question of law that is open or contested.

    Attributes:
        id: Its name; the same point may stand in several places.
        sources: What makes it contested.
        why: Why it is contested, in two languages.
        up_to: The highest figure of a law with which the question arises at all; None: whatever the figures.
    """

    id: str
    sources: tuple[Source, ...]
    why: Text
    up_to: Figure | None

    def __init__(
        self,
        id: str,  # noqa: A002 -- the word of the rules
        source: Source | Iterable[Source],
        *,
        en: str,
        nl: str,
        figures: Iterable[Figure] = (),
        up_to: Figure | None = None,
    ) -> None:
        """Make a point of what is said of it; the texts may name figures of the law.

        Raises:
            ValueError: A text names in braces what is no figure of it.
        """
        why = Text.of(*figures, en=en, nl=nl)
        refuse_braces(repr(id), why)
        cast("Any", self).__attrs_init__(id, several(source), why, up_to)
