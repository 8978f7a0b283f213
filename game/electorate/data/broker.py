"""How much of a file is right (M2): what a broker sells is worse than what the broker says.

People who checked their own file found at least 40 % of the attributes entirely wrong (Venkatadri et al. 2019). What
people tell about themselves, because they were asked and agreed, is nearly always right.
"""

from __future__ import annotations

import numpy as np

from game.electorate.data.holding import Holding
from game.electorate.parameters import Parameters
from game.electorate.population import Bools, Population


def real_accuracy(promised: float, consent: bool, parameters: Parameters) -> float:
    """Return the chance that an entry of a file is really right, 0…1.

    Args:
        promised: what its owner or seller says, 0…1.
        consent: did the people in it agree? Then the file holds what they said themselves, and is as right as promised,
            but never more than ``own_accuracy``; else only ``file_accuracy`` of the promise holds.
        parameters: the constants of the run.
    """
    if consent:
        return min(promised, parameters.own_accuracy)
    return min(1.0, promised * parameters.file_accuracy)


def right_entries(population: Population, holding: Holding, who: Bools | None = None) -> float:
    """Return the share of what a file says of people ("buys tea") that is true of them, 0…1; 1 for an empty file.

    Only positive entries count, as in a file that people are shown about themselves. ``who`` bool [N] limits it to some.
    """
    said = holding.value & holding.known
    if who is not None:
        said = said & who
    entries = int(np.count_nonzero(said))
    return int(np.count_nonzero(said & population.traces)) / entries if entries else 1.0
