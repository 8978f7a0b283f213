"""Advertising holds together whatever the town, the money and the constants are."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest

from game.electorate import (
    PARAMETERS,
    Ad,
    Mind,
    NightPlan,
    Parameters,
    Population,
    Streams,
    deliver,
    drawn,
    found,
    night,
    turnout_chance,
)
from game.electorate.ads.rows import MOST_ADS
from tests.electorate.mechanisms.showing import votes
from tests.electorate.sample_town import make_ad, make_persona, make_town


def everything(people: Population, budget: float = 400.0) -> tuple[Ad, ...]:
    """Return ads that use every mechanism, for both sides, one of them to an empty segment and one without a bid."""
    nobody = np.zeros(people.n, np.bool_)
    return (
        make_ad(people, "a", guess=0, tone="fear", headline="curiosity", budget=budget),
        make_ad(people, "b", 1, truth="fabricated", synthetic=True, signed=False, budget=budget, headline="outrage"),
        make_ad(people, "c", 1, kind="demobilise", budget=budget, concern=-1),
        make_ad(people, "d", kind="mobilise", place=1, mood=0.8, guess=2, budget=budget),
        make_ad(people, "e", channel="influencer", people=500.0),
        make_ad(people, "f", 1, channel="hashtag", people=900.0, tone="anger", fit=True),
        make_ad(people, "g", members=nobody, budget=budget),
        make_ad(people, "h", 1, bid=0.0, budget=budget),
        make_ad(people, "i", budget=0.0),
        make_ad(people, "j", budget=budget, bid=1e9),
    )


def check(people: Population, mind: Mind, plan: NightPlan, p: Parameters, nights: int = 3) -> None:
    """Step some nights; nothing may be no number, nothing costs more than was there, no pair twice."""
    streams = Streams(5)
    for number in range(1, nights + 1):
        log = night(people, mind, plan, number, streams, p)
        delivery = log.delivery
        for k, ad in enumerate(plan.ads):
            assert 0.0 <= delivery.spent[k] <= max(0.0, ad.budget)
        pairs = delivery.voter.astype(np.int64) * 256 + delivery.ad
        assert np.unique(pairs).size == pairs.size
        assert np.all(np.diff(delivery.voter) >= 0)
        assert np.all(np.isfinite(delivery.price))
        assert np.all(np.isfinite(log.effects))
    for item in fields(Mind):
        assert np.all(np.isfinite(getattr(mind, item.name))), item.name
    chance = turnout_chance(people, mind, p)
    assert np.all((chance >= 0) & (chance <= 1))


@pytest.mark.parametrize("end", ["low", "high"])
def test_every_constant_at_the_end_of_its_range(end: str) -> None:
    """All constants at their lowest, all at their highest: no error, no NaN, no overspending."""
    p = Parameters(**{name: getattr(item, end) for name, item in PARAMETERS.items()})
    people = found(make_town(), (make_persona(),), 400, Streams(3), p)
    check(people, people.start(), NightPlan(ads=everything(people), bots=(3.0, 0.0)), p)


@pytest.mark.parametrize("size", [1, 2, 7])
@pytest.mark.parametrize("budget", [0.0, 1.0, 1e7])
def test_tiny_towns_and_odd_budgets(size: int, budget: float, parameters: Parameters) -> None:
    """One voter with ten ads is an ordinary night."""
    people = found(make_town(districts=1), (), size, Streams(size), parameters)
    check(people, people.start(), NightPlan(ads=everything(people, budget)), parameters)


def test_towns_where_all_are_undecided_or_certain(population: Population, parameters: Parameters) -> None:
    """Nobody leans, nobody can be moved, everybody is at the edge: still numbers."""
    for stance, certainty in ((0.0, 0.0), (0.0, 1.0), (1.0, 0.5), (-1.0, 0.0)):
        mind = population.start()
        mind.x[:], mind.c[:], mind.P[:] = stance, certainty, stance
        check(population, mind, NightPlan(ads=everything(population)), parameters, nights=1)


def test_a_night_takes_255_ads_and_no_more(population: Population, mind: Mind, parameters: Parameters) -> None:
    """At most three of them are paid for by one voter's eyes."""
    streams = Streams(5)
    ads = tuple(make_ad(population, f"a{k}", k % 2, budget=50.0) for k in range(MOST_ADS))
    delivery = deliver(population, mind, NightPlan(ads=ads), 1, streams, parameters)
    assert np.bincount(delivery.voter[delivery.rank < 3]).max() == 3
    assert delivery.spent.sum() > 0
    with pytest.raises(ValueError, match="255"):
        deliver(population, mind, NightPlan(ads=(*ads, make_ad(population, "one more"))), 1, streams, parameters)


def test_a_night_without_ads_is_empty(population: Population, mind: Mind, parameters: Parameters) -> None:
    """No rows, and none of the arrays is of another length."""
    delivery = deliver(population, mind, NightPlan(), 1, Streams(5), parameters)
    assert delivery.voter.size == delivery.ad.size == delivery.price.size == delivery.spent.size == 0
    assert delivery.of(3).size == 0


def test_a_whole_dark_campaign_moves_about_nothing_against_an_equal_opponent() -> None:
    """Over drawn constants the median stays within one point of votes and nearly all runs within two and a half."""
    gains = []
    for seed in range(24):
        streams = Streams(900 + seed)
        p = drawn(streams, {"town_mood": 0.02})
        people = found(make_town(voters=10_000), (), 1000, streams, p)
        anxious = people.anxiety > np.float32(0.6)
        theirs = tuple(make_ad(people, f"t{k}", 1, concern=k, budget=250.0, claim=f"t{k}") for k in range(2))
        same = tuple(make_ad(people, f"m{k}", 0, concern=k, budget=250.0, claim=f"m{k}") for k in range(2))
        dark = tuple(
            replace(ad, signed=False, truth="fabricated", tone="fear", headline="outrage", members=anxious, guess=0)
            for ad in same
        )
        ends = []
        for plan in (NightPlan(ads=theirs + same), NightPlan(ads=theirs + dark, bots=(2.0, 0.0))):
            mind = people.start()
            for number in range(1, 5):
                night(people, mind, plan, number, streams, p)
            ends.append(votes(mind.x))
        gains.append(ends[1] - ends[0])
    assert abs(float(np.median(gains))) <= 1.0
    assert float(np.quantile(np.abs(gains), 0.95)) <= 2.5
    assert len(set(gains)) > 1
