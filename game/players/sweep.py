"""Many runs of one strategy: how often it wins, by how much, and what is left of the town."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import partial

from game.electorate.measures import polarisation, trust_town
from game.players.play import Strategy, play
from game.scenario.model import Scenario
from game.session.session import Session
from game.session.setup import Setup


@dataclass(frozen=True)
class Run:
    """One run's end: margin in points for the player's side, turnout 0 to 100, changes in points of 100."""

    seed: int
    won: bool
    margin: float
    turnout: float
    trust_change: float
    polarisation_change: float


@dataclass(frozen=True)
class Spread:
    """A figure over many runs: its median and the 95 % band."""

    median: float
    low: float
    high: float


def sweep(
    scenario: Scenario, setup: Setup, strategy: Strategy, seeds: Sequence[int], executor: Executor | None = None
) -> Iterator[Run]:
    """Play one run for each seed and yield their ends in the order of the seeds, as they come.

    Args:
        scenario: what is played.
        setup: the settings; its seed is replaced.
        strategy: how both acts are played.
        seeds: one run each.
        executor: where to run; in this process if left out.
    """
    one = partial(play_one, scenario, setup, strategy)
    if executor is None:
        yield from map(one, seeds)
    else:
        yield from executor.map(one, seeds, chunksize=max(1, min(8, len(seeds) // 8)))


def play_one(scenario: Scenario, setup: Setup, strategy: Strategy, seed: int) -> Run:
    """Play one run to its end and measure it."""
    session = play(Session(scenario, replace(setup, seed=seed)), strategy)
    story = session.story()
    ballots, ground = story.ballots, story.ground
    if ballots is None:
        raise RuntimeError("a bot left a run unfinished")
    before = polarisation(story.population, story.start, ground.streams, ground.parameters)
    after = polarisation(story.population, story.mind, ground.streams, ground.parameters)
    return Run(
        seed=seed,
        won=ballots.winner == ground.own,
        margin=float(ballots.margin(ground.own)),
        turnout=100 * float(ballots.turnout),
        trust_change=trust_town(story.mind) - trust_town(story.start),
        polarisation_change=after - before,
    )


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
