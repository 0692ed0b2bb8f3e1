"""What is known of a family: the case, the sponsor, the family members, and each fact about them.

A fact that is not given is *unknown* (`None`), and unknown is not no. A few facts are rare reasons to
refuse, or follow from other facts: left out they are `ASSUMED`, and every result lists what was assumed.
The wording of each fact (its label, the question that asks for it, what is assumed) stands here once.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final, TypeAlias, cast

import attrs

from reunify.faults import BadCase, Fault, did_you_mean
from reunify.terms import NEVER, last_day_under
from reunify.text import Choice, Text


class Assumed(enum.Enum):
    """The one value `ASSUMED`: nothing was said, and the stated assumption is taken."""

    ASSUMED = "assumed"

    def __repr__(self) -> str:
        return "ASSUMED"


class Filing(enum.Enum):
    """The one value `NOT_YET`: no application so far; it is read as filed on the decision day."""

    NOT_YET = "not_yet"

    def __repr__(self) -> str:
        return "NOT_YET"


ASSUMED: Final = Assumed.ASSUMED
NOT_YET: Final = Filing.NOT_YET
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

Day: TypeAlias = date | Assumed | None
YesNo: TypeAlias = bool | Assumed | None


class Protection(Choice):
    """The sponsor's protection status (beschermingsstatus)."""

    REFUGEE = "refugee", "refugee", "vluchteling"
    SUBSIDIARY = "subsidiary", "subsidiary protection", "subsidiaire bescherming"


class Residence(Choice):
    """On what footing the sponsor stays in the Netherlands; only asylum opens nareis."""

    ASYLUM = (
        "asylum",
        "own asylum permit (also one for an indefinite time)",
        "eigen asielvergunning (ook voor onbepaalde tijd)",
    )
    DERIVED = "derived", "permit as somebody's family member", "vergunning als gezinslid van een ander"
    REGULAR = "regular", "regular permit", "reguliere vergunning"
    DUTCH = "dutch", "Dutch nationality", "Nederlandse nationaliteit"


class Housing(Choice):
    """Where the sponsor lives."""

    OWN = "own", "a home", "een woning"
    TRANSIT = "transit", "a transit location", "een doorstroomlocatie"
    RECEPTION = "reception", "a reception centre", "een opvangcentrum"
    NONE = "none", "nowhere", "nergens"


class Relation(Choice):
    """What the person is to the sponsor."""

    SPOUSE = "spouse", "spouse", "echtgenoot"
    REGISTERED_PARTNER = "registered_partner", "registered partner", "geregistreerd partner"
    PARTNER = "partner", "unmarried partner", "ongehuwde partner"
    CHILD = "child", "child", "kind"
    PARENT = "parent", "parent", "ouder"
    SIBLING = "sibling", "brother or sister", "broer of zus"
    GRANDPARENT = "grandparent", "grandparent", "grootouder"
    GRANDCHILD = "grandchild", "grandchild", "kleinkind"
    OTHER = "other", "other relative", "ander familielid"


COUPLE: Final = frozenset({Relation.SPOUSE, Relation.REGISTERED_PARTNER, Relation.PARTNER})
MARRIED: Final = frozenset({Relation.SPOUSE, Relation.REGISTERED_PARTNER})


class Parentage(Choice):
    """How a child, parent or sibling is kin."""

    BIOLOGICAL = "biological", "biological", "biologisch"
    LEGAL = "legal", "by law only (acknowledged, presumed, co-mother)", "alleen juridisch (erkend, vermoed, duomoeder)"
    ADOPTED = "adopted", "by adoption", "door adoptie"
    FOSTER = "foster", "foster", "pleeg"
    STEP = "step", "step", "stief"
    HALF = "half", "half (one shared parent)", "half (één gedeelde ouder)"


class Consent(Choice):
    """Consent of the other parent with custody; for a foster child, of the biological or legal parents."""

    GIVEN = "given", "given", "gegeven"
    NOT_NEEDED = (
        "not_needed",
        "not needed (no other parent with custody, or none alive or traceable)",
        "niet nodig (geen andere ouder met gezag, of geen ouder in leven of vindbaar)",
    )
    EXPLAINED = "explained", "missing, with papers or a good reason", "ontbreekt, met papieren of een goede reden"
    MISSING = "missing", "missing", "ontbreekt"


class LateBecause(Choice):
    """Why an application came late (reden van de termijnoverschrijding)."""

    TRACED_LATER = "traced_later", "the family was found only then", "het gezin is pas toen teruggevonden"
    GUARDIAN_ERROR = "guardian_error", "a mistake of the guardian", "een fout van de voogd"
    POST_UNREACHABLE = (
        "post_unreachable",
        "an attempt in time failed because the Dutch embassy or consulate was closed or could not be reached",
        "een poging op tijd mislukte omdat de Nederlandse ambassade of het consulaat dicht of onbereikbaar was",
    )
    MISSING_BUT_COULD_FILE = (
        "missing_but_could_file",
        "the person was missing, but the application could have been made",
        "de persoon was vermist, maar de aanvraag had kunnen worden gedaan",
    )
    HELPER_ERROR = "helper_error", "a mistake of a helper", "een fout van een hulpverlener"
    OTHER = "other", "something else", "iets anders"


class Ended(Choice):
    """How an earlier application ended."""

    REFUSED = "refused", "refused", "afgewezen"
    WITHDRAWN = "withdrawn", "withdrawn", "ingetrokken"
    NOT_ACCEPTED = "not_accepted", "not accepted", "niet in behandeling genomen"


class Custody(Choice):
    """Custody (gezag) over a step child of the parent who comes."""

    SOLE = "sole", "sole", "alleen"
    SHARED = "shared", "shared", "gedeeld"
    NONE = "none", "none", "geen"


class Kind(enum.Enum):
    """What sort of value a fact takes."""

    DATE = "date"
    YES_NO = "yes or no"
    CHOICE = "one of a list"
    AMOUNT = "amount in EUR"
    MEMBER = "the id of a member"
    TEXT = "text"


@attrs.frozen
class Unknown:
    """The answer where a value is not known: the facts that are missing for it.

    Attributes:
        facts: Their names, such as ``("born_on",)`` or ``("sponsor.entered_on",)``.
    """

    facts: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Fact:
    """What is said once of a fact: its wording, its kind, whom it concerns, what is assumed.

    Attributes:
        kind: The sort of value.
        label: The fact's name for a reader.
        question: The question that asks for it; ``{name}`` stands for the person.
        concerns: The relations that it can matter for; empty: all (or the sponsor).
        choices: The closed list, for a fact of the kind `Kind.CHOICE`.
        words: Words that stand for a special value, such as ``"never"``.
        assumed: The value that is assumed, or a function of other facts that gives it.
        has_assumption: Whether anything is assumed when the fact is left out.
        may_lie_ahead: Whether a date may lie after the decision day.
        required: Whether the fact must be given.
    """

    kind: Kind
    label: Text
    question: Text
    concerns: frozenset[Relation] = frozenset()
    choices: type[Choice] | None = None
    words: Mapping[str, Any] = attrs.field(factory=dict)
    assumed: Any = None
    has_assumption: bool = False
    may_lie_ahead: bool = False
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
                raise _bad(name, "this must be given", "dit moet worden opgegeven")
            return value
        if self.words and any(value is special for special in self.words.values()):
            return value
        if isinstance(value, str) and value == UNKNOWN_WORD and not self.required:
            return None
        if isinstance(value, str) and value in self.words:
            return self.words[value]
        return _READERS[self.kind](self, value, name)


