"""What `run` does for the command: where rows and faults go, how far it is, and how it ends."""

from __future__ import annotations

import contextlib
import itertools
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs

from reunify import files
from reunify.exits import BAD_INPUT, COULD_NOT, INTERRUPTED
from reunify.faults import BadCase, Fault, FaultCode, in_one_line
from reunify.renamed import old_names
from reunify.screen.processes import ProcessDiedError
from reunify.screen.read import CASE_FILES, Place, records
from reunify.screen.work import LAWS, Row, Screened, Two, screen
from reunify.screen.write import FORMS, Format, form_of, library
from reunify.text import Lang, Text

__all__ = ["run"]

if not TYPE_CHECKING:
    __getattr__ = old_names(__name__, FAULTY="reunify.exits.BAD_INPUT")


def run(
    paths: Sequence[str],
    *,
    today: date,
    on: date | None = None,
    form: Format | None = None,
    output: str | None = None,
    faults: str | None = None,
    jobs: int = 1,
    lang: Lang = "en",
    laws: Two = LAWS,
) -> int:
    """Do what ``reunify screen`` asks.

    Args:
        paths: Files and folders.
        today: The decision day of families that have none.
        on: The decision day for all families.
        form: The form of the output; None: as the name of the file ends, and CSV without a file.
        output: The file to write; None: standard output. It is written wholly or not at all, and not where
            there were faults and nobody could be assessed.
        faults: The file for what is wrong, a line a fault; None: standard error. Likewise.
        jobs: The number of processes.
        lang: The language of the faults.
        laws: The two laws; others than those of the library are worked on in one process.

    Returns:
        0 if every family was assessed, 2 if there were faults, 130 if it was interrupted, 1 if a process died.

    Raises:
        BadCase: The command itself cannot be followed.
        OSError: A file could not be written; what was there is left as it was.
    """
    _check_command(output, faults, jobs, laws)
    form = form_of(output, form)
    library(form)
    try:
        with contextlib.ExitStack() as stack:
            stack.enter_context(_stopped_as_by_ctrl_c())
            tell = _Faults(stack.enter_context(_target(faults, _to_errors)), lang)
            advance = stack.enter_context(_progress(paths, lang, shown=_shows_progress(output)))
            # Closed at once, whatever happens, so that no process goes on working.
            screened = screen(records(paths), on=on, today=today, jobs=jobs, laws=laws)
            stack.enter_context(contextlib.closing(screened))
            rows = _told(screened, tell, advance)
            first = next(rows, None)
            # What was there is worth more than a table of nobody.
            left = first is None and tell.number > 0 and output is not None
            if not left:
                write = stack.enter_context(_target(output, _to_output))
                _put(FORMS[form](itertools.chain([] if first is None else [first], rows), laws), write)
    except KeyboardInterrupt:
        sys.stderr.write(_STOPPED[lang] + "\n")
        return INTERRUPTED
    except ProcessDiedError:
        sys.stderr.write(_DIED[lang] + "\n")
        return COULD_NOT
    if tell.number and faults is not None:
        sys.stderr.write(_SEE_FAULTS.format(number=tell.number, file=faults)[lang] + "\n")
    if left:
        sys.stderr.write(_NOBODY.format(file=in_one_line(str(output)))[lang] + "\n")
    return BAD_INPUT if tell.number else 0


def _put(lines: Iterable[str | bytes], write: Callable[[str | bytes], object]) -> None:
    sys.stdout.flush()
    for line in lines:
        write(line)
    sys.stdout.buffer.flush()


@contextlib.contextmanager
def _stopped_as_by_ctrl_c() -> Iterator[None]:
    """Stop in the same clean way when told to end, or when the terminal goes away."""
    before = {}
    with contextlib.suppress(ValueError):  # only the main thread may say so
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):  # Windows lacks one
                number = getattr(signal, name)
                before[number] = signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _check_command(output: str | None, faults: str | None, jobs: int, laws: Two) -> None:
    if not 1 <= jobs <= _MOST_JOBS:
        raise BadCase([Fault("--jobs", _NO_JOBS, FaultCode.BAD_OPTION)])
    if jobs != 1 and laws != LAWS:
        raise BadCase([Fault("--jobs", _ONE_PROCESS, FaultCode.BAD_OPTION)])
    if output is not None and faults is not None and Path(output).resolve() == Path(faults).resolve():
        raise BadCase([Fault("--faults", _SAME_FILE, FaultCode.BAD_OPTION)])


