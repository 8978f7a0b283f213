"""How well a wording works, and how many clicks the platform expects of it."""

from __future__ import annotations

from functools import lru_cache

from game.electorate.ads import crowd, emotion, headline
from game.electorate.chance import Streams
from game.electorate.parameters import Parameters
from game.electorate.plan import Ad

WORST, BEST = 0.1, 2.4
"""No wording works less or better than this share of the usual one."""


def quality(streams: Streams, ad: Ad, parameters: Parameters) -> float:
    """Return how well this wording works, around 1: theory hardly predicts it, a test can show it (Hewitt et al. 2024).

    Keyed by claim, tone and headline, so a wording is as good on any night and for both of two campaigns that use it.
    """
    return min(BEST, max(WORST, 1.0 + parameters.ad_spread * _drawn(streams.seed, ad.claim, ad.tone, ad.headline)))


@lru_cache(maxsize=4096)
def _drawn(seed: int, claim: str, tone: str, style: str) -> float:
    """Return the draw behind :func:`quality`; the same wording is asked for many times a night."""
    return Streams(seed).bell("wording", claim, tone, style)


def appeal(ad: Ad, wording: float, bots: tuple[float, float], p: Parameters) -> float:
    """Return predicted clicks of an ad against a plain one, before personal match; always above 0."""
    worded = 1.0 + p.wording_click * (wording - 1.0)
    return emotion.draw(ad, p) * headline.draw(ad, p) * worded * crowd.draw(ad, bots, p)
