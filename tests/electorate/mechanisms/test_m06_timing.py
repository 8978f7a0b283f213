"""M6, the effect: an ad timed to a tense face hardly works better, because faces say little."""

from __future__ import annotations

import numpy as np
import pytest

from game.electorate import Mind, NightPlan, Parameters, Population, Streams, deliver
from game.electorate.data.faces import looks_tense, tense
from game.parameters import MECHANISMS
from tests.electorate.mechanisms.showing import percent, show, won
from tests.electorate.sample_town import make_ad

M6 = MECHANISMS["M6"]


def test_among_people_who_really_are_tense_it_works_a_little_better(
    population: Population, mind: Mind, streams: Streams, steady: Parameters
) -> None:
    """The same ad at the moment and at any time; nothing changes for people whom the camera took for tense wrongly."""
    nervous = tense(mind, steady)
    off = show(population, mind, make_ad(population, "a"), streams, steady)
    on = show(population, mind, make_ad(population, "a", mood=0.55), streams, steady)
    gain = percent(won(mind, on, nervous), won(mind, off, nervous))
    assert gain > 0
    assert M6.effect("votes").holds(gain)
    assert np.array_equal(on.dx[~nervous], off.dx[~nervous])


@pytest.mark.parametrize("promised", [0.5, 0.55])
def test_only_faces_that_look_tense_are_shown_the_ad(
    population: Population, mind: Mind, streams: Streams, parameters: Parameters, promised: float
) -> None:
    """The billboard shows it to whom it takes for tense; many of them are not."""
    plan = NightPlan(ads=(make_ad(population, "a", mood=promised, budget=900.0),))
    delivery = deliver(population, mind, plan, 1, streams, parameters)
    mine = delivery.voter[~delivery.organic]
    assert mine.size > 100
    assert looks_tense(population, mind, promised, 1, streams, parameters)[mine].all()
    assert not tense(mind, parameters)[mine].all()
