"""Turnout by advertising: calls to vote, and calls to stay at home (M13), which have a floor.

Whoever saw undisclosed stay-at-home ads voted slightly less often (Kim et al. 2026, observational); a large randomised
programme moved the other side's turnout by -0.3 points at most, within noise (Aggarwal et al. 2023).
"""

from __future__ import annotations

import numpy as np

from game.electorate.ads.reached import Reached
from game.electorate.parameters import Parameters
from game.electorate.plan import Ad
from game.electorate.population import Floats, Mind


def lift(ad: Ad, p: Parameters) -> float:
    """Return what one impression adds to the turnout of somebody who votes every second time."""
    return {"persuade": p.persuade_turnout, "mobilise": p.mobilise, "demobilise": -p.demobilise}[ad.kind]


def turn(mind: Mind, reached: Reached, change: Floats, p: Parameters) -> None:
    """Move the turnout shift in ``mind`` by what each impression changes, [R].

    All calls to stay at home together take at most ``demobilise_floor``; a vote lost further down for other reasons is
    left where it is.
    """
    if any(ad.kind == "demobilise" for ad in reached.ads):
        floor = np.minimum(mind.h, np.float32(-p.demobilise_floor))
        np.add.at(mind.h, reached.who, np.minimum(change, np.float32(0.0)))
        np.maximum(mind.h, floor, out=mind.h)
        change = np.maximum(change, np.float32(0.0))
    np.add.at(mind.h, reached.who, change)
