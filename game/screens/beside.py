"""Work beside the page: a job in a thread of its own, looked at once a frame, so that no frame waits for it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Work(Generic[Made]):
    """One job under way. ``since`` is when it began, on the page's own clock."""

    def __init__(self, job: Callable[[], Made], since: float) -> None:
        self.since = since
        self._future: Future[Made] = Future()
        self._thread = Thread(target=self._run, args=(job,), name="beside the page", daemon=True)
        self._thread.start()

    @property
    def over(self) -> bool:
        """Is it done?"""
        return self._future.done()

    def result(self) -> Made:
        """What it made; waits where it is not done. Raises what the job raised."""
        return self._future.result()

    def _run(self, job: Callable[[], Made]) -> None:
        try:
            self._future.set_result(job())
        except BaseException as problem:  # noqa: BLE001  because whoever asks for the result gets it
            self._future.set_exception(problem)
