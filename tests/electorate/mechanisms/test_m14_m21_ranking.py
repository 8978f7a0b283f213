"""M14 and M21: who ranks decides how angry a feed is and who is heard in it, hardly what people think."""

from __future__ import annotations

from functools import cache

import pytest

from game.electorate import Mind, NightPlan, Parameters, Population, Streams, deliver, feed_slots, night, trust_town
from game.electorate.exposure import cross_cutting, feed_arousal, town_shares
from game.electorate.plan import Ranking
from game.parameters import MECHANISMS

M14, M21 = MECHANISMS["M14"], MECHANISMS["M21"]


@pytest.fixture(scope="module")
def weeks(population: Population, streams: Streams, parameters: Parameters) -> dict[str, Mind]:
    """Return everybody's mind after six nights under each ranking, with the same luck."""
    minds: dict[str, Mind] = {}
    orders: tuple[Ranking, ...] = ("engagement", "chronological", "bridging")
    for ranking in orders:
        minds[ranking] = population.start()
        for number in range(1, 7):
            night(population, minds[ranking], NightPlan(ranking=ranking), number, streams, parameters)
    return minds


@cache
def first(population: Population, ranking: Ranking, parameters: Parameters) -> tuple[float, float, float]:
    """Return arousal and cross-cutting exposure (of all, of the decided) of the first night's feed."""
    mind, plan = population.start(), NightPlan(ranking=ranking)
    across = [cross_cutting(population, mind, plan, 1, parameters, decided) for decided in (False, True)]
    return feed_arousal(population, mind, plan, 1, parameters), across[0], across[1]


def test_ranked_by_clicks_the_feed_is_more_stirring_than_by_time(
    population: Population, parameters: Parameters
) -> None:
    """Engagement brings what stirs: the direction is evidence, the size a promise."""
    gap = first(population, "engagement", parameters)[0] - first(population, "chronological", parameters)[0]
    assert M14.effect("feed-arousal").holds(100.0 * gap)


def test_ranked_by_clicks_less_comes_from_the_other_side(population: Population, parameters: Parameters) -> None:
    """By time, half of the partisan posts contradict; by clicks fewer, and fewest for the decided."""
    hot, cool = (first(population, ranking, parameters) for ranking in ("engagement", "chronological"))
    assert cool[1] == pytest.approx(0.5, abs=1e-4)
    assert M14.effect("across").holds(100.0 * (hot[1] - cool[1]))
    assert hot[2] < hot[1] - 0.02


def test_who_ranks_hardly_moves_stances(weeks: dict[str, Mind]) -> None:
    """The null of the experiments: after a week stances lie as far apart as under any other ranking."""
    spread = {ranking: float(mind.x.std()) for ranking, mind in weeks.items()}
    assert M14.effect("spread").holds(100.0 * (spread["engagement"] / spread["chronological"] - 1.0))
    assert M21.effect("spread").holds(100.0 * (spread["bridging"] / spread["engagement"] - 1.0))
    assert spread["engagement"] != spread["chronological"]


def test_bridging_brings_the_other_side_back_and_warms_a_little(
    weeks: dict[str, Mind], population: Population, parameters: Parameters
) -> None:
    """What both sides approve of comes first: more from the other side, less anger, hardly more trust."""
    hot, calm = (first(population, ranking, parameters) for ranking in ("engagement", "bridging"))
    assert M21.effect("across").holds(100.0 * (calm[1] - hot[1]))
    assert calm[0] < hot[0]
    warmth = trust_town(weeks["bridging"]) - trust_town(weeks["engagement"])
    assert warmth > 0
    assert M21.effect("trust").holds(warmth)


def test_bridging_lifts_news_and_friends_and_lowers_outrage_and_bots(
    population: Population, parameters: Parameters
) -> None:
    """Class by class, against the plain order of time."""
    mind = population.start()
    plain, bridged = (
        town_shares(population, mind, NightPlan(ranking=ranking, bots=(1.0, 1.0)), 1, parameters)
        for ranking in ("chronological", "bridging")
    )
    changes = [after - before for before, after in zip(plain, bridged, strict=True)]
    assert min(changes[:2]) > 0
    assert max(changes[2:]) < 0
    assert sum(bridged) == pytest.approx(1.0, abs=1e-4)


def test_one_voter_may_have_another_ranking(population: Population, streams: Streams, parameters: Parameters) -> None:
    """The right to another ranking changes that voter's evening as if the whole town had it."""
    mind, plan = population.start(), NightPlan()
    delivery = deliver(population, mind, plan, 1, streams, parameters)
    bridging = NightPlan(ranking="bridging")

    def kinds(case: NightPlan, chosen: Ranking | None) -> list[str]:
        return [
            slot.kind
            for voter in range(200)
            for slot in feed_slots(population, mind, case, delivery, 1, voter, streams, parameters, ranking=chosen)
        ]

    assert kinds(plan, "bridging") == kinds(bridging, None)
    assert kinds(plan, None).count("news") < kinds(bridging, None).count("news")
    assert kinds(bridging, "engagement") == kinds(plan, None)
