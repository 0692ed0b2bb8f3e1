"""What the classes of facts have in common: how a field may be given, how it is told, and what is printed."""

from __future__ import annotations

from decimal import Decimal
from types import NoneType
from typing import (
    TYPE_CHECKING,
    Any,
    Generic,
    Self,
    TypeAlias,
    TypeVar,
    cast,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
    overload,
)

import attrs

from reunify.facts.kinds import ADDED, ADDED_FIELD, UNKNOWN_WORD, facts_of
from reunify.renamed import old_names
from reunify.shown import Shown, ShownInNotebook
from reunify.text import Choice

__all__ = ["Amount", "Chosen", "ReadAs", "ShowsWhatIsGiven"]

if not TYPE_CHECKING:
    __getattr__ = old_names(__name__, Given="ReadAs")

_T = TypeVar("_T")
_G = TypeVar("_G")


class ReadAs(Generic[_T, _G]):
    """The type of a field that is read as the first and may be given as the second."""

    if TYPE_CHECKING:

        @overload
        def __get__(self, owner: None, of: type) -> Self: ...
        @overload
        def __get__(self, owner: object, of: type) -> _T: ...
        def __get__(self, owner: object, of: type) -> object: ...
        def __set__(self, owner: object, value: _G) -> None: ...


Chosen: TypeAlias = ReadAs[_T, str | _T]
"""A choice, which may be given as its word."""
Amount: TypeAlias = ReadAs[Decimal | None, Decimal | float | None]


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(attrs.field,))
class ShowsWhatIsGiven(ShownInNotebook):
    """Prints the facts that are given, and none of the many that are not; and ``help`` tells each with its type and label."""

    __slots__ = ()

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        types, told = get_type_hints(cls), facts_of(cls)
        made = cast("Any", cls.__init__).__annotations__
        for name, about in told.items():
            made[name] = _in_words(types[name])
            head, label = f"        {name}:", about.label
            cls.__doc__ = (cls.__doc__ or "").replace(head, f"{head[:-1]} ({made[name]}): *{label.en}; {label.nl}.*", 1)

    @property
    def _given(self) -> list[tuple[str, Any]]:
        fields = attrs.fields(cast("type[attrs.AttrsInstance]", type(self)))
        given = [field.name for field in fields if field.init and getattr(self, field.name) != field.default]
        return [
            *((name, getattr(self, name)) for name in given if name != ADDED_FIELD),
            *getattr(self, ADDED_FIELD, ()),
        ]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._given)})"

    def _shown(self) -> Shown:
        facts = {**facts_of(type(self)), **ADDED.get(type(self), {})}
        told = [(facts[name].label.en, value) for name, value in self._given if name in facts]
        return Shown(type(self).__name__, ("fact", "value"), [(label, _value_in_words(value)) for label, value in told])


def _value_in_words(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None:
        return UNKNOWN_WORD
    return value.label.en if isinstance(value, Choice) else str(getattr(value, "value", value))


def _in_words(hint: Any) -> str:
    """Give the type that a field may be given as, as it would be written; that nothing is known comes last."""
    hint = get_args(hint)[-1] if get_origin(hint) is ReadAs else hint
    parts = get_args(hint) or (hint,)
    return " | ".join([*(part.__name__ for part in parts if part is not NoneType), *["None"][: NoneType in parts]])
