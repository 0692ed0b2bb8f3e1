"""The interview itself: it puts a question in words, takes an answer as a person types it, and says how it was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

import attrs

from reunify.facts import (
    Case,
    Span,
    Sponsor,
    about_fact,
    first_of,
    last_of,
)
from reunify.faults import BadCase
from reunify.interview import _texts as texts
from reunify.interview import people
from reunify.interview.answer import (
    BACK_WORDS,
    CHANGE,
    NO_WORDS,
    REMOVE_WORDS,
    SHOW_WORDS,
    STOP_WORDS,
    UNKNOWN_WORDS,
    YES,
    YES_WORDS,
    plain,
    read_answer,
    unclear,
)
from reunify.interview.asking import Asking, kin_in_words
from reunify.interview.certain import assumed_for
from reunify.interview.dates import Said
from reunify.interview.plausible import doubts
from reunify.interview.question import (
    ID,
    PARENTAGE,
    RELATION,
    Prompt,
    answer_in_words,
    in_plain_words,
    label_of,
    missing_label,
    options_for,
    value_of,
    what_clashes,
)
from reunify.interview.state import Stage, bare_of, begun
from reunify.interview.together import AND, listed, read_together
from reunify.report import wording
from reunify.rules import RULE_SETS
from reunify.rules.regular import REGULAR
from reunify.ruleset import RuleSet
from reunify.text import Lang

__all__ = ["LAWS", "PARENTAGE", "Given", "Interview", "kin_in_words", "listed"]

LAWS: Final = RULE_SETS.regimes
"""The laws whose verdicts the interview settles, unless others are given."""


@attrs.frozen
class Given:
    """One answer on the answer sheet.

    Attributes:
        number: Its number, by which it can be changed.
        fact: The fact.
        label: What it is about, in words.
        said: The answer, in words.
    """

    number: int
    fact: str
    label: str
    said: str


@attrs.frozen
class _Taken:
    """An answer that was understood.

    Attributes:
        state: Where the interview stands after it.
        noted: How it was understood, in words.
        odd: What is to be confirmed before it counts.
        read: The days in it that can be read in two ways.
    """

    state: Stage
    noted: str
    odd: Sequence[str] = ()
    read: Sequence[Said] = ()


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
        *,
        regimes: Iterable[RuleSet] = LAWS,
        all_named: bool = False,
        typed: bool = True,
    ) -> None:
        """Begin an interview, or go on with one.

        Args:
            case: What is known so far; left out, nothing is.
            lang: The language of the questions.
            on: The decision day (D4), where the case has none; without it the interview asks for one.
            laws: The laws whose verdicts are to be settled.
            regimes: The laws of which one is in force, each in its time.
            all_named: Whether all who want to come are named already.
            typed: Whether all answers are typed at a terminal; if not, no text says what to type where a page has a
                button or a field.
        """
        self.lang: Lang = lang
        self._typed = typed
        self.stopped: bool = False
        self.noted: str = ""
        self._on = on
        known = case if case is not None else Case(sponsor=Sponsor())
        if known.decided_on is None:
            known = attrs.evolve(known, decided_on=on)
        self._history = [attrs.evolve(begun(known, tuple(laws), tuple(regimes)), all_named=all_named)]
        self._asked: Prompt | None = None
        self._is_asked = False
        self._pending: tuple[str, _Taken] | None = None
        # The earlier answer that the last one clashed with, for who says "change".
        self._clashed: str | None = None
        # Whether days are written so, once that was confirmed; None before.
        self._day_first: bool | None = None

    @property
    def case(self) -> Case:
        """What is known so far, and what nobody knows. Without members it can be written, but not read again."""
        return self._state.kept

    @property
    def unknown(self) -> tuple[str, ...]:
        """The facts that were answered with "I don't know", by name."""
        return tuple(sorted(self._state.unknown))

    @property
    def to_confirm(self) -> bool:
        """Whether the last answer is to be confirmed with "yes" before it counts."""
        return self._pending is not None

    @property
    def is_again(self) -> bool:
        """Whether the question is put again, to change its answer."""
        return self._state.again is not None

    @property
    def clashed(self) -> str:
        """The fact of an earlier answer that the last one clashed with, which "change" puts again; empty if none."""
        return self._clashed or ""

    def speak(self, lang: Lang) -> None:
        """Go on in another language; every answer stays."""
        self.lang, self.noted, self._is_asked = lang, "", False

    def question(self) -> Prompt | None:
        """Give the question that is asked now, or None at the end."""
        if self.stopped:
            return None
        if not self._is_asked:
            self._asked = self._asking.prompt()
            self._is_asked = True
        return self._asked

    def answer(self, text: str) -> str | None:
        """Take an answer to the question that is asked now, or a word that steers the interview.

        Args:
            text: What was typed: an answer, nothing or "?" for "I don't know", "stop", "back", "show", "change 4"
                (in Dutch "terug", "toon", "wijzig 4"), or "yes" where the answer before was to be confirmed.

        Returns:
            What is to be said before the question is asked again: what is wrong with the answer, what is odd about it,
            or the answers so far. None where the answer was taken.
        """
        word = plain(text)
        self.noted = ""
        if self.question() is not None and word in STOP_WORDS:
            self.stop()
        elif (changing := CHANGE.fullmatch(word)) is not None and not self.stopped:
            return self._change(changing[1])
        elif word in BACK_WORDS:
            return self._back()
        elif word in SHOW_WORDS:
            return self.shown()
        elif (asked := self.question()) is not None:
            return self._answered(asked, text, word)
        return None

    def answer_each(self, told: Mapping[str, str]) -> str | None:
        """Take an answer to a question about several people, as `answer` does, from what was chosen for each of them.

        Args:
            told: For each of them, by name, an answer as one about that person alone would be: "yes", "no", "?", the value
                of an option.
        """
        asked = self.question()
        if asked is None or not (asked.others or asked.together):
            return None
        take = self._same_for if asked.others else self._each
        return self._tried(asked, repr(sorted(told.items())), lambda: take(asked, told))

    def name(self, name: str, kin: str, born: str = "") -> str | None:
        """Take somebody who wants to come, as `answer` does, from what was filled in apart; see `people.filled_in`."""
        asked = self.question()
        if asked is None or asked.fact != ID:
            return None

        def taken() -> _Taken:
            person = people.filled_in(name, kin, born, self._state.case.decided_on)
            return self._greeting(people.with_persons(self._state, [person]), [person], f"{name}, {born}")

        return self._tried(asked, repr((name, kin, born)), taken)

    def name_more(self) -> None:
        """Ask again who wants to come."""
        self.noted = ""
        self._move([*self._history, attrs.evolve(self._state.unchanged(), all_named=False)])

    def rename(self, name: str, new: str) -> str | None:
        """Call somebody otherwise; every answer stays.

        Args:
            name: Who it is.
            new: The other name.

        Returns:
            What is wrong with that name; None where it was taken.
        """
        new = " ".join(new.split())
        self.noted = ""
        if new == name:
            return None
        try:
            people.check_name(self._state, new)
        except BadCase as bad:
            return " ".join(in_plain_words(fault, self._state.case, ID, self.lang) for fault in bad.faults)
        self._take(self._state.renamed(name, new), texts.RENAMED.format(name=name, new=new)[self.lang])
        return None

    def more(self) -> str:
        """Say at the end what can be asked beside it, the regular route for who may not come by nareis; empty if nothing can."""
        at_end = not self.stopped and self._state.case.members and self.question() is None
        return texts.REGULAR_TOO[self.lang] if at_end and self._with_more().next_fact() is not None else ""

    def go_on(self) -> None:
        """Ask that too; "back" from its first question is the end as it was before."""
        self._take(self._with_more(), "")

    def _with_more(self) -> Stage:
        laws = self._state.laws
        return attrs.evolve(self._state, laws=laws if REGULAR in laws else (*laws, REGULAR), found={})

    def _answered(self, asked: Prompt, text: str, word: str) -> str | None:
        return self._tried(asked, word, lambda: self._taken(asked, text, word))

    def _tried(self, asked: Prompt, word: str, take: Callable[[], _Taken]) -> str | None:
        pending, self._pending = self._pending, None
        if pending is not None and (word in YES_WORDS or word == pending[0]):
            taken = pending[1]
            self._confirm_order(taken.read)
        else:
            try:
                taken = take()
            except BadCase as bad:
                return self._refused(bad, asked)
            if taken.odd:
                self._pending = word, taken
                return " ".join(taken.odd)
        self._take(taken.state, taken.noted)
        return None

    def _to_be_confirmed(self, read: Iterable[Said]) -> list[Said]:
        """Give the days that can be read in two ways, as long as it is not known how this person writes them."""
        return [said for said in read if said.unsure and (said.month_first is not False or not self._day_first)]

    def _confirm_order(self, read: Sequence[Said]) -> None:
        """Ask no more once the day comes first; who wrote the month first, once, is asked each time."""
        if any(said.month_first for said in read):
            self._day_first = False
        elif self._day_first is None and any(said.month_first is False for said in read):
            self._day_first = True

    def stop(self) -> None:
        """End the interview; what was answered stays."""
        self.stopped = True

    def answers(self) -> tuple[Given, ...]:
        """Give all answers so far, numbered, also those of a file that was gone on with."""
        facts = [fact for fact in self._state.given() if not self._told_with_relation(fact)]
        in_part = wording.facts_in_part(self._state.case, "")
        found = []
        for number, fact in enumerate(facts, 1):
            owner, _, bare = fact.rpartition(".")
            unknown = fact in self._state.unknown
            label = missing_label(fact, in_part if unknown else {}, self.lang)
            said = texts.NOT_KNOWN[self.lang] if unknown else self._asking.said(fact)
            if bare == RELATION:
                label, said = owner, self._asking.kin_in_words(owner)
            found.append(Given(number, fact, label, said))
        return tuple(found)

    def shown(self) -> str:
        """Give the answer sheet, one answer a line, and how to change one."""
        lines = [f"{given.number:>3}. {given.label}: {given.said}" for given in self.answers()]
        return "\n".join([*lines, texts.HOW_TO_CHANGE[self.lang]]) if lines else texts.NOTHING_SO_FAR[self.lang]

    def assumptions(self) -> tuple[str, ...]:
        """Give in words what the outcomes rest on and nobody said, as far as it matters most; at most three."""
        nareis = [law for law in self._laws if law is not REGULAR]
        besides = [law for law in self._laws if law is REGULAR]
        # Of the regular route not everybody is asked, and what is not certain there takes nothing from the rest.
        found = [one for laws in (nareis, besides) if laws for one in assumed_for(self._state.case, laws)]
        return tuple(
            texts.ASSUMED.format(
                label=label_of(fact, self.lang), said=answer_in_words(value, about_fact(fact), self.lang)
            )[self.lang]
            for fact, value in dict(found).items()
        )

    def _told_with_relation(self, fact: str) -> bool:
        return bare_of(fact) == PARENTAGE and fact not in self._state.unknown

    @property
    def _asking(self) -> Asking:
        return Asking(self._state, self.lang, typed=self._typed)

    @property
    def _state(self) -> Stage:
        return self._history[-1]

    @property
    def _laws(self) -> tuple[RuleSet, ...]:
        return self._state.laws

    def _take(self, state: Stage, noted: str) -> None:
        self._move([*self._history, state])
        self.noted = noted

    def _move(self, history: Sequence[Stage]) -> None:
        self._history = list(history)
        self._asked, self._is_asked = None, False
        self._pending, self._clashed = None, None

    # ------------------------------------------------------------ going back and changing

    def _back(self) -> str | None:
        """Undo an answer; beyond where this interview began, put the answers of the file again, the last one first."""
        state = self._state
        if not state.walked and len(self._history) > 1:
            self._move(self._history[:-1])
            return None
        facts = [given.fact for given in self.answers()]
        before = facts[: facts.index(state.again)] if state.walked and state.again is not None else facts
        if not before:
            return texts.NOTHING_TO_UNDO[self.lang]
        kept = self._history[:-1] if state.walked else self._history
        self._move([*kept, attrs.evolve(state, again=before[-1], walked=True)])
        return None

    def _change(self, number: str | None) -> str | None:
        """Put a question again: the one with this number on the answer sheet, or the one that an answer clashed with."""
        answers = self.answers()
        if number is None and self._clashed is None:
            return self.shown()
        if number is not None and not 1 <= int(number) <= len(answers):
            return (
                texts.NO_SUCH_NUMBER.format(most=len(answers))[self.lang]
                if answers
                else texts.NOTHING_SO_FAR[self.lang]
            )
        fact = self._clashed if number is None else answers[int(number) - 1].fact
        self._take(attrs.evolve(self._state, again=fact, walked=False), "")
        return None

    def _refused(self, bad: BadCase, asked: Prompt) -> str:
        """Say what is wrong; where it is with an earlier answer, say that this one can be changed."""
        faults = [attrs.evolve(fault, text=self._asking.words(fault.text)) for fault in bad.faults]
        said = [in_plain_words(fault, self._state.case, asked.fact, self.lang) for fault in faults]
        facts = [fact for fault in bad.faults for fact in what_clashes(fault, self._state.case)]
        offer = [*self._offer_to_change(facts, asked.fact)]
        return " ".join([texts.CANNOT_BE[self.lang], *said, *offer] if offer else said)

    def _offer_to_change(self, facts: Iterable[str], asked: str) -> Iterator[str]:
        given = {told.fact: told for told in self.answers()}
        self._clashed = next((fact for fact in facts if fact != asked and fact in given), None)
        if self._clashed is not None:
            told = given[self._clashed]
            yield self._asking.words(texts.CHANGE_THE_OTHER).format(label=told.label, said=told.said)[self.lang]

    # ------------------------------------------------------------ taking an answer

    def _taken(self, asked: Prompt, text: str, word: str) -> _Taken:
        """Give the state after an answer, how it was understood, and what is to be confirmed about it.

        Raises:
            BadCase: The answer is none, or contradicts what is known.
        """
        state = self._state
        if asked.fact == ID:
            return self._named(text, word)
        if asked.others or asked.together:
            return (self._same if asked.others else self._told_of_each)(asked, text, word)
        if bare_of(asked.fact) == RELATION:
            return self._related(asked, text, word)
        if state.again is not None and not word:
            return _Taken(state.unchanged(), texts.STAYS.format(said=self._asking.said(asked.fact))[self.lang])
        before = value_of(state.case, asked.fact)
        if word in UNKNOWN_WORDS:
            return self._not_known(asked.fact, before)
        return self._told(asked, text, word, before)

    def _told(self, asked: Prompt, text: str, word: str, before: object) -> _Taken:
        state, about, odd = self._state, about_fact(asked.fact), list[str]()
        latest = None if about.may_lie_ahead or about.exact else state.case.decided_on
        read = read_answer(about, asked, text, word, latest, self._on or state.case.decided_on)
        after, fallen = state.answered(asked.fact, read.value)
        now = value_of(after.case, asked.fact)
        if isinstance(now, Span) and now == before and state.again is None:
            return self._not_known(asked.fact, before)
        owner, _, bare = asked.fact.rpartition(".")
        said = answer_in_words(now, about, self.lang)
        if bare == PARENTAGE:
            said = f"{owner}: {kin_in_words(after.case, owner, self.lang)}"
        unsure = self._to_be_confirmed([read])
        if unsure:
            odd.append(self._asking.words(texts.DAY_FIRST).format(typed=" ".join(text.split()), said=said)[self.lang])
        if isinstance(before, Span) and not _lies_in(before, now) and state.again is None:
            odd.append(
                self._asking.words(texts.OUTSIDE).format(now=said, before=wording.span_in_words(before, self.lang))[
                    self.lang
                ]
            )
        odd += self._odd(after.case, asked.fact, said)
        return _Taken(after, said + self._fell(fallen), odd, unsure)

    def _told_of_each(self, asked: Prompt, text: str, word: str) -> _Taken:
        """Take one answer about several people, and say it back for each."""
        return self._noted_of_each(asked, read_together(about_fact(asked.fact), asked, text, word, self._reader(asked)))

    def _each(self, asked: Prompt, told: Mapping[str, str]) -> _Taken:
        read = self._reader(asked)
        words = {name: told.get(name, "") for name in asked.together}
        return self._noted_of_each(
            asked, {name: None if plain(said) in UNKNOWN_WORDS else read(said) for name, said in words.items()}
        )

    def _reader(self, asked: Prompt) -> Callable[[str], object]:
        about = about_fact(asked.fact)
        return lambda one: read_answer(about, asked, one, plain(one), None, None).value

    def _noted_of_each(self, asked: Prompt, told: Mapping[str, Any]) -> _Taken:
        about, bare = about_fact(asked.fact), bare_of(asked.fact)
        state = self._state.told_of_each(bare, told)
        said: dict[str, list[str]] = {}
        for name, value in told.items():
            now = value_of(state.case, f"{name}.{bare}")
            words = texts.NOT_KNOWN[self.lang] if value is None else answer_in_words(now, about, self.lang)
            said.setdefault(kin_in_words(state.case, name, self.lang) if bare == PARENTAGE else words, []).append(name)
        noted = "; ".join(f"{listed(names, self.lang)}: {words}" for words, names in said.items())
        return _Taken(state, noted, self._odd(state.case, asked.fact, noted))

    def _fell(self, facts: Sequence[str]) -> str:
        """Say which answers no longer count."""
        labels = "; ".join(label_of(fact, self.lang) for fact in facts)
        return f"\n{texts.FALLEN.format(facts=labels)[self.lang]}" if facts else ""

    def _odd(self, case: Case, asked: str, said: str) -> list[str]:
        """Say what has become odd by an answer, and how to go on."""
        known = set(doubts(self._state.case, self._on))
        found = [doubt for doubt in doubts(case, self._on) if doubt not in known]
        if not found:
            return []
        facts = [fact for doubt in found for fact in doubt.facts]
        whys = [f"{doubt.text[self.lang]}." for doubt in found]
        return [
            f"{said}?",
            *whys,
            self._asking.words(texts.IS_IT_RIGHT)[self.lang],
            *self._offer_to_change(facts, asked),
        ]

    def _not_known(self, fact: str, before: object) -> _Taken:
        """Give the state after "I don't know": what is known of a day stays, and it is not asked again."""
        keep = isinstance(before, Span)
        state = self._state.not_known(fact, keep=keep)
        if isinstance(before, Span):
            return _Taken(state, texts.STAYS_IN_PART.format(span=wording.span_in_words(before, self.lang))[self.lang])
        return _Taken(state, texts.STAYS_UNKNOWN[self.lang])

    def _same(self, asked: Prompt, text: str, word: str) -> _Taken:
        """Take an answer to whether something is the same for others: yes, no, or the names of those of whom it is."""
        names = asked.others
        if word in NO_WORDS or word in UNKNOWN_WORDS:
            chosen: tuple[str, ...] = ()
        elif word in YES_WORDS:
            chosen = names
        else:
            wanted = {plain(part) for part in AND.split(text) if part.strip()}
            chosen = tuple(name for name in names if plain(name) in wanted)
            if wanted - {plain(name) for name in chosen}:
                raise unclear(asked.fact, texts.YES_NO_OR_NAMES.format(names=listed(names, self.lang)))
        return self._same_for(asked, dict.fromkeys(chosen, YES))

    def _same_for(self, asked: Prompt, told: Mapping[str, str]) -> _Taken:
        chosen = [name for name in asked.others if told.get(name) == YES]
        state = self._state.same_for(chosen)
        rest = [name for name in asked.others if name not in chosen]
        noted = "" if not rest or self._state.same_before else texts.ONE_BY_ONE[self.lang]
        return _Taken(state, noted, self._odd(state.case, asked.fact, self._asking.said(asked.fact)))

    def _related(self, asked: Prompt, text: str, word: str) -> _Taken:
        """Take what somebody is to the sponsor; of who was named before also another name, or that it is nobody."""
        state, owner = self._state, asked.fact.rpartition(".")[0]
        if not owner:
            kin = people.read_kin(asked, text, word)
            state = state.with_member(state.name or "", kin)
            return _Taken(state, self._greeted(state, (people.PersonNamed(state.case.members[-1].id, text, (kin,)),)))
        if not word:
            return _Taken(state.unchanged(), texts.STAYS.format(said=self._asking.kin_in_words(owner))[self.lang])
        if word in REMOVE_WORDS or word == str(len(asked.options)):
            if len(self._state.case.members) == 1:
                raise unclear(asked.fact, texts.THE_ONLY_ONE)
            return _Taken(state.without_member(owner), texts.REMOVED.format(name=owner)[self.lang])
        if "," in text:
            person = people.read_person(text)
            if person.name != owner:
                people.check_name(state, person.name)
                state, owner, asked = (
                    state.renamed(owner, person.name),
                    person.name,
                    attrs.evolve(asked, fact=f"{person.name}.{RELATION}"),
                )
            text = person.word or ""
        state, fallen = state.related(owner, people.read_kin(asked, text, plain(text)))
        noted = f"{owner}: {kin_in_words(state.case, owner, self.lang)}"
        return _Taken(state, noted + self._fell(fallen), self._odd(state.case, asked.fact, noted))

    def _named(self, text: str, word: str) -> _Taken:
        state, persons = people.named(self._state, text, word)
        return self._greeting(state, persons, text)

    def _greeting(self, state: Stage, persons: Sequence[people.PersonNamed], text: str) -> _Taken:
        noted = self._greeted(state, persons)
        unsure = self._to_be_confirmed([person.born for person in persons if person.born is not None])
        odd = []
        if unsure:
            odd.append(self._asking.words(texts.DAY_FIRST).format(typed=" ".join(text.split()), said=noted)[self.lang])
        return _Taken(state, noted, [*odd, *self._odd(state.case, ID, noted)], unsure)

    def _greeted(self, state: Stage, persons: Sequence[people.PersonNamed]) -> str:
        """Say how those who were named were understood; of the last one perhaps what the word can mean."""
        said = [self._asking.person_in_words(state.case, person.name) for person in persons if len(person.kin) == 1]
        last = persons[-1] if persons else None
        if last is not None and len(last.kin) > 1 and last.word is not None:
            options = tuple(options_for(about_fact(RELATION), state.case, RELATION, self.lang))
            asked = Prompt(fact=RELATION, text="", hint="", options=options)
            said.append(people.which_of(last.word, last.kin, asked)[self.lang] + ".")
        return "\n".join(said)


def _lies_in(span: Span, day: object) -> bool:
    return isinstance(day, date | Span) and first_of(day) in span and last_of(day) in span
