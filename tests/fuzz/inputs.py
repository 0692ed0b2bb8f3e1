"""Case files and files of many families, drawn from the published schema and then broken in every way.

Drawn with `random` and not with hypothesis (as the property tests are), which takes ten times as long to draw a
case file as the command takes to judge it.
"""

import copy
import csv
import io
import json
from datetime import date, timedelta
from pathlib import Path
from random import Random

from drive import Input

from reunify import casefile, screen
from reunify.report import forms

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "casefile.schema.json").read_text(encoding="utf-8"))
EXAMPLES = [path.read_bytes() for path in sorted((ROOT / "examples" / "cases").glob("*.toml"))]
AS_JSON = [casefile.dumps(casefile.loads(raw.decode(), "toml"), "json").encode() for raw in EXAMPLES]
IDS = ("a", "b", "c d", "é", "=1", "-x")

# ---------------------------------------------------------------- what is good

_ODD_DAYS = ("0001-01-01", "9999-12-31", "1850-01-01", "2200-12-31", "2024-02-29", "2026-06-12")
_AMOUNTS = (0, 1500, 2523.96, 1e-9, 10_000_000)
_MEMBER, _SPONSOR = (SCHEMA["$defs"][name]["properties"] for name in ("FamilyMember", "Sponsor"))
_TOP = {name: part for name, part in SCHEMA["properties"].items() if name not in ("sponsor", "members")}


def _value(r, schema):
    """Draw a value that a schema allows."""
    if "enum" in schema or "const" in schema:
        return r.choice(schema.get("enum") or [schema["const"]])
    if "anyOf" in schema:
        value, *others = schema["anyOf"]
        return _value(r, r.choice(others) if others and r.random() < 0.2 else value)
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return _day(r) if name == "Day" else _value(r, SCHEMA["$defs"][name])
    if schema.get("type") == "array":
        return [_value(r, schema["items"]) for _ in range(r.randrange(3))]
    if schema.get("format") == "date":
        return _exact_day(r)
    return {"null": None, "boolean": r.random() < 0.5, "number": r.choice(_AMOUNTS), "string": r.choice(IDS)}[
        schema["type"]
    ]


def _exact_day(r):
    return r.choice(_ODD_DAYS) if r.random() < 0.05 else str(date(1970, 1, 1) + timedelta(r.randrange(20_800)))


def _day(r):
    """Draw a day; of those on the first of a month only as much as is often known."""
    day = _exact_day(r)
    if not day.endswith("-01"):
        return day
    known = (day[:4], int(day[:4]), day[:7], [day, "2100-12-31"], f"{day}/2100-12-31")
    return known[int(day[:4]) % len(known)]


def _facts(r, parts, most):
    return {name: _value(r, parts[name]) for name in r.sample(sorted(parts), r.randrange(most))}


def family(r):
    """Draw a family of which the schema has nothing to say; its facts may still contradict each other."""
    relations = SCHEMA["$defs"]["Relation"]["enum"]
    few = r.choice([3, 3, 12])
    return {
        **_facts(r, _TOP, 3),
        "sponsor": _facts(r, _SPONSOR, few),
        "members": [
            _facts(r, _MEMBER, few) | {"id": name, "relation": r.choice(relations)}
            for name in r.sample(IDS, r.randint(1, 3))
        ],
    }


# ---------------------------------------------------------------- what is broken

_ODD = (
    *(None, True, 0, -1, 10**30, "huge", 1.5, float("nan"), float("inf"), -0.0, "", " ", "x" * 600, "\0", "\x1b[2J"),
    *("\u202e", "\ud800", "9" * 600, "unknown", "never", "none", "not_yet", "permanent", "2026-02-30", "0000-00-00"),
    *(
        "-1-1-1",
        [],
        {},
        [[]],
        {"a": {}},
        [None],
        {"": 1},
        ["a"] * 200,
        "=1+1",
        "@x",
        "sponsor",
        "{}",
        "[",
        "1e999999999",
    ),
    *("+1", "\r\n", "a", "b", "spouse", "parent", "child", "2026-06-12"),
)
_NAMES = (
    "",
    " ",
    "a.b",
    "id ",
    "Id",
    "relatoin",
    "decided",
    "sponsor",
    "members",
    "born_on",
    "\0",
    "\x1b",
    "é",
    "\ud800",
)


def _tables(value):
    """Give the tables and lists in a family: those of the family itself, and those near them."""
    level = [value]
    for _ in range(4):
        yield from level
        parts = [part for outer in level for part in (outer.values() if isinstance(outer, dict) else outer)]
        level = [part for part in parts if isinstance(part, (dict, list))]


def broken(r):
    """Draw a family with a few things wrong with it."""
    data = family(r)
    for _ in range(r.randint(0, 3)):
        _break(r, r.choice(list(_tables(data))))
    return data


