"""Face-reading billboards (M6): a camera guesses who is tense, and is little better than a coin.

Faces and feelings match more often than chance, but one face cannot be read as one emotion (Barrett et al. 2019). What a
seller promises above a coin toss is therefore cut to the share ``face_gain``.
"""

from __future__ import annotations

import numpy as np

from game.electorate.chance import LANE_LEVELS, Streams
from game.electorate.parameters import Parameters
from game.electorate.population import Bools, Mind, Population

COIN = 0.5
"""Accuracy of a guess between two answers that knows nothing."""


def tense(mind: Mind, parameters: Parameters) -> Bools:
    """Return who really is tense tonight, bool [N]: arousal above ``tense_above``."""
    stirred: Bools = mind.a > np.float32(parameters.tense_above)
    return stirred


def real_accuracy(promised: float, parameters: Parameters) -> float:
    """Return how often a face is read rightly, 0.5…1, where ``promised`` (0…1) is what the seller says."""
    better = min(max(promised, COIN), 1.0) - COIN
    return COIN + better * parameters.face_gain


def looks_tense(
    population: Population, mind: Mind, accuracy: float, night: int, streams: Streams, parameters: Parameters
) -> Bools:
    """Return whom the camera takes to be tense in this night, bool [N].

    Each face is read rightly with :func:`real_accuracy` of ``accuracy`` and the wrong way round otherwise; at 0.5 (or
    less) the camera tosses a coin. Keyed by night, one draw per voter, so every billboard sees the same face.
    """
    lanes = streams.lanes("face", night, n=population.n)
    right = lanes < np.float32(real_accuracy(accuracy, parameters) * LANE_LEVELS)
    seen: Bools = tense(mind, parameters) == right
    return seen
