"""Make the documentation site, self-contained, into build/site; needs the extra ``site``.

    python docs/make_site.py

The pages are those of docs/ and of the front of the repository, each once; beside them it makes what only a site can
have: each article with its lines of code, a glossary, and the reference of the public modules.
"""

import ast
import importlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from inspect import cleandoc
from pathlib import Path
from urllib.parse import unquote, urlsplit

from reunify import Verdict
from reunify.comparison import ChangeKind
from reunify.engine.node import Node
from reunify.facts import CASE_FACTS, MEMBER_FACTS, SPONSOR_FACTS, Fact, Relation
from reunify.report.markdown import escape, table
from reunify.ruleset import Ground
from reunify.sources import Source
from reunify.text import Choice

ROOT = Path(__file__).parents[1]
PAGES, SITE = ROOT / "build" / "site-pages", ROOT / "build" / "site"
RULES = ROOT / "reunify" / "rules"
FRONT = {
    "README.md": "index.md",
    "CONTRIBUTING.md": "CONTRIBUTING.md",
    "CHANGELOG.md": "CHANGELOG.md",
    "SECURITY.md": "SECURITY.md",
}
NAV = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[2]
# What a program of one's own starts from; the rest is told in these.
REFERENCE = re.findall(r" reference/([\w.]+)\.md$", NAV, re.MULTILINE)
LINK = re.compile(r"(?<!`)(!?)\[([^\[\]]*)\]\((?!https?:|#|mailto:)([^()#\s]+)(#[^()\s]*)?\)")


def pages() -> dict[str, str]:
    """Give the pages by their place on the site."""
    files = {name: ROOT / name for name in FRONT} | {
        str(path.relative_to(ROOT)): path for path in sorted((ROOT / "docs").rglob("*.md"))
    }
    places = {name: FRONT.get(name, name.removeprefix("docs/")) for name in files}
    made = {places[name]: _on_site(path.read_text(encoding="utf-8"), name, places) for name, path in files.items()}
    modules = sorted(RULES.rglob("[!_]*.py"))
    made |= {_page_of(path): _code(path) for path in modules}
    made["articles.md"] = (
        f"# Articles, and their lines of code\n\n{table(('article', 'what it asks', 'code'), _articles(modules))}\n"
    )
    made["glossary.md"] = f"# Glossary\n\n{table(('English', 'Nederlands', 'word or fact'), _glossary())}\n"
    return made | {f"reference/{name}.md": f"# `{name}`\n\n::: {name}\n" for name in REFERENCE}


def _on_site(text: str, name: str, places: dict[str, str]) -> str:
    """Let the links of a page lead to pages of the site; what is not on it is named and no link."""
    here = os.path.dirname(name)  # noqa: PTH120 -- a name within the repository

    def led(found: re.Match[str]) -> str:
        image, said, target, part = found[1], found[2], found[3], found[4] or ""
        aim = os.path.normpath(os.path.join(here, target))  # noqa: PTH118 -- as above
        if aim in places:
            return f"[{said}]({os.path.relpath(places[aim], os.path.dirname(places[name]) or '.')}{part})"  # noqa: PTH120
        if image or aim.endswith(".json"):
            place = aim.removeprefix("docs/")
            return f"{image}[{said}]({os.path.relpath(place, os.path.dirname(places[name]) or '.')})"  # noqa: PTH120
        return f"{said} (`{aim}`)"

    return LINK.sub(led, text)


def _page_of(path: Path) -> str:
    return f"code/{path.relative_to(RULES).with_suffix('.md')}"


def _code(path: Path) -> str:
    source = path.read_text(encoding="utf-8")
    return f'# `reunify/rules/{path.relative_to(RULES)}`\n\n```python linenums="1"\n{source}```\n'


def _articles(modules: list[Path]) -> Iterator[tuple[str, str, str]]:
    """Give each article with a condition or ground that rests on it, and the line where that is made."""
    rows: list[tuple[str, str, str]] = []
    for path in modules:
        within = path.relative_to(RULES)
        module = importlib.import_module(".".join(("reunify.rules", *within.with_suffix("").parts)))
        for name, line in _made_in(path):
            one = getattr(module, name)
            if isinstance(one, Ground) or (isinstance(one, Node) and one.text is not None):
                text = one.title if isinstance(one, Ground) else one.text
                sources: tuple[Source, ...] = (one.source,) if isinstance(one, Ground) else one.sources
                link = f"[`{within}` {line}]({_page_of(path)}#__span-0-{line})"
                rows += [(escape(source.cite.en), escape(text.en), link) for source in sources]
    yield from sorted(rows)


def _made_in(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, min([node.lineno, *(one.lineno for one in node.decorator_list)])
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id, node.lineno


def _glossary() -> Iterator[tuple[str, str, str]]:
    facts: dict[str, Fact] = {
        **CASE_FACTS,
        **{f"sponsor.{name}": one for name, one in SPONSOR_FACTS.items()},
        **MEMBER_FACTS,
    }
    told = [(one.label.en, one.label.nl, f"`{name}`") for name, one in facts.items()]
    lists: tuple[type[Choice], ...] = (
        Verdict,
        ChangeKind,
        Relation,
        *(one.choices for one in facts.values() if one.choices),
    )
    told += [(one.label.en, one.label.nl, f'`"{one.value}"`') for choices in dict.fromkeys(lists) for one in choices]
    yield from sorted({tuple(map(escape, row)) for row in told}, key=str)


# ---------------------------------------------------------------- the site is whole


class _Looked(HTMLParser):
    """The links of a page, what can be linked to on it, and what it loads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of a tag."""
        given = dict(attrs)
        self.ids |= {value for name in ("id", "name") if (value := given.get(name))}
        target = given.get("href") or given.get("src")
        if target and (
            tag in {"script", "img"} or (tag == "link" and given.get("rel") in {"stylesheet", "icon", "preconnect"})
        ):
            self.loads.append(target)
        if target:
            self.links.append(target)


def faults() -> Iterator[str]:
    """Give every link of the site that leads nowhere, and everything that it would load from elsewhere."""
    looked = {path: _Looked(path.read_text(encoding="utf-8")) for path in SITE.rglob("*.html")}
    for path, page in looked.items():
        where = path.relative_to(SITE)
        yield from (f"{where}: loads {one}" for one in page.loads if urlsplit(one).netloc)
        for link in page.links if path.name != "404.html" else ():
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            aim = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            aim = aim / "index.html" if aim.is_dir() else aim
            if not aim.exists() or (
                parts.fragment and aim in looked and unquote(parts.fragment) not in looked[aim].ids
            ):
                yield f"{where}: {link} leads nowhere"


def main() -> None:
    """Make the site, and see that it is whole."""
    for folder in (PAGES, SITE):
        shutil.rmtree(folder, ignore_errors=True)
    made = pages()
    if lost := [name for name in made if not name.startswith("code/") and f": {name}\n" not in NAV]:
        sys.exit(f"mkdocs.yml leads nobody to {', '.join(lost)}")
    for name, text in made.items():
        (PAGES / name).parent.mkdir(parents=True, exist_ok=True)
        (PAGES / name).write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "docs" / "pictures", PAGES / "pictures")
    for file in (*(ROOT / "docs").glob("*.json"), ROOT / "docs" / "site.css"):
        shutil.copy(file, PAGES)
    subprocess.run([sys.executable, "-m", "zensical", "build", "--clean", "--strict"], cwd=ROOT, check=True)
    found = sorted(set(faults()))
    if found:
        sys.exit(cleandoc("The site is not whole:\n") + "\n" + "\n".join(found))


if __name__ == "__main__":
    main()