def _break(r, target):
    keys = list(target) if isinstance(target, dict) else list(range(len(target)))
    what = r.randrange(6)
    if not keys or what == 0:
        name, value = r.choice((*_NAMES, r.choice(list(_MEMBER)), "x" * 300)), _odd(r)
        target.update({name: value}) if isinstance(target, dict) else target.append(value)
        return
    key = r.choice(keys)
    if what == 1:
        del target[key]
    elif what == 2 and r.random() < 0.3:
        target[key] = _deep(target[key], r.choice([1, 2, 19, 25, 200, 3000]))
    elif what == 3 and isinstance(target, dict):
        target[r.choice(_NAMES)] = target.pop(key)
    elif what == 4 and isinstance(target, list):
        target += [target[key]] * r.choice([1, 5, 150])
    else:
        target[key] = _odd(r)


def _odd(r):
    return copy.deepcopy(r.choice(_ODD))


def _deep(value, times):
    for turn in range(times):
        value = [value] if turn % 2 else {"a": value}
    return value


# ---------------------------------------------------------------- how it is written


def _written(value, pair, leaf):
    """Write data on one line, however deep they are."""
    if isinstance(value, (dict, list)):
        # From the inside out, and without recursion.
        wraps = []
        while isinstance(value, (dict, list)) and len(value) == 1:
            name = next(iter(value)) if isinstance(value, dict) else None
            wraps.append(("[", "]") if name is None else ("{" + pair(name), "}"))
            value = value[0] if name is None else value[name]
        if isinstance(value, dict):
            # The same name twice, now and then.
            items = [*value.items(), *([("", 0)] if "" in value else [])]
            inner = "{" + ", ".join(pair(name) + _written(part, pair, leaf) for name, part in items) + "}"
        elif isinstance(value, list):
            inner = "[" + ", ".join(_written(part, pair, leaf) for part in value) + "]"
        else:
            inner = leaf(value)
        return "".join(start for start, _ in wraps) + inner + "".join(end for _, end in reversed(wraps))
    return leaf(value)


def as_json(data):
    """Write data as JSON."""
    return _written(data, lambda name: json.dumps(name) + ": ", _json_leaf)


def _json_leaf(value):
    return "9" * 700 if value == "huge" else json.dumps(value)


def as_toml(data):
    """Write a family as TOML; what TOML has no word for comes out as no TOML."""
    sponsor, members = data.get("sponsor"), data.get("members")
    parts = [("", {name: value for name, value in data.items() if name not in ("sponsor", "members")})]
    for name, head, value in (("sponsor", "[sponsor]", [sponsor]), ("members", "[[members]]", members)):
        if isinstance(value, list) and all(isinstance(table, dict) for table in value):
            parts += [(f"{head}\n", table) for table in value]
        elif name in data:
            parts[0][1][name] = data[name]
    return "\n".join(head + "".join(_toml_lines(table)) for head, table in parts)


def _toml_lines(table):
    for name, value in table.items():
        yield f"{_toml_pair(name)}{_written(value, _toml_pair, _toml_leaf)}\n"


def _toml_pair(name):
    return (name if name.isidentifier() and name.isascii() else json.dumps(name)) + " = "


def _toml_leaf(value):
    if isinstance(value, str) and (value == "huge" or (value[:4].isdigit() and value[4:5] == "-")):
        return "9" * 700 if value == "huge" else value
    return str(value) if isinstance(value, float) else json.dumps("unknown" if value is None else value)


def as_csv(r, found):
    """Write families as a table, as far as that can be."""
    rows = [{"family": f"f{number}"} | row for number, data in enumerate(found) for row in _rows(data)]
    columns = list(dict.fromkeys(["family", "id", "relation", *(name for row in rows for name in row)]))
    if r.random() < 0.8:
        columns = [name for name in columns if name in screen.COLUMNS]
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=r.choice(",;\t"), lineterminator=r.choice(["\n", "\r\n"]))
    writer.writerow(columns)
    for row in rows:
        cells = [_cell(row.get(name)) for name in columns]
        writer.writerow(cells + ["x"] * (r.random() < 0.05))
    return stream.getvalue()


def _rows(data):
    sponsor, members = data.get("sponsor"), data.get("members")
    shared = {name: value for name, value in data.items() if name not in ("sponsor", "members")}
    shared |= {f"sponsor.{name}": value for name, value in sponsor.items()} if isinstance(sponsor, dict) else {}
    people = members if isinstance(members, list) else [members]
    return [shared | (person if isinstance(person, dict) else {"id": person}) for person in people]


def _cell(value):
    if value is None or isinstance(value, (dict, list)):
        return "" if value is None else "[]"
    return str(value).lower() if isinstance(value, bool) else str(value)


# ---------------------------------------------------------------- bytes

