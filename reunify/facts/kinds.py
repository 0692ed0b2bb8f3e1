"""The kinds of facts: what a fact declares of itself, and how a value of each kind is read and checked.

A fact that is not given is *unknown* (`None`), and unknown is not no. A few facts are rare reasons to
refuse, or follow from other facts: left out they are `ASSUMED`, and every result lists what was assumed.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import wraps
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    TypeAlias,
    cast,
)

import attrs

from reunify.facts.choices import Relation
from reunify.facts.span import Span, first_of, last_of
from reunify.faults import BadCase, Fault, FaultCode, did_you_mean
from reunify.terms import NEVER
from reunify.text import Choice, Text

if TYPE_CHECKING:
    from reunify.facts.case import Case
    from reunify.facts.member import FamilyMember

__all__ = [
    "ADDED",
    "ADDED_FIELD",
    "ALREADY",
    "ASSUMED",
    "DECISION",
    "FIRST_DAY",
    "HERE",
    "HIGHEST_AMOUNT",
    "LAST_DAY",
    "LONGEST_TEXT",
    "NOBODY",
    "NOT_CHOSEN",
    "NOT_FILED",
    "NOT_YET",
    "NO_MEMBER",
    "OR_ALREADY",
    "OR_NEVER",
    "RESERVED_IDS",
    "UNKNOWN_WORD",
    "Assumed",
    "Day",
    "Fact",
    "FactKind",
    "Filing",
    "Paper",
    "Unknown",
    "YesNo",
    "added_facts",
    "fact",
    "facts_of",
    "not_known_facts",
    "refused",
    "take_added_facts",
]

# ---------------------------------------------------------------- values of their own


class Assumed(enum.Enum):
    """The one value `ASSUMED`: nothing was said, and the stated assumption is taken."""

    ASSUMED = "assumed"

    def __repr__(self) -> str:
        return self.name


class Filing(enum.Enum):
    """The one value `NOT_FILED`: no application so far; it is read as filed on the decision day."""

    NOT_FILED = "not_yet"

    def __repr__(self) -> str:
        return self.name


@attrs.frozen
class Unknown:
    """The answer where a value is not known: the facts that are missing for it.

    Attributes:
        facts: Their names, such as ``("born_on",)`` or ``("sponsor.entered_on",)``.
    """

    facts: tuple[str, ...]


ASSUMED: Final = Assumed.ASSUMED
NOT_FILED: Final = Filing.NOT_FILED
NOT_YET: Final = NOT_FILED
"""The older name of `NOT_FILED`. It is no verdict: that one is `Verdict.NOT_YET`."""
DECISION: Final = "decided_on"
"""The fact that tells the day of the decision (D4): time goes towards it, and what is not filed is read as filed then."""
NOBODY: Final = "none"
HERE: Final = "here"
NOT_CHOSEN: Final = "not_chosen"
UNKNOWN_WORD: Final = "unknown"
NO_MEMBER: Final = (NOBODY, HERE, NOT_CHOSEN)
"""What a reference to another member can say instead of naming one."""
RESERVED_IDS: Final = (*NO_MEMBER, UNKNOWN_WORD, "sponsor")
FIRST_DAY: Final = date(1850, 1, 1)
LAST_DAY: Final = date(2200, 12, 31)
ALREADY: Final = FIRST_DAY
"""The day from which something holds that holds already."""
OR_NEVER: Final[Mapping[str, date]] = {"never": NEVER}
OR_ALREADY: Final[Mapping[str, date]] = {"already": ALREADY}
LONGEST_TEXT: Final = 10_000
"""The number of characters above which a text is refused."""

Day: TypeAlias = date | Span | Assumed | None
YesNo: TypeAlias = bool | Assumed | None

# ---------------------------------------------------------------- what a fact declares


class FactKind(enum.Enum):
    """What sort of value a fact takes."""

    DATE = "date"
    YES_NO = "yes or no"
    CHOICE = "one of a list"
    AMOUNT = "amount in EUR"
    MEMBER = "the id of a member"
    TEXT = "text"


class Paper(enum.IntEnum):
    """Where the answer is to be found, in the order in which an interview takes the papers."""

    START = 0
    PEOPLE = 1
    DECISION = 2
    FORM = 3
    TALK = 4

    @property
    def heading(self) -> Text:
        """What is said when the interview comes to it; empty at the start."""
        return _HEADINGS[self]


_HEADINGS: Final[Mapping[Paper, Text]] = {
    Paper.START: Text(en="", nl=""),
    Paper.PEOPLE: Text(en="The people", nl="De mensen"),
    Paper.DECISION: Text(
        en="The sponsor. Most of this stands on the letter of the IND that grants asylum",
        nl="De hoofdpersoon. Het meeste staat in de brief van de IND waarin asiel is verleend",
    ),
    Paper.FORM: Text(
        en="The family members. Most of this stands on the application form for the family",
        nl="De gezinsleden. Het meeste staat op het aanvraagformulier voor het gezin",
    ),
    Paper.TALK: Text(
        en="What is still open. Ask the family, or look at their papers",
        nl="Wat nog open is. Vraag het aan het gezin, of kijk in hun papieren",
    ),
}


@attrs.frozen(kw_only=True)
class Fact:
    """What is said once of a fact: its wording, its kind, whom it concerns, what is assumed.

    Attributes:
        kind: The sort of value.
        label: The fact's name for a reader.
        question: The question that asks for it; ``{name}`` stands for the person.
        concerns: The relations that it can matter for; empty: all (or the sponsor).
        choices: The closed list, for a fact of the kind `FactKind.CHOICE`.
        words: Words that stand for a special value, such as ``"never"``.
        assumed: The value that is assumed, or a function of other facts that gives it (see `presumptions`).
        has_assumption: Whether anything is assumed when the fact is left out.
        may_lie_ahead: Whether a date may lie after the decision day.
        exact: Whether a date must be one day, and no `Span`.
        required: Whether the fact must be given.
        paper: Where the answer is to be found.
        often_shared: Whether the answer is often the same for several members of a family.
        rests_on: Facts of the same person; where one of them is corrected, what was given of this one counts no more.
        supposes: Those among them that the question takes for granted; where one is not known, it is not asked.
        always: Whether it is asked of this person also where no verdict hangs on it now; the sponsor is None.
    """

    kind: FactKind
    label: Text
    question: Text
    concerns: frozenset[Relation] = frozenset()
    choices: type[Choice] | None = None
    words: Mapping[str, Any] = attrs.field(factory=dict)
    assumed: Any = None
    has_assumption: bool = False
    may_lie_ahead: bool = False
    exact: bool = False
    required: bool = False
    paper: Paper = Paper.TALK
    often_shared: bool = False
    rests_on: tuple[str, ...] = ()
    supposes: tuple[str, ...] = ()
    always: Callable[[Case, FamilyMember | None], bool] | None = None

    @property
    def left_out(self) -> Any:
        """The value of the fact where it is left out."""
        return ASSUMED if self.has_assumption else None

    def word_of(self, value: object) -> str:
        """Give the word that stands for a value; empty where none does."""
        return next((word for word, meaning in self.words.items() if meaning == value), "")

    def read(self, value: object, name: str) -> Any:
        """Turn a written value into the value of this fact.

        Args:
            value: A Python value, or what a case file says.
            name: The fact's name, for the message.

        Raises:
            BadCase: The value is not one that this fact can take.
        """
        if value is None or value is ASSUMED:
            if self.required:
                raise refused(FaultCode.MISSING_FACT, name, "this must be given", "dit moet worden opgegeven")
            return value
        if self.words and any(value is special for special in self.words.values()):
            return value
        if isinstance(value, str) and value == UNKNOWN_WORD and not self.required:
            return None
        if isinstance(value, str) and value in self.words:
            return self.words[value]
        return _READERS[self.kind](self, value, name)


def fact(
    kind: FactKind | type[Choice],
    en: str,
    nl: str,
    ask_en: str,
    ask_nl: str,
    *,
    concerns: frozenset[Relation] = frozenset(),
    words: Mapping[str, Any] | None = None,
    assumed: Any = attrs.NOTHING,
    may_lie_ahead: bool = False,
    exact: bool = False,
    required: bool = False,
    paper: Paper = Paper.TALK,
    often_shared: bool | None = None,
    rests_on: tuple[str, ...] = (),
    supposes: tuple[str, ...] = (),
    always: Callable[[Case, FamilyMember | None], bool] | None = None,
) -> Any:
    """Make the attrs field of one fact, with its wording in `Fact` as metadata.

    Where ``often_shared`` is left out, all but a day and a text are.
    """
    own = kind in (FactKind.DATE, FactKind.TEXT)
    told = Fact(
        kind=kind if isinstance(kind, FactKind) else FactKind.CHOICE,
        choices=None if isinstance(kind, FactKind) else kind,
        label=Text(en=en, nl=nl),
        question=Text(en=ask_en, nl=ask_nl),
        concerns=concerns,
        words=words or {},
        assumed=None if assumed is attrs.NOTHING else assumed,
        has_assumption=assumed is not attrs.NOTHING,
        may_lie_ahead=may_lie_ahead,
        exact=exact,
        required=required,
        paper=paper,
        often_shared=not own if often_shared is None else often_shared,
        rests_on=(*rests_on, *supposes),
        supposes=supposes,
        always=always,
    )

    default = attrs.NOTHING if required else told.left_out
    return attrs.field(default=default, converter=_CONVERTER, metadata={"fact": told})


def _read(value: object, field: attrs.Attribute[Any]) -> Any:
    if value is field.default and value is not attrs.NOTHING:  # most are left out
        return value
    return field.metadata["fact"].read(value, field.name)


_CONVERTER: Final[Any] = attrs.Converter(_read, takes_field=True)  # one for all facts: it looks the function over


def facts_of(cls: type) -> dict[str, Fact]:
    """Give the facts of a class, by name, in the order of the class."""
    return {f.name: f.metadata["fact"] for f in attrs.fields(cls) if "fact" in f.metadata}


def not_known_facts() -> Any:
    """Make the attrs field with the names of the facts that were asked and that nobody knows; no outcome hangs on it."""
    return attrs.field(default=(), converter=tuple, eq=False, order=False)


ADDED: Final[dict[type, dict[str, Fact]]] = {}
"""The facts that a law of one's own has added to a class, by name; see `facts.added`."""
ADDED_FIELD: Final = "added"


