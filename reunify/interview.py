"""The interview: asks for the facts of a family one by one, and only for those that still matter.

First the decision day, the sponsor's protection and who the family members are; then always the question
that settles most (see `whatif.questions`), until every verdict is certain. `Interview` holds no terminal:
it gives a question and takes an answer. `run` puts one before a person.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, Final

import attrs

from reunify import whatif
from reunify.assess import assess
from reunify.facts import (
    ASSUMED,
    CASE_FACTS,
    HERE,
    MEMBER_FACTS,
    NOBODY,
    NOT_CHOSEN,
    NOT_FILED,
    SPONSOR_FACTS,
    Case,
    Fact,
    FactKind,
    FamilyMember,
    Relation,
    Sponsor,
    View,
)
from reunify.faults import BadCase, Fault
from reunify.report import wording
from reunify.rules import CURRENT, PROPOSED
from reunify.text import Lang, Text

LAWS: Final = (CURRENT, PROPOSED)
"""The rule sets whose verdicts the interview settles."""
LONGEST_NAME: Final = 60
"""The most characters that the name of a person can have."""


@attrs.frozen
class Option:
    """One of the answers that can be chosen by its number.

    Attributes:
        value: What it stands for in a case file, such as ``"own"``, ``"not_yet"`` or the id of a member.
        label: The same in plain words.
    """

    value: str
    label: str


@attrs.frozen(kw_only=True)
class Asked:
    """One question, in words.

    Attributes:
        fact: The fact that is asked for, such as ``"amina.born_on"`` or ``"decided_on"``; ``"id"`` and
            ``"relation"`` for a new family member.
        text: The question.
        hint: How to answer.
        options: What can be chosen by number; empty for a yes or no, a day without special words, an
            amount and a name.
        why: For whose outcome it matters; empty where that goes without saying.
        left: The number of questions still to come at most, this one included; None while the family
            members are being named.
    """

    fact: str
    text: str
    hint: str
    options: tuple[Option, ...] = ()
    why: str = ""
    left: int | None = None


@attrs.frozen(kw_only=True)
class _State:
    """Where the interview stands; an answer gives the next state, and *back* the one before."""

    case: Case
    unknown: frozenset[str] = frozenset()
    name: str | None = None
    all_named: bool = False

    @cached_property
    def ranked(self) -> tuple[whatif.Question, ...]:
        """The facts that still matter and were not answered with "I don't know", the best first."""
        found = whatif.questions(self.case, LAWS)
        return tuple(question for question in found if question.fact not in self.unknown)

    def next_fact(self) -> str | None:
        for fact in _FIRST:
            if value_of(self.case, fact) is None and fact not in self.unknown:
                return fact
        if not self.all_named:
            return _ID if self.name is None else _RELATION
        return self._income() or next((question.fact for question in self.ranked), None)

    def _income(self) -> str | None:
        """Ask for the income of a sponsor of whom nobody can say whether the means suffice."""
        sponsor = self.case.sponsor
        open_ = _MEANS in self.unknown and _INCOME not in self.unknown
        untold = sponsor.means is ASSUMED and sponsor.income_per_month is None
        return _INCOME if open_ and untold and _served(self.case, _MEANS) else None


class Interview:
    """An interview about one family: a question, an answer, the next question.

    Attributes:
        lang: The language of the questions. Answers are understood in both.
        stopped: Whether it was stopped before the last question.
        noted: How the last answer was understood, in words; empty if there is nothing to say.
    """

    def __init__(self, case: Case | None = None, lang: Lang = "en", on: date | None = None) -> None:
        """Begin an interview, or go on with one.

        Args:
            case: What is known so far; left out, nothing is.
            lang: The language of the questions.
            on: The decision day (D4) that an empty answer stands for, where the case has none.
        """
        self.lang = lang
        self.stopped = False
        self.noted = ""
        self._on = on
        self._history = [_State(case=case if case is not None else Case(sponsor=Sponsor()))]
        self._asked: Asked | None = None
        self._is_asked = False

    @property
    def case(self) -> Case:
        """What is known so far. Without members it can be written, but not read again."""
        return self._state.case

    @property
    def unknown(self) -> tuple[str, ...]:
        """The facts that were answered with "I don't know", by name."""
        return tuple(sorted(self._state.unknown))

    def question(self) -> Asked | None:
        """Give the question that is asked now, or None at the end."""
        if self.stopped:
            return None
        if not self._is_asked:
            self._asked = self._put()
            self._is_asked = True
        return self._asked

    def answer(self, text: str) -> str | None:
        """Take an answer to the question that is asked now.

        Args:
            text: What was typed: an answer, nothing or "?" for "I don't know", "stop", "back" or "show"
                (in Dutch "terug" and "toon").

        Returns:
            What is to be said before the same question is asked again: what is wrong with the answer, or
            the answers so far. None where the answer was taken.
        """
        asked = self.question()
        self.noted = ""
        if asked is None:
            return None
        word = _plain(text)
        if word in _STOP_WORDS:
            self.stop()
            return None
        if word in _BACK_WORDS:
            return self._back()
        if word in _SHOW_WORDS:
            return self.shown()
        try:
            state, noted = self._taken(asked, text, word)
        except BadCase as bad:
            return " ".join(_in_plain_words(fault, self.case, asked.fact, self.lang) for fault in bad.faults)
        self._move([*self._history, state])
        self.noted = noted
        return None

    def stop(self) -> None:
        """End the interview; what was answered stays."""
        self.stopped = True

    def shown(self) -> str:
        """Give the answers so far, one a line."""
        lines = [f"{wording.fact_in_words(name, self.lang)}: {said}" for name, said in self._given()]
        if self._state.unknown:
            names = "; ".join(wording.fact_in_words(name, self.lang) for name in self.unknown)
            lines.append(_NOT_KNOWN.format(facts=names)[self.lang])
        return "\n".join(lines) or _NOTHING_SO_FAR[self.lang]

    @property
    def _state(self) -> _State:
        return self._history[-1]

    def _move(self, history: list[_State]) -> None:
        self._history = history
        self._asked, self._is_asked = None, False

    def _back(self) -> str | None:
        if len(self._history) == 1:
            return _NOTHING_TO_UNDO[self.lang]
        self._move(self._history[:-1])
        return None

    def _given(self) -> Iterator[tuple[str, str]]:
        owners: list[tuple[str, object, Mapping[str, Fact]]] = [
            ("", self.case, CASE_FACTS),
            ("sponsor.", self.case.sponsor, SPONSOR_FACTS),
            *((f"{member.id}.", member, MEMBER_FACTS) for member in self.case.members),
        ]
        for prefix, owner, facts in owners:
            for name in facts:
                value = getattr(owner, name)
                if value is not None and value is not ASSUMED and name != _ID:
                    yield f"{prefix}{name}", _said(value, facts[name], self.lang)

    # ------------------------------------------------------------ putting a question

    def _put(self) -> Asked | None:
        fact = self._state.next_fact()
        if fact is None:
            return None
        if fact == _ID:
            return self._ask_who()
        about = _about(fact)
        options = tuple(_options(about, self.case, fact, self.lang))
        name = self._state.name if fact == _RELATION else fact.rpartition(".")[0]
        late = self._state.all_named
        return Asked(
            fact=fact,
            text=_question(about, self.lang).format(name=name),
            hint=self._hint(fact, about, options),
            options=options,
            why=self._why(fact) if late else "",
            left=max(len(self._state.ranked), 1) if late else None,
        )

    def _ask_who(self) -> Asked:
        members = self.case.members
        named = ", ".join(f"{member.id} ({member.relation.label[self.lang]})" for member in members)
        text = _WHO_ELSE.format(named=named) if members else _WHO_FIRST
        hint = _HINT_NO_MORE if members else _HINT_NAME
        return Asked(fact=_ID, text=text[self.lang], hint=hint[self.lang])

    def _hint(self, fact: str, about: Fact, options: tuple[Option, ...]) -> str:
        if fact == "decided_on" and self._on is not None:
            return _HINT_DEFAULT.format(day=wording.day_in_words(self._on, self.lang))[self.lang]
        if about.kind is FactKind.DATE and options:
            return _HINT_DAY_OR_NUMBER[self.lang]
        return _HINTS[about.kind][self.lang]

    def _why(self, fact: str) -> str:
        persons = _served(self.case, fact) or _served(self.case, _MEANS)
        if not persons:
            return ""
        everybody = len(persons) == len(self.case.members) > 1
        both = {law for laws in persons.values() for law in laws} == set(range(len(LAWS)))
        if everybody and both:
            return _WHY.format(persons=wording.EVERYBODY)[self.lang]
        named = [_person(name, laws, self.lang) for name, laws in persons.items()]
        return _WHY.format(persons=", ".join(named))[self.lang]

    # ------------------------------------------------------------ taking an answer

    def _taken(self, asked: Asked, text: str, word: str) -> tuple[_State, str]:
        """Give the state after an answer, and how it was understood.

        Raises:
            BadCase: The answer is none, or contradicts what is known.
        """
        state = self._state
        if asked.fact == _ID:
            return self._named(text, word), ""
        if asked.fact == _RELATION:
            relation = _read(_about(_RELATION), asked, text, word)
            return attrs.evolve(state, case=_with_member(state.case, state.name, relation), name=None), ""
        if word in _UNKNOWN_WORDS and not (not word and asked.fact == "decided_on" and self._on is not None):
            return attrs.evolve(state, unknown=state.unknown | {asked.fact}), _STAYS_UNKNOWN[self.lang]
        about = _about(asked.fact)
        value = _read(about, asked, text, word) if word else self._on
        case = whatif.changed(state.case, {asked.fact: value})
        return attrs.evolve(state, case=case), _said(value_of(case, asked.fact), about, self.lang)

    def _named(self, text: str, word: str) -> _State:
        state = self._state
        if word in _NO_MORE_WORDS or word in _UNKNOWN_WORDS:
            if not state.case.members:
                raise _unclear(_ID, _NAME_SOMEBODY)
            return attrs.evolve(state, all_named=True)
        name = " ".join(text.split())
        if name.isdigit() or len(name) > LONGEST_NAME or any(unicodedata.category(c) in _NO_NAME for c in name):
            raise _unclear(_ID, _BAD_NAME.format(most=LONGEST_NAME))
        if any(member.id == name for member in state.case.members):
            raise _unclear(_ID, _NAMED_BEFORE.format(name=name))
        _with_member(state.case, name, Relation.OTHER)
        return attrs.evolve(state, name=name)


def run(
    interview: Interview,
    ask: Callable[[str], str],
    say: Callable[[str], object],
    keep: Callable[[Case], object] | None = None,
) -> Case:
    """Hold an interview with a person.

    Args:
        interview: The interview.
        ask: Shows a prompt and gives the line that was typed, as `input` does; `EOFError` and
            `KeyboardInterrupt` end the interview.
        say: Shows a text of one or more lines, as `print` does.
        keep: Called with the case after each answer that was taken, so that nothing is lost.

    Returns:
        What is known at the end.
    """
    lang = interview.lang
    say(_INTRODUCTION[lang])
    try:
        while (asked := interview.question()) is not None:
            say(in_words(asked, lang))
            said = interview.answer(ask("> ")) or interview.noted
            if said:
                say(said)
            if keep is not None and interview.case.members:
                keep(interview.case)
    except (EOFError, KeyboardInterrupt):
        interview.stop()
    say(_closing(interview)[lang])
    return interview.case


def in_words(asked: Asked, lang: Lang) -> str:
    """Give a question as lines for a terminal: how many are left, the question, why, the options, the hint."""
    left = "" if asked.left is None else _LEFT_ONE[lang] if asked.left == 1 else _LEFT.format(left=asked.left)[lang]
    head = f"\n{left}{asked.text}"
    numbered = [f"  {number}. {option.label}" for number, option in enumerate(asked.options, 1)]
    remarks = " ".join(part for part in (asked.why, asked.hint) if part)
    return "\n".join([head, *numbered, f"  ({remarks})"])


def _closing(interview: Interview) -> Text:
    if interview.stopped:
        return _STOPPED if interview.case.members else _STOPPED_EMPTY
    return _DONE_UNKNOWN if interview.unknown else _DONE


# ---------------------------------------------------------------- facts


_ID: Final = "id"
_RELATION: Final = "relation"
_MEANS: Final = "sponsor.means"
_INCOME: Final = "sponsor.income_per_month"
_FIRST: Final = ("decided_on", "sponsor.protection")


def _about(fact: str) -> Fact:
    owner, _, bare = fact.rpartition(".")
    facts = MEMBER_FACTS if owner or fact == _RELATION else CASE_FACTS
    return SPONSOR_FACTS[bare] if owner == "sponsor" else facts[bare]


def value_of(case: Case, fact: str) -> Any:
    """Give the value of a fact by its name, such as ``"amina.born_on"``."""
    owner, _, bare = fact.rpartition(".")
    return getattr(case if not owner else case.sponsor if owner == "sponsor" else case.member(owner), bare)


def _with_member(case: Case, name: str | None, relation: Relation) -> Case:
    member = FamilyMember(id=name or "", relation=relation)
    return attrs.evolve(case, members=(*case.members, member))


def _served(case: Case, fact: str) -> dict[str, list[int]]:
    """Give the persons for whose verdict a fact is missing, each with the laws under which it is."""
    served: dict[str, list[int]] = {member.id: [] for member in case.members}
    for number, law in enumerate(LAWS):
        for outcome in assess(case, law):
            if fact in outcome.missing or fact in {f"{outcome.member}.{name}" for name in outcome.missing}:
                served[outcome.member].append(number)
    return {name: laws for name, laws in served.items() if laws}


def _person(name: str, laws: list[int], lang: Lang) -> str:
    return name if len(laws) == len(LAWS) else f"{name} ({LAWS[laws[0]].short[lang]})"


# ---------------------------------------------------------------- from a fact to words


def _question(about: Fact, lang: Lang) -> str:
    """Give the question without the sentence that names special words; these are offered as options."""
    sentences = re.split(r"(?<=[.?]) ", about.question[lang])
    special = re.compile("|".join(rf"\b{word}\b" for word in about.words) or r"\Z.")
    return " ".join(sentence for sentence in sentences if not special.search(sentence))


def _options(about: Fact, case: Case, fact: str, lang: Lang) -> Iterator[Option]:
    bare = fact.rpartition(".")[2]
    for choice in about.choices or ():
        if fact == _RELATION or _can_be(case, fact, choice):
            yield Option(choice.value, choice.label[lang])
    if about.kind is FactKind.MEMBER:
        relations = View.candidates(bare)
        for member in case.members:
            if member.relation in relations:
                yield Option(member.id, f"{member.id} ({member.relation.label[lang]})")
    for word in about.words:
        yield Option(word, _words_for(bare, word)[lang])


def _can_be(case: Case, fact: str, value: Any) -> bool:
    try:
        whatif.changed(case, {fact: value})
    except BadCase:
        return False
    return True


def _words_for(bare: str, word: str) -> Text:
    return _SPECIAL.get((bare, word)) or _SPECIAL["", word]


def _said(value: Any, about: Fact, lang: Lang) -> str:
    """Give the value of a fact in plain words."""
    for word, meaning in about.words.items():
        if value == meaning:
            bare = next(name for facts in _ALL_FACTS for name, told in facts.items() if told is about)
            return _words_for(bare, word)[lang]
    return wording.value_in_words(value, lang)


_ALL_FACTS: Final = (CASE_FACTS, SPONSOR_FACTS, MEMBER_FACTS)


def _in_plain_words(fault: Fault, case: Case, asked: str, lang: Lang) -> str:
    """Give a fault with facts by their labels and days in words, and its place where that is another one."""
    table, index, bare = _place(fault.path)
    of_sponsor = table == "sponsor"
    place = f"{case.members[index].id}.{bare}" if index is not None and index < len(case.members) else fault.path

    def label(match: re.Match[str]) -> str:
        tables = (SPONSOR_FACTS, CASE_FACTS) if of_sponsor or match[1] else (CASE_FACTS, MEMBER_FACTS)
        facts = next((table for table in tables if match[2] in table), {})
        if match[2] not in facts:
            return match[0]
        owner = f"{wording.SPONSOR[lang]}: " if match[1] else ""
        return f"{owner}{facts[match[2]].label[lang]}"

    def day(match: re.Match[str]) -> str:
        return wording.day_in_words(date.fromisoformat(match[0]), lang)

    text = re.sub(rf"({_FACT_NAME}) ({_ISO_DAY})", r"\1 (\4)", fault.text[lang])
    text = re.sub(_ISO_DAY, day, re.sub(_FACT_NAME, label, text))
    elsewhere = table and place not in (asked, _ID) and index != len(case.members)
    return f"{wording.fact_in_words(place, lang)}: {text}." if elsewhere else f"{text}."


_FACT_NAME: Final = r"(sponsor\.)?\b([a-z]+(?:_[a-z0-9]+)+)"
_ISO_DAY: Final = r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b"


def _place(path: str) -> tuple[str, int | None, str]:
    """Take a place in a case file apart: the table, the number of the member, the fact."""
    found = re.fullmatch(r"(members|sponsor)(?:\[([0-9]+)\])?\.(\w+)", path)
    if found is None:
        return "", None, path
    return found[1], int(found[2]) if found[2] else None, found[3]


# ---------------------------------------------------------------- from words to a value


def _plain(text: str) -> str:
    """Give a short answer without capitals, doubled spaces and a full stop."""
    plain = " ".join(text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())
    return plain.rstrip(" .!") or plain


def _read(about: Fact, asked: Asked, text: str, word: str) -> Any:
    """Give the value that an answer stands for, for `Fact.read`.

    Raises:
        BadCase: It stands for none.
    """
    chosen = _chosen(asked.options, " ".join(text.split()), word)
    if chosen is not None:
        return chosen
    value = _READERS[about.kind](word) if about.kind in _READERS else None
    if value is None:
        complaint = (
            _COMPLAINT_DAY_OR_NUMBER if about.kind is FactKind.DATE and asked.options else _COMPLAINTS[about.kind]
        )
        raise _unclear(asked.fact, complaint.format(most=len(asked.options)))
    return value


def _chosen(options: tuple[Option, ...], text: str, word: str) -> str | None:
    """Give the option with this number, this value or this label, or one that goes by this word."""
    if re.fullmatch("[0-9]{1,3}", word):
        return options[int(word) - 1].value if 1 <= int(word) <= len(options) else None
    tests: tuple[Callable[[Option], bool], ...] = (
        lambda option: text in (option.value, option.label),
        lambda option: word in (_plain(option.value), _plain(option.label), _plain(option.value.replace("_", " "))),
        lambda option: word in _ALSO_SAID.get(option.value, ()),
    )
    for test in tests:
        found = [option.value for option in options if test(option)]
        if len(found) == 1:
            return found[0]
    return None


def _yes_or_no(word: str) -> bool | None:
    return True if word in _YES_WORDS else False if word in _NO_WORDS else None


def _amount(word: str) -> Decimal | None:
    """Read 2600, 2.600,00 and 2,600.00; a mark before three digits sets off thousands."""
    digits = re.sub(r"^(€|eur|euro)\s*|\s*(€|eur|euro)$", "", word)
    found = re.fullmatch(r"([0-9]{1,9}|[0-9]{1,3}(?:([.,])[0-9]{3})(?:\2[0-9]{3})*)(?:[.,]([0-9]{1,2}))?", digits)
    if found is None:
        return None
    whole = re.sub(r"[.,]", "", found[1])
    return Decimal(f"{whole}.{found[3]}" if found[3] else whole)


_READERS: Final[Mapping[FactKind, Callable[[str], Any]]] = {
    FactKind.YES_NO: _yes_or_no,
    FactKind.DATE: wording.day_from_words,
    FactKind.AMOUNT: _amount,
}


def _unclear(place: str, text: Text) -> BadCase:
    return BadCase([Fault(place, text)])


_NO_NAME: Final = ("Cc", "Cs")  # control characters, and half characters that no file can hold
_STOP_WORDS: Final = frozenset({"stop", "quit", "exit", "stoppen"})
_BACK_WORDS: Final = frozenset({"back", "undo", "terug"})
_SHOW_WORDS: Final = frozenset({"show", "toon"})
_YES_WORDS: Final = frozenset({"yes", "y", "ja", "j"})
_NO_WORDS: Final = frozenset({"no", "n", "nee"})
_UNKNOWN_WORDS: Final = frozenset(
    {
        *("", "?", "unknown", "i don't know", "i dont know", "don't know", "dont know", "no idea"),
        *("onbekend", "weet ik niet", "ik weet het niet", "weet niet", "geen idee"),
    }
)
_NO_MORE_WORDS: Final = frozenset(
    {
        *("no", "nee", "no more", "done", "nobody", "no one", "none", "that is all"),
        *("klaar", "niemand", "niemand meer", "geen", "geen meer", "niet meer", "verder niemand"),
    }
)
_NO_SUCH_DAY: Final = frozenset({"no", "none", "not yet", "never", "nee", "geen", "nooit", "nog niet", "nog geen"})
_ALSO_SAID: Final[Mapping[str, frozenset[str]]] = {
    NOT_FILED.value: _NO_SUCH_DAY,
    "never": _NO_SUCH_DAY,
    "permanent": frozenset({"permanent", "vast", "no end", "geen einde", "onbepaalde tijd"}),
    NOBODY: frozenset({"no", "nobody", "no one", "nee", "geen", "niemand"}),
    HERE: frozenset({"hier"}),
    NOT_CHOSEN: frozenset({"not chosen", "niet gekozen"}),
    "already": frozenset({"already", "now", "al", "nu", "nu al"}),
}

# ---------------------------------------------------------------- texts

_SPECIAL: Final[Mapping[tuple[str, str], Text]] = {
    ("", "never"): Text(en="this has not happened", nl="dit is niet gebeurd"),
    ("entered_on", "never"): Text(en="has not entered", nl="is niet binnengekomen"),
    ("asylum_applied_on", "never"): Text(en="no own asylum application", nl="geen eigen asielaanvraag"),
    ("mvv_granted_on", "never"): Text(en="no mvv was granted", nl="er is geen mvv verleend"),
    ("first_refused_on", "never"): Text(en="not refused", nl="niet afgewezen"),
    ("", NOT_FILED.value): Text(en="no application so far", nl="nog geen aanvraag"),
    ("", "permanent"): Text(en="no end: a permanent contract", nl="geen einde: een vast contract"),
    ("parent_member", HERE): Text(
        en="a parent who is already in the Netherlands", nl="een ouder die al in Nederland is"
    ),
    ("parent_member", NOBODY): Text(en="the other parent does not come", nl="de andere ouder komt niet"),
    ("parent_member", NOT_CHOSEN): Text(
        en="a spouse or partner whom the sponsor did not choose and who does not apply",
        nl="een echtgenoot of partner die de hoofdpersoon niet koos en die niet aanvraagt",
    ),
    ("", "already"): Text(en="already now", nl="nu al"),
    ("other_status_notified_on", "never"): Text(en="no other asylum status", nl="geen andere asielstatus"),
    ("earlier_applied_on", "never"): Text(en="no earlier application", nl="geen eerdere aanvraag"),
    ("with_parent", NOBODY): Text(en="without a parent", nl="zonder ouder"),
}
_INTRODUCTION: Final = Text(
    en="A few questions about the family; only what matters for the outcome is asked.\n"
    "Type ? (or just Enter) if you do not know, back to undo an answer, show to see the answers, stop to end.\n"
    "Nothing is lost when you stop: you can go on later.",
    nl="Een paar vragen over het gezin; alleen wat uitmaakt voor de uitkomst wordt gevraagd.\n"
    "Typ ? (of alleen Enter) als u het niet weet, terug om een antwoord te herstellen, toon om de antwoorden te "
    "zien, stop om te eindigen.\n"
    "Er gaat niets verloren als u stopt: u kunt later verder gaan.",
)
_DONE: Final = Text(
    en="\nThat was all: every outcome is certain now.", nl="\nDat was alles: elke uitkomst staat nu vast."
)
_DONE_UNKNOWN: Final = Text(
    en="\nThat was all. What you do not know stays unknown; the report says where it matters.",
    nl="\nDat was alles. Wat u niet weet blijft onbekend; het verslag zegt waar dat uitmaakt.",
)
_STOPPED: Final = Text(
    en="\nStopped. Your answers are kept; you can go on later.",
    nl="\nGestopt. Uw antwoorden blijven bewaard; u kunt later verder gaan.",
)
_STOPPED_EMPTY: Final = Text(
    en="\nStopped. No family member was named yet, so there is nothing to keep.",
    nl="\nGestopt. Er is nog geen gezinslid genoemd, dus er is niets te bewaren.",
)
_LEFT: Final = Text(en="[at most {left} left] ", nl="[nog hooguit {left}] ")
_LEFT_ONE: Final = Text(en="[the last one] ", nl="[de laatste] ")
_WHY: Final = Text(en="Matters for: {persons}.", nl="Maakt uit voor: {persons}.")
_WHO_FIRST: Final = Text(
    en="Who wants to come? Name the first family member; a first name or initials will do.",
    nl="Wie wil er komen? Noem het eerste gezinslid; een voornaam of voorletters is genoeg.",
)
_WHO_ELSE: Final = Text(
    en="Named so far: {named}. Who else? A first name or initials will do.",
    nl="Tot nu toe: {named}. Wie nog meer? Een voornaam of voorletters is genoeg.",
)
_NAME_SOMEBODY: Final = Text(
    en="Name at least one family member, or say stop", nl="Noem ten minste één gezinslid, of zeg stop"
)
_BAD_NAME: Final = Text(
    en="Give a name of letters, of {most} characters at most", nl="Geef een naam van letters, van hooguit {most} tekens"
)
_NAMED_BEFORE: Final = Text(
    en="{name} was named before; add a letter to tell them apart",
    nl="{name} is al genoemd; voeg een letter toe om hen te onderscheiden",
)
_NOTHING_TO_UNDO: Final = Text(en="There is nothing to undo.", nl="Er is niets te herstellen.")
_NOTHING_SO_FAR: Final = Text(en="No answers so far.", nl="Nog geen antwoorden.")
_NOT_KNOWN: Final = Text(en="not known: {facts}", nl="niet bekend: {facts}")
_STAYS_UNKNOWN: Final = Text(en="Then it stays unknown.", nl="Dan blijft het onbekend.")
_HINT_NAME: Final = Text(en="A name.", nl="Een naam.")
_HINT_NO_MORE: Final = Text(en="A name, or Enter for nobody.", nl="Een naam, of Enter voor niemand.")
_HINT_DEFAULT: Final = Text(
    en="A day such as 25 November 2026, or Enter for {day}.", nl="Een dag zoals 25 november 2026, of Enter voor {day}."
)
_HINT_DAY: Final = Text(
    en="A day such as 25 November 2026 or 25-11-2026.", nl="Een dag zoals 25 november 2026 of 25-11-2026."
)
_HINT_DAY_OR_NUMBER: Final = Text(
    en="A day such as 25 November 2026 or 25-11-2026, or the number.",
    nl="Een dag zoals 25 november 2026 of 25-11-2026, of het nummer.",
)
_HINT_OPTION: Final = Text(en="A number.", nl="Een nummer.")
_HINTS: Final[Mapping[FactKind, Text]] = {
    FactKind.DATE: _HINT_DAY,
    FactKind.YES_NO: Text(en="Yes or no.", nl="Ja of nee."),
    FactKind.CHOICE: _HINT_OPTION,
    FactKind.MEMBER: _HINT_OPTION,
    FactKind.AMOUNT: Text(en="An amount in euros, such as 2600.", nl="Een bedrag in euro's, zoals 2600."),
    FactKind.TEXT: _HINT_NAME,
}
_COMPLAINT_DAY: Final = Text(
    en="This is not a day; write it as 25 November 2026 or 25-11-2026",
    nl="Dit is geen dag; schrijf die als 25 november 2026 of 25-11-2026",
)
_COMPLAINT_DAY_OR_NUMBER: Final = Text(
    en="This is not a day; write it as 25 November 2026 or 25-11-2026, or give a number from the list",
    nl="Dit is geen dag; schrijf die als 25 november 2026 of 25-11-2026, of geef een nummer uit de lijst",
)
_COMPLAINT_OPTION: Final = Text(
    en="Give a number from 1 to {most}, or the word", nl="Geef een nummer van 1 tot en met {most}, of het woord"
)
_COMPLAINTS: Final[Mapping[FactKind, Text]] = {
    FactKind.DATE: _COMPLAINT_DAY,
    FactKind.YES_NO: Text(en="Say yes or no, or ? if you do not know", nl="Zeg ja of nee, of ? als u het niet weet"),
    FactKind.CHOICE: _COMPLAINT_OPTION,
    FactKind.MEMBER: _COMPLAINT_OPTION,
    FactKind.AMOUNT: Text(
        en="This is not an amount; write it as 2600 or 2600,50", nl="Dit is geen bedrag; schrijf 2600 of 2600,50"
    ),
    FactKind.TEXT: _HINT_NAME,
}
