"""From a fact to words: the question, what can be chosen, how an answer was understood, what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

import attrs

from reunify import whatif
from reunify.facts import (
    CASE_FACTS,
    HERE,
    KINDS_OF_CHILD,
    MEMBER_FACTS,
    NOBODY,
    NOT_CHOSEN,
    NOT_FILED,
    SPONSOR_FACTS,
    Case,
    Fact,
    FactKind,
    Paper,
    Parentage,
    Relation,
    Span,
    View,
)
from reunify.faults import BadCase, Fault
from reunify.interview.kin import choices
from reunify.renamed import old_names
from reunify.report import wording
from reunify.text import Lang, Text

__all__ = [
    "ID",
    "PARENTAGE",
    "RELATION",
    "Option",
    "Prompt",
    "answer_in_words",
    "can_be",
    "in_plain_words",
    "label_of",
    "missing_label",
    "options_for",
    "question_about",
    "value_of",
    "what_clashes",
]

if not TYPE_CHECKING:
    __getattr__ = old_names(__name__, about_fact="reunify.facts.about_fact")

ID: Final = "id"
RELATION: Final = "relation"
PARENTAGE: Final = "parentage"


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
class Prompt:
    """One question, in words.

    Attributes:
        fact: The fact that is asked for, such as ``"amina.born_on"`` or ``"decided_on"``; ``"id"`` and
            ``"relation"`` for a new family member.
        others: The members of whom it is asked whether the answer that was just given holds for them too; then
            ``fact`` is the one that was answered. Empty for any other question.
        together: The members of whom it is asked in one question, where they are several; ``fact`` is that of the first.
        text: The question.
        hint: How to answer.
        options: What can be chosen by number; empty for a yes or no, a day without special words, an
            amount and a name.
        paper: Where the answer is to be found.
        why: For whose outcome it matters; empty where that goes without saying.
        left: The number of questions still to come at most, this one included; None while the family
            members are being named, and where an answer is corrected.
    """

    fact: str
    text: str
    hint: str
    options: tuple[Option, ...] = ()
    others: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    paper: Paper = Paper.START
    why: str = ""
    left: int | None = None


def value_of(case: Case, fact: str) -> Any:
    """Give the value of a fact by its name, such as ``"amina.born_on"``."""
    owner, _, bare = fact.rpartition(".")
    return getattr(case if not owner else case.sponsor if owner == "sponsor" else case.member(owner), bare)


def question_about(about: Fact, lang: Lang) -> str:
    """Give the question without the sentence that names special words; these are offered as options."""
    sentences = re.split(r"(?<=[.?]) ", about.question[lang])
    special = re.compile("|".join(rf"\b{word}\b" for word in about.words) or r"\Z.")
    return " ".join(sentence for sentence in sentences if not special.search(sentence))


def options_for(about: Fact, case: Case, fact: str, lang: Lang) -> Iterator[Option]:
    """Give what can be chosen by number, as far as it can be beside what is known."""
    bare = fact.rpartition(".")[2]
    if bare == RELATION:
        yield from (Option(kin.value, kin.label(lang)) for kin in choices())
        return
    is_child = about.choices is Parentage and value_of(case, f"{fact.rpartition('.')[0]}.{RELATION}") is Relation.CHILD
    for choice in about.choices or ():
        if can_be(case, fact, choice):
            label = KINDS_OF_CHILD[Parentage(choice)] if is_child else choice.label
            yield Option(choice.value, label[lang])
    if about.kind is FactKind.MEMBER:
        relations = View.candidates(bare)
        for member in case.members:
            if member.relation in relations:
                yield Option(member.id, f"{member.id} ({member.relation.label[lang]})")
    for word in about.words:
        yield Option(word, _words_for(bare, word)[lang])


def can_be(case: Case, fact: str, value: Any) -> bool:
    """Say whether a fact can have a value beside what is known."""
    try:
        whatif.changed(case, {fact: value})
    except BadCase:
        return False
    return True


def _words_for(bare: str, word: str) -> Text:
    return _SPECIAL.get((bare, word)) or _SPECIAL["", word]


def answer_in_words(value: Any, about: Fact, lang: Lang) -> str:
    """Give the value of a fact in plain words, as an answer would be."""
    for word, meaning in about.words.items():
        if value == meaning:
            bare = next(name for facts in _ALL_FACTS for name, told in facts.items() if told is about)
            return _words_for(bare, word)[lang]
    return wording.value_in_words(value, lang)


_ALL_FACTS: Final = (CASE_FACTS, SPONSOR_FACTS, MEMBER_FACTS)


def label_of(fact: str, lang: Lang) -> str:
    """Give the label of a fact by its name, without the marks that lawyers have for days (D0 to D4)."""
    return _OWN_LABELS[fact][lang] if fact in _OWN_LABELS else _unmarked(wording.fact_in_words(fact, lang))


def missing_label(fact: str, in_part: Mapping[str, Span], lang: Lang) -> str:
    """Give the label of a fact that is not known; of a day that is known in part, that its exact day is not."""
    return _unmarked(wording.missing_in_words(fact, lang, in_part)) if fact in in_part else label_of(fact, lang)


def _unmarked(label: str) -> str:
    return re.sub(r" \(D[0-9]\)", "", label)


def what_clashes(fault: Fault, case: Case) -> tuple[str, ...]:
    """Give the facts that a fault is about, by their names in an interview."""
    table, index, bare = _place(fault.path)
    if not table:
        return (bare,)
    owner = "sponsor" if index is None else case.members[index].id if index < len(case.members) else ""
    facts = [f"{owner}.{bare}"]
    for match in re.finditer(_FACT_NAME, fault.text.en):
        own = SPONSOR_FACTS if owner == "sponsor" else MEMBER_FACTS
        prefix = "sponsor." if match[1] else "" if match[2] in CASE_FACTS else f"{owner}."
        if match[1] or match[2] in CASE_FACTS or match[2] in own:
            facts.append(f"{prefix}{match[2]}")
    return tuple(facts)


def in_plain_words(fault: Fault, case: Case, asked: str, lang: Lang) -> str:
    """Give a fault with facts by their labels and days in words, and its place where that is another one."""
    table, index, bare = _place(fault.path)
    of_sponsor = table == "sponsor"
    place = f"{case.members[index].id}.{bare}" if index is not None and index < len(case.members) else fault.path

    def label(match: re.Match[str]) -> str:
        tables = (SPONSOR_FACTS, CASE_FACTS) if of_sponsor or match[1] else (CASE_FACTS, MEMBER_FACTS)
        facts = next((table for table in tables if match[2] in table), {})
        if match[2] not in facts:
            return match[0]
        if match[2] in _IN_A_SENTENCE:
            return _IN_A_SENTENCE[match[2]][lang]
        whose = match[1] or ("sponsor." if facts is SPONSOR_FACTS else "")
        return label_of(f"{whose}{match[2]}", lang)

    def day(match: re.Match[str]) -> str:
        return wording.value_in_words(wording.days_from_words(match[0]), lang).removeprefix("in ")

    text = re.sub(rf"({_FACT_NAME}) ({_ISO_DAY}|[0-9]{{4}}\b)", r"\1 (\4)", fault.text[lang])
    text = re.sub(_ISO_DAY, day, re.sub(_FACT_NAME, label, text))
    elsewhere = table and place not in (asked, ID) and index != len(case.members)
    mark = "" if text.endswith((".", "?", "!")) else "."
    return f"{label_of(place, lang)}: {text}{mark}" if elsewhere else f"{text}{mark}"


_FACT_NAME: Final = r"(sponsor\.)?\b([a-z]+(?:_[a-z0-9]+)+)"
_ISO_DAY: Final = r"\b[0-9]{4}-[0-9]{2}(?:-[0-9]{2}(?:/[0-9]{4}-[0-9]{2}-[0-9]{2})?)?\b"


def _place(path: str) -> tuple[str, int | None, str]:
    """Take a place in a case file apart: the table, the number of the member, the fact."""
    found = re.fullmatch(r"(members|sponsor)(?:\[([0-9]+)\])?\.(\w+)", path)
    if found is None:
        return "", None, path
    return found[1], int(found[2]) if found[2] else None, found[3]


_IN_A_SENTENCE: Final = {"decided_on": Text(en="the day of the assessment", nl="de dag van de beoordeling")}
_OWN_LABELS: Final = {"decided_on": Text(en="day of the assessment", nl="dag van de beoordeling")}
"""For who has the letters of the IND at hand "the decision" is the one that granted asylum."""
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
