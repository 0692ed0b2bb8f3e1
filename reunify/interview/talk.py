"""The interview itself: what is asked next, what an answer changes, and how it goes with a person."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Final

import attrs

from reunify import whatif
from reunify.assess import assess
from reunify.facts import (
    ASSUMED,
    CASE_FACTS,
    MEMBER_FACTS,
    SPONSOR_FACTS,
    Case,
    Fact,
    FactKind,
    FamilyMember,
    Relation,
    Span,
    Sponsor,
    first_of,
    last_of,
)
from reunify.faults import BadCase
from reunify.interview.answer import (
    BACK_WORDS,
    HINT_NAME,
    NO_MORE_WORDS,
    SHOW_WORDS,
    STOP_WORDS,
    UNKNOWN_WORDS,
    plain,
    read_answer,
    unclear,
)
from reunify.interview.question import (
    ID,
    RELATION,
    Option,
    Prompt,
    about_fact,
    answer_in_words,
    in_plain_words,
    options_for,
    question_about,
    value_of,
)
from reunify.report import wording
from reunify.rules import RULE_SETS
from reunify.ruleset import RuleSet
from reunify.text import Lang, Text

LAWS: Final = RULE_SETS.regimes
"""The laws whose verdicts the interview settles, unless others are given."""
LONGEST_NAME: Final = 60
"""The most characters that the name of a person can have."""


@attrs.frozen(kw_only=True)
class _State:
    """Where the interview stands; an answer gives the next state, and *back* the one before."""

    case: Case
    laws: tuple[RuleSet, ...]
    unknown: frozenset[str] = frozenset()
    name: str | None = None
    all_named: bool = False

    @cached_property
    def ranked(self) -> tuple[whatif.Question, ...]:
        """The facts that still matter and were not answered with "I don't know", the best first."""
        found = whatif.questions(self.case, self.laws)
        return tuple(question for question in found if question.fact not in self.unknown)

    def next_fact(self) -> str | None:
        for fact in _FIRST:
            if value_of(self.case, fact) is None and fact not in self.unknown:
                return fact
        if not self.all_named:
            return ID if self.name is None else RELATION
        return self._income() or next((question.fact for question in self.ranked), None)

    def _income(self) -> str | None:
        """Ask for the income of a sponsor of whom nobody can say whether the means suffice."""
        sponsor = self.case.sponsor
        open_ = _MEANS in self.unknown and _INCOME not in self.unknown
        untold = sponsor.means is ASSUMED and sponsor.income_per_month is None
        return _INCOME if open_ and untold and _served(self.case, _MEANS, self.laws) else None


class Interview:
    """An interview about one family: a question, an answer, the next question.

    Attributes:
        lang: The language of the questions. Answers are understood in both.
        stopped: Whether it was stopped before the last question.
        noted: How the last answer was understood, in words; empty if there is nothing to say.
    """

    def __init__(
        self,
        case: Case | None = None,
        lang: Lang = "en",
        on: date | None = None,
        laws: Iterable[RuleSet] = LAWS,
    ) -> None:
        """Begin an interview, or go on with one.

        Args:
            case: What is known so far; left out, nothing is.
            lang: The language of the questions.
            on: The decision day (D4) that an empty answer stands for, where the case has none.
            laws: The laws whose verdicts are to be settled.
        """
        self.lang: Lang = lang
        self.stopped = False
        self.noted = ""
        self._on = on
        self._laws = tuple(laws)
        self._history = [_State(case=case if case is not None else Case(sponsor=Sponsor()), laws=self._laws)]
        self._asked: Prompt | None = None
        # An answer outside what was given; it counts if it is given again.
        self._doubted: tuple[str, object] | None = None
        self._is_asked = False

    @property
    def case(self) -> Case:
        """What is known so far. Without members it can be written, but not read again."""
        return self._state.case

    @property
    def unknown(self) -> tuple[str, ...]:
        """The facts that were answered with "I don't know", by name."""
        return tuple(sorted(self._state.unknown))

    def question(self) -> Prompt | None:
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
        word = plain(text)
        if word in STOP_WORDS:
            self.stop()
            return None
        if word in BACK_WORDS:
            return self._back()
        if word in SHOW_WORDS:
            return self.shown()
        try:
            state, noted = self._taken(asked, text, word)
        except BadCase as bad:
            return " ".join(in_plain_words(fault, self.case, asked.fact, self.lang) for fault in bad.faults)
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
            in_part = wording.facts_in_part(self.case, "")
            names = "; ".join(wording.missing_in_words(name, self.lang, in_part) for name in self.unknown)
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
                if value is not None and value is not ASSUMED and name != ID:
                    yield f"{prefix}{name}", answer_in_words(value, facts[name], self.lang)

    # ------------------------------------------------------------ putting a question

    def _put(self) -> Prompt | None:
        fact = self._state.next_fact()
        if fact is None:
            return None
        if fact == ID:
            return self._ask_who()
        about = about_fact(fact)
        options = tuple(options_for(about, self.case, fact, self.lang))
        name = self._state.name if fact == RELATION else fact.rpartition(".")[0]
        late = self._state.all_named
        return Prompt(
            fact=fact,
            text=question_about(about, self.lang).format(name=name),
            hint=self._hint(fact, about, options),
            options=options,
            why=" ".join(filter(None, (self._exact_day(fact), self._why(fact)))) if late else "",
            left=max(len(self._state.ranked), 1) if late else None,
        )

    def _ask_who(self) -> Prompt:
        members = self.case.members
        named = ", ".join(f"{member.id} ({member.relation.label[self.lang]})" for member in members)
        text = _WHO_ELSE.format(named=named) if members else _WHO_FIRST
        hint = _HINT_NO_MORE if members else HINT_NAME
        return Prompt(fact=ID, text=text[self.lang], hint=hint[self.lang])

    def _hint(self, fact: str, about: Fact, options: tuple[Option, ...]) -> str:
        if fact == "decided_on" and self._on is not None:
            return _HINT_DEFAULT.format(day=wording.day_in_words(self._on, self.lang))[self.lang]
        if about.exact:
            return _HINT_EXACT_DAY[self.lang]
        if about.kind is FactKind.DATE and options:
            return _HINT_DAY_OR_NUMBER[self.lang]
        return _HINTS[about.kind][self.lang]

    def _exact_day(self, fact: str) -> str:
        """Say that the exact day is asked for, where the day was given in part."""
        span = value_of(self.case, fact)
        if not isinstance(span, Span):
            return ""
        return _EXACT_DAY_DECIDES.format(span=wording.span_in_words(span, self.lang))[self.lang]

    def _why(self, fact: str) -> str:
        laws = self._laws
        persons = _served(self.case, fact, laws) or _served(self.case, _MEANS, laws)
        if not persons:
            return ""
        everybody = len(persons) == len(self.case.members) > 1
        all_laws = {law for of_one in persons.values() for law in of_one} == set(laws)
        if everybody and all_laws:
            return _WHY.format(persons=wording.EVERYBODY)[self.lang]
        named = [_person(name, of_one, laws, self.lang) for name, of_one in persons.items()]
        return _WHY.format(persons=", ".join(named))[self.lang]

    # ------------------------------------------------------------ taking an answer

    def _taken(self, asked: Prompt, text: str, word: str) -> tuple[_State, str]:
        """Give the state after an answer, and how it was understood.

        Raises:
            BadCase: The answer is none, or contradicts what is known. A day outside what was given in part may be a
                slip or a correction: it is refused once.
        """
        state = self._state
        if asked.fact == ID:
            return self._named(text, word), ""
        if asked.fact == RELATION:
            relation = read_answer(about_fact(RELATION), asked, text, word)
            return attrs.evolve(state, case=_with_member(state.case, state.name, relation), name=None), ""
        about = about_fact(asked.fact)
        before = value_of(state.case, asked.fact)
        if word in UNKNOWN_WORDS and not (not word and asked.fact == "decided_on" and self._on is not None):
            return self._not_known(asked.fact, before)
        value = read_answer(about, asked, text, word) if word else self._on
        case = whatif.changed(state.case, {asked.fact: value})
        now = value_of(case, asked.fact)
        if isinstance(now, Span) and now == before:
            return self._not_known(asked.fact, before)
        said = answer_in_words(now, about, self.lang)
        if isinstance(before, Span) and not _lies_in(before, now) and self._doubted != (asked.fact, now):
            self._doubted = (asked.fact, now)
            raise unclear(asked.fact, _OUTSIDE.format(now=said, before=wording.span_in_words(before, self.lang)))
        return attrs.evolve(state, case=case), said

    def _not_known(self, fact: str, before: object) -> tuple[_State, str]:
        """Give the state after "I don't know": what is known of a day stays, and it is not asked again."""
        state = attrs.evolve(self._state, unknown=self._state.unknown | {fact})
        if isinstance(before, Span):
            return state, _STAYS_IN_PART.format(span=wording.span_in_words(before, self.lang))[self.lang]
        return state, _STAYS_UNKNOWN[self.lang]

    def _named(self, text: str, word: str) -> _State:
        state = self._state
        if word in NO_MORE_WORDS or word in UNKNOWN_WORDS:
            if not state.case.members:
                raise unclear(ID, _NAME_SOMEBODY)
            return attrs.evolve(state, all_named=True)
        name = " ".join(text.split())
        if name.isdigit() or len(name) > LONGEST_NAME or any(unicodedata.category(c) in _NO_NAME for c in name):
            raise unclear(ID, _BAD_NAME.format(most=LONGEST_NAME))
        if any(member.id == name for member in state.case.members):
            raise unclear(ID, _NAMED_BEFORE.format(name=name))
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


def in_words(asked: Prompt, lang: Lang) -> str:
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

_NO_NAME: Final = ("Cc", "Cs")  # control characters, and half characters that no file can hold
_MEANS: Final = "sponsor.means"
_INCOME: Final = "sponsor.income_per_month"
_FIRST: Final = ("decided_on", "sponsor.protection")


def _lies_in(span: Span, day: object) -> bool:
    return isinstance(day, date | Span) and first_of(day) in span and last_of(day) in span


def _with_member(case: Case, name: str | None, relation: Relation) -> Case:
    member = FamilyMember(id=name or "", relation=relation)
    return attrs.evolve(case, members=(*case.members, member))


def _served(case: Case, fact: str, laws: tuple[RuleSet, ...]) -> dict[str, list[RuleSet]]:
    """Give the persons for whose verdict a fact is missing, each with the laws under which it is."""
    served: dict[str, list[RuleSet]] = {member.id: [] for member in case.members}
    for law in laws:
        for outcome in assess(case, law):
            if fact in outcome.missing or fact in {f"{outcome.member}.{name}" for name in outcome.missing}:
                served[outcome.member].append(law)
    return {name: found for name, found in served.items() if found}


def _person(name: str, under: list[RuleSet], laws: tuple[RuleSet, ...], lang: Lang) -> str:
    return name if len(under) == len(laws) else f"{name} ({', '.join(law.short[lang] for law in under)})"


# ---------------------------------------------------------------- texts

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
_STAYS_IN_PART: Final = Text(en="Then it stays as it is: {span}.", nl="Dan blijft het zoals het is: {span}.")
_OUTSIDE: Final = Text(
    en="{now}: that is not what was given before ({before}). If it is right, give it once more",
    nl="{now}: dat is niet wat eerder is opgegeven ({before}). Als het klopt, geef het dan nog een keer",
)
_EXACT_DAY_DECIDES: Final = Text(
    en="The exact day decides here; given so far: {span}.",
    nl="De precieze dag is hier beslissend; tot nu toe opgegeven: {span}.",
)
_HINT_NO_MORE: Final = Text(en="A name, or Enter for nobody.", nl="Een naam, of Enter voor niemand.")
_HINT_DEFAULT: Final = Text(
    en="A day such as 25 November 2026, or Enter for {day}.", nl="Een dag zoals 25 november 2026, of Enter voor {day}."
)
_HINT_EXACT_DAY: Final = Text(
    en="A day such as 25 November 2026 or 25-11-2026.", nl="Een dag zoals 25 november 2026 of 25-11-2026."
)
_HINT_DAY: Final = Text(
    en="A day such as 25 November 2026 or 25-11-2026; a month or a year if that is all you know.",
    nl="Een dag zoals 25 november 2026 of 25-11-2026; een maand of jaar als u niet meer weet.",
)
_HINT_DAY_OR_NUMBER: Final = Text(
    en="A day such as 25 November 2026 or 25-11-2026; a month or a year if that is all you know; or the number.",
    nl="Een dag zoals 25 november 2026 of 25-11-2026; een maand of jaar als u niet meer weet; of het nummer.",
)
_HINT_OPTION: Final = Text(en="A number.", nl="Een nummer.")
_HINTS: Final[Mapping[FactKind, Text]] = {
    FactKind.DATE: _HINT_DAY,
    FactKind.YES_NO: Text(en="Yes or no.", nl="Ja of nee."),
    FactKind.CHOICE: _HINT_OPTION,
    FactKind.MEMBER: _HINT_OPTION,
    FactKind.AMOUNT: Text(en="An amount in euros, such as 2600.", nl="Een bedrag in euro's, zoals 2600."),
    FactKind.TEXT: HINT_NAME,
}
