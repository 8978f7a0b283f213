"""Where dots are on their way from one arrangement to another: straight across, or along a bow. Numbers only."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Places = npt.NDArray[np.float32]
Shares = npt.NDArray[np.float32]
Controls = npt.NDArray[np.float64]
"""float64[M, 4, 2]: start, two points that pull, and end of M bows."""

SORTING = 1.15
"""Seconds for all dots to find their places: each takes 0.9, the last starts a quarter of a second after the first."""
OWN_TIME = 0.9 / SORTING


def stagger(count: int) -> Shares:
    """When each of the dots starts, as a share of the whole time: spread over what their own time leaves."""
    return ((np.arange(count) * 0.618034 % 1.0) * (1 - OWN_TIME)).astype(np.float32)


def own_share(at: float, start: Shares, own_time: float) -> Shares:
    """How far each dot is on its way, 0 to 1, eased in and out; without time of their own they are here or there."""
    own: Shares
    if own_time <= 0:
        own = ((at > 0) & (at >= start)).astype(np.float32)
        return own
    linear = np.clip((np.float32(at) - start) / np.float32(own_time), 0, 1)
    own = (linear * linear * (3 - 2 * linear)).astype(np.float32)
    return own


def bows(start: Places, end: Places, way: npt.NDArray[np.int8], height: float) -> Controls:
    """A bow for each mover, over what lies between when ``way`` is 1 and under it when it is -1.

    The longer the way, the higher the bow; none leaves a field of ``height`` from its top or foot.
    """
    first, last = start.astype(np.float64), end.astype(np.float64)
    across = last[:, 0] - first[:, 0]
    lift = 26 + 0.3 * np.abs(across)
    over = np.minimum(first[:, 1], last[:, 1]) - lift
    under = np.maximum(first[:, 1], last[:, 1]) + lift
    level = np.where(way > 0, np.maximum(over, 3), np.minimum(under, height - 3))
    pull = np.stack([first[:, 0] + 0.2 * across, level], axis=1), np.stack([last[:, 0] - 0.2 * across, level], axis=1)
    return np.stack([first, *pull, last], axis=1)


def along(controls: Controls, shares: npt.NDArray[np.floating]) -> npt.NDArray[np.float64]:
    """Points on the bows: ``shares`` is [M] for one each or [M, K] for several; the result has two more numbers each."""
    t = shares[..., None].astype(np.float64)
    c = controls if shares.ndim == 1 else controls[:, None]
    a, b, d, e = c[..., 0, :], c[..., 1, :], c[..., 2, :], c[..., 3, :]
    rest = 1 - t
    points: npt.NDArray[np.float64] = rest**3 * a + 3 * rest**2 * t * b + 3 * rest * t**2 * d + t**3 * e
    return points
