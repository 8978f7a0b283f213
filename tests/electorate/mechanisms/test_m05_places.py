"""M5: the phone's place tells who is really there, whatever the file says."""

from __future__ import annotations

import numpy as np

from game.electorate import Parameters, Population, Streams, collect, drawn
from game.electorate.data.broker import real_accuracy
from game.electorate.data.places import passed
from game.electorate.data.scorecard import precision
from game.parameters import MECHANISMS

M5 = MECHANISMS["M5"]


def test_following_a_phone_finds_those_who_have_the_habit(population: Population) -> None:
    """Of the people in a bad file, those who pass tonight are nearly all rightly in it: the file alone does not know."""
    for seed in range(10):
        streams = Streams(seed)
        p = drawn(streams)
        held = collect(population, (4,), 0.5, 0.8, False, streams, "tickets", real_accuracy(0.8, False, p))
        inside = held.known[4] & held.value[4]
        there = inside & passed(population, 4, 1, streams, p)
        gain = 100.0 * (precision(there, population.traces[4]) - precision(inside, population.traces[4]))
        assert M5.effect("really-there").holds(gain)
        assert 0 < int(there.sum()) < int(inside.sum())


def test_passing_is_keyed_by_place_and_night(population: Population, streams: Streams, parameters: Parameters) -> None:
    """The same night is the same however often it is asked; another night or place is another matter."""
    tonight = passed(population, 4, 1, streams, parameters)
    assert np.array_equal(tonight, passed(population, 4, 1, streams, parameters))
    assert not np.array_equal(tonight, passed(population, 4, 2, streams, parameters))
    assert tonight.dtype == np.bool_


def test_a_habit_is_seen_on_as_many_evenings_as_declared(
    population: Population, streams: Streams, parameters: Parameters
) -> None:
    """Shares of those with and without the trace, over many nights, are the two constants."""
    nights = np.stack([passed(population, 4, night, streams, parameters) for night in range(20)])
    has = population.traces[4]
    assert abs(nights[:, has].mean() - parameters.place_habit) < 0.02
    assert abs(nights[:, ~has].mean() - parameters.place_chance) < 0.01
