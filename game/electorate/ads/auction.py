"""What a thousand impressions cost: demand for the same eyes makes them dearer, expected clicks cheaper."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.electorate.ads.wording import appeal, quality
from game.electorate.chance import Streams
from game.electorate.parameters import Parameters
from game.electorate.plan import Ad
from game.electorate.population import SIGN, Bools, Floats, Mind, Population

SLOTS = 3
"""Paid ads that one voter sees in a night, at most."""
LIKES_LEVELS = 4096
"""The platform's guess of a side is averaged in whole numbers of this, so that no order of adding can change it."""


def price(pressure: float, drawn: float, match: float, p: Parameters) -> float:
    """Return euros per thousand: ``cpm * (1 + demand_price * pressure) / (expected clicks)``."""
    return p.cpm * (1.0 + p.demand_price * pressure) / (drawn * (1.0 + match))


def pressures(
    ads: Sequence[Ad], eligible: Sequence[Bools], sizes: Sequence[int], weight: float, p: Parameters
) -> list[float]:
    """Return demand over supply of slots inside each ad's segment, from counts of overlaps; at most ``demand_most``.

    Args:
        ads: the ads that compete.
        eligible: whom each can reach, bool [N].
        sizes: how many those are.
        weight: people for whom one voter stands.
        p: the constants.
    """
    if not ads:
        return []
    packed = np.stack([_packed(mask) for mask in eligible])
    load = [_wanted(ad, weight, p) / size if size else 0.0 for ad, size in zip(ads, sizes, strict=True)]
    out = []
    for k, size in enumerate(sizes):
        shared = np.bitwise_count(packed[k] & packed).sum(axis=1, dtype=np.int64).tolist() if size else []
        demand = sum(min(each, 1.0) * both for each, both in zip(load, shared, strict=False))
        out.append(min(demand / (SLOTS * max(1, size)), p.demand_most))
    return out


def _packed(mask: Bools) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    bits = np.packbits(mask)
    room = np.zeros((bits.size + 7) // 8 * 8, dtype=np.uint8)
    room[: bits.size] = bits
    return room.view(np.uint64)


def _wanted(ad: Ad, weight: float, p: Parameters) -> float:
    """Return how many voters the money would buy at the usual price."""
    return max(0.0, ad.budget) / p.cpm * 1000.0 / weight if ad.channel == "auction" else 0.0


def mean_likes(likes: Floats) -> float:
    """Return the mean of what the platform takes people's sides to be, exactly; 0 for nobody."""
    whole = np.rint(likes * np.float32(LIKES_LEVELS)).astype(np.int32)
    return int(whole.sum(dtype=np.int64)) / (LIKES_LEVELS * max(1, likes.size))


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
    sizes = [int(np.count_nonzero(item.members)) for item in ads]
    pressure = pressures(ads, [item.members for item in ads], sizes, population.weight, parameters)[0]
    wording = 1.0 if streams is None else quality(streams, ad, parameters)
    match = parameters.delivery_match * SIGN[ad.side] * mean_likes(mind.P[ad.members])
    return price(pressure, appeal(ad, wording, (0.0, 0.0), parameters), match, parameters)
