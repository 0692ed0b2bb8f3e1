"""Every text that a user can see exists in Dutch and in English."""

import gc
import importlib
import pkgutil

import pytest

import reunify
from reunify.text import LANGS, Text


def all_texts():
    """Give every text that exists once all modules are imported."""
    for module in pkgutil.walk_packages(reunify.__path__, "reunify."):
        if module.name != "reunify.__main__":
            importlib.import_module(module.name)
    return [thing for thing in gc.get_objects() if type(thing) is Text]


def test_no_text_lacks_a_language():
    """A text that is there in one language is there in the other."""
    texts = all_texts()
    assert len(texts) > 500
    assert [text for text in texts if bool(text.en.strip()) != bool(text.nl.strip())] == []


def test_both_languages_have_the_same_gaps():
    """What is filled in is filled in in both languages."""
    for text in all_texts():
        gaps = [sorted(part.split("}")[0] for part in text[lang].split("{")[1:]) for lang in LANGS]
        assert gaps[0] == gaps[1], text


def test_format_fills_by_language():
    """A text within a text is filled in by language."""
    inner = Text(en="yes", nl="ja")
    assert Text(en="say {word}", nl="zeg {word}").format(word=inner) == Text(en="say yes", nl="zeg ja")


@pytest.mark.parametrize("lang", ["fr", "EN", "", None])
def test_no_other_language(lang):
    """A language that there is none of is an error, and not English."""
    with pytest.raises(KeyError, match="there are texts in 'nl' and 'en'"):
        Text(en="yes", nl="ja")[lang]
