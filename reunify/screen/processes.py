"""Work in several processes, in order: each has a line of its own, so that the end of one is heard where its result is due."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

__all__ = ["ProcessDiedError", "in_processes"]

_Piece = TypeVar("_Piece")
_Result = TypeVar("_Result")


class ProcessDiedError(Exception):
    """A process fell away with the work that it had."""


def in_processes(
    work: Callable[[_Piece], _Result], pieces: Iterable[_Piece], jobs: int
) -> Generator[_Result, None, None]:
    """Work on some pieces at a time, one a process, and give the results in the order of the pieces.

    Args:
        work: The work; a process of its own can find it by its name.
        pieces: What is worked on; no more of it is taken than there are processes, and one.
        jobs: The number of processes.

    Raises:
        ProcessDiedError: A process died.
        RuntimeError: The work failed; it has the traceback.
    """
    workers: list[_Worker[_Piece, _Result]] = []
    busy: deque[_Worker[_Piece, _Result]] = deque()
    try:
        for piece in pieces:
            if len(workers) < jobs:
                workers.append(_Worker(work))
                workers[-1].begin(piece)
                busy.append(workers[-1])
                continue
            worker = busy.popleft()
            result = worker.result()
            worker.begin(piece)  # before it is seen what was found: it does not wait for that
            busy.append(worker)
            yield result
        while busy:
            yield busy.popleft().result()
    finally:
        for worker in workers:
            worker.end()


class _Worker(Generic[_Piece, _Result]):
    """A process, and the line to it, on which there is one piece at a time."""

    def __init__(self, work: Callable[[_Piece], _Result]) -> None:
        context = multiprocessing.get_context("spawn")
        self._line, other = context.Pipe()
        with _interrupts_held():
            self._process = context.Process(target=_serve, args=(other, work), daemon=True)
            self._process.start()
        other.close()  # so that the line ends with the process

    def begin(self, piece: _Piece) -> None:
        """Give it work; it has none."""
        with _heard():
            self._line.send(piece)

    def result(self) -> _Result:
        """Wait for what it found."""
        with _heard():
            found, failure = self._line.recv()
        if failure:
            raise RuntimeError(failure)
        result: _Result = found
        return result

    def end(self) -> None:
        """End it, whatever it is at."""
        self._process.kill()
        self._process.join()
        self._line.close()


@contextlib.contextmanager
def _heard() -> Iterator[None]:
    """Say it of a process that it died where the line to it ended, if need be in the middle of what it said."""
    try:
        yield
    except (EOFError, OSError) as error:
        raise ProcessDiedError from error


def _serve(line: Connection, work: Callable[[Any], Any]) -> None:
    """In a process: work on what comes, one after another, until nothing more does."""
    _leave_ends_to_parent()
    with contextlib.suppress(EOFError):
        while True:
            piece = line.recv()
            try:
                line.send((work(piece), ""))
            except Exception as error:  # noqa: BLE001 -- it is told where the result is asked for
                line.send((None, "".join(traceback.format_exception(error))))


def _leave_ends_to_parent() -> None:
    """Let the parent alone be interrupted, and end when it is gone, however that came about."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
    os._exit(1)


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """Start processes that Ctrl-C and a closed terminal do not reach, from their first moment on.

    This process ends them; what comes in the meantime waits.
    """
    if not hasattr(signal, "pthread_sigmask"):  # on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
