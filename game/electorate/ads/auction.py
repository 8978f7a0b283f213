"""What a thousand impressions cost: demand for the same eyes makes them dearer, expected clicks cheaper."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from game.electorate.ads.wording import appeal, quality
from game.electorate.chance import Streams
from game.electorate.parameters import Parameters
from game.electorate.plan import Ad
from game.electorate.population import SIGN, Floats, Mind, Population

SLOTS = 3
"""Paid ads that one voter sees in a night, at most."""
LEVELS = 4096
"""Means are taken in whole numbers of one over this, so that no order of adding can change them."""


def price(pressure: float, drawn: float, match: float, p: Parameters) -> float:
    """Return euros per thousand: ``cpm * (1 + demand_price * pressure) / (expected clicks)``."""
    return p.cpm * (1.0 + p.demand_price * pressure) / (drawn * (1.0 + match))


def pressures(
    ads: Sequence[Ad], eligible: Sequence[npt.NDArray[np.intp]], n: int, weight: float, p: Parameters
) -> list[float]:
    """Return demand over supply of slots inside each ad's segment, in whole numbers; at most ``demand_most``.

    Args:
        ads: the ads that compete.
        eligible: whom each can reach, indexes.
        n: voters in the town.
        weight: people for whom one voter stands.
        p: the constants.
    """
    demand = np.zeros(n, dtype=np.int32)
    for ad, who in zip(ads, eligible, strict=True):
        load = min(_wanted(ad, weight, p) / max(1, who.size), 1.0)
        if load > 0.0:
            np.add.at(demand, who, np.int32(load * LEVELS + 0.5))
    supply = SLOTS * LEVELS
    return [
        min(int(demand.take(who).sum(dtype=np.int64)) / (supply * max(1, who.size)), p.demand_most) for who in eligible
    ]


def _wanted(ad: Ad, weight: float, p: Parameters) -> float:
    """Return how many voters the money would buy at the usual price."""
    return max(0.0, ad.budget) / p.cpm * 1000.0 / weight if ad.channel == "auction" else 0.0


def mean_likes(likes: Floats) -> float:
    """Return the mean of what the platform takes people's sides to be, exactly; 0 for nobody."""
    whole = likes * np.float32(LEVELS)
    np.rint(whole, out=whole)
    return int(whole.astype(np.int32).sum(dtype=np.int64)) / (LEVELS * max(1, likes.size))


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
    segments = [np.flatnonzero(item.members) for item in ads]
    pressure = pressures(ads, segments, population.n, population.weight, parameters)[0]
    wording = 1.0 if streams is None else quality(streams, ad, parameters)
    match = parameters.delivery_match * SIGN[ad.side] * mean_likes(mind.P.take(segments[0]))
    return price(pressure, appeal(ad, wording, (0.0, 0.0), parameters), match, parameters)
