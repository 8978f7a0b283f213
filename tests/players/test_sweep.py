"""Sweeps: every seed exactly once, and the same ends wherever and in whatever order the runs are played."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any

import pytest

from game.players.crew import Crew
from game.players.sweep import FIGURES, Job, Replay, Run, figures, spread, sweep, win_rate_band
from game.players.worker import play_one
from game.session.setup import Setup
from tests.runs import FEARFUL, setup
from tests.sample_scenario import sample

HOW = Replay(FEARFUL)  # type: ignore[arg-type]  # because all of these are commands of act I
SEEDS = range(40, 48)
JOB = Job(sample(), setup(voters=300), HOW)


def played(executor: Executor | None, **more: Any) -> list[Run]:
    """A small sweep through an executor, as its runs came."""
    return list(sweep(JOB.scenario, JOB.setup, JOB.how, SEEDS, executor, **more))


def in_order(runs: list[Run]) -> list[Run]:
    """The same by seed."""
    return sorted(runs, key=lambda run: run.seed)


@pytest.fixture(scope="module")
def serial() -> list[Run]:
    """The runs as this process plays them."""
    return played(None)


def test_alone_the_runs_come_in_the_order_of_their_seeds(serial: list[Run]) -> None:
    """Without an executor nothing runs ahead, and different seeds have different ends."""
    assert [run.seed for run in serial] == list(SEEDS)
    assert len({run.margin for run in serial}) > 1


def test_threads_give_the_same_runs(serial: list[Run]) -> None:
    """Runs share nothing, so threads cannot disturb each other."""
    with ThreadPoolExecutor(3) as executor:
        assert in_order(played(executor, ahead=3)) == serial


@pytest.mark.gate
def test_processes_give_the_same_runs(serial: list[Run]) -> None:
    """Neither a crew nor anybody's own pool changes an end; both are started afresh, as every system can."""
    with Crew(JOB, 2) as crew:
        assert in_order(played(crew)) == serial
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        assert in_order(played(pool)) == serial


def test_a_seed_that_stands_twice_is_played_once() -> None:
    """The caller's list may repeat itself; the ends do not."""
    assert [run.seed for run in sweep(JOB.scenario, JOB.setup, HOW, [3, 3, 5, 3])] == [3, 5]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing is killed like that here")
@pytest.mark.gate
def test_no_run_is_lost_or_doubled_when_a_worker_is_killed() -> None:
    """A killed worker breaks its pool: what is missing is played by a fresh one, and it is said how many runs that are."""
    told: list[int] = []
    many = range(40, 70)  # far more than are under way when the worker is killed
    with Crew(JOB, 2) as crew:
        runs: list[Run] = []
        for run in sweep(JOB.scenario, JOB.setup, HOW, many, crew, renew=lambda: Crew(JOB, 1), told=told.append):
            runs.append(run)
            if len(runs) == 2:
                os.kill(next(iter(crew._processes)), signal.SIGKILL)
    assert in_order(runs) == list(sweep(JOB.scenario, JOB.setup, HOW, many))
    assert len(told) == 1
    assert 0 < told[0] <= len(many) - 2


class Fragile(Executor):
    """An executor that breaks after so many runs, like a pool whose worker was killed."""

    def __init__(self, lasts: int) -> None:
        self.lasts = lasts
        self.open = True

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Run at once, or be broken: every other time while submitting, else in the result."""
        done: Future[Any] = Future()
        self.lasts -= 1
        if self.lasts >= 0:
            done.set_result(fn(*args, **kwargs))
        elif self.lasts % 2:
            done.set_exception(BrokenExecutor("a worker was killed"))
        else:
            raise BrokenExecutor("a worker was killed")
        return done

    def shutdown(self, *_how: Any, **_more: Any) -> None:
        """Nothing runs any more."""
        self.open = False


@pytest.mark.parametrize("lasts", [0, 1, 3, 8])
def test_what_a_broken_executor_leaves_is_played_here(lasts: int, serial: list[Run]) -> None:
    """Wherever it breaks, each seed comes exactly once."""
    told: list[int] = []
    assert in_order(played(Fragile(lasts), ahead=2, told=told.append)) == serial
    assert told == ([len(SEEDS) - lasts] if lasts < len(SEEDS) else [])


def test_a_pool_is_renewed_twice_at_most(serial: list[Run]) -> None:
    """After that this process plays the rest; renewed pools are closed."""
    made: list[Fragile] = []

    def renew() -> Fragile:
        made.append(Fragile(1))
        return made[-1]

    told: list[int] = []
    assert in_order(played(Fragile(2), renew=renew, told=told.append)) == serial
    assert told == [6, 5, 4]
    assert [pool.open for pool in made] == [False, False]


def test_a_sweep_that_is_closed_calls_off_what_waits() -> None:
    """Leaving early plays no more than what is under way."""
    began: list[int] = []
    gate = threading.Event()

    class Slow(ThreadPoolExecutor):
        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
            def run() -> Any:
                began.append(args[-1])
                if len(began) > 1:
                    gate.wait(60)
                return fn(*args, **kwargs)

            return super().submit(run)

    with Slow(1) as executor:
        runs = sweep(JOB.scenario, JOB.setup, HOW, SEEDS, executor)
        next(runs)
        runs.close()  # type: ignore[attr-defined]  # because it is a generator
        gate.set()
    assert len(began) <= 2


def test_an_error_in_a_run_is_the_callers() -> None:
    """Nothing is swallowed: a setup that belongs to another scenario is refused as in a session."""
    other = Setup("other", "for", 1, 5, 600, "2016")
    with ThreadPoolExecutor(1) as executor, pytest.raises(ValueError, match="setup is for"):
        list(sweep(sample(), other, HOW, SEEDS, executor))


def test_a_replayed_campaign_is_lenient() -> None:
    """Commands that cannot be are skipped, days that are missing are ended, and the vote is counted."""
    doubled = Replay((*HOW.commands[:1], *HOW.commands[:7]))
    run = play_one(Job(sample(), setup(), doubled), 3)
    assert 0 < run.turnout < 100
    assert run == play_one(Job(sample(), setup(), Replay(HOW.commands[:7])), 3)
    assert run != play_one(Job(sample(), setup(), HOW), 3)


def test_figures_are_medians_with_bands() -> None:
    """Every figure of a run has a spread; the share of wins has an interval that keeps within 0 and 1."""
    runs = [Run(seed, seed % 4 > 0, float(seed), 50.0, -1.0, 1.0, 0.5) for seed in range(101)]
    assert set(figures(runs)) == set(FIGURES)
    assert (figures(runs)["margin"].median, figures(runs)["margin"].low, figures(runs)["margin"].high) == (50, 2, 98)
    low, high = win_rate_band(runs)
    assert 0.6 < low < 75 / 101 < high < 0.85
    assert win_rate_band(runs[1:2])[1] == 1.0
    for nothing in (spread, win_rate_band):
        with pytest.raises(ValueError, match="no runs"):
            nothing([])
