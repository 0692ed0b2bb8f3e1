"""How facts are looked up: every name that a condition can read, where its value is found, and the view of one person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final, cast

import attrs

from reunify.facts.case import CASE_FACTS, Case
from reunify.facts.choices import Relation
from reunify.facts.kinds import ASSUMED, DECISION, NO_MEMBER, NOT_FILED, Fact, FactKind, Unknown
from reunify.facts.member import MEMBER_FACTS, REFERENCES, FamilyMember
from reunify.facts.presumptions import DERIVED
from reunify.facts.span import Span
from reunify.facts.sponsor import SPONSOR_FACTS
from reunify.terms import NEVER

__all__ = [
    "ALL_FACTS",
    "FACT_NAMES",
    "ORIGINS",
    "AllFacts",
    "Origin",
    "View",
    "about_fact",
    "can_be_assumed",
    "days_behind",
    "facts_of_owner",
    "origins_of",
    "parameters_of",
]


def parameters_of(function: Callable[..., Any]) -> tuple[str, ...]:
    """Give the names of a plain function's parameters without a default: the facts that it reads."""
    code = function.__code__
    return code.co_varnames[: code.co_argcount - len(function.__defaults__ or ())]


@attrs.frozen(kw_only=True)
class Origin:
    """Where the value of a name is found.

    Attributes:
        owner: Whose fact it is: ``"member"``, ``"sponsor"`` or ``"case"``; "" for what follows from other facts.
        attribute: The name that the fact has with its owner.
        about: What is said of the fact; None for what follows from other facts.
        function: What gives a fact that follows from others.
        behind: The facts that it follows from.
        reference: For a fact of a member referred to, the fact that refers to that member.
    """

    owner: str
    attribute: str
    about: Fact | None = None
    function: Callable[..., Any] | None = None
    behind: tuple[str, ...] = ()
    reference: str | None = None

    @property
    def is_day(self) -> bool:
        """Whether it is a day that is given."""
        return self.about is not None and self.about.kind is FactKind.DATE


def _derived() -> Iterator[tuple[str, Origin]]:
    for function, behind in DERIVED.items():
        name = function.__name__
        yield name, Origin(owner="", attribute=name, function=function, behind=behind)


def origins_of(owner: str, name: str, about: Fact) -> Iterator[tuple[str, Origin]]:
    """Give the names that conditions have for a fact: one, and for a member's fact those of members referred to.

    Args:
        owner: ``"member"``, ``"sponsor"`` or ``"case"``.
        name: The fact's own name.
        about: What is said of it.
    """
    yield f"sponsor_{name}" if owner == "sponsor" else name, Origin(owner=owner, attribute=name, about=about)
    if owner == "member":
        for reference in REFERENCES:
            yield f"{reference}_{name}", Origin(owner=owner, attribute=name, about=about, reference=reference)


def _origins() -> Iterator[tuple[str, Origin]]:
    yield from _derived()
    for owner, facts in (("member", MEMBER_FACTS), ("case", CASE_FACTS), ("sponsor", SPONSOR_FACTS)):
        for name, about in facts.items():
            yield from origins_of(owner, name, about)


ORIGINS: Final[dict[str, Origin]] = dict(_origins())
"""Every name that the signature of a condition can have, and where its value is found."""
FACT_NAMES: Final = ORIGINS.keys()
"""Every name that the signature of a condition can have, also of facts that are added later."""


def facts_of_owner(owner: str) -> Mapping[str, Fact]:
    """Give the facts of the case (``""``), of the sponsor, or of a member, by whose they are."""
    return SPONSOR_FACTS if owner == "sponsor" else MEMBER_FACTS if owner else CASE_FACTS


def about_fact(name: str) -> Fact:
    """Give what is said of a fact, by its name such as ``"amina.born_on"``; a bare one can be that of any member."""
    owner, _, bare = name.rpartition(".")
    return MEMBER_FACTS[bare] if not owner and bare not in CASE_FACTS else facts_of_owner(owner)[bare]


class AllFacts(Mapping[str, Fact]):
    """The facts of the case, of the sponsor and of a member by the names that tables have for them.

    Those of the sponsor are ``sponsor.means``, others bare. A fact that is added later is seen at once.

    Args:
        without: A kind of facts that is left out.
    """

    def __init__(self, without: FactKind | None = None) -> None:
        self._without = without

    def __getitem__(self, name: str) -> Fact:
        owner, _, bare = name.rpartition(".")
        facts = SPONSOR_FACTS if owner == "sponsor" else CASE_FACTS if name in CASE_FACTS else MEMBER_FACTS
        told = facts[bare if owner == "sponsor" else name]
        if told.kind is self._without:
            raise KeyError(name)
        return told

    def __iter__(self) -> Iterator[str]:
        for prefix, facts in (("", CASE_FACTS), ("sponsor.", SPONSOR_FACTS), ("", MEMBER_FACTS)):
            yield from (f"{prefix}{name}" for name, told in facts.items() if told.kind is not self._without)

    def __len__(self) -> int:
        return sum(1 for _ in self)


ALL_FACTS: Final = AllFacts()


def can_be_assumed(name: str) -> bool:
    """Say whether an assumption can play a part in the value of a name."""
    origin = ORIGINS[name]
    if origin.about is not None and origin.about.has_assumption:
        return True
    behind = () if origin.function is None else parameters_of(origin.function)
    return any(can_be_assumed(parameter) for parameter in behind if parameter in ORIGINS)


