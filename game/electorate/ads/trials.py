"""Tests on small samples (M22): show two wordings to a few people and keep the one that works better.

Ads differ a little in effect and theory hardly predicts which one wins, so testing pays where guessing does not (Hewitt et
al. 2024); how much depends on ``ad_spread`` and on how noisily a sample answers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.electorate.ads.wording import appeal, quality
from game.electorate.chance import LANE_LEVELS, Streams, exact_mean
from game.electorate.influence import exposure
from game.electorate.parameters import Parameters
from game.electorate.plan import Ad
from game.electorate.population import SIGN, Mind, Population


@dataclass(frozen=True)
class Trial:
    """Result of showing an ad to a sample: how many saw it, clicked, and how trust in the campaign moved (points of 100).

    ``trust_sd`` is the standard deviation of the answers, for a margin: people answer noisily.
    """

    shown: int
    clicks: int
    trust_change: float
    trust_sd: float


def trial(
    population: Population,
    mind: Mind,
    ad: Ad,
    voters: npt.NDArray[np.int32],
    night: int,
    streams: Streams,
    parameters: Parameters,
) -> Trial:
    """Show ``ad`` to ``voters`` on paper: an A/B test. Nobody's mind changes; the answers carry ``answer_noise``."""
    p, size = parameters, int(voters.size)
    if size == 0:
        return Trial(0, 0, 0.0, 0.0)
    drawn = appeal(ad, quality(streams, ad, p), (0.0, 0.0), p)
    match = mind.P[voters] * np.float32(p.delivery_match * SIGN[ad.side]) + np.float32(1.0)
    lanes = streams.lanes("trial", night, ad.id, n=population.n)[voters]
    clicks = int(np.count_nonzero(lanes < match * np.float32(drawn * p.ad_click * LANE_LEVELS)))
    none = np.zeros(size, np.float32)
    first = np.zeros(size, np.int16)
    done = exposure(population, mind, (ad,), first, voters, none, none + np.float32(1.0), streams, p)
    # Liking follows the pull of the message: 0.7 points of vote go with about one point of trust in the sender.
    warmth = done.dx * np.float32(100.0 * SIGN[ad.side]) + done.dtrust * np.float32(100.0)
    noise = streams.normals("trial-answer", night, ad.id, n=population.n)[voters] * np.float32(p.answer_noise)
    return Trial(size, clicks, exact_mean(warmth + noise), p.answer_noise)
