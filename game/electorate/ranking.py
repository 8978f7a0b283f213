"""What a feed shows: shares of each class of posts, the same for everybody; real slots are drawn from them for one voter.

A post of class g weighs ``w = supply * (1 + z/8)**8``; its share of the feed is its weight over all weights. What ``z``
is depends on who ranks:

- by engagement: ``arousal gain + match * lean * P``, what stirs and what agrees with past clicks (``P``) comes first;
- by time: 0, only the supply counts;
- bridging: ``lift`` for news and friends, ``-damp`` for outrage, clickbait and bots, ``-across * lean * P``: what both
  sides approve of comes first, and posts from the other side are lifted.

The form is "compound interest": close to supply * exp(z), but made of products only, so that every machine gets the same
bits. The supply is folded in as its eighth root (three square roots, which are exact everywhere).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.electorate.chance import Streams
from game.electorate.delivery import Delivery
from game.electorate.parameters import Parameters
from game.electorate.plan import NightPlan, Ranking
from game.electorate.population import Floats, Mind, Population

CLASSES = ("friends", "news", "outrage-for", "outrage-against", "clickbait", "bots-for", "bots-against")
FRIENDS, NEWS, OUTRAGE_FOR, OUTRAGE_AGAINST, CLICKBAIT, BOTS_FOR, BOTS_AGAINST = range(7)
_AD_PLACES = (1, 4, 7, 9, 11, 12)
"""Where sponsored and passed-on posts stand among the others; the order of the auction decides who comes first."""
_MOST_COMMENTS = 9
"""More comments than this are not drawn under a post."""


def arousals(parameters: Parameters) -> tuple[float, ...]:
    """Return how stirring a post of each class is, 0 to 1, in the order of ``CLASSES``."""
    p = parameters
    outrage, bots = p.arousal_outrage, p.arousal_bots
    return (p.arousal_friends, p.arousal_news, outrage, outrage, p.arousal_clickbait, bots, bots)


def supplies(plan: NightPlan, parameters: Parameters) -> tuple[float, ...]:
    """Return tonight's supply of posts per class: bots and click sites add theirs."""
    p = parameters
    return (
        p.supply_friends,
        p.supply_news,
        p.supply_outrage,
        p.supply_outrage,
        p.supply_clickbait * (1.0 + max(0.0, plan.clickbait)),
        p.supply_bot * max(0.0, plan.bots[0]),
        p.supply_bot * max(0.0, plan.bots[1]),
    )


@dataclass(frozen=True)
class Weighing:
    """How tonight's posts are weighed: the weight of class g is ``(base[g] + slope[g] * signal)**8``.

    The signal of friends' posts is ``seen * P`` (mean visible stance of the friends who posted, times the platform's
    guess), that of posts with a side is ``P``; news and clickbait have none.
    """

    base: tuple[float, ...]
    slope: tuple[float, ...]

    def fixed(self, g: int) -> float:
        """Return the weight of a class whose weight does not depend on the reader."""
        b = self.base[g]
        square = b * b
        fourth = square * square
        return fourth * fourth


def weighing(plan: NightPlan, parameters: Parameters, ranking: Ranking | None = None) -> Weighing:
    """Return how posts are weighed under tonight's ranking, or under ``ranking`` where one voter chose another."""
    p = parameters
    order = plan.ranking if ranking is None else ranking
    leans = (1.0, 0.0, p.outrage_lean, -p.outrage_lean, 0.0, p.outrage_lean, -p.outrage_lean)
    gains: Sequence[float] = (0.0,) * len(CLASSES)
    match = 0.0
    if order == "engagement":
        gains, match = [p.rank_arousal * stirring for stirring in arousals(p)], p.rank_match
    elif order == "bridging":
        gains, match = [p.bridge_lift] * 2 + [-p.bridge_damp] * 5, -p.bridge_across
    roots = [math.sqrt(math.sqrt(math.sqrt(supply))) for supply in supplies(plan, p)]
    return Weighing(
        base=tuple(root * (1.0 + gain / 8.0) for root, gain in zip(roots, gains, strict=True)),
        slope=tuple(root * match * lean / 8.0 for root, lean in zip(roots, leans, strict=True)),
    )


