"""The platform's test on moods (M15): one random half of the town gets sadder or happier posts, unasked.

In the study that became a scandal 689,003 people were in it, and moods moved by next to nothing (Kramer 2014: d of 0.001
to 0.02). So here: a bounded, tiny shift of arousal among those of the half who are on the phone, and nothing else. What is
wrong with it is not its effect.
"""

from __future__ import annotations

import numpy as np

from game.electorate.chance import Streams
from game.electorate.parameters import Parameters
from game.electorate.population import Bools, Mind, Population


def tested(population: Population, night: int, streams: Streams) -> Bools:
    """Return who is in the half that is tested tonight, bool [N]; the other half is compared with them."""
    half: Bools = (streams.lanes("experiment", night, n=population.n) & 1) == 1
    return half


def disturb(
    population: Population,
    mind: Mind,
    mood: float,
    night: int,
    streams: Streams,
    parameters: Parameters,
    active: Bools,
) -> None:
    """Shift the arousal of the tested half, in place: sadder posts (``mood`` -1) stir a little, happier ones (1) calm."""
    who = np.flatnonzero(tested(population, night, streams) & active)
    shift = np.float32(-parameters.experiment_arousal * min(1.0, max(-1.0, mood)))
    mind.a[who] = np.clip(mind.a[who] + shift, np.float32(0.0), np.float32(1.0))