def fact(
    kind: Kind | type[Choice],
    en: str,
    nl: str,
    ask_en: str,
    ask_nl: str,
    *,
    concerns: frozenset[Relation] = frozenset(),
    words: Mapping[str, Any] | None = None,
    assumed: Any = attrs.NOTHING,
    may_lie_ahead: bool = False,
    required: bool = False,
) -> Any:
    """Make the attrs field of one fact, with its wording in `Fact` as metadata."""
    told = Fact(
        kind=kind if isinstance(kind, Kind) else Kind.CHOICE,
        choices=None if isinstance(kind, Kind) else kind,
        label=Text(en=en, nl=nl),
        question=Text(en=ask_en, nl=ask_nl),
        concerns=concerns,
        words=words or {},
        assumed=None if assumed is attrs.NOTHING else assumed,
        has_assumption=assumed is not attrs.NOTHING,
        may_lie_ahead=may_lie_ahead,
        required=required,
    )
    default = attrs.NOTHING if required else ASSUMED if told.has_assumption else None
    return attrs.field(default=default, converter=_CONVERTER, metadata={"fact": told})


def _convert(value: object, field: attrs.Attribute[Any]) -> Any:
    return field.metadata["fact"].read(value, field.name)


_CONVERTER: Final[Any] = attrs.Converter(_convert, takes_field=True)


def _bad(name: str, en: str, nl: str, **values: object) -> BadCase:
    return BadCase([Fault(name, Text(en=en, nl=nl).format(**values))])


def _show(value: object) -> str:
    try:
        shown = str(value) if isinstance(value, (date, Decimal)) else repr(value)
    except ValueError:  # an integer too long to be shown
        shown = "…"
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}…"


_LONGEST_SHOWN: Final = 60


def _read_date(self: Fact, value: object, name: str) -> date:
    if isinstance(value, str):
        word = value
        try:
            value = date.fromisoformat(word)
        except ValueError:
            hint = did_you_mean(word, tuple(self.words)) if self.words else Text(en="", nl="")
            raise _bad(
                name,
                "{value} is not a date; write it as 2026-11-25{hint}",
                "{value} is geen datum; schrijf die als 2026-11-25{hint}",
                value=_show(word),
                hint=hint,
            ) from None
    if isinstance(value, datetime) or not isinstance(value, date):
        raise _bad(
            name,
            "{value} is not a date; write it as 2026-11-25",
            "{value} is geen datum; schrijf die als 2026-11-25",
            value=_show(value),
        )
    if not (FIRST_DAY <= value <= LAST_DAY or value in self.words.values()):
        raise _bad(
            name,
            "{value} lies outside the years {first} to {last}",
            "{value} ligt buiten de jaren {first} tot en met {last}",
            value=value,
            first=FIRST_DAY.year,
            last=LAST_DAY.year,
        )
    return value


def _read_yes_no(_: Fact, value: object, name: str) -> bool:
    if isinstance(value, bool):
        return value
    raise _bad(
        name,
        "{value} is not a yes or no; write true, false or {unknown!r}",
        "{value} is geen ja of nee; schrijf true, false of {unknown!r}",
        value=_show(value),
        unknown=UNKNOWN_WORD,
    )


def _read_choice(self: Fact, value: object, name: str) -> Choice:
    choices = cast("type[Choice]", self.choices)
    if isinstance(value, str):
        for choice in choices:
            if choice.value == value:
                return choice
    known = [choice.value for choice in choices]
    raise _bad(
        name,
        "{value} is not a known value{hint}",
        "{value} is geen bekende waarde{hint}",
        value=_show(value),
        hint=did_you_mean(value[:_LONGEST_SHOWN] if isinstance(value, str) else "", known),
    )


def _read_amount(_: Fact, value: object, name: str) -> Decimal:
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        amount = Decimal(value) if isinstance(value, int) else Decimal(str(value))
        if amount.is_finite() and 0 <= amount <= _HIGHEST_AMOUNT:
            return amount
    raise _bad(
        name,
        "{value} is not an amount in euros from 0 to {highest}",
        "{value} is geen bedrag in euro's van 0 tot en met {highest}",
        value=_show(value),
        highest=_HIGHEST_AMOUNT,
    )


_HIGHEST_AMOUNT: Final = 10_000_000


LONGEST_TEXT: Final = 10_000
"""The number of characters above which a text is refused."""
_NO_CHARACTER: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""What steers a terminal, and half characters, which nothing can print."""


def _read_text(_: Fact, value: object, name: str) -> str:
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        raise _bad(
            name,
            "this text is longer than {most} characters",
            "deze tekst is langer dan {most} tekens",
            most=LONGEST_TEXT,
        )
    if isinstance(value, str) and value.strip() and not _NO_CHARACTER.search(value):
        return value
    raise _bad(
        name,
        "{value} is not a text; write it on one line between quotation marks",
        "{value} is geen tekst; schrijf die op één regel tussen aanhalingstekens",
        value=_show(value),
    )


_READERS: Final[Mapping[Kind, Callable[[Fact, object, str], Any]]] = {
    Kind.DATE: _read_date,
    Kind.YES_NO: _read_yes_no,
    Kind.CHOICE: _read_choice,
    Kind.AMOUNT: _read_amount,
    Kind.MEMBER: _read_text,
    Kind.TEXT: _read_text,
}

# ---------------------------------------------------------------- what follows from other facts


def _parentage_assumed(relation: Relation) -> Parentage | Unknown:
    """Parents and siblings are taken to be biological; for a child it must be said."""
    return Parentage.BIOLOGICAL if relation in (Relation.PARENT, Relation.SIBLING) else Unknown(("parentage",))


def _family_since_assumed(
    relation: Relation,
    parentage: Parentage | None,
    married_on: date | None,
    born_on: date | None,
    sponsor_born_on: date | None,
) -> date | Unknown:
    """A spouse from the marriage; biological kin from the birth of the younger of the two."""
    if relation in MARRIED:
        return married_on or Unknown(("family_since",))
    if parentage not in (Parentage.BIOLOGICAL, Parentage.HALF):
        return Unknown(("family_since",))
    if relation is Relation.CHILD:
        return born_on or Unknown(("born_on",))
    if relation is Relation.PARENT:
        return sponsor_born_on or Unknown(("sponsor_born_on",))
    births = {"born_on": born_on, "sponsor_born_on": sponsor_born_on}
    missing = tuple(name for name, day in births.items() if day is None)
    return Unknown(missing) if missing else max(day for day in births.values() if day is not None)


def _validated_on_assumed(marriage_valid: bool | None, married_on: date | None) -> date | None:
    """A valid marriage is taken to have been valid from its celebration; an invalid one never was."""
    return NEVER if marriage_valid is False else married_on if marriage_valid else None


_CHILDHOOD: Final = 12
"""Under this age nobody is taken to be married."""


def _married_assumed(born_on: date | None, decided_on: date | None) -> bool | Unknown:
    """Not married under the age of twelve; later it must be said."""
    young = born_on is not None and decided_on is not None and decided_on <= last_day_under(born_on, _CHILDHOOD)
    return False if young else Unknown(("married",))


def _at_parents_charge_assumed(
    born_on: date | None,
    sponsor_entered_on: date | None,
    lived_with_family: bool | None,
    lives_independently: bool | None,
) -> bool | Unknown:
    """At the parent's charge is who was a minor on D0, as the ground asks, and lives with that parent."""
    at_home = lived_with_family is True and lives_independently is False
    known = born_on is not None and sponsor_entered_on is not None
    minor = known and sponsor_entered_on <= last_day_under(born_on, 18)  # type: ignore[operator, arg-type]
    return True if at_home and minor else Unknown(("at_parents_charge",))


def _lateness_excusable_assumed(member: FamilyMember) -> bool | Unknown:
    """Where a reason is given on which there are rulings, nothing else is taken to excuse the lateness."""
    judged = isinstance(member.late_because, LateBecause) and member.late_because is not LateBecause.OTHER
    return False if judged else Unknown(("lateness_excusable",))


def _late_because_assumed(member: FamilyMember) -> LateBecause | Unknown:
    """Where it is said whether the lateness is excusable, no reason needs to be named."""
    said = isinstance(member.lateness_excusable, bool)
    return LateBecause.OTHER if said else Unknown(("lateness_excusable",))


