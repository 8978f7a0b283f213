"""M24: a scandal costs everybody's trust, and who lost it votes less, answers less and believes less."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.electorate import (
    Mind,
    Parameters,
    Population,
    Streams,
    poll,
    scandal,
    strike,
    trust_town,
    turnout_intention,
)
from game.electorate.influence import exposure
from game.electorate.town_trust import answers, belief, lost
from game.parameters import MECHANISMS
from tests.electorate.sample_town import make_ad

M24 = MECHANISMS["M24"]


def poorer(population: Population, points: float = 10.0) -> Mind:
    """Return everybody's mind with so many points of trust in the town less."""
    mind = population.start()
    mind.T -= np.float32(points / 100.0)
    return mind


@pytest.mark.parametrize("side", [0, 1])
def test_a_scandal_costs_trust_on_both_sides(population: Population, parameters: Parameters, side: int) -> None:
    """Whoever is found out, supporters of both sides trust the town less; trust in the other campaign stays."""
    mind, start = population.start(), population.start()
    strike(mind, scandal(side, parameters), parameters)
    for leaning in (population.x0 > 0, population.x0 < 0):
        change = 100.0 * float((mind.T - start.T)[leaning].mean())
        assert M24.effect("scandal").holds(change)
    assert np.array_equal(mind.trust[1 - side], start.trust[1 - side])
    assert np.all(mind.trust[side] <= start.trust[side])


def test_some_of_a_shock_stays(population: Population, parameters: Parameters) -> None:
    """What trust returns to falls by the declared part, and by nothing where nothing is to stay."""
    for stays in (0.2, 0.8):
        mind = population.start()
        strike(mind, scandal(0, parameters), replace(parameters, shock_stays=stays))
        now, anchor = float((mind.T - population.T0).mean()), float((mind.T0 - population.T0).mean())
        assert anchor == pytest.approx(stays * now, rel=0.05)


def test_who_lost_trust_stays_at_home(population: Population, parameters: Parameters) -> None:
    """Ten points of trust less: turnout falls as declared, and not at all where trust plays no part."""
    start, mind = population.start(), poorer(population)
    change = turnout_intention(population, mind, parameters) - turnout_intention(population, start, parameters)
    assert M24.effect("turnout").holds(change)
    deaf = replace(parameters, turnout_trust=0.0)
    assert turnout_intention(population, mind, deaf) == turnout_intention(population, start, deaf)


def test_who_lost_trust_answers_no_poll(population: Population, streams: Streams, parameters: Parameters) -> None:
    """The same people are rung up; some of them no longer answer, and those who do say what they said before."""
    asked, of = poll(population, population.start(), streams, 1, 2000, parameters), 2000
    fewer = poll(population, poorer(population), streams, 1, of, parameters)
    assert asked.voters.size == of
    assert M24.effect("answers").holds(100.0 * (fewer.voters.size - of) / of)
    assert np.isin(fewer.voters, asked.voters).all()
    assert np.array_equal(fewer.said, asked.said[np.isin(asked.voters, fewer.voters)])
    assert poll(population, poorer(population), streams, 1, of, replace(parameters, poll_trust=0.0)).voters.size == of


def test_who_lost_trust_believes_the_true_less_as_well(
    population: Population, streams: Streams, steady: Parameters
) -> None:
    """The liar's dividend: a true and signed ad persuades less in a town that trusts less."""
    n = population.n
    none = np.zeros(n, np.float32)
    everybody, first = np.arange(n, dtype=np.int32), np.zeros(n, np.int16)
    pulls = []
    for mind in (population.start(), poorer(population)):
        ad = make_ad(population, "a")
        done = exposure(population, mind, (ad,), first, everybody, none, none + 1, streams, steady)
        pulls.append(float(np.abs(done.dx).mean()))
    assert M24.effect("belief").holds(100.0 * (pulls[1] / pulls[0] - 1.0))


def test_trust_that_grew_or_was_never_there_changes_nothing(population: Population, parameters: Parameters) -> None:
    """Only what was lost counts; and however much that is, chances and factors stay between 0 and 1."""
    everybody = np.arange(population.n)
    richer = poorer(population, -10.0)
    assert not lost(population, richer, everybody).any()
    assert trust_town(richer) > trust_town(population.start())
    for end in (0.0, 1.0):
        p = replace(parameters, poll_trust=end, belief_trust=end)
        bare = poorer(population, 100.0)
        bare.T[:] = 0.0
        for factor in (
            answers(population, bare, everybody.astype(np.int32), p),
            belief(population, bare, everybody, p),
        ):
            assert np.all((factor >= 0.0) & (factor <= 1.0))
