"""Faults: the place, the message in two languages, the nearest valid value."""

import json
import pickle
import re
from pathlib import Path

import pytest

import reunify
from reunify import BadCase
from reunify.faults import Fault, FaultCode, did_you_mean, in_one_line, nearest
from reunify.text import Text

WRONG = Fault("members[1].born_on", Text(en="it is wrong", nl="het is fout"), FaultCode.BAD_DATE)


def test_line():
    """A fault is one line: the place, a colon, what is wrong."""
    assert "members[1].born_on: it is wrong" == WRONG.line()
    assert "members[1].born_on: het is fout" == WRONG.line("nl")
    assert "het is fout" == Fault("", WRONG.text, FaultCode.EMPTY).line("nl")


def test_data():
    """For a program it is its place, its code, and its text in each language, with nothing in it that cannot be sent."""
    fault = Fault("members[1].a\ud800", Text(en="a\nb", nl="\udcff"), FaultCode.BAD_DATE)
    expected = {"path": "members[1].a\\ud800", "code": "bad-date", "en": "a\\nb", "nl": "\\udcff"}
    assert BadCase([fault]).to_data() == [expected]
    json.dumps(expected, ensure_ascii=False).encode()


def test_codes():
    """Each is a word in small letters, says what is wrong in both languages, and is given somewhere."""
    assert all(re.fullmatch("[a-z]+(-[a-z]+)*", code) and code.label.en != code.label.nl for code in FaultCode)
    package = Path(reunify.__file__).parent
    given = {
        name for path in package.rglob("*.py") for name in re.findall(r"FaultCode\.([A-Z_]+)", path.read_text("utf-8"))
    }
    assert given == {code.name for code in FaultCode}


def test_under():
    """The place of a fault can be put under another one."""
    assert "family.members[1].born_on" == WRONG.under("family").path
    assert "family" == Fault("", WRONG.text, FaultCode.EMPTY).under("family").path


def test_bad_case():
    """Bad input gives every fault at once, a line each, and survives a pickle."""
    error = BadCase([WRONG, Fault("sponsor", WRONG.text, FaultCode.EMPTY)])
    assert "members[1].born_on: it is wrong\nsponsor: it is wrong" == str(error)
    assert error.faults == pickle.loads(pickle.dumps(error)).faults  # noqa: S301 -- our own
    assert isinstance(error, ValueError)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("refugeee", "refugee"), ("Subsidiary", "subsidiary"), ("qqqq", None)],
)
def test_nearest(word, expected):
    """The nearest known word, whatever its case; none where nothing comes near."""
    assert expected == nearest(word, ["refugee", "subsidiary"])


@pytest.mark.parametrize(
    ("word", "known", "en", "nl"),
    [
        ("spouze", ["spouse", "child"], "; did you mean 'spouse'?", "; bedoelt u 'spouse'?"),
        ("qqqq", ["spouse", "child"], "; it can be 'spouse', 'child'", "; mogelijk is 'spouse', 'child'"),
        ("qqqq", [f"word{n}" for n in range(12)], "; it can be 'word0'", "; mogelijk is 'word0'"),
        ("qqqq", [f"word{n}" for n in range(13)], "", ""),
    ],
)
def test_did_you_mean(word, known, en, nl):
    """The hint names the nearest word, else all of at most twelve, else nothing."""
    hint = did_you_mean(word, known)
    assert (True, True) == (hint["en"].startswith(en), hint["nl"].startswith(nl))
    assert bool(en) is bool(hint["en"])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("members[0].id: 'é' is 'n' \u2028", "members[0].id: 'é' is 'n' \\u2028"),
        ("\x1b[2Ja\nb\r\t\x9b", "\\x1b[2Ja\\nb\\r\\t\\x9b"),
        ("\ud800 \udcff", "\\ud800 \\udcff"),
    ],
)
def test_in_one_line(text, shown):
    """What ends a line, steers a terminal or cannot be printed is written out; all else stays."""
    assert shown == in_one_line(text)
    assert shown == Fault("", Text(en=text, nl=text), FaultCode.EMPTY).line()


def test_nearest_of_long_words():
    """The start of long words is compared: comparing takes time in the square of the length."""
    assert "ab" * 500_000 == nearest("ba" * 500_000, ["ab" * 500_000, "c"])
