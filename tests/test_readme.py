"""What the README and the how-to pages show is what comes out, and what is there."""

import re
import shlex
from pathlib import Path

import pytest

from reunify.__main__ import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"<!-- output: reunify (.*?) -->\n```text\n(.*?)```", README, re.DOTALL)


def test_readme_shows_output():
    """The README shows at least one real output."""
    assert SHOWN


@pytest.mark.parametrize(("words", "shown"), SHOWN, ids=[words for words, _ in SHOWN])
def test_output_is_real(words, shown, capsys, monkeypatch):
    """The output shown is the beginning of what the command prints."""
    monkeypatch.chdir(ROOT)
    assert main(shlex.split(words)) == 0
    printed = capsys.readouterr().out
    assert shown == printed[: len(shown)]
    assert shown.count("\n") > 20


def test_code_shown_is_that_of_the_file():
    """A file that a page shows is shown to its end."""
    page = (ROOT / "docs" / "how-to.md").read_text(encoding="utf-8")
    shown = re.findall(r"<!-- file: (.*?) -->\n```python\n(.*?)```", page, re.DOTALL)
    assert shown
    for name, code in shown:
        assert (ROOT / name).read_text(encoding="utf-8").endswith(f'"""\n\n{code}')


def test_links_lead_somewhere():
    """Every link of the README to a file of the project leads to one."""
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
