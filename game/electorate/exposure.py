"""What a feed shows on average: how stirring it is, how much of it comes from the other side.

The core needs none of this: these figures are worked out where somebody asks, from the same shares, through whole numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.electorate.chance import exact_mean
from game.electorate.parameters import Parameters
from game.electorate.plan import NightPlan
from game.electorate.population import Bools, Floats, Mind, Population
from game.electorate.ranking import (
    BOTS_AGAINST,
    BOTS_FOR,
    CLASSES,
    OUTRAGE_AGAINST,
    OUTRAGE_FOR,
    arousals,
    shares,
    tonight,
    visible_stance,
    weighing,
)

_BLOCK = 32768
_DECIDED = 0.5
"""A voter further from the middle than this counts as decided in the measure of cross-cutting exposure."""


def feed_shares(
    population: Population, mind: Mind, plan: NightPlan, night: int, parameters: Parameters
) -> Iterator[tuple[slice, Floats]]:
    """Yield blocks of voters with the shares of their feed tonight, float32 [7, block]; call before the night."""
    weights = weighing(plan, parameters)
    shown = visible_stance(mind.x, mind.m, parameters.silence)
    for low in range(0, population.n, _BLOCK):
        part = slice(low, min(low + _BLOCK, population.n))
        seen = np.zeros(part.stop - low, np.float32)
        for tie in tonight(night):
            seen += shown[population.ties[tie, part]]
        seen *= np.float32(1.0 / 3.0)
        yield part, shares(mind.P[part], seen, weights)


def town_shares(
    population: Population, mind: Mind, plan: NightPlan, night: int, parameters: Parameters
) -> tuple[float, ...]:
    """Return the mean share of each class of posts in the town's feeds tonight; together they are 1."""
    totals = [0.0] * len(CLASSES)
    for part, share in feed_shares(population, mind, plan, night, parameters):
        for g in range(len(CLASSES)):
            totals[g] += exact_mean(share[g]) * (part.stop - part.start) / population.n
    return tuple(totals)


def feed_arousal(population: Population, mind: Mind, plan: NightPlan, night: int, parameters: Parameters) -> float:
    """Return how stirring the town's mean feed is tonight: ``sum(share * arousal)``, 0…1."""
    mix = town_shares(population, mind, plan, night, parameters)
    return sum(share * stirring for share, stirring in zip(mix, arousals(parameters), strict=True))


def cross_cutting(
    population: Population,
    mind: Mind,
    plan: NightPlan,
    night: int,
    parameters: Parameters,
    decided: bool = False,
) -> float:
    """Return the share of partisan posts that come from the other side, the mean over voters, 0…1.

    Half is what a feed shows that does not sort. ``decided``: only voters more than half-way to one side; 0.5 where there
    are none, and nobody without a side counts.
    """
    total, voters = 0.0, 0
    for part, share in feed_shares(population, mind, plan, night, parameters):
        x = mind.x[part]
        asked: Bools = np.abs(x) > np.float32(_DECIDED if decided else 0.0)
        up, down = share[OUTRAGE_FOR] + share[BOTS_FOR], share[OUTRAGE_AGAINST] + share[BOTS_AGAINST]
        other = np.where(x > 0, down, up) / np.maximum(up + down, np.float32(1e-9))
        size = int(np.count_nonzero(asked))
        total += exact_mean(other[asked]) * size
        voters += size
    return total / voters if voters else 0.5