def added_facts() -> Any:
    """Make the attrs field that holds the facts of `ADDED` that are given, each with its name."""
    return attrs.field(default=(), converter=tuple)


def take_added_facts(cls: type) -> dict[str, Fact]:
    """Let a class with such a field take and give added facts as it does its own; before there is one, nobody waits for it.

    Returns:
        The added facts of the class, to which more can be added.
    """
    if cls in ADDED:
        return ADDED[cls]
    facts = ADDED[cls] = {}
    made, gives = cast("Any", cls).__init__, getattr(cls, "__getattr__", None)

    @wraps(made)
    def init(self: object, *values: object, **named: Any) -> None:
        given = {name: facts[name].read(named.pop(name), name) for name in facts if name in named}
        if given:
            told = dict(named.get(ADDED_FIELD, ())) | given
            named[ADDED_FIELD] = tuple(
                (name, told[name]) for name in facts if name in told and told[name] is not facts[name].left_out
            )
        made(self, *values, **named)

    def found(self: object, name: str) -> Any:
        if name in facts:
            return dict(cast("Any", self).added).get(name, facts[name].left_out)
        if gives is not None:
            return gives(self, name)
        message = f"{type(self).__name__!r} object has no attribute {name!r}"
        raise AttributeError(message, name=name, obj=self)

    for name, way in (("__init__", init), ("__getattr__", found)):
        setattr(cls, name, way)
    return facts


