"""Write what the commands give, for tests of "equal input, equal bytes".

    python tests/outputs.py FOLDER [--crlf]

makes the input in ``FOLDER/in`` and one file a command in ``FOLDER/out``. With ``--crlf`` the lines of the
input end as on Windows.
"""

import json
import locale
import os
import shutil
import sys
import tomllib
from contextlib import suppress
from pathlib import Path

CASES = Path(__file__).parents[1] / "examples" / "cases"
CASE = "subsidiary-couple-with-foster-child"
CSV = """family,decided_on,sponsor.protection,sponsor.born_on,sponsor.permit_notified_on,id,relation,born_on,in_netherlands
één,2026-11-25,subsidiary,1990-05-04,2026-07-01,wife,spouse,1992-03-01,false
één,,,,,son,child,2015-03-01,false
twee,2026-06-11,refugee,1991-01-31,2026-02-27,"I, İ and ı",child,2008-02-29,unknown
"""


def commands():
    """Give each command with the name of the file that it writes."""
    for form in ("text", "markdown", "html", "json"):
        for lang in ("en", "nl"):
            yield f"compare-{lang}.{form}", ["compare", f"{CASE}.toml", "--format", form, "--lang", lang]
            yield f"full-{lang}.{form}", ["compare", f"{CASE}.toml", "--format", form, "--lang", lang, "--full"]
        yield f"assess.{form}", ["assess", "uam-subsidiary-mother-and-siblings.toml", "--format", form]
        yield f"json-file.{form}", ["compare", f"{CASE}.json", "--format", form]
        yield f"explain.{form}", ["explain", "two-status", "--format", form, "--lang", "nl"]
        yield f"one-ground.{form}", ["explain", "single-status", "spouse", "--format", form]
    for form in ("text", "markdown", "csv", "json"):
        yield f"sources.{form}", ["sources", "--format", form]
    for form in ("csv", "jsonl"):
        yield f"screen-folder.{form}", ["screen", ".", "--format", form]
        yield f"screen-lines.{form}", ["screen", "families.jsonl", "--format", form]
        yield f"screen-table.{form}", ["screen", "families.csv", "--format", form]
    yield "faults.csv", ["screen", "broken.jsonl", "--faults", "../out/faults.txt"]
    yield "calendar.ics", ["calendar", f"{CASE}.toml", "--on", "2026-06-20"]


def prepare(folder, end):
    """Write the input: cases in TOML and JSON, and two tables of families, with the given end of a line."""
    folder.mkdir(parents=True)
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(CASES.glob("*.toml"))}
    found = {name: json.dumps(tomllib.loads(text), default=str, ensure_ascii=False) for name, text in texts.items()}
    texts[f"{CASE}.json"] = json.dumps(json.loads(found[f"{CASE}.toml"]), indent=2, ensure_ascii=False) + "\n"
    texts["families.jsonl"] = "\n".join(found.values()) + "\n"
    # A table is made where somebody can be assessed.
    texts["broken.jsonl"] = '{"members": 1}\n[\n{}\n' + found[f"{CASE}.toml"] + "\n"
    texts["families.csv"] = CSV
    for name, text in texts.items():
        (folder / name).write_bytes(text.replace("\n", end).encode())


def make(folder, end="\n"):
    """Write the input and the output."""
    from reunify import cli  # noqa: PLC0415 -- so that what is imported can be looked at first

    shutil.rmtree(folder, ignore_errors=True)
    prepare(folder / "in", end)
    (folder / "out").mkdir()
    os.chdir(folder / "in")
    for name, words in commands():
        code = cli.run([*words, "-o", f"../out/{name}"])
        if code != (2 if name == "faults.csv" else 0):
            sys.exit(f"{words}: exit code {code}")


if __name__ == "__main__":
    # As in a program that follows its user's language in everything.
    with suppress(locale.Error):
        locale.setlocale(locale.LC_ALL, "")
    make(Path(sys.argv[1]).resolve(), "\r\n" if "--crlf" in sys.argv else "\n")
