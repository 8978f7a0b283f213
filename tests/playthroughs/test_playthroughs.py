"""Golden playthroughs: two whole runs in words, the same on every machine, Python and hash seed.

``python -m tests.playthroughs.test_playthroughs`` writes them anew after a wanted change; the diff shows what moved.
"""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli import run
from game.scenario import library

HERE = Path(__file__).parent
RUNS: dict[str, list[str]] = {
    "tram-vote-honest": ["--strategy", "honest", "--side", "for", "--seed", "11", "--persona", "ines"],
    "tram-vote-dirty": ["--strategy", "dirty", "--side", "against", "--seed", "12", "--persona", "malo"],
}
SMALL = ["demo", "tram-vote", "--strategy", "mixed", "--seed", "3", "--voters", "1500", "--days", "3", "--lang", "en"]


def told(arguments: list[str]) -> str:
    """What ``persuadable demo`` prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert run(["demo", "tram-vote", *arguments, "--lang", "en"]) == 0
    return out.getvalue()


@pytest.mark.parametrize("name", RUNS)
def test_a_golden_playthrough_is_told_as_before(name: str) -> None:
    """The whole run, from the first briefing to the cuts of the debrief, reads line for line as it did."""
    golden = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    now = told(RUNS[name]).splitlines()
    for number, (was, is_now) in enumerate(zip(golden, now, strict=False), start=1):
        assert is_now == was, f"line {number} of {name}.txt"
    assert len(now) == len(golden)


def test_every_shipped_scenario_has_its_playthroughs() -> None:
    """A scenario without a golden playthrough for an honest and a dirty run is not finished."""
    shipped = {loaded.id for loaded in library.shipped()}
    for name in shipped:
        assert {f"{name}-honest", f"{name}-dirty"} <= set(RUNS)


@pytest.mark.gate
def test_the_same_seed_tells_the_same_story_under_other_hash_seeds() -> None:
    """Two processes with different hash seeds print the same transcript to the letter."""
    stories = set()
    for seed in ("1", "4242"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, "-m", "game", *SMALL], capture_output=True, env=environment, check=True)
        stories.add(done.stdout)
    assert len(stories) == 1


def test_another_seed_tells_another_story() -> None:
    """The seed is the run's luck: with another one things happen differently."""
    shape = ["--strategy", "honest", "--voters", "600", "--days", "2"]
    assert told([*shape, "--seed", "1"]) != told([*shape, "--seed", "2"])


if __name__ == "__main__":
    for wanted, arguments in RUNS.items():
        (HERE / f"{wanted}.txt").write_text(told(arguments), encoding="utf-8", newline="\n")
