"""M8: hiding helps whom nobody trusts, harms whom people trust, and always costs the town."""

from __future__ import annotations

import numpy as np

from game.electorate import Parameters, Population, Streams
from game.parameters import MECHANISMS
from tests.electorate.mechanisms.showing import percent, show, won
from tests.electorate.sample_town import make_ad

M8 = MECHANISMS["M8"]


def test_a_dark_post_does_not_spend_its_senders_credibility(
    population: Population, streams: Streams, steady: Parameters
) -> None:
    """Unsigned against signed, where the campaign is hardly trusted and where it is trusted."""
    for trust, effect in ((0.1, "distrusted"), (0.9, "trusted")):
        mind = population.start()
        mind.trust[:] = trust
        signed = won(mind, show(population, mind, make_ad(population, "a"), streams, steady))
        dark = won(mind, show(population, mind, make_ad(population, "a", signed=False), streams, steady))
        assert M8.effect(effect).holds(percent(dark, signed))


def test_a_dark_post_is_judged_alike_whatever_the_campaign_did(
    population: Population, streams: Streams, steady: Parameters
) -> None:
    """After a scandal signed ads lose, dark ones do not: that is why campaigns hide."""
    before, after = population.start(), population.start()
    after.trust[0] -= np.float32(0.3)
    for signed in (True, False):
        ad = make_ad(population, "a", signed=signed)
        first, second = (show(population, mind, ad, streams, steady).dx for mind in (before, after))
        assert np.array_equal(first, second) is not signed


def test_the_town_pays(population: Population, streams: Streams, steady: Parameters) -> None:
    """Trust in each other and the vote: a signed ad costs nothing, an unsigned one as declared."""
    mind = population.start()
    lost = show(population, mind, make_ad(population, "a", signed=False), streams, steady).wear
    assert M8.effect("town").holds(-100 * float((lost * mind.T).mean()))
    assert show(population, mind, make_ad(population, "a"), streams, steady).wear.max() == 0
