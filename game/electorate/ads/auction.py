"""What a thousand impressions cost: demand for the same eyes makes them dearer, expected clicks cheaper."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from game.electorate.ads.wording import appeal, quality
from game.electorate.chance import Streams
from game.electorate.parameters import Parameters
from game.electorate.plan import Ad
from game.electorate.population import SIGN, Bools, Floats, Mind, Population

SLOTS = 3
"""Paid ads that one voter sees in a night, at most."""
LEVELS = 4096
"""Means are taken in whole numbers of one over this, so that no order of adding can change them."""
_ROOMY = (1 << 31) // LEVELS


def price(pressure: float, drawn: float, match: float, p: Parameters) -> float:
    """Return euros per thousand: ``cpm * (1 + demand_price * pressure) / (expected clicks)``."""
    return p.cpm * (1.0 + p.demand_price * pressure) / (drawn * (1.0 + match))


def overlaps(masks: Sequence[Bools]) -> npt.NDArray[np.int64]:
    """Return how many voters each two segments have in common, [A, A], by counting bits; the diagonal holds their sizes."""
    size = (masks[0].size + 7) // 8
    bits = np.zeros((len(masks), size + -size % 8), np.uint8)
    for row, mask in zip(bits, masks, strict=True):
        row[:size] = np.packbits(mask)
    words = bits.view(np.uint64)
    return np.asarray([np.bitwise_count(words & row).sum(axis=1, dtype=np.int64) for row in words])


def pressures(ads: Sequence[Ad], common: npt.NDArray[np.int64], weight: float, p: Parameters) -> list[float]:
    """Return demand over supply of slots inside each ad's segment, in whole numbers; at most ``demand_most``.

    Args:
        ads: the ads that compete.
        common: how many voters each two of them can both reach (see :func:`overlaps`).
        weight: people for whom one voter stands.
        p: the constants.
    """
    sizes = [max(1, size) for size in common.diagonal().tolist()]
    loads = [min(_wanted(ad, weight, p) / size, 1.0) for ad, size in zip(ads, sizes, strict=True)]
    demand = (common * np.asarray([int(load * LEVELS + 0.5) for load in loads], np.int64)).sum(axis=1).tolist()
    return [min(asked / (SLOTS * LEVELS * size), p.demand_most) for asked, size in zip(demand, sizes, strict=True)]


def _wanted(ad: Ad, weight: float, p: Parameters) -> float:
    """Return how many voters the money would buy at the usual price."""
    return max(0.0, ad.budget) / p.cpm * 1000.0 / weight if ad.channel == "auction" else 0.0


def mean_likes(likes: Floats) -> float:
    """Return the mean of what the platform takes people's sides to be, exactly; 0 for nobody."""
    whole = (likes * np.float32(LEVELS)).astype(np.int32)
    # Adding in the type at hand is quicker; beyond this size the sum could leave it.
    total = whole.sum(dtype=np.int32 if whole.size < _ROOMY else np.int64)
    return int(total) / (LEVELS * max(1, likes.size))


def price_per_thousand(
    population: Population,
    mind: Mind,
    ad: Ad,
    others: Sequence[Ad],
    parameters: Parameters,
    streams: Streams | None = None,
) -> float:
    """Return what a thousand impressions of ``ad`` would cost against ``others``, in euros: for the preview."""
    ads = (ad, *others)
    pressure = pressures(ads, overlaps([item.members for item in ads]), population.weight, parameters)[0]
    wording = 1.0 if streams is None else quality(streams, ad, parameters)
    match = parameters.delivery_match * SIGN[ad.side] * mean_likes(mind.P[ad.members])
    return price(pressure, appeal(ad, wording, (0.0, 0.0), parameters), match, parameters)
