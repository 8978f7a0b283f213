"""What trust in each other and the vote does (M24): who lost it stays at home, answers no poll, and believes less.

Everything here looks at trust that was *lost* since the first morning, so that a town that nobody harms behaves as its
author wrote it. The sizes are modelling choices: for none of them is there a study that we have seen.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from game.electorate.parameters import Parameters
from game.electorate.population import Floats, Mind, Population


def turnout_shift(population: Population, mind: Mind, p: Parameters) -> Floats:
    """Return what trust adds to or takes from the wish to vote, [N]: ``turnout_trust * (T - T_start)``."""
    return (mind.T - population.T0) * np.float32(p.turnout_trust)


def answers(population: Population, mind: Mind, who: npt.NDArray[np.int32], p: Parameters) -> Floats:
    """Return the chance that each of ``who`` answers a poll, [K]: ``1 - poll_trust * lost``, 1 where nothing was lost."""
    return np.float32(1.0) - lost(population, mind, who) * np.float32(p.poll_trust)


def belief(population: Population, mind: Mind, who: npt.NDArray[np.integer], p: Parameters) -> Floats:
    """Return the factor on anything that each of ``who`` is told, true or not, [K]: ``1 - belief_trust * lost``.

    The liar's dividend: where trust is gone, a true and signed ad persuades less as well.
    """
    return np.float32(1.0) - lost(population, mind, who) * np.float32(p.belief_trust)


def lost(population: Population, mind: Mind, who: npt.NDArray[np.integer]) -> Floats:
    """Return the trust in the town that each of ``who`` lost since the first morning, 0…1, [K]; 0 where it grew."""
    gone: Floats = population.T0.take(who) - mind.T.take(who)
    return np.maximum(gone, np.float32(0.0), out=gone)
