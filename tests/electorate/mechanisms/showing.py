"""Show one ad to everybody, with nothing else happening, and measure what it did."""

from __future__ import annotations

import numpy as np

from game.electorate import Ad, Mind, Parameters, Population, Streams
from game.electorate.influence import Exposure, exposure
from game.electorate.population import Bools, Floats

BOOTH = 0.25
"""Stances within this of the middle may turn: votes are counted in shares of a voter, so that no luck is in the measure."""


def show(population: Population, mind: Mind, ad: Ad, streams: Streams, parameters: Parameters) -> Exposure:
    """Show ``ad`` to everybody once; ``mind`` stays as it is."""
    n = population.n
    none = np.zeros(n, np.float32)
    who = np.arange(n, dtype=np.int32)
    return exposure(population, mind, (ad,), np.zeros(n, np.int16), who, none, none + 1, streams, parameters)


def votes(x: Floats) -> float:
    """Return the share for the motion, in points."""
    return 100.0 * float(np.mean(np.clip(0.5 + x.astype(np.float64) / (2 * BOOTH), 0.0, 1.0)))


def won(mind: Mind, done: Exposure, among: Bools | None = None) -> float:
    """Return the points of votes that an ad won, among some people."""
    who = np.ones(mind.x.size, np.bool_) if among is None else among
    return votes(mind.x[who] + done.dx[who]) - votes(mind.x[who])


def percent(on: float, off: float) -> float:
    """Return by how many percent ``on`` differs from ``off``."""
    return 100.0 * (on / off - 1.0)
