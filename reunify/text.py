"""Texts that a user can see: always in Dutch and in English, side by side."""

from __future__ import annotations

import enum
from typing import Final, Literal, Self, TypeAlias

import attrs

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
