"""M10: false claims are passed on more, repetition makes claims look truer, pictures add nothing, trust pays."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.electorate import Mind, NightPlan, Parameters, Population, Streams, deliver, night
from game.parameters import MECHANISMS
from tests.electorate.mechanisms.showing import percent, show, won
from tests.electorate.sample_town import make_ad

M10 = MECHANISMS["M10"]


def passed_on(population: Population, mind: Mind, streams: Streams, parameters: Parameters, **change: Any) -> float:
    """How many of a hundred impressions friends pass on, over 40 nights."""
    bought = sent = 0
    for number in range(40):
        plan = NightPlan(ads=(make_ad(population, "a", budget=1500.0, **change),))
        delivery = deliver(population, mind, plan, number, streams, parameters)
        bought += int(np.count_nonzero(~delivery.organic))
        sent += int(np.count_nonzero(delivery.organic))
    return 100 * sent / bought


def test_made_up_claims_and_generated_pictures_are_passed_on_more(
    population: Population, mind: Mind, streams: Streams, steady: Parameters
) -> None:
    """Only the chance of being passed on differs; clicks and persuasion do not."""
    true = passed_on(population, mind, streams, steady)
    false = passed_on(population, mind, streams, steady, truth="fabricated")
    both = passed_on(population, mind, streams, steady, truth="fabricated", synthetic=True)
    assert M10.effect("shared").holds(percent(false, true))
    assert both > false
    a, b = (show(population, mind, make_ad(population, "a", truth=t), streams, steady) for t in ("true", "fabricated"))
    assert np.array_equal(a.dx, b.dx)


def test_the_second_time_a_claim_looks_truer_and_later_times_add_less(
    population: Population, streams: Streams, steady: Parameters
) -> None:
    """The same mind, once without and once with the memory of evenings on which the claim was heard."""
    ad, gains = make_ad(population, "a", truth="fabricated"), []
    mind = population.start()
    for _ in range(6):
        gains.append(won(mind, show(population, mind, ad, streams, steady)))
        mind.told += np.where(((mind.told >> 4) & 3) < 3, 16, 0).astype(np.uint32)
    second, third = percent(gains[1], gains[0]), percent(gains[2], gains[0])
    assert M10.effect("second").holds(second)
    assert M10.effect("third").holds(third - second)
    assert third - second < second
    assert gains[3] == gains[5]


def test_evenings_are_counted_per_side_and_subject_and_never_overflow(
    population: Population, streams: Streams, steady: Parameters
) -> None:
    """Two ads with one claim on one evening count once; after three evenings nothing more is counted; others stay 0."""
    mind = population.start()
    everybody = np.ones(population.n, np.bool_)
    for number in range(1, 7):
        ads = tuple(make_ad(population, f"a{k}", members=everybody, budget=1e6, bid=None) for k in range(2))
        log = night(population, mind, NightPlan(ads=ads), number, streams, steady)
        if number == 1:
            assert set(mind.told[log.delivery.voter].tolist()) == {1 << 4}
    assert set((mind.told >> 4).tolist()) <= {0, 1, 2, 3}
    assert int(mind.told.max()) == 3 << 4
    assert not (mind.told & np.uint32(15)).any()


def test_a_generated_picture_persuades_no_better_and_the_town_pays(
    population: Population, mind: Mind, streams: Streams, steady: Parameters
) -> None:
    """Barari et al.: video or text, the same lie works the same; both wear down trust."""
    true, text, picture = (
        show(population, mind, make_ad(population, "a", **change), streams, steady)
        for change in ({}, {"truth": "fabricated"}, {"truth": "fabricated", "synthetic": True})
    )
    assert M10.effect("generated-votes").holds(percent(won(mind, picture), won(mind, text)))
    cost, more = (text.wear * mind.T).mean(), ((picture.wear - text.wear) * mind.T).mean()
    assert M10.effect("town").holds(-100 * float(cost))
    assert M10.effect("generated-town").holds(-100 * float(more))
    assert true.wear.max() == 0
