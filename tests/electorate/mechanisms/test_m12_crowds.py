"""M12: a crowd that is not there is clicked on and believed to be the majority; it is hardly followed."""

from __future__ import annotations

from game.electorate import NightPlan, Parameters, Population, Streams, night
from game.electorate.ads.wording import appeal
from game.parameters import MECHANISMS
from tests.electorate.mechanisms.showing import percent, votes
from tests.electorate.sample_town import make_ad

M12 = MECHANISMS["M12"]


def test_fake_likes_draw_clicks_within_a_bound(population: Population, steady: Parameters) -> None:
    """Each network adds less; however many are rented, the declared bound holds. The other side's bots add nothing."""
    ad = make_ad(population, "a")
    alone = appeal(ad, 1.0, (0.0, 5.0), steady)
    rates = [percent(appeal(ad, 1.0, (float(units), 0.0), steady), alone) for units in (1, 2, 4, 1000)]
    assert all(M12.effect("ad-clicks").holds(rate) for rate in rates)
    assert rates == sorted(rates)
    assert alone == appeal(ad, 1.0, (0.0, 0.0), steady)


def test_bots_move_what_people_take_for_the_majority_far_more_than_votes(
    population: Population, streams: Streams, steady: Parameters
) -> None:
    """Two networks for five nights, on and off, with the same luck."""
    minds = []
    for bots in ((0.0, 0.0), (2.0, 0.0)):
        mind = population.start()
        for number in range(1, 6):
            night(population, mind, NightPlan(bots=bots), number, streams, steady)
        minds.append(mind)
    quiet, loud = minds
    climate, gain = 100 * float((loud.m - quiet.m).mean()), votes(loud.x) - votes(quiet.x)
    assert M12.effect("perceived-majority").holds(climate)
    assert M12.effect("votes").holds(gain)
    assert climate > 20 * gain > 0
