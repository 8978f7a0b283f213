"""M7: a right guess gains, a wrong one loses, more criteria add nothing, and an untested list often does not pay."""

from __future__ import annotations

import numpy as np

from game.electorate import (
    Mind,
    NightPlan,
    Parameters,
    Population,
    Streams,
    Target,
    ask,
    choose,
    collect,
    drawn,
    fit,
    found,
    night,
    score,
    truth,
)
from game.parameters import MECHANISMS
from tests.electorate.mechanisms.showing import percent, show, votes, won
from tests.electorate.sample_town import make_ad, make_town

M7 = MECHANISMS["M7"]


def test_a_right_guess_gains_and_one_more_criterion_adds_nothing(
    population: Population, mind: Mind, streams: Streams, steady: Parameters
) -> None:
    """Against the same ad to anybody; then among those of the right people who also leave one more trace."""
    fits = truth(population, mind, Target("concern", 0))
    general = won(mind, show(population, mind, make_ad(population, "a"), streams, steady))
    aimed = show(population, mind, make_ad(population, "a", guess=0), streams, steady)
    gain = percent(won(mind, aimed, fits), general)
    assert M7.effect("match").holds(gain)
    narrow = fits & population.traces[2]
    before, after = float(aimed.dx[fits].mean()), float(aimed.dx[narrow].mean())
    assert M7.effect("more-criteria").holds(percent(after, before))


def test_a_wrong_guess_works_against_its_sender(
    population: Population, mind: Mind, streams: Streams, steady: Parameters
) -> None:
    """Votes and trust among those who do not care: lower than before the ad; without a guess nobody is lost."""
    aimed = show(population, mind, make_ad(population, "a", guess=0), streams, steady)
    general = show(population, mind, make_ad(population, "a"), streams, steady)
    assert aimed.wrong.any()
    assert M7.effect("wrong-votes").holds(won(mind, aimed, aimed.wrong))
    assert M7.effect("wrong-trust").holds(100 * float(aimed.dtrust[aimed.wrong].mean()))
    assert won(mind, general, aimed.wrong) > 0
    assert not general.wrong.any()


def test_an_untested_list_from_a_broker_often_does_worse_than_no_list() -> None:
    """In every run all constants are drawn anew; the same money and luck, once for the list and once for everybody."""
    loses, runs, town = 0, 24, make_town(voters=10_000)
    for seed in range(runs):
        streams = Streams(300 + seed)
        p = drawn(streams)
        people = found(town, (), 2000, streams, p)
        files = collect(people, range(6), 0.6, 0.75, False, streams, "broker")
        card = fit(people, people.start(), files, ask(people, people.start(), 300, streams, "s"), Target("concern", 0))
        everybody = np.ones(people.n, np.bool_)
        gains = []
        for members, guess in ((everybody, None), (choose(card, score(people, files, card)), 0)):
            mind = people.start()
            ad = make_ad(people, "a", members=members, guess=guess, budget=200.0)
            night(people, mind, NightPlan(ads=(ad,)), 1, streams, p)
            gains.append(votes(mind.x))
        loses += gains[1] < gains[0]
    assert M7.effect("list-loses").holds(100 * loses / runs)
