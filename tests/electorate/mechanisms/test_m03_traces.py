"""M3: innocent traces say a little about many people, and one trace says next to nothing."""

from __future__ import annotations

import pytest

from game.electorate import (
    Mind,
    Parameters,
    Population,
    Streams,
    Target,
    ask,
    auc,
    collect,
    drawn,
    fit,
    found,
    score,
    truth,
)
from game.electorate.data.broker import real_accuracy
from game.electorate.data.scorecard import lift
from game.parameters import MECHANISMS
from tests.electorate.sample_town import make_town

M3 = MECHANISMS["M3"]


@pytest.mark.parametrize("target", [Target("concern", 0), Target("concern", 1), Target("leaning"), Target("lookalike")])
def test_a_scorecard_beats_a_coin_by_as_much_as_it_should(
    population: Population, mind: Mind, streams: Streams, parameters: Parameters, target: Target
) -> None:
    """Six everyday traces, files as good as files are: between a coin and what rich Likes told, nearer to the coin."""
    held = collect(population, range(6), 0.8, 0.72, False, streams, "file", real_accuracy(0.72, False, parameters))
    card = fit(population, mind, held, ask(population, mind, 800, streams, "s"), target)
    better = 100.0 * (auc(score(population, held, card), truth(population, mind, target)) - 0.5)
    assert M3.effect("auc").holds(better)


def test_soup_says_nothing_about_the_vote() -> None:
    """A trace with no weight on a side has a lift of about one, on average over towns, and never far from it."""
    lifts = []
    for seed in range(12):
        streams = Streams(seed)
        town = found(make_town(), (), 4000, streams, drawn(streams))
        lifts.append(lift(town, 0, truth(town, town.start(), Target("leaning"))))
    assert M3.effect("soup").holds(100.0 * (sum(lifts) / len(lifts) - 1.0))
    assert all(0.85 < each < 1.15 for each in lifts)


def test_a_trace_with_weight_says_something(population: Population, mind: Mind) -> None:
    """The lift of the trace that carries the worry is real, and still far from certainty."""
    assert 1.1 < lift(population, 0, truth(population, mind, Target("concern", 0))) < 2.5


def test_a_trace_that_nobody_leaves_has_no_lift(population: Population, mind: Mind) -> None:
    """Nobody fits, or nobody has it: one, not a division by zero."""
    assert lift(population, 0, truth(population, mind, Target("leaning")) & False) == 1.0
