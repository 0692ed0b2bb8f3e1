"""Each recipe of CONTRIBUTING.md is done on a copy of the tree: it works, and changes the files that it names and no more.

A recipe is a heading with, below it, what it changes, what is new, and what is run. What a ``diff`` block takes out or
keeps must stand in the file once; so a recipe that the tree has outgrown fails, and says where.
"""

import hashlib
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
FOLDERS = ("reunify", "tests", "docs", "examples")
MADE_BY_RUNNING = ("__pycache__", ".pytest_cache", ".hypothesis", ".ruff_cache", ".mypy_cache")
FENCED = re.compile(r"(?:^`(?P<file>[^`\n]+)`:\n\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@attrs.frozen
class Recipe:
    """A recipe as it is written."""

    title: str
    text: str

    @property
    def files(self):
        """Give what it says that it changes or makes."""
        said = re.findall(r"^(?:Changes|New|Makes again) .*?\.$", self.text, re.MULTILINE | re.DOTALL)
        return {name for sentence in said for name in re.findall(r"`([^`]+)`", sentence)}

    def blocks(self, *kinds):
        """Give its fenced blocks of some kinds, each with the file that stands before it."""
        return [(found["file"], found["text"]) for found in FENCED.finditer(self.text) if found["kind"] in kinds]

    def do(self, tree):
        """Do it."""
        for _, text in self.blocks("diff"):
            for part in re.split(r"^--- ", text, flags=re.MULTILINE)[1:]:
                name, _, hunks = part.partition("\n")
                change(tree / name, hunks)
        for name, text in self.blocks("python", "toml"):
            if name is not None:
                (tree / name).parent.mkdir(exist_ok=True, parents=True)
                (tree / name).write_text(text, encoding="utf-8")
        for _, text in self.blocks("sh"):
            for line in text.splitlines():
                run(line, tree)


def change(file, hunks):
    """Put what a diff says in the place of what it says that stands there."""
    text = file.read_text(encoding="utf-8")
    for hunk in filter(None, re.split(r"^@@\n", hunks, flags=re.MULTILINE)):
        old, new = ("".join(f"{line[1:]}\n" for line in hunk.splitlines() if line[:1] in {" ", sign}) for sign in "-+")
        assert text.count(old) == 1, f"{file.name} does not have this once:\n{old}"
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def run(line, tree):
    """Run a command of a recipe in the copy."""
    word, *words = shlex.split(line)
    assert word == "python"
    env = os.environ | {
        "PYTHONPATH": str(tree),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTEST_ADDOPTS": "-p no:cacheprovider",
    }
    env |= {"HYPOTHESIS_STORAGE_DIRECTORY": str(tree.parent / "hypothesis")}
    done = subprocess.run([sys.executable, *words], cwd=tree, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"


def contents(tree):
    """Give each file with what tells its content apart."""
    files = (path for path in tree.rglob("*") if path.is_file() and not {*MADE_BY_RUNNING} & {*path.parts})
    return {str(path.relative_to(tree)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


RECIPES = [
    Recipe(*part.split("\n", 1))
    for part in re.split(r"^### ", TEXT.partition("\n## Recipes\n")[2].partition("\n## ")[0], flags=re.MULTILINE)[1:]
]
# This one cannot be done without the work of a translator: what it names is looked at below.
NOT_DONE = {"Add a language"}


@pytest.mark.slow("does what it says on a copy of all files, and runs the tests that it names")
@pytest.mark.parametrize("recipe", [pytest.param(one, id=one.title) for one in RECIPES if one.title not in NOT_DONE])
def test_recipe(recipe, tmp_path):
    """What it says is done, its own checks pass, and the files that are other than before are those that it names."""
    tree = tmp_path / "tree"
    for name in FOLDERS:
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns(*MADE_BY_RUNNING))
    for file in ROOT.iterdir():
        if file.is_file():
            shutil.copy(file, tree)
    before = contents(tree)
    recipe.do(tree)
    after = contents(tree)
    assert recipe.files == {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def test_all_recipes_are_there():
    """The recipes are those of the changes that are asked for most."""
    titles = ["a figure", "a fact", "a condition", "a ground", "a law", "a report form", "a language"]
    assert ["Change a figure", *(f"Add {title}" for title in titles[1:])] == [recipe.title for recipe in RECIPES]


# What knows the languages by name, beside the texts themselves.
KNOWS_LANGUAGES = re.compile(r"""\.nl\b(?![/"])|(?<![\w-])["']nl["']|\bnl: str\b""")


def test_a_language():
    """The recipe for a language names each file in which a language has a name, beside the texts."""
    (recipe,) = (recipe for recipe in RECIPES if recipe.title in NOT_DONE)
    sources = [path for path in (ROOT / "reunify").rglob("*") if path.suffix in {".py", ".jinja"}]
    found = {
        str(path.relative_to(ROOT)) for path in sources if KNOWS_LANGUAGES.search(path.read_text(encoding="utf-8"))
    }
    assert found == recipe.files
