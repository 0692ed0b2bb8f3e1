"""The sheet for the family in another language: one file of texts, with the name of the translator and a day.

The library translates nothing itself. A file that lacks a text, or has one that no sheet shows, is refused as a whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final, cast

import attrs

from reunify import casefile
from reunify.faults import BadCase, Fault, FaultCode, did_you_mean
from reunify.report import wording
from reunify.report.sheet_words import PLAIN, TRANSLATED, texts_of_sheet
from reunify.rules import RULE_SETS
from reunify.ruleset import RuleSet
from reunify.text import LANGS, Lang, Text, Tongue

__all__ = ["SheetLanguage", "blank", "client_words", "read", "structure"]

_DIRECTIONS: Final = ("ltr", "rtl")


class _ClientWords(Tongue):
    """A language of the library, in the words of the sheet."""

    __slots__ = ()

    def words(self, text: Text) -> str:
        return PLAIN.get(text, text)[cast("Lang", str(self))]


def client_words(lang: Lang) -> Lang:
    """Give a language of the library in the words of the sheet: texts are asked in it as in any language."""
    return cast("Lang", _ClientWords(lang))


class _Translated(Tongue):
    """Another language: each text by its English."""

    texts: Mapping[str, str]

    def words(self, text: Text) -> str:
        english = PLAIN.get(text, text).en
        if english not in self.texts:
            raise BadCase([_missing(english)])
        return self.texts[english]


@attrs.frozen(kw_only=True)
class SheetLanguage:
    """A language of the sheet that the library has not.

    Attributes:
        language: Its tag, such as ``ar`` (BCP 47).
        direction: ``ltr`` or ``rtl``.
        translator: Who translated the texts.
        translated_on: When.
        texts: Each text by its English.
    """

    language: str
    direction: str
    translator: str
    translated_on: date
    texts: Mapping[str, str] = attrs.field(repr=False)

    @property
    def lang(self) -> Lang:
        """The language, as one in which a text can be asked."""
        made = _Translated(self.language)
        made.texts = self.texts
        return cast("Lang", made)

    @property
    def translated(self) -> str:
        """Who translated the sheet, and when, in a sentence."""
        day = wording.day_in_words(self.translated_on, self.lang)
        return TRANSLATED.format(translator=self.translator, day=day)[self.lang]


def read(path: Path | str, laws: Iterable[RuleSet] = RULE_SETS.regimes) -> SheetLanguage:
    """Read a language from a file in TOML; `blank` gives one to fill in.

    Args:
        path: The file.
        laws: The laws that a family may be told of.

    Raises:
        BadCase: It cannot be read, or is not whole; every fault at once.
    """
    return structure(casefile.parse(casefile.bytes_of(Path(path)), "toml"), laws)


def structure(data: Mapping[str, Any], laws: Iterable[RuleSet] = RULE_SETS.regimes) -> SheetLanguage:
    """Make a language of what stands in its file.

    Args:
        data: The tables and values.
        laws: The laws that a family may be told of.

    Raises:
        BadCase: It is not whole; every fault at once.
    """
    given = data.get("texts")
    texts: Mapping[str, Any] = given if isinstance(given, Mapping) else {}
    faults = [*_faults_of_head(data), *_faults_of_texts(texts, [text.en for text in texts_of_sheet(laws)])]
    if faults:
        raise BadCase(faults)
    return SheetLanguage(**{name: data[name] for name in _HEAD}, texts=dict(texts))


_HEAD: Final[Mapping[str, type]] = {"language": str, "direction": str, "translator": str, "translated_on": date}


def _faults_of_head(data: Mapping[str, Any]) -> Iterator[Fault]:
    for name, kind in _HEAD.items():
        if type(data.get(name)) is not kind or not data[name]:
            yield Fault(name, _NEEDED[name], FaultCode.MISSING_FACT)
    if data.get("language") and not _TAG.fullmatch(str(data["language"])):
        yield Fault("language", _NEEDED["language"], FaultCode.UNKNOWN_VALUE)
    if data.get("direction") and data["direction"] not in _DIRECTIONS:
        yield Fault("direction", _NEEDED["direction"], FaultCode.UNKNOWN_VALUE)


def _faults_of_texts(texts: Mapping[str, Any], wanted: list[str]) -> Iterator[Fault]:
    for english in wanted:
        said = texts.get(english)
        if not isinstance(said, str) or not said.strip():
            yield _missing(english)
        elif _names(said) != _names(english):
            names = ", ".join(sorted(_names(english))) or "-"
            yield Fault("texts", _OTHER_NAMES.format(text=repr(english), names=names), FaultCode.BAD_TEXT)
    for english in texts.keys() - set(wanted):
        hint = did_you_mean(english, wanted)
        yield Fault("texts", _NOT_SHOWN.format(text=repr(english), hint=hint), FaultCode.UNKNOWN_VALUE)


def _names(text: str) -> set[str]:
    """Give the names in braces that are filled in, and braces that stand for themselves."""
    return set(re.findall(r"\{\w+\}|[{}]", text))


def _missing(english: str) -> Fault:
    return Fault("texts", _NO_TEXT.format(text=repr(english)), FaultCode.MISSING_FACT)


_TAG: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_NO_TEXT: Final = Text(en="there is no translation of {text}", nl="er is geen vertaling van {text}")
_NOT_SHOWN: Final = Text(en="no sheet shows {text}{hint}", nl="op geen enkel blad staat {text}{hint}")
_OTHER_NAMES: Final = Text(
    en="the translation of {text} must have these names in braces, and no others: {names}",
    nl="de vertaling van {text} moet deze namen tussen accolades hebben, en geen andere: {names}",
)
_NEEDED: Final = {
    "language": Text(en='give the tag of the language, such as "ar"', nl='geef de code van de taal, zoals "ar"'),
    "direction": Text(en='give "ltr" or "rtl"', nl='geef "ltr" of "rtl"'),
    "translator": Text(en="give the name of who translated it", nl="geef de naam van wie het vertaalde"),
    "translated_on": Text(
        en="give the day of the translation, such as 2027-01-31", nl="geef de dag van de vertaling, zoals 2027-01-31"
    ),
}


def blank(laws: Iterable[RuleSet] = RULE_SETS.regimes) -> str:
    """Give a file to fill in: every text in English with its Dutch above it, and nothing translated.

    Args:
        laws: The laws that a family may be told of.
    """
    head = [f"# {line}" for line in _HOW_TO] + ['language = ""', 'direction = "ltr"', 'translator = ""']
    lines = [*head, "# translated_on = 2027-01-31", "", "[texts]"]
    for text in texts_of_sheet(laws):
        others = (f"# {text[lang]}" for lang in LANGS if text[lang] != text.en)
        lines += [*others, f'{json.dumps(text.en, ensure_ascii=False)} = ""']
    return "\n".join(lines) + "\n"


_HOW_TO: Final = (
    "The texts of the sheet for the family, to translate: write the translation behind the English, between the quotes.",
    "Leave names in braces, such as {day}, as they are; they may stand elsewhere in the sentence. A person translates",
    "this, and is named in it with the day. It is used with: reunify assess FAMILY.toml --format sheet --texts THIS.toml",
)
