"""M9: fear and anger stir and are clicked on; votes they win no better than a plain tone."""

from __future__ import annotations

import numpy as np
import pytest

from game.electorate import Mind, NightPlan, Parameters, Population, Streams, deliver
from game.parameters import MECHANISMS
from tests.electorate.mechanisms.showing import percent, show, won
from tests.electorate.sample_town import make_ad

M9 = MECHANISMS["M9"]


@pytest.mark.parametrize("tone", ["fear", "anger"])
def test_no_bonus_on_votes_but_people_are_stirred(
    population: Population, mind: Mind, streams: Streams, steady: Parameters, tone: str
) -> None:
    """The same ad in two tones."""
    plain = show(population, mind, make_ad(population, "a"), streams, steady)
    stirring = show(population, mind, make_ad(population, "a", tone=tone), streams, steady)
    assert M9.effect("votes").holds(percent(won(mind, stirring), won(mind, plain)))
    assert M9.effect("arousal").holds(100 * float((stirring.da - plain.da).mean()))


def test_fear_works_where_people_are_anxious(
    population: Population, mind: Mind, streams: Streams, steady: Parameters
) -> None:
    """A little more with the most anxious third, a little less with the calmest."""
    plain = show(population, mind, make_ad(population, "a"), streams, steady)
    fear = show(population, mind, make_ad(population, "a", tone="fear"), streams, steady)
    third, last = np.quantile(population.anxiety, [1 / 3, 2 / 3])
    anxious, calm = population.anxiety > last, population.anxiety < third
    assert M9.effect("anxious").holds(percent(won(mind, fear, anxious), won(mind, plain, anxious)))
    assert won(mind, fear, calm) < won(mind, plain, calm)


def test_anger_is_clicked_on(population: Population, mind: Mind, streams: Streams, steady: Parameters) -> None:
    """Clicks per impression over many nights; the luck is that of the same ad."""
    rate = {}
    for tone in ("policy", "anger"):
        shown = clicks = 0
        for night in range(25):
            plan = NightPlan(ads=(make_ad(population, "a", tone=tone, budget=3000.0),))
            delivery = deliver(population, mind, plan, night, streams, steady)
            shown += int(np.count_nonzero(~delivery.organic))
            clicks += int(np.count_nonzero(delivery.clicked))
        rate[tone] = clicks / shown
    assert M9.effect("clicks").holds(percent(rate["anger"], rate["policy"]))
