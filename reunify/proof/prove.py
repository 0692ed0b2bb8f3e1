"""Whether two laws come to the same for everybody: proven equal, or a family that shows the difference, or left open."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, Final

import attrs

import reunify
from reunify.engine.meaning import SETTLED
from reunify.facts import Case, Relation
from reunify.proof import NEEDED
from reunify.proof.ways import NotFollowedError
from reunify.verdicts.family import Family

try:
    import z3

    from reunify.proof.search import Pair, SearchResult, families, pair_is
except ModuleNotFoundError as _error:
    raise ImportError(NEEDED, name=_error.name) from None

from reunify.ruleset import RuleSet
from reunify.text import Choice, Lang, Text

__all__ = [
    "SCHEMA_VERSION",
    "Answer",
    "Outcome",
    "Proof",
    "all_pairs",
    "answer_for",
    "differs",
    "differs_settled",
    "prove",
    "settled_pairs",
]

SCHEMA_VERSION: Final = 1


class Outcome(Choice):
    """What a proof came to."""

    EQUAL = "equal", "proven equal", "bewezen gelijk"
    DIFFERS = "differs", "differs, as a family shows", "verschilt, zoals een gezin laat zien"
    OPEN = "open", "not settled", "niet uitgemaakt"


@attrs.frozen(kw_only=True)
class Answer:
    """What came out for persons of one relation.

    Attributes:
        relation: What the person is to the sponsor.
        outcome: What came out.
        family: The smallest family that shows a difference; its first member is the person.
        open: What could not be reached, where the question is left open.
        reading: The contested point that is read the other way in both laws; None: the main readings.
    """

    relation: Relation
    outcome: Outcome
    family: Case | None = None
    open: tuple[str, ...] = ()
    reading: str | None = None

    @property
    def is_equal(self) -> bool:
        """Whether it is proven that there is no difference."""
        return self.outcome is Outcome.EQUAL


@attrs.frozen(kw_only=True, slots=False)
class Proof:
    """What came out for everybody.

    Attributes:
        old: The one law.
        new: The other.
        answers: What came out for each relation (and each reading, if asked for).
        unknown: Whether it holds for families of which facts are not known too.
        given: What holds for the families looked at; None: all.
        days: Whether the days that are told were compared too.
        seconds: How long it took.
    """

    old: RuleSet
    new: RuleSet
    answers: tuple[Answer, ...]
    unknown: bool
    given: Callable[[Case], bool] | None = None
    days: bool = False
    seconds: float = attrs.field(default=0.0, eq=False)

    @cached_property
    def outcome(self) -> Outcome:
        """What came out: equal only if that is proven for every relation."""
        outcomes = {answer.outcome for answer in self.answers}
        return next((one for one in (Outcome.DIFFERS, Outcome.OPEN) if one in outcomes), Outcome.EQUAL)

    @property
    def family(self) -> Case | None:
        """A smallest family that shows a difference; `assess` comes to another verdict for its first member."""
        found = [answer.family for answer in self.answers if answer.family is not None]
        return min(found, key=lambda case: (len(case.members), len(repr(case)))) if found else None

    @property
    def open(self) -> tuple[str, ...]:
        """The conditions that could not be reached."""
        return tuple(dict.fromkeys(name for answer in self.answers for name in answer.open))

    def of(self, outcome: Outcome | str) -> tuple[Relation, ...]:
        """Give the relations for which this came out."""
        return tuple(dict.fromkeys(answer.relation for answer in self.answers if answer.outcome == outcome))

    def to_data(self) -> dict[str, Any]:
        """Give the same as plain data, for JSON; without the families."""
        return {
            "schema": SCHEMA_VERSION,
            "reunify": reunify.__version__,
            "old": self.old.id,
            "new": self.new.id,
            "outcome": self.outcome.value,
            "unknown": self.unknown,
            "days": self.days,
            "open": list(self.open),
            "answers": [
                {
                    "relation": answer.relation.value,
                    "reading": answer.reading,
                    "outcome": answer.outcome.value,
                    "open": list(answer.open),
                }
                for answer in self.answers
            ],
            "seconds": round(self.seconds, 3),
        }

    def told(self, lang: Lang) -> str:
        """Say what is proven, for whom, and how long it took.

        Args:
            lang: The language.
        """
        lines = [f"{self.old.id} -> {self.new.id}: {self.outcome.label[lang]} ({self.seconds:.1f} s)"]
        for outcome in Outcome:
            relations = ", ".join(relation.label[lang] for relation in self.of(outcome))
            if relations:
                lines.append(f"{outcome.label[lang]}: {relations}")
        if self.open:
            lines.append(_NOT_REACHED.format(names=", ".join(self.open))[lang])
        lines += [text[lang] for text in self._scope()]
        return "\n".join(lines)

    def _scope(self) -> Iterable[Text]:
        yield _WITH_UNKNOWN if self.unknown else _SETTLED_ONLY
        yield _OF_READINGS if any(answer.reading for answer in self.answers) else _MAIN_READING
        yield _WHOM
        yield _WITH_DAYS if self.days else _WITHOUT_DAYS
        if self.given is not None:
            yield _GIVEN

    def __str__(self) -> str:
        return self.told("en")


_NOT_REACHED: Final = Text(en="not reached: {names}", nl="niet bereikt: {names}")
_WITH_UNKNOWN: Final = Text(
    en="Compared: which verdicts are possible, also where facts are not known.",
    nl="Vergeleken: welke uitkomsten mogelijk zijn, ook als feiten niet bekend zijn.",
)
_SETTLED_ONLY: Final = Text(
    en="Compared: the verdicts of families for whom both laws come to one verdict.",
    nl="Vergeleken: de uitkomsten van gezinnen voor wie beide wetten tot één uitkomst komen.",
)
_MAIN_READING: Final = Text(
    en="Contested points are read in the main reading.",
    nl="Omstreden punten zijn gelezen in de hoofdlezing.",
)
_OF_READINGS: Final = Text(
    en="Each contested point is read both ways, one at a time.",
    nl="Elk omstreden punt is op beide manieren gelezen, één tegelijk.",
)
_WHOM: Final = Text(
    en="For one person of each relation to the sponsor, both kinds of protection, all days from 1850 to 2200 and amounts of up to 10,000,000; in the file can "
    "be, beside the person, at most one spouse, registered partner and partner and two parents. Families with days known in part "
    "are not compared.",
    nl="Voor één persoon van elke relatie tot de hoofdpersoon, beide soorten bescherming, alle dagen van 1850 tot en met 2200 en bedragen tot en met 10.000.000; in "
    "het bestand kunnen, naast de persoon, ten hoogste één echtgenoot, geregistreerd partner en partner en twee ouders staan. Gezinnen "
    "met dagen die maar deels bekend zijn, zijn niet vergeleken.",
)
_WITH_DAYS: Final = Text(
    en="Compared too: from which day somebody may come, and the last day for the application.",
    nl="Ook vergeleken: vanaf welke dag iemand mag komen, en de laatste dag voor de aanvraag.",
)
_WITHOUT_DAYS: Final = Text(
    en="The days that are told (from when, until when) are not compared.",
    nl="De dagen die worden genoemd (vanaf wanneer, tot wanneer) zijn niet vergeleken.",
)
_GIVEN: Final = Text(
    en="Only families for which what is given holds count.",
    nl="Alleen gezinnen waarvoor geldt wat is opgegeven tellen mee.",
)


def prove(
    old: RuleSet,
    new: RuleSet,
    *,
    given: Callable[[Case], bool] | None = None,
    unknown: bool = True,
    readings: bool = False,
    days: bool = False,
) -> Proof:
    """Prove that two laws come to the same verdicts for everybody, or show a family for whom they do not.

    Args:
        old: The one law.
        new: The other law.
        given: Which families count; left out, all of them. It sees a family whose first member is the person.
        unknown: Whether families count for whom a law leaves open what comes out; if not, only those for whom both
            come to one verdict.
        readings: Whether each contested point is read the other way too, in both laws, one at a time.
        days: Whether the days that are told are compared too: from when somebody may come, and until when to apply.

    Returns:
        Never "equal" because nothing was found: only if there is no such family (see `Proof.told` for what that is
        said of).

    Raises:
        ImportError: The extra ``proof`` (z3-solver) is not installed.
        TypeError: A law is none, or what is given is no function.
        ValueError: No family fits what is given.
    """
    _check(old, new, given)
    start = time.perf_counter()
    points = sorted({*old.points, *new.points}) if readings else []
    days_of = None if not days else all_pairs if unknown else settled_pairs
    answers = [
        answer_for(
            relation, old, new, differs if unknown else differs_settled, given=given, reading=reading, days_of=days_of
        )
        for relation in Relation
        if given is None or families(relation).can_be(given)
        for reading in (None, *points)
    ]
    if not answers:
        message = "no family at all fits what is given, so that nothing can be proven of it"
        raise ValueError(message)
    seconds = time.perf_counter() - start
    return Proof(old=old, new=new, answers=tuple(answers), unknown=unknown, given=given, days=days, seconds=seconds)


def _check(old: Any, new: Any, given: Any) -> None:
    for law in (old, new):
        if not isinstance(law, RuleSet):
            message = f"a law is a RuleSet, such as reunify.PROPOSED, and not {law!r}"
            raise TypeError(message)
    if given is not None and not callable(given):
        message = f"given is a function of a family, and not {given!r}"
        raise TypeError(message)


def differs(old: int, new: int) -> bool:
    """Say whether two sets of verdicts are not the same."""
    return old != new


def differs_settled(old: int, new: int) -> bool:
    """Say whether they are different verdicts."""
    return old != new and settled_pairs(old, new)


def settled_pairs(old: int, new: int) -> bool:
    """Say whether each is one verdict."""
    return {old, new} <= SETTLED


def all_pairs(old: int, new: int) -> bool:  # noqa: ARG001 -- whatever they are
    """Leave none out."""
    return True


def answer_for(
    relation: Relation,
    old: RuleSet,
    new: RuleSet,
    sought: Pair,
    *,
    given: Callable[[Case], bool] | None = None,
    reading: str | None = None,
    days_of: Pair | None = None,
    to_show: bool = True,
) -> Answer:
    """Say whether for somebody of one relation two laws come to what is sought.

    Args:
        relation: What the person is to the sponsor.
        old: The one law.
        new: The other law.
        sought: Says which pairs of sets of verdicts are sought.
        given: Which families count; left out, all of them.
        reading: The contested point that is read the other way.
        days_of: Says for which pairs other days are sought too; None: for none.
        to_show: Whether the family is made small, and the same one whatever was asked before.
    """
    found = _searched(relation, old, new, sought, given, reading, days_of=days_of, to_show=to_show)
    outcome = Outcome.OPEN if found.open else Outcome.EQUAL if found.family is None else Outcome.DIFFERS
    return Answer(relation=relation, outcome=outcome, family=found.family, open=found.open, reading=reading)


def _searched(
    relation: Relation,
    old: RuleSet,
    new: RuleSet,
    sought: Pair,
    given: Callable[[Case], bool] | None,
    reading: str | None,
    *,
    days_of: Pair | None,
    to_show: bool,
) -> SearchResult:
    def shows(case: Case) -> bool:
        first = case.members[0]
        (before, *told), (after, *told_after) = (
            Family(case, law).person(first, reading).findings for law in (old, new)
        )
        other_days = days_of is not None and told != told_after and days_of(before, after)
        return (sought(before, after) or other_days) and (given is None or given(case))

    everybody = families(relation)
    before, after = everybody.sets(old, reading), everybody.sets(new, reading)
    differ, not_followed = pair_is(before, after, sought), ""
    try:
        if days_of is not None:
            try:
                other_days = everybody.days_differ(old, new, reading)
                differ = z3.Or(differ, z3.And(pair_is(before, after, days_of), other_days))
            except NotFollowedError as error:
                not_followed = str(error)
        statements = [differ] if given is None else [differ, everybody.statement(given)]
        found = everybody.search(statements, shows, to_show=to_show)
        return SearchResult(open=(*found.open, not_followed)) if not_followed and found.family is None else found
    finally:
        if everybody.conditions.names_of_open:
            families.cache_clear()  # what could not be followed in this law is no matter of the next
