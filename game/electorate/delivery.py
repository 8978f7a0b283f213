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

from game.electorate.ads import luck
from game.electorate.ads import rows as packed
from game.electorate.ads.auction import SLOTS, mean_likes, overlaps, pressures, price, price_per_thousand
from game.electorate.ads.falsehood import infectious
from game.electorate.ads.moments import there
from game.electorate.ads.rows import MOST_ADS, MOST_VOTERS, PASSED_ON, Rows
from game.electorate.ads.sharing import passed
from game.electorate.ads.wording import appeal, quality
from game.electorate.chance import LANE_LEVELS, Streams
from game.electorate.parameters import Parameters
from game.electorate.plan import Ad, NightPlan, refuse_strangers
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
        ValueError: more than 255 ads in one night, two ads with one id, an ad made for another town, or more voters than a
            row can name (16 million).
    """
    ads = plan.ads
    if len(ads) > MOST_ADS or len({ad.id for ad in ads}) != len(ads):
        raise ValueError("a night takes at most 255 ads, each with its own id")
    if population.n > MOST_VOTERS:
        raise ValueError(f"a night takes at most {MOST_VOTERS} voters")
    refuse_strangers(ads, population)
    active = awake(population, night, streams)
    if not ads:
        return _settle(population, plan, night, active, np.zeros(0, np.int64), [], [])
    masks = [there(population, mind, ad, ad.members & active, night, streams, parameters) for ad in ads]
    pressure = pressures(ads, overlaps(masks), population.weight, parameters)
    offers = [
        _offer(population, mind, plan, k, masks[k].nonzero()[0], pressure[k], night, streams, parameters)
        for k in range(len(ads))
    ]
    rows, lost = packed.winners(_rows(ads, offers, parameters), any(ad.channel != "auction" for ad in ads))
    beaten = np.bincount(packed.ad_of(lost), minlength=len(ads)).tolist()
    bought = [offer.voters.size - missed for offer, missed in zip(offers, beaten, strict=True)]
    return _settle(population, plan, night, active, rows, bought, [offer.cost for offer in offers])


@dataclass(frozen=True, eq=False)
class _Offer:
    """One ad's candidates before the cap on slots, [K].

    ``cost`` euros per thousand, 0 outside the auction; ``bid`` likewise; ``drawn`` clicks expected against a plain ad;
    ``voters`` the candidates; ``match`` factor on their clicks; ``lane`` their luck with clicks.
    """

    cost: float
    bid: float
    drawn: float
    voters: npt.NDArray[np.intp]
    match: Floats
    lane: npt.NDArray[np.uint16]


def _offer(
    population: Population,
    mind: Mind,
    plan: NightPlan,
    index: int,
    who: npt.NDArray[np.intp],
    pressure: float,
    night: int,
    streams: Streams,
    p: Parameters,
) -> _Offer:
    """Set one ad's price and choose its candidates among ``who``.

    A candidate is taken when a lane keyed by ad, night and voter lies below the voter's probability, so a change of price
    elsewhere moves only voters at the edge.
    """
    ad = plan.ads[index]
    drawn = appeal(ad, quality(streams, ad, p), plan.bots, p)
    slope = p.delivery_match * SIGN[ad.side]
    match = mind.P.take(who)
    mean = slope * mean_likes(match)
    if ad.channel == "auction":
        cost = price(pressure, drawn, mean, p)
        bid = cost if ad.bid is None else max(0.0, ad.bid)
        wanted = max(0.0, ad.budget) / (cost * population.weight) * 1000.0 * min(1.0, bid / cost)
    else:
        cost, bid = 0.0, p.cpm
        wanted = max(0.0, ad.people) / population.weight
    usual = min(1.0, wanted / max(1, who.size)) / (1.0 + mean) * LANE_LEVELS
    match *= np.float32(slope)
    match += np.float32(1.0)
    bits = luck.bits(night, ad.id, who, streams)
    chosen = (luck.taken(bits) < match * np.float32(usual)).nonzero()[0]
    if chosen.size < who.size:
        who, match, bits = who.take(chosen), match.take(chosen), bits.take(chosen)
    return _Offer(cost, bid, drawn, who, match, luck.clicks(bits))


def _rows(ads: tuple[Ad, ...], offers: list[_Offer], p: Parameters) -> Rows:
    """Return all candidates of all ads as rows."""
    return packed.offered(
        [offer.voters.size for offer in offers],
        [ad.channel != "auction" for ad in ads],
        np.concatenate([offer.voters for offer in offers]),
        np.concatenate([offer.match * np.float32(offer.drawn * offer.bid) for offer in offers]),
        np.concatenate([offer.lane for offer in offers]),
        np.concatenate([offer.match * np.float32(offer.drawn * p.ad_click * LANE_LEVELS) for offer in offers]),
        [min(1.0, p.share_chance * infectious(ad, p)) for ad in ads],
    )


def _settle(
    population: Population,
    plan: NightPlan,
    night: int,
    active: Bools,
    rows: Rows,
    bought: list[int],
    cpm: list[float],
) -> Delivery:
    """Charge for the slots that were won, and let friends pass some ads on."""
    ads = plan.ads
    bills = [
        _bill(item, count, cost * population.weight / 1000.0)
        for item, count, cost in zip(ads, bought, cpm, strict=True)
    ]
    to_ad, to_voter, sender = passed(population, active, rows)
    rows = packed.passed_on(rows, to_ad, to_voter)
    ad, organic = packed.ad_of(rows), np.zeros(rows.size, np.bool_)
    cost = np.asarray([each for each, _ in bills], np.float32).take(ad) if ads else np.zeros(0, np.float32)
    senders = np.full(rows.size, -1, np.int32)
    if sender.size:
        organic = packed.organic(rows)
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
        spent=np.asarray([spent for _, spent in bills], np.float64),
        cpm=np.asarray(cpm, np.float64),
    )


def _bill(ad: Ad, bought: int, each: float) -> tuple[float, float]:
    """Return what each of the impressions bought costs, and all together: never more than the budget, in euros."""
    if ad.channel != "auction" or not bought:
        return 0.0, 0.0
    budget = max(0.0, ad.budget)
    return min(each, budget / bought), min(each * bought, budget)
