"""What can be guessed about a voter, and who really fits: the debrief's answer, never shown in act I."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.electorate.parameters import Parameters
from game.electorate.population import SIGN, Bools, Mind, Population

TargetKind = Literal["concern", "leaning", "persuadable", "stays-home", "lookalike"]


@dataclass(frozen=True)
class Target:
    """What to guess.

    A high ``concern`` (index), ``leaning`` to ``side``, ``persuadable``, ``stays-home``, or ``lookalike`` of the side's
    own firm supporters.
    """

    kind: TargetKind
    concern: int = -1
    side: int = 0


def truth(population: Population, mind: Mind, target: Target, parameters: Parameters | None = None) -> Bools:
    """Return who really fits, bool [N].

    A high concern is above the start of the town's upper third; persuadable is |x| below ``persuadable_within``;
    stays-home a turnout chance below ``stays_home_below``; a supporter to resemble is beyond ``firm_beyond`` on the own
    side. Without ``parameters`` the central ones count.
    """
    p = parameters or Parameters()
    fits: Bools
    if target.kind == "concern":
        fits = population.concerns[target.concern] >= population.high[target.concern]
    elif target.kind == "leaning":
        fits = mind.x * np.float32(SIGN[target.side]) > 0
    elif target.kind == "persuadable":
        fits = np.abs(mind.x) < np.float32(p.persuadable_within)
    elif target.kind == "stays-home":
        fits = population.p0 + mind.h < np.float32(p.stays_home_below)
    else:
        fits = mind.x * np.float32(SIGN[target.side]) > np.float32(p.firm_beyond)
    return fits