LONGEST_PREGNANCY: Final = timedelta(days=306)


def _conceived_before_entry_assumed(
    case: Case, member: FamilyMember, born_on: date | None, sponsor_entered_on: date | None
) -> bool | Unknown:
    """True for a birth at most 306 days after D0, where `parent_member` was then the sponsor's partner."""
    known = born_on is not None and sponsor_entered_on is not None
    if known and born_on <= sponsor_entered_on + LONGEST_PREGNANCY:  # type: ignore[operator]
        parent = [other for other in case.members if other.relation in COUPLE and other.id == member.parent_member]
        if parent and _was_partner_before(parent[0], cast("date", sponsor_entered_on)):
            return True
    return Unknown(("conceived_before_entry",))


def _was_partner_before(other: FamilyMember, day: date) -> bool:
    began = (other.married_on, other.family_since)
    return any(isinstance(start, date) and start < day for start in began)


def _other_spouse_chosen_assumed(case: Case, member: FamilyMember) -> bool | Unknown:
    """False only where the file has no other spouse or partner."""
    others = (other for other in case.members if other.relation in COUPLE and other.id != member.id)
    return Unknown(("other_spouse_chosen",)) if any(others) else False


def _entered_on_assumed(in_netherlands: bool | None) -> date | Unknown:
    """Never, unless the person is (or may be) here already."""
    return NEVER if in_netherlands is False else Unknown(("entered_on",))


def _entered_eu_on_assumed(sponsor_entered_on: date | None) -> date | Unknown:
    """The day of entry into the Netherlands."""
    return sponsor_entered_on or Unknown(("sponsor_entered_eu_on",))


def _means_assumed() -> Unknown:
    """Worked out from the income facts where one of them is given; otherwise unknown."""
    return Unknown(("sponsor_means",))


# ---------------------------------------------------------------- the three classes

_NEVER_WORD: Final = {"never": NEVER}
_ALREADY_WORD: Final = {"already": ALREADY}
_KIN: Final = frozenset({Relation.CHILD, Relation.PARENT, Relation.SIBLING})
_WIDER: Final = frozenset({Relation.GRANDPARENT, Relation.GRANDCHILD, Relation.OTHER})
_CHILD: Final = frozenset({Relation.CHILD})
_YOUNG: Final = frozenset({Relation.CHILD, Relation.SIBLING})


class _ShowsWhatIsGiven:
    """Prints the facts that are given, and none of the many that are not."""

    __slots__ = ()

    def __repr__(self) -> str:
        fields = attrs.fields(cast("type[attrs.AttrsInstance]", type(self)))
        given = [field.name for field in fields if getattr(self, field.name) != field.default]
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in given)})"


