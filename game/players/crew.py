"""Processes of this machine that play the runs of one sweep."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from hashlib import blake2b
from typing import ParamSpec, TypeVar

from game.players.worker import Job, settle

P = ParamSpec("P")
T = TypeVar("T")

MOST = 61
"""Processes at most; Windows can wait for no more."""


class Crew(ProcessPoolExecutor):
    """A pool of fresh processes, each of which is told once what is played.

    Every system starts them in the same way (``spawn``), so nothing of this process is copied, neither its threads nor
    its window.

    Args:
        job: what all runs share.
        workers: how many processes; one for each core if left out.
        gentle: leave the processor to everybody else first, such as to a window that is open.
    """

    def __init__(self, job: Job, workers: int | None = None, *, gentle: bool = False) -> None:
        packed = job.packed()
        self.key = blake2b(packed, digest_size=8).hexdigest()
        self.size = max(1, min(workers or cores(), MOST))
        context = multiprocessing.get_context("spawn")
        super().__init__(self.size, context, _begin, (self.key, packed, gentle))

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Hand over one call. It may start a process, which must not hear Ctrl+C before it can ignore it."""
        with _deaf():
            return super().submit(fn, *args, **kwargs)


@contextmanager
def _deaf() -> Iterator[None]:
    """Hold Ctrl+C back for a moment, for this thread and for whatever process it starts; it arrives afterwards.

    A system without signal masks (Windows) does not hand them on either.
    """
    mask = getattr(signal, "pthread_sigmask", None)
    if mask is None:
        yield
        return
    before = mask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        mask(signal.SIG_SETMASK, before)


def cores() -> int:
    """How many cores this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def can_start() -> bool:
    """Can a fresh process find the program that this one runs? Not where it was typed in or piped in."""
    main = sys.modules["__main__"]
    path = getattr(main, "__file__", None)
    return getattr(main, "__spec__", None) is not None or path is None or os.path.isfile(path)  # noqa: PTH113  because the rules know no paths


def _begin(key: str, packed: bytes, gentle: bool) -> None:
    """The first thing that a worker does. Ctrl+C is for the process that asked; its workers end when it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if gentle and hasattr(os, "nice"):
        os.nice(5)
    settle(key, packed)
