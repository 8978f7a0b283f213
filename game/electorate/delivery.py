"""Who is shown which ad tonight: one auction over all live ads of both sides, before the night is stepped.

A voter who is on the phone tonight and inside an ad's segment is eligible. The price of a thousand impressions is
``cpm * (1 + 0.5 * demand/supply) / quality``; a budget buys ``budget / price`` impressions, which go to eligible voters in
proportion to predicted engagement; where more than three ads compete for one voter, bid times predicted engagement
decides. Influencers and hashtags bypass the auction: they reach ``people`` whatever their profile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from game.electorate.chance import LANE_LEVELS, Streams
from game.electorate.parameters import Parameters
from game.electorate.plan import Ad, NightPlan
from game.electorate.population import SIGN, TIES, Bools, Floats, Mind, Population

SLOTS = 3
"""Paid ads that one voter sees in a night, at most."""
PASSED_ON = 3
"""Ranks from here on are not paid slots: influencers, hashtags and what friends passed on."""
_APPEAL = {"policy": 1.0, "hope": 1.05, "fear": 1.15, "anger": 1.2}
_HEADLINE_APPEAL = {"plain": 1.0, "curiosity": 1.2, "outrage": 1.25}
_MAX_ADS = 255
_ORGANIC_RANKS = 2
Indexes = npt.NDArray[np.int64]
_T = TypeVar("_T", bound=np.generic)


def impression_id(night: int, ad: str, voter: int) -> str:
    """Return the id of an impression; it stays the same in every counterfactual in which the impression still happens."""
    return f"n{night}-{ad}-v{voter}"


@dataclass(frozen=True, eq=False)
class Delivery:
    """Tonight's impressions as parallel arrays over R rows, sorted by voter and then rank.

    ``ad`` index into ``ads`` i16, ``voter`` i32, ``rank`` i8 (0–2 paid slot; from 3: influencer, hashtag, friends),
    ``price`` f32 euros for the people the voter stands for, ``clicked``, ``organic`` (passed on by ``sender``, i32, else
    -1), ``engagement`` f32 predicted. ``active`` bool [N]: on the phone tonight. ``spent`` euros and ``cpm`` euros per
    thousand per ad, f64 [A].
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
    engagement: Floats
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


@dataclass(frozen=True, eq=False)
class _Offer:
    """One ad's candidates before the cap on slots."""

    voters: Indexes
    engagement: Floats
    value: Floats
    tie: npt.NDArray[np.uint16]
    click: npt.NDArray[np.uint16]


def quality(streams: Streams, ad: Ad, parameters: Parameters) -> float:
    """Return how well this wording works, around 1: theory hardly predicts it, a test can show it (Hewitt et al. 2024).

    Keyed by claim, tone and headline, so a wording is as good on any night and for both of two campaigns that use it.
    """
    return min(2.2, max(0.1, 1.0 + parameters.ad_spread * _wording(streams.seed, ad.claim, ad.tone, ad.headline)))


@lru_cache(maxsize=4096)
def _wording(seed: int, claim: str, tone: str, headline: str) -> float:
    """Return the draw behind :func:`quality`; the same wording is asked for many times a night."""
    return Streams(seed).bell("wording", claim, tone, headline)


def appeal(ad: Ad, wording: float, bots: tuple[float, float]) -> float:
    """Return predicted engagement of an ad before personal match: tone, headline, wording and visible bot comments.

    Fake likes raise engagement by at most 15 % (Avram et al. 2020, size a modelling choice).
    """
    units = bots[ad.side]
    crowd = 1.0 + 0.15 * units / (1.0 + units)
    return _APPEAL[ad.tone] * _HEADLINE_APPEAL[ad.headline] * (0.8 + 0.2 * wording) * crowd


def awake(population: Population, night: int, streams: Streams) -> Bools:
    """Return who spends this evening on the phone, bool [N]."""
    return streams.uniforms("activity", night, n=population.n) < population.use


def deliver(
    population: Population, mind: Mind, plan: NightPlan, night: int, streams: Streams, parameters: Parameters
) -> Delivery:
    """Hold tonight's auction and return the impressions; nothing is changed.

    Raises:
        ValueError: more than 255 ads in one night, or two ads with one id.
    """
    ads = plan.ads
    if len(ads) > _MAX_ADS or len({ad.id for ad in ads}) != len(ads):
        raise ValueError("a night takes at most 255 ads, each with its own id")
    active = awake(population, night, streams)
    eligible = [ad.members & active for ad in ads]
    pressure = _demand(population, ads, eligible, parameters)
    whole = np.rint(mind.P * np.float32(4096)).astype(np.int32)
    cpm = np.zeros(len(ads), dtype=np.float64)
    offers = []
    for index in range(len(ads)):
        cpm[index], offer = _offer(
            population, mind, plan, index, eligible[index], whole, pressure[index], night, streams, parameters
        )
        offers.append(offer)
    return _settle(population, plan, night, active, offers, cpm, parameters)


