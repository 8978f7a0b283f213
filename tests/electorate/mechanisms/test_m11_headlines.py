"""M11, headlines: a few more clicks, no votes, a little less trust in the sender."""

from __future__ import annotations

import pytest

from game.electorate import Mind, Parameters, Population, Streams, price_per_thousand
from game.electorate.ads.wording import appeal
from game.parameters import MECHANISMS
from tests.electorate.mechanisms.showing import percent, show, won
from tests.electorate.sample_town import make_ad

M11 = MECHANISMS["M11"]


@pytest.mark.parametrize("style", ["curiosity", "outrage"])
def test_a_headline_that_baits(
    population: Population, mind: Mind, streams: Streams, steady: Parameters, style: str
) -> None:
    """The same ad under two headlines; more expected clicks make it a little cheaper, too."""
    plain, bait = make_ad(population, "a"), make_ad(population, "a", headline=style)
    clicks = [appeal(ad, 1.0, (0.0, 0.0), steady) for ad in (plain, bait)]
    assert M11.effect("headline-clicks").holds(percent(clicks[1], clicks[0]))
    off, on = (show(population, mind, ad, streams, steady) for ad in (plain, bait))
    assert M11.effect("headline-votes").holds(percent(won(mind, on), won(mind, off)))
    assert M11.effect("headline-trust").holds(100 * float((on.dtrust - off.dtrust).mean()))
    dear, cheap = (price_per_thousand(population, mind, ad, (), steady) for ad in (plain, bait))
    assert cheap < dear
