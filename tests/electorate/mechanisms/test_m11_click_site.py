"""M11 in the feed: a click site takes attention and a little trust; it changes no minds."""

from __future__ import annotations

import pytest

from game.electorate import NightPlan, Parameters, Population, Streams, night, trust_town
from game.electorate.ballot import chances
from game.electorate.exposure import town_shares
from game.parameters import MECHANISMS

M11 = MECHANISMS["M11"]


def test_a_click_site_takes_attention_and_trust_and_moves_no_votes(
    population: Population, streams: Streams, parameters: Parameters
) -> None:
    """With the same luck, with and without one site for a week."""
    with_site, without = population.start(), population.start()
    share = [
        town_shares(population, without, NightPlan(clickbait=units), 1, parameters)[4] * 100.0 for units in (1.0, 0.0)
    ]
    assert M11.effect("clickbait-share").holds(share[0] - share[1])
    for number in range(1, 7):
        night(population, with_site, NightPlan(clickbait=1.0), number, streams, parameters)
        night(population, without, NightPlan(), number, streams, parameters)
    assert M11.effect("clickbait-trust").holds(trust_town(with_site) - trust_town(without))
    up = [float(chances(population, mind, parameters)[0].mean()) * 100.0 for mind in (with_site, without)]
    assert M11.effect("clickbait-votes").holds(up[0] - up[1])
    assert up[0] != pytest.approx(up[1], abs=1e-9)
