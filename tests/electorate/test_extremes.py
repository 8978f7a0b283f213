"""No town and no constant within its range breaks a night, a poll, a vote or what is said of them afterwards."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.electorate import (
    PARAMETERS,
    Contact,
    Mind,
    NightPlan,
    Parameters,
    Population,
    Streams,
    ballot,
    fixed,
    found,
    margins,
    next_vote,
    night,
    poll,
    predicted,
    scandal,
)
from game.electorate.plan import Meeting
from tests.electorate.sample_town import make_ad, make_town

KINDS: tuple[Meeting, ...] = get_args(Meeting)


def everything(people: Population, p: Parameters, crowd: float) -> NightPlan:
    """Return a night with every kind of meeting for both sides, ads, bots, a click site, a mood test and a scandal."""
    street = tuple(
        Contact(f"{kind}-{side}", kind, side, crowd, district=None if side else 0) for kind in KINDS for side in (0, 1)
    )
    return NightPlan(
        ads=(make_ad(people, "a", budget=crowd), make_ad(people, "b", 1, kind="demobilise", signed=False)),
        bots=(1.0, 2.0),
        street=street,
        shocks=(scandal(0, p), scandal(1, p)),
        clickbait=2.0,
        experiment=-1.0,
    )


def lived_through(people: Population, streams: Streams, p: Parameters, crowd: float) -> Mind:
    """Return everybody's mind after two such nights."""
    mind = people.start()
    for number in (1, 2):
        night(people, mind, everything(people, p, crowd), number, streams, p)
    return mind


def check(people: Population, mind: Mind, streams: Streams, p: Parameters) -> None:
    """Everything that is a number is one, and every share lies between 0 and 1."""
    for values in (mind.x, mind.c, mind.T, mind.a, mind.m, mind.P, mind.s, mind.h, mind.x0, mind.T0, mind.trust):
        assert np.isfinite(values).all()
    asked = poll(people, mind, streams, 1, 50, p)
    assert 0 < asked.voters.size <= 50
    assert sum(asked.counts) == asked.voters.size
    votes = ballot(people, mind, streams, p)
    close = margins(people, mind, votes, streams, p)
    assert 0.0 <= close.stands <= 1.0
    assert close.changed >= 1
    later = next_vote(people, votes, p)
    assert np.all((later >= 0.0) & (later <= 1.0))
    assert sum(predicted(people, mind, 0, p)) == pytest.approx(1.0)


@pytest.mark.parametrize("end", ["low", "high"])
@pytest.mark.parametrize("size", [1, 2, 300])
def test_all_constants_at_one_end(end: str, size: int) -> None:
    """Every constant at its lowest, then at its highest, in towns of one, two and three hundred."""
    p = fixed({name: getattr(item, end) for name, item in PARAMETERS.items()})
    streams = Streams(5)
    people = found(make_town(districts=1), (), size, streams, p)
    check(people, lived_through(people, streams, p, 500.0), streams, p)


@settings(max_examples=25, deadline=None)
@given(
    seed=st.integers(0, 2**32),
    size=st.integers(1, 80),
    districts=st.integers(1, 4),
    crowd=st.sampled_from([0.0, 1.0, 40.0, 1e6]),
    ends=st.lists(st.sampled_from(sorted(PARAMETERS)), max_size=12, unique=True),
    high=st.booleans(),
)
def test_any_town_with_some_constants_at_their_ends(
    seed: int, size: int, districts: int, crowd: float, ends: list[str], high: bool
) -> None:
    """Few or many voters, nobody or everybody met, any few constants at an end."""
    p = fixed({name: PARAMETERS[name].high if high else PARAMETERS[name].low for name in ends})
    streams = Streams(seed)
    people = found(make_town(districts=districts), (), size, streams, p)
    check(people, lived_through(people, streams, p, crowd), streams, p)


def test_a_town_that_is_wholly_undecided_still_votes(
    population: Population, streams: Streams, parameters: Parameters
) -> None:
    """Everybody exactly in the middle: a coin decides, neither side has it by construction."""
    mind = population.start()
    mind.x[:] = 0.0
    votes = ballot(population, mind, streams, parameters)
    assert abs(votes.margin(0)) < 8.0
    check(population, mind, streams, parameters)
