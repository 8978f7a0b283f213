"""M1: files joined on the person tell more about everybody, and sharpen the guess only a little."""

from __future__ import annotations

import numpy as np

from game.electorate import Holding, Mind, Population, Streams, Target, ask, auc, collect, fit, merge, score, truth
from game.parameters import MECHANISMS

M1 = MECHANISMS["M1"]


def files(population: Population, streams: Streams) -> tuple[Holding, Holding]:
    """Two files that overlap in nothing but their people."""
    first = collect(population, (0, 1), 0.6, 0.9, True, streams, "first")
    return first, collect(population, (2, 3, 4), 0.5, 0.9, True, streams, "second")


def test_merging_raises_the_traces_known_of_a_voter(population: Population, streams: Streams) -> None:
    """Joined on the person, several files know more traces of a voter than the best of them."""
    each = files(population, streams)
    alone = max(int(np.count_nonzero(file.known)) for file in each)
    joined = int(np.count_nonzero(merge(population, each).known))
    assert M1.effect("traces").holds((joined - alone) / population.n)
    assert joined == sum(int(np.count_nonzero(file.known)) for file in each)


def test_merging_sharpens_the_guess_a_little(population: Population, mind: Mind, streams: Streams) -> None:
    """With the same survey the joined files pick the right one of two people more often, by a few points."""
    survey = ask(population, mind, 800, streams, "s")
    gains = []
    for target in (Target("concern", 0), Target("concern", 1), Target("leaning")):
        fits = truth(population, mind, target)
        single, both = files(population, streams)[1], merge(population, files(population, streams))
        quality = [
            auc(score(population, held, fit(population, mind, held, survey, target)), fits) for held in (single, both)
        ]
        gains.append(100.0 * (quality[1] - quality[0]))
    gain = sum(gains) / len(gains)
    assert M1.effect("auc").holds(gain)
    assert gain > 0
