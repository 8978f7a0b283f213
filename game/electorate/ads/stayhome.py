"""Turnout by advertising: calls to vote, and calls to stay at home (M13), which have a floor.

Whoever saw undisclosed stay-at-home ads voted slightly less often (Kim et al. 2026, observational); a large randomised
programme moved the other side's turnout by -0.3 points at most, within noise (Aggarwal et al. 2023).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from game.electorate.parameters import Parameters
from game.electorate.plan import Ad
from game.electorate.population import Floats, Mind


def lift(ad: Ad, p: Parameters) -> float:
    """Return what one impression adds to the turnout of somebody who votes every second time."""
    return {"persuade": p.persuade_turnout, "mobilise": p.mobilise, "demobilise": -p.demobilise}[ad.kind]


def keep(mind: Mind, who: npt.NDArray[np.intp], lost: Floats, won: Floats, p: Parameters) -> None:
    """Move the turnout shift of ``who`` (each named once) in ``mind`` by ``lost`` (0 or less) and ``won`` (0 or more).

    All calls to stay at home together take at most ``demobilise_floor``; a vote lost further down for other reasons is
    left where it is.
    """
    shift = mind.h.take(who)
    floor = np.minimum(shift, np.float32(-p.demobilise_floor))
    shift += lost
    np.maximum(shift, floor, out=shift)
    shift += won
    mind.h[who] = shift
