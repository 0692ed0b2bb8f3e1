"""Texts that a user can see: always in Dutch and in English, side by side."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Final, Literal, Self, TypeAlias

import attrs

from reunify.figure import Figure

Lang: TypeAlias = Literal["nl", "en"]
LANGS: Final[tuple[Lang, ...]] = ("nl", "en")


@attrs.frozen
class Text:
    """One text in the two languages of the library.

    Attributes:
        en: The English text.
        nl: The Dutch text.
    """

    en: str
    nl: str
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
        if lang not in LANGS:
            message = f"there are texts in 'nl' and 'en', and none in {lang!r}"
            raise KeyError(message)
        return self.nl if lang == "nl" else self.en

    def format(self, **values: object) -> Text:
        """Fill in the ``{names}`` of both texts; a value that is a `Text` is filled in by language."""
        return Text(en=_fill(self.en, values, "en"), nl=_fill(self.nl, values, "nl"))


def _figured(template: str, figures: tuple[Figure, ...], lang: Lang) -> str:
    for figure in figures:
        template = figure.fill(template, lang)
    return template


def _fill(template: str, values: dict[str, object], lang: Lang) -> str:
    return template.format(**{k: v[lang] if isinstance(v, Text) else v for k, v in values.items()})


class Choice(enum.StrEnum):
    """A closed list of values, each with a label in two languages."""

    label: Text

    def __new__(cls, value: str, en: str = "", nl: str = "") -> Self:
        """Make one value of the list with its two labels."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = Text(en=en, nl=nl)
        return member

    def __repr__(self) -> str:
        """Print as it is written in Python."""
        return f"{type(self).__name__}.{self.name}"
