"""What the interview asks, in words: the question at a stage of it, with its hint, its options and for whom it matters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from reunify.facts import ASSUMED, Case, Fact, FactKind, Paper, Relation, Span, about_fact
from reunify.interview import _texts as texts
from reunify.interview._buttons import WITH_BUTTONS
from reunify.interview.kin import Kin
from reunify.interview.order import turning_days
from reunify.interview.question import (
    ID,
    PARENTAGE,
    RELATION,
    Option,
    Prompt,
    answer_in_words,
    label_of,
    options_for,
    question_about,
    value_of,
)
from reunify.interview.state import Stage, bare_of, is_given
from reunify.interview.together import listed
from reunify.report import wording
from reunify.rules.regular import REGULAR
from reunify.text import Lang, Text

__all__ = ["Asking", "kin_in_words"]


@attrs.frozen
class Asking:
    """Puts a stage of an interview in words.

    Attributes:
        stage: Where the interview stands.
        lang: The language.
        typed: Whether all answers are typed at a terminal; see `Interview`.
    """

    stage: Stage
    lang: Lang
    typed: bool = attrs.field(kw_only=True)

    def words(self, text: Text) -> Text:
        """Give a text without what to type, where a page has a button for it."""
        return text if self.typed else WITH_BUTTONS.get(text, text)

    def prompt(self) -> Prompt | None:
        """Give the question that is asked now, or None at the end."""
        state = self.stage
        fact = state.next_fact()
        if fact is None:
            return None
        if fact == ID:
            return self._ask_who()
        if state.again is None and state.same is not None:
            return self._ask_same(*state.same)
        about = about_fact(fact)
        owner, _, bare = fact.rpartition(".")
        options = tuple(options_for(about, self.stage.case, fact, self.lang))
        if bare == RELATION and owner and len(self.stage.case.members) > 1:
            options = (*options, Option(_REMOVE, texts.REMOVE_OPTION[self.lang]))
        late = state.all_named and state.again is None
        together = state.together(fact)
        text = self._of_all(together, bare, about) if together else self._text(fact, about)
        hint = self._hint_of_all(together, options) if together else self._hint(fact, about, options)
        why, text = self._why(fact) if late else "", text if together else text.format(name=owner or state.name)
        span = value_of(state.case, fact) if late and bare != RELATION else None
        if isinstance(span, Span):
            given = wording.span_in_words(span, self.lang)
            text = texts.EXACT_DAY.format(span=given, question=text)[self.lang]
            hint = self.words(texts.HINT_EXACT_OR_KEEP).format(span=given)[self.lang]
            why = " ".join([*self._turns(fact), *filter(None, [why])])
        return Prompt(
            fact=fact,
            text=text,
            hint=hint,
            options=options,
            together=together,
            paper=about.paper,
            why=why,
            left=state.left if late else None,
        )

    def _text(self, fact: str, about: Fact) -> str:
        owner, _, bare = fact.rpartition(".")
        is_child = bare == PARENTAGE and self.stage.case.member(owner).relation is Relation.CHILD
        return texts.WHAT_CHILD[self.lang] if is_child else question_about(about, self.lang)

    def _of_all(self, names: Sequence[str], bare: str, about: Fact) -> str:
        """Ask of several people at once; with "or" between them a question about one fits."""
        if bare == PARENTAGE:
            return texts.WHAT_CHILDREN.format(names=listed(names, self.lang))[self.lang]
        question = question_about(about, self.lang)
        if "{name}" in question:
            return question.format(name=listed(names, self.lang, wording.OR))
        return texts.OF_ALL.format(names=listed(names, self.lang), question=question)[self.lang]

    def _hint_of_all(self, names: Sequence[str], options: Sequence[Option]) -> str:
        if not options:
            return texts.HINT_TOGETHER[self.lang]
        example = ", ".join(f"{name} {number}" for number, name in enumerate(names[: len(options)], 1))
        return texts.HINT_TOGETHER_OPTION.format(example=example)[self.lang]

    def _ask_who(self) -> Prompt:
        members = self.stage.case.members
        named = ", ".join(f"{member.id} ({self.kin_in_words(member.id)})" for member in members)
        text = self.words(texts.WHO_ELSE).format(named=named) if members else self.words(texts.WHO_FIRST)
        hint = texts.HINT_NO_MORE if members else texts.HINT_WHO
        return Prompt(fact=ID, text=text[self.lang], hint=hint[self.lang], paper=Paper.PEOPLE)

    def _ask_same(self, fact: str, others: tuple[str, ...]) -> Prompt:
        about = about_fact(fact)
        text = texts.SAME_UNKNOWN if fact in self.stage.unknown else texts.SAME
        said = answer_in_words(value_of(self.stage.case, fact), about, self.lang)
        return Prompt(
            fact=fact,
            text=text.format(label=label_of(fact, self.lang), said=said, names=listed(others, self.lang))[self.lang],
            hint=texts.HINT_SAME[self.lang] if len(others) > 1 else texts.HINTS[FactKind.YES_NO][self.lang],
            others=others,
            paper=about.paper,
            left=None if self.stage.same_before else self.stage.left,
        )

    def _hint(self, fact: str, about: Fact, options: tuple[Option, ...]) -> str:
        if self.stage.again is not None:
            said = self.kin_in_words(fact.rpartition(".")[0]) if bare_of(fact) == RELATION else self.said(fact)
            return self.words(texts.HINT_AGAIN).format(said=said)[self.lang]
        if about.exact:
            return texts.HINT_EXACT_DAY[self.lang]
        if about.kind is FactKind.DATE and options:
            return self.words(texts.HINT_DAY_OR_NUMBER)[self.lang]
        return (texts.HINT_WORD if bare_of(fact) == RELATION else texts.HINTS[about.kind])[self.lang]

    def _turns(self, fact: str) -> Iterator[str]:
        """Say on which days another outcome begins, where that is known and they are few."""
        days = turning_days(fact, self.stage.case, self.stage.laws)
        if 0 < len(days) <= _MOST_DAYS_TOLD:
            listed_days = wording.OR[self.lang].join(wording.day_in_words(day, self.lang) for day in days)
            yield texts.TURNS_ON.format(days=listed_days)[self.lang]

    def _why(self, fact: str) -> str:
        """Say for whom it matters, where that is neither plain from the question nor everybody."""
        owner, _, bare = fact.rpartition(".")
        asked = self.stage.together(fact) or (owner,)
        facts = [f"{name}.{bare}" if name else bare for name in asked]
        persons = {name: laws for one in facts for name, laws in self.stage.open.get(one, {}).items()}
        laws = {law for of_one in persons.values() for law in of_one}
        everywhere = laws == set(self.stage.laws) or laws == {REGULAR}
        if not persons or (everywhere and (set(persons) <= set(asked) or len(persons) == len(self.stage.case.members))):
            return ""
        alike = not everywhere and all(set(of_one) == laws for of_one in persons.values())
        names = listed([member.id for member in self.stage.case.members if member.id in persons], self.lang)
        if alike:
            shorts = ", ".join(law.short[self.lang] for law in self.stage.laws if law in laws)
            names = texts.ONLY_UNDER.format(names=names, laws=shorts)[self.lang]
        return texts.WHY.format(persons=names)[self.lang]

    def said(self, fact: str) -> str:
        """Give what was answered of a fact."""
        if not is_given(self.stage.case, fact):
            return texts.NOT_KNOWN[self.lang]
        return answer_in_words(value_of(self.stage.case, fact), about_fact(fact), self.lang)

    def person_in_words(self, case: Case, name: str) -> str:
        """Give a member with what is known of who it is."""
        born = case.member(name).born_on
        when = "" if born is None else f", {wording.value_in_words(born, self.lang)}"
        return f"{name}: {kin_in_words(case, name, self.lang)}{when}"

    def kin_in_words(self, name: str) -> str:
        """Give what a member is to the sponsor."""
        return kin_in_words(self.stage.case, name, self.lang)


def kin_in_words(case: Case, name: str, lang: Lang) -> str:
    """Give what a member is to the sponsor, and how, in words."""
    member = case.member(name)
    return Kin(member.relation, None if member.parentage is ASSUMED else member.parentage).label(lang)


_REMOVE: Final = "remove"
_MOST_DAYS_TOLD: Final = 2
