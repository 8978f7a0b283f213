"""Habit (M20): how a vote cast, or not cast, may carry over to the next one, by age.

Voting early in life may form a habit (Dinas et al. 2023, for the kind of election that came first); where it was followed
for years, the lift faded soon (Jessen et al. 2021). Both are in the constants: ``habit_fades`` runs from 0 to 1.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from game.electorate.ballot import HOME, Ballots
from game.electorate.chance import exact_mean
from game.electorate.parameters import Parameters
from game.electorate.population import Floats, Population
from game.scenario.model import AGE_BANDS


def next_chance(population: Population, ballots: Ballots, p: Parameters) -> Floats:
    """Return everybody's chance of voting next time, [N]: ``p0 + habit * (1 - fades) * (voted - p0)``."""
    kept = 1.0 - p.habit_fades
    habit = np.where(population.band == 0, np.float32(p.habit * kept), np.float32(p.habit_older * kept))
    voted = (ballots.choice != HOME).astype(np.float32)
    out: Floats = population.p0 + (voted - population.p0) * habit
    return out


def next_vote(population: Population, ballots: Ballots, p: Parameters) -> npt.NDArray[np.float64]:
    """Return the turnout that may be expected at the next vote by age band, f64 [4], 0…1; 0 where a band is empty."""
    chance = next_chance(population, ballots, p)
    return np.asarray([exact_mean(chance[population.band == band]) for band in range(len(AGE_BANDS))])
