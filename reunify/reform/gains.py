"""Who gains and who loses by a change of law: as rows to count, plot or put in a table, and as a text."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, overload

import attrs

from reunify.engine.meaning import Verdict
from reunify.facts import Case, Protection
from reunify.reform.written import written
from reunify.renamed import old_names
from reunify.text import Lang, Text

if TYPE_CHECKING:
    from reunify.reform.differences import Difference, Differences

__all__ = ["GainOrLoss", "GainsAndLosses", "gains_and_losses_of"]

if not TYPE_CHECKING:
    __getattr__ = old_names(__name__, rows_of="gains_and_losses_of")


@attrs.frozen(kw_only=True)
class GainOrLoss:
    """One person and status that comes out better, or worse, by the change of law.

    Attributes:
        first: The difference that the least changed family shows.
        families: In how many boundary families it is so.
    """

    first: Difference
    families: int

    @property
    def who(self) -> str:
        """The name of the person in `people.PEOPLE`, such as ``"spouse"``."""
        return self.first.person

    @property
    def label(self) -> Text:
        """The same in plain words."""
        return self.first.family.who.label_under(*self.first.laws)

    @property
    def status(self) -> Protection:
        """The sponsor's status."""
        return self.first.protection

    @property
    def before(self) -> Verdict:
        """The verdict under the old law, in `case`."""
        return self.first.old

    @property
    def after(self) -> Verdict:
        """The verdict under the new law, in `case`."""
        return self.first.new

    @property
    def worse(self) -> bool:
        """Whether it is a loss."""
        return self.first.worse

    @property
    def case(self) -> Case:
        """One family in which it is so: the least changed."""
        return self.first.family.case

    def told(self, lang: Lang) -> str:
        """Give it in words: the number of families, who, and one family.

        Args:
            lang: The language.
        """
        side = (_LOSES if self.worse else _GAINS)[lang]
        who = f"{side} {self.families:4}  {self.label[lang]}, {self.status.label[lang]}"
        step = f"{self.before.label[lang]} → {self.after.label[lang]}"
        example = f"{_EXAMPLE[lang]}: {step} {self.first.family.told(lang)}"
        lines = textwrap.wrap(who, _WIDE, subsequent_indent=_INDENT)
        lines += textwrap.wrap(example, _WIDE, initial_indent=_INDENT, subsequent_indent=_INDENT)
        return "\n".join(lines)


@attrs.frozen(kw_only=True, str=False)
class GainsAndLosses(Sequence[GainOrLoss]):
    """Who gains and who loses, a row for each person and status; printed, it is a text.

    Attributes:
        rows: The rows, in the order of the differences.
        lang: The language of the text.
        head: The lines above the rows in the text.
    """

    rows: tuple[GainOrLoss, ...]
    lang: Lang
    head: tuple[str, ...] = attrs.field(repr=False)

    @overload
    def __getitem__(self, index: int) -> GainOrLoss: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[GainOrLoss, ...]: ...
    def __getitem__(self, index: int | slice) -> GainOrLoss | tuple[GainOrLoss, ...]:
        return self.rows[index]

    def __len__(self) -> int:
        return len(self.rows)

    def __str__(self) -> str:
        return "\n".join([*self.head, *(f"\n{row.told(self.lang)}" for row in self.rows)])

    def to_dicts(self) -> list[dict[str, Any]]:
        """Give the rows as plain data, such as pandas and polars make a table of.

        Returns:
            For each row ``who``, ``label``, ``status``, ``before``, ``after`` and ``families``, and in ``where`` what
            differs in `GainOrLoss.case` from the family in which everything is met.
        """
        return [
            {
                "who": row.who,
                "label": row.label[self.lang],
                "status": row.status.value,
                "before": row.before.value,
                "after": row.after.value,
                "families": row.families,
                "where": "; ".join(f"{name} = {written(value)}" for name, value in row.first.family.changes),
            }
            for row in self.rows
        ]


def gains_and_losses_of(found: Differences) -> tuple[GainOrLoss, ...]:
    """Put differences together by person, status, and whether they are gains or losses.

    Args:
        found: The differences.
    """
    sides: dict[tuple[str, Protection, bool], list[Difference]] = {}
    for difference in found:
        sides.setdefault((difference.person, difference.protection, difference.worse), []).append(difference)
    return tuple(
        GainOrLoss(
            first=min(kinds, key=lambda difference: len(difference.family.changes)),
            families=sum(difference.families for difference in kinds),
        )
        for kinds in sides.values()
    )


_GAINS: Final = Text(en="better", nl="beter")
_LOSES: Final = Text(en="worse", nl="slechter")
_EXAMPLE: Final = Text(en="for example", nl="bijvoorbeeld")
_WIDE: Final = 100
_INDENT: Final = " " * 4
