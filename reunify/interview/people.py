"""Who wants to come: names and what people are, as one types them in one line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

import attrs

from reunify.interview.answer import COMPLAINT_OPTION, NO_MORE_WORDS, UNKNOWN_WORDS, can_be, plain, unclear
from reunify.interview.dates import Said, read_day
from reunify.interview.kin import Kin, are_several, both, choices, kin_of, nearest_word
from reunify.interview.question import ID, RELATION, Prompt
from reunify.interview.state import OTHER, Stage
from reunify.renamed import old_names
from reunify.report.wording import EVERYBODY
from reunify.text import LANGS, Lang, Text

__all__ = [
    "LONGEST_NAME",
    "PersonNamed",
    "check_name",
    "filled_in",
    "named",
    "not_understood",
    "read_kin",
    "read_person",
    "which_of",
    "with_persons",
]

if not TYPE_CHECKING:
    __getattr__ = old_names(__name__, Person="PersonNamed")

LONGEST_NAME: Final = 60
"""The most characters that the name of a person can have."""


@attrs.frozen
class PersonNamed:
    """Somebody who was named.

    Attributes:
        name: The name.
        word: What was said that the person is to the sponsor; None where nothing was.
        kin: What that can mean.
        born: The day of birth, if it was told with the name.
    """

    name: str
    word: str | None = None
    kin: tuple[Kin, ...] = ()
    born: Said | None = None


def named(state: Stage, text: str, word: str) -> tuple[Stage, tuple[PersonNamed, ...]]:
    """Give the state after an answer to "who wants to come", and who was named.

    Of the last one named it may not be known yet what he or she is to the sponsor; then that is asked next.

    Raises:
        BadCase: It is no name, or a word in it is not known.
    """
    if word in NO_MORE_WORDS or word in UNKNOWN_WORDS:
        if not state.case.members:
            raise unclear(ID, _NAME_SOMEBODY)
        return attrs.evolve(state, all_named=True), ()
    persons = tuple(_persons(text, state.case.decided_on))
    return with_persons(state, persons), persons


def with_persons(state: Stage, persons: Sequence[PersonNamed]) -> Stage:
    """Give the state with who was named.

    Raises:
        BadCase: Somebody cannot be called so, or it is not known what he or she is to the sponsor.
    """
    for person in persons:
        check_name(state, person.name)
        if len(person.kin) == 1:
            state = state.with_member(person.name, person.kin[0])
            if person.born is not None:
                state = state.with_fact(f"{person.name}.born_on", person.born.value)
        elif person is persons[-1]:
            state.with_member(person.name, OTHER)
            state = attrs.evolve(state, name=person.name)
        else:
            raise unclear(ID, _ONE_BY_ONE.format(name=person.name))
    return state


def check_name(state: Stage, name: str) -> None:
    """See that a person can be called so.

    Raises:
        BadCase: That cannot be.
    """
    if not name or name.isdigit() or len(name) > LONGEST_NAME or any(unicodedata.category(c) in _NO_NAME for c in name):
        raise unclear(ID, _BAD_NAME.format(most=LONGEST_NAME))
    if _TWO_NAMES.search(name):
        raise unclear(ID, _SEVERAL.format(text=name))
    if plain(name) in _EVERYBODY:
        raise unclear(ID, _MEANS_ALL.format(name=name))
    if any(member.id == name for member in state.case.members):
        raise unclear(ID, _NAMED_BEFORE.format(name=name))


def read_person(text: str, latest: date | None = None) -> PersonNamed:
    """Take a name, what the person is and the day of birth apart: "Amina, wife, 1990", "Amina (my wife)", "mother".

    Args:
        text: What was typed.
        latest: The last day that a day can be.

    Raises:
        BadCase: What stands behind the name is neither a word for a relative nor a day.
    """
    said = " ".join(text.split())
    name, *rest = (part.strip() for part in said.split(","))
    found = None if rest else _IN_BRACKETS.fullmatch(said) or _WITH_OWNER.fullmatch(said)
    if found is not None:
        name, rest = found[1].strip(), [found[2].strip()]
    # Who is called "mother" in the file is one, unless something else is said.
    by_name = kin_of(name)
    if are_several(name) and not rest:
        raise unclear(ID, _SEVERAL.format(text=name))
    told = PersonNamed(name)
    for part in rest:
        told = _with_part(told, part, latest)
    return told if told.kin or not by_name else attrs.evolve(told, word=name, kin=by_name)


def filled_in(name: str, kin: str, born: str, latest: date | None = None) -> PersonNamed:
    """Give somebody whose name, relation and day of birth were filled in apart.

    Args:
        name: The name.
        kin: What he or she is to the sponsor: the value of one of `kin.choices`.
        born: The day of birth as it was typed; empty where it is not known.
        latest: The last day that a day can be.

    Raises:
        BadCase: No relation was chosen, or what was typed is no day.
    """
    found = tuple(choice for choice in choices() if choice.value == kin)
    if not found:
        raise unclear(RELATION, _CHOOSE)
    person = PersonNamed(" ".join(name.split()), found[0].label("en"), found)
    day = plain(born)
    if day in UNKNOWN_WORDS:
        return person
    said = read_day(day, latest, latest, exact=False)
    if said is None:
        raise unclear(_BORN, _NO_DAY.format(text=born))
    return attrs.evolve(person, born=said)


def _with_part(person: PersonNamed, part: str, latest: date | None) -> PersonNamed:
    """Give the person with what one part of the line says: what he or she is, or the day of birth."""
    if plain(part) in UNKNOWN_WORDS:
        return person
    if kin := kin_of(part):
        fitting = both(person.kin, kin) if person.kin else kin
        if not fitting:
            raise unclear(ID, _TWO_WORDS.format(name=person.name, first=person.word or "", second=part))
        return attrs.evolve(person, word=part, kin=fitting)
    if born := read_day(part, latest, latest, exact=False):
        if person.born is not None:
            raise unclear(ID, _TWO_DAYS.format(name=person.name))
        return attrs.evolve(person, born=born)
    raise unclear(ID, _NO_DAY.format(text=part) if re.search("[0-9]", part) else not_understood(part))


def read_kin(asked: Prompt, text: str, word: str) -> Kin:
    """Give what a person is to the sponsor, by its number or in words.

    Raises:
        BadCase: It is no number of the list, no word that is known, or one that can mean several things.
    """
    if re.fullmatch("[0-9]{1,3}", word):
        if not 1 <= int(word) <= len(asked.options):
            raise unclear(RELATION, COMPLAINT_OPTION.format(most=len(asked.options)))
        chosen = asked.options[int(word) - 1].value
        return next(kin for kin in choices() if kin.value == chosen)
    found = kin_of(word)
    if len(found) > 1:
        raise unclear(RELATION, which_of(text, found, asked))
    if not found:
        known = are_several(word) or any(nearest_word(word, lang) for lang in LANGS)
        raise unclear(RELATION, not_understood(text) if known else COMPLAINT_OPTION.format(most=len(asked.options)))
    return found[0]


def which_of(text: str, found: tuple[Kin, ...], asked: Prompt) -> Text:
    """Ask which of several relations a word stands for."""
    values = {kin.value for kin in found}
    numbers = [number for number, option in enumerate(asked.options, 1) if option.value in values]
    return can_be(" ".join(text.split()), asked, numbers)


def not_understood(text: str) -> Text:
    """Say that a word for a relative is not known, and which one looks like it; or that it is one for several people."""
    text = " ".join(text.split())
    if are_several(text):
        return _SEVERAL.format(text=text)
    near: dict[Lang, str | None] = {lang: nearest_word(plain(text), lang) for lang in LANGS}
    hints = {lang: "" if word is None else _NEAR.format(near=word)[lang] for lang, word in near.items()}
    return _NOT_UNDERSTOOD.format(text=text, hint=Text(en=hints["en"], nl=hints["nl"]))


def _persons(text: str, latest: date | None) -> Iterator[PersonNamed]:
    parts = [part for part in re.split(r"[;\n]", text) if part.strip()]
    yield from (read_person(part, latest) for part in parts or [text])


# The report says so of the whole family, and a name that says so too would hide who is meant.
_EVERYBODY: Final = frozenset(
    {
        *(plain(EVERYBODY[lang]) for lang in LANGS),
        "everyone",
        "everybody",
        "all of them",
        "iedereen",
        "alle",
        "allemaal",
    }
)
_NO_NAME: Final = ("Cc", "Cs")  # control characters, and half characters that no file can hold
_IN_BRACKETS: Final = re.compile(r"([^:(]+)[:(]([^:()]+)\)?")
_WITH_OWNER: Final = re.compile(
    r"(.+?)(?<! van)(?<! of) (?:is )?((?:(?:(?:een|het|de|a|the) )?\w+ (?:van|of) )?(?:mijn|zijn|haar|my|his|her) .+)",
    re.IGNORECASE,
)
_TWO_NAMES: Final = re.compile(r"[&+/]| (?:en|and) ", re.IGNORECASE)
_SEVERAL: Final = Text(
    en="“{text}” is more than one person. Name each of them, with ; between: Ali, own son; Noor, own daughter",
    nl="“{text}” is meer dan één persoon. Noem ieder apart, met ; ertussen: Ali, eigen zoon; Noor, eigen dochter",
)
_TWO_WORDS: Final = Text(
    en="“{first}” and “{second}” do not go together; say with one word what {name} is. Put ; between two people",
    nl="“{first}” en “{second}” gaan niet samen; zeg met één woord wat {name} is. Zet ; tussen twee personen",
)
_TWO_DAYS: Final = Text(
    en="There are two days behind {name}; give the date of birth only, and put ; between two people",
    nl="Er staan twee dagen achter {name}; geef alleen de geboortedatum, en zet ; tussen twee personen",
)
_NO_DAY: Final = Text(
    en="“{text}” is not understood as a date of birth; write it as 25-11-1990, or as May 1990, 1990 or 1-6-1990 to "
    "31-8-1990 if that is all you know",
    nl="“{text}” is geen geboortedatum die ik begrijp; schrijf die als 25-11-1990, of als mei 1990, 1990 of 1-6-1990 t/m "
    "31-8-1990 als u niet meer weet",
)
_NAME_SOMEBODY: Final = Text(
    en="Name at least one family member, or say stop", nl="Noem ten minste één gezinslid, of zeg stop"
)
_BORN: Final = "born_on"
_CHOOSE: Final = Text(en="Choose what this person is to the sponsor", nl="Kies wat deze persoon is van de hoofdpersoon")
_BAD_NAME: Final = Text(
    en="Give a name of letters, of {most} characters at most", nl="Geef een naam van letters, van hooguit {most} tekens"
)
_MEANS_ALL: Final = Text(
    en="“{name}” means the whole family in the report; name each person by a name of his or her own",
    nl="“{name}” betekent in het rapport het hele gezin; noem ieder bij een eigen naam",
)
_NAMED_BEFORE: Final = Text(
    en="{name} was named before; add a letter to tell them apart",
    nl="{name} is al genoemd; voeg een letter toe om hen te onderscheiden",
)
_ONE_BY_ONE: Final = Text(
    en="What is {name} to the sponsor? Type it after the name: {name}, wife",
    nl="Wat is {name} van de hoofdpersoon? Typ dat achter de naam: {name}, vrouw",
)
_NOT_UNDERSTOOD: Final = Text(
    en="“{text}” is no word for a relative that is known here{hint}. Try another word, such as wife, son, foster child or "
    "aunt",
    nl="“{text}” is hier geen bekend woord voor een familielid{hint}. Probeer een ander woord, zoals vrouw, zoon, pleegkind "
    "of tante",
)
_NEAR: Final = Text(en=" (did you mean {near}?)", nl=" (bedoelt u {near}?)")