def price_per_thousand(
    population: Population,
    mind: Mind,
    ad: Ad,
    others: Sequence[Ad],
    parameters: Parameters,
    streams: Streams | None = None,
) -> float:
    """Return what a thousand impressions of ``ad`` would cost against ``others``, in euros: for the preview."""
    ads = (ad, *others)
    pressure = _demand(population, ads, [item.members for item in ads], parameters)[0]
    wording = 1.0 if streams is None else quality(streams, ad, parameters)
    likes = np.rint(mind.P[ad.members] * np.float32(4096)).astype(np.int64)
    mean = int(np.sum(likes)) / (4096.0 * likes.size) if likes.size else 0.0
    return _price(
        pressure, appeal(ad, wording, (0.0, 0.0)), parameters.delivery_match * SIGN[ad.side] * mean, parameters
    )


def _price(pressure: float, drawn: float, match: float, parameters: Parameters) -> float:
    return parameters.cpm * (1.0 + parameters.demand_price * pressure) / (drawn * (1.0 + match))


def _demand(
    population: Population, ads: Sequence[Ad], eligible: Sequence[Bools], parameters: Parameters
) -> list[float]:
    """Return demand over supply of slots inside each ad's segment, from counts of overlaps; at most 4."""
    packed = [np.packbits(mask) for mask in eligible]
    sizes = [int(np.count_nonzero(mask)) for mask in eligible]
    wanted = [
        max(0.0, ad.budget) / parameters.cpm * 1000.0 / population.weight if ad.channel == "auction" else 0.0
        for ad in ads
    ]
    out = []
    for a in range(len(ads)):
        pressure = 0.0
        for b in range(len(ads)):
            if sizes[a] and sizes[b] and wanted[b] > 0.0:
                shared = sizes[a] if a == b else int(np.sum(np.bitwise_count(packed[a] & packed[b]), dtype=np.int64))
                pressure += min(wanted[b] / sizes[b], 1.0) * shared / (SLOTS * sizes[a])
        out.append(min(pressure, 4.0))
    return out


def _offer(
    population: Population,
    mind: Mind,
    plan: NightPlan,
    index: int,
    eligible: Bools,
    whole: npt.NDArray[np.int32],
    pressure: float,
    night: int,
    streams: Streams,
    p: Parameters,
) -> tuple[float, _Offer]:
    """Choose one ad's candidates and set its price.

    A candidate is taken when a lane keyed by ad, night and voter lies below the voter's probability, so a change of price
    elsewhere moves only voters at the edge.
    """
    ad = plan.ads[index]
    n = population.n
    size = int(np.count_nonzero(eligible))
    lanes = streams.lanes("delivery", night, ad.id, n=2 * n).reshape(2, n)
    drawn = appeal(ad, quality(streams, ad, p), plan.bots)
    sign = SIGN[ad.side]
    match = mind.P * np.float32(p.delivery_match * sign)
    match += np.float32(1.0)
    mean = p.delivery_match * sign * int(np.sum(whole * eligible, dtype=np.int64)) / (4096.0 * max(1, size))
    price = 0.0
    if ad.channel == "auction":
        price = _price(pressure, drawn, mean, p)
        bid = price if ad.bid is None else max(0.0, ad.bid)
        wanted = max(0.0, ad.budget) / (price * population.weight) * 1000.0 * min(1.0, bid / price)
    else:
        bid = p.cpm
        wanted = max(0.0, ad.people) / population.weight
    chance = match * np.float32(min(1.0, wanted / max(1, size)) / (1.0 + mean) * LANE_LEVELS)
    chosen = np.flatnonzero((lanes[0] < chance) & eligible)
    engagement = match[chosen] * np.float32(drawn)
    return price, _Offer(chosen, engagement, engagement * np.float32(bid), lanes[0][chosen], lanes[1][chosen])


