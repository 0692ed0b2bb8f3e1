"""Drive the real command with any file, and judge what it does: a result, or a refusal that names the place."""

import contextlib
import csv
import io
import json
import re
import signal
import traceback
from pathlib import Path

import attrs
import pyarrow as pa
import pyarrow.parquet as pq

import reunify
from reunify.__main__ import main

PACKAGE = Path(reunify.__file__).parent

LIMIT = 20
"""The seconds after which an input counts as one that hangs."""
_STEERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@attrs.frozen
class Input:
    """One file and what is asked of it.

    Attributes:
        kind: What sort of input it is, for the count.
        name: The name of the file.
        raw: What is in it.
        words: The command before the file, and what follows it.
    """

    kind: str
    name: str
    raw: bytes = attrs.field(repr=False)
    words: tuple[str, ...]


class TooSlow(BaseException):
    """An input took longer than `LIMIT`; no ``except Exception`` gets hold of it."""


@contextlib.contextmanager
def _limited():
    def stop(*_):
        raise TooSlow

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, LIMIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def run(words):
    """Run a command in this process; give its exit code, its output and its errors."""
    out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([str(word) for word in words])
    out.flush()
    return code, out.buffer.getvalue(), err.getvalue()


def judge(given, folder):
    """Give the input to the command, and its exit code back; anything but a result or a refusal is an error."""
    path = Path(folder) / given.name
    path.write_bytes(given.raw)
    command, *options = given.words
    with _limited():
        code, out, err = run([command, path, *options])
    assert code in (0, 2), f"exit code {code}"
    lines = err.splitlines()
    assert bool(lines) is (code == 2), f"exit code {code}, and on standard error: {err[:200]!r}"
    assert "Traceback" not in err
    assert not _STEERS.search(err), "what steers a terminal was shown"
    assert all(line.startswith(str(path)) for line in lines), "a line without its place"
    if command == "screen":
        _judge_rows(out, options)
    elif code == 2:
        assert not out, "output in spite of faults"
    else:
        assert out.decode("utf-8").strip()
        if "json" in options:
            assert json.loads(out)["schema"] == 1
    return code


def _judge_rows(out, options):
    if "parquet" in options:
        assert "family" in pq.read_table(io.BytesIO(out)).column_names
        return
    if "arrow" in options:
        assert "family" in pa.ipc.open_file(out).read_all().column_names
        return
    text = out.decode("utf-8")
    if "jsonl" in options:
        assert all("family" in json.loads(line) for line in text.split("\n") if line)
        return
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert {len(rows[0])} == {len(row) for row in rows}
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row), "a formula"


def place_of(error):
    """Name the kind of error by where it arose, so that one is told once."""
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if Path(frame.filename).is_relative_to(PACKAGE)] or frames
    return f"{type(error).__name__} {Path(inside[-1].filename).name}:{inside[-1].lineno}"
