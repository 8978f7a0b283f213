"""What else could have happened: the campaign as it was run, again and again in other towns of the same kind.

Each run has other luck and other constants, drawn from their ranges; the commands are the same.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from typing import cast, get_args

from game.campaign.commands import CampaignCommand
from game.players.crew import Crew, can_start
from game.players.sweep import Spread, figures, sweep
from game.players.worker import Job, Replay, Run
from game.session.story import Story

RUNS = 200
VOTERS = 5_000


@dataclass(frozen=True)
class Elsewhere:
    """The other runs of a campaign, as far as they are there.

    ``wanted`` runs are to come in all; ``runs`` are those that have come, in the order of their seeds, so that the same
    runs are always listed alike, whichever came first.
    """

    wanted: int
    runs: tuple[Run, ...] = ()

    @property
    def complete(self) -> bool:
        """Are all of them there?"""
        return len(self.runs) >= self.wanted

    @property
    def won(self) -> int:
        """How many of the runs the player's side won."""
        return sum(run.won for run in self.runs)

    def figures(self) -> dict[str, Spread]:
        """Median and 95 % band of every figure of ``sweep.FIGURES``; empty while there is no run."""
        return figures(self.runs) if self.runs else {}

    def joined(self, run: Run) -> Elsewhere:
        """The same with one more run."""
        return replace(self, runs=tuple(sorted((*self.runs, run), key=lambda one: one.seed)))


def other_luck(story: Story, runs: int = RUNS, voters: int = VOTERS) -> tuple[Job, range]:
    """What is played elsewhere, and the seeds: those that follow the story's own, so a story has always the same ones.

    Constants are drawn anew in each run, except those that the story's settings or its scenario fix.
    """
    acts = tuple(entry.command for entry in story.entries if isinstance(entry.command, get_args(CampaignCommand)))
    job = Job(
        story.scenario,
        replace(story.setup, voters=voters, drawn=True),
        Replay(cast("tuple[CampaignCommand, ...]", acts)),
    )
    first = story.setup.seed + 1
    return job, range(first, first + runs)


def elsewhere(
    story: Story, runs: int = RUNS, voters: int = VOTERS, executor: Executor | None = None
) -> Iterator[Elsewhere]:
    """Play the campaign of ``story`` in other towns and yield what is there after each run.

    Args:
        story: the run so far; only what was done in act I counts.
        runs: how many.
        voters: people in each town.
        executor: where to play; in this process if left out.
    """
    job, seeds = other_luck(story, runs, voters)
    so_far = Elsewhere(runs)
    for run in sweep(job.scenario, job.setup, job.how, seeds, executor):
        so_far = so_far.joined(run)
        yield so_far


class Searching:
    """The same in the background, for a page that draws the runs as they come. Nothing blocks; ``stop`` when it leaves.

    Args:
        story: the run.
        runs: how many.
        voters: people in each town.
        workers: processes; one for each core if left out, 0 plays in a thread of this process.
    """

    def __init__(self, story: Story, runs: int = RUNS, voters: int = VOTERS, workers: int | None = None) -> None:
        self._job, self._seeds = other_luck(story, runs, voters)
        self._workers = workers
        self._so_far = Elsewhere(runs)
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._search, name="elsewhere", daemon=True)
        self._thread.start()

    @property
    def so_far(self) -> Elsewhere:
        """What is there now; a value that does not change under the reader's eyes."""
        return self._so_far

    @property
    def over(self) -> bool:
        """Will nothing more come? Either all runs are there, or it was stopped."""
        return not self._thread.is_alive()

    def stop(self) -> None:
        """Call off what has not begun; at once. What is there stays."""
        self._stopped.set()

    def wait(self, seconds: float | None = None) -> Elsewhere:
        """Wait until it is over, or so many seconds, and return what is there."""
        self._thread.join(seconds)
        return self._so_far

    def _search(self) -> None:
        crew = self._crew()
        try:
            job = self._job
            for run in sweep(job.scenario, job.setup, job.how, self._seeds, crew):
                self._so_far = self._so_far.joined(run)
                if self._stopped.is_set():
                    break
        finally:
            if crew is not None:
                crew.shutdown(wait=False, cancel_futures=True)

    def _crew(self) -> Crew | None:
        """Other processes, where the system lets this program have any; else this thread does it."""
        if self._workers == 0:
            return None
        try:
            return Crew(self._job, self._workers, gentle=True) if can_start() else None
        except (OSError, ImportError):
            return None
