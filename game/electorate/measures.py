"""The town's health, each figure with its one-line formula, all 0 to 100."""

from __future__ import annotations

import numpy as np

from game.electorate.ballot import Ballots, turnout_chance
from game.electorate.chance import Streams, exact_mean
from game.electorate.data.holding import Holding
from game.electorate.generations import next_vote
from game.electorate.parameters import Parameters
from game.electorate.population import Mind, Population

_PAIRS = 8192


def trust_town(mind: Mind) -> float:
    """Trust in each other and the vote: ``100 * mean(T)``."""
    return 100.0 * exact_mean(mind.T)


def trust_campaign(mind: Mind, side: int) -> float:
    """Trust in one campaign: ``100 * mean(trust[side])``."""
    return 100.0 * exact_mean(mind.trust[side])


def polarisation(population: Population, mind: Mind, streams: Streams, parameters: Parameters) -> float:
    """Share of voter pairs across the sides that no longer listen to each other: ``100 * share(|x_i - x_j| > listening)``.

    The same 8,192 random pairs are looked at every time, so that before and after compare; 0 where no pair crosses.
    """
    words = streams.words("polarisation", n=2 * _PAIRS) % np.uint64(population.n)
    left, right = mind.x[words[:_PAIRS].astype(np.int64)], mind.x[words[_PAIRS:].astype(np.int64)]
    across = ((left > 0) & (right < 0)) | ((left < 0) & (right > 0))
    deaf = across & (np.abs(left - right) > np.float32(parameters.listening))
    pairs = int(np.count_nonzero(across))
    return 100.0 * int(np.count_nonzero(deaf)) / pairs if pairs else 0.0


def privacy(holding: Holding | None) -> float:
    """Privacy: ``100 - 100 * mean share of a voter's signals held without given consent``."""
    if holding is None or holding.ungiven.size == 0:
        return 100.0
    return 100.0 * (1.0 - int(np.count_nonzero(holding.ungiven)) / holding.ungiven.size)


def turnout_intention(population: Population, mind: Mind, parameters: Parameters) -> float:
    """Expected turnout if the vote were now: ``100 * mean(chance of voting)``."""
    return 100.0 * exact_mean(turnout_chance(population, mind, parameters))


def next_turnout(population: Population, ballots: Ballots, parameters: Parameters) -> float:
    """Turnout of under-30s carried one vote further, ``100 * mean(p0 + habit * (1 - fades) * (voted - p0))``: it may be so."""
    return 100.0 * float(next_vote(population, ballots, parameters)[0])