def _settle(
    population: Population,
    plan: NightPlan,
    night: int,
    active: Bools,
    offers: list[_Offer],
    cpm: npt.NDArray[np.float64],
    p: Parameters,
) -> Delivery:
    """Give the slots to the best three, charge, draw clicks, and let friends pass some ads on."""
    ads = plan.ads
    count = len(ads)
    row, rank = _ranked(plan, offers)
    ad = _joined([np.full(o.voters.size, k, np.int16) for k, o in enumerate(offers)], np.int16)[row]
    voter = _joined([o.voters.astype(np.int32) for o in offers], np.int32)[row]
    engagement = _joined([o.engagement for o in offers], np.float32)[row]
    click = _joined([o.click for o in offers], np.uint16)[row]
    limit = engagement * np.float32(p.ad_click * LANE_LEVELS)
    clicked = click < limit
    # The lowest of those lanes that click also pass it on: one lane decides both.
    shared = np.flatnonzero(click < limit * np.float32(p.share_chance))
    bought = np.bincount(ad, minlength=count).astype(np.float64) if count else np.zeros(0)
    paid = np.asarray([item.channel == "auction" for item in ads], dtype=np.bool_)
    each = np.where(paid, cpm / 1000.0 * population.weight, 0.0)
    budget = np.asarray([max(0.0, item.budget) for item in ads], dtype=np.float64)
    over = (bought * each > budget) & (bought > 0)
    each = np.where(over, budget / np.maximum(bought, 1.0), each)
    spent = np.minimum(bought * each, np.where(paid, budget, 0.0))
    passed = _passed_on(population, active, ad, voter, shared, click[shared])
    to_ad, to_voter, sender = passed
    organic, senders = np.zeros(row.size, np.bool_), np.full(row.size, -1, np.int32)
    if to_voter.size:
        at = np.searchsorted(voter, to_voter, side="right")
        rank = np.insert(rank, at, (PASSED_ON + _ORGANIC_RANKS + _order_of(to_voter)).astype(np.int8))
        voter, ad = np.insert(voter, at, to_voter), np.insert(ad, at, to_ad)
        engagement, clicked = np.insert(engagement, at, 0.0), np.insert(clicked, at, False)
        organic, senders = np.insert(organic, at, True), np.insert(senders, at, sender)
    price = np.where(organic, 0.0, each[ad]).astype(np.float32) if count else np.zeros(0, np.float32)
    return Delivery(
        night=night,
        ads=ads,
        ad=ad,
        voter=voter,
        rank=rank,
        price=price,
        clicked=clicked,
        organic=organic,
        sender=senders,
        engagement=engagement,
        active=active,
        spent=spent,
        cpm=cpm,
    )


def _joined(parts: list[npt.NDArray[_T]], dtype: type[_T]) -> npt.NDArray[_T]:
    return np.concatenate(parts) if parts else np.zeros(0, dtype=dtype)


def _order_of(voters: npt.NDArray[np.signedinteger[Any]]) -> npt.NDArray[np.int64]:
    """Return 0, 1, 2 … within each run of equal voters; ``voters`` is sorted."""
    place = np.arange(voters.size, dtype=np.int64)
    first = np.ones(voters.size, dtype=np.bool_)
    np.not_equal(voters[1:], voters[:-1], out=first[1:])
    return place - np.maximum.accumulate(np.where(first, place, 0))


def _ranked(plan: NightPlan, offers: list[_Offer]) -> tuple[Indexes, npt.NDArray[np.int8]]:
    """Return the rows that won a slot, sorted by voter and rank, and their ranks.

    One 64-bit key holds voter, paid or not, value and a tie-breaking lane: sorting whole numbers is the same everywhere.
    """
    parts = []
    for ad, offer in zip(plan.ads, offers, strict=True):
        value = np.minimum(offer.value * np.float32(16), np.float32(32767)).astype(np.int64)
        key = (offer.voters.astype(np.int64) << 1) | int(ad.channel != "auction")
        key = (((key << 15) | (32767 - value)) << 8) | (offer.tie & 255).astype(np.int64)
        parts.append(key)
    keys = _joined(parts, np.int64)
    order = np.argsort(keys, kind="stable")
    group = keys[order] >> 23
    rank = _order_of(group)
    free = (group & 1).astype(np.bool_)
    keep = rank < np.where(free, _ORGANIC_RANKS, SLOTS)
    return order[keep], (rank + PASSED_ON * free)[keep].astype(np.int8)


def _passed_on(
    population: Population,
    active: Bools,
    ad: npt.NDArray[np.int16],
    voter: npt.NDArray[np.int32],
    shared: Indexes,
    lane: npt.NDArray[np.uint16],
) -> tuple[npt.NDArray[np.int16], npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """Return what is passed on (ad, to whom, by whom), sorted by voter: to one friend each, who has not seen it yet.

    Few do, so a plain loop is quick enough.
    """
    senders = voter[shared]
    friends = population.ties[(lane % TIES).astype(np.intp), senders]
    first, last = np.searchsorted(voter, friends), np.searchsorted(voter, friends, side="right")
    found: dict[tuple[int, int], int] = {}
    for k, (to, sender, which) in enumerate(zip(friends.tolist(), senders.tolist(), ad[shared].tolist(), strict=True)):
        if to != sender and active[to] and which not in ad[first[k] : last[k]].tolist():
            found.setdefault((to, which), sender)
    rows = sorted((to, which, sender) for (to, which), sender in found.items())
    return (
        np.asarray([which for _, which, _ in rows], dtype=np.int16),
        np.asarray([to for to, _, _ in rows], dtype=np.int32),
        np.asarray([sender for _, _, sender in rows], dtype=np.int32),
    )