class View:
    """What can be seen of one member of one case, by the names that conditions use.

    A bare name is the member's or the case's fact; ``sponsor_…`` is the sponsor's; ``with_parent_…``
    and ``parent_member_…`` are those of the member referred to. Remembers which facts were assumed.
    """

    __slots__ = ("_prefix", "_values", "assumed", "case", "member")

    def __init__(self, case: Case, member: FamilyMember, prefix: str = "") -> None:
        self.case: Case = case
        self.member: FamilyMember = member
        self._prefix = prefix
        self._values: dict[str, Any] = {}
        self.assumed: dict[str, object] = {}
        """The facts that were assumed so far, by name, and the value taken."""

    def get(self, name: str) -> Any:
        """Give the value of a fact, or `Unknown` with the facts that are missing for it."""
        try:
            return self._values[name]
        except KeyError:
            value = self._values[name] = self._find(name, ORIGINS[name])
            return value

    def on(self, days: Mapping[tuple[str, str], date]) -> View:
        """Give the view with these days of the member itself and of the sponsor, each as whose it is and its name."""
        other = View(self.case, self.member, self._prefix)
        other._values = {f"sponsor_{name}" if owner == "sponsor" else name: day for (owner, name), day in days.items()}
        return other

    @staticmethod
    def candidates(reference: str) -> frozenset[Relation]:
        """Give the relations that a reference can name."""
        return REFERENCES[reference][0]

    def _find(self, name: str, origin: Origin) -> Any:
        if origin.reference is not None:
            return self._referred(origin.reference, origin.attribute)
        if origin.about is None:
            return self._call(cast("Callable[..., Any]", origin.function))
        owner = self.member if origin.owner == "member" else self.case if origin.owner == "case" else self.case.sponsor
        return self._given(getattr(owner, origin.attribute), origin.about, name)

    def _given(self, value: Any, about: Fact, name: str) -> Any:
        if value is None or type(value) is Span:
            return Unknown((self.qualified(name),))
        if value is NOT_FILED:
            return self.get(DECISION)
        if value is not ASSUMED:
            return value
        value = self._call(about.assumed) if callable(about.assumed) else about.assumed
        if not isinstance(value, Unknown):
            self.assumed[self.qualified(name)] = value
        return value

    def _call(self, function: Callable[..., Any]) -> Any:
        special = {"case": self.case, "member": self.member}
        seen = {p: special[p] if p in special else self.get(p) for p in parameters_of(function)}
        given = {p: None if isinstance(value, Unknown) else value for p, value in seen.items()}
        value = function(**given)
        if isinstance(value, Unknown):
            return Unknown(tuple(map(self.qualified, value.facts)))
        if value is None:
            missing = (value.facts for value in seen.values() if isinstance(value, Unknown))
            return Unknown(tuple(dict.fromkeys(fact for facts in missing for fact in facts)))
        return value

    def _referred(self, reference: str, name: str) -> Any:
        wanted = self.get(reference)
        if isinstance(wanted, Unknown):
            relations = self.candidates(reference)
            candidates = [other for other in self.case.members if other.relation in relations]
            values = [View(self.case, other, f"{other.id}.").get(name) for other in candidates]
            unknown = [fact for value in values if isinstance(value, Unknown) for fact in value.facts]
            return Unknown(tuple(dict.fromkeys((*wanted.facts, *unknown))))
        if wanted in NO_MEMBER:
            return NEVER
        return View(self.case, self.case.member(wanted), f"{wanted}.").get(name)

    def qualified(self, name: str) -> str:
        """Give the name that a fact has in a result, such as ``sponsor.means`` or ``mother.applied_on``."""
        origin = ORIGINS.get(name)
        if origin is not None and origin.reference is not None and isinstance(self.get(origin.reference), str):
            return f"{self.get(origin.reference)}.{origin.attribute}"
        if name.startswith("sponsor_"):
            return f"sponsor.{name.removeprefix('sponsor_')}"
        return name if "." in name or name in CASE_FACTS else f"{self._prefix}{name}"


def days_behind(view: View, name: str) -> Iterator[tuple[str, str]]:
    """Give the days known in part on which the value of a fact can rest, each as whose it is and its name."""
    origin = ORIGINS[name]
    if origin.reference is not None:
        for other in _named(view, origin.reference):
            yield from days_behind(View(view.case, other), origin.attribute)
        return
    function = origin.function
    if origin.about is not None:
        owner = {"member": view.member, "sponsor": view.case.sponsor, "case": view.case}[origin.owner]
        value = getattr(owner, origin.attribute)
        if isinstance(value, Span):
            yield "sponsor" if origin.owner == "sponsor" else view.member.id, origin.attribute
        function = origin.about.assumed if value is ASSUMED and callable(origin.about.assumed) else None
    for parameter in parameters_of(function) if function is not None else ():
        if parameter in ORIGINS:
            yield from days_behind(view, parameter)
        elif parameter == "case":
            others = (other for reference in REFERENCES for other in _named(view, reference))
            yield from ((other.id, day) for other in others for day in view.case.in_part.get(other.id, ()))


def _named(view: View, reference: str) -> list[FamilyMember]:
    return [other for other in view.case.members if other.id == view.get(reference)]