# ---------------------------------------------------------------- how a value is read


def refused(code: FaultCode, name: str, en: str, nl: str, **values: object) -> BadCase:
    """Give the fault of one value, to be raised; ``{value}`` in the texts is the value, cut short."""
    if "value" in values:
        values["value"] = _shown(values["value"])
    return BadCase([Fault(name, Text(en=en, nl=nl).format(**values), code)])


def _shown(value: object) -> str:
    try:
        shown = str(value) if isinstance(value, (date, Span, Decimal)) else repr(value)
        shown = shown.lower() if isinstance(value, bool) else shown  # as a file has it
    except ValueError:  # an integer too long to be shown
        shown = "…"
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}…"


_LONGEST_SHOWN: Final = 60


def _read_date(self: Fact, value: object, name: str) -> date | Span:
    day = value if type(value) is date else _day_in(value, name, exact=self.exact)
    if type(day) is date and FIRST_DAY <= day <= LAST_DAY:  # as nearly all are
        return day
    if day is None:
        raise refused(
            FaultCode.BAD_DATE,
            name,
            "{value} is not a date; write it as 2026-11-25{part}{hint}",
            "{value} is geen datum; schrijf die als 2026-11-25{part}{hint}",
            value=value,
            part=_NO_HINT if self.exact else _KNOWN_IN_PART,
            hint=_nearest_day(self, value) if isinstance(value, str) else _NO_HINT,
        )
    if self.exact and isinstance(day, Span):
        raise refused(
            FaultCode.INEXACT_DATE,
            name,
            "{value} is no exact day, and this must be one; write it as 2026-11-25",
            "{value} is geen precieze dag, en dat moet dit zijn; schrijf die als 2026-11-25",
            value=day,
        )
    if not ((first_of(day) >= FIRST_DAY and last_of(day) <= LAST_DAY) or day in self.words.values()):
        raise refused(
            FaultCode.DATE_OUT_OF_RANGE,
            name,
            "{value} lies outside the years {first} to {last}",
            "{value} ligt buiten de jaren {first} tot en met {last}",
            value=day,
            first=FIRST_DAY.year,
            last=LAST_DAY.year,
        )
    return day