@attrs.frozen(kw_only=True, repr=False)
class Sponsor(_ShowsWhatIsGiven):
    """The person who has asylum in the Netherlands (hoofdpersoon, referent).

    Attributes:
        protection: Refugee or subsidiary protection.
        born_on: Day of birth.
        entered_on: D0, the day of entry into the Netherlands (tijdstip van binnenkomst).
        asylum_applied_on: D1, the day of the asylum application.
        permit_notified_on: D2, the day on which the grant of the permit was made known (bekendmaking).
        unaccompanied_minor: Was, when applying for asylum, a minor without a responsible adult (amv).
        evidently_not_alone: The minor was evidently not alone here; assumed not.
        taken_in_by_relative: A relative here had taken the minor in; assumed not.
        lives_independently: The minor lives on his or her own; assumed not.
        self_supporting: The minor supports himself or herself; assumed not.
        own_family: The minor has founded a family of his or her own; assumed not.
        other_status_notified_on: The day on which the grant of another asylum status was made known, before or
            after that of the status that is relied on (D2); `terms.NEVER` if there was none.
        residence: The footing of the stay; assumed an own asylum permit.
        excluded_1f: Article 1F of the Refugee Convention was applied; assumed not.
        lives_with_other_partner: Lives with another partner; assumed not.
        means: Has own, lasting and sufficient means; left out, it follows from the three income facts.
        income_per_month: Gross income in EUR a month, holiday allowance included, from sources that count.
        income_until: The last day on which that income is certain; `terms.NEVER` for one without an end.
        income_from: The day from which the means are there, if that lies ahead; assumed already.
        income_sufficient_since: The day since which income was at or above the norm without a break.
        housing: Where the sponsor lives, or will live from ``housing_from``.
        housing_from: The day from which that is so, if it lies ahead; assumed already.
        means_unattainable: Can never meet the norm (pension age, lasting incapacity); assumed not.
        came_by_nareis: First came as somebody's family member and got an own status later; assumed not.
        entered_eu_on: The day of arrival in the EU; assumed D0.
        informed_of_term: Was told of the three-month term and its consequences; assumed so.
    """

    protection: Protection | None = fact(
        Protection,
        "protection status",
        "beschermingsstatus",
        "Which protection does the sponsor have?",
        "Welke bescherming heeft de hoofdpersoon?",
    )
    born_on: date | None = fact(
        Kind.DATE,
        "date of birth",
        "geboortedatum",
        "When was the sponsor born?",
        "Wanneer is de hoofdpersoon geboren?",
    )
    entered_on: date | None = fact(
        Kind.DATE,
        "entry into the Netherlands (D0)",
        "binnenkomst in Nederland (D0)",
        "When did the sponsor enter the Netherlands?",
        "Wanneer kwam de hoofdpersoon Nederland binnen?",
    )
    asylum_applied_on: date | None = fact(
        Kind.DATE,
        "asylum application (D1)",
        "asielaanvraag (D1)",
        "When did the sponsor apply for asylum?",
        "Wanneer vroeg de hoofdpersoon asiel aan?",
    )
    permit_notified_on: date | None = fact(
        Kind.DATE,
        "grant made known (D2)",
        "verlening bekendgemaakt (D2)",
        "On which day was the decision that grants the permit made known?",
        "Op welke dag is het besluit tot verlening van de vergunning bekendgemaakt?",
    )
    unaccompanied_minor: bool | None = fact(
        Kind.YES_NO,
        "unaccompanied minor when applying for asylum",
        "alleenstaande minderjarige bij de asielaanvraag",
        "When applying for asylum, was the sponsor under 18 and without an adult responsible for him or her?",
        "Was de hoofdpersoon bij de asielaanvraag jonger dan 18 en zonder een volwassene die voor hem of haar "
        "verantwoordelijk was?",
    )
    evidently_not_alone: YesNo = fact(
        Kind.YES_NO,
        "evidently not alone",
        "kennelijk niet alleen",
        "Was the sponsor, as a minor, evidently not alone in the Netherlands?",
        "Was de hoofdpersoon als minderjarige kennelijk niet alleen in Nederland?",
        assumed=False,
    )
    taken_in_by_relative: YesNo = fact(
        Kind.YES_NO,
        "taken in by a relative here",
        "opgenomen door een familielid hier",
        "Had a relative in the Netherlands taken the sponsor in as a minor?",
        "Had een familielid in Nederland de hoofdpersoon als minderjarige in huis genomen?",
        assumed=False,
    )
    lives_independently: YesNo = fact(
        Kind.YES_NO,
        "lives on his or her own",
        "woont zelfstandig",
        "Does the sponsor, who came as an unaccompanied minor, live on his or her own?",
        "Woont de hoofdpersoon, die als amv kwam, zelfstandig?",
        assumed=False,
    )
    self_supporting: YesNo = fact(
        Kind.YES_NO,
        "supports himself or herself",
        "voorziet in eigen onderhoud",
        "Does the sponsor, who came as an unaccompanied minor, support himself or herself?",
        "Voorziet de hoofdpersoon, die als amv kwam, in het eigen onderhoud?",
        assumed=False,
    )
    own_family: YesNo = fact(
        Kind.YES_NO,
        "has founded a family of his or her own",
        "heeft een eigen gezin gevormd",
        "Has the sponsor, who came as an unaccompanied minor, founded a family of his or her own?",
        "Heeft de hoofdpersoon, die als amv kwam, een eigen gezin gevormd?",
        assumed=False,
    )
    other_status_notified_on: Day = fact(
        Kind.DATE,
        "grant of another asylum status made known",
        "verlening van een andere asielstatus bekendgemaakt",
        "If the sponsor was also granted another asylum status: on which day was that made known? Say never if not.",
        "Als de hoofdpersoon ook een andere asielstatus kreeg: op welke dag is dat bekendgemaakt? Zeg never als dat niet "
        "zo is.",
        words=_NEVER_WORD,
        assumed=NEVER,
    )
    residence: Residence | Assumed | None = fact(
        Residence,
        "kind of permit",
        "verblijfsstatus",
        "What kind of permit does the sponsor have now?",
        "Welke verblijfsstatus heeft de hoofdpersoon nu?",
        assumed=Residence.ASYLUM,
    )
    excluded_1f: YesNo = fact(
        Kind.YES_NO,
        "article 1F applied",
        "artikel 1F tegengeworpen",
        "Was article 1F of the Refugee Convention applied to the sponsor?",
        "Is artikel 1F van het Vluchtelingenverdrag aan de hoofdpersoon tegengeworpen?",
        assumed=False,
    )
    lives_with_other_partner: YesNo = fact(
        Kind.YES_NO,
        "lives with another partner",
        "woont samen met een andere partner",
        "Does the sponsor live with another spouse or partner?",
        "Woont de hoofdpersoon samen met een andere echtgenoot of partner?",
        assumed=False,
    )
    means: YesNo = fact(
        Kind.YES_NO,
        "lasting and sufficient means",
        "duurzame en voldoende middelen",
        "Does the sponsor have enough income of his or her own: at least the minimum wage, certain for another year? Social "
        "assistance does not count.",
        "Heeft de hoofdpersoon zelf genoeg inkomen: ten minste het minimumloon, nog een jaar zeker? Bijstand telt niet mee.",
        assumed=_means_assumed,
    )
    income_per_month: Decimal | None = fact(
        Kind.AMOUNT,
        "gross income a month, with holiday allowance",
        "bruto inkomen per maand, met vakantiegeld",
        "How much does the sponsor earn a month, gross, with holiday allowance? Social assistance does not count.",
        "Hoeveel verdient de hoofdpersoon per maand, bruto, met vakantiegeld? Bijstand telt niet mee.",
    )
    income_until: date | None = fact(
        Kind.DATE,
        "income certain until and including",
        "inkomen zeker tot en met",
        "What is the last day on which that income is certain?",
        "Wat is de laatste dag waarop dat inkomen zeker is?",
        words={"permanent": NEVER},
        may_lie_ahead=True,
    )
    income_from: Day = fact(
        Kind.DATE,
        "means from",
        "middelen vanaf",
        "From which day does the sponsor have these means? Say already if that is so now.",
        "Vanaf welke dag heeft de hoofdpersoon deze middelen? Zeg already als dat nu al zo is.",
        words=_ALREADY_WORD,
        assumed=ALREADY,
        may_lie_ahead=True,
    )
    income_sufficient_since: date | None = fact(
        Kind.DATE,
        "income sufficient since",
        "inkomen voldoende sinds",
        "Since which day has the income been high enough without a break?",
        "Sinds welke dag is het inkomen zonder onderbreking hoog genoeg?",
    )
    housing: Housing | None = fact(
        Housing,
        "housing",
        "huisvesting",
        "Where does the sponsor live?",
        "Waar woont de hoofdpersoon?",
    )
    housing_from: Day = fact(
        Kind.DATE,
        "housing from",
        "huisvesting vanaf",
        "From which day does the sponsor live there? Say already if that is so now.",
        "Vanaf welke dag woont de hoofdpersoon daar? Zeg already als dat nu al zo is.",
        words=_ALREADY_WORD,
        assumed=ALREADY,
        may_lie_ahead=True,
    )
    means_unattainable: YesNo = fact(
        Kind.YES_NO,
        "can never meet the income norm",
        "kan de inkomensnorm nooit halen",
        "Is it certain that the sponsor can never meet the income norm, because of age or lasting incapacity?",
        "Staat vast dat de hoofdpersoon de inkomensnorm nooit kan halen, door leeftijd of blijvende "
        "arbeidsongeschiktheid?",
        assumed=False,
    )
    came_by_nareis: YesNo = fact(
        Kind.YES_NO,
        "first came by nareis",
        "kwam eerst zelf als nareiziger",
        "Did the sponsor first come as somebody's family member and get an own asylum status later?",
        "Kwam de hoofdpersoon eerst zelf als gezinslid en kreeg hij of zij later een eigen asielstatus?",
        assumed=False,
    )
    entered_eu_on: Day = fact(
        Kind.DATE,
        "arrival in the EU",
        "aankomst in de EU",
        "When did the sponsor arrive in the European Union?",
        "Wanneer kwam de hoofdpersoon aan in de Europese Unie?",
        assumed=_entered_eu_on_assumed,
    )
    informed_of_term: YesNo = fact(
        Kind.YES_NO,
        "told of the three-month term",
        "geïnformeerd over de termijn van drie maanden",
        "Was the sponsor told of the three-month term and of what missing it means?",
        "Is de hoofdpersoon geïnformeerd over de termijn van drie maanden en over de gevolgen van te laat zijn?",
        assumed=True,
    )


