"""M5, the effect: an ad where somebody has just been works a little better, and feels watched where the file is wrong."""

from __future__ import annotations

import numpy as np

from game.electorate import Mind, NightPlan, Parameters, Population, Streams, deliver
from game.electorate.data.places import passed
from game.parameters import MECHANISMS
from tests.electorate.mechanisms.showing import percent, show, won
from tests.electorate.sample_town import make_ad

M5 = MECHANISMS["M5"]


def test_it_works_a_little_better_there_and_costs_trust_with_strangers_to_the_place(
    population: Population, mind: Mind, streams: Streams, steady: Parameters
) -> None:
    """The same ad with and without the place: votes among those who go there, trust among those who never do."""
    goes = population.traces[2]
    off = show(population, mind, make_ad(population, "a"), streams, steady)
    on = show(population, mind, make_ad(population, "a", place=2), streams, steady)
    gain = percent(won(mind, on, goes), won(mind, off, goes))
    assert gain > 0
    assert M5.effect("relevance").holds(gain)
    assert np.array_equal(on.dx[~goes], off.dx[~goes])
    assert M5.effect("watched").holds(100 * float((on.dtrust - off.dtrust)[~goes].mean()))
    assert np.all(on.dtrust[goes] == 0)


def test_only_people_who_passed_tonight_are_reached_and_each_night_others(
    population: Population, mind: Mind, streams: Streams, parameters: Parameters
) -> None:
    """Whoever sees the ad was there tonight; what friends pass on may go anywhere."""
    reached = []
    for night in (1, 2):
        plan = NightPlan(ads=(make_ad(population, "a", place=2, budget=900.0),))
        delivery = deliver(population, mind, plan, night, streams, parameters)
        there = passed(population, 2, night, streams, parameters)
        mine = delivery.voter[~delivery.organic]
        assert mine.size > 50
        assert there[mine].all()
        reached.append(set(mine.tolist()))
    assert reached[0] != reached[1]