_TOKENS = (
    *(
        b"\0",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\r",
        b"\n",
        b'"',
        b"'",
        b"'''",
        b'"""',
        b"\\",
        b"\\u",
        b"[",
        b"]",
    ),
    *(
        b"{",
        b"}",
        b",",
        b":",
        b"=",
        b".",
        b"#",
        b"-",
        b"[[members]]",
        b"[sponsor]",
        b"members",
        b"9" * 30,
        b"nan",
        b"1e9",
    ),
    *(
        b";",
        b"\t",
        b"\xc2\x9b",
        b"\xed\xa0\x80",
        b"null",
        b"NaN",
        b"-Infinity",
        b"0x",
        b"1979-05-27T07:32:00Z",
        b"07:32:00",
    ),
    *(b'\\"', b" ", b"a.", b"[a]\n", b"a=1\n", b'"a":'),
)
_STARTS = (
    *(b"", b"title = ", b'{"title": ', b"[sponsor]\n[[members]]\nid = ", b"family,id,relation\n", b'"', b"a = '''"),
    *(b'{"a":"', b"[", b"# "),
)


def mutant(r, raw, most):
    """Give bytes that were a good file once."""
    changed = bytearray(raw)
    for _ in range(r.randint(1, most)):
        start, length = r.randint(0, len(changed)), r.choice([0, 0, 1, 2, 8, 40, 400])
        again = bytes(changed[start : start + length]) * 2
        changed[start : start + length] = r.choice([r.choice(_TOKENS), r.randbytes(r.randint(0, 3)), again])
    return bytes(changed)


def _encoded(text):
    return text.encode("utf-8", "surrogatepass")


# ---------------------------------------------------------------- whole inputs


def _command(r):
    """Draw a command for a case file, with its options."""
    command = r.choice(["compare", "assess", "compare", "assess", "calendar", "screen"])
    words = (command, "--lang", r.choice(["nl", "en"]), *r.choice([(), ("--on", "2026-11-25"), ("--on", "2026-06-11")]))
    if command in ("compare", "assess"):
        words += ("--format", r.choice(sorted(forms.FAMILY_REPORT)), *r.choice([(), ("--full",)]))
    return words


def _screening(r):
    return ("screen", "--lang", r.choice(["nl", "en"]), "--format", r.choice(screen.FORMATS))


def _toml(r):
    return Input("TOML", "case.toml", _encoded(as_toml(broken(r))), _command(r))


def _json(r):
    return Input("JSON", "case.json", _encoded(as_json(broken(r))), _command(r))


def _bytes(r):
    raw = r.randbytes(r.randrange(100)) if r.random() < 0.05 else mutant(r, r.choice(r.choice([EXAMPLES, AS_JSON])), 6)
    return Input("bytes", r.choice(["case.toml", "case.json", "case"]), raw, _command(r))


def _json_lines(r):
    lines = []
    for _ in range(r.choice([1, 1, 2, 6])):
        named = r.choice([{}, {"family": "f"}, {"family": 7}, {"family": None}, {"family": [1]}, {"family": "=1"}])
        line = _encoded(as_json(named | broken(r)))
        lines.append(mutant(r, line, 3) if r.random() < 0.2 else line)
    raw = r.choice([b"", b"", b"\xef\xbb\xbf"]) + r.choice([b"\n", b"\r\n", b"\n\n"]).join(lines)
    return Input("JSON lines", "many.jsonl", raw, _screening(r))


def _csv(r):
    text = as_csv(r, [r.choice([family, broken])(r) for _ in range(r.randint(1, 3))])
    raw = text.encode(r.choice(["utf-8"] * 6 + ["utf-8-sig", "latin-1", "utf-16"]), "replace")
    return Input("CSV", "many.csv", mutant(r, raw, 3) if r.random() < 0.3 else raw, _screening(r))


def _repetition(r):
    """Say one thing over and over: what takes time in the square of a length shows here."""
    start = r.choice(_STARTS)
    token = b"".join(r.choice([r.choice(_TOKENS), r.randbytes(1)]) for _ in range(r.randint(1, 4)))
    length = r.choice([10_000, 100_000, casefile.MOST_BYTES - len(start), casefile.MOST_BYTES + 10])
    name = r.choice(["case.toml", "case.json", "many.csv", "many.jsonl"])
    words = _screening(r) if name.startswith("many") else _command(r)
    return Input("repetition", name, start + token * (length // len(token)), words)


_KINDS = {_toml: 30, _json: 20, _bytes: 24, _json_lines: 13, _csv: 12.8, _repetition: 0.2}


def make(seed, number):
    """Give one input: the same for the same seed and number."""
    r = Random(f"{seed}/{number}")  # noqa: S311 -- hostile, not secret
    [kind] = r.choices(list(_KINDS), list(_KINDS.values()))
    return kind(r)
