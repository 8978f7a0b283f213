"""M17: a social score shuts doors, mostly for people of whom it is not true, and costs their trust."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.electorate import (
    Mind,
    NightPlan,
    Parameters,
    Population,
    Scorecard,
    Streams,
    Target,
    ask,
    collect,
    fit,
    merge,
    night,
)
from game.electorate.data.holding import Holding
from game.electorate.plan import Scoring
from game.electorate.social_score import scoring, social_score, wrongly_shut
from game.parameters import MECHANISMS

M17 = MECHANISMS["M17"]
Filed = tuple[Holding, Scorecard]


@pytest.fixture(scope="module")
def filed(population: Population, streams: Streams) -> Filed:
    """A file on half the town, and the card of those who stay at home."""
    held = collect(population, range(6), 0.5, 0.8, False, streams, "sold", 0.55)
    mind = population.start()
    return held, fit(population, mind, held, ask(population, mind, 800, streams, "s"), Target("stays-home"))


def test_a_score_is_wrong_about_most_of_those_it_shuts_out(
    population: Population, mind: Mind, filed: Filed, parameters: Parameters
) -> None:
    """What the score says of the people behind the shut door is untrue of many of them."""
    made = scoring(population, *filed, parameters)
    assert M17.effect("wrongly-shut").holds(100.0 * wrongly_shut(population, mind, made, filed[1]))


def test_only_people_on_file_have_a_score_and_a_tenth_of_them_is_shut_out(
    population: Population, filed: Filed, parameters: Parameters
) -> None:
    """The line is drawn at the declared share, as near as whole points allow, and below it lie the lowest scores."""
    made = scoring(population, *filed, parameters)
    assert np.array_equal(made.scored, filed[0].known.any(axis=0))
    assert not np.any(made.shut & ~made.scored)
    assert made.shut.sum() / made.scored.sum() == pytest.approx(parameters.score_shut, abs=0.06)
    scores = social_score(population, *filed)
    assert scores[made.shut].max() < scores[made.scored & ~made.shut].min()
    assert scores.dtype == np.int32


def test_without_files_or_differences_no_door_is_shut(
    population: Population, streams: Streams, filed: Filed, parameters: Parameters
) -> None:
    """Nobody on file: nobody scored. One and the same score for all: nobody below the line."""
    made = scoring(population, merge(population, []), filed[1], parameters)
    assert not made.scored.any()
    assert not made.shut.any()
    flat = replace(filed[1], points=np.zeros_like(filed[1].points), usual=np.zeros_like(filed[1].usual))
    assert not scoring(population, filed[0], flat, parameters).shut.any()


def test_a_shut_door_costs_trust(
    population: Population, streams: Streams, filed: Filed, parameters: Parameters
) -> None:
    """The same night with and without the score: those shut out trust less, by the declared points."""
    made = scoring(population, *filed, parameters)
    after = []
    for plan in (NightPlan(), NightPlan(scoring=Scoring(made.scored, made.shut))):
        mind = population.start()
        night(population, mind, plan, 1, streams, parameters)
        after.append(100.0 * float(mind.T[made.shut].mean()))
    assert M17.effect("trust").holds(after[1] - after[0])