@attrs.frozen(kw_only=True, repr=False)
class FamilyMember(_ShowsWhatIsGiven):
    """One member of the sponsor's family, for whom nareis is (or would be) asked.

    Attributes:
        id: The name of the person in the file; unique.
        relation: What the person is to the sponsor.
        born_on: Day of birth.
        married_on: The day of the celebration or registration, also when made official later.
        validated_on: The day on which a marriage that was not valid at first became valid.
        family_since: The day that the person otherwise became family: start of the relationship,
            adoption, taking in as foster child, the parents' later marriage for a step child.
        marriage_valid: The marriage is valid under the law of the place where it was concluded.
        durable_relationship: The relationship is durable and exclusive.
        parentage: How a child, parent or sibling is kin; assumed biological for parent and sibling.
        consented_freely: Both married of their own free will; assumed so.
        adoption_recognised: The adoption rests on a decision that the Netherlands recognises.
        conceived_before_entry: A child or sibling born after D0 was conceived before D0.
        married: A child or sibling is married now; assumed not under the age of twelve.
        custody: Custody over a step child of the parent who comes.
        parent_member: A child's other parent: a member's id, ``"here"``, ``"none"``, or ``"not_chosen"`` for a
            spouse or partner whom the sponsor did not choose and who does not apply.
        responsible_for_minor: Is the adult who is responsible, by law or practice, for the minor sponsor.
        lived_with_family: Lived in the household when the sponsor left and at D0.
        lives_independently: Lives on his or her own.
        self_supporting: Supports himself or herself.
        own_family: Has founded, freely, a family of his or her own, also when it has ended since.
        apart_because_of_flight: Lived apart only because of flight or war; assumed not.
        dependent: More than normal dependency on the sponsor.
        at_parents_charge: A sibling lives on the care and means of the parent who comes (ten laste van); assumed
            so for a minor who lives with that parent.
        consent_other_parent: Consent of the other parent with custody, or of a foster child's parents.
        authority_papers: There are papers of authority (guardianship) over a foster child.
        real_parents_care: The biological or legal parents of a foster child still care for it.
        with_parent: The parent with whom a sibling applies at the same time, or ``"none"``.
        wholly_dependent_on_parents: Wholly and lastingly dependent on the parents through serious
            illness, and without this person they would not come; assumed not.
        brought_and_left_minor: The parent brought the minor sponsor here and left; assumed not.
        bond_broken: The family tie has been broken since; assumed not.
        real_family_life: There was real family life on D0; assumed so.
        sham: A sham marriage or sham tie; assumed not.
        tie_plausible: Identity and tie are proven or plausible; assumed so.
        public_order: A danger to public order or national security; assumed not.
        excluded_1f: Article 1F of the Refugee Convention was applied to the person; assumed not.
        other_spouse_chosen: The sponsor chose another spouse or partner.
        special_ties_third_country: Reunification is possible in a third country with special ties.
        applied_on: D3, the day of the mvv application (aanvraag), or `NOT_YET`.
        travelled_with_sponsor: Travelled in together with the sponsor; assumed not.
        entered_on: The member's own entry into the Netherlands; `terms.NEVER` if there was none.
        asylum_applied_on: The member's own asylum application; `terms.NEVER` if there was none.
        earlier_applied_on: The day of an application before this one; `terms.NEVER` if there was none.
        earlier_ended: How that earlier application ended.
        lateness_excusable: Special circumstances excuse a late application.
        late_because: Why it came late; left out, it does not matter where ``lateness_excusable`` is given.
        mvv_granted_on: The day on which an mvv was granted; `terms.NEVER` if none was.
        first_refused_on: The day of the refusal that the decision on objection reviews.
        in_netherlands: Was here already when the sponsor was granted asylum; assumed not.
    """

    id: str = fact(
        Kind.TEXT,
        "name in the file",
        "naam in het bestand",
        "What shall this person be called in the file? A first name or initials will do.",
        "Hoe moet deze persoon in het bestand heten? Een voornaam of voorletters is genoeg.",
        required=True,
    )
    relation: Relation = fact(
        Relation,
        "relation to the sponsor",
        "relatie tot de hoofdpersoon",
        "What is {name} to the sponsor?",
        "Wat is {name} van de hoofdpersoon?",
        required=True,
    )
    born_on: date | None = fact(
        Kind.DATE,
        "date of birth",
        "geboortedatum",
        "When was {name} born?",
        "Wanneer is {name} geboren?",
    )
    married_on: date | None = fact(
        Kind.DATE,
        "day of the marriage or registration",
        "dag van het huwelijk of de registratie",
        "On which day did {name} and the sponsor marry or register? Take the celebration, also if it was made "
        "official later.",
        "Op welke dag trouwden {name} en de hoofdpersoon, of lieten zij zich registreren? Neem de "
        "huwelijksviering, ook als die pas later officieel werd.",
        concerns=MARRIED,
    )
    validated_on: Day = fact(
        Kind.DATE,
        "day on which the marriage became valid",
        "dag waarop het huwelijk geldig werd",
        "If the marriage was not valid at first: on which day did it become valid?",
        "Als het huwelijk eerst niet geldig was: op welke dag werd het geldig?",
        concerns=MARRIED,
        assumed=_validated_on_assumed,
    )
    family_since: Day = fact(
        Kind.DATE,
        "family since",
        "familie sinds",
        "Since which day has {name} belonged to the family (start of the relationship, adoption, taken in as "
        "foster child, marriage of the parents)?",
        "Sinds welke dag hoort {name} bij het gezin (begin van de relatie, adoptie, opname als pleegkind, "
        "huwelijk van de ouders)?",
        assumed=_family_since_assumed,
    )
    marriage_valid: bool | None = fact(
        Kind.YES_NO,
        "marriage valid where it was concluded",
        "huwelijk geldig waar het gesloten is",
        "Is the marriage valid under the law of the place where it was concluded?",
        "Is het huwelijk geldig volgens het recht van de plaats waar het gesloten is?",
        concerns=MARRIED,
    )
    consented_freely: YesNo = fact(
        Kind.YES_NO,
        "both married of their own free will",
        "beiden trouwden uit vrije wil",
        "Did {name} and the sponsor both marry of their own free will? Say yes too if the one who was forced "
        "expressly agrees now.",
        "Trouwden {name} en de hoofdpersoon allebei uit vrije wil? Zeg ook ja als wie gedwongen was nu "
        "uitdrukkelijk instemt.",
        concerns=MARRIED,
        assumed=True,
    )
    durable_relationship: bool | None = fact(
        Kind.YES_NO,
        "durable and exclusive relationship",
        "duurzame en exclusieve relatie",
        "Do {name} and the sponsor have a durable and exclusive relationship?",
        "Hebben {name} en de hoofdpersoon een duurzame en exclusieve relatie?",
        concerns=COUPLE,
    )
    parentage: Parentage | Assumed | None = fact(
        Parentage,
        "kind of kinship",
        "soort verwantschap",
        "Is {name} a biological or adopted relative, one by law only, a foster, step or half relative?",
        "Is {name} een biologisch, adoptief of alleen juridisch familielid, of een pleeg-, stief- of halffamilielid?",
        concerns=_KIN,
        assumed=_parentage_assumed,
    )
    adoption_recognised: bool | None = fact(
        Kind.YES_NO,
        "adoption recognised in the Netherlands",
        "adoptie in Nederland erkend",
        "Does the adoption rest on a decision that the Netherlands recognises? Kafala or informal care does not.",
        "Berust de adoptie op een beslissing die Nederland erkent? Kafala of informele zorg telt niet.",
        concerns=_KIN,
    )
    conceived_before_entry: YesNo = fact(
        Kind.YES_NO,
        "conceived before the sponsor's entry",
        "verwekt vóór de binnenkomst van de hoofdpersoon",
        "Was {name}, born after the sponsor's entry, conceived before it?",
        "Is {name}, geboren na de binnenkomst van de hoofdpersoon, daarvóór verwekt?",
        concerns=_YOUNG,
        assumed=_conceived_before_entry_assumed,
    )
    married: YesNo = fact(
        Kind.YES_NO,
        "is married",
        "is getrouwd",
        "Is {name} married?",
        "Is {name} getrouwd?",
        concerns=_YOUNG,
        assumed=_married_assumed,
    )
    custody: Custody | None = fact(
        Custody,
        "custody of the parent who comes",
        "gezag van de ouder die meekomt",
        "Which custody does the parent who comes have over {name}?",
        "Welk gezag heeft de ouder die meekomt over {name}?",
        concerns=_CHILD,
    )
    parent_member: str | None = fact(
        Kind.MEMBER,
        "the child's other parent",
        "de andere ouder van het kind",
        "Whose child is {name} besides the sponsor's? Give the name in the file, here, none, or not_chosen.",
        "Van wie is {name} ook het kind, naast de hoofdpersoon? Geef de naam in het bestand, here, none of not_chosen.",
        concerns=_CHILD,
        words={HERE: HERE, NOBODY: NOBODY, NOT_CHOSEN: NOT_CHOSEN},
    )
    responsible_for_minor: bool | None = fact(
        Kind.YES_NO,
        "responsible for the minor sponsor",
        "verantwoordelijk voor de minderjarige hoofdpersoon",
        "Is {name} the adult who is responsible for the sponsor, a minor, by law or in practice?",
        "Is {name} de volwassene die voor de minderjarige hoofdpersoon verantwoordelijk is, volgens de wet of in de "
        "praktijk?",
        concerns=_WIDER | {Relation.PARENT, Relation.SIBLING},
    )
    lived_with_family: bool | None = fact(
        Kind.YES_NO,
        "lived in the household until the sponsor left",
        "woonde in het gezin tot het vertrek van de hoofdpersoon",
        "Did {name} live in the household when the sponsor left and on the day of entry?",
        "Woonde {name} in het gezin toen de hoofdpersoon vertrok en op de dag van binnenkomst?",
        concerns=_KIN | _WIDER,
    )
    lives_independently: bool | None = fact(
        Kind.YES_NO,
        "lives on his or her own",
        "woont zelfstandig",
        "Does {name} live on his or her own? What flight forced does not count.",
        "Woont {name} zelfstandig? Wat door de vlucht is afgedwongen telt niet.",
        concerns=_YOUNG,
    )
    self_supporting: bool | None = fact(
        Kind.YES_NO,
        "supports himself or herself",
        "voorziet in eigen onderhoud",
        "Does {name} support himself or herself? What flight forced does not count.",
        "Voorziet {name} in het eigen onderhoud? Wat door de vlucht is afgedwongen telt niet.",
        concerns=_YOUNG,
    )
    own_family: bool | None = fact(
        Kind.YES_NO,
        "has founded a family of his or her own",
        "heeft een eigen gezin gevormd",
        "Has {name} freely founded a family (marriage, relationship or child), also if it has ended since?",
        "Heeft {name} vrijwillig een eigen gezin gevormd (huwelijk, relatie of kind), ook als dat voorbij is?",
        concerns=_YOUNG,
    )
    apart_because_of_flight: YesNo = fact(
        Kind.YES_NO,
        "lived apart only because of flight or war",
        "woonde alleen door vlucht of oorlog apart",
        "Did {name} live apart from the family only because of flight or war?",
        "Woonde {name} alleen door vlucht of oorlog niet bij het gezin?",
        concerns=_YOUNG,
        assumed=False,
    )
    dependent: bool | None = fact(
        Kind.YES_NO,
        "more than normal dependency",
        "meer dan gebruikelijke afhankelijkheid",
        "Is {name} more dependent on the sponsor than is normal, for health or another reason?",
        "Is {name} meer dan gebruikelijk afhankelijk van de hoofdpersoon, door gezondheid of om een andere reden?",
        concerns=_KIN | _WIDER,
    )
    at_parents_charge: YesNo = fact(
        Kind.YES_NO,
        "lives on the care and means of the parent who comes",
        "komt ten laste van de ouder die meekomt",
        "Does {name} live on the care and the means of the parent who applies at the same time?",
        "Leeft {name} van de zorg en de middelen van de ouder die tegelijk aanvraagt?",
        concerns=frozenset({Relation.SIBLING}),
        assumed=_at_parents_charge_assumed,
    )
    consent_other_parent: Consent | None = fact(
        Consent,
        "consent of the other parent",
        "toestemming van de andere ouder",
        "Does the other parent with custody consent? For a foster child: do the biological or legal parents?",
        "Geeft de andere ouder met gezag toestemming? Bij een pleegkind: de biologische of juridische ouders?",
        concerns=_CHILD,
    )
    authority_papers: YesNo = fact(
        Kind.YES_NO,
        "papers of authority over the foster child",
        "papieren over het gezag over het pleegkind",
        "Are there papers (guardianship) that give the sponsor's family authority over {name}?",
        "Zijn er papieren (voogdij) die het gezin van de hoofdpersoon gezag over {name} geven?",
        concerns=_CHILD,
        assumed=False,
    )
    real_parents_care: bool | None = fact(
        Kind.YES_NO,
        "the biological or legal parents still care for the child",
        "de biologische of juridische ouders zorgen nog voor het kind",
        "Do the biological or legal parents of {name} still care for the child?",
        "Zorgen de biologische of juridische ouders van {name} nog voor het kind?",
        concerns=_CHILD,
    )
    with_parent: str | None = fact(
        Kind.MEMBER,
        "the parent who applies at the same time",
        "de ouder die tegelijk aanvraagt",
        "With which parent does {name} apply at the same time? Give the name in the file, or none.",
        "Met welke ouder vraagt {name} tegelijk aan? Geef de naam in het bestand, of none.",
        concerns=frozenset({Relation.SIBLING}),
        words={NOBODY: NOBODY},
    )
    wholly_dependent_on_parents: YesNo = fact(
        Kind.YES_NO,
        "wholly and lastingly dependent on the parents through illness",
        "door ziekte volledig en blijvend afhankelijk van de ouders",
        "Is {name}, an adult, wholly and lastingly dependent on the parents through serious illness, so that "
        "they would not come without {name}?",
        "Is {name}, volwassen, door ernstige ziekte volledig en blijvend afhankelijk van de ouders, zodat zij "
        "zonder {name} niet zouden komen?",
        concerns=frozenset({Relation.SIBLING}),
        assumed=False,
    )
    brought_and_left_minor: YesNo = fact(
        Kind.YES_NO,
        "brought the minor here and left",
        "bracht de minderjarige hierheen en vertrok",
        "Did {name} bring the minor sponsor to the Netherlands and leave?",
        "Bracht {name} de minderjarige hoofdpersoon naar Nederland en vertrok hij of zij weer?",
        concerns=frozenset({Relation.PARENT}),
        assumed=False,
    )
    bond_broken: YesNo = fact(
        Kind.YES_NO,
        "family tie broken since",
        "gezinsband sindsdien verbroken",
        "Has the family tie between {name} and the sponsor been broken since?",
        "Is de gezinsband tussen {name} en de hoofdpersoon sindsdien verbroken?",
        assumed=False,
    )
    real_family_life: YesNo = fact(
        Kind.YES_NO,
        "real family life at the sponsor's entry",
        "feitelijk gezinsleven bij binnenkomst van de hoofdpersoon",
        "Was there real family life on the day of the sponsor's entry, not a tie on paper only?",
        "Was er op de dag van binnenkomst feitelijk gezinsleven, niet alleen een band op papier?",
        assumed=True,
    )
    sham: YesNo = fact(
        Kind.YES_NO,
        "sham marriage or tie",
        "schijnhuwelijk of schijnrelatie",
        "Is the marriage or tie a sham?",
        "Is het huwelijk of de band alleen voor de schijn?",
        assumed=False,
    )
    tie_plausible: YesNo = fact(
        Kind.YES_NO,
        "identity and tie proven or plausible",
        "identiteit en gezinsband aangetoond of aannemelijk",
        "Are identity and family tie proven, or made plausible with statements and a reason for missing papers?",
        "Zijn identiteit en gezinsband aangetoond, of aannemelijk met verklaringen en een reden voor "
        "ontbrekende papieren?",
        assumed=True,
    )
    public_order: YesNo = fact(
        Kind.YES_NO,
        "danger to public order",
        "gevaar voor de openbare orde",
        "Is {name} a danger to public order or national security?",
        "Is {name} een gevaar voor de openbare orde of de nationale veiligheid?",
        assumed=False,
    )
    excluded_1f: YesNo = fact(
        Kind.YES_NO,
        "article 1F applied",
        "artikel 1F tegengeworpen",
        "Was article 1F of the Refugee Convention applied to {name}?",
        "Is artikel 1F van het Vluchtelingenverdrag aan {name} tegengeworpen?",
        assumed=False,
    )
    other_spouse_chosen: YesNo = fact(
        Kind.YES_NO,
        "the sponsor chose another spouse or partner",
        "de hoofdpersoon koos een andere echtgenoot of partner",
        "Did the sponsor, who has more than one spouse or partner, choose another one than {name}?",
        "Koos de hoofdpersoon, die meer dan één echtgenoot of partner heeft, een ander dan {name}?",
        concerns=COUPLE,
        assumed=_other_spouse_chosen_assumed,
    )
    special_ties_third_country: YesNo = fact(
        Kind.YES_NO,
        "reunification possible in a third country with special ties",
        "hereniging mogelijk in een derde land met bijzondere banden",
        "Can the family reunite in a third country with which {name} or the sponsor has special ties?",
        "Kan het gezin herenigen in een derde land waarmee {name} of de hoofdpersoon bijzondere banden heeft?",
        assumed=False,
    )
    applied_on: date | Filing | None = fact(
        Kind.DATE,
        "mvv application (D3)",
        "mvv-aanvraag (D3)",
        "On which day was the mvv for {name} applied for? The day decides on the term, and on which law may apply. Say "
        "not_yet if there is no application so far.",
        "Op welke dag is de mvv voor {name} aangevraagd? De dag beslist over de termijn, en over welk recht kan gelden. Zeg "
        "not_yet als er nog geen aanvraag is.",
        words={NOT_YET.value: NOT_YET},
    )
    travelled_with_sponsor: YesNo = fact(
        Kind.YES_NO,
        "travelled in with the sponsor",
        "reisde samen met de hoofdpersoon in",
        "Did {name} travel into the Netherlands together with the sponsor?",
        "Reisde {name} samen met de hoofdpersoon Nederland in?",
        assumed=False,
    )
    entered_on: Day = fact(
        Kind.DATE,
        "own entry into the Netherlands",
        "eigen binnenkomst in Nederland",
        "When did {name} enter the Netherlands? Say never if not.",
        "Wanneer kwam {name} Nederland binnen? Zeg never als dat niet zo is.",
        words=_NEVER_WORD,
        assumed=_entered_on_assumed,
    )
    asylum_applied_on: Day = fact(
        Kind.DATE,
        "own asylum application",
        "eigen asielaanvraag",
        "When did {name} apply for asylum in the Netherlands? Say never if not.",
        "Wanneer vroeg {name} zelf asiel aan in Nederland? Zeg never als dat niet zo is.",
        words=_NEVER_WORD,
        assumed=NEVER,
    )
    earlier_applied_on: Day = fact(
        Kind.DATE,
        "earlier application",
        "eerdere aanvraag",
        "If there was an application for {name} before this one: on which day? Say never if not.",
        "Als er vóór deze al een aanvraag voor {name} was: op welke dag? Zeg never als dat niet zo is.",
        words=_NEVER_WORD,
        assumed=NEVER,
    )
    earlier_ended: Ended | None = fact(
        Ended,
        "how the earlier application ended",
        "hoe de eerdere aanvraag eindigde",
        "How did the earlier application for {name} end?",
        "Hoe eindigde de eerdere aanvraag voor {name}?",
    )
    lateness_excusable: YesNo = fact(
        Kind.YES_NO,
        "lateness excusable",
        "te late aanvraag verschoonbaar",
        "If the application came too late: do special circumstances excuse that?",
        "Als de aanvraag te laat was: zijn er bijzondere omstandigheden die dat verontschuldigen?",
        assumed=_lateness_excusable_assumed,
    )
    late_because: LateBecause | Assumed | None = fact(
        LateBecause,
        "reason, if the application came late",
        "reden, als de aanvraag te laat was",
        "If the application for {name} came too late: why?",
        "Als de aanvraag voor {name} te laat was: waarom?",
        assumed=_late_because_assumed,
    )
    mvv_granted_on: Day = fact(
        Kind.DATE,
        "mvv granted",
        "mvv verleend",
        "When was an mvv granted to {name}? Say never if not.",
        "Wanneer is aan {name} een mvv verleend? Zeg never als dat niet zo is.",
        words=_NEVER_WORD,
        assumed=NEVER,
    )
    first_refused_on: Day = fact(
        Kind.DATE,
        "first refusal",
        "eerste afwijzing",
        "When was the application of {name} refused, if an objection is pending now? Say never if not.",
        "Wanneer is de aanvraag van {name} afgewezen, als nu bezwaar loopt? Zeg never als dat niet zo is.",
        words=_NEVER_WORD,
        assumed=NEVER,
    )
    in_netherlands: YesNo = fact(
        Kind.YES_NO,
        "already in the Netherlands at the grant",
        "bij de verlening al in Nederland",
        "Was {name} already in the Netherlands when the sponsor was granted asylum?",
        "Was {name} al in Nederland toen de hoofdpersoon asiel kreeg?",
        assumed=False,
    )


