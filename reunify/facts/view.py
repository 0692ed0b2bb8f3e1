"""How facts are looked up: every name that a condition can read, where its value is found, and the view of one person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, cast

import attrs

from reunify.facts.case import CASE_FACTS, Case
from reunify.facts.choices import Relation
from reunify.facts.kinds import ASSUMED, DECISION, NO_MEMBER, NOT_FILED, Fact, Unknown
from reunify.facts.member import MEMBER_FACTS, REFERENCES, FamilyMember
from reunify.facts.presumptions import DERIVED
from reunify.facts.sponsor import SPONSOR_FACTS
from reunify.terms import NEVER


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


def _origins() -> Iterator[tuple[str, Origin]]:
    for function, behind in DERIVED.items():
        name = function.__name__
        yield name, Origin(owner="", attribute=name, function=function, behind=behind)
    for owner, prefix, facts in (
        ("member", "", MEMBER_FACTS),
        ("case", "", CASE_FACTS),
        ("sponsor", "sponsor_", SPONSOR_FACTS),
    ):
        for name, about in facts.items():
            yield f"{prefix}{name}", Origin(owner=owner, attribute=name, about=about)
    for reference in REFERENCES:
        for name, about in MEMBER_FACTS.items():
            yield f"{reference}_{name}", Origin(owner="member", attribute=name, about=about, reference=reference)


ORIGINS: Final[Mapping[str, Origin]] = dict(_origins())
"""Every name that the signature of a condition can have, and where its value is found."""
FACT_NAMES: Final = frozenset(ORIGINS)
"""Every name that the signature of a condition can have."""


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
        self.case = case
        self.member = member
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

    @staticmethod
    def candidates(reference: str) -> frozenset[Relation]:
        """Give the relations that a reference can name."""
        return REFERENCES[reference][0]

    def _find(self, name: str, origin: Origin) -> Any:
        if origin.reference is not None:
            return self._referred(origin.reference, origin.attribute)
        if origin.about is None:
            return self._call(cast("Callable[..., Any]", origin.function))
        owners = {"member": self.member, "case": self.case, "sponsor": self.case.sponsor}
        return self._given(getattr(owners[origin.owner], origin.attribute), origin.about, name)

    def _given(self, value: Any, about: Fact, name: str) -> Any:
        if value is None:
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
