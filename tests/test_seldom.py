"""While much is made that stays, Python looks seldom for what only refers to itself; after that as often as before."""

import gc

import pytest

from reunify.seldom import BEFORE_LOOKING, looking_seldom


@pytest.fixture(autouse=True)
def as_it_was():
    """Leave it as it was."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_looks_seldom_and_then_as_before():
    gc.set_threshold(700, 10, 10)
    with looking_seldom():
        assert gc.get_threshold() == (BEFORE_LOOKING, 10, 10)
    assert gc.get_threshold() == (700, 10, 10)


def test_as_before_after_a_fault():
    gc.set_threshold(700, 10, 10)
    with pytest.raises(KeyError), looking_seldom():
        raise KeyError
    assert gc.get_threshold() == (700, 10, 10)


@pytest.mark.parametrize("first", [0, BEFORE_LOOKING + 1], ids=["never", "more seldom"])
def test_who_has_it_look_less_is_left_alone(first):
    gc.set_threshold(first, 10, 10)
    with looking_seldom():
        assert gc.get_threshold() == (first, 10, 10)