def _as_members(members: object) -> tuple[FamilyMember, ...]:
    found = tuple(cast("Any", members))
    for index, member in enumerate(found):
        if not isinstance(member, FamilyMember):
            path = f"members[{index}]"
            raise _bad(
                path,
                "{value} is not a FamilyMember",
                "{value} is geen FamilyMember",
                value=_show(member),
            )
    return found


@attrs.frozen(kw_only=True, repr=False)
class Case(_ShowsWhatIsGiven):
    """One family on one decision day. What cannot be (entry before birth, say) cannot be made.

    Attributes:
        sponsor: The person who has asylum.
        members: The family members, in the file's order.
        decided_on: D4, the day on which the application is or would be decided: the day that the
            assessment is made for (besluit).
        title: Free text.
        source: Where the facts come from.

    Raises:
        BadCase: Facts contradict each other; every fault at once.
    """

    sponsor: Sponsor
    members: tuple[FamilyMember, ...] = attrs.field(default=(), converter=_as_members)
    decided_on: date | None = fact(
        Kind.DATE,
        "decision day (D4)",
        "dag van het besluit (D4)",
        "For which decision day is the assessment made?",
        "Voor welke dag van besluit geldt de beoordeling?",
    )
    title: str | None = fact(
        Kind.TEXT,
        "title",
        "titel",
        "What shall this file be called?",
        "Hoe moet dit bestand heten?",
    )
    source: str | None = fact(
        Kind.TEXT,
        "where the facts come from",
        "herkomst van de feiten",
        "Where do the facts come from?",
        "Waar komen de feiten vandaan?",
    )

    def __attrs_post_init__(self) -> None:
        found = tuple(contradictions(self))
        if found:
            raise BadCase(found)

    def member(self, id: str) -> FamilyMember:  # noqa: A002 -- the fact is called id
        """Give the member with this id.

        Raises:
            KeyError: There is none.
        """
        for member in self.members:
            if member.id == id:
                return member
        raise KeyError(id)


