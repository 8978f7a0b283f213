"""Polls err by their margin; ballots add up."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.electorate import (
    Mind,
    NightPlan,
    Parameters,
    Population,
    Streams,
    ballot,
    found,
    gap_margin,
    margin,
    next_turnout,
    night,
    poll,
    predicted,
    turnout_intention,
)
from tests.electorate.sample_town import make_ad, make_town


def test_polls_cover_the_truth_about_as_often_as_they_promise(
    population: Population, mind: Mind, streams: Streams, parameters: Parameters
) -> None:
    """Of 200 polls, about 95 % hold the true gap within their margin."""
    noisy = mind.x + streams.normals("truth", n=population.n) * np.float32(0.05)
    gap = float(np.mean(noisy >= 0.15) - np.mean(noisy <= -0.15))
    hits = 0
    for day in range(200):
        asked = poll(population, mind, streams, day, 500, parameters)
        up, _, down = (count / 500 for count in asked.counts)
        hits += abs((up - down) - gap) <= gap_margin(up, down, 500)
    assert 180 <= hits <= 199
    assert margin(0.5, 1000) == pytest.approx(0.031, abs=0.001)
    assert margin(0.5, 0) == 1.0


def test_a_poll_says_what_its_people_said(
    population: Population, mind: Mind, streams: Streams, parameters: Parameters
) -> None:
    """Counts are those of the answers; nobody is asked twice."""
    asked = poll(population, mind, streams, 1, 300, parameters)
    assert asked.counts == tuple(int(np.count_nonzero(asked.said == v)) for v in (1, 0, -1))
    assert np.unique(asked.voters).size == 300
    assert poll(population, mind, streams, 1, 10**6, parameters).voters.size == population.n


def test_turnout_is_what_the_author_wrote_and_older_people_vote_more(
    population: Population, mind: Mind, streams: Streams, parameters: Parameters
) -> None:
    """The ballot of a quiet town, by age band."""
    votes = ballot(population, mind, streams, parameters)
    assert votes.turnout == pytest.approx(0.6, abs=0.02)
    assert votes.by_band[0] < votes.by_band[3]
    assert 100 * votes.turnout == pytest.approx(turnout_intention(population, mind, parameters), abs=2)
    assert votes.margin(0) == -votes.margin(1)
    assert votes.winner == (0 if votes.margin(0) > 0 else 1)
    assert 0 < next_turnout(population, votes, parameters) < 100


def test_a_players_ballot_stands_and_changes_no_other(
    population: Population, mind: Mind, streams: Streams, parameters: Parameters
) -> None:
    """Forcing voter 0 moves exactly one paper."""
    free = ballot(population, mind, streams, parameters)
    for choice in range(4):
        forced = ballot(population, mind, streams, parameters, {0: choice})
        assert forced.choice[0] == choice
        assert np.array_equal(forced.choice[1:], free.choice[1:])


def test_a_prediction_is_a_distribution_and_follows_the_stance(
    population: Population, mind: Mind, parameters: Parameters
) -> None:
    """Chances add up to one; firm supporters are predicted to support."""
    for voter in (0, int(np.argmax(mind.x)), int(np.argmin(mind.x))):
        assert sum(predicted(population, mind, voter, parameters)) == pytest.approx(1.0)
    up = predicted(population, mind, int(np.argmax(mind.x)), parameters)
    assert up[0] > 0
    assert up[1] == 0


@settings(max_examples=15, deadline=None)
@given(size=st.integers(1, 60), seed=st.integers(0, 2**32), districts=st.integers(1, 4), budget=st.floats(0, 1e6))
def test_papers_add_up_in_any_town(size: int, seed: int, districts: int, budget: float) -> None:
    """Whatever the size, each voter is counted once and turnout is what is not at home."""
    streams, parameters = Streams(seed), Parameters()
    people = found(make_town(districts=districts), (), size, streams, parameters)
    mind = people.start()
    night(people, mind, NightPlan(ads=(make_ad(people, "a", budget=budget),)), 1, streams, parameters)
    votes = ballot(people, mind, streams, parameters)
    assert votes.counts.sum() == size
    assert votes.turnout == pytest.approx((size - votes.counts[3]) / size)
    assert np.all((votes.by_band >= 0) & (votes.by_band <= 1))


def test_neither_side_wins_more_often_in_a_symmetric_town() -> None:
    """Over 60 seeds of a town without lean, wins split evenly within chance."""
    parameters = Parameters()
    wins = 0
    for seed in range(60):
        streams = Streams(seed)
        people = found(make_town(districts=1), (), 800, streams, parameters)
        mind = people.start()
        plan = NightPlan(ads=(make_ad(people, "x", 0), make_ad(people, "y", 1)))
        night(people, mind, plan, 1, streams, parameters)
        wins += ballot(people, mind, streams, parameters).winner == 0
    assert 18 <= wins <= 42
