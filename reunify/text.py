"""Texts that a user can see: always in Dutch and in English, side by side."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal, Self, TypeAlias, cast

import attrs

from reunify.figure import Figure

__all__ = ["LANGS", "Choice", "Lang", "Text", "Tongue", "refuse_braces", "texts_of"]

Lang: TypeAlias = Literal["nl", "en"]
LANGS: Final[tuple[Lang, ...]] = ("nl", "en")


class Tongue(str):
    """Other words for texts, in a language of the library or in another one; it stands where a `Lang` stands."""

    __slots__ = ()

    def words(self, text: Text) -> str:
        """Give the words for a text as it is written, before anything is filled in."""
        raise NotImplementedError

    def say(self, text: Text) -> str:
        """Give a text in these words, with what was filled in."""
        if text.filled is None:
            return self.words(text)
        template, values = text.filled
        return _fill(self.say(template), values, cast("Lang", self))


@attrs.frozen
class Text:
    """One text in the two languages of the library.

    Attributes:
        en: The English text.
        nl: The Dutch text.
        filled: The text and the values that `format` made it of.
    """

    en: str
    nl: str
    filled: tuple[Text, Mapping[str, object]] | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)
    _made_of: tuple[str, str, tuple[Figure, ...]] | None = attrs.field(
        default=None, alias="made_of", eq=False, repr=False, kw_only=True
    )

    @classmethod
    def of(cls, *figures: Figure, en: str, nl: str) -> Text:
        """Make a text that names figures of the law: ``{wait}`` becomes *two years*, and other names in braces stay."""
        if not figures:
            return cls(en=en, nl=nl)
        return cls(en=_figured(en, figures, "en"), nl=_figured(nl, figures, "nl"), made_of=(en, nl, figures))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the law that the text names."""
        return self._made_of[2] if self._made_of is not None else ()

    def with_figures(self, changed: Mapping[str, Figure]) -> Text:
        """Give the text with other figures; the same one, if it names none of those."""
        if self._made_of is None or not any(figure.name in changed for figure in self.figures):
            return self
        en, nl, figures = self._made_of
        return Text.of(*(changed.get(figure.name, figure) for figure in figures), en=en, nl=nl)

    def __getitem__(self, lang: Lang) -> str:
        """Give the text in ``lang``.

        Raises:
            KeyError: There is no text in that language.
        """
        if isinstance(lang, Tongue):
            return lang.say(self)
        if lang not in LANGS:
            message = f"there are texts in 'nl' and 'en', and none in {lang!r}"
            raise KeyError(message)
        return self.nl if lang == "nl" else self.en

    def format(self, **values: object) -> Text:
        """Fill in the ``{names}`` of both texts; a value that is a `Text` is filled in by language."""
        return Text(en=_fill(self.en, values, "en"), nl=_fill(self.nl, values, "nl"), filled=(self, values))


def texts_of(part: Any) -> dict[str, Text]:
    """Give all texts that a part of a law says itself, each by the name of its attribute."""
    said = {field.name: getattr(part, field.name) for field in attrs.fields(type(part))}
    return {name: text for name, text in said.items() if isinstance(text, Text)}


def refuse_braces(whose: str, *texts: Text | None, known: Iterable[str] = ()) -> None:
    """See that a text has no name in braces that nothing fills in.

    Args:
        whose: Whose texts they are, for the message.
        texts: The texts.
        known: The names that are filled in later.

    Raises:
        ValueError: It has one.
    """
    for text in (text for text in texts if text is not None and ("{" in text.en or "{" in text.nl)):
        for name in _IN_BRACES.findall(f"{text.en} {text.nl}"):
            if name not in known:
                message = f"{whose}: nothing fills in {{{name}}}: a figure of the law is given with figures=(…,)"
                raise ValueError(message)


_IN_BRACES: Final = re.compile(r"\{((?:[tT]he |a |another )?[a-z]\w*(?: th| - 1|:[^{}|]*\|[^{}|]*)?)\}")


def _figured(template: str, figures: tuple[Figure, ...], lang: Lang) -> str:
    for figure in figures:
        template = figure.fill(template, lang)
    return template


def _fill(template: str, values: Mapping[str, object], lang: Lang) -> str:
    return template.format(**{k: v[lang] if isinstance(v, Text) else v for k, v in values.items()})


class Choice(enum.StrEnum):
    """A closed list of values, each with a label in two languages.

    Attributes:
        label: What it is called.
        said: What people call it too, in either language, in small letters.
    """

    label: Text
    said: frozenset[str]

    def __new__(cls, value: str, en: str = "", nl: str = "", said: str = "") -> Self:
        """Make one value of the list with its two labels, and what people say for it with commas between."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = Text(en=en, nl=nl)
        member.said = frozenset(word.strip() for word in said.split(",") if word.strip())
        return member

    def __repr__(self) -> str:
        """Print as it is written in Python."""
        return f"{type(self).__name__}.{self.name}"