def facts_of(cls: type) -> dict[str, Fact]:
    """Give the facts of one of the three classes, by name, in the order of the class."""
    return {f.name: f.metadata["fact"] for f in attrs.fields(cls) if "fact" in f.metadata}


SPONSOR_FACTS: Final = facts_of(Sponsor)
MEMBER_FACTS: Final = facts_of(FamilyMember)
CASE_FACTS: Final = facts_of(Case)

# ---------------------------------------------------------------- what cannot be

# Each pair: the first cannot lie after the second.
SPONSOR_ORDER: Final = (
    ("born_on", "entered_eu_on"),
    ("born_on", "entered_on"),
    ("born_on", "asylum_applied_on"),
    ("born_on", "income_sufficient_since"),
    ("asylum_applied_on", "permit_notified_on"),
)
MEMBER_ORDER: Final = (
    ("born_on", "married_on"),
    ("sponsor_born_on", "married_on"),
    ("married_on", "validated_on"),
    ("born_on", "family_since"),
    ("sponsor_born_on", "family_since"),
    ("born_on", "applied_on"),
    ("born_on", "entered_on"),
    ("born_on", "asylum_applied_on"),
    ("entered_on", "asylum_applied_on"),
    ("applied_on", "mvv_granted_on"),
    ("applied_on", "first_refused_on"),
    ("born_on", "earlier_applied_on"),
)


def contradictions(case: Case) -> Iterator[Fault]:
    """Give what cannot be in a case: dates in an impossible order, references to nobody, doubled ids."""
    sponsor = case.sponsor
    yield from _out_of_order(sponsor, sponsor, SPONSOR_ORDER, "sponsor")
    yield from _after_decision(case, sponsor, SPONSOR_FACTS, "sponsor")
    entered, entered_eu = sponsor.entered_on, sponsor.entered_eu_on
    if isinstance(entered, date) and isinstance(entered_eu, date) and entered_eu > entered:
        yield _order_fault("sponsor.entered_eu_on", entered_eu, "after", "entered_on", entered)
    ids: dict[str, int] = {}
    for index, member in enumerate(case.members):
        path = f"members[{index}]"
        yield from _bad_id(member, path, ids)
        yield from _out_of_order(member, sponsor, MEMBER_ORDER, path)
        yield from _after_decision(case, member, MEMBER_FACTS, path)
        yield from _impossible_kin(member, sponsor, path)
        yield from _bad_references(case, member, path)
        ids.setdefault(member.id, index)


def beside_the_point(case: Case) -> tuple[str, ...]:
    """Give the facts that are given of a person whom they cannot concern, such as a parent's consent of a spouse."""
    return tuple(
        f"{member.id}.{name}"
        for member in case.members
        for name, about in MEMBER_FACTS.items()
        if about.concerns and member.relation not in about.concerns and getattr(member, name) not in (None, ASSUMED)
    )


