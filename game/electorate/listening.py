"""How far anybody listens: one rule for friends, media, ads and doors."""

from __future__ import annotations

import numpy as np

from game.electorate.population import Floats


def listen(distance: Floats, radius: float) -> Floats:
    """Return how far a message at ``distance`` pulls, in a new array: ``d * max(0, 1 - (d/radius)**2)``.

    The further away somebody stands, the less one listens: a smooth form of bounded confidence (Deffuant;
    Hegselmann-Krause).
    """
    out: Floats = distance * np.float32(1.0 / radius)
    out *= out
    np.subtract(np.float32(1.0), out, out=out)
    np.maximum(out, np.float32(0.0), out=out)
    out *= distance
    return out


def usual_pull(distance: float, radius: float) -> float:
    """Return the same for one number: how far an ad at ``distance`` pulls somebody in the middle."""
    share = distance / radius
    return distance * max(0.0, 1.0 - share * share)
