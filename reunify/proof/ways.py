"""Every way that a plain function can go, while what it reads is not settled: it is run again for each answer.

A function of the law is plain Python. It is given things that ask, wherever it compares or chooses, which of
several answers to take (see `Asker.choose`); run once for each, it has been seen whole. Nothing here knows of
families or of a solver: an answer is whatever the one who asks says that it means.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, Generic, TypeVar

import attrs

__all__ = ["Asker", "Meaning", "NotFollowedError", "T", "TooManyWaysError", "Way", "ways"]

T = TypeVar("T")
Meaning = TypeVar("Meaning")


class NotFollowedError(Exception):
    """A function does with a value what cannot be followed, such as asking on which weekday a day falls."""


class TooManyWaysError(Exception):
    """A function can go more ways than are looked at."""


@attrs.frozen
class Way(Generic[Meaning, T]):
    """One way that a function can go.

    Attributes:
        answers: What was answered on the way, in the terms of those who asked.
        places: The place of each of these among the answers to the same question.
        result: What comes out.
    """

    answers: tuple[Meaning, ...]
    places: tuple[int, ...]
    result: T


@attrs.define
class _Taken(Generic[Meaning]):
    """One answer, and how many there are to the same question."""

    answers: Sequence[Meaning]
    place: int


class Asker(Generic[Meaning]):
    """Answers what a function asks, on one way through it."""

    def __init__(self, script: Sequence[int]) -> None:
        self._script = script
        self.taken: list[_Taken[Meaning]] = []
        self.is_lost: bool = False
        """Whether something was done on this way that cannot be followed, also where the function made do with that."""
        self._known: dict[Hashable, int] = {}

    def lose(self) -> NotFollowedError:
        """Note that something cannot be followed; give what to raise."""
        self.is_lost = True
        return NotFollowedError()

    def choose(self, question: Hashable, answers: Sequence[Meaning]) -> int:
        """Give the place of the answer to take on this way; the same question has the same answer throughout.

        Args:
            question: What is asked.
            answers: What each answer means; always one of them is so, and never two.
        """
        place = self._known.get(question)
        if place is None:
            place = 0 if len(self.taken) >= len(self._script) else self._script[len(self.taken)]
            self._known[question] = place
            self.taken.append(_Taken(answers, place))
        return place


def ways(function: Callable[[Asker[Any]], T], most: int, *, lost: bool = False) -> Iterator[Way[Any, T]]:
    """Give every way that a function can go.

    Args:
        function: Is run once a way, with whom to ask.
        most: How many ways are looked at.
        lost: Whether it does not matter what cannot be followed, since only texts are made of it.

    Raises:
        TooManyWaysError: There are more.
        NotFollowedError: Something cannot be followed.
    """
    script: list[int] | None = []
    seen = 0
    while script is not None:
        if seen == most:
            raise TooManyWaysError
        asker: Asker[Any] = Asker(script)
        result = function(asker)
        if asker.is_lost and not lost:
            raise NotFollowedError
        seen += 1
        answers = tuple(taken.answers[taken.place] for taken in asker.taken)
        yield Way(answers, tuple(taken.place for taken in asker.taken), result)
        script = _next(asker.taken)


def _next(taken: list[_Taken[Any]]) -> list[int] | None:
    """Give the answers of the next way: the last one that was not the last of its kind is changed."""
    while taken and taken[-1].place == len(taken[-1].answers) - 1:
        taken.pop()
    return [*(one.place for one in taken[:-1]), taken[-1].place + 1] if taken else None