def _out_of_order(
    owner: Sponsor | FamilyMember, sponsor: Sponsor, order: tuple[tuple[str, str], ...], path: str
) -> Iterator[Fault]:
    for first, second in order:
        of_sponsor = first.startswith("sponsor_")
        earlier = getattr(sponsor, first[8:]) if of_sponsor else getattr(owner, first)
        later = getattr(owner, second)
        if isinstance(earlier, date) and isinstance(later, date) and later < earlier:
            yield _order_fault(f"{path}.{second}", later, "before", first.replace("sponsor_", "sponsor."), earlier)


def _after_decision(case: Case, owner: Sponsor | FamilyMember, told: Mapping[str, Fact], path: str) -> Iterator[Fault]:
    if case.decided_on is None:
        return
    for name, about in told.items():
        day = getattr(owner, name) if about.kind is Kind.DATE and not about.may_lie_ahead else None
        if isinstance(day, date) and day != NEVER and day > case.decided_on:
            yield _order_fault(f"{path}.{name}", day, "after", "decided_on", case.decided_on)


def _order_fault(path: str, day: date, how: str, other: str, other_day: date) -> Fault:
    how_nl = "vóór" if how == "before" else "na"
    en, nl = ("never", "nooit") if other_day == NEVER else (other_day, other_day)
    return Fault(path, Text(en=f"{day} lies {how} {other} {en}", nl=f"{day} ligt {how_nl} {other} {nl}"))


def _bad_id(member: FamilyMember, path: str, ids: dict[str, int]) -> Iterator[Fault]:
    if member.id in ids:
        text = Text(en="{id!r} is also the id of members[{other}]", nl="{id!r} is ook de id van members[{other}]")
        yield Fault(f"{path}.id", text.format(id=member.id, other=ids[member.id]))
    if member.id in RESERVED_IDS:
        text = Text(
            en="{id!r} has a meaning of its own here; give the person another name",
            nl="{id!r} heeft hier een eigen betekenis; geef de persoon een andere naam",
        )
        yield Fault(f"{path}.id", text.format(id=member.id))


def _impossible_kin(member: FamilyMember, sponsor: Sponsor, path: str) -> Iterator[Fault]:
    biological = member.parentage in (Parentage.BIOLOGICAL, ASSUMED)
    both_known = member.born_on is not None and sponsor.born_on is not None
    if biological and both_known and member.parentage is not None:
        born, other = cast("date", member.born_on), cast("date", sponsor.born_on)
        if member.relation is Relation.CHILD and member.parentage is Parentage.BIOLOGICAL and born <= other:
            yield _order_fault(f"{path}.born_on", born, "before", "sponsor.born_on", other)
        if member.relation is Relation.PARENT and born >= other:
            yield _order_fault(f"{path}.born_on", born, "after", "sponsor.born_on", other)
    if member.parentage is Parentage.HALF and member.relation is not Relation.SIBLING:
        yield Fault(
            f"{path}.parentage",
            Text(en="'half' is for brothers and sisters only", nl="'half' is alleen voor broers en zussen"),
        )
    if member.marriage_valid is False and isinstance(member.validated_on, date):
        yield Fault(
            f"{path}.validated_on",
            Text(
                en="a marriage that became valid has marriage_valid = true",
                nl="een huwelijk dat geldig werd heeft marriage_valid = true",
            ),
        )


_PARENTS: Final = frozenset({Relation.PARENT})
_REFERENCES: Final = {
    "with_parent": (_PARENTS, Text(en="a parent", nl="een ouder")),
    "parent_member": (COUPLE, Text(en="a spouse or partner", nl="een echtgenoot of partner")),
}


def _bad_references(case: Case, member: FamilyMember, path: str) -> Iterator[Fault]:
    for name, (relations, what) in _REFERENCES.items():
        wanted = getattr(member, name)
        if wanted is None or wanted in MEMBER_FACTS[name].words:
            continue
        relation_of = {other.id: other.relation for other in case.members if other is not member}
        if wanted not in relation_of:
            fitting = [id_ for id_, relation in relation_of.items() if relation in relations]
            text = Text(en="there is no member {id!r}{hint}", nl="er is geen gezinslid {id!r}{hint}")
            yield Fault(f"{path}.{name}", text.format(id=wanted, hint=did_you_mean(wanted, fitting)))
        elif relation_of[wanted] not in relations:
            text = Text(
                en="{id!r} is {relation} of the sponsor, and this must be {what}",
                nl="{id!r} is {relation} van de hoofdpersoon, en dit moet {what} zijn",
            )
            label = relation_of[wanted].label
            yield Fault(f"{path}.{name}", text.format(id=wanted, relation=label, what=what))


# ---------------------------------------------------------------- derived facts


def kind_of_kin(parentage: Parentage | None, adoption_recognised: bool | None) -> Parentage | None:
    """Give how a person is kin here: an adoption that the Netherlands does not recognise is foster care."""
    if parentage is not Parentage.ADOPTED:
        return parentage
    if adoption_recognised is None:
        return None
    return Parentage.ADOPTED if adoption_recognised else Parentage.FOSTER


def sponsor_means_from_income(case: Case) -> bool:
    """Say whether the means are to be worked out: not stated, and some income fact is given."""
    sponsor = case.sponsor
    incomes = (sponsor.income_per_month, sponsor.income_until, sponsor.income_sufficient_since)
    return sponsor.means is ASSUMED and any(value is not None for value in incomes)


def of_partner_not_chosen(case: Case, member: FamilyMember) -> bool | Unknown:
    """Say whether the sponsor's own child is of a spouse or partner whom the sponsor did not choose."""
    couple = [other for other in case.members if other.relation in COUPLE]
    chosen_away = {other.id: View(case, other).get("other_spouse_chosen") for other in couple}
    if member.parent_member == NOT_CHOSEN:
        return True
    if member.parent_member is not None:
        chosen_away = {id_: away for id_, away in chosen_away.items() if id_ == member.parent_member}
    unknown = tuple(f"{id_}.other_spouse_chosen" for id_, away in chosen_away.items() if isinstance(away, Unknown))
    if member.parent_member is not None:
        return Unknown(unknown) if unknown else True in chosen_away.values()
    nobody = not unknown and True not in chosen_away.values()
    return Unknown(("parent_member", *unknown)) if not nobody else False


def not_filed(member: FamilyMember) -> bool:
    """Say whether there is no application so far, so that it is read as filed on the decision day."""
    return member.applied_on is NOT_YET


def is_filed(member: FamilyMember) -> bool:
    """Say whether the day of an application is known, so that there is one."""
    return isinstance(member.applied_on, date)


# What each follows from, by the names that conditions use.
_DERIVED: Final[Mapping[Callable[..., Any], tuple[str, ...]]] = {
    kind_of_kin: ("parentage", "adoption_recognised"),
    sponsor_means_from_income: (
        "sponsor_means",
        "sponsor_income_per_month",
        "sponsor_income_until",
        "sponsor_income_sufficient_since",
    ),
    of_partner_not_chosen: ("parent_member", "parent_member_other_spouse_chosen"),
    not_filed: ("applied_on",),
    is_filed: ("applied_on",),
}


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
    for function, behind in _DERIVED.items():
        name = function.__name__
        yield name, Origin(owner="", attribute=name, function=function, behind=behind)
    for owner, prefix, facts in (
        ("member", "", MEMBER_FACTS),
        ("case", "", CASE_FACTS),
        ("sponsor", "sponsor_", SPONSOR_FACTS),
    ):
        for name, about in facts.items():
            yield f"{prefix}{name}", Origin(owner=owner, attribute=name, about=about)
    for reference in _REFERENCES:
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
        return _REFERENCES[reference][0]

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
        if value is NOT_YET:
            return self.get("decided_on")
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
