"""M13: calls to stay at home keep a few away, within what was observed, and persuade nobody."""

from __future__ import annotations

import numpy as np
import pytest

from game.electorate import NightPlan, Parameters, Population, Streams, night, turnout_chance
from game.parameters import MECHANISMS
from tests.electorate.mechanisms.showing import show, won
from tests.electorate.sample_town import make_ad

M13 = MECHANISMS["M13"]


@pytest.mark.parametrize("nights", [1, 4, 7])
def test_those_who_saw_them_vote_less_often_however_many_they_saw(
    population: Population, streams: Streams, steady: Parameters, nights: int
) -> None:
    """Everybody is flooded with three ads a night, on and off; the loss stays within the declared band."""
    quiet, loud = population.start(), population.start()
    seen = np.zeros(population.n, np.bool_)
    ads = tuple(make_ad(population, f"a{k}", kind="demobilise", budget=5000.0) for k in range(3))
    for number in range(1, nights + 1):
        night(population, quiet, NightPlan(), number, streams, steady)
        log = night(population, loud, NightPlan(ads=ads), number, streams, steady)
        seen[log.delivery.voter] = True
    lost = turnout_chance(population, loud, steady) - turnout_chance(population, quiet, steady)
    assert M13.effect("exposed").holds(100 * float(lost[seen].mean()))
    assert not (loud.h - quiet.h)[~seen].any()


def test_nobody_changes_sides(population: Population, streams: Streams, steady: Parameters) -> None:
    """A call to stay at home takes votes, not opinions."""
    mind = population.start()
    done = show(population, mind, make_ad(population, "a", kind="demobilise"), streams, steady)
    assert M13.effect("votes").holds(won(mind, done))
    assert done.dh.max() < 0
