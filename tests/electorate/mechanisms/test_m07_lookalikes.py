"""M7: people who resemble the own supporters are more often supporters, and mostly are not."""

from __future__ import annotations

import pytest

from game.electorate import Mind, Parameters, Population, Streams, Target, ask, choose, collect, fit, score, truth
from game.electorate.data.broker import real_accuracy
from game.electorate.data.scorecard import precision
from game.parameters import MECHANISMS

M7 = MECHANISMS["M7"]


@pytest.mark.parametrize("side", [0, 1])
def test_lookalikes_hold_more_supporters_than_the_town(
    population: Population, mind: Mind, parameters: Parameters, side: int
) -> None:
    """For either side alike; with bought files at their real accuracy, over several surveys."""
    target = Target("lookalike", side=side)
    fits = truth(population, mind, target)
    shares = []
    for seed in range(6):
        streams = Streams(seed)
        held = collect(population, range(6), 0.8, 0.72, False, streams, "f", real_accuracy(0.72, False, parameters))
        card = fit(population, mind, held, ask(population, mind, 800, streams, "s"), target)
        shares.append(precision(choose(card, score(population, held, card)), fits))
    gain = 100.0 * (sum(shares) / len(shares) - float(fits.mean()))
    assert M7.effect("lookalikes").holds(gain)
