"""M15: a test on moods does next to nothing to moods, and nothing at all to stances."""

from __future__ import annotations

import numpy as np
import pytest

from game.electorate import NightPlan, Parameters, Population, Streams, experiment, night
from game.parameters import MECHANISMS

M15 = MECHANISMS["M15"]


@pytest.mark.parametrize("mood", [-1.0, 1.0])
def test_the_tested_half_is_stirred_or_calmed_by_next_to_nothing(
    population: Population, streams: Streams, parameters: Parameters, mood: float
) -> None:
    """Sadder posts stir, happier ones calm; the other half and everybody's stance are left alone."""
    minds = [population.start(), population.start()]
    for mind, plan in zip(minds, (NightPlan(experiment=mood), NightPlan()), strict=True):
        night(population, mind, plan, 1, streams, parameters)
    half = experiment.tested(population, 1, streams)
    assert 0.45 < half.mean() < 0.55
    change = minds[0].a - minds[1].a
    assert not change[~half].any()
    effect = -mood * 100.0 * float(change[half].mean()) / float(minds[1].a.std())
    assert M15.effect("mood").holds(effect)
    assert M15.effect("stance").holds(100.0 * float(np.abs(minds[0].x - minds[1].x).max()))


def test_another_night_another_half(population: Population, streams: Streams) -> None:
    """Who is tested is drawn anew, and can be told afterwards."""
    assert not np.array_equal(experiment.tested(population, 1, streams), experiment.tested(population, 2, streams))
    assert np.array_equal(experiment.tested(population, 1, streams), experiment.tested(population, 1, streams))
