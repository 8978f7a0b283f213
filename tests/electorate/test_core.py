"""The nightly core: the same bits whatever the block, compiled or not, and nothing impossible over the whole range."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

import numpy as np
import pytest

from game.electorate import Contact, Mind, NightPlan, Parameters, Population, Streams, core, drawn, found, night
from game.electorate.compiled import AVAILABLE
from game.electorate.plan import Scoring
from game.electorate.ranking import shares, weighing
from tests.electorate.sample_town import make_ad, make_town

SIZE = 5003


@pytest.fixture(autouse=True)
def _own_choice() -> Iterator[None]:
    """Leave the choice of core as it was."""
    yield
    core.use_compiled(False)


@pytest.fixture(scope="module")
def crowd(parameters: Parameters) -> Population:
    """Return a town whose size is no multiple of any block."""
    return found(make_town(), (), SIZE, Streams(4), parameters)


def plans(population: Population) -> tuple[NightPlan, ...]:
    """Return nights with everything that the core knows: rankings, bots, click sites, scores, tests."""
    every = np.arange(population.n)
    scoring = Scoring(scored=every % 3 == 0, shut=every % 7 == 0)
    return (
        NightPlan(),
        NightPlan(ranking="chronological", bots=(1.0, 0.5)),
        NightPlan(ranking="bridging", clickbait=2.0, experiment=-1.0),
        NightPlan(bots=(0.0, 2.0), scoring=scoring, clickbait=1.0, experiment=1.0),
        NightPlan(
            ads=(make_ad(population, "a", tone="fear"), make_ad(population, "b", 1)),
            bots=(0.3, 0.0),
            street=(Contact("d", "doors", 0, 200.0),),
        ),
    )


def lived_through(population: Population, streams: Streams, parameters: Parameters) -> Mind:
    """Return everybody's mind after one night of each plan."""
    mind = population.start()
    for number, plan in enumerate(plans(population), start=1):
        night(population, mind, plan, number, streams, parameters)
    return mind


def differing(one: Mind, other: Mind) -> list[str]:
    """Return the properties in which two towns differ in any bit."""
    return [
        item.name for item in fields(Mind) if getattr(one, item.name).tobytes() != getattr(other, item.name).tobytes()
    ]


@pytest.mark.parametrize("chunk", [1, 7, 1000, SIZE - 1])
def test_the_size_of_a_block_changes_no_bit(
    crowd: Population, streams: Streams, parameters: Parameters, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    """A voter's night does not depend on who is stepped together with them."""
    core.use_compiled(False)
    few = crowd if chunk > 7 else found(make_town(), (), 60, Streams(4), parameters)
    whole = lived_through(few, streams, parameters)
    monkeypatch.setattr(core, "CHUNK", chunk)
    monkeypatch.setattr(core, "SMALL", 0)
    assert differing(whole, lived_through(few, streams, parameters)) == []


@pytest.mark.gate
@pytest.mark.skipif(not AVAILABLE, reason="numba is an extra and not installed here: only numpy can run")
def test_compiled_and_numpy_give_the_same_bits(crowd: Population, streams: Streams, parameters: Parameters) -> None:
    """Under every ranking, with bots, click sites, scores, tests and ads, property by property."""
    towns = []
    for wanted in (True, False):
        core.use_compiled(wanted)
        towns.append(lived_through(crowd, streams, parameters))
    assert differing(*towns) == []


@pytest.mark.gate
@pytest.mark.skipif(not AVAILABLE, reason="numba is an extra and not installed here: only numpy can run")
def test_compiled_and_numpy_agree_for_any_constants(crowd: Population) -> None:
    """Also at the edges of the ranges."""
    for seed in range(3):
        streams = Streams(seed)
        towns = []
        for wanted in (True, False):
            core.use_compiled(wanted)
            towns.append(lived_through(crowd, streams, drawn(streams)))
        assert differing(*towns) == []


@pytest.mark.parametrize("size", [1, 2, 500])
def test_minds_stay_in_their_range_for_any_constants(size: int) -> None:
    """Whatever is drawn from the ranges: no gaps, nothing beyond what a property can be."""
    for seed in range(8):
        streams = Streams(seed)
        p = drawn(streams)
        people = found(make_town(), (), size, streams, p)
        mind = lived_through(people, streams, p)
        for item in fields(Mind):
            assert np.all(np.isfinite(getattr(mind, item.name))), item.name
        for values, low in ((mind.x, -1), (mind.m, -1), (mind.P, -1), (mind.c, 0), (mind.T, 0), (mind.a, 0)):
            assert float(values.min()) >= low
            assert float(values.max()) <= 1


def test_a_feed_is_whole_for_any_constants_and_ranking() -> None:
    """Shares of the classes are never negative and add up to one, for any profile."""
    profile = np.linspace(-1, 1, 41, dtype=np.float32)
    for seed in range(20):
        p = drawn(Streams(seed))
        for plan in (NightPlan(), NightPlan(ranking="bridging", bots=(3.0, 0.0)), NightPlan(ranking="chronological")):
            for seen in (-profile, profile):
                share = shares(profile, seen, weighing(plan, p))
                assert float(share.min()) >= 0.0
                assert share.sum(axis=0) == pytest.approx(1.0, abs=1e-5)


def test_a_score_makes_people_post_more_mildly_and_a_shut_door_costs_trust(
    crowd: Population, streams: Streams, parameters: Parameters
) -> None:
    """Who has a score shows milder views; only those shut out lose trust in the town."""
    every = np.arange(crowd.n)
    shut = every % 7 == 0
    with_score, without = crowd.start(), crowd.start()
    plan = NightPlan(scoring=Scoring(scored=np.ones(crowd.n, np.bool_), shut=shut))
    night(crowd, with_score, plan, 1, streams, parameters)
    night(crowd, without, NightPlan(), 1, streams, parameters)
    lost = without.T - with_score.T
    assert float(lost[shut].mean()) > 0.01
    assert float(np.abs(lost[~shut]).max()) < 0.002
    mild, usual = (core._shown(crowd.start(), case, parameters, {}) for case in (plan, NightPlan()))
    assert np.all(np.abs(mild) <= np.abs(usual))
    assert float(np.abs(mild).mean()) < float(np.abs(usual).mean())
