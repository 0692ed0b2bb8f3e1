"""What the page's script calls: JSON in, JSON out, over the interview and the report.

One family at a time is held here, as an `Interview`. Nothing is read from anywhere and nothing is written anywhere: the
day of today and the content of a file come from the page.
"""

from __future__ import annotations

import json
import tempfile
import traceback
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

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
    Sponsor,
    about_fact,
)
from reunify.faults import BadCase
from reunify.interview import Interview, Prompt, closing, value_of
from reunify.interview.answer import UNKNOWN_WORDS, plain, read_answer
from reunify.interview.dates import read_day
from reunify.interview.question import ID, RELATION, answer_in_words, label_of, options_for, question_about
from reunify.lazily import later, there
from reunify.page.texts import FILES, TEXTS
from reunify.report import wording
from reunify.rules import RULE_SETS
from reunify.ruleset import RuleSet
from reunify.text import LANGS, Lang

if TYPE_CHECKING:
    from reunify.report import Report

__all__ = ["ANYBODY", "CALLS", "FORMS", "LAWS", "Page", "call", "page", "ready_more"]

# The first question wants none of these; they are loaded while it is read.
_read_case: Final = later("reunify.casefile", "read")
_written: Final = later("reunify.casefile", "dumps")
_make: Final = later("reunify.report", "make")
_headline: Final = later("reunify.report.view", "headline")
_cause_in_words: Final = later("reunify.report.reasons_in_words", "cause_in_words")

LAWS: Final = (RULE_SETS.regimes[0], RULE_SETS.regimes[-1])
"""The laws of the page: the old one and the new one."""


