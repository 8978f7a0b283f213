"""What is on file about whom: the file of one source, and many files joined on the person (M1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.electorate.chance import LANE_LEVELS, Streams
from game.electorate.population import Bools, Population


@dataclass(frozen=True, eq=False)
class Holding:
    """What is on file, per signal and voter.

    ``known`` bool [S, N], ``value`` bool [S, N] (possibly wrong; False where unknown), ``ungiven`` bool [S, N] held
    without given consent, ``reliability`` [S] chance that a value is right, as the sellers say.
    """

    known: Bools
    value: Bools
    ungiven: Bools
    reliability: tuple[float, ...]

    def among(self, inside: Bools) -> Holding:
        """Return the same file with only those ``inside`` (bool [N]) in it."""
        return Holding(self.known & inside, self.value & inside, self.ungiven & inside, self.reliability)


def collect(
    population: Population,
    signals: Sequence[int],
    coverage: float,
    reliability: float,
    consent: bool,
    streams: Streams,
    key: str,
    accuracy: float | None = None,
) -> Holding:
    """Return the file of one source.

    A wrong entry shows the trace of one randomly chosen other voter, so files keep the town's rates (mixed-up people, not
    inverted lives) and an accuracy of 0 means noise.

    Args:
        population: the town.
        signals: indexes of the signals that the file tells.
        coverage: share of voters who are in it, 0…1.
        reliability: chance that an entry is right, as the seller says, 0…1.
        consent: was consent given?
        streams: the luck of the run.
        key: name of the file; all its luck hangs on it.
        accuracy: chance that an entry is really right, 0…1; None: as the seller says.
    """
    shape = population.traces.shape
    known, value, ungiven = (np.zeros(shape, dtype=np.bool_) for _ in range(3))
    n = population.n
    inside = streams.lanes("file", key, "who", n=n) < np.float32(coverage * LANE_LEVELS)
    other = (streams.words("file", key, "mixed-up", n=n) % np.uint64(n)).astype(np.intp)
    level = np.float32((reliability if accuracy is None else accuracy) * LANE_LEVELS)
    for s in signals:
        right = streams.lanes("file", key, "trace", s, n=n) < level
        known[s] = inside
        value[s] = np.where(right, population.traces[s], population.traces[s][other]) & inside
        if not consent:
            ungiven[s] = inside
    return Holding(known, value, ungiven, tuple(reliability if s in signals else 0.0 for s in range(shape[0])))


def merge(population: Population, holdings: Sequence[Holding]) -> Holding:
    """Join files on the person.

    Where several know a trace, the one whose seller promises most is believed (the earlier one on a tie): a campaign
    cannot see who is right.
    """
    shape = population.traces.shape
    known, value, ungiven = (np.zeros(shape, dtype=np.bool_) for _ in range(3))
    best = [max((h.reliability[s] for h in holdings), default=0.0) for s in range(shape[0])]
    for s in range(shape[0]):
        for h in sorted(holdings, key=lambda item: -item.reliability[s]):
            fresh = h.known[s] & ~known[s]
            value[s] |= h.value[s] & fresh
            known[s] |= fresh
            ungiven[s] |= h.ungiven[s]
    return Holding(known, value, ungiven, tuple(best))
