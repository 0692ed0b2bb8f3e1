"""Every way that a function can go."""

import pytest

from reunify.proof.ways import TooManyWaysError, ways


def letters(asker):
    first = asker.choose("first", ("a", "b"))
    return f"{first}{asker.choose('second', ('c', 'd', 'e'))}" if first else "0"


def test_each_way_once():
    """What is not asked on a way makes no more ways of it."""
    found = list(ways(letters, 10))
    assert [(("a",), "0"), (("b", "c"), "10"), (("b", "d"), "11"), (("b", "e"), "12")] == [
        (way.answers, way.result) for way in found
    ]


def test_the_same_question_has_the_same_answer():
    """Who asks twice gets one answer, and it is told once."""

    def twice(asker):
        return asker.choose("it", (1, 2)), asker.choose("it", (1, 2))

    assert [((1,), (0, 0)), ((2,), (1, 1))] == [(way.answers, way.result) for way in ways(twice, 10)]


def test_no_more_than_asked_for():
    """More ways than are looked at are an error, and no half answer."""
    with pytest.raises(TooManyWaysError):
        list(ways(letters, 3))
