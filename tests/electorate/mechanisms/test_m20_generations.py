"""M20: who voted now may vote next time, the young more than the old, and all of it may fade."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.electorate import Parameters, Population, Streams, ballot, found, next_turnout, next_vote
from game.parameters import MECHANISMS
from tests.electorate.sample_town import make_town

M20 = MECHANISMS["M20"]


def votes(population: Population, streams: Streams, p: Parameters, lift: float) -> tuple[np.ndarray, np.ndarray]:
    """Return turnout by age band now and, as expected, next time, in points; ``lift`` makes everybody keener."""
    mind = population.start()
    mind.h += np.float32(lift)
    held = ballot(population, mind, streams, p)
    return 100.0 * held.by_band, 100.0 * next_vote(population, held, p)


def test_a_point_of_turnout_now_may_be_a_little_next_time(
    population: Population, streams: Streams, parameters: Parameters
) -> None:
    """Mobilised and not, with the same luck: each band carries a small part over, the youngest the largest."""
    (now, later), (more, then) = (votes(population, streams, parameters, lift) for lift in (0.0, 0.05))
    carried = (then - later) / (more - now)
    assert M20.effect("carried").holds(float(carried[0]))
    assert all(M20.effect("older").holds(float(one)) for one in carried[1:])
    assert carried[0] > carried[1:].max()


def test_the_habit_may_fade_altogether(population: Population, streams: Streams, parameters: Parameters) -> None:
    """At the other end of the range nothing is left, as where voters were followed for years."""
    gone = replace(parameters, habit_fades=1.0)
    (_, later), (_, then) = (votes(population, streams, gone, lift) for lift in (0.0, 0.05))
    assert np.array_equal(later, then)


def test_the_next_turnout_on_screen_is_that_of_the_youngest(
    population: Population, streams: Streams, parameters: Parameters
) -> None:
    """The measure and the bands agree."""
    held = ballot(population, population.start(), streams, parameters)
    assert next_turnout(population, held, parameters) == pytest.approx(
        100.0 * float(next_vote(population, held, parameters)[0])
    )


@pytest.mark.parametrize("size", [1, 2, 5])
def test_an_empty_age_band_is_nought(size: int, streams: Streams, parameters: Parameters) -> None:
    """A town of one voter has four bands, three of them empty."""
    few = found(make_town(districts=1), (), size, streams, parameters)
    later = next_vote(few, ballot(few, few.start(), streams, parameters), parameters)
    empty = np.bincount(few.band, minlength=4) == 0
    assert np.isfinite(later).all()
    assert not later[empty].any()
    assert np.all(later[~empty] > 0.0)
