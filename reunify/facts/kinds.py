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
from typing import Any, Final, TypeAlias, cast

import attrs

from reunify.facts.choices import Relation
from reunify.facts.span import Span, first_of, last_of
from reunify.faults import BadCase, Fault, did_you_mean
from reunify.terms import NEVER
from reunify.text import Choice, Text

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
                raise refused(name, "this must be given", "dit moet worden opgegeven")
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
) -> Any:
    """Make the attrs field of one fact, with its wording in `Fact` as metadata."""
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
    )

    def read(value: object, field: attrs.Attribute[Any]) -> Any:
        return told.read(value, field.name)

    default = attrs.NOTHING if required else ASSUMED if told.has_assumption else None
    converter: Any = attrs.Converter(read, takes_field=True)
    return attrs.field(default=default, converter=converter, metadata={"fact": told})


def facts_of(cls: type) -> dict[str, Fact]:
    """Give the facts of a class, by name, in the order of the class."""
    return {f.name: f.metadata["fact"] for f in attrs.fields(cls) if "fact" in f.metadata}


class ShowsWhatIsGiven:
    """Prints the facts that are given, and none of the many that are not."""

    __slots__ = ()

    def __repr__(self) -> str:
        fields = attrs.fields(cast("type[attrs.AttrsInstance]", type(self)))
        given = [field.name for field in fields if field.init and getattr(self, field.name) != field.default]
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in given)})"


# ---------------------------------------------------------------- how a value is read


def refused(name: str, en: str, nl: str, **values: object) -> BadCase:
    """Give the fault of one value, to be raised; ``{value}`` in the texts is the value, cut short."""
    if "value" in values:
        values["value"] = _shown(values["value"])
    return BadCase([Fault(name, Text(en=en, nl=nl).format(**values))])


def _shown(value: object) -> str:
    try:
        shown = str(value) if isinstance(value, (date, Span, Decimal)) else repr(value)
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
            name,
            "{value} is not a date; write it as 2026-11-25{part}{hint}",
            "{value} is geen datum; schrijf die als 2026-11-25{part}{hint}",
            value=value,
            part=_NO_HINT if self.exact else _KNOWN_IN_PART,
            hint=did_you_mean(value, tuple(self.words)) if isinstance(value, str) else _NO_HINT,
        )
    if self.exact and isinstance(day, Span):
        raise refused(
            name,
            "{value} is no exact day, and this must be one; write it as 2026-11-25",
            "{value} is geen precieze dag, en dat moet dit zijn; schrijf die als 2026-11-25",
            value=day,
        )
    if not ((first_of(day) >= FIRST_DAY and last_of(day) <= LAST_DAY) or day in self.words.values()):
        raise refused(
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
            name,
            "in {told} the last day lies before the first; write it as {days}",
            "in {told} ligt de laatste dag vóór de eerste; schrijf dit als {days}",
            **told,
        )
    raise refused(
        name,
        "in {told} the first and the last must each be an exact day; write it as {days}",
        "in {told} moeten de eerste en de laatste elk een precieze dag zijn; schrijf dit als {days}",
        **told,
    )


def _read_yes_no(_: Fact, value: object, name: str) -> bool:
    if isinstance(value, bool):
        return value
    raise refused(
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
        name,
        "{value} is not a known value{hint}",
        "{value} is geen bekende waarde{hint}",
        value=value,
        hint=did_you_mean(word, [choice.value for choice in choices]),
    )


def _read_amount(_: Fact, value: object, name: str) -> Decimal:
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        amount = Decimal(value) if isinstance(value, int) else Decimal(str(value))
        if amount.is_finite() and 0 <= amount <= _HIGHEST_AMOUNT:
            return amount
    raise refused(
        name,
        "{value} is not an amount in euros from 0 to {highest}",
        "{value} is geen bedrag in euro's van 0 tot en met {highest}",
        value=value,
        highest=_HIGHEST_AMOUNT,
    )


_HIGHEST_AMOUNT: Final = 10_000_000


def _read_text(_: Fact, value: object, name: str) -> str:
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        raise refused(
            name,
            "this text is longer than {most} characters",
            "deze tekst is langer dan {most} tekens",
            most=LONGEST_TEXT,
        )
    if isinstance(value, str) and value.strip() and not _NO_CHARACTER.search(value):
        return value
    raise refused(
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