_KNOWN_IN_PART: Final = Text(
    en=", or as much of it as is known: 2026-11, 2026, or two days",
    nl=", of zoveel als ervan bekend is: 2026-11, 2026, of twee dagen",
)
_NO_HINT: Final = Text(en="", nl="")


def _nearest_day(self: Fact, text: str) -> Text:
    """Give the hint that follows a text that is no day: the day that it is without spaces and in full, or a near word."""
    tidy = _ONE_DIGIT.sub("0", "".join(text.split()))
    if _WRITTEN.fullmatch(tidy) or (_RANGE.fullmatch(tidy) and not self.exact):
        return did_you_mean(tidy, (tidy,))
    return did_you_mean(text, tuple(self.words))


def _day_in(value: object, name: str, *, exact: bool) -> date | Span | None:
    """Give the day or days that a written value says; None where it says none at all."""
    if isinstance(value, str) and ("/" not in value or exact):
        return _day_in_text(value, name)
    if isinstance(value, str) and _RANGE.fullmatch(value):
        value = value.split("/")
    if exact or not isinstance(value, (list, tuple)):
        return _day_or_part(value, name)
    first, last = (_day_or_part(end, name) for end in value) if len(value) == 2 else (None, None)  # noqa: PLR2004 -- its ends
    if first is None or last is None:
        raise refused(
            FaultCode.BAD_SPAN,
            name,
            "a list is here the first and the last day that it can be, such as {example}",
            "een lijst is hier de eerste en de laatste dag die het kan zijn, zoals {example}",
            example='["1989-01-01", "1990-12-31"]',
        )
    return _range(first, last, name)


def _day_or_part(value: object, name: str) -> date | Span | None:
    """Give the day, the month or the year that a written value says; None where it says none."""
    if isinstance(value, str):
        return _day_in_text(value, name)
    if isinstance(value, (date, Span)):
        return None if isinstance(value, datetime) else value
    year = _year_in(value) if isinstance(value, (int, float, Decimal)) else None
    return None if year is None else Span.year(year)


def _day_in_text(text: str, name: str) -> date | Span | None:
    if not _WRITTEN.fullmatch(text):
        return None
    make, what = _PARTS[len(text)]
    try:
        return make(text)
    except ValueError:
        raise refused(
            FaultCode.BAD_DATE,
            name,
            "{value} is not a date: there is no such {what}",
            "{value} is geen datum: {what} bestaat niet",
            value=text,
            what=what,
        ) from None


def _year_in(number: float | Decimal) -> int | None:
    """Give the year that a number says; a column with gaps has it as 1990.0."""
    if isinstance(number, bool) or (isinstance(number, Decimal) and not number.is_finite()):
        return None
    return int(number) if 1000 <= number <= 9999 and number == int(number) else None  # noqa: PLR2004 -- in four digits


