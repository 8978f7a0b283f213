"""The luck of ads and the rows that are sorted: even, independent, and complete."""

from __future__ import annotations

import numpy as np
import pytest

from game.electorate import Mind, NightPlan, Parameters, Population, Streams, deliver
from game.electorate.ads import luck, rows
from tests.electorate.sample_town import make_ad


def test_the_luck_of_an_ad_is_even_and_knows_nothing_of_other_ads_nights_or_its_own_clicks() -> None:
    """Lanes fill their range evenly and are uncorrelated; the same question gets the same answer."""
    streams, n = Streams(3), 20_000
    everybody = np.arange(n)
    one, two = luck.bits(1, "a", everybody, streams), luck.bits(1, "b", everybody, streams)
    later, other_run = luck.bits(2, "a", everybody, streams), luck.bits(1, "a", everybody, Streams(4))
    lanes = [luck.taken(one), luck.clicks(one), luck.taken(two), luck.taken(later), luck.taken(other_run)]
    for lane in lanes:
        counts = np.bincount(lane >> 12, minlength=16)
        assert np.all(np.abs(counts - n / 16) < 5 * np.sqrt(n / 16))
        assert abs(np.corrcoef(lane[1:], lane[:-1])[0, 1]) < 0.03
    for k, lane in enumerate(lanes):
        for other in lanes[:k]:
            assert abs(np.corrcoef(lane, other)[0, 1]) < 0.03
    assert np.array_equal(one[7:9], luck.bits(1, "a", np.asarray([7, 8]), streams))


def test_ranks_count_paid_places_and_free_ones_apart() -> None:
    """Five paid offers and three free ones to one voter: the best three and the best two win, in that order."""
    value = np.asarray([5.0, 9.0, 7.0, 8.0, 6.0, 1.0, 3.0, 2.0], np.float32)
    none = np.zeros(8, np.float32)
    lanes = np.zeros(8, np.uint16)
    made = rows.offered([1] * 8, [False] * 5 + [True] * 3, np.full(8, 70_000), value, lanes, none, [0.0] * 8)
    won, lost = rows.winners(made, free=True)
    assert rows.ad_of(won).tolist() == [1, 3, 2, 6, 7]
    assert sorted(rows.ad_of(lost).tolist()) == [0, 4, 5]
    assert rows.rank_of(won).tolist() == [0, 1, 2, 3, 4]
    assert rows.voter_of(won).tolist() == [70_000] * 5
    assert not rows.clicked(won).any()
    sent = rows.passed_on(won, np.arange(0, 8, 2), np.full(4, 70_000))
    assert rows.rank_of(sent).tolist() == [0, 1, 2, 3, 4, 5, 6, 7, 8]
    assert rows.organic(sent).tolist() == [False] * 5 + [True] * 4


@pytest.mark.parametrize("truth", ["true", "fabricated"])
def test_what_friends_pass_on_comes_from_somebody_who_clicked_to_somebody_who_had_not_seen_it(
    population: Population, mind: Mind, streams: Streams, parameters: Parameters, truth: str
) -> None:
    """The sender has the ad as a friend and clicked on it; it costs nothing; the receiver is on the phone."""
    plan = NightPlan(ads=tuple(make_ad(population, f"a{k}", truth=truth, budget=500.0) for k in range(2)))
    sent = 0
    for night in range(8):
        delivery = deliver(population, mind, plan, night, streams, parameters)
        pairs = list(zip(delivery.voter.tolist(), delivery.ad.tolist(), strict=True))
        clicks = {pairs[row] for row in np.flatnonzero(delivery.clicked)}
        for row in np.flatnonzero(delivery.organic).tolist():
            sent += 1
            voter, sender = int(delivery.voter[row]), int(delivery.sender[row])
            assert (sender, int(delivery.ad[row])) in clicks
            assert voter in population.ties[:, sender]
            assert delivery.active[voter]
            assert delivery.price[row] == 0.0
        assert len(set(pairs)) == len(pairs)
        assert np.all(delivery.sender[~delivery.organic] == -1)
    assert sent > 10