def shares(profile: Floats, seen_friends: Floats, weights: Weighing) -> Floats:
    """Return the expected share of each class in everybody's feed, float32 [7, N]; each column adds up to 1.

    Args:
        profile: what the platform takes each voter's side to be, -1…1.
        seen_friends: mean visible stance of the friends who posted today, -1…1.
        weights: how tonight's posts are weighed.
    """
    out = np.empty((len(CLASSES), profile.size), dtype=np.float32)
    for g in range(len(CLASSES)):
        signal = seen_friends * profile if g == FRIENDS else profile
        row = signal * np.float32(weights.slope[g]) + np.float32(weights.base[g])
        row *= row
        row *= row
        np.multiply(row, row, out=out[g])
    total = out[0].copy()
    for g in range(1, len(CLASSES)):
        total += out[g]
    out /= total
    return out


def visible_stance(x: Floats, m: Floats, silence: float, unit: float = 1.0, out: Floats | None = None) -> Floats:
    """Return what each voter shows of their stance: milder where they believe to be in a minority (spiral of silence).

    ``o = x * clip(1 + silence * x * m, 0, 1) / unit`` for stance ``x`` and perceived majority ``m``, into ``out`` if given.
    """
    shown = np.multiply(x, m, out=out)
    shown *= np.float32(silence / unit)
    shown += np.float32(1.0 / unit)
    np.clip(shown, np.float32(0.0), np.float32(1.0 / unit), out=shown)
    shown *= x
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
    ranking: Ranking | None = None,
) -> tuple[Slot, ...]:
    """Return ``k`` ordered slots of this voter's evening, ads included; call it before the night is stepped.

    Every impression that the delivery gave this voter is in it (as long as ``k`` allows); the rest is drawn from the
    voter's own shares, keyed by night and voter. Ranked by engagement, stirring classes come first more often; bridging,
    calm ones. ``ranking`` is the voter's own choice where they have the right to one.
    """
    rows = delivery.of(voter)[: max(0, k)]
    ads = [_ad_slot(plan, delivery, int(row), parameters) for row in rows]
    friends = population.ties[list(tonight(night)), voter]
    shown = visible_stance(mind.x[friends], mind.m[friends], parameters.silence)
    seen = np.asarray([(float(shown[0]) + float(shown[1]) + float(shown[2])) / 3.0], np.float32)
    order = plan.ranking if ranking is None else ranking
    share = shares(mind.P[voter : voter + 1], seen, weighing(plan, parameters, order))[:, 0]
    lanes = streams.uniforms("slots", night, voter, n=2 * max(k, 1)).reshape(2, -1)
    drawn = [_class(share, float(lanes[0, i])) for i in range(max(0, k - len(ads)))]
    stirring = arousals(parameters)
    upward = {"engagement": parameters.slot_order, "chronological": 0.0, "bridging": -parameters.slot_order}[order]
    places = list(range(len(drawn)))
    if upward:
        places.sort(key=lambda i: (-(upward * stirring[drawn[i]] + float(lanes[1, i])), i))
    posts = [Slot(CLASSES[drawn[i]]) for i in places]
    for place, slot in zip(_AD_PLACES, ads, strict=False):
        posts.insert(min(place, len(posts)), slot)
    return (*posts, *ads[len(_AD_PLACES) :])


def bot_comments(plan: NightPlan, side: int, parameters: Parameters) -> int:
    """Return how many network accounts write under a post of ``side``."""
    return min(_MOST_COMMENTS, int(parameters.bot_comments * max(0.0, plan.bots[side]) + 0.5))


def _ad_slot(plan: NightPlan, delivery: Delivery, row: int, p: Parameters) -> Slot:
    index = int(delivery.ad[row])
    side = delivery.ads[index].side
    units = max(0.0, plan.bots[side])
    likes = 1.0 + p.bot_likes * units / (1.0 + units)
    return Slot("ad", index, delivery.id(row), row, bot_comments(plan, side, p), likes)


def _class(share: Floats, u: float) -> int:
    left = u
    for g in range(len(CLASSES)):
        left -= float(share[g])
        if left < 0.0:
            return g
    return 0