_WRITTEN: Final = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)
_ONE_DIGIT: Final = re.compile(r"(?<![0-9])(?=[0-9](?![0-9]))")
_RANGE: Final = re.compile(f"{_WRITTEN.pattern}/{_WRITTEN.pattern}", re.ASCII)
_PARTS: Final[Mapping[int, tuple[Callable[[str], date | Span], Text]]] = {
    len("1990"): (lambda text: Span.year(int(text)), Text(en="year", nl="dat jaar")),
    len("1990-05"): (lambda text: Span.month(int(text[:4]), int(text[5:])), Text(en="month", nl="die maand")),
    len("1990-05-04"): (date.fromisoformat, Text(en="day", nl="die dag")),
}


def _range(first: date | Span, last: date | Span, name: str) -> date | Span:
    if isinstance(first, date) and isinstance(last, date) and first <= last:
        return first if first == last else Span(first, last)
    told = {
        "told": f"{first}/{last}",
        "days": Span(min(first_of(first), first_of(last)), max(last_of(first), last_of(last))),
    }
    if last_of(last) < first_of(first):
        raise refused(
            FaultCode.BAD_SPAN,
            name,
            "in {told} the last day lies before the first; write it as {days}",
            "in {told} ligt de laatste dag vóór de eerste; schrijf dit als {days}",
            **told,
        )
    raise refused(
        FaultCode.BAD_SPAN,
        name,
        "in {told} the first and the last must each be an exact day; write it as {days}",
        "in {told} moeten de eerste en de laatste elk een precieze dag zijn; schrijf dit als {days}",
        **told,
    )


def _read_yes_no(_: Fact, value: object, name: str) -> bool:
    if isinstance(value, bool):
        return value
    raise refused(
        FaultCode.BAD_YES_NO,
        name,
        "{value} is not a yes or no; write true, false or {unknown!r}",
        "{value} is geen ja of nee; schrijf true, false of {unknown!r}",
        value=value,
        unknown=UNKNOWN_WORD,
    )


def _read_choice(self: Fact, value: object, name: str) -> Choice:
    choices = cast("type[Choice]", self.choices)
    word = value if isinstance(value, str) else ""
    for choice in choices:
        if choice == word:
            return choice
    raise refused(
        FaultCode.UNKNOWN_VALUE,
        name,
        "{value} is not a known value{hint}",
        "{value} is geen bekende waarde{hint}",
        value=value,
        hint=did_you_mean(word, [choice.value for choice in choices]),
    )


def _read_amount(_: Fact, value: object, name: str) -> Decimal:
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        amount = Decimal(value) if isinstance(value, int) else Decimal(str(value))
        if amount.is_finite() and 0 <= amount <= HIGHEST_AMOUNT:
            return amount
    raise refused(
        FaultCode.BAD_AMOUNT,
        name,
        "{value} is not an amount in euros from 0 to {highest}",
        "{value} is geen bedrag in euro's van 0 tot en met {highest}",
        value=value,
        highest=HIGHEST_AMOUNT,
    )


HIGHEST_AMOUNT: Final = 10_000_000


def _read_text(_: Fact, value: object, name: str) -> str:
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        raise refused(
            FaultCode.BAD_TEXT,
            name,
            "this text is longer than {most} characters",
            "deze tekst is langer dan {most} tekens",
            most=LONGEST_TEXT,
        )
    if isinstance(value, str) and value.strip() and not _NO_CHARACTER.search(value):
        return value
    raise refused(
        FaultCode.BAD_TEXT,
        name,
        "{value} is not a text; write it on one line between quotation marks",
        "{value} is geen tekst; schrijf die op één regel tussen aanhalingstekens",
        value=value,
    )


_NO_CHARACTER: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""What steers a terminal, and half characters, which nothing can print."""

_READERS: Final[Mapping[FactKind, Callable[[Fact, object, str], Any]]] = {
    FactKind.DATE: _read_date,
    FactKind.YES_NO: _read_yes_no,
    FactKind.CHOICE: _read_choice,
    FactKind.AMOUNT: _read_amount,
    FactKind.MEMBER: _read_text,
    FactKind.TEXT: _read_text,
}
