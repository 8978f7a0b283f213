"""What else could have happened: the same commands in other towns."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.players.elsewhere import Elsewhere, Searching, elsewhere, other_luck
from game.players.play import play
from game.players.sweep import Replay
from game.players.worker import play_one
from game.scenario import library
from game.session.session import Session
from game.session.setup import usual
from game.session.story import Story
from tests.runs import FEARFUL, evenings, session

RUNS, VOTERS = 5, 300


@pytest.fixture(scope="module")
def story() -> Story:
    """A finished run."""
    return evenings(session(FEARFUL)).story()


@pytest.fixture(scope="module")
def serial(story: Story) -> list[Elsewhere]:
    """What is there after each run."""
    return list(elsewhere(story, RUNS, VOTERS))


def test_only_the_campaign_is_played_again(story: Story) -> None:
    """Act II's commands stay where they are; luck and constants are others, the rest of the settings is the same."""
    job, seeds = other_luck(story, RUNS, VOTERS)
    assert job.how == Replay(FEARFUL)  # type: ignore[arg-type]  # because all of these are commands of act I
    assert job.setup.drawn
    assert (job.setup.side, job.setup.days, job.setup.rules) == (story.setup.side, story.setup.days, story.setup.rules)
    assert story.setup.seed not in seeds


def test_it_grows_run_by_run(serial: list[Elsewhere]) -> None:
    """After each run there is one more, in the order of the seeds; at the end all are there."""
    assert [len(one.runs) for one in serial] == [1, 2, 3, 4, 5]
    assert [one.complete for one in serial] == [False] * 4 + [True]
    assert Elsewhere(3).figures() == {}
    last = serial[-1]
    assert last.won == sum(run.won for run in last.runs)
    assert last.figures()["margin"].low <= last.figures()["margin"].median <= last.figures()["margin"].high


@pytest.mark.parametrize("workers", [0, 1])
def test_the_background_finds_the_same(workers: int, story: Story, serial: list[Elsewhere]) -> None:
    """Whether a thread plays it or other processes, the runs are the same."""
    search = Searching(story, RUNS, VOTERS, workers)
    assert search.wait(60) == serial[-1]
    assert search.over


def test_two_hundred_other_weeks_fit_into_twenty_seconds() -> None:
    """Two cores have 40 seconds of work in that time, so one run may take 0.2; measured as work, whoever else is busy.

    The shipped town with as many voters as in the game, and a campaign that does all it can.
    """
    loaded = library.find("tram-vote")
    assert loaded is not None
    assert loaded.scenario is not None
    story = play(Session(loaded.scenario, usual(loaded.scenario, seed=7)), "dirty").story()
    job, seeds = other_luck(story)
    play_one(job, seeds[0])
    began = time.process_time()
    for seed in seeds[1:9]:
        play_one(job, seed)
    assert (time.process_time() - began) / 8 * len(seeds) / 2 < 20


def test_a_search_can_be_called_off(story: Story) -> None:
    """Stopping ends it long before all runs are there, and keeps what came."""
    search = Searching(story, 100_000, VOTERS, 0)
    search.stop()
    found = search.wait(60)
    assert search.over
    assert len(found.runs) <= 1
    assert not found.complete


@pytest.mark.gate
def test_a_program_that_was_piped_in_plays_in_its_own_process() -> None:
    """Fresh processes could not find such a program, and would wait for each other for ever."""
    root = Path(__file__).parents[2]
    words = "from game.players.crew import can_start; print(can_start())"
    for call, answer in ((["-"], "False"), (["-c", words], "True")):
        done = subprocess.run(
            [sys.executable, *call], input=words, cwd=root, capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == answer
