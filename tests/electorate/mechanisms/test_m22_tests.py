"""M22: testing two wordings on small samples pays a little more than guessing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.electorate import Mind, Parameters, Population, Streams, trial
from game.electorate.ads.wording import quality
from game.parameters import MECHANISMS
from tests.electorate.mechanisms.showing import show, won
from tests.electorate.sample_town import make_ad

M22 = MECHANISMS["M22"]


def gain(population: Population, mind: Mind, streams: Streams, parameters: Parameters, noise: float) -> float:
    """Return what a test adds to one ad, on average over forty pairs of wordings, in points of votes."""
    odd, even = np.arange(0, 1600, 2, dtype=np.int32), np.arange(1, 1600, 2, dtype=np.int32)
    base = won(mind, show(population, mind, make_ad(population, "a"), streams, replace(parameters, ad_spread=0.0)))
    p, extra = replace(parameters, answer_noise=noise), 0.0
    for pair in range(40):
        ads = [make_ad(population, f"p{pair}{v}", claim=f"claim {pair} {v}") for v in "ab"]
        liked = [
            trial(population, mind, ad, half, 1, streams, p).trust_change
            for ad, half in zip(ads, (odd, even), strict=True)
        ]
        worth = [quality(streams, ad, p) for ad in ads]
        extra += worth[liked[1] > liked[0]] - sum(worth) / 2
    return base * extra / 40


def test_a_test_finds_the_better_wording_more_often_than_a_coin(
    population: Population, mind: Mind, streams: Streams, parameters: Parameters
) -> None:
    """Within the declared bound; with hopelessly noisy answers nothing is left, without any difference nothing is won."""
    assert M22.effect("tested").holds(gain(population, mind, streams, parameters, parameters.answer_noise))
    assert abs(gain(population, mind, streams, parameters, 3000.0)) < 0.12
    alike = replace(parameters, ad_spread=0.0)
    assert gain(population, mind, streams, alike, alike.answer_noise) == 0.0
