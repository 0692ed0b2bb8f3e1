"""``python -m reunify`` and the command ``reunify``."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from reunify.exits import COULD_NOT, INTERRUPTED
from reunify.seldom import BEFORE_LOOKING
from reunify.text import Text

_NEEDS_EXTRA = Text(
    en='{module} is not installed; the command line needs: pip install "reunify[cli]"',
    nl='{module} is niet geïnstalleerd; de opdracht heeft nodig: pip install "reunify[cli]"',
)


def main(argv: list[str] | None = None) -> int:
    """Run the command line and give its exit code.

    Args:
        argv: The words after the command's name; those of the process unless given.

    Returns:
        0: assessed. 1: could not write, or an extra is missing. 2: the input is bad. 130: it was interrupted.
    """
    if argv is None:
        # What a process of its own loads stays: to look through it for what can go takes long, and finds nothing.
        gc.set_threshold(BEFORE_LOOKING)
    # Whoever closed a stream wants to hear nothing.
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8", newline="\n")  # noqa: SIM115 -- open to the end
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8", newline="\n")  # noqa: SIM115 -- open to the end
    try:
        return _run(sys.argv[1:] if argv is None else argv)
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(argv: list[str]) -> int:
    try:
        from reunify import cli  # noqa: PLC0415 -- needs the extra, whose lack is said in one line; so does each command

        return cli.run(argv)
    except ImportError as error:
        if error.name is None or error.name.startswith("reunify"):
            raise
        missing = _NEEDS_EXTRA.format(module=error.name)
        sys.stderr.write(f"reunify: {missing.en}\nreunify: {missing.nl}\n")
        return COULD_NOT


if __name__ == "__main__":
    sys.exit(main())