def _told(screened: Iterable[Screened], tell: _Faults, advance: Callable[[int], None]) -> Iterator[Row]:
    for family in screened:
        for place, fault in family.faults:
            tell(place, fault)
        advance(family.size)
        yield from family.rows


@attrs.define
class _Faults:
    """Where faults go, and how many there were."""

    write: Callable[[str], object]
    lang: Lang
    number: int = 0

    def __call__(self, place: Place, fault: Fault) -> None:
        """Write one fault as one line."""
        self.number += 1
        self.write(in_one_line(f"{place}: {fault.line(self.lang)}") + "\n")


def _to_output(piece: str | bytes) -> None:
    # Bytes, so that line ends and letters are the same everywhere.
    sys.stdout.buffer.write(files.encoded(piece) if isinstance(piece, str) else piece)


def _to_errors(piece: str | bytes) -> None:
    # Looked up each time: a progress bar puts itself in between.
    sys.stderr.write(str(piece))


def _target(
    path: str | None, otherwise: Callable[[str | bytes], None]
) -> contextlib.AbstractContextManager[Callable[[str | bytes], object]]:
    return contextlib.nullcontext(otherwise) if path is None else files.writing(Path(path))


def _shows_progress(output: str | None) -> bool:
    return sys.stderr.isatty() and not (output is None and sys.stdout.isatty())


@contextlib.contextmanager
def _progress(paths: Sequence[str], lang: Lang, *, shown: bool) -> Iterator[Callable[[int], None]]:
    """Show how far it is, on a terminal only."""
    if not shown:
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 -- where nothing is shown, nothing is loaded
    from rich.progress import Progress  # noqa: PLC0415 -- as above

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(_PROGRESS[lang], total=_size_of(paths))
        yield lambda size: bar.update(task, advance=size)


def _size_of(paths: Iterable[str]) -> int:
    """Give the size of the input in bytes, as far as it can be seen."""
    total = 0
    for path in map(Path, paths):
        with contextlib.suppress(OSError):
            found = path.iterdir() if path.is_dir() else (path,)
            total += sum(file.stat().st_size for file in found if path.is_file() or file.suffix.lower() in CASE_FILES)
    return total


_MOST_JOBS: Final = 1000
_NO_JOBS: Final = Text(
    en=f"give a number of processes from 1 to {_MOST_JOBS}",
    nl=f"geef een aantal processen van 1 tot en met {_MOST_JOBS}",
)
_ONE_PROCESS: Final = Text(
    en="other laws than those of this library are worked on in one process",
    nl="met ander recht dan dat van deze bibliotheek wordt in één proces gewerkt",
)
_SAME_FILE: Final = Text(
    en="the faults cannot go to the same file as the rows", nl="de fouten kunnen niet in hetzelfde bestand als de rijen"
)
_STOPPED: Final = Text(
    en="reunify: interrupted; no file was written", nl="reunify: afgebroken; er is geen bestand geschreven"
)
_DIED: Final = Text(
    en="reunify: a process died (was there enough memory?); no file was written",
    nl="reunify: een proces viel weg (was er genoeg geheugen?); er is geen bestand geschreven",
)
_SEE_FAULTS: Final = Text(en="reunify: {number} faults, see {file}", nl="reunify: {number} fouten, zie {file}")
_NOBODY: Final = Text(
    en="reunify: nobody could be assessed; {file} was not written",
    nl="reunify: niemand kon worden beoordeeld; {file} is niet geschreven",
)
_PROGRESS: Final = Text(en="assessing", nl="beoordelen")
