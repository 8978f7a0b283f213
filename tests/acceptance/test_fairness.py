"""Nothing in the model leans to one side."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.electorate import Contact, Mind, NightPlan, Parameters, Population, Streams, ballot, found, night, scandal
from game.electorate.ballot import AGAINST_VOTE, FOR_VOTE
from tests.electorate.sample_town import make_ad, make_town

NIGHTS = 4


def mirrored(population: Population) -> Population:
    """The same people with every stance turned round."""
    return replace(
        population,
        x0=-population.x0,
        m0=-population.m0,
        P0=-population.P0,
        trust0=population.trust0[::-1].copy(),
    )


def plan(population: Population, side: int, parameters: Parameters) -> NightPlan:
    """One side with everything, the other with some ads; ``side`` says which is which."""
    other = 1 - side
    units = (1.5, 0.5) if side == 0 else (0.5, 1.5)
    return NightPlan(
        ads=(
            make_ad(population, "loud", side, tone="anger", headline="outrage", signed=False, budget=900.0),
            make_ad(population, "false", side, truth="fabricated", guess=0, budget=500.0),
            make_ad(population, "home", side, kind="demobilise", budget=400.0),
            make_ad(population, "calm", other, budget=700.0),
        ),
        bots=units,
        street=(Contact("door", "doors", side, 800.0), Contact("hall", "hall", other, 400.0)),
        shocks=(scandal(side, parameters),),
    )


def lived(population: Population, side: int, streams: Streams, parameters: Parameters) -> Mind:
    """The town after a few nights."""
    mind = population.start()
    for number in range(1, NIGHTS + 1):
        night(population, mind, plan(population, side, parameters), number, streams, parameters)
    return mind


def test_a_mirrored_town_gives_the_mirrored_result() -> None:
    """Turn every stance and both campaigns round: everybody ends up exactly opposite, and the count is exchanged."""
    streams, parameters = Streams(12), Parameters()
    people = found(make_town(), (), 4000, streams, parameters)
    turned = mirrored(people)
    one, other = lived(people, 0, streams, parameters), lived(turned, 1, streams, parameters)
    # Sums of seven shares are added in another order, so the last bits may differ.
    assert np.allclose(one.x, -other.x, atol=2e-5)
    assert np.allclose(one.m, -other.m, atol=2e-5)
    assert np.allclose(one.T, other.T, atol=2e-5)
    assert np.allclose(one.h, other.h, atol=2e-5)
    assert np.allclose(one.trust[0], other.trust[1], atol=2e-5)
    before, after = ballot(people, one, streams, parameters), ballot(turned, other, streams, parameters)
    assert abs(int(before.counts[FOR_VOTE]) - int(after.counts[AGAINST_VOTE])) <= 0.06 * people.n


def test_equal_campaigns_in_an_even_town_favour_nobody() -> None:
    """Over many towns without a lean and with the same campaign on both sides, the mean margin is zero within chance."""
    margins = []
    for seed in range(60):
        streams, parameters = Streams(seed), replace(Parameters(), town_mood=0.0)
        town = make_town()
        even = town.model_copy(update={"districts": tuple(d.model_copy(update={"lean": 0.0}) for d in town.districts)})
        people = found(even, (), 1500, streams, parameters)
        mind = people.start()
        for number in range(1, NIGHTS + 1):
            both = tuple(
                make_ad(people, f"{name}-{side}", side, tone=tone, budget=600.0)
                for side in (0, 1)
                for name, tone in (("hope", "hope"), ("fear", "fear"))
            )
            night(people, mind, NightPlan(ads=both, bots=(1.0, 1.0)), number, streams, parameters)
        margins.append(ballot(people, mind, streams, parameters).margin(0))
    mean = sum(margins) / len(margins)
    error = (sum((each - mean) ** 2 for each in margins) / len(margins)) ** 0.5 / len(margins) ** 0.5
    assert abs(mean) < 2.6 * error
