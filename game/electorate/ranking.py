"""What a feed shows: shares of each class of posts, the same for everybody; real slots are drawn from them for one voter.

A post of class g weighs ``w = supply * (1 + z/8)**8`` with predicted engagement ``z = arousal gain + match * lean * P``;
its share of the feed is its weight over all weights. Ranked by time, every z is 0. The form is "compound interest": close
to supply * exp(z), but made of products only, so that every machine gets the same bits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.electorate.chance import Streams
from game.electorate.delivery import Delivery
from game.electorate.parameters import Parameters
from game.electorate.plan import NightPlan, Ranking
from game.electorate.population import Floats, Mind, Population

CLASSES = ("friends", "news", "outrage-for", "outrage-against", "clickbait", "bots-for", "bots-against")
FRIENDS, NEWS, OUTRAGE_FOR, OUTRAGE_AGAINST, CLICKBAIT, BOTS_FOR, BOTS_AGAINST = range(7)
AROUSAL = (0.35, 0.15, 0.8, 0.8, 0.9, 0.6, 0.6)
"""How stirring a post of each class is, 0 to 1: a modelling choice."""
_AD_PLACES = (1, 4, 7, 9, 11, 12)
"""Where sponsored and passed-on posts stand among the others; the order of the auction decides who comes first."""
CLASS_AROUSAL: Mapping[str, float] = dict(zip(CLASSES, AROUSAL, strict=True))


def _eighth_power(z: Floats) -> Floats:
    z *= np.float32(0.125)
    z += np.float32(1.0)
    np.maximum(z, np.float32(0.0), out=z)
    z *= z
    z *= z
    z *= z
    return z


def supplies(bots: tuple[float, float], parameters: Parameters) -> tuple[float, ...]:
    """Return the supply of posts per class; ``bots`` are units rented for and against."""
    p = parameters
    return (
        p.supply_friends,
        p.supply_news,
        p.supply_outrage,
        p.supply_outrage,
        p.supply_clickbait,
        p.supply_bot * max(0.0, bots[0]),
        p.supply_bot * max(0.0, bots[1]),
    )


def shares(
    profile: Floats, seen_friends: Floats, bots: tuple[float, float], ranking: Ranking, parameters: Parameters
) -> Floats:
    """Return the expected share of each class in everybody's feed, float32 [7, N].

    Args:
        profile: what the platform takes each voter's side to be, -1…1.
        seen_friends: mean visible stance of the friends who posted today, -1…1.
        bots: units of bots rented for and against.
        ranking: by engagement or by time.
        parameters: the constants.
    """
    p, n = parameters, profile.size
    supply = supplies(bots, p)
    out = np.zeros((7, n), dtype=np.float32)
    if ranking == "chronological":
        total = sum(supply)
        for g, v in enumerate(supply):
            out[g] = np.float32(v / total)
        return out
    leans = (0.0, 0.0, p.outrage_lean, -p.outrage_lean, 0.0, p.outrage_lean, -p.outrage_lean)
    for g, v in enumerate(supply):
        if v == 0.0:
            continue
        row = out[g]
        gain = p.rank_arousal * AROUSAL[g]
        if g == FRIENDS:
            np.multiply(seen_friends, profile, out=row)
            row *= np.float32(p.rank_match)
            row += np.float32(gain)
            _eighth_power(row)
            row *= np.float32(v)
        elif leans[g] == 0.0:
            base = 1.0 + gain / 8.0
            row[:] = np.float32(v * (base * base) * (base * base) * (base * base) * (base * base))
        else:
            np.multiply(profile, np.float32(p.rank_match * leans[g]), out=row)
            row += np.float32(gain)
            _eighth_power(row)
            row *= np.float32(v)
    total_weight = out[0] + out[1]
    for g in range(2, 7):
        if supply[g]:
            total_weight += out[g]
    np.divide(np.float32(1.0), total_weight, out=total_weight)
    for g in range(7):
        if supply[g]:
            out[g] *= total_weight
    return out


def visible_stance(mind: Mind, parameters: Parameters) -> Floats:
    """Return what each voter shows of their stance: milder where they believe to be in a minority (spiral of silence)."""
    shown = mind.x * mind.m
    shown *= np.float32(parameters.silence)
    shown += np.float32(1.0)
    np.clip(shown, 0.0, 1.0, out=shown)
    shown *= mind.x
    return shown


def tonight(night: int) -> tuple[int, int, int]:
    """Return which three of the twelve ties post tonight: they take turns."""
    first = 3 * (night % 4)
    return first, first + 1, first + 2


@dataclass(frozen=True)
class Slot:
    """One place in an evening feed.

    ``kind`` a name of ``CLASSES`` or ``ad``; for an ad: its index in the delivery, the stable impression id, the row of
    the delivery log. ``bot_comments`` network accounts that wrote under it; ``likes_factor`` how much likes are inflated.
    """

    kind: str
    ad: int | None = None
    impression: str | None = None
    row: int | None = None
    bot_comments: int = 0
    likes_factor: float = 1.0


def feed_slots(
    population: Population,
    mind: Mind,
    plan: NightPlan,
    delivery: Delivery,
    night: int,
    voter: int,
    streams: Streams,
    parameters: Parameters,
    k: int = 12,
) -> tuple[Slot, ...]:
    """Return ``k`` ordered slots of this voter's evening, ads included; call it before the night is stepped.

    Every impression that the delivery gave this voter is in it (as long as ``k`` allows); the rest is drawn from the
    voter's own shares, keyed by night and voter. Ranked by engagement, stirring classes come first more often.
    """
    rows = delivery.of(voter)[: max(0, k)]
    ads = [_ad_slot(plan, delivery, int(row)) for row in rows]
    shown = visible_stance(mind, parameters)
    friends = shown[population.ties[list(tonight(night)), voter]]
    seen = np.asarray([(float(friends[0]) + float(friends[1]) + float(friends[2])) / 3.0], np.float32)
    share = shares(mind.P[voter : voter + 1], seen, plan.bots, plan.ranking, parameters)[:, 0]
    lanes = streams.uniforms("slots", night, voter, n=2 * max(k, 1)).reshape(2, -1)
    drawn = [_class(share, float(lanes[0, i])) for i in range(max(0, k - len(ads)))]
    order = list(range(len(drawn)))
    if plan.ranking == "engagement":
        order.sort(key=lambda i: (-(0.6 * AROUSAL[drawn[i]] + float(lanes[1, i])), i))
    posts = [Slot(CLASSES[drawn[i]]) for i in order]
    for place, slot in zip(_AD_PLACES, ads, strict=False):
        posts.insert(min(place, len(posts)), slot)
    return (*posts, *ads[len(_AD_PLACES) :])


def bot_comments(plan: NightPlan, side: int) -> int:
    """Return how many network accounts write under a post of ``side``: two per unit, at most nine."""
    return min(9, int(2.0 * max(0.0, plan.bots[side]) + 0.5))


def _ad_slot(plan: NightPlan, delivery: Delivery, row: int) -> Slot:
    index = int(delivery.ad[row])
    side = delivery.ads[index].side
    units = max(0.0, plan.bots[side])
    return Slot("ad", index, delivery.id(row), row, bot_comments(plan, side), 1.0 + 3.0 * units / (1.0 + units))


def _class(share: Floats, u: float) -> int:
    left = u
    for g in range(len(CLASSES)):
        left -= float(share[g])
        if left < 0.0:
            return g
    return 0