class Page:
    """The family that the page is about, and where its interview stands.

    Attributes:
        lang: The language of all that is given.
        day: The day of today, where the page is.
        talk: The interview.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.lang: Lang = LANGS[0]
        self.day: date = date.min
        self.talk: Interview = Interview(typed=False)

    # ------------------------------------------------------------ the interview

    def begin(self, lang: Lang, today: str) -> dict[str, Any]:
        """Begin an interview about a family of which nothing is known."""
        self.lang, self.day = lang, date.fromisoformat(today)
        self.talk = Interview(lang=lang, on=self.day, laws=LAWS, typed=False)
        return self.state()

    def open(self, lang: Lang, today: str, name: str, content: str) -> dict[str, Any]:
        """Go on with a case file.

        Args:
            lang: The language.
            today: The day of today; the decision day where the file has none.
            name: The name of the file.
            content: What is in it, as base64.

        Raises:
            BadCase: It is no case file.
        """
        self.lang, self.day = lang, date.fromisoformat(today)
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / f"case{Path(name).suffix}"
            place.write_bytes(b64decode(content))
            case = _read_case(place)
        self.talk = Interview(case, lang, case.decided_on or self.day, LAWS, all_named=True, typed=False)
        return self.state()

    def speak(self, lang: Lang) -> dict[str, Any]:
        """Go on in another language."""
        self.lang = lang
        self.talk.speak(lang)
        return self.state()

    def answer(self, text: str) -> dict[str, Any]:
        """Take an answer, or a word that steers the interview; see `Interview.answer`."""
        return self.state(self.talk.answer(text))

    def answer_each(self, told: Mapping[str, str]) -> dict[str, Any]:
        """Take an answer about several people; see `Interview.answer_each`."""
        return self.state(self.talk.answer_each(told))

    def name(self, name: str, kin: str, born: str) -> dict[str, Any]:
        """Take somebody who wants to come; see `Interview.name`."""
        return self.state(self.talk.name(name, kin, born))

    def name_more(self) -> dict[str, Any]:
        """Ask again who wants to come."""
        self.talk.name_more()
        return self.state()

    def go_on(self) -> dict[str, Any]:
        """Ask what can be asked beside it all at the end; see `Interview.more`."""
        self.talk.go_on()
        return self.state()

    def rename(self, name: str, new: str) -> dict[str, Any]:
        """Call somebody otherwise, and every answer stays; or say why that cannot be."""
        refused = self.talk.rename(name, new)
        return {**self.state(), "not_renamed": refused or ""}

    def state(self, refused: str | None = None) -> dict[str, Any]:
        """Give what the page shows now: the question, what is said of the last answer, all answers so far.

        Args:
            refused: What is wrong with the last answer, or to be confirmed about it.
        """
        talk, asked = self.talk, self.talk.question()
        return {
            "lang": self.lang,
            "question": None if asked is None else self._question(asked),
            "noted": talk.noted,
            "refused": refused or "",
            "to_confirm": talk.to_confirm,
            "clashed": bool(talk.clashed),
            "answers": [self._given(given.number, given.fact, given.label, given.said) for given in talk.answers()],
            "closing": list(closing(talk)) if asked is None else [],
            "more": talk.more() if asked is None else "",
            "people": [member.id for member in talk.case.members],
        }

    def _given(self, number: int, fact: str, label: str, said: str) -> dict[str, Any]:
        heading = about_fact(fact).paper.heading[self.lang]
        owner, _, bare = fact.rpartition(".")
        person = owner if bare == RELATION else ""
        return {"number": number, "heading": heading, "label": label, "said": said, "person": person}

    def _question(self, asked: Prompt) -> dict[str, Any]:
        about, kind = _about(asked), _kind(asked)
        options = options_for(about, self.talk.case, RELATION, self.lang) if asked.fact == ID else asked.options
        return {
            "fact": asked.fact,
            "kind": kind,
            "text": asked.text,
            "hint": asked.hint if kind in ("day", "amount") or self.talk.is_again else "",
            "why": asked.why,
            "heading": asked.paper.heading[self.lang],
            "left": asked.left,
            "again": self.talk.is_again,
            "persons": list(asked.others or asked.together),
            "choices": self._choices(about, options, by_value=asked.fact == ID),
        }

    def _choices(self, about: Fact, options: Any, *, by_value: bool = False) -> list[dict[str, str]]:
        """Give what can be chosen: the options by their number, or yes and no."""
        found = [
            {"value": option.value if by_value else str(number), "label": option.label}
            for number, option in enumerate(options, 1)
        ]
        if about.kind is FactKind.YES_NO and not found:
            words = (("yes", True), ("no", False))
            return [{"value": word, "label": wording.value_in_words(value, self.lang)} for word, value in words]
        return found

    # ------------------------------------------------------------ the answer

    def report(self, law: str = "", on: str = "") -> dict[str, Any]:
        """Give the report as a page.

        Args:
            law: The id of the one law that it is about; empty for both.
            on: Another decision day, as it is typed; empty for that of the family.

        Raises:
            BadCase: The facts cannot be assessed, or there is no such day.
        """
        made = self._made(law, on)
        return {
            "html": made.to_html(),
            "title": made.view.title or made.view.heading,
            "day": wording.day_in_words(made.result.decided_on, self.lang),
            "laws": [{"value": law.id, "label": law.short[self.lang]} for law in LAWS],
            "forms": [*FORMS],
        }

    def download(self, form: str, law: str = "", on: str = "") -> dict[str, str]:
        """Give a file: its name, its kind and what is in it.

        Args:
            form: One of `FORMS`.
            law: See `report`.
            on: See `report`.
        """
        stem, suffix, kind, write = FORMS[form]
        text = _written(self.talk.case, "toml") if write is None else write(self._made(law, on))
        return {"name": f"{stem[self.lang]}.{suffix}", "type": kind, "text": text}

    def case(self) -> dict[str, Any]:
        """Give the family as a case file in JSON has it, and who is in it: what is kept on the device."""
        return {
            "content": _written(self.talk.case, "json"),
            "people": [member.id for member in self.talk.case.members],
        }

    def _made(self, law: str, on: str) -> Report:
        made: Report = _make(self.talk.case, lang=self.lang, new=law or None, on=self._day(on), today=self.day)
        return made

    def _day(self, text: str) -> date | None:
        """Give a decision day as people type it; what is no day is told by who reads days."""
        if not text.strip():
            return None
        said = read_day(plain(text), None, self.day, exact=True)
        day: date | None = CASE_FACTS["decided_on"].read(text if said is None else said.value, "decided_on")
        return day

    # ------------------------------------------------------------ what if

    def facts(self) -> list[dict[str, Any]]:
        """Give the facts that can be changed in a what-if, by whose they are, each with what is known of it."""
        return [{"owner": owner, "fact": fact, **self._fact(fact)} for owner, fact in self._changeable()]

    def _changeable(self) -> Iterator[tuple[str, str]]:
        read = {name for law in LAWS for leaf in law.leaves for name in leaf.reads}
        sponsor = wording.SPONSOR_HEADING[self.lang]
        yield from ((sponsor, f"sponsor.{name}") for name in SPONSOR_FACTS if f"sponsor_{name}" in read)
        for member in self.talk.case.members:
            for name, about in MEMBER_FACTS.items():
                if name not in (ID, RELATION) and (not about.concerns or member.relation in about.concerns):
                    yield member.id, f"{member.id}.{name}"

    def _fact(self, fact: str) -> dict[str, Any]:
        about, value = about_fact(fact), value_of(self.talk.case, fact)
        known = value is not None and value is not ASSUMED
        options = tuple(options_for(about, self.talk.case, fact, self.lang))
        owner = fact.rpartition(".")[0]
        return {
            "label": label_of(fact, self.lang),
            "question": question_about(about, self.lang).format(name=owner),
            "kind": _KINDS[about.kind],
            "now": answer_in_words(value, about, self.lang) if known else TEXTS["not_known"][self.lang],
            "choices": self._choices(about, options),
        }

    def what_if(self, fact: str, text: str) -> list[dict[str, str]]:
        """Give whose outcome changes by another value of one fact, under each law, and why.

        Args:
            fact: The fact, such as ``amina.married_on``.
            text: The value, as an answer to its question.

        Raises:
            BadCase: It is no value of the fact, or contradicts the other facts.
        """
        case, about = self._settled(), about_fact(fact)
        options = tuple(options_for(about, case, fact, self.lang))
        asked = Prompt(fact=fact, text="", hint="", options=options)
        word = plain(text)
        unknown = word in UNKNOWN_WORDS
        value = None if unknown else read_answer(about, asked, text, word, None, self.day).value
        other = whatif.changed(case, {fact: value})
        return [row for law in LAWS for row in self._changes(case, other, fact, value, law)]

    def _changes(self, case: Case, other: Case, fact: str, value: Any, law: RuleSet) -> Iterator[dict[str, str]]:
        for change in whatif.explore(case, {fact: value}, law).changes:
            before, after = (_headline(o, c, law, self.lang) for o, c in ((change.old, case), (change.new, other)))
            if before != after:
                causes = (_cause_in_words(cause, (law,), self.lang) for cause in change.cause)
                yield {
                    "person": change.member,
                    "law": law.short[self.lang],
                    "before": before,
                    "after": after,
                    "why": " ".join(f"{cause.text} ({cause.cite})." for cause in causes),
                }

    def _settled(self) -> Case:
        settled: Case = _make(self.talk.case, today=self.day).result.case
        return settled


FORMS: Final[Mapping[str, tuple[Any, str, str, Callable[[Any], str] | None]]] = {
    "casefile": (FILES["case"], "toml", "application/toml", None),
    "html": (FILES["report"], "html", "text/html", lambda made: made.to_html()),
    "markdown": (FILES["report"], "md", "text/markdown", lambda made: made.to_markdown()),
    "json": (FILES["report"], "json", "application/json", lambda made: made.to_json()),
    "ics": (FILES["days"], "ics", "text/calendar", lambda made: made.to_ics()),
    "sheet": (FILES["sheet"], "html", "text/html", lambda made: made.to_sheet()),
}
"""What can be saved, by name: the name of the file, its suffix, its kind, and what writes it of the report."""


def _about(asked: Prompt) -> Fact:
    return about_fact(RELATION if asked.fact == ID else asked.fact)


def _kind(asked: Prompt) -> str:
    """Give how a question is put: what the page has a form for."""
    if asked.fact == ID:
        return "person"
    if asked.others or asked.together:
        return "same" if asked.others else "each"
    return _KINDS[_about(asked).kind]


_KINDS: Final[Mapping[FactKind, str]] = {
    FactKind.DATE: "day",
    FactKind.YES_NO: "choice",
    FactKind.CHOICE: "choice",
    FactKind.MEMBER: "choice",
    FactKind.AMOUNT: "amount",
    FactKind.TEXT: "text",
}

page: Final = Page()
CALLS: Final[Mapping[str, Callable[..., Any]]] = {
    name: getattr(page, name)
    for name in (
        *("begin", "open", "speak", "answer", "answer_each", "name", "name_more", "go_on", "rename", "state"),
        *("report", "download", "case", "facts", "what_if"),
    )
}
"""What the page can ask for."""


def call(name: str, argument: str) -> str:
    """Do one thing for the page.

    Args:
        name: One of `CALLS`.
        argument: Its arguments, as JSON.

    Returns:
        JSON: ``ok`` with what was given; ``faults``, lines for the user; or ``error``, where in the program something went
        wrong, without a word of the facts.
    """
    try:
        given: dict[str, Any] = {"ok": CALLS[name](**json.loads(argument))}
    except BadCase as bad:
        given = {"faults": [fault.line(page.lang) for fault in bad.faults]}
    except Exception as error:  # noqa: BLE001 -- whatever it is, the page goes on, and its answers stay
        places = [f"{Path(at.filename).name}:{at.lineno} {at.name}" for at in traceback.extract_tb(error.__traceback__)]
        given = {"error": "\n".join([type(error).__name__, *places])}
    return json.dumps(given, ensure_ascii=False)


def _parts() -> Iterator[Callable[[], object]]:
    """Give what is needed after the first question, in small parts: a visitor who is quick waits for one of them only."""
    yield there("reunify.casefile", "structure")
    yield there("reunify.casefile", "dumps")
    yield there("reunify.report", "make")
    yield partial(later("reunify.report.html", "template"), "report.html.jinja")
    yield from (partial(assess, ANYBODY, law) for law in LAWS)


ANYBODY: Final = Case(
    decided_on=date(2026, 11, 25), sponsor=Sponsor(), members=(FamilyMember(id="a", relation=Relation.SPOUSE),)
)
"""A family of which hardly anything is known: what the page tries itself on."""
_to_load: Final = _parts()


def ready_more() -> bool:
    """Load one part more of what is needed later; say whether there was one."""
    part = next(_to_load, None)
    if part is not None:
        part()
    return part is not None
