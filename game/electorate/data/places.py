"""Places you have been (M5): a rented location file turns a habit into a moment.

The file says who passes a place on many evenings; the phone says that it is there now. Somebody whose trace is true passes
on most evenings, anybody else now and then, so a wrong row in the file brings few ads to anybody.
"""

from __future__ import annotations

import numpy as np

from game.electorate.chance import LANE_LEVELS, Streams
from game.electorate.parameters import Parameters
from game.electorate.population import Bools, Population


def passed(population: Population, signal: int, night: int, streams: Streams, parameters: Parameters) -> Bools:
    """Return who passes the places of a signal in this night, bool [N].

    Keyed by signal and night, one draw per voter: an ad more or less changes nobody's way home.

    Args:
        population: the town.
        signal: index of the signal that a location file holds.
        night: the night.
        streams: the luck of the run.
        parameters: ``place_habit`` is the chance of somebody with the trace, ``place_chance`` of anybody else.
    """
    lanes = streams.lanes("place", signal, night, n=population.n)
    chance = np.where(
        population.traces[signal],
        np.float32(parameters.place_habit * LANE_LEVELS),
        np.float32(parameters.place_chance * LANE_LEVELS),
    )
    there: Bools = lanes < chance
    return there
