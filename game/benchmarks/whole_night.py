"""A whole night with both campaigns: auction, ads, street work, bots, and everybody's evening."""

from __future__ import annotations

import statistics
from dataclasses import dataclass

from game.benchmarks.one_size import SCENARIO
from game.benchmarks.stopwatch import clock
from game.electorate import deliver, night
from game.players.play import play
from game.scenario.library import find
from game.session.session import Session
from game.session.setup import usual

VOTERS = 20_000
_REPEATS = 15
_SEED = 7


@dataclass(frozen=True)
class Nights:
    """Milliseconds per night over all nights of a run, each lived several times. ``impressions`` the mean per night."""

    voters: int
    nights: int
    impressions: int
    median: float
    p95: float


def measure(voters: int = VOTERS) -> Nights:
    """Let the dirty strategist play the shipped vote, then live each of its nights again, some times over.

    Raises:
        LookupError: the shipped scenario is not there.
    """
    loaded = find(SCENARIO)
    if loaded is None or loaded.scenario is None:
        raise LookupError(f"the shipped scenario {SCENARIO} cannot be read")
    setup = usual(loaded.scenario, seed=_SEED, voters=voters)
    story = play(Session(loaded.scenario, setup), "dirty", campaign_only=True).story()
    town = story.ground
    readings: list[float] = []
    shown = 0
    for lived in story.nights:
        for _repeat in range(_REPEATS):
            mind = lived.before.copy()
            began = clock()
            delivery = deliver(town.population, mind, lived.plan, lived.day, town.streams, town.parameters)
            night(town.population, mind, lived.plan, lived.day, town.streams, town.parameters, delivery=delivery)
            readings.append((clock() - began) * 1000)
        shown += delivery.voter.size
    cuts = statistics.quantiles(readings, n=20, method="inclusive")
    return Nights(
        voters=town.population.n,
        nights=len(story.nights),
        impressions=round(shown / len(story.nights)),
        median=statistics.median(readings),
        p95=cuts[-1],
    )
