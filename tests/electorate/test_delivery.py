"""The auction: who is shown what, and what it costs."""

from __future__ import annotations

import numpy as np
import pytest

from game.electorate import (
    Mind,
    NightPlan,
    Parameters,
    Population,
    Streams,
    deliver,
    feed_slots,
    impression_id,
    price_per_thousand,
)
from tests.electorate.sample_town import make_ad


def test_only_members_who_are_on_the_phone_are_reached_and_nobody_sees_four_paid_ads(
    population: Population, mind: Mind, streams: Streams, parameters: Parameters
) -> None:
    """Eligible is segment and active; three slots a night; each ad at most once."""
    young = population.band == 0
    ads = (
        make_ad(population, "young", members=young),
        *(make_ad(population, f"a{k}", budget=5000.0) for k in range(5)),
    )
    delivery = deliver(population, mind, NightPlan(ads=ads), 1, streams, parameters)
    assert np.all(young[delivery.voter[(delivery.ad == 0) & ~delivery.organic]])
    assert np.all(delivery.active[delivery.voter])
    paid = delivery.rank < 3
    assert np.bincount(delivery.voter[paid]).max() == 3
    pairs = delivery.voter.astype(np.int64) * 10 + delivery.ad
    assert np.unique(pairs).size == pairs.size
    assert np.all(np.diff(delivery.voter) >= 0)


def test_nobody_spends_more_than_the_budget_and_most_is_spent(
    population: Population, mind: Mind, streams: Streams, parameters: Parameters
) -> None:
    """Money paid is the sum of the prices of the impressions."""
    plan = NightPlan(ads=(make_ad(population, "a"), make_ad(population, "b", side=1, budget=150.0)))
    delivery = deliver(population, mind, plan, 1, streams, parameters)
    assert delivery.spent[0] <= 300.0
    assert delivery.spent[1] <= 150.0
    assert delivery.spent[0] > 250.0
    for k in range(2):
        assert float(delivery.price[delivery.ad == k].sum()) == pytest.approx(delivery.spent[k], rel=1e-4)


def test_an_ad_without_money_or_members_reaches_nobody(
    population: Population, mind: Mind, streams: Streams, parameters: Parameters
) -> None:
    """Empty segments and zero budgets are ordinary, not errors."""
    nobody = np.zeros(population.n, dtype=np.bool_)
    plan = NightPlan(ads=(make_ad(population, "a", budget=0.0), make_ad(population, "b", members=nobody)))
    delivery = deliver(population, mind, plan, 1, streams, parameters)
    assert delivery.ad.size == 0
    assert delivery.spent.tolist() == [0.0, 0.0]


def test_the_price_rises_with_demand_and_falls_with_predicted_clicks(
    population: Population, mind: Mind, parameters: Parameters, streams: Streams
) -> None:
    """Rivals for the same eyes make ads dearer; outrage makes them cheaper."""
    ad = make_ad(population, "a", claim="x")
    alone = price_per_thousand(population, mind, ad, (), parameters)
    crowd = price_per_thousand(population, mind, ad, (make_ad(population, "b", budget=2000.0),), parameters)
    angry = price_per_thousand(population, mind, make_ad(population, "a", tone="anger"), (), parameters)
    assert angry < alone < crowd


def test_the_higher_bid_wins_the_slot(
    population: Population, mind: Mind, streams: Streams, parameters: Parameters
) -> None:
    """Where ten ads compete for three slots, bid times predicted engagement decides."""
    ads = tuple(make_ad(population, f"a{k}", budget=4000.0, bid=400.0 if k == 9 else 200.0) for k in range(10))
    delivery = deliver(population, mind, NightPlan(ads=ads), 1, streams, parameters)
    assert delivery.reach(9) > 1.5 * max(delivery.reach(k) for k in range(9))


def test_delivery_prefers_those_whom_the_platform_expects_to_click(
    population: Population, mind: Mind, streams: Streams, parameters: Parameters
) -> None:
    """Ads for one side drift towards voters whose clicks look like that side, without anybody asking for it."""
    delivery = deliver(population, mind, NightPlan(ads=(make_ad(population, "a"),)), 1, streams, parameters)
    assert mind.P[delivery.voter].mean() > mind.P[delivery.active].mean() + 0.02


def test_an_influencer_reaches_the_promised_people_outside_the_auction(
    population: Population, mind: Mind, streams: Streams, parameters: Parameters
) -> None:
    """Reach counts real people; the simulated town is smaller and scales it."""
    ad = make_ad(population, "star", channel="influencer", people=3000.0, budget=0.0)
    delivery = deliver(population, mind, NightPlan(ads=(ad,)), 1, streams, parameters)
    assert delivery.reach(0) * population.weight == pytest.approx(3000, rel=0.15)
    assert delivery.spent[0] == 0.0
    assert delivery.rank.min() >= 3


def test_an_impression_keeps_its_id_and_its_clicks_when_another_ad_is_cut(
    population: Population, mind: Mind, streams: Streams, parameters: Parameters
) -> None:
    """Ids are made of night, ad and voter, and the dice of one ad do not know of others."""
    both = NightPlan(ads=(make_ad(population, "a", budget=200.0), make_ad(population, "b", side=1, budget=200.0)))
    one = NightPlan(ads=both.ads[1:])
    full = deliver(population, mind, both, 2, streams, parameters)
    cut = deliver(population, mind, one, 2, streams, parameters)
    clicks = {full.id(r): bool(full.clicked[r]) for r in range(full.ad.size) if full.ad[r] == 1 and not full.organic[r]}
    again = {cut.id(r): bool(cut.clicked[r]) for r in range(cut.ad.size) if not cut.organic[r]}
    common = clicks.keys() & again.keys()
    assert len(common) > 0.8 * len(clicks)
    assert all(clicks[key] == again[key] for key in common)
    assert impression_id(2, "b", 7) == "n2-b-v7"


def test_an_evening_holds_every_impression_of_the_voter_and_is_drawn_from_the_shares(
    population: Population, mind: Mind, streams: Streams, parameters: Parameters
) -> None:
    """Real slots: all of a voter's ads are among them, the rest follows the voter's own shares."""
    plan = NightPlan(ads=(make_ad(population, "a", budget=900.0),), bots=(2.0, 0.0))
    delivery = deliver(population, mind, plan, 1, streams, parameters)
    voter = int(delivery.voter[0])
    slots = feed_slots(population, mind, plan, delivery, 1, voter, streams, parameters, k=12)
    assert len(slots) == 12
    assert [s.impression for s in slots if s.kind == "ad"] == [delivery.id(int(r)) for r in delivery.of(voter)]
    assert slots == feed_slots(population, mind, plan, delivery, 1, voter, streams, parameters, k=12)
    everyone = [
        s.kind for v in range(300) for s in feed_slots(population, mind, plan, delivery, 1, v, streams, parameters)
    ]
    assert everyone.count("bots-for") > 100
    assert everyone.count("bots-against") == 0


def test_two_ads_with_one_id_are_refused(
    population: Population, mind: Mind, streams: Streams, parameters: Parameters
) -> None:
    """Luck hangs on the id, so it has to be unique."""
    plan = NightPlan(ads=(make_ad(population, "a"), make_ad(population, "a")))
    with pytest.raises(ValueError, match="own id"):
        deliver(population, mind, plan, 1, streams, parameters)
