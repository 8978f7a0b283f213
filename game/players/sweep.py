"""Many runs with different luck: how often a side wins, by how much, and what is left of the town."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass

from game.players.crew import Crew
from game.players.worker import How, Job, Replay, Run, play_one, play_packed
from game.scenario.model import Scenario
from game.session.setup import Setup

__all__ = ["FIGURES", "How", "Job", "Replay", "Run", "Spread", "figures", "spread", "sweep", "win_rate_band"]

AHEAD = 4
"""Runs that wait for each worker: enough that none is idle, few enough that all can be called off at once."""
FIGURES: tuple[str, ...] = ("margin", "turnout", "trust_change", "polarisation_change", "wrong_inference_rate")
"""The figures of a run of which a sweep gives the spread."""


@dataclass(frozen=True)
class Spread:
    """A figure over many runs: its median and the 95 % band."""

    median: float
    low: float
    high: float


def sweep(
    scenario: Scenario,
    setup: Setup,
    how: How,
    seeds: Iterable[int],
    executor: Executor | None = None,
    *,
    ahead: int = 64,
    renew: Callable[[], Executor] | None = None,
    told: Callable[[int], None] | None = None,
) -> Iterator[Run]:
    """Play one run for each seed and yield their ends as they come; sorted by ``seed`` they are always the same.

    A run depends on scenario, settings, ``how`` and its seed alone, never on where or when it is played. Where the
    executor breaks (a worker was killed), the runs that are missing are played again: each seed gives exactly one run.
    Closing the iterator calls off what has not begun.

    Args:
        scenario: what is played.
        setup: the settings; its seed is replaced.
        how: a bot's strategy for both acts, or a recorded campaign.
        seeds: one run each; a seed that stands twice is played once.
        executor: any executor of ``concurrent.futures`` kind: threads, a ``Crew``, a cluster's; in this process, in the
            order of the seeds, if left out. The caller closes it.
        ahead: how many runs are handed over at once at most.
        renew: makes another executor in the place of a broken one, twice at most; after that, and without it, the rest
            is played in this process.
        told: is called with the number of runs that begin again because an executor broke.
    """
    job = Job(scenario, setup, how)
    waiting = deque(dict.fromkeys(seeds))
    made: list[Executor] = []
    try:
        while executor is not None and waiting:
            missing = yield from _through(job, waiting, executor, ahead)
            if not missing:
                return
            waiting = deque(missing)
            if told is not None:
                told(len(waiting))
            executor = renew() if renew is not None and len(made) < 2 else None
            if executor is not None:
                made.append(executor)
        for seed in waiting:
            yield play_one(job, seed)
    finally:
        for one in made:
            one.shutdown(wait=True, cancel_futures=True)


def _through(job: Job, waiting: deque[int], executor: Executor, ahead: int) -> Generator[Run, None, list[int]]:
    """Play the waiting seeds through one executor; returns those that are missing because it broke, in order."""
    order = {seed: at for at, seed in enumerate(waiting)}
    key, packed = (executor.key, None) if isinstance(executor, Crew) else ("", job.packed())
    ahead = AHEAD * executor.size if isinstance(executor, Crew) else ahead
    under_way: dict[Future[Run], int] = {}
    missing: list[int] = []
    try:
        while (waiting and not missing) or under_way:
            while waiting and not missing and len(under_way) < ahead:
                try:
                    under_way[executor.submit(play_packed, key, packed, waiting[0])] = waiting[0]
                except BrokenExecutor:
                    missing.append(waiting[0])
                waiting.popleft()
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                seed = under_way.pop(future)
                try:
                    run = future.result()
                except BrokenExecutor:
                    missing.append(seed)
                else:
                    yield run
    finally:
        for future in under_way:
            future.cancel()
    return sorted((*missing, *waiting), key=order.__getitem__)


def win_rate_band(runs: Sequence[Run]) -> tuple[float, float]:
    """The 95 % interval of the share of runs that are won (Wilson's, which stays within 0 and 1).

    Raises:
        ValueError: there are no runs.
    """
    if not runs:
        raise ValueError("no runs, no share")
    n, share, z = len(runs), sum(run.won for run in runs) / len(runs), 1.96
    centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return max(0.0, centre - half), min(1.0, centre + half)


def figures(runs: Sequence[Run]) -> dict[str, Spread]:
    """The spread of every figure over the runs.

    Raises:
        ValueError: there are no runs.
    """
    return {name: spread([getattr(run, name) for run in runs]) for name in FIGURES}


def spread(values: Sequence[float]) -> Spread:
    """Median and the band that holds 95 % of the values (nearest rank).

    Raises:
        ValueError: there are no values.
    """
    if not values:
        raise ValueError("no runs, no spread")
    ordered = sorted(values)
    last = len(ordered) - 1
    middle = ordered[last // 2] if last % 2 == 0 else (ordered[last // 2] + ordered[last // 2 + 1]) / 2
    return Spread(middle, ordered[round(last * 0.025)], ordered[round(last * 0.975)])
