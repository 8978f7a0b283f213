"""Who is shown which ad tonight: one auction over all live ads of both sides, before the night is stepped.

A voter who is on the phone tonight and inside an ad's segment is eligible. The price of a thousand impressions is
``cpm * (1 + demand_price * demand/supply) / expected clicks``; a budget buys ``budget / price`` impressions, which go to
eligible voters in proportion to expected clicks; where more than three ads compete for one voter, bid times expected
clicks decides. Influencers and hashtags bypass the auction: they reach ``people`` whatever their profile.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.electorate.ads import rows as packed
from game.electorate.ads.auction import SLOTS, mean_likes, pressures, price, price_per_thousand
from game.electorate.ads.falsehood import infectious
from game.electorate.ads.moments import there
from game.electorate.ads.rows import MOST_ADS, MOST_VOTERS, PASSED_ON, Rows
from game.electorate.ads.sharing import passed
from game.electorate.ads.wording import appeal, quality
from game.electorate.chance import LANE_LEVELS, Streams
from game.electorate.parameters import Parameters
from game.electorate.plan import Ad, NightPlan
from game.electorate.population import SIGN, Bools, Floats, Mind, Population

__all__ = ["PASSED_ON", "SLOTS", "Delivery", "awake", "deliver", "impression_id", "price_per_thousand"]

Indexes = npt.NDArray[np.int64]


def impression_id(night: int, ad: str, voter: int) -> str:
    """Return the id of an impression; it stays the same in every counterfactual in which the impression still happens."""
    return f"n{night}-{ad}-v{voter}"


@dataclass(frozen=True, eq=False)
class Delivery:
    """Tonight's impressions as parallel arrays over R rows, sorted by voter and then rank.

    ``ad`` index into ``ads`` i16, ``voter`` i32, ``rank`` i8 (0–2 paid slot; from 3: influencer, hashtag, friends),
    ``price`` f32 euros for the people the voter stands for, ``clicked``, ``organic`` (passed on by ``sender``, i32, else
    -1). ``active`` bool [N]: on the phone tonight. ``spent`` euros and ``cpm`` euros per thousand per ad, f64 [A].
    """

    night: int
    ads: tuple[Ad, ...]
    ad: npt.NDArray[np.int16]
    voter: npt.NDArray[np.int32]
    rank: npt.NDArray[np.int8]
    price: Floats
    clicked: Bools
    organic: Bools
    sender: npt.NDArray[np.int32]
    active: Bools
    spent: npt.NDArray[np.float64]
    cpm: npt.NDArray[np.float64]

    def of(self, voter: int) -> Indexes:
        """Return the rows of one voter, by rank."""
        first, last = np.searchsorted(self.voter, np.asarray([voter, voter + 1], dtype=np.int32))
        return np.arange(first, last, dtype=np.int64)

    def reach(self, ad: int) -> int:
        """Return how many simulated voters the ad reached."""
        return int(np.count_nonzero(self.ad == ad))

    def id(self, row: int) -> str:
        """Return the stable impression id of a row."""
        return impression_id(self.night, self.ads[int(self.ad[row])].id, int(self.voter[row]))


def awake(population: Population, night: int, streams: Streams) -> Bools:
    """Return who spends this evening on the phone, bool [N]."""
    return streams.uniforms("activity", night, n=population.n) < population.use


def deliver(
    population: Population, mind: Mind, plan: NightPlan, night: int, streams: Streams, parameters: Parameters
) -> Delivery:
    """Hold tonight's auction and return the impressions; nothing is changed.

    Raises:
        ValueError: more than 255 ads in one night, two ads with one id, or more voters than a row can name (16 million).
    """
    ads = plan.ads
    if len(ads) > MOST_ADS or len({ad.id for ad in ads}) != len(ads):
        raise ValueError("a night takes at most 255 ads, each with its own id")
    if population.n > MOST_VOTERS:
        raise ValueError(f"a night takes at most {MOST_VOTERS} voters")
    active = awake(population, night, streams)
    masks = [there(population, mind, ad, ad.members & active, night, streams, parameters) for ad in ads]
    eligible = [np.flatnonzero(mask) for mask in masks]
    pressure = pressures(ads, masks, [who.size for who in eligible], population.weight, parameters)
    cpm = np.zeros(len(ads), dtype=np.float64)
    clicks = streams.lanes("clicks", night, n=population.n) if ads else np.zeros(0, np.uint16)
    parts = []
    for k in range(len(ads)):
        offer = _Offer(population, mind, plan, k, night, streams, parameters)
        cpm[k] = offer.priced(eligible[k], pressure[k])
        parts.append(offer.candidates(eligible[k], clicks))
    return _settle(population, plan, night, active, packed.ranked(parts), cpm)


class _Offer:
    """One ad on its way to the voters: first its price, then whom it would take if there were slots for all."""

    def __init__(
        self,
        population: Population,
        mind: Mind,
        plan: NightPlan,
        index: int,
        night: int,
        streams: Streams,
        p: Parameters,
    ) -> None:
        self.population, self.mind, self.index, self.p = population, mind, index, p
        self.ad = plan.ads[index]
        self.drawn = appeal(self.ad, quality(streams, self.ad, p), plan.bots, p)
        # The last lane turns the evening's luck with clicks, so that it is another for every ad.
        self.lanes = streams.lanes("delivery", night, self.ad.id, n=population.n + 1)
        self.bid = p.cpm
        self.share = 0.0

    def priced(self, who: npt.NDArray[np.intp], pressure: float) -> float:
        """Return euros per thousand (0 outside the auction), and settle what share of ``who`` the money buys."""
        p, ad = self.p, self.ad
        self.likes = self.mind.P.take(who)
        self.mean = p.delivery_match * SIGN[ad.side] * mean_likes(self.likes)
        if ad.channel == "auction":
            cost = price(pressure, self.drawn, self.mean, p)
            self.bid = cost if ad.bid is None else max(0.0, ad.bid)
            wanted = max(0.0, ad.budget) / (cost * self.population.weight) * 1000.0 * min(1.0, self.bid / cost)
        else:
            cost = 0.0
            wanted = max(0.0, ad.people) / self.population.weight
        self.share = min(1.0, wanted / max(1, who.size))
        return cost

    def candidates(self, who: npt.NDArray[np.intp], clicks: npt.NDArray[np.uint16]) -> Rows:
        """Return the rows of those whom the ad would take, of ``who``.

        A candidate is taken when a lane keyed by ad, night and voter lies below the voter's probability, so a change of
        price elsewhere moves only voters at the edge.
        """
        p = self.p
        match = self.likes
        match *= np.float32(p.delivery_match * SIGN[self.ad.side])
        match += np.float32(1.0)
        chance = match * np.float32(self.share / (1.0 + self.mean) * LANE_LEVELS)
        chosen = np.flatnonzero(self.lanes.take(who) < chance)
        voters = who.take(chosen)
        expected = match.take(chosen)
        expected *= np.float32(self.drawn)
        lane = clicks.take(voters) + self.lanes[-1]
        limit = expected * np.float32(p.ad_click * LANE_LEVELS)
        # The lowest of those lanes that click also pass it on: one lane decides both.
        shares = min(1.0, p.share_chance * infectious(self.ad, p))
        expected *= np.float32(self.bid)
        return packed.offered(
            self.index,
            self.ad.channel != "auction",
            voters,
            expected,
            lane,
            lane < limit,
            lane < limit * np.float32(shares),
        )


def _settle(
    population: Population, plan: NightPlan, night: int, active: Bools, rows: Rows, cpm: npt.NDArray[np.float64]
) -> Delivery:
    """Charge for the slots that were won, and let friends pass some ads on."""
    ads = plan.ads
    bought = np.bincount(packed.ad_of(rows), minlength=len(ads)).astype(np.float64)
    paid = np.asarray([item.channel == "auction" for item in ads], dtype=np.bool_)
    budget = np.asarray([max(0.0, item.budget) for item in ads], dtype=np.float64)
    each = np.where(paid, cpm / 1000.0 * population.weight, 0.0)
    over = (bought * each > budget) & (bought > 0)
    each = np.where(over, budget / np.maximum(bought, 1.0), each)
    spent = np.minimum(bought * each, np.where(paid, budget, 0.0))
    to_ad, to_voter, sender = passed(population, active, rows)
    rows = packed.passed_on(rows, to_ad, to_voter)
    ad, organic = packed.ad_of(rows), packed.organic(rows)
    cost = each.astype(np.float32).take(ad) if ads else np.zeros(0, np.float32)
    senders = np.full(rows.size, -1, np.int32)
    if sender.size:
        senders[organic] = sender
        cost[organic] = 0.0
    return Delivery(
        night=night,
        ads=ads,
        ad=ad,
        voter=packed.voter_of(rows),
        rank=packed.rank_of(rows),
        price=cost,
        clicked=packed.clicked(rows),
        organic=organic,
        sender=senders,
        active=active,
        spent=spent,
        cpm=cpm,
    )
